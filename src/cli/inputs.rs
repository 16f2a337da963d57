//! What a verb works with: the values given, a project's, and the secrets of both.

use clap::ArgMatches;

use super::args::{self, Given};
use super::failure::{Failure, Stop};
use crate::i18n::Message;
use crate::store::Project;
use crate::token::input::Ask;
use crate::token::{Field, Inputs, Problem, Raw};
use crate::vendor::Vendor;

/// What is wanted: a kind to be generated, a call to be made.
pub(super) struct What<'a> {
    /// Its id.
    pub(super) id: &'static str,
    /// Its vendor.
    pub(super) vendor: &'static Vendor,
    /// Its inputs.
    pub(super) fields: &'a [&'static Field],
    /// Problems between inputs; asked before any secret is fetched.
    pub(super) check: &'a dyn Fn(&Inputs) -> Vec<Problem>,
}

/// What there is.
#[derive(Debug)]
pub(super) struct Gathered {
    /// All that is needed.
    pub(super) inputs: Inputs,
    /// The name of the project that some of it comes from.
    pub(super) project: Option<String>,
}

/// Gathers the inputs: what the words of the call give, over what the project holds. `problems` are those found
/// before.
///
/// Everything but the secrets comes first: a call whose words are wrong runs no command and asks no keychain.
///
/// # Errors
/// Every problem with what was given; or why a secret cannot be had.
pub(super) fn gather(
    matches: &ArgMatches,
    what: &What<'_>,
    mut problems: Vec<Problem>,
) -> Result<Gathered, Stop> {
    let fields = what.fields;
    let given = Given::read(matches, fields, false, &mut problems);
    let saved = match &given.project {
        None => None,
        Some(name) => {
            let store = args::store(matches, false)?;
            let project = store.find(name)?;
            of_vendor(&project, what)?;
            Some((store, project))
        }
    };
    let mut raw = Raw::new();
    if let Some((_, project)) = &saved {
        raw = project.public();
    }
    raw.plain.extend(given.plain.iter().cloned());
    match Inputs::read(fields, &raw, Ask::AllButSecrets) {
        Ok(inputs) => problems.extend((what.check)(&inputs)),
        Err(wrong) => problems.extend(wrong),
    }
    let told = |key: &str| problems.iter().any(|problem| problem.key == key);
    let missing: Vec<_> = fields
        .iter()
        .filter(|field| field.is_secret() && saved.is_none() && given.needs(field) && !told(field.key))
        .map(|field| Problem::new(field.key, Message::new("problem-missing")))
        .collect();
    problems.extend(missing);
    if !problems.is_empty() {
        problems.sort_by_key(|problem| fields.iter().position(|field| field.key == problem.key));
        return Err(wrong(problems));
    }

    if let Some((store, project)) = &saved {
        let needed = fields.iter().filter(|field| field.is_secret() && !given.has_source(field.key));
        if needed.clone().any(|field| field.required || project.secrets.contains(field.key)) {
            raw.secrets.extend(store.secrets_of(project).map_err(|error| keychain(error.into()))?);
        }
        let absent: Vec<_> = needed
            .filter(|field| field.required && !raw.secrets.iter().any(|(key, _)| key == field.key))
            .map(|field| Problem::new(field.key, Message::new("problem-missing")))
            .collect();
        if !absent.is_empty() {
            let message = Message::new("cli-secret-absent").with("project", &project.name);
            let failure =
                Failure::outside("secret_absent", message).remedy(Message::new("cli-secret-absent.remedy"));
            return Err(absent.into_iter().fold(failure, Failure::problem).into());
        }
    }
    raw.secrets.extend(given.secrets()?);
    let inputs = Inputs::read(fields, &raw, Ask::All).map_err(wrong)?;
    Ok(Gathered { inputs, project: saved.map(|(_, project)| project.name) })
}

/// Problems with what was given, as a failure; with what helps where something is missing.
pub(super) fn wrong(problems: Vec<Problem>) -> Stop {
    let missing = |problem: &Problem| problem.message.id == "problem-missing";
    let remedy = problems.iter().any(missing).then(|| Message::new("cli-inputs-missing"));
    let failure = Failure::inputs(problems);
    match remedy {
        Some(remedy) => failure.remedy(remedy).into(),
        None => failure.into(),
    }
}

/// A failure of the keychain, with the way that needs none.
pub(super) fn keychain(failure: Failure) -> Stop {
    if failure.is_keychain() {
        failure.remedy(Message::new("cli-keychain-use")).into()
    } else {
        failure.into()
    }
}

/// Whether a project fits what is wanted.
fn of_vendor(project: &Project, what: &What<'_>) -> Result<(), Stop> {
    if project.vendor == what.vendor.id {
        return Ok(());
    }
    let message = Message::new("cli-project-of-other").with("project", &project.name);
    let message = message.with("vendor", &project.vendor).with("kind", what.id);
    Err(Failure::usage(message).into())
}
