//! The desktop's dialog for choosing a file, and its twin for tests.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// There is no dialog to ask with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDialog;

/// Asks a person for a file. Blocks for as long as they like: for a thread of its own.
pub trait FileDialog: Send + Sync {
    /// The file that was chosen; `None` if none was.
    ///
    /// # Errors
    /// If nobody can be asked.
    fn pick(&self, title: &str) -> Result<Option<PathBuf>, NoDialog>;

    /// Where a new file is to be; it is proposed to be called `name`.
    ///
    /// # Errors
    /// If nobody can be asked.
    fn pick_new(&self, title: &str, name: &str) -> Result<Option<PathBuf>, NoDialog>;
}

/// The dialog of the desktop: on Linux by the portal, which knows of sandboxes too.
#[derive(Debug, Clone, Copy, Default)]
pub struct DesktopDialog;

impl FileDialog for DesktopDialog {
    fn pick(&self, title: &str) -> Result<Option<PathBuf>, NoDialog> {
        if !has_portal() {
            return Err(NoDialog);
        }
        // Any file: the usual names of environment files have no ending to tell them by.
        Ok(rfd::FileDialog::new().set_title(title).pick_file())
    }

    fn pick_new(&self, title: &str, name: &str) -> Result<Option<PathBuf>, NoDialog> {
        if !has_portal() {
            return Err(NoDialog);
        }
        Ok(rfd::FileDialog::new().set_title(title).set_file_name(name).save_file())
    }
}

/// Whether there is a portal on the session bus, or one that would be started. Asked first, because the dialog's answer
/// would be the same as for somebody who chose nothing.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_portal() -> bool {
    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    let ask = || -> zbus::Result<bool> {
        let bus = zbus::blocking::Connection::session()?;
        let bus = zbus::blocking::fdo::DBusProxy::new(&bus)?;
        let running = bus.list_names()?.iter().any(|name| name.as_str() == PORTAL);
        Ok(running || bus.list_activatable_names()?.iter().any(|name| name.as_str() == PORTAL))
    };
    ask().unwrap_or(false)
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn has_portal() -> bool {
    true
}

/// A dialog that answers what it was told to.
#[derive(Debug, Default)]
pub struct MemoryDialog {
    answers: Mutex<Vec<Result<Option<PathBuf>, NoDialog>>>,
}

impl MemoryDialog {
    /// The answer to the next question that has none yet. Without one, nobody can be asked.
    pub fn answer(&self, answer: Result<Option<PathBuf>, NoDialog>) {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).push(answer);
    }
}

impl FileDialog for MemoryDialog {
    fn pick(&self, _title: &str) -> Result<Option<PathBuf>, NoDialog> {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.is_empty() { Err(NoDialog) } else { answers.remove(0) }
    }

    fn pick_new(&self, title: &str, _name: &str) -> Result<Option<PathBuf>, NoDialog> {
        self.pick(title)
    }
}
