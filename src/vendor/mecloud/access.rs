//! The AccessToken: what MeCloud's server gives for a Token (reference sections 1 and 3). Opaque, good for a day.
//!
//! The answer is `{"error":0,"msg":"","accesstoken":…,"expired":…}`; the type and unit of `expired` are unconfirmed.

use serde_json::Value;

use super::super::{Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified};
use crate::codec::hex;
use crate::codec::json::{self, Object, plain};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Part, Problem, Segment, Signature, Time, When,
    Window, visible,
};

/// How long it is good, in milliseconds (section 1).
const LIFE: i64 = 24 * 60 * 60 * 1000;
/// From here on a number counts milliseconds: seconds of the year 5138.
const MILLISECONDS_FROM: i64 = 100_000_000_000;

static SPEC: Spec = Spec {
    id: "mecloud.access-token",
    since: "0.1.0",
    link: "https://document.videohostingvn.com/sdk",
    fields: &[
        Field::token("answered_at", FieldKind::Time).sample("2026-01-02T03:04:05Z"),
        Field::token("expired", FieldKind::Id { max: 64 }).sample("1767409445678"),
    ],
    names: NAMES,
    generates: false,
    limits: Limits::NONE,
    snippets: &[],
};

static NAMES: &[Name] = &[
    Name::new("error", Means::Form),
    Name::new("accesstoken", Means::Proof),
    Name::new("expired", Means::Ends),
];

/// `mecloud.access-token`, inspect only.
#[derive(Debug)]
pub(super) struct AccessToken;

/// The answer's members: `error` is a number, and there is a token or a reason.
fn answer(text: &str) -> Option<Object> {
    if !text.starts_with('{') {
        return None;
    }
    let object = json::object(text).ok()?;
    let has = |key: &str| object.members.contains_key(key);
    let ours =
        object.members.get("error").is_some_and(Value::is_number) && (has("accesstoken") || has("msg"));
    ours.then_some(object)
}

/// When it ends, by what the answer says: digits are seconds or milliseconds by their size, other text only where it
/// names its zone.
fn end(expired: &str) -> Option<Time> {
    if let Ok(number) = expired.parse::<i64>() {
        let millis = number >= MILLISECONDS_FROM;
        return (number > 0)
            .then(|| if millis { Time::from_millis(number) } else { Time::from_seconds(number) });
    }
    match When::parse(expired) {
        Ok(When::At(time)) => Some(time),
        _ => None,
    }
}

impl Kind for AccessToken {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    /// Its shape is not documented, so no text is one by sight; the server's answer is, and whoever knows says so.
    fn recognise(&self, _text: &str) -> Recognition {
        Recognition::No
    }

    fn reads_whole(&self, text: &str) -> bool {
        answer(text).is_some()
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let mut decoded = Decoded::new();
        decoded.signature = Signature::None;
        decoded.segments = vec![Segment::new("data", 0..text.len())];
        if let Some(object) = answer(text) {
            let members = &object.members;
            let token = members.get("accesstoken").and_then(Value::as_str).filter(|token| !token.is_empty());
            if let Some(token) = token
                && let Some(from) = text.find(&format!("\"{token}\""))
            {
                let (from, end) = (from + 1, from + 1 + token.len());
                let runs = [("data", 0..from), ("signature", from..end), ("data", end..text.len())];
                decoded.segments = runs.into_iter().map(|(name, range)| Segment::new(name, range)).collect();
            }
            let failed = members.get("error").map(plain).filter(|error| error != "0");
            if failed.is_some() || token.is_none() {
                let reason = members.get("msg").map(plain).unwrap_or_default();
                let finding = Finding::error("answer").variant("mecloud");
                decoded.findings.push(finding.with("reason", visible::one_line(&reason)));
            }
            for (key, value) in members {
                let part = Part::new(key, value.clone());
                decoded.parts.push(match key.as_str() {
                    "expired" => part.time(end(&plain(value))),
                    "accesstoken" => part.note(Message::new("mecloud-note-opaque")),
                    _ => part,
                });
                decoded.fields.insert(key.clone(), value.clone());
            }
            decoded.tell_duplicates(&object, "", None);
            if decoded.findings.iter().any(|finding| finding.code == "answer") {
                return decoded;
            }
        } else {
            decoded.fields.insert("accesstoken".to_owned(), text.into());
            let note = Message::new("mecloud-note-opaque");
            decoded.parts.push(Part::new("accesstoken", text).note(note).at(0..text.len()));
            if let Some(expired) = known.text("expired") {
                decoded.fields.insert("expired".to_owned(), expired.into());
                decoded.parts.push(Part::new("expired", expired).time(end(expired)));
            }
            if hex::is_hex(text, 40) {
                decoded.findings.push(Finding::warning("token_for_access_token"));
            }
        }
        // A span from now says nothing here: the clock of this run is not that of the answer.
        let answered = match known.when("answered_at") {
            Some(When::At(time)) => Some(time),
            _ => None,
        };
        let said = decoded.fields.get("expired").map(plain).filter(|said| !said.is_empty());
        let end_said = said.as_deref().and_then(end);
        decoded.window = Window {
            issued_at: answered,
            expires_at: end_said.or_else(|| answered.map(|time| time.plus(LIFE))),
            good_at_end: true,
            ..Window::default()
        };
        if let (Some(said), None) = (&said, end_said) {
            decoded.findings.push(Finding::info("end_unread").with("expired", visible::one_line(said)));
        }
        if decoded.window.expires_at.is_none() {
            decoded.findings.push(Finding::info("needs").variant("mecloud-answered"));
        }
        decoded
    }

    fn verify(&self, _decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        Verified::default()
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        if finding.code == "expired" { finding.variant("mecloud-access") } else { finding }
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        let time = inputs.text(key).filter(|_| key == "expired").and_then(end);
        time.map(Note::Time).into_iter().collect()
    }

    fn generate(&self, _inputs: &Inputs, _env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        Err(vec![Problem::new("kind", Message::new("mecloud-problem-by-server"))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_in_every_spelling() {
        let at = Some(Time::from_millis(1_767_409_445_678));
        assert_eq!(end("1767409445678"), at);
        assert_eq!(end("1767409445"), Some(Time::from_seconds(1_767_409_445)));
        assert_eq!(end("2026-01-03T03:04:05.678Z"), at);
        for unclear in ["", "0", "-1", "+1d", "2026-01-03 03:04:05", "tomorrow"] {
            assert_eq!(end(unclear), None, "{unclear}");
        }
    }
}
