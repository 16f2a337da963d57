//! Telling kinds apart: every token of every vectors file, given bare, is recognised as its own kind, or its own kind
//! is named among the candidates where two cannot be told apart by sight.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::path::Path;

use serde_json::Value;
use support::vectors;
use tokendesk::vendor::{self, Pasted};

/// Vectors' names of kinds that are not ours with underscores for hyphens.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("opentok/vonage_client_jwt", "vonage.client-jwt"),
    ("opentok/vonage_rest_jwt", "vonage.rest-jwt"),
    ("zego/token04-cbc", "zego.token04"),
    ("zego/token04-gcm", "zego.token04"),
    ("zego/kit-test", "zego.kit"),
    ("zego/kit-production", "zego.kit"),
    ("zego/server-api-signature", "zego.api-signature"),
    ("zego/login-token-v1", "zego.login-v1"),
    ("netease/server_api_checksum", "netease.api-checksum"),
    ("netease/server_api_request", "netease.api-checksum"),
    ("netease/nertc_basic_token", "netease.basic-token"),
    ("netease/nim_dynamic_token", "netease.nim-token"),
    ("netease/nertc_permission_key", "netease.permission-key"),
];

/// The id of a case's kind.
fn own(file: &str, case: &Value) -> String {
    let name = case["kind"].as_str().unwrap();
    let named = format!("{file}/{name}");
    OTHER_NAMES
        .iter()
        .find(|(other, _)| *other == named)
        .map_or_else(|| format!("{file}.{}", name.replace('_', "-")), |(_, id)| (*id).to_owned())
}

#[test]
fn every_token_is_its_own_kind_or_names_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        for case in vectors(&file)["cases"].as_array().unwrap() {
            let (name, id) = (case["name"].as_str().unwrap(), own(&file, case));
            assert!(vendor::kind(&id).is_some(), "{file}: {name}: there is no kind {id}");
            let Some(token) = case["token"].as_str() else { continue };
            let pasted = Pasted::read(token, None);
            assert!(pasted.cleaned.is_empty(), "{file}: {name}: {:?}", pasted.cleaned);
            assert_eq!(pasted.text, token, "{file}: {name}");
            let first = pasted.kind.map(|kind| kind.spec().id);
            let others = pasted.candidates.iter().map(|kind| kind.spec().id);
            assert!(
                first.into_iter().chain(others).any(|found| found == id),
                "{file}: {name}: {first:?}, {:?}",
                pasted.candidates
            );
            // Where one kind is sure, it is the right one and no other is.
            if pasted.candidates.is_empty() {
                assert_eq!(first, Some(id.as_str()), "{file}: {name}");
            }
            seen += 1;
        }
    }
    // OpenTok and Vonage; further files add to it.
    assert!(seen >= 33, "{seen}");
}

/// What no vendor here makes is not taken for a vendor's.
#[test]
fn other_text_is_nobodys() {
    for text in ["", "hello", "{}", "1767323045", "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b", "a.b.c", "T1", "1_"]
    {
        assert_eq!(Pasted::read(text, None).kind, None, "{text}");
    }
    let plain = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.AAAA";
    assert_eq!(Pasted::read(plain, None).kind.unwrap().spec().id, "jwt");
}
