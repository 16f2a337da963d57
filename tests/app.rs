//! The model without a window: what comes late, in another order, or from something that is over by then.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::atomic::Ordering;

use tokendesk::app::message::Sent;
use tokendesk::app::model::{Answered, Dialog, Failure, Panel};
use tokendesk::app::update::update;
use tokendesk::app::{Command, EditorMsg, Effect, Model, Msg};
use tokendesk::call::{Outcome, Request};
use tokendesk::i18n::Message;
use tokendesk::store::{Environment, Project, ProjectId, SecretPlace, Settings};
use tokendesk::token::{MAX_TEXT, Time};
use tokendesk::vendor::{self, Pasted};

const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

fn project(id: &str, name: &str) -> Project {
    Project {
        id: id.parse::<ProjectId>().unwrap(),
        name: name.to_owned(),
        vendor: "opentok".to_owned(),
        environment: Environment::Dev,
        group: None,
        credentials: [("api_key".to_owned(), "48213579".to_owned())].into(),
        secrets: ["api_secret".to_owned()].into(),
        place: SecretPlace::Keychain,
        references: [].into(),
        demo: false,
    }
}

fn two() -> Vec<Project> {
    vec![project("p0000000000aa", "One"), project("p0000000000bb", "Two")]
}

/// A model with two projects, the first selected.
fn model() -> Model {
    let mut model = Model::new(Time::from_seconds(1_767_323_045));
    update(&mut model, Msg::ProjectsLoaded(Ok(two())));
    model
}

fn request() -> Request {
    let call = tokendesk::call::call("opentok.create-session").unwrap();
    let raw = tokendesk::token::Raw::new()
        .with("api_key", "48213579")
        .with_secret("api_secret", "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14".into());
    let inputs =
        tokendesk::token::Inputs::read(&call.fields(), &raw, tokendesk::token::input::Ask::All).unwrap();
    let mut random = tokendesk::host::random::system();
    let mut env = tokendesk::token::Env { now: Time::from_seconds(1_767_323_045), random: &mut random };
    tokendesk::call::prepare(call, &inputs, &mut env, None).unwrap()
}

/// The Calls panel with a request on screen.
fn ready() -> (Model, ProjectId) {
    let mut model = model();
    let effects = update(&mut model, Msg::Command(Command::ShowCalls));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::PrepareCall { .. })), "{effects:?}");
    let id = model.selected.clone().unwrap();
    update(&mut model, Msg::Prepared(id.clone(), Ok(Box::new(request()))));
    assert!(model.can_send());
    (model, id)
}

fn sending(effects: Vec<Effect>) -> Sent {
    let send = effects.into_iter().find_map(|effect| match effect {
        Effect::Send { call, values, cancelled, .. } => Some((call, values, cancelled)),
        _ => None,
    });
    let (call, values, cancelled) = send.expect("a sending");
    let outcome = Outcome { ok: true, ..Outcome::default() };
    let answered = Answered::Outcome { status: 200, body: String::new(), outcome };
    Sent { call, values, answered, cancelled, near_limit: None }
}

#[test]
fn an_answer_to_what_was_cancelled_is_not_taken_for_the_next_one() {
    let (mut model, id) = ready();
    let mut first = sending(update(&mut model, Msg::Command(Command::SendCall)));
    update(&mut model, Msg::CancelSend);
    assert!(first.cancelled.load(Ordering::SeqCst));
    let second = sending(update(&mut model, Msg::Command(Command::SendCall)));
    first.answered = Answered::Failed(Failure::new(Message::new("send-cancelled")));
    update(&mut model, Msg::Answered(id.clone(), Box::new(first)));
    let form = model.call_form().unwrap();
    assert!(form.sending.is_some() && form.answered.is_none(), "the second is still awaited");
    update(&mut model, Msg::Answered(id, Box::new(second)));
    let answered = model.call_form().unwrap().answered.clone();
    assert!(matches!(answered, Some(Answered::Outcome { status: 200, .. })), "{answered:?}");
}

#[test]
fn a_changed_project_signs_its_request_anew() {
    let (mut model, id) = ready();
    let saved = model.project(&id).unwrap().clone();
    let effects = update(&mut model, Msg::ProjectSaved(Ok(saved)));
    assert!(!model.can_send(), "what was signed with the old secret is not sent");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::PrepareCall { .. })));
    // One that was under way when the secret changed is not shown either.
    update(&mut model, Msg::Set("location", "203.0.113.7".to_owned()));
    let saved = model.project(&id).unwrap().clone();
    update(&mut model, Msg::ProjectSaved(Ok(saved)));
    update(&mut model, Msg::Prepared(id, Ok(Box::new(request()))));
    assert!(model.call_form().unwrap().request.is_none());
}

#[test]
fn a_form_that_is_right_from_the_start_gets_its_request() {
    let mut model = Model::new(Time::from_seconds(1_767_323_045));
    model.panel = Panel::Calls;
    let effects = update(&mut model, Msg::ProjectsLoaded(Ok(two())));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::PrepareCall { .. })));
}

#[test]
fn a_late_report_is_not_shown_under_another_text() {
    let mut model = model();
    update(&mut model, Msg::Paste(SESSION.to_owned()));
    let report = vendor::inspect(
        &Pasted::read(SESSION, None),
        &tokendesk::token::Inputs::default(),
        [],
        &[],
        model.now,
    );
    // Something else is pasted before the first report comes.
    update(&mut model, Msg::Paste("T1==AAAA".to_owned()));
    let now_shown = model.inspect.report.clone().unwrap();
    assert_eq!(now_shown.kind, Some("opentok.t1"), "what needs no secret is said at once");
    let effects = update(&mut model, Msg::Inspected(SESSION.to_owned(), Box::new(report.clone()), None));
    assert_eq!(model.inspect.report, Some(now_shown));
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Inspect { text, .. } if text == "T1==AAAA"))
    );
    // Nor under what is too long.
    update(&mut model, Msg::Paste("A".repeat(MAX_TEXT + 1)));
    update(&mut model, Msg::Inspected("T1==AAAA".to_owned(), Box::new(report), None));
    let code = model.inspect.report.as_ref().and_then(|report| report.findings.first()).map(|f| f.code);
    assert_eq!(code, Some("too_long"));
}

#[test]
fn a_slow_copy_closes_no_dialog() {
    let mut model = model();
    let effects = update(&mut model, Msg::Command(Command::DuplicateProject));
    assert!(matches!(effects.as_slice(), [Effect::DuplicateProject { .. }, ..]));
    update(&mut model, Msg::Command(Command::NewProject));
    update(&mut model, Msg::Editor(EditorMsg::Name("Typed".to_owned())));
    update(&mut model, Msg::ProjectDuplicated(Ok(project("p0000000000cc", "One 2"))));
    assert!(matches!(&model.dialog, Some(Dialog::Editor(editor)) if editor.name == "Typed"));
    let failure = Failure::new(Message::new("project-name-empty"));
    update(&mut model, Msg::ProjectDuplicated(Err(failure)));
    assert!(matches!(&model.dialog, Some(Dialog::Editor(editor)) if editor.failure.is_none()));
    assert_eq!(model.projects.len(), 3);
}

#[test]
fn the_last_project_is_restored_whichever_file_is_read_first() {
    let last = two()[1].id.clone();
    let settings = || {
        let mut settings = Settings::default();
        settings.last_project = Some(last.clone());
        settings
    };
    let mut model = model();
    update(&mut model, Msg::SettingsLoaded(settings(), None));
    assert_eq!(model.selected, Some(last.clone()), "projects first");
    let mut model = Model::new(Time::from_seconds(0));
    update(&mut model, Msg::SettingsLoaded(settings(), None));
    update(&mut model, Msg::ProjectsLoaded(Ok(two())));
    assert_eq!(model.selected.as_ref(), Some(&last), "settings first");
    // What the user has chosen meanwhile stays.
    let mut model = self::model();
    let first = two()[0].id.clone();
    update(&mut model, Msg::Select(first.clone()));
    update(&mut model, Msg::SettingsLoaded(settings(), None));
    assert_eq!(model.selected, Some(first));
}

#[test]
fn both_ways_are_open_again_after_a_failed_save() {
    let mut model = model();
    update(&mut model, Msg::Command(Command::EditProject));
    update(&mut model, Msg::Editor(EditorMsg::SaveForThisRun));
    let mut failure = Failure::new(Message::new("keychain-unreachable"));
    failure.keychain = true;
    update(&mut model, Msg::ProjectSaved(Err(failure)));
    let Some(Dialog::Editor(editor)) = &model.dialog else { panic!("the editor is gone") };
    assert_eq!(editor.place, SecretPlace::Keychain);
    assert!(!editor.saving);
}
