//! One text for people, before it is words: its id and what stands in it.

use std::borrow::Cow;

/// One text for people: the id in the Fluent files and the values that stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Id in the Fluent files; `id.attribute` names an attribute.
    pub id: Cow<'static, str>,
    /// Named values.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value that stands in a text. What every language writes in its own way is no word yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// The same in every language: a name, a value of a token, a vendor's word.
    Text(String),
    /// How many. A text may have forms for one and for many.
    Count(i64),
    /// Milliseconds, of any sign, in the two largest units: `3 min 12 s`. The sign is the text's to word.
    Span(i64),
    /// The same in its largest unit alone: `3 min`.
    About(i64),
    /// Milliseconds that are left, as a running clock: `04:12`.
    Left(i64),
    /// An instant: milliseconds since 1970-01-01 UTC.
    Time(i64),
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
