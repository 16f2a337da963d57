//! Pictures of the desk itself: first start, demo, a moved clock, settings, the map of shortcuts, zoom.
//! `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]
mod common;

use common::desk::{App, Office, command, fill, model, picture, press};
use eframe::egui::{Event, Key};
use tokendesk::store::SecretError;

/// Moves now by the dialog.
fn travel(app: &mut App, to: &str) {
    command(app, Key::T);
    fill(app, "Time", to);
    app.key_press(Key::Enter);
    app.run();
}

#[test]
fn demo() {
    // Made in the first window, it is there in the next ones.
    picture("desk-demo", &Office::new(), |app| {
        if model(app).demo().is_none() {
            press(app, "Try the demo");
        }
    });
}

#[test]
fn another_time() {
    picture("desk-travel", &Office::with_projects(), |app| {
        press(app, "REST JWT");
        command(app, Key::Num2);
        let token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiI0ODIxMzU3OSIsImlzdCI6InByb2plY3QiLCJpYXQiOjE3NjczMjMwNDUsImV4cCI6MTc2NzQwOTQ0Niwic2Vzc2lvbl9pZCI6IjFfTVg0ME9ESXhNelUzT1g1LU1UYzJOekl5TlRZd01ERXlNMzVVY1RkYWNESk1jamxZZHpSV1lqWk9hekZOYWpoSWN6Ti1VSDUtIiwiY3JlYXRlX3RpbWUiOjE3NjczMjMwNDYsIm5vbmNlIjowLjQ0OTAxMjUzMTc4OTY1NDMsInJvbGUiOiJwdWJsaXNoZXIiLCJleHBpcmVfdGltZSI6MTc2NzQwOTQ0NiwiaW5pdGlhbF9sYXlvdXRfY2xhc3NfbGlzdCI6IiIsInNjb3BlIjoic2Vzc2lvbi5jb25uZWN0In0.5oEHi0uqWGX6A1TGuQLGj6jACgJ2T8fqVAeQzm0MWNQ";
        fill(app, "Token to inspect", token);
        travel(app, "2026-01-03T02:00:00Z");
    });
}

#[test]
fn the_time_is_typed() {
    picture("desk-time", &Office::with_projects(), |app| {
        travel(app, "+90m");
        command(app, Key::T);
        fill(app, "Time", "tomorrow");
        app.key_press(Key::Enter);
        app.run();
    });
}

#[test]
fn settings_without_a_keychain() {
    let office = Office::with_projects();
    office.keychain.fail_always(Some(SecretError::Unreachable {
        reason: "zbus error: I/O error: No such file or directory (os error 2)".to_owned(),
    }));
    picture("settings-no-keychain", &office, |app| command(app, Key::Num5));
}

#[test]
fn shortcuts() {
    picture("desk-shortcuts", &Office::with_projects(), |app| {
        app.key_press(Key::F1);
        app.run();
    });
}

#[test]
fn palette() {
    picture("desk-palette", &Office::with_projects(), |app| {
        command(app, Key::K);
        app.event(Event::Text("token".to_owned()));
        app.run();
    });
}

#[test]
fn large() {
    picture("desk-zoom", &Office::with_projects(), |app| {
        // It is remembered from window to window.
        for key in [Key::Num0, Key::Plus, Key::Plus] {
            command(app, key);
        }
    });
}
