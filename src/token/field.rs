//! A field: one input of a kind, as data. Forms, command-line help and documents are loops over these.

use super::time::When;
use crate::codec::{hex, json, number, pem, uuid};
use crate::i18n::Message;

/// One input.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a list of fields says by name"
)]
pub struct Field {
    /// The key everywhere: form, `-f key=value`, JSON, project file, vectors.
    pub key: &'static str,
    /// Other keys that say the same; accepted on the command line, shown nowhere.
    pub also: &'static [&'static str],
    /// What it is called in `.env` files, the usual name first; without what frameworks put before it.
    pub env: &'static [&'static str],
    /// Whether it belongs to a project or to one token.
    pub scope: Scope,
    /// What may stand in it.
    pub kind: FieldKind,
    /// Generation is impossible without it.
    pub required: bool,
    /// A blank value is a value of its own, and not the same as none.
    pub blank: bool,
    /// Not required where this other field is given.
    pub unless: Option<&'static str>,
    /// Used where nothing is given; in the same spelling as an input.
    pub default: Option<&'static str>,
    /// Folded away in the form: it has a good default.
    pub advanced: bool,
    /// Belongs to one making alone (chance, the clock, another token): a token that is made again gets a new one.
    pub fresh: bool,
    /// An invented example.
    pub sample: &'static str,
}

/// To whom a field belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// To a project: stays the same for all its tokens.
    Credential,
    /// To one token.
    Token,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    /// Any text up to so many UTF-16 units.
    Text {
        /// Most UTF-16 units (JavaScript's `length`, which the vendors' limits count in).
        max: usize,
        /// Above this the vendor may refuse it, though the SDK does not; 0 for no such limit.
        warn_above: usize,
    },
    /// An identifier up to so many characters; white space around it is taken off.
    Id {
        /// Most UTF-16 units.
        max: usize,
    },
    /// Decimal digits.
    Digits,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A time: Unix seconds, RFC 3339 or a signed span.
    Time,
    /// Words separated by spaces; together up to so many UTF-16 units.
    Words {
        /// Most UTF-16 units when joined by one space.
        max: usize,
    },
    /// A number in JSON's grammar, kept as it is typed.
    Number,
    /// A whole number between two bounds, both allowed.
    Integer {
        /// The smallest.
        min: i128,
        /// The largest.
        max: i128,
    },
    /// A span in whole seconds between two bounds, both allowed; typed as a number or as a span such as `+1h`.
    Seconds {
        /// The shortest.
        min: i64,
        /// The longest.
        max: i64,
    },
    /// So many bytes as hex digits.
    Hex {
        /// How many bytes.
        bytes: usize,
    },
    /// A number that is the sum of switches, each a name (text id `flag-<key>-<name>`) and its bit's value.
    Flags(&'static [(&'static str, u64)]),
    /// A JSON object, kept as it is typed.
    JsonObject,
    /// A secret; so many hex digits are usual (0: no usual shape).
    Secret {
        /// The usual number of hex digits.
        hex_digits: usize,
    },
    /// A secret of several lines: a key in PEM. A public key passes too, since inspection needs no more.
    Pem,
    /// A public key or a certificate in PEM: several lines, and no secret.
    PublicPem,
    /// A UUID, kept in lower case.
    Uuid,
}

impl FieldKind {
    /// The word for it in `tokendesk kinds`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Id { .. } => "id",
            Self::Digits => "digits",
            Self::Choice(_) => "choice",
            Self::Time => "time",
            Self::Words { .. } => "words",
            Self::Number => "number",
            Self::Integer { .. } => "integer",
            Self::Seconds { .. } => "seconds",
            Self::Hex { .. } => "hex",
            Self::Flags(_) => "flags",
            Self::JsonObject => "json",
            Self::Secret { .. } => "secret",
            Self::Pem => "pem",
            Self::PublicPem => "public-pem",
            Self::Uuid => "uuid",
        }
    }
}

impl Field {
    const fn new(key: &'static str, scope: Scope, kind: FieldKind) -> Self {
        Self {
            key,
            also: &[],
            env: &[],
            scope,
            kind,
            required: false,
            blank: false,
            unless: None,
            default: None,
            advanced: false,
            fresh: false,
            sample: "",
        }
    }

    /// A field of a project. It is required.
    pub const fn credential(key: &'static str, kind: FieldKind) -> Self {
        let mut field = Self::new(key, Scope::Credential, kind);
        field.required = true;
        field
    }

    /// An optional field of a token.
    pub const fn token(key: &'static str, kind: FieldKind) -> Self {
        Self::new(key, Scope::Token, kind)
    }

    /// The same, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, not required.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same, where a blank value that is given counts as given.
    #[must_use]
    pub const fn keeps_blank(mut self) -> Self {
        self.blank = true;
        self
    }

    /// The same, required unless another field is given.
    #[must_use]
    pub const fn required_unless(mut self, other: &'static str) -> Self {
        self.required = true;
        self.unless = Some(other);
        self
    }

    /// The same with a default.
    #[must_use]
    pub const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    /// The same, folded away.
    #[must_use]
    pub const fn advanced(mut self) -> Self {
        self.advanced = true;
        self
    }

    /// The same, made anew with each token.
    #[must_use]
    pub const fn fresh(mut self) -> Self {
        self.fresh = true;
        self
    }

    /// The same under further keys.
    #[must_use]
    pub const fn also(mut self, keys: &'static [&'static str]) -> Self {
        self.also = keys;
        self
    }

    /// The same with its names in `.env` files.
    #[must_use]
    pub const fn env(mut self, names: &'static [&'static str]) -> Self {
        self.env = names;
        self
    }

    /// The same with an example.
    #[must_use]
    pub const fn sample(mut self, value: &'static str) -> Self {
        self.sample = value;
        self
    }

    /// Whether this key, its own or another, says it.
    pub fn answers_to(&self, key: &str) -> bool {
        self.key == key || self.also.contains(&key)
    }

    /// Whether its value may be fetched from a SOURCE: a secret, and a public key, because it has several lines.
    pub const fn has_source(&self) -> bool {
        self.is_secret() || matches!(self.kind, FieldKind::PublicPem)
    }

    /// Whether its value must never be shown, logged or saved in clear.
    pub const fn is_secret(&self) -> bool {
        matches!(self.kind, FieldKind::Secret { .. } | FieldKind::Pem)
    }

    /// Checks text that was given for it. Values that are compared or encoded are trimmed; text is kept as typed.
    ///
    /// # Errors
    /// A message that says what was expected and what came; never the value of a secret, nor the field's name.
    pub fn check(&self, given: &str) -> Result<String, Message> {
        let trimmed = given.trim();
        let wrong = |id: &'static str| Err(Message::new(id).with("got", shorten(trimmed)));
        match self.kind {
            FieldKind::Text { max, .. } => {
                at_most(max, given)?;
                Ok(given.to_owned())
            }
            FieldKind::Id { max } => {
                at_most(max, trimmed)?;
                Ok(trimmed.to_owned())
            }
            FieldKind::Digits if !trimmed.bytes().all(|b| b.is_ascii_digit()) => wrong("problem-digits"),
            // Words are told apart by their letters, not by their case: GCM, POST.
            FieldKind::Choice(words) => match words.iter().find(|word| word.eq_ignore_ascii_case(trimmed)) {
                Some(word) => Ok((*word).to_owned()),
                None => Err(Message::new("problem-choice")
                    .with("got", shorten(trimmed))
                    .with("expected", words.join(", "))),
            },
            FieldKind::Time => When::parse(trimmed).map(|_| trimmed.to_owned()),
            FieldKind::Words { max } => {
                let joined = given.split_whitespace().collect::<Vec<_>>().join(" ");
                at_most(max, &joined)?;
                Ok(joined)
            }
            FieldKind::Number if !number::is_json_number(trimmed) => wrong("problem-number"),
            FieldKind::JsonObject => match json::object(trimmed) {
                Ok(_) => Ok(trimmed.to_owned()),
                Err(error) => Err(Message::new("problem-json").with("reason", error.to_string())),
            },
            FieldKind::Integer { min, max } => match trimmed.parse::<i128>() {
                Ok(number) if (min..=max).contains(&number) => Ok(number.to_string()),
                _ => Err(out_of_range(trimmed, &min.to_string(), &max.to_string())),
            },
            FieldKind::Seconds { min, max } => match seconds(trimmed) {
                Some(number) if (min..=max).contains(&number) => Ok(number.to_string()),
                _ => Err(out_of_range(trimmed, &min.to_string(), &max.to_string())),
            },
            FieldKind::Hex { bytes } if !hex::is_hex(trimmed, bytes * 2) => Err(Message::new("problem-hex")
                .with("bytes", bytes)
                .with("digits", bytes * 2)
                .with("got", shorten(trimmed))),
            FieldKind::Flags(flags) => {
                let all = flags.iter().fold(0, |sum, (_, bit)| sum | bit);
                match trimmed.parse::<u64>() {
                    Ok(number) if number & !all == 0 => Ok(number.to_string()),
                    _ => Err(out_of_range(trimmed, "0", &all.to_string())),
                }
            }
            FieldKind::Uuid if uuid::is_uuid(trimmed) => Ok(trimmed.to_ascii_lowercase()),
            FieldKind::Uuid => wrong("problem-uuid"),
            FieldKind::Pem | FieldKind::PublicPem if !trimmed.is_empty() => match pem::read(trimmed) {
                Ok(pem) if pem.kind.is_private() && matches!(self.kind, FieldKind::PublicPem) => {
                    Err(Message::new("problem-pem-private"))
                }
                Ok(_) => Ok(trimmed.to_owned()),
                Err(damage) => Err(Message::new(format!("problem-pem-{}", damage.name()))),
            },
            FieldKind::Digits
            | FieldKind::Number
            | FieldKind::Hex { .. }
            | FieldKind::Pem
            | FieldKind::PublicPem
            | FieldKind::Secret { .. } => Ok(trimmed.to_owned()),
        }
    }

    /// Advice about a value that is accepted all the same.
    pub fn advice(&self, value: &str) -> Option<Message> {
        match self.kind {
            FieldKind::Secret { hex_digits } if hex_digits > 0 && !hex::is_hex(value, hex_digits) => Some(
                Message::new("advice-secret-shape")
                    .with("digits", hex_digits)
                    .with("length", value.chars().count()),
            ),
            FieldKind::Text { warn_above, .. } if warn_above > 0 => {
                let length = value.encode_utf16().count();
                (length > warn_above).then(|| {
                    Message::new("advice-long-text").with("length", length).with("limit", warn_above)
                })
            }
            _ => None,
        }
    }
}

fn out_of_range(got: &str, min: &str, max: &str) -> Message {
    Message::new("problem-range").with("got", shorten(got)).with("min", min).with("max", max)
}

/// Whole seconds, as a number or as a span from now.
fn seconds(text: &str) -> Option<i64> {
    if let Ok(number) = text.parse() {
        return Some(number).filter(|_| !text.starts_with('+'));
    }
    match When::parse(text) {
        Ok(When::FromNow(millis)) => Some(millis / 1000),
        _ => None,
    }
}

fn at_most(max: usize, text: &str) -> Result<(), Message> {
    let length = text.encode_utf16().count();
    if length <= max {
        return Ok(());
    }
    Err(Message::new("problem-too-long").with("length", length).with("max", max))
}

/// The start of a wrong value, enough to recognise it by.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    super::visible::one_line(&short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_is_required_unless_said() {
        let credential = Field::credential("k", FieldKind::Digits);
        assert!(credential.required && !credential.optional().required);
        assert_eq!(credential.optional().scope, Scope::Credential);
    }

    #[test]
    fn each_kind_checks_its_own() {
        let check = |kind, text| Field::token("k", kind).check(text).map_err(|m| m.id.into_owned());
        assert_eq!(check(FieldKind::Digits, " 0123 "), Ok("0123".into()));
        assert_eq!(check(FieldKind::Digits, "12a"), Err("problem-digits".into()));
        assert_eq!(check(FieldKind::Choice(&["a", "b"]), "c"), Err("problem-choice".into()));
        assert_eq!(check(FieldKind::Choice(&["a", "b"]), " B "), Ok("b".into()));
        assert_eq!(check(FieldKind::Words { max: 9 }, " a   b "), Ok("a b".into()));
        assert_eq!(check(FieldKind::Words { max: 2 }, "a b"), Err("problem-too-long".into()));
        assert_eq!(check(FieldKind::Number, "1e-7"), Ok("1e-7".into()));
        assert_eq!(check(FieldKind::Number, "seven"), Err("problem-number".into()));
        assert_eq!(check(FieldKind::JsonObject, "[1]"), Err("problem-json".into()));
        assert_eq!(check(FieldKind::Text { max: 2, warn_above: 0 }, "🎥"), Ok("🎥".into()));
        assert_eq!(check(FieldKind::Text { max: 2, warn_above: 0 }, "🎥x"), Err("problem-too-long".into()));
        let integer = FieldKind::Integer { min: -1, max: i128::from(u64::MAX) };
        assert_eq!(check(integer, "18446744073709551615"), Ok("18446744073709551615".into()));
        assert_eq!(check(integer, "-2"), Err("problem-range".into()));
        assert_eq!(check(FieldKind::Seconds { min: 1, max: 86_400 }, "+1h"), Ok("3600".into()));
        assert_eq!(check(FieldKind::Seconds { min: 1, max: 86_400 }, "90"), Ok("90".into()));
        assert_eq!(check(FieldKind::Seconds { min: 1, max: 86_400 }, "+2d"), Err("problem-range".into()));
        assert_eq!(check(FieldKind::Hex { bytes: 2 }, "0aFf"), Ok("0aFf".into()));
        assert_eq!(check(FieldKind::Hex { bytes: 2 }, "0aF"), Err("problem-hex".into()));
        assert_eq!(check(FieldKind::Flags(&[("a", 1), ("b", 4)]), "5"), Ok("5".into()));
        assert_eq!(check(FieldKind::Flags(&[("a", 1), ("b", 4)]), "2"), Err("problem-range".into()));
        assert_eq!(check(FieldKind::Secret { hex_digits: 40 }, " s \n"), Ok("s".into()));
        let uuid = "7F3C2A10-5b6d-4e8f-9a0b-1c2d3e4f5a6b";
        assert_eq!(check(FieldKind::Uuid, uuid), Ok(uuid.to_ascii_lowercase()));
        assert_eq!(check(FieldKind::Uuid, "48213579"), Err("problem-uuid".into()));
    }

    #[test]
    fn keys_are_checked_by_what_they_are() {
        let check = |kind, text: &str| Field::token("k", kind).check(text).map_err(|m| m.id.into_owned());
        let section = |label| format!("-----BEGIN {label}-----\nAQID\n-----END {label}-----");
        let (private, public) = (section("PRIVATE KEY"), section("PUBLIC KEY"));
        assert_eq!(check(FieldKind::Pem, &format!(" {private}\n")), Ok(private.clone()));
        assert_eq!(check(FieldKind::Pem, &public), Ok(public.clone()));
        assert_eq!(check(FieldKind::Pem, "\n"), Ok(String::new()));
        assert_eq!(check(FieldKind::Pem, "private.key"), Err("problem-pem-path".into()));
        assert_eq!(check(FieldKind::PublicPem, &public), Ok(public));
        assert_eq!(check(FieldKind::PublicPem, &private), Err("problem-pem-private".into()));
        let openssh = include_str!("../../tests/keys/openssh.private");
        let problem = Field::token("k", FieldKind::Pem).check(openssh).unwrap_err();
        assert_eq!((problem.id.as_ref(), problem.args.len()), ("problem-pem-openssh", 0));
    }
}
