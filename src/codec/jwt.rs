//! JSON Web Tokens (RFC 7515 compact form): taken apart without judging, put together in a given order.
//!
//! Nothing is ever serialised again to verify: the signed text is the first two parts as received
//! (reference jwt.md, section 1).

use std::ops::Range;

use super::base64::{self, Loose};
use super::json::{self, Object};
use super::mac;
use super::rsa::{SigningKey, VerifyingKey};

/// A JWT taken apart. Ranges are bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Jwt {
    /// The JOSE header.
    pub header: Object,
    /// The claims.
    pub claims: Object,
    /// The signature's bytes; empty for an unsigned token.
    pub signature: Vec<u8>,
    /// First part.
    pub header_at: Range<usize>,
    /// Second part.
    pub claims_at: Range<usize>,
    /// Third part.
    pub signature_at: Range<usize>,
    /// All three parts are legal base64url without padding and without leftover bits.
    pub strict: bool,
}

/// Why text is no JWT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Not three parts between dots; how many there are.
    Parts(usize),
    /// This part is not base64.
    Base64(Part),
    /// This part is base64, but not of a JSON object.
    Json(Part),
}

/// One of the three parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The JOSE header.
    Header,
    /// The claims.
    Claims,
    /// The signature.
    Signature,
}

/// Takes a JWT apart, leniently: padding and the other alphabet are read and reported in [`Jwt::strict`].
///
/// # Errors
/// [`Damage`] names the part that cannot be read.
pub fn parse(text: &str) -> Result<Jwt, Damage> {
    let mut dots = text.match_indices('.').map(|(at, _)| at);
    let (Some(first), Some(second), None) = (dots.next(), dots.next(), dots.next()) else {
        return Err(Damage::Parts(text.matches('.').count() + 1));
    };
    let (header_at, claims_at, signature_at) = (0..first, first + 1..second, second + 1..text.len());
    let part = |at: &Range<usize>, part| {
        base64::decode(text.get(at.clone()).unwrap_or_default()).map_err(|_damage| Damage::Base64(part))
    };
    let object = |loose: &Loose, part| {
        let text = std::str::from_utf8(&loose.bytes).map_err(|_utf8| Damage::Json(part))?;
        json::object(text).map_err(|_json| Damage::Json(part))
    };
    let header_bytes = part(&header_at, Part::Header)?;
    let claims_bytes = part(&claims_at, Part::Claims)?;
    let header = object(&header_bytes, Part::Header)?;
    let claims = object(&claims_bytes, Part::Claims)?;
    let signature = part(&signature_at, Part::Signature)?;
    let strict = [&header_bytes, &claims_bytes, &signature].into_iter().all(Loose::is_strict_url)
        && !text.contains('=');
    Ok(Jwt { header, claims, signature: signature.bytes, header_at, claims_at, signature_at, strict })
}

/// Signs a header and claims with HMAC-SHA256; both are written as they stand.
pub fn sign_hs256(header: &str, claims: &str, key: &[u8]) -> String {
    let text = unsigned(header, claims);
    let signature = mac::hmac_sha256(key, text.as_bytes());
    signed(text, &signature)
}

/// Signs a header and claims with RSASSA-PKCS1-v1_5 and SHA-256; both are written as they stand. `None` only where
/// the key cannot sign.
pub fn sign_rs256(header: &str, claims: &str, key: &SigningKey) -> Option<String> {
    let text = unsigned(header, claims);
    let signature = key.sign(text.as_bytes())?;
    Some(signed(text, &signature))
}

fn unsigned(header: &str, claims: &str) -> String {
    let mut text = base64::encode_url(header.as_bytes());
    text.push('.');
    text.push_str(&base64::encode_url(claims.as_bytes()));
    text
}

fn signed(mut text: String, signature: &[u8]) -> String {
    text.push('.');
    text.push_str(&base64::encode_url(signature));
    text
}

impl Jwt {
    /// The text that is signed: the first two parts with their dot.
    pub fn signed<'a>(&self, text: &'a str) -> &'a str {
        text.get(..self.claims_at.end).unwrap_or_default()
    }

    /// `alg` of the header, as written.
    pub fn algorithm(&self) -> Option<&str> {
        self.header.members.get("alg")?.as_str()
    }

    /// Whether the signature is HMAC-SHA256 of the signed text under this key, compared in constant time.
    /// What `alg` says is not asked: the caller decides what is acceptable.
    pub fn verify_hs256(&self, text: &str, key: &[u8]) -> bool {
        mac::equal(&mac::hmac_sha256(key, self.signed(text).as_bytes()), &self.signature)
    }

    /// Whether the signature is RS256 of the signed text by this key's private part. What `alg` says is not asked.
    pub fn verify_rs256(&self, text: &str, key: &VerifyingKey) -> bool {
        key.verify(self.signed(text).as_bytes(), &self.signature)
    }

    /// A claim that is text.
    pub fn text(&self, claim: &str) -> Option<&str> {
        self.claims.members.get(claim)?.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_verifies() {
        let text = sign_hs256(r#"{"alg":"HS256"}"#, r#"{"a":1}"#, b"key");
        let jwt = parse(&text).unwrap();
        assert!(jwt.verify_hs256(&text, b"key") && !jwt.verify_hs256(&text, b"Key") && jwt.strict);
        assert_eq!(jwt.algorithm(), Some("HS256"));
    }

    /// RFC 7515 appendix A.2 has no PEM, so the key is ours; `codec::rsa` compares signatures with OpenSSL's.
    #[test]
    fn rs256_signs_and_verifies() {
        let key = SigningKey::from_pem(include_str!("../../tests/keys/application.pkcs8.pem")).unwrap();
        let text = sign_rs256(r#"{"alg":"RS256"}"#, r#"{"a":1}"#, &key).unwrap();
        let jwt = parse(&text).unwrap();
        assert!(jwt.verify_rs256(&text, &key.verifying()) && jwt.strict);
        let other = SigningKey::from_pem(include_str!("../../tests/keys/other.pkcs8.pem")).unwrap();
        assert!(!jwt.verify_rs256(&text, &other.verifying()));
    }

    #[test]
    fn damage_names_the_part() {
        assert_eq!(parse("a.b"), Err(Damage::Parts(2)));
        assert_eq!(parse("a.b.c.d"), Err(Damage::Parts(4)));
        assert_eq!(parse("a.e30.e30"), Err(Damage::Base64(Part::Header)));
        assert_eq!(parse("e30.AAAA.e30"), Err(Damage::Json(Part::Claims)));
        assert_eq!(parse("e30.e30.*"), Err(Damage::Base64(Part::Signature)));
        assert!(parse("e30.e30.").is_ok());
        assert!(!parse("e30=.e30.").unwrap().strict);
    }
}
