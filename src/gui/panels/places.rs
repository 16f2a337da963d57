//! In the project editor: where the secrets are kept, and where they are if that is elsewhere.

use eframe::egui::Ui;

use super::vault;
use crate::app::model::Editor;
use crate::app::{EditorMsg, Msg};
use crate::gui::view::View;
use crate::gui::widgets::{FormRow, Select, TextField};
use crate::store::SecretPlace;
use crate::token::Field;

/// What a source can look like.
const SAMPLE: &str = "command:pass show rtc/demo";

/// The place: one of a few.
pub(super) fn choice(ui: &mut Ui, view: &mut View<'_>, editor: &Editor) {
    let id = |place: SecretPlace| format!("place-{}", place.as_str());
    let words = SecretPlace::ALL.map(|place| view.text(&id(place)));
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = SecretPlace::ALL.iter().position(|place| *place == editor.place).unwrap_or(0);
    let (label, help) = (view.text("places"), view.text(&format!("{}.help", id(editor.place))));
    let row = FormRow::new(&label).help(&help);
    if row.show(ui, |ui, name| Select::new(name, &labels).show(ui, &mut chosen)).changed()
        && let Some(place) = SecretPlace::ALL.get(chosen)
    {
        view.push(Msg::Editor(EditorMsg::Place(*place)));
    }
    if editor.place == SecretPlace::Vault {
        vault::unlock(ui, view);
    }
}

/// Where a secret is, instead of the secret.
pub(super) fn source(ui: &mut Ui, view: &mut View<'_>, editor: &Editor, field: &'static Field) {
    let (label, help) = (view.field(field.key).0, view.text("source-help"));
    let problem = editor.problem(field.key).map(|message| view.words(message));
    let mut typed = editor.sources.get(field.key).cloned().unwrap_or_default();
    let row = FormRow::new(&label).help(&help).problem(problem.as_deref());
    let response = row.show(ui, |ui, name| {
        TextField::new(name, &mut typed).hint(SAMPLE).mono().bad(problem.is_some()).show(ui)
    });
    if response.changed() {
        view.push(Msg::Editor(EditorMsg::Source(field.key, typed)));
    }
}
