//! The export dialog by label and keyboard, and its file in the import dialog of another desk.

mod common;

use std::sync::Arc;

use common::desk::{App, Office, SECRET, command, fill, model, press, shows, spoken};
use eframe::egui::{Event, Key};
use secrecy::ExposeSecret as _;
use tokendesk::app::export::Export;
use tokendesk::app::import::Step;
use tokendesk::app::model::Dialog;
use tokendesk::store::{Limits, Store};

const PASSPHRASE: &str = "four invented words here";

/// Offices whose passphrases cost little.
fn quick(mut office: Office) -> Office {
    let limits = Limits { work: 2, ..Limits::default() };
    let folders = office.store.folders().clone();
    office.store = Arc::new(Store::with(folders, office.keychain.clone() as _, limits));
    office
}

/// Opens the dialog by the palette.
fn open(app: &mut App) {
    command(app, Key::K);
    app.event(Event::Text("export projects".to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
    dialog(app);
}

fn dialog(app: &App) -> &Export {
    match &model(app).dialog {
        Some(Dialog::Export(export)) => export,
        other => panic!("{other:?}"),
    }
}

#[test]
fn with_secrets_out_of_one_window_and_into_another() {
    let office = quick(Office::with_projects());
    let mut app = office.window();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.age");
    let shown = path.display().to_string();
    open(&mut app);
    press(&mut app, "In it, encrypted");
    fill(&mut app, "Path of the new file", &shown);
    press(&mut app, "Export");
    assert!(shows(&app, "The passphrase is empty") && !path.exists());
    fill(&mut app, "Passphrase", "four");
    assert!(shows(&app, "A short passphrase"));
    fill(&mut app, "Passphrase", " invented words here");
    assert!(!shows(&app, "A short passphrase"));
    fill(&mut app, "Passphrase again", "four invented");
    press(&mut app, "Export");
    assert!(shows(&app, "The two passphrases are not the same") && !path.exists());
    fill(&mut app, "Passphrase again", " words here");
    assert!(!spoken(&app).contains(PASSPHRASE) && !format!("{:?}", model(&app)).contains(PASSPHRASE));
    press(&mut app, "Export");
    assert!(shows(&app, "Exported projects: 2, secrets: 2, into"));
    assert!(dialog(&app).passphrase.0.is_empty() && dialog(&app).again.0.is_empty(), "they are let go");
    press(&mut app, "Done");
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!office.files().contains(SECRET) && !office.files().contains(PASSPHRASE));

    let other = quick(Office::new());
    let mut app = other.window();
    press(&mut app, "Import projects…");
    fill(&mut app, "Path of a file", &shown);
    press(&mut app, "Read");
    assert!(shows(&app, "This is under a passphrase"));
    fill(&mut app, "Passphrase", "another");
    press(&mut app, "Open");
    assert!(shows(&app, "The passphrase does not open it"));
    // Away and back: it is asked for anew.
    press(&mut app, "Back");
    press(&mut app, "Read");
    fill(&mut app, "Passphrase", PASSPHRASE);
    app.key_press(Key::Enter);
    app.run();
    assert!(
        matches!(&model(&app).dialog, Some(Dialog::Import(import)) if matches!(import.step, Step::Look(_)))
    );
    assert!(!spoken(&app).contains(SECRET) && !format!("{:?}", model(&app)).contains(SECRET));
    press(&mut app, "Import 2");
    assert!(shows(&app, "2 added") && !shows(&app, "The file still holds the secrets"));
    let project = other.store.find("Classroom").unwrap();
    assert_eq!(other.store.secrets_of(&project).unwrap()["api_secret"].expose_secret(), SECRET);
    assert!(!other.files().contains(SECRET));
}

#[test]
fn without_secrets_and_never_over_a_file() {
    let office = Office::with_projects();
    let mut app = office.window();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.json");
    press(&mut app, "Export projects…");
    press(&mut app, "Choose a place…");
    assert!(shows(&app, "This desktop has no dialog for choosing where a file goes"));
    office.dialog.answer(Ok(Some(path.clone())));
    press(&mut app, "Choose a place…");
    press(&mut app, "JSON");
    press(&mut app, "Export");
    assert!(shows(&app, "The projects, without their secrets, are in"));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("Classroom live") && !text.contains(SECRET));
    press(&mut app, "Done");
    open(&mut app);
    fill(&mut app, "Path of the new file", &path.display().to_string());
    press(&mut app, "Export");
    assert!(shows(&app, "already") && std::fs::read_to_string(&path).unwrap() == text);
    // What was typed is gone with the lock.
    press(&mut app, "In it, encrypted");
    fill(&mut app, "Passphrase", PASSPHRASE);
    command(&mut app, Key::L);
    assert!(model(&app).dialog.is_none());
}
