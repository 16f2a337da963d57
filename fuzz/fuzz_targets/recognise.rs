#![no_main]
//! See `targets::recognise`.

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::recognise(data));
