//! The Token: what the SecretKey's owner sends to get an AccessToken (reference section 2).
//!
//! ```text
//! Token = lower-case hex of SHA-1( appId "." time "." random-key "." secretKey )      time in Unix milliseconds
//! ```
//! Its time may be at most 10 minutes from the server's clock, either way. The e-mail address is not signed.

use secrecy::ExposeSecret;

use super::super::{
    Answer, Audience, Decoded, Generated, Kind, Limits, Recognition, Spec, Verified, snippet,
};
use crate::codec::{form, hash, hex, mac};
use crate::i18n::Message;
use crate::token::{
    Env, Field, FieldKind, Finding, Inputs, Means, Name, Note, Part, Problem, Segment, Signature, Time,
    VendorCode, Window, visible,
};

/// How far its time may be from now, in milliseconds (section 1).
const REACH: i64 = 10 * 60 * 1000;
/// Fewer digits are no milliseconds of this century (section 6).
const FEWEST_DIGITS: usize = 12;
/// Where the Token is sent (section 3). The vendor's pages name no scheme.
const AUTHEN: &str = "https://sdk.videohostingvn.com/authen";

static SPEC: Spec = Spec {
    id: "mecloud.token",
    since: "0.1.0",
    link: "https://document.videohostingvn.com/sdk",
    fields: &[
        Field::token("random_key", FieldKind::Text { max: 4096, warn_above: 0 })
            .keeps_blank()
            .fresh()
            .sample("r4nd0m"),
        Field::token("time", FieldKind::Id { max: 40 }).advanced().fresh().sample("1767323045678"),
    ],
    names: NAMES,
    generates: true,
    limits: Limits::NONE,
    snippets: &[snippet!("mecloud.js", "MeCloud")],
};

static NAMES: &[Name] = &[
    Name::new("appId", Means::Owner),
    Name::new("token", Means::Proof),
    Name::new("time", Means::Made),
    Name::new("random-key", Means::Random).of("random_key"),
    Name::new("email", Means::User),
    Name::new("signed_text", Means::Told),
];

/// What the server says (section 3): its answer tells no more than that it refuses.
static ANSWERS: &[Answer] = &[
    Answer::any("malformed", REFUSED),
    Answer::any("token", REFUSED),
    Answer::any("stale", REFUSED),
    Answer::any("time_unit", REFUSED),
];
const REFUSED: &[VendorCode] = &[VendorCode::new("error -1", "server")];

/// `mecloud.token`.
#[derive(Debug)]
pub(super) struct Token;

fn sha1(parts: &[&str]) -> String {
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
    hex::encode(&hash::sha1(&parts))
}

/// What is signed, in the order in which it is.
#[derive(Clone, Copy)]
struct Signed<'a> {
    app_id: &'a str,
    time: &'a str,
    random_key: &'a str,
    secret: &'a str,
}

impl Signed<'_> {
    fn token(self) -> String {
        let Self { app_id, time, random_key, secret } = self;
        sha1(&[app_id, ".", time, ".", random_key, ".", secret])
    }

    /// The known mistake that made this token (section 5), as the variant of its finding.
    fn mistake(self, given: &str, email: Option<&str>) -> Option<&'static str> {
        let Self { app_id, time, random_key, secret } = self;
        let made = |parts: &[&str]| sha1(parts) == given;
        let by_mac = || {
            let message = format!("{app_id}.{time}.{random_key}");
            let whole = format!("{message}.{secret}");
            [message, whole]
                .iter()
                .any(|text| hex::encode(&mac::hmac_sha1(secret.as_bytes(), text.as_bytes())) == given)
        };
        let seconds = time.len().checked_sub(3).and_then(|end| time.get(..end)).unwrap_or_default();
        if made(&[app_id, ".", time, ".", random_key, ".", secret, "\n"]) {
            Some("mecloud-newline")
        } else if made(&[app_id, ".", random_key, ".", time, ".", secret])
            || made(&[secret, ".", app_id, ".", time, ".", random_key])
        {
            Some("mecloud-order")
        } else if made(&[app_id, time, random_key, secret]) {
            Some("mecloud-dots")
        } else if by_mac() {
            Some("mecloud-hmac")
        } else if made(&[app_id, ".", seconds, ".", random_key, ".", secret]) {
            Some("mecloud-seconds")
        } else if let Some(email) = email
            && (made(&[app_id, ".", time, ".", random_key, ".", email, ".", secret])
                || made(&[app_id, ".", time, ".", email, ".", random_key, ".", secret])
                || made(&[app_id, ".", time, ".", random_key, ".", secret, ".", email]))
        {
            Some("mecloud-email")
        } else {
            None
        }
    }
}

/// What is wrong with a time that is sent, as the variant of its finding.
fn wrong_time(time: &str) -> Option<&'static str> {
    if !time.bytes().all(|b| b.is_ascii_digit()) {
        Some("text")
    } else if time.len() < FEWEST_DIGITS {
        Some("seconds")
    } else if time.len() > 15 {
        Some("finer")
    } else {
        None
    }
}

impl Kind for Token {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn audience(&self) -> Audience {
        super::AUDIENCE
    }

    /// 40 hex digits are any SHA-1, a git commit or somebody's secret (section 2).
    fn recognise(&self, text: &str) -> Recognition {
        if hex::is_hex(text, 40) { Recognition::Maybe } else { Recognition::No }
    }

    fn decode(&self, text: &str, known: &Inputs) -> Decoded {
        if !hex::is_hex(text, 40) {
            let variant = if hex::is_hex(text, text.len()) { "mecloud-length" } else { "mecloud-hex" };
            let length = text.chars().count().to_string();
            return Decoded::damaged(Finding::error("malformed").variant(variant).with("length", length));
        }
        let mut decoded = Decoded::new();
        decoded.segments = vec![Segment::new("signature", 0..text.len())];
        if text.bytes().any(|b| b.is_ascii_uppercase()) {
            decoded.findings.push(Finding::error("uppercase"));
        }
        let time = known.text("time");
        let made = time.filter(|time| wrong_time(time).is_none()).and_then(|time| time.parse().ok());
        let made = made.map(Time::from_millis);
        // The names of the call's parameters (section 3).
        let given = [
            ("appId", known.text("app_id")),
            ("token", Some(text)),
            ("time", time),
            ("random-key", known.text("random_key")),
            ("email", known.text("email")),
        ];
        for (name, value) in given {
            let Some(value) = value else { continue };
            decoded.fields.insert(name.to_owned(), value.into());
            let part = Part::new(name, value);
            decoded.parts.push(match name {
                "token" => part.at(0..text.len()),
                "time" => part.time(made),
                "email" => part.note(Message::new("mecloud-note-email")),
                _ => part,
            });
        }
        decoded.window = Window {
            issued_at: made,
            not_before: made.map(|made| made.plus(-REACH)),
            expires_at: made.map(|made| made.plus(REACH)),
            endless: false,
            good_at_end: true,
        };
        let keys =
            if known.has_secret() { &["app_id", "time", "random_key"][..] } else { &["time", "random_key"] };
        let lacking: Vec<_> = keys.iter().copied().filter(|key| known.text(key).is_none()).collect();
        if !lacking.is_empty() {
            let finding = Finding::info("needs").variant("mecloud").with("fields", lacking.join(", "));
            decoded.findings.push(finding);
        }
        let (Some(app_id), Some(time), Some(random_key)) =
            (known.text("app_id"), time, known.text("random_key"))
        else {
            return decoded;
        };
        let signed_text = format!("{app_id}.{time}.{random_key}.…");
        decoded.parts.push(Part::new("signed_text", signed_text).note(Message::new("mecloud-note-signed")));
        let Some(secret) = known.secret("secret_key").map(ExposeSecret::expose_secret) else {
            return decoded;
        };
        let signed = Signed { app_id, time, random_key, secret };
        // Upper case is told as such, and not as a wrong secret.
        let given = text.to_ascii_lowercase();
        if mac::equal(signed.token().as_bytes(), given.as_bytes()) {
            decoded.signature = Signature::Valid;
            // The App ID is among what is signed, so it is told by the signature that fits.
            decoded.owner = Some(app_id.to_owned());
        } else {
            decoded.signature = Signature::Invalid;
            let variant = signed.mistake(&given, known.text("email")).unwrap_or("mecloud");
            decoded.findings.push(Finding::error("token").variant(variant));
        }
        decoded
    }

    fn answers(&self) -> &'static [Answer] {
        ANSWERS
    }

    fn verify(&self, _decoded: &Decoded, known: &Inputs, _now: Time) -> Verified {
        let mut verified = Verified::default();
        if let Some((time, variant)) = known.text("time").and_then(|time| Some((time, wrong_time(time)?))) {
            let finding = Finding::error("time_unit").variant(match variant {
                "seconds" => "mecloud-seconds",
                "finer" => "mecloud-finer",
                _ => "mecloud-text",
            });
            verified.findings.push(finding.with("time", visible::one_line(time)));
        }
        if known.text("random_key").is_some_and(str::is_empty) {
            verified.findings.push(Finding::warning("empty_random_key"));
        }
        if let Some(email) = known.text("email").filter(|email| !email.contains('@')) {
            let email = visible::one_line(email);
            verified.findings.push(Finding::warning("bad_email").with("email", email));
        }
        verified
    }

    fn reword(&self, finding: Finding, _decoded: &Decoded) -> Finding {
        let (code, variant) = match finding.code {
            "signature" => ("token", "mecloud"),
            "expired" => ("stale", "mecloud-old"),
            "not_yet" => ("stale", "mecloud-ahead"),
            _ => return finding,
        };
        Finding { code, variant, ..finding }
    }

    fn check(&self, inputs: &Inputs, _now: Time) -> Vec<Problem> {
        let wrong = inputs.text("time").and_then(|time| wrong_time(time).map(|_| time));
        let problem = |time| {
            Problem::new("time", Message::new("mecloud-problem-time").with("got", visible::one_line(time)))
        };
        wrong.map(problem).into_iter().collect()
    }

    fn remark(&self, inputs: &Inputs, key: &str) -> Vec<Note> {
        let dots = key == "random_key" && inputs.text(key).is_some_and(|text| text.contains('.'));
        if dots { vec![Note::Text(Message::new("mecloud-remark-dots"))] } else { Vec::new() }
    }

    fn complete(&self, inputs: Inputs, env: &mut Env<'_>) -> Inputs {
        let inputs = if inputs.text("time").is_some() {
            inputs
        } else {
            inputs.with("time", env.now.millis().to_string())
        };
        if inputs.text("random_key").is_some() {
            return inputs;
        }
        let mut bytes = [0; 8];
        env.random.fill_bytes(&mut bytes);
        inputs.with("random_key", hex::encode(&bytes))
    }

    fn generate(&self, inputs: &Inputs, env: &mut Env<'_>) -> Result<Generated, Vec<Problem>> {
        let inputs = self.complete(inputs.clone(), env);
        let (Some(app_id), Some(secret)) = (inputs.text("app_id"), inputs.secret("secret_key")) else {
            return Err(vec![Problem::new("secret_key", Message::new("problem-missing"))]);
        };
        let (time, random_key) = (inputs.text_or_empty("time"), inputs.text_or_empty("random_key"));
        let token = Signed { app_id, time, random_key, secret: secret.expose_secret() }.token();
        let mut outputs = vec![
            ("appId", app_id.to_owned()),
            ("time", time.to_owned()),
            ("random-key", random_key.to_owned()),
        ];
        if let Some(email) = inputs.text("email") {
            outputs.push(("email", email.to_owned()));
            let pairs = [
                ("appId", app_id),
                ("token", &token),
                ("time", time),
                ("random-key", random_key),
                ("email", email),
            ];
            let query =
                pairs.map(|(key, value)| format!("{key}={}", form::encode_component(value))).join("&");
            outputs.push(("get_url", format!("{AUTHEN}?{query}")));
        }
        Ok(Generated { token, outputs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_are_none() {
        for (time, wrong) in [
            ("1767323045678", None),
            ("176732304567", None),
            ("1767323045", Some("seconds")),
            ("1767323045678000", Some("finer")),
            ("1.433387738783E12", Some("text")),
            ("1433387738783.5", Some("text")),
            ("", Some("seconds")),
        ] {
            assert_eq!(wrong_time(time), wrong, "{time}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        let signed = Signed { app_id: "1", time: "1767323045678", random_key: "r", secret: "s" };
        for (parts, expected) in [
            (&["1.1767323045678.r.s\n"][..], Some("mecloud-newline")),
            (&["1.r.1767323045678.s"], Some("mecloud-order")),
            (&["s.1.1767323045678.r"], Some("mecloud-order")),
            (&["11767323045678rs"], Some("mecloud-dots")),
            (&["1.1767323045.r.s"], Some("mecloud-seconds")),
            (&["1.1767323045678.r.a@b.s"], Some("mecloud-email")),
            (&["something else"], None),
        ] {
            assert_eq!(signed.mistake(&sha1(parts), Some("a@b")), expected, "{parts:?}");
        }
    }
}
