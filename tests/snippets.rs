//! The snippets of every kind: right in their language, filled with exactly the values, whatever these hold. They are
//! run by Node and a shell against stand-ins for the vendors' libraries; what is not installed is passed over with a
//! note, and `.ci/run` installs it.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it left out"
)]

#[expect(dead_code, reason = "shared by several tests")]
mod program;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use program::tokendesk;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, FieldKind, Inputs, Raw, Report, Time};
use tokendesk::vendor::{self, Filled, Generated, Kind, Known, Pasted, Snippet, VENDORS, kinds};

const NOW: Time = Time::from_seconds(1_767_323_045);

/// Everything that ends a quotation, a comment or a script somewhere, begins code, a variable or an escape, acts on a
/// terminal, or looks like a place to be filled.
const HOSTILE: &str = "\"'`\\\\u0022\\${globalThis.pwned=1}\"+(globalThis.pwned=1)+\"'+(globalThis.pwned=1)+'</script><!--*/globalThis.pwned=1;/*\n;globalThis.pwned=1//\r\u{2028}globalThis.pwned=1\u{2029}\u{202e}\u{1b}[31m$(touch pwned)`touch pwned`';touch pwned;'\ntouch pwned\n%s%n -é 会议 👩\u{200d}🏫 __token__ end";

fn snippets() -> impl Iterator<Item = (&'static dyn Kind, &'static Snippet)> {
    kinds().flat_map(|kind| kind.spec().snippets.iter().map(move |snippet| (kind, snippet)))
}

/// The ending of its file, which tells its language.
fn ending(snippet: &Snippet) -> &'static str {
    snippet.id.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// A public value of each field.
fn sample(kind: &'static dyn Kind, key: &str) -> Option<String> {
    let field = kind.fields().into_iter().find(|field| field.key == key)?;
    (!field.is_secret() && !field.sample.is_empty()).then(|| field.sample.to_owned())
}

/// A token of the kind from the samples of its fields, or a text that is taken for one.
fn made(kind: &'static dyn Kind) -> (Generated, Report) {
    if !kind.spec().generates {
        let pasted = Pasted::whole("opaque", kind);
        let report = vendor::inspect(&pasted, &Inputs::default(), [], &[], NOW);
        return (Generated::from("opaque".to_owned()), report);
    }
    let mut raw = Raw::new();
    for field in kind.fields() {
        raw = match sample(kind, field.key) {
            _ if field.is_secret() => raw.with_secret(field.key, support::secret(field).into()),
            Some(value) if field.required && field.default.is_none() => raw.with(field.key, value),
            _ => raw,
        };
    }
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
    let mut random = support::Counter(7);
    let mut env = Env { now: NOW, random: &mut random };
    vendor::generate(kind, &inputs, None, &mut env).unwrap()
}

fn filled(kind: &'static dyn Kind, snippet: &Snippet) -> Filled {
    let (_, report) = made(kind);
    let given = |key: &str| sample(kind, key);
    snippet.fill(kind, Known { report: &report, given: &given })
}

/// A snippet in which every value is hostile, each in its own way; and these values by place.
fn hostile(kind: &'static dyn Kind, snippet: &Snippet) -> (Filled, BTreeSet<String>) {
    let value = |key: &str| format!("{key}: {HOSTILE} of {key}");
    let report = vendor::inspect(&Pasted::whole(&value("token"), kind), &Inputs::default(), [], &[], NOW);
    let given = |key: &str| Some(value(key));
    let filled = snippet.fill(kind, Known { report: &report, given: &given });
    // Of a signature the token itself is one.
    let own = |key: &str| if key == "signature" { value("token") } else { value(key) };
    (filled, snippet.places().map(own).collect())
}

#[test]
fn every_place_is_filled_and_no_secret_is_one() {
    for (kind, snippet) in snippets() {
        let what = format!("{} {}", kind.spec().id, snippet.id);
        assert!(snippet.places().any(|key| ["token", "check_sum", "signature"].contains(&key)), "{what}");
        // The dialog shows so many columns.
        assert!(snippet.source.lines().all(|line| line.chars().count() <= 94), "{what}: a line is too long");
        assert_eq!(snippet.source.matches("__").count() % 2, 0, "{what}: a place is not closed");
        for key in snippet.places() {
            assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{what}: {key}");
            assert!(
                !kind.fields().iter().any(|field| field.key == key && field.is_secret()),
                "{what}: {key}"
            );
        }
        for field in VENDORS.iter().flat_map(|vendor| vendor.credentials).filter(|field| field.is_secret()) {
            assert!(!snippet.source.contains(field.key), "{what} speaks of {}", field.key);
        }
        let Filled { code, missing } = filled(kind, snippet);
        assert_eq!(missing, [""; 0], "{what}: places that no field fills");
        assert!(!code.contains("__"), "{what}");
        for field in kind.fields().into_iter().filter(|field| field.is_secret()) {
            assert!(!code.contains(&support::secret(field)), "{what} holds {}", field.key);
        }
    }
}

#[test]
fn every_file_belongs_to_a_kind_and_ids_are_one_a_kind() {
    let used: BTreeSet<String> = snippets().map(|(_, snippet)| snippet.id.to_owned()).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/snippets");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.collect::<BTreeSet<_>>(), used);
    for kind in kinds() {
        let ids: BTreeSet<_> = kind.spec().snippets.iter().map(|snippet| snippet.id).collect();
        assert_eq!(ids.len(), kind.spec().snippets.len(), "{}", kind.spec().id);
    }
    for (_, snippet) in snippets() {
        assert!(["js", "sh"].contains(&ending(snippet)), "{}", snippet.id);
    }
}

fn snippet(kind: &str, id: &str) -> (&'static dyn Kind, &'static Snippet) {
    snippets().find(|(known, snippet)| known.spec().id == kind && snippet.id == id).unwrap()
}

#[test]
fn values_come_from_the_token_before_the_form() {
    let (kind, opentok) = snippet("opentok.client-jwt", "opentok.js");
    let (generated, report) = made(kind);
    let other = |_: &str| Some("something else".to_owned());
    let known = Known { report: &report, given: &other };
    let code = opentok.fill(kind, known).code;
    let session = report.fields["session_id"].as_str().unwrap();
    // The key is the claim iss there.
    assert!(code.contains(&format!("OT.initSession(\"48213579\", \"{session}\")")), "{code}");
    assert!(code.contains(&format!("session.connect(\"{}\", ", generated.token)), "{code}");

    let (kind, express) = snippet("zego.token04", "zego-express.js");
    let mut raw =
        Raw::new().with("app_id", "1481965360").with("user_id", "user_1001").with("room_id", "room_42");
    let secret = kind.fields().into_iter().find(|field| field.key == "server_secret").unwrap();
    raw = raw.with_secret("server_secret", support::secret(secret).into());
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
    let mut random = support::Counter(7);
    let (_, report) =
        vendor::generate(kind, &inputs, None, &mut Env { now: NOW, random: &mut random }).unwrap();
    let Filled { code, missing } = express.fill(kind, Known { report: &report, given: &|_| None });
    assert_eq!(missing, [""; 0]);
    assert!(code.contains("new ZegoExpressEngine(1481965360, "), "the App ID is a number: {code}");
    // The room stands in the payload.
    assert!(code.contains("loginRoom(\"room_42\", ") && code.contains("userID: \"user_1001\""), "{code}");
}

#[test]
fn a_missing_value_is_plain_to_see_and_a_number_is_exact() {
    let (kind, nertc) = snippet("netease.basic-token", "nertc-web.js");
    let (_, report) = made(kind);
    let fill = |uid: Option<&str>| {
        let given = |key: &str| uid.filter(|_| key == "uid").map(ToOwned::to_owned);
        nertc.fill(kind, Known { report: &report, given: &given })
    };
    let Filled { code, missing } = fill(None);
    assert_eq!(missing, ["app_key", "channel_name", "uid"]);
    assert!(code.contains("uid: \"\" /* fill in: uid */,"), "{code}");
    for (uid, literal) in [
        ("10000", "10000"),
        ("9007199254740991", "9007199254740991"),
        ("9007199254740993", "\"9007199254740993\""),
        ("18446744073709551615", "\"18446744073709551615\""),
        ("007", "\"007\""),
        ("1e3", "\"1e3\""),
    ] {
        assert!(fill(Some(uid)).code.contains(&format!("uid: {literal},")), "{uid}");
    }
    let (kind, api) = snippet("zego.api-signature", "zego-api.sh");
    let (_, report) = made(kind);
    let code = api.fill(kind, Known { report: &report, given: &|_| None }).code;
    assert!(code.contains("'AppId='"), "{code}");
}

/// The whole answer of a server holds the token; the snippet takes that and not the answer.
#[test]
fn the_token_of_an_answer_is_taken_out() {
    let (kind, nertc) = snippet("netease.server-token", "nertc-web.js");
    let pasted = Pasted::read(r#"{"code":200,"token":"opaque-token"}"#, Some(kind));
    let report = vendor::inspect(&pasted, &Inputs::default(), [], &[], NOW);
    let code = nertc.fill(kind, Known { report: &report, given: &|_| None }).code;
    assert!(code.contains("token: \"opaque-token\","), "{code}");
}

/// Whether a program is there; `.ci/run` takes care that none is passed over there.
fn there(program: &str) -> bool {
    let there = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return true;
    }
    assert!(std::env::var_os("TOKENDESK_TEST_LANGUAGES").is_none(), "{program} is not installed");
    println!("{program} is not installed: passed over");
    false
}

/// Stands in for every library: whatever is asked of it is there, what is handed over is written down, and what it is
/// handed to call is called.
const STAND_IN: &str = r#"
const seen = [];
function note(value, deep = 0) {
  if (typeof value === "string" || typeof value === "number") seen.push(String(value));
  else if (value && typeof value === "object" && deep < 5) for (const one of Object.values(value)) note(one, deep + 1);
}
const stand = new Proxy(function () {}, {
  get: (_, name) => name === "then" ? (done) => { if (typeof done === "function") done("done"); return stand; } : stand,
  apply: (_, self, handed) => use(handed),
  construct: (_, handed) => use(handed),
});
function use(handed) {
  note(handed);
  for (const one of handed) if (typeof one === "function" && one !== stand) one(stand);
  return stand;
}
for (const name of ["OT", "ZegoExpressEngine", "ZegoUIKitPrebuilt", "NERTC", "mecloud"]) globalThis[name] = stand;
globalThis.document = { body: "the body" };
globalThis.stand = stand;
console.log = console.warn = console.error = () => {};
process.on("exit", () => {
  if (globalThis.pwned !== undefined) throw new Error("something of a value was run");
  process.stdout.write(JSON.stringify(seen));
});
"#;

/// A folder in which the code can be run: with the stand-in, also under the name of the one package that is imported.
fn stage(id: &str, code: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("node_modules/@zegocloud/zego-uikit-prebuilt-call-mini-program");
    fs::create_dir_all(&package).unwrap();
    fs::write(package.join("package.json"), r#"{"type":"module","exports":"./index.js"}"#).unwrap();
    fs::write(package.join("index.js"), "export const ZegoUIKitPrebuiltCall = globalThis.stand;").unwrap();
    fs::write(folder.path().join("stand.cjs"), STAND_IN).unwrap();
    fs::write(folder.path().join(id.replace(".js", ".mjs")), code).unwrap();
    folder
}

fn node(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new("node").args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn javascript_is_right_and_hands_over_exactly_the_values() {
    if !there("node") {
        return;
    }
    for (kind, snippet) in snippets().filter(|(_, snippet)| ending(snippet) == "js") {
        let what = format!("{} {}", kind.spec().id, snippet.id);
        let file = snippet.id.replace(".js", ".mjs");
        let (Filled { code, missing }, values) = hostile(kind, snippet);
        assert_eq!(missing, [""; 0], "{what}");
        let acts = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202e}' | '\u{2028}' | '\u{2029}');
        assert!(!code.contains(acts) && !code.contains("</script"), "{what}: {code}");
        // The file as it is, and with nothing known.
        let (_, report) = made(kind);
        let bare = snippet.fill(kind, Known { report: &report, given: &|_| None }).code;
        for text in [snippet.source, &bare] {
            node(stage(snippet.id, text).path(), &["--check", &file]);
        }
        let folder = stage(snippet.id, &code);
        let seen = node(folder.path(), &["--require", "./stand.cjs", &file]);
        let seen: BTreeSet<String> = serde_json::from_slice(&seen).unwrap();
        let ours: BTreeSet<_> = seen.iter().filter(|text| text.contains("pwned")).cloned().collect();
        assert_eq!(ours, values, "{what}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "{what}: only what was put there");
    }
}

#[test]
fn shell_is_right_and_hands_over_exactly_the_values() {
    if !cfg!(unix) {
        return;
    }
    for (kind, snippet) in snippets().filter(|(_, snippet)| ending(snippet) == "sh") {
        let what = format!("{} {}", kind.spec().id, snippet.id);
        let (Filled { code, .. }, values) = hostile(kind, snippet);
        let acts = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202e}' | '\u{2028}' | '\u{2029}');
        assert!(!code.contains(acts), "{what}: {code}");
        let folder = tempfile::tempdir().unwrap();
        let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{code}");
        fs::write(folder.path().join(snippet.id), script).unwrap();
        let output = Command::new("sh").arg(snippet.id).current_dir(folder.path()).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{what}: {output:?}");
        let said = String::from_utf8(output.stdout).unwrap();
        let arguments: Vec<&str> = said.split('\0').collect();
        for value in &values {
            assert!(arguments.iter().any(|argument| argument.ends_with(value.as_str())), "{what}: {value}");
        }
        let ours = arguments.iter().filter(|argument| argument.contains("pwned")).count();
        assert_eq!(ours, values.len(), "{what}: {arguments:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{what}: only what was put there");
    }
}

#[test]
fn the_command_line_prints_them() {
    let call = |more: &[&str]| {
        let mut words = vec!["generate", "netease.basic-token", "-f", "app_key=a1b2", "-f", "uid=10000"];
        words.extend(["--secret", "app_secret=env:SECRET", "--at", "1767323045"]);
        words.extend(more);
        tokendesk(words).env("SECRET", "c0ffee123456").run()
    };
    let done = call(&["--snippet", "nertc-web.js"]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.text().contains("uid: 10000,") && done.text().contains("appkey: \"a1b2\""), "{done:?}");
    assert!(done.words().contains("To be filled in: channel_name"), "{done:?}");
    let token = call(&[]);
    assert!(done.text().contains(token.text().trim()), "{done:?}");
    let json = call(&["--snippet", "nertc-web.js", "-f", "channel_name=room1", "--output", "json"]).json();
    assert!(json["outputs"]["nertc-web.js"].as_str().unwrap().contains("channelName: \"room1\""), "{json}");
    let wrong = call(&["--snippet", "opentok.js"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.words().contains("it has nertc-web.js"), "{wrong:?}");
    let kinds = tokendesk(["kinds", "zego.token04"]).run();
    assert!(kinds.text().contains("zego-mini-program.js"), "{kinds:?}");
}

/// An integer field is written as a number only where it is one; its kind is the vendor's affair.
#[test]
fn places_that_are_numbers_are_integers_of_their_vendor() {
    let counts = |kind: &'static dyn Kind, key: &str| {
        kind.fields().iter().any(|field| field.key == key && matches!(field.kind, FieldKind::Integer { .. }))
    };
    let numbers: BTreeSet<_> = snippets()
        .flat_map(|(kind, snippet)| snippet.places().filter(move |key| counts(kind, key)))
        .collect();
    assert_eq!(numbers, ["app_id", "uid"].into());
}

#[test]
fn a_number_that_javascript_would_round_is_written_as_text() {
    let kind = vendor::kind("netease.basic-token").unwrap();
    let (_, report) = made(kind);
    let snippet = kind.spec().snippets.first().unwrap();
    for (uid, literal) in [
        ("9007199254740991", "9007199254740991".to_owned()),
        ("9007199254740992", "\"9007199254740992\"".to_owned()),
        (&i64::MIN.to_string(), format!("\"{}\"", i64::MIN)),
    ] {
        let given = |key: &str| (key == "uid").then(|| uid.to_owned());
        let code = snippet.fill(kind, Known { report: &report, given: &given }).code;
        assert!(code.contains(&format!("uid: {literal},")), "{uid}: {code}");
    }
}
