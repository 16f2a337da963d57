// ZEGO's call kit in a WeChat mini program. It takes a plain token04, and no Kit Token. The
// server address stands beside the AppID in the console.
import { ZegoUIKitPrebuiltCall } from "@zegocloud/zego-uikit-prebuilt-call-mini-program";

ZegoUIKitPrebuiltCall.init(
  __app_id__,
  "wss://…" /* fill in: server */,
  __user_id__,
  __user_id__, // the name that others see
  __token__,
);
// It warns before the end: call ZegoUIKitPrebuiltCall.renewToken(token, roomID) then; the
// room is the call's ID.
