//! Carries out effects: the only way from the model to files, keychain and clipboard. Runs on a worker, blocks.

use std::sync::Arc;

use super::clipboard::Clipboard;
use super::random;
use crate::app::effect::Effect;
use crate::app::message::{Msg, NotMade};
use crate::app::model::{Failure, Made};
use crate::i18n::Message;
use crate::store::{FileError, ProjectId, Settings, Store, StoreError};
use crate::token::input::Ask;
use crate::token::{Env, Inputs, Time};
use crate::vendor::{self, Pasted};

/// What effects need. Cheap to clone; each worker has one.
#[derive(Clone)]
pub struct Desk {
    /// Projects and secrets.
    pub store: Arc<Store>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
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
            Effect::SaveProject { id, draft, secrets } => {
                let saved = match id {
                    Some(id) => self.store.change(&id, draft, &secrets, &[]),
                    None => self.store.add(draft, &secrets, &mut random::system()),
                };
                Msg::ProjectSaved(saved.map_err(failure))
            }
            Effect::DuplicateProject { id, name } => {
                Msg::ProjectSaved(self.store.duplicate(&id, &name, &mut random::system()).map_err(failure))
            }
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
            Effect::Inspect { text, kind, now } => self.inspect(&text, kind, now),
            Effect::Copy { text, sensitivity } => {
                let copied = self.clipboard.copy(&text, sensitivity).map(|()| sensitivity);
                Msg::Copied(copied.map_err(|error| Failure::new(error.message())))
            }
            Effect::ReadClipboard => {
                Msg::ClipboardRead(self.clipboard.paste().map_err(|error| Failure::new(error.message())))
            }
            Effect::SaveTheme(theme) => self.save_settings(|settings| settings.theme = theme),
            Effect::SavePlace { project, panel, window } => self.save_settings(|settings| {
                settings.last_project = project;
                settings.window = window.or(settings.window);
                settings.last_panel = Some(panel.to_owned());
            }),
            Effect::Quit => Msg::Done,
        }
    }

    fn save_settings(&self, change: impl FnOnce(&mut Settings)) -> Msg {
        match Settings::change(self.store.folders(), change) {
            Ok(_) => Msg::Done,
            Err(error) => Msg::SettingsNotSaved(file_failure(&error)),
        }
    }

    fn generate(
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
        raw.plain.extend(values);
        let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).map_err(NotMade::Problems)?;
        let mut random = random::system();
        let mut env = Env { now, random: &mut random };
        let (generated, report) =
            vendor::generate(kind, &inputs, Some(project.name), &mut env).map_err(NotMade::Problems)?;
        Ok(Box::new(Made { token: generated.token, outputs: generated.outputs, report }))
    }

    fn inspect(&self, text: &str, kind: Option<&'static str>, now: Time) -> Msg {
        let pasted = Pasted::read(text, kind.and_then(vendor::kind));
        let known = Inputs::default();
        let mut checks = match self.store.checks() {
            Ok(checks) => checks,
            Err(error) => {
                let report = vendor::inspect(&pasted, &known, [], &[], now);
                return Msg::Inspected(Box::new(report), Some(failure(error)));
            }
        };
        let report = vendor::inspect(&pasted, &known, checks.trials(&pasted), &[], now);
        Msg::Inspected(Box::new(report), checks.take_failure().map(failure))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn failure(error: StoreError) -> Failure {
    Failure::from(&error)
}

fn file_failure(error: &FileError) -> Failure {
    Failure::new(error.message())
}
