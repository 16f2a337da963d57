//! Tokendesk: a console for the access tokens of real-time-communication and video vendors.
//!
//! The map of the crate, lowest floor first; a floor knows nothing of those above it:
//!
//! | module | answers |
//! |---|---|
//! | [`codec`] | how are these bytes and this text packed? No vendor's name in it |
//! | [`i18n`] | what does this message say in the user's language? |
//! | [`token`] | the domain: fields, inputs, parts, windows, findings, verdicts, reports |
//! | [`vendor`] | how does this vendor's token work? One static list, [`vendor::VENDORS`] |
//! | [`call`] | which requests does this vendor answer, and what do its answers mean? |
//! | [`store`] | where do projects and secrets live? |
//! | [`app`] | what is on screen and what happens next? Model, message, update, effect; no egui |
//! | [`host`] | the real clock, randomness, worker thread and clipboard |
//! | [`gui`] | how is it drawn? |
//! | [`cli`] | the same work headless, one file per verb |
//!
//! `codec`, `i18n`, `token`, `vendor` and (but for `call::send`) `call` are pure: no clock, randomness, file, socket,
//! environment or thread.
//! `tests/tidy.rs` holds them to it. ARCHITECTURE.md tells the rest.

pub mod app;
pub mod call;
pub mod cli;
pub mod codec;
pub mod gui;
pub mod host;
pub mod i18n;
pub mod store;
pub mod token;
pub mod vendor;
