//! The places for secrets, as the window shows them.

mod common;

use std::sync::Arc;

use common::desk::{KEY, Office, SECRET, command, fill, model, press, shows};
use eframe::egui::Key;
use tokendesk::app::Msg;
use tokendesk::app::model::Dialog;
use tokendesk::app::update::update;
use tokendesk::app::{EditorMsg, Model};
use tokendesk::store::{Draft, Environment, Limits, SecretError, SecretPlace, Store, VaultState};

#[test]
fn a_project_whose_secret_is_kept_elsewhere_makes_tokens() {
    let office = Office::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret");
    std::fs::write(&file, format!("{SECRET}\n")).unwrap();
    let mut app = office.window();
    command(&mut app, Key::N);
    fill(&mut app, "Name", "Elsewhere");
    fill(&mut app, "API key", KEY);
    press(&mut app, "Secrets are kept");
    press(&mut app, "Elsewhere: environment variable, file or command");
    // The secret itself in that field is refused: it would be saved in clear.
    fill(&mut app, "API secret", SECRET);
    press(&mut app, "Save");
    assert!(shows(&app, "what stands there is saved in clear"));
    assert!(!office.files().contains(SECRET));
    update_source(&mut app, &format!("file:{}", file.display()));
    press(&mut app, "Save");
    let project = model(&app).selected().unwrap().clone();
    assert_eq!((project.place, project.references.len()), (SecretPlace::External, 1));
    assert_eq!(office.keychain.keys(), []);
    fill(&mut app, "Session ID", common::desk::SESSION);
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some(), "the token is made");
    assert!(!office.files().contains(SECRET));
    // Edited again, it tells the source; gone, it tells why and what to do.
    command(&mut app, Key::E);
    assert!(shows(&app, &file.display().to_string()));
    command(&mut app, Key::Enter);
    std::fs::remove_file(&file).unwrap();
    command(&mut app, Key::Enter);
    assert!(shows(&app, "The file that should hold the secret cannot be read"));
}

/// What is typed into the field replaces what stands there.
fn update_source(app: &mut common::desk::App, text: &str) {
    let field = egui_kittest::kittest::Queryable::get_by_label(app, "API secret");
    field.focus();
    app.run();
    command(app, Key::A);
    app.event(eframe::egui::Event::Text(text.to_owned()));
    app.run();
}

#[test]
fn the_chosen_place_stays_chosen_when_saving_fails() {
    let office = Office::new();
    office.add("Classroom", Environment::Dev, KEY, SECRET);
    let mut held = Model::new(tokendesk::token::Time::from_millis(0));
    update(&mut held, Msg::ProjectsLoaded(Ok(office.store.projects().unwrap())));
    update(&mut held, Msg::Command(tokendesk::app::Command::NewProject));
    let say = |held: &mut Model, msg| update(held, Msg::Editor(msg));
    say(&mut held, EditorMsg::Name("Other".to_owned()));
    say(&mut held, EditorMsg::Vendor("opentok"));
    say(&mut held, EditorMsg::Credential("api_key", KEY.to_owned()));
    say(&mut held, EditorMsg::Place(SecretPlace::External));
    say(&mut held, EditorMsg::Source("api_secret", "env:X".to_owned()));
    assert_eq!(say(&mut held, EditorMsg::Save).len(), 1);
    let failure = tokendesk::app::model::Failure::new(tokendesk::i18n::Message::new("project-name-empty"));
    update(&mut held, Msg::ProjectSaved(Err(failure)));
    let Some(Dialog::Editor(editor)) = &held.dialog else { panic!("still open") };
    assert_eq!(editor.place, SecretPlace::External);
}

const PASSPHRASE: &str = "four invented words here";

/// An office whose vault opens quickly.
fn office() -> Office {
    let mut office = Office::new();
    let limits = Limits { work: 2, ..Limits::default() };
    office.store =
        Arc::new(Store::with(office.store.folders().clone(), office.keychain.clone() as _, limits));
    office
}

#[test]
fn without_a_keychain_a_vault_is_made_locked_and_opened() {
    let office = office();
    office.keychain.fail_always(Some(SecretError::NoDefault));
    let mut app = office.window();
    command(&mut app, Key::N);
    fill(&mut app, "Name", "In the vault");
    fill(&mut app, "API key", KEY);
    press(&mut app, "Secrets are kept");
    press(&mut app, "In the vault: one encrypted file under a passphrase");
    fill(&mut app, "API secret", SECRET);
    fill(&mut app, "Vault passphrase", PASSPHRASE);
    fill(&mut app, "Type it again", "something else");
    press(&mut app, "Make the vault");
    assert!(shows(&app, "The two passphrases are not the same"));
    assert!(!office.store.folders().vault_file().exists());
    update_vault(&mut app, PASSPHRASE);
    assert!(!common::desk::spoken(&app).contains(PASSPHRASE));
    // Saving makes it by itself, and then saves.
    press(&mut app, "Save");
    assert_eq!(model(&app).vault.state, VaultState::Open);
    assert_eq!(model(&app).selected().unwrap().place, SecretPlace::Vault);
    fill(&mut app, "Session ID", common::desk::SESSION);
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some(), "the token is made");
    assert!(!office.files().contains(SECRET) && !office.files().contains(PASSPHRASE));

    // Locked, it is closed; the lock screen asks for the passphrase.
    command(&mut app, Key::L);
    assert_eq!(office.store.vault().state(), VaultState::Closed);
    assert!(shows(&app, "Vault passphrase"));
    fill(&mut app, "Vault passphrase", "wrong");
    press(&mut app, "Unlock");
    assert!(shows(&app, "The passphrase does not open the vault"));
    assert!(model(&app).guard.locked.is_some());
    update_vault(&mut app, PASSPHRASE);
    press(&mut app, "Unlock");
    assert!(model(&app).guard.locked.is_none(), "it opens the window too");
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
}

/// Types the passphrase anew, as one message.
fn update_vault(app: &mut common::desk::App, text: &str) {
    for label in ["Vault passphrase", "Type it again"] {
        let Some(field) = egui_kittest::kittest::Queryable::query_by_label(app, label) else { continue };
        field.focus();
        app.run();
        command(app, Key::A);
        app.event(eframe::egui::Event::Text(text.to_owned()));
        app.run();
    }
}

#[test]
fn a_closed_vault_is_opened_where_it_is_needed() {
    let office = office();
    office.store.vault().create(PASSPHRASE.into()).unwrap();
    let id = office.add("Classroom", Environment::Dev, KEY, SECRET);
    let seen = office.store.find(id.as_str()).unwrap();
    let there = Draft { place: SecretPlace::Vault, ..seen.draft() };
    office.store.change(&seen, there, &[], &[]).unwrap();
    office.store.lock();
    let mut app = office.window();
    fill(&mut app, "Session ID", common::desk::SESSION);
    command(&mut app, Key::Enter);
    assert!(shows(&app, "The vault is closed"));
    fill(&mut app, "Vault passphrase", PASSPHRASE);
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(model(&app).vault.state, VaultState::Open);
    assert!(!shows(&app, "The vault is closed"), "what was said is done with");
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
}
