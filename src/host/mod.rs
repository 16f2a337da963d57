//! The real machine: clock, randomness, language, worker thread, clipboard, notifications.
//!
//! The only floor that touches them. Everything below is handed values; everything above asks here, so that a test
//! can hand in others. What has a twin for tests has it beside it ([`clipboard::MemoryClipboard`]).

pub mod changes;
pub mod clipboard;
pub mod clock;
pub mod dialog;
mod dropped;
mod export;
pub mod files;
pub mod import;
pub mod language;
pub mod notify;
pub mod perform;
pub mod random;
pub mod sleep;
mod watch;
pub mod worker;

pub use changes::Changes;
pub use clipboard::{Clipboard, DesktopClipboard, MemoryClipboard};
pub use dialog::{DesktopDialog, FileDialog, MemoryDialog};
pub use import::Imports;
pub use notify::{DesktopNotifier, MemoryNotifier, Notifier};
pub use perform::Desk;
pub use sleep::Sleep;
pub use worker::Worker;

/// Keeps the memory of this process out of core dumps and away from other programs of the user, where the platform has
/// a way without unsafe code: Linux. It must be asked for before any secret is read.
pub fn private_memory() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // A kernel that does not know it has no way to be told.
        set_dumpable_behavior(DumpableBehavior::NotDumpable).ok();
    }
}
