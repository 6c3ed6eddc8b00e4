//! The times of a meeting through the year for one who comes: a cell each, so that the weeks that hurt stand out.

use chrono::NaiveDateTime;

use super::{Id, Meaning, Picture, Rect, Shape};
use crate::availability::{Availability, Level};
use crate::plan::meet::Suggestion;
use crate::team::{Calendars, Member};
use crate::time::{Minutes, Span};
use crate::words::clock::Clock;
use crate::words::presence;

/// How high the cells are, in logical pixels.
const HIGH: f32 = 12.0;
/// Between two cells where there is room, in logical pixels.
const BETWEEN: f32 = 1.0;

/// One time of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The level that costs most within it; away where they are away for any part.
    pub level: Level,
    /// When it begins, on their clock.
    pub local: NaiveDateTime,
    /// Where they are then.
    pub place: String,
    /// The level in words.
    pub reason: String,
}

impl Cell {
    /// What the pointer learns: the date, the local time and the level.
    pub fn tip(&self, clock: Clock) -> String {
        let time = clock.time(self.local);
        format!("{}, {time} in {}: {}", crate::words::clock::day(self.local.date()), self.place, self.reason)
    }
}

/// The times of a suggestion for `member`, with leave and holidays.
pub fn cells(member: &Member, calendars: &Calendars, suggestion: &Suggestion) -> Vec<Cell> {
    let spans = || suggestion.occurrences.iter().map(|occurrence| occurrence.span);
    let Some(over) = spans().reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) }) else {
        return Vec::new();
    };
    let levels = Availability::full(member, calendars, Span { start: over.start, end: over.end + Minutes(1) });
    let cell = |span: Span| {
        let level = worst(levels.segments_within(span).map(|(_, level)| level));
        let (local, place) = presence::seen_at(member, span.start);
        Cell { level, local, place, reason: presence::reason(member, calendars, &levels, span.start) }
    };
    spans().map(cell).collect()
}

/// The level that matters most of some.
fn worst(levels: impl Iterator<Item = Level>) -> Level {
    let weight = |level: &Level| match level {
        Level::Preferred => 0,
        Level::Flexible => 1,
        Level::Off => 2,
        Level::Asleep => 3,
        Level::Away => 4,
    };
    levels.max_by_key(weight).unwrap_or(Level::Off)
}

/// Draws the cells side by side. Ids: `week` by number.
pub fn draw(cells: &[Cell], clock: Clock, width: f32) -> Picture {
    let mut picture = Picture::new(width, HIGH);
    let wide = width / cells.len().max(1) as f32;
    let gap = if wide >= 4.0 { BETWEEN } else { 0.0 };
    for (number, cell) in cells.iter().enumerate() {
        let rect = Rect::new(number as f32 * wide, 0.0, (wide - gap).max(0.5), HIGH);
        let shape = Shape::rectangle(rect, Meaning::from(cell.level)).id(Id::new("week", number, 0));
        // Patterns need room.
        let shape = if wide >= 8.0 { shape } else { shape.pattern(None) };
        picture.add(shape.tip(cell.tip(clock)));
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::meet::{Ask, suggest};
    use crate::team::{Every, Place, Policy};
    use crate::time::{Dates, Hours, Zone};

    #[test]
    fn a_cell_a_meeting_with_the_level_that_hurts_most() {
        let member = |zone: &str| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let (york, mut tokyo) = (member("America/New_York"), member("Asia/Tokyo"));
        let date = |text: &str| text.parse::<chrono::NaiveDate>().expect("a date");
        tokyo.leave = vec![Dates::new(date("2027-05-01"), date("2027-05-31")).expect("dates")];
        let ask = Ask {
            required: vec![&york, &tokyo],
            optional: vec![],
            calendars: Calendars::unread(),
            length: Minutes(30),
            every: Every::Week,
            slots: 1,
            from: date("2027-01-04"),
            weeks: 52,
            rules: crate::plan::meet::Rules::default(),
        };
        let found = suggest(&ask, &Policy::default().rates, 1).expect("suggestions").remove(0);
        let cells = cells(&tokyo, Calendars::unread(), &found);
        assert_eq!(cells.len(), 52);
        let away = cells.iter().filter(|cell| cell.level == Level::Away).count();
        assert!((4..=5).contains(&away), "{away}");
        let outside = cells.iter().filter(|cell| cell.level == Level::Off || cell.level == Level::Asleep).count();
        assert_eq!(outside + away, found.attendees[1].outside.max(away), "{cells:?}");
        let picture = draw(&cells, Clock::Hours24, 520.0);
        assert_eq!(picture.shapes.len(), 52);
        assert!(
            picture
                .hit((25.0, 5.0))
                .and_then(|shape| shape.tip.as_deref())
                .is_some_and(|tip| tip.contains("Asia") || tip.contains("Tokyo"))
        );
    }
}
