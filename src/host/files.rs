//! Files of other programs, read as text: bounded, and with words for what cannot be read.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::codec::charset::{self, NotText};
use crate::i18n::Message;
use crate::store::import::{MAX_FILE, Source};

/// The longest key, in bytes. An RSA-4096 key is 3272 bytes of PEM.
const MAX_KEY: u64 = 64 * 1024;

/// A text to import, and where it came from.
pub struct Loaded {
    text: Zeroizing<String>,
    path: Option<PathBuf>,
}

impl std::fmt::Debug for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Loaded").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Loaded {
    /// A text that came from no file.
    ///
    /// # Errors
    /// If it is too long.
    pub fn text(text: Zeroizing<String>) -> Result<Self, Message> {
        at_most(MAX_FILE, text.len())?;
        Ok(Self { text, path: None })
    }

    /// A file.
    ///
    /// # Errors
    /// If it cannot be read, is too long, or is no text.
    pub fn file(path: &Path) -> Result<Self, Message> {
        let file = File::open(path).map_err(|error| cannot_read(&error))?;
        Ok(Self { text: read(file, MAX_FILE)?, path: Some(path.to_owned()) })
    }

    /// What a stream holds to its end.
    ///
    /// # Errors
    /// As [`Self::file`].
    pub fn stream(reader: impl Read) -> Result<Self, Message> {
        Ok(Self { text: read(reader, MAX_FILE)?, path: None })
    }

    /// Hands it over as what is to be imported. Keys that it only names the files of are looked for beside it.
    pub fn with_source<R>(&self, work: impl FnOnce(&Source<'_>) -> R) -> R {
        let path = self.path.as_deref();
        let folder = path.and_then(Path::parent);
        let absolute = folder.and_then(|folder| std::path::absolute(folder).ok());
        let key_files = |name: &str| match folder {
            Some(folder) => key_file(folder, name),
            None => Err(Message::new("import-key-file-away")),
        };
        let source = Source {
            file: path.and_then(Path::file_name).and_then(std::ffi::OsStr::to_str),
            folder: absolute.as_deref().and_then(Path::file_name).and_then(std::ffi::OsStr::to_str),
            key_files: &key_files,
            ..Source::text(&self.text)
        };
        work(&source)
    }
}

/// A key beside the file that names it.
fn key_file(folder: &Path, name: &str) -> Result<Zeroizing<String>, Message> {
    let path = folder.join(name);
    // A pipe or a device would be waited for.
    if !path.is_file() {
        return Err(Message::new("import-key-file-none").with("file", name));
    }
    let text = File::open(&path).ok().and_then(|file| read(file, MAX_KEY).ok());
    text.ok_or_else(|| Message::new("import-key-file-none").with("file", name))
}

fn read(reader: impl Read, longest: u64) -> Result<Zeroizing<String>, Message> {
    // Room for what such files usually hold: a vector that grows leaves copies behind that nobody wipes.
    let mut bytes = Zeroizing::new(Vec::with_capacity(64 * 1024));
    reader.take(longest + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(&error))?;
    at_most(longest, bytes.len())?;
    charset::read(&bytes).map_err(|error| match error {
        NotText::Unknown { line } => Message::new("file-charset").with("line", line.to_string()),
        NotText::Binary => Message::new("file-binary"),
    })
}

fn at_most(longest: u64, length: usize) -> Result<(), Message> {
    if u64::try_from(length).is_ok_and(|length| length <= longest) {
        return Ok(());
    }
    Err(Message::new("file-too-long").with("limit", (longest / 1024).to_string()))
}

fn cannot_read(error: &io::Error) -> Message {
    Message::new("file-cannot").with("reason", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_said() {
        let id = |bytes: &[u8]| Loaded::stream(bytes).map(drop).map_err(|message| message.id.into_owned());
        assert_eq!(id(b"A=1"), Ok(()));
        assert_eq!(id(b"A=\xff"), Err("file-charset".to_owned()));
        assert_eq!(id(b"A\0"), Err("file-binary".to_owned()));
        let longest = usize::try_from(MAX_FILE).unwrap();
        assert_eq!(id(&vec![b'a'; longest]), Ok(()));
        assert_eq!(id(&vec![b'a'; longest + 1]), Err("file-too-long".to_owned()));
    }

    #[test]
    fn a_key_is_found_beside_the_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("app.key"), "a key").unwrap();
        let read = |name: &str| key_file(folder.path(), name).map(|text| text.to_string());
        assert_eq!(read("./app.key"), Ok("a key".to_owned()));
        for name in ["other.key", ".", ""] {
            assert_eq!(read(name).unwrap_err().id, "import-key-file-none");
        }
    }
}
