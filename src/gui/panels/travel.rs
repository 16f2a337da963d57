//! The moved clock: the bar that says so, and the dialog in which it is moved.

use eframe::egui::{Context, Frame, Key, Margin, Modifiers, Ui};

use crate::app::travel::{STEPS, Typing};
use crate::app::{Command, Msg, TravelMsg};
use crate::gui::fonts;
use crate::gui::theme::{Theme, Tone, size, space};
use crate::gui::view::View;
use crate::gui::widgets::{Button, FormRow, Icon, Modal, TextField, ends, text};
use crate::i18n::{Arg, Message};

/// Height of the bar.
pub(super) const BAR: f32 = 40.0;

/// Says across the window that another time is shown, and leads back.
pub(super) fn bar(ui: &mut Ui, view: &mut View<'_>) {
    let theme = Theme::of(ui);
    let words = moment(view);
    let (set, back) = (view.text("command-travel"), view.text("command-travel-back"));
    Frame::NONE.fill(theme.tone_ground(Tone::Warn)).inner_margin(Margin::symmetric(14, 4)).show(ui, |ui| {
        let mut given = None;
        let says = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (rect, _) =
                ui.allocate_exact_size(eframe::egui::vec2(16.0, BAR - 8.0), eframe::egui::Sense::hover());
            Icon::Watch.paint(ui.painter(), rect.center(), 16.0, theme.tone(Tone::Warn));
            let words = eframe::egui::RichText::new(words).font(fonts::medium(size::BODY)).color(theme.text);
            let label = ui.add(eframe::egui::Label::new(words).truncate());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(eframe::egui::accesskit::Live::Polite);
            });
        };
        let ways = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for (label, command) in [(&set, Command::Travel), (&back, Command::TravelBack)] {
                if Button::new(label).small().show(ui).clicked() {
                    given = Some(command);
                }
            }
        };
        ends(ui, "travel", says, ways);
        if let Some(command) = given {
            view.command(command);
        }
    });
}

/// What time it is here, and how far from the clock.
fn moment(view: &View<'_>) -> String {
    let travel = view.model.travel.unwrap_or_default();
    let id = match travel {
        0 => "travel-at-clock",
        1.. => "travel-ahead",
        _ => "travel-behind",
    };
    view.words(&Message::new(id).with("moment", view.clock()).with("span", Arg::Span(travel)))
}

/// Draws the dialog.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, typing: &Typing) {
    let (title, close) = (view.text("travel-title"), view.text("close"));
    let modal = Modal::new(&title, &close).width(520.0).show(ctx, |ui| {
        text::body(ui, &moment(view));
        text::dim(ui, &view.text("travel-about"));
        let (label, hint, help) =
            (view.text("travel-field"), view.text("travel-hint"), view.text("travel-help"));
        let problem = typing.problem.as_ref().map(|message| view.words(message));
        let mut typed = typing.text.clone();
        let row = FormRow::new(&label).help(&help).problem(problem.as_deref());
        let response = row.show(ui, |ui, name| {
            TextField::new(name, &mut typed).hint(&hint).mono().bad(problem.is_some()).show(ui)
        });
        if response.changed() {
            view.push(Msg::Travel(TravelMsg::Typed(typed.clone())));
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let steps = view.text("travel-steps");
        FormRow::new(&steps).show(ui, |ui, _| ui.horizontal_wrapped(|ui| self::steps(ui, view)).response);
        let mut go = enter || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let back = |ui: &mut Ui, view: &mut View<'_>| {
            let label = view.text("command-travel-back");
            if Button::new(&label).enabled(view.model.travelling()).show(ui).clicked() {
                view.command(Command::TravelBack);
            }
        };
        let (cancel, set) = (view.text("cancel"), view.text("travel-go"));
        let mut cancelled = false;
        let ways = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            cancelled = Button::new(&cancel).show(ui).clicked();
            go |= Button::new(&set).primary().enabled(!typed.trim().is_empty()).show(ui).clicked();
        };
        ends(ui, "travel", |ui| back(ui, view), ways);
        if cancelled {
            view.push(Msg::Close);
        } else if go && !typed.trim().is_empty() {
            view.push(Msg::Travel(TravelMsg::Go));
        }
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

fn steps(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing = eframe::egui::vec2(space::S, space::S);
    for (step, id) in STEPS {
        let possible = step.target(view.model).is_some();
        if Button::new(&view.text(id)).small().enabled(possible).show(ui).clicked() {
            view.push(Msg::Travel(TravelMsg::Step(step)));
        }
    }
}
