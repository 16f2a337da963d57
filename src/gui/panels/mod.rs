//! The panels of the window. Each is a function that reads the model and pushes messages.

mod chrome;
mod delete;
mod editor;
mod fields;
mod generate;
mod inspect;
mod palette;
mod settings;
mod shortcuts;
mod token;

use eframe::egui::{Align, CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::theme::{Theme, Tone, space};
use super::view::View;
use super::widgets::layout::{MARGIN, STATUS};
use super::widgets::{Columns, Detail, Toast};
use crate::app::Msg;
use crate::app::model::{Dialog, Focus, Panel as Work};

/// Draws the whole window.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let theme = Theme::of(ui);
    let columns = Columns::for_width(ui.available_width());
    let side = Frame::NONE.fill(theme.side);
    Panel::bottom("status")
        .exact_size(STATUS)
        .frame(side)
        .resizable(false)
        .show(ui, |ui| chrome::status(ui, view));
    Panel::left("rail")
        .exact_size(columns.rail)
        .frame(side)
        .resizable(false)
        .show(ui, |ui| chrome::rail(ui, view));
    Panel::left("projects").exact_size(columns.projects).frame(side).resizable(false).show(ui, |ui| {
        chrome::projects(ui, view);
    });
    let work = Frame::NONE.fill(theme.background);
    let detail = match view.model.panel {
        Work::Generate => generate::has_detail(view),
        Work::Inspect => inspect::has_detail(view),
        Work::Settings => false,
    };
    let detail_margin = Margin { left: 18, right: 18, top: 12, bottom: 12 };
    if detail && let Detail::Beside(width) = columns.detail {
        Panel::right("detail").exact_size(width).frame(work).resizable(false).show(ui, |ui| {
            ScrollArea::vertical().id_salt("detail").auto_shrink(false).show(ui, |ui| {
                Frame::NONE.inner_margin(detail_margin).show(ui, |ui| show_detail(ui, view));
            });
        });
    }
    CentralPanel::no_frame().frame(work).show(ui, |ui| {
        let below = detail && columns.detail == Detail::Below;
        show_work(ui, view, below);
    });
    show_overlays(ui, view);
}

fn show_work(ui: &mut Ui, view: &mut View<'_>, below: bool) {
    // The buttons of the form stay where they are while the form scrolls.
    if view.model.panel == Work::Generate && view.model.form().is_some() {
        let foot = Frame::NONE.inner_margin(Margin { left: MARGIN, right: MARGIN, top: 10, bottom: 16 });
        Panel::bottom("foot").frame(foot).resizable(false).show_separator_line(false).show(ui, |ui| {
            generate::foot(ui, view);
        });
    }
    ScrollArea::vertical().id_salt(view.model.panel.id()).auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: MARGIN, right: MARGIN, top: 14, bottom: 12 }).show(
            ui,
            |ui| {
                ui.set_min_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::M;
                match view.model.panel {
                    Work::Generate => generate::show(ui, view),
                    Work::Inspect => inspect::show(ui, view),
                    Work::Settings => settings::show(ui, view),
                }
                if below {
                    ui.add_space(space::S);
                    if view.model.focus == Some(Focus::Token) {
                        ui.scroll_to_cursor(Some(Align::Min));
                    }
                    show_detail(ui, view);
                }
            },
        );
    });
}

fn show_detail(ui: &mut Ui, view: &mut View<'_>) {
    ui.set_min_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = space::M;
    match view.model.panel {
        Work::Generate => generate::detail(ui, view),
        Work::Inspect => inspect::detail(ui, view),
        Work::Settings => {}
    }
}

fn show_overlays(ui: &mut Ui, view: &mut View<'_>) {
    let ctx = ui.ctx().clone();
    match &view.model.dialog {
        Some(Dialog::Editor(editor)) => editor::show(&ctx, view, editor),
        Some(Dialog::Delete { id, running, failure }) => {
            delete::show(&ctx, view, id, *running, failure.as_ref());
        }
        Some(Dialog::Shortcuts) => shortcuts::show(&ctx, view),
        None => {}
    }
    if view.model.palette.is_some() {
        palette::show(&ctx, view);
    }
    if let Some(notice) = &view.model.notice {
        let tone = if notice.bad { Tone::Bad } else { Tone::Ok };
        let text = view.words(&notice.message);
        let close = view.text("close");
        let toast = Toast::new(tone, &text);
        let toast = if notice.bad { toast.action(&close) } else { toast };
        if toast.show(&ctx) {
            view.push(Msg::DismissNotice);
        }
    }
}
