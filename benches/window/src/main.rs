//! Measures windows: `window-bench TOKENDESK WORK_FOLDER`, on a screen with a window manager and nothing else on it.
//!
//! Time from the start of the process to its first mapped window (the X tree is looked at every 2 ms); processor time
//! until 6 s after; processor time over the 10 s that follow; memory (PSS) after that. Without arguments it is the
//! empty eframe window that the others are compared with.
//!
//! Environment: `RUNS` (5), `IDLE` (10, seconds).

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

use eframe::egui;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, MapState, Window};
use x11rb::rust_connection::RustConnection;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => Ok(eframe::run_native(
            "empty",
            eframe::NativeOptions::default(),
            Box::new(|_| Ok(Box::new(Empty))),
        )?),
        [tokendesk, folder] => measure_all(tokendesk, Path::new(folder)),
        _ => Err("no arguments, or the program and a folder".into()),
    }
}

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("empty");
    }
}

/// One thing to start, and what to do with it before it is left alone.
struct Subject {
    name: &'static str,
    command: Vec<String>,
    variables: Vec<(&'static str, String)>,
    /// Keys to press once it is there.
    keys: &'static [&'static str],
}

#[derive(Default)]
struct Figures {
    window_ms: Vec<f64>,
    settle_s: Vec<f64>,
    idle_percent: Vec<f64>,
    pss_mib: Vec<f64>,
    anonymous_mib: Vec<f64>,
}

fn measure_all(tokendesk: &str, folder: &Path) -> Result<()> {
    let runs: usize = env::var("RUNS").unwrap_or_else(|_| "5".into()).parse()?;
    let idle = Duration::from_secs(env::var("IDLE").unwrap_or_else(|_| "10".into()).parse()?);
    let home = |name: &str| folder.join(name).display().to_string();
    let ours = |name, home: &str, keys| Subject {
        name,
        command: vec![tokendesk.to_owned()],
        variables: vec![("TOKENDESK_HOME", home.to_owned())],
        keys,
    };
    let own = env::current_exe()?.display().to_string();
    let mut subjects = vec![
        Subject { name: "empty eframe", command: vec![own], variables: Vec::new(), keys: &[] },
        ours("tokendesk", &home("none"), &[]),
        ours("tokendesk, 200 projects", &home("many"), &[]),
        ours("tokendesk, 200, countdown", &home("many"), &["ctrl+shift+v"]),
    ];
    if Command::new("keepassxc").arg("--version").stdout(Stdio::null()).status().is_ok() {
        subjects.push(Subject {
            name: "KeePassXC",
            command: vec!["keepassxc".into(), "--config".into(), home("keepassxc.ini")],
            variables: Vec::new(),
            keys: &[],
        });
    }
    let mut figures: Vec<Figures> = subjects.iter().map(|_| Figures::default()).collect();
    let screen = Screen::open()?;
    // In turn, so that whatever else the machine does falls on all of them.
    for run in 1..=runs {
        for (subject, figures) in subjects.iter().zip(&mut figures) {
            eprintln!("run {run} of {runs}: {}", subject.name);
            measure(&screen, subject, idle, figures)?;
        }
    }
    print(&subjects, &mut figures);
    Ok(())
}

fn measure(screen: &Screen, subject: &Subject, idle: Duration, figures: &mut Figures) -> Result<()> {
    let before: HashSet<Window> = screen.windows()?.into_iter().collect();
    let (program, arguments) = subject.command.split_first().ok_or("no command")?;
    let began = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .envs(subject.variables.iter().map(|(name, value)| (*name, value.as_str())))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let result = watch(screen, subject, idle, figures, &before, began, &child);
    child.kill()?;
    child.wait()?;
    result?;
    while screen.windows()?.iter().any(|window| !before.contains(window)) {
        sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn watch(
    screen: &Screen,
    subject: &Subject,
    idle: Duration,
    figures: &mut Figures,
    before: &HashSet<Window>,
    began: Instant,
    child: &Child,
) -> Result<()> {
    while screen.windows()?.iter().all(|window| before.contains(window)) {
        if began.elapsed() > Duration::from_secs(30) {
            return Err(format!("{}: no window", subject.name).into());
        }
        sleep(Duration::from_millis(2));
    }
    figures.window_ms.push(began.elapsed().as_secs_f64() * 1000.0);
    if !subject.keys.is_empty() {
        sleep(Duration::from_secs(2));
        Command::new("xdotool").arg("key").args(subject.keys).status()?;
    }
    sleep(Duration::from_secs(6).saturating_sub(began.elapsed()));
    figures.settle_s.push(processor_seconds(child.id())?);
    // What was pressed has long been answered.
    let (start, from) = (processor_seconds_now(child.id())?, Instant::now());
    sleep(idle);
    let used = processor_seconds_now(child.id())? - start;
    figures.idle_percent.push(used / from.elapsed().as_secs_f64() * 100.0);
    let memory = fs::read_to_string(format!("/proc/{}/smaps_rollup", child.id()))?;
    let kib = |key: &str| -> f64 {
        let line = memory.lines().find(|line| line.starts_with(key));
        line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_default()
    };
    figures.pss_mib.push(kib("Pss:") / 1024.0);
    figures.anonymous_mib.push(kib("Pss_Anon:") / 1024.0);
    Ok(())
}

/// User and system time of the process, threads that have ended included; in steps of 10 ms.
fn processor_seconds(process: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let after_name = stat.rsplit_once(')').ok_or("no stat")?.1;
    let mut fields = after_name.split_whitespace().skip(11);
    let mut ticks = || -> Result<f64> { Ok(fields.next().ok_or("no stat")?.parse()?) };
    Ok((ticks()? + ticks()?) / 100.0)
}

/// The time that the threads of now have run, to the nanosecond: a tick of 10 ms is the most that is allowed in 10 s.
fn processor_seconds_now(process: u32) -> Result<f64> {
    let mut nanoseconds = 0.0;
    for thread in fs::read_dir(format!("/proc/{process}/task"))? {
        let ran = fs::read_to_string(thread?.path().join("schedstat")).unwrap_or_default();
        nanoseconds += ran.split_whitespace().next().and_then(|ran| ran.parse().ok()).unwrap_or(0.0);
    }
    Ok(nanoseconds / 1e9)
}

struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    fn open() -> Result<Self> {
        let (connection, number) = x11rb::connect(None)?;
        let root = connection.setup().roots.get(number).ok_or("no screen")?.root;
        Ok(Self { connection, root })
    }

    /// What is seen at the top of the tree and is larger than a menu.
    fn windows(&self) -> Result<Vec<Window>> {
        let mut seen = Vec::new();
        for window in self.connection.query_tree(self.root)?.reply()?.children {
            // It may be gone by now.
            let (Ok(attributes), Ok(size)) = (
                self.connection.get_window_attributes(window)?.reply(),
                self.connection.get_geometry(window)?.reply(),
            ) else {
                continue;
            };
            if attributes.map_state == MapState::VIEWABLE && size.width > 100 && size.height > 60 {
                seen.push(window);
            }
        }
        Ok(seen)
    }
}

fn print(subjects: &[Subject], figures: &mut [Figures]) {
    println!(
        "{:<27}{:>15}{:>9}{:>13}{:>11}{:>9}{:>10}",
        "", "window ms", "x empty", "until 6 s, s", "idle %", "PSS MiB", "anon MiB"
    );
    let mut empty = None;
    for (subject, figures) in subjects.iter().zip(figures) {
        let window = median(&mut figures.window_ms);
        let empty = *empty.get_or_insert(window);
        println!(
            "{:<27}{:>7.0} /{:>6.0}{:>9.2}{:>13.2}{:>11.2}{:>9.1}{:>10.1}",
            subject.name,
            figures.window_ms.iter().copied().fold(f64::INFINITY, f64::min),
            window,
            window / empty,
            median(&mut figures.settle_s),
            median(&mut figures.idle_percent),
            median(&mut figures.pss_mib),
            median(&mut figures.anonymous_mib),
        );
    }
    println!("window ms: least / median; the rest are medians");
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
