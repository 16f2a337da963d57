//! What can go wrong with projects and their secrets.

use super::file::FileError;
use super::secrets::SecretError;
use crate::i18n::Message;

/// Why something about projects was not done, or not wholly. Never holds a secret.
///
/// Unless it is one of [`Self::HalfDone`] and [`Self::LeftOver`], everything is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// A secret could not be read, written or removed.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// There is no such project (any more).
    #[error("there is no project {wanted}")]
    NoSuchProject {
        /// The name or id that was asked for.
        wanted: String,
    },
    /// A project needs a name.
    #[error("a project needs a name")]
    NameEmpty,
    /// A name must be one line of visible text.
    #[error("a project's name must not contain line breaks or control characters")]
    NameUnprintable,
    /// Another project has that name; upper and lower case count as the same.
    #[error("there is a project {name} already")]
    NameTaken {
        /// The name of the other project.
        name: String,
    },
    /// Another instance changed the project at the same time, in a way that does not go together.
    #[error("the project {name} was changed by another instance at the same time")]
    ChangedMeanwhile {
        /// Its name.
        name: String,
    },
    /// Secrets would be lost: they are to be kept elsewhere, and nothing says where.
    #[error("nothing says where these secrets are: {}", fields.join(", "))]
    NoReference {
        /// The keys of their fields.
        fields: Vec<String>,
    },
    /// A text to be imported cannot be understood.
    #[error("cannot understand what is to be imported, line {line}: {reason}")]
    Import {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// A text to be imported comes from a newer program.
    #[error("what is to be imported has version {version}, this program knows up to {known}")]
    ImportNewer {
        /// Its version.
        version: i64,
        /// The version that this program knows.
        known: u32,
    },
    /// A text to be imported can be understood, and holds nothing to import.
    #[error("nothing to import: {}", message.id)]
    ImportRefused {
        /// Why; its attribute `remedy` says what to do.
        message: Message,
    },
    /// What is under a passphrase was not opened, or nothing was put under one.
    #[error(transparent)]
    Sealed(#[from] SealedError),
    /// It failed, and what had been done by then could not be taken back wholly.
    #[error("{cause}; and these secrets could not be put back as they were: {}", entries.join(", "))]
    HalfDone {
        /// Why it failed in the first place.
        cause: Box<Self>,
        /// The entries (service tokendesk) whose state is not known.
        entries: Vec<String>,
    },
    /// It is done and saved, but secrets that are not needed any more could not be removed.
    #[error("done, but these secrets could not be removed: {}: {cause}", entries.join(", "))]
    LeftOver {
        /// Why they could not be removed.
        cause: SecretError,
        /// The entries (service tokendesk) that are still there.
        entries: Vec<String>,
    },
}

/// Why an export under a passphrase was not made or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealedError {
    /// It is under a passphrase, and none was given.
    #[error("this is under a passphrase")]
    Needed,
    /// A passphrase is needed.
    #[error("the passphrase is empty")]
    Empty,
    /// It was given twice, and not the same.
    #[error("the two passphrases are not the same")]
    Differ,
    /// It is another one.
    #[error("the passphrase does not open it")]
    Wrong,
    /// It cannot be opened by any, or was cut or changed.
    #[error("it is damaged: {reason}")]
    Damaged {
        /// What is wrong.
        reason: String,
    },
    /// It could not be encrypted.
    #[error("it cannot be encrypted: {reason}")]
    Failed {
        /// Why not.
        reason: String,
    },
}

impl SealedError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Needed => Message::new("sealed-needed"),
            Self::Empty => Message::new("sealed-empty"),
            Self::Differ => Message::new("sealed-differ"),
            Self::Wrong => Message::new("sealed-wrong"),
            Self::Damaged { reason } => Message::new("sealed-damaged").with("reason", reason),
            Self::Failed { reason } => Message::new("sealed-failed").with("reason", reason),
        }
    }
}

impl StoreError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do. Show [`Self::cause`] as well.
    pub fn message(&self) -> Message {
        match self {
            Self::File(error) => error.message(),
            Self::Secret(error) => error.message(),
            Self::NoSuchProject { wanted } => Message::new("project-none").with("wanted", wanted),
            Self::NameEmpty => Message::new("project-name-empty"),
            Self::NameUnprintable => Message::new("project-name-unprintable"),
            Self::NameTaken { name } => Message::new("project-name-taken").with("name", name),
            Self::ChangedMeanwhile { name } => Message::new("project-changed-meanwhile").with("name", name),
            Self::NoReference { fields } => {
                Message::new("secret-no-reference").with("fields", fields.join(", "))
            }
            Self::Import { line, reason } => {
                Message::new("import-damaged").with("line", line.to_string()).with("reason", reason)
            }
            Self::ImportNewer { version, known } => Message::new("import-newer")
                .with("version", version.to_string())
                .with("known", known.to_string()),
            Self::ImportRefused { message } => message.clone(),
            Self::Sealed(error) => error.message(),
            Self::HalfDone { entries, .. } => {
                Message::new("project-half-done").with("entries", entries.join(", "))
            }
            Self::LeftOver { entries, .. } => {
                Message::new("project-left-over").with("entries", entries.join(", "))
            }
        }
    }

    /// What stands behind [`Self::HalfDone`] and [`Self::LeftOver`], in words.
    pub fn cause(&self) -> Option<Message> {
        match self {
            Self::HalfDone { cause, .. } => Some(cause.message()),
            Self::LeftOver { cause, .. } => Some(cause.message()),
            _ => None,
        }
    }

    /// Whether it is done and saved all the same.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::LeftOver { .. })
    }
}
