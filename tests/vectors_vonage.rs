//! Vonage tokens beyond what SDKs made (tests/vectors_opentok.rs has those): every form of the keys, odd inputs,
//! changed bits, the mistakes that users make.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Pinned, inspect, raw};
use tokendesk::codec::jwt::sign_rs256;
use tokendesk::codec::rsa::SigningKey;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Problem, Raw, Report, Severity, Signature, Time, WindowState};
use tokendesk::vendor::{self, Generated, Kind};

macro_rules! key {
    ($name:literal) => {
        include_str!(concat!("keys/", $name))
    };
}

const APPLICATION: &str = "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b";
const SESSION: &str = "1_MX43ZjNjMmExMC01YjZkLTRlOGYtOWEwYi0xYzJkM2U0ZjVhNmJ-fjE3NjcyMjU2MDA0NTZ-a1EzV3M4RWQ1UmYyVGc3WWg0VWo5SWsxfn5-";
const JTI: &str = "3b1f8a52-0c4d-4f6e-8a77-5d2e9c0b1a34";
const NOW: Time = Time::from_millis(1_767_323_045_678);
const PRIVATE: &str = key!("application.pkcs8.pem");
const PUBLIC: &str = key!("application.public.pem");

fn client() -> &'static dyn Kind {
    vendor::kind("vonage.client-jwt").unwrap()
}

fn rest() -> &'static dyn Kind {
    vendor::kind("vonage.rest-jwt").unwrap()
}

/// The least that each kind needs, and more.
fn given(kind: &'static dyn Kind, more: &[(&str, &str)]) -> Raw {
    let mut entries = vec![("application_id", APPLICATION), ("private_key", PRIVATE), ("jti", JTI)];
    if kind == client() {
        entries.push(("session_id", SESSION));
    }
    entries.extend(more);
    raw(kind, entries.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())))
}

fn generate(kind: &'static dyn Kind, raw: &Raw) -> Result<(Generated, Report), Vec<Problem>> {
    let inputs = Inputs::read(&kind.fields(), raw, Ask::All)?;
    vendor::generate(kind, &inputs, None, &mut Env { now: NOW, random: &mut Pinned })
}

fn token(kind: &'static dyn Kind, more: &[(&str, &str)]) -> String {
    generate(kind, &given(kind, more)).unwrap().0.token
}

/// A token with any claims, signed with the application's key.
fn signed(claims: &Value) -> String {
    let key = SigningKey::from_pem(PRIVATE).unwrap();
    sign_rs256(r#"{"alg":"RS256","typ":"JWT"}"#, &claims.to_string(), &key).unwrap()
}

fn public(key: &str) -> Raw {
    Raw::new().with("application_id", APPLICATION).with("public_key", key)
}

fn codes(report: &Report) -> Vec<(&'static str, Severity)> {
    report.findings.iter().map(|finding| (finding.code, finding.severity)).collect()
}

fn problem(kind: &'static dyn Kind, raw: &Raw) -> (String, String) {
    let problems = generate(kind, raw).unwrap_err();
    let first = problems.first().unwrap();
    (first.key.clone(), first.message.id.clone().into_owned())
}

#[test]
fn every_form_of_the_key_signs_and_checks_alike() {
    let made = token(client(), &[]);
    assert_eq!(token(client(), &[("private_key", key!("application.pkcs1.pem"))]), made);
    let one_line = PRIVATE.replace('\n', "\\n");
    assert_eq!(token(client(), &[("private_key", &one_line)]), made, "as an environment file writes it");
    assert_eq!(
        token(client(), &[("private_key", &PRIVATE.replace('\n', " "))]),
        made,
        "out of a one-line input"
    );
    for key in [PUBLIC, key!("application.certificate.pem")] {
        let report = inspect(None, &made, &public(key), NOW);
        assert_eq!((report.signature, report.accepted()), (Signature::Valid, Some(true)));
    }
    for key in [PRIVATE, key!("application.pkcs1.pem"), PUBLIC, key!("application.certificate.pem")] {
        let report = inspect(None, &made, &Raw::new().with_secret("private_key", key.into()), NOW);
        assert_eq!((report.signature, report.accepted()), (Signature::Valid, Some(true)));
    }
    let report =
        inspect(None, &made, &Raw::new().with_secret("private_key", key!("other.pkcs8.pem").into()), NOW);
    assert_eq!((report.signature, report.accepted()), (Signature::Invalid, Some(false)));
}

#[test]
fn keys_that_cannot_be_used_are_told_with_what_to_do() {
    for (key, expected) in [
        (key!("openssh.private"), "problem-pem-openssh"),
        (key!("openssh.public"), "problem-pem-openssh-public"),
        ("/home/demo/private.key", "problem-pem-path"),
        ("-----BEGIN PRIVATE KEY-----\nMIIE", "problem-pem-unfinished"),
        (PUBLIC, "problem-rsa-public"),
        (key!("application.certificate.pem"), "problem-rsa-public"),
        (key!("short.pkcs8.pem"), "problem-rsa-size"),
        (key!("ec.pkcs8.pem"), "problem-rsa-other"),
    ] {
        for kind in [client(), rest()] {
            let found = problem(kind, &given(kind, &[("private_key", key)]));
            assert_eq!(found, ("private_key".to_owned(), expected.to_owned()));
        }
    }
    for (key, expected) in [
        (PRIVATE, "problem-pem-private"),
        (key!("short.public.pem"), "problem-rsa-size"),
        (key!("ec.public.pem"), "problem-rsa-other"),
    ] {
        let found = problem(client(), &given(client(), &[("public_key", key)]));
        assert_eq!(found, ("public_key".to_owned(), expected.to_owned()));
    }
    let pair = given(client(), &[("private_key", key!("other.pkcs8.pem")), ("public_key", PUBLIC)]);
    assert_eq!(problem(client(), &pair), ("public_key".to_owned(), "vonage-problem-pair".to_owned()));
    // With a public key alone a project is whole, but nothing can be signed.
    let raw = Raw::new().with("application_id", APPLICATION).with("public_key", PUBLIC);
    let raw = raw.with("session_id", SESSION);
    assert_eq!(problem(client(), &raw), ("private_key".to_owned(), "problem-missing".to_owned()));
    let opentok = problem(client(), &given(client(), &[("application_id", "48213579")]));
    assert_eq!(opentok, ("application_id".to_owned(), "problem-uuid".to_owned()));
}

#[test]
fn a_check_says_when_its_key_was_useless() {
    let made = token(client(), &[]);
    for (key, variant) in [(key!("short.public.pem"), "size"), (key!("ec.public.pem"), "other")] {
        let report = inspect(None, &made, &public(key), NOW);
        assert_eq!((report.signature, report.accepted()), (Signature::Unchecked, None));
        let finding = report.findings.first().unwrap();
        assert_eq!(
            (finding.code, finding.variant, finding.severity),
            ("bad_key", variant, Severity::Warning)
        );
    }
    let both = public(PUBLIC).with_secret("private_key", key!("other.pkcs8.pem").into());
    let other = token(client(), &[("private_key", key!("other.pkcs8.pem"))]);
    let report = inspect(None, &other, &both, NOW);
    assert_eq!(codes(&report), [("signature", Severity::Error), ("key_pair", Severity::Warning)]);
}

#[test]
fn secrets_stay_out_of_debug_output() {
    let raw = given(client(), &[]);
    let inputs = Inputs::read(&client().fields(), &raw, Ask::All).unwrap();
    let report = generate(client(), &raw).unwrap().1;
    let line = PRIVATE.lines().nth(1).unwrap();
    assert!(!format!("{raw:?}{inputs:?}{report:?}").contains(line));
    let problems =
        generate(client(), &given(client(), &[("private_key", key!("openssh.private"))])).unwrap_err();
    assert!(!format!("{problems:?}").contains(key!("openssh.private").lines().nth(1).unwrap()));
}

#[test]
fn odd_inputs_come_back_as_they_went_in() {
    let longest = "ü".repeat(1024);
    for data in ["", "tên=Ánh 🎬", "\"\\\u{0}\n</script>", longest.as_str(), "&role=moderator"] {
        for role in ["publisher", "subscriber", "moderator", "publisheronly"] {
            let more = [("data", data), ("role", role), ("initial_layout_class_list", "  focus   small ")];
            let (generated, report) = generate(client(), &given(client(), &more)).unwrap();
            assert_eq!(report.signature, Signature::Valid);
            let read = inspect(None, &generated.token, &given(rest(), &[]), NOW);
            assert_eq!(read.kind, Some("vonage.client-jwt"));
            let fields = &read.fields;
            let expected = (!data.is_empty()).then(|| json!(data));
            assert_eq!(fields.get("connection_data"), expected.as_ref());
            assert_eq!(
                (&fields["role"], &fields["initial_layout_class_list"]),
                (&json!(role), &json!("focus small"))
            );
        }
    }
}

/// The options that a caller gives stand first, in npm @vonage/jwt: exp does, ttl is left out.
#[test]
fn both_ways_to_say_the_end_of_a_rest_token() {
    let claims = |more: &[(&str, &str)]| {
        let report = inspect(None, &token(rest(), more), &public(PUBLIC), NOW);
        assert_eq!((report.kind, report.accepted()), (Some("vonage.rest-jwt"), Some(true)));
        Value::Object(report.fields).to_string()
    };
    let id = format!("\"application_id\":\"{APPLICATION}\"");
    assert_eq!(
        claims(&[("ttl", "60")]),
        format!("{{\"jti\":\"{JTI}\",\"iat\":1767323045,\"exp\":1767323105,{id}}}")
    );
    assert_eq!(
        claims(&[("expire_time", "+24h"), ("ttl", "60")]),
        format!("{{\"exp\":1767409445,\"jti\":\"{JTI}\",\"iat\":1767323045,{id}}}")
    );
    let found = |key: &str, value| problem(rest(), &given(rest(), &[(key, value)]));
    assert_eq!(found("ttl", "86401").1, "problem-range");
    assert_eq!(found("expire_time", "+25h").1, "problem-end-too-far");
    assert_eq!(found("expire_time", "1767323045").1, "problem-end-past");
}

/// Randomness that is always the same.
struct Sevens;
impl rand::TryRng for Sevens {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(0x7777_7777)
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(0x7777_7777_7777_7777)
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        bytes.fill(0x77);
        Ok(())
    }
}

#[test]
fn an_id_that_is_not_given_is_a_random_uuid() {
    let mut raw = given(rest(), &[]);
    raw.plain.retain(|(key, _)| key != "jti");
    let inputs = Inputs::read(&rest().fields(), &raw, Ask::All).unwrap();
    let (_, report) =
        vendor::generate(rest(), &inputs, None, &mut Env { now: NOW, random: &mut Sevens }).unwrap();
    assert_eq!(report.fields["jti"], "77777777-7777-4777-b777-777777777777");
}

#[test]
fn no_changed_bit_is_accepted() {
    for kind in [client(), rest()] {
        let token = token(kind, &[]);
        let inputs = Inputs::read(&kind.fields(), &public(PUBLIC), Ask::Given).unwrap();
        for at in 0..token.len() {
            for bit in 0..7 {
                let mut bytes = token.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let changed = String::from_utf8(bytes).unwrap();
                let pasted = vendor::Pasted::whole(&changed, kind);
                let trial = vendor::Trial { project: None, inputs: inputs.clone() };
                let report = vendor::inspect(&pasted, &Inputs::default(), [trial], &[], NOW);
                assert_eq!(report.accepted(), Some(false), "bit {bit} of {at}: {:?}", report.findings);
            }
        }
    }
}

#[test]
fn the_mistakes_that_users_make() {
    let base = json!({
        "scope": "session.connect", "session_id": SESSION, "role": "publisher",
        "exp": 1_767_323_945, "iat": 1_767_323_045, "jti": JTI, "application_id": APPLICATION,
    });
    let report = |kind, change: Value| {
        let mut claims = base.clone();
        for (key, value) in change.as_object().unwrap() {
            claims[key] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        inspect(kind, &signed(&claims), &public(PUBLIC), NOW)
    };
    assert_eq!(codes(&report(None, json!({}))), []);
    for (change, code) in [
        (json!({"role": "host"}), "bad_role"),
        (json!({"role": null}), "missing_field"),
        (json!({"iat": null}), "missing_field"),
        (json!({"session_id": null}), "scope"),
        (json!({"scope": null}), "scope"),
        (json!({"session_id": "1_abc"}), "bad_session_id"),
        (json!({"exp": 1_767_323_945_000_i64}), "milliseconds"),
        (json!({"exp": 1_769_915_046}), "lifetime"),
        (json!({"exp": "1767323945"}), "bad_time"),
    ] {
        let report = report(Some(client()), change);
        assert_eq!(codes(&report).first(), Some(&(code, Severity::Error)), "{:?}", report.findings);
    }
    let foreign = report(None, json!({"application_id": "00000000-0000-4000-8000-000000000001"}));
    assert_eq!(
        codes(&foreign)[..2].iter().map(|c| c.0).collect::<Vec<_>>(),
        ["session_key_mismatch", "owner_mismatch"]
    );
    let key = report(None, json!({"application_id": "48213579"}));
    assert!(codes(&key).contains(&("bad_issuer", Severity::Error)));

    // A REST token: no scope, no session.
    let bare = |change: Value| {
        let mut all = json!({"scope": null, "session_id": null, "role": null});
        all.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let report = report(None, all);
        assert_eq!(report.kind, Some("vonage.rest-jwt"));
        report
    };
    assert_eq!(codes(&bare(json!({}))), []);
    assert_eq!(codes(&bare(json!({"iat": 1_767_323_047}))), [("iat_future", Severity::Error)]);
    let voice = bare(json!({"sub": "user", "acl": {"paths": {}}}));
    assert_eq!(codes(&voice), [("client_sdk_token", Severity::Info)]);
    let neither = bare(json!({"iat": null, "exp": null}));
    assert_eq!(codes(&neither), [("missing_field", Severity::Error)]);
    let long = bare(json!({"exp": 1_769_915_045}));
    assert_eq!(codes(&long), [("life_cut", Severity::Warning)]);
    assert_eq!(long.window.expires_at, Some(Time::from_seconds(1_767_323_045 + 86_400)));
    let endless = bare(json!({"exp": null}));
    assert_eq!(codes(&endless), [("no_exp", Severity::Warning)]);
    assert_eq!(endless.window.expires_at, Some(Time::from_seconds(1_767_323_945)));
    let mut null = base.clone();
    null["exp"] = Value::Null;
    let null = inspect(None, &signed(&null), &public(PUBLIC), NOW);
    assert_eq!(codes(&null), [("no_exp", Severity::Warning)]);
    let later = inspect(None, &endless.text, &public(PUBLIC), Time::from_seconds(1_767_323_946));
    assert_eq!((later.window_state(), later.accepted()), (WindowState::Expired, Some(false)));
}

#[test]
fn the_second_of_exp_is_still_good_and_the_next_is_not() {
    let made = token(rest(), &[("ttl", "60")]);
    let at = |seconds: i64| {
        inspect(None, &made, &public(PUBLIC), Time::from_seconds(1_767_323_045 + seconds)).accepted()
    };
    assert_eq!((at(60), at(61)), (Some(true), Some(false)));
}

#[test]
fn a_pasted_key_is_called_one() {
    for key in [PRIVATE, key!("application.pkcs1.pem"), key!("openssh.private")] {
        let report = inspect(None, key, &Raw::new(), NOW);
        assert_eq!(codes(&report).first(), Some(&("secret_pasted", Severity::Error)));
        let line = key.lines().nth(1).unwrap();
        let texts = vendor::texts();
        assert!(report.findings.iter().all(|f| !texts.format(&f.message()).contains(line)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_text_is_taken_apart(text in "\\PC{0,200}", dotted in "[A-Za-z0-9_.=-]{0,120}") {
        let known = Inputs::read(&client().fields(), &public(PUBLIC), Ask::Given).unwrap();
        for text in [text, dotted] {
            for kind in [client(), rest()] {
                kind.recognise(&text);
                kind.verify(&kind.decode(&text, &known), &known, NOW);
            }
        }
    }

    #[test]
    fn any_claims_are_judged(
        claims in proptest::collection::vec(("application_id|scope|session_id|role|exp|iat|acl|connection_data|nbf", "null|true|-1|1e300|99999999999999999999|\"\"|\"1_MX4\"|\\[\\]|\\{\\}|1.5"), 0..6),
    ) {
        let members: Vec<String> = claims.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
        let text = format!("e30.{}.", tokendesk::codec::base64::encode_url(format!("{{{}}}", members.join(",")).as_bytes()));
        for kind in [client(), rest()] {
            let report = inspect(Some(kind), &text, &public(PUBLIC), NOW);
            prop_assert_eq!(report.accepted(), Some(false));
        }
    }
}
