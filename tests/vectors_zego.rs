//! ZEGO's tokens made by its own libraries: written byte for byte where the layout is ours, all read, all faults named.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use support::{Pinned, inspect, raw, text, vectors};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Report, Severity, Shape, Signature, Time};
use tokendesk::vendor::{self, Kind, Pasted, Trial};

const SECRET: &str = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
const NOW: i64 = 1_767_225_600;

fn kind(id: &str) -> &'static dyn Kind {
    vendor::kind(id).unwrap()
}

/// The kinds in the vectors tell apart what are modes of one kind here.
fn kind_of(name: &str) -> &'static dyn Kind {
    kind(match name {
        "token04-cbc" | "token04-gcm" => "zego.token04",
        "token03" => "zego.token03",
        "kit-test" | "kit-production" => "zego.kit",
        "server-api-signature" => "zego.api-signature",
        "callback-signature" => "zego.callback-signature",
        "login-token-v1" => "zego.login-v1",
        other => panic!("{other}"),
    })
}

/// Inputs and pinned values under the fields' keys; what is null was not given.
fn entries(case: &Value) -> Vec<(String, String)> {
    let inputs = case["inputs"].as_object().unwrap();
    let mut entries: Vec<_> = inputs
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| (key.clone(), text(value)))
        .collect();
    for key in ["nonce", "iv_hex", "signature_nonce", "timestamp", "expired"] {
        if !case["pinned"][key].is_null() {
            entries.push((key.to_owned(), text(&case["pinned"][key])));
        }
    }
    if case["kind"] == "token04-gcm" {
        entries.push(("mode".to_owned(), "gcm".to_owned()));
    }
    entries
}

fn now(case: &Value) -> Time {
    let pinned = &case["pinned"];
    Time::from_seconds(pinned["now"].as_i64().or(pinned["timestamp"].as_i64()).unwrap_or(NOW))
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.code).collect()
}

fn part<'a>(report: &'a Report, key: &str) -> Option<&'a Value> {
    report.parts.iter().find(|part| part.key == key).map(|part| &part.value)
}

#[test]
fn tokens_of_our_layout_come_out_byte_for_byte() {
    let vectors = vectors("zego");
    let (mut made, mut others) = (0, Vec::new());
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = kind_of(case["kind"].as_str().unwrap());
        // Go's token04, PHP and Java order or escape otherwise; token03 is written alike by all but Java.
        let style = case["pinned"]["json_style"].as_str().unwrap_or("node");
        if matches!(style, "go" | "php" | "java") && case["kind"] != "token03" {
            others.push(name);
            continue;
        }
        let inputs = Inputs::read(&kind.fields(), &raw(kind, entries(case)), Ask::All).expect(name);
        let mut env = Env { now: now(case), random: &mut Pinned };
        let (generated, report) = vendor::generate(kind, &inputs, None, &mut env).expect(name);
        assert_eq!(generated.token, case["token"].as_str().unwrap(), "{name}");
        let signed = case["kind"] != "kit-production";
        assert_eq!(report.signature == Signature::Valid, signed, "{name}: {:?}", report.findings);
        if signed {
            assert_eq!(report.accepted(), Some(true), "{name}: {:?}", report.findings);
        }
        if case["kind"] == "server-api-signature" {
            let query = generated.outputs.iter().find(|(name, _)| *name == "query").unwrap();
            assert_eq!(query.1, case["decoded"]["query"].as_str().unwrap(), "{name}");
        }
        made += 1;
    }
    assert_eq!((made, others.len()), (21, 4), "{others:?}");
}

#[test]
fn every_librarys_token_is_recognised_and_decodes_to_the_recorded_values() {
    let vectors = vectors("zego");
    let mut read = 0;
    for case in vectors["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let own = kind_of(case["kind"].as_str().unwrap());
        let token = case["token"].as_str().unwrap();
        let pasted = Pasted::read(token, None);
        let candidates = pasted.kind.into_iter().chain(pasted.candidates.iter().copied());
        assert!(candidates.into_iter().any(|kind| kind == own), "{name}");
        assert!(pasted.cleaned.is_empty(), "{name}");
        if own.spec().id.starts_with("zego.token") || own.spec().id == "zego.kit" {
            assert_eq!(pasted.kind, Some(own), "{name}");
        }
        // As a tester would: the credentials, and what the token does not carry.
        let known = entries(case).into_iter().filter(|(key, _)| key != "token");
        let report = inspect(Some(own), token, &raw(own, known), now(case));
        assert_eq!(report.shape, Shape::Ok, "{name}: {:?}", report.findings);
        let decoded = &case["decoded"];
        let inner = if decoded["inner"].is_object() { &decoded["inner"] } else { decoded };
        if case["kind"] == "kit-production" {
            assert_eq!((report.signature, report.accepted()), (Signature::Unchecked, None), "{name}");
        } else {
            assert_eq!(report.signature, Signature::Valid, "{name}");
            assert_eq!(report.accepted(), Some(true), "{name}: {:?}", report.findings);
        }
        for (key, value) in inner["json"].as_object().into_iter().flatten() {
            assert_eq!(report.fields.get(key), Some(value), "{name}: {key}");
        }
        for (recorded, ours) in [
            ("version", "version"),
            ("mode", "mode"),
            ("outer_expire", "outer_expire"),
            ("iv_hex", "iv"),
            ("cipher_len", "cipher_len"),
        ] {
            if !inner[recorded].is_null() {
                assert_eq!(report.fields.get(ours), Some(&inner[recorded]), "{name}: {ours}");
            }
        }
        if inner["plaintext"].is_string() {
            assert_eq!(part(&report, "plaintext"), Some(&inner["plaintext"]), "{name}");
        }
        for (key, value) in decoded["payload_json"].as_object().into_iter().flatten() {
            assert_eq!(part(&report, &format!("payload.{key}")), Some(value), "{name}: {key}");
        }
        if decoded["kit"].is_object() {
            for (key, value) in decoded["kit"].as_object().unwrap() {
                assert_eq!(report.fields.get(key), Some(value), "{name}: {key}");
            }
            assert_eq!(report.fields.get("user_name"), Some(&decoded["kit_user_name_decoded"]), "{name}");
            assert_eq!(part(&report, "room_json"), Some(&decoded["kit_json_text_latin1"]), "{name}");
            let layer = report.parts.iter().find(|part| part.key == "layer.token").unwrap();
            assert_eq!(
                &token[layer.span.clone().unwrap()],
                decoded["inner_token"].as_str().unwrap(),
                "{name}"
            );
        }
        if let Some(order) = decoded["order"].as_array() {
            let value = |name: &str| match name {
                "callback_secret" => text(&case["inputs"][name]),
                other => text(&case["pinned"][other]),
            };
            let ours = text(part(&report, "order").unwrap());
            let ours: Vec<_> = ours.split(" + ").map(value).collect();
            assert_eq!(ours, order.iter().map(text).collect::<Vec<_>>(), "{name}");
        }
        // The places of the coloured runs cover the text in order, without gaps.
        let mut at = 0;
        for segment in &report.segments {
            assert_eq!(segment.range.start, at, "{name}: {segment:?}");
            at = segment.range.end;
        }
        assert_eq!(at, token.len(), "{name}");
        read += 1;
    }
    assert_eq!(read, 25);
}

/// Which library made it is told for those that the vectors hold.
#[test]
fn the_maker_is_told() {
    let vectors = vectors("zego");
    let mut told = Vec::new();
    for case in vectors["cases"].as_array().unwrap() {
        let Some(style) = case["pinned"]["json_style"].as_str() else { continue };
        let own = kind_of(case["kind"].as_str().unwrap());
        let report = inspect(Some(own), case["token"].as_str().unwrap(), &raw(own, entries(case)), now(case));
        let maker = part(&report, "made_by").map(text).unwrap_or_default();
        let name = case["name"].as_str().unwrap();
        let word = match style {
            "node" => "Node.js",
            "go" => "Go",
            "python" => "Python",
            "php" => "PHP",
            "java" => "Java",
            "cpp" => "C++",
            "uikit" => "UIKit",
            other => panic!("{other}"),
        };
        assert!(maker.contains(word), "{name}: {maker}");
        told.push(maker);
    }
    assert_eq!(told.len(), 20);
}

#[test]
fn everything_that_must_be_refused_is_refused_for_its_reason() {
    let vectors = vectors("zego");
    let mut refused = 0;
    for case in vectors["must_reject"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let kind = kind(match name {
            name if name.starts_with("kit token") => "zego.kit",
            name if name.starts_with("server API") => "zego.api-signature",
            _ => "zego.token04",
        });
        let expected = case["expected"].as_object().into_iter().flatten();
        let mut known: Vec<_> = expected
            .filter(|(key, _)| key.as_str() != "kind")
            .map(|(key, value)| (key.clone(), text(value)))
            .collect();
        known.push(("server_secret".to_owned(), text(&case["secret"])));
        let now = Time::from_seconds(case["now"].as_i64().unwrap());
        let report = inspect(Some(kind), case["token"].as_str().unwrap(), &raw(kind, known), now);
        assert_eq!(report.accepted(), Some(false), "{name}: {:?}", report.findings);
        assert_eq!(codes(&report).first(), case["finding"].as_str().as_ref(), "{name}: {:?}", codes(&report));
        refused += 1;
    }
    assert_eq!(refused, 31);
}

/// What ZIM's web SDK says before it sends a token shows as our findings.
#[test]
fn zims_own_checks() {
    let vectors = vectors("zego");
    let mut checked = 0;
    for case in vectors["zim_client_checks"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let now = Time::from_seconds(case["now"].as_i64().unwrap());
        // ZIM reads what stands in clear.
        let report = inspect(None, case["token"].as_str().unwrap(), &Raw::new(), now);
        let said = |code: &str| codes(&report).contains(&code);
        let found = if said("old_version") || said("version") {
            6_000_107
        } else if said("malformed") {
            6_000_103
        } else if said("expired") {
            6_000_106
        } else if said("ends_soon") {
            6_000_108
        } else if said("lifetime") {
            6_000_109
        } else {
            0
        };
        assert_eq!(Some(found), case["zim_code"].as_i64(), "{name}: {:?}", codes(&report));
        checked += 1;
    }
    assert_eq!(checked, 8);
}

/// All findings of all vectors, and the fields and notes of all kinds, have words.
#[test]
fn everything_has_words() {
    let texts = vendor::texts();
    let vectors = vectors("zego");
    let words = |report: &Report| {
        let json = report.to_json(&texts).to_string();
        for id in ["zego-", "finding-", "segment-"] {
            assert!(!json.contains(&format!("\"{id}")), "{json}");
        }
    };
    for list in ["cases", "must_reject"] {
        for case in vectors[list].as_array().unwrap() {
            for kind in vendor::vendor("zego").unwrap().kinds {
                let secret = raw(*kind, [("server_secret".to_owned(), SECRET.to_owned())]);
                words(&inspect(
                    Some(*kind),
                    case["token"].as_str().unwrap(),
                    &secret,
                    Time::from_seconds(NOW),
                ));
                words(&inspect(
                    Some(*kind),
                    case["token"].as_str().unwrap(),
                    &Raw::new(),
                    Time::from_seconds(0),
                ));
            }
        }
    }
    for kind in vendor::vendor("zego").unwrap().kinds {
        let id = kind.spec().id.replace('.', "-");
        assert!(
            texts.find(&format!("kind-{id}")).is_some() && texts.find(&format!("kind-{id}.about")).is_some()
        );
        for field in kind.fields() {
            let key = field.key.replace('_', "-");
            assert!(texts.find(&format!("field-{key}")).is_some(), "{key}");
            assert!(texts.find(&format!("field-{key}.help")).is_some(), "{key}");
        }
    }
}

/// A source of known bytes.
struct Counter(u8);
impl rand::TryRng for Counter {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(u32::MAX - 7)
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(u64::MAX - 7)
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(101);
            *byte = self.0;
        }
        Ok(())
    }
}

fn with_secrets(kind: &'static dyn Kind, fields: &[(&str, &str)]) -> Inputs {
    let mut entries: Vec<_> =
        fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    for (key, value) in [
        ("app_id", "1481965360"),
        ("server_secret", SECRET),
        ("callback_secret", "a callback secret ✓"),
        ("app_sign", "0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186"),
    ] {
        if fields.iter().all(|(given, _)| *given != key) {
            entries.push((key.to_owned(), value.to_owned()));
        }
    }
    Inputs::read(&kind.fields(), &raw(kind, entries), Ask::All).unwrap()
}

fn make(kind: &'static dyn Kind, inputs: &Inputs) -> (vendor::Generated, Report) {
    let mut env = Env { now: Time::from_seconds(NOW), random: &mut Counter(0) };
    vendor::generate(kind, inputs, None, &mut env).unwrap()
}

#[test]
fn odd_inputs_come_back_from_every_kind() {
    let longest = "u".repeat(1024);
    let payload = format!("{{\"room_id\":\"r\",\"privilege\":{{\"1\":1}},\"x\":\"{}\"}}", "p".repeat(60_000));
    for user in ["a", "Nguyễn 张三 😀 \"\\/<&>\u{2028}\u{7f}\u{1}\t", &longest] {
        for mode in ["cbc", "gcm"] {
            let kind = kind("zego.token04");
            let inputs = with_secrets(kind, &[("user_id", user), ("mode", mode), ("payload", &payload)]);
            let (_, report) = make(kind, &inputs);
            assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
            assert_eq!(report.fields["user_id"], user);
            assert_eq!(report.fields["payload"], payload.as_str());
        }
        let kind03 = kind("zego.token03");
        let inputs = with_secrets(
            kind03,
            &[
                ("user_id", user),
                ("room_id", user),
                ("nonce", "-9223372036854775808"),
                ("effective_seconds", "2147483647"),
            ],
        );
        let (_, report) = make(kind03, &inputs);
        assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
        assert_eq!((&report.fields["room_id"], &report.fields["nonce"]), (&user.into(), &i64::MIN.into()));

        let kit = kind("zego.kit");
        let inputs =
            with_secrets(kit, &[("user_id", "é\u{ff}\""), ("room_id", "salle é"), ("user_name", user)]);
        let (_, report) = make(kit, &inputs);
        assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
        assert_eq!(
            (&report.fields["user_name"], &report.fields["roomID"]),
            (&user.into(), &"salle é".into())
        );
        assert_eq!(report.fields["userID"], report.fields["user_id"]);
        assert_eq!(
            (part(&report, "layer.token"), part(&report, "layer.room")),
            (Some(&"valid".into()), Some(&"ok".into()))
        );

        let login = kind("zego.login-v1");
        let (_, report) = make(login, &with_secrets(login, &[("user_id", user)]));
        assert_eq!((report.signature, report.accepted()), (Signature::Valid, Some(true)));
    }
    // What was made up is known to the check of what was made.
    for id in ["zego.api-signature", "zego.callback-signature"] {
        let kind = kind(id);
        let (generated, report) = make(kind, &with_secrets(kind, &[]));
        assert_eq!((report.signature, report.accepted()), (Signature::Valid, Some(true)), "{id}");
        assert!(!generated.outputs.is_empty());
    }
}

#[test]
fn the_payload_is_made_of_its_fields() {
    let kind = kind("zego.token04");
    let payload = |fields: &[(&str, &str)]| {
        let all: Vec<_> = [("user_id", "u")].iter().chain(fields).copied().collect();
        make(kind, &with_secrets(kind, &all)).1.fields["payload"].clone()
    };
    assert_eq!(payload(&[]), "");
    assert_eq!(
        payload(&[("room_id", "r\"")]),
        r#"{"room_id":"r\"","privilege":{"1":1,"2":1},"stream_id_list":null}"#
    );
    assert_eq!(
        payload(&[("room_id", "r"), ("room_privilege", "1"), ("stream_id_list", " a  b ")]),
        r#"{"room_id":"r","privilege":{"1":1,"2":0},"stream_id_list":["a","b"]}"#
    );
}

#[test]
fn inputs_that_no_library_takes_are_refused() {
    let problems = |id: &str, fields: &[(&str, &str)]| {
        let kind = kind(id);
        let inputs = with_secrets(kind, fields);
        let mut env = Env { now: Time::from_seconds(NOW), random: &mut Counter(0) };
        let problems = vendor::generate(kind, &inputs, None, &mut env).err().unwrap_or_default();
        problems.into_iter().map(|p| (p.key, p.message.id.into_owned())).collect::<Vec<_>>()
    };
    let one = |key: &str, id: &str| vec![(key.to_owned(), id.to_owned())];
    let (t04, kit) = ("zego.token04", "zego.kit");
    let user = ("user_id", "u");
    assert_eq!(problems(t04, &[user]), []);
    assert_eq!(
        problems(t04, &[user, ("server_secret", "short")]),
        one("server_secret", "zego-problem-secret-length")
    );
    assert_eq!(problems(t04, &[user, ("iv_hex", "00")]), one("iv_hex", "problem-hex"));
    assert_eq!(
        problems(t04, &[user, ("mode", "gcm"), ("iv_hex", &"0".repeat(32))]),
        one("iv_hex", "problem-hex")
    );
    assert_eq!(
        problems(t04, &[user, ("room_id", "r"), ("payload", "{}")]),
        one("room_id", "zego-problem-payload-and-fields")
    );
    assert_eq!(problems(t04, &[user, ("stream_id_list", "s")]), one("room_id", "zego-problem-room-needed"));
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(66_000));
    assert_eq!(problems(t04, &[user, ("payload", &long)]), one("payload", "zego-problem-too-long"));
    let room = ("room_id", "r");
    assert_eq!(
        problems("zego.token03", &[user, room, ("privilege", "{\"1\":2}")]),
        one("privilege", "zego-problem-privilege")
    );
    let name = ("user_name", "n");
    assert_eq!(problems(kit, &[("user_id", "王"), room, name]), one("user_id", "zego-problem-latin1"));
    assert_eq!(
        problems(kit, &[user, room, name, ("server_secret", "17 characters ok?")]),
        one("server_secret", "zego-problem-secret-length")
    );
    assert_eq!(
        problems(kit, &[user, room, ("token", "04AAAA#x")]),
        one("token", "zego-problem-token-is-kit")
    );
    for broken in ["eyJ", "04AAAA", "03AAAA"] {
        assert_eq!(problems(kit, &[user, room, ("token", broken)]), one("token", "zego-problem-token"));
    }
    let own = vectors("zego")["cases"][0]["token"].as_str().unwrap().to_owned();
    assert_eq!(problems(kit, &[user, room, ("token", &own)]), []);
    let other = "another secret of 32 characters!";
    assert_eq!(
        problems(kit, &[user, room, ("token", &own), ("server_secret", other)]),
        one("token", "zego-problem-token-secret")
    );
    assert_eq!(problems("zego.login-v1", &[user, ("expired", "-1s")]), one("expired", "problem-end-past"));
}

/// A secret that a kind does not need need not be given; one that it needs is asked for.
#[test]
fn each_kind_asks_for_its_own_secret() {
    for (id, fields, lacks) in [
        ("zego.token04", &[("app_id", "1"), ("user_id", "u")][..], vec!["server_secret"]),
        ("zego.kit", &[("app_id", "1"), ("user_id", "u"), ("room_id", "r"), ("token", "04AA")], vec![]),
        (
            "zego.kit",
            &[("app_id", "1"), ("user_id", "u"), ("room_id", "r"), ("user_name", "n")],
            vec!["server_secret"],
        ),
        ("zego.login-v1", &[("app_id", "1"), ("user_id", "u")], vec!["app_sign"]),
        ("zego.callback-signature", &[], vec!["callback_secret"]),
    ] {
        let kind = kind(id);
        let entries = fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let problems = Inputs::read(&kind.fields(), &raw(kind, entries), Ask::All).err().unwrap_or_default();
        assert_eq!(problems.into_iter().map(|p| p.key).collect::<Vec<_>>(), lacks, "{id}");
    }
}

/// No single flipped bit of a token's text is accepted. Of a Kit Token only what is signed counts: the room part may be
/// edited by anybody, except for user and App ID.
#[test]
fn no_flipped_bit_is_accepted() {
    let room = &[("user_id", "user_1001"), ("room_id", "room_42"), ("user_name", "Alice")][..];
    let mut flips = 0;
    for (id, fields) in [
        ("zego.token04", &[("user_id", "user_1001")][..]),
        ("zego.token04", &[("user_id", "user_1001"), ("mode", "gcm"), ("room_id", "room_42")]),
        ("zego.token03", &[("user_id", "user_1001"), ("room_id", "room_42")]),
        ("zego.kit", room),
        ("zego.login-v1", &[("user_id", "user_1001")]),
        ("zego.api-signature", &[("signature_nonce", "00ff"), ("timestamp", "1767225600")]),
        ("zego.callback-signature", &[("nonce", "1"), ("timestamp", "1767225600")]),
    ] {
        let kind = kind(id);
        let inputs = with_secrets(kind, fields);
        let (generated, report) = make(kind, &inputs);
        assert_eq!(report.accepted(), Some(true), "{id}: {:?}", report.findings);
        let signed = generated.token.find('#').unwrap_or(generated.token.len());
        for at in 0..signed {
            for bit in 0..7 {
                let mut bytes = generated.token.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let pasted = Pasted::whole(std::str::from_utf8(&bytes).unwrap(), kind);
                let trial = Trial { project: None, inputs: inputs.clone() };
                let report =
                    vendor::inspect(&pasted, &Inputs::default(), [trial], &[], Time::from_seconds(NOW));
                assert_ne!(report.accepted(), Some(true), "{id} byte {at} bit {bit}: {}", pasted.text);
                flips += 1;
            }
        }
    }
    assert!(flips > 5000, "{flips}");
}

#[test]
fn mistakes_of_users_are_named() {
    let t04 = kind("zego.token04");
    let inputs =
        with_secrets(t04, &[("user_id", "user 王"), ("effective_seconds", "+30d"), ("room_id", "r")]);
    let (generated, report) = make(t04, &inputs);
    for code in ["lifetime", "id_characters", "privilege_feature"] {
        assert!(codes(&report).contains(&code), "{code}: {:?}", codes(&report));
    }
    assert!(report.findings.iter().all(|finding| finding.severity != Severity::Error));
    let look = |kind: &'static dyn Kind, token: &str, known: &[(&str, &str)]| {
        let known = known.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let report = inspect(Some(kind), token, &raw(kind, known), Time::from_seconds(NOW));
        report.findings.iter().map(|finding| (finding.code, finding.variant)).collect::<Vec<_>>()
    };
    // A leading zero lost: what is inside still shows, but it is refused.
    let lost = &generated.token[1..];
    assert_eq!(Pasted::read(lost, None).kind, Some(t04));
    assert_eq!(look(t04, lost, &[("server_secret", SECRET)])[0], ("version", "zego-zero"));
    // The secret of the wrong length, and the AppSign.
    assert_eq!(look(t04, &generated.token, &[("server_secret", &SECRET[1..])])[0].0, "secret_length");
    let sign = SECRET.repeat(2);
    assert_eq!(
        look(t04, &generated.token, &[("server_secret", &sign)])[0],
        ("secret_length", "zego-app-sign")
    );
    // A token made with the CallbackSecret or with the decoded hex.
    let other = "another secret of 32 characters!";
    let made_with =
        |secret: &str| make(t04, &with_secrets(t04, &[("user_id", "u"), ("server_secret", secret)])).0.token;
    let found = look(t04, &made_with(other), &[("server_secret", SECRET), ("callback_secret", other)]);
    assert_eq!(found[0], ("decrypt_failed", "callback-secret"));
    let found = look(
        t04,
        &made_with("0b30557a9fc4e90e33587da2c7ec1136"),
        &[
            ("server_secret", SECRET),
            ("app_sign", "0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186"),
        ],
    );
    assert_eq!(found[0], ("decrypt_failed", "app-sign"));
    let hex = tokendesk::codec::hex::encode(other.as_bytes());
    assert_eq!(look(t04, &made_with(other), &[("server_secret", &hex)])[0], ("decrypt_failed", "hex"));
    // The Kit Token where the plain one belongs, and without the secret.
    let kit = kind("zego.kit");
    let fields = [("user_id", "u"), ("room_id", "r"), ("user_name", "n")];
    let token = make(kit, &with_secrets(kit, &fields)).0.token;
    assert_eq!(look(t04, &token, &[("server_secret", SECRET)])[0].0, "kit_given");
    assert_eq!(look(kit, &token, &[("user_id", "x")])[0], ("user_id_mismatch", "zego"));
    assert_eq!(
        look(kit, &token, &[("server_secret", SECRET), ("room_id", "x")])[0],
        ("room_mismatch", "zego")
    );
    // Around a privilege token for another room.
    let fields = [("user_id", "user 王"), ("room_id", "elsewhere"), ("token", &generated.token)];
    assert!(
        vendor::generate(
            kit,
            &with_secrets(kit, &fields),
            None,
            &mut Env { now: Time::from_seconds(NOW), random: &mut Counter(0) }
        )
        .is_err()
    );
}

#[test]
fn a_signature_in_its_query_or_body_needs_nothing_more() {
    let api = kind("zego.api-signature");
    let (generated, _) = make(api, &with_secrets(api, &[]));
    let query = &generated.outputs.iter().find(|(name, _)| *name == "query").unwrap().1;
    let secret = raw(api, [("server_secret".to_owned(), SECRET.to_owned())]);
    for text in [query.clone(), format!("https://rtc-api.zego.im/?Action=Describe&{query}&IsTest=false")] {
        let report = inspect(None, &text, &secret, Time::from_seconds(NOW));
        assert_eq!(report.kind, Some("zego.api-signature"));
        assert_eq!(
            (report.signature, report.accepted()),
            (Signature::Valid, Some(true)),
            "{:?}",
            report.findings
        );
    }
    let bare = inspect(Some(api), &generated.token, &secret, Time::from_seconds(NOW));
    assert_eq!((bare.signature, bare.accepted()), (Signature::Unchecked, None));
    assert!(codes(&bare).contains(&"needs"));

    let callback = kind("zego.callback-signature");
    let body = r#"{"event":"room_create","appid":"1","timestamp":"1470820198","nonce":"123412","signature":"5bd59fd62953a8059fb7eaba95720f66d19e4517"}"#;
    let secret = |secret: &str| raw(callback, [("callback_secret".to_owned(), secret.to_owned())]);
    let report = inspect(None, body, &secret("secret"), Time::from_seconds(NOW));
    assert_eq!((report.kind, report.accepted()), (Some("zego.callback-signature"), Some(true)));
    let report = inspect(None, body, &secret("other"), Time::from_seconds(NOW));
    assert_eq!((codes(&report)[0], report.accepted()), ("signature", Some(false)));
    assert_eq!(codes(&report).iter().filter(|code| **code == "signature").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_taken_apart(
        start in prop::sample::select(vec!["", "04AAAAAG", "03AAA", "4AAAA", "04", "eyJ2ZXIiOjEs", "04AAAAAGlVxxAAEGszdjlx#", "Signature=&SignatureNonce=", "{\"signature\":"]),
        rest in ".{0,200}",
        sure in "[A-Za-z0-9+/]{0,200}={0,2}",
    ) {
        for text in [format!("{start}{rest}"), format!("{start}{sure}"), format!("{start}{sure}#{rest}")] {
            for kind in vendor::vendor("zego").unwrap().kinds {
                let known = with_secrets(*kind, &[("user_id", "u"), ("room_id", "r"), ("user_name", "n"), ("signature_nonce", "1"), ("timestamp", "1"), ("nonce", "1")]
                    .into_iter().filter(|(key, _)| kind.fields().iter().any(|field| field.key == *key)).collect::<Vec<_>>());
                let pasted = Pasted::whole(&text, *kind);
                let report = vendor::inspect(&pasted, &known, [], &[], Time::from_seconds(NOW));
                prop_assert!(report.accepted() != Some(true));
                for range in report.parts.iter().filter_map(|part| part.span.clone()).chain(report.segments.iter().map(|s| s.range.clone())) {
                    prop_assert!(text.get(range.clone()).is_some(), "{:?} of {:?}", range, text);
                }
            }
        }
    }
}
