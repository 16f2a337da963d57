//! A token with its parts in colour.

use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Response, Role, Ui, Vec2, WidgetInfo, pos2};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{LINE_HEIGHT_MONO, Theme, size};

/// The text of a token, broken anywhere, and below it what the colours mean.
///
/// The text itself never goes into the accessibility tree; the name and the legend do.
#[must_use = "a token is drawn by `show`"]
pub struct TokenView<'a> {
    name: &'a str,
    text: &'a str,
    parts: &'a [(Range<usize>, usize)],
    legend: &'a [(&'a str, usize)],
    max_rows: usize,
}

impl<'a> TokenView<'a> {
    /// The accessible name and the text.
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, parts: &[], legend: &[], max_rows: usize::MAX }
    }

    /// Byte ranges in ascending order, each with the number of its part; what lies between has the colour of text.
    pub fn parts(mut self, parts: &'a [(Range<usize>, usize)]) -> Self {
        self.parts = parts;
        self
    }

    /// The words for the parts.
    pub fn legend(mut self, legend: &'a [(&'a str, usize)]) -> Self {
        self.legend = legend;
        self
    }

    /// Ends with an ellipsis after this many rows.
    pub fn max_rows(mut self, rows: usize) -> Self {
        self.max_rows = rows;
        self
    }

    /// Draws it as wide as there is room; a click is the caller's to use (to copy).
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("token", self.name));
        let width = ui.available_width();
        let galley = ui.painter().layout_job(self.job(theme, width));
        let (legend, legend_height) = self.legend_rows(ui, width);
        let gap = if legend.is_empty() { 0.0 } else { 10.0 };
        let height = galley.size().y + gap + legend_height;
        let response = paint::control(ui, id, Vec2::new(width, height.ceil()), ui.is_enabled());
        let rect = response.rect;
        if ui.is_rect_visible(rect) {
            let below = rect.top() + galley.size().y + gap;
            ui.painter().galley(rect.min, galley, theme.text);
            for (x, y, word, part) in legend {
                let color = theme.part(part);
                let square = eframe::egui::Rect::from_min_size(
                    pos2(rect.left() + x, below + y + 6.0).round(),
                    Vec2::splat(7.0),
                );
                ui.painter().rect_filled(square, 1.0, color);
                let label = paint::line(ui, word, fonts::mono(size::NOTE), color);
                paint::put_left(ui.painter(), square.right() + 6.0, square.center().y, label);
            }
            if response.has_focus() {
                paint::focus_ring(ui.painter(), theme, rect.expand(5.0), 6);
            }
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        response
    }

    fn job(&self, theme: &Theme, width: f32) -> LayoutJob {
        let format = |color| TextFormat {
            line_height: Some(LINE_HEIGHT_MONO),
            ..TextFormat::simple(fonts::mono(size::SMALL), color)
        };
        let mut job = LayoutJob::default();
        let mut done = 0;
        for (range, part) in self.parts {
            // A range that does not fit the text is skipped: what is drawn is always the whole text.
            if range.start < done {
                continue;
            }
            let (Some(before), Some(within)) =
                (self.text.get(done..range.start), self.text.get(range.clone()))
            else {
                continue;
            };
            job.append(before, 0.0, format(theme.text));
            job.append(within, 0.0, format(theme.part(*part)));
            done = range.end;
        }
        job.append(self.text.get(done..).unwrap_or_default(), 0.0, format(theme.text));
        job.wrap = TextWrapping {
            max_width: width,
            max_rows: self.max_rows,
            break_anywhere: true,
            overflow_character: Some('…'),
        };
        job
    }

    /// Where each word of the legend goes, from the left top of the legend, and how high the whole is.
    fn legend_rows(&self, ui: &Ui, width: f32) -> (Vec<(f32, f32, &'a str, usize)>, f32) {
        let (mut x, mut y) = (0.0_f32, 0.0_f32);
        let mut places = Vec::with_capacity(self.legend.len());
        for &(word, part) in self.legend {
            let wide = 13.0 + paint::line(ui, word, fonts::mono(size::NOTE), super::field::UNSEEN).size().x;
            if x > 0.0 && x + wide > width {
                (x, y) = (0.0, y + 17.0);
            }
            places.push((x, y, word, part));
            x += wide + 14.0;
        }
        let height = if places.is_empty() { 0.0 } else { y + 17.0 };
        (places, height)
    }
}
