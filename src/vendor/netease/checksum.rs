//! The signature of a server API call: four headers (reference section 3).
//!
//! ```text
//! CheckSum = lower-case hex of SHA1( AppSecret Nonce CurTime )     nothing between them, 40 characters
//! ```
//! Body and path are not signed.

use super::super::{Answer, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, snippet};
use super::signed::{Headers, Sent, is_sha1};
use crate::codec::{hash, hex, mac};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Part, Problem, Signature, Time, VendorCode,
    Window,
};

/// How long a CheckSum is good, from CurTime on, in milliseconds (section 3).
const LIFE: i64 = 5 * 60 * 1000;
/// Longest nonce (section 3).
const NONCE_MAX: usize = 128;

static SPEC: Spec = Spec {
    id: "netease.api-checksum",
    since: "0.1.0",
    link: "https://doc.yunxin.163.com/",
    fields: &[
        Field::token("nonce", FieldKind::Text { max: NONCE_MAX, warn_above: 0 })
            .advanced()
            .fresh()
            .sample("3f2504e04f8911d39a0c0305e82c3301"),
        Field::token("cur_time", FieldKind::Digits).advanced().fresh().sample("1767323045"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[snippet!("netease-api.sh", "curl")],
};

static NAMES: &[Name] = &[
    Name::new("AppKey", Means::Owner),
    Name::new("Nonce", Means::Random).of("nonce"),
    Name::new("CurTime", Means::Made).of("cur_time"),
    Name::new("CheckSum", Means::Proof),
    Name::new("signed_text", Means::Told),
];

/// What the server says (sections 3 and 10).
static ANSWERS: &[Answer] = &[
    Answer::any("bad_signature", REFUSED),
    Answer::any("expired", REFUSED),
    Answer::any("malformed", REFUSED),
];
const REFUSED: &[VendorCode] = &[VendorCode::new("414", "server")];

/// `netease.api-checksum`.
#[derive(Debug)]
pub(super) struct ApiChecksum;

fn headers(text: &str) -> Option<Headers<'_>> {
    Headers::with(text, &["Nonce", "CurTime"])
}

fn checksum(secret: &[u8], nonce: &str, cur_time: &str) -> String {
    hex::encode(&hash::sha1(&[secret, nonce.as_bytes(), cur_time.as_bytes()]))
}

impl Kind for ApiChecksum {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn recognise(&self, text: &str) -> Recognition {
        if is_sha1(text) { Recognition::Maybe } else { Recognition::No }
    }

    fn reads_whole(&self, text: &str) -> bool {
        headers(text).is_some()
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let sent = Sent::new(text, headers(text));
        let (given, _) = sent.checksum();
        if !is_sha1(given) {
            return Decoded::damaged(super::malformed("netease-checksum"));
        }
        let mut decoded = Decoded::new();
        sent.show(&mut decoded, "AppKey", known, "app_key");
        let nonce = sent.show(&mut decoded, "Nonce", known, "nonce");
        let cur_time = sent.show(&mut decoded, "CurTime", known, "cur_time");
        sent.show_checksum(&mut decoded);

        let seconds = cur_time.and_then(|text| text.parse::<i64>().ok());
        if let (Some(text), Some(part)) = (cur_time, decoded.parts.iter_mut().find(|p| p.key == "CurTime")) {
            if seconds.is_none_or(|seconds| seconds.to_string() != text || seconds < 0) {
                decoded.findings.push(Finding::error("format").variant("netease-cur-time"));
            }
            part.note = seconds.map_or(Note::None, |seconds| Note::Time(Time::from_seconds(seconds)));
        }
        let made = seconds.map(Time::from_seconds);
        decoded.window = Window {
            issued_at: made,
            expires_at: made.map(|made| made.plus(LIFE)),
            good_at_end: true,
            ..Window::default()
        };
        if let (Some(nonce), Some(cur_time)) = (nonce, cur_time) {
            let text = format!("…{nonce}{cur_time}");
            decoded.parts.push(Part::new("signed_text", text).note(Message::new("netease-note-signed")));
            decoded.signature = match super::secret(known, "app_secret") {
                None => Signature::Unchecked,
                Some(secret) => {
                    let made = checksum(secret, nonce, cur_time);
                    // Upper case is a fault of its own, and told as such.
                    let equal = mac::equal(made.as_bytes(), given.to_ascii_lowercase().as_bytes());
                    if equal { Signature::Valid } else { Signature::Invalid }
                }
            };
        } else {
            let lacking: Vec<_> = [("nonce", nonce), ("cur_time", cur_time)]
                .into_iter()
                .filter_map(|(key, value)| value.is_none().then_some(key))
                .collect();
            super::needs(&mut decoded, "netease-hash", &lacking);
        }
        decoded
    }

    fn answers(&self) -> &'static [Answer] {
        ANSWERS
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        let mut verified = Verified::default();
        let length = decoded.text("Nonce").map_or(0, |nonce| nonce.chars().count());
        if length > NONCE_MAX {
            let finding = Finding::error("limit").variant("netease-nonce");
            verified.findings.push(finding.with("length", length));
        }
        verified
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        match finding.code {
            "expired" => finding.variant("netease-checksum"),
            _ => super::reword(finding, "netease-checksum"),
        }
    }

    fn complete(&self, inputs: Inputs, env: &mut Env<'_>) -> Inputs {
        let inputs = if inputs.text("cur_time").is_some() {
            inputs
        } else {
            inputs.with("cur_time", env.now.seconds().to_string())
        };
        if inputs.text("nonce").is_some() {
            return inputs;
        }
        // The form that the vendor's SDKs send: 32 hex digits.
        let mut bytes = [0; 16];
        env.random.fill_bytes(&mut bytes);
        inputs.with("nonce", hex::encode(&bytes))
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let inputs = self.complete(inputs.clone(), env);
        let (Some(app_key), Some(secret)) = (inputs.text("app_key"), super::secret(&inputs, "app_secret"))
        else {
            return Err(vec![Problem::new("app_secret", Message::new("problem-missing"))]);
        };
        let (nonce, cur_time) = (inputs.text_or_empty("nonce"), inputs.text_or_empty("cur_time"));
        let token = checksum(secret, nonce, cur_time);
        let outputs = vec![
            ("AppKey", app_key.to_owned()),
            ("Nonce", nonce.to_owned()),
            ("CurTime", cur_time.to_owned()),
            ("CheckSum", token.clone()),
        ];
        Ok(Generated { token, outputs })
    }
}
