//! The cells of a row: one for each hour of its own clock.

use chrono::{Datelike, Timelike};

use super::{Row, Sheet};
use crate::availability::Level;
use crate::picture::{Align, Id, Meaning, Picture, Rect, Shape, Text};
use crate::time::{Instant, Minutes, Span};
use crate::words::clock::Clock;

/// Cells: row by row, by their place in the row.
pub const CELL: &str = "cell";

/// Between two cells, in logical pixels.
const GAP: f32 = 1.0;
/// The least room for a printed hour, in logical pixels.
const HOUR: f32 = 19.0;

/// Draws the cells of a row.
pub(super) fn draw(picture: &mut Picture, sheet: &Sheet, index: usize, row: &Row) {
    let place = sheet.hours(index);
    let day = sheet.day();
    let hour = (sheet.x(day.start + Minutes(60)) - sheet.x(day.start)).max(1.0);
    let every = [1, 2, 3, 6].into_iter().find(|&hours| hour * hours as f32 >= HOUR).unwrap_or(12);
    for (column, cell) in cells(row, day).into_iter().enumerate() {
        let (left, right) = (sheet.x(cell.start), sheet.x(cell.end));
        let whole = Rect::new(left, place.y, right - left, place.height);
        for (piece, level) in levels(row, cell) {
            let (from, to) = (sheet.x(piece.start), sheet.x(piece.end));
            let gap = if piece.end == cell.end { GAP } else { 0.0 };
            let rect = Rect::new(from, place.y, (to - from - gap).max(0.5), place.height);
            picture.add(Shape::rectangle(rect, level.map_or(Meaning::Raised, Meaning::from)));
        }
        picture.add(Shape::rectangle(whole, Meaning::Surface).opacity(0.0).id(Id::new(CELL, index, column)));
        written(picture, row, cell, whole, (every, sheet.clock()));
    }
    for (at, words) in row.turns.iter().filter(|(at, _)| day.contains(*at)) {
        let column = cells(row, day).iter().position(|cell| cell.contains(*at)).unwrap_or_default();
        let mark = Rect::new(sheet.x(*at) - 1.5, place.y - 2.0, 3.0, place.height + 4.0);
        picture.add(Shape::rectangle(mark, Meaning::Warn).rounded(1.5));
        let reach = Rect::new(mark.x - 3.0, mark.y, 9.0, mark.height);
        let hit = Shape::rectangle(reach, Meaning::Warn).opacity(0.0).id(Id::new(CELL, index, column));
        picture.add(hit.tip(words.clone()));
    }
}

/// The hour that the clock shows at the start of a cell; where a date begins the weekday and the date, be it at 01:00.
fn written(picture: &mut Picture, row: &Row, cell: Span, whole: Rect, (every, clock): (u32, Clock)) {
    let local = row.local(cell.start);
    let middle = whole.center();
    let level = row.level_at(cell.start + Minutes(cell.minutes().0 / 2));
    let inked = |text: Text| match level {
        Some(level) => text.on(level.into()),
        None => text.ink(Meaning::Muted),
    };
    if row.date_before(cell.start) != local.date() {
        let edge = Rect::new(whole.x - GAP, whole.y, 2.0, whole.height);
        picture.add(Shape::rectangle(edge, Meaning::Text));
        let date = local.date();
        let weekday = Text::new(date.format("%a").to_string()).size(11.0).strong().align(Align::Center);
        let long = Text::new(date.format("%-d %b").to_string()).size(10.0).align(Align::Center);
        let fits = !long.clone().whole_within(whole.width - 2.0).content.is_empty();
        let below = if fits { long } else { Text::new(date.day().to_string()).size(10.0).align(Align::Center) };
        let room = whole.width - 2.0;
        picture.add(Shape::text((middle.x, middle.y - 7.0), inked(weekday.whole_within(room))));
        picture.add(Shape::text((middle.x, middle.y + 7.0), inked(below.whole_within(room))));
        return;
    }
    if !local.hour().is_multiple_of(every) || local.minute() != 0 {
        return;
    }
    let (number, half) = clock.hour(local.hour());
    let hour = Text::new(number.to_string()).size(12.0).align(Align::Center);
    let hour = if level == Some(Level::Preferred) { hour.strong() } else { hour };
    let Some(half) = half else {
        picture.add(Shape::text(middle, inked(hour.whole_within(whole.width))));
        return;
    };
    picture.add(Shape::text((middle.x, middle.y - 5.0), inked(hour.whole_within(whole.width))));
    let half = Text::new(half).size(9.0).align(Align::Center);
    picture.add(Shape::text((middle.x, middle.y + 8.0), inked(half.whole_within(whole.width))));
}

/// A day cut at the hours of a row's clock, and where the clock is turned.
pub(super) fn cells(row: &Row, day: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = day.start;
    while start < day.end {
        let past = i64::from(row.local(start).minute());
        let hour = start + Minutes(60 - past);
        let turned = row.clock.iter().map(|&(at, _)| at).find(|&at| at > start);
        let end: Instant = [Some(hour), turned, Some(day.end)].into_iter().flatten().min().unwrap_or(day.end);
        found.extend(Span::new(start, end));
        start = end;
    }
    found
}

/// The pieces of a cell by level; the whole cell for a row without levels.
fn levels(row: &Row, cell: Span) -> Vec<(Span, Option<Level>)> {
    if row.levels.is_empty() {
        return vec![(cell, None)];
    }
    let within = |&(span, level): &(Span, Level)| span.intersection(cell).map(|piece| (piece, Some(level)));
    row.levels.iter().filter_map(within).collect()
}
