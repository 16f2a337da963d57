//! The desk itself: zoom, the zone of times, where the files are, and the demo; `update` hands these messages here.

use std::path::PathBuf;

use secrecy::SecretString;

use crate::call;
use crate::store::{Draft, Project, SecretPlace, Times};
use crate::token::{Field, Scope};
use crate::vendor::{VENDORS, Vendor};

use super::effect::Effect;
use super::model::{Failure, Focus, Model, Panel, Typed};
use super::update::{self, tell};

/// What happened on the desk.
#[derive(Debug)]
pub enum DeskMsg {
    /// Everything is to be shown this large, in per cent.
    Zoom(u16),
    /// Times are to be shown in this zone.
    Times(Times),
    /// Where the files are: what it is (`settings-file-<id>`), and its path.
    Files(Vec<(&'static str, PathBuf)>),
    /// The demo is saved, or not.
    DemoReady(Result<Project, Failure>),
}

/// How large everything can be shown, in per cent.
pub const ZOOMS: [u16; 10] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200];

/// The name of the demo project.
const DEMO: &str = "Demo";

/// The secrets of the demo. Invented, as its credentials are, and said to be so wherever it is shown.
pub fn demo_secrets() -> Vec<(String, SecretString)> {
    let fields = demo_vendor().map(|vendor| vendor.credentials).unwrap_or_default();
    let secrets = fields.iter().filter(|field| field.is_secret());
    secrets.map(|field| (field.key.to_owned(), "demo".repeat(10).into())).collect()
}

/// The vendor whose credentials and forms have samples that belong together.
fn demo_vendor() -> Option<&'static Vendor> {
    VENDORS.iter().copied().find(|vendor| vendor.has_projects())
}

/// What the demo is saved as; the one that is there stays what and where it is.
fn demo_draft(model: &Model, present: Option<&Project>) -> Option<Draft> {
    let vendor = demo_vendor()?;
    let open = vendor.credentials.iter().filter(|field| !field.is_secret() && !field.sample.is_empty());
    let fresh = || Draft {
        name: if model.projects.iter().any(|project| project.name.eq_ignore_ascii_case(DEMO)) {
            update::free_name(model, DEMO)
        } else {
            DEMO.to_owned()
        },
        vendor: vendor.id.to_owned(),
        credentials: open.map(|field| (field.key.to_owned(), field.sample.to_owned())).collect(),
        place: SecretPlace::Keychain,
        demo: true,
        ..Draft::default()
    };
    Some(present.map_or_else(fresh, Project::draft))
}

/// Puts the samples of what must be given into a form, so that it is ready at once.
pub(super) fn fill(typed: &mut Typed, vendor: &Vendor) {
    let kinds = vendor.kinds.iter().flat_map(|kind| kind.spec().fields);
    let calls = call::of_vendor(vendor).flat_map(|call| call.spec().fields);
    let needed = |field: &&Field| field.required && field.scope == Scope::Token && !field.sample.is_empty();
    for field in kinds.chain(calls).filter(needed) {
        typed.values.entry(field.key).or_insert_with(|| field.sample.to_owned());
    }
}

pub(super) fn handle(model: &mut Model, msg: DeskMsg) -> Vec<Effect> {
    match msg {
        DeskMsg::Zoom(percent) => {
            model.settings.zoom = percent;
            return vec![Effect::SaveZoom(percent)];
        }
        DeskMsg::Times(times) => {
            model.settings.times = times;
            return vec![Effect::SaveTimes(times)];
        }
        DeskMsg::Files(files) => model.files = files,
        DeskMsg::DemoReady(Ok(project)) => {
            let id = project.id.clone();
            match model.projects.iter_mut().find(|old| old.id == id) {
                Some(old) => *old = project,
                None => model.projects.push(project),
            }
            model.search.clear();
            model.chosen = true;
            update::select(model, id);
            // Somebody who has begun something else meanwhile is not taken away from it.
            if model.dialog.is_none() {
                model.panel = Panel::Generate;
                model.focus = Some(Focus::Form);
            }
            let mut effects = vec![Effect::CheckKeychain];
            effects.extend(update::inspect(model));
            return effects;
        }
        DeskMsg::DemoReady(Err(failure)) => tell(model, failure.message, true),
    }
    Vec::new()
}

/// The next zoom step up or down.
pub(super) fn zoom(model: &mut Model, larger: bool) -> Vec<Effect> {
    let now = model.settings.zoom;
    let next = if larger {
        ZOOMS.into_iter().find(|step| *step > now)
    } else {
        ZOOMS.into_iter().rev().find(|step| *step < now)
    };
    next.map(|percent| handle(model, DeskMsg::Zoom(percent))).unwrap_or_default()
}

/// Makes the demo, or makes the one that is there work again.
pub(super) fn try_demo(model: &Model) -> Vec<Effect> {
    let present = model.demo();
    let draft = demo_draft(model, present);
    let id = present.map(|project| project.id.clone());
    draft.map(|draft| Effect::TryDemo { id, draft }).into_iter().collect()
}

/// Removes the demo. Nothing is asked: it is made again by one press.
pub(super) fn remove_demo(model: &Model) -> Vec<Effect> {
    model.demo().map(|project| Effect::RemoveDemo(project.id.clone())).into_iter().collect()
}
