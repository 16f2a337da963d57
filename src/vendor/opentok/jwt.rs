//! The HS256 tokens: the client JWT (reference section 4) and the REST JWT of the X-OPENTOK-AUTH header (section 5).

use serde_json::Value;

use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, jwt as any_jwt, snippet,
};
use super::client::{self, Clock, DATA, DAY, EXPIRE_TIME, JTI, LAYOUT, MONTH, ROLE, SESSION_ID, Scope};
use crate::codec::json::{Writer, plain};
use crate::codec::jwt::{self, Jwt};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Problem, Signature, Time, visible,
};

/// Header of the Node SDK.
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
/// Longest life of a REST token (section 5); the Node SDK uses all of it.
const REST_LIFE: i64 = 300;

static CLIENT: Spec = Spec {
    id: "opentok.client-jwt",
    since: "0.1.0",
    link: "https://tokbox.com/developer/guides/create-token/",
    fields: &[
        SESSION_ID,
        ROLE,
        EXPIRE_TIME,
        DATA,
        LAYOUT,
        Field::token("nonce", FieldKind::Number)
            .also(&["nonce_text"])
            .advanced()
            .fresh()
            .sample("0.4490125317896543"),
        JTI,
    ],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(MONTH), ..Limits::NONE },
    snippets: &[snippet!("opentok.js", "OpenTok.js")],
};

static REST: Spec = Spec {
    id: "opentok.rest-jwt",
    since: "0.1.0",
    link: "https://tokbox.com/developer/rest/#authentication",
    fields: &[
        Field::token("expire_time", FieldKind::Time).default("+5m").sample("+3m"),
        Field::token("ist", FieldKind::Choice(ISSUER_TYPES)).default("project").advanced().sample("account"),
        JTI,
    ],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(REST_LIFE), refuses_future: true, ..Limits::NONE },
    snippets: &[snippet!("opentok-rest.sh", "curl")],
};

/// `account` goes with the account-level key (section 5).
const ISSUER_TYPES: &[&str] = &["project", "account"];

static NAMES: &[Name] = &[
    Name::new("header.alg", Means::Form),
    Name::new("header.typ", Means::Form),
    Name::new("header.ist", Means::Form).of("ist"),
    Name::new("iss", Means::Owner),
    Name::new("ist", Means::Form),
    Name::new("iat", Means::Made),
    Name::new("nbf", Means::Starts),
    Name::new("exp", Means::Ends).of("expire_time"),
    Name::new("session_id", Means::Room),
    Name::new("create_time", Means::Made),
    Name::new("nonce", Means::Random),
    Name::new("role", Means::Rights).words(client::RIGHTS),
    Name::new("expire_time", Means::Ends),
    Name::new("connection_data", Means::Data).of("data"),
    Name::new("initial_layout_class_list", Means::Form),
    Name::new("scope", Means::Form),
    Name::new("jti", Means::Random),
    Name::new("signature", Means::Proof),
];

/// `opentok.client-jwt`.
#[derive(Debug)]
pub(super) struct ClientJwt;

/// `opentok.rest-jwt`.
#[derive(Debug)]
pub(super) struct RestJwt;

/// Which of the two a JWT is, by its claims (section 1): none with `application_id`, which is Vonage's.
fn is_client(text: &str) -> Option<bool> {
    let jwt = jwt::parse(text).ok()?;
    let claims = &jwt.claims.members;
    if claims.contains_key("application_id") {
        return None;
    }
    let client = claims.contains_key("session_id");
    let connects = jwt.text("scope") == Some("session.connect");
    let issuer_type = claims.contains_key("ist") || jwt.header.members.contains_key("ist");
    (issuer_type || (client && connects)).then_some(client)
}

fn recognise(text: &str, client: bool) -> Recognition {
    if is_client(text) == Some(client) { Recognition::Yes } else { Recognition::No }
}

/// What both share: only HS256, whatever the token says (section 10, `alg`), and `iss` as the owner.
fn decode(text: &str, known: &Inputs) -> Decoded {
    let jwt = match jwt::parse(text) {
        Ok(jwt) => jwt,
        Err(damage) => return Decoded::damaged(any_jwt::malformed(damage)),
    };
    let mut decoded = any_jwt::decode(text, &jwt);
    decoded.window.good_at_end = true;
    decoded.owner = jwt.claims.members.get("iss").map(plain);
    decoded.signature = signature(text, &jwt, known);
    if let Some(finding) = any_jwt::wrong_algorithm(&jwt, "HS256", "hs256") {
        decoded.findings.insert(0, finding);
    }
    if !decoded.owner.as_ref().is_some_and(|iss| !iss.is_empty() && iss.bytes().all(|b| b.is_ascii_digit())) {
        decoded.findings.push(Finding::error("bad_issuer"));
    } else if !jwt.claims.members.get("iss").is_some_and(Value::is_string) {
        decoded.findings.push(Finding::warning("bad_issuer").variant("number"));
    }
    if decoded.window.expires_at.is_none() && !decoded.findings.iter().any(|f| f.code == "bad_time") {
        decoded.findings.push(Finding::warning("no_exp"));
    }
    super::annotate(&mut decoded.parts);
    decoded
}

fn signature(text: &str, jwt: &Jwt, known: &Inputs) -> Signature {
    if jwt.algorithm() != Some("HS256") {
        return Signature::Invalid;
    }
    match super::key_bytes(known) {
        None => Signature::Unchecked,
        Some(key) if jwt.verify_hs256(text, key) => Signature::Valid,
        Some(_) => Signature::Invalid,
    }
}

fn missing_secret() -> Vec<Problem> {
    vec![Problem::new("api_secret", Message::new("problem-missing"))]
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
        super::CLIENT_ANSWERS
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        client::verify(decoded, Scope::Required)
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        client::check(inputs, "api_key", Clock::node(now))
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        client::remark(inputs, "api_key", key)
    }

    /// Node's order: iss, ist, iat, exp, session_id, create_time, nonce, role, expire_time, [connection_data],
    /// initial_layout_class_list, scope. `iat` floors the clock, `create_time` rounds it. No SDK of this layout
    /// writes `jti`; a given one comes last.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let (Some(api_key), Some(key)) = (inputs.text("api_key"), super::key_bytes(inputs)) else {
            return Err(missing_secret());
        };
        let created = env.now.seconds_rounded();
        let end = Clock::node(env.now).end(inputs.when("expire_time"), DAY, MONTH);
        let mut claims = Writer::new()
            .text("iss", api_key)
            .text("ist", "project")
            .integer("iat", env.now.seconds())
            .integer("exp", end)
            .text("session_id", inputs.text_or_empty("session_id"))
            .integer("create_time", created)
            .raw("nonce", &super::nonce(inputs, env))
            .text("role", inputs.text("role").unwrap_or("publisher"))
            .integer("expire_time", end);
        if let Some(data) = inputs.text("data") {
            claims = claims.text("connection_data", data);
        }
        claims = claims
            .text("initial_layout_class_list", inputs.text_or_empty("initial_layout_class_list"))
            .text("scope", "session.connect");
        if let Some(jti) = inputs.text("jti") {
            claims = claims.text("jti", jti);
        }
        Ok(jwt::sign_hs256(HEADER, &claims.finish(), key).into())
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
        decode(text, known)
    }

    fn answers(&self) -> &'static [Answer] {
        super::SERVER_ANSWERS
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        let mut verified = Verified::default();
        // The Ruby SDK writes ist into the header, and that is accepted (section 5).
        let in_header = decoded.parts.iter().find(|part| part.key == "header.ist").map(|part| &part.value);
        let ist = decoded.fields.get("ist").or(in_header);
        if !ist.and_then(Value::as_str).is_some_and(|ist| ISSUER_TYPES.contains(&ist)) {
            let ist = visible::one_line(&ist.map(plain).unwrap_or_default());
            verified.findings.push(Finding::error("ist").with("ist", ist));
        }
        verified
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        Clock::at(now.seconds()).check_end(inputs, REST_LIFE).into_iter().collect()
    }

    /// Node's order: iss, ist, iat, exp. It writes no `jti`; a given one comes last.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let (Some(api_key), Some(key)) = (inputs.text("api_key"), super::key_bytes(inputs)) else {
            return Err(missing_secret());
        };
        let issued = env.now.seconds();
        let end = Clock::at(issued).end(inputs.when("expire_time"), REST_LIFE, REST_LIFE);
        let mut claims = Writer::new()
            .text("iss", api_key)
            .text("ist", inputs.text("ist").unwrap_or("project"))
            .integer("iat", issued)
            .integer("exp", end);
        if let Some(jti) = inputs.text("jti") {
            claims = claims.text("jti", jti);
        }
        Ok(jwt::sign_hs256(HEADER, &claims.finish(), key).into())
    }
}
