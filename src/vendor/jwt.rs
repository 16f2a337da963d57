//! JSON Web Tokens of no vendor in particular, and what all JWT kinds share.
//!
//! Source: reference jwt.md sections 1 (reading), 2 (verifying) and 3 (time).

use std::ops::Range;

use serde_json::{Map, Value};

use super::looks;
use super::{Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Vendor, Verified};
use crate::codec::jwt::{self, Damage, Jwt, Part as JwtPart};
use crate::i18n::{Message, localized};
use crate::token::{
    Env, Finding, Inputs, Means, Name, Part, Problem, Segment, Signature, Time, Window, visible,
};

/// Plain JWTs: decoded and timed; there is nothing to save and nothing to generate.
pub static VENDOR: Vendor = Vendor {
    id: "jwt",
    name: "JWT",
    letters: "JW",
    color: 0x5b_64_72,
    link: "https://www.rfc-editor.org/rfc/rfc7519",
    credentials: &[],
    owner_key: "iss",
    kinds: &[&Plain],
    texts: localized!("jwt"),
    hint: |_| None,
};

static SPEC: Spec = Spec {
    id: "jwt",
    since: "0.1.0",
    link: "https://www.rfc-editor.org/rfc/rfc7519",
    fields: &[],
    names: NAMES,
    generates: false,
    // Libraries and servers differ: 0, 10 or 60 seconds (reference jwt.md section 3).
    limits: Limits { leeway: Some(60), ..Limits::NONE },
    snippets: &[],
};

/// The registered claims (RFC 7519 section 4.1); all others are somebody's own.
static NAMES: &[Name] = &[
    Name::new("header.alg", Means::Form),
    Name::new("header.typ", Means::Form),
    Name::new("header.kid", Means::Form),
    Name::new("iss", Means::Owner),
    Name::new("sub", Means::User),
    Name::new("iat", Means::Made),
    Name::new("nbf", Means::Starts),
    Name::new("exp", Means::Ends),
    Name::new("jti", Means::Random),
    Name::new("signature", Means::Proof),
];

/// A JWT that no vendor's kind claims.
#[derive(Debug)]
pub struct Plain;

impl Kind for Plain {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        Audience { user: &["sub"], ..Audience::default() }
    }

    fn recognise(&self, text: &str) -> Recognition {
        // Also broken ones, so that they are called a broken JWT and not an unknown text.
        if text.starts_with("eyJ") && text.contains('.') || jwt::parse(text).is_ok() {
            Recognition::Maybe
        } else {
            Recognition::No
        }
    }

    fn decode(&self, text: &str, _known: &Inputs) -> Decoded {
        let jwt = match jwt::parse(text) {
            Ok(jwt) => jwt,
            Err(damage) => return Decoded::damaged(malformed(damage)),
        };
        let mut decoded = decode(text, &jwt);
        decoded.window.endless = decoded.window.expires_at.is_none();
        if is_unsigned(&jwt) {
            decoded.signature = Signature::Invalid;
            decoded.findings.push(Finding::error("alg").variant("none"));
        }
        decoded.findings.extend(looks::finding(&jwt));
        decoded
    }

    fn verify(&self, _decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        Verified::default()
    }

    fn generate(&self, _inputs: &Inputs, _env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        Err(vec![Problem::new("kind", Message::new("problem-inspect-only"))])
    }
}

/// Why text is no JWT, as a finding.
pub fn malformed(damage: Damage) -> Finding {
    let finding = Finding::error("malformed");
    let part = |part| match part {
        JwtPart::Header => "1",
        JwtPart::Claims => "2",
        JwtPart::Signature => "3",
    };
    match damage {
        Damage::Parts(count) => finding.variant("jwt-parts").with("count", count),
        Damage::Base64(which) => finding.variant("jwt-base64").with("part", part(which)),
        Damage::Json(which) => finding.variant("jwt-json").with("part", part(which)),
    }
}

/// Whether it says of itself that it is not signed, in any letter case, or has no signature.
pub fn is_unsigned(jwt: &Jwt) -> bool {
    jwt.signature.is_empty() || jwt.algorithm().is_none_or(|alg| alg.eq_ignore_ascii_case("none"))
}

/// What is wrong with the algorithm where a vendor takes one only: never may the token choose (section 2).
pub fn wrong_algorithm(jwt: &Jwt, wanted: &str, variant: &'static str) -> Option<Finding> {
    if jwt.algorithm() == Some(wanted) {
        return None;
    }
    let variant = if is_unsigned(jwt) { "none" } else { variant };
    let alg = visible::one_line(jwt.algorithm().unwrap_or_default());
    Some(Finding::error("alg").variant(variant).with("alg", alg))
}

/// Everything that all JWTs show alike: claims as fields, parts with times, segments, window, legality.
pub fn decode(text: &str, jwt: &Jwt) -> Decoded {
    let mut decoded = Decoded::new();
    decoded.fields.clone_from(&jwt.claims.members);
    decoded.segments = vec![
        Segment::new("header", jwt.header_at.clone()),
        Segment::new("claims", jwt.claims_at.clone()),
        Segment::new("signature", jwt.signature_at.clone()),
    ];
    decoded.parts = parts(&jwt.header.members, "header.", &jwt.header_at);
    decoded.parts.extend(parts(&jwt.claims.members, "", &jwt.claims_at));
    let signature = text.get(jwt.signature_at.clone()).unwrap_or_default();
    decoded.parts.push(Part::new("signature", signature).at(jwt.signature_at.clone()));
    decoded.window = Window {
        issued_at: time(&jwt.claims.members, "iat", &mut decoded.findings),
        not_before: time(&jwt.claims.members, "nbf", &mut decoded.findings),
        expires_at: time(&jwt.claims.members, "exp", &mut decoded.findings),
        endless: false,
        good_at_end: false,
    };
    if !jwt.strict {
        decoded.findings.push(Finding::error("not_base64url"));
    }
    decoded.tell_duplicates(&jwt.header, "header.", Some(&jwt.header_at));
    decoded.tell_duplicates(&jwt.claims, "", Some(&jwt.claims_at));
    if jwt.header.members.contains_key("crit") {
        decoded.findings.push(Finding::warning("crit"));
    }
    decoded
}

fn parts(members: &Map<String, Value>, prefix: &str, at: &Range<usize>) -> Vec<Part> {
    let part = |(key, value): (&String, &Value)| {
        let part = Part::new(format!("{prefix}{key}"), value.clone()).at(at.clone());
        let is_time = matches!(key.as_str(), "iat" | "exp" | "nbf" | "create_time" | "expire_time");
        if is_time { part.time(Time::from_json(value)) } else { part }
    };
    members.iter().map(part).collect()
}

/// A claim of time; anything but a number is told and left out.
fn time(claims: &Map<String, Value>, claim: &'static str, findings: &mut Vec<Finding>) -> Option<Time> {
    let value = claims.get(claim).filter(|value| !value.is_null())?;
    let time = Time::from_json(value);
    if time.is_none() {
        findings.push(Finding::error("bad_time").with("key", claim));
    }
    time
}
