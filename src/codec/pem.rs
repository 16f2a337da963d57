//! PEM (RFC 7468): keys and certificates as text, told apart by what they hold and never by a file's ending.
//!
//! Where line breaks were lost on the way (a one-line input, an environment variable with `\n` written out), they are
//! put back; everything else is read by `rustls-pki-types`, which decodes private keys in constant time.

use rustls_pki_types::pem::{Error, PemObject as _, SectionKind};
use zeroize::Zeroizing;

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `PRIVATE KEY`: a private key of any algorithm.
    Pkcs8,
    /// `RSA PRIVATE KEY`.
    Pkcs1,
    /// `PUBLIC KEY`: a public key of any algorithm (SPKI).
    PublicKey,
    /// `CERTIFICATE`: X.509.
    Certificate,
}

impl Kind {
    /// Whether it can only be a secret.
    pub const fn is_private(self) -> bool {
        matches!(self, Self::Pkcs1 | Self::Pkcs8)
    }
}

/// The first key or certificate of a text.
pub struct Pem {
    /// What it is.
    pub kind: Kind,
    /// Its DER, wiped when dropped.
    pub der: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Pem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pem").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// Why no key can be read from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// No line begins a key.
    NoPem,
    /// It is the name of a file.
    Path,
    /// A private key in OpenSSH's own format.
    OpenSsh,
    /// A public key in OpenSSH's own format.
    OpenSshPublic,
    /// It is protected by a passphrase.
    Encrypted,
    /// The line that ends the key is missing, or of another kind than the one that begins it.
    Unfinished,
    /// What stands between the two lines is not base64.
    Base64,
    /// A section that is no private key, public key or certificate, such as `EC PRIVATE KEY`.
    Other,
}

impl Damage {
    /// Its word, as in the text ids `problem-pem-<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoPem => "none",
            Self::Path => "path",
            Self::OpenSsh => "openssh",
            Self::OpenSshPublic => "openssh-public",
            Self::Encrypted => "encrypted",
            Self::Unfinished => "unfinished",
            Self::Base64 => "base64",
            Self::Other => "other",
        }
    }
}

/// Reads the first key or certificate of a text; others before it (`EC PARAMETERS`) are passed over.
///
/// # Errors
/// [`Damage`], as exactly as can be told.
pub fn read(text: &str) -> Result<Pem, Damage> {
    let lines = lines(text);
    let mut others = false;
    for section in <(SectionKind, Vec<u8>)>::pem_slice_iter(lines.as_bytes()) {
        let (kind, der) = match section {
            Ok((kind, der)) => (kind, Zeroizing::new(der)),
            Err(Error::MissingSectionEnd { .. } | Error::IllegalSectionStart { .. }) => {
                return Err(named(text).unwrap_or(Damage::Unfinished));
            }
            Err(_) => return Err(named(text).unwrap_or(Damage::Base64)),
        };
        let kind = match kind {
            SectionKind::PrivateKey => Kind::Pkcs8,
            SectionKind::RsaPrivateKey => Kind::Pkcs1,
            SectionKind::PublicKey => Kind::PublicKey,
            SectionKind::Certificate => Kind::Certificate,
            _ => {
                others = true;
                continue;
            }
        };
        return Ok(Pem { kind, der });
    }
    Err(named(text).unwrap_or(if others || text.contains("-----BEGIN ") {
        Damage::Other
    } else {
        Damage::NoPem
    }))
}

/// What a text that cannot be read is, where it says so itself.
fn named(text: &str) -> Option<Damage> {
    if text.contains("BEGIN OPENSSH PRIVATE KEY") {
        return Some(Damage::OpenSsh);
    }
    if text.starts_with("ssh-") || text.starts_with("ecdsa-sha2-") || text.contains("BEGIN SSH2 PUBLIC KEY") {
        return Some(Damage::OpenSshPublic);
    }
    if text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED") {
        return Some(Damage::Encrypted);
    }
    let ending = [".pem", ".key", ".crt", ".cer", ".der"].iter().any(|ending| text.ends_with(ending));
    let path = text.starts_with(['/', '~', '.']) || text.get(1..3) == Some(":\\");
    (text.lines().count() == 1 && text.len() < 1024 && !text.contains("-----") && (ending || path))
        .then_some(Damage::Path)
}

/// The sections of a text with their marks on lines of their own and no white space inside; what stands around them
/// is left out.
fn lines(text: &str) -> Zeroizing<String> {
    const DASHES: &str = "-----";
    // Enough from the start: a string that grows leaves copies behind that nobody wipes.
    let mut lines = Zeroizing::new(String::with_capacity(text.len() + 4 * text.matches(DASHES).count()));
    let mut inside = false;
    for piece in text.split(DASHES) {
        let begins = piece.starts_with("BEGIN ");
        if begins || piece.starts_with("END ") {
            for piece in ["\n", DASHES, piece, DASHES, "\n"] {
                lines.push_str(piece);
            }
            inside = begins;
        } else if inside {
            let mut rest = piece.chars();
            while let Some(c) = rest.next() {
                if c == '\\' {
                    // `\n` and `\r` as a program or an environment file writes them; base64 has no backslash.
                    rest.next();
                } else if !c.is_whitespace() {
                    lines.push(c);
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Result<Kind, Damage> {
        read(text).map(|pem| pem.kind)
    }

    #[test]
    fn kinds_are_told_by_content() {
        for (label, expected) in [
            ("PRIVATE KEY", Kind::Pkcs8),
            ("RSA PRIVATE KEY", Kind::Pkcs1),
            ("PUBLIC KEY", Kind::PublicKey),
            ("CERTIFICATE", Kind::Certificate),
        ] {
            let text = format!("-----BEGIN {label}-----\nAQID\n-----END {label}-----\n");
            let pem = read(&text).unwrap();
            assert_eq!((pem.kind, pem.der.as_slice()), (expected, [1, 2, 3].as_slice()));
        }
    }

    #[test]
    fn line_breaks_that_were_lost_are_put_back() {
        for text in [
            "-----BEGIN PUBLIC KEY-----AQID-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY----- AQ ID -----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\\nAQ\\nID\\n-----END PUBLIC KEY-----\\n",
            "-----BEGIN PUBLIC KEY-----\\r\\nAQID\\r\\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\r\n  AQID\r\n-----END PUBLIC KEY-----\r\n",
            "subject: /CN=x\n-----BEGIN EC PARAMETERS-----\nAQID\n-----END EC PARAMETERS-----\n-----BEGIN PUBLIC KEY-----\nAQID\n-----END PUBLIC KEY-----",
        ] {
            assert_eq!(read(text).unwrap().der.as_slice(), [1, 2, 3], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let section = |label: &str| format!("-----BEGIN {label}-----\nAQID\n-----END {label}-----\n");
        for (text, expected) in [
            (String::new(), Damage::NoPem),
            ("MIIEvgIBADAN".to_owned(), Damage::NoPem),
            ("-----".to_owned(), Damage::NoPem),
            ("./private.key".to_owned(), Damage::Path),
            ("C:\\keys\\app.txt".to_owned(), Damage::Path),
            ("app.pem".to_owned(), Damage::Path),
            (section("OPENSSH PRIVATE KEY"), Damage::OpenSsh),
            ("ssh-rsa AAAAB3NzaC1yc2E user@host".to_owned(), Damage::OpenSshPublic),
            (section("ENCRYPTED PRIVATE KEY"), Damage::Encrypted),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAQID\n-----END RSA PRIVATE KEY-----".to_owned(),
                Damage::Encrypted,
            ),
            (section("EC PRIVATE KEY"), Damage::Other),
            (section("RSA PUBLIC KEY"), Damage::Other),
            ("-----BEGIN PRIVATE KEY-----\nAQID".to_owned(), Damage::Unfinished),
            ("-----BEGIN PRIVATE KEY-----\nAQID\n-----END PUBLIC KEY-----".to_owned(), Damage::Unfinished),
            ("-----BEGIN PRIVATE KEY-----\nA*ID\n-----END PRIVATE KEY-----".to_owned(), Damage::Base64),
        ] {
            assert_eq!(kind(&text), Err(expected), "{text}");
        }
    }

    #[test]
    fn debug_keeps_the_key() {
        let pem = read("-----BEGIN PRIVATE KEY-----\nAQID\n-----END PRIVATE KEY-----").unwrap();
        assert_eq!(format!("{pem:?}"), "Pem { kind: Pkcs8, .. }");
    }
}
