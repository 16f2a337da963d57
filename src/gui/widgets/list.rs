//! The left side of the window: rail items, rows of projects, headings of groups.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{
    Color32, Event, EventFilter, Id, Key, Modifiers, Response, Role, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2,
};

use super::icon::Icon;
use super::{badge, paint};
use crate::gui::fonts;
use crate::gui::theme::{RADIUS, ROW_HEIGHT_TWO, Theme, Tone, size};

/// An item of the rail: an icon over its word, 48 by 48.
#[must_use = "an item is drawn by `show`"]
pub struct RailItem<'a> {
    icon: Icon,
    label: &'a str,
    selected: bool,
    attention: Option<Tone>,
}

impl<'a> RailItem<'a> {
    /// An icon and the word under it.
    pub fn new(icon: Icon, label: &'a str) -> Self {
        Self { icon, label, selected: false, attention: None }
    }

    /// Is its panel the one on screen?
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// A dot beside the icon: something there wants to be seen.
    pub fn attention(mut self, tone: Option<Tone>) -> Self {
        self.attention = tone;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("rail", self.label));
        let enabled = ui.is_enabled();
        let response = paint::control(ui, id, Vec2::splat(48.0), enabled);
        let rect = response.rect;
        let color = if self.selected || response.hovered() { theme.text } else { theme.text_dim };
        if self.selected {
            paint::frame(ui.painter(), rect, RADIUS + 1, theme.card_selected, Stroke::NONE);
        }
        let painter = ui.painter();
        self.icon.paint(painter, pos2(rect.center().x, rect.top() + 16.0), 18.0, color);
        // The rail is 60 wide in every language, so its words are a size below the smallest and cut if need be.
        let label = paint::fit(ui, self.label, fonts::regular(10.0), color, 54.0);
        paint::put_center(painter, pos2(rect.center().x, rect.top() + 36.0), label);
        if let Some(tone) = self.attention {
            painter.circle_filled(pos2(rect.center().x + 11.0, rect.top() + 8.0), 3.5, theme.tone(tone));
        }
        if response.has_focus() {
            paint::focus_ring(painter, theme, rect, RADIUS + 1);
        }
        response.widget_info(|| WidgetInfo::selected(Role::Tab, enabled, self.selected, self.label));
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(self.selected));
        response
    }
}

/// A row of the project list: badge, name, what it belongs to, environment.
#[must_use = "a row is drawn by `show`"]
pub struct ListRow<'a> {
    title: &'a str,
    detail: &'a str,
    badge: Option<(&'a str, u32)>,
    tag: Option<(&'a str, Tone)>,
    selected: bool,
    stop: bool,
}

impl<'a> ListRow<'a> {
    /// Two lines.
    pub fn new(title: &'a str, detail: &'a str) -> Self {
        Self { title, detail, badge: None, tag: None, selected: false, stop: true }
    }

    /// Does Tab stop at it? In a list only at one row: see [`row_keys`].
    pub fn stop(mut self, stop: bool) -> Self {
        self.stop = stop;
        self
    }

    /// The id that the row of this salt has in this `Ui`.
    pub fn id(ui: &Ui, salt: impl eframe::egui::AsIdSalt) -> Id {
        ui.make_persistent_id(("list row", salt))
    }

    /// The vendor's letters and colour.
    pub fn badge(mut self, letters: &'a str, rgb: u32) -> Self {
        self.badge = Some((letters, rgb));
        self
    }

    /// The environment.
    pub fn tag(mut self, word: &'a str, tone: Tone) -> Self {
        self.tag = Some((word, tone));
        self
    }

    /// Is it the one in use?
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Draws it as wide as there is room; all of it is one thing to click. `salt` tells it from its neighbours.
    pub fn show(self, ui: &mut Ui, salt: impl eframe::egui::AsIdSalt) -> Response {
        let theme = Theme::of(ui);
        let id = Self::id(ui, salt);
        let enabled = ui.is_enabled();
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW_HEIGHT_TWO));
        let rect = rect.round_to_pixels(ui.pixels_per_point());
        let sense = match (enabled, self.stop) {
            (false, _) => Sense::hover(),
            (true, true) => Sense::click(),
            (true, false) => Sense::CLICK,
        };
        let response = ui.interact(rect, id, sense);
        paint::into_view(&response);
        if ui.is_rect_visible(rect) {
            let fill = if self.selected {
                theme.card_selected
            } else if response.hovered() {
                theme.card_selected.gamma_multiply(0.5)
            } else {
                Color32::TRANSPARENT
            };
            paint::frame(ui.painter(), rect, RADIUS + 1, fill, Stroke::NONE);
            let middle = rect.center().y;
            let mut left = rect.left() + 8.0;
            if let Some((letters, rgb)) = self.badge {
                badge::paint_badge(ui, pos2(left + badge::BADGE_SIDE / 2.0, middle), letters, rgb);
                left += badge::BADGE_SIDE + 9.0;
            }
            let mut right = rect.right() - 8.0;
            if let Some((word, tone)) = self.tag {
                let size = badge::tag_size(ui, word);
                let min = pos2(right - size.x, middle - size.y / 2.0);
                badge::paint_tag(ui, eframe::egui::Rect::from_min_size(min, size), word, tone);
                right -= size.x + 6.0;
            }
            let width = right - left;
            let title = paint::fit(ui, self.title, fonts::regular(size::BODY), theme.text, width);
            let detail = paint::fit(ui, self.detail, fonts::regular(size::NOTE), theme.text_dim, width);
            paint::put_left(ui.painter(), left, middle - 8.0, title);
            paint::put_left(ui.painter(), left, middle + 9.0, detail);
            if response.has_focus() {
                paint::focus_ring(ui.painter(), theme, rect.shrink(1.0), RADIUS);
            }
        }
        let name = match self.tag {
            Some((word, _)) => format!("{}, {}, {word}", self.title, self.detail),
            None => format!("{}, {}", self.title, self.detail),
        };
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, enabled, self.selected, &name));
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(self.selected));
        response
    }
}

/// What holds the rows of a list, for the screen reader.
pub fn list_box<R>(ui: &mut Ui, name: &str, rows: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.make_persistent_id(("list", name));
    let response = ui.interact(ui.max_rect(), id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name));
    ui.scope_builder(UiBuilder::new().accessibility_parent(id), rows).inner
}

/// How long after a letter the next one belongs to it, in seconds.
const TYPING: f64 = 1.0;

/// What was typed to find a row, and when.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    at: f64,
}

/// The keyboard in a list of rows, called before they are drawn: up, down, Home, End and the first letters of a title
/// move it from row to row. Returns the row at which Tab stops: the one that has the keyboard, else the selected one.
pub fn row_keys(ui: &Ui, rows: &[(Id, &str)], selected: Option<usize>) -> usize {
    let focused = ui.memory(eframe::egui::Memory::focused);
    let Some(at) = rows.iter().position(|(id, _)| Some(*id) == focused) else {
        return selected.unwrap_or(0);
    };
    if let Some((id, _)) = rows.get(at) {
        let filter =
            EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(*id, filter));
    }
    let last = rows.len().saturating_sub(1);
    let (step, typed, now) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        let step = if pressed(Key::ArrowDown) {
            Some((at + 1).min(last))
        } else if pressed(Key::ArrowUp) {
            Some(at.saturating_sub(1))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        };
        let letters = input.events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.to_lowercase()),
            _ => None,
        });
        (step, letters.collect::<String>(), input.time)
    });
    let next = step.or_else(|| type_ahead(ui, rows, at, &typed, now)).unwrap_or(at);
    if let Some((id, _)) = rows.get(next).filter(|_| next != at) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    next
}

/// The row whose title begins with what was typed: from the present one on, so that it may be it, or the next one if
/// this is the first letter.
fn type_ahead(ui: &Ui, rows: &[(Id, &str)], at: usize, letters: &str, now: f64) -> Option<usize> {
    let id = ui.make_persistent_id("typed to find a row");
    let typed: Typed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let earlier = if now - typed.at < TYPING { typed.text } else { String::new() };
    // Space presses the row, unless it stands inside of a title.
    if letters.is_empty() || (earlier.is_empty() && letters.trim().is_empty()) {
        return None;
    }
    let from = if earlier.is_empty() { at + 1 } else { at };
    let text = earlier + letters;
    let found = (from..from + rows.len()).map(|index| index % rows.len()).find(|index| {
        rows.get(*index).is_some_and(|(_, title)| title.to_lowercase().starts_with(text.as_str()))
    });
    ui.data_mut(|data| data.insert_temp(id, Typed { text, at: now }));
    found
}

/// The heading of a group in a list, small and in capitals.
pub fn section_heading(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    let mut job = eframe::egui::text::LayoutJob::single_section(
        text.to_uppercase(),
        eframe::egui::TextFormat {
            extra_letter_spacing: 0.6,
            ..eframe::egui::TextFormat::simple(fonts::regular(size::NOTE), theme.text_faint)
        },
    );
    // Cut off where the column ends: one that is wider would push the rows below out of it.
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width((ui.available_width() - 8.0).max(0.0));
    let label = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(label.size().x + 8.0, 20.0), Sense::hover());
    paint::put_left(ui.painter(), rect.left() + 8.0, rect.center().y, label);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Heading));
    response
}
