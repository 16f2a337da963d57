//! A server's answer, and what can be said of it before any vendor's own words are read. Whatever a server sends is
//! text to show: it is bounded, its hidden characters are made visible, and none of it is followed.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Outcome;
use crate::i18n::Arg;
use crate::token::{Finding, Time, visible};

/// Clocks that differ by less are nobody's trouble.
const CLOCKS_DIFFER_BY: u64 = 30_000;

/// What a server answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Names in lower case, and values; what is no UTF-8 stands as U+FFFD.
    pub headers: Vec<(String, String)>,
    /// The body, at most [`super::send::LONGEST`] bytes.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The body as text; what is no UTF-8 stands as U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.body))
    }

    /// The body as JSON, if that is what it is.
    pub(super) fn json(&self) -> Option<Value> {
        serde_json::from_str(self.text().trim()).ok()
    }

    /// Whether the status is one of success.
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    fn is_html(&self) -> bool {
        let start: String =
            self.text().trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
        start.starts_with("<!doctype html") || start.starts_with("<html")
    }

    /// What the status alone says, where it is none of success.
    pub(super) fn status_finding(&self) -> Option<Finding> {
        let variant = match self.status {
            200..300 => return None,
            300..400 => {
                let to = shown(self.header("location").unwrap_or_default());
                return Some(
                    Finding::error("redirected").with("status", self.status.to_string()).with("to", to),
                );
            }
            401 | 403 => "auth",
            404 => "absent",
            407 => "proxy",
            429 => "often",
            400..500 => "refused",
            500..600 => "server",
            _ => "odd",
        };
        Some(Finding::error("http_status").variant(variant).with("status", self.status.to_string()))
    }

    /// An answer that none of the vendor's is: what it is instead.
    pub(super) fn foreign(&self) -> Outcome {
        let mut findings: Vec<Finding> = self.status_finding().into_iter().collect();
        let shape = if self.body.iter().all(u8::is_ascii_whitespace) {
            Finding::error("answer_unreadable").variant("empty")
        } else if self.is_html() {
            Finding::error("answer_unreadable").variant("html").with("start", shown(&self.text()))
        } else {
            Finding::error("answer_unreadable").with("start", shown(&self.text()))
        };
        // A redirect and an error of the server's have said enough with their status.
        if findings.is_empty() || !(self.body.is_empty() || (300..400).contains(&self.status)) {
            findings.push(shape);
        }
        Outcome { findings, ..Outcome::default() }
    }

    /// The difference of the clocks, where it can be why a signature was refused.
    pub(super) fn clock_finding(&self, now: Time) -> Option<Finding> {
        let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(self.header("date")?).ok()?;
        let ahead = now.since(Time::from_millis(date.as_millisecond()));
        let finding = Finding::warning("clock_differs").with("span", Arg::Span(ahead));
        let variant = if ahead > 0 { "ahead" } else { "behind" };
        (ahead.unsigned_abs() > CLOCKS_DIFFER_BY).then(|| finding.variant(variant))
    }
}

/// A refusal that has a meaning: the vendor's own word for it, and our code.
pub(super) struct Meaning<T: 'static> {
    /// What the vendor says.
    pub(super) said: T,
    /// The finding's code.
    pub(super) code: &'static str,
}

/// The beginning of a server's text, fit to be shown.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 300;
    let text = text.trim();
    let mut start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    visible::one_line(&start)
}

/// The elements of an XML text that hold nothing but text, with their names, in their order. Not a parser: good
/// enough to read an answer of known shape, and total.
pub(super) fn xml_leaves(text: &str) -> Map<String, Value> {
    let mut leaves = Map::new();
    let mut parts = text.split('<').skip(1).peekable();
    while let Some(part) = parts.next() {
        let Some((tag, inside)) = part.split_once('>') else { continue };
        let name = tag.split_ascii_whitespace().next().unwrap_or_default();
        let ends = parts.peek().is_some_and(|next| {
            next.strip_prefix('/')
                .and_then(|rest| rest.split_once('>'))
                .is_some_and(|(end, _)| end.trim() == name)
        });
        if ends && !name.is_empty() {
            leaves.insert(name.to_owned(), Value::from(unescape(inside.trim())));
        }
    }
    leaves
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        let c = entity.and_then(|(name, _)| match name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let digits = name.strip_prefix('#')?;
                let number = match digits.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => digits.parse(),
                };
                number.ok().and_then(char::from_u32)
            }
        });
        out.push(c.unwrap_or('&'));
        rest = match (c, entity) {
            (Some(_), Some((_, behind))) => behind,
            _ => after,
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_of_the_two_answers_of_opentok() {
        let leaves = xml_leaves(
            "<?xml version=\"1.0\"?><sessions><Session a=\"b\"><session_id>1_MX4&amp;&#x41;&nope;</session_id>\
             <partner_id> 12 </partner_id></Session></sessions>",
        );
        assert_eq!(leaves["session_id"], "1_MX4&A&nope;");
        assert_eq!(leaves["partner_id"], "12");
        assert_eq!(leaves.len(), 2);
    }

    #[test]
    fn any_text_at_all() {
        for text in
            ["", "<", "<>", "</>", "<a", "<a>", "<a></b>", "<a>&", "<a>&#x110000;</a>", "<<a>></a>", "a>b<"]
        {
            xml_leaves(text);
        }
        assert_eq!(xml_leaves("<a>&#x110000;</a>")["a"], "&#x110000;");
    }

    #[test]
    fn a_servers_text_does_not_act() {
        assert_eq!(shown(" \u{1b}[2J\u{202e}x\r\n "), "\\u{1b}[2J\\u{202e}x");
        assert_eq!(shown(&"é".repeat(1000)).chars().count(), 301);
    }

    #[test]
    fn clocks() {
        let now = Time::from_seconds(1_767_323_045);
        let at = |date: &str| {
            let headers = vec![("date".to_owned(), date.to_owned())];
            let answer = Answer { status: 403, headers, body: Vec::new() };
            answer.clock_finding(now).map(|finding| finding.variant)
        };
        assert_eq!(at("Fri, 02 Jan 2026 03:04:05 GMT"), None);
        assert_eq!(at("Fri, 02 Jan 2026 03:04:15 GMT"), None);
        assert_eq!(at("Fri, 02 Jan 2026 03:05:05 GMT"), Some("behind"));
        assert_eq!(at("Fri, 02 Jan 2026 03:00:05 GMT"), Some("ahead"));
        assert_eq!(at("soon"), None);
    }
}
