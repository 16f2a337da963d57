//! Plain hashes. Old ones, because vendors sign with them; nothing of ours rests on their strength.

use md5::Md5;
use sha1::{Digest as _, Sha1};
use sha2::Sha256;

/// MD5 (RFC 1321): 16 bytes.
pub fn md5(message: &[u8]) -> Vec<u8> {
    Md5::digest(message).to_vec()
}

/// SHA-1 (RFC 3174): 20 bytes. The parts are hashed as if they stood in one text.
pub fn sha1(parts: &[&[u8]]) -> Vec<u8> {
    parts.iter().fold(Sha1::new(), Sha1::chain_update).finalize().to_vec()
}

/// SHA-256 (FIPS 180-4): 32 bytes.
pub fn sha256(message: &[u8]) -> Vec<u8> {
    Sha256::digest(message).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    /// RFC 1321 appendix A.5.
    #[test]
    fn md5_of_the_rfc() {
        for (text, digest) in [
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("abc", "900150983cd24fb0d6963f7d28e17f72"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        ] {
            assert_eq!(hex::encode(&md5(text.as_bytes())), digest);
        }
    }

    /// NIST's example of one block.
    #[test]
    fn sha256_of_abc() {
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(&sha256(b"abc")), digest);
    }

    /// RFC 3174 section 7.3, in one part and in several.
    #[test]
    fn sha1_of_the_rfc() {
        assert_eq!(hex::encode(&sha1(&[b"abc"])), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(
            hex::encode(&sha1(&[b"abcdbcdecdefdefgefghfghighij", b"", b"hijkijkljklmklmnlmnomnopnopq"])),
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        );
    }
}
