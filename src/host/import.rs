//! Carries out what the import dialog asks. What was read stays here until it is taken or let go, because it holds
//! secrets; the model is told of everything but them.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::clipboard::Clipboard;
use super::dialog::{FileDialog, NoDialog};
use super::files::Loaded;
use super::random;
use crate::app::Msg;
use crate::app::import::{Decided, ImportJob, ImportMsg, Preview};
use crate::app::model::Failure;
use crate::i18n::Message;
use crate::store::{ImportItem, ImportPlan, SecretPlace, Store, StoreError};

/// What importing needs, and what is being looked at. Cheap to clone; the clones share it.
#[derive(Clone)]
pub struct Imports {
    dialog: Arc<dyn FileDialog>,
    pending: Arc<Mutex<Option<ImportPlan>>>,
}

impl std::fmt::Debug for Imports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Imports").finish_non_exhaustive()
    }
}

impl Imports {
    /// With this way to ask for a file.
    pub fn new(dialog: Arc<dyn FileDialog>) -> Self {
        Self { dialog, pending: Arc::default() }
    }

    /// Does it, and says what came of it.
    pub(super) fn perform(&self, store: &Store, clipboard: &dyn Clipboard, job: ImportJob) -> Msg {
        Msg::Import(match job {
            ImportJob::Pick { title } => {
                let picked = self.dialog.pick(&title);
                ImportMsg::Picked(picked.map_err(|NoDialog| Failure::new(Message::new("import-no-dialog"))))
            }
            ImportJob::Read(path) => ImportMsg::Looked(self.file(store, &path).map(Box::new)),
            ImportJob::ReadClipboard => {
                let text = clipboard.paste().map_err(|error| Failure::new(error.message()));
                ImportMsg::Looked(text.and_then(|text| self.text(store, text.into())).map(Box::new))
            }
            ImportJob::ReadText(text) => ImportMsg::Looked(self.text(store, text.0).map(Box::new)),
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

    fn file(&self, store: &Store, path: &Path) -> Result<Preview, Failure> {
        // Opening a pipe would wait for somebody to write into it.
        if path.exists() && !path.is_file() {
            return Err(Failure::new(Message::new("import-no-file")));
        }
        let loaded = Loaded::file(path).map_err(Failure::new)?;
        self.look(store, &loaded, Some(path.display().to_string()))
    }

    fn text(&self, store: &Store, text: Zeroizing<String>) -> Result<Preview, Failure> {
        self.look(store, &Loaded::text(text).map_err(Failure::new)?, None)
    }

    fn look(&self, store: &Store, loaded: &Loaded, file: Option<String>) -> Result<Preview, Failure> {
        let plan = loaded.with_source(|source| store.import(source, &mut random::system()));
        let plan = plan.map_err(|error| Failure::from(&error))?;
        let preview = Preview::new(&plan, file);
        *self.pending() = Some(plan);
        Ok(preview)
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
    }

    fn pending(&self) -> MutexGuard<'_, Option<ImportPlan>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
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
