//! Texts by id, from the Fluent files under `assets/i18n/`.
//!
//! Everything that a person reads is a [`Message`]: an id and its arguments. [`Texts`] turns it into words.
//! Messages are parsed one by one when first asked for, because the command line needs a handful of several hundred
//! and has two milliseconds. Therefore a message in our files never refers to another one; `tests/texts.rs` checks it.

mod locale;
mod message;

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

pub use locale::{rfc3339, zoned};
pub use message::{Arg, Message};

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English, complete by definition: what another language lacks is said in it.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Chinese in simplified characters.
    #[serde(rename = "zh-CN")]
    Chinese,
    /// Vietnamese.
    #[serde(rename = "vi")]
    Vietnamese,
}

impl Language {
    /// All of them, in the order of [`Localized`].
    pub const ALL: [Self; 3] = [Self::English, Self::Chinese, Self::Vietnamese];

    /// Its BCP 47 tag: the name of its folder under `assets/i18n/`, and its word in the settings file.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
            Self::Vietnamese => "vi",
        }
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
            Self::Vietnamese => "Tiếng Việt",
        }
    }

    /// Its name in English, for where its own cannot be written.
    pub const fn english_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "Chinese",
            Self::Vietnamese => "Vietnamese",
        }
    }

    /// The one for a machine's locale, such as `vi-VN` or `zh_TW.UTF-8`: of Chinese there is only this one script, and
    /// who reads none of the others gets English.
    pub fn of_locale(locale: &str) -> Self {
        let word = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match word.to_ascii_lowercase().as_str() {
            "zh" => Self::Chinese,
            "vi" => Self::Vietnamese,
            _ => Self::English,
        }
    }
}

/// One file of texts in every language, in the order of [`Language::ALL`].
pub type Localized = [&'static str; Language::ALL.len()];

/// The texts of this name in every language, compiled in: `localized!("app")` is `assets/i18n/*/app.ftl`.
macro_rules! localized {
    ($name:literal) => {
        [
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/i18n/en/", $name, ".ftl")),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/i18n/zh-CN/", $name, ".ftl")),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/i18n/vi/", $name, ".ftl")),
        ]
    };
}
pub(crate) use localized;

/// The texts of the program itself; vendors bring their own.
pub const APP_TEXTS: &[Localized] = &[
    localized!("actions"),
    localized!("app"),
    localized!("backups"),
    localized!("call"),
    localized!("cli"),
    localized!("desk"),
    localized!("export"),
    localized!("guard"),
    localized!("import"),
    localized!("locale"),
    localized!("share"),
    localized!("inspect"),
    localized!("secrets"),
    localized!("store"),
    localized!("token"),
    localized!("watch"),
];

/// The words for messages in one language.
pub struct Texts {
    language: Language,
    /// The zone of the screen they are for.
    zone: Option<TimeZone>,
    sources: Vec<&'static str>,
    /// Where each message stands; made when the first one is asked for.
    index: OnceCell<HashMap<&'static str, &'static str>>,
    bundle: RefCell<FluentBundle<FluentResource>>,
    parsed: RefCell<HashSet<String>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

impl Texts {
    /// A language, from these files. Nothing is parsed yet.
    pub fn new(files: &[Localized], language: Language) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        let own = files.iter().filter_map(|file| file.get(language as usize));
        let english = files.iter().filter_map(|file| file.get(Language::English as usize));
        // Of an id that stands twice the first counts.
        let sources = own.chain(english.filter(|_| language != Language::English)).copied().collect();
        // The marks around arguments would be visible in terminals and in copied text.
        bundle.set_use_isolating(false);
        Self {
            language,
            zone: None,
            sources,
            index: OnceCell::new(),
            bundle: RefCell::new(bundle),
            parsed: RefCell::default(),
        }
    }

    /// The same for somebody in front of a screen: times in this zone, digits in groups. Else both are as scripts and
    /// tickets want them.
    #[must_use]
    pub fn on_screen(mut self, zone: TimeZone) -> Self {
        self.bundle.get_mut().set_formatter(Some(self.language.formatter()));
        self.zone = Some(zone);
        self
    }

    /// The zone of the screen, if they are for one.
    pub fn zone(&self) -> Option<&TimeZone> {
        self.zone.as_ref()
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
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

    fn lookup(&self, id: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let (message_id, attribute) = id.split_once('.').map_or((id, None), |(m, a)| (m, Some(a)));
        self.parse(message_id);
        // Before the bundle is borrowed: their words are texts too.
        let words: Vec<String> = args.iter().map(|(_, arg)| self.argument(arg)).collect();
        let bundle = self.bundle.borrow();
        let message = bundle.get_message(message_id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> =
            args.iter().zip(&words).map(|((name, arg), words)| (*name, value(arg, words))).collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// Brings one message from its source into the bundle.
    fn parse(&self, id: &str) {
        if self.parsed.borrow().contains(id) {
            return;
        }
        self.parsed.borrow_mut().insert(id.to_owned());
        let index = self.index.get_or_init(|| index(&self.sources));
        let Some(source) = index.get(id) else { return };
        // A file with a syntax error still yields its good entries; tests/texts.rs parses them strictly.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(good, _)| good);
        self.bundle.borrow_mut().add_resource_overriding(resource);
    }
}

/// An argument for Fluent: a count stays a number, which plural forms ask for; everything else is words.
fn value<'a>(arg: &Arg, words: &'a str) -> FluentValue<'a> {
    // Fluent counts in doubles: what does not fit into one has no form of its own anyway.
    match arg {
        Arg::Count(count) if count.unsigned_abs() < 1 << 53 => FluentValue::from(*count),
        _ => FluentValue::from(words),
    }
}

/// The lines of each message: from `id =` to the next line that starts in the first column. Where an id stands twice,
/// the first counts.
fn index(sources: &[&'static str]) -> HashMap<&'static str, &'static str> {
    // Some sixty bytes a message.
    let mut index = HashMap::with_capacity(sources.iter().map(|source| source.len()).sum::<usize>() / 60);
    for source in sources {
        let mut begun: Option<(&'static str, usize)> = None;
        let mut at = 0;
        for line in source.split_inclusive('\n') {
            if !line.starts_with([' ', '\n', '\r', '}']) {
                if let Some((id, start)) = begun.take() {
                    index.entry(id).or_insert_with(|| source.get(start..at).unwrap_or_default());
                }
                if !line.starts_with('#') {
                    begun = line.split_once('=').map(|(id, _)| (id.trim_end(), at));
                }
            }
            at += line.len();
        }
        if let Some((id, start)) = begun {
            index.entry(id).or_insert_with(|| source.get(start..).unwrap_or_default());
        }
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMS: &str = "many =\n    { $count ->\n        [one] { $count } token\n       *[other] { $count } tokens\n    }\nleft = { $count ->\n    [one] one\n   *[other] { $count }\n}\nlast = End\n";
    const SAMPLE: &str = "# a comment\nname = Name\nname-long = A longer { $what }\n    over two lines\n    .remedy = Do { $what }\nlast = End\n";

    #[test]
    fn finds_message_attribute_and_argument() {
        let texts = Texts::new(&[[SAMPLE, "name = 名称\n", ""]], Language::English);
        assert_eq!(texts.get("name"), "Name");
        assert_eq!(texts.get("last"), "End");
        assert_eq!(
            texts.format(&Message::new("name-long").with("what", "one")),
            "A longer one\nover two lines"
        );
        assert_eq!(texts.format(&Message::new("name-long.remedy").with("what", "it")), "Do it");
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let texts = Texts::new(&[[SAMPLE, "name = 名称\n", ""]], Language::Chinese);
        assert_eq!(texts.get("name"), "名称");
        assert_eq!(texts.get("last"), "End");
    }

    #[test]
    fn one_and_many_have_their_forms() {
        let texts = |language| Texts::new(&[[FORMS; 3]], language);
        let words = |texts: &Texts, id, count: i64| texts.format(&Message::new(id).with("count", count));
        let english = texts(Language::English);
        assert_eq!(words(&english, "many", 1), "1 token");
        assert_eq!(words(&english, "many", 1200), "1200 tokens");
        assert_eq!(words(&english, "left", 1), "one");
        assert_eq!(english.get("last"), "End");
        assert_eq!(words(&english.on_screen(TimeZone::UTC), "many", 1_234_567), "1,234,567 tokens");
        let vietnamese = texts(Language::Vietnamese).on_screen(TimeZone::UTC);
        assert_eq!(words(&vietnamese, "many", 1), "1 tokens", "it has no plural");
        assert_eq!(words(&vietnamese, "left", -1200), "-1.200");
        assert_eq!(words(&vietnamese, "left", i64::MAX), "9.223.372.036.854.775.807");
    }

    #[test]
    fn a_locale_names_a_language() {
        for (locale, language) in [
            ("vi-VN", Language::Vietnamese),
            ("vi", Language::Vietnamese),
            ("zh_TW.UTF-8", Language::Chinese),
            ("zh-Hans-SG", Language::Chinese),
            ("ZH", Language::Chinese),
            ("de-AT", Language::English),
            ("zhx", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }

    #[test]
    fn a_missing_id_is_its_own_text() {
        assert_eq!(Texts::new(&[[SAMPLE, "name = 名称\n", ""]], Language::English).get("nam"), "nam");
        assert_eq!(Texts::new(&[[SAMPLE, "name = 名称\n", ""]], Language::English).find("name-"), None);
    }
}
