//! How much time is left: bar, countdown.

use eframe::egui::{Color32, CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{Theme, Tone};

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

/// A span of time in figures of equal width: of the theme's size `DISPLAY` beside a token, `BODY` in a list.
pub fn countdown(ui: &mut Ui, text: &str, points: f32, color: Color32) -> Response {
    let label = paint::line(ui, text, fonts::figures_semibold(points), color);
    let height = (points * 1.15).ceil().max(16.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(label.size().x, height), Sense::hover());
    paint::put_left(ui.painter(), rect.left(), rect.center().y, label);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Timer));
    response
}
