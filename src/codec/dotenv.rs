//! `.env` files, read as the usual readers of them do (dotenv of Node, Ruby and Python, docker, a shell's `source`).
//!
//! `KEY=value`, with `export` or without, blanks around the `=` allowed; `#` begins a comment where a blank stands before
//! it. A value may stand in single quotes (as it is), in backticks (as it is) or in double quotes (with `\n`, `\t`, `\"`
//! and the like), and a quoted one over several lines. So may a PEM section without any quotes. Nothing is expanded:
//! `${OTHER}` stays as it stands.

use zeroize::Zeroizing;

/// One `KEY=value`. The value may be a secret: it is wiped, and never printed.
pub struct Entry {
    /// The name, as it stands.
    pub key: String,
    /// The value, without its quotes.
    pub value: Zeroizing<String>,
    /// The line of the name, from 1.
    pub line: usize,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry").field("key", &self.key).field("line", &self.line).finish_non_exhaustive()
    }
}

/// Why a line gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It is no `KEY=value`.
    NoPair,
    /// A quote that no other one closes.
    Unclosed,
    /// More text behind the closing quote.
    Trailing,
}

impl Damage {
    /// Its word, as in text ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoPair => "no-pair",
            Self::Unclosed => "unclosed",
            Self::Trailing => "trailing",
        }
    }
}

/// What a text held.
#[derive(Debug, Default)]
pub struct Dotenv {
    /// The pairs in their order. A key may stand twice: the later one counts.
    pub entries: Vec<Entry>,
    /// Lines that gave nothing, from 1.
    pub damages: Vec<(usize, Damage)>,
}

/// Reads a text. Total: what is no pair is told, and the rest is read.
pub fn read(text: &str) -> Dotenv {
    let mut found = Dotenv::default();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut line = 1;
    while !rest.is_empty() {
        let (first, after) = split_line(rest);
        let content = first.trim();
        if content.is_empty() || content.starts_with('#') {
            (rest, line) = (after, line + 1);
            continue;
        }
        let Some((key, value)) = pair(first) else {
            found.damages.push((line, Damage::NoPair));
            (rest, line) = (after, line + 1);
            continue;
        };
        // Where the value begins in all that is left, because it may go on below.
        let tail = rest.get(first.len() - value.len()..).unwrap_or_default();
        let (value, used, damage) = read_value(tail, value);
        if let Some(damage) = damage {
            found.damages.push((line, damage));
        }
        if let Some(value) = value {
            found.entries.push(Entry { key: key.to_owned(), value, line });
        }
        let taken = tail.get(..used).unwrap_or(tail);
        let (_, after) = split_line(tail.get(used..).unwrap_or_default());
        line += taken.bytes().filter(|byte| *byte == b'\n').count() + 1;
        rest = after;
    }
    found
}

/// A line without its end, and what comes after it. A lone carriage return ends none.
fn split_line(text: &str) -> (&str, &str) {
    text.split_once('\n').map_or((text, ""), |(line, rest)| (line.strip_suffix('\r').unwrap_or(line), rest))
}

/// The name and all that stands behind the `=`.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let name = name.trim();
    let name = name.strip_prefix("export").filter(|rest| rest.starts_with([' ', '\t'])).unwrap_or(name);
    let name = name.trim();
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let is_name = begins && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.-".contains(c));
    is_name.then(|| (name, value.trim_start_matches([' ', '\t'])))
}

/// The value at the start of `tail`, whose first line is `line`, and how many bytes it took.
fn read_value(tail: &str, line: &str) -> (Option<Zeroizing<String>>, usize, Option<Damage>) {
    let whole = |text: &str| Some(Zeroizing::new(text.to_owned()));
    let Some(quote) = line.chars().next().filter(|c| ['\'', '"', '`'].contains(c)) else {
        if let Some(end) = pem_end(tail, line) {
            return (whole(tail.get(..end).unwrap_or_default().trim()), end, None);
        }
        return (whole(without_comment(line)), line.len(), None);
    };
    let inside = tail.get(1..).unwrap_or_default();
    let Some(length) = closing(inside, quote) else {
        return (None, line.len(), Some(Damage::Unclosed));
    };
    let content = inside.get(..length).unwrap_or_default();
    let value = if quote == '"' { unescape(content) } else { Zeroizing::new(content.to_owned()) };
    let used = length + 2;
    let (behind, _) = split_line(tail.get(used..).unwrap_or_default());
    let trailing = behind.trim();
    let damage = (!trailing.is_empty() && !trailing.starts_with('#')).then_some(Damage::Trailing);
    (if damage.is_some() { None } else { Some(value) }, used + behind.len(), damage)
}

/// Where the quotation ends. In double quotes a backslash takes the next character with it.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == quote && !escaped {
            return Some(at);
        }
        escaped = quote == '"' && c == '\\' && !escaped;
    }
    None
}

fn without_comment(line: &str) -> &str {
    let cut = line
        .match_indices('#')
        .map(|(at, _)| at)
        .find(|at| *at == 0 || line.get(..*at).is_some_and(|before| before.ends_with([' ', '\t'])));
    line.get(..cut.unwrap_or(line.len())).unwrap_or(line).trim()
}

/// The end of a PEM section that begins on this line without quotes and goes on below.
fn pem_end(tail: &str, line: &str) -> Option<usize> {
    const END: &str = "-----END ";
    // More than any key has. Without an end to the search many beginnings would be searched for over and over.
    const LONGEST: usize = 16 * 1024;
    if !line.starts_with("-----BEGIN ") || line.contains(END) {
        return None;
    }
    let end = tail.get(..tail.floor_char_boundary(LONGEST))?.find(END)?;
    let (last, _) = split_line(tail.get(end..)?);
    // Another section, or another variable, begins before this one ends: it is not closed.
    let between = tail.get(line.len()..end)?;
    (!between.contains('=')
        || between
            .lines()
            .all(|line| pair(line).is_none_or(|(_, rest)| rest.bytes().all(|byte| byte == b'='))))
    .then_some(end + last.len())
}

fn unescape(text: &str) -> Zeroizing<String> {
    // Never longer than it was: a string that grows leaves copies behind that nobody wipes.
    let mut out = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some(c @ ('"' | '\\' | '$' | '\'' | '`')) => out.push(c),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String, usize)> {
        let found = read(text);
        assert_eq!(found.damages, [], "{text}");
        found.entries.iter().map(|entry| (entry.key.clone(), entry.value.to_string(), entry.line)).collect()
    }

    fn value(text: &str) -> String {
        let pairs = pairs(text);
        assert_eq!(pairs.len(), 1, "{pairs:?}");
        pairs[0].1.clone()
    }

    #[test]
    fn values_as_they_are_usually_written() {
        for (text, expected) in [
            ("A=1", "1"),
            ("A = 1 ", "1"),
            ("export A=1", "1"),
            ("  export\tA\t=\t1", "1"),
            ("export=1", "1"),
            ("A=", ""),
            ("A= # nothing", ""),
            ("A=#nothing", ""),
            ("A=a#b", "a#b"),
            ("A=a #b", "a"),
            ("A='a #b' # c", "a #b"),
            ("A=\"a \\\"b\\\" \\\\ \\$x \\q\"", "a \"b\" \\ $x \\q"),
            ("A='a\\nb'", "a\\nb"),
            ("A=\"a\\nb\"", "a\nb"),
            ("A=\"a\nb\"", "a\nb"),
            ("A='a\r\nb'\r\n", "a\r\nb"),
            ("A=`it's \"so\"`", "it's \"so\""),
            ("A=a=b==", "a=b=="),
            ("\u{feff}A=1\r\n", "1"),
            ("A=it's", "it's"),
            ("A=\"\"", ""),
            ("A=\"x\\\\\"", "x\\"),
            ("A.B-c_1=é会议", "é会议"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn lines_are_counted_over_values_of_several_lines() {
        let text = "# head\n\nA=\"one\ntwo\"\nB=2\r\nKEY=-----BEGIN PRIVATE KEY-----\nAQ==\n-----END PRIVATE KEY-----\nC=3";
        let found = pairs(text);
        let lines: Vec<_> = found.iter().map(|(key, _, line)| (key.as_str(), *line)).collect();
        assert_eq!(lines, [("A", 3), ("B", 5), ("KEY", 6), ("C", 9)]);
        assert!(found[2].1.ends_with("-----END PRIVATE KEY-----"), "{found:?}");
        assert_eq!(found[3].1, "3");
    }

    #[test]
    fn what_gives_nothing_is_told_and_the_rest_is_read() {
        for (text, damage) in [
            ("A=1\njust words\nB=2", (2, Damage::NoPair)),
            ("A=1\n1A=2\nB=2", (2, Damage::NoPair)),
            ("A=1\nC=\"open\nB=2", (2, Damage::Unclosed)),
            ("A=1\nC='x' y\nB=2", (2, Damage::Trailing)),
            ("A=1\n=x\nB=2", (2, Damage::NoPair)),
        ] {
            let found = read(text);
            assert_eq!(found.damages, [damage], "{text}");
            let keys: Vec<_> = found.entries.iter().map(|entry| entry.key.as_str()).collect();
            assert_eq!(keys, ["A", "B"], "{text}");
        }
        let open = read("A=-----BEGIN PRIVATE KEY-----\nB=2\nC=-----BEGIN X-----\n-----END X-----");
        assert_eq!(open.entries.len(), 3, "{open:?}");
    }

    #[test]
    fn values_are_not_printed() {
        assert!(!format!("{:?}", read("A=marker")).contains("marker"));
    }

    #[test]
    fn any_text_is_read() {
        for text in ["\"", "A=\"", "A='\\", "=", "\n\n=", "A=\u{0}", "é=1", "A=\"\\", "export", "A=`\n`\n`"]
        {
            read(text);
        }
    }
}
