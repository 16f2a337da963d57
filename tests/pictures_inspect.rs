//! Pictures of Inspect: binary tokens with their bytes, what is pointed at, another project's token, a held file.
#![cfg(feature = "desktop")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::desk::{App, KEY, Office, SECRET, command, fill};
use eframe::egui::{self, Key, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use tokendesk::host::random;
use tokendesk::store::Environment;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Time};
use tokendesk::vendor;

const NOW: i64 = common::desk::NOW;
const SERVER_SECRET: &str = "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// Draws a screen in both themes at full size, and in both at the smallest.
fn picture(name: &str, office: &Office, prepare: impl Fn(&mut App)) {
    let mut results = SnapshotResults::new();
    for (theme, word, size) in [
        (egui::Theme::Dark, "dark", vec2(1200.0, 760.0)),
        (egui::Theme::Light, "light", vec2(1200.0, 760.0)),
        (egui::Theme::Dark, "small-dark", vec2(900.0, 600.0)),
        (egui::Theme::Light, "small-light", vec2(900.0, 600.0)),
    ] {
        let mut app = office.open(theme, size);
        prepare(&mut app);
        app.snapshot(format!("{name}-{word}"));
        results.extend_harness(&mut app);
    }
}

/// A token made at an instant, with nothing left to chance.
fn made(kind: &str, at: i64, plain: &[(&str, &str)], secret: (&str, &str)) -> String {
    let kind = vendor::kind(kind).unwrap();
    let mut raw = Raw::new().with_secret(secret.0, secret.1.to_owned().into());
    for (key, value) in plain {
        raw = raw.with(*key, *value);
    }
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
    let mut random = random::system();
    let mut env = Env { now: Time::from_seconds(at), random: &mut random };
    vendor::generate(kind, &inputs, None, &mut env).unwrap().0.token
}

fn token04(at: i64, life: &str) -> String {
    let fields = [
        ("app_id", "1481965360"),
        ("user_id", "user_1001"),
        ("effective_seconds", life),
        ("nonce", "1234567890"),
        ("iv_hex", "6b33763971307a37783162356d327438"),
    ];
    made("zego.token04", at, &fields, ("server_secret", SERVER_SECRET))
}

fn paste(app: &mut App, text: &str) {
    command(app, Key::Num2);
    fill(app, "Token to inspect", text);
    app.remove_cursor();
    app.run();
}

#[test]
fn expired_token04() {
    let office = Office::with_every_vendor();
    picture("inspect-token04", &office, |app| {
        app.get_all_by_label_contains("Rooms CN").next().unwrap().click();
        app.run();
        paste(app, &format!("\"{}\"", token04(NOW - 3792, "3600")));
    });
}

#[test]
fn pointed_at() {
    let office = Office::with_every_vendor();
    picture("inspect-pointed", &office, |app| {
        paste(app, &token04(NOW - 60, "3600"));
        app.get_by_label("Copy user_id").focus();
        app.run();
    });
}

#[test]
fn another_projects() {
    let office = Office::with_projects();
    let session = [("api_key", KEY), ("session_id", common::desk::SESSION), ("nonce", "0.4490125317896543")];
    let token = made("opentok.t1", NOW - 7200, &session, ("api_secret", SECRET));
    picture("inspect-other-project", &office, |app| {
        app.get_all_by_label_contains("Classroom live").next().unwrap().click();
        app.run();
        paste(app, &token);
    });
}

#[test]
fn permission_key() {
    let office = Office::new();
    let key = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    let (app_secret, perm_secret) = ("c0ffee123456", "ab".repeat(32));
    office.add_of(
        "netease",
        "Rooms backup",
        "Voice rooms",
        Environment::Stg,
        &[("app_key", key)],
        &[("app_secret", app_secret), ("perm_secret", &perm_secret)],
    );
    let fields = [("app_key", key), ("uid", "10000"), ("channel_name", "room1"), ("privilege", "61")];
    let token = made("netease.permission-key", NOW - 30, &fields, ("perm_secret", &perm_secret));
    picture("inspect-permission-key", &office, |app| paste(app, &token));
}

#[test]
fn a_file_is_held() {
    let office = Office::with_projects();
    picture("inspect-drop", &office, |app| {
        command(app, Key::Num2);
        app.input_mut().hovered_files.push(egui::HoveredFile::default());
        app.run_steps(4);
    });
}
