//! Secrets that are longer than the platform's keychain takes: sealed in our file `sealed.toml`, under a key that is in
//! the keychain.
//!
//! Windows takes 2560 bytes for an entry, and a private key in PEM is longer. Such a secret is encrypted with
//! XChaCha20-Poly1305 under 32 random bytes, the keychain's entry `master`; its nonce is random, and the name of its
//! entry is bound to it, so that one cannot be put in place of another. Without the keychain the file is worth nothing.
//!
//! A secret is in one place: what is sealed is read first, and whoever writes or removes it looks after both. The rule
//! that no file is locked while the keychain is asked has one exception: whoever seals holds the lock `sealed.key`, so
//! that two do not make two keys. It makes others wait only if they seal too.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use rand::TryRng as _;
use rand::rngs::SysRng;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::file::{self, FileError, FileState};
use super::secrets::{SecretError, SecretKey, SecretStore};
use crate::codec::{base64, hash, hex};

/// The most bytes that this platform's keychain takes for one entry.
pub const LIMIT: usize = if cfg!(windows) { 2560 } else { usize::MAX };

/// A keychain that takes secrets of any length.
pub struct Sealed {
    keychain: Arc<dyn SecretStore>,
    file: PathBuf,
    limit: usize,
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealed").field("file", &self.file).field("limit", &self.limit).finish_non_exhaustive()
    }
}

/// The file `sealed.toml`.
#[derive(Debug, Serialize, Deserialize)]
struct SealedFile {
    version: u32,
    #[serde(default, rename = "entry", skip_serializing_if = "BTreeMap::is_empty")]
    entries: BTreeMap<String, SealedEntry>,
    #[serde(flatten)]
    unknown: toml::Table,
}

/// One secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct SealedEntry {
    /// Under which key: the start of the key's SHA-256, in hex.
    key: String,
    /// In hex.
    nonce: String,
    /// What is encrypted, in base64.
    text: String,
}

impl Default for SealedFile {
    fn default() -> Self {
        Self { version: Self::VERSION, entries: BTreeMap::new(), unknown: toml::Table::new() }
    }
}

impl FileState for SealedFile {
    const VERSION: u32 = 1;
    const HEADER: &'static str =
        "# Secrets that are too long for the keychain, encrypted under a key that is in the keychain.";
}

impl Sealed {
    /// The keychain, and the file for what is longer than `limit` bytes. Touches neither.
    pub fn new(keychain: Arc<dyn SecretStore>, file: PathBuf, limit: usize) -> Self {
        Self { keychain, file, limit }
    }

    fn entry(&self, key: &SecretKey) -> Result<Option<SealedEntry>, SecretError> {
        let file: Option<SealedFile> = file::read(&self.file).map_err(SecretError::File)?;
        Ok(file.and_then(|mut file| file.entries.remove(&key.user())))
    }

    /// Puts an entry into the file, or takes it out, and says what was there.
    fn put(&self, key: &SecretKey, entry: Option<SealedEntry>) -> Result<Option<SealedEntry>, SecretError> {
        file::update(&self.file, |file: &mut SealedFile| {
            Ok::<_, FileError>(match entry {
                Some(entry) => file.entries.insert(key.user(), entry),
                None => file.entries.remove(&key.user()),
            })
        })
        .map_err(SecretError::File)
    }

    /// Takes a sealed secret out of the file without asking the keychain, and says whether there was one.
    pub(super) fn discard(&self, key: &SecretKey) -> Result<bool, SecretError> {
        if self.entry(key)?.is_none() {
            return Ok(false);
        }
        self.put(key, None).map(|entry| entry.is_some())
    }

    fn lock(&self) -> Result<std::fs::File, SecretError> {
        file::lock(&self.file.with_extension("key")).map_err(SecretError::File)
    }

    fn master(&self) -> Result<Option<Master>, SecretError> {
        let Some(text) = self.keychain.read(&SecretKey::master())? else { return Ok(None) };
        let bytes = hex::decode(text.expose_secret()).map(Zeroizing::new);
        let bytes = bytes.filter(|bytes| bytes.len() == Master::LENGTH);
        let entry = SecretKey::master().user();
        let foreign = || SecretError::Foreign { entry, reason: "it is not 32 bytes in hex".to_owned() };
        bytes.map(|bytes| Some(Master(bytes))).ok_or_else(foreign)
    }

    /// The key, made if there is none. Under the lock.
    fn master_or_new(&self) -> Result<Master, SecretError> {
        if let Some(master) = self.master()? {
            return Ok(master);
        }
        let mut bytes = Zeroizing::new(vec![0; Master::LENGTH]);
        fill(&mut bytes)?;
        let text = SecretString::from(Zeroizing::new(hex::encode(&bytes)).as_str());
        self.keychain.write(&SecretKey::master(), "Tokendesk", &text)?;
        Ok(Master(bytes))
    }

    /// Takes an entry out of the file; with the last one the key goes too.
    fn unseal(&self, key: &SecretKey) -> Result<(), SecretError> {
        if self.entry(key)?.is_none() {
            return Ok(());
        }
        let _lock = self.lock()?;
        self.put(key, None)?;
        let file: Option<SealedFile> = file::read(&self.file).map_err(SecretError::File)?;
        if file.is_none_or(|file| file.entries.is_empty()) {
            // A key that seals nothing does no harm, and the next one that is removed takes it along.
            self.keychain.remove(&SecretKey::master()).ok();
        }
        Ok(())
    }

    fn seal(&self, key: &SecretKey, secret: &SecretString) -> Result<(), SecretError> {
        let _lock = self.lock()?;
        let entry = self.master_or_new()?.seal(&key.user(), secret)?;
        let before = self.put(key, Some(entry))?;
        let Err(error) = self.keychain.remove(key) else { return Ok(()) };
        // It would be in two places.
        self.put(key, before)?;
        Err(error)
    }
}

impl SecretStore for Sealed {
    fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, SecretError> {
        let Some(entry) = self.entry(key)? else { return self.keychain.read(key) };
        let master = self.master()?.filter(|master| master.name() == entry.key);
        let master = master.ok_or_else(|| SecretError::KeyGone { entry: key.user() })?;
        master.open(&key.user(), &entry).map(Some)
    }

    fn write(&self, key: &SecretKey, label: &str, secret: &SecretString) -> Result<(), SecretError> {
        if secret.expose_secret().len() > self.limit {
            return self.seal(key, secret);
        }
        self.keychain.write(key, label, secret)?;
        self.unseal(key)
    }

    fn remove(&self, key: &SecretKey) -> Result<(), SecretError> {
        self.keychain.remove(key)?;
        self.unseal(key)
    }

    fn status(&self) -> Result<(), SecretError> {
        self.keychain.status()
    }
}

/// The key that seals.
struct Master(Zeroizing<Vec<u8>>);

impl Master {
    const LENGTH: usize = 32;
    const NONCE: usize = 24;

    /// By what it is told from another one.
    fn name(&self) -> String {
        hex::encode(hash::sha256(&self.0).get(..8).unwrap_or_default())
    }

    fn cipher(&self) -> Result<XChaCha20Poly1305, SecretError> {
        XChaCha20Poly1305::new_from_slice(&self.0).map_err(|error| other(&error))
    }

    fn seal(&self, user: &str, secret: &SecretString) -> Result<SealedEntry, SecretError> {
        let mut nonce = [0; Self::NONCE];
        fill(&mut nonce)?;
        let payload = Payload { msg: secret.expose_secret().as_bytes(), aad: user.as_bytes() };
        let sealed = self.cipher()?.encrypt(&XNonce::from(nonce), payload).map_err(|error| other(&error))?;
        Ok(SealedEntry { key: self.name(), nonce: hex::encode(&nonce), text: base64::encode(&sealed) })
    }

    fn open(&self, user: &str, entry: &SealedEntry) -> Result<SecretString, SecretError> {
        let damaged = || SecretError::SealBroken { entry: user.to_owned() };
        let nonce: [u8; Self::NONCE] =
            hex::decode(&entry.nonce).and_then(|bytes| bytes.try_into().ok()).ok_or_else(damaged)?;
        let sealed = base64::decode(&entry.text).map_err(|_error| damaged())?.bytes;
        let payload = Payload { msg: &sealed, aad: user.as_bytes() };
        let opened = self.cipher()?.decrypt(&XNonce::from(nonce), payload);
        let bytes = Zeroizing::new(opened.map_err(|_error| damaged())?);
        std::str::from_utf8(&bytes).map(SecretString::from).map_err(|_error| damaged())
    }
}

fn fill(bytes: &mut [u8]) -> Result<(), SecretError> {
    SysRng.try_fill_bytes(bytes).map_err(|error| other(&error))
}

fn other(error: &dyn fmt::Display) -> SecretError {
    SecretError::Other { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_under_its_name_and_key_alone() {
        let master = Master(Zeroizing::new(vec![7; Master::LENGTH]));
        let entry = master.seal("p0123456789ab/private_key", &"a secret".into()).expect("sealed");
        let opened = master.open("p0123456789ab/private_key", &entry).expect("opened");
        assert_eq!(opened.expose_secret(), "a secret");
        let broken =
            |result: Result<SecretString, SecretError>| matches!(result, Err(SecretError::SealBroken { .. }));
        assert!(broken(master.open("p0123456789ab/other", &entry)), "another name");
        let other = Master(Zeroizing::new(vec![8; Master::LENGTH]));
        assert_ne!(master.name(), other.name());
        assert!(broken(other.open("p0123456789ab/private_key", &entry)), "another key");
        let again = master.seal("p0123456789ab/private_key", &"a secret".into()).expect("sealed");
        assert_ne!(entry.nonce, again.nonce);
        for wrong in [
            SealedEntry { nonce: again.nonce.clone(), ..entry.clone() },
            SealedEntry { text: again.text, ..entry.clone() },
            SealedEntry { nonce: "00".to_owned(), ..entry.clone() },
            SealedEntry { text: "!".to_owned(), ..entry },
        ] {
            assert!(broken(master.open("p0123456789ab/private_key", &wrong)), "{wrong:?}");
        }
    }
}
