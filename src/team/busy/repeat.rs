//! When an event recurs: a rule (RFC 5545 §3.3.10) becomes local times.
//!
//! The crate `rrule` finds them on a clock without changes; what instants they are is decided by the event's own clock
//! afterwards, so that its zone rules do not matter.

use calcard::common::{CalendarScale, PartialDateTime};
use calcard::icalendar::{ICalendarDay, ICalendarFrequency, ICalendarRecurrenceRule, ICalendarWeekday};
use chrono::{Datelike, Month, NaiveDate, NaiveDateTime, Weekday};
use rrule::{Frequency, NWeekday, RRule, RRuleSet, Tz, Unvalidated};

use super::moment::{Moment, minutes_east};
use crate::time::{HORIZON_END, HORIZON_START, Instant, Minutes};

/// How much work the rules of one calendar may make, in steps of their frequency: some sixty daily events until 2099.
const STEPS: i64 = 2_000_000;
/// So much dearer is a step within a day, of which nobody needs many: every minute of a year is all that is read.
const WITHIN_A_DAY: i64 = 4;
/// What `rrule` tries before it gives up on a rule that has no next time.
const STEPS_IN_VAIN: i64 = 100_000;

/// Every minute of a year.
const MOST_AT_ONCE: i64 = 366 * 1440;

/// What is left of the work that the rules of one calendar may make.
#[derive(Debug)]
pub(super) struct Budget(i64);

impl Default for Budget {
    fn default() -> Self {
        Self(STEPS)
    }
}

/// The local times of a rule, in order.
#[derive(Debug, PartialEq)]
pub(super) struct Occurrences {
    pub(super) starts: Vec<NaiveDateTime>,
    /// Where they were cut off because they are too many.
    pub(super) cut_at: Option<NaiveDate>,
}

/// When an event that starts at `start` recurs by `rule`, until 2099.
///
/// # Errors
/// What about the rule is not understood.
pub(super) fn occurrences(
    rule: &ICalendarRecurrenceRule,
    start: &Moment,
    budget: &mut Budget,
) -> Result<Occurrences, String> {
    let mut found = Occurrences { starts: Vec::new(), cut_at: None };
    if budget.0 < 0 {
        found.cut_at = Some(start.local.date());
        return Ok(found);
    }
    budget.0 -= at_once(rule);
    let (seconds, dear) = step(rule.freq);
    let step = seconds * i64::from(rule.interval.unwrap_or(1).max(1));
    let first = start.local.and_utc().with_timezone(&Tz::UTC);
    let rule_of_crate = translated(rule, start)?.validate(first).map_err(|error| error.to_string())?;
    let mut last = start.local;
    // Local dates are up to a day from UTC's.
    let end = HORIZON_END.succ_opt().unwrap_or(HORIZON_END);
    for moment in &RRuleSet::new(first).rrule(rule_of_crate).limit() {
        let local = moment.naive_utc();
        if local.date() > end || rule.until.as_ref().is_some_and(|until| is_after(until, &start.at(local))) {
            return Ok(found);
        }
        budget.0 -= dear * ((local - last).num_seconds() / step).max(1);
        if budget.0 < 0 {
            found.cut_at = Some(local.date());
            return Ok(found);
        }
        // Minutes are counted, so that more times within one are the same.
        if found.starts.is_empty() || Instant::from_utc(local) > Instant::from_utc(last) {
            found.starts.push(local);
        }
        last = local;
    }
    if found.starts.len() < rule.count.map_or(usize::MAX, |count| count as usize) {
        budget.0 -= STEPS_IN_VAIN;
    }
    Ok(found)
}

/// How many times of one period are looked at before the first of them is known.
fn at_once(rule: &ICalendarRecurrenceRule) -> i64 {
    let days = match rule.freq {
        ICalendarFrequency::Yearly => 366,
        ICalendarFrequency::Monthly => 31,
        ICalendarFrequency::Weekly => 7,
        _ => 1,
    };
    let times: usize =
        [&rule.byhour, &rule.byminute, &rule.bysecond].map(|list| distinct(list).len().max(1)).iter().product();
    days * times as i64
}

/// Every item of a list once.
fn distinct<T: Clone + Ord>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort_unstable();
    list.dedup();
    list
}

/// Whether a time comes after an `UNTIL`, which is compared as an instant if it is one, else by the event's own clock.
fn is_after(until: &PartialDateTime, moment: &Moment) -> bool {
    let Some(written) = until.to_date_time() else { return false };
    if !until.has_time() || moment.is_date {
        return moment.local.date() > written.date_time.date();
    }
    match (minutes_east(until), moment.instant()) {
        (Some(east), Some(at)) => at > Instant::from_utc(written.date_time) - Minutes(east),
        _ => moment.local > written.date_time,
    }
}

/// The seconds from one step of a frequency to the next, and how dear it is.
fn step(frequency: ICalendarFrequency) -> (i64, i64) {
    const DAY: i64 = 86_400;
    match frequency {
        ICalendarFrequency::Secondly => (1, WITHIN_A_DAY),
        ICalendarFrequency::Minutely => (60, WITHIN_A_DAY),
        ICalendarFrequency::Hourly => (3600, WITHIN_A_DAY),
        ICalendarFrequency::Daily => (DAY, 1),
        ICalendarFrequency::Weekly => (7 * DAY, 1),
        ICalendarFrequency::Monthly => (31 * DAY, 1),
        ICalendarFrequency::Yearly => (366 * DAY, 1),
    }
}

/// The rule without its end, which is looked at here.
fn translated(rule: &ICalendarRecurrenceRule, start: &Moment) -> Result<RRule<Unvalidated>, String> {
    if !matches!(rule.rscale, None | Some(CalendarScale::Gregorian)) {
        return Err("it recurs by another calendar than the Gregorian".to_owned());
    }
    if rule.until.as_ref().is_some_and(|until| until.to_date_time().is_none()) {
        return Err("its UNTIL is no date".to_owned());
    }
    if at_once(rule) > MOST_AT_ONCE {
        return Err("it recurs at more times of a day than there are minutes".to_owned());
    }
    let year = start.local.year();
    if !(1000..HORIZON_END.year()).contains(&year) {
        return Err(format!("it begins in the year {year}, and those from {} on are planned", HORIZON_START.year()));
    }
    let frequency = match rule.freq {
        ICalendarFrequency::Yearly => Frequency::Yearly,
        ICalendarFrequency::Monthly => Frequency::Monthly,
        ICalendarFrequency::Weekly => Frequency::Weekly,
        ICalendarFrequency::Daily => Frequency::Daily,
        _ if start.is_date => return Err("whole days cannot recur within a day".to_owned()),
        ICalendarFrequency::Hourly => Frequency::Hourly,
        ICalendarFrequency::Minutely => Frequency::Minutely,
        ICalendarFrequency::Secondly => Frequency::Secondly,
    };
    let months: Option<Vec<Month>> =
        distinct(&rule.bymonth).iter().map(|month| Month::try_from(month.month()).ok()).collect();
    let months = months.ok_or("its BYMONTH is no month")?;
    let mut made = RRule::new(frequency)
        .interval(rule.interval.unwrap_or(1))
        .week_start(rule.wkst.map_or(Weekday::Mon, weekday))
        .by_month(&months)
        .by_month_day(distinct(&rule.bymonthday))
        .by_year_day(distinct(&rule.byyearday))
        .by_week_no(distinct(&rule.byweekno))
        .by_set_pos(distinct(&rule.bysetpos))
        .by_weekday(distinct(&rule.byday).into_iter().map(day_of).collect());
    if !start.is_date {
        made = made
            .by_hour(distinct(&rule.byhour))
            .by_minute(distinct(&rule.byminute))
            .by_second(distinct(&rule.bysecond));
    }
    Ok(match rule.count {
        Some(count) => made.count(count),
        None => made,
    })
}

fn day_of(day: ICalendarDay) -> NWeekday {
    match day.ordwk {
        Some(nth) if nth != 0 => NWeekday::Nth(nth, weekday(day.weekday)),
        _ => NWeekday::Every(weekday(day.weekday)),
    }
}

fn weekday(day: ICalendarWeekday) -> Weekday {
    match day {
        ICalendarWeekday::Monday => Weekday::Mon,
        ICalendarWeekday::Tuesday => Weekday::Tue,
        ICalendarWeekday::Wednesday => Weekday::Wed,
        ICalendarWeekday::Thursday => Weekday::Thu,
        ICalendarWeekday::Friday => Weekday::Fri,
        ICalendarWeekday::Saturday => Weekday::Sat,
        ICalendarWeekday::Sunday => Weekday::Sun,
    }
}
