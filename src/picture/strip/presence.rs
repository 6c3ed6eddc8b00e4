//! Who is there at an instant.

use super::{Strip, level_name};
use crate::availability::Level;
use crate::time::{Minutes, Span};

/// Who is there in a stretch of the day, by name in the order of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presence {
    /// There for all of it.
    pub whole: Vec<String>,
    /// There for a part, and how long.
    pub part: Vec<(String, Minutes)>,
    /// Not there, and what they do when it begins: `asleep`.
    pub not: Vec<(String, &'static str)>,
}

impl Strip {
    /// Who is there in a stretch: in preferred time, with `flexible` also in flexible time. Of a stretch that goes beyond the day
    /// only what lies in the day is looked at.
    pub fn presence(&self, span: Span, flexible: bool) -> Presence {
        let mut found = Presence::default();
        let Some(span) = span.intersection(self.day) else { return found };
        let counts = |level| level == Level::Preferred || flexible && level == Level::Flexible;
        for row in self.rows.iter().filter(|row| row.counted) {
            let there = row.levels.iter().filter(|&&(_, level)| counts(level));
            let there: Minutes = there.filter_map(|(piece, _)| piece.intersection(span)).map(Span::minutes).sum();
            let name = row.name.clone();
            if there == span.minutes() {
                found.whole.push(name);
            } else if there > Minutes::ZERO {
                found.part.push((name, there));
            } else {
                found.not.push((name, row.level_at(span.start).map_or("away", level_name)));
            }
        }
        found
    }
}
