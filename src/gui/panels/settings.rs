//! Settings: how things look, how times are shown, and what is kept where. A section is a line of [`SECTIONS`].

use eframe::egui::Ui;

use super::{vault, warnings};
use crate::app::desk::ZOOMS;
use crate::app::guard::{CLEAR_SECRETS, CLEAR_TOKENS, LOCK_AFTER};
use crate::app::model::Keychain;
use crate::app::{Command, DeskMsg, GuardMsg, Msg};
use crate::gui::fonts;
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{Callout, FormRow, Icon, Segmented, Select, text};
use crate::i18n::{Arg, Language, Message};
use crate::store::{Theme, Times};

const THEMES: [(Theme, Command, &str); 3] = [
    (Theme::System, Command::ThemeSystem, "theme-system"),
    (Theme::Light, Command::ThemeLight, "theme-light"),
    (Theme::Dark, Command::ThemeDark, "theme-dark"),
];

const LANGUAGES: [(Option<Language>, Command); 4] = [
    (None, Command::LanguageSystem),
    (Some(Language::English), Command::LanguageEnglish),
    (Some(Language::Chinese), Command::LanguageChinese),
    (Some(Language::Vietnamese), Command::LanguageVietnamese),
];

const TIMES: [(Times, &str); 2] = [(Times::Local, "times-local"), (Times::Utc, "times-utc")];

/// What stands below a heading.
type Contents = fn(&mut Ui, &mut View<'_>);

/// The sections in their order: the text id of the heading, and what stands below it.
const SECTIONS: &[(&str, Contents)] = &[
    ("settings-look", look),
    ("settings-watch", warnings::settings),
    ("settings-guard", guard),
    ("settings-secrets", secrets),
    ("settings-storage", storage),
];

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        text::title(ui, &view.text("panel-settings"));
    });
    for (id, contents) in SECTIONS {
        text::heading(ui, &view.text(id));
        contents(ui, view);
        ui.add_space(space::S);
    }
}

/// A row in which one of a few words is chosen; the one that was, if another one.
fn choice(ui: &mut Ui, view: &View<'_>, id: &str, words: &[&str], chosen: usize) -> Option<usize> {
    let words: Vec<String> = words.iter().map(|id| view.text(id)).collect();
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = chosen;
    let label = view.text(id);
    let row = FormRow::new(&label);
    row.show(ui, |ui, name| Segmented::new(name, &labels).show(ui, &mut chosen)).changed().then_some(chosen)
}

fn look(ui: &mut Ui, view: &mut View<'_>) {
    let settings = &view.model.settings;
    let theme = THEMES.iter().position(|(theme, ..)| *theme == settings.theme).unwrap_or(0);
    if let Some(index) = choice(ui, view, "settings-theme", &THEMES.map(|(_, _, id)| id), theme)
        && let Some((_, command, _)) = THEMES.get(index)
    {
        view.command(*command);
    }
    language(ui, view);
    zoom(ui, view);
    let times = TIMES.iter().position(|(times, _)| *times == view.model.settings.times).unwrap_or(0);
    if let Some(index) = choice(ui, view, "settings-times", &TIMES.map(|(_, id)| id), times)
        && let Some((times, _)) = TIMES.get(index)
    {
        view.push(Msg::Desk(DeskMsg::Times(*times)));
    }
}

/// The languages, each called by its own name: who cannot read the window finds the way back.
fn language(ui: &mut Ui, view: &mut View<'_>) {
    let system = view.text("language-system");
    let unwritable = Language::ALL.into_iter().find(|language| !fonts::can_write(ui.ctx(), *language));
    let labels = LANGUAGES.map(|(language, _)| match language {
        None => system.as_str(),
        Some(language) if Some(language) == unwritable => language.english_name(),
        Some(language) => language.name(),
    });
    let chosen = view.model.settings.language;
    let mut index = LANGUAGES.iter().position(|(language, _)| *language == chosen).unwrap_or(0);
    let label = view.text("settings-language");
    let row = FormRow::new(&label);
    if row.show(ui, |ui, label| Segmented::new(label, &labels).show(ui, &mut index)).changed()
        && let Some((_, command)) = LANGUAGES.get(index)
    {
        view.command(*command);
    }
    if unwritable.is_some() {
        text::dim(ui, &view.text("language-no-font"));
    }
}

fn zoom(ui: &mut Ui, view: &mut View<'_>) {
    let now = view.model.settings.zoom;
    // A size that somebody wrote into the file is one to choose too.
    let mut sizes = ZOOMS.to_vec();
    if !sizes.contains(&now) {
        sizes.push(now);
        sizes.sort_unstable();
    }
    let words: Vec<String> = sizes
        .iter()
        .map(|percent| view.words(&Message::new("zoom-percent").with("percent", percent.to_string())))
        .collect();
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = sizes.iter().position(|percent| *percent == now).unwrap_or(0);
    let (label, help) = (view.text("settings-zoom"), view.text("settings-zoom.help"));
    let row = FormRow::new(&label).help(&help);
    if row.show(ui, |ui, name| Select::new(name, &labels).width(140.0).show(ui, &mut chosen)).changed()
        && let Some(percent) = sizes.get(chosen)
    {
        view.push(Msg::Desk(DeskMsg::Zoom(*percent)));
    }
}

/// A span that is chosen: text id, the usual ones, the one now, their unit in milliseconds, and what a choice says.
type Span = (&'static str, &'static [u32], u32, i64, fn(u32) -> GuardMsg);

fn guard(ui: &mut Ui, view: &mut View<'_>) {
    let settings = view.model.settings.guard();
    let rows: [Span; 3] = [
        ("settings-clear-tokens", &CLEAR_TOKENS, settings.clear_tokens, 1000, GuardMsg::ClearTokens),
        ("settings-clear-secrets", &CLEAR_SECRETS, settings.clear_secrets, 1000, GuardMsg::ClearSecrets),
        ("settings-lock-after", &LOCK_AFTER, settings.lock_after, 60_000, GuardMsg::LockAfter),
    ];
    for (id, usual, now, unit, msg) in rows {
        // Somebody may have written another one into the file.
        let mut choices = usual.to_vec();
        if !choices.contains(&now) {
            choices.insert(0, now);
        }
        let words: Vec<String> = choices
            .iter()
            .map(|count| match count {
                0 => view.text("guard-never"),
                count => {
                    view.words(&Message::new("guard-after").with("span", Arg::Span(i64::from(*count) * unit)))
                }
            })
            .collect();
        let labels: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut chosen = choices.iter().position(|count| *count == now).unwrap_or(0);
        let (label, help) = (view.text(id), view.texts.find(&format!("{id}.help")).unwrap_or_default());
        let row = FormRow::new(&label).help(&help);
        if row.show(ui, |ui, name| Select::new(name, &labels).width(200.0).show(ui, &mut chosen)).changed()
            && let Some(count) = choices.get(chosen)
        {
            view.push(Msg::Guard(msg(*count)));
        }
    }
}

fn secrets(ui: &mut Ui, view: &mut View<'_>) {
    match &view.model.keychain {
        Keychain::Failed(failure) => {
            let (title, words) = view.failure(failure);
            Callout::new(Tone::Warn, &title, &words).icon(Icon::Lock).show(ui, |_| ());
        }
        Keychain::Reachable | Keychain::Unknown => {
            let id = if view.model.keychain == Keychain::Reachable {
                "settings-keychain-reachable"
            } else {
                "status-keychain-unknown"
            };
            text::body(ui, &view.text(id));
        }
    }
    vault::settings(ui, view);
    text::dim(ui, &view.text("settings-secrets-where"));
}

fn storage(ui: &mut Ui, view: &mut View<'_>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (id, path) in &view.model.files {
            text::body(ui, &view.text(&format!("settings-file-{id}")));
            text::mono(ui, &path.display().to_string());
            ui.add_space(space::XS);
        }
    });
    text::dim(ui, &view.text("settings-network"));
}
