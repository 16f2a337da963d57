//! Files of other programs as text: UTF-8, or UTF-16 where its mark says so. Nothing else is guessed.

use zeroize::Zeroizing;

/// Why bytes are no text that can be read for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// Neither UTF-8 nor marked as UTF-16: an older encoding (GBK, Latin-1), or no text at all. The line, from 1.
    Unknown {
        /// Where the first byte stands that cannot be read.
        line: usize,
    },
    /// It holds zero bytes: a program, a picture, or UTF-16 without its mark.
    Binary,
}

/// The text in the bytes, without the mark at its start. It may hold secrets, so it is wiped.
///
/// # Errors
/// [`NotText`]
pub fn read(bytes: &[u8]) -> Result<Zeroizing<String>, NotText> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<Zeroizing<String>, NotText> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err(NotText::Binary),
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) if bytes.contains(&0) => Err(NotText::Binary),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Err(NotText::Unknown { line: good.split(|byte| *byte == b'\n').count() })
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Zeroizing<String>, NotText> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    // Three bytes of UTF-8 at most for a unit, so that the string never grows and leaves copies behind.
    let mut text = Zeroizing::new(String::with_capacity(pairs.len() * 3));
    let mut line = 1;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match c {
            Ok('\0') => return Err(NotText::Binary),
            Ok(c) => {
                line += usize::from(c == '\n');
                text.push(c);
            }
            Err(_) => return Err(NotText::Unknown { line }),
        }
    }
    if odd.is_empty() { Ok(text) } else { Err(NotText::Unknown { line }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<String, NotText> {
        read(bytes).map(|text| text.to_string())
    }

    #[test]
    fn utf8_and_marked_utf16_are_read() {
        assert_eq!(text("é会议".as_bytes()), Ok("é会议".to_owned()));
        assert_eq!(text(b"\xef\xbb\xbfa"), Ok("a".to_owned()));
        let units: Vec<u16> = "a,会议\n👩".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(text(&[b"\xff\xfe", &little[..]].concat()), Ok("a,会议\n👩".to_owned()));
        assert_eq!(text(&[b"\xfe\xff", &big[..]].concat()), Ok("a,会议\n👩".to_owned()));
        assert_eq!(text(b""), Ok(String::new()));
    }

    #[test]
    fn nothing_else_is_guessed() {
        // GBK for 会议, and Latin-1 for é.
        assert_eq!(text(b"a\n\xbb\xe1\xd2\xe9"), Err(NotText::Unknown { line: 2 }));
        assert_eq!(text(b"\xe9t\xe9"), Err(NotText::Unknown { line: 1 }));
        assert_eq!(text(b"a\0b"), Err(NotText::Binary));
        assert_eq!(text(b"\x7fELF\x02\0\xff"), Err(NotText::Binary));
        assert_eq!(text(b"\xff\xfea\0\n\0\x00\xd8"), Err(NotText::Unknown { line: 2 }));
        assert_eq!(text(b"\xff\xfea\0b"), Err(NotText::Unknown { line: 1 }));
    }
}
