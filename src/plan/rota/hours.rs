//! What kind of hours a member holds: nights and days off, by their own clock and calendar.

use chrono::{Datelike, Days, NaiveDate};

use crate::availability::{Availability, Level, whereabouts};
use crate::team::Member;
use crate::time::{Span, Spans};

/// The time of `member` that is night or a day off, over the horizon of their availability.
pub struct Hardship {
    /// While `Asleep`.
    pub nights: Spans,
    /// On local dates without preferred hours: weekends, holidays. A range of hours belongs to the date on which it starts, so
    /// the date after a night of work is a day off when none starts on it.
    pub days_off: Spans,
}

impl Hardship {
    /// Of `member`, whose full availability is `availability`.
    pub fn of(member: &Member, availability: &Availability) -> Self {
        let over = availability.over();
        Self { nights: availability.at_level(Level::Asleep), days_off: days_off(member, over) }
    }
}

fn days_off(member: &Member, over: Span) -> Spans {
    let mut found = Vec::new();
    for (span, zone) in whereabouts(member, over) {
        let (first, last) = (zone.local(span.start).date(), zone.local(span.end).date());
        let holidays = member.holiday_region().map_or_else(Vec::new, |region| region.dates(first, last));
        let works = |date: NaiveDate| {
            let off = member.is_on_leave(date) || holidays.binary_search(&date).is_ok();
            !off && !member.hours.starting_on(date.weekday()).is_empty()
        };
        for date in first.iter_days().take_while(|&date| date <= last).filter(|&date| !works(date)) {
            let Some(next) = date.checked_add_days(Days::new(1)) else { continue };
            let day = Span::new(zone.midnight(date), zone.midnight(next));
            found.extend(day.and_then(|day| day.intersection(span)));
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Dates, Hours, Instant, Minutes, Zone};

    #[test]
    fn nights_and_days_off_by_the_own_calendar() {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let zone = Zone::named("Asia/Tokyo").expect("a zone");
        let mut member =
            Member::new("Aki", Place::zone(zone), Hours::parse("Mo-Th 09:00-17:00; Fr 20:00-04:00").expect("hours"));
        member.leave = vec![Dates::new(date("2027-01-05"), date("2027-01-05")).expect("dates")];
        let over = Span { start: Instant::midnight(date("2027-01-04")), end: Instant::midnight(date("2027-01-11")) };
        let found = Hardship::of(&member, &Availability::full(&member, crate::team::Calendars::unread(), over));
        let shown: Vec<String> = found.days_off.iter().map(Span::to_string).collect();
        assert_eq!(
            shown,
            ["2027-01-04T15:00:00Z/2027-01-05T15:00:00Z", "2027-01-08T15:00:00Z/2027-01-10T15:00:00Z"],
            "Tuesday's leave, and Saturday and Sunday though Friday's hours reach into Saturday"
        );
        let friday_night = Span {
            start: zone.midnight(date("2027-01-08")) + Minutes::hours(22),
            end: zone.midnight(date("2027-01-09")) + Minutes::hours(7),
        };
        assert_eq!(found.nights.minutes_within(friday_night), Minutes::hours(3), "04:00 to 07:00, after work");
    }
}
