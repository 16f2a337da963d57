//! The columns of the window, and how they give way when it is small; rows with a right end.

use eframe::egui::{Align, Id, Layout, TextWrapMode, Ui, UiBuilder};

/// Width of the rail at the left.
pub const RAIL: f32 = 60.0;
/// Height of the status bar.
pub const STATUS: f32 = 28.0;
/// Inner margin of the working columns.
pub const MARGIN: i8 = 20;

/// Where the detail of the work stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Detail {
    /// In a column of its own, this wide.
    Beside(f32),
    /// Below the work, in the same column.
    Below,
}

/// How wide the columns are in a window of a given width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Columns {
    /// The rail.
    pub rail: f32,
    /// The list of projects.
    pub projects: f32,
    /// The detail.
    pub detail: Detail,
}

impl Columns {
    /// The columns for a window this wide; at 1200 they are those of the drawings, and 900 still holds everything.
    pub fn for_width(width: f32) -> Self {
        /// What the form needs beside its labels.
        const WORK_LEAST: f32 = 400.0;
        let projects = if width < 1000.0 { 200.0 } else { 226.0 };
        let rest = width - RAIL - projects;
        let wide = rest - WORK_LEAST;
        let detail = if wide >= 280.0 {
            // At 1200: 372. A wider window gives a third of what it has more.
            let wanted = if width <= 1200.0 { 372.0 } else { (372.0 + (width - 1200.0) / 3.0).min(560.0) };
            Detail::Beside(wanted.min(wide).floor())
        } else {
            Detail::Below
        };
        Self { rail: RAIL, projects, detail }
    }
}

/// A row with something at each end, drawn in the order in which it is read, so that Tab goes the same way: a layout
/// from right to left would take the keyboard backwards. `salt` tells the row from others in the same `Ui`.
pub fn ends<L, R>(
    ui: &mut Ui,
    salt: &str,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    ui.horizontal(|ui| {
        // The same one as below: of the row, not of what it stands in.
        let id = ui.make_persistent_id(("ends", salt));
        let width: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        let gap = if width > 0.0 { ui.spacing().item_spacing.x } else { 0.0 };
        let rest = ui.available_rect_before_wrap();
        let place = rest.with_max_x((rest.right() - width - gap).max(rest.left()));
        let layout = Layout::left_to_right(Align::Center);
        let mut child = ui.new_child(UiBuilder::new().id_salt((salt, "left")).max_rect(place).layout(layout));
        let left = left(&mut child);
        ui.advance_cursor_after_rect(child.min_rect());
        (left, end(ui, id, right))
    })
    .inner
}

/// The same for the right end alone, as the last thing in a row.
pub fn at_right<R>(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.make_persistent_id(("ends", salt));
    end(ui, id, add)
}

fn end<R>(ui: &mut Ui, id: Id, add: impl FnOnce(&mut Ui) -> R) -> R {
    // How wide it is, is known once it is drawn, so its place is that of the frame before.
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let rest = ui.available_rect_before_wrap();
    let width = known.unwrap_or(0.0).min(rest.width());
    let place = rest.with_min_x(rest.right() - width);
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().id_salt(id).max_rect(place).layout(layout));
    // Words keep their width: they would be broken to fit a place that is too narrow only for now.
    child.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    let inner = add(&mut child);
    let drawn = child.min_rect();
    ui.advance_cursor_after_rect(drawn);
    if known.is_none_or(|known| (known - drawn.width()).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, drawn.width()));
        ui.request_discard("the width of a row's right end is known now");
    }
    inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_the_width() {
        assert_eq!(
            Columns::for_width(1200.0),
            Columns { rail: 60.0, projects: 226.0, detail: Detail::Beside(372.0) }
        );
        assert_eq!(Columns::for_width(1000.0).detail, Detail::Beside(314.0));
        assert_eq!(Columns::for_width(900.0), Columns { rail: 60.0, projects: 200.0, detail: Detail::Below });
        assert_eq!(Columns::for_width(3000.0).detail, Detail::Beside(560.0));
    }
}
