//! From what a text says to what would be saved: read as each vendor that it may be of, and put beside what is there.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use rand::Rng;
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{
    Decision, Format, ImportAction, ImportItem, ImportPlan, ImportProblem, Incoming, Reading, Same, Source,
    Take, Value, vendor_named,
};
use crate::codec::pem;
use crate::i18n::Message;
use crate::store::error::StoreError;
use crate::store::projects::{Project, ProjectId};
use crate::token::{Field, FieldKind, visible};
use crate::vendor::{self, VENDORS, Vendor};

/// Field keys and secrets.
pub(in crate::store) type Secrets = Vec<(String, SecretString)>;

/// What an import of this text would do, given the projects that are there.
pub(in crate::store) fn plan(
    source: &Source<'_>,
    present: &[Project],
    random: &mut dyn Rng,
) -> Result<ImportPlan, StoreError> {
    let format = source.format.unwrap_or_else(|| Format::of(source.text, source.file));
    let found = super::read(source, format)?;
    let mut items = Vec::with_capacity(found.projects.len());
    let mut secrets = Vec::with_capacity(found.projects.len());
    for incoming in found.projects {
        let (readings, own): (Vec<_>, Vec<_>) = readings(&incoming, source).into_iter().unzip();
        let open =
            incoming.vendor.as_deref().is_none_or(|word| !incoming.exported && vendor_named(word).is_none());
        let decision = Decision { take: Take::Usual, reading: (!open && !readings.is_empty()).then_some(0) };
        let spare = ProjectId::random(random);
        let project = Project {
            id: incoming.said.id.clone().unwrap_or_else(|| spare.clone()),
            name: String::new(),
            vendor: String::new(),
            environment: incoming.said.environment.unwrap_or_default(),
            group: incoming.said.group.clone(),
            credentials: BTreeMap::new(),
            secrets: BTreeSet::new(),
            place: incoming.said.place,
            // Another's words do not decide which of this machine's files are read and which programs are run.
            references: BTreeMap::new(),
            demo: false,
        };
        let spare = if incoming.said.id.is_some() { spare } else { ProjectId::random(random) };
        let (line, said) = (incoming.line, incoming.said);
        let word = incoming.vendor.filter(|_| open).map(|word| visible::one_line(&word));
        let action = ImportAction::Refuse;
        items.push(ImportItem { project, action, readings, decision, line, word, said, spare });
        secrets.push(own);
    }
    settle(&mut items, present);
    Ok(ImportPlan { format, items, ignored: found.ignored, faults: found.faults, secrets })
}

/// A project's name, trimmed.
pub(super) fn name(text: &str) -> Result<String, StoreError> {
    let name = text.trim();
    super::super::check_text(name)?;
    Ok(name.to_owned())
}

/// What a project can be taken for.
fn readings(incoming: &Incoming, source: &Source<'_>) -> Vec<(Reading, Secrets)> {
    if let Some(word) = &incoming.vendor {
        if let Some(vendor) = vendor_named(word) {
            return vec![read_as(vendor, incoming, source)];
        }
        if incoming.exported {
            return vec![as_it_is(word, incoming)];
        }
    }
    let mut candidates = incoming.candidates.clone();
    if candidates.is_empty() {
        let gives = |vendor: &Vendor| incoming.values.iter().any(|value| value.key == vendor.owner_key);
        candidates.extend(VENDORS.iter().filter(|vendor| vendor.has_projects() && gives(vendor)));
    }
    candidates.into_iter().map(|vendor| read_as(vendor, incoming, source)).collect()
}

/// An exported project of a vendor that this program does not know: it is kept for one that does, but for secrets that
/// somebody has written in: the file of projects is no place for them, and no field says so here.
fn as_it_is(vendor: &str, incoming: &Incoming) -> (Reading, Secrets) {
    let public = incoming.values.iter().filter(|value| !value.secret);
    let credentials = public.map(|value| (value.key.clone(), value.text.to_string())).collect();
    let message = Message::new("import-vendor-later");
    let problem = ImportProblem { line: incoming.line, key: "vendor".to_owned(), message, blocks: false };
    let (vendor, vendor_name) = (vendor.to_owned(), vendor.to_owned());
    let (secrets, problems) = (Vec::new(), vec![problem]);
    (Reading { vendor, vendor_name, credentials, secrets, problems, same: None }, Vec::new())
}

fn read_as(vendor: &'static Vendor, incoming: &Incoming, source: &Source<'_>) -> (Reading, Secrets) {
    let mut reading = Reading {
        vendor: vendor.id.to_owned(),
        vendor_name: vendor.name.to_owned(),
        credentials: BTreeMap::new(),
        secrets: Vec::new(),
        problems: incoming.problems.clone(),
        same: None,
    };
    let mut secrets = Secrets::new();
    let strict = !incoming.exported;
    for field in vendor.credentials {
        let mut problem = |line, message, blocks| {
            reading.problems.push(ImportProblem { line, key: field.key.to_owned(), message, blocks });
        };
        let given = incoming.values.iter().rev().find(|value| field.answers_to(&value.key));
        let Some(value) = given.filter(|value| !value.text.trim().is_empty()) else {
            let excused =
                field.unless.is_some_and(|other| incoming.values.iter().any(|value| value.key == other));
            if field.required && !excused {
                // Without the key a project is nobody's; a secret can be given afterwards.
                let id = if field.is_secret() { "import-secret-absent" } else { "problem-missing" };
                problem(incoming.line, Message::new(id), strict && field.key == vendor.owner_key);
            }
            continue;
        };
        match checked(field, value, source) {
            Ok(text) => {
                if let Some(advice) = field.advice(&text) {
                    problem(value.line, advice, false);
                }
                if field.is_secret() {
                    reading.secrets.push(field.key.to_owned());
                    secrets.push((field.key.to_owned(), SecretString::from(text.as_str())));
                } else {
                    reading.credentials.insert(field.key.to_owned(), text.to_string());
                }
            }
            Err(message) => {
                problem(value.line, message, strict);
                if !strict && !field.is_secret() {
                    reading.credentials.insert(field.key.to_owned(), value.text.to_string());
                }
            }
        }
    }
    for value in &incoming.values {
        if strict && !vendor.credentials.iter().any(|field| field.answers_to(&value.key)) {
            let key = visible::one_line(&value.key);
            let message = Message::new("import-no-field").with("vendor", vendor.name);
            reading.problems.push(ImportProblem { line: value.line, key, message, blocks: false });
        }
    }
    (reading, secrets)
}

/// A value as its field takes it. The message never repeats a secret.
fn checked(field: &Field, value: &Value, source: &Source<'_>) -> Result<Zeroizing<String>, Message> {
    let is_key = matches!(field.kind, FieldKind::Pem | FieldKind::PublicPem);
    if is_reference(value.text.trim()) {
        return Err(Message::new("import-reference"));
    }
    let text = if is_key { key(&value.text, source)? } else { value.text.clone() };
    field.check(&text).map(Zeroizing::new)
}

/// `${OTHER}`, which stands for what is not here.
fn is_reference(text: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':' || c == '-')
    };
    text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).is_some_and(is_name)
}

/// A key as text: out of base64, or out of the file that is named.
fn key(text: &str, source: &Source<'_>) -> Result<Zeroizing<String>, Message> {
    const BEGIN: &str = "-----BEGIN ";
    let text = text.trim();
    if text.contains(BEGIN) {
        // One line with `\n` written out.
        return Ok(Zeroizing::new(if text.contains('\n') {
            text.to_owned()
        } else {
            text.replace("\\r", "").replace("\\n", "\n")
        }));
    }
    if text.starts_with("LS0t")
        && let Ok(bytes) = base64::engine::general_purpose::STANDARD.decode(text)
        && let Ok(key) = String::from_utf8(bytes)
    {
        return Ok(Zeroizing::new(key));
    }
    if matches!(pem::read(text), Err(pem::Damage::Path)) {
        return (source.key_files)(text);
    }
    Ok(Zeroizing::new(text.to_owned()))
}

/// Whether these values are just what this vendor's are.
pub(super) fn fits_well(vendor: &'static Vendor, values: &[Value], source: &Source<'_>) -> bool {
    let copy = |value: &Value| Value {
        key: value.key.clone(),
        text: value.text.clone(),
        line: value.line,
        secret: value.secret,
    };
    let incoming = Incoming { values: values.iter().map(copy).collect(), ..Incoming::default() };
    read_as(vendor, &incoming, source).0.problems.is_empty()
}

/// What is there, and what has been added to it, by what it is looked for.
#[derive(Default)]
struct There {
    names: BTreeSet<String>,
    ids: BTreeSet<ProjectId>,
    /// How far numbers behind a name are known to be taken.
    numbers: BTreeMap<String, usize>,
}

impl There {
    fn add(&mut self, project: &Project) {
        self.names.insert(project.name.trim().to_lowercase());
        self.ids.insert(project.id.clone());
    }

    /// The name itself, or with the first number behind it that makes it free.
    fn free_name(&mut self, name: &str) -> String {
        if !self.names.contains(&name.to_lowercase()) {
            return name.to_owned();
        }
        let next = self.numbers.entry(name.to_lowercase()).or_insert(2);
        // One more candidate than there are names: one of them is free.
        for number in *next..=*next + self.names.len() {
            let candidate = format!("{name} ({number})");
            if !self.names.contains(&candidate.to_lowercase()) {
                *next = number + 1;
                return candidate;
            }
        }
        String::new()
    }
}

/// Says anew what becomes of each project, from what is decided and what is there.
pub fn settle(items: &mut [ImportItem], present: &[Project]) {
    let mut there = There::default();
    // The first of several projects of one owner, as in the list.
    let mut owners: BTreeMap<(&str, &str), &Project> = BTreeMap::new();
    for project in present {
        there.add(project);
        if let Some(owner) = owner(&project.vendor, &project.credentials) {
            owners.entry((project.vendor.as_str(), owner)).or_insert(project);
        }
    }
    let by_id: BTreeMap<&ProjectId, &Project> =
        present.iter().map(|project| (&project.id, project)).collect();
    for item in items {
        for reading in &mut item.readings {
            let same = item.said.id.as_ref().and_then(|id| by_id.get(id)).or_else(|| {
                let owner = owner(&reading.vendor, &reading.credentials)?;
                owners.get(&(reading.vendor.as_str(), owner))
            });
            reading.same = same.map(|same| Same { id: same.id.clone(), name: same.name.clone() });
        }
        settle_one(item, &mut there, &by_id);
    }
}

fn settle_one(item: &mut ImportItem, there: &mut There, by_id: &BTreeMap<&ProjectId, &Project>) {
    let wanted = wanted_name(item);
    let can_be_taken = item.can_be_taken();
    let reading = item.reading().or(item.readings.first()).cloned();
    item.project.vendor = item.reading().map(|reading| reading.vendor.clone()).unwrap_or_default();
    item.project.environment = item.said.environment.unwrap_or_default();
    item.project.group.clone_from(&item.said.group);
    item.project.place = item.said.place;
    item.project.references.clear();
    item.project.name.clone_from(&wanted);
    item.project.id = item.said.id.clone().unwrap_or_else(|| item.spare.clone());
    let Some(reading) = reading else {
        item.action = ImportAction::Refuse;
        return;
    };
    item.project.credentials = reading.credentials;
    item.project.secrets = reading.secrets.iter().cloned().collect();
    let same = reading.same.and_then(|same| by_id.get(&same.id).copied());
    let id_taken = there.ids.contains(&item.project.id);
    item.action = match (can_be_taken, item.decision.take, same) {
        (false, Take::Leave, _) => ImportAction::Skip,
        (false, ..) => ImportAction::Refuse,
        (_, Take::Leave, _) | (_, Take::Usual, Some(_)) => ImportAction::Skip,
        (_, Take::Usual, None) if id_taken => ImportAction::Skip,
        (_, Take::Replace, Some(same)) => {
            replace(&mut item.project, same, item.said.environment.is_some());
            if item.said.name.is_none() || there.names.contains(&wanted.to_lowercase()) {
                item.project.name.clone_from(&same.name);
            }
            ImportAction::Replace { name: same.name.clone() }
        }
        (_, Take::Usual | Take::Add | Take::Replace, _) => {
            if id_taken {
                item.project.id = item.spare.clone();
            }
            item.project.name = there.free_name(&wanted);
            if item.project.name == wanted {
                ImportAction::Add
            } else {
                ImportAction::Rename { from: wanted }
            }
        }
    };
    if item.is_taken() {
        there.add(&item.project);
    }
}

/// What the text says over what is there; what it does not say stays.
fn replace(project: &mut Project, same: &Project, environment: bool) {
    project.id = same.id.clone();
    project.place = same.place;
    project.references.clone_from(&same.references);
    if !environment {
        project.environment = same.environment;
    }
    project.group = project.group.take().or_else(|| same.group.clone());
    let mut credentials = same.credentials.clone();
    credentials.append(&mut project.credentials);
    project.credentials = credentials;
    project.secrets.extend(same.secrets.iter().cloned());
}

/// The name in the text; else the vendor's, with what tells it from its others.
fn wanted_name(item: &ImportItem) -> String {
    let vendor = item.reading().or(item.readings.first()).map_or("", |reading| reading.vendor_name.as_str());
    match (&item.said.name, &item.said.label) {
        (Some(name), _) => name.clone(),
        (None, Some(label)) => format!("{vendor} {label}"),
        (None, None) => vendor.to_owned(),
    }
}

/// Whose credentials they are.
fn owner<'a>(vendor: &str, credentials: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let key = vendor::vendor(vendor)?.owner_key;
    credentials.get(key).map(|owner| owner.trim()).filter(|owner| !owner.is_empty())
}
