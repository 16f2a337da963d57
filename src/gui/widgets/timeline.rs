//! A picture of time: the life of a token, now, and the vendor's limits on one line.

use eframe::egui::{
    Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::gui::fonts;
use crate::gui::theme::{Theme, Tone, size};

/// How an instant is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkShape {
    /// A dot: the token was made, or ends.
    Dot,
    /// A ring: it is good only from here on.
    Ring,
    /// A short line: no token may live longer.
    Limit,
}

/// One instant on the line, with the words below it.
#[derive(Debug, Clone, Copy)]
pub struct TimeMark<'a> {
    /// When, in milliseconds.
    pub at: i64,
    /// How it is drawn.
    pub shape: MarkShape,
    /// What it is.
    pub words: &'a str,
}

/// A line with the life of a token on it, and where now is. Times are milliseconds. What lies far from the life moves
/// nearer, and the line is broken there.
#[derive(Debug, Clone, Copy)]
pub struct TimeLine<'a> {
    /// The accessible name; it should say in words what is seen.
    pub name: &'a str,
    /// When it was made; none where it does not say.
    pub start: Option<i64>,
    /// When it ends; none for an endless one.
    pub end: Option<i64>,
    /// From when on the vendor's client warns.
    pub warn_from: Option<i64>,
    /// Until when some still accept it.
    pub leeway_to: Option<i64>,
    /// The instants with words.
    pub marks: &'a [TimeMark<'a>],
    /// Now, and the word above it.
    pub now: (i64, &'a str),
    /// What is written above the life: how long it is.
    pub span: &'a str,
    /// Whether now is good or bad.
    pub tone: Tone,
}

/// Room at each end, as a part of the life.
const MARGIN: f64 = 0.07;
/// The longest stretch outside of the life, as a part of it.
const FAR: f64 = 0.4;
/// From the top to the line.
const MIDDLE: f32 = 27.0;
/// A band of seconds in a life of days is drawn, though wider than it is: beyond the dot at the end.
const LEAST: f32 = 12.0;
/// Distance of two rows of words.
const ROW: f32 = 16.0;

/// Where instants stand between two edges.
struct Scale {
    stops: Vec<(i64, f32)>,
    /// Where the line is broken.
    breaks: Vec<f32>,
}

impl Scale {
    fn new(mut points: Vec<i64>, life: (i64, i64), left: f32, right: f32) -> Self {
        points.sort_unstable();
        points.dedup();
        let unit = (life.1.saturating_sub(life.0)).max(1) as f64;
        let lengths: Vec<(f64, bool)> = points
            .iter()
            .zip(points.iter().skip(1))
            .map(|(from, to)| {
                let length = to.saturating_sub(*from) as f64 / unit;
                let inside = *from >= life.0 && *to <= life.1;
                if inside || length <= FAR { (length, false) } else { (FAR, true) }
            })
            .collect();
        let whole = lengths.iter().map(|(length, _)| length).sum::<f64>() + 2.0 * MARGIN;
        let x = |at: f64| left + (right - left) * (at / whole) as f32;
        let mut at = MARGIN;
        let mut scale = Self { stops: Vec::with_capacity(points.len()), breaks: Vec::new() };
        for (index, point) in points.iter().enumerate() {
            scale.stops.push((*point, x(at)));
            if let Some((length, broken)) = lengths.get(index) {
                if *broken {
                    scale.breaks.push(x(at + length / 2.0));
                }
                at += length;
            }
        }
        scale
    }

    /// Where an instant stands; beyond the outermost ones at their place.
    fn x(&self, time: i64) -> f32 {
        let after = self.stops.iter().find(|(at, _)| *at >= time).or(self.stops.last());
        let before = self.stops.iter().rev().find(|(at, _)| *at <= time).or(self.stops.first());
        match (before, after) {
            (Some((from, left)), Some((to, right))) if to > from => {
                let part = time.saturating_sub(*from) as f64 / to.saturating_sub(*from) as f64;
                left + (right - left) * part.clamp(0.0, 1.0) as f32
            }
            (Some((_, x)), _) | (None, Some((_, x))) => *x,
            (None, None) => 0.0,
        }
    }
}

/// Left edges for words of these middles and widths, so that none overlaps another or leaves the edges; `None` where
/// they do not fit side by side. Middles are in ascending order.
fn spread(words: &[(f32, f32)], left: f32, right: f32) -> Option<Vec<f32>> {
    const GAP: f32 = 14.0;
    let wide = words.iter().map(|(_, width)| width + GAP).sum::<f32>() - GAP;
    if wide > right - left {
        return None;
    }
    let mut places: Vec<f32> = Vec::with_capacity(words.len());
    let mut from = left;
    for (middle, width) in words {
        let at = (middle - width / 2.0).max(from);
        places.push(at);
        from = at + width + GAP;
    }
    let mut to = right;
    for (at, (_, width)) in places.iter_mut().zip(words).rev() {
        *at = at.min(to - width);
        to = *at - GAP;
    }
    Some(places)
}

/// The row and left edge of each of the words: as few rows as hold them all.
fn rows(words: &[(f32, f32)], left: f32, right: f32) -> (Vec<(usize, f32)>, usize) {
    for count in 1..=words.len() {
        let of_row = |row: usize| words.iter().copied().skip(row).step_by(count).collect::<Vec<_>>();
        let placed: Option<Vec<Vec<f32>>> = (0..count).map(|row| spread(&of_row(row), left, right)).collect();
        // Words that are far from their mark are not understood: rather one more row.
        let near = |placed: &Vec<Vec<f32>>| {
            count > 1
                || placed
                    .iter()
                    .flatten()
                    .zip(words)
                    .all(|(at, (middle, width))| (at + width / 2.0 - middle).abs() <= width / 2.0 + 12.0)
        };
        if let Some(placed) = placed.filter(near) {
            let place = |index: usize| placed.get(index % count).and_then(|row| row.get(index / count));
            let all = (0..words.len()).map(|i| (i % count, place(i).copied().unwrap_or(left)));
            return (all.collect(), count);
        }
    }
    (words.iter().enumerate().map(|(row, _)| (row, left)).collect(), words.len())
}

impl TimeLine<'_> {
    /// Draws it over the full width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let width = ui.available_width();
        let left = ui.cursor().left();
        let (edge_left, edge_right) = (left + 4.0, left + width - 4.0);
        let now = self.now.0;
        let (first, last) = (self.start.or(self.end).unwrap_or(now), self.end.or(self.start).unwrap_or(now));
        let life = if first < last { (first, last) } else { (first.min(now), last.max(now)) };
        let mut points: Vec<i64> = self.marks.iter().map(|mark| mark.at).collect();
        points.extend([self.start, self.end, self.leeway_to, Some(now)].into_iter().flatten());
        let scale = Scale::new(points, life, edge_left, edge_right);

        let mut marks: Vec<_> = self
            .marks
            .iter()
            .map(|mark| {
                let label = paint::fit(ui, mark.words, fonts::regular(size::NOTE), theme.text_dim, width);
                (scale.x(mark.at).round(), mark.shape, label)
            })
            .collect();
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        let words: Vec<(f32, f32)> = marks.iter().map(|(x, _, label)| (*x, label.size().x)).collect();
        let (places, count) = rows(&words, left, left + width);

        let height = MIDDLE + 16.0 + ROW * count as f32;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height.ceil()), Sense::hover());
        let painter = ui.painter();
        let middle = (rect.top() + MIDDLE).round();
        self.bars(painter, theme, &scale, middle, (edge_left, edge_right));
        let above = |row: usize, x: f32| {
            let others = places.iter().zip(&words).filter(|((other, _), _)| *other < row);
            others.map(|((_, at), (_, wide))| *at - 3.0..*at + wide + 3.0).any(|words| words.contains(&x))
        };
        for ((x, shape, label), (row, at)) in marks.into_iter().zip(places.iter().copied()) {
            let y = middle + 24.0 + ROW * row as f32;
            let to = at + label.size().x / 2.0;
            let foot = if (x - to).abs() <= label.size().x / 2.0 { x } else { to };
            if row > 0 && !above(row, x) && !above(row, foot) {
                // Which mark words of a lower row belong to.
                let line = Stroke::new(1.0, theme.line_control);
                painter.line_segment([pos2(x, middle + 8.0), pos2(foot, y - 7.0)], line);
            }
            dot(painter, theme, pos2(x, middle), shape);
            paint::put_left(painter, at, y, label);
        }
        self.above(ui, theme, &scale, rect, middle);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.name));
        response
    }

    /// The line, the life on it, the band of the warning and that of the leeway, the breaks.
    fn bars(&self, painter: &Painter, theme: &Theme, scale: &Scale, middle: f32, (left, right): (f32, f32)) {
        painter.hline(left..=right, middle, Stroke::new(2.0, theme.line_control));
        let bar = |from: f32, to: f32, color: Color32| {
            let rect = Rect::from_min_max(pos2(from.round(), middle - 5.0), pos2(to.round(), middle + 5.0));
            painter.rect_filled(rect, CornerRadius::ZERO, color);
        };
        let start = self.start.map_or(left, |at| scale.x(at));
        let end = self.end.map_or(right, |at| scale.x(at));
        let unknown = self.start.is_none() || self.end.is_none();
        let life = theme.ok.gamma_multiply(if unknown { 0.35 } else { 0.62 });
        if start < end {
            bar(start, end, life);
        }
        if let Some(warn) = self.warn_from {
            bar(scale.x(warn).min(end - LEAST).max(start), end, theme.warn.gamma_multiply(0.8));
        }
        if let Some(leeway) = self.leeway_to {
            let to = scale.x(leeway).max(end + LEAST);
            let band = Rect::from_min_max(pos2(end, middle - 5.0), pos2(to, middle + 5.0));
            painter.rect_filled(band, CornerRadius::ZERO, theme.warn.gamma_multiply(0.25));
            painter.rect_stroke(
                band,
                CornerRadius::ZERO,
                Stroke::new(1.0, theme.warn.gamma_multiply(0.7)),
                eframe::egui::StrokeKind::Inside,
            );
        }
        for x in &scale.breaks {
            let gap = Rect::from_center_size(pos2(x.round(), middle), vec2(8.0, 14.0));
            painter.rect_filled(gap, CornerRadius::ZERO, theme.background);
            for side in [-4.0, 4.0] {
                let (top, bottom) = (pos2(x + side + 2.0, middle - 5.0), pos2(x + side - 2.0, middle + 5.0));
                painter.line_segment([top, bottom], Stroke::new(1.5, theme.text_faint));
            }
        }
    }

    /// Now has its place; the length of the life gives way.
    fn above(&self, ui: &Ui, theme: &Theme, scale: &Scale, rect: Rect, middle: f32) {
        let painter = ui.painter();
        let color = theme.tone(self.tone);
        let now = scale.x(self.now.0).round();
        painter.vline(now, (middle - 13.0)..=(middle + 13.0), Stroke::new(2.0, color));
        let note = |text: &str, color| paint::line(ui, text, fonts::regular(size::NOTE), color);
        let clamped = |x: f32, width: f32| x.clamp(rect.left(), (rect.right() - width).max(rect.left()));
        let label = note(self.now.1, color);
        let wide = label.size().x;
        let now_left = clamped(now - wide / 2.0, wide);
        paint::put_left(painter, now_left, rect.top() + 6.0, label);
        if let (Some(start), Some(end)) = (self.start, self.end) {
            let span = note(self.span, theme.text_dim);
            let length = span.size().x;
            let (from, to) = (scale.x(start), scale.x(end));
            // In the larger half that now leaves of the life, else wherever there is room.
            let fits = |middle: f32| {
                let at = clamped(middle - length / 2.0, length);
                (at > now_left + wide + 8.0 || at + length < now_left - 8.0).then_some(at)
            };
            let halves = [f32::midpoint(from, to), f32::midpoint(from, now), f32::midpoint(now, to)];
            if let Some(at) = halves.into_iter().find_map(fits) {
                paint::put_left(painter, at, rect.top() + 11.0, span);
            }
        }
    }
}

/// What bands mean, each with its colour at its strength; then a remark. Both give way to the next line.
pub fn swatches(ui: &mut Ui, bands: &[(&str, f32)], remark: &str) {
    let theme = Theme::of(ui);
    let control_height = std::mem::replace(&mut ui.spacing_mut().interact_size.y, ROW);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 2.0);
        for (words, strength) in bands {
            let label = paint::line(ui, words, fonts::regular(size::NOTE), theme.text_dim);
            let (rect, response) = ui.allocate_exact_size(vec2(label.size().x + 16.0, ROW), Sense::hover());
            let square = Rect::from_center_size(pos2(rect.left() + 5.0, rect.center().y), Vec2::splat(9.0));
            let color = theme.warn;
            ui.painter().rect_filled(square, CornerRadius::same(1), color.gamma_multiply(0.8 * strength));
            let line = Stroke::new(1.0, color.gamma_multiply(0.7));
            ui.painter().rect_stroke(square, CornerRadius::same(1), line, eframe::egui::StrokeKind::Inside);
            paint::put_left(ui.painter(), rect.left() + 16.0, rect.center().y, label);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, *words));
        }
        if !remark.is_empty() {
            super::text::note(ui, remark);
        }
    });
    ui.spacing_mut().interact_size.y = control_height;
}

fn dot(painter: &Painter, theme: &Theme, center: eframe::egui::Pos2, shape: MarkShape) {
    match shape {
        MarkShape::Dot => {
            painter.circle_filled(center, 5.0, theme.text);
        }
        MarkShape::Ring => {
            painter.circle(center, 5.0, theme.background, Stroke::new(2.0, theme.text));
        }
        MarkShape::Limit => {
            let half = Vec2::new(0.0, 9.0);
            painter.line_segment([center - half, center + half], Stroke::new(2.0, theme.text_dim));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_overlap_nor_leave_the_edges() {
        for words in [
            vec![(0.0, 80.0), (5.0, 80.0), (10.0, 80.0)],
            vec![(290.0, 90.0), (300.0, 90.0)],
            vec![(10.0, 140.0), (150.0, 140.0), (290.0, 140.0)],
            vec![(150.0, 290.0), (150.0, 290.0), (150.0, 290.0), (150.0, 290.0)],
        ] {
            let (places, count) = rows(&words, 0.0, 300.0);
            for (index, (row, at)) in places.iter().enumerate() {
                let right = at + words[index].1;
                assert!(*at >= 0.0 && right <= 300.0 && *row < count, "{words:?}: {places:?}");
                for (other, (other_row, other_at)) in places.iter().enumerate().skip(index + 1) {
                    let apart = right + 8.0 <= *other_at || other_at + words[other].1 + 8.0 <= *at;
                    assert!(row != other_row || apart, "{words:?}: {places:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_far_moves_nearer_and_breaks_the_line() {
        let scale = Scale::new(vec![0, 100, 100_000, -7], (0, 100), 0.0, 1000.0);
        assert_eq!(scale.breaks.len(), 1);
        let xs: Vec<f32> = [-7, 0, 50, 100, 100_000].into_iter().map(|time| scale.x(time)).collect();
        assert!(xs.is_sorted() && xs[0] > 0.0 && xs[4] < 1000.0, "{xs:?}");
        // Inside the life the scale is even.
        assert!((xs[2] - f32::midpoint(xs[1], xs[3])).abs() < 0.01);
        for extreme in [i64::MIN, i64::MAX] {
            let scale = Scale::new(vec![0, extreme], (0, 0), 0.0, 1000.0);
            assert!((0.0..=1000.0).contains(&scale.x(extreme)));
        }
    }
}
