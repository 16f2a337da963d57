//! token03, the old privilege token (reference section 7). CBC only; its nonce has 64 bits.

use serde_json::Value;

use super::super::{Answer, Audience, Decoded, Generated, Kind, Recognition, Spec, Verified, form, snippet};
use super::envelope::{self, Mode};
use super::sealed::{self, Layout, Letters, Type};
use super::{EFFECTIVE_SECONDS, IV_HEX, JSON_STYLE, ROOM_ID, TEXT_MAX, USER_ID, token04};
use crate::codec::json::{self, Writer};
use crate::i18n::Message;
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Problem, Report, Shape, Time};

static SPEC: Spec = Spec {
    id: "zego.token03",
    since: "0.1.0",
    link: "https://github.com/zegoim/zego_server_assistant",
    fields: &[
        USER_ID.required(),
        ROOM_ID.required(),
        Field::token("privilege", FieldKind::JsonObject)
            .default(r#"{"1":1,"2":1}"#)
            .sample(r#"{"1":1,"2":0}"#),
        EFFECTIVE_SECONDS.default("3600").sample("3600"),
        Field::token("nonce", FieldKind::Integer { min: i64::MIN as i128, max: i64::MAX as i128 })
            .advanced()
            .fresh()
            .sample("1767225600123"),
        IV_HEX,
        JSON_STYLE,
    ],
    names: NAMES,
    generates: true,
    limits: super::LIMITS,
    snippets: &[snippet!("zego-express.js", "ZEGO Express")],
};

/// Life where none is given.
const HOUR: i64 = 3600;

const KEYS: [&str; 7] = ["app_id", "room_id", "user_id", "privilege", "create_time", "expire_time", "nonce"];

static LAYOUT: Layout = Layout {
    version: "03",
    fields: &[
        ("app_id", Type::AppId),
        ("room_id", Type::Text),
        ("user_id", Type::Text),
        ("privilege", Type::Privilege),
        ("create_time", Type::Time),
        ("expire_time", Type::Time),
        ("nonce", Type::Integer),
    ],
    issued: "create_time",
    expires: "expire_time",
    made_by: |trace| {
        let all = trace.keys.len() == KEYS.len() && KEYS.iter().all(|key| trace.keys.contains(key));
        if trace.keys != KEYS {
            return all.then_some("Java");
        }
        match trace.letters {
            Letters::Hex | Letters::Digits => Some("Python"),
            Letters::LowerCase => Some("Go, Node.js, PHP, C++ or .NET"),
            Letters::Any => None,
        }
    },
};

static NAMES: &[Name] = &[
    Name::new("version", Means::Form),
    Name::new("outer_expire", Means::Ends),
    Name::new("mode", Means::Form),
    Name::new("iv", Means::Vector).of("iv_hex"),
    Name::new("cipher_len", Means::Form),
    Name::new("tag", Means::Proof),
    Name::new("app_id", Means::Owner),
    Name::new("user_id", Means::User),
    Name::new("nonce", Means::Random),
    Name::new("room_id", Means::Room),
    Name::new("privilege", Means::Rights),
    Name::new("create_time", Means::Made),
    Name::new("expire_time", Means::Ends),
    Name::new("plaintext", Means::Told),
    Name::new("made_by", Means::Maker),
];

/// `zego.token03`.
#[derive(Debug)]
pub(super) struct Token03;

impl Kind for Token03 {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn recognise(&self, text: &str) -> Recognition {
        let own = (text.starts_with("03AAA") || text.starts_with("3AAAA")) && !text.contains('#');
        if own { Recognition::Yes } else { Recognition::No }
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let mut decoded = sealed::decode(text, &LAYOUT, known);
        if decoded.text("mode") == Some(Mode::Gcm.name()) {
            decoded.shape = Shape::Damaged;
            decoded.findings.push(Finding::error("malformed").variant("zego-03-gcm"));
        }
        if let Some(privilege) = decoded.fields.get("privilege").filter(|value| value.is_object()).cloned() {
            decoded.findings.extend(token04::judge_privilege(&privilege));
            if let Some(note) = token04::privilege_note(&privilege)
                && let Some(part) = decoded.parts.iter_mut().find(|part| part.key == "privilege")
            {
                *part = part.clone().note(Message::new(note));
            }
        }
        if decoded.text("room_id") == Some("") {
            decoded
                .findings
                .push(Finding::error("field_missing").variant("zego-empty").with("key", "room_id"));
        }
        decoded
    }

    fn verify(&self, decoded: &Decoded, known: &Inputs, now: Time) -> Verified {
        let mut verified = token04::judge(decoded, decoded.text("room_id"), known, now);
        verified.findings.push(Finding::warning("old_version"));
        verified
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        super::reword(finding)
    }

    fn answers(&self) -> &'static [Answer] {
        super::answers::SEALED
    }

    fn check(&self, inputs: &Inputs, _now: Time) -> Vec<Problem> {
        let mut problems: Vec<Problem> = super::check_secret(inputs).into_iter().collect();
        problems.extend(super::check_iv(inputs, Mode::Cbc.iv_length()));
        let privilege = inputs.text("privilege").and_then(|text| json::object(text).ok());
        if privilege.is_some_and(|given| token04::judge_privilege(&Value::Object(given.members)).is_some()) {
            problems.push(Problem::new("privilege", Message::new("zego-problem-privilege")));
        }
        problems
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    fn form_values(&self, report: &Report) -> Vec<(&'static str, String)> {
        let times = (report.fields.get("create_time"), report.fields.get("expire_time"));
        form::with_life(form::carried(report, SPEC.fields), "effective_seconds", times)
    }

    /// The order of all libraries but Java's.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let app_id = inputs.text("app_id").ok_or_else(|| super::missing("app_id"))?;
        let secret = super::secret(inputs, "server_secret").ok_or_else(|| super::missing("server_secret"))?;
        let privilege = json::object(inputs.text_or_empty("privilege")).map_err(|error| {
            let message = Message::new("problem-json").with("reason", error.to_string());
            vec![Problem::new("privilege", message)]
        })?;
        let now = env.now.seconds();
        let expire = super::expire(inputs, now, HOUR);
        let plain = Writer::new()
            .raw("app_id", app_id)
            .text("room_id", inputs.text_or_empty("room_id"))
            .text("user_id", inputs.text_or_empty("user_id"))
            .raw("privilege", &Value::Object(privilege.members).to_string())
            .integer("create_time", now)
            .integer("expire_time", expire)
            .integer("nonce", super::nonce(inputs, env))
            .finish();
        let iv = super::iv(inputs, Mode::Cbc.iv_length(), env);
        let token = envelope::write("03", expire, Mode::Cbc, &iv, secret.as_bytes(), &plain);
        token.map(Generated::from).ok_or_else(|| {
            vec![Problem::new("room_id", Message::new("zego-problem-too-long").with("max", TEXT_MAX))]
        })
    }
}
