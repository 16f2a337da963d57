//! The way into the vault: a field for its passphrase. Two where it is to be made.

use eframe::egui::{Key, Modifiers, Response, Ui};

use crate::app::model::{Failure, SecretText};
use crate::app::{Msg, VaultMsg};
use crate::gui::theme::Tone;
use crate::gui::view::View;
use crate::gui::widgets::{Button, Callout, FormRow, Icon, SecretField, text};
use crate::store::VaultState;

/// Draws it with its button; nothing if the vault is open.
pub(super) fn unlock(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.model.vault.state;
    if state == VaultState::Open {
        return;
    }
    let makes = state == VaultState::Absent;
    let running = view.model.vault.running;
    fields(ui, view);
    let label = view.text(match (makes, running) {
        (_, true) => "vault-running",
        (true, false) => "vault-make",
        (false, false) => "vault-open",
    });
    if Button::new(&label).icon(Icon::Lock).enabled(!running).show(ui).clicked() {
        view.push(Msg::Vault(VaultMsg::Open));
    }
}

/// The same below a failure that comes of it.
pub(super) fn where_needed(ui: &mut Ui, view: &mut View<'_>, failure: &Failure) {
    if failure.message.id == "vault-closed" {
        unlock(ui, view);
    }
}

/// The fields, and why the vault did not open; gives the first field.
pub(super) fn fields(ui: &mut Ui, view: &mut View<'_>) -> Response {
    let makes = view.model.vault.state == VaultState::Absent;
    let first = ui.add_enabled_ui(!view.model.vault.running, |ui| {
        let help = view.text(if makes { "vault-new-help" } else { "vault-help" });
        let first =
            row(ui, view, "vault-passphrase", &help, &view.model.vault.passphrase, VaultMsg::Passphrase);
        if makes {
            row(ui, view, "vault-again", "", &view.model.vault.again, VaultMsg::Again);
        }
        first
    });
    if let Some(failure) = &view.model.vault.failure {
        let (title, words) = view.failure(failure);
        Callout::new(Tone::Bad, &title, &words).icon(Icon::Lock).show(ui, |_| ());
    }
    first.inner
}

fn row(
    ui: &mut Ui,
    view: &mut View<'_>,
    id: &str,
    help: &str,
    typed: &SecretText,
    msg: fn(SecretText) -> VaultMsg,
) -> Response {
    let (label, reveal) = (view.text(id), view.text("vault-reveal"));
    let mut typed = typed.clone();
    let row = FormRow::new(&label).help(help);
    let response = row.show(ui, |ui, name| SecretField::new(name, &reveal).show(ui, &mut typed.0));
    if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        view.push(Msg::Vault(VaultMsg::Open));
    }
    if response.changed() {
        view.push(Msg::Vault(msg(typed)));
    }
    response
}

/// What the settings say of it.
pub(super) fn settings(ui: &mut Ui, view: &mut View<'_>) {
    let id = match view.model.vault.state {
        VaultState::Absent => "vault-state-absent",
        VaultState::Open => "vault-state-open",
        VaultState::Closed => "vault-state-closed",
    };
    text::body(ui, &view.text(id));
    if view.model.vault.state == VaultState::Closed {
        unlock(ui, view);
    }
}
