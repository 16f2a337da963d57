//! The whole application without a desktop: a temporary folder, a keychain in memory, a clipboard in memory, a clock
//! that stands still until it is moved.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::tz::TimeZone;
use tempfile::TempDir;
use tokendesk::app::{Effect, Model, Msg};
use tokendesk::gui::window::{Hands, Window};
use tokendesk::host::{Clipboard as _, Desk, Imports, MemoryClipboard, MemoryDialog, MemoryNotifier};
use tokendesk::i18n::Language;
use tokendesk::store::{Draft, Environment, Folders, MemoryStore, ProjectId, Settings, Store, Theme};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Time};

/// The API key and secret of the vectors: invented.
pub const KEY: &str = "48213579";
pub const SECRET: &str = "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14";
pub const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";
/// 21 Nov 2026 20:57:12 UTC, the time of the drawings.
pub const NOW: i64 = 1_795_294_632;

/// Carries effects out at once, in place.
struct InPlace {
    desk: Desk,
    done: Vec<Msg>,
}

impl Hands for InPlace {
    fn give(&mut self, effect: Effect) {
        let msg = self.desk.perform(effect);
        self.done.push(msg);
    }

    fn take(&mut self) -> Vec<Msg> {
        std::mem::take(&mut self.done)
    }
}

/// What stands behind a window.
pub struct Office {
    /// The machine's language.
    pub machine: Language,
    folder: TempDir,
    pub keychain: Arc<MemoryStore>,
    pub clipboard: Arc<MemoryClipboard>,
    pub notifier: Arc<MemoryNotifier>,
    pub dialog: Arc<MemoryDialog>,
    pub store: Arc<Store>,
    now: Rc<Cell<i64>>,
    /// Hours pass in a moment here, and nobody moves the pointer: it locks by itself only where a test is about that.
    pub lock_after: Cell<u32>,
}

impl Office {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keychain = Arc::new(MemoryStore::default());
        let store = Arc::new(Store::new(Folders::beneath(folder.path()), keychain.clone()));
        let now = Rc::new(Cell::new(NOW * 1000));
        let (clipboard, notifier, dialog) = (Arc::default(), Arc::default(), Arc::default());
        Self {
            machine: Language::English,
            folder,
            keychain,
            clipboard,
            notifier,
            dialog,
            store,
            now,
            lock_after: Cell::new(0),
        }
    }

    /// With the two OpenTok projects of the drawings.
    pub fn with_projects() -> Self {
        let office = Self::new();
        office.add("Classroom", Environment::Stg, KEY, SECRET);
        office.add(
            "Classroom live",
            Environment::Prod,
            "46911204",
            "c0ffee1234567890c0ffee1234567890c0ffee12",
        );
        office
    }

    /// An OpenTok project.
    pub fn add(&self, name: &str, environment: Environment, key: &str, secret: &str) -> ProjectId {
        self.add_of("opentok", name, "Classroom", environment, &[("api_key", key)], &[("api_secret", secret)])
    }

    /// A project of any vendor.
    pub fn add_of(
        &self,
        vendor: &str,
        name: &str,
        group: &str,
        environment: Environment,
        credentials: &[(&str, &str)],
        secrets: &[(&str, &str)],
    ) -> ProjectId {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        let draft = Draft {
            name: name.to_owned(),
            vendor: vendor.to_owned(),
            environment,
            group: Some(group.to_owned()),
            credentials: credentials.iter().map(owned).collect(),
            ..Draft::default()
        };
        let secrets: Vec<_> =
            secrets.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned().into())).collect();
        self.store.add(draft, &secrets, &mut tokendesk::host::random::system()).unwrap().id
    }

    /// With a project of each vendor, as in the drawings.
    pub fn with_every_vendor() -> Self {
        let office = Self::with_projects();
        let zego = [("app_id", "1481965360")];
        office.add_of(
            "zego",
            "Rooms CN",
            "Voice rooms",
            Environment::Dev,
            &zego,
            &[("server_secret", &"0a".repeat(16))],
        );
        let netease = [("app_key", "a1b2c3d4e5f60718293a4b5c6d7e8f90")];
        office.add_of(
            "netease",
            "Rooms backup",
            "Voice rooms",
            Environment::Stg,
            &netease,
            &[("app_secret", "c0ffee123456")],
        );
        let mecloud = [("app_id", "1024"), ("email", "owner@example.com")];
        office.add_of(
            "mecloud",
            "Kênh video",
            "Media",
            Environment::Dev,
            &mecloud,
            &[("secret_key", "0123456789abcdef0123456789abcdef")],
        );
        office
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.now.set(self.now.get() + seconds * 1000);
    }

    /// Puts text on the clipboard, as another program would.
    pub fn clipboard_holds(&self, text: &str) {
        self.clipboard.copy(text, tokendesk::app::Sensitivity::Plain).unwrap();
    }

    /// All text of all files.
    pub fn files(&self) -> String {
        fn read(folder: &std::path::Path, all: &mut String) {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.path().is_dir() {
                    read(&entry.path(), all);
                } else {
                    all.push_str(&String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()));
                }
            }
        }
        let mut all = String::new();
        read(self.folder.path(), &mut all);
        all
    }

    /// The same folder and keychain after the program was ended and started.
    pub fn restarted(self) -> Self {
        let store = Arc::new(Store::new(Folders::beneath(self.folder.path()), self.keychain.clone()));
        Self { store, ..self }
    }

    /// Opens the window on it.
    pub fn open(&self, theme: egui::Theme, size: Vec2) -> App {
        let chosen = if theme == egui::Theme::Dark { Theme::Dark } else { Theme::Light };
        // A file that cannot be written is a test's own doing.
        let change = |settings: &mut Settings| {
            settings.theme = chosen;
            settings.lock_after = self.lock_after.get();
        };
        Settings::change(self.store.folders(), change).ok();
        let (clipboard, notifier) = (self.clipboard.clone(), self.notifier.clone());
        let imports = Imports::new(self.dialog.clone());
        let desk = Desk { store: self.store.clone(), clipboard, notifier, imports };
        let (now, machine) = (self.now.clone(), self.machine);
        let builder = Harness::builder().with_size(size).with_theme(theme).with_max_steps(30);
        #[cfg(feature = "desktop")]
        let builder = builder.with_options(super::pictures());
        // Chinese needs a font of the machine's; only where pictures are drawn there must be one.
        #[cfg(not(feature = "desktop"))]
        let builder = builder.allow_missing_glyphs();
        let mut harness = builder.build_eframe(move |creation| {
            let clock = Box::new(move || Time::from_millis(now.get()));
            let hands = Box::new(InPlace { desk, done: Vec::new() });
            Window::new(&creation.egui_ctx, hands, clock, TimeZone::UTC).on_machine_of(machine)
        });
        harness.run();
        harness
    }

    /// Opens a window of the size of the drawings.
    pub fn window(&self) -> App {
        self.open(egui::Theme::Dark, egui::vec2(1200.0, 760.0))
    }
}

/// The model behind a window.
pub fn model(harness: &App) -> &Model {
    harness.state().model()
}

/// The whole application in a test.
pub type App = Harness<'static, Window>;

/// Types into the field of this name.
pub fn fill(app: &mut App, label: &str, text: &str) {
    // A tab may have the same name as a field.
    let field = app.get_all_by_label(label).find(|node| node.accesskit_node().role() != Role::Tab);
    field.unwrap_or_else(|| panic!("no field {label}")).focus();
    app.run();
    app.event(Event::Text(text.to_owned()));
    app.run();
}

/// Presses what has this name and is no field.
pub fn press(app: &mut App, label: &str) {
    let pressable = app.get_all_by_label(label).find(|node| node.accesskit_node().role() != Role::TextInput);
    pressable.unwrap_or_else(|| panic!("nothing to press called {label}")).click();
    app.run();
}

/// Ctrl (Cmd) and a key.
pub fn command(app: &mut App, key: Key) {
    app.key_press_modifiers(Modifiers::COMMAND, key);
    app.run();
}

/// Opens the palette, types, and takes what stands first.
pub fn palette(app: &mut App, words: &str) {
    command(app, Key::K);
    app.event(Event::Text(words.to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
}

/// Everything that the accessibility tree says.
pub fn spoken(app: &App) -> String {
    let nodes: Vec<_> = app.root().children_recursive().collect();
    nodes.iter().map(|node| format!("{:?}", node.accesskit_node().data())).collect::<Vec<_>>().join("\n")
}

/// Whether these words are on screen.
pub fn shows(app: &App, text: &str) -> bool {
    spoken(app).contains(text)
}

/// Draws a screen in both themes at the size of the drawings, and dark at the smallest that it is made for.
#[cfg(feature = "desktop")]
pub fn picture(name: &str, office: &Office, prepare: impl Fn(&mut App)) {
    let mut results = egui_kittest::SnapshotResults::new();
    let (full, small) = (egui::vec2(1200.0, 760.0), egui::vec2(900.0, 600.0));
    let (dark, light) = (egui::Theme::Dark, egui::Theme::Light);
    // As it is for whoever has changed nothing.
    office.lock_after.set(Settings::default().lock_after);
    for (theme, word, size) in [(dark, "dark", full), (light, "light", full), (dark, "small", small)] {
        let mut app = office.open(theme, size);
        prepare(&mut app);
        app.remove_cursor();
        app.run();
        app.snapshot(format!("{name}-{word}"));
        results.extend_harness(&mut app);
    }
}

/// A T1 token of the first project of the drawings, made this many seconds before their time.
pub fn t1(before: i64, values: &[(&str, &str)]) -> String {
    let kind = tokendesk::vendor::kind("opentok.t1").unwrap();
    let mut raw = Raw::new().with("api_key", KEY).with_secret("api_secret", SECRET.into());
    raw = raw.with("session_id", SESSION).with("nonce", "0.5");
    for (key, value) in values {
        raw = raw.with(*key, *value);
    }
    let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).unwrap();
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: Time::from_seconds(NOW - before), random: &mut random };
    tokendesk::vendor::generate(kind, &inputs, None, &mut env).unwrap().0.token
}
