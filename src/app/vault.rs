//! The vault in the window: whether it is open, and the passphrase while it is typed.

use secrecy::SecretString;

use super::effect::Effect;
use super::guard::{self, GuardMsg};
use super::message::{EditorMsg, Msg};
use super::model::{Failure, Model, SecretText};
use super::update;
use crate::i18n::Message;
use crate::store::{SecretPlace, VaultState};

/// The vault.
#[derive(Debug, Default)]
pub struct VaultDesk {
    /// Whether it can be used.
    pub state: VaultState,
    /// The passphrase as it is typed.
    pub passphrase: SecretText,
    /// The same once more, where the vault is made.
    pub again: SecretText,
    /// It is being opened or made.
    pub running: bool,
    /// Why it is not open.
    pub failure: Option<Failure>,
    /// The project in the editor is saved as soon as it is open.
    then_save: bool,
}

/// What happened around it.
#[derive(Debug)]
pub enum VaultMsg {
    /// It was looked at.
    Looked(VaultState),
    /// The passphrase was typed.
    Passphrase(SecretText),
    /// It was typed again.
    Again(SecretText),
    /// Open it; where there is none, make it.
    Open,
    /// It is open, or not.
    Opened(Result<(), Failure>),
}

/// What is asked of the worker. Opening takes a second: that makes guessing slow.
#[derive(Debug)]
pub enum VaultEffect {
    /// Look at it.
    Look,
    /// Open it.
    Open(SecretString),
    /// Make it.
    Create(SecretString),
}

/// Takes a message.
pub(super) fn update(model: &mut Model, msg: VaultMsg) -> Vec<Effect> {
    let vault = &mut model.vault;
    match msg {
        VaultMsg::Looked(state) => vault.state = state,
        VaultMsg::Passphrase(text) => {
            vault.passphrase = text;
            vault.failure = None;
        }
        VaultMsg::Again(text) => {
            vault.again = text;
            vault.failure = None;
        }
        VaultMsg::Open => return open(vault).map(Effect::Vault).into_iter().collect(),
        VaultMsg::Opened(Err(failure)) => {
            vault.running = false;
            vault.then_save = false;
            vault.failure = Some(failure);
        }
        VaultMsg::Opened(Ok(())) => {
            let saves = vault.then_save;
            *vault = VaultDesk { state: VaultState::Open, ..VaultDesk::default() };
            let mut effects = opened(model);
            if saves && model.guard.locked.is_none() {
                effects.extend(update::update(model, Msg::Editor(EditorMsg::Save)));
            }
            return effects;
        }
    }
    Vec::new()
}

fn open(vault: &mut VaultDesk) -> Option<VaultEffect> {
    if vault.running || vault.state == VaultState::Open {
        return None;
    }
    let makes = vault.state == VaultState::Absent;
    let wrong = if vault.passphrase.0.is_empty() {
        Some("vault-empty")
    } else if makes && *vault.passphrase.0 != *vault.again.0 {
        Some("vault-differ")
    } else {
        None
    };
    vault.failure = wrong.map(|id| Failure::new(Message::new(id)));
    if vault.failure.is_some() {
        return None;
    }
    vault.running = true;
    // As it was typed: a blank at its end is a part of it.
    let passphrase = SecretString::from(vault.passphrase.0.as_str());
    Some(if makes { VaultEffect::Create(passphrase) } else { VaultEffect::Open(passphrase) })
}

/// Opens it for the project in the editor, which is then saved.
pub(super) fn open_and_save(model: &mut Model) -> Vec<Effect> {
    let effect = open(&mut model.vault);
    model.vault.then_save = effect.is_some();
    effect.map(Effect::Vault).into_iter().collect()
}

/// A job ended in a fault of the program: if it was the one that opens, it can be asked for again.
pub(super) fn panicked(model: &mut Model) {
    (model.vault.running, model.vault.then_save) = (false, false);
}

/// What waited for it goes on.
fn opened(model: &mut Model) -> Vec<Effect> {
    if model.guard.locked.is_some() {
        return guard::update(model, GuardMsg::Unlock);
    }
    for form in model.forms.values_mut() {
        form.failure = None;
    }
    for form in model.calls.values_mut() {
        form.failure = None;
    }
    update::inspect(model)
}

impl Model {
    /// Whether a project keeps its secrets in the vault, and that is closed.
    pub fn needs_vault(&self) -> bool {
        let there = self.projects.iter().any(|project| project.place == SecretPlace::Vault);
        there && self.vault.state == VaultState::Closed
    }
}

impl VaultDesk {
    /// Forgets what was typed; one that is open will have been closed.
    pub(super) fn lock(&mut self) {
        let state = if self.state == VaultState::Open { VaultState::Closed } else { self.state };
        *self = Self { state, ..Self::default() };
    }
}
