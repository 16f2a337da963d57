//! gui

use std::process::ExitCode;

/// Opens the window. A placeholder: an empty one.
pub fn run() -> ExitCode {
    struct Empty;
    impl eframe::App for Empty {
        fn ui(&mut self, _ui: &mut eframe::egui::Ui, _frame: &mut eframe::Frame) {}
    }
    match eframe::run_native("Tokendesk", eframe::NativeOptions::default(), Box::new(|_| Ok(Box::new(Empty))))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(3),
    }
}
