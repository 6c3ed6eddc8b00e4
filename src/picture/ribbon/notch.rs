//! The notches that name the dates of changes.

use super::sheet::Sheet;
use super::year::Year;
use crate::picture::{Align, Meaning, Picture, Shape, Text, Weight, measure};

/// Writing in a notch, in logical pixels.
const SIZE: f32 = 11.0;
/// The upper of the two lines of names, and how far the lower one is from it.
const LINE: f32 = 8.0;
const NEXT: f32 = 15.0;

/// The notches at the upper edge. A name that would lie over another goes a line lower, or is cut to its date, or is left to the tip.
pub fn draw(picture: &mut Picture, sheet: Sheet, year: &Year) {
    let plot = sheet.plot();
    let mut free = [plot.x; 2];
    for change in &year.changes {
        let Some(day) = year.ribbon.days.iter().position(|day| day.date == change.date) else { continue };
        let x = sheet.x(day);
        let notch = vec![vec![(x - 4.0, plot.y - 7.0).into(), (x + 4.0, plot.y - 7.0).into(), (x, plot.y).into()]];
        let shape = Shape::new(crate::picture::Form::Polygon { rings: notch }, Meaning::Warn);
        picture.add(shape.tip(change.tip.clone()));
        picture.add(Shape::line((x, plot.y), (x, plot.bottom()), 1.0, Meaning::Warn).opacity(0.55));
        let date = change.date.format("%-d %b").to_string();
        let written = [&change.name, &date].into_iter().find_map(|words| {
            let long = measure::width(words, SIZE, Weight::Regular);
            let line = (0..2).find(|&line| fit(x, long, (free[line], plot.right())).is_some())?;
            Some((words, line, fit(x, long, (free[line], plot.right()))?, long))
        });
        let Some((words, line, left, long)) = written else { continue };
        free[line] = left + long + 10.0;
        let text = Text::new(words.clone()).size(SIZE).ink(Meaning::Warn).align(Align::Start);
        picture.add(Shape::text((left, LINE + NEXT * line as f32), text));
    }
}

/// The left edge of a name near an x, in the room that is free; centred if that fits.
fn fit(x: f32, long: f32, (from, to): (f32, f32)) -> Option<f32> {
    let centred = (x - long / 2.0).clamp(from, (to - long).max(from));
    // Not so far aside that it seems to belong to another.
    let near = centred <= x + 2.0 && centred + long >= x - 2.0;
    (near && centred + long <= to + 0.5).then_some(centred)
}
