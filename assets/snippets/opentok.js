// OpenTok.js in a browser: the page loads https://static.opentok.com/v2/js/opentok.min.js.
const session = OT.initSession(__api_key__, __session_id__);
session.on("streamCreated", (event) => {
  session.subscribe(event.stream, document.body, { insertMode: "append" });
});
session.connect(__token__, (error) => {
  if (error) {
    // 1004: the token is refused (ended, or another key's); 1005: wrong session ID.
    console.error(error.name, error.code, error.message);
    return;
  }
  console.log("connected");
  // A subscriber may not publish.
  session.publish(OT.initPublisher(document.body, { insertMode: "append" }));
});
