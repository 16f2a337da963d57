//! `tokendesk kinds [KIND]`: every kind, its fields, ranges, defaults, limits.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::failure::Stop;
use super::output::{self, Output};
use super::{Help, Verb, args};
use crate::i18n::{self, Message, Texts};
use crate::token::report::kind_text_id;
use crate::token::{Field, FieldKind, Scope};
use crate::vendor::{self, Kind};

pub(super) const VERB: Verb = Verb { name: "kinds", command, run };

fn command(command: Command, help: &Help) -> Command {
    command
        .arg(Arg::new("kind").value_name("KIND").help(help.text("cli-kinds-kind")))
        .arg(args::output(help))
        .after_help(help.text("cli-kinds-after"))
}

fn run(matches: &ArgMatches, output: &Output) -> Result<u8, Stop> {
    let texts = &output.texts;
    match (args::value(matches, "kind").map(args::kind).transpose()?, output.json) {
        (Some(kind), true) => output::object(&to_json(kind, texts))?,
        (Some(kind), false) => output::line(&describe(kind, texts).join("\n"))?,
        (None, true) => {
            let kinds: Vec<_> = vendor::kinds().map(|kind| to_json(kind, texts)).collect();
            output::object(&json!({ "kinds": kinds }))?;
        }
        (None, false) => {
            let rows: Vec<_> = vendor::kinds().map(|kind| row(kind, texts)).collect();
            output::line(&output::table(&rows).join("\n"))?;
        }
    }
    Ok(0)
}

fn row(kind: &'static dyn Kind, texts: &Texts) -> [String; 3] {
    let id = kind.spec().id;
    let text_id = kind_text_id(id);
    let about = texts.get(&format!("{text_id}.about"));
    [id.to_owned(), format!("{} {}", kind.vendor().name, texts.get(&text_id)), about]
}

/// Everything about a kind, as lines.
pub(super) fn describe(kind: &'static dyn Kind, texts: &Texts) -> Vec<String> {
    let spec = kind.spec();
    let text_id = kind_text_id(spec.id);
    let mut lines = vec![
        format!("{} {} ({})", kind.vendor().name, texts.get(&text_id), spec.id),
        texts.get(&format!("{text_id}.about")),
        spec.link.to_owned(),
    ];
    if !spec.generates {
        lines.push(texts.get("cli-inspect-only"));
    }
    lines.extend(describe_fields(&kind.fields(), texts));
    if let Some(longest) = spec.limits.longest_life {
        let message = Message::new("cli-limit-life").with("longest", i18n::Arg::Span(longest * 1000));
        lines.extend([String::new(), texts.get("cli-limits"), format!("  {}", texts.format(&message))]);
        if spec.limits.refuses_future {
            lines.push(format!("  {}", texts.get("cli-limit-future")));
        }
    }
    if !spec.snippets.is_empty() {
        let rows: Vec<_> = spec
            .snippets
            .iter()
            .map(|snippet| [format!("  {}", snippet.id), snippet.title.to_owned()])
            .collect();
        lines.extend([String::new(), texts.get("cli-snippets")]);
        lines.extend(output::table(&rows));
    }
    lines.extend([String::new(), texts.get("cli-example"), format!("  {}", example(kind))]);
    lines
}

/// Fields under their headings, as lines.
pub(super) fn describe_fields(fields: &[&'static Field], texts: &Texts) -> Vec<String> {
    let mut lines = Vec::new();
    for (heading, scope) in [("cli-credentials", Scope::Credential), ("cli-fields", Scope::Token)] {
        let rows: Vec<_> = fields.iter().filter(|field| field.scope == scope).collect();
        if !rows.is_empty() {
            lines.extend([String::new(), texts.get(heading)]);
            let rows: Vec<_> = rows.into_iter().flat_map(|field| field_rows(field, texts)).collect();
            lines.extend(output::table(&rows));
        }
    }
    lines
}

/// One field: what it takes, and what it is for.
fn field_rows(field: &Field, texts: &Texts) -> [[String; 2]; 2] {
    let mut takes = vec![texts.format(&type_message(field.kind))];
    let with =
        |id: &'static str, name: &'static str, value: &str| texts.format(&Message::new(id).with(name, value));
    match (field.required, field.unless, field.default) {
        (_, _, Some(default)) => takes.push(with("cli-default", "value", default)),
        (true, Some(other), _) => takes.push(with("cli-required-unless", "other", other)),
        (true, None, _) => takes.push(texts.get("cli-required")),
        (false, ..) => {}
    }
    if !field.sample.is_empty() && field.default != Some(field.sample) {
        takes.push(with("cli-sample", "value", field.sample));
    }
    let help = help(field, texts).unwrap_or_default();
    [[format!("  {}", field.key), takes.join("; ")], [String::new(), help]]
}

fn text_id(field: &Field) -> String {
    format!("field-{}", field.key.replace('_', "-"))
}

fn help(field: &Field, texts: &Texts) -> Option<String> {
    texts.find(&format!("{}.help", text_id(field)))
}

/// What may stand in a field, in words.
fn type_message(kind: FieldKind) -> Message {
    let message = |id: &'static str| Message::new(id);
    match kind {
        FieldKind::Text { max, .. } => message("cli-type-text").with("max", max.to_string()),
        FieldKind::Id { max } => message("cli-type-id").with("max", max.to_string()),
        FieldKind::Digits => message("cli-type-digits"),
        FieldKind::Choice(words) => message("cli-type-choice").with("words", words.join(", ")),
        FieldKind::Time => message("cli-type-time"),
        FieldKind::Words { max } => message("cli-type-words").with("max", max.to_string()),
        FieldKind::Number => message("cli-type-number"),
        FieldKind::Integer { min, max } => {
            message("cli-type-integer").with("min", min.to_string()).with("max", max.to_string())
        }
        FieldKind::Seconds { min, max } => {
            message("cli-type-seconds").with("min", min.to_string()).with("max", max.to_string())
        }
        FieldKind::Hex { bytes } => message("cli-type-hex").with("digits", (bytes * 2).to_string()),
        FieldKind::Flags(flags) => {
            let flag = |(name, bit): &(&str, u64)| format!("{name} {bit}");
            let flags: Vec<_> = flags.iter().map(flag).collect();
            message("cli-type-flags").with("flags", flags.join(", "))
        }
        FieldKind::JsonObject => message("cli-type-json"),
        FieldKind::Pem => message("cli-type-pem"),
        FieldKind::PublicPem => message("cli-type-public-pem"),
        FieldKind::Uuid => message("cli-type-uuid"),
        FieldKind::Secret { hex_digits: 0 } => message("cli-type-secret"),
        FieldKind::Secret { hex_digits } => {
            message("cli-type-secret-hex").with("digits", hex_digits.to_string())
        }
    }
}

/// A call that works, with invented values.
fn example(kind: &'static dyn Kind) -> String {
    let spec = kind.spec();
    if !spec.generates {
        return format!("tokendesk inspect --kind {} TOKEN", spec.id);
    }
    format!("tokendesk generate {}{}", spec.id, needed(&kind.fields()))
}

/// The options that cannot be left out, with invented values.
pub(super) fn needed(fields: &[&'static Field]) -> String {
    let needed = fields.iter().filter(|field| field.required && field.default.is_none());
    needed
        .map(|field| {
            if field.is_secret() {
                format!(" --secret {}=env:{}", field.key, field.key.to_ascii_uppercase())
            } else {
                format!(" -f {}={}", field.key, field.sample)
            }
        })
        .collect()
}

fn to_json(kind: &'static dyn Kind, texts: &Texts) -> Value {
    let spec = kind.spec();
    let text_id = kind_text_id(spec.id);
    json!({
        "kind": spec.id,
        "vendor": kind.vendor().id,
        "name": texts.get(&text_id),
        "about": texts.get(&format!("{text_id}.about")),
        "generates": spec.generates,
        "since": spec.since,
        "link": spec.link,
        "fields": kind.fields().into_iter().map(|field| field_json(field, texts)).collect::<Vec<_>>(),
        "limits": {
            "longest_life_s": spec.limits.longest_life,
            "refuses_future": spec.limits.refuses_future,
        },
        "snippets": spec.snippets.iter().map(|snippet| snippet.id).collect::<Vec<_>>(),
    })
}

/// A field as JSON.
pub(super) fn field_json(field: &Field, texts: &Texts) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("key", field.key.into());
    put("label", texts.get(&text_id(field)).into());
    put("help", json!(help(field, texts)));
    put("scope", if field.scope == Scope::Credential { "credential" } else { "token" }.into());
    put("type", field.kind.name().into());
    put("secret", field.is_secret().into());
    put("required", field.required.into());
    put("required_unless", json!(field.unless));
    put("default", json!(field.default));
    put("sample", if field.sample.is_empty() { Value::Null } else { field.sample.into() });
    put("advanced", field.advanced.into());
    match field.kind {
        FieldKind::Text { max, warn_above } => {
            put("max", max.into());
            put("warn_above", warn_above.into());
        }
        FieldKind::Id { max } | FieldKind::Words { max } => {
            put("max", max.into());
        }
        FieldKind::Integer { min, max } => {
            put("min", integer(min));
            put("max", integer(max));
        }
        FieldKind::Seconds { min, max } => {
            put("min", min.into());
            put("max", max.into());
        }
        FieldKind::Hex { bytes } => {
            put("bytes", bytes.into());
        }
        FieldKind::Flags(flags) => {
            put("flags", flags.iter().map(|(name, bit)| ((*name).to_owned(), Value::from(*bit))).collect());
        }
        FieldKind::Choice(words) => {
            put("choices", json!(words));
        }
        FieldKind::Secret { hex_digits } if hex_digits > 0 => {
            put("hex_digits", hex_digits.into());
        }
        _ => {}
    }
    Value::Object(object)
}

/// Beyond 64 bits as well: JSON sets no bound.
fn integer(number: i128) -> Value {
    serde_json::from_str(&number.to_string()).unwrap_or_default()
}
