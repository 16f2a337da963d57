//! An item of the status bar.

use eframe::egui::{Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::{button, paint};
use crate::gui::fonts;
use crate::gui::theme::{RADIUS_CHIP, Theme, Tone, size};

/// A few words, with a dot before or a key chip after them; can be pressed if told so.
#[must_use = "an item is drawn by `show`"]
pub struct StatusItem<'a> {
    text: &'a str,
    dot: Option<Tone>,
    tone: Tone,
    shortcut: Option<&'a str>,
    pressable: bool,
}

impl<'a> StatusItem<'a> {
    /// The words.
    pub fn new(text: &'a str) -> Self {
        Self { text, dot: None, tone: Tone::Neutral, shortcut: None, pressable: false }
    }

    /// A dot in the colour of a state; the words say the state too.
    pub fn dot(mut self, tone: Tone) -> Self {
        self.dot = Some(tone);
        self
    }

    /// The words in the colour of a state.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// A key chip at its end.
    pub fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// It can be pressed.
    pub fn pressable(mut self) -> Self {
        self.pressable = true;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let name = if self.text.is_empty() { self.shortcut.unwrap_or_default() } else { self.text };
        let id = ui.make_persistent_id(("status", name));
        let dot = if self.dot.is_some() { 13.0 } else { 0.0 };
        let chip = self.shortcut.map(|keys| (keys, button::chip_size(ui, keys).x));
        let label = paint::line(ui, self.text, fonts::figures(size::NOTE), theme.tone(self.tone));
        let gap = if chip.is_some() && !self.text.is_empty() { 6.0 } else { 0.0 };
        let width = dot + label.size().x + gap + chip.map_or(0.0, |(_, width)| width);
        let (_, rect) = ui.allocate_space(Vec2::new(width.ceil(), 20.0));
        let sense = if self.pressable && ui.is_enabled() { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, id, sense);
        let label = if self.pressable && response.hovered() {
            paint::line(ui, self.text, fonts::figures(size::NOTE), theme.text)
        } else {
            label
        };
        let middle = rect.center().y;
        if let Some(tone) = self.dot {
            ui.painter().circle_filled(pos2(rect.left() + 3.5, middle), 3.5, theme.tone(tone));
        }
        let end = paint::put_left(ui.painter(), rect.left() + dot, middle, label).right();
        if let Some((keys, _)) = chip {
            button::paint_chip(ui, end + gap, middle, keys, theme.text_faint, theme.line_control);
        }
        if response.has_focus() {
            paint::focus_ring(ui.painter(), theme, rect.expand2(Vec2::new(4.0, 0.0)), RADIUS_CHIP);
        }
        let role = if self.pressable { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), name));
        response
    }
}
