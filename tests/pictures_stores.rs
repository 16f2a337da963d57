//! Pictures of the places for secrets: in the editor, on the lock screen, in the settings.

#![cfg(feature = "desktop")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::desk::{KEY, Office, SECRET, command, fill, picture, press};
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use tokendesk::store::{Draft, Environment, SecretPlace};

#[test]
fn kept_elsewhere() {
    let office = Office::with_projects();
    picture("stores-external", &office, |app| {
        command(app, Key::N);
        fill(app, "Name", "Elsewhere");
        fill(app, "API key", KEY);
        press(app, "Secrets are kept");
        press(app, "Elsewhere: environment variable, file or command");
        fill(app, "API secret", "command:pass show rtc/classroom");
    });
}

#[test]
fn a_vault_to_be_made() {
    let office = Office::with_projects();
    picture("stores-vault-new", &office, |app| {
        command(app, Key::N);
        fill(app, "Name", "In the vault");
        fill(app, "API key", KEY);
        press(app, "Secrets are kept");
        press(app, "In the vault: one encrypted file under a passphrase");
        fill(app, "Vault passphrase", "four invented words here");
        press(app, "Make the vault");
    });
}

/// With a project whose secret is in a vault that is closed.
fn closed() -> Office {
    let mut office = Office::new();
    let limits = tokendesk::store::Limits { work: 2, ..tokendesk::store::Limits::default() };
    let folders = office.store.folders().clone();
    let store = tokendesk::store::Store::with(folders, office.keychain.clone() as _, limits);
    store.vault().create("four invented words here".into()).unwrap();
    office.store = std::sync::Arc::new(store);
    let id = office.add("Classroom", Environment::Dev, KEY, SECRET);
    let seen = office.store.find(id.as_str()).unwrap();
    let there = Draft { place: SecretPlace::Vault, ..seen.draft() };
    office.store.change(&seen, there, &[], &[]).unwrap();
    office.store.lock();
    office
}

#[test]
fn a_closed_vault() {
    let office = closed();
    picture("stores-vault-generate", &office, |app| {
        fill(app, "Session ID", common::desk::SESSION);
        command(app, Key::Enter);
    });
}

#[test]
fn a_closed_vault_in_a_locked_window() {
    let office = closed();
    picture("stores-vault-lock", &office, |app| {
        command(app, Key::L);
        fill(app, "Vault passphrase", "wrong");
        press(app, "Unlock");
    });
}

#[test]
fn a_closed_vault_in_the_settings() {
    let office = closed();
    picture("stores-vault-settings", &office, |app| {
        command(app, Key::Num5);
        // It lies below the edge: what has the keyboard is scrolled into sight.
        app.get_by_label("Vault passphrase").focus();
        app.run();
    });
}
