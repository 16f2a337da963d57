//! Vendors and their kinds of tokens: one static list, [`VENDORS`]. Forms, command-line fields, documents and half of
//! the tests are loops over it.
//!
//! Pure, like `token`. Adding a vendor adds files here, one line in the list, and its texts; CONTRIBUTING.md shows how.

mod form;
mod inspect;
pub mod jwt;
mod looks;
pub mod mecloud;
pub mod netease;
pub mod opentok;
mod snippet;
pub mod vonage;
pub mod zego;

use std::ops::Range;

use serde_json::{Map, Value};

use crate::codec::json;
use crate::i18n::{APP_TEXTS, Language, Localized, Message, Texts};
use crate::token::clean::Cleaning;
use crate::token::{
    Env, Field, Finding, Inputs, Layer, Name, Note, Part, Problem, Report, Segment, Shape, Signature, Time,
    VendorCode, Window, visible,
};

pub use form::{form_values, is_new, renewal_values};
pub use inspect::{Pasted, Trial, inspect};
use snippet::snippet;
pub use snippet::{Filled, Known, Snippet};

/// Every vendor, in the order of display; recognition asks in this order too, the general JWT last.
pub static VENDORS: &[&Vendor] =
    &[&opentok::VENDOR, &vonage::VENDOR, &netease::VENDOR, &mecloud::VENDOR, &zego::VENDOR, &jwt::VENDOR];

/// A service whose tokens are known.
#[derive(Debug)]
pub struct Vendor {
    /// First half of its kinds' ids.
    pub id: &'static str,
    /// Its name, the same in every language.
    pub name: &'static str,
    /// Two letters on its badge.
    pub letters: &'static str,
    /// The badge's colour, 0xRRGGBB.
    pub color: u32,
    /// Its documentation of tokens.
    pub link: &'static str,
    /// What a project holds. Empty where there is nothing to save.
    pub credentials: &'static [Field],
    /// The credential that a token names as its owner.
    pub owner_key: &'static str,
    /// Its kinds.
    pub kinds: &'static [&'static dyn Kind],
    /// Its texts (Fluent source).
    pub texts: Localized,
    /// Says what pasted text is that is no token of it, such as a secret pasted by mistake.
    pub hint: fn(&str) -> Option<Finding>,
}

/// What a kind is, as data.
#[derive(Debug)]
pub struct Spec {
    /// `vendor.kind`.
    pub id: &'static str,
    /// The version of Tokendesk that brought it.
    pub since: &'static str,
    /// Where the vendor documents it.
    pub link: &'static str,
    /// The inputs of one token. Of a kind that can only be inspected: what its check needs and it does not carry.
    pub fields: &'static [Field],
    /// What the names in its reports stand for.
    pub names: &'static [Name],
    /// Whether [`Kind::generate`] makes it.
    pub generates: bool,
    /// The vendor's limits.
    pub limits: Limits,
    /// Code for those who use it.
    pub snippets: &'static [Snippet],
}

/// What a vendor allows.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Longest life in seconds.
    pub longest_life: Option<i64>,
    /// A token made in the future is refused (else it only draws a warning).
    pub refuses_future: bool,
    /// So many seconds before the end the vendor's client warns.
    pub warned_before: Option<i64>,
    /// So many seconds beyond the end some verifiers still accept it; which ones do is unconfirmed.
    pub leeway: Option<i64>,
    /// A product of the vendor takes no token that ends later than so many seconds from now: its name, the seconds.
    pub product_life: Option<(&'static str, i64)>,
}

impl Limits {
    /// Nothing is documented.
    pub const NONE: Self = Self {
        longest_life: None,
        refuses_future: false,
        warned_before: None,
        leeway: None,
        product_life: None,
    };
}

/// What a vendor says to a token with a fault, as data.
#[derive(Debug)]
pub struct Answer {
    /// The code of the finding.
    pub finding: &'static str,
    /// Its variant; blank for any.
    pub variant: &'static str,
    /// The vendor's own codes, the usual one of each place first.
    pub codes: &'static [VendorCode],
}

impl Answer {
    /// To a finding in any wording.
    pub const fn any(finding: &'static str, codes: &'static [VendorCode]) -> Self {
        Self { finding, variant: "", codes }
    }

    /// To a finding in this wording.
    pub const fn of(finding: &'static str, variant: &'static str, codes: &'static [VendorCode]) -> Self {
        Self { finding, variant, codes }
    }
}

/// Where a token says for whom it is: keys of its fields, of what was given to make it, or of its project. The first that
/// has a value counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Audience {
    /// The user.
    pub user: &'static [&'static str],
    /// What the user may do.
    pub role: &'static [&'static str],
    /// Where: a room, a channel, a session.
    pub room: &'static [&'static str],
}

/// One thing that a vendor calls a token, signature or ID.
pub trait Kind: Sync {
    /// What it is, as data.
    fn spec(&self) -> &'static Spec;

    /// A credential of its vendor as this kind needs it: with another requirement, or `None` where it has no use.
    fn credential(&self, field: &'static Field) -> Option<&'static Field> {
        Some(field)
    }

    /// Where it says for whom it is.
    fn audience(&self) -> Audience {
        Audience::default()
    }

    /// Whether cleaned text looks like one of these.
    fn recognise(&self, text: &str) -> Recognition;

    /// Whether text as it came is something this kind reads whole, because it says more than the token in it: the
    /// answer of the vendor's server, or the headers of a request. Asked before anything is taken off.
    fn reads_whole(&self, _text: &str) -> bool {
        false
    }

    /// Takes it apart, with what is known (credentials, and what the token does not carry). Total: any text gives
    /// parts and findings. The signature is checked here where a secret is known, because some kinds cannot be
    /// taken apart without it.
    fn decode(&self, text: &str, known: &Inputs) -> Decoded;

    /// Judges a decoded token by the vendor's own rules, in the order in which the vendor would. Shape, signature,
    /// owner, end and life are judged for all kinds alike by [`inspect`].
    fn verify(&self, decoded: &Decoded, known: &Inputs, now: Time) -> Verified;

    /// The vendor's own code or wording for a finding that is judged for all kinds alike.
    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        finding
    }

    /// The vendor's own codes for what may be found; the first that fits a finding counts.
    fn answers(&self) -> &'static [Answer] {
        &[]
    }

    /// Problems between fields that each are right alone; asked while the form is typed, secrets may be absent.
    fn check(&self, _inputs: &Inputs, _now: Time) -> Vec<Problem> {
        Vec::new()
    }

    /// What is good to know about one field's value, for a form; nothing by default.
    fn remark(&self, _inputs: &Inputs, _key: &str) -> Vec<Note> {
        Vec::new()
    }

    /// Fills in what is random or now, was not given, and is needed again to check what was made, because the token
    /// does not carry it (a nonce, for one).
    fn complete(&self, inputs: Inputs, _env: &mut Env<'_>) -> Inputs {
        inputs
    }

    /// The inputs that would make an inspected token of this kind again, as far as it carries them: by their names,
    /// unless the kind knows better.
    fn form_values(&self, report: &Report) -> Vec<(&'static str, String)> {
        form::carried(report, self.spec().fields)
    }

    /// Makes one. Equal inputs and an equal `env` give equal bytes.
    ///
    /// # Errors
    /// Every problem, with its field's key.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>>;
}

impl std::fmt::Debug for dyn Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.spec().id)
    }
}

impl PartialEq for dyn Kind {
    fn eq(&self, other: &Self) -> bool {
        self.spec().id == other.spec().id
    }
}

/// A kind's answer to pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognition {
    /// Not this kind.
    No,
    /// It may be, if no other kind is surer.
    Maybe,
    /// It is.
    Yes,
    /// It is, once something that was lost is put back.
    Repaired {
        /// The whole token.
        text: String,
        /// What was done.
        cleaning: Cleaning,
    },
}

/// A token taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// Whether that went wholly well.
    pub shape: Shape,
    /// Whether it is signed with the known secret.
    pub signature: Signature,
    /// Whose it claims to be: the value of the vendor's [`Vendor::owner_key`].
    pub owner: Option<String>,
    /// The vendor's own names and values.
    pub fields: Map<String, Value>,
    /// The same with notes and places, and what else there is to see.
    pub parts: Vec<Part>,
    /// Coloured runs of the text.
    pub segments: Vec<Segment>,
    /// The bytes behind the text, the outer ones first.
    pub layers: Vec<Layer>,
    /// From when to when.
    pub window: Window,
    /// What taking it apart showed.
    pub findings: Vec<Finding>,
}

impl Decoded {
    /// Nothing yet, of good shape.
    pub fn new() -> Self {
        Self {
            shape: Shape::Ok,
            signature: Signature::Unchecked,
            owner: None,
            fields: Map::new(),
            parts: Vec::new(),
            segments: Vec::new(),
            layers: Vec::new(),
            window: Window::default(),
            findings: Vec::new(),
        }
    }

    /// Text that cannot be taken apart, and why.
    pub fn damaged(finding: Finding) -> Self {
        Self { shape: Shape::Damaged, findings: vec![finding], ..Self::new() }
    }

    /// A field that is text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.fields.get(key)?.as_str()
    }

    /// Tells of every key that stands again, and shows what does not count behind what does.
    fn tell_duplicates(&mut self, object: &json::Object, prefix: &str, at: Option<&Range<usize>>) {
        for duplicate in &object.duplicates {
            let key = format!("{prefix}{}", duplicate.key);
            let known = |finding: &Finding| {
                finding.code == "duplicate_key"
                    && finding.args.iter().any(|(_, arg)| *arg == key.as_str().into())
            };
            if !self.findings.iter().any(known) {
                self.findings.push(Finding::warning("duplicate_key").with("key", visible::one_line(&key)));
            }
            let part = Part::new(key, duplicate.value.clone()).note(Message::new("note-duplicate"));
            self.parts.push(Part { span: at.cloned(), ..part });
        }
    }
}

impl Default for Decoded {
    fn default() -> Self {
        Self::new()
    }
}

/// What the vendor's own rules say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// In the order of the vendor's judgement.
    pub findings: Vec<Finding>,
    /// The token contradicts itself about whose it is.
    pub foreign: bool,
}

/// What generation made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The token.
    pub token: String,
    /// Further texts by name (headers, a URL), where the kind yields more than one.
    pub outputs: Vec<(&'static str, String)>,
}

impl From<String> for Generated {
    fn from(token: String) -> Self {
        Self { token, outputs: Vec::new() }
    }
}

impl Vendor {
    /// Whether projects of this vendor can be saved.
    pub const fn has_projects(&self) -> bool {
        !self.credentials.is_empty()
    }
}

impl dyn Kind {
    /// The vendor's own codes for a finding.
    fn codes_for(&self, finding: &Finding) -> &'static [VendorCode] {
        let fits = |answer: &&Answer| {
            answer.finding == finding.code && (answer.variant.is_empty() || answer.variant == finding.variant)
        };
        self.answers().iter().find(fits).map_or(&[], |answer| answer.codes)
    }

    /// Its vendor.
    pub fn vendor(&self) -> &'static Vendor {
        let id = self.spec().id.split('.').next().unwrap_or_default();
        // tests/registry.rs: every kind's id starts with its vendor's.
        VENDORS.iter().find(|vendor| vendor.id == id).copied().unwrap_or(&jwt::VENDOR)
    }

    /// The credentials of its vendor, then the inputs of one token.
    pub fn fields(&self) -> Vec<&'static Field> {
        let credentials = self.vendor().credentials.iter().filter_map(|field| self.credential(field));
        credentials.chain(self.spec().fields).collect()
    }
}

/// A vendor by id.
pub fn vendor(id: &str) -> Option<&'static Vendor> {
    VENDORS.iter().find(|vendor| vendor.id == id).copied()
}

/// Every kind.
pub fn kinds() -> impl Iterator<Item = &'static dyn Kind> {
    VENDORS.iter().flat_map(|vendor| vendor.kinds).copied()
}

/// A kind by id.
pub fn kind(id: &str) -> Option<&'static dyn Kind> {
    kinds().find(|kind| kind.spec().id == id)
}

/// All texts in English: the program's and each vendor's.
pub fn texts() -> Texts {
    texts_in(Language::English)
}

/// All texts in a language.
pub fn texts_in(language: Language) -> Texts {
    Texts::new(&text_files(), language)
}

/// Every file of texts: the program's and each vendor's.
pub fn text_files() -> Vec<Localized> {
    APP_TEXTS.iter().copied().chain(VENDORS.iter().map(|vendor| vendor.texts)).collect()
}

/// A token, and the report on it: what the window and `tokendesk generate` show. The report comes from the same
/// inspection that a pasted token gets, with the inputs as the credentials.
///
/// # Errors
/// Every problem, with its field's key.
pub fn generate(
    kind: &'static dyn Kind,
    inputs: &Inputs,
    project: Option<String>,
    env: &mut Env<'_>,
) -> Result<(Generated, Report), Vec<Problem>> {
    let problems = kind.check(inputs, env.now);
    if !problems.is_empty() {
        return Err(problems);
    }
    let inputs = kind.complete(inputs.clone(), env);
    let generated = kind.generate(&inputs, env)?;
    let pasted = Pasted::whole(&generated.token, kind);
    let trial = Trial { project, inputs };
    let report = inspect(&pasted, &Inputs::default(), [trial], &[], env.now);
    Ok((generated, report))
}
