//! The window: theme, fonts and widgets. Nothing in these three knows the application.

pub mod fonts;
pub mod theme;
pub mod widgets;
