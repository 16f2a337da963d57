//! Projects in JSON and TOML: an export of ours, or a plain list of objects with the keys of a project and of its
//! vendor's fields.

use serde::de::IgnoredAny;
use toml::de::{DeTable, DeValue};
use zeroize::Zeroizing;

use super::super::error::StoreError;
use super::super::projects::SecretPlace;
use super::super::{file, transfer};
use super::{Found, Incoming, Lines, Value, environment};
use crate::i18n::Message;
use crate::token::visible;

/// A value with the line of each name in it. Both formats come down to it.
enum Node {
    Text(Zeroizing<String>),
    List(Vec<Node>),
    Table(Vec<Pair>),
    Nothing,
}

struct Pair {
    key: String,
    line: usize,
    node: Node,
}

/// The projects of a TOML text.
pub(super) fn toml(text: &str) -> Result<Found, StoreError> {
    let parsed = DeTable::parse(text);
    let has = |key: &str| parsed.as_ref().is_ok_and(|table| table.get_ref().contains_key(key));
    let plain = !has("version") && (has("project") || has("projects"));
    if !plain {
        transfer::check_toml(text)?;
    }
    let table = parsed.map_err(|error| StoreError::Import {
        line: error.span().map_or(1, |span| file::line_of(text.as_bytes(), span.start)),
        reason: file::without_quotes(error.message()),
    })?;
    let root = Node::Table(from_toml(table.into_inner(), &Lines::new(text)));
    projects(root, !plain)
}

fn from_toml(table: DeTable<'_>, lines: &Lines) -> Vec<Pair> {
    let pairs = table.into_iter().map(|(key, value)| Pair {
        line: lines.of(key.span().start),
        key: key.into_inner().into_owned(),
        node: toml_node(value.into_inner(), lines),
    });
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_key(|pair| pair.line);
    pairs
}

fn toml_node(value: DeValue<'_>, lines: &Lines) -> Node {
    let text = |text: String| Node::Text(Zeroizing::new(text));
    match value {
        DeValue::String(value) => text(value.into_owned()),
        DeValue::Integer(value) => text(value.as_str().to_owned()),
        DeValue::Float(value) => text(value.as_str().to_owned()),
        DeValue::Boolean(value) => text(value.to_string()),
        DeValue::Datetime(value) => text(value.to_string()),
        DeValue::Array(values) => {
            Node::List(values.into_iter().map(|value| toml_node(value.into_inner(), lines)).collect())
        }
        DeValue::Table(table) => Node::Table(from_toml(table, lines)),
    }
}

/// The projects of a JSON text.
pub(super) fn json(text: &str) -> Result<Found, StoreError> {
    // What is no JSON is told by the real parser. The walk below then meets nothing that it could trip over.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| StoreError::Import {
        line: error.line().max(1),
        reason: file::without_quotes(&error.to_string()),
    })?;
    let mut walk = Walk { text, at: 0, depth: 0, deepest: None, lines: Lines::new(text) };
    let root = walk.node();
    if let Some(line) = walk.deepest {
        return Err(StoreError::Import { line, reason: "nested too deeply".to_owned() });
    }
    let exported = matches!(&root, Node::Table(pairs) if pairs.iter().any(|pair| pair.key == "version"));
    if exported {
        transfer::check_json(text)?;
    }
    projects(root, exported)
}

/// Walks through JSON that is known to be right, and notes the line of each name. serde_json tells no places.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// The line at which it was given up, because it went deeper than any list of projects does.
    deepest: Option<usize>,
    lines: Lines,
}

impl Walk<'_> {
    fn node(&mut self) -> Node {
        const DEEPEST: usize = 16;
        if self.depth == DEEPEST {
            self.deepest = Some(self.lines.of(self.at));
            self.at = self.text.len();
        }
        self.depth += 1;
        let node = self.any();
        self.depth -= 1;
        node
    }

    fn any(&mut self) -> Node {
        match self.next() {
            Some(b'{') => {
                let mut pairs = Vec::new();
                self.at += 1;
                while self.next() == Some(b'"') {
                    let line = self.lines.of(self.at);
                    let key = self.string().to_string();
                    // The colon.
                    self.next();
                    self.at += 1;
                    pairs.push(Pair { key, line, node: self.node() });
                    self.skip_comma();
                }
                self.at += 1;
                Node::Table(pairs)
            }
            Some(b'[') => {
                let mut list = Vec::new();
                self.at += 1;
                while self.next().is_some_and(|byte| byte != b']') {
                    list.push(self.node());
                    self.skip_comma();
                }
                self.at += 1;
                Node::List(list)
            }
            Some(b'"') => Node::Text(self.string()),
            _ => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                let end = rest.find([',', ']', '}', ' ', '\t', '\r', '\n']).unwrap_or(rest.len());
                self.at += end.max(1);
                match rest.get(..end).unwrap_or_default() {
                    "" | "null" => Node::Nothing,
                    word => Node::Text(Zeroizing::new(word.to_owned())),
                }
            }
        }
    }

    /// The next byte that is no blank.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_comma(&mut self) {
        if self.next() == Some(b',') {
            self.at += 1;
        }
    }

    /// The string that begins here.
    fn string(&mut self) -> Zeroizing<String> {
        let begin = self.at;
        let mut escaped = false;
        for byte in self.text.as_bytes().get(begin + 1..).unwrap_or_default() {
            self.at += 1;
            if *byte == b'"' && !escaped {
                break;
            }
            escaped = *byte == b'\\' && !escaped;
        }
        self.at += 1;
        let quoted = self.text.get(begin..self.at).unwrap_or_default();
        Zeroizing::new(serde_json::from_str(quoted).unwrap_or_default())
    }
}

/// The list of projects, wherever it stands.
fn projects(root: Node, exported: bool) -> Result<Found, StoreError> {
    let mut found = Found::default();
    let list = match root {
        Node::List(list) => list,
        Node::Table(pairs) => {
            let listed = pairs.iter().any(|pair| matches!(pair.key.as_str(), "project" | "projects"));
            if listed {
                let lists =
                    pairs.into_iter().filter(|pair| matches!(pair.key.as_str(), "project" | "projects"));
                lists
                    .flat_map(|pair| match pair.node {
                        Node::List(list) => list,
                        one => vec![one],
                    })
                    .collect()
            } else if exported {
                Vec::new()
            } else {
                vec![Node::Table(pairs)]
            }
        }
        Node::Text(_) | Node::Nothing => Vec::new(),
    };
    for node in list {
        let Node::Table(pairs) = node else {
            return Err(StoreError::ImportRefused { message: Message::new("import-no-list") });
        };
        found.projects.push(project(pairs, exported)?);
    }
    Ok(found)
}

fn project(pairs: Vec<Pair>, exported: bool) -> Result<Incoming, StoreError> {
    let line = pairs.first().map_or(1, |pair| pair.line);
    let mut incoming = Incoming { line, exported, ..Incoming::default() };
    for Pair { key, line, node } in pairs {
        match (key.as_str(), node) {
            ("id", Node::Text(id)) => incoming.said.id = id.parse().ok(),
            ("name", Node::Text(name)) => {
                incoming.said.name = Some(super::plan::name(&name)?);
            }
            ("vendor", Node::Text(vendor)) => incoming.vendor = Some(vendor.to_string()),
            ("environment", Node::Text(word)) => {
                incoming.said.environment = environment(&word);
                if incoming.said.environment.is_none() && !word.trim().is_empty() {
                    let message = Message::new("import-environment").with("given", visible::one_line(&word));
                    incoming.problem(line, "environment", message, false);
                }
            }
            ("group", Node::Text(group)) => incoming.said.group = Some(group.to_string()),
            ("place", Node::Text(place)) => {
                incoming.said.place =
                    if *place == "this-run" { SecretPlace::ThisRun } else { SecretPlace::Keychain };
            }
            ("credentials" | "secrets", Node::Table(pairs)) => {
                let secret = key == "secrets";
                for Pair { key, line, node } in pairs {
                    if let Node::Text(text) = node {
                        incoming.values.push(Value { key, text, line, secret });
                    }
                }
            }
            // The names of secrets that stayed behind; what is null is not given.
            ("secrets", Node::List(_)) | (_, Node::Nothing) => {}
            (_, Node::Text(text)) if !exported => {
                incoming.values.push(Value { key, text, line, secret: false });
            }
            _ if exported => {}
            _ => incoming.problem(line, &key, Message::new("import-no-text"), true),
        }
    }
    Ok(incoming)
}
