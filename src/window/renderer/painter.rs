//! Paints the pieces of a frame that differ from the frame before.

use iced::advanced::graphics::text::{cache, cosmic_text::FontSystem, font_system};
use iced::{Color, Size};

use super::area::Area;
use super::damage::{self, Shown};
use super::glyph::Glyphs;
use super::layer::Layer;
use super::piece::{self, Known, Piece, What};
use super::quad;
use super::raster::{Ink, Raster};
use super::shape::Masks;

/// What is kept from frame to frame to paint quickly.
#[derive(Debug, Default)]
pub struct Painter {
    glyphs: Glyphs,
    labels: cache::Cache,
    masks: Masks,
    known: Known,
    /// The pixels of a region while it is painted.
    desk: Vec<u32>,
}

/// What stands on pixels: which pieces, how many pixels, on what ground.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    pieces: Vec<Shown>,
    size: Size<u32>,
    scale: f32,
    ground: Color,
}

/// How much a frame had to paint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Painted {
    /// Regions that were painted anew.
    pub regions: usize,
    /// Pixels of these regions.
    pub pixels: usize,
    /// Pieces of the whole window.
    pub pieces: usize,
    /// Quads that were painted, once a region.
    pub quads: usize,
    /// Shapes of drawings that were painted, once a region.
    pub shapes: usize,
    /// Texts that were painted, once a region.
    pub texts: usize,
    /// Letters that were copied.
    pub glyphs: usize,
}

impl Painter {
    /// Paints the layers into pixels that hold what `view` says, and notes in `view` what they hold now.
    pub fn paint(
        &mut self,
        layers: &[Layer],
        view: &mut View,
        pixels: &mut [u32],
        size: Size<u32>,
        scale: f32,
        ground: Color,
    ) -> Painted {
        let window = Area::of_size(size.width, size.height);
        let mut fonts = font_system().write().expect("no thread panics while it holds the fonts");
        let fonts = fonts.raw();
        let pieces = piece::list(layers, window, scale, &mut self.known, &mut self.labels, fonts);
        let shown: Vec<Shown> = pieces.iter().map(|piece| (piece.mark, piece.area)).collect();
        let is_same_window = (view.size, view.scale, view.ground) == (size, scale, ground);
        let regions = if is_same_window { damage::between(&view.pieces, &shown) } else { vec![window] };
        *view = View { pieces: shown, size, scale, ground };
        let mut painted = Painted { regions: regions.len(), pieces: pieces.len(), ..Painted::default() };
        let mut screen = Raster { pixels, area: window };
        for region in regions {
            painted.pixels += region.pixels();
            self.region(&pieces, region, (scale, ground), &mut screen, fonts, &mut painted);
        }
        self.glyphs.trim();
        self.labels.trim();
        self.masks.trim();
        self.known.trim();
        painted
    }

    /// Paints one region on the desk and copies it to the screen.
    fn region(
        &mut self,
        pieces: &[Piece<'_>],
        region: Area,
        (scale, ground): (f32, Color),
        screen: &mut Raster<'_>,
        fonts: &mut FontSystem,
        painted: &mut Painted,
    ) {
        self.desk.clear();
        self.desk.resize(region.pixels(), Ink::of(ground).0);
        let mut raster = Raster { pixels: &mut self.desk, area: region };
        for piece in pieces.iter().filter(|piece| piece.area.meets(region)) {
            let clip = piece.clip.cut(region);
            match &piece.what {
                What::Quad(quad, background) => {
                    quad::paint(&mut raster, quad, background, scale, clip);
                    painted.quads += 1;
                }
                What::Shape(shape, mark, at) => {
                    self.masks.paint(&mut raster, (shape, *mark), *at, piece.area, clip);
                    painted.shapes += 1;
                }
                What::Text { laid, position, color, at } => {
                    if let Some(buffer) = laid.buffer(&self.labels) {
                        painted.glyphs += self.glyphs.paint(&mut raster, fonts, (buffer, *position, *color), *at, clip);
                    }
                    painted.texts += 1;
                }
            }
        }
        for (y, row) in (region.top..region.bottom).zip(self.desk.chunks_exact(region.width())) {
            screen.row(y, region.left, region.right).copy_from_slice(row);
        }
    }
}
