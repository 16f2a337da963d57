//! The vectors through the real executable, as outsiders will check it: tokens byte for byte, reports, reasons, exit
//! codes. The other tests/vectors_*.rs ask the library the same.
//!
//! The mapping is the one a stranger would choose: a vector's keys in snake case are the fields' keys, lists are joined
//! by a space, JSON is JSON text, and the clock is `--at`.

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

/// What a vendor's vectors call a kind, and its id.
const KINDS: &[(&str, &str)] = &[
    ("token04-cbc", "zego.token04"),
    ("token04-gcm", "zego.token04"),
    ("token03", "zego.token03"),
    ("kit-test", "zego.kit"),
    ("kit-production", "zego.kit"),
    ("server-api-signature", "zego.api-signature"),
    ("callback-signature", "zego.callback-signature"),
    ("login-token-v1", "zego.login-v1"),
    ("server_api_checksum", "netease.api-checksum"),
    ("server_api_request", "netease.api-checksum"),
    ("callback_checksum", "netease.callback-checksum"),
    ("nertc_basic_token", "netease.basic-token"),
    ("nim_dynamic_token", "netease.nim-token"),
    ("nertc_permission_key", "netease.permission-key"),
    ("token", "mecloud.token"),
];

/// Where `pinned` holds one of these, `--at` gives it: the key, and how many make a second.
const CLOCKS: &[(&str, i64)] = &[
    ("now", 1),
    ("now_ms", 1000),
    ("timestamp", 1),
    ("cur_time", 1),
    ("cur_time_ms", 1000),
    ("cur_time_sec", 1),
    ("check_at", 1),
];

/// The kind that a case's own word means.
fn meant(case: &Value) -> &'static dyn Kind {
    let word = case["kind"].as_str().unwrap();
    let (_, id) = KINDS.iter().find(|(known, _)| *known == word).unwrap();
    tokendesk::vendor::kind(id).unwrap()
}

/// `channelName` is `channel_name`.
fn snake(key: &str) -> String {
    let mut snake = String::new();
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The pairs of an object, in snake case; a null is nothing.
fn pairs(object: &Value) -> Vec<(String, String)> {
    let members = object.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    members.map(|(key, value)| (snake(key), text(value))).collect()
}

/// A clock in Unix seconds with a fraction.
fn clock(pairs: &[(String, String)]) -> Option<String> {
    pairs.iter().find_map(|(key, value)| {
        let (_, unit) = CLOCKS.iter().find(|(known, _)| known == key)?;
        let time: i64 = value.parse().unwrap();
        Some(format!("{}.{:03}", time / unit, time % unit))
    })
}

fn borrow(pairs: &[(String, String)]) -> Vec<(&str, String)> {
    pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect()
}

/// What is in it, at every depth; text that is JSON is opened.
fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.values().for_each(|value| leaves(value, found)),
        Value::Array(values) => values.iter().for_each(|value| leaves(value, found)),
        other => {
            let text = text(other);
            if let Ok(inner @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(&text) {
                leaves(&inner, found);
            }
            found.push(text.to_lowercase());
        }
    }
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
        // Both the number and its text, which wins; what the clock is, `--at` says.
        let pinned = pairs(&case["pinned"]);
        inputs.extend(borrow(&pinned).into_iter().filter(|(key, _)| *key != "now_ms"));
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

#[test]
fn the_cases_of_the_other_vendors_are_generated_byte_for_byte() {
    // What a library makes in a layout of its own is only to be read.
    const OTHERS: [&str; 5] = ["go", "python", "php", "java", "cpp"];
    for (vendor, expected) in [("zego", 18), ("netease", 36), ("mecloud", 12)] {
        let mut made = 0;
        for case in vectors(vendor)["cases"].as_array().unwrap() {
            let name = case["name"].as_str().unwrap();
            if case["pinned"]["json_style"].as_str().is_some_and(|style| OTHERS.contains(&style)) {
                continue;
            }
            let kind = meant(case);
            let pinned = pairs(&case["pinned"]);
            let mut inputs = pairs(&case["inputs"]);
            inputs.extend(
                pinned.iter().filter(|(key, _)| !CLOCKS.iter().any(|(clock, _)| clock == key)).cloned(),
            );
            if case["kind"] == "token04-gcm" {
                inputs.push(("mode".to_owned(), "gcm".to_owned()));
            }
            // How the recorded bytes came about, and the request around a checksum.
            let about = ["plaintext", "path", "form", "method", "path_params", "query"];
            inputs.retain(|(key, _)| !about.contains(&key.as_str()));
            let clock = clock(&pinned);
            let mut words = vec!["generate", kind.spec().id, "--output", "json"];
            words.extend(clock.as_deref().map(|clock| ["--at", clock]).into_iter().flatten());
            let done = call(&words, kind, &borrow(&inputs)).run();
            assert_eq!(done.code, 0, "{name}: {}", done.words());
            let token = text(&done.json()["token"]);
            let wanted = text(&case["token"]);
            if case["kind"] == "nertc_permission_key" {
                // Any zlib stream will do.
                assert_eq!(inflated(&token), inflated(&wanted), "{name}");
            } else {
                assert_eq!(token, wanted, "{name}");
            }
            made += 1;
        }
        assert_eq!(made, expected, "{vendor}");
    }
}

/// What a permission key says: through the program itself, with no secret.
fn inflated(key: &str) -> Value {
    let words = ["inspect", key, "--kind", "netease.permission-key", "--output", "json"];
    tokendesk(words).run().json()["fields"].clone()
}

#[test]
fn the_cases_of_the_other_vendors_are_inspected_to_what_is_recorded() {
    // With the secret in them, told otherwise (`expires_at`), or an output of generation or of a call.
    const ELSEWHERE: &[&str] = &[
        "string_to_hash",
        "string_to_sign",
        "signed_text",
        "signed_bytes",
        "order",
        "json_text",
        "query",
        "get_url",
        "headers",
        "method",
        "path",
        "content_type",
        "body",
        "expires_at",
        "expires_at_ms",
        "token_usable_until_ms",
    ];
    for (vendor, expected) in [("zego", 25), ("netease", 36), ("mecloud", 12)] {
        let mut read = 0;
        for case in vectors(vendor)["cases"].as_array().unwrap() {
            let name = case["name"].as_str().unwrap();
            let (kind, token) = (meant(case), case["token"].as_str().unwrap());
            let fields = kind.fields();
            let pinned = pairs(&case["pinned"]);
            let mut inputs = pairs(&case["inputs"]);
            inputs.extend(pinned.iter().cloned());
            inputs
                .extend((vendor == "mecloud").then(|| ("time".to_owned(), text(&case["pinned"]["now_ms"]))));
            inputs.retain(|(key, _)| {
                !["token", "json_style"].contains(&key.as_str())
                    && fields.iter().any(|field| field.key == key)
            });
            // The legacy login token has no clock of its own, but an end; and a Kit Token's is its inner token's.
            let clock = clock(&pinned).unwrap_or_else(|| "1767225600".to_owned());

            let bare = tokendesk(["inspect", token, "--output", "json"]).run().json();
            let named = |report: &Value| {
                report["kind"] == kind.spec().id
                    || report["candidates"]
                        .as_array()
                        .is_some_and(|kinds| kinds.contains(&kind.spec().id.into()))
            };
            assert!(named(&bare), "{name}: {bare}");

            let words = ["inspect", token, "--at", &clock, "--output", "json"];
            let done = call(&words, kind, &borrow(&inputs)).run();
            let report = done.json();
            assert_eq!(report["kind"], kind.spec().id, "{name}: what was given says which kind");
            assert_eq!(done.code, 0, "{name}: {report}");
            let sealed = case["kind"] == "kit-production";
            assert_eq!(
                report["accepted"],
                if sealed { Value::Null } else { true.into() },
                "{name}: {report}"
            );
            let mut found = Vec::new();
            leaves(&report["fields"], &mut found);
            leaves(&report["parts"], &mut found);
            for (key, value) in case["decoded"].as_object().unwrap() {
                let is_text = key == "json" && value.is_string();
                if ELSEWHERE.contains(&key.as_str()) || is_text || sealed && key == "inner" {
                    continue;
                }
                let mut wanted = Vec::new();
                leaves(value, &mut wanted);
                let absent: Vec<_> = wanted.iter().filter(|leaf| !found.contains(leaf)).collect();
                assert!(absent.is_empty(), "{name}: {key}: {absent:?} in {report}");
            }
            read += 1;
        }
        assert_eq!(read, expected, "{vendor}");
    }
}

#[test]
fn what_the_other_vendors_must_refuse_exits_with_1_and_its_reason() {
    for (vendor, secret, expected) in
        [("zego", "server_secret", 31), ("netease", "app_secret", 25), ("mecloud", "secret_key", 16)]
    {
        let mut refused = 0;
        for case in vectors(vendor)["must_reject"].as_array().unwrap() {
            let name = case["name"].as_str().unwrap();
            let word = case["kind"].as_str();
            let secret = if word == Some("nertc_permission_key") { "perm_secret" } else { secret };
            // Only what is a Kit Token by what is expected of it has to be named.
            let said = (case["expected"]["kind"] == "kit").then_some("zego.kit");
            let mut inputs = vec![(secret.to_owned(), text(&case["secret"]))];
            for (key, value) in pairs(case) {
                let about = ["name", "kind", "token", "secret", "reason", "finding", "expect", "why"];
                let is_clock = ["now", "now_ms", "check_at"].contains(&key.as_str());
                if !is_clock
                    && !["inputs", "expected"].contains(&key.as_str())
                    && !about.contains(&key.as_str())
                {
                    inputs.push((key, value));
                }
            }
            inputs.extend(pairs(&case["inputs"]));
            let expectations: Vec<_> =
                pairs(&case["expected"]).into_iter().filter(|(key, _)| key != "kind").collect();
            let clock = clock(&pairs(case));
            let kind = word.map_or_else(
                || {
                    tokendesk::vendor::kind(if vendor == "mecloud" {
                        "mecloud.token"
                    } else {
                        "zego.token04"
                    })
                    .unwrap()
                },
                |_| meant(case),
            );
            let reason = ["reason", "finding", "expect"].iter().find_map(|key| case[key].as_str()).unwrap();
            // An expectation is as good as a field, and a kind that is said as good as one that shows.
            for (as_fields, named) in [(true, false), (false, false), (true, true)] {
                let mut words = vec!["inspect", case["token"].as_str().unwrap(), "--output", "json"];
                words.extend(clock.as_deref().map(|clock| ["--at", clock]).into_iter().flatten());
                let said = said.or_else(|| word.filter(|_| named).map(|_| kind.spec().id));
                words.extend(said.map(|kind| ["--kind", kind]).into_iter().flatten());
                let told: Vec<_> = expectations.iter().map(|(key, value)| format!("{key}={value}")).collect();
                let option = if as_fields { "-f" } else { "--expect" };
                words.extend(told.iter().flat_map(|told| [option, told.as_str()]));
                let done = call(&words, kind, &borrow(&inputs)).run();
                let report = done.json();
                assert_eq!((done.code, report["accepted"].as_bool()), (1, Some(false)), "{name}: {report}");
                let findings = report["findings"].as_array().unwrap();
                assert!(
                    findings.iter().any(|found| found["code"] == reason),
                    "{name}: {reason}: {findings:?}"
                );
            }
            refused += 1;
        }
        assert_eq!(refused, expected, "{vendor}");
    }
}

#[test]
fn other_words_for_the_same_are_understood() {
    let vectors = vectors("opentok");
    let named = |list: &str, name: &str| {
        vectors[list].as_array().unwrap().iter().find(|case| case["name"] == name).unwrap().clone()
    };

    // Python writes the number 1e-7 of the Node SDK as 1e-07.
    let case = named("cases", "node_t1_tiny_nonce_and_rounded_clock");
    let mut inputs = pairs(&case["inputs"]);
    inputs.push(("nonce".to_owned(), "1e-07".to_owned()));
    let done = call(&["generate", "opentok.t1", "--at", &at(&case)], own(&case), &borrow(&inputs)).run();
    assert_eq!(done.text().trim_end(), case["token"].as_str().unwrap());

    // The SDKs take an application's ID as their API key; its public key may come from where secrets come from.
    let case = named("must_reject", "vonage_expired");
    let (token, owner) = (case["token"].as_str().unwrap(), format!("api_key={}", text(&case["api_key"])));
    let clock = text(&case["now"]);
    let words = ["inspect", token, "-f", &owner, "--secret", "public_key=env:KEY", "--at", &clock];
    let done =
        tokendesk(words.into_iter().chain(["--output", "json"])).env("KEY", text(&case["secret"])).run();
    let report = done.json();
    assert_eq!((done.code, &report["signature"], &report["context"]), (1, &"valid".into(), &"match".into()));

    // A call's vectors name the account by the path's placeholder.
    let words = ["call", "netease.refresh-im-token", "-f", "app_key=a", "-f", "account_id=zhang san"];
    let done =
        tokendesk(words.into_iter().chain(["--secret", "app_secret=env:S"])).env("S", "9f8e7d6c5b4a").run();
    assert_eq!(done.code, 0, "{}", done.words());
}
