//! Small marks: the vendor's badge, tags, states.

use eframe::egui::{Color32, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::icon::Icon;
use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{RADIUS, RADIUS_CHIP, Theme, Tone, size};

/// Side of a badge.
pub const BADGE_SIDE: f32 = 22.0;

/// Two letters on the vendor's colour. White on `rgb` should keep a contrast of 3 : 1.
pub fn badge(ui: &mut Ui, letters: &str, rgb: u32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(BADGE_SIDE), Sense::hover());
    paint_badge(ui, rect.center(), letters, rgb);
    response
}

/// Draws a badge around a point. It has no name of its own: the name of the project stands beside it.
pub(super) fn paint_badge(ui: &Ui, center: eframe::egui::Pos2, letters: &str, rgb: u32) {
    let theme = Theme::of(ui);
    let min = (center - Vec2::splat(BADGE_SIDE / 2.0)).round();
    let rect = eframe::egui::Rect::from_min_size(min, Vec2::splat(BADGE_SIDE));
    paint::frame(ui.painter(), rect, 6, Theme::badge(rgb), Stroke::NONE);
    let label = paint::line(ui, letters, fonts::semibold(10.0), theme.on_accent);
    paint::put_center(ui.painter(), rect.center(), label);
}

/// A word in a thin frame: the environment of a project (neutral, warn, bad), a count.
pub fn tag(ui: &mut Ui, word: &str, tone: Tone) -> Response {
    let (rect, response) = ui.allocate_exact_size(tag_size(ui, word), Sense::hover());
    paint_tag(ui, rect, word, tone);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    response
}

/// How much room a tag takes.
pub(super) fn tag_size(ui: &Ui, word: &str) -> Vec2 {
    let width = paint::line(ui, word, fonts::regular(size::NOTE), Color32::PLACEHOLDER).size().x;
    Vec2::new((width + 13.0).ceil(), 19.0)
}

/// Draws a tag into its place.
pub(super) fn paint_tag(ui: &Ui, rect: eframe::egui::Rect, word: &str, tone: Tone) {
    let theme = Theme::of(ui);
    let rect = eframe::egui::Rect::from_min_size(rect.min.round(), rect.size());
    let line = if tone == Tone::Neutral { theme.line_control } else { theme.tone(tone).gamma_multiply(0.55) };
    paint::frame(ui.painter(), rect, RADIUS_CHIP, Color32::TRANSPARENT, Stroke::new(1.0, line));
    let label = paint::line(ui, word, fonts::regular(size::NOTE), theme.tone(tone));
    paint::put_center(ui.painter(), rect.center(), label);
}

/// A state on a soft ground: `● Active`.
pub fn pill(ui: &mut Ui, word: &str, tone: Tone) -> Response {
    let theme = Theme::of(ui);
    let color = theme.tone(tone);
    let label = paint::line(ui, word, fonts::regular(size::SMALL), color);
    let size = Vec2::new((label.size().x + 34.0).ceil(), 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let rect = eframe::egui::Rect::from_min_size(rect.min.round(), rect.size());
    paint::frame(ui.painter(), rect, RADIUS, theme.tone_ground(tone), Stroke::NONE);
    mark(ui, pos2(rect.left() + 15.0, rect.center().y), tone, true);
    paint::put_left(ui.painter(), rect.left() + 24.0, rect.center().y, label);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    response
}

/// One of several answers in a thin frame: `✓ Shape ok`, `✕ Expired`. A good one is framed like a control,
/// so that what is wrong stands out.
pub fn state_chip(ui: &mut Ui, word: &str, tone: Tone) -> Response {
    let theme = Theme::of(ui);
    let label = paint::line(ui, word, fonts::regular(size::SMALL), theme.text);
    let size = Vec2::new((label.size().x + 38.0).ceil(), 27.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let rect = eframe::egui::Rect::from_min_size(rect.min.round(), rect.size());
    let line = if matches!(tone, Tone::Bad | Tone::Warn) { theme.tone(tone) } else { theme.line_control };
    paint::frame(ui.painter(), rect, RADIUS, theme.card, Stroke::new(1.0, line));
    mark(ui, pos2(rect.left() + 16.0, rect.center().y), tone, false);
    paint::put_left(ui.painter(), rect.left() + 27.0, rect.center().y, label);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    response
}

/// The mark of a state; a shape of its own for each, so that it does not rest on colour.
fn mark(ui: &Ui, center: eframe::egui::Pos2, tone: Tone, soft: bool) {
    let (painter, color) = (ui.painter(), Theme::of(ui).tone(tone));
    match tone {
        Tone::Ok | Tone::Accent if soft => {
            painter.circle_filled(center, 4.5, color);
        }
        Tone::Ok => Icon::Check.paint(painter, center, 13.0, color),
        Tone::Warn => Icon::Warning.paint(painter, center, 13.0, color),
        Tone::Bad => Icon::Cross.paint(painter, center, 12.0, color),
        Tone::Neutral => {
            painter.circle_stroke(center, 4.0, Stroke::new(1.3, color));
        }
        Tone::Accent => Icon::Info.paint(painter, center, 13.0, color),
    }
}
