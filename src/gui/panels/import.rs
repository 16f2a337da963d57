//! The import dialog: where from, a look at what would come of it, what did.

use eframe::egui::{
    Align, Context, Event, Frame, Id, Key, Layout, Margin, Modifiers, Rect, ScrollArea, Ui, Vec2, vec2,
};
use zeroize::Zeroizing;

use super::chrome::mark;
use crate::app::Msg;
use crate::app::import::{Import, ImportMsg, Preview, Step, Taken};
use crate::app::model::{Failure, SecretText};
use crate::gui::theme::{CONTROL_HEIGHT, Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{
    Button, Callout, CheckBox, FormRow, Icon, Modal, SecretField, Segmented, Select, TextField, badge, card,
    tag, text,
};
use crate::i18n::Message;
use crate::store::import::Take;
use crate::store::{ImportAction, ImportItem, SecretPlace};
use crate::token::visible;
use crate::vendor;

/// What the dialog has above and below its list.
const BESIDE_LIST: f32 = 300.0;
/// And what a failure takes there.
const FAILURE: f32 = 100.0;
/// About how high a project of the list is, until it has been drawn.
const ROW: f32 = 96.0;

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>, import: &Import) {
    pasted(ctx, view, import);
    let title = view.text("import-title");
    let close = view.text("close");
    let modal = Modal::new(&title, &close).width(680.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        match &import.step {
            Step::Choose => choose(ui, view, import),
            Step::Sealed(file) => open(ui, view, import, file.as_deref()),
            Step::Look(preview) => look(ui, view, import, preview),
            Step::Done(taken) => done(ui, view, taken),
        }
    });
    if modal.closed {
        view.push(Msg::Close);
    }
}

fn send(view: &mut View<'_>, msg: ImportMsg) {
    view.push(Msg::Import(msg));
}

/// Text that is pasted: several lines are no path.
fn pasted(ctx: &Context, view: &mut View<'_>, import: &Import) {
    if !matches!(import.step, Step::Choose) {
        return;
    }
    let typing = ctx.text_edit_focused();
    let mut pasted = None;
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if !typing || text.trim_end().contains('\n') => {
                pasted = Some(SecretText(Zeroizing::new(text.clone())));
                false
            }
            _ => true,
        });
    });
    if let Some(text) = pasted {
        send(view, ImportMsg::Text(text));
    }
}

fn choose(ui: &mut Ui, view: &mut View<'_>, import: &Import) {
    text::dim(ui, &view.text("import-about"));
    let free = !import.running;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::S);
        let label = view.text("import-pick");
        if Button::new(&label).primary().enabled(free && !import.picking).show(ui).clicked() {
            let title = view.text("import-pick-title");
            send(view, ImportMsg::Pick(title));
        }
        let label = view.text("import-clipboard");
        if Button::new(&label).enabled(free).show(ui).clicked() {
            send(view, ImportMsg::Clipboard);
        }
    });
    let (label, help) = (view.text("import-path"), view.text("import-path.help"));
    let mut path = import.path.clone();
    let row = FormRow::new(&label).help(&help);
    let field = row.show(ui, |ui, label| TextField::new(label, &mut path).enabled(free).show(ui));
    let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if field.changed() {
        send(view, ImportMsg::Path(path.clone()));
    }
    if let Some(failure) = &import.failure {
        failed(ui, view, failure);
    }
    buttons(ui, |ui| {
        let label = view.text(if import.running { "import-reading" } else { "import-read" });
        let can = free && !path.trim().is_empty();
        if Button::new(&label).enabled(can).show(ui).clicked() || (enter && can) {
            send(view, ImportMsg::Read);
        }
        if Button::new(&view.text("cancel")).show(ui).clicked() {
            view.push(Msg::Close);
        }
    });
}

/// The passphrase of what is under one.
fn open(ui: &mut Ui, view: &mut View<'_>, import: &Import, file: Option<&str>) {
    let source = file.map_or_else(|| view.text("import-from-text"), visible::one_line);
    text::dim(ui, &view.text("import-sealed"));
    text::note(ui, &source);
    let (label, reveal) = (view.text("import-passphrase"), view.text("vault-reveal"));
    let mut typed = import.passphrase.clone();
    let row = FormRow::new(&label);
    let field = row.show(ui, |ui, label| {
        SecretField::new(label, &reveal).enabled(!import.running).show(ui, &mut typed.0)
    });
    let can = !import.running && !typed.0.is_empty();
    let enter = field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if field.changed() {
        send(view, ImportMsg::Passphrase(typed));
    }
    if let Some(failure) = &import.failure {
        failed(ui, view, failure);
    }
    buttons(ui, |ui| {
        let label = view.text(if import.running { "import-opening" } else { "import-open" });
        if Button::new(&label).primary().enabled(can).show(ui).clicked() || (enter && can) {
            send(view, ImportMsg::Open);
        }
        if Button::new(&view.text("import-back")).enabled(!import.running).show(ui).clicked() {
            send(view, ImportMsg::Back);
        }
    });
}

/// The buttons at the foot, from right to left. As high as they are: what is left of a higher step is not filled.
fn buttons(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        contents(ui);
    });
}

fn failed(ui: &mut Ui, view: &View<'_>, failure: &Failure) {
    let mut words = vec![view.words(&failure.remedy())];
    words.extend(failure.cause.as_ref().map(|cause| view.words(cause)));
    let title = view.words(&failure.message);
    Callout::new(Tone::Bad, &title, &words.join(" ")).icon(Icon::Alert).show(ui, |_| ());
}

fn look(ui: &mut Ui, view: &mut View<'_>, import: &Import, preview: &Preview) {
    head(ui, view, preview);
    let beside = if import.failure.is_some() { BESIDE_LIST + FAILURE } else { BESIDE_LIST };
    let room = (ui.ctx().content_rect().height() - beside).max(120.0);
    ScrollArea::vertical().id_salt("import").max_height(room).show(ui, |ui| {
        // The ring around a control is wider than the control.
        Frame::NONE.inner_margin(Margin::symmetric(3, 2)).show(ui, |ui| {
            ui.add_enabled_ui(!import.running, |ui| list(ui, view, preview));
        });
    });
    if preview.secrets() > 0 {
        place(ui, view, import, preview);
    }
    if let Some(failure) = &import.failure {
        failed(ui, view, failure);
    }
    buttons(ui, |ui| {
        let label = if import.running {
            view.text("import-taking")
        } else {
            view.words(&Message::new("import-take").with("count", preview.taken().to_string()))
        };
        let can = !import.running && preview.taken() > 0;
        let pressed = Button::new(&label).primary().enabled(can).show(ui).clicked();
        if Button::new(&view.text("import-back")).enabled(!import.running).show(ui).clicked() {
            send(view, ImportMsg::Back);
        }
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if pressed || (enter && can) {
            send(view, ImportMsg::Import);
        }
    });
}

/// Where it comes from, how many there are, and what was left aside.
fn head(ui: &mut Ui, view: &mut View<'_>, preview: &Preview) {
    let source = match &preview.file {
        Some(file) => visible::one_line(file),
        None => view.text("import-from-text"),
    };
    let count = preview.items.len().to_string();
    let message = Message::new("import-found").with("count", count).with("format", preview.format.as_str());
    ui.horizontal(|ui| {
        let found = view.words(&message);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if preview.items.len() > 1 {
                let (all, none) = (view.text("import-all"), view.text("import-none"));
                if Button::new(&none).small().quiet().show(ui).clicked() {
                    send(view, ImportMsg::All(false));
                }
                if Button::new(&all).small().quiet().show(ui).clicked() {
                    send(view, ImportMsg::All(true));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                text::note(ui, &format!("{source} · {found}")).on_hover_text(&source);
            });
        });
    });
    for (line, message) in preview.faults.iter().take(3) {
        let what = view.words(message);
        let message = Message::new("import-line").with("line", line.to_string()).with("what", what);
        remark(ui, Tone::Warn, &view.words(&message));
    }
    if preview.faults.len() > 3 {
        let more = (preview.faults.len() - 3).to_string();
        text::note(ui, &view.words(&Message::new("import-more").with("count", more)));
    }
    if !preview.ignored.is_empty() {
        let names: Vec<&str> = preview.ignored.iter().take(4).map(|(_, name)| name.as_str()).collect();
        let message = Message::new("import-ignored").with("count", preview.ignored.len().to_string());
        let dots = if preview.ignored.len() > names.len() { " …" } else { "" };
        text::note(ui, &view.words(&message.with("names", format!("{}{dots}", names.join(", ")))));
    }
    if preview.items.is_empty() {
        let (title, words) = (view.text("import-nothing"), view.text("import-nothing.text"));
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Warning).show(ui, |_| ());
    }
}

/// The projects. What is far out of sight only keeps its place: there may be thousands.
fn list(ui: &mut Ui, view: &mut View<'_>, preview: &Preview) {
    ui.spacing_mut().item_spacing.y = space::S;
    let id = Id::unique("import: heights of the list");
    let mut heights: Vec<f32> = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    heights.resize(preview.items.len(), ROW);
    let sight = ui.clip_rect().expand2(vec2(0.0, 2.0 * ROW));
    for ((index, item), height) in preview.items.iter().enumerate().zip(&mut heights) {
        let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), *height));
        if place.intersects(sight) {
            let drawn = ui.push_id(index, |ui| card(ui, |ui| row(ui, view, index, item)));
            *height = drawn.response.rect.height();
        } else {
            ui.allocate_space(place.size());
        }
    }
    ui.data_mut(|data| data.insert_temp(id, heights));
}

fn row(ui: &mut Ui, view: &mut View<'_>, index: usize, item: &ImportItem) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let open = item.open();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let vendor = vendor::vendor(&item.project.vendor);
        let (letters, color) = vendor.map_or(("??", 0x5b_64_72), |vendor| (vendor.letters, vendor.color));
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width - CHOICE, 30.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(width - CHOICE);
            badge(ui, letters, color);
            let name = match &item.action {
                ImportAction::Replace { name } => name.clone(),
                _ => item.project.name.clone(),
            };
            let mut taken = item.is_taken();
            let label = if open.is_some() || name.is_empty() {
                view.words(&Message::new("import-nameless").with("line", item.line.to_string()))
            } else {
                visible::one_line(&name)
            };
            let check = CheckBox::new(&label).enabled(item.can_be_taken()).show(ui, &mut taken);
            if check.changed() {
                // What is there already is never overwritten by one press: another choice stands beside it.
                let take = match (taken, item.same()) {
                    (false, _) => Take::Leave,
                    (true, None) => Take::Usual,
                    (true, Some(_)) => Take::Add,
                };
                send(view, ImportMsg::Take(index, take));
            }
            let (word, tone) = mark(view, &item.project);
            tag(ui, &word, tone);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| choice(ui, view, index, item));
    });
    text::note(ui, &details(view, item));
    if let Some(message) = open {
        remark(ui, Tone::Warn, &view.words(&message));
    } else if let Some(words) = becomes(view, item) {
        remark(ui, Tone::Accent, &words);
    }
    for problem in item.problems() {
        let field = if problem.key.is_empty() { String::new() } else { label(view, &problem.key) };
        let what = view.words(&problem.message);
        let what = if field.is_empty() { what } else { format!("{field}: {what}") };
        let line = Message::new("import-line").with("line", problem.line.to_string()).with("what", what);
        remark(ui, if problem.blocks { Tone::Bad } else { Tone::Warn }, &view.words(&line));
    }
}

/// How wide the choice at the right of a project is.
const CHOICE: f32 = 180.0;

/// Whose it is, where that is open; what becomes of it, where it is there already.
fn choice(ui: &mut Ui, view: &mut View<'_>, index: usize, item: &ImportItem) {
    let name = item.project.name.clone();
    if item.readings.len() > 1 || (item.reading().is_none() && !item.readings.is_empty()) {
        let ask = view.text("import-whose");
        let mut labels = vec![ask.as_str()];
        labels.extend(item.readings.iter().map(|reading| reading.vendor_name.as_str()));
        let mut chosen = item.decision.reading.map_or(0, |reading| reading + 1);
        let label = view.words(&Message::new("import-whose-of").with("line", item.line.to_string()));
        if Select::new(&label, &labels).width(CHOICE - space::S).show(ui, &mut chosen).changed() {
            send(view, ImportMsg::Vendor(index, chosen.checked_sub(1)));
        }
    } else if item.same().is_some() && item.can_be_taken() {
        const TAKES: [Take; 3] = [Take::Leave, Take::Replace, Take::Add];
        let words = ["import-same-leave", "import-same-replace", "import-same-add"].map(|id| view.text(id));
        let labels: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut chosen = match item.action {
            ImportAction::Replace { .. } => 1,
            ImportAction::Add | ImportAction::Rename { .. } => 2,
            ImportAction::Skip | ImportAction::Refuse => 0,
        };
        let label = view.words(&Message::new("import-same-of").with("name", name));
        if Select::new(&label, &labels).width(CHOICE - space::S).show(ui, &mut chosen).changed()
            && let Some(take) = TAKES.get(chosen)
        {
            send(view, ImportMsg::Take(index, *take));
        }
    }
}

/// `OpenTok · 48213579 · API secret ••••••`
fn details(view: &View<'_>, item: &ImportItem) -> String {
    let mut words = Vec::new();
    if let Some(reading) = item.reading().or(item.readings.first()) {
        if item.reading().is_some() {
            words.push(reading.vendor_name.clone());
        }
        // A key of several lines is told by its name.
        words.extend(reading.credentials.iter().map(|(key, value)| {
            if value.contains('\n') { label(view, key) } else { visible::one_line(value) }
        }));
        words.extend(reading.secrets.iter().map(|key| format!("{} ••••••", label(view, key))));
    }
    words.extend(item.project.group.as_ref().map(|group| visible::one_line(group)));
    words.join(" · ")
}

/// The words of a field, or the name as the text has it.
fn label(view: &View<'_>, key: &str) -> String {
    let id = format!("field-{}", key.replace('_', "-"));
    view.texts.find(&id).unwrap_or_else(|| key.to_owned())
}

/// What becomes of it, where that is more than being added.
fn becomes(view: &View<'_>, item: &ImportItem) -> Option<String> {
    let same = item.same().map(|same| same.name.clone());
    let message = match (&item.action, same) {
        (ImportAction::Rename { from }, None) => Message::new("import-becomes-rename").with("from", from),
        (ImportAction::Add | ImportAction::Rename { .. }, Some(name)) => {
            Message::new("import-becomes-beside").with("name", name)
        }
        (ImportAction::Replace { name }, _) => Message::new("import-becomes-replace").with("name", name),
        (ImportAction::Skip, Some(name)) => Message::new("import-becomes-same").with("name", name),
        _ => return None,
    };
    Some(view.words(&message))
}

/// A line with a mark, because colour alone says nothing.
fn remark(ui: &mut Ui, tone: Tone, words: &str) {
    ui.scope(|ui| marked(ui, tone, words));
}

fn marked(ui: &mut Ui, tone: Tone, words: &str) {
    // A row is as high as a control unless told otherwise.
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let theme = crate::gui::theme::Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), eframe::egui::Sense::hover());
        let icon = match tone {
            Tone::Bad => Icon::Alert,
            Tone::Warn => Icon::Warning,
            Tone::Ok | Tone::Accent | Tone::Neutral => Icon::Info,
        };
        icon.paint(ui.painter(), rect.center(), 11.0, theme.tone(tone));
        text::note(ui, words);
    });
}

/// Where the secrets go.
fn place(ui: &mut Ui, view: &mut View<'_>, import: &Import, preview: &Preview) {
    const PLACES: [Option<SecretPlace>; 3] = [Some(SecretPlace::Keychain), Some(SecretPlace::ThisRun), None];
    let words =
        ["import-place-keychain", "import-place-this-run", "import-place-none"].map(|id| view.text(id));
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = PLACES.iter().position(|place| *place == preview.place).unwrap_or(0);
    let label = view.text("import-place");
    let help = view.words(&Message::new("import-place-help").with("count", preview.secrets().to_string()));
    let row = FormRow::new(&label).help(&help);
    let response = ui.add_enabled_ui(!import.running, |ui| {
        row.show(ui, |ui, label| Segmented::new(label, &labels).show(ui, &mut chosen))
    });
    if response.inner.changed()
        && let Some(place) = PLACES.get(chosen)
    {
        send(view, ImportMsg::Place(*place));
    }
}

fn done(ui: &mut Ui, view: &mut View<'_>, taken: &Taken) {
    let message = Message::new("import-done")
        .with("added", taken.added.to_string())
        .with("replaced", taken.replaced.to_string())
        .with("left", taken.left.to_string());
    let (title, words) = (view.text("import-done-title"), view.words(&message));
    Callout::new(Tone::Ok, &title, &words).icon(Icon::Check).show(ui, |_| ());
    if let Some(file) = &taken.secrets_in {
        let title = view.text("import-still");
        let words = view.words(&Message::new("import-still-text").with("file", visible::one_line(file)));
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Warning).show(ui, |_| ());
    }
    buttons(ui, |ui| {
        if Button::new(&view.text("import-finish")).primary().show(ui).clicked() {
            view.push(Msg::Close);
        }
    });
}
