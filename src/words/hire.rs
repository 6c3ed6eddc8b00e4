//! Sentences about places for a hire.

use crate::plan::hire::{Advert, Line};
use crate::time::Offset;
use crate::world::City;

use super::amount::duration;
use super::clock::Clock;

/// The line for a job advert: `Anywhere from UTC-5 to UTC+1 (for example Bogotá, Lisbon): you share 10:00-14:00 Lisbon time with the team
/// all year.`
pub fn advert_line(advert: &Advert, clock: Clock) -> String {
    let band = if advert.from == advert.to {
        format!("Anywhere at {}", offset(advert.from))
    } else {
        format!("Anywhere from {} to {}", offset(advert.from), offset(advert.to))
    };
    let examples: Vec<&str> = advert.examples.iter().map(|city| city.name).collect();
    let examples = if examples.is_empty() { String::new() } else { format!(" (for example {})", examples.join(", ")) };
    let hours = clock.range(advert.start.minutes().into(), advert.length);
    let whom = if advert.with_all { "the team" } else { &advert.member };
    format!("{band}{examples}: you share {hours} {} time with {whom} all year.", advert.place)
}

/// An offset as adverts write it: `UTC-5`, `UTC+5:30`, `UTC`.
pub fn offset(offset: Offset) -> String {
    let (sign, minutes) = (if offset.0 < 0 { '-' } else { '+' }, offset.0.abs());
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// The largest cities of a line: `Bogotá, Lima, Quito and 41 more`.
pub fn cities(cities: &[&City], most: usize) -> String {
    let shown: Vec<&str> = cities.iter().take(most).map(|city| city.name).collect();
    match cities.len().saturating_sub(most) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// Why a line ranks where it does.
pub fn why(line: &Line) -> String {
    let figures = &line.figures;
    let mut parts =
        vec![format!("{} a week shared with everybody at once in the worst season", duration(figures.together.worst))];
    if figures.coverage.gain.0 > 0 {
        parts.push(format!("{} of the week newly covered", duration(figures.coverage.gain)));
    }
    if figures.chain.covered_growth().0 > 0 {
        parts.push(format!("the chain grows by {} a day", duration(figures.chain.covered_growth())));
    }
    if figures.chain.gap_shrink().0 > 0 {
        parts.push(format!("its longest gap shrinks by {}", duration(figures.chain.gap_shrink())));
    }
    if figures.shift != 0 {
        parts.push(format!("with hours moved to {}", figures.hours));
    }
    parts.extend(line.fails.iter().map(|fail| format!("fails: {fail}")));
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Minutes, TimeOfDay, Zone};

    #[test]
    fn the_advert_says_band_examples_and_promise() {
        let lisbon = crate::world::cities().find("Lisbon").expect("a city");
        let advert = Advert {
            from: Offset(-300),
            to: Offset(60),
            examples: vec![lisbon],
            start: TimeOfDay::from_minutes(600).expect("a time"),
            length: Minutes(240),
            member: "Ana".to_owned(),
            zone: Zone::UTC,
            place: "Lisbon".to_owned(),
            with_all: true,
            zones: Vec::new(),
        };
        assert_eq!(
            advert_line(&advert, Clock::Hours24),
            "Anywhere from UTC-5 to UTC+1 (for example Lisbon): you share 10:00-14:00 Lisbon time with the team all year."
        );
        assert_eq!(offset(Offset(345)), "UTC+5:45");
        assert_eq!(offset(Offset(0)), "UTC");
    }
}
