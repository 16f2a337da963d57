//! Pictures of the main screens in the other languages: dark at full size, light at the smallest, so that what is
//! longer than English is seen in both. `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::desk::{App, Office, SESSION, command, fill};
use eframe::egui::{self, Event, Key, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use tokendesk::i18n::{Language, Texts};
use tokendesk::store::Settings;
use tokendesk::vendor::texts_in;

/// A client JWT of the project, which ended on 2026-01-03.
const EXPIRED: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiI0ODIxMzU3OSIsImlzdCI6InByb2plY3QiLCJpYXQiOjE3NjczMjMwNDUsImV4cCI6MTc2NzQwOTQ0Niwic2Vzc2lvbl9pZCI6IjFfTVg0ME9ESXhNelUzT1g1LU1UYzJOekl5TlRZd01ERXlNMzVVY1RkYWNESk1jamxZZHpSV1lqWk9hekZOYWpoSWN6Ti1VSDUtIiwiY3JlYXRlX3RpbWUiOjE3NjczMjMwNDYsIm5vbmNlIjowLjQ0OTAxMjUzMTc4OTY1NDMsInJvbGUiOiJwdWJsaXNoZXIiLCJleHBpcmVfdGltZSI6MTc2NzQwOTQ0NiwiaW5pdGlhbF9sYXlvdXRfY2xhc3NfbGlzdCI6IiIsInNjb3BlIjoic2Vzc2lvbi5jb25uZWN0In0.5oEHi0uqWGX6A1TGuQLGj6jACgJ2T8fqVAeQzm0MWNQ";

/// Draws a screen in every language but English, which the other pictures are in.
fn pictures(name: &str, office: &Office, prepare: impl Fn(&mut App, &Texts)) {
    let mut results = SnapshotResults::new();
    let sizes =
        [(egui::Theme::Dark, "", vec2(1200.0, 760.0)), (egui::Theme::Light, "-small", vec2(900.0, 600.0))];
    office.lock_after.set(Settings::default().lock_after);
    for language in [Language::Chinese, Language::Vietnamese] {
        Settings::change(office.store.folders(), |settings| settings.language = Some(language)).unwrap();
        for (theme, word, size) in sizes {
            let mut app = office.open(theme, size);
            prepare(&mut app, &texts_in(language));
            app.remove_cursor();
            app.run();
            app.snapshot(format!("{name}-{}{word}", language.tag()));
            results.extend_harness(&mut app);
        }
    }
}

/// Fills in a form that makes the same token at every drawing.
fn fill_in(app: &mut App, texts: &Texts) {
    let fold = |app: &mut App| {
        app.get_by_label(&texts.get("generate-advanced")).focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
    };
    fold(app);
    fill(app, &texts.get("field-nonce"), "0.4490125317896543");
    fold(app);
    fill(app, &texts.get("field-session-id"), SESSION);
}

#[test]
fn first_start() {
    pictures("start", &Office::new(), |_, _| ());
}

#[test]
fn generate() {
    pictures("generate", &Office::with_every_vendor(), |app, texts| {
        fill_in(app, texts);
        fill(app, &texts.get("field-initial-layout-class-list"), "focus main ");
        command(app, Key::Enter);
    });
}

#[test]
fn generate_with_problems() {
    pictures("problems", &Office::with_projects(), |app, texts| {
        fill(app, &texts.get("field-session-id"), "1_MX40");
        command(app, Key::Enter);
    });
}

#[test]
fn inspect() {
    pictures("inspect", &Office::with_projects(), |app, texts| {
        command(app, Key::Num2);
        fill(app, &texts.get("inspect-box"), EXPIRED);
    });
}

#[test]
fn watch() {
    pictures("watch", &Office::with_projects(), |app, texts| {
        fill_in(app, texts);
        command(app, Key::Enter);
        command(app, Key::K);
        app.event(Event::Text(texts.get("command-watch-token")));
        app.run();
        app.key_press(Key::Enter);
        app.run();
        command(app, Key::Num3);
    });
}

#[test]
fn calls() {
    pictures("calls", &Office::with_projects(), |app, _| command(app, Key::Num4));
}

#[test]
fn settings() {
    pictures("settings", &Office::with_projects(), |app, _| command(app, Key::Num5));
}

#[test]
fn editor() {
    pictures("editor", &Office::with_projects(), |app, _| command(app, Key::N));
}

#[test]
fn palette() {
    pictures("palette", &Office::with_projects(), |app, _| command(app, Key::K));
}
