//! What one does with an inspected token: the buttons, and the fields that a tester wants to be so.

use eframe::egui::{Key, Label, Ui};

use crate::app::actions::{ActionMsg, can_be_expected};
use crate::app::model::Focus;
use crate::app::{Command, Msg};
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::layout::{at_right, ends};
use crate::gui::widgets::{Button, Icon, IconButton, Select, TextField, card, state_chip, text};
use crate::i18n::Message;
use crate::token::{Report, visible};

/// In the verdict.
pub(super) fn again(ui: &mut Ui, view: &mut View<'_>) {
    button(ui, view, Command::SignAgain, "actions-again");
}

/// At the foot of the detail column.
pub(super) fn foot(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(space::S, space::S);
        for (command, label) in [
            (Command::Compare, "actions-compare"),
            (Command::CopyBugReport, "actions-bug-report"),
            (Command::WatchToken, "command-watch-token"),
        ] {
            button(ui, view, command, label);
        }
    });
}

fn button(ui: &mut Ui, view: &mut View<'_>, command: Command, label: &'static str) {
    if command.is_enabled(view.model) && Button::new(&view.text(label)).show(ui).clicked() {
        view.command(command);
    }
}

/// What is expected, each with what it is; and a place for one more. Before anything is, only a quiet button.
pub(super) fn expect(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let expect = &view.model.expect;
    if expect.wanted.is_empty() && expect.draft.is_none() {
        if Button::new(&view.text("actions-expect")).quiet().small().icon(Icon::Plus).show(ui).clicked() {
            view.command(Command::Expect);
        }
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.horizontal(|ui| {
            ui.set_height(22.0);
            text::heading(ui, &view.text("expect-heading"));
            at_right(ui, "expected", |ui| {
                if view.model.expect.draft.is_some() {
                    let close = view.text("expect-close");
                    if IconButton::new(Icon::Cross, &close).side(24.0).show(ui).clicked() {
                        view.push(Msg::Action(ActionMsg::CloseExpect));
                    }
                } else if Button::new(&view.text("actions-expect")).quiet().small().show(ui).clicked() {
                    view.command(Command::Expect);
                }
            });
        });
        for index in 0..view.model.expect.wanted.len() {
            ui.push_id(("expected", index), |ui| wanted(ui, view, report, index));
        }
        draft(ui, view, report);
    });
}

/// One expectation: how it stands, what it is, and a way to be rid of it.
fn wanted(ui: &mut Ui, view: &mut View<'_>, report: &Report, index: usize) {
    let Some((key, value)) = view.model.expect.wanted.get(index) else { return };
    // The report may be older than the list by a moment.
    let found = report.expected.iter().find(|expected| expected.key == *key && expected.wanted == *value);
    let (id, tone) = match found {
        Some(expected) if expected.fits() => ("expect-fits", Tone::Ok),
        Some(expected) if expected.got.is_some() => ("expect-differs", Tone::Bad),
        Some(_) => ("expect-absent", Tone::Bad),
        None => ("expect-unknown", Tone::Neutral),
    };
    let mut words = visible::one_line(&format!("{key} = {value}"));
    if let Some(got) = found.filter(|found| !found.fits()).and_then(|found| found.got.as_ref()) {
        let got = Message::new("expect-got").with("got", visible::one_line(got));
        words = format!("{words} · {}", view.words(&got));
    }
    let (state, forget) = (view.text(id), Message::new("expect-forget").with("key", visible::one_line(key)));
    let forget = view.words(&forget);
    let said = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        state_chip(ui, &state, tone);
        ui.add(Label::new(&words).truncate());
    };
    let cross = |ui: &mut Ui| IconButton::new(Icon::Cross, &forget).side(24.0).show(ui).clicked();
    if ends(ui, "expectation", said, cross).1 {
        view.push(Msg::Action(ActionMsg::Forget(index)));
    }
}

/// Field, value, and the button that makes it count.
fn draft(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let Some(draft) = &view.model.expect.draft else { return };
    let mut keys = can_be_expected(report);
    if keys.is_empty() {
        text::note(ui, &view.text("expect-nothing"));
        return;
    }
    let chosen = keys.iter().position(|key| *key == draft.key);
    if chosen.is_none() && !draft.key.is_empty() {
        keys.push(&draft.key);
    }
    let mut at = chosen.unwrap_or(if draft.key.is_empty() { 0 } else { keys.len() - 1 });
    let labels: Vec<String> = keys.iter().map(|key| visible::one_line(key)).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let key = |at: usize| keys.get(at).map_or_else(String::new, |key| (*key).to_owned());
    let mut value = draft.value.clone();
    let (field_name, value_name) = (view.text("expect-field"), view.text("expect-value"));
    let add = view.text("expect-add");
    let focus = view.model.focus == Some(Focus::Expect);
    let fields = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let select = Select::new(&field_name, &labels).width(170.0).show(ui, &mut at);
        if focus {
            select.request_focus();
            select.scroll_to_me(None);
        }
        let room = (ui.available_width() - space::S).max(80.0);
        (select, TextField::new(&value_name, &mut value).mono().width(room).show(ui))
    };
    let button = |ui: &mut Ui| Button::new(&add).show(ui).clicked();
    let ((select, field), pressed) = ends(ui, "expectation", fields, button);
    if select.changed() {
        view.push(Msg::Action(ActionMsg::ExpectKey(key(at))));
    }
    if field.changed() {
        view.push(Msg::Action(ActionMsg::ExpectValue(value)));
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if pressed || entered {
        // The field that stands there counts though nobody chose it.
        view.push(Msg::Action(ActionMsg::ExpectKey(key(at))));
        view.push(Msg::Action(ActionMsg::Expect));
    }
    if entered {
        field.request_focus();
    }
}
