//! ZEGO: an identify token for third-party moderation (reference zego.md section 9), by Server API v2, everything in
//! the query.

use serde_json::Value;

use super::answer::{Answer, Meaning, shown};
use super::{Call, Ends, Gain, Method, Outcome, Request, Spec};
use crate::codec::json::plain;
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Problem, Time};

/// The kind that signs.
const SIGNATURE: &str = "zego.api-signature";
/// A signature is good for so many milliseconds around its timestamp.
const GOOD_FOR: i64 = 10 * 60 * 1000;
/// Longest life of an identify token, in seconds: 30 days.
const LONGEST: i64 = 2_592_000;

/// The nearest, or a region of choice.
static HOSTS: &[(&str, &str)] = &[
    ("auto", "https://rtc-api.zego.im"),
    ("sha", "https://rtc-api-sha.zego.im"),
    ("hkg", "https://rtc-api-hkg.zego.im"),
    ("fra", "https://rtc-api-fra.zego.im"),
    ("lax", "https://rtc-api-lax.zego.im"),
    ("bom", "https://rtc-api-bom.zego.im"),
    ("sgp", "https://rtc-api-sgp.zego.im"),
];
const REGIONS: &[&str] = &["auto", "sha", "hkg", "fra", "lax", "bom", "sgp"];

static SPEC: Spec = Spec {
    id: "zego.identify-token",
    since: "0.1.0",
    link: "https://docs.zegocloud.com/article/13992",
    base_url: "https://rtc-api.zego.im",
    credentials: None,
    fields: &[
        Field::token("effective_time", FieldKind::Seconds { min: 1, max: LONGEST })
            .default("3600")
            .sample("7200"),
        Field::token("region", FieldKind::Choice(REGIONS)).default("auto").sample("fra"),
        Field::token("is_test", FieldKind::Choice(&["true", "false"])).advanced().sample("false"),
        Field::token("signature_nonce", FieldKind::Id { max: 255 })
            .advanced()
            .fresh()
            .sample("4fd24687296dd9f3"),
    ],
    refusals: REFUSALS,
    quota: None,
};

const REFUSALS: &[&str] = &[
    "zego_100000001",
    "zego_100000002",
    "zego_100000003",
    "zego_100000004",
    "zego_100000005",
    "zego_100000006",
    "zego_100000007",
    "zego_100000008",
    "zego_100000009",
    "zego_100000010",
    "zego_100000013",
    "zego_100000014",
    "zego_100000017",
    "zego_refused",
];

static MEANINGS: &[Meaning<i64>] = &[
    Meaning { said: 100_000_001, code: "zego_100000001" },
    Meaning { said: 100_000_002, code: "zego_100000002" },
    Meaning { said: 100_000_003, code: "zego_100000003" },
    Meaning { said: 100_000_004, code: "zego_100000004" },
    Meaning { said: 100_000_005, code: "zego_100000005" },
    Meaning { said: 100_000_006, code: "zego_100000006" },
    Meaning { said: 100_000_007, code: "zego_100000007" },
    Meaning { said: 100_000_008, code: "zego_100000008" },
    Meaning { said: 100_000_009, code: "zego_100000009" },
    Meaning { said: 100_000_010, code: "zego_100000010" },
    Meaning { said: 100_000_013, code: "zego_100000013" },
    Meaning { said: 100_000_014, code: "zego_100000014" },
    Meaning { said: 100_000_017, code: "zego_100000017" },
];

/// `zego.identify-token`.
#[derive(Debug)]
pub(super) struct IdentifyToken;

impl Call for IdentifyToken {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn base_url(&self, inputs: &Inputs) -> &'static str {
        super::host(HOSTS, inputs.text("region"))
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        super::checked(SIGNATURE, inputs, now)
    }

    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>> {
        let signed_at = Time::from_seconds(env.now.seconds());
        let outputs = super::made(SIGNATURE, inputs, env)?.outputs;
        let signed = outputs.iter().find(|(name, _)| *name == "query");
        let signed = signed.map(|(_, query)| query.as_str()).unwrap_or_default();
        let further = [("IsTest", "is_test"), ("EffectiveTime", "effective_time")];
        let further = further.iter().filter_map(|(name, key)| Some(format!("&{name}={}", inputs.text(key)?)));
        let further = further.collect::<Vec<_>>().concat();
        let url = format!("{base_url}/?Action=GenerateIdentifyToken&{signed}{further}");
        Ok(Request {
            method: Method::Get,
            url,
            headers: vec![("Accept", "application/json".to_owned())],
            body: None,
            good_until: Some(signed_at.plus(GOOD_FOR)),
        })
    }

    /// `{"Code":0,"Message":"success","RequestId":…,"Data":{"IdentifyToken":…,"RemainTime":…}}`.
    fn read(&self, answer: &Answer, inputs: &Inputs, now: Time) -> Outcome {
        let Some(Value::Object(fields)) = answer.json() else { return answer.foreign() };
        let data = fields.get("Data").and_then(Value::as_object);
        let text = |key: &str| Some(plain(data?.get(key)?)).filter(|text| !text.is_empty() && text != "null");
        let code: Option<i64> = fields.get("Code").and_then(|code| plain(code).parse().ok());
        let mut outcome = Outcome::default();
        match (code, text("IdentifyToken"), answer.status_finding()) {
            (Some(0), Some(token), None) => {
                outcome.ok = true;
                let asked = || inputs.text("effective_time")?.parse::<i64>().ok();
                let left = text("RemainTime").and_then(|left| left.parse().ok()).or_else(asked);
                outcome.gains.push(Gain::Token {
                    name: "IdentifyToken",
                    kind: None,
                    text: token,
                    ends: left.map_or(Ends::Unknown, |left| Ends::At(now.plus(left.saturating_mul(1000)))),
                    extended: false,
                });
            }
            (Some(code), _, _) if code != 0 => {
                let known = MEANINGS.iter().find(|meaning| meaning.said == code);
                let finding = Finding::error(known.map_or("zego_refused", |meaning| meaning.code));
                let said = fields.get("Message").map(plain).unwrap_or_default();
                outcome.findings.push(finding.with("code", code.to_string()).with("said", shown(&said)));
                let is_clock = (100_000_002..=100_000_005).contains(&code);
                outcome.findings.extend(answer.clock_finding(now).filter(|_| is_clock));
            }
            (_, _, Some(status)) => outcome.findings.push(status),
            (code, _, None) => {
                let key = if code.is_some() { "Data.IdentifyToken" } else { "Code" };
                outcome.findings.push(Finding::error("answer_incomplete").with("key", key));
            }
        }
        outcome.fields = fields;
        outcome.sorted()
    }
}
