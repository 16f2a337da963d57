//! A list to choose from with the keyboard: the palette of commands, a menu with shortcuts.

use eframe::egui::{
    Color32, Key, Modifiers, Popup, Response, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2,
};

use super::choice::option;
use super::icon::Icon;
use super::{Button, TextField, button, paint};
use crate::gui::fonts;
use crate::gui::theme::{RADIUS, Theme, size, space};

/// A button that does one of several things. Of a single one it is an ordinary button, else it opens a menu.
#[must_use = "a button is drawn by `show`"]
pub struct MenuButton<'a> {
    label: &'a str,
    items: &'a [&'a str],
    enabled: bool,
}

impl<'a> MenuButton<'a> {
    /// What it is called, and what there is to choose from.
    pub fn new(label: &'a str, items: &'a [&'a str]) -> Self {
        Self { label, items, enabled: true }
    }

    /// Can it be pressed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it. Returns the item that was chosen.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let button = Button::new(self.label).enabled(self.enabled);
        if let [_] = self.items {
            return button.show(ui).clicked().then_some(0);
        }
        let response = button.caret().show(ui);
        let mut chosen = None;
        Popup::menu(&response).width(MENU_WIDTH).gap(4.0).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_width(MENU_WIDTH);
            for (index, item) in self.items.iter().enumerate() {
                if option(ui, item, false).clicked() {
                    chosen = Some(index);
                }
            }
        });
        chosen
    }
}

/// How wide a menu is.
const MENU_WIDTH: f32 = 210.0;

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct MenuRow<'a> {
    /// What it does.
    pub label: &'a str,
    /// Where it belongs; dim, behind the label.
    pub note: &'a str,
    /// Its keys.
    pub shortcut: &'a str,
    /// Its icon.
    pub icon: Option<Icon>,
}

/// How far somebody is in a list.
#[derive(Debug, Clone, Copy, Default)]
struct Walk {
    /// The row with the mark.
    marked: usize,
    /// Enter was pressed, and waits for the rows that fit.
    entered: bool,
    /// When the list was drawn last.
    pass: u64,
}

/// A search field and the rows that fit it. The field keeps the keyboard; up and down move the mark, Enter chooses.
#[must_use = "a list is drawn by `show`"]
pub struct MenuList<'a> {
    name: &'a str,
    hint: &'a str,
    empty: &'a str,
    max_height: f32,
}

impl<'a> MenuList<'a> {
    /// The accessible name of the search field, what stands in it, and what is said when nothing fits.
    pub fn new(name: &'a str, hint: &'a str, empty: &'a str) -> Self {
        Self { name, hint, empty, max_height: 360.0 }
    }

    /// How high the rows may become before they scroll.
    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = height;
        self
    }

    /// Draws it. `rows` are those that fit `query`, best first; the caller searches. Returns the row that was chosen.
    pub fn show(self, ui: &mut Ui, query: &mut String, rows: &[MenuRow<'_>]) -> Option<usize> {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("menu list", self.name));
        let pass = ui.ctx().cumulative_pass_nr();
        // A list that was away begins anew.
        let Walk { mut marked, entered, .. } =
            ui.data(|data| data.get_temp(id)).filter(|walk: &Walk| pass <= walk.pass + 1).unwrap_or_default();
        let last = rows.len().saturating_sub(1);
        let mut enter = entered;
        let before = marked;
        let field = TextField::id(ui, self.name);
        if ui.memory(|memory| memory.has_focus(field)) {
            ui.input_mut(|input| {
                if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                    marked = if marked >= last { 0 } else { marked + 1 };
                }
                if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                    marked = if marked == 0 { last } else { marked - 1 };
                }
                enter |= input.consume_key(Modifiers::NONE, Key::Enter);
            });
        }
        let response = TextField::new(self.name, query).hint(self.hint).show(ui);
        if response.changed() {
            marked = 0;
        }
        marked = marked.min(last);
        // Enter chooses of what fits the text, which the rows do not yet where it was typed in this frame.
        let entered = enter && response.changed();
        let mut chosen = (enter && !entered && !rows.is_empty()).then_some(marked);
        if entered {
            ui.ctx().request_repaint();
        }
        ui.add_space(space::XS);
        if rows.is_empty() {
            super::text::dim(ui, self.empty);
        }
        let moved = marked != before || response.changed();
        ScrollArea::vertical().id_salt(id).max_height(self.max_height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, row) in rows.iter().enumerate() {
                let item = paint_row(ui, theme, row, index, index == marked);
                if item.clicked() {
                    chosen = Some(index);
                }
                if index == marked && moved {
                    item.scroll_to_me(None);
                }
            }
        });
        ui.data_mut(|data| {
            if chosen.is_some() {
                data.remove::<Walk>(id);
            } else {
                data.insert_temp(id, Walk { marked, entered, pass });
            }
        });
        chosen
    }
}

fn paint_row(ui: &mut Ui, theme: &Theme, row: &MenuRow<'_>, index: usize, marked: bool) -> Response {
    let id = ui.make_persistent_id(("menu row", row.label, index));
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 34.0));
    // The arrows of the search field move among the rows, so they are no stops for Tab.
    let response = ui.interact(rect, id, Sense::CLICK);
    let fill = if marked {
        theme.card_selected
    } else if response.hovered() {
        theme.card_selected.gamma_multiply(0.5)
    } else {
        Color32::TRANSPARENT
    };
    paint::frame(ui.painter(), rect, RADIUS, fill, Stroke::NONE);
    let middle = rect.center().y;
    let mut left = rect.left() + 10.0;
    if let Some(icon) = row.icon {
        icon.paint(ui.painter(), pos2(left + 8.0, middle), 16.0, theme.text_dim);
        left += 26.0;
    }
    let mut right = rect.right() - 10.0;
    if !row.shortcut.is_empty() {
        let size = button::chip_size(ui, row.shortcut);
        right -= size.x;
        button::paint_chip(ui, right, middle, row.shortcut, theme.text_dim, theme.line_control);
        right -= space::S;
    }
    let label = paint::fit(ui, row.label, fonts::regular(size::BODY), theme.text, right - left);
    let end = paint::put_left(ui.painter(), left, middle, label).right() + space::S;
    let note = paint::fit(ui, row.note, fonts::regular(size::NOTE), theme.text_dim, right - end);
    paint::put_left(ui.painter(), end, middle, note);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, true, marked, row.label));
    response
}
