//! MeCloud's Token by the recipe of its page: written byte for byte, all read, all faults named; and its answers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use support::{Pinned, inspect, now, raw, text, vectors};
use tokendesk::codec::form;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Report, Shape, Signature, Time, WindowState};
use tokendesk::vendor::{self, Kind, Pasted};

fn kind() -> &'static dyn Kind {
    vendor::kind("mecloud.token").unwrap()
}

fn entries(values: &Value) -> Vec<(String, String)> {
    values.as_object().unwrap().iter().map(|(key, value)| (key.clone(), text(value))).collect()
}

fn variants(report: &Report) -> Vec<(&'static str, &'static str)> {
    report.findings.iter().map(|finding| (finding.code, finding.variant)).collect()
}

/// The parameters of a URL, unescaped: any escaping of the same values is the same request.
fn query(url: &str) -> Vec<(String, String)> {
    let (start, query) = url.split_once('?').unwrap();
    assert_eq!(start, "https://sdk.videohostingvn.com/authen");
    let plain = |text: &str| form::decode_component(text).text;
    form::pairs(query).map(|(key, value)| (plain(key), plain(value))).collect()
}

#[test]
fn every_case_is_made_again() {
    let vectors = vectors("mecloud");
    let mut made = 0;
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let inputs =
            Inputs::read(&kind().fields(), &raw(kind(), entries(&case["inputs"])), Ask::All).expect(name);
        let mut env = Env { now: now(case), random: &mut Pinned };
        let (generated, report) = vendor::generate(kind(), &inputs, None, &mut env).expect(name);
        assert_eq!(generated.token, case["token"].as_str().unwrap(), "{name}");
        assert_eq!((report.signature, report.accepted()), (Signature::Valid, Some(true)), "{name}");
        let output = |name: &str| generated.outputs.iter().find(|(key, _)| *key == name).unwrap().1.as_str();
        let params = &case["decoded"]["params"];
        for key in ["appId", "time", "random-key", "email"] {
            assert_eq!(output(key), params[key], "{name}");
        }
        assert_eq!(query(output("get_url")), query(case["decoded"]["get_url"].as_str().unwrap()), "{name}");
        made += 1;
    }
    assert_eq!(made, 12);
}

#[test]
fn every_case_is_recognised_and_decodes_to_what_was_recorded() {
    let vectors = vectors("mecloud");
    let mut read = 0;
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let token = case["token"].as_str().unwrap();
        // 40 hex digits may be many things (section 2).
        let pasted = Pasted::read(token, None);
        assert!(pasted.kind.into_iter().chain(pasted.candidates).any(|known| known == kind()), "{name}");
        assert!(Pasted::read(token, Some(kind())).candidates.is_empty(), "{name}");
        let decoded = &case["decoded"];
        let mut known = entries(&case["inputs"]);
        known.push(("time".to_owned(), text(&decoded["params"]["time"])));
        let report = inspect(Some(kind()), token, &raw(kind(), known), now(case));
        assert_eq!((report.shape, report.signature), (Shape::Ok, Signature::Valid), "{name}");
        assert_eq!(report.accepted(), Some(true), "{name}: {:?}", report.findings);
        assert_eq!(Value::Object(report.fields.clone()), decoded["params"], "{name}");
        let usable = Time::from_millis(decoded["token_usable_until_ms"].as_i64().unwrap());
        assert_eq!(report.window.expires_at, Some(usable), "{name}");
        let secret = case["inputs"]["secret_key"].as_str().unwrap();
        let signed =
            report.parts.iter().find(|part| part.key == "signed_text").unwrap().value.as_str().unwrap();
        let whole = signed.replace('…', secret);
        assert_eq!(whole, decoded["signed_text"].as_str().unwrap(), "{name}");
        assert_eq!(
            whole.len(),
            usize::try_from(decoded["signed_bytes"].as_u64().unwrap()).unwrap(),
            "{name}"
        );
        assert!(!signed.contains(secret), "{name}");
        read += 1;
    }
    assert_eq!(read, 12);
}

#[test]
fn everything_that_must_be_refused_is_refused_for_its_reason() {
    let vectors = vectors("mecloud");
    let mut refused = 0;
    let mut named = Vec::new();
    for case in vectors["must_reject"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let mut known = vec![("secret_key".to_owned(), text(&case["secret"]))];
        known.extend(["app_id", "time", "random_key"].map(|key| (key.to_owned(), text(&case[key]))));
        let now = Time::from_millis(case["now_ms"].as_i64().unwrap());
        let report = inspect(Some(kind()), case["token"].as_str().unwrap(), &raw(kind(), known), now);
        let codes: Vec<_> = report.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(report.accepted(), Some(false), "{name}: {codes:?}");
        assert_eq!(codes.first(), case["reason"].as_str().as_ref(), "{name}: {codes:?}");
        named.push((name, report.findings.first().unwrap().variant));
        refused += 1;
    }
    assert_eq!(refused, 16);
    // Known mistakes are called by their name.
    for expected in [
        ("wrong_secret", "mecloud"),
        ("order_swapped", "mecloud-order"),
        ("secret_first", "mecloud-order"),
        ("no_dots", "mecloud-dots"),
        ("newline_after_secret", "mecloud-newline"),
        ("hmac_sha1", "mecloud-hmac"),
        ("older_than_10_min", "mecloud-old"),
        ("newer_than_10_min", "mecloud-ahead"),
    ] {
        assert!(named.contains(&expected), "{expected:?} in {named:?}");
    }
}

const NOW: Time = Time::from_millis(1_767_323_045_678);

fn given(values: &[(&str, &str)]) -> Raw {
    let raw = Raw::new().with("app_id", "1024").with_secret("secret_key", "s3cr3t".into());
    values.iter().fold(raw, |raw, (key, value)| raw.with(*key, *value))
}

#[test]
fn what_is_made_is_accepted_whatever_its_inputs() {
    let long = "é🎬\"\\".repeat(800);
    for random_key in ["", " ", ".", "a\nb", "khoá ngẫu nhiên", &long] {
        let inputs = Inputs::read(&kind().fields(), &given(&[("random_key", random_key)]), Ask::All).unwrap();
        let mut env = Env { now: NOW, random: &mut Pinned };
        let (_, report) = vendor::generate(kind(), &inputs, None, &mut env).unwrap();
        assert_eq!(report.accepted(), Some(true), "{random_key}: {:?}", report.findings);
    }
    // Made up where it is not given, and known to the report. Without an address there is no URL to send to.
    let inputs = Inputs::read(&kind().fields(), &given(&[]), Ask::All).unwrap();
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: NOW, random: &mut random };
    let (generated, report) = vendor::generate(kind(), &inputs, None, &mut env).unwrap();
    assert_eq!(
        (report.signature, report.fields["random-key"].as_str().unwrap().len()),
        (Signature::Valid, 16)
    );
    assert_eq!(
        generated.outputs.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["appId", "time", "random-key"]
    );
    // A time in seconds is refused before anything is signed.
    let inputs = Inputs::read(&kind().fields(), &given(&[("time", "1767323045")]), Ask::All).unwrap();
    let problems = vendor::generate(kind(), &inputs, None, &mut env).unwrap_err();
    assert_eq!((problems.len(), problems[0].key.as_str()), (1, "time"));
}

#[test]
fn no_flipped_bit_is_accepted() {
    let token = "507fec8afbabd6973c4e425150d5994a642bfb5f";
    let secret = "03a0a63efb7bddebff97b501f01a234e0fbcac323be54214471560477cdd993d";
    let known = Raw::new().with("app_id", "1024").with("time", "1767323045678").with("random_key", "r4nd0m");
    let known = known.with_secret("secret_key", secret.into());
    assert_eq!(inspect(Some(kind()), token, &known, NOW).accepted(), Some(true));
    let mut upper = 0;
    for bit in 0..token.len() * 8 {
        let mut bytes = token.to_owned().into_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let Ok(flipped) = String::from_utf8(bytes) else { continue };
        let inputs = Inputs::read(&kind().fields(), &known, Ask::Given).unwrap();
        let trial = vendor::Trial { project: None, inputs };
        let report = vendor::inspect(&Pasted::whole(&flipped, kind()), &Inputs::default(), [trial], &[], NOW);
        assert_eq!(report.accepted(), Some(false), "{flipped}");
        // One bit makes a letter upper case, which is a fault of form and not of the secret.
        if flipped.eq_ignore_ascii_case(token) {
            assert_eq!(variants(&report), [("uppercase", "")]);
            upper += 1;
        }
    }
    assert_eq!(upper, token.bytes().filter(u8::is_ascii_alphabetic).count());
}

#[test]
fn answers_are_read() {
    let vectors = vectors("mecloud");
    let mut read = 0;
    for answer in vectors["responses"].as_array().unwrap() {
        let name = answer["name"].as_str().unwrap();
        let report = inspect(None, answer["body"].as_str().unwrap(), &Raw::new(), NOW);
        assert_eq!(report.kind, Some("mecloud.access-token"), "{name}");
        assert!(report.cleaned.is_empty(), "{name}");
        for (key, value) in answer["parsed"].as_object().unwrap() {
            assert_eq!(report.fields.get(key), Some(value), "{name}: {key}");
        }
        match name {
            "ok" => {
                assert_eq!(report.window.expires_at, Some(Time::from_millis(1_767_409_445_678)));
                assert_eq!(report.window_state(), WindowState::Active);
                assert!(report.findings.is_empty(), "{:?}", report.findings);
            }
            _ => assert_eq!(variants(&report), [("answer", "mecloud")]),
        }
        read += 1;
    }
    assert_eq!(read, 2);

    let access = vendor::kind("mecloud.access-token");
    let answered = Raw::new().with("answered_at", "2026-01-02T03:04:05Z");
    let text = r#"{"error":0,"msg":"","accesstoken":"x","expired":"2026-01-03 03:04:05"}"#;
    let report = inspect(None, text, &answered, NOW);
    assert_eq!(report.window.expires_at, Some(Time::from_seconds(1_767_323_045 + 86_400)));
    assert_eq!(variants(&report), [("end_unread", "")]);
    let report = inspect(access, "opaque", &answered, NOW.plus(90_000_000));
    assert_eq!(variants(&report), [("expired", "mecloud-access")]);
    let report = inspect(access, "opaque", &Raw::new().with("expired", "1767409445"), NOW);
    assert_eq!((report.window_state(), variants(&report)), (WindowState::Active, vec![]));
    let report = inspect(access, "507fec8afbabd6973c4e425150d5994a642bfb5f", &Raw::new(), NOW);
    assert_eq!(variants(&report), [("token_for_access_token", ""), ("needs", "mecloud-answered")]);
}

#[test]
fn every_text_is_there() {
    let texts = vendor::texts();
    let vendor = vendor::vendor("mecloud").unwrap();
    for field in vendor.credentials.iter().chain(vendor.kinds.iter().flat_map(|kind| kind.spec().fields)) {
        let id = format!("field-{}", field.key.replace('_', "-"));
        assert!(texts.find(&id).is_some() && texts.find(&format!("{id}.help")).is_some(), "{id}");
    }
    for kind in vendor.kinds {
        let id = format!("kind-{}", kind.spec().id.replace('.', "-"));
        assert!(texts.find(&id).is_some() && texts.find(&format!("{id}.about")).is_some(), "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_decoded_without_panic(
        text in prop_oneof![".*", "[0-9a-fA-F]{38,42}", "\\{\"error\":-?[01],\"(accesstoken|msg)\":.{0,40}\\}"],
        time in "([0-9]{0,20}|.{0,20})",
        random_key in ".*",
    ) {
        let texts = vendor::texts();
        for kind in vendor::vendor("mecloud").unwrap().kinds {
            let mut known = given(&[("time", &time), ("random_key", &random_key), ("expired", &time)]);
            known.plain.retain(|(key, _)| kind.fields().iter().any(|field| field.key == key));
            let report = inspect(Some(*kind), &text, &known, NOW);
            for finding in &report.findings {
                prop_assert!(texts.find(&finding.message().id).is_some(), "{:?}", finding);
                prop_assert!(texts.find(&finding.remedy().id).is_some(), "{:?}", finding);
            }
            prop_assert_ne!(report.accepted(), Some(true));
            for part in &report.parts {
                prop_assert!(part.span.clone().is_none_or(|span| report.text.get(span).is_some()));
            }
        }
    }
}
