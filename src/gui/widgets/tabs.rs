//! Choosing one of a few: tabs over a panel, segments in a form.
//!
//! Both are one stop for Tab; the arrows, Home and End choose within.

use eframe::egui::{
    CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2,
};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{CONTROL_HEIGHT, RADIUS, Theme, size};

/// Tabs with a line under the chosen one.
#[must_use = "tabs are drawn by `show`"]
pub struct Tabs<'a> {
    name: &'a str,
    labels: &'a [&'a str],
}

impl<'a> Tabs<'a> {
    /// The name of the choice, for the screen reader, and the words.
    pub fn new(name: &'a str, labels: &'a [&'a str]) -> Self {
        Self { name, labels }
    }

    /// Draws them over the full width; `changed()` of the response tells when another one was chosen.
    pub fn show(self, ui: &mut Ui, chosen: &mut usize) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("tabs", self.name));
        let (height, gap) = (36.0, 18.0);
        let widths: Vec<f32> = self
            .labels
            .iter()
            .map(|label| paint::line(ui, label, fonts::medium(size::BODY), theme.text).size().x)
            .collect();
        let width = ui.available_width();
        // Tabs that do not fit stand closer, then go on in a second row.
        let all = widths.iter().sum::<f32>() + gap * widths.len().saturating_sub(1) as f32;
        let mut places = Vec::with_capacity(widths.len());
        let (mut x, mut row) = (0.0_f32, 0.0_f32);
        for wide in &widths {
            if all > width && x > 0.0 && x + wide > width {
                (x, row) = (0.0, row + height);
            }
            places.push((x, row, *wide));
            x += wide + gap;
        }
        let (_, rect) = ui.allocate_space(Vec2::new(width, row + height));
        let rect = rect.translate(rect.min.round() - rect.min);
        let mut response = ui.interact(rect, id, Sense::hover());
        if let Some(index) = arrow_keys(ui, id, self.labels.len(), *chosen) {
            *chosen = index;
            response.mark_changed();
        }
        let inside = inside(ui, id, rect, Role::TabList, self.name);
        let line_y = rect.bottom() - 0.5;
        ui.painter().hline(rect.x_range(), line_y, theme.card_stroke());
        for (index, (label, (x, row, wide))) in self.labels.iter().zip(places).enumerate() {
            let tab = Rect::from_min_size(rect.min + Vec2::new(x, row), Vec2::new(wide, height));
            let (item, pressed) =
                segment(&inside, id, index, *chosen, tab.expand2(Vec2::new(gap / 2.0, 0.0)));
            if pressed {
                *chosen = index;
                response.mark_changed();
            }
            let on = index == *chosen;
            let color = if on || item.hovered() { theme.text } else { theme.text_dim };
            let font = if on { fonts::medium(size::BODY) } else { fonts::regular(size::BODY) };
            let galley = paint::line(ui, label, font, color);
            paint::put_left(ui.painter(), tab.left(), tab.center().y, galley);
            if on {
                let under = Rect::from_min_max(pos2(tab.left(), tab.bottom() - 2.0), tab.max);
                ui.painter().rect_filled(under, CornerRadius::same(1), theme.accent);
            }
            if item.has_focus() {
                paint::focus_ring(ui.painter(), theme, tab.expand2(Vec2::new(6.0, -5.0)), RADIUS - 2);
            }
            describe(ui, &item, Role::Tab, label, on);
        }
        response
    }
}

/// Segments side by side in one frame.
#[must_use = "a control is drawn by `show`"]
pub struct Segmented<'a> {
    name: &'a str,
    labels: &'a [&'a str],
}

impl<'a> Segmented<'a> {
    /// The name of the choice, for the screen reader, and the words.
    pub fn new(name: &'a str, labels: &'a [&'a str]) -> Self {
        Self { name, labels }
    }

    /// Draws it; `changed()` of the response tells when another one was chosen. Where the words do not fit side by
    /// side, the segments stand in several rows.
    pub fn show(self, ui: &mut Ui, chosen: &mut usize) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("segmented", self.name));
        let padding = 11.0;
        let widths: Vec<f32> = self
            .labels
            .iter()
            .map(|label| {
                (paint::line(ui, label, fonts::medium(size::BODY), theme.text).size().x + padding * 2.0)
                    .ceil()
            })
            .collect();
        let available = ui.available_width();
        let mut places = Vec::with_capacity(widths.len());
        let (mut x, mut row, mut widest) = (0.0_f32, 0.0_f32, 0.0_f32);
        for wide in &widths {
            if x > 0.0 && x + wide > available {
                (x, row) = (0.0, row + CONTROL_HEIGHT);
            }
            places.push((x, row, *wide));
            x += wide;
            widest = widest.max(x);
        }
        let whole = Vec2::new(widest, row + CONTROL_HEIGHT);
        let (_, rect) = ui.allocate_space(whole);
        // Its own size, also where the layout would stretch it.
        let rect = Rect::from_min_size(rect.min.round(), whole);
        let mut response = ui.interact(rect, id, Sense::hover());
        if let Some(index) = arrow_keys(ui, id, self.labels.len(), *chosen) {
            *chosen = index;
            response.mark_changed();
        }
        let inside = inside(ui, id, rect, Role::RadioGroup, self.name);
        let mut focused = None;
        for (index, (label, (x, row, wide))) in self.labels.iter().zip(places).enumerate() {
            let place = Rect::from_min_size(rect.min + Vec2::new(x, row), Vec2::new(wide, CONTROL_HEIGHT));
            let (item, pressed) = segment(&inside, id, index, *chosen, place);
            if pressed {
                *chosen = index;
                response.mark_changed();
            }
            let on = index == *chosen;
            let radius = corners(place, rect);
            if on {
                ui.painter().rect_filled(place, radius, theme.card_selected);
            }
            if x > 0.0 {
                ui.painter().vline(place.left() + 0.5, place.y_range(), theme.control_stroke());
            }
            if row > 0.0 && x <= 0.0 {
                ui.painter().hline(rect.x_range(), place.top() + 0.5, theme.control_stroke());
            }
            let font = if on { fonts::medium(size::BODY) } else { fonts::regular(size::BODY) };
            let color = if on || item.hovered() { theme.text } else { theme.text_dim };
            let galley = paint::line(ui, label, font, color);
            paint::put_center(ui.painter(), place.center(), galley);
            if item.has_focus() {
                focused = Some((place, radius));
            }
            describe(ui, &item, Role::RadioButton, label, on);
        }
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(RADIUS),
            theme.control_stroke(),
            StrokeKind::Inside,
        );
        if let Some((place, radius)) = focused {
            let painter = ui.painter();
            painter.rect_stroke(place, radius, Stroke::new(2.0, theme.focus_ring()), StrokeKind::Outside);
            painter.rect_stroke(place, radius, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
        response
    }
}

/// Round where the segment touches a corner of the whole.
fn corners(place: Rect, whole: Rect) -> CornerRadius {
    let near = |a: f32, b: f32| (a - b).abs() < 0.5;
    let (left, right) = (near(place.left(), whole.left()), near(place.right(), whole.right()));
    let (top, bottom) = (near(place.top(), whole.top()), near(place.bottom(), whole.bottom()));
    let radius = |yes: bool| if yes { RADIUS } else { 0 };
    CornerRadius {
        nw: radius(left && top),
        ne: radius(right && top),
        sw: radius(left && bottom),
        se: radius(right && bottom),
    }
}

/// Where the items listen: in the accessibility tree they are the group's children, not its neighbours.
fn inside(ui: &mut Ui, group: Id, rect: Rect, role: Role, name: &str) -> Ui {
    // Before its children: a node finds its parent when it is made.
    ui.ctx().accesskit_node_builder(group, |node| {
        node.set_role(role);
        node.set_label(name);
    });
    ui.new_child(UiBuilder::new().id_salt(group).max_rect(rect).accessibility_parent(group))
}

/// Listens for one item of a group. Only the chosen one is a stop for Tab.
fn segment(ui: &Ui, group: Id, index: usize, chosen: usize, rect: Rect) -> (Response, bool) {
    let sense = match (ui.is_enabled(), index == chosen) {
        (false, _) => Sense::hover(),
        (true, true) => Sense::click(),
        (true, false) => Sense::CLICK,
    };
    let response = ui.interact(rect, group.with(index), sense);
    paint::into_view(&response);
    if response.has_focus() {
        // At once, not from the next frame on: an arrow that comes first would take the keyboard to a neighbour.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
    }
    let pressed = response.clicked() && index != chosen;
    (response, pressed)
}

fn describe(ui: &Ui, response: &Response, role: Role, label: &str, on: bool) {
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), on, label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
}

/// The keys that stay with a group while it has the keyboard.
const ARROWS: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };

/// What the arrows, Home and End choose while the chosen item has the keyboard; the keyboard goes along.
fn arrow_keys(ui: &Ui, group: Id, count: usize, chosen: usize) -> Option<usize> {
    let current = group.with(chosen);
    if count == 0 || !ui.memory(|memory| memory.has_focus(current)) {
        return None;
    }
    let last = count - 1;
    let next = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
            Some((chosen + 1).min(last))
        } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
            Some(chosen.saturating_sub(1))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        }
    })?;
    if next == chosen {
        return None;
    }
    ui.memory_mut(|memory| memory.request_focus(group.with(next)));
    Some(next)
}
