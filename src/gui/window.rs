//! The application: takes messages, draws the panels, hands effects to the workers.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{
    Context, Event, IconData, Key, KeyboardShortcut, Modifiers, OutputCommand, Rect, ThemePreference, Ui,
    ViewportBuilder, ViewportCommand, pos2, vec2,
};
use jiff::tz::TimeZone;

use super::theme::Theme;
use super::view::View;
use super::{fonts, panels, place};
use crate::app::command::Shortcut;
use crate::app::dropped::DropMsg;
use crate::app::export::ExportJob;
use crate::app::import::ImportJob;
use crate::app::update::{start, tick, update};
use crate::app::watch::WatchEffect;
use crate::app::{Command, Effect, GuardMsg, Model, Msg, Sensitivity};
use crate::host::{
    Changes, Desk, DesktopClipboard, DesktopDialog, DesktopNotifier, Imports, Sleep, Worker, clock, language,
};
use crate::i18n::{Language, Message, Texts};
use crate::store::{self, Settings, Store, Times};
use crate::token::{MAX_TEXT, Time};
use crate::vendor;

/// Carries out effects somewhere, and brings back what came of them. The window's are [`Workers`].
pub trait Hands {
    /// Takes an effect; must not block.
    fn give(&mut self, effect: Effect);
    /// The messages that have come since.
    fn take(&mut self) -> Vec<Msg>;
}

/// The window's hands: one thread for what may wait on a person (keychain prompts), one for what may wait on a server,
/// one for what may wait on the desktop (notifications), one for the rest.
#[derive(Debug)]
pub struct Workers {
    desk: Desk,
    patient: Worker<Msg>,
    network: Worker<Msg>,
    desktop: Worker<Msg>,
    dialog: Worker<Msg>,
    quick: Worker<Msg>,
    changes: Changes,
    sleep: Sleep,
}

impl Workers {
    /// Starts the threads; `ctx` is woken when something is done.
    ///
    /// # Errors
    /// If the operating system gives no thread.
    pub fn start(desk: Desk, ctx: &Context) -> std::io::Result<Self> {
        let wake = || {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let patient = Worker::start("store", wake(), || Msg::JobPanicked)?;
        let network = Worker::start("network", wake(), || Msg::JobPanicked)?;
        let desktop = Worker::start("desktop", wake(), || Msg::JobPanicked)?;
        let dialog = Worker::start("dialog", wake(), || Msg::JobPanicked)?;
        let quick = Worker::start("desk", wake(), || Msg::JobPanicked)?;
        let sleep = Sleep::start(wake())?;
        let folders = desk.store.folders();
        let changes = Changes::start(vec![folders.projects_file(), folders.watch_file()], wake())?;
        Ok(Self { desk, patient, network, desktop, dialog, quick, changes, sleep })
    }
}

impl Hands for Workers {
    fn give(&mut self, effect: Effect) {
        let desk = self.desk.clone();
        let worker = match &effect {
            Effect::Copy { .. }
            | Effect::DrawQr { .. }
            | Effect::ReadClipboard
            | Effect::ReadDropped { .. }
            | Effect::ClearClipboard
            | Effect::Lock
            | Effect::SaveGuard(_)
            | Effect::LoadSettings
            | Effect::SaveTheme(_)
            | Effect::SaveLanguage(_)
            | Effect::Watch(WatchEffect::SaveSettings { .. })
            | Effect::SaveZoom(_)
            | Effect::SaveTimes(_)
            | Effect::FindFiles
            | Effect::SavePlace { .. } => &self.quick,
            Effect::Send { .. } => &self.network,
            Effect::Watch(WatchEffect::Notify(_)) => &self.desktop,
            // Open for as long as somebody looks for a file, while the rest goes on.
            Effect::Import(ImportJob::Pick { .. }) | Effect::Export(ExportJob::Pick { .. }) => &self.dialog,
            _ => &self.patient,
        };
        worker.run(move || desk.perform(effect));
    }

    fn take(&mut self) -> Vec<Msg> {
        let changed = self.changes.take().then_some(Msg::FilesChanged);
        let asleep = self.sleep.take().then_some(Msg::Guard(GuardMsg::Sleeping));
        let slow = self.patient.take().chain(self.network.take()).chain(self.desktop.take());
        let slow = slow.chain(self.dialog.take());
        slow.chain(self.quick.take()).chain(changed).chain(asleep).collect()
    }
}

/// The application.
pub struct Window {
    model: Model,
    texts: Texts,
    zone: TimeZone,
    clock: Box<dyn Fn() -> Time>,
    hands: Box<dyn Hands>,
    theme: Option<store::Theme>,
    closing: bool,
    locked: bool,
}

impl std::fmt::Debug for Window {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Window").field("model", &self.model).finish_non_exhaustive()
    }
}

impl Window {
    /// The application at its start: it asks for settings and projects at once.
    pub fn new(ctx: &Context, hands: Box<dyn Hands>, clock: Box<dyn Fn() -> Time>, zone: TimeZone) -> Self {
        fonts::install(ctx);
        // Zoom is a command of ours, and remembered.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        Theme::install(ctx);
        let model = Model::new(clock());
        let texts = vendor::texts_in(model.language()).on_screen(zone.clone());
        let mut window =
            Self { model, texts, zone, clock, hands, theme: None, closing: false, locked: false };
        window.give(ctx, start());
        window
    }

    /// The same on a machine of this language.
    #[must_use]
    pub fn on_machine_of(mut self, language: Language) -> Self {
        self.model.machine = language;
        self
    }

    /// The same with settings that are known already: its first frame is in their language and colours.
    fn with(mut self, settings: Settings) -> Self {
        self.model.settings = settings;
        self
    }

    /// The state.
    pub fn model(&self) -> &Model {
        &self.model
    }

    fn give(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            if matches!(effect, Effect::Quit) {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            } else {
                self.hands.give(effect);
            }
        }
    }

    fn handle(&mut self, ctx: &Context, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.give(ctx, effects);
    }

    /// The zone of times on screen.
    fn zone(&self) -> TimeZone {
        match self.model.settings.times {
            Times::Local => self.zone.clone(),
            Times::Utc => TimeZone::UTC,
        }
    }

    /// Takes other words where the language, or the zone of the times in them, is another one now.
    fn speak(&mut self, ctx: &Context) {
        let (language, zone) = (self.model.language(), self.zone());
        if self.texts.language() != language || self.texts.zone() != Some(&zone) {
            self.texts = vendor::texts_in(language).on_screen(zone);
            ctx.send_viewport_cmd(ViewportCommand::Title(self.texts.get("window-title")));
        }
    }

    /// The shortcuts of all commands, those with Shift first: egui ignores an extra Shift.
    fn shortcuts(&mut self, ctx: &Context) {
        // A dialog is worked through before anything else is begun; the palette is one too.
        let modal =
            self.model.dialog.is_some() || self.model.palette.is_some() || self.model.guard.locked.is_some();
        let mut given = Vec::new();
        let both = |command: &Command| [command.shortcut(), command.other_shortcut()];
        let of = |command: &'static Command| both(command).into_iter().flatten().map(|keys| (*command, keys));
        let mut commands: Vec<(Command, Shortcut)> = Command::ALL.iter().flat_map(of).collect();
        commands.sort_by_key(|(_, shortcut)| !shortcut.shift);
        ctx.input_mut(|input| {
            for (command, shortcut) in commands {
                let allowed = !modal || command.is_of_the_window() || command.closes(&self.model);
                if let Some(keys) = keyboard_shortcut(shortcut)
                    && allowed
                    && input.consume_shortcut(&keys)
                {
                    given.push(Msg::Command(command));
                }
            }
            if !modal && input.key_pressed(Key::Escape) {
                given.push(Msg::Close);
            }
        });
        for msg in given {
            self.handle(ctx, msg);
        }
    }

    /// Takes away what is pasted if it is longer than any field takes: egui would lay out all of it in one frame.
    fn take_long_pastes(&mut self, ctx: &Context) {
        let mut long = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Paste(text) | Event::Text(text) if text.len() > MAX_TEXT => {
                    long.push(text.clone());
                    false
                }
                _ => true,
            });
        });
        for text in long {
            self.handle(ctx, Msg::PasteTooLong(text));
        }
    }

    /// Takes the files that were dropped on the window.
    fn take_dropped(&mut self, ctx: &Context) {
        let files = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let paths: Vec<_> = files.iter().map(|file| file.path().to_owned()).collect();
        if !paths.is_empty() {
            self.handle(ctx, Msg::Drop(DropMsg::Dropped(paths)));
        }
    }

    /// Takes what egui itself wants to copy, so that it goes through the one guarded function, and keeps selected
    /// text out of the primary selection, which nothing guards.
    fn take_copies(&mut self, ctx: &Context) {
        let mut copied = Vec::new();
        ctx.output_mut(|output| {
            output.commands.retain(|command| match command {
                OutputCommand::CopyText(text) => {
                    copied.push(text.clone());
                    false
                }
                OutputCommand::TextSelectionSettled(_) => false,
                _ => true,
            });
        });
        for text in copied {
            self.handle(ctx, Msg::Copy(text, Sensitivity::Token));
        }
    }
}

fn keyboard_shortcut(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    modifiers.command = shortcut.ctrl;
    modifiers.shift = shortcut.shift;
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let effects = tick(&mut self.model, (self.clock)());
        self.give(ctx, effects);
        for msg in self.hands.take() {
            self.handle(ctx, msg);
        }
        if self.theme != Some(self.model.settings.theme) {
            self.theme = Some(self.model.settings.theme);
            ctx.set_theme(match self.model.settings.theme {
                store::Theme::System => ThemePreference::System,
                store::Theme::Light => ThemePreference::Light,
                store::Theme::Dark => ThemePreference::Dark,
            });
        }
        // What fields, undo and layout keep of what was on screen goes with it.
        if self.model.guard.locked.is_some() != self.locked {
            self.locked = self.model.guard.locked.is_some();
            ctx.data_mut(eframe::egui::util::IdTypeMap::clear);
            ctx.memory_mut(eframe::egui::Memory::reset_areas);
        }
        if ctx.input(|input| !input.events.is_empty()) {
            self.handle(ctx, Msg::Guard(GuardMsg::Touched));
        }
        let zoom = f32::from(self.model.settings.zoom) / 100.0;
        if (ctx.zoom_factor() - zoom).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
        self.model.window = place::read(ctx, self.model.window);
        self.speak(ctx);
        // Closed by the window's own button: what is to be remembered is saved first.
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            let effects = update(&mut self.model, Msg::Command(Command::Quit));
            self.give(ctx, effects);
        }
        ctx.request_repaint_after(Duration::from_millis(self.model.next_tick().unsigned_abs()));
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.shortcuts(&ctx);
        self.take_long_pastes(&ctx);
        self.take_dropped(&ctx);
        let zone = self.zone();
        let mut view = View { model: &self.model, texts: &self.texts, zone: &zone, out: Vec::new() };
        panels::show(ui, &mut view);
        let msgs = view.out;
        // The view has taken the focus request where it wanted it.
        self.model.focus = None;
        if !msgs.is_empty() {
            ctx.request_repaint();
        }
        for msg in msgs {
            self.handle(&ctx, msg);
        }
        self.take_copies(&ctx);
    }
}

/// Opens the window and returns when it is closed. Without a display it says so in two lines.
pub fn run() -> ExitCode {
    let texts = vendor::texts();
    let store = match Store::discover() {
        Ok(store) => Arc::new(store),
        Err(error) => return no_window(&texts, &texts.format(&error.message())),
    };
    // Read here and not by the worker, because the window is made with its size.
    let (settings, _) = Settings::load(store.folders());
    let [width, height] = settings.window.unwrap_or(place::SIZE);
    let mut viewport = ViewportBuilder::default()
        .with_title(texts.get("window-title"))
        .with_app_id("tokendesk")
        .with_icon(icon())
        // No larger than the largest screen, where X11 and Windows fail: see also `place`.
        .with_inner_size([width, height])
        .with_clamp_size_to_monitor_size(true)
        .with_min_inner_size([760.0, 480.0]);
    if let Some([x, y]) = settings.window_at {
        viewport = viewport.with_position([x, y]);
    }
    // Named, because a build that has wgpu too (the tests' feature `desktop`) would draw with that by default.
    // Nothing here is a gradient: dithering would only cost, per pixel where the graphics are drawn by the processor.
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        dithering: false,
        // `fonts::install` asks them.
        system_font_fallback: false,
        ..Default::default()
    };
    let opened = eframe::run_native(
        "tokendesk",
        options,
        Box::new(move |creation| {
            let clipboard = Arc::new(DesktopClipboard::start()?);
            let (notifier, imports) = (Arc::new(DesktopNotifier), Imports::new(Arc::new(DesktopDialog)));
            let desk = Desk { store, clipboard, notifier, imports };
            let hands = Workers::start(desk, &creation.egui_ctx)?;
            if let Some(window) = creation.winit_window() {
                let screens: Vec<_> = window.available_monitors().collect();
                let places: Vec<Rect> = screens
                    .iter()
                    .map(|screen| {
                        let (at, size) = (screen.position(), screen.size());
                        let (width, height) = (size.width as f32, size.height as f32);
                        Rect::from_min_size(pos2(at.x as f32, at.y as f32), vec2(width, height))
                    })
                    .collect();
                let change = place::put_right(&settings, &places, window.scale_factor() as f32);
                // The types of places and sizes come from a screen, so that no crate has to be named for them.
                if let Some(screen) = screens.first() {
                    let (mut at, mut size) = (screen.position(), screen.size());
                    if let Some(wanted) = change.at {
                        (at.x, at.y) = (wanted.x as i32, wanted.y as i32);
                        window.set_outer_position(at);
                    }
                    if let Some(wanted) = change.size {
                        (size.width, size.height) = (wanted.x as u32, wanted.y as u32);
                        // What became of it is in the window's next event.
                        let _at_once = window.request_inner_size(size);
                    }
                }
                // A window manager maximises what it shows, so not before it is shown.
                if settings.window_maximised {
                    creation.egui_ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
                }
            }
            let now = Box::new(|| Time::from_millis(clock::now()));
            let window = Window::new(&creation.egui_ctx, Box::new(hands), now, TimeZone::system());
            Ok(Box::new(window.on_machine_of(language::system()).with(settings)))
        }),
    );
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => no_window(&texts, &error.to_string()),
    }
}

/// The program's icon. Where it cannot be read the desktop shows its own.
fn icon() -> IconData {
    const ICON: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon/128.png"));
    eframe::icon_data::from_png_bytes(ICON).unwrap_or_default()
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn no_window(texts: &Texts, reason: &str) -> ExitCode {
    let message = Message::new("no-display").with("reason", reason);
    eprintln!("{}\n{}", texts.format(&message), texts.get("no-display.remedy"));
    ExitCode::from(3)
}
