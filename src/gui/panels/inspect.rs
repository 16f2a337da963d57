//! Inspect: a paste box, the verdict, its answers, a picture of time, the parts; beside them bytes and findings.

use eframe::egui::{Align, Layout, Ui};

use super::bytes;
use super::fields::{self, Remarks};
use super::{actions, compare, snippet, token, vault};
use crate::app::model::Focus;
use crate::app::{Command, Msg};
use crate::codec::json::plain;
use crate::gui::theme::{Tone, space};
use crate::gui::view::{View, keys, tone};
use crate::gui::widgets::{
    Button, Callout, EmptyState, FindingText, Icon, MarkShape, Segmented, TextField, TextPart, TimeLine,
    TimeMark, at_right, card, finding, state_chip, swatches, tag, text,
};
use crate::i18n::{Arg, Message};
use crate::store::Project;
use crate::token::report::{codes_words, kind_text_id};
use crate::token::{Context, Field, Report, Severity, Shape, Signature, Time, VendorCode, visible};
use crate::vendor::Limits;

/// Rows of the paste box: while it is empty, and the most of a token.
const ROWS: (usize, usize) = (6, 4);

/// Whether there is something to show in the detail column.
pub(super) fn has_detail(view: &View<'_>) -> bool {
    view.model.inspect.report.is_some()
}

/// The paste box and the verdict.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let model = view.model;
    head(ui, view);
    paste_box(ui, view);
    let Some(report) = &model.inspect.report else {
        if model.inspect.text.is_empty() {
            let (title, words) = (view.text("inspect-empty"), view.text("inspect-empty.text"));
            EmptyState::new(Icon::Search, &title, &words).show(ui, |_| ());
        }
        return;
    };
    kind_line(ui, view, report);
    known(ui, view, report);
    if model.compare.open {
        compare::show(ui, view);
        return;
    }
    verdict(ui, view, report);
    other_project(ui, view, report);
    if let Some(failure) = &model.inspect.failure {
        let (title, words) = view.failure(failure);
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Lock).show(ui, |_| ());
        vault::where_needed(ui, view, failure);
    }
    answers(ui, view, report);
    let expects = !model.expect.wanted.is_empty() || model.expect.draft.is_some();
    if expects {
        actions::expect(ui, view, report);
    }
    time_line(ui, view, report);
    if !report.parts.is_empty() {
        let owner = model.projects.iter().find(|project| is_of(project, report));
        token::parts(ui, view, report, token::Parts::Inspected { owner });
    }
    if !expects {
        actions::expect(ui, view, report);
    }
}

/// The title and what is done with the box as a whole.
fn head(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        text::title(ui, &view.text("panel-inspect"));
        at_right(ui, "inspect", |ui| {
            if !view.model.inspect.text.is_empty() {
                let label = view.text("inspect-clear");
                if Button::new(&label).small().quiet().show(ui).clicked() {
                    view.command(Command::ClearInspect);
                }
            }
            let (label, chip) = (view.text("inspect-paste"), keys(Command::InspectClipboard));
            if Button::new(&label).small().shortcut(&chip).show(ui).clicked() {
                view.command(Command::InspectClipboard);
            }
        });
    });
}

/// The box: the token in the colours of its parts, never higher than leaves the verdict in sight.
fn paste_box(ui: &mut Ui, view: &mut View<'_>) {
    let inspect = &view.model.inspect;
    let mut pasted = inspect.text.clone();
    let (name, hint) = (view.text("inspect-box"), view.text("inspect-hint"));
    let pointed = bytes::pointed(ui);
    let parts = inspect.report.as_ref().map(|report| coloured(report, &inspect.text, pointed.as_deref()));
    let parts = parts.unwrap_or_default();
    let (rows, most) = if inspect.report.is_some() { (2, ROWS.1) } else { (ROWS.0, ROWS.0) };
    let field =
        TextField::new(&name, &mut pasted).hint(&hint).mono().rows(rows).most_rows(most).parts(&parts);
    let field = field.show(ui);
    if view.model.focus == Some(Focus::PasteBox) {
        field.request_focus();
    }
    if field.changed() {
        view.push(Msg::Paste(pasted));
    }
}

/// The runs of the pasted text in the colours of the token's parts; none where the token does not stand in it as it is
/// read, but for white space that was taken out.
fn coloured(report: &Report, pasted: &str, pointed: Option<&str>) -> Vec<TextPart> {
    let places: Vec<usize> =
        pasted.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, _)| at).collect();
    let dense: String = pasted.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(start) = dense.find(&report.text).filter(|_| !report.text.is_empty()) else {
        return Vec::new();
    };
    // Tokens are ASCII; of anything else the place of a character is not that of a byte.
    if !dense.is_ascii() {
        return Vec::new();
    }
    let place = |at: usize| places.get(start + at).copied().unwrap_or(pasted.len());
    let spans: Vec<_> = report
        .parts
        .iter()
        .filter(|part| pointed.is_some_and(|pointed| part.key == pointed))
        .filter_map(|part| part.span.clone())
        .collect();
    let mut parts = Vec::new();
    for (index, segment) in report.segments.iter().enumerate() {
        // A segment is cut where the light begins and ends.
        let mut cuts = vec![segment.range.start, segment.range.end];
        cuts.extend(spans.iter().flat_map(|span| [span.start, span.end]));
        cuts.retain(|at| (segment.range.start..=segment.range.end).contains(at));
        cuts.sort_unstable();
        cuts.dedup();
        for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
            let lit = spans.iter().any(|span| span.start <= *from && *to <= span.end);
            // The last character ends where it ends, not where the next one begins.
            let end = place(to.saturating_sub(1)) + 1;
            parts.push(TextPart { range: place(*from)..end.min(pasted.len()), part: index, lit });
        }
    }
    parts
}

/// What it is, what was taken off, and which other kinds it may be.
fn kind_line(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let mut words = vec![match report.kind {
        Some(kind) => view.text(&kind_text_id(kind)),
        None => view.text("kind-unknown"),
    }];
    if let Some(vendor) = report.vendor.and_then(crate::vendor::vendor)
        && Some(vendor.id) != report.kind
    {
        words.insert(0, vendor.name.to_owned());
    }
    if report.kind.is_some() {
        let length = report.text.chars().count().to_string();
        words.push(view.words(&Message::new("token-length").with("length", length)));
    }
    if let Some(file) = &view.model.inspect.file {
        words.push(view.words(&Message::new("inspect-file").with("name", file.clone())));
    }
    if !report.cleaned.is_empty() {
        let cleaned: Vec<String> =
            report.cleaned.iter().map(|cleaning| view.text(&format!("cleaned-{}", cleaning.0))).collect();
        words.push(view.words(&Message::new("inspect-cleaned").with("what", view.texts.list(&cleaned))));
    }
    text::note(ui, &words.join(" · "));
    if let (Some(first), false) = (report.kind, report.candidates.is_empty()) {
        let kinds: Vec<&'static str> =
            std::iter::once(first).chain(report.candidates.iter().copied()).collect();
        let labels: Vec<String> = kinds.iter().map(|kind| view.text(&kind_text_id(kind))).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let mut chosen = 0;
        let name = view.text("inspect-which");
        if Segmented::new(&name, &labels).show(ui, &mut chosen).changed() {
            view.push(Msg::SayKind(kinds.get(chosen).copied()));
        }
    }
}

/// Fields for what the token does not carry, where its check asked for them.
fn known(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let known = &view.model.inspect.known;
    let asked = report.findings.iter().any(|finding| finding.code == "needs")
        || (report.kind.is_some() && view.model.inspect.asking == report.kind);
    let Some(kind) = report.kind.and_then(crate::vendor::kind).filter(|_| asked) else { return };
    let absent = |field: &&Field| !report.fields.contains_key(field.key);
    let fields: Vec<&'static Field> = kind.spec().fields.iter().filter(absent).collect();
    if fields.is_empty() {
        return;
    }
    text::heading(ui, &view.text("inspect-known"));
    for field in fields {
        let value = known.get(field.key).map_or("", String::as_str);
        let problem = if value.is_empty() { None } else { field.check(value).err() };
        let remarks = Remarks { problem: problem.as_ref(), ..Remarks::default() };
        if let Some(value) = fields::show(ui, view, field, value, &remarks, false) {
            view.push(Msg::Know(field.key, value));
        }
    }
}

/// How it looks as a whole.
fn overall(report: &Report) -> (Tone, Icon) {
    if report.refused() {
        (Tone::Bad, Icon::Alert)
    } else if report.findings.iter().any(|finding| finding.severity == Severity::Warning) {
        (Tone::Warn, Icon::Warning)
    } else if report.accepted() == Some(true) {
        (Tone::Ok, Icon::Check)
    } else {
        (Tone::Accent, Icon::Info)
    }
}

/// What one would say of it to a colleague: how it stands, whether it is signed right, what the vendor says to it.
fn verdict(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let (tone, icon) = overall(report);
    // The words follow the clock, the rest of the report does not need to.
    let title = view.words(&report.headline_at(view.model.now));
    let mut sentences = Vec::new();
    if report.shape == Shape::Ok {
        sentences.push(view.words(&report.signature_sentence()));
    }
    let told = report.told_by_vendor();
    let worst = report.findings.first().filter(|finding| finding.severity == Severity::Error);
    if let Some(codes) = codes_sentence(view, &told) {
        // Why it is refused stands at the right; what that looks like is what brought somebody here.
        let says_why = matches!(report.window.state(view.model.now), crate::token::WindowState::Expired)
            || report.signature == Signature::Invalid;
        sentences.extend(worst.filter(|_| !says_why).map(|worst| view.words(&worst.message())));
        sentences.push(codes);
    } else {
        sentences.extend(worst.map(|worst| view.words(&worst.message())));
    }
    sentences.extend(report.expected_sentence().map(|message| view.words(&message)));
    let words = visible::one_line(&view.texts.sentences(&sentences));
    let project = report.project.clone().unwrap_or_default();
    Callout::new(tone, &title, &words).strong(&project).icon(icon).show(ui, |ui| actions::again(ui, view));
}

/// `A login with it fails with 1102018 (web), 1002033 (native).`
fn codes_sentence(view: &View<'_>, codes: &[VendorCode]) -> Option<String> {
    let by_server = codes.first()?.place == "server";
    let id = if by_server { "codes-server" } else { "codes-login" };
    Some(view.words(&Message::new(id).with("codes", codes_words(codes, view.texts))))
}

/// Whether a project is the one that a report is about.
fn is_of(project: &Project, report: &Report) -> bool {
    Some(project.vendor.as_str()) == report.vendor && Some(&project.name) == report.project.as_ref()
}

/// That the token is another project's than the chosen one's of the same vendor.
fn other_project(ui: &mut Ui, view: &mut View<'_>, report: &Report) {
    let model = view.model;
    let (Some(chosen), Some(owner)) =
        (model.selected(), model.projects.iter().find(|project| is_of(project, report)))
    else {
        return;
    };
    let own = |project: &Project, key: &str| project.credentials.get(key).cloned();
    let key = report.vendor.and_then(crate::vendor::vendor).map_or("", |vendor| vendor.owner_key);
    // Of two projects with one key it is anybody's.
    if chosen.id == owner.id || chosen.vendor != owner.vendor || own(chosen, key) == own(owner, key) {
        return;
    }
    let id = match report.signature {
        Signature::Valid | Signature::None => "inspect-other-project",
        Signature::Invalid | Signature::Unchecked => "inspect-other-project-named",
    };
    let message = Message::new(id)
        .with("project", visible::one_line(&owner.name))
        .with("chosen", visible::one_line(&chosen.name));
    let words = view.words(&message);
    let go = Message::new("inspect-go-to").with("project", visible::one_line(&owner.name));
    let (go, id) = (view.words(&go), owner.id.clone());
    let pressed = Callout::new(Tone::Warn, &words, "")
        .inline()
        .icon(Icon::Warning)
        .show(ui, |ui| Button::new(&go).small().show(ui).clicked());
    if pressed {
        view.push(Msg::Select(id));
    }
}

fn answers(ui: &mut Ui, view: &View<'_>, report: &Report) {
    let shape = match report.shape {
        Shape::Ok => Tone::Ok,
        Shape::Damaged | Shape::Unknown => Tone::Bad,
    };
    let signature = match report.signature {
        Signature::Valid => Tone::Ok,
        Signature::Invalid => Tone::Bad,
        Signature::Unchecked | Signature::None => Tone::Neutral,
    };
    let context = match report.belongs {
        Context::Match => Tone::Ok,
        Context::Mismatch => Tone::Bad,
        Context::Unchecked => Tone::Neutral,
    };
    let (state, window) = token::state(report, view.model.now);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(space::S, space::S);
        state_chip(ui, &view.text(&format!("chip-shape-{}", report.shape.name())), shape);
        if report.shape == Shape::Ok {
            state_chip(ui, &view.text(&format!("chip-signature-{}", report.signature.name())), signature);
            state_chip(ui, &view.text(state), window);
            state_chip(ui, &view.text(&format!("chip-context-{}", report.belongs.name())), context);
        }
    });
}

/// The life of the token, now, and the vendor's limits, as far as there are times.
fn time_line(ui: &mut Ui, view: &View<'_>, report: &Report) {
    /// Beyond the year 9999 nothing is a time any more.
    const LAST: i64 = 253_402_300_799;
    let now = view.model.now;
    let window = &report.window;
    let times = [window.issued_at, window.not_before, window.expires_at];
    let is_time = |time: &Time| (0..LAST).contains(&time.seconds());
    // It is good from its start on, whenever it was made.
    let (start, end) = (window.not_before.or(window.issued_at), window.expires_at);
    let backwards = start.zip(end).is_some_and(|(start, end)| end <= start);
    if times.iter().flatten().next().is_none() || !times.iter().flatten().all(is_time) || backwards {
        return;
    }
    let limits = report.kind.and_then(crate::vendor::kind).map_or(Limits::NONE, |kind| kind.spec().limits);
    let mut marks: Vec<(Time, MarkShape, String)> = Vec::new();
    let at = |id: &'static str, time: Time| view.words(&Message::new(id).with("moment", view.moment(time)));
    if let Some(made) = window.issued_at {
        marks.push((made, MarkShape::Dot, at("line-made", made)));
    }
    if let Some(from) = window.not_before.filter(|from| Some(*from) != window.issued_at) {
        marks.push((from, MarkShape::Ring, at("line-from", from)));
    }
    if let Some(end) = end {
        let id = if end < now { "line-ended" } else { "line-ends" };
        marks.push((end, MarkShape::Dot, at(id, end)));
    }
    if let (Some(longest), Some(_)) = (limits.longest_life, end) {
        let words = Message::new("line-limit").with("span", Arg::Span(longest * 1000));
        let limit = window.issued_at.or(start).unwrap_or(now).plus(longest * 1000);
        marks.push((limit, MarkShape::Limit, view.words(&words)));
    }
    if let (Some((product, longest)), Some(end)) = (limits.product_life, end)
        && end > now
    {
        let words = Message::new("line-product-limit").with("product", product);
        let words = words.with("span", Arg::Span(longest * 1000));
        marks.push((now.plus(longest * 1000), MarkShape::Limit, view.words(&words)));
    }
    let (_, tone) = token::state(report, now);
    let span = start.zip(end).map(|(start, end)| view.texts.span(end.since(start))).unwrap_or_default();
    let now_word = view.text("line-now");
    let spoken: Vec<&str> = marks.iter().map(|(_, _, words)| words.as_str()).collect();
    let today = view.words(&Message::new("line-now-is").with("moment", view.moment(now)));
    let name = format!("{}, {today}", spoken.join(", "));
    let drawn: Vec<TimeMark<'_>> =
        marks.iter().map(|(at, shape, words)| TimeMark { at: at.millis(), shape: *shape, words }).collect();
    let warned = limits.warned_before.zip(end).map(|(before, end)| end.plus(-before * 1000));
    let leeway = limits.leeway.zip(end).map(|(after, end)| end.plus(after * 1000));
    TimeLine {
        name: &name,
        start: start.map(Time::millis),
        end: end.map(Time::millis),
        warn_from: warned.map(Time::millis),
        leeway_to: leeway.map(Time::millis),
        marks: &drawn,
        now: (now.millis(), &now_word),
        span: &span,
        tone,
    }
    .show(ui);
    bands(ui, view, &limits, end.is_some());
}

/// What the bands of the picture mean, and what nobody has documented.
fn bands(ui: &mut Ui, view: &View<'_>, limits: &Limits, ends: bool) {
    if !ends {
        return;
    }
    let span = |id: &'static str, seconds: i64| {
        view.words(&Message::new(id).with("span", Arg::Span(seconds * 1000)))
    };
    let warned = limits.warned_before.map(|before| (span("line-warned", before), 1.0));
    let leeway = limits.leeway.map(|after| (span("line-leeway", after), 0.3));
    let bands: Vec<(String, f32)> = warned.into_iter().chain(leeway).collect();
    let bands: Vec<(&str, f32)> = bands.iter().map(|(words, strength)| (words.as_str(), *strength)).collect();
    let unconfirmed = match (limits.longest_life, limits.leeway) {
        (None, None) => "line-unconfirmed-both",
        (Some(_), None) => "line-unconfirmed-leeway",
        (None, Some(_)) => "line-unconfirmed-life",
        (Some(_), Some(_)) => "",
    };
    let words = if unconfirmed.is_empty() { String::new() } else { view.text(unconfirmed) };
    swatches(ui, &bands, &words);
}

/// The bytes and the findings.
pub(super) fn detail(ui: &mut Ui, view: &mut View<'_>) {
    let Some(report) = &view.model.inspect.report else { return };
    findings(ui, view, report);
    if !report.segments.is_empty() {
        ui.horizontal_wrapped(|ui| {
            if Button::new(&view.text("qr-button")).show(ui).clicked() {
                view.command(Command::ShowQr);
            }
            snippet::button(ui, view, true);
        });
    }
    if report.layers.is_empty() && !report.segments.is_empty() {
        token_card(ui, view, report);
    }
    bytes::layers(ui, view, report);
    bytes::settle(ui);
}

/// What the colours in the box mean, where no bytes say it.
fn token_card(ui: &mut Ui, view: &View<'_>, report: &Report) {
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        text::heading(ui, &view.text("token-heading"));
    });
    card(ui, |ui| token::coloured(ui, view, report, "token-heading", 10));
}

fn findings(ui: &mut Ui, view: &View<'_>, report: &Report) {
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        text::heading(ui, &view.text("findings-heading"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            tag(ui, &report.findings.len().to_string(), Tone::Neutral);
        });
    });
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for found in &report.findings {
            let text = visible::one_line(&view.words(&found.message()));
            let remedy = visible::one_line(&view.words(&found.remedy()));
            let codes = if found.vendor_codes.is_empty() {
                String::new()
            } else {
                let codes = codes_words(found.vendor_codes, view.texts);
                view.words(&Message::new("codes-line").with("codes", codes))
            };
            let severity = view.text(&format!("severity-{}", found.severity.name()));
            let words = FindingText {
                code: found.code,
                tone: tone(found.severity),
                severity: &severity,
                text: &text,
                remedy: &remedy,
                codes: &codes,
            };
            finding(ui, &words);
        }
        if report.findings.is_empty() {
            text::dim(ui, &view.text("findings-none"));
        }
    });
}

/// The value of a report's part that names its owner: that of the project's own credential.
pub(super) fn names_owner(project: &Project, value: &serde_json::Value) -> bool {
    let key = crate::vendor::vendor(&project.vendor).map_or("", |vendor| vendor.owner_key);
    project.credentials.get(key).is_some_and(|own| *own == plain(value))
}
