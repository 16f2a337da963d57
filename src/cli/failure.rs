//! Why a verb stopped: the words, the exit code, and how both are shown. Never holds a secret.

use serde_json::{Value, json};

use crate::i18n::{Message, Texts};
use crate::store::{SealedError, SecretError, StoreError, VaultError};
use crate::token::Problem;

/// The call's words or inputs are wrong.
pub(super) const WRONG: u8 = 2;
/// Something outside failed.
pub(super) const OUTSIDE: u8 = 3;

/// Why a verb did not do what was asked.
#[derive(Debug)]
pub(super) struct Failure {
    /// The exit code.
    pub(super) exit: u8,
    /// A stable word for scripts.
    code: &'static str,
    message: Message,
    /// What lies behind it, in the words of who said so.
    cause: Option<Message>,
    remedy: Option<Message>,
    /// What is wrong with each field.
    problems: Vec<Problem>,
}

/// Why a verb ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// It failed.
    Failed(Box<Failure>),
    /// Nobody reads what it writes any more (`| head`): no fault of anybody.
    BrokenPipe,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Failure::from(error).into()
    }
}

impl Failure {
    fn new(exit: u8, code: &'static str, message: Message) -> Self {
        Self { exit, code, message, cause: None, remedy: None, problems: Vec::new() }
    }

    /// The words of the call are wrong.
    pub(super) fn usage(message: Message) -> Self {
        Self::new(WRONG, "usage", message)
    }

    /// What was given is wrong, field by field.
    pub(super) fn inputs(problems: Vec<Problem>) -> Self {
        let message = Message::new("cli-inputs-wrong");
        Self { problems, ..Self::new(WRONG, "inputs", message) }
    }

    /// Something outside failed.
    pub(super) fn outside(code: &'static str, message: Message) -> Self {
        Self::new(OUTSIDE, code, message)
    }

    /// The same with what to do about it.
    #[must_use]
    pub(super) fn remedy(mut self, remedy: Message) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Whether it was the keychain that failed.
    pub(super) fn is_keychain(&self) -> bool {
        self.code == "keychain"
    }

    /// The same with a field that is at fault.
    #[must_use]
    pub(super) fn problem(mut self, problem: Problem) -> Self {
        self.problems.push(problem);
        self
    }

    /// For people, on stderr: what, field by field, and what to do. Each element is a line.
    pub(super) fn lines(&self, texts: &Texts) -> Vec<String> {
        let mut lines = vec![texts.format(&self.message)];
        lines.extend(self.cause.iter().map(|cause| texts.format(cause)));
        for problem in &self.problems {
            lines.push(format!("{}: {}", problem.key, texts.format(&problem.message)));
        }
        lines.extend(self.remedy.iter().map(|remedy| texts.format(remedy)));
        lines
    }

    /// For programs, on stdout.
    pub(super) fn to_json(&self, texts: &Texts) -> Value {
        let problem = |problem: &Problem| {
            json!({
                "field": problem.key,
                "code": problem.message.id,
                "text": texts.format(&problem.message),
            })
        };
        let mut text = texts.format(&self.message);
        if let Some(cause) = &self.cause {
            text.push(' ');
            text.push_str(&texts.format(cause));
        }
        json!({ "error": {
            "code": self.code,
            "exit": self.exit,
            "text": text,
            "remedy": self.remedy.as_ref().map(|remedy| texts.format(remedy)),
            "problems": self.problems.iter().map(problem).collect::<Vec<_>>(),
        }})
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (exit, code) = match &error {
            StoreError::NoSuchProject { .. } => (WRONG, "no_project"),
            StoreError::NameEmpty | StoreError::NameUnprintable | StoreError::NameTaken { .. } => {
                (WRONG, "name")
            }
            StoreError::Import { .. } | StoreError::ImportNewer { .. } | StoreError::ImportRefused { .. } => {
                (WRONG, "import")
            }
            StoreError::Sealed(SealedError::Needed | SealedError::Empty | SealedError::Differ) => {
                (WRONG, "passphrase")
            }
            StoreError::Sealed(SealedError::Wrong) => (OUTSIDE, "passphrase"),
            StoreError::Sealed(SealedError::Damaged { .. } | SealedError::Failed { .. }) => {
                (OUTSIDE, "sealed")
            }
            StoreError::File(_)
            | StoreError::Secret(SecretError::File(_) | SecretError::Vault(VaultError::File(_))) => {
                (OUTSIDE, "file")
            }
            StoreError::Secret(SecretError::Vault(_)) => (OUTSIDE, "vault"),
            StoreError::NoReference { .. } => (WRONG, "no_reference"),
            StoreError::Secret(SecretError::External(_)) => (OUTSIDE, "source"),
            StoreError::Secret(SecretError::NotOurs) => (WRONG, "place"),
            StoreError::Secret(SecretError::KeyGone { .. } | SecretError::SealBroken { .. }) => {
                (OUTSIDE, "secret_lost")
            }
            StoreError::Secret(_) => (OUTSIDE, "keychain"),
            StoreError::ChangedMeanwhile { .. } => (OUTSIDE, "changed_meanwhile"),
            StoreError::HalfDone { .. } => (OUTSIDE, "half_done"),
            StoreError::LeftOver { .. } => (OUTSIDE, "left_over"),
        };
        let message = error.message();
        let remedy = match &error {
            StoreError::Secret(SecretError::Vault(VaultError::Absent | VaultError::Closed)) => {
                Message::new("cli-vault-how")
            }
            StoreError::Sealed(SealedError::Needed) => Message::new("cli-passphrase-how"),
            _ => Message { id: format!("{}.remedy", message.id).into(), args: message.args.clone() },
        };
        Self { cause: error.cause(), remedy: Some(remedy), ..Self::new(exit, code, message) }
    }
}
