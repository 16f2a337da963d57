//! Code for a client that uses the token on screen.

use eframe::egui::{Context, Ui};

use crate::app::share::{ShareMsg, Written};
use crate::app::{Msg, Sensitivity};
use crate::gui::theme::Tone;
use crate::gui::view::View;
use crate::gui::widgets::{Button, Callout, Icon, MenuButton, Modal, code, text};
use crate::i18n::Message;

/// What the dialog needs above and below the code.
const AROUND: f32 = 250.0;

/// The button that shows one of the snippets; nothing where the kind has none.
pub(super) fn button(ui: &mut Ui, view: &mut View<'_>, enabled: bool) {
    let snippets = view.model.snippets();
    if snippets.is_empty() {
        return;
    }
    let titles: Vec<&str> = snippets.iter().map(|snippet| snippet.title).collect();
    let label = view.text("snippet-button");
    let chosen = MenuButton::new(&label, &titles).enabled(enabled).show(ui);
    if let Some(snippet) = chosen.and_then(|index| snippets.get(index)) {
        view.push(Msg::Share(ShareMsg::Snippet(snippet.id)));
    }
}

/// Draws the dialog.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, written: &Written) {
    let title = view.words(&Message::new("snippet-title").with("what", written.title));
    let close = view.text("close");
    let modal = Modal::new(&title, &close).width(720.0).show(ctx, |ui| {
        let filled = &written.filled;
        if !filled.missing.is_empty() {
            let words: Vec<String> = filled.missing.iter().map(|key| label(view, key)).collect();
            let (head, words) = (view.text("snippet-missing"), words.join(", "));
            Callout::new(Tone::Warn, &head, &words).inline().icon(Icon::Warning).show(ui, |_| ());
        }
        code(ui, &title, filled.code.trim_end(), ctx.content_rect().height() - AROUND);
        ui.horizontal_wrapped(|ui| {
            if Button::new(&view.text("command-copy")).primary().icon(Icon::Copy).show(ui).clicked() {
                view.push(Msg::Copy(filled.code.clone(), Sensitivity::Token));
            }
            text::note(ui, &view.text("snippet-holds-token"));
        });
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

/// What a value is called: the field's label, or its key where no form has it.
fn label(view: &View<'_>, key: &str) -> String {
    let id = format!("field-{}", key.replace('_', "-"));
    view.texts.find(&id).unwrap_or_else(|| key.to_owned())
}
