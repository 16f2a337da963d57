//! The application's keys among the inputs: which one signs, which one checks, and what is wrong with them.

use secrecy::ExposeSecret as _;

use crate::codec::jwt::Jwt;
use crate::codec::rsa::{BadKey, SigningKey, VerifyingKey};
use crate::i18n::Message;
use crate::token::{Finding, Inputs, Problem, Signature};

/// The private key.
///
/// # Errors
/// That it is missing, or what is wrong with it.
pub(super) fn signing(inputs: &Inputs) -> Result<SigningKey, Vec<Problem>> {
    let problem = |message| vec![Problem::new("private_key", message)];
    let pem = inputs.secret("private_key").ok_or_else(|| problem(Message::new("problem-missing")))?;
    SigningKey::from_pem(pem.expose_secret()).map_err(|bad| problem(message(bad)))
}

/// What is wrong with the keys that are there, for a form.
pub(super) fn check(inputs: &Inputs) -> Vec<Problem> {
    let mut problems = Vec::new();
    let private = inputs.secret("private_key").map(|_| signing(inputs));
    let public = inputs.text("public_key").map(VerifyingKey::from_pem);
    match (private, public) {
        (Some(Ok(private)), Some(Ok(public))) if private.verifying() != public => {
            problems.push(Problem::new("public_key", Message::new("vonage-problem-pair")));
        }
        (private, public) => {
            problems.extend(private.and_then(Result::err).unwrap_or_default());
            let bad = public.and_then(Result::err);
            problems.extend(bad.map(|bad| Problem::new("public_key", message(bad))));
        }
    }
    problems
}

/// Whether a token is signed by the application, and what is wrong with the keys that should tell. The public key
/// decides where both are known, because it is what the server holds (section 6).
pub(super) fn signature(text: &str, jwt: &Jwt, known: &Inputs) -> (Signature, Option<Finding>) {
    let private = known.secret("private_key").map(|pem| VerifyingKey::from_pem(pem.expose_secret()));
    let public = known.text("public_key").map(VerifyingKey::from_pem);
    let judge = |key: &VerifyingKey| jwt.verify_rs256(text, key);
    match (public, private) {
        (Some(Ok(public)), _) if judge(&public) => (Signature::Valid, None),
        (Some(Ok(public)), Some(Ok(private))) => {
            let told = (public != private).then(|| Finding::warning("key_pair"));
            (Signature::Invalid, told)
        }
        (None, Some(Ok(private))) if judge(&private) => (Signature::Valid, None),
        (Some(Ok(_)), _) | (None, Some(Ok(_))) => (Signature::Invalid, None),
        (Some(Err(bad)), _) | (None, Some(Err(bad))) => (Signature::Unchecked, Some(finding(bad))),
        (None, None) => (Signature::Unchecked, None),
    }
}

fn message(bad: BadKey) -> Message {
    match bad {
        BadKey::Pem(damage) => Message::new(format!("problem-pem-{}", damage.name())),
        BadKey::Size(bits) => Message::new("problem-rsa-size").with("bits", bits.to_string()),
        _ => Message::new(format!("problem-rsa-{}", bad.name())),
    }
}

/// The same about a token that cannot be checked for it.
fn finding(bad: BadKey) -> Finding {
    let finding = Finding::warning("bad_key");
    match bad {
        BadKey::Size(bits) => finding.variant("size").with("bits", bits.to_string()),
        BadKey::NotRsa => finding.variant("other"),
        BadKey::Pem(_) | BadKey::NotPrivate | BadKey::Damaged => finding,
    }
}
