//! Another implementation as witness: the crate jsonwebtoken (on aws-lc) verifies the JWTs that we make, and we verify
//! those that it makes. It gets its keys as DER and as numbers, not by our own reading of PEM.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use base64::Engine as _;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, TokenData, Validation};
use serde_json::{Value, json};
use support::{Pinned, inspect, raw};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Signature, Time};
use tokendesk::vendor::{self, Kind};

const SECRET: &str = "9f3c1e7a5b2d8064c1f0e9d8a7b6c5d4e3f2a1b0";
const OPENTOK_SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";
const APPLICATION: &str = "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b";
const VONAGE_SESSION: &str = "1_MX43ZjNjMmExMC01YjZkLTRlOGYtOWEwYi0xYzJkM2U0ZjVhNmJ-fjE3NjcyMjU2MDA0NTZ-a1EzV3M4RWQ1UmYyVGc3WWg0VWo5SWsxfn5-";
const PKCS8: &str = include_str!("keys/application.pkcs8.pem");
const PKCS1: &str = include_str!("keys/application.pkcs1.pem");
/// `openssl rsa -in application.pkcs8.pem -noout -modulus`, as base64url.
const MODULUS: &str = "wOmFh1iqBP1gx8ZpkpDSDQhFVTXt-RG8A5EWjV0H0YoR7mVlkZ_0372qgEXKDHbuEjcdqIA3wUBZtf3rX95harH6nUF9CxEwKM0NUagaS75AswM0Y5OPuXKbBguvANSK9qF9Iyp79FAAqEEH-VKnjhAt6dpoBp8CLA1W2TW-eclSayH0S4Mx__-IQEpnhNQc085wYKw9iyBmcP1b9vvPpxhFA4UfGrlhq4UDMaXgBgr967n2FfgzOM9er_A1rMiHLZbDcpaPjSesuBh71Rx0HlkTbntvcgfkRfhx_lvID576XNYN71gCV9rKGjKpFRebD__Fy94BhNIqH2NmU8EbTQ";
const NOW: Time = Time::from_millis(1_767_323_045_678);

fn kind(id: &str) -> &'static dyn Kind {
    vendor::kind(id).unwrap()
}

fn is_vonage(kind: &'static dyn Kind) -> bool {
    kind.vendor().id == "vonage"
}

fn credentials(kind: &'static dyn Kind) -> Vec<(String, String)> {
    let pairs = if is_vonage(kind) {
        [("application_id", APPLICATION), ("private_key", PKCS8)]
    } else {
        [("api_key", "48213579"), ("api_secret", SECRET)]
    };
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec()
}

/// Every JWT kind that is made here, with awkward inputs.
fn made() -> Vec<(&'static dyn Kind, String)> {
    let data = "tên=Ánh 🎬 \"\\ \u{7}";
    let kinds: [(&str, &[(&str, &str)]); 5] = [
        (
            "opentok.client-jwt",
            &[("session_id", OPENTOK_SESSION), ("data", data), ("nonce", "1e-7"), ("jti", "x")],
        ),
        ("opentok.rest-jwt", &[("jti", "é"), ("ist", "account")]),
        ("vonage.client-jwt", &[("session_id", VONAGE_SESSION), ("data", data), ("jti", "x")]),
        ("vonage.rest-jwt", &[("jti", "é"), ("ttl", "60")]),
        ("vonage.rest-jwt", &[("jti", ""), ("jti", "x"), ("expire_time", "+1h")]),
    ];
    kinds
        .into_iter()
        .map(|(id, inputs)| {
            let kind = kind(id);
            let inputs = inputs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
            let raw = raw(kind, credentials(kind).into_iter().chain(inputs));
            let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
            let mut env = Env { now: NOW, random: &mut Pinned };
            (kind, vendor::generate(kind, &inputs, None, &mut env).unwrap().0.token)
        })
        .collect()
}

/// The bytes between the lines of a PEM file, by hand.
fn der(pem: &str) -> Vec<u8> {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    base64::engine::general_purpose::STANDARD.decode(body).unwrap()
}

fn keys(kind: &'static dyn Kind) -> (Algorithm, EncodingKey, DecodingKey) {
    if is_vonage(kind) {
        let public = DecodingKey::from_rsa_components(MODULUS, "AQAB").unwrap();
        (Algorithm::RS256, EncodingKey::from_rsa_der(&der(PKCS1)), public)
    } else {
        let secret = SECRET.as_bytes();
        (Algorithm::HS256, EncodingKey::from_secret(secret), DecodingKey::from_secret(secret))
    }
}

fn verify(
    token: &str,
    algorithm: Algorithm,
    key: &DecodingKey,
) -> jsonwebtoken::errors::Result<TokenData<Value>> {
    let mut validation = Validation::new(algorithm);
    // The tokens are of a fixed clock; only the signature is asked.
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    jsonwebtoken::decode(token, key, &validation)
}

#[test]
fn the_witness_verifies_what_we_make() {
    for (kind, token) in made() {
        let (algorithm, _, public) = keys(kind);
        let read = verify(&token, algorithm, &public).unwrap_or_else(|error| panic!("{kind:?}: {error}"));
        let report = inspect(None, &token, &raw(kind, credentials(kind)), NOW);
        assert_eq!(report.kind, Some(kind.spec().id));
        assert_eq!(Value::Object(report.fields), read.claims, "{kind:?}");
        let cut = &token[..token.len() - 4];
        assert!(verify(cut, algorithm, &public).is_err());
        assert_eq!(inspect(None, cut, &raw(kind, credentials(kind)), NOW).signature, Signature::Invalid);
    }
}

#[test]
fn we_verify_what_the_witness_makes() {
    for (kind, token) in made() {
        let (algorithm, private, public) = keys(kind);
        // The same claims in an order of its own, and one more.
        let mut claims = verify(&token, algorithm, &public).unwrap().claims;
        claims["added"] = json!({"ü": [1.5, null]});
        let theirs = jsonwebtoken::encode(&Header::new(algorithm), &claims, &private).unwrap();
        let report = inspect(None, &theirs, &raw(kind, credentials(kind)), NOW);
        assert_eq!(report.kind, Some(kind.spec().id));
        assert_eq!(
            (report.signature, report.accepted()),
            (Signature::Valid, Some(true)),
            "{:?}",
            report.findings
        );
        assert_eq!(Value::Object(report.fields), claims);
        if algorithm == Algorithm::RS256 {
            let public = Raw::new()
                .with("application_id", APPLICATION)
                .with("public_key", include_str!("keys/application.certificate.pem"));
            assert_eq!(inspect(None, &theirs, &public, NOW).accepted(), Some(true));
        }
    }
}

/// Neither takes the other's algorithms for its own.
#[test]
fn other_algorithms_are_refused() {
    for (kind, token) in made() {
        let (algorithm, private, public) = keys(kind);
        let claims = verify(&token, algorithm, &public).unwrap().claims;
        let others = if is_vonage(kind) {
            [Algorithm::RS384, Algorithm::RS512, Algorithm::PS256]
        } else {
            [Algorithm::HS384, Algorithm::HS512, Algorithm::HS384]
        };
        for other in others {
            let theirs = jsonwebtoken::encode(&Header::new(other), &claims, &private).unwrap();
            let report = inspect(Some(kind), &theirs, &raw(kind, credentials(kind)), NOW);
            assert_eq!(report.accepted(), Some(false));
            assert_eq!(
                report.findings.first().map(|finding| finding.code),
                Some("alg"),
                "{kind:?} {other:?}"
            );
        }
    }
    // Signed with the text of the public key as if it were a secret.
    let public = include_str!("keys/application.public.pem");
    let vonage = kind("vonage.rest-jwt");
    let claims =
        json!({"application_id": APPLICATION, "iat": 1_767_323_045, "exp": 1_767_323_945, "jti": "x"});
    let secret = EncodingKey::from_secret(public.as_bytes());
    let confused = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &secret).unwrap();
    let known = Raw::new().with("application_id", APPLICATION).with("public_key", public);
    let report = inspect(Some(vonage), &confused, &known, NOW);
    assert_eq!((report.signature, report.accepted()), (Signature::Invalid, Some(false)));
    assert_eq!(report.findings.first().map(|finding| finding.code), Some("alg"));
}
