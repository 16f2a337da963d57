//! The bytes behind tokens, over every token of the vectors, whole, cut and changed: runs cover them without a gap,
//! carry parts that are there, and have words.

mod support;

use std::collections::BTreeSet;

use serde_json::Value;
use support::vectors;
use tokendesk::token::layer::is_of;
use tokendesk::token::{Inputs, Raw, Report, Time};
use tokendesk::vendor::{self, Pasted, Trial};

/// The ServerSecret of ZEGO's vectors.
const SECRET: &str = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

/// Every text called a token, at any depth.
fn tokens(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if key.ends_with("token") => all.push(text.clone()),
                    other => tokens(other, all),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| tokens(value, all)),
        _ => {}
    }
}

fn inspect(text: &str) -> Report {
    let pasted = Pasted::read(text, None);
    let fields = pasted.kind.map(<dyn vendor::Kind>::fields).unwrap_or_default();
    let known = Raw::new().with_secret("server_secret", SECRET.to_owned().into());
    let inputs = Inputs::read(&fields, &known, tokendesk::token::input::Ask::Given).unwrap_or_default();
    let trial = Trial { project: None, inputs };
    vendor::inspect(&pasted, &Inputs::default(), [trial], &[], Time::from_seconds(1_767_225_600))
}

fn check(report: &Report, texts: &tokendesk::i18n::Texts) {
    for layer in &report.layers {
        let about = format!("{:?} of {:?}", layer.name, report.kind);
        assert!(texts.find(&format!("layer-{}", layer.name)).is_some(), "{about} has no word");
        let mut at = 0;
        for run in &layer.runs {
            assert_eq!(run.range.start, at, "{about}: a gap before {run:?}");
            assert!(!run.range.is_empty(), "{about}: {run:?} is empty");
            at = run.range.end;
            assert!(!run.name.is_empty() || run.part.is_some(), "{about}: {run:?} is nameless");
            if !run.name.is_empty() {
                assert!(texts.find(&format!("segment-{}", run.name)).is_some(), "no word for {run:?}");
            }
            if let Some(key) = &run.part {
                let shown = report.parts.iter().any(|part| is_of(key, &part.key));
                assert!(shown, "{about}: {run:?} carries a part that is not there");
            }
        }
        assert_eq!(at, layer.bytes.len(), "{about}: not all bytes are in a run");
        let whole = layer.whole.is_none_or(|key| report.parts.iter().any(|part| part.key == key));
        assert!(whole, "{about}: {:?} is no part", layer.whole);
    }
}

#[test]
fn runs_cover_every_byte_and_carry_parts_that_are_there() {
    let texts = vendor::texts();
    let mut all = vec![SESSION.to_owned()];
    for file in ["mecloud", "netease", "opentok", "zego"] {
        tokens(&vectors(file), &mut all);
    }
    let mut kinds = BTreeSet::new();
    for text in &all {
        let report = inspect(text);
        check(&report, &texts);
        kinds.extend(report.layers.iter().filter_map(|layer| Some((report.kind?, layer.name))));
        // Cut anywhere, and with another letter anywhere.
        for at in (1..text.len()).filter(|at| text.is_char_boundary(*at)).step_by(7) {
            check(&inspect(&text[..at]), &texts);
            check(&inspect(&format!("{}A{}", &text[..at], text.get(at + 1..).unwrap_or_default())), &texts);
        }
    }
    let expected = [
        ("netease.basic-token", "decoded"),
        ("netease.permission-key", "compressed"),
        ("netease.permission-key", "inflated"),
        ("opentok.session-id", "decoded"),
        ("opentok.t1", "decoded"),
        ("zego.kit", "envelope"),
        ("zego.kit", "plaintext"),
        ("zego.kit", "room"),
        ("zego.login-v1", "decoded"),
        ("zego.token03", "envelope"),
        ("zego.token03", "plaintext"),
        ("zego.token04", "envelope"),
        ("zego.token04", "plaintext"),
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn the_envelope_is_cut_as_the_vendor_lays_it_out() {
    let vectors = vectors("zego");
    let case = &vectors["cases"][0];
    let report = inspect(case["token"].as_str().unwrap());
    let runs = |index: usize| {
        let runs = report.layers[index].runs.iter();
        runs.map(|run| (run.name, run.range.clone(), run.part.as_deref())).collect::<Vec<_>>()
    };
    let length = report.layers[0].bytes.len();
    assert_eq!(
        runs(0),
        [
            ("expire", 0..8, Some("outer_expire")),
            ("iv-length", 8..10, None),
            ("iv", 10..26, Some("iv")),
            ("ciphertext-length", 26..28, None),
            ("ciphertext", 28..length, Some("cipher_len")),
        ]
    );
    let keys: Vec<_> = runs(1).into_iter().filter_map(|(_, _, part)| part).collect();
    assert_eq!(keys, ["app_id", "user_id", "nonce", "ctime", "expire", "payload"]);
    let text = String::from_utf8_lossy(&report.layers[1].bytes);
    assert_eq!(
        Some(&*text),
        report.parts.iter().find(|part| part.key == "plaintext").and_then(|part| part.value.as_str())
    );
}

#[test]
fn codes_of_the_vendors_stand_beside_their_findings() {
    let texts = vendor::texts();
    for kind in vendor::kinds() {
        for answer in kind.answers() {
            assert!(!answer.codes.is_empty(), "{}: {answer:?}", kind.spec().id);
            for code in answer.codes {
                assert!(texts.find(&format!("place-{}", code.place)).is_some(), "no word for {code:?}");
            }
        }
    }
    let vectors = vectors("zego");
    let pasted = Pasted::read(vectors["cases"][0]["token"].as_str().unwrap(), None);
    let later = Time::from_seconds(1_900_000_000);
    let report = vendor::inspect(&pasted, &Inputs::default(), [], &[], later);
    let told: Vec<_> = report.told_by_vendor().iter().map(|code| (code.code, code.place)).collect();
    assert_eq!(told, [("1102018", "web"), ("1002033", "native"), ("6000106", "zim")]);
    let json = report.to_json(&texts);
    assert_eq!(json["findings"][0]["vendor_codes"][0]["code"], "1102018");
    assert!(report.to_text(&texts, &|word, _| word.to_owned()).contains("1102018 (web)"));
}
