//! The export dialog: what, where to, and under which passphrase.

use eframe::egui::{Align, Context, Key, Layout, Modifiers, Ui, vec2};

use super::vault;
use crate::app::Msg;
use crate::app::export::{Export, ExportMsg, Exported, Shape};
use crate::app::model::SecretText;
use crate::gui::theme::{CONTROL_HEIGHT, Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{Button, Callout, FormRow, Icon, Modal, SecretField, Segmented, TextField, text};
use crate::i18n::Message;
use crate::token::visible;

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, export: &Export) {
    let (title, close) = (view.text("export-title"), view.text("close"));
    let modal = Modal::new(&title, &close).width(560.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        match &export.done {
            Some(exported) => done(ui, view, exported),
            None => ask(ui, view, export),
        }
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

fn send(view: &mut View<'_>, msg: ExportMsg) {
    view.push(Msg::Export(msg));
}

fn ask(ui: &mut Ui, view: &mut View<'_>, export: &Export) {
    let seals = export.shape == Shape::Sealed;
    text::dim(ui, &view.text(if seals { "export-about-sealed" } else { "export-about" }));
    ui.add_enabled_ui(!export.running, |ui| {
        what(ui, view, export);
        if seals {
            row(ui, view, "export-passphrase", &export.passphrase, ExportMsg::Passphrase);
            row(ui, view, "export-again", &export.again, ExportMsg::Again);
        }
        place(ui, view, export);
    });
    if export.is_weak() {
        let (title, words) = (view.text("export-weak-title"), view.text("export-weak"));
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Warning).show(ui, |_| ());
    }
    if let Some(failure) = &export.failure {
        let (title, words) = view.failure(failure);
        Callout::new(Tone::Bad, &title, &words).icon(Icon::Alert).show(ui, |_| ());
        vault::where_needed(ui, view, failure);
    }
    buttons(ui, |ui| {
        let label = view.text(if export.running { "export-running" } else { "export-write" });
        let can = !export.running && !export.path.trim().is_empty();
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if Button::new(&label).primary().enabled(can).show(ui).clicked() || (enter && can) {
            send(view, ExportMsg::Write);
        }
        if Button::new(&view.text("cancel")).show(ui).clicked() {
            view.push(Msg::Close);
        }
    });
}

/// With secrets or without, and how.
fn what(ui: &mut Ui, view: &mut View<'_>, export: &Export) {
    let words = ["export-without-secrets", "export-with-secrets"].map(|id| view.text(id));
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = usize::from(export.shape == Shape::Sealed);
    let label = view.text("export-what");
    let row = FormRow::new(&label);
    if row.show(ui, |ui, label| Segmented::new(label, &labels).show(ui, &mut chosen)).changed() {
        let shape = if chosen == 1 { Shape::Sealed } else { Shape::default() };
        send(view, ExportMsg::Shape(shape));
    }
    let Some(mut chosen) = Shape::PLAIN.iter().position(|shape| *shape == export.shape) else { return };
    let label = view.text("export-format");
    let row = FormRow::new(&label);
    let labels = ["TOML", "JSON", "CSV"];
    if row.show(ui, |ui, label| Segmented::new(label, &labels).show(ui, &mut chosen)).changed()
        && let Some(shape) = Shape::PLAIN.get(chosen)
    {
        send(view, ExportMsg::Shape(*shape));
    }
}

fn row(ui: &mut Ui, view: &mut View<'_>, id: &str, typed: &SecretText, msg: fn(SecretText) -> ExportMsg) {
    let (label, reveal) = (view.text(id), view.text("vault-reveal"));
    let mut typed = typed.clone();
    let row = FormRow::new(&label);
    let response = row.show(ui, |ui, name| SecretField::new(name, &reveal).show(ui, &mut typed.0));
    if response.changed() {
        send(view, msg(typed));
    }
}

/// Where to.
fn place(ui: &mut Ui, view: &mut View<'_>, export: &Export) {
    let (label, help) = (view.text("export-path"), view.text("export-path.help"));
    let mut path = export.path.clone();
    let row = FormRow::new(&label).help(&help);
    if row.show(ui, |ui, label| TextField::new(label, &mut path).show(ui)).changed() {
        send(view, ExportMsg::Path(path));
    }
    let label = view.text("export-pick");
    let pick = Button::new(&label).enabled(!export.picking);
    if FormRow::new("").show(ui, |ui, _| pick.show(ui)).clicked() {
        let title = view.text("export-title");
        send(view, ExportMsg::Pick(title));
    }
}

fn done(ui: &mut Ui, view: &mut View<'_>, exported: &Exported) {
    let (title, words) = (view.text("export-done-title"), view.words(&exported.message));
    Callout::new(Tone::Ok, &title, &words).icon(Icon::Check).show(ui, |_| ());
    if !exported.without.is_empty() {
        let names: Vec<_> = exported.without.iter().map(|name| visible::one_line(name)).collect();
        let title = view.text("export-without-title");
        let words = view.words(&Message::new("export-without").with("projects", names.join(", ")));
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Warning).show(ui, |_| ());
    }
    buttons(ui, |ui| {
        if Button::new(&view.text("import-finish")).primary().show(ui).clicked() {
            view.push(Msg::Close);
        }
    });
}

/// The buttons at the foot, from right to left.
fn buttons(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        contents(ui);
    });
}
