//! The state of the window. Holds no secret but one that is being typed or pasted, in a buffer that wipes itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::backups::Backups;
use super::export::Export;
use super::import::Import;
use crate::call::{self, Call, Outcome, Request};
use crate::i18n::{Language, Message};
use crate::store::{Environment, Project, ProjectId, SecretPlace, Settings, StoreError, WatchId};
use crate::token::input::Ask;
use crate::token::{Field, Inputs, Problem, Raw, Report, Scope, Time};
use crate::vendor::{self, Kind, Vendor};

use super::actions::{Expect, Loaded};
use super::compare::Compare;
use super::effect::Place;
use super::guard::Guard;
use super::share::{Shown, Written};
use super::travel::Typing;
use super::vault::VaultDesk;
use super::watch::Watch;

/// Everything that is shown.
#[derive(Debug)]
pub struct Model {
    /// The time that is shown and by which everything is judged: the clock's, or a moved one.
    pub now: Time,
    /// The clock, as of this frame: for what happens in the world, not for tokens.
    pub clock: Time,
    /// How far now is moved from the clock, in milliseconds.
    pub travel: Option<i64>,
    /// The work in the middle.
    pub panel: Panel,
    /// The saved projects.
    pub projects: Vec<Project>,
    /// The project file has been read (or could not be).
    pub loaded: bool,
    /// Why the projects could not be read.
    pub projects_failure: Option<Failure>,
    /// The chosen project.
    pub selected: Option<ProjectId>,
    /// The user chose it; else it is only the first or the last one.
    pub chosen: bool,
    /// The text in the project search.
    pub search: String,
    /// Whether secrets can be kept.
    pub keychain: Keychain,
    /// The vault.
    pub vault: VaultDesk,
    /// The form of each project, as far as it was touched in this run.
    pub forms: BTreeMap<ProjectId, Form>,
    /// The calls of each project, as far as they were looked at in this run.
    pub calls: BTreeMap<ProjectId, CallForm>,
    /// Tokens that are kept an eye on.
    pub watch: Watch,
    /// The Inspect panel.
    pub inspect: Inspect,
    /// The clipboard that clears itself, and the lock.
    pub guard: Guard,
    /// What the tester wants the inspected token to be.
    pub expect: Expect,
    /// Another token beside it.
    pub compare: Compare,
    /// The dialog on top.
    pub dialog: Option<Dialog>,
    /// The palette's query, while it is open.
    pub palette: Option<String>,
    /// One thing to tell the user, at the lower edge.
    pub notice: Option<Notice>,
    /// What is remembered between runs.
    pub settings: Settings,
    /// Where the keyboard should go next; the view takes it.
    pub focus: Option<Focus>,
    /// How the window stands.
    pub window: Place,
    /// Where the files are: what it is, and its path.
    pub files: Vec<(&'static str, PathBuf)>,
    /// The machine's language.
    pub machine: Language,
}

/// The work in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Forms.
    Generate,
    /// The paste box.
    Inspect,
    /// Tokens that are kept an eye on.
    Watch,
    /// The vendor's requests.
    Calls,
    /// Settings.
    Settings,
}

impl Panel {
    /// All of them, in the order of the rail.
    pub const ALL: [Self; 5] = [Self::Generate, Self::Inspect, Self::Watch, Self::Calls, Self::Settings];

    /// Its id in the settings file, and of its text (`panel-<id>`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Generate => "generate",
            Self::Inspect => "inspect",
            Self::Watch => "watch",
            Self::Calls => "calls",
            Self::Settings => "settings",
        }
    }
}

/// Whether the operating system's keychain answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keychain {
    /// Not asked yet.
    Unknown,
    /// It does.
    Reachable,
    /// It does not, and why.
    Failed(Failure),
}

/// Something went wrong, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What; its attribute `remedy` says what to do.
    pub message: Message,
    /// What stands behind it.
    pub cause: Option<Message>,
    /// It is done and saved all the same.
    pub done: bool,
    /// It was the keychain's fault: keeping secrets for this run is a way on.
    pub keychain: bool,
}

impl Failure {
    /// A failure with nothing behind it.
    pub fn new(message: Message) -> Self {
        Self { message, cause: None, done: false, keychain: false }
    }

    /// What to do now.
    pub fn remedy(&self) -> Message {
        Message { id: format!("{}.remedy", self.message.id).into(), args: self.message.args.clone() }
    }
}

impl From<&StoreError> for Failure {
    fn from(error: &StoreError) -> Self {
        Self {
            message: error.message(),
            cause: error.cause(),
            done: error.is_done(),
            keychain: matches!(error, StoreError::Secret(cause) if cause.is_keychain()),
        }
    }
}

/// One thing to tell at the lower edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub message: Message,
    /// It is a failure, and stays until it is read.
    pub bad: bool,
    /// When it goes by itself.
    pub until: Time,
}

/// Where the keyboard should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The project search.
    Search,
    /// The first field of the form.
    Form,
    /// The paste box.
    PasteBox,
    /// The filter of the watched tokens.
    Filter,
    /// The paste box of the other token.
    OtherBox,
    /// Where an expectation is typed.
    Expect,
    /// Nowhere, but the token that was made should be seen.
    Token,
}

/// What was typed into a form, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Raw values by field key; a key that is absent stands at its default.
    pub values: BTreeMap<&'static str, String>,
    /// Keys that the user has touched: only these show a missing value as a problem.
    pub touched: BTreeSet<&'static str>,
    /// What is wrong with them.
    pub problems: Vec<Problem>,
    /// What is accepted but unusual.
    pub advice: Vec<Problem>,
    /// The advanced fields are unfolded.
    pub advanced: bool,
    /// The token that it was filled from.
    pub loaded: Option<Loaded>,
}

/// The form of one project: values are shared by the vendor's kinds, so that a session ID is typed once.
#[derive(Debug)]
pub struct Form {
    /// Id of the chosen kind.
    pub kind: &'static str,
    /// What was typed.
    pub typed: Typed,
    /// A token is being made.
    pub running: bool,
    /// The last token of each kind.
    pub made: BTreeMap<&'static str, Made>,
    /// Why the last attempt came to nothing.
    pub failure: Option<Failure>,
}

/// The form of one project's calls: values are shared by the vendor's calls.
#[derive(Debug)]
pub struct CallForm {
    /// Id of the chosen call.
    pub call: &'static str,
    /// What was typed.
    pub typed: Typed,
    /// Where it goes instead of to the vendor; blank for the vendor.
    pub base_url: String,
    /// Exactly what would be sent, where the form is right.
    pub request: Option<Request>,
    /// The request is being built.
    pub preparing: bool,
    /// The form has changed since.
    pub stale: bool,
    /// Set to cancel what is under way; there while something is.
    pub sending: Option<Arc<AtomicBool>>,
    /// What came of the last sending.
    pub answered: Option<Answered>,
    /// Why there is no request.
    pub failure: Option<Failure>,
}

/// What came of a sending.
#[derive(Debug, Clone)]
pub enum Answered {
    /// The vendor answered, well or not.
    Outcome {
        /// The HTTP status.
        status: u16,
        /// The body, as it came: text to show.
        body: String,
        /// What it means.
        outcome: Outcome,
    },
    /// There was no answer.
    Failed(Failure),
    /// The vendor would lock the account; until then. It can be forced.
    Full(Time),
}

/// A token that was made here.
#[derive(Debug, Clone)]
pub struct Made {
    /// The token, or the main text of the kind.
    pub token: String,
    /// Further texts by name.
    pub outputs: Vec<(&'static str, String)>,
    /// What inspection says of it.
    pub report: Report,
    /// The form's values that it was made from, raw.
    pub values: Vec<(String, String)>,
}

/// The Inspect panel.
#[derive(Debug, Default)]
pub struct Inspect {
    /// The paste box.
    pub text: String,
    /// The kind that the user chose.
    pub kind: Option<&'static str>,
    /// What the token does not carry and its check needs, by field key.
    pub known: BTreeMap<&'static str, String>,
    /// The kind for which the user has given something: its fields stay once nothing is missing any more.
    pub asking: Option<&'static str>,
    /// The name of the file it was read from.
    pub file: Option<String>,
    /// The box holds only the start of what was pasted.
    pub cut: bool,
    /// What was found.
    pub report: Option<Report>,
    /// The keychain failed while checking.
    pub failure: Option<Failure>,
    /// An inspection is under way.
    pub running: bool,
    /// The text has changed since.
    pub stale: bool,
}

/// A dialog on top of everything.
#[derive(Debug)]
pub enum Dialog {
    /// The project editor.
    Editor(Editor),
    /// Delete this project?
    Delete {
        /// The project.
        id: ProjectId,
        /// Under way.
        running: bool,
        /// Why it was not deleted.
        failure: Option<Failure>,
    },
    /// Earlier states of the projects.
    Backups(Backups),
    /// Projects are brought in.
    Import(Import),
    /// Projects are brought out.
    Export(Export),
    /// The map of shortcuts.
    Shortcuts,
    /// The report for a ticket.
    BugReport {
        /// Without user data.
        leave_out_user: bool,
    },
    /// A QR code.
    Qr(Shown),
    /// When is this watched token warned of?
    Warnings(WatchId),
    /// Code for a client.
    Snippet(Written),
    /// What time is it to be?
    Travel(Typing),
}

/// The project editor.
#[derive(Debug)]
pub struct Editor {
    /// The project that is edited, as it was when it was opened; none for a new one.
    pub seen: Option<Box<Project>>,
    /// Its vendor.
    pub vendor: &'static Vendor,
    /// Its name.
    pub name: String,
    /// Its environment tag.
    pub environment: Environment,
    /// The heading it stands under.
    pub group: String,
    /// Public credentials, raw.
    pub credentials: BTreeMap<&'static str, String>,
    /// Secrets as they are typed; empty keeps the saved one.
    pub secrets: BTreeMap<&'static str, SecretText>,
    /// Secrets that are saved already.
    pub saved_secrets: BTreeSet<String>,
    /// Where its secrets are kept.
    pub place: SecretPlace,
    /// What that was before it was saved for this run only.
    pub back: Option<SecretPlace>,
    /// Where each secret is, as typed, if they are kept elsewhere.
    pub sources: BTreeMap<&'static str, String>,
    /// Save was pressed: missing fields are shown from now on.
    pub tried: bool,
    /// What is wrong with the credentials; `name` is a key too.
    pub problems: Vec<Problem>,
    /// What is accepted but unusual.
    pub advice: Vec<Problem>,
    /// Being saved.
    pub saving: bool,
    /// Why it was not saved.
    pub failure: Option<Failure>,
}

/// A secret while it is typed: wiped when dropped, never printed.
#[derive(Clone, Default)]
pub struct SecretText(pub Zeroizing<String>);

impl std::fmt::Debug for SecretText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretText(…)")
    }
}

impl SecretText {
    /// For the store, without the white space that pasting brings along.
    pub fn to_secret(&self) -> SecretString {
        SecretString::from(self.0.trim())
    }
}

impl Model {
    /// The state at the start: nothing is known yet.
    pub fn new(now: Time) -> Self {
        Self {
            now,
            clock: now,
            travel: None,
            panel: Panel::Generate,
            projects: Vec::new(),
            loaded: false,
            projects_failure: None,
            selected: None,
            chosen: false,
            search: String::new(),
            keychain: Keychain::Unknown,
            vault: VaultDesk::default(),
            forms: BTreeMap::new(),
            calls: BTreeMap::new(),
            watch: Watch::default(),
            inspect: Inspect::default(),
            guard: Guard { touched: now, ..Guard::default() },
            expect: Expect::default(),
            compare: Compare::default(),
            dialog: None,
            palette: None,
            notice: None,
            settings: Settings::default(),
            focus: None,
            window: Place::default(),
            files: Vec::new(),
            machine: Language::default(),
        }
    }

    /// The language of the window: the chosen one, else the machine's.
    pub fn language(&self) -> Language {
        self.settings.language.unwrap_or(self.machine)
    }

    /// Whether now is another time than the clock's. Nothing outside of the window is told then.
    pub fn travelling(&self) -> bool {
        self.travel.is_some()
    }

    /// A project by id.
    pub fn project(&self, id: &ProjectId) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == *id)
    }

    /// The chosen project.
    pub fn selected(&self) -> Option<&Project> {
        self.project(self.selected.as_ref()?)
    }

    /// The demo project.
    pub fn demo(&self) -> Option<&Project> {
        self.projects.iter().find(|project| project.demo)
    }

    /// The chosen project's form.
    pub fn form(&self) -> Option<&Form> {
        self.forms.get(self.selected.as_ref()?)
    }

    /// The token last made with the chosen project and kind.
    pub fn made(&self) -> Option<&Made> {
        let form = self.form()?;
        form.made.get(form.kind)
    }

    /// The chosen project's calls.
    pub fn call_form(&self) -> Option<&CallForm> {
        self.calls.get(self.selected.as_ref()?)
    }

    /// Whether the call is ready to be sent.
    pub fn can_send(&self) -> bool {
        self.call_form()
            .is_some_and(|form| form.sending.is_none() && form.request.is_some() && !form.preparing)
    }

    /// Whether the form is ready to make a token.
    pub fn can_generate(&self) -> bool {
        self.form().is_some_and(|form| {
            !form.running && form.typed.problems.is_empty() && form.kind().spec().generates
        })
    }

    /// The projects that the search finds, in order.
    pub fn found_projects(&self) -> impl Iterator<Item = &Project> {
        let query = self.search.trim().to_lowercase();
        self.projects.iter().filter(move |project| {
            let vendor = vendor::vendor(&project.vendor).map_or("", |vendor| vendor.name);
            let group = project.group.as_deref().unwrap_or_default();
            let texts = [project.name.as_str(), vendor, group, project.environment.as_str()];
            let credentials = project.credentials.values().map(String::as_str);
            query.is_empty()
                || texts.into_iter().chain(credentials).any(|text| text.to_lowercase().contains(&query))
        })
    }

    /// The milliseconds after which something changes by itself: a second while something on screen counts, else the
    /// minute of the status bar's clock; less where a warning is due.
    pub fn next_tick(&self) -> i64 {
        let ends = |report: &Report| report.window.expires_at.is_some();
        let counting = match self.panel {
            Panel::Generate => self.made().is_some_and(|made| ends(&made.report)),
            Panel::Inspect => self.inspect.report.as_ref().is_some_and(ends),
            Panel::Watch => self.watch.counts(self.now),
            Panel::Calls => self
                .call_form()
                .and_then(|form| form.request.as_ref())
                .is_some_and(|request| request.good_until.is_some()),
            Panel::Settings => false,
        };
        let step = if counting { 1000 } else { 60_000 };
        let next = step - self.now.millis().rem_euclid(step);
        // Warnings are due whatever is on screen.
        let next =
            self.guard.next_tick(self.clock, self.settings.lock_after).map_or(next, |due| due.clamp(1, next));
        let next = self.watch.due().map_or(next, |due| due.since(self.now).clamp(1, next));
        self.notice.as_ref().map_or(next, |notice| notice.until.since(self.clock).clamp(1, next))
    }
}

impl Typed {
    /// A field's raw value: typed, or its default.
    pub fn value(&self, field: &Field) -> &str {
        self.values.get(field.key).map_or(field.default.unwrap_or_default(), String::as_str)
    }

    /// The values that belong to these fields.
    pub fn values_of(&self, fields: &[Field]) -> Vec<(String, String)> {
        let own = |key: &str| fields.iter().any(|field| field.key == key);
        let values = self.values.iter().filter(|(key, _)| own(key));
        values.map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
    }

    /// Checks the values of `own` fields together with the project's public credentials; `between` judges what is
    /// right alone.
    fn check(
        &mut self,
        own: &[Field],
        fields: &[&'static Field],
        project: &Project,
        between: impl FnOnce(&Inputs) -> (Vec<Problem>, Vec<Problem>),
    ) {
        let credentials =
            project.credentials.iter().filter(|(key, _)| fields.iter().any(|f| f.key == key.as_str()));
        let plain = credentials.map(|(k, v)| (k.clone(), v.clone())).chain(self.values_of(own)).collect();
        let raw = Raw { plain, secrets: Vec::new() };
        (self.problems, self.advice) = match Inputs::read(fields, &raw, Ask::AllButSecrets) {
            Err(problems) => (problems, Vec::new()),
            Ok(inputs) => {
                let (problems, mut advice) = between(&inputs);
                advice.extend(inputs.advice(fields));
                (problems, advice)
            }
        };
    }

    /// The problem to show at a field. A missing value is one only once the field was touched.
    pub fn problem(&self, key: &str) -> Option<&Message> {
        let problem = self.problems.iter().find(|problem| problem.key == key)?;
        let quiet = problem.message.id == "problem-missing" && !self.touched.contains(key);
        (!quiet).then_some(&problem.message)
    }
}

impl Form {
    /// An untouched form.
    pub fn new(vendor: &'static Vendor) -> Self {
        // tests/registry.rs: every vendor with projects has a kind that generates.
        let first = vendor.kinds.iter().find(|kind| kind.spec().generates).or(vendor.kinds.first());
        Self {
            kind: first.map_or("", |kind| kind.spec().id),
            typed: Typed::default(),
            running: false,
            made: BTreeMap::new(),
            failure: None,
        }
    }

    /// The chosen kind.
    pub fn kind(&self) -> &'static dyn Kind {
        vendor::kind(self.kind).unwrap_or(&vendor::jwt::Plain)
    }

    /// The values that belong to the chosen kind.
    pub fn values(&self) -> Vec<(String, String)> {
        self.typed.values_of(self.kind().spec().fields)
    }

    /// Checks the values with the project's public credentials.
    pub fn check(&mut self, project: &Project, now: Time) {
        let kind = self.kind();
        let between = |inputs: &Inputs| (kind.check(inputs, now), Vec::new());
        self.typed.check(kind.spec().fields, &kind.fields(), project, between);
    }
}

impl CallForm {
    /// An untouched form; `None` for a vendor without calls.
    pub fn new(vendor: &'static Vendor) -> Option<Self> {
        let first = call::of_vendor(vendor).next()?;
        Some(Self {
            call: first.spec().id,
            typed: Typed::default(),
            base_url: String::new(),
            request: None,
            preparing: false,
            stale: false,
            sending: None,
            answered: None,
            failure: None,
        })
    }

    /// The chosen call.
    pub fn call(&self) -> Option<&'static dyn Call> {
        call::call(self.call)
    }

    /// The values that belong to the chosen call.
    pub fn values(&self) -> Vec<(String, String)> {
        self.call().map(|call| self.typed.values_of(call.spec().fields)).unwrap_or_default()
    }

    /// The address that replaces the vendor's.
    pub fn address(&self) -> Option<String> {
        Some(self.base_url.trim().to_owned()).filter(|address| !address.is_empty())
    }

    /// Checks the values with the project's public credentials.
    pub fn check(&mut self, project: &Project, now: Time) {
        let Some(call) = self.call() else { return };
        let between = |inputs: &Inputs| (call.check(inputs, now), call.advice(inputs));
        self.typed.check(call.spec().fields, &call.fields(), project, between);
        if let Some(Err(message)) = self.address().map(|address| call::parse_base_url(&address)) {
            self.typed.problems.push(Problem::new("base_url", message));
        }
    }
}

impl Editor {
    /// For a new project.
    pub fn new(vendor: &'static Vendor) -> Self {
        Self {
            seen: None,
            vendor,
            name: String::new(),
            environment: Environment::Dev,
            group: String::new(),
            credentials: BTreeMap::new(),
            secrets: BTreeMap::new(),
            saved_secrets: BTreeSet::new(),
            place: SecretPlace::Keychain,
            back: None,
            sources: BTreeMap::new(),
            tried: false,
            problems: Vec::new(),
            advice: Vec::new(),
            saving: false,
            failure: None,
        }
    }

    /// For a saved one; `None` where this program does not know its vendor.
    pub fn of(project: &Project) -> Option<Self> {
        let vendor = vendor::vendor(&project.vendor)?;
        let credential =
            |field: &'static Field| Some((field.key, project.credentials.get(field.key)?.clone()));
        let source =
            |field: &'static Field| Some((field.key, project.references.get(field.key)?.to_string()));
        Some(Self {
            seen: Some(Box::new(project.clone())),
            name: project.name.clone(),
            environment: project.environment,
            group: project.group.clone().unwrap_or_default(),
            credentials: vendor.credentials.iter().filter_map(credential).collect(),
            saved_secrets: project.secrets.clone(),
            place: project.place,
            sources: vendor.credentials.iter().filter_map(source).collect(),
            ..Self::new(vendor)
        })
    }

    /// Checks everything. A secret that is saved need not be typed again.
    pub fn check(&mut self) {
        let fields: Vec<&'static Field> = self.vendor.credentials.iter().collect();
        let mut raw = Raw::new();
        for (key, value) in &self.credentials {
            raw = raw.with(*key, value);
        }
        for (key, value) in self.secrets.iter().filter(|_| self.place != SecretPlace::External) {
            raw = raw.with_secret(*key, value.to_secret());
        }
        let saved = |key: &str| self.saved_secrets.contains(key);
        self.advice =
            Inputs::read(&fields, &raw, Ask::Given).map(|inputs| inputs.advice(&fields)).unwrap_or_default();
        let ask = if self.place == SecretPlace::External { Ask::AllButSecrets } else { Ask::All };
        self.problems = Inputs::read(&fields, &raw, ask).err().unwrap_or_default();
        self.problems.retain(|problem| !(problem.message.id == "problem-missing" && saved(&problem.key)));
        self.check_sources();
        if self.name.trim().is_empty() {
            self.problems.insert(0, Problem::new("name", Message::new("problem-missing")));
        }
    }

    /// The problem to show at a field; a missing value is one only after the first attempt to save.
    pub fn problem(&self, key: &str) -> Option<&Message> {
        let problem = self.problems.iter().find(|problem| problem.key == key)?;
        let quiet = problem.message.id == "problem-missing" && !self.tried;
        (!quiet).then_some(&problem.message)
    }

    /// Whether the vendor has a secret at all.
    pub fn has_secret_field(&self) -> bool {
        self.vendor.credentials.iter().any(|field| field.is_secret() && field.scope == Scope::Credential)
    }
}
