//! Carries out effects: the only way from the model to files, keychain and clipboard. Runs on a worker, blocks.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::clipboard::Clipboard;
use super::notify::Notifier;
use super::{clock, random};
use crate::app::backups::{BackupMsg, Outcome};
use crate::app::compare::CompareMsg;
use crate::app::desk::demo_secrets;
use crate::app::dropped::DropMsg;
use crate::app::effect::Effect;
use crate::app::message::{Msg, NotMade, Sent};
use crate::app::model::{Answered, Failure, Made};
use crate::app::share::{ShareMsg, Shown};
use crate::app::{DeskMsg, GuardMsg, VaultEffect, VaultMsg};
use crate::call::quota::Leave;
use crate::call::send::{self, Waiting};
use crate::call::{self, Call, Request};
use crate::i18n::Message;
use crate::store::{Draft, FileError, Project, ProjectId, SecretPlace, Settings, Store, StoreError, sent};
use crate::token::input::Ask;
use crate::token::{Env, Inputs, Raw, Report, Time};
use crate::vendor::{self, Kind, Pasted};

/// What effects need. Cheap to clone; each worker has one.
#[derive(Clone)]
pub struct Desk {
    /// Projects and secrets.
    pub store: Arc<Store>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// The desktop beside the window.
    pub notifier: Arc<dyn Notifier>,
    /// The import that is being looked at.
    pub imports: super::Imports,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Desk {
    /// Does what the effect asks and says what came of it. [`Effect::Quit`] is the window's own and does nothing here.
    pub fn perform(&self, effect: Effect) -> Msg {
        match effect {
            Effect::LoadSettings => {
                let (settings, error) = Settings::load(self.store.folders());
                Msg::SettingsLoaded(settings, error.map(|error| file_failure(&error)))
            }
            Effect::LoadProjects => Msg::ProjectsLoaded(self.store.projects().map_err(failure)),
            Effect::CheckKeychain => Msg::KeychainChecked(
                self.store.secret_status().map_err(|error| failure(StoreError::Secret(error))),
            ),
            Effect::SaveProject { seen, draft, secrets } => {
                let saved = match seen {
                    Some(seen) => self.store.change(&seen, draft, &secrets, &[]),
                    None => self.store.add(draft, &secrets, &mut random::system()),
                };
                Msg::ProjectSaved(saved.map_err(failure))
            }
            Effect::DuplicateProject { id, name } => Msg::ProjectDuplicated(
                self.store.duplicate(&id, &name, &mut random::system()).map_err(failure),
            ),
            Effect::DeleteProject { id, leaving_secrets } => {
                let left = if leaving_secrets {
                    self.store.remove_leaving_secrets(&id)
                } else {
                    self.store.remove(&id).map(|()| Vec::new())
                };
                Msg::ProjectDeleted(left.map(|left| (id, left)).map_err(failure))
            }
            Effect::Generate { project, kind, values, now } => {
                let made = self.generate(&project, kind, values, now);
                Msg::Generated(project, made)
            }
            Effect::PrepareCall { project, call, values, base_url, now } => {
                let request = self.prepare(&project, call, values, base_url.as_deref(), now);
                Msg::Prepared(project, request)
            }
            Effect::Send { project, call, values, request, forced, cancelled } => {
                let (answered, near_limit) = self.send(&project, call, &values, &request, forced, &cancelled);
                Msg::Answered(project, Box::new(Sent { call, values, answered, cancelled, near_limit }))
            }
            Effect::ReadDropped { path, others } => {
                Msg::Drop(DropMsg::Read(super::dropped::read(&path, others).map_err(Failure::new)))
            }
            Effect::Inspect { text, kind, known, expect, now } => {
                let (report, failure) = self.inspect(&text, kind, known, &expect, now);
                Msg::Inspected(text, Box::new(report), failure)
            }
            Effect::InspectOther { text, kind, known, now } => {
                let (report, failure) = self.inspect(&text, kind, known, &[], now);
                Msg::Compare(CompareMsg::Inspected(text, Box::new(report), failure))
            }
            Effect::Copy { text, sensitivity } => {
                let copied = self.clipboard.copy(&text, sensitivity).map(|()| sensitivity);
                Msg::Copied(copied.map_err(|error| Failure::new(error.message())))
            }
            Effect::DrawQr { what, text } => Msg::Share(ShareMsg::Drawn(Shown::of(what, &text))),
            Effect::ReadClipboard => {
                Msg::ClipboardRead(self.clipboard.paste().map_err(|error| Failure::new(error.message())))
            }
            Effect::Watch(effect) => self.watch(effect),
            Effect::Vault(effect) => Msg::Vault(self.vault(effect)),
            Effect::ClearClipboard => Msg::Guard(GuardMsg::Cleared(self.clear())),
            Effect::Lock => {
                self.store.lock();
                self.imports.forget();
                Msg::Guard(GuardMsg::Cleared(self.clear()))
            }
            Effect::Unlock => Msg::Guard(GuardMsg::Unlocked(self.store.unlock().map_err(failure))),
            Effect::SaveGuard(guarding) => self.save_settings(|settings| settings.set_guard(guarding)),
            Effect::ListBackups => Msg::Backups(BackupMsg::Listed(self.store.backups().map_err(failure))),
            Effect::RestoreBackup(number) => {
                let restored = self.store.restore(number).map(Outcome::Restored);
                Msg::Backups(BackupMsg::Restored(restored.map_err(failure)))
            }
            Effect::SetAside => {
                let aside = self.store.set_aside().map(|path| match path {
                    Some(path) => Outcome::SetAside(path.display().to_string()),
                    None => Outcome::Nothing,
                });
                Msg::Backups(BackupMsg::Restored(aside.map_err(failure)))
            }
            Effect::SaveTheme(theme) => self.save_settings(|settings| settings.theme = theme),
            Effect::SaveLanguage(language) => self.save_settings(|settings| settings.language = language),
            Effect::SaveZoom(percent) => self.save_settings(|settings| settings.zoom = percent),
            Effect::SaveTimes(times) => self.save_settings(|settings| settings.times = times),
            Effect::FindFiles => {
                let folders = self.store.folders();
                Msg::Desk(DeskMsg::Files(vec![
                    ("projects", folders.projects_file()),
                    ("vault", folders.vault_file()),
                    ("sealed", folders.sealed_file()),
                    ("settings", folders.settings_file()),
                    ("watch", folders.watch_file()),
                    ("sent", folders.sent_file()),
                ]))
            }
            Effect::TryDemo { id, draft } => {
                Msg::Desk(DeskMsg::DemoReady(self.try_demo(id.as_ref(), draft).map_err(failure)))
            }
            Effect::RemoveDemo(id) => {
                let left = match self.store.remove(&id) {
                    Err(StoreError::Secret(_)) => self.store.remove_leaving_secrets(&id),
                    removed => removed.map(|()| Vec::new()),
                };
                Msg::ProjectDeleted(left.map(|left| (id, left)).map_err(failure))
            }
            Effect::SavePlace { project, panel, window } => self.save_settings(|settings| {
                settings.last_project = project;
                settings.window = window.size.or(settings.window);
                settings.window_at = window.at.or(settings.window_at);
                settings.window_maximised = window.maximised;
                settings.last_panel = Some(panel.to_owned());
            }),
            Effect::Import(job) => self.imports.perform(&self.store, &*self.clipboard, job),
            Effect::Export(job) => super::export::perform(&self.store, &self.imports, job),
            Effect::Quit => Msg::Done,
        }
    }

    /// Where the keychain takes nothing, the demo is one of this run.
    fn try_demo(&self, id: Option<&ProjectId>, draft: Draft) -> Result<Project, StoreError> {
        let secrets = demo_secrets();
        let save = |draft| match id {
            Some(id) => self.store.change(&self.store.find(id.as_str())?, draft, &secrets, &[]),
            None => self.store.add(draft, &secrets, &mut random::system()),
        };
        match save(draft.clone()) {
            Err(StoreError::Secret(_)) => match save(Draft { place: SecretPlace::ThisRun, ..draft }) {
                // It is saved; what the keychain would not let go of is invented.
                Err(error) if error.is_done() => self.store.find(id.map_or("", ProjectId::as_str)),
                saved => saved,
            },
            saved => saved,
        }
    }

    fn vault(&self, effect: VaultEffect) -> VaultMsg {
        let vault = self.store.vault();
        let opened = match effect {
            VaultEffect::Look => return VaultMsg::Looked(vault.state()),
            VaultEffect::Open(passphrase) => vault.open(passphrase),
            VaultEffect::Create(passphrase) => vault.create(passphrase),
        };
        VaultMsg::Opened(opened.map_err(|error| failure(StoreError::Secret(error.into()))))
    }

    fn clear(&self) -> Result<(), Failure> {
        self.clipboard.clear().map_err(|error| Failure::new(error.message()))
    }

    pub(super) fn save_settings(&self, change: impl FnOnce(&mut Settings)) -> Msg {
        match Settings::change(self.store.folders(), change) {
            Ok(_) => Msg::Done,
            Err(error) => Msg::SettingsNotSaved(file_failure(&error)),
        }
    }

    pub(super) fn generate(
        &self,
        project: &ProjectId,
        kind: &'static str,
        values: Vec<(String, String)>,
        now: Time,
    ) -> Result<Box<Made>, NotMade> {
        let store_failure = |error| NotMade::Failure(failure(error));
        let project = self.store.find(project.as_str()).map_err(store_failure)?;
        let kind = vendor::kind(kind)
            .ok_or_else(|| NotMade::Failure(Failure::new(Message::new("problem-inspect-only"))))?;
        let mut raw = self.store.credentials_of(&project).map_err(store_failure)?;
        raw.plain.extend(values.iter().cloned());
        let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).map_err(NotMade::Problems)?;
        let mut random = random::system();
        let mut env = Env { now, random: &mut random };
        let (generated, report) =
            vendor::generate(kind, &inputs, Some(project.name), &mut env).map_err(NotMade::Problems)?;
        Ok(Box::new(Made { token: generated.token, outputs: generated.outputs, report, values }))
    }

    /// A project's credentials and these values, read as the fields of a call.
    fn call_inputs(
        &self,
        project: &ProjectId,
        call: &'static dyn Call,
        values: Vec<(String, String)>,
    ) -> Result<Inputs, NotMade> {
        let store_failure = |error| NotMade::Failure(failure(error));
        let project = self.store.find(project.as_str()).map_err(store_failure)?;
        let mut raw = self.store.credentials_of(&project).map_err(store_failure)?;
        raw.plain.extend(values);
        Inputs::read(&call.fields(), &raw, Ask::All).map_err(NotMade::Problems)
    }

    fn prepare(
        &self,
        project: &ProjectId,
        call: &'static str,
        values: Vec<(String, String)>,
        base_url: Option<&str>,
        now: Time,
    ) -> Result<Box<Request>, NotMade> {
        let unknown = || NotMade::Failure(Failure::new(Message::new("problem-inspect-only")));
        let call = call::call(call).ok_or_else(unknown)?;
        let inputs = self.call_inputs(project, call, values)?;
        let mut random = random::system();
        let mut env = Env { now, random: &mut random };
        call::prepare(call, &inputs, &mut env, base_url).map(Box::new).map_err(NotMade::Problems)
    }

    /// Asks for leave where the vendor counts, sends, and reads the answer.
    fn send(
        &self,
        project: &ProjectId,
        call: &'static str,
        values: &[(String, String)],
        request: &Request,
        forced: bool,
        cancelled: &AtomicBool,
    ) -> (Answered, Option<usize>) {
        let fault = |message| (Answered::Failed(Failure::new(message)), None);
        let Some(call) = call::call(call) else { return fault(Message::new("problem-inspect-only")) };
        let inputs = match self.call_inputs(project, call, values.to_vec()) {
            Ok(inputs) => inputs,
            Err(NotMade::Failure(failure)) => return (Answered::Failed(failure), None),
            Err(NotMade::Problems(_)) => return fault(Message::new("failure-secret-missing")),
        };
        let mut near_limit = None;
        if let Some(quota) = &call.spec().quota {
            let owner = inputs.text_or_empty(call.vendor().owner_key);
            let now = Time::from_millis(clock::now());
            match sent::take(self.store.folders(), call.spec().id, owner, quota, now, forced) {
                Ok(Leave::Full { free_at }) if !forced => return (Answered::Full(free_at), None),
                Ok(Leave::Near { count }) => near_limit = Some(count),
                Ok(_) => {}
                Err(error) => return (Answered::Failed(file_failure(&error)), None),
            }
        }
        let answered = match send::send(request, Waiting { patience: send::PATIENCE, cancelled }) {
            Ok(answer) => Answered::Outcome {
                status: answer.status,
                body: answer.text().into_owned(),
                outcome: call.read(&answer, &inputs, Time::from_millis(clock::now())),
            },
            Err(error) => Answered::Failed(Failure::new(error.message())),
        };
        (answered, near_limit)
    }

    fn inspect(
        &self,
        text: &str,
        kind: Option<&'static str>,
        known: Vec<(String, String)>,
        expect: &[(String, String)],
        now: Time,
    ) -> (Report, Option<Failure>) {
        let pasted = Pasted::read(text, kind.and_then(vendor::kind));
        let fields = pasted.kind.map(<dyn Kind>::fields).unwrap_or_default();
        let plain =
            known.into_iter().filter(|(key, _)| fields.iter().any(|field| field.key == key)).collect();
        // A value that its field does not take is told beside the field; the rest is still checked.
        let known =
            Inputs::read(&fields, &Raw { plain, secrets: Vec::new() }, Ask::Given).unwrap_or_default();
        let mut checks = match self.store.checks() {
            Ok(checks) => checks,
            Err(error) => {
                return (vendor::inspect(&pasted, &known, [], expect, now), Some(failure(error)));
            }
        };
        let report = vendor::inspect(&pasted, &known, checks.trials(&pasted), expect, now);
        (report, checks.take_failure().map(failure))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
pub(super) fn failure(error: StoreError) -> Failure {
    Failure::from(&error)
}

pub(super) fn file_failure(error: &FileError) -> Failure {
    Failure::new(error.message())
}
