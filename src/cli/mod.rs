//! The command line: the same work headless, on the same core, with the same verdicts. One file per verb.
//!
//! What it promises (DESIGN section "Command line" in ARCHITECTURE.md):
//!
//! - stdout holds the result and nothing else; words go to stderr. `--output json` is one object on stdout, of success
//!   and of failure alike. A failure is `{"error":{"code","exit","text","remedy","problems":[{"field","code","text"}…]}}`.
//! - Exit code 0: done, and an inspected token would be accepted as far as could be checked; 1: inspected, and it would
//!   be refused; 2: the call's words or inputs are wrong; 3: something outside failed.
//! - No secret is taken from the command line, none is printed, and no error repeats what could be one. Therefore
//!   clap's own errors, which quote the words of the call, are never shown: only their kind is taken.
//!
//! A run takes about a millisecond. So the parser is told only of the verb in question, words are looked up only where
//! they are shown, and nothing of the window, the keychain or a thread is touched before it is needed.

mod args;
mod backups;
mod call;
mod completions;
mod failure;
mod generate;
mod inputs;
mod inspect;
mod kinds;
mod man;
mod output;
mod projects;
mod source;
mod transfer;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::call::Call;
use crate::i18n::{Message, Texts};
use crate::vendor::{self, Kind};
use failure::{Failure, Stop};
use output::Output;

/// A verb: its name, its words, its work.
struct Verb {
    name: &'static str,
    /// Adds its arguments.
    command: fn(Command, &Help) -> Command,
    /// Does it, and gives the exit code.
    run: fn(&ArgMatches, &Output) -> Result<u8, Stop>,
}

/// Every verb, in the order of help.
static VERBS: &[Verb] =
    &[kinds::VERB, generate::VERB, inspect::VERB, call::VERB, projects::VERB, completions::VERB, man::VERB];

/// The words of help, where help is wanted; else nothing is looked up.
struct Help {
    texts: Option<Texts>,
    /// The kind that the call names: its fields are part of the help.
    kind: Option<&'static dyn Kind>,
    /// The same of a vendor's call.
    call: Option<&'static dyn Call>,
}

impl Help {
    fn text(&self, id: &str) -> String {
        self.texts.as_ref().map(|texts| texts.get(id)).unwrap_or_default()
    }
}

/// Runs the command line with these arguments, the program's name not among them.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let mut words = arguments;
    // `help generate` is `generate --help`.
    if words.first().is_some_and(|word| word == "help") {
        words.remove(0);
        words.truncate(2);
        words.push("--help".into());
    }
    let output = Output { json: wants_json(&words), texts: vendor::texts() };
    let code = match verb(words, &output) {
        Ok(code) => code,
        Err(Stop::BrokenPipe) => 0,
        Err(Stop::Failed(failure)) => {
            output.fail(&failure);
            failure.exit
        }
    };
    ExitCode::from(code)
}

fn verb(words: Vec<OsString>, output: &Output) -> Result<u8, Stop> {
    let asks_help =
        words.iter().take_while(|word| *word != "--").any(|word| word == "--help" || word == "-h");
    let help = Help {
        texts: asks_help.then(vendor::texts),
        kind: words.iter().find_map(|word| vendor::kind(word.to_str()?)),
        call: words.iter().find_map(|word| crate::call::call(word.to_str()?)),
    };
    let wanted = words.first().and_then(|word| VERBS.iter().find(|verb| word == verb.name));
    let words = std::iter::once("tokendesk".into()).chain(words);
    let matches = match tree(wanted, &help).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return usage(&error, wanted),
    };
    match (wanted, matches.subcommand()) {
        (Some(verb), Some((_, matches))) => (verb.run)(matches, output),
        _ => Err(Failure::usage(Message::new("cli-no-verb")).into()),
    }
}

/// The arguments as clap knows them: every verb by name, the wanted one in full.
fn tree(wanted: Option<&Verb>, help: &Help) -> Command {
    let root = Command::new("tokendesk")
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("VERB")
        .subcommand_help_heading(help.text("cli-verbs"))
        .disable_version_flag(true)
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.text("cli-about"))
        .override_usage("tokendesk\n       tokendesk VERB …")
        .after_help(help.text("cli-after"))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(help.text("cli-version")),
        );
    VERBS.iter().fold(dressed(root, help), |root, verb| {
        let command = Command::new(verb.name).about(help.text(&format!("cli-verb-{}", verb.name)));
        let is_wanted = wanted.is_some_and(|wanted| wanted.name == verb.name);
        root.subcommand(if is_wanted { dressed((verb.command)(command, help), help) } else { command })
    })
}

/// The arguments of all verbs in full, with their words: what completions and the manual are made of.
fn whole(texts: Texts) -> Command {
    let help = Help { texts: Some(texts), kind: None, call: None };
    let root = tree(None, &help);
    VERBS.iter().fold(root, |root, verb| {
        root.mut_subcommand(verb.name, |command| dressed((verb.command)(command, &help), &help))
    })
}

/// A command with what each has: our help option and our layout of help, whose words can be translated.
fn dressed(command: Command, help: &Help) -> Command {
    let command = command
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).help(help.text("cli-help")));
    match &help.texts {
        None => command,
        Some(texts) => {
            let (arguments, options) = (texts.get("cli-arguments"), texts.get("cli-options"));
            let usage = texts.get("cli-usage");
            let heading = |arg: &Arg| if arg.is_positional() { arguments.clone() } else { options.clone() };
            command
                .help_template(format!(
                    "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
                ))
                .mut_args(|arg| {
                    let heading = heading(&arg);
                    arg.help_heading(heading)
                })
        }
    }
}

/// Whether JSON is wanted, asked before the words are known to be right.
fn wants_json(words: &[OsString]) -> bool {
    let words = words.iter().take_while(|word| *word != "--");
    let mut before = false;
    let mut json = false;
    for word in words {
        if before {
            json = word == "json";
        }
        before = word == "--output";
        if let Some(format) = word.to_str().and_then(|word| word.strip_prefix("--output=")) {
            json = format == "json";
        }
    }
    json
}

/// What clap says, in words of ours: nothing that was given is repeated unless it can only be a name.
fn usage(error: &clap::Error, verb: Option<&Verb>) -> Result<u8, Stop> {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = || context(ContextKind::InvalidArg).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            output::line(text.trim_end())?;
            return Ok(0);
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("cli-no-verb")
        }
        ErrorKind::MissingRequiredArgument => Message::new("cli-missing").with("arguments", argument()),
        ErrorKind::InvalidValue => match context(ContextKind::ValidValue).filter(|values| !values.is_empty())
        {
            Some(expected) => {
                Message::new("cli-value").with("argument", argument()).with("expected", expected)
            }
            None => Message::new("cli-no-value").with("argument", argument()),
        },
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            Some(prior) if prior != argument() => {
                Message::new("cli-conflict").with("argument", argument()).with("prior", prior)
            }
            _ => Message::new("cli-twice").with("argument", argument()),
        },
        ErrorKind::InvalidSubcommand => {
            let given = context(ContextKind::InvalidSubcommand).filter(|given| args::is_name(given));
            let near = context(ContextKind::SuggestedSubcommand);
            match (given, near) {
                (Some(given), Some(near)) => {
                    Message::new("cli-verb-unknown-near").with("given", given).with("near", near)
                }
                (Some(given), None) => Message::new("cli-verb-unknown").with("given", given),
                (None, _) => Message::new("cli-verb-unknown-unnamed"),
            }
        }
        ErrorKind::UnknownArgument => {
            let given = argument();
            let bare = given.trim_start_matches('-');
            match context(ContextKind::SuggestedArg) {
                _ if bare.len() == given.len() || !args::is_name(bare) => Message::new("cli-unknown-unnamed"),
                Some(near) => Message::new("cli-unknown-near").with("given", given).with("near", near),
                None => Message::new("cli-unknown").with("given", given),
            }
        }
        ErrorKind::InvalidUtf8 => Message::new("cli-not-text"),
        _ => Message::new("cli-words-wrong"),
    };
    let way = verb.map(|verb| format!(" {}", verb.name)).unwrap_or_default();
    Err(Failure::usage(message).remedy(Message::new("cli-see-help").with("verb", way)).into())
}
