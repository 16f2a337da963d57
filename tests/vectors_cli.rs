//! The vectors through the real executable, as outsiders will check it: tokens byte for byte, reports, reasons, exit
//! codes. tests/vectors.rs asks the library the same.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use program::tokendesk;
use serde_json::Value;
use tokendesk::vendor;

fn vectors(file: &str) -> Value {
    let path = format!("{}/tests/vectors/{file}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The id of a case's kind, where it is built already.
fn kind(case: &Value) -> Option<String> {
    let id = format!("opentok.{}", case["kind"].as_str()?.replace('_', "-"));
    vendor::kind(&id).map(|_| id)
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(words) => words.iter().map(text).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// The clock of a case in Unix seconds with a fraction.
fn at(case: &Value) -> String {
    let millis = case["pinned"]["now_ms"].as_i64().unwrap_or_default();
    format!("{}.{:03}", millis / 1000, millis % 1000)
}

#[test]
fn node_cases_are_generated_byte_for_byte() {
    let mut made = 0;
    for case in vectors("opentok")["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let Some(kind) = kind(case).filter(|_| case["sdk"].as_str().unwrap().starts_with("node:")) else {
            continue;
        };
        let mut words = vec!["generate".to_owned(), kind, "--at".to_owned(), at(case)];
        let mut secret = String::new();
        for (key, value) in case["inputs"].as_object().unwrap() {
            if key == "api_secret" {
                secret = text(value);
                words.extend(["--secret".to_owned(), "api_secret=env:API_SECRET".to_owned()]);
            } else {
                words.extend(["-f".to_owned(), format!("{key}={}", text(value))]);
            }
        }
        if let Some(nonce) = case["pinned"]["nonce_text"].as_str() {
            words.extend(["-f".to_owned(), format!("nonce={nonce}")]);
        }
        let done = tokendesk(&words).env("API_SECRET", secret).run();
        assert_eq!(done.code, 0, "{name}: {}", done.words());
        assert_eq!(done.text().trim_end(), case["token"].as_str().unwrap(), "{name}");
        made += 1;
    }
    assert_eq!(made, 12);
}

#[test]
fn every_case_is_inspected_to_its_recorded_fields() {
    for case in vectors("opentok")["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let mut words =
            ["inspect", case["token"].as_str().unwrap(), "--at", &at(case)].map(str::to_owned).to_vec();
        words.extend(["--output".to_owned(), "json".to_owned()]);
        let secret = case["inputs"]["api_secret"].as_str().filter(|_| kind(case).is_some());
        if secret.is_some() {
            words.extend(["-f".to_owned(), format!("api_key={}", text(&case["inputs"]["api_key"]))]);
            words.extend(["--secret".to_owned(), "api_secret=env:API_SECRET".to_owned()]);
        }
        let report = tokendesk(&words).env("API_SECRET", secret.unwrap_or_default()).run().json();
        assert_eq!(report["kind"], kind(case).unwrap_or_else(|| "jwt".to_owned()), "{name}");
        assert_eq!(report["shape"], "ok", "{name}");
        if secret.is_some() {
            assert_eq!(report["signature"], "valid", "{name}");
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
        let Some(kind) = kind(case) else { continue };
        let key = format!("api_key={}", text(&case["api_key"]));
        let (token, now) = (case["token"].as_str().unwrap(), text(&case["now"]));
        let words = ["inspect", token, "--kind", &kind, "--at", &now, "-f", &key];
        let words = words.into_iter().chain(["--secret", "api_secret=env:API_SECRET", "--output", "json"]);
        let done = tokendesk(words).env("API_SECRET", text(&case["secret"])).run();
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
    assert_eq!(refused, 23);
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
