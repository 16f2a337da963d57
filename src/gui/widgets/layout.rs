//! The columns of the window, and how they give way when it is small.

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
