//! Pieces that hold other pieces or a message: card, verdict banner, finding, empty state.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Color32, CornerRadius, Frame, Galley, Id, InnerResponse, Layout, Margin, Rect, Response, Role,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};

use super::icon::Icon;
use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{LINE_HEIGHT, RADIUS_CARD, Theme, Tone, size, space};

/// A frame around things that belong together, as wide as there is room.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = Theme::of(ui);
    Frame::NONE
        .fill(theme.card)
        .stroke(theme.card_stroke())
        .corner_radius(CornerRadius::same(RADIUS_CARD))
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui)
        })
}

/// A message on a ground of its colour, with room for buttons: the verdict on a token, a warning over a list.
#[must_use = "a callout is drawn by `show`"]
pub struct Callout<'a> {
    tone: Tone,
    title: &'a str,
    text: &'a str,
    strong: &'a str,
    icon: Option<Icon>,
    inline: bool,
}

impl<'a> Callout<'a> {
    /// A title and what it means.
    pub fn new(tone: Tone, title: &'a str, text: &'a str) -> Self {
        Self { tone, title, text, strong: "", icon: None, inline: false }
    }

    /// The piece of the text to set off: the name of a project.
    pub fn strong(mut self, piece: &'a str) -> Self {
        self.strong = piece;
        self
    }

    /// An icon at the left.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Title and text on one line while there is room for it.
    pub fn inline(mut self) -> Self {
        self.inline = true;
        self
    }

    /// The text with its strong piece, if it has one.
    fn words(&self, ui: &Ui, color: Color32, width: f32) -> Arc<Galley> {
        let theme = Theme::of(ui);
        let found = (!self.strong.is_empty()).then(|| self.text.split_once(self.strong)).flatten();
        let (before, strong, after) =
            found.map_or((self.text, "", ""), |(before, after)| (before, self.strong, after));
        let format =
            |font, color| TextFormat { line_height: Some(LINE_HEIGHT), ..TextFormat::simple(font, color) };
        let plain = format(fonts::regular(size::BODY), color);
        let mut job = LayoutJob::default();
        job.append(before, 0.0, plain.clone());
        job.append(strong, 0.0, format(fonts::semibold(size::BODY), theme.text));
        job.append(after, 0.0, plain);
        job.wrap = TextWrapping::wrap_at_width(width.max(1.0));
        ui.painter().layout_job(job)
    }

    /// Draws it; `trailing` puts its buttons at the right, in the order in which they are read.
    pub fn show<R>(self, ui: &mut Ui, trailing: impl FnOnce(&mut Ui) -> R) -> R {
        let theme = Theme::of(ui);
        let id = ui.make_persistent_id(("callout", self.title));
        // How wide the buttons are is known only when they have been drawn, so the last frame tells.
        let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        let width = ui.available_width();
        let padding = 14.0;
        let indent = if self.icon.is_some() { 38.0 } else { 0.0 };
        let gap = if known > 0.0 { space::L } else { 0.0 };
        let room = (width - 2.0 * padding - indent - known - gap).max(60.0);

        let color = theme.tone(self.tone);
        let (title_font, title_color) = if self.inline {
            (fonts::semibold(size::BODY), color)
        } else {
            (fonts::semibold(size::LARGE), theme.text)
        };
        let title = paint::wrapped(ui, self.title, title_font, title_color, room, LINE_HEIGHT);
        let text_color = theme.text_dim;
        let beside = title.size().x + space::M;
        let mut words = self.words(ui, text_color, room);
        let mut one_line = self.inline && beside + words.size().x <= room && words.rows.len() <= 1;
        if self.text.is_empty() {
            one_line = true;
        }
        if one_line {
            words = self.words(ui, text_color, room - beside);
        }
        let text_height = if one_line { title.size().y } else { title.size().y + 2.0 + words.size().y };
        let height = text_height.max(24.0) + 2.0 * padding - if self.inline { 4.0 } else { 0.0 };
        let height = if known > 0.0 { height.max(52.0) } else { height }.ceil();

        let (_, rect) = ui.allocate_space(Vec2::new(width, height));
        let rect = Rect::from_min_size(rect.min.round(), rect.size());
        ui.painter().rect(
            rect,
            CornerRadius::same(RADIUS_CARD),
            theme.tone_ground(self.tone),
            Stroke::NONE,
            StrokeKind::Inside,
        );
        if let Some(icon) = self.icon {
            icon.paint(ui.painter(), pos2(rect.left() + padding + 13.0, rect.center().y), 24.0, color);
        }
        let at = pos2(rect.left() + padding + indent, rect.center().y - text_height / 2.0).round();
        let title_size = title.size();
        ui.painter().galley(at, title, title_color);
        let below = if one_line { Vec2::new(beside, 0.0) } else { Vec2::new(0.0, title_size.y + 2.0) };
        ui.painter().galley(at + below, words, text_color);

        let response = ui.interact(rect, id, Sense::hover());
        let spoken = format!("{}. {}", self.title, self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));

        let place = rect.shrink2(Vec2::new(padding, 0.0));
        let layout = Layout::left_to_right(Align::Center);
        let mut child = ui.new_child(
            UiBuilder::new().id_salt(id).max_rect(place.with_min_x(place.right() - known)).layout(layout),
        );
        let inner = trailing(&mut child);
        let used = child.min_rect().width();
        if (used - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, used));
            ui.ctx().request_discard("the width of the buttons in a callout is known now");
        }
        inner
    }
}

/// One thing to know, in words.
#[derive(Debug, Clone, Copy, Default)]
pub struct FindingText<'a> {
    /// Its stable code.
    pub code: &'a str,
    /// How bad it is, as a colour and a mark.
    pub tone: Tone,
    /// How bad it is, as a word; blank where that is clear.
    pub severity: &'a str,
    /// What it means.
    pub text: &'a str,
    /// What to do now.
    pub remedy: &'a str,
    /// What the vendor's own software says to it; may be blank.
    pub codes: &'a str,
}

/// One thing to know: its code in the colour of its severity, what it means, what to do now.
pub fn finding(ui: &mut Ui, words: &FindingText<'_>) -> Response {
    let theme = Theme::of(ui);
    let color = theme.tone(words.tone);
    let width = ui.available_width();
    let severity = paint::line(ui, words.severity, fonts::regular(size::NOTE), color);
    let code_room = width - 18.0 - severity.size().x - space::S;
    let code_line = paint::fit(ui, words.code, fonts::medium(size::BODY), color, code_room);
    let line = |words: &str, font, color, height| {
        (!words.is_empty()).then(|| (paint::wrapped(ui, words, font, color, width, height), color))
    };
    let lines = [
        line(words.text, fonts::regular(size::BODY), theme.text_dim, LINE_HEIGHT),
        line(words.remedy, fonts::regular(size::BODY), theme.text, LINE_HEIGHT),
        line(words.codes, fonts::regular(size::SMALL), theme.text_dim, LINE_HEIGHT),
    ];
    let below: f32 = lines.iter().flatten().map(|(galley, _)| galley.size().y).sum();
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(width, (LINE_HEIGHT + below).ceil()), Sense::hover());
    let icon = match words.tone {
        Tone::Bad => Icon::Alert,
        Tone::Warn => Icon::Warning,
        Tone::Ok => Icon::Check,
        Tone::Accent | Tone::Neutral => Icon::Info,
    };
    let middle = rect.top() + LINE_HEIGHT / 2.0;
    icon.paint(ui.painter(), pos2(rect.left() + 6.5, middle), 13.0, color);
    paint::put_left(ui.painter(), rect.left() + 19.0, middle, code_line);
    paint::put_left(ui.painter(), rect.right() - severity.size().x, middle, severity);
    let mut y = rect.top() + LINE_HEIGHT;
    for (galley, color) in lines.into_iter().flatten() {
        let height = galley.size().y;
        ui.painter().galley(pos2(rect.left(), y), galley, color);
        y += height;
    }
    let FindingText { code, severity, text, remedy, codes, .. } = words;
    let head = if severity.is_empty() { (*code).to_owned() } else { format!("{severity}, {code}") };
    let spoken = format!("{head}. {text} {remedy} {codes}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.trim()));
    response
}

/// What stands where nothing is yet: an icon, what it would be, what to do, and a button or two.
#[must_use = "an empty state is drawn by `show`"]
pub struct EmptyState<'a> {
    icon: Icon,
    title: &'a str,
    text: &'a str,
}

impl<'a> EmptyState<'a> {
    /// Icon, title, one sentence.
    pub fn new(icon: Icon, title: &'a str, text: &'a str) -> Self {
        Self { icon, title, text }
    }

    /// Draws it in the middle of the room there is; `buttons` stand below the text.
    pub fn show<R>(self, ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
        let theme = Theme::of(ui);
        let id: Id = ui.make_persistent_id(("empty", self.title));
        let width = ui.available_width();
        let room = (width - 40.0).clamp(60.0, 380.0);
        let title = paint::centered(ui, self.title, fonts::semibold(size::LARGE), theme.text, room, 20.0);
        let text =
            paint::centered(ui, self.text, fonts::regular(size::BODY), theme.text_dim, room, LINE_HEIGHT);
        let known: Vec2 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let words = 44.0 + title.size().y + space::XS + text.size().y + space::L;
        let free = ui.available_height();
        // A little above the middle, where the eye looks first.
        let top = if free.is_finite() { ((free - words - known.y) * 0.42).max(space::L) } else { space::XL };
        ui.add_space(top);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, words), Sense::hover());
        let center = rect.center().x;
        self.icon.paint(ui.painter(), pos2(center, rect.top() + 16.0), 32.0, theme.text_faint);
        let mut y = rect.top() + 44.0;
        for (galley, gap) in [(title, space::XS), (text, 0.0)] {
            let size = galley.size();
            // A centred galley stands around its position.
            ui.painter().galley(pos2(center, y).round(), galley, theme.text);
            y += size.y + gap;
        }
        let spoken = format!("{}. {}", self.title, self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));

        let start = pos2((center - known.x / 2.0).round(), ui.cursor().top());
        let place = Rect::from_min_max(start, pos2(rect.right(), ui.max_rect().bottom().max(start.y + 40.0)));
        let mut child = ui.new_child(
            UiBuilder::new().id_salt(id).max_rect(place).layout(Layout::left_to_right(Align::Min)),
        );
        let inner = buttons(&mut child);
        let used = child.min_rect();
        ui.advance_cursor_after_rect(used);
        if (used.size() - known).length() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, used.size()));
            ui.ctx().request_discard("the size of the buttons in an empty state is known now");
        }
        inner
    }
}
