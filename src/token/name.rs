//! What the vendor's names in a report stand for: data of each kind. Comparing two tokens, loading one into a form and
//! telling of one in a ticket are loops over it.

use std::collections::BTreeSet;

use serde_json::Value;

/// What stands behind a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// Whose it is: the app, the key, the issuer. Public.
    Owner,
    /// A person: id, name, address.
    User,
    /// Where it is good: room, session, channel, stream.
    Room,
    /// What its holder may do.
    Rights,
    /// When it was made.
    Made,
    /// From when it is good.
    Starts,
    /// When it ends.
    Ends,
    /// How long it is good, in seconds.
    Life,
    /// New in every token.
    Random,
    /// The start of a cipher: new in every token, and in nobody's ticket.
    Vector,
    /// What follows from the rest and the secret: signature, checksum, ciphertext.
    Proof,
    /// How it is written: version, mode, algorithm.
    Form,
    /// Which library wrote it.
    Maker,
    /// What its maker put in, or nobody knows.
    Data,
    /// Not in the token by itself: told from the rest of it.
    Told,
}

impl Means {
    /// Whether it holds something that only the secret's owner can make.
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::Proof | Self::Vector)
    }

    /// Whether it may say who somebody is, or what he does. What is not known does.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::User | Self::Room | Self::Random | Self::Data | Self::Told)
    }

    /// Whether it is another one in each token by nature.
    pub const fn is_new(self) -> bool {
        matches!(self, Self::Random | Self::Vector | Self::Made)
    }
}

/// One name in a kind's reports.
#[derive(Debug, PartialEq, Eq)]
pub struct Name {
    /// As it stands in the report; that of a nested part may be left out, its parent's counts.
    pub name: &'static str,
    /// What it stands for.
    pub means: Means,
    /// The input that becomes it, where that is called otherwise.
    pub field: Option<&'static str>,
    /// The rights that its words grant, as bits.
    pub words: &'static [(&'static str, u64)],
}

impl Name {
    /// A name that is its own input's, or no input's.
    pub const fn new(name: &'static str, means: Means) -> Self {
        Self { name, means, field: None, words: &[] }
    }

    /// The same, made of this input.
    #[must_use]
    pub const fn of(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// The same with the rights that its words grant.
    #[must_use]
    pub const fn words(mut self, words: &'static [(&'static str, u64)]) -> Self {
        self.words = words;
        self
    }

    /// The rights that a value grants, each by its name; `None` for a value that says none.
    pub fn rights(&self, value: &Value) -> Option<BTreeSet<String>> {
        let bits = |bits: u64| (0..u64::BITS).filter(move |at| bits >> at & 1 == 1).map(|at| at.to_string());
        match value {
            Value::String(word) => {
                let (_, granted) = self.words.iter().find(|(known, _)| known == word)?;
                Some(bits(*granted).collect())
            }
            Value::Bool(on) => Some(on.then(String::new).into_iter().collect()),
            Value::Number(sum) => Some(bits(sum.as_u64()?).collect()),
            Value::Object(switches) => {
                let on = |value: &Value| value.as_bool().or_else(|| Some(value.as_u64()? == 1));
                let all: Option<Vec<_>> =
                    switches.iter().map(|(key, value)| Some((key, on(value)?))).collect();
                Some(all?.into_iter().filter(|(_, on)| *on).map(|(key, _)| key.clone()).collect())
            }
            _ => None,
        }
    }
}

/// The entry for a name: its own, or that of what it stands in.
pub fn find(names: &'static [Name], key: &str) -> Option<&'static Name> {
    let own = |key: &str| names.iter().find(|name| name.name == key);
    own(key).or_else(|| own(key.rsplit_once('.')?.0)).or_else(|| own(key.split_once('.')?.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    static NAMES: [Name; 3] = [
        Name::new("role", Means::Rights).words(&[("reader", 1), ("writer", 3)]),
        Name::new("payload", Means::Data),
        Name::new("payload.room", Means::Room),
    ];

    #[test]
    fn a_nested_part_is_what_it_stands_in() {
        let means = |key| find(&NAMES, key).map(|name| name.means);
        assert_eq!(means("payload.room"), Some(Means::Room));
        assert_eq!(means("payload.other"), Some(Means::Data));
        assert_eq!(means("payload.other.deep"), Some(Means::Data));
        assert_eq!(means("header.alg"), None);
    }

    #[test]
    fn rights_in_every_spelling() {
        let rights =
            |value: Value| NAMES[0].rights(&value).map(|rights| rights.into_iter().collect::<Vec<_>>());
        let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(rights(json!("writer")), words(&["0", "1"]));
        assert_eq!(rights(json!("nobody")), None);
        assert_eq!(rights(json!(5)), words(&["0", "2"]));
        assert_eq!(rights(json!({"1": 1, "2": 0, "3": true})), words(&["1", "3"]));
        assert_eq!(rights(json!({"1": "x"})), None);
        assert_eq!((rights(json!(true)), rights(json!(false))), (words(&[""]), words(&[])));
        assert_eq!(rights(json!([])), None);
    }
}
