//! What several widgets need to draw themselves: text on one line, crisp frames, the focus ring.

use std::sync::Arc;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Color32, CornerRadius, FontId, Galley, Id, Painter, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, Vec2,
};

use crate::gui::theme::Theme;

/// One line of text, as wide as it is.
pub(super) fn line(ui: &Ui, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font, color)
}

/// One line of text, cut with an ellipsis where it would be wider than `width`.
pub(super) fn fit(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// Text over several lines, each `line_height` high.
pub(super) fn wrapped(
    ui: &Ui,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
    line_height: f32,
) -> Arc<Galley> {
    lines(ui, text, font, color, width, line_height, Align::Min)
}

/// The same with every line in the middle: the galley stands around its position.
pub(super) fn centered(
    ui: &Ui,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
    line_height: f32,
) -> Arc<Galley> {
    lines(ui, text, font, color, width, line_height, Align::Center)
}

fn lines(
    ui: &Ui,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
    line_height: f32,
    align: Align,
) -> Arc<Galley> {
    let format = TextFormat { line_height: Some(line_height), ..TextFormat::simple(font, color) };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::wrap_at_width(width.max(1.0));
    job.halign = align;
    ui.painter().layout_job(job)
}

/// Puts a galley so that its left edge is `x` and its middle is `y`. Returns where it stands.
pub(super) fn put_left(painter: &Painter, x: f32, y: f32, galley: Arc<Galley>) -> Rect {
    let size = galley.size();
    let at = Pos2::new(x, y - size.y / 2.0).round_to_pixels(painter.pixels_per_point());
    painter.galley(at, galley, Color32::PLACEHOLDER);
    Rect::from_min_size(at, size)
}

/// Puts a galley in the middle.
pub(super) fn put_center(painter: &Painter, center: Pos2, galley: Arc<Galley>) -> Rect {
    let left = center.x - galley.size().x / 2.0;
    put_left(painter, left, center.y, galley)
}

/// Ground and border; the border lies inside, on whole pixels, so that it is crisp.
pub(super) fn frame(painter: &Painter, rect: Rect, radius: u8, fill: Color32, stroke: Stroke) {
    painter.rect(rect, CornerRadius::same(radius), fill, stroke, StrokeKind::Inside);
}

/// The mark of what has the keyboard: an accent border and a soft ring around it.
pub(super) fn focus_ring(painter: &Painter, theme: &Theme, rect: Rect, radius: u8) {
    let radius = CornerRadius::same(radius);
    painter.rect_stroke(rect, radius, Stroke::new(2.0, theme.focus_ring()), StrokeKind::Outside);
    painter.rect_stroke(rect, radius, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
}

/// Takes space for a control and listens there. A disabled control takes the space and listens to nothing.
pub(super) fn control(ui: &mut Ui, id: Id, size: Vec2, enabled: bool) -> Response {
    let (_, rect) = ui.allocate_space(size);
    let rect = rect.round_to_pixels(ui.pixels_per_point());
    let response = ui.interact(rect, id, if enabled { Sense::click() } else { Sense::hover() });
    into_view(&response);
    response
}

/// Scrolls to a control when the keyboard comes to it: egui leaves it where it is, out of sight.
pub(super) fn into_view(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// The same for the pointer alone: Tab passes it by.
pub(super) fn control_for_pointer(ui: &mut Ui, id: Id, size: Vec2) -> Response {
    let (_, rect) = ui.allocate_space(size);
    let rect = rect.round_to_pixels(ui.pixels_per_point());
    ui.interact(rect, id, Sense::CLICK)
}

/// A colour as it looks on something disabled.
pub(super) fn faded(color: Color32, enabled: bool) -> Color32 {
    if enabled { color } else { color.gamma_multiply(0.45) }
}
