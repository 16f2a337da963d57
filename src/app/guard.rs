//! What guards secrets and tokens in time: the clipboard is cleared, the window is locked. Both go by the clock, never
//! by a moved now.

use crate::i18n::Message;
use crate::token::Time;
use crate::vendor;

use super::effect::{Effect, Sensitivity};
use super::import::ImportMsg;
use super::message::Msg;
use super::model::{Failure, Model};
use super::update::tell;
use super::watch::WatchMsg;

/// The choices for the clipboard, in seconds; 0 for never.
pub const CLEAR_TOKENS: [u32; 6] = [15, 30, 60, 120, 300, 0];
/// The same for secrets, which are never left there.
pub const CLEAR_SECRETS: [u32; 4] = [5, 10, 15, 30];
/// The choices for the lock, in minutes without a key or the pointer; 0 for never.
pub const LOCK_AFTER: [u32; 6] = [1, 5, 15, 30, 60, 0];

/// What is guarded.
#[derive(Debug, Default)]
pub struct Guard {
    /// When the clipboard is to be cleared; there while it holds a token or secret of ours.
    pub clears_at: Option<Time>,
    /// The window is locked.
    pub locked: Option<Locked>,
    /// When the user last did something.
    pub touched: Time,
}

/// The locked window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Locked {
    /// The store has been asked.
    pub unlocking: bool,
    /// Why it did not unlock. There is a way on without it.
    pub failure: Option<Failure>,
}

/// What happened around it.
#[derive(Debug)]
pub enum GuardMsg {
    /// The user did something: a key, the pointer.
    Touched,
    /// The machine goes to sleep.
    Sleeping,
    /// The clipboard is empty, or holds what another program has put there; or it could not be cleared.
    Cleared(Result<(), Failure>),
    /// Unlock.
    Unlock,
    /// The store let us in, or not.
    Unlocked(Result<(), Failure>),
    /// Go on without the store: projects whose secrets are there make no tokens.
    Without,
    /// Tokens are to be cleared off the clipboard after so many seconds.
    ClearTokens(u32),
    /// Secrets are.
    ClearSecrets(u32),
    /// Lock after so many minutes.
    LockAfter(u32),
}

/// Takes a message.
pub(super) fn update(model: &mut Model, msg: GuardMsg) -> Vec<Effect> {
    match msg {
        GuardMsg::Touched => model.guard.touched = model.clock,
        GuardMsg::Sleeping => return lock(model),
        GuardMsg::Cleared(Ok(())) => {}
        // It is said, and tried again: what was to go must not stay because it could not go once.
        GuardMsg::Cleared(Err(failure)) => {
            model.guard.clears_at = Some(model.clock.plus(RETRY_MILLIS));
            tell(model, failure.message, true);
        }
        GuardMsg::Unlock => {
            if let Some(locked) = &mut model.guard.locked
                && !locked.unlocking
            {
                *locked = Locked { unlocking: true, failure: None };
                return vec![Effect::Unlock];
            }
        }
        GuardMsg::Unlocked(Ok(())) | GuardMsg::Without => {
            if model.guard.locked.take().is_some() {
                model.guard.touched = model.clock;
                return vec![Effect::LoadProjects, Effect::CheckKeychain];
            }
        }
        GuardMsg::Unlocked(Err(failure)) => {
            if let Some(locked) = &mut model.guard.locked {
                *locked = Locked { unlocking: false, failure: Some(failure) };
            }
        }
        GuardMsg::ClearTokens(seconds) => {
            model.settings.clear_tokens = seconds;
            return vec![Effect::SaveGuard(model.settings.guard())];
        }
        GuardMsg::ClearSecrets(seconds) => {
            model.settings.clear_secrets = seconds;
            return vec![Effect::SaveGuard(model.settings.guard())];
        }
        GuardMsg::LockAfter(minutes) => {
            model.settings.lock_after = minutes;
            return vec![Effect::SaveGuard(model.settings.guard())];
        }
    }
    Vec::new()
}

/// How long a clipboard that another program holds is left alone.
const RETRY_MILLIS: i64 = 5000;

/// Something was copied: from now on counts how long it may stay. A copy after it begins anew.
pub(super) fn copied(model: &mut Model, sensitivity: Sensitivity) {
    let seconds = match sensitivity {
        Sensitivity::Plain => 0,
        Sensitivity::Token => model.settings.clear_tokens,
        Sensitivity::Secret => model.settings.clear_secrets,
    };
    model.guard.clears_at = (seconds > 0).then(|| model.clock.plus(i64::from(seconds) * 1000));
}

/// What the clock brings.
pub(super) fn tick(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    // A clock that was put back does not put the lock and the clearing off.
    model.guard.touched = model.guard.touched.min(model.clock);
    let longest = i64::from(model.settings.clear_tokens.max(model.settings.clear_secrets)) * 1000;
    let latest = model.clock.plus(longest.max(RETRY_MILLIS));
    model.guard.clears_at = model.guard.clears_at.map(|at| at.min(latest));
    if model.guard.clears_at.is_some_and(|at| at <= model.clock) {
        model.guard.clears_at = None;
        effects.push(Effect::ClearClipboard);
    }
    if model.guard.locks_at(model.settings.lock_after).is_some_and(|at| at <= model.clock) {
        effects.extend(lock(model));
    }
    effects
}

/// A job ended in a fault of the program: if it was the one that unlocks, it can be asked for again.
pub(super) fn panicked(model: &mut Model) {
    if let Some(locked) = &mut model.guard.locked {
        locked.unlocking = false;
    }
}

impl Guard {
    /// When it locks by itself, unless something is done before.
    fn locks_at(&self, minutes: u32) -> Option<Time> {
        let open = self.locked.is_none() && minutes > 0;
        open.then(|| self.touched.plus(i64::from(minutes) * 60_000))
    }

    /// The milliseconds after which something of it changes on screen: a second while the clipboard counts.
    pub(super) fn next_tick(&self, clock: Time, lock_after: u32) -> Option<i64> {
        let second = self.clears_at.map(|_| 1000 - clock.millis().rem_euclid(1000));
        let lock = self.locks_at(lock_after).map(|at| at.since(clock).max(1));
        second.into_iter().chain(lock).min()
    }
}

/// Takes secrets and tokens out of the model and the store. What was typed into forms stays, but for what belongs to
/// one making alone, such as a token that another one is made from.
pub(super) fn lock(model: &mut Model) -> Vec<Effect> {
    if model.guard.locked.is_some() {
        return Vec::new();
    }
    model.guard.locked = Some(Locked::default());
    model.guard.clears_at = None;
    for form in model.forms.values_mut() {
        form.made.clear();
        form.running = false;
        form.failure = None;
        forget(&mut form.typed);
    }
    for form in model.calls.values_mut() {
        if let Some(cancelled) = form.sending.take() {
            cancelled.store(true, std::sync::atomic::Ordering::SeqCst);
        }
        form.request = None;
        form.answered = None;
        form.preparing = false;
        forget(&mut form.typed);
    }
    model.inspect = super::model::Inspect::default();
    model.compare = super::compare::Compare::default();
    model.expect = super::actions::Expect::default();
    model.watch.lock();
    model.vault.lock();
    model.dialog = None;
    model.palette = None;
    model.notice = None;
    vec![Effect::Lock]
}

fn forget(typed: &mut super::model::Typed) {
    let fresh = |key: &str| {
        let kinds = vendor::kinds().flat_map(|kind| kind.spec().fields);
        let calls = crate::call::CALLS.iter().flat_map(|call| call.spec().fields);
        kinds.chain(calls).any(|field| field.key == key && field.fresh)
    };
    typed.values.retain(|key, _| !fresh(key));
    // A token that was loaded may hold another one.
    typed.loaded = None;
}

/// Whether a message may reach a locked window. What was asked for before it was locked brings tokens, and is dropped.
pub(super) fn passes(msg: &Msg) -> bool {
    match msg {
        Msg::Guard(_)
        | Msg::Vault(_)
        | Msg::SettingsLoaded(..)
        | Msg::SettingsNotSaved(_)
        | Msg::ProjectsLoaded(_)
        | Msg::FilesChanged
        | Msg::KeychainChecked(_)
        | Msg::Copied(_)
        | Msg::DismissNotice
        // For a dialog that is gone: it only lets go of what was read.
        | Msg::Import(ImportMsg::Looked(_) | ImportMsg::Sealed(_) | ImportMsg::Taken(_))
        | Msg::JobPanicked
        | Msg::Done => true,
        // Where texts are, and what the file says: no token among it.
        Msg::Watch(msg) => matches!(msg, WatchMsg::Loaded(_) | WatchMsg::Kept(_) | WatchMsg::Forgotten(..)),
        Msg::Command(command) => command.is_of_the_window(),
        _ => false,
    }
}

/// The words for how long the clipboard still holds a token: minutes and seconds.
pub fn clears_in(guard: &Guard, clock: Time) -> Option<Message> {
    let left = guard.clears_at?.since(clock).max(0);
    let seconds = (left + 999) / 1000;
    Some(Message::new("status-clipboard").with("left", format!("{}:{:02}", seconds / 60, seconds % 60)))
}
