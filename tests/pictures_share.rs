//! Pictures of what hands a token on, in both themes and at the smallest size. `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]
mod common;

use common::desk::{App, Office, SESSION, command, fill, picture};
use eframe::egui::{self, Key, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;

const FULL: egui::Vec2 = vec2(1200.0, 760.0);
const SMALL: egui::Vec2 = vec2(900.0, 600.0);

/// A T1 token, made from a given nonce: a picture must not depend on chance.
fn make(app: &mut App) {
    for _ in 0..2 {
        app.get_by_label("Advanced").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
        if app.query_by_label("Nonce").is_some() {
            fill(app, "Nonce", "0.4490125317896543");
        }
    }
    fill(app, "Session ID", SESSION);
    fill(app, "Connection data", "name=Trần Thị Bích");
    command(app, Key::Enter);
}

fn f2(app: &mut App) {
    app.key_press(Key::F2);
    app.run();
}

#[test]
fn qr() {
    picture("qr", &Office::with_projects(), |app| {
        make(app);
        f2(app);
    });
}

#[test]
fn qr_of_a_long_token() {
    picture("qr-long", &Office::with_projects(), |app| {
        command(app, Key::Num2);
        fill(app, "Token to inspect", &"0123456789abcdef".repeat(80));
        f2(app);
    });
}

#[test]
fn generate_with_snippet() {
    picture("share-generate", &Office::with_projects(), make);
}

#[test]
fn snippet() {
    picture("snippet", &Office::with_projects(), |app| {
        make(app);
        // By keyboard: a picture shows no pointer.
        app.get_by_label("Snippet").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
    });
}

/// What nobody knows stands out, in the code and above it.
#[test]
fn snippet_to_be_filled_in() {
    picture("snippet-open", &Office::with_projects(), |app| {
        command(app, Key::Num2);
        fill(
            app,
            "Token to inspect",
            "eyJzaWduYXR1cmUiOiJlYzZhZDE5MjA4NGRkMzM0N2RhYzAyNDcwOTRmYWQ5YjA2NzBkNmQwIiwiY3VyVGltZSI6MTc2NzMyMzA0NTY3OCwidHRsIjozNjAwfQ==",
        );
        // By keyboard: a picture shows no pointer.
        app.get_by_label("Snippet").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
    });
}

#[test]
fn qr_too_long() {
    picture("qr-too-long", &Office::with_projects(), |app| {
        command(app, Key::Num2);
        fill(app, "Token to inspect", &"0123456789abcdef".repeat(200));
        f2(app);
    });
}
