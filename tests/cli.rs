//! The command line from outside: every verb, every exit code, every key of JSON that is documented.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
mod support;

use std::io::{BufRead as _, BufReader, Write as _};

use program::{Call, tokendesk};
use serde_json::{Map, Value};
use tokendesk::vendor::{self, VENDORS};

const SECRET: &str = "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14";
const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

#[test]
fn the_documented_calls_answer_as_written() {
    let home = tempfile::tempdir().unwrap();
    trycmd::TestCases::new()
        .env("TOKENDESK_HOME", home.path().to_str().unwrap())
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .env("API_SECRET", SECRET)
        .env("SHORT", "s")
        .env("TZ", "UTC")
        .env("COLUMNS", "100")
        .case("tests/cmd/*.trycmd");
}

/// A call of `generate opentok.t1` with everything that it needs.
fn generate(further: &[&str]) -> Call {
    let session = format!("session_id={SESSION}");
    let words = ["generate", "opentok.t1", "-f", "api_key=48213579", "-f", &session, "--at", "1767323045"];
    tokendesk(words.iter().chain(further)).env("API_SECRET", SECRET)
}

fn token() -> String {
    let done = generate(&["--secret", "api_secret=env:API_SECRET", "-f", "nonce=0.5"]).run();
    assert_eq!((done.code, done.words()), (0, ""));
    done.text().trim_end().to_owned()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn json_has_the_documented_keys_in_their_order() {
    let done = generate(&["--secret", "api_secret=env:API_SECRET", "--output", "json"]).run();
    let made = done.json();
    let documented =
        ["kind", "vendor", "project", "token", "fields", "issued_at", "not_before", "expires_at", "findings"];
    assert_eq!(keys(&made), documented);
    assert_eq!(made["issued_at"], 1_767_323_045);
    assert_eq!(made["not_before"], Value::Null);
    assert_eq!(made["expires_at"], 1_767_409_445);
    assert_eq!(made["fields"]["partner_id"], "48213579");

    let words = ["inspect", made["token"].as_str().unwrap(), "--at", "1767323145.5", "--output", "json"];
    let done = tokendesk(words).run();
    let report = done.json();
    let documented = [
        "kind",
        "vendor",
        "project",
        "cleaned",
        "shape",
        "signature",
        "window",
        "context",
        "accepted",
        "fields",
        "issued_at",
        "not_before",
        "expires_at",
        "remaining_s",
        "parts",
        "findings",
    ];
    assert_eq!(keys(&report), documented);
    assert_eq!(report["accepted"], Value::Null);
    assert_eq!(report["remaining_s"], 86_299.5);
    assert_eq!(keys(&report["parts"][0]), ["key", "value", "note", "span"]);

    let done = tokendesk(["inspect", "x", "--output", "json"]).run();
    assert_eq!(done.code, 1);
    assert_eq!(done.words(), "");
    assert_eq!(keys(&done.json()["findings"][0]), ["code", "severity", "text", "remedy"]);

    let done = tokendesk(["kinds", "--output", "json"]).run();
    let listed = done.json();
    let ids: Vec<_> = listed["kinds"].as_array().unwrap().iter().map(|kind| kind["kind"].clone()).collect();
    assert_eq!(ids, vendor::kinds().map(|kind| Value::from(kind.spec().id)).collect::<Vec<_>>());
    let kind = &listed["kinds"][0];
    let documented =
        ["kind", "vendor", "name", "about", "generates", "since", "link", "fields", "limits", "snippets"];
    assert_eq!(keys(kind), documented);
    assert_eq!(keys(&kind["limits"]), ["longest_life_s", "refuses_future"]);
    let documented = [
        "key",
        "label",
        "help",
        "scope",
        "type",
        "secret",
        "required",
        "required_unless",
        "default",
        "sample",
        "advanced",
    ];
    for field in kind["fields"].as_array().unwrap() {
        assert_eq!(keys(field)[..documented.len()], documented);
    }
}

#[test]
fn failures_are_one_json_object_too() {
    for (words, code, exit) in [
        (vec!["inspect", "x", "--at", "soon"], "inputs", 2),
        (vec!["kinds", "nope"], "usage", 2),
        (vec!["kinds", "--nope"], "usage", 2),
        (vec!["nope"], "usage", 2),
        (vec!["inspect", "x", "--project", "nope"], "no_project", 2),
        (vec!["inspect", "@/nonexistent/file"], "file", 3),
        (
            vec!["generate", "opentok.rest-jwt", "-f", "api_key=1", "--secret", "api_secret=env:NOPE"],
            "source",
            3,
        ),
        (vec!["projects", "show", "nope"], "no_project", 2),
        (vec!["projects", "import", "/nonexistent/file"], "file", 3),
    ] {
        let home = tempfile::tempdir().unwrap();
        for format in [vec!["--output", "json"], vec!["--output=json"]] {
            let done = tokendesk(words.iter().chain(&format)).env("TOKENDESK_HOME", home.path()).run();
            assert_eq!((done.code, done.words()), (exit, ""), "{words:?}");
            let error = done.json();
            assert_eq!(keys(&error), ["error"]);
            let error = &error["error"];
            assert_eq!(keys(error), ["code", "exit", "text", "remedy", "problems"]);
            assert_eq!((error["code"].as_str(), error["exit"].as_i64()), (Some(code), Some(exit.into())));
            for problem in error["problems"].as_array().unwrap() {
                assert_eq!(keys(problem), ["field", "code", "text"]);
            }
        }
        let done = tokendesk(&words).env("TOKENDESK_HOME", home.path()).run();
        assert_eq!((done.code, done.text()), (exit, ""), "{words:?}");
        assert!(done.words().starts_with("error: "), "{words:?}");
    }
}

#[test]
fn no_secret_is_taken_from_the_command_line() {
    for kind in vendor::kinds() {
        for field in kind.fields().into_iter().filter(|field| field.is_secret()) {
            let value = "0123456789abcdef-marker-fedcba9876543210";
            let pair = format!("{}={value}", field.key);
            let mut calls = vec![
                vec!["inspect", "x", "--kind", kind.spec().id, "-f", &pair],
                vec!["inspect", "x", "--kind", kind.spec().id, "--secret", &pair],
                vec!["inspect", "x", "--secret", &pair],
            ];
            if kind.spec().generates {
                calls.push(vec!["generate", kind.spec().id, "-f", &pair]);
                calls.push(vec!["generate", kind.spec().id, "--secret", &pair]);
            }
            let vendor = kind.vendor().id;
            for option in ["-f", "--secret"] {
                calls.push(vec!["projects", "add", "--vendor", vendor, "--name", "x", option, &pair]);
            }
            for words in calls {
                let home = tempfile::tempdir().unwrap();
                let done = tokendesk(words.iter().chain(&["--output", "json"]))
                    .env("TOKENDESK_HOME", home.path())
                    .run();
                assert_eq!(done.code, 2, "{words:?}");
                let problems = done.json()["error"]["problems"].as_array().unwrap().clone();
                let refused = problems.iter().find(|problem| problem["code"] == "problem-secret-in-clear");
                assert_eq!(refused.unwrap()["field"], field.key);
                assert!(!done.text().contains("marker") && !done.words().contains("marker"), "{words:?}");
            }
        }
    }
}

#[test]
fn secrets_come_from_every_source() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("my secret");
    std::fs::write(&file, format!("{SECRET}\r\n")).unwrap();
    let path = format!("api_secret=file:{}", file.display());
    let expected = generate(&["--secret", "api_secret=env:API_SECRET", "-f", "nonce=0.5"]).run();
    let from_file = generate(&["--secret", &path, "-f", "nonce=0.5"]).run();
    assert_eq!(from_file.text(), expected.text());
    let from_stdin = generate(&["--secret", "api_secret=-", "-f", "nonce=0.5"]);
    assert_eq!(from_stdin.stdin(format!("{SECRET}\nnot this\n")).run().text(), expected.text());
    if cfg!(unix) {
        let command = format!("api_secret=command:/bin/cat '{}'", file.display());
        let from_command = generate(&["--secret", &command, "-f", "nonce=0.5"]).run();
        assert_eq!(from_command.text(), expected.text());
        // No shell: what one would do is not done.
        let shell =
            generate(&["--secret", "api_secret=command:/bin/echo $API_SECRET;", "-f", "nonce=0.5"]).run();
        assert_ne!(shell.text(), expected.text());
    }
}

#[test]
fn a_source_that_fails_is_told_without_repeating_it() {
    let long = "x".repeat(70_000);
    for (source, env, text) in [
        ("env:NOPE", "", "not set"),
        ("env:A=B", "", "not set"),
        ("env:S", "\n", "nothing in it"),
        ("file:/nonexistent/marker", "", "No such file"),
        ("file:/", "", "directory"),
        ("command:/nonexistent/marker", "", "No such file"),
        ("command:/bin/false marker", "", "exit status: 1"),
        ("command:/bin/cat 'marker", "", "quotation marks"),
        ("env:S", long.as_str(), "longer than"),
        ("-", "", "nothing in it"),
    ] {
        if !cfg!(unix) && !source.starts_with("env") {
            continue;
        }
        let done = generate(&["--secret", &format!("api_secret={source}")]).env("S", env).run();
        assert_eq!(done.code, if source.contains('\'') { 2 } else { 3 }, "{source}");
        assert!(done.words().contains(text), "{source}: {}", done.words());
        assert!(done.words().contains("api_secret: ") && !done.words().contains("marker"), "{source}");
        assert_eq!(done.text(), "");
    }
    let twice = tokendesk(["inspect", "-", "--secret", "api_secret=-"]).stdin("x").run();
    assert_eq!(twice.code, 2);
}

#[test]
fn a_command_that_hangs_or_never_stops_is_ended() {
    if !cfg!(unix) {
        return;
    }
    let start = tokendesk::host::clock::monotonic();
    let endless = generate(&["--secret", "api_secret=command:/usr/bin/yes"]).run();
    assert_eq!(endless.code, 3);
    assert!(endless.words().contains("longer than"), "{}", endless.words());
    assert!(start.elapsed().as_secs() < 9);
    let hangs = generate(&["--secret", "api_secret=command:/bin/sleep 60"]).run();
    assert_eq!(hangs.code, 3);
    assert!(hangs.words().contains("more than 10 s"), "{}", hangs.words());
    assert!(start.elapsed().as_secs() < 30);
}

#[test]
fn what_is_expected_is_counted_in_the_verdict() {
    let token = token();
    let mut words = vec!["inspect", &token, "--at", "1767323045"];
    words.extend(["--expect", "role=publisher", "--expect", "data=x", "--expect", "iss=48213579"]);
    let text = tokendesk(words.clone()).run().text().to_owned();
    assert!(text.starts_with("Not as expected"), "{text}");
    assert!(text.contains("  1 of 3 as expected"), "{text}");
    words.extend(["--output", "json"]);
    let json: Value = serde_json::from_str(tokendesk(words).run().text()).unwrap();
    let fits: Vec<_> =
        json["expected"].as_array().unwrap().iter().map(|one| one["match"].as_bool()).collect();
    assert_eq!(fits, [Some(true), Some(false), Some(false)]);
}

#[test]
fn exit_codes_of_inspect() {
    let token = token();
    let with = |words: &[&str]| {
        let words = ["inspect", &token, "--at", "1767323045"].into_iter().chain(words.iter().copied());
        tokendesk(words.collect::<Vec<_>>()).env("API_SECRET", SECRET).env("WRONG", "0".repeat(40)).run().code
    };
    assert_eq!(with(&[]), 0, "nothing to check with, nothing against it");
    assert_eq!(with(&["--secret", "api_secret=env:API_SECRET"]), 0);
    assert_eq!(with(&["--secret", "api_secret=env:WRONG"]), 1);
    assert_eq!(with(&["-f", "api_key=1"]), 1);
    assert_eq!(with(&["--expect", "role=publisher"]), 0);
    assert_eq!(with(&["--expect", "role=moderator"]), 1);
    assert_eq!(with(&["--expect", "role"]), 2);
    assert_eq!(with(&["--secret", "api_secret=env:NOPE"]), 3);
    let expired = tokendesk(["inspect", &token, "--at", "+900d"]).run();
    assert_eq!(expired.code, 1);
}

#[test]
fn what_is_too_long_is_answered_at_once() {
    let start = tokendesk::host::clock::monotonic();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paste");
    std::fs::write(&file, vec![b'a'; 10_000_000]).unwrap();
    let done = tokendesk(["inspect", &format!("@{}", file.display()), "--output", "json"]).run();
    let report = done.json();
    assert_eq!((done.code, report["findings"][0]["code"].as_str()), (1, Some("too_long")));
    assert!(report["findings"][0]["text"].as_str().unwrap().contains("10000000 bytes"));
    if cfg!(target_os = "linux") {
        let endless = tokendesk(["inspect", "@/dev/zero"]).run();
        assert_eq!(endless.code, 1);
        assert!(endless.text().contains("too long for a token"));
    }
    // The line is answered before its end has come; the next one is read.
    let mut child = tokendesk(["inspect", "-"]).spawn();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    input.write_all(&vec![b'a'; 200_000]).unwrap();
    assert!(answers.next().unwrap().unwrap().contains("too_long"));
    input.write_all(&vec![b'a'; 10_000_000]).unwrap();
    input.write_all(format!("\n{SESSION}\n").as_bytes()).unwrap();
    assert!(answers.next().unwrap().unwrap().contains("opentok.session-id"));
    drop(input);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn a_stream_is_answered_line_by_line_as_it_comes() {
    let mut child =
        tokendesk(["inspect", "--output", "json", "--at", "1767323045", "-f", "api_key=48213579"]).spawn();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for (line, kind) in [
        (format!("{SESSION}\n").into_bytes(), Value::from("opentok.session-id")),
        (format!("\n  \n Bearer {}\r\n", token()).into_bytes(), Value::from("opentok.t1")),
        (b"\xff\xfe nonsense \x1b[31m\n".to_vec(), Value::Null),
        (b"eyJhbGciOiJIUzI1NiJ9.e30.AA\n".to_vec(), Value::from("jwt")),
    ] {
        input.write_all(&line).unwrap();
        input.flush().unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["kind"], kind);
    }
    drop(input);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(1));

    let accepted =
        tokendesk(["inspect", "-", "--at", "1767323045"]).stdin(format!("{SESSION}\n{SESSION}")).run();
    assert_eq!((accepted.code, accepted.text().lines().count()), (0, 2));
    let nothing = tokendesk(["inspect", "-"]).run();
    assert_eq!((nothing.code, nothing.text()), (0, ""));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for words in [&["inspect", "-"][..], &["kinds", "--output", "json"], &["projects", "--help"]] {
        let mut child = tokendesk(words).spawn();
        drop(child.stdout.take());
        let mut input = child.stdin.take().unwrap();
        input.write_all("x\n".repeat(100).as_bytes()).unwrap_or_default();
        drop(input);
        let done = child.wait_with_output().unwrap();
        assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]), "{words:?}");
    }
}

#[test]
fn nothing_acts_on_a_terminal_and_pipes_have_no_colour() {
    let words = ["inspect", SESSION, "--expect", "owner=\u{1b}[31m\u{202e}x\u{9b}", "--at", "1767323045"];
    for format in ["text", "json"] {
        let done = tokendesk(words.iter().chain(&["--output", format])).env("TERM", "xterm").run();
        assert_eq!(done.code, 1);
        assert!(!done.text().chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{done:?}");
    }
    let done = tokendesk(["inspect", "x", "--project", "\u{1b}[2Jx"]).run();
    assert!(!done.words().contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_answered() {
    use std::os::unix::ffi::OsStringExt as _;
    let bad = || std::ffi::OsString::from_vec(b"eyJ\xff.\xfe".to_vec());
    let done = tokendesk(["inspect".into(), bad()]).run();
    assert_eq!(done.code, 1, "{done:?}");
    let done = tokendesk(["inspect".into(), "x".into(), "-f".into(), bad()]).run();
    assert_eq!(done.code, 2);
    assert!(done.words().contains("UTF-8"), "{done:?}");
    let done = tokendesk([bad()]).run();
    assert_eq!(done.code, 2);
}

#[test]
fn the_clock_of_the_run_is_given() {
    let token = token();
    for (at, window) in [
        ("1767323045", "active"),
        ("1767323045.5", "active"),
        ("2026-01-02T03:04:05Z", "active"),
        ("2026-01-03T03:04:05+00:00", "active"),
        ("2026-01-03T03:04:06Z", "expired"),
        ("+9000d", "expired"),
    ] {
        let done = tokendesk(["inspect", &token, "--at", at, "--output", "json"]).run();
        assert_eq!(done.json()["window"], window, "{at}");
    }
    let back = generate(&["--secret", "api_secret=env:API_SECRET"]);
    assert_eq!(back.run().code, 0);
    let words = ["generate", "opentok.rest-jwt", "-f", "api_key=1", "--secret", "api_secret=env:S"];
    let made = |at: &str| {
        let words = words.iter().copied().chain(["--at", at, "--output", "json"]);
        tokendesk(words.collect::<Vec<_>>()).env("S", SECRET).run().json()["issued_at"].as_i64().unwrap()
    };
    assert_eq!(made("+1d") - made("-1d"), 2 * 86_400);
}

#[test]
fn projects_are_kept_without_a_keychain() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let call = |words: &[&str]| {
        tokendesk(words.iter().copied().chain(["--output", "json"]).collect::<Vec<_>>())
            .env("TOKENDESK_HOME", &home)
            .env("API_SECRET", SECRET)
    };
    let run = |words: &[&str]| call(words).run();
    let empty = run(&["projects", "list"]);
    assert_eq!((empty.code, empty.json()["projects"].as_array().map(Vec::len)), (0, Some(0)));
    assert!(!home.exists(), "looking makes nothing");

    // The keychain is not there: nothing is saved, and it is said what to do.
    let add = ["projects", "add", "--vendor", "opentok", "--name", "Demo", "-f", "api_key=48213579"];
    let with_secret: Vec<_> = add.into_iter().chain(["--secret", "api_secret=env:API_SECRET"]).collect();
    let done = run(&with_secret);
    assert_eq!((done.code, done.json()["error"]["code"].as_str()), (3, Some("keychain")));
    let remedy = done.json()["error"]["remedy"].as_str().unwrap().to_owned();
    assert!(remedy.contains("--without-secrets") && remedy.contains("--secret"), "{remedy}");
    assert_eq!(run(&["projects", "list"]).json()["projects"].as_array().map(Vec::len), Some(0));

    // Without a secret it must be meant so.
    let done = run(&add);
    assert_eq!((done.code, done.json()["error"]["problems"][0]["field"].as_str()), (2, Some("api_secret")));
    let meant: Vec<_> =
        add.into_iter().chain(["--without-secrets", "--environment", "prod", "--group", "Video"]).collect();
    let project = run(&meant).json();
    let documented =
        ["id", "name", "vendor", "environment", "group", "credentials", "secrets", "place", "references"];
    assert_eq!(keys(&project), documented);
    assert_eq!((&project["environment"], &project["group"]), (&"prod".into(), &"Video".into()));
    assert_eq!(
        project["credentials"],
        Value::Object(Map::from_iter([("api_key".into(), "48213579".into())]))
    );
    assert_eq!(run(&["projects", "show", "demo"]).json(), project);
    let again = run(&meant);
    assert_eq!((again.code, again.json()["error"]["code"].as_str()), (2, Some("name")));

    // It tells whose a token is, and makes one with the secret given.
    let token = token();
    let report = run(&["inspect", &token, "--at", "1767323045"]).json();
    assert_eq!((&report["project"], &report["context"]), (&"Demo".into(), &"match".into()));
    assert_eq!((&report["signature"], &report["accepted"]), (&"unchecked".into(), &Value::Null));
    // Checked with another project, it says whose it names.
    let add = ["projects", "add", "--vendor", "opentok", "--name", "Second", "-f", "api_key=46911204"];
    run(&add.into_iter().chain(["--without-secrets"]).collect::<Vec<_>>());
    let report = run(&["inspect", &token, "--at", "1767323045", "--project", "Second"]).json();
    let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|found| &found["code"]).collect();
    assert!(codes.contains(&&"other_project".into()) && !codes.contains(&&"no_project".into()), "{report}");
    assert_eq!(report["context"], "mismatch");
    assert!(report["findings"].to_string().contains("Check it with project Demo"), "{report}");
    let report = run(&["inspect", &token, "--at", "1767323045", "--project", "Demo"]).json();
    assert!(!report.to_string().contains("other_project"), "{report}");
    let make = ["generate", "opentok.rest-jwt", "--project", "Demo"];
    let absent = run(&make);
    assert_eq!((absent.code, absent.json()["error"]["code"].as_str()), (3, Some("secret_absent")));
    let given: Vec<_> = make.into_iter().chain(["--secret", "api_secret=env:API_SECRET"]).collect();
    assert_eq!(run(&given).json()["project"], "Demo");
    let report = run(&[
        "inspect",
        &token,
        "--at",
        "1767323045",
        "--project",
        "Demo",
        "--secret",
        "api_secret=env:API_SECRET",
    ]);
    assert_eq!((&report.json()["project"], &report.json()["accepted"]), (&"Demo".into(), &true.into()));

    let changed =
        run(&["projects", "set", "Demo", "--name", "Other", "--environment", "stg", "-f", "api_key=1"])
            .json();
    assert_eq!((&changed["name"], &changed["environment"]), (&"Other".into(), &"stg".into()));
    assert_eq!((&changed["id"], &changed["credentials"]["api_key"]), (&project["id"], &"1".into()));
    for (words, field) in [
        (vec!["projects", "set", "Other", "-f", "api_key="], "api_key"),
        (vec!["projects", "set", "Other", "-f", "api_key=x"], "api_key"),
        (vec!["projects", "set", "Other", "-f", "role=x"], "role"),
        (vec!["projects", "set", "Other", "--forget", "api_key"], "api_key"),
    ] {
        let done = run(&words);
        assert_eq!(done.code, 2, "{words:?}");
        assert_eq!(done.json()["error"]["problems"][0]["field"], field);
    }

    // Out, away, and in again.
    let exported = tokendesk(["projects", "export"]).env("TOKENDESK_HOME", &home).run().text().to_owned();
    let export = folder.path().join("export.toml");
    std::fs::write(&export, &exported).unwrap();
    let kept = run(&["projects", "remove", "Other"]);
    assert_eq!(kept.code, 2, "nobody is there to be asked");
    let removed = run(&["projects", "remove", "Other", "--yes"]).json();
    assert_eq!(keys(&removed), ["removed", "left_over"]);
    let tried = run(&["projects", "import", export.to_str().unwrap(), "--dry-run"]).json();
    let imported = run(&["projects", "import", export.to_str().unwrap()]).json();
    assert_eq!(tried, imported);
    assert_eq!(
        keys(&imported["imported"][0]),
        ["name", "vendor", "action", "from", "environment", "same", "secrets", "problems"]
    );
    assert_eq!(imported["imported"][0]["action"], "add");
    let skipped = call(&["projects", "import", "-"]).stdin(exported).run().json();
    assert_eq!(skipped["imported"][0]["action"], "skip");
    // What it is, whose it is, what becomes of what is there, and that secrets are in it.
    let env = folder.path().join(".env.staging");
    std::fs::write(&env, "API_KEY=77\nAPI_SECRET=c0ffee\nPORT=80\n").unwrap();
    let env = env.to_str().unwrap();
    let open = run(&["projects", "import", env, "--dry-run"]);
    assert_eq!((open.code, &open.json()["imported"][0]["action"]), (2, &"refuse".into()));
    assert_eq!(open.json()["imported"][0]["problems"][0]["code"], "import-vendor-open");
    assert_eq!((&open.json()["format"], &open.json()["ignored"][0]), (&"env".into(), &"PORT".into()));
    let said = ["projects", "import", env, "--vendor", "opentok"];
    assert_eq!(run(&said).code, 3, "there is no keychain");
    let taken = run(&[&said[..], &["--without-secrets"]].concat());
    assert_eq!((taken.code, &taken.json()["imported"][0]["environment"]), (0, &"stg".into()));
    assert_eq!(taken.json()["imported"][0]["secrets"], serde_json::json!(["api_secret"]));
    let text =
        tokendesk([&said[..], &["--dry-run", "--same", "add"]].concat()).env("TOKENDESK_HOME", &home).run();
    assert!(text.words().contains("has them in clear"), "{text:?}");
    assert!(text.text().contains("added, was OpenTok"), "{text:?}");
    let again = run(&[&said[..], &["--dry-run"]].concat()).json();
    assert_eq!(
        (&again["imported"][0]["action"], &again["imported"][0]["same"]),
        (&"skip".into(), &"OpenTok".into())
    );
    let table = run(&["projects", "export", "--format", "csv"]).json();
    assert!(table["text"].as_str().unwrap().starts_with("id,name,vendor,environment,group,api_key\n"));
    run(&["projects", "remove", "OpenTok", "--yes"]);
    assert_eq!(run(&["projects", "import", "/"]).code, 3);
    assert_eq!(call(&["projects", "import", "-"]).stdin("version = \"x\"").run().code, 2);
    assert_eq!(call(&["projects", "import", "-"]).stdin(b"\xff".to_vec()).run().code, 3);
    let listed = |vendor| run(&["projects", "list", "--vendor", vendor, "--environment", "stg"]).json();
    assert_eq!(listed("opentok")["projects"][0]["name"], "Other");
}

#[test]
fn a_keychain_that_fails_is_told_and_the_report_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("config")).unwrap();
    std::fs::write(
        folder.path().join("config/projects.toml"),
        "version = 1\n\n[[project]]\nid = \"p0123456789ab\"\nname = \"Saved\"\nvendor = \"opentok\"\nsecrets = [\"api_secret\"]\n\n[project.credentials]\napi_key = \"48213579\"\n",
    )
    .unwrap();
    let token = token();
    let run = |words: &[&str]| {
        tokendesk(words).env("TOKENDESK_HOME", folder.path()).env("API_SECRET", SECRET).run()
    };
    let done = run(&["inspect", &token, "--at", "1767323045", "--output", "json"]);
    assert_eq!((done.code, &done.json()["signature"]), (0, &"unchecked".into()));
    assert_eq!(done.json()["project"], "Saved");
    assert!(done.words().starts_with("warning: The keychain cannot be reached"), "{}", done.words());
    // Once for a whole stream.
    let stream = tokendesk(["inspect", "-"])
        .env("TOKENDESK_HOME", folder.path())
        .stdin(format!("{token}\n{token}\n"))
        .run();
    assert_eq!(stream.words().matches("warning").count(), 1);
    // Not asked where it is not needed.
    for words in [
        vec!["inspect", SESSION],
        vec!["inspect", &token, "--at", "1767323045", "-f", "api_key=48213579"],
        vec![
            "inspect",
            &token,
            "--at",
            "1767323045",
            "--project",
            "Saved",
            "--secret",
            "api_secret=env:API_SECRET",
        ],
        vec!["generate", "opentok.rest-jwt", "--project", "Saved", "--secret", "api_secret=env:API_SECRET"],
        vec!["inspect", "eyJhbGciOiJIUzI1NiJ9.e30.AA"],
        vec!["projects", "list"],
        vec!["projects", "show", "Saved"],
    ] {
        let done = run(&words);
        assert_eq!((done.code, done.words()), (0, ""), "{words:?}");
    }
    // A token of another vendor is refused by the project's own, and a stream goes on after it.
    let foreign = "eyJhbGciOiJIUzI1NiJ9.e30.AA";
    let words = ["inspect", "-", "--project", "Saved", "--secret", "api_secret=env:API_SECRET"];
    let words = words.into_iter().chain(["--output", "json", "--at", "1767323045"]);
    let stream = tokendesk(words).env("TOKENDESK_HOME", folder.path()).env("API_SECRET", SECRET);
    let stream = stream.stdin(format!("{foreign}\n{token}\n")).run();
    let reports: Vec<Value> = stream.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((stream.code, &reports[0]["findings"][0]["code"]), (1, &"other_vendor".into()));
    assert_eq!((&reports[0]["context"], &reports[1]["accepted"]), (&"mismatch".into(), &true.into()));
    let given = run(&["inspect", foreign, "-f", "api_key=1"]);
    assert_eq!(given.code, 0);
    assert!(given.words().contains("Nothing of what"), "{}", given.words());
    // Asked for by name, it must be had.
    for words in [
        vec!["inspect", &token, "--project", "Saved"],
        vec!["generate", "opentok.rest-jwt", "--project", "Saved"],
        vec!["projects", "remove", "Saved", "--yes"],
    ] {
        let done = run(&words);
        assert_eq!((done.code, done.text()), (3, ""), "{words:?}");
        assert!(done.words().contains("The keychain cannot be reached"), "{words:?}");
    }
    let removed = run(&["projects", "remove", "Saved", "--yes", "--leave-secrets"]);
    assert_eq!(removed.code, 0);
    assert!(removed.words().contains("p0123456789ab/api_secret"));

    // A file that cannot be understood is told, and left as it is.
    let file = folder.path().join("config/projects.toml");
    std::fs::write(&file, "version = 1\nproject = 7\n").unwrap();
    let done = run(&["inspect", &token, "--at", "1767323045"]);
    assert_eq!(done.code, 0);
    assert!(done.words().starts_with("warning: "), "{}", done.words());
    assert_eq!(run(&["projects", "list"]).code, 3);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "version = 1\nproject = 7\n");
}

#[test]
fn every_kind_that_generates_makes_a_token_that_inspects() {
    for kind in vendor::kinds().filter(|kind| kind.spec().generates) {
        let id = kind.spec().id;
        let mut words = Vec::new();
        let mut secrets = Vec::new();
        for field in kind.fields().into_iter().filter(|field| field.required) {
            if field.is_secret() {
                words.extend(["--secret".to_owned(), format!("{}=env:{}", field.key, field.key)]);
                secrets.push((field.key, support::secret(field)));
            } else {
                words.extend(["-f".to_owned(), format!("{}={}", field.key, field.sample)]);
            }
        }
        let made = [vec!["generate".to_owned(), id.to_owned()], words.clone()].concat();
        let made = secrets.iter().fold(tokendesk(made), |call, (key, value)| call.env(key, value)).run();
        assert_eq!(made.code, 0, "{id}: {}", made.words());
        let credentials = kind.vendor().credentials;
        let is_credential =
            |pair: &String| credentials.iter().any(|field| pair.starts_with(&format!("{}=", field.key)));
        let known = words.chunks(2).filter(|pair| is_credential(&pair[1])).flatten().cloned();
        let words: Vec<_> =
            ["inspect".to_owned(), made.text().trim_end().to_owned()].into_iter().chain(known).collect();
        let call = secrets.iter().fold(tokendesk(words), |call, (key, value)| call.env(key, value));
        let done = call.run();
        assert_eq!(done.code, 0, "{id}: {}", done.text());
        // Where two look the same, the second is named beside the report.
        assert!(done.text().contains(id) || done.words().contains(id), "{id}");
    }
    assert!(!VENDORS.is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn without_display_and_verb_two_lines_name_the_command_line() {
    let nothing: [&str; 0] = [];
    let done = tokendesk(nothing).run();
    assert_eq!((done.code, done.text()), (3, ""), "{done:?}");
    assert_eq!(done.words().lines().count(), 2, "{}", done.words());
    assert!(done.words().contains("--help"), "{}", done.words());
}
