//! Projects on their way to another machine or person: with their secrets only under a passphrase.

use std::collections::BTreeMap;
use std::io;

use secrecy::{ExposeSecret as _, SecretString};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::error::{SealedError, StoreError};
use super::file::{self, Fault, FileState as _};
use super::passphrase;
use super::projects::{Environment, Project, ProjectId, ProjectsFile, Record, SecretPlace};
use crate::codec::charset;

/// The projects in JSON: the same keys as in TOML.
#[derive(Serialize)]
struct Json<P> {
    version: u32,
    #[serde(rename = "project")]
    projects: Vec<P>,
}

/// A project with its secrets, on its way under a passphrase.
#[derive(Serialize)]
struct Whole<'a> {
    id: &'a ProjectId,
    name: &'a str,
    vendor: &'a str,
    environment: Environment,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    place: SecretPlace,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    demo: bool,
    secrets: BTreeMap<&'a str, &'a str>,
    credentials: &'a BTreeMap<String, String>,
}

/// A project with what was found of its secrets.
pub(super) type WithSecrets = (Project, BTreeMap<String, SecretString>);

/// Projects and their secrets under a passphrase: the bytes of a file of age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedExport {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many projects are in it.
    pub projects: usize,
    /// How many secrets are in it.
    pub secrets: usize,
    /// The projects that have secrets which are not in it: kept elsewhere, or gone.
    pub without: Vec<String>,
}

/// The projects and their secrets under a passphrase.
pub(super) fn seal(
    projects: &[WithSecrets],
    passphrase: &SecretString,
    work: u8,
) -> Result<SealedExport, StoreError> {
    if passphrase.expose_secret().is_empty() {
        return Err(SealedError::Empty.into());
    }
    let json = Json { version: ProjectsFile::VERSION, projects: projects.iter().map(whole).collect() };
    let failed = |reason: String| SealedError::Failed { reason };
    // Its length first: a buffer that grows leaves copies behind that are never wiped.
    let mut length = Length(0);
    serde_json::to_writer_pretty(&mut length, &json).map_err(|error| failed(error.to_string()))?;
    let mut plain = Zeroizing::new(Vec::with_capacity(length.0));
    serde_json::to_writer_pretty(&mut *plain, &json).map_err(|error| failed(error.to_string()))?;
    let bytes = passphrase::seal(&plain, passphrase, work).map_err(|error| failed(error.to_string()))?;
    let lacks = |(project, secrets): &&WithSecrets| secrets.len() < project.secrets.len();
    Ok(SealedExport {
        bytes,
        projects: projects.len(),
        secrets: projects.iter().map(|(_, secrets)| secrets.len()).sum(),
        without: projects.iter().filter(lacks).map(|(project, _)| project.name.clone()).collect(),
    })
}

fn whole((project, secrets): &WithSecrets) -> Whole<'_> {
    Whole {
        id: &project.id,
        name: &project.name,
        vendor: &project.vendor,
        environment: project.environment,
        group: project.group.as_deref(),
        place: project.place,
        demo: project.demo,
        secrets: secrets.iter().map(|(key, secret)| (key.as_str(), secret.expose_secret())).collect(),
        credentials: &project.credentials,
    }
}

/// The text in a file of age.
///
/// # Errors
///
/// If the passphrase is empty or another one, or the file was cut or changed.
pub fn unseal(bytes: &[u8], passphrase: &SecretString) -> Result<Zeroizing<String>, SealedError> {
    if passphrase.expose_secret().is_empty() {
        return Err(SealedError::Empty);
    }
    let plain = passphrase::open(bytes, passphrase).map_err(|fault| match fault {
        passphrase::Fault::Wrong => SealedError::Wrong,
        passphrase::Fault::Damaged(reason) => SealedError::Damaged { reason },
    })?;
    charset::read(&plain)
        .map_err(|_error| SealedError::Damaged { reason: "what is inside is not text".to_owned() })
}

/// Counts what is written.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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
    serde_json::from_str::<Looked>(text).map(drop).map_err(|error| fault(&error))?;
    Ok(())
}

/// An export in JSON, looked at without taking a secret out of its text: what is taken here is not wiped.
#[derive(Deserialize)]
#[expect(dead_code, reason = "only whether it can be read counts")]
struct Looked {
    #[serde(default)]
    project: Vec<LookedAt>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only whether it can be read counts")]
struct LookedAt {
    id: ProjectId,
    name: String,
    vendor: String,
    #[serde(default)]
    environment: Environment,
    #[serde(default)]
    group: Option<String>,
    #[serde(default)]
    place: SecretPlace,
    /// Their names; or, from under a passphrase, they themselves.
    #[serde(default)]
    secrets: IgnoredAny,
    #[serde(default)]
    credentials: BTreeMap<String, String>,
}
