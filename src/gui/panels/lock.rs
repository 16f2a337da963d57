//! The locked window: nothing but the way back in.

use eframe::egui::{Align, CentralPanel, Frame, Layout, Ui};

use super::vault;
use crate::app::guard::Locked;
use crate::app::{Command, GuardMsg, Msg, VaultMsg};
use crate::gui::theme::{Theme, Tone, space};
use crate::gui::view::{View, keys};
use crate::gui::widgets::{Button, Callout, Icon, text};

/// How wide the words are.
const WIDTH: f32 = 420.0;

/// Draws it over the whole window.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, locked: &Locked) {
    let theme = Theme::of(ui);
    CentralPanel::default().frame(Frame::NONE.fill(theme.background)).show(ui, |ui| {
        ui.add_space((ui.available_height() / 3.0 - 60.0).max(space::L));
        ui.horizontal(|ui| {
            ui.add_space((ui.available_width() - WIDTH).max(0.0) / 2.0);
            ui.allocate_ui_with_layout([WIDTH, 0.0].into(), Layout::top_down(Align::Min), |ui| {
                words(ui, view, locked);
            });
        });
    });
}

fn words(ui: &mut Ui, view: &mut View<'_>, locked: &Locked) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = space::M;
    text::title(ui, &view.text("lock-title"));
    text::dim(ui, &view.text("lock-text"));
    if let Some(failure) = &locked.failure {
        let (title, words) = view.failure(failure);
        Callout::new(Tone::Warn, &title, &words).icon(Icon::Lock).show(ui, |_| ());
    }
    let needs_vault = view.model.needs_vault();
    let field = needs_vault.then(|| vault::fields(ui, view));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let running = locked.unlocking || view.model.vault.running;
        let label = view.text(if running { "lock-unlocking" } else { "lock-unlock" });
        let unlock = Button::new(&label).primary().enabled(!running).show(ui);
        // Whoever comes back types the passphrase, or presses Enter.
        if ui.memory(|memory| memory.focused().is_none()) {
            field.as_ref().unwrap_or(&unlock).request_focus();
        }
        if unlock.clicked() {
            let typed = needs_vault && !view.model.vault.passphrase.0.is_empty();
            view.push(if typed { Msg::Vault(VaultMsg::Open) } else { Msg::Guard(GuardMsg::Unlock) });
        }
        if locked.failure.is_some() && Button::new(&view.text("lock-without")).show(ui).clicked() {
            view.push(Msg::Guard(GuardMsg::Without));
        }
        let (label, chip) = (view.text(Command::Quit.text_id()), keys(Command::Quit));
        if Button::new(&label).quiet().shortcut(&chip).show(ui).clicked() {
            view.command(Command::Quit);
        }
    });
}
