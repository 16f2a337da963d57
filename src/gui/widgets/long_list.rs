//! A list of thousands of rows, of which only those in sight are drawn.
//!
//! It is one stop for Tab: the row with the mark. Up, Down, Page Up, Page Down, Home and End move it; from there Tab goes
//! on to the controls of that row, and then out of the list.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    EventFilter, Key, Modifiers, PointerButton, Rect, Response, Role, ScrollArea, Sense, Ui, vec2,
};

/// The list.
#[must_use = "a list is drawn by `show`"]
pub struct LongList<'a> {
    name: &'a str,
    count: usize,
    row_height: f32,
    max_height: f32,
    marked: usize,
    keys: &'a [Key],
}

/// What the user did with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListEvent {
    /// The mark is on this one now.
    Marked(usize),
    /// This key was pressed on it.
    Key(usize, Key),
}

/// A row in sight.
#[derive(Debug)]
pub struct ListRowPlace {
    /// Which.
    pub index: usize,
    /// All of it; the controls of the row come on top.
    pub response: Response,
    /// It has the mark: its controls are stops for Tab, those of the others are for the pointer.
    pub marked: bool,
}

impl<'a> LongList<'a> {
    /// The accessible name, how many rows there are, how high each is, and which has the mark.
    pub fn new(name: &'a str, count: usize, row_height: f32, marked: usize) -> Self {
        Self { name, count, row_height, max_height: f32::INFINITY, marked, keys: &[] }
    }

    /// How high it becomes before it scrolls.
    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = height;
        self
    }

    /// Keys that mean something on a row, beside those that move the mark.
    pub fn keys(mut self, keys: &'a [Key]) -> Self {
        self.keys = keys;
        self
    }

    /// Draws it. `key` tells a row from all others, wherever it stands; `draw` draws one and names it.
    pub fn show<'k>(
        self,
        ui: &mut Ui,
        key: &dyn Fn(usize) -> &'k str,
        draw: &mut dyn FnMut(&mut Ui, &ListRowPlace),
    ) -> Option<ListEvent> {
        if self.count == 0 {
            return None;
        }
        let list = ui.make_persistent_id(("long list", self.name));
        let id_of = |index: usize| list.with(key(index));
        let mut marked = self.marked.min(self.count - 1);
        let mut event = None;
        let mut go_to = None;
        if ui.memory(|memory| memory.has_focus(id_of(marked))) {
            if let Some(next) = self.moved(ui, marked) {
                ui.memory_mut(|memory| memory.request_focus(id_of(next)));
                event = Some(ListEvent::Marked(next));
                go_to = Some(next);
                // At once: a row without the mark would let go of the keyboard.
                marked = next;
            }
            let pressed = |key: &&Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, **key));
            if let Some(pressed) = self.keys.iter().find(pressed) {
                event = Some(ListEvent::Key(marked, *pressed));
            }
        }
        let height = self.row_height;
        let area =
            ScrollArea::vertical().id_salt(list).max_height(self.max_height).auto_shrink([false, true]);
        area.show_viewport(ui, |ui, viewport| {
            ui.set_height(height * self.count as f32);
            let (top, left, width) = (ui.max_rect().top(), ui.max_rect().left(), ui.max_rect().width());
            let place = |index: usize| {
                let min = eframe::egui::pos2(left, top + height * index as f32);
                Rect::from_min_size(min, vec2(width, height))
            };
            let first = (viewport.min.y / height).floor().max(0.0) as usize;
            let last = ((viewport.max.y / height).ceil().max(0.0) as usize).min(self.count);
            // The marked row is always there to be reached, also out of sight; in its turn.
            let before = (marked < first).then_some(marked);
            let after = (marked >= last.max(first)).then_some(marked);
            for index in before.into_iter().chain(first..last).chain(after) {
                let on = index == marked;
                let sense = if on { Sense::click() } else { Sense::CLICK };
                let response = ui.interact(place(index), id_of(index), sense);
                if response.has_focus() {
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, KEPT));
                }
                if response.clicked_by(PointerButton::Primary) {
                    response.request_focus();
                    event = Some(ListEvent::Marked(index));
                }
                if response.gained_focus() {
                    go_to = go_to.or(Some(index));
                }
                draw(ui, &ListRowPlace { index, response, marked: on });
            }
            if let Some(index) = go_to {
                ui.scroll_to_rect_animation(place(index), None, ScrollAnimation::none());
            }
        });
        ui.ctx().accesskit_node_builder(list, |node| {
            node.set_role(Role::ListBox);
            node.set_label(self.name);
        });
        event
    }

    /// Where the keys move the mark.
    fn moved(&self, ui: &Ui, marked: usize) -> Option<usize> {
        let last = self.count - 1;
        let page = (self.max_height / self.row_height).floor().clamp(2.0, 100.0) as usize - 1;
        let next = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if pressed(Key::ArrowDown) {
                Some(marked + 1)
            } else if pressed(Key::ArrowUp) {
                Some(marked.saturating_sub(1))
            } else if pressed(Key::PageDown) {
                Some(marked + page)
            } else if pressed(Key::PageUp) {
                Some(marked.saturating_sub(page))
            } else if pressed(Key::Home) {
                Some(0)
            } else if pressed(Key::End) {
                Some(last)
            } else {
                None
            }
        })?;
        Some(next.min(last)).filter(|next| *next != marked)
    }
}

/// The keys that stay with the list while it has the keyboard.
const KEPT: EventFilter =
    EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
