//! Two reports side by side: what differs, and what each difference means.

use serde_json::Value;

use super::name::{self, Means, Name};
use super::report::{Report, Signature, kind_text_id};
use super::time::Time;
use super::{Note, visible};
use crate::codec::json::plain;
use crate::i18n::{Arg, Message, Texts};

/// What two tokens have in common and what not.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What there is to say of the two as a whole.
    pub whole: Message,
    /// What was compared, differences first.
    pub rows: Vec<Row>,
}

/// One thing that was compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub label: Label,
    /// What the first token says.
    pub first: Side,
    /// What the second one says.
    pub second: Side,
    /// What the difference means; none where there is none.
    pub difference: Option<Message>,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// An answer of the verdict, by its text's id.
    Text(&'static str),
    /// A field, by the vendor's name.
    Key(String),
}

/// What one of the tokens says.
#[derive(Debug, Clone, PartialEq)]
pub enum Side {
    /// Nothing: it has no such field.
    Absent,
    /// A value, as it stands in the token.
    Value(String),
    /// A time, and how it stands in the token.
    Time(String, Time),
    /// What only the secret's owner can make.
    Proof(String),
    /// Something in words.
    Words(Message),
}

/// A field of a report.
#[derive(Debug, Clone, Copy)]
struct Item<'a> {
    key: &'a str,
    value: &'a Value,
    means: Means,
    name: Option<&'static Name>,
    time: Option<Time>,
}

impl Item<'_> {
    fn side(&self) -> Side {
        let value = plain(self.value);
        match self.time {
            _ if self.means.is_secret() => Side::Proof(value),
            Some(time) => Side::Time(value, time),
            None => Side::Value(value),
        }
    }

    /// What it is called where another kind has another name for it.
    fn input(&self) -> Option<&'static str> {
        self.name.map(|name| name.field.unwrap_or(name.name))
    }
}

/// The fields of a report in its order; of a name that stands twice the last value counts.
fn items(report: &Report) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    for part in &report.parts {
        let name = name::find(report.names, &part.key);
        let time = if let Note::Time(time) = part.note { Some(time) } else { None };
        let means = name.map_or(Means::Data, |name| name.means);
        let item = Item { key: &part.key, value: &part.value, means, name, time };
        match items.iter_mut().find(|known| known.key == part.key) {
            Some(known) => *known = item,
            None if means != Means::Told => items.push(item),
            None => {}
        }
    }
    items
}

/// Compares two tokens, of one kind or of several.
pub fn compare(first: &Report, second: &Report) -> Comparison {
    let (left, right) = (items(first), items(second));
    let pairs = pair(&left, &right, first.kind == second.kind);
    let mut rows = answers(first, second);
    if first.kind == second.kind {
        rows.extend(order(&left, &right));
    }
    rows.extend(pairs.iter().map(|(left, right)| row(*left, *right, first.kind == second.kind)));
    // What stands inside tells more than the text around it.
    let inside: Vec<String> = rows
        .iter()
        .filter(|row| row.difference.is_some())
        .filter_map(|row| match &row.label {
            Label::Key(key) => key.rsplit_once('.').map(|(parent, _)| parent.to_owned()),
            Label::Text(_) => None,
        })
        .collect();
    rows.retain(|row| {
        !matches!(&row.label, Label::Key(key)
        if first.means(key) == Means::Data && row.difference.is_some() && inside.contains(key))
    });
    // What is another one in each token comes last of what differs.
    let by_nature = |row: &Row| match &row.label {
        Label::Key(key) => {
            let means = name::find(first.names, key.split(" / ").next().unwrap_or_default());
            means.is_some_and(|name| name.means.is_secret() || name.means == Means::Random)
        }
        Label::Text(_) => false,
    };
    rows.sort_by_key(|row| (row.difference.is_none(), by_nature(row)));
    let differ = rows.iter().filter(|row| row.difference.is_some()).count();
    Comparison { whole: whole(first, second, differ, rows.len() - differ), rows }
}

impl Comparison {
    /// How many rows differ; they are the first ones.
    pub fn differences(&self) -> usize {
        self.rows.iter().filter(|row| row.difference.is_some()).count()
    }

    /// The comparison as plain text, one line a difference. What only the secret's owner can make is left out.
    pub fn to_text(&self, texts: &Texts) -> String {
        let mut lines = vec![texts.format(&self.whole)];
        for row in &self.rows {
            let Some(difference) = &row.difference else { continue };
            let label = match &row.label {
                Label::Text(id) => texts.get(id),
                Label::Key(key) => key.clone(),
            };
            let words = texts.format(difference);
            let line = format!("{label}: {} → {} ({words})", row.first.words(texts), row.second.words(texts));
            lines.push(visible::one_line(&line));
        }
        let equal = self.rows.iter().filter(|row| row.difference.is_none());
        let keys: Vec<String> = equal
            .filter_map(|row| match &row.label {
                Label::Key(key) => Some(visible::one_line(key)),
                Label::Text(_) => None,
            })
            .collect();
        if !keys.is_empty() {
            lines.push(texts.format(&Message::new("compare-equal").with("keys", keys.join(", "))));
        }
        lines.join("\n")
    }
}

impl Side {
    fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Absent | Self::Proof(_) => "…".to_owned(),
            Self::Value(value) => value.clone(),
            Self::Time(value, time) => format!("{value} ({})", time.rfc3339()),
            Self::Words(message) => texts.format(message),
        }
    }
}

/// The verdict on the two as a whole.
fn whole(first: &Report, second: &Report, differ: usize, equal: usize) -> Message {
    let (one, other) = (first.text.as_str(), second.text.as_str());
    if one == other {
        return Message::new("compare-same-text");
    }
    if let Some(id) = spelling(one, other) {
        return Message::new(format!("compare-text-{id}"));
    }
    let id = match (first.vendor == second.vendor, first.kind == second.kind) {
        (true, true) => "compare-count",
        (true, false) => "compare-count-kinds",
        (false, _) => "compare-count-vendors",
    };
    Message::new(id).with("differ", differ).with("equal", equal)
}

/// Which fields of the two are the same thing: by name, and between kinds by the input or by what they stand for.
fn pair<'a>(
    left: &[Item<'a>],
    right: &[Item<'a>],
    same_kind: bool,
) -> Vec<(Option<Item<'a>>, Option<Item<'a>>)> {
    let mut rest: Vec<Item<'a>> = right.to_vec();
    let mut take = |fits: &dyn Fn(&Item<'a>) -> bool| rest.iter().position(fits).map(|at| rest.remove(at));
    let mut pairs: Vec<_> =
        left.iter().map(|item| (Some(*item), take(&|other| other.key == item.key))).collect();
    if !same_kind {
        for (left, right) in pairs.iter_mut().filter(|(_, right)| right.is_none()) {
            let Some(item) = left else { continue };
            *right = take(&|other| other.input().is_some() && other.input() == item.input());
        }
        for (left, right) in pairs.iter_mut().filter(|(_, right)| right.is_none()) {
            let Some(item) = left.filter(|item| !matches!(item.means, Means::Data | Means::Form)) else {
                continue;
            };
            *right = take(&|other| other.means == item.means);
        }
    }
    pairs.extend(rest.into_iter().map(|item| (None, Some(item))));
    pairs
}

fn row(left: Option<Item<'_>>, right: Option<Item<'_>>, same_kind: bool) -> Row {
    let key = match (left, right) {
        (Some(left), Some(right)) if left.key != right.key => format!("{} / {}", left.key, right.key),
        (Some(item), _) | (None, Some(item)) => item.key.to_owned(),
        (None, None) => String::new(),
    };
    let side = |item: Option<Item<'_>>| item.map_or(Side::Absent, |item| item.side());
    let difference = match (left, right) {
        (Some(left), Some(right)) if left.value == right.value => None,
        // Another kind writes all as text, or all in JSON.
        (Some(left), Some(right)) if !same_kind && plain(left.value) == plain(right.value) => None,
        (Some(left), Some(right)) => Some(meaning(&left, &right)),
        (Some(_), None) => Some(Message::new("compare-only-first")),
        (None, _) => Some(Message::new("compare-only-second")),
    };
    Row { label: Label::Key(key), first: side(left), second: side(right), difference }
}

/// What it means that two values differ.
fn meaning(left: &Item<'_>, right: &Item<'_>) -> Message {
    let (one, other) = (plain(left.value), plain(right.value));
    if one == other {
        let message = Message::new("compare-type").with("first", type_of(left.value));
        return message.with("second", type_of(right.value));
    }
    if left.means.is_secret() {
        return Message::new(if left.means == Means::Vector { "compare-random" } else { "compare-proof" });
    }
    if let Some(id) = spelling(&one, &other) {
        return Message::new(format!("compare-{id}"));
    }
    let moved = left.time.zip(right.time).map(|(left, right)| right.since(left));
    let seconds = |text: &str| text.parse::<i64>().ok();
    match (left.means, moved) {
        (Means::Made, Some(by)) => shifted("compare-made", by),
        (Means::Starts, Some(by)) => shifted("compare-starts", by),
        (Means::Ends, Some(by)) => shifted("compare-ends", by),
        (Means::Life, _) => match seconds(&one).zip(seconds(&other)) {
            Some((one, other)) => shifted("compare-life", other.saturating_sub(one).saturating_mul(1000)),
            None => Message::new("compare-data"),
        },
        (Means::Rights, _) => rights(left, right),
        (Means::Owner, _) => Message::new("compare-owner"),
        (Means::User, _) => Message::new("compare-user"),
        (Means::Room, _) => Message::new("compare-room"),
        (Means::Random, _) => Message::new("compare-random"),
        (Means::Form, _) => Message::new("compare-form"),
        (Means::Maker, _) => Message::new("compare-maker"),
        _ => Message::new("compare-data"),
    }
}

/// `…-later` or `…-earlier`.
fn shifted(stem: &str, by: i64) -> Message {
    let id = if by > 0 { format!("{stem}-later") } else { format!("{stem}-earlier") };
    Message::new(id).with("span", Arg::Span(by))
}

/// How the rights of the second stand to those of the first.
fn rights(left: &Item<'_>, right: &Item<'_>) -> Message {
    let granted = |item: &Item<'_>| item.name.and_then(|name| name.rights(item.value));
    let id = match granted(left).zip(granted(right)) {
        Some((left, right)) if left == right => "compare-rights-same",
        Some((left, right)) if right.is_superset(&left) => "compare-rights-more",
        Some((left, right)) if right.is_subset(&left) => "compare-rights-fewer",
        _ => "compare-rights",
    };
    Message::new(id)
}

/// Whether two different texts are the same but for how they are written: white space, letter case, characters that
/// nobody sees.
fn spelling(one: &str, other: &str) -> Option<&'static str> {
    let seen = |text: &str| text.chars().filter(|c| !visible::hides(*c)).collect::<String>();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    if one.to_lowercase() == other.to_lowercase() {
        Some("case")
    } else if bare(one) == bare(other) {
        Some("space")
    } else if seen(&bare(one)) == seen(&bare(other)) {
        Some("hidden")
    } else {
        None
    }
}

/// JSON's own word.
const fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Kind, time and signature.
fn answers(first: &Report, second: &Report) -> Vec<Row> {
    let kind = |report: &Report| {
        Side::Words(Message::new(report.kind.map_or_else(|| "kind-unknown".to_owned(), kind_text_id)))
    };
    let state =
        |report: &Report| Side::Words(Message::new(format!("window-{}", report.window_state().name())));
    let answer = |label, sides: (Side, Side), difference: Option<&'static str>| Row {
        label: Label::Text(label),
        first: sides.0,
        second: sides.1,
        difference: difference.map(Message::new),
    };
    let kinds = match (first.vendor == second.vendor, first.kind == second.kind) {
        (true, true) => None,
        (true, false) => Some("compare-kinds"),
        (false, _) => Some("compare-vendors"),
    };
    let states = (first.window_state() != second.window_state()).then_some("compare-state");
    let signature = match (first.signature, second.signature) {
        (Signature::Valid, Signature::Valid) if first.project != second.project => Some("compare-secret"),
        (Signature::Valid, Signature::Invalid) => Some("compare-secret-first"),
        (Signature::Invalid, Signature::Valid) => Some("compare-secret-second"),
        (one, other) if one != other => Some("compare-signature"),
        _ => None,
    };
    let signatures = (Side::Words(first.signature_message()), Side::Words(second.signature_message()));
    vec![
        answer("compare-kind", (kind(first), kind(second)), kinds),
        answer("answer-window", (state(first), state(second)), states),
        answer("answer-signature", signatures, signature),
    ]
}

/// That what both have stands in another order: somebody else's program wrote it.
fn order(left: &[Item<'_>], right: &[Item<'_>]) -> Option<Row> {
    let common = |own: &[Item<'_>], other: &[Item<'_>]| -> Vec<String> {
        let both = own.iter().filter(|item| other.iter().any(|known| known.key == item.key));
        both.filter(|item| !item.key.contains('.')).map(|item| item.key.to_owned()).collect()
    };
    let (one, other) = (common(left, right), common(right, left));
    (one != other).then(|| Row {
        label: Label::Text("compare-order"),
        first: Side::Value(one.join(", ")),
        second: Side::Value(other.join(", ")),
        difference: Some(Message::new("compare-maker")),
    })
}
