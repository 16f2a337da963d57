//! The last states of a file, kept in the folder `backups` beside it, and the way back to one.
//!
//! Whenever a file with [`FileState::BACKUPS`] changes, what it was is kept under a growing number:
//! `backups/projects-17.toml`. It costs no copy: the old content gets a second name before the new one takes the first.
//! A file that cannot be understood is never a backup and never lost: it is set aside as `projects.damaged-1.toml`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::file::{self, FileError, FileState};
use crate::token::Time;

/// An earlier state of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its number; the greatest is the latest.
    pub number: u64,
    /// When it was saved, as the state of its day.
    pub saved_at: Time,
    /// The file.
    pub path: PathBuf,
}

/// What going back did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The state that is there again.
    pub backup: Backup,
    /// Where the file that could not be understood has gone; none if it was good and is a backup now.
    pub set_aside: Option<PathBuf>,
}

/// The earlier states of this file, the latest first. An absent folder has none.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn list(path: &Path) -> Result<Vec<Backup>, FileError> {
    let folder = folder(path);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(FileError::Read { path: folder, reason: error.to_string() }),
    };
    let mut found: Vec<Backup> = entries.flatten().filter_map(|entry| backup(path, &entry.path())).collect();
    found.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    Ok(found)
}

/// Brings an earlier state back. What is there now becomes a backup, or is set aside if it cannot be understood.
///
/// # Errors
///
/// If there is no such backup or it cannot be understood itself, or something cannot be written. The file is then as it
/// was, or set aside if it could not be understood.
pub fn restore<T: FileState>(path: &Path, number: u64) -> Result<Restored, FileError> {
    let target = file::target(path);
    let _lock = file::lock(&target)?;
    let wanted = folder(&target).join(name(&target, number));
    let backup = list(&target)?
        .into_iter()
        .find(|backup| backup.number == number)
        .ok_or_else(|| FileError::Read { path: wanted, reason: "there is no such backup".to_owned() })?;
    // What it holds that this program does not know comes back too.
    let text = file::load(&backup.path)?.unwrap_or_default();
    file::parse::<T>(&text).map_err(|fault| file::in_file::<T>(fault, &backup.path))?;
    let set_aside = match file::read::<T>(&target) {
        Ok(Some(_)) => {
            keep::<T>(&target)?;
            None
        }
        Ok(None) => None,
        Err(FileError::Damaged { .. } | FileError::Newer { .. }) => Some(aside(&target)?),
        Err(error) => return Err(error),
    };
    file::save(&target, &text).map_err(|error| file::write_error(&target, &error))?;
    Ok(Restored { backup, set_aside })
}

/// Takes a file that cannot be understood out of the way, so that the program can begin anew, and says where it is now.
/// `None` if the file is good or absent: then nothing is done.
///
/// # Errors
///
/// If it cannot be read or renamed.
pub fn set_aside<T: FileState>(path: &Path) -> Result<Option<PathBuf>, FileError> {
    let target = file::target(path);
    let _lock = file::lock(&target)?;
    match file::read::<T>(&target) {
        Ok(_) => Ok(None),
        Err(FileError::Damaged { .. } | FileError::Newer { .. }) => aside(&target).map(Some),
        Err(error) => Err(error),
    }
}

/// Gives what the file holds now a number, before it changes. Under the file's lock.
pub(super) fn keep<T: FileState>(target: &Path) -> Result<(), FileError> {
    let folder = folder(target);
    file::make_folder(&folder).map_err(|error| file::write_error(&folder, &error))?;
    let known = list(target)?;
    let number = known.first().map_or(1, |latest| latest.number.saturating_add(1));
    let place = folder.join(name(target, number));
    // A second name is made whole or not at all. Where the file system has none, a copy has to do.
    fs::hard_link(target, &place)
        .or_else(|_| {
            let beside = place.with_extension("tmp");
            fs::copy(target, &beside).and_then(|_| fs::rename(&beside, &place))
        })
        .map_err(|error| file::write_error(&place, &error))?;
    for old in known.iter().skip(T::BACKUPS.saturating_sub(1)) {
        fs::remove_file(&old.path).map_err(|error| file::write_error(&old.path, &error))?;
    }
    Ok(())
}

fn aside(target: &Path) -> Result<PathBuf, FileError> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let ending = target.extension().unwrap_or_default().to_string_lossy();
    let mut number = 1_u64;
    loop {
        let place = target.with_file_name(format!("{stem}.damaged-{number}.{ending}"));
        // The lock is ours, and nobody else makes such names.
        if !place.exists() {
            fs::rename(target, &place).map_err(|error| file::write_error(&place, &error))?;
            return Ok(place);
        }
        number = number.saturating_add(1);
    }
}

fn folder(path: &Path) -> PathBuf {
    path.with_file_name("backups")
}

fn name(path: &Path, number: u64) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    format!("{stem}-{number}.{ending}")
}

fn backup(of: &Path, path: &Path) -> Option<Backup> {
    let stem = format!("{}-", of.file_stem()?.to_str()?);
    let number = path.file_stem()?.to_str()?.strip_prefix(&stem)?.parse().ok()?;
    // Another spelling of the number, or another ending, is not ours.
    if path.file_name()?.to_str()? != name(of, number) {
        return None;
    }
    let saved = fs::metadata(path).ok()?.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let saved_at = Time::from_millis(i64::try_from(saved.as_millis()).ok()?);
    Some(Backup { number, saved_at, path: path.to_owned() })
}
