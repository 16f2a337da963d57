//! `tokendesk inspect [TOKEN|-|@FILE]`: takes a token apart and judges it.
//!
//! Input is read up to the longest text that is looked at and no further, whatever comes behind it.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, IsTerminal as _, Read as _};

use clap::{Arg, ArgMatches, Command};

use super::args::{self, Given};
use super::failure::{Failure, Stop};
use super::output::{self, Output};
use super::{Help, Verb, inputs};
use crate::i18n::Message;
use crate::store::{Checks, Project, Store, StoreError};
use crate::token::input::Ask;
use crate::token::report::kind_text_id;
use crate::token::{
    Context, Finding, Inputs, MAX_TEXT, Problem, Raw, Report, Severity, Signature, Time, visible,
};
use crate::vendor::{self, Kind, Pasted, Trial};

pub(super) const VERB: Verb = Verb { name: "inspect", command, run };

/// The exit code for a token that would be refused.
const REFUSED: u8 = 1;

fn command(command: Command, help: &Help) -> Command {
    let token = Arg::new("token").value_name("TOKEN|-|@FILE").value_parser(clap::value_parser!(OsString));
    command
        .arg(token.help(help.text("cli-inspect-token")))
        .arg(args::one("kind", "KIND").help(help.text("cli-inspect-kind")))
        .arg(args::field(help))
        .arg(args::secret(help))
        .arg(args::project(help))
        .arg(args::vault(help))
        .arg(args::expect(help))
        .arg(args::at(help))
        .arg(args::output(help))
        .after_help(help.text("cli-inspect-after"))
}

/// What is to be inspected.
enum Subject {
    /// Text on the command line.
    Text(String),
    /// A file's text, whole.
    File(String),
    /// Each line of stdin.
    Lines,
}

impl Subject {
    fn read(matches: &ArgMatches) -> Result<Self, Stop> {
        let Some(word) = matches.get_one::<OsString>("token") else {
            if io::stdin().is_terminal() {
                return Err(Failure::usage(Message::new("cli-inspect-nothing"))
                    .remedy(Message::new("cli-inspect-nothing.remedy"))
                    .into());
            }
            return Ok(Self::Lines);
        };
        // What is no text is no token either: that is for the report to say.
        let word = word.to_string_lossy();
        Ok(match word.strip_prefix('@') {
            _ if word == "-" => Self::Lines,
            Some(path) => Self::File(path.to_owned()),
            None => Self::Text(word.into_owned()),
        })
    }
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let mut problems = Vec::new();
    let now = args::now(matches, &mut problems);
    let kind = args::value(matches, "kind").map(args::kind).transpose()?;
    let subject = Subject::read(matches)?;
    let fields = match kind {
        Some(kind) => kind.fields(),
        None => args::fields_of(vendor::kinds()),
    };
    let given = Given::read(matches, &fields, matches!(subject, Subject::Lines), &mut problems);
    let expect = args::pairs(matches, "expect", "--expect", &mut problems);
    problems.extend(given.plain.iter().filter_map(|(key, value)| wrong_everywhere(kind, key, value)));
    if !problems.is_empty() {
        return Err(Failure::inputs(problems).into());
    }
    let store = match args::store(matches, matches!(subject, Subject::Lines)) {
        Ok(store) => Some(store),
        // Who has no home has no projects, and may not have asked for one.
        Err(stop) if given.project.is_some() || args::value(matches, "vault-passphrase").is_some() => {
            return Err(stop);
        }
        Err(_) => None,
    };
    let keys: Vec<_> = given.keys().map(ToOwned::to_owned).collect();
    let credentials = credentials(given, store.as_ref(), output)?;
    let mut bench = Bench { output, now, expect, credentials, keys };
    match subject {
        Subject::Text(text) => {
            let pasted = Pasted::read(&text, kind);
            let kind = if pasted.is_special() { None } else { bench.meant() };
            bench.one(&kind.map_or(pasted, |kind| Pasted::read(&text, Some(kind))))
        }
        Subject::File(path) => {
            let pasted = read_file(&path, kind).map_err(|error| {
                let message = Message::new("cli-file").with("file", path).with("reason", error.to_string());
                Failure::outside("file", message)
            })?;
            bench.one(&pasted)
        }
        Subject::Lines => bench.lines(kind),
    }
}

/// A value that no field of this key takes. Which kind it is for is not known before the token is.
fn wrong_everywhere(kind: Option<&'static dyn Kind>, key: &str, value: &str) -> Option<Problem> {
    // A blank value is none, or one of its own.
    if value.trim().is_empty() {
        return None;
    }
    let kinds = vendor::kinds().filter(|known| kind.is_none_or(|kind| *known == kind));
    let fields = kinds.flat_map(<dyn Kind>::fields).filter(|field| field.answers_to(key));
    let mut first = None;
    for field in fields {
        match field.check(value) {
            Ok(_) => return None,
            Err(message) => first = first.or(Some(Problem::new(key, message))),
        }
    }
    first
}

fn read_file(path: &str, kind: Option<&'static dyn Kind>) -> io::Result<Pasted> {
    let file = File::open(path)?;
    let mut bytes = Vec::new();
    (&file).take(longest() + 1).read_to_end(&mut bytes)?;
    if bytes.len() <= MAX_TEXT {
        return Ok(Pasted::read(unbroken(&String::from_utf8_lossy(&bytes)), kind));
    }
    // A device or a pipe has no length.
    let about = file.metadata()?;
    Ok(Pasted::too_long(if about.is_file() { usize::try_from(about.len()).ok() } else { None }))
}

fn longest() -> u64 {
    u64::try_from(MAX_TEXT).unwrap_or(u64::MAX)
}

/// What tokens are checked with.
enum Credentials<'a> {
    /// What the call gives, and nothing else.
    Given(Raw),
    /// One project, together with what the call gives; its secrets where they have been fetched.
    Project { store: &'a Store, project: Project, given: Raw, fetched: Option<Raw> },
    /// Each saved project in turn.
    Saved(Checks<'a>),
    /// Nothing: there are no projects.
    None,
}

/// Where tokens are judged.
struct Bench<'a> {
    output: &'a Output,
    now: Time,
    expect: Vec<(String, String)>,
    credentials: Credentials<'a>,
    /// The keys of all that was given.
    keys: Vec<String>,
}

impl Bench<'_> {
    /// Whether a kind has a field for all that was given.
    fn fits(&self, kind: &'static dyn Kind) -> bool {
        let fields = kind.fields();
        self.keys.iter().all(|key| args::known(&fields, key).is_some())
    }

    /// The kind that one text was meant to be by what was given for it, where the text itself does not say: the first
    /// that has a field for all of it, if no other vendor has one.
    fn meant(&self) -> Option<&'static dyn Kind> {
        let mut kinds = vendor::kinds().filter(|kind| !self.keys.is_empty() && self.fits(*kind));
        let first = kinds.next()?;
        kinds.all(|other| other.vendor().id == first.vendor().id).then_some(first)
    }

    /// Inspects one text and shows everything about it.
    fn one(&mut self, pasted: &Pasted) -> Result<u8, Stop> {
        let report = self.report(pasted)?;
        let texts = &self.output.texts;
        if self.output.json {
            output::object(&report.to_json(texts))?;
        } else {
            output::line(&report.to_text(texts, &output::strong()))?;
            if !report.candidates.is_empty() {
                let message = Message::new("cli-candidates").with("kinds", report.candidates.join(", "));
                self.output.say(Severity::Info, &[self.output.words(&message)]);
            }
        }
        Ok(code(&report))
    }

    /// Inspects each line of stdin as it comes, and answers each with a line. Empty lines are passed over.
    fn lines(&mut self, kind: Option<&'static dyn Kind>) -> Result<u8, Stop> {
        let mut worst = 0;
        let mut input = io::stdin().lock();
        let failed = |error: &io::Error| {
            let message = Message::new("cli-stdin").with("reason", error.to_string());
            Failure::outside("stdin", message)
        };
        loop {
            let mut line = Vec::new();
            let limit = longest() + 1;
            input.by_ref().take(limit).read_until(b'\n', &mut line).map_err(|error| failed(&error))?;
            if line.is_empty() {
                return Ok(worst);
            }
            let ended = line.ends_with(b"\n");
            let too_long = !ended && line.len() > MAX_TEXT;
            let pasted = if too_long {
                Pasted::too_long(None)
            } else {
                let text = String::from_utf8_lossy(&line);
                if text.trim().is_empty() {
                    continue;
                }
                Pasted::read(unbroken(&text), kind)
            };
            let report = self.report(&pasted)?;
            worst = worst.max(code(&report));
            if self.output.json {
                output::object_line(&report.to_json(&self.output.texts))?;
            } else {
                output::line(&self.summary(&report))?;
            }
            if too_long {
                skip_line(&mut input).map_err(|error| failed(&error))?;
            }
        }
    }

    /// A report in one line: verdict, kind, signature, what is wrong.
    fn summary(&self, report: &Report) -> String {
        let texts = &self.output.texts;
        let verdict = match (report.refused(), report.accepted()) {
            (true, _) => Some(Severity::Error),
            (false, None) => Some(Severity::Warning),
            (false, Some(_)) => None,
        };
        let mut words = vec![output::strong()(&texts.format(&report.headline()), verdict)];
        if let Some(kind) = report.kind {
            words.push(format!("{} ({kind})", texts.get(&kind_text_id(kind))));
            let signature = texts.format(&report.signature_message());
            let label = texts.get("answer-signature");
            words.push(format!("{label} {}", visible::escape(&signature)));
        }
        words.extend(report.expected_message().map(|message| texts.format(&message)));
        let told = report.findings.iter().filter(|finding| finding.severity != Severity::Info);
        let codes: Vec<_> = told.map(|finding| finding.code).collect();
        if !codes.is_empty() {
            words.push(codes.join(", "));
        }
        words.join(" · ")
    }

    fn report(&mut self, pasted: &Pasted) -> Result<Report, Stop> {
        let pasted = &pasted.clone().of_those(|kind| self.fits(kind));
        let known = pasted.kind.map(|kind| expected(&self.expect, kind)).unwrap_or_default();
        let inspect = |trials: &mut dyn Iterator<Item = Trial>| {
            vendor::inspect(pasted, &known, trials, &self.expect, self.now)
        };
        let Some(kind) = pasted.kind else { return Ok(inspect(&mut std::iter::empty())) };
        match &mut self.credentials {
            Credentials::None => Ok(inspect(&mut std::iter::empty())),
            Credentials::Given(given) => {
                let raw = of_kind(given, kind);
                let inputs = Inputs::read(&kind.fields(), &raw, Ask::Given).map_err(Failure::inputs)?;
                // Nothing of what was given is for this kind: nothing to try.
                let fits = !(raw.plain.is_empty() && raw.secrets.is_empty());
                if !fits {
                    let message = Message::new("cli-nothing-fits").with("kind", kind.spec().id);
                    self.output.say(Severity::Warning, &[self.output.words(&message)]);
                }
                Ok(inspect(&mut fits.then_some(Trial { project: None, inputs }).into_iter()))
            }
            Credentials::Project { store, project, given, fetched } => {
                if project.vendor != kind.vendor().id {
                    return Ok(of_other_vendor(inspect(&mut std::iter::empty()), project));
                }
                let mut raw = project.public();
                let is_given = |key: &String| given.secrets.iter().any(|(known, _)| known == key);
                let bare = kind.decode(&pasted.text, &Inputs::default());
                if bare.signature == Signature::Unchecked && !project.secrets.iter().all(is_given) {
                    // It was asked for by name, so it must be had.
                    let all = match fetched.take() {
                        Some(all) => all,
                        None => {
                            store.credentials_of(project).map_err(|error| inputs::keychain(error.into()))?
                        }
                    };
                    raw.secrets.extend(all.secrets.iter().cloned());
                    *fetched = Some(all);
                }
                raw.plain.extend(given.plain.iter().cloned());
                raw.secrets.extend(given.secrets.iter().cloned());
                let raw = of_kind(&raw, kind);
                let inputs = Inputs::read(&kind.fields(), &raw, Ask::Given).map_err(Failure::inputs)?;
                let trial = Trial { project: Some(project.name.clone()), inputs };
                let report = inspect(&mut Some(trial).into_iter());
                let claimed = pasted.owner();
                Ok(of_other_project(report, project, claimed.as_deref(), store))
            }
            Credentials::Saved(checks) => {
                let report = inspect(&mut checks.trials(pasted));
                let failure = checks.take_failure();
                if let Some(error) = failure {
                    note(error, self.output);
                }
                Ok(report)
            }
        }
    }
}

/// What to check with, by what the call gives. Fetches the secrets that it names, and no other.
fn credentials<'a>(given: Given, store: Option<&'a Store>, output: &Output) -> Result<Credentials<'a>, Stop> {
    let alone = given.is_empty();
    match (&given.project, store) {
        (Some(name), Some(store)) => {
            let project = store.find(name)?;
            let given = Raw { secrets: given.secrets()?, plain: given.plain };
            Ok(Credentials::Project { store, project, given, fetched: None })
        }
        (None, Some(store)) if alone => Ok(match store.checks() {
            Ok(checks) => Credentials::Saved(checks),
            Err(error) => {
                note(error, output);
                Credentials::None
            }
        }),
        _ => Ok(Credentials::Given(Raw { secrets: given.secrets()?, plain: given.plain })),
    }
}

/// Says which saved project a token names, where it is not the one that it was checked with. Names prove nothing: only
/// a token that does not fit is spoken of.
fn of_other_project(mut report: Report, project: &Project, claimed: Option<&str>, store: &Store) -> Report {
    let key = vendor::vendor(&project.vendor).map_or("", |vendor| vendor.owner_key);
    let owner = |project: &Project| project.credentials.get(key).cloned();
    let foreign = claimed.is_some() && owner(project).as_deref() != claimed;
    if !foreign || report.signature == Signature::Valid {
        return report;
    }
    // Without the other projects there is nothing to say, and nothing that was asked for is missing.
    let others = store.projects().unwrap_or_default();
    let fits = |other: &&Project| other.vendor == project.vendor && owner(other).as_deref() == claimed;
    if let Some(other) = others.iter().find(fits) {
        let finding = Finding::info("other_project").with("other", visible::one_line(&other.name));
        report.findings.retain(|finding| finding.code != "no_project");
        report.findings.push(finding.with("project", visible::one_line(&project.name)));
        report.context = Context::Mismatch;
    }
    report
}

/// A token of one vendor, for a project of another: that one refuses it.
fn of_other_vendor(mut report: Report, project: &Project) -> Report {
    let finding = Finding::error("other_vendor").with("project", visible::one_line(&project.name));
    let vendor = vendor::vendor(&project.vendor).map_or(project.vendor.as_str(), |vendor| vendor.name);
    report.findings.insert(0, finding.with("vendor", visible::one_line(vendor)));
    report.context = Context::Mismatch;
    report.belongs = Context::Mismatch;
    report
}

/// Tells of a failure that the report can go on without.
fn note(error: StoreError, output: &Output) {
    let mut lines = Failure::from(error).lines(&output.texts);
    lines.push(output.texts.get("cli-unchecked"));
    output.say(Severity::Warning, &lines);
}

/// What of it is for this kind, under the kind's own keys: what was given may be for another line's.
fn of_kind(raw: &Raw, kind: &'static dyn Kind) -> Raw {
    let fields = kind.fields();
    let own = |key: &str| args::known(&fields, key).map(|field| field.key.to_owned());
    Raw {
        plain: raw.plain.iter().filter_map(|(key, value)| Some((own(key)?, value.clone()))).collect(),
        secrets: raw.secrets.iter().filter_map(|(key, value)| Some((own(key)?, value.clone()))).collect(),
    }
}

/// What of the expectations the kind checks by its own rules too, and has its own words for where they fail: `--expect
/// user_id=…` is as good as `-f user_id=…`. What is no value of such a field is only compared.
fn expected(expect: &[(String, String)], kind: &'static dyn Kind) -> Inputs {
    let fields = kind.fields();
    let fits = |key: &str, value: &str| {
        args::known(&fields, key).is_some_and(|field| !field.is_secret() && field.check(value).is_ok())
    };
    let plain = expect.iter().filter(|(key, value)| fits(key, value)).cloned().collect();
    let raw = of_kind(&Raw { plain, secrets: Vec::new() }, kind);
    Inputs::read(&fields, &raw, Ask::Given).unwrap_or_default()
}

/// Without the line break at its end: every file and line has one, so it is no dirt.
fn unbroken(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

fn code(report: &Report) -> u8 {
    if report.refused() { REFUSED } else { 0 }
}

/// Passes over the rest of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        if let Some(end) = buffer.iter().position(|byte| *byte == b'\n') {
            input.consume(end + 1);
            return Ok(());
        }
        let length = buffer.len();
        input.consume(length);
    }
}
