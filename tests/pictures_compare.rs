//! Pictures of what is done with an inspected token.
#![cfg(feature = "desktop")]
mod common;

use common::desk::{App, KEY, Office, command, fill, picture, press, t1};
use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

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
    let one = t1(0, &[("role", "moderator"), ("data", "name=Trần Thị Bích")]);
    let other = t1(600, &[("role", "subscriber"), ("expire_time", "+27h"), ("data", "name=Tran Thi Bich")]);
    picture("compare", &Office::with_projects(), |app| {
        inspect(app, &one);
        palette(app, "Compare with");
        app.event(Event::Text(other.clone()));
        app.run();
    });
}

#[test]
fn signed_again() {
    let text = t1(90_000, &[("role", "subscriber"), ("data", "name=Trần Thị Bích")]);
    picture("sign-again", &Office::with_projects(), |app| {
        inspect(app, &text);
        palette(app, "Edit and sign");
        press(app, "Moderator");
    });
}

#[test]
fn for_a_ticket() {
    let text = t1(90_000, &[("role", "subscriber"), ("data", "name=Trần Thị Bích")]);
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
    let text = t1(0, &[("role", "subscriber"), ("data", "name=Trần Thị Bích")]);
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
