//! How the model changes around calls and watched tokens; `update` hands these messages here.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::call::{Ends, Gain, Request};
use crate::i18n::Message;
use crate::store::ProjectId;
use crate::token::report::kind_text_id;

use super::effect::Effect;
use super::message::{NotMade, Sent};
use super::model::{Answered, Failure, Made, Model, Panel, Watched};
use super::update::tell;

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
pub(super) fn answered(model: &mut Model, id: &ProjectId, sent: Sent) {
    let now = model.now;
    let Some(form) = model.calls.get_mut(id) else { return };
    // An answer to what was cancelled, or to an earlier sending, is not this one's.
    if !form.sending.as_ref().is_some_and(|sending| Arc::ptr_eq(sending, &sent.cancelled)) {
        return;
    }
    form.sending = None;
    let mut values = BTreeMap::new();
    for field in form.call().map(|call| call.spec().fields).unwrap_or_default() {
        if let Some((_, value)) = sent.values.iter().find(|(key, _)| key == field.key) {
            values.insert(field.key, value.clone());
        }
    }
    let mut tokens = Vec::new();
    if let Answered::Outcome { outcome, .. } = &sent.answered {
        for gain in &outcome.gains {
            let Gain::Token { name, kind, text, ends, .. } = gain else { continue };
            tokens.push(Watched {
                project: Some(id.clone()),
                name: kind.map_or_else(|| (*name).to_owned(), kind_text_id),
                kind: *kind,
                text: text.clone(),
                begins: now,
                ends: match ends {
                    Ends::At(end) => Some(*end),
                    Ends::Never | Ends::Unknown => None,
                },
                call: Some((sent.call, values.clone())),
            });
        }
    }
    form.answered = Some(sent.answered);
    for token in tokens {
        watch(model, token);
    }
    if let Some(count) = sent.near_limit {
        tell(model, Message::new("notice-near-limit").with("count", count.to_string()), true);
    }
}

/// Watches a token. One that is watched already (a renewal that extends the old token gives the same text) is
/// replaced where it stands, so that only its end moves.
pub(super) fn watch(model: &mut Model, watched: Watched) {
    let same = |old: &&mut Watched| {
        old.text == watched.text
            || (watched.call.is_some() && made_alike(old, &watched) && old.project == watched.project)
    };
    match model.watched.iter_mut().find(same) {
        Some(old) => *old = watched,
        None => model.watched.push(watched),
    }
}

/// Made by the same call from the same values; the token to renew, and its being there, make no difference.
fn made_alike(one: &Watched, other: &Watched) -> bool {
    let values = |watched: &Watched| {
        let (call, mut values) = watched.call.clone()?;
        values.remove(OLD_TOKEN);
        Some((call, values))
    };
    values(one) == values(other)
}

/// Loads the call that made a token with the values it was made with. Sending stays the user's press.
pub(super) fn renew(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(watched) = model.watched.get(index).cloned() else { return Vec::new() };
    let (Some(id), Some((call, values))) = (watched.project.clone(), watched.call.clone()) else {
        return Vec::new();
    };
    let Some(project) = model.project(&id).cloned() else { return Vec::new() };
    let now = model.now;
    let Some(form) = model.calls.get_mut(&id) else { return Vec::new() };
    form.call = call;
    form.typed.values.extend(values);
    // A vendor that extends the old token does not repeat it in its answer.
    if form.call().is_some_and(|call| call.spec().fields.iter().any(|field| field.key == OLD_TOKEN)) {
        form.typed.values.insert(OLD_TOKEN, watched.text);
    }
    form.answered = None;
    form.check(&project, now);
    model.selected = Some(id);
    model.panel = Panel::Calls;
    prepare(model)
}

impl Watched {
    /// A token that was generated.
    pub(super) fn of(made: &Made, project: Option<ProjectId>) -> Self {
        let report = &made.report;
        Self {
            project,
            name: report.kind.map(kind_text_id).unwrap_or_default(),
            kind: report.kind,
            text: made.token.clone(),
            begins: report.window.issued_at.unwrap_or(report.now),
            ends: report.window.expires_at,
            call: None,
        }
    }
}
