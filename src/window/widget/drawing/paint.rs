//! Shapes in the theme's colours on iced's canvas.

use iced::advanced::text::{self, Renderer as _};
use iced::advanced::{Renderer as _, graphics::geometry::Renderer as _};
use iced::widget::canvas::{self, Fill, Path, Stroke, fill};
use iced::{Color, Pixels, Rectangle, Size, Vector, alignment};

use crate::picture::{Align, Form, Meaning, Pattern, Point, Rect, Shape, Text, Weight, measure, pattern};
use crate::window::renderer::Renderer;
use crate::window::theme::{self, Palette};

type Frame = canvas::Frame<Renderer>;

/// How thick the outline of a chosen shape is, in logical pixels.
const OUTLINE: f32 = 2.0;
/// The longest edge of an arc that is drawn as a chain of straight lines, in logical pixels.
const EDGE: f32 = 3.0;

/// What is narrower than this is a line without an area, in logical pixels.
const THIN: f32 = 0.01;

/// Puts a geometry at the place of the widget.
pub(super) fn shapes(
    renderer: &mut Renderer,
    bounds: Rectangle,
    draw: impl FnOnce(&mut Renderer, Size) -> canvas::Geometry<Renderer>,
) {
    if bounds.width < 1.0 || bounds.height < 1.0 {
        return;
    }
    renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
        let geometry = draw(renderer, bounds.size());
        renderer.draw_geometry(geometry);
    });
}

/// Draws all shapes but the texts.
pub(super) fn all(frame: &mut Frame, palette: &Palette, shapes: &[Shape]) {
    for shape in shapes {
        let color = theme::color(palette, shape.fill.meaning).scale_alpha(shape.fill.opacity);
        one(frame, shape, color);
        if let Some(pattern) = shape.fill.pattern {
            let color = theme::texture(palette, shape.fill.meaning);
            textured(frame, shape, pattern, color.scale_alpha(shape.fill.opacity));
        }
    }
}

/// Draws one shape.
fn one(frame: &mut Frame, shape: &Shape, color: Color) {
    match &shape.form {
        Form::Rectangle { rect, radius } if *radius <= 0.0 => {
            frame.fill_rectangle(place(rect.x, rect.y), extent(*rect), color);
        }
        Form::Rectangle { rect, radius } => frame.fill(&rounded(*rect, *radius), color),
        Form::Frame { rect, radius, width } => {
            let middle = rect.shrunk(width / 2.0);
            frame.stroke(&rounded(middle, *radius), stroke(color, *width));
        }
        Form::Line { points, width } => line(frame, points, *width, color),
        Form::Polygon { rings } => fill_rings(frame, rings, color),
        Form::Ring { center, inner, outer, start, end } => {
            fill_rings(frame, &ring(*center, (*inner, *outer), (*start, *end)), color);
        }
        Form::Text { .. } => {}
    }
}

/// Draws the pattern over a shape.
fn textured(frame: &mut Frame, shape: &Shape, pattern: Pattern, color: Color) {
    let lines = match &shape.form {
        Form::Rectangle { rect, radius } => {
            // What is lost at round corners is too little to be seen.
            let rect = rect.shrunk(radius * 0.3);
            if pattern == Pattern::Dots {
                for dot in pattern::dots(rect) {
                    let size = Size::new(pattern::DOT, pattern::DOT);
                    frame.fill_rectangle(place(dot.x, dot.y), size, color);
                }
            }
            pattern::strokes(pattern, rect)
        }
        Form::Ring { center, inner, outer, start, end } => {
            pattern::ring_strokes(pattern, *center, (*inner, *outer), (*start, *end))
        }
        _ => return,
    };
    if lines.is_empty() {
        return;
    }
    let path = Path::new(|path| {
        for (from, to) in lines {
            path.move_to(place(from.x, from.y));
            path.line_to(place(to.x, to.y));
        }
    });
    frame.stroke(&path, stroke(color, pattern::STROKE));
}

/// Draws a line; an upright or level one as a rectangle, because the renderer would not repaint it when it moves.
fn line(frame: &mut Frame, points: &[Point], width: f32, color: Color) {
    if let [from, to] = points
        && let (upright, level) = ((from.x - to.x).abs() < THIN, (from.y - to.y).abs() < THIN)
        && (upright || level)
    {
        let half = width / 2.0;
        let (left, top) = (from.x.min(to.x), from.y.min(to.y));
        let (long, high) = ((from.x - to.x).abs(), (from.y - to.y).abs());
        let (corner, size) = if upright {
            (place(left - half, top), Size::new(width, high))
        } else {
            (place(left, top - half), Size::new(long, width))
        };
        frame.fill_rectangle(corner, size, color);
        return;
    }
    let path = Path::new(|path| {
        for (index, point) in points.iter().enumerate() {
            if index == 0 {
                path.move_to(place(point.x, point.y));
            } else {
                path.line_to(place(point.x, point.y));
            }
        }
    });
    frame.stroke(&path, stroke(color, width));
}

/// Fills rings; one inside another is a hole.
fn fill_rings(frame: &mut Frame, rings: &[Vec<Point>], color: Color) {
    let path = Path::new(|path| {
        for ring in rings {
            for (index, point) in ring.iter().enumerate() {
                if index == 0 {
                    path.move_to(place(point.x, point.y));
                } else {
                    path.line_to(place(point.x, point.y));
                }
            }
            path.close();
        }
    });
    let rule = fill::Rule::EvenOdd;
    frame.fill(&path, Fill { style: color.into(), rule });
}

/// The corners of a part of a ring.
fn ring(center: Point, (inner, outer): (f32, f32), (start, end): (f32, f32)) -> Vec<Vec<Point>> {
    let turns = (end - start).clamp(0.0, 1.0);
    let steps = ((outer * turns * std::f32::consts::TAU / EDGE).ceil() as usize).max(2);
    let arc = |radius: f32| -> Vec<Point> {
        (0..=steps).map(|step| pattern::along(center, radius, start + turns * step as f32 / steps as f32)).collect()
    };
    let mut edge = arc(outer);
    if turns >= 1.0 {
        return if inner > 0.0 { vec![edge, arc(inner)] } else { vec![edge] };
    }
    if inner > 0.0 {
        edge.extend(arc(inner).into_iter().rev());
    } else {
        edge.push(center);
    }
    vec![edge]
}

/// The outline of a shape that is chosen or under the pointer, if it has an area.
pub(super) fn outline(shape: &Shape) -> Option<Shape> {
    match &shape.form {
        Form::Rectangle { rect, radius } | Form::Frame { rect, radius, .. } => {
            Some(Shape::frame(rect.shrunk(-1.0), OUTLINE, Meaning::Accent).rounded(radius + 1.0))
        }
        Form::Ring { center, inner, outer, start, end } => {
            let mut points = ring(*center, (*inner, *outer), (*start, *end)).swap_remove(0);
            points.push(points[0]);
            Some(Shape::new(Form::Line { points, width: OUTLINE }, Meaning::Accent))
        }
        Form::Polygon { .. } | Form::Line { .. } | Form::Text { .. } => None,
    }
}

/// Draws the texts of a picture that can be seen.
pub(super) fn texts(renderer: &mut Renderer, palette: &Palette, shapes: &[Shape], bounds: Rectangle, seen: Rectangle) {
    for shape in shapes {
        let Form::Text { at, text } = &shape.form else {
            continue;
        };
        let position = place(bounds.x + at.x, bounds.y + at.y);
        let beyond = position.y + text.size < seen.y || position.y - text.size > seen.y + seen.height;
        if text.content.is_empty() || beyond {
            continue;
        }
        let color = theme::ink(palette, text.ink).scale_alpha(shape.fill.opacity);
        renderer.fill_text(written(text), position, color, seen);
    }
}

/// A text in iced's terms.
fn written(text: &Text) -> text::Text {
    // The renderer breaks lines at the bounds whatever `wrapping` says, and at once where they are infinite.
    let room = measure::width(&text.content, text.size, text.weight) * 1.5 + 2.0 * text.size;
    text::Text {
        content: text.content.clone(),
        bounds: Size::new(room, 2.0 * text.size),
        size: Pixels(text.size),
        line_height: text::LineHeight::default(),
        font: match text.weight {
            Weight::Regular => theme::UI,
            Weight::Strong => theme::STRONG,
        },
        align_x: match text.align {
            Align::Start => text::Alignment::Left,
            Align::Center => text::Alignment::Center,
            Align::End => text::Alignment::Right,
        },
        align_y: match text.align_y {
            Align::Start => alignment::Vertical::Top,
            Align::Center => alignment::Vertical::Center,
            Align::End => alignment::Vertical::Bottom,
        },
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    }
}

/// A rectangle with round corners.
fn rounded(rect: Rect, radius: f32) -> Path {
    let most = rect.width.min(rect.height) / 2.0;
    Path::rounded_rectangle(place(rect.x, rect.y), extent(rect), radius.min(most).into())
}

fn stroke(color: Color, width: f32) -> Stroke<'static> {
    Stroke::default().with_color(color).with_width(width)
}

fn place(x: f32, y: f32) -> iced::Point {
    iced::Point::new(x, y)
}

fn extent(rect: Rect) -> Size {
    Size::new(rect.width, rect.height)
}
