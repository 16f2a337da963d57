//! Settings: theme, and where things are kept.

use eframe::egui::Ui;

use super::warnings;
use crate::app::model::Keychain;
use crate::app::{Command, Msg};
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{Callout, FormRow, Icon, Segmented, section_heading, text};
use crate::store::Theme;

const THEMES: [(Theme, Command, &str); 3] = [
    (Theme::System, Command::ThemeSystem, "theme-system"),
    (Theme::Light, Command::ThemeLight, "theme-light"),
    (Theme::Dark, Command::ThemeDark, "theme-dark"),
];

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        text::title(ui, &view.text("panel-settings"));
    });
    section_heading(ui, &view.text("settings-look"));
    let words = THEMES.map(|(_, _, id)| view.text(id));
    let labels: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut chosen = THEMES.iter().position(|(theme, ..)| *theme == view.model.settings.theme).unwrap_or(0);
    let label = view.text("settings-theme");
    let row = FormRow::new(&label);
    if row.show(ui, |ui, label| Segmented::new(label, &labels).show(ui, &mut chosen)).changed()
        && let Some((_, command, _)) = THEMES.get(chosen)
    {
        view.push(Msg::Command(*command));
    }
    ui.add_space(space::S);
    warnings::settings(ui, view);
    ui.add_space(space::S);
    section_heading(ui, &view.text("settings-secrets"));
    match &view.model.keychain {
        Keychain::Failed(failure) => {
            let (title, words) = (view.words(&failure.message), view.words(&failure.remedy()));
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
    text::dim(ui, &view.text("settings-secrets-where"));
    text::dim(ui, &view.text("settings-network"));
}
