//! `tokendesk generate KIND`: makes a token. Text output is the bare token, fit for a pipe, or code that uses it.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::args;
use super::failure::{Failure, Stop};
use super::inputs::{self, Gathered, What};
use super::output::{self, Output};
use super::{Help, Verb, kinds};
use crate::host::random;
use crate::i18n::Message;
use crate::token::report::{findings_json, times_json};
use crate::token::{Env, Inputs, Report, Severity};
use crate::vendor::{self, Generated, Kind, Known, Snippet};

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
        .arg(args::vault(help))
        .arg(args::at(help))
        .arg(args::one("snippet", "ID").help(help.text("cli-generate-snippet")))
        .arg(args::output(help))
        .after_help(fields)
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let kind = args::kind(args::value(matches, "kind").unwrap_or_default())?;
    let snippet = args::value(matches, "snippet").map(|id| find(kind, id)).transpose()?;
    let mut random = random::system();
    let mut problems = Vec::new();
    let now = args::now(matches, &mut problems);
    let mut env = Env { now, random: &mut random };
    if !kind.spec().generates {
        // It says itself why not.
        let problems = kind.generate(&Inputs::default(), &mut env).err().unwrap_or_default();
        return Err(Failure::inputs(problems).into());
    }
    let check = |inputs: &Inputs| kind.check(inputs, now);
    let fields = kind.fields();
    let what = What { id: kind.spec().id, vendor: kind.vendor(), fields: &fields, check: &check };
    let Gathered { inputs, project } = inputs::gather(matches, &what, problems)?;
    let advice = inputs.advice(&fields);
    let (generated, report) = vendor::generate(kind, &inputs, project, &mut env).map_err(inputs::wrong)?;

    let code = snippet.map(|snippet| {
        let given = |key: &str| inputs.text(key).map(ToOwned::to_owned);
        (snippet.id, snippet.fill(kind, Known { report: &report, given: &given }))
    });
    for problem in advice {
        output.say(Severity::Warning, &[format!("{}: {}", problem.key, output.words(&problem.message))]);
    }
    if output.json {
        let code = code.as_ref().map(|(id, filled)| (*id, filled.code.as_str()));
        output::object(&to_json(kind, &generated, code, &report, output))?;
        return Ok(0);
    }
    for finding in &report.findings {
        let lines = [output.words(&finding.message()), output.words(&finding.remedy())];
        output.say(finding.severity, &lines);
    }
    if let Some((_, filled)) = code {
        if !filled.missing.is_empty() {
            let message = Message::new("cli-snippet-missing").with("keys", filled.missing.join(", "));
            output.say(Severity::Warning, &[output.words(&message)]);
        }
        output::line(filled.code.trim_end())?;
        return Ok(0);
    }
    output::line(&generated.token)?;
    for (name, text) in &generated.outputs {
        output.say(Severity::Info, &[format!("{name}: {text}")]);
    }
    Ok(0)
}

/// The snippet of this id.
fn find(kind: &'static dyn Kind, id: &str) -> Result<&'static Snippet, Stop> {
    let spec = kind.spec();
    spec.snippets.iter().find(|snippet| snippet.id == id).ok_or_else(|| {
        let ids: Vec<_> = spec.snippets.iter().map(|snippet| snippet.id).collect();
        let id = if ids.is_empty() { "cli-no-snippet-none" } else { "cli-no-snippet" };
        Failure::usage(Message::new(id).with("kind", spec.id).with("expected", ids.join(", "))).into()
    })
}

fn to_json(
    kind: &'static dyn Kind,
    generated: &Generated,
    code: Option<(&'static str, &str)>,
    report: &Report,
    output: &Output,
) -> Value {
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
    let outputs = generated.outputs.iter().map(|(name, text)| (*name, text.as_str())).chain(code);
    let outputs: Map<String, Value> = outputs.map(|(name, text)| (name.to_owned(), text.into())).collect();
    if !outputs.is_empty() {
        put("outputs", Value::Object(outputs));
    }
    Value::Object(object)
}
