//! From raw text to typed inputs: every problem at once, each with its field's key.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};

use super::field::Field;
use super::time::{Time, When};
use crate::i18n::Message;

/// What was given, before any check.
#[derive(Debug, Clone, Default)]
pub struct Raw {
    /// Keys and values in the order they came; a later value of a key wins.
    pub plain: Vec<(String, String)>,
    /// Secrets by key.
    pub secrets: Vec<(String, SecretString)>,
}

impl Raw {
    /// Nothing given.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more value.
    #[must_use]
    pub fn with(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.plain.push((key.into(), value.into()));
        self
    }

    /// With one more secret.
    #[must_use]
    pub fn with_secret(mut self, key: impl Into<String>, value: SecretString) -> Self {
        self.secrets.push((key.into(), value));
        self
    }

    /// Whether any secret was given.
    pub fn has_secret(&self) -> bool {
        !self.secrets.is_empty()
    }

    /// The value of a key; a blank one counts as none.
    pub fn given(&self, key: &str) -> Option<&str> {
        self.last(key).filter(|value| !value.trim().is_empty())
    }

    /// What a SOURCE gave for a key.
    fn fetched(&self, key: &str) -> Option<&SecretString> {
        self.secrets.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Whether a key has any value.
    fn has(&self, key: &str) -> bool {
        self.given(key).is_some() || self.fetched(key).is_some()
    }

    /// The value of a key, blank or not.
    fn last(&self, key: &str) -> Option<&str> {
        self.plain.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}

/// One thing wrong with what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's key, or the key that no field has.
    pub key: String,
    /// What was expected and what came.
    pub message: Message,
}

impl Problem {
    /// A problem with a field.
    pub fn new(key: impl Into<String>, message: Message) -> Self {
        Self { key: key.into(), message }
    }
}

/// Checked values by key. A field that was not given and has no default is absent.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    plain: BTreeMap<&'static str, String>,
    secrets: BTreeMap<&'static str, SecretString>,
}

/// How much is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Everything that generation needs: defaults are filled in, a missing required field is a problem.
    All,
    /// Everything but the secrets, which may come later: for a form while it is typed.
    AllButSecrets,
    /// Only what is there: what inspection may know.
    Given,
}

impl Inputs {
    /// Checks what was given against the fields.
    ///
    /// # Errors
    /// Every problem, in the order of the fields; unknown keys last.
    pub fn read(fields: &[&'static Field], raw: &Raw, ask: Ask) -> Result<Self, Vec<Problem>> {
        let mut inputs = Self::default();
        let mut problems = Vec::new();
        for field in fields {
            if field.is_secret() {
                inputs.read_secret(field, raw, ask, &mut problems);
            } else {
                inputs.read_plain(field, raw, ask, &mut problems);
            }
        }
        let known = || fields.iter().map(|f| f.key).collect::<Vec<_>>().join(", ");
        let keys = raw.plain.iter().map(|(key, _)| key).chain(raw.secrets.iter().map(|(key, _)| key));
        for key in keys.filter(|key| !fields.iter().any(|f| f.key == key.as_str())) {
            let message = Message::new("problem-unknown-field").with("expected", known());
            problems.push(Problem::new(super::visible::one_line(key), message));
        }
        if problems.is_empty() { Ok(inputs) } else { Err(problems) }
    }

    fn read_plain(&mut self, field: &'static Field, raw: &Raw, ask: Ask, problems: &mut Vec<Problem>) {
        let fetched = raw.fetched(field.key);
        if fetched.is_some() && !field.has_source() {
            problems.push(Problem::new(field.key, Message::new("problem-not-secret")));
            return;
        }
        let given = if field.blank { raw.last(field.key) } else { raw.given(field.key) };
        let given = fetched.map(ExposeSecret::expose_secret).or(given);
        let excused = field.unless.is_some_and(|other| raw.has(other));
        let value = if ask == Ask::Given { given } else { given.or(field.default) };
        match value.map(|value| field.check(value)) {
            Some(Ok(value)) => {
                self.plain.insert(field.key, value);
            }
            Some(Err(message)) => problems.push(Problem::new(field.key, message)),
            None if field.required && !excused && ask != Ask::Given => {
                problems.push(Problem::new(field.key, Message::new("problem-missing")));
            }
            None => {}
        }
    }

    fn read_secret(&mut self, field: &'static Field, raw: &Raw, ask: Ask, problems: &mut Vec<Problem>) {
        if raw.plain.iter().any(|(key, _)| key == field.key) {
            problems.push(Problem::new(field.key, Message::new("problem-secret-in-clear")));
            return;
        }
        let given = raw.fetched(field.key);
        let excused = field.unless.is_some_and(|other| raw.has(other));
        match given.map(|value| field.check(value.expose_secret())) {
            Some(Ok(value)) if !value.is_empty() => {
                self.secrets.insert(field.key, SecretString::from(value));
            }
            Some(Err(message)) => problems.push(Problem::new(field.key, message)),
            _ if field.required && !excused && ask == Ask::All => {
                problems.push(Problem::new(field.key, Message::new("problem-missing")));
            }
            _ => {}
        }
    }

    /// A value as checked text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// A value as checked text; empty where there is none.
    pub fn text_or_empty(&self, key: &str) -> &str {
        self.text(key).unwrap_or_default()
    }

    /// A value of a [`FieldKind::Time`](super::FieldKind::Time) field.
    pub fn when(&self, key: &str) -> Option<When> {
        self.text(key).and_then(|text| When::parse(text).ok())
    }

    /// A secret.
    pub fn secret(&self, key: &str) -> Option<&SecretString> {
        self.secrets.get(key)
    }

    /// Whether any secret is there.
    pub fn has_secret(&self) -> bool {
        !self.secrets.is_empty()
    }

    /// These with one more value, which is known to be right.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.plain.insert(key, value.into());
        self
    }

    /// These and the others; the others win.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.plain.extend(others.plain);
        self.secrets.extend(others.secrets);
        self
    }

    /// Advice about accepted values, by key.
    pub fn advice(&self, fields: &[&'static Field]) -> Vec<Problem> {
        fields
            .iter()
            .filter_map(|field| {
                let secret = self.secret(field.key).map(ExposeSecret::expose_secret);
                let message = field.advice(secret.or(self.text(field.key))?)?;
                Some(Problem::new(field.key, message))
            })
            .collect()
    }
}

/// The end of a token's life in whole seconds: a span counts from `start`, an instant is rounded down, because
/// vendors refuse fractions (reference opentok.md 11).
pub fn end_seconds(when: When, start: i64) -> i64 {
    match when {
        When::At(time) => time.seconds(),
        When::FromNow(millis) => Time::from_seconds(start).plus(millis).seconds(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::FieldKind;

    static KEY: Field = Field::credential("api_key", FieldKind::Digits);
    static SECRET: Field = Field::credential("api_secret", FieldKind::Secret { hex_digits: 40 });
    static ROLE: Field = Field::token("role", FieldKind::Choice(&["a", "b"])).default("a");
    static FIELDS: [&Field; 3] = [&KEY, &SECRET, &ROLE];

    #[test]
    fn all_problems_at_once_with_their_keys() {
        let raw = Raw::new().with("role", "c").with("nope", "1").with("api_secret", "x");
        let problems = Inputs::read(&FIELDS, &raw, Ask::All).unwrap_err();
        let found: Vec<_> = problems.iter().map(|p| (p.key.as_str(), p.message.id.as_ref())).collect();
        assert_eq!(
            found,
            [
                ("api_key", "problem-missing"),
                ("api_secret", "problem-secret-in-clear"),
                ("role", "problem-choice"),
                ("nope", "problem-unknown-field"),
            ]
        );
    }

    #[test]
    fn defaults_only_where_asked() {
        let raw = Raw::new().with("api_key", "1").with_secret("api_secret", "s".into());
        let all = Inputs::read(&FIELDS, &raw, Ask::All).unwrap();
        assert_eq!(all.text("role"), Some("a"));
        assert_eq!(all.advice(&FIELDS).len(), 1);
        let given = Inputs::read(&FIELDS, &Raw::new(), Ask::Given).unwrap();
        assert_eq!(given.text("role"), None);
        assert!(Inputs::read(&FIELDS, &Raw::new().with("api_key", "1"), Ask::AllButSecrets).is_ok());
    }

    #[test]
    fn a_secret_may_be_excused_by_another_field() {
        static PRIVATE: Field =
            Field::credential("private_key", FieldKind::Pem).required_unless("public_key");
        static PUBLIC: Field = Field::credential("public_key", FieldKind::Digits).optional();
        static KEYS: [&Field; 2] = [&PRIVATE, &PUBLIC];
        let missing = Inputs::read(&KEYS, &Raw::new(), Ask::All).unwrap_err();
        assert_eq!(missing.iter().map(|p| p.key.as_str()).collect::<Vec<_>>(), ["private_key"]);
        assert!(Inputs::read(&KEYS, &Raw::new().with("public_key", "1"), Ask::All).is_ok());
    }

    #[test]
    fn a_public_key_may_be_fetched_and_other_values_may_not() {
        static PRIVATE: Field =
            Field::credential("private_key", FieldKind::Pem).required_unless("public_key");
        static PUBLIC: Field = Field::credential("public_key", FieldKind::PublicPem).optional();
        static KEYS: [&Field; 3] = [&PRIVATE, &PUBLIC, &KEY];
        let pem = "-----BEGIN PUBLIC KEY-----\nAQID\n-----END PUBLIC KEY-----";
        let raw = Raw::new().with("api_key", "1").with_secret("public_key", pem.into());
        assert_eq!(Inputs::read(&KEYS, &raw, Ask::All).unwrap().text("public_key"), Some(pem));
        let problems = Inputs::read(&KEYS, &Raw::new().with_secret("api_key", "1".into()), Ask::Given);
        assert_eq!(problems.unwrap_err()[0].message.id, "problem-not-secret");
    }

    #[test]
    fn the_later_value_wins_and_a_blank_is_none() {
        let raw = Raw::new().with("role", "a").with("role", "b");
        assert_eq!(Inputs::read(&FIELDS, &raw, Ask::Given).unwrap().text("role"), Some("b"));
        let raw = Raw::new().with("role", "  ");
        assert_eq!(Inputs::read(&FIELDS, &raw, Ask::Given).unwrap().text("role"), None);
    }

    #[test]
    fn a_blank_counts_where_the_field_says_so() {
        static SALT: Field =
            Field::token("salt", FieldKind::Text { max: 9, warn_above: 0 }).required().keeps_blank();
        let read =
            |raw: &Raw| Inputs::read(&[&SALT], raw, Ask::All).map(|inputs| inputs.text("salt").map(str::len));
        assert_eq!(read(&Raw::new().with("salt", "")), Ok(Some(0)));
        assert_eq!(read(&Raw::new().with("salt", " ")), Ok(Some(1)));
        assert!(read(&Raw::new()).is_err());
    }
}
