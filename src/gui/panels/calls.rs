//! Calls: the vendor's requests, exactly as they would be sent; copied as code, or sent; and what came back.

use eframe::egui::{Align, Layout, Ui};

use super::{fields, generate, start, vault};
use crate::app::model::{Answered, CallForm, Focus};
use crate::app::{Command, Msg, Sensitivity};
use crate::call::render::{self, Language};
use crate::call::{self, Gain, Outcome, Request};
use crate::codec::json::plain;
use crate::gui::theme::{Tone, space};
use crate::gui::view::{View, tone};
use crate::gui::widgets::{
    Button, Callout, EmptyState, FindingText, FormRow, Icon, Row, Table, TableEvent, Tabs, TextField,
    TokenView, card, finding, tag, text,
};
use crate::i18n::{Arg, Message};
use crate::token::visible;

/// Whether there is something to show in the detail column.
pub(super) fn has_detail(view: &View<'_>) -> bool {
    view.model.call_form().is_some()
}

/// The form.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let model = view.model;
    let Some(project) = model.selected() else {
        if model.loaded && model.projects_failure.is_none() {
            start::show(ui, view);
        }
        return;
    };
    generate::head(ui, view, project);
    let Some((form, chosen)) = model.call_form().and_then(|form| Some((form, form.call()?))) else {
        let (title, words) = (view.text("calls-none"), view.text("calls-none.text"));
        EmptyState::new(Icon::Calls, &title, &words).show(ui, |_| ());
        return;
    };
    let calls: Vec<_> = call::of_vendor(chosen.vendor()).collect();
    let labels: Vec<String> = calls.iter().map(|call| view.text(&call.text_id())).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let mut index = calls.iter().position(|call| call.spec().id == form.call).unwrap_or(0);
    if Tabs::new(&view.text("calls-list"), &labels).show(ui, &mut index).changed()
        && let Some(call) = calls.get(index)
    {
        view.push(Msg::ChooseCall(call.spec().id));
    }
    text::dim(ui, &view.text(&format!("{}.about", chosen.text_id())));
    let focus = model.focus == Some(Focus::Form);
    fields::form(ui, view, chosen.spec().fields, &form.typed, focus, &|_, _| None);
    address(ui, view, form);
}

fn address(ui: &mut Ui, view: &mut View<'_>, form: &CallForm) {
    let (label, help) = (view.text("calls-address"), view.text("calls-address.help"));
    let problem = form.typed.problem("base_url").map(|message| view.words(message));
    let mut address = form.base_url.clone();
    let hint = form.call().map_or("", |call| call.spec().base_url);
    let row = FormRow::new(&label).help(&help).problem(problem.as_deref());
    let response = row.show(ui, |ui, name| {
        TextField::new(name, &mut address).hint(hint).mono().bad(problem.is_some()).show(ui)
    });
    if response.changed() {
        view.push(Msg::BaseUrl(address));
    }
}

/// The buttons below the form.
pub(super) fn foot(ui: &mut Ui, view: &mut View<'_>) {
    let Some(form) = view.model.call_form() else { return };
    if let Some(failure) = &form.failure {
        let (title, words) = view.failure(failure);
        Callout::new(Tone::Bad, &title, &words).icon(Icon::Alert).show(ui, |_| ());
        vault::where_needed(ui, view, failure);
        ui.add_space(space::S);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let send = view.text("command-send-call");
        if Button::new(&send).primary().icon(Icon::Calls).enabled(view.model.can_send()).show(ui).clicked() {
            view.command(Command::SendCall);
        }
        if form.sending.is_some() {
            if Button::new(&view.text("calls-cancel")).show(ui).clicked() {
                view.push(Msg::CancelSend);
            }
        } else if Button::new(&view.text("generate-reset"))
            .enabled(!form.typed.values.is_empty())
            .show(ui)
            .clicked()
        {
            view.push(Msg::Reset);
        }
    });
}

/// The request, and what came back.
pub(super) fn detail(ui: &mut Ui, view: &mut View<'_>) {
    let Some(form) = view.model.call_form() else { return };
    if let Some(request) = &form.request {
        preview(ui, view, request);
    } else {
        text::heading(ui, &view.text("calls-preview"));
        text::dim(ui, &view.text("calls-preview-none"));
    }
    if form.sending.is_some() {
        let host = form.request.as_ref().map(Request::all_headers).unwrap_or_default();
        let host = host.first().map(|(_, host)| host.clone()).unwrap_or_default();
        text::dim(ui, &view.words(&Message::new("calls-sending").with("host", host)));
    }
    if let Some(answered) = &form.answered {
        answer(ui, view, form, answered);
    }
}

fn preview(ui: &mut Ui, view: &mut View<'_>, request: &Request) {
    let left = request.remaining(view.model.now);
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        text::heading(ui, &view.text("calls-preview"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| match left {
            Some(left) if left > 0 => {
                let words = view.words(&Message::new("calls-good-for").with("left", Arg::Left(left)));
                tag(ui, &words, Tone::Neutral);
            }
            Some(_) => {
                tag(ui, &view.text("calls-too-old"), Tone::Warn);
            }
            None => {}
        });
    });
    card(ui, |ui| {
        let text = render::http(request).replace("\r\n", "\n");
        TokenView::new(&view.text("calls-preview-name"), &text).show(ui);
    });
    if left.is_some() && Button::new(&view.text("calls-sign-again")).small().show(ui).clicked() {
        view.command(Command::ShowCalls);
    }
    text::note(ui, &view.text("calls-copy-as"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for language in Language::ALL {
            let label = view.text(&format!("calls-language-{}", language.name()));
            if Button::new(&label).small().show(ui).clicked() {
                // It holds a signature, or what is derived from the secret.
                view.push(Msg::Copy(render::render(request, language), Sensitivity::Token));
            }
        }
    });
}

fn answer(ui: &mut Ui, view: &mut View<'_>, form: &CallForm, answered: &Answered) {
    text::heading(ui, &view.text("calls-answer"));
    match answered {
        Answered::Failed(failure) => {
            let (title, words) = view.failure(failure);
            Callout::new(Tone::Bad, &title, &words).icon(Icon::Alert).show(ui, |_| ());
        }
        Answered::Full(free_at) => {
            let title = view.text("calls-full");
            let moment = view.moment(*free_at);
            let words = view.words(&Message::new("calls-full-text").with("moment", moment));
            let force = view.text("calls-force");
            let pressed = Callout::new(Tone::Warn, &title, &words).icon(Icon::Warning).show(ui, |ui| {
                Button::new(&force).danger().enabled(form.sending.is_none()).show(ui).clicked()
            });
            if pressed {
                view.push(Msg::Send(true));
            }
        }
        Answered::Outcome { status, body, outcome } => self::outcome(ui, view, *status, body, outcome),
    }
}

fn outcome(ui: &mut Ui, view: &mut View<'_>, status: u16, body: &str, outcome: &Outcome) {
    let (id, tone_of, icon) = if outcome.ok {
        ("calls-done", Tone::Ok, Icon::Check)
    } else {
        ("calls-refused", Tone::Bad, Icon::Alert)
    };
    let status = view.words(&Message::new("calls-status").with("status", status.to_string()));
    Callout::new(tone_of, &view.text(id), &status).icon(icon).show(ui, |ui| {
        for gain in &outcome.gains {
            if let Gain::Field { key, value } = gain
                && Button::new(&view.text("calls-use")).show(ui).clicked()
            {
                view.push(Msg::Use(key, value.clone()));
            }
        }
    });
    for found in &outcome.findings {
        let (words, remedy) = (view.words(&found.message()), view.words(&found.remedy()));
        let (code, tone) = (found.code, tone(found.severity));
        let (text, remedy) = (words.as_str(), remedy.as_str());
        finding(ui, &FindingText { code, tone, text, remedy, ..FindingText::default() });
    }
    let cells: Vec<(String, String)> = outcome
        .fields
        .iter()
        .map(|(key, value)| (visible::one_line(key), visible::one_line(&plain(value))))
        .collect();
    let rows: Vec<Row<'_>> =
        cells.iter().map(|(field, value)| Row { field, value, mono: true, ..Row::default() }).collect();
    let copy = view.text("command-copy");
    let table = Table::new(&view.text("calls-answer")).copy(&copy).stacked().show(ui, &rows);
    if let Some(TableEvent::Copy(index)) = table
        && let Some(value) = outcome.fields.values().nth(index)
    {
        view.push(Msg::Copy(plain(value), Sensitivity::Token));
    }
    if outcome.fields.is_empty() && !body.is_empty() {
        card(ui, |ui| {
            let shown: String = body.chars().take(2000).collect();
            TokenView::new(&view.text("calls-body"), &visible::escape(&shown)).max_rows(12).show(ui);
        });
    }
}
