//! The bytes behind the inspected token, and what is pointed at: a part in the table lights its bytes and its
//! characters, bytes light their part.

use eframe::egui::{Align, Id, Layout, Ui};

use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{Button, ByteRun, ByteView, card, tag, text};
use crate::i18n::Message;
use crate::token::layer::is_of;
use crate::token::{Layer, Report, Run, visible};

/// What is pointed at. Not a part of the model: it is gone when the pointer is.
#[derive(Debug, Clone)]
struct Pointed {
    pass: u64,
    by_pointer: bool,
    part: String,
}

fn id() -> Id {
    Id::unique("the part that is pointed at")
}

/// The key of the part that is pointed at: in this pass so far, else in the one before.
pub(super) fn pointed(ui: &Ui) -> Option<String> {
    let pass = ui.ctx().cumulative_pass_nr();
    let pointed: Pointed = ui.data(|data| data.get_temp(id()))?;
    (pointed.pass + 1 >= pass).then_some(pointed.part)
}

/// Points at a part. The pointer counts for more than the keyboard: it was moved later.
pub(super) fn point(ui: &Ui, part: &str, by_pointer: bool) {
    let pass = ui.ctx().cumulative_pass_nr();
    let before: Option<Pointed> = ui.data(|data| data.get_temp(id()));
    let stays = before.as_ref().is_some_and(|before| before.pass == pass && before.by_pointer && !by_pointer);
    if stays {
        return;
    }
    // What was drawn before this must be drawn again in its light.
    if before.is_none_or(|before| before.part != part || before.pass + 1 < pass) {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id(), Pointed { pass, by_pointer, part: part.to_owned() }));
}

/// To be called when all is drawn: what was lit and is not pointed at any more is drawn once more without its light.
pub(super) fn settle(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    let pointed: Option<Pointed> = ui.data(|data| data.get_temp(id()));
    if pointed.is_some_and(|pointed| pointed.pass + 1 == pass) {
        ui.ctx().request_repaint();
    }
}

/// Whether this part, or the one it belongs to, is pointed at.
pub(super) fn is_lit(pointed: Option<&str>, part: &str) -> bool {
    pointed.is_some_and(|pointed| is_of(pointed, part) || is_of(part, pointed))
}

/// Every layer with its bytes.
pub(super) fn layers(ui: &mut Ui, view: &View<'_>, report: &Report) {
    for layer in &report.layers {
        ui.push_id(layer.name, |ui| show_layer(ui, view, report, layer));
    }
}

fn show_layer(ui: &mut Ui, view: &View<'_>, report: &Report, layer: &Layer) {
    let title = view.text(&format!("layer-{}", layer.name));
    let length = layer.bytes.len();
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        text::heading(ui, &title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = Message::new("inspect-bytes").with("count", length);
            tag(ui, &view.words(&words), Tone::Neutral);
        });
    });
    let pointed = pointed(ui);
    let names: Vec<String> = layer.runs.iter().map(|run| name(view, run)).collect();
    let lit = |run: &Run| pointed.as_deref().is_some_and(|part| layer.is_lit(run, part));
    let runs: Vec<ByteRun<'_>> = layer
        .runs
        .iter()
        .zip(&names)
        .enumerate()
        .map(|(index, (run, name))| ByteRun {
            range: run.range.clone(),
            name,
            part: color(report, run).unwrap_or(index),
            lit: lit(run),
        })
        .collect();
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let whole_id = ui.make_persistent_id(("whole", report.text.len(), layer.bytes.len()));
        let whole = ui.data(|data| data.get_temp(whole_id)).unwrap_or(false);
        let shown = ByteView::new(&title, &layer.bytes, &runs).whole(whole).show(ui);
        let run = shown.pointed.and_then(|index| layer.runs.get(index));
        if let Some(part) = run.and_then(|run| run.part.as_deref()) {
            point(ui, part, shown.hovered);
        }
        let of_part = || layer.runs.iter().find(|run| layer.whole.is_none() && lit(run));
        let about = about(view, &names, layer, run.or_else(of_part));
        ui.horizontal(|ui| {
            ui.set_height(28.0);
            text::note(ui, &about);
            if !(shown.folded || whole) {
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let id = if whole { "inspect-fewer-bytes" } else { "inspect-all-bytes" };
                let label = view.words(&Message::new(id).with("count", length));
                if Button::new(&label).small().show(ui).clicked() {
                    ui.data_mut(|data| data.insert_temp(whole_id, !whole));
                }
            });
        });
    });
}

/// The words for the bytes that are pointed at, or how to point.
fn about(view: &View<'_>, names: &[String], layer: &Layer, run: Option<&Run>) -> String {
    let Some(run) = run else { return view.text("inspect-bytes-hint") };
    let name = layer.runs.iter().position(|own| own == run).and_then(|index| names.get(index));
    let message = Message::new("inspect-run")
        .with("name", name.cloned().unwrap_or_default())
        .with("count", run.range.len())
        .with("offset", format!("{:04x}", run.range.start));
    view.words(&message)
}

fn name(view: &View<'_>, run: &Run) -> String {
    match &run.part {
        Some(part) if run.name.is_empty() => visible::one_line(part),
        _ => view.text(&format!("segment-{}", run.name)),
    }
}

/// The colour of the characters that carry the same, so that text and bytes agree.
fn color(report: &Report, run: &Run) -> Option<usize> {
    let same = |name: &str| report.segments.iter().position(|segment| segment.name == name);
    match run.name {
        "" => None,
        "iv-length" => same("iv"),
        "ciphertext-length" | "tag" => same("ciphertext"),
        name => same(name),
    }
}
