//! Earlier states of the projects, each with its way back.

use eframe::egui::{Context, ScrollArea, Ui};

use crate::app::backups::Backups;
use crate::app::{BackupMsg, Msg};
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{Button, Callout, Icon, Modal, text};
use crate::i18n::Message;
use crate::store::Backup;

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, backups: &Backups) {
    let (title, close) = (view.text("backups-title"), view.text("close"));
    let modal = Modal::new(&title, &close).width(480.0).show(ctx, |ui| {
        text::dim(ui, &view.text("backups-text"));
        for failure in backups.failure.iter().chain(&view.model.projects_failure) {
            let (title, words) = (view.words(&failure.message), view.words(&failure.remedy()));
            Callout::new(Tone::Bad, &title, &words).icon(Icon::Alert).show(ui, |_| ());
        }
        match backups.states.as_deref() {
            None => drop(text::note(ui, &view.text("backups-looking"))),
            Some([]) => drop(text::note(ui, &view.text("backups-none"))),
            Some(states) => {
                ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    for state in states {
                        row(ui, view, state, !backups.running);
                    }
                });
            }
        }
        if view.model.projects_failure.is_some() {
            let label = view.text("backups-aside");
            if Button::new(&label).enabled(!backups.running).show(ui).clicked() {
                view.push(Msg::Backups(BackupMsg::SetAside));
            }
        }
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

fn row(ui: &mut Ui, view: &mut View<'_>, state: &Backup, enabled: bool) {
    ui.horizontal(|ui| {
        ui.set_height(32.0);
        let moment = view.moment(state.saved_at);
        let label = view.words(&Message::new("backups-restore").with("moment", moment));
        let salt = state.number.to_string();
        if Button::new(&label).full_width().id_salt(&salt).enabled(enabled).show(ui).clicked() {
            view.push(Msg::Backups(BackupMsg::Restore(state.number)));
        }
    });
}
