//! A part: one decoded field and where it stands in the text.

use std::ops::Range;

use serde_json::Value;

use super::time::Time;
use crate::i18n::Message;

/// One decoded field.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The vendor's own name.
    pub key: String,
    /// The vendor's own value.
    pub value: Value,
    /// What it means.
    pub note: Note,
    /// The bytes of the cleaned token text that carry it (base64 characters are shared by neighbours).
    pub span: Option<Range<usize>>,
}

/// What a part means to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Nothing to add.
    None,
    /// In words.
    Text(Message),
    /// It is an instant.
    Time(Time),
}

impl Part {
    /// A part with neither note nor place.
    pub fn new(key: impl Into<String>, value: impl Into<Value>) -> Self {
        Self { key: key.into(), value: value.into(), note: Note::None, span: None }
    }

    /// The same with a note in words.
    #[must_use]
    pub fn note(mut self, message: Message) -> Self {
        self.note = Note::Text(message);
        self
    }

    /// The same as an instant, where it is one.
    #[must_use]
    pub fn time(mut self, time: Option<Time>) -> Self {
        self.note = time.map_or(Note::None, Note::Time);
        self
    }

    /// The same with its place.
    #[must_use]
    pub fn at(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }
}

/// A run of the token's text that is coloured alike, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its word: text id `segment-<name>`.
    pub name: &'static str,
    /// Its bytes in the token's text.
    pub range: Range<usize>,
}

impl Segment {
    /// A segment.
    pub const fn new(name: &'static str, range: Range<usize>) -> Self {
        Self { name, range }
    }
}
