// A ZEGO web UIKit (call, live streaming, video conference) in a browser: npm
// @zegocloud/zego-uikit-prebuilt, or its script. It takes a Kit Token, and no plain token04.
const zp = ZegoUIKitPrebuilt.create(__token__);
zp.joinRoom({
  container: document.body,
  scenario: { mode: ZegoUIKitPrebuilt.VideoConference },
});
// It warns 30 s before the end: call zp.renewToken(kitToken) then, with a Kit Token too.
