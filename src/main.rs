//! No verb: the window. A verb: the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    tokendesk::gui::run()
}
