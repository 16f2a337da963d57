//! Projects: sets of credentials of one vendor, and the file that keeps them. No secret is ever in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use rand::Rng;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::external::Reference;
use super::file::{self, FileState};

/// The name of a project for programs: `p` and twelve hexadecimal digits. Never changes, never used again.
///
/// The keychain's entries are named after it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProjectId(String);

/// A text that is no [`ProjectId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a project's id is `p` and twelve digits or letters from a to f")]
pub struct NotAnId;

impl ProjectId {
    const DIGITS: usize = 12;

    /// A new id.
    pub fn random(random: &mut dyn Rng) -> Self {
        let digits = random.next_u64() >> (64 - 4 * Self::DIGITS);
        Self(format!("p{digits:012x}"))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ProjectId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for ProjectId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let digits = text.strip_prefix('p').ok_or(NotAnId)?;
        if digits.len() == Self::DIGITS && digits.bytes().all(is_digit) {
            Ok(Self(text))
        } else {
            Err(NotAnId)
        }
    }
}

impl From<ProjectId> for String {
    fn from(id: ProjectId) -> Self {
        id.0
    }
}

/// How much it matters if something goes wrong with a project.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    /// For trying things out.
    #[default]
    Dev,
    /// Staging.
    Stg,
    /// Production.
    Prod,
}

/// A text that is no [`Environment`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an environment is one of dev, stg, prod")]
pub struct NotAnEnvironment;

impl Environment {
    /// All of them, the harmless first.
    pub const ALL: [Self; 3] = [Self::Dev, Self::Stg, Self::Prod];

    /// The word for it in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Stg => "stg",
            Self::Prod => "prod",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Environment {
    type Err = NotAnEnvironment;

    fn from_str(text: &str) -> Result<Self, NotAnEnvironment> {
        Self::ALL.into_iter().find(|environment| environment.as_str() == text).ok_or(NotAnEnvironment)
    }
}

/// Where the secrets of a project are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecretPlace {
    /// In the operating system's keychain.
    #[default]
    Keychain,
    /// In the vault: one encrypted file under a passphrase.
    Vault,
    /// Elsewhere: the project holds references to where they are, and they are read at use.
    External,
    /// In memory until the program ends.
    ThisRun,
}

impl SecretPlace {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Keychain, Self::Vault, Self::External, Self::ThisRun];

    /// The word for it in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Keychain => "keychain",
            Self::Vault => "vault",
            Self::External => "external",
            Self::ThisRun => "this-run",
        }
    }

    /// Whether Tokendesk puts secrets there and takes them away again.
    pub(super) fn is_ours(self) -> bool {
        self != Self::External
    }
}

/// A text that is no [`SecretPlace`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a place for secrets is one of keychain, vault, external, this-run")]
pub struct NotAPlace;

impl FromStr for SecretPlace {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        Self::ALL.into_iter().find(|place| place.as_str() == text).ok_or(NotAPlace)
    }
}

/// A saved set of credentials of one vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its name for programs.
    pub id: ProjectId,
    /// Its name for people: trimmed, not empty, unique ignoring case.
    pub name: String,
    /// The id of the vendor. Not checked here: a file may name one that this program does not know.
    pub vendor: String,
    /// How much is at stake.
    pub environment: Environment,
    /// The heading under which it is listed.
    pub group: Option<String>,
    /// The credentials that are public: field key to value.
    pub credentials: BTreeMap<String, String>,
    /// The keys of the secret fields that have been given, never their values. A secret may be absent all the same:
    /// its place was [`SecretPlace::ThisRun`] and that run is over, or somebody removed it from the keychain.
    pub secrets: BTreeSet<String>,
    /// Where the secrets are kept.
    pub place: SecretPlace,
    /// Where each secret is, by field key: for [`SecretPlace::External`] alone.
    pub references: BTreeMap<String, Reference>,
    /// It is the demo, with invented credentials: made by one press, and removed by one.
    pub demo: bool,
}

impl Project {
    /// What a person can change about it.
    pub fn draft(&self) -> Draft {
        Draft {
            name: self.name.clone(),
            vendor: self.vendor.clone(),
            environment: self.environment,
            group: self.group.clone(),
            credentials: self.credentials.clone(),
            place: self.place,
            references: self.references.clone(),
            demo: self.demo,
        }
    }

    /// The keys of secrets that the project names and `found` does not hold: they have to be entered again.
    pub fn absent<'a>(&'a self, found: &BTreeMap<String, SecretString>) -> Vec<&'a str> {
        self.secrets.iter().filter(|key| !found.contains_key(*key)).map(String::as_str).collect()
    }

    /// What the keychain's own window calls an entry of this project.
    pub(super) fn label(name: &str) -> String {
        format!("Tokendesk: {name}")
    }
}

/// What a person can say about a project, secrets apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// See [`Project::name`]; trimmed when saved.
    pub name: String,
    /// See [`Project::vendor`].
    pub vendor: String,
    /// See [`Project::environment`].
    pub environment: Environment,
    /// See [`Project::group`]; trimmed when saved, an empty one is none.
    pub group: Option<String>,
    /// See [`Project::credentials`].
    pub credentials: BTreeMap<String, String>,
    /// See [`Project::place`].
    pub place: SecretPlace,
    /// See [`Project::references`]; dropped when saved with another place.
    pub references: BTreeMap<String, Reference>,
    /// See [`Project::demo`]. What a person has changed is no demo any more.
    pub demo: bool,
}

impl Draft {
    /// The same with the blanks around its names taken off, and without references that its place does not use.
    pub(super) fn trimmed(mut self) -> Self {
        if self.place != SecretPlace::External {
            self.references.clear();
        }
        self.name = self.name.trim().to_owned();
        self.group = self.group.map(|group| group.trim().to_owned()).filter(|group| !group.is_empty());
        self
    }

    /// What one person has made of `seen`, on top of what another has made of it since: each attribute that only one
    /// of them has changed is as that one has it. `None` if both have changed one, and not to the same.
    pub(super) fn onto(self, seen: &Self, now: &Self) -> Option<Self> {
        fn merged<T: PartialEq + Clone>(mine: T, seen: &T, now: &T) -> Option<T> {
            if mine == *now || seen == now {
                Some(mine)
            } else if mine == *seen {
                Some(now.clone())
            } else {
                None
            }
        }
        let Self { name, vendor, environment, group, credentials, place, references, demo } = self;
        let keys: BTreeSet<_> = credentials.keys().chain(now.credentials.keys()).cloned().collect();
        let mut together = BTreeMap::new();
        for key in keys {
            let value = |of: &BTreeMap<String, String>| of.get(&key).cloned();
            let (mine, seen, now) = (value(&credentials), value(&seen.credentials), value(&now.credentials));
            if let Some(value) = merged(mine, &seen, &now)? {
                together.insert(key, value);
            }
        }
        Some(Self {
            name: merged(name, &seen.name, &now.name)?,
            vendor: merged(vendor, &seen.vendor, &now.vendor)?,
            environment: merged(environment, &seen.environment, &now.environment)?,
            group: merged(group, &seen.group, &now.group)?,
            credentials: together,
            place: merged(place, &seen.place, &now.place)?,
            references: merged(references, &seen.references, &now.references)?,
            demo: merged(demo, &seen.demo, &now.demo)?,
        })
    }

    pub(super) fn with_id(self, id: ProjectId, secrets: BTreeSet<String>) -> Project {
        let Self { name, vendor, environment, group, credentials, place, references, demo } = self;
        Project { id, name, vendor, environment, group, credentials, secrets, place, references, demo }
    }
}

/// The file `projects.toml`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ProjectsFile {
    version: u32,
    #[serde(default, rename = "project", skip_serializing_if = "Vec::is_empty")]
    pub(super) projects: Vec<Record>,
    #[serde(flatten)]
    unknown: toml::Table,
}

impl Default for ProjectsFile {
    fn default() -> Self {
        Self { version: Self::VERSION, projects: Vec::new(), unknown: toml::Table::new() }
    }
}

impl FileState for ProjectsFile {
    const VERSION: u32 = 1;
    const HEADER: &'static str =
        "# The projects of Tokendesk. Secrets are not in this file: `secrets` only names them.";
    const BACKUPS: usize = 5;

    /// Two projects of one id would share their secrets, and removing one would take them from the other.
    fn fault(&self, text: &str) -> Option<(usize, String)> {
        let mut seen = BTreeSet::new();
        let twice = self.projects.iter().map(|record| &record.id).find(|id| !seen.insert(*id))?;
        let at = text.rfind(twice.as_str()).unwrap_or_default();
        Some((file::line_of(text.as_bytes(), at), format!("a second project with the id {twice}")))
    }
}

/// A project as the file has it. What this program does not know is kept. Tables last, so that a block reads from the
/// short to the long.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) id: ProjectId,
    pub(super) name: String,
    vendor: String,
    #[serde(default)]
    environment: Environment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(default)]
    place: SecretPlace,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    demo: bool,
    #[serde(default)]
    secrets: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    references: BTreeMap<String, Reference>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    credentials: BTreeMap<String, String>,
    #[serde(flatten)]
    unknown: toml::Table,
}

impl Record {
    pub(super) fn project(&self) -> Project {
        let Self {
            id,
            name,
            vendor,
            environment,
            group,
            place,
            demo,
            secrets,
            references,
            credentials,
            unknown: _,
        } = self.clone();
        // What is kept elsewhere is what has a reference, whoever wrote it into the file.
        let secrets =
            if place == SecretPlace::External { references.keys().cloned().collect() } else { secrets };
        Project { id, name, vendor, environment, group, credentials, secrets, place, references, demo }
    }

    /// Takes over everything that a [`Project`] says and keeps the rest.
    pub(super) fn set(&mut self, project: Project) {
        let unknown = std::mem::take(&mut self.unknown);
        *self = Self { unknown, ..Self::from(project) };
    }
}

impl From<Project> for Record {
    fn from(project: Project) -> Self {
        let Project { id, name, vendor, environment, group, credentials, secrets, place, references, demo } =
            project;
        let unknown = toml::Table::new();
        Self { id, name, vendor, environment, group, place, demo, secrets, references, credentials, unknown }
    }
}

/// Whether two names are the same to a person.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::file::{parse, print};
    use super::*;

    fn project() -> Project {
        Draft {
            name: "Demo".to_owned(),
            vendor: "opentok".to_owned(),
            environment: Environment::Stg,
            group: Some("Video".to_owned()),
            credentials: BTreeMap::from([("api_key".to_owned(), "46123".to_owned())]),
            place: SecretPlace::ThisRun,
            references: BTreeMap::new(),
            demo: false,
        }
        .with_id("p0123456789ab".parse().expect("an id"), BTreeSet::from(["api_secret".to_owned()]))
    }

    #[test]
    fn ids_are_well_formed_and_differ() {
        let mut random = crate::host::random::system();
        let (one, other) = (ProjectId::random(&mut random), ProjectId::random(&mut random));
        assert_ne!(one, other);
        assert_eq!(one.as_str().parse(), Ok(one.clone()));
        for wrong in
            ["", "p", "p0123456789a", "p0123456789abc", "p0123456789aB", "q0123456789ab", "p0123456789/b"]
        {
            assert_eq!(wrong.parse::<ProjectId>(), Err(NotAnId), "{wrong}");
        }
    }

    #[test]
    fn environments_are_words() {
        for environment in Environment::ALL {
            assert_eq!(environment.to_string().parse(), Ok(environment));
        }
        assert_eq!("production".parse::<Environment>(), Err(NotAnEnvironment));
        assert_eq!(format!("{:<5}|", Environment::Dev), "dev  |");
    }

    #[test]
    fn the_file_reads_well_and_comes_back() {
        let file = ProjectsFile { projects: vec![project().into()], ..ProjectsFile::default() };
        let text = print(&file).expect("printed");
        assert_eq!(
            text,
            r#"# The projects of Tokendesk. Secrets are not in this file: `secrets` only names them.
version = 1

[[project]]
id = "p0123456789ab"
name = "Demo"
vendor = "opentok"
environment = "stg"
group = "Video"
place = "this-run"
secrets = ["api_secret"]

[project.credentials]
api_key = "46123"
"#
        );
        let back: ProjectsFile = parse(&text).expect("parsed");
        assert_eq!(back.projects.iter().map(Record::project).collect::<Vec<_>>(), [project()]);
    }

    #[test]
    fn what_is_unknown_in_a_project_survives_a_change() {
        let text = "version = 1\nlater = true\n\n[[project]]\nid = \"p0123456789ab\"\nname = \"Demo\"\nvendor = \"x\"\ncolour = \"red\"\n\n[project.a]\nb = 1\n\n[project.credentials]\nc = \"d\"\n\n[project.z]\ny = 2\n";
        let mut file: ProjectsFile = parse(text).expect("parsed");
        file.projects[0].set(project());
        let printed = print(&file).expect("printed");
        let table: toml::Table = toml::from_str(&printed).expect("a table");
        assert_eq!(table["later"].as_bool(), Some(true));
        let record = &table["project"][0];
        assert_eq!(record["colour"].as_str(), Some("red"));
        assert_eq!(record["a"]["b"].as_integer(), Some(1));
        assert_eq!(record["z"]["y"].as_integer(), Some(2));
        assert_eq!(record["name"].as_str(), Some("Demo"));
        assert_eq!(record["credentials"]["api_key"].as_str(), Some("46123"));
    }

    #[test]
    fn a_fault_in_a_project_has_its_line() {
        let text = "version = 1\n\n[[project]]\nid = \"p0123456789ab\"\nname = \"Demo\"\nvendor = 7\n";
        let fault = parse::<ProjectsFile>(text).expect_err("refused");
        assert!(format!("{fault:?}").contains("line: 6"), "{fault:?}");
        let text = "version = 1\n\n[[project]]\nid = \"../../etc\"\nname = \"Demo\"\nvendor = \"x\"\n";
        let fault = parse::<ProjectsFile>(text).expect_err("refused");
        assert!(format!("{fault:?}").contains("line: 4"), "{fault:?}");
    }

    #[test]
    fn two_projects_of_one_id_are_a_fault() {
        let block = "\n[[project]]\nid = \"p0123456789ab\"\nname = \"x\"\nvendor = \"y\"\n";
        let fault = parse::<ProjectsFile>(&format!("version = 1\n{block}{block}")).expect_err("refused");
        assert!(format!("{fault:?}").contains("line: 9"), "{fault:?}");
    }

    #[test]
    fn absent_secrets_are_those_named_and_not_found() {
        let mut project = project();
        project.secrets.insert("other".to_owned());
        let found = BTreeMap::from([("other".to_owned(), SecretString::from("x"))]);
        assert_eq!(project.absent(&found), ["api_secret"]);
    }
}
