// MeCloud in a browser. The page loads //sdk.videohostingvn.com/loader before (by https:
// unconfirmed). The Token is good for ten minutes, the AccessToken that comes back for a day.
mecloud.require("AUTHEN", (authen) => {
  authen.getAccessToken({
    appId: __app_id__,
    token: __token__,
    time: __time__,
    "random-key": __random_key__,
    email: __email__,
    callback: (result) => {
      if (result.error === 0) {
        console.log("AccessToken", result.accesstoken, "ends", result.expired);
      } else {
        console.error(result.msg);
      }
    },
  });
});
