//! Buttons and the chip that names a key.

use eframe::egui::{Color32, Id, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::icon::Icon;
use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{CONTROL_HEIGHT, RADIUS, RADIUS_CHIP, Theme, size};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Normal,
    Primary,
    Danger,
    Quiet,
}

/// A button with a word on it.
#[must_use = "a button is drawn by `show`"]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that a caller says by name")]
pub struct Button<'a> {
    label: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    shortcut: Option<&'a str>,
    caret: bool,
    enabled: bool,
    height: f32,
    full_width: bool,
    for_pointer: bool,
    salt: Option<&'a str>,
    spoken: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// A normal button.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            kind: Kind::Normal,
            icon: None,
            shortcut: None,
            caret: false,
            enabled: true,
            height: CONTROL_HEIGHT,
            full_width: false,
            for_pointer: false,
            salt: None,
            spoken: None,
        }
    }

    /// The one thing to do here: filled with the accent.
    pub fn primary(mut self) -> Self {
        self.kind = Kind::Primary;
        self
    }

    /// Takes something away for good.
    pub fn danger(mut self) -> Self {
        self.kind = Kind::Danger;
        self
    }

    /// Without a border until the pointer is over it.
    pub fn quiet(mut self) -> Self {
        self.kind = Kind::Quiet;
        self
    }

    /// An icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same, in a chip after the word: `Ctrl ⇧ C`.
    pub fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// A caret after the word: the button opens a menu.
    pub fn caret(mut self) -> Self {
        self.caret = true;
        self
    }

    /// Can it be pressed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// 28 high instead of 32: beside a title, in a table row.
    pub fn small(mut self) -> Self {
        self.height = CONTROL_HEIGHT - 4.0;
        self
    }

    /// As wide as there is room.
    pub fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// Only for the pointer: no stop for Tab. For a row of a list, of which only the marked one has stops.
    pub fn for_pointer(mut self, for_pointer: bool) -> Self {
        self.for_pointer = for_pointer;
        self
    }

    /// How wide it is with this label, small or not, without icon, chip and caret.
    pub fn width_of(ui: &Ui, label: &str, small: bool) -> f32 {
        let padding = if small { 11.0 } else { 13.0 };
        let label = paint::line(ui, label, fonts::regular(size::BODY), Color32::PLACEHOLDER);
        (label.size().x + 2.0 * padding).ceil()
    }

    /// Tells this button from another one of the same name in the same `Ui`.
    pub fn id_salt(mut self, salt: &'a str) -> Self {
        self.salt = Some(salt);
        self
    }

    /// What a screen reader says instead of the word on it, where that alone does not tell what the button is for.
    pub fn spoken(mut self, name: &'a str) -> Self {
        self.spoken = Some(name);
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("button", self.salt.unwrap_or(self.label)));
        let enabled = self.enabled && ui.is_enabled();
        let color = paint::faded(self.text_color(theme), enabled);
        let (gap, padding) = (8.0, if self.height < CONTROL_HEIGHT { 11.0 } else { 13.0 });
        let icon_size = 16.0;

        let font = match self.kind {
            Kind::Primary => fonts::medium(size::BODY),
            _ => fonts::regular(size::BODY),
        };
        let label = paint::line(ui, self.label, font, color);
        let chip = self.shortcut.map(|keys| chip_size(ui, keys));
        let icon_width = if self.icon.is_some() { icon_size + 6.0 } else { 0.0 };
        let caret_width = if self.caret { 15.0 } else { 0.0 };
        let content = icon_width + label.size().x + caret_width + chip.map_or(0.0, |chip| chip.x + gap);
        // A chip has its own border, so it needs less air before the button's edge.
        let right = if chip.is_some() { padding - 1.0 } else { padding };
        let wanted = (padding + content + right).ceil();
        let width = if self.full_width { ui.available_width().max(wanted) } else { wanted };

        let size = Vec2::new(width, self.height);
        let response = if self.for_pointer && enabled {
            paint::control_for_pointer(ui, id, size)
        } else {
            paint::control(ui, id, size, enabled)
        };
        let rect = response.rect;
        if ui.is_rect_visible(rect) {
            let (fill, stroke) = self.frame(theme, &response, enabled);
            let painter = ui.painter();
            paint::frame(painter, rect, RADIUS, fill, stroke);
            let middle = rect.center().y;
            let spare = (rect.width() - content - padding - right).max(0.0) / 2.0;
            let mut x = rect.left() + padding + spare;
            if let Some(icon) = self.icon {
                icon.paint(painter, eframe::egui::pos2(x + icon_size / 2.0, middle), icon_size, color);
                x += icon_width;
            }
            x = paint::put_left(painter, x, middle, label).right();
            if self.caret {
                Icon::CaretDown.paint(painter, eframe::egui::pos2(x + 10.0, middle), 14.0, color);
                x += caret_width;
            }
            if let Some(keys) = self.shortcut {
                let on_accent = self.kind == Kind::Primary;
                let ink = if on_accent { theme.on_accent } else { theme.text_faint };
                let line = if on_accent { theme.on_accent.gamma_multiply(0.55) } else { theme.line_control };
                paint_chip(
                    ui,
                    x + gap,
                    middle,
                    keys,
                    paint::faded(ink, enabled),
                    paint::faded(line, enabled),
                );
            }
            if response.has_focus() {
                paint::focus_ring(ui.painter(), theme, rect, RADIUS);
            }
        }
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.spoken.unwrap_or(self.label)));
        if let Some(keys) = self.shortcut {
            ui.ctx().accesskit_node_builder(id, |node| node.set_keyboard_shortcut(keys));
        }
        response
    }

    fn text_color(&self, theme: &Theme) -> Color32 {
        match self.kind {
            Kind::Normal => theme.text,
            Kind::Primary => theme.on_accent,
            Kind::Danger => theme.bad,
            Kind::Quiet => theme.text_dim,
        }
    }

    fn frame(&self, theme: &Theme, response: &Response, enabled: bool) -> (Color32, Stroke) {
        let (down, over) = (response.is_pointer_button_down_on(), response.hovered() && enabled);
        let (fill, line) = match self.kind {
            Kind::Primary => {
                let fill = if down {
                    theme.accent_fill.lerp_to_gamma(theme.text, 0.16)
                } else if over {
                    theme.accent_fill.lerp_to_gamma(theme.text, 0.08)
                } else {
                    theme.accent_fill
                };
                (fill, fill)
            }
            Kind::Quiet if !over && !down => (Color32::TRANSPARENT, Color32::TRANSPARENT),
            Kind::Quiet => (theme.card_selected, theme.card_selected),
            Kind::Danger if over => (theme.bad_ground, theme.bad),
            Kind::Danger => (theme.card, theme.bad.gamma_multiply(0.6)),
            Kind::Normal if down => (theme.card_selected, theme.accent),
            Kind::Normal if over => (theme.card_selected, theme.line_control.lerp_to_gamma(theme.text, 0.15)),
            Kind::Normal => (theme.card, theme.line_control),
        };
        (paint::faded(fill, enabled), Stroke::new(1.0, paint::faded(line, enabled)))
    }
}

/// A square button with only an icon; its name is for the screen reader and the tooltip.
#[must_use = "a button is drawn by `show`"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    side: f32,
    enabled: bool,
    /// Drawn only while this is true or it has the keyboard or the pointer; it is always there to be reached.
    visible: bool,
    id: Option<Id>,
}

impl<'a> IconButton<'a> {
    /// An icon and the name of what it does.
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self { icon, name, side: 28.0, enabled: true, visible: true, id: None }
    }

    /// Can it be pressed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Length of its side.
    pub fn side(mut self, side: f32) -> Self {
        self.side = side;
        self
    }

    /// Draws it where the next widget goes.
    pub fn show(self, ui: &mut Ui) -> Response {
        let id = ui.make_persistent_id(("icon button", self.name));
        let (_, rect) = ui.allocate_space(Vec2::splat(self.side));
        let center = rect.center();
        Self { id: Some(self.id.unwrap_or(id)), ..self }.put(ui, center)
    }

    /// Is it drawn although neither pointer nor keyboard is on it?
    pub(super) fn visible(mut self, visible: bool) -> Self {
        self.visible = visible;
        self
    }

    pub(super) fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Draws it around a point, without taking space.
    pub(super) fn put(self, ui: &mut Ui, center: eframe::egui::Pos2) -> Response {
        let theme = Theme::of(ui);
        let id = self.id.unwrap_or_else(|| ui.make_persistent_id(("icon button", self.name)));
        let enabled = self.enabled && ui.is_enabled();
        let rect = eframe::egui::Rect::from_center_size(center, Vec2::splat(self.side));
        let response = ui.interact(rect, id, if enabled { Sense::click() } else { Sense::hover() });
        paint::into_view(&response);
        let active = enabled && (response.hovered() || response.is_pointer_button_down_on());
        if self.visible || active || response.has_focus() {
            if active {
                paint::frame(ui.painter(), rect, RADIUS_CHIP, theme.card_selected, Stroke::NONE);
            }
            let color = paint::faded(if active { theme.text } else { theme.text_dim }, enabled);
            self.icon.paint(ui.painter(), center, (self.side * 0.62).min(18.0), color);
            if response.has_focus() {
                paint::focus_ring(ui.painter(), theme, rect, RADIUS_CHIP);
            }
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.name));
        if enabled { response.on_hover_text(self.name) } else { response }
    }
}

/// The name of a key or of several: `Ctrl K`.
pub fn key_chip(ui: &mut Ui, keys: &str) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(chip_size(ui, keys), Sense::hover());
    paint_chip(ui, rect.left(), rect.center().y, keys, theme.text_faint, theme.line_control);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    response
}

/// How much room a key chip takes.
pub(super) fn chip_size(ui: &Ui, keys: &str) -> Vec2 {
    let width = paint::line(ui, keys, fonts::regular(size::NOTE), Color32::PLACEHOLDER).size().x;
    Vec2::new((width + 11.0).ceil(), 18.0)
}

/// Draws a key chip with its left edge at `x` and its middle at `y`.
pub(super) fn paint_chip(ui: &Ui, x: f32, y: f32, keys: &str, ink: Color32, line: Color32) {
    let size_of_chip = chip_size(ui, keys);
    let min = eframe::egui::pos2(x.round(), (y - size_of_chip.y / 2.0).round());
    let rect = eframe::egui::Rect::from_min_size(min, size_of_chip);
    paint::frame(ui.painter(), rect, RADIUS_CHIP, Color32::TRANSPARENT, Stroke::new(1.0, line));
    let label = paint::line(ui, keys, fonts::regular(size::NOTE), ink);
    paint::put_center(ui.painter(), rect.center(), label);
}
