//! `tokendesk inspect [TOKEN|-|@FILE]`: takes a token apart and judges it.
//!
//! Input is read up to the longest text that is looked at and no further, whatever comes behind it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, IsTerminal as _, Read as _};

use clap::{Arg, ArgMatches, Command};

use super::args::{self, Given};
use super::failure::{Failure, Stop};
use super::output::{self, Output};
use super::{Help, Verb, generate};
use crate::i18n::Message;
use crate::store::{FileError, Project, ProjectId, Store, StoreError};
use crate::token::input::Ask;
use crate::token::report::kind_text_id;
use crate::token::{Inputs, MAX_TEXT, Problem, Raw, Report, Severity, Signature, Time};
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
    let mut bench = Bench::new(given, expect, now, output)?;
    match subject {
        Subject::Text(text) => bench.one(&Pasted::read(&text, kind)),
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
    let kinds = vendor::kinds().filter(|known| kind.is_none_or(|kind| *known == kind));
    let fields = kinds.flat_map(<dyn Kind>::fields).filter(|field| field.key == key);
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

/// Where tokens are judged: the credentials to check with, fetched when first needed and once.
struct Bench<'a> {
    output: &'a Output,
    now: Time,
    expect: Vec<(String, String)>,
    given: Raw,
    /// What was given is what is checked with, and no saved project.
    only_given: bool,
    named: Option<(Store, Project)>,
    saved: Option<(Store, Vec<Project>)>,
    secrets: BTreeMap<ProjectId, Raw>,
    keychain_failed: bool,
}

impl<'a> Bench<'a> {
    fn new(given: Given, expect: Vec<(String, String)>, now: Time, output: &'a Output) -> Result<Self, Stop> {
        let named = match &given.project {
            None => None,
            Some(name) => {
                let store = Store::discover()?;
                let project = store.find(name)?;
                Some((store, project))
            }
        };
        let secrets = given.secrets()?;
        Ok(Self {
            output,
            now,
            expect,
            only_given: !given.is_empty() && named.is_none(),
            given: Raw { plain: given.plain, secrets },
            named,
            saved: None,
            secrets: BTreeMap::new(),
            keychain_failed: false,
        })
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
            words.push(format!("{label} {}", crate::token::visible::escape(&signature)));
        }
        let told = report.findings.iter().filter(|finding| finding.severity != Severity::Info);
        let codes: Vec<_> = told.map(|finding| finding.code).collect();
        if !codes.is_empty() {
            words.push(codes.join(", "));
        }
        words.join(" · ")
    }

    fn report(&mut self, pasted: &Pasted) -> Result<Report, Stop> {
        let now = self.now;
        let expect = self.expect.clone();
        let known = Inputs::default();
        let Some(kind) = pasted.kind else {
            return Ok(vendor::inspect(pasted, &known, [], &expect, now));
        };
        if self.only_given {
            let raw = of_kind(&self.given, kind);
            let inputs = Inputs::read(&kind.fields(), &raw, Ask::Given).map_err(Failure::inputs)?;
            // Nothing of what was given is for this kind: nothing to try.
            let fits = !(raw.plain.is_empty() && raw.secrets.is_empty());
            let trial = fits.then_some(Trial { project: None, inputs });
            return Ok(vendor::inspect(pasted, &known, trial, &expect, now));
        }
        let projects = self.projects(kind)?;
        if projects.is_empty() {
            return Ok(vendor::inspect(pasted, &known, [], &expect, now));
        }
        // Whose it is can mostly be read without a secret, and so can whether one is needed at all.
        let bare = kind.decode(&pasted.text, &known);
        let needs_secret = bare.signature == Signature::Unchecked;
        let owner_key = kind.vendor().owner_key;
        let is_owner = |project: &Project| {
            bare.owner.is_some() && project.credentials.get(owner_key) == bare.owner.as_ref()
        };
        let (mut first, others): (Vec<_>, Vec<_>) = projects.into_iter().partition(is_owner);
        first.extend(others);
        if self.named.is_some() && needs_secret {
            // It was asked for by name, so it must be had.
            for project in &first {
                self.fetch(project)?;
            }
        }
        let trials = first.iter().filter_map(|project| self.trial(project, kind, needs_secret));
        Ok(vendor::inspect(pasted, &known, trials, &expect, now))
    }

    /// The projects to try: the one that was named, or all of the kind's vendor.
    fn projects(&mut self, kind: &'static dyn Kind) -> Result<Vec<Project>, Stop> {
        if let Some((_, project)) = &self.named {
            generate::of_vendor(project, kind)?;
            return Ok(vec![project.clone()]);
        }
        let vendor = kind.vendor();
        if !vendor.has_projects() {
            return Ok(Vec::new());
        }
        if self.saved.is_none() {
            let read = Store::discover().and_then(|store| Ok((store.projects()?, store)));
            match read {
                Ok((projects, store)) => self.saved = Some((store, projects)),
                // Nobody asked for projects, and who has no home has none.
                Err(StoreError::File(FileError::NoHome)) => {}
                Err(error) => {
                    self.note(error);
                    return Ok(Vec::new());
                }
            }
        }
        let saved = self.saved.iter().flat_map(|(_, projects)| projects);
        Ok(saved.filter(|project| project.vendor == vendor.id).cloned().collect())
    }

    /// The credentials of a project as a trial. Without its secrets where the keychain fails: they still tell whose
    /// the token is.
    fn trial(&mut self, project: &Project, kind: &'static dyn Kind, needs_secret: bool) -> Option<Trial> {
        if needs_secret
            && !self.keychain_failed
            && let Err(error) = self.fetch_saved(project)
        {
            self.keychain_failed = true;
            self.note(error);
        }
        let mut raw = Raw::new();
        raw.plain.extend(project.credentials.clone());
        raw.secrets.extend(self.secrets.get(&project.id).into_iter().flat_map(|raw| raw.secrets.clone()));
        let mut raw = of_kind(&raw, kind);
        let given = of_kind(&self.given, kind);
        raw.plain.extend(given.plain);
        raw.secrets.extend(given.secrets);
        match Inputs::read(&kind.fields(), &raw, Ask::Given) {
            Ok(inputs) => Some(Trial { project: Some(project.name.clone()), inputs }),
            Err(problems) => {
                let message = Message::new("cli-project-damaged").with("project", &project.name);
                let mut lines = vec![self.output.words(&message)];
                let words =
                    |problem: Problem| format!("{}: {}", problem.key, self.output.words(&problem.message));
                lines.extend(problems.into_iter().map(words));
                self.output.say(Severity::Warning, &lines);
                None
            }
        }
    }

    fn fetch_saved(&mut self, project: &Project) -> Result<(), StoreError> {
        if self.secrets.contains_key(&project.id) {
            return Ok(());
        }
        let store =
            self.named.as_ref().map(|(store, _)| store).or(self.saved.as_ref().map(|(store, _)| store));
        let Some(store) = store else { return Ok(()) };
        let given = |key: &String| self.given.secrets.iter().any(|(known, _)| known == key);
        let mut raw = Raw::new();
        if !project.secrets.iter().all(given) {
            raw.secrets.extend(store.secrets_of(project)?);
        }
        self.secrets.insert(project.id.clone(), raw);
        Ok(())
    }

    fn fetch(&mut self, project: &Project) -> Result<(), Stop> {
        self.fetch_saved(project).map_err(|error| generate::keychain(error.into()))
    }

    /// Tells of a failure that the report can go on without.
    fn note(&self, error: StoreError) {
        let mut lines = Failure::from(error).lines(&self.output.texts);
        lines.push(self.output.texts.get("cli-unchecked"));
        self.output.say(Severity::Warning, &lines);
    }
}

/// What of it is for this kind: what was given may be for another line's.
fn of_kind(raw: &Raw, kind: &'static dyn Kind) -> Raw {
    let fields = kind.fields();
    let fits = |key: &str| fields.iter().any(|field| field.key == key);
    Raw {
        plain: raw.plain.iter().filter(|(key, _)| fits(key)).cloned().collect(),
        secrets: raw.secrets.iter().filter(|(key, _)| fits(key)).cloned().collect(),
    }
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
