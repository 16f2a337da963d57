//! The bytes of a binary token, coloured by part.

use eframe::egui::{Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{LINE_HEIGHT_MONO, Theme, size};

/// Some bytes that belong to one part. Cut them so that a row holds at most [`ByteRow::LENGTH`].
#[derive(Debug, Clone, Copy)]
pub struct ByteRow<'a> {
    /// Where the first one stands.
    pub offset: usize,
    /// The bytes.
    pub bytes: &'a [u8],
    /// What they are; where it is empty the bytes themselves are shown as text.
    pub note: &'a str,
    /// The number of the part, for the colour.
    pub part: usize,
}

impl ByteRow<'_> {
    /// Bytes per row.
    pub const LENGTH: usize = 8;
}

/// Rows of offset, bytes and note. They are read aloud as `name`; a dump is no use to the ear.
pub fn byte_rows(ui: &mut Ui, name: &str, rows: &[ByteRow<'_>]) -> Response {
    let theme = Theme::of(ui);
    let height = LINE_HEIGHT_MONO * rows.len() as f32;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let font = || fonts::mono(size::NOTE);
    let step = paint::line(ui, "0", font(), theme.text).size().x;
    let (bytes_at, note_at) = (step * 7.0, step * (7.0 + 3.0 * ByteRow::LENGTH as f32 + 1.0));
    for (index, row) in rows.iter().enumerate() {
        let middle = rect.top() + LINE_HEIGHT_MONO * (index as f32 + 0.5);
        let color = theme.part(row.part);
        let offset = paint::line(ui, &format!("{:04x}", row.offset), font(), theme.text_faint);
        paint::put_left(ui.painter(), rect.left(), middle, offset);
        let hex: Vec<String> = row.bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let hex = paint::fit(ui, &hex.join(" "), font(), color, note_at - bytes_at);
        paint::put_left(ui.painter(), rect.left() + bytes_at, middle, hex);
        let as_text =
            || row.bytes.iter().map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { '·' });
        let note = if row.note.is_empty() { as_text().collect() } else { row.note.to_owned() };
        let note = paint::fit(ui, &note, font(), color, rect.width() - note_at);
        paint::put_left(ui.painter(), rect.left() + note_at, middle, note);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    response
}
