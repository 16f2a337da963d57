//! The editor of a field, chosen by its kind: the same for every vendor.

use eframe::egui::{Response, Ui};

use crate::app::Msg;
use crate::app::actions::{ActionMsg, Change};
use crate::app::model::Typed;
use crate::gui::view::View;
use crate::gui::widgets::form::below;
use crate::gui::widgets::{
    Button, CheckBox, Chips, DurationField, FormRow, Icon, Segmented, Select, TextField, text,
};
use crate::i18n::{Arg, Message};
use crate::token::{Field, FieldKind, Time, When, visible};

/// What is said about a value.
#[derive(Default)]
pub(super) struct Remarks<'a> {
    /// What is wrong.
    pub(super) problem: Option<&'a Message>,
    /// What is unusual.
    pub(super) advice: Option<&'a Message>,
    /// What is good.
    pub(super) ok: Option<String>,
}

/// Draws a field that is no secret with its label and note; returns the new raw value if it changed.
pub(super) fn show(
    ui: &mut Ui,
    view: &View<'_>,
    field: &Field,
    value: &str,
    remarks: &Remarks<'_>,
    focus: bool,
) -> Option<String> {
    let (label, help) = view.field(field.key);
    let problem = remarks.problem.map(|message| view.words(message));
    let advice = remarks.advice.map(|message| view.words(message));
    let bad = remarks.problem.is_some();
    let counter = counter(field, value);
    let row = FormRow::new(&label)
        .help(&help)
        .problem(problem.as_deref())
        .advice(advice.as_deref())
        .ok(remarks.ok.as_deref())
        .counter(&counter);
    let mut changed = None;
    let response = row.show(ui, |ui, name| editor(ui, view, field, value, name, bad, &mut changed));
    if focus {
        response.request_focus();
    }
    changed
}

/// Every field of a form with what is to be said about it; those with good defaults folded away at the end.
pub(super) fn form(
    ui: &mut Ui,
    view: &mut View<'_>,
    fields: &'static [Field],
    typed: &Typed,
    focus: bool,
    remark: &dyn Fn(&View<'_>, &Field) -> Option<String>,
) {
    let mut focus = focus;
    // Another kind's form is not compared with the token that was loaded.
    let loaded = typed.loaded.as_ref().filter(|loaded| std::ptr::eq(loaded.fields, fields));
    if let Some(loaded) = loaded {
        let count = loaded.count(typed).to_string();
        text::note(ui, &view.words(&Message::new("again-loaded").with("count", count)));
    }
    let mut row = |ui: &mut Ui, view: &mut View<'_>, field: &'static Field| {
        let problem = typed.problem(field.key);
        let advice = typed.advice.iter().find(|advice| advice.key == field.key).map(|advice| &advice.message);
        let ok = if problem.is_none() { remark(view, field) } else { None };
        let remarks = Remarks { problem, advice, ok };
        let first = std::mem::take(&mut focus);
        if let Some(value) = show(ui, view, field, typed.value(field), &remarks, first) {
            view.push(Msg::Set(field.key, value));
        }
        if let Some(change) = loaded.and_then(|loaded| loaded.change(typed, field)) {
            changed(ui, view, field, &change);
        }
    };
    for field in fields.iter().filter(|field| !field.advanced) {
        row(ui, view, field);
    }
    if fields.iter().any(|field| field.advanced) {
        let icon = if typed.advanced { Icon::CaretDown } else { Icon::CaretRight };
        let label = view.text("generate-advanced");
        if Button::new(&label).quiet().icon(icon).small().show(ui).clicked() {
            view.push(Msg::ShowAdvanced(!typed.advanced));
        }
        if typed.advanced {
            for field in fields.iter().filter(|field| field.advanced) {
                row(ui, view, field);
            }
        }
    }
}

/// How a field stands to the token that was loaded, and the way back.
fn changed(ui: &mut Ui, view: &mut View<'_>, field: &'static Field, change: &Change<'_>) {
    let short = |was: &str| {
        let start: String = was.chars().take(40).collect();
        let more = if start.len() < was.len() { "…" } else { "" };
        visible::one_line(&format!("{start}{more}"))
    };
    let (words, button, msg) = match change {
        Change::SameLife(fresh) => {
            // Only where the end that the token has is over.
            let is = view.model.form().map_or("", |form| form.typed.value(field));
            let over = When::parse(is).is_ok_and(|when| when.resolve(view.model.now) <= view.model.now);
            let Ok(when) = When::parse(fresh) else { return };
            if !over {
                return;
            }
            let span = Arg::Span(when.resolve(view.model.now).since(view.model.now));
            let message = Message::new("again-same-life").with("span", span);
            (view.text("again-over"), view.words(&message), ActionMsg::SameLife(field.key))
        }
        Change::Anew(was) => {
            let message = Message::new("again-anew").with("was", short(was));
            (view.words(&message), view.text("again-use"), ActionMsg::Back(field.key))
        }
        Change::From(was) => {
            let message = Message::new("again-changed").with("was", short(was));
            (view.words(&message), view.text("again-back"), ActionMsg::Back(field.key))
        }
        Change::Added => (view.text("again-added"), view.text("again-back"), ActionMsg::Back(field.key)),
    };
    let (label, _) = view.field(field.key);
    let named = format!("{button}: {label}");
    below(ui, |ui| {
        text::note(ui, &words);
        if Button::new(&button).spoken(&named).small().id_salt(field.key).show(ui).clicked() {
            view.push(Msg::Action(msg));
        }
    });
}

fn counter(field: &Field, value: &str) -> String {
    let (FieldKind::Text { max, warn_above }, false) = (field.kind, value.is_empty()) else {
        return String::new();
    };
    let limit = if warn_above > 0 { warn_above } else { max };
    format!("{} / {limit}", value.encode_utf16().count())
}

fn editor(
    ui: &mut Ui,
    view: &View<'_>,
    field: &Field,
    value: &str,
    name: &str,
    bad: bool,
    changed: &mut Option<String>,
) -> Response {
    let mut text = value.to_owned();
    let response = match field.kind {
        FieldKind::Choice(words) => return choice(ui, view, field, words, value, name, changed),
        FieldKind::Time => return time(ui, view, value, name, bad, true, changed),
        FieldKind::Seconds { .. } => return time(ui, view, value, name, bad, false, changed),
        FieldKind::Words { .. } => {
            let mut words: Vec<String> = value.split_whitespace().map(ToOwned::to_owned).collect();
            let (remove, add) = (view.text("words-remove"), view.text("words-add"));
            let response = Chips::new(name, &remove).hint(&add).bad(bad).show(ui, &mut words);
            if response.changed() {
                *changed = Some(words.join(" "));
            }
            return response;
        }
        FieldKind::Text { .. } => TextField::new(name, &mut text).bad(bad).show(ui),
        FieldKind::JsonObject | FieldKind::PublicPem => {
            TextField::new(name, &mut text).mono().rows(3).bad(bad).show(ui)
        }
        FieldKind::Flags(flags) => return switches(ui, view, field, flags, value, changed),
        FieldKind::Id { .. }
        | FieldKind::Digits
        | FieldKind::Number
        | FieldKind::Integer { .. }
        | FieldKind::Hex { .. }
        | FieldKind::Pem
        | FieldKind::Uuid
        | FieldKind::Secret { .. } => TextField::new(name, &mut text).mono().bad(bad).show(ui),
    };
    if response.changed() {
        *changed = Some(text);
    }
    response
}

/// One of a few words side by side, or of many in a list; where there is no default, none of them too.
fn choice(
    ui: &mut Ui,
    view: &View<'_>,
    field: &Field,
    words: &[&str],
    value: &str,
    name: &str,
    changed: &mut Option<String>,
) -> Response {
    let none = (field.default.is_none() && !field.required).then_some("");
    let words: Vec<&str> = none.into_iter().chain(words.iter().copied()).collect();
    let label = |word: &&str| match *word {
        "" => view.text("choice-none"),
        word => view.text(&format!("choice-{}-{word}", field.key.replace('_', "-"))),
    };
    let labels: Vec<String> = words.iter().map(label).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let mut chosen = words.iter().position(|word| *word == value).unwrap_or(0);
    // Side by side they must fit beside the label at the smallest size.
    let wide = labels.iter().map(|label| label.chars().count()).sum::<usize>() > 48;
    let response = if words.len() > 4 || wide {
        Select::new(name, &labels).width(220.0).show(ui, &mut chosen)
    } else {
        Segmented::new(name, &labels).show(ui, &mut chosen)
    };
    if response.changed() {
        *changed = words.get(chosen).map(|word| (*word).to_owned());
    }
    response
}

/// A sum of bits as one check box a bit. A value that is no such sum shows none ticked, and its problem below.
fn switches(
    ui: &mut Ui,
    view: &View<'_>,
    field: &Field,
    flags: &[(&str, u64)],
    value: &str,
    changed: &mut Option<String>,
) -> Response {
    let mut sum: u64 = value.trim().parse().unwrap_or_default();
    ui.vertical(|ui| {
        let mut all: Option<Response> = None;
        for (name, bit) in flags {
            let mut on = sum & bit != 0;
            let label = view.text(&format!("flag-{}-{name}", field.key.replace('_', "-")));
            let response = CheckBox::new(&label).show(ui, &mut on);
            if response.changed() {
                sum = if on { sum | bit } else { sum & !bit };
                *changed = Some(sum.to_string());
            }
            all = Some(all.map_or_else(|| response.clone(), |before| before | response.clone()));
        }
        all
    })
    .inner
    .unwrap_or_else(|| ui.label(""))
}

/// The units of a span, their letters in a TIME, and text ids.
const UNITS: [(&str, &str); 4] =
    [("s", "unit-seconds"), ("m", "unit-minutes"), ("h", "unit-hours"), ("d", "unit-days")];

/// A span as number and unit, or (where `instants`) an instant as it is typed.
fn time(
    ui: &mut Ui,
    view: &View<'_>,
    value: &str,
    name: &str,
    bad: bool,
    instants: bool,
    changed: &mut Option<String>,
) -> Response {
    let exact = UNITS.len();
    // A bare number is seconds where no instant is meant.
    let value = &if !instants && !value.starts_with('+') { format!("+{value}s") } else { value.to_owned() };
    let span = value.strip_prefix('+').and_then(|span| {
        let unit = UNITS.iter().position(|(letter, _)| span.ends_with(letter))?;
        Some((span.get(..span.len() - 1)?.to_owned(), unit))
    });
    let (mut amount, before) = span.unwrap_or_else(|| (value.to_owned(), exact));
    let mut unit = before;
    let labels: Vec<String> = UNITS
        .iter()
        .map(|(_, id)| *id)
        .chain(instants.then_some("unit-exact"))
        .map(|id| view.text(id))
        .collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let end = When::parse(value).map(|when| when.resolve(view.model.now));
    let note = match &end {
        Ok(end) => view.words(&Message::new("time-ends").with("moment", view.short_moment(*end))),
        Err(_) => String::new(),
    };
    let unit_name = view.words(&Message::new("unit-of").with("field", name));
    let response =
        DurationField::new(name, &mut amount, &unit_name, &mut unit, &labels).note(&note).bad(bad).show(ui);
    if response.changed() {
        *changed = Some(match UNITS.get(unit) {
            Some((letter, _)) if before == exact => format!("+1{letter}"),
            Some((letter, _)) => format!("+{}{letter}", amount.trim()),
            // From a span to an instant: start from where the span ends.
            None if before != exact => end.map_or(amount, Time::rfc3339),
            None => amount,
        });
    }
    response
}
