//! The two tokens that your own server makes: NERTC's basic token (reference section 5) and NIM's dynamic token
//! (section 7). They differ only in what is signed, so by sight they are one.
//!
//! ```text
//! text  = AppKey uid curTime ttl channelName AppSecret      NIM: AppKey accid curTime ttl AppSecret; nothing between
//! token = base64( {"signature":"<SHA1 of text, 40 hex>","curTime":<ms>,"ttl":<s>} )
//! ```
//! It carries neither AppKey nor uid nor channel, and `text` cannot be split back.

use std::ops::Range;

use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, snippet,
};
use super::{CHANNEL_NAME, LONGEST, SAMPLES, UID, lacking, malformed, whole};
use crate::codec::base64::{self, Padding};
use crate::codec::json::{self, Writer, plain};
use crate::codec::{hash, hex, mac};
use crate::i18n::{Arg, Message};
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Layer, Means, Name, Note, Part, Problem, Segment, Shape,
    Signature, Time, VendorCode, Window, visible,
};

/// Base64 of `{"signature"` (section 9).
const START: &str = "eyJzaWduYXR1cmUi";
/// Below this a number of milliseconds lies before March 1973; seconds stay below it until the year 5138.
const SECONDS_BELOW: i64 = 100_000_000_000;
/// A NIM token's longest life is not documented (section 13); this is what a signed 32-bit number of seconds holds.
const NIM_LONGEST: i64 = 0x7fff_ffff;

/// As the vendor's samples take it: 0 and below means the default life (section 5).
const TTL: Field =
    Field::token("ttl", FieldKind::Seconds { min: -1, max: LONGEST }).default("3600").sample("3600");
const DEFAULT_TTL: Field = Field::token("default_ttl", FieldKind::Seconds { min: 1, max: LONGEST })
    .default("3600")
    .advanced()
    .sample("3600");

static BASIC: Spec = Spec {
    id: "netease.basic-token",
    since: "0.1.0",
    link: SAMPLES,
    fields: &[UID, CHANNEL_NAME, TTL, DEFAULT_TTL],
    names: NAMES,
    generates: true,
    limits: Limits { longest_life: Some(LONGEST), ..Limits::NONE },
    snippets: &[snippet!("nertc-web.js", "NERTC Web")],
};

static NIM: Spec = Spec {
    id: "netease.nim-token",
    since: "0.1.0",
    link: "https://doc.yunxin.163.com/",
    fields: &[
        Field::token("accid", FieldKind::Id { max: 128 }).required().sample("zhangsan"),
        Field::token("ttl", FieldKind::Seconds { min: -1, max: NIM_LONGEST }).default("600").sample("600"),
        DEFAULT_TTL,
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[],
};

static NAMES: &[Name] = &[
    Name::new("signature", Means::Proof),
    Name::new("curTime", Means::Made),
    Name::new("ttl", Means::Life),
    Name::new("signed_text", Means::Told),
];

/// What a client in safe mode says (sections 2 and 10).
static BASIC_ANSWERS: &[Answer] = &[
    Answer::any("malformed", FORBIDDEN),
    Answer::any("bad_signature", FORBIDDEN),
    Answer::any("expired", FORBIDDEN),
];
const FORBIDDEN: &[VendorCode] = &[VendorCode::new("403", "client")];

/// `netease.basic-token`.
#[derive(Debug)]
pub(super) struct BasicToken;

/// `netease.nim-token`.
#[derive(Debug)]
pub(super) struct NimToken;

/// The hash, over what is signed.
fn sign(app_key: &str, id: &str, cur_time: i64, ttl: i64, channel_name: &str, secret: &[u8]) -> String {
    let middle = format!("{app_key}{id}{cur_time}{ttl}{channel_name}");
    hex::encode(&hash::sha1(&[middle.as_bytes(), secret]))
}

fn recognise(text: &str) -> Recognition {
    let looks = || {
        let bytes = base64::decode(text).ok()?.bytes;
        let object = json::object(std::str::from_utf8(&bytes).ok()?).ok()?;
        Some(["signature", "curTime", "ttl"].iter().all(|key| object.members.contains_key(*key)))
    };
    if text.starts_with(START) || looks() == Some(true) { Recognition::Yes } else { Recognition::No }
}

/// What a token says.
struct Claims {
    signature: String,
    cur_time: i64,
    ttl: i64,
}

/// Takes the token apart; `None` beside it where something lacks that every token has.
fn decode(text: &str) -> (Decoded, Option<Claims>) {
    let damaged = |variant| (Decoded::damaged(malformed(variant)), None);
    let Ok(loose) = base64::decode(text) else { return damaged("netease-base64") };
    let Ok(plain_text) = std::str::from_utf8(&loose.bytes) else { return damaged("netease-json") };
    let Ok(object) = json::object(plain_text) else { return damaged("netease-json") };

    let mut decoded = Decoded::new();
    decoded.layers.push(Layer::json("decoded", plain_text));
    for (key, value) in &object.members {
        let part = Part::new(key, value.clone());
        let part = match place(plain_text, key, &value.to_string(), text.len()) {
            Some(range) => part.at(range),
            None => part,
        };
        let number = whole(value);
        decoded.parts.push(match key.as_str() {
            "curTime" => part.time(number.map(Time::from_millis)),
            "ttl" => part.note(Message::new("netease-note-ttl")),
            "signature" => part.note(Message::new("netease-note-signature")),
            _ => {
                let key = visible::one_line(key);
                decoded.findings.push(Finding::warning("unknown_field").variant("netease").with("key", key));
                part
            }
        });
    }
    decoded.segments = segments(&decoded.parts, text.len());
    decoded.tell_duplicates(&object, "", None);
    form(&mut decoded, loose.padding, !loose.url_safe, loose.canonical);

    let members = &object.members;
    let signature = members.get("signature").and_then(|value| value.as_str()).filter(|s| hex::is_hex(s, 40));
    let cur_time = members.get("curTime").and_then(whole);
    let ttl = members.get("ttl").and_then(whole);
    let wrong = [("signature", signature.is_none()), ("curTime", cur_time.is_none()), ("ttl", ttl.is_none())];
    for (key, _) in wrong.into_iter().filter(|(_, wrong)| *wrong) {
        let variant = match members.get(key) {
            None => "netease-missing",
            Some(_) if key == "signature" => "netease-signature",
            Some(_) => "netease-number",
        };
        let got = visible::one_line(&members.get(key).map(plain).unwrap_or_default());
        decoded.findings.push(malformed(variant).with("key", key).with("got", got));
    }
    decoded.fields = object.members;
    let (Some(signature), Some(cur_time), Some(ttl)) = (decoded.text("signature"), cur_time, ttl) else {
        decoded.shape = Shape::Damaged;
        return (decoded, None);
    };
    if !hex::is_hex(signature, 40) {
        decoded.shape = Shape::Damaged;
        return (decoded, None);
    }
    let signature = signature.to_owned();
    let made = Time::from_millis(cur_time);
    decoded.window = Window {
        issued_at: Some(made),
        expires_at: Some(made.plus(ttl.saturating_mul(1000))),
        good_at_end: true,
        ..Window::default()
    };
    (decoded, Some(Claims { signature, cur_time, ttl }))
}

/// Where a member stands in the token's text, found by its spelling; `None` where it is spelled otherwise.
fn place(plain_text: &str, key: &str, value: &str, end: usize) -> Option<Range<usize>> {
    let member = format!("\"{key}\":{value}");
    let from = plain_text.find(&member)?;
    let (start, stop) = base64::characters_of(from, from + member.len());
    Some(start.min(end)..stop.min(end))
}

/// The signature and what is around it.
fn segments(parts: &[Part], end: usize) -> Vec<Segment> {
    let signature = parts.iter().find(|part| part.key == "signature").and_then(|part| part.span.clone());
    let Some(signature) = signature else { return vec![Segment::new("data", 0..end)] };
    let runs = [("head", 0..signature.start), ("signature", signature.clone()), ("data", signature.end..end)];
    let runs = runs.into_iter().filter(|(_, range)| !range.is_empty());
    runs.map(|(name, range)| Segment::new(name, range)).collect()
}

/// Base64 that can be read but is not as the vendor writes it.
pub(super) fn form(decoded: &mut Decoded, padding: Padding, alphabet: bool, canonical: bool) {
    if !alphabet {
        decoded.findings.push(malformed("netease-alphabet"));
    }
    match padding {
        Padding::Missing => decoded.findings.push(Finding::warning("padding_lost").variant("netease")),
        Padding::TooMuch => decoded.findings.push(malformed("netease-padding")),
        Padding::Full | Padding::NotNeeded => {}
    }
    if !canonical {
        decoded.findings.push(malformed("netease-bits"));
    }
}

impl Claims {
    fn fits(&self, app_key: &str, id: &str, channel_name: &str, secret: &[u8]) -> bool {
        let made = sign(app_key, id, self.cur_time, self.ttl, channel_name, secret);
        mac::equal(made.as_bytes(), self.signature.as_bytes())
    }

    /// What is hashed, with the secret left out.
    fn show(&self, decoded: &mut Decoded, app_key: &str, id: &str, channel_name: &str) {
        let text = format!("{app_key}{id}{}{}{channel_name}…", self.cur_time, self.ttl);
        decoded.parts.push(Part::new("signed_text", text).note(Message::new("netease-note-signed")));
    }
}

/// A life that is no life. One over the limit is told by the code for all kinds.
fn verify_ttl(decoded: &Decoded) -> Option<Finding> {
    let ttl = decoded.fields.get("ttl").and_then(whole).filter(|ttl| *ttl <= 0)?;
    Some(Finding::error("limit").variant("netease-ttl").with("ttl", ttl.to_string()))
}

fn reword(finding: Finding, decoded: &Decoded, wrong_signature: &'static str) -> Finding {
    let seconds = decoded.window.issued_at.is_some_and(|time| (0..SECONDS_BELOW).contains(&time.millis()));
    match finding.code {
        // Ten digits: what is now in seconds is January 1970 in milliseconds (section 12).
        "expired" if seconds => finding.variant("netease-seconds"),
        "milliseconds" => Finding { code: "time_unit", variant: "netease-micro", ..finding },
        _ => super::reword(finding, wrong_signature),
    }
}

/// Signs and packs, for either kind.
fn generate(inputs: &Inputs, id: &str, channel_name: &str, now: Time) -> Result<Generated, Vec<Problem>> {
    let (Some(app_key), Some(secret)) = (inputs.text("app_key"), super::secret(inputs, "app_secret")) else {
        return Err(vec![Problem::new("app_secret", Message::new("problem-missing"))]);
    };
    let seconds = |key| inputs.text(key).and_then(|text| text.parse::<i64>().ok()).filter(|span| *span > 0);
    let ttl = seconds("ttl").or_else(|| seconds("default_ttl")).unwrap_or(3600);
    let cur_time = now.millis();
    let signature = sign(app_key, id, cur_time, ttl, channel_name, secret);
    let json = Writer::new().text("signature", &signature).integer("curTime", cur_time).integer("ttl", ttl);
    Ok(base64::encode(json.finish().as_bytes()).into())
}

impl Kind for BasicToken {
    fn spec(&self) -> &'static Spec {
        &BASIC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn recognise(&self, text: &str) -> Recognition {
        recognise(text)
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let (mut decoded, claims) = decode(text);
        let Some(claims) = claims else { return decoded };
        let secret = super::secret(known, "app_secret");
        let channel = known.text("channel_name");
        let (Some(app_key), Some(uid)) = (known.text("app_key"), known.text("uid")) else {
            let public = if secret.is_some() {
                &["app_key", "uid", "channel_name"][..]
            } else {
                &["uid", "channel_name"]
            };
            super::needs(&mut decoded, "netease-basic", &lacking(known, public));
            return decoded;
        };
        claims.show(&mut decoded, app_key, uid, channel.unwrap_or_default());
        let Some(secret) = secret else {
            super::needs(&mut decoded, "netease-basic", &lacking(known, &["channel_name"]));
            return decoded;
        };
        // Without a channel it is good for any, or so the samples say; what the server does is unconfirmed.
        let unbound = claims.fits(app_key, uid, "", secret);
        decoded.signature = match channel.filter(|channel| !channel.is_empty()) {
            Some(channel) if claims.fits(app_key, uid, channel, secret) => Signature::Valid,
            _ if unbound => Signature::Valid,
            Some(_) => Signature::Invalid,
            None => Signature::Unchecked,
        };
        if decoded.signature == Signature::Valid {
            // The AppKey is among what is signed, so it is told by the signature that fits.
            decoded.owner = Some(app_key.to_owned());
        }
        match decoded.signature {
            Signature::Valid if unbound => {
                let finding = Finding::info("no_channel");
                decoded.findings.push(match channel.filter(|channel| !channel.is_empty()) {
                    Some(channel) => {
                        let finding = Finding::warning("no_channel").variant("other");
                        finding.with("channel", visible::one_line(channel))
                    }
                    None => finding,
                });
            }
            Signature::Unchecked => super::needs(&mut decoded, "netease-basic", &["channel_name"]),
            _ => {}
        }
        decoded
    }

    fn answers(&self) -> &'static [Answer] {
        BASIC_ANSWERS
    }

    fn verify(&self, decoded: &Decoded, known: &Inputs, _now: Time) -> Verified {
        let findings = verify_ttl(decoded).into_iter().chain(super::remarks_on_use(known)).collect();
        Verified { findings, foreign: false }
    }

    fn reword(&self, finding: Finding, decoded: &Decoded) -> Finding {
        reword(finding, decoded, "netease-basic")
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let Some(uid) = inputs.text("uid") else {
            return Err(vec![Problem::new("uid", Message::new("problem-missing"))]);
        };
        generate(inputs, uid, inputs.text_or_empty("channel_name"), env.now)
    }
}

impl Kind for NimToken {
    fn spec(&self) -> &'static Spec {
        &NIM
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    fn recognise(&self, text: &str) -> Recognition {
        recognise(text)
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let (mut decoded, claims) = decode(text);
        let Some(claims) = claims else { return decoded };
        let secret = super::secret(known, "app_secret");
        let (Some(app_key), Some(accid)) = (known.text("app_key"), known.text("accid")) else {
            let public = if secret.is_some() { &["app_key", "accid"][..] } else { &["accid"] };
            super::needs(&mut decoded, "netease-nim", &lacking(known, public));
            return decoded;
        };
        claims.show(&mut decoded, app_key, accid, "");
        if let Some(secret) = secret {
            let fits = claims.fits(app_key, accid, "", secret);
            decoded.signature = if fits { Signature::Valid } else { Signature::Invalid };
            decoded.owner = fits.then(|| app_key.to_owned());
        }
        decoded
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        let mut findings: Vec<_> = verify_ttl(decoded).into_iter().collect();
        if let Some(ttl) = decoded.fields.get("ttl").and_then(whole).filter(|ttl| *ttl > LONGEST) {
            let life = Arg::Span(ttl.saturating_mul(1000));
            findings.push(Finding::warning("limit").variant("netease-nim").with("life", life));
        }
        Verified { findings, foreign: false }
    }

    fn reword(&self, finding: Finding, decoded: &Decoded) -> Finding {
        reword(finding, decoded, "netease-nim")
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        super::remark(inputs, key)
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let Some(accid) = inputs.text("accid") else {
            return Err(vec![Problem::new("accid", Message::new("problem-missing"))]);
        };
        generate(inputs, accid, "", env.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "eyJzaWduYXR1cmUiOiIyYmE2ZmQxMGIyM2FjYTViY2ExMmEzZTE2ZWEzODJjYWI0YTBlNjIzIiwiY3VyVGltZSI6MTczNTY4OTYwMDAwMCwidHRsIjozNjAwfQ==";

    #[test]
    fn parts_stand_where_they_say() {
        let decoded = BasicToken.decode(TOKEN, &Inputs::default());
        assert_eq!(decoded.shape, Shape::Ok);
        let names: Vec<_> =
            decoded.segments.iter().map(|segment| (segment.name, segment.range.clone())).collect();
        assert_eq!(names, [("head", 0..2), ("signature", 2..74), ("data", 74..124)]);
        assert_eq!(decoded.findings.first().map(|finding| finding.code), Some("needs"));
    }

    #[test]
    fn what_is_no_such_token_says_why() {
        let variant = |json: &str| {
            let decoded = BasicToken.decode(&base64::encode(json.as_bytes()), &Inputs::default());
            (decoded.shape, decoded.findings.first().map(|finding| finding.variant))
        };
        let hash = "0".repeat(40);
        for (json, expected) in [
            ("hello", "netease-json"),
            ("{}", "netease-missing"),
            (&format!("{{\"signature\":\"{hash}\",\"curTime\":\"1\",\"ttl\":1}}"), "netease-number"),
            (&format!("{{\"signature\":\"{hash}\",\"curTime\":1.5,\"ttl\":1}}"), "netease-number"),
            ("{\"signature\":\"short\",\"curTime\":1,\"ttl\":1}", "netease-signature"),
        ] {
            assert_eq!(variant(json), (Shape::Damaged, Some(expected)), "{json}");
        }
        let extreme = format!("{{\"signature\":\"{hash}\",\"curTime\":{},\"ttl\":{}}}", i64::MAX, i64::MAX);
        assert_eq!(variant(&extreme).0, Shape::Ok);
    }
}
