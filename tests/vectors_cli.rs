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

/// The id of a case's kind.
fn kind(case: &Value) -> String {
    let name = case["kind"].as_str().unwrap();
    let (vendor, name) = name.strip_prefix("vonage_").map_or(("opentok", name), |name| ("vonage", name));
    let id = format!("{vendor}.{}", name.replace('_', "-"));
    assert!(vendor::kind(&id).is_some(), "{id}");
    id
}

/// The name of a case's owner and that of its secret.
fn credential_keys(case: &Value) -> (&'static str, &'static str) {
    if kind(case).starts_with("vonage.") {
        ("application_id", "private_key")
    } else {
        ("api_key", "api_secret")
    }
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
        if !case["sdk"].as_str().unwrap().starts_with("node") {
            continue;
        }
        let (_, secret_key) = credential_keys(case);
        let mut words = vec!["generate".to_owned(), kind(case), "--at".to_owned(), at(case)];
        let mut secret = String::new();
        for (key, value) in case["inputs"].as_object().unwrap() {
            if key == secret_key {
                secret = text(value);
                words.extend(["--secret".to_owned(), format!("{key}=env:SECRET")]);
            } else {
                words.extend(["-f".to_owned(), format!("{key}={}", text(value))]);
            }
        }
        if let Some(nonce) = case["pinned"]["nonce_text"].as_str() {
            words.extend(["-f".to_owned(), format!("nonce={nonce}")]);
        }
        if let Some(jti) = case["pinned"]["jti"].as_str() {
            words.extend(["-f".to_owned(), format!("jti={jti}")]);
        }
        let done = tokendesk(&words).env("SECRET", secret).run();
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
        let mut words =
            ["inspect", case["token"].as_str().unwrap(), "--at", &at(case)].map(str::to_owned).to_vec();
        words.extend(["--output".to_owned(), "json".to_owned()]);
        let (owner_key, secret_key) = credential_keys(case);
        let secret = case["inputs"][secret_key].as_str();
        if secret.is_some() {
            words.extend(["-f".to_owned(), format!("{owner_key}={}", text(&case["inputs"][owner_key]))]);
            words.extend(["--secret".to_owned(), format!("{secret_key}=env:SECRET")]);
        }
        let report = tokendesk(&words).env("SECRET", secret.unwrap_or_default()).run().json();
        assert_eq!(report["kind"], kind(case), "{name}");
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
        let kind = kind(case);
        let (owner_key, secret_key) = credential_keys(case);
        let owner = format!("{owner_key}={}", text(&case["api_key"]));
        let (token, now, secret) =
            (case["token"].as_str().unwrap(), text(&case["now"]), text(&case["secret"]));
        let mut words =
            vec!["inspect", token, "--kind", &kind, "--at", &now, "-f", &owner, "--output", "json"];
        // What the vectors give for Vonage is a public key.
        let public = format!("public_key={secret}");
        let source = format!("{secret_key}=env:SECRET");
        words.extend(if secret_key == "private_key" { ["-f", &public] } else { ["--secret", &source] });
        let done = tokendesk(words).env("SECRET", &secret).run();
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
