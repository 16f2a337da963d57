//! Running text in the sizes in use.

use eframe::egui::{Label, Response, RichText, Ui};

use crate::gui::fonts;
use crate::gui::theme::{LINE_HEIGHT, Theme, size};

/// The title of a panel.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.add(Label::new(RichText::new(text).font(fonts::semibold(size::TITLE)).color(theme.text)).truncate())
}

/// The heading of a column or card.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.add(
        Label::new(RichText::new(text).font(fonts::semibold(size::SMALL)).color(theme.text_dim)).truncate(),
    )
}

/// Text.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).line_height(Some(LINE_HEIGHT)).color(theme.text))
}

/// Text on one line, cut where there is no more room.
pub fn line(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.add(Label::new(RichText::new(text).color(theme.text)).truncate())
}

/// Text that explains what stands beside it.
pub fn dim(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).line_height(Some(LINE_HEIGHT)).color(theme.text_dim))
}

/// A small remark.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).size(size::NOTE).color(theme.text_dim))
}

/// A key, an id, a few bytes.
pub fn mono(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).font(fonts::mono(size::SMALL)).color(theme.text))
}
