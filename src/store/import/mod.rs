//! Projects on their way in: from an export, a list, a table or an `.env` file, looked at before they are taken.
//!
//! Text becomes an [`ImportPlan`]: what each project would be, what is wrong with it and where, and what becomes of it.
//! [`settle`] says that anew when a decision has changed. Both are pure. `Store::apply` carries a plan out. Secrets in
//! the text stay in the plan, out of sight; the items only name them.

mod document;
mod env;
mod plan;
mod table;

use std::collections::BTreeMap;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::error::StoreError;
use super::projects::{Environment, Project, ProjectId, SecretPlace};
use crate::i18n::Message;
use crate::token::Field;
use crate::vendor::{VENDORS, Vendor};

use plan::Secrets;
pub(super) use plan::plan;
pub use plan::settle;
pub(super) use table::write as table_of;

/// The most bytes of a file: ten thousand projects.
pub const MAX_FILE: u64 = 4 * 1024 * 1024;
/// The most projects of one import: a list that nobody could look through is a mistake.
const MAX_PROJECTS: usize = 2000;

/// How a text says what the projects are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// An export, or a list of tables `[[project]]`.
    Toml,
    /// An export, or a list of objects.
    Json,
    /// A table whose first row names the fields.
    Csv,
    /// `KEY=value`, with the names that the vendors' samples use.
    Env,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Json, Self::Toml, Self::Csv, Self::Env];

    /// Its word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Env => "env",
        }
    }

    /// The format that a file's name tells, or else the look of its text.
    pub fn of(text: &str, file: Option<&str>) -> Self {
        file.and_then(Self::of_name).unwrap_or_else(|| Self::of_text(text))
    }

    fn of_name(file: &str) -> Option<Self> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_lowercase();
        if name == ".env" || name.starts_with(".env.") || name.contains(".env.") {
            return Some(Self::Env);
        }
        match name.rsplit_once('.')?.1 {
            "json" => Some(Self::Json),
            "toml" => Some(Self::Toml),
            "csv" | "tsv" => Some(Self::Csv),
            "env" | "envrc" => Some(Self::Env),
            _ => None,
        }
    }

    fn of_text(text: &str) -> Self {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let Some(first) = lines.next() else { return Self::Toml };
        let is_version =
            |line: &str| line.strip_prefix("version").is_some_and(|rest| rest.trim_start().starts_with('='));
        if first.starts_with("[[") || is_version(first) {
            Self::Toml
        } else if first.starts_with(['{', '[']) {
            Self::Json
        } else if first.contains('=') && lines.any(|line| line.starts_with("[[project")) {
            Self::Toml
        } else if first.contains('=') {
            Self::Env
        } else if first.contains([',', ';', '\t']) {
            Self::Csv
        } else {
            Self::Toml
        }
    }
}

/// Fetches a key that a text only names the file of. The message says why it could not.
pub type KeyFiles<'a> = &'a dyn Fn(&str) -> Result<Zeroizing<String>, Message>;

/// A text that holds projects, and what is known around it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The text; it may hold secrets.
    pub text: &'a str,
    /// How it is to be read; `None` leaves that to [`Format::of`].
    pub format: Option<Format>,
    /// The name of its file, without folders.
    pub file: Option<&'a str>,
    /// The name of the file's folder: the group of the projects of an `.env` file.
    pub folder: Option<&'a str>,
    /// Fetches keys that stand in files of their own.
    pub key_files: KeyFiles<'a>,
}

impl<'a> Source<'a> {
    /// A text of which nothing else is known.
    pub fn text(text: &'a str) -> Self {
        Self {
            text,
            format: None,
            file: None,
            folder: None,
            key_files: &|_| Err(Message::new("import-key-file-away")),
        }
    }
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source")
            .field("format", &self.format)
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}

/// What an import would do, to be looked at before it is done.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// How the text was read.
    pub format: Format,
    /// The projects in their order.
    pub items: Vec<ImportItem>,
    /// Names of the text that say nothing about a project, with their lines.
    pub ignored: Vec<(usize, String)>,
    /// What could not be read, with its line.
    pub faults: Vec<(usize, Message)>,
    /// The secrets of each item, reading by reading.
    secrets: Vec<Vec<Secrets>>,
}

impl ImportPlan {
    /// Whether the text holds any secret.
    pub fn has_secrets(&self) -> bool {
        self.secrets.iter().flatten().any(|secrets| !secrets.is_empty())
    }

    /// The secrets of an item as it is decided.
    pub(super) fn secrets_of(&self, index: usize, item: &ImportItem) -> &[(String, SecretString)] {
        let reading = item.decision.reading.and_then(|reading| self.secrets.get(index)?.get(reading));
        reading.map(Vec::as_slice).unwrap_or_default()
    }
}

/// One project of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportItem {
    /// The project as it would be saved, under the name that it gets. Its `secrets` name those that the text holds.
    pub project: Project,
    /// What becomes of it.
    pub action: ImportAction,
    /// What it can be taken for: one reading where the text says the vendor, or several to choose from.
    pub readings: Vec<Reading>,
    /// What was decided.
    pub decision: Decision,
    /// Where it begins in the text, from 1.
    pub line: usize,
    /// What the text calls its vendor, where there is none of that name.
    word: Option<String>,
    said: Said,
    /// Its id if its own is taken and it is added all the same.
    spare: ProjectId,
}

impl ImportItem {
    /// The reading that was decided on.
    pub fn reading(&self) -> Option<&Reading> {
        self.readings.get(self.decision.reading?)
    }

    /// The project that is there already and is the same one.
    pub fn same(&self) -> Option<&Same> {
        self.reading()?.same.as_ref()
    }

    /// Why it is open whose it is.
    pub fn open(&self) -> Option<Message> {
        if self.reading().is_some() {
            return None;
        }
        let names: Vec<&str> = self.readings.iter().map(|reading| reading.vendor_name.as_str()).collect();
        Some(match &self.word {
            Some(word) => Message::new("import-vendor-unknown").with("given", word),
            None if names.is_empty() => Message::new("import-vendor-none"),
            None => Message::new("import-vendor-open").with("vendors", names.join(", ")),
        })
    }

    /// Decides that it is of this vendor, if it can be.
    pub fn decide_vendor(&mut self, vendor: &str) {
        let at = self.readings.iter().position(|reading| reading.vendor == vendor);
        self.decision.reading = at.or(self.decision.reading);
    }

    /// What is wrong with it, as it is decided.
    pub fn problems(&self) -> &[ImportProblem] {
        self.reading().map(|reading| reading.problems.as_slice()).unwrap_or_default()
    }

    /// Whether it can be taken, if so decided.
    pub fn can_be_taken(&self) -> bool {
        self.reading().is_some_and(|reading| !reading.problems.iter().any(|problem| problem.blocks))
    }

    /// Says where its secrets will be: in the place that was chosen, or that of the project it changes; or, without one,
    /// that they stay behind.
    pub(super) fn keep_secrets(&mut self, present: &[Project], place: Option<SecretPlace>) {
        let before = present.iter().find(|project| project.id == self.project.id);
        match (place, before) {
            (None, before) => {
                self.project.secrets = before.map(|before| before.secrets.clone()).unwrap_or_default();
            }
            (Some(place), None) if !self.project.secrets.is_empty() => self.project.place = place,
            (Some(_), _) => {}
        }
    }

    /// Whether anything is saved for it.
    pub fn is_taken(&self) -> bool {
        !matches!(self.action, ImportAction::Skip | ImportAction::Refuse)
    }
}

/// What the text itself says about a project. A reading adds what depends on the vendor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Said {
    id: Option<ProjectId>,
    name: Option<String>,
    /// What tells it from others of its vendor, where it has no name.
    label: Option<String>,
    environment: Option<Environment>,
    group: Option<String>,
    place: SecretPlace,
}

/// A project read as one vendor's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The vendor's id.
    pub vendor: String,
    /// Its name for people.
    pub vendor_name: String,
    /// The public credentials.
    pub credentials: BTreeMap<String, String>,
    /// The keys of the secrets that the text holds.
    pub secrets: Vec<String>,
    /// What is wrong, in the order of the fields.
    pub problems: Vec<ImportProblem>,
    /// The project that is there already and is the same one.
    pub same: Option<Same>,
}

/// One thing wrong with a project of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    /// The line, from 1.
    pub line: usize,
    /// The field's key, or another name of the text.
    pub key: String,
    /// What is wrong.
    pub message: Message,
    /// It cannot be taken like this.
    pub blocks: bool,
}

/// A project that is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Same {
    /// Its id.
    pub id: ProjectId,
    /// Its name.
    pub name: String,
}

/// What is to become of a project of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Take {
    /// It is added, unless it is there already.
    #[default]
    Usual,
    /// It is left out.
    Leave,
    /// It is added, under another name if need be.
    Add,
    /// It changes the one that is there; where there is none it is added.
    Replace,
}

/// What was decided about a project of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Decision {
    /// Whether and how it is taken.
    pub take: Take,
    /// Which of its readings; none where that is open.
    pub reading: Option<usize>,
}

/// What an import does with one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportAction {
    /// It is added as it is.
    Add,
    /// It is added under another name, because its own is taken: this one.
    Rename {
        /// The name that it has in the import.
        from: String,
    },
    /// It changes the project that is there.
    Replace {
        /// The name of that one.
        name: String,
    },
    /// It is left out, because it is there already or because that was decided. What is there is not touched.
    Skip,
    /// It cannot be taken: a value is wrong, or nobody has said whose it is.
    Refuse,
}

impl ImportAction {
    /// Its word in JSON, and in text ids.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Rename { .. } => "rename",
            Self::Replace { .. } => "replace",
            Self::Skip => "skip",
            Self::Refuse => "refuse",
        }
    }
}

/// A project as the text has it, before it is known whose it is.
#[derive(Default)]
struct Incoming {
    line: usize,
    said: Said,
    /// The vendor that the text names.
    vendor: Option<String>,
    /// Those that it may be of where it names none; empty for all that fit.
    candidates: Vec<&'static Vendor>,
    values: Vec<Value>,
    problems: Vec<ImportProblem>,
    /// From an export of ours: taken as it is, whatever this program makes of it.
    exported: bool,
}

impl Incoming {
    fn problem(&mut self, line: usize, key: &str, message: Message, blocks: bool) {
        self.problems.push(ImportProblem {
            line,
            key: crate::token::visible::one_line(key),
            message,
            blocks,
        });
    }
}

/// One value of a project. It may be a secret.
struct Value {
    key: String,
    text: Zeroizing<String>,
    line: usize,
    /// The text itself calls it a secret.
    secret: bool,
}

/// What reading a text gave.
#[derive(Default)]
struct Found {
    projects: Vec<Incoming>,
    ignored: Vec<(usize, String)>,
    faults: Vec<(usize, Message)>,
}

/// Every project in the text.
fn read(source: &Source<'_>, format: Format) -> Result<Found, StoreError> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let found = match format {
        Format::Toml => document::toml(text)?,
        Format::Json => document::json(text)?,
        Format::Csv => table::read(text)?,
        Format::Env => env::read(text, source),
    };
    if found.projects.len() > MAX_PROJECTS {
        let message = Message::new("import-too-many").with("limit", MAX_PROJECTS.to_string());
        return Err(StoreError::ImportRefused { message });
    }
    Ok(found)
}

/// Words for an environment, in file names, in names of variables and in tables.
const ENVIRONMENTS: &[(&str, Environment)] = &[
    ("dev", Environment::Dev),
    ("development", Environment::Dev),
    ("local", Environment::Dev),
    ("test", Environment::Dev),
    ("testing", Environment::Dev),
    ("sandbox", Environment::Dev),
    ("stg", Environment::Stg),
    ("stage", Environment::Stg),
    ("staging", Environment::Stg),
    ("uat", Environment::Stg),
    ("qa", Environment::Stg),
    ("preprod", Environment::Stg),
    ("preview", Environment::Stg),
    ("prod", Environment::Prod),
    ("production", Environment::Prod),
    ("live", Environment::Prod),
];

/// The environment that a word names.
fn environment(word: &str) -> Option<Environment> {
    let known = ENVIRONMENTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    known.map(|(_, environment)| *environment)
}

/// The vendor that a word names, by id or by name.
fn vendor_named(word: &str) -> Option<&'static Vendor> {
    let word = word.trim();
    let is = |vendor: &&&Vendor| {
        vendor.id.eq_ignore_ascii_case(word) || vendor.name.to_lowercase() == word.to_lowercase()
    };
    VENDORS.iter().filter(|vendor| vendor.has_projects()).find(is).copied()
}

/// Every credential field of every vendor.
fn fields() -> impl Iterator<Item = (&'static Vendor, &'static Field)> {
    VENDORS.iter().flat_map(|vendor| vendor.credentials.iter().map(move |field| (*vendor, field)))
}

/// Where each line begins, to find the line of a byte without counting from the start each time.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line of a byte, from 1.
    fn of(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}
