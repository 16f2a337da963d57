//! What all tests over `tests/vectors/*.json` share: reading them, and turning their inputs into ours.

#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::panic_in_result_fn,
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "shared by several tests, each of which uses a part; a test fails by panicking"
)]

use serde_json::Value;
use tokendesk::token::input::Ask;
use tokendesk::token::{Inputs, Raw, Report, Time};
use tokendesk::vendor::{self, Kind, Pasted, Trial};

pub fn vectors(file: &str) -> Value {
    let path = format!("{}/tests/vectors/{file}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// `client_jwt` of opentok.json is `opentok.client-jwt`. Kinds that are not built yet have none.
pub fn kind(vendor: &str, name: &str) -> Option<&'static dyn Kind> {
    vendor::kind(&format!("{vendor}.{}", name.replace('_', "-")))
}

pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(words) => words.iter().map(text).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

pub fn raw(kind: &'static dyn Kind, entries: impl IntoIterator<Item = (String, String)>) -> Raw {
    let mut raw = Raw::new();
    for (key, value) in entries {
        let secret = kind.fields().iter().any(|field| field.key == key && field.is_secret());
        if secret { raw.secrets.push((key, value.into())) } else { raw.plain.push((key, value)) }
    }
    raw
}

pub fn now(case: &Value) -> Time {
    let pinned = &case["pinned"];
    pinned["now_ms"].as_i64().map_or(Time::from_seconds(0), Time::from_millis)
}

/// Randomness that must not be asked for, because everything random is pinned.
pub struct Pinned;
impl rand::TryRng for Pinned {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        panic!("randomness was asked for though everything is pinned")
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        panic!("randomness was asked for though everything is pinned")
    }
    fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), Self::Error> {
        panic!("randomness was asked for though everything is pinned")
    }
}

pub fn inspect(kind: Option<&'static dyn Kind>, token: &str, known: &Raw, now: Time) -> Report {
    let pasted = Pasted::read(token, kind);
    let fields = pasted.kind.map(<dyn Kind>::fields).unwrap_or_default();
    let inputs = Inputs::read(&fields, known, Ask::Given).unwrap();
    vendor::inspect(&pasted, &Inputs::default(), [Trial { project: None, inputs }], &[], now)
}

/// An invented secret that a field takes: hex of the usual length, 32 characters, or the private key of the vectors.
pub fn secret(field: &tokendesk::token::Field) -> String {
    use tokendesk::token::FieldKind;
    match field.kind {
        FieldKind::Pem => private_key(),
        FieldKind::Secret { hex_digits } if hex_digits > 0 => "a1".repeat(hex_digits / 2),
        _ => "0123456789abcdef0123456789abcdef".to_owned(),
    }
}

/// The RSA private key that the Vonage vectors were made with: invented.
pub fn private_key() -> String {
    let vectors = vectors("opentok");
    let cases = vectors["cases"].as_array().unwrap();
    cases.iter().find_map(|case| case["inputs"]["private_key"].as_str()).unwrap().to_owned()
}

/// A source of "randomness" that can be repeated.
pub struct Counter(pub u64);

impl rand::TryRng for Counter {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        self.try_next_u64().map(|bits| (bits >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        // Knuth's linear congruential generator: any full-period one would do.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Ok(self.0)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        for byte in bytes {
            *byte = (self.try_next_u64()? >> 56) as u8;
        }
        Ok(())
    }
}

/// Kind, inputs and clock of a recorded token.
pub fn recorded(vendor: &str, case: &Value) -> Option<(&'static dyn Kind, Raw, Time)> {
    let name = case["kind"].as_str()?;
    let id = match name {
        "token04-cbc" | "token04-gcm" => "zego.token04",
        "token03" => "zego.token03",
        "kit-test" | "kit-production" => "zego.kit",
        "server-api-signature" => "zego.api-signature",
        "login-token-v1" => "zego.login-v1",
        "server_api_checksum" => "netease.api-checksum",
        "nertc_permission_key" => "netease.permission-key",
        "nertc_basic_token" => "netease.basic-token",
        "nim_dynamic_token" => "netease.nim-token",
        "callback_checksum" => "netease.callback-checksum",
        _ => "",
    };
    let kind = vendor::kind(id).or_else(|| kind(vendor, name)).or_else(|| {
        let vendor = if case["inputs"]["application_id"].is_string() { "vonage" } else { vendor };
        kind(vendor, name.strip_prefix("vonage_").unwrap_or(name))
    })?;
    let snake = |key: &str| {
        let mut out = String::new();
        for c in key.chars() {
            if c.is_ascii_uppercase() {
                out.push('_');
            }
            out.push(c.to_ascii_lowercase());
        }
        out
    };
    let entries = case["inputs"].as_object()?.iter().filter(|(_, value)| !value.is_null());
    let fields = kind.fields();
    let entries = entries.filter_map(|(key, value)| {
        let key = snake(key);
        fields.iter().find(|field| field.answers_to(&key)).map(|field| (field.key.to_owned(), text(value)))
    });
    let pinned = &case["pinned"];
    let number = |key: &&str| text(&pinned[*key]).parse::<i64>().ok();
    let seconds = ["now", "timestamp", "curTimeSec", "curTime"].iter().find_map(number).map(|s| s * 1000);
    let millis = ["now_ms", "curTimeMs"].iter().find_map(number).or(seconds);
    Some((kind, raw(kind, entries), Time::from_millis(millis.unwrap_or(1_767_225_600_000))))
}
