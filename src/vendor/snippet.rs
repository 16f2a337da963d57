//! Code for a client that uses a token: a file of `assets/snippets/`, filled in.
//!
//! A place to be filled is a key between double underscores, `__session_id__`, so that the file itself is right in its
//! language. It becomes a literal, whatever the value holds; a value that nobody knows becomes an empty one with a
//! comment. A secret is never a value.

use serde_json::Value;

use super::Kind;
use crate::codec::json::plain;
use crate::token::{Field, FieldKind, Means, Report, quote};

/// Whole numbers up to here are exact in JavaScript.
const EXACT: u64 = (1 << 53) - 1;

/// A piece of code with places for the values of a token.
#[derive(Debug)]
pub struct Snippet {
    /// Its file under `assets/snippets/`, whose ending tells its language.
    pub id: &'static str,
    /// The library or program that runs it, by its own name.
    pub title: &'static str,
    /// The code, places and all.
    pub source: &'static str,
}

/// The snippet in `assets/snippets/` of this name, and what runs it.
macro_rules! snippet {
    ($id:literal, $title:literal) => {
        $crate::vendor::Snippet {
            id: $id,
            title: $title,
            source: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/snippets/", $id)),
        }
    };
}
pub(super) use snippet;

/// What there is to fill in.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The report on the token.
    pub report: &'a Report,
    /// Values by field key, for what the token does not carry: those that it was made from, the project's public ones.
    pub given: &'a dyn Fn(&str) -> Option<String>,
}

impl std::fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Known").finish_non_exhaustive()
    }
}

/// A snippet with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The code.
    pub code: String,
    /// Keys of values that nobody knew, each once.
    pub missing: Vec<String>,
}

impl Snippet {
    /// Whether it is for a shell; else it is JavaScript.
    fn is_shell(&self) -> bool {
        self.id.rsplit_once('.').is_some_and(|(_, ending)| ending == "sh")
    }

    /// The keys of its places, in order, with repeats.
    pub fn places(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.pieces().filter_map(|(_, key)| key)
    }

    /// Runs of code, each with the place that follows it.
    fn pieces(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> + use<> {
        let mut halves = self.source.split("__");
        std::iter::from_fn(move || halves.next().map(|code| (code, halves.next())))
    }

    /// The code with the values of a token of this kind.
    pub fn fill(&self, kind: &'static dyn Kind, known: Known<'_>) -> Filled {
        let mut filled = Filled { code: String::with_capacity(self.source.len() + 512), missing: Vec::new() };
        for (code, place) in self.pieces() {
            filled.code.push_str(code);
            let Some(key) = place else { continue };
            let field = kind.fields().into_iter().find(|field| field.key == key);
            if let Some(value) = known.value(kind, key, field) {
                filled.code.push_str(&self.literal(&value, field));
                continue;
            }
            filled.code.push_str(&self.blank(key));
            if !filled.missing.iter().any(|missing| missing == key) {
                filled.missing.push(key.to_owned());
            }
        }
        filled
    }

    fn literal(&self, value: &str, field: Option<&Field>) -> String {
        if self.is_shell() {
            return quote::shell_word(value);
        }
        let counts = field.is_some_and(|field| matches!(field.kind, FieldKind::Integer { .. }));
        let number = value.parse::<i64>().ok().filter(|number| counts && number.unsigned_abs() <= EXACT);
        match number.map(|number| number.to_string()) {
            // `+1` and `007` are no numbers that say the same.
            Some(digits) if digits == value => digits,
            _ => quote::javascript(value),
        }
    }

    /// What stands where a value is missing: right in the language, and plain to see.
    fn blank(&self, key: &str) -> String {
        if self.is_shell() { quote::shell(&format!("<{key}>")) } else { format!("\"\" /* fill in: {key} */") }
    }
}

impl Known<'_> {
    /// The value of a place: as the token itself says it, else as it was given.
    fn value(&self, kind: &'static dyn Kind, key: &str, field: Option<&Field>) -> Option<String> {
        if field.is_some_and(Field::is_secret) {
            return None;
        }
        let report = self.report;
        let named =
            || report.fields.iter().find(|(name, _)| same(name, key)).and_then(|(_, value)| scalar(value));
        if key == "token" {
            // What was pasted may be a server's whole answer with the token in it.
            let inside = named().filter(|inside| report.text.contains(inside.as_str()));
            return Some(inside.unwrap_or_else(|| report.text.clone()));
        }
        let carried =
            kind.form_values(report).into_iter().find(|(own, _)| *own == key).map(|(_, value)| value);
        carried
            .or_else(named)
            .or_else(|| {
                let owners = report.names.iter().filter(|name| name.means == Means::Owner);
                let mut owners = owners.filter_map(|name| report.fields.get(name.name).and_then(scalar));
                owners.next().filter(|_| key == kind.vendor().owner_key)
            })
            .or_else(|| (self.given)(key))
            .filter(|value| !value.is_empty())
    }
}

/// Whether two names differ only in how they part their words: `random_key`, `random-key`, `randomKey`.
fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|c| c.to_ascii_lowercase()).collect::<String>()
    };
    letters(one) == letters(other)
}

/// Text, a number or a truth value as text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Array(_) | Value::Object(_) => None,
        Value::String(text) if text.is_empty() => None,
        _ => Some(plain(value)),
    }
}
