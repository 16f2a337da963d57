//! The icons, drawn with lines of 1.5 points on a grid of 20 by 20; no icon font.

use std::f32::consts::TAU;

use eframe::egui::epaint::{CircleShape, PathShape, PathStroke};
use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2};

/// A picture that stands for an action or a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named for what it shows")]
pub enum Icon {
    Alert,
    Calls,
    CaretDown,
    CaretRight,
    Check,
    ChevronDown,
    ChevronRight,
    Copy,
    Cross,
    Dots,
    Duplicate,
    Export,
    Eye,
    Import,
    Info,
    Lock,
    Pencil,
    Plus,
    Search,
    Settings,
    Trash,
    Warning,
    Watch,
}

/// Draws on the grid of an icon.
struct Pen<'a> {
    painter: &'a Painter,
    origin: Pos2,
    scale: f32,
    stroke: Stroke,
}

impl Pen<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.origin + Vec2::new(x, y) * self.scale
    }

    fn line(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(PathShape::line(points, self.stroke));
    }

    fn closed(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(PathShape::closed_line(points, self.stroke));
    }

    fn filled(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(PathShape::convex_polygon(points, self.stroke.color, PathStroke::NONE));
    }

    fn circle(&self, center: (f32, f32), radius: f32) {
        self.painter.add(CircleShape::stroke(self.at(center), radius * self.scale, self.stroke));
    }

    fn dot(&self, center: (f32, f32), radius: f32) {
        self.painter.circle_filled(self.at(center), radius * self.scale, self.stroke.color);
    }

    fn round_rect(&self, min: (f32, f32), max: (f32, f32), radius: f32) {
        let rect = Rect::from_min_max(self.at(min), self.at(max));
        let radius = CornerRadius::from(radius * self.scale);
        self.painter.rect_stroke(rect, radius, self.stroke, StrokeKind::Middle);
    }

    /// Part of a circle, angles in turns, clockwise from the right.
    fn arc(&self, center: (f32, f32), radius: (f32, f32), from: f32, to: f32) {
        let points: Vec<_> = (0..=24_u8)
            .map(|step| {
                let angle = (from + (to - from) * f32::from(step) / 24.0) * TAU;
                (center.0 + radius.0 * angle.cos(), center.1 + radius.1 * angle.sin())
            })
            .collect();
        self.line(&points);
    }
}

impl Icon {
    /// Draws the icon in a square around `center`, or rather around the middle of the pixel there, so that its straight
    /// lines are crisp.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let center = center.floor() + Vec2::splat(0.5);
        let scale = size / 20.0;
        // Small icons keep a line that is still seen.
        let stroke = Stroke::new((1.5 * scale).max(1.2), color);
        let pen = Pen { painter, origin: center - Vec2::splat(size / 2.0), scale, stroke };
        match self {
            Self::Alert => {
                pen.circle((10.0, 10.0), 8.0);
                pen.line(&[(10.0, 6.0), (10.0, 10.8)]);
                pen.dot((10.0, 13.8), 1.0);
            }
            Self::Calls => {
                pen.line(&[(3.0, 8.0), (17.0, 8.0), (13.2, 4.2)]);
                pen.line(&[(17.0, 12.5), (3.0, 12.5), (6.8, 16.3)]);
            }
            Self::CaretDown => pen.filled(&[(5.0, 7.0), (15.0, 7.0), (10.0, 14.0)]),
            Self::CaretRight => pen.filled(&[(7.0, 5.0), (14.0, 10.0), (7.0, 15.0)]),
            Self::Check => pen.line(&[(4.0, 10.5), (8.2, 14.8), (16.0, 5.6)]),
            Self::ChevronDown => pen.line(&[(5.5, 8.0), (10.0, 12.5), (14.5, 8.0)]),
            Self::ChevronRight => pen.line(&[(8.0, 5.5), (12.5, 10.0), (8.0, 14.5)]),
            Self::Copy => {
                pen.round_rect((7.0, 7.0), (16.5, 16.5), 2.0);
                pen.line(&[
                    (4.6, 13.0),
                    (3.7, 12.6),
                    (3.5, 11.8),
                    (3.5, 5.3),
                    (4.0, 4.0),
                    (5.3, 3.5),
                    (11.8, 3.5),
                    (12.6, 3.7),
                    (13.0, 4.6),
                ]);
            }
            Self::Cross => {
                pen.line(&[(5.0, 5.0), (15.0, 15.0)]);
                pen.line(&[(15.0, 5.0), (5.0, 15.0)]);
            }
            Self::Dots => [4.5, 10.0, 15.5].into_iter().for_each(|x| pen.dot((x, 10.0), 1.4)),
            Self::Duplicate => {
                pen.round_rect((3.5, 3.5), (12.5, 12.5), 2.0);
                pen.line(&[(16.5, 8.0), (16.5, 15.2), (15.2, 16.5), (8.0, 16.5)]);
                pen.line(&[(8.0, 5.5), (8.0, 10.5)]);
                pen.line(&[(5.5, 8.0), (10.5, 8.0)]);
            }
            Self::Eye => {
                pen.arc((10.0, 13.5), (8.0, 8.5), 0.5 + 0.06, 1.0 - 0.06);
                pen.arc((10.0, 6.5), (8.0, 8.5), 0.06, 0.5 - 0.06);
                pen.circle((10.0, 10.0), 2.4);
            }
            Self::Export => {
                pen.line(&[(10.0, 12.5), (10.0, 3.5)]);
                pen.line(&[(6.0, 7.0), (10.0, 3.0), (14.0, 7.0)]);
                pen.line(&[(3.5, 12.5), (3.5, 16.5), (16.5, 16.5), (16.5, 12.5)]);
            }
            Self::Import => {
                pen.line(&[(10.0, 3.0), (10.0, 12.0)]);
                pen.line(&[(6.0, 8.5), (10.0, 12.5), (14.0, 8.5)]);
                pen.line(&[(3.5, 12.5), (3.5, 16.5), (16.5, 16.5), (16.5, 12.5)]);
            }
            Self::Info => {
                pen.circle((10.0, 10.0), 8.0);
                pen.line(&[(10.0, 9.2), (10.0, 14.0)]);
                pen.dot((10.0, 6.3), 1.0);
            }
            Self::Lock => {
                pen.round_rect((4.5, 9.0), (15.5, 16.5), 1.8);
                pen.line(&[(6.8, 9.0), (6.8, 6.7)]);
                pen.arc((10.0, 6.7), (3.2, 3.2), 0.5, 1.0);
                pen.line(&[(13.2, 6.7), (13.2, 9.0)]);
            }
            Self::Pencil => {
                pen.closed(&[(3.5, 16.5), (4.3, 12.6), (13.2, 3.7), (16.3, 6.8), (7.4, 15.7)]);
                pen.line(&[(11.2, 5.7), (14.3, 8.8)]);
            }
            Self::Plus => {
                pen.line(&[(10.0, 2.5), (10.0, 17.5)]);
                pen.line(&[(2.5, 10.0), (17.5, 10.0)]);
            }
            Self::Search => {
                pen.circle((8.6, 8.6), 5.1);
                pen.line(&[(12.4, 12.4), (17.0, 17.0)]);
            }
            Self::Settings => {
                pen.line(&[(3.0, 6.5), (9.6, 6.5)]);
                pen.line(&[(13.9, 6.5), (17.0, 6.5)]);
                pen.circle((11.75, 6.5), 2.1);
                pen.line(&[(3.0, 13.5), (6.1, 13.5)]);
                pen.circle((8.25, 13.5), 2.1);
                pen.line(&[(10.4, 13.5), (17.0, 13.5)]);
            }
            Self::Trash => {
                pen.line(&[(3.5, 5.5), (16.5, 5.5)]);
                pen.line(&[(7.5, 5.5), (7.5, 3.2), (12.5, 3.2), (12.5, 5.5)]);
                pen.line(&[(5.2, 5.5), (5.9, 16.8), (14.1, 16.8), (14.8, 5.5)]);
                pen.line(&[(8.5, 8.8), (8.5, 13.5)]);
                pen.line(&[(11.5, 8.8), (11.5, 13.5)]);
            }
            Self::Warning => {
                pen.closed(&[(10.0, 3.0), (18.0, 16.8), (2.0, 16.8)]);
                pen.line(&[(10.0, 8.0), (10.0, 12.0)]);
                pen.dot((10.0, 14.3), 0.9);
            }
            Self::Watch => {
                pen.circle((10.0, 11.2), 6.3);
                pen.line(&[(10.0, 7.8), (10.0, 11.2), (12.2, 12.6)]);
                pen.line(&[(7.8, 2.6), (12.2, 2.6)]);
            }
        }
    }
}
