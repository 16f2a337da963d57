//! A token handed on: its QR code, and code for a client that uses it.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use common::desk::{App, Office, SESSION, command, fill, model, press, shows, spoken};
use eframe::egui::Key;
use tokendesk::app::model::{Dialog, Panel};
use tokendesk::app::share::Shown;

/// A window in which a T1 token was made.
fn made(office: &Office) -> (App, String) {
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    let token = model(&app).made().expect("a token").token.clone();
    (app, token)
}

fn key(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

fn shown(app: &App) -> Option<&Shown> {
    match &model(app).dialog {
        Some(Dialog::Qr(shown)) => Some(shown),
        _ => None,
    }
}

/// What an independent reader finds in the code on screen.
fn read(app: &App) -> String {
    let code = shown(app).expect("a QR code").code.as_ref().expect("not too long");
    let grid = rqrr::SimpleGrid::from_func(code.side(), |x, y| code.is_dark(y, x));
    rqrr::Grid::new(grid).decode().expect("a readable code").1
}

#[test]
fn the_qr_code_holds_the_token_and_one_key_opens_and_closes_it() {
    let office = Office::with_projects();
    let (mut app, token) = made(&office);
    press(&mut app, "QR");
    assert_eq!(read(&app), token);
    assert!(shows(&app, "QR code: T1 token"));
    assert!(shows(&app, "Error correction H"));
    assert!(shows(&app, &format!("QR code of {} bytes: T1 token", token.len())));
    assert!(!spoken(&app).contains(&token), "the token is in the accessibility tree");
    key(&mut app, Key::Escape);
    assert!(shown(&app).is_none());
    key(&mut app, Key::F2);
    assert_eq!(read(&app), token);
    // Nothing else goes through while it is there.
    command(&mut app, Key::Num3);
    assert_eq!(model(&app).panel, Panel::Generate);
    key(&mut app, Key::F2);
    assert!(shown(&app).is_none());
}

#[test]
fn the_pasted_token_has_one_and_an_empty_panel_none() {
    let office = Office::with_projects();
    let (mut app, token) = made(&office);
    command(&mut app, Key::I);
    key(&mut app, Key::F2);
    assert_eq!(read(&app), token);
    key(&mut app, Key::F2);
    command(&mut app, Key::Num3);
    key(&mut app, Key::F2);
    assert!(shown(&app).is_none(), "there is no token on screen");
}

#[test]
fn what_is_too_long_says_so_and_what_to_do() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num2);
    fill(&mut app, "Token to inspect", &"a".repeat(2954));
    key(&mut app, Key::F2);
    assert!(shown(&app).is_some_and(|shown| shown.code.is_none()));
    assert!(
        shows(&app, "Too long for a QR code")
            && shows(&app, "It has 2954 bytes")
            && shows(&app, "holds 2953")
    );
    key(&mut app, Key::Escape);
    assert!(shown(&app).is_none());
}
