//! Every text that the code asks for is there, every text that is there is asked for, and no text refers to another.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use tokendesk::call::CALLS;
use tokendesk::i18n::Language;
use tokendesk::token::{Field, FieldKind};
use tokendesk::vendor::{kinds, text_files};

/// The sources of a language: the program's, then each vendor's.
fn sources(language: Language) -> Vec<&'static str> {
    text_files().iter().map(|file| file[language as usize]).collect()
}

/// Messages by id; attributes as `id.attribute`. A text of several lines is one value.
fn read(sources: &[&str]) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for source in sources {
        let (mut message, mut id) = (String::new(), None);
        for line in source.lines() {
            let attribute = line.trim_start().strip_prefix('.').filter(|_| line.starts_with("    ."));
            let begins = attribute.is_some() || line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((name, value)) = line.split_once('=').filter(|_| begins) {
                let name = name.trim();
                if attribute.is_none() {
                    name.clone_into(&mut message);
                }
                let begun = match attribute {
                    Some(_) => format!("{message}.{}", name.trim_start_matches('.')),
                    None => message.clone(),
                };
                let value = value.trim().to_owned();
                assert!(texts.insert(begun.clone(), value).is_none(), "{begun} stands twice");
                id = Some(begun);
            } else if line.starts_with([' ', '}'])
                && let Some(value) = id.as_ref().and_then(|id| texts.get_mut(id))
            {
                value.push(' ');
                value.push_str(line.trim());
            }
        }
    }
    texts
}

/// The English texts.
fn ids() -> BTreeMap<String, String> {
    read(&sources(Language::English))
}

/// What stands behind each brace of a text.
fn placed(value: &str) -> impl Iterator<Item = &str> {
    value
        .split('{')
        .skip(1)
        .map(|rest| rest.split([' ', '}']).find(|word| !word.is_empty()).unwrap_or_default())
}

/// The code of the program, without its tests.
fn code() -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                read(&entry.path(), all);
            } else {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                all.push_str(text.split("#[cfg(test)]").next().unwrap_or_default());
            }
        }
    }
    let mut all = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all
}

#[test]
fn the_files_are_fluent_without_references() {
    for language in Language::ALL {
        for source in sources(language) {
            let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors);
            let resource = resource.unwrap_or_else(|errors| panic!("{errors:?}"));
            assert!(resource.entries().count() > 0);
        }
        for (id, value) in read(&sources(language)) {
            for inside in placed(&value) {
                // The command line's help shows JSON, whose braces must be quoted.
                let brace = id.starts_with("cli-") && inside.starts_with('"');
                assert!(inside.starts_with('$') || brace, "{id} refers to {inside}");
            }
        }
    }
}

#[test]
fn every_language_has_the_same_texts() {
    let mut left = Vec::new();
    for file in text_files() {
        let english = read(&[file[Language::English as usize]]);
        for language in [Language::Chinese, Language::Vietnamese] {
            let other = read(&[file[language as usize]]);
            let tag = language.tag();
            let ids = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
            let (missing, unused) = (&ids(&english) - &ids(&other), &ids(&other) - &ids(&english));
            assert!(missing.is_empty() && unused.is_empty(), "{tag}: no {missing:?}; unused {unused:?}");
            for (id, there) in &other {
                let value = &english[id];
                let arguments =
                    |value| -> BTreeSet<String> { placed(value).map(ToOwned::to_owned).collect() };
                assert_eq!(arguments(there), arguments(value), "{tag}: the arguments of {id}");
                let words = value.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
                let says = words.into_iter().any(|words| words.contains(|c: char| c.is_alphabetic()));
                let kept = !id.contains('.')
                    && KEPT.iter().any(|kept| id == kept || kept.ends_with('-') && id.starts_with(kept));
                if there == value && says && !kept {
                    left.push(format!("{tag}: {id} = {value}"));
                }
            }
        }
    }
    assert!(left.is_empty(), "still English:\n{}", left.join("\n"));
}

/// Texts that may be the same in every language, by id or by its beginning: names, the vendors' own words, and what
/// stands in a file as it is said. Their attributes may not.
const KEPT: &[&str] = &[
    "window-title",
    "token-heading",
    "demo-tag",
    "qr-button",
    "time-utc",
    "times-utc",
    "travel-hint",
    "zoom-percent",
    "calls-status",
    "cleaned-bearer",
    "cli-row-id",
    "cli-type-uuid",
    "calls-language-",
    "environment-",
    "kind-",
    "field-",
    "choice-",
    "place-",
    "segment-",
];

#[test]
fn every_finding_has_a_text_and_a_remedy() {
    let ids = ids();
    let code = code();
    let mut found = 0;
    for severity in ["error", "warning", "info"] {
        for at in code.split(&format!("Finding::{severity}(\"")).skip(1) {
            let name = at.split('"').next().unwrap();
            // The wording may be chosen a little further on; at least one must be there.
            let stem = format!("finding-{}", name.replace('_', "-"));
            let texts: Vec<_> =
                ids.keys().filter(|id| **id == stem || id.starts_with(&format!("{stem}-"))).collect();
            assert!(!texts.is_empty(), "no text {stem}");
            for text in texts.iter().filter(|text| !text.contains('.')) {
                assert!(ids.contains_key(&format!("{text}.remedy")), "{text} has no remedy");
            }
            found += 1;
        }
    }
    assert!(found > 20, "{found}");
}

/// Ids that are put together from data.
fn derived() -> BTreeSet<String> {
    let mut derived = BTreeSet::new();
    let mut fields: Vec<&Field> = Vec::new();
    for kind in kinds() {
        derived.insert(tokendesk::token::report::kind_text_id(kind.spec().id));
        fields.extend(kind.fields());
    }
    for call in CALLS {
        derived.insert(call.text_id());
        fields.extend(call.fields());
    }
    for field in fields {
        let key = field.key.replace('_', "-");
        derived.insert(format!("field-{key}"));
        match field.kind {
            FieldKind::Choice(words) => {
                derived.extend(words.iter().map(|word| format!("choice-{key}-{word}")));
            }
            FieldKind::Flags(flags) => {
                derived.extend(flags.iter().map(|(name, _)| format!("flag-{key}-{name}")));
            }
            _ => {}
        }
    }
    derived
}

#[test]
fn every_text_is_used() {
    let code = code();
    let derived = derived();
    let quoted: BTreeSet<&str> = code.split('"').collect();
    // `format!("prefix-{}", …)`: what stands before the brace.
    let prefixes: Vec<&str> = quoted
        .iter()
        .filter_map(|text| text.split_once('{'))
        .map(|(prefix, _)| prefix)
        .filter(|p| p.len() > 4)
        .collect();
    for id in ids().keys() {
        let message = id.split('.').next().unwrap();
        let built = prefixes.iter().any(|prefix| message.starts_with(prefix));
        assert!(quoted.contains(message) || derived.contains(message) || built, "{id} is not used");
    }
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let ids = ids();
    let code = code();
    for asked in ["Message::new(\"", ".text(\"", "texts.get(\""] {
        for at in code.split(asked).skip(1) {
            let id = at.split('"').next().unwrap();
            // `inputs.text("api_key")` asks for an input, not for a text: keys have no hyphen.
            if id.contains('-') && !id.contains('{') {
                assert!(ids.contains_key(id), "no text {id}");
            }
        }
    }
}
