//! Builds the windows in which the tests press and look.

#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "shared by several tests, each of which uses a part"
)]

pub mod desk;

use eframe::egui::{self, Context, Ui};
use egui_kittest::{Harness, HarnessBuilder};
use tokendesk::gui::{fonts, theme::Theme};

/// Fonts and theme, as the program installs them.
fn install(ctx: &Context) {
    fonts::install(ctx);
    Theme::install(ctx);
}

/// A window of the size of the drawings.
pub fn window<State>(theme: egui::Theme) -> HarnessBuilder<State> {
    Harness::builder().with_size(egui::vec2(1200.0, 760.0)).with_theme(theme).with_context_setup(install)
}

/// Draws over all of the window; kittest leaves a margin by itself.
pub fn whole(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    let rect = ui.ctx().content_rect();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect);
    child.painter().rect_filled(rect, 0.0, Theme::of(&child).background);
    show(&mut child);
    ui.advance_cursor_after_rect(ui.max_rect());
}

/// The only place where the tolerance of pictures is set: drawn in software, two machines agree to the last bit or
/// so.
#[cfg(feature = "desktop")]
pub fn pictures() -> egui_kittest::SnapshotOptions {
    egui_kittest::SnapshotOptions::new().threshold(0.6).max_failed_pixels(20)
}
