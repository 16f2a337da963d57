//! Everything that can happen to the model: what the user did, what an effect came back with.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::call::Request;
use crate::store::{Environment, Project, ProjectId, SecretPlace, Settings};
use crate::token::{Problem, Report};

use super::actions::ActionMsg;
use super::backups::BackupMsg;
use super::command::Command;
use super::compare::CompareMsg;
use super::desk::DeskMsg;
use super::dropped::DropMsg;
use super::effect::Sensitivity;
use super::export::ExportMsg;
use super::guard::GuardMsg;
use super::import::ImportMsg;
use super::model::{Answered, Failure, Made, SecretText};
use super::share::ShareMsg;
use super::travel::TravelMsg;
use super::vault::VaultMsg;
use super::watch::WatchMsg;

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
    /// Somebody has changed the project file: another instance, a person with an editor, or we ourselves.
    FilesChanged,
    /// The keychain answered, or not.
    KeychainChecked(Result<(), Failure>),

    /// The text in the project search changed.
    Search(String),
    /// A project was chosen.
    Select(ProjectId),
    /// Something in the project editor.
    Editor(EditorMsg),
    /// Something around the vault.
    Vault(VaultMsg),
    /// Something on the desk itself.
    Desk(DeskMsg),
    /// Something around the moved clock.
    Travel(TravelMsg),
    /// Something in the import dialog.
    Import(ImportMsg),
    /// Something in the export dialog.
    Export(ExportMsg),
    /// The project was saved; a failure that `is_done` still brings the project.
    ProjectSaved(Result<Project, Failure>),
    /// The project was copied, or not.
    ProjectDuplicated(Result<Project, Failure>),
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
    /// More was pasted than any field takes.
    PasteTooLong(String),
    /// The user says what kind the text is; `None` lets it be recognised.
    SayKind(Option<&'static str>),
    /// The report on this text.
    Inspected(String, Box<Report>, Option<Failure>),
    /// A text whose kind is known is to be inspected, with what is known besides.
    InspectAs(String, Option<&'static str>, Vec<(&'static str, String)>),
    /// What the token in the paste box does not carry and its check needs.
    Know(&'static str, String),
    /// What the clipboard held.
    ClipboardRead(Result<String, Failure>),

    /// Something with a file that was dropped on the window.
    Drop(DropMsg),

    /// A text of a report is to be copied.
    Copy(String, Sensitivity),
    /// It is on the clipboard, or not.
    Copied(Result<Sensitivity, Failure>),
    /// Another call was chosen.
    ChooseCall(&'static str),
    /// The address that replaces the vendor's changed.
    BaseUrl(String),
    /// The request of a project's call was built, or not.
    Prepared(ProjectId, Result<Box<Request>, NotMade>),
    /// Send the request; `true` although the vendor may lock the account.
    Send(bool),
    /// Stop waiting for the answer.
    CancelSend,
    /// The sending came to an end. The call, and the values it was sent with.
    Answered(ProjectId, Box<Sent>),
    /// A value of an answer goes into the token form.
    Use(&'static str, String),
    /// Something in order to hand a token on.
    Share(ShareMsg),
    /// Something around watched tokens.
    Watch(WatchMsg),
    /// Something around the clipboard that clears itself and the lock.
    Guard(GuardMsg),
    /// Something around earlier states of the projects.
    Backups(BackupMsg),
    /// Something with the inspected token.
    Action(ActionMsg),
    /// Something with the token beside it.
    Compare(CompareMsg),
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

/// A sending that came to an end.
#[derive(Debug)]
pub struct Sent {
    /// Id of the call.
    pub call: &'static str,
    /// The values it was sent with.
    pub values: Vec<(String, String)>,
    /// What came of it.
    pub answered: Answered,
    /// The mark of the sending that it answers.
    pub cancelled: Arc<AtomicBool>,
    /// More were sent lately than is wise: how many within the vendor's minute.
    pub near_limit: Option<usize>,
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
    /// Keep the secrets in the keychain from now on.
    UseKeychain,
    /// The place for the secrets was chosen.
    Place(SecretPlace),
    /// Where a secret is was typed.
    Source(&'static str, String),
}
