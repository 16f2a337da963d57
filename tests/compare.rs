//! Two tokens side by side: each difference is found, and means what it says.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use support::{Counter, recorded, secret, vectors};
use tokendesk::codec::{base64, jwt};
use tokendesk::i18n::Arg;
use tokendesk::token::compare::{Comparison, Label, Row, compare};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Report, Time};
use tokendesk::vendor::{self, Pasted, Trial};

const NOW: i64 = 1_767_323_045;
const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

/// Makes a token of these values as of a moment, and inspects it with the secret of its project.
fn made(id: &str, values: &[(&str, &str)], project: &str, now: i64) -> Report {
    let kind = vendor::kind(id).unwrap();
    let mut raw = Raw::new();
    for field in kind.fields() {
        if field.is_secret() {
            raw = raw.with_secret(field.key, secret(field).into());
        } else if field.scope == tokendesk::token::Scope::Credential && !field.sample.is_empty() {
            raw = raw.with(field.key, field.sample);
        }
    }
    for (key, value) in values {
        raw = raw.with(*key, *value);
    }
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
    let mut random = Counter(values.iter().flat_map(|(_, value)| value.bytes()).map(u64::from).sum());
    let mut env = Env { now: Time::from_seconds(now), random: &mut random };
    let (generated, _) = vendor::generate(kind, &inputs, None, &mut env).unwrap();
    let trial = Trial { project: Some(project.to_owned()), inputs };
    let pasted = Pasted::read(&generated.token, Some(kind));
    vendor::inspect(&pasted, &Inputs::default(), [trial], &[], Time::from_seconds(NOW))
}

fn bare(text: &str) -> Report {
    vendor::inspect(&Pasted::read(text, None), &Inputs::default(), [], &[], Time::from_seconds(NOW))
}

fn difference<'a>(comparison: &'a Comparison, label: &str) -> Option<&'a str> {
    let row = row(comparison, label)?;
    row.difference.as_ref().map(|message| message.id.as_ref())
}

fn row<'a>(comparison: &'a Comparison, label: &str) -> Option<&'a Row> {
    comparison.rows.iter().find(|row| match &row.label {
        Label::Text(id) => *id == label,
        Label::Key(key) => key == label,
    })
}

#[test]
fn each_difference_of_two_client_tokens_is_said() {
    let one =
        made("opentok.t1", &[("session_id", SESSION), ("role", "moderator"), ("data", "a")], "Demo", NOW);
    let other = made(
        "opentok.t1",
        &[("session_id", SESSION), ("role", "subscriber"), ("expire_time", "1767420245")],
        "Demo",
        NOW,
    );
    let both = compare(&one, &other);
    assert_eq!(difference(&both, "role"), Some("compare-rights-fewer"));
    assert_eq!(difference(&compare(&other, &one), "role"), Some("compare-rights-more"));
    assert_eq!(difference(&both, "expire_time"), Some("compare-ends-later"));
    let span = &row(&both, "expire_time").unwrap().difference.as_ref().unwrap().args[0].1;
    assert_eq!(*span, Arg::Span(3 * 3_600_000));
    assert_eq!(difference(&both, "connection_data"), Some("compare-only-first"));
    assert_eq!(difference(&both, "sig"), Some("compare-proof"));
    assert_eq!(difference(&both, "partner_id"), None);
    assert_eq!(difference(&both, "answer-signature"), None);
    let firsts = both.rows.iter().take_while(|row| row.difference.is_some()).count();
    assert_eq!(firsts, both.differences(), "differences stand first");
    assert_eq!(both.whole.id, "compare-count");
    assert_eq!(compare(&one, &one).whole.id, "compare-same-text");
    assert_eq!(compare(&one, &one).differences(), 0);
}

#[test]
fn rooms_users_apps_and_lives() {
    let token = |values: &[(&str, &str)]| made("zego.token04", values, "Rooms", NOW);
    let one = token(&[("user_id", "u1"), ("room_id", "r1"), ("room_privilege", "3")]);
    let other = token(&[("user_id", "u2"), ("room_id", "r2"), ("room_privilege", "1"), ("app_id", "7")]);
    let both = compare(&one, &other);
    for (key, id) in [
        ("user_id", "compare-user"),
        ("payload.room_id", "compare-room"),
        ("payload.privilege", "compare-rights-fewer"),
        ("app_id", "compare-owner"),
        ("iv", "compare-random"),
        ("nonce", "compare-random"),
    ] {
        assert_eq!(difference(&both, key), Some(id), "{key}");
    }
    assert!(row(&both, "payload").is_none(), "what stands inside tells more");
    let key = |values: &[(&str, &str)]| made("netease.permission-key", values, "Rooms", NOW);
    let one = key(&[("uid", "1"), ("channel_name", "Room"), ("privilege", "21"), ("ttl", "3600")]);
    let other = key(&[("uid", "1"), ("channel_name", "room"), ("privilege", "63"), ("ttl", "600")]);
    let both = compare(&one, &other);
    assert_eq!(difference(&both, "cname"), Some("compare-case"));
    assert_eq!(difference(&both, "privilege"), Some("compare-rights-more"));
    assert_eq!(difference(&both, "expireTime"), Some("compare-life-earlier"));
    assert_eq!(difference(&both, "checksum"), Some("compare-proof"));
}

#[test]
fn spelling_and_types_are_told_from_other_values() {
    let token = |claims: &str| bare(&jwt::sign_hs256(r#"{"alg":"HS256","typ":"JWT"}"#, claims, b"key"));
    let one = token(r#"{"a":"1","b":"Room 1","c":"x","d":"ROOM","e":1,"f":"ab"}"#);
    let other = token(r#"{"b":" Room  1","a":1,"c":"y","d":"room","e":1,"f":"a\u200bb"}"#);
    let both = compare(&one, &other);
    for (key, id) in [
        ("a", Some("compare-type")),
        ("b", Some("compare-space")),
        ("c", Some("compare-data")),
        ("d", Some("compare-case")),
        ("e", None),
        ("f", Some("compare-hidden")),
        ("compare-order", Some("compare-maker")),
    ] {
        assert_eq!(difference(&both, key), id, "{key}");
    }
}

#[test]
fn a_secret_that_differs_is_told_by_the_projects() {
    let values = [("session_id", SESSION), ("nonce", "0.5")];
    let one = made("opentok.t1", &values, "Demo", NOW);
    let other = made("opentok.t1", &values, "Demo live", NOW);
    assert_eq!(difference(&compare(&one, &other), "answer-signature"), Some("compare-secret"));
    let unchecked = bare(&one.text);
    assert_eq!(difference(&compare(&one, &unchecked), "answer-signature"), Some("compare-signature"));
}

#[test]
fn two_kinds_of_one_vendor_are_compared_by_what_their_fields_are() {
    let values = [("session_id", SESSION), ("role", "publisher"), ("data", "x"), ("nonce", "0.5")];
    let one = made("opentok.t1", &values, "Demo", NOW);
    let other = made("opentok.client-jwt", &values, "Demo", NOW);
    let both = compare(&one, &other);
    assert_eq!(both.whole.id, "compare-count-kinds");
    assert_eq!(difference(&both, "compare-kind"), Some("compare-kinds"));
    for key in ["session_id", "role", "connection_data", "partner_id / iss", "expire_time"] {
        assert_eq!((row(&both, key).is_some(), difference(&both, key)), (true, None), "{key}");
    }
    assert_eq!(difference(&both, "sig / signature"), Some("compare-proof"));
    let foreign = made("zego.token04", &[("user_id", "u")], "Rooms", NOW);
    assert_eq!(compare(&one, &foreign).whole.id, "compare-count-vendors");
}

#[test]
fn a_token_that_was_broken_on_its_way_is_told_so() {
    let one = made("opentok.t1", &[("session_id", SESSION)], "Demo", NOW);
    let upper = bare(&one.text.to_uppercase());
    assert_eq!(compare(&one, &upper).whole.id, "compare-text-case");
}

#[test]
fn the_copied_text_has_no_signature_and_no_hidden_characters() {
    let texts = vendor::texts();
    let mut reports = Vec::new();
    for file in ["opentok", "zego", "netease", "mecloud"] {
        for case in vectors(file)["cases"].as_array().unwrap() {
            let Some((kind, raw, now)) = recorded(file, case) else { continue };
            let Some(token) = case["token"].as_str() else { continue };
            let inputs = Inputs::read(&kind.fields(), &raw, Ask::Given).unwrap_or_default();
            let trial = Trial { project: None, inputs };
            reports.push(vendor::inspect(
                &Pasted::read(token, Some(kind)),
                &Inputs::default(),
                [trial],
                &[],
                now,
            ));
        }
    }
    for pair in reports.windows(2) {
        let text = compare(&pair[0], &pair[1]).to_text(&texts);
        for report in pair {
            for part in report.parts.iter().filter(|part| report.means(&part.key).is_secret()) {
                let value = tokendesk::codec::json::plain(&part.value);
                assert!(value.len() < 6 || !text.contains(&value), "{}: {text}", part.key);
            }
        }
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
        assert!(!text.contains("compare-"), "{text}");
    }
    let hostile =
        bare(&format!("T1=={}", base64::encode("partner_id=1&sig=\u{1b}[31m:a=%0A%1b\u{202e}".as_bytes())));
    let text = compare(&hostile, &reports[0]).to_text(&texts);
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
}
