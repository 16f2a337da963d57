//! The palette: every command, project and kind, found by typing.

use eframe::egui::Context;

use crate::app::{Command, EditorMsg, Msg};
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
    let words: Vec<String> = query.to_lowercase().split_whitespace().map(ToOwned::to_owned).collect();
    let score = |entry: &Entry| score(&words, &entry.label, &entry.note);
    let mut entries: Vec<(u32, Entry)> =
        entries(view).into_iter().filter_map(|entry| Some((score(&entry)?, entry))).collect();
    // Stable: what fits equally well keeps its order.
    entries.sort_by_key(|(score, _)| *score);
    let mut entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
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
    let kinds = VENDORS.iter().flat_map(|vendor| vendor.kinds.iter().map(move |kind| (*vendor, kind)));
    let kinds = kinds.map(|(vendor, kind)| Entry {
        label: view.text(&kind_text_id(kind.spec().id)),
        note: note(view, "palette-kind", vendor),
        shortcut: String::new(),
        msgs: lead(view, vendor, Command::ShowGenerate, Msg::ChooseKind(kind.spec().id)),
    });
    let calls = CALLS.iter().map(|call| Entry {
        label: view.text(&call.text_id()),
        note: note(view, "palette-call", call.vendor()),
        shortcut: String::new(),
        msgs: lead(view, call.vendor(), Command::ShowCalls, Msg::ChooseCall(call.spec().id)),
    });
    commands.chain(kinds).chain(calls).chain(projects).collect()
}

/// What leads to a kind or call: with the selected project, or with the first of its vendor's. Where there is none, to a
/// new one; a vendor without projects has only what Inspect reads.
fn lead(view: &View<'_>, vendor: &Vendor, panel: Command, choose: Msg) -> Vec<Msg> {
    let own = |project: &&Project| project.vendor == vendor.id;
    let project = view.model.selected().filter(own).or(view.model.projects.iter().find(own));
    match project {
        Some(project) => vec![Msg::Select(project.id.clone()), Msg::Command(panel), choose],
        None if vendor.has_projects() => {
            vec![Msg::Command(Command::NewProject), Msg::Editor(EditorMsg::Vendor(vendor.id))]
        }
        None => vec![Msg::Command(Command::ShowInspect)],
    }
}

/// What an entry is and whose.
fn note(view: &View<'_>, what: &str, vendor: &Vendor) -> String {
    let own = |project: &Project| project.vendor == vendor.id;
    let mut note = format!("{} · {}", view.text(what), vendor.name);
    if vendor.has_projects() && !view.model.projects.iter().any(own) {
        note = format!("{note} · {}", view.text("command-new-project"));
    }
    note
}

/// How well an entry fits the words that were typed: 0 is best, `None` not at all. A word fits where a word of the entry
/// begins with it, or where it stands inside of one, or where its letters stand in order in the label: `cht` for
/// "Channel token".
fn score(words: &[String], label: &str, note: &str) -> Option<u32> {
    let (label, note) = (label.to_lowercase(), note.to_lowercase());
    let begins = |text: &str, word: &str| {
        text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word))
            || text.starts_with(word)
    };
    let one = |word: &String| {
        if begins(&label, word) {
            Some(0)
        } else if begins(&note, word) {
            Some(1)
        } else if label.contains(word.as_str()) {
            Some(2)
        } else if note.contains(word.as_str()) {
            Some(3)
        } else {
            // Of a single letter this would be nearly everything.
            let mut letters = label.chars();
            let all = word.chars().all(|wanted| letters.any(|letter| letter == wanted));
            (all && word.chars().count() > 1).then_some(4)
        }
    };
    words.iter().map(one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(query: &str, label: &str, note: &str) -> Option<u32> {
        let words: Vec<String> = query.to_lowercase().split_whitespace().map(ToOwned::to_owned).collect();
        score(&words, label, note)
    }

    #[test]
    fn the_beginning_of_a_word_fits_best_then_its_inside_then_its_letters() {
        assert_eq!(fits("", "Quit", ""), Some(0));
        assert_eq!(fits("tok", "T1 token", "kind · OpenTok"), Some(0));
        assert_eq!(fits("open", "T1 token", "kind · OpenTok"), Some(1));
        assert_eq!(fits("oken", "T1 token", "kind · OpenTok"), Some(2));
        assert_eq!(fits("entok", "T1 token", "kind · OpenTok"), Some(3));
        assert_eq!(fits("ttn", "T1 token", "kind · OpenTok"), Some(4));
        assert_eq!(fits("x", "T1 token", ""), None);
        assert_eq!(fits("token zego", "T1 token", "kind · OpenTok"), None);
        assert_eq!(fits("KÊNH", "Kênh video", "project · dev"), Some(0));
        assert_eq!(fits("进入", "进入房间", ""), Some(0));
    }
}
