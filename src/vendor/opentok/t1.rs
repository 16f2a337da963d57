//! The T1 token, the older client token (reference section 3).
//!
//! ```text
//! "T1==" base64( "partner_id=" API_KEY "&sig=" SIG ":" DATA )
//! SIG  = lower-case hex of HMAC-SHA1(key = text of API_SECRET, message = DATA), 40 characters
//! DATA = form-encoded pairs
//! ```
//! The head (before the first `:`) is not signed.

use std::ops::Range;

use serde_json::{Map, Value};

use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, form as any_form,
    snippet,
};
use super::client::{self, Clock, DATA, DAY, EXPIRE_TIME, LAYOUT, MONTH, ROLE, SESSION_ID, Scope};
use crate::codec::base64::{self, Padding};
use crate::codec::{form, hex, json, mac};
use crate::i18n::Message;
use crate::token::clean::Cleaning;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Layer, Means, Name, Note, Part, Problem, Report, Segment,
    Signature, Time, Window, visible,
};

const PREFIX: &str = "T1==";
/// Base64 of `partner_id`, cut to whole characters: how the rest of a T1 token begins.
const BODY_START: &str = "cGFydG5lcl9pZ";

static SPEC: Spec = Spec {
    id: "opentok.t1",
    since: "0.1.0",
    link: "https://tokbox.com/developer/guides/create-token/",
    fields: &[
        SESSION_ID.required_unless("token_data"),
        ROLE,
        EXPIRE_TIME,
        DATA,
        LAYOUT,
        Field::token("nonce", FieldKind::Id { max: 255 })
            .also(&["nonce_text"])
            .advanced()
            .fresh()
            .sample("0.4490125317896543"),
        Field::token("token_data", FieldKind::JsonObject).advanced().sample("{\"role\":\"moderator\"}"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(MONTH), ..Limits::NONE },
    snippets: &[snippet!("opentok.js", "OpenTok.js")],
};

static NAMES: &[Name] = &[
    Name::new("partner_id", Means::Owner),
    Name::new("sig", Means::Proof),
    Name::new("session_id", Means::Room),
    Name::new("create_time", Means::Made),
    Name::new("expire_time", Means::Ends),
    Name::new("role", Means::Rights).words(client::RIGHTS),
    Name::new("connection_data", Means::Data).of("data"),
    Name::new("initial_layout_class_list", Means::Form),
    Name::new("nonce", Means::Random),
    Name::new("scope", Means::Form),
];

/// `opentok.t1`.
#[derive(Debug)]
pub(super) struct T1;

impl Kind for T1 {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        client::AUDIENCE
    }

    fn recognise(&self, text: &str) -> Recognition {
        if text.starts_with(PREFIX) {
            return Recognition::Yes;
        }
        let body = text.trim_start_matches(['T', 't', '1', '=']);
        if body.starts_with(BODY_START) {
            let text = format!("{PREFIX}{body}");
            return Recognition::Repaired { text, cleaning: Cleaning("t1-prefix") };
        }
        Recognition::No
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let malformed = |variant| Decoded::damaged(Finding::error("malformed").variant(variant));
        let Some(body) = text.strip_prefix(PREFIX) else { return malformed("t1-prefix") };
        let Ok(loose) = base64::decode(body) else { return malformed("t1-base64") };
        let Some(colon) = loose.bytes.iter().position(|b| *b == b':') else { return malformed("t1-colon") };
        let (head, data) = loose.bytes.split_at(colon);
        let data = data.get(1..).unwrap_or_default();
        // A head that is no UTF-8 has no readable key or signature either.
        let head = std::str::from_utf8(head).unwrap_or_default();
        // Offsets of DATA are those of its bytes; pairs are cut before anything is decoded.
        let data_text = String::from_utf8_lossy(data);

        let mut decoded = Decoded::new();
        let place = |range: Range<usize>| {
            let (start, end) = base64::characters_of(range.start, range.end);
            (PREFIX.len() + start).min(text.len())..(PREFIX.len() + end).min(text.len())
        };
        let mut layer = Layer::new("decoded", loose.bytes.clone());
        let mut signature = None;
        let mut at = 0;
        for pair in head.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let start = at + key.len() + 1;
            let span = place(start..start + value.len());
            match key {
                "partner_id" => decoded.owner = Some(value.to_owned()),
                "sig" => signature = Some((value.to_owned(), span.clone())),
                _ => {}
            }
            decoded.put(key, value, span);
            at += pair.len() + 1;
            layer.part(key.to_owned(), at);
        }
        let (Some(_), Some((signature, signature_at))) = (&decoded.owner, signature) else {
            return malformed("t1-head");
        };
        let data_at = signature_at.end..text.len();
        decoded.segments = vec![
            Segment::new("prefix", 0..PREFIX.len()),
            Segment::new("head", PREFIX.len()..signature_at.start),
            Segment::new("signature", signature_at),
            Segment::new("data", data_at),
        ];
        let mut at = colon + 1;
        for pair in data_text.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let span = place(at..at + pair.len());
            at += pair.len() + 1;
            if pair.is_empty() {
                continue;
            }
            let (key, value) = (form::decode_component(key), form::decode_component(value));
            if !(key.clean && value.clean) {
                let key = visible::one_line(&key.text);
                decoded.findings.push(Finding::warning("bad_escape").with("key", key));
            }
            decoded.put(&key.text, &value.text, span);
            // In bytes that are no UTF-8 the pairs do not stand where they do in the text.
            if data_text.len() == data.len() {
                layer.part(key.text, at);
            }
        }
        layer.rest("data");
        decoded.layers.push(layer);
        decoded.signature = match super::key_bytes(known) {
            None => Signature::Unchecked,
            Some(key) => {
                let made = hex::encode(&mac::hmac_sha1(key, data));
                let equal = mac::equal(made.as_bytes(), signature.as_bytes());
                if equal { Signature::Valid } else { Signature::Invalid }
            }
        };
        match loose.padding {
            Padding::Missing => decoded.findings.push(Finding::warning("padding_lost")),
            Padding::TooMuch => decoded.findings.push(Finding::error("malformed").variant("t1-padding")),
            Padding::Full | Padding::NotNeeded => {}
        }
        if !loose.canonical {
            decoded.findings.push(Finding::error("malformed").variant("t1-bits"));
        }
        decoded.window = window(&mut decoded);
        super::annotate(&mut decoded.parts);
        decoded
    }

    fn answers(&self) -> &'static [Answer] {
        super::CLIENT_ANSWERS
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        client::verify(decoded, Scope::IfPresent)
    }

    fn check(&self, inputs: &Inputs, now: Time) -> Vec<Problem> {
        // Token data is written as it stands, faults included: that is what it is for.
        if inputs.text("token_data").is_some() {
            return Vec::new();
        }
        client::check(inputs, "api_key", Clock::at(now.seconds_rounded()))
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        client::remark(inputs, "api_key", key)
    }

    /// A token with keys of its own is told by the token data, the only way to make it again.
    fn form_values(&self, report: &Report) -> Vec<(&'static str, String)> {
        let signed = |key: &str| !matches!(key, "partner_id" | "sig");
        let known = |key: &str| report.names.iter().any(|name| name.name == key);
        if report.fields.keys().all(|key| known(key)) {
            return any_form::carried(report, SPEC.fields);
        }
        let data = report.fields.iter().filter(|(key, _)| signed(key));
        let data: Map<String, Value> = data.map(|(key, value)| (key.clone(), value.clone())).collect();
        vec![("token_data", Value::Object(data).to_string())]
    }

    /// Node's layout: session_id, create_time, nonce, role, expire_time, [connection_data],
    /// initial_layout_class_list (always), scope. With `token_data`, that of npm opentok-token: the caller's keys in
    /// the caller's order, then what is missing of create_time, expire_time, nonce, role.
    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let (Some(api_key), Some(key)) = (inputs.text("api_key"), super::key_bytes(inputs)) else {
            return Err(vec![Problem::new("api_secret", Message::new("problem-missing"))]);
        };
        let created = env.now.seconds_rounded();
        let end = Clock::at(created).end(inputs.when("expire_time"), DAY, MONTH).to_string();
        let nonce = super::nonce(inputs, env);
        let role = inputs.text("role").unwrap_or("publisher");
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
        if let Some(token_data) = inputs.text("token_data") {
            let object = json::object(token_data).map_err(|e| {
                vec![Problem::new("token_data", Message::new("problem-json").with("reason", e.to_string()))]
            })?;
            let given = object.members;
            for (key, value) in &given {
                put(key, json::plain(value));
            }
            let rest = [("create_time", created.to_string()), ("expire_time", end), ("nonce", nonce)];
            for (key, value) in rest.into_iter().chain([("role", role.to_owned())]) {
                if !given.contains_key(key) {
                    put(key, value);
                }
            }
        } else {
            put("session_id", inputs.text_or_empty("session_id").to_owned());
            put("create_time", created.to_string());
            put("nonce", nonce);
            put("role", role.to_owned());
            put("expire_time", end);
            if let Some(data) = inputs.text("data") {
                put("connection_data", data.to_owned());
            }
            put("initial_layout_class_list", inputs.text_or_empty("initial_layout_class_list").to_owned());
            put("scope", "session.connect".to_owned());
        }
        let data: Vec<String> = pairs
            .iter()
            .map(|(key, value)| format!("{}={}", form::encode_component(key), form::encode_component(value)))
            .collect();
        let data = data.join("&");
        let signature = hex::encode(&mac::hmac_sha1(key, data.as_bytes()));
        let plain = format!("partner_id={api_key}&sig={signature}:{data}");
        Ok(format!("{PREFIX}{}", base64::encode(plain.as_bytes())).into())
    }
}

impl Decoded {
    /// One pair as field and part. Of a repeated key the last value counts, and it is told.
    fn put(&mut self, key: &str, value: &str, span: Range<usize>) {
        if self.fields.insert(key.to_owned(), Value::from(value)).is_some() {
            self.findings.push(Finding::warning("duplicate_key").with("key", visible::one_line(key)));
        }
        let part = Part::new(key, value).at(span);
        let is_time = matches!(key, "create_time" | "expire_time");
        self.parts.push(if is_time { part.time(Time::from_decimal(value)) } else { part });
    }
}

fn window(decoded: &mut Decoded) -> Window {
    let mut findings = Vec::new();
    let mut time = |key: &'static str| {
        let text = decoded.text(key).filter(|text| !text.is_empty())?;
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            findings.push(Finding::error("bad_time").variant("whole").with("key", key));
        }
        Time::from_decimal(text)
    };
    let issued_at = time("create_time");
    let mut expires_at = time("expire_time");
    if decoded.text("expire_time").is_none_or(str::is_empty) {
        // The server assumes 24 hours (section 3).
        expires_at = issued_at.map(|made| made.plus(DAY * 1000));
        findings.push(Finding::info("no_expire_time"));
    }
    if issued_at.is_none() {
        findings.push(Finding::warning("missing_field").with("key", "create_time"));
    }
    decoded.findings.extend(findings);
    Window { issued_at, not_before: None, expires_at, endless: false, good_at_end: true }
}
