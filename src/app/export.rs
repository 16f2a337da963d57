//! The export dialog: without secrets as text, or with them under a passphrase that is typed twice.

use std::path::PathBuf;

use secrecy::SecretString;

use super::effect::Effect;
use super::model::{Dialog, Failure, Model, SecretText};
use super::update::tell;
use crate::i18n::Message;
use crate::store::{SealedError, passphrase};

/// What is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// Without secrets, in TOML.
    #[default]
    Toml,
    /// Without secrets, in JSON.
    Json,
    /// Without secrets, as a table.
    Csv,
    /// With secrets, under a passphrase.
    Sealed,
}

impl Shape {
    /// Those without secrets.
    pub const PLAIN: [Self; 3] = [Self::Toml, Self::Json, Self::Csv];

    /// The ending of its file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Sealed => "age",
        }
    }
}

/// The dialog.
#[derive(Debug, Default)]
pub struct Export {
    /// What is to be written.
    pub shape: Shape,
    /// The path that was typed.
    pub path: String,
    /// The passphrase as it is typed.
    pub passphrase: SecretText,
    /// The same once more.
    pub again: SecretText,
    /// The desktop's own dialog is open.
    pub picking: bool,
    /// It is being written.
    pub running: bool,
    /// Why it came to nothing.
    pub failure: Option<Failure>,
    /// What was written.
    pub done: Option<Exported>,
}

impl Export {
    /// Whether the passphrase is so short that it is warned of.
    pub fn is_weak(&self) -> bool {
        let typed = &self.passphrase.0;
        self.shape == Shape::Sealed && !typed.is_empty() && passphrase::is_weak(typed)
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// How much, and where.
    pub message: Message,
    /// The projects that have secrets which are not in it.
    pub without: Vec<String>,
}

/// Something that the dialog asks of the world.
#[derive(Debug)]
pub enum ExportJob {
    /// Asks for the name of a new file with the desktop's own dialog.
    Pick {
        /// Its title, in words.
        title: String,
        /// The name that it proposes.
        name: String,
    },
    /// Writes the file.
    Write {
        /// Where.
        path: PathBuf,
        /// What.
        shape: Shape,
        /// Under which passphrase.
        passphrase: SecretString,
    },
}

/// What happened in the dialog.
#[derive(Debug)]
pub enum ExportMsg {
    /// Something else is to be written.
    Shape(Shape),
    /// The path changed.
    Path(String),
    /// The passphrase was typed.
    Passphrase(SecretText),
    /// It was typed again.
    Again(SecretText),
    /// The desktop's dialog is wanted; its title.
    Pick(String),
    /// It was answered, or there is none.
    Picked(Result<Option<PathBuf>, Failure>),
    /// Write it.
    Write,
    /// It was written, or not.
    Written(Result<Exported, Failure>),
}

/// Opens the dialog.
pub(super) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Export(Export::default()));
}

/// Changes the dialog by a message. Of a dialog that was closed only the end is told.
pub(super) fn update(model: &mut Model, msg: ExportMsg) -> Vec<Effect> {
    let Some(Dialog::Export(export)) = &mut model.dialog else {
        if let ExportMsg::Written(result) = msg {
            let bad = result.is_err();
            tell(model, result.map_or_else(|failure| failure.message, |exported| exported.message), bad);
        }
        return Vec::new();
    };
    match msg {
        ExportMsg::Picked(result) => {
            export.picking = false;
            match result {
                Ok(Some(path)) => export.path = path.display().to_string(),
                Ok(None) => {}
                Err(failure) => export.failure = Some(failure),
            }
        }
        ExportMsg::Written(result) => {
            export.running = false;
            match result {
                Ok(exported) => *export = Export { done: Some(exported), ..Export::default() },
                Err(failure) => export.failure = Some(failure),
            }
        }
        // Nothing else while it is being written.
        _ if export.running => {}
        ExportMsg::Shape(shape) => {
            export.shape = shape;
            export.failure = None;
        }
        ExportMsg::Path(path) => {
            export.path = path;
            export.failure = None;
        }
        ExportMsg::Passphrase(text) => {
            export.passphrase = text;
            export.failure = None;
        }
        ExportMsg::Again(text) => {
            export.again = text;
            export.failure = None;
        }
        ExportMsg::Pick(title) if !export.picking => {
            export.picking = true;
            export.failure = None;
            let name = format!("tokendesk.{}", export.shape.ending());
            return vec![Effect::Export(ExportJob::Pick { title, name })];
        }
        ExportMsg::Pick(_) => {}
        ExportMsg::Write => return write(export),
    }
    Vec::new()
}

fn write(export: &mut Export) -> Vec<Effect> {
    // As it comes from a terminal or a file manager.
    let path = export.path.trim().trim_matches(['"', '\'']);
    if path.is_empty() {
        return Vec::new();
    }
    let wrong = match export.shape {
        Shape::Sealed if export.passphrase.0.is_empty() => Some(SealedError::Empty),
        Shape::Sealed if *export.passphrase.0 != *export.again.0 => Some(SealedError::Differ),
        _ => None,
    };
    export.failure = wrong.map(|error| Failure::new(error.message()));
    if export.failure.is_some() {
        return Vec::new();
    }
    let path = PathBuf::from(path.strip_prefix("file://").unwrap_or(path));
    export.running = true;
    // As it was typed: a blank at its end is a part of it.
    let passphrase = SecretString::from(export.passphrase.0.as_str());
    vec![Effect::Export(ExportJob::Write { path, shape: export.shape, passphrase })]
}
