//! The token that NetEase's server makes (reference section 4): opaque, good for `expireAt` seconds from the answer
//! on. Also the IM token of an account, which the server hands out in the same way and which lasts (section 7).
//!
//! Renewal moves the end of the old token; the server hands out no new one.

use serde_json::Value;

use super::super::{Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, snippet};
use super::{CHANNEL_NAME, LONGEST, UID, whole};
use crate::codec::json::{self, plain};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Part, Problem, Segment, Signature, Time, When,
    Window, visible,
};

/// Seconds that a token is good for where the call named none (section 4).
const DEFAULT_LIFE: i64 = 600;

static SPEC: Spec = Spec {
    id: "netease.server-token",
    since: "0.1.0",
    link: "https://doc.yunxin.163.com/",
    fields: &[
        Field::token("answered_at", FieldKind::Time).sample("2026-01-02T03:04:05Z"),
        Field::token("expire_at", FieldKind::Seconds { min: 1, max: LONGEST }).default("600").sample("600"),
        UID.optional(),
        CHANNEL_NAME,
    ],
    names: NAMES,
    generates: false,
    limits: Limits { longest_life: Some(LONGEST), ..Limits::NONE },
    snippets: &[snippet!("nertc-web.js", "NERTC Web")],
};

static NAMES: &[Name] = &[
    Name::new("code", Means::Form),
    Name::new("token", Means::Proof),
    Name::new("info", Means::Data),
    Name::new("info.accid", Means::User),
    Name::new("info.token", Means::Proof),
];

/// `netease.server-token`, inspect only.
#[derive(Debug)]
pub(super) struct ServerToken;

/// What the server answered.
struct Answer {
    object: json::Object,
    code: i64,
    token: Option<String>,
    accid: Option<String>,
}

impl Answer {
    /// Reads `{"code":200,"token":…}`, `{"code":200,"info":{"accid":…,"token":…}}`, `{"code":414,"desc":…}`.
    fn read(text: &str) -> Option<Self> {
        if !text.starts_with('{') {
            return None;
        }
        let object = json::object(text).ok()?;
        let members = &object.members;
        let code = members.get("code").and_then(whole)?;
        let info = members.get("info").and_then(Value::as_object);
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(ToOwned::to_owned);
        let token = text(members.get("token")).or_else(|| text(info?.get("token")));
        let accid = info.and_then(|info| text(info.get("accid")));
        let failed = code != 200 && (members.contains_key("desc") || members.contains_key("msg"));
        let ours = token.is_some() || failed || members.len() == 1;
        ours.then(|| Self { code, token: token.filter(|token| !token.is_empty()), accid, object })
    }
}

/// Codes whose meaning is known (section 10).
const CODES: [i64; 24] = [
    200, 201, 301, 302, 315, 403, 404, 405, 406, 408, 413, 414, 415, 416, 417, 419, 422, 423, 431, 500, 503,
    514, 998, 999,
];

impl Kind for ServerToken {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    /// Its form is not documented, so no text is one by sight; a server's answer is, and whoever knows says so.
    fn recognise(&self, _text: &str) -> Recognition {
        Recognition::No
    }

    fn reads_whole(&self, text: &str) -> bool {
        Answer::read(text).is_some()
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let mut decoded = Decoded::new();
        decoded.signature = Signature::None;
        decoded.segments = vec![Segment::new("data", 0..text.len())];
        let answer = Answer::read(text);
        let lasts = answer.as_ref().is_some_and(|answer| answer.accid.is_some());
        if let Some(answer) = answer {
            if answer.code != 200 {
                let reason =
                    answer.object.members.get("desc").or(answer.object.members.get("msg")).map(plain);
                let finding = Finding::error("answer").with("code", answer.code.to_string());
                let finding = finding.with("reason", visible::one_line(&reason.unwrap_or_default()));
                decoded.findings.push(if answer.code == 414 { finding.variant("414") } else { finding });
            } else if answer.token.is_none() {
                decoded.findings.push(Finding::info("renewed"));
            }
            for (key, value) in &answer.object.members {
                let part = Part::new(key, value.clone());
                let code = whole(value).filter(|code| key == "code" && CODES.contains(code));
                decoded.parts.push(match code {
                    Some(code) => part.note(Message::new(format!("netease-code-{code}"))),
                    None => part,
                });
                decoded.fields.insert(key.clone(), value.clone());
            }
            decoded.tell_duplicates(&answer.object, "", None);
            if let Some(token) = &answer.token
                && let Some(from) = text.find(token.as_str())
            {
                let range = from..from + token.len();
                let runs =
                    [("data", 0..range.start), ("signature", range.clone()), ("data", range.end..text.len())];
                decoded.segments = runs.into_iter().map(|(name, range)| Segment::new(name, range)).collect();
            }
            if answer.code != 200 {
                return decoded;
            }
        } else {
            decoded.fields.insert("token".to_owned(), text.into());
            let note = Message::new("netease-note-opaque");
            decoded.parts.push(Part::new("token", text).note(note).at(0..text.len()));
        }
        if lasts {
            decoded.window = Window { endless: true, ..Window::default() };
            decoded.findings.push(Finding::info("im_token"));
            return decoded;
        }
        // A span from now says nothing here: the clock of this run is not that of the answer.
        let answered = match known.when("answered_at") {
            Some(When::At(time)) => Some(time),
            _ => None,
        };
        let life = known.text("expire_at").and_then(|text| text.parse().ok()).unwrap_or(DEFAULT_LIFE);
        decoded.window = Window {
            issued_at: answered,
            expires_at: answered.map(|time| time.plus(life * 1000)),
            good_at_end: true,
            ..Window::default()
        };
        if answered.is_none() {
            decoded.findings.push(Finding::info("needs").variant("netease-answered"));
        }
        decoded
    }

    fn verify(&self, _decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        Verified::default()
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        match finding.code {
            "expired" => finding.variant("netease-server"),
            _ => super::reword(finding, ""),
        }
    }

    fn generate(&self, _inputs: &Inputs, _env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        Err(vec![Problem::new("kind", Message::new("netease-problem-by-server"))])
    }
}
