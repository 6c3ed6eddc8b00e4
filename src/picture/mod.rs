//! Drawings as plain shapes with a meaning: pure geometry that knows neither screen nor file format.
//!
//! A [`Picture`] is a sheet of a given size with [`Shape`]s on it, drawn in the order in which they were
//! added; **texts always lie above all other shapes**. A shape says what it *means* ([`Meaning`]), never
//! which colour it has: the window's theme and the SVG export choose colours, each for itself, so that one
//! picture serves the screen in light and dark and the exported file.
//!
//! Units: lengths are logical pixels, x to the right, y downwards, the origin at the top left. Angles are
//! turns, clockwise from the top: 0.25 is to the right (so that a 24-hour dial is `hour / 24`).
//!
//! ```
//! use sunwise::picture::{Id, Meaning, Picture, Rect, Shape, Text};
//!
//! let mut picture = Picture::new(480.0, 40.0);
//! picture.add(
//!     Shape::rectangle(Rect::new(180.0, 8.0, 160.0, 24.0), Meaning::Preferred)
//!         .rounded(4.0)
//!         .id(Id::new("hours", 0, 0))
//!         .tip("Ana Ribeiro: preferred 09:00-17:00"),
//! );
//! picture.add(Shape::text((188.0, 20.0), Text::new("09:00").on(Meaning::Preferred)));
//! assert_eq!(picture.hit((200.0, 20.0)).and_then(|shape| shape.id), Some(Id::new("hours", 0, 0)));
//! ```

pub mod bar;
pub mod calendar;
pub mod caption;
pub mod days;
pub mod dial;
mod hit;
pub mod map;
pub mod matrix;
mod meaning;
pub mod measure;
pub mod palette;
pub mod pattern;
pub mod person;
pub mod ribbon;
pub mod seasons;
mod shape;
pub mod strip;
pub mod today;
pub mod weeks;
mod weight;

pub use meaning::{Ink, Meaning, Pattern};
pub use shape::{Align, Fill, Form, Id, Point, Rect, Shape, Text};
pub use weight::Weight;

/// A drawing: a sheet with shapes on it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    /// The width of the sheet in logical pixels.
    pub width: f32,
    /// The height of the sheet in logical pixels.
    pub height: f32,
    /// The shapes from the lowest to the topmost.
    pub shapes: Vec<Shape>,
}

impl Picture {
    /// An empty sheet.
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, shapes: Vec::new() }
    }

    /// Puts a shape on top of those that are already there.
    pub fn add(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    /// Puts all shapes of another picture on top, moved by `by`; the sheet keeps its size.
    pub fn place(&mut self, other: Picture, by: impl Into<Point>) {
        let by = by.into();
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.moved(by)));
    }

    /// The topmost shape under a point among those that have an id or a tip; others let the pointer through.
    pub fn hit(&self, at: impl Into<Point>) -> Option<&Shape> {
        self.hit_index(at.into()).map(|index| &self.shapes[index])
    }

    /// The place in [`Picture::shapes`] of the shape that [`Picture::hit`] finds.
    pub fn hit_index(&self, at: Point) -> Option<usize> {
        let takes_part = |shape: &Shape| shape.id.is_some() || shape.tip.is_some();
        self.shapes.iter().rposition(|shape| takes_part(shape) && shape.covers(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_topmost_shape_that_can_be_hit_is_hit() {
        let mut picture = Picture::new(100.0, 100.0);
        let whole = Rect::new(0.0, 0.0, 100.0, 100.0);
        picture.add(Shape::rectangle(whole, Meaning::Surface).id(Id::new("low", 0, 0)));
        picture.add(Shape::rectangle(Rect::new(0.0, 0.0, 50.0, 50.0), Meaning::Good).id(Id::new("high", 1, 2)));
        picture.add(Shape::rectangle(whole, Meaning::Grid));
        let part = |x, y| picture.hit((x, y)).and_then(|s| s.id).map(|id| id.part);
        assert_eq!(part(10.0, 10.0), Some("high"));
        assert_eq!(part(60.0, 10.0), Some("low"));
        assert_eq!(part(160.0, 10.0), None);
    }

    #[test]
    fn a_placed_picture_moves_with_its_hits() {
        let mut small = Picture::new(10.0, 10.0);
        small.add(Shape::disc((5.0, 5.0), 5.0, Meaning::Accent).id(Id::new("dot", 0, 0)));
        let mut sheet = Picture::new(100.0, 100.0);
        sheet.place(small, (50.0, 20.0));
        assert!(sheet.hit((5.0, 5.0)).is_none());
        assert!(sheet.hit((55.0, 25.0)).is_some());
    }
}
