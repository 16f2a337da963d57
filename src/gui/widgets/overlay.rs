//! What lies over the window: dialogs and toasts.

use eframe::egui::{
    Align, Align2, Area, Context, CornerRadius, FocusDirection, Frame, Id, Layout, Margin, Memory, Order,
    Plugin, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit::Live, pos2,
};

use super::icon::Icon;
use super::{Button, IconButton, paint};
use crate::gui::fonts;
use crate::gui::theme::{RADIUS_CARD, Theme, Tone, size, space};

/// What became of a dialog in this frame.
#[derive(Debug)]
pub struct ModalOutput<R> {
    /// What the contents returned.
    pub inner: R,
    /// Was it closed: Esc, its cross, or a click beside it?
    pub closed: bool,
}

/// A dialog over the dimmed window. The keyboard goes into it and stays there; when it is gone, it goes back to
/// where it was. Esc closes the topmost one.
#[must_use = "a dialog is drawn by `show`"]
pub struct Modal<'a> {
    title: &'a str,
    close: &'a str,
    width: f32,
}

/// An open dialog: where the keyboard was before, when it was drawn last, and whether the keyboard is in it by now.
#[derive(Clone, Copy)]
struct Opened {
    id: Id,
    before: Option<Id>,
    pass: u64,
    entered: bool,
    /// How large it was drawn.
    size: Vec2,
    /// What had the keyboard at the end of the last drawing.
    inside: Option<Id>,
}

/// The open dialogs. When one is not drawn any more, the keyboard goes back to where it was.
#[derive(Default)]
struct Dialogs {
    open: Vec<Opened>,
}

impl Plugin for Dialogs {
    fn debug_name(&self) -> &'static str {
        "dialogs"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        // One pass after the last drawing: until then what lies behind is shut off and would lose the keyboard again.
        let pass = ui.ctx().cumulative_pass_nr();
        let focused = ui.memory(Memory::focused);
        for opened in self.open.iter_mut().filter(|opened| opened.pass == pass) {
            opened.inside = focused;
        }
        for gone in self.open.extract_if(.., |opened| opened.pass < pass) {
            // Unless what was chosen in it has sent the keyboard somewhere else.
            let sent = focused.is_some() && focused != gone.inside;
            if let Some(before) = gone.before.filter(|_| !sent) {
                ui.memory_mut(|memory| memory.request_focus(before));
                ui.request_repaint();
            }
        }
    }
}

impl<'a> Modal<'a> {
    /// The title, and the name of the button that closes it.
    pub fn new(title: &'a str, close: &'a str) -> Self {
        Self { title, close, width: 480.0 }
    }

    /// How wide its contents are; never wider than the window allows.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Draws it. Call it in every frame while it is open.
    pub fn show<R>(self, ctx: &Context, contents: impl FnOnce(&mut Ui) -> R) -> ModalOutput<R> {
        let id = Id::unique(("modal", self.title));
        let theme = theme_of(ctx);
        let focused = ctx.memory(Memory::focused);
        let dialogs = ctx.plugin_or_default::<Dialogs>();
        let (fresh, entered) = {
            let mut dialogs = dialogs.lock();
            let pass = ctx.cumulative_pass_nr();
            if let Some(opened) = dialogs.open.iter_mut().find(|opened| opened.id == id) {
                opened.pass = pass;
                (false, opened.entered)
            } else {
                let (size, inside) = (Vec2::ZERO, None);
                dialogs.open.push(Opened { id, before: focused, pass, entered: false, size, inside });
                (true, false)
            }
        };
        if fresh && let Some(focused) = focused {
            // What had the keyboard lies behind now.
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        if !fresh && !entered && focused.is_none() {
            // Nothing has the keyboard, so Next goes to the first control of the dialog. Not in its first pass: that
            // one only measures, and what lies behind is not shut off yet.
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        }

        let room = ctx.content_rect().width() - 80.0;
        let frame = Frame::NONE
            .fill(theme.card)
            .stroke(theme.control_stroke())
            .corner_radius(CornerRadius::same(RADIUS_CARD + 2))
            .inner_margin(Margin::same(20));
        let area = eframe::egui::Modal::default_area(id).role(Role::Dialog).accessible_name(self.title);
        let modal = eframe::egui::Modal::new(id).area(area).backdrop_color(theme.backdrop).frame(frame);
        let mut crossed = false;
        let response = modal.show(ctx, |ui| {
            ui.set_width(self.width.min(room));
            ui.spacing_mut().item_spacing.y = space::M;
            let bar = ui.cursor().min;
            let title = paint::fit(
                ui,
                self.title,
                fonts::semibold(size::LARGE),
                theme.text,
                ui.available_width() - 40.0,
            );
            let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 22.0), Sense::hover());
            paint::put_left(ui.painter(), bar.x, rect.center().y, title);
            let inner = contents(ui);
            // Drawn last, so that the keyboard goes to the contents first.
            let cross = pos2(rect.right() - 10.0, rect.center().y);
            crossed = IconButton::new(Icon::Cross, self.close).side(26.0).put(ui, cross).clicked();
            inner
        });
        if !entered {
            let entered = !fresh && ctx.memory(Memory::focused).is_some();
            for opened in dialogs.lock().open.iter_mut().filter(|opened| opened.id == id) {
                opened.entered = entered;
            }
            ctx.request_repaint();
        }
        // Of another size it stands elsewhere in the next frame, which may not come by itself.
        let drawn = response.response.rect.size();
        for opened in dialogs.lock().open.iter_mut().filter(|opened| opened.id == id && opened.size != drawn)
        {
            opened.size = drawn;
            ctx.request_repaint();
        }
        let closed = response.should_close() || crossed;
        if closed {
            ctx.request_repaint();
        }
        ModalOutput { inner: response.inner, closed }
    }
}

/// A line that says what just happened, over the bottom of the window.
#[must_use = "a toast is drawn by `show`"]
pub struct Toast<'a> {
    tone: Tone,
    text: &'a str,
    action: Option<&'a str>,
}

impl<'a> Toast<'a> {
    /// What happened.
    pub fn new(tone: Tone, text: &'a str) -> Self {
        Self { tone, text, action: None }
    }

    /// A button at its end: `Undo`.
    pub fn action(mut self, word: &'a str) -> Self {
        self.action = Some(word);
        self
    }

    /// Draws it and tells the screen reader; how long it stays is the caller's business. Was its button pressed?
    pub fn show(self, ctx: &Context) -> bool {
        let theme = theme_of(ctx);
        let frame = Frame::NONE
            .fill(theme.card_selected)
            .stroke(theme.control_stroke())
            .corner_radius(CornerRadius::same(RADIUS_CARD))
            .inner_margin(Margin {
                left: 14,
                right: if self.action.is_some() { 6 } else { 14 },
                top: 5,
                bottom: 5,
            });
        let mut pressed = false;
        Area::new(Id::unique("toast"))
            .order(Order::Tooltip)
            .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -44.0))
            .interactable(true)
            .role(Role::Status)
            .show(ctx, |ui| {
                frame.show(ui, |ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let (rect, _) = ui.allocate_exact_size(Vec2::new(14.0, 28.0), Sense::hover());
                        let icon = match self.tone {
                            Tone::Ok => Icon::Check,
                            Tone::Warn => Icon::Warning,
                            Tone::Bad => Icon::Alert,
                            Tone::Accent | Tone::Neutral => Icon::Info,
                        };
                        icon.paint(ui.painter(), rect.center(), 14.0, theme.tone(self.tone));
                        let label = super::text::body(ui, self.text);
                        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
                        if let Some(word) = self.action {
                            pressed = Button::new(word).quiet().small().show(ui).clicked();
                        }
                    });
                });
            });
        pressed
    }
}

fn theme_of(ctx: &Context) -> &'static Theme {
    if ctx.theme() == eframe::egui::Theme::Dark {
        &crate::gui::theme::DARK
    } else {
        &crate::gui::theme::LIGHT
    }
}

/// What is said over the whole window while a file is held over it.
#[derive(Debug, Clone, Copy)]
pub struct DropHint<'a> {
    /// What dropping does.
    pub title: &'a str,
    /// What is taken.
    pub text: &'a str,
}

impl DropHint<'_> {
    /// Draws it over `whole`.
    pub fn show(self, ui: &mut Ui, whole: Rect) -> Response {
        let theme = Theme::of(ui);
        let response = ui.allocate_rect(whole, Sense::hover());
        let painter = ui.painter();
        painter.rect_filled(whole, CornerRadius::ZERO, theme.background.gamma_multiply(0.86));
        let frame = whole.shrink(20.0);
        let stroke = Stroke::new(2.0, theme.accent);
        for corners in [
            [frame.left_top(), frame.right_top()],
            [frame.right_top(), frame.right_bottom()],
            [frame.right_bottom(), frame.left_bottom()],
            [frame.left_bottom(), frame.left_top()],
        ] {
            painter.extend(Shape::dashed_line(&corners, stroke, 8.0, 6.0));
        }
        let center = whole.center();
        let text = paint::centered(ui, self.text, fonts::regular(size::BODY), theme.text_dim, 320.0, 19.0);
        let card = Rect::from_center_size(center, Vec2::new(380.0, 136.0 + text.size().y));
        paint::frame(painter, card, RADIUS_CARD, theme.card, theme.card_stroke());
        let top = card.top();
        Icon::Search.paint(painter, pos2(center.x, top + 40.0), 36.0, theme.accent);
        let title = paint::line(ui, self.title, fonts::semibold(size::TITLE), theme.text);
        paint::put_center(ui.painter(), pos2(center.x, top + 82.0), title);
        // A centred galley stands around its position.
        ui.painter().galley(pos2(center.x, top + 104.0).round(), text, theme.text_dim);
        let spoken = format!("{}. {}", self.title, self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
        response
    }
}
