//! Time travel: "now" is moved for the whole window, and runs on from there; `update` hands these messages here.
//!
//! What is judged and counted follows [`Model::now`]. What happens in the world (notices, the clipboard, answers of
//! servers) goes by [`Model::clock`].

use crate::i18n::Message;
use crate::token::Time;
use crate::token::time::When;

use super::calls;
use super::effect::Effect;
use super::model::{Dialog, Model, Panel};
use super::update;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// What happened around the moved clock.
#[derive(Debug)]
pub enum TravelMsg {
    /// A time was typed.
    Typed(String),
    /// Go where it says.
    Go,
    /// Go a step.
    Step(Step),
    /// Back to the clock.
    Back,
}

/// A step that needs no typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many milliseconds on, or back.
    By(i64),
    /// So many milliseconds before the end of the token on screen.
    BeforeEnd(i64),
}

/// The steps, each with the id of its text, in the order of display.
pub const STEPS: [(Step, &str); 6] = [
    (Step::By(-DAY), "travel-day-back"),
    (Step::By(-HOUR), "travel-hour-back"),
    (Step::By(HOUR), "travel-hour-on"),
    (Step::By(DAY), "travel-day-on"),
    (Step::BeforeEnd(60_000), "travel-before-end"),
    (Step::PAST_END, "travel-end"),
];

/// The dialog in which a time is typed.
#[derive(Debug, Default)]
pub struct Typing {
    /// What was typed.
    pub text: String,
    /// Why it is no time; told once somebody wanted to go there.
    pub problem: Option<Message>,
}

impl Step {
    /// One hour on.
    pub const HOUR_ON: Self = Self::By(HOUR);
    /// One day on.
    pub const DAY_ON: Self = Self::By(DAY);
    /// Just past the end of the token on screen: some vendors still take it in its last second.
    pub const PAST_END: Self = Self::BeforeEnd(-1000);

    /// Where it leads; `None` where no token on screen has an end.
    pub fn target(self, model: &Model) -> Option<Time> {
        match self {
            Self::By(millis) => Some(model.now.plus(millis)),
            Self::BeforeEnd(millis) => Some(end(model)?.plus(-millis)),
        }
    }
}

/// The end of the token on screen: the one of the panel that is shown first.
fn end(model: &Model) -> Option<Time> {
    let made = model.made().and_then(|made| made.report.window.expires_at);
    let inspected = model.inspect.report.as_ref().and_then(|report| report.window.expires_at);
    if model.panel == Panel::Generate { made.or(inspected) } else { inspected.or(made) }
}

pub(super) fn handle(model: &mut Model, msg: TravelMsg) -> Vec<Effect> {
    match msg {
        TravelMsg::Typed(text) => {
            if let Some(Dialog::Travel(typing)) = &mut model.dialog {
                *typing = Typing { text, problem: None };
            }
        }
        TravelMsg::Go => {
            let Some(Dialog::Travel(typing)) = &mut model.dialog else { return Vec::new() };
            match When::parse(&typing.text) {
                // A span counts from the clock, as that of `--at` does.
                Ok(when) => {
                    let target = when.resolve(model.clock);
                    model.dialog = None;
                    return go(model, target);
                }
                Err(problem) => typing.problem = Some(problem),
            }
        }
        TravelMsg::Step(step) => {
            if let Some(target) = step.target(model) {
                return go(model, target);
            }
        }
        TravelMsg::Back => return go(model, model.clock),
    }
    Vec::new()
}

/// Moves now, and judges anew what depends on it.
fn go(model: &mut Model, target: Time) -> Vec<Effect> {
    model.travel = Some(target.since(model.clock)).filter(|millis| *millis != 0);
    model.now = target;
    let now = model.now;
    if let Some(project) = model.selected().cloned() {
        if let Some(form) = model.forms.get_mut(&project.id) {
            form.check(&project, now);
        }
        if let Some(form) = model.calls.get_mut(&project.id) {
            form.check(&project, now);
        }
    }
    let mut effects = update::inspect(model);
    effects.extend(calls::prepare(model));
    effects
}
