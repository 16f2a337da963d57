//! `tokendesk call CALL`: a vendor's request, shown, written for curl or a program, or sent.
//!
//! Text output to stdout is fit for a pipe: the request, the text in a language, or what the answer brought. Nothing is
//! sent without `--send`.

use std::sync::atomic::AtomicBool;

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::failure::{Failure, Stop};
use super::inputs::{self, Gathered, What};
use super::output::{self, Output};
use super::{Help, Verb, args, kinds};
use crate::call::quota::{Leave, Quota};
use crate::call::render::{self, Language};
use crate::call::send::{self, Waiting};
use crate::call::{self, Answer, CALLS, Call, Ends, Gain, Outcome, Request};
use crate::host::{clock, random};
use crate::i18n::{self, Message, Texts};
use crate::store::{FileError, Folders, StoreError, sent};
use crate::token::{Env, Inputs, Problem, Severity, Time, visible};

pub(super) const VERB: Verb = Verb { name: "call", command, run };

fn command(command: Command, help: &Help) -> Command {
    let after = match (&help.texts, help.call) {
        (Some(texts), Some(call)) => describe(call, texts).join("\n"),
        _ => help.text("cli-call-after"),
    };
    let languages = Language::ALL.map(Language::name);
    command
        .arg(Arg::new("call").value_name("CALL").help(help.text("cli-call-call")))
        .arg(args::field(help))
        .arg(args::secret(help))
        .arg(args::project(help))
        .arg(args::vault(help))
        .arg(args::choice("as", "LANGUAGE", languages).conflicts_with("send").help(help.text("cli-call-as")))
        .arg(args::switch("send").help(help.text("cli-call-send")))
        .arg(args::one("base-url", "URL").help(help.text("cli-call-base-url")))
        .arg(args::switch("force").requires("send").help(help.text("cli-call-force")))
        .arg(args::at(help))
        .arg(args::output(help))
        .after_help(after)
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let Some(id) = args::value(matches, "call") else { return list(matches, output) };
    let call = find(id)?;
    let mut problems = Vec::new();
    let now = args::now(matches, &mut problems);
    let base_url = args::value(matches, "base-url");
    if let Some(Err(message)) = base_url.map(call::parse_base_url) {
        problems.push(Problem::new("--base-url", message));
    }
    let fields = call.fields();
    let check = |inputs: &Inputs| call.check(inputs, now);
    let what = What { id: call.spec().id, vendor: call.vendor(), fields: &fields, check: &check };
    let Gathered { inputs, project } = inputs::gather(matches, &what, problems)?;
    let mut random = random::system();
    let mut env = Env { now, random: &mut random };
    let request = call::prepare(call, &inputs, &mut env, base_url).map_err(inputs::wrong)?;

    for problem in inputs.advice(&fields).into_iter().chain(call.advice(&inputs)) {
        output.say(Severity::Warning, &[format!("{}: {}", problem.key, output.words(&problem.message))]);
    }
    let mut object = Map::new();
    object.insert("call".to_owned(), call.spec().id.into());
    object.insert("vendor".to_owned(), call.vendor().id.into());
    object.insert("project".to_owned(), json!(project));
    object.insert("request".to_owned(), request.to_json());
    object.insert("good_until".to_owned(), request.good_until.map_or(Value::Null, Time::to_json));
    if matches.get_flag("send") {
        return send(matches, output, &Prepared { call, inputs, request, now }, object);
    }

    let language = args::value(matches, "as").and_then(Language::from_name);
    let text = language.map(|language| render::render(&request, language));
    if output.json {
        if let Some(text) = text {
            object.insert("text".to_owned(), text.into());
        }
        output::object(&Value::Object(object))?;
        return Ok(0);
    }
    match text {
        Some(text) if language == Some(Language::Http) => output::exact(&text, shown)?,
        Some(text) => output::line(text.trim_end())?,
        None => output::line(&shown(&render::http(&request)))?,
    }
    if let Some(words) = validity(&request, now) {
        output.say(Severity::Info, &[output.words(&words)]);
    }
    Ok(0)
}

/// The bytes of HTTP as lines to be looked at.
fn shown(http: &str) -> String {
    let (head, body) = http.split_once("\r\n\r\n").unwrap_or((http, ""));
    let mut lines: Vec<_> = head.split("\r\n").map(visible::one_line).collect();
    if !body.is_empty() {
        lines.push(String::new());
        lines.extend(body.split("\r\n").map(visible::one_line));
    }
    lines.join("\n")
}

fn validity(request: &Request, now: Time) -> Option<Message> {
    let (end, left) = (request.good_until?, request.remaining(now)?);
    if left <= 0 {
        return Some(Message::new("cli-call-old").with("end", end));
    }
    let seconds = left / 1000;
    let left = format!("{}:{:02}", seconds / 60, seconds % 60);
    Some(Message::new("cli-call-valid").with("left", left).with("end", end))
}

/// What is to be sent.
struct Prepared {
    call: &'static dyn Call,
    inputs: Inputs,
    request: Request,
    now: Time,
}

fn send(
    matches: &ArgMatches,
    output: &Output,
    prepared: &Prepared,
    mut object: Map<String, Value>,
) -> Result<u8, Stop> {
    let Prepared { call, inputs, request, now } = prepared;
    if let Some(quota) = &call.spec().quota {
        ask_leave(*call, quota, inputs, matches.get_flag("force"), output)?;
    }
    let waiting = Waiting { patience: send::PATIENCE, cancelled: &AtomicBool::new(false) };
    let answer = send::send(request, waiting).map_err(|error| {
        let failure = Failure::outside("network", error.message()).remedy(error.remedy());
        Stop::from(failure)
    })?;
    // The clock of the run, if it was set; else that of this moment, when the answer is there.
    let answered = if args::value(matches, "at").is_some() { *now } else { Time::from_millis(clock::now()) };
    let outcome = call.read(&answer, inputs, answered);
    let code = if outcome.ok { 0 } else { super::failure::OUTSIDE };
    if output.json {
        let body = answer.text();
        object.insert("answer".to_owned(), json!({ "status": answer.status, "body": body }));
        for (key, value) in outcome.to_json(&output.texts) {
            object.insert(key.to_owned(), value);
        }
        output::object(&Value::Object(object))?;
        return Ok(code);
    }
    tell(&answer, &outcome, output)?;
    Ok(code)
}

/// What was gained goes to stdout, everything else beside it.
fn tell(answer: &Answer, outcome: &Outcome, output: &Output) -> Result<(), Stop> {
    let status = Message::new("cli-call-answer").with("status", answer.status.to_string());
    output.say(Severity::Info, &[output.words(&status)]);
    for finding in &outcome.findings {
        let lines = [output.words(&finding.message()), output.words(&finding.remedy())];
        output.say(finding.severity, &lines);
    }
    for gain in &outcome.gains {
        match gain {
            Gain::Field { value, .. } => output::line(&visible::escape(value))?,
            Gain::Token { name, text, ends, extended, .. } => {
                let (id, end) = match ends {
                    Ends::At(end) if *extended => ("cli-call-gain-extended", i18n::Arg::from(*end)),
                    Ends::At(end) => ("cli-call-gain", i18n::Arg::from(*end)),
                    Ends::Never => ("cli-call-gain-never", i18n::Arg::from("")),
                    Ends::Unknown => ("cli-call-gain-unknown", i18n::Arg::from("")),
                };
                let words = Message::new(id).with("name", *name).with("end", end);
                output.say(Severity::Info, &[output.words(&words)]);
                output::line(&visible::escape(text))?;
            }
        }
    }
    Ok(())
}

/// Counts a call that the vendor limits, and stops before it would lock the account.
fn ask_leave(
    call: &'static dyn Call,
    quota: &Quota,
    inputs: &Inputs,
    force: bool,
    output: &Output,
) -> Result<(), Stop> {
    let owner = inputs.text_or_empty(call.vendor().owner_key);
    // The vendor counts by its own clock, so `--at` does not matter here.
    let now = Time::from_millis(clock::now());
    let with_numbers = |message: Message| {
        let message = message.with("most", quota.most.to_string());
        let message = message.with("within", i18n::Arg::Span(quota.within));
        message.with("locks", i18n::Arg::Span(quota.locks_for))
    };
    let leave = Folders::discover()
        .and_then(|folders| sent::take(&folders, call.spec().id, owner, quota, now, force));
    match leave {
        Ok(Leave::Free { .. }) => Ok(()),
        Ok(Leave::Near { count }) => {
            let message = with_numbers(Message::new("cli-call-near")).with("count", count.to_string());
            output.say(Severity::Warning, &[output.words(&message)]);
            Ok(())
        }
        Ok(Leave::Full { free_at }) => {
            let message = with_numbers(Message::new("cli-call-full")).with("free", free_at);
            let remedy = Message { id: "cli-call-full.remedy".into(), args: message.args.clone() };
            Err(Failure::outside("quota", message).remedy(remedy).into())
        }
        // Whoever forces it knows the risk of not being counted.
        Err(error) if force => {
            output.say(Severity::Warning, &[output.words(&FileError::message(&error))]);
            Ok(())
        }
        Err(error) => Err(StoreError::from(error).into()),
    }
}

/// The call of this id.
fn find(id: &str) -> Result<&'static dyn Call, Stop> {
    call::call(id).ok_or_else(|| {
        let ids: Vec<_> = CALLS.iter().map(|call| call.spec().id).collect();
        let message = if args::is_name(id) {
            Message::new("cli-no-call").with("given", id)
        } else {
            Message::new("cli-no-call-unnamed")
        };
        Failure::usage(message.with("expected", ids.join(", "))).into()
    })
}

/// Every call, with its fields.
fn list(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let others = ["field", "secret", "project", "as", "base-url", "at"];
    if matches.get_flag("send") || others.iter().any(|name| matches.contains_id(name)) {
        return Err(Failure::usage(Message::new("cli-missing").with("arguments", "<CALL>")).into());
    }
    if output.json {
        let calls: Vec<_> = CALLS.iter().map(|call| to_json(*call, &output.texts)).collect();
        output::object(&json!({ "calls": calls }))?;
    } else {
        let calls: Vec<_> = CALLS.iter().map(|call| describe(*call, &output.texts).join("\n")).collect();
        output::line(&calls.join("\n\n\n"))?;
    }
    Ok(0)
}

/// Everything about a call, as lines.
fn describe(call: &'static dyn Call, texts: &Texts) -> Vec<String> {
    let spec = call.spec();
    let text_id = call.text_id();
    let base = Message::new("cli-call-base").with("url", spec.base_url);
    let mut lines = vec![
        format!("{} {} ({})", call.vendor().name, texts.get(&text_id), spec.id),
        texts.get(&format!("{text_id}.about")),
        spec.link.to_owned(),
        texts.format(&base),
    ];
    lines.extend(kinds::describe_fields(&call.fields(), texts));
    if let Some(quota) = &spec.quota {
        let message = Message::new("cli-call-quota").with("most", quota.most.to_string());
        let message = message.with("within", i18n::Arg::Span(quota.within));
        let message = message.with("locks", i18n::Arg::Span(quota.locks_for));
        lines.extend([String::new(), texts.get("cli-limits"), format!("  {}", texts.format(&message))]);
    }
    let example = format!("  tokendesk call {}{}", spec.id, kinds::needed(&call.fields()));
    lines.extend([String::new(), texts.get("cli-example"), example]);
    lines
}

fn to_json(call: &'static dyn Call, texts: &Texts) -> Value {
    let spec = call.spec();
    let text_id = call.text_id();
    let quota = spec.quota.as_ref().map(|quota| {
        json!({
            "most": quota.most,
            "within_s": quota.within / 1000,
            "warn_from": quota.warn_from,
            "locks_for_s": quota.locks_for / 1000,
        })
    });
    json!({
        "call": spec.id,
        "vendor": call.vendor().id,
        "name": texts.get(&text_id),
        "about": texts.get(&format!("{text_id}.about")),
        "since": spec.since,
        "link": spec.link,
        "base_url": spec.base_url,
        "fields": call.fields().into_iter().map(|field| kinds::field_json(field, texts)).collect::<Vec<_>>(),
        "quota": quota,
    })
}
