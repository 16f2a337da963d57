//! Several words in one field.

use eframe::egui::{
    Color32, Frame, Key, Modifiers, Response, RichText, Sense, Stroke, TextEdit, Ui, UiBuilder, Vec2, pos2,
};

use super::field;
use super::icon::Icon;
use super::{button::IconButton, paint};
use crate::gui::fonts;
use crate::gui::theme::{RADIUS_CHIP, Theme, size};

/// A field of words: Enter, space or comma adds what is typed, Backspace in front of it takes the last word away,
/// the cross of a word takes that one.
#[must_use = "a field is drawn by `show`"]
pub struct Chips<'a> {
    name: &'a str,
    remove: &'a str,
    hint: &'a str,
    bad: bool,
}

impl<'a> Chips<'a> {
    /// The accessible name, and the word for taking one away (`Remove`; the word follows it).
    pub fn new(name: &'a str, remove: &'a str) -> Self {
        Self { name, remove, hint: "", bad: false }
    }

    /// What stands where one types.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Is there a problem with it?
    pub fn bad(mut self, bad: bool) -> Self {
        self.bad = bad;
        self
    }

    /// Draws it; `changed()` of the response tells when a word came or went.
    pub fn show(self, ui: &mut Ui, words: &mut Vec<String>) -> Response {
        const ROW: f32 = 28.0;
        const CHIP: f32 = 22.0;
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("chips", self.name));
        let edit_id = id.with("edit");
        let mut draft: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let mut changed = false;
        let focused = ui.memory(|memory| memory.has_focus(edit_id));
        if focused
            && draft.is_empty()
            && !words.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace))
        {
            words.pop();
            changed = true;
        }

        // Lay out first: the frame is drawn under what stands in it.
        let width = ui.available_width().floor();
        let (padding, gap) = (10.0, 8.0);
        let mut places = Vec::with_capacity(words.len());
        let (mut x, mut row) = (padding, 0_u8);
        let mut place = |wide: f32| {
            if x > padding && x + wide > width - padding {
                (x, row) = (padding, row.saturating_add(1));
            }
            let at = (x, f32::from(row) * ROW);
            x += wide + gap;
            at
        };
        for word in words.iter() {
            let galley = paint::fit(ui, word, fonts::regular(size::SMALL), theme.text, width - 60.0);
            let wide = (galley.size().x + 30.0).ceil();
            places.push((place(wide), wide, galley));
        }
        let edit_at = place(90.0);
        let height = 36.0 + edit_at.1;
        let (_, rect) = ui.allocate_space(Vec2::new(width, height));
        let rect = rect.translate(rect.min.round() - rect.min);
        let ground = ui.interact(rect, id, Sense::CLICK);
        field::ground(ui, theme, rect, focused, self.bad);

        let mut gone = None;
        for (index, (((x, y), wide, galley), word)) in places.into_iter().zip(words.iter()).enumerate() {
            let min = rect.min + Vec2::new(x, y + (36.0 - CHIP) / 2.0);
            let chip = eframe::egui::Rect::from_min_size(min, Vec2::new(wide, CHIP));
            let line = Stroke::new(1.0, theme.line_control);
            paint::frame(ui.painter(), chip, RADIUS_CHIP, Color32::TRANSPARENT, line);
            paint::put_left(ui.painter(), chip.left() + 8.0, chip.center().y, galley);
            let cross = pos2(chip.right() - 12.0, chip.center().y);
            let name = format!("{} {word}", self.remove);
            let button = IconButton::new(Icon::Cross, &name).side(16.0).id(id.with(("remove", index)));
            if button.put(ui, cross).clicked() {
                gone = Some(index);
            }
        }
        if let Some(index) = gone {
            words.remove(index);
            changed = true;
            ui.memory_mut(|memory| memory.request_focus(edit_id));
        }

        let min = rect.min + Vec2::new(edit_at.0, edit_at.1);
        let edit_rect = eframe::egui::Rect::from_min_max(min, pos2(rect.right() - padding, min.y + 36.0));
        let mut child = ui.new_child(UiBuilder::new().id_salt(id).max_rect(edit_rect));
        let edit = TextEdit::singleline(&mut draft)
            .id(edit_id)
            .frame(Frame::NONE)
            .font(fonts::regular(size::SMALL))
            .text_color(theme.text)
            .hint_text(RichText::new(self.hint).font(fonts::regular(size::SMALL)).color(theme.text_faint))
            .align(eframe::egui::Align2::LEFT_CENTER)
            .min_size(Vec2::new(60.0, 36.0))
            .desired_width(edit_rect.width())
            .return_key(None)
            .show(&mut child);
        let mut response = edit.response.response;
        paint::into_view(&response);
        ui.ctx().accesskit_node_builder(edit_id, |node| node.set_label(self.name));
        if ground.clicked() {
            response.request_focus();
        }

        let enter =
            response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let splits = |c: char| c.is_whitespace() || c == ',';
        if enter || response.lost_focus() || draft.contains(splits) {
            for word in draft.split(splits).filter(|word| !word.is_empty()) {
                words.push(word.to_owned());
                changed = true;
            }
            draft.clear();
        }
        // What was typed and became a word must not come back by undo as half of another one.
        if changed && let Some(mut state) = TextEdit::load_state(ui.ctx(), edit_id) {
            state.clear_undoer();
            if draft.is_empty() {
                state.cursor.set_char_range(None);
            }
            TextEdit::store_state(ui.ctx(), edit_id, state);
        }
        ui.data_mut(|data| data.insert_temp(id, draft));
        // `changed()` of the inner field speaks of the draft; the caller's question is about the words.
        response = response.with_new_rect(rect);
        response.flags.set(eframe::egui::response::Flags::CHANGED, changed);
        response
    }
}
