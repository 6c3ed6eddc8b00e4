//! Letters: each is drawn once and then copied.

use std::collections::HashMap;
use std::fmt;

use iced::advanced::graphics::text::cosmic_text::{Buffer, CacheKey, FontSystem, SwashCache, SwashContent};
use iced::{Color, Point, Transformation};

use super::area::Area;
use super::raster::{Ink, Raster, share};

/// So many letters are kept; beyond, those that the last frame did not use are let go.
const KEPT: usize = 4096;

/// The letters that were drawn lately.
pub struct Glyphs {
    kept: HashMap<CacheKey, Glyph, rustc_hash::FxBuildHasher>,
    swash: SwashCache,
    /// Counts the frames.
    frame: u64,
}

/// A letter, drawn.
struct Glyph {
    picture: Picture,
    left: i32,
    top: i32,
    width: i32,
    height: i32,
    used: u64,
}

enum Picture {
    /// Nothing is seen of it: a space.
    Blank,
    /// How much of each pixel it covers.
    Mask(Box<[u8]>),
    /// In colours of its own.
    Colored(Box<[Ink]>),
}

impl Default for Glyphs {
    fn default() -> Self {
        Self { kept: HashMap::default(), swash: SwashCache::new(), frame: 0 }
    }
}

impl fmt::Debug for Glyphs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Glyphs").field("kept", &self.kept.len()).finish_non_exhaustive()
    }
}

impl Glyphs {
    /// Paints a text that is laid out; only what lies in `clip` is seen. Says how many letters were copied.
    pub fn paint(
        &mut self,
        raster: &mut Raster<'_>,
        fonts: &mut FontSystem,
        (buffer, position, color): (&Buffer, Point, Color),
        at: Transformation,
        clip: Area,
    ) -> usize {
        let clip = clip.cut(raster.area);
        let scale = at.scale_factor();
        let position = position * at;
        let ink = Ink::of(color);
        let mut count = 0;
        for run in buffer.layout_runs() {
            let baseline = (run.line_y * scale).round() as i32;
            let (top, line) = (position.y + run.line_top * scale, run.line_height * scale);
            if top - line > clip.bottom as f32 || top + 2.0 * line < clip.top as f32 {
                continue;
            }
            for glyph in run.glyphs {
                let placed = glyph.physical((position.x, position.y), scale);
                let ink = glyph.color_opt.map_or(ink, |own| {
                    let [red, green, blue, opacity] = own.as_rgba();
                    Ink::of(Color::from_rgba8(red, green, blue, f32::from(opacity) / 255.0 * color.a))
                });
                let drawn = self.drawn(fonts, placed.cache_key);
                let (left, top) = (placed.x + drawn.left, placed.y - drawn.top + baseline);
                count += usize::from(drawn.copy(raster, (left, top), ink, color.a, clip));
            }
        }
        count
    }

    /// A letter, drawn if it was not yet.
    fn drawn(&mut self, fonts: &mut FontSystem, key: CacheKey) -> &Glyph {
        let swash = &mut self.swash;
        let glyph = self.kept.entry(key).or_insert_with(|| draw(swash, fonts, key));
        glyph.used = self.frame;
        glyph
    }

    /// Lets go of what the last frame did not need, if there is much of it.
    pub fn trim(&mut self) {
        if self.kept.len() > KEPT {
            self.kept.retain(|_, glyph| glyph.used == self.frame);
        }
        self.frame += 1;
    }
}

fn draw(swash: &mut SwashCache, fonts: &mut FontSystem, key: CacheKey) -> Glyph {
    let blank = Glyph { picture: Picture::Blank, left: 0, top: 0, width: 0, height: 0, used: 0 };
    let Some(image) = swash.get_image_uncached(fonts, key) else { return blank };
    let picture = match image.content {
        SwashContent::Mask => Picture::Mask(image.data.into()),
        SwashContent::Color => {
            let pixels = image.data.chunks_exact(4);
            let ink = |part: &[u8]| Ink::of(Color::from_rgba8(part[0], part[1], part[2], f32::from(part[3]) / 255.0));
            Picture::Colored(pixels.map(ink).collect())
        }
        // Nobody asks for these: they would be three masks, one a colour of a pixel.
        SwashContent::SubpixelMask => return blank,
    };
    let placed = image.placement;
    if placed.width == 0 || placed.height == 0 {
        return blank;
    }
    Glyph {
        picture,
        left: placed.left,
        top: placed.top,
        width: placed.width as i32,
        height: placed.height as i32,
        used: 0,
    }
}

impl Glyph {
    /// Copies the letter to its corner; false where nothing of it is seen.
    fn copy(&self, raster: &mut Raster<'_>, (left, top): (i32, i32), ink: Ink, opacity: f32, clip: Area) -> bool {
        let area = Area { left, top, right: left + self.width, bottom: top + self.height };
        let seen = area.cut(clip);
        if seen.is_empty() {
            return false;
        }
        match &self.picture {
            Picture::Blank => return false,
            Picture::Mask(mask) => raster.stamp(area, mask, ink, clip),
            Picture::Colored(colors) => {
                let fade = share(opacity);
                for y in seen.top..seen.bottom {
                    let start = ((y - top) * self.width + seen.left - left) as usize;
                    let row = raster.row(y, seen.left, seen.right);
                    for (pixel, color) in row.iter_mut().zip(&colors[start..]) {
                        *pixel = color.thinned(fade).over(*pixel);
                    }
                }
            }
        }
        true
    }
}
