//! OpenTok: API key and API secret, T1 and JWT client tokens, REST tokens, session IDs.
//!
//! Source: reference opentok.md; the section is named where a rule stands.

mod jwt;
mod session_id;
mod t1;

use secrecy::ExposeSecret as _;

use super::{Vendor, Verified};
use crate::codec::number;
use crate::i18n::Message;
use crate::token::input::end_seconds;
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Note, Problem, Time, When, visible};
use session_id::SessionId;

/// OpenTok, the "legacy environment" of Vonage Video.
pub static VENDOR: Vendor = Vendor {
    id: "opentok",
    name: "OpenTok",
    letters: "OT",
    color: 0x8b_5c_f6,
    link: "https://tokbox.com/developer/guides/create-token/",
    credentials: &[
        Field::credential("api_key", FieldKind::Digits).sample("48213579"),
        Field::credential("api_secret", FieldKind::Secret { hex_digits: 40 }),
    ],
    owner_key: "api_key",
    kinds: &[&t1::T1, &jwt::ClientJwt, &jwt::RestJwt, &session_id::Kind],
    texts: include_str!("../../../assets/i18n/en/opentok.ftl"),
    hint,
};

/// Default life of a client token, and what the server assumes where none is given (section 3).
const DAY: i64 = 86_400;
/// Longest life of a client token (section 8).
const MONTH: i64 = 30 * DAY;
/// Most UTF-16 units of connection data and of the joined layout classes that Node takes (section 8).
const NODE_TEXT_MAX: usize = 1024;
/// Most characters of connection data by the vendor's documents (section 3).
const DATA_MAX: usize = 1000;

const ROLES: &[&str] = &["publisher", "subscriber", "moderator", "publisheronly"];
const SAMPLE_SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

const SESSION_ID: Field =
    Field::token("session_id", FieldKind::Id { max: 255 }).required().sample(SAMPLE_SESSION);
const ROLE: Field = Field::token("role", FieldKind::Choice(ROLES)).default("publisher").sample("publisher");
const EXPIRE_TIME: Field = Field::token("expire_time", FieldKind::Time).default("+24h").sample("+24h");
const DATA: Field =
    Field::token("data", FieldKind::Text { max: NODE_TEXT_MAX, warn_above: DATA_MAX }).sample("name=Bich");
const LAYOUT: Field =
    Field::token("initial_layout_class_list", FieldKind::Words { max: NODE_TEXT_MAX }).sample("focus main");

/// `digits:40 characters` is the retired X-TB-PARTNER-AUTH header: somebody pasted a secret (section 1).
fn hint(text: &str) -> Option<Finding> {
    let (key, secret) = text.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit());
    (is_key && secret.chars().count() == 40).then(|| Finding::error("secret_pasted"))
}

/// The secret's bytes, as text and never hex-decoded (head of the reference).
fn key_bytes(inputs: &Inputs) -> Option<&[u8]> {
    inputs.secret("api_secret").map(|secret| secret.expose_secret().as_bytes())
}

/// A session ID that cannot be read, or belongs to another API key; and an end outside of what the server takes.
fn check_client(inputs: &Inputs, now: Time) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(text) = inputs.text("session_id") {
        match SessionId::parse(text) {
            None => problems.push(Problem::new("session_id", Message::new("opentok-problem-session-id"))),
            Some(session) => {
                let key = inputs.text("api_key").filter(|key| *key != session.owner);
                if let Some(key) = key {
                    let message = Message::new("opentok-problem-session-owner");
                    let message = message.with("owner", visible::one_line(&session.owner));
                    problems.push(Problem::new("session_id", message.with("key", key)));
                }
            }
        }
    }
    problems.extend(check_end(inputs, now.seconds_rounded(), MONTH));
    problems
}

/// Whose a session ID is and when it was made.
fn remark(inputs: &Inputs, key: &str) -> Vec<Note> {
    let session = inputs.text("session_id").filter(|_| key == "session_id").and_then(SessionId::parse);
    match session {
        Some(session) if inputs.text("api_key") == Some(&session.owner) => {
            let own = Note::Text(Message::new("opentok-remark-session"));
            [own].into_iter().chain(session.created().map(Note::Time)).collect()
        }
        _ => Vec::new(),
    }
}

/// The end must lie ahead and within the longest life.
fn check_end(inputs: &Inputs, start: i64, longest: i64) -> Option<Problem> {
    let end = end_seconds(inputs.when("expire_time")?, start);
    let id = match end - start {
        life if life <= 0 => "problem-end-past",
        life if life > longest => "problem-end-too-far",
        _ => return None,
    };
    let longest = crate::token::time::span_short(longest * 1000);
    let end = Time::from_seconds(end).rfc3339();
    Some(Problem::new("expire_time", Message::new(id).with("end", end).with("longest", longest)))
}

/// The given nonce, or one as `Math.random()` prints it.
fn nonce(inputs: &Inputs, env: &mut Env<'_>) -> String {
    inputs.text("nonce").map_or_else(
        || {
            // 53 random bits over 2^53: every float that Math.random() can return, and none it cannot.
            let bits = env.random.next_u64() >> 11;
            number::javascript(bits as f64 / (1_u64 << 53) as f64)
        },
        ToOwned::to_owned,
    )
}

/// The end in seconds: given, or the default from `start`.
fn end(inputs: &Inputs, start: i64, default_life: i64) -> i64 {
    end_seconds(inputs.when("expire_time").unwrap_or(When::FromNow(default_life * 1000)), start)
}

/// What a session ID inside a client token says about its owner, and what the token's role is (section 10).
fn verify_client(decoded: &super::Decoded) -> Verified {
    let mut verified = Verified::default();
    let session = decoded.text("session_id");
    let scope = decoded.text("scope");
    let is_t1 = decoded.fields.contains_key("partner_id");
    if session.is_none_or(str::is_empty) {
        verified.findings.push(Finding::error("scope").variant("session"));
    } else if scope.map_or(!is_t1, |scope| scope != "session.connect") {
        // Only newer SDKs write a scope into a T1 token; a JWT must have it.
        verified.findings.push(Finding::error("scope"));
    }
    match session.map(SessionId::parse) {
        Some(Some(session)) => {
            if let Some(owner) = decoded.owner.as_ref().filter(|owner| **owner != session.owner) {
                verified.foreign = true;
                let finding = Finding::error("session_key_mismatch").with("owner", visible::one_line(owner));
                verified.findings.push(finding.with("session", visible::one_line(&session.owner)));
            }
        }
        Some(None) => verified.findings.push(Finding::error("bad_session_id")),
        None => {}
    }
    if let Some(role) = decoded.fields.get("role")
        && !role.as_str().is_some_and(|role| ROLES.contains(&role))
    {
        let role = visible::one_line(&crate::codec::json::plain(role));
        verified.findings.push(Finding::error("bad_role").with("role", role).with("roles", ROLES.join(", ")));
    }
    let data = decoded.text("connection_data").map_or(0, |data| data.chars().count());
    if data > DATA_MAX {
        verified.findings.push(Finding::warning("data_too_long").with("length", data.to_string()));
    }
    verified
}

/// Notes on the parts that only OpenTok knows the meaning of.
fn annotate(parts: &mut [crate::token::Part]) {
    for part in parts {
        let Some(value) = part.value.as_str() else { continue };
        let note = match part.key.as_str() {
            "role" if ROLES.contains(&value) => Message::new(format!("opentok-role-{value}")),
            "session_id" => match SessionId::parse(value) {
                Some(session) => Message::new("opentok-note-session").with("owner", session.owner),
                None => continue,
            },
            "scope" if value == "session.connect" => Message::new("opentok-note-scope"),
            "connection_data" => Message::new("opentok-note-data"),
            "ist" if value == "project" => Message::new("opentok-note-ist-project"),
            "ist" if value == "account" => Message::new("opentok-note-ist-account"),
            "partner_id" | "iss" => Message::new("opentok-note-key"),
            "header.ist" => Message::new("opentok-note-ist-header"),
            _ => continue,
        };
        *part = part.clone().note(note);
    }
}
