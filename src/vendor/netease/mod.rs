//! NetEase Yunxin (CommsEase abroad): server API signature, NERTC and NIM tokens, permission keys, callbacks.
//!
//! Source: reference netease.md; the section is named where a rule stands.

mod callback;
mod checksum;
mod dynamic;
mod permission;
mod server;
mod signed;

use secrecy::ExposeSecret as _;
use serde_json::Value;

use super::{Audience, Decoded, Vendor};
use crate::codec::hex;
use crate::i18n::{Message, localized};
use crate::token::{Field, FieldKind, Finding, Inputs, Note, visible};

/// NetEase Yunxin.
pub static VENDOR: Vendor = Vendor {
    id: "netease",
    name: "NetEase Yunxin",
    letters: "NE",
    color: 0xd9_3a_49,
    link: "https://doc.yunxin.163.com/",
    credentials: &[
        Field::credential("app_key", FieldKind::Id { max: 128 })
            .env(&["NETEASE_APP_KEY", "YUNXIN_APP_KEY", "NIM_APP_KEY", "NERTC_APP_KEY", "NETEASE_APPKEY"])
            .sample("a1b2c3d4e5f60718293a4b5c6d7e8f90"),
        APP_SECRET,
        PERM_SECRET.optional(),
    ],
    owner_key: "app_key",
    kinds: &[
        &dynamic::BasicToken,
        &dynamic::NimToken,
        &permission::PermissionKey,
        &checksum::ApiChecksum,
        &callback::CallbackChecksum,
        &server::ServerToken,
    ],
    texts: localized!("netease"),
    hint,
};

/// Signs everything but permission keys (section 2).
const APP_SECRET: Field = Field::credential("app_secret", FieldKind::Secret { hex_digits: 12 }).env(&[
    "NETEASE_APP_SECRET",
    "YUNXIN_APP_SECRET",
    "NIM_APP_SECRET",
    "NERTC_APP_SECRET",
    "NETEASE_APPSECRET",
]);
/// Signs permission keys only.
const PERM_SECRET: Field = Field::credential("perm_secret", FieldKind::Secret { hex_digits: 64 }).env(&[
    "NERTC_PERM_SECRET",
    "NETEASE_PERM_SECRET",
    "YUNXIN_PERM_SECRET",
]);

/// Where the vendor's own token server stands, the source of sections 5 and 6.
const SAMPLES: &str = "https://github.com/netease-im/G2-API-Examples/tree/main/server/token_server";

/// Longest documented life of a token and of a permission key (sections 5 and 6).
const LONGEST: i64 = 86_400;
/// Longest room name of the client SDK, in bytes (section 10).
const ROOM_NAME_MAX: usize = 64;

const AUDIENCE: Audience = Audience { user: &["uid", "accid"], role: &[], room: &["cname", "channel_name"] };
const UID: Field =
    Field::token("uid", FieldKind::Integer { min: 0, max: 0xffff_ffff_ffff_ffff }).required().sample("10000");
const CHANNEL_NAME: Field =
    Field::token("channel_name", FieldKind::Text { max: 1024, warn_above: ROOM_NAME_MAX }).sample("room1");

/// 64 hex digits are no token of anybody: somebody pasted a secret (sections 2 and 9).
fn hint(text: &str) -> Option<Finding> {
    hex::is_hex(text, 64).then(|| Finding::error("secret_pasted").variant("hex64"))
}

/// A secret's bytes, as text and never hex-decoded (section 2).
fn secret<'a>(known: &'a Inputs, key: &str) -> Option<&'a [u8]> {
    known.secret(key).map(|secret| secret.expose_secret().as_bytes())
}

/// A whole number as the vendor writes it: no fraction, no exponent, no quotes.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        _ => None,
    }
}

fn malformed(variant: &'static str) -> Finding {
    Finding::error("malformed").variant(variant)
}

/// The vectors' words for what is judged for all vendors alike.
fn reword(finding: Finding, wrong_signature: &'static str) -> Finding {
    let (code, variant) = match finding.code {
        "signature" => ("bad_signature", wrong_signature),
        "lifetime" => ("limit", "netease-life"),
        "owner_mismatch" => ("context_mismatch", "netease-app"),
        _ => return finding,
    };
    Finding { code, variant, ..finding }
}

/// What must be given to check the signature, where anything lacks: of the credentials only the public one, because
/// a missing secret is told anyway.
fn needs(decoded: &mut Decoded, variant: &'static str, lacking: &[&str]) {
    if !lacking.is_empty() {
        let finding = Finding::info("needs").variant(variant).with("fields", lacking.join(", "));
        decoded.findings.push(finding);
    }
}

/// Which of these are not known.
fn lacking<'a>(known: &Inputs, keys: &[&'a str]) -> Vec<&'a str> {
    keys.iter().copied().filter(|key| known.text(key).is_none()).collect()
}

/// What a uid and a room name lead to that their maker may not expect (sections 5, 10 and 12).
fn remarks_on_use(known: &Inputs) -> Vec<Finding> {
    let mut findings = Vec::new();
    match known.text("uid").and_then(|uid| uid.parse::<u64>().ok()) {
        Some(0) => findings.push(Finding::warning("uid_zero")),
        Some(uid) if i64::try_from(uid).is_err() => findings.push(Finding::warning("uid_range")),
        Some(uid) if uid > 1 << 53 => findings.push(Finding::info("uid_range").variant("double")),
        _ => {}
    }
    if let Some(name) = known.text("channel_name").filter(|name| !is_room_name(name)) {
        let finding = Finding::warning("room_name").with("name", visible::one_line(name));
        findings.push(finding.with("bytes", name.len()));
    }
    findings
}

/// The same for the form, as the values are typed.
fn remark(inputs: &Inputs, key: &str) -> Vec<Note> {
    let note = |id: &'static str| vec![Note::Text(Message::new(id))];
    match (key, inputs.text(key)) {
        ("uid", Some("0")) => note("netease-remark-uid-zero"),
        ("ttl", Some("0" | "-1")) => note("netease-remark-ttl-default"),
        ("channel_name", Some(name)) if !is_room_name(name) => note("netease-remark-room-name"),
        _ => Vec::new(),
    }
}

/// Section 10: what the client SDK takes as a room name. Empty is no name at all.
fn is_room_name(name: &str) -> bool {
    let other = b" !#$%&()+-:;<=.,>?@[]^_{|}~\"";
    name.len() <= ROOM_NAME_MAX && name.bytes().all(|b| b.is_ascii_alphanumeric() || other.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_secret_is_called_one() {
        let code = |text: &str| hint(text).map(|finding| finding.code);
        assert_eq!(code(&"0f".repeat(32)), Some("secret_pasted"));
        assert_eq!(code(&"0f".repeat(20)), None);
    }

    #[test]
    fn room_names_of_the_client() {
        assert!(is_room_name("Room 1-[a]~\"") && is_room_name(&"a".repeat(64)));
        assert!(!is_room_name(&"a".repeat(65)) && !is_room_name("会议室") && !is_room_name("a/b"));
    }

    #[test]
    fn numbers_are_whole() {
        let whole = |json: &str| whole(&serde_json::from_str(json).unwrap());
        assert_eq!(whole("1735689600123"), Some(1_735_689_600_123));
        for json in ["1.0", "1e3", "\"1\"", "null", "99999999999999999999"] {
            assert_eq!(whole(json), None, "{json}");
        }
    }
}
