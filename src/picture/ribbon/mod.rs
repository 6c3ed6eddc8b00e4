//! The year ribbon: a column a date, the hours of the reader's clock from top to bottom, and in each place how many are there.
//!
//! More people are a stronger shade of one hue; where enough of them are together it is green and darkest, so that the band
//! can be followed through the year by lightness alone. Notches at the upper edge name the dates on which clocks change. Where a
//! clock is put forward its hour is left blank, and where one is put back the hour that comes twice shows the lesser of the two.
//!
//! [`draw`] makes the picture; [`marks`] are today, the chosen day and the place under the pointer, to be laid over it.

mod column;
mod notch;
mod sheet;
mod year;

use chrono::{Datelike, NaiveDate};

use super::{Align, Meaning, Picture, Rect, Shape, Text, measure};
use crate::time::Minutes;
use crate::words::clock::Clock;
use column::{Column, columns};
use sheet::{FOOT, HOUR};
pub use sheet::{Place, Sheet};
pub use year::{Change, Year};

/// How much of the scale is for those who are not enough, in percent.
const MOST_HEAT: usize = 88;

/// Draws a ribbon for a width in logical pixels.
pub fn draw(year: &Year, width: f32) -> Picture {
    let sheet = Sheet::new(year, width);
    let mut picture = Picture::new(sheet.width, sheet.height());
    picture.add(Shape::rectangle(sheet.plot(), Meaning::Heat(0)));
    let columns = columns(&year.ribbon);
    let mut day = 0;
    for same in columns.chunk_by(|a, b| a == b) {
        column(&mut picture, sheet, year, (day, day + same.len()), &same[0]);
        day += same.len();
    }
    hours(&mut picture, year.clock, sheet);
    months(&mut picture, sheet, year);
    notch::draw(&mut picture, sheet, year);
    picture
}

/// Days side by side with the same hours.
fn column(picture: &mut Picture, sheet: Sheet, year: &Year, (from, to): (usize, usize), column: &Column) {
    let (left, right) = (sheet.x(from), sheet.x(to));
    for &(start, end, depth) in &column.0 {
        let meaning = match depth {
            None => Meaning::Surface,
            Some(0) => continue,
            Some(depth) if depth >= year.at_least => Meaning::Good,
            Some(depth) => few(depth, year.at_least),
        };
        let rect = Rect::new(left, Sheet::y(start), right - left, Sheet::y(end) - Sheet::y(start));
        picture.add(Shape::rectangle(rect, meaning).pattern(None));
    }
}

/// The shade of so many, who are not enough.
fn few(depth: usize, at_least: usize) -> Meaning {
    Meaning::Heat((depth * MOST_HEAT / at_least.max(1)) as u8)
}

/// The hours at the left, with a line every sixth.
fn hours(picture: &mut Picture, clock: Clock, sheet: Sheet) {
    let plot = sheet.plot();
    for hour in [0u16, 6, 12, 18, 24] {
        let y = Sheet::y(hour * 60);
        // The day's end is another time than its start.
        let words = match (clock, clock.hour(u32::from(hour) % 24)) {
            (Clock::Hours12, (number, Some(half))) => format!("{number}{half}"),
            _ => format!("{hour:02}:00"),
        };
        picture.add(Shape::line((plot.x - 4.0, y), (plot.right(), y), 1.0, Meaning::Grid).opacity(0.6));
        let text = Text::new(words).size(11.0).ink(Meaning::Muted).align(Align::End);
        picture.add(Shape::text((plot.x - 8.0, y), text));
    }
}

/// The months below, with a line where each begins.
fn months(picture: &mut Picture, sheet: Sheet, year: &Year) {
    let plot = sheet.plot();
    let days = &year.ribbon.days;
    let begins = |day: usize| day == 0 || days[day].date.month() != days[day - 1].date.month();
    let starts: Vec<usize> = (0..days.len()).filter(|&day| begins(day)).collect();
    for (index, &day) in starts.iter().enumerate() {
        let x = sheet.x(day);
        let until = sheet.x(starts.get(index + 1).copied().unwrap_or(days.len()));
        if day > 0 {
            picture.add(Shape::line((x, plot.y), (x, plot.bottom() + 5.0), 1.0, Meaning::Grid).opacity(0.6));
        }
        let date = days[day].date;
        let form = if index == 0 || date.month() == 1 { "%b %Y" } else { "%b" };
        let name = date.format(form).to_string();
        let fits = |name: &str| measure::width(name, 11.0, super::Weight::Regular) <= until - x - 6.0;
        let name = if fits(&name) { name } else { date.format("%b").to_string() };
        if fits(&name) {
            let text = Text::new(name).size(11.0).ink(Meaning::Muted);
            picture.add(Shape::text((x + 4.0, plot.bottom() + FOOT / 2.0 + 2.0), text));
        }
    }
}

/// Today, the chosen day, and the hour under the pointer.
pub fn marks(year: &Year, sheet: Sheet, today: NaiveDate, chosen: NaiveDate, pointed: Option<Place>) -> Vec<Shape> {
    let plot = sheet.plot();
    let number = |date: NaiveDate| year.ribbon.days.iter().position(|day| day.date == date);
    let mut marks = Vec::new();
    if let Some(day) = number(today) {
        let x = f32::midpoint(sheet.x(day), sheet.x(day + 1));
        marks.push(Shape::line((x, plot.y), (x, plot.bottom()), 1.0, Meaning::Now));
        marks.push(Shape::disc((x, plot.bottom()), 3.0, Meaning::Now));
    }
    if let Some(day) = number(chosen) {
        let width = (sheet.x(day + 1) - sheet.x(day)).max(5.0);
        let middle = f32::midpoint(sheet.x(day), sheet.x(day + 1));
        let around = Rect::new(middle - width / 2.0, plot.y, width, plot.height).shrunk(-1.5);
        marks.push(Shape::frame(around, 1.5, Meaning::Accent).rounded(2.0));
    }
    if let Some((place, day)) = pointed.and_then(|place| Some((place, number(place.date)?))) {
        let y = Sheet::y(place.hour * 60);
        let x = f32::midpoint(sheet.x(day), sheet.x(day + 1));
        let cell = Rect::new(x - 3.0, y, 6.0, HOUR).shrunk(-1.0);
        marks.push(Shape::rectangle(cell, Meaning::Raised).rounded(1.0));
        marks.push(Shape::frame(cell, 1.5, Meaning::Text).rounded(1.0));
    }
    marks
}

/// The shades with what they stand for, in one line.
pub fn legend(year: &Year) -> impl Fn(f32) -> Picture + use<> {
    let (members, at_least) = (year.ribbon.members, year.at_least);
    move |width| {
        let mut picture = Picture::new(width, 22.0);
        let mut x = 0.0;
        let mut add = |words: &str, meanings: &[Meaning]| {
            for (number, &meaning) in meanings.iter().enumerate() {
                let rect = Rect::new(x + 14.0 * number as f32, 4.0, 14.0, 14.0);
                picture.add(Shape::rectangle(rect, meaning));
            }
            x += 14.0 * meanings.len() as f32 + 6.0;
            picture.add(Shape::text((x, 11.0), Text::new(words).size(12.0).ink(Meaning::Muted)));
            x += measure::width(words, 12.0, super::Weight::Regular) + 20.0;
        };
        let most = at_least.saturating_sub(1).min(members);
        let shades: Vec<Meaning> = (0..=most).map(|depth| few(depth, at_least)).collect();
        let words = match most {
            0 => "nobody".to_owned(),
            most => format!("nobody to {most}"),
        };
        let shown: Vec<Meaning> =
            if shades.len() > 8 { shades.iter().step_by(shades.len() / 6).copied().collect() } else { shades };
        add(&words, &shown);
        let enough =
            if at_least < members { format!("{at_least} or more together") } else { "all together".to_owned() };
        add(&enough, &[Meaning::Good]);
        picture
    }
}

/// The stretch of an hour of a day, as long as it is there.
pub fn hour_of(place: Place, year: &Year) -> crate::time::Span {
    let start = place.instant(year);
    crate::time::Span { start, end: start + Minutes(60) }
}

#[cfg(test)]
mod tests;
