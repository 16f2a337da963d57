//! The desk itself: the moved clock, what is remembered, the first start, the demo, the palette, zoom, settings.

mod common;

use common::desk::{App, NOW, Office, SESSION, command, fill, model, palette, press, shows};
use eframe::egui::{Key, Modifiers};
use tokendesk::app::model::{Dialog, Panel};
use tokendesk::call::CALLS;
use tokendesk::store::{SecretError, SecretPlace, Times};
use tokendesk::token::report::kind_text_id;
use tokendesk::token::{Report, Signature, Time};
use tokendesk::vendor::kinds;

fn command_shift(app: &mut App, key: Key) {
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
    app.run();
}

/// Moves now by the dialog.
fn travel(app: &mut App, to: &str) {
    command(app, Key::T);
    fill(app, "Time", to);
    press(app, "Set");
}

#[test]
fn verdicts_and_countdowns_follow_the_moved_clock_which_runs_on() {
    let office = Office::with_projects();
    let mut app = office.window();
    press(&mut app, "REST JWT");
    command(&mut app, Key::Enter);
    assert!(shows(&app, "00:05:00"));
    assert!(!shows(&app, "ahead of the clock"));

    travel(&mut app, "+4m");
    assert!(model(&app).dialog.is_none() && model(&app).travelling());
    assert!(shows(&app, "00:01:00"));
    assert!(shows(&app, "4 min ahead of the clock"));
    office.pass(30);
    app.run();
    assert!(shows(&app, "00:00:30"), "the moved clock runs on");
    assert_eq!(model(&app).now.since(model(&app).clock), 240_000);

    // Inspect judges by the same time.
    command(&mut app, Key::I);
    assert_eq!(model(&app).panel, Panel::Inspect);
    assert_eq!(model(&app).inspect.report.as_ref().and_then(Report::accepted), Some(true));
    travel(&mut app, "+1h");
    assert_eq!(model(&app).inspect.report.as_ref().and_then(Report::accepted), Some(false));
    travel(&mut app, "2026-11-21T20:58:00Z");
    assert_eq!(model(&app).now, Time::from_seconds(NOW + 48));
    assert_eq!(model(&app).inspect.report.as_ref().and_then(Report::accepted), Some(true));
    assert!(shows(&app, "ahead of the clock"));
    travel(&mut app, &(NOW - 600).to_string());
    assert!(shows(&app, "behind the clock"));

    // One press leads back.
    press(&mut app, "Back to the clock");
    assert!(!model(&app).travelling());
    assert!(!shows(&app, "behind the clock"));
    assert_eq!(model(&app).now, Time::from_seconds(NOW + 30));
}

#[test]
fn steps_lead_on_and_to_the_end_of_the_token() {
    let office = Office::with_projects();
    let mut app = office.window();
    press(&mut app, "REST JWT");
    command(&mut app, Key::Enter);
    let end = model(&app).made().and_then(|made| made.report.window.expires_at);
    press(&mut app, "Now: 21 Nov 2026 20:57 UTC");
    press(&mut app, "1 hour on");
    press(&mut app, "1 hour on");
    press(&mut app, "1 day back");
    assert_eq!(model(&app).travel, Some(-22 * 3_600_000));
    press(&mut app, "1 minute before the token’s end");
    assert!(shows(&app, "00:01:00"));
    press(&mut app, "Just past the token’s end");
    assert_eq!(Some(model(&app).now), end.map(|end| end.plus(1000)));
    assert!(shows(&app, "Expired"));
    app.key_press(Key::Escape);
    app.run();
    command_shift(&mut app, Key::T);
    assert!(!model(&app).travelling());
}

#[test]
fn what_is_no_time_is_told_and_moves_nothing() {
    let office = Office::with_projects();
    let mut app = office.window();
    travel(&mut app, "tomorrow");
    assert!(shows(&app, "must be Unix seconds"), "{:?}", model(&app).dialog);
    assert!(model(&app).dialog.is_some() && !model(&app).travelling());
}

/// What happens in the world goes by the world's clock.
#[test]
fn a_notice_goes_by_the_real_clock() {
    let office = Office::with_projects();
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    command_shift(&mut app, Key::C);
    assert!(model(&app).notice.is_some());
    travel(&mut app, "+1d");
    assert!(model(&app).notice.is_some(), "a moved clock takes no notice away");
    office.pass(5);
    app.run();
    assert!(model(&app).notice.is_none());
}

#[test]
fn the_first_start_teaches_and_the_demo_is_tried_and_removed_by_one_press_each() {
    let office = Office::new();
    let mut app = office.window();
    assert!(shows(&app, "From nothing to a verdict in three steps"));
    for step in ["Make a project, or try the demo", "Make a token", "Paste a token that does not work"] {
        assert!(shows(&app, step), "{step}");
    }
    press(&mut app, "Try the demo");
    let demo = model(&app).selected().expect("the demo is selected").clone();
    assert!(demo.demo);
    assert_eq!(demo.place, SecretPlace::Keychain);
    assert!(shows(&app, "Its credentials are invented"));
    assert!(shows(&app, "Demo, OpenTok · 48213579, demo"), "the list marks it");

    // Ready at once.
    command(&mut app, Key::Enter);
    let made = model(&app).made().expect("a token").report.clone();
    assert_eq!((made.signature, made.accepted()), (Signature::Valid, Some(true)));
    command(&mut app, Key::I);
    assert!(shows(&app, "Signature valid"));
    command(&mut app, Key::Num4);
    assert!(model(&app).call_form().is_some_and(|form| form.request.is_some()), "its calls are ready too");

    // It is there after a restart, and goes with one press.
    command(&mut app, Key::Num1);
    drop(app);
    let office = office.restarted();
    let mut app = office.window();
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
    press(&mut app, "Remove the demo");
    assert!(model(&app).projects.is_empty() && office.keychain.keys().is_empty());
    assert!(shows(&app, "From nothing to a verdict in three steps"));
}

#[test]
fn without_a_keychain_the_demo_is_one_of_this_run_and_works_again_in_the_next() {
    let office = Office::new();
    office.keychain.fail_always(Some(SecretError::Unreachable { reason: "no session bus".to_owned() }));
    let mut app = office.window();
    press(&mut app, "Try the demo");
    assert_eq!(model(&app).selected().map(|project| project.place), Some(SecretPlace::ThisRun));
    assert!(shows(&app, "it works for this run only"));
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());

    drop(app);
    let office = office.restarted();
    let mut app = office.window();
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_none(), "its secret is gone");
    palette(&mut app, "try demo");
    assert_eq!(model(&app).projects.len(), 1);
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
    press(&mut app, "Remove the demo");
    assert!(model(&app).projects.is_empty());
}

#[test]
fn a_demo_that_was_changed_is_a_project_like_any_other() {
    let office = Office::new();
    let mut app = office.window();
    press(&mut app, "Try the demo");
    command(&mut app, Key::D);
    assert_eq!(model(&app).projects.iter().filter(|project| project.demo).count(), 1, "a copy is none");
    press(&mut app, "Demo, OpenTok · 48213579, demo");
    command(&mut app, Key::E);
    press(&mut app, "Save");
    assert!(model(&app).demo().is_none());
    assert!(!shows(&app, "Remove the demo"));
}

#[test]
fn the_palette_finds_every_command_kind_call_and_project() {
    let office = Office::with_every_vendor();
    let mut app = office.window();
    for kind in kinds().filter(|kind| kind.vendor().has_projects() && kind.spec().generates) {
        let vendor = kind.vendor();
        if !model(&app).projects.iter().any(|project| project.vendor == vendor.id) {
            continue;
        }
        let name = tokendesk::vendor::texts().get(&kind_text_id(kind.spec().id));
        palette(&mut app, &format!("{name} kind {}", vendor.name));
        let shown = model(&app);
        assert_eq!(shown.panel, Panel::Generate, "{name}");
        let chosen = shown.form().map(|form| tokendesk::vendor::texts().get(&kind_text_id(form.kind)));
        assert_eq!(chosen, Some(name));
        assert_eq!(shown.selected().map(|project| project.vendor.as_str()), Some(vendor.id));
    }
    for call in CALLS {
        if !model(&app).projects.iter().any(|project| project.vendor == call.vendor().id) {
            continue;
        }
        let name = tokendesk::vendor::texts().get(&call.text_id());
        palette(&mut app, &format!("{name} call {}", call.vendor().name));
        let form = model(&app).call_form().expect("a call");
        assert_eq!((form.call, model(&app).panel), (call.spec().id, Panel::Calls));
    }
    for project in ["Classroom live", "Kênh video", "Rooms CN"] {
        palette(&mut app, project);
        assert_eq!(model(&app).selected().map(|project| project.name.as_str()), Some(project));
    }
    // The letters of a name will do, and what is found by its beginning comes first.
    palette(&mut app, "gsett");
    assert_eq!(model(&app).panel, Panel::Settings);
}

#[test]
fn a_kind_of_a_vendor_without_a_project_leads_to_a_new_one() {
    let office = Office::with_projects();
    let mut app = office.window();
    palette(&mut app, "token04");
    match &model(&app).dialog {
        Some(Dialog::Editor(editor)) => assert_eq!(editor.vendor.id, "zego"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn zoom_follows_the_keys_and_is_remembered() {
    let office = Office::with_projects();
    let mut app = office.window();
    for _ in 0..2 {
        command(&mut app, Key::Plus);
    }
    assert_eq!(model(&app).settings.zoom, 125);
    assert!((app.ctx.zoom_factor() - 1.25).abs() < 0.001);
    command(&mut app, Key::Equals);
    assert_eq!(model(&app).settings.zoom, 150);
    command(&mut app, Key::Minus);
    // A dialog does not keep it back.
    command(&mut app, Key::N);
    command(&mut app, Key::Minus);
    assert_eq!(model(&app).settings.zoom, 110);
    command(&mut app, Key::Q);
    drop(app);
    let office = office.restarted();
    let mut app = office.window();
    assert_eq!(model(&app).settings.zoom, 110);
    assert!((app.ctx.zoom_factor() - 1.1).abs() < 0.001);
    command(&mut app, Key::Num0);
    assert_eq!(model(&app).settings.zoom, 100);
}

#[test]
fn times_are_shown_in_utc_where_it_is_chosen() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num5);
    press(&mut app, "UTC");
    assert_eq!(model(&app).settings.times, Times::Utc);
    drop(app);
    let office = office.restarted();
    let app = office.window();
    assert_eq!(model(&app).settings.times, Times::Utc);
}

#[test]
fn settings_say_where_the_files_are() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num5);
    for name in ["projects.toml", "settings.toml", "sent.toml"] {
        assert!(shows(&app, name), "{name}");
    }
}

/// Where a library says much, the title says it in a few words.
#[test]
fn the_title_of_a_failed_keychain_is_short() {
    let office = Office::with_projects();
    let reason = "Couldn’t access platform secure storage: zbus error: I/O error: No such file (os error 2)";
    office.keychain.fail_always(Some(SecretError::Unreachable { reason: reason.to_owned() }));
    let mut app = office.window();
    command(&mut app, Key::Num5);
    assert!(shows(
        &app,
        &format!("The keychain cannot be reached. The keychain cannot be reached: {reason}")
    ));
}
