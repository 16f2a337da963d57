//! Earlier states of the projects: the list of them, and the way back to one.

use super::effect::Effect;
use super::model::{Dialog, Failure, Model};
use super::update::tell;
use crate::i18n::Message;
use crate::store::{Backup, Restored};

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct Backups {
    /// The earlier states, the latest first; none while they are looked up.
    pub states: Option<Vec<Backup>>,
    /// One is being brought back, or a file set aside.
    pub running: bool,
    /// Why that did not happen.
    pub failure: Option<Failure>,
}

/// What happened around it.
#[derive(Debug)]
pub enum BackupMsg {
    /// They are to be shown.
    Show,
    /// They were looked up.
    Listed(Result<Vec<Backup>, Failure>),
    /// The state of this number is to come back.
    Restore(u64),
    /// The broken file is to be set aside, to begin anew.
    SetAside,
    /// It came back; or the broken file was set aside under this name.
    Restored(Result<Outcome, Failure>),
}

/// What was done.
#[derive(Debug)]
pub enum Outcome {
    /// A state came back.
    Restored(Restored),
    /// A broken file has this name now.
    SetAside(String),
    /// The file was good: nothing was done.
    Nothing,
}

pub(super) fn update(model: &mut Model, msg: BackupMsg) -> Vec<Effect> {
    match msg {
        BackupMsg::Show => {
            model.dialog = Some(Dialog::Backups(Backups::default()));
            return vec![Effect::ListBackups];
        }
        BackupMsg::Listed(listed) => {
            if let Some(dialog) = dialog(model) {
                match listed {
                    Ok(states) => dialog.states = Some(states),
                    Err(failure) => dialog.failure = Some(failure),
                }
            }
        }
        BackupMsg::Restore(number) => return begin(model, Effect::RestoreBackup(number)),
        BackupMsg::SetAside => return begin(model, Effect::SetAside),
        BackupMsg::Restored(Ok(outcome)) => {
            model.dialog = None;
            let message = match outcome {
                Outcome::Restored(restored) => match restored.set_aside {
                    Some(path) => {
                        Message::new("backups-restored-aside").with("file", path.display().to_string())
                    }
                    None => Message::new("backups-restored"),
                },
                Outcome::SetAside(file) => Message::new("backups-set-aside").with("file", file),
                Outcome::Nothing => Message::new("backups-nothing"),
            };
            tell(model, message, false);
            return vec![Effect::LoadProjects];
        }
        BackupMsg::Restored(Err(failure)) => {
            if let Some(dialog) = dialog(model) {
                dialog.running = false;
                dialog.failure = Some(failure);
            } else {
                tell(model, failure.message, true);
            }
        }
    }
    Vec::new()
}

fn dialog(model: &mut Model) -> Option<&mut Backups> {
    match &mut model.dialog {
        Some(Dialog::Backups(dialog)) => Some(dialog),
        _ => None,
    }
}

fn begin(model: &mut Model, effect: Effect) -> Vec<Effect> {
    match dialog(model) {
        Some(dialog) if !dialog.running => {
            dialog.running = true;
            dialog.failure = None;
            vec![effect]
        }
        _ => Vec::new(),
    }
}
