//! Tokens that are kept an eye on, over restarts: what is needed to renew them, and their times, in a file. The tokens
//! themselves are never in it: a text is in the keychain, in memory for this run, or nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

use super::Store;
use super::file::{self, FileError, FileState};
use super::projects::{ProjectId, SecretPlace};
use super::secrets::{SecretError, SecretKey, SecretStore as _};
use crate::codec::{hash, hex};
use crate::token::Time;

/// The name of a watched token for programs: `w` and twelve hexadecimal digits. The keychain's entry is named after it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WatchId(String);

/// A text that is no [`WatchId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a watched token's id is `w` and twelve digits or letters from a to f")]
pub struct NotAWatchId;

impl WatchId {
    const DIGITS: usize = 12;

    /// The id for a token with this mark: the first that is not taken.
    pub fn free(mark: &str, taken: impl Fn(&Self) -> bool) -> Self {
        let mut digits = mark.to_owned();
        loop {
            let id = Self(format!("w{}", digits.get(..Self::DIGITS).unwrap_or("000000000000")));
            if !taken(&id) {
                return id;
            }
            digits = self::mark(&digits);
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for WatchId {
    type Error = NotAWatchId;

    fn try_from(text: String) -> Result<Self, NotAWatchId> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let digits = text.strip_prefix('w').ok_or(NotAWatchId)?;
        if digits.len() == Self::DIGITS && digits.bytes().all(is_digit) {
            Ok(Self(text))
        } else {
            Err(NotAWatchId)
        }
    }
}

impl From<WatchId> for String {
    fn from(id: WatchId) -> Self {
        id.0
    }
}

/// By what a token is known again without its text: the start of its SHA-256, in hex.
pub fn mark(text: &str) -> String {
    let digest = hash::sha256(text.as_bytes());
    hex::encode(digest.get(..8).unwrap_or_default())
}

/// A token that is kept an eye on, as the file has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Watched {
    /// Its name for programs.
    pub id: WatchId,
    /// [`mark`] of its text.
    pub mark: String,
    /// Id of its vendor.
    pub vendor: String,
    /// Id of its kind, where one keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What the call that made it names it, where no kind does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The project that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
    /// The project's name: it outlives the project.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub project_name: String,
    /// For which user it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub user: String,
    /// What the user may do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// For which room, channel or session.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub room: String,
    /// Since when it is watched.
    #[serde(with = "millis")]
    pub added: Time,
    /// When it began.
    #[serde(with = "millis")]
    pub begins: Time,
    /// When it ends; none for one that does not, or of which nobody says.
    #[serde(default, with = "maybe_millis", skip_serializing_if = "Option::is_none")]
    pub ends: Option<Time>,
    /// It never ends by its nature.
    #[serde(default, skip_serializing_if = "is_false")]
    pub endless: bool,
    /// Its own warnings: so many seconds before its end, the earlier one first; 0 for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<[i64; 2]>,
    /// Its text is in the keychain.
    #[serde(default, skip_serializing_if = "is_false")]
    pub kept: bool,
    /// Id of the call that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// What it was made from, by field key: never a secret, never another token. None where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<BTreeMap<String, String>>,
    /// What a later version wrote; kept.
    #[serde(flatten)]
    pub unknown: toml::Table,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A time as Unix milliseconds.
mod millis {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::Time;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    pub(super) fn serialize<S: Serializer>(time: &Time, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(time.millis())
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Time, D::Error> {
        i64::deserialize(from).map(Time::from_millis)
    }
}

/// The same where there may be none.
mod maybe_millis {
    use serde::{Deserializer, Serializer};

    use super::{Time, millis};

    #[expect(clippy::ref_option, reason = "serde hands a reference")]
    pub(super) fn serialize<S: Serializer>(time: &Option<Time>, to: S) -> Result<S::Ok, S::Error> {
        match time {
            Some(time) => millis::serialize(time, to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<Time>, D::Error> {
        millis::deserialize(from).map(Some)
    }
}

/// The file `watch.toml`.
#[derive(Debug, Serialize, Deserialize)]
struct WatchFile {
    version: u32,
    #[serde(default, rename = "token", skip_serializing_if = "Vec::is_empty")]
    tokens: Vec<Watched>,
    #[serde(flatten)]
    unknown: toml::Table,
}

impl Default for WatchFile {
    fn default() -> Self {
        Self { version: Self::VERSION, tokens: Vec::new(), unknown: toml::Table::new() }
    }
}

impl FileState for WatchFile {
    const VERSION: u32 = 1;
    const HEADER: &'static str = "# What Tokendesk keeps an eye on. Times are Unix milliseconds. The tokens themselves are not in this file.";

    /// Two tokens of one id would share their entry in the keychain.
    fn fault(&self, text: &str) -> Option<(usize, String)> {
        let mut seen = BTreeSet::new();
        let twice = self.tokens.iter().map(|token| &token.id).find(|id| !seen.insert(*id))?;
        let at = text.rfind(twice.as_str()).unwrap_or_default();
        Some((file::line_of(text.as_bytes(), at), format!("a second token with the id {twice}")))
    }
}

/// A change of a watched token.
#[derive(Debug, Clone)]
pub struct WatchChange {
    /// What it is from now on.
    pub token: Watched,
    /// `kept` is news. Else the file knows better: it may have been changed since.
    pub moved: bool,
}

impl Store {
    /// The watched tokens, in the order in which they were added. Blocks.
    ///
    /// # Errors
    /// If the file is there and cannot be read or understood.
    pub fn watched(&self) -> Result<Vec<Watched>, FileError> {
        let file: Option<WatchFile> = file::read(&self.folders().watch_file())?;
        Ok(file.map(|file| file.tokens).unwrap_or_default())
    }

    /// Saves what has changed and takes out what is gone; what another instance watches stays. Blocks.
    ///
    /// # Errors
    /// If the file cannot be used, locked or written. It is then as it was.
    pub fn save_watched(&self, changes: Vec<WatchChange>, gone: &[WatchId]) -> Result<(), FileError> {
        if changes.is_empty() && gone.is_empty() {
            return Ok(());
        }
        file::update(&self.folders().watch_file(), |file: &mut WatchFile| {
            let mut places: BTreeMap<WatchId, usize> =
                file.tokens.iter().enumerate().map(|(index, token)| (token.id.clone(), index)).collect();
            for WatchChange { mut token, moved } in changes {
                if let Some(old) = places.get(&token.id).and_then(|index| file.tokens.get_mut(*index)) {
                    token.kept = if moved { token.kept } else { old.kept };
                    token.unknown = std::mem::take(&mut old.unknown);
                    *old = token;
                } else {
                    places.insert(token.id.clone(), file.tokens.len());
                    file.tokens.push(token);
                }
            }
            let gone: BTreeSet<&WatchId> = gone.iter().collect();
            file.tokens.retain(|token| !gone.contains(&token.id));
            Ok(())
        })
    }

    /// Keeps the text of a watched token, in one place only. Blocks, in the keychain for a prompt even for minutes.
    ///
    /// # Errors
    /// If the keychain does not take it, or does not let go of the one it has.
    pub fn keep_text(
        &self,
        token: &Watched,
        place: SecretPlace,
        text: &SecretString,
    ) -> Result<(), SecretError> {
        let key = SecretKey::watched(&token.id);
        match place {
            SecretPlace::Keychain => {
                let label = format!("Tokendesk: {}", token.project_name);
                self.keychain.write(&key, &label, text)?;
                self.this_run.remove(&key)
            }
            // Only the keychain keeps texts of tokens.
            SecretPlace::Vault | SecretPlace::External | SecretPlace::ThisRun => {
                self.this_run.write(&key, "", text)?;
                if token.kept { self.keychain.remove(&key) } else { Ok(()) }
            }
        }
    }

    /// The text of a watched token; `None` if it was not kept, or what is there is another one's. Blocks.
    ///
    /// # Errors
    /// If the keychain does not give it.
    pub fn text_of(&self, token: &Watched) -> Result<Option<SecretString>, SecretError> {
        let key = SecretKey::watched(&token.id);
        let found = match self.this_run.read(&key)? {
            None if token.kept => self.keychain.read(&key)?,
            found => found,
        };
        Ok(found.filter(|text| mark(text.expose_secret()) == token.mark))
    }

    /// Forgets the text of a token that is no longer watched. Blocks.
    ///
    /// # Errors
    /// If the keychain does not let go of it.
    pub fn forget_text(&self, token: &Watched) -> Result<(), SecretError> {
        let key = SecretKey::watched(&token.id);
        self.this_run.remove(&key)?;
        if token.kept { self.keychain.remove(&key) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_the_mark_and_give_way() {
        let mark = mark("T1==");
        assert_eq!(mark.len(), 16);
        let first = WatchId::free(&mark, |_| false);
        assert_eq!(first.as_str(), format!("w{}", &mark[..12]));
        let second = WatchId::free(&mark, |id| *id == first);
        assert_ne!(first, second);
        assert_eq!(WatchId::try_from(second.to_string()), Ok(second));
        for wrong in ["", "w", "p0123456789ab", "w0123456789AB", "w0123456789abc"] {
            assert_eq!(WatchId::try_from(wrong.to_owned()), Err(NotAWatchId), "{wrong}");
        }
    }
}
