//! Pictures of Watch: the list of the drawings, nothing yet, a pasted list, the warnings of one token, the settings.

#![cfg(feature = "desktop")]
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use common::desk::{NOW, Office, SECRET, SESSION, command, picture};
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Time};
use tokendesk::vendor;

/// A token that began at some time, from these values; what is not chance is given.
fn token(kind: &str, begins: i64, values: &[(&str, &str)], secrets: &[(&str, &str)]) -> String {
    let kind = vendor::kind(kind).expect("a kind");
    let raw = values.iter().fold(Raw::new(), |raw, (key, value)| raw.with(*key, *value));
    let raw = secrets.iter().fold(raw, |raw, (key, value)| raw.with_secret(*key, (*value).into()));
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).expect("inputs");
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: Time::from_seconds(begins), random: &mut random };
    kind.generate(&inputs, &mut env).expect("a token").token
}

/// The seven tokens of the drawing, as far as the vendors of the test have them.
fn drawn() -> String {
    let zego = &"0a".repeat(16);
    let zego = &[("server_secret", zego.as_str())];
    let opentok = [("api_key", "48213579"), ("session_id", SESSION), ("nonce", "0.5")];
    let tokbox = &[("api_secret", SECRET)];
    let live = [("api_key", "46911204"), ("role", "moderator"), ("nonce", "0.5")];
    let other = &[("api_secret", "c0ffee1234567890c0ffee1234567890c0ffee12")];
    let of = |more: &[(&'static str, &'static str)]| [&opentok[..], more].concat();
    let room = [("app_id", "1481965360"), ("nonce", "1"), ("iv_hex", "6b33763971307a37783162356d327438")];
    let session = "2_MX40NjkxMTIwNH5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";
    let lines = [
        token("zego.token04", NOW - 3573, &[&room[..], &[("user_id", "user_1001")]].concat(), zego),
        token("opentok.t1", NOW - 3350, &of(&[("data", "Trần Thị Bích"), ("expire_time", "+1h")]), tokbox),
        token(
            "zego.kit",
            NOW - 1289,
            &[
                &room[..],
                &[
                    ("user_id", "user_2207"),
                    ("room_id", "room_42"),
                    ("user_name", "Ha"),
                    ("effective_seconds", "8400"),
                ],
            ]
            .concat(),
            zego,
        ),
        token(
            "opentok.client-jwt",
            NOW - 60,
            &[&live[..], &[("session_id", session), ("data", "support"), ("expire_time", "+30d")]].concat(),
            other,
        ),
        token(
            "opentok.t1",
            NOW - 4320,
            &of(&[("role", "subscriber"), ("data", "viewer-7"), ("expire_time", "+1h")]),
            tokbox,
        ),
        token("opentok.t1", NOW - 10_000, &of(&[("data", "night shift"), ("expire_time", "+24h")]), tokbox),
    ];
    lines.join("\n")
}

fn with_list(lines: &str) -> Office {
    let office = Office::with_every_vendor();
    office.clipboard_holds(lines);
    let mut app = office.window();
    command(&mut app, Key::Num3);
    app.get_by_label("Add from clipboard").click();
    app.run();
    drop(app);
    office.restarted()
}

#[test]
fn watch() {
    picture("watch", &with_list(&drawn()), |app| command(app, Key::Num3));
}

#[test]
fn one_is_chosen() {
    picture("watch-chosen", &with_list(&drawn()), |app| {
        command(app, Key::Num3);
        app.get_by_label("Ends first").focus();
        app.run();
        for key in [Key::Tab, Key::ArrowDown] {
            app.key_press(key);
            app.run();
        }
    });
}

#[test]
fn hundreds() {
    let lines: Vec<String> = (0..300)
        .map(|number| {
            let (user, life) = (format!("user_{number}"), format!("+{}s", 4000 + number));
            let values = [
                ("api_key", "48213579"),
                ("session_id", SESSION),
                ("data", &user),
                ("expire_time", &life),
                ("nonce", "0.5"),
            ];
            token("opentok.t1", NOW - 600, &values, &[("api_secret", SECRET)])
        })
        .collect();
    picture("watch-hundreds", &with_list(&lines.join("\n")), |app| command(app, Key::Num3));
}

#[test]
fn a_pasted_list() {
    let office = Office::with_every_vendor();
    office.clipboard_holds(&format!("{}\nT1==cGFydG5lcl9pZA\nnonsense\n", drawn()));
    picture("watch-list", &office, |app| {
        command(app, Key::Num3);
        app.get_by_label("Add from clipboard").click();
        app.run();
    });
}

#[test]
fn nothing() {
    picture("watch-empty", &Office::with_projects(), |app| command(app, Key::Num3));
}

#[test]
fn warnings_of_one() {
    picture("watch-warnings", &with_list(&drawn()), |app| {
        command(app, Key::Num3);
        app.get_by_label_contains("Trần").click();
        app.run();
        app.key_press(Key::W);
        app.run();
    });
}
