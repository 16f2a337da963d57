//! What the program remembers about itself. Never anything that somebody typed.

use serde::{Deserialize, Serialize};

use super::file::{self, FileError, FileState};
use super::folders::Folders;
use super::projects::ProjectId;
use crate::i18n::Language;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the desktop says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// In which zone times are shown first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Times {
    /// That of this machine.
    #[default]
    Local,
    /// UTC, as servers log.
    Utc,
}

/// The file `settings.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    version: u32,
    /// Light or dark.
    #[serde(default)]
    pub theme: Theme,
    /// The language; none follows the machine's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// How large everything is shown, in per cent.
    #[serde(default = "whole")]
    pub zoom: u16,
    /// In which zone times are shown first.
    #[serde(default)]
    pub times: Times,
    /// The inner size of the window when it was last closed: width and height in points, not zoomed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<[f32; 2]>,
    /// Where it stood: its outer corner, in points, not zoomed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_at: Option<[f32; 2]>,
    /// It filled the screen; size and place are those before.
    #[serde(default)]
    pub window_maximised: bool,
    /// The project that was open last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_project: Option<ProjectId>,
    /// The panel that was open last, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_panel: Option<String>,
    /// So many seconds before its end a watched token is warned of: early and late; 0 for not.
    #[serde(default = "usual_warnings")]
    pub watch_warn: [i64; 2],
    /// Warnings are shown on the desktop too.
    #[serde(default = "yes")]
    pub watch_notify: bool,
    /// The texts of watched tokens are kept in the keychain.
    #[serde(default = "yes")]
    pub watch_keep: bool,
    /// After so many seconds a copied token is cleared off the clipboard; 0 for never.
    #[serde(default = "minute")]
    pub clear_tokens: u32,
    /// After so many seconds a copied secret is.
    #[serde(default = "quarter")]
    pub clear_secrets: u32,
    /// After so many minutes without a key or the pointer the window is locked; 0 for never.
    #[serde(default = "quarter")]
    pub lock_after: u32,
    /// What a later version wrote; kept.
    #[serde(flatten)]
    unknown: toml::Table,
}

/// Five minutes and thirty seconds.
const fn usual_warnings() -> [i64; 2] {
    [300, 30]
}

const fn minute() -> u32 {
    60
}

const fn quarter() -> u32 {
    15
}

const fn yes() -> bool {
    true
}

const fn whole() -> u16 {
    100
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            theme: Theme::default(),
            language: None,
            zoom: whole(),
            times: Times::default(),
            window: None,
            window_at: None,
            window_maximised: false,
            last_project: None,
            last_panel: None,
            watch_warn: usual_warnings(),
            watch_notify: true,
            watch_keep: true,
            clear_tokens: minute(),
            clear_secrets: quarter(),
            lock_after: quarter(),
            unknown: toml::Table::new(),
        }
    }
}

/// How tokens and secrets are guarded: see [`Settings::clear_tokens`] and those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guarding {
    /// [`Settings::clear_tokens`]
    pub clear_tokens: u32,
    /// [`Settings::clear_secrets`]
    pub clear_secrets: u32,
    /// [`Settings::lock_after`]
    pub lock_after: u32,
}

impl FileState for Settings {
    const VERSION: u32 = 1;
    const HEADER: &'static str = "# The settings of Tokendesk.";
}

impl Settings {
    /// The saved settings. If the file cannot be used, the defaults, and the error to show: the file stays as it is
    /// and no change can be saved until it is repaired or removed. Blocks.
    pub fn load(folders: &Folders) -> (Self, Option<FileError>) {
        match file::read::<Self>(&folders.settings_file()) {
            Ok(settings) => (settings.unwrap_or_default().sane(), None),
            Err(error) => (Self::default(), Some(error)),
        }
    }

    /// Changes the saved settings and returns them as saved. Blocks.
    ///
    /// # Errors
    ///
    /// If the file cannot be used, locked or written. It is then as it was.
    pub fn change(folders: &Folders, change: impl FnOnce(&mut Self)) -> Result<Self, FileError> {
        file::update(&folders.settings_file(), |settings: &mut Self| {
            change(settings);
            *settings = std::mem::take(settings).sane();
            Ok(settings.clone())
        })
    }

    /// How tokens and secrets are guarded.
    pub fn guard(&self) -> Guarding {
        let Self { clear_tokens, clear_secrets, lock_after, .. } = *self;
        Guarding { clear_tokens, clear_secrets, lock_after }
    }

    /// Changes how tokens and secrets are guarded.
    pub fn set_guard(&mut self, guarding: Guarding) {
        (self.clear_tokens, self.clear_secrets, self.lock_after) =
            (guarding.clear_tokens, guarding.clear_secrets, guarding.lock_after);
    }

    /// A size that no window can have would keep the program from starting, and a zoom that nobody can read from being
    /// put right.
    fn sane(mut self) -> Self {
        /// The longest life that a vendor allows is a month.
        const MONTH: i64 = 31 * 86_400;
        self.zoom = if (25..=400).contains(&self.zoom) { self.zoom } else { whole() };
        self.window_at = self.window_at.filter(|at| at.iter().all(|side| side.abs() <= 100_000.0));
        self.watch_warn = self.watch_warn.map(|seconds| seconds.clamp(0, MONTH));
        self.window = self.window.filter(|size| size.iter().all(|side| (1.0..=100_000.0).contains(side)));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn settings_come_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::beneath(folder.path());
        assert_eq!(Settings::load(&folders), (Settings::default(), None));
        let saved = Settings::change(&folders, |settings| {
            settings.theme = Theme::Dark;
            settings.language = Some(Language::Chinese);
            settings.window = Some([1200.5, 760.0]);
            settings.window_at = Some([-1280.0, 24.0]);
            settings.window_maximised = true;
            settings.zoom = 125;
            settings.times = Times::Utc;
            settings.last_project = "p0123456789ab".parse().ok();
            settings.last_panel = Some("watch".to_owned());
        })
        .expect("saved");
        assert_eq!(Settings::load(&folders), (saved, None));
        let text = fs::read_to_string(folders.settings_file()).expect("there");
        assert!(text.contains("theme = \"dark\"\nlanguage = \"zh-CN\"\n"), "{text}");
    }

    #[test]
    fn a_broken_file_gives_defaults_and_an_error_and_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::beneath(folder.path());
        fs::create_dir_all(&folders.config).expect("made");
        for text in ["version = 1\ntheme = \"purple\"\n", "version = 2\n", "", "theme"] {
            fs::write(folders.settings_file(), text).expect("written");
            let (settings, error) = Settings::load(&folders);
            assert_eq!(settings, Settings::default());
            assert!(error.is_some(), "{text}");
            assert!(Settings::change(&folders, |settings| settings.theme = Theme::Light).is_err());
            assert_eq!(fs::read_to_string(folders.settings_file()).expect("there"), text);
        }
    }

    #[test]
    fn what_nobody_can_read_or_reach_is_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::beneath(folder.path());
        let saved = Settings::change(&folders, |settings| {
            settings.zoom = 3;
            settings.window_at = Some([f32::NAN, 0.0]);
        });
        let saved = saved.expect("saved");
        assert_eq!((saved.zoom, saved.window_at), (100, None));
    }

    #[test]
    fn impossible_window_sizes_are_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::beneath(folder.path());
        let saved =
            Settings::change(&folders, |settings| settings.window = Some([f32::NAN, 10.0])).expect("saved");
        assert_eq!(saved.window, None);
        fs::write(folders.settings_file(), "version = 1\nwindow = [-5.0, 1e30]\nlater = 1\n")
            .expect("written");
        assert_eq!(Settings::load(&folders).0.window, None);
        Settings::change(&folders, |settings| settings.theme = Theme::Light).expect("saved");
        assert!(fs::read_to_string(folders.settings_file()).expect("there").contains("later = 1"));
    }
}
