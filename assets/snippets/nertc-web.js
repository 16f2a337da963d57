// NERTC in a browser: npm nertc-web-sdk, or its script.
const client = NERTC.createClient({ appkey: __app_key__ });
client.on("stream-added", (event) => client.subscribe(event.stream));
client
  .join({
    channelName: __channel_name__,
    uid: __uid__,
    token: __token__,
    // Where advanced authentication is on, the permission key stands beside the token:
    // permKey: "…",
  })
  .then(() => console.log("joined"))
  // 403: the token is missing, wrong, or of another uid or room; 417: the AppKey is wrong.
  .catch((error) => console.error(error));
