//! Everything that can happen to the model: what the user did, what an effect came back with.

use crate::store::{Environment, Project, ProjectId, Settings};
use crate::token::{Problem, Report};

use super::command::Command;
use super::effect::Sensitivity;
use super::model::{Failure, Made, SecretText};

/// One thing that happened.
#[derive(Debug)]
pub enum Msg {
    /// A command was given.
    Command(Command),
    /// Esc, or a press outside: closes the topmost thing.
    Close,

    /// The settings were read; the failure tells why they are the defaults.
    SettingsLoaded(Settings, Option<Failure>),
    /// The settings were not saved.
    SettingsNotSaved(Failure),
    /// The project file was read.
    ProjectsLoaded(Result<Vec<Project>, Failure>),
    /// The keychain answered, or not.
    KeychainChecked(Result<(), Failure>),

    /// The text in the project search changed.
    Search(String),
    /// A project was chosen.
    Select(ProjectId),
    /// Something in the project editor.
    Editor(EditorMsg),
    /// The project was saved; a failure that `is_done` still brings the project.
    ProjectSaved(Result<Project, Failure>),
    /// Delete was confirmed; `true` leaves the secrets where they are.
    DeleteConfirmed(bool),
    /// The project is gone, or not. The names are keychain entries that may be left.
    ProjectDeleted(Result<(ProjectId, Vec<String>), Failure>),

    /// Another kind was chosen in the form.
    ChooseKind(&'static str),
    /// A field of the form changed.
    Set(&'static str, String),
    /// The form is to be as new.
    Reset,
    /// The advanced fields were unfolded or folded.
    ShowAdvanced(bool),
    /// A token was made, or not.
    Generated(ProjectId, Result<Box<Made>, NotMade>),

    /// The text in the paste box changed.
    Paste(String),
    /// The user says what kind the text is; `None` lets it be recognised.
    SayKind(Option<&'static str>),
    /// The report on a text.
    Inspected(Box<Report>, Option<Failure>),
    /// What the clipboard held.
    ClipboardRead(Result<String, Failure>),

    /// A text of a report is to be copied.
    Copy(String, Sensitivity),
    /// It is on the clipboard, or not.
    Copied(Result<Sensitivity, Failure>),
    /// Text was typed into the palette.
    PaletteQuery(String),
    /// A notice was read.
    DismissNotice,
    /// A job ended in a fault of the program.
    JobPanicked,
    /// Nothing: an effect that has no answer is done.
    Done,
}

/// Why no token was made.
#[derive(Debug)]
pub enum NotMade {
    /// The form's fault.
    Problems(Vec<Problem>),
    /// The store's fault.
    Failure(Failure),
}

/// What happened in the project editor.
#[derive(Debug)]
pub enum EditorMsg {
    /// The name changed.
    Name(String),
    /// The vendor was chosen.
    Vendor(&'static str),
    /// The environment was chosen.
    Environment(Environment),
    /// The group changed.
    Group(String),
    /// A public credential changed.
    Credential(&'static str, String),
    /// A secret was typed.
    Secret(&'static str, SecretText),
    /// Save.
    Save,
    /// Save, with the secrets kept for this run only.
    SaveForThisRun,
}
