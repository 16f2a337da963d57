//! Projects, their secrets, and settings: where they live and how they change.
//!
//! [`Store`] joins the file of projects with the places for secrets. It blocks, on the disk and on the keychain, for a
//! prompt even for minutes: callers run it on the worker thread.
//!
//! # The rule
//!
//! A change touches the secrets first and the file last; the file says what is. If a step fails, what was done to the
//! secrets is taken back, and everything is as it was. So:
//!
//! - a project is only ever saved after its secrets are, and only ever gone after its secrets are;
//! - no secret is left behind without a project that names it, unless taking it back failed as well: then the error is
//!   [`StoreError::HalfDone`] and names the entries. (If the process is killed between the two steps, an entry can be
//!   left over; its name begins with a project id that no project has.)
//! - a keychain that is locked or absent never costs a project: the list comes from the file alone.
//!
//! The lock on the file is never held while the keychain is asked, so a prompt does not stop other instances.

pub mod backup;
mod credentials;
mod error;
pub mod external;
pub mod file;
pub mod folders;
pub mod import;
pub mod keychain;
pub mod memory;
pub mod passphrase;
pub mod projects;
pub mod sealed;
pub mod secrets;
pub mod sent;
pub mod settings;
mod transfer;
mod undo;
pub mod vault;
pub mod watch;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rand::Rng;
use secrecy::{ExposeSecret as _, SecretString};

pub use backup::{Backup, Restored};
pub use credentials::Checks;
pub use error::{SealedError, StoreError};
pub use external::Reference;
pub use file::FileError;
pub use folders::Folders;
pub use import::{ImportAction, ImportItem, ImportPlan};
pub use keychain::Keychain;
pub use memory::MemoryStore;
pub use projects::{Draft, Environment, Project, ProjectId, SecretPlace};
pub use sealed::Sealed;
pub use secrets::{SecretError, SecretKey, SecretStore};
pub use settings::{Guarding, Settings, Theme, Times};
pub use transfer::{SealedExport, unseal};
pub use vault::{Vault, VaultError, VaultState};
pub use watch::{WatchChange, WatchId, Watched};

use external::External;
use projects::{ProjectsFile, Record, same_name};
use undo::Undo;

/// What differs between machines, and in tests.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most bytes that the keychain takes for an entry: what is longer is sealed.
    pub entry: usize,
    /// How much work the vault's passphrase costs: see [`vault::WORK`].
    pub work: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self { entry: sealed::LIMIT, work: vault::WORK }
    }
}

/// The projects of this user and their secrets. Shared between threads as `Arc<Store>`.
pub struct Store {
    folders: Folders,
    keychain: Sealed,
    vault: Vault,
    this_run: MemoryStore,
    /// How much work a passphrase costs.
    work: u8,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("folders", &self.folders).finish_non_exhaustive()
    }
}

impl Store {
    /// The store in these folders. Touches neither disk nor keychain.
    pub fn new(folders: Folders, keychain: Arc<dyn SecretStore>) -> Self {
        Self::with(folders, keychain, Limits::default())
    }

    /// The same within other limits.
    pub fn with(folders: Folders, keychain: Arc<dyn SecretStore>, limits: Limits) -> Self {
        let keychain = Sealed::new(keychain, folders.sealed_file(), limits.entry);
        let vault = Vault::new(folders.vault_file(), limits.work);
        Self { folders, keychain, vault, this_run: MemoryStore::default(), work: limits.work }
    }

    /// The same with somebody to ask for the vault's passphrase when it is needed.
    #[must_use]
    pub fn asking(self, ask: vault::Ask) -> Self {
        Self { vault: self.vault.asking(ask), ..self }
    }

    /// The vault.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The store of this user: the platform's folders and keychain, neither touched yet.
    ///
    /// # Errors
    ///
    /// If the user has no home folder.
    pub fn discover() -> Result<Self, StoreError> {
        Ok(Self::new(Folders::discover()?, Arc::new(Keychain::new())))
    }

    /// The folders that it uses.
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// All projects, in the order in which they were added.
    ///
    /// # Errors
    ///
    /// If the file is there and cannot be read or understood.
    pub fn projects(&self) -> Result<Vec<Project>, StoreError> {
        let file: Option<ProjectsFile> = file::read(&self.folders.projects_file())?;
        Ok(file.map(|file| file.projects.iter().map(Record::project).collect()).unwrap_or_default())
    }

    /// The project with this id, or this name: exactly, or else ignoring case.
    ///
    /// # Errors
    ///
    /// If there is none, or the file cannot be read.
    pub fn find(&self, name_or_id: &str) -> Result<Project, StoreError> {
        let projects = self.projects()?;
        let wanted = name_or_id.trim();
        let by = |test: &dyn Fn(&Project) -> bool| projects.iter().find(|project| test(project)).cloned();
        by(&|project| project.id.as_str() == wanted)
            .or_else(|| by(&|project| project.name == wanted))
            .or_else(|| by(&|project| same_name(&project.name, wanted)))
            .ok_or_else(|| StoreError::NoSuchProject { wanted: wanted.to_owned() })
    }

    /// Adds a project with its secrets (field key and value; an empty value is none) and returns it as saved.
    ///
    /// # Errors
    ///
    /// If the name will not do, a secret was not taken, or the file was not saved.
    pub fn add(
        &self,
        draft: Draft,
        secrets: &[(String, SecretString)],
        random: &mut dyn Rng,
    ) -> Result<Project, StoreError> {
        self.add_record(draft, secrets, None, random)
    }

    /// Changes a project: everything in `draft` that differs from `seen` (the project as whoever changed it saw it; what
    /// another instance has changed meanwhile stays as that one has it), the secrets in `set` (an empty value is none given, and changes
    /// nothing), and removes those whose keys are in `forget`. If the place for secrets changes, they move. Returns it
    /// as saved.
    ///
    /// # Errors
    ///
    /// If there is no such project, the name will not do, a secret was not taken or removed, or the file was not saved;
    /// [`StoreError::ChangedMeanwhile`] if another instance has changed the same to something else.
    /// [`StoreError::LeftOver`] if it is saved and the old place did not let go of a secret that has moved.
    pub fn change(
        &self,
        seen: &Project,
        draft: Draft,
        set: &[(String, SecretString)],
        forget: &[String],
    ) -> Result<Project, StoreError> {
        let id = &seen.id;
        let projects = self.projects()?;
        let old = by_id(&projects, id)?;
        let changed = |now: &Project| StoreError::ChangedMeanwhile { name: now.name.clone() };
        let draft = draft.trimmed().onto(&seen.draft(), &old.draft()).ok_or_else(|| changed(old))?;
        check_name(&draft.name, Some(id), &projects)?;
        let mut draft = draft;
        draft.references.retain(|field, _| !forget.contains(field));
        let (there, here) = (External::of(old), External::new(id, &draft.references));
        let (from, to) = (self.place(old.place, &there), self.place(draft.place, &here));
        let moves = old.place != draft.place;
        let to_references = draft.place == SecretPlace::External;
        if moves && to_references {
            let kept = |field: &&String| !forget.contains(field) && !draft.references.contains_key(*field);
            let fields: Vec<_> = old.secrets.iter().filter(kept).cloned().collect();
            if !fields.is_empty() {
                return Err(StoreError::NoReference { fields });
            }
        }
        let label = Project::label(&draft.name);

        let mut absent = Vec::new();
        let mut undo = Undo::default();
        let result = (|| {
            if moves && to_references {
                // What is kept here goes only when it can be had from there.
                for field in old.secrets.iter().filter(|field| !forget.contains(field)) {
                    to.read(&SecretKey::new(id, field))?;
                }
            } else if moves {
                // What is given anew need not be read from a place that may not answer.
                let given_anew = |field: &&String| given(set).any(|(key, _)| key == *field);
                for field in old.secrets.iter().filter(|field| !given_anew(field)) {
                    let key = SecretKey::new(id, field);
                    // One that is absent does not become present by moving.
                    match from.read(&key)? {
                        Some(secret) => undo.write(to, key, &label, &secret)?,
                        None => absent.push(field),
                    }
                }
            }
            for (field, secret) in given(set) {
                undo.write(to, SecretKey::new(id, field), &label, secret)?;
            }
            if !draft.place.is_ours() {
                return Ok(());
            }
            forget.iter().try_for_each(|field| undo.remove(to, SecretKey::new(id, field)))
        })();
        if let Err(error) = result {
            return Err(undo.back(&label, error));
        }

        let saved = self.update(|file| {
            let present: Vec<_> = file.projects.iter().map(Record::project).collect();
            let record = file.projects.iter_mut().find(|record| record.id == *id).ok_or_else(|| none(id))?;
            // What has been done to the secrets must fit what another instance has made of the project since.
            let now = record.project();
            let draft = draft.onto(&old.draft(), &now.draft()).ok_or_else(|| changed(&now))?;
            check_name(&draft.name, Some(id), &present)?;
            if now.place != old.place || (moves && now.secrets != old.secrets) {
                return Err(StoreError::ChangedMeanwhile { name: now.name });
            }
            let mut secrets = now.secrets;
            secrets.retain(|field| !absent.contains(&field));
            secrets.extend(given(set).map(|(field, _)| field.clone()));
            if to_references {
                secrets = draft.references.keys().cloned().collect();
            }
            secrets.retain(|field| !forget.contains(field));
            let project = draft.with_id(id.clone(), secrets);
            record.set(project.clone());
            Ok(project)
        });
        let project = match saved {
            Ok(project) => project,
            Err(error) => return Err(undo.back(&label, error)),
        };

        if moves {
            let keys = old.secrets.iter().map(|field| SecretKey::new(id, field));
            clear(from, keys)?;
        }
        Ok(project)
    }

    /// Adds a copy of a project, its secrets included, under another name.
    ///
    /// # Errors
    ///
    /// As [`Self::add`]; also if there is no such project, or one of its secrets cannot be read.
    pub fn duplicate(&self, id: &ProjectId, name: &str, random: &mut dyn Rng) -> Result<Project, StoreError> {
        let source = by_id(&self.projects()?, id)?.clone();
        let draft = Draft { name: name.to_owned(), demo: false, ..source.draft() };
        // The name first: an error that needs no prompt should not cost one.
        check_name(draft.name.trim(), None, &self.projects()?)?;
        // What is kept elsewhere is there for the copy too.
        let secrets = if source.place.is_ours() { self.secrets_of(&source)? } else { BTreeMap::new() };
        let secrets: Vec<_> = secrets.into_iter().collect();
        self.add_record(draft, &secrets, Some(id), random)
    }

    /// Removes a project and its secrets.
    ///
    /// # Errors
    ///
    /// If there is no such project, a secret was not removed, or the file was not saved. The project and its secrets
    /// are then still there. For one whose keychain is gone for good there is [`Self::remove_leaving_secrets`].
    pub fn remove(&self, id: &ProjectId) -> Result<(), StoreError> {
        let projects = self.projects()?;
        let project = by_id(&projects, id)?;
        let label = Project::label(&project.name);
        let external = External::of(project);
        let place = self.place(project.place, &external);
        let mut undo = Undo::default();
        for field in project.secrets.iter().filter(|_| project.place.is_ours()) {
            if let Err(error) = undo.remove(place, SecretKey::new(id, field)) {
                return Err(undo.back(&label, error));
            }
        }
        let taken = self.update(|file| {
            let gone = take_out(file, id)?;
            // A secret that another instance has added since would be left behind, or be in another place.
            if gone.secrets.is_subset(&project.secrets) && gone.place == project.place {
                Ok(())
            } else {
                Err(StoreError::ChangedMeanwhile { name: gone.name })
            }
        });
        taken.map_err(|error| undo.back(&label, error))
    }

    /// Removes a project without asking the keychain, and returns the names of the entries that may be left there
    /// (service `tokendesk`): they are to be shown.
    ///
    /// # Errors
    ///
    /// If there is no such project, or the file was not saved.
    pub fn remove_leaving_secrets(&self, id: &ProjectId) -> Result<Vec<String>, StoreError> {
        let project = self.update(|file| take_out(file, id))?;
        let keys = project.secrets.iter().map(|field| SecretKey::new(id, field));
        match project.place {
            SecretPlace::Keychain => {
                // What is sealed is in our own file.
                let left = |key: &SecretKey| !self.keychain.discard(key).unwrap_or(false);
                Ok(keys.filter(left).map(|key| key.user()).collect())
            }
            // One that is open lets go of them.
            SecretPlace::Vault => {
                let keys: Vec<_> = keys.collect();
                let left = clear(&self.vault, keys.iter().cloned()).is_err();
                Ok(keys.iter().filter(|_| left).map(SecretKey::user).collect())
            }
            SecretPlace::External => Ok(Vec::new()),
            SecretPlace::ThisRun => clear(&self.this_run, keys).map(|()| Vec::new()),
        }
    }

    /// The secrets of a project by field key. Those that are absent are left out: see [`Project::absent`].
    ///
    /// # Errors
    ///
    /// If one cannot be read.
    pub fn secrets_of(&self, project: &Project) -> Result<BTreeMap<String, SecretString>, StoreError> {
        let external = External::of(project);
        let place = self.place(project.place, &external);
        let mut found = BTreeMap::new();
        for field in &project.secrets {
            if let Some(secret) = place.read(&SecretKey::new(&project.id, field))? {
                found.insert(field.clone(), secret);
            }
        }
        Ok(found)
    }

    /// Whether the keychain can be reached. Does not prompt.
    ///
    /// # Errors
    ///
    /// If it cannot.
    pub fn secret_status(&self) -> Result<(), SecretError> {
        self.keychain.status()
    }

    /// Wipes what is in memory: secrets that were kept for this run only have to be entered again, and the vault's
    /// passphrase.
    pub fn lock(&self) {
        self.this_run.wipe();
        self.vault.close();
    }

    /// Asks keychain and vault whether they let us in, by a secret that is there: a keychain that is locked asks to be
    /// unlocked.
    /// Blocks, for a prompt even for minutes.
    ///
    /// # Errors
    ///
    /// If one does not.
    pub fn unlock(&self) -> Result<(), StoreError> {
        let projects = self.projects().unwrap_or_default();
        for place in [SecretPlace::Vault, SecretPlace::Keychain] {
            let there = |project: &&Project| project.place == place && !project.secrets.is_empty();
            if let Some(project) = projects.iter().find(there) {
                self.secrets_of(project)?;
            }
        }
        Ok(())
    }

    /// All projects as TOML, without secrets.
    ///
    /// # Errors
    ///
    /// If the file of projects cannot be read.
    pub fn export(&self) -> Result<String, StoreError> {
        transfer::to_toml(&self.projects()?)
    }

    /// All projects as JSON, without secrets.
    ///
    /// # Errors
    ///
    /// If the file of projects cannot be read.
    pub fn export_json(&self) -> Result<String, StoreError> {
        transfer::to_json(&self.projects()?)
    }

    /// All projects as a table (CSV), without secrets.
    ///
    /// # Errors
    ///
    /// If the file of projects cannot be read.
    pub fn export_csv(&self) -> Result<String, StoreError> {
        Ok(import::table_of(&self.projects()?))
    }

    /// All projects, or one of them, with their secrets under a passphrase. What is kept elsewhere stays there. Blocks,
    /// for a prompt even for minutes.
    ///
    /// # Errors
    ///
    /// If the passphrase is empty, there is no such project, or a secret cannot be read.
    pub fn export_sealed(
        &self,
        only: Option<&ProjectId>,
        passphrase: &SecretString,
    ) -> Result<SealedExport, StoreError> {
        let mut projects = self.projects()?;
        if let Some(id) = only {
            projects = vec![by_id(&projects, id)?.clone()];
        }
        let secrets = |project: Project| {
            let ours = project.place.is_ours();
            let secrets = if ours { self.secrets_of(&project)? } else { BTreeMap::new() };
            Ok((project, secrets))
        };
        let projects = projects.into_iter().map(secrets).collect::<Result<Vec<_>, StoreError>>()?;
        transfer::seal(&projects, passphrase, self.work)
    }

    /// What an import of this text would do. Changes nothing.
    ///
    /// # Errors
    ///
    /// If the text cannot be understood, holds a project without a proper name, or the file of projects cannot be read.
    pub fn import(
        &self,
        source: &import::Source<'_>,
        random: &mut dyn Rng,
    ) -> Result<ImportPlan, StoreError> {
        import::plan(source, &self.projects()?, random)
    }

    /// Does what the plan says, for the projects that are there by now, and returns what was done. New secrets go to
    /// `place`; without one they are left where they are. No project is touched that was not to be.
    ///
    /// # Errors
    ///
    /// If a secret was not taken or the file was not saved. Nothing is then imported.
    pub fn apply(
        &self,
        plan: &ImportPlan,
        place: Option<SecretPlace>,
    ) -> Result<Vec<ImportItem>, StoreError> {
        let nowhere = External::default();
        let mut items = plan.items.clone();
        settle(&mut items, &self.projects()?, place);
        let mut undo = Undo::default();
        for (index, item) in items.iter().enumerate().filter(|(_, item)| item.is_taken()) {
            let label = Project::label(&item.project.name);
            // Where a project's secrets are kept elsewhere, its references stay, and they are read.
            let kept_here = place.is_some() && item.project.place.is_ours();
            let secrets = plan.secrets_of(index, item).iter().filter(|_| kept_here);
            for (field, secret) in secrets {
                let key = SecretKey::new(&item.project.id, field);
                if let Err(error) = undo.write(self.place(item.project.place, &nowhere), key, &label, secret)
                {
                    return Err(undo.back(&label, error));
                }
            }
        }
        let saved = self.update(|file| {
            let present: Vec<_> = file.projects.iter().map(Record::project).collect();
            let mut now = items.clone();
            settle(&mut now, &present, place);
            // What has been done to the secrets must fit what another instance has made of the projects since.
            let kept = |item: &ImportItem| (item.is_taken(), item.project.id.clone(), item.project.place);
            if let Some((item, _)) = items.iter().zip(&now).find(|(old, new)| kept(old) != kept(new)) {
                return Err(StoreError::ChangedMeanwhile { name: item.project.name.clone() });
            }
            for item in now.iter().filter(|item| item.is_taken()) {
                match file.projects.iter_mut().find(|record| record.id == item.project.id) {
                    Some(record) => record.set(item.project.clone()),
                    None => file.projects.push(Record::from(item.project.clone())),
                }
            }
            Ok(now)
        });
        saved.map_err(|error| undo.back("Tokendesk", error))
    }

    /// The earlier states of the file of projects, the latest first.
    ///
    /// # Errors
    ///
    /// If their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<Backup>, StoreError> {
        Ok(backup::list(&self.folders.projects_file())?)
    }

    /// Brings an earlier state of the file of projects back. Secrets are not in it: one that was removed since has to be
    /// entered again.
    ///
    /// # Errors
    ///
    /// If there is no such backup, it cannot be understood, or the file was not saved.
    pub fn restore(&self, number: u64) -> Result<Restored, StoreError> {
        Ok(backup::restore::<ProjectsFile>(&self.folders.projects_file(), number)?)
    }

    /// Takes a file of projects that cannot be understood out of the way and says where it is now; `None` if it is good.
    ///
    /// # Errors
    ///
    /// If it cannot be read or renamed.
    pub fn set_aside(&self) -> Result<Option<PathBuf>, StoreError> {
        Ok(backup::set_aside::<ProjectsFile>(&self.folders.projects_file())?)
    }

    fn add_record(
        &self,
        draft: Draft,
        secrets: &[(String, SecretString)],
        like: Option<&ProjectId>,
        random: &mut dyn Rng,
    ) -> Result<Project, StoreError> {
        let draft = draft.trimmed();
        let projects = self.projects()?;
        check_name(&draft.name, None, &projects)?;
        let mut id = ProjectId::random(random);
        while projects.iter().any(|project| project.id == id) {
            id = ProjectId::random(random);
        }
        let label = Project::label(&draft.name);
        let external = External::new(&id, &draft.references);
        let place = self.place(draft.place, &external);
        let mut undo = Undo::default();
        for (field, secret) in given(secrets) {
            if let Err(error) = undo.write(place, SecretKey::new(&id, field), &label, secret) {
                return Err(undo.back(&label, error));
            }
        }
        let fields = given(secrets).map(|(field, _)| field).chain(draft.references.keys()).cloned().collect();
        let project = draft.with_id(id, fields);
        let saved = self.update(|file| {
            let present: Vec<_> = file.projects.iter().map(Record::project).collect();
            // Somebody else may have taken the name since.
            check_name(&project.name, None, &present)?;
            let mut record = like
                .and_then(|like| file.projects.iter().find(|record| record.id == *like))
                .cloned()
                .unwrap_or_else(|| Record::from(project.clone()));
            record.set(project.clone());
            file.projects.push(record);
            Ok(())
        });
        match saved {
            Ok(()) => Ok(project),
            Err(error) => Err(undo.back(&label, error)),
        }
    }

    fn update<R>(
        &self,
        change: impl FnOnce(&mut ProjectsFile) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        file::update(&self.folders.projects_file(), change)
    }

    /// The place; `external` is what a project says of secrets that are kept elsewhere.
    fn place<'a>(&'a self, place: SecretPlace, external: &'a External) -> &'a dyn SecretStore {
        match place {
            SecretPlace::Keychain => &self.keychain,
            SecretPlace::Vault => &self.vault,
            SecretPlace::External => external,
            SecretPlace::ThisRun => &self.this_run,
        }
    }
}

/// What becomes of each item, with its secrets in this place or left behind.
fn settle(items: &mut [ImportItem], present: &[Project], place: Option<SecretPlace>) {
    import::settle(items, present);
    for item in items.iter_mut().filter(|item| item.is_taken()) {
        item.keep_secrets(present, place);
    }
}

fn none(id: &ProjectId) -> StoreError {
    StoreError::NoSuchProject { wanted: id.to_string() }
}

fn take_out(file: &mut ProjectsFile, id: &ProjectId) -> Result<Project, StoreError> {
    let index = file.projects.iter().position(|record| record.id == *id).ok_or_else(|| none(id))?;
    Ok(file.projects.remove(index).project())
}

fn by_id<'a>(projects: &'a [Project], id: &ProjectId) -> Result<&'a Project, StoreError> {
    projects.iter().find(|project| project.id == *id).ok_or_else(|| none(id))
}

/// The secrets that were given: an empty text is a field left blank.
fn given(secrets: &[(String, SecretString)]) -> impl Iterator<Item = &(String, SecretString)> {
    secrets.iter().filter(|(_, secret)| !secret.expose_secret().is_empty())
}

fn check_text(name: &str) -> Result<(), StoreError> {
    if name.is_empty() {
        return Err(StoreError::NameEmpty);
    }
    if name.chars().any(char::is_control) { Err(StoreError::NameUnprintable) } else { Ok(()) }
}

/// Whether a project (`id`, or a new one) can have this name among those present.
fn check_name(name: &str, id: Option<&ProjectId>, present: &[Project]) -> Result<(), StoreError> {
    check_text(name)?;
    match present.iter().find(|other| Some(&other.id) != id && same_name(&other.name, name)) {
        Some(other) => Err(StoreError::NameTaken { name: other.name.clone() }),
        None => Ok(()),
    }
}

/// Removes secrets that nothing needs any more, as many as possible.
fn clear(place: &dyn SecretStore, keys: impl Iterator<Item = SecretKey>) -> Result<(), StoreError> {
    let mut cause = None;
    let mut entries = Vec::new();
    for key in keys {
        if let Err(error) = place.remove(&key) {
            cause = cause.or(Some(error));
            entries.push(key.user());
        }
    }
    match cause {
        Some(cause) => Err(StoreError::LeftOver { cause, entries }),
        None => Ok(()),
    }
}
