//! NetEase's tokens as its own code makes them: written byte for byte, all read, all faults named.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use support::{Pinned, inspect, raw, text, vectors};
use tokendesk::codec::{base64, zlib};
use tokendesk::token::input::Ask;
use tokendesk::token::{Context, Env, Inputs, Raw, Report, Shape, Signature, Time, WindowState};
use tokendesk::vendor::{self, Kind, Pasted};

/// A request is signed like any other; its path and body belong to the call.
fn kind(case: &Value) -> &'static dyn Kind {
    vendor::kind(match case["kind"].as_str().unwrap() {
        "server_api_checksum" | "server_api_request" => "netease.api-checksum",
        "callback_checksum" => "netease.callback-checksum",
        "nertc_basic_token" => "netease.basic-token",
        "nim_dynamic_token" => "netease.nim-token",
        "nertc_permission_key" => "netease.permission-key",
        other => panic!("{other}"),
    })
    .unwrap()
}

/// `curTimeMs` as `cur_time_ms`.
fn snake(key: &str) -> String {
    let letter = |c: char| if c.is_ascii_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] };
    key.chars().flat_map(letter).collect()
}

/// Inputs of a case that are fields of its kind.
fn entries(kind: &'static dyn Kind, values: &Value) -> Vec<(String, String)> {
    let values = values.as_object().unwrap().iter().map(|(key, value)| (snake(key), text(value)));
    values.filter(|(key, _)| kind.fields().iter().any(|field| field.key == key)).collect()
}

fn now(case: &Value) -> Time {
    let pinned = &case["pinned"];
    let number = |key: &str| pinned.get(key).map(|value| text(value).parse::<i64>().unwrap());
    let seconds = number("curTime").or_else(|| number("curTimeSec"));
    Time::from_millis(number("curTimeMs").or(seconds.map(|s| s * 1000)).unwrap())
}

/// What a permission key holds.
fn content(key: &str) -> String {
    let plain = key.replace('*', "+").replace('-', "/").replace('_', "=");
    String::from_utf8(zlib::inflate(&base64::decode(&plain).unwrap().bytes, 10_000).unwrap()).unwrap()
}

#[test]
fn every_case_is_made_again() {
    let vectors = vectors("netease");
    let mut made = 0;
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = kind(case);
        let mut entries = entries(kind, &case["inputs"]);
        if let Some(nonce) = case["pinned"]["nonce"].as_str() {
            entries.push(("nonce".to_owned(), nonce.to_owned()));
        }
        let inputs = Inputs::read(&kind.fields(), &raw(kind, entries), Ask::All).expect(name);
        let mut env = Env { now: now(case), random: &mut Pinned };
        let (generated, report) = vendor::generate(kind, &inputs, None, &mut env).expect(name);
        let token = case["token"].as_str().unwrap();
        if kind.spec().id == "netease.permission-key" {
            let others = case["same_meaning_other_bytes"].as_object().into_iter().flatten();
            let texts: Vec<_> = others.map(|(_, key)| content(key.as_str().unwrap())).collect();
            let (own, theirs) = (content(&generated.token), content(token));
            // Go and Python escape more inside JSON than the others; the values are equal.
            assert!(own == theirs || texts.contains(&own), "{name}: {own}");
            let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
            assert_eq!(value(&own), value(&theirs), "{name}");
        } else {
            assert_eq!(generated.token, token, "{name}");
        }
        assert_eq!(report.signature, Signature::Valid, "{name}");
        assert_eq!(report.accepted(), Some(true), "{name}: {:?}", report.findings);
        assert_eq!(
            report.window_state() == WindowState::Active,
            case["kind"] != "callback_checksum",
            "{name}"
        );
        if let Some(headers) = case["decoded"]["headers"].as_object() {
            let outputs: Vec<_> = generated.outputs.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let headers: Vec<_> = headers.iter().map(|(k, v)| (k.as_str(), v.as_str().unwrap())).collect();
            assert_eq!(outputs, headers, "{name}");
        }
        made += 1;
    }
    assert_eq!(made, 36);
}

#[test]
fn every_case_is_recognised_and_decodes_to_what_was_recorded() {
    let vectors = vectors("netease");
    let mut read = 0;
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let own = kind(case);
        let mut texts = vec![case["token"].as_str().unwrap()];
        texts.extend(
            case["same_meaning_other_bytes"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(_, v)| v.as_str().unwrap()),
        );
        for token in texts {
            // Bare: its own kind, or among the candidates where no eye can tell (section 9).
            let pasted = Pasted::read(token, None);
            let named: Vec<_> =
                pasted.kind.iter().chain(&pasted.candidates).map(|kind| kind.spec().id).collect();
            assert!(named.contains(&own.spec().id), "{name}: {named:?}");
            match own.spec().id {
                "netease.permission-key" => assert_eq!(named, ["netease.permission-key"], "{name}"),
                "netease.basic-token" | "netease.nim-token" => {
                    assert_eq!(named, ["netease.basic-token", "netease.nim-token"], "{name}");
                }
                _ => assert_eq!(
                    named,
                    [
                        "netease.api-checksum",
                        "netease.callback-checksum",
                        "mecloud.token",
                        "zego.callback-signature"
                    ],
                    "{name}"
                ),
            }
            let mut known = entries(own, &case["inputs"]);
            known.extend(entries(own, &case["pinned"]));
            known.push(("app_key".to_owned(), text(&case["inputs"]["appKey"])));
            let report = inspect(Some(own), token, &raw(own, known), now(case));
            check_recorded(name, case, token, &report);
            read += 1;
        }
    }
    assert_eq!(read, 61);
}

fn check_recorded(name: &str, case: &Value, token: &str, report: &Report) {
    assert_eq!(report.shape, Shape::Ok, "{name}");
    assert_eq!(report.signature, Signature::Valid, "{name}: {:?}", report.findings);
    assert_eq!(report.accepted(), Some(true), "{name}: {:?}", report.findings);
    assert!(report.cleaned.is_empty() && report.text == token, "{name}");
    // A hash over AppSecret and headers does not say whose it is; everything else does, once it fits.
    let named = !matches!(report.kind, Some("netease.api-checksum" | "netease.callback-checksum"));
    assert_eq!(report.context == Context::Match, named, "{name}");
    let decoded = &case["decoded"];
    let members = |value: &Value| value.as_object().cloned().unwrap_or_default();
    for (key, value) in members(&decoded["fields"]).into_iter().chain(members(&decoded["headers"])) {
        assert_eq!(report.fields.get(&key), Some(&value), "{name}: {key}");
    }
    for key in ["signature", "curTime", "ttl", "md5"] {
        if let Some(value) = decoded.get(key) {
            assert_eq!(report.fields.get(key), Some(value), "{name}: {key}");
        }
    }
    let end = decoded["expires_at_ms"].as_i64().or(decoded["expires_at"].as_i64().map(|s| s * 1000));
    if let Some(end) = end {
        assert_eq!(report.window.expires_at, Some(Time::from_millis(end)), "{name}");
        assert_eq!(report.window.issued_at, Some(now(case)), "{name}");
    }
    if let Some(signed) = decoded["string_to_sign"].as_str() {
        let part = report.parts.iter().find(|part| part.key == "signed_text").unwrap();
        assert_eq!(part.value, signed, "{name}");
    }
    if let Some(hashed) = decoded["string_to_hash"].as_str().filter(|_| decoded["md5"].is_null()) {
        // Shown with the secret left out.
        let secret = case["inputs"]["appSecret"].as_str().unwrap();
        let part = report.parts.iter().find(|part| part.key == "signed_text").unwrap();
        let shown = part.value.as_str().unwrap();
        assert!(!shown.contains(secret) && shown.replace('…', secret) == hashed, "{name}: {shown}");
    }
    let mut at = 0;
    for segment in &report.segments {
        assert_eq!(segment.range.start, at, "{name}");
        at = segment.range.end;
    }
    assert_eq!(at, token.len(), "{name}");
}

#[test]
fn everything_that_must_be_refused_is_refused_for_its_reason() {
    let vectors = vectors("netease");
    let mut refused = 0;
    for case in vectors["must_reject"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = kind(case);
        let secret = if kind.spec().id == "netease.permission-key" { "perm_secret" } else { "app_secret" };
        let mut known = entries(kind, &case["inputs"]);
        known.push((secret.to_owned(), text(&case["secret"])));
        let now = Time::from_seconds(case["check_at"].as_i64().unwrap_or(1_608_110_108));
        let report = inspect(Some(kind), case["token"].as_str().unwrap(), &raw(kind, known), now);
        let codes: Vec<_> = report.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(report.accepted(), Some(false), "{name}: {codes:?}");
        assert_eq!(codes.first(), case["expect"].as_str().as_ref(), "{name}: {codes:?}");
        let right = !matches!(case["expect"].as_str().unwrap(), "bad_signature" | "malformed");
        assert_eq!(report.signature == Signature::Valid, right, "{name}");
        refused += 1;
    }
    assert_eq!(refused, 25);
}

const APP_KEY: &str = "a1b2c3d4e5f60718293a4b5c6d7e8f90";

fn given(values: &[(&str, &str)]) -> Raw {
    let raw = Raw::new().with("app_key", APP_KEY).with_secret("app_secret", "9f8e7d6c5b4a".into());
    values.iter().fold(raw, |raw, (key, value)| raw.with(*key, *value))
}

fn with_perm(values: &[(&str, &str)]) -> Raw {
    given(values).with_secret("perm_secret", "f0e1d2c3".repeat(8).into())
}

fn make(id: &str, values: &Raw, now: Time) -> (String, Report) {
    let kind = vendor::kind(id).unwrap();
    let inputs = Inputs::read(&kind.fields(), values, Ask::All).unwrap();
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now, random: &mut random };
    let (generated, report) = vendor::generate(kind, &inputs, None, &mut env).unwrap();
    (generated.token, report)
}

fn variants(report: &Report) -> Vec<(&'static str, &'static str)> {
    report.findings.iter().map(|finding| (finding.code, finding.variant)).collect()
}

const NOW: Time = Time::from_seconds(1_735_689_600);

#[test]
fn what_is_made_is_accepted_whatever_its_inputs() {
    let long = "é🎥\"\\</".repeat(100);
    let mut made = 0;
    for uid in ["0", "1", "9007199254740993", "18446744073709551615"] {
        for channel in ["", "room1", " a+b&c ", "会议室 Phòng 🎥\n\u{202e}", &long] {
            for ttl in ["-1", "0", "1", "86400", "+90m"] {
                let raw = given(&[("uid", uid), ("channel_name", channel), ("ttl", ttl)]);
                let (_, report) = make("netease.basic-token", &raw, NOW);
                assert_eq!(report.accepted(), Some(true), "{uid} {channel} {ttl}: {:?}", report.findings);
                if channel.is_empty() || ttl.starts_with(['0', '-']) {
                    continue;
                }
                let raw =
                    with_perm(&[("uid", uid), ("channel_name", channel), ("ttl", ttl), ("privilege", "63")]);
                let (token, report) = make("netease.permission-key", &raw, NOW);
                assert_eq!(report.accepted(), Some(true), "{uid} {channel} {ttl}: {:?}", report.findings);
                assert_eq!(Pasted::read(&token, None).kind.unwrap().spec().id, "netease.permission-key");
                made += 1;
            }
        }
    }
    assert_eq!(made, 48);
    for accid in ["0", "zhangsan", "张三", "a b@c"] {
        let (_, report) = make("netease.nim-token", &given(&[("accid", accid), ("ttl", "604800")]), NOW);
        assert_eq!(report.accepted(), Some(true), "{accid}");
        assert_eq!(variants(&report), [("limit", "netease-nim")], "{accid}");
    }
    for body in ["", " ", "{}", "\r\n", &long] {
        let (_, report) = make("netease.callback-checksum", &given(&[("body", body)]), NOW);
        assert_eq!(report.accepted(), Some(true), "{body}: {:?}", report.findings);
    }
    // Nonce and time are made up, and known to the report.
    let (_, report) = make("netease.api-checksum", &given(&[]), NOW);
    assert_eq!((report.signature, report.accepted()), (Signature::Valid, Some(true)));
    assert_eq!(report.fields["Nonce"].as_str().unwrap().len(), 32);
    assert_eq!(report.window.remaining(NOW), Some(300_000));
}

#[test]
fn no_flipped_bit_is_accepted() {
    let signed = [
        ("netease.basic-token", given(&[("uid", "10000"), ("channel_name", "room1"), ("ttl", "600")])),
        ("netease.nim-token", given(&[("accid", "zhangsan"), ("ttl", "600")])),
        ("netease.permission-key", with_perm(&[("uid", "1"), ("channel_name", "room1")])),
        ("netease.api-checksum", given(&[("nonce", "x"), ("cur_time", "1735689600")])),
        ("netease.callback-checksum", given(&[("body", "{}"), ("cur_time_ms", "1735689600000")])),
    ];
    let mut same_content = 0;
    for (id, known) in signed {
        let kind = vendor::kind(id).unwrap();
        let (token, _) = make(id, &known, NOW);
        for bit in 0..token.len() * 8 {
            let mut bytes = token.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let Ok(flipped) = String::from_utf8(bytes) else { continue };
            let inputs = Inputs::read(&kind.fields(), &known, Ask::Given).unwrap();
            let trial = vendor::Trial { project: None, inputs };
            let report =
                vendor::inspect(&Pasted::whole(&flipped, kind), &Inputs::default(), [trial], &[], NOW);
            if report.accepted() == Some(false) {
                continue;
            }
            // A hash in upper case was refused above for its form. What is left is another zlib stream of the very
            // same content: bits between its last block and its checksum mean nothing (RFC 1951 section 3.2.3).
            assert_eq!(id, "netease.permission-key", "{flipped}");
            assert_eq!(content(&flipped), content(&token));
            same_content += 1;
        }
    }
    assert!(same_content < 16, "{same_content}");
}

#[test]
fn known_mistakes_are_explained() {
    // Signed in seconds: the vector's token with a remedy of its own.
    let vectors = vectors("netease");
    let case = |name: &str| {
        let cases = vectors["must_reject"].as_array().unwrap();
        cases.iter().find(|case| case["name"] == name).unwrap()["token"].as_str().unwrap()
    };
    let basic = vendor::kind("netease.basic-token");
    let room = [("uid", "10000"), ("channel_name", "room1")];
    let report = inspect(basic, case("basic_seconds_instead_of_ms"), &given(&room), NOW);
    assert_eq!(variants(&report), [("expired", "netease-seconds")]);
    let key = vendor::kind("netease.permission-key");
    let perm = |secret: &str| Raw::new().with_secret("perm_secret", secret.into());
    let report = inspect(key, case("perm_checksum_cut_like_cpp_sample"), &perm("x"), NOW);
    assert_eq!(variants(&report), [("bad_signature", "netease-key-short")]);
    let report = inspect(key, case("perm_app_secret_used"), &given(&[]), NOW);
    assert_eq!(variants(&report), [("bad_signature", "netease-key-app-secret")]);

    // Made without a channel, checked for one; made for a channel, checked without.
    let (token, _) = make("netease.basic-token", &given(&[("uid", "10000")]), NOW);
    let report = inspect(basic, &token, &given(&room), NOW);
    assert_eq!(report.accepted(), Some(true));
    assert_eq!(variants(&report), [("no_channel", "other")]);
    let (token, _) = make("netease.basic-token", &given(&room), NOW);
    let report = inspect(basic, &token, &given(&[("uid", "10000")]), NOW);
    assert_eq!((report.signature, report.accepted()), (Signature::Unchecked, None));
    assert_eq!(variants(&report), [("needs", "netease-basic")]);

    let checked = |uid: &str, channel: &str| {
        let raw = given(&[("uid", uid), ("channel_name", channel)]);
        variants(&make("netease.basic-token", &raw, NOW).1)
    };
    assert_eq!(checked("0", "room1"), [("uid_zero", "")]);
    assert_eq!(checked("9007199254740993", "room1"), [("uid_range", "double")]);
    assert_eq!(checked("9223372036854775808", "会议室"), [("uid_range", ""), ("room_name", "")]);

    // A line break that was lost on the way.
    let callback = vendor::kind("netease.callback-checksum");
    let (token, _) = make("netease.callback-checksum", &given(&[("body", "{}\n")]), NOW);
    let report = inspect(callback, &token, &given(&[("body", "{}"), ("cur_time_ms", "1735689600000")]), NOW);
    assert_eq!(variants(&report), [("bad_signature", "netease-body-space")]);

    // A permission key needs its own secret and no other; everything else the AppSecret.
    let missing = |id: &str, raw: &Raw| {
        let problems = Inputs::read(&vendor::kind(id).unwrap().fields(), raw, Ask::All).unwrap_err();
        problems.into_iter().map(|problem| problem.key).collect::<Vec<_>>()
    };
    assert_eq!(missing("netease.permission-key", &given(&room)), ["perm_secret"]);
    let only_perm = perm("x").with("app_key", APP_KEY).with("uid", "1");
    assert_eq!(missing("netease.basic-token", &only_perm), ["app_secret"]);
    make("netease.permission-key", &only_perm.with("channel_name", "room1"), NOW);

    // Saved projects of which none fits, and a token that does not say whose it is.
    let (token, _) = make("netease.basic-token", &given(&room), NOW);
    let inputs = Inputs::read(&basic.unwrap().fields(), &given(&[]), Ask::Given).unwrap();
    let trial = vendor::Trial { project: Some("Demo".to_owned()), inputs };
    let report = vendor::inspect(&Pasted::read(&token, None), &Inputs::default(), [trial], &[], NOW);
    assert_eq!(variants(&report), [("needs", "netease-basic"), ("no_project", "nameless")]);
}

#[test]
fn pasted_headers_are_checked_whole() {
    let headers = format!(
        "AppKey: {APP_KEY}\r\nNonce: 3f2504e04f8911d39a0c0305e82c3301\r\nCurTime: 1735689600\r\nCheckSum: 3157c2b35057f3fe13522722773c3c87976b972f\r\n"
    );
    let report = inspect(None, &headers, &given(&[]), NOW);
    assert_eq!(report.kind, Some("netease.api-checksum"));
    assert_eq!((report.signature, report.context), (Signature::Valid, Context::Match));
    let place = report.parts.iter().find(|part| part.key == "Nonce").unwrap().span.clone().unwrap();
    assert_eq!(&report.text[place], "3f2504e04f8911d39a0c0305e82c3301");
    let other = Raw::new().with("app_key", "other").with_secret("app_secret", "9f8e7d6c5b4a".into());
    let report = inspect(None, &headers, &other, NOW);
    assert_eq!(variants(&report), [("context_mismatch", "netease-app")]);

    let callback = "-H 'MD5: 0' -H\nMD5: 99914b932bd37a50b983c5e7c90ae93b\nCurTime: 1608110108512\nCheckSum: 64f6435a1d2dd974189a095c5e8bc70cdba8d7bd";
    let callback = callback.split_once('\n').unwrap().1;
    let report = inspect(None, callback, &given(&[("body", "{}")]), NOW);
    assert_eq!((report.kind, report.signature), (Some("netease.callback-checksum"), Signature::Valid));
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    let report = inspect(None, callback, &given(&[("body", "{ }")]), NOW);
    assert_eq!(variants(&report), [("bad_signature", "netease-callback"), ("md5_header", "")]);
}

#[test]
fn answers_of_the_server_are_read() {
    let known = [("answered_at", "2025-01-01T00:00:00Z"), ("expire_at", "3600"), ("uid", "1")];
    let report = inspect(None, r#" {"code":200,"token":"opaque/token=="} "#, &given(&known), NOW);
    assert_eq!((report.kind, report.signature), (Some("netease.server-token"), Signature::None));
    assert_eq!(report.window.expires_at, Some(Time::from_seconds(1_735_689_600 + 3600)));
    assert_eq!(report.window_state(), WindowState::Active);
    assert_eq!(report.fields["token"], "opaque/token==");
    assert!(report.findings.is_empty() && report.cleaned.is_empty(), "{:?}", report.findings);
    // Without the answer's time nothing is known of the end; without expireAt it is ten minutes.
    let report = inspect(None, r#"{"code":200,"token":"opaque"}"#, &given(&[]), NOW);
    assert_eq!(variants(&report), [("needs", "netease-answered")]);
    assert_eq!(report.window_state(), WindowState::Unknown);
    let server = vendor::kind("netease.server-token");
    let report = inspect(server, "opaque", &given(&known[..1]), Time::from_seconds(1_735_690_201));
    assert_eq!(variants(&report), [("expired", "netease-server")]);
    // A renewal may answer with no token; an account's token lasts; a refusal says why.
    for (answer, state, found) in [
        (r#"{"code":200}"#, WindowState::Active, vec![("renewed", "")]),
        (r#"{"code":200,"token":""}"#, WindowState::Active, vec![("renewed", "")]),
        (r#"{"code":200,"info":{"accid":"a","token":"t"}}"#, WindowState::Endless, vec![("im_token", "")]),
        (r#"{"code":414,"desc":"CurTime is illegal"}"#, WindowState::Unknown, vec![("answer", "414")]),
        (r#"{"code":403,"desc":"x"}"#, WindowState::Unknown, vec![("answer", "")]),
    ] {
        let report = inspect(None, answer, &given(&known), NOW);
        assert_eq!(report.kind, Some("netease.server-token"), "{answer}");
        assert_eq!((report.window_state(), variants(&report)), (state, found), "{answer}");
    }
    // Other JSON with a token inside is still cleaned down to the token.
    let report = inspect(None, r#"{"token":"T1==cGFydG5lcl9pZD0="}"#, &Raw::new(), NOW);
    assert_eq!(report.kind, Some("opentok.t1"));
}

#[test]
fn every_text_is_there() {
    let texts = vendor::texts();
    let vendor = vendor::vendor("netease").unwrap();
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
        text in prop_oneof![
            ".*",
            "[A-Za-z0-9*_-]{0,200}",
            "eyJzaWduYXR1cmUi[A-Za-z0-9+/=]{0,200}",
            "eJ[A-Za-z0-9*_-]{0,200}",
            "([A-Za-z-]{1,10}: .{0,20}\n){0,6}",
            "\\{\"code\":[0-9]{1,4},\"(token|desc|info)\":.{0,40}\\}",
        ],
        body in ".*",
    ) {
        let known = with_perm(&[("body", &body), ("cur_time_ms", "1"), ("nonce", "x"), ("cur_time", "1")]);
        for kind in vendor::vendor("netease").unwrap().kinds {
            let mut own = known.clone();
            own.plain.retain(|(key, _)| kind.fields().iter().any(|field| field.key == key));
            let report = inspect(Some(*kind), &text, &own, NOW);
            let texts = vendor::texts();
            for finding in &report.findings {
                prop_assert!(texts.find(&finding.message().id).is_some(), "{:?}", finding);
                prop_assert!(texts.find(&finding.remedy().id).is_some(), "{:?}", finding);
            }
            prop_assert_ne!(report.accepted(), Some(true));
            for part in &report.parts {
                prop_assert!(part.span.clone().is_none_or(|span| report.text.get(span).is_some()));
            }
            inspect(None, &text, &Raw::new(), NOW);
        }
    }
}
