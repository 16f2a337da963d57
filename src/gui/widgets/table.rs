//! Rows of field, value and meaning.

use eframe::egui::{Galley, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::icon::Icon;
use super::{button::IconButton, paint};
use crate::gui::fonts;
use crate::gui::theme::{ROW_HEIGHT, Theme, Tone, size};

/// One row.
#[derive(Debug, Clone, Copy, Default)]
pub struct Row<'a> {
    /// The vendor's own name.
    pub field: &'a str,
    /// The value, as it stands in the token.
    pub value: &'a str,
    /// What it means.
    pub meaning: &'a str,
    /// The colour of the meaning.
    pub tone: Tone,
    /// Is the value a key, a number, bytes (in the mono font), or words?
    pub mono: bool,
    /// Is this the row one looks at?
    pub selected: bool,
}

/// The most of a value that is drawn when it is unfolded, in characters; a copy is always whole.
const UNFOLDED: usize = 20_000;
/// The most that is measured and drawn while it is folded.
const FOLDED: usize = 400;

/// What was done in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableEvent {
    /// The copy button of this row was pressed.
    Copy(usize),
    /// The pointer is over this row, so its bytes may be marked.
    Hover(usize),
    /// One of its buttons has the keyboard.
    Focus(usize),
}

/// Rows with thin lines between; a copy button appears at the right of the one under the pointer.
#[must_use = "a table is drawn by `show`"]
pub struct Table<'a> {
    name: &'a str,
    head: Option<[&'a str; 3]>,
    copy: Option<&'a str>,
    fold: Option<(&'a str, &'a str)>,
    stacked: bool,
}

/// Where the columns stand.
struct Measure {
    value: f32,
    meaning: f32,
    width: f32,
}

impl<'a> Table<'a> {
    /// The accessible name.
    pub fn new(name: &'a str) -> Self {
        Self { name, head: None, copy: None, fold: None, stacked: false }
    }

    /// The words over the columns.
    pub fn head(mut self, field: &'a str, value: &'a str, meaning: &'a str) -> Self {
        self.head = Some([field, value, meaning]);
        self
    }

    /// With a button that copies the value; its name is this word followed by the field's.
    pub fn copy(mut self, word: &'a str) -> Self {
        self.copy = Some(word);
        self
    }

    /// With a button that unfolds a value of more than two lines, and one that folds it again; their names are these
    /// words followed by the field's.
    pub fn fold(mut self, unfold: &'a str, fold: &'a str) -> Self {
        self.fold = Some((unfold, fold));
        self
    }

    /// The meaning stands below the value: for a narrow column.
    pub fn stacked(mut self) -> Self {
        self.stacked = true;
        self
    }

    /// Draws it as wide as there is room.
    pub fn show(self, ui: &mut Ui, rows: &[Row<'_>]) -> Option<TableEvent> {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("table", self.name));
        let measure = self.measure(ui, rows);
        let mut event = None;
        ui.push_id(id, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(head) = self.head {
                self.head_row(ui, theme, &measure, head);
            }
            for (index, row) in rows.iter().enumerate() {
                let last = index + 1 == rows.len();
                if let Some(done) = self.row(ui, theme, &measure, row, index, last) {
                    // A press says more than the pointer's place, and that more than the keyboard's.
                    let weight = |event: &TableEvent| match event {
                        TableEvent::Focus(_) => 1,
                        TableEvent::Hover(_) => 2,
                        TableEvent::Copy(_) => 3,
                    };
                    if event.as_ref().is_none_or(|before| weight(before) <= weight(&done)) {
                        event = Some(done);
                    }
                }
            }
        });
        event
    }

    fn measure(&self, ui: &Ui, rows: &[Row<'_>]) -> Measure {
        let width = ui.available_width();
        let longest = |texts: &mut dyn Iterator<Item = (&str, bool)>| {
            texts
                .map(|(text, mono)| {
                    let font = if mono { fonts::mono(size::SMALL) } else { fonts::regular(size::BODY) };
                    let start: String = text.chars().take(FOLDED).collect();
                    paint::line(ui, &start, font, super::field::UNSEEN).size().x
                })
                .fold(0.0_f32, f32::max)
        };
        let gap = 20.0;
        let field = longest(&mut rows.iter().map(|row| (row.field, false)));
        let least = if self.stacked { 100.0 } else { 80.0 };
        let gap_field = if self.stacked { 11.0 } else { gap };
        let value = (field.clamp(least, width * 0.32) + gap_field).round();
        let values = longest(&mut rows.iter().map(|row| (row.value, row.mono)));
        let meaning = (value + values.min((width - value) * 0.36) + gap).round();
        Measure { value, meaning, width }
    }

    fn head_row(&self, ui: &mut Ui, theme: &Theme, measure: &Measure, head: [&str; 3]) {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(measure.width, 30.0), Sense::hover());
        let count = if self.stacked { 2 } else { 3 };
        let columns = [0.0, measure.value, measure.meaning];
        for (word, x) in head.into_iter().zip(columns).take(count) {
            let label = paint::line(ui, word, fonts::regular(size::NOTE), theme.text_dim);
            paint::put_left(ui.painter(), rect.left() + x, rect.center().y, label);
        }
        ui.painter().hline(rect.x_range(), rect.bottom().round() - 0.5, theme.card_stroke());
    }

    fn row(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        measure: &Measure,
        row: &Row<'_>,
        index: usize,
        last: bool,
    ) -> Option<TableEvent> {
        let value_room = if self.stacked { measure.width } else { measure.meaning - 20.0 } - measure.value;
        let copy_room = if self.copy.is_some() { 28.0 } else { 0.0 };
        let field = paint::fit(
            ui,
            row.field,
            fonts::regular(size::BODY),
            self.field_color(theme),
            measure.value - 8.0,
        );
        let value_font = if row.mono { fonts::mono(size::SMALL) } else { fonts::regular(size::BODY) };
        let reserve = if self.stacked { copy_room } else { 0.0 };
        // Another value in the same place is folded again.
        let fold_id = ui.make_persistent_id(("unfolded", index, row.field, row.value));
        let unfolded = self.fold.is_some() && ui.data(|data| data.get_temp(fold_id)).unwrap_or(false);
        let mut value = cut(ui, row.value, value_font.clone(), theme.text, value_room - reserve, 2);
        let folds = self.fold.is_some() && (value.elided || row.value.chars().nth(FOLDED).is_some());
        if unfolded {
            value = cut(ui, row.value, value_font, theme.text, value_room - reserve, usize::MAX);
        }
        let copy_room = if folds { copy_room + 26.0 } else { copy_room };
        let (meaning_font, meaning_room) = if self.stacked {
            (fonts::regular(size::NOTE), measure.width - measure.value)
        } else {
            (fonts::regular(size::BODY), measure.width - measure.meaning - copy_room)
        };
        let meaning_color = theme.tone(row.tone);
        let meaning = paint::wrapped(ui, row.meaning, meaning_font, meaning_color, meaning_room, 17.0);
        let has_meaning = !row.meaning.is_empty();
        let height = if self.stacked && has_meaning {
            value.size().y.max(18.0) + meaning.size().y + 18.0
        } else {
            value.size().y.max(meaning.size().y) + 14.0
        };
        let height = height.max(ROW_HEIGHT).ceil();

        let (rect, response) = ui.allocate_exact_size(Vec2::new(measure.width, height), Sense::hover());
        let rect = Rect::from_min_size(rect.min.round(), rect.size());
        if ui.is_rect_visible(rect) {
            if row.selected {
                ui.painter().rect_filled(rect, 0.0, theme.accent_ground);
            } else if response.contains_pointer() {
                ui.painter().rect_filled(rect, 0.0, theme.card_selected.gamma_multiply(0.5));
            }
            if !last {
                ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.card_stroke());
            }
            let painter = ui.painter();
            // The first lines of all columns stand on one height.
            let first = rect.top() + if self.stacked && has_meaning { 17.0 } else { ROW_HEIGHT / 2.0 };
            let from_first = |galley: &Galley| {
                let line = galley.size().y / galley.rows.len().max(1) as f32;
                first + (galley.size().y - line) / 2.0
            };
            paint::put_left(painter, rect.left(), first, field);
            let middle = from_first(&value);
            paint::put_left(painter, rect.left() + measure.value, middle, value);
            if self.stacked {
                let at = pos2(rect.left() + measure.value, rect.bottom() - 9.0 - meaning.size().y);
                painter.galley(at.round(), meaning, meaning_color);
            } else {
                let middle = from_first(&meaning);
                paint::put_left(painter, rect.left() + measure.meaning, middle, meaning);
            }
        }
        let spoken = format!("{}: {}. {}", row.field, row.value, row.meaning);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.trim_end_matches([' ', '.'])));
        let fold = folds.then(|| self.fold_button(ui, row, index, rect, unfolded)).flatten();
        if fold.as_ref().is_some_and(Response::clicked) {
            ui.data_mut(|data| data.insert_temp(fold_id, !unfolded));
        }
        let copy = self.copy_button(ui, row, index, rect, &response);
        let has_focus = |button: &Option<Response>| button.as_ref().is_some_and(Response::has_focus);
        if copy.as_ref().is_some_and(Response::clicked) {
            Some(TableEvent::Copy(index))
        } else if response.contains_pointer() {
            Some(TableEvent::Hover(index))
        } else {
            (has_focus(&copy) || has_focus(&fold)).then_some(TableEvent::Focus(index))
        }
    }

    fn field_color(&self, theme: &Theme) -> eframe::egui::Color32 {
        // Stacked, the field is a label beside its value; in columns it is what one looks for.
        if self.stacked { theme.text_dim } else { theme.text }
    }

    fn fold_button(
        &self,
        ui: &mut Ui,
        row: &Row<'_>,
        index: usize,
        rect: Rect,
        unfolded: bool,
    ) -> Option<Response> {
        let (unfold, fold) = self.fold?;
        let (word, icon) = if unfolded { (fold, Icon::ChevronDown) } else { (unfold, Icon::ChevronRight) };
        let id = ui.make_persistent_id(("fold", index));
        let right = if self.copy.is_some() { 39.0 } else { 13.0 };
        let at = pos2(rect.right() - right, rect.top() + ROW_HEIGHT / 2.0);
        let response = IconButton::new(icon, &format!("{word} {}", row.field)).side(24.0).id(id).put(ui, at);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(unfolded));
        Some(response)
    }

    fn copy_button(
        &self,
        ui: &mut Ui,
        row: &Row<'_>,
        index: usize,
        rect: Rect,
        response: &Response,
    ) -> Option<Response> {
        let name = format!("{} {}", self.copy?, row.field);
        let id = ui.make_persistent_id(("copy", index));
        let at = pos2(rect.right() - 13.0, rect.top() + ROW_HEIGHT / 2.0);
        let seen = response.contains_pointer();
        Some(IconButton::new(Icon::Copy, &name).side(24.0).visible(seen).id(id).put(ui, at))
    }
}

/// A value on at most so many lines, broken anywhere.
pub(super) fn cut(
    ui: &Ui,
    text: &str,
    font: eframe::egui::FontId,
    color: eframe::egui::Color32,
    width: f32,
    rows: usize,
) -> std::sync::Arc<Galley> {
    let most = if rows == usize::MAX { UNFOLDED } else { FOLDED };
    let mut start: String = text.chars().take(most).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    let mut job = eframe::egui::text::LayoutJob::simple(start, font, color, width.max(1.0));
    job.wrap = eframe::egui::text::TextWrapping {
        max_width: width.max(1.0),
        max_rows: rows,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    ui.painter().layout_job(job)
}
