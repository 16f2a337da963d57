// ZEGO Express in a browser: npm zego-express-engine-webrtc. The server address stands beside
// the AppID in the console.
const engine = new ZegoExpressEngine(__app_id__, "wss://…" /* fill in: server */);
engine.on("tokenWillExpire", (roomID) => {
  // 30 s before the end: engine.renewToken(token) takes a new token of the same user.
  console.warn("the token ends soon", roomID);
});
(async () => {
  // The userID must be the one that the token was made for.
  const user = { userID: __user_id__ };
  const joined = await engine.loginRoom(__room_id__, __token__, user, { userUpdate: true });
  console.log("joined", joined);
})();
