//! Making characters visible that would otherwise act: controls, escape sequences, bidirectional marks.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Characters that change how others are shown without being seen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character is one that nobody sees. U+200D is none: it joins emoji, and alone it does no harm.
pub fn hides(c: char) -> bool {
    is_hidden(c) && c != '\u{200d}'
}

/// The text with every hidden character written as `\u{…}` (line breaks as `\n`), so that nothing of it acts on a
/// terminal or misleads the eye.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(hides) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if hides(c) => {
                // Writing to a String cannot fail.
                write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default();
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// [`escape`], owned.
pub fn one_line(text: &str) -> String {
    escape(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_show() {
        assert_eq!(escape("a\u{1b}[31m\u{202e}b\n"), "a\\u{1b}[31m\\u{202e}b\\n");
        assert_eq!(escape("a\u{3164}b\u{2800}"), "a\\u{3164}b\\u{2800}");
        assert!(matches!(escape("Trần Thị Bích 👩\u{200d}🏫"), Cow::Borrowed(_)));
    }
}
