//! SOURCE: where a secret comes from. Never from the command line itself, where every process of the machine can read
//! it and the shell keeps it in its history.
//!
//! No message here repeats what was given: `env:$SECRET` instead of `env:SECRET` is an easy slip, and would show it.

use std::fs::File;
use std::io::{self, BufRead as _, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::i18n::Message;

/// The longest secret, in bytes. An RSA-4096 key is 3272 bytes of PEM.
const LONGEST: u64 = 64 * 1024;
/// How long a command may take. A password manager that asks for a finger or a PIN needs some of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where a secret comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// `env:NAME`.
    Env(String),
    /// `file:PATH`.
    File(PathBuf),
    /// `-`: one line on stdin.
    Stdin,
    /// `command:PROGRAM ARGS`, run without a shell.
    Command(Vec<String>),
}

impl Source {
    /// Reads the words of a source.
    ///
    /// # Errors
    /// If they are none: then they may be the secret itself.
    pub(super) fn parse(text: &str) -> Result<Self, Message> {
        if text == "-" {
            return Ok(Self::Stdin);
        }
        match text.split_once(':') {
            Some(("env", name)) if !name.is_empty() => Ok(Self::Env(name.to_owned())),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(path.into())),
            Some(("command", line)) => match words(line) {
                Some(words) if !words.is_empty() => Ok(Self::Command(words)),
                _ => Err(Message::new("cli-source-words")),
            },
            _ => Err(Message::new("problem-secret-in-clear")),
        }
    }

    /// Fetches the secret. The line break at its end is cut.
    ///
    /// # Errors
    /// If it cannot be had; in words that hold nothing of what was given or read.
    pub(super) fn read(&self) -> Result<SecretString, Message> {
        let bytes = match self {
            Self::Env(name) => return from_env(name),
            Self::File(path) => from_file(path).map_err(|error| io_message("cli-source-file", &error))?,
            Self::Stdin => from_stdin().map_err(|error| io_message("cli-source-stdin", &error))?,
            Self::Command(words) => from_command(words)?,
        };
        secret(&bytes)
    }
}

fn io_message(id: &'static str, error: &io::Error) -> Message {
    Message::new(id).with("reason", error.to_string())
}

fn secret(bytes: &[u8]) -> Result<SecretString, Message> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST) {
        return Err(Message::new("cli-source-long").with("limit", LONGEST.to_string()));
    }
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok("") => Err(Message::new("cli-source-empty")),
        Ok(text) => Ok(SecretString::from(text)),
        Err(_) => Err(Message::new("cli-source-text")),
    }
}

fn from_env(name: &str) -> Result<SecretString, Message> {
    // `=` and NUL cannot be in a name; the library would panic on some of them.
    if name.contains(['=', '\0']) {
        return Err(Message::new("cli-source-env"));
    }
    let value = std::env::var_os(name).ok_or_else(|| Message::new("cli-source-env"))?;
    secret(&Zeroizing::new(value.into_encoded_bytes()))
}

fn from_file(path: &PathBuf) -> io::Result<Zeroizing<Vec<u8>>> {
    all(File::open(path)?)
}

fn from_stdin() -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(256));
    io::stdin().lock().take(LONGEST + 1).read_until(b'\n', &mut bytes)?;
    Ok(bytes)
}

fn all(reader: impl Read) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    reader.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Runs a program and takes what it writes to stdout. Its stderr goes nowhere, because it may hold the secret too.
fn from_command(words: &[String]) -> Result<Zeroizing<Vec<u8>>, Message> {
    let failed = |error: &io::Error| io_message("cli-source-command", error);
    let (program, arguments) = words.split_first().ok_or_else(|| Message::new("cli-source-words"))?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| failed(&error))?;
    let stdout = child.stdout.take();
    let (sender, receiver) = mpsc::channel();
    // A read cannot be given up, so it happens aside. A program that hangs leaves the thread behind, for the moment
    // until this process ends.
    let reader = std::thread::Builder::new().name("secret command".to_owned()).spawn(move || {
        let bytes = stdout.map_or_else(|| Ok(Zeroizing::default()), all);
        // Nobody listens any more when patience ran out.
        sender.send(bytes).unwrap_or_default();
    });
    let answer = match reader {
        Ok(_) => receiver.recv_timeout(PATIENCE),
        Err(error) => Ok(Err(error)),
    };
    let Ok(bytes) = answer else {
        end(&mut child);
        let seconds = PATIENCE.as_secs().to_string();
        return Err(Message::new("cli-source-slow").with("seconds", seconds));
    };
    let status = match &bytes {
        // It may still be writing what is too long to be read.
        Ok(bytes) if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST) => {
            end(&mut child);
            return secret(bytes).map(|_| Zeroizing::default());
        }
        _ => wait(&mut child),
    };
    let bytes = bytes.map_err(|error| failed(&error))?;
    match status {
        Ok(Some(status)) if status.success() => Ok(bytes),
        Ok(Some(status)) => Err(Message::new("cli-source-command-failed").with("status", status.to_string())),
        Ok(None) => {
            end(&mut child);
            let seconds = PATIENCE.as_secs().to_string();
            Err(Message::new("cli-source-slow").with("seconds", seconds))
        }
        Err(error) => Err(failed(&error)),
    }
}

/// Waits for a program that has closed its stdout.
fn wait(child: &mut std::process::Child) -> io::Result<Option<std::process::ExitStatus>> {
    let pause = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match child.try_wait()? {
            None if waited < PATIENCE => {
                std::thread::sleep(if waited.is_zero() { Duration::from_millis(1) } else { pause });
                waited += pause;
            }
            status => return Ok(status),
        }
    }
}

/// Ends a program. One that has ended by itself is fine too.
fn end(child: &mut std::process::Child) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_place_of_a_source_is_refused_without_repeating_it() {
        for given in ["9f3c1a7be25d", "", "env", "env:", "file:", "ENV:X", "enviroment:X", "x:y"] {
            let message = Source::parse(given).unwrap_err();
            assert_eq!(message, Message::new("problem-secret-in-clear"), "{given}");
        }
        for given in ["command:", "command:  ", "command:a 'b"] {
            assert_eq!(Source::parse(given).unwrap_err(), Message::new("cli-source-words"), "{given}");
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
    fn one_line_break_is_cut() {
        use secrecy::ExposeSecret as _;
        let text = |bytes: &[u8]| secret(bytes).map(|secret| secret.expose_secret().to_owned());
        assert_eq!(text(b"s3\n").as_deref(), Ok("s3"));
        assert_eq!(text(b"s3\r\n").as_deref(), Ok("s3"));
        assert_eq!(text(b"s3").as_deref(), Ok("s3"));
        assert_eq!(text(b"\n"), Err(Message::new("cli-source-empty")));
        assert_eq!(text(b"\xff\n"), Err(Message::new("cli-source-text")));
        assert!(text(&vec![b'x'; 70_000]).is_err_and(|message| message.id == "cli-source-long"));
    }
}
