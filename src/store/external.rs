//! Secrets that are kept elsewhere: a reference to an environment variable, a file or a command, read at each use and
//! kept nowhere. Where the command line takes a SOURCE, it is one of these too.
//!
//! No message here repeats what was given or read: `env:$SECRET` instead of `env:SECRET` is an easy slip, and would show
//! it; and what a command writes may be the secret whether it succeeds or not.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::projects::{Project, ProjectId};
use super::secrets::{SecretError, SecretKey, SecretStore};
use crate::i18n::Message;

/// The longest secret, in bytes. An RSA-4096 key is 3272 bytes of PEM.
pub const LONGEST: u64 = 64 * 1024;
/// How long a command may take. A password manager that asks for a finger or a PIN needs some of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where a secret is, in words that are no secret themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Reference {
    /// `env:NAME`.
    Env(String),
    /// `file:PATH`.
    File(String),
    /// `command:PROGRAM ARGS`, run without a shell: the program and its arguments.
    Command(Vec<String>),
}

/// A reference in the file of projects: as it is typed, or a command as the list of its words.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Words(Vec<String>),
}

/// A text that is no [`Reference`]. It is not repeated: it may be the secret itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAReference {
    /// It begins with no word that we know.
    #[error("a reference is env:NAME, file:PATH or command:PROGRAM ARGS")]
    Form,
    /// It is a command without a program, or with a quotation mark that is not closed.
    #[error("a command needs a program, and its quotation marks closed")]
    Words,
}

impl NotAReference {
    /// The same in words for the user: a clause.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Form => "source-form",
            Self::Words => "cli-source-words",
        })
    }
}

impl TryFrom<Written> for Reference {
    type Error = NotAReference;

    fn try_from(written: Written) -> Result<Self, NotAReference> {
        match written {
            Written::Text(text) => Self::parse(&text),
            Written::Words(words) if words.first().is_some_and(|program| !program.is_empty()) => {
                Ok(Self::Command(words))
            }
            Written::Words(_) => Err(NotAReference::Words),
        }
    }
}

impl From<Reference> for Written {
    fn from(reference: Reference) -> Self {
        match reference {
            Reference::Command(words) => Self::Words(words),
            other => Self::Text(other.to_string()),
        }
    }
}

/// As it is typed. A command's words are quoted where they need it.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{path}"),
            Self::Command(words) => {
                let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
                write!(f, "command:{}", words.join(" "))
            }
        }
    }
}

impl Reference {
    /// Reads the words of a reference.
    ///
    /// # Errors
    ///
    /// If they are none: then they may be the secret itself.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        match text.split_once(':') {
            Some(("env", name)) if !name.is_empty() => Ok(Self::Env(name.to_owned())),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(path.to_owned())),
            Some(("command", line)) => {
                let words = words(line).filter(|words| words.first().is_some_and(|word| !word.is_empty()));
                words.map(Self::Command).ok_or(NotAReference::Words)
            }
            _ => Err(NotAReference::Form),
        }
    }

    /// Fetches the secret. The line break at its end is cut. Blocks, on a command for up to ten seconds.
    ///
    /// # Errors
    ///
    /// If it cannot be had.
    pub fn fetch(&self) -> Result<SecretString, FetchFault> {
        match self {
            Self::Env(name) => from_env(name),
            Self::File(path) => {
                let bytes = File::open(path).and_then(all);
                to_secret(&bytes.map_err(|error| FetchFault::File { reason: error.to_string() })?)
            }
            Self::Command(words) => to_secret(&from_command(words, PATIENCE)?),
        }
    }
}

/// Why a secret cannot be had from where it is. Holds nothing of the reference and nothing that was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchFault {
    /// The environment variable is not set.
    #[error("the environment variable is not set")]
    Env,
    /// The file cannot be read.
    #[error("the file cannot be read: {reason}")]
    File {
        /// What the system said.
        reason: String,
    },
    /// Stdin cannot be read.
    #[error("stdin cannot be read: {reason}")]
    Stdin {
        /// What the system said.
        reason: String,
    },
    /// The command cannot be run.
    #[error("the command cannot be run: {reason}")]
    Command {
        /// What the system said.
        reason: String,
    },
    /// The command ran and failed.
    #[error("the command failed ({status})")]
    Failed {
        /// How it ended.
        status: String,
    },
    /// The command took too long.
    #[error("the command took more than {seconds} s")]
    Slow {
        /// How long it was given.
        seconds: u64,
    },
    /// There is too much.
    #[error("it is longer than {LONGEST} bytes")]
    Long,
    /// There is nothing.
    #[error("there is nothing in it")]
    Empty,
    /// It is not text.
    #[error("it is not UTF-8 text")]
    NotText,
}

impl FetchFault {
    /// A clause, to stand behind the field's name.
    pub fn clause(&self) -> Message {
        match self {
            Self::Env => Message::new("cli-source-env"),
            Self::File { reason } => Message::new("cli-source-file").with("reason", reason),
            Self::Stdin { reason } => Message::new("cli-source-stdin").with("reason", reason),
            Self::Command { reason } => Message::new("cli-source-command").with("reason", reason),
            Self::Failed { status } => Message::new("cli-source-command-failed").with("status", status),
            Self::Slow { seconds } => Message::new("cli-source-slow").with("seconds", seconds.to_string()),
            Self::Long => Message::new("cli-source-long").with("limit", LONGEST.to_string()),
            Self::Empty => Message::new("cli-source-empty"),
            Self::NotText => Message::new("cli-source-text"),
        }
    }

    /// A sentence; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Env => Message::new("source-env"),
            Self::File { reason } | Self::Stdin { reason } => {
                Message::new("source-file").with("reason", reason)
            }
            Self::Command { reason } => Message::new("source-command").with("reason", reason),
            Self::Failed { status } => Message::new("source-failed").with("status", status),
            Self::Slow { seconds } => Message::new("source-slow").with("seconds", seconds.to_string()),
            Self::Long => Message::new("source-long").with("limit", LONGEST.to_string()),
            Self::Empty => Message::new("source-empty"),
            Self::NotText => Message::new("source-text"),
        }
    }
}

/// The secrets of one project that are kept elsewhere, as a place like the others; but nothing is ever put there.
#[derive(Debug, Default)]
pub(super) struct External {
    references: BTreeMap<SecretKey, Reference>,
}

impl External {
    pub(super) fn new(id: &ProjectId, references: &BTreeMap<String, Reference>) -> Self {
        let entry =
            |(field, reference): (&String, &Reference)| (SecretKey::new(id, field), reference.clone());
        Self { references: references.iter().map(entry).collect() }
    }

    pub(super) fn of(project: &Project) -> Self {
        Self::new(&project.id, &project.references)
    }
}

impl SecretStore for External {
    fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, SecretError> {
        let fetched = self.references.get(key).map(Reference::fetch).transpose();
        fetched.map_err(SecretError::External)
    }

    fn write(&self, _: &SecretKey, _: &str, _: &SecretString) -> Result<(), SecretError> {
        Err(SecretError::NotOurs)
    }

    fn remove(&self, _: &SecretKey) -> Result<(), SecretError> {
        Ok(())
    }

    fn status(&self) -> Result<(), SecretError> {
        Ok(())
    }
}

/// What was read as a secret: text, with the line break at its end cut.
///
/// # Errors
///
/// If it is too long, empty or no text.
pub fn to_secret(bytes: &[u8]) -> Result<SecretString, FetchFault> {
    if is_long(bytes) {
        return Err(FetchFault::Long);
    }
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok("") => Err(FetchFault::Empty),
        Ok(text) => Ok(SecretString::from(text)),
        Err(_) => Err(FetchFault::NotText),
    }
}

fn is_long(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST)
}

fn from_env(name: &str) -> Result<SecretString, FetchFault> {
    // `=` and NUL cannot be in a name; the library would panic on some of them.
    if name.contains(['=', '\0']) {
        return Err(FetchFault::Env);
    }
    let value = std::env::var_os(name).ok_or(FetchFault::Env)?;
    to_secret(&Zeroizing::new(value.into_encoded_bytes()))
}

fn all(reader: impl Read) -> io::Result<Zeroizing<Vec<u8>>> {
    // Room for all of it at once: a buffer that grows leaves copies behind that are never wiped.
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(LONGEST).unwrap_or_default() + 64));
    reader.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Runs a program and takes what it writes to stdout. Its stderr goes nowhere, because it may hold the secret too.
fn from_command(words: &[String], patience: Duration) -> Result<Zeroizing<Vec<u8>>, FetchFault> {
    let failed = |error: io::Error| FetchFault::Command { reason: error.to_string() };
    let slow = || FetchFault::Slow { seconds: patience.as_secs() };
    let (program, arguments) =
        words.split_first().ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let stdout = child.stdout.take();
    let (sender, receiver) = mpsc::channel();
    // A read cannot be given up, so it happens aside. A program that hangs leaves the thread behind, until what it has
    // started ends too.
    let reader = std::thread::Builder::new().name("secret command".to_owned()).spawn(move || {
        let bytes = stdout.map_or_else(|| Ok(Zeroizing::default()), all);
        // Nobody listens any more when patience ran out.
        sender.send(bytes).unwrap_or_default();
    });
    let answer = match reader {
        Ok(_) => receiver.recv_timeout(patience),
        Err(error) => Ok(Err(error)),
    };
    let Ok(bytes) = answer else {
        end(&mut child);
        return Err(slow());
    };
    let status = match &bytes {
        // It may still be writing what is too long to be read.
        Ok(bytes) if is_long(bytes) => {
            end(&mut child);
            return Err(FetchFault::Long);
        }
        _ => wait(&mut child, patience),
    };
    let bytes = bytes.map_err(failed)?;
    match status {
        Ok(Some(status)) if status.success() => Ok(bytes),
        Ok(Some(status)) => Err(FetchFault::Failed { status: status.to_string() }),
        Ok(None) => {
            end(&mut child);
            Err(slow())
        }
        Err(error) => Err(failed(error)),
    }
}

/// Waits for a program that has closed its stdout.
fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    let pause = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match child.try_wait()? {
            None if waited < patience => {
                std::thread::sleep(if waited.is_zero() { Duration::from_millis(1) } else { pause });
                waited += pause;
            }
            status => return Ok(status),
        }
    }
}

/// Ends a program. One that has ended by itself is fine too.
fn end(child: &mut Child) {
    child.kill().and_then(|()| child.wait()).map(drop).unwrap_or_default();
}

/// A command line in words: blanks part them, quotation marks of either kind keep them together. Backslashes mean
/// themselves, as paths on Windows need them. `None` if a quotation mark is not closed.
fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match quote {
            Some(mark) if c == mark => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// A word so that [`words`] reads it as one.
fn quoted(word: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && c != '"' && c != '\'';
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("\"{}\"", word.replace('"', "\"'\"'\""))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn a_value_in_place_of_a_reference_is_refused_without_repeating_it() {
        for given in ["9f3c1a7be25d", "", "-", "env", "env:", "file:", "ENV:X", "enviroment:X", "x:y"] {
            assert_eq!(Reference::parse(given), Err(NotAReference::Form), "{given}");
        }
        for given in ["command:", "command:  ", "command:a 'b", "command:'' b"] {
            assert_eq!(Reference::parse(given), Err(NotAReference::Words), "{given}");
        }
    }

    #[test]
    fn command_lines_are_parted_without_a_shell() {
        let parted = |line| words(line).unwrap_or_default();
        assert_eq!(parted("pass show rtc/demo"), ["pass", "show", "rtc/demo"]);
        assert_eq!(
            parted(r#" "C:\Program Files\x.exe"  'a "b"' c''d "" $HOME "#),
            [r"C:\Program Files\x.exe", "a \"b\"", "cd", "", "$HOME"]
        );
        assert_eq!(words("a \"b"), None);
    }

    #[test]
    fn what_is_shown_of_a_reference_reads_as_the_same() {
        let words = ["a", "", "b c", "d\"e", "f'g", "\"", "'\"' \t", r"C:\x y\"];
        let command = Reference::Command(words.map(str::to_owned).into());
        for reference in [command, Reference::Env("A".to_owned()), Reference::File("/a b/c:d 'e'".to_owned())]
        {
            assert_eq!(Reference::parse(&reference.to_string()), Ok(reference.clone()), "{reference}");
        }
    }

    #[test]
    fn one_line_break_is_cut() {
        let text = |bytes: &[u8]| to_secret(bytes).map(|secret| secret.expose_secret().to_owned());
        assert_eq!(text(b"s3\n").as_deref(), Ok("s3"));
        assert_eq!(text(b"s3\r\n").as_deref(), Ok("s3"));
        assert_eq!(text(b"s3").as_deref(), Ok("s3"));
        assert_eq!(text(b"\n"), Err(FetchFault::Empty));
        assert_eq!(text(b"\xff\n"), Err(FetchFault::NotText));
        assert_eq!(text(&vec![b'x'; 70_000]), Err(FetchFault::Long));
    }

    #[cfg(unix)]
    #[test]
    fn a_command_that_hangs_is_ended() {
        let words = ["sleep".to_owned(), "30".to_owned()];
        let fault = from_command(&words, Duration::from_millis(50)).expect_err("ended");
        assert_eq!(fault, FetchFault::Slow { seconds: 0 });
    }
}
