//! Projects, secrets and their files under everything that can go wrong: no keychain and no display are needed.

#![expect(clippy::expect_used, reason = "a helper of a test fails as the test does")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rand::Rng;
use secrecy::{ExposeSecret as _, SecretString};
use tempfile::TempDir;

use tokendesk::host::random;
use tokendesk::i18n::{APP_TEXTS, Message, Texts};
use tokendesk::store::import::Source;
use tokendesk::store::memory::Call;
use tokendesk::store::{
    Draft, FileError, Folders, ImportAction, ImportPlan, MemoryStore, Project, ProjectId, SecretError,
    SecretKey, SecretPlace, SecretStore as _, Settings, Store, StoreError,
};

/// A text that must never turn up where it does not belong.
const MARKER: &str = "marker-7c1f-secret";

struct Desk {
    folder: TempDir,
    keychain: Arc<MemoryStore>,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let keychain = Arc::new(MemoryStore::default());
        let store = Store::new(Folders::beneath(folder.path()), Arc::clone(&keychain) as _);
        Self { folder, keychain, store }
    }

    /// The same folder and keychain in a new process.
    fn restarted(&self) -> Store {
        Store::new(Folders::beneath(self.folder.path()), Arc::clone(&self.keychain) as _)
    }

    fn add(&self, name: &str) -> Project {
        self.store.add(draft(name), &secrets(&["api_secret", "other"]), &mut random::system()).expect("added")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.store.folders().projects_file()).expect("a file")
    }

    fn write(&self, bytes: &[u8]) {
        fs::create_dir_all(&self.store.folders().config).expect("a folder");
        fs::write(self.store.folders().projects_file(), bytes).expect("written");
    }

    /// Everything that can be seen: the projects and the secrets in the keychain, with their values.
    fn state(&self) -> (Vec<Project>, BTreeMap<String, String>) {
        self.keychain.fail_always(None);
        let secrets = self.keychain.keys().into_iter().map(|key| {
            let secret = self.keychain.read(&key).expect("read").expect("there");
            (key.user(), secret.expose_secret().to_owned())
        });
        let secrets = secrets.collect();
        (self.store.projects().expect("projects"), secrets)
    }

    /// Every secret in the keychain is named by a project, and the other way round.
    fn assert_no_orphan(&self) {
        let projects = self.store.projects().expect("projects");
        let named: BTreeSet<String> = projects
            .iter()
            .filter(|project| project.place == SecretPlace::Keychain)
            .flat_map(|project| project.secrets.iter().map(|field| format!("{}/{field}", project.id)))
            .collect();
        let there: BTreeSet<String> = self.keychain.keys().iter().map(SecretKey::user).collect();
        assert_eq!(there, named);
    }

    /// From now on nothing can be saved: not even root can open a folder as the lock file.
    fn block_saving(&self) {
        fs::remove_file(self.lock_path()).expect("the lock file");
        fs::create_dir(self.lock_path()).expect("in the way");
    }

    fn allow_saving(&self) {
        fs::remove_dir(self.lock_path()).expect("out of the way");
    }

    fn lock_path(&self) -> PathBuf {
        self.store.folders().config.join("projects.toml.lock")
    }
}

fn draft(name: &str) -> Draft {
    Draft {
        name: name.to_owned(),
        vendor: "opentok".to_owned(),
        credentials: BTreeMap::from([("api_key".to_owned(), "46123".to_owned())]),
        ..Draft::default()
    }
}

fn secrets(fields: &[&str]) -> Vec<(String, SecretString)> {
    fields.iter().map(|field| ((*field).to_owned(), SecretString::from(MARKER))).collect()
}

fn faults() -> [SecretError; 5] {
    [
        SecretError::Unreachable { reason: "no bus".to_owned() },
        SecretError::Locked,
        SecretError::Denied,
        SecretError::NoDefault,
        SecretError::TooLong { limit: 2_560 },
    ]
}

#[test]
fn a_project_comes_back_with_its_secrets() {
    let desk = Desk::new();
    assert_eq!(desk.store.projects(), Ok(Vec::new()), "no file is no projects");
    assert!(!desk.store.folders().config.exists(), "and none is made by looking");
    let given = [("api_secret".to_owned(), MARKER.into()), ("blank".to_owned(), "".into())];
    let draft = Draft { group: Some("  ".to_owned()), ..draft("  Demo ") };
    let added = desk.store.add(draft, &given, &mut random::system()).expect("added");
    assert_eq!((added.name.as_str(), &added.group), ("Demo", &None));
    assert_eq!(added.secrets, BTreeSet::from(["api_secret".to_owned()]), "a blank field is no secret");
    let store = desk.restarted();
    assert_eq!(store.projects(), Ok(vec![added.clone()]));
    let found = store.secrets_of(&added).expect("secrets");
    assert_eq!(found["api_secret"].expose_secret(), MARKER);
    assert_eq!(added.absent(&found), Vec::<&str>::new());
    assert_eq!(store.secret_status(), Ok(()));
}

#[test]
fn projects_are_found_by_id_and_by_name() {
    let desk = Desk::new();
    let (one, two) = (desk.add("Demo"), desk.add("Übung"));
    assert_eq!(desk.store.find(one.id.as_str()), Ok(one.clone()));
    assert_eq!(desk.store.find(" demo "), Ok(one));
    assert_eq!(desk.store.find("ÜBUNG"), Ok(two));
    assert_eq!(desk.store.find("nothing"), Err(StoreError::NoSuchProject { wanted: "nothing".to_owned() }));
}

#[test]
fn names_are_unique_ignoring_case_and_visible() {
    let desk = Desk::new();
    let (one, two) = (desk.add("Demo"), desk.add("Other"));
    let before = desk.state();
    let taken = StoreError::NameTaken { name: "Demo".to_owned() };
    let mut random = random::system();
    assert_eq!(desk.store.add(draft(" DEMO"), &secrets(&["a"]), &mut random), Err(taken.clone()));
    assert_eq!(change(&desk.store, &two.id, draft("demo"), &secrets(&["a"]), &[]), Err(taken.clone()));
    assert_eq!(desk.store.duplicate(&two.id, "demo", &mut random), Err(taken));
    assert_eq!(desk.store.add(draft("  "), &[], &mut random), Err(StoreError::NameEmpty));
    assert_eq!(desk.store.add(draft("a\nb"), &[], &mut random), Err(StoreError::NameUnprintable));
    assert_eq!(desk.state(), before);
    assert!(change(&desk.store, &one.id, draft("DEMO"), &[], &[]).is_ok(), "its own name is free to it");
}

/// Gives each number twice.
struct Stutter(u64);

impl rand::TryRng for Stutter {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        self.try_next_u64().map(|number| number as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        self.0 += 1;
        Ok((self.0 / 2) << 32)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        bytes.fill(0);
        Ok(())
    }
}

#[test]
fn ids_are_stable_and_never_given_twice() {
    let desk = Desk::new();
    let mut random = Stutter(1);
    let random: &mut dyn Rng = &mut random;
    let one = desk.store.add(draft("one"), &[], random).expect("added");
    let two = desk.store.add(draft("two"), &[], random).expect("added");
    assert_eq!((one.id.as_str(), two.id.as_str()), ("p000000010000", "p000000020000"));
    let changed = change(&desk.store, &one.id, draft("renamed"), &[], &[]).expect("changed");
    assert_eq!(changed.id, one.id);
    let names: Vec<_> = desk.store.projects().expect("projects").into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["renamed", "two"], "the order stays");
}

#[test]
fn a_change_sets_forgets_and_keeps() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    let set = [("api_secret".to_owned(), SecretString::from("new")), ("kept".to_owned(), "".into())];
    let changed =
        change(&desk.store, &project.id, draft("Renamed"), &set, &["other".to_owned()]).expect("changed");
    assert_eq!(changed.secrets, BTreeSet::from(["api_secret".to_owned()]));
    let (projects, secrets) = desk.state();
    assert_eq!(projects, [changed]);
    assert_eq!(secrets, BTreeMap::from([(format!("{}/api_secret", project.id), "new".to_owned())]));
}

#[test]
fn a_copy_has_its_own_secrets() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    let copy = desk.store.duplicate(&project.id, "Copy", &mut random::system()).expect("copied");
    assert_ne!(copy.id, project.id);
    desk.store.remove(&project.id).expect("removed");
    assert_eq!(desk.store.secrets_of(&copy).expect("secrets").len(), 2);
    desk.assert_no_orphan();
}

#[test]
fn secrets_for_this_run_are_absent_after_it() {
    let desk = Desk::new();
    let here = Draft { place: SecretPlace::ThisRun, ..draft("Demo") };
    let project = desk.store.add(here, &secrets(&["api_secret"]), &mut random::system()).expect("added");
    assert_eq!(desk.keychain.keys(), []);
    assert_eq!(desk.store.secrets_of(&project).expect("secrets").len(), 1);

    let next = desk.restarted();
    let again = next.find("Demo").expect("still there");
    assert_eq!(again, project);
    let found = next.secrets_of(&again).expect("absent is not an error");
    assert_eq!(again.absent(&found), ["api_secret"]);
    // Moving what is not there leaves nothing named.
    let moved = change(&next, &again.id, draft("Demo"), &[], &[]).expect("changed");
    assert_eq!((moved.place, moved.secrets.len()), (SecretPlace::Keychain, 0));
    assert_eq!(desk.keychain.keys(), []);
}

#[test]
fn secrets_move_with_their_place() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    let here = Draft { place: SecretPlace::ThisRun, ..draft("Demo") };
    let moved = change(&desk.store, &project.id, here, &[], &[]).expect("changed");
    assert_eq!(desk.keychain.keys(), []);
    assert_eq!(desk.store.secrets_of(&moved).expect("secrets").len(), 2);
    let back = change(&desk.store, &project.id, draft("Demo"), &[], &["other".to_owned()]).expect("changed");
    assert_eq!(back.secrets.len(), 1);
    desk.assert_no_orphan();
    assert_eq!(desk.store.secrets_of(&back).expect("secrets")["api_secret"].expose_secret(), MARKER);
}

#[test]
fn an_old_place_that_keeps_a_moved_secret_is_reported() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    let here = Draft { place: SecretPlace::ThisRun, ..draft("Demo") };
    desk.keychain.fail_after(1, Call::Remove, SecretError::Locked);
    let error = change(&desk.store, &project.id, here, &[], &[]).expect_err("reported");
    let entries = vec![format!("{}/other", project.id)];
    assert_eq!(error, StoreError::LeftOver { cause: SecretError::Locked, entries });
    assert!(error.is_done());
    assert_eq!(desk.store.find("Demo").expect("saved").place, SecretPlace::ThisRun);
}

#[test]
fn a_keychain_that_fails_changes_nothing_and_says_why() {
    for fault in faults() {
        let desk = Desk::new();
        let project = desk.add("Demo");
        let before = desk.state();
        desk.keychain.fail_always(Some(fault.clone()));
        let error = Some(StoreError::Secret(fault.clone()));
        let mut random = random::system();
        let one = secrets(&["api_secret"]);
        assert_eq!(desk.store.projects().expect("the list needs no keychain").len(), 1);
        assert_eq!(desk.store.secret_status().err(), Some(fault));
        assert_eq!(desk.store.secrets_of(&project).err(), error);
        assert_eq!(desk.store.add(draft("New"), &one, &mut random).err(), error);
        assert_eq!(change(&desk.store, &project.id, draft("New"), &one, &[]).err(), error);
        assert_eq!(change(&desk.store, &project.id, draft("New"), &[], &["other".to_owned()]).err(), error);
        assert_eq!(desk.store.duplicate(&project.id, "New", &mut random).err(), error);
        assert_eq!(desk.store.remove(&project.id).err(), error);
        assert_eq!(desk.state(), before);
    }
}

#[test]
fn what_needs_no_secret_needs_no_keychain() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    desk.keychain.fail_always(Some(SecretError::Locked));
    desk.store.add(draft("Bare"), &[], &mut random::system()).expect("no secret, no keychain");
    change(&desk.store, &project.id, draft("Renamed"), &[], &[]).expect("a rename, no keychain");
    let left = desk.store.remove_leaving_secrets(&project.id).expect("removed");
    assert_eq!(left, [format!("{}/api_secret", project.id), format!("{}/other", project.id)]);
    assert_eq!(desk.store.projects().expect("projects").len(), 1);
}

/// Changes a project as whoever has just looked at it.
fn change(
    store: &Store,
    id: &ProjectId,
    draft: Draft,
    set: &[(String, SecretString)],
    forget: &[String],
) -> Result<Project, StoreError> {
    store.change(&store.find(id.as_str())?, draft, set, forget)
}

type Change = fn(&Desk, &ProjectId) -> Result<(), StoreError>;

/// Each way of changing something that touches secrets.
const CHANGES: [(&str, Change); 5] = [
    ("add", |desk, _| {
        desk.store.add(draft("New"), &secrets(&["a", "b", "c"]), &mut random::system()).map(drop)
    }),
    ("change", |desk, id| {
        let set = [("new".to_owned(), "x".into()), ("api_secret".to_owned(), "y".into())];
        change(&desk.store, id, draft("New"), &set, &["other".to_owned()]).map(drop)
    }),
    ("move", |desk, id| {
        let here = Draft { place: SecretPlace::ThisRun, ..draft("New") };
        change(&desk.store, id, here, &[], &[]).map(drop)
    }),
    ("duplicate", |desk, id| desk.store.duplicate(id, "New", &mut random::system()).map(drop)),
    ("remove", |desk, id| desk.store.remove(id)),
];

#[test]
fn a_fault_at_any_step_leaves_no_orphan_and_no_loss() {
    const STEPS: usize = 6;
    for (name, change) in CHANGES {
        for fault in faults() {
            for call in [Call::Read, Call::Write, Call::Remove] {
                let mut failed = 0;
                for after in 0..STEPS {
                    let desk = Desk::new();
                    let project = desk.add("Demo");
                    let before = desk.state();
                    desk.keychain.fail_after(after, call, fault.clone());
                    let what = format!("{name}: {call:?} {after} {fault:?}");
                    match change(&desk, &project.id) {
                        // The fault would come after the last call of its kind.
                        Ok(()) => desk.keychain.fail_always(None),
                        Err(StoreError::LeftOver { cause, entries }) => {
                            assert_eq!((name, call, cause), ("move", Call::Remove, fault.clone()), "{what}");
                            let left: Vec<_> = desk.keychain.keys().iter().map(SecretKey::user).collect();
                            assert_eq!(left, entries, "{what}: every orphan is reported");
                            failed += 1;
                            continue;
                        }
                        Err(error) => {
                            assert_eq!(error, StoreError::Secret(fault.clone()), "{what}");
                            assert_eq!(desk.state(), before, "{what}");
                            failed += 1;
                        }
                    }
                    desk.assert_no_orphan();
                }
                assert!(failed < STEPS, "{name}: {call:?}: there are more steps than were tried");
            }
        }
    }
}

#[test]
fn a_file_that_cannot_be_saved_takes_the_secrets_back() {
    for (name, change) in CHANGES {
        let desk = Desk::new();
        let project = desk.add("Demo");
        let before = desk.state();
        desk.block_saving();
        let error = change(&desk, &project.id).expect_err(name);
        assert!(matches!(&error, StoreError::File(FileError::Write { .. })), "{name}: {error:?}");
        assert_eq!(desk.state(), before, "{name}");
        desk.allow_saving();
        change(&desk, &project.id).expect(name);
        desk.assert_no_orphan();
    }
}

#[test]
fn what_could_not_be_taken_back_is_named() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    desk.block_saving();
    // The write goes well, the file does not, and by then the keychain has been locked.
    desk.keychain.fail_after(1, Call::Write, SecretError::Locked);
    let set = [("api_secret".to_owned(), SecretString::from("new"))];
    let error = change(&desk.store, &project.id, draft("Demo"), &set, &[]).expect_err("refused");
    let StoreError::HalfDone { cause, entries } = &error else { panic!("{error:?}") };
    assert!(matches!(&**cause, StoreError::File(FileError::Write { .. })));
    assert_eq!(entries, &[format!("{}/api_secret", project.id)]);
    assert!(!error.is_done());
}

#[test]
fn a_change_elsewhere_that_would_orphan_a_secret_is_an_error() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    // While our keychain is slow, another instance, whose keychain is not, gives the project one more secret.
    let quick = Arc::new(MemoryStore::default());
    let other = Store::new(desk.store.folders().clone(), Arc::clone(&quick) as _);
    desk.keychain.slow_down(Some(Duration::from_millis(200)));
    let result = std::thread::scope(|scope| {
        let ours = scope.spawn(|| desk.store.remove(&project.id));
        std::thread::sleep(Duration::from_millis(100));
        change(&other, &project.id, draft("Demo"), &secrets(&["late"]), &[]).expect("changed");
        ours.join().expect("no panic")
    });
    desk.keychain.slow_down(None);
    assert_eq!(result, Err(StoreError::ChangedMeanwhile { name: "Demo".to_owned() }));
    assert_eq!(desk.store.find("Demo").expect("still there").secrets.len(), 3);
    assert_eq!(desk.keychain.keys().len(), 2, "ours are back");
}

#[test]
fn a_broken_file_is_named_and_never_overwritten() {
    let good = {
        let desk = Desk::new();
        desk.add("Demo");
        desk.text()
    };
    let torn = &good.as_bytes()[..good.len() - 4];
    let cases: [(&[u8], usize); 6] = [
        (b"", 1),
        (torn, good.lines().count()),
        (b"version = 1\n[[project]\n", 2),
        (b"version = 1\n\n[[project]]\nid = \"p0123456789ab\"\nname = \"x\"\n", 3),
        (b"version = 1\n\n[[project]]\nid = \"nonsense\"\nname = \"x\"\nvendor = \"y\"\n", 4),
        (b"\xff\xfe", 1),
    ];
    for (bytes, line) in cases {
        let desk = Desk::new();
        desk.write(bytes);
        let path = desk.store.folders().projects_file();
        let shown = String::from_utf8_lossy(bytes).into_owned();
        let check = |result: Result<(), StoreError>| match result {
            Err(StoreError::File(FileError::Damaged { path: named, line: at, .. })) => {
                assert_eq!((named, at), (path.clone(), line), "{shown}");
            }
            other => panic!("{shown}: {other:?}"),
        };
        check(desk.store.projects().map(drop));
        check(desk.store.add(draft("New"), &secrets(&["a"]), &mut random::system()).map(drop));
        check(desk.store.export().map(drop));
        assert_eq!(fs::read(&path).expect("there"), bytes, "kept");
        assert_eq!(desk.keychain.keys(), [], "no secret for a project that cannot be saved");
    }
}

#[test]
fn a_newer_file_is_never_overwritten() {
    let desk = Desk::new();
    let text = "version = 2\n[[project]]\nid = 7\n";
    desk.write(text.as_bytes());
    let path = desk.store.folders().projects_file();
    let error = StoreError::File(FileError::Newer { path, version: 2, known: 1 });
    assert_eq!(desk.store.projects(), Err(error.clone()));
    assert_eq!(desk.store.add(draft("New"), &[], &mut random::system()), Err(error));
    assert_eq!(desk.text(), text);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_an_error_and_can_still_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.add("Demo");
    let folder = desk.store.folders().config.clone();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).expect("set");
    let may_write_anyway = fs::write(folder.join("probe"), "").is_ok();
    let result = desk.store.add(draft("New"), &secrets(&["a"]), &mut random::system());
    let there = desk.store.projects().expect("readable").len();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("set back");
    // The superuser may write everywhere, so this can only be seen by others.
    if !may_write_anyway {
        assert!(matches!(result, Err(StoreError::File(FileError::Write { .. }))), "{result:?}");
        assert_eq!(there, 1);
        desk.assert_no_orphan();
    }
}

#[test]
fn unknown_keys_survive_every_change() {
    let desk = Desk::new();
    desk.write(
        b"version = 1\nlater = [1, 2]\n\n[[project]]\nid = \"p0123456789ab\"\nname = \"Demo\"\n\
          vendor = \"zego\"\ncolour = \"red\"\n\n[project.limits]\ndaily = 3\n",
    );
    let id: ProjectId = "p0123456789ab".parse().expect("an id");
    desk.add("Other");
    change(&desk.store, &id, draft("Renamed"), &secrets(&["a"]), &[]).expect("changed");
    desk.store.duplicate(&id, "Copy", &mut random::system()).expect("copied");
    let table: toml::Table = toml::from_str(&desk.text()).expect("a table");
    assert_eq!(table["later"][1].as_integer(), Some(2));
    for (index, name) in [(0, "Renamed"), (2, "Copy")] {
        let project = &table["project"][index];
        assert_eq!(project["name"].as_str(), Some(name));
        assert_eq!(project["colour"].as_str(), Some("red"));
        assert_eq!(project["limits"]["daily"].as_integer(), Some(3));
    }
}

#[test]
fn two_instances_do_not_lose_each_others_changes() {
    let desk = Desk::new();
    let stores = [desk.restarted(), desk.restarted()];
    std::thread::scope(|scope| {
        for (index, store) in stores.iter().enumerate() {
            scope.spawn(move || {
                for number in 0..50 {
                    let name = format!("{index}-{number}");
                    store.add(draft(&name), &secrets(&["a"]), &mut random::system()).expect("added");
                }
            });
        }
    });
    assert_eq!(desk.store.projects().expect("projects").len(), 100);
    desk.assert_no_orphan();
}

#[test]
fn a_lock_held_elsewhere_is_an_error_and_takes_the_secret_back() {
    let desk = Desk::new();
    desk.add("Demo");
    let before = desk.state();
    let held = fs::OpenOptions::new().write(true).open(desk.lock_path()).expect("the lock file");
    held.lock().expect("locked");
    let result = desk.store.add(draft("New"), &secrets(&["a"]), &mut random::system());
    let path = desk.store.folders().projects_file();
    assert_eq!(result, Err(StoreError::File(FileError::Busy { path })));
    assert_eq!(desk.state(), before);
    drop(held);
    desk.add("New");
}

fn import(store: &Store, text: &str) -> Result<ImportPlan, StoreError> {
    store.import(&Source::text(text), &mut random::system())
}

#[test]
fn an_export_has_no_secret_and_overwrites_nothing() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    desk.write(desk.text().replace("vendor =", "note = \"private\"\nvendor =").as_bytes());
    for text in [desk.store.export().expect("TOML"), desk.store.export_json().expect("JSON")] {
        assert!(!text.contains(MARKER) && !text.contains("private"), "{text}");

        // Onto itself: everything is there already.
        let before = desk.state();
        let plan = import(&desk.store, &text).expect("a plan");
        assert_eq!(plan.items.iter().map(|item| &item.action).collect::<Vec<_>>(), [&ImportAction::Skip]);
        desk.store.apply(&plan, Some(SecretPlace::Keychain)).expect("applied");
        assert_eq!(desk.state(), before);

        // Into another place that has the name: kept beside it.
        let other = Desk::new();
        let own = other.add("demo");
        // Of another key: it would be the same project else.
        let text = text.replace("46123", "46124");
        let plan = import(&other.store, &text).expect("a plan");
        assert_eq!(
            other.store.projects().expect("projects"),
            std::slice::from_ref(&own),
            "a plan changes nothing"
        );
        let items = other.store.apply(&plan, Some(SecretPlace::Keychain)).expect("applied");
        assert_eq!(items, plan.items);
        assert_eq!(items[0].action, ImportAction::Rename { from: "Demo".to_owned() });
        let projects = other.store.projects().expect("projects");
        assert_eq!(projects[0], own);
        let expected = Project {
            name: "Demo (2)".to_owned(),
            secrets: BTreeSet::new(),
            credentials: [("api_key".to_owned(), "46124".to_owned())].into(),
            ..project.clone()
        };
        assert_eq!(projects[1], expected, "the secrets stayed behind");

        // A plan that has become old overwrites nothing either.
        change(&other.store, &projects[1].id, draft("Mine"), &[], &[]).expect("changed");
        let items = other.store.apply(&plan, Some(SecretPlace::Keychain)).expect("applied");
        assert_eq!(items[0].action, ImportAction::Skip);
        assert!(other.store.find("Mine").is_ok());
    }
}

#[test]
fn what_cannot_be_imported_says_where() {
    let desk = Desk::new();
    let line = |text: &str| match import(&desk.store, text) {
        Err(StoreError::Import { line, reason }) => {
            assert!(!reason.contains(MARKER), "{reason}");
            line
        }
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(line(""), 1);
    assert_eq!(line("version = 1\n[[project]]\nid = \n"), 3);
    assert_eq!(line("{\"version\": 1,\n\"project\": [\n{\"id\": \"marker-7c1f-secret\"}]}"), 3);
    assert_eq!(line("{\"version\": 1,\n\"project\": \"marker-7c1f-secret\"}"), 2);
    assert!(matches!(import(&desk.store, "version = 2\n"), Err(StoreError::ImportNewer { version: 2, .. })));
    assert!(matches!(
        import(&desk.store, "{\"version\": 2, \"project\": 1}"),
        Err(StoreError::ImportNewer { version: 2, .. })
    ));
    let nameless = "version = 1\n[[project]]\nid = \"p0123456789ab\"\nname = \" \"\nvendor = \"x\"\n";
    assert_eq!(import(&desk.store, nameless).err(), Some(StoreError::NameEmpty));
}

#[test]
fn the_secret_is_nowhere_but_in_the_keychain() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    let mut seen = vec![format!("{:?} {:?} {project:?}", desk.store, desk.keychain)];
    desk.store.duplicate(&project.id, "Copy", &mut random::system()).expect("copied");
    Settings::change(desk.store.folders(), |settings| settings.last_project = Some(project.id.clone()))
        .expect("saved");
    seen.push(format!("{:?}", desk.store.secrets_of(&project).expect("secrets")));
    for fault in faults() {
        desk.keychain.fail_always(Some(fault));
        let error = desk.store.add(draft("New"), &secrets(&["a"]), &mut random::system()).expect_err("fails");
        seen.push(format!("{error} {error:?} {:?}", error.message()));
    }
    let files = files(desk.folder.path());
    assert_eq!(files.len(), 5, "two files, their locks and a backup: {files:?}");
    seen.extend(
        files.iter().map(|path| String::from_utf8_lossy(&fs::read(path).expect("read")).into_owned()),
    );
    for text in seen {
        assert!(!text.contains(MARKER), "{text}");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn every_error_has_its_words_and_a_remedy() {
    let path = || "/x/projects.toml".into();
    let reason = || "because".to_owned();
    let entries = || vec!["p0123456789ab/api_secret".to_owned()];
    let mut errors: Vec<StoreError> = vec![
        FileError::NoHome.into(),
        FileError::Read { path: path(), reason: reason() }.into(),
        FileError::Write { path: path(), reason: reason() }.into(),
        FileError::Damaged { path: path(), line: 3, reason: reason() }.into(),
        FileError::Newer { path: path(), version: 2, known: 1 }.into(),
        FileError::Busy { path: path() }.into(),
        SecretError::Foreign { entry: "x".to_owned(), reason: reason() }.into(),
        SecretError::Other { reason: reason() }.into(),
        StoreError::NoSuchProject { wanted: "x".to_owned() },
        StoreError::NameEmpty,
        StoreError::NameUnprintable,
        StoreError::NameTaken { name: "x".to_owned() },
        StoreError::ChangedMeanwhile { name: "x".to_owned() },
        StoreError::Import { line: 1, reason: reason() },
        StoreError::ImportNewer { version: 2, known: 1 },
        StoreError::HalfDone { cause: Box::new(StoreError::NameEmpty), entries: entries() },
        StoreError::LeftOver { cause: SecretError::Locked, entries: entries() },
    ];
    errors.extend(faults().into_iter().map(StoreError::from));
    let texts = Texts::new(APP_TEXTS, tokendesk::i18n::Language::English);
    for error in errors {
        let message = error.message();
        let remedy = Message { id: format!("{}.remedy", message.id).into(), args: message.args.clone() };
        for message in [message, remedy] {
            let words = texts.format(&message);
            assert!(words.contains(' ') && !words.contains('{'), "{}: {words}", message.id);
        }
        let has_cause = matches!(error, StoreError::HalfDone { .. } | StoreError::LeftOver { .. });
        assert_eq!(error.cause().is_some(), has_cause);
    }
}
