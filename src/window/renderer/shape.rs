//! Shapes of drawings. Rectangles are filled; all others are drawn once by tiny-skia, as masks, and then copied.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};

use iced::{Rectangle, Transformation};
use iced_tiny_skia::Primitive;
use rustc_hash::FxHasher;
use tiny_skia::{Paint, Path, PathSegment, Pixmap, Point, Shader, Transform};

use super::area::Area;
use super::raster::{Ink, Raster};

/// A corner of a stroke reaches out at most so many times half of its width.
const MITER: f32 = 4.0;

/// So many bytes of masks are kept; beyond, those that the last frame did not use are let go.
const KEPT: usize = 8 << 20;

/// What a shape touches, in its own coordinates.
pub fn bounds(primitive: &Primitive) -> Rectangle {
    let (path, reach) = match primitive {
        Primitive::Fill { path, .. } => (path, 0.0),
        Primitive::Stroke { path, stroke, .. } => (path, stroke.width / 2.0 * MITER),
    };
    let bounds = path.bounds();
    Rectangle { x: bounds.x(), y: bounds.y(), width: bounds.width(), height: bounds.height() }.expand(reach)
}

/// Tells shapes apart.
pub fn hash(primitive: &Primitive, hasher: &mut impl Hasher) {
    let (path, paint) = match primitive {
        Primitive::Fill { path, paint, rule } => {
            (*rule == tiny_skia::FillRule::EvenOdd).hash(hasher);
            (path, paint)
        }
        Primitive::Stroke { path, paint, stroke } => {
            (stroke.width.to_bits(), stroke.line_cap as u8, stroke.line_join as u8).hash(hasher);
            format!("{:?}", stroke.dash).hash(hasher);
            (path, paint)
        }
    };
    for segment in path.segments() {
        let (kind, points): (u8, &[Point]) = match &segment {
            PathSegment::MoveTo(to) => (0, &[*to]),
            PathSegment::LineTo(to) => (1, &[*to]),
            PathSegment::QuadTo(by, to) => (2, &[*by, *to]),
            PathSegment::CubicTo(first, second, to) => (3, &[*first, *second, *to]),
            PathSegment::Close => (4, &[]),
        };
        kind.hash(hasher);
        for point in points {
            (point.x.to_bits(), point.y.to_bits()).hash(hasher);
        }
    }
    paint.anti_alias.hash(hasher);
    ink(paint).hash(hasher);
}

/// The shapes that were drawn lately.
#[derive(Default)]
pub struct Masks {
    kept: HashMap<u64, Mask, rustc_hash::FxBuildHasher>,
    bytes: usize,
    /// Counts the frames.
    frame: u64,
}

/// How much of each pixel a shape covers.
struct Mask {
    shares: Box<[u8]>,
    used: u64,
}

impl fmt::Debug for Masks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Masks").field("kept", &self.kept.len()).field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

impl Masks {
    /// Paints what is seen of a shape, which is `area`, as far as it lies in `clip`; `mark` tells the shape from others.
    pub fn paint(
        &mut self,
        raster: &mut Raster<'_>,
        shape: (&Primitive, u64),
        at: Transformation,
        area: Area,
        clip: Area,
    ) {
        let (primitive, mark) = shape;
        let (path, paint) = match primitive {
            Primitive::Fill { path, paint, .. } | Primitive::Stroke { path, paint, .. } => (path, paint),
        };
        // Drawings know no gradients and patterns: the theme has colours alone.
        let Some(ink) = ink(paint) else { return };
        if let (Primitive::Fill { .. }, Some(bounds)) = (primitive, rectangle(path)) {
            let bounds = bounds * at;
            if paint.anti_alias {
                raster.fill_smooth(bounds, clip, ink);
            } else {
                raster.fill(Area::inside(bounds).cut(clip), ink);
            }
            return;
        }
        let key = key(mark, at, area);
        let (bytes, frame) = (&mut self.bytes, self.frame);
        let mask = self.kept.entry(key).or_insert_with(|| {
            *bytes += area.pixels();
            Mask { shares: draw(primitive, at, area), used: frame }
        });
        mask.used = frame;
        raster.stamp(area, &mask.shares, ink, clip);
    }

    /// Lets go of what the last frame did not need, if there is much of it.
    pub fn trim(&mut self) {
        if self.bytes > KEPT {
            self.kept.retain(|_, mask| mask.used == self.frame);
            self.bytes = self.kept.values().map(|mask| mask.shares.len()).sum();
        }
        self.frame += 1;
    }
}

/// Tells masks apart: two are the same where the same part of a shape is seen at the same place within a pixel.
fn key(mark: u64, at: Transformation, area: Area) -> u64 {
    let moved = at.translation();
    let (left, top) = (moved.x.floor(), moved.y.floor());
    let mut hasher = FxHasher::default();
    mark.hash(&mut hasher);
    [at.scale_factor(), moved.x - left, moved.y - top].map(f32::to_bits).hash(&mut hasher);
    (area.left - left as i32, area.top - top as i32, area.width(), area.height()).hash(&mut hasher);
    hasher.finish()
}

/// Draws a part of a shape as a mask.
fn draw(primitive: &Primitive, at: Transformation, area: Area) -> Box<[u8]> {
    let Some(mut pixmap) = Pixmap::new(area.width() as u32, area.height() as u32) else { return Box::default() };
    let moved = at.translation();
    // The whole pixels first: so the same shape moved by whole pixels gives the same mask to the last bit.
    let (left, top) = (moved.x.floor(), moved.y.floor());
    let corner = ((left as i32 - area.left) as f32, (top as i32 - area.top) as f32);
    let (x, y) = (corner.0 + (moved.x - left), corner.1 + (moved.y - top));
    let transform = Transform::from_row(at.scale_factor(), 0.0, 0.0, at.scale_factor(), x, y);
    let white = |paint: &Paint<'_>| Paint {
        shader: Shader::SolidColor(tiny_skia::Color::WHITE),
        anti_alias: paint.anti_alias,
        ..Paint::default()
    };
    match primitive {
        Primitive::Fill { path, paint, rule } => pixmap.fill_path(path, &white(paint), *rule, transform, None),
        Primitive::Stroke { path, paint, stroke } => pixmap.stroke_path(path, &white(paint), stroke, transform, None),
    }
    pixmap.pixels().iter().map(|pixel| pixel.alpha()).collect()
}

/// The rectangle that a path is, if it is one.
fn rectangle(path: &Path) -> Option<Rectangle> {
    let is_straight =
        |part: PathSegment| matches!(part, PathSegment::MoveTo(_) | PathSegment::LineTo(_) | PathSegment::Close);
    if !(4..=5).contains(&path.points().len()) || !path.segments().all(is_straight) {
        return None;
    }
    let [first, second, third, fourth, rest @ ..] = path.points() else { return None };
    let is_level = |one: &Point, other: &Point| one.y.to_bits() == other.y.to_bits();
    let is_upright = |one: &Point, other: &Point| one.x.to_bits() == other.x.to_bits();
    let sides = [(first, second), (second, third), (third, fourth), (fourth, first)];
    let turns = |begins_level: bool| {
        let level = |number: usize| number.is_multiple_of(2) == begins_level;
        sides.iter().enumerate().all(
            |(number, (one, other))| {
                if level(number) { is_level(one, other) } else { is_upright(one, other) }
            },
        )
    };
    if !(turns(true) || turns(false)) || rest.iter().any(|last| last != first) {
        return None;
    }
    let bounds = path.bounds();
    Some(Rectangle { x: bounds.x(), y: bounds.y(), width: bounds.width(), height: bounds.height() })
}

/// The one colour of a paint, if it has one. The toolkit has already put its bytes in the order of the window.
fn ink(paint: &Paint<'_>) -> Option<Ink> {
    let Shader::SolidColor(color) = &paint.shader else { return None };
    let color = color.premultiply().to_color_u8();
    Some(Ink(u32::from_le_bytes([color.red(), color.green(), color.blue(), color.alpha()])))
}
