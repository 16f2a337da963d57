//! The signature of Server API v2 (reference section 9): lower-case hex of
//! `MD5(AppId + SignatureNonce + ServerSecret + Timestamp)`, bare or in its query.

use std::ops::Range;

use super::super::{Answer, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, snippet};
use crate::codec::{form, hash, hex, mac};
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Part, Problem, Segment, Signature, Time, Window,
    visible,
};

static SPEC: Spec = Spec {
    id: "zego.api-signature",
    since: "0.1.0",
    link: "https://docs.zegocloud.com/article/13992",
    fields: &[
        Field::token("signature_nonce", FieldKind::Id { max: 255 })
            .advanced()
            .fresh()
            .sample("4fd24687296dd9f3"),
        Field::token("timestamp", FieldKind::Digits).advanced().fresh().sample("1767225600"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[snippet!("zego-api.sh", "curl")],
};

static NAMES: &[Name] = &[
    Name::new("Action", Means::Form),
    Name::new("AppId", Means::Owner),
    Name::new("SignatureNonce", Means::Random).of("signature_nonce"),
    Name::new("Timestamp", Means::Made).of("timestamp"),
    Name::new("SignatureVersion", Means::Form),
    Name::new("Signature", Means::Proof),
];

/// How far the timestamp may be from the server's clock, in milliseconds.
const TOLERANCE: i64 = 600_000;
const VERSION: &str = "2.0";
const DIGITS: usize = 32;

/// `zego.api-signature`.
#[derive(Debug)]
pub(super) struct ApiSignature;

/// A value and its place.
type Found = (String, Range<usize>);

/// The parameters of a query, with or without the URL in front.
fn parameter(text: &str, name: &str) -> Option<Found> {
    let mut at = text.find('?').map_or(0, |mark| mark + 1);
    for pair in text.get(at..)?.split('&') {
        if let Some((key, value)) = pair.split_once('=')
            && key == name
        {
            let start = at + key.len() + 1;
            return Some((form::decode_component(value).text, start..start + value.len()));
        }
        at += pair.len() + 1;
    }
    None
}

impl Kind for ApiSignature {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn recognise(&self, text: &str) -> Recognition {
        if hex::is_hex(text, DIGITS) { Recognition::Maybe } else { Recognition::No }
    }

    fn reads_whole(&self, text: &str) -> bool {
        !text.contains(char::is_whitespace)
            && ["Signature", "SignatureNonce"].iter().all(|name| parameter(text, name).is_some())
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let mut decoded = Decoded::new();
        let in_query = parameter(text, "Signature");
        let bare = in_query.is_none();
        let (signature, at) = in_query.unwrap_or_else(|| (text.to_owned(), 0..text.len()));
        decoded.segments = [("query", 0..at.start), ("signature", at.clone()), ("query", at.end..text.len())]
            .into_iter()
            .filter(|(_, range)| !range.is_empty())
            .map(|(name, range)| Segment::new(name, range))
            .collect();
        let mut read = |name: &'static str, key: &str| {
            let (value, place) = match parameter(text, name) {
                Some((value, place)) => (value, Some(place)),
                None => (known.text(key)?.to_owned(), None),
            };
            decoded.fields.insert(name.to_owned(), value.clone().into());
            let mut part = Part::new(name, value.as_str());
            part.span = place;
            if name == "Timestamp" {
                part = part.time(Time::from_decimal(&value));
            }
            decoded.parts.push(part);
            Some(value)
        };
        read("Action", "");
        let app_id = read("AppId", "app_id");
        let nonce = read("SignatureNonce", "signature_nonce");
        let timestamp = read("Timestamp", "timestamp");
        let version = read("SignatureVersion", "");
        decoded.fields.insert("Signature".to_owned(), signature.clone().into());
        decoded.parts.push(Part::new("Signature", signature.as_str()).at(at));
        if !bare {
            decoded.owner.clone_from(&app_id);
            if version.as_deref() != Some(VERSION) {
                let got = visible::one_line(&version.unwrap_or_default());
                decoded.findings.push(Finding::error("signature_version").with("got", got));
            }
        }
        if !hex::is_hex(&signature, DIGITS) {
            return Decoded {
                shape: crate::token::Shape::Damaged,
                findings: vec![Finding::error("malformed").variant("zego-api")],
                ..decoded
            };
        }
        if let Some(time) = timestamp.as_deref().and_then(Time::from_decimal) {
            decoded.window = Window {
                issued_at: Some(time),
                not_before: Some(time.plus(-TOLERANCE)),
                expires_at: Some(time.plus(TOLERANCE)),
                endless: false,
                good_at_end: true,
            };
        }
        match (app_id, nonce, timestamp) {
            (Some(app_id), Some(nonce), Some(timestamp)) => {
                let Some(secret) = super::secret(known, "server_secret") else { return decoded };
                let made = sign(&app_id, &nonce, secret, &timestamp);
                if mac::equal(made.as_bytes(), signature.as_bytes()) {
                    decoded.signature = Signature::Valid;
                } else {
                    decoded.signature = Signature::Invalid;
                    decoded.findings.push(Finding::error("signature").variant("zego-api"));
                }
            }
            (app_id, nonce, timestamp) => {
                let given = [("app_id", app_id), ("signature_nonce", nonce), ("timestamp", timestamp)];
                let keys: Vec<_> =
                    given.iter().filter(|(_, value)| value.is_none()).map(|(key, _)| *key).collect();
                decoded.findings.push(super::needs(&keys));
                if bare {
                    decoded.findings.push(Finding::info("maybe_secret"));
                }
            }
        }
        decoded
    }

    fn verify(&self, _decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        Verified::default()
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        match finding.code {
            "expired" | "not_yet" => finding.variant("zego-api"),
            _ => finding,
        }
    }

    fn answers(&self) -> &'static [Answer] {
        super::answers::API
    }

    fn check(&self, inputs: &Inputs, _now: Time) -> Vec<Problem> {
        super::check_secret(inputs).into_iter().collect()
    }

    fn complete(&self, mut inputs: Inputs, env: &mut Env<'_>) -> Inputs {
        if inputs.text("signature_nonce").is_none() {
            inputs = inputs.with("signature_nonce", super::nonce_hex(env));
        }
        if inputs.text("timestamp").is_none() {
            inputs = inputs.with("timestamp", env.now.seconds().to_string());
        }
        inputs
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let inputs = self.complete(inputs.clone(), env);
        let app_id = inputs.text("app_id").ok_or_else(|| super::missing("app_id"))?;
        let secret =
            super::secret(&inputs, "server_secret").ok_or_else(|| super::missing("server_secret"))?;
        let (nonce, timestamp) = (inputs.text_or_empty("signature_nonce"), inputs.text_or_empty("timestamp"));
        let token = sign(app_id, nonce, secret, timestamp);
        let escaped = form::encode_component(nonce);
        let query = format!(
            "AppId={app_id}&SignatureNonce={escaped}&Timestamp={timestamp}&Signature={token}&SignatureVersion={VERSION}"
        );
        Ok(Generated { token, outputs: vec![("query", query)] })
    }
}

fn sign(app_id: &str, nonce: &str, secret: &str, timestamp: &str) -> String {
    hex::encode(&hash::md5(format!("{app_id}{nonce}{secret}{timestamp}").as_bytes()))
}
