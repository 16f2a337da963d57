//! What one token costs in process: `cargo bench --bench tokens`. The aim for an OpenTok token is 10 µs.
//!
//! Loops over `VENDORS`: a new kind is measured without a line here. The samples of the fields are the inputs.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

#[path = "../tests/support/mod.rs"]
mod support;

use divan::{Bencher, black_box};
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Time};
use tokendesk::vendor::{self, Kind, Pasted, Trial};

fn main() {
    divan::main();
}

const NOW: Time = Time::from_seconds(1_767_323_045);

fn made() -> Vec<&'static str> {
    vendor::kinds().map(Kind::spec).filter(|spec| spec.generates).map(|spec| spec.id).collect()
}

fn recognised() -> Vec<&'static str> {
    vendor::kinds().map(|kind| kind.spec().id).collect()
}

fn sample(kind: &'static dyn Kind) -> Inputs {
    let fields = kind.fields();
    let required = fields.iter().filter(|field| field.required);
    let raw = required.fold(Raw::new(), |raw, field| {
        if field.is_secret() {
            raw.with_secret(field.key, support::secret(field).into())
        } else {
            raw.with(field.key, field.sample)
        }
    });
    Inputs::read(&fields, &raw, Ask::All).unwrap()
}

fn generated(id: &str) -> (&'static dyn Kind, Inputs, String) {
    let kind = vendor::kind(id).unwrap();
    let inputs = sample(kind);
    let mut random = tokendesk::host::random::system();
    let token = kind.generate(&inputs, &mut Env { now: NOW, random: &mut random }).unwrap().token;
    (kind, inputs, token)
}

/// From typed inputs to the token's text.
#[divan::bench(args = made())]
fn generate(bencher: Bencher<'_, '_>, id: &str) {
    let (kind, inputs, _) = generated(id);
    let mut random = tokendesk::host::random::system();
    bencher.bench_local(|| kind.generate(black_box(&inputs), &mut Env { now: NOW, random: &mut random }));
}

/// Taken apart, and its signature checked.
#[divan::bench(args = made())]
fn decode_and_verify(bencher: Bencher<'_, '_>, id: &str) {
    let (kind, inputs, token) = generated(id);
    bencher.bench_local(|| {
        let decoded = kind.decode(black_box(&token), &inputs);
        kind.verify(&decoded, &inputs, NOW)
    });
}

/// From pasted text to the whole report: cleaned, recognised among all kinds, taken apart, judged.
#[divan::bench(args = made())]
fn inspect(bencher: Bencher<'_, '_>, id: &str) {
    let (_, inputs, token) = generated(id);
    bencher.bench_local(|| {
        let trial = Trial { project: None, inputs: inputs.clone() };
        vendor::inspect(&Pasted::read(black_box(&token), None), &Inputs::default(), [trial], &[], NOW)
    });
}

/// The dearest thing that can be pasted: as long as is looked at, of one kind's looks.
#[divan::bench(args = recognised(), sample_count = 10)]
fn inspect_hostile(bencher: Bencher<'_, '_>, id: &str) {
    let kind = vendor::kind(id).unwrap();
    let text = "T1==".to_owned() + &"cGFydG5lcl9pZD0".repeat(8 * 1024);
    bencher.bench_local(|| {
        vendor::inspect(&Pasted::read(black_box(&text), Some(kind)), &Inputs::default(), [], &[], NOW)
    });
}
