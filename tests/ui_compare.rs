//! What is done with an inspected token, by label and keyboard: signed again, compared, told of in a ticket, expected
//! to be so.

mod common;

use common::desk::{App, KEY, Office, SESSION, command, fill, model, palette, press, shows, t1};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokendesk::app::Sensitivity;
use tokendesk::app::model::{Dialog, Panel};
use tokendesk::store::Environment;
use tokendesk::token::Signature;

fn inspect(app: &mut App, text: &str) {
    command(app, Key::Num2);
    fill(app, "Token to inspect", text);
}

/// Presses what has this name with the space bar.
fn space(app: &mut App, label: &str) {
    app.get_by_label(label).focus();
    app.run();
    app.key_press(Key::Space);
    app.run();
}

#[test]
fn an_expired_token_is_edited_and_signed_again() {
    let office = Office::with_projects();
    let mut app = office.window();
    // Another project is chosen than the token's own.
    let live = model(&app).projects[1].id.clone();
    palette(&mut app, "Classroom live");
    assert_eq!(model(&app).selected, Some(live));
    inspect(&mut app, &t1(90_000, &[("role", "subscriber"), ("data", "name=Bich")]));
    press(&mut app, "Edit and sign again");
    assert_eq!(model(&app).panel, Panel::Generate);
    assert_eq!(model(&app).selected().map(|project| project.name.as_str()), Some("Classroom"));
    let form = model(&app).form().expect("a form");
    assert_eq!(form.kind, "opentok.t1");
    for (key, value) in [("session_id", SESSION), ("role", "subscriber"), ("data", "name=Bich")] {
        assert_eq!(form.typed.values.get(key).map(String::as_str), Some(value), "{key}");
    }
    // The end stands as the token has it, and is told to be over beside the field; a nonce is made anew.
    assert!(form.typed.problem("expire_time").is_some());
    assert!(!form.typed.values.contains_key("nonce"));
    assert!(shows(&app, "changed fields: 0"));
    assert!(shows(&app, "This end is over."));
    press(&mut app, "1 d from now: Expires in");
    let form = model(&app).form().expect("a form");
    assert_eq!(form.typed.values.get("expire_time").map(String::as_str), Some("+86400s"));
    assert!(form.typed.problems.is_empty(), "{:?}", form.typed.problems);
    assert!(shows(&app, "changed fields: 1"));

    fill(&mut app, "Connection data", "&x=1");
    assert!(shows(&app, "Changed from “name=Bich”"));
    assert!(shows(&app, "changed fields: 2"));
    command(&mut app, Key::Enter);
    let made = model(&app).made().expect("a token");
    assert_eq!((made.report.signature, made.report.accepted()), (Signature::Valid, Some(true)));

    // The way back, by keyboard.
    app.get_by_label("Back: Connection data").focus();
    app.run();
    app.key_press(Key::Space);
    app.run();
    let form = model(&app).form().expect("a form");
    assert_eq!(form.typed.values.get("data").map(String::as_str), Some("name=Bich"));
    assert!(!shows(&app, "Changed from “name=Bich”"));
    press(&mut app, "Reset");
    assert!(!shows(&app, "From the inspected token"));
    assert!(model(&app).form().expect("a form").typed.loaded.is_none());
}

#[test]
fn with_the_old_nonce_and_end_it_is_the_very_same_t1() {
    let office = Office::with_projects();
    let mut app = office.window();
    let before = t1(0, &[("role", "moderator"), ("expire_time", "+2h")]);
    inspect(&mut app, &before);
    palette(&mut app, "Edit and sign");
    press(&mut app, "Advanced");
    assert!(shows(&app, "A new one is made; the token has “0.5”"));
    press(&mut app, "Use it: Nonce");
    command(&mut app, Key::Enter);
    assert_eq!(model(&app).made().map(|made| made.token.as_str()), Some(before.as_str()));
}

#[test]
fn without_a_project_it_says_what_is_missing() {
    let office = Office::new();
    office.add_of(
        "zego",
        "Rooms",
        "",
        Environment::Dev,
        &[("app_id", "1")],
        &[("server_secret", &"0a".repeat(16))],
    );
    let mut app = office.window();
    inspect(&mut app, &t1(0, &[]));
    press(&mut app, "Edit and sign again");
    assert_eq!(model(&app).panel, Panel::Inspect);
    assert!(shows(&app, "There is no OpenTok project to sign with"));
    assert!(shows(&app, KEY));
    // What only a server makes has no such button.
    press(&mut app, "Clear");
    inspect(&mut app, SESSION);
    assert!(app.query_by_label("Edit and sign again").is_none());
}

#[test]
fn two_tokens_side_by_side() {
    let office = Office::with_projects();
    let mut app = office.window();
    inspect(&mut app, &t1(0, &[("role", "moderator")]));
    press(&mut app, "Compare…");
    // The keyboard is in the second box.
    let other = t1(0, &[("role", "subscriber"), ("expire_time", "+27h"), ("data", "x")]);
    app.event(Event::Text(other));
    app.run();
    let compare = &model(&app).compare;
    let report = compare.report.as_ref().expect("a report");
    assert_eq!((report.signature, report.project.as_deref()), (Signature::Valid, Some("Classroom")));
    for words in [
        "role: moderator | subscriber. the second may do less",
        "the second ends 3 h later",
        "connection_data: none | x. only the second has it",
        "sig: ",
        "follows from the rest and the secret",
    ] {
        assert!(shows(&app, words), "{words}");
    }
    assert!(!shows(&app, "partner_id: "), "what is equal is folded");
    space(&mut app, "Equal: 9");
    assert!(shows(&app, "partner_id: 48213579 | 48213579"));
    press(&mut app, "Copy comparison");
    let (copied, sensitivity) = office.clipboard.held().expect("something was copied");
    assert_eq!(sensitivity, Sensitivity::Token);
    assert!(copied.contains("role: moderator → subscriber (the second may do less)"), "{copied}");
    app.key_press(Key::Escape);
    app.run();
    app.key_press(Key::Escape);
    app.run();
    assert!(!model(&app).compare.open && shows(&app, "Edit and sign again"));
}

#[test]
fn both_tokens_are_judged_at_the_time_that_is_shown() {
    let office = Office::with_projects();
    let mut app = office.window();
    inspect(&mut app, &t1(0, &[]));
    palette(&mut app, "Compare with");
    app.event(Event::Text(t1(0, &[("data", "x")])));
    app.run();
    let judged = |app: &App| {
        let (first, second) = (&model(app).inspect.report, &model(app).compare.report);
        [first, second].map(|report| report.as_ref().expect("a report").now)
    };
    palette(&mut app, "1 day on");
    assert!(model(&app).travelling());
    assert_eq!(judged(&app), [model(&app).now; 2]);
}

#[test]
fn the_second_token_may_come_from_the_clipboard_and_be_of_another_kind_or_no_token_at_all() {
    let office = Office::with_projects();
    let mut app = office.window();
    inspect(&mut app, &t1(0, &[]));
    palette(&mut app, "Compare with");
    office.clipboard_holds(SESSION);
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    app.run();
    assert_eq!(model(&app).compare.text, SESSION);
    assert!(model(&app).inspect.text.starts_with("T1=="));
    assert!(shows(&app, "Two kinds of one vendor"));
    fill(&mut app, "Other token", "hello");
    assert!(model(&app).compare.report.is_some());
    press(&mut app, "Close the comparison");
    assert!(!model(&app).compare.open);
}

#[test]
fn a_report_for_a_ticket_is_seen_before_it_is_copied() {
    let office = Office::with_projects();
    let mut app = office.window();
    let text = t1(90_000, &[("data", "name=Bich")]);
    inspect(&mut app, &text);
    press(&mut app, "Copy bug report");
    assert!(matches!(model(&app).dialog, Some(Dialog::BugReport { leave_out_user: false })));
    assert!(shows(&app, "name=Bich"));
    space(&mut app, "Leave out user data");
    press(&mut app, "Copy report");
    let (copied, sensitivity) = office.clipboard.held().expect("something was copied");
    assert_eq!(sensitivity, Sensitivity::Plain);
    assert!(copied.contains("## Token report: Expired 1 h ago"), "{copied}");
    assert!(
        !copied.contains("Bich") && !copied.contains(SESSION) && !copied.contains("Classroom"),
        "{copied}"
    );
    let report = model(&app).inspect.report.as_ref().expect("a report");
    let signature = report.fields.get("sig").and_then(|sig| sig.as_str()).expect("a signature").to_owned();
    assert!(!copied.contains(&signature[..6]), "{copied}");
    assert!(model(&app).dialog.is_none());
    // As it is, with user data, from the palette.
    palette(&mut app, "Copy bug");
    press(&mut app, "Copy report");
    let (copied, _) = office.clipboard.held().expect("something was copied");
    assert!(copied.contains("Bich") && !copied.contains(&signature[..6]), "{copied}");
}

#[test]
fn what_is_expected_stays_while_other_tokens_are_pasted() {
    let office = Office::with_projects();
    let mut app = office.window();
    inspect(&mut app, &t1(0, &[("role", "moderator")]));
    palette(&mut app, "Expect a");
    // By keyboard alone: the list has it, its arrows go to the role, Tab to the value, Enter adds it.
    let role = {
        let report = model(&app).inspect.report.as_ref().expect("a report");
        tokendesk::app::actions::can_be_expected(report)
            .iter()
            .position(|key| *key == "role")
            .expect("a role")
    };
    for _ in 0..role {
        app.key_press(Key::ArrowDown);
        app.run();
    }
    app.key_press(Key::Tab);
    app.run();
    app.event(Event::Text("moderator".to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(model(&app).expect.wanted, [("role".to_owned(), "moderator".to_owned())]);
    assert!(shows(&app, "1 of 1 as expected"));
    assert!(shows(&app, "As expected"));

    fill(&mut app, "Token to inspect", "");
    press(&mut app, "Clear");
    fill(&mut app, "Token to inspect", &t1(0, &[("role", "subscriber")]));
    assert!(shows(&app, "Not as expected"));
    assert!(shows(&app, "0 of 1 as expected"));
    assert!(shows(&app, "Differs"));
    assert!(shows(&app, "is “subscriber”"));
    press(&mut app, "Remove the expectation role");
    assert!(model(&app).expect.wanted.is_empty());
    assert!(!shows(&app, "as expected"));
    let field = app.get_by_label("Field to expect");
    assert!(field.accesskit_node().label().is_some());
    press(&mut app, "Add no more");
    assert!(app.query_by_label("Field to expect").is_none());
}

#[test]
fn a_locked_window_knows_nothing_of_it() {
    let office = Office::with_projects();
    let mut app = office.window();
    let text = t1(0, &[("data", "name=Bich")]);
    inspect(&mut app, &text);
    palette(&mut app, "Compare with");
    app.event(Event::Text(text.clone()));
    app.run();
    palette(&mut app, "Edit and sign");
    assert!(model(&app).form().is_some_and(|form| form.typed.loaded.is_some()));
    command(&mut app, Key::L);
    let shut = model(&app);
    assert!(shut.compare.text.is_empty() && shut.compare.report.is_none() && shut.expect.wanted.is_empty());
    assert!(shut.forms.values().all(|form| form.typed.loaded.is_none()));
    assert!(!format!("{shut:?}").contains(&text));
}
