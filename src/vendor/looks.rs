//! Which vendor's a JWT looks like that no kind here claims, and by what: reference jwt.md section 5, as data.

use serde_json::{Map, Value};

use crate::codec::jwt::Jwt;
use crate::codec::uuid::is_uuid;
use crate::token::Finding;

/// One row of the table.
struct Look {
    /// The reason's text: `finding-looks-like-<name>`.
    name: &'static str,
    /// Whose it is.
    vendor: &'static str,
    /// Whether it is so.
    fits: fn(&Claims<'_>) -> bool,
}

/// What a row may ask.
struct Claims<'a> {
    header: &'a Map<String, Value>,
    claims: &'a Map<String, Value>,
}

/// In the order of the reference; the first that fits counts. Behind its rows stand its hints about `iss`, for tokens
/// that lack what their row asks for, and last the row that many vendors share.
static LOOKS: &[Look] = &[
    Look { name: "twilio", vendor: "Twilio", fits: |t| t.header("cty") == "twilio-fpa;v=1" },
    Look { name: "twilio-request", vendor: "Twilio", fits: |t| t.header("cty") == "twilio-pkrv;v=1" },
    Look {
        name: "jaas",
        vendor: "8x8 JaaS",
        fits: |t| [t.header("kid"), t.text("sub")].iter().any(|id| id.starts_with("vpaas-magic-cookie-")),
    },
    Look {
        name: "twilio-capability",
        vendor: "Twilio",
        fits: |t| {
            let scope = t.text("scope");
            (scope.starts_with("scope:client:") || scope.starts_with("scope:stream:"))
                && is_sid(t.text("iss"), "AC")
        },
    },
    Look { name: "zoom-video", vendor: "Zoom Video SDK", fits: |t| t.has("tpc") && t.has("app_key") },
    Look {
        name: "zoom-cobrowse",
        vendor: "Zoom Cobrowse SDK",
        fits: |t| t.has("app_key") && t.claims.get("role_type").is_some_and(|role| *role == 1 || *role == 2),
    },
    Look { name: "zoom-meeting", vendor: "Zoom Meeting SDK", fits: |t| t.has("appKey") || t.has("sdkKey") },
    Look {
        name: "hms",
        vendor: "100ms",
        fits: |t| {
            t.has("access_key")
                && matches!(t.text("type"), "app" | "management")
                && t.claims.get("version").is_some_and(|version| *version == 2)
        },
    },
    Look {
        name: "videosdk",
        vendor: "VideoSDK.live",
        fits: |t| t.has("apikey") && t.claims.get("permissions").is_some_and(Value::is_array),
    },
    Look {
        name: "daily",
        vendor: "Daily",
        fits: |t| {
            is_uuid(t.text("d"))
                && (t.has("r") || t.has("iat"))
                && t.claims.keys().all(|key| (1..=4).contains(&key.len()))
        },
    },
    Look {
        name: "vonage",
        vendor: "Vonage / OpenTok",
        fits: |t| t.has("application_id") && t.has("jti") || t.text("scope") == "session.connect",
    },
    Look {
        name: "livekit",
        vendor: "LiveKit",
        fits: |t| {
            let grants = ["video", "sip", "agent", "inference", "observability"];
            let others = ["roomConfig", "roomPreset", "kindDetails", "sha256"];
            t.has("iss")
                && (grants.iter().any(|key| t.claims.get(*key).is_some_and(Value::is_object))
                    || others.iter().any(|key| t.has(key)))
        },
    },
    Look {
        name: "jitsi",
        vendor: "Jitsi",
        fits: |t| t.is_text("room") && t.has("sub") && t.has("aud") && t.has("iss"),
    },
    Look { name: "stream", vendor: "Stream", fits: |t| t.has("user_id") || t.is_server_token() },
    Look { name: "twilio-key", vendor: "Twilio", fits: |t| is_sid(t.text("iss"), "SK") },
    Look { name: "livekit-key", vendor: "LiveKit", fits: |t| is_livekit_key(t.text("iss")) },
    Look { name: "jaas-issuer", vendor: "8x8 JaaS", fits: |t| t.text("iss") == "chat" },
    Look {
        name: "jitsi-part",
        vendor: "Jitsi",
        fits: |t| {
            let known = ["sub", "aud", "iss"].iter().filter(|key| t.has(key)).count();
            t.is_text("room") && known == 2 || t.text("aud") == "jitsi"
        },
    },
    Look {
        name: "bare",
        vendor: "Zoom Video SDK, LiveKit",
        fits: |t| {
            t.has("iss")
                && t.has("exp")
                && t.claims.keys().all(|key| ["iss", "iat", "exp", "nbf"].contains(&key.as_str()))
        },
    },
];

/// Whose a JWT looks like, with the reason.
pub(super) fn finding(jwt: &Jwt) -> Option<Finding> {
    let token = Claims { header: &jwt.header.members, claims: &jwt.claims.members };
    let look = LOOKS.iter().find(|look| (look.fits)(&token))?;
    Some(Finding::info("looks_like").variant(look.name).with("vendor", look.vendor))
}

impl Claims<'_> {
    fn has(&self, claim: &str) -> bool {
        self.claims.contains_key(claim)
    }

    fn is_text(&self, claim: &str) -> bool {
        self.claims.get(claim).is_some_and(Value::is_string)
    }

    /// A claim that is text, else nothing.
    fn text(&self, claim: &str) -> &str {
        self.claims.get(claim).and_then(Value::as_str).unwrap_or_default()
    }

    fn header(&self, name: &str) -> &str {
        self.header.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// `server: true`, and at most times beside it.
    fn is_server_token(&self) -> bool {
        let times = ["server", "iat", "exp", "nbf"];
        self.claims.get("server").is_some_and(|server| *server == true)
            && self.claims.keys().all(|key| times.contains(&key.as_str()))
    }
}

/// Two letters and 32 hex digits, as Twilio names things.
fn is_sid(text: &str, letters: &str) -> bool {
    text.strip_prefix(letters).is_some_and(|rest| crate::codec::hex::is_hex(rest, 32))
}

/// The shape of LiveKit Cloud's keys in its documents.
fn is_livekit_key(text: &str) -> bool {
    let rest = text.strip_prefix("API").unwrap_or_default();
    rest.len() >= 6 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::super::{Kind as _, jwt::Plain, texts};
    use super::*;
    use crate::codec::jwt::sign_hs256;
    use crate::token::{Inputs, Severity};

    /// The names of the row that a token meets; nothing where none does.
    fn row(header: &Value, claims: &Value) -> &'static str {
        let text = sign_hs256(&header.to_string(), &claims.to_string(), b"key");
        let decoded = Plain.decode(&text, &Inputs::default());
        let mut found = decoded.findings.iter().filter(|finding| finding.code == "looks_like");
        let row = found.next().map_or("", |finding| finding.variant);
        assert!(found.next().is_none());
        row
    }

    #[test]
    fn one_token_for_each_row() {
        let sid = |letters: &str| format!("{letters}0123456789abcdef0123456789abcdef");
        let plain = json!({"alg": "HS256", "typ": "JWT"});
        let jaas = "vpaas-magic-cookie-0123456789abcdef0123456789abcdef";
        let rows = [
            (
                "twilio",
                json!({"alg": "HS256", "cty": "twilio-fpa;v=1"}),
                json!({"iss": sid("SK"), "grants": {"video": {}}}),
            ),
            (
                "twilio-request",
                json!({"alg": "RS256", "cty": "twilio-pkrv;v=1", "kid": "CR1"}),
                json!({"hrh": "host", "rqh": "aa"}),
            ),
            (
                "jaas",
                json!({"alg": "RS256", "kid": format!("{jaas}/4f4910")}),
                json!({"aud": "jitsi", "iss": "chat", "room": "*"}),
            ),
            (
                "jaas",
                json!({"alg": "RS256"}),
                json!({"aud": "jitsi", "iss": "chat", "room": "*", "sub": jaas}),
            ),
            (
                "twilio-capability",
                plain.clone(),
                json!({"scope": "scope:client:incoming?clientName=jenny", "iss": sid("AC"), "exp": 1}),
            ),
            (
                "zoom-video",
                plain.clone(),
                json!({"app_key": "k", "role_type": 1, "tpc": "Daily", "version": 1}),
            ),
            ("zoom-cobrowse", plain.clone(), json!({"app_key": "k", "role_type": 2, "user_id": "u"})),
            ("zoom-meeting", plain.clone(), json!({"sdkKey": "k", "mn": "123", "role": 0, "tokenExp": 1})),
            ("zoom-meeting", plain.clone(), json!({"appKey": "k", "iat": 1, "exp": 2})),
            (
                "hms",
                plain.clone(),
                json!({"access_key": "k", "type": "app", "version": 2, "room_id": "r", "user_id": "u"}),
            ),
            ("videosdk", plain.clone(), json!({"apikey": "k", "permissions": ["allow_join"], "version": 2})),
            (
                "daily",
                plain.clone(),
                json!({"r": "test", "iat": 1, "d": "30f866c3-0000-452a-8723-ff58322d09c5", "ss": true}),
            ),
            ("vonage", plain.clone(), json!({"application_id": "a", "jti": "j"})),
            (
                "livekit",
                json!({"alg": "HS256"}),
                json!({"iss": "APIdemo7Kx2Qm9", "sub": "alice", "video": {"roomJoin": true}}),
            ),
            ("livekit", json!({"alg": "HS256"}), json!({"iss": "devkey", "sha256": "47DEQpj8HBSa"})),
            (
                "jitsi",
                plain.clone(),
                json!({"room": "*", "iss": "myapp", "sub": "meet.example.com", "aud": "jitsi"}),
            ),
            ("stream", plain.clone(), json!({"user_id": "john", "iat": 1})),
            ("stream", plain.clone(), json!({"server": true})),
            ("twilio-key", plain.clone(), json!({"iss": sid("SK"), "sub": sid("AC"), "grants": {}})),
            ("livekit-key", json!({"alg": "HS256"}), json!({"iss": "APIdemo7Kx2Qm9", "exp": 1})),
            ("jaas-issuer", plain.clone(), json!({"iss": "chat", "context": {}})),
            ("jitsi-part", plain.clone(), json!({"aud": "jitsi", "iss": "myapp", "exp": 1})),
            ("jitsi-part", plain.clone(), json!({"room": "a", "iss": "myapp", "sub": "meet.example.com"})),
            ("bare", plain.clone(), json!({"iss": "inventedApiKey", "iat": 1, "exp": 2})),
            ("", plain.clone(), json!({"sub": "1234567890", "name": "John"})),
            ("", plain, json!({"d": "no uuid", "iat": 1})),
        ];
        let mut met = HashSet::new();
        for (expected, header, claims) in rows {
            assert_eq!(row(&header, &claims), expected, "{claims}");
            met.insert(expected);
        }
        assert!(LOOKS.iter().all(|look| met.contains(look.name)), "a row has no token");
    }

    #[test]
    fn every_row_has_its_words() {
        let texts = texts();
        for look in LOOKS {
            let finding = Finding::info("looks_like").variant(look.name).with("vendor", look.vendor);
            assert_eq!(finding.severity, Severity::Info);
            assert!(texts.format(&finding.message()).contains(look.vendor), "{}", look.name);
            assert!(texts.find(&finding.remedy().id).is_some(), "{}", look.name);
        }
    }
}
