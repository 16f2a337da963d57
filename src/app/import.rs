//! The import dialog: where from, a look at what would come of it, and what did.

use std::path::PathBuf;

use secrecy::SecretString;

use super::effect::Effect;
use super::model::{Dialog, Failure, Model, SecretText};
use crate::i18n::Message;
use crate::store::import::{Decision, Format, Take, settle};
use crate::store::{ImportAction, ImportItem, ImportPlan, SecretPlace};

/// What was decided about one project.
pub type Decided = Decision;

/// The dialog.
#[derive(Debug, Default)]
pub struct Import {
    /// The path that was typed.
    pub path: String,
    /// The desktop's own dialog is open.
    pub picking: bool,
    /// Reading or saving is under way.
    pub running: bool,
    /// Why it came to nothing.
    pub failure: Option<Failure>,
    /// The passphrase as it is typed, for a file that wants one.
    pub passphrase: SecretText,
    /// How far it is.
    pub step: Step,
}

impl Import {
    /// Whether projects are being saved, which cannot be stopped half-way.
    pub fn is_taking(&self) -> bool {
        self.running && matches!(self.step, Step::Look(_))
    }
}

/// How far an import is.
#[derive(Debug, Default)]
pub enum Step {
    /// Where from?
    #[default]
    Choose,
    /// It is under a passphrase. The file; none for pasted text.
    Sealed(Option<String>),
    /// This is what would be taken.
    Look(Box<Preview>),
    /// This is what was taken.
    Done(Taken),
}

/// What a text holds. Secrets are named, and stay with the worker that read them.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The file; none for pasted text.
    pub file: Option<String>,
    /// It came from under a passphrase: its secrets are nowhere in clear.
    pub sealed: bool,
    /// How it was read.
    pub format: Format,
    /// The projects.
    pub items: Vec<ImportItem>,
    /// How many names of the text say nothing about a project.
    pub ignored: Vec<(usize, String)>,
    /// What could not be read, with its line.
    pub faults: Vec<(usize, Message)>,
    /// Where the secrets are to go; none leaves them behind.
    pub place: Option<SecretPlace>,
}

impl Preview {
    /// What is to be seen of a plan.
    pub fn new(plan: &ImportPlan, file: Option<String>, sealed: bool) -> Self {
        Self {
            file,
            sealed,
            format: plan.format,
            items: plan.items.clone(),
            ignored: plan.ignored.clone(),
            faults: plan.faults.clone(),
            place: Some(SecretPlace::Keychain),
        }
    }

    /// How many projects would be taken.
    pub fn taken(&self) -> usize {
        self.items.iter().filter(|item| item.is_taken()).count()
    }

    /// How many secrets the text holds of those that would be taken.
    pub fn secrets(&self) -> usize {
        let taken = self.items.iter().filter(|item| item.is_taken());
        taken.filter_map(ImportItem::reading).map(|reading| reading.secrets.len()).sum()
    }
}

/// What was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// How many projects were added.
    pub added: usize,
    /// How many were changed.
    pub replaced: usize,
    /// How many were left out.
    pub left: usize,
    /// The file, if it holds secrets: it still does.
    pub secrets_in: Option<String>,
}

/// Something that the dialog asks of the world.
#[derive(Debug)]
pub enum ImportJob {
    /// Asks for a file with the desktop's own dialog.
    Pick {
        /// Its title, in words.
        title: String,
    },
    /// Reads a file.
    Read(PathBuf),
    /// Reads the clipboard.
    ReadClipboard,
    /// Reads a text that was pasted.
    ReadText(SecretText),
    /// Opens what was read under a passphrase.
    Open(SecretString),
    /// Takes what was read.
    Take {
        /// What was decided about each project.
        decided: Vec<Decided>,
        /// Where the secrets are to go.
        place: Option<SecretPlace>,
    },
    /// Lets go of what was read.
    Forget,
}

/// What happened in the dialog.
#[derive(Debug)]
pub enum ImportMsg {
    /// The path changed.
    Path(String),
    /// The desktop's dialog is wanted; its title.
    Pick(String),
    /// It was answered, or there is none.
    Picked(Result<Option<PathBuf>, Failure>),
    /// The file of the path is to be read.
    Read,
    /// A file was dropped onto the window.
    File(PathBuf),
    /// The clipboard is to be read.
    Clipboard,
    /// A text was pasted.
    Text(SecretText),
    /// It was read, and is under a passphrase.
    Sealed(Option<String>),
    /// The passphrase was typed.
    Passphrase(SecretText),
    /// Open it with the passphrase.
    Open,
    /// It was read, or not.
    Looked(Result<Box<Preview>, Failure>),
    /// What becomes of a project.
    Take(usize, Take),
    /// Whose a project is: one of its readings.
    Vendor(usize, Option<usize>),
    /// All that can be taken are, or none.
    All(bool),
    /// Where the secrets are to go.
    Place(Option<SecretPlace>),
    /// Take them.
    Import,
    /// They were taken, or not.
    Taken(Result<Vec<ImportItem>, Failure>),
    /// Back to where from.
    Back,
}

/// Opens the dialog.
pub(super) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Import(Import::default()));
}

/// Whether the dialog is open.
pub(super) fn is_open(model: &Model) -> bool {
    matches!(model.dialog, Some(Dialog::Import(_)))
}

/// Whether text that is pasted is to be read by the dialog.
pub(super) fn wants_text(model: &Model) -> bool {
    matches!(&model.dialog, Some(Dialog::Import(Import { step: Step::Choose, .. })))
}

/// Lets go of what was read once the dialog is closed.
pub(super) fn closed() -> Vec<Effect> {
    vec![Effect::Import(ImportJob::Forget)]
}

/// Changes the dialog by a message. Answers that come after it was closed change nothing.
pub(super) fn update(model: &mut Model, msg: ImportMsg) -> Vec<Effect> {
    let Model { dialog, projects, selected, chosen, forms, calls, .. } = model;
    let Some(Dialog::Import(import)) = dialog else {
        // What was read for a dialog that is gone is let go as well.
        let kept = matches!(msg, ImportMsg::Looked(Ok(_)) | ImportMsg::Sealed(_) | ImportMsg::Taken(Err(_)));
        return if kept { closed() } else { Vec::new() };
    };
    let busy = import.running;
    match msg {
        ImportMsg::Looked(result) => {
            import.running = false;
            match result {
                Ok(preview) => {
                    import.passphrase = SecretText::default();
                    import.step = Step::Look(preview);
                }
                Err(failure) => import.failure = Some(failure),
            }
        }
        ImportMsg::Sealed(file) => {
            import.running = false;
            import.passphrase = SecretText::default();
            import.step = Step::Sealed(file);
        }
        ImportMsg::Taken(Ok(items)) => {
            import.running = false;
            let Step::Look(preview) = &import.step else { return Vec::new() };
            import.step = Step::Done(taken(&items, preview));
            if let Some(item) = items.iter().find(|item| item.is_taken()) {
                *selected = Some(item.project.id.clone());
                *chosen = true;
            }
            for item in items.iter().filter(|item| matches!(item.action, ImportAction::Replace { .. })) {
                // What was made with the old credentials is not shown any more.
                forms.remove(&item.project.id);
                calls.remove(&item.project.id);
            }
            return vec![Effect::LoadProjects, Effect::CheckKeychain];
        }
        ImportMsg::Taken(Err(failure)) => {
            import.running = false;
            import.failure = Some(failure);
            return vec![Effect::CheckKeychain];
        }
        ImportMsg::Picked(result) => {
            import.picking = false;
            match result {
                Ok(Some(path)) => {
                    import.path = path.display().to_string();
                    return read(import, ImportJob::Read(path));
                }
                Ok(None) => {}
                Err(failure) => import.failure = Some(failure),
            }
        }
        // Nothing else while something is under way.
        _ if busy => {}
        ImportMsg::Path(path) => {
            import.path = path;
            import.failure = None;
        }
        ImportMsg::Passphrase(text) => {
            import.passphrase = text;
            import.failure = None;
        }
        ImportMsg::Open => {
            if matches!(import.step, Step::Sealed(_)) && !import.passphrase.0.is_empty() {
                import.running = true;
                import.failure = None;
                let passphrase = SecretString::from(import.passphrase.0.as_str());
                return vec![Effect::Import(ImportJob::Open(passphrase))];
            }
        }
        ImportMsg::Pick(title) if !import.picking => {
            import.picking = true;
            import.failure = None;
            return vec![Effect::Import(ImportJob::Pick { title })];
        }
        ImportMsg::Pick(_) => {}
        ImportMsg::Read => {
            // As it comes from a terminal or a file manager.
            let path = import.path.trim().trim_matches(['"', '\'']);
            if !path.is_empty() {
                let path = PathBuf::from(path.strip_prefix("file://").unwrap_or(path));
                return read(import, ImportJob::Read(path));
            }
        }
        ImportMsg::File(path) => {
            import.path = path.display().to_string();
            return read(import, ImportJob::Read(path));
        }
        ImportMsg::Clipboard => return read(import, ImportJob::ReadClipboard),
        ImportMsg::Text(text) => return read(import, ImportJob::ReadText(text)),
        ImportMsg::Take(index, take) => decide(import, projects, index, |item| item.decision.take = take),
        ImportMsg::Vendor(index, reading) => {
            decide(import, projects, index, |item| item.decision.reading = reading);
        }
        ImportMsg::All(on) => {
            if let Step::Look(preview) = &mut import.step {
                for item in &mut preview.items {
                    item.decision.take = if on { Take::Usual } else { Take::Leave };
                }
                settle(&mut preview.items, projects);
            }
        }
        ImportMsg::Place(place) => {
            import.failure = None;
            if let Step::Look(preview) = &mut import.step {
                preview.place = place;
            }
        }
        ImportMsg::Import => {
            if let Step::Look(preview) = &import.step
                && preview.taken() > 0
            {
                let decided = preview.items.iter().map(|item| item.decision).collect();
                let place = preview.place;
                import.running = true;
                import.failure = None;
                return vec![Effect::Import(ImportJob::Take { decided, place })];
            }
        }
        ImportMsg::Back => {
            import.step = Step::Choose;
            import.passphrase = SecretText::default();
            import.failure = None;
            return closed();
        }
    }
    Vec::new()
}

fn read(import: &mut Import, job: ImportJob) -> Vec<Effect> {
    import.running = true;
    import.failure = None;
    import.step = Step::Choose;
    vec![Effect::Import(job)]
}

fn decide(
    import: &mut Import,
    projects: &[crate::store::Project],
    index: usize,
    change: impl FnOnce(&mut ImportItem),
) {
    if let Step::Look(preview) = &mut import.step
        && let Some(item) = preview.items.get_mut(index)
    {
        change(item);
        import.failure = None;
        settle(&mut preview.items, projects);
    }
}

fn taken(items: &[ImportItem], preview: &Preview) -> Taken {
    let count = |is: fn(&ImportAction) -> bool| items.iter().filter(|item| is(&item.action)).count();
    Taken {
        added: count(|action| matches!(action, ImportAction::Add | ImportAction::Rename { .. })),
        replaced: count(|action| matches!(action, ImportAction::Replace { .. })),
        left: count(|action| matches!(action, ImportAction::Skip | ImportAction::Refuse)),
        secrets_in: preview.file.clone().filter(|_| {
            !preview.sealed
                && preview
                    .items
                    .iter()
                    .any(|item| item.readings.iter().any(|reading| !reading.secrets.is_empty()))
        }),
    }
}
