//! The one way in which our own files are read and written.
//!
//! A file is TOML with `version = N` at the top. What holds for all of them:
//!
//! - A save is atomic: written beside the target, flushed to disk, renamed over it. A reader sees the old or the new
//!   file, never a part, and so needs no lock.
//! - Changes are read-modify-write under a lock between instances: what another one wrote meanwhile is not lost.
//! - A file that cannot be understood, or comes from a newer program, is never overwritten. The error names it.
//! - Keys that this program does not know survive; the types say so with a flattened `toml::Table`.
//!
//! Everything here blocks: for the worker thread.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::backup;
use crate::i18n::Message;

/// How often, and how long each time, a change waits for another instance: two seconds in all. A save takes
/// milliseconds, so one that takes longer has gone wrong. Short steps, because whoever saves in a row leaves only short
/// gaps.
const LOCK_TRIES: u32 = 2_000;
const LOCK_STEP: Duration = Duration::from_millis(1);

/// What a file of ours holds.
pub trait FileState: Default + Serialize + DeserializeOwned {
    /// The version that this program writes. The value has to hold it under the key `version`.
    const VERSION: u32;
    /// The comment at the head of the file, for whoever opens it: whole lines, each with its `#`.
    const HEADER: &'static str;
    /// How many earlier states are kept beside the file.
    const BACKUPS: usize = 0;

    /// What is wrong with a value that fits its type, with the line in `text` where it shows.
    fn fault(&self, _text: &str) -> Option<(usize, String)> {
        None
    }
}

/// Why a file could not be read or written. Never quotes what stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is no home folder, so nothing says where the file should be.
    #[error("no home folder")]
    NoHome,
    /// It is there and could not be read.
    #[error("cannot read {}: {reason}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// It could not be written. What was there before is still there.
    #[error("cannot write {}: {reason}", path.display())]
    Write {
        /// The file, or the lock file or folder beside it.
        path: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// It cannot be understood. It stays as it is.
    #[error("cannot understand {}, line {line}: {reason}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// A newer program wrote it. It stays as it is.
    #[error("{} has version {version}, this program knows up to {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i64,
        /// The version that this program knows.
        known: u32,
    },
    /// Another instance has been changing it all the time that we waited.
    #[error("{} is locked by another instance", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
}

impl FileError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NoHome => Message::new("file-no-home").with("variable", super::folders::HOME_VARIABLE),
            Self::Read { path, reason } => {
                Message::new("file-read").with("file", shown(path)).with("reason", reason)
            }
            Self::Write { path, reason } => {
                Message::new("file-write").with("file", shown(path)).with("reason", reason)
            }
            Self::Damaged { path, line, reason } => Message::new("file-damaged")
                .with("file", shown(path))
                .with("line", line.to_string())
                .with("reason", reason),
            Self::Newer { path, version, known } => Message::new("file-newer")
                .with("file", shown(path))
                .with("version", version.to_string())
                .with("known", known.to_string()),
            Self::Busy { path } => Message::new("file-busy").with("file", shown(path)),
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What is wrong with a text that should hold a [`FileState`], before it is known which file it came from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It cannot be understood.
    Damaged { line: usize, reason: String },
    /// It comes from a newer program.
    Newer { version: i64 },
}

/// Reads a file. `None` if there is none.
///
/// # Errors
///
/// If it is there and cannot be read or understood, or has a newer version.
pub fn read<T: FileState>(path: &Path) -> Result<Option<T>, FileError> {
    match load(path)? {
        None => Ok(None),
        Some(text) => parse(&text).map(Some).map_err(|fault| in_file::<T>(fault, path)),
    }
}

/// Changes a file: takes the lock, reads what is there now, applies `change`, saves. Nothing is saved if `change`
/// fails or changes nothing. The file and its folder are made if they are not there.
///
/// `change` runs under the lock, so it must not wait for anything.
///
/// # Errors
///
/// The error of `change`; else if another instance does not let go of the file within two seconds, or the file cannot
/// be read, understood or written. In each case the file is as it was.
pub fn update<T: FileState, R, E: From<FileError>>(
    path: &Path,
    change: impl FnOnce(&mut T) -> Result<R, E>,
) -> Result<R, E> {
    let target = target(path);
    let _lock = lock(&target)?;
    let before = load(&target)?;
    let mut state = match &before {
        None => T::default(),
        Some(text) => parse::<T>(text).map_err(|fault| in_file::<T>(fault, path))?,
    };
    let result = change(&mut state)?;
    let after = print(&state).map_err(|reason| FileError::Write { path: target.clone(), reason })?;
    if before.as_deref() != Some(after.as_str()) {
        if before.is_some() && T::BACKUPS > 0 {
            backup::keep::<T>(&target)?;
        }
        save(&target, &after).map_err(|error| write_error(&target, &error))?;
    }
    Ok(result)
}

/// The text of a file of ours.
pub(super) fn print<T: FileState>(state: &T) -> Result<String, String> {
    let body = toml::to_string_pretty(state).map_err(|error| error.to_string())?;
    Ok(format!("{}\n{body}", T::HEADER))
}

/// The value in a text of ours.
pub(super) fn parse<T: FileState>(text: &str) -> Result<T, Fault> {
    #[derive(serde::Deserialize)]
    struct Header {
        version: Option<i64>,
    }
    let damaged = |line: usize, reason: &str| Fault::Damaged { line, reason: reason.to_owned() };
    let fault = |error: &toml::de::Error| Fault::Damaged {
        line: error.span().map_or(1, |span| line_of(text.as_bytes(), span.start)),
        reason: without_quotes(error.message()),
    };
    if text.trim().is_empty() {
        return Err(damaged(1, "the file is empty"));
    }
    // The version first: a newer file may well not fit the types, and saying that it is damaged would be wrong.
    let header: Header = toml::from_str(text).map_err(|error| fault(&error))?;
    match header.version {
        None => Err(damaged(1, "`version` is missing")),
        Some(version) if version > i64::from(T::VERSION) => Err(Fault::Newer { version }),
        Some(version) if version < 1 => Err(damaged(1, "`version` is not 1 or more")),
        Some(_) => {
            let state: T = toml::from_str(text).map_err(|error| fault(&error))?;
            match state.fault(text) {
                Some((line, reason)) => Err(Fault::Damaged { line, reason }),
                None => Ok(state),
            }
        }
    }
}

/// Where a file lies. One that is a link (a collection of dotfiles) is changed at its place; the link stays.
pub(super) fn target(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

pub(super) fn in_file<T: FileState>(fault: Fault, path: &Path) -> FileError {
    let path = path.to_owned();
    match fault {
        Fault::Damaged { line, reason } => FileError::Damaged { path, line, reason },
        Fault::Newer { version } => FileError::Newer { path, version, known: T::VERSION },
    }
}

/// The line of a byte, from 1.
pub(super) fn line_of(text: &[u8], at: usize) -> usize {
    text.get(..at).unwrap_or(text).split(|byte| *byte == b'\n').count()
}

/// A parser's message without the values that it quotes: somebody may have put a secret there by hand.
pub(super) fn without_quotes(message: &str) -> String {
    let cut = |open: &str, close: char| {
        let (before, rest) = message.split_once(open)?;
        let (_, after) = rest.rsplit_once(close)?;
        Some(format!("{before}{open}…{close}{after}"))
    };
    // Names of fields and of what was expected stand in backticks too, and are worth keeping.
    let known =
        |message: &str| message.split_once(", expected").map_or(String::new(), |(_, rest)| rest.to_owned());
    if message.starts_with("unknown variant `") {
        return format!("unknown word, expected{}", known(message));
    }
    cut("\"", '"').unwrap_or_else(|| message.lines().collect::<Vec<_>>().join(" "))
}

pub(super) fn load(path: &Path) -> Result<Option<String>, FileError> {
    match fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|error| {
            let bytes = error.as_bytes();
            let good = bytes.get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            FileError::Damaged {
                path: path.to_owned(),
                line: line_of(good, good.len()),
                reason: "not UTF-8 text".to_owned(),
            }
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::Read { path: path.to_owned(), reason: error.to_string() }),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes the lock of a file: held until the returned file is dropped. The lock file stays, because removing it
/// would take it away from under whoever has just opened it. Its folder is made if it is not there.
pub(super) fn lock(path: &Path) -> Result<File, FileError> {
    let folder = folder_of(path);
    make_folder(folder).map_err(|error| write_error(folder, &error))?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let lock_path = path.with_file_name(name);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&lock_path).map_err(|error| write_error(&lock_path, &error))?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_STEP),
            Err(TryLockError::Error(error)) => return Err(write_error(&lock_path, &error)),
        }
    }
    Err(FileError::Busy { path: path.to_owned() })
}

/// The ending of what is written beside a target.
const REST: &str = ".tmp";

/// Removes what a process that was killed while saving has left. The target's lock is ours, so nobody is writing there.
fn sweep(folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(prefix) && name.ends_with(REST) {
            // One that cannot be removed does no harm.
            fs::remove_file(entry.path()).ok();
        }
    }
}

pub(super) fn save(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    let folder = folder_of(path);
    // Beside the target, so that the rename stays on one file system. tempfile makes it readable by its owner only.
    let prefix = format!(".{}-", path.file_name().unwrap_or_default().to_string_lossy());
    sweep(folder, &prefix);
    let mut beside = tempfile::Builder::new().prefix(&prefix).suffix(REST).tempfile_in(folder)?;
    beside.write_all(content.as_ref())?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;
    // Until the folder is on disk, a power cut can bring the old name back. Only unix can open a folder.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

pub(super) fn write_error(path: &Path, error: &io::Error) -> FileError {
    FileError::Write { path: path.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Sample {
        version: u32,
        #[serde(default)]
        count: u32,
        #[serde(flatten)]
        unknown: toml::Table,
    }

    impl Default for Sample {
        fn default() -> Self {
            Self { version: 1, count: 0, unknown: toml::Table::new() }
        }
    }

    impl FileState for Sample {
        const VERSION: u32 = 1;
        const HEADER: &'static str = "# A sample.";
    }

    fn add_one(path: &Path) -> Result<u32, FileError> {
        update(path, |state: &mut Sample| {
            state.count += 1;
            Ok(state.count)
        })
    }

    #[test]
    fn a_missing_file_is_none_and_made_by_the_first_change() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("sample.toml");
        assert_eq!(read::<Sample>(&path), Ok(None));
        assert!(!folder.path().join("deep").exists(), "reading makes nothing");
        assert_eq!(add_one(&path), Ok(1));
        assert_eq!(add_one(&path), Ok(2));
        assert_eq!(fs::read_to_string(&path).expect("text"), "# A sample.\nversion = 1\ncount = 2\n");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("sample.toml");
        add_one(&path).expect("saved");
        for (path, mode) in [
            (path.clone(), 0o600),
            (path.with_file_name("sample.toml.lock"), 0o600),
            (folder.path().join("deep"), 0o700),
        ] {
            assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, mode, "{path:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().join("dotfiles.toml");
        let link = folder.path().join("sample.toml");
        add_one(&real).expect("saved");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        assert_eq!(add_one(&link), Ok(2));
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(read::<Sample>(&real).expect("read").map(|state| state.count), Some(2));
    }

    #[test]
    fn what_cannot_be_understood_is_named_and_kept() {
        let cases: [(&[u8], usize, &str); 7] = [
            (b"", 1, "empty"),
            (b"\n \n", 1, "empty"),
            (b"count = 1\n", 1, "version"),
            (b"version = 0\n", 1, "version"),
            (b"version = 1\ncount = \n", 2, "value"),
            (b"version = 1\n\ncount = \"hunter2\"\n", 3, "invalid type"),
            (b"version = 1\n\xff\n", 2, "UTF-8"),
        ];
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.toml");
        for (bytes, line, word) in cases {
            fs::write(&path, bytes).expect("written");
            for error in [read::<Sample>(&path).expect_err("refused"), add_one(&path).expect_err("refused")] {
                let FileError::Damaged { path: named, line: at, reason } = &error else {
                    panic!("{error:?}")
                };
                assert_eq!((named, *at), (&path, line), "{reason}");
                assert!(reason.contains(word), "{reason}");
                assert!(!error.to_string().contains("hunter2"), "{error}");
            }
            assert_eq!(fs::read(&path).expect("there"), bytes, "kept");
        }
    }

    #[test]
    fn a_newer_file_is_kept_even_if_it_would_not_fit() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.toml");
        let text = "version = 7\ncount = { many = true }\n";
        fs::write(&path, text).expect("written");
        let error = FileError::Newer { path: path.clone(), version: 7, known: 1 };
        assert_eq!(read::<Sample>(&path), Err(error.clone()));
        assert_eq!(add_one(&path), Err(error));
        assert_eq!(fs::read_to_string(&path).expect("there"), text);
    }

    #[test]
    fn unknown_keys_survive_whatever_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.toml");
        let text = "version = 1\ncount = 1\nlater = [1, 2]\nwhen = 2026-01-02T03:04:05Z\n\n[a]\nb.c = 1\n\n[[d]]\ne = \"f\"\n";
        fs::write(&path, text).expect("written");
        let before: toml::Table = toml::from_str(text).expect("a table");
        add_one(&path).expect("saved");
        let mut after: toml::Table =
            toml::from_str(&fs::read_to_string(&path).expect("there")).expect("a table");
        assert_eq!(after.insert("count".to_owned(), 1.into()), Some(2.into()));
        assert_eq!(after, before);
    }

    #[test]
    fn a_change_that_fails_or_changes_nothing_writes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.toml");
        add_one(&path).expect("saved");
        let text = fs::read_to_string(&path).expect("there");
        let failed: Result<(), FileError> = update(&path, |state: &mut Sample| {
            state.count = 9;
            Err(FileError::NoHome)
        });
        assert_eq!(failed, Err(FileError::NoHome));
        assert_eq!(fs::read_to_string(&path).expect("there"), text);
        let names: Vec<_> = fs::read_dir(folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        assert_eq!(names.len(), 2, "the file and its lock, no rest: {names:?}");
    }

    #[test]
    fn a_lock_held_elsewhere_is_an_error_after_a_while() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.toml");
        add_one(&path).expect("saved");
        let held = lock(&path).expect("the lock");
        assert_eq!(add_one(&path), Err(FileError::Busy { path: path.clone() }));
        assert!(read::<Sample>(&path).is_ok(), "reading needs no lock");
        drop(held);
        assert_eq!(add_one(&path), Ok(2));
    }

    #[test]
    fn a_folder_that_is_a_file_is_an_error_that_names_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let blocked = folder.path().join("config");
        fs::write(&blocked, "").expect("written");
        let error = add_one(&blocked.join("sample.toml")).expect_err("refused");
        assert!(matches!(&error, FileError::Write { path, .. } if path == &blocked), "{error:?}");
    }

    #[test]
    fn quoted_values_are_taken_out_of_a_parsers_message() {
        assert_eq!(
            without_quotes("invalid type: string \"a\\\"b\", expected u32"),
            "invalid type: string \"…\", expected u32"
        );
        assert_eq!(
            without_quotes("unknown variant `hunter2`, expected one of `dev`, `stg`"),
            "unknown word, expected one of `dev`, `stg`"
        );
        assert_eq!(without_quotes("missing field `name`\n"), "missing field `name`");
    }
}
