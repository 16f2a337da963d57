//! From a token back to the form: what is read out of a token makes the same token again.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;

use support::{Counter, recorded, secret, vectors};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Means, Raw, Report, Scope, Time};
use tokendesk::vendor::{self, Kind, Pasted, Trial, form_values, is_new, kinds, renewal_values};

const NOW: i64 = 1_767_323_045_000;

fn makers() -> impl Iterator<Item = &'static dyn Kind> {
    kinds().filter(|kind| kind.spec().generates)
}

/// The samples of a kind's fields that do not exclude each other, with invented secrets.
fn samples(kind: &'static dyn Kind) -> Raw {
    let mut raw = Raw::new();
    for field in kind.fields() {
        let alone = matches!(
            (kind.spec().id, field.key),
            ("opentok.t1", "token_data")
                | ("zego.token04", "payload" | "mode")
                | ("zego.kit", "token")
                | ("zego.api-signature", "timestamp")
                | ("vonage.rest-jwt", "expire_time")
        );
        if field.is_secret() {
            raw = raw.with_secret(field.key, secret(field).into());
        } else if !alone && !field.sample.is_empty() {
            raw = raw.with(field.key, field.sample);
        }
    }
    raw
}

fn read(kind: &'static dyn Kind, raw: &Raw) -> Inputs {
    Inputs::read(&kind.fields(), raw, Ask::All).unwrap_or_else(|problems| panic!("{kind:?}: {problems:?}"))
}

/// Makes a token; what is random is drawn from a counter, another one for each seed.
fn make(kind: &'static dyn Kind, raw: &Raw, now: Time, seed: u64) -> (String, Report) {
    let mut random = Counter(seed);
    let made = vendor::generate(kind, &read(kind, raw), None, &mut Env { now, random: &mut random });
    let (generated, report) = made.unwrap_or_else(|problems| panic!("{kind:?}: {problems:?}"));
    (generated.token, report)
}

/// The credentials of `before` and what the token says; what it does not carry comes from `before` too.
fn again(kind: &'static dyn Kind, before: &Raw, report: &Report) -> Raw {
    let values = form_values(report);
    let field = |key: &str| kind.fields().into_iter().find(|field| field.key == key).unwrap();
    for (key, _) in &values {
        let field = field(key);
        assert!(field.scope == Scope::Token && !field.is_secret(), "{kind:?} {key}");
    }
    let carried: BTreeSet<&str> = values.iter().map(|(key, _)| *key).collect();
    let mut raw = Raw { plain: Vec::new(), secrets: before.secrets.clone() };
    let never = not_carried(kind);
    raw.plain.extend(
        before
            .plain
            .iter()
            .filter(|(key, _)| {
                let key = key.as_str();
                field(key).scope == Scope::Credential || never.contains(&key) && !carried.contains(key)
            })
            .cloned(),
    );
    raw.plain.extend(values.into_iter().map(|(key, value)| (key.to_owned(), value)));
    raw
}

/// Inputs that a token is signed with and does not carry.
fn not_carried(kind: &'static dyn Kind) -> &'static [&'static str] {
    match kind.spec().id {
        "netease.basic-token" => &["uid", "channel_name"],
        "netease.nim-token" => &["accid"],
        "netease.callback-checksum" => &["body"],
        "zego.login-v1" => &["user_id"],
        _ => &[],
    }
}

#[test]
fn what_a_token_says_makes_the_very_same_token() {
    for kind in makers() {
        let before = samples(kind);
        let now = Time::from_millis(NOW);
        let (token, report) = make(kind, &before, now, 1);
        let (same, _) = make(kind, &again(kind, &before, &report), now, 2);
        assert_eq!(same, token, "{kind:?} {:?}", form_values(&report));
        // Also where only what is required was given: what is random is carried by the token.
        let fields = kind.fields();
        let required = |key: &str| fields.iter().any(|field| field.key == key && field.required);
        let mut bare = before.clone();
        bare.plain.retain(|(key, _)| required(key) || not_carried(kind).contains(&key.as_str()));
        let (token, report) = make(kind, &bare, now, 3);
        let (same, _) = make(kind, &again(kind, &bare, &report), now, 4);
        assert_eq!(same, token, "{kind:?} {:?}", form_values(&report));
    }
}

#[test]
fn token_data_and_sealed_payloads_come_back_whole() {
    let now = Time::from_millis(NOW);
    for (id, key, value) in [
        ("opentok.t1", "token_data", r#"{"role":"moderator","own":"x y","session_id":"s"}"#),
        ("zego.token04", "payload", r#"{"room_id":"r","privilege":{"1":1,"2":0},"stream_id_list":null}"#),
        ("zego.token04", "payload", r#"{ "room_id":"r","privilege":{"1":1}}"#),
        ("zego.token04", "mode", "gcm"),
        ("vonage.rest-jwt", "expire_time", "+10m"),
    ] {
        let kind = vendor::kind(id).unwrap();
        let mut before = samples(kind);
        before.plain.retain(|(known, _)| {
            !(key == "payload" && ["room_id", "room_privilege", "stream_id_list"].contains(&known.as_str()))
                && known != "iv_hex"
        });
        let before = before.with(key, value);
        let (token, report) = make(kind, &before, now, 5);
        assert_eq!(make(kind, &again(kind, &before, &report), now, 6).0, token, "{id} {key} {value}");
    }
    // Around a token that nobody here can open.
    let kit = vendor::kind("zego.kit").unwrap();
    let inner =
        make(vendor::kind("zego.token04").unwrap(), &samples(vendor::kind("zego.token04").unwrap()), now, 7)
            .0;
    let before = samples(kit).with("token", inner.as_str());
    let (token, _) = make(kit, &before, now, 8);
    let report = vendor::inspect(&Pasted::read(&token, None), &Inputs::default(), [], &[], now);
    assert!(form_values(&report).contains(&("token", inner)));
    assert_eq!(make(kit, &again(kit, &before, &report), now, 9).0, token);
}

/// What both tokens say, without what a maker of another order or time writes otherwise.
fn says(report: &Report) -> Vec<(String, String)> {
    let plain = tokendesk::codec::json::plain;
    let told = |key: &str| {
        let means = report.means(key);
        !means.is_secret()
            && !matches!(means, Means::Made | Means::Ends | Means::Form | Means::Told | Means::Maker)
    };
    let mut all: Vec<_> = report
        .fields
        .iter()
        .filter(|(key, value)| told(key) && !plain(value).is_empty() && !value.is_null())
        .map(|(key, value)| (key.clone(), plain(value)))
        .collect();
    all.sort();
    all
}

#[test]
fn recorded_tokens_come_back() {
    let (mut same, mut alike, mut bare) = (0, 0, 0);
    for file in ["opentok", "zego", "netease", "mecloud"] {
        for case in vectors(file)["cases"].as_array().unwrap() {
            let Some((kind, before, now)) = recorded(file, case) else { continue };
            let (Some(token), true) = (case["token"].as_str(), kind.spec().generates) else { continue };
            let name = case["name"].as_str().unwrap();
            let known = Inputs::read(&kind.fields(), &before, Ask::Given).unwrap_or_default();
            let trial = Trial { project: None, inputs: known };
            let report =
                vendor::inspect(&Pasted::read(token, Some(kind)), &Inputs::default(), [trial], &[], now);
            // A bare hash says nothing of what it is made of.
            if report.findings.iter().any(|finding| finding.code == "needs") {
                bare += 1;
                continue;
            }
            // One was recorded with a clock of its own, in its token data.
            let own = report.window.issued_at.filter(|made| made.since(now).abs() > 2000);
            let now = own.unwrap_or(now);
            let again = again(kind, &before, &report);
            let Ok(inputs) = Inputs::read(&kind.fields(), &again, Ask::All) else {
                panic!("{name}: {:?}", Inputs::read(&kind.fields(), &again, Ask::All).err());
            };
            let mut random = Counter(1);
            let mut env = Env { now, random: &mut random };
            let made = vendor::generate(kind, &inputs, None, &mut env);
            let (generated, made) = made.unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
            if generated.token == token {
                same += 1;
            } else {
                assert_eq!(says(&made), says(&report), "{name} {:?}", form_values(&report));
                // Not all write an end; some round it.
                if let (Some(made), Some(recorded)) = (made.window.expires_at, report.window.expires_at) {
                    assert!(made.since(recorded).abs() <= 1000, "{name}");
                }
                alike += 1;
            }
        }
    }
    println!("{same} {alike} {bare}");
    assert!(same + alike > 70, "{same} {alike}");
}

#[test]
fn a_renewal_keeps_the_life_and_nothing_that_is_new_in_every_token() {
    for kind in makers() {
        let before = samples(kind);
        let (_, report) = make(kind, &before, Time::from_millis(NOW), 1);
        let values = renewal_values(&report);
        assert!(values.iter().all(|(key, _)| !is_new(&report, key)), "{kind:?} {values:?}");
        let later = Time::from_millis(NOW + 86_400_000 * 90);
        let mut raw = again(kind, &before, &report);
        raw.plain.retain(|(key, _)| {
            let field = kind.fields().into_iter().find(|field| field.key == key).unwrap();
            field.scope == Scope::Credential || not_carried(kind).contains(&key.as_str())
        });
        raw.plain.extend(values.into_iter().map(|(key, value)| (key.to_owned(), value)));
        let (_, renewed) = make(kind, &raw, later, 2);
        assert_eq!(renewed.accepted(), Some(true), "{kind:?} {:?}", renewed.findings);
        let life = |report: &Report| Some(report.window.expires_at?.since(report.window.issued_at?));
        assert_eq!(life(&renewed), life(&report), "{kind:?}");
    }
}

#[test]
fn a_life_beyond_all_bounds_is_renewed_without_a_panic() {
    let mut spans = 0;
    for kind in makers() {
        let (_, mut report) = make(kind, &samples(kind), Time::from_millis(NOW), 1);
        report.window.issued_at = Some(Time::from_millis(i64::MIN));
        report.window.expires_at = Some(Time::from_millis(i64::MAX));
        let longest = format!("+{}s", i64::MAX / 1000);
        spans += renewal_values(&report).iter().filter(|(_, value)| *value == longest).count();
    }
    assert!(spans > 0, "no kind takes its end as a time");
}

#[test]
fn what_only_a_server_makes_has_no_form() {
    let session = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";
    for text in [session, "", "hello"] {
        let report =
            vendor::inspect(&Pasted::read(text, None), &Inputs::default(), [], &[], Time::from_millis(NOW));
        assert!(form_values(&report).is_empty() && renewal_values(&report).is_empty());
    }
}

#[test]
fn names_are_unique_and_become_fields_that_are_there() {
    for kind in kinds() {
        let spec = kind.spec();
        let mut seen = BTreeSet::new();
        for name in spec.names {
            assert!(seen.insert(name.name), "{}: {} stands twice", spec.id, name.name);
            let made = name.field.is_none_or(|key| spec.fields.iter().any(|field| field.key == key));
            // What both of two kinds share may be an input of one.
            let shared = kinds().any(|other| std::ptr::eq(other.spec().names, spec.names) && other != kind);
            assert!(made || shared, "{}: {:?}", spec.id, name);
        }
        assert!(spec.names.iter().any(|name| name.means == Means::Proof) || !spec.generates, "{}", spec.id);
    }
}
