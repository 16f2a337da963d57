//! The signature of server callbacks (reference section 9): lower-case hex of SHA-1 over CallbackSecret, timestamp and
//! nonce, sorted as text and joined. Bare, or in the callback's JSON body.

use crate::codec::json::{self, plain};
use crate::codec::{hash, hex, mac};

use super::super::{Decoded, Generated, Kind, Limits, Recognition, Spec, Verified};
use super::{APP_ID, CALLBACK_SECRET, SERVER_SECRET};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Part, Problem, Segment, Shape, Signature, Time,
    Window,
};

static SPEC: Spec = Spec {
    id: "zego.callback-signature",
    since: "0.1.0",
    link: "https://github.com/ZEGOCLOUD/docs_all",
    fields: &[
        Field::token("timestamp", FieldKind::Digits).sample("1470820198"),
        Field::token("nonce", FieldKind::Id { max: 255 }).sample("123412"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[],
};

static NAMES: &[Name] = &[
    Name::new("timestamp", Means::Made),
    Name::new("nonce", Means::Random),
    Name::new("signature", Means::Proof),
    Name::new("order", Means::Told),
];

/// Made with the CallbackSecret alone.
static CREDENTIALS: [Field; 3] = [APP_ID.optional(), SERVER_SECRET.optional(), CALLBACK_SECRET.required()];

const DIGITS: usize = 40;
const KEYS: [&str; 3] = ["signature", "timestamp", "nonce"];

/// `zego.callback-signature`.
#[derive(Debug)]
pub(super) struct CallbackSignature;

/// Text or number of a JSON body.
fn member(body: Option<&json::Object>, key: &str) -> Option<String> {
    body?.members.get(key).filter(|value| value.is_string() || value.is_number()).map(plain)
}

impl Kind for CallbackSignature {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn credential(&self, field: &'static Field) -> Option<&'static Field> {
        super::credential(&CREDENTIALS, field)
    }

    fn recognise(&self, text: &str) -> Recognition {
        if hex::is_hex(text, DIGITS) { Recognition::Maybe } else { Recognition::No }
    }

    fn reads_whole(&self, text: &str) -> bool {
        let body = json::object(text).ok();
        KEYS.iter().all(|key| member(body.as_ref(), key).is_some())
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let body = json::object(text).ok();
        let mut decoded = Decoded::new();
        let signature = member(body.as_ref(), "signature").unwrap_or_else(|| text.to_owned());
        let bare = body.is_none();
        decoded.segments = vec![Segment::new(if bare { "signature" } else { "data" }, 0..text.len())];
        if let Some(body) = &body {
            decoded.parts =
                body.members.iter().map(|(key, value)| Part::new(key.as_str(), value.clone())).collect();
            decoded.fields.clone_from(&body.members);
            decoded.tell_duplicates(body, "", None);
        }
        let mut read = |key: &'static str| {
            let value = member(body.as_ref(), key).or_else(|| known.text(key).map(ToOwned::to_owned))?;
            if bare {
                decoded.parts.push(Part::new(key, value.as_str()));
                decoded.fields.insert(key.to_owned(), value.clone().into());
            }
            Some(value)
        };
        let (timestamp, nonce) = (read("timestamp"), read("nonce"));
        if bare {
            decoded.parts.push(Part::new("signature", signature.as_str()).at(0..text.len()));
            decoded.fields.insert("signature".to_owned(), signature.clone().into());
        }
        if !hex::is_hex(&signature, DIGITS) {
            decoded.shape = Shape::Damaged;
            decoded.findings = vec![Finding::error("malformed").variant("zego-callback")];
            return decoded;
        }
        let time = timestamp.as_deref().and_then(Time::from_decimal);
        decoded.window = Window { issued_at: time, ..Window::default() };
        if let Some(part) = decoded.parts.iter_mut().find(|part| part.key == "timestamp") {
            *part = part.clone().time(time);
        }
        let secret = super::secret(known, "callback_secret");
        match (timestamp, nonce, secret) {
            (Some(timestamp), Some(nonce), Some(secret)) => {
                let order = order(&timestamp, &nonce, secret).map(|(name, _)| name).join(" + ");
                let part = Part::new("order", order).note(Message::new("zego-note-order"));
                decoded.parts.push(part);
                let made = sign(&timestamp, &nonce, secret);
                if mac::equal(made.as_bytes(), signature.as_bytes()) {
                    decoded.signature = Signature::Valid;
                } else {
                    decoded.signature = Signature::Invalid;
                    decoded.findings.push(Finding::error("signature").variant("zego-callback"));
                }
            }
            (timestamp, nonce, secret) => {
                let absent = [
                    ("timestamp", timestamp.is_none()),
                    ("nonce", nonce.is_none()),
                    ("callback_secret", secret.is_none()),
                ];
                let keys: Vec<_> = absent.iter().filter(|(_, absent)| *absent).map(|(key, _)| *key).collect();
                decoded.findings.push(super::needs(&keys));
            }
        }
        decoded
    }

    fn verify(&self, _decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        Verified::default()
    }

    fn complete(&self, mut inputs: Inputs, env: &mut Env<'_>) -> Inputs {
        if inputs.text("timestamp").is_none() {
            inputs = inputs.with("timestamp", env.now.seconds().to_string());
        }
        if inputs.text("nonce").is_none() {
            inputs = inputs.with("nonce", env.random.next_u32().to_string());
        }
        inputs
    }

    /// As ZEGO's server would sign a callback: for trying one's own endpoint.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let inputs = self.complete(inputs.clone(), env);
        let secret =
            super::secret(&inputs, "callback_secret").ok_or_else(|| super::missing("callback_secret"))?;
        let (timestamp, nonce) = (inputs.text_or_empty("timestamp"), inputs.text_or_empty("nonce"));
        let outputs = vec![("timestamp", timestamp.to_owned()), ("nonce", nonce.to_owned())];
        Ok(Generated { token: sign(timestamp, nonce, secret), outputs })
    }
}

/// The three with their names, sorted by their bytes.
fn order<'a>(timestamp: &'a str, nonce: &'a str, secret: &'a str) -> [(&'static str, &'a str); 3] {
    let mut three = [("callback_secret", secret), ("timestamp", timestamp), ("nonce", nonce)];
    three.sort_by_key(|(_, value)| *value);
    three
}

fn sign(timestamp: &str, nonce: &str, secret: &str) -> String {
    let sorted = order(timestamp, nonce, secret);
    hex::encode(&hash::sha1(&sorted.map(|(_, value)| value.as_bytes())))
}
