//! Inspect by label and keyboard: dropped files, what the verdict says, parts that unfold, bytes that light.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::desk::{App, Office, SESSION, command, fill, model, press, shows, spoken};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokendesk::app::model::Panel;
use tokendesk::store::Environment;
use tokendesk::token::MAX_TEXT;

/// The ServerSecret and the first token of ZEGO's vectors.
const SERVER_SECRET: &str = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";

fn token04() -> String {
    let vectors: serde_json::Value = serde_json::from_str(include_str!("vectors/zego.json")).unwrap();
    vectors["cases"][0]["token"].as_str().unwrap().to_owned()
}

fn with_zego() -> Office {
    let office = Office::with_projects();
    office.add_of(
        "zego",
        "Rooms CN",
        "Voice rooms",
        Environment::Dev,
        &[("app_id", "1481965360")],
        &[("server_secret", SERVER_SECRET)],
    );
    office
}

/// A file as the desktop hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only the path is used".to_owned())
    }
}

fn drop_files(app: &mut App, paths: &[PathBuf]) {
    for path in paths {
        app.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    app.run();
}

fn inspect(app: &mut App, text: &str) {
    command(app, Key::Num2);
    fill(app, "Token to inspect", text);
}

/// The value that the control of this name tells a screen reader.
fn value(app: &App, label: &str) -> Option<String> {
    app.get_by_label_contains(label).accesskit_node().value()
}

#[test]
fn a_dropped_file_is_inspected_like_a_paste() {
    let office = with_zego();
    let mut app = office.window();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("token.txt");
    std::fs::write(&path, format!("Authorization: Bearer {}\n", token04())).unwrap();

    app.input_mut().hovered_files.push(egui::HoveredFile::default());
    app.run_steps(4);
    assert!(shows(&app, "Drop the file to inspect"));
    app.input_mut().hovered_files.clear();
    drop_files(&mut app, &[path.clone(), path.clone()]);
    assert!(!shows(&app, "Drop the file to inspect"));
    assert_eq!(model(&app).panel, Panel::Inspect);
    let report = model(&app).inspect.report.as_ref().expect("a report");
    assert_eq!((report.kind, report.project.as_deref()), (Some("zego.token04"), Some("Rooms CN")));
    assert!(shows(&app, "from token.txt") && shows(&app, "Only token.txt was read"), "{}", spoken(&app));
    // What is typed afterwards is no file's.
    fill(&mut app, "Token to inspect", "x");
    assert!(!shows(&app, "from token.txt"));
}

#[test]
fn a_file_that_is_no_token_says_why_and_changes_nothing() {
    let office = Office::with_projects();
    let mut app = office.window();
    inspect(&mut app, SESSION);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.txt");
    for (bytes, words) in [
        (vec![b'a'; MAX_TEXT + 1], "big.txt is too large"),
        (vec![0x89, b'P', b'N', b'G', 0], "big.txt is no text file"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        drop_files(&mut app, std::slice::from_ref(&path));
        assert!(shows(&app, words), "{words}");
        assert_eq!(model(&app).inspect.text, SESSION);
    }
    drop_files(&mut app, &[folder.path().to_owned()]);
    assert!(shows(&app, "is no file"));
    // A dialog is not dropped through.
    std::fs::write(&path, "T1==").unwrap();
    command(&mut app, Key::N);
    drop_files(&mut app, &[path]);
    assert_eq!(model(&app).inspect.text, SESSION);
}

#[test]
fn the_verdict_says_what_a_client_would_say() {
    let office = with_zego();
    let mut app = office.window();
    inspect(&mut app, &token04());
    assert!(shows(&app, "A login with it fails with 1102018 (web), 1002033 (native), 6000106 (ZIM)."));
    let findings = "error, expired";
    assert!(app.query_by_label_contains(findings).is_some(), "{}", spoken(&app));
    assert!(shows(&app, "1002033 / 1002078 (native)"));
    // The picture of time is said in words.
    assert!(shows(&app, "made ") && shows(&app, "the client warns 30 s before"));
    assert!(shows(&app, "Longest life and leeway: unconfirmed."));
}

#[test]
fn another_projects_token_says_whose_it_is() {
    let office = Office::with_projects();
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    let token = model(&app).made().expect("a token").token.clone();
    inspect(&mut app, &token);
    assert!(!shows(&app, "you are in"), "it is the chosen project's");
    app.get_all_by_label_contains("Classroom live").next().unwrap().click();
    app.run();
    assert!(shows(&app, "This is Classroom’s token; you are in Classroom live."));
    press(&mut app, "Go to Classroom");
    assert_eq!(model(&app).selected().map(|project| project.name.as_str()), Some("Classroom"));
    assert_eq!(model(&app).panel, Panel::Inspect);
    assert!(!shows(&app, "you are in"));
    // Signed by nobody who is known: it only names the owner.
    let forged = token.chars().rev().skip(4).collect::<String>();
    let forged: String = forged.chars().rev().collect();
    app.get_all_by_label_contains("Classroom live").next().unwrap().click();
    app.run();
    press(&mut app, "Clear");
    fill(&mut app, "Token to inspect", &forged);
    assert!(shows(&app, "It names the owner of Classroom; you are in Classroom live."), "{}", spoken(&app));
}

#[test]
fn dates_stand_in_utc_and_from_now_and_the_owner_has_a_name() {
    let office = with_zego();
    let mut app = office.window();
    inspect(&mut app, &token04());
    assert!(shows(&app, "UTC · "), "{}", spoken(&app));
    assert!(shows(&app, " d ago"));
    assert!(app.query_by_label("app_id: 1481965360. project Rooms CN").is_some(), "{}", spoken(&app));
}

#[test]
fn a_long_value_unfolds_by_keyboard_and_folds_for_another_token() {
    let office = Office::with_projects();
    let mut app = office.window();
    let data = "a long text ".repeat(40);
    fill(&mut app, "Session ID", SESSION);
    fill(&mut app, "Connection data", &data);
    command(&mut app, Key::Enter);
    let token = model(&app).made().expect("a token").token.clone();
    inspect(&mut app, &token);
    let height = |app: &App| {
        let row = app.get_all_by_label_contains("connection_data: ").next().unwrap();
        row.rect().height()
    };
    let folded = height(&app);
    app.get_by_label("Show all of connection_data").focus();
    app.run();
    app.key_press(Key::Space);
    app.run();
    assert!(height(&app) > 2.0 * folded);
    app.key_press(Key::Space);
    app.run();
    assert!((height(&app) - folded).abs() < 0.5);
    assert!(app.query_by_label("Show all of role").is_none(), "a short value has nothing to unfold");
}

#[test]
fn a_part_lights_its_bytes_and_bytes_light_their_part() {
    let office = with_zego();
    let mut app = office.window();
    inspect(&mut app, &token04());
    assert!(shows(&app, "Point, or walk"));
    app.get_by_label("Copy outer_expire").focus();
    app.run();
    assert!(shows(&app, "end: 8 bytes from 0000"), "{}", spoken(&app));
    // One stop for Tab, and the arrows walk from run to run.
    app.get_by_label_contains("Envelope: end").focus();
    app.run();
    assert_eq!(value(&app, "Envelope: end").as_deref(), Some("end"));
    app.key_press(Key::ArrowDown);
    app.key_press(Key::ArrowDown);
    app.run();
    assert_eq!(value(&app, "Envelope: end").as_deref(), Some("IV"));
    assert!(shows(&app, "IV: 16 bytes from 000a"));
    app.key_press(Key::End);
    app.run();
    assert_eq!(value(&app, "Envelope: end").as_deref(), Some("ciphertext"));
    // The keyboard goes on behind it.
    app.key_press(Key::Tab);
    app.run();
    assert!(!shows(&app, "IV: 16 bytes"));
    app.get_by_label_contains("Show all 156").click();
    app.run();
    assert!(shows(&app, "Show fewer"));
}

#[test]
fn a_long_paste_leaves_the_verdict_in_sight() {
    let office = Office::with_projects();
    for size in [egui::vec2(1200.0, 760.0), egui::vec2(900.0, 600.0)] {
        let mut app = office.open(egui::Theme::Dark, size);
        inspect(&mut app, &format!("eyJhbGciOiJIUzI1NiJ9.{}.x", "eyJhIjoxfQ".repeat(2000)));
        let verdict = app.get_by_label_contains("Damaged. ");
        assert!(verdict.rect().bottom() < 400.0, "{:?}", verdict.rect());
    }
}

#[test]
fn hidden_characters_show_wherever_the_token_speaks() {
    let office = Office::with_projects();
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    fill(&mut app, "Connection data", "a\u{202e}b\u{200b}c");
    command(&mut app, Key::Enter);
    let token = model(&app).made().expect("a token").token.clone();
    inspect(&mut app, &token);
    let labels: Vec<String> = app
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().role() != Role::TextInput)
        .flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()])
        .flatten()
        .collect();
    assert!(labels.iter().any(|label| label.contains("a\\u{202e}b\\u{200b}c")));
    let hidden = |c: char| matches!(c, '\u{202e}' | '\u{200b}');
    assert!(labels.iter().all(|label| !label.contains(hidden)), "{labels:?}");
}

#[test]
fn everything_can_be_reached_by_keyboard_in_reading_order() {
    let office = with_zego();
    let mut app = office.window();
    inspect(&mut app, &token04());
    let mut order = Vec::new();
    for _ in 0..80 {
        app.key_press_modifiers(Modifiers::NONE, Key::Tab);
        app.run();
        let focused = app.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        order.push(focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
    }
    let at = |label: &str| order.iter().position(|name| name.starts_with(label)).expect(label);
    assert!(at("Copy version") < at("Copy outer_expire"));
    assert!(at("Copy outer_expire") < at("Envelope"));
    assert!(at("Envelope") < at("Decrypted"));
}
