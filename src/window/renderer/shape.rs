//! Shapes of drawings: rectangles by ourselves, all others by tiny-skia.

use std::hash::{Hash, Hasher};

use iced::{Rectangle, Transformation};
use iced_tiny_skia::Primitive;
use tiny_skia::{Paint, Path, PathSegment, PixmapMut, Shader, Transform};

use super::area::Area;
use super::raster::{Ink, Raster};

/// A corner of a stroke reaches out at most so many times half of its width.
const MITER: f32 = 4.0;

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
            stroke.dash.is_some().hash(hasher);
            (path, paint)
        }
    };
    for point in path.points() {
        (point.x.to_bits(), point.y.to_bits()).hash(hasher);
    }
    for verb in path.verbs() {
        (*verb as u8).hash(hasher);
    }
    paint.anti_alias.hash(hasher);
    if let Some(ink) = ink(paint) {
        ink.0.hash(hasher);
    }
}

/// Paints a shape, of which only `clip` is seen.
pub fn paint(raster: &mut Raster<'_>, primitive: &Primitive, at: Transformation, clip: Area) {
    let clip = clip.cut(raster.area);
    if clip.is_empty() {
        return;
    }
    if let Primitive::Fill { path, paint, .. } = primitive
        && let (Some(bounds), Some(ink)) = (rectangle(path), ink(paint))
    {
        let bounds = bounds * at;
        if paint.anti_alias {
            raster.fill_smooth(bounds, clip, ink);
        } else {
            raster.fill(Area::inside(bounds).cut(clip), ink);
        }
        return;
    }
    let touched = Area::around(bounds(primitive) * at, 1.0);
    if touched.is_within(clip) || clip == raster.area {
        draw(raster, primitive, at);
    } else {
        raster.apart(touched.cut(clip), |part| draw(part, primitive, at));
    }
}

/// Paints a shape on all pixels of a raster.
fn draw(raster: &mut Raster<'_>, primitive: &Primitive, at: Transformation) {
    let (width, height) = (raster.area.width() as u32, raster.area.height() as u32);
    let bytes = bytemuck::cast_slice_mut(raster.pixels);
    let Some(mut pixels) = PixmapMut::from_bytes(bytes, width, height) else { return };
    let (scale, moved) = (at.scale_factor(), at.translation());
    let (left, top) = (raster.area.left as f32, raster.area.top as f32);
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, moved.x - left, moved.y - top);
    match primitive {
        Primitive::Fill { path, paint, rule } => pixels.fill_path(path, paint, *rule, transform, None),
        Primitive::Stroke { path, paint, stroke } => pixels.stroke_path(path, paint, stroke, transform, None),
    }
}

/// The rectangle that a path is, if it is one.
fn rectangle(path: &Path) -> Option<Rectangle> {
    let is_straight =
        |part: PathSegment| matches!(part, PathSegment::MoveTo(_) | PathSegment::LineTo(_) | PathSegment::Close);
    if !(4..=5).contains(&path.points().len()) || !path.segments().all(is_straight) {
        return None;
    }
    let [first, second, third, fourth, rest @ ..] = path.points() else { return None };
    let level_first = first.y == second.y && second.x == third.x && third.y == fourth.y && fourth.x == first.x;
    let upright_first = first.x == second.x && second.y == third.y && third.x == fourth.x && fourth.y == first.y;
    if !(level_first || upright_first) || rest.iter().any(|last| last != first) {
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
