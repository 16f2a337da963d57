//! Vonage Video: a session is made as in OpenTok (reference opentok.md sections 7 and 9), with a JWT of the application.

use super::answer::Answer;
use super::opentok::{self, ARCHIVE_MODE, ARCHIVE_NAME, ARCHIVE_RESOLUTION, E2EE, LOCATION, P2P};
use super::{Call, Outcome, Request, Spec};
use crate::token::{Env, Field, FieldKind, Inputs, Problem, Time};

/// As npm @vonage/jwt, and what the server assumes where no exp is given.
const LIFE: &str = "900";
/// A Vonage JWT ends so long after iat, whatever exp says.
const LONGEST: i64 = 86_400;

/// The kind that signs it.
const SIGNATURE: &str = "vonage.rest-jwt";

static SPEC: Spec = Spec {
    id: "vonage.create-session",
    since: "0.1.0",
    link: "https://developer.vonage.com/en/api/video",
    base_url: "https://video.api.vonage.com",
    // A public key is enough to inspect, not to sign.
    credentials: Some(&[
        Field::credential("application_id", FieldKind::Uuid).sample("7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b"),
        Field::credential("private_key", FieldKind::Pem),
        Field::credential("public_key", FieldKind::PublicPem).optional(),
    ]),
    fields: &[
        ARCHIVE_MODE,
        // What Vonage's SDKs take where nothing is said.
        P2P.default("disabled"),
        ARCHIVE_NAME,
        ARCHIVE_RESOLUTION,
        LOCATION,
        E2EE,
        Field::token("ttl", FieldKind::Seconds { min: 1, max: LONGEST })
            .default(LIFE)
            .advanced()
            .sample(LIFE),
        Field::token("jti", FieldKind::Id { max: 255 })
            .advanced()
            .fresh()
            .sample("0d5e3f5c-6b0e-4a1e-9b7e-2f6c1a9d8e77"),
    ],
    refusals: opentok::REFUSALS,
    quota: None,
};

/// `vonage.create-session`.
#[derive(Debug)]
pub(super) struct CreateSession;

impl Call for CreateSession {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        let mut problems = super::checked(SIGNATURE, inputs, now);
        problems.extend(opentok::check(inputs));
        problems
    }

    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>> {
        let token = super::made(SIGNATURE, inputs, env)?.token;
        let good_until = super::end_of(SIGNATURE, &token);
        let authentication = ("Authorization", format!("Bearer {token}"));
        Ok(opentok::request(inputs, base_url, authentication, good_until))
    }

    fn read(&self, answer: &Answer, inputs: &Inputs, now: Time) -> Outcome {
        opentok::read(answer, inputs.text("application_id"), now)
    }
}
