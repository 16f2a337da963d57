//! How much time is left: bar, countdown, time line.

use eframe::egui::{Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{Theme, Tone, size};

/// A thin bar, `fraction` of it filled.
pub fn progress_bar(ui: &mut Ui, name: &str, fraction: f32, tone: Tone) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 4.0), Sense::hover());
    let rect = Rect::from_min_size(rect.min.round(), rect.size());
    let fraction = fraction.clamp(0.0, 1.0);
    let radius = CornerRadius::same(2);
    ui.painter().rect_filled(rect, radius, theme.line_control);
    if fraction > 0.0 {
        let filled =
            Rect::from_min_size(rect.min, Vec2::new((rect.width() * fraction).max(4.0), rect.height()));
        ui.painter().rect_filled(filled, radius, theme.tone(tone));
    }
    response.widget_info(|| WidgetInfo {
        value: Some(f64::from(fraction)),
        ..WidgetInfo::labeled(Role::ProgressIndicator, true, name)
    });
    response
}

/// A span of time in figures of equal width: [`size::DISPLAY`] beside a token, [`size::BODY`] in a list.
pub fn countdown(ui: &mut Ui, text: &str, points: f32, color: Color32) -> Response {
    let label = paint::line(ui, text, fonts::figures_semibold(points), color);
    let height = (points * 1.15).ceil().max(16.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(label.size().x, height), Sense::hover());
    paint::put_left(ui.painter(), rect.left(), rect.center().y, label);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Timer));
    response
}

/// A line with the life of a token on it, and where now is. Positions go from 0 at the left to 1 at the right.
#[derive(Debug, Clone, Copy)]
pub struct TimeLine<'a> {
    /// The accessible name; it should say in words what is seen.
    pub name: &'a str,
    /// Where the token was made, and the words below.
    pub start: (f64, &'a str),
    /// Where it ends, and the words below; none for an endless one.
    pub end: Option<(f64, &'a str)>,
    /// Where the warning before the end begins.
    pub warn_from: Option<f64>,
    /// Where now is, and the word above.
    pub now: (f64, &'a str),
    /// What is written above the life: how long it is.
    pub span: &'a str,
    /// Whether now is good or bad.
    pub tone: Tone,
}

impl TimeLine<'_> {
    /// Draws it over the full width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 58.0), Sense::hover());
        let rect = Rect::from_min_size(rect.min.round(), rect.size());
        let painter = ui.painter();
        let axis = Rect::from_min_max(
            pos2(rect.left() + 17.0, rect.top()),
            pos2(rect.right() - 17.0, rect.bottom()),
        );
        let middle = rect.top() + 27.0;
        let x_of = |position: f64| {
            let position = if position.is_finite() { position.clamp(0.0, 1.0) } else { 0.0 };
            (axis.left() + axis.width() * position as f32).round()
        };
        let (start, now) = (x_of(self.start.0), x_of(self.now.0));
        let end = self.end.map_or(axis.right(), |(position, _)| x_of(position)).max(start);
        let warn = self.warn_from.map_or(end, x_of).clamp(start, end);

        painter.hline(axis.x_range(), middle, Stroke::new(2.0, theme.line_control));
        let bar = |from: f32, to: f32| Rect::from_min_max(pos2(from, middle - 5.0), pos2(to, middle + 5.0));
        painter.rect_filled(bar(start, warn), 0.0, theme.ok.gamma_multiply(0.62));
        if warn < end {
            painter.rect_filled(bar(warn, end), 0.0, theme.warn.gamma_multiply(0.8));
        }
        painter.circle_filled(pos2(start, middle), 5.0, theme.text);
        if self.end.is_some() {
            painter.circle_filled(pos2(end, middle), 5.0, theme.text);
        }
        let now_color = theme.tone(self.tone);
        painter.vline(now, (middle - 13.0)..=(middle + 14.0), Stroke::new(2.0, now_color));

        // Above: now has its place, the length of the life gives way. Below: made and ended move apart.
        let note = |text: &str, color| paint::line(ui, text, fonts::regular(size::NOTE), color);
        let clamped = |x: f32, width: f32| x.clamp(rect.left(), (rect.right() - width).max(rect.left()));
        let now_label = note(self.now.1, now_color);
        let now_left = clamped(now - now_label.size().x / 2.0, now_label.size().x);
        let now_right = now_left + now_label.size().x;
        paint::put_left(painter, now_left, rect.top() + 6.0, now_label);
        let span = note(self.span, theme.text_dim);
        let span_left = clamped(f32::midpoint(start, end) - span.size().x / 2.0, span.size().x);
        if span_left > now_right + 8.0 || span_left + span.size().x < now_left - 8.0 {
            paint::put_left(painter, span_left, rect.top() + 11.0, span);
        }
        let below = rect.top() + 50.0;
        let start_label = note(self.start.1, theme.text_dim);
        let start_width = start_label.size().x;
        let mut start_left = clamped(start - start_width / 2.0, start_width);
        if let Some((_, words)) = self.end {
            let end_label = note(words, theme.text_dim);
            let end_width = end_label.size().x;
            let mut end_left = clamped(end - end_width / 2.0, end_width);
            let overlap = start_left + start_width + 12.0 - end_left;
            if overlap > 0.0 {
                start_left = clamped(start_left - overlap / 2.0, start_width);
                end_left = clamped((start_left + start_width + 12.0).max(end_left), end_width);
                start_left = start_left.min((end_left - 12.0 - start_width).max(rect.left()));
            }
            paint::put_left(painter, end_left, below, end_label);
        }
        paint::put_left(painter, start_left, below, start_label);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.name));
        response
    }
}
