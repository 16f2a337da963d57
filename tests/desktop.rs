//! The real program on a desktop of its own: an X server, a window manager, a session bus with an unlocked GNOME
//! Keyring, all in a folder that is deleted afterwards. It is driven by keyboard alone, and what it shows is read from
//! the accessibility bus, as a screen reader does; nothing here looks at its insides.
//!
//! Needs the packages that `.ci/run` installs, hence the feature. On failure a picture of the screen and what the
//! accessibility bus told are kept, and their folder is printed.

#![cfg(all(feature = "desktop", target_os = "linux"))]
#![expect(clippy::expect_used, reason = "a helper of a test fails as the test does")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use tokendesk::host::clock;
use tokendesk::store::{Environment, Folders, Keychain, Project, Store};
use tokendesk::token::input::Ask;
use tokendesk::token::{Inputs, Raw, Report, Signature, Time};
use tokendesk::vendor::{self, Pasted, Trial};
use zbus::blocking::{Connection, connection};
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Value};

const KEY: &str = "48213579";
const SECRET: &str = "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14";
const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

#[test]
fn from_a_new_project_to_a_token_on_the_clipboard_and_back_after_a_restart() {
    let mut desktop = Desktop::start();
    desktop.open();
    desktop.sees("No project yet");
    desktop.press("ctrl+n");
    desktop.fill("Name", "Classroom");
    // Past the vendor, which is the first one: OpenTok.
    desktop.reach("dev");
    desktop.press("Right");
    desktop.focuses("stg");
    desktop.press("Tab");
    desktop.fill("Group", "School");
    desktop.press("Tab");
    desktop.fill("API key", KEY);
    // Past where the secret is kept.
    desktop.reach("API secret");
    desktop.type_in(SECRET);
    desktop.press("ctrl+Return");

    // Saved, and the keyboard is where it goes on.
    desktop.fill("Session ID", SESSION);
    desktop.press("ctrl+Return");
    desktop.sees("Active");
    desktop.press("ctrl+shift+c");
    let first = desktop.clipboard(|text| text.starts_with("T1=="));
    assert_accepted(&first);

    // The same on the command line, with the secret out of the same keychain.
    let mut inspect = desktop.command(env!("CARGO_BIN_EXE_tokendesk"));
    inspect.args(["inspect", &first, "--project", "Classroom", "--output", "json"]);
    let output = inspect.output().expect("the program");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let report: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(report["signature"], "valid");
    assert_eq!(report["accepted"], true);
    assert_eq!(report["project"], "Classroom");

    let project = desktop.project();
    assert_eq!((project.name.as_str(), project.environment), ("Classroom", Environment::Stg));
    assert_eq!((project.group.as_deref(), project.credentials["api_key"].as_str()), (Some("School"), KEY));
    assert_eq!(desktop.keychain(&format!("{}/api_secret", project.id)), SECRET);
    // Neither settings nor projects, nor anything that the program wrote beside them or said.
    desktop.assert_nowhere(SECRET);

    desktop.quit();

    desktop.open();
    desktop.sees("Classroom");
    desktop.press("ctrl+1");
    desktop.fill("Session ID", SESSION);
    desktop.press("ctrl+Return");
    desktop.sees("Active");
    desktop.press("ctrl+shift+c");
    let second = desktop.clipboard(|text| text.starts_with("T1==") && text != first);
    assert_accepted(&second);

    // As it comes out of a log: quoted, with a header's word before it and broken over lines.
    let (head, tail) = second.split_at(60);
    desktop.copy(&format!("\"Bearer {head}\n  {tail}\"\n"));
    desktop.press("ctrl+shift+v");
    desktop.sees("Signature valid");
    desktop.sees("Active");

    // Far too much is answered, and the window goes on. On a loaded machine the clipboard's owner may need longer for
    // it than the window waits; asking again does no harm.
    desktop.copy(&"A".repeat(1_000_000));
    let mut looks = 0;
    wait("a megabyte to be answered", || {
        if looks % 100 == 0 {
            desktop.press("ctrl+shift+v");
        }
        looks += 1;
        let nodes = desktop.accessible.nodes();
        nodes.iter().any(|node| node.name.contains("too long for a token")).then_some(())
    });
    desktop.assert_nowhere(SECRET);
    desktop.quit();
}

/// Inspect, Watch and a renewal, by keyboard alone; and no desktop shows notifications here, which disturbs nobody.
#[test]
fn what_is_watched_is_warned_of_renewed_and_there_after_a_restart() {
    let mut desktop = Desktop::start();
    desktop.add_project();
    desktop.open();
    desktop.sees("Session ID");
    desktop.press("ctrl+1");
    desktop.fill("Session ID", SESSION);
    desktop.press("ctrl+Return");
    desktop.sees("Active");
    desktop.press("ctrl+k");
    desktop.fill("Commands", "watch");
    desktop.press("Return");
    desktop.sees("The token is watched");
    desktop.press("ctrl+3");
    let row = format!("Classroom, T1 token · publisher, {SESSION}, active");
    desktop.reach(&row);
    desktop.press("Return");
    let first = desktop.clipboard(|text| text.starts_with("T1=="));
    assert_accepted(&first);
    assert_eq!(desktop.watched(), std::slice::from_ref(&first));

    // Renewed on one key, copied on another.
    desktop.press("r");
    desktop.sees(&format!("Renewed: {SESSION}"));
    desktop.press("Return");
    let second = desktop.clipboard(|text| text.starts_with("T1==") && text != first);
    assert_accepted(&second);
    assert_eq!(desktop.watched(), std::slice::from_ref(&second));
    desktop.press("i");
    desktop.sees("Signature valid");
    desktop.quit();

    // After a restart its text comes from the keychain, and from no file.
    for token in [&first, &second] {
        desktop.assert_nowhere(token);
    }
    desktop.assert_nowhere(SECRET);
    let ending = desktop.generate(&["-f", "data=Bich", "-f", "expire_time=+38s"]);
    desktop.copy(&format!("{ending}\nno token\n"));
    desktop.open();
    desktop.sees("Classroom, OpenTok · 48213579, dev");
    desktop.press("ctrl+3");
    desktop.press("ctrl+k");
    desktop.fill("Commands", "watch tokens");
    desktop.press("Return");
    desktop.sees("Line 2: This is no token, signature or ID of a kind known here.");
    let last = |nodes: &[Node]| nodes.iter().any(|node| node.name.starts_with("Bich ends in 2"));
    wait("the last warning", || last(&desktop.accessible.nodes()).then_some(()));
    desktop.reach("Renew and copy");
    desktop.press("Return");
    let third =
        desktop.clipboard(|text| text.starts_with("T1==") && !text.contains(&ending) && text != second);
    assert_accepted(&third);
    // What lives longest stands last.
    desktop.reach("Ends first");
    desktop.tab();
    desktop.press("End");
    desktop.focuses(&row);
    desktop.press("Return");
    desktop.clipboard(|text| text == second);
    desktop.assert_nowhere(&third);
    desktop.quit();
}

#[test]
fn locked_neither_secret_nor_token_is_in_the_memory_of_the_program() {
    let mut desktop = Desktop::start();
    desktop.add_project();
    desktop.open();
    desktop.sees("Session ID");
    desktop.press("ctrl+1");
    desktop.fill("Session ID", SESSION);
    desktop.press("ctrl+Return");
    desktop.sees("Active");
    desktop.press("ctrl+shift+c");
    let token = desktop.clipboard(|text| text.starts_with("T1=="));
    assert!(desktop.memory_holds(&token) > 0, "a search that finds nothing proves nothing");
    desktop.press("ctrl+l");
    desktop.sees("Locked");
    desktop.clipboard_is_empty();
    // What the last frames drew is let go a few frames later; the pointer makes some.
    for x in 0..20 {
        desktop.run("xdotool", &["mousemove", &(300 + x * 5).to_string(), "300"]);
        std::thread::sleep(Duration::from_millis(50));
    }
    for (what, text) in [("the secret", SECRET), ("the token", &token)] {
        assert_eq!(desktop.memory_holds(text), 0, "{what} is in memory");
    }
    desktop.press("Return");
    desktop.sees("Session ID");
    desktop.quit();
}

#[test]
fn a_process_that_dies_leaves_no_core_dump() {
    use std::os::unix::process::ExitStatusExt as _;
    // A program that does nothing about it shows whether this machine dumps at all.
    let dies = |program: &str, words: &[&str]| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut shell = Command::new("sh");
        shell.current_dir(folder.path()).env("TOKENDESK_HOME", folder.path());
        shell.args(["-c", "ulimit -c unlimited; exec \"$@\"", "sh", program]).args(words);
        let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("a shell");
        std::thread::sleep(Duration::from_millis(500));
        Command::new("kill").args(["-ABRT", &child.id().to_string()]).status().expect("kill");
        let status = child.wait().expect("its end");
        assert_eq!(status.signal(), Some(6), "{program}");
        status.core_dumped()
    };
    assert!(dies("sleep", &["60"]), "this machine dumps nothing, so nothing can be shown here");
    assert!(!dies(env!("CARGO_BIN_EXE_tokendesk"), &["inspect", "-"]));
}

#[test]
fn tab_goes_in_reading_order() {
    let mut desktop = Desktop::start();
    desktop.add_project();
    desktop.open();
    desktop.sees("Session ID");
    desktop.press("ctrl+1");
    desktop.fill("Session ID", SESSION);
    desktop.press("ctrl+Return");
    desktop.sees("Active");
    let read = [
        "Expires in",
        "Connection data",
        "Layout classes",
        "Generate",
        "Token",
        "Copy partner_id",
        "Keychain reachable",
        "Commands",
        "Find project",
        "Classroom, OpenTok · 48213579, dev",
        "New project",
        "Edit project",
        "T1 token",
        "Session ID",
    ];
    let passed: Vec<String> = (0..60).map(|_| desktop.tab()).collect();
    let mut rest = passed.iter();
    for name in read {
        assert!(rest.any(|one| one == name), "{name}: {passed:#?}");
    }
}

#[test]
fn without_a_display_it_says_so_in_two_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_tokendesk"))
        .env("TOKENDESK_HOME", folder.path())
        .env("RUST_BACKTRACE", "1")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::null())
        .output()
        .expect("the program");
    assert_says_no_window(&output);
}

#[test]
fn a_display_that_does_not_answer_is_said_in_two_lines_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_tokendesk"))
        .env("TOKENDESK_HOME", folder.path())
        .env("RUST_BACKTRACE", "1")
        // X servers count from 0; a socket of this number is nobody's.
        .env("DISPLAY", ":64123")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::null())
        .output()
        .expect("the program");
    assert_says_no_window(&output);
}

fn assert_says_no_window(output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(output.stdout.is_empty());
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("cannot open a window") && said.contains("tokendesk --help"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// The library's word on a token, with the project's own credentials.
fn assert_accepted(token: &str) {
    let kind = vendor::kind("opentok.t1").expect("a kind");
    let pasted = Pasted::read(token, None);
    let known = Raw::new().with("api_key", KEY).with_secret("api_secret", SECRET.into());
    let inputs = Inputs::read(&kind.fields(), &known, Ask::Given).expect("credentials");
    let trial = Trial { project: None, inputs };
    let now = Time::from_millis(clock::now());
    let report: Report = vendor::inspect(&pasted, &Inputs::default(), [trial], &[], now);
    assert_eq!(report.kind, Some("opentok.t1"));
    assert_eq!(report.signature, Signature::Valid, "{:?}", report.findings);
    assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
}

// ---------------------------------------------------------------------------------------------------------------------

/// How often something is looked for, and how long between: a minute and more in all. Nothing here waits for a fixed
/// time, because a loaded machine needs ten times as long as an idle one.
const LOOKS: u32 = 1200;
const BETWEEN: Duration = Duration::from_millis(50);

/// A desktop in a folder. Everything that it started ends when it is dropped, also by a failed test.
struct Desktop {
    folder: TempDir,
    screen: Child,
    display: String,
    session: Child,
    address: String,
    accessible: Accessible,
    program: Option<Child>,
}

impl Drop for Desktop {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_evidence();
        }
        if let Some(mut program) = self.program.take() {
            end(&mut program);
        }
        // Without its standard input the session ends itself, and its keychain and buses with it; without the screen,
        // so does all that is on it.
        drop(self.session.stdin.take());
        for _ in 0..60 {
            if self.session.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            std::thread::sleep(BETWEEN);
        }
        end(&mut self.session);
        end(&mut self.screen);
    }
}

fn end(child: &mut Child) {
    // It may have ended by itself.
    child.kill().ok();
    child.wait().ok();
}

/// The session: a keychain that is open, the switch that tells programs to speak to the accessibility bus, and a window
/// manager. Ends when its standard input does.
const SESSION_SCRIPT: &str = r#"
printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null &
keychain=$!
openbox --sm-disable >/dev/null &
windows=$!
trap 'kill $keychain $windows 2>/dev/null' EXIT
echo "$DBUS_SESSION_BUS_ADDRESS"
cat >/dev/null
"#;

impl Desktop {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        // The server picks a free number and tells it. `-r`: a key that is held long on a loaded machine is still one.
        // `-noreset`: else it drops everybody who comes while the last one goes.
        let mut screen = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-r", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb");
        let display = format!(":{}", first_line(&mut screen));
        fs::create_dir(folder.path().join("run")).expect("a folder");
        let log = fs::File::create(folder.path().join("session.log")).expect("a file");
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "sh", "-c", SESSION_SCRIPT]);
        at_home(&mut command, folder.path(), &display);
        let mut session = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("dbus-run-session");
        let address = first_line(&mut session);
        let accessible = Accessible::open(&address);
        let desktop = Self { folder, screen, display, session, address, accessible, program: None };
        // Asked for before it is there, the bus would start another one, which is locked.
        let bus = connect(&desktop.address);
        wait("the keychain to have its name", || {
            let bus_name = Some("org.freedesktop.DBus");
            let name = "org.freedesktop.secrets";
            let path = "/org/freedesktop/DBus";
            let answer = bus.call_method(bus_name, path, bus_name, "NameHasOwner", &name).ok()?;
            answer.body().deserialize::<bool>().ok()?.then_some(())
        });
        wait("the keychain to open", || {
            let output = desktop.run("secret-tool", &["search", "--all", "service", "tokendesk"])?;
            output.status.success().then_some(())
        });
        wait("the window manager", || {
            let output = desktop.run("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"])?;
            String::from_utf8_lossy(&output.stdout).contains("window id").then_some(())
        });
        desktop
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        at_home(&mut command, self.folder.path(), &self.display);
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).stdin(Stdio::null());
        command
    }

    /// Runs a tool of the desktop; `None` if it does not answer.
    fn run(&self, program: &str, args: &[&str]) -> Option<Output> {
        let mut command = self.command("timeout");
        command.arg("20").arg(program).args(args);
        let output = command.output().expect("timeout");
        assert_ne!(output.status.code(), Some(127), "{program} is not installed");
        (output.status.code() != Some(124)).then_some(output)
    }

    /// Starts the program, and waits until it has the keyboard.
    fn open(&mut self) {
        let log =
            fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("program.log"));
        let log = log.expect("a file");
        let program = self
            .command(env!("CARGO_BIN_EXE_tokendesk"))
            .stdout(log.try_clone().expect("a file"))
            .stderr(log)
            .spawn()
            .expect("the program");
        self.program = Some(program);
        wait("the window to have the keyboard", || {
            let output = self.run("xdotool", &["getactivewindow", "getwindowname"])?;
            (output.stdout == b"Tokendesk\n").then_some(())
        });
    }

    /// Adds the project on the command line.
    fn add_project(&self) {
        let mut add = self.command(env!("CARGO_BIN_EXE_tokendesk"));
        let credentials = ["-f", &format!("api_key={KEY}"), "--secret", "api_secret=env:S"];
        add.args(["projects", "add", "--vendor", "opentok", "--name", "Classroom"]).args(credentials);
        assert!(add.env("S", SECRET).stdout(Stdio::null()).status().expect("the program").success());
    }

    /// Makes a token with it on the command line.
    fn generate(&self, more: &[&str]) -> String {
        let mut generate = self.command(env!("CARGO_BIN_EXE_tokendesk"));
        let session = format!("session_id={SESSION}");
        generate.args(["generate", "opentok.t1", "--project", "Classroom", "-f", &session]).args(more);
        let output = generate.output().expect("the program");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("text").trim().to_owned()
    }

    /// The texts of the watched tokens, as the keychain has them.
    fn watched(&self) -> Vec<String> {
        let folders = Folders::beneath(self.folder.path().join("tokendesk"));
        let tokens = Store::new(folders, Arc::new(Keychain::new())).watched().expect("the watched tokens");
        tokens.iter().map(|token| self.keychain(&format!("watch/{}", token.id))).collect()
    }

    /// Closes the program by its own key, and waits until it has ended well.
    fn quit(&mut self) {
        self.press("ctrl+q");
        let mut program = self.program.take().expect("a program");
        let status = wait("the program to end", || program.try_wait().expect("its state"));
        assert_eq!(status.code(), Some(0));
    }

    /// Presses keys together. Not repeated: a second Ctrl+Enter would be a second token.
    fn press(&self, keys: &str) {
        let output = self.run("xdotool", &["key", keys]).expect("xdotool");
        assert!(output.status.success(), "{output:?}");
    }

    fn type_in(&self, text: &str) {
        let output = self.run("xdotool", &["type", "--delay", "4", text]).expect("xdotool");
        assert!(output.status.success(), "{output:?}");
    }

    /// Waits until something of this name is on the screen.
    fn sees(&self, name: &str) {
        wait(&format!("“{name}” to be seen"), || {
            self.accessible.nodes().iter().any(|node| node.name == name).then_some(())
        });
    }

    /// Waits until the control of this name has the keyboard.
    fn focuses(&self, name: &str) {
        wait(&format!("“{name}” to have the keyboard"), || {
            self.accessible.nodes().iter().any(|node| node.focused && node.name == name).then_some(())
        });
    }

    /// Presses Tab and tells to what the keyboard goes.
    fn tab(&self) -> String {
        let focused =
            || self.accessible.nodes().into_iter().find(|node| node.focused && !node.name.is_empty());
        let before = focused().map(|node| node.path);
        let mut looks = 0;
        let moved = wait("Tab to go on", || {
            // A key can get lost where the machine is busy; tests/ui_keyboard.rs holds that one is enough.
            if looks % (LOOKS / 3) == 0 {
                self.press("Tab");
            }
            looks += 1;
            focused().filter(|node| Some(&node.path) != before.as_ref())
        });
        moved.name
    }

    /// Presses Tab until the control of this name has the keyboard.
    fn reach(&self, name: &str) {
        let passed: Vec<String> = (0..40).map(|_| self.tab()).take_while(|one| one != name).collect();
        assert!(passed.len() < 40, "{name} is not reached: {passed:?}");
    }

    /// Types into the field of this name, once it has the keyboard, and waits until it holds the text.
    fn fill(&self, name: &str, text: &str) {
        self.focuses(name);
        self.type_in(text);
        wait(&format!("“{name}” to hold {text}"), || {
            let nodes = self.accessible.nodes();
            nodes.iter().any(|node| node.name == name && node.text == text).then_some(())
        });
    }

    /// Waits for text on the clipboard.
    fn clipboard(&self, is_it: impl Fn(&str) -> bool) -> String {
        wait("the clipboard", || {
            let output = self.run("xclip", &["-o", "-selection", "clipboard"])?;
            String::from_utf8(output.stdout).ok().filter(|text| is_it(text))
        })
    }

    /// Waits until there is nothing on the clipboard.
    fn clipboard_is_empty(&self) {
        wait("an empty clipboard", || {
            let output = self.run("xclip", &["-o", "-selection", "clipboard"]);
            output.is_none_or(|output| output.stdout.is_empty()).then_some(())
        });
    }

    /// How often a text stands in the memory of the program, as bytes.
    fn memory_holds(&self, text: &str) -> usize {
        use std::os::unix::fs::FileExt as _;
        let id = self.program.as_ref().expect("the program").id();
        let maps = fs::read_to_string(format!("/proc/{id}/maps")).expect("its maps");
        let memory = fs::File::open(format!("/proc/{id}/mem")).expect("its memory (this test needs root)");
        let mut found = 0;
        for line in maps.lines() {
            let mut words = line.split_whitespace();
            let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
            let bound = |hex: &str| u64::from_str_radix(hex, 16).ok();
            let Some((from, to)) = range.split_once('-').and_then(|(a, b)| bound(a).zip(bound(b))) else {
                continue;
            };
            if !rights.starts_with("rw") {
                continue;
            }
            let mut bytes = vec![0; usize::try_from(to - from).expect("a size")];
            // Some pages (of the graphics) cannot be read from outside.
            if memory.read_exact_at(&mut bytes, from).is_ok() {
                found += bytes.windows(text.len()).filter(|run| *run == text.as_bytes()).count();
            }
        }
        found
    }

    /// Puts text on the clipboard. `xclip` stays behind to serve it, and ends with the screen.
    fn copy(&self, text: &str) {
        let file = self.folder.path().join("copied");
        fs::write(&file, text).expect("a file");
        let mut command = self.command("xclip");
        command
            .args(["-i", "-selection", "clipboard"])
            .arg(&file)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        assert!(command.status().expect("xclip").success());
        self.clipboard(|held| held == text);
    }

    /// The one project that there is, as the library reads it.
    fn project(&self) -> Project {
        let folders = Folders::beneath(self.folder.path().join("tokendesk"));
        let projects = Store::new(folders, Arc::new(Keychain::new())).projects().expect("the projects");
        assert_eq!(projects.len(), 1);
        projects.into_iter().next().expect("a project")
    }

    /// What the keychain holds under a name, as `secret-tool` sees it.
    fn keychain(&self, user: &str) -> String {
        let output = self.run("secret-tool", &["lookup", "service", "tokendesk", "username", user]);
        String::from_utf8(output.expect("secret-tool").stdout).expect("text")
    }

    /// No file in the whole folder holds the text: neither what the program keeps nor what it said.
    fn assert_nowhere(&self, text: &str) {
        let mut looked = 0;
        for path in files(self.folder.path()) {
            let mut bytes = Vec::new();
            // Sockets and pipes of the session cannot be opened.
            let Ok(mut file) = fs::File::open(&path) else { continue };
            if file.read_to_end(&mut bytes).is_err() {
                continue;
            }
            let found = bytes.windows(text.len()).any(|part| part == text.as_bytes());
            assert!(!found, "{} holds it", path.display());
            looked += 1;
        }
        assert!(looked > 2, "there is nothing to look at");
    }

    /// Keeps the folder, with a picture of the screen and what the accessibility bus tells.
    #[expect(clippy::print_stderr, reason = "a failed test tells where to look")]
    fn keep_evidence(&mut self) {
        self.folder.disable_cleanup(true);
        let folder = self.folder.path();
        let told: Vec<String> = self.accessible.nodes().iter().map(|node| format!("{node:?}\n")).collect();
        fs::write(folder.join("told.txt"), told.concat()).ok();
        let picture = folder.join("screen.png");
        self.run("scrot", &["--overwrite", &picture.to_string_lossy()]);
        eprintln!("see screen.png, told.txt, program.log and session.log in {}", folder.display());
    }
}

/// The environment in which a program finds this desktop and no other.
fn at_home(command: &mut Command, folder: &Path, display: &str) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("XDG_") || name == "XAUTHORITY" {
            command.env_remove(name);
        }
    }
    command
        .env("HOME", folder)
        .env("TOKENDESK_HOME", folder.join("tokendesk"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("DISPLAY", display)
        .env("TZ", "UTC")
        .env("LC_ALL", "C.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("RUST_BACKTRACE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
}

/// Looks until there is something to see.
fn wait<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..LOOKS {
        if let Some(seen) = look() {
            return seen;
        }
        std::thread::sleep(BETWEEN);
    }
    panic!("waited in vain for {what}");
}

fn first_line(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().expect("a pipe")).read_line(&mut line).expect("a line");
    line.trim().to_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
    found
}

/// The accessibility bus, seen as a screen reader sees it.
struct Accessible(Connection);

/// One thing on the screen.
#[derive(Debug)]
struct Node {
    path: String,
    name: String,
    focused: bool,
    text: String,
}

/// A bus name and an object on it.
type Place = (String, OwnedObjectPath);

impl Accessible {
    /// Tells the session that somebody listens, and finds the bus.
    fn open(session: &str) -> Self {
        let session = connect(session);
        let (name, path) = ("org.a11y.Bus", "/org/a11y/bus");
        let on = ("org.a11y.Status", "IsEnabled", Value::from(true));
        session
            .call_method(Some(name), path, Some("org.freedesktop.DBus.Properties"), "Set", &on)
            .expect("accessibility");
        let address =
            session.call_method(Some(name), path, Some(name), "GetAddress", &()).expect("accessibility");
        Self(connect(&address.body().deserialize::<String>().expect("an address")))
    }

    /// Everything on the screen. What goes away while it is read is left out.
    fn nodes(&self) -> Vec<Node> {
        let path = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root").expect("a path");
        let mut nodes = Vec::new();
        self.walk(&("org.a11y.atspi.Registry".to_owned(), path), &mut nodes).ok();
        nodes
    }

    fn walk(&self, place: &Place, nodes: &mut Vec<Node>) -> zbus::Result<()> {
        let children: Vec<Place> =
            self.ask(place, "org.a11y.atspi.Accessible", "GetChildren", &())?.body().deserialize()?;
        for child in children {
            if let Ok(node) = self.node(&child) {
                nodes.push(node);
                self.walk(&child, nodes).ok();
            }
        }
        Ok(())
    }

    fn node(&self, place: &Place) -> zbus::Result<Node> {
        const FOCUSED: u32 = 12;
        let accessible = "org.a11y.atspi.Accessible";
        let named = self.ask(place, "org.freedesktop.DBus.Properties", "Get", &(accessible, "Name"))?;
        let name: OwnedValue = named.body().deserialize()?;
        let states: Vec<u32> = self.ask(place, accessible, "GetState", &())?.body().deserialize()?;
        let text = self
            .ask(place, "org.a11y.atspi.Text", "GetText", &(0_i32, -1_i32))
            .and_then(|text| text.body().deserialize());
        Ok(Node {
            path: place.1.to_string(),
            name: String::try_from(name)?,
            focused: states.first().is_some_and(|bits| bits & (1 << FOCUSED) != 0),
            text: text.unwrap_or_default(),
        })
    }

    fn ask<B>(&self, place: &Place, interface: &str, method: &str, body: &B) -> zbus::Result<zbus::Message>
    where
        B: serde::Serialize + DynamicType,
    {
        self.0.call_method(Some(place.0.as_str()), &place.1, Some(interface), method, body)
    }
}

fn connect(address: &str) -> Connection {
    connection::Builder::address(address)
        .expect("an address")
        .method_timeout(Duration::from_secs(20))
        .build()
        .expect("a bus")
}
