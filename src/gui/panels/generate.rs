//! Generate: kinds as tabs, the form from their fields, the token.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use super::{chrome, fields, snippet, start, token, vault};
use crate::app::model::{Focus, Form};
use crate::app::{Command, Msg};
use crate::gui::theme::{Theme, Tone, space};
use crate::gui::view::{View, keys};
use crate::gui::widgets::{Button, Callout, EmptyState, Icon, Tabs, ends, tag, text};
use crate::i18n::Message;
use crate::store::{Project, SecretPlace};
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
            start::show(ui, view);
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
    let focus = model.focus == Some(Focus::Form);
    let remark = |view: &View<'_>, field: &Field| remark(view, project, form, field);
    fields::form(ui, view, kind.spec().fields, &form.typed, focus, &remark);
}

/// The project whose work this is.
pub(super) fn head(ui: &mut Ui, view: &mut View<'_>, project: &Project) {
    let vendor = vendor::vendor(&project.vendor);
    let name = vendor.map_or(project.vendor.as_str(), |vendor| vendor.name);
    let key = vendor.map_or("", |vendor| vendor.owner_key);
    let words = match project.credentials.get(key) {
        Some(owner) => format!("{name} · {} {owner}", view.field(key).0),
        None => name.to_owned(),
    };
    let mark = chrome::mark(view, project);
    let says = |ui: &mut Ui| {
        ui.set_height(30.0);
        text::title(ui, &project.name);
        let (word, tone) = &mark;
        tag(ui, word, *tone);
        let words = RichText::new(words).color(Theme::of(ui).text_dim);
        ui.add(Label::new(words).truncate());
    };
    let mut commands = vec![Command::EditProject];
    if project.demo {
        commands.insert(0, Command::RemoveDemo);
    }
    let labels: Vec<String> = commands.iter().map(|command| view.text(command.text_id())).collect();
    let ways = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let pressed = labels.iter().map(|label| Button::new(label).small().show(ui).clicked());
        let pressed: Vec<bool> = pressed.collect();
        pressed.iter().position(|pressed| *pressed)
    };
    let ((), pressed) = ends(ui, "head", says, ways);
    if let Some(command) = pressed.and_then(|index| commands.get(index)) {
        view.command(*command);
    }
    if project.demo {
        text::dim(
            ui,
            &view.text(match project.place {
                SecretPlace::Keychain | SecretPlace::Vault | SecretPlace::External => "demo-note",
                SecretPlace::ThisRun => "demo-note-this-run",
            }),
        );
    }
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

/// What the kind has good to say about a value.
fn remark(view: &View<'_>, project: &Project, form: &Form, field: &Field) -> Option<String> {
    let value = form.typed.values.get(field.key).filter(|value| !value.trim().is_empty())?;
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
        let (title, words) = view.failure(failure);
        let label = view.text("command-edit-project");
        let edit = Callout::new(Tone::Bad, &title, &words)
            .icon(Icon::Alert)
            .show(ui, |ui| Button::new(&label).id_salt("mend").show(ui).clicked());
        if edit {
            view.command(Command::EditProject);
        }
        vault::where_needed(ui, view, failure);
        ui.add_space(space::S);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (label, chip) = (view.text("command-generate"), keys(Command::Generate));
        let ready = view.model.can_generate();
        if Button::new(&label).primary().shortcut(&chip).enabled(ready).show(ui).clicked() {
            view.command(Command::Generate);
        }
        if Button::new(&view.text("generate-reset")).enabled(!form.typed.values.is_empty()).show(ui).clicked()
        {
            view.push(Msg::Reset);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            snippet::button(ui, view, view.model.made().is_some());
        });
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
