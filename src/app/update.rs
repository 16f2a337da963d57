//! The one function that changes the model.

use crate::i18n::{Language, Message};
use crate::store::{Draft, Project, ProjectId, SecretPlace, Theme, VaultState};
use crate::token::{Inputs, MAX_TEXT, Report, Time};
use crate::vendor::{self, Pasted, VENDORS};

use super::actions;
use super::backups::{self, BackupMsg};
use super::command::Command;
use super::compare;
use super::desk::{self, DeskMsg};
use super::dropped;
use super::effect::{Effect, Sensitivity};
use super::guard;
use super::message::{EditorMsg, Msg, NotMade};
use super::model::{
    CallForm, Dialog, Editor, Failure, Focus, Form, Keychain, Model, Notice, Panel, SecretText, Typed,
};
use super::share;
use super::travel::{self, Step, TravelMsg, Typing};
use super::vault::VaultEffect;
use super::watch::{self, WatchEffect, WatchMsg};
use super::{calls, export, import};

/// How long a notice stays.
const NOTICE_MILLIS: i64 = 4000;

/// What is to be done at the start.
pub fn start() -> Vec<Effect> {
    vec![
        Effect::LoadSettings,
        Effect::LoadProjects,
        Effect::CheckKeychain,
        Effect::FindFiles,
        Effect::Watch(WatchEffect::Load),
    ]
}

/// Sets the clock; a moved now goes along. What is over goes; what time has changed is judged anew.
pub fn tick(model: &mut Model, clock: Time) -> Vec<Effect> {
    let now = clock.plus(model.travel.unwrap_or_default());
    model.clock = clock;
    model.now = now;
    if model.notice.as_ref().is_some_and(|notice| notice.until <= clock) {
        model.notice = None;
    }
    let turns = |report: &Report| report.window.next_change(report.now).is_some_and(|change| change <= now);
    let (inspect, compare) = (&model.inspect, &model.compare);
    let turned = inspect.report.as_ref().is_some_and(turns) && !inspect.running
        || compare.report.as_ref().is_some_and(turns) && !compare.running;
    let mut effects = watch::tick(model);
    effects.extend(guard::tick(model));
    if turned {
        effects.extend(self::inspect(model));
    }
    effects
}

/// Changes the model by a message; what the world must do for it is returned.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let projects =
        matches!(msg, Msg::ProjectsLoaded(Ok(_)) | Msg::ProjectSaved(Ok(_)) | Msg::ProjectDeleted(Ok(_)));
    let mut effects = handle(model, msg);
    if projects {
        effects.extend(watch::projects_changed(model));
    }
    // Whatever brought a right form without a request onto the screen: it gets one. A locked window shows none.
    if model.guard.locked.is_none() {
        effects.extend(calls::due(model));
    }
    effects
}

fn handle(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if model.guard.locked.is_some() && !guard::passes(&msg) {
        return Vec::new();
    }
    match msg {
        Msg::Command(command) => return self::command(model, command),
        Msg::Close => {
            let importing = import::is_open(model);
            close(model);
            if importing && model.dialog.is_none() {
                return import::closed();
            }
        }

        Msg::SettingsLoaded(settings, failure) => {
            model.panel = Panel::ALL
                .into_iter()
                .find(|panel| settings.last_panel.as_deref() == Some(panel.id()))
                .unwrap_or(model.panel);
            if !model.chosen {
                model.selected = settings.last_project.clone().or(model.selected.take());
            }
            model.settings = settings;
            if let Some(failure) = failure {
                tell(model, failure.message, true);
            }
            select_some(model);
            return watch::settings_loaded(model);
        }
        Msg::FilesChanged => return vec![Effect::LoadProjects, Effect::Watch(WatchEffect::Load)],
        Msg::ProjectsLoaded(Ok(projects)) => {
            let here = |id: &ProjectId| projects.iter().any(|project| project.id == *id);
            model.forms.retain(|id, _| here(id));
            model.calls.retain(|id, _| here(id));
            model.projects = projects;
            model.projects_failure = None;
            model.loaded = true;
            select_some(model);
        }
        Msg::ProjectsLoaded(Err(failure)) => {
            model.projects_failure = Some(failure);
            model.loaded = true;
        }
        Msg::KeychainChecked(checked) => {
            model.keychain = checked.map_or_else(Keychain::Failed, |()| Keychain::Reachable);
            return vec![Effect::Vault(VaultEffect::Look)];
        }
        Msg::Vault(msg) => return super::vault::update(model, msg),

        Msg::Search(text) => model.search = text,
        Msg::Select(id) => {
            select(model, id);
            model.chosen = true;
            if model.panel == Panel::Settings {
                model.panel = Panel::Generate;
            }
            return calls::prepare(model);
        }
        Msg::Editor(msg) => return editor(model, msg),
        Msg::Desk(msg) => return desk::handle(model, msg),
        Msg::Travel(msg) => return travel::handle(model, msg),
        Msg::Import(msg) => return import::update(model, msg),
        Msg::Export(msg) => return export::update(model, msg),
        Msg::ProjectSaved(result) => return project_saved(model, result),
        Msg::ProjectDuplicated(Ok(project)) => {
            let id = project.id.clone();
            model.projects.push(project);
            model.search.clear();
            // Somebody who has begun something else meanwhile is not taken away from it.
            if model.dialog.is_none() {
                model.chosen = true;
                select(model, id);
            }
            tell(model, Message::new("notice-project-saved"), false);
        }
        Msg::ProjectDuplicated(Err(failure)) => {
            tell(model, failure.message, true);
            return vec![Effect::CheckKeychain];
        }
        Msg::DeleteConfirmed(leaving_secrets) => {
            if let Some(Dialog::Delete { id, running, failure }) = &mut model.dialog
                && !*running
            {
                *running = true;
                *failure = None;
                return vec![Effect::DeleteProject { id: id.clone(), leaving_secrets }];
            }
        }
        Msg::ProjectDeleted(Ok((id, left))) => project_deleted(model, &id, &left),
        Msg::ProjectDeleted(Err(why)) => {
            if let Some(Dialog::Delete { running, failure, .. }) = &mut model.dialog {
                *running = false;
                *failure = Some(why);
            }
        }

        Msg::ChooseKind(kind) => return with_form(model, |form| form.kind = kind),
        Msg::Set(key, value) => {
            return with_typed(model, |typed| {
                typed.touched.insert(key);
                typed.values.insert(key, value);
            });
        }
        Msg::Reset => return with_typed(model, |typed| *typed = Typed::default()),
        Msg::ShowAdvanced(advanced) => return with_typed(model, |typed| typed.advanced = advanced),
        Msg::Generated(id, result) => generated(model, &id, result),

        Msg::Paste(text) => return paste(model, text, None),
        Msg::PasteTooLong(text) if model.panel == Panel::Inspect && model.dialog.is_none() => {
            if model.compare.awaits() {
                return compare::paste(model, text);
            }
            return paste(model, text, None);
        }
        Msg::PasteTooLong(text) if import::wants_text(model) => {
            return import::update(model, import::ImportMsg::Text(SecretText(text.into())));
        }
        Msg::PasteTooLong(_) => tell(model, Message::new("notice-paste-too-long"), true),
        Msg::SayKind(kind) => {
            model.inspect.kind = kind;
            return inspect(model);
        }
        Msg::InspectAs(text, kind, known) => {
            model.panel = Panel::Inspect;
            model.inspect.known = known.into_iter().collect();
            return paste(model, text, kind);
        }
        Msg::Know(key, value) => {
            model.inspect.known.insert(key, value);
            model.inspect.asking = model.inspect.report.as_ref().and_then(|report| report.kind);
            return inspect(model);
        }
        Msg::Inspected(text, report, failure) => {
            model.inspect.running = false;
            // What was pasted since is not this report's.
            if text == model.inspect.text && !model.inspect.cut {
                model.inspect.report = Some(*report);
                model.inspect.failure = failure;
            }
            if std::mem::take(&mut model.inspect.stale) && !model.inspect.cut {
                return inspect_pasted(model);
            }
        }
        Msg::ClipboardRead(Ok(text)) => {
            if model.panel == Panel::Inspect && model.compare.awaits() {
                return compare::paste(model, text);
            }
            model.panel = Panel::Inspect;
            return paste(model, text, None);
        }

        Msg::Drop(msg) => return dropped::handle(model, msg),

        Msg::Copy(text, sensitivity) => return vec![Effect::Copy { text, sensitivity }],
        Msg::Copied(Ok(sensitivity)) => {
            let guarded = sensitivity.is_guarded();
            guard::copied(model, sensitivity);
            tell(model, Message::new(if guarded { "notice-copied-token" } else { "notice-copied" }), false);
        }
        Msg::SettingsNotSaved(failure) | Msg::ClipboardRead(Err(failure)) | Msg::Copied(Err(failure)) => {
            tell(model, failure.message, true);
        }
        Msg::ChooseCall(call) => {
            return with_calls(model, |form| {
                form.call = call;
                form.answered = None;
            });
        }
        Msg::BaseUrl(address) => return with_calls(model, |form| form.base_url = address),
        Msg::Prepared(id, result) => return calls::prepared(model, &id, result),
        Msg::Send(forced) => return calls::send(model, forced),
        Msg::CancelSend => calls::cancel(model),
        Msg::Answered(id, sent) => return calls::answered(model, &id, *sent),
        Msg::Use(key, value) => {
            model.panel = Panel::Generate;
            model.focus = Some(Focus::Form);
            return update(model, Msg::Set(key, value));
        }
        Msg::Share(msg) => return share::update(model, msg),
        Msg::Watch(msg) => return watch::handle(model, msg),
        Msg::Guard(msg) => return guard::update(model, msg),
        Msg::Backups(msg) => return backups::update(model, msg),
        Msg::Action(msg) => return actions::handle(model, msg),
        Msg::Compare(msg) => return compare::handle(model, msg),
        Msg::PaletteQuery(query) => model.palette = Some(query),
        Msg::DismissNotice => model.notice = None,
        Msg::JobPanicked => {
            model.inspect.running = false;
            model.compare.running = false;
            watch::panicked(model);
            guard::panicked(model);
            super::vault::panicked(model);
            for form in model.forms.values_mut() {
                form.running = false;
            }
            for form in model.calls.values_mut() {
                form.preparing = false;
                form.sending = None;
            }
            match &mut model.dialog {
                Some(Dialog::Editor(editor)) => editor.saving = false,
                Some(Dialog::Delete { running, .. }) => *running = false,
                Some(Dialog::Backups(backups)) => backups.running = false,
                Some(Dialog::Import(import)) => (import.running, import.picking) = (false, false),
                Some(Dialog::Export(export)) => (export.running, export.picking) = (false, false),
                _ => {}
            }
            tell(model, Message::new("notice-fault"), true);
        }
        Msg::Done => {}
    }
    Vec::new()
}

fn command(model: &mut Model, command: Command) -> Vec<Effect> {
    model.palette = None;
    if !command.is_enabled(model) {
        return Vec::new();
    }
    match command {
        Command::Palette => model.palette = Some(String::new()),
        Command::ShowGenerate => {
            model.panel = Panel::Generate;
            model.focus = Some(Focus::Form);
        }
        Command::ShowInspect => {
            model.panel = Panel::Inspect;
            model.focus = Some(Focus::PasteBox);
        }
        Command::ShowWatch => {
            model.panel = Panel::Watch;
            model.focus = Some(Focus::Filter);
        }
        Command::ShowCalls => {
            model.panel = Panel::Calls;
            return calls::prepare(model);
        }
        Command::ShowSettings => model.panel = Panel::Settings,
        Command::Generate => return generate(model),
        Command::CopyToken => {
            if let Some(made) = model.made() {
                return vec![Effect::Copy { text: made.token.clone(), sensitivity: Sensitivity::Token }];
            }
        }
        Command::InspectToken => {
            if let Some((made, form)) = model.made().zip(model.form()) {
                let known = form.kind().spec().fields.iter();
                let known =
                    known.filter_map(|field| Some((field.key, form.typed.values.get(field.key)?.clone())));
                let mut known: Vec<_> = known.collect();
                known.extend(made.outputs.iter().map(|(name, value)| (*name, value.clone())));
                let (token, kind) = (made.token.clone(), made.report.kind);
                return handle(model, Msg::InspectAs(token, kind, known));
            }
        }
        Command::WatchToken if model.panel == Panel::Inspect => {
            return watch::handle(model, WatchMsg::Inspected);
        }
        Command::ShowQr => return share::toggle_qr(model),
        Command::WatchToken => return watch::watch_made(model),
        Command::WatchClipboard => return watch::handle(model, WatchMsg::AddFromClipboard),
        Command::SendCall => return calls::send(model, false),
        Command::InspectClipboard => return vec![Effect::ReadClipboard],
        Command::ClearInspect => {
            model.inspect = super::model::Inspect { running: model.inspect.running, ..Default::default() };
            model.focus = Some(Focus::PasteBox);
        }
        Command::SignAgain => actions::sign_again(model),
        Command::Compare => compare::open(model),
        Command::CopyBugReport => actions::open_report(model),
        Command::Expect => actions::open_expect(model),
        Command::NewProject => {
            // tests/registry.rs: there is a vendor with projects.
            let vendor = VENDORS.iter().find(|vendor| vendor.has_projects());
            model.dialog = vendor.map(|vendor| Dialog::Editor(Editor::new(vendor)));
        }
        Command::ImportProjects => import::open(model),
        Command::ExportProjects => export::open(model),
        Command::EditProject => {
            if let Some(mut editor) = model.selected().and_then(Editor::of) {
                editor.check();
                model.dialog = Some(Dialog::Editor(editor));
            }
        }
        Command::DuplicateProject => {
            if let Some(project) = model.selected() {
                let effect = Effect::DuplicateProject {
                    id: project.id.clone(),
                    name: free_name(model, &project.name),
                };
                return vec![effect];
            }
        }
        Command::DeleteProject => {
            if let Some(project) = model.selected() {
                let id = project.id.clone();
                model.dialog = Some(Dialog::Delete { id, running: false, failure: None });
            }
        }
        Command::FindProject => model.focus = Some(Focus::Search),
        Command::Travel => model.dialog = Some(Dialog::Travel(Typing::default())),
        Command::TravelHour => return travel::handle(model, TravelMsg::Step(Step::HOUR_ON)),
        Command::TravelDay => return travel::handle(model, TravelMsg::Step(Step::DAY_ON)),
        Command::TravelEnd => return travel::handle(model, TravelMsg::Step(Step::PAST_END)),
        Command::TravelBack => return travel::handle(model, TravelMsg::Back),
        Command::TryDemo => return desk::try_demo(model),
        Command::RemoveDemo => return desk::remove_demo(model),
        Command::ZoomIn => return desk::zoom(model, true),
        Command::ZoomOut => return desk::zoom(model, false),
        Command::ZoomReset => return desk::handle(model, DeskMsg::Zoom(100)),
        Command::ThemeSystem => return theme(model, Theme::System),
        Command::ThemeLight => return theme(model, Theme::Light),
        Command::ThemeDark => return theme(model, Theme::Dark),
        Command::LanguageSystem => return language(model, None),
        Command::LanguageEnglish => return language(model, Some(Language::English)),
        Command::LanguageChinese => return language(model, Some(Language::Chinese)),
        Command::LanguageVietnamese => return language(model, Some(Language::Vietnamese)),
        Command::Lock => return guard::lock(model),
        Command::Backups => return backups::update(model, BackupMsg::Show),
        Command::Shortcuts => model.dialog = Some(Dialog::Shortcuts),
        Command::Quit => {
            let (project, panel) = (model.selected.clone(), model.panel.id());
            let place = Effect::SavePlace { project, panel, window: model.window };
            return vec![Effect::ClearClipboard, place, Effect::Quit];
        }
    }
    Vec::new()
}

/// The palette, then the dialog, then a notice, then what is searched for.
fn close(model: &mut Model) {
    let busy = matches!(
        &model.dialog,
        Some(Dialog::Editor(Editor { saving: true, .. }) | Dialog::Delete { running: true, .. })
    ) || matches!(&model.dialog, Some(Dialog::Import(import)) if import.is_taking());
    if model.palette.take().is_some() || busy {
        return;
    }
    if model.dialog.take().is_some() || model.notice.take().is_some() {
        return;
    }
    if model.panel == Panel::Inspect && model.compare.open {
        compare::close(model);
    } else {
        model.search.clear();
        watch::clear_filter(model);
    }
}

pub(super) fn tell(model: &mut Model, message: Message, bad: bool) {
    // A failure stays long enough to be read twice.
    let stay = if bad { 4 * NOTICE_MILLIS } else { NOTICE_MILLIS };
    model.notice = Some(Notice { message, bad, until: model.clock.plus(stay) });
}

fn theme(model: &mut Model, theme: Theme) -> Vec<Effect> {
    model.settings.theme = theme;
    vec![Effect::SaveTheme(theme)]
}

fn language(model: &mut Model, language: Option<Language>) -> Vec<Effect> {
    model.settings.language = language;
    vec![Effect::SaveLanguage(language)]
}

/// Something is selected whenever there is something to select.
fn select_some(model: &mut Model) {
    let known = model.selected.clone().filter(|id| model.project(id).is_some());
    let id = known.or_else(|| model.projects.first().map(|project| project.id.clone()));
    if !model.projects.is_empty()
        && let Some(id) = id
    {
        select(model, id);
    }
}

pub(super) fn select(model: &mut Model, id: ProjectId) {
    let Some(project) = model.project(&id).cloned() else { return };
    if let Some(vendor) = vendor::vendor(&project.vendor) {
        let form = model.forms.entry(id.clone()).or_insert_with(|| {
            let mut form = Form::new(vendor);
            if project.demo {
                desk::fill(&mut form.typed, vendor);
            }
            form
        });
        form.check(&project, model.now);
        if let Some(mut calls) = CallForm::new(vendor) {
            if project.demo {
                desk::fill(&mut calls.typed, vendor);
            }
            model.calls.entry(id.clone()).or_insert(calls).check(&project, model.now);
        }
    }
    model.selected = Some(id);
}

fn with_form(model: &mut Model, change: impl FnOnce(&mut Form)) -> Vec<Effect> {
    let now = model.now;
    let Some(project) = model.selected().cloned() else { return Vec::new() };
    if let Some(form) = model.forms.get_mut(&project.id) {
        change(form);
        form.failure = None;
        form.check(&project, now);
    }
    Vec::new()
}

fn with_calls(model: &mut Model, change: impl FnOnce(&mut CallForm)) -> Vec<Effect> {
    let now = model.now;
    let Some(project) = model.selected().cloned() else { return Vec::new() };
    if let Some(form) = model.calls.get_mut(&project.id) {
        change(form);
        form.failure = None;
        form.check(&project, now);
    }
    calls::prepare(model)
}

/// What is typed goes into the form of the panel that is shown.
fn with_typed(model: &mut Model, change: impl FnOnce(&mut Typed)) -> Vec<Effect> {
    if model.panel == Panel::Calls {
        with_calls(model, |form| change(&mut form.typed))
    } else {
        with_form(model, |form| change(&mut form.typed))
    }
}

fn generate(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(id) = model.selected.clone() else { return Vec::new() };
    let Some(form) = model.forms.get_mut(&id) else { return Vec::new() };
    form.running = true;
    form.failure = None;
    vec![Effect::Generate { project: id, kind: form.kind, values: form.values(), now }]
}

fn generated(model: &mut Model, id: &ProjectId, result: Result<Box<super::model::Made>, NotMade>) {
    let Some(form) = model.forms.get_mut(id) else { return };
    form.running = false;
    match result {
        Ok(made) => {
            // The kind may have been changed meanwhile; the token belongs to the one it was made as.
            if let Some(kind) = made.report.kind {
                form.made.insert(kind, *made);
                model.focus = Some(Focus::Token);
            }
        }
        Err(NotMade::Problems(problems)) => {
            form.typed.touched.extend(form.kind().spec().fields.iter().map(|field| field.key));
            // A missing secret is no field of the form: it is said as a failure with a way on.
            let fields = form.kind().spec().fields;
            let outside =
                problems.iter().find(|problem| !fields.iter().any(|field| field.key == problem.key));
            if outside.is_some() {
                form.failure = Some(Failure::new(Message::new("failure-secret-missing")));
            }
            form.typed.problems = problems;
        }
        Err(NotMade::Failure(failure)) => form.failure = Some(failure),
    }
}

/// Puts text into the paste box. Of what is too long for a token only the start: a box with megabytes in it would
/// make every frame slow, and what it was can still be recognised.
pub(super) fn paste(model: &mut Model, text: String, kind: Option<&'static str>) -> Vec<Effect> {
    const START: usize = 400;
    model.inspect.kind = kind;
    model.inspect.file = None;
    model.inspect.cut = text.len() > MAX_TEXT;
    if !model.inspect.cut {
        model.inspect.text = text;
        return inspect(model);
    }
    let pasted = Pasted::too_long(Some(text.len()));
    model.inspect.report = Some(vendor::inspect(&pasted, &Inputs::default(), [], &[], model.now));
    model.inspect.failure = None;
    model.inspect.text = text.chars().take(START).chain(['…']).collect();
    Vec::new()
}

/// Inspects what is pasted, and with it the token beside it: both are judged at one time, with what is known of both.
pub(super) fn inspect(model: &mut Model) -> Vec<Effect> {
    let mut effects = inspect_pasted(model);
    effects.extend(compare::inspect(model));
    effects
}

/// Says at once what can be said without a secret, and asks for the rest; or remembers that an inspection is due:
/// never more than one is under way.
fn inspect_pasted(model: &mut Model) -> Vec<Effect> {
    let inspect = &mut model.inspect;
    if inspect.cut {
        return Vec::new();
    }
    if inspect.text.is_empty() {
        inspect.report = None;
        inspect.failure = None;
        inspect.stale = false;
        return Vec::new();
    }
    let pasted = Pasted::read(&inspect.text, inspect.kind.and_then(vendor::kind));
    // A report on the same text stays until the better one comes, so that nothing flickers.
    if inspect.report.as_ref().is_none_or(|report| {
        report.text != pasted.text || report.kind != pasted.kind.map(|kind| kind.spec().id)
    }) {
        let expect = &model.expect.wanted;
        inspect.report = Some(vendor::inspect(&pasted, &Inputs::default(), [], expect, model.now));
        inspect.failure = None;
    }
    if inspect.running {
        inspect.stale = true;
        return Vec::new();
    }
    inspect.running = true;
    inspect.stale = false;
    let known = inspect.known.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    vec![Effect::Inspect {
        text: inspect.text.clone(),
        kind: inspect.kind,
        known,
        expect: model.expect.wanted.clone(),
        now: model.now,
    }]
}

fn editor(model: &mut Model, msg: EditorMsg) -> Vec<Effect> {
    let Some(Dialog::Editor(editor)) = &mut model.dialog else { return Vec::new() };
    if editor.saving {
        return Vec::new();
    }
    let saves = matches!(msg, EditorMsg::Save);
    if saves && editor.place == SecretPlace::Vault && model.vault.state != VaultState::Open {
        return super::vault::open_and_save(model);
    }
    match msg {
        EditorMsg::Name(name) => editor.name = name,
        EditorMsg::Vendor(id) => {
            if let Some(vendor) = vendor::vendor(id) {
                editor.vendor = vendor;
                let keeps = |key: &str| vendor.credentials.iter().any(|field| field.key == key);
                editor.credentials.retain(|key, _| keeps(key));
                editor.secrets.retain(|key, _| keeps(key));
                editor.sources.retain(|key, _| keeps(key));
            }
        }
        EditorMsg::Environment(environment) => editor.environment = environment,
        EditorMsg::Group(group) => editor.group = group,
        EditorMsg::Credential(key, value) => {
            editor.credentials.insert(key, value);
        }
        EditorMsg::Secret(key, value) => {
            editor.secrets.insert(key, value);
        }
        EditorMsg::Save => return save(editor),
        EditorMsg::SaveForThisRun => {
            editor.back = Some(editor.place);
            editor.place = SecretPlace::ThisRun;
            return save(editor);
        }
        EditorMsg::UseKeychain => editor.place = SecretPlace::Keychain,
        EditorMsg::Place(place) => editor.place = place,
        EditorMsg::Source(key, source) => {
            editor.sources.insert(key, source);
        }
    }
    editor.failure = None;
    editor.check();
    Vec::new()
}

fn save(editor: &mut Editor) -> Vec<Effect> {
    editor.tried = true;
    editor.failure = None;
    editor.check();
    if !editor.problems.is_empty() {
        return Vec::new();
    }
    editor.saving = true;
    let draft = Draft {
        name: editor.name.clone(),
        vendor: editor.vendor.id.to_owned(),
        environment: editor.environment,
        group: Some(editor.group.clone()),
        credentials: editor
            .credentials
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(key, value)| ((*key).to_owned(), value.trim().to_owned()))
            .collect(),
        place: editor.place,
        references: editor.references(),
        demo: false,
    };
    let typed = editor.secrets.iter().filter(|_| editor.place != SecretPlace::External);
    let secrets = typed.map(|(key, value)| ((*key).to_owned(), value.to_secret())).collect();
    vec![Effect::SaveProject { seen: editor.seen.clone(), draft, secrets }]
}

fn project_saved(model: &mut Model, result: Result<Project, Failure>) -> Vec<Effect> {
    let saving = matches!(&model.dialog, Some(Dialog::Editor(Editor { saving: true, .. })));
    match result {
        Ok(project) => {
            if saving {
                model.dialog = None;
            }
            let id = project.id.clone();
            match model.projects.iter_mut().find(|old| old.id == id) {
                Some(old) => *old = project,
                None => model.projects.push(project),
            }
            // What was signed with the old credentials is not shown any more.
            if let Some(form) = model.forms.get_mut(&id) {
                form.failure = None;
            }
            if let Some(form) = model.calls.get_mut(&id) {
                form.request = None;
                form.failure = None;
                form.stale = form.preparing;
            }
            model.search.clear();
            model.panel = if model.panel == Panel::Settings { Panel::Generate } else { model.panel };
            model.chosen = true;
            select(model, id);
            model.focus = Some(Focus::Form);
            tell(model, Message::new("notice-project-saved"), false);
            // A token that no project fitted may be this one's.
            let mut effects = vec![Effect::CheckKeychain];
            effects.extend(inspect(model));
            effects
        }
        Err(failure) if failure.done => {
            if saving {
                model.dialog = None;
            }
            tell(model, failure.message, true);
            vec![Effect::LoadProjects]
        }
        Err(failure) => {
            match &mut model.dialog {
                Some(Dialog::Editor(editor)) if saving => {
                    editor.saving = false;
                    // Both ways are open again.
                    editor.place = editor.back.take().unwrap_or(editor.place);
                    editor.failure = Some(failure);
                }
                _ => tell(model, failure.message, true),
            }
            vec![Effect::CheckKeychain]
        }
    }
}

fn project_deleted(model: &mut Model, id: &ProjectId, left: &[String]) {
    model.dialog = None;
    let at = model.projects.iter().position(|project| project.id == *id);
    model.projects.retain(|project| project.id != *id);
    model.forms.remove(id);
    model.calls.remove(id);
    if model.selected.as_ref() == Some(id) {
        model.selected = None;
        // The next one in the list, or the last.
        let next = at.and_then(|at| model.projects.get(at).or(model.projects.last())).map(|p| p.id.clone());
        if let Some(next) = next {
            select(model, next);
        }
    }
    if left.is_empty() {
        tell(model, Message::new("notice-project-deleted"), false);
    } else {
        tell(model, Message::new("notice-secrets-left").with("entries", left.join(", ")), true);
    }
}

/// `Demo 2`, `Demo 3` …: the first that no project has.
pub(super) fn free_name(model: &Model, name: &str) -> String {
    let taken = |candidate: &str| {
        model.projects.iter().any(|project| project.name.to_lowercase() == candidate.to_lowercase())
    };
    let stem = match name.rsplit_once(' ') {
        Some((stem, number)) if number.parse::<u32>().is_ok() => stem,
        _ => name,
    };
    // One more candidate than there are projects: one of them is free.
    let candidates = (2..model.projects.len() + 3).map(|number| format!("{stem} {number}"));
    candidates.into_iter().find(|candidate| !taken(candidate)).unwrap_or_default()
}
