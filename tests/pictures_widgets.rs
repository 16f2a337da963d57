//! One picture of every widget, in both themes. `UPDATE_SNAPSHOTS=1` draws them anew.
#![cfg(feature = "desktop")]

mod common;

use common::{pictures, whole, window};
use eframe::egui::{self, Frame, Layout, Margin, Ui};
use egui_kittest::kittest::Queryable as _;
use tokendesk::gui::theme::{Theme, Tone, size};
use tokendesk::gui::widgets::*;
use zeroize::Zeroizing;

const TOKEN: &str = "T1==cGFydG5lcl9pZD00ODIxMzU3OSZzaWc9MmQxMjRhNDljMWQ3ZmNhNWM1NjA2ZjRkNGIwZTE0NDY0ZWIyMGJjNDpzZXNzaW9uX2lkPTFfTVg0ME9ESXhNelUzT1g1LU1UYzJPek15TlRZd01ERXlNMzVVY1RkYWNFSk1qamxZWkhwU1YxbHFXazloZWtPWVdwb1NXTjZUaTFWU0RVdEptTnlaV0Y=";

fn gallery(ui: &mut Ui) {
    let theme = Theme::of(ui);
    Frame::NONE.fill(theme.background).inner_margin(Margin::same(20)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.columns(3, |columns| {
            let [left, middle, right] = columns else { return };
            controls(left);
            pieces(middle);
            views(right);
        });
    });
}

fn controls(ui: &mut Ui) {
    section_heading(ui, "Buttons");
    ui.horizontal(|ui| {
        Button::new("Copy").primary().shortcut("Ctrl ⇧ C").show(ui);
        Button::new("Inspect").show(ui);
        Button::new("Delete").danger().show(ui);
    });
    ui.horizontal(|ui| {
        Button::new("Quiet").quiet().icon(Icon::Pencil).show(ui);
        Button::new("Off").enabled(false).show(ui);
        Button::new("Snippet").caret().show(ui);
        Button::new("Small").small().show(ui);
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (icon, name) in ICONS {
            IconButton::new(*icon, name).side(26.0).show(ui);
            if ui.available_width() < 26.0 {
                ui.end_row();
            }
        }
    });
    let mut tab = 0;
    Tabs::new("Kind", &["T1 token", "Client JWT", "REST JWT", "Session ID"]).show(ui, &mut tab);
    let mut role = 1;
    Segmented::new("Role", &["Subscriber", "Publisher", "Moderator"]).show(ui, &mut role);
    let mut text = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35".to_owned();
    FormRow::new("Session ID")
        .ok(Some("Belongs to this project"))
        .show(ui, |ui, name| TextField::new(name, &mut text).mono().show(ui));
    let mut bad = "name=Trần Thị Bích".to_owned();
    FormRow::new("Connection data")
        .problem(Some("must have at most 1000 bytes"))
        .counter("1025 / 1000")
        .show(ui, |ui, name| TextField::new(name, &mut bad).bad(true).show(ui));
    let (mut amount, mut unit) = ("24".to_owned(), 1);
    FormRow::new("Expires in").show(ui, |ui, name| {
        DurationField::new(name, &mut amount, "Unit", &mut unit, &["minutes", "hours", "days"])
            .note("ends 20:57")
            .show(ui)
    });
    let mut words = vec!["focus".to_owned(), "main".to_owned()];
    FormRow::new("Layout classes")
        .help("One word each")
        .show(ui, |ui, name| Chips::new(name, "Remove").hint("add…").show(ui, &mut words));
    let mut secret = Zeroizing::new("0123456789abcdef0123456789abcdef01234567".to_owned());
    FormRow::new("API secret")
        .show(ui, |ui, name| SecretField::new(name, "Hold to show").show(ui, &mut secret));
    CheckBox::new("Clear the clipboard").note("Only while it still holds the token").show(ui, &mut true);
    CheckBox::new("Warn before the end").show(ui, &mut false);
}

const ICONS: &[(Icon, &str)] = &[
    (Icon::Plus, "Plus"),
    (Icon::Search, "Search"),
    (Icon::Watch, "Watch"),
    (Icon::Calls, "Calls"),
    (Icon::Settings, "Settings"),
    (Icon::Copy, "Copy icon"),
    (Icon::Check, "Check"),
    (Icon::Cross, "Cross"),
    (Icon::Warning, "Warning"),
    (Icon::Alert, "Alert"),
    (Icon::Info, "Info"),
    (Icon::Lock, "Lock"),
    (Icon::Eye, "Eye"),
];
const MORE_ICONS: &[(Icon, &str)] = &[
    (Icon::ChevronDown, "Chevron down"),
    (Icon::ChevronRight, "Chevron right"),
    (Icon::CaretRight, "Caret right"),
    (Icon::Trash, "Trash"),
    (Icon::Pencil, "Pencil"),
    (Icon::Duplicate, "Duplicate"),
    (Icon::Dots, "Dots"),
];

fn pieces(ui: &mut Ui) {
    ui.horizontal(|ui| {
        for (icon, name) in MORE_ICONS {
            IconButton::new(*icon, name).show(ui);
        }
    });
    ui.horizontal(|ui| {
        tag(ui, "dev", Tone::Neutral);
        tag(ui, "stg", Tone::Warn);
        tag(ui, "prod", Tone::Bad);
        key_chip(ui, "Ctrl K");
        badge(ui, "ZG", 0x2f_6b_ff);
        pill(ui, "Active", Tone::Ok);
        pill(ui, "Expired", Tone::Bad);
    });
    ui.horizontal(|ui| {
        state_chip(ui, "Shape ok", Tone::Ok);
        state_chip(ui, "Expired", Tone::Bad);
        state_chip(ui, "Unchecked", Tone::Neutral);
    });
    ListRow::new("Classroom", "OpenTok · 48213579")
        .badge("OT", 0x8b_5c_f6)
        .tag("stg", Tone::Warn)
        .selected(true)
        .show(ui, 1);
    ListRow::new("Classroom live", "OpenTok · 46911204")
        .badge("OT", 0x8b_5c_f6)
        .tag("prod", Tone::Bad)
        .show(ui, 2);
    Callout::new(
        Tone::Bad,
        "Expired 3 min 12 s ago",
        "Decrypts with Rooms CN. A login with it fails with 1102018.",
    )
    .strong("Rooms CN")
    .icon(Icon::Alert)
    .show(ui, |ui| {
        Button::new("Sign again").show(ui);
    });
    Callout::new(Tone::Warn, "user_1001 ends in 27 s", "").inline().show(ui, |ui| {
        Button::new("Renew").primary().show(ui);
    });
    TimeLine {
        name: "Made 19:54:00, ended 20:54:00, now 20:57:12",
        start: Some(0),
        end: Some(3_600_000),
        warn_from: Some(3_570_000),
        leeway_to: Some(3_660_000),
        marks: &[
            TimeMark { at: 0, shape: MarkShape::Dot, words: "made 19:54:00" },
            TimeMark { at: 60_000, shape: MarkShape::Ring, words: "good from 19:55:00" },
            TimeMark { at: 3_600_000, shape: MarkShape::Dot, words: "ended 20:54:00" },
            TimeMark { at: 86_400_000, shape: MarkShape::Limit, words: "at most 1 d" },
        ],
        now: (3_792_000, "now"),
        span: "1 h",
        tone: Tone::Bad,
    }
    .show(ui);
    Table::new("Parts").head("Field", "Value", "Meaning").copy("Copy").show(
        ui,
        &[
            Row {
                field: "app_id",
                value: "1481965360",
                meaning: "project Rooms CN",
                mono: true,
                ..Row::default()
            },
            Row {
                field: "expire",
                value: "1795269240",
                meaning: "3 min ago",
                mono: true,
                tone: Tone::Bad,
                selected: true,
            },
            Row {
                field: "nonce",
                value: "1234567890",
                meaning: "random int32",
                mono: true,
                ..Row::default()
            },
        ],
    );
    finding(
        ui,
        &FindingText {
            code: "expired",
            tone: Tone::Bad,
            severity: "error",
            text: "The end, 20:54:00, is 3 min 12 s before now.",
            remedy: "Generate a new token.",
            codes: "The vendor’s codes: 1102018 (web), 1002033 (native)",
        },
    );
}

fn views(ui: &mut Ui) {
    ui.horizontal(|ui| {
        text::title(ui, "Classroom");
        text::heading(ui, "Token");
        text::note(ui, "a note");
        text::mono(ui, "0x0a");
    });
    card(ui, |ui| {
        TokenView::new("Copy token", TOKEN)
            .parts(&[(0..4, 0), (4..36, 1), (36..90, 2), (90..TOKEN.len(), 3)])
            .legend(&[("prefix", 0), ("head", 1), ("signature", 2), ("data", 3)])
            .max_rows(5)
            .show(ui);
    });
    card(ui, |ui| {
        let text = Theme::of(ui).text;
        ui.horizontal(|ui| {
            countdown(ui, "23:59:48", size::DISPLAY, text);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| pill(ui, "Active", Tone::Ok));
        });
        progress_bar(ui, "Time left", 0.86, Tone::Ok);
    });
    Table::new("Fields").stacked().copy("Copy value").show(
        ui,
        &[
            Row { field: "role", value: "publisher", meaning: "may send and receive", ..Row::default() },
            Row { field: "session_id", value: "1_MX40ODIx…UH5-", mono: true, ..Row::default() },
        ],
    );
    let mut query = String::new();
    card(ui, |ui| {
        MenuList::new("Command", "Type a command", "Nothing fits").show(
            ui,
            &mut query,
            &[
                MenuRow { label: "Generate", note: "Window", shortcut: "Ctrl 1", icon: Some(Icon::Plus) },
                MenuRow { label: "New project", note: "Projects", shortcut: "Ctrl N", icon: None },
            ],
        );
    });
    ui.horizontal(|ui| {
        RailItem::new(Icon::Plus, "Generate").selected(true).show(ui);
        RailItem::new(Icon::Watch, "Watch").attention(Some(Tone::Warn)).show(ui);
        ui.vertical(|ui| {
            StatusItem::new("Keychain unlocked").dot(Tone::Ok).show(ui);
            StatusItem::new("Commands").shortcut("Ctrl K").pressable().show(ui);
        });
    });
    EmptyState::new(Icon::Watch, "No token is watched", "Generate one and press Watch.").show(ui, |ui| {
        Button::new("Generate a token").show(ui);
    });
}

/// What lies over the window, and what has the keyboard.
fn overlays(ui: &mut Ui) {
    Frame::NONE.inner_margin(Margin::same(20)).show(ui, |ui| {
        let mut role = 1;
        Segmented::new("Role behind", &["Subscriber", "Publisher"]).show(ui, &mut role);
        Button::new("Behind").show(ui);
    });
    let mut query = "to".to_owned();
    Modal::new("Commands", "Close").width(520.0).show(ui.ctx(), |ui| {
        let row = |label, note, shortcut, icon| MenuRow { label, note, shortcut, icon };
        MenuList::new("Command", "Type a command", "Nothing fits").show(
            ui,
            &mut query,
            &[
                row("Copy token", "Generate", "Ctrl ⇧ C", Some(Icon::Copy)),
                row("Inspect the clipboard", "Inspect", "Ctrl ⇧ V", Some(Icon::Search)),
                row("Watch this token", "Watch", "", Some(Icon::Watch)),
            ],
        );
        let mut secret = Zeroizing::new(String::new());
        SecretField::new("API secret", "Hold to show").hint("kept in the keychain").show(ui, &mut secret);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            Button::new("Save").primary().show(ui);
            Button::new("Cancel").show(ui);
        });
    });
    Toast::new(Tone::Ok, "Copied. The clipboard is cleared in 30 s").action("Clear now").show(ui.ctx());
}

#[test]
fn overlays_dark() {
    picture(egui::Theme::Dark, "overlays-dark", overlays);
}

/// A form in a narrow column, with an open list.
#[test]
fn narrow_light() {
    let mut harness = window(egui::Theme::Light)
        .with_size(egui::vec2(380.0, 420.0))
        .with_options(pictures())
        .build_ui(|ui| whole(ui, narrow));
    harness.run();
    harness.get_by_label("Unit").click();
    harness.run();
    harness.snapshot("narrow-light");
}

fn narrow(ui: &mut Ui) {
    Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        let mut name = String::new();
        FormRow::new("Session ID")
            .help("From the project of the session")
            .show(ui, |ui, label| TextField::new(label, &mut name).hint("1_MX4…").mono().show(ui));
        let mut role = 0;
        FormRow::new("Role").show(ui, |ui, label| {
            Segmented::new(label, &["Subscriber", "Publisher", "Moderator", "Publish only"])
                .show(ui, &mut role)
        });
        let mut words: Vec<_> = ["focus", "main", "full", "left-column", "speaker"].map(str::to_owned).into();
        FormRow::new("Layout classes")
            .show(ui, |ui, label| Chips::new(label, "Remove").hint("add…").show(ui, &mut words));
        let (mut amount, mut unit) = ("24".to_owned(), 1);
        FormRow::new("Expires in").show(ui, |ui, label| {
            DurationField::new(label, &mut amount, "Unit", &mut unit, &["minutes", "hours", "days"])
                .note("ends Sun 22 Nov, 20:57")
                .show(ui)
        });
    });
}

fn picture(theme: egui::Theme, name: &str, mut show: impl FnMut(&mut Ui)) {
    let mut harness = window(theme).with_options(pictures()).build_ui(move |ui| whole(ui, &mut show));
    harness.run();
    harness.snapshot(name);
}

#[test]
fn gallery_dark() {
    picture(egui::Theme::Dark, "widgets-dark", gallery);
}

#[test]
fn gallery_light() {
    picture(egui::Theme::Light, "widgets-light", gallery);
}
