//! Keyed hashes and their comparison in constant time.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// HMAC-SHA1 (RFC 2104): 20 bytes. A key of any length is legal.
pub fn hmac_sha1(key: &[u8], message: &[u8]) -> Vec<u8> {
    // new_from_slice fails for no length of an HMAC key; an empty tag would never equal a signature.
    Hmac::<Sha1>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// HMAC-SHA256: 32 bytes. A key of any length is legal.
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> Vec<u8> {
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// Equality that takes the same time wherever the first difference stands.
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    /// RFC 2202 case 2 and RFC 4231 case 2.
    #[test]
    fn rfc_vectors() {
        let message = b"what do ya want for nothing?";
        assert_eq!(hex::encode(&hmac_sha1(b"Jefe", message)), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        assert_eq!(
            hex::encode(&hmac_sha256(b"Jefe", message)),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn equality() {
        assert!(
            equal(b"abc", b"abc") && !equal(b"abc", b"abd") && !equal(b"abc", b"ab") && !equal(b"", b"a")
        );
    }
}
