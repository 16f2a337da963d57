//! AES in the two modes that tokens use: CBC with PKCS#7 padding (NIST SP 800-38A, RFC 5652 section 6.3) and GCM with
//! a 12-byte nonce and a 16-byte tag (NIST SP 800-38D), without additional data.
//!
//! The length of the key chooses AES-128, AES-192 or AES-256. CBC proves nothing about who made a ciphertext: that it
//! decrypts is no signature.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::consts::U12;
use aes::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, KeyIvInit as _};
use aes::{Aes128, Aes192, Aes256};
use aes_gcm::aead::Aead as _;
use aes_gcm::{Aes128Gcm, Aes256Gcm, AesGcm, KeyInit as _, Nonce};

/// Bytes of a block and of a CBC initialisation vector.
pub const BLOCK: usize = 16;
/// Bytes of a GCM nonce.
pub const NONCE: usize = 12;
/// Bytes of a GCM tag, which ends the ciphertext.
pub const TAG: usize = 16;

/// Whether a key of so many bytes is an AES key.
pub const fn is_key_length(bytes: usize) -> bool {
    matches!(bytes, 16 | 24 | 32)
}

/// Encrypts with CBC. `None` where key or initialisation vector have an impossible length.
pub fn cbc_encrypt(key: &[u8], iv: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    macro_rules! with {
        ($cipher:ty) => {
            cbc::Encryptor::<$cipher>::new_from_slices(key, iv).ok()?.encrypt_padded_vec::<Pkcs7>(plain)
        };
    }
    Some(match key.len() {
        16 => with!(Aes128),
        24 => with!(Aes192),
        _ => with!(Aes256),
    })
}

/// Decrypts CBC and takes the padding off. `None` where a length is impossible or the padding is wrong.
pub fn cbc_decrypt(key: &[u8], iv: &[u8], cipher: &[u8]) -> Option<Vec<u8>> {
    macro_rules! with {
        ($cipher:ty) => {
            cbc::Decryptor::<$cipher>::new_from_slices(key, iv).ok()?.decrypt_padded_vec::<Pkcs7>(cipher)
        };
    }
    match key.len() {
        16 => with!(Aes128),
        24 => with!(Aes192),
        _ => with!(Aes256),
    }
    .ok()
}

/// Encrypts with GCM; the tag ends what comes out. `None` where key or nonce have an impossible length.
pub fn gcm_encrypt(key: &[u8], nonce: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    let nonce: &Nonce<U12> = nonce.try_into().ok()?;
    macro_rules! with {
        ($cipher:ty) => {
            <$cipher>::new_from_slice(key).ok()?.encrypt(nonce, plain)
        };
    }
    match key.len() {
        16 => with!(Aes128Gcm),
        24 => with!(AesGcm<Aes192, U12>),
        _ => with!(Aes256Gcm),
    }
    .ok()
}

/// Decrypts GCM. `None` where a length is impossible or the tag is wrong.
pub fn gcm_decrypt(key: &[u8], nonce: &[u8], cipher: &[u8]) -> Option<Vec<u8>> {
    let nonce: &Nonce<U12> = nonce.try_into().ok()?;
    macro_rules! with {
        ($cipher:ty) => {
            <$cipher>::new_from_slice(key).ok()?.decrypt(nonce, cipher)
        };
    }
    match key.len() {
        16 => with!(Aes128Gcm),
        24 => with!(AesGcm<Aes192, U12>),
        _ => with!(Aes256Gcm),
    }
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    fn bytes(text: &str) -> Vec<u8> {
        hex::decode(text).unwrap()
    }

    /// SP 800-38A F.2.1, F.2.3, F.2.5: the first block of CBC under keys of each length.
    #[test]
    fn cbc_vectors() {
        let iv = bytes("000102030405060708090a0b0c0d0e0f");
        let plain = bytes("6bc1bee22e409f96e93d7e117393172a");
        for (key, first) in [
            ("2b7e151628aed2a6abf7158809cf4f3c", "7649abac8119b246cee98e9b12e9197d"),
            ("8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b", "4f021db243bc633d7178183a9fa071e8"),
            (
                "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
                "f58c4c04d6e5f1ba779eabfb5f7bfbd6",
            ),
        ] {
            let cipher = cbc_encrypt(&bytes(key), &iv, &plain).unwrap();
            assert_eq!((cipher.len(), hex::encode(&cipher[..16]).as_str()), (32, first));
            assert_eq!(cbc_decrypt(&bytes(key), &iv, &cipher).unwrap(), plain);
        }
    }

    /// RFC 3602 section 4, case 1: 16 bytes of text under AES-128.
    #[test]
    fn cbc_of_rfc_3602() {
        let key = bytes("06a9214036b8a15b512e03d534120006");
        let iv = bytes("3dafba429d9eb430b422da802c9fac41");
        let cipher = cbc_encrypt(&key, &iv, b"Single block msg").unwrap();
        assert_eq!(hex::encode(&cipher[..16]), "e353779c1079aeb82708942dbe77181a");
    }

    /// The GCM specification's test cases 2, 8 and 14: one block of zeros under keys of each length.
    #[test]
    fn gcm_vectors() {
        for (length, cipher_and_tag) in [
            (16, "0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf"),
            (24, "98e7247c07f0fe411c267e4384b0f6002ff58d80033927ab8ef4d4587514f0fb"),
            (32, "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
        ] {
            let key = vec![0; length];
            let cipher = gcm_encrypt(&key, &[0; NONCE], &[0; 16]).unwrap();
            assert_eq!(hex::encode(&cipher), cipher_and_tag);
            assert_eq!(gcm_decrypt(&key, &[0; NONCE], &cipher).unwrap(), [0; 16]);
        }
    }

    #[test]
    fn what_cannot_be_is_none() {
        let key = [7; 32];
        assert_eq!(cbc_encrypt(&key[..31], &[0; 16], b"x"), None);
        assert_eq!(cbc_encrypt(&key, &[0; 12], b"x"), None);
        assert_eq!(cbc_decrypt(&key, &[0; 16], b""), None);
        assert_eq!(cbc_decrypt(&key, &[0; 16], &[0; 17]), None);
        assert_eq!(cbc_decrypt(&[], &[0; 16], &[0; 16]), None);
        assert_eq!(gcm_encrypt(&key, &[0; 16], b"x"), None);
        assert_eq!(gcm_encrypt(&key[..5], &[0; 12], b"x"), None);
        assert_eq!(gcm_decrypt(&key, &[0; 12], &[0; 15]), None);
        let mut cipher = gcm_encrypt(&key, &[0; 12], b"text").unwrap();
        cipher[0] ^= 1;
        assert_eq!(gcm_decrypt(&key, &[0; 12], &cipher), None);
    }
}
