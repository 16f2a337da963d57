//! What lies over the window while a file is held over it.

use eframe::egui::{Context, Id, Order, Rect};

use crate::gui::view::View;
use crate::gui::widgets::DropHint;

/// Says what dropping it does, unless a dialog stands in the way.
pub(super) fn show(ctx: &Context, view: &View<'_>) {
    let held = ctx.input(|input| !input.raw.hovered_files.is_empty());
    if !held || view.model.dialog.is_some() {
        return;
    }
    let (title, words) = (view.text("drop-hint"), view.text("drop-hint.text"));
    let area = eframe::egui::Area::new(Id::unique("drop")).order(Order::Foreground).interactable(false);
    let whole: Rect = ctx.content_rect();
    area.fixed_pos(whole.min).show(ctx, |ui| DropHint { title: &title, text: &words }.show(ui, whole));
}
