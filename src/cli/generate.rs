//! `tokendesk generate KIND`: makes a token. Text output is the bare token, fit for a pipe.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::args::{self, Given};
use super::failure::{Failure, Stop};
use super::output::{self, Output};
use super::{Help, Verb, kinds};
use crate::host::random;
use crate::i18n::Message;
use crate::store::{Project, Store};
use crate::token::input::Ask;
use crate::token::report::{findings_json, times_json};
use crate::token::{Env, Field, Inputs, Problem, Raw, Report, Severity};
use crate::vendor::{self, Generated, Kind};

pub(super) const VERB: Verb = Verb { name: "generate", command, run };

fn command(command: Command, help: &Help) -> Command {
    let fields = match (&help.texts, help.kind) {
        (Some(texts), Some(kind)) => kinds::describe(kind, texts).join("\n"),
        _ => help.text("cli-generate-after"),
    };
    command
        .arg(Arg::new("kind").value_name("KIND").required(true).help(help.text("cli-generate-kind")))
        .arg(args::field(help))
        .arg(args::secret(help))
        .arg(args::project(help))
        .arg(args::at(help))
        .arg(args::output(help))
        .after_help(fields)
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let kind = args::kind(args::value(matches, "kind").unwrap_or_default())?;
    let mut random = random::system();
    let mut problems = Vec::new();
    let now = args::now(matches, &mut problems);
    let mut env = Env { now, random: &mut random };
    if !kind.spec().generates {
        // It says itself why not.
        let problems = kind.generate(&Inputs::default(), &mut env).err().unwrap_or_default();
        return Err(Failure::inputs(problems).into());
    }
    let fields = kind.fields();
    let given = Given::read(matches, &fields, false, &mut problems);
    let saved = match &given.project {
        None => None,
        Some(name) => {
            let store = Store::discover()?;
            let project = store.find(name)?;
            of_vendor(&project, kind)?;
            Some((store, project))
        }
    };

    // Everything but the secrets first: a call whose words are wrong runs no command and asks no keychain.
    let mut raw = Raw::new();
    if let Some((_, project)) = &saved {
        raw = project.public();
    }
    raw.plain.extend(given.plain.iter().cloned());
    match Inputs::read(&fields, &raw, Ask::AllButSecrets) {
        Ok(inputs) => problems.extend(kind.check(&inputs, now)),
        Err(wrong) => problems.extend(wrong),
    }
    let not_given = |key: &str| !given.has_source(key) && !problems.iter().any(|problem| problem.key == key);
    let excused: Vec<_> = fields
        .iter()
        .filter(|field| field.unless.is_some_and(|other| raw.given(other).is_some()))
        .map(|field| field.key)
        .collect();
    let required = |field: &Field| field.required && !excused.contains(&field.key);
    let missing: Vec<_> = fields
        .iter()
        .filter(|field| field.is_secret() && required(field) && saved.is_none() && not_given(field.key))
        .map(|field| Problem::new(field.key, Message::new("problem-missing")))
        .collect();
    problems.extend(missing);
    if !problems.is_empty() {
        problems.sort_by_key(|problem| fields.iter().position(|field| field.key == problem.key));
        return Err(wrong(problems));
    }

    if let Some((store, project)) = &saved {
        let needed = fields.iter().filter(|field| field.is_secret() && !given.has_source(field.key));
        if needed.clone().any(|field| required(field) || project.secrets.contains(field.key)) {
            raw.secrets.extend(store.secrets_of(project).map_err(|error| keychain(error.into()))?);
        }
        let absent: Vec<_> = needed
            .filter(|field| required(field) && !raw.secrets.iter().any(|(key, _)| key == field.key))
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
    let inputs = Inputs::read(&fields, &raw, Ask::All).map_err(wrong)?;
    let advice = inputs.advice(&fields);
    let project = saved.map(|(_, project)| project.name);
    let (generated, report) = vendor::generate(kind, &inputs, project, &mut env).map_err(wrong)?;

    for problem in advice {
        output.say(Severity::Warning, &[format!("{}: {}", problem.key, output.words(&problem.message))]);
    }
    if output.json {
        output::object(&to_json(kind, &generated, &report, output))?;
        return Ok(0);
    }
    for finding in &report.findings {
        let lines = [output.words(&finding.message()), output.words(&finding.remedy())];
        output.say(finding.severity, &lines);
    }
    output::line(&generated.token)?;
    for (name, text) in &generated.outputs {
        output.say(Severity::Info, &[format!("{name}: {text}")]);
    }
    Ok(0)
}

fn wrong(problems: Vec<Problem>) -> Stop {
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

/// Whether a project fits a kind.
pub(super) fn of_vendor(project: &Project, kind: &'static dyn Kind) -> Result<(), Stop> {
    let vendor = kind.vendor();
    if project.vendor == vendor.id {
        return Ok(());
    }
    let message = Message::new("cli-project-of-other").with("project", &project.name);
    let message = message.with("vendor", &project.vendor).with("kind", kind.spec().id);
    Err(Failure::usage(message).into())
}

fn to_json(kind: &'static dyn Kind, generated: &Generated, report: &Report, output: &Output) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("kind", kind.spec().id.into());
    put("vendor", kind.vendor().id.into());
    put("project", json!(report.project));
    put("token", generated.token.as_str().into());
    put("fields", Value::Object(report.fields.clone()));
    for (key, value) in times_json(&report.window) {
        put(key, value);
    }
    put("findings", findings_json(&report.findings, &output.texts));
    if !generated.outputs.is_empty() {
        let outputs = generated.outputs.iter().map(|(name, text)| ((*name).to_owned(), text.as_str().into()));
        put("outputs", Value::Object(outputs.collect()));
    }
    Value::Object(object)
}
