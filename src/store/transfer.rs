//! Projects on their way to another machine or person: never with their secrets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::file::{self, Fault, FileState as _};
use super::projects::{Project, ProjectsFile, Record};

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
    file.projects = projects.iter().map(record).collect();
    file::print(&file).map_err(|reason| StoreError::Import { line: 1, reason })
}

/// A project without the references to its secrets: they name files and programs of this machine.
fn record(project: &Project) -> Record {
    Record::from(Project { references: BTreeMap::new(), ..project.clone() })
}

/// The projects as JSON.
pub(super) fn to_json(projects: &[Project]) -> Result<String, StoreError> {
    let projects = projects.iter().map(record).collect();
    let json = Json { version: ProjectsFile::VERSION, projects };
    serde_json::to_string_pretty(&json)
        .map_err(|error| StoreError::Import { line: error.line(), reason: error.to_string() })
}

/// Whether a text is an export of ours in TOML.
pub(super) fn check_toml(text: &str) -> Result<(), StoreError> {
    match file::parse::<ProjectsFile>(text) {
        Ok(_) => Ok(()),
        Err(Fault::Damaged { line, reason }) => Err(StoreError::Import { line, reason }),
        Err(Fault::Newer { version }) => {
            Err(StoreError::ImportNewer { version, known: ProjectsFile::VERSION })
        }
    }
}

/// Whether a text is an export of ours in JSON.
pub(super) fn check_json(text: &str) -> Result<(), StoreError> {
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
    serde_json::from_str::<Json>(text).map(drop).map_err(|error| fault(&error))
}
