//! Code to read, to select and to copy from.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Frame, Margin, Response, ScrollArea, TextBuffer, TextEdit, Ui};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{LINE_HEIGHT_MONO, RADIUS, Theme, size};

/// What marks a place that has to be filled in yet.
const OPEN: &str = "/* fill in";

/// Draws it as wide as there is room and at most so high, then it scrolls. It cannot be changed, but reached and
/// selected by keyboard. Comments are dim, places to be filled in stand out.
pub fn code(ui: &mut Ui, name: &str, text: &str, height: f32) -> Response {
    let theme = Theme::of(ui);
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let mut job = LayoutJob::default();
        for line in text.as_str().split_inclusive('\n') {
            let start = line.trim_start();
            let whole = start.starts_with("//") || start.starts_with('#');
            let (code, rest) = line.split_at(line.find(OPEN).unwrap_or(line.len()));
            let (open, rest) = rest.split_at(rest.find("*/").map_or(0, |end| end + 2));
            let ink = if whole { theme.text_dim } else { theme.text };
            for (part, color) in [(code, ink), (open, theme.warn), (rest, ink)] {
                let format = TextFormat::simple(fonts::mono(size::SMALL), color);
                job.append(part, 0.0, TextFormat { line_height: Some(LINE_HEIGHT_MONO), ..format });
            }
        }
        job.wrap.max_width = width;
        // As an editor does: a token has no words to break between.
        job.wrap.break_anywhere = true;
        ui.painter().layout_job(job)
    };
    let frame = Frame::NONE
        .fill(theme.field)
        .stroke(theme.control_stroke())
        .corner_radius(RADIUS)
        .inner_margin(Margin::same(1));
    let drawn = frame.show(ui, |ui| {
        ScrollArea::vertical().id_salt(name).max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            let mut text = text;
            TextEdit::multiline(&mut text)
                .id_salt(("code", name))
                .frame(Frame::NONE.inner_margin(Margin::symmetric(12, 10)))
                .desired_width(f32::INFINITY)
                .desired_rows(1)
                .layouter(&mut layouter)
                .show(ui)
                .response
        })
    });
    let response = drawn.inner.inner.response;
    if response.has_focus() {
        paint::focus_ring(ui.painter(), theme, drawn.response.rect, RADIUS);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}
