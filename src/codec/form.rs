//! Form encoding (`k=v&k=v`), written as JavaScript's `encodeURIComponent` writes it, read as every SDK writes it.

/// Escapes like `encodeURIComponent`: letters, digits and `- _ . ! ~ * ' ( )` pass, the rest is `%XX` of UTF-8.
pub fn encode_component(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().map_or('0', char::from);
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// Pairs as `application/x-www-form-urlencoded` (WHATWG URL, and Java's `URLEncoder`): letters, digits and `* - . _`
/// pass, a space is `+`, the rest is `%XX` of UTF-8.
pub fn encode_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let escape = |text: &str| {
        let escaped = encode_component(text).replace("%20", "+");
        [('!', "%21"), ('~', "%7E"), ('\'', "%27"), ('(', "%28"), (')', "%29")]
            .into_iter()
            .fold(escaped, |text, (c, code)| if text.contains(c) { text.replace(c, code) } else { text })
    };
    let pairs = pairs.into_iter().map(|(key, value)| format!("{}={}", escape(key), escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A decoded piece of form text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; bytes that are no UTF-8 stand as U+FFFD.
    pub text: String,
    /// Every `%` was followed by two hex digits, and the bytes were UTF-8.
    pub clean: bool,
}

/// Turns `+` into a space and `%XX` into bytes. A `%` that escapes nothing stays as it stands.
pub fn decode_component(text: &str) -> Decoded {
    let mut clean = true;
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let value = |digit: Option<u8>| digit.and_then(|d| char::from(d).to_digit(16));
                if let (Some(high), Some(low)) = (value(ahead.next()), value(ahead.next())) {
                    bytes.push((high << 4 | low) as u8);
                    rest = ahead;
                } else {
                    clean = false;
                    bytes.push(byte);
                }
            }
            _ => bytes.push(byte),
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, clean },
        Err(error) => Decoded { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), clean: false },
    }
}

/// The pairs of form text in their order, raw: split at `&`, each at its first `=`.
pub fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_as_javascript_does() {
        assert_eq!(encode_component("a b&c=d/é-_.!~*'()"), "a%20b%26c%3Dd%2F%C3%A9-_.!~*'()");
    }

    #[test]
    fn pairs_as_browsers_send_them() {
        let pairs = [("a b", "1 + 1 = 2 & é"), ("c", "-._*~!'()"), ("d", "")];
        assert_eq!(encode_pairs(pairs), "a+b=1+%2B+1+%3D+2+%26+%C3%A9&c=-._*%7E%21%27%28%29&d=");
    }

    #[test]
    fn reads_plus_percent_and_damage() {
        assert_eq!(decode_component("Li+Lei%20x"), Decoded { text: "Li Lei x".into(), clean: true });
        assert_eq!(decode_component("100%"), Decoded { text: "100%".into(), clean: false });
        assert_eq!(decode_component("%zz%4"), Decoded { text: "%zz%4".into(), clean: false });
        assert!(!decode_component("%ff").clean);
    }

    #[test]
    fn pairs_split_at_the_first_equals() {
        assert_eq!(pairs("a=1&b=x=y&&c").collect::<Vec<_>>(), [("a", "1"), ("b", "x=y"), ("c", "")]);
    }
}
