//! The legacy login token, version 1 (reference section 8; by the vendor's formula, there is nothing to run it against).
//!
//! ```text
//! base64( {"ver":1,"hash":"…","nonce":"…","expired":…} )
//! hash = lower-case hex of MD5( app_id + first 32 characters of AppSign + userID + nonce + expired )
//! ```

use serde_json::Value;

use super::super::{Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified};
use super::{APP_SIGN, SERVER_SECRET, USER_ID};
use crate::codec::base64::{self, Padding};
use crate::codec::json::{self, Writer};
use crate::codec::{hash, hex, mac};
use crate::i18n::Message;
use crate::token::input::end_seconds;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Layer, Means, Name, Note, Part, Problem, Segment, Signature,
    Time, When, Window,
};

static SPEC: Spec = Spec {
    id: "zego.login-v1",
    since: "0.1.0",
    link: "https://doc-zh.zego.im/article/7646",
    fields: &[
        USER_ID.required(),
        Field::token("expired", FieldKind::Time).default("+1h").sample("+1h"),
        Field::token("nonce", FieldKind::Id { max: 64 }).advanced().fresh().sample("5b476659e5d8d0a1"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[],
};

static NAMES: &[Name] = &[
    Name::new("ver", Means::Form),
    Name::new("hash", Means::Proof),
    Name::new("nonce", Means::Random),
    Name::new("expired", Means::Ends),
];

/// Made with the AppSign, not with the ServerSecret.
static CREDENTIALS: [Field; 2] = [SERVER_SECRET.optional(), APP_SIGN.required()];

/// Base64 of `{"ver":1,`.
const START: &str = "eyJ2ZXIiOjEs";
const KEYS: [&str; 4] = ["ver", "hash", "nonce", "expired"];

/// `zego.login-v1`.
#[derive(Debug)]
pub(super) struct LoginV1;

impl Kind for LoginV1 {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn credential(&self, field: &'static Field) -> Option<&'static Field> {
        super::credential(&CREDENTIALS, field)
    }

    fn recognise(&self, text: &str) -> Recognition {
        if text.starts_with(START) && !text.contains('.') { Recognition::Yes } else { Recognition::No }
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let malformed = |variant| Decoded::damaged(Finding::error("malformed").variant(variant));
        let Ok(loose) = base64::decode(text) else { return malformed("zego-login-base64") };
        let object = std::str::from_utf8(&loose.bytes).ok().and_then(|text| json::object(text).ok());
        let Some(object) = object else { return malformed("zego-login-json") };
        let mut decoded = Decoded::new();
        decoded.segments = vec![Segment::new("data", 0..text.len())];
        decoded.layers.push(Layer::json("decoded", &String::from_utf8_lossy(&loose.bytes)));
        for (key, value) in &object.members {
            let part = Part::new(key.as_str(), value.clone()).at(0..text.len());
            decoded.parts.push(if key == "expired" { part.time(Time::from_json(value)) } else { part });
        }
        decoded.tell_duplicates(&object, "", None);
        if loose.url_safe || !loose.canonical || matches!(loose.padding, Padding::Missing | Padding::TooMuch)
        {
            decoded.findings.push(Finding::error("base64").variant("zego-inexact"));
        }
        decoded.fields = object.members;
        if decoded.fields.get("ver").and_then(Value::as_i64) != Some(1) {
            let got = decoded.fields.get("ver").map(super::short).unwrap_or_default();
            decoded.findings.push(Finding::error("version").variant("zego-login").with("got", got));
        }
        let expired = decoded.fields.get("expired").and_then(Value::as_i64);
        decoded.window =
            Window { expires_at: expired.map(Time::from_seconds), good_at_end: true, ..Window::default() };
        let (Some(made), Some(nonce), Some(expired)) = (decoded.text("hash"), decoded.text("nonce"), expired)
        else {
            for key in KEYS.into_iter().filter(|key| !decoded.fields.contains_key(*key)) {
                decoded.findings.push(Finding::error("field_missing").variant("zego").with("key", key));
            }
            for (key, variant) in [("hash", "zego-text"), ("nonce", "zego-text"), ("expired", "zego-integer")]
            {
                let fits = |value: &Value| {
                    if variant == "zego-text" { value.is_string() } else { value.as_i64().is_some() }
                };
                if let Some(value) = decoded.fields.get(key).filter(|value| !fits(value)) {
                    let finding = Finding::error("field_type").variant(variant).with("key", key);
                    decoded.findings.push(finding.with("got", super::short(value)));
                }
            }
            decoded.signature = Signature::Invalid;
            decoded.findings.push(Finding::error("signature").variant("zego-login"));
            return decoded;
        };
        match sign(known, nonce, expired) {
            Some(hash) if mac::equal(hash.as_bytes(), made.as_bytes()) => {
                decoded.signature = Signature::Valid;
            }
            Some(_) => {
                decoded.signature = Signature::Invalid;
                decoded.findings.push(Finding::error("signature").variant("zego-login"));
            }
            None => {
                let keys = super::unknown(known, &["app_id", "app_sign", "user_id"]);
                decoded.findings.push(super::needs(&keys));
            }
        }
        decoded
    }

    fn verify(&self, _decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        Verified { findings: vec![Finding::warning("legacy")], foreign: false }
    }

    fn answers(&self) -> &'static [Answer] {
        super::answers::LOGIN
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        // An instant is taken as said, to make an old token again; the report says that it is over.
        let span = inputs.when("expired").filter(|when| matches!(when, When::FromNow(_)));
        let end = span.map(|when| end_seconds(when, now.seconds()));
        let past = end.filter(|end| *end <= now.seconds()).map(|end| {
            let message = Message::new("problem-end-past").with("end", Time::from_seconds(end));
            Problem::new("expired", message)
        });
        past.into_iter().collect()
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let end = inputs.when("expired").unwrap_or(When::FromNow(3_600_000));
        let expired = end_seconds(end, env.now.seconds());
        let nonce = inputs.text("nonce").map_or_else(|| super::nonce_hex(env), ToOwned::to_owned);
        let hash = sign(inputs, &nonce, expired).ok_or_else(|| {
            let keys = super::unknown(inputs, &["app_id", "app_sign", "user_id"]);
            keys.into_iter().flat_map(super::missing).collect::<Vec<_>>()
        })?;
        let json = Writer::new()
            .integer("ver", 1)
            .text("hash", &hash)
            .text("nonce", &nonce)
            .integer("expired", expired)
            .finish();
        Ok(base64::encode(json.as_bytes()).into())
    }
}

/// The hash; `None` where something that it needs is not known.
fn sign(known: &Inputs, nonce: &str, expired: i64) -> Option<String> {
    let app_id = known.text("app_id")?;
    let sign = super::short_sign(super::secret(known, "app_sign")?);
    let user_id = known.text("user_id")?;
    Some(hex::encode(&hash::md5(format!("{app_id}{sign}{user_id}{nonce}{expired}").as_bytes())))
}
