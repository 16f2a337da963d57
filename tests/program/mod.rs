//! The program as outsiders call it: the real executable, a home of its own, nothing of this machine's environment.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::ffi::OsStr;
use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// A call of the program.
pub(crate) struct Call {
    command: Command,
    stdin: Vec<u8>,
}

/// What it did.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
}

/// A call with these arguments, without display, session bus and home.
pub(crate) fn tokendesk<I: AsRef<OsStr>>(arguments: impl IntoIterator<Item = I>) -> Call {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tokendesk"));
    command.args(arguments).env_clear().env("TZ", "UTC");
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    // Never the projects of whoever runs the tests.
    command.env("TOKENDESK_HOME", "/nonexistent/tokendesk");
    // Windows starts no program without it.
    command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
    Call { command, stdin: Vec::new() }
}

impl Call {
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn stdin(mut self, stdin: impl Into<Vec<u8>>) -> Self {
        self.stdin = stdin.into();
        self
    }

    /// Starts it, all three of its streams in hand.
    pub(crate) fn spawn(mut self) -> Child {
        let pipes = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        pipes.spawn().expect("the program starts")
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Done {
        let text = std::mem::take(&mut self.stdin);
        let mut child = self.spawn();
        let mut input = child.stdin.take().unwrap();
        let writer = std::thread::Builder::new();
        // The program need not read to the end.
        let writer = writer.spawn(move || input.write_all(&text).unwrap_or_default()).unwrap();
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Done { code: output.status.code().unwrap_or(-1), stdout: output.stdout, stderr: output.stderr }
    }
}

impl Done {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).expect("stdout is UTF-8")
    }

    pub(crate) fn words(&self) -> &str {
        std::str::from_utf8(&self.stderr).expect("stderr is UTF-8")
    }

    /// The one object on stdout.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.text()).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}
