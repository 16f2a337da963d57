//! Where the window stands: read from the desktop to be remembered, and put back where that place still is.

use eframe::egui::{Context, Pos2, Rect, Vec2, ViewportCommand, pos2, vec2};

use crate::app::effect::Place;
use crate::store::Settings;

/// The size at the first start.
pub(super) const SIZE: [f32; 2] = [1200.0, 760.0];

/// How much of a window's upper edge must be on a screen, in pixels, so that it can be taken hold of.
const GRIP: Vec2 = vec2(120.0, 24.0);

/// How the window stands now; what it was before it filled the screen stays.
pub(super) fn read(ctx: &Context, before: Place) -> Place {
    let viewport = ctx.input(|input| input.viewport().clone());
    let fills = |state: Option<bool>| state.unwrap_or(false);
    let maximised = fills(viewport.maximized);
    if maximised || fills(viewport.fullscreen) || fills(viewport.minimized) {
        return Place { maximised, ..before };
    }
    // What is zoomed has fewer points.
    let size = ctx.content_rect().size() * ctx.zoom_factor();
    let at = viewport.outer_rect.map(|outer| outer.min * ctx.pixels_per_point());
    Place { size: Some([size.x, size.y]), at: at.map(|at| [at.x, at.y]).or(before.at), maximised: false }
}

/// Puts the window back where it stood, if that is on a screen. Before it is seen.
pub(super) fn put_back(ctx: &Context, settings: &Settings, screens: &[Rect], scale: f32) {
    let Some([x, y]) = settings.window_at.filter(|_| !settings.window_maximised) else { return };
    let [width, _] = settings.window.unwrap_or(SIZE);
    let at = pos2(x, y);
    if is_on_a_screen(at, width * scale, screens) {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at / scale));
    }
}

/// Whether a window whose outer corner is here, and which is so wide, could be taken hold of.
fn is_on_a_screen(at: Pos2, width: f32, screens: &[Rect]) -> bool {
    let edge = Rect::from_min_size(at, vec2(width, GRIP.y));
    screens.iter().any(|screen| {
        let seen = edge.intersect(*screen);
        seen.width() >= GRIP.x.min(width) && seen.height() >= GRIP.y
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_on_no_screen_any_more_is_not_used() {
        let one = Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0));
        let left = Rect::from_min_size(pos2(-2560.0, 0.0), vec2(2560.0, 1440.0));
        let both = [one, left];
        for (at, with_one, with_both) in [
            (pos2(0.0, 0.0), true, true),
            (pos2(-2000.0, 100.0), false, true),
            (pos2(-300.0, 40.0), true, true),
            (pos2(1850.0, 40.0), false, false),
            (pos2(100.0, 1070.0), false, false),
            (pos2(100.0, -10.0), false, false),
            (pos2(5000.0, 5000.0), false, false),
        ] {
            assert_eq!(is_on_a_screen(at, 1200.0, &[one]), with_one, "{at}");
            assert_eq!(is_on_a_screen(at, 1200.0, &both), with_both, "{at}");
        }
        assert!(!is_on_a_screen(Pos2::ZERO, 1200.0, &[]));
    }
}
