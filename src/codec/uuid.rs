//! UUIDs (RFC 9562) as text.

/// A random UUID (version 4) from sixteen random bytes.
pub fn random(mut bytes: [u8; 16]) -> String {
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
    *version = *version & 0x0f | 0x40;
    *variant = *variant & 0x3f | 0x80;
    let digits = super::hex::encode(&bytes);
    let mut text = String::with_capacity(36);
    for (at, digit) in digits.chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// Whether text is a UUID of any version, in either case.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_bytes_keep_version_and_variant() {
        assert_eq!(random([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(random([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert!(is_uuid(&random(*b"0123456789abcdef")));
    }

    #[test]
    fn shape() {
        assert!(is_uuid("7F3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b"));
        for bad in
            ["", "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6", "7f3c2a105-b6d-4e8f-9a0b-1c2d3e4f5a6b", "48213579"]
        {
            assert!(!is_uuid(bad), "{bad}");
        }
    }
}
