//! A vendor's HTTP request as data: shown, copied as curl, Java, PHP or JavaScript, or sent; and what its answer means.
//!
//! A [`Call`] is declared once, in the file of its vendor, and listed in [`CALLS`]; the window, `tokendesk call` and
//! the tests are loops over that list. Signatures come from the vendors' kinds: nothing is signed in two ways.
//!
//! Pure, but for [`send`]: `now` and randomness come in as [`Env`], and equal inputs give equal bytes. Nothing here
//! sends by itself; [`send::send`] is called when a person has pressed the button, or said `--send`, and at no other
//! time.

mod address;
mod answer;
mod mecloud;
mod netease;
mod opentok;
pub mod quota;
pub mod render;
pub mod send;
mod vonage;
mod zego;

use serde_json::{Map, Value, json};

use crate::i18n::{Message, Texts};
use crate::token::report::findings_json;
use crate::token::{Env, Field, Finding, Inputs, Problem, Time};
use crate::vendor::{self, Generated, Vendor};

pub use address::{is_loopback, parse as parse_base_url};
pub use answer::Answer;

/// Every call, in the order of display.
pub static CALLS: &[&dyn Call] = &[
    &opentok::CreateSession,
    &vonage::CreateSession,
    &netease::GetToken,
    &netease::RefreshImToken,
    &mecloud::Authen,
    &zego::IdentifyToken,
];

/// What a call is, as data.
#[derive(Debug)]
pub struct Spec {
    /// `vendor.call`; the vendor is one of [`vendor::VENDORS`].
    pub id: &'static str,
    /// The version of Tokendesk that brought it.
    pub since: &'static str,
    /// Where the vendor documents it.
    pub link: &'static str,
    /// Where it goes unless another address is given: scheme and host, in the vendor's form.
    pub base_url: &'static str,
    /// The vendor's credentials, the same keys, where the call requires others of them than a project must have.
    pub credentials: Option<&'static [Field]>,
    /// The inputs besides the credentials.
    pub fields: &'static [Field],
    /// Codes of the findings that explain what the vendor is documented to answer when it refuses.
    pub refusals: &'static [&'static str],
    /// How often it may be sent.
    pub quota: Option<quota::Quota>,
}

/// One request that a vendor's server answers.
pub trait Call: Sync {
    /// What it is, as data.
    fn spec(&self) -> &'static Spec;

    /// Where it goes with these inputs, unless another address is given.
    fn base_url(&self, _inputs: &Inputs) -> &'static str {
        self.spec().base_url
    }

    /// Problems between fields that each are right alone; asked while the form is typed, secrets may be absent.
    fn check(&self, _inputs: &Inputs, _now: Time) -> Vec<Problem> {
        Vec::new()
    }

    /// Advice about values that are accepted all the same.
    fn advice(&self, _inputs: &Inputs) -> Vec<Problem> {
        Vec::new()
    }

    /// The request. `base_url` is an address that [`parse_base_url`] has passed. Equal inputs and an equal `env` give
    /// equal bytes. Callers use [`prepare`], which checks first.
    ///
    /// # Errors
    /// Every problem, with its field's key.
    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>>;

    /// What an answer to it means. Total: any answer gives an outcome. `now` is when the answer came.
    fn read(&self, answer: &Answer, inputs: &Inputs, now: Time) -> Outcome;
}

impl std::fmt::Debug for dyn Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.spec().id)
    }
}

impl PartialEq for dyn Call {
    fn eq(&self, other: &Self) -> bool {
        self.spec().id == other.spec().id
    }
}

impl dyn Call {
    /// Its vendor.
    pub fn vendor(&self) -> &'static Vendor {
        let id = self.spec().id.split('.').next().unwrap_or_default();
        // tests/registry.rs: every call's id starts with its vendor's.
        vendor::vendor(id).unwrap_or(&vendor::jwt::VENDOR)
    }

    /// The credentials of its vendor, then its own inputs.
    pub fn fields(&self) -> Vec<&'static Field> {
        let spec = self.spec();
        spec.credentials.unwrap_or(self.vendor().credentials).iter().chain(spec.fields).collect()
    }

    /// Text id of its name; `.about` says what it is for.
    pub fn text_id(&self) -> String {
        format!("call-{}", self.spec().id.replace('.', "-"))
    }
}

/// A call by id.
pub fn call(id: &str) -> Option<&'static dyn Call> {
    CALLS.iter().find(|call| call.spec().id == id).copied()
}

/// The calls of a vendor.
pub fn of_vendor(vendor: &Vendor) -> impl Iterator<Item = &'static dyn Call> {
    CALLS.iter().filter(move |call| call.vendor().id == vendor.id).copied()
}

/// How a request asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Everything stands in the address.
    Get,
    /// There is a body.
    Post,
}

impl Method {
    /// The word on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// A request, exactly as it would be sent. [`Request::all_headers`] adds what every HTTP client adds by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// How it asks.
    pub method: Method,
    /// Where: ASCII only, everything percent-encoded.
    pub url: String,
    /// The headers of the call in their order, names as the vendor spells them; values are visible ASCII.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent along, as UTF-8.
    pub body: Option<String>,
    /// When its signature is too old: sign again then.
    pub good_until: Option<Time>,
}

impl Request {
    /// Every header that goes over the wire when we send it, in this order: `Host`, those of the call, `User-Agent`,
    /// and `Content-Length` where there is a body. (In HTTP the case of their names says nothing.)
    pub fn all_headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![("Host", address::authority(&self.url).to_owned())];
        headers.extend(self.headers.iter().cloned());
        headers.push(("User-Agent", USER_AGENT.to_owned()));
        if let Some(body) = &self.body {
            headers.push(("Content-Length", body.len().to_string()));
        }
        headers
    }

    /// Path and query: what stands in the first line of the request.
    pub fn target(&self) -> &str {
        address::target(&self.url)
    }

    /// Milliseconds until it must be signed again; negative behind that.
    pub fn remaining(&self, now: Time) -> Option<i64> {
        self.good_until.map(|end| end.since(now))
    }

    /// As the command line prints it.
    pub fn to_json(&self) -> Value {
        let headers: Vec<Value> = self.headers.iter().map(|(name, value)| json!([name, value])).collect();
        json!({ "method": self.method.name(), "url": self.url, "headers": headers, "body": self.body })
    }
}

/// What we call ourselves to servers.
pub const USER_AGENT: &str = concat!("tokendesk/", env!("CARGO_PKG_VERSION"));

/// What an answer means.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// The vendor did what was asked.
    pub ok: bool,
    /// The vendor's own names and values. Text in them is the server's: to be shown, never to be acted on.
    pub fields: Map<String, Value>,
    /// What to know, worst first.
    pub findings: Vec<Finding>,
    /// What can be put to use.
    pub gains: Vec<Gain>,
}

/// Something useful in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gain {
    /// A value for a form: of the field with this key, of this vendor's kinds.
    Field {
        /// The field's key.
        key: &'static str,
        /// Its value.
        value: String,
    },
    /// A token that the vendor made.
    Token {
        /// The vendor's name for it, as in its answer.
        name: &'static str,
        /// The kind that keeps and inspects it, where there is one.
        kind: Option<&'static str>,
        /// The token.
        text: String,
        /// When it ends.
        ends: Ends,
        /// It is the token that was there before, and only its end has moved.
        extended: bool,
    },
}

/// When a token that a vendor made ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// At this time, as the vendor says or documents.
    At(Time),
    /// Only when it is replaced.
    Never,
    /// Nobody says.
    Unknown,
}

impl Gain {
    fn to_json(&self) -> Value {
        match self {
            Self::Field { key, value } => json!({ "field": key, "value": value }),
            Self::Token { name, kind, text, ends, extended } => json!({
                "name": name,
                "kind": kind,
                "token": text,
                "expires_at": match ends {
                    Ends::At(time) => time.to_json(),
                    Ends::Never | Ends::Unknown => Value::Null,
                },
                "endless": *ends == Ends::Never,
                "extended": extended,
            }),
        }
    }
}

impl Outcome {
    /// The members that the command line adds for an answer.
    pub fn to_json(&self, texts: &Texts) -> [(&'static str, Value); 4] {
        [
            ("ok", self.ok.into()),
            ("fields", Value::Object(self.fields.clone())),
            ("findings", findings_json(&self.findings, texts)),
            ("gains", self.gains.iter().map(Gain::to_json).collect()),
        ]
    }

    /// Sorted, worst finding first.
    fn sorted(mut self) -> Self {
        self.findings.sort_by_key(|finding| finding.severity);
        self
    }
}

/// The request of a call: everything checked, then built. `base_url` replaces the vendor's address, for a mock or a
/// proxy; `None` is the vendor's.
///
/// # Errors
/// Every problem, with its field's key (`base_url` for the address).
pub fn prepare(
    call: &dyn Call,
    inputs: &Inputs,
    env: &mut Env<'_>,
    base_url: Option<&str>,
) -> Result<Request, Vec<Problem>> {
    let mut problems = call.check(inputs, env.now);
    let base_url = address::parse(base_url.unwrap_or(call.base_url(inputs)))
        .map_err(|message| problems.push(Problem::new("base_url", message)))
        .unwrap_or_default();
    if !problems.is_empty() {
        return Err(problems);
    }
    call.build(inputs, env, &base_url)
}

/// What one of the vendor's kinds makes of the inputs: the signature of a request.
fn made(kind: &'static str, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
    // tests/calls.rs builds every call, so every kind that one needs is there.
    let missing = || vec![Problem::new("kind", Message::new("problem-missing"))];
    vendor::kind(kind).ok_or_else(missing)?.generate(inputs, env)
}

/// What that kind has against the inputs.
fn checked(kind: &'static str, inputs: &Inputs, now: Time) -> Vec<Problem> {
    vendor::kind(kind).map(|kind| kind.check(inputs, now)).unwrap_or_default()
}

/// The end of a token of one of the kinds, as it says itself.
fn end_of(kind: &'static str, token: &str) -> Option<Time> {
    vendor::kind(kind)?.decode(token, &Inputs::default()).window.expires_at
}

/// A value that goes into a header: no other characters are safe on every way, and white space at its ends is lost.
fn header(key: &'static str, value: &str) -> Result<(), Problem> {
    let visible = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
    if !value.is_empty() && value.bytes().all(visible) && value.trim() == value {
        return Ok(());
    }
    Err(Problem::new(key, Message::new("problem-header")))
}

/// The address of a region; the first where none is named.
fn host(hosts: &[(&str, &'static str)], region: Option<&str>) -> &'static str {
    let named = hosts.iter().find(|(name, _)| Some(*name) == region).or(hosts.first());
    named.map(|(_, host)| *host).unwrap_or_default()
}
