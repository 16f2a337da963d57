//! Projects out with their secrets, under a passphrase, and in again on another desk.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use program::{Done, tokendesk};
use secrecy::{ExposeSecret as _, SecretString};
use tempfile::TempDir;
use tokendesk::host::files::{Loaded, write_new};
use tokendesk::host::random;
use tokendesk::store::{
    Draft, Folders, ImportAction, Limits, MemoryStore, Project, Reference, SealedError, SecretError,
    SecretPlace, Store, StoreError, unseal,
};

/// Invented, and to be found nowhere. With what a text has to escape.
const MARKER: &str = "9f3c1a7b\\e25d4086 \"c1f0a94d\" 密钥\u{1f511}";
/// Invented too.
const PASSPHRASE: &str = "four invented words here";
/// One that opens quickly.
const LIMITS: Limits = Limits { entry: usize::MAX, work: 2 };

struct Desk {
    folder: TempDir,
    keychain: Arc<MemoryStore>,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keychain = Arc::new(MemoryStore::default());
        let store = Store::with(Folders::beneath(folder.path()), Arc::clone(&keychain) as _, LIMITS);
        Self { folder, keychain, store }
    }

    fn add(&self, name: &str, key: &str, secret: &str) -> Project {
        let draft = Draft {
            name: name.to_owned(),
            vendor: "opentok".to_owned(),
            group: Some("Rooms".to_owned()),
            credentials: [("api_key".to_owned(), key.to_owned())].into(),
            ..Draft::default()
        };
        let secrets = [("api_secret".to_owned(), secret.into())];
        self.store.add(draft, &secrets, &mut random::system()).unwrap()
    }

    fn secret(&self, name: &str) -> Option<String> {
        let secrets = self.store.secrets_of(&self.store.find(name).unwrap()).unwrap();
        secrets.get("api_secret").map(|secret| secret.expose_secret().to_owned())
    }

    fn import(&self, bytes: &[u8], place: SecretPlace) -> Vec<ImportAction> {
        let loaded = Loaded::stream(bytes).unwrap();
        assert!(loaded.is_sealed());
        let loaded = loaded.open(&PASSPHRASE.into()).unwrap();
        let plan = loaded.with_source(|source| self.store.import(source, &mut random::system())).unwrap();
        let items = self.store.apply(&plan, Some(place)).unwrap();
        assert!(!format!("{plan:?}").contains("c1f0a94d"));
        items.into_iter().map(|item| item.action).collect()
    }
}

fn sealed(desk: &Desk) -> Vec<u8> {
    desk.store.export_sealed(None, &PASSPHRASE.into()).unwrap().bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// All bytes of all files.
fn files(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        all.extend(if path.is_dir() { files(&path) } else { std::fs::read(path).unwrap() });
    }
    all
}

#[test]
fn everything_comes_back_on_another_desk() {
    let desk = Desk::new();
    let project = desk.add("Demo", "48213579", MARKER);
    desk.add("Other", "46123", "c0ffee");
    let export = desk.store.export_sealed(None, &PASSPHRASE.into()).unwrap();
    assert_eq!((export.projects, export.secrets, export.without.len()), (2, 2, 0));
    assert!(!holds(&export.bytes, "9f3c1a7b") && !holds(&export.bytes, "48213579"));

    for place in [SecretPlace::Keychain, SecretPlace::ThisRun] {
        let other = Desk::new();
        assert_eq!(other.import(&export.bytes, place), [ImportAction::Add, ImportAction::Add]);
        assert_eq!(other.secret("Demo").as_deref(), Some(MARKER));
        assert_eq!(other.secret("Other").as_deref(), Some("c0ffee"));
        assert_eq!(other.store.find("Demo").unwrap(), Project { place, ..project.clone() });
        assert_eq!(other.keychain.keys().is_empty(), place == SecretPlace::ThisRun);
        assert!(!holds(&files(other.folder.path()), "c1f0a94d"));
        // Again: they are there.
        assert_eq!(other.import(&export.bytes, place), [ImportAction::Skip, ImportAction::Skip]);
    }

    // One alone.
    let one = desk.store.export_sealed(Some(&project.id), &PASSPHRASE.into()).unwrap();
    assert_eq!((one.projects, one.secrets), (1, 1));
    assert_eq!(Desk::new().import(&one.bytes, SecretPlace::Keychain), [ImportAction::Add]);
    assert!(!holds(&files(desk.folder.path()), "c1f0a94d"));
}

#[test]
fn it_is_a_file_of_age_and_so_is_its_text() {
    let desk = Desk::new();
    desk.add("Demo", "48213579", MARKER);
    let bytes = sealed(&desk);

    // Opened by the library alone, without our code.
    let identity = age::scrypt::Identity::new(PASSPHRASE.into());
    let decryptor = age::Decryptor::new(&bytes[..]).unwrap();
    let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap();
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["project"][0]["secrets"]["api_secret"], MARKER);

    // As a person may make one: an .env file, encrypted into text.
    let mut recipient = age::scrypt::Recipient::new(PASSPHRASE.into());
    recipient.set_work_factor(2);
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut armored = Vec::new();
    let output =
        age::armor::ArmoredWriter::wrap_output(&mut armored, age::armor::Format::AsciiArmor).unwrap();
    let mut writer = encryptor.wrap_output(output).unwrap();
    writer.write_all(b"OPENTOK_API_KEY=46911299\nOPENTOK_API_SECRET=c0ffee\n").unwrap();
    writer.finish().and_then(age::armor::ArmoredWriter::finish).unwrap();
    let text = String::from_utf8(armored.clone()).unwrap();
    assert!(Loaded::text(text.into()).unwrap().is_sealed(), "pasted");
    let other = Desk::new();
    assert_eq!(other.import(&armored, SecretPlace::Keychain), [ImportAction::Add]);
    assert_eq!(other.secret("OpenTok").as_deref(), Some("c0ffee"));
}

#[test]
fn what_does_not_open_is_told_apart() {
    let desk = Desk::new();
    desk.add("Demo", "48213579", MARKER);
    let bytes = sealed(&desk);
    let open = |bytes: &[u8], passphrase: &str| unseal(bytes, &passphrase.into()).map(drop);
    assert_eq!(open(&bytes, PASSPHRASE), Ok(()));
    assert_eq!(open(&bytes, "another"), Err(SealedError::Wrong));
    assert_eq!(open(&bytes, ""), Err(SealedError::Empty));
    for at in [bytes.len() - 1, bytes.len() / 2, 30] {
        assert!(matches!(open(&bytes[..at], PASSPHRASE), Err(SealedError::Damaged { .. })), "cut at {at}");
    }
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(matches!(open(&changed, PASSPHRASE), Err(SealedError::Damaged { .. })));
    // Without a passphrase it is not taken for a text.
    let asked = Loaded::stream(&bytes[..]).unwrap();
    let asked = asked.with_source(|source| desk.store.import(source, &mut random::system()));
    assert_eq!(asked.unwrap_err(), StoreError::Sealed(SealedError::Needed));
    let none: SecretString = "".into();
    assert_eq!(desk.store.export_sealed(None, &none), Err(StoreError::Sealed(SealedError::Empty)));
    // A keychain that does not answer: no half export.
    desk.keychain.fail_always(Some(SecretError::Locked));
    let failed = desk.store.export_sealed(None, &PASSPHRASE.into());
    assert_eq!(failed, Err(StoreError::Secret(SecretError::Locked)));
}

#[test]
fn what_is_not_in_it_is_named() {
    let desk = Desk::new();
    desk.add("Demo", "48213579", MARKER);
    desk.keychain.wipe();
    let references = [("api_secret".to_owned(), Reference::parse("env:NOWHERE").unwrap())].into();
    let draft = Draft {
        name: "Elsewhere".to_owned(),
        vendor: "opentok".to_owned(),
        place: SecretPlace::External,
        references,
        ..Draft::default()
    };
    desk.store.add(draft, &[], &mut random::system()).unwrap();
    let export = desk.store.export_sealed(None, &PASSPHRASE.into()).unwrap();
    assert_eq!((export.projects, export.secrets), (2, 0));
    assert_eq!(export.without, ["Demo", "Elsewhere"]);
    assert!(!unseal(&export.bytes, &PASSPHRASE.into()).unwrap().contains("NOWHERE"));
}

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.age");
    write_new(&path, b"one").unwrap();
    assert_eq!(write_new(&path, b"two").unwrap_err().id, "export-exists");
    assert_eq!(std::fs::read(&path).unwrap(), b"one");
    let nowhere = folder.path().join("none").join("out.age");
    assert_eq!(write_new(&nowhere, b"two").unwrap_err().id, "export-cannot");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// One of the command line's answers: its exit code and the code of what went wrong.
fn failed(done: &Done) -> (i32, String) {
    (done.code, done.json()["error"]["code"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn by_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let run = |home: &str, words: &[&str], stdin: &str| {
        tokendesk(words.iter().chain(&["--output", "json"]))
            .env("TOKENDESK_HOME", folder.path().join(home))
            .env("MARKER", "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14")
            .env("VAULT", "the words of the vault")
            .env("PASSPHRASE", PASSPHRASE)
            .env("WRONG", "another")
            .stdin(stdin)
            .run()
    };
    let vault = ["--vault-passphrase", "env:VAULT"];
    let add = ["projects", "add", "--vendor", "opentok", "--name", "Demo", "-f", "api_key=48213579"];
    let add = [&add[..], &["--place", "vault", "--secret", "api_secret=env:MARKER"], &vault].concat();
    assert_eq!(run("one", &add, "").code, 0);

    let file = folder.path().join("out.age");
    let file = file.to_str().unwrap();
    let with = ["projects", "export", "--with-secrets", file];
    let export = |more: &[&str], stdin: &str| run("one", &[&with[..], &vault, more].concat(), stdin);
    assert_eq!(failed(&export(&[], "")), (2, "usage".to_owned()));
    assert_eq!(failed(&export(&["--passphrase", PASSPHRASE], "")), (2, "inputs".to_owned()));
    assert_eq!(
        failed(&export(&["--passphrase", "-"], "one phrase\nanother\n")),
        (2, "passphrase".to_owned())
    );
    assert_eq!(failed(&export(&["--passphrase", "-"], "once\n")), (3, "source".to_owned()));
    assert_eq!(failed(&export(&["--passphrase", "env:NONE"], "")), (3, "source".to_owned()));
    assert!(!Path::new(file).exists());
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    let done = export(&["--passphrase", "-"], &twice);
    assert_eq!((done.code, &done.json()["secrets"]), (0, &1.into()), "{done:?}");
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(failed(&export(&["--passphrase", "env:PASSPHRASE"], "")), (3, "file".to_owned()));
    assert_eq!(std::fs::read(file).unwrap(), bytes, "what is there stays");

    let import = |more: &[&str]| run("two", &[&["projects", "import", file], more].concat(), "");
    let asked = import(&[]);
    assert_eq!(failed(&asked), (2, "passphrase".to_owned()));
    assert!(asked.json()["error"]["remedy"].as_str().unwrap().contains("--passphrase SOURCE"));
    assert_eq!(failed(&import(&["--passphrase", "env:WRONG"])), (3, "passphrase".to_owned()));
    let done = import(&[&["--passphrase", "env:PASSPHRASE", "--place", "vault"], &vault[..]].concat());
    assert_eq!((done.code, &done.json()["imported"][0]["action"]), (0, &"add".into()), "{done:?}");
    assert!(!done.words().contains("in clear"), "{done:?}");
    let made = ["generate", "opentok.rest-jwt", "--project", "Demo"];
    assert_eq!(run("two", &[&made[..], &vault].concat(), "").code, 0, "its secret is there");

    let cut = folder.path().join("cut.age");
    std::fs::write(&cut, &bytes[..bytes.len() - 1]).unwrap();
    let cut = ["projects", "import", cut.to_str().unwrap(), "--passphrase", "env:PASSPHRASE"];
    assert_eq!(failed(&run("two", &cut, "")), (3, "sealed".to_owned()));
    let both = ["projects", "import", "-", "--passphrase", "-"];
    assert_eq!(failed(&run("two", &both, "")), (2, "inputs".to_owned()));
    assert_eq!(
        failed(&run("one", &["projects", "export", "--passphrase", "-"], "")),
        (2, "usage".to_owned())
    );
    assert!(!holds(&files(folder.path()), "9f3c1a7be25d"));
}
