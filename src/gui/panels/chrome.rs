//! Around the work: rail, project list, status bar.

use eframe::egui::{Align, Frame, Id, Layout, Margin, ScrollArea, Ui, vec2};

use crate::app::guard::clears_in;
use crate::app::model::{Focus, Keychain, Panel};
use crate::app::{Command, Msg};
use crate::gui::theme::{CONTROL_HEIGHT, Tone, space};
use crate::gui::view::{View, keys};
use crate::gui::widgets::{
    Button, Icon, IconButton, ListRow, RailItem, StatusItem, TextField, at_right, list_box, row_keys,
    section_heading, text,
};
use crate::i18n::Message;
use crate::store::{Environment, Project};
use crate::vendor;

const fn icon(panel: Panel) -> Icon {
    match panel {
        Panel::Generate => Icon::Plus,
        Panel::Inspect => Icon::Search,
        Panel::Watch => Icon::Watch,
        Panel::Calls => Icon::Calls,
        Panel::Settings => Icon::Settings,
    }
}

const fn command(panel: Panel) -> Command {
    match panel {
        Panel::Generate => Command::ShowGenerate,
        Panel::Inspect => Command::ShowInspect,
        Panel::Watch => Command::ShowWatch,
        Panel::Calls => Command::ShowCalls,
        Panel::Settings => Command::ShowSettings,
    }
}

/// The rail at the left: one item a panel, Settings at the foot.
pub(super) fn rail(ui: &mut Ui, view: &mut View<'_>) {
    let mut item = |ui: &mut Ui, panel: Panel| {
        let label = view.text(&format!("panel-{}", panel.id()));
        let selected = view.model.panel == panel;
        let ending = panel == Panel::Watch && view.model.watch.soon > 0;
        let item =
            RailItem::new(icon(panel), &label).selected(selected).attention(ending.then_some(Tone::Warn));
        if item.show(ui).on_hover_text(keys(command(panel))).clicked() {
            view.command(command(panel));
        }
    };
    Frame::NONE.inner_margin(Margin { left: 6, right: 6, top: 10, bottom: 12 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for panel in [Panel::Generate, Panel::Inspect, Panel::Watch, Panel::Calls] {
            item(ui, panel);
        }
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| item(ui, Panel::Settings));
    });
}

/// The word and colour of a project's tag: its environment, or that it is the demo.
pub(super) fn mark(view: &View<'_>, project: &Project) -> (String, Tone) {
    if project.demo {
        return (view.text("demo-tag"), Tone::Accent);
    }
    let tone = match project.environment {
        Environment::Dev => Tone::Neutral,
        Environment::Stg => Tone::Warn,
        Environment::Prod => Tone::Bad,
    };
    (project.environment.as_str().to_owned(), tone)
}

/// The list of projects: search, groups, "New project" at the foot.
pub(super) fn projects(ui: &mut Ui, view: &mut View<'_>) {
    Frame::NONE.inner_margin(Margin { left: 10, right: 10, top: 12, bottom: 12 }).show(ui, |ui| {
        let label = view.text("projects-find");
        let keys_find = keys(Command::FindProject);
        let mut search = view.model.search.clone();
        let field = TextField::new(&label, &mut search).hint(&label).trailing(&keys_find).show(ui);
        if view.model.focus == Some(Focus::Search) {
            field.request_focus();
        }
        if field.changed() {
            view.push(Msg::Search(search));
        }
        // The list first, as it is read; the button keeps its place below it.
        let room = (ui.available_height() - CONTROL_HEIGHT - 2.0 * space::S).max(0.0);
        ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
            let name = view.text("projects-list");
            ScrollArea::vertical().id_salt("projects").auto_shrink(false).show(ui, |ui| {
                list_box(ui, &name, |ui| list(ui, view));
            });
        });
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            let label = view.text("command-new-project");
            let keys_new = keys(Command::NewProject);
            let import = view.text("command-import-projects");
            let export = view.text("command-export-projects");
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let room = ui.available_width() - 2.0 * (CONTROL_HEIGHT + space::S);
                ui.allocate_ui(vec2(room, CONTROL_HEIGHT), |ui| {
                    // Beside the two others there is no room for its keys.
                    let button = Button::new(&label).full_width().show(ui).on_hover_text(&keys_new);
                    if button.clicked() {
                        view.command(Command::NewProject);
                    }
                });
                if IconButton::new(Icon::Import, &import).side(CONTROL_HEIGHT).show(ui).clicked() {
                    view.command(Command::ImportProjects);
                }
                if IconButton::new(Icon::Export, &export).side(CONTROL_HEIGHT).show(ui).clicked() {
                    view.command(Command::ExportProjects);
                }
            });
        });
    });
}

fn list(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let model = view.model;
    let found: Vec<&Project> = model.found_projects().collect();
    if let Some(failure) = &model.projects_failure {
        let (message, remedy) = (view.words(&failure.message), view.words(&failure.remedy()));
        ui.add_space(space::S);
        text::body(ui, &message);
        text::note(ui, &remedy);
        ui.add_space(space::S);
        if Button::new(&view.text("command-backups")).full_width().show(ui).clicked() {
            view.command(Command::Backups);
        }
        return;
    }
    if found.is_empty() {
        if model.loaded {
            ui.add_space(space::L);
            let id = if model.projects.is_empty() { "projects-none" } else { "projects-not-found" };
            text::body(ui, &view.text(id));
            text::note(ui, &view.text(&format!("{id}.text")));
        }
        return;
    }
    // Groups in the order of their first project; a project without a group stands under its vendor.
    let group_of = |project: &Project| match &project.group {
        Some(group) => group.clone(),
        None => vendor::vendor(&project.vendor).map_or_else(|| project.vendor.clone(), |v| v.name.to_owned()),
    };
    let mut groups: Vec<(String, Vec<&Project>)> = Vec::new();
    for project in found {
        let group = group_of(project);
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, members)) => members.push(project),
            None => groups.push((group, vec![project])),
        }
    }
    // In the order of the screen. The whole list is one stop for Tab, however long it is.
    let rows: Vec<(Id, &str)> = groups
        .iter()
        .flat_map(|(_, members)| members)
        .map(|project| (ListRow::id(ui, project.id.as_str()), project.name.as_str()))
        .collect();
    let all = groups.iter().flat_map(|(_, members)| members);
    let selected = all.map(|project| &project.id).position(|id| Some(id) == model.selected.as_ref());
    let stop = row_keys(ui, &rows, selected);
    let mut index = 0;
    for (group, members) in groups {
        ui.add_space(space::S);
        section_heading(ui, &group);
        for project in members {
            row(ui, view, project, index == stop);
            index += 1;
        }
    }
}

fn row(ui: &mut Ui, view: &mut View<'_>, project: &Project, stop: bool) {
    let vendor = vendor::vendor(&project.vendor);
    let owner = vendor.and_then(|vendor| project.credentials.get(vendor.owner_key));
    let name = vendor.map_or(project.vendor.as_str(), |vendor| vendor.name);
    let detail = owner.map_or_else(|| name.to_owned(), |owner| format!("{name} · {owner}"));
    let selected = view.model.selected.as_ref() == Some(&project.id);
    let (word, tone) = mark(view, project);
    let (letters, color) = vendor.map_or(("??", 0x5b_64_72), |vendor| (vendor.letters, vendor.color));
    let row = ListRow::new(&project.name, &detail).badge(letters, color).tag(&word, tone);
    let response = row.selected(selected).stop(stop).show(ui, project.id.as_str());
    if response.clicked() {
        view.push(Msg::Select(project.id.clone()));
    }
    if selected && response.has_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Delete)) {
        view.command(Command::DeleteProject);
    }
    response.context_menu(|ui| {
        for command in [Command::EditProject, Command::DuplicateProject, Command::DeleteProject] {
            if ui.button(view.text(command.text_id())).clicked() {
                // The commands are about the selected project.
                view.push(Msg::Select(project.id.clone()));
                view.command(command);
                ui.close();
            }
        }
    });
}

/// The status bar.
pub(super) fn status(ui: &mut Ui, view: &mut View<'_>) {
    Frame::NONE.inner_margin(Margin::symmetric(14, 4)).show(ui, |ui| {
        // A row is as high as a control unless told otherwise; the bar is lower.
        ui.spacing_mut().interact_size.y = 20.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let (id, tone) = match view.model.keychain {
                Keychain::Unknown => ("status-keychain-unknown", Tone::Neutral),
                Keychain::Reachable => ("status-keychain-reachable", Tone::Ok),
                Keychain::Failed(_) => ("status-keychain-failed", Tone::Warn),
            };
            let label = view.text(id);
            let keychain = StatusItem::new(&label).dot(tone).pressable().show(ui);
            if keychain.clicked() {
                view.command(Command::ShowSettings);
            }
            let sending = view.model.calls.values().any(|form| form.sending.is_some());
            let local = view.text(if sending { "status-sending" } else { "status-local" });
            StatusItem::new(&local).tone(if sending { Tone::Accent } else { Tone::Neutral }).show(ui);
            at_right(ui, "status", |ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                let (id, tone) = if view.model.travelling() {
                    ("status-travel", Tone::Warn)
                } else {
                    ("status-now", Tone::Neutral)
                };
                let clears = clears_in(&view.model.guard, view.model.clock);
                let now = view.words(&Message::new(id).with("clock", view.clock()));
                let item = StatusItem::new(&now).tone(tone).pressable().show(ui);
                if item.on_hover_text(keys(Command::Travel)).clicked() {
                    view.command(Command::Travel);
                }
                if let Some(clears) = clears {
                    StatusItem::new(&view.words(&clears)).tone(Tone::Neutral).show(ui);
                }
                let (label, chip) = (view.text("command-palette"), keys(Command::Palette));
                if StatusItem::new(&label).shortcut(&chip).pressable().show(ui).clicked() {
                    view.command(Command::Palette);
                }
            });
        });
    });
}
