//! How the model changes around calls; `update` hands these messages here.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::call::{Call, Request};
use crate::i18n::Message;
use crate::store::ProjectId;

use super::effect::Effect;
use super::message::{NotMade, Sent};
use super::model::{Answered, Failure, Model, Panel};
use super::update::{select, tell};
use super::watch;

/// The field of a call in which the token to be renewed stands.
const OLD_TOKEN: &str = "old_token";

/// Asks for the request of the form that is shown, or remembers that one is due: never more than one under way.
pub(super) fn prepare(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(project) = model.selected.clone().filter(|_| model.panel == Panel::Calls) else {
        return Vec::new();
    };
    let Some(form) = model.calls.get_mut(&project) else { return Vec::new() };
    if !form.typed.problems.is_empty() {
        form.request = None;
        return Vec::new();
    }
    if form.preparing {
        form.stale = true;
        return Vec::new();
    }
    form.preparing = true;
    form.stale = false;
    let (call, values, base_url) = (form.call, form.values(), form.address());
    vec![Effect::PrepareCall { project, call, values, base_url, now }]
}

/// Asks for a request where a right form is on screen without one.
pub(super) fn due(model: &mut Model) -> Vec<Effect> {
    let waits = model.call_form().is_some_and(|form| {
        form.request.is_none() && !form.preparing && form.failure.is_none() && form.typed.problems.is_empty()
    });
    if waits { prepare(model) } else { Vec::new() }
}

/// Takes the request, or why there is none.
pub(super) fn prepared(
    model: &mut Model,
    id: &ProjectId,
    result: Result<Box<Request>, NotMade>,
) -> Vec<Effect> {
    let Some(form) = model.calls.get_mut(id) else { return Vec::new() };
    form.preparing = false;
    form.request = None;
    if form.stale {
        // It was built from what has changed since.
        return prepare(model);
    }
    match result {
        Ok(request) => form.request = Some(*request),
        Err(NotMade::Failure(failure)) => form.failure = Some(failure),
        Err(NotMade::Problems(problems)) => {
            let fields = form.call().map(|call| call.spec().fields).unwrap_or_default();
            if problems.iter().any(|problem| !fields.iter().any(|field| field.key == problem.key)) {
                form.failure = Some(Failure::new(Message::new("failure-secret-missing")));
            }
            form.typed.problems = problems;
        }
    }
    Vec::new()
}

/// Sends what is shown. What has grown too old is signed again first, and shown.
pub(super) fn send(model: &mut Model, forced: bool) -> Vec<Effect> {
    let now = model.now;
    let Some(project) = model.selected.clone() else { return Vec::new() };
    let Some(form) = model.calls.get_mut(&project) else { return Vec::new() };
    let Some(request) = form.request.clone().filter(|_| form.sending.is_none()) else { return Vec::new() };
    if request.remaining(now).is_some_and(|left| left <= 0) {
        tell(model, Message::new("notice-signed-again"), false);
        return prepare(model);
    }
    let cancelled = Arc::new(AtomicBool::new(false));
    form.sending = Some(cancelled.clone());
    form.answered = None;
    let (call, values) = (form.call, form.values());
    vec![Effect::Send { project, call, values, request: Box::new(request), forced, cancelled }]
}

/// Says "cancelled" at once; what still comes is dropped by the one who waits.
pub(super) fn cancel(model: &mut Model) {
    let Some(form) = model.selected.as_ref().and_then(|id| model.calls.get_mut(id)) else { return };
    if let Some(cancelled) = form.sending.take() {
        cancelled.store(true, Ordering::SeqCst);
        form.answered = Some(Answered::Failed(Failure::new(Message::new("send-cancelled"))));
    }
}

/// Takes the answer; tokens in it are watched from now on.
pub(super) fn answered(model: &mut Model, id: &ProjectId, sent: Sent) -> Vec<Effect> {
    let form = model.calls.get(id);
    // An answer to what was cancelled, or to an earlier sending, is not this one's.
    let waits = form.and_then(|form| form.sending.as_ref());
    if !waits.is_some_and(|sending| Arc::ptr_eq(sending, &sent.cancelled)) {
        return Vec::new();
    }
    let effects = watch::watch_answer(model, id, &sent);
    if let Some(form) = model.calls.get_mut(id) {
        form.sending = None;
        form.answered = Some(sent.answered);
    }
    if let Some(count) = sent.near_limit {
        tell(model, Message::new("notice-near-limit").with("count", count), true);
    }
    effects
}

/// Loads a call with the values that a token was made with, and the token itself, which a vendor that extends it wants to
/// be told and does not repeat. Sending stays the user's press.
pub(super) fn load(
    model: &mut Model,
    id: &ProjectId,
    call: &'static dyn Call,
    values: BTreeMap<&'static str, String>,
    old_token: Option<String>,
) -> Vec<Effect> {
    select(model, id.clone());
    let now = model.now;
    let Some(project) = model.project(id).cloned() else { return Vec::new() };
    let Some(form) = model.calls.get_mut(id) else { return Vec::new() };
    form.call = call.spec().id;
    form.typed.values.extend(values);
    form.typed.values.remove(OLD_TOKEN);
    if let Some(token) = old_token
        && call.spec().fields.iter().any(|field| field.key == OLD_TOKEN)
    {
        form.typed.values.insert(OLD_TOKEN, token);
    }
    form.answered = None;
    form.check(&project, now);
    model.chosen = true;
    model.panel = Panel::Calls;
    prepare(model)
}
