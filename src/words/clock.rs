//! Times, dates and places of the clock as people write them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use crate::time::{Minutes, Offset, TimeOfDay, Zone};

/// A date without its weekday; with its year where that is another than the one in which it is read: `14 March`,
/// `14 March 2028`.
pub fn date(date: NaiveDate, read_in: i32) -> String {
    let form = if date.year() == read_in { "%-d %B" } else { "%-d %B %Y" };
    date.format(form).to_string()
}

/// From one date to another, as short as it is exact: `14 to 28 March`, `28 March to 31 October`; one date alone as `29 March`.
pub fn dates(first: NaiveDate, last: NaiveDate, read_in: i32) -> String {
    let end = date(last, read_in);
    if first == last {
        return end;
    }
    if first.year() != last.year() {
        return format!("{} to {end}", date(first, read_in));
    }
    let form = if first.month() == last.month() { "%-d" } else { "%-d %B" };
    format!("{} to {end}", first.format(form))
}

/// A date with its weekday: `Tue 24 Nov 2026`.
pub fn day(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// How times of the day are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Clock {
    /// `09:30`, `15:00-16:30`.
    #[default]
    Hours24,
    /// `9:30am`, `3:00-4:30pm`: without spaces, so that a time is one word.
    Hours12,
}

impl Clock {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Clock::Hours24 => Clock::Hours12,
            Clock::Hours12 => Clock::Hours24,
        }
    }

    /// A time of the day: `09:30`, `9:30am`.
    pub fn time(self, at: NaiveDateTime) -> String {
        self.minute(i64::from(at.hour() * 60 + at.minute()))
    }

    /// The time so many minutes after midnight, before or beyond the day too: `09:30`, `9:30am`.
    pub fn minute(self, minutes: i64) -> String {
        let (hour, minute) = (minutes.rem_euclid(1440) / 60, minutes.rem_euclid(60));
        match self {
            Clock::Hours24 => format!("{hour:02}:{minute:02}"),
            Clock::Hours12 => format!("{}:{minute:02}{}", on_the_dial(hour), half(hour)),
        }
    }

    /// A time of the day: `09:30`, `9:30am`.
    pub fn of_day(self, at: TimeOfDay) -> String {
        self.minute(at.minutes().into())
    }

    /// Two times of the clock, `15:00-16:30`, `3:00-4:30pm`, `11:00am-12:30pm`: minutes after midnight of the date on which the
    /// stretch begins, and how long it is. The end of a day is written `24:00` or `midnight`; a stretch that ends neither on
    /// that date nor on the next says how many days later: `22:00-06:00 (+2)`.
    pub fn range(self, start: i64, length: Minutes) -> String {
        let end = start + length.0;
        let days = (end - 1).div_euclid(1440);
        let later = if days > 1 { format!(" (+{days})") } else { String::new() };
        let until = match self {
            _ if end != 1440 => self.minute(end),
            Clock::Hours24 => "24:00".to_owned(),
            Clock::Hours12 => "midnight".to_owned(),
        };
        let from = self.minute(start);
        let from = match self {
            // One `pm` is enough where both times are of one half of one day.
            Clock::Hours12 if start.div_euclid(720) == (end - 1).div_euclid(720) && end % 720 != 0 => {
                from.trim_end_matches(['a', 'p', 'm'])
            }
            _ => &from,
        };
        format!("{from}-{until}{later}")
    }

    /// From one local time to another, as [`Clock::range`] writes it. Where clocks go back in between so far that the end would
    /// come before the start, it is written all the same.
    pub fn between(self, start: NaiveDateTime, end: NaiveDateTime) -> String {
        let length = (end - start).num_minutes();
        let minute = i64::from(start.hour() * 60 + start.minute());
        if length > 0 {
            self.range(minute, Minutes(length))
        } else {
            format!("{}-{}", self.time(start), self.time(end))
        }
    }

    /// The number of a whole hour from 0 to 23, and the half of the day that it needs beside it, if any: `15`, `3` and `pm`.
    pub fn hour(self, hour: u32) -> (u32, Option<&'static str>) {
        match self {
            Clock::Hours24 => (hour, None),
            Clock::Hours12 => (on_the_dial(i64::from(hour)) as u32, Some(half(i64::from(hour)))),
        }
    }
}

/// Words with the ranges of times in them as print has them: `15:00–16:30` of `15:00-16:30`; all other dashes stay.
pub fn dashed(words: &str) -> String {
    let mut found = String::with_capacity(words.len());
    for (at, letter) in words.char_indices() {
        let is_of_time = |letter: char| letter.is_ascii_digit() || ":apm".contains(letter);
        let is_range = || {
            let (before, after) = (&words[..at], &words[at + 1..]);
            let time = &before[before.trim_end_matches(is_of_time).len()..];
            let has_end = after.starts_with(|next: char| next.is_ascii_digit()) || after.starts_with("midnight");
            has_end && time.contains(':')
        };
        found.push(if letter == '-' && is_range() { '–' } else { letter });
    }
    found
}

/// From 1 to 12, as a dial has them.
fn on_the_dial(hour: i64) -> i64 {
    (hour + 11) % 12 + 1
}

fn half(hour: i64) -> &'static str {
    if hour < 12 { "am" } else { "pm" }
}

/// A UTC offset as short as it is still exact: `UTC`, `UTC+1`, `UTC+5:45`, `UTC−3:30`.
pub fn offset(offset: Offset) -> String {
    let (hours, minutes) = (offset.0.abs() / 60, offset.0.abs() % 60);
    let sign = if offset.0 < 0 { '−' } else { '+' };
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// Whose clocks are meant when a time is said: `UTC`, `Lisbon time`.
pub fn zone(zone: Zone) -> String {
    match crate::team::Place::zone(zone).short_name() {
        utc if utc == "UTC" => utc,
        place => format!("{place} time"),
    }
}

/// Days of the week as one says when something happens: `on weekdays`, `every day`, `Monday to Thursday`, `on Mondays and Fridays`.
pub fn weekdays(days: &[Weekday]) -> String {
    let mut days: Vec<u32> = days.iter().map(Weekday::num_days_from_monday).collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => "never".to_owned(),
        [0, 1, 2, 3, 4] => "on weekdays".to_owned(),
        [5, 6] => "at weekends".to_owned(),
        [0, 1, 2, 3, 4, 5, 6] => "every day".to_owned(),
        days => {
            if let Some((first, last)) = run(days).filter(|_| days.len() > 2) {
                format!("{} to {}", weekday(first), weekday(last))
            } else {
                let plurals: Vec<String> = days.iter().map(|&day| plural(day)).collect();
                format!("on {}", list(&plurals))
            }
        }
    }
}

/// A day of the week on which something happens again and again: `Mondays`.
pub fn every(day: Weekday) -> String {
    plural(day.num_days_from_monday())
}

fn plural(from_monday: u32) -> String {
    format!("{}s", weekday(from_monday))
}

/// The first and last of days that follow each other, be it over Sunday.
fn run(days: &[u32]) -> Option<(u32, u32)> {
    let starts: Vec<u32> = days.iter().copied().filter(|day| !days.contains(&((day + 6) % 7))).collect();
    match starts.as_slice() {
        [first] => Some((*first, (first + days.len() as u32 - 1) % 7)),
        _ => None,
    }
}

/// The weekday that comes so many days after a Monday.
fn weekday(from_monday: u32) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][from_monday as usize % 7]
}

/// Things in a row: `Ana`, `Ana and Bo`, `Ana, Bo and Cai`.
pub fn list<T: AsRef<str>>(things: &[T]) -> String {
    match things {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A count in a sentence: in words up to twelve.
pub fn spelled(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |&word| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_say_when_they_end() {
        for (start, length, written) in [
            (900, 90, "15:00-16:30"),
            (1380, 60, "23:00-24:00"),
            (1320, 480, "22:00-06:00"),
            (1320, 480 + 1440, "22:00-06:00 (+2)"),
            (0, 1440, "00:00-24:00"),
        ] {
            assert_eq!(Clock::Hours24.range(start, Minutes(length)), written);
        }
    }

    #[test]
    fn only_ranges_of_times_get_the_dash_of_ranges() {
        for (plain, written) in [
            ("Ana-Maria: 15:00-16:30 UTC-5", "Ana-Maria: 15:00–16:30 UTC-5"),
            ("3:00-4:30pm", "3:00–4:30pm"),
            ("11:00pm-midnight on 2027-03-29", "11:00pm–midnight on 2027-03-29"),
            ("Mo-Fr 09:00-17:00", "Mo-Fr 09:00–17:00"),
        ] {
            assert_eq!(dashed(plain), written);
        }
    }

    #[test]
    fn twelve_hours_say_their_half_of_the_day() {
        for (start, length, written) in [
            (900, 90, "3:00-4:30pm"),
            (540, 60, "9:00-10:00am"),
            (660, 90, "11:00am-12:30pm"),
            (660, 60, "11:00am-12:00pm"),
            (720, 60, "12:00-1:00pm"),
            (0, 30, "12:00-12:30am"),
            (1380, 60, "11:00pm-midnight"),
            (1320, 480, "10:00pm-6:00am"),
            (900, 1440, "3:00pm-3:00pm"),
            (900, 1470, "3:00pm-3:30pm"),
            (1320, 480 + 1440, "10:00pm-6:00am (+2)"),
            (0, 1440, "12:00am-midnight"),
        ] {
            assert_eq!(Clock::Hours12.range(start, Minutes(length)), written);
        }
        for (minutes, written) in
            [(0, "12:00am"), (570, "9:30am"), (720, "12:00pm"), (1439, "11:59pm"), (-30, "11:30pm")]
        {
            assert_eq!(Clock::Hours12.minute(minutes), written);
        }
        assert_eq!(Clock::Hours12.hour(0), (12, Some("am")));
        assert_eq!((Clock::Hours12.hour(15), Clock::Hours24.hour(15)), ((3, Some("pm")), (15, None)));
    }

    #[test]
    fn offsets_are_short_and_exact() {
        for (minutes, written) in [(0, "UTC"), (60, "UTC+1"), (345, "UTC+5:45"), (-210, "UTC−3:30"), (-30, "UTC−0:30")]
        {
            assert_eq!(offset(Offset(minutes)), written);
        }
    }

    #[test]
    fn days_are_said_as_people_do() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        for (days, said) in [
            (&[Mon, Tue, Wed, Thu, Fri][..], "on weekdays"),
            (&[Mon, Tue, Wed, Thu], "Monday to Thursday"),
            (&[Fri], "on Fridays"),
            (&[Fri, Mon], "on Mondays and Fridays"),
            (&[Mon, Wed, Fri], "on Mondays, Wednesdays and Fridays"),
            (&[Sat, Sun], "at weekends"),
            (&[Sun, Mon, Tue, Wed, Thu], "Sunday to Thursday"),
            (&[Sun, Mon, Tue, Wed, Thu, Fri, Sat], "every day"),
        ] {
            assert_eq!(weekdays(days), said);
        }
    }

    #[test]
    fn dates_name_another_year() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 14).expect("a date");
        assert_eq!((date(day, 2027), date(day, 2026)), ("14 March".into(), "14 March 2027".into()));
        let on = |days| day + chrono::Days::new(days);
        assert_eq!(dates(day, on(14), 2027), "14 to 28 March");
        assert_eq!(dates(day, on(30), 2026), "14 March to 13 April 2027");
        assert_eq!(dates(day, on(365), 2027), "14 March to 13 March 2028");
    }
}
