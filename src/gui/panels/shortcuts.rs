//! The map of shortcuts: a loop over the commands.

use eframe::egui::{Align, Context, Layout, ScrollArea};

use crate::app::{Command, Msg};
use crate::gui::theme::space;
use crate::gui::view::{View, keys};
use crate::gui::widgets::{Modal, key_chip, text};

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>) {
    let (title, close) = (view.text("command-shortcuts"), view.text("close"));
    let modal = Modal::new(&title, &close).width(420.0).show(ctx, |ui| {
        ScrollArea::vertical().max_height(460.0).auto_shrink([false, true]).show(ui, |ui| {
            // The scroll bar floats over the right edge, where the keys stand.
            ui.set_max_width(ui.available_width() - space::L);
            ui.spacing_mut().item_spacing.y = space::XS;
            let with_keys = Command::ALL.iter().filter(|command| command.shortcut().is_some());
            let rows = with_keys.map(|command| (view.text(command.text_id()), keys(*command)));
            let others = [("shortcut-next", "Tab"), ("shortcut-list", "↑ ↓"), ("shortcut-close", "Esc")];
            let others = others.map(|(id, keys)| (view.text(id), keys.to_owned()));
            for (label, keys) in rows.chain(others) {
                ui.horizontal(|ui| {
                    ui.set_height(26.0);
                    text::body(ui, &label);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| key_chip(ui, &keys));
                });
            }
        });
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}
