//! `tokendesk completions SHELL`: a script by which a shell completes our words. Made from the same data as the verbs: it
//! knows the kinds, the calls and the keys of every field.

use std::collections::BTreeSet;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, ValueHint};
use clap_complete::Shell;
use serde_json::json;

use super::failure::Stop;
use super::output::{self, Output};
use super::{Help, Verb, args};
use crate::call::CALLS;
use crate::token::Field;
use crate::vendor::{self, VENDORS};

pub(super) const VERB: Verb = Verb { name: "completions", command, run };

const SHELLS: [(&str, Shell); 5] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("powershell", Shell::PowerShell),
    ("elvish", Shell::Elvish),
];

fn command(command: Command, help: &Help) -> Command {
    let shells = PossibleValuesParser::new(SHELLS.map(|(word, _)| word));
    command
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(shells)
                .hide_possible_values(true)
                .help(help.text("cli-completions-shell")),
        )
        .arg(args::output(help))
        .after_help(help.text("cli-completions-after"))
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let word = args::value(matches, "shell").unwrap_or_default();
    let Some((_, shell)) = SHELLS.into_iter().find(|(known, _)| *known == word) else { return Ok(0) };
    let script = script(shell);
    if output.json {
        output::object(&json!({ "shell": word, "script": script }))?;
    } else {
        output::line(script.trim_end())?;
    }
    Ok(0)
}

/// The script. Never empty, and the same for equal data.
fn script(shell: Shell) -> String {
    let mut tree = with_words(super::whole(vendor::texts()));
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut tree, "tokendesk", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match shell {
        // A key is complete with its value only, so no blank is put behind its `=`.
        Shell::Bash => script.push_str(BASH_KEYS),
        Shell::Zsh => {
            for words in [field_words(), secret_words()] {
                let list = words.join(" ");
                script = script.replace(&format!(":({list})'"), &format!(":{{compadd -S \"\" -- {list}}}'"));
            }
        }
        // It completes no words that stand by themselves.
        Shell::Fish => {
            let kinds: Vec<_> = vendor::kinds().map(|kind| kind.spec().id).collect();
            let calls: Vec<_> = CALLS.iter().map(|call| call.spec().id).collect();
            let shells = SHELLS.map(|(word, _)| word);
            for (verbs, words) in
                [("kinds generate", &kinds[..]), ("call", &calls[..]), ("completions", &shells[..])]
            {
                let words = words.join(" ");
                for part in [FISH_WORDS, verbs, "\" -f -a \"", &words, "\"\n"] {
                    script.push_str(part);
                }
            }
        }
        _ => {}
    }
    script
}

const FISH_WORDS: &str = "complete -c tokendesk -n \"__fish_tokendesk_using_subcommand ";

const BASH_KEYS: &str = r#"
_tokendesk_keys() {
    _tokendesk "$@"
    [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return 0
}
if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _tokendesk_keys -o nosort -o bashdefault -o default tokendesk
fi
"#;

/// The tree with the words that each argument can be: parsing does without, because it says more about a wrong one.
fn with_words(command: Command) -> Command {
    command
        .mut_args(|arg| match arg.get_id().as_str() {
            "kind" => arg.value_parser(PossibleValuesParser::new(vendor::kinds().map(|kind| kind.spec().id))),
            "call" => arg.value_parser(PossibleValuesParser::new(CALLS.iter().map(|call| call.spec().id))),
            "field" => arg.value_parser(PossibleValuesParser::new(field_words())),
            "secret" => arg.value_parser(PossibleValuesParser::new(secret_words())),
            "file" => arg.value_hint(ValueHint::FilePath),
            _ => arg,
        })
        .mut_subcommands(with_words)
}

fn field_words() -> Vec<String> {
    words(|field| !field.is_secret())
}

fn secret_words() -> Vec<String> {
    words(Field::has_source)
}

/// `key=` for each field that this is true of.
fn words(is: fn(&Field) -> bool) -> Vec<String> {
    let credentials = VENDORS.iter().flat_map(|vendor| vendor.credentials);
    let tokens = vendor::kinds().flat_map(|kind| kind.spec().fields);
    let calls = CALLS.iter().flat_map(|call| call.spec().fields);
    let fields = credentials.chain(tokens).chain(calls);
    let keys: BTreeSet<&str> = fields.filter(|field| is(field)).map(|field| field.key).collect();
    keys.into_iter().map(|key| format!("{key}=")).collect()
}
