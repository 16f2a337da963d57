//! Input that was made to hurt: streams that unpack to gigabytes, JSON without a bottom, numbers at every edge, keys
//! that stand twice, names that are not what they look like, and text that would act on a terminal.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod loopback;
mod program;
mod support;

use std::fmt::Write as _;
use std::sync::Arc;

use flate2::{Compress, Compression, FlushCompress};
use loopback::{Reply, Server};
use program::{Done, tokendesk};
use serde_json::Value;
use tokendesk::call::{Answer, CALLS};
use tokendesk::codec::{aes, base64, json, jwt, zlib};
use tokendesk::store::import::{Format, Source};
use tokendesk::store::{Folders, MemoryStore, Settings, Store};
use tokendesk::token::input::Ask;
use tokendesk::token::redact::{self, Telling};
use tokendesk::token::{Field, FieldKind, Inputs, Raw, Report, Severity, Time, clean};
use tokendesk::vendor::{self, Kind, Pasted, Trial};

/// 2026-01-02T03:04:05Z.
const NOW: Time = Time::from_seconds(1_767_323_045);
const KEY: &str = "0123456789abcdef0123456789abcdef";
/// Colours, a new title, a cleared screen; an 8-bit escape; text that runs backwards; nothing at all; a line of its own.
const ACTING: &str =
    "\u{1b}[31mred\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}1m\u{202e}x\u{2066}\u{200b}\u{0}\r\u{8}\u{7f}\nerror: y";

/// What would act on a terminal, or be there unseen, beside the line breaks between our own lines.
fn acts(c: char) -> bool {
    c != '\n' && tokendesk::token::visible::hides(c)
}

fn still(text: &str, what: &str) {
    assert!(!text.contains(acts), "{what}: {:?}", text.chars().take(2000).collect::<String>());
}

/// A report with invented secrets, which must be whole whatever it reports on.
fn report(kind: Option<&'static dyn Kind>, text: &str) -> Report {
    report_at(kind, text, NOW)
}

fn report_at(kind: Option<&'static dyn Kind>, text: &str, now: Time) -> Report {
    let pasted = Pasted::read(text, kind);
    let fields = pasted.kind.map(<dyn Kind>::fields).unwrap_or_default();
    let secrets = fields.iter().filter(|field| field.is_secret());
    let raw = secrets.fold(Raw::new(), |raw, field| {
        let pem = matches!(field.kind, FieldKind::Pem);
        raw.with_secret(field.key, if pem { support::private_key().into() } else { KEY.into() })
    });
    let inputs = Inputs::read(&fields, &raw, Ask::Given).unwrap();
    let report =
        vendor::inspect(&pasted, &inputs, [Trial { project: None, inputs: inputs.clone() }], &[], now);
    let texts = vendor::texts();
    still(&report.to_text(&texts, &|word, _| word.to_owned()), text);
    let printed = report.to_json(&texts).to_string();
    assert!(serde_json::from_str::<Value>(&printed).is_ok(), "{printed}");
    report
}

fn told(report: &Report, code: &str) -> bool {
    report.findings.iter().any(|finding| finding.code == code)
}

/// What a person reads of a report.
fn printed(report: &Report) -> String {
    report.to_text(&vendor::texts(), &|word, _| word.to_owned())
}

fn any_jwt(claims: &str) -> String {
    jwt::sign_hs256("{\"alg\":\"HS256\"}", claims, KEY.as_bytes())
}

/// A token04 with this inside.
fn token04(end: i64, inside: &str) -> String {
    let iv = [7; aes::BLOCK];
    let cipher = aes::cbc_encrypt(KEY.as_bytes(), &iv, inside.as_bytes()).unwrap();
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap().to_be_bytes();
    let whole = [&end.to_be_bytes()[..], &length(&iv), &iv, &length(&cipher), &cipher].concat();
    format!("04{}", base64::encode(&whole))
}

/// A permission key with this inside.
fn permission_key(stream: &[u8]) -> String {
    base64::encode(stream).replace('+', "*").replace('/', "-").replace('=', "_")
}

/// A kind's text around one JSON object: every place in a token where JSON is read.
type Around = fn(&str) -> String;

const AROUND: [(&str, Around); 14] = [
    ("jwt", any_jwt),
    ("jwt", |json| jwt::sign_hs256(json, "{}", KEY.as_bytes())),
    ("opentok.client-jwt", any_jwt),
    ("opentok.rest-jwt", any_jwt),
    ("vonage.client-jwt", any_jwt),
    ("vonage.rest-jwt", any_jwt),
    ("zego.token04", |json| token04(1_767_326_645, json)),
    ("zego.login-v1", |json| base64::encode(json.as_bytes())),
    ("zego.callback-signature", ToOwned::to_owned),
    ("zego.kit", |json| format!("{}#{}", token04(1_767_326_645, "{}"), base64::encode(json.as_bytes()))),
    ("netease.basic-token", |json| base64::encode(json.as_bytes())),
    ("netease.permission-key", |json| permission_key(&zlib::deflate(json.as_bytes()))),
    ("netease.server-token", ToOwned::to_owned),
    ("mecloud.access-token", ToOwned::to_owned),
];

fn kind(id: &str) -> &'static dyn Kind {
    vendor::kind(id).unwrap_or_else(|| panic!("no kind {id}"))
}

// --- size ---

/// A zlib stream of so many megabytes of zeros: one block that is good anywhere, again and again.
fn bomb(megabytes: usize) -> Vec<u8> {
    let zeros = vec![0; 1 << 20];
    let mut compress = Compress::new(Compression::best(), false);
    let mut blocks = [Vec::with_capacity(8192), Vec::with_capacity(8192)];
    for block in &mut blocks {
        compress.compress_vec(&zeros, block, FlushCompress::Full).unwrap();
    }
    let [_, block] = blocks;
    [&[0x78, 0xda][..], &block.repeat(megabytes)].concat()
}

#[test]
fn a_bomb_is_named_and_not_unpacked() {
    let small = bomb(2);
    assert!(matches!(zlib::inflate(&small, 1 << 22), Err(zlib::Damage::Cut)), "the stream itself is good");
    // Four gigabytes from four megabytes: not one more than is allowed is unpacked.
    assert_eq!(zlib::inflate(&bomb(4096), 64 * 1024), Err(zlib::Damage::TooLong));
    let longest = permission_key(&bomb(80));
    assert!(longest.len() < tokendesk::token::MAX_TEXT);
    let found = report(Some(kind("netease.permission-key")), &longest);
    assert_eq!((found.findings[0].code, found.findings[0].variant), ("malformed", "netease-zlib-long"));
    assert!(told(&report(None, &permission_key(&bomb(4096))), "too_long"));
}

/// The program with so many kilobytes for what it writes to, as a shell allows them.
#[cfg(target_os = "linux")]
fn confined(kilobytes: u32, words: &str, input: &std::path::Path) -> Done {
    let line = format!("ulimit -d {kilobytes} && exec \"$0\" {words} < \"$1\"");
    let mut shell = std::process::Command::new("/bin/sh");
    shell.args(["-c", &line, env!("CARGO_BIN_EXE_tokendesk")]).arg(input).env_clear();
    shell.env("TOKENDESK_HOME", "/nonexistent/tokendesk").env("INPUT", input);
    let output = shell.output().unwrap();
    Done { code: output.status.code().unwrap_or(-1), stdout: output.stdout, stderr: output.stderr }
}

/// 100 MB of base64, in one line and in many, by stdin and as a file, in memory that could not hold a third of it.
#[cfg(target_os = "linux")]
#[test]
fn a_hundred_megabytes_are_answered_in_little_memory() {
    const LITTLE: u32 = 32 * 1024;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paste");
    let lines = folder.path().join("lines");
    let chunk = base64::encode(&vec![0x5a; 75_000]);
    std::fs::write(&file, chunk.repeat(1000)).unwrap();
    // Each as long as may be.
    std::fs::write(&lines, format!("{chunk}\n").repeat(5)).unwrap();
    assert_eq!(std::fs::metadata(&file).unwrap().len(), 100_000_000);
    assert!(confined(1024, "inspect x", &lines).code != 1, "the bound holds");
    let shorts = confined(LITTLE, "inspect x", &lines);
    assert_eq!(shorts.code, 1, "the program itself fits: {shorts:?}");
    for words in ["inspect -", "inspect - --output json", "inspect @\"$INPUT\"", "inspect @/dev/stdin"] {
        let done = confined(LITTLE, words, &file);
        assert_eq!(done.code, 1, "{words}: {done:?}");
        assert!(done.text().contains("too_long") || done.text().contains("too long"), "{words}: {done:?}");
    }
    let done = confined(LITTLE, "inspect -", &lines);
    assert_eq!((done.code, done.text().lines().count()), (1, 5), "{done:?}");
    // What is longer than any secret or list of projects is not read to its end either.
    for words in [
        "generate opentok.t1 -f api_key=1 --secret api_secret=-",
        "generate opentok.t1 -f api_key=1 --secret api_secret=file:\"$INPUT\"",
        "projects import \"$INPUT\"",
        "projects import -",
    ] {
        let done = confined(LITTLE, words, &file);
        assert!([2, 3].contains(&done.code), "{words}: {done:?}");
        assert!(!done.words().is_empty() && done.words().len() < 2000, "{words}: {done:?}");
    }
}

// --- depth ---

#[test]
fn json_without_a_bottom_is_refused_wherever_it_is_read() {
    const LEVELS: usize = 10_000;
    let list = format!("{}1{}", "[".repeat(LEVELS), "]".repeat(LEVELS));
    let object = format!("{}1{}", "{\"a\":".repeat(LEVELS), "}".repeat(LEVELS));
    let inside = [
        format!("{{\"exp\":{list}}}"),
        object.clone(),
        format!("{{\"token\":{object}}}"),
        "{\"a\":[".repeat(LEVELS),
    ];
    for text in inside.iter().chain([&list]) {
        assert!(json::object(text).is_err());
        clean::clean(text);
        for (id, around) in AROUND {
            for kind in [Some(kind(id)), None] {
                let token = around(text);
                // What no kind can look into is taken as it stands.
                let opaque = matches!(id, "netease.server-token" | "mecloud.access-token") && kind.is_some();
                assert!(report(kind, &token).refused() || opaque, "{id} {token:.60}");
            }
        }
        let field = Field::token("payload", FieldKind::JsonObject);
        assert!(field.check(text).is_err());
        for call in CALLS {
            let answer = Answer { status: 200, headers: Vec::new(), body: text.clone().into_bytes() };
            assert!(!call.read(&answer, &Inputs::default(), NOW).ok, "{}", call.spec().id);
        }
    }
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::beneath(home.path());
    let store = Store::new(folders.clone(), Arc::new(MemoryStore::default()));
    let dotted = format!("version = 1\n{} = 1\n", vec!["a"; LEVELS].join("."));
    let toml = format!("version = 1\na = {list}\n");
    let tables = format!("version = 1\na = {}1{}\n", "{a = ".repeat(LEVELS), "}".repeat(LEVELS));
    for text in inside.iter().chain([&list, &dotted, &toml, &tables]) {
        for format in Format::ALL.map(Some).into_iter().chain([None]) {
            let source = Source { format, ..Source::text(text) };
            // An error, or a plan that takes nothing.
            if let Ok(plan) = store.import(&source, &mut tokendesk::host::random::system()) {
                assert!(plan.items.iter().all(|item| !item.can_be_taken()), "{format:?} {text:.40}");
            }
        }
    }
    for text in [&dotted, &toml, &tables] {
        for path in [folders.projects_file(), folders.watch_file(), folders.settings_file()] {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        // Keys in keys are kept for the version that knows them; what else is too deep is told with its line.
        if *text != dotted {
            assert!(store.projects().is_err() && store.watched().is_err());
            assert!(Settings::load(&folders).1.is_some());
        }
        let done = tokendesk(["projects", "list"]).env("TOKENDESK_HOME", home.path()).run();
        assert!([0, 3].contains(&done.code), "{done:?}");
    }
}

// --- numbers ---

const NUMBERS: [&str; 30] = [
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "9223372036854775",
    "18446744073709551615",
    "18446744073709551616",
    "9007199254740993",
    "1e308",
    "-1e308",
    "1e309",
    "-1e309",
    "1e99999999999999999999",
    "1.7976931348623157e308",
    "4.9e-324",
    "1e-400",
    "0",
    "-0",
    "-0.0",
    "0e0",
    "-1",
    "253402300800",
    "-62135596801",
    "2147483648",
    "4294967296",
    "\"9223372036854775807\"",
    "\"NaN\"",
    "\"Infinity\"",
    "\"-1e400\"",
    "null",
];

/// What is no number in JSON is none here.
const NO_NUMBERS: [&str; 8] = ["NaN", "Infinity", "-Infinity", "+1", "01", ".5", "1.", "0x7fffffffffffffff"];

const TIMES: [&str; 11] = [
    "exp",
    "iat",
    "nbf",
    "create_time",
    "expire_time",
    "ctime",
    "expire",
    "curTime",
    "ttl",
    "timestamp",
    "expired",
];

#[test]
fn numbers_at_every_edge_are_read_or_told() {
    let clocks = [NOW, Time::from_millis(i64::MAX), Time::from_millis(i64::MIN), Time::from_millis(0)];
    let digits = "9".repeat(400);
    for number in NUMBERS.into_iter().chain([digits.as_str()]) {
        for (id, around) in AROUND {
            // All at once, so that their differences run over too.
            for other in ["0", "-9223372036854775808", number] {
                let mut text = String::from(
                    "{\"application_id\":\"a\",\"session_id\":\"s\",\"scope\":\"session.connect\"",
                );
                for (index, key) in TIMES.into_iter().enumerate() {
                    write!(text, ",\"{key}\":{}", if index % 2 == 0 { number } else { other }).unwrap();
                }
                let token = around(&(text + "}"));
                for now in clocks {
                    report_at(Some(kind(id)), &token, now);
                }
            }
        }
        for (key, other) in [("expire_time", "create_time"), ("create_time", "expire_time")] {
            let plain = format!(
                "partner_id=1&sig=aa:session_id=1_x&{key}={number}&{other}=-1&role=publisher&nonce=1"
            );
            for now in clocks {
                report_at(
                    Some(kind("opentok.t1")),
                    &format!("T1=={}", base64::encode(plain.as_bytes())),
                    now,
                );
            }
        }
    }
    for end in [i64::MAX, i64::MIN, 0, -1] {
        for now in clocks {
            report_at(
                Some(kind("zego.token04")),
                &token04(end, "{\"ctime\":0,\"expire\":9223372036854775807}"),
                now,
            );
        }
    }
    for number in NO_NUMBERS {
        assert!(json::object(&format!("{{\"exp\":{number}}}")).is_err(), "{number}");
        assert!(report(Some(kind("jwt")), &any_jwt(&format!("{{\"exp\":{number}}}"))).refused(), "{number}");
    }
    // What ends at the end of all numbers has not ended; what ended at their beginning has.
    assert!(!told(&report(None, &any_jwt("{\"exp\":4000000000}")), "expired"));
    assert!(told(&report(None, &any_jwt("{\"exp\":-9223372036854775808}")), "expired"));
    assert!(told(&report(None, &any_jwt("{\"exp\":1e-400}")), "expired"));
    assert!(told(&report(None, &any_jwt("{\"exp\":1e308}")), "milliseconds"));
}

/// The same through forms and the command line.
#[test]
fn numbers_given_for_a_time_are_taken_or_refused() {
    let words = NUMBERS.iter().chain(&NO_NUMBERS).map(|number| number.trim_matches('"'));
    for number in words.chain([
        "+9223372036854775807s",
        "-9223372036854775807w",
        "+106751991167300d",
        "9".repeat(400).as_str(),
    ]) {
        for kind in vendor::kinds() {
            for field in kind.fields() {
                if matches!(
                    field.kind,
                    FieldKind::Time
                        | FieldKind::Seconds { .. }
                        | FieldKind::Integer { .. }
                        | FieldKind::Digits
                        | FieldKind::Number
                ) {
                    let raw =
                        kind.fields().into_iter().filter(|other| other.required && other.key != field.key);
                    let raw = raw.fold(Raw::new(), |raw, other| {
                        if other.is_secret() {
                            raw.with_secret(other.key, support::secret(other).into())
                        } else {
                            raw.with(other.key, other.sample)
                        }
                    });
                    let Ok(inputs) = Inputs::read(&kind.fields(), &raw.with(field.key, number), Ask::All)
                    else {
                        continue;
                    };
                    for now in [NOW, Time::from_millis(i64::MAX), Time::from_millis(i64::MIN)] {
                        let mut random = support::Counter(1);
                        let mut env = tokendesk::token::Env { now, random: &mut random };
                        drop(vendor::generate(kind, &inputs, None, &mut env));
                    }
                }
            }
        }
    }
    for number in NUMBERS.into_iter().chain(["+9223372036854775807s", "NaN"]) {
        let number = number.trim_matches('"');
        for words in [["inspect", "T1==", "--at", number], ["kinds", "--output", "json", number]] {
            let done = tokendesk(words).run();
            assert!([0, 1, 2].contains(&done.code), "{words:?}: {done:?}");
        }
    }
}

// --- keys that stand twice ---

#[test]
fn a_repeated_key_is_shown_with_both_values_and_warned_of() {
    let hex = "0".repeat(40);
    for (id, around) in AROUND {
        let twice = format!(
            "{{\"x\":{{\"deep\":\"inner-one\",\"deep\":\"inner-two\"}},\"exp\":1767330001,\"exp\":1767330002,\
             \"application_id\":\"a\",\"session_id\":\"s\",\"scope\":\"session.connect\",\
             \"signature\":\"{hex}\",\"timestamp\":\"1\",\"nonce\":\"2\",\"error\":0,\"accesstoken\":\"t\",\"code\":200,\
             \"token\":\"t\",\"appkey\":\"k\",\"uid\":1,\"cname\":\"c\",\"expireTime\":1,\"curTime\":1,\"ttl\":1}}"
        );
        let report = report(Some(kind(id)), &around(&twice));
        let of = |key: &str| {
            report.findings.iter().any(|finding| {
                finding.code == "duplicate_key"
                    && finding.severity == Severity::Warning
                    && finding.args.iter().any(|(_, arg)| format!("{arg:?}").contains(key))
            })
        };
        assert!(of("exp") && of("x.deep"), "{id}: {:?}", report.findings);
        let shown = printed(&report);
        for value in ["1767330001", "1767330002", "inner-one", "inner-two"] {
            assert!(shown.contains(value), "{id} does not show {value}: {shown}");
        }
        if let Some(exp) = report.fields.get("exp") {
            assert_eq!(*exp, 1_767_330_002, "{id}: the last one counts");
        }
    }
    // The verdict is of the last one.
    let ended = any_jwt("{\"exp\":1900000000,\"exp\":1}");
    assert!(told(&report(None, &ended), "expired"));
    let payload = "{\"room_id\":\"one\",\"room_id\":\"two\"}";
    let inside = serde_json::json!({ "app_id": 1, "user_id": "u", "nonce": 1, "ctime": 1, "expire": 2, "payload": payload });
    let found = report(Some(kind("zego.token04")), &token04(2, &inside.to_string()));
    assert!(
        told(&found, "duplicate_key") && printed(&found).contains("payload.room_id"),
        "{}",
        printed(&found)
    );
    // A pair of a form is no other.
    let plain = "partner_id=1&sig=aa:session_id=1_x&role=publisher&role=moderator";
    assert!(told(&report(None, &format!("T1=={}", base64::encode(plain.as_bytes()))), "duplicate_key"));
    let texts = vendor::texts();
    let finding = tokendesk::token::Finding::warning("duplicate_key").with("key", "exp");
    assert!(texts.format(&finding.message()).contains("exp") && !texts.format(&finding.remedy()).is_empty());
}

/// A signature that does not count is one all the same: no report for a ticket holds it.
#[test]
fn a_repeated_signature_is_kept_out_of_reports() {
    let (one, two) = ("0123456789abcdef0123".repeat(2), "fedcba98765432100123".repeat(2));
    let json =
        format!("{{\"signature\":\"{one}\",\"signature\":\"{two}\",\"curTime\":1767323045000,\"ttl\":60}}");
    let report = report(Some(kind("netease.basic-token")), &base64::encode(json.as_bytes()));
    assert!(told(&report, "duplicate_key") && printed(&report).contains(&one));
    for user_data in [false, true] {
        let text = redact::bug_report(&report, &vendor::texts(), Telling { user_data });
        assert!(text.contains("signature"));
        for part in [&one, &two].map(|signature| &signature[..8]) {
            assert!(!text.contains(part), "{text}");
        }
    }
}

// --- names that are not what they look like ---

#[test]
fn what_hides_in_a_name_is_made_visible() {
    for (name, shown) in [
        ("p\\u0430ypal", "p\\u{430}ypal"),
        ("\\u0391dmin", "\\u{391}dmin"),
        ("a\\u0000b", "a\\u{0}b"),
        ("a\\u202egnp.b", "a\\u{202e}gnp.b"),
        ("ad\\u200bmin", "ad\\u{200b}min"),
        ("ad\\u00admin", "ad\\u{ad}min"),
        ("\\u2066a\\u2069", "\\u{2066}a\\u{2069}"),
        ("\\u001b[31mx", "\\u{1b}[31mx"),
    ] {
        let claims = format!("{{\"iss\":\"x\",\"session_id\":\"{name}\",\"sub\":\"{name}\",\"{name}\":1}}");
        for kind in [None, Some(kind("opentok.client-jwt")), Some(kind("vonage.client-jwt"))] {
            let report = report(kind, &any_jwt(&claims));
            let text = printed(&report);
            assert!(text.contains(shown), "{shown} is not in {text}");
            assert_eq!(told(&report, "mixed_scripts"), name.contains("\\u0430") || name.contains("\\u0391"));
        }
    }
    for plain in ["Anna", "Иванова", "Ελένη", "Trần Thị Bích", "会议room", "Anna Иванова"]
    {
        let report = report(None, &any_jwt(&serde_json::json!({ "sub": plain }).to_string()));
        assert!(!told(&report, "mixed_scripts"), "{plain}");
    }
}

/// The names of projects too: typed by nobody, they come with lists from elsewhere.
#[test]
fn a_project_with_a_forged_name_is_told() {
    let home = tempfile::tempdir().unwrap();
    let run = |words: &[&str], list: &str| {
        let done = tokendesk(words).env("TOKENDESK_HOME", home.path()).stdin(list).run();
        assert_eq!(done.code, 0, "{done:?}");
        done.words().to_owned()
    };
    let add = ["projects", "add", "--vendor", "opentok", "-f", "api_key=1", "--without-secrets", "--name"];
    assert!(run(&[&add[..], &["p\u{430}ypal"]].concat(), "").contains("p\\u{430}ypal"));
    assert!(!run(&[&add[..], &["Иванова & Anna"]].concat(), "").contains("\\u{"));
    let list = "name,vendor,api_key\n\u{391}dmin,opentok,2\n";
    assert!(run(&["projects", "import", "-"], list).contains("\\u{391}dmin"));
}

// --- terminals ---

/// Runs it in text and JSON, and looks at every character that comes out.
fn quiet(words: &[&str], home: &std::path::Path) {
    for further in [&[][..], &["--output", "json"]] {
        let words = [words, further].concat();
        // A NUL cannot be in an argument.
        let words = words.iter().map(|word| word.replace('\0', ""));
        let done = tokendesk(words.clone()).env("TOKENDESK_HOME", home).env("API_SECRET", KEY).run();
        let what = format!("{:?}", words.collect::<Vec<_>>());
        assert!((0..=3).contains(&done.code), "{what}: {done:?}");
        assert!(!done.stdout.is_empty() || !done.stderr.is_empty(), "{what}");
        still(done.words(), &what);
        // An export that goes into a file is exactly what is to be read again.
        if what.starts_with("[\"projects\", \"export\"") && further.is_empty() {
            continue;
        }
        still(done.text(), &what);
        // No line of it is passed off as one of ours.
        let forged = |text: &str| text.lines().any(|line| line.starts_with("error: y"));
        assert!(!forged(done.text()) && !forged(done.words()), "{what}: {done:?}");
    }
}

#[test]
fn no_word_of_a_call_acts_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let flag = format!("--{ACTING}");
    let file = format!("@{ACTING}");
    let pair = format!("{ACTING}={ACTING}");
    let field = format!("session_id={ACTING}");
    let key = format!("api_key={ACTING}");
    let source = format!("api_secret=file:/nonexistent/{ACTING}");
    let program = format!("api_secret=command:{}", ACTING.replace(['\n', '\r'], ""));
    let name = format!("api_secret=env:{ACTING}");
    let url = format!("https://{ACTING}/");
    for words in [
        &[ACTING][..],
        &[&flag],
        &["kinds", ACTING],
        &["kinds", &flag],
        &["generate", ACTING],
        &["generate", "opentok.t1", "-f", ACTING],
        &["generate", "opentok.t1", "-f", &pair],
        &["generate", "opentok.t1", "-f", &key, "-f", &field, "--secret", "api_secret=env:API_SECRET"],
        &["generate", "opentok.t1", "--secret", &source],
        &["generate", "opentok.t1", "--secret", &program],
        &["generate", "opentok.t1", "--secret", &name],
        &["generate", "opentok.t1", "--secret", ACTING],
        &["generate", "opentok.t1", "--project", ACTING],
        &["generate", "opentok.t1", "--at", ACTING],
        &["inspect", ACTING],
        &["inspect", &file],
        &["inspect", "x", "--kind", ACTING],
        &["inspect", "x", "--project", ACTING],
        &["inspect", "x", "--at", ACTING],
        &["inspect", "x", "--expect", &pair],
        &["inspect", "x", "-f", &pair],
        &["inspect", "x", ACTING],
        &["inspect", "x", &flag],
        &["call", ACTING],
        &["call", "opentok.create-session", "-f", &pair],
        &["call", "opentok.create-session", "-f", &key, "--secret", "api_secret=env:API_SECRET"],
        &["call", "opentok.create-session", "--base-url", &url],
        &["call", "opentok.create-session", "--as", ACTING],
        &["call", "opentok.create-session", "--project", ACTING],
        &["projects", ACTING],
        &["projects", "show", ACTING],
        &["projects", "set", ACTING],
        &["projects", "remove", ACTING],
        &["projects", "import", ACTING],
        &["projects", "import", "-", "--vendor", ACTING],
        &["projects", "export", "--format", ACTING],
        &["projects", "add", "--vendor", ACTING, "--name", "x"],
        &["projects", "add", "--vendor", "opentok", "--name", ACTING, "-f", "api_key=1"],
        &["projects", "add", "--vendor", "opentok", "--name", "Demo", "--group", ACTING, "-f", "api_key=1"],
        &["projects", "add", "--vendor", "opentok", "--name", "Demo", "--environment", ACTING],
        &["projects", "list", ACTING],
        &["completions", ACTING],
        &["man", ACTING],
        &["help", ACTING],
    ] {
        quiet(words, home);
    }
    let lines = tokendesk(["inspect", "-"]).stdin(ACTING.repeat(3)).run();
    still(lines.text(), "lines");
    let one = tokendesk(["inspect", "-", "--output", "json"]).stdin(ACTING.replace('\n', "")).run();
    still(one.text(), "a line");
    assert!(one.json()["findings"].is_array());
}

/// Files that somebody else wrote: their names, and what is in them.
#[test]
fn no_text_of_a_file_acts_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let escaped =
        |text: &str| text.chars().fold(String::new(), |text, c| format!("{text}\\u{:04x}", u32::from(c)));
    let acting = escaped(ACTING);
    let unnamed = ACTING.replace(['\0', '/'], "");
    let own = |text: String| {
        let home = folder.path().join(format!("home {unnamed}"));
        let path = Folders::beneath(&home).projects_file();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        for words in [
            &["projects", "list"][..],
            &["projects", "show", "p7f3c2a105b6d"],
            &["projects", "export"],
            &["projects", "export", "--format", "csv"],
            &["projects", "backups"],
            &["inspect", "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-"],
            &["generate", "opentok.t1", "--project", "p7f3c2a105b6d", "-f", "session_id=1_MX40ODIxMzU3OX5-"],
            &["generate", "opentok.t1", "--project", "nobody"],
        ] {
            quiet(words, &home);
        }
    };
    let project = |name: &str, further: &str| {
        format!(
            "version = 1\n[[project]]\nid = \"p7f3c2a105b6d\"\nname = \"{name}\"\nvendor = \"opentok\"\n{further}"
        )
    };
    own(project(&acting, &format!("group = \"{acting}\"\n[project.credentials]\napi_key = \"{acting}\"\n")));
    own(project("Demo", &format!("vendor2 = {ACTING}")));
    own(project("Demo", &format!("secrets = [\"{acting}\"]\n")).replace("opentok", &acting));
    own(format!("version = 2\nx = \"{acting}\"\n"));
    for text in [
        format!("[{{\"vendor\":\"{acting}\",\"name\":\"{acting}\",\"{acting}\":\"{acting}\"}}]"),
        format!("[{{\"vendor\":\"opentok\",\"name\":\"{acting}\",\"api_key\":\"{acting}\"}}]"),
        format!(
            "[[project]]\nvendor = \"opentok\"\nname = \"{acting}\"\napi_key = \"{acting}\"\n\"{acting}\" = 1\n"
        ),
        format!("[[project]]\nvendor = {ACTING}"),
        format!("OPENTOK_API_KEY=\"{ACTING}\"\nOPENTOK_API_SECRET={ACTING}\n{ACTING}=x\n"),
        format!("vendor,api_key,{ACTING}\nopentok,\"{ACTING}\",x\n\"{ACTING}\",1,2\n"),
    ] {
        for name in ["list".to_owned(), format!("list{unnamed}")] {
            let path = folder.path().join(name);
            std::fs::write(&path, &text).unwrap();
            for format in ["json", "toml", "csv", "env"] {
                let words = ["projects", "import", path.to_str().unwrap(), "--dry-run", "--format", format];
                quiet(&words, &folder.path().join("none"));
            }
            quiet(&["projects", "import", path.to_str().unwrap()], &folder.path().join("none"));
            quiet(&["inspect", &format!("@{}", path.display())], &folder.path().join("none"));
        }
    }
}

/// The same export where a person looks at it.
#[cfg(target_os = "linux")]
#[test]
fn an_export_does_not_act_on_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let path = Folders::beneath(home.path()).projects_file();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let name = "a\\u202Eb\\u009Bc\\u200Bd";
    std::fs::write(
        &path,
        format!(
            "version = 1\n[[project]]\nid = \"p7f3c2a105b6d\"\nname = \"{name}\"\nvendor = \"opentok\"\n"
        ),
    )
    .unwrap();
    for format in ["toml", "csv", "json"] {
        // `script` gives a program a terminal of its own.
        let line = format!("exec '{}' projects export --format {format}", env!("CARGO_BIN_EXE_tokendesk"));
        let mut script = std::process::Command::new("script");
        script.args(["-qec", &line, "/dev/null"]).env("TOKENDESK_HOME", home.path()).env("TERM", "dumb");
        let Ok(output) = script.stdin(std::process::Stdio::null()).output() else { return };
        let text = String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n");
        assert!(text.contains("a\\u{202e}b\\u{9b}c"), "{text}");
        still(&text, format);
        let piped =
            tokendesk(["projects", "export", "--format", format]).env("TOKENDESK_HOME", home.path()).run();
        assert!(piped.text().contains("a\u{202e}b\u{9b}c") && piped.text().ends_with('\n'), "{piped:?}");
    }
}

// --- what a server sends back ---

/// Markup, a path, a command, a formula, a terminal's orders.
const SENT: &str = "<a href='file:///etc/passwd'>{{7*7}}</a>../../../etc/passwd;$(touch pwned)=1+1\u{1b}]8;;http://x\u{7}\u{202e}\r\nerror: y";

/// Whatever member of an answer holds it, with or without success.
#[test]
fn a_servers_text_is_shown_and_nothing_else() {
    let texts = vendor::texts();
    let text = serde_json::to_string(SENT).unwrap();
    let names = [
        "session_id",
        "token",
        "accesstoken",
        "msg",
        "desc",
        "message",
        "Message",
        "error",
        "info",
        "code",
        "Code",
        "title",
        "detail",
        "type",
        "Data",
        "IdentifyToken",
        "accid",
        "expired",
        "RequestId",
    ];
    let members: Vec<String> = names.iter().map(|name| format!("\"{name}\":{text}")).collect();
    let mut bodies = vec![text.clone(), format!("[{{{}}}]", members.join(",")), SENT.to_owned()];
    for success in ["\"code\":200", "\"Code\":0", "\"error\":0", "\"code\":414"] {
        bodies.push(format!("{{{},{success}}}", members.join(",")));
        bodies.push(format!("{{\"info\":{{{0}}},\"Data\":{{{0}}},{success}}}", members.join(",")));
    }
    bodies.push(format!("<sessions><Session><session_id>{SENT}</session_id></Session></sessions>"));
    for call in CALLS {
        for body in &bodies {
            for status in [200, 302, 400, 403, 500] {
                let headers =
                    ["location", "date", "content-type"].map(|name| (name.to_owned(), SENT.to_owned()));
                let answer = Answer { status, headers: headers.into(), body: body.clone().into_bytes() };
                let outcome = call.read(&answer, &Inputs::default(), NOW);
                for finding in &outcome.findings {
                    still(&texts.format(&finding.message()), call.spec().id);
                    still(&texts.format(&finding.remedy()), call.spec().id);
                }
            }
        }
    }
}

/// The same through the program: it writes nothing but to its two streams, and nothing there acts.
#[test]
fn a_servers_text_does_not_act_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let text = serde_json::to_string(SENT).unwrap();
    for (call, body) in [
        ("opentok.create-session", format!("[{{\"session_id\":{text}}}]")),
        ("opentok.create-session", format!("{{\"message\":{text}}}")),
        ("opentok.create-session", SENT.to_owned()),
        ("netease.get-token", format!("{{\"code\":200,\"token\":{text}}}")),
        ("netease.get-token", format!("{{\"code\":414,\"desc\":{text}}}")),
    ] {
        for output in ["text", "json"] {
            let server = Server::start([Reply::json(body.clone())]);
            let mut words = vec![
                "call".to_owned(),
                call.to_owned(),
                "--send".to_owned(),
                "--base-url".to_owned(),
                server.url(),
            ];
            let found = tokendesk::call::call(call).unwrap();
            let mut run = Vec::new();
            for field in found.fields() {
                if field.is_secret() && field.required {
                    words.extend(["--secret".to_owned(), format!("{}=env:SECRET", field.key)]);
                    run.push(support::secret(field));
                } else if field.required && field.default.is_none() {
                    words.extend(["-f".to_owned(), format!("{}={}", field.key, field.sample)]);
                }
            }
            words.extend(["--output".to_owned(), output.to_owned()]);
            let done = tokendesk(&words).env("SECRET", &run[0]).env("TOKENDESK_HOME", folder.path()).run();
            assert!([0, 3].contains(&done.code), "{words:?} {done:?}");
            still(done.text(), call);
            still(done.words(), call);
            assert!(
                !done.text().lines().chain(done.words().lines()).any(|line| line.starts_with("error: y"))
            );
            let all = format!("{}{}", done.text(), done.words());
            assert!(all.contains("etc/passwd"), "it is shown: {done:?}");
        }
    }
    let written =
        std::fs::read_dir(folder.path()).unwrap().filter_map(Result::ok).map(|entry| entry.file_name());
    assert!(written.into_iter().all(|name| ["state", "config", "data"].iter().any(|known| name == *known)));
}
