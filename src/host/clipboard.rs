//! The clipboard. Every copy in the program goes through [`Clipboard::copy`].
//!
//! A copy says how sensitive it is, so that no second path can forget to mark a token or secret: clipboard histories
//! and cloud clipboards are asked to leave those out.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::app::effect::Sensitivity;
use crate::i18n::Message;

/// How long a caller waits for the clipboard. Another program may hold it, or serve a paste slowly.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long the exit waits for a clipboard manager to take the contents over.
const FAREWELL: Duration = Duration::from_millis(500);

/// Why a copy or paste did not happen. Never holds the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClipboardError {
    /// There is no clipboard to reach: no display, or the desktop offers none.
    #[error("no clipboard: {reason}")]
    Unavailable {
        /// What the desktop said.
        reason: String,
    },
    /// Another program holds it, or did not answer in time.
    #[error("the clipboard is held by another program")]
    Busy,
    /// It holds no text.
    #[error("the clipboard holds no text")]
    NoText,
}

impl ClipboardError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Unavailable { reason } => Message::new("clipboard-unavailable").with("reason", reason),
            Self::Busy => Message::new("clipboard-busy"),
            Self::NoText => Message::new("clipboard-no-text"),
        }
    }

    fn of(error: &arboard::Error) -> Self {
        match error {
            arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure => Self::NoText,
            arboard::Error::ClipboardOccupied => Self::Busy,
            arboard::Error::Unknown { description } => Self::Unavailable { reason: description.clone() },
            other => Self::Unavailable { reason: other.to_string() },
        }
    }
}

/// Where copied text goes. May be called from any thread; waits at most about two seconds.
pub trait Clipboard: Send + Sync {
    /// Puts `text` on the clipboard, guarded as its sensitivity asks.
    ///
    /// # Errors
    ///
    /// If there is no clipboard, or another program does not let go of it.
    fn copy(&self, text: &str, sensitivity: Sensitivity) -> Result<(), ClipboardError>;

    /// The text on the clipboard.
    ///
    /// # Errors
    ///
    /// If there is no clipboard, it holds no text, or its owner does not answer.
    fn paste(&self) -> Result<String, ClipboardError>;

    /// Empties the clipboard, if it still holds the token or secret that was copied last; what another program has put
    /// there since stays.
    ///
    /// # Errors
    ///
    /// If there is no clipboard, or another program does not let go of it.
    fn clear(&self) -> Result<(), ClipboardError>;
}

/// The clipboard of the desktop.
///
/// On X11 and Wayland the program that copied serves the contents to those who paste. Therefore one named thread keeps
/// the connection open until this is dropped; it is opened on the first use, and tried anew after a failure. When
/// dropped, a token or secret of ours is cleared; other contents are offered to a clipboard manager where there is one
/// (half a second at most); without one they end with the program.
#[derive(Debug)]
pub struct DesktopClipboard {
    orders: Option<Mutex<Sender<Order>>>,
    ended: Mutex<Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

enum Order {
    Copy(Zeroizing<String>, Sensitivity, SyncSender<Result<(), ClipboardError>>),
    Paste(SyncSender<Result<String, ClipboardError>>),
    Clear(SyncSender<Result<(), ClipboardError>>),
}

impl DesktopClipboard {
    /// Starts the thread. The desktop is not asked for anything yet.
    ///
    /// # Errors
    ///
    /// If the operating system gives no thread.
    pub fn start() -> std::io::Result<Self> {
        let (orders, todo) = channel();
        let (alive, ended) = channel::<()>();
        let thread = Builder::new().name("clipboard".to_owned()).spawn(move || {
            let _alive = alive;
            serve(&todo);
        })?;
        Ok(Self { orders: Some(Mutex::new(orders)), ended: Mutex::new(ended), thread: Some(thread) })
    }

    fn ask<T>(
        &self,
        order: impl FnOnce(SyncSender<Result<T, ClipboardError>>) -> Order,
    ) -> Result<T, ClipboardError> {
        // Room for one answer: a thread that answers after the caller gave up must not wait for it.
        let (answer, answered) = sync_channel(1);
        let gone = || ClipboardError::Unavailable { reason: "its thread has ended".to_owned() };
        let orders = self.orders.as_ref().ok_or_else(gone)?;
        if orders.lock().unwrap_or_else(PoisonError::into_inner).send(order(answer)).is_err() {
            return Err(gone());
        }
        match answered.recv_timeout(PATIENCE) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(ClipboardError::Busy),
            Err(RecvTimeoutError::Disconnected) => Err(gone()),
        }
    }
}

impl Clipboard for DesktopClipboard {
    fn copy(&self, text: &str, sensitivity: Sensitivity) -> Result<(), ClipboardError> {
        let text = Zeroizing::new(text.to_owned());
        self.ask(|answer| Order::Copy(text, sensitivity, answer))
    }

    fn paste(&self) -> Result<String, ClipboardError> {
        self.ask(Order::Paste)
    }

    fn clear(&self) -> Result<(), ClipboardError> {
        self.ask(Order::Clear)
    }
}

impl Drop for DesktopClipboard {
    fn drop(&mut self) {
        drop(self.orders.take());
        let ended = self.ended.get_mut().unwrap_or_else(PoisonError::into_inner);
        if ended.recv_timeout(FAREWELL) != Err(RecvTimeoutError::Timeout)
            && let Some(thread) = self.thread.take()
        {
            drop(thread.join());
        }
    }
}

/// The clipboard's thread. When it ends, arboard offers the contents to a clipboard manager.
fn serve(todo: &Receiver<Order>) {
    let mut clipboard = None;
    // The token or secret that was copied last: to know whether the clipboard is still ours to clear.
    let mut ours: Option<Zeroizing<String>> = None;
    while let Ok(order) = todo.recv() {
        // Nobody listens any more once the caller's patience has ended; `ok` says that this is fine.
        match order {
            Order::Copy(text, sensitivity, answer) => {
                let put = opened(&mut clipboard).and_then(|open| put(open, &text, sensitivity));
                ours = Some(text).filter(|_| put.is_ok() && sensitivity.is_guarded());
                answer.send(put).ok();
            }
            Order::Paste(answer) => {
                let text = opened(&mut clipboard)
                    .and_then(|open| open.get_text().map_err(|error| ClipboardError::of(&error)));
                answer.send(text).ok();
            }
            Order::Clear(answer) => {
                answer.send(clear(&mut clipboard, &mut ours)).ok();
            }
        }
    }
    // The program ends. That it cannot be cleared any more is nobody's to hear.
    clear(&mut clipboard, &mut ours).ok();
}

/// Empties the clipboard where it still holds `ours`.
fn clear(
    clipboard: &mut Option<arboard::Clipboard>,
    ours: &mut Option<Zeroizing<String>>,
) -> Result<(), ClipboardError> {
    let (Some(open), Some(text)) = (clipboard.as_mut(), ours.take()) else { return Ok(()) };
    match open.get_text().map(Zeroizing::new) {
        Ok(held) if *held == *text => open.clear().map_err(|error| ClipboardError::of(&error)),
        // It holds something else, or no text at all: none of ours.
        Ok(_) => Ok(()),
        Err(error) => match ClipboardError::of(&error) {
            ClipboardError::NoText => Ok(()),
            error => {
                // To be tried again.
                *ours = Some(text);
                Err(error)
            }
        },
    }
}

fn opened(clipboard: &mut Option<arboard::Clipboard>) -> Result<&mut arboard::Clipboard, ClipboardError> {
    match clipboard {
        Some(open) => Ok(open),
        None => Ok(clipboard.insert(arboard::Clipboard::new().map_err(|error| ClipboardError::of(&error))?)),
    }
}

/// The one place where text reaches the desktop's clipboard.
fn put(
    clipboard: &mut arboard::Clipboard,
    text: &str,
    sensitivity: Sensitivity,
) -> Result<(), ClipboardError> {
    let set = clipboard.set();
    let set = if sensitivity.is_guarded() { guarded(set) } else { set };
    set.text(text).map_err(|error| ClipboardError::of(&error))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn guarded(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn guarded(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn guarded(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtWindows::exclude_from_monitoring(set)
}

/// A clipboard in memory, for tests.
#[derive(Debug, Default)]
pub struct MemoryClipboard {
    state: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    text: Option<(String, Sensitivity)>,
    fault: Option<ClipboardError>,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let held = self.text.as_ref().map(|(_, sensitivity)| sensitivity);
        f.debug_struct("Memory").field("held", &held).field("fault", &self.fault).finish()
    }
}

impl MemoryClipboard {
    /// What was copied last, and as what.
    pub fn held(&self) -> Option<(String, Sensitivity)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).text.clone()
    }

    /// From now on every call fails like this; `None` ends it.
    pub fn fail_always(&self, fault: Option<ClipboardError>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).fault = fault;
    }
}

impl Clipboard for MemoryClipboard {
    fn copy(&self, text: &str, sensitivity: Sensitivity) -> Result<(), ClipboardError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fault) = &state.fault {
            return Err(fault.clone());
        }
        state.text = Some((text.to_owned(), sensitivity));
        Ok(())
    }

    fn paste(&self) -> Result<String, ClipboardError> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fault) = &state.fault {
            return Err(fault.clone());
        }
        state.text.as_ref().map(|(text, _)| text.clone()).ok_or(ClipboardError::NoText)
    }

    fn clear(&self) -> Result<(), ClipboardError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fault) = &state.fault {
            return Err(fault.clone());
        }
        state.text.take_if(|(_, sensitivity)| sensitivity.is_guarded());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_secrets_are_guarded() {
        assert!(!Sensitivity::Plain.is_guarded());
        assert!(Sensitivity::Token.is_guarded());
        assert!(Sensitivity::Secret.is_guarded());
    }

    #[test]
    fn the_twin_holds_and_fails_and_does_not_show_its_text() {
        let clipboard = MemoryClipboard::default();
        assert_eq!(clipboard.paste(), Err(ClipboardError::NoText));
        clipboard.copy("marker-7c1f", Sensitivity::Token).expect("copied");
        assert_eq!(clipboard.paste().as_deref(), Ok("marker-7c1f"));
        assert_eq!(clipboard.held(), Some(("marker-7c1f".to_owned(), Sensitivity::Token)));
        assert!(!format!("{clipboard:?}").contains("marker-7c1f"));
        clipboard.fail_always(Some(ClipboardError::Busy));
        assert_eq!(clipboard.copy("x", Sensitivity::Plain), Err(ClipboardError::Busy));
    }

    #[test]
    fn starting_and_dropping_asks_nothing_of_the_desktop() {
        drop(DesktopClipboard::start().expect("a thread"));
    }
}
