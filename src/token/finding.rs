//! A finding: one thing to know about a token, with a stable code.

use super::visible;
use crate::i18n::{Arg, Message};

/// One thing to know. Its text is `finding-<code>`, its remedy that text's attribute `remedy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable; scripts match on it. The words of `must_reject` in the vectors are codes.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Which wording of the code's text fits; empty for the only one. Its text is `finding-<code>-<variant>`.
    pub variant: &'static str,
    /// Values in its text.
    pub args: Vec<(&'static str, Arg)>,
    /// What a client or server of the vendor says when it meets this, as far as the vendor tells.
    pub vendor_codes: &'static [VendorCode],
}

/// The vendor's own code for a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VendorCode {
    /// As it is printed.
    pub code: &'static str,
    /// Who prints it: text id `place-<place>`.
    pub place: &'static str,
}

impl VendorCode {
    /// A code and who prints it.
    pub const fn new(code: &'static str, place: &'static str) -> Self {
        Self { code, place }
    }
}

/// How bad a finding is. The order is the order of display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The vendor refuses the token.
    Error,
    /// The vendor may refuse it, or it does not do what its maker meant.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl Finding {
    const fn new(code: &'static str, severity: Severity) -> Self {
        Self { code, severity, variant: "", args: Vec::new(), vendor_codes: &[] }
    }

    /// The vendor refuses the token for this.
    pub const fn error(code: &'static str) -> Self {
        Self::new(code, Severity::Error)
    }

    /// The vendor may refuse it.
    pub const fn warning(code: &'static str) -> Self {
        Self::new(code, Severity::Warning)
    }

    /// Good to know.
    pub const fn info(code: &'static str) -> Self {
        Self::new(code, Severity::Info)
    }

    /// The same in another wording.
    #[must_use]
    pub const fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// The same with a value for its text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A name that is not what it looks like, if this is one.
    pub fn mixed_scripts(key: &str, name: &str) -> Option<Self> {
        const LONGEST: usize = 80;
        let word: String = visible::mixed_word(name)?.chars().take(LONGEST).collect();
        Some(Self::info("mixed_scripts").with("key", visible::one_line(key)).with("word", word))
    }

    /// Whether only the tester minds, and not the vendor.
    pub fn is_unexpected(&self) -> bool {
        self.code == "expect_mismatch"
    }

    /// Its text.
    pub fn message(&self) -> Message {
        // Codes have underscores, as the vectors write them; text ids use hyphens.
        let mut id = format!("finding-{}", self.code.replace('_', "-"));
        if !self.variant.is_empty() {
            id.push('-');
            id.push_str(self.variant);
        }
        Message { id: id.into(), args: self.args.clone() }
    }

    /// What to do now.
    pub fn remedy(&self) -> Message {
        let message = self.message();
        Message { id: format!("{}.remedy", message.id).into(), args: message.args }
    }
}
