#![no_main]
//! See `targets::inspect`.

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::inspect(data));
