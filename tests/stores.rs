//! Each place for secrets by itself: kept elsewhere, sealed, in the vault; and every way from one to another, broken at every step.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use program::tokendesk;
use secrecy::ExposeSecret as _;
use tempfile::TempDir;
use tokendesk::host::random;
use tokendesk::store::external::FetchFault;
use tokendesk::store::import::Source;
use tokendesk::store::memory::Call;
use tokendesk::store::{
    Draft, FileError, Folders, Limits, MemoryStore, Project, Reference, SecretError, SecretKey, SecretPlace,
    SecretStore as _, Store, StoreError, VaultError, VaultState,
};

/// Invented, and to be found nowhere.
const MARKER: &str = "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14";

/// What the keychain takes at most here; and a vault that opens quickly.
const LIMITS: Limits = Limits { entry: 256, work: 2 };
/// Invented too.
const PASSPHRASE: &str = "four invented words here";

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

    fn add(&self, draft: Draft, secret: Option<&str>) -> Result<Project, StoreError> {
        let secrets: Vec<_> =
            secret.map(|secret| ("api_secret".to_owned(), secret.into())).into_iter().collect();
        self.store.add(draft, &secrets, &mut random::system())
    }

    /// A file outside of our folders that holds the secret.
    fn file(&self) -> Reference {
        let path = self.folder.path().join("kept elsewhere");
        std::fs::write(&path, format!("{MARKER}\n")).unwrap();
        Reference::File(path.to_str().unwrap().to_owned())
    }

    fn secret(&self, name: &str) -> Option<String> {
        let secrets = self.store.secrets_of(&self.store.find(name).unwrap()).unwrap();
        secrets.get("api_secret").map(|secret| secret.expose_secret().to_owned())
    }

    /// Changes the place of a project as whoever has just looked at it.
    fn to(&self, name: &str, draft: impl FnOnce(Draft) -> Draft) -> Result<Project, StoreError> {
        let seen = self.store.find(name).unwrap();
        self.store.change(&seen, draft(seen.draft()), &[], &[])
    }
}

fn draft(place: SecretPlace) -> Draft {
    Draft { name: "Demo".to_owned(), vendor: "opentok".to_owned(), place, ..Draft::default() }
}

fn at(reference: Reference) -> Draft {
    let references = BTreeMap::from([("api_secret".to_owned(), reference)]);
    Draft { references, ..draft(SecretPlace::External) }
}

/// All bytes of all files of ours.
fn files(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            all.extend(files(&entry.path()));
        } else {
            all.extend(std::fs::read(entry.path()).unwrap());
        }
    }
    all
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn a_reference_is_read_at_each_use_and_its_secret_kept_nowhere() {
    let desk = Desk::new();
    let project = desk.add(at(desk.file()), None).unwrap();
    assert!(project.secrets.contains("api_secret"));
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
    assert_eq!(desk.keychain.keys(), []);
    assert!(!holds(&files(&desk.store.folders().config), MARKER));
    // Another value, at once.
    std::fs::write(desk.folder.path().join("kept elsewhere"), "other").unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some("other"));
    // A copy has the reference, and removing touches nothing that is not ours.
    desk.store.duplicate(&project.id, "Copy", &mut random::system()).unwrap();
    assert_eq!(desk.secret("Copy").as_deref(), Some("other"));
    desk.store.remove(&project.id).unwrap();
    assert!(desk.folder.path().join("kept elsewhere").exists());
}

#[cfg(unix)]
#[test]
fn a_command_gets_its_words_as_they_are_and_no_shell() {
    let desk = Desk::new();
    let words = ["printf", "%s|%s\\n", "$HOME `id`", "a  'b"].map(str::to_owned);
    desk.add(at(Reference::Command(words.into())), None).unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some("$HOME `id`|a  'b"));
    let text = std::fs::read_to_string(desk.store.folders().projects_file()).unwrap();
    assert!(text.contains("[project.references]\napi_secret = [\n"), "{text}");
    // As one would write it by hand.
    let text = text.replace("secrets = [\"api_secret\"]\n", "");
    let (before, _) = text.split_once("[project.references]").unwrap();
    let by_hand = format!("{before}[project.references]\napi_secret = \"command:echo 'by hand'\"\n");
    std::fs::write(desk.store.folders().projects_file(), by_hand).unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some("by hand"));
}

type Wanted = fn(&FetchFault) -> bool;

#[test]
fn what_cannot_be_fetched_says_why_and_never_what() {
    let desk = Desk::new();
    let commands: &[(&[&str], Wanted)] = if cfg!(unix) {
        &[
            (&["sh", "-c", "echo 9f3c1a7be25d4086c1f0a94d7738be21c05e6d14; exit 3"], |fault| {
                matches!(fault, FetchFault::Failed { .. })
            }),
            (&["true"], |fault| *fault == FetchFault::Empty),
            (&["/nonexistent/program"], |fault| matches!(fault, FetchFault::Command { .. })),
            (&["head", "-c", "70000", "/dev/zero"], |fault| *fault == FetchFault::Long),
        ]
    } else {
        &[]
    };
    let mut cases: Vec<(Reference, Wanted)> = vec![
        (Reference::Env("TOKENDESK_NOT_SET".to_owned()), |fault| *fault == FetchFault::Env),
        (Reference::Env("A=B".to_owned()), |fault| *fault == FetchFault::Env),
        (Reference::File("/nonexistent/file".to_owned()), |fault| matches!(fault, FetchFault::File { .. })),
    ];
    cases.extend(commands.iter().map(|(words, wanted)| {
        (Reference::Command(words.iter().map(|word| (*word).to_owned()).collect()), *wanted)
    }));
    for (index, (reference, wanted)) in cases.into_iter().enumerate() {
        let name = format!("Demo {index}");
        let project = desk.add(Draft { name, ..at(reference) }, None).unwrap();
        let error = desk.store.secrets_of(&project).unwrap_err();
        let StoreError::Secret(SecretError::External(fault)) = &error else { panic!("{error:?}") };
        assert!(wanted(fault), "{fault:?}");
        assert!(!format!("{error:?} {error}").contains(MARKER), "{error:?}");
    }
}

#[test]
fn nothing_is_lost_on_the_way_to_a_reference_or_back() {
    let desk = Desk::new();
    desk.add(draft(SecretPlace::Keychain), Some(MARKER)).unwrap();
    // Nothing says where it is; what is said is wrong: it stays where it is.
    let error = desk.to("Demo", |draft| Draft { place: SecretPlace::External, ..draft }).unwrap_err();
    assert_eq!(error, StoreError::NoReference { fields: vec!["api_secret".to_owned()] });
    let wrong = BTreeMap::from([("api_secret".to_owned(), Reference::File("/nonexistent/file".to_owned()))]);
    let error = desk.to("Demo", |draft| Draft { place: SecretPlace::External, references: wrong, ..draft });
    assert!(matches!(error, Err(StoreError::Secret(SecretError::External(_)))), "{error:?}");
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
    assert_eq!(desk.keychain.keys().len(), 1);
    // Right: the keychain lets go of it.
    let right = at(desk.file()).references;
    desk.to("Demo", |draft| Draft { place: SecretPlace::External, references: right, ..draft }).unwrap();
    assert_eq!(desk.keychain.keys(), []);
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
    // And back: fetched, and the reference is gone.
    let back = desk.to("Demo", |draft| Draft { place: SecretPlace::Keychain, ..draft }).unwrap();
    assert_eq!((back.references.len(), desk.keychain.keys().len()), (0, 1));
    std::fs::remove_file(desk.folder.path().join("kept elsewhere")).unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
}

#[test]
fn an_import_never_decides_what_is_read_or_run_here() {
    let desk = Desk::new();
    desk.add(at(Reference::Command(vec!["touch".to_owned(), "x".to_owned()])), None).unwrap();
    let exported = desk.store.export().unwrap();
    assert!(!exported.contains("touch"), "{exported}");
    let hostile = exported.replace(
        "secrets = [\"api_secret\"]\n",
        "secrets = [\"api_secret\"]\nreferences = { api_secret = \"command:touch x\" }\n",
    );
    let other = Desk::new();
    let plan = other.store.import(&Source::text(&hostile), &mut random::system()).unwrap();
    other.store.apply(&plan, None).unwrap();
    let imported = other.store.find("Demo").unwrap();
    assert_eq!((imported.references.len(), imported.secrets.len()), (0, 0));
    assert_eq!(imported.place, SecretPlace::Keychain);
}

#[test]
fn the_command_line_keeps_references_and_tells_them() {
    let folder = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        tokendesk(words)
            .env("TOKENDESK_HOME", folder.path())
            .env("RTC_SECRET", MARKER)
            .stdin(format!("{MARKER}\n"))
            .run()
    };
    let add = ["projects", "add", "--vendor", "opentok", "--name", "Demo", "-f", "api_key=48213579"];
    let with = |words: &[&'static str]| run(&[&add[..], words].concat());
    // What is wrong is said, and not repeated.
    let done = with(&["--place", "external"]);
    assert_eq!(done.code, 2, "{}", done.words());
    let done = with(&["--place", "external", "--secret", "api_secret=-"]);
    assert!(done.code == 2 && done.words().contains("stdin cannot be kept"), "{}", done.words());
    let clear = format!("api_secret={MARKER}");
    let done = run(&[&add[..], &["--place", "external", "--secret", &clear]].concat());
    assert!(done.code == 2 && !done.words().contains(MARKER), "{}", done.words());

    let done = with(&["--place", "external", "--secret", "api_secret=env:RTC_SECRET"]);
    assert_eq!(done.code, 0, "{}", done.words());
    assert!(run(&["projects", "show", "Demo"]).text().contains("env:RTC_SECRET"));
    let shown = run(&["projects", "show", "Demo", "--output", "json"]).json();
    assert_eq!(
        (&shown["place"], &shown["references"]["api_secret"]),
        (&"external".into(), &"env:RTC_SECRET".into())
    );
    let made = run(&["generate", "opentok.rest-jwt", "--project", "Demo"]);
    assert_eq!(made.code, 0, "{}", made.words());
    let token = made.text().trim().to_owned();
    let report = run(&["inspect", &token, "--output", "json"]).json();
    assert_eq!(report["signature"], "valid");
    // Where it is not set, it is said; and the rest of the report is there.
    let without =
        tokendesk(["inspect", &token, "--output", "json"]).env("TOKENDESK_HOME", folder.path()).run();
    assert_eq!(without.json()["signature"], "unchecked");
    assert!(without.words().contains("environment variable"), "{}", without.words());
    let failed = tokendesk(["generate", "opentok.rest-jwt", "--project", "Demo", "--output", "json"]);
    let failed = failed.env("TOKENDESK_HOME", folder.path()).run();
    assert_eq!((failed.code, &failed.json()["error"]["code"]), (3, &"source".into()));

    let done = run(&["projects", "set", "Demo", "--secret", "api_secret=file:/nonexistent"]);
    assert_eq!(done.code, 0, "{}", done.words());
    assert!(run(&["projects", "show", "Demo"]).text().contains("file:/nonexistent"));
    assert_eq!(run(&["projects", "remove", "Demo", "--yes"]).code, 0, "no keychain is asked");
    assert!(!holds(&files(folder.path()), MARKER));
}

/// A private key is longer than what Windows takes.
fn long() -> String {
    format!("-----BEGIN PRIVATE KEY-----\n{}\n", MARKER.repeat(80))
}

fn sealed_entries(store: &Store) -> Vec<String> {
    let text = std::fs::read_to_string(store.folders().sealed_file()).unwrap_or_default();
    let file: toml::Table = toml::from_str(&text).unwrap_or_default();
    let entries = file.get("entry").and_then(toml::Value::as_table);
    entries.map(|entries| entries.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn what_the_keychain_does_not_take_is_sealed_in_our_file() {
    let desk = Desk::new();
    let project = desk.add(draft(SecretPlace::Keychain), Some(&long())).unwrap();
    let user = SecretKey::new(&project.id, "api_secret").user();
    assert_eq!(desk.secret("Demo"), Some(long()));
    let users = || desk.keychain.keys().iter().map(SecretKey::user).collect::<Vec<_>>();
    assert_eq!((users(), sealed_entries(&desk.store)), (vec!["master".to_owned()], vec![user.clone()]));
    let all = files(desk.folder.path());
    assert!(!holds(&all, MARKER) && !holds(&all, "PRIVATE"), "sealed");
    let master = desk.keychain.read(&desk.keychain.keys()[0]).unwrap().unwrap();
    assert!(!holds(&all, master.expose_secret()), "the key is in no file");

    // A copy has its own; short again, it is in the keychain alone, and with the last one the key goes.
    let copy = desk.store.duplicate(&project.id, "Copy", &mut random::system()).unwrap();
    desk.store.change(&project, project.draft(), &[("api_secret".to_owned(), "short".into())], &[]).unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some("short"));
    assert_eq!(sealed_entries(&desk.store).len(), 1);
    desk.store.remove(&copy.id).unwrap();
    assert_eq!((users(), sealed_entries(&desk.store).len()), (vec![user.clone()], 0));
    // Long again: the keychain's entry goes.
    desk.store.change(&project, project.draft(), &[("api_secret".to_owned(), long().into())], &[]).unwrap();
    assert_eq!((users(), sealed_entries(&desk.store)), (vec!["master".to_owned()], vec![user]));
    // Without asking the keychain, the file lets go of it.
    desk.keychain.fail_always(Some(SecretError::Locked));
    assert_eq!(desk.store.remove_leaving_secrets(&project.id), Ok(Vec::new()));
    assert_eq!(sealed_entries(&desk.store).len(), 0);
}

#[test]
fn a_sealed_secret_whose_key_is_gone_is_said_and_entered_again() {
    let desk = Desk::new();
    let project = desk.add(draft(SecretPlace::Keychain), Some(&long())).unwrap();
    let entry = SecretKey::new(&project.id, "api_secret").user();
    desk.keychain.wipe();
    let gone = StoreError::Secret(SecretError::KeyGone { entry: entry.clone() });
    assert_eq!(desk.store.secrets_of(&project).unwrap_err(), gone);
    let again = [("api_secret".to_owned(), long().into())];
    desk.store.change(&project, project.draft(), &again, &[]).unwrap();
    assert_eq!(desk.secret("Demo"), Some(long()));
    // Changed in the file, it is not taken for another secret.
    let file = desk.store.folders().sealed_file();
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, after) = text.split_once("text = \"").unwrap();
    let flipped = if after.starts_with('A') { "B" } else { "A" };
    std::fs::write(&file, format!("{before}text = \"{flipped}{}", &after[1..])).unwrap();
    let broken = StoreError::Secret(SecretError::SealBroken { entry });
    assert_eq!(desk.store.secrets_of(&project).unwrap_err(), broken);
    // A file that cannot be understood is named and kept.
    std::fs::write(&file, "version = 9\n").unwrap();
    let error = desk.store.secrets_of(&project).unwrap_err();
    assert!(matches!(error, StoreError::Secret(SecretError::File(FileError::Newer { .. }))), "{error:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "version = 9\n");
}

/// A place by what is put there: the same keychain takes a short secret and has a long one sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    Keychain,
    Sealed,
    Vault,
    External,
    ThisRun,
}

impl Spot {
    const ALL: [Self; 5] = [Self::Keychain, Self::Sealed, Self::Vault, Self::External, Self::ThisRun];

    fn place(self) -> SecretPlace {
        match self {
            Self::Keychain | Self::Sealed => SecretPlace::Keychain,
            Self::Vault => SecretPlace::Vault,
            Self::External => SecretPlace::External,
            Self::ThisRun => SecretPlace::ThisRun,
        }
    }

    /// How many of two secrets are in files and keychain of ours.
    fn kept(self) -> usize {
        if matches!(self, Self::External | Self::ThisRun) { 0 } else { 2 }
    }
}

/// What is in each place of ours, by name.
fn everywhere(desk: &Desk) -> Vec<(&'static str, Vec<String>)> {
    let users = desk.keychain.keys().iter().map(SecretKey::user).filter(|user| user != "master").collect();
    vec![("keychain", users), ("sealed", sealed_entries(&desk.store)), ("vault", vault_entries(&desk.store))]
}

/// What is still in the place that the secrets came from.
fn left_in(from: Spot, desk: &Desk) -> Vec<String> {
    let of_vault = from == Spot::Vault;
    let there = everywhere(desk).into_iter().filter(|(place, _)| (*place == "vault") == of_vault);
    there.flat_map(|(_, users)| users).collect()
}

/// Two secrets, of which the one is short and the other long where that makes a difference.
fn values(spot: Spot) -> [String; 2] {
    if spot == Spot::Sealed { [long(), format!("{}2", long())] } else { ["one".to_owned(), "two".to_owned()] }
}

/// A project with two secrets in one spot, and the draft that moves them to another one.
fn ready(from: Spot, to: Spot, desk: &Desk) -> (Project, Draft) {
    if from == Spot::Vault || to == Spot::Vault {
        desk.store.vault().create(PASSPHRASE.into()).unwrap();
    }
    // What is sealed stays long wherever it goes, and the other way round.
    let worth = values(if from == Spot::Sealed || to == Spot::Sealed { Spot::Sealed } else { from });
    let keys = ["api_secret", "other"].map(str::to_owned);
    let references: BTreeMap<_, _> = keys
        .iter()
        .zip(&worth)
        .map(|(key, value)| {
            let path = desk.folder.path().join(format!("elsewhere {key}"));
            std::fs::write(&path, format!("{value}\n")).unwrap();
            (key.clone(), Reference::File(path.to_str().unwrap().to_owned()))
        })
        .collect();
    let start = Draft { references: references.clone(), ..draft(from.place()) };
    let secrets: Vec<_> = keys.into_iter().zip(worth.map(Into::into)).collect();
    let given = if from == Spot::External { &[][..] } else { &secrets };
    let project = desk.store.add(start, given, &mut random::system()).unwrap();
    let moved = Draft { place: to.place(), references, ..project.draft() };
    (project, moved)
}

fn worth(desk: &Desk, project: &Project) -> Vec<(String, String)> {
    let found = desk.store.secrets_of(project).unwrap();
    found.into_iter().map(|(key, secret)| (key, secret.expose_secret().trim().to_owned())).collect()
}

/// Every way from one place to another, with every call of the keychain failing in turn, in every way: the secrets are
/// in the old place, or in the new one; in both only where that is said, by name.
#[test]
fn no_move_leaves_a_secret_in_two_places_or_in_none() {
    const STEPS: usize = 16;
    // One that has certainly changed nothing, and one that may have.
    let faults = [SecretError::Locked, SecretError::Unreachable { reason: "gone".to_owned() }];
    let pairs = Spot::ALL.into_iter().flat_map(|from| Spot::ALL.map(|to| (from, to)));
    // Where the keychain has no part, it cannot fail.
    let asked = |spot: Spot| spot.place() == SecretPlace::Keychain;
    for (from, to) in pairs.filter(|(from, to)| from.place() != to.place() && (asked(*from) || asked(*to))) {
        for call in [Call::Read, Call::Write, Call::Remove] {
            // Beyond the last call nothing fails; one failure may be of no consequence.
            let mut quiet = 0;
            let mut after = 0;
            while quiet < 2 && after < STEPS {
                let failed = faults.iter().filter(|fault| breaks(from, to, call, after, fault)).count();
                quiet = if failed == 0 { quiet + 1 } else { 0 };
                after += 1;
            }
            assert_eq!(quiet, 2, "{from:?} to {to:?}: {call:?}: there are more steps than were tried");
        }
    }
}

/// Moves with this call failing, and says whether that made a difference.
fn breaks(from: Spot, to: Spot, call: Call, after: usize, fault: &SecretError) -> bool {
    let desk = Desk::new();
    let (project, moved) = ready(from, to, &desk);
    let (before, values) = (everywhere(&desk), worth(&desk, &project));
    desk.keychain.fail_after(after, call, fault.clone());
    let what = format!("{from:?} to {to:?}: {call:?} {after} {fault:?}");
    let result = desk.store.change(&project, moved, &[], &[]);
    desk.keychain.fail_always(None);
    let now = desk.store.find("Demo").unwrap();
    assert_eq!(worth(&desk, &now), values, "{what}: nothing is lost");
    let kept: Vec<_> = everywhere(&desk).into_iter().flat_map(|(_, users)| users).collect();
    let left = left_in(from, &desk);
    match &result {
        Ok(_) => {
            assert_eq!(now.place, to.place(), "{what}");
            assert_eq!(kept.len(), to.kept(), "{what}: {kept:?}");
        }
        Err(StoreError::LeftOver { entries, .. }) => {
            assert_eq!((now.place, &left), (to.place(), entries), "{what}: what is in two places is named");
        }
        Err(_) => assert_eq!((now.place, everywhere(&desk)), (from.place(), before), "{what}"),
    }
    result.is_err()
}

/// The same with each of our files refusing to be saved in turn.
#[test]
fn a_move_whose_files_cannot_be_saved_is_taken_back() {
    let pairs = Spot::ALL.into_iter().flat_map(|from| Spot::ALL.map(|to| (from, to)));
    for (from, to) in pairs.filter(|(from, to)| from.place() != to.place()) {
        for file in ["projects.toml", "sealed.toml", "sealed.key", "vault.age"] {
            let desk = Desk::new();
            let (project, moved) = ready(from, to, &desk);
            let (before, values) = (everywhere(&desk), worth(&desk, &project));
            // Not even root can open a folder as the lock file.
            let lock = desk.store.folders().config.join(format!("{file}.lock"));
            std::fs::remove_file(&lock).ok();
            std::fs::create_dir(&lock).unwrap();
            let what = format!("{from:?} to {to:?}: {file}");
            let result = desk.store.change(&project, moved, &[], &[]);
            std::fs::remove_dir(&lock).unwrap();
            let now = desk.store.find("Demo").unwrap();
            assert_eq!(worth(&desk, &now), values, "{what}: nothing is lost");
            match result {
                Ok(_) => assert_eq!(now.place, to.place(), "{what}"),
                Err(StoreError::LeftOver { entries, .. }) => {
                    assert_eq!(left_in(from, &desk), entries, "{what}");
                }
                Err(_) => assert_eq!((now.place, everywhere(&desk)), (from.place(), before), "{what}"),
            }
        }
    }
}

/// What is in the vault, by the `age` crate alone.
fn opened(file: &Path, passphrase: &str) -> Option<toml::Table> {
    let bytes = std::fs::read(file).ok()?;
    let identity = age::scrypt::Identity::new(passphrase.into());
    let plain = age::decrypt(&identity, &bytes).unwrap();
    Some(toml::from_str(std::str::from_utf8(&plain).unwrap()).unwrap())
}

fn vault_entries(store: &Store) -> Vec<String> {
    let inside = opened(&store.folders().vault_file(), PASSPHRASE).unwrap_or_default();
    let secrets = inside.get("secrets").and_then(toml::Value::as_table).cloned().unwrap_or_default();
    secrets.keys().cloned().collect()
}

#[test]
fn the_vault_is_an_age_file_and_keeps_what_it_is_given() {
    let desk = Desk::new();
    let in_vault = || draft(SecretPlace::Vault);
    assert_eq!(desk.store.vault().state(), VaultState::Absent);
    let absent = StoreError::Secret(SecretError::Vault(VaultError::Absent));
    assert_eq!(desk.add(in_vault(), Some(MARKER)).unwrap_err(), absent);
    assert_eq!(desk.store.vault().create("".into()), Err(VaultError::Empty));
    desk.store.vault().create(PASSPHRASE.into()).unwrap();
    assert_eq!(desk.store.vault().create(PASSPHRASE.into()), Err(VaultError::Present));
    let project = desk.add(in_vault(), Some(MARKER)).unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
    assert_eq!(desk.keychain.keys(), []);
    // Another program of the format reads it.
    let user = SecretKey::new(&project.id, "api_secret").user();
    let inside = opened(&desk.store.folders().vault_file(), PASSPHRASE).unwrap();
    assert_eq!(inside["secrets"][user.as_str()].as_str(), Some(MARKER));
    let all = files(desk.folder.path());
    let shown = format!("{:?} {:?}", desk.store, desk.store.vault());
    for marker in [MARKER, PASSPHRASE, &user[..]] {
        assert!(!holds(&std::fs::read(desk.store.folders().vault_file()).unwrap(), marker));
        assert!(!shown.contains(marker), "{shown}");
    }
    assert!(!holds(&all, MARKER) && !holds(&all, PASSPHRASE));

    // A lock closes it; so does the end of the program. Opened again, everything is there.
    desk.store.lock();
    assert_eq!(desk.store.vault().state(), VaultState::Closed);
    let closed = StoreError::Secret(SecretError::Vault(VaultError::Closed));
    assert_eq!(desk.store.secrets_of(&project).unwrap_err(), closed);
    assert_eq!(desk.store.unlock().unwrap_err(), closed);
    assert_eq!(desk.store.remove(&project.id).unwrap_err(), closed);
    desk.store.vault().open(PASSPHRASE.into()).unwrap();
    assert_eq!(desk.store.unlock(), Ok(()));
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
    desk.store.remove(&project.id).unwrap();
    assert_eq!(vault_entries(&desk.store), Vec::<String>::new());
}

#[test]
fn a_vault_that_does_not_open_says_why_and_stays_as_it_is() {
    let desk = Desk::new();
    let vault = desk.store.vault();
    let file = desk.store.folders().vault_file();
    assert_eq!(vault.open(PASSPHRASE.into()), Err(VaultError::Absent));
    vault.create(PASSPHRASE.into()).unwrap();
    desk.add(draft(SecretPlace::Vault), Some(MARKER)).unwrap();
    desk.store.lock();
    assert_eq!(vault.open("another passphrase".into()), Err(VaultError::Wrong));
    assert_eq!(vault.state(), VaultState::Closed);

    let good = std::fs::read(&file).unwrap();
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let recipient = {
        let mut recipient = age::scrypt::Recipient::new(PASSPHRASE.into());
        recipient.set_work_factor(2);
        recipient
    };
    let sealed = |text: &str| age::encrypt(&recipient, text.as_bytes()).unwrap();
    let identity = age::x25519::Identity::generate();
    let foreign = age::encrypt(&identity.to_public(), b"version = 1").unwrap();
    for (bytes, newer) in [
        (Vec::new(), false),
        (b"not age at all".to_vec(), false),
        (good[..good.len() / 2].to_vec(), false),
        (good[..good.len() - 1].to_vec(), false),
        (flipped, false),
        (foreign, false),
        (sealed("not ours"), false),
        (sealed(&format!("version = 1\n[secrets]\nx = [\"{MARKER}\"]\n")), false),
        (sealed("version = 2\nlater = true\n"), true),
    ] {
        std::fs::write(&file, &bytes).unwrap();
        let error = vault.open(PASSPHRASE.into()).unwrap_err();
        assert_eq!(matches!(error, VaultError::Newer { version: 2, .. }), newer, "{error:?}");
        assert!(newer || matches!(error, VaultError::Damaged { .. }), "{error:?}");
        let said = format!("{error} {error:?}");
        assert!(!said.contains(MARKER) && !said.contains(PASSPHRASE), "{said}");
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "it is left as it is");
    }
    std::fs::write(&file, good).unwrap();
    vault.open(PASSPHRASE.into()).unwrap();
    assert_eq!(desk.secret("Demo").as_deref(), Some(MARKER));
}

#[test]
fn two_instances_share_one_vault() {
    let desk = Desk::new();
    desk.store.vault().create(PASSPHRASE.into()).unwrap();
    let other = Store::with(desk.store.folders().clone(), Arc::clone(&desk.keychain) as _, LIMITS);
    other.vault().open(PASSPHRASE.into()).unwrap();
    desk.add(draft(SecretPlace::Vault), Some(MARKER)).unwrap();
    let seen = other.find("Demo").unwrap();
    assert_eq!(other.secrets_of(&seen).unwrap()["api_secret"].expose_secret(), MARKER);
    other.change(&seen, seen.draft(), &[("other".to_owned(), "two".into())], &[]).unwrap();
    assert_eq!(desk.store.secrets_of(&desk.store.find("Demo").unwrap()).unwrap().len(), 2);
    // Gone behind our back: nothing is invented, and nothing else stops.
    std::fs::remove_file(desk.store.folders().vault_file()).unwrap();
    assert_eq!(desk.secret("Demo"), None);
    assert_eq!(desk.store.vault().state(), VaultState::Absent);
}

#[test]
fn the_command_line_asks_for_the_passphrase_when_it_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        tokendesk(words)
            .env("TOKENDESK_HOME", folder.path())
            .env("RTC_SECRET", MARKER)
            .env("PASSPHRASE", PASSPHRASE)
            .stdin(format!("{PASSPHRASE}\n"))
            .run()
    };
    let add = ["projects", "add", "--vendor", "opentok", "--name", "Demo", "-f", "api_key=48213579"];
    let add = [&add[..], &["--place", "vault", "--secret", "api_secret=env:RTC_SECRET"]].concat();
    let done = run(&add);
    assert!(done.code == 3 && done.words().contains("--vault-passphrase"), "{}", done.words());
    let done = run(&[&add[..], &["--vault-passphrase", PASSPHRASE]].concat());
    assert!(done.code == 2 && !done.words().contains(PASSPHRASE), "{}", done.words());
    let done = run(&[&add[..], &["--vault-passphrase", "env:PASSPHRASE"]].concat());
    assert_eq!(done.code, 0, "{}", done.words());
    let make = ["generate", "opentok.rest-jwt", "--project", "Demo", "--output", "json"];
    let failed = run(&make);
    assert_eq!((failed.code, &failed.json()["error"]["code"]), (3, &"vault".into()));
    let made = run(&[&make[..], &["--vault-passphrase", "-"]].concat());
    assert_eq!(made.code, 0, "{}", made.words());
    // What needs no vault asks for nothing.
    assert_eq!(run(&["projects", "show", "Demo"]).code, 0);
    assert!(!holds(&files(folder.path()), MARKER) && !holds(&files(folder.path()), PASSPHRASE));
}
