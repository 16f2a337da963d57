//! Every text that the code asks for is there, every text that is there is asked for, and no text refers to another.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use tokendesk::call::CALLS;
use tokendesk::token::{Field, FieldKind};
use tokendesk::vendor::{kinds, text_files};

/// The English sources: the program's, then each vendor's.
fn sources() -> Vec<&'static str> {
    text_files().iter().map(|[english, ..]| *english).collect()
}

/// Ids of messages; attributes as `id.attribute`.
fn ids() -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for source in sources() {
        let mut message = String::new();
        for line in source.lines() {
            // A text of several lines begins on the line below its id.
            let pair = line.split_once(" = ").or_else(|| Some((line.strip_suffix(" =")?, "")));
            let Some((name, value)) = pair else { continue };
            let id = if let Some(attribute) = name.strip_prefix("    .") {
                format!("{message}.{attribute}")
            } else {
                name.clone_into(&mut message);
                message.clone()
            };
            assert!(ids.insert(id.clone(), value.to_owned()).is_none(), "{id} stands twice");
        }
    }
    ids
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
    for source in sources() {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors);
        let resource = resource.unwrap_or_else(|errors| panic!("{errors:?}"));
        assert!(resource.entries().count() > 0);
    }
    for (id, value) in ids() {
        for inside in value.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            assert!(inside.trim().starts_with('$'), "{id} refers to {inside}");
        }
    }
}

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
