//! The window: theme, fonts, widgets, panels, and the application that ties them to the model.
//!
//! | module | answers |
//! |---|---|
//! | [`theme`], [`fonts`], [`widgets`] | how does it look? They know no model and no vendor |
//! | [`view`], `panels` | what is drawn for this model? They change nothing, they push messages |
//! | [`window`] | how do frames, messages and effects meet? |

mod chinese;
pub mod fonts;
mod panels;
mod place;
pub mod theme;
pub mod view;
pub mod widgets;
pub mod window;

pub use window::run;
