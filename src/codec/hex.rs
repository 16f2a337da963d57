//! Lower-case hex.

/// Two lower-case digits a byte.
pub fn encode(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| DIGITS.get(usize::from(digit)).copied().map(char::from))
        .collect()
}

/// The bytes of hex digits of either case; `None` for other text.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|value| value as u8);
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

/// Whether the text is hex digits of either case and nothing else, `digits` of them.
pub fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    #[test]
    fn decodes() {
        assert_eq!(super::decode("009fFF").as_deref(), Some([0, 0x9f, 0xff].as_slice()));
        assert_eq!(super::decode("").as_deref(), Some([].as_slice()));
        for bad in ["0", "0g", "+1", "é", "0 "] {
            assert_eq!(super::decode(bad), None);
        }
    }

    #[test]
    fn encodes() {
        assert_eq!(super::encode(&[0, 0x9f, 0xff]), "009fff");
        assert!(super::is_hex("009fFF", 6) && !super::is_hex("009fFG", 6));
    }
}
