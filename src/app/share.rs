//! Handing a token on: as a QR code for a phone at hand, as code for a client. `update` hands these messages here.

use crate::codec::qr::Qr;
use crate::i18n::Message;
use crate::token::Report;
use crate::token::report::kind_text_id;
use crate::vendor::{self, Filled, Known, Snippet};

use super::effect::Effect;
use super::model::{Dialog, Form, Model, Panel};
use super::watch;

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
    /// The code is there.
    Drawn(Shown),
    /// The snippet of this id is to be shown, filled in for the token on screen.
    Snippet(&'static str),
}

/// A QR code on screen, or why there is none. Computed once, when it is asked for, and by a worker: a large one takes
/// longer than a frame.
#[derive(Debug)]
pub struct Shown {
    /// What it is of.
    pub what: Message,
    /// Its bytes.
    pub length: usize,
    /// The code; none where the text is too long for any.
    pub code: Option<Qr>,
}

/// A snippet on screen. It holds the token.
#[derive(Debug)]
pub struct Written {
    /// What runs it, by its own name.
    pub title: &'static str,
    /// The code, and what could not be filled in.
    pub filled: Filled,
}

impl Shown {
    /// The code of a text.
    pub fn of(what: Message, text: &str) -> Self {
        Self { what, length: text.len(), code: Qr::of(text) }
    }
}

/// Takes a message.
pub(super) fn update(model: &mut Model, msg: ShareMsg) -> Vec<Effect> {
    match msg {
        ShareMsg::Qr { what, text } => return vec![Effect::DrawQr { what, text }],
        // Whoever has opened something else meanwhile is not taken away from it.
        ShareMsg::Drawn(shown) if model.dialog.is_none() => model.dialog = Some(Dialog::Qr(shown)),
        ShareMsg::Drawn(_) => {}
        ShareMsg::Snippet(id) => {
            if let Some(written) = write(model, id) {
                model.dialog = Some(Dialog::Snippet(written));
            }
        }
    }
    Vec::new()
}

/// Shows the QR code of the token on screen; takes it away if it is there.
pub(super) fn toggle_qr(model: &mut Model) -> Vec<Effect> {
    if matches!(model.dialog, Some(Dialog::Qr(_))) {
        model.dialog = None;
    } else if model.panel == Panel::Watch {
        return watch::show_qr(model);
    } else if let Some(report) = model.token_on_screen() {
        let (what, text) = (name(report), report.text.clone());
        return update(model, ShareMsg::Qr { what, text });
    }
    Vec::new()
}

/// Fills in a snippet for the token on screen: with the values that it was made from or that the user told, and with
/// its project's public credentials.
fn write(model: &Model, id: &str) -> Option<Written> {
    let report = model.token_on_screen()?;
    let kind = report.kind.and_then(vendor::kind)?;
    let snippet = kind.spec().snippets.iter().find(|snippet| snippet.id == id)?;
    let made = model.made().filter(|_| model.panel == Panel::Generate);
    let project = match made {
        Some(_) => model.selected(),
        None => model.projects.iter().find(|project| {
            Some(&project.name) == report.project.as_ref() && Some(project.vendor.as_str()) == report.vendor
        }),
    };
    let given = |key: &str| {
        let typed = match made {
            Some(made) => made.values.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            None => model.inspect.known.get(key),
        };
        typed.or_else(|| project?.credentials.get(key)).map(|value| value.trim().to_owned())
    };
    let filled = snippet.fill(kind, Known { report, given: &given });
    Some(Written { title: snippet.title, filled })
}

/// What a token is called.
fn name(report: &Report) -> Message {
    Message::new(report.kind.map_or_else(|| "qr-text".to_owned(), kind_text_id))
}

impl Model {
    /// The snippets for the token on screen, or for the one that the form will make.
    pub fn snippets(&self) -> &'static [Snippet] {
        let kind = match self.panel {
            Panel::Generate => self.form().map(Form::kind),
            _ => self.token_on_screen().and_then(|report| report.kind).and_then(vendor::kind),
        };
        kind.map(|kind| kind.spec().snippets).unwrap_or_default()
    }

    /// Whether there is a token on screen to show as a QR code.
    pub fn can_show_qr(&self) -> bool {
        let watched = || self.panel == Panel::Watch && self.watch.chosen_with_text().is_some();
        self.token_on_screen().is_some() || watched()
    }

    /// The token on screen: the one that was made, or the pasted one.
    pub fn token_on_screen(&self) -> Option<&Report> {
        match self.panel {
            Panel::Generate => self.made().map(|made| &made.report),
            Panel::Inspect => self.inspect.report.as_ref().filter(|report| !report.text.is_empty()),
            Panel::Watch | Panel::Calls | Panel::Settings => None,
        }
    }
}
