//! Text as a literal of a language: whatever it holds, it cannot end its quotation and become code.
//!
//! Hidden characters are written as escapes, which keeps each literal safe on a terminal and equal after any clipboard.
//! `tests/calls_render.rs` and `tests/snippets.rs` run them with hostile values.

use std::fmt::Write as _;

use super::visible;

/// Whether text holds characters that would act on a terminal or mislead the eye.
pub fn acts(text: &str) -> bool {
    matches!(visible::escape(text), std::borrow::Cow::Owned(_))
}

/// Between single quotation marks, where a shell reads nothing but the closing one.
pub fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A word of a shell's command line. Where it holds what acts on a terminal it is written by `printf`; line breaks at its
/// very end are lost then, and a NUL cannot be.
pub fn shell_word(text: &str) -> String {
    if acts(text) { format!("\"$(printf {})\"", shell_format(text)) } else { shell(text) }
}

/// As the format of `printf` of any POSIX shell: everything but plain characters as an octal escape. It never begins
/// with a hyphen, which would make it an option.
pub fn shell_format(text: &str) -> String {
    let mut format = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        let plain = c.is_ascii_graphic() || c == ' ' || (!c.is_ascii() && !acts(c.encode_utf8(&mut [0; 4])));
        match c {
            '\r' => format.push_str(r"\r"),
            '\n' => format.push_str(r"\n"),
            '%' => format.push_str("%%"),
            '\'' | '\\' => octal(c, &mut format),
            '-' if at == 0 => octal(c, &mut format),
            c if plain => format.push(c),
            c => octal(c, &mut format),
        }
    }
    format!("'{format}'")
}

fn octal(c: char, out: &mut String) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        write!(out, "\\{byte:03o}").unwrap_or_default();
    }
}

/// A string of Java. `\uHHHH` is read before everything else there, so that a quotation mark written so would end the
/// string: ASCII is therefore never written so, and what is not ASCII always is, whatever encoding the file gets.
pub fn java(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            ' '..='~' => out.push(c),
            c if c.is_ascii() => octal(c, &mut out),
            c => utf16(c, &mut out),
        }
    }
    out.push('"');
    out
}

/// A string of PHP in double quotation marks; `$` would begin a variable there.
pub fn php(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' | '$' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            ' '..='~' => out.push(c),
            c if c.is_ascii() => write!(out, "\\x{:02X}", u32::from(c)).unwrap_or_default(),
            c if acts(c.encode_utf8(&mut [0; 4])) => {
                write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default();
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A string of JavaScript. A `<` is an escape too: in a page, `</script>` would end the script whatever it stands in.
pub fn javascript(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '<' => utf16(c, &mut out),
            ' '..='~' => out.push(c),
            c if c.is_ascii() || acts(c.encode_utf8(&mut [0; 4])) => utf16(c, &mut out),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn utf16(c: char, out: &mut String) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        write!(out, "\\u{unit:04x}").unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_hold() {
        assert_eq!(shell("it's $(x) `y` \\ !"), r"'it'\''s $(x) `y` \ !'");
        assert_eq!(shell_format("-a%b\\'\r\n\u{1b}é\u{202e}"), r"'\055a%%b\134\047\r\n\033é\342\200\256'");
        assert_eq!(java("\\u0022\" é\u{1}7"), "\"\\\\u0022\\\" \\u00e9\\0017\"");
        assert_eq!(php("$a {$b} \\ \" ' \u{1}7 \u{202e}é"), "\"\\$a {\\$b} \\\\ \\\" ' \\x017 \\u{202e}é\"");
        assert_eq!(
            javascript("\"\\\u{2028}é\u{0}`${x}</script>"),
            "\"\\\"\\\\\\u2028é\\u0000`${x}\\u003c/script>\""
        );
    }
}
