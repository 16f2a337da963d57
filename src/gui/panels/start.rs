//! The first start: three steps from nothing to a verdict.

use eframe::egui::{Align2, Frame, Margin, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::app::Command;
use crate::gui::fonts;
use crate::gui::theme::{Theme, size, space};
use crate::gui::view::{View, keys};
use crate::gui::widgets::{Button, card, text};

/// The steps: text id, and what leads on, the first as the thing to do.
const STEPS: [(&str, &[Command]); 3] = [
    ("start-project", &[Command::NewProject, Command::TryDemo, Command::ImportProjects]),
    ("start-token", &[]),
    ("start-inspect", &[Command::ShowInspect, Command::InspectClipboard]),
];

/// How wide the steps are at most: a line that is read at a glance.
const WIDTH: f32 = 620.0;

/// Draws it.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(space::M);
    text::title(ui, &view.text("start-title"));
    text::dim(ui, &view.text("start-about"));
    ui.add_space(space::XS);
    for (index, (id, commands)) in STEPS.into_iter().enumerate() {
        ui.scope(|ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            card(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    number(ui, index + 1);
                    ui.vertical(|ui| step(ui, view, id, commands));
                });
            });
        });
    }
}

fn step(ui: &mut Ui, view: &mut View<'_>, id: &str, commands: &[Command]) {
    ui.spacing_mut().item_spacing.y = space::XS;
    text::body(ui, &view.text(id));
    text::dim(ui, &view.text(&format!("{id}.text")));
    if commands.is_empty() {
        return;
    }
    Frame::NONE.inner_margin(Margin { top: 4, ..Default::default() }).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for command in commands {
                let (label, chip) = (view.text(command.text_id()), keys(*command));
                let button = Button::new(&label);
                let button = if chip.is_empty() { button } else { button.shortcut(&chip) };
                let button = if *command == Command::NewProject { button.primary() } else { button };
                if button.show(ui).clicked() {
                    view.command(*command);
                }
            }
        });
    });
}

/// The number of a step in its ring.
fn number(ui: &mut Ui, number: usize) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
    ui.painter().circle_stroke(rect.center(), 11.5, theme.control_stroke());
    let word = number.to_string();
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        &word,
        fonts::medium(size::SMALL),
        theme.text_dim,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word.as_str()));
}
