//! Where a secret can be kept: the trait, the names of the entries, and what can go wrong.
//!
//! A secret is a [`SecretString`] on both sides: wiped when dropped, absent from `Debug`.

use secrecy::SecretString;

use super::external::FetchFault;
use super::file::FileError;
use super::projects::ProjectId;
use super::vault::VaultError;
use super::watch::WatchId;
use crate::i18n::Message;

/// The service under which the operating system's keychain holds our entries.
pub const SERVICE: &str = "tokendesk";

/// Which secret: one field of one project, or the text of a watched token.
///
/// Never change how names are built: entries that exist would no longer be found. A test pins them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SecretKey {
    user: String,
}

impl SecretKey {
    /// The secret `field` of `project`: named after its id, because a rename must not lose secrets.
    pub fn new(project: &ProjectId, field: impl AsRef<str>) -> Self {
        Self { user: format!("{project}/{}", field.as_ref()) }
    }

    /// The text of a watched token.
    pub fn watched(id: &WatchId) -> Self {
        Self { user: format!("watch/{id}") }
    }

    /// The key under which long secrets are sealed: see [`super::sealed`].
    pub(super) fn master() -> Self {
        Self { user: "master".to_owned() }
    }

    /// The service of the entry. `secret-tool lookup service tokendesk username USER` finds it.
    pub fn service(&self) -> &'static str {
        SERVICE
    }

    /// The user (account) of the entry: `<project id>/<field>`, `watch/<id>` or `master`.
    pub fn user(&self) -> String {
        self.user.clone()
    }
}

/// Why a secret could not be read, written or removed. Never holds a secret. That there is none is not an error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// There is no keychain to talk to: no service, no session bus, or it went away.
    #[error("the keychain cannot be reached: {reason}")]
    Unreachable {
        /// What the system said.
        reason: String,
    },
    /// It is locked and was not unlocked.
    #[error("the keychain is locked")]
    Locked,
    /// The user or the system refused.
    #[error("access to the keychain was refused")]
    Denied,
    /// There is a service, but it has no keychain to put secrets in.
    #[error("there is no default keychain")]
    NoDefault,
    /// The platform does not take a secret of this length.
    #[error("the secret is longer than the {limit} bytes that the keychain takes")]
    TooLong {
        /// The most bytes that it takes.
        limit: u32,
    },
    /// The entry holds something that we did not put there.
    #[error("the entry {entry} in the keychain is not one of ours: {reason}")]
    Foreign {
        /// The user (account) of the entry.
        entry: String,
        /// What is wrong with it.
        reason: String,
    },
    /// It is kept elsewhere and cannot be had from there.
    #[error("a secret that is kept elsewhere cannot be had: {0}")]
    External(FetchFault),
    /// The project's secrets are kept elsewhere: nothing is put there.
    #[error("the project's secrets are kept elsewhere")]
    NotOurs,
    /// It is sealed in our file, and the keychain has no key to it any more.
    #[error("the key to the sealed secret {entry} is gone")]
    KeyGone {
        /// The name of the entry.
        entry: String,
    },
    /// It is sealed in our file, and was changed or damaged there.
    #[error("the sealed secret {entry} is damaged")]
    SealBroken {
        /// The name of the entry.
        entry: String,
    },
    /// The vault did not give or take it.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The file of sealed secrets could not be read or written.
    #[error(transparent)]
    File(FileError),
    /// Anything else.
    #[error("the keychain failed: {reason}")]
    Other {
        /// What the system said.
        reason: String,
    },
}

impl SecretError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreachable { reason } => Message::new("secret-unreachable").with("reason", reason),
            Self::Locked => Message::new("secret-locked"),
            Self::Denied => Message::new("secret-denied"),
            Self::NoDefault => Message::new("secret-no-default"),
            Self::TooLong { limit } => Message::new("secret-too-long").with("limit", i64::from(*limit)),
            Self::Foreign { entry, reason } => {
                Message::new("secret-foreign").with("entry", entry).with("reason", reason)
            }
            Self::External(fault) => fault.message(),
            Self::NotOurs => Message::new("secret-not-ours"),
            Self::KeyGone { entry } => Message::new("secret-key-gone").with("entry", entry),
            Self::SealBroken { entry } => Message::new("secret-seal-broken").with("entry", entry),
            Self::Vault(error) => error.message(),
            Self::File(error) => error.message(),
            Self::Other { reason } => Message::new("secret-other").with("reason", reason),
        }
    }

    /// Whether it was the operating system's keychain that failed.
    pub fn is_keychain(&self) -> bool {
        !matches!(
            self,
            Self::External(_)
                | Self::NotOurs
                | Self::KeyGone { .. }
                | Self::SealBroken { .. }
                | Self::Vault(_)
                | Self::File(_)
        )
    }

    /// Whether the secret can never be had again: it may be overwritten and removed all the same.
    pub(super) fn is_lost(&self) -> bool {
        matches!(self, Self::KeyGone { .. } | Self::SealBroken { .. })
    }

    /// Whether a call that failed like this has certainly changed nothing.
    pub(super) fn changed_nothing(&self) -> bool {
        match self {
            // A connection may break after the order has arrived and before the answer has.
            Self::Unreachable { .. }
            | Self::Vault(VaultError::File(_))
            | Self::File(_)
            | Self::Other { .. } => false,
            Self::Locked
            | Self::Denied
            | Self::NoDefault
            | Self::TooLong { .. }
            | Self::Foreign { .. }
            | Self::External(_)
            | Self::NotOurs
            | Self::KeyGone { .. }
            | Self::SealBroken { .. }
            | Self::Vault(_) => true,
        }
    }
}

/// A place for secrets. Every call may block, for a prompt even for minutes: for the worker thread.
pub trait SecretStore: Send + Sync {
    /// The secret; `None` if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be told, or not be read.
    fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, SecretError>;

    /// Puts the secret there, over one that is there already. `label` is what a keychain's own window shows for a new
    /// entry, where there is such a thing.
    ///
    /// # Errors
    ///
    /// If it was not written.
    fn write(&self, key: &SecretKey, label: &str, secret: &SecretString) -> Result<(), SecretError>;

    /// Removes the secret. That there is none is fine.
    ///
    /// # Errors
    ///
    /// If it was not removed.
    fn remove(&self, key: &SecretKey) -> Result<(), SecretError>;

    /// Whether the place can be reached. Does not prompt; says nothing of locks.
    ///
    /// # Errors
    ///
    /// If it cannot be reached.
    fn status(&self) -> Result<(), SecretError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_names_are_stable() {
        let id: ProjectId = "p0123456789ab".parse().expect("an id");
        let key = SecretKey::new(&id, "api_secret");
        assert_eq!(key.service(), "tokendesk");
        assert_eq!(key.user(), "p0123456789ab/api_secret");
        let id: WatchId = "w0123456789ab".to_owned().try_into().expect("an id");
        assert_eq!(SecretKey::watched(&id).user(), "watch/w0123456789ab");
    }
}
