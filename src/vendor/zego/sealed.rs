//! What token03 and token04 share above the envelope: one JSON object, its types, its times, and who made it.

use std::ops::Range;

use serde_json::{Map, Value};

use super::super::Decoded;
use super::envelope::{self, Envelope, Mode, Opened};
use crate::codec::json;
use crate::codec::{aes, hex};
use crate::i18n::Message;
use crate::token::{Finding, Inputs, Layer, Part, Segment, Shape, Signature, Time, Window, visible};

/// One of the two versions.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) version: &'static str,
    /// Its fields in the vendor's order, and what each holds.
    pub(super) fields: &'static [(&'static str, Type)],
    /// The field of the time when it was made.
    pub(super) issued: &'static str,
    /// The field of its end.
    pub(super) expires: &'static str,
    /// Which library writes like that.
    pub(super) made_by: fn(&Trace<'_>) -> Option<&'static str>,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// A number that fits uint32, not 0.
    AppId,
    /// Text.
    Text,
    /// A whole number of 64 bits.
    Integer,
    /// The same in Unix seconds.
    Time,
    /// Text, null or nothing.
    Payload,
    /// An object of switches.
    Privilege,
}

impl Type {
    fn fits(self, value: &Value) -> bool {
        match self {
            Self::AppId => value.as_u64().is_some_and(|id| u32::try_from(id).is_ok()),
            Self::Text => value.is_string(),
            Self::Integer | Self::Time => value.as_i64().is_some(),
            Self::Payload => value.is_string() || value.is_null(),
            Self::Privilege => value.is_object(),
        }
    }

    /// The wording for a value that does not fit.
    const fn variant(self) -> &'static str {
        match self {
            Self::AppId => "zego-app-id",
            Self::Text => "zego-text",
            Self::Integer | Self::Time => "zego-integer",
            Self::Payload => "zego-payload",
            Self::Privilege => "zego-privilege",
        }
    }
}

/// The letters of an initialisation vector, from the fewest on: each library draws from its own (section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Digits,
    Hex,
    LowerCase,
    Any,
}

impl Letters {
    fn of(iv: &[u8]) -> Self {
        let all = |fits: fn(&u8) -> bool| iv.iter().all(fits);
        if all(u8::is_ascii_digit) {
            Self::Digits
        } else if all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b)) {
            Self::Hex
        } else if all(|b| b.is_ascii_digit() || b.is_ascii_lowercase()) {
            Self::LowerCase
        } else {
            Self::Any
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Digits => "zego-note-iv-digits",
            Self::Hex => "zego-note-iv-hex",
            Self::LowerCase => "zego-note-iv-letters",
            Self::Any => "zego-note-iv-bytes",
        }
    }
}

/// What a library leaves in what it writes.
#[derive(Debug)]
pub(super) struct Trace<'a> {
    /// The keys in their order.
    pub(super) keys: Vec<&'a str>,
    /// The JSON as it was written.
    pub(super) text: &'a str,
    pub(super) mode: Mode,
    pub(super) letters: Letters,
}

impl Trace<'_> {
    /// `\/` or lower-case `\u` escapes of what needs none: PHP's way.
    pub(super) fn is_escaped_as_php(&self) -> bool {
        // Without the escaped backslashes of JSON within JSON.
        let text = self.text.replace("\\\\", "");
        text.contains("\\/") || text.contains("\\u") && text.is_ascii()
    }

    /// Something that PHP would have escaped stands unescaped.
    pub(super) fn is_not_php(&self) -> bool {
        !self.text.is_ascii()
            || self.text.contains('&')
            || self.text.replace("\\\\", "").replace("\\/", "").contains('/')
    }
}

/// The only maker that pads twice (section 5).
const TOKEN_ASSISTANT: &str = "Token Assistant of the English FAQ";

/// Takes a token of this layout apart, with the ServerSecret where it is known.
pub(super) fn decode(text: &str, layout: &Layout, known: &Inputs) -> Decoded {
    let envelope = envelope::read(text, layout.version);
    let mut decoded = Decoded::new();
    decoded.findings.clone_from(&envelope.findings);
    show(&mut decoded, text, &envelope, layout);
    if !envelope.layer.bytes.is_empty() {
        decoded.layers.push(envelope.layer.clone());
    }
    if !envelope.whole {
        decoded.shape = Shape::Damaged;
        return decoded;
    }
    match envelope::open(&envelope, known) {
        Opened::Sealed => decoded.findings.push(Finding::info("sealed")),
        Opened::No(finding) => {
            decoded.signature = Signature::Invalid;
            decoded.findings.push(finding);
        }
        Opened::Yes { text: plain, padded_twice } => {
            decoded.signature = Signature::Valid;
            if padded_twice {
                decoded.findings.push(Finding::error("double_padding"));
            }
            // No ServerSecret is of another length; the UIKit's own function takes any (section 6).
            if let Some(secret) =
                super::secret(known, "server_secret").filter(|secret| secret.len() != super::SECRET_LENGTH)
            {
                let length = secret.chars().count().to_string();
                let finding = Finding::warning("secret_length").variant("zego-uikit");
                decoded.findings.push(finding.with("length", length));
            }
            read_json(&mut decoded, &plain, &envelope, layout);
            if padded_twice && let Some(maker) = decoded.parts.iter_mut().find(|part| part.key == "made_by") {
                maker.value = TOKEN_ASSISTANT.into();
            }
        }
    }
    decoded
}

/// What is in clear: everything of the envelope.
fn show(decoded: &mut Decoded, text: &str, envelope: &Envelope, layout: &Layout) {
    let mut segments = vec![Segment::new("version", envelope.version_at.clone())];
    let put = |decoded: &mut Decoded, key: &str, value: Value, at: Range<usize>| {
        decoded.fields.insert(key.to_owned(), value.clone());
        decoded.parts.push(Part::new(key, value).at(at));
    };
    if envelope.version_at.is_empty() {
        segments.clear();
    } else {
        put(decoded, "version", layout.version.into(), envelope.version_at.clone());
    }
    let mut end = envelope.version_at.end;
    if let Some(expire) = &envelope.expire {
        let time = Time::from_seconds(expire.value);
        decoded.window = Window { expires_at: Some(time), good_at_end: true, ..Window::default() };
        decoded.fields.insert("outer_expire".to_owned(), expire.value.into());
        decoded.parts.push(Part::new("outer_expire", expire.value).time(Some(time)).at(expire.at.clone()));
        segments.push(Segment::new("expire", end..expire.at.end));
        end = expire.at.end;
    }
    if let Some(mode) = envelope.mode {
        let note = match mode {
            Mode::Cbc => "zego-note-cbc",
            Mode::Gcm => "zego-note-gcm",
        };
        let mut part = Part::new("mode", mode.name()).note(Message::new(note));
        part.span.clone_from(&envelope.mode_at);
        decoded.fields.insert("mode".to_owned(), mode.name().into());
        decoded.parts.push(part);
    }
    if let Some(iv) = &envelope.iv {
        let value = hex::encode(&iv.value);
        decoded.fields.insert("iv".to_owned(), value.clone().into());
        let note = Message::new(Letters::of(&iv.value).note());
        decoded.parts.push(Part::new("iv", value).note(note).at(iv.at.clone()));
        segments.push(Segment::new("iv", end..iv.at.end));
        end = iv.at.end;
    }
    if let Some(cipher) = &envelope.cipher {
        put(decoded, "cipher_len", cipher.value.len().into(), cipher.at.clone());
        if envelope.mode == Some(Mode::Gcm) {
            let tag = cipher.value.len().saturating_sub(aes::TAG);
            let tag = hex::encode(cipher.value.get(tag..).unwrap_or_default());
            decoded.parts.push(Part::new("tag", tag).note(Message::new("zego-note-tag")));
        }
        let cipher_end = if envelope.mode_at.is_some() { cipher.at.end } else { text.len() };
        segments.push(Segment::new("ciphertext", end..cipher_end));
        end = cipher_end;
    }
    if envelope.mode_at.is_some() {
        segments.push(Segment::new("mode", end..text.len()));
        end = text.len();
    }
    if end < text.len() {
        segments.push(Segment::new("data", end..text.len()));
    }
    decoded.segments = segments;
}

/// The decrypted JSON: fields, parts, types, times.
fn read_json(decoded: &mut Decoded, plain: &str, envelope: &Envelope, layout: &Layout) {
    let at = envelope.cipher.as_ref().map_or(0..0, |cipher| cipher.at.clone());
    let object = match json::object(plain) {
        Ok(object) => object,
        Err(error) => {
            decoded.parts.push(Part::new("plaintext", plain).at(at));
            let mut layer = Layer::new("plaintext", plain.as_bytes().to_vec()).shown_whole_by("plaintext");
            layer.rest("data");
            decoded.layers.push(layer);
            let finding = Finding::error("malformed").variant("zego-json");
            decoded.findings.push(finding.with("reason", error.to_string()));
            return;
        }
    };
    decoded.layers.push(Layer::json("plaintext", plain).shown_whole_by("plaintext"));
    for (key, value) in &object.members {
        let part = Part::new(key.as_str(), value.clone()).at(at.clone());
        let is_time = layout.fields.contains(&(key.as_str(), Type::Time));
        let note = match (key.as_str(), value.as_str()) {
            ("user_id", Some(_)) => Some("zego-note-user"),
            ("nonce", None) => Some("zego-note-nonce"),
            ("payload", Some("")) => Some("zego-note-basic"),
            _ => None,
        };
        decoded.parts.push(match note {
            _ if is_time => part.time(Time::from_json(value)),
            Some(note) => part.note(Message::new(note)),
            None => part,
        });
    }
    decoded.parts.push(Part::new("plaintext", plain).at(at));
    if let (Some(mode), Some(iv)) = (envelope.mode, &envelope.iv) {
        let keys = object.members.keys().map(String::as_str).collect();
        let trace = Trace { keys, text: plain, mode, letters: Letters::of(&iv.value) };
        if let Some(maker) = (layout.made_by)(&trace) {
            decoded.parts.push(Part::new("made_by", maker).note(Message::new("zego-note-made-by")));
        }
    }
    decoded.tell_duplicates(&object, "", None);
    judge_types(decoded, &object.members, layout);
    let time = |key| object.members.get(key).filter(|value| Type::Time.fits(value)).and_then(Time::from_json);
    let expires = time(layout.expires);
    decoded.window.issued_at = time(layout.issued);
    // The end inside counts: the one in clear can be written by anybody.
    decoded.window.expires_at = expires.or(decoded.window.expires_at);
    if let (Some(outer), Some(inner)) = (&envelope.expire, expires.map(Time::seconds))
        && outer.value != inner
    {
        let finding = Finding::error("expire_mismatch").with("outer", Time::from_seconds(outer.value));
        decoded.findings.push(finding.with("inner", Time::from_seconds(inner)));
    }
    decoded.owner = object.members.get("app_id").filter(|id| Type::AppId.fits(id)).map(json::plain);
    for (key, value) in object.members {
        decoded.fields.entry(key).or_insert(value);
    }
}

fn judge_types(decoded: &mut Decoded, members: &Map<String, Value>, layout: &Layout) {
    for (key, kind) in layout.fields {
        match members.get(*key) {
            None if *kind == Type::Payload => {}
            None => decoded.findings.push(Finding::error("field_missing").variant("zego").with("key", *key)),
            Some(value) if kind.fits(value) => {}
            Some(value) => {
                let finding = Finding::error("field_type").variant(kind.variant()).with("key", *key);
                decoded.findings.push(finding.with("got", super::short(value)));
            }
        }
    }
    if members.get("user_id").and_then(Value::as_str) == Some("") {
        decoded.findings.push(Finding::error("field_missing").variant("zego-empty").with("key", "user_id"));
    }
    if members.get("app_id").and_then(Value::as_u64) == Some(0) {
        decoded
            .findings
            .push(Finding::error("field_type").variant("zego-app-id").with("key", "app_id").with("got", "0"));
    }
    let unknown: Vec<_> =
        members.keys().filter(|key| !layout.fields.iter().any(|(own, _)| own == key)).collect();
    if !unknown.is_empty() {
        let keys = unknown.iter().map(|key| visible::one_line(key)).collect::<Vec<_>>().join(", ");
        decoded.findings.push(Finding::warning("field_unknown").with("keys", keys));
    }
}

/// What the clock says beyond what is said of all kinds: the mistakes with seconds, and the limits of ZIM
/// (section 10).
pub(super) fn judge_times(decoded: &Decoded, now: Time) -> Vec<Finding> {
    const YEAR_2001: i64 = 1_000_000_000;
    const YEAR_2038: i64 = 1 << 31;
    let mut findings = Vec::new();
    let Some(end) = decoded.window.expires_at.map(Time::seconds) else { return findings };
    let left = end.saturating_sub(now.seconds());
    if end > crate::token::time::MILLISECONDS_FROM {
        findings.push(Finding::error("lifetime").variant("zego-milliseconds"));
        return findings;
    }
    if left >= 0 && decoded.window.issued_at.is_some_and(|made| made.seconds() >= end) {
        findings.push(Finding::error("ends_before_start"));
    }
    if end < YEAR_2001 {
        findings.push(Finding::warning("expire_is_duration").with("value", end.to_string()));
    } else if (0..super::WARNED_BEFORE).contains(&left) {
        findings.push(Finding::warning("ends_soon"));
    } else if left > super::ZIM_LIFE {
        findings.push(Finding::warning("lifetime").variant("zego-zim"));
    }
    if end >= YEAR_2038 {
        findings.push(Finding::warning("expire_2038"));
    }
    findings
}
