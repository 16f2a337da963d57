//! The field for a secret.
//!
//! egui's own password field keeps the plain text in its undo history, so this one keeps nothing: the text lives in
//! the caller's buffer, which is wiped, and in nothing else. Only its length is ever drawn, unless the eye is held.
//! There is no selection (it would go to the primary selection on X11), and no copy or cut.

use eframe::egui::{
    CornerRadius, Event, EventFilter, Key, Modifiers, Rect, Response, Role, Stroke, Ui, Vec2, WidgetInfo,
    pos2,
};
use zeroize::{Zeroize as _, Zeroizing};

use super::icon::Icon;
use super::{button::IconButton, field, paint};
use crate::gui::fonts;
use crate::gui::theme::{CONTROL_HEIGHT, Theme, size};

/// Distance of the bullets.
const STEP: f32 = 8.0;

/// A field for a secret, shown as bullets.
#[must_use = "a field is drawn by `show`"]
pub struct SecretField<'a> {
    name: &'a str,
    reveal: &'a str,
    hint: &'a str,
    bad: bool,
    enabled: bool,
}

/// Where the cursor stands, in characters; and whether everything is marked to be replaced.
#[derive(Debug, Clone, Copy, Default)]
struct Cursor {
    at: usize,
    all: bool,
}

impl<'a> SecretField<'a> {
    /// The accessible name of the field, and that of the button which shows the text while it is held.
    pub fn new(name: &'a str, reveal: &'a str) -> Self {
        Self { name, reveal, hint: "", bad: false, enabled: true }
    }

    /// What stands in it while it is empty: `kept in the keychain`.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Is there a problem with it?
    pub fn bad(mut self, bad: bool) -> Self {
        self.bad = bad;
        self
    }

    /// Can it be changed?
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it; `changed()` of the response tells when the text changed.
    pub fn show(self, ui: &mut Ui, secret: &mut Zeroizing<String>) -> Response {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("secret", self.name));
        let enabled = self.enabled && ui.is_enabled();
        let width = ui.available_width().floor();
        let mut response = paint::control(ui, id, Vec2::new(width, CONTROL_HEIGHT), enabled);
        let rect = response.rect;
        let text_rect = Rect::from_min_max(
            pos2(rect.left() + 11.0, rect.top()),
            pos2(rect.right() - 34.0, rect.bottom()),
        );
        let mut cursor: Cursor = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let count = secret.chars().count();
        cursor.at = cursor.at.min(count);

        if response.is_pointer_button_down_on() && enabled {
            response.request_focus();
        }
        let focused = enabled && response.has_focus();
        if response.gained_focus() {
            cursor = Cursor { at: count, all: false };
        }
        let first = first_seen(cursor.at, count, text_rect.width());
        if let Some(pointer) = response.interact_pointer_pos()
            && response.clicked()
            && enabled
        {
            let steps = ((pointer.x - text_rect.left()) / STEP).round().max(0.0);
            cursor = Cursor { at: (first + steps as usize).min(count), all: false };
        }
        if focused {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if enabled && edit(ui, secret, &mut cursor, focused, response.contains_pointer()) {
            response.mark_changed();
        }

        let count = secret.chars().count();
        field::ground(ui, theme, rect, focused, self.bad);
        let eye = IconButton::new(Icon::Eye, self.reveal).side(26.0).id(id.with("reveal"));
        let held = if count > 0 && enabled {
            let eye = eye.put(ui, pos2(rect.right() - 18.0, rect.center().y));
            let by_key =
                eye.has_focus() && ui.input(|input| input.key_down(Key::Space) || input.key_down(Key::Enter));
            eye.is_pointer_button_down_on() || by_key
        } else {
            false
        };
        self.paint(ui, text_rect, secret, cursor, focused, held);
        ui.data_mut(|data| data.insert_temp(id, cursor));

        // The tree gets the name and the role. No value: a screen reader must not speak it.
        response.widget_info(|| WidgetInfo::labeled(Role::PasswordInput, enabled, self.name));
        let (hint, bad) = (self.hint, self.bad);
        ui.ctx().accesskit_node_builder(id, |node| {
            if count == 0 && !hint.is_empty() {
                node.set_placeholder(hint);
            }
            if bad {
                node.set_invalid(eframe::egui::accesskit::Invalid::True);
            }
        });
        response
    }

    fn paint(&self, ui: &Ui, text_rect: Rect, secret: &str, cursor: Cursor, focused: bool, held: bool) {
        let theme = Theme::of(ui);
        let middle = text_rect.center().y;
        if secret.is_empty() && !focused {
            let hint =
                paint::fit(ui, self.hint, fonts::regular(size::BODY), theme.text_faint, text_rect.width());
            paint::put_left(ui.painter(), text_rect.left(), middle, hint);
        }
        let count = secret.chars().count();
        let first = first_seen(cursor.at, count, text_rect.width());
        let seen = room(text_rect.width()).min(count.saturating_sub(first));
        if held {
            let plain = paint::fit(ui, secret, fonts::mono(size::SMALL), theme.text, text_rect.width());
            paint::put_left(ui.painter(), text_rect.left(), middle, plain);
            return;
        }
        if focused && cursor.all && seen > 0 {
            let marked = Rect::from_min_size(
                pos2(text_rect.left(), middle - 9.0),
                Vec2::new(seen as f32 * STEP, 18.0),
            );
            ui.painter().rect_filled(marked, CornerRadius::same(2), theme.focus_ring());
        }
        for index in 0..seen {
            let center = pos2(text_rect.left() + (index as f32 + 0.5) * STEP, middle);
            ui.painter().circle_filled(center, 2.6, theme.text);
        }
        if focused && !cursor.all {
            let x = text_rect.left() + (cursor.at - first.min(cursor.at)) as f32 * STEP;
            ui.painter().vline(x, (middle - 8.0)..=(middle + 8.0), Stroke::new(1.5, theme.accent));
        }
    }
}

/// How many bullets fit.
fn room(width: f32) -> usize {
    (width / STEP).floor().max(1.0) as usize
}

/// The first character that is drawn, so that the cursor is seen.
fn first_seen(cursor: usize, count: usize, width: f32) -> usize {
    let room = room(width);
    if count <= room { 0 } else { cursor.saturating_sub(room).min(count - room) }
}

/// Takes what was typed and pasted out of egui's input, wiping it there. Returns whether the secret changed.
fn edit(ui: &Ui, secret: &mut Zeroizing<String>, cursor: &mut Cursor, focused: bool, pointed: bool) -> bool {
    let mut changed = false;
    ui.input_mut(|input| {
        let modifiers = input.modifiers;
        input.events.retain_mut(|event| match event {
            Event::Text(text) | Event::Paste(text) if focused => {
                insert(secret, cursor, text);
                text.zeroize();
                changed = true;
                false
            }
            Event::MiddleClickPaste { text, .. } if pointed => {
                insert(secret, cursor, text);
                text.zeroize();
                changed = true;
                false
            }
            // Nothing leaves this field, and nothing else may answer for it.
            Event::Copy | Event::Cut if focused => false,
            Event::Key { key, pressed: true, .. } if focused => {
                let (taken, did) = press(secret, cursor, *key, modifiers);
                changed |= did;
                !taken
            }
            _ => true,
        });
    });
    changed
}

/// What a key does: (was it for this field, did the text change).
fn press(
    secret: &mut Zeroizing<String>,
    cursor: &mut Cursor,
    key: Key,
    modifiers: Modifiers,
) -> (bool, bool) {
    let count = secret.chars().count();
    let word = modifiers.command || modifiers.alt;
    match key {
        Key::A if modifiers.command => cursor.all = count > 0,
        Key::ArrowLeft if word => *cursor = Cursor::default(),
        Key::ArrowRight if word => *cursor = Cursor { at: count, all: false },
        Key::ArrowLeft => *cursor = Cursor { at: cursor.at.saturating_sub(1), all: false },
        Key::ArrowRight => *cursor = Cursor { at: (cursor.at + 1).min(count), all: false },
        Key::Home => *cursor = Cursor::default(),
        Key::End => *cursor = Cursor { at: count, all: false },
        Key::Backspace | Key::Delete if cursor.all => {
            secret.zeroize();
            *cursor = Cursor::default();
            return (true, true);
        }
        Key::Backspace => {
            let from = if word { 0 } else { cursor.at.saturating_sub(1) };
            let did = replace(secret, from, cursor.at, "");
            cursor.at = from;
            return (true, did);
        }
        Key::Delete => {
            let to = if word { count } else { (cursor.at + 1).min(count) };
            return (true, replace(secret, cursor.at, to, ""));
        }
        _ => return (false, false),
    }
    (true, false)
}

/// Puts text in at the cursor, or in place of everything if everything is marked.
fn insert(secret: &mut Zeroizing<String>, cursor: &mut Cursor, text: &str) {
    let (from, to) = if cursor.all { (0, secret.chars().count()) } else { (cursor.at, cursor.at) };
    replace(secret, from, to, text);
    *cursor = Cursor { at: from + text.chars().count(), all: false };
}

/// Replaces characters `from..to`. A `String` that grows or shrinks in place may leave its old bytes behind, so the
/// new text is built in a buffer of its own and the old one wiped.
fn replace(secret: &mut Zeroizing<String>, from: usize, to: usize, with: &str) -> bool {
    if from == to && with.is_empty() {
        return false;
    }
    let byte = |index: usize| secret.char_indices().nth(index).map_or(secret.len(), |(at, _)| at);
    let (start, end) = (byte(from), byte(to));
    let mut next = Zeroizing::new(String::with_capacity(secret.len() + with.len()));
    next.push_str(secret.get(..start).unwrap_or_default());
    next.push_str(with);
    next.push_str(secret.get(end..).unwrap_or_default());
    *secret = next;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> (Zeroizing<String>, Cursor) {
        let mut secret = Zeroizing::new(String::new());
        let mut cursor = Cursor::default();
        insert(&mut secret, &mut cursor, text);
        (secret, cursor)
    }

    #[test]
    fn edits_by_character() {
        let (mut secret, mut cursor) = typed("añb");
        assert_eq!(cursor.at, 3);
        press(&mut secret, &mut cursor, Key::ArrowLeft, Modifiers::NONE);
        assert_eq!(press(&mut secret, &mut cursor, Key::Backspace, Modifiers::NONE), (true, true));
        assert_eq!(secret.as_str(), "ab");
        assert_eq!(press(&mut secret, &mut cursor, Key::Delete, Modifiers::NONE), (true, true));
        assert_eq!((secret.as_str(), cursor.at), ("a", 1));
        press(&mut secret, &mut cursor, Key::A, Modifiers::COMMAND);
        insert(&mut secret, &mut cursor, "new");
        assert_eq!((secret.as_str(), cursor.at), ("new", 3));
    }

    #[test]
    fn what_leaves_the_buffer_is_wiped() {
        let (mut secret, mut cursor) = typed("abc");
        press(&mut secret, &mut cursor, Key::A, Modifiers::COMMAND);
        assert_eq!(press(&mut secret, &mut cursor, Key::Delete, Modifiers::NONE), (true, true));
        assert!(secret.is_empty());
        assert_eq!(press(&mut secret, &mut cursor, Key::Backspace, Modifiers::NONE), (true, false));
    }

    #[test]
    fn the_cursor_stays_in_sight() {
        assert_eq!(first_seen(5, 5, 80.0), 0);
        assert_eq!(first_seen(30, 30, 80.0), 20);
        assert_eq!(first_seen(0, 30, 80.0), 0);
    }
}
