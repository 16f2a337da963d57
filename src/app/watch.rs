//! Watched tokens: what is kept an eye on, in which order it is shown, when there is something to say of it, and how it
//! is renewed; `update` hands these messages here.
//!
//! The texts of the tokens are not in the model: they are fetched when they are copied or inspected.

use std::collections::{BTreeMap, BTreeSet};

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value};

use crate::call::{self, Ends, Gain};
use crate::codec::json::plain;
use crate::i18n::{Arg, Language, Message};
use crate::store::{Project, ProjectId, SecretPlace, Settings, WatchId, Watched, watch as store};
use crate::token::input::Ask;
use crate::token::report::kind_text_id;
use crate::token::{Field, FieldKind, Inputs, Raw, Report, Time, When};
use crate::vendor::{self, Kind};

use super::calls;
use super::effect::{Effect, Sensitivity};
use super::message::{Msg, NotMade, Sent};
use super::model::{Answered, Dialog, Failure, Made, Model, Panel, SecretText};
use super::share::{self, ShareMsg};
use super::update::{tell, update};

/// So many tokens are watched at most: each change writes all of them.
pub const MOST: usize = 10_000;
/// A span that is longer counts in hours, so nothing changes from second to second.
const COUNTS_SECONDS: i64 = 2 * 86_400_000;

/// Everything that is watched.
#[derive(Debug, Default)]
pub struct Watch {
    /// The tokens, in the order in which they were added.
    pub rows: Vec<Row>,
    /// What is shown of them, in which order: indexes of [`Self::rows`]. Made anew when something changes it, not in
    /// each frame.
    pub shown: Vec<usize>,
    /// How they are sorted.
    pub sort: Sort,
    /// Only those that fit it are shown.
    pub filter: String,
    /// The token that the keys act on.
    pub chosen: Option<WatchId>,
    /// Where it stands in [`Self::shown`].
    pub place: Option<usize>,
    /// What a pasted list held that is no token.
    pub unread: Option<Unread>,
    /// Why the file cannot be used.
    pub failure: Option<Failure>,
    /// How many end soon.
    pub soon: usize,
    /// The one of them that ends first.
    pub next: Option<usize>,
    /// The words for each kind, for the filter.
    words: Vec<(&'static str, String)>,
    /// The first end to come.
    first_end: Option<Time>,
    /// When there is something to say or to sort anew.
    due: Option<Time>,
    /// When that was looked at last.
    looked: Option<Time>,
    /// It was said that texts are not kept.
    told_unkept: bool,
}

/// A watched token on screen.
#[derive(Debug, Clone)]
pub struct Row {
    /// What is known of it.
    pub token: Watched,
    /// Its text is in memory for this run.
    pub here: bool,
    /// It is being renewed.
    pub running: bool,
    /// How many of its warnings were given, or were over when it came.
    told: usize,
}

/// What can be said of a watched token at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It lives.
    Active,
    /// The first warning was given.
    Soon,
    /// The last warning was given.
    Ending,
    /// It has ended.
    Over,
    /// It does not end.
    Endless,
    /// Nobody says when it ends.
    Unknown,
}

/// How the tokens are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// What ends first; what has ended last.
    #[default]
    EndsFirst,
    /// By project.
    Project,
    /// What came last first.
    Newest,
}

impl Sort {
    /// All of them, in the order of display.
    pub const ALL: [Self; 3] = [Self::EndsFirst, Self::Project, Self::Newest];
}

/// What a pasted list held that is no token.
#[derive(Debug)]
pub struct Unread {
    /// The lines: number from 1, and why.
    pub lines: Vec<(usize, Message)>,
    /// How many tokens were read.
    pub read: usize,
    /// The lines themselves, so that nothing is lost.
    pub text: SecretText,
}

/// What a token's text is fetched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To copy it.
    Copy,
    /// To inspect it.
    Inspect,
    /// To show it as a QR code.
    Qr,
    /// To renew it by its call.
    Extend,
}

/// What happened around watched tokens.
#[derive(Debug)]
pub enum WatchMsg {
    /// The file was read, or not.
    Loaded(Result<Vec<Watched>, Failure>),
    /// Watch the token that is being inspected.
    Inspected,
    /// The filter changed; the words for each kind come along, because only the window speaks a language.
    Filter(String, Vec<(&'static str, String)>),
    /// They are to be sorted otherwise.
    Sort(Sort),
    /// The keys act on this one from now on.
    Choose(WatchId),
    /// The text is wanted.
    Fetch(WatchId, Purpose),
    /// The text, where it was kept.
    Fetched(WatchId, Purpose, Result<Option<SecretString>, Failure>),
    /// Make it anew; `true` to copy it too.
    Renew(WatchId, bool),
    /// It was made anew, or not.
    Renewed(WatchId, bool, Result<Box<Made>, NotMade>),
    /// No longer watched.
    Unwatch(WatchId),
    /// Their texts are gone, or these keychain entries are left.
    Forgotten(Vec<String>, Option<Failure>),
    /// Add what the clipboard holds, one token a line.
    AddFromClipboard,
    /// What the clipboard held.
    Listed(Result<Listed, Failure>),
    /// What could not be read was read by a person.
    ForgetUnread,
    /// Put it on the clipboard.
    CopyUnread,
    /// What was to be kept is kept, or not.
    Kept(Kept),
    /// Ask for a token's own warnings.
    AskWarnings(WatchId),
    /// A token has its own warnings, or those of the settings.
    OwnWarnings(WatchId, Option<[i64; 2]>),
    /// The warnings of all others.
    Warnings([i64; 2]),
    /// Whether they are shown on the desktop too.
    Notify(bool),
    /// Whether texts are kept in the keychain.
    Keep(bool),
}

/// A pasted list, read.
#[derive(Debug)]
pub struct Listed {
    /// The tokens with their texts.
    pub tokens: Vec<(Watched, SecretString)>,
    /// The lines that hold none.
    pub unread: Option<Unread>,
    /// The keychain failed while checking.
    pub failure: Option<Failure>,
}

/// What became of what was to be kept.
#[derive(Debug, Default)]
pub struct Kept {
    /// Where the texts are now.
    pub places: Vec<(WatchId, Place)>,
    /// Those that wait for another turn: there are many.
    pub rest: Vec<WatchId>,
    /// Why they are not in the keychain.
    pub failure: Option<Failure>,
    /// Why the file was not saved.
    pub unsaved: Option<Failure>,
}

/// Where a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// There is an entry in the keychain.
    pub kept: bool,
    /// It is in memory for this run.
    pub here: bool,
}

/// What watching asks of the world.
#[derive(Debug)]
pub enum WatchEffect {
    /// Reads the file.
    Load,
    /// Saves tokens.
    Keep(Vec<Keeping>),
    /// Forgets tokens, and their texts.
    Forget(Vec<Watched>),
    /// Fetches the text of a token.
    Fetch(Box<Watched>, Purpose),
    /// Makes a token anew with a project's secrets.
    Renew {
        /// Which.
        id: WatchId,
        /// The project.
        project: ProjectId,
        /// Id of the kind.
        kind: &'static str,
        /// The form's values, raw.
        values: Vec<(String, String)>,
        /// The clock.
        now: Time,
        /// It is wanted on the clipboard.
        copy: bool,
    },
    /// Reads a list of tokens off the clipboard.
    ReadList {
        /// The clock by which they are judged.
        now: Time,
    },
    /// Tells something on the desktop.
    Notify(Notice),
    /// Remembers what is set about watching.
    SaveSettings {
        /// See [`Settings::watch_warn`].
        warn: [i64; 2],
        /// See [`Settings::watch_notify`].
        notify: bool,
        /// See [`Settings::watch_keep`].
        keep: bool,
    },
}

/// A token to be saved.
#[derive(Debug)]
pub struct Keeping {
    /// What is known of it.
    pub token: Watched,
    /// Its new text.
    pub text: Option<SecretString>,
    /// Where the text is to be; none to leave it where it is.
    pub place: Option<SecretPlace>,
}

/// What is told on the desktop: never the text of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happens.
    pub title: Message,
    /// In which project.
    pub project: String,
    /// Text id of the kind.
    pub kind: Option<String>,
    /// The language of the window.
    pub language: Language,
}

/// How many warnings a token has that has ended.
const ENDED: usize = 3;

impl Row {
    fn new(token: Watched, settings: &Settings, clock: Time) -> Self {
        let mut row = Self { token, here: false, running: false, told: 0 };
        // What was over when it came is no news.
        row.told = row.passed(settings, clock);
        row
    }

    /// When it is warned of: so many seconds before its end, the earlier one first; 0 for not.
    pub fn warnings(&self, settings: &Settings) -> [i64; 2] {
        let [one, other] = self.token.warn.unwrap_or(settings.watch_warn);
        [one.max(other), one.min(other)]
    }

    /// How many of the warnings are over; [`ENDED`] when it has ended.
    fn passed(&self, settings: &Settings, now: Time) -> usize {
        let Some(left) = self.token.ends.map(|end| end.since(now)) else { return 0 };
        if left <= 0 {
            return ENDED;
        }
        self.warnings(settings).iter().filter(|seconds| left <= seconds.saturating_mul(1000)).count()
    }

    /// What can be said of it at a glance.
    pub fn state(&self, settings: &Settings, now: Time) -> State {
        match (self.token.ends, self.passed(settings, now)) {
            (None, _) if self.token.endless => State::Endless,
            (None, _) => State::Unknown,
            (_, 0) => State::Active,
            (_, 1) => State::Soon,
            (_, ENDED) => State::Over,
            _ => State::Ending,
        }
    }

    /// Whether its text can be had.
    pub fn has_text(&self) -> bool {
        self.token.kept || self.here
    }

    /// For whom it is, or else whose it is.
    pub fn who(&self) -> &str {
        let token = &self.token;
        [&token.user, &token.room, &token.project_name].into_iter().find(|text| !text.is_empty()).map_or_else(
            || vendor::vendor(&token.vendor).map_or(token.vendor.as_str(), |vendor| vendor.name),
            String::as_str,
        )
    }

    /// Text id of what it is.
    pub fn name_id(&self) -> String {
        let token = &self.token;
        token.kind.as_deref().map(kind_text_id).or_else(|| token.name.clone()).unwrap_or_default()
    }

    /// Its kind, if this program knows it.
    pub fn kind(&self) -> Option<&'static dyn Kind> {
        self.token.kind.as_deref().and_then(vendor::kind)
    }

    /// Whether it is renewed by a call, which the user sends.
    pub fn is_extended(&self) -> bool {
        self.token.call.as_deref().and_then(call::call).is_some()
    }

    /// When it is to be looked at next.
    fn next_change(&self, settings: &Settings, now: Time) -> Option<Time> {
        let end = self.token.ends?;
        let warned = self.warnings(settings).map(|seconds| end.plus(-seconds.saturating_mul(1000)));
        warned.into_iter().chain([end]).filter(|time| *time > now).min()
    }

    /// Whether it fits every word of a filter, all in lower case.
    fn fits(&self, words: &[String], kinds: &[(&'static str, String)]) -> bool {
        let token = &self.token;
        let vendor = vendor::vendor(&token.vendor).map_or("", |vendor| vendor.name);
        let kind = token.kind.as_deref().unwrap_or_default();
        let named = kinds.iter().find(|(id, _)| *id == kind).map_or("", |(_, words)| words.as_str());
        let texts = [&token.user, &token.role, &token.room, &token.project_name, vendor, kind, named];
        let texts = texts.map(str::to_lowercase);
        words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    }
}

impl Watch {
    /// Its texts leave memory: those that are kept can be fetched again.
    pub(super) fn lock(&mut self) {
        for row in &mut self.rows {
            row.here = false;
            row.running = false;
        }
        self.unread = None;
    }

    /// The token of an id.
    pub fn row(&self, id: &WatchId) -> Option<&Row> {
        self.rows.iter().find(|row| row.token.id == *id)
    }

    /// The chosen token, where its text is still to be had.
    pub fn chosen_with_text(&self) -> Option<&Row> {
        self.place.and(self.chosen.as_ref()).and_then(|id| self.row(id)).filter(|row| row.has_text())
    }

    fn row_mut(&mut self, id: &WatchId) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.token.id == *id)
    }

    /// Whether a countdown on screen changes from second to second.
    pub(super) fn counts(&self, now: Time) -> bool {
        self.first_end.is_some_and(|end| end.since(now) < COUNTS_SECONDS)
    }

    /// When there is something to say or to sort anew, whatever is on screen.
    pub(super) fn due(&self) -> Option<Time> {
        self.due
    }

    /// Puts what is shown in order.
    fn arrange(&mut self, now: Time) {
        let lower = self.filter.to_lowercase();
        let words: Vec<String> = lower.split_whitespace().map(str::to_owned).collect();
        let fits = |row: &Row| words.is_empty() || row.fits(&words, &self.words);
        let mut shown: Vec<usize> =
            self.rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(index, _)| index).collect();
        // What lives by its end, then what has none, then what has ended, the latest first.
        let urgency = |row: &Row| match row.token.ends.map(|end| end.since(now)) {
            Some(left) if left > 0 => (0, left),
            None => (1, 0),
            Some(left) => (2, left.saturating_neg()),
        };
        let rows = &self.rows;
        let row = |index: &usize| rows.get(*index);
        match self.sort {
            Sort::EndsFirst => shown.sort_by_key(|index| row(index).map(urgency)),
            Sort::Project => shown.sort_by_cached_key(|index| {
                row(index).map(|row| (row.token.project_name.to_lowercase(), urgency(row)))
            }),
            Sort::Newest => {
                shown.sort_by_key(|index| std::cmp::Reverse(row(index).map(|row| (row.token.added, *index))));
            }
        }
        self.place = self
            .chosen
            .as_ref()
            .and_then(|id| shown.iter().position(|index| row(index).is_some_and(|row| row.token.id == *id)));
        self.shown = shown;
    }
}

/// The clock by which the desktop is told something, whatever time is shown.
fn clock(model: &Model) -> Time {
    model.clock
}

/// Looks whether there is something to say, once it is time.
pub(super) fn tick(model: &mut Model) -> Vec<Effect> {
    let watch = &model.watch;
    // A clock that was put back is looked at too.
    let waits =
        watch.looked.is_some_and(|looked| model.now >= looked) && watch.due.is_none_or(|due| model.now < due);
    if waits { Vec::new() } else { refresh(model) }
}

/// Sorts anew, and says what there is to say.
fn refresh(model: &mut Model) -> Vec<Effect> {
    let (now, settings) = (model.now, &model.settings);
    let watch = &mut model.watch;
    watch.arrange(now);
    let ends = watch.rows.iter().filter_map(|row| row.token.ends).filter(|end| *end > now);
    watch.first_end = ends.min();
    watch.due = watch.rows.iter().filter_map(|row| row.next_change(settings, now)).min();
    watch.looked = Some(now);
    let soon = |row: &Row| matches!(row.state(settings, now), State::Soon | State::Ending);
    watch.soon = watch.rows.iter().filter(|row| soon(row)).count();
    let ending = watch.rows.iter().enumerate().filter(|(_, row)| soon(row));
    watch.next = ending.min_by_key(|(_, row)| row.token.ends).map(|(index, _)| index);
    warn(model)
}

/// Gives the warnings that are due by the clock: one for all of them. While another time is shown they wait.
fn warn(model: &mut Model) -> Vec<Effect> {
    if model.travelling() {
        return Vec::new();
    }
    let now = clock(model);
    let settings = &model.settings;
    let mut news = Vec::new();
    for (index, row) in model.watch.rows.iter_mut().enumerate() {
        let passed = row.passed(settings, now);
        let warnings = row.warnings(settings).iter().filter(|seconds| **seconds > 0).count();
        // That it has ended was foreseen where every warning was given.
        if passed > row.told && (passed < ENDED || row.told < warnings) {
            news.push(index);
        }
        row.told = passed;
    }
    let rows: Vec<&Row> = news.iter().filter_map(|index| model.watch.rows.get(*index)).collect();
    let language = model.language();
    let locked = model.guard.locked.is_some();
    let notice = match rows.as_slice() {
        [] => return Vec::new(),
        // A locked window names nobody.
        rows if locked => {
            let title = Message::new("notify-many").with("count", rows.len());
            Notice { title, project: String::new(), kind: None, language }
        }
        [row] => {
            let left = row.token.ends.map_or(0, |end| end.since(now));
            let id = if left > 0 { "notify-ends" } else { "notify-ended" };
            // Whole seconds, so that what is due in five minutes is not due in four and 59 seconds.
            let span = Arg::Span((left.max(0) + 999) / 1000 * 1000);
            let title = Message::new(id).with("who", row.who()).with("span", span);
            Notice { title, project: row.token.project_name.clone(), kind: Some(row.name_id()), language }
        }
        rows => {
            let title = Message::new("notify-many").with("count", rows.len());
            let names: BTreeSet<&str> = rows.iter().map(|row| row.token.project_name.as_str()).collect();
            let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).take(3).collect();
            Notice { title, project: names.join(", "), kind: None, language }
        }
    };
    if model.panel != Panel::Watch {
        tell(model, notice.title.clone(), true);
    }
    if model.settings.watch_notify { vec![Effect::Watch(WatchEffect::Notify(notice))] } else { Vec::new() }
}

/// The settings have come: what was over by them is no news.
pub(super) fn settings_loaded(model: &mut Model) -> Vec<Effect> {
    let (now, settings) = (clock(model), &model.settings);
    for row in &mut model.watch.rows {
        row.told = row.passed(settings, now);
    }
    refresh(model)
}

/// The names of projects have changed, or projects have come or gone.
pub(super) fn projects_changed(model: &mut Model) -> Vec<Effect> {
    let names: BTreeMap<&ProjectId, &str> =
        model.projects.iter().map(|project| (&project.id, project.name.as_str())).collect();
    for row in &mut model.watch.rows {
        let name = row.token.project.as_ref().and_then(|id| names.get(id));
        if let Some(name) = name.filter(|name| **name != row.token.project_name) {
            row.token.project_name = (*name).to_owned();
        }
    }
    refresh(model)
}

/// All of them are shown again.
pub(super) fn clear_filter(model: &mut Model) {
    if !std::mem::take(&mut model.watch.filter).is_empty() {
        model.watch.arrange(model.now);
    }
}

/// A job ended in a fault of the program.
pub(super) fn panicked(model: &mut Model) {
    for row in &mut model.watch.rows {
        row.running = false;
    }
}

pub(super) fn handle(model: &mut Model, msg: WatchMsg) -> Vec<Effect> {
    match msg {
        WatchMsg::Loaded(Ok(tokens)) => {
            let now = clock(model);
            // The file may be read again, when another program has changed it. What is not in it yet comes after it.
            let rows = std::mem::take(&mut model.watch.rows).into_iter();
            let mut known: BTreeMap<WatchId, Row> = rows.map(|row| (row.token.id.clone(), row)).collect();
            let loaded = tokens.into_iter().map(|token| match known.remove(&token.id) {
                // What was told of it was told.
                Some(row) if row.token.ends == token.ends => Row { token, ..row },
                row => Row { here: row.is_some_and(|row| row.here), ..Row::new(token, &model.settings, now) },
            });
            let mut rows: Vec<Row> = loaded.collect();
            let mut unsaved: Vec<Row> = known.into_values().collect();
            unsaved.sort_by_key(|row| row.token.added);
            rows.append(&mut unsaved);
            model.watch.rows = rows;
            model.watch.failure = None;
            return projects_changed(model);
        }
        WatchMsg::Loaded(Err(failure)) => model.watch.failure = Some(failure),
        WatchMsg::Inspected => return watch_inspected(model),
        WatchMsg::Filter(text, words) => {
            model.watch.filter = text;
            model.watch.words = words;
            model.watch.arrange(model.now);
        }
        WatchMsg::Sort(sort) => {
            model.watch.sort = sort;
            model.watch.arrange(model.now);
        }
        WatchMsg::Choose(id) => {
            let watch = &mut model.watch;
            let place = |index: &usize| watch.rows.get(*index).is_some_and(|row| row.token.id == id);
            watch.place = watch.shown.iter().position(place);
            watch.chosen = Some(id);
        }
        WatchMsg::Fetch(id, purpose) => {
            if let Some(row) = model.watch.row(&id) {
                return vec![fetch(row, purpose)];
            }
        }
        WatchMsg::Fetched(id, purpose, text) => return fetched(model, &id, purpose, text),
        WatchMsg::Renew(id, copy) => return renew(model, &id, copy),
        WatchMsg::Renewed(id, copy, result) => return renewed(model, &id, copy, result),
        WatchMsg::Unwatch(id) => {
            let Some(at) = model.watch.rows.iter().position(|row| row.token.id == id) else {
                return Vec::new();
            };
            let gone = model.watch.rows.remove(at);
            // The keys go on with the next one.
            let place = model.watch.place;
            let mut effects = refresh(model);
            let watch = &mut model.watch;
            if watch.chosen.as_ref() == Some(&id) {
                watch.place = place.map(|place| place.min(watch.shown.len().saturating_sub(1)));
                let next = watch.place.and_then(|place| watch.rows.get(*watch.shown.get(place)?));
                watch.chosen = next.map(|row| row.token.id.clone());
                watch.place = watch.place.filter(|_| watch.chosen.is_some());
            }
            effects.push(Effect::Watch(WatchEffect::Forget(vec![gone.token])));
            return effects;
        }
        WatchMsg::Forgotten(left, failure) => {
            if let Some(failure) = failure {
                tell(model, failure.message, true);
            } else if !left.is_empty() {
                tell(model, Message::new("notice-watch-left").with("entries", left.join(", ")), true);
            }
        }
        WatchMsg::AddFromClipboard => {
            model.panel = Panel::Watch;
            return vec![Effect::Watch(WatchEffect::ReadList { now: model.now })];
        }
        WatchMsg::Listed(Ok(list)) => return listed(model, list),
        WatchMsg::Listed(Err(failure)) => tell(model, failure.message, true),
        WatchMsg::ForgetUnread => model.watch.unread = None,
        WatchMsg::CopyUnread => {
            if let Some(unread) = &model.watch.unread {
                let text = unread.text.0.as_str().to_owned();
                return vec![Effect::Copy { text, sensitivity: Sensitivity::Secret }];
            }
        }
        WatchMsg::Kept(kept) => return self::kept(model, kept),
        WatchMsg::AskWarnings(id) => model.dialog = Some(Dialog::Warnings(id)),
        WatchMsg::OwnWarnings(id, warn) => {
            let (now, settings) = (clock(model), &model.settings);
            if let Some(row) = model.watch.rows.iter_mut().find(|row| row.token.id == id) {
                row.token.warn = warn;
                row.told = row.passed(settings, now);
                let keeping = Keeping { token: row.token.clone(), text: None, place: None };
                let mut effects = refresh(model);
                effects.push(Effect::Watch(WatchEffect::Keep(vec![keeping])));
                return effects;
            }
        }
        WatchMsg::Warnings(warn) => {
            model.settings.watch_warn = warn;
            let mut effects = settings_loaded(model);
            effects.push(save_settings(model));
            return effects;
        }
        WatchMsg::Notify(notify) => {
            model.settings.watch_notify = notify;
            return vec![save_settings(model)];
        }
        WatchMsg::Keep(keep) => {
            model.settings.watch_keep = keep;
            model.watch.told_unkept = false;
            let moves = model.watch.rows.iter().filter(|row| row.has_text()).filter_map(|row| {
                let place = place_for(model, &row.token);
                let moves = row.token.kept != (place == SecretPlace::Keychain);
                moves.then(|| Keeping { token: row.token.clone(), text: None, place: Some(place) })
            });
            let moves: Vec<Keeping> = moves.collect();
            return vec![save_settings(model), Effect::Watch(WatchEffect::Keep(moves))];
        }
    }
    Vec::new()
}

fn save_settings(model: &Model) -> Effect {
    let Settings { watch_warn: warn, watch_notify: notify, watch_keep: keep, .. } = model.settings;
    Effect::Watch(WatchEffect::SaveSettings { warn, notify, keep })
}

/// What is known of a token that was taken apart; `values` is what it was made from, where that is known.
pub fn watched(
    report: &Report,
    values: Option<&Vec<(String, String)>>,
    project: Option<&Project>,
    added: Time,
) -> Watched {
    let window = &report.window;
    let values = values.map(|values| {
        let fields = report.kind.and_then(vendor::kind).map_or(&[][..], |kind| kind.spec().fields);
        kept_values(fields, values)
    });
    let token = blank(&report.text, report.kind, report.vendor.unwrap_or_default(), added);
    Watched {
        begins: window.issued_at.or(window.not_before).unwrap_or(report.now),
        ends: window.expires_at,
        endless: window.endless,
        values,
        ..token
    }
    .of(project, &report.fields)
}

fn blank(text: &str, kind: Option<&str>, vendor: &str, added: Time) -> Watched {
    let mark = store::mark(text);
    Watched {
        id: WatchId::free(&mark, |_| false),
        mark,
        vendor: vendor.to_owned(),
        kind: kind.map(str::to_owned),
        name: None,
        project: None,
        project_name: String::new(),
        user: String::new(),
        role: String::new(),
        room: String::new(),
        added,
        begins: added,
        ends: None,
        endless: false,
        warn: None,
        kept: false,
        call: None,
        values: None,
        unknown: toml::Table::new(),
    }
}

/// What may be written down of the values of a form: no secret, and nothing that belongs to one making alone.
fn kept_values(fields: &[Field], values: &[(String, String)]) -> BTreeMap<String, String> {
    let keeps = |key: &str| fields.iter().any(|field| field.key == key && !field.fresh && !field.is_secret());
    values.iter().filter(|(key, _)| keeps(key)).cloned().collect()
}

impl Watched {
    /// The same with whose it is and for whom.
    fn of(mut self, project: Option<&Project>, fields: &Map<String, Value>) -> Self {
        if let Some(project) = project {
            self.project = Some(project.id.clone());
            self.project_name.clone_from(&project.name);
            self.vendor.clone_from(&project.vendor);
        }
        let given = |key: &str| self.values.as_ref()?.get(key).cloned();
        let credential = |key: &str| project?.credentials.get(key).cloned();
        let told = |key: &str| fields.get(key).filter(|value| !value.is_null()).map(plain);
        let first = |keys: &[&str]| {
            let values = keys.iter().filter_map(|key| {
                [told(key), given(key), credential(key)].into_iter().flatten().find(|text| !text.is_empty())
            });
            values.take(1).next().unwrap_or_default()
        };
        let audience = self.kind.as_deref().and_then(vendor::kind).map(Kind::audience).unwrap_or_default();
        let (user, role, room) = (first(audience.user), first(audience.role), first(audience.room));
        Self { user, role, room, ..self }
    }
}

/// Watches tokens. One that is watched already is replaced where it stands: also one that the same call made from the
/// same values, because a renewal that extends the old token gives no new one.
pub(super) fn add(model: &mut Model, tokens: Vec<(Watched, SecretString)>) -> Vec<Effect> {
    let now = clock(model);
    let mut ids: BTreeSet<WatchId> = model.watch.rows.iter().map(|row| row.token.id.clone()).collect();
    let mut marks: BTreeMap<String, usize> =
        model.watch.rows.iter().enumerate().map(|(index, row)| (row.token.mark.clone(), index)).collect();
    let mut keeping = Vec::new();
    for (mut token, text) in tokens {
        let alike = |row: &Row| token.call.is_some() && made_alike(&row.token, &token);
        let same = marks.get(&token.mark).copied();
        let at = same.or_else(|| model.watch.rows.iter().position(alike));
        if let Some(old) = at.and_then(|at| model.watch.rows.get_mut(at)) {
            token = Watched {
                id: old.token.id.clone(),
                added: old.token.added,
                warn: old.token.warn,
                kept: old.token.kept,
                // Who knows less says nothing against who knows more.
                call: token.call.or_else(|| old.token.call.clone()),
                values: token.values.or_else(|| old.token.values.clone()),
                ..token
            };
            *old = Row { here: old.here, ..Row::new(token.clone(), &model.settings, now) };
        } else {
            if model.watch.rows.len() >= MOST {
                tell(model, Message::new("notice-watch-full").with("most", MOST), true);
                break;
            }
            token.id = WatchId::free(&token.mark, |id| ids.contains(id));
            ids.insert(token.id.clone());
            marks.insert(token.mark.clone(), model.watch.rows.len());
            model.watch.rows.push(Row::new(token.clone(), &model.settings, now));
        }
        let place = Some(place_for(model, &token));
        keeping.push(Keeping { token, text: Some(text), place });
    }
    let mut effects = refresh(model);
    if !keeping.is_empty() {
        effects.push(Effect::Watch(WatchEffect::Keep(keeping)));
    }
    effects
}

/// Made by the same call from the same values for the same project.
fn made_alike(one: &Watched, other: &Watched) -> bool {
    one.call == other.call && one.values == other.values && one.project == other.project
}

/// Where the text of a token is to be: in the keychain if the secrets of its project are there, unless the settings say
/// otherwise. Where they are not, there may be none, or it is not wanted.
fn place_for(model: &Model, token: &Watched) -> SecretPlace {
    let project = token.project.as_ref().and_then(|id| model.project(id));
    let elsewhere = project.is_some_and(|project| project.place != SecretPlace::Keychain);
    if model.settings.watch_keep && !elsewhere { SecretPlace::Keychain } else { SecretPlace::ThisRun }
}

/// Watches the token that was made.
pub(super) fn watch_made(model: &mut Model) -> Vec<Effect> {
    let Some(made) = model.made() else { return Vec::new() };
    let token = watched(&made.report, Some(&made.values), model.selected(), clock(model));
    let text = SecretString::from(made.token.as_str());
    tell(model, Message::new("notice-watched"), false);
    add(model, vec![(token, text)])
}

/// What is known of a token that was inspected. What it does not carry may be `known` besides; where that is not enough
/// to make it again, nobody knows what it was made from.
pub fn inspected(
    report: &Report,
    known: &[(String, String)],
    project: Option<&Project>,
    added: Time,
) -> Watched {
    let mut values = known.to_vec();
    let carried = vendor::renewal_values(report).into_iter();
    values.extend(carried.map(|(key, value)| (key.to_owned(), value)));
    let kind = report.kind.and_then(vendor::kind).filter(|kind| kind.spec().generates);
    let enough = kind.zip(project).is_some_and(|(kind, project)| {
        let fields = kind.fields();
        let values = kept_values(kind.spec().fields, &values);
        let public = project.public().plain.into_iter().chain(values);
        let plain = public.filter(|(key, _)| fields.iter().any(|field| field.key == key)).collect();
        Inputs::read(&fields, &Raw { plain, secrets: Vec::new() }, Ask::AllButSecrets).is_ok()
    });
    watched(report, enough.then_some(&values), project, added)
}

/// Watches the token that is inspected, with the project that it was checked with.
fn watch_inspected(model: &mut Model) -> Vec<Effect> {
    let inspect = &model.inspect;
    let Some(report) = inspect.report.as_ref().filter(|report| can_be_watched(report)) else {
        return Vec::new();
    };
    let project = report.project.as_ref().and_then(|name| model.projects.iter().find(|p| p.name == *name));
    let known: Vec<_> = inspect.known.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let token = inspected(report, &known, project, clock(model));
    let text = SecretString::from(report.text.as_str());
    tell(model, Message::new("notice-watched"), false);
    add(model, vec![(token, text)])
}

/// Whether there is something to keep an eye on.
pub fn can_be_watched(report: &Report) -> bool {
    report.shape == crate::token::Shape::Ok && report.kind.is_some()
}

/// Watches the tokens in the answer of a call.
pub(super) fn watch_answer(model: &mut Model, id: &ProjectId, sent: &Sent) -> Vec<Effect> {
    let Answered::Outcome { outcome, .. } = &sent.answered else { return Vec::new() };
    let Some(project) = model.project(id) else { return Vec::new() };
    let now = clock(model);
    let fields = call::call(sent.call).map_or(&[][..], |call| call.spec().fields);
    let tokens = outcome.gains.iter().filter_map(|gain| {
        let Gain::Token { name, kind, text, ends, .. } = gain else { return None };
        let token = Watched {
            name: kind.is_none().then(|| (*name).to_owned()),
            ends: if let Ends::At(end) = ends { Some(*end) } else { None },
            endless: matches!(ends, Ends::Never),
            call: Some(sent.call.to_owned()),
            values: Some(kept_values(fields, &sent.values)),
            ..blank(text, *kind, &project.vendor, now)
        };
        Some((token.of(Some(project), &Map::new()), SecretString::from(text.as_str())))
    });
    let tokens = tokens.collect();
    add(model, tokens)
}

/// Whether a token can be renewed: its project is there, and what it was made from is known.
pub fn can_renew(model: &Model, row: &Row) -> bool {
    let there = row.token.project.as_ref().is_some_and(|id| model.project(id).is_some());
    let known = row.kind().is_some_and(|kind| kind.spec().generates) && row.token.values.is_some();
    there && (row.is_extended() || known)
}

/// The values for a token of the same life that begins now: spans stay, and points in time move along.
fn values_from_now(kind: &'static dyn Kind, token: &Watched, now: Time) -> Vec<(String, String)> {
    let later = now.seconds().saturating_sub(token.begins.seconds());
    let values = token.values.iter().flatten();
    let moved = values.map(|(key, value)| {
        let field = kind.spec().fields.iter().find(|field| field.key == key);
        let is_time = field.is_some_and(|field| matches!(field.kind, FieldKind::Time));
        let value = match When::parse(value) {
            Ok(When::At(time)) if is_time => time.seconds().saturating_add(later).to_string(),
            _ => value.clone(),
        };
        (key.clone(), value)
    });
    moved.collect()
}

/// Makes a token anew; or, where a call made it, loads the call. Sending stays the user's press.
fn renew(model: &mut Model, id: &WatchId, copy: bool) -> Vec<Effect> {
    let now = model.now;
    let Some(row) = model.watch.row(id).filter(|row| can_renew(model, row) && !row.running) else {
        return Vec::new();
    };
    if row.is_extended() {
        return vec![fetch(row, Purpose::Extend)];
    }
    let (Some(kind), Some(project)) = (row.kind(), row.token.project.clone()) else { return Vec::new() };
    let values = values_from_now(kind, &row.token, now);
    if let Some(row) = model.watch.row_mut(id) {
        row.running = true;
    }
    let (id, kind) = (id.clone(), kind.spec().id);
    vec![Effect::Watch(WatchEffect::Renew { id, project, kind, values, now, copy })]
}

/// The new token takes the place of the old one.
fn renewed(model: &mut Model, id: &WatchId, copy: bool, result: Result<Box<Made>, NotMade>) -> Vec<Effect> {
    let clock = clock(model);
    let project = model.watch.row(id).and_then(|row| model.project(row.token.project.as_ref()?)).cloned();
    let Some(row) = model.watch.row_mut(id) else { return Vec::new() };
    row.running = false;
    let made = match result {
        Ok(made) => made,
        Err(NotMade::Failure(failure)) => {
            tell(model, failure.message, true);
            return vec![Effect::CheckKeychain];
        }
        Err(NotMade::Problems(problems)) => {
            let secret = |key: &str| {
                vendor::vendor(&row.token.vendor)
                    .is_some_and(|vendor| vendor.credentials.iter().any(|field| field.key == key))
            };
            let missing = problems.iter().any(|problem| secret(&problem.key));
            let id = if missing { "failure-secret-missing" } else { "notice-watch-not-renewed" };
            tell(model, Message::new(id), true);
            return Vec::new();
        }
    };
    let token = watched(&made.report, Some(&made.values), project.as_ref(), row.token.added);
    let old = &row.token;
    let token = Watched { id: old.id.clone(), warn: old.warn, kept: old.kept, ..token };
    *row = Row { here: row.here, ..Row::new(token.clone(), &model.settings, clock) };
    let place = Some(place_for(model, &token));
    let text = Some(SecretString::from(made.token.as_str()));
    tell(model, Message::new("notice-watch-renewed").with("who", who_of(model, id)), false);
    let mut effects = refresh(model);
    effects.push(Effect::Watch(WatchEffect::Keep(vec![Keeping { token, text, place }])));
    if copy {
        effects.push(Effect::Copy { text: made.token, sensitivity: Sensitivity::Token });
    }
    effects
}

fn who_of(model: &Model, id: &WatchId) -> String {
    model.watch.row(id).map(|row| row.who().to_owned()).unwrap_or_default()
}

/// Asks for the chosen token as a QR code.
pub(super) fn show_qr(model: &Model) -> Vec<Effect> {
    model.watch.chosen_with_text().map(|row| fetch(row, Purpose::Qr)).into_iter().collect()
}

fn fetch(row: &Row, purpose: Purpose) -> Effect {
    Effect::Watch(WatchEffect::Fetch(Box::new(row.token.clone()), purpose))
}

/// Does with a text what it was fetched for.
fn fetched(
    model: &mut Model,
    id: &WatchId,
    purpose: Purpose,
    text: Result<Option<SecretString>, Failure>,
) -> Vec<Effect> {
    let text = match text {
        Ok(text) => text,
        Err(failure) => {
            tell(model, failure.message, true);
            return vec![Effect::CheckKeychain];
        }
    };
    let Some(row) = model.watch.row_mut(id) else { return Vec::new() };
    if text.is_none() {
        // Somebody has taken it out of the keychain.
        (row.token.kept, row.here) = (false, false);
    }
    let token = row.token.clone();
    let text = text.as_ref().map(|text| text.expose_secret().to_owned());
    match (purpose, text) {
        (Purpose::Extend, text) => return extend(model, &token, text),
        (_, None) => tell(model, Message::new("notice-watch-no-text"), true),
        (Purpose::Copy, Some(text)) => return vec![Effect::Copy { text, sensitivity: Sensitivity::Token }],
        (Purpose::Qr, Some(text)) => {
            let what = Message::new(model.watch.row(id).map(Row::name_id).unwrap_or_default());
            return share::update(model, ShareMsg::Qr { what, text });
        }
        (Purpose::Inspect, Some(text)) => {
            let kind = token.kind.as_deref().and_then(vendor::kind);
            let fields = kind.map_or(&[][..], |kind| kind.spec().fields);
            let given = |field: &Field| Some((field.key, token.values.as_ref()?.get(field.key)?.clone()));
            let known = fields.iter().filter_map(given).collect();
            return update(model, Msg::InspectAs(text, kind.map(|kind| kind.spec().id), known));
        }
    }
    Vec::new()
}

fn extend(model: &mut Model, token: &Watched, text: Option<String>) -> Vec<Effect> {
    let call = token.call.as_deref().and_then(call::call);
    let (Some(call), Some(project)) = (call, token.project.clone()) else { return Vec::new() };
    let fields = call.spec().fields.iter();
    let values = fields.filter_map(|field| Some((field.key, token.values.as_ref()?.get(field.key)?.clone())));
    calls::load(model, &project, call, values.collect(), text)
}

/// Takes a pasted list; what could not be read is told.
fn listed(model: &mut Model, list: Listed) -> Vec<Effect> {
    let Listed { tokens, unread, failure } = list;
    let before = model.watch.rows.len();
    let read = tokens.len();
    let mut effects = add(model, tokens);
    model.watch.unread = unread;
    if let Some(failure) = failure {
        tell(model, failure.message, true);
        effects.push(Effect::CheckKeychain);
    } else if model.notice.as_ref().is_none_or(|notice| !notice.bad) {
        let added = model.watch.rows.len() - before;
        let message = Message::new("notice-watch-listed").with("added", added);
        tell(model, message.with("known", (read - added.min(read)).to_string()), false);
    }
    effects
}

/// Takes note of where the texts are; that they are not kept is said once.
fn kept(model: &mut Model, kept: Kept) -> Vec<Effect> {
    let places: BTreeMap<WatchId, Place> = kept.places.into_iter().collect();
    for row in &mut model.watch.rows {
        if let Some(place) = places.get(&row.token.id) {
            (row.token.kept, row.here) = (place.kept, place.here);
        }
    }
    if let Some(failure) = kept.failure
        && !std::mem::replace(&mut model.watch.told_unkept, true)
    {
        let unkept = Message::new("notice-watch-unkept");
        tell(model, if model.settings.watch_keep { unkept } else { failure.message }, true);
    }
    if let Some(failure) = kept.unsaved {
        tell(model, failure.message.clone(), true);
        model.watch.failure = Some(failure);
    }
    let rest: BTreeSet<WatchId> = kept.rest.into_iter().collect();
    let rest = model.watch.rows.iter().filter(|row| rest.contains(&row.token.id)).map(|row| Keeping {
        token: row.token.clone(),
        text: None,
        place: Some(place_for(model, &row.token)),
    });
    let rest: Vec<Keeping> = rest.collect();
    if rest.is_empty() { Vec::new() } else { vec![Effect::Watch(WatchEffect::Keep(rest))] }
}
