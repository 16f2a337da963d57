//! The options that verbs share, and what was said with them. Nothing outside is touched while reading them: a call
//! whose words are wrong asks no keychain and runs no command.

use std::collections::BTreeMap;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches};
use secrecy::SecretString;

use super::Help;
use super::failure::{Failure, Stop};
use super::source::Source;
use crate::host::clock;
use crate::i18n::Message;
use crate::store::{Reference, SecretError, Store};
use crate::token::{Field, Problem, Time, When};
use crate::vendor::{self, Kind};

/// `--output text|json`.
pub(super) fn output(help: &Help) -> Arg {
    Arg::new("output")
        .long("output")
        .value_name("FORMAT")
        .value_parser(["text", "json"])
        .default_value("text")
        .hide_default_value(true)
        .hide_possible_values(true)
        .help(help.text("cli-output"))
}

/// `-f KEY=VALUE`.
pub(super) fn field(help: &Help) -> Arg {
    many("field", "KEY=VALUE").short('f').help(help.text("cli-field"))
}

/// `--secret KEY=SOURCE`.
pub(super) fn secret(help: &Help) -> Arg {
    many("secret", "KEY=SOURCE").help(help.text("cli-secret"))
}

/// `--vault-passphrase SOURCE`.
pub(super) fn vault(help: &Help) -> Arg {
    one("vault-passphrase", "SOURCE").help(help.text("cli-vault"))
}

/// The store of this user. If its vault is needed, its passphrase comes from where `--vault-passphrase` says.
///
/// # Errors
/// If the user has no home folder, or that option is no SOURCE, or wants stdin, which is taken.
pub(super) fn store(matches: &ArgMatches, stdin_taken: bool) -> Result<Store, Stop> {
    let asked = matches.try_get_one::<String>("vault-passphrase").ok().flatten();
    let Some(text) = asked else { return Ok(Store::discover()?) };
    let wrong = |message| Failure::inputs(vec![Problem::new("--vault-passphrase", message)]);
    let source = Source::parse(text).map_err(wrong)?;
    let secret_on_stdin = values(matches, "secret").any(|pair| pair.ends_with("=-"));
    if matches!(source, Source::Stdin) && (stdin_taken || secret_on_stdin) {
        return Err(wrong(Message::new("cli-stdin-twice")).into());
    }
    Ok(Store::discover()?.asking(Box::new(move || source.fetch().map_err(SecretError::External))))
}

/// `--expect KEY=VALUE`.
pub(super) fn expect(help: &Help) -> Arg {
    many("expect", "KEY=VALUE").help(help.text("cli-expect"))
}

/// `--project NAME`.
pub(super) fn project(help: &Help) -> Arg {
    one("project", "NAME").help(help.text("cli-project"))
}

/// `--at TIME`.
pub(super) fn at(help: &Help) -> Arg {
    one("at", "TIME").allow_hyphen_values(true).help(help.text("cli-at"))
}

/// An option with one value.
pub(super) fn one(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

/// An option with one value that may be given again.
pub(super) fn many(name: &'static str, value: &'static str) -> Arg {
    one(name, value).action(ArgAction::Append)
}

/// An option with one of some words.
pub(super) fn choice(name: &'static str, value: &'static str, words: impl Into<PossibleValuesParser>) -> Arg {
    one(name, value).value_parser(words.into()).hide_possible_values(true)
}

/// An option without value.
pub(super) fn switch(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// The value of an option.
pub(super) fn value<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Every value of an option.
fn values<'a>(matches: &'a ArgMatches, name: &str) -> impl Iterator<Item = &'a str> {
    let values = matches.try_get_many::<String>(name).ok().flatten();
    values.into_iter().flatten().map(String::as_str)
}

/// A word of the user's that may be shown again: it looks like a name and not like a secret.
pub(super) fn is_name(word: &str) -> bool {
    let looks = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.');
    word.len() <= 24 && word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(looks)
}

/// The kind of this id.
///
/// # Errors
/// If there is none; with those that there are.
pub(super) fn kind(id: &str) -> Result<&'static dyn Kind, Stop> {
    vendor::kind(id).ok_or_else(|| {
        let ids: Vec<_> = vendor::kinds().map(|kind| kind.spec().id).collect();
        let message = if is_name(id) {
            Message::new("cli-no-kind").with("given", id)
        } else {
            Message::new("cli-no-kind-unnamed")
        };
        Failure::usage(message.with("expected", ids.join(", "))).into()
    })
}

/// The clock of the whole run: `--at`, or the machine's.
pub(super) fn now(matches: &ArgMatches, problems: &mut Vec<Problem>) -> Time {
    let clock = Time::from_millis(clock::now());
    match value(matches, "at").map(When::parse) {
        None => clock,
        Some(Ok(when)) => when.resolve(clock),
        Some(Err(message)) => {
            problems.push(Problem::new("--at", message));
            clock
        }
    }
}

/// Pairs of an option that are no fields of ours: `--expect`.
pub(super) fn pairs(
    matches: &ArgMatches,
    name: &str,
    option: &str,
    problems: &mut Vec<Problem>,
) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for text in values(matches, name) {
        match text.split_once('=') {
            Some((key, value)) if !key.is_empty() => pairs.push((key.to_owned(), value.to_owned())),
            _ => problems.push(Problem::new(option, Message::new("cli-pair"))),
        }
    }
    pairs
}

/// What `-f`, `--secret` and `--project` say.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Values in clear by key.
    pub(super) plain: Vec<(String, String)>,
    /// Where each secret comes from.
    sources: Vec<(String, Source)>,
    /// The name or id of a project.
    pub(super) project: Option<String>,
}

impl Given {
    /// Reads them. What is wrong, whatever it is, goes to `problems`: malformed pairs, keys that no field has, secrets
    /// in clear, values that are no SOURCE, stdin wanted twice.
    pub(super) fn read(
        matches: &ArgMatches,
        fields: &[&'static Field],
        stdin_taken: bool,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut given = Self::default();
        let secret_at = |key: &str| known(fields, key).is_some_and(Field::is_secret);
        for (key, value) in pairs(matches, "field", "-f", problems) {
            match known(fields, &key) {
                None => problems.push(unknown(&key, "-f", fields)),
                Some(field) if field.is_secret() => {
                    problems.push(Problem::new(key, Message::new("problem-secret-in-clear")));
                }
                Some(field) => given.plain.push((field.key.to_owned(), value)),
            }
        }
        let mut stdin_used = stdin_taken;
        for (key, value) in pairs(matches, "secret", "--secret", problems) {
            match (known(fields, &key), Source::parse(&value)) {
                (None, _) => problems.push(unknown(&key, "--secret", fields)),
                (Some(_), Err(message)) if secret_at(&key) => problems.push(Problem::new(key, message)),
                (Some(field), _) if !field.has_source() => {
                    problems.push(Problem::new(key, Message::new("problem-not-secret")));
                }
                (Some(_), Ok(Source::Stdin)) if stdin_used => {
                    problems.push(Problem::new(key, Message::new("cli-stdin-twice")));
                }
                (Some(field), Ok(source)) => {
                    stdin_used |= matches!(source, Source::Stdin);
                    given.sources.push((field.key.to_owned(), source));
                }
                (Some(_), Err(message)) => problems.push(Problem::new(key, message)),
            }
        }
        given.project = matches.try_get_one::<String>("project").ok().flatten().cloned();
        given
    }

    /// Whether credentials or other values were given by themselves.
    pub(super) fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.sources.is_empty()
    }

    /// The keys of all that was given.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let plain = self.plain.iter().map(|(key, _)| key.as_str());
        plain.chain(self.sources.iter().map(|(key, _)| key.as_str()))
    }

    /// Whether there is a source for any secret.
    pub(super) fn has_sources(&self) -> bool {
        !self.sources.is_empty()
    }

    /// Whether there is a source for this secret.
    pub(super) fn has_source(&self, key: &str) -> bool {
        self.sources.iter().any(|(known, _)| known == key)
    }

    /// Whether this is required and neither it nor what excuses it is given.
    pub(super) fn needs(&self, field: &Field) -> bool {
        let given = |key: &str| self.has_source(key) || self.plain.iter().any(|(known, _)| known == key);
        field.required && !given(field.key) && !field.unless.is_some_and(given)
    }

    /// The sources as references that a project keeps.
    ///
    /// # Errors
    /// If one is stdin: it will not be there when the secret is needed.
    pub(super) fn references(&self) -> Result<BTreeMap<String, Reference>, Vec<Problem>> {
        let mut references = BTreeMap::new();
        let mut problems = Vec::new();
        for (key, source) in &self.sources {
            match source {
                Source::At(reference) => {
                    references.insert(key.clone(), reference.clone());
                }
                Source::Stdin => problems.push(Problem::new(key, Message::new("source-stdin"))),
            }
        }
        if problems.is_empty() { Ok(references) } else { Err(problems) }
    }

    /// Fetches the secrets from where they are.
    ///
    /// # Errors
    /// Those that cannot be had, all of them.
    pub(super) fn secrets(&self) -> Result<Vec<(String, SecretString)>, Stop> {
        let mut secrets = Vec::new();
        let mut problems = Vec::new();
        for (key, source) in &self.sources {
            match source.read() {
                Ok(secret) => secrets.push((key.clone(), secret)),
                Err(message) => problems.push(Problem::new(key, message)),
            }
        }
        if problems.is_empty() {
            return Ok(secrets);
        }
        let failure = Failure::outside("source", Message::new("cli-source-failed"));
        Err(problems.into_iter().fold(failure, Failure::problem).into())
    }
}

/// The field of a key, or of another key that says the same.
pub(super) fn known(fields: &[&'static Field], key: &str) -> Option<&'static Field> {
    let exact = fields.iter().find(|field| field.key == key);
    exact.or_else(|| fields.iter().find(|field| field.answers_to(key))).copied()
}

/// A key that no field has. It is shown only where it cannot be a secret that stands in the wrong place.
fn unknown(key: &str, option: &str, fields: &[&'static Field]) -> Problem {
    let mut keys: Vec<_> = fields.iter().map(|field| field.key).collect();
    keys.dedup();
    let message = Message::new("problem-unknown-field").with("expected", keys.join(", "));
    Problem::new(if is_name(key) { key } else { option }, message)
}

/// Every field of these kinds, each key once.
pub(super) fn fields_of(kinds: impl Iterator<Item = &'static dyn Kind>) -> Vec<&'static Field> {
    let mut fields: Vec<&'static Field> = Vec::new();
    for field in kinds.flat_map(<dyn Kind>::fields) {
        if !fields.iter().any(|known| known.key == field.key) {
            fields.push(field);
        }
    }
    fields
}
