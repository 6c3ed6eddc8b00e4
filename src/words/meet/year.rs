//! What a meeting is like for somebody through the year: its local times, and when they miss it.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::plan::meet::{Attendance, Move, Reason, Suggestion};
use crate::time::TimeOfDay;
use crate::time::hours::day_name;
use crate::words::clock::{self, Clock};

/// The local times of a slot for an attendee in the order of the year: `Tu 15:00, from 16 March 16:00`.
pub fn times(suggestion: &Suggestion, attendance: &Attendance, slot: usize, clock: Clock) -> String {
    let moves: Vec<&Move> = attendance.moves.iter().filter(|moved| moved.slot == slot).collect();
    let every_day = suggestion.slots.get(slot).is_some_and(|slot| slot.weekday.is_none());
    let at = |(day, start): (Weekday, TimeOfDay)| {
        let start = clock.of_day(start);
        if every_day { start } else { format!("{} {start}", day_name(day)) }
    };
    let year = first_year(suggestion);
    match moves.as_slice() {
        [] => {
            let start = attendance.times.iter().find(|time| time.slot == slot).map(|time| time.start);
            let day = weekday(suggestion, attendance, slot);
            match (start, day) {
                (Some(start), Some(day)) => at((day, start)),
                (Some(start), None) => clock.of_day(start),
                (None, _) => String::new(),
            }
        }
        [first, ..] => moves.iter().fold(at(first.before), |said, moved| {
            let same_day = moved.before.0 == moved.after.0;
            let after = if same_day { clock.of_day(moved.after.1) } else { at(moved.after) };
            format!("{said}, from {} {after}", clock::date(moved.date, year))
        }),
    }
}

/// The local weekday of a slot that is never moved for an attendee: the slot's own, unless midnight lies between.
fn weekday(suggestion: &Suggestion, attendance: &Attendance, slot: usize) -> Option<Weekday> {
    let start = attendance.times.iter().find(|time| time.slot == slot)?.start;
    let own = suggestion.slots.get(slot)?;
    let day = own.weekday?;
    let first = suggestion.occurrences.iter().find(|occurrence| occurrence.slot == slot)?;
    let anchor = own.anchor.offset_at(first.span.start).0;
    // Both show the same instant: the difference of their clocks, from -26 to 26 hours, says how the dates differ.
    let utc = i32::from(own.start.minutes()) - i32::from(anchor);
    let offsets = [-1, 0, 1].map(|days| i32::from(start.minutes()) + days * 1440 - utc);
    let (days, _) = [-1, 0, 1].into_iter().zip(offsets).find(|(_, offset)| (-720..=840).contains(offset))?;
    Some(match days {
        -1 => day.pred(),
        1 => day.succ(),
        _ => day,
    })
}

/// The occurrences that somebody misses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// The first of them, short enough for a line: `leave 2 and 9 August; holiday 5 April and 3 more`.
    pub short: String,
    /// All of them.
    pub whole: String,
}

/// When an attendee is away or has a holiday, if ever.
pub fn missed(suggestion: &Suggestion, attendance: &Attendance) -> Option<Missed> {
    const SHORT: usize = 3;
    let year = first_year(suggestion);
    let dates = |reason: Reason| -> Vec<NaiveDate> {
        attendance.absences.iter().filter(|absence| absence.reason == reason).map(|absence| absence.date).collect()
    };
    let groups =
        [("on leave", dates(Reason::Leave)), ("holidays", dates(Reason::Holiday)), ("busy", dates(Reason::Busy))];
    let said = |most: usize| -> String {
        let parts = groups.iter().filter(|(_, dates)| !dates.is_empty()).map(|(name, dates)| {
            let shown: Vec<String> = dates.iter().take(most).map(|&date| clock::date(date, year)).collect();
            match dates.len().saturating_sub(most) {
                0 => format!("{name} {}", clock::list(&shown)),
                more => format!("{name} {} and {more} more", shown.join(", ")),
            }
        });
        parts.collect::<Vec<_>>().join("; ")
    };
    (!attendance.absences.is_empty()).then(|| Missed { short: said(SHORT), whole: said(usize::MAX) })
}

fn first_year(suggestion: &Suggestion) -> i32 {
    suggestion.occurrences.first().map_or(0, |occurrence| occurrence.span.start.utc().year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::meet::{Ask, Rules, suggest};
    use crate::team::{Every, HolidayChoice, Member, Place, Policy};
    use crate::time::{Dates, Hours, Minutes, Zone};
    use crate::world::Region;

    fn member(zone: &str, hours: &str) -> Member {
        let place = Place::zone(Zone::named(zone).expect("a zone"));
        Member::new(place.short_name(), place, Hours::parse(hours).expect("hours"))
    }

    fn best(members: &[Member], every: Every) -> Suggestion {
        let from = "2027-01-04".parse().expect("a date");
        let required = members.iter().collect();
        let ask = Ask {
            required,
            optional: vec![],
            calendars: crate::team::Calendars::unread(),
            length: Minutes(30),
            every,
            slots: 1,
            from,
            weeks: 52,
            rules: Rules::default(),
        };
        suggest(&ask, &Policy::default().rates, 1).expect("suggestions").remove(0)
    }

    #[test]
    fn local_times_follow_the_clock_changes() {
        let team = [member("America/New_York", "Mo 10:00-10:30"), member("Europe/London", "Mo 14:00-17:00")];
        let found = best(&team, Every::Week);
        assert_eq!(found.slots[0].anchor.name(), "America/New_York");
        assert_eq!(times(&found, &found.attendees[0], 0, Clock::Hours24), "Mo 10:00");
        let london = times(&found, &found.attendees[1], 0, Clock::Hours24);
        assert_eq!(
            london,
            "Mo 15:00, from 15 March 14:00, from 29 March 15:00, from 1 November 14:00, from 8 November 15:00"
        );
    }

    #[test]
    fn the_weekday_is_that_of_the_attendee() {
        let team = [member("Asia/Tokyo", "Tu 08:00-08:30"), member("Pacific/Honolulu", "Mo 13:00-13:30")];
        let found = best(&team, Every::Week);
        assert_eq!(times(&found, &found.attendees[0], 0, Clock::Hours24), "Tu 08:00");
        assert_eq!(times(&found, &found.attendees[1], 0, Clock::Hours24), "Mo 13:00");
    }

    #[test]
    fn what_is_missed_is_said_with_its_reason() {
        let mut ana = member("Europe/Lisbon", "Mo 09:00-17:00");
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        ana.leave = vec![Dates::new(date("2027-08-02"), date("2027-08-31")).expect("dates")];
        ana.holidays = HolidayChoice::Of(Region::parse("PT").expect("a region"));
        let found = best(&[ana], Every::Week);
        let missed = missed(&found, &found.attendees[0]).expect("some");
        assert!(missed.short.starts_with("on leave 2 August, 9 August, 16 August and 2 more"), "{}", missed.short);
        assert!(missed.whole.starts_with("on leave 2 August, 9 August, 16 August, 23 August and 30 August; holidays "));
        assert!(super::missed(&best(&[member("UTC", "Mo 09:00-17:00")], Every::Week), &found.attendees[0]).is_some());
    }
}
