//! The clipboard that clears itself, and the lock.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use common::desk::{App, Office, SESSION, command, fill, model, press, shows, spoken};
use eframe::egui::{Event, Key, Modifiers};
use tokendesk::app::model::Panel;
use tokendesk::app::update::update;
use tokendesk::app::{Msg, Sensitivity};
use tokendesk::store::{SecretError, SecretPlace};

fn command_shift(app: &mut App, key: Key) {
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
    app.run();
}

/// A window with a token in it, copied.
fn with_a_copied_token(office: &Office) -> (App, String) {
    let mut app = office.window();
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    command_shift(&mut app, Key::C);
    let token = model(&app).made().expect("a token").token.clone();
    assert_eq!(office.clipboard.held(), Some((token.clone(), Sensitivity::Token)));
    (app, token)
}

#[test]
fn a_copied_token_is_cleared_after_a_minute_that_is_counted() {
    let office = Office::with_projects();
    let (mut app, token) = with_a_copied_token(&office);
    assert!(shows(&app, "Clipboard clears in 1:00"));
    office.pass(41);
    app.run();
    assert!(shows(&app, "Clipboard clears in 0:19"));
    assert!(office.clipboard.held().is_some());
    // A copy begins the minute anew.
    command_shift(&mut app, Key::C);
    office.pass(59);
    app.run();
    assert_eq!(office.clipboard.held().unwrap().0, token);
    office.pass(1);
    app.run();
    assert_eq!(office.clipboard.held(), None);
    assert!(!shows(&app, "Clipboard clears in"));
}

#[test]
fn what_another_program_has_copied_since_stays() {
    let office = Office::with_projects();
    let (mut app, _) = with_a_copied_token(&office);
    office.clipboard_holds("a room id");
    office.pass(60);
    app.run();
    assert_eq!(office.clipboard.held().unwrap().0, "a room id");
    assert!(!shows(&app, "Clipboard clears in"));
}

#[test]
fn a_clipboard_that_is_held_is_cleared_as_soon_as_it_can_be() {
    let office = Office::with_projects();
    let (mut app, _) = with_a_copied_token(&office);
    office.clipboard.fail_always(Some(tokendesk::host::clipboard::ClipboardError::Busy));
    office.pass(60);
    app.run();
    assert!(shows(&app, "held by another program"));
    office.clipboard.fail_always(None);
    office.pass(5);
    app.run();
    assert_eq!(office.clipboard.held(), None);
}

#[test]
fn the_end_of_the_program_clears_it_too_and_never_is_never() {
    let office = Office::with_projects();
    let (mut app, _) = with_a_copied_token(&office);
    command(&mut app, Key::Q);
    assert_eq!(office.clipboard.held(), None);
    drop(app);

    tokendesk::store::Settings::change(office.store.folders(), |settings| settings.clear_tokens = 0).unwrap();
    let (mut app, token) = with_a_copied_token(&office);
    assert!(!shows(&app, "Clipboard clears in"));
    office.pass(14 * 60);
    app.run();
    assert_eq!(office.clipboard.held().unwrap().0, token);
}

#[test]
fn locked_nothing_of_a_token_is_left_and_what_was_typed_is() {
    let office = Office::with_projects();
    let (mut app, token) = with_a_copied_token(&office);
    command(&mut app, Key::I);
    assert_eq!(model(&app).panel, Panel::Inspect);
    assert!(model(&app).inspect.report.is_some());
    command(&mut app, Key::L);
    assert!(shows(&app, "Locked") && !spoken(&app).contains(&token[..20]));
    assert_eq!(office.clipboard.held(), None);
    assert!(!format!("{:?}", model(&app)).contains(&token[..20]), "the token is still in the model");
    // No command reaches the work behind it, and no text goes anywhere.
    command(&mut app, Key::N);
    command_shift(&mut app, Key::V);
    command(&mut app, Key::K);
    assert!(model(&app).dialog.is_none() && model(&app).palette.is_none());
    assert!(model(&app).inspect.text.is_empty());

    // Enter is enough to come back.
    app.key_press(Key::Enter);
    app.run();
    assert!(model(&app).guard.locked.is_none());
    command(&mut app, Key::Num1);
    assert_eq!(model(&app).form().unwrap().typed.values["session_id"], SESSION);
    assert!(model(&app).made().is_none());
    command(&mut app, Key::Enter);
    assert!(model(&app).made().is_some());
}

#[test]
fn what_was_asked_for_before_the_lock_brings_nothing_after_it() {
    let office = Office::with_projects();
    let (app, token) = with_a_copied_token(&office);
    let mut own = tokendesk::app::Model::new(model(&app).clock);
    update(&mut own, Msg::ProjectsLoaded(Ok(office.store.projects().unwrap())));
    let made = Box::new(model(&app).made().unwrap().clone());
    update(&mut own, Msg::Command(tokendesk::app::Command::Lock));
    let id = own.selected.clone().unwrap();
    update(&mut own, Msg::Generated(id, Ok(made)));
    update(&mut own, Msg::ClipboardRead(Ok(token.clone())));
    update(&mut own, Msg::Paste(token.clone()));
    assert!(!format!("{own:?}").contains(&token[..20]));
}

#[test]
fn locked_over_a_call_no_secret_is_asked_for_and_unlocked_the_call_is_there_again() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num4);
    assert!(model(&app).call_form().is_some_and(|form| form.request.is_some()));
    command(&mut app, Key::L);
    let form = model(&app).call_form().expect("a form");
    assert!(form.request.is_none() && !form.preparing, "nobody waits for a request");
    app.key_press(Key::Enter);
    app.run();
    assert!(model(&app).call_form().is_some_and(|form| form.request.is_some()));
}

#[test]
fn a_fault_while_unlocking_leaves_the_way_in_open() {
    let mut own = tokendesk::app::Model::new(tokendesk::token::Time::from_seconds(0));
    let unlock = || Msg::Guard(tokendesk::app::GuardMsg::Unlock);
    update(&mut own, Msg::Command(tokendesk::app::Command::Lock));
    assert_eq!(update(&mut own, unlock()).len(), 1);
    assert!(update(&mut own, unlock()).is_empty(), "it is asked once");
    update(&mut own, Msg::JobPanicked);
    assert_eq!(update(&mut own, unlock()).len(), 1);
}

#[test]
fn a_fault_while_the_vault_is_opened_leaves_it_to_be_opened() {
    use tokendesk::app::model::SecretText;
    use tokendesk::app::vault::VaultMsg;
    use tokendesk::store::VaultState;
    let mut own = tokendesk::app::Model::new(tokendesk::token::Time::from_seconds(0));
    update(&mut own, Msg::Vault(VaultMsg::Looked(VaultState::Closed)));
    update(&mut own, Msg::Vault(VaultMsg::Passphrase(SecretText("a passphrase".to_owned().into()))));
    assert_eq!(update(&mut own, Msg::Vault(VaultMsg::Open)).len(), 1);
    assert!(update(&mut own, Msg::Vault(VaultMsg::Open)).is_empty(), "it is asked once");
    update(&mut own, Msg::JobPanicked);
    assert_eq!(update(&mut own, Msg::Vault(VaultMsg::Open)).len(), 1);
}

#[test]
fn it_locks_by_itself_when_nothing_is_done_for_a_quarter_of_an_hour() {
    let office = Office::with_projects();
    office.lock_after.set(tokendesk::store::Settings::default().lock_after);
    let (mut app, _) = with_a_copied_token(&office);
    office.pass(14 * 60);
    app.run();
    assert!(model(&app).guard.locked.is_none());
    app.event(Event::PointerMoved([10.0, 10.0].into()));
    app.run();
    office.pass(14 * 60);
    app.run();
    assert!(model(&app).guard.locked.is_none(), "the pointer has moved since");
    office.pass(60);
    app.run();
    assert!(model(&app).guard.locked.is_some());
}

#[test]
fn a_clock_that_is_put_back_puts_nothing_off() {
    let office = Office::with_projects();
    office.lock_after.set(15);
    let (mut app, _) = with_a_copied_token(&office);
    office.pass(-7200);
    app.run();
    assert!(office.clipboard.held().is_some());
    office.pass(60);
    app.run();
    assert_eq!(office.clipboard.held(), None);
    office.pass(14 * 60);
    app.run();
    assert!(model(&app).guard.locked.is_some());
}

#[test]
fn a_machine_that_goes_to_sleep_is_locked() {
    let office = Office::with_projects();
    let app = office.window();
    let mut own = tokendesk::app::Model::new(model(&app).clock);
    update(&mut own, Msg::Guard(tokendesk::app::GuardMsg::Sleeping));
    assert!(own.guard.locked.is_some());
}

#[test]
fn unlocking_asks_the_store_and_there_is_a_way_on_without() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::L);
    office.keychain.fail_always(Some(SecretError::Locked));
    press(&mut app, "Unlock");
    assert!(model(&app).guard.locked.is_some());
    assert!(shows(&app, "The keychain is locked"));
    office.keychain.fail_always(None);
    press(&mut app, "Unlock");
    assert!(model(&app).guard.locked.is_none());

    command(&mut app, Key::L);
    office.keychain.fail_always(Some(SecretError::Denied));
    press(&mut app, "Unlock");
    press(&mut app, "Go on without it");
    assert!(model(&app).guard.locked.is_none());
    assert_eq!(model(&app).projects.len(), 2, "the projects are there all the same");
}

#[test]
fn secrets_of_this_run_end_with_the_lock() {
    let office = Office::with_projects();
    let seen = office.store.projects().unwrap().remove(0);
    let here = tokendesk::store::Draft { place: SecretPlace::ThisRun, ..seen.draft() };
    let moved = office.store.change(&seen, here, &[], &[]).unwrap();
    assert_eq!(office.store.secrets_of(&moved).unwrap().len(), 1);
    let mut app = office.window();
    command(&mut app, Key::L);
    assert_eq!(office.store.secrets_of(&moved).unwrap().len(), 0);
}

#[test]
fn the_settings_say_how_long() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num5);
    assert!(shows(&app, "Clear tokens off the clipboard") && shows(&app, "after 1 min"));
    let model = model(&app);
    assert_eq!(
        (model.settings.clear_tokens, model.settings.clear_secrets, model.settings.lock_after),
        (60, 15, 0)
    );
}
