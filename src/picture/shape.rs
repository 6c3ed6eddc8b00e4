//! The shapes that a picture is made of.

use super::{Ink, Meaning, Pattern, Weight};

/// A place on the sheet, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl From<(f32, f32)> for Point {
    fn from((x, y): (f32, f32)) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle, in logical pixels.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

impl Rect {
    /// A rectangle by its top left corner and size.
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Whether a point lies in it; the right and bottom edges belong to the neighbours.
    pub fn covers(self, at: Point) -> bool {
        at.x >= self.x && at.x < self.right() && at.y >= self.y && at.y < self.bottom()
    }

    /// The rectangle with `by` taken off on every side.
    pub fn shrunk(self, by: f32) -> Self {
        Self::new(self.x + by, self.y + by, (self.width - 2.0 * by).max(0.0), (self.height - 2.0 * by).max(0.0))
    }
}

/// How a shape is filled: a meaning, a pattern on it, and how much of the ground it hides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fill {
    /// What it stands for.
    pub meaning: Meaning,
    /// The texture over it.
    pub pattern: Option<Pattern>,
    /// From 0 (nothing is seen of it) to 1 (it hides the ground).
    pub opacity: f32,
}

impl From<Meaning> for Fill {
    /// The meaning in its own pattern, opaque.
    fn from(meaning: Meaning) -> Self {
        Self { meaning, pattern: meaning.pattern(), opacity: 1.0 }
    }
}

/// Which part of a writing stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// Its left or upper edge.
    Start,
    /// Its middle.
    #[default]
    Center,
    /// Its right or lower edge.
    End,
}

/// A line of writing.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// What is written.
    pub content: String,
    /// The height of the letters' body, in logical pixels.
    pub size: f32,
    /// Strong or not.
    pub weight: Weight,
    /// Its colour.
    pub ink: Ink,
    /// What of it stands at its point, left to right.
    pub align: Align,
    /// What of it stands at its point, top to bottom.
    pub align_y: Align,
}

impl Text {
    /// A writing of size 12 in the colour of text that starts at its point and is centred on its height.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            size: 12.0,
            weight: Weight::Regular,
            ink: Ink::Plain(Meaning::Text),
            align: Align::Start,
            align_y: Align::Center,
        }
    }

    /// In another size.
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// Strong.
    pub fn strong(mut self) -> Self {
        self.weight = Weight::Strong;
        self
    }

    /// In the colour of a meaning.
    pub fn ink(mut self, ink: impl Into<Ink>) -> Self {
        self.ink = ink.into();
        self
    }

    /// Legible on a shape that is filled with `meaning`.
    pub fn on(mut self, meaning: Meaning) -> Self {
        self.ink = Ink::On(meaning);
        self
    }

    /// Aligned otherwise, left to right.
    pub fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// Aligned otherwise, top to bottom.
    pub fn align_y(mut self, align: Align) -> Self {
        self.align_y = align;
        self
    }

    /// Left out where it is wider than `room` pixels: for times and numbers, which must not be cut.
    pub fn whole_within(mut self, room: f32) -> Self {
        if super::measure::width(&self.content, self.size, self.weight) > room {
            self.content.clear();
        }
        self
    }

    /// Cut to `room` pixels with an ellipsis; nothing is left of it where not even that fits.
    pub fn within(mut self, room: f32) -> Self {
        self.content = super::measure::elided(&self.content, self.size, self.weight, room);
        self
    }
}

/// The geometry of a shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A filled rectangle with corners rounded by `radius`.
    Rectangle {
        /// Where.
        rect: Rect,
        /// The radius of its corners.
        radius: f32,
    },
    /// The outline of a rectangle, drawn inside its edges.
    Frame {
        /// Where.
        rect: Rect,
        /// The radius of its corners.
        radius: f32,
        /// How thick the line is.
        width: f32,
    },
    /// A line through points.
    Line {
        /// Two points or more.
        points: Vec<Point>,
        /// How thick.
        width: f32,
    },
    /// A filled surface; each ring is closed by itself, and a ring inside another is a hole.
    Polygon {
        /// The corners of each ring.
        rings: Vec<Vec<Point>>,
    },
    /// A part of a ring around `center`, clockwise from `start` to `end` in turns from the top. With `inner`
    /// of 0 it is a slice; from 0 to 1 it is whole.
    Ring {
        /// The middle of the ring.
        center: Point,
        /// The radius of the inner edge.
        inner: f32,
        /// The radius of the outer edge.
        outer: f32,
        /// Where it begins, in turns; it may be negative.
        start: f32,
        /// Where it ends, in turns, after `start`.
        end: f32,
    },
    /// Writing at a point.
    Text {
        /// The point that its alignment speaks of.
        at: Point,
        /// What is written and how.
        text: Text,
    },
}

/// The name of a shape for hits: which part of the picture, and its row and column there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id {
    /// The part of the picture: "cell", "leg", "shift".
    pub part: &'static str,
    /// Its row, or its number.
    pub row: usize,
    /// Its column, or 0.
    pub column: usize,
}

impl Id {
    /// An id by part, row and column.
    pub fn new(part: &'static str, row: usize, column: usize) -> Self {
        Self { part, row, column }
    }
}

/// A form with its fill, and what the pointer learns of it.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Where and how.
    pub form: Form,
    /// Its colour; of a text, whose ink counts, only the opacity.
    pub fill: Fill,
    /// Its name for hover and click, if it takes part in them.
    pub id: Option<Id>,
    /// What is told of it under the pointer.
    pub tip: Option<String>,
}

impl Shape {
    /// A shape of any form.
    pub fn new(form: Form, fill: impl Into<Fill>) -> Self {
        Self { form, fill: fill.into(), id: None, tip: None }
    }

    /// A filled rectangle.
    pub fn rectangle(rect: Rect, fill: impl Into<Fill>) -> Self {
        Self::new(Form::Rectangle { rect, radius: 0.0 }, fill)
    }

    /// The outline of a rectangle.
    pub fn frame(rect: Rect, width: f32, fill: impl Into<Fill>) -> Self {
        let radius = 0.0;
        Self::new(Form::Frame { rect, radius, width }, fill)
    }

    /// A straight line.
    pub fn line(from: impl Into<Point>, to: impl Into<Point>, width: f32, fill: impl Into<Fill>) -> Self {
        let points = vec![from.into(), to.into()];
        Self::new(Form::Line { points, width }, fill)
    }

    /// A part of a ring; angles in turns from the top, clockwise.
    pub fn ring(
        center: impl Into<Point>,
        (inner, outer): (f32, f32),
        (start, end): (f32, f32),
        fill: impl Into<Fill>,
    ) -> Self {
        let center = center.into();
        Self::new(Form::Ring { center, inner, outer, start, end }, fill)
    }

    /// A filled circle.
    pub fn disc(center: impl Into<Point>, radius: f32, fill: impl Into<Fill>) -> Self {
        Self::ring(center, (0.0, radius), (0.0, 1.0), fill)
    }

    /// Writing at a point.
    pub fn text(at: impl Into<Point>, text: Text) -> Self {
        let at = at.into();
        Self::new(Form::Text { at, text }, Meaning::Text)
    }

    /// With rounded corners, if it is a rectangle or a frame.
    pub fn rounded(mut self, by: f32) -> Self {
        if let Form::Rectangle { radius, .. } | Form::Frame { radius, .. } = &mut self.form {
            *radius = by;
        }
        self
    }

    /// With a name for hover and click.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// With words that are shown under the pointer; lines are parted by `\n`.
    pub fn tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = Some(tip.into());
        self
    }

    /// Letting some of the ground through, from 0 to 1.
    pub fn opacity(mut self, opacity: f32) -> Self {
        self.fill.opacity = opacity;
        self
    }

    /// With another pattern than its meaning's own, or none.
    pub fn pattern(mut self, pattern: Option<Pattern>) -> Self {
        self.fill.pattern = pattern;
        self
    }
}
