//! A report for a ticket, as Markdown: without what only the secret's owner can make and, if wanted, without what says
//! who somebody is.
//!
//! Whatever a token holds stands in code spans, where neither Markdown nor HTML is read; there is no table, because a
//! pipe ends a cell even in code.

use std::collections::HashSet;

use serde_json::Value;

use super::name::{self, Means, Name};
use super::report::{Report, Shape, codes_words, kind_text_id};
use super::{Finding, Note, Part, Time, visible};
use crate::codec::json::plain;
use crate::i18n::{Arg, Message, Texts};

/// What a report tells besides what it always does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    /// User data: ids, names, rooms, payloads, and whatever has no known name.
    pub user_data: bool,
}

/// So much of something secret is a piece of it.
const PIECE: usize = 6;
/// So much of a value is shown.
const LONGEST: usize = 300;
/// A word of a vendor is no longer.
const WORD: usize = 64;

/// Arguments of findings that are measures, times, and names of fields: nobody's data.
const MEASURES: &[&str] = &[
    "ago", "ahead", "bits", "bytes", "code", "count", "declared", "digits", "end", "fields", "inner", "left",
    "length", "life", "limit", "longest", "max", "min", "outer", "part", "roles", "span", "start", "there",
    "variant", "vendor",
];

/// The report as Markdown.
pub fn bug_report(report: &Report, texts: &Texts, telling: Telling) -> String {
    let redactor = Redactor { report, texts, telling, pieces: pieces(report) };
    redactor.write()
}

struct Redactor<'a> {
    report: &'a Report,
    texts: &'a Texts,
    telling: Telling,
    /// All runs of [`PIECE`] characters of what is secret.
    pieces: HashSet<String>,
}

/// What may be told of a value.
enum Told {
    Value(String),
    /// It follows from the secret.
    Secret,
    /// It is somebody's.
    Personal,
}

impl Redactor<'_> {
    fn write(&self) -> String {
        let report = self.report;
        let text = |id: &str| prose(&self.texts.get(id));
        let mut lines =
            vec![format!("## {}: {}", text("bug-title"), self.words(&report.headline())), String::new()];
        let mut item = |id: &str, words: String| lines.push(format!("- {}: {words}", text(id)));
        item(
            "bug-kind",
            match report.kind {
                Some(kind) => format!("{} ({})", text(&kind_text_id(kind)), code(kind)),
                None => text("kind-unknown"),
            },
        );
        item("answer-shape", text(&format!("shape-{}", report.shape.name())));
        if report.shape == Shape::Ok {
            item("answer-signature", self.words(&report.signature_message()));
            item("answer-window", text(&format!("window-{}", report.window_state().name())));
            item("answer-context", text(&format!("context-{}", report.context.name())));
        }
        let window = &report.window;
        let times = [
            ("bug-made", window.issued_at),
            ("bug-starts", window.not_before),
            ("bug-ends", window.expires_at),
            ("bug-now", Some(report.now)),
        ];
        for (id, time) in times {
            if let Some(time) = time {
                item(id, code(&time.rfc3339()));
            }
        }
        let codes = report.told_by_vendor();
        if !codes.is_empty() {
            item("bug-codes", prose(&codes_words(&codes, self.texts)));
        }
        if let Some(count) = report.expected_message() {
            item("answer-expected", self.words(&count));
        }
        if !report.cleaned.is_empty() {
            let words: Vec<_> = report.cleaned.iter().map(|c| text(&format!("cleaned-{}", c.0))).collect();
            item("answer-cleaned", words.join(", "));
        }
        item("bug-by", format!("Tokendesk {}", env!("CARGO_PKG_VERSION")));
        let parts: Vec<&Part> =
            report.parts.iter().filter(|part| report.means(&part.key) != Means::Told).collect();
        if !parts.is_empty() {
            lines.extend([String::new(), format!("### {}", text("bug-fields")), String::new()]);
            lines.extend(parts.into_iter().map(|part| format!("- {}", self.part(part))));
        }
        if !report.findings.is_empty() {
            lines.extend([String::new(), format!("### {}", text("bug-findings")), String::new()]);
            for finding in &report.findings {
                lines.extend(self.finding(finding));
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// Name, value and meaning of a part.
    fn part(&self, part: &Part) -> String {
        let named = self.report.names.iter().any(|name| name.name == part.key);
        // A name that nobody knows is somebody's too.
        let hidden = !named && !self.telling.user_data && name::find(self.report.names, &part.key).is_none();
        let key = if hidden || self.holds_piece(&part.key) { "…".to_owned() } else { code(&part.key) };
        let value = match self.tell(part) {
            Told::Value(value) => {
                let note = match &part.note {
                    Note::None => String::new(),
                    Note::Text(message) => self.words(message),
                    Note::Time(time) => code(&time.rfc3339()),
                };
                let note = if note.is_empty() { note } else { format!(" — {note}") };
                format!("{}{note}", code(&value))
            }
            Told::Secret => prose(&self.texts.get("bug-left-out-secret")),
            Told::Personal => prose(&self.texts.get("bug-left-out-user")),
        };
        format!("{key}: {value}")
    }

    fn tell(&self, part: &Part) -> Told {
        let name = name::find(self.report.names, &part.key);
        let means = name.map_or(Means::Data, |name| name.means);
        if means.is_secret() {
            return Told::Secret;
        }
        if !self.telling.user_data && (means.is_personal() || !is_plain(name, means, part)) {
            return Told::Personal;
        }
        let value = plain(&self.inside(&part.key, &part.value));
        if self.holds_piece(&value) { Told::Secret } else { Told::Value(value) }
    }

    /// A value without those of its members that follow from the secret.
    fn inside(&self, key: &str, value: &Value) -> Value {
        let Value::Object(members) = value else { return value.clone() };
        let inside = members.iter().map(|(member, value)| {
            let key = format!("{key}.{member}");
            let secret = self.report.means(&key).is_secret();
            (member.clone(), if secret { Value::from("…") } else { self.inside(&key, value) })
        });
        Value::Object(inside.collect())
    }

    fn finding(&self, finding: &Finding) -> [String; 2] {
        let severity = self.texts.get(&format!("severity-{}", finding.severity.name()));
        let message = self.words(&finding.message());
        let remedy = self.words(&finding.remedy());
        [format!("- {} {}: {message}", prose(&severity), code(finding.code)), format!("  {remedy}")]
    }

    /// A message whose arguments stand in code, as far as they may be told.
    fn words(&self, message: &Message) -> String {
        // Where an argument stands is marked by characters that no text has.
        let mark = |at: usize| format!("\u{e000}{at}\u{e001}");
        let mut marked = Message::new(message.id.clone());
        for (at, (name, arg)) in message.args.iter().enumerate() {
            // A measure is nobody's data.
            let measure = matches!(arg, Arg::Count(_) | Arg::Span(_) | Arg::About(_) | Arg::Left(_));
            marked = marked.with(name, if measure { arg.clone() } else { mark(at).into() });
        }
        // The places are found before anything is put in: a value that holds a mark is only a value.
        let words = prose(&self.texts.format(&marked));
        let mut pieces = words.split('\u{e000}');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (at, rest) = piece.split_once('\u{e001}').unwrap_or((piece, ""));
            if let Some((name, value)) = at.parse::<usize>().ok().and_then(|at| message.args.get(at)) {
                // Whoever reads the ticket may live elsewhere.
                let words = match value {
                    Arg::Time(millis) => Time::from_millis(*millis).rfc3339(),
                    value => self.texts.argument(value),
                };
                out.push_str(&self.argument(name, &words));
            }
            out.push_str(rest);
        }
        out
    }

    fn argument(&self, name: &str, value: &str) -> String {
        // The name of a field is the vendor's, or else its maker's.
        let public =
            MEASURES.contains(&name) || name == "key" && name::find(self.report.names, value).is_some();
        if self.holds_piece(value) || !(self.telling.user_data || public) {
            "…".to_owned()
        } else if matches!(name, "span" | "left" | "fit" | "all") {
            prose(&visible::one_line(value))
        } else {
            code(value)
        }
    }

    fn holds_piece(&self, text: &str) -> bool {
        runs(text).any(|run| self.pieces.contains(&run))
    }
}

/// Whether a value is what its name says, and not somebody's text in its place.
fn is_plain(name: Option<&'static Name>, means: Means, part: &Part) -> bool {
    let short = |value: &Value| plain(value).chars().count() <= WORD;
    match means {
        Means::Made | Means::Starts | Means::Ends | Means::Life => {
            part.value.is_number() || matches!(part.note, Note::Time(_))
        }
        Means::Rights => name.is_some_and(|name| name.rights(&part.value).is_some()),
        Means::Owner => short(&part.value) && plain(&part.value).chars().all(is_of_id),
        Means::Form | Means::Maker => short(&part.value) && !part.value.is_object(),
        _ => false,
    }
}

/// What keys and UUIDs are written in.
const fn is_of_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// All runs of [`PIECE`] characters of the signature, the ciphertext and their like.
fn pieces(report: &Report) -> HashSet<String> {
    fn collect(report: &Report, key: &str, value: &Value, all: &mut HashSet<String>) {
        if report.means(key).is_secret() {
            all.extend(runs(&plain(value)));
        } else if let Value::Object(members) = value {
            for (member, value) in members {
                collect(report, &format!("{key}.{member}"), value, all);
            }
        }
    }
    let mut all = HashSet::new();
    for part in &report.parts {
        collect(report, &part.key, &part.value, &mut all);
    }
    for (key, value) in &report.fields {
        collect(report, key, value, &mut all);
    }
    for segment in
        report.segments.iter().filter(|segment| ["signature", "ciphertext", "iv"].contains(&segment.name))
    {
        all.extend(runs(report.text.get(segment.range.clone()).unwrap_or_default()));
    }
    // Of what cannot be taken apart nobody knows which piece is which.
    if report.shape != Shape::Ok {
        all.extend(runs(&report.text));
    }
    all
}

fn runs(text: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = text.chars().collect();
    (0..(chars.len() + 1).saturating_sub(PIECE)).map(move |at| chars.iter().skip(at).take(PIECE).collect())
}

/// Text in a code span that nothing in it can end. Hidden characters are made visible.
pub fn code(text: &str) -> String {
    let mut text = visible::one_line(text);
    let length = text.chars().count();
    if length > LONGEST {
        text = text.chars().take(LONGEST).chain(['…']).collect();
    }
    if text.is_empty() {
        return "\"\"".to_owned();
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // One space at both ends is taken off again, so it keeps those of the text and parts it from the fence.
    let edge = |c: Option<char>| matches!(c, Some('`' | ' '));
    let pad = if edge(text.chars().next()) || edge(text.chars().last()) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Words in which Markdown and HTML see nothing to act on.
fn prose(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '@' | '$') {
            out.push('\\');
        }
        out.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
    }
    out
}
