//! Texts by id, from the Fluent files under `assets/i18n/`.
//!
//! Everything that a person reads is a [`Message`]: an id and its arguments. [`Texts`] turns it into words.
//! Messages are parsed one by one when first asked for, because the command line needs a handful of several hundred
//! and has two milliseconds. Therefore a message in our files never refers to another one; `tests/texts.rs` checks it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// The texts of the program itself; vendors bring their own.
pub const APP_TEXTS: &[&str] = &[
    include_str!("../../assets/i18n/en/app.ftl"),
    include_str!("../../assets/i18n/en/call.ftl"),
    include_str!("../../assets/i18n/en/cli.ftl"),
    include_str!("../../assets/i18n/en/store.ftl"),
    include_str!("../../assets/i18n/en/token.ftl"),
];

/// One text for people: the id in the Fluent files and the values that stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Id in the Fluent files; `id.attribute` names an attribute.
    pub id: Cow<'static, str>,
    /// Named values, already in words.
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// The words for messages in one language.
pub struct Texts {
    sources: Vec<&'static str>,
    bundle: RefCell<FluentBundle<FluentResource>>,
    parsed: RefCell<HashSet<String>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

impl Texts {
    /// English, from these Fluent sources. Nothing is parsed yet.
    pub fn new(sources: Vec<&'static str>) -> Self {
        let english: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![english]);
        // The marks around arguments would be visible in terminals and in copied text.
        bundle.set_use_isolating(false);
        Self { sources, bundle: RefCell::new(bundle), parsed: RefCell::default() }
    }

    /// The text of an id without arguments; the id itself where there is none.
    pub fn get(&self, id: &str) -> String {
        self.lookup(id, &[]).unwrap_or_else(|| id.to_owned())
    }

    /// A message in words; its id where there is no text for it.
    pub fn format(&self, message: &Message) -> String {
        self.lookup(&message.id, &message.args).unwrap_or_else(|| message.id.clone().into_owned())
    }

    /// The text of an id, if there is one.
    pub fn find(&self, id: &str) -> Option<String> {
        self.lookup(id, &[])
    }

    fn lookup(&self, id: &str, args: &[(&'static str, String)]) -> Option<String> {
        let (message_id, attribute) = id.split_once('.').map_or((id, None), |(m, a)| (m, Some(a)));
        self.parse(message_id);
        let bundle = self.bundle.borrow();
        let message = bundle.get_message(message_id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// Brings one message from its source into the bundle.
    fn parse(&self, id: &str) {
        if self.parsed.borrow().contains(id) {
            return;
        }
        self.parsed.borrow_mut().insert(id.to_owned());
        let Some(source) = self.sources.iter().find_map(|source| entry(source, id)) else { return };
        // A file with a syntax error still yields its good entries; tests/texts.rs parses them strictly.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(good, _)| good);
        self.bundle.borrow_mut().add_resource_overriding(resource);
    }
}

/// The lines of one message in a Fluent source: from `id =` to the next line that starts in the first column.
fn entry<'a>(source: &'a str, id: &str) -> Option<&'a str> {
    let is_start = |at: usize| {
        source.get(at + id.len()..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
    };
    let start = source
        .match_indices(id)
        .map(|(at, _)| at)
        .find(|&at| (at == 0 || source.as_bytes().get(at - 1) == Some(&b'\n')) && is_start(at))?;
    let body = source.get(start..)?;
    let end = body
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .find(|&at| {
            body.get(at..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with([' ', '\n', '}']))
        })
        .unwrap_or(body.len());
    body.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# a comment\nname = Name\nname-long = A longer { $what }\n    over two lines\n    .remedy = Do { $what }\nlast = End\n";

    #[test]
    fn finds_message_attribute_and_argument() {
        let texts = Texts::new(vec![SAMPLE]);
        assert_eq!(texts.get("name"), "Name");
        assert_eq!(texts.get("last"), "End");
        assert_eq!(
            texts.format(&Message::new("name-long").with("what", "one")),
            "A longer one\nover two lines"
        );
        assert_eq!(texts.format(&Message::new("name-long.remedy").with("what", "it")), "Do it");
    }

    #[test]
    fn a_missing_id_is_its_own_text() {
        assert_eq!(Texts::new(vec![SAMPLE]).get("nam"), "nam");
        assert_eq!(Texts::new(vec![SAMPLE]).find("name-"), None);
    }
}
