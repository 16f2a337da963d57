//! Notices that another instance, or a person with an editor, has changed a file.
//!
//! A named thread looks at the files' times once a second: a look costs microseconds, works on every file system, and
//! wakes the window only when there is something to read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::Builder;
use std::time::{Duration, SystemTime};

/// How often it looks.
const STEP: Duration = Duration::from_secs(1);

/// Looks until it is dropped.
#[derive(Debug)]
pub struct Changes {
    changed: Arc<AtomicBool>,
    /// Nothing is ever sent: the thread ends when it closes.
    _alive: Sender<()>,
}

impl Changes {
    /// Starts the thread. `wake` is called on it after a change.
    ///
    /// # Errors
    ///
    /// If the operating system gives no thread.
    pub fn start(paths: Vec<PathBuf>, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let changed = Arc::new(AtomicBool::new(false));
        let (alive, ended) = channel::<()>();
        let (seen, mut last) = (changed.clone(), stamps(&paths));
        Builder::new().name("changes".to_owned()).spawn(move || {
            while ended.recv_timeout(STEP) == Err(RecvTimeoutError::Timeout) {
                let now = stamps(&paths);
                if now != last {
                    last = now;
                    seen.store(true, Ordering::SeqCst);
                    wake();
                }
            }
        })?;
        Ok(Self { changed, _alive: alive })
    }

    /// Whether a file has changed since the last call.
    pub fn take(&self) -> bool {
        self.changed.swap(false, Ordering::SeqCst)
    }
}

/// What tells one state of a file from another; none for one that is not there.
type Stamp = Option<(SystemTime, u64)>;

fn stamps(paths: &[PathBuf]) -> Vec<Stamp> {
    let stamp = |path: &Path| {
        let data = fs::metadata(path).ok()?;
        Some((data.modified().ok()?, data.len()))
    };
    paths.iter().map(|path| stamp(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_change_an_appearance_and_an_end_are_noticed_once_each() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("projects.toml");
        let (woken, wakes) = channel();
        let changes =
            Changes::start(vec![path.clone()], move || woken.send(()).unwrap_or_default()).expect("a thread");
        let noticed = || {
            wakes.recv_timeout(Duration::from_secs(20)).expect("woken");
            changes.take()
        };
        assert!(!changes.take());
        fs::write(&path, "one").expect("written");
        assert!(noticed());
        assert!(!changes.take(), "once");
        fs::write(&path, "other").expect("written");
        assert!(noticed());
        fs::remove_file(&path).expect("removed");
        assert!(noticed());
    }
}
