//! What is on screen and what happens next: [`Model`], [`Msg`], [`update`](update::update), [`Effect`]. No egui type.
//!
//! Views read the model and push messages; one function changes the model and returns effects; effects are carried
//! out by [`crate::host::perform`] on a worker thread and come back as messages. So everything that the window does
//! can be driven without one.

pub mod actions;
pub mod backups;
mod calls;
pub mod command;
pub mod compare;
pub mod desk;
pub mod dropped;
pub mod effect;
pub mod export;
pub mod guard;
pub mod import;
pub mod message;
pub mod model;
mod places;
pub mod share;
pub mod travel;
pub mod update;
pub mod vault;
pub mod watch;

pub use backups::BackupMsg;
pub use command::Command;
pub use desk::DeskMsg;
pub use effect::{Effect, Sensitivity};
pub use export::ExportMsg;
pub use guard::GuardMsg;
pub use message::{EditorMsg, Msg};
pub use model::Model;
pub use travel::TravelMsg;
pub use vault::{VaultEffect, VaultMsg};
pub use watch::WatchMsg;
