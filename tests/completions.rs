//! Completion scripts are right for their shells and complete our words; the manual page is one that `man` shows. What is
//! not installed is passed over with a note; `.ci/run` installs all of it and sets the variable that makes it a fault.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it left out"
)]

#[expect(dead_code, reason = "not every test needs all of it")]
mod program;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use program::tokendesk;
use tokendesk::call::CALLS;
use tokendesk::vendor::{VENDORS, kinds};

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

fn script(shell: &str) -> String {
    let done = tokendesk(["completions", shell]).run();
    assert_eq!(done.code, 0, "{}", done.words());
    done.text().to_owned()
}

/// Whether the program is there; where it has to be and is not, that is a fault.
fn is_there(program: &str) -> bool {
    let there = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !there {
        assert!(std::env::var_os("TOKENDESK_TEST_PACKAGING").is_none(), "{program} is not installed");
        println!("{program} is not installed, so this is left out");
    }
    there
}

/// Runs words with a text on stdin, and gives what comes out.
fn pipe(words: &[&str], text: &str) -> String {
    let mut child = Command::new(words[0])
        .args(&words[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::Builder::new().spawn(move || stdin.write_all(text.as_bytes())).unwrap();
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().ok();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{words:?}: {errors}");
    assert_eq!(errors, "", "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn saved(shell: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("script");
    std::fs::write(&path, script(shell)).unwrap();
    (folder, path)
}

#[test]
fn every_script_knows_every_kind_call_and_key() {
    for shell in SHELLS {
        let script = script(shell);
        // What elvish and powershell scripts are made of has no words for values.
        let values = ["bash", "zsh", "fish"].contains(&shell);
        for kind in kinds().filter(|_| values) {
            assert!(script.contains(kind.spec().id), "{shell}: {}", kind.spec().id);
            for field in kind.spec().fields.iter().filter(|field| !field.is_secret()) {
                assert!(script.contains(&format!("{}=", field.key)), "{shell}: {}", field.key);
            }
        }
        for call in CALLS.iter().filter(|_| values) {
            assert!(script.contains(call.spec().id), "{shell}: {}", call.spec().id);
        }
        for word in ["generate", "inspect", "import", "--dry-run", "completions"] {
            // fish calls it `-l dry-run`.
            assert!(script.contains(word.trim_start_matches('-')), "{shell}: {word}");
        }
    }
    let object = tokendesk(["completions", "bash", "--output", "json"]).run().json();
    assert_eq!(object["shell"], "bash");
    assert_eq!(tokendesk(["completions", "tcsh"]).run().code, 2);
}

#[test]
fn bash_takes_its_script_and_completes() {
    let (_folder, path) = saved("bash");
    let path = path.to_str().unwrap();
    if !is_there("bash") {
        return;
    }
    pipe(&["bash", "-n", path], "");
    let asked = |words: &str, at: usize| {
        let ask = format!(
            "source {path}; COMP_WORDS=({words}); COMP_CWORD={at}; compopt() {{ :; }}; _tokendesk_keys tokendesk \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{}]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            at - 1
        );
        pipe(&["bash", "--norc", "-c", &ask], "")
    };
    assert!(asked("tokendesk gen", 1).contains("generate"));
    assert!(asked("tokendesk generate opentok.", 2).contains("opentok.t1"));
    assert!(asked("tokendesk generate opentok.t1 -f rol", 4).contains("role="));
    assert!(asked("tokendesk projects imp", 2).contains("import"));
}

#[test]
fn zsh_takes_its_script() {
    if is_there("zsh") {
        let (_folder, path) = saved("zsh");
        pipe(&["zsh", "-n", path.to_str().unwrap()], "");
        assert!(script("zsh").contains("{compadd -S \"\" -- "));
    }
}

#[test]
fn fish_takes_its_script_and_completes() {
    if is_there("fish") {
        let (_folder, path) = saved("fish");
        let path = path.to_str().unwrap();
        pipe(&["fish", "--no-execute", path], "");
        let told = pipe(
            &["fish", "--no-config", "-c", &format!("source {path}; complete -C 'tokendesk generate zego.'")],
            "",
        );
        assert!(told.contains("zego.token04"), "{told}");
    }
}

#[test]
fn brackets_and_quotes_of_the_others_close() {
    for shell in ["powershell", "elvish"] {
        let script = script(shell);
        let mut depth = 0_i32;
        for line in script.lines() {
            // Words for people stand in quotes, of which powershell knows another; what is left is structure.
            let line = &if shell == "powershell" { line.replace('’', "'") } else { line.to_owned() };
            let bare: String = line
                .split('\'')
                .step_by(2)
                .collect::<Vec<_>>()
                .join("")
                .chars()
                .filter(|c| "{}()[]".contains(*c))
                .collect();
            for c in bare.chars() {
                depth += if "{([".contains(c) { 1 } else { -1 };
            }
            assert!(depth >= 0, "{shell}: {line}");
        }
        assert_eq!(depth, 0, "{shell}");
    }
}

#[test]
fn the_manual_page_names_everything_and_shows() {
    let done = tokendesk(["man"]).run();
    assert_eq!(done.code, 0);
    let page = done.text();
    // A hyphen may be written as `\-`.
    let bare = page.replace("\\-", "-");
    for kind in kinds() {
        assert!(bare.contains(kind.spec().id), "{}", kind.spec().id);
    }
    for call in CALLS {
        assert!(bare.contains(call.spec().id), "{}", call.spec().id);
    }
    for field in VENDORS.iter().flat_map(|vendor| vendor.credentials) {
        assert!(bare.contains(field.key), "{}", field.key);
    }
    for word in ["projects import", "--without-secrets", "TOKENDESK_HOME"] {
        assert!(bare.contains(word), "{word}");
    }
    assert_eq!(
        tokendesk(["man", "--output", "json"]).run().json()["page"].as_str().unwrap().trim_end(),
        page.trim_end()
    );
    if is_there("groff") {
        let shown = pipe(&["groff", "-ww", "-man", "-Tutf8", "-Kutf8", "-P-cbou", "-rLL=100n"], page);
        assert!(shown.contains("opentok.t1") && shown.contains("SYNOPSIS"), "{shown}");
    }
}
