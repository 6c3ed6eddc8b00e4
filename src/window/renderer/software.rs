//! The renderer that widgets draw on: it records what they ask for and paints it with the processor.

use std::sync::Arc;

use iced::advanced::graphics::geometry;
use iced::advanced::graphics::text::{Editor, Paragraph, Raw, Text};
use iced::advanced::graphics::{compositor, layer, text as shared};
use iced::advanced::image::{Allocation, Error, Handle};
use iced::advanced::renderer::{Headless, Quad};
use iced::advanced::{self, Renderer as _, text};
use iced::{Background, Color, Font, Pixels, Point, Rectangle, Size, Transformation};
use iced_tiny_skia::geometry::{Frame, Geometry};

use super::compositor::Compositor;
use super::layer::{Layer, Shapes, Written};
use super::painter::{Painted, Painter, View};

/// Draws with the processor.
#[derive(Debug)]
pub struct Software {
    font: Font,
    size: Pixels,
    layers: layer::Stack<Layer>,
    painter: Painter,
}

impl Software {
    /// A renderer whose texts have this font and size where they name none.
    pub fn new(font: Font, size: Pixels) -> Self {
        Self { font, size, layers: layer::Stack::new(), painter: Painter::default() }
    }

    /// Paints what was recorded since the last reset into `pixels`, a row after the other, that hold what `view` showed before;
    /// only what has changed since then is touched. Says how much that was.
    pub fn paint(
        &mut self,
        view: &mut View,
        pixels: &mut [u32],
        size: Size<u32>,
        scale: f32,
        ground: Color,
    ) -> Painted {
        self.painter.paint(self.layers.as_slice(), view, pixels, size, scale, ground)
    }

    /// Draws what was recorded on the toolkit's own renderer for the processor: how the two are compared.
    pub fn draw_on(&self, other: &mut iced_tiny_skia::Renderer) {
        use geometry::Renderer as _;
        let live = |primitives, text, clip_bounds| Geometry::Live { primitives, images: Vec::new(), text, clip_bounds };
        for layer in self.layers.as_slice() {
            other.with_layer(layer.bounds, |other| {
                for (quad, background) in &layer.quads {
                    other.fill_quad(*quad, *background);
                }
                for Shapes { primitives, clip, transformation } in &layer.shapes {
                    other.with_transformation(*transformation, |other| {
                        other.draw_geometry(live(primitives.to_vec(), Vec::new(), *clip));
                    });
                }
                for text in &layer.texts {
                    let text = match text.clone() {
                        Written::Paragraph { paragraph, position, color, clip: clip_bounds, at: transformation } => {
                            Text::Paragraph { paragraph, position, color, clip_bounds, transformation }
                        }
                        Written::Editor { editor, position, color, clip: clip_bounds, at: transformation } => {
                            Text::Editor { editor, position, color, clip_bounds, transformation }
                        }
                        Written::Label(text) => text,
                    };
                    other.draw_geometry(live(Vec::new(), vec![text], Rectangle::INFINITE));
                }
            });
        }
    }

    fn current(&mut self) -> (&mut Layer, Transformation) {
        self.layers.current_mut()
    }
}

impl advanced::Renderer for Software {
    fn start_layer(&mut self, bounds: Rectangle) {
        self.layers.push_clip(bounds);
    }

    fn end_layer(&mut self) {
        self.layers.pop_clip();
    }

    fn start_transformation(&mut self, transformation: Transformation) {
        self.layers.push_transformation(transformation);
    }

    fn end_transformation(&mut self) {
        self.layers.pop_transformation();
    }

    fn fill_quad(&mut self, mut quad: Quad, background: impl Into<Background>) {
        let (layer, at) = self.current();
        quad.bounds = quad.bounds * at;
        layer.quads.push((quad, background.into()));
    }

    fn reset(&mut self, bounds: Rectangle) {
        self.layers.reset(bounds);
    }

    fn allocate_image(&mut self, _: &Handle, callback: impl FnOnce(Result<Allocation, Error>) + Send + 'static) {
        callback(Err(Error::Unsupported));
    }
}

impl text::Renderer for Software {
    type Font = Font;
    type Paragraph = Paragraph;
    type Editor = Editor;

    const ICON_FONT: Font = iced_tiny_skia::Renderer::ICON_FONT;
    const CHECKMARK_ICON: char = iced_tiny_skia::Renderer::CHECKMARK_ICON;
    const ARROW_DOWN_ICON: char = iced_tiny_skia::Renderer::ARROW_DOWN_ICON;
    const SCROLL_UP_ICON: char = iced_tiny_skia::Renderer::SCROLL_UP_ICON;
    const SCROLL_DOWN_ICON: char = iced_tiny_skia::Renderer::SCROLL_DOWN_ICON;
    const SCROLL_LEFT_ICON: char = iced_tiny_skia::Renderer::SCROLL_LEFT_ICON;
    const SCROLL_RIGHT_ICON: char = iced_tiny_skia::Renderer::SCROLL_RIGHT_ICON;
    const ICED_LOGO: char = iced_tiny_skia::Renderer::ICED_LOGO;

    fn default_font(&self) -> Font {
        self.font
    }

    fn default_size(&self) -> Pixels {
        self.size
    }

    fn fill_paragraph(&mut self, paragraph: &Paragraph, position: Point, color: Color, clip: Rectangle) {
        let (layer, at) = self.current();
        layer.texts.push(Written::Paragraph { paragraph: paragraph.downgrade(), position, color, clip, at });
    }

    fn fill_editor(&mut self, editor: &Editor, position: Point, color: Color, clip: Rectangle) {
        let (layer, at) = self.current();
        layer.texts.push(Written::Editor { editor: editor.downgrade(), position, color, clip, at });
    }

    fn fill_text(&mut self, text: text::Text, position: Point, color: Color, clip: Rectangle) {
        let (layer, at) = self.current();
        let text = Text::Cached {
            content: text.content,
            bounds: Rectangle::new(position, text.bounds),
            color,
            size: text.size,
            line_height: text.line_height.to_absolute(text.size),
            font: text.font,
            align_x: text.align_x,
            align_y: text.align_y,
            shaping: text.shaping,
            clip_bounds: clip,
        };
        layer.texts.push(Written::Label(placed(text, clip, at)));
    }
}

impl shared::Renderer for Software {
    fn fill_raw(&mut self, raw: Raw) {
        let (layer, transformation) = self.current();
        layer.texts.push(Written::Label(Text::Raw { raw, transformation }));
    }
}

impl geometry::Renderer for Software {
    type Geometry = Geometry;
    type Frame = Frame;

    fn new_frame(&self, bounds: Rectangle) -> Frame {
        Frame::new(bounds)
    }

    fn draw_geometry(&mut self, geometry: Geometry) {
        let (primitives, texts, clip) = match geometry {
            Geometry::Live { primitives, text, clip_bounds, .. } => (primitives.into(), text.into(), clip_bounds),
            Geometry::Cache(kept) => (kept.primitives, kept.text, kept.clip_bounds),
        };
        let (layer, at) = self.current();
        let texts: Arc<[Text]> = texts;
        layer.texts.extend(texts.iter().map(|text| Written::Label(placed(text.clone(), clip, at))));
        layer.shapes.push(Shapes { primitives, clip, transformation: at });
    }
}

/// A text with its clip, both where the layer puts them.
fn placed(mut text: Text, clip: Rectangle, at: Transformation) -> Text {
    if let Text::Cached { bounds, size, line_height, clip_bounds, .. } = &mut text {
        *bounds = *bounds * at;
        *size = *size * at.scale_factor();
        *line_height = *line_height * at.scale_factor();
        *clip_bounds = clip * at;
    }
    text
}

impl compositor::Default for Software {
    type Compositor = Compositor;
}

impl Headless for Software {
    async fn new(font: Font, size: Pixels, backend: Option<&str>) -> Option<Self> {
        super::compositor::is_meant(backend).then(|| Self::new(font, size))
    }

    fn name(&self) -> String {
        super::compositor::NAME.to_owned()
    }

    /// The picture as red, green, blue and opacity, a row after the other.
    fn screenshot(&mut self, size: Size<u32>, scale: f32, ground: Color) -> Vec<u8> {
        let mut pixels = vec![0; size.width as usize * size.height as usize];
        self.paint(&mut View::default(), &mut pixels, size, scale, ground);
        pixels.into_iter().flat_map(|pixel: u32| [16, 8, 0, 24].map(|shift| (pixel >> shift) as u8)).collect()
    }
}
