//! The session ID: `<digit>_` and base64url of fields between `~` (reference section 2). Not a token: it never
//! expires, is not signed, and only the server makes it.
//!
//! | field | meaning |
//! |---|---|
//! | 0 | always `1` |
//! | 1 | owner: API key, or application id for Vonage |
//! | 2 | location hint, usually empty |
//! | 3 | creation time: Unix milliseconds, or (old) text such as `Sat Mar 15 14:42:23 PDT 2014` |
//! | 4 | random |
//! | 5… | unconfirmed, shown raw |

use super::super::{self as vendor, Decoded, Generated, Limits, Recognition, Spec, Verified};
use crate::codec::base64;
use crate::i18n::Message;
use crate::token::{
    Env, Finding, Inputs, Layer, Means, Name, Part, Problem, Segment, Signature, Time, Window,
};

static SPEC: Spec = Spec {
    id: "opentok.session-id",
    since: "0.1.0",
    link: "https://tokbox.com/developer/guides/create-session/",
    fields: &[],
    names: NAMES,
    generates: false,
    limits: Limits::NONE,
    snippets: &[],
};

static NAMES: &[Name] = &[
    Name::new("prefix", Means::Form),
    Name::new("version", Means::Form),
    Name::new("owner", Means::Owner),
    Name::new("location", Means::Form),
    Name::new("created", Means::Made),
    Name::new("random", Means::Room),
];

/// What a session ID says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SessionId {
    /// API key or application id that made it.
    pub(super) owner: String,
    /// All fields, as they stand.
    fields: Vec<String>,
}

impl SessionId {
    /// Reads one; `None` where the text is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix("1_").or_else(|| text.strip_prefix("2_"))?;
        let bytes = base64::decode(body).ok()?.bytes;
        let plain = String::from_utf8(bytes).ok()?;
        if !plain.starts_with("1~") {
            return None;
        }
        let fields: Vec<String> = plain.split('~').map(ToOwned::to_owned).collect();
        let owner = fields.get(1).filter(|owner| !owner.is_empty())?.clone();
        Some(Self { owner, fields })
    }

    fn field(&self, index: usize) -> &str {
        self.fields.get(index).map_or("", String::as_str)
    }

    /// When it was made: milliseconds, or the old text.
    pub(super) fn created(&self) -> Option<Time> {
        let text = self.field(3);
        if text.len() == 13 && text.bytes().all(|b| b.is_ascii_digit()) {
            return text.parse().ok().map(Time::from_millis);
        }
        old_date(text)
    }
}

/// `Sat Mar 15 14:42:23 PDT 2014`: the server stood on the American west coast, so PST and PDT occur.
fn old_date(text: &str) -> Option<Time> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, clock, zone, year] = words.as_slice() else { return None };
    let offset = match *zone {
        "PDT" => "-0700",
        "PST" => "-0800",
        "UTC" | "GMT" => "+0000",
        _ => return None,
    };
    let text = format!("{day} {month} {year} {clock} {offset}");
    let parsed = jiff::fmt::rfc2822::parse(&text).ok()?;
    Some(Time::from_millis(parsed.timestamp().as_millisecond()))
}

/// `opentok.session-id`, inspect only.
#[derive(Debug)]
pub(super) struct Kind;

impl vendor::Kind for Kind {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn recognise(&self, text: &str) -> Recognition {
        if SessionId::parse(text).is_some() { Recognition::Yes } else { Recognition::No }
    }

    fn decode(&self, text: &str, _known: &Inputs) -> Decoded {
        let Some(session) = SessionId::parse(text) else {
            return Decoded::damaged(Finding::error("malformed").variant("session-id"));
        };
        let mut decoded = Decoded::new();
        decoded.signature = Signature::None;
        decoded.owner = Some(session.owner.clone());
        decoded.window = Window { issued_at: session.created(), endless: true, ..Window::default() };
        decoded.segments = vec![Segment::new("prefix", 0..2), Segment::new("data", 2..text.len())];

        let prefix = text.get(..2).unwrap_or_default();
        decoded.parts.push(Part::new("prefix", prefix).at(0..2).note(Message::new("opentok-note-prefix")));
        let mut layer = Layer::new("decoded", session.fields.join("~").into_bytes());
        let names = ["version", "owner", "location", "created", "random"];
        let mut from = 0;
        for (index, value) in session.fields.iter().enumerate() {
            let name = names.get(index).map_or_else(|| format!("field_{index}"), |name| (*name).to_owned());
            let (start, end) = base64::characters_of(from, from + value.len());
            from += value.len() + 1;
            layer.part(name.clone(), from);
            let part = Part::new(name, value.as_str()).at(2 + start..(2 + end).min(text.len()));
            decoded.parts.push(match index {
                1 => part.note(Message::new("opentok-note-owner")),
                2 if value.is_empty() => part.note(Message::new("opentok-note-no-location")),
                3 => part.time(session.created()),
                5.. => part.note(Message::new("opentok-note-unconfirmed")),
                _ => part,
            });
        }
        decoded.layers.push(layer);
        decoded.fields = decoded.parts.iter().map(|part| (part.key.clone(), part.value.clone())).collect();
        decoded
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        let mut verified = Verified::default();
        if decoded.text("owner").is_some_and(|owner| owner.len() == 36) {
            verified.findings.push(Finding::info("vonage_session"));
        }
        verified.findings.push(Finding::info("not_a_token"));
        verified
    }

    fn generate(&self, _inputs: &Inputs, _env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        Err(vec![Problem::new("kind", Message::new("opentok-problem-session-by-server"))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_write_the_creation_time() {
        let new = SessionId::parse(super::super::SAMPLE_SESSION).unwrap();
        assert_eq!(
            (new.owner.as_str(), new.created()),
            ("48213579", Some(Time::from_millis(1_767_225_600_123)))
        );
        let old = "1_MX4xMjM0NTZ-flNhdCBNYXIgMTUgMTQ6NDI6MjMgUERUIDIwMTR-MC40OTAxMzAyNX4";
        let old = SessionId::parse(old).unwrap();
        assert_eq!(old.created().map(Time::rfc3339).as_deref(), Some("2014-03-15T21:42:23Z"));
    }

    #[test]
    fn other_text_is_no_session_id() {
        for text in ["", "1_", "3_MX4x", "1_AAAA", "1_MX4", "T1==MX4x"] {
            assert_eq!(SessionId::parse(text), None, "{text}");
        }
    }
}
