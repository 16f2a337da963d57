//! The import dialog by label and keyboard: where from, the look, the choices, what was taken.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::desk::{App, KEY, Office, SECRET, command, fill, model, press, shows, spoken};
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use secrecy::ExposeSecret as _;
use tokendesk::app::import::Step;
use tokendesk::app::model::Dialog;
use tokendesk::host::dialog::NoDialog;
use tokendesk::store::{Environment, ImportAction, SecretError};

const ZEGO_SECRET: &str = "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// Opens the dialog by the palette.
fn open(app: &mut App) {
    command(app, Key::K);
    app.event(Event::Text("import projects".to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert!(matches!(model(app).dialog, Some(Dialog::Import(_))));
}

fn file(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".env");
    std::fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

/// Chooses a word of the list that opens at this name.
fn choose(app: &mut App, name: &str, word: &str) {
    let select =
        app.get_all_by_label_contains(name).find(|node| node.accesskit_node().role() == Role::ComboBox);
    select.unwrap_or_else(|| panic!("no choice {name}")).click();
    app.run();
    let option = app.get_all_by_label(word).find(|node| node.accesskit_node().role() == Role::ListBoxOption);
    option.unwrap_or_else(|| panic!("no option {word}")).click();
    app.run();
}

fn actions(app: &App) -> Vec<ImportAction> {
    match &model(app).dialog {
        Some(Dialog::Import(import)) => match &import.step {
            Step::Look(preview) => preview.items.iter().map(|item| item.action.clone()).collect(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn env() -> String {
    format!(
        "OPENTOK_API_KEY=46911299\nOPENTOK_API_SECRET={SECRET}\nZEGO_APP_ID_PROD=1481965360\n\
         ZEGO_SERVER_SECRET_PROD={ZEGO_SECRET}\nPORT=80\n"
    )
}

#[test]
fn a_file_by_its_path_is_looked_at_and_taken() {
    let office = Office::with_projects();
    let mut app = office.window();
    let (_folder, path) = file(&env());
    open(&mut app);
    fill(&mut app, "Path of a file", &path);
    press(&mut app, "Read");
    assert_eq!(actions(&app), [ImportAction::Add, ImportAction::Add]);
    assert!(shows(&app, "found: 2, read as env") && shows(&app, "Left aside, 1 in all: PORT"));
    assert!(shows(&app, "API secret ••••••"));
    assert!(!spoken(&app).contains(SECRET) && !format!("{:?}", model(&app)).contains(SECRET));
    assert_eq!(office.store.projects().unwrap().len(), 2, "a look takes nothing");

    // One of them is left out.
    press(&mut app, "OpenTok");
    assert_eq!(actions(&app), [ImportAction::Skip, ImportAction::Add]);
    press(&mut app, "Import 1");
    assert!(shows(&app, "1 added, 0 replaced, 1 left out"));
    assert!(shows(&app, "The file still holds the secrets") && shows(&app, &path));
    press(&mut app, "Done");
    assert!(model(&app).dialog.is_none());
    let project = office.store.find("ZEGO prod").unwrap();
    assert_eq!(project.environment, Environment::Prod);
    assert_eq!(model(&app).selected, Some(project.id.clone()));
    let secrets = office.store.secrets_of(&project).unwrap();
    assert_eq!(secrets["server_secret"].expose_secret(), ZEGO_SECRET);
    assert!(!office.files().contains(ZEGO_SECRET));
}

#[test]
fn by_the_desktops_dialog_and_where_there_is_none() {
    let office = Office::new();
    let mut app = office.window();
    let (_folder, path) = file(&env());
    press(&mut app, "Import projects…");
    press(&mut app, "Choose a file…");
    assert!(shows(&app, "This desktop has no dialog for choosing files"));
    office.dialog.answer(Ok(None));
    press(&mut app, "Choose a file…");
    assert!(!shows(&app, "This desktop has no dialog"));
    office.dialog.answer(Err(NoDialog));
    office.dialog.answer(Ok(Some(path.into())));
    press(&mut app, "Choose a file…");
    press(&mut app, "Choose a file…");
    assert_eq!(actions(&app).len(), 2);
    // Back, and away: nothing is kept of it.
    press(&mut app, "Back");
    assert!(shows(&app, "From the clipboard"));
    app.key_press(Key::Escape);
    app.run();
    assert!(model(&app).dialog.is_none() && office.store.projects().unwrap().is_empty());
}

#[test]
fn from_the_clipboard_and_by_pasting() {
    let office = Office::new();
    let mut app = office.window();
    open(&mut app);
    office.clipboard_holds("name,vendor,api_key\nDemo,opentok,48213579\n");
    press(&mut app, "From the clipboard");
    assert_eq!(actions(&app), [ImportAction::Add]);
    press(&mut app, "Back");
    // Several lines are no path, even with the keyboard in its field.
    app.get_all_by_label("Path of a file").next().unwrap().focus();
    app.run();
    app.event(Event::Paste(env()));
    app.run();
    assert_eq!(actions(&app).len(), 2);
    press(&mut app, "Back");
    app.event(Event::Paste("nothing of the kind".to_owned()));
    app.run();
    assert!(shows(&app, "This cannot be imported"));
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads by its worker".to_owned())
    }
}

#[test]
fn a_file_that_is_dropped_while_the_dialog_is_open_is_looked_at() {
    let office = Office::new();
    let mut app = office.window();
    let (_folder, path) = file(&env());
    open(&mut app);
    app.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone().into())));
    app.run();
    assert_eq!(actions(&app).len(), 2);
    // By Enter in the path's field as well.
    press(&mut app, "Back");
    app.get_all_by_label("Path of a file").next().unwrap().focus();
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(actions(&app).len(), 2);
}

#[test]
fn what_is_there_already_is_told_and_replaced_only_if_said() {
    let office = Office::with_projects();
    let mut app = office.window();
    let new = SECRET.replace('9', "8");
    let (_folder, path) = file(&format!("OPENTOK_API_KEY={KEY}\nOPENTOK_API_SECRET={new}\n"));
    open(&mut app);
    fill(&mut app, "Path of a file", &path);
    press(&mut app, "Read");
    assert_eq!(actions(&app), [ImportAction::Skip]);
    assert!(shows(&app, "There already as Classroom, which stays as it is"));
    choose(&mut app, "is there already", "Replace it");
    assert_eq!(actions(&app), [ImportAction::Replace { name: "Classroom".to_owned() }]);
    choose(&mut app, "is there already", "Add beside it");
    assert_eq!(actions(&app), [ImportAction::Add]);
    choose(&mut app, "is there already", "Replace it");
    command(&mut app, Key::Enter);
    assert!(shows(&app, "0 added, 1 replaced, 0 left out"));
    let project = office.store.find("Classroom").unwrap();
    assert_eq!(office.store.secrets_of(&project).unwrap()["api_secret"].expose_secret(), new);
    assert_eq!(office.store.projects().unwrap().len(), 2);
}

#[test]
fn whose_it_is_has_to_be_said_where_the_file_does_not() {
    let office = Office::new();
    let mut app = office.window();
    open(&mut app);
    app.event(Event::Paste(format!("API_KEY=48213579\nAPI_SECRET={SECRET}\n")));
    app.run();
    assert_eq!(actions(&app), [ImportAction::Refuse]);
    assert!(shows(&app, "Nothing says whose it is: OpenTok?"));
    choose(&mut app, "Whose is what begins in line 1?", "OpenTok");
    assert_eq!(actions(&app), [ImportAction::Add]);
    press(&mut app, "Import 1");
    assert_eq!(office.store.projects().unwrap()[0].vendor, "opentok");
    // It came from no file that could still hold it.
    assert!(!shows(&app, "The file still holds the secrets"));
}

#[test]
fn without_a_keychain_there_is_a_way_on() {
    let office = Office::new();
    office.keychain.fail_always(Some(SecretError::Locked));
    let mut app = office.window();
    open(&mut app);
    app.event(Event::Paste(env()));
    app.run();
    press(&mut app, "Import 2");
    assert!(shows(&app, "The keychain is locked"));
    assert!(office.store.projects().unwrap().is_empty());
    press(&mut app, "This run only");
    assert!(!shows(&app, "The keychain is locked."));
    press(&mut app, "Import 2");
    assert!(shows(&app, "2 added"));
    let project = office.store.find("OpenTok").unwrap();
    assert_eq!(office.store.secrets_of(&project).unwrap()["api_secret"].expose_secret(), SECRET);
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_changed() {
    let office = Office::new();
    let mut app = office.window();
    open(&mut app);
    let (folder, path) = file("OPENTOK_API_KEY=\u{1}x\n");
    fill(&mut app, "Path of a file", &format!("{path}-not-there"));
    press(&mut app, "Read");
    assert!(shows(&app, "It cannot be read"));
    std::fs::write(&path, b"\xbb\xe1\xd2\xe9").unwrap();
    fill(&mut app, "Path of a file", "x");
    office.dialog.answer(Ok(Some(path.clone().into())));
    press(&mut app, "Choose a file…");
    assert!(shows(&app, "is not UTF-8 text"));
    office.dialog.answer(Ok(Some(folder.path().into())));
    press(&mut app, "Choose a file…");
    assert!(shows(&app, "This is no file"));
    std::fs::write(&path, "PORT=80\n").unwrap();
    office.dialog.answer(Ok(Some(path.into())));
    press(&mut app, "Choose a file…");
    assert!(shows(&app, "No credentials found"));
}

#[test]
fn two_thousand_projects_scroll() {
    let office = Office::new();
    let mut app = office.window();
    open(&mut app);
    let rows: Vec<_> = (0..2000).map(|number| format!("Demo {number},opentok,{number}\n")).collect();
    app.event(Event::Paste(format!("name,vendor,api_key\n{}", rows.concat())));
    app.run();
    assert_eq!(actions(&app).len(), 2000);
    let drawn = app.get_all_by_label_contains("Demo ").count();
    assert!((2..40).contains(&drawn), "{drawn}");
    press(&mut app, "Take none");
    assert!(shows(&app, "Import 0"));
    press(&mut app, "Take all");
    press(&mut app, "Import 2000");
    assert!(shows(&app, "2000 added"));
}
