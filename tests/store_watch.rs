//! The file of watched tokens and the places of their texts: restarts, broken files, two programs at once, faults of the
//! keychain.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::sync::Arc;

use secrecy::{ExposeSecret as _, SecretString};
use tempfile::TempDir;
use tokendesk::store::memory::Call;
use tokendesk::store::{
    FileError, Folders, MemoryStore, SecretError, SecretKey, SecretPlace, Store, WatchChange, WatchId,
    Watched, watch,
};
use tokendesk::token::Time;

struct Desk {
    folder: TempDir,
    keychain: Arc<MemoryStore>,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), keychain: Arc::default() }
    }

    /// A program on this folder.
    fn open(&self) -> Store {
        Store::new(Folders::beneath(self.folder.path()), self.keychain.clone())
    }

    fn text(&self) -> String {
        fs::read_to_string(Folders::beneath(self.folder.path()).watch_file()).expect("the file")
    }

    fn write(&self, text: &str) {
        let file = Folders::beneath(self.folder.path()).watch_file();
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, text).expect("written");
    }

    fn entries(&self) -> Vec<String> {
        self.keychain.keys().iter().map(SecretKey::user).collect()
    }
}

/// A token with this text.
fn token(text: &str) -> Watched {
    let mark = watch::mark(text);
    Watched {
        id: WatchId::free(&mark, |_| false),
        mark,
        vendor: "zego".to_owned(),
        kind: Some("zego.token04".to_owned()),
        name: None,
        project: "p0123456789ab".parse().ok(),
        project_name: "Rooms CN".to_owned(),
        user: "Trần Thị Bích".to_owned(),
        role: String::new(),
        room: "room_42".to_owned(),
        added: Time::from_seconds(1_795_294_632),
        begins: Time::from_seconds(1_795_294_600),
        ends: Some(Time::from_seconds(1_795_298_200)),
        endless: false,
        warn: Some([600, 0]),
        kept: false,
        call: None,
        values: Some([("user_id".to_owned(), "Trần Thị Bích".to_owned())].into()),
        unknown: toml::Table::new(),
    }
}

fn save(store: &Store, token: Watched) -> Result<(), FileError> {
    store.save_watched(vec![WatchChange { token, moved: true }], &[])
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

#[test]
fn everything_comes_back_after_a_restart() {
    let desk = Desk::new();
    let endless =
        Watched { ends: None, endless: true, project: None, values: None, warn: None, ..token("b") };
    for token in [token("a"), endless.clone()] {
        save(&desk.open(), token).expect("saved");
    }
    assert_eq!(desk.open().watched().expect("read"), [token("a"), endless]);
    let text = desk.text();
    assert!(
        text.starts_with("# What Tokendesk keeps an eye on.") && text.contains("version = 1\n"),
        "{text}"
    );
    assert!(text.contains("ends = 1795298200000\n") && text.contains("[token.values]\n"), "{text}");
}

#[test]
fn what_is_not_known_survives_a_change() {
    let desk = Desk::new();
    save(&desk.open(), token("a")).expect("saved");
    let text = desk.text().replace("[[token]]\n", "[[token]]\ncolour = \"red\"\n");
    desk.write(&format!("later = 1\n{text}").replace("# What", "# Our own head\n# What"));
    let changed = Watched { warn: None, unknown: toml::Table::new(), ..token("a") };
    save(&desk.open(), changed).expect("saved");
    let text = desk.text();
    assert!(text.contains("colour = \"red\"\n") && text.contains("later = 1\n"), "{text}");
    assert!(!text.contains("warn"), "{text}");
}

#[test]
fn a_file_that_cannot_be_understood_is_named_and_kept() {
    let desk = Desk::new();
    save(&desk.open(), token("a")).expect("saved");
    let twice = desk.text().replace("version = 1", "version = 1\n")
        + &desk.text()[desk.text().find("[[").expect("a token")..];
    for (text, fault) in [
        ("", "empty"),
        ("version = 2\n", "version 2"),
        ("version = 1\n[[token]]\nid = \"w1\"\n", "line 3"),
        ("version = 1\n[[token]]\nid = \"w0123456789ab\"\nadded = \"today\"\n", "line 4"),
        (&twice, "a second token with the id"),
    ] {
        desk.write(text);
        let store = desk.open();
        let error = store.watched().expect_err("a fault");
        assert!(error.to_string().contains(fault) && error.to_string().contains("watch.toml"), "{error}");
        save(&store, token("b")).expect_err("nothing is written over it");
        store.save_watched(Vec::new(), &[token("a").id]).expect_err("nor taken out of it");
        assert_eq!(desk.text(), text);
    }
}

#[test]
fn two_programs_lose_nothing_of_each_other() {
    let desk = Desk::new();
    std::thread::scope(|scope| {
        for program in 0..2 {
            let store = desk.open();
            scope.spawn(move || {
                for number in 0..30 {
                    save(&store, token(&format!("{program} {number}"))).expect("saved");
                }
                for number in 0..10 {
                    store
                        .save_watched(Vec::new(), &[token(&format!("{program} {number}")).id])
                        .expect("saved");
                }
            });
        }
    });
    assert_eq!(desk.open().watched().expect("read").len(), 40);
    // A change that knows nothing of where the text is leaves that as it is.
    let one = token("0 20");
    save(&desk.open(), Watched { kept: true, ..one.clone() }).expect("saved");
    let change = WatchChange { token: Watched { warn: None, ..one.clone() }, moved: false };
    desk.open().save_watched(vec![change], &[]).expect("saved");
    let now =
        desk.open().watched().expect("read").into_iter().find(|token| token.id == one.id).expect("there");
    assert!(now.kept && now.warn.is_none());
}

#[test]
fn a_text_is_in_one_place_only() {
    let desk = Desk::new();
    let store = desk.open();
    let mut one = token("T1==abc");
    let read = |store: &Store, token: &Watched| {
        store.text_of(token).expect("asked").map(|text| text.expose_secret().to_owned())
    };
    assert_eq!(read(&store, &one), None);
    store.keep_text(&one, SecretPlace::ThisRun, &secret("T1==abc")).expect("kept");
    assert_eq!(read(&store, &one).as_deref(), Some("T1==abc"));
    assert_eq!(desk.entries(), [""; 0]);
    assert_eq!(read(&desk.open(), &one), None, "gone with the run");
    store.keep_text(&one, SecretPlace::Keychain, &secret("T1==abc")).expect("kept");
    one.kept = true;
    assert_eq!(desk.entries(), [format!("watch/{}", one.id)]);
    assert_eq!(read(&desk.open(), &one).as_deref(), Some("T1==abc"), "over a restart");
    // Another text under its name is not its own.
    assert_eq!(read(&store, &Watched { mark: watch::mark("T1==def"), ..one.clone() }), None);
    store.keep_text(&one, SecretPlace::ThisRun, &secret("T1==abc")).expect("moved");
    assert_eq!(desk.entries(), [""; 0]);
    assert_eq!(read(&store, &one).as_deref(), Some("T1==abc"));
    store.forget_text(&one).expect("forgotten");
    assert_eq!(read(&store, &Watched { kept: false, ..one }), None);
}

#[test]
fn a_fault_of_the_keychain_is_told_and_what_was_there_stays() {
    let desk = Desk::new();
    let store = desk.open();
    let one = Watched { kept: true, ..token("T1==abc") };
    desk.keychain.fail_next(Call::Write, SecretError::Locked);
    assert_eq!(store.keep_text(&one, SecretPlace::Keychain, &secret("T1==abc")), Err(SecretError::Locked));
    store.keep_text(&one, SecretPlace::Keychain, &secret("T1==abc")).expect("kept");
    desk.keychain.fail_next(Call::Remove, SecretError::Denied);
    assert_eq!(store.forget_text(&one), Err(SecretError::Denied));
    assert_eq!(desk.entries().len(), 1);
    desk.keychain.fail_next(Call::Read, SecretError::Locked);
    assert_eq!(store.text_of(&one).map(|_| ()), Err(SecretError::Locked));
    // One that was never there is not asked for: that could cost a prompt.
    desk.keychain.fail_always(Some(SecretError::Locked));
    assert!(store.text_of(&token("other")).expect("not asked").is_none());
    store.forget_text(&token("other")).expect("not asked");
}
