//! Pictures of what hands a token on, in both themes and at the smallest size. `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]
mod common;

use common::desk::{App, Office, SESSION, command, fill, picture};
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

/// Fills in advanced fields, and folds them away again: a picture must not depend on chance.
fn advanced(app: &mut App, values: &[(&str, &str)]) {
    let fold = |app: &mut App| {
        app.get_by_label("Advanced").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
    };
    fold(app);
    for (label, value) in values {
        fill(app, label, value);
    }
    fold(app);
}

/// A T1 token.
fn make(app: &mut App) {
    advanced(app, &[("Nonce", "0.4490125317896543")]);
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

/// The menu of several snippets.
#[test]
fn snippet_menu() {
    picture("snippet-menu", &Office::with_every_vendor(), |app| {
        app.get_all_by_label_contains("Rooms CN").next().expect("a project").click();
        app.run();
        advanced(app, &[("Nonce", "1234567890"), ("IV", "6b33763971307a37783162356d327438")]);
        fill(app, "User ID", "user_1001");
        command(app, Key::Enter);
        app.remove_cursor();
        app.get_by_label("Snippet").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
    });
}

#[test]
fn watch_with_code() {
    picture("share-watch", &Office::with_projects(), |app| {
        make(app);
        app.get_all_by_label("Watch").last().expect("the button").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
        command(app, Key::Num3);
        app.get_all_by_label_contains("T1 token").last().expect("the row").focus();
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
