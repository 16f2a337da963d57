//! Another token beside the inspected one: a second paste box, and what differs.

use eframe::egui::Ui;

use crate::app::compare::{CompareMsg, comparison};
use crate::app::model::Focus;
use crate::app::{Msg, Sensitivity};
use crate::gui::theme::{Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::layout::at_right;
use crate::gui::widgets::{Button, Callout, Icon, IconButton, TextField, Versus, VersusRow, text};
use crate::token::compare::{Label, Row, Side};
use crate::token::report::kind_text_id;
use crate::token::visible;

/// So much of a signature is shown: enough to tell two apart.
const PROOF: usize = 18;

/// Draws it in the place of the answers on the first token.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let compare = &view.model.compare;
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        text::heading(ui, &view.text("compare-heading"));
        at_right(ui, "compare", |ui| {
            if IconButton::new(Icon::Cross, &view.text("compare-close")).side(24.0).show(ui).clicked() {
                view.push(Msg::Compare(CompareMsg::Close));
            }
        });
    });
    let mut pasted = compare.text.clone();
    let (name, hint) = (view.text("compare-box"), view.text("compare-hint"));
    let field = TextField::new(&name, &mut pasted).hint(&hint).mono().rows(2).most_rows(4).show(ui);
    if view.model.focus == Some(Focus::OtherBox) {
        field.request_focus();
    }
    if field.changed() {
        view.push(Msg::Compare(CompareMsg::Paste(pasted)));
    }
    let Some(report) = &compare.report else {
        text::note(ui, &view.text("compare-nothing"));
        return;
    };
    let kind = report.kind.map_or_else(|| view.text("kind-unknown"), |kind| view.text(&kind_text_id(kind)));
    let headline = view.words(&report.headline_at(view.model.now));
    text::note(ui, &format!("{kind} · {headline}"));
    if let Some(failure) = &compare.failure {
        let (title, words) = (view.words(&failure.message), view.words(&failure.remedy()));
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Lock).show(ui, |_| ());
    }
    table(ui, view);
}

fn table(ui: &mut Ui, view: &mut View<'_>) {
    let Some(comparison) = comparison(view.model) else { return };
    let differ = comparison.differences();
    let whole = view.words(&comparison.whole);
    let copy = view.text("compare-copy");
    let (tone, icon) = if differ == 0 { (Tone::Ok, Icon::Check) } else { (Tone::Accent, Icon::Info) };
    let pressed = Callout::new(tone, &whole, "")
        .inline()
        .icon(icon)
        .show(ui, |ui| Button::new(&copy).small().show(ui).clicked());
    if pressed {
        view.push(Msg::Copy(comparison.to_text(view.texts), Sensitivity::Token));
    }
    let (differing, equal) = comparison.rows.split_at(differ);
    rows(ui, view, "compare-differences", differing);
    if equal.is_empty() {
        return;
    }
    ui.add_space(space::XS);
    let unfolded = view.model.compare.equal;
    let message = crate::i18n::Message::new("compare-equal-rows").with("count", equal.len());
    let icon = if unfolded { Icon::CaretDown } else { Icon::CaretRight };
    if Button::new(&view.words(&message)).quiet().icon(icon).small().show(ui).clicked() {
        view.push(Msg::Compare(CompareMsg::ShowEqual(!unfolded)));
    }
    if unfolded {
        rows(ui, view, "compare-equals", equal);
    }
}

fn rows(ui: &mut Ui, view: &View<'_>, name: &'static str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    let cells: Vec<[String; 4]> = rows
        .iter()
        .map(|row| {
            let label = match &row.label {
                Label::Text(id) => view.text(id),
                Label::Key(key) => visible::one_line(key),
            };
            let meaning = row.difference.as_ref().map(|message| view.words(message)).unwrap_or_default();
            [label, side(view, &row.first), side(view, &row.second), meaning]
        })
        .collect();
    let rows: Vec<VersusRow<'_>> = cells
        .iter()
        .zip(rows)
        .map(|([field, first, second, meaning], row)| VersusRow {
            field,
            first,
            second,
            meaning,
            differs: row.difference.is_some(),
        })
        .collect();
    let heads = ["compare-field", "compare-first", "compare-second"].map(|id| view.text(id));
    let [field, first, second] = &heads;
    Versus::new(&view.text(name), [field, first, second]).show(ui, &rows);
}

fn side(view: &View<'_>, side: &Side) -> String {
    match side {
        Side::Absent => view.text("compare-absent"),
        Side::Value(value) if value.is_empty() => "\"\"".to_owned(),
        Side::Value(value) => visible::one_line(value),
        Side::Time(value, time) => format!("{}\n{}", visible::one_line(value), view.moment(*time)),
        Side::Proof(value) => {
            let start: String = value.chars().take(PROOF).collect();
            let more = if start.len() < value.len() { "…" } else { "" };
            format!("{}{more}", visible::one_line(&start))
        }
        Side::Words(message) => view.words(message),
    }
}
