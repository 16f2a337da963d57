//! What ZEGO's clients and servers say to a token with a fault (reference section 10).

use super::super::Answer;
use crate::token::VendorCode;

const fn web(code: &'static str) -> VendorCode {
    VendorCode::new(code, "web")
}

const fn native(code: &'static str) -> VendorCode {
    VendorCode::new(code, "native")
}

const fn zim(code: &'static str) -> VendorCode {
    VendorCode::new(code, "zim")
}

/// What stands in the web SDK's log; 50119 and its like reach the program as 1102016.
const fn log(code: &'static str) -> VendorCode {
    VendorCode::new(code, "log")
}

const fn server(code: &'static str) -> VendorCode {
    VendorCode::new(code, "server")
}

/// A token that is no token: the general refusal of each client.
const WRONG: &[VendorCode] = &[web("1102016"), native("1002033"), log("50119")];

/// token03, token04 and what is around them.
pub(super) static SEALED: &[Answer] = &[
    Answer::any(
        "expired",
        &[web("1102018"), native("1002033"), native("1002078"), zim("6000106"), log("50117"), log("50123")],
    ),
    Answer::any(
        "decrypt_failed",
        &[web("1102016"), web("1102020"), native("1002033"), zim("6000101"), log("50119"), log("202002")],
    ),
    Answer::any("app_id_mismatch", &[native("1002076"), zim("6000101")]),
    Answer::any("user_id_mismatch", &[native("1002077")]),
    Answer::any("kit_user_mismatch", &[web("1102016"), web("1102020")]),
    Answer::any("version", &[native("1002079"), zim("6000107")]),
    Answer::any("old_version", &[zim("6000107")]),
    Answer::any("ends_soon", &[zim("6000108")]),
    Answer::of("lifetime", "zego-zim", &[zim("6000109")]),
    Answer::any("payload_json", &[native("1002075")]),
    Answer::of("secret_length", "zego", WRONG),
    Answer::of("secret_length", "zego-app-sign", WRONG),
    Answer::of("malformed", "zego-short", &[web("1102016"), native("1002033"), zim("6000103"), log("50119")]),
    Answer::any("malformed", WRONG),
    Answer::any("base64", WRONG),
    Answer::any("double_padding", WRONG),
];

/// The signature of a server API call.
pub(super) static API: &[Answer] = &[
    Answer::any("expired", &[server("100000004")]),
    Answer::any("not_yet", &[server("100000004")]),
    Answer::any("signature", &[server("100000005")]),
    Answer::any("signature_version", &[server("100000014"), server("100000013")]),
];

/// The legacy login token.
pub(super) static LOGIN: &[Answer] = &[Answer::any("malformed", &[native("1011")])];
