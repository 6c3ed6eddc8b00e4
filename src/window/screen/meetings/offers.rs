//! What was found for a meeting, with what it is like through the year.

use crate::availability::Level;
use crate::picture::weeks;
use crate::plan::meet::{Anchors, Ask, AskError, Suggestion};
use crate::time::Minutes;

/// What was found, or why there is nothing.
pub type Attempt = Result<Offers, AskError>;

/// Suggestions, and what the anchor makes of the best.
#[derive(Debug)]
pub struct Offers {
    /// The suggestions, the best first.
    pub all: Vec<Offer>,
    /// The best one kept to each clock.
    pub anchors: Anchors,
}

/// A suggestion with what it is like through the year.
#[derive(Debug)]
pub struct Offer {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// For everybody who comes, in the suggestion's order, each time of the meeting.
    pub weeks: Vec<Vec<weeks::Cell>>,
    /// Each week with a meeting as it is for whoever has it worst.
    pub year: Vec<weeks::Cell>,
}

impl Offer {
    /// A suggestion of a question.
    pub fn of(ask: &Ask, suggestion: Suggestion) -> Self {
        let weeks: Vec<_> =
            ask.attendees().map(|(member, _)| weeks::cells(member, ask.calendars, &suggestion)).collect();
        let year = year(&suggestion, &weeks);
        Self { suggestion, weeks, year }
    }
}

/// Each week with a meeting as it is for whoever has it worst.
fn year(suggestion: &Suggestion, weeks: &[Vec<weeks::Cell>]) -> Vec<weeks::Cell> {
    let Some(first) = suggestion.occurrences.first().map(|one| one.span.start) else { return Vec::new() };
    // Half a day more, so that no clock change puts a meeting into the week before.
    let week = |number: &usize| {
        let since = suggestion.occurrences[*number].span.start - first;
        (since.0 + Minutes::DAY.0 / 2).div_euclid(Minutes::WEEK.0)
    };
    let numbers: Vec<usize> = (0..suggestion.occurrences.len()).collect();
    let worst = |numbers: &[usize]| {
        let cells = numbers.iter().flat_map(|&number| {
            let who = suggestion.attendees.iter().zip(weeks);
            who.filter_map(move |(who, cells)| Some((who, cells.get(number)?)))
        });
        // Of those who have it as bad the first.
        let (who, cell) =
            cells.reduce(|worst, one| if hurts(one.1.level) > hurts(worst.1.level) { one } else { worst })?;
        let reason = match cell.level {
            Level::Preferred => "everybody is at work".to_owned(),
            _ => format!("{}, {}", suggestion.name(who.member), cell.reason),
        };
        Some(weeks::Cell { reason, ..cell.clone() })
    };
    // Only a meeting of every weekday is held more than once a week.
    let is_daily = suggestion.slots.iter().any(|slot| slot.weekday.is_none());
    numbers.chunk_by(|a, b| is_daily && week(a) == week(b)).filter_map(worst).collect()
}

/// How much a level of somebody matters to a meeting of many: who is away is missed, and does not suffer.
fn hurts(level: Level) -> u8 {
    match level {
        Level::Preferred => 0,
        Level::Away => 1,
        Level::Flexible => 2,
        Level::Off => 3,
        Level::Asleep => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::meet::suggest;

    #[test]
    fn the_year_has_a_cell_a_week_whatever_clocks_do() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
            (name: "Cai", zone: "Asia/Tokyo", hours: "Mo-Fr 09:00-17:00"),
        ], meetings: [
            (name: "Weekly", minutes: 30, every: Week, from: "2027-01-04", weeks: 52),
            (name: "In turn", minutes: 30, every: Week, slots: 2, from: "2027-01-04", weeks: 52),
            (name: "Daily", minutes: 30, every: Weekday, from: "2027-01-04", weeks: 52),
        ])"#;
        let (team, _) = crate::team::read("t.ron", text.as_bytes()).expect("a team");
        for meeting in &team.meetings {
            let ask = Ask::of(&team, meeting, "2027-01-04".parse().expect("a date")).expect("a question");
            for found in suggest(&ask, &team.policy.rates, 6).expect("suggestions") {
                let offer = Offer::of(&ask, found);
                assert_eq!(offer.year.len(), 52, "{}", meeting.name);
                let worst = offer.year.iter().map(|cell| hurts(cell.level)).max();
                assert_eq!(worst, offer.weeks.iter().flatten().map(|cell| hurts(cell.level)).max());
            }
        }
    }
}
