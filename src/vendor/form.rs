//! From a token back to the form that makes it.

use serde_json::Value;

use super::kind;
use crate::codec::json::plain;
use crate::token::{Field, FieldKind, Report, Time};

/// The raw values with which its kind would make an inspected token again, by the keys of its fields: as far as the
/// token carries them, and no secret. Times stand as the token has them. Nothing for a kind that only a server makes.
pub fn form_values(report: &Report) -> Vec<(&'static str, String)> {
    match report.kind.and_then(kind).filter(|kind| kind.spec().generates) {
        Some(kind) => kind.form_values(report),
        None => Vec::new(),
    }
}

/// The same for a token that takes its place: what is new in every token is left to be made anew, and the end is as
/// far from now as the old one's was from its start.
pub fn renewal_values(report: &Report) -> Vec<(&'static str, String)> {
    let Some(kind) = report.kind.and_then(kind) else { return Vec::new() };
    let life = report.window.issued_at.zip(report.window.expires_at);
    let life = life.map(|(made, end)| end.since(made)).filter(|life| *life > 0);
    let renew = |(key, value): (&'static str, String)| {
        let is_time = kind.spec().fields.iter().any(|field| field.key == key && is_instant(field));
        match (is_new(report, key), is_time, life) {
            // What is new is made anew; a token that does not say when it was made gets the life that its kind has by
            // default.
            (true, ..) | (false, true, None) => None,
            (false, true, Some(life)) => Some((key, format!("+{}s", life.saturating_add(500) / 1000))),
            (false, false, _) => Some((key, value)),
        }
    };
    form_values(report).into_iter().filter_map(renew).collect()
}

/// Whether an input is another one in each token by nature: a nonce, an initialisation vector, the clock.
pub fn is_new(report: &Report, key: &str) -> bool {
    let mut names = report.names.iter().filter(|name| name.field.unwrap_or(name.name) == key);
    names.any(|name| name.means.is_new())
}

const fn is_instant(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Time)
}

/// What the token carries under the fields' names, or under the names that become them.
pub(super) fn carried(report: &Report, fields: &'static [Field]) -> Vec<(&'static str, String)> {
    let value = |field: &'static Field| {
        let named = report.names.iter().filter(|name| name.field == Some(field.key)).map(|name| name.name);
        let found = named.chain([field.key]).find_map(|name| report.value(name).filter(|v| !v.is_null()))?;
        let raw = raw(field, found);
        (field.blank || !raw.trim().is_empty()).then_some((field.key, raw))
    };
    fields.iter().filter(|field| !field.is_secret()).filter_map(value).collect()
}

/// A value as one would type it.
fn raw(field: &Field, value: &Value) -> String {
    match (field.kind, value) {
        (FieldKind::Words { .. }, Value::Array(words)) => {
            words.iter().map(plain).collect::<Vec<_>>().join(" ")
        }
        (FieldKind::Choice(words), Value::String(word)) => {
            let known = words.iter().find(|known| known.eq_ignore_ascii_case(word));
            known.map_or_else(|| word.clone(), |known| (*known).to_owned())
        }
        _ => plain(value),
    }
}

/// These with the seconds between two of the token's times as one more value.
pub(super) fn with_life(
    mut values: Vec<(&'static str, String)>,
    key: &'static str,
    times: (Option<&Value>, Option<&Value>),
) -> Vec<(&'static str, String)> {
    if let (Some(made), Some(end)) = (times.0.and_then(Time::from_json), times.1.and_then(Time::from_json)) {
        values.push((key, (end.seconds() - made.seconds()).to_string()));
    }
    values
}
