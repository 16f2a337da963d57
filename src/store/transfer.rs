//! Projects on their way to another machine or person: never with their secrets.

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::file::{self, Fault, FileState as _};
use super::projects::{Project, ProjectsFile, Record, same_name};

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
    /// It is left out: a project with its id is there already, and is not touched.
    Skip,
}

/// One project of an import, as it would be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportItem {
    /// The project, under the name that it gets, without secrets.
    pub project: Project,
    /// What becomes of it.
    pub action: ImportAction,
}

/// What an import would do, to be looked at before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// The projects in their order.
    pub items: Vec<ImportItem>,
    pub(super) incoming: Vec<Project>,
}

/// The projects in JSON: the same keys as in TOML.
#[derive(Serialize, Deserialize)]
struct Json {
    version: u32,
    #[serde(default, rename = "project")]
    projects: Vec<Record>,
}

/// The projects as TOML. What the file holds beyond what we know is left out: nobody can say what it is.
pub(super) fn to_toml(projects: &[Project]) -> Result<String, StoreError> {
    let mut file = ProjectsFile::default();
    file.projects = projects.iter().cloned().map(Record::from).collect();
    file::print(&file).map_err(|reason| StoreError::Import { line: 1, reason })
}

/// The projects as JSON.
pub(super) fn to_json(projects: &[Project]) -> Result<String, StoreError> {
    let projects = projects.iter().cloned().map(Record::from).collect();
    let json = Json { version: ProjectsFile::VERSION, projects };
    serde_json::to_string_pretty(&json)
        .map_err(|error| StoreError::Import { line: error.line(), reason: error.to_string() })
}

/// The projects in a text that one of the above made. Their secrets stayed behind, so they name none.
pub(super) fn from_text(text: &str) -> Result<Vec<Project>, StoreError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let records = if text.trim_start().starts_with('{') { from_json(text)? } else { from_toml(text)? };
    Ok(records
        .iter()
        .map(|record| {
            let mut project = record.project();
            project.secrets.clear();
            project.demo = false;
            project
        })
        .collect())
}

fn from_toml(text: &str) -> Result<Vec<Record>, StoreError> {
    match file::parse::<ProjectsFile>(text) {
        Ok(file) => Ok(file.projects),
        Err(Fault::Damaged { line, reason }) => Err(StoreError::Import { line, reason }),
        Err(Fault::Newer { version }) => {
            Err(StoreError::ImportNewer { version, known: ProjectsFile::VERSION })
        }
    }
}

fn from_json(text: &str) -> Result<Vec<Record>, StoreError> {
    #[derive(Deserialize)]
    struct Header {
        version: i64,
    }
    let fault = |error: &serde_json::Error| StoreError::Import {
        line: error.line().max(1),
        reason: file::without_quotes(&error.to_string()),
    };
    let header: Header = serde_json::from_str(text).map_err(|error| fault(&error))?;
    if header.version > i64::from(ProjectsFile::VERSION) {
        return Err(StoreError::ImportNewer { version: header.version, known: ProjectsFile::VERSION });
    }
    serde_json::from_str::<Json>(text).map(|json| json.projects).map_err(|error| fault(&error))
}

/// What becomes of each project, given those that are there.
pub(super) fn plan(incoming: &[Project], present: &[Project]) -> Vec<ImportItem> {
    let mut all = present.to_vec();
    let mut items = Vec::with_capacity(incoming.len());
    for project in incoming {
        let mut project = project.clone();
        let action = if all.iter().any(|other| other.id == project.id) {
            ImportAction::Skip
        } else {
            let name = free_name(&project.name, &all);
            let action = if name == project.name {
                ImportAction::Add
            } else {
                ImportAction::Rename { from: project.name.clone() }
            };
            project.name = name;
            all.push(project.clone());
            action
        };
        items.push(ImportItem { project, action });
    }
    items
}

/// The name itself, or with the first number behind it that makes it free.
fn free_name(name: &str, present: &[Project]) -> String {
    let is_free = |name: &str| !present.iter().any(|other| same_name(&other.name, name));
    if is_free(name) {
        return name.to_owned();
    }
    // One more candidate than there are projects: one of them is free.
    (2..)
        .take(present.len() + 1)
        .map(|number| format!("{name} ({number})"))
        .find(|name| is_free(name))
        .unwrap_or_default()
}
