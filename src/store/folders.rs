//! Which folders are ours.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::file::FileError;

/// The environment variable that puts every folder of the program beneath one.
pub const HOME_VARIABLE: &str = "TOKENDESK_HOME";

/// The folders of the program. They need not exist: the first save makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Projects and settings: what a person would copy to another machine.
    pub config: PathBuf,
    /// What only this machine remembers.
    pub state: PathBuf,
}

impl Folders {
    /// The folders of this user: beneath `TOKENDESK_HOME` if that is set, else where the platform puts them.
    ///
    /// # Errors
    ///
    /// If the variable is not set and the user has no home folder.
    pub fn discover() -> Result<Self, FileError> {
        Self::chosen(std::env::var_os(HOME_VARIABLE)).ok_or(FileError::NoHome)
    }

    /// Everything beneath one folder.
    pub fn beneath(root: impl AsRef<Path>) -> Self {
        Self { config: root.as_ref().join("config"), state: root.as_ref().join("state") }
    }

    fn chosen(root: Option<OsString>) -> Option<Self> {
        if let Some(root) = root.filter(|root| !root.is_empty()) {
            return Some(Self::beneath(PathBuf::from(root)));
        }
        let dirs = directories::ProjectDirs::from("", "", "tokendesk")?;
        // Only Linux tells state from data.
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Some(Self { config: dirs.config_dir().to_owned(), state: state.to_owned() })
    }

    /// The file that holds the projects.
    pub fn projects_file(&self) -> PathBuf {
        self.config.join("projects.toml")
    }

    /// The file that holds secrets which are too long for the keychain, sealed.
    pub fn sealed_file(&self) -> PathBuf {
        self.config.join("sealed.toml")
    }

    /// The file that holds secrets under a passphrase.
    pub fn vault_file(&self) -> PathBuf {
        self.config.join("vault.age")
    }

    /// The file that counts what was sent lately.
    pub fn sent_file(&self) -> PathBuf {
        self.state.join("sent.toml")
    }

    /// The file that holds the watched tokens.
    pub fn watch_file(&self) -> PathBuf {
        self.state.join("watch.toml")
    }

    /// The file that holds the settings.
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_overrides_every_folder() {
        let folders = Folders::chosen(Some("/somewhere".into())).expect("folders");
        assert_eq!(folders, Folders::beneath("/somewhere"));
        assert_eq!(folders.projects_file(), Path::new("/somewhere/config/projects.toml"));
        assert_eq!(folders.settings_file(), Path::new("/somewhere/config/settings.toml"));
    }

    #[test]
    fn an_empty_variable_counts_as_none() {
        assert_eq!(Folders::chosen(Some(OsString::new())), Folders::chosen(None));
    }
}
