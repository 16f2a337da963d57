// OpenTok.js in a browser. The page needs <script src="https://static.opentok.com/v2/js/opentok.min.js"></script>.
const session = OT.initSession(__api_key__, __session_id__);
session.on("streamCreated", (event) => {
  session.subscribe(event.stream, document.body, { insertMode: "append" });
});
session.connect(__token__, (error) => {
  if (error) {
    // 1004: the token is refused (ended, or of another key); 1005: the session ID is wrong.
    console.error(error.name, error.code, error.message);
    return;
  }
  console.log("connected");
  // A subscriber may not publish.
  session.publish(OT.initPublisher(document.body, { insertMode: "append" }));
});
