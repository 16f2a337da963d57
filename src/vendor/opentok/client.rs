//! What client tokens have in common, whoever signs them: T1 and JWT of OpenTok, JWT of Vonage. Their fields, the
//! checks of them, and the rules for the claims inside (reference opentok.md sections 2, 8 and 10).

use super::super::{Audience, Decoded, Verified};
use super::session_id::SessionId;
use crate::codec::json::plain;
use crate::i18n::{Arg, Message};
use crate::token::input::end_seconds;
use crate::token::{Field, FieldKind, Finding, Inputs, Note, Part, Problem, Time, When, visible};

/// Default life of a client token, and what the server assumes where none is given (section 3).
pub(in crate::vendor) const DAY: i64 = 86_400;
/// Longest life of a client token (section 8).
pub(in crate::vendor) const MONTH: i64 = 30 * DAY;
/// Most UTF-16 units of connection data and of the joined layout classes that Node takes (section 8).
const NODE_TEXT_MAX: usize = 1024;
/// Most characters of connection data by the vendor's documents (section 3).
const DATA_MAX: usize = 1000;

const ROLES: &[&str] = &["publisher", "subscriber", "moderator", "publisheronly"];
/// What each role may do: 1 receive, 2 send, 4 signal, 8 moderate (section 3).
pub(in crate::vendor) const RIGHTS: &[(&str, u64)] =
    &[("subscriber", 5), ("publisheronly", 2), ("publisher", 7), ("moderator", 15)];

/// The connection data is what the application says of its user.
pub(in crate::vendor) const AUDIENCE: Audience =
    Audience { user: &["connection_data", "data"], role: &["role"], room: &["session_id"] };
pub(in crate::vendor) const SESSION_ID: Field =
    Field::token("session_id", FieldKind::Id { max: 255 }).required().sample(super::SAMPLE_SESSION);
pub(in crate::vendor) const ROLE: Field =
    Field::token("role", FieldKind::Choice(ROLES)).default("publisher").sample("publisher");
pub(in crate::vendor) const EXPIRE_TIME: Field =
    Field::token("expire_time", FieldKind::Time).default("+24h").sample("+24h");
pub(in crate::vendor) const DATA: Field =
    Field::token("data", FieldKind::Text { max: NODE_TEXT_MAX, warn_above: DATA_MAX }).sample("name=Bich");
pub(in crate::vendor) const LAYOUT: Field =
    Field::token("initial_layout_class_list", FieldKind::Words { max: NODE_TEXT_MAX }).sample("focus main");
pub(in crate::vendor) const JTI: Field = Field::token("jti", FieldKind::Id { max: 255 })
    .advanced()
    .fresh()
    .sample("0d5e3f5c-6b0e-4a1e-9b7e-2f6c1a9d8e77");

/// The clock of a token as the SDKs read it.
#[derive(Debug, Clone, Copy)]
pub(in crate::vendor) struct Clock {
    /// From when a span counts, in seconds.
    pub(in crate::vendor) start: i64,
    /// What the token says of when it was made, in seconds; its longest life counts from here.
    pub(in crate::vendor) made: i64,
}

impl Clock {
    /// One instant for both.
    pub(in crate::vendor) const fn at(seconds: i64) -> Self {
        Self { start: seconds, made: seconds }
    }

    /// Node's client JWT: the end counts from the rounded clock, `iat` is the floored one (sections 4 and 6).
    pub(in crate::vendor) const fn node(now: Time) -> Self {
        Self { start: now.seconds_rounded(), made: now.seconds() }
    }

    /// The end in seconds: given, or a default life. A span that is not too long stays so though `start` may be a
    /// second behind `made`.
    pub(in crate::vendor) fn end(self, given: Option<When>, default_life: i64, longest: i64) -> i64 {
        let when = given.unwrap_or(When::FromNow(default_life * 1000));
        let end = end_seconds(when, self.start);
        match when {
            When::FromNow(millis) if millis <= longest * 1000 => end.min(self.made + longest),
            _ => end,
        }
    }

    /// A given end must lie ahead and within the longest life.
    pub(in crate::vendor) fn check_end(self, inputs: &Inputs, longest: i64) -> Option<Problem> {
        let end = self.end(Some(inputs.when("expire_time")?), 0, longest);
        let id = if end <= self.start {
            "problem-end-past"
        } else if end - self.made > longest {
            "problem-end-too-far"
        } else {
            return None;
        };
        let message = Message::new(id).with("end", Time::from_seconds(end));
        Some(Problem::new("expire_time", message.with("longest", Arg::Span(longest * 1000))))
    }
}

/// A session ID that cannot be read, or belongs to other credentials (`owner_key` names theirs); and an end outside of
/// what the server takes.
pub(in crate::vendor) fn check(inputs: &Inputs, owner_key: &str, clock: Clock) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(text) = inputs.text("session_id") {
        match SessionId::parse(text) {
            None => problems.push(Problem::new("session_id", Message::new("opentok-problem-session-id"))),
            Some(session) => {
                let key = inputs.text(owner_key).filter(|key| *key != session.owner);
                if let Some(key) = key {
                    let message = Message::new("opentok-problem-session-owner");
                    let message = message.with("owner", visible::one_line(&session.owner));
                    problems.push(Problem::new("session_id", message.with("key", key)));
                }
            }
        }
    }
    problems.extend(clock.check_end(inputs, MONTH));
    problems
}

/// Whose a session ID is and when it was made.
pub(in crate::vendor) fn remark(inputs: &Inputs, owner_key: &str, key: &str) -> Vec<Note> {
    let session = inputs.text("session_id").filter(|_| key == "session_id").and_then(SessionId::parse);
    match session {
        Some(session) if inputs.text(owner_key) == Some(&session.owner) => {
            let own = Note::Text(Message::new("opentok-remark-session"));
            [own].into_iter().chain(session.created().map(Note::Time)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a scope must be there and say `session.connect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::vendor) enum Scope {
    /// A JWT must have it.
    Required,
    /// Only newer SDKs write it into a T1 token.
    IfPresent,
}

/// What a session ID inside a client token says about its owner, and what the token's role is (section 10).
pub(in crate::vendor) fn verify(decoded: &Decoded, scope: Scope) -> Verified {
    let mut verified = Verified::default();
    let session = decoded.text("session_id");
    let connects = decoded.text("scope").map(|scope| scope == "session.connect");
    if session.is_none_or(str::is_empty) {
        verified.findings.push(Finding::error("scope").variant("session"));
    } else if !connects.unwrap_or(scope == Scope::IfPresent) {
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
        let role = visible::one_line(&plain(role));
        verified.findings.push(Finding::error("bad_role").with("role", role).with("roles", ROLES.join(", ")));
    }
    let data = decoded.text("connection_data").map_or(0, |data| data.chars().count());
    if data > DATA_MAX {
        verified.findings.push(Finding::warning("data_too_long").with("length", data));
    }
    verified
}

/// What a part of a client token means.
pub(in crate::vendor) fn note(part: &Part) -> Option<Message> {
    let value = part.value.as_str()?;
    match part.key.as_str() {
        "role" if ROLES.contains(&value) => Some(Message::new(format!("opentok-role-{value}"))),
        "session_id" => SessionId::parse(value)
            .map(|session| Message::new("opentok-note-session").with("owner", session.owner)),
        "scope" if value == "session.connect" => Some(Message::new("opentok-note-scope")),
        "connection_data" => Some(Message::new("opentok-note-data")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Raw;
    use crate::token::input::Ask;

    static FIELDS: [&Field; 1] = [&EXPIRE_TIME];

    #[test]
    fn rounding_never_carries_an_end_over_the_limit() {
        let now = Time::from_millis(1_767_323_045_678);
        let clock = Clock::node(now);
        let life = |given: &str, longest| clock.end(When::parse(given).ok(), DAY, longest) - clock.made;
        assert_eq!(life("+24h", MONTH), DAY + 1, "as Node has it");
        assert_eq!(life("+30d", MONTH), MONTH);
        let problem = |given: &str| {
            let inputs = Inputs::read(&FIELDS, &Raw::new().with("expire_time", given), Ask::Given).unwrap();
            clock.check_end(&inputs, MONTH).map(|problem| problem.message.id.into_owned())
        };
        assert_eq!(problem("+30d"), None);
        assert_eq!(problem("1769915045"), None, "30 days after iat");
        assert_eq!(problem("1769915046").as_deref(), Some("problem-end-too-far"));
        assert_eq!(problem("+31d").as_deref(), Some("problem-end-too-far"));
        assert_eq!(problem("1767323046").as_deref(), Some("problem-end-past"));
        assert_eq!(problem("1767323047"), None);
    }
}
