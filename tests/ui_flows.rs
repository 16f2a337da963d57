//! What a user does with the window, by label and keyboard, from an empty start to a copied token.

mod common;

use common::desk::{App, KEY, Office, SECRET, SESSION, command, fill, model, palette, press, shows, spoken};
use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use tokendesk::app::Sensitivity;
use tokendesk::app::model::{Dialog, Keychain, Panel};
use tokendesk::store::{Environment, SecretError, SecretPlace, Theme};
use tokendesk::token::{Context, Shape, Signature};

fn command_shift(app: &mut App, key: Key) {
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
    app.run();
}

#[test]
fn from_an_empty_start_to_a_token_on_the_clipboard() {
    let office = Office::new();
    let mut app = office.window();
    assert!(shows(&app, "From nothing to a verdict in three steps"));

    command(&mut app, Key::N);
    fill(&mut app, "Name", "Classroom");
    press(&mut app, "stg");
    fill(&mut app, "API key", KEY);
    fill(&mut app, "API secret", SECRET);
    press(&mut app, "Save");
    let project = model(&app).selected().expect("the new project is selected").clone();
    assert_eq!((project.name.as_str(), project.environment), ("Classroom", Environment::Stg));
    assert!(model(&app).dialog.is_none());
    assert_eq!(office.keychain.keys().len(), 1);
    assert!(!office.files().contains(SECRET), "the secret is in a file");

    fill(&mut app, "Session ID", SESSION);
    assert!(shows(&app, "Belongs to this project"));
    command(&mut app, Key::Enter);
    let made = model(&app).made().expect("a token").clone();
    assert_eq!((made.report.signature, made.report.accepted()), (Signature::Valid, Some(true)));
    assert!(shows(&app, "24:00:00") || shows(&app, "23:59:59") || shows(&app, "1 d"));
    command_shift(&mut app, Key::C);
    assert_eq!(office.clipboard.held(), Some((made.token, Sensitivity::Token)));
    assert!(shows(&app, "Token copied"));
    assert!(!spoken(&app).contains(SECRET), "the secret is in the accessibility tree");

    // After a restart it is all still there.
    command(&mut app, Key::Q);
    drop(app);
    let office = office.restarted();
    let mut app = office.window();
    assert_eq!(model(&app).selected(), Some(&project));
    assert_eq!(model(&app).settings.window, Some([1200.0, 760.0]));
    assert!(!office.files().contains(SESSION), "what was typed is remembered nowhere");
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
}

#[test]
fn problems_stand_beside_their_fields_while_typing() {
    let office = Office::with_projects();
    let mut app = office.window();
    // Nothing is wrong with a form that nobody has touched, but it makes no token either.
    assert!(!shows(&app, "is missing"));
    assert!(!model(&app).can_generate());
    fill(&mut app, "Session ID", "1_nonsense");
    assert!(shows(&app, "must be a session ID"));
    press(&mut app, "Reset");
    let foreign = "1_MX4xMjM0NTZ-flNhdCBNYXIgMTUgMTQ6NDI6MjMgUERUIDIwMTR-MC40OTAxMzAyNX4";
    fill(&mut app, "Session ID", foreign);
    assert!(shows(&app, "belongs to 123456, not to 48213579"));
    assert!(!model(&app).can_generate());
}

#[test]
fn every_kind_makes_a_token_and_shares_what_was_typed() {
    let office = Office::with_projects();
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    press(&mut app, "Moderator");
    for (tab, kind) in [("T1 token", "opentok.t1"), ("Client JWT", "opentok.client-jwt")] {
        press(&mut app, tab);
        command(&mut app, Key::Enter);
        let report = &model(&app).made().expect(kind).report;
        assert_eq!(report.kind, Some(kind));
        assert_eq!(report.fields["role"], "moderator");
        assert_eq!(report.fields["session_id"], SESSION);
    }
    press(&mut app, "REST JWT");
    command(&mut app, Key::Enter);
    assert_eq!(model(&app).made().map(|made| made.report.kind), Some(Some("opentok.rest-jwt")));
    press(&mut app, "Session ID");
    assert!(shows(&app, "cannot be generated"));
}

#[test]
fn the_countdown_follows_the_clock_and_an_idle_window_rests() {
    let office = Office::with_projects();
    let mut app = office.window();
    // Nothing counts: the next drawing is due at the next minute.
    assert!(model(&app).next_tick() > 1000);
    press(&mut app, "REST JWT");
    command(&mut app, Key::Enter);
    assert!(shows(&app, "00:05:00"));
    assert!(model(&app).next_tick() <= 1000);
    office.pass(61);
    app.run();
    assert!(shows(&app, "00:03:59"), "{}", spoken(&app));
    office.pass(300);
    app.run();
    assert!(shows(&app, "Expired"));
}

#[test]
fn a_dirty_token_is_recognised_and_checked_with_the_saved_projects() {
    let office = Office::with_projects();
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    let token = model(&app).made().expect("a token").token.clone();
    // Quotes, a line break in the middle, the prefix lost.
    let (start, end) = token.trim_start_matches("T1==").split_at(40);
    command(&mut app, Key::Num2);
    assert_eq!(model(&app).panel, Panel::Inspect);
    fill(&mut app, "Token to inspect", &format!("\"{start}\n{end}\""));
    let report = model(&app).inspect.report.clone().expect("a report");
    assert_eq!(report.kind, Some("opentok.t1"));
    assert_eq!((report.signature, report.context), (Signature::Valid, Context::Match));
    assert_eq!(report.project.as_deref(), Some("Classroom"));
    for words in
        ["The signature is right for project Classroom", "the lost T1== was put back", "quotation marks"]
    {
        assert!(shows(&app, words), "{words}");
    }
    // Whose it is follows from the token, not from the project that is selected.
    let foreign = "1_MX4xMjM0NTZ-flNhdCBNYXIgMTUgMTQ6NDI6MjMgUERUIDIwMTR-MC40OTAxMzAyNX4";
    press(&mut app, "Clear");
    assert!(model(&app).inspect.report.is_none());
    fill(&mut app, "Token to inspect", foreign);
    let report = model(&app).inspect.report.clone().expect("a report");
    assert_eq!((report.kind, report.context), (Some("opentok.session-id"), Context::Unchecked));
}

#[test]
fn a_report_turns_when_its_end_comes() {
    let office = Office::with_projects();
    let mut app = office.window();
    press(&mut app, "REST JWT");
    command(&mut app, Key::Enter);
    command(&mut app, Key::I);
    assert_eq!(model(&app).inspect.report.as_ref().and_then(tokendesk::token::Report::accepted), Some(true));
    office.pass(301);
    app.run();
    let report = model(&app).inspect.report.as_ref().expect("a report");
    assert_eq!(report.accepted(), Some(false));
    assert!(shows(&app, "Expired 1 s ago"));
}

#[test]
fn nonsense_and_ten_megabytes_are_answered() {
    let office = Office::new();
    let mut app = office.window();
    command(&mut app, Key::Num2);
    fill(&mut app, "Token to inspect", "hello");
    assert_eq!(model(&app).inspect.report.as_ref().map(|report| report.shape), Some(Shape::Unknown));
    assert!(shows(&app, "Not recognised"));
    press(&mut app, "Clear");
    office.clipboard_holds(&"A".repeat(10_000_000));
    command_shift(&mut app, Key::V);
    assert!(shows(&app, "too long for a token"));
    // The same by Ctrl+V into the box; neither keeps megabytes in the window.
    press(&mut app, "Clear");
    app.event(Event::Paste("A".repeat(10_000_000)));
    app.run();
    assert!(shows(&app, "too long for a token"));
    assert!(model(&app).inspect.text.len() < 1000);
    // The box can be used again.
    press(&mut app, "Clear");
    fill(&mut app, "Token to inspect", SESSION);
    assert_eq!(
        model(&app).inspect.report.as_ref().and_then(|report| report.kind),
        Some("opentok.session-id")
    );
}

#[test]
fn without_a_keychain_it_says_so_and_offers_this_run() {
    let office = Office::new();
    let fault = SecretError::Unreachable { reason: "no bus".to_owned() };
    office.keychain.fail_always(Some(fault));
    let mut app = office.window();
    assert!(matches!(model(&app).keychain, Keychain::Failed(_)));
    assert!(shows(&app, "No keychain"));
    command(&mut app, Key::N);
    fill(&mut app, "Name", "Classroom");
    fill(&mut app, "API key", KEY);
    fill(&mut app, "API secret", SECRET);
    press(&mut app, "Save");
    assert!(model(&app).projects.is_empty(), "nothing is saved behind the user's back");
    press(&mut app, "Keep for this run only");
    assert_eq!(model(&app).selected().map(|project| project.place), Some(SecretPlace::ThisRun));
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
    assert!(!office.files().contains(SECRET));

    // After a restart the secret is gone, and that is said with a way on.
    drop(app);
    let office = office.restarted();
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    assert!(shows(&app, "The project’s secret is not there"));
}

#[test]
fn edit_duplicate_and_delete() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::E);
    fill(&mut app, "Name", " A");
    press(&mut app, "Save");
    assert_eq!(model(&app).selected().map(|p| p.name.as_str()), Some("Classroom A"), "the secret was kept");
    command(&mut app, Key::D);
    assert_eq!(model(&app).selected().map(|p| p.name.as_str()), Some("Classroom A 2"));
    assert_eq!(office.keychain.keys().len(), 3);
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some(), "the copy has its own secret");

    palette(&mut app, "delete");
    assert!(matches!(model(&app).dialog, Some(Dialog::Delete { .. })));
    app.key_press(Key::Escape);
    app.run();
    assert!(model(&app).dialog.is_none(), "Esc deletes nothing");
    assert_eq!(model(&app).projects.len(), 3);
    palette(&mut app, "delete");
    press(&mut app, "Delete");
    assert_eq!(model(&app).projects.len(), 2);
    assert_eq!(office.keychain.keys().len(), 2, "the secret is gone too");
}

#[test]
fn a_keychain_that_fails_while_deleting_loses_nothing() {
    let office = Office::with_projects();
    let mut app = office.window();
    office.keychain.fail_always(Some(SecretError::Locked));
    palette(&mut app, "delete");
    press(&mut app, "Delete");
    assert_eq!(model(&app).projects.len(), 2, "still there");
    press(&mut app, "Delete, leave the secret");
    assert_eq!(model(&app).projects.len(), 1);
    assert!(shows(&app, "keychain entries may be left"));
}

#[test]
fn every_copy_goes_through_the_guarded_function() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num2);
    fill(&mut app, "Token to inspect", SESSION);
    app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    app.run();
    app.event(Event::Copy);
    app.run();
    assert_eq!(office.clipboard.held(), Some((SESSION.to_owned(), Sensitivity::Token)));
    let commands = &app.output().platform_output.commands;
    assert!(commands.is_empty(), "egui itself copies nothing and fills no primary selection: {commands:?}");
}

#[test]
fn the_palette_finds_commands_projects_and_kinds() {
    let office = Office::with_projects();
    let mut app = office.window();
    palette(&mut app, "live");
    assert_eq!(model(&app).selected().map(|project| project.name.as_str()), Some("Classroom live"));
    palette(&mut app, "rest jwt");
    assert_eq!(model(&app).form().map(|form| form.kind), Some("opentok.rest-jwt"));
    palette(&mut app, "theme light");
    assert_eq!(model(&app).settings.theme, Theme::Light);
    assert!(office.files().contains("light"), "the theme is remembered");
    command(&mut app, Key::K);
    app.key_press(Key::Escape);
    app.run();
    assert!(model(&app).palette.is_none());
    app.key_press(Key::F1);
    app.run();
    assert!(shows(&app, "Keyboard shortcuts") && shows(&app, "Copy token"));
}

#[test]
fn the_search_finds_by_name_environment_and_key() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::F);
    for (query, found) in [("live", 1), ("stg", 1), ("46911", 1), ("opentok", 2), ("nothing", 0)] {
        fill(&mut app, "Find project", query);
        assert_eq!(model(&app).found_projects().count(), found, "{query}");
        app.key_press(Key::Escape);
        app.run();
        assert_eq!(model(&app).search, "", "Esc clears the search");
    }
}

#[test]
fn a_project_file_that_cannot_be_read_is_named_and_kept() {
    let office = Office::with_projects();
    std::fs::write(office.store.folders().projects_file(), "version = 1\n[[project").expect("write");
    let office = office.restarted();
    let mut app = office.window();
    assert!(shows(&app, "projects.toml"), "the file is named");
    command(&mut app, Key::N);
    fill(&mut app, "Name", "New");
    fill(&mut app, "API key", KEY);
    fill(&mut app, "API secret", SECRET);
    press(&mut app, "Save");
    assert!(office.files().contains("[[project"), "the broken file is as it was");
    assert!(office.keychain.keys().len() <= 2, "and no secret was left behind");
}

#[test]
fn settings_of_any_theme_and_size_draw() {
    let office = Office::with_projects();
    for theme in [egui::Theme::Dark, egui::Theme::Light] {
        for size in [egui::vec2(900.0, 600.0), egui::vec2(1200.0, 760.0), egui::vec2(2400.0, 1300.0)] {
            let mut app = office.open(theme, size);
            for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
                command(&mut app, key);
            }
            assert!(shows(&app, "Tokendesk sends nothing over the network but"));
        }
    }
}

/// Every control that takes the keyboard says what it is.
#[test]
fn every_control_has_a_name() {
    let office = Office::with_projects();
    let mut app = office.window();
    let check = |app: &App, place: &str| {
        for node in app.root().children_recursive() {
            let node = node.accesskit_node();
            if node.data().supports_action(egui::accesskit::Action::Focus) {
                let name = node.label().unwrap_or_default();
                assert!(!name.trim().is_empty(), "{place}: {:?} has no name", node.role());
            }
        }
    };
    check(&app, "generate");
    for key in [Key::N, Key::K] {
        command(&mut app, key);
        check(&app, "dialog");
        app.key_press(Key::Escape);
        app.run();
    }
    for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        command(&mut app, key);
        check(&app, "panel");
    }
}
