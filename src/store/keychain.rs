//! Secrets in the operating system's keychain: Keychain Services, Credential Manager, Secret Service.
//!
//! Nothing is opened until the first call: the command line's quick verbs must not wake a desktop bus. The `keyring`
//! crate picks and opens the platform's store, once per process, and remembers a failure. A keychain that was not there
//! at the start (no session bus yet), or that was restarted, has to be reachable later all the same; so the opened store
//! is held here, dropped when it stops answering, and opened again by the platform's own crate.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use keyring_core::{CredentialStore, Entry, Error};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroize as _;

use super::secrets::{SERVICE, SecretError, SecretKey, SecretStore};

/// The keychain of this user's desktop.
#[derive(Default)]
pub struct Keychain {
    open: Mutex<Option<Arc<CredentialStore>>>,
}

impl std::fmt::Debug for Keychain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keychain").finish_non_exhaustive()
    }
}

impl Keychain {
    /// The keychain, not yet opened. Does no work.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs `work` on the entry `user`. Everything that `work` does may be done twice: if the store was opened
    /// earlier and has gone away since, it is opened again.
    fn on_entry<T>(
        &self,
        user: &str,
        label: Option<&str>,
        work: impl Fn(&Entry) -> Result<T, Error>,
    ) -> Result<T, SecretError> {
        let run = |store: &Arc<CredentialStore>| {
            let result = build(store.as_ref(), user, label).and_then(|entry| work(&entry));
            result.map_err(|error| secret_error(error, user))
        };
        let (store, was_open) = self.opened()?;
        let mut result = run(&store);
        if matches!(result, Err(SecretError::Unreachable { .. })) {
            self.forget(&store);
            if was_open {
                let (store, _) = self.opened()?;
                result = run(&store);
            }
        }
        result
    }

    /// The store, and whether it was open before.
    fn opened(&self) -> Result<(Arc<CredentialStore>, bool), SecretError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(store) = &*open {
            return Ok((Arc::clone(store), true));
        }
        let store = platform_store()?;
        *open = Some(Arc::clone(&store));
        Ok((store, false))
    }

    /// Forgets a store that does not answer any more, unless another thread has opened a new one already.
    fn forget(&self, dead: &Arc<CredentialStore>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.as_ref().is_some_and(|store| Arc::ptr_eq(store, dead)) {
            *open = None;
        }
    }
}

impl SecretStore for Keychain {
    fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, SecretError> {
        let user = key.user();
        let bytes = self.on_entry(&user, None, |entry| match entry.get_secret() {
            Err(Error::NoEntry) => Ok(None),
            other => other.map(Some),
        })?;
        bytes.map(|bytes| text_of(bytes, &user)).transpose()
    }

    fn write(&self, key: &SecretKey, label: &str, secret: &SecretString) -> Result<(), SecretError> {
        // As bytes: as a password, Windows would store two bytes for each character, and halve the room.
        self.on_entry(&key.user(), Some(label), |entry| entry.set_secret(secret.expose_secret().as_bytes()))
    }

    fn remove(&self, key: &SecretKey) -> Result<(), SecretError> {
        self.on_entry(&key.user(), None, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            // All of them are the entry that is to go.
            Err(Error::Ambiguous(entries)) => entries.iter().try_for_each(Entry::delete_credential),
            Err(error) => Err(error),
        })
    }

    fn status(&self) -> Result<(), SecretError> {
        // Asks for an entry that never exists: an answer proves the service, and there is nothing to unlock.
        self.on_entry("status", None, |entry| match entry.get_credential() {
            Ok(_) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
    }
}

fn build(store: &CredentialStore, user: &str, label: Option<&str>) -> Result<Entry, Error> {
    // The Secret Service takes a label and does not search by it. The other platforms refuse the word.
    let label = label.filter(|label| cfg!(all(unix, not(target_os = "macos"))) && !label.is_empty());
    let modifiers = label.map(|label| HashMap::from([("label", label)]));
    store.build(SERVICE, user, modifiers.as_ref())
}

/// Opens the platform's store: the first time in the process through `keyring`, later as far as the platform lets us.
fn platform_store() -> Result<Arc<CredentialStore>, SecretError> {
    static ASKED: AtomicBool = AtomicBool::new(false);
    if ASKED.swap(true, Ordering::SeqCst) {
        return open_again();
    }
    match keyring::Entry::store_status() {
        // Taken out of the process-wide place: there, a dead connection would stay open for good.
        Ok(()) if CONNECTS => keyring_core::unset_default_store().map_or_else(open_again, Ok),
        Ok(()) => open_again(),
        Err(error) => Err(SecretError::Unreachable { reason: reason_of(error) }),
    }
}

/// Whether the platform's store is a connection, which can fail and end.
const CONNECTS: bool = cfg!(all(unix, not(target_os = "macos")));

#[cfg(all(unix, not(target_os = "macos")))]
fn open_again() -> Result<Arc<CredentialStore>, SecretError> {
    match zbus_secret_service_keyring_store::Store::new() {
        Ok(store) => Ok(store),
        // Whatever kept the service from being opened, it is not reached.
        Err(error) => Err(SecretError::Unreachable { reason: reason_of(&error) }),
    }
}

/// Without a connection there is nothing to open: the store that `keyring` has set stays good.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn open_again() -> Result<Arc<CredentialStore>, SecretError> {
    keyring_core::get_default_store()
        .ok_or_else(|| SecretError::Unreachable { reason: reason_of(&Error::NoDefaultStore) })
}

fn text_of(bytes: Vec<u8>, user: &str) -> Result<SecretString, SecretError> {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            // A copy of the exact length: shrinking the buffer in place could leave one behind that is never wiped.
            let secret = SecretString::from(Box::<str>::from(text.as_str()));
            text.zeroize();
            Ok(secret)
        }
        Err(error) => {
            error.into_bytes().zeroize();
            Err(SecretError::Foreign { entry: user.to_owned(), reason: "it is not text".to_owned() })
        }
    }
}

/// The library's error as ours. Some of its errors carry the secret's bytes: those are wiped and never shown.
fn secret_error(error: Error, user: &str) -> SecretError {
    let foreign = |reason: &str| SecretError::Foreign { entry: user.to_owned(), reason: reason.to_owned() };
    match error {
        Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            foreign("it is not in the form that the keychain expects")
        }
        Error::Ambiguous(entries) => foreign(&format!("there are {} of that name", entries.len())),
        // Windows gives the limit; the Secret Service has none.
        Error::TooLong(_, limit) => SecretError::TooLong { limit },
        Error::NoDefaultStore => SecretError::Unreachable { reason: reason_of(&Error::NoDefaultStore) },
        Error::NoStorageAccess(ref source) => told_apart(&source.to_string()).unwrap_or(SecretError::Denied),
        Error::PlatformFailure(ref source) => told_apart(&source.to_string())
            .unwrap_or_else(|| SecretError::Other { reason: reason_of(&error) }),
        other => SecretError::Other { reason: reason_of(&other) },
    }
}

/// The Secret Service's failures arrive boxed, partly as D-Bus error names, so they can only be told apart by text.
fn told_apart(text: &str) -> Option<SecretError> {
    const LOCKED: &[&str] = &["object locked", "Secret.Error.IsLocked"];
    const DENIED: &[&str] = &["prompt dismissed", "DBus.Error.AccessDenied"];
    const NO_DEFAULT: &[&str] = &["result not returned from SS API"];
    const GONE: &[&str] = &[
        "Secret.Error.NoSession",
        "DBus.Error.Disconnected",
        "DBus.Error.NameHasNoOwner",
        "DBus.Error.NoReply",
        "DBus.Error.NoServer",
        "DBus.Error.ServiceUnknown",
        "DBus.Error.Spawn",
        "DBus.Error.UnknownObject",
        "I/O error",
        "connection closed",
        "no secret service provider",
    ];
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(LOCKED) {
        Some(SecretError::Locked)
    } else if has(DENIED) {
        Some(SecretError::Denied)
    } else if has(NO_DEFAULT) {
        Some(SecretError::NoDefault)
    } else if has(GONE) {
        Some(SecretError::Unreachable { reason: text.to_owned() })
    } else {
        None
    }
}

fn reason_of(error: &Error) -> String {
    match error {
        Error::PlatformFailure(source) | Error::NoStorageAccess(source) => source.to_string(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKER: &str = "marker-7c1f";

    #[test]
    fn the_librarys_errors_become_ours_without_the_secret() {
        let boxed = |text: &str| -> Box<dyn std::error::Error + Send + Sync> { text.into() };
        let cases = [
            (Error::PlatformFailure(boxed("SS Error: object locked")), SecretError::Locked),
            (Error::NoStorageAccess(boxed("SS error: prompt dismissed")), SecretError::Denied),
            (Error::NoStorageAccess(boxed("OSStatus -25293")), SecretError::Denied),
            (
                Error::NoStorageAccess(boxed("SS error: result not returned from SS API")),
                SecretError::NoDefault,
            ),
            (Error::TooLong("secret".to_owned(), 2_560), SecretError::TooLong { limit: 2_560 }),
        ];
        for (error, ours) in cases {
            assert_eq!(secret_error(error, "user"), ours);
        }
        let gone = "zbus error: org.freedesktop.DBus.Error.ServiceUnknown: no such name";
        assert!(matches!(
            secret_error(Error::PlatformFailure(boxed(gone)), "user"),
            SecretError::Unreachable { .. }
        ));
        for error in [
            Error::BadEncoding(MARKER.into()),
            Error::BadDataFormat(MARKER.into(), boxed(MARKER)),
            Error::Invalid("secret".to_owned(), "empty".to_owned()),
        ] {
            let ours = secret_error(error, "user");
            assert!(!format!("{ours:?} {ours}").contains(MARKER));
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_an_error_without_them() {
        assert_eq!(text_of(MARKER.into(), "user").expect("text").expose_secret(), MARKER);
        let error = text_of(b"marker-7c1f\xff".to_vec(), "user").expect_err("not text");
        assert!(!format!("{error:?} {error}").contains(MARKER));
    }

    #[test]
    fn the_twin_in_the_library_reads_writes_and_removes() {
        let keychain = Keychain::default();
        *keychain.open.lock().expect("a lock") =
            Some(keyring_core::mock::Store::new().expect("the library's own twin"));
        let key = SecretKey::new(&"p0123456789ab".parse().expect("an id"), "api_secret");
        assert_eq!(keychain.remove(&key), Ok(()), "absent is fine");
        assert!(keychain.read(&key).expect("read").is_none());
        assert_eq!(keychain.status(), Ok(()));
    }
}
