//! The vectors through the real executable, as outsiders will check it: tokens byte for byte, reports, reasons, exit
//! codes. tests/vectors.rs asks the library the same.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
mod support;

use program::{Call, tokendesk};
use serde_json::Value;
use support::{kind, text, vectors};
use tokendesk::vendor::Kind;

/// `client_jwt` is OpenTok's, `vonage_client_jwt` is Vonage's.
fn own(case: &Value) -> &'static dyn Kind {
    let name = case["kind"].as_str().unwrap();
    name.strip_prefix("vonage_").map_or_else(|| kind("opentok", name), |name| kind("vonage", name)).unwrap()
}

/// The clock of a case in Unix seconds with a fraction.
fn at(case: &Value) -> String {
    let millis = case["pinned"]["now_ms"].as_i64().unwrap_or_default();
    format!("{}.{:03}", millis / 1000, millis % 1000)
}

/// A call with these inputs: secrets by way of the environment, the others in clear.
fn call(words: &[&str], kind: &'static dyn Kind, inputs: &[(&str, String)]) -> Call {
    let mut words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
    let fields = kind.fields();
    let is_secret = |key: &str| fields.iter().any(|field| field.key == key && field.is_secret());
    for (key, value) in inputs {
        words.extend(if is_secret(key) {
            ["--secret".to_owned(), format!("{key}=env:{}", key.to_uppercase())]
        } else {
            ["-f".to_owned(), format!("{key}={value}")]
        });
    }
    let secrets = inputs.iter().filter(|(key, _)| is_secret(key));
    secrets.fold(tokendesk(words), |call, (key, value)| call.env(&key.to_uppercase(), value))
}

#[test]
fn node_cases_are_generated_byte_for_byte() {
    let mut made = 0;
    for case in vectors("opentok")["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        if !case["sdk"].as_str().unwrap().starts_with("node") {
            continue;
        }
        let inputs = case["inputs"].as_object().unwrap().iter();
        let mut inputs: Vec<_> = inputs.map(|(key, value)| (key.as_str(), text(value))).collect();
        for (pinned, key) in [("nonce_text", "nonce"), ("jti", "jti")] {
            inputs.extend(case["pinned"][pinned].as_str().map(|value| (key, value.to_owned())));
        }
        let kind = own(case);
        let done = call(&["generate", kind.spec().id, "--at", &at(case)], kind, &inputs).run();
        assert_eq!(done.code, 0, "{name}: {}", done.words());
        assert_eq!(done.text().trim_end(), case["token"].as_str().unwrap(), "{name}");
        made += 1;
    }
    assert_eq!(made, 16);
}

#[test]
fn every_case_is_inspected_to_its_recorded_fields() {
    for case in vectors("opentok")["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = own(case);
        let credentials = kind.vendor().credentials.iter().filter_map(|field| {
            let value = &case["inputs"][field.key];
            value.is_string().then(|| (field.key, text(value)))
        });
        let credentials: Vec<_> = credentials.collect();
        let words = ["inspect", case["token"].as_str().unwrap(), "--at", &at(case), "--output", "json"];
        let done = call(&words, kind, &credentials).run();
        let report = done.json();
        assert_eq!((&report["kind"], &report["shape"]), (&kind.spec().id.into(), &"ok".into()), "{name}");
        if credentials.len() > 1 {
            assert_eq!(report["signature"], "valid", "{name}");
            assert_eq!(report["accepted"], done.code == 0, "{name}");
        }
        for recorded in ["head", "fields", "claims"] {
            for (key, value) in case["decoded"][recorded].as_object().into_iter().flatten() {
                assert_eq!(&report["fields"][key], value, "{name}: {key}");
            }
        }
    }
}

#[test]
fn what_must_be_refused_exits_with_1_and_its_reason() {
    let mut refused = 0;
    for case in vectors("opentok")["must_reject"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = own(case);
        let (owner, secret) = match kind.vendor().id {
            "vonage" => ("application_id", "public_key"),
            _ => ("api_key", "api_secret"),
        };
        let credentials = [(owner, text(&case["api_key"])), (secret, text(&case["secret"]))];
        let (token, now) = (case["token"].as_str().unwrap(), text(&case["now"]));
        let words = ["inspect", token, "--kind", kind.spec().id, "--at", &now, "--output", "json"];
        let done = call(&words, kind, &credentials).run();
        let report = done.json();
        if name == "t1_prefix_lost" {
            // Dirt alone: repaired, said, warned of.
            assert_eq!((done.code, report["cleaned"][0].as_str()), (0, Some("t1-prefix")));
            continue;
        }
        assert_eq!((done.code, report["accepted"].as_bool()), (1, Some(false)), "{name}");
        let codes: Vec<_> =
            report["findings"].as_array().unwrap().iter().map(|found| &found["code"]).collect();
        assert!(codes.contains(&&case["reason"]), "{name}: {codes:?}");
        refused += 1;
    }
    assert_eq!(refused, 27);
}

#[test]
fn all_of_them_in_one_stream() {
    let vectors = vectors("opentok");
    let both = ["cases", "must_reject"].into_iter().flat_map(|list| vectors[list].as_array().unwrap());
    let tokens: Vec<_> = both.map(|case| case["token"].as_str().unwrap()).collect();
    let words = ["inspect", "-", "--output", "json", "--at", "1767323045"];
    let done = tokendesk(words).stdin(tokens.join("\n")).run();
    assert_eq!((done.code, done.text().lines().count()), (1, tokens.len()));
    for line in done.text().lines() {
        let report: Value = serde_json::from_str(line).unwrap();
        assert!(report["kind"].is_string(), "{report}");
    }
}
