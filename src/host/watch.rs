//! Carries out what watching asks: the file, the texts in the keychain, renewals, pasted lists, notifications.

use std::time::Duration;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::clock;
use super::notify::Notification;
use super::perform::{Desk, failure, file_failure};
use crate::app::Msg;
use crate::app::model::{Failure, SecretText};
use crate::app::watch::{
    Keeping, Kept, Listed, MOST, Notice, Place, Unread, WatchEffect, WatchMsg, inspected,
};
use crate::i18n::Message;
use crate::store::{SecretError, SecretKey, SecretPlace, StoreError, WatchChange, Watched};
use crate::token::{Inputs, MAX_TEXT, Report, Shape, Time};
use crate::vendor::{self, Pasted};

/// How long the keychain is kept busy at a stretch.
const TURN: Duration = Duration::from_millis(500);

impl Desk {
    pub(super) fn watch(&self, effect: WatchEffect) -> Msg {
        Msg::Watch(match effect {
            WatchEffect::Load => WatchMsg::Loaded(self.store.watched().map_err(|error| file_failure(&error))),
            WatchEffect::Keep(tokens) => WatchMsg::Kept(self.keep(tokens)),
            WatchEffect::Forget(tokens) => self.forget(&tokens),
            WatchEffect::Fetch(token, purpose) => {
                let text = self.store.text_of(&token);
                WatchMsg::Fetched(token.id, purpose, text.map_err(keychain_failure))
            }
            WatchEffect::Renew { id, project, kind, values, now, copy } => {
                WatchMsg::Renewed(id, copy, self.generate(&project, kind, values, now))
            }
            WatchEffect::ReadList { now } => WatchMsg::Listed(self.read_list(now)),
            WatchEffect::Notify(notice) => {
                self.notifier.show(&in_words(&notice));
                return Msg::Done;
            }
            WatchEffect::SaveSettings { warn, notify, keep } => {
                return self.save_settings(|settings| {
                    settings.watch_warn = warn;
                    settings.watch_notify = notify;
                    settings.watch_keep = keep;
                });
            }
        })
    }

    /// Puts the texts where they are to be, then saves the file. What the keychain does not take is kept for this run;
    /// after a first failure it is not asked any more: the answer would be the same, or one more prompt.
    ///
    /// A keychain may need minutes for thousands, and other work waits behind this: what takes too long waits in memory
    /// for another turn.
    fn keep(&self, tokens: Vec<Keeping>) -> Kept {
        let until = clock::monotonic() + TURN;
        let mut kept = Kept::default();
        let mut changes = Vec::new();
        for Keeping { mut token, text, mut place } in tokens {
            if place.is_some() && kept.failure.is_none() && clock::monotonic() > until {
                kept.rest.push(token.id.clone());
                // One that has just come is put into memory; one that waits there already goes on waiting.
                if text.is_none() {
                    continue;
                }
                place = Some(SecretPlace::ThisRun);
                token.kept = false;
            }
            if let Some(place) = place {
                match self.put(&token, text, place, &mut kept.failure) {
                    Ok(where_it_is) => {
                        token.kept = where_it_is.kept;
                        kept.places.push((token.id.clone(), where_it_is));
                    }
                    // It is where it was.
                    Err(error) => kept.failure = kept.failure.or(Some(keychain_failure(error))),
                }
            }
            changes.push(WatchChange { token, moved: place.is_some() });
        }
        kept.unsaved = self.store.save_watched(changes, &[]).err().map(|error| file_failure(&error));
        kept
    }

    /// Puts a new text, or the one that there is, into its place, or else into memory.
    fn put(
        &self,
        token: &Watched,
        text: Option<SecretString>,
        place: SecretPlace,
        failed: &mut Option<Failure>,
    ) -> Result<Place, SecretError> {
        let text = match text {
            Some(text) => text,
            None => match self.store.text_of(token)? {
                Some(text) => text,
                None => return Ok(Place::default()),
            },
        };
        if failed.is_none() {
            match self.store.keep_text(token, place, &text) {
                Ok(()) => {
                    let kept = place == SecretPlace::Keychain;
                    return Ok(Place { kept, here: !kept });
                }
                Err(error) => *failed = Some(keychain_failure(error)),
            }
        }
        // An entry of an earlier text may still be there: it is known by its mark, and goes with the token.
        let bare = Watched { kept: false, ..token.clone() };
        self.store.keep_text(&bare, SecretPlace::ThisRun, &text)?;
        Ok(Place { kept: token.kept, here: true })
    }

    fn forget(&self, tokens: &[Watched]) -> WatchMsg {
        let ids: Vec<_> = tokens.iter().map(|token| token.id.clone()).collect();
        if let Err(error) = self.store.save_watched(Vec::new(), &ids) {
            return WatchMsg::Forgotten(Vec::new(), Some(file_failure(&error)));
        }
        let left = tokens.iter().filter(|token| self.store.forget_text(token).is_err());
        WatchMsg::Forgotten(left.map(|token| SecretKey::watched(&token.id).user()).collect(), None)
    }

    /// Inspects each line of the clipboard with the saved projects.
    fn read_list(&self, now: Time) -> Result<Listed, Failure> {
        let text = self.clipboard.paste().map_err(|error| Failure::new(error.message()))?;
        let text = Zeroizing::new(text);
        let projects = self.store.projects().map_err(failure)?;
        let mut checks = self.store.checks().map_err(failure)?;
        let (mut tokens, mut lines, mut rest) = (Vec::new(), Vec::new(), Zeroizing::new(String::new()));
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let why = if tokens.len() >= MOST {
                Message::new("watch-line-too-many").with("most", MOST)
            } else if line.len() > MAX_TEXT {
                Message::new("watch-line-too-long")
            } else {
                let pasted = Pasted::read(line, None);
                let report = vendor::inspect(&pasted, &Inputs::default(), checks.trials(&pasted), &[], now);
                if report.shape == Shape::Ok {
                    let project = report.project.as_ref();
                    let project =
                        project.and_then(|name| projects.iter().find(|project| project.name == *name));
                    let token = inspected(&report, &[], project, now);
                    tokens.push((token, SecretString::from(report.text)));
                    continue;
                }
                why_not(&report)
            };
            lines.push((index + 1, why));
            rest.push_str(line);
            rest.push('\n');
        }
        let read = tokens.len();
        let unread = (!lines.is_empty()).then_some(Unread { lines, read, text: SecretText(rest) });
        Ok(Listed { tokens, unread, failure: checks.take_failure().map(failure) })
    }
}

/// Why a line holds no token.
fn why_not(report: &Report) -> Message {
    report.findings.first().map_or_else(|| report.headline(), crate::token::Finding::message)
}

fn keychain_failure(error: SecretError) -> Failure {
    failure(StoreError::Secret(error))
}

fn in_words(notice: &Notice) -> Notification {
    let texts = vendor::texts_in(notice.language);
    let kind = notice.kind.as_ref().map(|id| texts.get(id));
    let parts = [Some(notice.project.clone()), kind].into_iter().flatten().filter(|part| !part.is_empty());
    Notification { title: texts.format(&notice.title), text: parts.collect::<Vec<_>>().join(" · ") }
}
