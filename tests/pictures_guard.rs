//! Pictures of the locked window, of the clipboard's countdown and of the earlier states. `UPDATE_SNAPSHOTS=1` draws
//! them anew.
#![cfg(feature = "desktop")]

mod common;

use common::desk::{Office, SESSION, command, fill};
use common::picture;
use eframe::egui::{Key, Modifiers};
use tokendesk::store::SecretError;

#[test]
fn locked() {
    let office = Office::with_projects();
    picture("locked", &office, |app| {
        office.keychain.fail_always(None);
        command(app, Key::L);
        office.keychain.fail_always(Some(SecretError::Locked));
        app.key_press(Key::Enter);
        app.run();
    });
}
