//! The Kit Token of the web UIKits (reference section 6): a token04, `#`, and an unsigned part that says room and name.
//!
//! ```text
//! token04 "#" base64( Latin-1 of {"userID":"…","roomID":"…","userName":"…","appID":…} )
//! ```
//! `userName` is percent-encoded; userID and roomID are not, so they cannot hold a letter above U+00FF.

use serde_json::Value;

use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Recognition, Spec, Verified, form as any_form, snippet,
};
use super::envelope::{self, Mode, Opened};
use super::token04;
use super::{EFFECTIVE_SECONDS, IV_HEX, JSON_STYLE, ROOM_ID, SERVER_SECRET, USER_ID, USER_NAME_MAX};
use crate::codec::base64::{self, Padding};
use crate::codec::json::{self, Object, Writer, plain};
use crate::codec::{aes, form};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Layer, MAX_TEXT, Means, Name, Note, Part, Problem, Report,
    Segment, Shape, Signature, Time, visible,
};

static SPEC: Spec = Spec {
    id: "zego.kit",
    since: "0.1.0",
    link: "https://www.zegocloud.com/docs/uikit/callkit-web/authentication-and-kit-token",
    fields: &[
        USER_ID.required(),
        ROOM_ID.required(),
        Field::token("user_name", FieldKind::Text { max: 4096, warn_above: USER_NAME_MAX })
            .required_unless("token")
            .sample("Alice"),
        EFFECTIVE_SECONDS.default("7200").sample("7200"),
        Field::token("token", FieldKind::Id { max: MAX_TEXT }).fresh().sample("04AAAAAG…"),
        Field::token("nonce", FieldKind::Integer { min: i32::MIN as i128, max: i32::MAX as i128 })
            .advanced()
            .fresh()
            .sample("1111111111"),
        IV_HEX,
        JSON_STYLE,
    ],
    names: NAMES,
    generates: true,
    limits: super::LIMITS,
    snippets: &[snippet!("zego-uikit.js", "ZegoUIKitPrebuilt")],
};

static NAMES: &[Name] = &[
    Name::new("layer.token", Means::Told),
    Name::new("layer.room", Means::Told),
    Name::new("inner_token", Means::Proof),
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
    Name::new("userID", Means::User).of("user_id"),
    Name::new("roomID", Means::Room).of("room_id"),
    Name::new("userName", Means::User),
    Name::new("user_name", Means::User),
    Name::new("appID", Means::Owner),
    Name::new("room_json", Means::Told),
    Name::new("plaintext", Means::Told),
    Name::new("made_by", Means::Maker),
];

/// Around a given token no secret is needed.
static CREDENTIALS: [Field; 1] = [SERVER_SECRET.required_unless("token")];

/// The UIKit's own life where none is given.
const TWO_HOURS: i64 = 7200;
/// Base64 of `{"userI`, cut to whole characters.
const ROOM_START: &str = "eyJ1c2VyS";

/// `zego.kit`.
#[derive(Debug)]
pub(super) struct Kit;

impl Kind for Kit {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn credential(&self, field: &'static Field) -> Option<&'static Field> {
        super::credential(&CREDENTIALS, field)
    }

    fn recognise(&self, text: &str) -> Recognition {
        let Some((token, room)) = text.split_once('#') else { return Recognition::No };
        let inner = ["04AAA", "03AAA", "4AAAA"].iter().any(|start| token.starts_with(start));
        if inner || room.starts_with(ROOM_START) { Recognition::Yes } else { Recognition::No }
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let (token, room) = text.split_once('#').map_or((text, None), |(token, room)| (token, Some(room)));
        let mut decoded = token04::decode(token, known);
        decoded.parts.insert(0, Part::new("inner_token", token).at(0..token.len()));
        decoded.parts.insert(0, layer(&decoded).at(0..token.len()));
        let Some(room) = room else {
            decoded.findings.push(Finding::error("kit_missing"));
            decoded.parts.push(room_layer("missing"));
            return decoded;
        };
        // UIKit splits at every #, and reads the first two pieces only.
        let (room, rest) = room.split_once('#').map_or((room, None), |(room, rest)| (room, Some(rest)));
        let at = token.len() + 1..token.len() + 1 + room.len();
        decoded.segments.push(Segment::new("separator", token.len()..at.start));
        decoded.segments.push(Segment::new("room", at.clone()));
        if rest.is_some() {
            decoded.segments.push(Segment::new("data", at.end..text.len()));
            decoded.findings.push(Finding::warning("kit_extra"));
        }
        match read_room(room) {
            Err((latin1, finding)) => {
                decoded.parts.push(room_layer("damaged").at(at.clone()));
                decoded.parts.extend(latin1.map(|text| Part::new("room_json", text).at(at)));
                decoded.findings.push(finding);
                decoded.shape = Shape::Damaged;
            }
            Ok((latin1, object)) => {
                let findings = judge_room(&decoded, &object);
                let found = |codes: &[&str]| findings.iter().any(|finding| codes.contains(&finding.code));
                let word = if found(&["kit_malformed"]) {
                    "damaged"
                } else if found(&["kit_user_mismatch", "kit_app_mismatch", "kit_room_mismatch"]) {
                    "mismatch"
                } else if decoded.text("user_id").is_none() {
                    "unchecked"
                } else {
                    "ok"
                };
                decoded.parts.push(room_layer(word).at(at.clone()));
                decoded.findings.extend(findings);
                decoded.layers.push(room_bytes(&latin1));
                put_room(&mut decoded, &object, &latin1, &at);
                decoded.tell_duplicates(&object, "", Some(&at));
            }
        }
        decoded
    }

    fn verify(&self, decoded: &Decoded, known: &Inputs, now: Time) -> Verified {
        // Where the token stays closed, the room part at least says whose it claims to be.
        let mut verified = token04::judge(decoded, decoded.text("roomID"), known, now);
        if decoded.text("user_id").is_none()
            && let Some(finding) =
                super::differs("user_id_mismatch", "user_id", decoded.text("userID"), known)
        {
            verified.findings.insert(0, finding);
            verified.foreign = true;
        }
        verified.foreign |= decoded
            .findings
            .iter()
            .any(|finding| matches!(finding.code, "kit_user_mismatch" | "kit_app_mismatch"));
        verified
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        super::reword(finding)
    }

    fn answers(&self) -> &'static [Answer] {
        super::answers::SEALED
    }

    fn check(&self, inputs: &Inputs, _now: Time) -> Vec<Problem> {
        let mut problems = Vec::new();
        for key in ["user_id", "room_id"] {
            if let Some(letter) = inputs.text_or_empty(key).chars().find(|c| u32::from(*c) > 0xff) {
                let message = Message::new("zego-problem-latin1")
                    .with("letter", visible::one_line(&letter.to_string()));
                problems.push(Problem::new(key, message));
            }
        }
        match inputs.text("token") {
            Some(token) if token.contains('#') => {
                problems.push(Problem::new("token", Message::new("zego-problem-token-is-kit")));
            }
            Some(token) => {
                let envelope = envelope::read(token, token04::LAYOUT.version);
                if !(envelope.whole && envelope.findings.is_empty()) {
                    problems.push(Problem::new("token", Message::new("zego-problem-token")));
                } else if matches!(envelope::open(&envelope, inputs), Opened::No(_)) {
                    problems.push(Problem::new("token", Message::new("zego-problem-token-secret")));
                }
            }
            None => {
                let secret = super::secret(inputs, "server_secret");
                if secret.is_some_and(|secret| !aes::is_key_length(secret.len())) {
                    problems.extend(super::check_secret(inputs));
                }
                problems.extend(super::check_iv(inputs, Mode::Cbc.iv_length()));
            }
        }
        problems
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    /// The token inside is made again where it is the UIKit's own; any other one is kept as it is.
    fn form_values(&self, report: &Report) -> Vec<(&'static str, String)> {
        let mut values = any_form::carried(report, SPEC.fields);
        let fields = &report.fields;
        let own = fields.contains_key("user_id")
            && !fields.contains_key("payload")
            && fields.get("mode").and_then(Value::as_str) == Some(Mode::Cbc.name());
        if own {
            return any_form::with_life(
                values,
                "effective_seconds",
                (fields.get("ctime"), fields.get("expire")),
            );
        }
        values.retain(|(key, _)| ["user_id", "room_id", "user_name"].contains(key));
        values.extend(report.value("inner_token").map(|token| ("token", plain(token))));
        values
    }

    /// With a token: around it, as `generateKitTokenForProduction`. Without: around a fresh one without payload, as
    /// `generateKitTokenForTest`.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let app_id = inputs.text("app_id").ok_or_else(|| super::missing("app_id"))?;
        let token = match inputs.text("token") {
            Some(token) => token.to_owned(),
            None => token04::write(inputs, env, Mode::Cbc, TWO_HOURS, None)?
                .ok_or_else(|| vec![Problem::new("server_secret", Message::new("zego-problem-key"))])?,
        };
        let room = Writer::new()
            .text("userID", inputs.text_or_empty("user_id"))
            .text("roomID", inputs.text_or_empty("room_id"))
            .text("userName", &form::encode_component(inputs.text_or_empty("user_name")))
            .raw("appID", app_id)
            .finish();
        // Letters above U+00FF were refused by check.
        let latin1: Option<Vec<u8>> = room.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
        let latin1 = latin1.ok_or_else(|| {
            vec![Problem::new("user_id", Message::new("zego-problem-latin1").with("letter", "?"))]
        })?;
        Ok(format!("{token}#{}", base64::encode(&latin1)).into())
    }
}

/// The verdict on the token04 alone; its times are judged for the whole.
fn layer(decoded: &Decoded) -> Part {
    let refused = decoded.findings.iter().any(|finding| finding.severity == crate::token::Severity::Error);
    let (word, note) = match (decoded.shape, decoded.signature) {
        (Shape::Ok, Signature::Valid) if !refused => ("valid", "zego-note-layer-valid"),
        (Shape::Ok, Signature::Unchecked) if !refused => ("unchecked", "zego-note-layer-unchecked"),
        (Shape::Ok, Signature::Invalid) => ("invalid", "zego-note-layer-invalid"),
        (Shape::Ok, _) => ("refused", "zego-note-layer-refused"),
        _ => ("damaged", "zego-note-layer-damaged"),
    };
    Part::new("layer.token", word).note(Message::new(note))
}

/// The verdict on the room part alone.
fn room_layer(word: &'static str) -> Part {
    Part::new("layer.room", word).note(Message::new(format!("zego-note-room-{word}")))
}

type Unreadable = (Option<String>, Finding);

/// The room part as the browser reads it: `atob` forgives missing `=`, but knows the standard alphabet only.
fn read_room(room: &str) -> Result<(String, Object), Unreadable> {
    let malformed = |variant| Finding::error("kit_malformed").variant(variant);
    let loose = base64::decode(room).map_err(|_damage| (None, malformed("base64")))?;
    if loose.url_safe || loose.padding == Padding::TooMuch {
        return Err((None, malformed("base64")));
    }
    let latin1: String = loose.bytes.iter().copied().map(char::from).collect();
    match json::object(&latin1) {
        Ok(object) => Ok((latin1, object)),
        Err(error) => {
            let finding = malformed("json").with("reason", error.to_string());
            Err((Some(latin1), finding))
        }
    }
}

/// What the room part says, beside the token inside.
fn judge_room(inner: &Decoded, object: &Object) -> Vec<Finding> {
    let mut findings = Vec::new();
    let malformed = |variant| Finding::error("kit_malformed").variant(variant);
    let field = |key| object.members.get(key).filter(|value| !value.is_null());
    for key in ["userID", "roomID"] {
        if field(key).is_none_or(|value| !value.is_string()) {
            findings.push(malformed("field").with("key", key));
        }
    }
    let app_id = field("appID").map(plain);
    if app_id.as_ref().is_none_or(|id| id.parse::<u32>().is_err()) {
        findings.push(malformed("app-id"));
    }
    match field("userName") {
        None => findings.push(Finding::warning("kit_no_name")),
        Some(name) if !decode_name(&plain(name)).clean => findings.push(malformed("percent")),
        Some(_) => {}
    }
    let pair = |finding: Finding, room: &str, inside: &str| {
        finding.with("room", visible::one_line(room)).with("inside", visible::one_line(inside))
    };
    if let (Some(room), Some(inside)) = (field("userID").and_then(Value::as_str), inner.text("user_id"))
        && room != inside
    {
        findings.push(pair(Finding::error("kit_user_mismatch"), room, inside));
    }
    // A privilege token for another room: the login fails where the feature is on.
    let inside = inner.text("payload").and_then(|text| json::object(text).ok());
    let inside = inside.as_ref().and_then(|payload| payload.members.get("room_id")?.as_str());
    if let (Some(room), Some(inside)) = (field("roomID").and_then(Value::as_str), inside)
        && room != inside
        && !inside.is_empty()
    {
        findings.push(pair(Finding::warning("kit_room_mismatch"), room, inside));
    }
    if let (Some(room), Some(inside)) = (app_id, &inner.owner)
        && room != *inside
    {
        findings.push(pair(Finding::error("kit_app_mismatch"), &room, inside));
    }
    findings
}

/// The room part's bytes: one for each letter, whatever it takes in UTF-8.
fn room_bytes(latin1: &str) -> Layer {
    let place = |at: usize| latin1.get(..at).unwrap_or_default().chars().count();
    let bytes = latin1.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let mut layer = Layer::new("room", bytes).shown_whole_by("room_json");
    for (key, range) in json::places(latin1) {
        layer.part(key, place(range.end));
    }
    layer.close("data");
    layer
}

/// As `decodeURIComponent`, which leaves a plus alone.
fn decode_name(name: &str) -> form::Decoded {
    form::decode_component(&name.replace('+', "%2B"))
}

fn put_room(decoded: &mut Decoded, object: &Object, latin1: &str, at: &std::ops::Range<usize>) {
    for (key, value) in &object.members {
        let part = Part::new(key.as_str(), value.clone()).at(at.clone());
        decoded.parts.push(match (key.as_str(), value.as_str()) {
            ("userName", Some(name)) => {
                let name = decode_name(name).text;
                decoded.fields.insert("user_name".to_owned(), name.clone().into());
                part.note(Message::new("zego-note-name").with("name", visible::one_line(&name)))
            }
            ("roomID", _) => part.note(Message::new("zego-note-room-free")),
            _ => part,
        });
        decoded.fields.entry(key.clone()).or_insert_with(|| value.clone());
    }
    decoded.parts.push(Part::new("room_json", latin1).at(at.clone()));
    if let Some(name) = object.members.get("userName").and_then(Value::as_str) {
        let length = decode_name(name).text.encode_utf16().count();
        if length > USER_NAME_MAX {
            let finding = Finding::warning("id_too_long").with("key", "userName");
            let finding = finding.with("length", length);
            decoded.findings.push(finding.with("longest", USER_NAME_MAX));
        }
    }
    // Without the secret the room part names the owner, as far as it can be believed.
    if decoded.owner.is_none() {
        decoded.owner = object.members.get("appID").map(plain);
    }
}
