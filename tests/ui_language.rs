//! The language of the window: the machine's, or the chosen one, from one frame to the next.

mod common;

use common::desk::{Office, command, fill, model, palette, press, shows, spoken};
use eframe::egui::{Context, Key};
use egui_kittest::Harness;
use tokendesk::gui::fonts;
use tokendesk::i18n::Language;

/// The time of the drawings, as each language writes it in the status bar.
const CLOCKS: [(Language, &str); 3] = [
    (Language::English, "21 Nov 2026 20:57 UTC"),
    (Language::Chinese, "2026年11月21日 20:57 UTC"),
    (Language::Vietnamese, "21/11/2026 20:57 UTC"),
];

/// A client JWT of the project, which ended on 2026-01-03 at 03:04:06.
const EXPIRED: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiI0ODIxMzU3OSIsImlzdCI6InByb2plY3QiLCJpYXQiOjE3NjczMjMwNDUsImV4cCI6MTc2NzQwOTQ0Niwic2Vzc2lvbl9pZCI6IjFfTVg0ME9ESXhNelUzT1g1LU1UYzJOekl5TlRZd01ERXlNMzVVY1RkYWNESk1jamxZZHpSV1lqWk9hekZOYWpoSWN6Ti1VSDUtIiwiY3JlYXRlX3RpbWUiOjE3NjczMjMwNDYsIm5vbmNlIjowLjQ0OTAxMjUzMTc4OTY1NDMsInJvbGUiOiJwdWJsaXNoZXIiLCJleHBpcmVfdGltZSI6MTc2NzQwOTQ0NiwiaW5pdGlhbF9sYXlvdXRfY2xhc3NfbGlzdCI6IiIsInNjb3BlIjoic2Vzc2lvbi5jb25uZWN0In0.5oEHi0uqWGX6A1TGuQLGj6jACgJ2T8fqVAeQzm0MWNQ";

#[test]
fn each_language_is_found_in_the_palette_from_every_other() {
    let office = Office::with_projects();
    let mut app = office.window();
    for (from, _) in CLOCKS {
        for (to, clock) in CLOCKS {
            palette(&mut app, from.name());
            assert_eq!(model(&app).settings.language, Some(from));
            palette(&mut app, to.name());
            assert_eq!(model(&app).settings.language, Some(to));
            assert!(shows(&app, clock), "{to:?}: {}", spoken(&app));
        }
    }
}

#[test]
fn the_language_is_a_setting_and_is_remembered() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num5);
    for language in Language::ALL {
        assert!(shows(&app, language.name()), "{language:?}");
    }
    press(&mut app, "Tiếng Việt");
    assert!(shows(&app, "21/11/2026 20:57 UTC"));
    assert!(office.files().contains("language = \"vi\""));
    drop(app);

    let office = office.restarted();
    let mut app = office.window();
    assert!(shows(&app, "21/11/2026 20:57 UTC"));
    // Back to the machine's, which in a test is English.
    app.key_press(Key::Escape);
    palette(&mut app, Language::English.name());
    assert!(shows(&app, "21 Nov 2026 20:57 UTC"));
    assert!(office.files().contains("language = \"en\""));
}

#[test]
fn spans_and_times_in_a_verdict_are_in_the_language() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::Num2);
    fill(&mut app, "Token to inspect", EXPIRED);
    for (language, span) in [
        (Language::English, "322 d 17 h"),
        (Language::Chinese, "322 天 17 小时"),
        (Language::Vietnamese, "322 ngày 17 giờ"),
    ] {
        palette(&mut app, language.name());
        assert!(shows(&app, span), "{language:?}: {}", spoken(&app));
    }
}

#[test]
fn the_machines_language_counts_until_one_is_chosen() {
    let mut office = Office::with_projects();
    office.machine = Language::Vietnamese;
    let mut app = office.window();
    let [(_, english), _, (_, vietnamese)] = CLOCKS;
    assert!(shows(&app, vietnamese));
    palette(&mut app, "English");
    assert!(shows(&app, english));
    palette(&mut app, "Language: as the system");
    assert_eq!(model(&app).settings.language, None);
    assert!(shows(&app, vietnamese));
}

#[test]
fn without_a_font_for_chinese_the_window_knows_and_goes_on() {
    let fonts_of_ours = |ctx: &Context| ctx.set_fonts(fonts::definitions());
    let builder = Harness::builder().allow_missing_glyphs().with_context_setup(fonts_of_ours);
    let mut harness = builder.build_ui(|ui| {
        for language in Language::ALL {
            ui.label(language.name());
            assert_eq!(fonts::can_write(ui.ctx(), language), language != Language::Chinese);
        }
    });
    harness.run();
}
