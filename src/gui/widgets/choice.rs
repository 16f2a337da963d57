//! One of many, and yes or no.

use eframe::egui::{
    CornerRadius, EventFilter, Key, Modifiers, Popup, Rect, Response, Role, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use super::icon::Icon;
use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{CONTROL_HEIGHT, RADIUS, RADIUS_CHIP, Theme, size};

/// One of a list that opens below. Closed, the up and down arrows change it at once.
#[must_use = "a control is drawn by `show`"]
pub struct Select<'a> {
    name: &'a str,
    labels: &'a [&'a str],
    width: Option<f32>,
    enabled: bool,
}

impl<'a> Select<'a> {
    /// The accessible name and the words to choose from.
    pub fn new(name: &'a str, labels: &'a [&'a str]) -> Self {
        Self { name, labels, width: None, enabled: true }
    }

    /// How wide; as wide as there is room unless told.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Can it be changed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it; `changed()` of the response tells when another one was chosen.
    pub fn show(self, ui: &mut Ui, chosen: &mut usize) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("select", self.name));
        let enabled = self.enabled && ui.is_enabled();
        let width = self.width.unwrap_or_else(|| ui.available_width()).floor();
        let mut response = paint::control(ui, id, Vec2::new(width, CONTROL_HEIGHT), enabled);
        let rect = response.rect;
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        if response.has_focus() {
            // Open, the arrows go into the list, which egui does by itself.
            let filter = EventFilter { vertical_arrows: !open, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if response.has_focus() && !open {
            let next = ui.input_mut(|input| {
                if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                    *chosen + 1
                } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                    chosen.saturating_sub(1)
                } else {
                    *chosen
                }
            });
            if next != *chosen && next < self.labels.len() {
                *chosen = next;
                response.mark_changed();
            }
        }
        let text = self.labels.get(*chosen).copied().unwrap_or_default();
        let border = if open || response.has_focus() { theme.accent } else { theme.line_control };
        paint::frame(ui.painter(), rect, RADIUS, theme.field, Stroke::new(1.0, border));
        let color = paint::faded(theme.text, enabled);
        let label = paint::fit(ui, text, fonts::regular(size::BODY), color, width - 34.0);
        paint::put_left(ui.painter(), rect.left() + 11.0, rect.center().y, label);
        Icon::CaretDown.paint(ui.painter(), pos2(rect.right() - 15.0, rect.center().y), 14.0, theme.text_dim);
        if response.has_focus() {
            paint::focus_ring(ui.painter(), theme, rect, RADIUS);
        }
        Popup::menu(&response).width(width - 10.0).gap(4.0).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_width(width - 10.0);
            for (index, label) in self.labels.iter().enumerate() {
                if option(ui, label, index == *chosen).clicked() {
                    if index != *chosen {
                        *chosen = index;
                        response.mark_changed();
                    }
                    response.request_focus();
                }
            }
        });
        let value = self.labels.get(*chosen).copied().unwrap_or_default();
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, enabled, self.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_value(value);
            node.set_expanded(open);
        });
        response
    }
}

/// One row of a list that opens below.
pub(super) fn option(ui: &mut Ui, label: &str, on: bool) -> Response {
    let theme = Theme::of(ui);
    let id = ui.make_persistent_id(("option", label));
    let response = paint::control(ui, id, Vec2::new(ui.available_width(), 28.0), true);
    let rect = response.rect;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(RADIUS_CHIP), theme.card_selected);
    }
    if response.has_focus() {
        let line = Stroke::new(1.0, theme.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS_CHIP), line, StrokeKind::Inside);
    }
    let font = if on { fonts::medium(size::BODY) } else { fonts::regular(size::BODY) };
    let galley = paint::fit(ui, label, font, theme.text, rect.width() - 34.0);
    paint::put_left(ui.painter(), rect.left() + 8.0, rect.center().y, galley);
    if on {
        Icon::Check.paint(ui.painter(), pos2(rect.right() - 14.0, rect.center().y), 13.0, theme.accent);
    }
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, label));
    response
}

/// A box to check, with its words at the right.
#[must_use = "a control is drawn by `show`"]
pub struct CheckBox<'a> {
    label: &'a str,
    note: &'a str,
    enabled: bool,
}

impl<'a> CheckBox<'a> {
    /// The words.
    pub fn new(label: &'a str) -> Self {
        Self { label, note: "", enabled: true }
    }

    /// A small explanation under the words.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Can it be changed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it; the words are part of what can be clicked.
    pub fn show(self, ui: &mut Ui, checked: &mut bool) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("check box", self.label));
        let enabled = self.enabled && ui.is_enabled();
        let room = (ui.available_width() - 26.0).max(40.0);
        let color = paint::faded(theme.text, enabled);
        let label = paint::wrapped(ui, self.label, fonts::regular(size::BODY), color, room, 18.0);
        let note = (!self.note.is_empty())
            .then(|| paint::wrapped(ui, self.note, fonts::regular(size::NOTE), theme.text_dim, room, 15.0));
        let text_width = note.as_ref().map_or(0.0, |note| note.size().x).max(label.size().x);
        let text_height = label.size().y + note.as_ref().map_or(0.0, |note| note.size().y + 1.0);
        let height = (text_height + 8.0).max(CONTROL_HEIGHT - 6.0).ceil();
        let mut response = paint::control(ui, id, Vec2::new((text_width + 26.0).ceil(), height), enabled);
        if response.clicked() {
            *checked = !*checked;
            response.mark_changed();
        }
        let rect = response.rect;
        let top = (rect.center().y - text_height / 2.0).round();
        let side = Rect::from_center_size(pos2(rect.left() + 8.0, (top + 9.0).round()), Vec2::splat(16.0));
        let (fill, line) = if *checked {
            (theme.accent_fill, theme.accent_fill)
        } else if response.hovered() {
            (theme.field, theme.text_faint)
        } else {
            (theme.field, theme.line_control)
        };
        let line = Stroke::new(1.0, paint::faded(line, enabled));
        paint::frame(ui.painter(), side, 4, paint::faded(fill, enabled), line);
        if *checked {
            Icon::Check.paint(ui.painter(), side.center(), 13.0, theme.on_accent);
        }
        if response.has_focus() {
            paint::focus_ring(ui.painter(), theme, side, 4);
        }
        let below = top + label.size().y + 1.0;
        ui.painter().galley(pos2(rect.left() + 26.0, top), label, theme.text);
        if let Some(note) = note {
            ui.painter().galley(pos2(rect.left() + 26.0, below), note, theme.text_dim);
        }
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, *checked, self.label));
        if !self.note.is_empty() {
            ui.ctx().accesskit_node_builder(id, |node| node.set_description(self.note));
        }
        response
    }
}
