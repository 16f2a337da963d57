//! RSA keys and RS256: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2), by ring.
//!
//! What is taken: private keys in PKCS#8 and PKCS#1, public keys in SPKI and X.509 certificates, all in PEM. ring wants
//! PKCS#1 alone, so the wrappings of the others come off here. A certificate is only a place where a public key
//! stands: neither its signature nor its dates are asked.
//!
//! ring keeps the numbers of a private key in memory of its own, which it does not wipe; a [`SigningKey`] therefore
//! should live no longer than one signature. The PEM and DER on the way to it are wiped.

use std::ops::RangeInclusive;

use ring::rand::SystemRandom;
use ring::rsa::KeyPair;
use ring::signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, UnparsedPublicKey};

use super::der::{self, Reader};
use super::pem::{self, Kind};

/// Contents of the object identifier 1.2.840.113549.1.1.1, rsaEncryption.
const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// Bits of a key that can sign: ring's limits.
pub const SIGNING_BITS: RangeInclusive<usize> = 2048..=4096;
/// Bits of a key that can verify: ring's limits.
pub const VERIFYING_BITS: RangeInclusive<usize> = 2048..=8192;

/// Why a text is no usable key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadKey {
    /// No key can be read from it at all.
    Pem(pem::Damage),
    /// It is a key of another algorithm.
    NotRsa,
    /// It is a public key, and a private one is needed.
    NotPrivate,
    /// It has too few or too many bits.
    Size(usize),
    /// Its numbers cannot be read, or do not belong together.
    Damaged,
}

impl BadKey {
    /// Its word, as in the text ids `problem-rsa-<name>`; those of [`pem::Damage`] are `problem-pem-<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pem(damage) => damage.name(),
            Self::NotRsa => "other",
            Self::NotPrivate => "public",
            Self::Size(_) => "size",
            Self::Damaged => "damaged",
        }
    }
}

/// A private key.
pub struct SigningKey(KeyPair);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").finish_non_exhaustive()
    }
}

/// A public key: the DER of its PKCS#1 form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyingKey(Vec<u8>);

impl SigningKey {
    /// Reads a private key.
    ///
    /// # Errors
    /// [`BadKey`] says why there is none.
    pub fn from_pem(text: &str) -> Result<Self, BadKey> {
        let pem = pem::read(text).map_err(BadKey::Pem)?;
        let pkcs1 = match pem.kind {
            Kind::Pkcs1 => pem.der.as_slice(),
            Kind::Pkcs8 => pkcs1_of_pkcs8(&pem.der)?,
            Kind::PublicKey | Kind::Certificate => return Err(BadKey::NotPrivate),
        };
        let mut numbers = Reader::new(pkcs1).only(der::SEQUENCE).ok_or(BadKey::Damaged)?;
        // RSAPrivateKey: version, modulus, …
        numbers.take(der::INTEGER).ok_or(BadKey::Damaged)?;
        check_size(numbers, &SIGNING_BITS)?;
        KeyPair::from_der(pkcs1).map(Self).map_err(|_inconsistent| BadKey::Damaged)
    }

    /// The signature of a message; equal messages have equal signatures. `None` only where ring fails.
    pub fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let mut signature = vec![0; self.0.public().modulus_len()];
        // ring asks for a random source because its other scheme (PSS) needs one; PKCS#1 v1.5 draws nothing from it.
        self.0.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).ok()?;
        Some(signature)
    }

    /// The public part.
    pub fn verifying(&self) -> VerifyingKey {
        VerifyingKey(self.0.public_key().as_ref().to_vec())
    }
}

impl VerifyingKey {
    /// Reads a public key, a certificate, or a private key, of which it takes the public part.
    ///
    /// # Errors
    /// [`BadKey`] says why there is none.
    pub fn from_pem(text: &str) -> Result<Self, BadKey> {
        let pem = pem::read(text).map_err(BadKey::Pem)?;
        let pkcs1 = match pem.kind {
            Kind::PublicKey => {
                pkcs1_of_spki(Reader::new(&pem.der).only(der::SEQUENCE).ok_or(BadKey::Damaged)?)?
            }
            Kind::Certificate => pkcs1_of_spki(spki_of_certificate(&pem.der).ok_or(BadKey::Damaged)?)?,
            Kind::Pkcs1 | Kind::Pkcs8 => return SigningKey::from_pem(text).map(|key| key.verifying()),
        };
        // RSAPublicKey: modulus, publicExponent.
        let mut numbers = Reader::new(pkcs1).only(der::SEQUENCE).ok_or(BadKey::Damaged)?;
        check_size(numbers, &VERIFYING_BITS)?;
        numbers.take(der::INTEGER).and_then(|_| numbers.only(der::INTEGER)).ok_or(BadKey::Damaged)?;
        Ok(Self(pkcs1.to_vec()))
    }

    /// Whether a signature of a message was made with this key's private part.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &self.0).verify(message, signature).is_ok()
    }
}

/// The size of the modulus, which comes next.
fn check_size(mut numbers: Reader<'_>, allowed: &RangeInclusive<usize>) -> Result<(), BadKey> {
    let bits = numbers.take(der::INTEGER).and_then(der::bits).ok_or(BadKey::Damaged)?;
    if allowed.contains(&bits) { Ok(()) } else { Err(BadKey::Size(bits)) }
}

/// `AlgorithmIdentifier`: an object identifier, then parameters (NULL for RSA, and some leave it out).
fn check_algorithm(algorithm: Option<Reader<'_>>) -> Result<(), BadKey> {
    let id = algorithm.and_then(|mut algorithm| algorithm.take(der::OBJECT_ID)).ok_or(BadKey::Damaged)?;
    if id.rest() == RSA_ENCRYPTION { Ok(()) } else { Err(BadKey::NotRsa) }
}

/// `PrivateKeyInfo` (RFC 5208): version, algorithm, the key in an OCTET STRING, perhaps attributes.
fn pkcs1_of_pkcs8(der: &[u8]) -> Result<&[u8], BadKey> {
    let mut info = Reader::new(der).only(der::SEQUENCE).ok_or(BadKey::Damaged)?;
    info.take(der::INTEGER).ok_or(BadKey::Damaged)?;
    check_algorithm(info.take(der::SEQUENCE))?;
    info.take(der::OCTET_STRING).map(Reader::rest).ok_or(BadKey::Damaged)
}

/// `SubjectPublicKeyInfo` (RFC 5280 section 4.1), its outer SEQUENCE taken off: algorithm, the key in a BIT STRING.
fn pkcs1_of_spki(mut info: Reader<'_>) -> Result<&[u8], BadKey> {
    check_algorithm(info.take(der::SEQUENCE))?;
    let bits = info.only(der::BIT_STRING).ok_or(BadKey::Damaged)?.rest();
    // The first byte counts unused bits, of which a key has none.
    bits.strip_prefix(&[0]).ok_or(BadKey::Damaged)
}

/// `Certificate` (RFC 5280 section 4.1): in its first part, behind version, serial number, signature algorithm, issuer,
/// validity and subject.
fn spki_of_certificate(der: &[u8]) -> Option<Reader<'_>> {
    let mut tbs = Reader::new(der).only(der::SEQUENCE)?.take(der::SEQUENCE)?;
    // Absent in version 1.
    tbs.take(der::CONTEXT_0);
    tbs.take(der::INTEGER)?;
    for _algorithm_issuer_validity_subject in 0..4 {
        tbs.take(der::SEQUENCE)?;
    }
    tbs.take(der::SEQUENCE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    macro_rules! key {
        ($name:literal) => {
            include_str!(concat!("../../tests/keys/", $name))
        };
    }

    /// `printf hello | openssl dgst -sha256 -sign application.pkcs8.pem`
    const HELLO: &str = "395044a4c6eb6ec108cb6a7f4b5d71e53e51e1e5e97b93e7666c378917d1baf1ce82eebfbbaafd7c376fe1df85b5f3a36f7e1618e2b672d997db064989057f1308b47741255fcdef377292e79feec5a3d11ed7c0f235f0bab6920196297606ae6713c71906cccd8374249f667c811ceba0ca4818d1c919e269541e9b67073e8820a4ad48cd61883249553268a95b6dc9806b8ddef2824e362f3dee5e85fa4e41935fff0855209228ab1db2074fc3d4d1769f484af8dd1f75b1cb3b1478f655e3bf848df600a42473435e09a953efd2cd702a310e40536715df3cc4848f1cefd3a6dac3d3365df99f7c6e0fba615179a3613f56e24ac5b00426946480ab0091af";

    #[test]
    fn signs_as_openssl_does_with_either_form_of_the_key() {
        for text in [key!("application.pkcs8.pem"), key!("application.pkcs1.pem")] {
            let key = SigningKey::from_pem(text).unwrap();
            let signature = key.sign(b"hello").unwrap();
            assert_eq!(hex::encode(&signature), HELLO);
            assert!(key.verifying().verify(b"hello", &signature));
            assert_eq!(format!("{key:?}"), "SigningKey { .. }");
        }
    }

    #[test]
    fn every_form_of_a_key_gives_the_same_public_part() {
        let public = VerifyingKey::from_pem(key!("application.public.pem")).unwrap();
        for text in [
            key!("application.certificate.pem"),
            key!("application.pkcs8.pem"),
            key!("application.pkcs1.pem"),
        ] {
            assert_eq!(VerifyingKey::from_pem(text).as_ref(), Ok(&public));
        }
        let other = SigningKey::from_pem(key!("other.pkcs8.pem")).unwrap();
        let signature = other.sign(b"hello").unwrap();
        assert!(other.verifying().verify(b"hello", &signature) && !public.verify(b"hello", &signature));
        assert!(!public.verify(b"hello", b"") && !public.verify(b"", &[0; 256]));
    }

    #[test]
    fn unusable_keys_are_named() {
        let openssh = BadKey::Pem(pem::Damage::OpenSsh);
        for (text, signing, verifying) in [
            (key!("short.pkcs8.pem"), BadKey::Size(1024), BadKey::Size(1024)),
            (key!("short.public.pem"), BadKey::NotPrivate, BadKey::Size(1024)),
            (key!("ec.pkcs8.pem"), BadKey::NotRsa, BadKey::NotRsa),
            (key!("ec.public.pem"), BadKey::NotPrivate, BadKey::NotRsa),
            (key!("openssh.private"), openssh, openssh),
            (
                "-----BEGIN PUBLIC KEY-----\nAQID\n-----END PUBLIC KEY-----",
                BadKey::NotPrivate,
                BadKey::Damaged,
            ),
            ("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", BadKey::Damaged, BadKey::Damaged),
        ] {
            assert_eq!(SigningKey::from_pem(text).err(), Some(signing), "{text}");
            assert_eq!(VerifyingKey::from_pem(text).err(), Some(verifying), "{text}");
        }
        assert_eq!(SigningKey::from_pem(key!("application.certificate.pem")).err(), Some(BadKey::NotPrivate));
    }

    /// Cut or changed anywhere, a certificate or key is read or refused, and never more than that.
    #[test]
    fn damage_is_never_worse_than_an_error() {
        let certificate = pem::read(key!("application.certificate.pem")).unwrap().der;
        let private = pem::read(key!("application.pkcs8.pem")).unwrap().der;
        for length in 0..certificate.len() {
            assert!(spki_of_certificate(&certificate[..length]).is_none(), "{length}");
        }
        for length in 0..private.len() {
            assert!(pkcs1_of_pkcs8(&private[..length]).is_err(), "{length}");
        }
        for at in 0..certificate.len() {
            let mut changed = certificate.to_vec();
            changed[at] ^= 0x81;
            let key = spki_of_certificate(&changed).map(pkcs1_of_spki);
            assert!(key.is_none_or(|key| key.is_err() || key.is_ok_and(|key| key.len() < changed.len())));
        }
    }
}
