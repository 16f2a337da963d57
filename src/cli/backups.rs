//! `tokendesk projects backups` and `tokendesk projects restore`: earlier states of the file of projects.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use super::Help;
use super::failure::{Failure, Stop};
use super::output::{self, Output};
use crate::i18n::Message;
use crate::store::{Backup, Store};
use crate::token::{Severity, visible};

/// The arguments of `restore`.
pub(super) fn arguments(command: Command, help: &Help) -> Command {
    command.arg(
        Arg::new("number")
            .value_name("NUMBER")
            .value_parser(clap::value_parser!(u64))
            .help(help.text("cli-projects-number")),
    )
}

/// Lists them.
pub(super) fn list(store: &Store, output: &Output) -> Result<(), Stop> {
    let backups = store.backups()?;
    if output.json {
        return output::object(&json!({ "backups": backups.iter().map(to_json).collect::<Vec<_>>() }));
    }
    if backups.is_empty() {
        let lines = ["cli-backups-none", "cli-backups-none.remedy"].map(|id| output.texts.get(id));
        output.say(Severity::Info, &lines);
        return Ok(());
    }
    let row = |backup: &Backup| {
        [backup.number.to_string(), backup.saved_at.rfc3339(), backup.path.display().to_string()]
    };
    output::line(&output::table(&backups.iter().map(row).collect::<Vec<_>>()).join("\n"))
}

/// Brings one back: the one that is named, else the latest.
pub(super) fn restore(store: &Store, matches: &ArgMatches, output: &Output) -> Result<(), Stop> {
    let number = match matches.get_one::<u64>("number") {
        Some(number) => *number,
        None => match store.backups()?.first() {
            Some(latest) => latest.number,
            None => return Err(Failure::outside("file", Message::new("cli-backups-none")).into()),
        },
    };
    let restored = store.restore(number)?;
    let aside = restored.set_aside.as_ref().map(|path| path.display().to_string());
    if output.json {
        let mut object = to_json(&restored.backup);
        object["set_aside"] = json!(aside);
        return output::object(&json!({ "restored": object }));
    }
    if let Some(path) = aside {
        let message = Message::new("cli-set-aside").with("file", path);
        output.say(Severity::Info, &[output.words(&message)]);
    }
    let message = Message::new("cli-restored")
        .with("number", restored.backup.number.to_string())
        .with("moment", restored.backup.saved_at.rfc3339());
    output::line(&visible::escape(&output.words(&message)))
}

fn to_json(backup: &Backup) -> Value {
    json!({
        "number": backup.number,
        "saved_at": backup.saved_at.to_json(),
        "file": backup.path.display().to_string(),
    })
}
