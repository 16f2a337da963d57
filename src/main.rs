//! No verb: the window. A verb: the command line.

fn main() {}
