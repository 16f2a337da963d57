//! ZEGO (ZEGOCLOUD): token04, the older token03, the web UIKits' Kit Token, the legacy login token, and the signatures
//! of server API and callbacks.
//!
//! Source: reference zego.md; the section is named where a rule stands.

mod answers;
mod api;
mod callback;
mod envelope;
mod kit;
mod login;
mod sealed;
mod token03;
mod token04;

use secrecy::ExposeSecret;

use super::{Audience, Limits, Vendor};
use crate::codec::json::plain;
use crate::i18n::{Message, localized};
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Note, Problem, visible};

/// ZEGO.
pub static VENDOR: Vendor = Vendor {
    id: "zego",
    name: "ZEGO",
    letters: "ZG",
    color: 0x00_55_ff,
    link: "https://docs.zegocloud.com/article/14145",
    credentials: &[APP_ID, SERVER_SECRET, CALLBACK_SECRET.optional(), APP_SIGN.optional()],
    owner_key: "app_id",
    kinds: &[
        &token04::Token04,
        &token03::Token03,
        &kit::Kit,
        &login::LoginV1,
        &api::ApiSignature,
        &callback::CallbackSignature,
    ],
    texts: localized!("zego"),
    hint,
};

/// Characters of a ServerSecret, which is text and never hex-decoded (section 2).
const SECRET_LENGTH: usize = 32;
/// Characters of an AppSign (section 2).
const SIGN_LENGTH: usize = 64;
/// Most characters of a userID when logging in (section 3).
const USER_ID_MAX: usize = 64;
/// Most characters of a roomID when logging in (section 3).
const ROOM_ID_MAX: usize = 128;
/// Most characters of a userName when logging in (section 3).
const USER_NAME_MAX: usize = 256;
/// Longest life that ZIM takes: 24 days (section 10).
const ZIM_LIFE: i64 = 2_073_600;
/// How long before the end clients warn, in seconds (section 10).
const WARNED_BEFORE: i64 = 30;
/// RTC documents no longest life (section 10).
const LIMITS: Limits =
    Limits { warned_before: Some(WARNED_BEFORE), product_life: Some(("ZIM", ZIM_LIFE)), ..Limits::NONE };
/// Most of anything that goes into a token: its ciphertext's length has 16 bits (section 4).
const TEXT_MAX: usize = 65_535;

const APP_ID: Field = Field::credential("app_id", FieldKind::Integer { min: 1, max: u32::MAX as i128 })
    .env(&["ZEGO_APP_ID", "ZEGOCLOUD_APP_ID", "ZEGO_APPID", "ZEGO_CLOUD_APP_ID"])
    .sample("1481965360");
// ZEGO_SERVER_ID: several samples of the UIKit call the secret so.
const SERVER_SECRET: Field =
    Field::credential("server_secret", FieldKind::Secret { hex_digits: SECRET_LENGTH }).env(&[
        "ZEGO_SERVER_SECRET",
        "ZEGOCLOUD_SERVER_SECRET",
        "ZEGO_CLOUD_SERVER_SECRET",
        "ZEGO_SERVER_ID",
    ]);
const CALLBACK_SECRET: Field = Field::credential("callback_secret", FieldKind::Secret { hex_digits: 0 })
    .env(&["ZEGO_CALLBACK_SECRET", "ZEGOCLOUD_CALLBACK_SECRET"]);
const APP_SIGN: Field = Field::credential("app_sign", FieldKind::Secret { hex_digits: 0 }).env(&[
    "ZEGO_APP_SIGN",
    "ZEGOCLOUD_APP_SIGN",
    "ZEGO_CLOUD_APP_SIGN",
]);

const AUDIENCE: Audience = Audience { user: &["user_id"], role: &[], room: &["room_id"] };
const USER_ID: Field =
    Field::token("user_id", FieldKind::Text { max: 1024, warn_above: USER_ID_MAX }).sample("user_1001");
const ROOM_ID: Field =
    Field::token("room_id", FieldKind::Text { max: 1024, warn_above: ROOM_ID_MAX }).sample("room_42");
/// At most what Java's libraries take (section 4).
const EFFECTIVE_SECONDS: Field =
    Field::token("effective_seconds", FieldKind::Seconds { min: 1, max: i32::MAX as i64 });
const IV_HEX: Field = Field::token("iv_hex", FieldKind::Id { max: 32 })
    .advanced()
    .fresh()
    .sample("6b33763971307a37783162356d327438");
/// The order and escaping of the JSON text: Node's alone is made, and the UIKit's is the same (section 4). Named so that
/// a recorded token's own words make it again.
const JSON_STYLE: Field =
    Field::token("json_style", FieldKind::Choice(&["node", "uikit"])).default("node").advanced();

/// An AppSign is 64 characters 0-9a-z (section 2); as a token it is somebody's mistake.
fn hint(text: &str) -> Option<Finding> {
    let is_sign = text.len() == SIGN_LENGTH
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
        || text.starts_with("0x") && short_sign(text).len() == SECRET_LENGTH;
    is_sign.then(|| Finding::error("secret_pasted").variant("zego-app-sign"))
}

/// The first 32 characters of an AppSign without `0x` and `,`, which the old formulas take (section 8).
fn short_sign(sign: &str) -> String {
    sign.replace("0x", "").chars().filter(|c| *c != ',').take(SECRET_LENGTH).collect()
}

/// A secret as text.
fn secret<'a>(inputs: &'a Inputs, key: &str) -> Option<&'a str> {
    inputs.secret(key).map(ExposeSecret::expose_secret)
}

/// A credential as a kind needs it, where that differs from what a project must have.
fn credential(own: &'static [Field], field: &'static Field) -> Option<&'static Field> {
    own.iter().find(|own| own.key == field.key).or(Some(field))
}

/// Our own words for what is judged for all kinds alike: a secret that does not fit is one that does not open.
fn reword(finding: Finding) -> Finding {
    match finding.code {
        "signature" => Finding { code: "decrypt_failed", variant: "", ..finding },
        "owner_mismatch" => Finding { code: "app_id_mismatch", variant: "zego", ..finding },
        "expired" => finding.variant("zego"),
        _ => finding,
    }
}

/// A value that generation cannot do without.
fn missing(key: &str) -> Vec<Problem> {
    vec![Problem::new(key, Message::new("problem-missing"))]
}

/// That a ServerSecret has not 32 characters, and what it may be instead.
fn secret_length(secret: &str) -> Finding {
    let length = secret.chars().count();
    let variant = if length == SIGN_LENGTH { "zego-app-sign" } else { "zego" };
    Finding::error("secret_length").variant(variant).with("length", length)
}

/// The same for a form.
fn check_secret(inputs: &Inputs) -> Option<Problem> {
    let secret = secret(inputs, "server_secret").filter(|secret| secret.len() != SECRET_LENGTH)?;
    let length = secret.chars().count().to_string();
    Some(Problem::new("server_secret", Message::new("zego-problem-secret-length").with("length", length)))
}

/// An initialisation vector of the wrong length, or no hex at all.
fn check_iv(inputs: &Inputs, bytes: usize) -> Option<Problem> {
    let given = inputs.text("iv_hex").filter(|given| !crate::codec::hex::is_hex(given, bytes * 2))?;
    let message = Message::new("problem-hex").with("bytes", bytes);
    let message = message.with("digits", bytes * 2).with("got", visible::one_line(given));
    Some(Problem::new("iv_hex", message))
}

/// The given initialisation vector, or a random one.
fn iv(inputs: &Inputs, bytes: usize, env: &mut Env<'_>) -> Vec<u8> {
    inputs.text("iv_hex").and_then(crate::codec::hex::decode).unwrap_or_else(|| {
        let mut iv = vec![0; bytes];
        env.random.fill_bytes(&mut iv);
        iv
    })
}

/// The given nonce, or 31 random bits, which every library's type holds.
fn nonce(inputs: &Inputs, env: &mut Env<'_>) -> i64 {
    let given = inputs.text("nonce").and_then(|nonce| nonce.parse().ok());
    given.unwrap_or_else(|| i64::from(env.random.next_u32() >> 1))
}

/// 8 random bytes as hex (sections 8 and 9).
fn nonce_hex(env: &mut Env<'_>) -> String {
    crate::codec::hex::encode(&env.random.next_u64().to_be_bytes())
}

/// The end, so many seconds from now.
fn expire(inputs: &Inputs, now: i64, default: i64) -> i64 {
    let seconds = inputs.text("effective_seconds").and_then(|seconds| seconds.parse().ok());
    now.saturating_add(seconds.unwrap_or(default))
}

/// The characters of an ID that Express refuses at login (section 3).
fn refused_characters(id: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "#!$%&()`'+,-.;<=>@^_~\\*".contains(c);
    let mut refused = String::new();
    for c in id.chars().filter(|c| !allowed(*c)) {
        if !refused.contains(c) && refused.chars().count() < 8 {
            refused.push(c);
        }
    }
    refused
}

/// What is wrong with an ID though the token around it is right.
fn judge_id(key: &'static str, id: &str, longest: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let refused = refused_characters(id);
    if !refused.is_empty() {
        let finding = Finding::warning("id_characters").with("key", key);
        findings.push(finding.with("characters", visible::one_line(&refused)));
    }
    let length = id.encode_utf16().count();
    if length > longest {
        let finding = Finding::warning("id_too_long").with("key", key);
        findings.push(finding.with("length", length).with("longest", longest));
    }
    findings
}

/// For the form: characters that no login takes, and a life that ZIM refuses.
fn remark(inputs: &Inputs, key: &str) -> Vec<Note> {
    let value = inputs.text_or_empty(key);
    let message = match key {
        "user_id" | "room_id" => {
            let refused = refused_characters(value);
            (!refused.is_empty()).then(|| {
                Message::new("zego-remark-characters").with("characters", visible::one_line(&refused))
            })
        }
        "effective_seconds" => {
            let long = value.parse().is_ok_and(|seconds: i64| seconds > ZIM_LIFE);
            long.then(|| Message::new("zego-remark-zim-life"))
        }
        _ => None,
    };
    message.map(Note::Text).into_iter().collect()
}

/// A value of the token against what the tester says it should be.
fn differs(code: &'static str, key: &str, value: Option<&str>, known: &Inputs) -> Option<Finding> {
    let (value, given) = (value?, known.text(key)?);
    (value != given).then(|| {
        let finding = Finding::error(code).variant("zego").with("claimed", visible::one_line(value));
        finding.with("given", visible::one_line(given))
    })
}

/// That a check needs what the text does not carry.
fn needs(keys: &[&str]) -> Finding {
    Finding::info("needs").variant("zego").with("fields", keys.join(", "))
}

/// Those of the keys that are not known.
fn unknown<'a>(known: &Inputs, keys: &[&'a str]) -> Vec<&'a str> {
    keys.iter().copied().filter(|key| known.text(key).is_none() && known.secret(key).is_none()).collect()
}

/// JSON in few words.
fn short(value: &serde_json::Value) -> String {
    let text = plain(value);
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    visible::one_line(&short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_sign_is_known_in_both_spellings() {
        let sign = "0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186";
        let bytes: Vec<_> = sign.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair)).collect();
        let listed = format!("0x{}", bytes.join(",0x"));
        assert_eq!(short_sign(sign), "0b30557a9fc4e90e33587da2c7ec1136");
        assert_eq!(short_sign(&listed), short_sign(sign));
        assert!(hint(sign).is_some() && hint(&listed).is_some());
        assert!(hint(&sign[..63]).is_none() && hint(&sign.to_uppercase()).is_none());
    }

    #[test]
    fn letters_that_no_login_takes() {
        assert_eq!(refused_characters("user_1001#!$%&()`'+,-.;<=>@^_~\\*"), "");
        assert_eq!(refused_characters("a b/c:d\"e?f|g a"), " /:\"?|");
        assert_eq!(refused_characters("Nguyễn"), "ễ");
    }
}
