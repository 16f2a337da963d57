//! No verb: the window. A verb: the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    tokendesk::host::private_memory();
    std::panic::set_hook(Box::new(tell_fault));
    let mut arguments = std::env::args_os();
    // The program's own name, which help and errors do not need.
    arguments.next();
    let arguments: Vec<_> = arguments.collect();
    if arguments.is_empty() { tokendesk::gui::run() } else { tokendesk::cli::run(arguments) }
}

/// Says where a fault of the program is, and not its text, which may quote what was worked on.
#[expect(clippy::print_stderr, reason = "a fault has no other place to be told")]
fn tell_fault(panic: &std::panic::PanicHookInfo<'_>) {
    match panic.location() {
        Some(place) => eprintln!("tokendesk: a fault of the program at {}:{}", place.file(), place.line()),
        None => eprintln!("tokendesk: a fault of the program"),
    }
}
