//! When a watched token is warned of: in the settings for all, in a dialog for one.

use eframe::egui::{Align, Context, Layout, Ui};

use crate::app::Msg;
use crate::app::watch::WatchMsg;
use crate::gui::view::View;
use crate::gui::widgets::{Button, CheckBox, FormRow, Modal, Select};
use crate::i18n::{Arg, Message};
use crate::store::WatchId;
use crate::token::visible;

/// What can be chosen, in seconds; 0 is off.
const EARLY: &[i64] = &[0, 60, 120, 300, 600, 900, 1800, 3600];
const LATE: &[i64] = &[0, 10, 20, 30, 60, 120];

/// The dialog for one token.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, id: &WatchId) {
    let Some(row) = view.model.watch.row(id) else { return view.push(Msg::Close) };
    let who = visible::one_line(row.who());
    let title = view.words(&Message::new("warnings-title").with("who", who));
    let close = view.text("close");
    let usual = view.model.settings.watch_warn;
    let before = row.token.warn;
    let modal = Modal::new(&title, &close).width(440.0).show(ctx, |ui| {
        let mut own = before.is_some();
        let (label, note) = (view.text("warnings-own"), view.text("warnings-own.note"));
        CheckBox::new(&label).note(&note).show(ui, &mut own);
        let chosen = spans(ui, view, before.unwrap_or(usual), own);
        let after = own.then_some(chosen);
        if after != before {
            view.push(Msg::Watch(WatchMsg::OwnWarnings(id.clone(), after)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::new(&close).primary().id_salt("done").show(ui).clicked() {
                view.push(Msg::Close);
            }
        });
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

/// The part of the settings.
pub(super) fn settings(ui: &mut Ui, view: &mut View<'_>) {
    let settings = &view.model.settings;
    let chosen = spans(ui, view, settings.watch_warn, true);
    if chosen != settings.watch_warn {
        view.push(Msg::Watch(WatchMsg::Warnings(chosen)));
    }
    let (mut notify, mut keep) = (settings.watch_notify, settings.watch_keep);
    let (label, note) = (view.text("settings-watch-notify"), view.text("settings-watch-notify.note"));
    if CheckBox::new(&label).note(&note).show(ui, &mut notify).changed() {
        view.push(Msg::Watch(WatchMsg::Notify(notify)));
    }
    let (label, note) = (view.text("settings-watch-keep"), view.text("settings-watch-keep.note"));
    if CheckBox::new(&label).note(&note).show(ui, &mut keep).changed() {
        view.push(Msg::Watch(WatchMsg::Keep(keep)));
    }
}

/// The two spans as choices, and what was chosen.
fn spans(ui: &mut Ui, view: &View<'_>, before: [i64; 2], enabled: bool) -> [i64; 2] {
    let [early, late] = before;
    [
        span(ui, view, "warnings-early", EARLY, early, enabled),
        span(ui, view, "warnings-late", LATE, late, enabled),
    ]
}

fn span(ui: &mut Ui, view: &View<'_>, label: &str, usual: &[i64], before: i64, enabled: bool) -> i64 {
    let mut choices = usual.to_vec();
    // Somebody may have written another one into the file.
    if !choices.contains(&before) {
        choices.push(before);
        choices.sort_unstable();
    }
    let words = choices.iter().map(|seconds| match seconds {
        0 => view.text("warnings-off"),
        seconds => view.words(&Message::new("warnings-before").with("span", Arg::Span(seconds * 1000))),
    });
    let words: Vec<String> = words.collect();
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = choices.iter().position(|seconds| *seconds == before).unwrap_or(0);
    FormRow::new(&view.text(label))
        .show(ui, |ui, name| Select::new(name, &labels).width(200.0).enabled(enabled).show(ui, &mut chosen));
    choices.get(chosen).copied().unwrap_or(before)
}
