//! What the model asks of the world. Carried out by [`crate::host::perform`], never inside a frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use secrecy::SecretString;

use super::export::ExportJob;
use super::import::ImportJob;
use crate::call::Request;
use crate::i18n::{Language, Message};
use crate::store::{Draft, Guarding, Project, ProjectId, Theme, Times};
use crate::token::Time;

use super::vault::VaultEffect;
use super::watch::WatchEffect;

/// Something that can wait, fail or block.
#[derive(Debug)]
pub enum Effect {
    /// Reads the settings.
    LoadSettings,
    /// Reads the project file.
    LoadProjects,
    /// Asks whether the keychain can be reached, without a prompt.
    CheckKeychain,
    /// Saves a new project, or changes one.
    SaveProject {
        /// The one to change, as it was when it was opened.
        seen: Option<Box<Project>>,
        /// What it is to be.
        draft: Draft,
        /// Secrets that were typed, by field key.
        secrets: Vec<(String, SecretString)>,
    },
    /// Copies a project with its secrets.
    DuplicateProject {
        /// The one to copy.
        id: ProjectId,
        /// The copy's name.
        name: String,
    },
    /// Deletes a project and its secrets.
    DeleteProject {
        /// The one to delete.
        id: ProjectId,
        /// Without asking the keychain, which is not reachable.
        leaving_secrets: bool,
    },
    /// Makes a token with a project's secrets.
    Generate {
        /// The project.
        project: ProjectId,
        /// Id of the kind.
        kind: &'static str,
        /// The form's values, raw.
        values: Vec<(String, String)>,
        /// The clock.
        now: Time,
    },
    /// Builds the request of a call with a project's secrets.
    PrepareCall {
        /// The project.
        project: ProjectId,
        /// Id of the call.
        call: &'static str,
        /// The form's values, raw.
        values: Vec<(String, String)>,
        /// The address that replaces the vendor's.
        base_url: Option<String>,
        /// The clock.
        now: Time,
    },
    /// Sends a request over the network: only ever on the user's press.
    Send {
        /// The project.
        project: ProjectId,
        /// Id of the call.
        call: &'static str,
        /// The values that the request was built from.
        values: Vec<(String, String)>,
        /// Exactly this is sent.
        request: Box<Request>,
        /// Although the vendor may lock the account.
        forced: bool,
        /// Set to stop waiting.
        cancelled: Arc<AtomicBool>,
    },
    /// Inspects text with each saved project in turn.
    Inspect {
        /// The pasted text.
        text: String,
        /// The kind that the user chose.
        kind: Option<&'static str>,
        /// What the token does not carry, by field key.
        known: Vec<(String, String)>,
        /// What the tester wants to be so.
        expect: Vec<(String, String)>,
        /// The clock.
        now: Time,
    },
    /// The same for the token beside it.
    InspectOther {
        /// The pasted text.
        text: String,
        /// The kind, where several look alike.
        kind: Option<&'static str>,
        /// What the token does not carry, by field key.
        known: Vec<(String, String)>,
        /// The clock.
        now: Time,
    },
    /// Reads a file that was dropped on the window, and how many were dropped with it.
    ReadDropped {
        /// The file.
        path: PathBuf,
        /// How many more there were.
        others: usize,
    },
    /// Puts text on the clipboard.
    Copy {
        /// The text.
        text: String,
        /// How it must be guarded.
        sensitivity: Sensitivity,
    },
    /// Makes the QR code of a text.
    DrawQr {
        /// What it is.
        what: Message,
        /// The text.
        text: String,
    },
    /// Reads the clipboard in order to inspect it.
    ReadClipboard,
    /// Something around watched tokens.
    Watch(WatchEffect),
    /// Something around the vault.
    Vault(VaultEffect),
    /// Empties the clipboard, if it is still ours.
    ClearClipboard,
    /// Wipes the secrets that are in memory, and clears the clipboard.
    Lock,
    /// Asks the store whether we may go on.
    Unlock,
    /// Remembers how tokens and secrets are guarded.
    SaveGuard(Guarding),
    /// Looks up the earlier states of the projects.
    ListBackups,
    /// Brings the earlier state of this number back.
    RestoreBackup(u64),
    /// Takes a project file that cannot be understood out of the way.
    SetAside,
    /// Remembers the theme.
    SaveTheme(Theme),
    /// Remembers how large everything is shown, in per cent.
    SaveZoom(u16),
    /// Remembers in which zone times are shown.
    SaveTimes(Times),
    /// Asks where the files are.
    FindFiles,
    /// Makes the demo project, or gives the one that is there its secrets again; where there is no keychain, for this
    /// run only.
    TryDemo {
        /// The one that is there.
        id: Option<ProjectId>,
        /// What it is to be.
        draft: Draft,
    },
    /// Removes the demo project, whether the keychain answers or not: its secrets are invented.
    RemoveDemo(ProjectId),
    /// Remembers the language; none for the machine's.
    SaveLanguage(Option<Language>),
    /// Remembers where the user was, when the program ends.
    SavePlace {
        /// The selected project.
        project: Option<ProjectId>,
        /// Id of the panel.
        panel: &'static str,
        /// How the window stood.
        window: Place,
    },
    /// Something that the import dialog asks.
    Import(ImportJob),
    /// Something that the export dialog asks.
    Export(ExportJob),
    /// Closes the window.
    Quit,
}

/// How the window stands. What is not known is not remembered anew.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    /// Width and height when it does not fill the screen, in points, not zoomed.
    pub size: Option<[f32; 2]>,
    /// Its outer corner then, in points, not zoomed. Under Wayland nobody knows.
    pub at: Option<[f32; 2]>,
    /// It fills the screen.
    pub maximised: bool,
}

/// What is being copied, and so how it is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sensitivity {
    /// A room id, a link, documentation: kept out of nothing.
    Plain,
    /// A token, or text that holds one: kept out of clipboard histories.
    Token,
    /// A secret of a project: kept out of clipboard histories.
    Secret,
}

impl Sensitivity {
    /// Whether clipboard histories are asked to leave it out.
    pub fn is_guarded(self) -> bool {
        match self {
            Self::Plain => false,
            Self::Token | Self::Secret => true,
        }
    }
}
