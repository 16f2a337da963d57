//! A QR code, as a reader wants it.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{Color32, Mesh, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::codec::qr::{QUIET, Qr};

/// Draws it in a square no longer than `room`, with its quiet zone: black on white in every theme, each module a whole
/// number of the screen's pixels, so that no edge is blurred. Its name never says what it holds.
pub fn qr_code(ui: &mut Ui, name: &str, qr: &Qr, room: f32) -> Response {
    let scale = ui.pixels_per_point();
    let modules = (qr.side() + 2 * QUIET) as f32;
    let module = (room * scale / modules).floor().max(1.0) / scale;
    let (_, rect) = ui.allocate_space(Vec2::splat(modules * module));
    let rect = Rect::from_min_size(rect.min.round_to_pixels(scale), rect.size());
    let response = ui.interact(rect, ui.make_persistent_id("qr code"), Sense::hover());
    // One mesh instead of a shape for each run: shapes get soft edges.
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, Color32::WHITE);
    let origin = rect.min + Vec2::splat(QUIET as f32 * module);
    for (row, columns) in qr.runs() {
        let min = origin + vec2(columns.start as f32, row as f32) * module;
        let size = vec2(columns.len() as f32, 1.0) * module;
        mesh.add_colored_rect(Rect::from_min_size(min, size), Color32::BLACK);
    }
    ui.painter().add(mesh);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    response
}
