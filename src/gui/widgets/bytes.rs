//! The bytes behind a token, coloured by run.

use std::ops::Range;

use eframe::egui::{
    CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{Theme, size};

/// Bytes in a row.
const LENGTH: usize = 8;
/// Distance of the rows.
const ROW: f32 = 17.0;
/// The keys that stay with it while it has the keyboard.
const ARROWS: EventFilter =
    EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
/// Rows of one run and of all of them while it is folded.
const FOLDED: (usize, usize) = (3, 24);
/// Characters to the bytes, and from there to the note.
const COLUMNS: (f32, f32) = (6.0, 6.0 + 3.0 * LENGTH as f32 + 1.0);

/// Bytes that belong together.
#[derive(Debug, Clone)]
pub struct ByteRun<'a> {
    /// Where they stand.
    pub range: Range<usize>,
    /// What they are.
    pub name: &'a str,
    /// The number of the part, for the colour.
    pub part: usize,
    /// Somebody points at what they carry.
    pub lit: bool,
}

/// Rows of offset, bytes, and the bytes as text or what they are; each run begins a row. One stop for Tab; the arrows
/// walk from run to run. Read aloud are the runs and the one that is walked to: a dump is no use to the ear.
#[must_use = "bytes are drawn by `show`"]
pub struct ByteView<'a> {
    name: &'a str,
    bytes: &'a [u8],
    runs: &'a [ByteRun<'a>],
    whole: bool,
}

/// What came of drawing bytes.
#[derive(Debug)]
pub struct ByteOutput {
    /// The run that is pointed at, by pointer or by keyboard.
    pub pointed: Option<usize>,
    /// The pointer does it.
    pub hovered: bool,
    /// Some rows are left out.
    pub folded: bool,
    /// The control.
    pub response: Response,
}

/// Rows of one run that are drawn: its number, its first row, how many, and how many bytes are left out behind them.
struct Block {
    run: usize,
    first: usize,
    rows: usize,
    left_out: usize,
}

impl<'a> ByteView<'a> {
    /// The accessible name, the bytes, and their runs in order.
    pub fn new(name: &'a str, bytes: &'a [u8], runs: &'a [ByteRun<'a>]) -> Self {
        Self { name, bytes, runs, whole: false }
    }

    /// Leaves no row out.
    pub fn whole(mut self, whole: bool) -> Self {
        self.whole = whole;
        self
    }

    /// The rows to draw.
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut first = 0;
        for (run, bytes) in self.runs.iter().enumerate() {
            let all = bytes.range.len().div_ceil(LENGTH);
            // Leaving out a single row would save nothing.
            let cut = !self.whole && all > FOLDED.0 + 1;
            let rows = if cut { FOLDED.0 } else { all };
            let left_out = if cut { bytes.range.len() - rows * LENGTH } else { 0 };
            let block = Block { run, first, rows, left_out };
            first += rows + usize::from(cut);
            blocks.push(block);
            if !self.whole && first >= FOLDED.1 {
                break;
            }
        }
        blocks
    }

    /// Draws them as wide as there is room. Rows that are scrolled away cost nothing.
    pub fn show(self, ui: &mut Ui) -> ByteOutput {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("bytes", self.name));
        let blocks = self.blocks();
        let count =
            blocks.last().map_or(0, |block| block.first + block.rows + usize::from(block.left_out > 0));
        let drawn = blocks.last().map_or(0, |block| block.run + 1);
        let folded = drawn < self.runs.len() || blocks.iter().any(|block| block.left_out > 0);
        let size = vec2(ui.available_width(), ROW * count as f32);
        let response = paint::control(ui, id, size, ui.is_enabled());
        let rect = response.rect;

        let run_at = |y: f32| {
            let row = ((y - rect.top()) / ROW).max(0.0) as usize;
            blocks.iter().rev().find(|block| block.first <= row).map(|block| block.run)
        };
        let hovered = response.hover_pos().and_then(|at| run_at(at.y));
        let walked = self.walk(ui, id, &response);
        let pointed = hovered.or(walked);
        let someone_points = pointed.is_some() || self.runs.iter().any(|run| run.lit);
        for block in &blocks {
            let Some(run) = self.runs.get(block.run) else { continue };
            let lit = run.lit || pointed == Some(block.run);
            self.block(ui, theme, rect, block, lit, someone_points && !lit);
        }
        if response.has_focus() {
            paint::focus_ring(ui.painter(), theme, rect.expand(5.0), 6);
        }
        self.describe(ui, &response, walked);
        ByteOutput { pointed, hovered: hovered.is_some(), folded, response }
    }

    /// The run that the keyboard stands on.
    fn walk(&self, ui: &Ui, id: Id, response: &Response) -> Option<usize> {
        if !response.has_focus() {
            return None;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, ARROWS));
        let last = self.runs.len().checked_sub(1)?;
        let before = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(0).min(last);
        let now = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if pressed(Key::ArrowDown) {
                (before + 1).min(last)
            } else if pressed(Key::ArrowUp) {
                before.saturating_sub(1)
            } else if pressed(Key::Home) {
                0
            } else if pressed(Key::End) {
                last
            } else {
                before
            }
        });
        ui.data_mut(|data| data.insert_temp(id, now));
        Some(now)
    }

    fn describe(&self, ui: &Ui, response: &Response, walked: Option<usize>) {
        /// More names than that nobody listens to.
        const NAMED: usize = 24;
        let names: Vec<&str> = self.runs.iter().take(NAMED).map(|run| run.name).collect();
        let rest = if self.runs.len() > NAMED { ", …" } else { "" };
        let spoken = format!("{}: {}{rest}", self.name, names.join(", "));
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
        let current = walked.and_then(|index| self.runs.get(index)).map(|run| run.name.to_owned());
        if let Some(current) = current {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(current));
        }
    }

    fn block(&self, ui: &Ui, theme: &Theme, rect: Rect, block: &Block, lit: bool, faded: bool) {
        let Some(run) = self.runs.get(block.run) else { return };
        let bytes = self.bytes.get(run.range.clone()).unwrap_or_default();
        let painter = ui.painter();
        let fade = |color: eframe::egui::Color32| if faded { color.gamma_multiply(0.5) } else { color };
        let color = fade(theme.part(run.part));
        let font = || fonts::mono(size::NOTE);
        let step = paint::line(ui, "0", font(), color).size().x;
        let (bytes_at, note_at) = (rect.left() + step * COLUMNS.0, rect.left() + step * COLUMNS.1);
        let rows = block.rows + usize::from(block.left_out > 0);
        let place = Rect::from_min_size(
            pos2(rect.left(), rect.top() + ROW * block.first as f32),
            Vec2::new(rect.width(), ROW * rows as f32),
        );
        if !ui.is_rect_visible(place) {
            return;
        }
        if lit {
            painter.rect_filled(place.expand2(vec2(6.0, 0.0)), CornerRadius::same(4), theme.accent_ground);
        }
        let is_text = is_text(bytes);
        // Only what is in sight is laid out.
        let clip = ui.clip_rect();
        let in_sight = |row: usize| {
            let top = place.top() + ROW * row as f32;
            top <= clip.bottom() && top + ROW >= clip.top()
        };
        for row in (0..rows).filter(|row| in_sight(*row)) {
            let middle = place.top() + ROW * (row as f32 + 0.5);
            let note_room = rect.right() - note_at;
            if row == block.rows {
                let more = paint::line(ui, &format!("+{}", block.left_out), font(), fade(theme.text_faint));
                paint::put_left(painter, bytes_at, middle, more);
                continue;
            }
            let from = row * LENGTH;
            let chunk = bytes.get(from..bytes.len().min(from + LENGTH)).unwrap_or_default();
            let offset = format!("{:04x}", run.range.start + from);
            let offset = paint::line(ui, &offset, font(), fade(theme.text_faint));
            paint::put_left(painter, rect.left(), middle, offset);
            let hex: Vec<String> = chunk.iter().map(|byte| format!("{byte:02x}")).collect();
            let hex = paint::line(ui, &hex.join(" "), font(), color);
            paint::put_left(painter, bytes_at, middle, hex);
            let note = if is_text {
                as_text(chunk)
            } else if row == 0 {
                run.name.to_owned()
            } else {
                String::new()
            };
            let note = paint::fit(ui, &note, font(), color, note_room);
            paint::put_left(painter, note_at, middle, note);
        }
    }
}

/// Whether it says more as text than by its name.
fn is_text(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ' || *byte >= 0x80)
        && bytes.iter().filter(|byte| byte.is_ascii()).count() * 4 >= bytes.len() * 3
}

/// A row as text: what is no ASCII character is a dot, because a letter may be cut by the end of the row.
fn as_text(bytes: &[u8]) -> String {
    let letter = |byte: &u8| if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '·' };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lengths: &[usize], whole: bool) -> Vec<(usize, usize, usize)> {
        let mut at = 0;
        let runs: Vec<_> = lengths
            .iter()
            .map(|length| {
                let range = at..at + length;
                at = range.end;
                ByteRun { range, name: "", part: 0, lit: false }
            })
            .collect();
        let bytes = vec![0; at];
        let blocks = ByteView::new("", &bytes, &runs).whole(whole).blocks();
        blocks.iter().map(|block| (block.first, block.rows, block.left_out)).collect()
    }

    #[test]
    fn a_long_run_is_cut_and_a_short_one_is_not() {
        assert_eq!(rows(&[8, 2, 16, 128], false), [(0, 1, 0), (1, 1, 0), (2, 2, 0), (4, 3, 104)]);
        assert_eq!(rows(&[32, 33], false), [(0, 4, 0), (4, 3, 9)]);
        assert_eq!(rows(&[128, 1], true), [(0, 16, 0), (16, 1, 0)]);
        assert_eq!(rows(&[1; 1000], false).len(), FOLDED.1);
        assert_eq!(rows(&[], false), []);
    }

    #[test]
    fn text_is_told_from_bytes() {
        assert!(is_text(b"k3v9q0z7") && is_text("\"name\":\"Bích\"".as_bytes()));
        assert!(!is_text(&[0, 16]) && !is_text(&[0xeb, 0x45, 0xee, 0xc9]));
        assert_eq!(as_text("Bí h".as_bytes()), "B·· h");
    }
}
