//! The signature of a callback, "message copy" (reference section 8).
//!
//! ```text
//! md5      = lower-case hex of MD5( body, the bytes as received )
//! CheckSum = lower-case hex of SHA1( AppSecret md5 CurTime )       CurTime in milliseconds
//! ```

use super::super::{Decoded, Generated, Kind, Limits, Recognition, Spec, Verified};
use super::signed::{Headers, Sent, is_sha1};
use crate::codec::{hash, hex, mac};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, MAX_TEXT, Means, Name, Note, Part, Problem, Signature, Time,
    Window,
};

static SPEC: Spec = Spec {
    id: "netease.callback-checksum",
    since: "0.1.0",
    link: "https://doc.yunxin.163.com/",
    fields: &[
        Field::token("body", FieldKind::Text { max: MAX_TEXT, warn_above: 0 })
            .required()
            .keeps_blank()
            .sample("{}"),
        Field::token("cur_time_ms", FieldKind::Digits).advanced().sample("1608110108512"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[],
};

static NAMES: &[Name] = &[
    Name::new("AppKey", Means::Owner),
    Name::new("CurTime", Means::Made).of("cur_time_ms"),
    Name::new("md5", Means::Data),
    Name::new("CheckSum", Means::Proof),
];

/// `netease.callback-checksum`.
#[derive(Debug)]
pub(super) struct CallbackChecksum;

fn headers(text: &str) -> Option<Headers<'_>> {
    Headers::with(text, &["MD5", "CurTime"])
}

fn checksum(secret: &[u8], body: &str, cur_time: &str) -> String {
    let md5 = hex::encode(&hash::md5(body.as_bytes()));
    hex::encode(&hash::sha1(&[secret, md5.as_bytes(), cur_time.as_bytes()]))
}

/// What often happens to a body on its way: its last line break is lost, added, or turned into another.
fn otherwise(body: &str) -> [String; 4] {
    let bare = body.trim_end_matches(['\r', '\n']);
    [bare.to_owned(), format!("{bare}\n"), body.replace("\r\n", "\n"), body.trim().to_owned()]
}

impl Kind for CallbackChecksum {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn recognise(&self, text: &str) -> Recognition {
        if is_sha1(text) { Recognition::Maybe } else { Recognition::No }
    }

    fn reads_whole(&self, text: &str) -> bool {
        headers(text).is_some()
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        let sent = Sent::new(text, headers(text));
        let (given, _) = sent.checksum();
        if !is_sha1(given) {
            return Decoded::damaged(super::malformed("netease-checksum"));
        }
        let mut decoded = Decoded::new();
        sent.show(&mut decoded, "AppKey", known, "app_key");
        let cur_time = sent.show(&mut decoded, "CurTime", known, "cur_time_ms");
        let body = known.text("body");
        let md5 = body.map(|body| hex::encode(&hash::md5(body.as_bytes())));
        let header = sent.header("MD5");
        if let Some(md5) = md5.as_deref().or(header.as_ref().map(|(md5, _)| *md5)) {
            decoded.fields.insert("md5".to_owned(), md5.into());
            let part = Part::new("md5", md5).note(Message::new("netease-note-md5"));
            decoded.parts.push(match &header {
                Some((_, range)) => part.at(range.clone()),
                None => part,
            });
        }
        if let (Some(md5), Some((header, _))) = (&md5, &header)
            && !md5.eq_ignore_ascii_case(header)
        {
            decoded.findings.push(Finding::warning("md5_header").with("md5", md5.clone()));
        }
        sent.show_checksum(&mut decoded);

        let made = cur_time.and_then(|text| text.parse().ok()).map(Time::from_millis);
        if let Some(part) = decoded.parts.iter_mut().find(|part| part.key == "CurTime") {
            part.note = made.map_or(Note::None, Note::Time);
        }
        // How old a callback may be is unconfirmed, so it has no end (section 13).
        decoded.window = Window { issued_at: made, ..Window::default() };

        let lacking: Vec<_> = [("body", body), ("cur_time_ms", cur_time)]
            .into_iter()
            .filter_map(|(key, value)| value.is_none().then_some(key))
            .collect();
        super::needs(&mut decoded, "netease-hash", &lacking);
        if let (Some(body), Some(cur_time), Some(secret)) =
            (body, cur_time, super::secret(known, "app_secret"))
        {
            let given = given.to_ascii_lowercase();
            let fits = |body: &str| mac::equal(checksum(secret, body, cur_time).as_bytes(), given.as_bytes());
            decoded.signature = if fits(body) { Signature::Valid } else { Signature::Invalid };
            if decoded.signature == Signature::Invalid && otherwise(body).iter().any(|body| fits(body)) {
                decoded.findings.push(Finding::error("bad_signature").variant("netease-body-space"));
            }
        }
        decoded
    }

    fn verify(&self, decoded: &Decoded, _known: &Inputs, _now: Time) -> Verified {
        let mut verified = Verified::default();
        let digits = decoded.text("CurTime").map(str::len);
        if digits.is_some_and(|digits| digits < 12) {
            verified.findings.push(Finding::warning("time_unit").variant("netease-callback"));
        }
        verified
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        super::reword(finding, "netease-callback")
    }

    fn complete(&self, inputs: Inputs, env: &mut Env<'_>) -> Inputs {
        if inputs.text("cur_time_ms").is_some() {
            return inputs;
        }
        inputs.with("cur_time_ms", env.now.millis().to_string())
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let inputs = self.complete(inputs.clone(), env);
        let (Some(app_key), Some(secret)) = (inputs.text("app_key"), super::secret(&inputs, "app_secret"))
        else {
            return Err(vec![Problem::new("app_secret", Message::new("problem-missing"))]);
        };
        let (body, cur_time) = (inputs.text_or_empty("body"), inputs.text_or_empty("cur_time_ms"));
        let token = checksum(secret, body, cur_time);
        let outputs = vec![
            ("AppKey", app_key.to_owned()),
            ("CurTime", cur_time.to_owned()),
            ("MD5", hex::encode(&hash::md5(body.as_bytes()))),
            ("CheckSum", token.clone()),
        ];
        Ok(Generated { token, outputs })
    }
}
