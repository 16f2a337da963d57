//! OpenTok: a session is made (reference opentok.md section 9). Vonage Video has the same call with other credentials
//! (`super::vonage`), so what both share is here.

use serde_json::{Map, Value};

use super::answer::{Answer, Meaning, shown, xml_leaves};
use super::{Call, Gain, Method, Outcome, Request, Spec};
use crate::codec::form;
use crate::codec::json::plain;
use crate::i18n::Message;
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Problem, Time, visible};
use crate::vendor;

const MODES: &[&str] = &["manual", "always"];
const PREFERENCES: &[&str] = &["enabled", "disabled"];
const RESOLUTIONS: &[&str] = &["640x480", "480x640", "1280x720", "720x1280", "1920x1080", "1080x1920"];
const SWITCH: &[&str] = &["true", "false"];

pub(super) const ARCHIVE_MODE: Field =
    Field::token("archive_mode", FieldKind::Choice(MODES)).default("manual").sample("manual");
pub(super) const P2P: Field =
    Field::token("p2p_preference", FieldKind::Choice(PREFERENCES)).sample("disabled");
pub(super) const ARCHIVE_NAME: Field =
    Field::token("archive_name", FieldKind::Text { max: 80, warn_above: 0 }).advanced().sample("Lesson 12");
pub(super) const ARCHIVE_RESOLUTION: Field =
    Field::token("archive_resolution", FieldKind::Choice(RESOLUTIONS)).advanced().sample("1280x720");
pub(super) const LOCATION: Field =
    Field::token("location", FieldKind::Id { max: 15 }).advanced().sample("203.0.113.7");
pub(super) const E2EE: Field = Field::token("e2ee", FieldKind::Choice(SWITCH)).advanced().sample("true");

/// The vendor advises 180 seconds and a new token for each call (section 5).
const LIFE: &str = "+3m";

/// The kind that signs it.
const SIGNATURE: &str = "opentok.rest-jwt";

static SPEC: Spec = Spec {
    id: "opentok.create-session",
    since: "0.1.0",
    link: "https://tokbox.com/developer/rest/",
    base_url: "https://api.opentok.com",
    credentials: None,
    fields: &[
        ARCHIVE_MODE,
        // What OpenTok's SDKs take where nothing is said.
        P2P.default("enabled"),
        ARCHIVE_NAME,
        ARCHIVE_RESOLUTION,
        LOCATION,
        E2EE,
        Field::token("expire_time", FieldKind::Time).default(LIFE).advanced().sample(LIFE),
    ],
    refusals: REFUSALS,
    quota: None,
};

pub(super) const REFUSALS: &[&str] = &[
    "opentok_issuer_not_found",
    "opentok_invalid_signature",
    "opentok_clock_ahead",
    "opentok_issuer_format",
    "opentok_token_format",
    "opentok_no_authentication",
    "opentok_other_project",
    "opentok_partner",
    "opentok_refused",
];

/// What the server says with 403 (section 9), and what it means. Compared without case, from the start of the text.
static MEANINGS: &[Meaning<&str>] = &[
    Meaning { said: "issuer not found", code: "opentok_issuer_not_found" },
    Meaning { said: "invalid signature", code: "opentok_invalid_signature" },
    Meaning { said: "issued time cannot be greater than current time", code: "opentok_clock_ahead" },
    Meaning { said: "invalid issuer format", code: "opentok_issuer_format" },
    Meaning { said: "invalid token format", code: "opentok_token_format" },
    Meaning { said: "no suitable authentication found", code: "opentok_no_authentication" },
    Meaning { said: "id in the token does not match", code: "opentok_other_project" },
    Meaning { said: "invalid partner credentials", code: "opentok_partner" },
];

/// `opentok.create-session`.
#[derive(Debug)]
pub(super) struct CreateSession;

impl Call for CreateSession {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        let mut problems = super::checked(SIGNATURE, inputs, now);
        problems.extend(check(inputs));
        problems
    }

    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>> {
        let token = super::made(SIGNATURE, inputs, env)?.token;
        let good_until = super::end_of(SIGNATURE, &token);
        Ok(request(inputs, base_url, ("X-OPENTOK-AUTH", token), good_until))
    }

    fn read(&self, answer: &Answer, inputs: &Inputs, now: Time) -> Outcome {
        read(answer, inputs.text("api_key"), now)
    }
}

/// What goes together and what does not (section 9).
pub(super) fn check(inputs: &Inputs) -> Vec<Problem> {
    let is = |key, value| inputs.text(key) == Some(value);
    let mut problems = Vec::new();
    let mut problem =
        |key: &'static str, id: &'static str| problems.push(Problem::new(key, Message::new(id)));
    let (always, encrypted) = (is("archive_mode", "always"), is("e2ee", "true"));
    if (always || encrypted) && !is("p2p_preference", "disabled") {
        problem("p2p_preference", if always { "problem-archive-routed" } else { "problem-e2ee-routed" });
    }
    if always && encrypted {
        problem("e2ee", "problem-e2ee-archive");
    }
    for key in ["archive_name", "archive_resolution"] {
        if !always && inputs.text(key).is_some() {
            problem(key, "problem-archive-only");
        }
    }
    if inputs.text("location").is_some_and(|text| text.parse::<core::net::Ipv4Addr>().is_err()) {
        problem("location", "problem-ipv4");
    }
    problems
}

/// `POST {host}/session/create`. Without `Accept: application/json` the answer would be XML. With no options the body
/// is Node's: `archiveMode=manual&p2p.preference=enabled`.
pub(super) fn request(
    inputs: &Inputs,
    base_url: &str,
    authentication: (&'static str, String),
    good_until: Option<Time>,
) -> Request {
    let names = [
        ("archiveMode", "archive_mode"),
        ("p2p.preference", "p2p_preference"),
        ("archiveName", "archive_name"),
        ("archiveResolution", "archive_resolution"),
        ("location", "location"),
        ("e2ee", "e2ee"),
    ];
    let pairs = names.into_iter().filter_map(|(name, key)| Some((name, inputs.text(key)?)));
    Request {
        method: Method::Post,
        url: format!("{base_url}/session/create"),
        headers: vec![
            authentication,
            ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
            ("Accept", "application/json".to_owned()),
        ],
        body: Some(form::encode_pairs(pairs)),
        good_until,
    }
}

/// An array of one session (or the session itself), or the same as XML; an error with code, message, description.
pub(super) fn read(answer: &Answer, owner: Option<&str>, now: Time) -> Outcome {
    let Some(fields) = fields(answer) else {
        let mut outcome = answer.foreign();
        outcome.findings.extend(answer.clock_finding(now).filter(|_| answer.status == 403));
        return outcome.sorted();
    };
    let text = |key: &str| fields.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let mut outcome = Outcome::default();
    match text("session_id") {
        Some(session) if answer.is_success() => {
            outcome.ok = true;
            outcome.findings.extend(session_finding(session, owner));
            outcome.gains.push(Gain::Field { key: "session_id", value: session.to_owned() });
        }
        _ => {
            let said = text("message").or(text("description")).unwrap_or_default();
            outcome.findings.push(refusal(answer, said));
            outcome.findings.extend(answer.clock_finding(now));
        }
    }
    outcome.fields = fields;
    outcome.sorted()
}

/// The members of the answer, whichever of its two forms it has.
fn fields(answer: &Answer) -> Option<Map<String, Value>> {
    match answer.json() {
        Some(Value::Array(sessions)) => match sessions.into_iter().next() {
            Some(Value::Object(session)) => Some(session),
            _ => None,
        },
        Some(Value::Object(object)) => Some(object),
        Some(_) => None,
        None => {
            let leaves = xml_leaves(&answer.text());
            (leaves.contains_key("session_id") || leaves.contains_key("message")).then_some(leaves)
        }
    }
}

fn refusal(answer: &Answer, said: &str) -> Finding {
    let lower = said.to_ascii_lowercase();
    let meaning = MEANINGS.iter().find(|meaning| lower.starts_with(meaning.said));
    match meaning {
        Some(meaning) => Finding::error(meaning.code),
        None if said.is_empty() => match answer.status_finding() {
            Some(finding) => return finding,
            None => return Finding::error("answer_incomplete").with("key", "session_id"),
        },
        None => Finding::error("opentok_refused"),
    }
    .with("status", answer.status.to_string())
    .with("said", shown(said))
}

/// A session that cannot be read, or that belongs to somebody else than who asked for it.
fn session_finding(session: &str, owner: Option<&str>) -> Option<Finding> {
    let kind = vendor::kind("opentok.session-id")?;
    let decoded = kind.decode(session, &Inputs::default());
    match (decoded.owner, owner) {
        (None, _) => Some(Finding::warning("session_unreadable")),
        (Some(claimed), Some(owner)) if claimed != owner => {
            let finding = Finding::warning("session_of_other").with("claimed", visible::one_line(&claimed));
            Some(finding.with("owner", plain(&Value::from(owner))))
        }
        _ => None,
    }
}
