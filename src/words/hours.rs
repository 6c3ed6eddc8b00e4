use chrono::Weekday;

use super::clock::Clock;
use crate::time::{Hours, TimeRange};

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Weekly hours in words: `Monday to Friday 9:00 to 17:30`.
pub fn hours(hours: &Hours, clock: Clock) -> String {
    if hours.is_off() {
        return "No hours".to_owned();
    }
    let mut told = [false; 7];
    let mut parts = Vec::new();
    for (day, ranges) in WEEK.iter().map(|&day| hours.starting_on(day)).enumerate() {
        if told[day] || ranges.is_empty() {
            continue;
        }
        let alike: Vec<usize> = (day..7).filter(|&other| hours.starting_on(WEEK[other]) == ranges).collect();
        for &other in &alike {
            told[other] = true;
        }
        let ranges: Vec<String> = ranges.iter().map(|&one| range(one, clock)).collect();
        parts.push(format!("{} {}", days(&alike), listed(&ranges)));
    }
    parts.join("; ")
}

/// How many hours there are in a week: `42.5 h a week`.
pub fn hours_a_week(hours: &Hours) -> String {
    let ranges = WEEK.iter().flat_map(|&day| hours.starting_on(day));
    let minutes: u32 = ranges.map(|range| u32::from(range.end() - range.start())).sum();
    format!("{} h a week", (f64::from(minutes) / 6.0).round() / 10.0)
}

/// Days in order, runs of three and more as such.
fn days(days: &[usize]) -> String {
    if days.len() == 7 {
        return "Every day".to_owned();
    }
    let mut runs: Vec<Vec<usize>> = days.chunk_by(|a, b| a + 1 == *b).map(<[usize]>::to_vec).collect();
    if runs.len() > 1 && days.first() == Some(&0) && days.last() == Some(&6) {
        // A run over the weekend stays whole.
        let over_sunday = runs.pop().unwrap_or_default();
        runs[0].splice(0..0, over_sunday);
    }
    let mut names = Vec::new();
    for run in &runs {
        match run.as_slice() {
            [first, _, .., last] => names.push(format!("{} to {}", NAMES[*first], NAMES[*last])),
            few => names.extend(few.iter().map(|&day| NAMES[day].to_owned())),
        }
    }
    listed(&names)
}

fn range(range: TimeRange, clock: Clock) -> String {
    const DAY: u16 = 24 * 60;
    let clock = |minutes: u16| match clock {
        // In a sentence a leading zero is odd.
        Clock::Hours24 => format!("{}:{:02}", minutes / 60, minutes % 60),
        Clock::Hours12 => clock.minute(minutes.into()),
    };
    match (range.start(), range.end()) {
        (0, DAY) => "around the clock".to_owned(),
        (start, DAY) => format!("{} to midnight", clock(start)),
        (start, end) if end > DAY => format!("{} to {} the next day", clock(start), clock(end - DAY)),
        (start, end) => format!("{} to {}", clock(start), clock(end)),
    }
}

/// `a, b and c`.
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_told_as_people_say_them() {
        for (written, told, sum) in [
            ("Mo-Fr 09:00-17:30", "Monday to Friday 9:00 to 17:30", "42.5 h a week"),
            ("off", "No hours", "0 h a week"),
            ("22:00-07:00", "Every day 22:00 to 7:00 the next day", "63 h a week"),
            (
                "Mo,We 09:00-12:00,13:00-24:00",
                "Monday and Wednesday 9:00 to 12:00 and 13:00 to midnight",
                "28 h a week",
            ),
            (
                "Su-Th 10:00-11:00; Sa 00:00-24:00",
                "Sunday to Thursday 10:00 to 11:00; Saturday around the clock",
                "29 h a week",
            ),
            ("Mo 09:00-09:10", "Monday 9:00 to 9:10", "0.2 h a week"),
            ("Mo,Fr-Su 09:00-10:00", "Friday to Monday 9:00 to 10:00", "4 h a week"),
            ("Mo,We,Su 09:00-10:00", "Sunday, Monday and Wednesday 9:00 to 10:00", "3 h a week"),
        ] {
            let hours = Hours::parse(written).expect("hours");
            assert_eq!(
                (super::hours(&hours, Clock::Hours24).as_str(), hours_a_week(&hours).as_str()),
                (told, sum),
                "{written}"
            );
        }
    }
}
