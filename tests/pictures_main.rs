//! Pictures of the main screens, in both themes and at the smallest size. `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]
mod common;

use common::desk::{App, Office, SESSION, command, fill, picture};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokendesk::store::{Environment, SecretError};

/// Unfolds or folds the advanced fields, by keyboard: a picture shows no pointer.
fn fold(app: &mut App) {
    app.get_by_label("Advanced").focus();
    app.run();
    app.key_press(Key::Space);
    app.run();
}

#[test]
fn first_start() {
    picture("start", &Office::new(), |_| ());
}

#[test]
fn new_project() {
    picture("editor", &Office::with_projects(), |app| {
        command(app, Key::N);
        fill(app, "Name", "Classroom next");
        fill(app, "API key", "46911204");
        fill(app, "API secret", "c0ffee");
    });
}

#[test]
fn new_project_without_a_keychain() {
    let office = Office::new();
    office.keychain.fail_always(Some(SecretError::Unreachable { reason: "no session bus".to_owned() }));
    picture("editor-no-keychain", &office, |app| command(app, Key::N));
}

#[test]
fn generate() {
    // The nonce is given, because a picture must not depend on chance.
    picture("generate", &Office::with_projects(), |app| {
        fold(app);
        fill(app, "Nonce", "0.4490125317896543");
        fold(app);
        fill(app, "Session ID", SESSION);
        fill(app, "Connection data", "name=Trần Thị Bích");
        fill(app, "Layout classes", "focus main ");
        command(app, Key::Enter);
    });
}

#[test]
fn inspect() {
    let expired = "\"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiI0ODIxMzU3OSIsImlzdCI6InByb2plY3QiLCJpYXQiOjE3NjczMjMwNDUsImV4cCI6MTc2NzQwOTQ0Niwic2Vzc2lvbl9pZCI6IjFfTVg0ME9ESXhNelUzT1g1LU1UYzJOekl5TlRZd01ERXlNMzVVY1RkYWNESk1jamxZZHpSV1lqWk9hekZOYWpoSWN6Ti1VSDUtIiwiY3JlYXRlX3RpbWUiOjE3NjczMjMwNDYsIm5vbmNlIjowLjQ0OTAxMjUzMTc4OTY1NDMsInJvbGUiOiJwdWJsaXNoZXIiLCJleHBpcmVfdGltZSI6MTc2NzQwOTQ0NiwiaW5pdGlhbF9sYXlvdXRfY2xhc3NfbGlzdCI6IiIsInNjb3BlIjoic2Vzc2lvbi5jb25uZWN0In0.5oEHi0uqWGX6A1TGuQLGj6jACgJ2T8fqVAeQzm0MWNQ\"";
    picture("inspect", &Office::with_projects(), |app| {
        command(app, Key::Num2);
        fill(app, "Token to inspect", expired);
    });
}

#[test]
fn inspect_nothing() {
    picture("inspect-empty", &Office::with_projects(), |app| command(app, Key::Num2));
}

#[test]
fn calls() {
    picture("calls", &Office::with_projects(), |app| command(app, Key::Num4));
}

/// One picture of each vendor's first form, for the field editors that OpenTok has not.
#[test]
fn vendors() {
    let office = Office::with_every_vendor();
    let mut results = SnapshotResults::new();
    for (project, tab, name) in [
        ("Rooms CN", "token04", "zego-token04"),
        ("Rooms backup", "NERTC permission key", "netease-permission-key"),
        ("Kênh video", "Token", "mecloud-token"),
    ] {
        let mut app = office.open(egui::Theme::Dark, vec2(1200.0, 760.0));
        let row = app.get_all_by_label_contains(project).next();
        row.expect("a project").click();
        app.run();
        let tab = app.get_all_by_label(tab).find(|node| node.accesskit_node().role() == Role::Tab);
        tab.expect("a tab").click();
        app.run();
        app.remove_cursor();
        if app.query_by_label("Advanced").is_some() {
            fold(&mut app);
        }
        app.snapshot(name);
        results.extend_harness(&mut app);
        // The requests of the others hold a nonce made by chance.
        if project == "Rooms backup" {
            command(&mut app, Key::Num4);
            app.snapshot("netease-get-token");
            results.extend_harness(&mut app);
        }
    }
}

/// The editor of a project whose secret is a key of many lines.
#[test]
fn edit_vonage() {
    let office = Office::new();
    let application = [("application_id", "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b")];
    let key = [("private_key", include_str!("keys/application.pkcs8.pem"))];
    office.add_of("vonage", "Classroom next", "Classroom", Environment::Dev, &application, &key);
    picture("editor-vonage", &office, |app| command(app, Key::E));
}

#[test]
fn palette() {
    picture("palette", &Office::with_projects(), |app| command(app, Key::K));
}

#[test]
fn settings() {
    picture("settings", &Office::with_projects(), |app| command(app, Key::Num5));
}
