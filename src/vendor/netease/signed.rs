//! What a request or a callback is signed with: a CheckSum alone, or the headers it stands among.

use std::ops::Range;

use super::super::Decoded;
use crate::codec::hex;
use crate::token::{Finding, Inputs, Part, Segment};

/// Headers as they were pasted, one a line, in any order and letter case (section 3).
#[derive(Debug)]
pub(super) struct Headers<'a> {
    text: &'a str,
    lines: Vec<(&'a str, Range<usize>)>,
}

impl<'a> Headers<'a> {
    /// Reads lines of `Name: value`, also as curl's `-H 'Name: value' \`. `None` where a line is none.
    fn read(text: &'a str) -> Option<Self> {
        const AROUND: [char; 6] = ['\'', '"', ',', '\\', ' ', '\t'];
        let mut lines = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let body = line.trim();
            let body = body.strip_prefix("-H").unwrap_or(body).trim_matches(AROUND);
            if body.is_empty() {
                continue;
            }
            let (name, value) = body.split_once(':')?;
            let name = name.trim_matches(AROUND);
            let value = value.trim_matches(AROUND);
            if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
                return None;
            }
            // The value is a piece of this very line, so its place is the distance between the two.
            let from = start + (value.as_ptr().addr() - line.as_ptr().addr());
            lines.push((name, from..from + value.len()));
        }
        Some(Self { text, lines })
    }

    /// Reads headers that hold a CheckSum and all of these.
    pub(super) fn with(text: &'a str, needed: &[&str]) -> Option<Self> {
        // Three lines are the least, so most texts are none at the first look.
        let headers = Self::read(text).filter(|_| text.contains('\n'))?;
        let all = needed.iter().chain(&["CheckSum"]).all(|name| headers.find(name).is_some());
        all.then_some(headers)
    }

    fn find(&self, name: &str) -> Option<Range<usize>> {
        let found = self.lines.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, range)| range.clone())
    }
}

/// A CheckSum and what came with it.
pub(super) struct Sent<'a> {
    text: &'a str,
    headers: Option<Headers<'a>>,
}

impl<'a> Sent<'a> {
    /// Takes the text as headers, or else as the bare CheckSum.
    pub(super) fn new(text: &'a str, headers: Option<Headers<'a>>) -> Self {
        Self { text, headers }
    }

    /// A header's value and place.
    pub(super) fn header(&self, name: &str) -> Option<(&'a str, Range<usize>)> {
        let headers = self.headers.as_ref()?;
        let range = headers.find(name)?;
        headers.text.get(range.clone()).map(|value| (value, range))
    }

    /// The CheckSum and its place.
    pub(super) fn checksum(&self) -> (&'a str, Range<usize>) {
        self.header("CheckSum").unwrap_or((self.text, 0..self.text.len()))
    }

    /// A header's value, or else what is known under this key; shown as field and part either way.
    pub(super) fn show<'k>(
        &self,
        decoded: &mut Decoded,
        name: &'static str,
        known: &'k Inputs,
        key: &str,
    ) -> Option<&'k str>
    where
        'a: 'k,
    {
        let sent = self.header(name);
        let value = sent.as_ref().map(|(value, _)| *value).or(known.text(key))?;
        decoded.fields.insert(name.to_owned(), value.into());
        let part = Part::new(name, value);
        decoded.parts.push(match sent {
            Some((_, range)) => part.at(range),
            None => part,
        });
        Some(value)
    }

    /// The CheckSum as field and part, the coloured runs, whose it is, and whether its form is the documented one.
    pub(super) fn show_checksum(&self, decoded: &mut Decoded) {
        let (checksum, range) = self.checksum();
        decoded.fields.insert("CheckSum".to_owned(), checksum.into());
        decoded.parts.push(Part::new("CheckSum", checksum).at(range.clone()));
        decoded.owner = self.header("AppKey").map(|(key, _)| key.to_owned());
        let runs =
            [("head", 0..range.start), ("signature", range.clone()), ("data", range.end..self.text.len())];
        let runs = runs.into_iter().filter(|(_, range)| !range.is_empty());
        decoded.segments = runs.map(|(name, range)| Segment::new(name, range)).collect();
        if checksum.bytes().any(|b| b.is_ascii_uppercase()) {
            decoded.findings.push(Finding::error("format").variant("netease-upper"));
        }
    }
}

/// Whether text is 40 hex digits of either case: a SHA-1 of somebody (section 9).
pub(super) fn is_sha1(text: &str) -> bool {
    hex::is_hex(text, 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_many_spellings() {
        let text = "-H 'AppKey: key' \\\n  -H 'curtime: 17' \\\r\n\"CheckSum\": \"ab\",\n\nHost: x:1";
        let sent = Sent::new(text, Headers::with(text, &["AppKey", "CurTime"]));
        assert_eq!(sent.header("APPKEY").map(|(value, _)| value), Some("key"));
        let (value, range) = sent.header("CurTime").unwrap();
        assert_eq!((value, text.get(range)), ("17", Some("17")));
        assert_eq!(sent.checksum().0, "ab");
        assert_eq!(sent.header("host").map(|(value, _)| value), Some("x:1"));
        assert!(sent.header("Nonce").is_none());
    }

    #[test]
    fn other_text_is_no_headers() {
        for text in ["", "\n", "CheckSum", "CheckSum: a", "a b: c\nCheckSum: a", "\u{e9}:\n:", "{\"a\":\n1}"]
        {
            assert!(Headers::with(text, &[]).is_none(), "{text}");
        }
    }
}
