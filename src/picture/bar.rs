//! A bar of a few parts, to compare amounts from row to row of a table.

use super::{Fill, Meaning, Picture, Rect, Shape};

/// How high the sheet and the bar on it are, in logical pixels.
const SHEET: f32 = 16.0;
const BAR: f32 = 10.0;

/// A part of a bar.
#[derive(Debug, Clone)]
pub struct Part {
    /// How much it is, in the unit of all; less than nothing counts as nothing.
    pub amount: f64,
    /// How it is filled.
    pub fill: Fill,
    /// What the pointer learns.
    pub tip: String,
}

/// Draws parts one after another in a groove as long as `most`.
pub fn draw(parts: &[Part], most: f64, width: f32) -> Picture {
    let mut picture = Picture::new(width, SHEET);
    let top = (SHEET - BAR) / 2.0;
    picture.add(Shape::rectangle(Rect::new(0.0, top, width, BAR), Meaning::Off).opacity(0.35).rounded(BAR / 2.0));
    let mut x = 0.0;
    for part in parts.iter().filter(|part| part.amount > 0.0 && most > 0.0) {
        let long = ((part.amount / most) as f32 * width).min(width - x).max(0.0);
        let rect = Rect::new(x, top, long, BAR);
        let radius = (long / 2.0).min(BAR / 2.0);
        picture.add(Shape::rectangle(rect, part.fill).rounded(radius).tip(part.tip.clone()));
        x += long;
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Form;

    #[test]
    fn parts_are_as_long_as_their_share_and_stay_in_the_groove() {
        let part = |amount: f64| Part { amount, fill: Meaning::Good.into(), tip: String::new() };
        let longs = |parts: &[Part], most: f64| -> Vec<f32> {
            let shapes = draw(parts, most, 200.0).shapes;
            let rect = |shape: &Shape| match shape.form {
                Form::Rectangle { rect, .. } => rect.width,
                _ => 0.0,
            };
            shapes.iter().skip(1).map(rect).collect()
        };
        assert_eq!(longs(&[part(10.0), part(30.0)], 80.0), [25.0, 75.0]);
        assert_eq!(longs(&[part(-5.0), part(100.0)], 50.0), [200.0]);
        assert!(longs(&[part(1.0)], 0.0).is_empty());
    }
}
