//! SPEC section 2, read sentence by sentence, a minute at a time.

use chrono::{Datelike, Days, NaiveDate};
use sunwise::availability::Level;
use sunwise::team::Member;
use sunwise::time::{Hours, Instant, Minutes, Span};

use super::strategy::Busy;
use crate::zones::{jiff_instant, jiff_zone};

/// One local date of a member, with the instants of everything that starts on it.
struct Day {
    date: NaiveDate,
    start: Instant,
    end: Instant,
    on_leave: bool,
    preferred: Vec<(Instant, Instant)>,
    flexible: Vec<(Instant, Instant)>,
    asleep: Vec<(Instant, Instant)>,
}

fn day(member: &Member, date: NaiveDate, full: bool) -> Day {
    let stay = member.stays.iter().find(|s| s.dates.first() <= date && date <= s.dates.last());
    let zone = jiff_zone(stay.map_or(member.home.zone, |s| s.place.zone));
    let ranges = |hours: &Hours| -> Vec<(Instant, Instant)> {
        hours
            .starting_on(date.weekday())
            .iter()
            .map(|range| (jiff_instant(&zone, date, range.start()), jiff_instant(&zone, date, range.end())))
            .collect()
    };
    let on_leave = full && member.leave.iter().any(|l| l.first() <= date && date <= l.last());
    let on_holiday = full && member.holiday_region().is_some_and(|r| r.dates(date, date) == [date]);
    let works = !on_leave && !on_holiday;
    Day {
        date,
        start: jiff_instant(&zone, date, 0),
        end: jiff_instant(&zone, date + Days::new(1), 0),
        on_leave,
        preferred: if works { ranges(&member.hours) } else { vec![] },
        flexible: if works { ranges(&member.flexible) } else { vec![] },
        asleep: ranges(&member.sleep),
    }
}

fn in_any(ranges: &[(Instant, Instant)], at: Instant) -> bool {
    ranges.iter().any(|&(start, end)| start <= at && at < end)
}

fn level(days: &[Day], at: Instant) -> Level {
    let on_leave = |day: &&Day| day.on_leave && day.start <= at && at < day.end;
    let away = days.iter().filter(on_leave).any(|leave| {
        let mut earlier = days.iter().filter(|day| day.date < leave.date);
        !earlier.any(|day| in_any(&day.preferred, at) || in_any(&day.flexible, at))
    });
    if away {
        Level::Away
    } else if days.iter().any(|day| in_any(&day.preferred, at)) {
        Level::Preferred
    } else if days.iter().any(|day| in_any(&day.flexible, at)) {
        Level::Flexible
    } else if days.iter().any(|day| in_any(&day.asleep, at)) {
        Level::Asleep
    } else {
        Level::Off
    }
}

/// When an event of somebody's calendar begins and ends.
fn busy(member: &Member, event: &Busy) -> (Instant, Instant) {
    let on = |date: NaiveDate, start: u16, end: u16| {
        let stay = member.stays.iter().find(|s| s.dates.first() <= date && date <= s.dates.last());
        let zone = jiff_zone(stay.map_or(member.home.zone, |s| s.place.zone));
        (jiff_instant(&zone, date, start), jiff_instant(&zone, date, end))
    };
    match *event {
        Busy::Instants(start, end) => (start, end),
        Busy::Floating(date, start, end) => on(date, start, end),
        Busy::WholeDay(date) => on(date, 0, 1440),
    }
}

/// The full level of every minute of `over`, of somebody whose calendars say this.
pub fn full_levels(member: &Member, events: &[Busy], over: Span) -> Vec<Level> {
    let mut found = levels(member, over, true);
    let busy: Vec<(Instant, Instant)> = events.iter().map(|event| busy(member, event)).collect();
    for (minute, level) in found.iter_mut().enumerate() {
        if in_any(&busy, over.start + Minutes(minute as i64)) {
            *level = Level::Away;
        }
    }
    found
}

/// The level of every minute of `over`, without calendars.
pub fn levels(member: &Member, over: Span, full: bool) -> Vec<Level> {
    let first = over.start.utc().date() - Days::new(4);
    let last = over.end.utc().date() + Days::new(2);
    let days: Vec<Day> =
        first.iter_days().take_while(|&date| date <= last).map(|date| day(member, date, full)).collect();
    (0..over.minutes().0).map(|minute| level(&days, over.start + Minutes(minute))).collect()
}
