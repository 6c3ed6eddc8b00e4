//! The strokes of a pattern, cut to the rectangle that they fill.
//!
//! The strokes hang on the sheet and not on the shape, so that they run on unbroken from one shape into the
//! next.

use super::{Pattern, Point, Rect};

/// The distance between two strokes or dots, in logical pixels.
pub const SPACING: f32 = 6.0;
/// How thick a stroke is, in logical pixels.
pub const STROKE: f32 = 1.0;
/// How wide a dot is, in logical pixels.
pub const DOT: f32 = 1.5;

/// The lines of [`Pattern::Hatch`] and [`Pattern::Cross`] in a rectangle; none for dots.
pub fn strokes(pattern: Pattern, rect: Rect) -> Vec<(Point, Point)> {
    match pattern {
        Pattern::Hatch => rising(rect),
        Pattern::Cross => {
            let mut all = rising(rect);
            all.extend(falling(rect));
            all
        }
        Pattern::Dots => Vec::new(),
    }
}

/// The dots of [`Pattern::Dots`] in a rectangle, by their top left corners: none is cut at an edge.
pub fn dots(rect: Rect) -> Vec<Point> {
    let mut dots = Vec::new();
    let mut row = (rect.y / SPACING).ceil() as i32;
    while row as f32 * SPACING + DOT <= rect.bottom() {
        let shift = if row.rem_euclid(2) == 1 { SPACING / 2.0 } else { 0.0 };
        let mut column = ((rect.x - shift) / SPACING).ceil() as i32;
        while column as f32 * SPACING + shift + DOT <= rect.right() {
            dots.push(Point { x: column as f32 * SPACING + shift, y: row as f32 * SPACING });
            column += 1;
        }
        row += 1;
    }
    dots
}

/// The strokes of a pattern on a part of a ring, as [`super::Form::Ring`] has it: spokes for a hatch, spokes
/// and circles for a cross, short dashes for dots.
pub fn ring_strokes(
    pattern: Pattern,
    center: Point,
    (inner, outer): (f32, f32),
    (start, end): (f32, f32),
) -> Vec<(Point, Point)> {
    let middle = f32::midpoint(inner, outer).max(1.0);
    let step = SPACING / (middle * std::f32::consts::TAU);
    let at = |radius: f32, turn: f32| along(center, radius, turn);
    let mut lines = Vec::new();
    let mut number = (start / step).ceil() as i32;
    while (number as f32) * step < end {
        let turn = number as f32 * step;
        match pattern {
            Pattern::Hatch => lines.push((at(inner, turn), at(outer, turn))),
            Pattern::Cross => {
                lines.push((at(inner, turn), at(outer, turn)));
                let next = (turn + step).min(end);
                lines.push((at(middle, turn), at(middle, next)));
            }
            Pattern::Dots => {
                let third = (outer - inner) / 3.0;
                let radius = inner + third * if number % 2 == 0 { 1.0 } else { 2.0 };
                lines.push((at(radius - DOT / 2.0, turn), at(radius + DOT / 2.0, turn)));
            }
        }
        number += 1;
    }
    lines
}

/// The point on a circle at `turn` turns from the top, clockwise.
pub fn along(center: Point, radius: f32, turn: f32) -> Point {
    let (sin, cos) = (turn * std::f32::consts::TAU).sin_cos();
    Point { x: center.x + radius * sin, y: center.y - radius * cos }
}

/// The strokes on which `x + y` is a multiple of the spacing.
fn rising(rect: Rect) -> Vec<(Point, Point)> {
    let mut sum = ((rect.x + rect.y) / SPACING).ceil() * SPACING;
    let mut lines = Vec::new();
    while sum < rect.right() + rect.bottom() {
        let left = rect.x.max(sum - rect.bottom());
        let right = rect.right().min(sum - rect.y);
        if right - left > 0.25 {
            lines.push((Point { x: left, y: sum - left }, Point { x: right, y: sum - right }));
        }
        sum += SPACING;
    }
    lines
}

/// The strokes on which `x - y` is a multiple of the spacing.
fn falling(rect: Rect) -> Vec<(Point, Point)> {
    let mut difference = ((rect.x - rect.bottom()) / SPACING).ceil() * SPACING;
    let mut lines = Vec::new();
    while difference < rect.right() - rect.y {
        let left = rect.x.max(difference + rect.y);
        let right = rect.right().min(difference + rect.bottom());
        if right - left > 0.25 {
            lines.push((Point { x: left, y: left - difference }, Point { x: right, y: right - difference }));
        }
        difference += SPACING;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOMS: [Rect; 3] = [
        Rect { x: 0.0, y: 0.0, width: 40.0, height: 24.0 },
        Rect { x: 13.5, y: 7.25, width: 3.0, height: 60.0 },
        Rect { x: -20.0, y: -5.0, width: 21.0, height: 10.0 },
    ];

    #[test]
    fn strokes_stay_in_their_rectangle() {
        for room in ROOMS {
            for pattern in [Pattern::Hatch, Pattern::Cross] {
                let lines = strokes(pattern, room);
                assert!(!lines.is_empty(), "{pattern:?} in {room:?}");
                for point in lines.iter().flat_map(|(from, to)| [from, to]) {
                    assert!(point.x >= room.x - 0.01 && point.x <= room.right() + 0.01);
                    assert!(point.y >= room.y - 0.01 && point.y <= room.bottom() + 0.01);
                }
            }
        }
    }

    #[test]
    fn strokes_run_on_into_the_neighbour() {
        let left = strokes(Pattern::Hatch, Rect::new(0.0, 0.0, 20.0, 20.0));
        let right = strokes(Pattern::Hatch, Rect::new(20.0, 0.0, 20.0, 20.0));
        let ends: Vec<f32> =
            left.iter().map(|(_, to)| to).filter(|p| (p.x - 20.0).abs() < 0.001).map(|p| p.y).collect();
        let starts: Vec<f32> =
            right.iter().map(|(from, _)| from).filter(|p| (p.x - 20.0).abs() < 0.001).map(|p| p.y).collect();
        assert_eq!(ends, starts);
        assert!(!ends.is_empty());
    }

    #[test]
    fn strokes_on_a_ring_lie_between_its_edges() {
        let center = Point { x: 100.0, y: 100.0 };
        for pattern in [Pattern::Hatch, Pattern::Cross, Pattern::Dots] {
            let lines = ring_strokes(pattern, center, (40.0, 60.0), (-0.1, 0.3));
            assert!(lines.len() > 10, "{pattern:?}");
            for point in lines.iter().flat_map(|(from, to)| [from, to]) {
                let far = (point.x - center.x).hypot(point.y - center.y);
                assert!((39.9..=60.1).contains(&far), "{pattern:?}: {far}");
            }
        }
        let right = along(center, 10.0, 0.25);
        assert!((right.x - 110.0).abs() < 0.01 && (right.y - 100.0).abs() < 0.01);
    }

    #[test]
    fn dots_stay_in_their_rectangle() {
        let room = ROOMS[0];
        let all = dots(room);
        assert!(all.len() > 20);
        assert!(all.iter().all(|dot| dot.x >= room.x && dot.x + DOT <= room.right()));
        assert!(all.iter().all(|dot| dot.y >= room.y && dot.y + DOT <= room.bottom()));
    }
}
