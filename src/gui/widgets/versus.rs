//! Two things side by side, row by row, with what their difference means.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Galley, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::paint;
use super::table::cut;
use crate::gui::fonts;
use crate::gui::theme::{ROW_HEIGHT, Theme, Tone, size};

/// One thing of both.
#[derive(Debug, Clone, Copy, Default)]
pub struct VersusRow<'a> {
    /// What it is.
    pub field: &'a str,
    /// What the first says; after a line break, a remark on it.
    pub first: &'a str,
    /// What the second says.
    pub second: &'a str,
    /// What the difference means.
    pub meaning: &'a str,
    /// Do they differ?
    pub differs: bool,
}

/// Rows with a mark, the field, both values and, below them, what the difference means.
#[must_use = "it is drawn by `show`"]
pub struct Versus<'a> {
    name: &'a str,
    head: [&'a str; 3],
}

/// Room for the mark at the left.
const MARK: f32 = 20.0;
const GAP: f32 = 16.0;
/// Height of the line that says what a difference means.
const MEANING: f32 = 17.0;

impl<'a> Versus<'a> {
    /// The accessible name, and the words over the columns.
    pub fn new(name: &'a str, head: [&'a str; 3]) -> Self {
        Self { name, head }
    }

    /// Draws it as wide as there is room.
    pub fn show(self, ui: &mut Ui, rows: &[VersusRow<'_>]) {
        let theme = Theme::of(ui);
        let width = ui.available_width();
        let field = (width * 0.26).clamp(90.0, 150.0).round();
        let value = ((width - MARK - field - GAP) / 2.0).floor();
        let columns = [MARK, MARK + field, MARK + field + value + GAP];
        ui.push_id(("versus", self.name), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 28.0), Sense::hover());
            for (word, x) in self.head.into_iter().zip(columns) {
                let label = paint::line(ui, word, fonts::regular(size::NOTE), theme.text_dim);
                paint::put_left(ui.painter(), rect.left() + x, rect.center().y, label);
            }
            ui.painter().hline(rect.x_range(), rect.bottom().round() - 0.5, theme.card_stroke());
            for (index, row) in rows.iter().enumerate() {
                draw(ui, theme, row, columns, value, index + 1 == rows.len());
            }
        });
    }
}

fn draw(ui: &mut Ui, theme: &Theme, row: &VersusRow<'_>, columns: [f32; 3], value: f32, last: bool) {
    let width = ui.available_width();
    let [at_field, at_first, at_second] = columns;
    let field = cut(ui, row.field, fonts::regular(size::BODY), theme.text, at_first - at_field - 10.0, 2);
    let values = [row.first, row.second].map(|text| both(ui, theme, text, value));
    let tone = if row.differs { Tone::Warn } else { Tone::Ok };
    let color = theme.tone(tone);
    let meaning = (!row.meaning.is_empty()).then(|| {
        paint::wrapped(ui, row.meaning, fonts::regular(size::NOTE), color, width - at_first, MEANING)
    });
    let tallest = values.iter().map(|value| value.size().y).fold(field.size().y, f32::max);
    let below = meaning.as_ref().map_or(0.0, |meaning| meaning.size().y + 2.0);
    let height = (tallest + below + 14.0).max(ROW_HEIGHT).ceil();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let rect = Rect::from_min_size(rect.min.round(), rect.size());
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if !last {
            painter.hline(rect.x_range(), rect.bottom() - 0.5, theme.card_stroke());
        }
        let middle = rect.top() + (height - below) / 2.0;
        let sign = if row.differs { "≠" } else { "=" };
        let sign = paint::line(ui, sign, fonts::semibold(size::BODY), color);
        paint::put_left(painter, rect.left(), middle, sign);
        paint::put_left(painter, rect.left() + at_field, middle, field);
        let [first, second] = values;
        paint::put_left(painter, rect.left() + at_first, middle, first);
        paint::put_left(painter, rect.left() + at_second, middle, second);
        if let Some(meaning) = meaning {
            let at = pos2(rect.left() + at_first, rect.bottom() - 7.0 - meaning.size().y);
            painter.galley(at.round(), meaning, color);
        }
    }
    let spoken = format!("{}: {} | {}. {}", row.field, row.first, row.second, row.meaning);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.trim_end_matches([' ', '.'])));
}

/// A value in mono; what follows a line break is a remark on it.
fn both(ui: &Ui, theme: &Theme, text: &str, width: f32) -> Arc<Galley> {
    let Some((value, remark)) = text.split_once('\n') else {
        return cut(ui, text, fonts::mono(size::SMALL), theme.text, width, 2);
    };
    let mut job = LayoutJob::default();
    job.append(value, 0.0, TextFormat::simple(fonts::mono(size::SMALL), theme.text));
    job.append("\n", 0.0, TextFormat::simple(fonts::mono(size::SMALL), theme.text));
    job.append(remark, 0.0, TextFormat::simple(fonts::regular(size::NOTE), theme.text_dim));
    job.wrap = TextWrapping { max_width: width, max_rows: 3, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}
