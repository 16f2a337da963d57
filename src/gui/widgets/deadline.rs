//! A row with an end in sight: what it is, for whom, how much time is left, what can be done.

use eframe::egui::{Align, Color32, CornerRadius, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::icon::Icon;
use super::{badge, paint};
use crate::gui::fonts;
use crate::gui::theme::{RADIUS, Theme, Tone, size, space};

/// Height of such a row, the line below it included.
pub const DEADLINE_HEIGHT: f32 = 49.0;
/// Inner margin at both sides.
const SIDE: f32 = 14.0;

/// A row with an end in sight.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// Letters and colour of the badge.
    pub badge: Option<(&'a str, u32)>,
    /// The first line.
    pub title: &'a str,
    /// The second line.
    pub detail: &'a str,
    /// For whom, in the font for tokens and keys.
    pub who: &'a str,
    /// How much time is left, or since when there is none.
    pub left: &'a str,
    /// The state in a word, with its mark and colour.
    pub state: &'a str,
    /// The mark.
    pub icon: Icon,
    /// The colour.
    pub tone: Tone,
    /// How much of its time is left, from 0 to 1; none for one without an end.
    pub fraction: Option<f32>,
    /// It has the mark of the list.
    pub marked: bool,
    /// The pointer is over it.
    pub hovered: bool,
    /// It has the keyboard.
    pub focused: bool,
}

impl Deadline<'_> {
    /// Draws it into its place. `actions` puts the buttons, `width` wide together, at the right.
    pub fn show(self, ui: &mut Ui, rect: Rect, width: f32, actions: impl FnOnce(&mut Ui)) {
        let theme = Theme::of(ui);
        let inner = rect.shrink2(vec2(SIDE, 0.0));
        let line = rect.bottom() - 0.5;
        if self.marked || self.hovered {
            let fill = theme.card_selected.gamma_multiply(if self.marked { 1.0 } else { 0.5 });
            ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
        }
        ui.painter().hline(inner.x_range(), line, Stroke::new(1.0, theme.line));
        let columns = Columns::of(inner, width);
        let (upper, lower) = (rect.top() + 16.0, rect.top() + 33.0);
        if let Some((letters, rgb)) = self.badge {
            let center = pos2(inner.left() + badge::BADGE_SIDE / 2.0, rect.top() + 24.0);
            badge::paint_badge(ui, center, letters, rgb);
        }
        let (from, to) = columns.names;
        let title = paint::fit(ui, self.title, fonts::regular(size::BODY), theme.text, to - from);
        paint::put_left(ui.painter(), from, upper, title);
        // Where there is no room for a column of its own, it goes on in the second line.
        let detail = match columns.who {
            None if !self.who.is_empty() => format!("{} · {}", self.detail, self.who),
            _ => self.detail.to_owned(),
        };
        let detail = paint::fit(ui, &detail, fonts::regular(size::NOTE), theme.text_dim, to - from);
        paint::put_left(ui.painter(), from, lower, detail);
        if let Some((from, to)) = columns.who {
            let who = paint::fit(ui, self.who, fonts::mono(size::SMALL), theme.text, to - from);
            paint::put_left(ui.painter(), from, upper, who);
        }
        self.clock(ui, theme, columns.clock, upper, lower + 1.0);
        let place = Rect::from_min_max(pos2(inner.right() - width, rect.top()), pos2(inner.right(), line));
        let builder = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
        actions(&mut ui.new_child(builder));
        if self.focused {
            paint::focus_ring(ui.painter(), theme, rect.shrink(2.0), RADIUS);
        }
    }

    fn clock(&self, ui: &Ui, theme: &Theme, (from, to): (f32, f32), upper: f32, lower: f32) {
        let color = match self.tone {
            Tone::Neutral => theme.text_dim,
            tone => theme.tone(tone),
        };
        let painter = ui.painter();
        let word = paint::line(ui, self.state, fonts::regular(size::NOTE), theme.text_dim);
        let left = paint::fit(ui, self.left, fonts::figures_semibold(size::BODY), color, to - from);
        let room = to - from - left.size().x - space::S;
        if !self.left.is_empty() {
            paint::put_left(painter, from, upper, left);
        }
        let wide = word.size().x;
        // The mark goes where the word does: at the right, or below where it is narrow.
        if self.left.is_empty() || room >= wide + 16.0 {
            let x = if self.left.is_empty() { from + 16.0 } else { to - wide };
            self.icon.paint(painter, pos2(x - 10.0, upper), 12.0, color);
            paint::put_left(painter, x, upper, word);
        } else {
            self.icon.paint(painter, pos2(to - 6.0, upper), 12.0, color);
        }
        let Some(fraction) = self.fraction else { return };
        let bar = Rect::from_min_size(pos2(from, lower - 2.0).round(), vec2(to - from, 4.0));
        let fill = |rect: Rect, color: Color32| painter.rect_filled(rect, CornerRadius::same(2), color);
        fill(bar, theme.line_control);
        if fraction > 0.0 {
            let filled = (bar.width() * fraction.clamp(0.0, 1.0)).max(4.0);
            fill(Rect::from_min_size(bar.min, vec2(filled, 4.0)), color);
        }
    }
}

/// Where the columns of a row begin and end.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Columns {
    names: (f32, f32),
    who: Option<(f32, f32)>,
    clock: (f32, f32),
}

impl Columns {
    fn of(inner: Rect, actions: f32) -> Self {
        const GAP: f32 = 20.0;
        let wide = inner.width() >= 660.0;
        let end = inner.right() - actions - if wide { 2.0 * GAP } else { space::M };
        let clock = (end - if wide { 180.0 } else { 168.0 }, end);
        let from = inner.left() + badge::BADGE_SIDE + space::M;
        let room = clock.0 - GAP - from;
        if room < 300.0 {
            return Self { names: (from, from + room.max(40.0)), who: None, clock };
        }
        let names = (from, from + ((room - GAP) * 0.51).round());
        Self { names, who: Some((names.1 + GAP, clock.0 - GAP)), clock }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_for_whom_gives_way_first() {
        let inner = |width| Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 48.0));
        assert!(Columns::of(inner(846.0), 122.0).who.is_some());
        let narrow = Columns::of(inner(544.0), 122.0);
        assert_eq!(narrow.who, None);
        assert!(narrow.names.1 - narrow.names.0 > 180.0, "{narrow:?}");
        assert!(narrow.names.1 < narrow.clock.0 && narrow.clock.1 < 544.0 - 122.0);
    }
}
