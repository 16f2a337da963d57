//! What the widgets do with pointer and keyboard, and what a screen reader learns.

mod common;

use common::window;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokendesk::gui::theme::Tone;
use tokendesk::gui::widgets::*;
use zeroize::Zeroizing;

fn harness<'a, State: 'a>(
    state: State,
    mut show: impl FnMut(&mut Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    let mut harness = window(egui::Theme::Dark)
        .build_ui_state(move |ui, state| common::whole(ui, |ui| show(ui, state)), state);
    harness.run();
    harness
}

/// Everything that the accessibility tree says.
fn spoken<State>(harness: &Harness<'_, State>) -> String {
    let nodes: Vec<_> = harness.root().children_recursive().collect();
    let texts: Vec<_> = nodes.iter().map(|node| format!("{:?}", node.accesskit_node().data())).collect();
    texts.join("\n")
}

fn focused<State>(harness: &Harness<'_, State>) -> String {
    harness
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .and_then(|node| node.accesskit_node().label())
        .unwrap_or_default()
}

#[test]
fn a_button_is_pressed_by_pointer_and_keyboard() {
    let mut harness = harness(0, |ui, pressed| {
        *pressed += i32::from(Button::new("Copy").primary().shortcut("Ctrl ⇧ C").show(ui).clicked());
        Button::new("Off").enabled(false).show(ui);
        *pressed += 10 * i32::from(IconButton::new(Icon::Trash, "Delete project").show(ui).clicked());
    });
    harness.get_by_label("Copy").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    harness.get_by_label("Copy").focus();
    harness.run();
    for key in [Key::Enter, Key::Space] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(*harness.state(), 3);
    harness.get_by_label("Off").click();
    harness.run();
    assert_eq!(*harness.state(), 3);
    assert!(harness.get_by_label("Off").accesskit_node().is_disabled());
    harness.get_by_label("Delete project").click();
    harness.run();
    assert_eq!(*harness.state(), 13);
}

#[test]
fn tab_goes_in_reading_order_and_stops_once_per_group() {
    let mut harness = harness((String::new(), 1, 0, String::new()), |ui, (name, role, tab, text)| {
        Tabs::new("Kind", &["T1", "JWT"]).show(ui, tab);
        TextField::new("Name", name).show(ui);
        Segmented::new("Role", &["Subscriber", "Publisher"]).show(ui, role);
        Button::new("Off").enabled(false).show(ui);
        TextField::new("Text", text).rows(3).show(ui);
        Button::new("Generate").show(ui);
    });
    let mut order = Vec::new();
    for _ in 0..5 {
        harness.key_press(Key::Tab);
        harness.run();
        order.push(focused(&harness));
    }
    assert_eq!(order, ["T1", "Name", "Publisher", "Text", "Generate"]);
}

#[test]
fn arrows_choose_within_segments_and_tabs() {
    let mut harness = harness((1, 0), |ui, (role, tab)| {
        Tabs::new("Kind", &["T1", "JWT", "REST"]).show(ui, tab);
        Segmented::new("Role", &["Subscriber", "Publisher", "Moderator"]).show(ui, role);
    });
    harness.get_by_label("Publisher").focus();
    harness.run();
    for (key, expected) in [
        (Key::ArrowRight, 2),
        (Key::ArrowRight, 2),
        (Key::ArrowLeft, 1),
        (Key::Home, 0),
        (Key::ArrowUp, 0),
        (Key::End, 2),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().0, expected, "{key:?}");
    }
    assert_eq!(focused(&harness), "Moderator");
    harness.get_by_label("REST").click();
    harness.run();
    assert_eq!(harness.state().1, 2);
    harness.get_by_label("REST").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!((harness.state().1, focused(&harness)), (1, "JWT".to_owned()));
}

#[test]
fn a_form_row_names_its_control_and_tells_the_problem() {
    let mut harness = harness(String::new(), |ui, text| {
        FormRow::new("Session ID")
            .problem(Some("must not be empty"))
            .show(ui, |ui, name| TextField::new(name, text).bad(true).show(ui));
    });
    let field = harness.get_by_label("Session ID");
    assert_eq!(field.accesskit_node().data().description(), Some("must not be empty"));
    field.focus();
    field.type_text("1_MX");
    harness.run();
    assert_eq!(harness.state(), "1_MX");
}

#[test]
fn a_duration_is_number_and_unit() {
    let mut harness = harness(("24".to_owned(), 1), |ui, (amount, unit)| {
        DurationField::new("Expires in", amount, "Unit", unit, &["minutes", "hours", "days"]).show(ui);
    });
    harness.get_by_label("Unit").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().1, 2);
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("minutes").click();
    harness.run();
    assert_eq!(harness.state().1, 0);
    assert!(harness.query_by_label("hours").is_none(), "the list is closed");
    assert_eq!(focused(&harness), "Unit");
}

#[test]
fn a_list_opened_by_keyboard_is_walked_by_arrows() {
    let mut harness = harness(0, |ui, chosen| {
        Select::new("Language", &["English", "Tiếng Việt", "Deutsch"]).show(ui, chosen);
        Button::new("After").show(ui);
    });
    harness.get_by_label("Language").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    for _ in 0..4 {
        if focused(&harness) == "Deutsch" {
            break;
        }
        harness.key_press(Key::ArrowDown);
        harness.run();
    }
    assert_eq!(focused(&harness), "Deutsch");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), 2);
    harness.key_press(Key::Space);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("English").is_none(), "Esc closes the list");
}

#[test]
fn a_check_box_is_toggled() {
    let mut harness = harness(false, |ui, on| {
        CheckBox::new("Clear the clipboard").note("After 30 s").show(ui, on);
    });
    harness.get_by_label("Clear the clipboard").click();
    harness.run();
    assert!(*harness.state());
    harness.get_by_label("Clear the clipboard").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(!*harness.state());
}

#[test]
fn chips_come_and_go() {
    let mut harness = harness((Vec::<String>::new(), 0), |ui, (words, changes)| {
        *changes += i32::from(Chips::new("Layout classes", "Remove").hint("add…").show(ui, words).changed());
    });
    let type_text = |harness: &mut Harness<'_, _>, text: &str| {
        harness.get_by_label("Layout classes").type_text(text);
        harness.run();
    };
    harness.get_by_label("Layout classes").focus();
    harness.run();
    type_text(&mut harness, "focus");
    assert_eq!(harness.state(), &(vec![], 0), "a draft is no word yet");
    harness.key_press(Key::Enter);
    harness.run();
    type_text(&mut harness, "main");
    type_text(&mut harness, " ");
    assert_eq!(harness.state(), &(vec!["focus".to_owned(), "main".to_owned()], 2));
    assert_eq!(focused(&harness), "Layout classes", "one goes on typing");
    type_text(&mut harness, "x");
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(harness.state().0.len(), 2, "the draft goes first");
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(harness.state().0, ["focus"]);
    harness.event(Event::Paste("a, b\nc".to_owned()));
    harness.run();
    type_text(&mut harness, ",");
    assert_eq!(harness.state().0, ["focus", "a", "b", "c"]);
    harness.get_by_label("Remove a").click();
    harness.run();
    assert_eq!(harness.state().0, ["focus", "b", "c"]);
}

/// A value that is in no other text.
const MARKER: &str = "s3cr3t-marker-9Q";

#[test]
fn a_secret_is_typed_pasted_and_never_told() {
    let mut harness = harness((Zeroizing::new(String::new()), String::new()), |ui, (secret, other)| {
        SecretField::new("API secret", "Hold to show").hint("not set").show(ui, secret);
        TextField::new("Name", other).show(ui);
    });
    let secret = harness.get_by_label("API secret");
    assert_eq!(secret.accesskit_node().role(), Role::PasswordInput);
    secret.focus();
    harness.run();
    harness.get_by_label("API secret").type_text(MARKER);
    harness.run();
    assert_eq!(harness.state().0.as_str(), MARKER);
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(harness.state().0.as_str(), "s3cr3t-marker-9");
    harness.event(Event::Paste("Q".to_owned()));
    harness.run();
    assert_eq!(harness.state().0.as_str(), MARKER);

    assert!(!spoken(&harness).contains(MARKER), "in the accessibility tree");
    assert_eq!(harness.get_by_label("API secret").value(), None);

    // Mark everything; copy and cut.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.event(Event::Copy);
    harness.event(Event::Cut);
    harness.step();
    assert!(
        harness.output().platform_output.commands.is_empty(),
        "{:?}",
        harness.output().platform_output.commands
    );
    assert!(!format!("{:?}", harness.output().platform_output.events).contains(MARKER));
    harness.run();
    assert_eq!(harness.state().0.as_str(), MARKER, "cut takes nothing");

    // Only the field beside it is a text edit of egui's, with an undo history; this one has none.
    let text_edits = harness.ctx.data(egui::util::IdTypeMap::count::<egui::text_edit::TextEditState>);
    assert!(text_edits <= 1, "{text_edits}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().0.as_str(), MARKER);

    // Typing replaces what is marked.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label("API secret").type_text("new");
    harness.run();
    assert_eq!(harness.state().0.as_str(), "new");
    assert!(harness.state().1.is_empty(), "nothing went to the neighbour");
}

#[test]
fn a_secret_is_seen_only_while_the_eye_is_held() {
    let mut harness = harness(Zeroizing::new(MARKER.to_owned()), |ui, secret| {
        SecretField::new("API secret", "Hold to show").show(ui, secret);
    });
    let drawn = |harness: &Harness<'_, Zeroizing<String>>| {
        harness.output().shapes.iter().any(|shape| match &shape.shape {
            egui::Shape::Text(text) => text.galley.text().contains(MARKER),
            _ => false,
        })
    };
    assert!(!drawn(&harness));
    let eye = harness.get_by_label("Hold to show").rect().center();
    harness.hover_at(eye);
    harness.event(Event::PointerButton {
        pos: eye,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert!(drawn(&harness));
    assert!(!spoken(&harness).contains(MARKER));
    harness.drop_at(eye);
    harness.run();
    assert!(!drawn(&harness));
    harness.get_by_label("Hold to show").focus();
    harness.run();
    harness.key_down(Key::Space);
    harness.run();
    assert!(drawn(&harness));
    harness.key_up(Key::Space);
    harness.run();
    assert!(!drawn(&harness));
}

#[test]
fn a_token_is_told_by_its_name_only() {
    let text = "T1==cGFydG5lcl9pZD00";
    let mut harness = harness(0, move |ui, clicks| {
        let view = TokenView::new("Copy token", text).parts(&[(0..4, 0), (4..9, 1)]).legend(&[("prefix", 0)]);
        *clicks += i32::from(view.show(ui).clicked());
    });
    assert!(!spoken(&harness).contains(text));
    harness.get_by_label("Copy token").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
}

#[test]
fn odd_ranges_do_not_lose_text() {
    let mut harness = harness((), |ui, ()| {
        #[expect(clippy::reversed_empty_ranges, reason = "such a range must do no harm")]
        let parts = [(0..2, 0), (1..3, 1), (5..4, 2), (3..99, 3), (4..5, 7)];
        TokenView::new("Token", "aéb→c").parts(&parts).show(ui);
    });
    harness.run();
    let drawn: Vec<String> = harness
        .output()
        .shapes
        .iter()
        .filter_map(|shape| match &shape.shape {
            egui::Shape::Text(text) => Some(text.galley.text().to_owned()),
            _ => None,
        })
        .collect();
    assert!(drawn.contains(&"aéb→c".to_owned()), "{drawn:?}");
}

#[test]
fn rows_are_chosen_and_say_where_they_belong() {
    let mut harness = harness(None, |ui, chosen| {
        for (index, name) in ["Classroom", "Rooms"].into_iter().enumerate() {
            let row = ListRow::new(name, "OpenTok · 482").badge("OT", 0x8b_5c_f6).tag("stg", Tone::Warn);
            if row.selected(index == 0).show(ui, index).clicked() {
                *chosen = Some(index);
            }
        }
        RailItem::new(Icon::Watch, "Watch").show(ui);
    });
    harness.get_by_label("Rooms, OpenTok · 482, stg").click();
    harness.run();
    assert_eq!(*harness.state(), Some(1));
    harness.get_by_label("Classroom, OpenTok · 482, stg").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(0));
}

#[test]
fn a_row_of_a_table_is_copied_by_keyboard() {
    let mut harness = harness(None, |ui, event| {
        let rows = [
            Row { field: "app_id", value: "1", mono: true, ..Row::default() },
            Row { field: "ctime", value: "2", mono: true, ..Row::default() },
        ];
        if let Some(TableEvent::Copy(index)) = Table::new("Parts").copy("Copy").show(ui, &rows) {
            *event = Some(index);
        }
    });
    harness.get_by_label("Copy ctime").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(1));
}

#[derive(Default)]
struct Dialogs {
    outer: bool,
    inner: bool,
    name: String,
    behind: i32,
}

fn dialogs(ui: &mut Ui, state: &mut Dialogs) {
    state.behind += i32::from(Button::new("Behind").show(ui).clicked());
    state.outer |= Button::new("Open").show(ui).clicked();
    if state.outer {
        let output = Modal::new("New project", "Close").show(ui.ctx(), |ui| {
            TextField::new("Project name", &mut state.name).show(ui);
            Button::new("More").show(ui).clicked()
        });
        state.inner |= output.inner;
        state.outer &= !output.closed;
    }
    if state.inner {
        let output = Modal::new("Really?", "Close question").show(ui.ctx(), |ui| {
            Button::new("Yes").show(ui);
        });
        state.inner &= !output.closed;
    }
}

#[test]
fn a_dialog_takes_the_keyboard_and_gives_it_back() {
    let mut harness = harness(Dialogs::default(), dialogs);
    harness.get_by_label("Open").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(focused(&harness), "Project name");
    let mut seen = Vec::new();
    for _ in 0..4 {
        harness.key_press(Key::Tab);
        harness.run();
        seen.push(focused(&harness));
    }
    assert!(seen.iter().all(|name| !matches!(name.as_str(), "Behind" | "Open")), "{seen:?}");
    assert!(seen.contains(&"More".to_owned()) && seen.contains(&"Close".to_owned()), "{seen:?}");

    harness.get_by_label("More").click();
    harness.run();
    assert!(harness.state().inner);
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().inner && harness.state().outer, "Esc closes the topmost one only");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().outer);
    assert_eq!(focused(&harness), "Open");
}

#[test]
fn behind_a_dialog_nothing_can_be_pressed() {
    let mut harness = harness(Dialogs { outer: true, ..Dialogs::default() }, dialogs);
    harness.get_by_label("Project name").focus();
    harness.run();
    let at = harness.get_by_label("More").rect().center();
    harness.hover_at(at);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().behind, 0);
    harness.get_by_label("Close").click();
    harness.run();
    assert!(!harness.state().outer);
}

/// What stands in the search field, and what was chosen.
type Palette = (String, Option<String>);

fn palette(ui: &mut Ui, (query, chosen): &mut Palette) {
    let all = ["Generate", "Inspect", "Watch"];
    let rows: Vec<_> = all
        .iter()
        .filter(|label| label.to_lowercase().contains(&query.to_lowercase()))
        .map(|label| MenuRow { label, note: "", shortcut: "Ctrl 1", icon: None })
        .collect();
    let list = MenuList::new("Command", "Type a command", "Nothing fits");
    if let Some(index) = list.show(ui, query, &rows) {
        *chosen = Some(rows[index].label.to_owned());
    }
}

#[test]
fn enter_in_the_frame_of_the_last_letter_chooses_what_fits_it() {
    let mut harness = harness(Palette::default(), palette);
    harness.get_by_label("Command").focus();
    harness.run();
    harness.event(Event::Text("wat".to_owned()));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().1.as_deref(), Some("Watch"));
    harness.event(Event::Text("zzz".to_owned()));
    harness.key_press(Key::Enter);
    harness.state_mut().1 = None;
    harness.run();
    assert_eq!(harness.state().1, None, "nothing fits");
    // And it does not wait until something does.
    harness.state_mut().0.clear();
    harness.run();
    assert_eq!(harness.state().1, None);
}

#[test]
fn a_palette_that_was_away_begins_at_its_first_row() {
    let mut harness = harness((true, Palette::default()), |ui, (open, state)| {
        if *open {
            palette(ui, state);
        }
    });
    harness.get_by_label("Command").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.state_mut().0 = false;
    harness.run();
    harness.run();
    harness.state_mut().0 = true;
    harness.run();
    harness.get_by_label("Command").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().1.1.as_deref(), Some("Generate"));
}

#[test]
fn a_palette_is_walked_from_its_search_field() {
    let mut harness = harness(Palette::default(), palette);
    harness.get_by_label("Command").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().1.as_deref(), Some("Inspect"));
    harness.get_by_label("Command").type_text("wat");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().1.as_deref(), Some("Watch"));
    harness.get_by_label("Command").type_text("zzz");
    harness.run();
    harness.get_by_label("Nothing fits");
}

#[test]
fn a_toast_is_announced_and_can_be_answered() {
    let mut harness = harness(false, |ui, undone| {
        *undone |= Toast::new(Tone::Ok, "Project removed").action("Undo").show(ui.ctx());
    });
    assert!(spoken(&harness).contains("Polite"));
    harness.get_by_label("Undo").click();
    harness.run();
    assert!(*harness.state());
}

#[test]
fn labels_of_the_time_line_do_not_overlap() {
    for (start, end, now) in [
        (0, 100, 50),
        (49, 50, 50),
        (98, 99, 100),
        (0, 1, 0),
        (0, 10, -1_000_000),
        (5, 5, 5),
        (i64::MIN, i64::MAX, 0),
    ] {
        let harness = harness((), move |ui, ()| {
            TimeLine {
                name: "Life",
                start: Some(start),
                end: Some(end),
                warn_from: Some(end),
                leeway_to: Some(end),
                marks: &[
                    TimeMark { at: start, shape: MarkShape::Dot, words: "made 19:54:00" },
                    TimeMark { at: start, shape: MarkShape::Ring, words: "good from 19:54:00" },
                    TimeMark { at: end, shape: MarkShape::Dot, words: "ended 20:54:00" },
                    TimeMark { at: end, shape: MarkShape::Limit, words: "at most 1 h" },
                ],
                now: (now, "now"),
                span: "1 h",
                tone: Tone::Bad,
            }
            .show(ui);
        });
        let labels: Vec<egui::Rect> = harness
            .output()
            .shapes
            .iter()
            .filter_map(|shape| match &shape.shape {
                egui::Shape::Text(text) => Some(text.visual_bounding_rect()),
                _ => None,
            })
            .collect();
        assert!(labels.len() >= 3, "{labels:?}");
        for (index, one) in labels.iter().enumerate() {
            assert!(one.left() >= -1.0 && one.right() <= 1201.0, "{one:?}");
            for other in &labels[index + 1..] {
                assert!(!one.intersects(*other), "{start} {end} {now}: {one:?} {other:?}");
            }
        }
    }
}
