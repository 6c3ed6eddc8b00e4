//! What a drawing can be saved as.

use super::format::{Format, Formats};
use super::png::{self, Undrawable};
use super::svg;
use crate::picture::Picture;
use crate::picture::palette::Palette;

/// Writes pictures from top to bottom on one sheet with a title.
pub type Write = fn(&[&Picture], &Palette, &str) -> Result<Vec<u8>, Undrawable>;

/// The formats of drawings.
#[derive(Clone, Copy, Debug)]
pub struct DrawingFormats;

impl Formats for DrawingFormats {
    type Write = Write;
    const ALL: &'static [Format<Write>] = &[
        Format {
            id: "svg",
            name: "SVG",
            about: "Save the drawing as SVG, which can be scaled",
            ending: "svg",
            write: |pictures, palette, title| Ok(svg::write(pictures, palette, title).into_bytes()),
        },
        Format {
            id: "png",
            name: "PNG",
            about: "Save the drawing as PNG, for any page or chat",
            ending: "png",
            write: png::write,
        },
    ];
}
