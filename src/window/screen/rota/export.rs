//! What a rota can be saved as.

use crate::export::{csv, ics, ron};
use crate::plan::rota::RotaPlan;
use crate::team::{Rota, Team};
use crate::time::Instant;

/// A format of an exported rota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Rusty Object Notation, to plan the next rota by.
    Ron,
    /// iCalendar, for every calendar program.
    Ics,
    /// Comma-separated values, for spreadsheets.
    Csv,
}

impl Format {
    /// All formats, in the order of their buttons.
    pub const ALL: [Format; 3] = [Format::Ron, Format::Ics, Format::Csv];

    /// What the button says.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Ron => "RON",
            Format::Ics => "ICS",
            Format::Csv => "CSV",
        }
    }

    /// What it is good for.
    pub const fn about(self) -> &'static str {
        match self {
            Format::Ron => "RON, to read and to plan the next rota by",
            Format::Ics => "iCalendar, for any calendar program",
            Format::Csv => "CSV, for spreadsheets",
        }
    }

    /// The ending of its files.
    const fn ending(self) -> &'static str {
        match self {
            Format::Ron => "ron",
            Format::Ics => "ics",
            Format::Csv => "csv",
        }
    }

    /// The name that is proposed for the file of a rota: `production-escalation.ics`.
    pub fn file_name(self, rota: &str) -> String {
        let plain: String =
            rota.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
        let stem = if words.is_empty() { "rota".to_owned() } else { words.join("-") };
        format!("{stem}.{}", self.ending())
    }

    /// The file of a planned rota; `now` is the time of export.
    pub fn bytes(self, team: &Team, rota: &Rota, plan: &RotaPlan, now: Instant) -> Vec<u8> {
        let text = match self {
            Format::Ron => ron::write(&ron::WrittenRota::new(team, rota, plan)),
            Format::Ics => ics::rota(team, plan, &ics::Feed::default(), now),
            Format::Csv => csv::rota(team, plan),
        };
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_rota() {
        assert_eq!(Format::Ics.file_name("Production escalation"), "production-escalation.ics");
        assert_eq!(Format::Csv.file_name(" A / b: c "), "a-b-c.csv");
        assert_eq!(Format::Ron.file_name("…"), "rota.ron");
    }
}
