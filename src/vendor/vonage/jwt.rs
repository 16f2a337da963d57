//! The RS256 tokens: the client JWT (reference section 6) and the REST JWT of the Authorization header (section 7).
//!
//! | maker | claims of a client token in order; the header is always `{"alg":"RS256","typ":"JWT"}` |
//! |---|---|
//! | npm @vonage/video, opentok-node (written here) | scope, session_id, role, initial_layout_class_list (may be empty), exp, sub, acl, [connection_data], jti, iat, application_id |
//! | PyPI vonage-video | session_id, role, [connection_data], [initial_layout_class_list as array], exp, jti, iat, subject, scope, acl, application_id |
//! | opentok-python | session_id, role, iat, exp, scope, [initial_layout_class_list], [connection_data], application_id, jti, subject, acl |
//! | Java | session_id, role, scope, exp, iat, jti, application_id, …; neither sub nor acl |

use serde_json::Value;

use super::super::opentok::client::{
    self, Clock, DATA, DAY, EXPIRE_TIME, JTI, LAYOUT, MONTH, ROLE, SESSION_ID, Scope,
};
use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, form, jwt as any_jwt,
    snippet,
};
use super::key;
use crate::codec::json::{Writer, plain};
use crate::codec::rsa::SigningKey;
use crate::codec::{jwt, uuid};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Part, Problem, Report, Signature, Time,
    visible,
};

const HEADER: &str = r#"{"alg":"RS256","typ":"JWT"}"#;
/// What every maker but Java writes (section 6).
const ACL: &str = r#"{"paths":{"/session/**":{}}}"#;
/// Default life of a REST token, and what the server assumes where no exp is given (section 7).
const REST_LIFE: i64 = 900;
/// A Vonage JWT ends so long after iat, whatever exp says (section 7).
const REST_LONGEST: i64 = DAY;
const SAMPLE_SESSION: &str = "1_MX43ZjNjMmExMC01YjZkLTRlOGYtOWEwYi0xYzJkM2U0ZjVhNmJ-fjE3NjcyMjU2MDA0NTZ-a1EzV3M4RWQ1UmYyVGc3WWg0VWo5SWsxfn5-";

static CLIENT: Spec = Spec {
    id: "vonage.client-jwt",
    since: "0.1.0",
    link: "https://developer.vonage.com/en/video/guides/create-token",
    fields: &[SESSION_ID.sample(SAMPLE_SESSION), ROLE, EXPIRE_TIME, DATA, LAYOUT, JTI],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(MONTH), ..Limits::NONE },
    snippets: &[snippet!("vonage.js", "Vonage Video")],
};

static REST: Spec = Spec {
    id: "vonage.rest-jwt",
    since: "0.1.0",
    link: "https://developer.vonage.com/en/getting-started/concepts/authentication",
    fields: &[
        Field::token("ttl", FieldKind::Seconds { min: 1, max: REST_LONGEST }).default("900").sample("900"),
        Field::token("expire_time", FieldKind::Time).advanced().sample("+15m"),
        JTI,
    ],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(REST_LONGEST), refuses_future: true, ..Limits::NONE },
    snippets: &[snippet!("vonage-rest.sh", "curl")],
};

static NAMES: &[Name] = &[
    Name::new("header.alg", Means::Form),
    Name::new("header.typ", Means::Form),
    Name::new("application_id", Means::Owner),
    Name::new("iat", Means::Made),
    Name::new("nbf", Means::Starts),
    Name::new("exp", Means::Ends).of("expire_time"),
    Name::new("session_id", Means::Room),
    Name::new("role", Means::Rights).words(client::RIGHTS),
    Name::new("connection_data", Means::Data).of("data"),
    Name::new("initial_layout_class_list", Means::Form),
    Name::new("scope", Means::Form),
    Name::new("sub", Means::Form),
    Name::new("subject", Means::Form),
    Name::new("acl", Means::Form),
    Name::new("jti", Means::Random),
    Name::new("signature", Means::Proof),
];

/// `vonage.client-jwt`.
#[derive(Debug)]
pub(super) struct ClientJwt;

/// `vonage.rest-jwt`.
#[derive(Debug)]
pub(super) struct RestJwt;

/// Which of the two a JWT is, by its claims (section 1); none without `application_id`.
fn recognise(text: &str, client: bool) -> Recognition {
    let Ok(jwt) = jwt::parse(text) else { return Recognition::No };
    let claims = &jwt.claims.members;
    let joins = jwt.text("scope") == Some("session.connect") || claims.contains_key("session_id");
    if claims.contains_key("application_id") && joins == client { Recognition::Yes } else { Recognition::No }
}

/// What both share: only RS256, whatever the token says (section 10, `alg`), and `application_id` as the owner.
fn decode(text: &str, known: &Inputs) -> Decoded {
    let jwt = match jwt::parse(text) {
        Ok(jwt) => jwt,
        Err(damage) => return Decoded::damaged(any_jwt::malformed(damage)),
    };
    let mut decoded = any_jwt::decode(text, &jwt);
    decoded.window.good_at_end = true;
    decoded.owner = jwt.text("application_id").map(ToOwned::to_owned);
    if let Some(finding) = any_jwt::wrong_algorithm(&jwt, "RS256", "rs256") {
        decoded.signature = Signature::Invalid;
        decoded.findings.insert(0, finding);
    } else {
        let (signature, finding) = key::signature(text, &jwt, known);
        decoded.signature = signature;
        decoded.findings.extend(finding);
    }
    if !says(&decoded, "exp")
        && let Some(made) = decoded.window.issued_at
    {
        decoded.window.expires_at = Some(made.plus(REST_LIFE * 1000));
        decoded.findings.push(Finding::warning("no_exp").variant("vonage"));
    }
    annotate(&mut decoded.parts);
    decoded
}

/// Whether a claim is there; null is as good as absent.
fn says(decoded: &Decoded, claim: &str) -> bool {
    decoded.fields.get(claim).is_some_and(|value| !value.is_null())
}

/// What the server asks of every token (sections 6 and 7): whose it is, and when it was made.
fn verify(decoded: &Decoded, mut verified: Verified, required: &[&'static str]) -> Verified {
    match decoded.fields.get("application_id") {
        Some(Value::String(id)) if uuid::is_uuid(id) => {}
        Some(id) => {
            let id = visible::one_line(&plain(id));
            verified.findings.push(Finding::error("bad_issuer").variant("application").with("id", id));
        }
        None => verified.findings.push(Finding::error("missing_field").with("key", "application_id")),
    }
    let absent = required.iter().filter(|key| !says(decoded, key));
    verified.findings.extend(absent.map(|key| Finding::error("missing_field").with("key", *key)));
    verified
}

fn annotate(parts: &mut [Part]) {
    for part in parts {
        let own = match part.key.as_str() {
            "application_id" => Some("vonage-note-application"),
            "acl" => Some("vonage-note-acl"),
            "sub" | "subject" if part.value == "video" => Some("vonage-note-subject"),
            _ => None,
        };
        if let Some(note) = own.map(Message::new).or_else(|| client::note(part)) {
            *part = part.clone().note(note);
        }
    }
}

/// The given id, or a random UUID, as npm @vonage/jwt makes it.
fn jti(inputs: &Inputs, env: &mut Env<'_>) -> String {
    inputs.text("jti").map_or_else(
        || {
            let mut bytes = [0; 16];
            env.random.fill_bytes(&mut bytes);
            uuid::random(bytes)
        },
        ToOwned::to_owned,
    )
}

fn sign(claims: Writer, key: &SigningKey) -> Result<Generated, Vec<Problem>> {
    let damaged = || vec![Problem::new("private_key", Message::new("problem-rsa-damaged"))];
    jwt::sign_rs256(HEADER, &claims.finish(), key).map(Into::into).ok_or_else(damaged)
}

impl Kind for ClientJwt {
    fn spec(&self) -> &'static Spec {
        &CLIENT
    }

    fn audience(&self) -> Audience {
        client::AUDIENCE
    }

    fn recognise(&self, text: &str) -> Recognition {
        recognise(text, true)
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        decode(text, known)
    }

    fn answers(&self) -> &'static [Answer] {
        super::super::opentok::CLIENT_ANSWERS
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        verify(decoded, client::verify(decoded, Scope::Required), &["iat", "role"])
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        let mut problems = key::check(inputs);
        problems.extend(client::check(inputs, "application_id", Clock::node(now)));
        problems
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        client::remark(inputs, "application_id", key)
    }

    /// The order of npm @vonage/video. `exp` counts from the rounded clock, `iat` is the floored one.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let key = key::signing(inputs)?;
        let end = Clock::node(env.now).end(inputs.when("expire_time"), DAY, MONTH);
        let mut claims = Writer::new()
            .text("scope", "session.connect")
            .text("session_id", inputs.text_or_empty("session_id"))
            .text("role", inputs.text("role").unwrap_or("publisher"))
            .text("initial_layout_class_list", inputs.text_or_empty("initial_layout_class_list"))
            .integer("exp", end)
            .text("sub", "video")
            .raw("acl", ACL);
        if let Some(data) = inputs.text("data") {
            claims = claims.text("connection_data", data);
        }
        let claims = claims
            .text("jti", &jti(inputs, env))
            .integer("iat", env.now.seconds())
            .text("application_id", inputs.text_or_empty("application_id"));
        sign(claims, &key)
    }
}

impl Kind for RestJwt {
    fn spec(&self) -> &'static Spec {
        &REST
    }

    fn recognise(&self, text: &str) -> Recognition {
        recognise(text, false)
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let mut decoded = decode(text, known);
        // A wrong unit is told as such by the common rules.
        let cut = decoded.window.issued_at.map(|made| made.plus(REST_LONGEST * 1000));
        if let (Some(cut), Some(end)) = (cut, decoded.window.expires_at)
            && end > cut
            && end.seconds() <= crate::token::time::MILLISECONDS_FROM
        {
            decoded.window.expires_at = Some(cut);
            decoded.findings.push(Finding::warning("life_cut").with("end", cut));
        }
        decoded
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        // Without exp the end follows from iat, so one of the two is enough (section 7).
        let required: &[&str] = if says(decoded, "exp") { &[] } else { &["iat"] };
        let mut verified = verify(decoded, Verified::default(), required);
        if says(decoded, "acl") && !says(decoded, "scope") {
            verified.findings.push(Finding::info("client_sdk_token"));
        }
        verified
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        let mut problems = key::check(inputs);
        problems.extend(Clock::at(now.seconds()).check_end(inputs, REST_LONGEST));
        problems
    }

    /// A given end stands first, a life behind `iat`.
    fn form_values(&self, report: &Report) -> Vec<(&'static str, String)> {
        let values = form::carried(report, REST.fields);
        let claims = &report.fields;
        if claims.keys().next().is_some_and(|first| first == "exp") || !claims.contains_key("iat") {
            return values;
        }
        let others = values.into_iter().filter(|(key, _)| *key != "expire_time").collect();
        form::with_life(others, "ttl", (claims.get("iat"), claims.get("exp")))
    }

    /// The order of npm @vonage/jwt: the caller's options as they come, then jti, iat, exp, application_id. A given
    /// end is the option exp, so it comes first; a life is the option ttl, which itself is left out.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let key = key::signing(inputs)?;
        let made = env.now.seconds();
        let clock = Clock::at(made);
        let life = inputs.text("ttl").and_then(|ttl| ttl.parse().ok()).unwrap_or(REST_LIFE);
        let mut claims = Writer::new();
        let given = inputs.when("expire_time");
        let end = clock.end(given, life, REST_LONGEST);
        if given.is_some() {
            claims = claims.integer("exp", end);
        }
        claims = claims.text("jti", &jti(inputs, env)).integer("iat", made);
        if given.is_none() {
            claims = claims.integer("exp", end);
        }
        sign(claims.text("application_id", inputs.text_or_empty("application_id")), &key)
    }
}
