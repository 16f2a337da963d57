//! A row of a form: the label at the left, the control at the right, a note below it.

use eframe::egui::{Align, Layout, Response, Sense, Ui, UiBuilder, Vec2, pos2};

use super::icon::Icon;
use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{CONTROL_HEIGHT, Theme, size, space};

/// Width of the column of labels.
const LABEL_WIDTH: f32 = 132.0;
/// Below this width of the whole row the label stands above the control.
const NARROW: f32 = 400.0;

/// What stands below a row, under its control.
pub fn below<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let indent = if ui.available_width() < NARROW { 0.0 } else { LABEL_WIDTH };
    // Nearer to its row than the next row is.
    ui.add_space(-space::S);
    ui.horizontal(|ui| {
        ui.add_space(indent);
        contents(ui)
    })
    .inner
}

/// A label, a control, and what is to be said about it.
#[must_use = "a row is drawn by `show`"]
pub struct FormRow<'a> {
    label: &'a str,
    help: &'a str,
    problem: Option<&'a str>,
    advice: Option<&'a str>,
    ok: Option<&'a str>,
    counter: &'a str,
}

impl<'a> FormRow<'a> {
    /// The label; it is also the accessible name that the control gets.
    pub fn new(label: &'a str) -> Self {
        Self { label, help: "", problem: None, advice: None, ok: None, counter: "" }
    }

    /// What the field is for; gives way to a problem.
    pub fn help(mut self, help: &'a str) -> Self {
        self.help = help;
        self
    }

    /// What is wrong with the value.
    pub fn problem(mut self, problem: Option<&'a str>) -> Self {
        self.problem = problem;
        self
    }

    /// What is unusual about a value that is accepted.
    pub fn advice(mut self, advice: Option<&'a str>) -> Self {
        self.advice = advice;
        self
    }

    /// What is good about the value.
    pub fn ok(mut self, ok: Option<&'a str>) -> Self {
        self.ok = ok;
        self
    }

    /// At the right of the note: `25 / 1000`.
    pub fn counter(mut self, counter: &'a str) -> Self {
        self.counter = counter;
        self
    }

    /// Draws the row. `control` draws the control with the name it is given and returns its response; the note is
    /// told to the screen reader as the control's description.
    pub fn show(self, ui: &mut Ui, control: impl FnOnce(&mut Ui, &str) -> Response) -> Response {
        let theme = Theme::of(ui);
        let full = ui.available_width();
        let narrow = full < NARROW;
        let indent = if narrow { 0.0 } else { LABEL_WIDTH };
        let start = ui.cursor().min.round();
        let font = fonts::regular(size::BODY);
        let mut top = start.y;
        let label = paint::wrapped(
            ui,
            self.label,
            font,
            theme.text_dim,
            if narrow { full } else { LABEL_WIDTH - space::M },
            17.0,
        );
        if narrow {
            let height = label.size().y.max(18.0);
            ui.painter().galley(pos2(start.x, top), label, theme.text_dim);
            top += height + space::XS;
        } else {
            let y = top + ((CONTROL_HEIGHT - label.size().y) / 2.0).max(0.0);
            ui.painter().galley(pos2(start.x, y.round()), label, theme.text_dim);
        }
        let place = eframe::egui::Rect::from_min_size(
            pos2(start.x + indent, top),
            Vec2::new(full - indent, f32::INFINITY),
        );
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(("form row", self.label))
                .max_rect(place)
                .layout(Layout::top_down(Align::Min)),
        );
        child.spacing_mut().item_spacing.y = space::XS;
        child.set_min_height(CONTROL_HEIGHT);
        let response = control(&mut child, self.label);
        self.note(&mut child, &response);
        let bottom = child.min_rect().bottom();
        let used = eframe::egui::Rect::from_min_max(start, pos2(start.x + full, bottom));
        ui.allocate_rect(used, Sense::hover());
        response
    }

    fn note(&self, ui: &mut Ui, response: &Response) {
        let theme = Theme::of(ui);
        let (text, color, icon) = match (self.problem, self.advice, self.ok) {
            (Some(problem), ..) => (problem, theme.bad, Some(Icon::Alert)),
            (None, Some(advice), _) => (advice, theme.warn, Some(Icon::Warning)),
            (None, None, Some(ok)) => (ok, theme.ok, Some(Icon::Check)),
            (None, None, None) => (self.help, theme.text_dim, None),
        };
        if text.is_empty() && self.counter.is_empty() {
            return;
        }
        let width = ui.available_width();
        let note =
            |text, color, room| paint::wrapped(ui, text, fonts::regular(size::NOTE), color, room, 15.0);
        let counter = note(self.counter, theme.text_dim, width);
        let indent = if icon.is_some() { 13.0 } else { 0.0 };
        let room = width - indent - if self.counter.is_empty() { 0.0 } else { counter.size().x + space::M };
        let words = note(text, color, room);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, words.size().y.max(15.0)), Sense::hover());
        if let Some(icon) = icon {
            icon.paint(ui.painter(), pos2(rect.left() + 5.0, rect.top() + 7.5), 10.5, color);
        }
        ui.painter().galley(pos2(rect.left() + indent, rect.top()).round(), words, color);
        let counter_left = rect.right() - counter.size().x;
        ui.painter().galley(pos2(counter_left, rect.top()).round(), counter, theme.text_dim);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if !text.is_empty() {
                node.set_description(text);
            }
        });
    }
}
