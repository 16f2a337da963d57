//! Handing a token on: as a QR code for a phone at hand. `update` hands these messages here.

use crate::codec::qr::Qr;
use crate::i18n::Message;
use crate::token::Report;
use crate::token::report::kind_text_id;

use super::model::{Dialog, Model, Panel};

/// What happened in order to hand something on.
#[derive(Debug)]
pub enum ShareMsg {
    /// A text is to be shown as a QR code.
    Qr {
        /// What it is.
        what: Message,
        /// The text.
        text: String,
    },
}

/// A QR code on screen, or why there is none. Computed once, when it is asked for.
#[derive(Debug)]
pub struct Shown {
    /// What it is of.
    pub what: Message,
    /// Its bytes.
    pub length: usize,
    /// The code; none where the text is too long for any.
    pub code: Option<Qr>,
}

/// Takes a message.
pub(super) fn update(model: &mut Model, msg: ShareMsg) {
    match msg {
        ShareMsg::Qr { what, text } => {
            let shown = Shown { what, length: text.len(), code: Qr::of(&text) };
            model.dialog = Some(Dialog::Qr(shown));
        }
    }
}

/// Shows the QR code of the token on screen; takes it away if it is there.
pub(super) fn toggle_qr(model: &mut Model) {
    if matches!(model.dialog, Some(Dialog::Qr(_))) {
        model.dialog = None;
    } else if let Some(report) = model.token_on_screen() {
        let (what, text) = (name(report), report.text.clone());
        update(model, ShareMsg::Qr { what, text });
    }
}

/// What a token is called.
fn name(report: &Report) -> Message {
    Message::new(report.kind.map_or_else(|| "qr-text".to_owned(), kind_text_id))
}

impl Model {
    /// The token on screen: the one that was made, or the pasted one.
    pub fn token_on_screen(&self) -> Option<&Report> {
        match self.panel {
            Panel::Generate => self.made().map(|made| &made.report),
            Panel::Inspect => self.inspect.report.as_ref().filter(|report| !report.text.is_empty()),
            Panel::Watch | Panel::Calls | Panel::Settings => None,
        }
    }
}
