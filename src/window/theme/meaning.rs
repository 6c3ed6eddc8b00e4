//! The colour of what a picture means.

use iced::Color;

use super::Palette;
use super::palette::of;
use crate::picture::{Ink, Meaning};

/// The colour of a meaning.
pub fn color(palette: &Palette, meaning: Meaning) -> Color {
    of(palette.pictures.color(meaning))
}

/// The colour of writing.
pub fn ink(palette: &Palette, ink: Ink) -> Color {
    of(palette.pictures.ink(ink))
}

/// The colour of the pattern on a shape that is filled with a meaning.
pub fn texture(palette: &Palette, meaning: Meaning) -> Color {
    of(palette.pictures.texture(meaning))
}

/// A colour between two: 0 is the first, 1 the second.
pub(super) fn mixed(from: Color, to: Color, share: f32) -> Color {
    let between = |a: f32, b: f32| a + (b - a) * share;
    Color::from_rgb(between(from.r, to.r), between(from.g, to.g), between(from.b, to.b))
}
