//! throw-away: the generate screen
#![cfg(feature = "desktop")]
mod common;
use common::{pictures, whole, window};
use eframe::egui::{self, Align, Frame, Layout, Margin, Rect, Ui, UiBuilder, pos2, vec2};
use tokendesk::gui::theme::{Theme, Tone, size};
use tokendesk::gui::widgets::*;

const TOKEN: &str = "T1==cGFydG5lcl9pZD00ODIxMzU3OSZzaWc9MmQxMjRhNDljMWQ3ZmNhNWM1NjA2ZjRkNGIwZTE0NDY0ZWIyMGJjNDpzZXNzaW9uX2lkPTFfTVg0ME9ESXhNelUzT1g1LU1UYzJPek15TlRZd01ERXlNMzVVY1RkYWNFSk1qamxZWkhwU1YxbHFXazloZWtPWVdwb1NXTjZUaTFWU0RVdEptTnlaV0Y0WldSZmRHbHRaVDB4TnprMU1qWTVORE15Sm01dmJtTmxQVEV1T0RZeE1UVTFNVFV5TXpNPTE3OTUyNjk0MzIwMDAwMDAwMDAwMDAw";

fn area(ui: &mut Ui, rect: Rect, layout: Layout, f: impl FnOnce(&mut Ui)) {
    let mut c = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(format!("{rect:?}")));
    f(&mut c);
}
fn down() -> Layout {
    Layout::top_down(Align::Min)
}

fn screen(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let r = |x0: f32, y0: f32, x1: f32, y1: f32| Rect::from_min_max(pos2(x0, y0), pos2(x1, y1));
    let p = ui.painter().clone();
    p.rect_filled(r(0., 0., 1200., 760.), 0., theme.background);
    p.rect_filled(r(0., 0., 286., 732.), 0., theme.side);
    p.rect_filled(r(0., 732., 1200., 760.), 0., theme.side);
    p.vline(59.5, 0.0..=732.0, theme.card_stroke());
    p.vline(285.5, 0.0..=732.0, theme.card_stroke());
    p.vline(828.5, 0.0..=732.0, theme.card_stroke());
    p.hline(0.0..=1200.0, 732.5, theme.card_stroke());
    area(ui, r(6., 10., 54., 720.), down(), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        RailItem::new(Icon::Plus, "Generate").selected(true).show(ui);
        RailItem::new(Icon::Search, "Inspect").show(ui);
        RailItem::new(Icon::Watch, "Watch").show(ui);
        RailItem::new(Icon::Calls, "Calls").show(ui);
    });
    area(ui, r(6., 672., 54., 720.), down(), |ui| {
        RailItem::new(Icon::Settings, "Settings").show(ui);
    });
    area(ui, r(70., 12., 275., 720.), down(), |ui| {
        let mut q = String::new();
        TextField::new("Find project", &mut q).hint("Find project").trailing("Ctrl F").show(ui);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.add_space(7.0);
        section_heading(ui, "Classroom");
        ListRow::new("Classroom", "OpenTok · 48213579")
            .badge("OT", 0x8b5cf6)
            .tag("stg", Tone::Warn)
            .selected(true)
            .show(ui, 1);
        ListRow::new("Classroom live", "OpenTok · 46911204")
            .badge("OT", 0x8b5cf6)
            .tag("prod", Tone::Bad)
            .show(ui, 2);
        ListRow::new("Classroom next", "Vonage · 7f3c2a10-9b7e")
            .badge("VO", 0x6d3bd1)
            .tag("dev", Tone::Neutral)
            .show(ui, 3);
        ui.add_space(6.0);
        section_heading(ui, "Voice rooms");
        ListRow::new("Rooms CN", "ZEGO · 1481965360")
            .badge("ZG", 0x2f6bff)
            .tag("dev", Tone::Neutral)
            .show(ui, 4);
        ListRow::new("Rooms backup", "NetEase · c37bf7a8be3")
            .badge("NE", 0xd9433f)
            .tag("stg", Tone::Warn)
            .show(ui, 5);
        ui.add_space(6.0);
        section_heading(ui, "Media");
        ListRow::new("Kênh video", "MeCloud · 1024")
            .badge("MC", 0x1f9d63)
            .tag("dev", Tone::Neutral)
            .show(ui, 6);
    });
    area(ui, r(70., 687., 275., 720.), down(), |ui| {
        Button::new("New project").shortcut("Ctrl N").full_width().show(ui);
    });
    area(ui, r(306., 16., 808., 46.), Layout::left_to_right(Align::Center), |ui| {
        text::title(ui, "Classroom");
        ui.add_space(3.0);
        tag(ui, "stg", Tone::Warn);
        ui.add_space(3.0);
        text::dim(ui, "OpenTok · API key 48213579");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            Button::new("Edit project").small().show(ui)
        });
    });
    area(ui, r(306., 55., 808., 700.), down(), |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        let mut t = 0;
        Tabs::new("Kind", &["T1 token", "Client JWT", "REST JWT", "Session ID"]).show(ui, &mut t);
        text::dim(
            ui,
            "Lets one person join one session with a role. Made from the same API key that created the session.",
        );
        let mut s = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTda".to_owned();
        FormRow::new("Session ID")
            .ok(Some("Belongs to this project · created 1 Jan 2026 07:00"))
            .show(ui, |ui, n| TextField::new(n, &mut s).mono().show(ui));
        let mut role = 1;
        FormRow::new("Role").show(ui, |ui, n| {
            Segmented::new(n, &["Subscriber", "Publisher", "Moderator", "Publish only"]).show(ui, &mut role)
        });
        let (mut a, mut u) = ("24".to_owned(), 1);
        FormRow::new("Expires in").show(ui, |ui, n| {
            DurationField::new(n, &mut a, "Unit", &mut u, &["minutes", "hours", "days"])
                .note("ends Sun 22 Nov, 20:57")
                .show(ui)
        });
        let mut d = "name=Trần Thị Bích".to_owned();
        FormRow::new("Connection data").help("Every participant can read it").counter("25 / 1000").show(
            ui,
            |ui, n| {
                let r = TextField::new(n, &mut d).show(ui);
                r.request_focus();
                r
            },
        );
        let mut w = vec!["focus".to_owned(), "main".to_owned()];
        FormRow::new("Layout classes")
            .show(ui, |ui, n| Chips::new(n, "Remove").hint("add…").show(ui, &mut w));
    });
    area(ui, r(306., 683., 808., 716.), Layout::left_to_right(Align::Center), |ui| {
        Button::new("Generate").primary().shortcut("Ctrl ↵").show(ui);
        Button::new("Reset").show(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| Button::new("Snippet").caret().show(ui));
    });
    area(ui, r(847., 12., 1182., 40.), Layout::left_to_right(Align::Center), |ui| {
        text::heading(ui, "Token");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| tag(ui, "336 characters", Tone::Neutral));
    });
    area(ui, r(847., 47., 1182., 700.), down(), |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        card(ui, |ui| {
            TokenView::new("Copy token", TOKEN)
                .parts(&[(0..4, 0), (4..36, 1), (36..90, 2), (90..TOKEN.len(), 3)])
                .legend(&[("prefix", 0), ("head", 1), ("signature", 2), ("data", 3)])
                .max_rows(6)
                .show(ui);
        });
        ui.horizontal(|ui| {
            Button::new("Copy").primary().shortcut("Ctrl ⇧ C").show(ui);
            Button::new("QR").show(ui);
            Button::new("Inspect").show(ui);
            Button::new("Watch").show(ui);
        });
        card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let c = Theme::of(ui).text;
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    countdown(ui, "23:59:48", size::DISPLAY, c);
                    text::note(ui, "until Sun 22 Nov 2026 20:57:12");
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| pill(ui, "Active", Tone::Ok));
            });
            ui.add_space(6.0);
            progress_bar(ui, "Time left", 0.99, Tone::Ok);
        });
        Table::new("Fields").stacked().copy("Copy").show(
            ui,
            &[
                Row {
                    field: "role",
                    value: "publisher",
                    meaning: "may send and receive, not moderate",
                    ..Row::default()
                },
                Row { field: "session_id", value: "1_MX40ODIx…UH5-", mono: true, ..Row::default() },
                Row {
                    field: "create_time",
                    value: "1795269432",
                    meaning: "today 20:57:12",
                    mono: true,
                    ..Row::default()
                },
                Row { field: "connection_data", value: "name=Trần Thị Bích", ..Row::default() },
            ],
        );
    });
    area(ui, r(14., 734., 600., 759.), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        StatusItem::new("Keychain unlocked").dot(Tone::Ok).show(ui);
        StatusItem::new("Nothing leaves this machine").show(ui);
    });
    area(ui, r(600., 734., 1186., 759.), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        StatusItem::new("").shortcut("Ctrl K").pressable().show(ui);
        StatusItem::new("Clipboard clears in 0:41").show(ui);
        StatusItem::new("Now: 21 Nov 2026 20:57:12 UTC+7").pressable().show(ui);
    });
    let _ = (Frame::NONE, Margin::ZERO, vec2(0., 0.));
}
#[test]
fn screens() {
    for (t, n) in [(egui::Theme::Dark, "zz-dark"), (egui::Theme::Light, "zz-light")] {
        let mut h =
            window(t).with_options(pictures().output_path("/tmp/zz")).build_ui(|ui| whole(ui, screen));
        h.run_ok();
        h.snapshot(n);
    }
}
