//! SOURCE: where a secret comes from. Never from the command line itself, where every process of the machine can read
//! it and the shell keeps it in its history. What a project's reference can be, and stdin besides.

use std::io::{self, BufRead as _, Read as _};

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::i18n::Message;
use crate::store::external::{self, FetchFault, NotAReference, Reference};

/// Where a secret comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// `-`: one line on stdin.
    Stdin,
    /// `env:NAME`, `file:PATH`, `command:PROGRAM ARGS`.
    At(Reference),
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
        Reference::parse(text).map(Self::At).map_err(|wrong| match wrong {
            NotAReference::Form => Message::new("problem-secret-in-clear"),
            NotAReference::Words => wrong.message(),
        })
    }

    /// Fetches the secret. The line break at its end is cut.
    ///
    /// # Errors
    /// If it cannot be had; in words that hold nothing of what was given or read.
    pub(super) fn read(&self) -> Result<SecretString, Message> {
        self.fetch().map_err(|fault| fault.clause())
    }

    /// The same with the fault itself.
    pub(super) fn fetch(&self) -> Result<SecretString, FetchFault> {
        match self {
            Self::Stdin => {
                let stdin = |error: io::Error| FetchFault::Stdin { reason: error.to_string() };
                external::to_secret(&from_stdin().map_err(stdin)?)
            }
            Self::At(reference) => reference.fetch(),
        }
    }
}

fn from_stdin() -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(256));
    io::stdin().lock().take(external::LONGEST + 1).read_until(b'\n', &mut bytes)?;
    Ok(bytes)
}
