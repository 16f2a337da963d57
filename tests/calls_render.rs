//! A request written as curl, Java, PHP and JavaScript sends exactly that request when it is run, whatever its values
//! hold. Languages that are not installed are passed over with a note; `.ci/run` installs all of them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it left out"
)]

mod loopback;

use std::path::Path;
use std::process::{Command, Stdio};

use loopback::{Reply, Seen, Server};
use tokendesk::call::render::{Language, render};
use tokendesk::call::{Method, Request};

/// Everything that ends a quotation, begins a command, a variable, an escape or an option somewhere.
const HOSTILE: &str = "@-'\"`$(touch pwned)${touch}{$x}\\u0022\\\\'\\''%s%n%00&;|<>#!*?[a-z]{1,2}~ \\";

fn requests(base_url: &str) -> Vec<Request> {
    let post = |path: &str, headers: Vec<(&'static str, String)>, body: &str| Request {
        method: Method::Post,
        url: format!("{base_url}{path}"),
        headers,
        body: Some(body.to_owned()),
        good_until: None,
    };
    let form = || ("Content-Type", "application/x-www-form-urlencoded;charset=utf-8".to_owned());
    let text = || ("Content-Type", "text/plain;charset=utf-8".to_owned());
    vec![
        post("/a", vec![form(), ("Accept", "application/json".to_owned())], "a=b&c=%C3%A9+x"),
        post("/b?x=%27%22&y=$(touch%20pwned)!*;,@", vec![text(), ("X-Hostile", HOSTILE.to_owned())], HOSTILE),
        post("/c", vec![text()], "-d @/etc/passwd"),
        post(
            "/d",
            vec![text()],
            "--x\r\n'\"$(touch pwned)`touch pwned`\\n%s\u{0}\u{1}7\u{7f}\u{1b}[31m\r\n é 会议 👩\u{200d}🏫 \u{202e}\u{2028}\r\n--x--\r\n",
        ),
        post("/e", vec![text()], ""),
        Request {
            method: Method::Get,
            url: format!("{base_url}/f?a=%F0%9F%8E%A5&b=$(touch%20pwned)&&;"),
            headers: vec![("Accept", "application/json".to_owned())],
            body: None,
            good_until: None,
        },
    ]
}

/// Runs what was written in a folder of its own, and says whether there is a program to do it.
fn runs(language: Language, text: &str, folder: &Path, programs: &[&[&str]]) -> bool {
    let file = folder.join(language.file_name());
    std::fs::write(&file, text).unwrap();
    for words in programs {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).arg(&file).current_dir(folder);
        for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
            command.env_remove(name);
        }
        match command.stdin(Stdio::null()).output() {
            Err(_) => {}
            Ok(output) if output.status.success() => {
                let said = String::from_utf8_lossy(&output.stdout);
                assert!(said.contains("this is the answer"), "{language:?}: {said}");
                return true;
            }
            Ok(output) => panic!("{language:?}: {}\n{text}", String::from_utf8_lossy(&output.stderr)),
        }
    }
    false
}

fn check(language: Language, probe: &[&str], programs: &[&[&str]]) {
    let there = Command::new(probe[0]).args(&probe[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        // `.ci/run` sets it, so that none is passed over there.
        assert!(std::env::var_os("TOKENDESK_TEST_LANGUAGES").is_none(), "{} is not installed", probe[0]);
        println!("{} is not installed: passed over", probe[0]);
        return;
    }
    let count = requests("").len();
    let server = Server::start((0..count).map(|_| Reply::with_status(200, "this is the answer")));
    for request in requests(&server.url()) {
        let folder = tempfile::tempdir().unwrap();
        let text = render(&request, language);
        let acts = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202e}' | '\u{2028}');
        assert!(!text.contains(acts), "{language:?} holds nothing that acts: {text:?}");
        assert!(runs(language, &text, folder.path(), programs));
        let seen = server.seen();
        same(&request, &seen, language);
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{language:?}: only what was written: {left:?}");
    }
}

fn same(request: &Request, seen: &Seen, language: Language) {
    let what = format!("{language:?} {}", request.url);
    assert_eq!(seen.method, request.method.name(), "{what}");
    assert_eq!(seen.target, request.target(), "{what}");
    for (name, value) in &request.headers {
        assert_eq!(seen.header(name), Some(value.trim_end()), "{what}: {name}");
    }
    assert_eq!(seen.body, request.body.as_deref().unwrap_or_default().as_bytes(), "{what}");
}

#[test]
fn curl_in_a_shell() {
    check(Language::Curl, &["curl", "--version"], &[&["sh"]]);
}

#[test]
fn curl_in_bash() {
    if Command::new("bash").arg("--version").stdout(Stdio::null()).status().is_ok() {
        check(Language::Curl, &["curl", "--version"], &[&["bash"]]);
    }
}

#[test]
fn java() {
    check(Language::Java, &["java", "-version"], &[&["java"]]);
}

#[test]
fn php() {
    check(Language::Php, &["php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"], &[&["php"]]);
}

#[test]
fn javascript() {
    check(Language::JavaScript, &["node", "--version"], &[&["node"]]);
}

/// The bytes of HTTP are what a plain socket sends.
#[test]
fn http() {
    use std::io::{Read as _, Write as _};
    let count = requests("").len();
    let server = Server::start((0..count).map(|_| Reply::with_status(200, "this is the answer")));
    for request in requests(&server.url()) {
        let bytes = render(&request, Language::Http).into_bytes();
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(&bytes).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.ends_with("this is the answer"));
        let seen = server.seen();
        assert_eq!(seen.bytes, bytes);
        same(&request, &seen, Language::Http);
    }
}
