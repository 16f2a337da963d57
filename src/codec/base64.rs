//! Base64 in both alphabets, with a reader that tells apart what was lost on the way.

use base64::Engine as _;
use base64::alphabet::STANDARD as STANDARD_ALPHABET;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD, URL_SAFE_NO_PAD};

/// Reads without padding and with leftover bits; what was odd is told in [`Loose`].
const TOLERANT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD_ALPHABET,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// Standard alphabet, padded (RFC 4648 section 4).
pub fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// URL-safe alphabet, no padding (RFC 4648 section 5), as in a JWT.
pub fn encode_url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What a tolerant reading found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// The decoded bytes.
    pub bytes: Vec<u8>,
    /// `+` or `/` occurs.
    pub standard: bool,
    /// `-` or `_` occurs.
    pub url_safe: bool,
    /// `=` at the end.
    pub padding: Padding,
    /// The bits left over in the last character are zero, as every encoder writes them.
    pub canonical: bool,
}

/// State of the `=` at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Padding {
    /// The length needs none and has none.
    NotNeeded,
    /// As many as the length needs.
    Full,
    /// The length needs some and has none or too few.
    Missing,
    /// More than the length needs.
    TooMuch,
}

impl Loose {
    /// Legal base64url without padding, as a JWT demands it.
    pub fn is_strict_url(&self) -> bool {
        !self.standard && self.canonical && matches!(self.padding, Padding::NotNeeded | Padding::Missing)
    }
}

/// Why text is not base64 in any alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// A character of neither alphabet, at this byte.
    Character(usize),
    /// One character too many or too few: the length modulo 4 is 1.
    Length,
}

/// Reads base64 of either alphabet, padded or not.
///
/// # Errors
/// [`Damage`] where no reading is possible.
pub fn decode(text: &str) -> Result<Loose, Damage> {
    let body = text.trim_end_matches('=');
    let pads = text.len() - body.len();
    let (mut standard, mut url_safe) = (false, false);
    let mut plain = Vec::with_capacity(body.len());
    for (at, byte) in body.bytes().enumerate() {
        plain.push(match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => byte,
            b'+' | b'/' => {
                standard = true;
                byte
            }
            b'-' => {
                url_safe = true;
                b'+'
            }
            b'_' => {
                url_safe = true;
                b'/'
            }
            _ => return Err(Damage::Character(at)),
        });
    }
    let bytes = TOLERANT.decode(&plain).map_err(|_length| Damage::Length)?;
    let needed = (4 - plain.len() % 4) % 4;
    let padding = match pads {
        0 if needed == 0 => Padding::NotNeeded,
        _ if pads == needed => Padding::Full,
        _ if pads < needed => Padding::Missing,
        _ => Padding::TooMuch,
    };
    let canonical = STANDARD.encode(&bytes).trim_end_matches('=').as_bytes() == plain;
    Ok(Loose { bytes, standard, url_safe, padding, canonical })
}

/// Where the characters stand that carry the bytes `from..to` of an unbroken base64 text.
///
/// A character that is shared by two neighbours belongs to the earlier one.
pub fn characters_of(from: usize, to: usize) -> (usize, usize) {
    ((from * 8).div_ceil(6), (to * 8).div_ceil(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_alphabets_and_lost_padding() {
        let bytes = [0xfb, 0xff, 0xfe, 0x01];
        let standard = encode(&bytes);
        assert_eq!(standard, "+//+AQ==");
        assert_eq!(decode(&standard).unwrap().padding, Padding::Full);
        let url = encode_url(&bytes);
        assert_eq!(url, "-__-AQ");
        let loose = decode(&url).unwrap();
        assert_eq!((loose.bytes.as_slice(), loose.padding), (bytes.as_slice(), Padding::Missing));
        assert!(loose.is_strict_url());
        assert_eq!(decode("+//+AQ=").unwrap().padding, Padding::Missing);
        assert_eq!(decode("+//+AQ===").unwrap().padding, Padding::TooMuch);
    }

    #[test]
    fn damage_is_named() {
        assert_eq!(decode("AAAAA"), Err(Damage::Length));
        assert_eq!(decode("AA*A"), Err(Damage::Character(2)));
        assert_eq!(decode("A=A="), Err(Damage::Character(1)));
        assert!(!decode("AR").unwrap().canonical);
        assert!(decode("").unwrap().canonical);
    }

    #[test]
    fn characters_follow_bytes() {
        assert_eq!(characters_of(0, 3), (0, 4));
        assert_eq!(characters_of(3, 6), (4, 8));
        assert_eq!(characters_of(0, 1), (0, 2));
    }
}
