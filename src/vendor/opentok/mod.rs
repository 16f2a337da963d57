//! OpenTok: API key and API secret, T1 and JWT client tokens, REST tokens, session IDs.
//!
//! Source: reference opentok.md; the section is named where a rule stands.

pub(super) mod client;
mod jwt;
mod session_id;
mod t1;

use secrecy::ExposeSecret as _;

use super::{Answer, Vendor};
use crate::codec::number;
use crate::i18n::{Message, localized};
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Part, VendorCode};

/// OpenTok, the "legacy environment" of Vonage Video.
pub static VENDOR: Vendor = Vendor {
    id: "opentok",
    name: "OpenTok",
    letters: "OT",
    color: 0x8b_5c_f6,
    link: "https://tokbox.com/developer/guides/create-token/",
    credentials: &[
        Field::credential("api_key", FieldKind::Digits)
            .env(&[
                "OPENTOK_API_KEY",
                "TOKBOX_API_KEY",
                "OPENTOK_KEY",
                "TOKBOX_KEY",
                "OPENTOK_PROJECT_API_KEY",
            ])
            .sample("48213579"),
        Field::credential("api_secret", FieldKind::Secret { hex_digits: 40 }).env(&[
            "OPENTOK_API_SECRET",
            "TOKBOX_API_SECRET",
            "OPENTOK_SECRET",
            "TOKBOX_SECRET",
            "OPENTOK_PROJECT_SECRET",
            "OPENTOK_PROJECT_API_SECRET",
        ]),
    ],
    owner_key: "api_key",
    kinds: &[&t1::T1, &jwt::ClientJwt, &jwt::RestJwt, &session_id::Kind],
    texts: localized!("opentok"),
    hint,
};

/// OpenTok.js refuses to connect (section 9).
const REFUSED: &[VendorCode] = &[VendorCode::new("1004", "client")];
/// The server refuses the request (section 9).
const FORBIDDEN: &[VendorCode] = &[VendorCode::new("403", "server")];

/// What clients say to a client token with a fault, Vonage's too.
pub(super) static CLIENT_ANSWERS: &[Answer] = &[
    Answer::any("malformed", REFUSED),
    Answer::any("signature", REFUSED),
    Answer::any("alg", REFUSED),
    Answer::any("owner_mismatch", REFUSED),
    Answer::any("session_key_mismatch", REFUSED),
    Answer::any("bad_session_id", &[VendorCode::new("1004", "client"), VendorCode::new("1005", "client")]),
    Answer::any("expired", REFUSED),
    Answer::of("bad_time", "whole", REFUSED),
    Answer::of("no_exp", "", REFUSED),
    Answer::any("padding_lost", REFUSED),
];

/// What the server says to a REST JWT with a fault.
static SERVER_ANSWERS: &[Answer] = &[
    Answer::any("malformed", FORBIDDEN),
    Answer::any("signature", FORBIDDEN),
    Answer::any("alg", FORBIDDEN),
    Answer::any("ist", FORBIDDEN),
    Answer::any("bad_issuer", FORBIDDEN),
    Answer::any("owner_mismatch", FORBIDDEN),
    Answer::any("iat_future", FORBIDDEN),
    Answer::any("expired", FORBIDDEN),
];

const SAMPLE_SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

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

/// The given nonce, or one as `Math.random()` prints it. It is kept as given, but for a small number as
/// Python prints it: its 1e-07 is JavaScript's 1e-7.
fn nonce(inputs: &Inputs, env: &mut Env<'_>) -> String {
    inputs.text("nonce").map_or_else(
        || {
            // 53 random bits over 2^53: every float that Math.random() can return, and none it cannot.
            let bits = env.random.next_u64() >> 11;
            number::javascript(bits as f64 / (1_u64 << 53) as f64)
        },
        |given| match given.parse::<f64>() {
            Ok(number) if given.contains("e-0") => number::javascript(number),
            _ => given.to_owned(),
        },
    )
}

/// Notes on the parts that only OpenTok knows the meaning of.
fn annotate(parts: &mut [Part]) {
    for part in parts {
        let own = match (part.key.as_str(), part.value.as_str()) {
            ("ist", Some("project")) => Some("opentok-note-ist-project"),
            ("ist", Some("account")) => Some("opentok-note-ist-account"),
            ("partner_id" | "iss", Some(_)) => Some("opentok-note-key"),
            ("header.ist", Some(_)) => Some("opentok-note-ist-header"),
            _ => None,
        };
        if let Some(note) = own.map(Message::new).or_else(|| client::note(part)) {
            *part = part.clone().note(note);
        }
    }
}
