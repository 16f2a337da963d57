//! Tokens made by the vendors' own SDKs: written byte for byte where the layout is ours, all read, all faults named.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::Value;
use support::{Pinned, inspect, kind, now, raw, text, vectors};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Shape, Signature, Time};
use tokendesk::vendor::{self, Kind};

/// `client_jwt` is OpenTok's, `vonage_client_jwt` is Vonage's.
fn own(case: &Value) -> &'static dyn Kind {
    let name = case["kind"].as_str().unwrap();
    name.strip_prefix("vonage_").map_or_else(|| kind("opentok", name), |name| kind("vonage", name)).unwrap()
}

/// The credentials that a case was made with: all that can check it, one after the other.
fn credentials(inputs: &Value) -> Vec<Raw> {
    let mut all = Vec::new();
    if inputs["api_secret"].is_string() {
        let raw = Raw::new().with("api_key", text(&inputs["api_key"]));
        all.push(raw.with_secret("api_secret", text(&inputs["api_secret"]).into()));
    }
    if inputs["private_key"].is_string() {
        let raw = || Raw::new().with("application_id", text(&inputs["application_id"]));
        all.push(raw().with_secret("private_key", text(&inputs["private_key"]).into()));
        all.push(raw().with("public_key", text(&inputs["public_key"])));
    }
    all
}

#[test]
fn the_node_sdks_tokens_come_out_byte_for_byte() {
    let vectors = vectors("opentok");
    let mut made = Vec::new();
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = own(case);
        if !case["sdk"].as_str().unwrap().starts_with("node") {
            continue;
        }
        let inputs = case["inputs"].as_object().unwrap();
        let mut entries: Vec<_> = inputs.iter().map(|(key, value)| (key.clone(), text(value))).collect();
        if let Some(nonce) = case["pinned"]["nonce_text"].as_str() {
            entries.push(("nonce".to_owned(), nonce.to_owned()));
        }
        if let Some(jti) = case["pinned"]["jti"].as_str() {
            entries.push(("jti".to_owned(), jti.to_owned()));
        }
        let inputs = Inputs::read(&kind.fields(), &raw(kind, entries), Ask::All).expect(name);
        let mut env = Env { now: now(case), random: &mut Pinned };
        let (generated, report) = vendor::generate(kind, &inputs, None, &mut env).expect(name);
        assert_eq!(generated.token, case["token"].as_str().unwrap(), "{name}");
        assert_eq!(report.signature, Signature::Valid, "{name}");
        made.push(name);
    }
    assert_eq!(made.len(), 16, "{made:?}");
}

#[test]
fn every_sdks_token_is_recognised_and_decodes_to_the_recorded_fields() {
    let vectors = vectors("opentok");
    let mut checked = 0;
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let token = case["token"].as_str().unwrap();
        let mut report = inspect(None, token, &Raw::new(), now(case));
        assert_eq!(report.kind, Some(own(case).spec().id), "{name}");
        assert_eq!(report.accepted(), None, "{name}: nothing to check with");
        for credentials in credentials(&case["inputs"]) {
            report = inspect(None, token, &credentials, now(case));
            assert_eq!(report.signature, Signature::Valid, "{name}");
            // The library's own fixture ended long before the clock of its case.
            let ended = name == "token_encoder_vendor_fixture";
            assert_eq!(report.accepted(), Some(!ended), "{name}: {:?}", report.findings);
            checked += 1;
        }
        assert_eq!(report.shape, Shape::Ok, "{name}: {:?}", report.findings);
        assert!(report.cleaned.is_empty(), "{name}");
        let decoded = &case["decoded"];
        for recorded in ["head", "fields", "claims"] {
            let Some(recorded) = decoded[recorded].as_object() else { continue };
            for (key, value) in recorded {
                assert_eq!(report.fields.get(key), Some(value), "{name}: {key}");
            }
        }
        for (key, value) in decoded["header"].as_object().into_iter().flatten() {
            let part = report.parts.iter().find(|part| part.key == format!("header.{key}"));
            assert_eq!(part.map(|part| &part.value), Some(value), "{name}: {key}");
        }
        for key in ["owner", "location", "created", "prefix"] {
            if decoded[key].is_string() {
                assert_eq!(report.fields.get(key), Some(&decoded[key]), "{name}: {key}");
            }
        }
        // The places of the coloured runs cover the text in order, without gaps but the dots of a JWT.
        let mut at = 0;
        for segment in &report.segments {
            assert!(segment.range.start >= at && segment.range.start <= at + 1, "{name}: {segment:?}");
            at = segment.range.end;
        }
        assert_eq!(at, token.len(), "{name}");
    }
    // 24 of OpenTok by their secret, 5 of Vonage by either key.
    assert_eq!(checked, 34);
}

#[test]
fn everything_that_must_be_refused_is_refused_for_its_reason() {
    let vectors = vectors("opentok");
    let mut refused = 0;
    for case in vectors["must_reject"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = own(case);
        refused += 1;
        let (owner, secret) = (text(&case["api_key"]), text(&case["secret"]));
        let credentials = match kind.vendor().id {
            "vonage" => Raw::new().with("application_id", owner).with("public_key", secret),
            _ => Raw::new().with("api_key", owner).with_secret("api_secret", secret.into()),
        };
        let now = Time::from_seconds(case["now"].as_i64().unwrap());
        let report = inspect(Some(kind), case["token"].as_str().unwrap(), &credentials, now);
        let codes: Vec<_> = report.findings.iter().map(|finding| finding.code).collect();
        if name == "t1_prefix_lost" {
            // The only fault is what copying lost: repaired, said, warned of.
            assert_eq!(report.accepted(), Some(true), "{name}: {codes:?}");
            assert_eq!((report.cleaned.len(), codes.contains(&"cleaned")), (1, true), "{name}");
            continue;
        }
        assert_eq!(report.accepted(), Some(false), "{name}: {codes:?}");
        assert_eq!(codes.first(), case["reason"].as_str().as_ref(), "{name}: {codes:?}");
        if report.shape == Shape::Ok {
            let valid = report.signature == Signature::Valid;
            assert_eq!(valid, case["signature_valid"].as_bool().unwrap(), "{name}");
        }
    }
    assert_eq!(refused, 28);
}

/// A token that does not say when it was made lives from now on at least, and its life has the same limit.
#[test]
fn a_life_without_a_beginning_is_measured_from_now() {
    let key = "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14";
    let now = 1_767_323_045;
    let claims = format!(r#"{{"iss":"48213579","ist":"project","exp":{}}}"#, now + 86_400);
    let token = tokendesk::codec::jwt::sign_hs256(r#"{"alg":"HS256"}"#, &claims, key.as_bytes());
    let known = Raw::new().with("api_key", "48213579").with_secret("api_secret", key.into());
    let report = inspect(None, &token, &known, Time::from_seconds(now));
    assert_eq!(report.accepted(), Some(false));
    assert!(report.findings.iter().any(|finding| finding.code == "lifetime"), "{:?}", report.findings);
}
