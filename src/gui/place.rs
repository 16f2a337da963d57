//! Where the window stands: read from the desktop to be remembered, and put back where that place still is.

use eframe::egui::{Context, Pos2, Rect, Vec2, pos2, vec2};

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
    let size = (ctx.content_rect().size() * ctx.zoom_factor()).round();
    let at = viewport.outer_rect.map(|outer| (outer.min * ctx.zoom_factor()).round());
    Place { size: Some([size.x, size.y]), at: at.map(|at| [at.x, at.y]).or(before.at), maximised: false }
}

/// What is to be changed about a window that has just been made, in pixels of the screens.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Change {
    /// Its outer corner goes there.
    pub(super) at: Option<Pos2>,
    /// It gets this inner size.
    pub(super) size: Option<Vec2>,
}

/// The window is made where it stood and as large as it was. What of that does no more is put right: a size that no
/// screen holds, and a place on none. `scale` is that of a point in pixels.
pub(super) fn put_right(settings: &Settings, screens: &[Rect], scale: f32) -> Change {
    let Some(first) = screens.first() else { return Change::default() };
    let [width, height] = settings.window.unwrap_or(SIZE);
    let saved = vec2(width, height) * scale;
    let fits = screens.iter().any(|screen| screen.width() >= saved.x && screen.height() >= saved.y);
    let size = if fits { saved } else { (vec2(SIZE[0], SIZE[1]) * scale).min(first.size()) };
    let at = settings.window_at.map(|[x, y]| pos2(x, y) * scale);
    let lost = at.is_some_and(|at| !fits || !is_on_a_screen(at, size.x, screens));
    Change {
        at: lost.then(|| (first.center() - size / 2.0).max(first.min).round()),
        size: (!fits).then_some(size),
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

    #[test]
    fn what_no_screen_holds_or_shows_is_put_right() {
        let screens = [Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))];
        let saved = |window, at| {
            let mut settings = Settings::default();
            (settings.window, settings.window_at) = (Some(window), Some(at));
            settings
        };
        let fits = saved([1000.0, 700.0], [50.0, 60.0]);
        assert_eq!(put_right(&fits, &screens, 1.0), Change::default());
        let gone = saved([1000.0, 700.0], [5000.0, 60.0]);
        assert_eq!(put_right(&gone, &screens, 1.0), Change { at: Some(pos2(300.0, 150.0)), size: None });
        let size = Some(vec2(1200.0, 760.0));
        let large = saved([4000.0, 3000.0], [50.0, 60.0]);
        assert_eq!(put_right(&large, &screens, 1.0), Change { at: Some(pos2(200.0, 120.0)), size });
        // A point may be two pixels.
        let size = Some(vec2(1600.0, 1000.0));
        assert_eq!(put_right(&fits, &screens, 2.0), Change { at: Some(Pos2::ZERO), size });
        assert_eq!(put_right(&Settings::default(), &screens, 1.0), Change::default());
        assert_eq!(put_right(&large, &[], 1.0), Change::default(), "a desktop that tells no screens");
    }
}
