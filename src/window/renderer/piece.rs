//! What a frame shows, piece by piece: each with the pixels that it touches and a mark that tells whether it is as before.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use iced::advanced::graphics::text::cosmic_text::{Buffer, FontSystem};
use iced::advanced::graphics::text::{Editor, Paragraph, Text, cache};
use iced::advanced::renderer::Quad;
use iced::advanced::text::Alignment;
use iced::{Background, Color, Gradient, Point, Rectangle, Transformation, alignment};
use iced_tiny_skia::Primitive;
use rustc_hash::FxHasher;

use super::area::Area;
use super::layer::{Layer, Shapes, Written};
use super::{quad, shape};

/// A letter reaches beyond its place by no more than this share of its size.
const OVERHANG: f32 = 0.5;
/// Above and below its line, in sizes of the letter.
const RISE: f32 = 1.2;
const FALL: f32 = 0.6;

/// One thing that is drawn.
pub struct Piece<'a> {
    /// The pixels that can show something of it.
    pub area: Area,
    /// The pixels that may.
    pub clip: Area,
    /// Differs where the thing differs, wherever it stands in the list.
    pub mark: u64,
    pub what: What<'a>,
}

/// What is drawn.
pub enum What<'a> {
    Quad(&'a Quad, &'a Background),
    /// With a mark that tells it from other shapes, wherever they stand.
    Shape(&'a Primitive, u64, Transformation),
    Text {
        laid: Laid,
        position: Point,
        color: Color,
        at: Transformation,
    },
}

/// Where a text that is laid out is to be found.
pub enum Laid {
    Paragraph(Paragraph),
    Editor(Editor),
    /// Among the labels.
    Label(cache::KeyHash),
    Raw(Arc<Buffer>),
}

impl Laid {
    /// The text itself.
    pub fn buffer<'a>(&'a self, labels: &'a cache::Cache) -> Option<&'a Buffer> {
        match self {
            Self::Paragraph(paragraph) => Some(paragraph.buffer()),
            Self::Editor(editor) => Some(editor.buffer()),
            Self::Label(key) => labels.get(key).map(|entry| &entry.buffer),
            Self::Raw(buffer) => Some(buffer),
        }
    }
}

/// What is known of the shapes of drawings that stay the same from frame to frame.
#[derive(Debug, Default)]
pub struct Known {
    drawings: HashMap<*const Primitive, Drawing, rustc_hash::FxBuildHasher>,
}

/// The marks and bounds of a drawing's shapes.
#[derive(Debug)]
struct Drawing {
    /// Held, so that no other drawing can stand at its address.
    shapes: Arc<[Primitive]>,
    marks: Arc<[(u64, Rectangle)]>,
    is_used: bool,
}

impl Known {
    fn marks(&mut self, shapes: &Arc<[Primitive]>) -> Arc<[(u64, Rectangle)]> {
        let known = self.drawings.entry(shapes.as_ptr()).or_insert_with(|| {
            let marks = shapes.iter().map(|shape| (marked(|hasher| shape::hash(shape, hasher)), shape::bounds(shape)));
            Drawing { shapes: Arc::clone(shapes), marks: marks.collect(), is_used: true }
        });
        known.is_used = true;
        debug_assert_eq!(known.shapes.len(), shapes.len(), "an address is that of one drawing");
        Arc::clone(&known.marks)
    }

    /// Lets go of the drawings that the last frame did not show.
    pub fn trim(&mut self) {
        self.drawings.retain(|_, drawing| std::mem::take(&mut drawing.is_used));
    }
}

/// Lists what is seen of the layers in a window, from the lowest to the highest.
pub fn list<'a>(
    layers: &'a [Layer],
    window: Area,
    scale: f32,
    known: &mut Known,
    labels: &mut cache::Cache,
    fonts: &mut FontSystem,
) -> Vec<Piece<'a>> {
    let mut list = List { pieces: Vec::new(), scale };
    for layer in layers {
        let clip = Area::inside(layer.bounds * scale).cut(window);
        if clip.is_empty() {
            continue;
        }
        for (quad, background) in &layer.quads {
            let mark = marked(|hasher| hash_quad(quad, background, hasher));
            list.push(quad::area(quad, scale), clip, mark, || What::Quad(quad, background));
        }
        for shapes in &layer.shapes {
            list.shapes(shapes, clip, known);
        }
        for text in &layer.texts {
            list.text(text, clip, labels, fonts);
        }
    }
    list.pieces
}

struct List<'a> {
    pieces: Vec<Piece<'a>>,
    scale: f32,
}

impl<'a> List<'a> {
    fn push(&mut self, touched: Area, clip: Area, mark: u64, what: impl FnOnce() -> What<'a>) {
        let area = touched.cut(clip);
        if !area.is_empty() {
            let mark = marked(|hasher| (mark, area).hash(hasher));
            self.pieces.push(Piece { area, clip, mark, what: what() });
        }
    }

    fn shapes(&mut self, shapes: &'a Shapes, clip: Area, known: &mut Known) {
        let clip = Area::inside(shapes.clip * shapes.transformation * self.scale).cut(clip);
        if clip.is_empty() {
            return;
        }
        let at = Transformation::scale(self.scale) * shapes.transformation;
        let moved = at.translation();
        let place = marked(|hasher| [at.scale_factor(), moved.x, moved.y].map(f32::to_bits).hash(hasher));
        for (shape, (mark, bounds)) in shapes.primitives.iter().zip(&*known.marks(&shapes.primitives)) {
            let touched = Area::around(*bounds * at, 1.0);
            self.push(touched, clip, mark ^ place, || What::Shape(shape, *mark, at));
        }
    }

    fn text(&mut self, text: &Written, clip: Area, labels: &mut cache::Cache, fonts: &mut FontSystem) {
        let (laid, position, color, own_clip, at) = match text {
            Written::Paragraph { paragraph, position, color, clip, at } => {
                let Some(paragraph) = paragraph.upgrade() else { return };
                (Laid::Paragraph(paragraph), *position, *color, *clip * *at, *at)
            }
            Written::Editor { editor, position, color, clip, at } => {
                let Some(editor) = editor.upgrade() else { return };
                (Laid::Editor(editor), *position, *color, *clip * *at, *at)
            }
            Written::Label(Text::Raw { raw, transformation }) => {
                let Some(buffer) = raw.buffer.upgrade() else { return };
                (Laid::Raw(buffer), raw.position, raw.color, raw.clip_bounds, *transformation)
            }
            Written::Label(label @ Text::Cached { color, clip_bounds, .. }) => {
                if !Area::inside(*clip_bounds * self.scale).meets(clip) {
                    return;
                }
                let Some((key, position)) = label_place(label, labels, fonts) else { return };
                (Laid::Label(key), position, *color, *clip_bounds, Transformation::IDENTITY)
            }
            // Drawings write labels, widgets paragraphs.
            Written::Label(Text::Paragraph { .. } | Text::Editor { .. }) => return,
        };
        let clip = Area::inside(own_clip * self.scale).cut(clip);
        let Some(buffer) = laid.buffer(labels) else { return };
        if clip.is_empty() {
            return;
        }
        let at = Transformation::scale(self.scale) * at;
        let Some((letters, bounds)) = letters(buffer) else { return };
        let corner = position * at;
        let mark = marked(|hasher| {
            letters.hash(hasher);
            [corner.x, corner.y, color.r, color.g, color.b, color.a].map(f32::to_bits).hash(hasher);
        });
        let bounds = (bounds + iced::Vector::new(position.x, position.y)) * at;
        self.push(Area::around(bounds, 1.0), clip, mark, || What::Text { laid, position, color, at });
    }
}

/// Lays a label out, and says where its corner is.
fn label_place(label: &Text, labels: &mut cache::Cache, fonts: &mut FontSystem) -> Option<(cache::KeyHash, Point)> {
    let Text::Cached { content, bounds, size, line_height, font, align_x, align_y, shaping, .. } = label else {
        return None;
    };
    let key = cache::Key {
        content,
        size: size.0,
        line_height: line_height.0,
        font: *font,
        bounds: bounds.size(),
        shaping: *shaping,
        align_x: *align_x,
    };
    let (key, entry) = labels.allocate(fonts, key);
    let room = entry.min_bounds;
    let x = match align_x {
        Alignment::Default | Alignment::Left | Alignment::Justified => bounds.x,
        Alignment::Center => bounds.x - room.width / 2.0,
        Alignment::Right => bounds.x - room.width,
    };
    let y = match align_y {
        alignment::Vertical::Top => bounds.y,
        alignment::Vertical::Center => bounds.y - room.height / 2.0,
        alignment::Vertical::Bottom => bounds.y - room.height,
    };
    Some((key, Point::new(x, y)))
}

/// A mark of the letters of a text and where they stand, and all that they can touch; none where there are none.
fn letters(buffer: &Buffer) -> Option<(u64, Rectangle)> {
    let mut hasher = FxHasher::default();
    let (mut left, mut top, mut right, mut bottom) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    for run in buffer.layout_runs() {
        run.line_y.to_bits().hash(&mut hasher);
        for glyph in run.glyphs {
            (glyph.font_id, glyph.glyph_id, glyph.x.to_bits(), glyph.y.to_bits()).hash(&mut hasher);
            (glyph.font_size.to_bits(), glyph.color_opt.map(|color| color.0)).hash(&mut hasher);
            let overhang = glyph.font_size * OVERHANG;
            left = left.min(glyph.x - overhang);
            right = right.max(glyph.x + glyph.w + overhang);
            top = top.min(run.line_y - glyph.font_size * RISE);
            bottom = bottom.max(run.line_y + glyph.font_size * FALL);
        }
    }
    let bounds = Rectangle { x: left, y: top, width: right - left, height: bottom - top };
    (left < right).then(|| (hasher.finish(), bounds))
}

/// A hash.
fn marked(hash: impl FnOnce(&mut FxHasher)) -> u64 {
    let mut hasher = FxHasher::default();
    hash(&mut hasher);
    hasher.finish()
}

fn hash_quad(quad: &Quad, background: &Background, hasher: &mut impl Hasher) {
    let color = |color: Color| [color.r, color.g, color.b, color.a].map(f32::to_bits);
    let bounds = quad.bounds;
    [bounds.x, bounds.y, bounds.width, bounds.height, quad.border.width].map(f32::to_bits).hash(hasher);
    <[f32; 4]>::from(quad.border.radius).map(f32::to_bits).hash(hasher);
    color(quad.border.color).hash(hasher);
    if quad.shadow.color.a > 0.0 {
        color(quad.shadow.color).hash(hasher);
        [quad.shadow.offset.x, quad.shadow.offset.y, quad.shadow.blur_radius].map(f32::to_bits).hash(hasher);
    }
    match background {
        Background::Color(fill) => color(*fill).hash(hasher),
        Background::Gradient(Gradient::Linear(linear)) => {
            linear.angle.0.to_bits().hash(hasher);
            for stop in linear.stops.iter().flatten() {
                (stop.offset.to_bits(), color(stop.color)).hash(hasher);
            }
        }
    }
}
