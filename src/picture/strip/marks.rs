//! What moves over a strip: the present, and the time under the pointer with what it is for everybody.

use super::{Sheet, Strip, level_name};
use crate::picture::{Align, Meaning, Rect, Shape, Text, Weight, measure};
use crate::time::{Instant, Minutes, Span};

/// The height of a line of writing, in sizes.
const LINE: f32 = 1.3;

/// The present as a thin line; nothing on another day.
pub fn now(strip: &Strip, sheet: &Sheet, at: Instant) -> Vec<Shape> {
    if !strip.day.contains(at) {
        return Vec::new();
    }
    let mut shapes = vec![line(sheet, at, 1.5, Meaning::Now)];
    let x = sheet.x(at);
    shapes.push(Shape::disc((x, sheet.top() - 1.0), 3.5, Meaning::Now));
    shapes
}

/// A time as a line over all rows, with the time of the first row at its foot and each row's own beside the name.
/// `note` is what is said beside that time: how many are there.
pub fn scrub(strip: &Strip, sheet: &Sheet, at: Instant, note: &str) -> Vec<Shape> {
    let mut shapes = vec![line(sheet, at, 2.0, Meaning::Accent)];
    if let Some(home) = strip.rows.first() {
        let time = strip.clock.time(home.local(at));
        let words = if note.is_empty() { time } else { format!("{time} · {note}") };
        shapes.extend(flag(sheet, at, words));
    }
    shapes.extend(times(strip, sheet, at, Meaning::Accent));
    shapes
}

/// A span over all rows, with its two times on the clock of the first row at its foot and each row's own start beside the name.
/// `note` is what is said beside it: how long it is, how many are there.
pub fn span(strip: &Strip, sheet: &Sheet, span: Span, note: &str) -> Vec<Shape> {
    let (left, right) = (sheet.x(span.start), sheet.x(span.end));
    let over = Rect::new(left, sheet.top() - 4.0, right - left, sheet.bottom() - sheet.top() + 8.0);
    let mut shapes = vec![
        Shape::rectangle(over, Meaning::Accent).opacity(0.14).rounded(3.0),
        Shape::frame(over, 2.0, Meaning::Accent).rounded(3.0),
    ];
    for x in [left, right] {
        let grip = Rect::new(x - 3.0, over.center().y - 9.0, 6.0, 18.0);
        shapes.push(Shape::rectangle(grip, Meaning::Accent).rounded(3.0));
    }
    let middle = span.start + Minutes(span.minutes().0 / 2);
    shapes.extend(flag(sheet, middle, format!("{} · {note}", strip.clocked(span))));
    shapes.extend(times(strip, sheet, span.start, Meaning::Accent));
    shapes
}

/// Everybody's time at an instant, beside their names; with the weekday where it is another than in the first row.
pub fn times(strip: &Strip, sheet: &Sheet, at: Instant, ink: Meaning) -> Vec<Shape> {
    let Some(home) = strip.rows.first().map(|row| row.local(at).date()) else {
        return Vec::new();
    };
    let mut shapes = Vec::new();
    for (index, row) in strip.rows.iter().enumerate() {
        let local = row.local(at);
        let (right, middle) = sheet.time(index);
        let level = row.level_at(at).map(level_name);
        let day = (local.date() != home).then(|| local.format("%a").to_string());
        let note = [day.as_deref(), level].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        shapes.push(ended((right, middle - 8.0), Text::new(strip.clock.time(local)).size(14.0).strong().ink(ink)));
        shapes.push(ended((right, middle + 9.0), Text::new(note).size(11.0).ink(Meaning::Muted)));
    }
    shapes
}

/// Writing that ends at a point, centred on its height. It is placed by its left upper corner, because a renderer repaints only
/// what lies to the right of and below the point by which moving writing is placed.
fn ended((right, middle): (f32, f32), text: Text) -> Shape {
    let left = right - measure::width(&text.content, text.size, text.weight);
    Shape::text((left, middle - text.size * LINE / 2.0), text.align_y(Align::Start))
}

fn line(sheet: &Sheet, at: Instant, width: f32, meaning: Meaning) -> Shape {
    let place = Rect::new(sheet.x(at) - width / 2.0, sheet.top() - 4.0, width, sheet.bottom() - sheet.top() + 8.0);
    Shape::rectangle(place, meaning)
}

/// The words at the foot of a line, kept on the sheet.
fn flag(sheet: &Sheet, at: Instant, words: String) -> [Shape; 2] {
    let width = measure::width(&words, 12.0, Weight::Strong) + 16.0;
    let left = (sheet.x(at) - width / 2.0).clamp(0.0, (sheet.right() - width).max(0.0));
    let place = Rect::new(left, sheet.bottom() + 6.0, width, 22.0);
    let text = Text::new(words).strong().on(Meaning::Accent);
    let words = ended((place.right() - 8.0, place.center().y), text);
    [Shape::rectangle(place, Meaning::Accent).rounded(6.0), words]
}
