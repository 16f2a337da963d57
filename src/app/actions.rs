//! What one does with an inspected token: sign it again with other values, want some of its fields to be so, tell of it
//! in a ticket. `update` hands these messages here.

use std::collections::{BTreeMap, BTreeSet};

use crate::i18n::Message;
use crate::store::{Project, ProjectId};
use crate::token::{Field, FieldKind, Report, visible};
use crate::vendor::{self, Kind};

use super::effect::Effect;
use super::model::{Dialog, Focus, Model, Panel, Typed};
use super::update::{inspect, select, tell};

/// One thing that was done.
#[derive(Debug)]
pub enum ActionMsg {
    /// A field of the form is to be as it was in the loaded token.
    Back(&'static str),
    /// A time of the form is to be as far from now as it was from the token's start.
    SameLife(&'static str),
    /// The field that is to be expected was chosen.
    ExpectKey(String),
    /// What it is to be was typed.
    ExpectValue(String),
    /// The expectation counts from now on.
    Expect,
    /// This one does not count any more.
    Forget(usize),
    /// Nothing is to be added after all.
    CloseExpect,
    /// User data is left out of the report for a ticket, or not.
    LeaveOutUser(bool),
}

/// What the tester wants the inspected token to be: for this run, whatever is pasted.
#[derive(Debug, Default)]
pub struct Expect {
    /// Fields and what they should be.
    pub wanted: Vec<(String, String)>,
    /// The one being typed.
    pub draft: Option<Draft>,
}

/// An expectation while it is typed.
#[derive(Debug, Default)]
pub struct Draft {
    /// The field; empty until one is chosen.
    pub key: String,
    /// What it should be.
    pub value: String,
}

/// The token from which a form was filled.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The fields of its kind: the form of another kind is not compared with it.
    pub fields: &'static [Field],
    /// Its values.
    pub values: BTreeMap<&'static str, String>,
    /// Its times, as far from now as they were from its start.
    pub fresh: BTreeMap<&'static str, String>,
    /// What is made anew with each token, and so was left out of the form.
    pub anew: BTreeSet<&'static str>,
}

/// How a field of a form stands to the token that was loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    /// As it was; the end is over, or nearly, and could be as far from now as it was.
    SameLife(&'a str),
    /// Made anew; it was this.
    Anew(&'a str),
    /// Changed from this.
    From(&'a str),
    /// The token has none.
    Added,
}

impl Loaded {
    /// How a field stands to the token; none where it is as it was.
    pub fn change<'a>(&'a self, typed: &Typed, field: &Field) -> Option<Change<'a>> {
        let was = self.values.get(field.key).map(String::as_str);
        let is = typed.value(field);
        if is.trim() == was.or(field.default).unwrap_or_default().trim() {
            let fresh = self.fresh.get(field.key).map(String::as_str).filter(|_| was.is_some());
            return fresh.filter(|fresh| *fresh != is).map(Change::SameLife);
        }
        Some(match was {
            Some(was) if is.trim().is_empty() && self.anew.contains(field.key) => Change::Anew(was),
            Some(was) => Change::From(was),
            None => Change::Added,
        })
    }

    /// How many fields the user has changed.
    pub fn count(&self, typed: &Typed) -> usize {
        let changed =
            |field: &&Field| matches!(self.change(typed, field), Some(Change::From(_) | Change::Added));
        self.fields.iter().filter(changed).count()
    }
}

/// The report on the pasted token, of a kind that can be made here.
fn makeable(model: &Model) -> Option<(&Report, &'static dyn Kind)> {
    let report = model.inspect.report.as_ref()?;
    let kind = report.kind.and_then(vendor::kind).filter(|kind| kind.spec().generates)?;
    Some((report, kind))
}

/// Whether the pasted token can be loaded into a form.
pub fn can_sign_again(model: &Model) -> bool {
    makeable(model).is_some()
}

/// The fields of the pasted token that can be expected: those that say something by themselves.
pub fn can_be_expected(report: &Report) -> Vec<&str> {
    let says = |key: &str| {
        let means = report.means(key);
        !means.is_secret() && means != crate::token::Means::Told && !key.starts_with("header.")
    };
    let mut keys: Vec<&str> = Vec::new();
    for part in report.parts.iter().filter(|part| says(&part.key)) {
        if !keys.contains(&part.key.as_str()) {
            keys.push(&part.key);
        }
    }
    keys
}

/// Changes the model.
pub(super) fn handle(model: &mut Model, msg: ActionMsg) -> Vec<Effect> {
    match msg {
        ActionMsg::Back(key) => change(model, |typed, loaded| match loaded.values.get(key) {
            Some(value) => {
                typed.values.insert(key, value.clone());
            }
            None => {
                typed.values.remove(key);
            }
        }),
        ActionMsg::SameLife(key) => change(model, |typed, loaded| {
            if let Some(fresh) = loaded.fresh.get(key) {
                typed.values.insert(key, fresh.clone());
            }
        }),
        ActionMsg::ExpectKey(key) => draft(model).key = key,
        ActionMsg::ExpectValue(value) => draft(model).value = value,
        ActionMsg::Expect => {
            let expect = &mut model.expect;
            if let Some(Draft { key, value }) = expect.draft.take_if(|draft| !draft.key.is_empty()) {
                // One wish a field: the later one counts.
                expect.wanted.retain(|(known, _)| *known != key);
                expect.wanted.push((key, value));
                expect.draft = Some(Draft::default());
                return inspect(model);
            }
        }
        ActionMsg::Forget(index) => {
            if index < model.expect.wanted.len() {
                model.expect.wanted.remove(index);
                return inspect(model);
            }
        }
        ActionMsg::CloseExpect => model.expect.draft = None,
        ActionMsg::LeaveOutUser(leave_out) => {
            if let Some(Dialog::BugReport { leave_out_user }) = &mut model.dialog {
                *leave_out_user = leave_out;
            }
        }
    }
    Vec::new()
}

fn draft(model: &mut Model) -> &mut Draft {
    model.expect.draft.get_or_insert_default()
}

/// Opens the place where an expectation is typed.
pub(super) fn open_expect(model: &mut Model) {
    model.panel = Panel::Inspect;
    draft(model);
    model.focus = Some(Focus::Expect);
}

/// Opens the report for a ticket.
pub(super) fn open_report(model: &mut Model) {
    model.dialog = Some(Dialog::BugReport { leave_out_user: false });
}

fn change(model: &mut Model, change: impl FnOnce(&mut Typed, &Loaded)) {
    let now = model.now;
    let Some(project) = model.selected().cloned() else { return };
    let Some(form) = model.forms.get_mut(&project.id) else { return };
    if let Some(loaded) = form.typed.loaded.clone() {
        change(&mut form.typed, &loaded);
        form.check(&project, now);
    }
}

/// Fills the form of the token's kind with the token, in the project that it belongs to.
pub(super) fn sign_again(model: &mut Model) {
    let Some((report, kind)) = makeable(model) else { return };
    let Some(id) = project_of(model, report, kind) else {
        let vendor = kind.vendor();
        let id = if model.projects.iter().any(|project| project.vendor == vendor.id) {
            "again-which-project"
        } else {
            "again-no-project"
        };
        let owner = visible::one_line(&report.owner().unwrap_or_default());
        let message = Message::new(id).with("vendor", vendor.name).with("owner", owner);
        return tell(model, message, true);
    };
    let fields = kind.spec().fields;
    let own = |key: &str| fields.iter().any(|field| field.key == key);
    // What the token does not carry, but its check was told.
    let known = model.inspect.known.iter().filter(|(key, value)| own(key) && !value.trim().is_empty());
    let mut values: BTreeMap<&'static str, String> =
        known.map(|(key, value)| (*key, value.clone())).collect();
    let carried = vendor::form_values(report);
    let anew: BTreeSet<_> =
        carried.iter().map(|(key, _)| *key).filter(|key| vendor::is_new(report, key)).collect();
    values.extend(carried);
    let is_time = |key: &str| fields.iter().any(|f| f.key == key && matches!(f.kind, FieldKind::Time));
    let fresh = vendor::renewal_values(report).into_iter().filter(|(key, _)| is_time(key)).collect();
    let typed = values.iter().filter(|(key, _)| !anew.contains(*key));
    let typed: BTreeMap<_, _> = typed.map(|(key, value)| (*key, value.clone())).collect();
    let typed = Typed {
        touched: typed.keys().copied().collect(),
        advanced: fields.iter().any(|field| field.advanced && typed.contains_key(field.key)),
        values: typed,
        loaded: Some(Loaded { fields, values, fresh, anew }),
        ..Typed::default()
    };
    let kind = kind.spec().id;
    select(model, id.clone());
    model.chosen = true;
    let (now, project) = (model.now, model.project(&id).cloned());
    if let Some((form, project)) = model.forms.get_mut(&id).zip(project) {
        form.kind = kind;
        form.typed = typed;
        form.failure = None;
        form.check(&project, now);
    }
    model.panel = Panel::Generate;
    model.focus = Some(Focus::Form);
}

/// The project that the token was checked with; else the one that it names; else the chosen one, or the only one, of
/// its vendor.
fn project_of(model: &Model, report: &Report, kind: &'static dyn Kind) -> Option<ProjectId> {
    let vendor = kind.vendor();
    let of_vendor = || model.projects.iter().filter(|project| project.vendor == vendor.id);
    let checked = || of_vendor().find(|project| Some(&project.name) == report.project.as_ref());
    let owner = report.owner();
    let names =
        |project: &&Project| owner.is_some() && project.credentials.get(vendor.owner_key) == owner.as_ref();
    // The chosen one first, where several have the same key.
    let chosen = || model.selected().filter(|project| project.vendor == vendor.id);
    let only = || of_vendor().next().filter(|_| of_vendor().count() == 1);
    let named = || chosen().filter(names).or_else(|| of_vendor().find(names));
    checked().or_else(named).or_else(chosen).or_else(only).map(|project| project.id.clone())
}
