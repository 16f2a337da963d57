//! Delete this project? Its secrets go too.

use eframe::egui::{Context, Ui};

use crate::app::Msg;
use crate::app::model::Failure;
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{Button, Callout, Icon, Modal, ends, text};
use crate::i18n::Message;
use crate::store::ProjectId;

/// Draws it.
pub(super) fn show(
    ctx: &Context,
    view: &mut View<'_>,
    id: &ProjectId,
    running: bool,
    failure: Option<&Failure>,
) {
    let name = view.model.project(id).map_or_else(String::new, |project| project.name.clone());
    let title = view.words(&Message::new("delete-title").with("name", name));
    let close = view.text("close");
    let modal = Modal::new(&title, &close).width(440.0).show(ctx, |ui| {
        text::dim(ui, &view.text("delete-text"));
        let leave = failure.is_some_and(|failure| failure.keychain);
        if let Some(failure) = failure {
            let (title, words) = view.failure(failure);
            Callout::new(Tone::Bad, &title, &words).icon(Icon::Alert).show(ui, |_| ());
        }
        let buttons = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if Button::new(&view.text("cancel")).enabled(!running).show(ui).clicked() {
                view.push(Msg::Close);
            }
            let label = view.text(if leave { "delete-leaving" } else { "delete-confirm" });
            if Button::new(&label).danger().enabled(!running).show(ui).clicked() {
                view.push(Msg::DeleteConfirmed(leave));
            }
        };
        ends(ui, "buttons", |_| (), buttons);
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}
