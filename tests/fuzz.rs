//! The fuzzer's targets, replayed without the fuzzer: over all vectors, and over every input that ever failed
//! (`fuzz/regressions/<target>/`). With `TOKENDESK_SEEDS=<folder>` the seeds are written there, a folder a target, for
//! `cargo fuzz run`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};

use serde_json::Value;
use tokendesk::call::CALLS;
use tokendesk::vendor;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn strings(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| strings(value, all)),
        Value::Object(members) => members.values().for_each(|value| strings(value, all)),
        _ => {}
    }
}

/// Every text in the vectors: tokens, payloads, keys, answers, notes.
fn texts() -> Vec<String> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder("tests/vectors")).unwrap().map(Result::unwrap) {
        let text = std::fs::read_to_string(entry.path()).unwrap();
        strings(&serde_json::from_str(&text).unwrap(), &mut all);
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn with_first(first: usize, text: &str) -> Vec<u8> {
    [&[u8::try_from(first).unwrap()], text.as_bytes()].concat()
}

/// Lists of projects as the importers meet them.
const LISTS: [&str; 8] = [
    "version = 1\n[[project]]\nid = \"p7f3c2a105b6d\"\nname = \"Demo\"\nvendor = \"opentok\"\n",
    "[[project]]\nvendor = \"zego\"\napp_id = 1\nserver_secret = \"0123456789abcdef0123456789abcdef\"\n",
    "{\"version\":1,\"project\":[{\"id\":\"p7f3c2a105b6d\",\"name\":\"Demo\",\"vendor\":\"opentok\"}]}",
    "[{\"vendor\":\"zego\",\"app_id\":1,\"app_id\":2,\"server_secret\":\"x\"}]",
    "vendor,api_key,api_secret\nopentok,7,\"a\"\"b\"\n",
    "name;vendor\n=1+1;opentok\n",
    "OPENTOK_API_KEY=48213579\nexport OPENTOK_API_SECRET='x y' # why\n",
    "API_KEY=1\nAPI_SECRET=\"a\\nb",
];

/// Files of ours, whole and damaged.
const FILES: [&str; 6] = [
    "version = 1\n[[project]]\nid = \"p7f3c2a105b6d\"\nname = \"Demo\"\nvendor = \"opentok\"\n[project.credentials]\napi_key = \"1\"\n",
    "version = 1\n[[token]]\nid = \"w0123456789ab\"\nmark = \"0123456789abcdef\"\nvendor = \"opentok\"\n",
    "version = 1\ntheme = \"dark\"\n",
    "version = 2\n",
    "version = 1\nx = [[[[",
    "",
];

/// The seeds of a target: what its first bytes pick, before each text.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let texts = texts();
    let picked = |choices: usize| {
        let long = texts.iter().filter(|text| text.len() > 20);
        long.flat_map(move |text| (0..choices).map(|first| with_first(first, text)).collect::<Vec<_>>())
            .collect()
    };
    match target {
        "inspect" | "recognise" => texts.into_iter().map(String::into_bytes).collect(),
        "decode" => picked(vendor::kinds().count()),
        "codec" => picked(9),
        "answer" => {
            let answers =
                ["{\"code\":200,\"info\":{\"token\":\"a\"}}", "[{\"session_id\":\"1_x\"}]", "", "<html>"];
            let calls = 0..CALLS.len();
            calls
                .flat_map(|call| answers.map(|body| [&with_first(call, "\0")[..], body.as_bytes()].concat()))
                .collect()
        }
        "import" => (0..5).flat_map(|first| LISTS.map(|list| with_first(first, list))).collect(),
        "files" => (0..3).flat_map(|first| FILES.map(|file| with_first(first, file))).collect(),
        // Each beside itself, and beside the next one.
        "compare" => {
            let long: Vec<_> = texts.iter().filter(|text| text.len() > 20).collect();
            let next = long.iter().skip(1).chain(long.first());
            let pairs = long.iter().zip(next).flat_map(|(one, next)| [[*one, *one], [*one, *next]]);
            pairs
                .map(|pair| {
                    with_first(
                        pair[0].len() * 256 / pair.map(String::len).iter().sum::<usize>(),
                        &pair.map(String::as_str).concat(),
                    )
                })
                .collect()
        }
        other => panic!("no seeds for {other}"),
    }
}

#[test]
fn the_seeds_break_no_promise() {
    for (name, target) in targets::TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() > 10, "{name}");
        for (index, seed) in seeds.iter().enumerate() {
            target(seed);
            if let Some(folder) = std::env::var_os("TOKENDESK_SEEDS") {
                let folder = Path::new(&folder).join(name);
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(folder.join(index.to_string()), seed).unwrap();
            }
        }
    }
}

#[test]
fn nothing_that_failed_once_fails_again() {
    for (name, target) in targets::TARGETS {
        let Ok(entries) = std::fs::read_dir(folder("fuzz/regressions").join(name)) else { continue };
        for entry in entries.map(Result::unwrap) {
            target(&std::fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
fn every_target_is_built_by_the_fuzzer() {
    let manifest = std::fs::read_to_string(folder("fuzz/Cargo.toml")).unwrap();
    for (name, _) in targets::TARGETS {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        let target = std::fs::read_to_string(folder("fuzz/fuzz_targets").join(format!("{name}.rs"))).unwrap();
        assert!(target.contains(&format!("targets::{name}(data)")), "{name}");
    }
}
