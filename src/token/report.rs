//! The report: everything that inspection found, and the verdict. The window, the text output and the JSON output
//! are three views of this one value.

use serde_json::{Map, Value, json};

use super::clean::Cleaning;
use super::finding::{Finding, Severity, VendorCode};
use super::layer::Layer;
use super::name::{self, Means, Name};
use super::part::{Note, Part, Segment};
use super::time::{Time, seconds_json};
use super::visible;
use super::window::{Window, WindowState};
use crate::codec::json::plain;
use crate::i18n::{Arg, Message, Texts};

/// Whether the text could be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Wholly.
    Ok,
    /// It is this kind, but broken.
    Damaged,
    /// No kind fits.
    Unknown,
}

/// Whether the signature is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// Made with this secret.
    Valid,
    /// Not made with this secret, or in a way that the vendor does not accept.
    Invalid,
    /// There was no secret to check with.
    Unchecked,
    /// This kind has none.
    None,
}

/// Whether it is whose it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Its owner is the one it was checked against, and everything expected is so.
    Match,
    /// It belongs to somebody else, or contradicts itself or what was expected.
    Mismatch,
    /// There was nothing to compare with.
    Unchecked,
}

macro_rules! names {
    ($type:ty { $($variant:ident => $name:literal),* }) => {
        impl $type {
            /// The word in JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}
names!(Shape { Ok => "ok", Damaged => "damaged", Unknown => "unknown" });
names!(Signature { Valid => "valid", Invalid => "invalid", Unchecked => "unchecked", None => "none" });
names!(Context { Match => "match", Mismatch => "mismatch", Unchecked => "unchecked" });

/// A field that the tester wants to be so, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The vendor's name of it, or its input's.
    pub key: String,
    /// What is wanted.
    pub wanted: String,
    /// What the token says; none where it says nothing.
    pub got: Option<String>,
}

impl Expected {
    /// Whether it is so.
    pub fn fits(&self) -> bool {
        self.got.as_ref() == Some(&self.wanted)
    }
}

/// What inspection found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Id of the kind, where one was recognised.
    pub kind: Option<&'static str>,
    /// Id of its vendor.
    pub vendor: Option<&'static str>,
    /// Other kinds that look the same; the user chooses.
    pub candidates: Vec<&'static str>,
    /// Name of the project it was checked with.
    pub project: Option<String>,
    /// The token as it was read, without what was around it.
    pub text: String,
    /// What was taken off.
    pub cleaned: Vec<Cleaning>,
    /// Whether it could be taken apart.
    pub shape: Shape,
    /// Whether it is signed right.
    pub signature: Signature,
    /// Whether it is whose it should be, and all that was expected.
    pub context: Context,
    /// Whether it is whose it should be.
    pub belongs: Context,
    /// From when to when it is good.
    pub window: Window,
    /// A secret (or, for a kind without signature, an owner) was there to check with.
    pub checked: bool,
    /// The vendor's own names and values.
    pub fields: Map<String, Value>,
    /// The fields with notes and places.
    pub parts: Vec<Part>,
    /// Coloured runs of the text.
    pub segments: Vec<Segment>,
    /// The bytes behind the text, the outer ones first.
    pub layers: Vec<Layer>,
    /// What to know, worst first.
    pub findings: Vec<Finding>,
    /// What the tester wanted to be so.
    pub expected: Vec<Expected>,
    /// What its names stand for.
    pub names: &'static [Name],
    /// The clock it was judged by.
    pub now: Time,
}

impl Report {
    /// What a name in it stands for. What nobody knows is its maker's.
    pub fn means(&self, key: &str) -> Means {
        name::find(self.names, key).map_or(Means::Data, |name| name.means)
    }

    /// The value under a name: a field, or what else there is to see.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.fields
            .get(key)
            .or_else(|| self.parts.iter().find(|part| part.key == key).map(|part| &part.value))
    }

    /// Whose it claims to be, by the first name that says so.
    pub fn owner(&self) -> Option<String> {
        let mut owners = self.names.iter().filter(|name| name.means == Means::Owner);
        owners.find_map(|name| self.value(name.name)).map(plain)
    }

    /// Where now stands in the window.
    pub fn window_state(&self) -> WindowState {
        self.window.state(self.now)
    }

    /// Whether anything found makes the vendor refuse it.
    pub fn refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The same, but for what only the tester minds.
    fn refused_by_vendor(&self) -> bool {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.into_iter().any(|finding| !finding.is_unexpected())
    }

    /// Whether the vendor would accept it; `None` where there was no secret to check with.
    pub fn accepted(&self) -> Option<bool> {
        self.checked.then(|| !self.refused())
    }

    /// The verdict in one sentence, such as `Expired 3 min 12 s ago`.
    pub fn headline(&self) -> Message {
        self.headline_at(self.now)
    }

    /// The same while the clock runs on; what else was found is that of the report.
    pub fn headline_at(&self, now: Time) -> Message {
        let remaining = self.window.remaining(now).unwrap_or_default();
        let message = match (self.shape, self.window.state(now)) {
            (Shape::Unknown, _) => "verdict-unknown",
            (Shape::Damaged, _) => "verdict-damaged",
            _ if self.signature == Signature::Invalid => "verdict-invalid",
            (_, WindowState::Expired) => "verdict-expired",
            (_, WindowState::NotYet) => "verdict-not-yet",
            _ if self.refused_by_vendor() => "verdict-refused",
            _ if self.refused() => "verdict-unexpected",
            (_, WindowState::Active) => "verdict-active",
            (_, WindowState::Endless) => "verdict-endless",
            (_, WindowState::Unknown) => "verdict-no-end",
        };
        Message::new(message).with("span", Arg::Span(remaining)).with("left", Arg::Left(remaining))
    }

    /// How much of what the tester wanted is so: `2 of 3 as expected`.
    pub fn expected_message(&self) -> Option<Message> {
        let fit = self.expected.iter().filter(|expected| expected.fits()).count();
        let message = Message::new("expected-count").with("fit", fit);
        (!self.expected.is_empty()).then(|| message.with("all", self.expected.len()))
    }

    /// The same as a whole sentence.
    pub fn expected_sentence(&self) -> Option<Message> {
        let message = self.expected_message()?;
        Some(Message { id: format!("sentence-{}", message.id).into(), args: message.args })
    }

    /// The signature's answer in words.
    pub fn signature_message(&self) -> Message {
        let id = match (self.signature, &self.project) {
            (Signature::Valid, Some(_)) => "signature-valid-with",
            (Signature::Invalid, Some(_)) => "signature-invalid-with",
            (Signature::Valid, None) => "signature-valid",
            (Signature::Invalid, None) => "signature-invalid",
            (Signature::Unchecked, _) => "signature-unchecked",
            (Signature::None, _) => "signature-none",
        };
        Message::new(id).with("project", self.project.clone().unwrap_or_default())
    }

    /// The same as a whole sentence; of one that was not checked it says why.
    pub fn signature_sentence(&self) -> Message {
        let message = self.signature_message();
        let why = match self.signature {
            Signature::Unchecked => self.unchecked_why(),
            _ => "",
        };
        Message { id: format!("sentence-{}{why}", message.id).into(), args: message.args }
    }

    /// Why the signature was not checked, by what was found.
    fn unchecked_why(&self) -> &'static str {
        let found = |codes: &[&str]| self.findings.iter().any(|finding| codes.contains(&finding.code));
        if found(&["needs", "needs_perm_secret", "bad_key"]) {
            "-needs"
        } else if found(&["secret_absent"]) {
            "-secret"
        } else if found(&["no_project"]) {
            ""
        } else {
            "-nothing"
        }
    }

    /// What a client, or a server, says to the first fault that the vendor has codes for: the usual code of each
    /// place. Logs tell nobody who looks at a screen.
    pub fn told_by_vendor(&self) -> Vec<VendorCode> {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let codes = errors.map(|finding| finding.vendor_codes).find(|codes| !codes.is_empty());
        let mut told: Vec<VendorCode> = Vec::new();
        for code in codes.unwrap_or_default() {
            if code.place != "log" && told.iter().all(|other| other.place != code.place) {
                told.push(*code);
            }
        }
        told
    }

    /// One JSON object, as the command line prints it.
    pub fn to_json(&self, texts: &Texts) -> Value {
        let mut object = Map::new();
        let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
        put("kind", json!(self.kind));
        put("vendor", json!(self.vendor));
        put("project", json!(self.project));
        put("cleaned", self.cleaned.iter().map(|c| c.0).collect());
        put("shape", self.shape.name().into());
        put("signature", self.signature.name().into());
        put("window", self.window_state().name().into());
        put("context", self.context.name().into());
        put("accepted", json!(self.accepted()));
        put("fields", Value::Object(self.fields.clone()));
        for (key, value) in times_json(&self.window) {
            put(key, value);
        }
        put("remaining_s", self.window.remaining(self.now).map_or(Value::Null, seconds_json));
        put("parts", self.parts.iter().map(|part| part_json(part, texts)).collect());
        put("findings", findings_json(&self.findings, texts));
        if !self.expected.is_empty() {
            put("expected", self.expected.iter().map(expected_json).collect());
        }
        if !self.candidates.is_empty() {
            put("candidates", json!(self.candidates));
        }
        Value::Object(object)
    }

    /// The report for a terminal: plain text, every control character made visible. `strong` marks a word by how bad
    /// it is (colour on a terminal, nothing in a pipe).
    pub fn to_text(&self, texts: &Texts, strong: &dyn Fn(&str, Option<Severity>) -> String) -> String {
        let mut lines = Vec::new();
        let verdict = match (self.refused(), self.accepted()) {
            (true, _) => Some(Severity::Error),
            (false, None) => Some(Severity::Warning),
            (false, Some(_)) => None,
        };
        let what = self.kind.map_or_else(|| texts.get("kind-unknown"), |kind| texts.get(&kind_text_id(kind)));
        lines.push(strong(&texts.format(&self.headline()), verdict));
        match self.kind {
            Some(kind) => lines.push(format!("{what} ({kind})")),
            None => lines.push(what),
        }
        lines.push(String::new());
        let answers = [
            ("answer-shape", texts.get(&format!("shape-{}", self.shape.name()))),
            ("answer-signature", texts.format(&self.signature_message())),
            ("answer-window", self.window_words(texts)),
            ("answer-context", texts.get(&format!("context-{}", self.context.name()))),
        ];
        let mut rows: Vec<[String; 3]> =
            answers.into_iter().map(|(id, words)| [texts.get(id), words, String::new()]).collect();
        if let Some(count) = self.expected_message() {
            rows.push([texts.get("answer-expected"), texts.format(&count), String::new()]);
        }
        rows.push(Default::default());
        for part in &self.parts {
            rows.push([part.key.clone(), plain(&part.value), note_words(&part.note, texts)]);
        }
        lines.extend(table(&rows));
        if !self.cleaned.is_empty() {
            let words: Vec<_> = self.cleaned.iter().map(|c| texts.get(&format!("cleaned-{}", c.0))).collect();
            lines.push(String::new());
            lines.push(format!("{}: {}", texts.get("answer-cleaned"), words.join(", ")));
        }
        for finding in &self.findings {
            let severity = texts.get(&format!("severity-{}", finding.severity.name()));
            lines.push(String::new());
            let mark = strong(&format!("{severity} {}", finding.code), Some(finding.severity));
            lines.push(format!("{mark}: {}", visible::escape(&texts.format(&finding.message()))));
            if !finding.vendor_codes.is_empty() {
                let codes = codes_words(finding.vendor_codes, texts);
                lines.push(format!("  {}", texts.format(&Message::new("codes-line").with("codes", codes))));
            }
            lines.push(format!("  {}", visible::escape(&texts.format(&finding.remedy()))));
        }
        lines.join("\n")
    }

    fn window_words(&self, texts: &Texts) -> String {
        let state = texts.get(&format!("window-{}", self.window_state().name()));
        let edge = |time: Option<Time>| time.map_or_else(|| "…".to_owned(), Time::rfc3339);
        match (self.window.not_before.or(self.window.issued_at), self.window.expires_at) {
            (None, None) => state,
            (start, end) => format!("{state}, {} – {}", edge(start), edge(end)),
        }
    }
}

/// Text id of a kind's name; `.about` says what it is for.
pub fn kind_text_id(kind: &str) -> String {
    format!("kind-{}", kind.replace('.', "-"))
}

/// The three times of a window as JSON members.
pub fn times_json(window: &Window) -> [(&'static str, Value); 3] {
    let time = |time: Option<Time>| time.map_or(Value::Null, Time::to_json);
    [
        ("issued_at", time(window.issued_at)),
        ("not_before", time(window.not_before)),
        ("expires_at", time(window.expires_at)),
    ]
}

/// Findings as JSON.
pub fn findings_json(findings: &[Finding], texts: &Texts) -> Value {
    findings
        .iter()
        .map(|finding| {
            let mut object = json!({
                "code": finding.code,
                "severity": finding.severity.name(),
                "text": texts.format(&finding.message()),
                "remedy": texts.format(&finding.remedy()),
            });
            let codes = finding.vendor_codes.iter();
            let codes: Value = codes.map(|code| json!({ "code": code.code, "place": code.place })).collect();
            if !finding.vendor_codes.is_empty() {
                object["vendor_codes"] = codes;
            }
            object
        })
        .collect()
}

/// A vendor's codes in words: `1102018 (web), 1002033 or 1002078 (native)`.
pub fn codes_words(codes: &[VendorCode], texts: &Texts) -> String {
    let mut places: Vec<(&str, Vec<&str>)> = Vec::new();
    for code in codes {
        match places.iter_mut().find(|(place, _)| *place == code.place) {
            Some((_, of_place)) => of_place.push(code.code),
            None => places.push((code.place, vec![code.code])),
        }
    }
    let words = places.into_iter().map(|(place, codes)| {
        let place = texts.get(&format!("place-{place}"));
        texts.format(&Message::new("codes-at").with("codes", codes.join(" / ")).with("place", place))
    });
    texts.list(&words.collect::<Vec<_>>())
}

/// A note in words; times in UTC.
pub fn note_words(note: &Note, texts: &Texts) -> String {
    match note {
        Note::None => String::new(),
        Note::Text(message) => texts.format(message),
        Note::Time(time) => time.rfc3339(),
    }
}

fn expected_json(expected: &Expected) -> Value {
    let Expected { key, wanted, got } = expected;
    json!({ "key": key, "wanted": wanted, "got": got, "match": expected.fits() })
}

fn part_json(part: &Part, texts: &Texts) -> Value {
    let note = note_words(&part.note, texts);
    json!({
        "key": part.key,
        "value": part.value,
        "note": if note.is_empty() { Value::Null } else { note.into() },
        "span": part.span.as_ref().map(|span| [span.start, span.end]),
    })
}

/// Rows in columns; the last column is as wide as it likes. A long value is folded to its start.
fn table(rows: &[[String; 3]]) -> Vec<String> {
    const WIDEST: usize = 60;
    let rows: Vec<[String; 3]> = rows
        .iter()
        .map(|row| {
            let [key, value, note] = row.clone().map(|cell| visible::escape(&cell).into_owned());
            let folds = !note.is_empty() && value.chars().count() > WIDEST;
            let value = if folds { value.chars().take(WIDEST - 1).chain(['…']).collect() } else { value };
            [key, value, note]
        })
        .collect();
    let widest = |column: usize| {
        let lengths = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        lengths.filter(|length| *length <= WIDEST).max().unwrap_or(0)
    };
    let (first, second) = (widest(0), widest(1));
    rows.iter()
        .map(|[key, value, note]| format!("  {key:first$}  {value:second$}  {note}").trim_end().to_owned())
        .collect()
}
