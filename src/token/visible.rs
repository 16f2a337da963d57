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

/// The alphabets that share the shapes of letters.
#[derive(PartialEq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
}

fn alphabet(c: char) -> Option<Alphabet> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Alphabet::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Alphabet::Greek),
        '\u{400}'..='\u{52f}'
        | '\u{1c80}'..='\u{1c8f}'
        | '\u{2de0}'..='\u{2dff}'
        | '\u{a640}'..='\u{a69f}' => Some(Alphabet::Cyrillic),
        _ => None,
    }
}

/// The first word in which Latin letters stand beside Greek or Cyrillic ones, as a forged name has them. Those of the
/// latter are written as `\u{…}`, because nothing else tells them from what they look like.
pub fn mixed_word(text: &str) -> Option<String> {
    let has =
        |word: &str, wanted: fn(&Alphabet) -> bool| word.chars().filter_map(alphabet).any(|a| wanted(&a));
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let word = words.find(|word| {
        !word.is_ascii() && has(word, |a| *a == Alphabet::Latin) && has(word, |a| *a != Alphabet::Latin)
    })?;
    let mut out = String::with_capacity(word.len() * 4);
    for c in word.chars() {
        match alphabet(c) {
            Some(Alphabet::Greek | Alphabet::Cyrillic) => {
                write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default();
            }
            _ => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_another_alphabet_show() {
        assert_eq!(mixed_word("room p\u{430}ypal").as_deref(), Some("p\\u{430}ypal"));
        assert_eq!(mixed_word("\u{391}dmin").as_deref(), Some("\\u{391}dmin"));
        for plain in ["", "Anna Иванова", "Trần Thị Bích", "焦点mode", "10µm"] {
            assert_eq!(mixed_word(plain), None, "{plain}");
        }
    }

    #[test]
    fn hidden_characters_show() {
        assert_eq!(escape("a\u{1b}[31m\u{202e}b\n"), "a\\u{1b}[31m\\u{202e}b\\n");
        assert_eq!(escape("a\u{3164}b\u{2800}"), "a\\u{3164}b\\u{2800}");
        assert!(matches!(escape("Trần Thị Bích 👩\u{200d}🏫"), Cow::Borrowed(_)));
    }
}
