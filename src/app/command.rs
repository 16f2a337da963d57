//! Every command of the program, once. Shortcuts, palette, buttons and the map of shortcuts are loops over
//! [`Command::ALL`].

use super::actions::can_sign_again;
use super::model::{Dialog, Model, Panel};
use super::travel::Step;
use super::watch::can_be_watched;

/// Something that the user can ask for from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Opens the palette.
    Palette,
    /// Shows the Generate panel.
    ShowGenerate,
    /// Shows the Inspect panel.
    ShowInspect,
    /// Shows the Watch panel.
    ShowWatch,
    /// Shows the Calls panel.
    ShowCalls,
    /// Shows the Settings panel.
    ShowSettings,
    /// Makes a token from the form.
    Generate,
    /// Copies the token that was made.
    CopyToken,
    /// Inspects the token that was made.
    InspectToken,
    /// Keeps an eye on the token that was made.
    WatchToken,
    /// Shows the token on screen as a QR code, or takes that away again.
    ShowQr,
    /// Keeps an eye on the tokens on the clipboard, one a line.
    WatchClipboard,
    /// Sends the call that is shown.
    SendCall,
    /// Inspects what is on the clipboard.
    InspectClipboard,
    /// Empties the paste box.
    ClearInspect,
    /// Loads the inspected token into the form of its kind.
    SignAgain,
    /// Puts another token beside the inspected one.
    Compare,
    /// Tells of the inspected token in a ticket.
    CopyBugReport,
    /// Wants a field of the inspected token to be so.
    Expect,
    /// Opens the editor for a new project.
    NewProject,
    /// Opens the dialog that brings projects in.
    ImportProjects,
    /// Opens the dialog that brings projects out.
    ExportProjects,
    /// Opens the editor for the selected project.
    EditProject,
    /// Makes a copy of the selected project.
    DuplicateProject,
    /// Asks whether to delete the selected project.
    DeleteProject,
    /// Goes to the search field of the project list.
    FindProject,
    /// Asks what time it is to be.
    Travel,
    /// Moves now by an hour.
    TravelHour,
    /// Moves now by a day.
    TravelDay,
    /// Moves now just past the end of the token on screen.
    TravelEnd,
    /// Puts now back to the clock.
    TravelBack,
    /// Makes the demo project.
    TryDemo,
    /// Removes the demo project.
    RemoveDemo,
    /// Shows everything larger.
    ZoomIn,
    /// Shows everything smaller.
    ZoomOut,
    /// Shows everything in its own size.
    ZoomReset,
    /// Follows the desktop's theme.
    ThemeSystem,
    /// Light theme.
    ThemeLight,
    /// Dark theme.
    ThemeDark,
    /// Follows the machine's language.
    LanguageSystem,
    /// English.
    LanguageEnglish,
    /// Chinese.
    LanguageChinese,
    /// Vietnamese.
    LanguageVietnamese,
    /// Takes secrets and tokens off the screen and out of memory.
    Lock,
    /// Shows earlier states of the projects.
    Backups,
    /// Shows the map of shortcuts.
    Shortcuts,
    /// Ends the program.
    Quit,
}

/// A key with its modifiers. `Ctrl` is Cmd on macOS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl (Cmd).
    pub ctrl: bool,
    /// With Shift.
    pub shift: bool,
    /// The key, as `egui::Key::from_name` knows it.
    pub key: &'static str,
}

const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, key }
}

impl Command {
    /// All of them, in the order of display.
    pub const ALL: &'static [Self] = &[
        Self::Generate,
        Self::CopyToken,
        Self::InspectToken,
        Self::WatchToken,
        Self::ShowQr,
        Self::WatchClipboard,
        Self::SendCall,
        Self::InspectClipboard,
        Self::ClearInspect,
        Self::SignAgain,
        Self::Compare,
        Self::CopyBugReport,
        Self::Expect,
        Self::NewProject,
        Self::ImportProjects,
        Self::ExportProjects,
        Self::EditProject,
        Self::DuplicateProject,
        Self::DeleteProject,
        Self::FindProject,
        Self::TryDemo,
        Self::RemoveDemo,
        Self::Lock,
        Self::Backups,
        Self::ShowGenerate,
        Self::ShowInspect,
        Self::ShowWatch,
        Self::ShowCalls,
        Self::ShowSettings,
        Self::Travel,
        Self::TravelHour,
        Self::TravelDay,
        Self::TravelEnd,
        Self::TravelBack,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::LanguageSystem,
        Self::LanguageEnglish,
        Self::LanguageChinese,
        Self::LanguageVietnamese,
        Self::Palette,
        Self::Shortcuts,
        Self::Quit,
    ];

    /// Text id of its words.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Palette => "command-palette",
            Self::ShowGenerate => "command-show-generate",
            Self::ShowInspect => "command-show-inspect",
            Self::ShowWatch => "command-show-watch",
            Self::ShowCalls => "command-show-calls",
            Self::ShowSettings => "command-show-settings",
            Self::Generate => "command-generate",
            Self::CopyToken => "command-copy-token",
            Self::InspectToken => "command-inspect-token",
            Self::WatchToken => "command-watch-token",
            Self::ShowQr => "command-show-qr",
            Self::WatchClipboard => "command-watch-clipboard",
            Self::SendCall => "command-send-call",
            Self::InspectClipboard => "command-inspect-clipboard",
            Self::ClearInspect => "command-clear-inspect",
            Self::SignAgain => "command-sign-again",
            Self::Compare => "command-compare",
            Self::CopyBugReport => "command-copy-bug-report",
            Self::Expect => "command-expect",
            Self::NewProject => "command-new-project",
            Self::ImportProjects => "command-import-projects",
            Self::ExportProjects => "command-export-projects",
            Self::EditProject => "command-edit-project",
            Self::DuplicateProject => "command-duplicate-project",
            Self::DeleteProject => "command-delete-project",
            Self::FindProject => "command-find-project",
            Self::Travel => "command-travel",
            Self::TravelHour => "command-travel-hour",
            Self::TravelDay => "command-travel-day",
            Self::TravelEnd => "command-travel-end",
            Self::TravelBack => "command-travel-back",
            Self::TryDemo => "command-try-demo",
            Self::RemoveDemo => "command-remove-demo",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::ThemeSystem => "command-theme-system",
            Self::ThemeLight => "command-theme-light",
            Self::ThemeDark => "command-theme-dark",
            Self::LanguageSystem => "command-language-system",
            Self::LanguageEnglish => "command-language-en",
            Self::LanguageChinese => "command-language-zh-cn",
            Self::LanguageVietnamese => "command-language-vi",
            Self::Lock => "command-lock",
            Self::Backups => "command-backups",
            Self::Shortcuts => "command-shortcuts",
            Self::Quit => "command-quit",
        }
    }

    /// Its shortcut, if it has one.
    pub const fn shortcut(self) -> Option<Shortcut> {
        Some(match self {
            Self::Palette => ctrl("K"),
            Self::ShowGenerate => ctrl("1"),
            Self::ShowInspect => ctrl("2"),
            Self::ShowWatch => ctrl("3"),
            Self::ShowCalls => ctrl("4"),
            Self::ShowSettings => ctrl("5"),
            Self::Generate => ctrl("Enter"),
            Self::CopyToken => Shortcut { shift: true, ..ctrl("C") },
            Self::InspectToken => ctrl("I"),
            Self::InspectClipboard => Shortcut { shift: true, ..ctrl("V") },
            Self::NewProject => ctrl("N"),
            Self::EditProject => ctrl("E"),
            Self::DuplicateProject => ctrl("D"),
            Self::FindProject => ctrl("F"),
            Self::ZoomIn => ctrl("+"),
            Self::ZoomOut => ctrl("−"),
            Self::ZoomReset => ctrl("0"),
            Self::Travel => ctrl("T"),
            Self::TravelBack => Shortcut { shift: true, ..ctrl("T") },
            Self::Lock => ctrl("L"),
            Self::Shortcuts => Shortcut { ctrl: false, shift: false, key: "F1" },
            Self::ShowQr => Shortcut { ctrl: false, shift: false, key: "F2" },
            Self::Quit => ctrl("Q"),
            Self::ClearInspect
            | Self::SignAgain
            | Self::Compare
            | Self::CopyBugReport
            | Self::Expect
            | Self::WatchToken
            | Self::WatchClipboard
            | Self::SendCall
            | Self::DeleteProject
            | Self::TryDemo
            | Self::RemoveDemo
            | Self::TravelHour
            | Self::TravelDay
            | Self::TravelEnd
            | Self::Backups
            | Self::ImportProjects
            | Self::ExportProjects
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::LanguageSystem
            | Self::LanguageEnglish
            | Self::LanguageChinese
            | Self::LanguageVietnamese => return None,
        })
    }

    /// A second one, where the first needs Shift on many keyboards.
    pub const fn other_shortcut(self) -> Option<Shortcut> {
        match self {
            Self::ZoomIn => Some(ctrl("=")),
            _ => None,
        }
    }

    /// Whether it is about the window and not about the work: then a dialog does not keep it back.
    pub const fn is_of_the_window(self) -> bool {
        matches!(self, Self::Quit | Self::Lock | Self::ZoomIn | Self::ZoomOut | Self::ZoomReset)
    }

    /// Whether it can be carried out now.
    pub fn is_enabled(self, model: &Model) -> bool {
        match self {
            Self::Generate => model.panel == Panel::Generate && model.can_generate(),
            Self::WatchToken if model.panel == Panel::Inspect => {
                model.inspect.report.as_ref().is_some_and(can_be_watched)
            }
            Self::CopyToken | Self::InspectToken | Self::WatchToken => model.made().is_some(),
            Self::ShowQr => self.closes(model) || model.can_show_qr(),
            Self::SendCall => model.panel == Panel::Calls && model.can_send(),
            Self::ClearInspect => !model.inspect.text.is_empty(),
            Self::SignAgain => can_sign_again(model),
            Self::Compare | Self::CopyBugReport | Self::Expect => model.inspect.report.is_some(),
            Self::EditProject | Self::DuplicateProject | Self::DeleteProject => model.selected().is_some(),
            Self::TravelEnd => Step::PAST_END.target(model).is_some(),
            Self::TravelBack => model.travelling(),
            Self::RemoveDemo => model.demo().is_some(),
            _ => true,
        }
    }

    /// Whether it takes away the dialog on screen, so that its keys go through although a dialog is there.
    pub fn closes(self, model: &Model) -> bool {
        self == Self::ShowQr && matches!(model.dialog, Some(Dialog::Qr(_)))
    }
}

impl Shortcut {
    /// As it stands on a key chip: `Ctrl ⇧ C`.
    pub fn label(self) -> String {
        let mut words = Vec::new();
        if self.ctrl {
            words.push(if cfg!(target_os = "macos") { "⌘" } else { "Ctrl" });
        }
        if self.shift {
            words.push("⇧");
        }
        words.push(if self.key == "Enter" { "↵" } else { self.key });
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut_or_a_text() {
        for (index, one) in Command::ALL.iter().enumerate() {
            for other in Command::ALL.iter().skip(index + 1) {
                assert!(one.shortcut().is_none() || one.shortcut() != other.shortcut(), "{one:?} {other:?}");
                assert_ne!(one.text_id(), other.text_id());
            }
        }
    }
}
