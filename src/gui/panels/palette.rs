//! The palette: every command, project and kind, found by typing.

use eframe::egui::Context;

use crate::app::{Command, Msg};
use crate::call::CALLS;
use crate::gui::view::{View, keys};
use crate::gui::widgets::{MenuList, MenuRow, Modal};
use crate::store::Project;
use crate::token::report::kind_text_id;
use crate::vendor::{VENDORS, Vendor};

/// One thing to choose.
struct Entry {
    label: String,
    note: String,
    shortcut: String,
    msgs: Vec<Msg>,
}

/// Draws it.
pub(super) fn show(ctx: &Context, view: &mut View<'_>) {
    let Some(query) = view.model.palette.clone() else { return };
    let mut entries = entries(view);
    let words: Vec<String> = query.to_lowercase().split_whitespace().map(ToOwned::to_owned).collect();
    entries.retain(|entry| {
        let text = format!("{} {}", entry.label, entry.note).to_lowercase();
        words.iter().all(|word| text.contains(word))
    });
    let rows: Vec<MenuRow<'_>> = entries
        .iter()
        .map(|entry| MenuRow {
            label: &entry.label,
            note: &entry.note,
            shortcut: &entry.shortcut,
            icon: None,
        })
        .collect();
    let (title, close) = (view.text("command-palette"), view.text("close"));
    let (hint, empty) = (view.text("palette-hint"), view.text("palette-empty"));
    let mut typed = query.clone();
    let modal = Modal::new(&title, &close)
        .width(520.0)
        .show(ctx, |ui| MenuList::new(&title, &hint, &empty).max_height(340.0).show(ui, &mut typed, &rows));
    if typed != query {
        view.push(Msg::PaletteQuery(typed));
    }
    if let Some(entry) =
        modal.inner.filter(|index| *index < entries.len()).map(|index| entries.swap_remove(index))
    {
        view.push(Msg::Close);
        for msg in entry.msgs {
            view.push(msg);
        }
    } else if modal.closed {
        view.push(Msg::Close);
    }
}

fn entries(view: &View<'_>) -> Vec<Entry> {
    let commands =
        Command::ALL.iter().filter(|command| **command != Command::Palette && command.is_enabled(view.model));
    let commands = commands.map(|command| Entry {
        label: view.text(command.text_id()),
        note: String::new(),
        shortcut: keys(*command),
        msgs: vec![Msg::Command(*command)],
    });
    let projects = view.model.projects.iter().map(|project| Entry {
        label: project.name.clone(),
        note: format!("{} · {}", view.text("palette-project"), project.environment.as_str()),
        shortcut: String::new(),
        msgs: vec![Msg::Select(project.id.clone()), Msg::Command(Command::ShowGenerate)],
    });
    // A kind or call is shown with the selected project, or with the first of its vendor's.
    let project_of = |vendor: &Vendor| {
        let own = |project: &&Project| project.vendor == vendor.id;
        let project = view.model.selected().filter(own).or(view.model.projects.iter().find(own))?;
        Some(Msg::Select(project.id.clone()))
    };
    let kinds = VENDORS.iter().flat_map(|vendor| vendor.kinds.iter().map(move |kind| (*vendor, kind)));
    let kinds = kinds.filter_map(|(vendor, kind)| {
        Some(Entry {
            label: view.text(&kind_text_id(kind.spec().id)),
            note: format!("{} · {}", view.text("palette-kind"), vendor.name),
            shortcut: String::new(),
            msgs: vec![
                project_of(vendor)?,
                Msg::Command(Command::ShowGenerate),
                Msg::ChooseKind(kind.spec().id),
            ],
        })
    });
    let calls = CALLS.iter().filter_map(|call| {
        Some(Entry {
            label: view.text(&call.text_id()),
            note: format!("{} · {}", view.text("palette-call"), call.vendor().name),
            shortcut: String::new(),
            msgs: vec![
                project_of(call.vendor())?,
                Msg::Command(Command::ShowCalls),
                Msg::ChooseCall(call.spec().id),
            ],
        })
    });
    commands.chain(kinds).chain(calls).chain(projects).collect()
}
