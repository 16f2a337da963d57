//! `tokendesk projects import` and `export`: projects from files of others, and on their way to them.

use std::io;
use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::Help;
use super::args;
use super::failure::{Failure, Stop, WRONG};
use super::output::{self, Output};
use super::source::Source as At;
use crate::host::files::{self, Loaded};
use crate::host::random;
use crate::i18n::Message;
use crate::store::import::{Format, Source, Take};
use crate::store::{
    ImportAction, ImportItem, ImportPlan, SealedError, SecretPlace, Store, StoreError, passphrase,
};
use crate::token::{Problem, Severity, visible};

/// The words of `--same`.
const SAME: [(&str, Take); 3] = [("keep", Take::Usual), ("replace", Take::Replace), ("add", Take::Add)];

pub(super) fn import_command(command: Command, help: &Help, vendors: Vec<&'static str>) -> Command {
    let formats = ["auto"].into_iter().chain(Format::ALL.map(Format::as_str)).collect::<Vec<_>>();
    command
        .arg(Arg::new("file").value_name("FILE|-").required(true).help(help.text("cli-projects-file")))
        .arg(args::choice("format", "FORMAT", formats).help(help.text("cli-import-format")))
        .arg(args::choice("same", "WHAT", SAME.map(|(word, _)| word)).help(help.text("cli-import-same")))
        .arg(args::choice("vendor", "VENDOR", vendors).help(help.text("cli-import-vendor")))
        .arg(args::switch("without-secrets").help(help.text("cli-import-without")))
        .arg(args::choice("place", "PLACE", ["keychain", "vault"]).help(help.text("cli-import-place")))
        .arg(passphrase_option().help(help.text("cli-import-passphrase")))
        .arg(args::vault(help))
        .arg(args::switch("dry-run").help(help.text("cli-projects-dry")))
}

pub(super) fn export_command(command: Command, help: &Help) -> Command {
    command
        .arg(args::choice("format", "FORMAT", ["toml", "json", "csv"]).help(help.text("cli-export-format")))
        .arg(
            args::one("with-secrets", "FILE")
                .conflicts_with("format")
                .help(help.text("cli-export-with-secrets")),
        )
        .arg(passphrase_option().help(help.text("cli-export-passphrase")))
        .arg(args::one("project", "NAME").requires("with-secrets").help(help.text("cli-export-project")))
        .arg(args::vault(help))
}

fn passphrase_option() -> Arg {
    args::one("passphrase", "SOURCE")
}

/// Whether stdin is what is read, or the passphrase is on it.
pub(super) fn takes_stdin(matches: &ArgMatches) -> bool {
    ["file", "passphrase"]
        .into_iter()
        .any(|name| matches.try_get_one::<String>(name).ok().flatten().is_some_and(|value| value == "-"))
}

/// Where `--passphrase` says that it is.
fn passphrase_at(matches: &ArgMatches) -> Result<Option<At>, Stop> {
    let at = args::value(matches, "passphrase").map(At::parse).transpose();
    at.map_err(|message| wrong_passphrase(message).into())
}

fn wrong_passphrase(message: Message) -> Failure {
    Failure::inputs(vec![Problem::new("--passphrase", message)])
}

fn fetch(at: &At) -> Result<SecretString, Stop> {
    at.read().map_err(|message| {
        let failure = Failure::outside("source", Message::new("cli-source-failed"));
        failure.problem(Problem::new("--passphrase", message)).into()
    })
}

/// The passphrase of what is to be made: typed blindly on stdin it is asked for twice.
fn fetch_new(at: &At) -> Result<SecretString, Stop> {
    let passphrase = fetch(at)?;
    if matches!(at, At::Stdin) && fetch(at)?.expose_secret() != passphrase.expose_secret() {
        return Err(StoreError::from(SealedError::Differ).into());
    }
    Ok(passphrase)
}

pub(super) fn import(store: &Store, matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let path = args::value(matches, "file").unwrap_or_default();
    let at = passphrase_at(matches)?;
    if path == "-" && matches!(at, Some(At::Stdin)) {
        return Err(wrong_passphrase(Message::new("cli-stdin-twice")).into());
    }
    let loaded = if path == "-" { Loaded::stream(io::stdin().lock()) } else { Loaded::file(Path::new(path)) };
    let loaded = loaded.map_err(|reason| {
        let message =
            Message::new("cli-import-file").with("file", path).with("reason", output.words(&reason));
        let remedy = Message::new(format!("{}.remedy", reason.id));
        Failure::outside("file", message).remedy(remedy)
    })?;
    let sealed = loaded.is_sealed();
    let loaded = match at.filter(|_| sealed) {
        Some(at) => loaded.open(&fetch(&at)?).map_err(StoreError::from)?,
        None => loaded,
    };
    let asked = args::value(matches, "format");
    let format = asked.and_then(|word| Format::ALL.into_iter().find(|format| format.as_str() == word));
    let mut plan =
        loaded.with_source(|source| store.import(&Source { format, ..*source }, &mut random::system()))?;
    decide(&mut plan, store, matches)?;
    let place = (!matches.get_flag("without-secrets")).then(|| place(matches));
    let dry = matches.get_flag("dry-run");
    let items = if dry {
        plan.items.clone()
    } else {
        store.apply(&plan, place).map_err(|error| {
            let failure = Failure::from(error);
            let keychain = failure.is_keychain();
            Stop::from(if keychain { failure.remedy(Message::new("cli-import-keychain")) } else { failure })
        })?
    };
    // What is under a passphrase is nowhere in clear.
    show(&plan, &items, (path != "-" && !sealed).then_some(path), output)?;
    Ok(if items.iter().any(|item| item.action == ImportAction::Refuse) { WRONG } else { 0 })
}

/// Where new secrets go.
fn place(matches: &ArgMatches) -> SecretPlace {
    args::value(matches, "place").and_then(|word| word.parse().ok()).unwrap_or(SecretPlace::Keychain)
}

/// What was said on the command line, for every project that it is about.
fn decide(plan: &mut ImportPlan, store: &Store, matches: &ArgMatches) -> Result<(), Stop> {
    let same =
        args::value(matches, "same").and_then(|word| SAME.into_iter().find(|(known, _)| *known == word));
    let vendor = args::value(matches, "vendor");
    for item in &mut plan.items {
        item.decision.take = same.map_or(Take::Usual, |(_, take)| take);
        if let (None, Some(vendor)) = (item.decision.reading, vendor) {
            item.decide_vendor(vendor);
        }
    }
    crate::store::import::settle(&mut plan.items, &store.projects()?);
    Ok(())
}

fn show(plan: &ImportPlan, items: &[ImportItem], clear: Option<&str>, output: &Output) -> Result<(), Stop> {
    if output.json {
        let ignored: Vec<_> = plan.ignored.iter().map(|(_, name)| name.as_str()).collect();
        let fault = |(line, message): &(usize, Message)| json!({ "line": line, "code": message.id, "text": output.words(message) });
        return output::object(&json!({
            "imported": items.iter().map(|item| item_json(item, output)).collect::<Vec<_>>(),
            "format": plan.format.as_str(),
            "ignored": ignored,
            "faults": plan.faults.iter().map(fault).collect::<Vec<_>>(),
        }));
    }
    let rows: Vec<_> = items
        .iter()
        .map(|item| [item.project.name.clone(), item.project.vendor.clone(), becomes(item, output)])
        .collect();
    for item in items {
        let problems = item.problems().iter().map(|problem| {
            let what = format!("{}: {}", problem.key, output.words(&problem.message));
            (problem.line, if problem.key.is_empty() { output.words(&problem.message) } else { what })
        });
        let open = item.open().map(|message| (item.line, output.words(&message)));
        for (line, what) in problems.chain(open) {
            let message = Message::new("import-line").with("line", line.to_string()).with("what", what);
            output.say(Severity::Warning, &[output.words(&message)]);
        }
    }
    items.iter().filter(|item| item.is_taken()).for_each(|item| output.tell_names(&item.project));
    for (line, message) in &plan.faults {
        let message =
            Message::new("import-line").with("line", line.to_string()).with("what", output.words(message));
        output.say(Severity::Warning, &[output.words(&message)]);
    }
    let taken = |item: &ImportItem| item.is_taken();
    if plan.has_secrets() {
        if let Some(path) = clear {
            let message = Message::new("import-still-text").with("file", path);
            output.say(Severity::Warning, &[output.words(&message)]);
        }
    } else if items.iter().any(taken) {
        output.say(Severity::Info, &[output.texts.get("cli-import-secrets")]);
    }
    if rows.is_empty() {
        let text = |id: &str| output.texts.get(id);
        output.say(Severity::Warning, &[text("import-nothing"), text("import-nothing.text")]);
        return Ok(());
    }
    output::line(&output::table(&rows).join("\n"))
}

fn becomes(item: &ImportItem, output: &Output) -> String {
    let message = Message::new(format!("cli-import-{}", item.action.as_str()));
    output.words(&match &item.action {
        ImportAction::Rename { from } => message.with("from", visible::one_line(from)),
        ImportAction::Replace { name } => message.with("name", visible::one_line(name)),
        ImportAction::Add | ImportAction::Skip | ImportAction::Refuse => message,
    })
}

fn item_json(item: &ImportItem, output: &Output) -> Value {
    let from = match &item.action {
        ImportAction::Rename { from } => Some(from),
        _ => None,
    };
    let mut problems: Vec<_> = item
        .problems()
        .iter()
        .map(|problem| {
            json!({
                "line": problem.line,
                "field": problem.key,
                "code": problem.message.id,
                "text": output.words(&problem.message),
            })
        })
        .collect();
    problems.extend(item.open().map(|message| {
        json!({ "line": item.line, "field": "vendor", "code": message.id, "text": output.words(&message) })
    }));
    json!({
        "name": item.project.name,
        "vendor": item.project.vendor,
        "action": item.action.as_str(),
        "from": from,
        "environment": item.project.environment.as_str(),
        "same": item.same().map(|same| &same.name),
        "secrets": item.reading().map(|reading| &reading.secrets),
        "problems": problems,
    })
}

pub(super) fn export(store: &Store, matches: &ArgMatches, output: &Output) -> Result<(), Stop> {
    if let Some(file) = args::value(matches, "with-secrets") {
        return export_sealed(store, matches, file, output);
    }
    if args::value(matches, "passphrase").is_some() {
        return Err(Failure::usage(Message::new("cli-export-alone")).into());
    }
    let text = match args::value(matches, "format") {
        Some("csv") => store.export_csv()?,
        Some("json") => store.export_json()?,
        None if output.json => store.export_json()?,
        _ => store.export()?,
    };
    if !output.json {
        let lines = |text: &str| text.lines().map(visible::one_line).collect::<Vec<_>>().join("\n");
        return output::exact(&format!("{}\n", text.trim_end()), lines);
    }
    // Through our own hands, so that nothing in it acts on a terminal.
    let value = match args::value(matches, "format") {
        Some(format @ ("csv" | "toml")) => json!({ "format": format, "text": text }),
        _ => serde_json::from_str(&text).unwrap_or_default(),
    };
    output::object(&value)
}

fn export_sealed(store: &Store, matches: &ArgMatches, file: &str, output: &Output) -> Result<(), Stop> {
    let Some(at) = passphrase_at(matches)? else {
        let failure = Failure::usage(Message::new("cli-export-no-passphrase"));
        return Err(failure.remedy(Message::new("cli-passphrase-how")).into());
    };
    let cannot = |message: Message| {
        let remedy = Message::new(format!("{}.remedy", message.id));
        Failure::outside("file", message).remedy(remedy)
    };
    let path = Path::new(file);
    // Before anybody is asked for anything.
    files::check_new(path).map_err(cannot)?;
    let only = args::value(matches, "project").map(|name| store.find(name)).transpose()?;
    let passphrase = fetch_new(&at)?;
    let sealed = store.export_sealed(only.as_ref().map(|project| &project.id), &passphrase)?;
    files::write_new(path, &sealed.bytes).map_err(cannot)?;
    if passphrase::is_weak(passphrase.expose_secret()) {
        output.say(Severity::Warning, &[output.texts.get("export-weak")]);
    }
    if !sealed.without.is_empty() {
        let names: Vec<_> = sealed.without.iter().map(|name| visible::one_line(name)).collect();
        let message = Message::new("export-without").with("projects", names.join(", "));
        output.say(Severity::Warning, &[output.words(&message)]);
    }
    if output.json {
        return output::object(&json!({
            "exported": file,
            "projects": sealed.projects,
            "secrets": sealed.secrets,
            "without": sealed.without,
        }));
    }
    let message = Message::new("export-sealed-done")
        .with("projects", sealed.projects.to_string())
        .with("secrets", sealed.secrets.to_string())
        .with("file", file);
    output::line(&visible::escape(&output.words(&message)))
}
