//! What holds for every vendor, kind and field, whatever is added.

mod support;

use std::collections::HashSet;

use tokendesk::call::{self, CALLS};
use tokendesk::i18n::Texts;
use tokendesk::token::FieldKind;
use tokendesk::token::input::Ask;
use tokendesk::token::report::kind_text_id;
use tokendesk::token::{Env, Field, Inputs, Raw, Scope, Signature, Time};
use tokendesk::vendor::{self, Kind, VENDORS, kinds};

fn has(texts: &Texts, id: &str) {
    assert!(texts.find(id).is_some_and(|text| !text.trim().is_empty()), "no text {id}");
}

#[test]
fn ids_are_unique_and_say_their_vendor() {
    let mut seen = HashSet::new();
    for vendor in VENDORS {
        assert!(seen.insert(vendor.id), "{} twice", vendor.id);
        assert_eq!(vendor.letters.chars().count(), 2, "{}", vendor.id);
        assert!(vendor.link.starts_with("https://"), "{}", vendor.id);
        assert!(!vendor.kinds.is_empty(), "{}", vendor.id);
        let owner =
            vendor.credentials.iter().any(|field| field.key == vendor.owner_key && !field.is_secret());
        assert!(owner || !vendor.has_projects(), "{}: the owner is a public credential", vendor.id);
        for kind in vendor.kinds {
            let id = kind.spec().id;
            assert!(id == vendor.id || seen.insert(id), "{id} twice");
            assert!(id == vendor.id || id.starts_with(&format!("{}.", vendor.id)), "{id}");
            assert_eq!(kind.vendor().id, vendor.id);
            assert!(
                id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.'),
                "{id}"
            );
            assert!(kind.spec().link.starts_with("https://"), "{id}");
            assert!(kind.spec().since.split('.').count() == 3, "{id}");
        }
    }
    assert!(VENDORS.iter().any(|vendor| vendor.has_projects()), "there is something to save");
}

#[test]
fn a_vendor_with_projects_makes_something() {
    for vendor in VENDORS.iter().filter(|vendor| vendor.has_projects()) {
        assert!(vendor.kinds.iter().any(|kind| kind.spec().generates), "{}", vendor.id);
    }
}

#[test]
fn fields_have_good_keys_and_their_own_scope() {
    for kind in kinds() {
        let mut keys = HashSet::new();
        for field in kind.fields() {
            let id = kind.spec().id;
            assert!(keys.insert(field.key), "{id}: {} twice", field.key);
            assert!(
                field.key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
                "{}",
                field.key
            );
            let credential = kind.vendor().credentials.iter().any(|own| own.key == field.key);
            assert_eq!(field.scope == Scope::Credential, credential, "{id}: {}", field.key);
            assert!(!field.is_secret() || credential, "{id}: a secret belongs to a project: {}", field.key);
            assert!(!field.is_secret() || field.sample.is_empty(), "{id}: no sample of a secret");
            for value in
                [field.default, Some(field.sample).filter(|sample| !sample.is_empty())].into_iter().flatten()
            {
                assert!(field.check(value).is_ok(), "{id}: {} does not take its own {value}", field.key);
            }
            if let Some(other) = field.unless {
                assert!(kind.fields().iter().any(|f| f.key == other), "{id}: no field {other}");
            }
        }
    }
}

#[test]
fn everything_has_its_words() {
    let texts = vendor::texts();
    let names = kinds().map(|kind| (kind_text_id(kind.spec().id), kind.fields()));
    for (id, fields) in names.chain(CALLS.iter().map(|call| (call.text_id(), call.fields()))) {
        has(&texts, &id);
        has(&texts, &format!("{id}.about"));
        for field in fields {
            let key = field.key.replace('_', "-");
            has(&texts, &format!("field-{key}"));
            has(&texts, &format!("field-{key}.help"));
            match field.kind {
                FieldKind::Choice(words) => {
                    for word in words {
                        has(&texts, &format!("choice-{key}-{word}"));
                    }
                }
                FieldKind::Flags(flags) => {
                    for (name, _) in flags {
                        has(&texts, &format!("flag-{key}-{name}"));
                    }
                }
                _ => {}
            }
        }
    }
}

/// A call is its vendor's, takes what a project of that vendor holds, and its own defaults and samples.
#[test]
fn calls_have_good_ids_and_fields() {
    let mut ids = HashSet::new();
    for call in CALLS {
        let spec = call.spec();
        let id = spec.id;
        assert!(ids.insert(id), "{id} twice");
        assert!(VENDORS.iter().any(|vendor| id.starts_with(&format!("{}.", vendor.id))), "{id}");
        assert!(vendor::kind(id).is_none(), "{id} is a kind too");
        assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'.'), "{id}");
        assert!(spec.link.starts_with("https://") && spec.since.split('.').count() == 3, "{id}");
        assert_eq!(call::parse_base_url(spec.base_url).as_deref(), Ok(spec.base_url), "{id}");
        assert!(!spec.refusals.is_empty(), "{id}");
        if let Some(own) = spec.credentials {
            let keys = |fields: &[Field]| fields.iter().map(|field| field.key).collect::<Vec<_>>();
            assert_eq!(keys(own), keys(call.vendor().credentials), "{id}: the same keys");
            let secret = |fields: &[Field]| fields.iter().map(Field::is_secret).collect::<Vec<_>>();
            assert_eq!(secret(own), secret(call.vendor().credentials), "{id}");
        }
        let mut keys = HashSet::new();
        for field in call.fields() {
            assert!(keys.insert(field.key), "{id}: {} twice", field.key);
            let credential = call.vendor().credentials.iter().any(|own| own.key == field.key);
            assert_eq!(field.scope == Scope::Credential, credential, "{id}: {}", field.key);
            assert!(!field.is_secret() || credential, "{id}: a secret belongs to a project: {}", field.key);
            assert!(credential || !field.sample.is_empty(), "{id}: {} has no sample", field.key);
            for value in
                [field.default, Some(field.sample).filter(|sample| !sample.is_empty())].into_iter().flatten()
            {
                assert!(field.check(value).is_ok(), "{id}: {} does not take its own {value}", field.key);
            }
            if let FieldKind::Choice(words) = field.kind
                && field.key == "region"
            {
                let mut hosts = HashSet::new();
                for word in words {
                    let raw = Raw::new().with("region", *word);
                    let inputs = Inputs::read(&[field], &raw, Ask::Given).unwrap_or_default();
                    assert!(hosts.insert(call.base_url(&inputs)), "{id}: {word} is another host");
                }
            }
        }
        assert_eq!(call.base_url(&Inputs::default()), spec.base_url, "{id}");
    }
}

/// Samples of the fields, and a secret of the usual shape.
fn sample(kind: &'static dyn Kind) -> Raw {
    let mut raw = Raw::new();
    for field in kind.fields() {
        raw = if field.is_secret() {
            raw.with_secret(field.key, support::secret(field).into())
        } else if field.required && field.default.is_none() {
            raw.with(field.key, field.sample)
        } else {
            raw
        };
    }
    raw
}

/// The samples are enough to make a token, equal inputs make equal bytes, and what is made is recognised and right.
#[test]
fn samples_make_tokens_that_are_recognised() {
    for kind in kinds().filter(|kind| kind.spec().generates) {
        let id = kind.spec().id;
        let raw = sample(kind);
        let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap_or_else(|p| panic!("{id}: {p:?}"));
        let make = || {
            let mut random = support::Counter(7);
            let mut env = Env { now: Time::from_seconds(1_767_323_045), random: &mut random };
            vendor::generate(kind, &inputs, None, &mut env).unwrap_or_else(|p| panic!("{id}: {p:?}"))
        };
        let (generated, report) = make();
        assert_eq!(generated, make().0, "{id}: equal inputs, equal bytes");
        assert_eq!(report.signature, Signature::Valid, "{id}: {:?}", report.findings);
        assert_eq!(report.accepted(), Some(true), "{id}: {:?}", report.findings);
        let pasted = vendor::Pasted::read(&generated.token, None);
        let named: Vec<_> = pasted.kind.iter().chain(&pasted.candidates).map(|kind| kind.spec().id).collect();
        assert!(named.contains(&id), "{id} is taken for {named:?}");
        assert!(pasted.cleaned.is_empty(), "{id}");
    }
}

/// A kind that is only inspected says so instead of failing oddly.
#[test]
fn inspect_only_kinds_say_so() {
    for kind in kinds().filter(|kind| !kind.spec().generates) {
        let mut random = support::Counter(7);
        let mut env = Env { now: Time::from_seconds(0), random: &mut random };
        let problems = kind.generate(&Inputs::default(), &mut env).unwrap_err();
        assert!(!problems.is_empty(), "{}", kind.spec().id);
    }
}

/// Required fields are missed by name, all at once.
#[test]
fn missing_fields_are_all_named() {
    for kind in kinds().filter(|kind| kind.spec().generates) {
        let problems = Inputs::read(&kind.fields(), &Raw::new(), Ask::All).unwrap_err();
        let needed = |field: &&&Field| field.required && field.default.is_none();
        let expected: HashSet<_> = kind.fields().iter().filter(needed).map(|field| field.key).collect();
        let missed: HashSet<_> = problems.iter().map(|problem| problem.key.as_str()).collect();
        assert_eq!(missed, expected, "{}", kind.spec().id);
    }
}
