//! Bytes under a passphrase, in the format of age (scrypt): what the vault and an export with secrets are made of.
//! `age -d` opens them too.

use std::io::{self, Read as _, Write as _};

use age::armor::ArmoredReader;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use secrecy::SecretString;
use zeroize::Zeroizing;

/// How much work a passphrase costs: 2^18 rounds of scrypt, as the `age` program has it. About a second and 256 MiB.
pub const WORK: u8 = 18;
/// The most work of a file that somebody else has made.
const MOST_WORK: u8 = 20;
/// How a file of age begins: as it is, and as text.
const HEADS: [&[u8]; 2] = [b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----"];

/// Why a passphrase opens nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is another one.
    Wrong,
    /// What it is to open is none of its kind, or was cut or changed.
    Damaged(String),
}

/// Whether these bytes are a file of age.
pub fn is_sealed(bytes: &[u8]) -> bool {
    HEADS.iter().any(|head| bytes.trim_ascii_start().starts_with(head))
}

/// Whether a passphrase is so short that somebody who has the file may guess it.
pub fn is_weak(passphrase: &str) -> bool {
    passphrase.chars().count() < 12
}

/// Encrypts. `work` is the exponent of scrypt's rounds: [`WORK`].
pub(super) fn seal(plain: &[u8], passphrase: &SecretString, work: u8) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(work);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
    let mut bytes = Vec::new();
    let mut writer = encryptor.wrap_output(&mut bytes)?;
    writer.write_all(plain)?;
    writer.finish()?;
    Ok(bytes)
}

/// Decrypts.
pub(super) fn open(bytes: &[u8], passphrase: &SecretString) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let damaged = |reason: &str| Fault::Damaged(reason.to_owned());
    let fault = |error: DecryptError| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Fault::Wrong,
        DecryptError::NoMatchingKeys => damaged("it is not under a passphrase"),
        DecryptError::ExcessiveWork { .. } => damaged("its passphrase costs more work than it should"),
        error => damaged(error.to_string().lines().next().unwrap_or_default()),
    };
    let decryptor = Decryptor::new(ArmoredReader::new(bytes)).map_err(fault)?;
    let mut identity = scrypt::Identity::new(passphrase.clone());
    identity.set_max_work_factor(MOST_WORK);
    let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(fault)?;
    // Room for all of it at once: a buffer that grows leaves copies behind that are never wiped.
    let mut plain = Zeroizing::new(Vec::with_capacity(bytes.len()));
    reader.read_to_end(&mut plain).map_err(|_error| damaged("it was cut or changed"))?;
    Ok(plain)
}
