//! Calls and watched tokens in the window, against a server on this machine.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;
mod loopback;

use common::desk::{App, KEY, Office, SECRET, SESSION, command, fill, model, press, shows, spoken};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use loopback::{Reply, Server};
use tokendesk::app::Sensitivity;
use tokendesk::app::model::{Answered, Panel};
use tokendesk::call::render;

#[test]
fn a_created_session_goes_into_the_token_form() {
    let answer = format!(
        r#"[{{"session_id":"{SESSION}","project_id":"{KEY}","create_dt":"Fri Feb 14 05:14:54 PST 2025"}}]"#
    );
    let server = Server::start([Reply::json(answer)]);
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num4);
    assert_eq!(model(&app).panel, Panel::Calls);
    fill(&mut app, "Base URL", &server.url());
    let request = model(&app).call_form().and_then(|form| form.request.clone()).expect("a request");
    // What is shown is what is sent, to the byte, and nothing is sent before the press.
    assert!(server.saw_nothing());
    press(&mut app, "Send");
    let seen = server.seen();
    assert_eq!(seen.text(), request.body.clone().unwrap_or_default());
    assert_eq!(
        seen.header("x-opentok-auth"),
        request.headers.iter().find(|(n, _)| *n == "X-OPENTOK-AUTH").map(|(_, v)| v.as_str())
    );
    assert!(matches!(
        model(&app).call_form().and_then(|form| form.answered.as_ref()),
        Some(Answered::Outcome { outcome, .. }) if outcome.ok
    ));
    press(&mut app, "Use in a token");
    assert_eq!(model(&app).panel, Panel::Generate);
    assert!(shows(&app, "Belongs to this project"));
    command(&mut app, Key::Enter);
    assert_eq!(model(&app).made().map(|made| made.report.fields["session_id"].clone()), Some(SESSION.into()));
    assert!(!spoken(&app).contains(SECRET));
}

#[test]
fn a_refusal_and_a_failure_are_explained() {
    let refusal = r#"{"code":-1,"message":"Invalid signature","description":"Invalid signature"}"#;
    let server = Server::start([Reply::with_status(403, refusal), Reply::Raw(b"nonsense".to_vec())]);
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num4);
    fill(&mut app, "Base URL", &server.url());
    press(&mut app, "Send");
    assert!(shows(&app, "Refused") && shows(&app, "HTTP 403"));
    press(&mut app, "Send");
    let answered = model(&app).call_form().and_then(|form| form.answered.clone());
    assert!(matches!(answered, Some(Answered::Failed(_))), "{answered:?}");
}

#[test]
fn an_address_in_clear_is_refused_while_typing() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num4);
    fill(&mut app, "Base URL", "http://example.com");
    assert!(shows(&app, "must be https"));
    assert!(!model(&app).can_send());
}

#[test]
fn a_request_is_copied_in_every_language() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num4);
    let request = model(&app).call_form().and_then(|form| form.request.clone()).expect("a request");
    for (label, language) in [
        ("curl", render::Language::Curl),
        ("Java", render::Language::Java),
        ("PHP", render::Language::Php),
        ("JavaScript", render::Language::JavaScript),
        ("HTTP", render::Language::Http),
    ] {
        press(&mut app, label);
        let expected = (render::render(&request, language), Sensitivity::Token);
        assert_eq!(office.clipboard.held(), Some(expected), "{label}");
    }
}

#[test]
fn a_signature_ages_in_sight_and_is_made_again() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num4);
    assert!(shows(&app, "valid for"));
    let old = model(&app).call_form().and_then(|form| form.request.clone()).expect("a request");
    office.pass(400);
    app.run();
    assert!(shows(&app, "too old"));
    press(&mut app, "Send");
    let form = model(&app).call_form().expect("calls");
    assert!(form.answered.is_none() && form.sending.is_none(), "what was not seen is not sent");
    assert_ne!(form.request.as_ref(), Some(&old));
}

/// Chooses the project of this name.
fn choose(app: &mut App, name: &str) {
    let row = app.get_all_by_label_contains(name).next();
    row.expect("a project").click();
    app.run();
}

#[test]
fn a_server_token_is_watched_and_a_renewal_moves_its_end() {
    let server = Server::start([
        Reply::json(r#"{"code":200,"token":"server-token-7c1f="}"#),
        Reply::json(r#"{"code":200,"token":""}"#),
    ]);
    let office = Office::with_every_vendor();
    let mut app = office.window();
    choose(&mut app, "Rooms backup");
    command(&mut app, Key::Num4);
    fill(&mut app, "User ID (uid)", "10000");
    fill(&mut app, "Base URL", &server.url());
    let form = model(&app).call_form().expect("calls");
    assert!(model(&app).can_send(), "{:?} {:?} {:?}", form.call, form.typed, form.failure);
    press(&mut app, "Send");
    assert!(server.seen().text().starts_with("uid=10000"));
    let first = model(&app).watch.rows.first().expect("the token is watched").token.clone();
    assert_eq!(first.kind.as_deref(), Some("netease.server-token"));
    assert_eq!((first.user.as_str(), first.vendor.as_str()), ("10000", "netease"));

    // The renewal is loaded, with the old token; sending it stays the user's press.
    command(&mut app, Key::Num3);
    press(&mut app, "Extend");
    assert_eq!(model(&app).panel, Panel::Calls);
    assert!(server.saw_nothing());
    let form = model(&app).call_form().expect("calls");
    assert!(model(&app).can_send(), "{:?} {:?}", form.typed.problems, form.failure);
    assert_eq!(form.typed.values.get("old_token").map(String::as_str), Some("server-token-7c1f="));
    office.pass(60);
    press(&mut app, "Send");
    assert!(server.seen().text().starts_with("uid=10000"));
    let rows = &model(&app).watch.rows;
    assert_eq!(rows.len(), 1, "a renewal extends the old token and makes no second one");
    assert_eq!((&rows[0].token.mark, &rows[0].token.id), (&first.mark, &first.id));
    assert!(rows[0].token.ends >= first.ends);
    assert!(office.files().contains("netease.get-token") && !office.files().contains("server-token-7c1f"));
}

#[test]
fn an_access_token_is_watched() {
    let server = Server::start([Reply::json(
        r#"{"error":0,"msg":"","accesstoken":"at-0123456789","expired":"86400"}"#,
    )]);
    let office = Office::with_every_vendor();
    let mut app = office.window();
    choose(&mut app, "Kênh video");
    command(&mut app, Key::Num4);
    fill(&mut app, "Base URL", &server.url());
    press(&mut app, "Send");
    let seen = server.seen();
    assert!(!String::from_utf8_lossy(&seen.bytes).contains("0123456789abcdef0123456789abcdef"));
    let answered = model(&app).call_form().and_then(|form| form.answered.clone());
    assert!(matches!(answered, Some(Answered::Outcome { .. })), "{answered:?}");
}

/// Every vendor's forms and calls draw, are named and can be reached, whatever kinds they have.
#[test]
fn every_vendors_kinds_and_calls_draw() {
    let office = Office::with_every_vendor();
    let mut app = office.window();
    for name in ["Rooms CN", "Rooms backup", "Kênh video", "Classroom"] {
        choose(&mut app, name);
        command(&mut app, Key::Num1);
        let kinds = model(&app).form().expect("a form").kind().vendor().kinds;
        for kind in kinds {
            let label =
                tokendesk::vendor::texts().get(&tokendesk::token::report::kind_text_id(kind.spec().id));
            let tab = app.get_all_by_label(&label).find(|node| node.accesskit_node().role() == Role::Tab);
            tab.unwrap_or_else(|| panic!("no tab {label}")).click();
            app.run();
            assert_eq!(model(&app).form().map(|form| form.kind), Some(kind.spec().id));
            if app.query_by_label("Advanced").is_some() && !model(&app).form().expect("a form").typed.advanced
            {
                press(&mut app, "Advanced");
            }
        }
        command(&mut app, Key::Num4);
    }
}

/// What was typed to make a token is known when it is inspected; and what nobody knows can be given.
#[test]
fn what_a_check_needs_can_be_given_in_the_window() {
    let office = Office::with_every_vendor();
    let mut app = office.window();
    choose(&mut app, "Rooms backup");
    fill(&mut app, "User ID (uid)", "10000");
    fill(&mut app, "Channel name", "room1");
    command(&mut app, Key::Enter);
    let token = model(&app).made().expect("a token").token.clone();
    command(&mut app, Key::I);
    let report = model(&app).inspect.report.clone().expect("a report");
    assert_eq!((report.kind, report.accepted()), (Some("netease.basic-token"), Some(true)));
    // Pasted bare, uid and channel are asked for, and checked once given.
    press(&mut app, "Clear");
    fill(&mut app, "Token to inspect", &token);
    assert_eq!(model(&app).inspect.report.as_ref().and_then(tokendesk::token::Report::accepted), None);
    assert!(shows(&app, "What the token does not carry"));
    fill(&mut app, "User ID (uid)", "10000");
    fill(&mut app, "Channel name", "room1");
    let report = model(&app).inspect.report.clone().expect("a report");
    assert_eq!((report.accepted(), report.project.as_deref()), (Some(true), Some("Rooms backup")));
}
