//! Watch in the window: warnings, renewals, pasted lists, restarts.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use std::fmt::Write as _;

use common::desk::{App, Office, SECRET, SESSION, command, fill, model, press, shows, spoken};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokendesk::app::model::Panel;
use tokendesk::app::watch::State;
use tokendesk::store::{SecretError, Settings};
use tokendesk::token::{Env, Inputs, Raw, Time};
use tokendesk::vendor::{self, Pasted, Trial};

use common::desk::{KEY, NOW};

/// With the projects of the drawings. Hours pass in these tests, in which nobody does anything: the window stays open.
fn office() -> Office {
    let office = Office::with_projects();
    Settings::change(office.store.folders(), |settings| settings.lock_after = 0).expect("saved");
    office
}

fn every_vendor() -> Office {
    let office = Office::with_every_vendor();
    Settings::change(office.store.folders(), |settings| settings.lock_after = 0).expect("saved");
    office
}

/// Makes an OpenTok token for this user and watches it.
fn watch(app: &mut App, user: &str) {
    command(app, Key::Num1);
    fill(app, "Session ID", SESSION);
    let data =
        app.get_all_by_label("Connection data").find(|node| node.accesskit_node().role() == Role::TextInput);
    data.expect("a field").focus();
    app.run();
    app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    app.event(eframe::egui::Event::Text(user.to_owned()));
    app.run();
    command(app, Key::Enter);
    app.get_all_by_label("Watch").last().expect("the button").click();
    app.run();
}

/// A T1 token of the first project that lives so long.
fn token(user: &str, begins: i64, life: i64) -> String {
    let kind = vendor::kind("opentok.t1").expect("a kind");
    let raw = Raw::new()
        .with("api_key", KEY)
        .with("session_id", SESSION)
        .with("data", user)
        .with("expire_time", format!("+{life}s"))
        .with_secret("api_secret", SECRET.into());
    let inputs = Inputs::read(&kind.fields(), &raw, tokendesk::token::input::Ask::All).expect("inputs");
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: Time::from_seconds(begins), random: &mut random };
    kind.generate(&inputs, &mut env).expect("a token").token
}

fn paste_list(app: &mut App, office: &Office, lines: &str) {
    office.clipboard_holds(lines);
    command(app, Key::Num3);
    press(app, "Add from clipboard");
}

fn seconds_left(app: &App, index: usize) -> i64 {
    let row = &model(app).watch.rows[index];
    row.token.ends.expect("an end").since(model(app).now) / 1000
}

/// Who is shown, in order.
fn shown(app: &App) -> Vec<String> {
    let watch = &model(app).watch;
    watch.shown.iter().map(|index| watch.rows[*index].token.user.clone()).collect()
}

#[test]
fn a_token_is_warned_of_twice_and_renewed_in_one_press() {
    let office = office();
    let mut app = office.window();
    watch(&mut app, "bich");
    assert_eq!(model(&app).watch.rows.len(), 1);
    assert_eq!(seconds_left(&app, 0), 86_400);
    let first = model(&app).watch.rows[0].token.clone();
    assert_eq!(
        (first.user.as_str(), first.role.as_str(), first.room.as_str()),
        ("bich", "publisher", SESSION)
    );

    // Five minutes before the end, with another panel on screen.
    office.pass(86_400 - 301);
    app.run();
    assert_eq!(office.notifier.shown().len(), 0);
    assert_eq!(model(&app).watch.rows[0].state(&model(&app).settings, model(&app).now), State::Active);
    office.pass(1);
    app.run();
    assert_eq!(model(&app).panel, Panel::Generate);
    let told = office.notifier.shown();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (told[0].title.as_str(), told[0].text.as_str()),
        ("bich ends in 5 min", "Classroom · T1 token")
    );
    assert!(shows(&app, "bich ends in 5 min"), "in the window too");
    office.pass(1);
    app.run();
    assert_eq!(office.notifier.shown().len(), 1, "once");

    // On its own panel there is the callout.
    command(&mut app, Key::Num3);
    assert!(shows(&app, "ending soon") && shows(&app, "00:04:59"));
    office.pass(269);
    app.run();
    assert_eq!(office.notifier.shown().last().map(|n| n.title.clone()).as_deref(), Some("bich ends in 30 s"));
    assert!(shows(&app, "bich ends in 30 s. A connection that runs goes on"));
    office.pass(3);
    app.run();
    assert_eq!(office.notifier.shown().len(), 2);

    let before = office.clipboard.held();
    press(&mut app, "Renew and copy");
    let row = &model(&app).watch.rows[0];
    assert_eq!((row.token.id.clone(), row.token.user.as_str()), (first.id.clone(), "bich"));
    assert_ne!(row.token.mark, first.mark);
    assert_eq!(seconds_left(&app, 0), 86_400);
    let copied = office.clipboard.held().expect("a token");
    assert_ne!(Some(&copied), before.as_ref());
    assert_accepted(&copied.0, "bich");
    assert!(!shows(&app, "Renew and copy"));

    // It ends at last; that was foreseen, so nothing more is said of it.
    office.pass(86_400 - 20);
    app.run();
    office.pass(60);
    app.run();
    assert_eq!(office.notifier.shown().len(), 3);
    assert!(shows(&app, "expired") && shows(&app, "40 s ago"));
    // What was slept through is told.
    press(&mut app, "Renew");
    office.pass(2 * 86_400);
    app.run();
    assert_eq!(office.notifier.shown().last().map(|n| n.title.clone()).as_deref(), Some("bich has ended"));
    assert!(!spoken(&app).contains(SECRET));
}

fn assert_accepted(token: &str, user: &str) {
    let kind = vendor::kind("opentok.t1").expect("a kind");
    let raw = Raw::new().with("api_key", KEY).with_secret("api_secret", SECRET.into());
    let inputs = Inputs::read(&kind.fields(), &raw, tokendesk::token::input::Ask::Given).expect("inputs");
    let trial = Trial { project: None, inputs };
    let now = Time::from_seconds(NOW + 86_400);
    let report = vendor::inspect(&Pasted::read(token, None), &Inputs::default(), [trial], &[], now);
    assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
    assert_eq!(report.fields["connection_data"], user);
}

#[test]
fn an_exact_time_moves_along_and_chance_is_new() {
    let office = office();
    let mut app = office.window();
    app.get_by_label("Advanced").click();
    app.run();
    fill(&mut app, "Nonce", "0.4490125317896543");
    fill(&mut app, "Session ID", SESSION);
    choose(&mut app, "Unit of Expires in", "exact time");
    command(&mut app, Key::Enter);
    app.get_all_by_label("Watch").last().expect("the button").click();
    app.run();
    assert_eq!(seconds_left(&app, 0), 86_400);
    let kept = model(&app).watch.rows[0].token.values.clone().expect("values");
    assert!(!kept.contains_key("nonce") && kept["expire_time"].starts_with("2026-"), "{kept:?}");
    office.pass(500);
    command(&mut app, Key::Num3);
    press(&mut app, "Renew");
    assert_eq!(seconds_left(&app, 0), 86_400);
    office.pass(100);
    app.run();
    press(&mut app, "Renew");
    assert_eq!(seconds_left(&app, 0), 86_400);
    press(&mut app, "Copy");
    let copied = office.clipboard.held().expect("a token").0;
    let report =
        vendor::inspect(&Pasted::read(&copied, None), &Inputs::default(), [], &[], Time::from_seconds(NOW));
    assert_ne!(report.fields["nonce"], "0.4490125317896543");
}

#[test]
fn the_list_survives_a_restart_and_its_texts_are_in_the_keychain_only() {
    let office = office();
    let mut app = office.window();
    watch(&mut app, "bich");
    let made = model(&app).made().expect("a token").token.clone();
    drop(app);
    let files = office.files();
    assert!(files.contains("bich") && files.contains("opentok.t1"), "what is needed to renew is there");
    assert!(!files.contains(&made[..30]), "the token is in no file");
    let office = office.restarted();
    let mut app = office.window();
    assert_eq!(seconds_left(&app, 0), 86_400);
    command(&mut app, Key::Num3);
    assert!(shows(&app, "Classroom, T1 token · publisher, bich, active"));
    press(&mut app, "Copy");
    assert_eq!(office.clipboard.held().map(|(text, _)| text), Some(made.clone()));
    // The keys act on the row.
    app.get_by_label_contains("Classroom, T1 token").click();
    app.run();
    app.key_press(Key::I);
    app.run();
    assert_eq!((model(&app).panel, model(&app).inspect.text.as_str()), (Panel::Inspect, made.as_str()));
    command(&mut app, Key::Num3);
    press(&mut app, "Stop watching");
    assert!(model(&app).watch.rows.is_empty() && shows(&app, "Nothing is watched"));
    let left: Vec<String> = office.keychain.keys().iter().map(tokendesk::store::SecretKey::user).collect();
    assert!(left.iter().all(|user| !user.starts_with("watch/")), "{left:?}");
    assert!(!office.files().contains("bich"));
}

#[test]
fn texts_stay_out_of_the_keychain_where_that_is_wanted() {
    let office = office();
    let mut app = office.window();
    watch(&mut app, "bich");
    let watched = |office: &Office| {
        office.keychain.keys().iter().filter(|key| key.user().starts_with("watch/")).count()
    };
    assert_eq!(watched(&office), 1);
    command(&mut app, Key::Num5);
    press(&mut app, "Keep watched tokens in the keychain");
    assert_eq!(watched(&office), 0, "what was kept is taken out");
    command(&mut app, Key::Num3);
    press(&mut app, "Copy");
    let copied = office.clipboard.held().expect("it is still here in this run").0;
    assert!(!office.files().contains(&copied[..30]));
    drop(app);
    let office = office.restarted();
    let mut app = office.window();
    assert!(!model(&app).settings.watch_keep);
    command(&mut app, Key::Num3);
    app.get_by_label_contains("Classroom, T1 token").click();
    app.run();
    assert!(shows(&app, "Its text was not kept"));
    assert!(app.get_all_by_label("Copy").all(|node| node.accesskit_node().is_disabled()));
    press(&mut app, "Renew");
    press(&mut app, "Copy");
    assert_ne!(office.clipboard.held().map(|(text, _)| text), Some(copied));
    command(&mut app, Key::Num5);
    press(&mut app, "Keep watched tokens in the keychain");
    assert_eq!(watched(&office), 1, "and put there again");
}

#[test]
fn without_a_keychain_it_is_said_once() {
    let office = office();
    let mut app = office.window();
    let list = format!("{}\n{}\n", token("one", NOW, 900), token("two", NOW, 900));
    office.keychain.fail_always(Some(SecretError::Unreachable { reason: "no session bus".to_owned() }));
    paste_list(&mut app, &office, &list);
    assert_eq!(model(&app).watch.rows.len(), 2);
    let told = model(&app).notice.clone().expect("it is said");
    assert!(told.bad, "{told:?}");
    app.run();
    press(&mut app, "Close");
    let one = token("three", NOW, 900);
    office.keychain.fail_always(None);
    paste_list(&mut app, &office, &one);
    office.keychain.fail_always(Some(SecretError::Locked));
    let four = token("four", NOW, 900);
    paste_list(&mut app, &office, &four);
    assert_eq!(model(&app).watch.rows.len(), 4);
    assert!(model(&app).watch.rows.iter().all(tokendesk::app::watch::Row::has_text));
}

#[test]
fn a_secret_for_this_run_keeps_its_tokens_for_this_run() {
    let office = office();
    let mut app = office.window();
    office.keychain.fail_always(Some(SecretError::Locked));
    command(&mut app, Key::N);
    fill(&mut app, "Name", "Fleeting");
    fill(&mut app, "API key", KEY);
    fill(&mut app, "API secret", SECRET);
    press(&mut app, "Save");
    press(&mut app, "Keep for this run only");
    office.keychain.fail_always(None);
    let before = office.keychain.keys();
    watch(&mut app, "bich");
    assert_eq!(model(&app).watch.rows[0].token.project_name, "Fleeting");
    assert_eq!(office.keychain.keys(), before);
}

#[test]
fn a_pasted_list_is_read_line_by_line() {
    let office = office();
    let mut app = office.window();
    let mut list = String::new();
    for user in ["b", "a", "c"] {
        let life = if user == "a" { 250 } else { 900 };
        writeln!(list, "{}", token(user, NOW - 10, life)).expect("a line");
    }
    let broken = "T1==cGFydG5lcl9pZA";
    let list = format!("{list}\n{broken}\nnonsense\n{}\n", token("b", NOW - 10, 901));
    paste_list(&mut app, &office, &list);
    assert_eq!(shown(&app), ["a", "b", "c", "b"]);
    let unread = model(&app).watch.unread.as_ref().expect("what was not read is told");
    assert_eq!(unread.lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [5, 6]);
    assert!(
        shows(&app, "2 lines were not read, 4 were") && shows(&app, "Line 5: ") && shows(&app, "Line 6: ")
    );
    press(&mut app, "Copy these lines");
    assert_eq!(office.clipboard.held().map(|(text, _)| text), Some(format!("{broken}\nnonsense\n")));
    press(&mut app, "Close");
    assert!(model(&app).watch.unread.is_none());
    assert!(shows(&app, "4 watched · 1 ending soon"));
    assert_eq!(office.notifier.shown().len(), 0, "what was over when it came is no news");
    // They belong to the project that they were checked with.
    assert!(model(&app).watch.rows.iter().all(|row| row.token.project_name == "Classroom"));
    // Once more changes nothing.
    paste_list(&mut app, &office, &list);
    assert_eq!(model(&app).watch.rows.len(), 4);
}

#[test]
fn filter_and_order() {
    let office = every_vendor();
    let mut app = office.window();
    paste_list(&mut app, &office, &format!("{}\n{}\n", token("anna", NOW, 900), token("bob", NOW, 600)));
    assert_eq!(shown(&app), ["bob", "anna"]);
    press(&mut app, "Newest");
    assert_eq!(shown(&app), ["bob", "anna"], "the last line came last");
    press(&mut app, "Project");
    assert_eq!(shown(&app), ["bob", "anna"]);
    for (filter, found) in [
        ("ANN", 1),
        ("opentok", 2),
        ("classroom bob", 1),
        ("t1 token", 2),
        ("zego", 0),
        ("publisher", 2),
        ("", 2),
    ] {
        filter_by(&mut app, filter);
        assert_eq!(shown(&app).len(), found, "{filter}");
    }
    filter_by(&mut app, "zego");
    assert!(shows(&app, "Nothing fits"));
    app.key_press(Key::Escape);
    app.run();
    app.key_press(Key::Escape);
    app.run();
    assert_eq!((shown(&app).len(), model(&app).watch.filter.as_str()), (2, ""), "Esc clears it");
    filter_by(&mut app, "zego");
    // What has ended goes to the end.
    filter_by(&mut app, "");
    press(&mut app, "Ends first");
    office.pass(700);
    app.run();
    assert_eq!(shown(&app), ["anna", "bob"]);
}

fn filter_by(app: &mut App, text: &str) {
    app.get_by_label("Filter by user, room, project").focus();
    app.run();
    app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    app.key_press(Key::Backspace);
    app.run();
    app.event(eframe::egui::Event::Text(text.to_owned()));
    app.run();
}

#[test]
fn warnings_are_set_for_all_and_for_one() {
    let office = office();
    let mut app = office.window();
    paste_list(&mut app, &office, &format!("{}\n{}\n", token("anna", NOW, 4000), token("bob", NOW, 4000)));
    app.get_by_label_contains("Classroom, T1 token · publisher, bob").click();
    app.run();
    assert!(shows(&app, "Warns 5 min, 30 s before the end"));
    app.key_press(Key::W);
    app.run();
    assert!(shows(&app, "Warnings for bob"));
    press(&mut app, "Its own times");
    choose(&mut app, "First warning", "1 h before");
    app.key_press(Key::Escape);
    app.run();
    assert!(shows(&app, "Warns 1 h, 30 s before the end"));
    command(&mut app, Key::Num5);
    choose(&mut app, "First warning", "10 min before");
    choose(&mut app, "Last warning", "Off");
    assert_eq!(Settings::load(office.store.folders()).0.watch_warn, [600, 0]);
    office.pass(400);
    app.run();
    assert_eq!(titles(&office), ["bob ends in 1 h"]);
    office.pass(3000);
    app.run();
    assert_eq!(titles(&office), ["bob ends in 1 h", "anna ends in 10 min"]);
    press(&mut app, "Show warnings on the desktop too");
    office.pass(570);
    app.run();
    assert_eq!(titles(&office).len(), 2, "switched off");
    // Both are remembered.
    drop(app);
    let office = office.restarted();
    let app = office.window();
    assert_eq!(model(&app).watch.rows[1].token.warn, Some([3600, 30]));
    assert_eq!((model(&app).settings.watch_warn, model(&app).settings.watch_notify), ([600, 0], false));
}

fn titles(office: &Office) -> Vec<String> {
    office.notifier.shown().iter().map(|notification| notification.title.clone()).collect()
}

/// Chooses in a list that opens.
fn choose(app: &mut App, list: &str, choice: &str) {
    app.get_by_label(list).click();
    app.run();
    app.get_all_by_label(choice).last().expect("a choice").click();
    app.run();
}

#[test]
fn many_at_once_are_told_once() {
    let office = office();
    let mut app = office.window();
    let lines: Vec<String> = (0..20).map(|number| token(&format!("user {number}"), NOW, 400)).collect();
    paste_list(&mut app, &office, &lines.join("\n"));
    office.pass(100);
    app.run();
    assert_eq!(titles(&office), ["20 watched tokens end"]);
}

#[test]
fn a_deleted_project_leaves_its_rows() {
    let office = office();
    let mut app = office.window();
    watch(&mut app, "bich");
    command(&mut app, Key::K);
    app.event(eframe::egui::Event::Text("delete".to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
    press(&mut app, "Delete");
    command(&mut app, Key::Num3);
    app.get_by_label_contains("Classroom, T1 token").click();
    app.run();
    assert!(shows(&app, "Its project is deleted"));
    assert!(app.get_by_label("Renew").accesskit_node().is_disabled());
    press(&mut app, "Copy");
    assert!(office.clipboard.held().is_some());
}

#[test]
fn the_list_is_one_stop_and_the_keys_move_in_it() {
    let office = office();
    let mut app = office.window();
    let lines: Vec<String> =
        (0..40).map(|number| token(&format!("user{number:02}"), NOW, 900 + number)).collect();
    paste_list(&mut app, &office, &lines.join("\n"));
    app.get_by_label("Ends first").focus();
    app.run();
    app.key_press(Key::Tab);
    app.run();
    let focused = |app: &App| {
        app.root()
            .children_recursive()
            .find(|node| node.accesskit_node().is_focused())
            .and_then(|node| node.accesskit_node().label())
    };
    assert!(focused(&app).is_some_and(|name| name.contains("user00")), "{:?}", focused(&app));
    app.key_press(Key::End);
    app.run();
    assert!(focused(&app).is_some_and(|name| name.contains("user39")), "{:?}", focused(&app));
    assert!(app.query_by_label_contains("user00").is_none(), "only what is in sight is drawn");
    app.key_press(Key::ArrowUp);
    app.run();
    assert!(
        focused(&app).is_some_and(|name| name.contains("user38")),
        "{:?} {:?}",
        focused(&app),
        model(&app).watch.place
    );
    // From the row to its own buttons, and then out of the list.
    for name in ["Copy", "Renew", "QR", "Inspect", "Warnings…", "Stop watching"] {
        app.key_press(Key::Tab);
        app.run();
        assert_eq!(focused(&app).as_deref(), Some(name));
    }
    app.get_all_by_label_contains("user38").next().expect("the row").focus();
    app.run();
    app.key_press(Key::Delete);
    app.run();
    assert_eq!(model(&app).watch.rows.len(), 39);
    assert_eq!(model(&app).watch.place, Some(38), "the next one has the keys");
}

#[test]
fn a_token_from_inspect_is_watched() {
    let office = office();
    let mut app = office.window();
    office.clipboard_holds(&token("anna", NOW, 900));
    command(&mut app, Key::Num2);
    press(&mut app, "Paste");
    app.get_all_by_label("Watch").last().expect("the button").click();
    app.run();
    let row = &model(&app).watch.rows[0];
    assert_eq!((row.token.user.as_str(), row.token.project_name.as_str()), ("anna", "Classroom"));
    // What it was made from is read off it, so it can be made again, with the same life.
    let first = row.token.mark.clone();
    office.pass(700);
    command(&mut app, Key::Num3);
    press(&mut app, "Renew");
    let row = &model(&app).watch.rows[0];
    assert_ne!(row.token.mark, first);
    assert_eq!((row.token.user.as_str(), seconds_left(&app, 0)), ("anna", 900));
}

#[test]
fn a_broken_file_is_named_and_kept() {
    let office = office();
    let file = office.store.folders().watch_file();
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
    std::fs::write(&file, "version = 1\n[[token]]\nid = 7\n").expect("written");
    let mut app = office.window();
    command(&mut app, Key::Num3);
    assert!(shows(&app, "The watch list cannot be kept") && shows(&app, "watch.toml"));
    watch(&mut app, "bich");
    assert_eq!(model(&app).watch.rows.len(), 1, "it is watched in this run all the same");
    assert_eq!(std::fs::read_to_string(&file).expect("there"), "version = 1\n[[token]]\nid = 7\n");
}

#[test]
fn a_renewal_that_fails_is_said() {
    let office = office();
    let mut app = office.window();
    watch(&mut app, "bich");
    office.keychain.fail_always(Some(SecretError::Locked));
    command(&mut app, Key::Num3);
    press(&mut app, "Renew");
    assert!(model(&app).notice.as_ref().is_some_and(|notice| notice.bad));
    office.keychain.fail_always(None);
    press(&mut app, "Renew");
    assert_eq!(model(&app).watch.rows.len(), 1);
}

/// Not in a file, not on the desktop, not on the screen of Watch, and not in what a fault would print.
#[test]
fn the_text_of_a_token_is_where_it_belongs_and_nowhere_else() {
    let office = every_vendor();
    let mut app = office.window();
    // A kit token around another token: that one is a token too.
    app.get_all_by_label_contains("Rooms CN").next().expect("a project").click();
    app.run();
    let kind = vendor::kind("zego.token04").expect("a kind");
    let raw = Raw::new().with("app_id", "1481965360").with("user_id", "user_1001");
    let raw = raw.with_secret("server_secret", "0a".repeat(16).into());
    let inputs = Inputs::read(&kind.fields(), &raw, tokendesk::token::input::Ask::All).expect("inputs");
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: Time::from_seconds(NOW), random: &mut random };
    let inner = kind.generate(&inputs, &mut env).expect("a token").token;
    app.get_all_by_label("Kit Token").next().expect("a tab").click();
    app.run();
    for (field, value) in [("User ID", "user_1001"), ("Room ID", "room_42")] {
        fill(&mut app, field, value);
    }
    fill(&mut app, &vendor::texts().get("field-token"), &inner);
    command(&mut app, Key::Enter);
    let kit = model(&app).made().expect("a token").token.clone();
    app.get_all_by_label("Watch").last().expect("the button").click();
    app.run();
    let listed = token("anna", NOW, 900);
    paste_list(&mut app, &office, &format!("{listed}\nmarker-7c1f is no token\n"));
    press(&mut app, "Close");
    office.pass(600);
    app.run();
    press(&mut app, "Renew and copy");
    let renewed = office.clipboard.held().expect("a token").0;
    let all = [&inner, &kit, &listed, &renewed];
    let said = format!("{:?}\n{:?}\n{}", model(&app).watch, office.notifier.shown(), spoken(&app));
    for text in all {
        for (what, place) in [("a file", office.files()), ("the screen", said.clone())] {
            assert!(!place.contains(&text[4..40]), "{what} holds {text}");
        }
    }
    assert!(!said.contains("marker-7c1f") && !office.files().contains("marker-7c1f"));
    // Nor is what the form held in the file, where it is a token.
    assert!(office.files().contains("user_1001"));
}

#[test]
fn a_moved_clock_warns_of_nothing_and_the_clock_catches_up() {
    let office = office();
    let mut app = office.window();
    paste_list(&mut app, &office, &token("anna", NOW, 3600));
    // Two hours on: in the window it has ended.
    command(&mut app, Key::T);
    fill(&mut app, "Time", "+2h");
    app.key_press(Key::Enter);
    app.run();
    assert!(model(&app).travelling() && shows(&app, "expired"));
    office.pass(3301);
    app.run();
    assert_eq!(office.notifier.shown().len(), 0, "nothing outside of the window");
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    app.run();
    assert!(!model(&app).travelling() && shows(&app, "ending soon"));
    assert_eq!(titles(&office), ["anna ends in 4 min 59 s"]);
}

/// A keychain that is slow is kept busy in turns, so that nothing else waits long; what waits can be copied meanwhile.
#[test]
fn many_texts_are_kept_in_turns() {
    let office = office();
    let lines: Vec<String> =
        (0..40).map(|number| token(&format!("user{number:02}"), NOW, 900 + number)).collect();
    let mut app = office.window();
    office.keychain.slow_down(Some(std::time::Duration::from_millis(25)));
    office.clipboard_holds(&lines.join("\n"));
    command(&mut app, Key::Num3);
    app.get_by_label("Add from clipboard").click();
    let kept = |office: &Office| {
        office.keychain.keys().iter().filter(|key| key.user().starts_with("watch/")).count()
    };
    let mut seen = Vec::new();
    while kept(&office) < 40 && seen.len() < 100 {
        app.step();
        seen.push(kept(&office));
    }
    assert!(seen.iter().any(|kept| (1..40).contains(kept)), "in turns: {seen:?}");
    app.run();
    let rows = &model(&app).watch.rows;
    assert!(rows.iter().all(|row| row.token.kept && !row.here), "{seen:?}");
    office.keychain.slow_down(None);
    drop(app);
    let office = office.restarted();
    let app = office.window();
    assert!(model(&app).watch.rows.iter().all(|row| row.token.kept));
}

#[test]
fn a_locked_window_warns_without_a_name_and_keeps_what_it_knows() {
    let office = office();
    let mut app = office.window();
    watch(&mut app, "bich");
    // The answer about its text comes when the window is locked already.
    command(&mut app, Key::L);
    assert!(model(&app).guard.locked.is_some());
    office.pass(86_400 - 300);
    app.run();
    assert_eq!(titles(&office), ["1 watched token ends"]);
    assert!(!spoken(&app).contains("bich"));
    press(&mut app, "Unlock");
    command(&mut app, Key::Num3);
    assert!(shows(&app, "ending soon"));
    press(&mut app, "Copy");
    assert!(office.clipboard.held().is_some_and(|(text, _)| text.starts_with("T1==")));
}
