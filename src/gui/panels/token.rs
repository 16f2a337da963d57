//! A token on screen: its coloured text, its countdown, its parts. Shared by Generate and Inspect.

use std::ops::Range;

use eframe::egui::{Align, Layout, Ui};

use super::{bytes, inspect};
use crate::app::model::Made;
use crate::app::{Command, Msg, Sensitivity};
use crate::codec::json::plain;
use crate::gui::theme::{Theme, Tone, size};
use crate::gui::view::{View, keys};
use crate::gui::widgets::{
    Button, Row, Table, TableEvent, TokenView, card, countdown, pill, progress_bar, tag, text,
};
use crate::i18n::Message;
use crate::store::Project;
use crate::token::{Note, Report, Time, WindowState, visible};

/// The token that was made, with everything one does with it.
pub(super) fn made(ui: &mut Ui, view: &mut View<'_>, made: &Made) {
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        text::heading(ui, &view.text("token-heading"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let length = made.token.chars().count().to_string();
            tag(ui, &view.words(&Message::new("token-length").with("length", length)), Tone::Neutral);
        });
    });
    card(ui, |ui| coloured(ui, view, &made.report, "token-heading", 8));
    ui.horizontal_wrapped(|ui| {
        let (copy, chip) = (view.text("command-copy"), keys(Command::CopyToken));
        if Button::new(&copy).primary().shortcut(&chip).show(ui).clicked() {
            view.command(Command::CopyToken);
        }
        if Button::new(&view.text("qr-button")).show(ui).clicked() {
            view.command(Command::ShowQr);
        }
        if Button::new(&view.text("command-inspect-token")).show(ui).clicked() {
            view.command(Command::InspectToken);
        }
        if Button::new(&view.text("command-watch-token")).show(ui).clicked() {
            view.command(Command::WatchToken);
        }
    });
    clock(ui, view, &made.report);
    parts(ui, view, &made.report, Parts::Made);
}

/// The text in the colours of its parts, with the legend.
pub(super) fn coloured(ui: &mut Ui, view: &View<'_>, report: &Report, name: &str, rows: usize) {
    let parts: Vec<(Range<usize>, usize)> =
        report.segments.iter().enumerate().map(|(index, segment)| (segment.range.clone(), index)).collect();
    let words: Vec<String> =
        report.segments.iter().map(|segment| view.text(&format!("segment-{}", segment.name))).collect();
    let legend: Vec<(&str, usize)> = words.iter().enumerate().map(|(i, word)| (word.as_str(), i)).collect();
    TokenView::new(&view.text(name), &report.text).parts(&parts).legend(&legend).max_rows(rows).show(ui);
}

/// The state as word and colour, as of now (the report may be older).
pub(super) fn state(report: &Report, now: Time) -> (&'static str, Tone) {
    match report.window.state(now) {
        WindowState::Active => ("state-active", Tone::Ok),
        WindowState::Expired => ("state-expired", Tone::Bad),
        WindowState::NotYet => ("state-not-yet", Tone::Warn),
        WindowState::Endless => ("state-endless", Tone::Neutral),
        WindowState::Unknown => ("state-unknown", Tone::Neutral),
    }
}

/// The countdown with its bar.
fn clock(ui: &mut Ui, view: &View<'_>, report: &Report) {
    let now = view.model.now;
    let Some(end) = report.window.expires_at else { return };
    let remaining = end.since(now);
    let (word, tone) = state(report, now);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                countdown(ui, &view.texts.countdown(remaining), size::DISPLAY, Theme::of(ui).text);
                text::note(ui, &view.words(&Message::new("token-until").with("moment", view.moment(end))));
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| pill(ui, &view.text(word), tone));
        });
        if let Some(start) = report.window.issued_at {
            ui.add_space(2.0);
            let whole = end.since(start).max(1);
            let left = (remaining as f32 / whole as f32).clamp(0.0, 1.0);
            progress_bar(ui, &view.text("token-left"), left, tone);
        }
    });
}

/// Where the parts stand, and so how much is said of them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Parts<'a> {
    /// In the narrow column beside the form.
    Made,
    /// In the middle, with the project whose token it is.
    Inspected {
        /// Where it is known.
        owner: Option<&'a Project>,
    },
}

/// The parts as a table; the copy button of a row copies its value. In Inspect a row that is pointed at lights its
/// bytes, and is lit by them.
pub(super) fn parts(ui: &mut Ui, view: &mut View<'_>, report: &Report, place: Parts<'_>) {
    let pointed = bytes::pointed(ui);
    let cells: Vec<(String, String, String, Tone)> = report
        .parts
        .iter()
        .map(|part| {
            let value = visible::escape(&plain(&part.value)).into_owned();
            let (mut note, mut tone) = (view.note(&part.note), Tone::Neutral);
            if let Parts::Inspected { owner } = place {
                note = view.full_note(&part.note);
                let owner = owner.filter(|owner| inspect::names_owner(owner, &part.value));
                if let Some(owner) = owner {
                    let name = visible::one_line(&owner.name);
                    let project = view.words(&Message::new("inspect-of-project").with("project", name));
                    note = if note.is_empty() { project } else { format!("{project} · {note}") };
                }
                tone = time_tone(report, &part.note, view.model.now);
            }
            (visible::escape(&part.key).into_owned(), value, visible::one_line(&note), tone)
        })
        .collect();
    let rows: Vec<Row<'_>> = cells
        .iter()
        .zip(&report.parts)
        .map(|((field, value, meaning, tone), part)| {
            let selected =
                matches!(place, Parts::Inspected { .. }) && bytes::is_lit(pointed.as_deref(), &part.key);
            Row { field, value, meaning, tone: *tone, mono: true, selected }
        })
        .collect();
    let (name, copy) = (view.text("parts-heading"), view.text("command-copy"));
    let (unfold, fold) = (view.text("parts-unfold"), view.text("parts-fold"));
    let heads = [view.text("parts-field"), view.text("parts-value"), view.text("parts-meaning")];
    let [field, value, meaning] = &heads;
    let table = Table::new(&name).copy(&copy).fold(&unfold, &fold);
    let table = match place {
        Parts::Made => table.stacked(),
        Parts::Inspected { .. } => table.head(field, value, meaning),
    };
    let Some(event) = table.show(ui, &rows) else { return };
    let (TableEvent::Copy(index) | TableEvent::Hover(index) | TableEvent::Focus(index)) = event;
    let Some(part) = report.parts.get(index) else { return };
    match event {
        TableEvent::Copy(_) => view.push(Msg::Copy(plain(&part.value), Sensitivity::Plain)),
        _ if matches!(place, Parts::Made) => {}
        TableEvent::Hover(_) => bytes::point(ui, &part.key, true),
        TableEvent::Focus(_) => bytes::point(ui, &part.key, false),
    }
}

/// The end of a token that is over is as bad as the verdict says.
fn time_tone(report: &Report, note: &Note, now: Time) -> Tone {
    match note {
        Note::Time(time) if Some(*time) == report.window.expires_at => match report.window.state(now) {
            WindowState::Expired => Tone::Bad,
            _ => Tone::Neutral,
        },
        _ => Tone::Neutral,
    }
}
