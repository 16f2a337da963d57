//! Broken files and other instances, as the window shows them.

mod common;

use common::desk::{Office, command, fill, model, press, shows};
use eframe::egui::Key;
use tokendesk::app::Msg;
use tokendesk::app::update::update;
use tokendesk::store::Environment;

#[test]
fn a_broken_file_is_said_and_an_earlier_state_comes_back_by_two_presses() {
    let office = Office::with_projects();
    let file = office.store.folders().projects_file();
    std::fs::write(&file, "version = 1\n[[project]]\nname = 7\n").unwrap();
    let mut app = office.window();
    assert!(shows(&app, "projects.toml cannot be understood"));
    press(&mut app, "Earlier states of the projects…");
    assert_eq!(model(&app).projects.len(), 0);
    let button = egui_kittest::kittest::Queryable::get_by_label_contains(&app, "Back to");
    button.click();
    app.run();
    assert!(shows(&app, "projects.damaged-1.toml"), "the broken file is named");
    let names: Vec<_> = model(&app).projects.iter().map(|project| project.name.as_str()).collect();
    assert_eq!(names, ["Classroom"]);
    assert!(model(&app).projects_failure.is_none());
    // And the program is usable.
    command(&mut app, Key::N);
    fill(&mut app, "Name", "New");
    fill(&mut app, "API key", "46911204");
    fill(&mut app, "API secret", "c0ffee1234567890c0ffee1234567890c0ffee12");
    press(&mut app, "Save");
    assert_eq!(office.store.projects().unwrap().len(), 2);
}

#[test]
fn without_a_backup_one_can_begin_anew() {
    let office = Office::new();
    let file = office.store.folders().projects_file();
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "broken").unwrap();
    let mut app = office.window();
    press(&mut app, "Earlier states of the projects…");
    assert!(shows(&app, "None yet"));
    press(&mut app, "Set the broken file aside and begin anew");
    assert!(model(&app).projects_failure.is_none() && model(&app).dialog.is_none());
    assert!(!file.exists() && file.with_file_name("projects.damaged-1.toml").exists());
}

#[test]
fn an_editor_keeps_what_another_instance_has_changed_meanwhile() {
    let office = Office::with_projects();
    let mut app = office.window();
    let seen = model(&app).selected().unwrap().clone();
    command(&mut app, Key::E);
    let moved = tokendesk::store::Draft { environment: Environment::Prod, ..seen.draft() };
    office.store.change(&seen, moved, &[], &[]).unwrap();
    fill(&mut app, "Group", "s");
    press(&mut app, "Save");
    let now = office.store.find(seen.id.as_str()).unwrap();
    assert_eq!(now.environment, Environment::Prod, "the other one's change");
    assert_ne!(now.group, seen.group, "ours");
}

#[test]
fn a_change_of_another_instance_appears() {
    let office = Office::with_projects();
    let app = office.window();
    let mut own = tokendesk::app::Model::new(model(&app).now);
    update(&mut own, Msg::ProjectsLoaded(office.store.projects().map_err(|error| (&error).into())));
    let gone = own.selected.clone().unwrap();
    let effects = update(&mut own, Msg::FilesChanged);
    assert!(format!("{effects:?}").contains("LoadProjects"), "{effects:?}");
    office.store.remove(&gone).unwrap();
    update(&mut own, Msg::ProjectsLoaded(office.store.projects().map_err(|error| (&error).into())));
    assert_eq!(own.projects.len(), 1);
    assert_eq!(own.selected().unwrap().name, "Classroom live");
    assert!(!own.forms.contains_key(&gone));
}
