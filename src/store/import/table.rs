//! Projects as a table (CSV): the first row names the fields, each further one is a project.
//!
//! A cell that begins like a formula would be one to a spreadsheet. It is written with an apostrophe before it, and
//! read without it: [`guarded`] and [`bare`] undo each other.

use std::borrow::Cow;

use zeroize::Zeroizing;

use super::super::error::StoreError;
use super::super::projects::Project;
use super::{Found, Incoming, Value, environment, fields};
use crate::i18n::Message;
use crate::token::visible;

/// The columns of every project, before those of the fields.
const COLUMNS: [&str; 5] = ["id", "name", "vendor", "environment", "group"];

/// The projects as a table, without secrets. A field is a column where a project has it.
pub(in crate::store) fn write(projects: &[Project]) -> String {
    let mut keys: Vec<&str> = Vec::new();
    for key in projects.iter().flat_map(|project| project.credentials.keys()) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    let mut out = String::new();
    row(&mut out, COLUMNS.into_iter().chain(keys.iter().copied()));
    for project in projects {
        let own = [
            project.id.as_str(),
            &project.name,
            &project.vendor,
            project.environment.as_str(),
            project.group.as_deref().unwrap_or_default(),
        ];
        let credentials = keys.iter().map(|key| project.credentials.get(*key).map_or("", String::as_str));
        row(&mut out, own.into_iter().chain(credentials));
    }
    out
}

/// RFC 4180, but for the line's end, which is that of all our texts.
fn row<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        let cell = guarded(cell);
        if cell.contains([',', ';', '"', '\n', '\r', '\t']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push('\n');
}

/// Whether a spreadsheet would take it for a formula, or it already looks like a guarded one.
fn acts(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// A cell that a spreadsheet takes for text.
fn guarded(cell: &str) -> Cow<'_, str> {
    if acts(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before it was guarded.
fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| acts(rest)).unwrap_or(cell)
}

/// What a column says.
enum Column {
    Id,
    Name,
    Vendor,
    Environment,
    Group,
    Field(String),
    Unknown,
}

impl Column {
    fn of(header: &str) -> Self {
        let name = bare(header).trim().to_lowercase().replace([' ', '-'], "_");
        match name.as_str() {
            "id" => Self::Id,
            "name" | "project" => Self::Name,
            "vendor" | "service" => Self::Vendor,
            "environment" | "env" => Self::Environment,
            "group" => Self::Group,
            key if fields().any(|(_, field)| field.answers_to(key)) => Self::Field(name),
            _ => Self::Unknown,
        }
    }
}

/// The projects of a table.
pub(super) fn read(text: &str) -> Result<Found, StoreError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut found = Found::default();
    let mut columns: Option<Vec<Column>> = None;
    for record in reader.records() {
        let record = record.map_err(|error| StoreError::Import {
            line: error.position().map_or(1, |position| line(position.line())),
            reason: "no text".to_owned(),
        })?;
        let at = record.position().map_or(1, |position| line(position.line()));
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match &columns {
            None => {
                let header: Vec<_> = record.iter().map(Column::of).collect();
                if !header.iter().any(|column| matches!(column, Column::Field(_))) {
                    return Err(StoreError::ImportRefused { message: Message::new("import-no-header") });
                }
                let unknown = record.iter().zip(&header).filter(|(_, c)| matches!(c, Column::Unknown));
                found.ignored.extend(unknown.map(|(name, _)| (at, visible::one_line(name.trim()))));
                columns = Some(header);
            }
            Some(columns) => found.projects.push(project(&record, columns, at)?),
        }
    }
    Ok(found)
}

fn line(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX).max(1)
}

fn project(record: &csv::StringRecord, columns: &[Column], at: usize) -> Result<Incoming, StoreError> {
    let mut incoming = Incoming { line: at, ..Incoming::default() };
    for (cell, column) in record.iter().zip(columns) {
        let cell = bare(cell);
        let word = cell.trim();
        if word.is_empty() {
            continue;
        }
        match column {
            Column::Id => incoming.said.id = word.parse().ok(),
            Column::Name => incoming.said.name = Some(super::plan::name(word)?),
            Column::Vendor => incoming.vendor = Some(word.to_owned()),
            Column::Environment => {
                incoming.said.environment = environment(word);
                if incoming.said.environment.is_none() {
                    let message = Message::new("import-environment").with("given", visible::one_line(word));
                    incoming.problem(at, "environment", message, false);
                }
            }
            Column::Group => incoming.said.group = Some(word.to_owned()),
            Column::Field(key) => {
                let text = Zeroizing::new(cell.to_owned());
                incoming.values.push(Value { key: key.clone(), text, line: at, secret: false });
            }
            Column::Unknown => {}
        }
    }
    if record.len() > columns.len() {
        let message = Message::new("import-cells")
            .with("cells", record.len().to_string())
            .with("columns", columns.len().to_string());
        incoming.problem(at, "", message, true);
    }
    Ok(incoming)
}

/// What separates the cells: a comma, or what a spreadsheet of another country or a copied table puts there.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |byte: u8| header.bytes().filter(|other| *other == byte).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarding_is_undone_by_reading() {
        for cell in
            ["", "a", "=1+1", "+84", "-1", "@x", "\tx", "\rx", "'", "'a", "'=1", "''=1", "it's", "'''-"]
        {
            let guarded = guarded(cell);
            assert_eq!(bare(&guarded), cell, "{guarded}");
            assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{guarded}");
        }
        assert_eq!(guarded("a=1"), "a=1");
    }

    #[test]
    fn the_header_tells_what_separates_cells() {
        assert_eq!(delimiter("a,b;c,d"), b',');
        assert_eq!(delimiter("\na;b;c"), b';');
        assert_eq!(delimiter("a\tb"), b'\t');
        assert_eq!(delimiter("api_key"), b',');
    }
}
