//! A bar of dates: a cell a day with what is shared on it, and dots for what happens then.

use chrono::{Datelike, NaiveDate};

use super::{Align, Id, Meaning, Picture, Rect, Shape, Text};
use crate::time::Minutes;
use crate::words::amount;

/// The cells: by their place from the left.
pub const DATE: &str = "date";

/// How high the bar is, in logical pixels.
pub const HEIGHT: f32 = 32.0;
/// Between two cells.
const GAP: f32 = 4.0;
/// How far signs are from each other.
const SIGN: f32 = 13.0;
/// How wide a letter of a date is, at most.
const LETTER: f32 = 7.0;

/// What happens on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody's clocks are turned.
    Clocks,
    /// Somebody goes elsewhere.
    Move,
    /// Somebody is on leave.
    Leave,
    /// Somebody has a public holiday.
    Holiday,
}

/// A date of the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: NaiveDate,
    /// How long those who were asked about are together.
    pub shared: Minutes,
    /// What happens, with the words for it.
    pub notes: Vec<(Kind, String)>,
}

/// Draws the bar; `shown` is the chosen date, `today` has a mark.
pub fn draw(days: &[Day], shown: NaiveDate, today: NaiveDate, width: f32) -> Picture {
    let mut picture = Picture::new(width, HEIGHT);
    let wide = (width + GAP) / days.len().max(1) as f32;
    for (column, day) in days.iter().enumerate() {
        let place = Rect::new(column as f32 * wide, 0.0, (wide - GAP).max(1.0), HEIGHT);
        cell(&mut picture, day, place, (column, day.date == shown, day.date == today));
    }
    picture
}

fn cell(picture: &mut Picture, day: &Day, place: Rect, (column, shown, today): (usize, bool, bool)) {
    let ground = if shown { Meaning::AccentSoft } else { Meaning::Surface };
    let lines = std::iter::once(day.date.format("%A %-d %B").to_string())
        .chain([shared(day.shared, true)])
        .chain(day.notes.iter().map(|(_, words)| words.clone()));
    let tip = lines.collect::<Vec<_>>().join("\n");
    picture.add(Shape::rectangle(place, ground).rounded(6.0).id(Id::new(DATE, 0, column)).tip(tip));
    if shown {
        picture.add(Shape::frame(place, 1.5, Meaning::Accent).rounded(6.0));
    }
    let ink = if shown || today { Meaning::Accent } else { Meaning::Text };
    let first = day.date.day() == 1 || column == 0;
    let words = day.date.format(if first { "%a %-d %b" } else { "%a %-d" }).to_string();
    let middle = place.y + place.height / 2.0;
    let date = Text::new(words.clone()).size(13.0).ink(ink);
    let date = if shown || today { date.strong() } else { date };
    let mut kinds: Vec<Kind> = day.notes.iter().map(|&(kind, _)| kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let signs = place.right() - 4.0 - kinds.len() as f32 * SIGN;
    let left = place.x + 10.0;
    picture.add(Shape::text((left, middle), date.within((signs - left).max(1.0))));
    // What is shared stands before the signs where there is room; the tip says it anyhow.
    let room = signs - left - words.chars().count() as f32 * LETTER;
    let length = shared(day.shared, false);
    if length.chars().count() as f32 * LETTER < room {
        let length = Text::new(length).size(12.0).ink(Meaning::Muted).align(Align::End);
        picture.add(Shape::text((signs - 4.0, middle), length));
    }
    if today {
        let line = Rect::new(place.x + 10.0, place.bottom() - 3.0, (place.width - 20.0).max(1.0), 2.0);
        picture.add(Shape::rectangle(line, Meaning::Now).rounded(1.0));
    }
    for (at, kind) in kinds.into_iter().rev().enumerate() {
        sign(picture, kind, (place.right() - 11.0 - at as f32 * SIGN, middle));
    }
}

/// A kind's own shape, so that none is told by its colour alone.
fn sign(picture: &mut Picture, kind: Kind, (x, y): (f32, f32)) {
    let letter = |meaning, letter: &str| {
        let text = Text::new(letter).size(9.0).strong().on(meaning).align(Align::Center);
        [Shape::disc((x, y), 5.5, meaning), Shape::text((x, y), text)]
    };
    let shapes = match kind {
        Kind::Clocks => letter(Meaning::Warn, "C"),
        Kind::Move => letter(Meaning::Accent, "M"),
        Kind::Leave => letter(Meaning::Text, "L"),
        Kind::Holiday => letter(Meaning::Good, "H"),
    };
    for shape in shapes {
        picture.add(shape);
    }
}

fn shared(minutes: Minutes, whole: bool) -> String {
    match (minutes, whole) {
        (Minutes::ZERO, true) => "Nothing shared".to_owned(),
        (Minutes::ZERO, false) => "–".to_owned(),
        (minutes, true) => format!("{} shared", amount::duration(minutes)),
        (minutes, false) => amount::duration(minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Form;

    #[test]
    fn a_date_says_what_happens() {
        let date = |day| NaiveDate::from_ymd_opt(2027, 3, day).expect("a date");
        let notes =
            vec![(Kind::Leave, "Bo is on leave".to_owned()), (Kind::Clocks, "Clocks go forward for Ana".to_owned())];
        let days = [
            Day { date: date(27), shared: Minutes(90), notes: Vec::new() },
            Day { date: date(28), shared: Minutes::ZERO, notes },
        ];
        let picture = draw(&days, date(28), date(27), 404.0);
        let texts: Vec<&str> = picture
            .shapes
            .iter()
            .filter_map(|shape| match &shape.form {
                Form::Text { text, .. } => Some(text.content.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(texts, ["Sat 27 Mar", "1 h 30 min", "Sun 28", "–", "L", "C"]);
        let second = picture.hit((300.0, 20.0)).expect("the second date");
        assert_eq!(second.id, Some(Id::new(DATE, 0, 1)));
        assert_eq!(
            second.tip.as_deref(),
            Some("Sunday 28 March\nNothing shared\nBo is on leave\nClocks go forward for Ana")
        );
        assert_eq!(picture.hit((202.0, 20.0)).and_then(|shape| shape.id), None, "between the cells");
    }
}
