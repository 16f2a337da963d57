//! Generate: kinds as tabs, the form from their fields, the token.

use eframe::egui::{Align, Layout, Ui};

use super::fields::{self, Remarks};
use super::{chrome, token};
use crate::app::model::{Focus, Form};
use crate::app::{Command, Msg};
use crate::gui::theme::{Tone, space};
use crate::gui::view::{View, keys};
use crate::gui::widgets::{Button, Callout, EmptyState, Icon, Tabs, tag, text};
use crate::i18n::Message;
use crate::store::Project;
use crate::token::input::Ask;
use crate::token::report::kind_text_id;
use crate::token::{Field, Inputs, Note, Raw};
use crate::vendor;

/// Whether there is something to show in the detail column.
pub(super) fn has_detail(view: &View<'_>) -> bool {
    view.model.form().is_some()
}

/// The form.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let model = view.model;
    let Some(project) = model.selected() else {
        if model.loaded && model.projects_failure.is_none() {
            empty(ui, view);
        }
        return;
    };
    head(ui, view, project);
    let Some(form) = model.form() else {
        let words = view.words(&Message::new("generate-unknown-vendor").with("vendor", &project.vendor));
        text::dim(ui, &words);
        return;
    };
    tabs(ui, view, form);
    let kind = form.kind();
    let id = kind_text_id(kind.spec().id);
    text::dim(ui, &view.text(&format!("{id}.about")));
    if !kind.spec().generates {
        let words = view.text("generate-inspect-only");
        if Callout::new(Tone::Accent, &words, "")
            .icon(Icon::Info)
            .show(ui, |ui| Button::new(&view.text("command-show-inspect")).show(ui).clicked())
        {
            view.command(Command::ShowInspect);
        }
        return;
    }
    let mut focus = model.focus == Some(Focus::Form);
    let (plain, advanced): (Vec<&Field>, Vec<&Field>) =
        kind.spec().fields.iter().partition(|field| !field.advanced);
    for field in plain {
        row(ui, view, project, form, field, std::mem::take(&mut focus));
    }
    if !advanced.is_empty() {
        let icon = if form.advanced { Icon::CaretDown } else { Icon::CaretRight };
        let label = view.text("generate-advanced");
        if Button::new(&label).quiet().icon(icon).small().show(ui).clicked() {
            view.push(Msg::ShowAdvanced(!form.advanced));
        }
        if form.advanced {
            for field in advanced {
                row(ui, view, project, form, field, false);
            }
        }
    }
}

fn empty(ui: &mut Ui, view: &mut View<'_>) {
    let (title, words) = (view.text("generate-empty"), view.text("generate-empty.text"));
    let (label, chip) = (view.text("command-new-project"), keys(Command::NewProject));
    let pressed = EmptyState::new(Icon::Plus, &title, &words)
        .show(ui, |ui| Button::new(&label).primary().shortcut(&chip).show(ui).clicked());
    if pressed {
        view.command(Command::NewProject);
    }
}

fn head(ui: &mut Ui, view: &mut View<'_>, project: &Project) {
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = view.text("command-edit-project");
            if Button::new(&label).small().show(ui).clicked() {
                view.command(Command::EditProject);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                text::title(ui, &project.name);
                let (word, tone) = chrome::environment(project.environment);
                tag(ui, word, tone);
                let vendor = vendor::vendor(&project.vendor);
                let name = vendor.map_or(project.vendor.as_str(), |vendor| vendor.name);
                let key = vendor.map_or("", |vendor| vendor.owner_key);
                let words = match project.credentials.get(key) {
                    Some(owner) => format!("{name} · {} {owner}", view.field(key).0),
                    None => name.to_owned(),
                };
                ui.add(
                    eframe::egui::Label::new(
                        eframe::egui::RichText::new(words).color(crate::gui::theme::Theme::of(ui).text_dim),
                    )
                    .truncate(),
                );
            });
        });
    });
}

fn tabs(ui: &mut Ui, view: &mut View<'_>, form: &Form) {
    let kinds = form.kind().vendor().kinds;
    let labels: Vec<String> = kinds.iter().map(|kind| view.text(&kind_text_id(kind.spec().id))).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let mut chosen = kinds.iter().position(|kind| kind.spec().id == form.kind).unwrap_or(0);
    let name = view.text("generate-kinds");
    if Tabs::new(&name, &labels).show(ui, &mut chosen).changed()
        && let Some(kind) = kinds.get(chosen)
    {
        view.push(Msg::ChooseKind(kind.spec().id));
    }
}

fn row(ui: &mut Ui, view: &mut View<'_>, project: &Project, form: &Form, field: &Field, focus: bool) {
    let value = form.value(field);
    let problem = form.problem(field.key);
    let advice = form.advice.iter().find(|advice| advice.key == field.key).map(|advice| &advice.message);
    let ok = if problem.is_none() { remark(view, project, form, field) } else { None };
    let remarks = Remarks { problem, advice, ok };
    if let Some(value) = fields::show(ui, view, field, value, &remarks, focus) {
        view.push(Msg::Set(field.key, value));
    }
}

/// What the kind has good to say about a value.
fn remark(view: &View<'_>, project: &Project, form: &Form, field: &Field) -> Option<String> {
    let value = form.values.get(field.key).filter(|value| !value.trim().is_empty())?;
    let kind = form.kind();
    let fields = kind.fields();
    let mut raw = Raw::new().with(field.key, value);
    for (key, value) in &project.credentials {
        raw = raw.with(key, value);
    }
    let inputs = Inputs::read(&fields, &raw, Ask::Given).ok()?;
    let notes = kind.remark(&inputs, field.key);
    let words: Vec<String> =
        notes.iter().filter(|note| **note != Note::None).map(|note| view.note(note)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The buttons below the form.
pub(super) fn foot(ui: &mut Ui, view: &mut View<'_>) {
    let Some(form) = view.model.form() else { return };
    if !form.kind().spec().generates {
        return;
    }
    if let Some(failure) = &form.failure {
        let (title, words) = (view.words(&failure.message), view.words(&failure.remedy()));
        let label = view.text("command-edit-project");
        let edit = Callout::new(Tone::Bad, &title, &words)
            .icon(Icon::Alert)
            .show(ui, |ui| Button::new(&label).id_salt("mend").show(ui).clicked());
        if edit {
            view.command(Command::EditProject);
        }
        ui.add_space(space::S);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (label, chip) = (view.text("command-generate"), keys(Command::Generate));
        let ready = view.model.can_generate();
        if Button::new(&label).primary().shortcut(&chip).enabled(ready).show(ui).clicked() {
            view.command(Command::Generate);
        }
        if Button::new(&view.text("generate-reset")).enabled(!form.values.is_empty()).show(ui).clicked() {
            view.push(Msg::Reset);
        }
    });
}

/// The token that was made.
pub(super) fn detail(ui: &mut Ui, view: &mut View<'_>) {
    if let Some(made) = view.model.made() {
        token::made(ui, view, made);
    } else if view.model.form().is_some_and(|form| form.kind().spec().generates) {
        let (title, words) = (view.text("token-none"), view.text("token-none.text"));
        EmptyState::new(Icon::Plus, &title, &words).show(ui, |_| ());
    }
}
