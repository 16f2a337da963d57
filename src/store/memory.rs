//! Secrets in memory: for this run only, and the keychain's twin in tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use secrecy::SecretString;

use super::secrets::{SecretError, SecretKey, SecretStore};

/// One of the calls of a [`SecretStore`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// [`SecretStore::read`]
    Read,
    /// [`SecretStore::write`]
    Write,
    /// [`SecretStore::remove`]
    Remove,
    /// [`SecretStore::status`]
    Status,
}

/// Secrets that end with the process.
///
/// As the keychain's twin it can be told to fail: once, at some later call, always; or to be slow.
#[derive(Default)]
pub struct MemoryStore {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    secrets: BTreeMap<SecretKey, SecretString>,
    once: Vec<Fault>,
    always: Option<SecretError>,
    delay: Option<Duration>,
}

struct Fault {
    call: Call,
    /// How many calls of this kind still go well.
    after: usize,
    error: SecretError,
}

impl std::fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MemoryStore").field("keys", &self.keys()).finish_non_exhaustive()
    }
}

impl MemoryStore {
    /// The next `call` fails.
    pub fn fail_next(&self, call: Call, error: SecretError) {
        self.fail_after(0, call, error);
    }

    /// The `call` after `after` more good ones fails, once.
    pub fn fail_after(&self, after: usize, call: Call, error: SecretError) {
        self.state().once.push(Fault { call, after, error });
    }

    /// From now on every call fails; `None` ends it, and takes back what [`Self::fail_after`] still had in store.
    pub fn fail_always(&self, error: Option<SecretError>) {
        let mut state = self.state();
        state.once.clear();
        state.always = error;
    }

    /// From now on every call takes this long; `None` ends it.
    pub fn slow_down(&self, delay: Option<Duration>) {
        self.state().delay = delay;
    }

    /// Which secrets are there.
    pub fn keys(&self) -> Vec<SecretKey> {
        self.state().secrets.keys().cloned().collect()
    }

    /// Takes all secrets out, which wipes them.
    pub fn wipe(&self) {
        self.state().secrets.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing below can panic half-way through a change, so a poisoned lock still guards good data.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, call: Call) -> Result<MutexGuard<'_, State>, SecretError> {
        let delay = self.state().delay;
        if let Some(delay) = delay {
            std::thread::sleep(delay);
        }
        let mut state = self.state();
        if let Some(error) = &state.always {
            return Err(error.clone());
        }
        let mut due = None;
        for (index, fault) in state.once.iter_mut().enumerate().filter(|(_, fault)| fault.call == call) {
            match fault.after.checked_sub(1) {
                Some(fewer) => fault.after = fewer,
                None => due = due.or(Some(index)),
            }
        }
        match due {
            Some(index) => Err(state.once.remove(index).error),
            None => Ok(state),
        }
    }
}

impl SecretStore for MemoryStore {
    fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, SecretError> {
        Ok(self.enter(Call::Read)?.secrets.get(key).cloned())
    }

    fn write(&self, key: &SecretKey, _label: &str, secret: &SecretString) -> Result<(), SecretError> {
        self.enter(Call::Write)?.secrets.insert(key.clone(), secret.clone());
        Ok(())
    }

    fn remove(&self, key: &SecretKey) -> Result<(), SecretError> {
        self.enter(Call::Remove)?.secrets.remove(key);
        Ok(())
    }

    fn status(&self) -> Result<(), SecretError> {
        self.enter(Call::Status).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret as _;

    fn key(field: &str) -> SecretKey {
        SecretKey::new(&"p0123456789ab".parse().expect("an id"), field)
    }

    #[test]
    fn keeps_overwrites_and_removes() {
        let store = MemoryStore::default();
        assert!(store.read(&key("a")).expect("read").is_none());
        store.write(&key("a"), "", &"one".into()).expect("written");
        store.write(&key("a"), "", &"two".into()).expect("written");
        assert_eq!(store.read(&key("a")).expect("read").expect("there").expose_secret(), "two");
        assert!(!format!("{store:?}").contains("two"));
        store.remove(&key("a")).expect("removed");
        store.remove(&key("a")).expect("absent is fine");
        assert_eq!(store.keys(), []);
    }

    #[test]
    fn fails_as_told() {
        let store = MemoryStore::default();
        store.fail_after(1, Call::Write, SecretError::Locked);
        store.fail_next(Call::Read, SecretError::Denied);
        assert_eq!(store.write(&key("a"), "", &"x".into()), Ok(()));
        assert_eq!(store.write(&key("b"), "", &"x".into()), Err(SecretError::Locked));
        assert_eq!(store.write(&key("b"), "", &"x".into()), Ok(()));
        assert_eq!(store.read(&key("a")).err(), Some(SecretError::Denied));
        store.fail_always(Some(SecretError::NoDefault));
        assert_eq!(store.status(), Err(SecretError::NoDefault));
        store.fail_always(None);
        assert_eq!(store.status(), Ok(()));
    }
}
