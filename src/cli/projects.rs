//! `tokendesk projects …`: saved sets of credentials. Their secrets go into the keychain and are never shown.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use super::args::{self, Given};
use super::backups;
use super::failure::{Failure, Stop};
use super::output::{self, Output};
use super::{Help, Verb, dressed, transfer};
use crate::host::random;
use crate::i18n::Message;
use crate::store::{Draft, Environment, Project, SecretPlace, Store};
use crate::token::input::Ask;
use crate::token::{Field, Inputs, Problem, Raw, Severity, visible};
use crate::vendor::{self, VENDORS, Vendor};

pub(super) const VERB: Verb = Verb { name: "projects", command, run };

fn command(command: Command, help: &Help) -> Command {
    let named = |id: &str| Arg::new("project").value_name("NAME").required(true).help(help.text(id));
    let vendor = args::choice("vendor", "VENDOR", vendors()).help(help.text("cli-projects-vendor"));
    let name = args::one("name", "NAME").help(help.text("cli-projects-name"));
    let environment = args::choice("environment", "ENV", Environment::ALL.map(Environment::as_str))
        .help(help.text("cli-projects-environment"));
    let group = args::one("group", "GROUP").help(help.text("cli-projects-group"));
    let place = args::choice("place", "PLACE", SecretPlace::ALL.map(SecretPlace::as_str))
        .help(help.text("cli-projects-place"));
    let verb = |name: &'static str| Command::new(name).about(help.text(&format!("cli-do-{name}")));
    let list = verb("list").args([vendor.clone(), environment.clone(), group.clone()]);
    let show = verb("show").arg(named("cli-projects-which"));
    let add = verb("add")
        .args([
            vendor.clone().required(true),
            name.clone().required(true),
            environment.clone(),
            group.clone(),
        ])
        .args([args::field(help), args::secret(help), place.clone(), args::vault(help)])
        .arg(args::switch("without-secrets").help(help.text("cli-projects-without")));
    let set = verb("set")
        .args([named("cli-projects-which"), name, environment, group])
        .args([args::field(help), args::secret(help), place, args::vault(help)])
        .arg(args::many("forget", "KEY").help(help.text("cli-projects-forget")));
    let remove = verb("remove")
        .arg(named("cli-projects-which"))
        .arg(args::switch("yes").help(help.text("cli-projects-yes")))
        .arg(args::vault(help))
        .arg(args::switch("leave-secrets").help(help.text("cli-projects-leave")));
    let import = transfer::import_command(verb("import"), help, vendors());
    let export = transfer::export_command(verb("export"), help);
    let backups = verb("backups");
    let restore = backups::arguments(verb("restore"), help);
    let parts = [list, show, add, set, remove, import, export, backups, restore];
    parts
        .into_iter()
        .fold(command.subcommand_required(true).disable_help_subcommand(true), |command, part| {
            command.subcommand(dressed(part.arg(args::output(help)), help))
        })
        .subcommand_value_name("DO")
        .subcommand_help_heading(help.text("cli-verbs"))
        .after_help(help.text("cli-projects-after"))
}

fn vendors() -> Vec<&'static str> {
    VENDORS.iter().filter(|vendor| vendor.has_projects()).map(|vendor| vendor.id).collect()
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let within = matches.subcommand().map_or(matches, |(_, matches)| matches);
    let store = args::store(within, transfer::takes_stdin(within))?;
    match matches.subcommand() {
        Some(("list", matches)) => list(&store, matches, output),
        Some(("show", matches)) => show(&store.find(which(matches))?, output),
        Some(("add", matches)) => add(&store, matches, output),
        Some(("set", matches)) => set(&store, matches, output),
        Some(("remove", matches)) => remove(&store, matches, output),
        Some(("import", matches)) => return transfer::import(&store, matches, output),
        Some(("export", matches)) => transfer::export(&store, matches, output),
        Some(("backups", _)) => backups::list(&store, output),
        Some(("restore", matches)) => backups::restore(&store, matches, output),
        _ => Err(Failure::usage(Message::new("cli-no-verb")).into()),
    }?;
    Ok(0)
}

fn which(matches: &ArgMatches) -> &str {
    args::value(matches, "project").unwrap_or_default()
}

fn list(store: &Store, matches: &ArgMatches, output: &Output) -> Result<(), Stop> {
    let asked =
        |name, value: Option<&str>| args::value(matches, name).is_none_or(|asked| value == Some(asked));
    let mut projects = store.projects()?;
    projects.retain(|project| {
        asked("vendor", Some(&project.vendor))
            && asked("environment", Some(project.environment.as_str()))
            && asked("group", project.group.as_deref())
    });
    if output.json {
        return output::object(&json!({ "projects": projects.iter().map(to_json).collect::<Vec<_>>() }));
    }
    if projects.is_empty() {
        output.say(
            Severity::Info,
            &[output.texts.get("cli-projects-none"), output.texts.get("cli-projects-none.remedy")],
        );
        return Ok(());
    }
    let row = |project: &Project| {
        let credentials: Vec<_> =
            project.credentials.iter().map(|(key, value)| format!("{key}={value}")).collect();
        [
            project.name.clone(),
            project.vendor.clone(),
            project.environment.to_string(),
            project.group.clone().unwrap_or_default(),
            credentials.join(" "),
        ]
    };
    output::line(&output::table(&projects.iter().map(row).collect::<Vec<_>>()).join("\n"))
}

fn to_json(project: &Project) -> Value {
    json!({
        "id": project.id.as_str(),
        "name": project.name,
        "vendor": project.vendor,
        "environment": project.environment.as_str(),
        "group": project.group,
        "credentials": project.credentials,
        "secrets": project.secrets,
        "place": project.place.as_str(),
        "references": references(project),
    })
}

/// Where each secret is, as it is typed.
fn references(project: &Project) -> Value {
    project.references.iter().map(|(key, reference)| (key.clone(), json!(reference.to_string()))).collect()
}

fn show(project: &Project, output: &Output) -> Result<(), Stop> {
    if output.json {
        return output::object(&to_json(project));
    }
    let texts = &output.texts;
    let row = |id: &str, value: &str| [texts.get(id), value.to_owned()];
    let mut rows = vec![
        row("cli-row-name", &project.name),
        row("cli-row-id", project.id.as_str()),
        row("cli-row-vendor", &project.vendor),
        row("cli-row-environment", project.environment.as_str()),
    ];
    rows.extend(project.group.iter().map(|group| row("cli-row-group", group)));
    rows.extend(project.credentials.iter().map(|(key, value)| [key.clone(), value.clone()]));
    let kept = |key: &String| match project.place {
        SecretPlace::Keychain => texts.get("cli-kept-keychain"),
        SecretPlace::Vault => texts.get("cli-kept-vault"),
        SecretPlace::External => project.references.get(key).map(ToString::to_string).unwrap_or_default(),
        SecretPlace::ThisRun => texts.get("cli-kept-this-run"),
    };
    rows.extend(project.secrets.iter().map(|key| [key.clone(), kept(key)]));
    let fields = vendor::vendor(&project.vendor).map(|vendor| vendor.credentials).unwrap_or_default();
    let absent = fields.iter().filter(|field| field.is_secret() && !project.secrets.contains(field.key));
    rows.extend(absent.map(|field| row_absent(field, output)));
    output::line(&output::table(&rows).join("\n"))
}

fn row_absent(field: &Field, output: &Output) -> [String; 2] {
    [field.key.to_owned(), output.texts.get("cli-kept-nowhere")]
}

fn add(store: &Store, matches: &ArgMatches, output: &Output) -> Result<(), Stop> {
    let vendor = vendor_of(args::value(matches, "vendor").unwrap_or_default())?;
    let fields: Vec<_> = vendor.credentials.iter().collect();
    let mut problems = Vec::new();
    let given = Given::read(matches, &fields, false, &mut problems);
    let without = matches.get_flag("without-secrets");
    let plain = checked(&fields, &given.plain, &mut problems);
    let optional = |field: &&&Field| without || !given.needs(field);
    let missing = fields.iter().filter(|field| field.is_secret() && !optional(field));
    let missing: Vec<_> = missing
        .filter(|field| !problems.iter().any(|problem| problem.key == field.key))
        .map(|field| Problem::new(field.key, Message::new("problem-missing")))
        .collect();
    problems.extend(missing);
    if !problems.is_empty() {
        return Err(Failure::inputs(problems).remedy(Message::new("cli-add-how")).into());
    }
    let mut draft = Draft {
        name: args::value(matches, "name").unwrap_or_default().to_owned(),
        vendor: vendor.id.to_owned(),
        ..Draft::default()
    };
    put_tags(&mut draft, matches);
    put_credentials(&mut draft, &fields, &plain);
    draft.place = place(matches).unwrap_or_default();
    let secrets = secrets_or_references(&mut draft, &fields, &given, output)?;
    let project =
        store.add(draft, &secrets, &mut random::system()).map_err(|error| keychain(error.into()))?;
    done("cli-projects-added", &project, output)
}

fn set(store: &Store, matches: &ArgMatches, output: &Output) -> Result<(), Stop> {
    let project = store.find(which(matches))?;
    let vendor = vendor_of(&project.vendor)?;
    let fields: Vec<_> = vendor.credentials.iter().collect();
    let mut problems = Vec::new();
    let given = Given::read(matches, &fields, false, &mut problems);
    let mut draft = Draft { demo: false, ..project.draft() };
    // What is there must be right together with what is new.
    let mut together: Vec<_> = project.credentials.clone().into_iter().collect();
    together.retain(|(key, _)| fields.iter().any(|field| field.key == key));
    together.extend(given.plain.iter().cloned());
    let plain = checked(&fields, &together, &mut problems);
    let forget: Vec<String> = matches.get_many::<String>("forget").into_iter().flatten().cloned().collect();
    for key in &forget {
        match fields.iter().find(|field| field.key == key) {
            Some(field) if field.is_secret() => {}
            Some(_) => problems.push(Problem::new(key, Message::new("problem-not-secret"))),
            None => {
                let key = if args::is_name(key) { key } else { "--forget" };
                let secret: Vec<_> =
                    fields.iter().filter(|field| field.is_secret()).map(|field| field.key).collect();
                let message = Message::new("problem-unknown-field").with("expected", secret.join(", "));
                problems.push(Problem::new(key, message));
            }
        }
    }
    if !problems.is_empty() {
        return Err(Failure::inputs(problems).into());
    }
    if let Some(name) = args::value(matches, "name") {
        name.clone_into(&mut draft.name);
    }
    put_tags(&mut draft, matches);
    put_credentials(&mut draft, &fields, &plain);
    if let Some(place) = place(matches) {
        draft.place = place;
    } else if given.has_sources() && draft.place == SecretPlace::ThisRun {
        // What is given here is to be there tomorrow, whatever the window was told to do with it.
        draft.place = SecretPlace::Keychain;
    }
    let secrets = secrets_or_references(&mut draft, &fields, &given, output)?;
    let project = store.change(&project, draft, &secrets, &forget).map_err(|error| keychain(error.into()))?;
    done("cli-projects-changed", &project, output)
}

/// A failure of the keychain while saving: nothing has changed, and there is a way without.
fn keychain(failure: Failure) -> Stop {
    if failure.is_keychain() {
        failure.remedy(Message::new("cli-keychain-save")).into()
    } else {
        failure.into()
    }
}

fn vendor_of(id: &str) -> Result<&'static Vendor, Stop> {
    vendor::vendor(id).ok_or_else(|| {
        let message = Message::new("cli-vendor-unknown").with("expected", vendors().join(", "));
        Failure::usage(message).into()
    })
}

/// The values in clear, checked; those that are missing are problems.
fn checked(fields: &[&'static Field], given: &[(String, String)], problems: &mut Vec<Problem>) -> Inputs {
    let raw = Raw { plain: given.to_vec(), secrets: Vec::new() };
    Inputs::read(fields, &raw, Ask::AllButSecrets).unwrap_or_else(|wrong| {
        problems.extend(wrong);
        Inputs::default()
    })
}

fn put_tags(draft: &mut Draft, matches: &ArgMatches) {
    if let Some(Ok(environment)) = args::value(matches, "environment").map(str::parse) {
        draft.environment = environment;
    }
    if let Some(group) = args::value(matches, "group") {
        draft.group = Some(group.to_owned());
    }
}

fn put_credentials(draft: &mut Draft, fields: &[&'static Field], inputs: &Inputs) {
    for field in fields.iter().filter(|field| !field.is_secret()) {
        match inputs.text(field.key) {
            Some(value) => draft.credentials.insert(field.key.to_owned(), value.to_owned()),
            None => draft.credentials.remove(field.key),
        };
    }
}

/// `--place`.
fn place(matches: &ArgMatches) -> Option<SecretPlace> {
    args::value(matches, "place")?.parse().ok()
}

/// The secrets from their sources; or, where they stay where they are, the sources as what the project keeps.
fn secrets_or_references(
    draft: &mut Draft,
    fields: &[&'static Field],
    given: &Given,
    output: &Output,
) -> Result<Vec<(String, secrecy::SecretString)>, Stop> {
    if draft.place != SecretPlace::External {
        return secrets(fields, given, output);
    }
    draft.references.extend(given.references().map_err(Failure::inputs)?);
    Ok(Vec::new())
}

/// The secrets from their sources, checked and advised on.
fn secrets(
    fields: &[&'static Field],
    given: &Given,
    output: &Output,
) -> Result<Vec<(String, secrecy::SecretString)>, Stop> {
    let raw = Raw { plain: Vec::new(), secrets: given.secrets()? };
    let inputs = Inputs::read(fields, &raw, Ask::Given).map_err(Failure::inputs)?;
    for problem in inputs.advice(fields) {
        output.say(Severity::Warning, &[format!("{}: {}", problem.key, output.words(&problem.message))]);
    }
    let checked =
        fields.iter().filter_map(|field| Some((field.key.to_owned(), inputs.secret(field.key)?.clone())));
    Ok(checked.collect())
}

fn done(id: &'static str, project: &Project, output: &Output) -> Result<(), Stop> {
    output.tell_names(project);
    if output.json {
        return output::object(&to_json(project));
    }
    output::line(&visible::escape(&output.words(&Message::new(id).with("project", &project.name))))
}

fn remove(store: &Store, matches: &ArgMatches, output: &Output) -> Result<(), Stop> {
    let project = store.find(which(matches))?;
    if !matches.get_flag("yes") && !confirmed(&project, output)? {
        return Err(Failure::usage(Message::new("cli-projects-kept")).into());
    }
    let left = if matches.get_flag("leave-secrets") {
        store.remove_leaving_secrets(&project.id)?
    } else {
        store.remove(&project.id).map_err(|error| {
            let failure = Failure::from(error);
            let keychain = failure.is_keychain();
            Stop::from(if keychain { failure.remedy(Message::new("cli-keychain-remove")) } else { failure })
        })?;
        Vec::new()
    };
    if output.json {
        return output::object(&json!({ "removed": to_json(&project), "left_over": left }));
    }
    if !left.is_empty() {
        let message = Message::new("cli-projects-left").with("entries", left.join(", "));
        output.say(Severity::Warning, &[output.words(&message)]);
    }
    let message = Message::new("cli-projects-removed").with("project", &project.name);
    output::line(&visible::escape(&output.words(&message)))
}

/// Asks on the terminal. Where there is none, nobody can answer.
fn confirmed(project: &Project, output: &Output) -> Result<bool, Stop> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(Message::new("cli-projects-ask")).into());
    }
    let message = Message::new("cli-projects-sure").with("project", &project.name);
    let question = output.words(&message.with("environment", project.environment.as_str()));
    let mut err = io::stderr().lock();
    err.write_all(visible::escape(&question).as_bytes())
        .and_then(|()| err.write_all(b" "))
        .unwrap_or_default();
    let mut answer = String::new();
    io::stdin().lock().take(64).read_line(&mut answer).map(drop).unwrap_or_default();
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "Yes"))
}
