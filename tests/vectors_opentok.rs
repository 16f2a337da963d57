//! Tokens made by the vendors' own SDKs: written byte for byte where the layout is ours, all read, all faults named.

mod support;

use support::{Pinned, inspect, kind, now, raw, text, vectors};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Shape, Signature, Time};
use tokendesk::vendor;

#[test]
fn the_node_sdks_tokens_come_out_byte_for_byte() {
    let vectors = vectors("opentok");
    let mut made = Vec::new();
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let Some(kind) = kind("opentok", case["kind"].as_str().unwrap()) else { continue };
        if !case["sdk"].as_str().unwrap().starts_with("node:") {
            continue;
        }
        let inputs = case["inputs"].as_object().unwrap();
        let mut entries: Vec<_> = inputs.iter().map(|(key, value)| (key.clone(), text(value))).collect();
        if let Some(nonce) = case["pinned"]["nonce_text"].as_str() {
            entries.push(("nonce".to_owned(), nonce.to_owned()));
        }
        let inputs = Inputs::read(&kind.fields(), &raw(kind, entries), Ask::All).expect(name);
        let mut env = Env { now: now(case), random: &mut Pinned };
        let (generated, report) = vendor::generate(kind, &inputs, None, &mut env).expect(name);
        assert_eq!(generated.token, case["token"].as_str().unwrap(), "{name}");
        assert_eq!(report.signature, Signature::Valid, "{name}");
        made.push(name);
    }
    assert_eq!(made.len(), 12, "{made:?}");
}

#[test]
fn every_sdks_token_is_recognised_and_decodes_to_the_recorded_fields() {
    let vectors = vectors("opentok");
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let own = kind("opentok", case["kind"].as_str().unwrap());
        let token = case["token"].as_str().unwrap();
        let inputs = &case["inputs"];
        let mut credentials = Raw::new();
        if own.is_some() && inputs["api_secret"].is_string() {
            credentials = credentials.with("api_key", text(&inputs["api_key"]));
            credentials = credentials.with_secret("api_secret", text(&inputs["api_secret"]).into());
        }
        let report = inspect(None, token, &credentials, now(case));
        // A JWT of a kind that is not built yet is still read as a JWT.
        assert_eq!(report.kind, Some(own.map_or("jwt", |kind| kind.spec().id)), "{name}");
        assert_eq!(report.shape, Shape::Ok, "{name}: {:?}", report.findings);
        assert!(report.cleaned.is_empty(), "{name}");
        let signed = own.is_some() && inputs["api_secret"].is_string();
        if signed {
            assert_eq!(report.signature, Signature::Valid, "{name}");
        }
        let decoded = &case["decoded"];
        for recorded in ["head", "fields", "claims"] {
            let Some(recorded) = decoded[recorded].as_object() else { continue };
            for (key, value) in recorded {
                assert_eq!(report.fields.get(key), Some(value), "{name}: {key}");
            }
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
}

#[test]
fn everything_that_must_be_refused_is_refused_for_its_reason() {
    let vectors = vectors("opentok");
    let mut refused = 0;
    for case in vectors["must_reject"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let Some(kind) = kind("opentok", case["kind"].as_str().unwrap()) else { continue };
        refused += 1;
        let credentials = Raw::new()
            .with("api_key", text(&case["api_key"]))
            .with_secret("api_secret", text(&case["secret"]).into());
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
    assert_eq!(refused, 24);
}
