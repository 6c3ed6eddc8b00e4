//! The day of somebody as a thin strip: what they are at each time, with the present moment marked.

use super::{Meaning, Picture, Rect, Shape};
use crate::availability::Level;
use crate::time::{Instant, Span};

/// How wide and high the strip is, in logical pixels.
pub const WIDTH: f32 = 240.0;
const HEIGHT: f32 = 10.0;
/// How wide the mark of the present is, and how far it stands out, in logical pixels.
const MARK: f32 = 3.0;
const OUT: f32 = 2.0;

/// Draws the stretches of a day from left to right, and `now`, if it is within.
pub fn draw(day: Span, stretches: &[(Span, Level)], now: Instant, width: f32) -> Picture {
    let mut picture = Picture::new(width, HEIGHT + 2.0 * OUT);
    let length = day.minutes().0.max(1) as f32;
    let x = |at: Instant| Span { start: day.start, end: at }.minutes().0 as f32 / length * width;
    for &(span, level) in stretches {
        let (from, to) = (x(span.start), x(span.end));
        let rect = Rect::new(from, OUT, (to - from - 0.5).max(0.5), HEIGHT);
        picture.add(Shape::rectangle(rect, Meaning::from(level)).rounded(2.0));
    }
    if day.contains(now) {
        let left = (x(now) - MARK / 2.0).clamp(0.0, width - MARK);
        let mark = Rect::new(left, 0.0, MARK, HEIGHT + 2.0 * OUT);
        picture.add(Shape::rectangle(mark, Meaning::Now).rounded(MARK / 2.0));
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Form;
    use crate::time::Minutes;

    #[test]
    fn a_day_is_as_wide_as_its_stretches_and_now_stands_in_it() {
        let start = Instant::midnight("2027-04-06".parse().expect("a date"));
        let noon = start + Minutes::hours(12);
        let end = start + Minutes::DAY;
        let stretches = [(Span { start, end: noon }, Level::Asleep), (Span { start: noon, end }, Level::Preferred)];
        let lefts = |now: Instant| -> Vec<f32> {
            let picture = draw(Span { start, end }, &stretches, now, WIDTH);
            let rects = picture.shapes.iter().filter_map(|shape| match shape.form {
                Form::Rectangle { rect, .. } => Some(rect.x),
                _ => None,
            });
            rects.collect()
        };
        assert_eq!(lefts(start + Minutes::hours(6)), [0.0, 120.0, 60.0 - MARK / 2.0]);
        assert_eq!(lefts(end + Minutes(1)), [0.0, 120.0], "now is on another day");
    }
}
