//! The strip grid of one day: a row for each member, in which a column is one instant.
//!
//! Every row is cut into cells at its own local hours, so that a cell can print the hour that the member's clock
//! shows there; in zones off the full hour the cells stand between those of the others, and every x still means the
//! same instant in all rows. The first cell of a local date shows the weekday and the date. A day of 23 or 25 hours
//! has as many cells. The levels differ in lightness and pattern; the overlap lies over all rows as a band.
//!
//! [`draw`] makes the picture, which changes once a day; what moves ([`now`], [`scrub`]) are shapes to be laid over it.

mod cells;
mod marks;
mod presence;
mod row;
mod sheet;
mod shown;

pub use cells::CELL;
pub use marks::{now, scrub, span, times};
pub use presence::Presence;
pub use row::Row;
pub use sheet::Sheet;
pub use shown::{Strip, level_name};

use super::{Align, Id, Ink, Meaning, Picture, Rect, Shape, Text, measure};
use crate::availability::Level;
use crate::time::{Minutes, Spans};
use crate::words::amount;
use crate::words::clock;
use crate::words::why::rule;

/// The name at the left of a row.
pub const MEMBER: &str = "member";
/// The time beside the name of a row.
pub const TIME: &str = "time";
/// A window of the overlap.
pub const WINDOW: &str = "window";

/// Draws a strip for a width in logical pixels.
pub fn draw(strip: &Strip, width: f32) -> Picture {
    let sheet = Sheet::new(strip, width);
    let mut picture = Picture::new(width, sheet.height());
    for (index, row) in strip.rows.iter().enumerate() {
        label(&mut picture, &sheet, strip, index, row);
        cells::draw(&mut picture, &sheet, index, row);
    }
    let some = strip.some.difference(&strip.all);
    bands(&mut picture, &sheet, strip, &some, Band { strong: false, count: strip.at_least });
    bands(&mut picture, &sheet, strip, &strip.all, Band { strong: true, count: strip.asked });
    captions(&mut picture, &sheet, strip, &some);
    picture
}

/// The name of a row with place and offset, cut to its room; the tip has it all.
fn label(picture: &mut Picture, sheet: &Sheet, strip: &Strip, index: usize, row: &Row) {
    let place = sheet.label(index);
    let offset = row.offset_at(strip.day.start);
    let first = index == 0;
    if first {
        picture.add(Shape::rectangle(place, Meaning::AccentSoft).rounded(6.0));
        let bar = Rect::new(place.x, place.y, 3.0, place.height);
        picture.add(Shape::rectangle(bar, Meaning::Accent).rounded(1.5));
    }
    let written = clock::offset(offset);
    let ahead = strip.rows.first().map_or(0, |home| i64::from(offset.0 - home.offset_at(strip.day.start).0));
    let rule = rule(row.zone, strip.day.start, strip.clock);
    let mut tip = format!("{}, {}\n{rule}", row.name, row.place);
    if !first {
        let distance = amount::duration(Minutes(ahead.abs()));
        let how = match ahead {
            0 => "The same time as in the first row".to_owned(),
            ahead if ahead > 0 => format!("{distance} ahead of the first row"),
            _ => format!("{distance} behind the first row"),
        };
        tip = format!("{tip}\n{how}\nPress to see the day from here");
    }
    let hit = Shape::rectangle(place, Meaning::Surface).opacity(0.0).id(Id::new(MEMBER, index, 0));
    picture.add(hit.tip(tip));
    let time = Shape::rectangle(sheet.time_place(index), Meaning::Surface).opacity(0.0).id(Id::new(TIME, index, 0));
    picture.add(time.tip(format!("Press to type a time in {}", row.place)));
    let (x, room) = (place.x + 10.0, sheet.name_width() - 14.0);
    let middle = place.center().y;
    picture.add(Shape::text((x, middle - 8.0), Text::new(&row.name).size(13.0).strong().within(room)));
    // The offset is what one looks for: a long place gives way to it.
    let tail = format!(" · {written}");
    let left = room - measure::width(&tail, 11.0, super::Weight::Regular);
    let line = format!("{}{tail}", measure::elided(&row.place, 11.0, super::Weight::Regular, left));
    picture.add(Shape::text((x, middle + 9.0), Text::new(line).size(11.0).ink(Meaning::Muted)));
}

/// How a band of windows looks.
#[derive(Clone, Copy)]
struct Band {
    strong: bool,
    count: usize,
}

/// The windows as bands over all rows, with a bar at the top.
fn bands(picture: &mut Picture, sheet: &Sheet, strip: &Strip, windows: &Spans, band: Band) {
    let (tint, bar) = if band.strong { (0.16, 1.0) } else { (0.07, 0.4) };
    for (index, window) in windows.clip(strip.day).iter().enumerate() {
        let (left, right) = (sheet.x(window.start), sheet.x(window.end));
        let over = Rect::new(left, sheet.top(), right - left, sheet.bottom() - sheet.top());
        picture.add(Shape::rectangle(over, Meaning::Good).opacity(tint));
        let head = Rect::new(left, sheet.top() - 8.0, right - left, 5.0);
        let count = if band.count < strip.asked { format!("At least {}", band.count) } else { whom(strip) };
        let tip = format!("{count}: {}, {}", strip.clocked(*window), amount::duration(window.minutes()));
        picture.add(
            Shape::rectangle(head, Meaning::Good)
                .rounded(2.5)
                .opacity(bar)
                .id(Id::new(WINDOW, usize::from(!band.strong), index))
                .tip(tip),
        );
        if band.strong {
            picture.add(Shape::frame(over, 2.0, Meaning::Good).rounded(3.0));
        }
    }
}

fn whom(strip: &Strip) -> String {
    match strip.asked {
        1 => "There".to_owned(),
        2 => "Both".to_owned(),
        count => format!("All {count}"),
    }
}

/// The times of the windows above their bars, where there is room; those of all before those of some.
fn captions(picture: &mut Picture, sheet: &Sheet, strip: &Strip, some: &Spans) {
    const SIZE: f32 = 12.0;
    let mut taken: Vec<(f32, f32)> = Vec::new();
    let all = strip.all.clip(strip.day);
    let rest = some.clip(strip.day);
    let windows = all.iter().map(|window| (window, true)).chain(rest.iter().map(|window| (window, false)));
    for (window, strong) in windows {
        let words = strip.clocked(*window);
        let weight = if strong { super::Weight::Strong } else { super::Weight::Regular };
        let half = measure::width(&words, SIZE, weight) / 2.0;
        let middle = f32::midpoint(sheet.x(window.start), sheet.x(window.end));
        let middle = middle.clamp(sheet.left() + half, (sheet.right() - half).max(sheet.left() + half));
        let free = taken.iter().all(|&(from, to)| middle + half + 8.0 < from || middle - half - 8.0 > to);
        if !free {
            continue;
        }
        taken.push((middle - half, middle + half));
        let text = Text::new(words).size(SIZE).align(Align::Center);
        let text = if strong { text.strong().ink(Meaning::Good) } else { text.ink(Meaning::Muted) };
        picture.add(Shape::text((middle, sheet.top() - 18.0), text));
    }
}

/// The levels and bands with their names, in one line as far as the width allows.
pub fn legend(width: f32) -> Picture {
    const LINE: f32 = 22.0;
    let levels = [Level::Preferred, Level::Flexible, Level::Off, Level::Asleep, Level::Away];
    let entries = levels.map(|level| (Meaning::from(level), 1.0, level_name(level)));
    let bands = [(Meaning::Good, 1.0, "all together"), (Meaning::Good, 0.4, "enough of them")];
    let mut picture = Picture::new(width, LINE);
    let (mut x, mut y) = (0.0, 0.0);
    for (meaning, opacity, name) in entries.into_iter().chain(bands) {
        let long = 20.0 + 6.0 + measure::width(name, 12.0, super::Weight::Regular) + 20.0;
        if x > 0.0 && x + long > width {
            (x, y) = (0.0, y + LINE);
        }
        let swatch = if meaning == Meaning::Good {
            Rect::new(x, y + LINE / 2.0 - 2.5, 20.0, 5.0)
        } else {
            Rect::new(x, y + 4.0, 20.0, 14.0)
        };
        picture.add(Shape::rectangle(swatch, meaning).rounded(2.5).opacity(opacity));
        let ink = Ink::Plain(Meaning::Muted);
        picture.add(Shape::text((x + 26.0, y + LINE / 2.0), Text::new(name).ink(ink)));
        x += long;
    }
    picture.height = y + LINE;
    picture
}

#[cfg(test)]
mod tests;
