//! The report for a ticket: what will be copied, before it is.

use eframe::egui::{Context, ScrollArea, Ui};

use crate::app::actions::ActionMsg;
use crate::app::{Msg, Sensitivity};
use crate::gui::theme::space;
use crate::gui::view::View;
use crate::gui::widgets::layout::ends;
use crate::gui::widgets::{Button, CheckBox, Modal, card, text};
use crate::token::Report;
use crate::token::redact::{Telling, bug_report};

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, leave_out_user: bool) {
    let Some(report) = &view.model.inspect.report else { return view.push(Msg::Close) };
    // The words follow the clock.
    let report = Report { now: view.model.now, ..report.clone() };
    let told = bug_report(&report, view.texts, Telling { user_data: !leave_out_user });
    let (title, close) = (view.text("bug-dialog"), view.text("close"));
    let modal = Modal::new(&title, &close).width(620.0).show(ctx, |ui| {
        text::dim(ui, &view.text("bug-dialog.text"));
        let mut leave_out = leave_out_user;
        let (label, note) = (view.text("bug-leave-out-user"), view.text("bug-leave-out-user.note"));
        if CheckBox::new(&label).note(&note).show(ui, &mut leave_out).changed() {
            view.push(Msg::Action(ActionMsg::LeaveOutUser(leave_out)));
        }
        let height = (ctx.content_rect().height() - 330.0).clamp(100.0, 340.0);
        card(ui, |ui| {
            ScrollArea::vertical()
                .id_salt("bug report")
                .min_scrolled_height(height)
                .max_height(height)
                .auto_shrink(false)
                .show(ui, |ui| {
                    text::mono(ui, &told);
                });
        });
        let buttons = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if Button::new(&view.text("cancel")).show(ui).clicked() {
                view.push(Msg::Close);
            }
            if Button::new(&view.text("bug-copy")).primary().show(ui).clicked() {
                view.push(Msg::Copy(told.clone(), Sensitivity::Plain));
                view.push(Msg::Close);
            }
        };
        ends(ui, "buttons", |_| (), buttons);
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}
