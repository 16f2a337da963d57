//! Watch: tokens that are kept an eye on, how long they still live, and what can be done with them.

use eframe::egui::{Align, Key, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::app::model::Focus;
use crate::app::watch::{Purpose, Row, Sort, State, Unread, WatchMsg, can_renew};
use crate::app::{Command, Msg};
use crate::gui::theme::{RADIUS_CARD, Theme, Tone, space};
use crate::gui::view::View;
use crate::gui::widgets::{
    Button, Callout, DEADLINE_HEIGHT, Deadline, EmptyState, Icon, ListEvent, LongList, Segmented, TextField,
    card, text,
};
use crate::i18n::{Arg, Message};
use crate::token::report::kind_text_id;
use crate::token::visible;
use crate::vendor;

/// So many lines that were not read are named one by one.
const NAMED: usize = 100;
/// The list keeps room for so many rows, however low the window is.
const LEAST_ROWS: f32 = 2.0;

/// Draws the panel. It scrolls itself: only the rows in sight are drawn.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    head(ui, view);
    let watch = &view.model.watch;
    if let Some(failure) = &watch.failure {
        let words = view.texts.sentences(&[view.words(&failure.message), view.words(&failure.remedy())]);
        Callout::new(Tone::Warn, &view.text("watch-file"), &words).icon(Icon::Warning).show(ui, |_| ());
    }
    if let Some(unread) = &watch.unread {
        not_read(ui, view, unread);
    }
    if watch.rows.is_empty() {
        let (title, words) = (view.text("watch-none"), view.text("watch-none.text"));
        EmptyState::new(Icon::Watch, &title, &words).show(ui, |_| ());
        return;
    }
    tools(ui, view);
    if watch.shown.is_empty() {
        let (title, words) = (view.text("watch-nothing-fits"), view.text("watch-nothing-fits.text"));
        EmptyState::new(Icon::Search, &title, &words).show(ui, |_| ());
        return;
    }
    // What stands below the list is as high as it was in the last frame.
    let id = ui.make_persistent_id("below the watch list");
    let below: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let room = (ui.available_height() - below - space::S).max(LEAST_ROWS * DEADLINE_HEIGHT);
    list(ui, view, room);
    let top = ui.cursor().top();
    chosen(ui, view);
    next(ui, view);
    let height = ui.cursor().top() - top;
    if (height - below).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_discard("what stands below the list has another height");
    }
}

fn head(ui: &mut Ui, view: &mut View<'_>) {
    let watch = &view.model.watch;
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        text::title(ui, &view.text("panel-watch"));
        let count = watch.rows.len();
        if count > 0 {
            let id = if watch.soon > 0 { "watch-count-soon" } else { "watch-count" };
            let message = Message::new(id).with("count", count);
            text::dim(ui, &view.words(&message.with("soon", watch.soon)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::new(&view.text("watch-add")).small().show(ui).clicked() {
                view.command(Command::WatchClipboard);
            }
        });
    });
}

/// Filter and order.
fn tools(ui: &mut Ui, view: &mut View<'_>) {
    let watch = &view.model.watch;
    ui.horizontal(|ui| {
        let name = view.text("watch-filter");
        let mut filter = watch.filter.clone();
        let width = (ui.available_width() - 300.0).clamp(120.0, 260.0);
        let field = TextField::new(&name, &mut filter).hint(&name).width(width).show(ui);
        if view.model.focus == Some(Focus::Filter) {
            field.request_focus();
        }
        if field.changed() {
            let kinds = vendor::kinds().map(|kind| kind.spec().id);
            let words = kinds.map(|kind| (kind, view.text(&kind_text_id(kind)).to_lowercase()));
            let words = words.collect();
            view.push(Msg::Watch(WatchMsg::Filter(filter, words)));
        }
        if watch.shown.len() < watch.rows.len() {
            let message = Message::new("watch-count-fits").with("shown", watch.shown.len());
            text::note(ui, &view.words(&message.with("count", watch.rows.len())));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words =
                ["watch-sort-ends", "watch-sort-project", "watch-sort-newest"].map(|id| view.text(id));
            let labels: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut sort = Sort::ALL.iter().position(|sort| *sort == watch.sort).unwrap_or(0);
            if Segmented::new(&view.text("watch-sort"), &labels).show(ui, &mut sort).changed()
                && let Some(sort) = Sort::ALL.get(sort)
            {
                view.push(Msg::Watch(WatchMsg::Sort(*sort)));
            }
        });
    });
}

/// What of a pasted list is no token, line by line.
fn not_read(ui: &mut Ui, view: &mut View<'_>, unread: &Unread) {
    let message = Message::new("watch-unread").with("count", unread.lines.len());
    let title = view.words(&message.with("read", unread.read));
    let (copy, close) = (view.text("watch-unread-copy"), view.text("close"));
    let callout = Callout::new(Tone::Warn, &title, "").inline().icon(Icon::Warning);
    if callout.show(ui, |ui| Button::new(&close).small().show(ui).clicked()) {
        view.push(Msg::Watch(WatchMsg::ForgetUnread));
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ScrollArea::vertical().id_salt("unread").max_height(72.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (line, why) in unread.lines.iter().take(NAMED) {
                let message = Message::new("watch-unread-line").with("line", line.to_string());
                text::dim(ui, &visible::escape(&view.words(&message.with("why", view.words(why)))));
            }
            if let Some(more) = unread.lines.len().checked_sub(NAMED).filter(|more| *more > 0) {
                let message = Message::new("watch-unread-more").with("count", more);
                text::dim(ui, &view.words(&message));
            }
        });
        if Button::new(&copy).small().show(ui).clicked() {
            view.push(Msg::Watch(WatchMsg::CopyUnread));
        }
    });
}

fn list(ui: &mut Ui, view: &mut View<'_>, room: f32) {
    let watch = &view.model.watch;
    let row = |index: usize| watch.shown.get(index).and_then(|index| watch.rows.get(*index));
    let key = |index: usize| row(index).map_or("", |row| row.token.id.as_str());
    let words = Words::of(ui, view);
    let name = view.text("watch-list");
    let mut msgs = Vec::new();
    let theme = Theme::of(ui);
    let frame = eframe::egui::Frame::NONE
        .fill(theme.card)
        .stroke(theme.card_stroke())
        .corner_radius(RADIUS_CARD)
        .inner_margin(eframe::egui::Margin::symmetric(1, 6));
    let event = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = eframe::egui::Vec2::ZERO;
        LongList::new(&name, watch.shown.len(), DEADLINE_HEIGHT, watch.place.unwrap_or(0))
            .max_height(room - 14.0)
            .keys(&[Key::Enter, Key::R, Key::I, Key::Q, Key::W, Key::Delete])
            .show(ui, &key, &mut |ui, place| {
                if let Some(row) = row(place.index) {
                    draw(ui, view, row, &words, place.marked, &place.response, &mut msgs);
                    if place.response.gained_focus() && watch.place != Some(place.index) {
                        msgs.push(WatchMsg::Choose(row.token.id.clone()));
                    }
                }
            })
    });
    if let Some((index, key)) = event.inner.map(|event| match event {
        ListEvent::Marked(index) => (index, None),
        ListEvent::Key(index, key) => (index, Some(key)),
    }) && let Some(row) = row(index)
    {
        let id = row.token.id.clone();
        msgs.push(match key {
            None => WatchMsg::Choose(id),
            Some(Key::R) => WatchMsg::Renew(id, false),
            Some(Key::I) => WatchMsg::Fetch(id, Purpose::Inspect),
            Some(Key::Q) => WatchMsg::Fetch(id, Purpose::Qr),
            Some(Key::W) => WatchMsg::AskWarnings(id),
            Some(Key::Delete) => WatchMsg::Unwatch(id),
            Some(_) => WatchMsg::Fetch(id, Purpose::Copy),
        });
    }
    for msg in msgs {
        view.push(Msg::Watch(msg));
    }
}

/// What every row says, asked for once.
struct Words {
    copy: String,
    renew: String,
    extend: String,
    /// How wide the buttons of a row become, and by how much less they are where it is the one or the other.
    actions: f32,
    spare: (f32, f32),
}

impl Words {
    fn of(ui: &Ui, view: &View<'_>) -> Self {
        let [copy, renew, extend] = ["watch-copy", "watch-renew", "watch-extend"].map(|id| view.text(id));
        let width = |label: &str| Button::width_of(ui, label, true);
        let (one, other) = (width(&renew), width(&extend));
        let widest = one.max(other);
        let actions = width(&copy) + space::XS + widest;
        Self { copy, renew, extend, actions, spare: (widest - one, widest - other) }
    }
}

/// The word, mark and colour of a state.
const fn state(state: State) -> (&'static str, Icon, Tone) {
    match state {
        State::Active => ("watch-state-active", Icon::Check, Tone::Ok),
        State::Soon => ("watch-state-soon", Icon::Warning, Tone::Warn),
        State::Ending => ("watch-state-ending", Icon::Alert, Tone::Bad),
        State::Over => ("watch-state-over", Icon::Cross, Tone::Neutral),
        State::Endless => ("watch-state-endless", Icon::Check, Tone::Ok),
        State::Unknown => ("watch-state-unknown", Icon::Info, Tone::Neutral),
    }
}

fn draw(
    ui: &mut Ui,
    view: &View<'_>,
    row: &Row,
    words: &Words,
    marked: bool,
    response: &eframe::egui::Response,
    msgs: &mut Vec<WatchMsg>,
) {
    let (now, token) = (view.model.now, &row.token);
    let (state, icon, tone) = state(row.state(&view.model.settings, now));
    let state = view.text(state);
    let remaining = token.ends.map(|end| end.since(now));
    let left = match remaining {
        Some(left) if left > 0 => view.texts.countdown(left),
        Some(left) => {
            let coarse = if left > -60_000 { left } else { left / 60_000 * 60_000 };
            view.words(&Message::new("watch-over").with("span", Arg::Span(coarse)))
        }
        None => String::new(),
    };
    let whole = token.ends.map_or(1, |end| end.since(token.begins).max(1));
    let fraction = remaining.map(|left| (left as f32 / whole as f32).clamp(0.0, 1.0));
    let kind = view.text(&row.name_id());
    let beside = if token.role.is_empty() { &token.room } else { &token.role };
    // For whom it is stands in a column of its own; a room only where there is nobody.
    let (who, beside) =
        if token.user.is_empty() { (&token.room, &token.role) } else { (&token.user, beside) };
    let (who, beside) = (visible::escape(who), visible::escape(beside));
    let detail = if beside.is_empty() { kind } else { format!("{kind} · {beside}") };
    let vendor = vendor::vendor(&token.vendor);
    let title = if token.project_name.is_empty() {
        vendor.map_or("", |vendor| vendor.name)
    } else {
        &token.project_name
    };

    let said = [title, &detail, &who, &state].map(str::to_owned).into_iter().filter(|part| !part.is_empty());
    let said = said.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(marked);
        node.set_description(left.as_str());
    });
    let drawn = Deadline {
        badge: vendor.map(|vendor| (vendor.letters, vendor.color)),
        title,
        detail: &detail,
        who: &who,
        left: &left,
        state: &state,
        icon,
        tone,
        fraction,
        marked: marked && view.model.watch.chosen.is_some(),
        hovered: response.hovered(),
        focused: response.has_focus(),
    };
    drawn.show(ui, response.rect, words.actions, |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let id = &token.id;
        let (label, spare) =
            if row.is_extended() { (&words.extend, words.spare.1) } else { (&words.renew, words.spare.0) };
        ui.push_id(id.as_str(), |ui| {
            ui.add_space(spare);
            let copy = Button::new(&words.copy).small().for_pointer(!marked);
            if copy.enabled(row.has_text()).show(ui).clicked() {
                msgs.push(WatchMsg::Fetch(id.clone(), Purpose::Copy));
            }
            let renew = Button::new(label).small().for_pointer(!marked);
            if renew.enabled(can_renew(view.model, row) && !row.running).show(ui).clicked() {
                msgs.push(WatchMsg::Renew(id.clone(), false));
            }
        });
    });
}

/// What else there is to know of the chosen token, and to do with it.
fn chosen(ui: &mut Ui, view: &mut View<'_>) {
    let model = view.model;
    let Some(row) = model.watch.chosen.as_ref().and_then(|id| model.watch.row(id)) else { return };
    if model.watch.place.is_none() {
        return;
    }
    let token = &row.token;
    let begins = view.moment(token.begins);
    let times = match token.ends {
        Some(end) => Message::new("watch-begins-ends").with("begins", begins).with("ends", view.moment(end)),
        None => Message::new("watch-since").with("begins", begins),
    };
    let mut facts = vec![warned_at(view, row)];
    facts.push(view.text(match (token.kept, row.here) {
        (_, true) => "watch-here",
        (true, false) => "watch-kept",
        (false, false) => "watch-text-gone",
    }));
    facts.extend(why_not_renewable(view, row));
    let mut msgs = Vec::new();
    card(ui, |ui| {
        let labels = ["qr-button", "watch-inspect", "watch-warnings", "watch-remove"].map(|id| view.text(id));
        let buttons: f32 = labels.iter().map(|label| Button::width_of(ui, label, true) + space::XS).sum();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let room = (ui.available_width() - buttons - space::S).max(80.0);
            ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 2.0;
                text::body(ui, &view.words(&times));
                text::note(ui, &facts.join(" · "));
            });
            ui.add_space(space::S);
            let id = || token.id.clone();
            let [qr, inspect, warnings, remove] = &labels;
            if Button::new(qr).small().enabled(row.has_text()).show(ui).clicked() {
                msgs.push(WatchMsg::Fetch(id(), Purpose::Qr));
            }
            if Button::new(inspect).small().enabled(row.has_text()).show(ui).clicked() {
                msgs.push(WatchMsg::Fetch(id(), Purpose::Inspect));
            }
            if Button::new(warnings).small().enabled(token.ends.is_some()).show(ui).clicked() {
                msgs.push(WatchMsg::AskWarnings(id()));
            }
            if Button::new(remove).small().show(ui).clicked() {
                msgs.push(WatchMsg::Unwatch(id()));
            }
        });
    });
    for msg in msgs {
        view.push(Msg::Watch(msg));
    }
}

fn warned_at(view: &View<'_>, row: &Row) -> String {
    if row.token.ends.is_none() {
        return view.text("watch-state-endless");
    }
    let spans = row.warnings(&view.model.settings).into_iter().filter(|seconds| *seconds > 0);
    let spans: Vec<String> = spans.map(|seconds| view.texts.span(seconds * 1000)).collect();
    if spans.is_empty() {
        return view.text("watch-warned-not");
    }
    view.words(&Message::new("watch-warned-at").with("spans", view.texts.list(&spans)))
}

fn why_not_renewable(view: &View<'_>, row: &Row) -> Option<String> {
    if can_renew(view.model, row) {
        return None;
    }
    Some(view.text(match &row.token.project {
        None => "watch-no-project",
        Some(id) if view.model.project(id).is_none() => "watch-project-gone",
        Some(_) => "watch-not-known",
    }))
}

/// The token that ends first, once it was warned of.
fn next(ui: &mut Ui, view: &mut View<'_>) {
    let model = view.model;
    let Some(row) = model.watch.next.and_then(|index| model.watch.rows.get(index)) else { return };
    let Some(end) = row.token.ends else { return };
    let left = end.since(model.now);
    let who = visible::one_line(row.who());
    let title = view.words(&Message::new("watch-ends-in").with("who", who).with("span", Arg::Span(left)));
    let words = view.texts.find(&format!("watch-end-{}", row.token.vendor)).unwrap_or_default();
    let label = view.text(if row.is_extended() { "watch-extend" } else { "watch-renew-copy" });
    let renewable = can_renew(model, row);
    let pressed = Callout::new(Tone::Warn, &title, &words).inline().show(ui, |ui| {
        renewable
            && Button::new(&label).primary().enabled(!row.running).id_salt("renew next").show(ui).clicked()
    });
    if pressed {
        view.push(Msg::Watch(WatchMsg::Renew(row.token.id.clone(), true)));
    }
}
