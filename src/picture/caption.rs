//! Words above a picture that stands alone.

use super::{Meaning, Picture, Shape, Text};

/// How high the title and each line below it are, in logical pixels.
const TITLE: f32 = 26.0;
const LINE: f32 = 18.0;

/// A title with lines below it, for a width in logical pixels; what is too long is cut.
pub fn draw(title: &str, lines: &[String], width: f32) -> Picture {
    let mut picture = Picture::new(width, TITLE + LINE * lines.len() as f32);
    picture.add(Shape::text((0.0, TITLE / 2.0), Text::new(title).size(17.0).strong().within(width)));
    for (number, line) in lines.iter().enumerate() {
        let y = TITLE + LINE * (number as f32 + 0.5);
        picture.add(Shape::text((0.0, y), Text::new(line.clone()).size(12.0).ink(Meaning::Muted).within(width)));
    }
    picture
}
