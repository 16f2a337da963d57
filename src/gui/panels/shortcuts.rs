//! The map of shortcuts: a loop over the commands.

use eframe::egui::{Align, Context, Key, Layout, ScrollArea, Ui, vec2};

use crate::app::{Command, Msg};
use crate::gui::theme::space;
use crate::gui::view::{View, keys};
use crate::gui::widgets::{Modal, key_chip, text};

/// A key and what it does, 30 high with the gap.
const ROW: f32 = 26.0;
/// Below this width the rows stand in one column.
const TWO_COLUMNS: f32 = 560.0;

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>) {
    let (title, close) = (view.text("command-shortcuts"), view.text("close"));
    let with_keys = Command::ALL.iter().filter(|command| command.shortcut().is_some());
    let commands = with_keys.map(|command| (view.text(command.text_id()), keys(*command)));
    let others = [("shortcut-next", "Tab"), ("shortcut-list", "↑ ↓"), ("shortcut-close", "Esc")];
    let others = others.map(|(id, keys)| (view.text(id), keys.to_owned()));
    let rows: Vec<(String, String)> = commands.chain(others).collect();
    let modal = Modal::new(&title, &close).width(760.0).show(ctx, |ui| {
        let room = (ui.ctx().content_rect().height() - 140.0).max(120.0);
        // A dialog begins with less room than the window has; it grows with what stands in it.
        let area =
            ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]);
        area.show(ui, |ui| {
            // No control stands in it that could be scrolled to.
            let turned = ui.input(|input| {
                let pressed = |key| if input.key_pressed(key) { 1.0 } else { 0.0 };
                pressed(Key::ArrowUp) - pressed(Key::ArrowDown)
                    + 5.0 * (pressed(Key::PageUp) - pressed(Key::PageDown))
            });
            ui.scroll_with_delta(vec2(0.0, turned * 3.0 * ROW));
            // The scroll bar floats over the right edge, where the keys stand.
            ui.set_max_width(ui.available_width() - space::L);
            let count = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
            let gap = 2.0 * space::XL;
            let width = (ui.available_width() - gap * (count - 1) as f32) / count as f32;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for column in rows.chunks(rows.len().div_ceil(count)) {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing.y = space::XS;
                        for (label, keys) in column {
                            row(ui, label, keys);
                        }
                    });
                }
            });
        });
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

fn row(ui: &mut Ui, label: &str, keys: &str) {
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        ui.spacing_mut().item_spacing.x = space::S;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            key_chip(ui, keys);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| text::line(ui, label));
        });
    });
}
