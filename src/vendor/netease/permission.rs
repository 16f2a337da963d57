//! The permission key: what a user may do in a room, beside the basic token (reference section 6).
//!
//! ```text
//! signed   = "appkey:"… "uid:"… "curTime:"… "expireTime:"… "cname:"… "privilege:"…      six lines, each ends in \n
//! checksum = base64( HMAC-SHA256( key = text of the permission secret, signed ) )
//! key      = base64( zlib( JSON of the six and checksum, keys sorted ) ), with + / = written as * - _
//! ```
//! The checksum is over the values, not over the JSON's text; the compressed bytes differ by zlib, so compare keys
//! after inflating.

use serde_json::Value;

use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, snippet,
};
use super::{CHANNEL_NAME, LONGEST, SAMPLES, UID, malformed, whole};
use crate::codec::base64::{self, Loose};
use crate::codec::json::{self, Object, Writer, plain};
use crate::codec::mac;
use crate::codec::zlib::{self, Damage};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Layer, Means, Name, Note, Part, Problem, Segment, Shape,
    Signature, Time, VendorCode, Window, visible,
};

/// The longest JSON that is looked at, in bytes; a real one has a few hundred.
const JSON_MAX: usize = 64 * 1024;
/// Bytes of a whole checksum.
const CHECKSUM: usize = 32;

/// Section 6. 64 and 128 have no documented meaning.
const PRIVILEGES: &[(&str, u64)] = &[
    ("send-audio", 1),
    ("send-video", 2),
    ("receive-audio", 4),
    ("receive-video", 8),
    ("create-room", 16),
    ("join-room", 32),
];

static SPEC: Spec = Spec {
    id: "netease.permission-key",
    since: "0.1.0",
    link: SAMPLES,
    fields: &[
        UID,
        CHANNEL_NAME.required(),
        Field::token("privilege", FieldKind::Flags(PRIVILEGES)).default("63").sample("63"),
        Field::token("ttl", FieldKind::Seconds { min: 1, max: LONGEST }).default("3600").sample("3600"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(LONGEST), warned_before: Some(30), ..Limits::NONE },
    snippets: &[snippet!("nertc-permission.js", "NERTC Web")],
};

static NAMES: &[Name] = &[
    Name::new("appkey", Means::Owner),
    Name::new("checksum", Means::Proof),
    Name::new("cname", Means::Room).of("channel_name"),
    Name::new("curTime", Means::Made),
    Name::new("expireTime", Means::Life).of("ttl"),
    Name::new("privilege", Means::Rights),
    Name::new("uid", Means::User),
    Name::new("signed_text", Means::Told),
];

/// What a client says (section 10).
static ANSWERS: &[Answer] = &[
    Answer::any("expired", &[VendorCode::new("902", "client")]),
    Answer::any("malformed", WRONG),
    Answer::any("bad_signature", WRONG),
    Answer::any("context_mismatch", WRONG),
];
const WRONG: &[VendorCode] = &[VendorCode::new("901", "client"), VendorCode::new("30121", "client")];

/// `netease.permission-key`.
#[derive(Debug)]
pub(super) struct PermissionKey;

/// The six values that are signed, numbers as they are written.
struct Signed<'a> {
    appkey: &'a str,
    uid: &'a str,
    cur_time: &'a str,
    expire_time: &'a str,
    cname: &'a str,
    privilege: &'a str,
}

impl Signed<'_> {
    fn text(&self) -> String {
        let Self { appkey, uid, cur_time, expire_time, cname, privilege } = self;
        format!(
            "appkey:{appkey}\nuid:{uid}\ncurTime:{cur_time}\nexpireTime:{expire_time}\ncname:{cname}\nprivilege:{privilege}\n"
        )
    }
}

/// Standard base64 of the key's text. Whether it is spelled with the key's own characters only stands beside it.
fn unmask(text: &str) -> (String, bool) {
    let own = !text.contains(['+', '/', '=']);
    let plain = text.chars().map(|c| match c {
        '*' => '+',
        '-' => '/',
        '_' => '=',
        other => other,
    });
    (plain.collect(), own)
}

enum Unpacked {
    Key(Box<Object>, String, Loose, bool),
    Damaged(&'static str),
}

fn unpack(text: &str) -> Unpacked {
    let (plain_text, own) = unmask(text);
    let Ok(loose) = base64::decode(&plain_text) else { return Unpacked::Damaged("netease-key-base64") };
    let json = match zlib::inflate(&loose.bytes, JSON_MAX) {
        Ok(json) => json,
        Err(Damage::Header) => return Unpacked::Damaged("netease-zlib"),
        Err(Damage::Cut) => return Unpacked::Damaged("netease-zlib-cut"),
        Err(Damage::Data | Damage::Trailing(_)) => return Unpacked::Damaged("netease-zlib-data"),
        Err(Damage::TooLong) => return Unpacked::Damaged("netease-zlib-long"),
    };
    let json = String::from_utf8(json).unwrap_or_default();
    match json::object(&json) {
        Ok(object) => Unpacked::Key(Box::new(object), json, loose, own),
        Err(_) => Unpacked::Damaged("netease-key-json"),
    }
}

/// The other way round than for all else: the AppSecret only tells that it was taken by mistake.
static APP_SECRET: Field = super::APP_SECRET.optional();
static PERM_SECRET: Field = super::PERM_SECRET;

impl Kind for PermissionKey {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn credential(&self, field: &'static Field) -> Option<&'static Field> {
        Some(match field.key {
            "app_secret" => &APP_SECRET,
            "perm_secret" => &PERM_SECRET,
            _ => field,
        })
    }

    fn recognise(&self, text: &str) -> Recognition {
        const SHORTEST: usize = 40;
        match unpack(text) {
            Unpacked::Key(object, ..) => {
                let has = |key: &str| object.members.contains_key(key);
                if has("appkey") && has("cname") && has("checksum") {
                    Recognition::Yes
                } else {
                    Recognition::No
                }
            }
            // Cut or changed: zlib's usual beginnings in the key's characters (section 9).
            Unpacked::Damaged(_) => {
                let own = |b: u8| b.is_ascii_alphanumeric() || b"*-_".contains(&b);
                let begins = ["eJ", "eN", "eA"].iter().any(|start| text.starts_with(start));
                let looks = begins && text.len() >= SHORTEST && text.bytes().all(own);
                if looks { Recognition::Maybe } else { Recognition::No }
            }
        }
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let (object, json, loose, own) = match unpack(text) {
            Unpacked::Key(object, json, loose, own) => (*object, json, loose, own),
            Unpacked::Damaged(variant) => return Decoded::damaged(malformed(variant)),
        };
        let mut decoded = Decoded::new();
        decoded.segments = vec![Segment::new("data", 0..text.len())];
        decoded.layers = vec![stream(loose.bytes), Layer::json("inflated", &json)];
        super::dynamic::form(&mut decoded, loose.padding, own, loose.canonical);
        decoded.parts = object.members.iter().flat_map(|(key, value)| parts(key, value)).collect();
        decoded.tell_duplicates(&object, "", None);
        decoded.fields = object.members;
        decoded.owner = decoded.text("appkey").map(ToOwned::to_owned);

        let wrong = wrong_members(&decoded);
        let number = |key: &str| decoded.fields.get(key).map(plain).unwrap_or_default();
        let (uid, cur_time, expire_time, privilege) =
            (number("uid"), number("curTime"), number("expireTime"), number("privilege"));
        if !wrong.is_empty() {
            decoded.findings.extend(wrong);
            decoded.shape = Shape::Damaged;
            return decoded;
        }
        let made = decoded.fields.get("curTime").and_then(whole).map(Time::from_seconds);
        let life = decoded.fields.get("expireTime").and_then(whole).unwrap_or_default();
        decoded.window = Window {
            issued_at: made,
            expires_at: made.map(|made| made.plus(life.saturating_mul(1000))),
            good_at_end: true,
            ..Window::default()
        };
        let signed = Signed {
            appkey: decoded.text("appkey").unwrap_or_default(),
            uid: &uid,
            cur_time: &cur_time,
            expire_time: &expire_time,
            cname: decoded.text("cname").unwrap_or_default(),
            privilege: &privilege,
        };
        let signed = signed.text();
        let checksum = decoded.text("checksum").unwrap_or_default();
        let sum = base64::decode(checksum).map(|loose| loose.bytes).unwrap_or_default();
        // Compared as text too: another spelling of the same bytes is another checksum to the server.
        let fits = |secret: &[u8]| {
            let made = mac::hmac_sha256(secret, signed.as_bytes());
            mac::equal(base64::encode(&made).as_bytes(), checksum.as_bytes())
        };
        let with_app_secret = super::secret(known, "app_secret").is_some_and(fits);
        let wrong = |variant| {
            let finding = Finding::error("bad_signature").variant(variant);
            (Signature::Invalid, Some(finding.with("length", sum.len())))
        };
        let (signature, finding) = match super::secret(known, "perm_secret") {
            Some(secret) if fits(secret) => (Signature::Valid, None),
            _ if sum.len() < CHECKSUM => wrong("netease-key-short"),
            _ if with_app_secret => wrong("netease-key-app-secret"),
            Some(_) => (Signature::Invalid, None),
            None => (Signature::Unchecked, Some(Finding::info("needs_perm_secret"))),
        };
        decoded.parts.push(Part::new("signed_text", signed).note(Message::new("netease-note-signed-key")));
        decoded.signature = signature;
        decoded.findings.extend(finding);
        decoded
    }

    fn answers(&self) -> &'static [Answer] {
        ANSWERS
    }

    fn verify(&self, decoded: &Decoded, known: &Inputs, _now: Time) -> Verified {
        let mut verified = Verified::default();
        let pairs = [("cname", "channel_name", "netease-channel"), ("uid", "uid", "netease-uid")];
        for (member, key, variant) in pairs {
            let inside = decoded.fields.get(member).map(plain).unwrap_or_default();
            if let Some(given) = known.text(key).filter(|given| *given != inside) {
                verified.foreign = true;
                let finding = Finding::error("context_mismatch").variant(variant);
                let finding = finding.with("inside", visible::one_line(&inside));
                verified.findings.push(finding.with("given", visible::one_line(given)));
            }
        }
        let life = decoded.fields.get("expireTime").and_then(whole).unwrap_or_default();
        if life <= 0 {
            let finding = Finding::error("limit").variant("netease-ttl");
            verified.findings.push(finding.with("ttl", life.to_string()));
        }
        let privilege = decoded.fields.get("privilege").and_then(whole).unwrap_or_default();
        let meant = PRIVILEGES.iter().fold(0, |sum, (_, bit)| sum | i64::try_from(*bit).unwrap_or_default());
        if privilege & !meant != 0 {
            let finding = Finding::warning("privilege").variant("unknown");
            verified.findings.push(finding.with("privilege", privilege.to_string()));
        } else if privilege == 0 {
            verified.findings.push(Finding::warning("privilege").variant("none"));
        }
        verified.findings.extend(super::remarks_on_use(known));
        verified
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        match finding.code {
            "expired" => finding.variant("netease-key"),
            _ => super::reword(finding, "netease-key"),
        }
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let Some(secret) = super::secret(inputs, "perm_secret") else {
            return Err(vec![Problem::new("perm_secret", Message::new("problem-missing"))]);
        };
        let cur_time = env.now.seconds().to_string();
        let signed = Signed {
            appkey: inputs.text_or_empty("app_key"),
            uid: inputs.text("uid").unwrap_or("0"),
            cur_time: &cur_time,
            expire_time: inputs.text("ttl").unwrap_or("3600"),
            cname: inputs.text_or_empty("channel_name"),
            privilege: inputs.text("privilege").unwrap_or("63"),
        };
        let checksum = base64::encode(&mac::hmac_sha256(secret, signed.text().as_bytes()));
        let json = Writer::new()
            .text("appkey", signed.appkey)
            .text("checksum", &checksum)
            .text("cname", signed.cname)
            .raw("curTime", signed.cur_time)
            .raw("expireTime", signed.expire_time)
            .raw("privilege", signed.privilege)
            .raw("uid", signed.uid)
            .finish();
        let packed = base64::encode(&zlib::deflate(json.as_bytes()));
        Ok(packed.replace('+', "*").replace('/', "-").replace('=', "_").into())
    }
}

/// The zlib stream (RFC 1950): two bytes of head, the compressed text, its Adler-32.
fn stream(bytes: Vec<u8>) -> Layer {
    let sum = bytes.len().saturating_sub(4);
    let mut layer = Layer::new("compressed", bytes);
    layer.run("zlib-head", 2, None);
    layer.run("zlib-data", sum, None);
    layer.rest("zlib-sum");
    layer
}

/// What is missing or of another type than the vendor writes.
fn wrong_members(decoded: &Decoded) -> Vec<Finding> {
    let texts = ["appkey", "checksum", "cname"];
    let numbers = ["curTime", "expireTime", "privilege", "uid"];
    let is_number =
        |value: &Value| value.is_number() && plain(value).bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let judge = |key: &'static str| {
        let variant = match decoded.fields.get(key) {
            None => "netease-missing",
            Some(value) if texts.contains(&key) && !value.is_string() => "netease-text",
            // A uid may need 64 bits without a sign.
            Some(value) if key == "uid" && !is_number(value) => "netease-number",
            Some(value) if numbers.contains(&key) && key != "uid" && whole(value).is_none() => {
                "netease-number"
            }
            Some(_) => return None,
        };
        let got = visible::one_line(&decoded.fields.get(key).map(plain).unwrap_or_default());
        Some(malformed(variant).with("key", key).with("got", got))
    };
    texts.into_iter().chain(numbers).filter_map(judge).collect()
}

/// A member as parts: the privileges also one by one.
fn parts(key: &str, value: &Value) -> Vec<Part> {
    let part = Part::new(key, value.clone());
    let number = whole(value);
    match key {
        "curTime" => vec![part.time(number.map(Time::from_seconds))],
        "expireTime" => vec![part.note(Message::new("netease-note-ttl"))],
        "appkey" => vec![part.note(Message::new("netease-note-app-key"))],
        "privilege" => {
            let sum = number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default();
            let bit = |(name, bit): &(&str, u64)| {
                let note = Message::new(format!("flag-privilege-{name}"));
                Part::new(format!("privilege.{bit}"), sum & bit != 0).note(note)
            };
            std::iter::once(part).chain(PRIVILEGES.iter().map(bit)).collect()
        }
        _ => vec![part],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(json: &str) -> String {
        let packed = base64::encode(&zlib::deflate(json.as_bytes()));
        packed.replace('+', "*").replace('/', "-").replace('=', "_")
    }

    #[test]
    fn what_is_no_key_says_why() {
        let variant = |text: &str| {
            let decoded = PermissionKey.decode(text, &Inputs::default());
            (decoded.shape, decoded.findings.first().map(|finding| finding.variant))
        };
        let bomb = pack(&" ".repeat(JSON_MAX + 1));
        for (text, expected) in [
            ("", "netease-zlib"),
            ("!", "netease-key-base64"),
            (&*pack("[]"), "netease-key-json"),
            (&*pack("{}"), "netease-missing"),
            (&*bomb, "netease-zlib-long"),
        ] {
            assert_eq!(variant(text), (Shape::Damaged, Some(expected)), "{text}");
        }
        let typed = pack(
            r#"{"appkey":"a","checksum":"b","cname":1,"curTime":"1","expireTime":1,"privilege":1,"uid":1.5}"#,
        );
        let decoded = PermissionKey.decode(&typed, &Inputs::default());
        let variants: Vec<_> = decoded.findings.iter().map(|finding| finding.variant).collect();
        assert_eq!(variants, ["netease-text", "netease-number", "netease-number"]);
    }

    #[test]
    fn other_streams_are_not_keys() {
        assert_eq!(PermissionKey.recognise(&pack(r#"{"TLS.ver":"2.0","TLS.sig":"x"}"#)), Recognition::No);
        assert_eq!(PermissionKey.recognise(&"eJ".repeat(30)), Recognition::Maybe);
        assert_eq!(PermissionKey.recognise("eJ"), Recognition::No);
    }
}
