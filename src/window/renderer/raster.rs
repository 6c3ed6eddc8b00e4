//! Pixels that are painted on, and how a colour is laid over them.

use iced::{Color, Rectangle};

use super::area::Area;

/// A colour with its opacity multiplied in: opacity, red, green and blue from the highest byte to the lowest, as windows want it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ink(pub u32);

impl Ink {
    /// A colour, less opaque by a share.
    pub fn of(color: Color) -> Self {
        let [red, green, blue, opacity] = color.into_rgba8();
        let times = |part: u8| (u32::from(part) * u32::from(opacity) + 127) / 255;
        Self(u32::from(opacity) << 24 | times(red) << 16 | times(green) << 8 | times(blue))
    }

    /// Whether nothing below it is seen.
    pub fn is_opaque(self) -> bool {
        self.0 >> 24 == 255
    }

    /// The same where only a share of 255 of a pixel is covered.
    #[inline]
    pub fn thinned(self, share: u8) -> Self {
        let share = u32::from(share);
        Self(each(self.0, share))
    }

    /// Laid over a pixel.
    #[inline]
    pub fn over(self, below: u32) -> u32 {
        self.0 + each(below, 255 - (self.0 >> 24))
    }
}

/// Multiplies each of the four bytes by a share of 255, rounded.
#[inline]
fn each(pixel: u32, share: u32) -> u32 {
    let pairs = |pair: u32| {
        let product = pair * share + 0x0080_0080;
        (product + ((product >> 8) & 0x00ff_00ff)) >> 8 & 0x00ff_00ff
    };
    pairs(pixel & 0x00ff_00ff) | pairs(pixel >> 8 & 0x00ff_00ff) << 8
}

/// The share of a pixel that is covered, of 255.
pub fn share(covered: f32) -> u8 {
    (covered.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// How much of the pixel that begins at `pixel` lies between two edges, from 0 to 1.
pub fn covered(pixel: i32, from: f32, to: f32) -> f32 {
    let pixel = pixel as f32;
    (to.min(pixel + 1.0) - from.max(pixel)).clamp(0.0, 1.0)
}

/// A rectangle of pixels.
pub struct Raster<'a> {
    pub pixels: &'a mut [u32],
    /// Where on the screen they are.
    pub area: Area,
}

impl Raster<'_> {
    /// The pixels of a row from `left` to `right`, which must lie in the area.
    #[inline]
    pub fn row(&mut self, y: i32, left: i32, right: i32) -> &mut [u32] {
        let start = (y - self.area.top) as usize * self.area.width();
        &mut self.pixels[start + (left - self.area.left) as usize..start + (right - self.area.left) as usize]
    }

    /// Lays a colour over a part of a row.
    pub fn span(&mut self, y: i32, left: i32, right: i32, ink: Ink) {
        if left >= right || ink.0 == 0 {
            return;
        }
        let row = self.row(y, left, right);
        if ink.is_opaque() {
            row.fill(ink.0);
        } else {
            for pixel in row {
                *pixel = ink.over(*pixel);
            }
        }
    }

    /// Fills whole pixels.
    pub fn fill(&mut self, area: Area, ink: Ink) {
        let area = area.cut(self.area);
        for y in area.top..area.bottom {
            self.span(y, area.left, area.right, ink);
        }
    }

    /// Fills a rectangle; pixels that it covers in part get a part of the colour.
    pub fn fill_smooth(&mut self, bounds: Rectangle, clip: Area, ink: Ink) {
        let area = Area::around(bounds, 0.0).cut(clip).cut(self.area);
        let (right, bottom) = (bounds.x + bounds.width, bounds.y + bounds.height);
        let whole_left = (bounds.x.ceil() as i32).clamp(area.left, area.right.max(area.left));
        let whole_right = (right.floor() as i32).clamp(whole_left, area.right.max(whole_left));
        for y in area.top..area.bottom {
            let high = covered(y, bounds.y, bottom);
            self.span(y, whole_left, whole_right, ink.thinned(share(high)));
            for x in (area.left..whole_left).chain(whole_right..area.right) {
                let part = share(high * covered(x, bounds.x, right));
                self.span(y, x, x + 1, ink.thinned(part));
            }
        }
    }

    /// Lays a colour over the pixels of `area` that lie in `clip`, each by its share of 255 in the mask.
    #[inline]
    pub fn stamp(&mut self, area: Area, mask: &[u8], ink: Ink, clip: Area) {
        let seen = area.cut(clip).cut(self.area);
        for y in seen.top..seen.bottom {
            let start = (y - area.top) as usize * area.width() + (seen.left - area.left) as usize;
            let shares = &mask[start..start + seen.width()];
            for (pixel, share) in self.row(y, seen.left, seen.right).iter_mut().zip(shares) {
                match share {
                    0 => {}
                    255 if ink.is_opaque() => *pixel = ink.0,
                    share => *pixel = ink.thinned(*share).over(*pixel),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opaque_colour_hides_and_a_clear_one_leaves() {
        assert_eq!(Ink::of(Color::WHITE).over(0xff12_3456), 0xffff_ffff);
        assert_eq!(Ink::of(Color::TRANSPARENT).over(0xff12_3456), 0xff12_3456);
    }

    #[test]
    fn half_of_white_over_black_is_grey() {
        assert_eq!(Ink::of(Color::WHITE).thinned(128).over(0xff00_0000), 0xff80_8080);
    }

    #[test]
    fn a_layer_over_itself_never_overflows() {
        for opacity in 0..=255_u8 {
            for below in [0xff00_0000, 0xffff_ffff, 0xff80_ff01] {
                let ink = Ink::of(Color::from_rgba8(255, 255, 255, f32::from(opacity) / 255.0));
                assert_eq!(ink.over(below) >> 24, 255, "opacity {opacity}");
            }
        }
    }

    #[test]
    fn a_rectangle_covers_its_edges_by_the_share_that_it_has_of_them() {
        let mut pixels = [0xff00_0000_u32; 9];
        let mut raster = Raster { pixels: &mut pixels, area: Area::of_size(3, 3) };
        let bounds = Rectangle { x: 0.5, y: 0.0, width: 2.0, height: 2.5 };
        raster.fill_smooth(bounds, Area::of_size(3, 3), Ink::of(Color::WHITE));
        let blue = pixels.map(|pixel| pixel & 0xff);
        assert_eq!(blue, [128, 255, 128, 128, 255, 128, 64, 128, 64]);
    }
}
