//! Pictures of what is done with an inspected token.
#![cfg(feature = "desktop")]
mod common;

use common::desk::{App, KEY, NOW, Office, SECRET, SESSION, command, fill, picture, press};
use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Time};
use tokendesk::vendor;

/// A T1 token of the first project, made so many seconds ago.
fn token(before: i64, values: &[(&str, &str)]) -> String {
    let kind = vendor::kind("opentok.t1").expect("it is there");
    let mut raw = Raw::new().with("api_key", KEY).with_secret("api_secret", SECRET.into());
    raw = raw.with("session_id", SESSION).with("nonce", "0.5");
    for (key, value) in values {
        raw = raw.with(*key, *value);
    }
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).expect("right inputs");
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: Time::from_seconds(NOW - before), random: &mut random };
    vendor::generate(kind, &inputs, None, &mut env).expect("a token").0.token
}

/// Runs a command by its words in the palette: its button may be out of sight.
fn palette(app: &mut App, words: &str) {
    command(app, Key::K);
    app.event(Event::Text(words.to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
}

fn inspect(app: &mut App, text: &str) {
    command(app, Key::Num2);
    fill(app, "Token to inspect", text);
}

#[test]
fn compared() {
    let one = token(0, &[("role", "moderator"), ("data", "name=Trần Thị Bích")]);
    let other =
        token(600, &[("role", "subscriber"), ("expire_time", "+27h"), ("data", "name=Tran Thi Bich")]);
    picture("compare", &Office::with_projects(), |app| {
        inspect(app, &one);
        palette(app, "Compare with");
        app.event(Event::Text(other.clone()));
        app.run();
    });
}

#[test]
fn signed_again() {
    let text = token(90_000, &[("role", "subscriber"), ("data", "name=Trần Thị Bích")]);
    picture("sign-again", &Office::with_projects(), |app| {
        inspect(app, &text);
        palette(app, "Edit and sign");
        press(app, "Moderator");
    });
}

#[test]
fn for_a_ticket() {
    let text = token(90_000, &[("role", "subscriber"), ("data", "name=Trần Thị Bích")]);
    picture("bug-report", &Office::with_projects(), |app| {
        inspect(app, &text);
        palette(app, "Copy bug");
        app.get_by_label("Leave out user data").focus();
        app.run();
        app.key_press(Key::Space);
        app.run();
    });
}

#[test]
fn expected() {
    let text = token(0, &[("role", "subscriber"), ("data", "name=Trần Thị Bích")]);
    picture("expect", &Office::with_projects(), |app| {
        inspect(app, &text);
        palette(app, "Expect a");
        for (down, value) in [(0, KEY), (4, "moderator")] {
            app.get_by_label("Field to expect").focus();
            app.run();
            for _ in 0..down {
                app.key_press(Key::ArrowDown);
                app.run();
            }
            fill(app, "Expected value", value);
            app.key_press(Key::Enter);
            app.run();
        }
    });
}
