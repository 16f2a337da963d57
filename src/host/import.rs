//! Carries out what the import dialog asks. What was read stays here until it is taken or let go, because it holds
//! secrets; the model is told of everything but them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::clipboard::Clipboard;
use super::dialog::{FileDialog, NoDialog};
use super::files::Loaded;
use super::random;
use crate::app::Msg;
use crate::app::import::{Decided, ImportJob, ImportMsg, Preview};
use crate::app::model::Failure;
use crate::i18n::Message;
use crate::store::{ImportItem, ImportPlan, SealedError, SecretPlace, Store, StoreError};

/// What importing needs, and what is being looked at. Cheap to clone; the clones share it.
#[derive(Clone)]
pub struct Imports {
    dialog: Arc<dyn FileDialog>,
    pending: Arc<Mutex<Option<ImportPlan>>>,
    sealed: Arc<Mutex<Option<Sealed>>>,
}

/// What waits for its passphrase, and the file that it is.
#[derive(Clone)]
struct Sealed {
    loaded: Arc<Loaded>,
    file: Option<String>,
}

impl std::fmt::Debug for Imports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Imports").finish_non_exhaustive()
    }
}

impl Imports {
    /// With this way to ask for a file.
    pub fn new(dialog: Arc<dyn FileDialog>) -> Self {
        Self { dialog, pending: Arc::default(), sealed: Arc::default() }
    }

    /// Does it, and says what came of it.
    pub(super) fn perform(&self, store: &Store, clipboard: &dyn Clipboard, job: ImportJob) -> Msg {
        Msg::Import(match job {
            ImportJob::Pick { title } => {
                let picked = self.dialog.pick(&title);
                ImportMsg::Picked(picked.map_err(|NoDialog| Failure::new(Message::new("import-no-dialog"))))
            }
            ImportJob::Read(path) => looked(self.file(store, &path)),
            ImportJob::ReadClipboard => {
                let text = clipboard.paste().map_err(|error| Failure::new(error.message()));
                looked(text.and_then(|text| self.text(store, text.into())))
            }
            ImportJob::ReadText(text) => looked(self.text(store, text.0)),
            ImportJob::Open(passphrase) => looked(self.open(store, &passphrase)),
            ImportJob::Take { decided, place } => {
                let taken = self.take(store, &decided, place).map_err(|error| Failure::from(&error));
                ImportMsg::Taken(taken)
            }
            ImportJob::Forget => {
                self.forget();
                return Msg::Done;
            }
        })
    }

    /// Asks for the name of a new file.
    pub(super) fn pick_new(&self, title: &str, name: &str) -> Result<Option<PathBuf>, NoDialog> {
        self.dialog.pick_new(title, name)
    }

    fn file(&self, store: &Store, path: &Path) -> Result<Found, Failure> {
        // Opening a pipe would wait for somebody to write into it.
        if path.exists() && !path.is_file() {
            return Err(Failure::new(Message::new("import-no-file")));
        }
        let loaded = Loaded::file(path).map_err(Failure::new)?;
        self.look(store, loaded, Some(path.display().to_string()))
    }

    fn text(&self, store: &Store, text: Zeroizing<String>) -> Result<Found, Failure> {
        self.look(store, Loaded::text(text).map_err(Failure::new)?, None)
    }

    fn look(&self, store: &Store, loaded: Loaded, file: Option<String>) -> Result<Found, Failure> {
        if loaded.is_sealed() {
            *self.sealed() = Some(Sealed { loaded: Arc::new(loaded), file: file.clone() });
            return Ok(Found::Sealed(file));
        }
        self.plan(store, &loaded, file, false)
    }

    /// What waits stays, until the passphrase is the right one.
    fn open(&self, store: &Store, passphrase: &SecretString) -> Result<Found, Failure> {
        // A copy of the handle, so that nobody waits for it meanwhile.
        let waiting = self.sealed().clone();
        let needed = || Failure::from(&StoreError::from(SealedError::Needed));
        let Sealed { loaded, file } = waiting.ok_or_else(needed)?;
        let opened = loaded.open(passphrase).map_err(|error| Failure::from(&StoreError::from(error)))?;
        let found = self.plan(store, &opened, file, true)?;
        *self.sealed() = None;
        Ok(found)
    }

    fn plan(
        &self,
        store: &Store,
        loaded: &Loaded,
        file: Option<String>,
        sealed: bool,
    ) -> Result<Found, Failure> {
        let plan = loaded.with_source(|source| store.import(source, &mut random::system()));
        let plan = plan.map_err(|error| Failure::from(&error))?;
        let preview = Preview::new(&plan, file, sealed);
        *self.pending() = Some(plan);
        Ok(Found::Plan(Box::new(preview)))
    }

    fn take(
        &self,
        store: &Store,
        decided: &[Decided],
        place: Option<SecretPlace>,
    ) -> Result<Vec<ImportItem>, StoreError> {
        // Taken out, so that nobody waits for it while the keychain does for a person.
        let Some(mut plan) = self.pending().take() else { return Ok(Vec::new()) };
        for (item, decision) in plan.items.iter_mut().zip(decided) {
            item.decision = *decision;
        }
        let items = store.apply(&plan, place);
        if items.is_err() {
            // Still needed: another place for the secrets may do.
            *self.pending() = Some(plan);
        }
        items
    }

    /// Lets go of what was read.
    pub(super) fn forget(&self) {
        *self.pending() = None;
        *self.sealed() = None;
    }

    fn sealed(&self) -> MutexGuard<'_, Option<Sealed>> {
        self.sealed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pending(&self) -> MutexGuard<'_, Option<ImportPlan>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a text was found to be.
enum Found {
    Plan(Box<Preview>),
    Sealed(Option<String>),
}

fn looked(found: Result<Found, Failure>) -> ImportMsg {
    match found {
        Ok(Found::Plan(preview)) => ImportMsg::Looked(Ok(preview)),
        Ok(Found::Sealed(file)) => ImportMsg::Sealed(file),
        Err(failure) => ImportMsg::Looked(Err(failure)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::SecretText;
    use crate::host::{MemoryClipboard, MemoryDialog};
    use crate::store::{Folders, MemoryStore};

    #[test]
    fn what_was_let_go_cannot_be_taken() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(Folders::beneath(folder.path()), Arc::new(MemoryStore::default()));
        let imports = Imports::new(Arc::new(MemoryDialog::default()));
        let clipboard = MemoryClipboard::default();
        let perform = |job| imports.perform(&store, &clipboard, job);
        let text = || SecretText("OPENTOK_API_KEY=1\nOPENTOK_API_SECRET=marker\n".to_owned().into());
        let take = |decided| ImportJob::Take { decided, place: Some(SecretPlace::Keychain) };
        let Msg::Import(ImportMsg::Looked(Ok(preview))) = perform(ImportJob::ReadText(text())) else {
            panic!("a look")
        };
        assert!(!format!("{preview:?} {imports:?}").contains("marker"));
        let decided: Vec<_> = preview.items.iter().map(|item| item.decision).collect();
        perform(ImportJob::Forget);
        let Msg::Import(ImportMsg::Taken(Ok(items))) = perform(take(decided.clone())) else {
            panic!("nothing")
        };
        assert!(items.is_empty() && store.projects().unwrap().is_empty());
        perform(ImportJob::ReadText(text()));
        perform(take(decided));
        assert_eq!(store.projects().unwrap().len(), 1);
        assert!(imports.pending().is_none(), "what was taken is let go");
    }
}
