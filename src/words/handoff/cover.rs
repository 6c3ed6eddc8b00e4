//! What chains leave open, and who could cover it.

use std::cmp::Reverse;

use chrono::{NaiveDate, Weekday};

use crate::time::{Minutes, TimeOfDay};
use crate::words::amount::duration;
use crate::words::clock::{self, Clock};

/// Somebody who may cover what a chain leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandIn<'a> {
    /// Who.
    pub name: &'a str,
    /// How long they are at work or flexible in what is open, on a day.
    pub could: Minutes,
    /// How long they are not asleep in it, on a day.
    pub awake: Minutes,
}

/// What is covered in all seasons: `21 h a day are covered on weekdays, all year`, `20 h to 21 h a day are covered on weekdays`.
pub fn covered(seasons: &[Minutes], days: &[Weekday]) -> String {
    let (least, most) = (seasons.iter().min().copied(), seasons.iter().max().copied());
    let (Some(least), Some(most)) = (least, most) else { return String::new() };
    let days = clock::weekdays(days);
    if least == Minutes::DAY {
        format!("Every hour of the day is covered {days}, all year.")
    } else if least == most {
        format!("{} a day are covered {days}, all year.", duration(most))
    } else {
        format!("{} to {} a day are covered {days}, by season.", duration(least), duration(most))
    }
}

/// What nobody covers, and who could: `Nobody covers 00:00–03:00 UTC: Diego could for 2 h, Ana for 30 min a day.` Nothing where no hole is left.
///
/// `when` are the first and the last date for which that is true, where it is not all year.
pub fn uncovered(
    holes: &[(TimeOfDay, Minutes)],
    others: &[StandIn],
    when: Option<(NaiveDate, NaiveDate)>,
    style: Clock,
) -> Option<String> {
    const NAMED: usize = 3;
    if holes.is_empty() {
        return None;
    }
    let mut longest = holes.to_vec();
    longest.sort_by_key(|(_, length)| Reverse(*length));
    let more = longest.split_off(longest.len().min(NAMED)).len();
    longest.sort();
    let mut times: Vec<String> = longest.iter().map(|&(start, length)| stretch(start, length, style)).collect();
    if more > 0 {
        times.push(format!("{more} shorter times"));
    }
    let mut able: Vec<&StandIn> = others.iter().filter(|one| one.could > Minutes(0)).collect();
    able.sort_by_key(|one| Reverse(one.could));
    let mut awake: Vec<&StandIn> = others.iter().filter(|one| one.awake > Minutes(0)).collect();
    awake.sort_by_key(|one| Reverse(one.awake));
    let who = if able.is_empty() {
        nobody_then(&awake)
    } else {
        let mut left = NAMED;
        let mut said: Vec<String> = Vec::new();
        for alike in able.chunk_by(|a, b| a.could == b.could) {
            if left == 0 {
                break;
            }
            let names: Vec<&str> = alike.iter().map(|one| one.name).collect();
            let names = if names.len() <= NAMED { clock::list(&names) } else { format!("{} people", names.len()) };
            let could = if said.is_empty() { " could" } else { "" };
            said.push(format!("{names}{could} for {}", duration(alike[0].could)));
            left = left.saturating_sub(alike.len());
        }
        format!("{} a day", said.join(", "))
    };
    let nobody = match when {
        Some((first, last)) => format!("From {} nobody", clock::dates(first, last, 0)),
        None => "Nobody".to_owned(),
    };
    Some(format!("{nobody} covers {} UTC: {who}.", clock::list(&times)))
}

/// Where nobody is at work or flexible.
fn nobody_then(awake: &[&StandIn]) -> String {
    match awake.first() {
        Some(first) => {
            format!("nobody is at work or flexible then; {} is awake for {} of it", first.name, duration(first.awake))
        }
        None => "everybody is asleep then".to_owned(),
    }
}

fn stretch(start: TimeOfDay, length: Minutes, style: Clock) -> String {
    style.range(start.minutes().into(), length).replace('-', "–")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u16) -> TimeOfDay {
        TimeOfDay::from_minutes(hour * 60).expect("a time")
    }

    #[test]
    fn what_is_covered_is_said_for_the_whole_year() {
        let days = crate::team::Chain::WORKDAYS;
        assert_eq!(covered(&[Minutes(1260); 3], &days), "21 h a day are covered on weekdays, all year.");
        assert_eq!(
            covered(&[Minutes(1260), Minutes(1230)], &days),
            "20 h 30 min to 21 h a day are covered on weekdays, by season."
        );
        assert_eq!(covered(&[Minutes::DAY], &days), "Every hour of the day is covered on weekdays, all year.");
    }

    #[test]
    fn what_is_open_names_who_could_cover_it() {
        let one = |name, could, awake| StandIn { name, could: Minutes(could), awake: Minutes(awake) };
        let holes = [(at(23), Minutes(120)), (at(5), Minutes(60))];
        let said = |others: &[StandIn]| uncovered(&holes, others, None, Clock::Hours24).expect("holes");
        assert_eq!(
            said(&[one("Ana", 30, 60), one("Bo", 0, 180), one("Cai", 120, 120)]),
            "Nobody covers 05:00–06:00 and 23:00–01:00 UTC: Cai could for 2 h, Ana for 30 min a day."
        );
        assert_eq!(
            said(&[one("Ana", 0, 60), one("Bo", 0, 180)]),
            "Nobody covers 05:00–06:00 and 23:00–01:00 UTC: nobody is at work or flexible then; Bo is awake for 3 h of it."
        );
        assert_eq!(
            said(&[one("Ana", 0, 0)]),
            "Nobody covers 05:00–06:00 and 23:00–01:00 UTC: everybody is asleep then."
        );
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let when = Some((date("2027-04-12"), date("2027-10-30")));
        let said = uncovered(&holes[..1], &[one("Ana", 30, 60)], when, Clock::Hours12);
        assert_eq!(
            said.as_deref(),
            Some("From 12 April to 30 October 2027 nobody covers 11:00pm–1:00am UTC: Ana could for 30 min a day.")
        );
        assert_eq!(uncovered(&[], &[one("Ana", 30, 60)], None, Clock::Hours24), None);
    }
}
