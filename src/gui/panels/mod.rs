//! The panels of the window. Each is a function that reads the model and pushes messages.

mod actions;
mod backups;
mod bug;
mod bytes;
mod calls;
mod chrome;
mod compare;
mod delete;
mod drop;
mod editor;
mod export;
mod fields;
mod generate;
mod import;
mod inspect;
mod lock;
mod palette;
mod places;
mod qr;
mod settings;
mod shortcuts;
mod snippet;
mod start;
mod token;
mod travel;
mod vault;
mod warnings;
mod watch;

use eframe::egui::{Align, CentralPanel, Frame, Margin, Panel, Rect, ScrollArea, Ui, UiBuilder};

use super::theme::{Theme, Tone, space};
use super::view::View;
use super::widgets::layout::{MARGIN, STATUS};
use super::widgets::{Columns, Detail, Toast};
use crate::app::Msg;
use crate::app::model::{Dialog, Focus, Panel as Work};

/// Draws the whole window. Tab goes through it in the order of drawing, so a place at the lower or right edge is taken
/// first and filled when its turn comes: the bar of a moved clock, rail, projects, work, its buttons, detail, status bar.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    if let Some(locked) = &view.model.guard.locked {
        return lock::show(ui, view, locked);
    }
    let theme = Theme::of(ui);
    let columns = Columns::for_width(ui.available_width());
    let side = Frame::NONE.fill(theme.side);
    let status = take(ui, Panel::bottom("status").exact_size(STATUS).frame(side));
    if view.model.travelling() {
        Panel::top("travel").exact_size(travel::BAR).resizable(false).frame(side).show(ui, |ui| {
            travel::bar(ui, view);
        });
    }
    Panel::left("rail")
        .exact_size(columns.rail)
        .frame(side)
        .resizable(false)
        .show(ui, |ui| chrome::rail(ui, view));
    Panel::left("projects").exact_size(columns.projects).frame(side).resizable(false).show(ui, |ui| {
        chrome::projects(ui, view);
    });
    let work = Frame::NONE.fill(theme.background);
    let has_detail = match view.model.panel {
        Work::Generate => generate::has_detail(view),
        Work::Inspect => inspect::has_detail(view),
        Work::Calls => calls::has_detail(view),
        Work::Watch | Work::Settings => false,
    };
    let detail = match columns.detail {
        Detail::Beside(width) if has_detail => {
            Some(take(ui, Panel::right("detail").exact_size(width).frame(work)))
        }
        _ => None,
    };
    CentralPanel::no_frame().frame(work).show(ui, |ui| {
        let below = has_detail && columns.detail == Detail::Below;
        show_work(ui, view, below);
    });
    if let Some(place) = detail {
        let ui = &mut fill(ui, "detail", place);
        let foot = match view.model.panel {
            Work::Inspect => Some(actions::foot as Foot),
            _ => None,
        };
        with_foot(ui, view, foot, DETAIL_MARGIN, |ui, view| {
            let margin = Margin { left: DETAIL_MARGIN, right: DETAIL_MARGIN, top: 12, bottom: 12 };
            ScrollArea::vertical().id_salt("detail").auto_shrink(false).show(ui, |ui| {
                Frame::NONE.inner_margin(margin).show(ui, |ui| show_detail(ui, view));
            });
        });
    }
    chrome::status(&mut fill(ui, "status", status), view);
    show_overlays(ui, view);
}

/// Takes the place of a panel, which stays empty for now.
fn take(ui: &mut Ui, panel: Panel) -> Rect {
    panel.resizable(false).show(ui, |ui| ui.max_rect()).inner
}

/// What goes into a place that was taken.
fn fill(ui: &mut Ui, name: &str, place: Rect) -> Ui {
    let mut inside = ui.new_child(UiBuilder::new().id_salt(name).max_rect(place));
    inside.shrink_clip_rect(place);
    inside
}

fn show_work(ui: &mut Ui, view: &mut View<'_>, below: bool) {
    // The buttons of a form stay where they are while the form scrolls.
    let foot = match view.model.panel {
        Work::Generate if view.model.form().is_some() => Some(generate::foot as Foot),
        Work::Calls if view.model.call_form().is_some() => Some(calls::foot as Foot),
        _ => None,
    };
    with_foot(ui, view, foot, MARGIN, |ui, view| show_panel(ui, view, below));
}

/// Buttons that stay where they are while what is above them scrolls.
type Foot = fn(&mut Ui, &mut View<'_>);

/// Room at the left and the right of the detail column.
const DETAIL_MARGIN: i8 = 18;

fn with_foot(
    ui: &mut Ui,
    view: &mut View<'_>,
    foot: Option<Foot>,
    margin: i8,
    show_above: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    let Some(show_foot) = foot else { return show_above(ui, view) };
    // How high they are is known once they are drawn, so their place is that of the frame before.
    let id = ui.scope_id().with("height of the foot");
    let before = ui.data(|data| data.get_temp(id)).unwrap_or(FOOT);
    let whole = ui.max_rect();
    let (above, foot) = whole.split_top_bottom_at_y(whole.bottom() - before);
    show_above(&mut fill(ui, "work", above), view);
    let ui = &mut fill(ui, "foot", foot);
    let margin = Margin { left: margin, right: margin, top: 10, bottom: 16 };
    let drawn = Frame::NONE.inner_margin(margin).show(ui, |ui| show_foot(ui, view));
    let height = drawn.response.rect.height();
    if (height - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.request_discard("the foot has another height");
    }
}

/// The buttons of the form with what is around them, as a rule.
const FOOT: f32 = 58.0;

fn show_panel(ui: &mut Ui, view: &mut View<'_>, below: bool) {
    if view.model.panel == Work::Watch {
        // Its list scrolls by itself.
        let margin = Margin { left: MARGIN, right: MARGIN, top: 14, bottom: 12 };
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            watch::show(ui, view);
        });
        return;
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
                    Work::Watch => {}
                    Work::Calls => calls::show(ui, view),
                    Work::Settings => settings::show(ui, view),
                }
                if below {
                    ui.add_space(space::S);
                    if view.model.focus == Some(Focus::Token) {
                        ui.scroll_to_cursor(Some(Align::Min));
                    }
                    show_detail(ui, view);
                    if view.model.panel == Work::Inspect {
                        actions::foot(ui, view);
                    }
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
        Work::Calls => calls::detail(ui, view),
        Work::Watch | Work::Settings => {}
    }
}

fn show_overlays(ui: &mut Ui, view: &mut View<'_>) {
    let ctx = ui.ctx().clone();
    match &view.model.dialog {
        Some(Dialog::Editor(editor)) => editor::show(&ctx, view, editor),
        Some(Dialog::Delete { id, running, failure }) => {
            delete::show(&ctx, view, id, *running, failure.as_ref());
        }
        Some(Dialog::Backups(shown)) => backups::show(&ctx, view, shown),
        Some(Dialog::Import(import)) => import::show(&ctx, view, import),
        Some(Dialog::Export(export)) => export::show(&ctx, view, export),
        Some(Dialog::Shortcuts) => shortcuts::show(&ctx, view),
        Some(Dialog::BugReport { leave_out_user }) => bug::show(&ctx, view, *leave_out_user),
        Some(Dialog::Qr(shown)) => qr::show(&ctx, view, shown),
        Some(Dialog::Snippet(written)) => snippet::show(&ctx, view, written),
        Some(Dialog::Warnings(id)) => warnings::show(&ctx, view, id),
        Some(Dialog::Travel(typing)) => travel::show(&ctx, view, typing),
        None => {}
    }
    if view.model.palette.is_some() {
        palette::show(&ctx, view);
    }
    drop::show(&ctx, view);
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
