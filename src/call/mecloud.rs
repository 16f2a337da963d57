//! MeCloud: a Token is changed for an AccessToken (reference mecloud.md section 3). Both ways of the vendor's samples:
//! GET as its JavaScript asks, POST as its PHP does, which is `multipart/form-data`. The pages name no scheme; https is
//! taken.

use serde_json::Value;

use super::answer::{Answer, shown};
use super::quota::Quota;
use super::{Call, Ends, Gain, Method, Outcome, Request, Spec};
use crate::codec::json::plain;
use crate::codec::{form, hex};
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Problem, Time};
use crate::vendor;

/// The kind that signs.
const SIGNATURE: &str = "mecloud.token";
/// The kind that the answer is.
const ACCESS: &str = "mecloud.access-token";
/// A Token is good for so many milliseconds after its time (section 2).
const GOOD_FOR: i64 = 10 * 60 * 1000;

static SPEC: Spec = Spec {
    id: "mecloud.authen",
    since: "0.1.0",
    link: "https://document.videohostingvn.com/sdk",
    base_url: "https://sdk.videohostingvn.com",
    credentials: Some(&[
        Field::credential("app_id", FieldKind::Id { max: 128 }).sample("1024"),
        Field::credential("secret_key", FieldKind::Secret { hex_digits: 64 }),
        Field::credential("email", FieldKind::Id { max: 254 }).sample("owner@example.com"),
    ]),
    fields: &[
        Field::token("method", FieldKind::Choice(&["get", "post"])).default("get").sample("post"),
        Field::token("random_key", FieldKind::Text { max: 4096, warn_above: 0 })
            .keeps_blank()
            .fresh()
            .sample("r4nd0m"),
        Field::token("time", FieldKind::Id { max: 40 }).advanced().fresh().sample("1767323045678"),
    ],
    refusals: &["mecloud_refused"],
    // Section 3: 50 AccessTokens a minute and channel; beyond that it is locked for 5 minutes.
    quota: Some(Quota { within: 60_000, most: 50, warn_from: 40, locks_for: 300_000 }),
};

/// `mecloud.authen`.
#[derive(Debug)]
pub(super) struct Authen;

impl Call for Authen {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        super::checked(SIGNATURE, inputs, now)
    }

    /// The time and the random key that are sent are those that were signed. The parameter is `random-key`, with the
    /// hyphen; `email` is not signed.
    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>> {
        let generated = super::made(SIGNATURE, inputs, env)?;
        let output = |name: &str| {
            let found = generated.outputs.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let pairs = [
            ("appId", output("appId")),
            ("token", &generated.token),
            ("time", output("time")),
            ("random-key", output("random-key")),
            ("email", inputs.text_or_empty("email")),
        ];
        let signed_at = output("time").parse().ok().map(Time::from_millis);
        let good_until = signed_at.map(|time| time.plus(GOOD_FOR));
        let accept = ("Accept", "application/json".to_owned());
        if inputs.text("method") != Some("post") {
            return Ok(Request {
                method: Method::Get,
                url: format!("{base_url}/authen?{}", form::encode_pairs(pairs)),
                headers: vec![accept],
                body: None,
                good_until,
            });
        }
        let mut bytes = [0; 12];
        env.random.fill_bytes(&mut bytes);
        let boundary = format!("tokendesk-{}", hex::encode(&bytes));
        Ok(Request {
            method: Method::Post,
            url: format!("{base_url}/authen"),
            headers: vec![("Content-Type", format!("multipart/form-data; boundary={boundary}")), accept],
            body: Some(multipart(&boundary, &pairs)),
            good_until,
        })
    }

    /// `{"error":0,"msg":"","accesstoken":…,"expired":…}`; the HTTP status of a failure is not documented, so `error`
    /// decides. An end that cannot be read is a day from the answer.
    fn read(&self, answer: &Answer, _inputs: &Inputs, now: Time) -> Outcome {
        let Some(Value::Object(fields)) = answer.json() else { return answer.foreign() };
        let text = |key: &str| fields.get(key).map(plain).filter(|text| !text.is_empty() && text != "null");
        let mut outcome = Outcome::default();
        match (text("error").as_deref(), text("accesstoken")) {
            (Some("0"), Some(token)) if answer.is_success() => {
                outcome.ok = true;
                let known = Inputs::default().with("answered_at", now.rfc3339());
                let decoded = vendor::kind(ACCESS).map(|kind| kind.decode(answer.text().trim(), &known));
                let ends = decoded.as_ref().and_then(|decoded| decoded.window.expires_at);
                outcome.findings.extend(decoded.into_iter().flat_map(|decoded| decoded.findings));
                outcome.gains.push(Gain::Token {
                    name: "accesstoken",
                    kind: Some(ACCESS),
                    text: token,
                    ends: ends.map_or(Ends::Unknown, Ends::At),
                    extended: false,
                });
            }
            (Some("0"), None) if answer.is_success() => {
                outcome.findings.push(Finding::error("answer_incomplete").with("key", "accesstoken"));
            }
            (Some(error), _) if error != "0" => {
                let said = shown(&text("msg").unwrap_or_default());
                let finding =
                    Finding::error("mecloud_refused").with("error", shown(error)).with("said", said);
                outcome.findings.push(finding);
                outcome.findings.extend(answer.clock_finding(now));
            }
            _ => {
                let missing = || Finding::error("answer_incomplete").with("key", "error");
                outcome.findings.push(answer.status_finding().unwrap_or_else(missing));
            }
        }
        outcome.fields = fields;
        outcome.sorted()
    }
}

/// A form as PHP's curl sends an array (RFC 7578). The boundary is random, so no value holds it.
fn multipart(boundary: &str, pairs: &[(&str, &str)]) -> String {
    let part = |(name, value): &(&str, &str)| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let parts = pairs.iter().map(part).collect::<Vec<_>>().concat();
    format!("{parts}--{boundary}--\r\n")
}
