//! Pictures of the export dialog.

#![cfg(feature = "desktop")]

mod common;

use common::desk::{Office, fill, picture, press};

#[test]
fn export_with_secrets() {
    picture("export-sealed", &Office::with_every_vendor(), |app| {
        press(app, "Export projects…");
        press(app, "In it, encrypted");
        fill(app, "Passphrase", "four");
        fill(app, "Passphrase again", "fo");
        fill(app, "Path of the new file", "/home/me/tokendesk.age");
        press(app, "Export");
    });
}
