//! Secrets in one encrypted file, for machines without a keychain: `vault.age`, in the format of age, under a
//! passphrase (scrypt). `age -d vault.age` opens it too; inside is TOML.
//!
//! The vault is opened once. From then on passphrase and secrets are in memory, until it is closed again; whoever finds
//! the file changed by another instance reads it anew. Each change encrypts the whole file anew, which takes about a
//! second: that is what makes guessing slow.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::file::{self, FileError};
use super::passphrase::{self, Fault};
use super::secrets::{SecretError, SecretKey, SecretStore};
use crate::i18n::Message;

pub use super::passphrase::WORK;

/// The version of what is inside.
const VERSION: u32 = 1;

/// Whether the vault can be used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VaultState {
    /// There is none.
    #[default]
    Absent,
    /// It wants its passphrase.
    Closed,
    /// Its secrets are in memory.
    Open,
}

/// Why the vault did not give or take a secret. Never holds one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is none yet.
    #[error("there is no vault yet")]
    Absent,
    /// There is one already.
    #[error("there is a vault already")]
    Present,
    /// It wants its passphrase.
    #[error("the vault is closed")]
    Closed,
    /// The passphrase is not its.
    #[error("the passphrase does not open the vault")]
    Wrong,
    /// A passphrase is needed.
    #[error("a vault needs a passphrase")]
    Empty,
    /// The file is none of ours, or was cut or changed. It stays as it is.
    #[error("{} is damaged: {reason}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A newer program wrote it. It stays as it is.
    #[error("{} has version {version}, this program knows up to {VERSION}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

impl VaultError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::Absent => Message::new("vault-absent"),
            Self::Present => Message::new("vault-present"),
            Self::Closed => Message::new("vault-closed"),
            Self::Wrong => Message::new("vault-wrong"),
            Self::Empty => Message::new("vault-empty"),
            Self::Damaged { path, reason } => {
                Message::new("vault-damaged").with("file", shown(path)).with("reason", reason)
            }
            Self::Newer { path, version } => Message::new("vault-newer")
                .with("file", shown(path))
                .with("version", version.to_string())
                .with("known", VERSION.to_string()),
            Self::File(error) => error.message(),
        }
    }
}

/// Asks for the passphrase when it is needed: the command line's `--vault-passphrase`.
pub type Ask = Box<dyn Fn() -> Result<SecretString, SecretError> + Send + Sync>;

/// The vault.
pub struct Vault {
    path: PathBuf,
    work: u8,
    open: Mutex<Option<Open>>,
    ask: Option<Ask>,
}

/// What is in memory while it is open.
struct Open {
    passphrase: SecretString,
    /// The file as it was read or written last.
    bytes: Vec<u8>,
    entries: BTreeMap<String, SecretString>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Vault {
    /// The vault in this file, closed. Touches nothing. `work` is the exponent of scrypt's rounds: [`WORK`].
    pub fn new(path: PathBuf, work: u8) -> Self {
        Self { path, work, open: Mutex::default(), ask: None }
    }

    /// The same that asks for the passphrase by itself, and makes the vault with it if there is none.
    pub(super) fn asking(self, ask: Ask) -> Self {
        Self { ask: Some(ask), ..self }
    }

    /// Whether it can be used.
    pub fn state(&self) -> VaultState {
        match &*self.held() {
            _ if !self.path.exists() => VaultState::Absent,
            Some(_) => VaultState::Open,
            None => VaultState::Closed,
        }
    }

    /// Opens it. Blocks for about a second.
    ///
    /// # Errors
    ///
    /// If there is none, the passphrase is not its, or the file cannot be read or understood.
    pub fn open(&self, passphrase: SecretString) -> Result<(), VaultError> {
        let bytes = self.load()?.ok_or(VaultError::Absent)?;
        let entries = self.decrypt(&bytes, &passphrase)?;
        *self.held() = Some(Open { passphrase, bytes, entries });
        Ok(())
    }

    /// Makes an empty one, open. Blocks for about a second.
    ///
    /// # Errors
    ///
    /// If there is one, the passphrase is empty, or the file cannot be written.
    pub fn create(&self, passphrase: SecretString) -> Result<(), VaultError> {
        if passphrase.expose_secret().is_empty() {
            return Err(VaultError::Empty);
        }
        let _lock = file::lock(&self.path)?;
        if self.load()?.is_some() {
            return Err(VaultError::Present);
        }
        let entries = BTreeMap::new();
        let bytes = self.save(&passphrase, &entries)?;
        *self.held() = Some(Open { passphrase, bytes, entries });
        Ok(())
    }

    /// Closes it: passphrase and secrets are wiped.
    pub fn close(&self) {
        *self.held() = None;
    }

    fn held(&self) -> MutexGuard<'_, Option<Open>> {
        // Nothing panics half-way through a change, so a poisoned lock still guards good data.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn load(&self) -> Result<Option<Vec<u8>>, VaultError> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(FileError::Read { path: self.path.clone(), reason: error.to_string() }.into()),
        }
    }

    /// Opens it with the passphrase that is asked for, where somebody is there to ask.
    fn ask(&self) -> Result<(), SecretError> {
        if self.held().is_some() {
            return Ok(());
        }
        let Some(ask) = &self.ask else { return Ok(()) };
        let passphrase = ask()?;
        if self.path.exists() {
            self.open(passphrase)?;
        } else {
            self.create(passphrase)?;
        }
        Ok(())
    }

    /// What is in the vault now: another instance may have changed it.
    fn current<'a>(&self, held: &'a mut Option<Open>) -> Result<&'a mut Open, VaultError> {
        let Some(bytes) = self.load()? else { return Err(VaultError::Absent) };
        let open = held.as_mut().ok_or(VaultError::Closed)?;
        if open.bytes != bytes {
            open.entries = self.decrypt(&bytes, &open.passphrase)?;
            open.bytes = bytes;
        }
        Ok(open)
    }

    fn change(&self, change: impl FnOnce(&mut BTreeMap<String, SecretString>)) -> Result<(), VaultError> {
        let _lock = file::lock(&self.path)?;
        let mut held = self.held();
        let open = self.current(&mut held)?;
        let mut entries = open.entries.clone();
        change(&mut entries);
        open.bytes = self.save(&open.passphrase, &entries)?;
        open.entries = entries;
        Ok(())
    }

    /// Encrypts and writes it, and says what was written. Under its lock.
    fn save(
        &self,
        passphrase: &SecretString,
        entries: &BTreeMap<String, SecretString>,
    ) -> Result<Vec<u8>, VaultError> {
        let failed = |reason: String| FileError::Write { path: self.path.clone(), reason };
        let plain = print(entries);
        let bytes = passphrase::seal(plain.as_bytes(), passphrase, self.work)
            .map_err(|error| failed(error.to_string()))?;
        file::save(&file::target(&self.path), &bytes).map_err(|error| failed(error.to_string()))?;
        Ok(bytes)
    }

    fn decrypt(
        &self,
        bytes: &[u8],
        passphrase: &SecretString,
    ) -> Result<BTreeMap<String, SecretString>, VaultError> {
        let damaged =
            |reason: &str| VaultError::Damaged { path: self.path.clone(), reason: reason.to_owned() };
        let plain = passphrase::open(bytes, passphrase).map_err(|fault| match fault {
            Fault::Wrong => VaultError::Wrong,
            Fault::Damaged(reason) => damaged(&reason),
        })?;
        let text = std::str::from_utf8(&plain).map_err(|_error| damaged("what is inside is not text"))?;
        self.parse(text)
    }

    fn parse(&self, text: &str) -> Result<BTreeMap<String, SecretString>, VaultError> {
        #[derive(Deserialize)]
        struct Header {
            version: u32,
        }
        let damaged = || VaultError::Damaged {
            path: self.path.clone(),
            reason: "what is inside is not what Tokendesk writes".to_owned(),
        };
        // The parser's own words would quote what it stumbled over.
        let Header { version } = toml::from_str(text).map_err(|_error| damaged())?;
        if version > VERSION {
            return Err(VaultError::Newer { path: self.path.clone(), version });
        }
        let inside: Inside = toml::from_str(text).map_err(|_error| damaged())?;
        Ok(inside.secrets.into_iter().map(|(user, Plain(secret))| (user, secret)).collect())
    }
}

/// What is inside.
#[derive(Deserialize)]
struct Inside {
    #[serde(default)]
    secrets: BTreeMap<String, Plain>,
}

/// A secret on its way out of the file's text.
#[derive(Deserialize)]
#[serde(from = "String")]
struct Plain(SecretString);

impl From<String> for Plain {
    fn from(text: String) -> Self {
        Self(SecretString::from(Zeroizing::new(text).as_str()))
    }
}

/// The entries as TOML. By hand, into one buffer that is wiped: the library's would leave copies behind.
fn print(entries: &BTreeMap<String, SecretString>) -> Zeroizing<String> {
    const MOST_OF_A_CHARACTER: usize = 6;
    let room = |(user, secret): (&String, &SecretString)| {
        (user.len() + secret.expose_secret().len()) * MOST_OF_A_CHARACTER + 16
    };
    let mut text = Zeroizing::new(String::with_capacity(64 + entries.iter().map(room).sum::<usize>()));
    text.extend(["version = ", &VERSION.to_string(), "\n\n[secrets]\n"]);
    for (user, secret) in entries {
        quote(&mut text, user);
        text.push_str(" = ");
        quote(&mut text, secret.expose_secret());
        text.push('\n');
    }
    text
}

/// A basic string of TOML.
fn quote(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if c.is_control() => {
                let code = format!("\\u{:04x}", u32::from(c));
                text.push_str(&code);
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

impl SecretStore for Vault {
    fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, SecretError> {
        // Without a file there is no secret, whatever the passphrase.
        if !self.path.exists() {
            return Ok(None);
        }
        self.ask()?;
        Ok(self.current(&mut self.held())?.entries.get(&key.user()).cloned())
    }

    fn write(&self, key: &SecretKey, _: &str, secret: &SecretString) -> Result<(), SecretError> {
        self.ask()?;
        self.change(|entries| {
            entries.insert(key.user(), secret.clone());
        })?;
        Ok(())
    }

    fn remove(&self, key: &SecretKey) -> Result<(), SecretError> {
        if self.read(key)?.is_none() {
            return Ok(());
        }
        self.change(|entries| {
            entries.remove(&key.user());
        })?;
        Ok(())
    }

    fn status(&self) -> Result<(), SecretError> {
        match self.state() {
            VaultState::Open => Ok(()),
            VaultState::Closed => Err(VaultError::Closed.into()),
            VaultState::Absent => Err(VaultError::Absent.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back() {
        let vault = Vault::new(PathBuf::new(), 2);
        let secrets = [
            "",
            "plain",
            "\"\\\"",
            "a\nb\r\n\tc\u{0}\u{7f}\u{85}",
            "密钥 \u{1f511}",
            "'''\n\"\"\"",
            "\\u0041",
        ];
        let entries: BTreeMap<_, _> = secrets
            .iter()
            .enumerate()
            .map(|(index, secret)| (format!("p/{index} \"x\""), SecretString::from(*secret)))
            .collect();
        let back = vault.parse(&print(&entries)).expect("parsed");
        let plain = |entries: &BTreeMap<String, SecretString>| -> Vec<(String, String)> {
            entries.iter().map(|(user, secret)| (user.clone(), secret.expose_secret().to_owned())).collect()
        };
        assert_eq!(plain(&back), plain(&entries));
    }
}
