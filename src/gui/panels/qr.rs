//! A QR code over the whole window.

use eframe::egui::{Align, Context, Layout};

use crate::app::Msg;
use crate::app::share::Shown;
use crate::codec::qr::MAX_BYTES;
use crate::gui::view::View;
use crate::gui::widgets::{EmptyState, Icon, Modal, qr_code, text};
use crate::i18n::Message;

/// What the dialog needs above and below the code: its margins, its title, the line below.
const AROUND: f32 = 126.0;

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, shown: &Shown) {
    let what = view.words(&shown.what);
    let title = view.words(&Message::new("qr-title").with("what", &what));
    let close = view.text("close");
    let length = shown.length;
    let width = if shown.code.is_some() { f32::INFINITY } else { 480.0 };
    let modal = Modal::new(&title, &close).width(width).show(ctx, |ui| {
        let Some(code) = &shown.code else {
            let message = Message::new("qr-too-long.text").with("length", length).with("most", MAX_BYTES);
            let (title, words) = (view.text("qr-too-long"), view.words(&message));
            EmptyState::new(Icon::Warning, &title, &words).show(ui, |_| ());
            return;
        };
        let about = Message::new("qr-about")
            .with("length", length)
            .with("level", code.level.letter())
            .with("percent", code.level.percent().to_string());
        let name = view.words(&Message::new("qr-name").with("length", length).with("what", what));
        let room = (ctx.content_rect().height() - AROUND).min(ui.available_width());
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            qr_code(ui, &name, code, room);
            text::note(ui, &view.words(&about));
        });
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}
