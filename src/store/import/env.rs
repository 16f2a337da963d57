//! Projects in `.env` files: names of variables that the vendors' samples use, as the fields have them.
//!
//! A name may carry what a framework puts before it (`NEXT_PUBLIC_`) and, anywhere in it, the word of an environment or
//! a number: those of one word together are one project. A name that says no vendor (`API_KEY`) may belong to any; it is
//! only taken for one if something else in the file names that vendor, and is left open otherwise.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::plan::fits_well;
use super::{Found, Incoming, Source, Value, environment, fields};
use crate::codec::dotenv;
use crate::i18n::Message;
use crate::store::Environment;
use crate::token::{Field, FieldKind, visible};
use crate::vendor::{VENDORS, Vendor};

/// What frameworks put before a name so that it reaches the browser, the longer ones first.
const FRAMEWORKS: [&str; 11] = [
    "EXPO_PUBLIC_",
    "NEXT_PUBLIC_",
    "NUXT_PUBLIC_",
    "REACT_APP_",
    "VUE_APP_",
    "NG_APP_",
    "GATSBY_",
    "PUBLIC_",
    "NEXT_",
    "NUXT_",
    "VITE_",
];

/// What stands behind the name of a key that is not in the file as it is: its file's name, or base64.
const KEY_FORMS: [&str; 7] = ["", "_PATH", "_FILE", "_BASE64", "_B64", "_64", "64"];

/// The variables of one project.
struct Set {
    vendor: Option<&'static Vendor>,
    label: Option<String>,
    environment: Option<Environment>,
    line: usize,
    values: BTreeMap<&'static str, Named>,
    /// Fields that two names give, with the line of the second.
    clashes: Vec<(usize, &'static str)>,
    /// The names, for when it turns out to be no project.
    names: Vec<(usize, String)>,
}

/// A value and which of the field's names it came by: the lower, the more usual.
struct Named {
    text: Zeroizing<String>,
    line: usize,
    rank: usize,
}

/// What a name says.
#[derive(Clone, Copy)]
struct Known {
    /// None for a name that any vendor may have.
    vendor: Option<&'static Vendor>,
    key: &'static str,
    rank: usize,
}

/// The projects of an `.env` file.
pub(super) fn read(text: &str, source: &Source<'_>) -> Found {
    let parsed = dotenv::read(text);
    let mut found = Found::default();
    for (line, damage) in parsed.damages {
        found.faults.push((line, Message::new(format!("import-env-{}", damage.name()))));
    }
    let names = names();
    let mut sets: Vec<Set> = Vec::new();
    let mut others: Vec<(usize, String)> = Vec::new();
    for entry in parsed.entries {
        let shown = (entry.line, visible::one_line(&entry.key));
        match split(&entry.key, &names) {
            Some((known, label)) if !entry.value.trim().is_empty() => {
                let set = set_of(&mut sets, known.vendor, label, entry.line);
                set.names.push(shown);
                put(set, known, entry.value, entry.line);
            }
            // A name of ours without a value: a template that nobody has filled in.
            Some(_) => {}
            None => others.push(shown),
        }
    }
    let file_environment = source.file.and_then(environment_of_file);
    for set in &mut sets {
        set.environment = set.environment.or(file_environment);
    }
    let taken: Vec<_> = sets.iter().filter_map(|set| Some((set.vendor?, set.label.clone()))).collect();
    for set in sets {
        let vendor = set.vendor.or_else(|| evident(&set, &others, &taken, source));
        let candidates: Vec<_> = VENDORS.iter().copied().filter(|vendor| may_be(&set, vendor)).collect();
        if vendor.is_none() && candidates.is_empty() {
            others.extend(set.names);
            continue;
        }
        found.projects.push(incoming(set, vendor, candidates, source));
    }
    others.sort();
    found.ignored = others;
    found
}

/// Every name by which a credential may go.
fn names() -> BTreeMap<String, Known> {
    let mut names = BTreeMap::new();
    for (vendor, field) in fields() {
        let forms: &[&str] = if is_key(field) { &KEY_FORMS } else { &[""] };
        let own = field.env.iter().enumerate();
        let own = own
            .map(|(rank, name)| ((*name).to_owned(), Known { vendor: Some(vendor), key: field.key, rank }));
        let any = (field.key.to_uppercase(), Known { vendor: None, key: field.key, rank: 0 });
        for (name, known) in own.chain([any]) {
            for (rank, form) in forms.iter().enumerate() {
                // Two vendors share a general name, and then it says the same of both.
                names
                    .entry(format!("{name}{form}"))
                    .or_insert(Known { rank: known.rank * KEY_FORMS.len() + rank, ..known });
            }
        }
    }
    names
}

fn is_key(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Pem | FieldKind::PublicPem)
}

/// What a name says, and the word in it that tells its set.
fn split(key: &str, names: &BTreeMap<String, Known>) -> Option<(Known, Option<String>)> {
    let name = key.to_uppercase().replace(['.', '-'], "_");
    let name = FRAMEWORKS.iter().find_map(|framework| name.strip_prefix(framework)).unwrap_or(&name);
    if let Some(known) = names.get(name) {
        return Some((*known, None));
    }
    let words: Vec<&str> = name.split('_').collect();
    // Longer than any name that could be one.
    if words.len() > 8 {
        return None;
    }
    words.iter().enumerate().find_map(|(at, word)| {
        let number = word.len() <= 2 && word.parse::<u8>().is_ok();
        if !number && environment(word).is_none() {
            return None;
        }
        let rest: Vec<&str> =
            words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word).collect();
        Some((*names.get(&rest.join("_"))?, Some(word.to_lowercase())))
    })
}

fn set_of<'a>(
    sets: &'a mut Vec<Set>,
    vendor: Option<&'static Vendor>,
    label: Option<String>,
    line: usize,
) -> &'a mut Set {
    let is_it = |set: &Set| {
        set.vendor.map(|vendor| vendor.id) == vendor.map(|vendor| vendor.id) && set.label == label
    };
    let at = sets.iter().position(is_it).unwrap_or(sets.len());
    if at == sets.len() {
        let environment = label.as_deref().and_then(environment);
        let values = BTreeMap::new();
        sets.push(Set { vendor, label, environment, line, values, clashes: Vec::new(), names: Vec::new() });
    }
    &mut sets[at]
}

/// The more usual name counts; of one name the later line, as for every reader of such files.
fn put(set: &mut Set, known: Known, text: Zeroizing<String>, line: usize) {
    let new = Named { text, line, rank: known.rank };
    match set.values.get_mut(known.key) {
        None => {
            set.values.insert(known.key, new);
        }
        Some(old) => {
            if old.rank != new.rank && *old.text != *new.text {
                set.clashes.push((line, known.key));
            }
            if new.rank <= old.rank {
                *old = new;
            }
        }
    }
}

/// `.env.production`, `staging.env`
fn environment_of_file(name: &str) -> Option<Environment> {
    name.split('.').find_map(environment)
}

/// Whether a set without a vendor's name could be of this one: it has the key and a secret.
fn may_be(set: &Set, vendor: &'static Vendor) -> bool {
    let secret = |field: &Field| field.is_secret() && set.values.contains_key(field.key);
    vendor.has_projects()
        && set.values.contains_key(vendor.owner_key)
        && vendor.credentials.iter().any(secret)
}

/// The one vendor that a set without a vendor's name can be of, where a further name of the file says that vendor and
/// the values are as they should be.
fn evident(
    set: &Set,
    others: &[(usize, String)],
    taken: &[(&'static Vendor, Option<String>)],
    source: &Source<'_>,
) -> Option<&'static Vendor> {
    let mut candidates = VENDORS.iter().copied().filter(|vendor| may_be(set, vendor));
    let vendor = candidates.next().filter(|_| candidates.next().is_none())?;
    let first_word = |name: &str| name.split('_').next().unwrap_or_default().to_owned();
    let words: Vec<String> =
        vendor.credentials.iter().flat_map(|field| field.env).map(|name| first_word(name)).collect();
    let said = others.iter().any(|(_, name)| {
        name.to_uppercase().split(['_', '.', '-']).any(|word| words.iter().any(|known| known == word))
    });
    let has_own = taken.iter().any(|(known, label)| known.id == vendor.id && *label == set.label);
    (said && !has_own && fits_well(vendor, &values(set), source)).then_some(vendor)
}

fn values(set: &Set) -> Vec<Value> {
    let value = |(key, named): (&&'static str, &Named)| Value {
        key: (*key).to_owned(),
        text: named.text.clone(),
        line: named.line,
        secret: false,
    };
    set.values.iter().map(value).collect()
}

fn incoming(
    set: Set,
    vendor: Option<&'static Vendor>,
    candidates: Vec<&'static Vendor>,
    source: &Source<'_>,
) -> Incoming {
    let mut incoming = Incoming {
        line: set.line,
        vendor: vendor.map(|vendor| vendor.id.to_owned()),
        candidates,
        values: values(&set),
        ..Incoming::default()
    };
    incoming.said.environment = set.environment;
    incoming.said.group = source.folder.map(str::to_owned);
    for (line, key) in set.clashes {
        incoming.problem(line, key, Message::new("import-twice"), false);
    }
    incoming.said.label = set.label;
    incoming
}
