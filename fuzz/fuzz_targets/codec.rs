#![no_main]
//! See `targets::codec`.

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::codec(data));
