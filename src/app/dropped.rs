//! How the model changes when a file is dropped on the window; `update` hands these messages here.

use std::path::PathBuf;

use crate::i18n::Message;

use super::effect::Effect;
use super::import::{self, ImportMsg};
use super::model::{Failure, Model, Panel};
use super::update::{paste, tell};

/// What happened to a file.
#[derive(Debug)]
pub enum DropMsg {
    /// Files were dropped on the window.
    Dropped(Vec<PathBuf>),
    /// The first of them was read, or not.
    Read(Result<DroppedText, Failure>),
}

/// The text of a file.
#[derive(Debug)]
pub struct DroppedText {
    /// The file's name, without its folders.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// How many more were dropped with it, and were left alone.
    pub others: usize,
}

/// Changes the model.
pub(super) fn handle(model: &mut Model, msg: DropMsg) -> Vec<Effect> {
    match msg {
        // A dialog is worked through before anything else is begun.
        DropMsg::Dropped(paths) if import::is_open(model) => {
            let file = paths.into_iter().next().map(ImportMsg::File);
            file.map_or_else(Vec::new, |file| import::update(model, file))
        }
        DropMsg::Dropped(_) if model.dialog.is_some() => Vec::new(),
        DropMsg::Dropped(paths) => {
            let others = paths.len().saturating_sub(1);
            paths.into_iter().next().map(|path| Effect::ReadDropped { path, others }).into_iter().collect()
        }
        DropMsg::Read(Ok(dropped)) => {
            model.palette = None;
            model.panel = Panel::Inspect;
            if dropped.others > 0 {
                let message = Message::new("notice-drop-first").with("name", dropped.name.clone());
                tell(model, message, false);
            }
            let effects = paste(model, dropped.text, None);
            model.inspect.file = Some(dropped.name);
            effects
        }
        DropMsg::Read(Err(failure)) => {
            tell(model, failure.message, true);
            Vec::new()
        }
    }
}
