// The Vonage Video client in a browser: the page loads
// https://unpkg.com/@vonage/client-sdk-video@latest/dist/js/opentok.js.
const session = OT.initSession(__application_id__, __session_id__);
session.on("streamCreated", (event) => {
  session.subscribe(event.stream, document.body, { insertMode: "append" });
});
session.connect(__token__, (error) => {
  if (error) {
    // 1004: the token is refused (ended, or another application's); 1005: wrong session ID.
    console.error(error.name, error.code, error.message);
    return;
  }
  console.log("connected");
  // A subscriber may not publish.
  session.publish(OT.initPublisher(document.body, { insertMode: "append" }));
});
