//! `tokendesk man`: the manual page, in the language of the machine's `man`, roff. Made from the same data as the verbs.

use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use serde_json::json;

use super::failure::Stop;
use super::output::{self, Output};
use super::{Help, Verb, args};
use crate::call::CALLS;
use crate::i18n::Texts;
use crate::store::folders::HOME_VARIABLE;
use crate::token::Field;
use crate::token::report::kind_text_id;
use crate::vendor;

pub(super) const VERB: Verb = Verb { name: "man", command, run };

fn command(command: Command, help: &Help) -> Command {
    command.arg(args::output(help)).after_help(help.text("cli-man-after"))
}

fn run(_matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let page = page(&output.texts);
    if output.json {
        output::object(&json!({ "page": page }))?;
    } else {
        output::line(page.trim_end())?;
    }
    Ok(0)
}

/// The page.
fn page(texts: &Texts) -> String {
    let tree = super::whole(vendor::texts());
    let mut page = Vec::new();
    let man = Man::new(tree.clone()).manual("Tokendesk");
    // Writing to a vector cannot fail.
    man.render_title(&mut page).unwrap_or_default();
    let mut page = String::from_utf8_lossy(&page).into_owned();
    let mut roff = Roff::new();
    let about = tree.get_about().map(ToString::to_string).unwrap_or_default();
    section(&mut roff, &texts.get("cli-man-name"));
    roff.text([roman(format!("tokendesk - {}", texts.get("cli-man-what")))]);
    section(&mut roff, &texts.get("cli-man-synopsis"));
    roff.text([bold("tokendesk")]);
    roff.control("br", []);
    roff.text([bold("tokendesk"), roman(" "), italic("VERB"), roman(" …")]);
    section(&mut roff, &texts.get("cli-man-description"));
    roff.text([roman(about)]);
    section(&mut roff, &texts.get("cli-verbs"));
    verbs(&mut roff, &tree, "tokendesk");
    section(&mut roff, &texts.get("cli-man-kinds"));
    for kind in vendor::kinds() {
        let id = kind.spec().id;
        let text_id = kind_text_id(id);
        let words = format!("{}: {}", texts.get(&text_id), texts.get(&format!("{text_id}.about")));
        entry(&mut roff, [bold(id)], &words, &kind.fields());
    }
    section(&mut roff, &texts.get("cli-man-calls"));
    for call in CALLS {
        let text_id = call.text_id();
        let words = format!("{}: {}", texts.get(&text_id), texts.get(&format!("{text_id}.about")));
        entry(&mut roff, [bold(call.spec().id)], &words, &call.fields());
    }
    section(&mut roff, &texts.get("cli-man-notes"));
    lines(&mut roff, &texts.get("cli-after"));
    section(&mut roff, &texts.get("cli-man-environment"));
    entry(&mut roff, [bold(HOME_VARIABLE)], &texts.get("cli-man-home"), &[]);
    page.push_str(&roff.to_roff());
    page
}

fn section(roff: &mut Roff, title: &str) {
    roff.control("SH", [title.to_uppercase().trim_end_matches([':', '：'])]);
}

/// Every verb with its words and options; those of a verb below it as `projects add`.
fn verbs(roff: &mut Roff, command: &Command, way: &str) {
    for verb in command.get_subcommands() {
        let way = format!("{way} {}", verb.get_name());
        let (positional, options): (Vec<_>, Vec<_>) =
            verb.get_arguments().filter(|arg| !arg.is_hide_set()).partition(|arg| arg.is_positional());
        let mut heading = vec![way.clone()];
        heading.extend(positional.iter().map(|arg| value_name(arg)));
        roff.control("SS", [heading.join(" ").as_str()]);
        if let Some(about) = verb.get_about() {
            roff.text([roman(about.to_string())]);
        }
        for arg in positional {
            option(roff, arg, vec![italic(value_name(arg))]);
        }
        // What every verb has stands in the notes of the program.
        for arg in options.into_iter().filter(|arg| arg.get_id() != "help") {
            let mut names = Vec::new();
            if let Some(short) = arg.get_short() {
                names.extend([bold(format!("-{short}")), roman(", ")]);
            }
            names.push(bold(format!("--{}", arg.get_long().unwrap_or_default())));
            if arg.get_action().takes_values() {
                names.extend([roman(" "), italic(value_name(arg))]);
            }
            option(roff, arg, names);
        }
        if let Some(after) = verb.get_after_help() {
            lines(roff, &after.to_string());
        }
        verbs(roff, verb, &way);
    }
}

fn value_name(arg: &Arg) -> String {
    arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default()
}

fn option(roff: &mut Roff, arg: &Arg, names: Vec<Inline>) {
    roff.control("TP", []);
    roff.text(names);
    roff.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
}

/// A name, what it is, and the keys of its fields.
fn entry(roff: &mut Roff, name: impl Into<Vec<Inline>>, words: &str, fields: &[&Field]) {
    roff.control("TP", []);
    roff.text(name.into());
    roff.text([roman(words.to_owned())]);
    if !fields.is_empty() {
        let keys: Vec<_> = fields.iter().map(|field| field.key).collect();
        roff.control("br", []);
        roff.text([italic(keys.join(", "))]);
    }
}

/// Lines that keep their ends.
fn lines(roff: &mut Roff, text: &str) {
    roff.control("PP", []);
    roff.control("nf", []);
    for line in text.lines() {
        roff.text([roman(line.to_owned())]);
    }
    roff.control("fi", []);
}
