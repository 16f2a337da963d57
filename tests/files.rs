//! Files survive: a process that is killed while saving, disks that are full or read-only, broken and newer files, two
//! instances, ten thousand projects.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
#[cfg(feature = "desktop")]
use std::path::Path;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;

use tempfile::TempDir;
use tokendesk::store::{
    Draft, FileError, Folders, MemoryStore, Project, ProjectId, SecretPlace, Store, StoreError,
};

fn draft(name: &str) -> Draft {
    let credentials = BTreeMap::from([("api_key".to_owned(), "48213579".to_owned())]);
    Draft { name: name.to_owned(), vendor: "opentok".to_owned(), credentials, ..Draft::default() }
}

struct Desk {
    folder: TempDir,
    keychain: Arc<MemoryStore>,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keychain = Arc::new(MemoryStore::default());
        let store = Store::new(Folders::beneath(folder.path()), keychain.clone());
        Self { folder, keychain, store }
    }

    /// Another instance on the same files and keychain.
    fn other(&self) -> Store {
        Store::new(Folders::beneath(self.folder.path()), self.keychain.clone())
    }

    fn add(&self, name: &str) -> Project {
        self.store.add(draft(name), &[], &mut tokendesk::host::random::system()).unwrap()
    }

    fn names(&self) -> Vec<String> {
        self.store.projects().unwrap().into_iter().map(|project| project.name).collect()
    }

    fn file(&self) -> PathBuf {
        self.store.folders().projects_file()
    }

    fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tokendesk"));
        program.env("TOKENDESK_HOME", self.folder.path()).stdin(Stdio::null());
        program.stdout(Stdio::null()).stderr(Stdio::null());
        program
    }
}

/// 500 kills, at moments spread over the time that a save takes: the old state or the new one is there, whole.
#[test]
fn a_process_killed_while_saving_leaves_the_old_or_the_new_state() {
    let desk = Desk::new();
    let project = desk.add("Demo");
    let show = |store: &Store| store.find("Demo").unwrap().credentials["api_key"].parse::<u32>().unwrap();
    let whole = {
        let begun = tokendesk::host::clock::monotonic();
        assert!(
            desk.program()
                .args(["projects", "set", "Demo", "-f", "api_key=10000000"])
                .status()
                .unwrap()
                .success()
        );
        begun.elapsed()
    };
    let (mut before, mut old, mut new) = (10_000_000, 0, 0);
    for round in 0..500_u32 {
        let value = 10_000_001 + round;
        let mut set = desk.program();
        let mut child =
            set.args(["projects", "set", "Demo", "-f", &format!("api_key={value}")]).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(1.2 * f64::from(round) / 500.0));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = show(&desk.store);
        assert!(now == before || now == value, "round {round}: {now} is neither {before} nor {value}");
        if now == value {
            new += 1;
        } else {
            old += 1;
        }
        before = now;
        // What came of the states before is whole as well.
        for backup in desk.store.backups().unwrap() {
            assert!(fs::read_to_string(&backup.path).unwrap().contains(project.id.as_str()));
        }
    }
    assert!(old > 20 && new > 20, "the kills missed the save: {old} old, {new} new");
    // What the killed ones left beside the file goes with the next save.
    desk.add("Another");
    let rest: Vec<_> = fs::read_dir(desk.file().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "tmp"))
        .collect();
    assert_eq!(rest, Vec::<PathBuf>::new());
}

#[test]
fn the_last_five_states_are_kept_and_come_back() {
    let desk = Desk::new();
    assert_eq!(desk.store.backups().unwrap(), []);
    for number in 1..=8 {
        desk.add(&format!("Demo {number}"));
    }
    let backups = desk.store.backups().unwrap();
    let numbers: Vec<_> = backups.iter().map(|backup| backup.number).collect();
    // The first save had nothing to keep; of the seven others five are left.
    assert_eq!(numbers, [7, 6, 5, 4, 3]);
    let restored = desk.store.restore(5).unwrap();
    assert_eq!((restored.backup.number, restored.set_aside), (5, None));
    assert_eq!(desk.names().len(), 5);
    // Going back is a change like any other: it can be taken back.
    let latest = desk.store.backups().unwrap()[0].number;
    assert_eq!(latest, 8);
    desk.store.restore(latest).unwrap();
    assert_eq!(desk.names().len(), 8);
    let error = desk.store.restore(1).unwrap_err();
    assert!(matches!(error, StoreError::File(FileError::Read { .. })), "{error:?}");
    assert_eq!(desk.names().len(), 8);
}

#[test]
fn a_broken_file_is_set_aside_under_a_name_that_says_so() {
    for broken in ["", "version = 1\n[[project]]\nname = 7\n", "version = 9\nfuture = true\n"] {
        let desk = Desk::new();
        desk.add("One");
        desk.add("Two");
        fs::write(desk.file(), broken).unwrap();
        assert!(desk.store.projects().is_err());
        let mut random = tokendesk::host::random::system();
        assert!(desk.store.add(draft("Three"), &[], &mut random).is_err(), "nothing is written over it");
        assert_eq!(fs::read_to_string(desk.file()).unwrap(), broken);

        let latest = desk.store.backups().unwrap()[0].number;
        let aside = desk.store.restore(latest).unwrap().set_aside.unwrap();
        assert_eq!(aside.file_name().unwrap().to_str(), Some("projects.damaged-1.toml"));
        assert_eq!(fs::read_to_string(&aside).unwrap(), broken);
        assert_eq!(desk.names(), ["One"]);

        // Without going back: the program begins anew, and the second broken file does not replace the first.
        fs::write(desk.file(), broken).unwrap();
        let second = desk.store.set_aside().unwrap().unwrap();
        assert_eq!(second.file_name().unwrap().to_str(), Some("projects.damaged-2.toml"));
        assert_eq!(desk.names(), Vec::<String>::new());
        assert_eq!(desk.store.set_aside().unwrap(), None, "a good file stays");
        desk.add("Three");
        assert_eq!(fs::read_to_string(&aside).unwrap(), broken);
    }
}

#[test]
fn a_broken_backup_changes_nothing() {
    let desk = Desk::new();
    desk.add("One");
    desk.add("Two");
    let backup = desk.store.backups().unwrap()[0].clone();
    fs::remove_file(&backup.path).unwrap();
    fs::write(&backup.path, "version = 1\nproject = 3\n").unwrap();
    let before = fs::read_to_string(desk.file()).unwrap();
    assert!(matches!(desk.store.restore(backup.number), Err(StoreError::File(FileError::Damaged { .. }))));
    assert_eq!(fs::read_to_string(desk.file()).unwrap(), before);
    // Files of others in the folder are none of ours.
    for name in ["projects-01.toml", "projects-x.toml", "projects-3.txt", "settings-3.toml"] {
        fs::write(backup.path.with_file_name(name), "").unwrap();
    }
    assert_eq!(desk.store.backups().unwrap().len(), 1);
}

#[test]
fn two_instances_lose_none_of_each_others_changes() {
    let desk = Desk::new();
    let other = desk.other();
    let seen = desk.add("Demo");
    // One renames, the other gives it another key, both from what they saw at the start.
    other.change(&seen, Draft { name: "Renamed".to_owned(), ..draft("Demo") }, &[], &[]).unwrap();
    let keyed = Draft {
        credentials: BTreeMap::from([("api_key".to_owned(), "46911204".to_owned())]),
        ..draft("Demo")
    };
    let both = desk.store.change(&seen, keyed, &[], &[]).unwrap();
    assert_eq!((both.name.as_str(), both.credentials["api_key"].as_str()), ("Renamed", "46911204"));
    // Both rename: nobody can say which name is meant.
    let before = desk.store.find(seen.id.as_str()).unwrap();
    let error = desk.store.change(&seen, draft("Third"), &[], &[]).unwrap_err();
    assert_eq!(error, StoreError::ChangedMeanwhile { name: "Renamed".to_owned() });
    assert_eq!(desk.store.find(seen.id.as_str()).unwrap(), before);
    // A key that one takes away and the other has not touched is away.
    let seen = before;
    let without = Draft { credentials: BTreeMap::new(), ..draft("Renamed") };
    other.change(&seen, without, &[], &[]).unwrap();
    let grouped =
        Draft { group: Some("Video".to_owned()), ..Draft { name: "Renamed".to_owned(), ..draft("x") } };
    let grouped = Draft { credentials: seen.credentials.clone(), ..grouped };
    let after = desk.store.change(&seen, grouped, &[], &[]).unwrap();
    assert_eq!((after.credentials.len(), after.group.as_deref()), (0, Some("Video")));
}

#[test]
fn many_writers_at_once_lose_nothing() {
    let desk = Desk::new();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let store = desk.other();
            scope.spawn(move || {
                for number in 0..25 {
                    let name = format!("{writer}-{number}");
                    store.add(draft(&name), &[], &mut tokendesk::host::random::system()).unwrap();
                }
            });
        }
    });
    assert_eq!(desk.names().len(), 100);
    assert_eq!(desk.store.backups().unwrap().len(), 5);
}

#[test]
fn ten_thousand_projects_are_read_and_changed() {
    use std::fmt::Write as _;
    let desk = Desk::new();
    desk.add("First");
    let mut text = fs::read_to_string(desk.file()).unwrap();
    for number in 0..10_000_u64 {
        write!(
            text,
            "\n[[project]]\nid = \"p{number:012x}\"\nname = \"Demo {number}\"\nvendor = \"zego\"\n\n[project.credentials]\napp_id = \"{number}\"\n"
        )
        .unwrap();
    }
    fs::write(desk.file(), text).unwrap();
    let id: ProjectId = format!("p{:012x}", 9_999).parse().unwrap();
    let seen = desk.store.find(id.as_str()).unwrap();
    let changed = desk.store.change(&seen, Draft { name: "Renamed".to_owned(), ..seen.draft() }, &[], &[]);
    assert_eq!(changed.unwrap().name, "Renamed");
    assert_eq!(desk.names().len(), 10_001);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_a_link_is_changed_where_it_lies() {
    let desk = Desk::new();
    desk.add("One");
    let real = desk.folder.path().join("dotfiles.toml");
    fs::rename(desk.file(), &real).unwrap();
    std::os::unix::fs::symlink(&real, desk.file()).unwrap();
    desk.add("Two");
    assert!(fs::symlink_metadata(desk.file()).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("Two"));
    assert_eq!(desk.store.projects().unwrap().len(), 2);
}

/// A disk of its own, for as long as it lives.
#[cfg(all(target_os = "linux", feature = "desktop"))]
struct Disk<'a>(&'a Path);

#[cfg(all(target_os = "linux", feature = "desktop"))]
impl<'a> Disk<'a> {
    fn mount(at: &'a Path, options: &str) -> Self {
        fs::create_dir_all(at).unwrap();
        let disk = Self(at);
        disk.run(&["mount", "-t", "tmpfs", "-o", options, "tmpfs"]);
        disk
    }

    fn run(&self, words: &[&str]) {
        let status = Command::new(words[0]).args(&words[1..]).arg(self.0).status().unwrap();
        assert!(status.success(), "{words:?} (these tests need root)");
    }
}

#[cfg(all(target_os = "linux", feature = "desktop"))]
impl Drop for Disk<'_> {
    fn drop(&mut self) {
        Command::new("umount").arg(self.0).status().ok();
    }
}

#[cfg(all(target_os = "linux", feature = "desktop"))]
#[test]
fn a_full_or_read_only_disk_is_said_and_costs_nothing() {
    let desk = Desk::new();
    let config = desk.folder.path().join("config");
    let disk = Disk::mount(&config, "size=64k");
    desk.add("One");
    let before = fs::read(desk.file()).unwrap();
    let fill = |size: usize| fs::write(config.join("filler"), vec![b'x'; size]);
    assert!(fill(1 << 20).is_err(), "the disk is full now");
    let mut random = tokendesk::host::random::system();
    let error = desk.store.add(draft("Two"), &[], &mut random).unwrap_err();
    assert!(matches!(&error, StoreError::File(FileError::Write { .. })), "{error:?}");
    assert_eq!(fs::read(desk.file()).unwrap(), before);
    assert_eq!(desk.names(), ["One"]);
    fs::remove_file(config.join("filler")).unwrap();
    desk.add("Two");

    disk.run(&["mount", "-o", "remount,ro"]);
    let error = desk.store.add(draft("Three"), &[], &mut random).unwrap_err();
    assert!(matches!(&error, StoreError::File(FileError::Write { .. })), "{error:?}");
    assert_eq!(desk.names(), ["One", "Two"], "reading goes on");
    disk.run(&["mount", "-o", "remount,rw"]);
    desk.add("Three");
}

#[cfg(all(target_os = "linux", feature = "desktop"))]
#[test]
fn a_file_of_another_user_is_said_by_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.add("One");
    let open = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    open(desk.folder.path());
    open(desk.file().parent().unwrap());
    // As somebody who may look into the folder, but not into the file (mode 0600).
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_tokendesk")])
        .args(["projects", "list"])
        .env("TOKENDESK_HOME", desk.folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("projects.toml") && said.contains("ermission"), "{said}");
    assert_eq!(desk.names(), ["One"]);
}

/// The words of the program, as a person reads them.
#[test]
fn the_command_line_lists_and_restores() {
    let desk = Desk::new();
    desk.add("One");
    desk.add("Two");
    let run = |words: &[&str]| {
        let mut program = desk.program();
        let output = program.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let (code, out, _) = run(&["projects", "backups", "--output", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, listed["backups"][0]["number"].as_u64()), (Some(0), Some(1)), "{out}");
    fs::write(desk.file(), "broken").unwrap();
    let (code, out, err) = run(&["projects", "restore"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("backup 1") && err.contains("projects.damaged-1.toml"), "{out} {err}");
    assert_eq!(desk.names(), ["One"]);
    let (code, _, err) = run(&["projects", "restore", "99"]);
    assert_eq!(code, Some(3));
    assert!(err.contains("no such backup"), "{err}");
    assert_eq!(desk.store.find("One").unwrap().place, SecretPlace::Keychain);
}
