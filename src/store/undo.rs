//! Changes to secrets that can be taken back, because the next step may fail.

use secrecy::SecretString;

use super::error::StoreError;
use super::secrets::{SecretError, SecretKey, SecretStore};

/// The changes made so far and what was there before. Dropping it leaves the changes as they are.
#[derive(Default)]
pub(super) struct Undo<'a> {
    steps: Vec<Step<'a>>,
}

struct Step<'a> {
    store: &'a dyn SecretStore,
    key: SecretKey,
    before: Option<SecretString>,
}

impl<'a> Undo<'a> {
    /// Writes a secret, having looked at what it replaces.
    pub(super) fn write(
        &mut self,
        store: &'a dyn SecretStore,
        key: SecretKey,
        label: &str,
        secret: &SecretString,
    ) -> Result<(), SecretError> {
        let before = match store.read(&key) {
            Err(error) if error.is_lost() => None,
            before => before?,
        };
        let result = store.write(&key, label, secret);
        self.note(store, key, before, &result);
        result
    }

    /// Removes a secret, having looked at what is lost.
    pub(super) fn remove(&mut self, store: &'a dyn SecretStore, key: SecretKey) -> Result<(), SecretError> {
        let before = match store.read(&key) {
            Ok(None) => return Ok(()),
            Err(error) if error.is_lost() => None,
            before => before?,
        };
        let result = store.remove(&key);
        self.note(store, key, before, &result);
        result
    }

    fn note(
        &mut self,
        store: &'a dyn SecretStore,
        key: SecretKey,
        before: Option<SecretString>,
        result: &Result<(), SecretError>,
    ) {
        if result.as_ref().err().is_none_or(|error| !error.changed_nothing()) {
            self.steps.push(Step { store, key, before });
        }
    }

    /// Takes everything back, the last first, and says what has become of it all.
    pub(super) fn back(self, label: &str, cause: impl Into<StoreError>) -> StoreError {
        let cause = cause.into();
        let mut entries = Vec::new();
        for Step { store, key, before } in self.steps.into_iter().rev() {
            let result = match before {
                Some(secret) => store.write(&key, label, &secret),
                None => store.remove(&key),
            };
            if result.is_err() {
                entries.push(key.user());
            }
        }
        if entries.is_empty() { cause } else { StoreError::HalfDone { cause: Box::new(cause), entries } }
    }
}
