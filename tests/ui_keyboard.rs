//! The keyboard reaches everything: Tab walks through every panel and every dialog in the order in which it is read,
//! comes round to where it began, and stops only at what has a name and a role. Read from the accessibility tree.

mod common;

use std::collections::BTreeSet;

use common::desk::{App, Office, SESSION, command, fill, model, palette, press};
use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{self, Event, Key, Rect, Vec2, vec2};
use egui_kittest::kittest::NodeT as _;
use tokendesk::app::model::{Dialog, Panel};
use tokendesk::app::{Command, Model};
use tokendesk::vendor::VENDORS;

/// So high that nothing scrolls: where everything stands is seen in one frame.
const TALL: Vec2 = vec2(1200.0, 3000.0);
/// The smallest window, in which the detail stands below the work.
const NARROW: Vec2 = vec2(900.0, 3000.0);

/// One stop of Tab.
#[derive(Debug, Clone, PartialEq)]
struct Stop {
    id: String,
    role: Role,
    name: String,
    rect: Rect,
}

/// Every control that can have the keyboard.
fn focusable(app: &App) -> Vec<Stop> {
    let mut stops = Vec::new();
    for node in app.root().children_recursive() {
        let (at, node) = (node, node.accesskit_node());
        if node.data().supports_action(Action::Focus) && !node.is_disabled() {
            let name = node.label().unwrap_or_default();
            stops.push(Stop { id: format!("{:?}", node.id()), role: node.role(), name, rect: at.rect() });
        }
    }
    stops
}

fn focused(app: &App) -> Option<String> {
    let mut nodes = app.root().children_recursive();
    nodes
        .find(|node| node.accesskit_node().is_focused())
        .map(|node| format!("{:?}", node.accesskit_node().id()))
}

/// Where Tab stops, from where it is now until it is there again.
fn walk(app: &mut App, place: &str) -> Vec<Stop> {
    let mut round: Vec<String> = Vec::new();
    let most = focusable(app).len() + 2;
    loop {
        app.key_press(Key::Tab);
        app.run();
        let Some(id) = focused(app) else {
            assert!(round.len() <= most, "{place}: nothing has the keyboard");
            continue;
        };
        if round.first() == Some(&id) {
            break;
        }
        assert!(
            !round.contains(&id),
            "{place}: Tab goes round without the beginning: {:?}",
            named(app, &round)
        );
        round.push(id);
        assert!(round.len() <= most, "{place}: Tab does not come round: {:?}", named(app, &round));
    }
    named(app, &round)
}

fn named(app: &App, ids: &[String]) -> Vec<Stop> {
    let all = focusable(app);
    ids.iter().filter_map(|id| all.iter().find(|stop| stop.id == *id).cloned()).collect()
}

/// Whether the panel that is shown has something to say beside its work.
fn has_detail(model: &Model) -> bool {
    match model.panel {
        Panel::Generate => model.form().is_some(),
        Panel::Inspect => model.inspect.report.is_some(),
        Panel::Calls => model.call_form().is_some(),
        Panel::Watch | Panel::Settings => false,
    }
}

/// The column in which a control stands, in the order of reading: the bar across, rail, projects, work, detail, status.
fn column(app: &App, rect: Rect) -> usize {
    let window = app.ctx.content_rect();
    let bar = if model(app).travelling() { 40.0 } else { 0.0 };
    let columns = tokendesk::gui::widgets::Columns::for_width(window.width());
    let detail = match columns.detail {
        tokendesk::gui::widgets::Detail::Beside(width) if has_detail(model(app)) => window.right() - width,
        _ => window.right(),
    };
    let at = rect.center();
    match () {
        () if at.y < window.top() + bar => 0,
        () if at.y > window.bottom() - 28.0 => 5,
        () if at.x < columns.rail => 1,
        () if at.x < columns.rail + columns.projects => 2,
        () if rect.left() < detail => 3,
        () => 4,
    }
}

/// Whether one is read before the other: above it, or in its row and left of it.
fn read_before(one: Rect, other: Rect) -> bool {
    let overlap = one.bottom().min(other.bottom()) - one.top().max(other.top());
    if overlap > 0.5 * one.height().min(other.height()) {
        one.center().x < other.center().x
    } else {
        one.center().y < other.center().y
    }
}

/// Everything that is true of a round of Tab.
fn check(app: &App, place: &str, stops: &[Stop], column: impl Fn(Rect) -> usize) {
    let reached: BTreeSet<_> = stops.iter().map(|stop| stop.id.clone()).collect();
    for stop in focusable(app) {
        assert!(!stop.name.trim().is_empty(), "{place}: {:?} at {:?} has no name", stop.role, stop.rect);
        let has_role = !matches!(stop.role, Role::Unknown | Role::GenericContainer);
        assert!(has_role, "{place}: {} has no role", stop.name);
        assert!(reached.contains(&stop.id), "{place}: Tab does not reach {} ({:?})", stop.name, stop.role);
    }
    // The round begins anywhere; it is read from its first control.
    let first = (0..stops.len()).min_by(|one, other| {
        let (one, other) = (stops[*one].rect, stops[*other].rect);
        (column(one), !read_before(one, other)).cmp(&(column(other), read_before(one, other)))
    });
    let (end, start) = stops.split_at(first.unwrap_or(0));
    let order: Vec<&Stop> = start.iter().chain(end).collect();
    for pair in order.windows(2) {
        let [one, other] = pair else { continue };
        let (a, b) = (column(one.rect), column(other.rect));
        let right = a < b || (a == b && read_before(one.rect, other.rect));
        assert!(
            right,
            "{place}: after {} at {:?} Tab goes to {} at {:?}\n{:#?}",
            one.name,
            one.rect,
            other.name,
            other.rect,
            order.iter().map(|stop| (&stop.name, column(stop.rect))).collect::<Vec<_>>()
        );
    }
}

fn check_panel(app: &mut App, place: &str) {
    app.run();
    let stops = walk(app, place);
    assert!(stops.len() >= 8, "{place}: {stops:?}");
    check(app, place, &stops, |rect| column(app, rect));
}

/// In a dialog the keyboard goes to the contents first, so the cross comes last; Esc closes it.
fn check_dialog(app: &mut App, place: &str) {
    app.run();
    assert!(focused(app).is_some(), "{place}: the keyboard is not in it");
    let cross = |stop: &Stop| stop.name == "Close" && stop.rect.width() < 28.0;
    let stops = walk(app, place);
    let all: Vec<Stop> = stops.iter().filter(|stop| !cross(stop)).cloned().collect();
    assert_eq!(all.len() + 1, stops.len(), "{place}: it has a cross");
    let at = stops.iter().position(cross).unwrap_or_default();
    let first = &stops[(at + 1) % stops.len()];
    assert!(
        all.iter().all(|stop| stop.id == first.id || read_before(first.rect, stop.rect)),
        "{place}: after the cross comes {}",
        first.name
    );
    let reached: BTreeSet<_> = stops.iter().map(|stop| stop.id.clone()).collect();
    let behind = focusable(app).iter().any(|stop| !reached.contains(&stop.id) && stop.role != Role::Tab);
    // What lies behind is shut off, and so not reached; the rest of the rules are those of a panel.
    assert!(behind, "{place}: the window lies behind it");
    let order = [&stops[at + 1..], &stops[..at]].concat();
    for pair in order.windows(2) {
        let [one, other] = pair else { continue };
        assert!(!one.name.trim().is_empty(), "{place}: {one:?} has no name");
        assert!(read_before(one.rect, other.rect), "{place}: {one:?} comes before {other:?}");
    }
    app.key_press(Key::Escape);
    app.run();
    assert!(model(app).dialog.is_none() && model(app).palette.is_none(), "{place}: Esc closes it");
}

const PANELS: [(Key, &str); 5] = [
    (Key::Num1, "Generate"),
    (Key::Num2, "Inspect"),
    (Key::Num3, "Watch"),
    (Key::Num4, "Calls"),
    (Key::Num5, "Settings"),
];

#[test]
fn tab_walks_through_every_panel_as_it_is_read() {
    for size in [TALL, NARROW] {
        let office = Office::with_projects();
        let mut app = office.open(egui::Theme::Dark, size);
        for (key, name) in PANELS {
            command(&mut app, key);
            check_panel(&mut app, &format!("{name}, {size}"));
        }
    }
}

#[test]
fn tab_walks_through_the_panels_when_they_are_full() {
    for size in [TALL, NARROW] {
        let office = Office::with_projects();
        let mut app = office.open(egui::Theme::Dark, size);
        press(&mut app, "Advanced");
        fill(&mut app, "Session ID", SESSION);
        command(&mut app, Key::Enter);
        press(&mut app, "Watch");
        check_panel(&mut app, &format!("a token, {size}"));
        command(&mut app, Key::I);
        check_panel(&mut app, &format!("a report, {size}"));
        command(&mut app, Key::Num3);
        check_panel(&mut app, &format!("a watched token, {size}"));
        command(&mut app, Key::Num4);
        check_panel(&mut app, &format!("a request, {size}"));
        // The bar across the window is read first.
        command(&mut app, Key::T);
        fill(&mut app, "Time", "+1h");
        press(&mut app, "Set");
        check_panel(&mut app, &format!("another time, {size}"));
    }
}

#[test]
fn tab_walks_through_every_vendors_form() {
    let office = Office::with_every_vendor();
    let mut app = office.open(egui::Theme::Dark, TALL);
    for project in model(&app).projects.clone() {
        let vendor =
            VENDORS.iter().find(|vendor| vendor.id == project.vendor).map_or("", |vendor| vendor.name);
        app.run();
        fill(&mut app, "Find project", &project.name);
        let row = app.root().children_recursive().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::ListBoxOption && node.label().is_some_and(|l| l.starts_with(&project.name))
        });
        row.expect("a row").click();
        app.run();
        app.key_press(Key::Escape);
        app.run();
        check_panel(&mut app, vendor);
    }
}

#[test]
fn tab_walks_through_the_first_start() {
    let office = Office::new();
    let mut app = office.open(egui::Theme::Dark, TALL);
    check_panel(&mut app, "first start");
    press(&mut app, "Try the demo");
    check_panel(&mut app, "demo");
}

#[test]
fn tab_stays_in_every_dialog_and_esc_closes_it() {
    let office = Office::with_projects();
    let mut app = office.open(egui::Theme::Dark, TALL);
    for (key, name) in [(Key::N, "editor"), (Key::E, "edit"), (Key::T, "time")] {
        command(&mut app, key);
        check_dialog(&mut app, name);
    }
    for vendor in VENDORS.iter().filter(|vendor| vendor.has_projects()) {
        command(&mut app, Key::N);
        let chosen = match &model(&app).dialog {
            Some(Dialog::Editor(editor)) => editor.vendor.name,
            other => panic!("{other:?}"),
        };
        if chosen != vendor.name {
            press(&mut app, "Vendor");
            press(&mut app, vendor.name);
        }
        check_dialog(&mut app, vendor.name);
    }
    palette(&mut app, "delete project");
    check_dialog(&mut app, "delete");
    command(&mut app, Key::K);
    check_dialog(&mut app, "palette");
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    for (key, name) in [(Key::F1, "shortcuts"), (Key::F2, "QR code")] {
        app.key_press(key);
        app.run();
        assert!(model(&app).dialog.is_some(), "{name}");
        check_dialog(&mut app, name);
    }
}

#[test]
fn esc_closes_the_topmost_thing() {
    let office = Office::with_projects();
    let mut app = office.open(egui::Theme::Dark, TALL);
    let esc = |app: &mut App| {
        app.key_press(Key::Escape);
        app.run();
    };
    fill(&mut app, "Find project", "live");
    command(&mut app, Key::N);
    press(&mut app, "Vendor");
    assert!(focusable(&app).iter().any(|stop| stop.name.starts_with("ZEGO")), "the list is open");
    esc(&mut app);
    assert!(model(&app).dialog.is_some(), "the list first");
    esc(&mut app);
    assert!(model(&app).dialog.is_none(), "then the dialog");
    assert_eq!(model(&app).search, "live");
    esc(&mut app);
    assert_eq!(model(&app).search, "", "then the search");
    command(&mut app, Key::K);
    esc(&mut app);
    assert!(model(&app).palette.is_none());
}

/// However many projects there are: one stop, and the arrows, Home, End and letters go from row to row.
#[test]
fn the_list_of_projects_is_one_stop() {
    let office = Office::new();
    for index in 0..200 {
        let name = format!("{} {index:03}", if index < 100 { "Alpha" } else { "Beta" });
        office.add(&name, tokendesk::store::Environment::Dev, "48213579", "0a");
    }
    let mut app = office.window();
    let rows = |app: &App| {
        let of = |stop: &Stop| stop.role == Role::ListBoxOption;
        focusable(app).into_iter().filter(of).map(|stop| stop.name).collect::<Vec<_>>()
    };
    assert_eq!(rows(&app).len(), 1, "one stop");
    command(&mut app, Key::F);
    app.key_press(Key::Tab);
    app.run();
    let at = |app: &App| {
        let id = focused(app);
        focusable(app)
            .into_iter()
            .find(|stop| Some(&stop.id) == id.as_ref())
            .map(|stop| stop.name)
            .unwrap_or_default()
    };
    assert!(at(&app).starts_with("Alpha 000"), "{}", at(&app));
    let key = |app: &mut App, key| {
        app.key_press(key);
        app.run();
    };
    key(&mut app, Key::ArrowDown);
    assert!(at(&app).starts_with("Alpha 001"), "{}", at(&app));
    key(&mut app, Key::End);
    assert!(at(&app).starts_with("Beta 199"), "{}", at(&app));
    key(&mut app, Key::ArrowDown);
    assert!(at(&app).starts_with("Beta 199"), "it ends there");
    key(&mut app, Key::Home);
    key(&mut app, Key::ArrowUp);
    assert!(at(&app).starts_with("Alpha 000"), "{}", at(&app));
    for letters in ["b", "e"] {
        app.event(Event::Text(letters.to_owned()));
        app.run();
    }
    assert!(at(&app).starts_with("Beta 100"), "{}", at(&app));
    assert_eq!(model(&app).selected().map(|project| project.name.as_str()), Some("Alpha 000"));
    key(&mut app, Key::Enter);
    assert_eq!(model(&app).selected().map(|project| project.name.as_str()), Some("Beta 100"));
    key(&mut app, Key::Tab);
    assert_eq!(at(&app), "New project");
}

/// A group and what is in it: the items are its children.
#[test]
fn a_choice_is_the_parent_of_what_can_be_chosen() {
    let office = Office::with_projects();
    let mut app = office.window();
    command(&mut app, Key::N);
    for (role, name, child) in [
        (Role::RadioGroup, "Environment", Role::RadioButton),
        (Role::TabList, "Kind of token", Role::Tab),
        (Role::ListBox, "Projects", Role::ListBoxOption),
    ] {
        let group = app.root().children_recursive().find(|node| {
            node.accesskit_node().role() == role && node.accesskit_node().label().as_deref() == Some(name)
        });
        let group = group.unwrap_or_else(|| panic!("no {name}"));
        let inside = group.children_recursive().filter(|node| node.accesskit_node().role() == child).count();
        assert!(inside >= 2, "{name} holds {inside}");
    }
}

/// In the smallest window most of a form lies below the edge: what has the keyboard is scrolled into sight.
#[test]
fn what_has_the_keyboard_is_in_sight() {
    let office = Office::with_projects();
    let mut app = office.open(egui::Theme::Dark, vec2(900.0, 600.0));
    press(&mut app, "Advanced");
    fill(&mut app, "Session ID", SESSION);
    command(&mut app, Key::Enter);
    for (key, name) in PANELS {
        command(&mut app, key);
        let mut seen = BTreeSet::new();
        for _ in 0..100 {
            app.key_press(Key::Tab);
            app.run();
            let Some(id) = focused(&app) else { continue };
            let stop = focusable(&app).into_iter().find(|stop| stop.id == id).expect("it is there");
            assert!(
                stop.rect.top() >= 0.0 && stop.rect.bottom() <= 600.0,
                "{name}: {} at {:?}",
                stop.name,
                stop.rect
            );
            seen.insert(stop.id);
        }
        assert!(seen.len() > 8, "{name}");
    }
}

/// The map of shortcuts has no control but its cross, so the arrows scroll it; all commands with keys stand in it.
#[test]
fn the_map_of_shortcuts_names_every_command_that_has_keys() {
    let office = Office::with_projects();
    let mut app = office.open(egui::Theme::Dark, TALL);
    app.key_press(Key::F1);
    app.run();
    let texts = tokendesk::vendor::texts();
    let spoken = common::desk::spoken(&app);
    for command in Command::ALL.iter().filter(|command| command.shortcut().is_some()) {
        let keys = command.shortcut().map(tokendesk::app::command::Shortcut::label).unwrap_or_default();
        assert!(spoken.contains(&texts.get(command.text_id())) && spoken.contains(&keys), "{command:?}");
    }
}
