//! The project editor: a dialog.

use eframe::egui::{Context, Frame, Margin, ScrollArea, Ui};

use super::fields::{self, Remarks};
use super::places;
use crate::app::model::{Editor, Keychain, SecretText};
use crate::app::{EditorMsg, Msg};
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{
    Button, Callout, FormRow, Icon, Modal, SecretField, Segmented, Select, TextField, ends,
};
use crate::store::{Environment, SecretPlace};
use crate::token::Field;
use crate::vendor::VENDORS;

/// What the dialog has above and below its form.
const BESIDE_FORM: f32 = 170.0;

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, editor: &Editor) {
    let title = view.text(if editor.seen.is_some() { "editor-edit" } else { "editor-new" });
    let close = view.text("close");
    let modal = Modal::new(&title, &close).width(520.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        // The buttons below stay in sight however much there is to say.
        let room = (ui.ctx().content_rect().height() - BESIDE_FORM).max(200.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            // The ring around a field is wider than the field.
            Frame::NONE.inner_margin(Margin::symmetric(3, 2)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                ui.add_enabled_ui(!editor.saving, |ui| {
                    form(ui, view, editor);
                });
                place(ui, view, editor);
            });
        });
        let buttons = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if Button::new(&view.text("cancel")).show(ui).clicked() {
                view.push(Msg::Close);
            }
            let save = view.text(if editor.saving { "editor-saving" } else { "editor-save" });
            let pressed = Button::new(&save).primary().enabled(!editor.saving).show(ui).clicked();
            let enter = ui.input_mut(|input| {
                input.consume_key(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Enter)
            });
            if pressed || enter {
                view.push(Msg::Editor(EditorMsg::Save));
            }
        };
        ends(ui, "buttons", |_| (), buttons);
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

fn form(ui: &mut Ui, view: &mut View<'_>, editor: &Editor) {
    let send = |view: &mut View<'_>, msg| view.push(Msg::Editor(msg));
    let problem = |view: &View<'_>, key: &str| editor.problem(key).map(|message| view.words(message));

    let mut name = editor.name.clone();
    let label = view.text("editor-name");
    let wrong = problem(view, "name");
    let row = FormRow::new(&label).problem(wrong.as_deref());
    if row.show(ui, |ui, label| TextField::new(label, &mut name).bad(wrong.is_some()).show(ui)).changed() {
        send(view, EditorMsg::Name(name));
    }
    // A saved project stays with its vendor: its credentials would mean something else.
    let vendors: Vec<_> = VENDORS.iter().filter(|vendor| vendor.has_projects()).collect();
    if editor.seen.is_none() && vendors.len() > 1 {
        let labels: Vec<&str> = vendors.iter().map(|vendor| vendor.name).collect();
        let mut chosen = vendors.iter().position(|vendor| vendor.id == editor.vendor.id).unwrap_or(0);
        let label = view.text("editor-vendor");
        let row = FormRow::new(&label);
        if row.show(ui, |ui, label| Select::new(label, &labels).show(ui, &mut chosen)).changed()
            && let Some(vendor) = vendors.get(chosen)
        {
            send(view, EditorMsg::Vendor(vendor.id));
        }
    }
    let words =
        Environment::ALL.map(|environment| view.text(&format!("environment-{}", environment.as_str())));
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = Environment::ALL.iter().position(|e| *e == editor.environment).unwrap_or(0);
    let label = view.text("editor-environment");
    let row = FormRow::new(&label);
    if row.show(ui, |ui, label| Segmented::new(label, &labels).show(ui, &mut chosen)).changed()
        && let Some(environment) = Environment::ALL.get(chosen)
    {
        send(view, EditorMsg::Environment(*environment));
    }
    let mut group = editor.group.clone();
    let (label, help) = (view.text("editor-group"), view.text("editor-group.help"));
    let row = FormRow::new(&label).help(&help);
    if row.show(ui, |ui, label| TextField::new(label, &mut group).show(ui)).changed() {
        send(view, EditorMsg::Group(group));
    }
    let mut first = true;
    for field in editor.vendor.credentials {
        if field.is_secret() && std::mem::take(&mut first) {
            places::choice(ui, view, editor);
        }
        if field.is_secret() && editor.place == SecretPlace::External {
            places::source(ui, view, editor, field);
            continue;
        }
        if field.is_secret() {
            secret(ui, view, editor, field);
            continue;
        }
        let value = editor.credentials.get(field.key).map_or("", String::as_str);
        let advice =
            editor.advice.iter().find(|advice| advice.key == field.key).map(|advice| &advice.message);
        let remarks = Remarks { problem: editor.problem(field.key), advice, ok: None };
        if let Some(value) = fields::show(ui, view, field, value, &remarks, false) {
            send(view, EditorMsg::Credential(field.key, value));
        }
    }
}

fn secret(ui: &mut Ui, view: &mut View<'_>, editor: &Editor, field: &'static Field) {
    let (label, help) = view.field(field.key);
    let problem = editor.problem(field.key).map(|message| view.words(message));
    let advice = editor.advice.iter().find(|advice| advice.key == field.key).map(|a| view.words(&a.message));
    let saved = editor.saved_secrets.contains(field.key);
    let hint = view.text(if saved { "editor-secret-saved" } else { "editor-secret-hint" });
    let reveal = view.text("editor-reveal");
    let mut typed = editor.secrets.get(field.key).cloned().unwrap_or_default();
    let row = FormRow::new(&label).help(&help).problem(problem.as_deref()).advice(advice.as_deref());
    let response = row.show(ui, |ui, label| {
        SecretField::new(label, &reveal).hint(&hint).bad(problem.is_some()).show(ui, &mut typed.0)
    });
    if response.changed() {
        view.push(Msg::Editor(EditorMsg::Secret(field.key, SecretText(typed.0))));
    }
}

/// Where the secrets go, and what to do when they cannot go there.
fn place(ui: &mut Ui, view: &mut View<'_>, editor: &Editor) {
    if let Some(failure) = &editor.failure {
        let (title, words) = view.failure(failure);
        let mut words = vec![words];
        words.extend(failure.cause.as_ref().map(|cause| view.words(cause)));
        let way_on = failure.keychain && editor.place == SecretPlace::Keychain;
        let label = view.text("editor-this-run");
        let pressed = Callout::new(Tone::Bad, &title, &view.texts.sentences(&words))
            .icon(Icon::Alert)
            .show(ui, |ui| way_on && Button::new(&label).show(ui).clicked());
        if pressed {
            view.push(Msg::Editor(EditorMsg::SaveForThisRun));
        }
        return;
    }
    if !editor.has_secret_field() {
        return;
    }
    match (&view.model.keychain, editor.place) {
        (_, SecretPlace::ThisRun) => {
            let (title, words) =
                (view.text("editor-place-this-run"), view.text("editor-place-this-run.text"));
            let reachable = view.model.keychain == Keychain::Reachable;
            let label = view.text("editor-use-keychain");
            let pressed = Callout::new(Tone::Warn, &title, &words)
                .icon(Icon::Warning)
                .show(ui, |ui| reachable && Button::new(&label).enabled(!editor.saving).show(ui).clicked());
            if pressed {
                view.push(Msg::Editor(EditorMsg::UseKeychain));
            }
        }
        (Keychain::Failed(failure), SecretPlace::Keychain) => {
            let (title, words) = view.failure(failure);
            let label = view.text("editor-this-run");
            let pressed = Callout::new(Tone::Warn, &title, &words)
                .icon(Icon::Lock)
                .show(ui, |ui| Button::new(&label).enabled(!editor.saving).show(ui).clicked());
            if pressed {
                view.push(Msg::Editor(EditorMsg::SaveForThisRun));
            }
        }
        _ => {}
    }
}
