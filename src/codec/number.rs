//! Numbers as other languages write them.

/// A finite float as JavaScript's `String(x)` writes it: shortest digits, an exponent below 1e-6 and from 1e21 on.
pub fn javascript(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-6..1e21).contains(&size) {
        let text = format!("{value:e}");
        return match text.split_once('e') {
            Some((digits, exponent)) if !exponent.starts_with('-') => format!("{digits}e+{exponent}"),
            _ => text,
        };
    }
    // -0 prints as 0 there.
    format!("{}", value + 0.0)
}

/// Whether the text is a number in JSON's grammar.
pub fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_javascript_writes_them() {
        for (value, text) in [
            (0.449_012_531_789_654_3, "0.4490125317896543"),
            (1e-7, "1e-7"),
            (1.5e-9, "1.5e-9"),
            (0.000_001, "0.000001"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e21, "1e+21"),
            (123_456_789_012.0, "123456789012"),
        ] {
            assert_eq!(javascript(value), text);
        }
    }

    #[test]
    fn json_grammar() {
        for good in ["0", "-0", "1e-7", "0.25", "12E+3", "731942", "-1.5"] {
            assert!(is_json_number(good), "{good}");
        }
        for bad in ["", "-", "01", ".5", "1.", "1e", "+1", "NaN", "0x1", "1 ", "1,0"] {
            assert!(!is_json_number(bad), "{bad}");
        }
    }
}
