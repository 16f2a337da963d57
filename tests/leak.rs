//! A marker secret goes through every flow of the command line, and is found nowhere that stays or shows.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
mod support;

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use program::{Call, tokendesk};
use tokendesk::call::render::{self, Language};
use tokendesk::call::send::{self, Waiting};
use tokendesk::call::{self, Answer, CALLS};
use tokendesk::i18n::Texts;
use tokendesk::store::import::Source;
use tokendesk::store::{Draft, Folders, MemoryStore, SecretPlace, Store};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, FieldKind, Inputs, Raw, Time};
use tokendesk::vendor::{self, Pasted, Trial};

/// As long as an OpenTok secret, and in no alphabet's blind spot.
const MARKER: &str = "leakMarker7Qz4leakMarker7Qz4leakMarker7Q";
/// Any part of it is too much.
const PART: &str = "leakMarker";
/// A piece of the vectors' private key, past what any key of its length begins with.
const PEM_PART: &str = "xmmSkNINCEVVNe35EbwDkRaNXQfRihHuZWWRn";
const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

fn clean(text: &str, what: &str) {
    assert!(!text.contains(PART), "{what} holds the secret: {text}");
    assert!(!text.contains(PEM_PART), "{what} holds the private key: {text}");
}

/// Every byte below a folder, whatever the file is called.
fn clean_folder(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        clean(&path.to_string_lossy(), "a file's name");
        if path.is_dir() {
            clean_folder(&path);
        } else {
            clean(&String::from_utf8_lossy(&fs::read(&path).unwrap()), &path.to_string_lossy());
        }
    }
}

#[test]
fn no_call_shows_or_keeps_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let file = folder.path().join("secret.txt");
    fs::write(&file, format!("{MARKER}\n")).unwrap();
    let call = |words: &[&str]| tokendesk(words).env("TOKENDESK_HOME", &home).env("SECRET", MARKER);
    let run = |call: Call, code: i32, what: &str| {
        let done = call.run();
        assert_eq!(done.code, code, "{what}: {done:?}");
        clean(done.text(), what);
        clean(done.words(), what);
        clean_folder(&home);
        if done.text().starts_with('{') {
            // What JSON escapes is no hiding place either.
            clean(&done.json().to_string(), what);
        }
    };

    let add = ["projects", "add", "--vendor", "opentok", "--name", "Demo", "-f", "api_key=48213579"];
    run(call(&[&add[..], &["--without-secrets"]].concat()), 0, "add without secrets");

    let session = format!("session_id={SESSION}");
    let from_file = format!("api_secret=file:{}", file.display());
    let in_place_of_file = format!("api_secret=file:{MARKER}");
    let in_place_of_name = format!("api_secret=env:{MARKER}");
    let in_place_of_program = format!("api_secret=command:{MARKER}");
    let failing = format!("api_secret=command:/bin/ls {MARKER}");
    let bare = format!("api_secret={MARKER}");
    let with_other_prefix = format!("api_secret=plain:{MARKER}");
    let generate = ["generate", "opentok.t1", "-f", "api_key=48213579", "-f", &session];
    let inspect = ["inspect", SESSION];
    let damaged = "T1==cGFydG5lcl9pZA";
    for format in ["text", "json"] {
        let output = ["--output", format];
        // Where it belongs: the work is done.
        let mut good = vec![vec!["--secret", "api_secret=env:SECRET"], vec!["--secret", &from_file]];
        if cfg!(unix) {
            good.push(vec!["--secret", "api_secret=command:/usr/bin/env printenv SECRET"]);
        }
        for secret in &good {
            run(call(&[&generate[..], secret, &output].concat()), 0, "generate");
            run(
                call(&[&generate[..2], &["--project", "Demo", "-f", &session], secret, &output].concat()),
                0,
                "project",
            );
            run(
                call(&[&generate[..3], &["api_key=1", "-f", &session], secret, &output].concat()),
                2,
                "wrong key",
            );
            run(call(&[&["generate", "opentok.session-id"][..], secret, &output].concat()), 2, "wrong kind");
            run(call(&[&["generate", "opentok.nope"][..], secret, &output].concat()), 2, "no kind");
            run(
                call(&[&generate[..], &["-f", "role=x", "--at", "x"], secret, &output].concat()),
                2,
                "inputs",
            );
            run(call(&[&generate[..], &["--project", "nope"], secret, &output].concat()), 2, "no project");
            run(call(&[&inspect[..], secret, &output].concat()), 0, "inspect");
            run(call(&[&["inspect", damaged][..], secret, &output].concat()), 1, "damaged");
            run(call(&[&["inspect", "x"][..], secret, &output].concat()), 1, "unknown");
            run(call(&[&["inspect", "@/nonexistent"][..], secret, &output].concat()), 3, "no file");
            run(call(&[&["inspect", "-"][..], secret, &output].concat()).stdin(SESSION), 0, "stream");
            // No keychain here, so saving fails.
            let other = ["projects", "add", "--vendor", "opentok", "--name", "Other", "-f", "api_key=1"];
            run(call(&[&other[..], secret, &output].concat()), 3, "add");
            run(call(&[&["projects", "set", "Demo"][..], secret, &output].concat()), 3, "set");
        }
        let stdin = [&generate[..], &["--secret", "api_secret=-"], &output].concat();
        run(call(&stdin).stdin(format!("{MARKER}\n{MARKER}\n")), 0, "stdin");
        run(call(&["inspect", "-", "--secret", "api_secret=-"]).stdin(MARKER), 2, "stdin twice");

        // Where it does not belong: refused, and not repeated.
        for (option, value, code) in [
            ("--secret", bare.as_str(), 2),
            ("--secret", with_other_prefix.as_str(), 2),
            ("--secret", MARKER, 2),
            ("--secret", in_place_of_file.as_str(), 3),
            ("--secret", in_place_of_name.as_str(), 3),
            ("--secret", in_place_of_program.as_str(), 3),
            ("--secret", failing.as_str(), 3),
            ("-f", bare.as_str(), 2),
            ("-f", MARKER, 2),
            ("-f", "leakMarkerleakMarker=", 2),
        ] {
            run(call(&[&generate[..], &[option, value], &output].concat()), code, "generate, misplaced");
            run(call(&[&inspect[..], &[option, value], &output].concat()), code, "inspect, misplaced");
            run(call(&[&add[..], &["--name", "B", option, value], &output].concat()), 2, "add, misplaced");
            run(
                call(&[&["projects", "set", "Demo", option, value][..], &output].concat()),
                code,
                "set, misplaced",
            );
        }
        for words in [
            vec![MARKER],
            vec!["inspect", "x", MARKER],
            vec!["kinds", MARKER],
            vec!["generate", MARKER],
            vec!["inspect", "x", "--kind", MARKER],
            vec!["projects", MARKER],
            vec!["projects", "add", "--vendor", MARKER, "--name", "x"],
            vec!["projects", "add", "--vendor", "opentok", "--name", "x", "--environment", MARKER],
            vec!["projects", "set", "Demo", "--forget", MARKER],
        ] {
            run(call(&[&words[..], &output].concat()), 2, "misplaced word");
        }
        let flag = format!("--{MARKER}");
        let assigned = format!("--api-secret={MARKER}");
        let output_value = format!("--output={MARKER}");
        for word in [&flag, &assigned, &output_value] {
            run(call(&["inspect", "x", word]), 2, "misplaced option");
        }
        run(call(&[&["inspect", &format!("48213579:{MARKER}")][..], &output].concat()), 1, "pasted");
    }
    run(call(&["projects", "list"]), 0, "list");
    run(call(&["projects", "show", "Demo"]), 0, "show");
    run(call(&["projects", "export", "--output", "json"]), 0, "export");
}

/// A file with secrets is read, looked at and taken; they are nowhere but in the file.
#[test]
fn no_import_shows_or_keeps_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let key = support::private_key();
    for (name, text) in [
        (".env", format!("OPENTOK_API_KEY=48213579\nOPENTOK_API_SECRET={MARKER}\nOTHER={MARKER}\n")),
        (
            "vonage.env",
            format!("VONAGE_APP_ID=7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b\nVONAGE_PRIVATE_KEY=\"{key}\"\n"),
        ),
        ("open.env", format!("API_KEY=48213579\nAPI_SECRET={MARKER}\n")),
        ("unclosed.env", format!("OPENTOK_API_KEY=1\nOPENTOK_API_SECRET=\"{MARKER}\n")),
        ("a.csv", format!("vendor,api_key,api_secret\nopentok,7,{MARKER}\n")),
        ("a.json", format!("[{{\"vendor\":\"zego\",\"app_id\":1,\"server_secret\":\"{MARKER}\"}}]")),
        ("a.toml", format!("[[project]]\nvendor = \"opentok\"\napi_key = 9\napi_secret = \"{MARKER}\"\n")),
        ("broken.json", format!("[{{\"api_secret\":\"{MARKER}\",]")),
        ("broken.toml", format!("[[project]]\napi_secret = {MARKER}\n")),
        ("typed.toml", format!("version = 1\n[[project]]\nid = \"{MARKER}\"\nname = 1\n")),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let path = path.to_str().unwrap();
        for options in
            [&["--dry-run"][..], &[], &["--without-secrets"], &["--format", "csv"], &["--vendor", "opentok"]]
        {
            for output in ["text", "json"] {
                let words = [&["projects", "import", path, "--output", output][..], options].concat();
                let done = tokendesk(words).env("TOKENDESK_HOME", &home).run();
                assert!([0, 2, 3].contains(&done.code), "{done:?}");
                clean(done.text(), name);
                clean(done.words(), name);
                clean_folder(&home);
            }
        }
    }
    let list = tokendesk(["projects", "list"]).env("TOKENDESK_HOME", &home).run();
    assert!(list.text().contains("48213579"), "something was imported: {list:?}");
    let export = tokendesk(["projects", "export", "--format", "csv"]).env("TOKENDESK_HOME", &home).run();
    clean(export.text(), "an export");
}

#[test]
fn no_debug_text_or_report_holds_a_secret() {
    let texts: Texts = vendor::texts();
    for kind in vendor::kinds() {
        let mut raw = Raw::new();
        let mut in_clear = Raw::new();
        for field in kind.fields() {
            if field.is_secret() {
                let is_pem = matches!(field.kind, FieldKind::Pem);
                let secret = if is_pem { support::private_key() } else { MARKER.to_owned() };
                assert!(secret.contains(PART) || secret.contains(PEM_PART));
                in_clear = in_clear.with(field.key, &secret);
                raw = raw.with_secret(field.key, secret.into());
            } else if field.required {
                raw = raw.with(field.key, field.sample);
            }
        }
        clean(&format!("{raw:?}"), "Raw");
        if !in_clear.plain.is_empty() {
            let problems = Inputs::read(&kind.fields(), &in_clear, Ask::Given).unwrap_err();
            clean(&format!("{problems:?}"), "Problem");
            for problem in problems {
                clean(&texts.format(&problem.message), "a problem's text");
            }
        }
        let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
        clean(&format!("{inputs:?} {:?}", inputs.advice(&kind.fields())), "Inputs");
        let mut random = tokendesk::host::random::system();
        let mut env = Env { now: Time::from_seconds(1_767_323_045), random: &mut random };
        let generated = vendor::generate(kind, &inputs, Some("Demo".to_owned()), &mut env);
        clean(&format!("{generated:?}"), "what was generated");
        let samples = [SESSION, "T1==cGFydG5lcl9pZA", "eyJhbGciOiJIUzI1NiJ9.e30.AA", "", "x"];
        let made = generated.as_ref().map(|(generated, _)| generated.token.as_str()).unwrap_or_default();
        for text in samples.into_iter().chain([made]) {
            for pasted in [Pasted::read(text, None), Pasted::read(text, Some(kind))] {
                let trial = Trial { project: None, inputs: inputs.clone() };
                clean(&format!("{trial:?} {pasted:?}"), "Trial");
                let report = vendor::inspect(&pasted, &inputs, [trial], &[], env.now);
                clean(&format!("{report:?}"), "Report");
                clean(&report.to_json(&texts).to_string(), "JSON");
                clean(&report.to_text(&texts, &|word, _| word.to_owned()), "text");
            }
        }
    }
}

#[test]
fn no_file_holds_a_secret_that_the_keychain_took() {
    let folder = tempfile::tempdir().unwrap();
    let keychain = std::sync::Arc::new(MemoryStore::default());
    let store = Store::new(Folders::beneath(folder.path()), keychain);
    let draft = Draft { name: "Demo".to_owned(), vendor: "opentok".to_owned(), ..Draft::default() };
    let secrets = [("api_secret".to_owned(), MARKER.into())];
    let project = store.add(draft.clone(), &secrets, &mut tokendesk::host::random::system()).unwrap();
    store.change(&project, draft, &secrets, &[]).unwrap();
    let text = format!("OPENTOK_API_KEY=7\nOPENTOK_API_SECRET={MARKER}\nAPI_KEY=1\nAPI_SECRET={MARKER}\n");
    let source = Source::text(&text);
    let plan = store.import(&source, &mut tokendesk::host::random::system()).unwrap();
    let items = store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert!(items[0].is_taken());
    clean(&format!("{source:?} {plan:?} {items:?}"), "an import");
    clean(&format!("{store:?} {project:?} {:?}", store.secrets_of(&project)), "the store");
    clean(&store.export().unwrap(), "an export");
    clean(&store.export_json().unwrap(), "an export");
    clean_folder(folder.path());
}

/// A secret is in a request only as what was signed with it.
#[test]
fn no_call_holds_a_secret() {
    let texts = vendor::texts();
    for call in CALLS {
        let mut raw = Raw::new();
        for field in call.fields() {
            if field.is_secret() && field.required {
                // ZEGO takes 32 characters and nothing else.
                let marker = if field.key == "server_secret" { &MARKER[..32] } else { MARKER };
                let is_pem = matches!(field.kind, FieldKind::Pem);
                let secret = if is_pem { support::private_key() } else { marker.to_owned() };
                raw = raw.with_secret(field.key, secret.into());
            } else if field.required {
                raw = raw.with(field.key, field.sample);
            }
        }
        let inputs = Inputs::read(&call.fields(), &raw, Ask::All).unwrap();
        let mut random = tokendesk::host::random::system();
        let mut env = Env { now: Time::from_seconds(1_767_323_045), random: &mut random };
        let request = call::prepare(*call, &inputs, &mut env, None).unwrap();
        clean(&format!("{request:?} {call:?} {inputs:?} {:?}", call.advice(&inputs)), "a request");
        clean(&request.to_json().to_string(), "JSON");
        for language in Language::ALL {
            clean(&render::render(&request, language), language.name());
        }
        for status in [200, 302, 403, 500] {
            let answer =
                Answer { status, headers: Vec::new(), body: b"{\"code\":414,\"error\":-1}".to_vec() };
            let outcome = call.read(&answer, &inputs, env.now);
            clean(&format!("{outcome:?} {:?}", outcome.to_json(&texts)), "an outcome");
        }
        // Nobody listens on the discard port.
        let request = call::prepare(*call, &inputs, &mut env, Some("http://127.0.0.1:9")).unwrap();
        let waiting = Waiting { patience: Duration::from_secs(5), cancelled: &AtomicBool::new(false) };
        let error = send::send(&request, waiting).unwrap_err();
        clean(&format!("{error:?} {error} {}", texts.format(&error.message())), "an error");
        let signed = ["token=", "Signature=", "eyJ"];
        assert!(signed.iter().all(|part| !format!("{error:?}").contains(part)), "{error:?}");
        let wrong =
            call::prepare(*call, &inputs, &mut env, Some(&format!("https://x:{MARKER}@y"))).unwrap_err();
        clean(&format!("{wrong:?} {}", texts.format(&wrong[0].message)), "a problem");
    }
}

#[test]
fn no_call_of_the_program_shows_a_secret() {
    let home = tempfile::tempdir().unwrap();
    let secret = format!("api_secret={MARKER}");
    let base = ["call", "opentok.create-session", "-f", "api_key=48213579"];
    let from_environment = ["--secret", "api_secret=env:MARKER"];
    let nowhere = ["--send", "--base-url", "http://127.0.0.1:9"];
    let in_address = format!("https://me:{MARKER}@host");
    for output in ["text", "json"] {
        let output = ["--output", output];
        let run = |words: &[&[&str]], code: i32| {
            let words: Vec<&str> = [&[&base[..]], words, &[&output[..]]].concat().concat();
            let done = tokendesk(&words).env("MARKER", MARKER).env("TOKENDESK_HOME", home.path()).run();
            assert_eq!(done.code, code, "{words:?}: {}", done.words());
            clean(done.text(), "stdout");
            clean(done.words(), "stderr");
            clean_folder(home.path());
        };
        run(&[&from_environment], 0);
        for language in Language::ALL {
            run(&[&from_environment, &["--as", language.name()]], 0);
        }
        run(&[&from_environment, &nowhere], 3);
        run(&[&from_environment, &["--base-url", &in_address]], 2);
        run(&[&["-f", &secret]], 2);
        run(&[&["--secret", &secret]], 2);
        run(&[&from_environment, &["-f", "location=x"]], 2);
        run(&[&[MARKER]], 2);
        run(&[&from_environment, &["--as", MARKER]], 2);
        run(&[&from_environment, &["--base-url", MARKER]], 2);
    }
    let done = tokendesk(["call", MARKER]).run();
    assert_eq!(done.code, 2);
    clean(done.words(), "stderr");
}
