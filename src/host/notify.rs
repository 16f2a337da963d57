//! What is shown on the desktop, beside the window. Where nothing shows it (no notification server, no session bus) it is
//! silently lost: the window has said it already.

use std::sync::{Mutex, PoisonError};

/// One notification: a title and a line below it. Never holds the text of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// What happens.
    pub title: String,
    /// With what.
    pub text: String,
}

/// A desktop that can show something. May block for as long as a desktop takes to answer: for a worker.
pub trait Notifier: Send + Sync {
    /// Shows it, if it can.
    fn show(&self, notification: &Notification);
}

/// The user's desktop.
#[derive(Debug, Default)]
pub struct DesktopNotifier;

impl Notifier for DesktopNotifier {
    fn show(&self, notification: &Notification) {
        let mut shown = notify_rust::Notification::new();
        shown.appname("Tokendesk").summary(&notification.title).body(&plain(&notification.text));
        #[cfg(all(unix, not(target_os = "macos")))]
        shown.icon("tokendesk").hint(notify_rust::Hint::DesktopEntry("tokendesk".to_owned()));
        // Nobody waits for it, and there is no other way to tell.
        shown.show().map(drop).ok();
    }
}

/// Text that is not taken for markup: what a user is called may hold `<b>`. Only servers of the freedesktop kind read
/// markup, and they say so.
#[cfg(all(unix, not(target_os = "macos")))]
fn plain(text: &str) -> String {
    let reads_markup = || {
        notify_rust::get_capabilities()
            .is_ok_and(|all| all.iter().any(|capability| capability == "body-markup"))
    };
    if text.contains(['&', '<', '>']) && reads_markup() {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        text.to_owned()
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn plain(text: &str) -> String {
    text.to_owned()
}

/// A desktop in memory, for tests: it remembers what it was told.
#[derive(Debug, Default)]
pub struct MemoryNotifier {
    shown: Mutex<Vec<Notification>>,
}

impl MemoryNotifier {
    /// Everything that was shown so far.
    pub fn shown(&self) -> Vec<Notification> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Notifier for MemoryNotifier {
    fn show(&self, notification: &Notification) {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).push(notification.clone());
    }
}
