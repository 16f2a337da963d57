// NERTC in a browser: npm nertc-web-sdk, or its script. The permission key stands beside the
// token, and replaces none.
const client = NERTC.createClient({ appkey: __app_key__ });
client.on("stream-added", (event) => client.subscribe(event.stream));
client
  .join({
    channelName: __channel_name__,
    uid: __uid__,
    token: "…" /* fill in: a NERTC token of the same uid and room */,
    permKey: __token__,
  })
  .then(() => console.log("joined"))
  // 901: the permission key is wrong; 902: it has ended.
  .catch((error) => console.error(error));
// The SDK warns 30 s before the end: call client.updatePermKey(key) then.
