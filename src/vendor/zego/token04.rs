//! token04, the token of all present products: basic (empty payload) or privilege (payload filled); reference
//! sections 3 to 5.

use serde_json::Value;

use super::super::{Answer, Audience, Decoded, Generated, Kind, Recognition, Spec, Verified, form, snippet};
use super::envelope::{self, Mode};
use super::sealed::{self, Layout, Letters, Trace, Type};
use super::{EFFECTIVE_SECONDS, IV_HEX, JSON_STYLE, ROOM_ID, ROOM_ID_MAX, TEXT_MAX, USER_ID, USER_ID_MAX};
use crate::codec::json::{self, Writer};
use crate::i18n::Message;
use crate::token::{Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Part, Problem, Report, Time};

static SPEC: Spec = Spec {
    id: "zego.token04",
    since: "0.1.0",
    link: "https://docs.zegocloud.com/article/14145",
    fields: &[
        USER_ID.required(),
        EFFECTIVE_SECONDS.default("3600").sample("3600"),
        ROOM_ID,
        Field::token("room_privilege", FieldKind::Flags(PRIVILEGES)).default("3").sample("1"),
        Field::token("stream_id_list", FieldKind::Words { max: TEXT_MAX }).sample("room_42_user_1001_main"),
        Field::token("payload", FieldKind::JsonObject)
            .advanced()
            .sample(r#"{"room_id":"room_42","privilege":{"1":1,"2":0},"stream_id_list":null}"#),
        Field::token("mode", FieldKind::Choice(&["cbc", "gcm"])).default("cbc").advanced().sample("gcm"),
        Field::token("nonce", FieldKind::Integer { min: i32::MIN as i128, max: i32::MAX as i128 })
            .advanced()
            .fresh()
            .sample("1234567890"),
        IV_HEX,
        JSON_STYLE,
    ],
    names: NAMES,
    generates: true,
    limits: super::LIMITS,
    snippets: &[
        snippet!("zego-express.js", "ZEGO Express"),
        snippet!("zego-mini-program.js", "ZegoUIKitPrebuiltCall"),
    ],
};

/// "1" lets log in to the room, "2" lets publish.
const PRIVILEGES: &[(&str, u64)] = &[("login", 1), ("publish", 2)];
/// Life where none is given: that of the documents' samples.
const HOUR: i64 = 3600;

/// Also what the UIKit makes, without payload.
pub(super) static LAYOUT: Layout = Layout {
    version: "04",
    fields: &[
        ("app_id", Type::AppId),
        ("user_id", Type::Text),
        ("nonce", Type::Integer),
        ("ctime", Type::Time),
        ("expire", Type::Time),
        ("payload", Type::Payload),
    ],
    issued: "ctime",
    expires: "expire",
    made_by,
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
    Name::new("ctime", Means::Made),
    Name::new("expire", Means::Ends),
    Name::new("payload", Means::Data),
    Name::new("payload.room_id", Means::Room),
    Name::new("payload.privilege", Means::Rights),
    Name::new("payload.stream_id_list", Means::Room),
    Name::new("plaintext", Means::Told),
    Name::new("made_by", Means::Maker),
];

/// `zego.token04`.
#[derive(Debug)]
pub(super) struct Token04;

impl Kind for Token04 {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn recognise(&self, text: &str) -> Recognition {
        if text.contains('#') {
            return Recognition::No;
        }
        let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let unknown_version = text.strip_prefix('0').is_some_and(|rest| {
            digit(rest)
                && !rest.starts_with('3')
                && rest.get(1..).is_some_and(|rest| rest.starts_with("AAAAA"))
        });
        if text.starts_with("04AAA") || text.starts_with("4AAAA") || unknown_version {
            Recognition::Yes
        } else {
            Recognition::No
        }
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        // Somebody gave the whole Kit Token where its first half belongs (section 11).
        let (token, room) = text.split_once('#').map_or((text, None), |(token, room)| (token, Some(room)));
        let mut decoded = decode(token, known);
        if room.is_some() {
            decoded.findings.push(Finding::error("kit_given"));
            decoded.segments.push(crate::token::Segment::new("room", token.len()..text.len()));
        }
        decoded
    }

    fn verify(&self, decoded: &Decoded, known: &Inputs, now: Time) -> Verified {
        verify(decoded, known, now)
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        super::reword(finding)
    }

    fn answers(&self) -> &'static [Answer] {
        super::answers::SEALED
    }

    fn check(&self, inputs: &Inputs, _now: Time) -> Vec<Problem> {
        let mut problems: Vec<Problem> = super::check_secret(inputs).into_iter().collect();
        problems.extend(super::check_iv(inputs, mode(inputs).iv_length()));
        let given: Vec<_> = ROOM_KEYS.into_iter().filter(|key| inputs.text(key).is_some()).collect();
        if inputs.text("payload").is_some() {
            let message = || Message::new("zego-problem-payload-and-fields");
            problems.extend(given.into_iter().map(|key| Problem::new(key, message())));
        } else if !given.is_empty() && !given.contains(&"room_id") {
            problems.push(Problem::new("room_id", Message::new("zego-problem-room-needed")));
        }
        problems
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    /// The payload is told by the fields of the room where they would make the very same text.
    fn form_values(&self, report: &Report) -> Vec<(&'static str, String)> {
        let times = (report.fields.get("ctime"), report.fields.get("expire"));
        let mut values = form::with_life(form::carried(report, SPEC.fields), "effective_seconds", times);
        let given = values.iter().position(|(key, _)| *key == "payload");
        if let Some(at) = given
            && let Some(room) = values.get(at).and_then(|(_, text)| room_fields(text))
        {
            values.splice(at..=at, room);
        }
        values
    }

    /// Node's order and its minimal escaping (section 4).
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let mode = mode(inputs);
        let token = write(inputs, env, mode, HOUR, Some(&payload(inputs)))?;
        token.map(Generated::from).ok_or_else(|| {
            vec![Problem::new("payload", Message::new("zego-problem-too-long").with("max", TEXT_MAX))]
        })
    }
}

/// What asks for a payload where it is not given whole; the privileges alone do not, for they have a default.
const ROOM_KEYS: [&str; 2] = ["room_id", "stream_id_list"];

fn mode(inputs: &Inputs) -> Mode {
    if inputs.text("mode") == Some("gcm") { Mode::Gcm } else { Mode::Cbc }
}

/// The payload as given, or made of the room's fields, or empty for a basic token.
fn payload(inputs: &Inputs) -> String {
    if let Some(payload) = inputs.text("payload") {
        return payload.to_owned();
    }
    let Some(room) = inputs.text("room_id") else { return String::new() };
    let sum = inputs.text("room_privilege").and_then(|sum| sum.parse().ok()).unwrap_or(u64::MAX);
    let switch =
        |(index, (_, bit)): (usize, &(&str, u64))| ((index + 1).to_string(), i64::from(sum & bit != 0));
    let privilege = PRIVILEGES
        .iter()
        .enumerate()
        .map(switch)
        .fold(Writer::new(), |writer, (key, value)| writer.integer(&key, value))
        .finish();
    let streams = inputs
        .text("stream_id_list")
        .map_or(Value::Null, |list| list.split_whitespace().map(Value::from).collect());
    Writer::new()
        .text("room_id", room)
        .raw("privilege", &privilege)
        .raw("stream_id_list", &streams.to_string())
        .finish()
}

/// The fields of the room that make this payload, letter by letter.
fn room_fields(text: &str) -> Option<Vec<(&'static str, String)>> {
    let members = json::object(text).ok()?.members;
    let mut inputs = Inputs::default().with("room_id", members.get("room_id")?.as_str()?);
    let switches = members.get("privilege")?;
    let on = |index: usize| switches.get((index + 1).to_string()).and_then(Value::as_u64) == Some(1);
    let granted = PRIVILEGES.iter().enumerate().filter(|(index, _)| on(*index));
    let sum = granted.fold(0, |sum, (_, (_, bit))| sum | bit).to_string();
    inputs = inputs.with("room_privilege", sum.as_str());
    let mut values = vec![("room_id", inputs.text("room_id")?.to_owned()), ("room_privilege", sum)];
    if let Some(streams) = members.get("stream_id_list").and_then(Value::as_array) {
        let streams: Option<Vec<&str>> = streams.iter().map(Value::as_str).collect();
        let streams = streams?.join(" ");
        inputs = inputs.with("stream_id_list", streams.as_str());
        values.push(("stream_id_list", streams));
    }
    let fits = !inputs.text_or_empty("room_id").trim().is_empty() && payload(&inputs) == text;
    fits.then_some(values)
}

/// Makes a token04. `Ok(None)` where what is in it is too long for the envelope.
pub(super) fn write(
    inputs: &Inputs,
    env: &mut Env<'_>,
    mode: Mode,
    default_life: i64,
    payload: Option<&str>,
) -> Result<Option<String>, Vec<Problem>> {
    let app_id = inputs.text("app_id").ok_or_else(|| super::missing("app_id"))?;
    let secret = super::secret(inputs, "server_secret").ok_or_else(|| super::missing("server_secret"))?;
    let now = env.now.seconds();
    let expire = super::expire(inputs, now, default_life);
    let mut plain = Writer::new()
        .raw("app_id", app_id)
        .text("user_id", inputs.text_or_empty("user_id"))
        .integer("nonce", super::nonce(inputs, env))
        .integer("ctime", now)
        .integer("expire", expire);
    if let Some(payload) = payload {
        plain = plain.text("payload", payload);
    }
    let iv = super::iv(inputs, mode.iv_length(), env);
    Ok(envelope::write("04", expire, mode, &iv, secret.as_bytes(), &plain.finish()))
}

/// Takes a token04 apart.
pub(super) fn decode(text: &str, known: &Inputs) -> Decoded {
    let mut decoded = sealed::decode(text, &LAYOUT, known);
    if let Some(nonce) = decoded.fields.get("nonce").and_then(Value::as_i64)
        && i32::try_from(nonce).is_err()
    {
        decoded.findings.push(Finding::warning("nonce_range").with("value", nonce.to_string()));
    }
    read_payload(&mut decoded);
    decoded
}

/// The payload's own JSON (section 3).
fn read_payload(decoded: &mut Decoded) {
    let Some(text) = decoded.text("payload").filter(|text| !text.is_empty()).map(ToOwned::to_owned) else {
        return;
    };
    let payload = match json::object(&text) {
        Ok(object) => {
            decoded.tell_duplicates(&object, "payload.", None);
            object.members
        }
        Err(error) => {
            decoded.findings.push(Finding::error("payload_json").with("reason", error.to_string()));
            return;
        }
    };
    decoded.findings.push(Finding::info("privilege_feature"));
    let at = decoded.parts.iter().position(|part| part.key == "payload").map_or(0, |index| index + 1);
    let span = decoded.parts.iter().find(|part| part.key == "payload").and_then(|part| part.span.clone());
    let mut parts = Vec::new();
    for (key, value) in &payload {
        let mut part = Part::new(format!("payload.{key}"), value.clone());
        part.span.clone_from(&span);
        let note = match (key.as_str(), value) {
            ("room_id", Value::String(room)) if room.is_empty() => Some("zego-note-any-room"),
            ("stream_id_list", Value::Null) => Some("zego-note-any-stream"),
            ("stream_id_list", Value::Array(list)) if list.is_empty() => Some("zego-note-any-stream"),
            ("privilege", privilege) => privilege_note(privilege),
            _ => None,
        };
        parts.push(match note {
            Some(id) => part.note(Message::new(id)),
            None => part,
        });
    }
    decoded.parts.splice(at..at, parts);
    match payload.get("room_id") {
        Some(Value::String(room)) if room.is_empty() => decoded.findings.push(Finding::warning("room_empty")),
        Some(Value::String(_)) => {}
        _ => decoded.findings.push(Finding::warning("payload_shape").with("key", "room_id")),
    }
    match payload.get("privilege") {
        Some(privilege) => decoded.findings.extend(judge_privilege(privilege)),
        None => decoded.findings.push(Finding::warning("payload_shape").with("key", "privilege")),
    }
    let streams = payload.get("stream_id_list").unwrap_or(&Value::Null);
    let is_list = streams.as_array().is_some_and(|list| list.iter().all(Value::is_string));
    if !streams.is_null() && !is_list {
        decoded.findings.push(Finding::warning("payload_shape").with("key", "stream_id_list"));
    }
}

/// What a privilege lets its holder do, where it is one.
pub(super) fn privilege_note(privilege: &Value) -> Option<&'static str> {
    let on = |key| privilege.get(key).is_some_and(|value| value.as_i64() == Some(1));
    judge_privilege(privilege).is_none().then(|| match (on("1"), on("2")) {
        (true, true) => "zego-note-login-publish",
        (true, false) => "zego-note-login",
        (false, true) => "zego-note-publish",
        (false, false) => "zego-note-nothing",
    })
}

/// Keys "1" and "2", at least one, each 0 or 1 (section 3).
pub(super) fn judge_privilege(privilege: &Value) -> Option<Finding> {
    let is_switch = |(key, value): (&String, &Value)| {
        matches!(key.as_str(), "1" | "2") && matches!(value.as_i64(), Some(0 | 1))
    };
    let fits = privilege.as_object().is_some_and(|object| !object.is_empty() && object.iter().all(is_switch));
    (!fits).then(|| Finding::warning("privilege_value").with("got", super::short(privilege)))
}

/// Whose and for where, then the clock (sections 5 and 10).
pub(super) fn verify(decoded: &Decoded, known: &Inputs, now: Time) -> Verified {
    let payload = decoded.text("payload").and_then(|text| json::object(text).ok());
    let room = payload.as_ref().and_then(|payload| payload.members.get("room_id")?.as_str());
    judge(decoded, room.filter(|room| !room.is_empty()), known, now)
}

/// The same for a token whose room is known.
pub(super) fn judge(decoded: &Decoded, room: Option<&str>, known: &Inputs, now: Time) -> Verified {
    let user = decoded.text("user_id");
    let mut findings: Vec<Finding> = [
        super::differs("user_id_mismatch", "user_id", user, known),
        super::differs("room_mismatch", "room_id", room, known),
    ]
    .into_iter()
    .flatten()
    .collect();
    let foreign = !findings.is_empty();
    findings.extend(sealed::judge_times(decoded, now));
    findings.extend(user.map(|user| super::judge_id("user_id", user, USER_ID_MAX)).unwrap_or_default());
    findings.extend(room.map(|room| super::judge_id("room_id", room, ROOM_ID_MAX)).unwrap_or_default());
    Verified { findings, foreign }
}

/// By the order of the fields, the escapes and the letters of the initialisation vector (section 4).
fn made_by(trace: &Trace<'_>) -> Option<&'static str> {
    let letters = trace.letters;
    Some(match (trace.keys.as_slice(), trace.mode) {
        (["app_id", "user_id", "ctime", "expire", "nonce", "payload"], _) => "Go",
        (["user_id", "payload", "expire", "ctime", "app_id", "nonce"], _) => "Java",
        (["app_id", "user_id", "payload", "ctime", "expire", "nonce"], _) => ".NET",
        (["app_id", "user_id", "nonce", "ctime", "expire"], Mode::Cbc) if letters == Letters::Digits => {
            "UIKit (web, test function), mini program or ZIM browser sample"
        }
        (["app_id", "user_id", "nonce", "ctime", "expire", "payload"], mode) => match (mode, letters) {
            (_, Letters::Hex | Letters::LowerCase) if trace.is_escaped_as_php() => "PHP",
            (Mode::Cbc, Letters::Digits | Letters::Hex) => "Python",
            (Mode::Cbc, Letters::LowerCase) if trace.is_not_php() => "Node.js, C++ or Objective-C",
            (Mode::Cbc, Letters::LowerCase) => "Node.js, C++, Objective-C or PHP",
            (Mode::Gcm, Letters::Any) => "Node.js",
            (Mode::Gcm, _) if trace.is_not_php() => "Python or C++",
            (Mode::Gcm, _) => "Python, PHP or C++",
            (Mode::Cbc, Letters::Any) => return None,
        },
        _ => return None,
    })
}
