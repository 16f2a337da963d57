//! A report for a ticket gives away neither the secret nor what is made of it, nor on request who somebody is, and
//! nothing in a token can break out of its code span.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use support::{recorded, vectors};
use tokendesk::codec::json::plain;
use tokendesk::codec::jwt;
use tokendesk::token::input::Ask;
use tokendesk::token::redact::{Telling, bug_report};
use tokendesk::token::{Inputs, Means, Raw, Report, Time};
use tokendesk::vendor::{self, Pasted, Trial, kinds};

const EVERYTHING: Telling = Telling { user_data: true };
const NO_USER: Telling = Telling { user_data: false };

fn inspect(text: &str, kind: Option<&'static dyn vendor::Kind>, inputs: Inputs, now: Time) -> Report {
    let trial = Trial { project: Some("Demo of Bích".to_owned()), inputs };
    vendor::inspect(&Pasted::read(text, kind), &Inputs::default(), [trial], &[], now)
}

/// Every recorded token with the secrets that it was made with, and without any.
fn all() -> Vec<(String, Report, Vec<String>)> {
    use secrecy::ExposeSecret as _;
    let mut all = Vec::new();
    for file in ["opentok", "zego", "netease", "mecloud"] {
        for case in vectors(file)["cases"].as_array().unwrap() {
            let Some((kind, raw, now)) = recorded(file, case) else { continue };
            let Some(token) = case["token"].as_str() else { continue };
            let secrets: Vec<String> =
                raw.secrets.iter().map(|(_, secret)| secret.expose_secret().to_owned()).collect();
            let inputs = Inputs::read(&kind.fields(), &raw, Ask::Given).unwrap_or_default();
            let name = case["name"].as_str().unwrap();
            all.push((format!("{name} with"), inspect(token, Some(kind), inputs, now), secrets));
            all.push((format!("{name} without"), inspect(token, None, Inputs::default(), now), Vec::new()));
        }
        for case in vectors(file)["must_reject"].as_array().into_iter().flatten() {
            let Some(token) = case["token"].as_str() else { continue };
            let now = Time::from_seconds(1_767_323_045);
            let name = format!("{} {}", file, case["name"]);
            all.push((name, inspect(token, None, Inputs::default(), now), Vec::new()));
        }
    }
    assert!(all.len() > 150, "{}", all.len());
    all
}

fn runs(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(6).map(|run| run.iter().collect()).collect()
}

#[test]
fn no_piece_of_signature_ciphertext_or_secret_is_told() {
    let texts = vendor::texts();
    let mut kinds_seen = BTreeSet::new();
    for (name, report, secrets) in all() {
        let mut secret: BTreeSet<String> =
            secrets.iter().filter(|secret| *secret != "secret").flat_map(|secret| runs(secret)).collect();
        for part in report.parts.iter().filter(|part| report.means(&part.key).is_secret()) {
            secret.extend(runs(&plain(&part.value)));
        }
        for segment in &report.segments {
            if ["signature", "ciphertext", "iv"].contains(&segment.name) {
                secret.extend(runs(report.text.get(segment.range.clone()).unwrap()));
            }
        }
        kinds_seen.extend(report.kind);
        // One vendor's own fixture has a secret that begins like its key.
        let owner = runs(&report.owner().unwrap_or_default());
        secret.retain(|run| !owner.contains(run));
        for telling in [EVERYTHING, NO_USER] {
            let told = bug_report(&report, &texts, telling);
            let leak = runs(&told).into_iter().find(|run| secret.contains(run));
            assert_eq!(leak, None, "{name}\n{told}");
        }
    }
    let made: BTreeSet<_> = kinds().map(|kind| kind.spec().id).collect();
    let missing: Vec<_> = made.difference(&kinds_seen).collect();
    assert_eq!(missing, [&"mecloud.access-token", &"netease.server-token"]);
}

#[test]
fn what_a_server_handed_out_is_not_told() {
    let texts = vendor::texts();
    let now = Time::from_seconds(1_767_323_045);
    for text in [
        r#"{"code":200,"token":"MARKERMARKER0123456789"}"#,
        r#"{"code":200,"info":{"accid":"zhangsan","token":"MARKERMARKER0123456789","name":"n"}}"#,
        r#"{"error":0,"msg":"","accesstoken":"MARKERMARKER0123456789","expired":1767409445678}"#,
        r#"{"signature":"5bd59fd62953a8059fb7eaba95720f66d19e4517","timestamp":1470820198,"nonce":"123412","x":1}"#,
    ] {
        let told = bug_report(&inspect(text, None, Inputs::default(), now), &texts, EVERYTHING);
        assert!(!told.contains("MARKER") && !told.contains("5bd59f"), "{told}");
    }
}

#[test]
fn user_data_is_left_out_on_request() {
    let texts = vendor::texts();
    for (name, report, _) in all() {
        let told = bug_report(&report, &texts, NO_USER);
        assert!(!told.contains("Bích"), "{name}\n{told}");
        for part in &report.parts {
            let value = plain(&part.value);
            let personal = matches!(report.means(&part.key), Means::User | Means::Room | Means::Data);
            // What is short may stand there for another reason.
            if personal && value.chars().count() > 5 && value != "100000" {
                assert!(!told.contains(&value), "{name}: {}\n{told}", part.key);
            }
        }
    }
}

/// What is left when all code spans are taken out, as CommonMark finds them: a run of backticks to the next of its length.
fn outside_code(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        // An escaped backtick begins nothing.
        if rest[..at].ends_with('\\') {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        }
        out.push_str(&rest[..at]);
        let fence = rest[at..].chars().take_while(|c| *c == '`').count();
        let inside = &rest[at + fence..];
        let mut end = None;
        let mut from = 0;
        while let Some(found) = inside[from..].find('`') {
            let length = inside[from + found..].chars().take_while(|c| *c == '`').count();
            if length == fence {
                end = Some(from + found + length);
                break;
            }
            from += found + length;
        }
        let end = end.unwrap_or_else(|| panic!("a code span is not closed: {line}"));
        rest = &inside[end..];
    }
    out.push_str(rest);
    out
}

fn is_tame(told: &str) {
    assert!(!told.chars().any(|c| c.is_control() && c != '\n'), "{told:?}");
    for line in told.lines() {
        let outside = outside_code(line);
        let bytes: Vec<char> = outside.chars().collect();
        for (at, c) in bytes.iter().enumerate() {
            let escaped = at > 0 && bytes[at - 1] == '\\';
            let heading = *c == '#' && outside.starts_with('#') && at < 3;
            assert!(escaped || heading || !"<>[]*|~&#@`$".contains(*c), "{c} in {line}");
        }
    }
}

#[test]
fn nothing_in_a_token_breaks_out_of_its_place() {
    let texts = vendor::texts();
    let hostile = [
        "<script>alert(1)</script>",
        "`",
        "``",
        "```",
        "a`b``c```d",
        "`<img src=x onerror=alert(1)>`",
        "` ` `",
        "[x](javascript:alert(1))",
        "![x](https://e.example/x.png)",
        "| a | b |\n|---|---|",
        "\n# Heading\n\n- item",
        "\r\n<b>",
        "\u{1b}[31m\u{202e}evil\u{0}",
        "@everyone #1 https://e.example",
        "\\`",
        "\\",
        " ",
        "  x  ",
        "\u{e000}0\u{e001}\u{e000}1\u{e001}`",
        "&lt;b&gt;",
        "-->",
        "$$x$$",
        "",
    ];
    let now = Time::from_seconds(1_767_323_045);
    for value in hostile {
        let claims = serde_json::json!({
            "iss": value, "ist": "project", "iat": 1_767_323_045, "exp": 1_767_409_445, "session_id": value,
            "scope": "session.connect", "role": value, "connection_data": value, value: value, "nested": {value: [value]},
        });
        let text = jwt::sign_hs256(r#"{"alg":"HS256","typ":"JWT"}"#, &claims.to_string(), b"key");
        for telling in [EVERYTHING, NO_USER] {
            let report = inspect(&text, None, Inputs::default(), now);
            assert_eq!(report.kind, Some("opentok.client-jwt"));
            let told = bug_report(&report, &texts, telling);
            is_tame(&told);
            assert!(telling == EVERYTHING || value.trim().len() < 3 || !told.contains(value), "{told}");
        }
        let data = format!("{{\"{}\":1}}", value.escape_default());
        is_tame(&bug_report(&inspect(&data, None, Inputs::default(), now), &texts, EVERYTHING));
    }
    for (_, report, _) in all() {
        is_tame(&bug_report(&report, &texts, EVERYTHING));
        is_tame(&bug_report(&report, &texts, NO_USER));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_claim_stays_in_its_place(key in any::<String>(), value in "[`<>|\\\\a \u{202e}\n\\[\\]]{0,24}") {
        let claims = serde_json::json!({ "iss": value, "session_id": value, "scope": "session.connect", key: value });
        let text = jwt::sign_hs256(r#"{"alg":"HS256"}"#, &claims.to_string(), b"key");
        let report = inspect(&text, None, Inputs::default(), Time::from_seconds(1_767_323_045));
        is_tame(&bug_report(&report, &vendor::texts(), EVERYTHING));
    }
}

/// Every name in the reports of recorded tokens is known for what it is; what is not is taken for user data.
#[test]
fn every_name_in_a_recorded_token_is_known() {
    let mut unknown = BTreeSet::new();
    for (name, report, _) in all() {
        if report.kind == Some("jwt") || name.contains("must_reject") {
            continue;
        }
        for part in &report.parts {
            if tokendesk::token::name::find(report.names, &part.key).is_none() {
                unknown.insert((report.kind.unwrap_or_default(), part.key.clone()));
            }
        }
    }
    let own: Vec<_> = unknown.into_iter().map(|(kind, key)| format!("{kind} {key}")).collect();
    assert!(own.iter().all(|own| own.starts_with("opentok.") || own.starts_with("vonage.")), "{own:?}");
    println!("{own:?}");
}

#[test]
fn what_is_told_reads_well() {
    let texts = vendor::texts();
    let vectors = vectors("opentok");
    let case: &Value =
        vectors["cases"].as_array().unwrap().iter().find(|c| c["kind"] == "client_jwt").unwrap();
    let (kind, raw, now) = recorded("opentok", case).unwrap();
    let inputs = Inputs::read(&kind.fields(), &Raw { ..raw }, Ask::Given).unwrap();
    let report = inspect(case["token"].as_str().unwrap(), None, inputs, now);
    println!("{}", bug_report(&report, &texts, EVERYTHING));
    let told = bug_report(&report, &texts, NO_USER);
    println!("{told}");
    for words in [
        "## Token report: Active",
        "- kind: Client JWT",
        "`opentok.client-jwt`",
        "- `signature`: (left out",
        "- `role`: `publisher`",
        "- `session_id`: (left out: user data)",
        "Tokendesk 0.",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
}
