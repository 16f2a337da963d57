// ZEGO Express in a browser: npm zego-express-engine-webrtc. The server address stands beside the AppID in the console.
const engine = new ZegoExpressEngine(__app_id__, "wss://…" /* fill in: server */);
engine.on("tokenWillExpire", (roomID) => {
  // 30 s before the end. Fetch a new token for the same user: engine.renewToken(token) changes nothing with this one.
  console.warn("the token ends soon", roomID);
});
(async () => {
  // The userID must be the one that the token was made for.
  const joined = await engine.loginRoom(__room_id__, __token__, { userID: __user_id__ }, { userUpdate: true });
  console.log("joined", joined);
})();
