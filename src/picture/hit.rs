//! Whether a point lies on a shape, and how shapes move.

use super::{Align, Form, Point, Rect, Shape, measure};

/// How far from a line the pointer may be and still mean it, in logical pixels.
const REACH: f32 = 4.0;

impl Shape {
    /// Whether a point lies on the shape. Lines can be hit from a little beside them.
    pub fn covers(&self, at: Point) -> bool {
        match &self.form {
            Form::Rectangle { rect, .. } | Form::Frame { rect, .. } => rect.covers(at),
            Form::Line { points, width } => {
                points.windows(2).any(|ends| distance(at, ends[0], ends[1]) <= width / 2.0 + REACH)
            }
            Form::Polygon { rings } => rings.iter().filter(|ring| inside(at, ring)).count() % 2 == 1,
            Form::Ring { center, inner, outer, start, end } => {
                let (x, y) = (at.x - center.x, at.y - center.y);
                let far = x.hypot(y);
                let turn = x.atan2(-y) / std::f32::consts::TAU;
                let along = (turn - start).rem_euclid(1.0);
                far >= *inner && far < *outer && (along < end - start || end - start >= 1.0)
            }
            Form::Text { at: point, text } => {
                let width = measure::width(&text.content, text.size, text.weight);
                let height = text.size * 1.3;
                let back = |align, length: f32| match align {
                    Align::Start => 0.0,
                    Align::Center => length / 2.0,
                    Align::End => length,
                };
                Rect::new(point.x - back(text.align, width), point.y - back(text.align_y, height), width, height)
                    .covers(at)
            }
        }
    }

    /// The shape moved by `by`.
    pub fn moved(mut self, by: Point) -> Self {
        let shift = |point: &mut Point| {
            point.x += by.x;
            point.y += by.y;
        };
        match &mut self.form {
            Form::Rectangle { rect, .. } | Form::Frame { rect, .. } => {
                rect.x += by.x;
                rect.y += by.y;
            }
            Form::Line { points, .. } => points.iter_mut().for_each(shift),
            Form::Polygon { rings } => rings.iter_mut().flatten().for_each(shift),
            Form::Ring { center, .. } => shift(center),
            Form::Text { at, .. } => shift(at),
        }
        self
    }
}

/// How far a point is from the line between two others.
fn distance(at: Point, from: Point, to: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let along =
        if length == 0.0 { 0.0 } else { (((at.x - from.x) * dx + (at.y - from.y) * dy) / length).clamp(0.0, 1.0) };
    (at.x - from.x - along * dx).hypot(at.y - from.y - along * dy)
}

/// Whether a point lies in a closed ring, by the rule of crossings.
fn inside(at: Point, ring: &[Point]) -> bool {
    let Some(mut last) = ring.last().copied() else {
        return false;
    };
    let mut within = false;
    for &corner in ring {
        if (corner.y > at.y) != (last.y > at.y) {
            let x = corner.x + (at.y - corner.y) / (last.y - corner.y) * (last.x - corner.x);
            within ^= at.x < x;
        }
        last = corner;
    }
    within
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Meaning, Text};

    fn covers(shape: &Shape, x: f32, y: f32) -> bool {
        shape.covers(Point { x, y })
    }

    #[test]
    fn a_ring_is_hit_between_its_radii_and_its_angles() {
        let quarter = Shape::ring((50.0, 50.0), (20.0, 40.0), (0.0, 0.25), Meaning::Good);
        assert!(covers(&quarter, 70.0, 30.0), "up and to the right");
        assert!(!covers(&quarter, 30.0, 30.0), "up and to the left");
        assert!(!covers(&quarter, 55.0, 45.0), "in the hole");
        assert!(!covers(&quarter, 95.0, 5.0), "outside");
        let over_the_top = Shape::ring((50.0, 50.0), (20.0, 40.0), (0.9, 1.1), Meaning::Good);
        assert!(covers(&over_the_top, 50.0, 20.0));
        assert!(covers(&over_the_top, 60.0, 22.0));
        assert!(!covers(&over_the_top, 80.0, 50.0));
        let before_the_top = Shape::ring((50.0, 50.0), (20.0, 40.0), (-0.1, 0.1), Meaning::Good);
        assert!(covers(&before_the_top, 40.0, 22.0));
        assert!(covers(&Shape::disc((0.0, 0.0), 5.0, Meaning::Bad), -2.0, 1.0));
    }

    #[test]
    fn a_line_is_hit_from_beside_it_and_a_hole_is_not() {
        let line = Shape::line((0.0, 10.0), (100.0, 10.0), 1.0, Meaning::Grid);
        assert!(covers(&line, 50.0, 13.0));
        assert!(!covers(&line, 50.0, 17.0));
        let square = |from: f32, to: f32| {
            vec![Point { x: from, y: from }, Point { x: to, y: from }, Point { x: to, y: to }, Point { x: from, y: to }]
        };
        let rings = vec![square(0.0, 30.0), square(10.0, 20.0)];
        let lake = Shape::new(Form::Polygon { rings }, Meaning::Land);
        assert!(covers(&lake, 5.0, 15.0));
        assert!(!covers(&lake, 15.0, 15.0));
        assert!(!covers(&lake, 35.0, 15.0));
    }

    #[test]
    fn writing_is_hit_where_it_stands() {
        let text = |align| Shape::text((50.0, 50.0), Text::new("Lisbon").align(align));
        assert!(covers(&text(Align::Start), 60.0, 50.0));
        assert!(!covers(&text(Align::Start), 40.0, 50.0));
        assert!(covers(&text(Align::End), 40.0, 50.0));
        assert!(covers(&text(Align::Center), 40.0, 50.0));
    }
}
