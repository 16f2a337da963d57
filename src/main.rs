//! No verb: the window. A verb: the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    // The program's own name, which help and errors do not need.
    arguments.next();
    let arguments: Vec<_> = arguments.collect();
    if arguments.is_empty() { tokendesk::gui::run() } else { tokendesk::cli::run(arguments) }
}
