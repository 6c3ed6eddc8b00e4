//! What the widgets ask to be drawn, recorded in layers.

use std::sync::Arc;

use iced::advanced::graphics::text::{editor, paragraph};
use iced::advanced::graphics::{self, text::Text};
use iced::advanced::renderer::Quad;
use iced::{Background, Color, Point, Rectangle, Transformation};
use iced_tiny_skia::Primitive;

/// A part of the window with its own edge. In a layer quads lie below shapes, and shapes below texts.
#[derive(Debug)]
pub struct Layer {
    pub bounds: Rectangle,
    pub quads: Vec<(Quad, Background)>,
    pub shapes: Vec<Shapes>,
    pub texts: Vec<Written>,
}

/// Shapes of a drawing.
#[derive(Debug)]
pub struct Shapes {
    pub primitives: Arc<[Primitive]>,
    /// In the coordinates of the shapes.
    pub clip: Rectangle,
    pub transformation: Transformation,
}

/// A text at its place.
#[derive(Debug, Clone)]
pub enum Written {
    /// Of a widget, which keeps it laid out.
    Paragraph { paragraph: paragraph::Weak, position: Point, color: Color, clip: Rectangle, at: Transformation },
    /// Of a field of several lines.
    Editor { editor: editor::Weak, position: Point, color: Color, clip: Rectangle, at: Transformation },
    /// Of a drawing. The renderer lays it out and keeps that as long as it is drawn.
    Label(Text),
}

impl Default for Layer {
    fn default() -> Self {
        Self { bounds: Rectangle::INFINITE, quads: Vec::new(), shapes: Vec::new(), texts: Vec::new() }
    }
}

impl graphics::Layer for Layer {
    fn with_bounds(bounds: Rectangle) -> Self {
        Self { bounds, ..Self::default() }
    }

    fn bounds(&self) -> Rectangle {
        self.bounds
    }

    fn flush(&mut self) {}

    fn resize(&mut self, bounds: Rectangle) {
        self.bounds = bounds;
    }

    fn reset(&mut self) {
        self.bounds = Rectangle::INFINITE;
        self.quads.clear();
        self.shapes.clear();
        self.texts.clear();
    }

    // Layers are never merged: each is cheap.
    fn start(&self) -> usize {
        0
    }

    fn end(&self) -> usize {
        usize::MAX
    }

    fn merge(&mut self, layer: &mut Self) {
        self.quads.append(&mut layer.quads);
        self.shapes.append(&mut layer.shapes);
        self.texts.append(&mut layer.texts);
    }
}
