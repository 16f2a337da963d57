//! Inspection: pasted text -> cleaned -> recognised -> taken apart -> judged -> [`Report`].

use super::{Decoded, Kind, Recognition, VENDORS, kinds};
use crate::codec::json::plain;
use crate::i18n::Arg;
use crate::token::clean::{self, Cleaning};
use crate::token::time::MILLISECONDS_FROM;
use crate::token::{
    Context, Expected, Field, FieldKind, Finding, Inputs, MAX_TEXT, Report, Severity, Shape, Signature, Time,
    WindowState, visible,
};

/// Pasted text, cleaned and recognised.
#[derive(Debug, Clone)]
pub struct Pasted {
    /// The token without what was around it.
    pub text: String,
    /// What was taken off or put back.
    pub cleaned: Vec<Cleaning>,
    /// The kind, where one fits.
    pub kind: Option<&'static dyn Kind>,
    /// Other kinds that look the same.
    pub candidates: Vec<&'static dyn Kind>,
    too_long: Option<Length>,
}

/// How long a text is that is too long.
#[derive(Debug, Clone, Copy)]
enum Length {
    Known(usize),
    /// It was not read to its end.
    Open,
}

/// One set of credentials to check a token with.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The saved project they come from.
    pub project: Option<String>,
    /// The credentials.
    pub inputs: Inputs,
}

impl Pasted {
    /// Cleans and recognises any text. A given `kind` is taken as said.
    pub fn read(given: &str, kind: Option<&'static dyn Kind>) -> Self {
        if given.len() > MAX_TEXT {
            return Self { text: given.chars().take(80).collect(), ..Self::too_long(Some(given.len())) };
        }
        let whole = given.trim();
        let reads_whole =
            |asked: &'static dyn Kind| kind.is_none_or(|said| said == asked) && asked.reads_whole(whole);
        let mut readers = kinds().filter(|kind| reads_whole(*kind));
        if let Some(first) = readers.next() {
            return Self { candidates: readers.collect(), ..Self::whole(whole, first) };
        }
        let mut cleaned = clean::clean(given);
        let mut sure: Vec<&'static dyn Kind> = Vec::new();
        let mut unsure: Vec<&'static dyn Kind> = Vec::new();
        let asked: Box<dyn Iterator<Item = &'static dyn Kind>> = match kind {
            Some(kind) => Box::new(std::iter::once(kind)),
            None => Box::new(kinds()),
        };
        for kind in asked {
            match kind.recognise(&cleaned.text) {
                Recognition::No => {}
                Recognition::Maybe => unsure.push(kind),
                Recognition::Yes => sure.push(kind),
                Recognition::Repaired { text, cleaning } => {
                    cleaned.text = text;
                    cleaned.done.push(cleaning);
                    sure.push(kind);
                    break;
                }
            }
        }
        let mut found = if sure.is_empty() { unsure } else { sure }.into_iter();
        let first = kind.or_else(|| found.next());
        // A kind that was said is no other kind of itself.
        let candidates = found.filter(|other| Some(*other) != first).collect();
        Self { text: cleaned.text, cleaned: cleaned.done, kind: first, candidates, too_long: None }
    }

    /// Text that is longer than is looked at, and was not read for it. Its length, where it is known.
    pub fn too_long(length: Option<usize>) -> Self {
        Self {
            text: String::new(),
            cleaned: Vec::new(),
            kind: None,
            candidates: Vec::new(),
            too_long: Some(length.map_or(Length::Open, Length::Known)),
        }
    }

    /// A token known to be whole and of this kind.
    pub fn whole(text: &str, kind: &'static dyn Kind) -> Self {
        Self {
            text: text.to_owned(),
            cleaned: Vec::new(),
            kind: Some(kind),
            candidates: Vec::new(),
            too_long: None,
        }
    }

    /// Whether the text itself says what it is: one kind is sure, and not only that of any JWT; or it was not read.
    pub fn is_special(&self) -> bool {
        let general = |kind: &'static dyn Kind| kind.vendor().id == super::jwt::VENDOR.id;
        self.too_long.is_some() || self.text.is_empty() || self.kind.is_some_and(|kind| !general(kind))
    }

    /// The same, where several kinds look alike: of those only such as `fits`, if there are any.
    #[must_use]
    pub fn of_those(mut self, fits: impl Fn(&'static dyn Kind) -> bool) -> Self {
        let alike = self.kind.into_iter().chain(self.candidates.iter().copied());
        let mut fitting: Vec<_> = alike.filter(|kind| fits(*kind)).collect();
        if !self.candidates.is_empty() && !fitting.is_empty() {
            self.kind = Some(fitting.remove(0));
            self.candidates = fitting;
        }
        self
    }

    /// Whose the token claims to be, before any secret is asked for.
    pub fn owner(&self) -> Option<String> {
        self.kind?.decode(&self.text, &Inputs::default()).owner
    }
}

/// Takes the token apart and judges it.
///
/// `known` is what the token does not carry; `trials` are credentials to try in turn until one fits, fetched only as
/// far as needed; `expect` are fields that the tester wants to be so.
pub fn inspect(
    pasted: &Pasted,
    known: &Inputs,
    trials: impl IntoIterator<Item = Trial>,
    expect: &[(String, String)],
    now: Time,
) -> Report {
    let Some(kind) = pasted.kind else { return unknown(pasted, now) };
    let vendor = kind.vendor();
    let (decoded, trial, tried) = best(kind, &pasted.text, known, trials);
    let checked_with = trial.as_ref().map_or_else(|| known.clone(), |t| known.clone().and(t.inputs.clone()));

    let mut findings = decoded.findings.clone();
    let mut foreign = false;
    if decoded.shape == Shape::Ok {
        let wrong = kind.reword(signature_finding(trial.as_ref()), &decoded);
        let told = findings.iter().any(|finding| finding.code == "alg" || finding.code == wrong.code);
        if decoded.signature == Signature::Invalid && !told {
            findings.push(wrong);
        }
        let verified = kind.verify(&decoded, &checked_with, now);
        foreign = verified.foreign;
        findings.extend(verified.findings);
        let given_owner = checked_with.text(vendor.owner_key);
        if let (Some(claimed), Some(given)) = (&decoded.owner, given_owner)
            && claimed != given
        {
            foreign = true;
            let finding = Finding::error("owner_mismatch")
                .with("claimed", visible::one_line(claimed))
                .with("given", visible::one_line(given));
            findings.push(kind.reword(finding, &decoded));
        }
        let timed = time_findings(kind, &decoded, now);
        findings.extend(timed.into_iter().map(|finding| kind.reword(finding, &decoded)));
        if let Some(project) = trial.as_ref().and_then(|trial| trial.project.as_ref())
            && decoded.signature == Signature::Unchecked
        {
            findings.push(Finding::info("secret_absent").with("project", project.clone()));
        }
        if trial.is_none() && tried > 0 {
            let finding = Finding::info("no_project").with("vendor", vendor.name);
            findings.push(match &decoded.owner {
                Some(owner) => finding.with("owner", visible::one_line(owner)),
                None => finding.variant("nameless"),
            });
        }
    }
    findings.extend(mixed_scripts(&decoded));
    findings.extend(cleaning_finding(&pasted.cleaned));
    let expected = expectations(&decoded, kind, expect);
    let expected_all = expected.iter().all(Expected::fits);
    findings.extend(expected.iter().filter_map(expectation_finding));
    findings.sort_by_key(|finding| finding.severity);
    for finding in &mut findings {
        finding.vendor_codes = kind.codes_for(finding);
    }

    let owner_known = checked_with.text(vendor.owner_key).is_some() && decoded.owner.is_some();
    let belongs = match (foreign, owner_known) {
        (true, _) => Context::Mismatch,
        (false, true) => Context::Match,
        (false, false) => Context::Unchecked,
    };
    let context = match belongs {
        _ if !expected_all => Context::Mismatch,
        Context::Unchecked if !expect.is_empty() => Context::Match,
        belongs => belongs,
    };
    let is_key =
        |field: &Field| matches!(field.kind, FieldKind::PublicPem) && checked_with.text(field.key).is_some();
    let has_key = checked_with.has_secret() || vendor.credentials.iter().any(is_key);
    let checked = match decoded.signature {
        Signature::Unchecked => decoded.shape == Shape::Damaged && has_key,
        Signature::None => owner_known,
        // An algorithm that is never accepted needs no key to be refused, but then nothing was checked with one.
        Signature::Valid | Signature::Invalid => has_key,
    };
    Report {
        kind: Some(kind.spec().id),
        vendor: Some(vendor.id),
        candidates: pasted.candidates.iter().map(|kind| kind.spec().id).collect(),
        project: trial.and_then(|trial| trial.project),
        text: pasted.text.clone(),
        cleaned: pasted.cleaned.clone(),
        shape: decoded.shape,
        signature: decoded.signature,
        context,
        belongs,
        window: decoded.window,
        checked,
        fields: decoded.fields,
        parts: decoded.parts,
        segments: decoded.segments,
        layers: decoded.layers,
        findings,
        expected,
        names: kind.spec().names,
        now,
    }
}

/// The decoding with the first credentials that fit; else with those whose owner the token names; else with given
/// ones that no project vouches for; else with none. Also how many were tried.
fn best(
    kind: &'static dyn Kind,
    text: &str,
    known: &Inputs,
    trials: impl IntoIterator<Item = Trial>,
) -> (Decoded, Option<Trial>, usize) {
    let owner_key = kind.vendor().owner_key;
    let mut near: Option<(Decoded, Trial)> = None;
    let mut tried = 0;
    for trial in trials {
        tried += 1;
        let decoded = kind.decode(text, &known.clone().and(trial.inputs.clone()));
        let names_it = decoded.owner.is_some() && decoded.owner.as_deref() == trial.inputs.text(owner_key);
        let fits = match decoded.signature {
            Signature::Valid => true,
            Signature::None => names_it,
            Signature::Invalid | Signature::Unchecked => false,
        };
        if fits {
            return (decoded, Some(trial), tried);
        }
        if near.is_none() && (names_it || trial.project.is_none()) {
            near = Some((decoded, trial));
        }
    }
    match near {
        Some((decoded, trial)) => (decoded, Some(trial), tried),
        None => (kind.decode(text, known), None, tried),
    }
}

fn signature_finding(trial: Option<&Trial>) -> Finding {
    match trial.and_then(|trial| trial.project.clone()) {
        Some(project) => Finding::error("signature").variant("project").with("project", project),
        None => Finding::error("signature"),
    }
}

/// What the clock says: milliseconds, made in the future, not yet, expired, lives too long.
fn time_findings(kind: &'static dyn Kind, decoded: &Decoded, now: Time) -> Vec<Finding> {
    const CLOCKS_DIFFER_BY: i64 = 60_000;
    let window = &decoded.window;
    let limits = kind.spec().limits;
    let mut findings = Vec::new();
    let in_millis = |time: Option<Time>| time.is_some_and(|time| time.seconds() > MILLISECONDS_FROM);
    let end_in_millis = in_millis(window.expires_at);
    if end_in_millis || in_millis(window.issued_at) {
        let raw = if end_in_millis { window.expires_at } else { window.issued_at };
        let value = raw.map(|time| time.seconds().to_string()).unwrap_or_default();
        findings.push(Finding::error("milliseconds").with("value", value));
    } else if let Some(made) = window.issued_at {
        let ahead = Arg::Span(made.since(now));
        if limits.refuses_future && made > now {
            findings.push(Finding::error("iat_future").with("ahead", ahead));
        } else if made.since(now) > CLOCKS_DIFFER_BY {
            findings.push(Finding::warning("iat_future").variant("mild").with("ahead", ahead));
        }
    }
    let ago = Arg::Span(window.remaining(now).unwrap_or_default());
    match (window.state(now), window.expires_at, window.not_before) {
        (WindowState::Expired, Some(end), _) => {
            findings.push(Finding::error("expired").with("end", end).with("ago", ago));
        }
        (WindowState::NotYet, _, Some(start)) => {
            findings.push(Finding::error("not_yet").with("start", start));
        }
        _ => {}
    }
    if let (Some(longest), Some(end), false) = (limits.longest_life, window.expires_at, end_in_millis) {
        // One that does not say when it was made lives on from now, and longer if it is older.
        let life = end.since(window.issued_at.unwrap_or(now));
        if life > longest * 1000 {
            let finding = Finding::error("lifetime").with("life", Arg::Span(life));
            findings.push(finding.with("longest", Arg::Span(longest * 1000)));
        }
        if life <= 0 && window.issued_at.is_some() {
            findings.push(Finding::warning("ends_before_start"));
        }
    }
    findings
}

/// Names that are not what they look like.
fn mixed_scripts(decoded: &Decoded) -> impl Iterator<Item = Finding> {
    decoded.fields.iter().filter_map(|(key, value)| Finding::mixed_scripts(key, value.as_str()?))
}

/// Dirt is told as a warning, because the vendor refuses the text as it was pasted; mere white space is not.
fn cleaning_finding(cleaned: &[Cleaning]) -> Option<Finding> {
    if cleaned.is_empty() {
        return None;
    }
    let mild = cleaned.iter().all(|cleaning| *cleaning == clean::SPACE);
    Some(if mild { Finding::info("cleaned").variant("mild") } else { Finding::warning("cleaned") })
}

/// What the token says of each field that the tester wants to be so: by the vendor's name, by the input's, or by the
/// name of a part.
fn expectations(decoded: &Decoded, kind: &'static dyn Kind, expect: &[(String, String)]) -> Vec<Expected> {
    let value = |key: &String| {
        let of_input = || {
            let names = kind.spec().names.iter().filter(|name| name.field == Some(key.as_str()));
            names.into_iter().find_map(|name| decoded.fields.get(name.name))
        };
        let part = || decoded.parts.iter().find(|part| part.key == *key).map(|part| &part.value);
        decoded.fields.get(key).or_else(of_input).or_else(part).map(plain)
    };
    let judge = |(key, wanted): &(String, String)| Expected {
        key: key.clone(),
        wanted: wanted.clone(),
        got: value(key),
    };
    expect.iter().map(judge).collect()
}

fn expectation_finding(expected: &Expected) -> Option<Finding> {
    if expected.fits() {
        return None;
    }
    let finding = Finding::error("expect_mismatch").with("key", visible::one_line(&expected.key));
    let finding = finding.with("wanted", visible::one_line(&expected.wanted));
    Some(match &expected.got {
        Some(got) => finding.with("got", visible::one_line(got)),
        None => finding.variant("absent"),
    })
}

fn unknown(pasted: &Pasted, now: Time) -> Report {
    let hint = || VENDORS.iter().find_map(|vendor| (vendor.hint)(&pasted.text));
    let finding = match pasted.too_long {
        Some(Length::Known(length)) => {
            Finding::error("too_long").with("length", length).with("longest", MAX_TEXT)
        }
        Some(Length::Open) => Finding::error("too_long").variant("open").with("longest", MAX_TEXT),
        None if pasted.text.is_empty() => Finding::error("unrecognised").variant("empty"),
        None => hint().unwrap_or_else(|| Finding::error("unrecognised")),
    };
    let mut findings = vec![finding];
    findings.extend(cleaning_finding(&pasted.cleaned));
    debug_assert!(findings.first().is_some_and(|finding| finding.severity == Severity::Error));
    Report {
        kind: None,
        vendor: None,
        candidates: Vec::new(),
        project: None,
        text: pasted.text.clone(),
        cleaned: pasted.cleaned.clone(),
        shape: Shape::Unknown,
        signature: Signature::Unchecked,
        context: Context::Unchecked,
        belongs: Context::Unchecked,
        window: crate::token::Window::default(),
        checked: false,
        fields: serde_json::Map::new(),
        parts: Vec::new(),
        segments: Vec::new(),
        layers: Vec::new(),
        findings,
        expected: Vec::new(),
        names: &[],
        now,
    }
}
