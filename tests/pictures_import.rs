//! Pictures of the import dialog, in both themes and at the smallest size. `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]
mod common;

use std::cell::Cell;

use common::desk::{App, KEY, Office, SECRET, picture, press};
use eframe::egui::Event;

fn open(app: &mut App) {
    press(app, "Import projects…");
}

#[test]
fn where_from() {
    picture("import", &Office::with_projects(), open);
}

#[test]
fn where_from_without_a_dialog() {
    picture("import-no-dialog", &Office::with_projects(), |app| {
        open(app);
        press(app, "Choose a file…");
    });
}

#[test]
fn the_look() {
    let zego = "0a".repeat(16);
    let text = format!(
        "OPENTOK_API_KEY={KEY}\nOPENTOK_API_SECRET={SECRET}\nZEGO_APP_ID_PROD=1481965360\n\
         ZEGO_SERVER_SECRET_PROD={zego}\nAPP_KEY=a1b2c3d4e5f60718293a4b5c6d7e8f90\nAPP_SECRET=c0ffee123456\n\
         TOKBOX_API_KEY_STAGING=48 21\nTOKBOX_SECRET_STAGING=short\nPORT=80\nDATABASE_URL=x\nwhat?\n"
    );
    picture("import-look", &Office::with_projects(), |app| {
        open(app);
        app.event(Event::Paste(text.clone()));
        app.run();
    });
}

#[test]
fn what_was_taken() {
    // Of another key each time: it would be there already else.
    let key = Cell::new(7);
    picture("import-done", &Office::with_projects(), |app| {
        open(app);
        key.set(key.get() + 1);
        app.event(Event::Paste(format!("vendor,api_key,api_secret\nopentok,{},x\n", key.get())));
        app.run();
        press(app, "Import 1");
    });
}
