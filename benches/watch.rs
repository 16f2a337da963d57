//! What one frame of Watch costs with thousands of tokens: `cargo bench --bench watch`. The aim is 8 ms.
//!
//! The whole window is drawn, its accessibility tree included, at several places of the list; then what happens once
//! in a while: sorting, and a letter typed into the filter.

#![expect(clippy::expect_used, reason = "a bench fails by panicking")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fmt::Write as _;

use common::desk::{App, KEY, NOW, Office, SECRET, SESSION, command, model};
use divan::Bencher;
use eframe::egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use tokendesk::app::watch::{Sort, WatchMsg};
use tokendesk::app::{Model, Msg, update};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Time};
use tokendesk::vendor;

/// So many tokens are watched.
const TOKENS: usize = 5000;

fn main() {
    divan::main();
}

/// A list of tokens, one a line.
fn list() -> String {
    let kind = vendor::kind("opentok.t1").expect("a kind");
    let mut random = tokendesk::host::random::system();
    let mut env = Env { now: Time::from_seconds(NOW), random: &mut random };
    let mut lines = String::new();
    for number in 0..TOKENS {
        let raw = Raw::new()
            .with("api_key", KEY)
            .with("session_id", SESSION)
            .with("data", format!("user_{number:04}"))
            .with("expire_time", format!("+{}s", 3600 + number * 7 % 5000))
            .with_secret("api_secret", SECRET.into());
        let inputs = Inputs::read(&kind.fields(), &raw, Ask::All).expect("inputs");
        let made = kind.generate(&inputs, &mut env).expect("a token");
        writeln!(lines, "{}", made.token).expect("a line");
    }
    lines
}

/// The window with all of them.
fn window() -> (Office, App) {
    let office = Office::with_projects();
    office.clipboard_holds(&list());
    let mut app = office.window();
    command(&mut app, Key::Num3);
    app.get_by_label("Add from clipboard").click();
    app.run();
    assert_eq!(model(&app).watch.rows.len(), TOKENS);
    (office, app)
}

/// One frame a second later, as the countdowns need it, scrolled to a part of the list.
#[divan::bench(args = [0.0, 0.5, 1.0])]
fn frame(bencher: Bencher<'_, '_>, part: f32) {
    let (office, mut app) = window();
    let down = -part * TOKENS as f32 * 49.0;
    app.event(Event::PointerMoved(pos2(700.0, 400.0)));
    wheel(&mut app, down);
    app.run();
    bencher.bench_local(|| {
        office.pass(1);
        app.step();
    });
}

/// A frame while somebody turns the wheel.
#[divan::bench]
fn scrolling(bencher: Bencher<'_, '_>) {
    let (_office, mut app) = window();
    app.event(Event::PointerMoved(pos2(700.0, 400.0)));
    app.run();
    bencher.bench_local(|| {
        wheel(&mut app, -120.0);
        app.step();
    });
}

fn wheel(app: &mut App, points: f32) {
    app.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
}

/// What a letter in the filter, another order and a second cost the model alone.
fn with_rows(change: impl Fn(&mut Model), bencher: Bencher<'_, '_>) {
    let (_office, app) = window();
    let rows: Vec<_> = model(&app).watch.rows.iter().map(|row| row.token.clone()).collect();
    let mut model = Model::new(Time::from_seconds(NOW));
    update::update(&mut model, Msg::Watch(WatchMsg::Loaded(Ok(rows))));
    bencher.bench_local(|| change(&mut model));
}

#[divan::bench]
fn filter(bencher: Bencher<'_, '_>) {
    with_rows(
        |model| drop(update::update(model, Msg::Watch(WatchMsg::Filter("user_49".to_owned(), Vec::new())))),
        bencher,
    );
}

#[divan::bench]
fn sort(bencher: Bencher<'_, '_>) {
    with_rows(
        |model| {
            for sort in [Sort::Project, Sort::EndsFirst] {
                update::update(model, Msg::Watch(WatchMsg::Sort(sort)));
            }
        },
        bencher,
    );
}

#[divan::bench]
fn tick(bencher: Bencher<'_, '_>) {
    with_rows(
        |model| {
            let now = model.now.plus(1000);
            update::tick(model, now);
        },
        bencher,
    );
}
