//! A token handed on: its QR code, and code for a client that uses it.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use common::desk::{App, KEY, Office, SECRET, SESSION, command, fill, model, press, shows, spoken};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokendesk::app::Sensitivity;
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
            && shows(&app, "It has 2,954 bytes")
            && shows(&app, "holds 2,953")
    );
    key(&mut app, Key::Escape);
    assert!(shown(&app).is_none());
}

/// Selects a project.
fn choose(app: &mut App, name: &str) {
    app.get_all_by_label_contains(name).next().expect("a project").click();
    app.run();
}

/// The code on screen.
fn code(app: &App) -> &str {
    match &model(app).dialog {
        Some(Dialog::Snippet(written)) => &written.filled.code,
        other => panic!("no snippet on screen: {other:?}"),
    }
}

#[test]
fn a_snippet_for_the_token_is_shown_and_copied_guarded() {
    let office = Office::with_projects();
    let (mut app, token) = made(&office);
    // What is typed since is not this token's.
    fill(&mut app, "Session ID", "1_nonsense");
    press(&mut app, "Snippet");
    let expected =
        [format!("OT.initSession(\"{KEY}\", \"{SESSION}\")"), format!("session.connect(\"{token}\"")];
    for piece in &expected {
        assert!(code(&app).contains(piece), "{}", code(&app));
    }
    assert!(shows(&app, "OpenTok.js snippet") && shows(&app, "It holds the token"));
    assert!(!shows(&app, "To be filled in"));
    let shown = code(&app).to_owned();
    assert!(!shown.contains(SECRET));
    // Copied as a whole, and by selecting.
    app.get_all_by_label("Copy").last().expect("the dialog's button").click();
    app.run();
    assert_eq!(office.clipboard.held(), Some((shown.clone(), Sensitivity::Token)));
    office.clipboard_holds("something else");
    app.get_all_by_label("OpenTok.js snippet")
        .find(|node| node.accesskit_node().role() == Role::MultilineTextInput)
        .expect("the code")
        .focus();
    app.run();
    command(&mut app, Key::A);
    app.event(Event::Copy);
    app.run();
    assert_eq!(office.clipboard.held(), Some((shown.trim_end().to_owned(), Sensitivity::Token)));
    key(&mut app, Key::Escape);
    assert!(model(&app).dialog.is_none());
}

#[test]
fn one_of_several_is_chosen_and_what_nobody_knows_is_named() {
    let office = Office::with_every_vendor();
    let mut app = office.window();
    choose(&mut app, "Rooms CN");
    fill(&mut app, "User ID", "user_1001");
    command(&mut app, Key::Enter);
    press(&mut app, "Snippet");
    press(&mut app, "ZegoUIKitPrebuiltCall");
    assert!(code(&app).contains("ZegoUIKitPrebuiltCall.init(\n  1481965360,"), "{}", code(&app));
    key(&mut app, Key::Escape);
    press(&mut app, "Snippet");
    press(&mut app, "ZEGO Express");
    assert!(
        shows(&app, "To be filled in") && code(&app).contains("/* fill in: room_id */"),
        "{}",
        code(&app)
    );
}

/// A pasted token of no saved project has its snippet too; of a saved one, with what the project knows.
#[test]
fn an_inspected_token_has_its_snippet() {
    let office = Office::with_every_vendor();
    let mut app = office.window();
    choose(&mut app, "Rooms backup");
    press(&mut app, "NERTC basic token");
    fill(&mut app, "User ID (uid)", "10000");
    command(&mut app, Key::Enter);
    command(&mut app, Key::I);
    press(&mut app, "Snippet");
    let of_project = "appkey: \"a1b2c3d4e5f60718293a4b5c6d7e8f90\"";
    assert!(code(&app).contains(of_project) && code(&app).contains("uid: 10000,"), "{}", code(&app));
    assert!(shows(&app, "To be filled in"), "a channel was never given");
}

/// A watched token's text comes from the secret store; the row has a button and a key for its code.
#[test]
fn a_watched_token_has_its_code() {
    let office = Office::with_projects();
    let (mut app, token) = made(&office);
    // The other one is the panel's, in the rail.
    app.get_all_by_label("Watch").last().expect("the token's button").click();
    app.run();
    command(&mut app, Key::Num3);
    app.get_all_by_label_contains("T1 token").last().expect("the row").click();
    app.run();
    press(&mut app, "QR");
    assert_eq!(read(&app), token);
    assert!(shows(&app, "QR code: T1 token"));
    key(&mut app, Key::F2);
    assert!(shown(&app).is_none());
    key(&mut app, Key::F2);
    assert_eq!(read(&app), token);
}
