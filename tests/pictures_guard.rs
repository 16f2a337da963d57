//! Pictures of the locked window. `UPDATE_SNAPSHOTS=1` draws
//! them anew.
#![cfg(feature = "desktop")]

mod common;

use common::desk::{Office, command, picture};
use eframe::egui::Key;
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
