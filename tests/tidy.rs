//! Rules of the house that the compiler does not know: purity of the lower floors, heads of modules.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn read(folder: &Path, all: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                all.push((path, text));
            }
        }
    }
    let mut all = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut all);
    assert!(!all.is_empty(), "{folder} is empty");
    all
}

/// Code without comments and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn forbid(folder: &str, words: &[&str]) {
    for (path, text) in sources(folder) {
        for word in words {
            assert!(!code(&text).contains(word), "{} must not use {word}", path.display());
        }
    }
}

#[test]
fn the_lower_floors_are_pure() {
    let world = [
        "SystemTime",
        "Instant",
        "Timestamp::now",
        "Zoned::now",
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::io",
        "SysRng",
        "egui",
        "clap",
        "eframe",
        "keyring",
        "arboard",
    ];
    for folder in ["src/codec", "src/i18n", "src/token", "src/vendor"] {
        forbid(folder, &world);
    }
    // Sending touches the network, and nothing else of the world; everything beside it is as pure.
    for (path, text) in sources("src/call") {
        let sends = path.ends_with("send.rs");
        for word in world.iter().filter(|word| !(sends && **word == "std::io")) {
            assert!(!code(&text).contains(word), "{} must not use {word}", path.display());
        }
        assert!(sends || !code(&text).contains("ureq"), "{} must not send", path.display());
    }
}

#[test]
fn floors_know_nothing_of_higher_ones() {
    let floors = ["codec", "token", "vendor", "call", "store", "app", "host", "gui", "cli"];
    for (index, floor) in floors.iter().enumerate() {
        let above: Vec<String> =
            floors.iter().skip(index + 1).map(|higher| format!("crate::{higher}")).collect();
        let above: Vec<&str> = above.iter().map(String::as_str).collect();
        forbid(&format!("src/{floor}"), &above);
    }
    forbid("src/codec", &["opentok", "zego", "netease", "mecloud", "vonage"]);
    forbid("src/app", &["egui"]);
    forbid("src/cli", &["egui", "crate::gui", "crate::app"]);
    forbid(
        "src/gui/widgets",
        &["crate::app", "crate::vendor", "crate::token", "crate::store", "crate::i18n"],
    );
}

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in sources("src") {
        assert!(text.starts_with("//! "), "{} has no head", path.display());
    }
}

#[test]
fn nothing_is_left_to_be_done() {
    for (path, text) in sources("src") {
        for word in ["todo!", "unimplemented!", "FIXME", "XXX", "dbg!"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
        assert!(
            !text.lines().any(|line| line.ends_with(' ')),
            "{}: white space at a line's end",
            path.display()
        );
    }
}
