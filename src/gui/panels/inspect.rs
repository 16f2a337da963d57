//! Inspect: a paste box, the verdict, its answers, the parts, the findings.

use eframe::egui::{Align, Layout, Ui};

use super::fields::{self, Remarks};
use super::{snippet, token};
use crate::app::model::Focus;
use crate::app::{Command, Msg};
use crate::gui::theme::{Tone, space};
use crate::gui::view::{View, keys, tone};
use crate::gui::widgets::{
    Button, Callout, EmptyState, Icon, Segmented, TextField, TimeLine, at_right, card, finding, state_chip,
    tag, text,
};
use crate::i18n::Message;
use crate::token::report::kind_text_id;
use crate::token::time::span_short;
use crate::token::{Context, Field, Report, Severity, Shape, Signature};

/// Whether there is something to show in the detail column.
pub(super) fn has_detail(view: &View<'_>) -> bool {
    view.model.inspect.report.is_some()
}

/// The paste box and the verdict.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let model = view.model;
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        text::title(ui, &view.text("panel-inspect"));
        at_right(ui, "inspect", |ui| {
            if !model.inspect.text.is_empty() {
                let label = view.text("command-watch-token");
                let ready = Command::WatchToken.is_enabled(model);
                if ready && Button::new(&label).small().quiet().show(ui).clicked() {
                    view.command(Command::WatchToken);
                }
                let label = view.text("inspect-clear");
                if Button::new(&label).small().quiet().show(ui).clicked() {
                    view.command(Command::ClearInspect);
                }
            }
            let (label, chip) = (view.text("inspect-paste"), keys(Command::InspectClipboard));
            if Button::new(&label).small().shortcut(&chip).show(ui).clicked() {
                view.command(Command::InspectClipboard);
            }
        });
    });
    let mut pasted = model.inspect.text.clone();
    let (name, hint) = (view.text("inspect-box"), view.text("inspect-hint"));
    let rows = if model.inspect.report.is_some() { 3 } else { 6 };
    let field = TextField::new(&name, &mut pasted).hint(&hint).mono().rows(rows).show(ui);
    if model.focus == Some(Focus::PasteBox) {
        field.request_focus();
    }
    if field.changed() {
        view.push(Msg::Paste(pasted));
    }
    let Some(report) = &model.inspect.report else {
        if model.inspect.text.is_empty() {
            let (title, words) = (view.text("inspect-empty"), view.text("inspect-empty.text"));
            EmptyState::new(Icon::Search, &title, &words).show(ui, |_| ());
        }
        return;
    };
    kind_line(ui, view, report);
    known(ui, view, report);
    verdict(ui, view, report);
    if let Some(failure) = &model.inspect.failure {
        let (title, words) = view.failure(failure);
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Lock).show(ui, |_| ());
    }
    answers(ui, view, report);
    time_line(ui, view, report);
    if !report.parts.is_empty() {
        token::parts(ui, view, report, false);
    }
}

/// What it is, what was taken off, and which other kinds it may be.
fn kind_line(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let mut words = vec![match report.kind {
        Some(kind) => view.text(&kind_text_id(kind)),
        None => view.text("kind-unknown"),
    }];
    if let Some(vendor) = report.vendor.and_then(crate::vendor::vendor)
        && Some(vendor.id) != report.kind
    {
        words.insert(0, vendor.name.to_owned());
    }
    if !report.cleaned.is_empty() {
        let cleaned: Vec<String> =
            report.cleaned.iter().map(|cleaning| view.text(&format!("cleaned-{}", cleaning.0))).collect();
        words.push(view.words(&Message::new("inspect-cleaned").with("what", cleaned.join(", "))));
    }
    text::note(ui, &words.join(" · "));
    if let (Some(first), false) = (report.kind, report.candidates.is_empty()) {
        let kinds: Vec<&'static str> =
            std::iter::once(first).chain(report.candidates.iter().copied()).collect();
        let labels: Vec<String> = kinds.iter().map(|kind| view.text(&kind_text_id(kind))).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let mut chosen = 0;
        let name = view.text("inspect-which");
        if Segmented::new(&name, &labels).show(ui, &mut chosen).changed() {
            view.push(Msg::SayKind(kinds.get(chosen).copied()));
        }
    }
}

/// Fields for what the token does not carry, where its check asked for them.
fn known(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let known = &view.model.inspect.known;
    let asked = report.findings.iter().any(|finding| finding.code == "needs")
        || (report.kind.is_some() && view.model.inspect.asking == report.kind);
    let Some(kind) = report.kind.and_then(crate::vendor::kind).filter(|_| asked) else { return };
    let absent = |field: &&Field| !report.fields.contains_key(field.key);
    let fields: Vec<&'static Field> = kind.spec().fields.iter().filter(absent).collect();
    if fields.is_empty() {
        return;
    }
    text::heading(ui, &view.text("inspect-known"));
    for field in fields {
        let value = known.get(field.key).map_or("", String::as_str);
        let problem = if value.is_empty() { None } else { field.check(value).err() };
        let remarks = Remarks { problem: problem.as_ref(), ..Remarks::default() };
        if let Some(value) = fields::show(ui, view, field, value, &remarks, false) {
            view.push(Msg::Know(field.key, value));
        }
    }
}

/// How it looks as a whole.
fn overall(report: &Report) -> (Tone, Icon) {
    if report.refused() {
        (Tone::Bad, Icon::Alert)
    } else if report.findings.iter().any(|finding| finding.severity == Severity::Warning) {
        (Tone::Warn, Icon::Warning)
    } else if report.accepted() == Some(true) {
        (Tone::Ok, Icon::Check)
    } else {
        (Tone::Accent, Icon::Info)
    }
}

fn verdict(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    // The words follow the clock, the rest of the report does not need to.
    let current = Report { now: view.model.now, ..report.clone() };
    let (tone, icon) = overall(report);
    let title = view.words(&current.headline());
    let mut sentences = Vec::new();
    if report.shape == Shape::Ok {
        sentences.push(view.words(&report.signature_sentence()));
    }
    // The first error says why; a second one would only repeat the list at the right.
    if let Some(worst) = report.findings.first().filter(|finding| finding.severity == Severity::Error) {
        sentences.push(view.words(&worst.message()));
    }
    Callout::new(tone, &title, &sentences.join(" ")).icon(icon).show(ui, |_| ());
}

fn answers(ui: &mut Ui, view: &View<'_>, report: &Report) {
    let shape = match report.shape {
        Shape::Ok => Tone::Ok,
        Shape::Damaged | Shape::Unknown => Tone::Bad,
    };
    let signature = match report.signature {
        Signature::Valid => Tone::Ok,
        Signature::Invalid => Tone::Bad,
        Signature::Unchecked | Signature::None => Tone::Neutral,
    };
    let context = match report.context {
        Context::Match => Tone::Ok,
        Context::Mismatch => Tone::Bad,
        Context::Unchecked => Tone::Neutral,
    };
    let (state, window) = token::state(report, view.model.now);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(space::S, space::S);
        state_chip(ui, &view.text(&format!("chip-shape-{}", report.shape.name())), shape);
        if report.shape == Shape::Ok {
            state_chip(ui, &view.text(&format!("chip-signature-{}", report.signature.name())), signature);
            state_chip(ui, &view.text(state), window);
            state_chip(ui, &view.text(&format!("chip-context-{}", report.context.name())), context);
        }
    });
}

fn time_line(ui: &mut Ui, view: &View<'_>, report: &Report) {
    let now = view.model.now;
    let (Some(start), Some(end)) =
        (report.window.issued_at.or(report.window.not_before), report.window.expires_at)
    else {
        return;
    };
    if end <= start {
        return;
    }
    let (first, last) = (start.min(now), end.max(now));
    let margin = last.since(first) / 10 + 1;
    let (first, last) = (first.plus(-margin), last.plus(margin));
    let place = |time: crate::token::Time| time.since(first) as f64 / last.since(first) as f64;
    let (_, tone) = token::state(report, now);
    let made = view.words(&Message::new("line-made").with("moment", view.moment(start)));
    let id = if end < now { "line-ended" } else { "line-ends" };
    let ends = view.words(&Message::new(id).with("moment", view.moment(end)));
    let span = span_short(end.since(start));
    let name = format!("{made}, {ends}");
    let line = TimeLine {
        name: &name,
        start: (place(start), &made),
        end: Some((place(end), &ends)),
        warn_from: None,
        now: (place(now), &view.text("line-now")),
        span: &span,
        tone,
    };
    line.show(ui);
}

/// The token in colours and the findings.
pub(super) fn detail(ui: &mut Ui, view: &mut View<'_>) {
    let Some(report) = &view.model.inspect.report else { return };
    if !report.segments.is_empty() {
        ui.horizontal(|ui| {
            ui.set_height(22.0);
            text::heading(ui, &view.text("token-heading"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let length = report.text.chars().count().to_string();
                tag(ui, &view.words(&Message::new("token-length").with("length", length)), Tone::Neutral);
            });
        });
        card(ui, |ui| token::coloured(ui, view, report, "token-heading", 10));
        ui.horizontal_wrapped(|ui| {
            if Button::new(&view.text("qr-button")).show(ui).clicked() {
                view.command(Command::ShowQr);
            }
            snippet::button(ui, view, true);
        });
    }
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        text::heading(ui, &view.text("findings-heading"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            tag(ui, &report.findings.len().to_string(), Tone::Neutral);
        });
    });
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for found in &report.findings {
            let (words, remedy) = (view.words(&found.message()), view.words(&found.remedy()));
            finding(ui, found.code, tone(found.severity), &words, &remedy);
        }
        if report.findings.is_empty() {
            text::dim(ui, &view.text("findings-none"));
        }
    });
}
