//! What was sent lately, where a vendor locks the door on who sends too often: kept over restarts and shared between
//! instances, because the vendor counts all of them.

use serde::{Deserialize, Serialize};

use super::file::{self, FileError, FileState};
use super::folders::Folders;
use crate::call::quota::{Leave, Quota, Sent};
use crate::token::Time;

/// The file `sent.toml`.
#[derive(Debug, Serialize, Deserialize)]
struct SentFile {
    version: u32,
    #[serde(default, rename = "sent", skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<Account>,
    #[serde(flatten)]
    unknown: toml::Table,
}

#[derive(Debug, Serialize, Deserialize)]
struct Account {
    /// The id of the call.
    call: String,
    /// Whose calls are counted together.
    owner: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    locked_until: Option<i64>,
    #[serde(default)]
    times: Vec<i64>,
    #[serde(flatten)]
    unknown: toml::Table,
}

impl Default for SentFile {
    fn default() -> Self {
        Self { version: Self::VERSION, accounts: Vec::new(), unknown: toml::Table::new() }
    }
}

impl FileState for SentFile {
    const VERSION: u32 = 1;
    const HEADER: &'static str = "# When Tokendesk sent what vendors limit. Unix milliseconds.";
}

/// Asks leave to send a call for an account, and counts it if leave is given, or `forced`. Blocks. `now` is the
/// machine's clock, whatever time a run is set to: the vendor counts by its own.
///
/// # Errors
/// If the file cannot be used, locked or written; then nothing is counted.
pub fn take(
    folders: &Folders,
    call: &str,
    owner: &str,
    quota: &Quota,
    now: Time,
    forced: bool,
) -> Result<Leave, FileError> {
    file::update(&folders.sent_file(), |file: &mut SentFile| {
        let known = file.accounts.iter().position(|known| known.call == call && known.owner == owner);
        let account = known.map(|index| file.accounts.swap_remove(index));
        let mut account = account.unwrap_or_else(|| Account {
            call: call.to_owned(),
            owner: owner.to_owned(),
            locked_until: None,
            times: Vec::new(),
            unknown: toml::Table::new(),
        });
        let mut sent = Sent { times: account.times, locked_until: account.locked_until };
        let leave = sent.take(quota, now, forced);
        (account.times, account.locked_until) = (sent.times, sent.locked_until);
        file.accounts.push(account);
        Ok(leave)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTA: Quota = Quota { within: 60_000, most: 50, warn_from: 40, locks_for: 300_000 };

    #[test]
    fn each_account_is_counted_over_restarts() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::beneath(folder.path());
        let now = Time::from_seconds(1_767_323_045);
        let send =
            |owner: &str| take(&folders, "mecloud.authen", owner, &QUOTA, now, false).expect("counted");
        for _ in 0..50 {
            send("12");
        }
        assert_eq!(send("12"), Leave::Full { free_at: now.plus(60_000) });
        assert_eq!(send("13"), Leave::Free { count: 1 });
        let later = take(&folders, "mecloud.authen", "12", &QUOTA, now.plus(60_000), false);
        assert_eq!(later, Ok(Leave::Free { count: 1 }), "what is too old is forgotten");
        let text = std::fs::read_to_string(folders.sent_file()).expect("text");
        assert!(text.contains("version = 1\n") && text.contains("owner = \"12\""), "{text}");
    }

    #[test]
    fn a_file_that_cannot_be_used_is_named_and_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders::beneath(folder.path());
        std::fs::create_dir_all(&folders.state).expect("made");
        std::fs::write(folders.sent_file(), "version = 2\n").expect("written");
        let now = Time::from_seconds(0);
        assert!(take(&folders, "a", "b", &QUOTA, now, true).is_err());
        assert_eq!(std::fs::read_to_string(folders.sent_file()).expect("there"), "version = 2\n");
    }
}
