//! Watch: tokens that are kept an eye on, what ends first on top.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::Msg;
use crate::app::Sensitivity;
use crate::app::model::Watched;
use crate::gui::theme::{Theme, Tone, size, space};
use crate::gui::view::View;
use crate::gui::widgets::{
    Button, EmptyState, Icon, IconButton, badge, card, countdown, pill, progress_bar, text,
};
use crate::i18n::Message;
use crate::token::time::{countdown as left_words, span_short};
use crate::token::{Time, visible};
use crate::vendor;

/// Before the end by less than this it is ending.
const SOON_MILLIS: i64 = 5 * 60_000;

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        text::title(ui, &view.text("panel-watch"));
        let count = view.model.watched.len();
        if count > 0 {
            text::dim(ui, &view.words(&Message::new("watch-count").with("count", count.to_string())));
        }
    });
    if view.model.watched.is_empty() {
        let (title, words) = (view.text("watch-none"), view.text("watch-none.text"));
        EmptyState::new(Icon::Watch, &title, &words).show(ui, |_| ());
        return;
    }
    let model = view.model;
    let mut order: Vec<(usize, &Watched)> = model.watched.iter().enumerate().collect();
    order.sort_by_key(|(_, watched)| watched.ends.unwrap_or(Time::from_millis(i64::MAX)));
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for (index, watched) in order {
            ui.push_id(("watched", index), |ui| row(ui, view, index, watched));
        }
    });
}

fn row(ui: &mut Ui, view: &mut View<'_>, index: usize, watched: &Watched) {
    let project = watched.project.as_ref().and_then(|id| view.model.project(id));
    let vendor = project.and_then(|project| vendor::vendor(&project.vendor));
    let project_name = project.map_or_else(String::new, |project| project.name.clone());
    let name = view.text(&watched.name);
    ui.horizontal(|ui| {
        ui.set_height(40.0);
        ui.spacing_mut().item_spacing.x = space::M;
        if let Some(vendor) = vendor {
            badge(ui, vendor.letters, vendor.color);
        }
        ui.allocate_ui_with_layout(vec2(190.0, 40.0), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(190.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            text::body(ui, if project_name.is_empty() { &name } else { &project_name });
            text::note(ui, &name);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let remove = view.words(&Message::new("watch-remove").with("name", name.clone()));
            if IconButton::new(Icon::Cross, &remove).show(ui).clicked() {
                view.push(Msg::Unwatch(index));
            }
            if watched.call.is_some() && Button::new(&view.text("watch-renew")).small().show(ui).clicked() {
                view.push(Msg::Renew(index));
            }
            if Button::new(&view.text("command-inspect-token")).small().show(ui).clicked() {
                let known = watched.call.iter().flat_map(|(_, values)| values.clone()).collect();
                view.push(Msg::InspectAs(watched.text.clone(), watched.kind, known));
            }
            if Button::new(&view.text("command-copy")).small().show(ui).clicked() {
                view.push(Msg::Copy(watched.text.clone(), Sensitivity::Token));
            }
            clock(ui, view, watched);
            if ui.available_width() < 170.0 {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let start: String = watched.text.chars().take(18).collect();
                text::mono(ui, &format!("{}…", visible::escape(&start)));
            });
        });
    });
}

fn clock(ui: &mut Ui, view: &View<'_>, watched: &Watched) {
    let now = view.model.now;
    let Some(end) = watched.ends else {
        pill(ui, &view.text("watch-no-end"), Tone::Neutral);
        return;
    };
    let left = end.since(now);
    let (state, tone) = match left {
        left if left <= 0 => ("state-expired", Tone::Bad),
        left if left < SOON_MILLIS => ("state-ending", Tone::Warn),
        _ => ("state-active", Tone::Ok),
    };
    ui.allocate_ui_with_layout(vec2(150.0, 40.0), Layout::top_down(Align::Min), |ui| {
        ui.set_min_width(150.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let color = Theme::of(ui).tone(tone);
        let words = if left > 0 {
            left_words(left)
        } else {
            view.words(&Message::new("watch-over").with("span", span_short(left)))
        };
        ui.horizontal(|ui| {
            ui.set_height(18.0);
            countdown(ui, &words, size::BODY, color);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| text::note(ui, &view.text(state)));
        });
        let whole = end.since(watched.begins).max(1);
        progress_bar(ui, &view.text("token-left"), (left as f32 / whole as f32).clamp(0.0, 1.0), tone);
    });
}
