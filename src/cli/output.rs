//! What goes out: results to stdout as text or JSON, words to stderr. Colour only on a terminal, nothing that acts.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};

use serde_json::Value;

use super::failure::{Failure, Stop};
use crate::i18n::{Message, Texts};
use crate::store::Project;
use crate::token::{Finding, Severity, visible};

/// Where a verb writes to.
pub(super) struct Output {
    /// `--output json`.
    pub(super) json: bool,
    /// The words of the user's language.
    pub(super) texts: Texts,
}

impl Output {
    /// The words of a message.
    pub(super) fn words(&self, message: &Message) -> String {
        self.texts.format(message)
    }

    /// Words beside the result. That nobody can be told is no reason to fail.
    pub(super) fn say(&self, severity: Severity, lines: &[String]) {
        let word = self.texts.get(&format!("severity-{}", severity.name()));
        let mark = painted(&word, Some(severity), paints(io::stderr().is_terminal()));
        let mut text = String::new();
        for (index, line) in lines.iter().enumerate() {
            let start = if index == 0 { format!("{mark}: ") } else { "  ".to_owned() };
            text.push_str(&start);
            text.push_str(&visible::escape(line));
            text.push('\n');
        }
        io::stderr().write_all(text.as_bytes()).unwrap_or_default();
    }

    /// Tells of a project whose name or group is not what it looks like.
    pub(super) fn tell_names(&self, project: &Project) {
        for (key, name) in [("name", Some(&project.name)), ("group", project.group.as_ref())] {
            if let Some(finding) = name.and_then(|name| Finding::mixed_scripts(key, name)) {
                let lines = [self.words(&finding.message()), self.words(&finding.remedy())];
                self.say(finding.severity, &lines);
            }
        }
    }

    /// Shows why a verb failed.
    pub(super) fn fail(&self, failure: &Failure) {
        if !self.json {
            self.say(Severity::Error, &failure.lines(&self.texts));
        } else if let Err(Stop::Failed(_)) = object(&failure.to_json(&self.texts)) {
            self.say(Severity::Error, &failure.lines(&self.texts));
        }
    }
}

/// A line of the result. What it holds must not act on a terminal: callers escape what is not ours.
///
/// # Errors
/// If stdout does not take it.
pub(super) fn line(line: &str) -> Result<(), Stop> {
    // In one piece, because stdout hands on each full line by itself.
    let mut text = String::with_capacity(line.len() + 1);
    text.push_str(line);
    text.push('\n');
    write(&text)
}

/// Bytes that are the result exactly as they are; on a terminal, where they could act, as lines to be looked at.
///
/// # Errors
/// If stdout does not take it.
pub(super) fn exact(text: &str, shown: impl FnOnce(&str) -> String) -> Result<(), Stop> {
    if io::stdout().is_terminal() { line(&shown(text)) } else { write(text) }
}

fn write(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stop::BrokenPipe;
        }
        let message = Message::new("cli-output-failed").with("reason", error.to_string());
        Failure::outside("output", message).into()
    })
}

/// The result as one JSON object, laid out for people and programs alike.
///
/// # Errors
/// If stdout does not take it.
pub(super) fn object(value: &Value) -> Result<(), Stop> {
    line(&ascii_controls(&format!("{value:#}")))
}

/// The same on one line, as one of many.
///
/// # Errors
/// If stdout does not take it.
pub(super) fn object_line(value: &Value) -> Result<(), Stop> {
    line(&ascii_controls(&value.to_string()))
}

/// How a word is marked on stdout: by colour on a terminal, else not at all.
pub(super) fn strong() -> impl Fn(&str, Option<Severity>) -> String {
    let paints = paints(io::stdout().is_terminal());
    move |word, severity| painted(word, severity, paints)
}

/// Colour is for terminals that can show it and users who have not said no (no-color.org).
fn paints(terminal: bool) -> bool {
    terminal
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var_os("TERM").is_none_or(|value| value != "dumb")
}

fn painted(word: &str, severity: Option<Severity>, paints: bool) -> String {
    if !paints {
        return word.to_owned();
    }
    let color = match severity {
        Some(Severity::Error) => 31,
        Some(Severity::Warning) => 33,
        Some(Severity::Info) => 36,
        None => 32,
    };
    format!("\u{1b}[1;{color}m{word}\u{1b}[0m")
}

/// JSON escapes the controls below U+0020; those above it and the marks that turn text around act as well.
fn ascii_controls(json: &str) -> String {
    let hidden = |c: char| {
        c == '\u{7f}' || (!c.is_ascii() && visible::escape(c.encode_utf8(&mut [0; 4])) != c.to_string())
    };
    if json.is_ascii() && !json.contains('\u{7f}') {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                write!(out, "\\u{unit:04x}").unwrap_or_default();
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Rows in columns, the last one as wide as it likes; what would act on a terminal is made visible.
pub(super) fn table<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    let rows: Vec<[String; N]> =
        rows.iter().map(|row| row.clone().map(|cell| visible::one_line(&cell))).collect();
    let width = |cell: &String| cell.chars().count();
    let widest: Vec<usize> = (0..N)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0))
        .collect();
    rows.iter()
        .map(|row| {
            let cells: Vec<String> =
                row.iter().zip(&widest).map(|(cell, wide)| format!("{cell:wide$}")).collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_holds_nothing_that_acts() {
        let value = serde_json::json!({ "a": "x\u{1b}[31m\u{9b}\u{202e}\u{7f}é\u{e0041}👩\u{200d}🏫" });
        let shown = ascii_controls(&value.to_string());
        assert_eq!(shown, "{\"a\":\"x\\u001b[31m\\u009b\\u202e\\u007fé\\udb40\\udc41👩\u{200d}🏫\"}");
        assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), value);
    }

    #[test]
    fn columns_line_up_and_end_without_blanks() {
        let rows = [["a".into(), "long".into(), String::new()], ["bb".into(), "x".into(), "é\n".into()]];
        assert_eq!(table::<3>(&rows), ["a   long", "bb  x     é\\n"]);
    }
}
