//! The second paste box: another token beside the inspected one. `update` hands these messages here.

use crate::token::compare::{Comparison, compare};
use crate::token::{Inputs, MAX_TEXT, Report};
use crate::vendor::{self, Pasted};

use super::effect::Effect;
use super::model::{Failure, Focus, Model, Panel};

/// So much of what is too long for a token is kept.
const START: usize = 400;

/// One thing that happened beside the inspected token.
#[derive(Debug)]
pub enum CompareMsg {
    /// The text in the second box changed.
    Paste(String),
    /// The report on this text.
    Inspected(String, Box<Report>, Option<Failure>),
    /// What is equal is unfolded, or folded.
    ShowEqual(bool),
    /// No comparison any more.
    Close,
}

/// The second paste box.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
pub struct Compare {
    /// It is there.
    pub open: bool,
    /// What is in it.
    pub text: String,
    /// It holds only the start of what was pasted.
    pub cut: bool,
    /// What was found.
    pub report: Option<Report>,
    /// The keychain failed while checking.
    pub failure: Option<Failure>,
    /// An inspection is under way.
    pub running: bool,
    /// The text has changed since.
    pub stale: bool,
    /// What is equal is shown too.
    pub equal: bool,
}

impl Compare {
    /// Whether what is pasted next is meant for it.
    pub fn awaits(&self) -> bool {
        self.open && self.text.is_empty()
    }
}

/// The two tokens side by side, where both are there.
pub fn comparison(model: &Model) -> Option<Comparison> {
    let second = model.compare.report.as_ref().filter(|_| model.compare.open)?;
    Some(compare(model.inspect.report.as_ref()?, second))
}

/// Opens the second box.
pub(super) fn open(model: &mut Model) {
    model.panel = Panel::Inspect;
    model.compare.open = true;
    model.focus = Some(Focus::OtherBox);
}

/// Takes the second box away; what is under way for it is not shown.
pub(super) fn close(model: &mut Model) {
    model.compare = Compare { running: model.compare.running, ..Compare::default() };
}

/// Changes the model.
pub(super) fn handle(model: &mut Model, msg: CompareMsg) -> Vec<Effect> {
    match msg {
        CompareMsg::Paste(text) => return paste(model, text),
        CompareMsg::Inspected(text, report, failure) => {
            let compare = &mut model.compare;
            compare.running = false;
            // What was pasted since is not this report's.
            if text == compare.text && !compare.cut {
                compare.report = Some(*report);
                compare.failure = failure;
            }
            if std::mem::take(&mut compare.stale) {
                return inspect(model);
            }
        }
        CompareMsg::ShowEqual(equal) => model.compare.equal = equal,
        CompareMsg::Close => close(model),
    }
    Vec::new()
}

/// Puts text into the second box; of what is too long for a token only the start.
pub(super) fn paste(model: &mut Model, text: String) -> Vec<Effect> {
    let compare = &mut model.compare;
    compare.cut = text.len() > MAX_TEXT;
    if !compare.cut {
        compare.text = text;
        return inspect(model);
    }
    let pasted = Pasted::too_long(Some(text.len()));
    compare.report = Some(vendor::inspect(&pasted, &Inputs::default(), [], &[], model.now));
    compare.failure = None;
    compare.text = text.chars().take(START).chain(['…']).collect();
    Vec::new()
}

/// Says at once what can be said without a secret, and asks for the rest, once at a time.
pub(super) fn inspect(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    // Of kinds that look alike the second token is of the first one's.
    let first = model.inspect.report.as_ref().and_then(|report| report.kind).and_then(vendor::kind);
    let compare = &mut model.compare;
    if compare.cut || !compare.open {
        return Vec::new();
    }
    if compare.text.trim().is_empty() {
        compare.report = None;
        compare.failure = None;
        compare.stale = false;
        return Vec::new();
    }
    let pasted = Pasted::read(&compare.text, None);
    let alike = first.filter(|kind| pasted.candidates.contains(kind));
    let pasted = pasted.of_those(|kind| Some(kind) == alike);
    if compare.report.as_ref().is_none_or(|report| report.text != pasted.text) {
        compare.report = Some(vendor::inspect(&pasted, &Inputs::default(), [], &[], now));
        compare.failure = None;
    }
    if compare.running {
        compare.stale = true;
        return Vec::new();
    }
    compare.running = true;
    compare.stale = false;
    let known = model.inspect.known.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let kind = alike.map(|kind| kind.spec().id);
    vec![Effect::InspectOther { text: compare.text.clone(), kind, known, now }]
}
