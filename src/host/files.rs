//! Files of other programs, read as text: bounded, and with words for what cannot be read. And new ones for them.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::codec::charset::{self, NotText};
use crate::i18n::Message;
use crate::store::import::{MAX_FILE, Source};
use crate::store::{SealedError, passphrase, unseal};

/// The longest key, in bytes. An RSA-4096 key is 3272 bytes of PEM.
const MAX_KEY: u64 = 64 * 1024;

/// A text to import, and where it came from.
pub struct Loaded {
    content: Content,
    path: Option<PathBuf>,
}

/// What was read.
enum Content {
    /// A text.
    Text(Zeroizing<String>),
    /// A file of age, which wants its passphrase.
    Sealed(Vec<u8>),
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
        let sealed = passphrase::is_sealed(text.as_bytes());
        let content = if sealed { Content::Sealed(text.as_bytes().to_vec()) } else { Content::Text(text) };
        Ok(Self { content, path: None })
    }

    /// A file.
    ///
    /// # Errors
    /// If it cannot be read, is too long, or is no text.
    pub fn file(path: &Path) -> Result<Self, Message> {
        let file = File::open(path).map_err(|error| cannot_read(&error))?;
        Ok(Self { content: content(file)?, path: Some(path.to_owned()) })
    }

    /// What a stream holds to its end.
    ///
    /// # Errors
    /// As [`Self::file`].
    pub fn stream(reader: impl Read) -> Result<Self, Message> {
        Ok(Self { content: content(reader)?, path: None })
    }

    /// Whether it wants a passphrase.
    pub fn is_sealed(&self) -> bool {
        matches!(self.content, Content::Sealed(_))
    }

    /// The same with what is inside of it. Its name says nothing of that. Blocks for about a second.
    ///
    /// # Errors
    /// If the passphrase is none or another one, or the file was cut or changed.
    pub fn open(&self, passphrase: &SecretString) -> Result<Self, SealedError> {
        match &self.content {
            Content::Text(text) => Ok(Self { content: Content::Text(text.clone()), path: self.path.clone() }),
            Content::Sealed(bytes) => {
                Ok(Self { content: Content::Text(unseal(bytes, passphrase)?), path: None })
            }
        }
    }

    /// Hands it over as what is to be imported. Keys that it only names the files of are looked for beside it.
    ///
    /// # Errors
    /// That of the work, or that it is not open.
    pub fn with_source<R, E: From<SealedError>>(
        &self,
        work: impl FnOnce(&Source<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let Content::Text(text) = &self.content else { return Err(SealedError::Needed.into()) };
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
            ..Source::text(text)
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

/// Whether a file of this name can be a new one.
///
/// # Errors
/// If there is one already.
pub fn check_new(path: &Path) -> Result<(), Message> {
    if path.symlink_metadata().is_ok() {
        return Err(cannot_write(path, &io::ErrorKind::AlreadyExists.into()));
    }
    Ok(())
}

/// Writes a new file that its owner alone can read, whole or not at all.
///
/// # Errors
/// If there is one of that name already, or it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    check_new(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Beside it, so that it gets its name in one step. tempfile makes it readable by its owner only.
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist_noclobber(path).map_err(|error| error.error)
    });
    written.map(drop).map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &io::Error) -> Message {
    let message = if error.kind() == io::ErrorKind::AlreadyExists {
        Message::new("export-exists")
    } else {
        // tempfile adds the name of what it could not make.
        let inner = error.raw_os_error().map(io::Error::from_raw_os_error);
        Message::new("export-cannot").with("reason", inner.as_ref().unwrap_or(error).to_string())
    };
    message.with("file", path.display().to_string())
}

fn content(reader: impl Read) -> Result<Content, Message> {
    let bytes = read_bytes(reader, MAX_FILE)?;
    if passphrase::is_sealed(&bytes) {
        return Ok(Content::Sealed(bytes.to_vec()));
    }
    text(&bytes).map(Content::Text)
}

fn read(reader: impl Read, longest: u64) -> Result<Zeroizing<String>, Message> {
    text(&read_bytes(reader, longest)?)
}

fn read_bytes(reader: impl Read, longest: u64) -> Result<Zeroizing<Vec<u8>>, Message> {
    // Room for what such files usually hold: a vector that grows leaves copies behind that nobody wipes.
    let mut bytes = Zeroizing::new(Vec::with_capacity(64 * 1024));
    reader.take(longest + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(&error))?;
    at_most(longest, bytes.len())?;
    Ok(bytes)
}

fn text(bytes: &[u8]) -> Result<Zeroizing<String>, Message> {
    charset::read(bytes).map_err(|error| match error {
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
