//! The real keychain: GNOME Keyring on a session bus of its own, so that nobody's own keychain is touched.
//!
//! Needs `dbus-run-session`, `gnome-keyring-daemon` and `secret-tool`, hence the feature.

#![cfg(all(feature = "desktop", target_os = "linux"))]
#![expect(clippy::expect_used, reason = "a helper of a test fails as the test does")]

use std::process::Command;
use std::sync::Arc;

use secrecy::{ExposeSecret as _, SecretString};
use tokendesk::host::random;
use tokendesk::store::{Draft, Folders, Keychain, SecretKey, Store, StoreError};

/// Runs one of the ignored tests below on a bus of its own, with an unlocked keychain or whatever `prepare` makes.
fn on_own_bus(prepare: &str, test: &str) {
    let home = tempfile::tempdir().expect("a folder");
    let program = std::env::current_exe().expect("this test");
    let script = format!("{prepare}; exec \"$0\" --exact {test} --ignored --nocapture");
    let output = Command::new("timeout")
        .args(["60", "dbus-run-session", "--", "sh", "-c", &script])
        .arg(program)
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env(OWN_BUS, "1")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("dbus-run-session");
    let shown =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && shown.contains("1 passed"), "{shown}");
}

/// Set for the ignored tests when they run where they belong: nowhere else may they touch a keychain.
const OWN_BUS: &str = "TOKENDESK_TEST_OWN_BUS";

const UNLOCKED: &str = "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null";

const LOCKED: &str = "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; \
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null";

#[test]
fn secrets_come_back_from_the_real_keychain() {
    on_own_bus(UNLOCKED, "inside_unlocked");
}

#[test]
#[ignore = "run by the test above"]
fn inside_unlocked() {
    assert!(std::env::var_os(OWN_BUS).is_some(), "only on a bus of its own");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(Folders::beneath(folder.path()), Arc::new(Keychain::new()));
    assert_eq!(store.secret_status(), Ok(()));
    // As long as a private key of 4096 bits, and text beyond ASCII.
    let given =
        [("pem".to_owned(), SecretString::from("x".repeat(3_272))), ("pw".to_owned(), "grün 密".into())];
    let draft = Draft { name: "Demo".to_owned(), vendor: "opentok".to_owned(), ..Draft::default() };
    let project = store.add(draft, &given, &mut random::system()).expect("added");
    let found = store.secrets_of(&project).expect("secrets");
    for (field, secret) in &given {
        assert_eq!(found[field].expose_secret(), secret.expose_secret());
    }

    let user = SecretKey::new(&project.id, "pw").user();
    let lookup = |user: &str| {
        let output =
            Command::new("secret-tool").args(["lookup", "service", "tokendesk", "username", user]).output();
        String::from_utf8(output.expect("secret-tool").stdout).expect("text")
    };
    assert_eq!(lookup(&user), "grün 密");
    let copy = store.duplicate(&project.id, "Copy", &mut random::system()).expect("copied");
    store.remove(&project.id).expect("removed");
    assert_eq!(lookup(&user), "");
    assert_eq!(store.secrets_of(&copy).expect("secrets").len(), 2);
}

#[test]
fn a_locked_keychain_without_a_display_is_an_error() {
    on_own_bus(LOCKED, "inside_locked");
}

#[test]
#[ignore = "run by the test above"]
fn inside_locked() {
    assert!(std::env::var_os(OWN_BUS).is_some(), "only on a bus of its own");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(Folders::beneath(folder.path()), Arc::new(Keychain::new()));
    assert_eq!(store.secret_status(), Ok(()), "it is there, and is not asked to unlock");
    let draft = Draft { name: "Demo".to_owned(), vendor: "opentok".to_owned(), ..Draft::default() };
    let result = store.add(draft, &[("pw".to_owned(), "x".into())], &mut random::system());
    assert!(matches!(result, Err(StoreError::Secret(_))), "{result:?}");
    assert_eq!(store.projects(), Ok(Vec::new()));
}

#[test]
fn a_keychain_that_goes_away_loses_nothing_and_is_found_again() {
    on_own_bus(UNLOCKED, "inside_gone");
}

#[test]
#[ignore = "run by the test above"]
fn inside_gone() {
    assert!(std::env::var_os(OWN_BUS).is_some(), "only on a bus of its own");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(Folders::beneath(folder.path()), Arc::new(Keychain::new()));
    let given = [("one".to_owned(), "first".into()), ("two".to_owned(), "second".into())];
    let draft = Draft { name: "Demo".to_owned(), vendor: "opentok".to_owned(), ..Draft::default() };
    let project = store.add(draft, &given, &mut random::system()).expect("added");

    // Somebody has removed an entry behind our back: that secret is absent, the other one is there.
    let user = SecretKey::new(&project.id, "two").user();
    sh(&format!("secret-tool clear service tokendesk username {user}"));
    let found = store.secrets_of(&project).expect("secrets");
    assert_eq!(project.absent(&found), ["two"]);
    assert_eq!(found["one"].expose_secret(), "first");

    // Its process dies. (The bus may start another one, which is locked.)
    sh("kill -9 $(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | awk '{print $2}')");
    let gone = store.secrets_of(&project);
    assert!(matches!(gone, Err(StoreError::Secret(_))), "{gone:?}");
    assert_eq!(store.projects(), Ok(vec![project.clone()]), "the project is there all the same");

    // It is back, and found without a new start of ours.
    sh("echo -n pw | gnome-keyring-daemon --replace --unlock --components=secrets >/dev/null");
    assert_eq!(store.secrets_of(&project).expect("secrets")["one"].expose_secret(), "first");
}

/// Runs a line of shell, and waits for its end.
fn sh(line: &str) {
    assert!(Command::new("sh").args(["-c", line]).status().expect("a shell").success(), "{line}");
}
