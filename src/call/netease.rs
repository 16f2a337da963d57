//! NetEase Yunxin: a NERTC token is asked for, or renewed (reference netease.md section 4), and the IM token of an
//! account is replaced (sections 4 and 7). Signed by four headers (section 3); the real code stands in the body of a 200
//! (section 3), its meanings in section 10.

use serde_json::{Map, Value};

use super::answer::{Answer, Meaning, shown};
use super::{Call, Ends, Gain, Method, Outcome, Request, Spec};
use crate::codec::form;
use crate::codec::json::plain;
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Note, Problem, Time};
use crate::vendor;

/// The kind that signs.
const SIGNATURE: &str = "netease.api-checksum";
/// A CheckSum is good for so many milliseconds (section 3).
const GOOD_FOR: i64 = 5 * 60 * 1000;
/// Longest life in seconds (section 4).
const LONGEST: i64 = 86_400;

/// The permission secret is not asked for; without the AppSecret there is no CheckSum.
const CREDENTIALS: &[Field] = &[
    Field::credential("app_key", FieldKind::Id { max: 128 }).sample("a1b2c3d4e5f60718293a4b5c6d7e8f90"),
    Field::credential("app_secret", FieldKind::Secret { hex_digits: 12 }),
    Field::credential("perm_secret", FieldKind::Secret { hex_digits: 64 }).optional(),
];

/// Section 3: the vendor's first address and the one of its current SDKs, at home and abroad.
static HOSTS: &[(&str, &str)] = &[
    ("cn", "https://api.netease.im"),
    ("sg", "https://api-sg.netease.im"),
    ("yunxinapi-cn", "https://api-cn.yunxinapi.com"),
    ("yunxinapi-sg", "https://api-sg.yunxinapi.com"),
];
const REGION: Field =
    Field::token("region", FieldKind::Choice(&["cn", "sg", "yunxinapi-cn", "yunxinapi-sg"]))
        .default("cn")
        .sample("sg");
const NONCE: Field = Field::token("nonce", FieldKind::Text { max: 128, warn_above: 0 })
    .advanced()
    .fresh()
    .sample("3f2504e04f8911d39a0c0305e82c3301");

static GET_TOKEN: Spec = Spec {
    id: "netease.get-token",
    since: "0.1.0",
    link: "https://doc.yunxin.163.com/",
    base_url: "https://api.netease.im",
    credentials: Some(CREDENTIALS),
    fields: &[
        Field::token("uid", FieldKind::Integer { min: 0, max: i64::MAX as i128 }).required().sample("10000"),
        Field::token("channel_name", FieldKind::Text { max: 1024, warn_above: 64 }).sample("room1"),
        Field::token("expire_at", FieldKind::Seconds { min: 1, max: LONGEST }).default("600").sample("3600"),
        Field::token("repeat_use", FieldKind::Choice(&["true", "false"])).default("true").sample("true"),
        REGION,
        Field::token("old_token", FieldKind::Text { max: 4096, warn_above: 0 })
            .advanced()
            .fresh()
            .sample("the-old-token"),
        NONCE,
    ],
    refusals: REFUSALS,
    quota: None,
};

static REFRESH: Spec = Spec {
    id: "netease.refresh-im-token",
    since: "0.1.0",
    link: "https://doc.yunxin.163.com/",
    base_url: "https://api.netease.im",
    credentials: Some(CREDENTIALS),
    fields: &[
        Field::token("accid", FieldKind::Id { max: 128 }).also(&["account_id"]).required().sample("zhangsan"),
        REGION,
        NONCE,
    ],
    refusals: REFUSALS,
    quota: None,
};

const REFUSALS: &[&str] = &[
    "netease_201",
    "netease_301",
    "netease_302",
    "netease_315",
    "netease_403",
    "netease_404",
    "netease_405",
    "netease_406",
    "netease_408",
    "netease_413",
    "netease_414",
    "netease_415",
    "netease_416",
    "netease_417",
    "netease_419",
    "netease_422",
    "netease_423",
    "netease_431",
    "netease_500",
    "netease_503",
    "netease_514",
    "netease_998",
    "netease_999",
    "netease_refused",
];

static MEANINGS: &[Meaning<i64>] = &[
    Meaning { said: 201, code: "netease_201" },
    Meaning { said: 301, code: "netease_301" },
    Meaning { said: 302, code: "netease_302" },
    Meaning { said: 315, code: "netease_315" },
    Meaning { said: 403, code: "netease_403" },
    Meaning { said: 404, code: "netease_404" },
    Meaning { said: 405, code: "netease_405" },
    Meaning { said: 406, code: "netease_406" },
    Meaning { said: 408, code: "netease_408" },
    Meaning { said: 413, code: "netease_413" },
    Meaning { said: 414, code: "netease_414" },
    Meaning { said: 415, code: "netease_415" },
    Meaning { said: 416, code: "netease_416" },
    Meaning { said: 417, code: "netease_417" },
    Meaning { said: 419, code: "netease_419" },
    Meaning { said: 422, code: "netease_422" },
    Meaning { said: 423, code: "netease_423" },
    Meaning { said: 431, code: "netease_431" },
    Meaning { said: 500, code: "netease_500" },
    Meaning { said: 503, code: "netease_503" },
    Meaning { said: 514, code: "netease_514" },
    Meaning { said: 998, code: "netease_998" },
    Meaning { said: 999, code: "netease_999" },
];

/// `netease.get-token`.
#[derive(Debug)]
pub(super) struct GetToken;

/// `netease.refresh-im-token`.
#[derive(Debug)]
pub(super) struct RefreshImToken;

impl Call for GetToken {
    fn spec(&self) -> &'static Spec {
        &GET_TOKEN
    }

    fn base_url(&self, inputs: &Inputs) -> &'static str {
        super::host(HOSTS, inputs.text("region"))
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        check(inputs, now)
    }

    /// A uid or a room name that no client can join with.
    fn advice(&self, inputs: &Inputs) -> Vec<Problem> {
        let Some(kind) = vendor::kind("netease.basic-token") else { return Vec::new() };
        let advice = |key: &'static str| {
            kind.remark(inputs, key).into_iter().filter_map(move |note| match note {
                Note::Text(message) => Some(Problem::new(key, message)),
                _ => None,
            })
        };
        ["uid", "channel_name"].into_iter().flat_map(advice).collect()
    }

    /// `expireAt` is a span in seconds despite its name.
    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>> {
        let names = [
            ("uid", "uid"),
            ("repeatUse", "repeat_use"),
            ("expireAt", "expire_at"),
            ("channelName", "channel_name"),
        ];
        request(inputs, env, format!("{base_url}/nimserver/user/getToken.action"), &names)
    }

    /// A renewal (same uid, same channel) moves the end of the old token; what the answer's `token` then holds is not
    /// documented: the old one, nothing, or it is missing. All three are taken for the old one.
    fn read(&self, answer: &Answer, inputs: &Inputs, now: Time) -> Outcome {
        let fields = match accepted(answer, now) {
            Ok(fields) => fields,
            Err(outcome) => return *outcome,
        };
        let life: i64 = inputs.text("expire_at").and_then(|text| text.parse().ok()).unwrap_or(600);
        let ends = Ends::At(now.plus(life.saturating_mul(1000)));
        let gained = fields.get("token").map(plain).filter(|token| !token.is_empty() && token != "null");
        let mut outcome = Outcome { ok: true, ..Outcome::default() };
        let mut gain = |text: String, extended| {
            let (name, kind) = ("token", Some("netease.server-token"));
            outcome.gains.push(Gain::Token { name, kind, text, ends, extended });
        };
        let finding = match (inputs.text("old_token").map(str::trim), gained) {
            (Some(old), None) => {
                gain(old.to_owned(), true);
                Finding::info("renewed_token")
            }
            (Some(old), Some(token)) if token == old => {
                gain(token, true);
                Finding::info("renewed_token")
            }
            (Some(_), Some(token)) => {
                gain(token, false);
                Finding::warning("renewed_other_token")
            }
            (None, Some(token)) => {
                gain(token, false);
                Finding::info("token_may_be_renewed")
            }
            (None, None) => Finding::warning("renewed_unknown_token"),
        };
        outcome.findings.push(finding);
        outcome.fields = fields;
        outcome
    }
}

impl Call for RefreshImToken {
    fn spec(&self) -> &'static Spec {
        &REFRESH
    }

    fn base_url(&self, inputs: &Inputs) -> &'static str {
        super::host(HOSTS, inputs.text("region"))
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        check(inputs, now)
    }

    fn build(&self, inputs: &Inputs, env: &mut Env<'_>, base_url: &str) -> Result<Request, Vec<Problem>> {
        let url = format!("{base_url}/nimserver/user/refreshToken.action");
        request(inputs, env, url, &[("accid", "accid")])
    }

    /// `{"code":200,"info":{"accid":…,"token":…}}`.
    fn read(&self, answer: &Answer, inputs: &Inputs, now: Time) -> Outcome {
        let fields = match accepted(answer, now) {
            Ok(fields) => fields,
            Err(outcome) => return *outcome,
        };
        let info = fields.get("info").and_then(Value::as_object);
        let text = |key: &str| Some(plain(info?.get(key)?)).filter(|text| !text.is_empty() && text != "null");
        let mut outcome = Outcome::default();
        match text("token") {
            Some(token) => {
                outcome.ok = true;
                let (name, kind) = ("token", Some("netease.server-token"));
                outcome.gains.push(Gain::Token {
                    name,
                    kind,
                    text: token,
                    ends: Ends::Never,
                    extended: false,
                });
                outcome.findings.push(Finding::info("im_token_replaced"));
                if let (Some(account), Some(asked)) = (text("accid"), inputs.text("accid"))
                    && account != asked
                {
                    let finding = Finding::warning("im_token_of_other").with("account", shown(&account));
                    outcome.findings.push(finding.with("asked", shown(asked)));
                }
            }
            None => outcome.findings.push(Finding::error("answer_incomplete").with("key", "info.token")),
        }
        outcome.fields = fields;
        outcome.sorted()
    }
}

fn check(inputs: &Inputs, now: Time) -> Vec<Problem> {
    let mut problems = super::checked(SIGNATURE, inputs, now);
    for key in ["app_key", "nonce"] {
        problems.extend(inputs.text(key).and_then(|value| super::header(key, value).err()));
    }
    problems
}

/// The four headers and a form (sections 3 and 4). The body is not signed.
fn request(
    inputs: &Inputs,
    env: &mut Env<'_>,
    url: String,
    names: &[(&'static str, &'static str)],
) -> Result<Request, Vec<Problem>> {
    let signed_at = Time::from_seconds(env.now.seconds());
    let mut headers = super::made(SIGNATURE, inputs, env)?.outputs;
    headers.push(("Content-Type", "application/x-www-form-urlencoded;charset=utf-8".to_owned()));
    let pairs = names.iter().filter_map(|(name, key)| Some((*name, inputs.text(key)?)));
    Ok(Request {
        method: Method::Post,
        url,
        headers,
        body: Some(form::encode_pairs(pairs)),
        good_until: Some(signed_at.plus(GOOD_FOR)),
    })
}

/// The members of an answer with code 200; else what is wrong.
fn accepted(answer: &Answer, now: Time) -> Result<Map<String, Value>, Box<Outcome>> {
    let Some(Value::Object(fields)) = answer.json() else { return Err(Box::new(answer.foreign())) };
    let code: Option<i64> = fields.get("code").and_then(|code| plain(code).parse().ok());
    let mut findings: Vec<Finding> = answer.status_finding().into_iter().collect();
    match code {
        Some(200) if findings.is_empty() => return Ok(fields),
        // The status alone has spoken.
        Some(200) => {}
        Some(code) => {
            let said = fields.get("desc").or(fields.get("msg")).map(plain).unwrap_or_default();
            let known = MEANINGS.iter().find(|meaning| meaning.said == code);
            let finding = Finding::error(known.map_or("netease_refused", |meaning| meaning.code));
            // The code says more than the status, and there may be no words beside it.
            let said = if said.is_empty() { String::new() } else { format!(" “{}”", shown(&said)) };
            findings = vec![finding.with("code", code.to_string()).with("said", said)];
            findings.extend(answer.clock_finding(now).filter(|_| code == 414));
        }
        None if findings.is_empty() => findings.push(Finding::error("answer_incomplete").with("key", "code")),
        None => {}
    }
    Err(Box::new(Outcome { fields, findings, ..Outcome::default() }.sorted()))
}
