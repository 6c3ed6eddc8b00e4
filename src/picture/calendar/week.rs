//! A row of the calendar: seven local dates and where instants lie in them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::time::{Instant, Span, Zone};

/// Seven local dates.
#[derive(Debug)]
pub struct Week {
    /// The first of them.
    pub first: NaiveDate,
    /// From the midnight before the first to the midnight after the last.
    pub span: Span,
    zone: Zone,
    /// The eight midnights around the seven days.
    midnights: Vec<Instant>,
}

/// A clock change of a day.
#[derive(Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// In a word: `+1 h`.
    pub short: String,
    /// In a sentence.
    pub long: String,
}

impl Week {
    /// Every week that a horizon touches.
    pub fn all(zone: Zone, first_day: Weekday, horizon: Span) -> Vec<Self> {
        let first = week_start(zone.local(horizon.start).date(), first_day);
        let weeks = (0..).map(|number| Self::new(zone, first + Days::new(7 * number)));
        weeks.take_while(|week| week.span.start < horizon.end).collect()
    }

    fn new(zone: Zone, first: NaiveDate) -> Self {
        let midnights: Vec<Instant> = (0..=7).map(|day| zone.midnight(first + Days::new(day))).collect();
        Self { first, span: Span { start: midnights[0], end: midnights[7] }, zone, midnights }
    }

    /// Where an instant lies, in days from the left edge: 1.5 is the middle of the second day, however long that day is.
    pub fn place(&self, instant: Instant) -> f32 {
        let day = self.midnights.partition_point(|&midnight| midnight <= instant).clamp(1, 7) - 1;
        let (start, end) = (self.midnights[day], self.midnights[day + 1]);
        let share = (instant - start).0 as f32 / (end - start).0.max(1) as f32;
        day as f32 + share.clamp(0.0, 1.0)
    }

    /// What the clocks do on a date of the week, if they change.
    pub fn clock_change(&self, date: NaiveDate) -> Option<ClockChange> {
        let start = self.zone.midnight(date);
        let span = Span::new(start, self.zone.midnight(date + Days::new(1)))?;
        let change = self.zone.transitions(span).next()?;
        let by = (self.zone.offset_at(change.at).minutes() - self.zone.offset_at(start).minutes()).0;
        let (word, sign) = if by > 0 { ("forward", "+") } else { ("back", "−") };
        let amount = crate::words::amount::duration(crate::time::Minutes(by.abs()));
        Some(ClockChange {
            short: format!("{sign}{amount}"),
            long: format!("The clocks of {} go {word} by {amount}", self.zone.name()),
        })
    }
}

/// The first date of the week that holds `date`, when weeks begin on `first_day`.
pub fn week_start(date: NaiveDate, first_day: Weekday) -> NaiveDate {
    let since = (7 + date.weekday().num_days_from_monday() - first_day.num_days_from_monday()) % 7;
    date - Days::new(since.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> Zone {
        Zone::named("Europe/Lisbon").expect("a zone")
    }

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, month, day).expect("a date")
    }

    #[test]
    fn a_day_is_as_wide_with_23_and_with_25_hours() {
        for (name, first, hours) in
            [("spring", date(3, 22), 23), ("autumn", date(10, 25), 25), ("usual", date(5, 3), 24)]
        {
            let week = Week::new(zone(), first);
            let sunday = zone().midnight(first + Days::new(6));
            assert_eq!((week.span.end - sunday).0, hours * 60, "{name}");
            assert!((week.place(sunday) - 6.0).abs() < 1e-4, "{name}");
            let middle = sunday + crate::time::Minutes(hours * 30);
            assert!((week.place(middle) - 6.5).abs() < 1e-3, "{name}");
            assert!((week.place(week.span.end) - 7.0).abs() < 1e-4, "{name}");
        }
        let change = Week::new(zone(), date(3, 22)).clock_change(date(3, 28)).expect("a change");
        assert_eq!(change.short, "+1 h");
        assert_eq!(Week::new(zone(), date(3, 22)).clock_change(date(3, 27)), None);
    }

    #[test]
    fn weeks_cover_the_horizon() {
        let at = |day: u32, hour: u16| zone().instant_at(date(1, day), hour * 60);
        let horizon = Span::new(at(5, 10), at(19, 10)).expect("in order");
        let firsts = |first_day| -> Vec<NaiveDate> {
            Week::all(zone(), first_day, horizon).iter().map(|week| week.first).collect()
        };
        assert_eq!(firsts(Weekday::Mon), [date(1, 4), date(1, 11), date(1, 18)]);
        assert_eq!(firsts(Weekday::Sun), [date(1, 3), date(1, 10), date(1, 17)]);
    }
}
