//! Fields for text and for a span of time. For a secret there is [`super::SecretField`].

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Frame, Id, Margin, Response, RichText, Stroke, TextBuffer,
    TextEdit, Ui, Vec2,
    text::{LayoutJob, TextFormat},
};

use super::{Select, button, paint};
use crate::gui::fonts;
use crate::gui::theme::{CONTROL_HEIGHT, RADIUS, Theme, size, space};

/// A field for text, one line or several.
#[must_use = "a field is drawn by `show`"]
pub struct TextField<'a> {
    name: &'a str,
    text: &'a mut String,
    hint: &'a str,
    mono: bool,
    rows: Option<usize>,
    most_rows: Option<usize>,
    parts: &'a [TextPart],
    bad: bool,
    trailing: Option<&'a str>,
    width: Option<f32>,
    enabled: bool,
}

/// A run of a field's text in the colour of a part of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPart {
    /// Its bytes in the text.
    pub range: std::ops::Range<usize>,
    /// The number of the part.
    pub part: usize,
    /// Somebody points at it.
    pub lit: bool,
}

impl<'a> TextField<'a> {
    /// The accessible name and the text.
    pub fn new(name: &'a str, text: &'a mut String) -> Self {
        Self {
            name,
            text,
            hint: "",
            mono: false,
            rows: None,
            most_rows: None,
            parts: &[],
            bad: false,
            trailing: None,
            width: None,
            enabled: true,
        }
    }

    /// What stands in it while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// In the font for tokens and keys.
    pub fn mono(mut self) -> Self {
        self.mono = true;
        self
    }

    /// Several lines, at least this many high. Tab still leaves it.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = Some(rows);
        self
    }

    /// At most this many lines high: more is scrolled.
    pub fn most_rows(mut self, rows: usize) -> Self {
        self.most_rows = Some(rows);
        self
    }

    /// Runs of the text in colour, in ascending order. Only of a text of several lines in the font for tokens.
    pub fn parts(mut self, parts: &'a [TextPart]) -> Self {
        self.parts = parts;
        self
    }

    /// Is there a problem with it? The border becomes red; the words stand in the form row.
    pub fn bad(mut self, bad: bool) -> Self {
        self.bad = bad;
        self
    }

    /// A key chip at its right end: `Ctrl F`.
    pub fn trailing(mut self, keys: &'a str) -> Self {
        self.trailing = Some(keys);
        self
    }

    /// How wide; as wide as there is room unless told.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Can it be changed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The id that the field of this name has in this `Ui`, to give it the keyboard from elsewhere.
    pub fn id(ui: &Ui, name: &str) -> Id {
        ui.make_persistent_id(("field", name))
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let id = Self::id(ui, self.name);
        let enabled = self.enabled && ui.is_enabled();
        let font = if self.mono { fonts::mono(size::SMALL) } else { fonts::regular(size::BODY) };
        let width = self.width.unwrap_or_else(|| ui.available_width()).floor();
        let chip = self.trailing.map(|keys| (keys, button::chip_size(ui, keys)));
        let right = 10.0 + chip.map_or(0.0, |(_, size)| size.x);
        let focused = ui.memory(|memory| memory.has_focus(id));
        let frame = Frame::NONE
            .fill(paint::faded(theme.field, enabled))
            .stroke(field_stroke(theme, focused, self.bad))
            .corner_radius(CornerRadius::same(RADIUS))
            .inner_margin(Margin { left: 10, right: right as i8, top: 0, bottom: 0 });
        let hint = RichText::new(self.hint).font(font.clone()).color(theme.text_faint);
        let mut edit = match self.rows {
            None => TextEdit::singleline(self.text),
            Some(rows) => TextEdit::multiline(self.text).desired_rows(rows),
        };
        // A token has no words: broken only where it must be, so that it fills its lines.
        let color = paint::faded(theme.text, enabled);
        let mut layouter = {
            let font = font.clone();
            let parts = self.parts;
            move |ui: &Ui, text: &dyn TextBuffer, width: f32| {
                let mut job = coloured(theme, text.as_str(), parts, &font, color);
                job.wrap.max_width = width;
                job.wrap.break_anywhere = true;
                ui.painter().layout_job(job)
            }
        };
        if self.mono && self.rows.is_some() {
            edit = edit.layouter(&mut layouter);
        }
        edit = edit
            .id(id)
            .font(font)
            .text_color(paint::faded(theme.text, enabled))
            .hint_text(hint)
            .desired_width(width)
            .interactive(enabled);
        edit = if self.rows.is_some() {
            edit.frame(frame.inner_margin(Margin { left: 10, right: right as i8, top: 7, bottom: 7 }))
        } else {
            edit.frame(frame).align(Align2::LEFT_CENTER).min_size(Vec2::new(width, CONTROL_HEIGHT))
        };
        let response = match self.most_rows {
            None => edit.show(ui).response.response,
            Some(rows) => {
                let line = paint::line(ui, "0", fonts::mono(size::SMALL), color).size().y;
                let frame = frame.inner_margin(Margin { left: 10, right: 4, top: 7, bottom: 7 });
                let drawn = frame.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let area =
                        eframe::egui::ScrollArea::vertical().id_salt(id).max_height(line * rows as f32);
                    area.show(ui, |ui| edit.frame(Frame::NONE).show(ui).response.response).inner
                });
                drawn.inner.with_new_rect(drawn.response.rect)
            }
        };
        paint::into_view(&response);
        if let Some((keys, size)) = chip
            && self.rows.is_none()
        {
            let x = response.rect.right() - size.x - 8.0;
            button::paint_chip(ui, x, response.rect.center().y, keys, theme.text_faint, theme.line_control);
        }
        if focused {
            outer_ring(ui, theme, response.rect);
        }
        let bad = self.bad;
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(self.name);
            if bad {
                node.set_invalid(eframe::egui::accesskit::Invalid::True);
            }
        });
        response
    }
}

/// Text with its parts in colour; a part that does not fit the text is left out.
fn coloured(theme: &Theme, text: &str, parts: &[TextPart], font: &FontId, color: Color32) -> LayoutJob {
    let format = |color| TextFormat::simple(font.clone(), color);
    let mut job = LayoutJob::default();
    let mut done = 0;
    for TextPart { range, part, lit } in parts {
        let (Some(before), Some(within)) = (text.get(done..range.start), text.get(range.clone())) else {
            continue;
        };
        let ground = if *lit { theme.part(*part).gamma_multiply(0.25) } else { Color32::TRANSPARENT };
        job.append(before, 0.0, format(color));
        job.append(within, 0.0, TextFormat { background: ground, ..format(theme.part(*part)) });
        done = range.end;
    }
    job.append(text.get(done..).unwrap_or_default(), 0.0, format(color));
    job
}

/// The border of a field.
pub(super) fn field_stroke(theme: &Theme, focused: bool, bad: bool) -> Stroke {
    let color = match (bad, focused) {
        (true, _) => theme.bad,
        (false, true) => theme.accent,
        (false, false) => theme.line_control,
    };
    Stroke::new(1.0, color)
}

/// The soft ring around a field that has the keyboard.
pub(super) fn outer_ring(ui: &Ui, theme: &Theme, rect: eframe::egui::Rect) {
    ui.painter().rect_stroke(
        rect,
        CornerRadius::same(RADIUS),
        Stroke::new(2.0, theme.focus_ring()),
        eframe::egui::StrokeKind::Outside,
    );
}

/// A number with its unit, and what it comes to.
#[must_use = "a field is drawn by `show`"]
pub struct DurationField<'a> {
    name: &'a str,
    amount: &'a mut String,
    unit_name: &'a str,
    unit: &'a mut usize,
    units: &'a [&'a str],
    note: &'a str,
    bad: bool,
}

impl<'a> DurationField<'a> {
    /// The accessible names of the two controls, their values, and the words for the units.
    pub fn new(
        name: &'a str,
        amount: &'a mut String,
        unit_name: &'a str,
        unit: &'a mut usize,
        units: &'a [&'a str],
    ) -> Self {
        Self { name, amount, unit_name, unit, units, note: "", bad: false }
    }

    /// What it comes to, at the right: `ends Sun 22 Nov, 20:57`.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Is there a problem with it?
    pub fn bad(mut self, bad: bool) -> Self {
        self.bad = bad;
        self
    }

    /// Draws it; `changed()` of the response is true when the number or the unit changed.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mut response = TextField::new(self.name, self.amount).width(90.0).bad(self.bad).show(ui);
            let unit = Select::new(self.unit_name, self.units).width(110.0).show(ui, self.unit);
            if unit.changed() {
                response.mark_changed();
            }
            let left = unit.rect.right() + space::M;
            let note = paint::fit(
                ui,
                self.note,
                fonts::regular(size::NOTE),
                theme.text_dim,
                ui.max_rect().right() - left,
            );
            // Painted, not laid out: it never makes the row wider.
            paint::put_left(ui.painter(), left, response.rect.center().y, note);
            if !self.note.is_empty() {
                let note = self.note;
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(note));
            }
            response
        })
        .inner
    }
}

/// The ground of a field.
pub(super) fn ground(ui: &Ui, theme: &Theme, rect: eframe::egui::Rect, focused: bool, bad: bool) {
    paint::frame(ui.painter(), rect, RADIUS, theme.field, field_stroke(theme, focused, bad));
    if focused {
        outer_ring(ui, theme, rect);
    }
}

/// A colour that paints nothing, for text whose width is wanted.
pub(super) const UNSEEN: Color32 = Color32::PLACEHOLDER;
