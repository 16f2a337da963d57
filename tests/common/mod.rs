//! Builds the windows in which the tests press and look.

use eframe::egui::{self, Context};
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

/// The only place where the tolerance of pictures is set: drawn in software, two machines agree to the last bit or
/// so.
#[cfg(feature = "desktop")]
#[allow(clippy::allow_attributes, dead_code, reason = "not every test that shares this file draws")]
pub fn pictures() -> egui_kittest::SnapshotOptions {
    egui_kittest::SnapshotOptions::new().threshold(0.6).max_failed_pixels(20)
}
