//! The rules of a time zone within a calendar (RFC 5545 §3.6.5), with recurrence rules where the future is a rule: readers that
//! have none of their own then still get every year right, and none takes a list of dates for all there is.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::line::Lines;
use crate::time::hours::day_name;
use crate::time::{HORIZON_END, HORIZON_START, Instant, Offset, Span, Transition, Zone};

/// How many years ahead the transitions are looked at: what has been so for all of them stays so.
const YEARS: i32 = 14;
/// So many years in a row at the end make a rule.
const RULE: usize = 6;

/// Transitions between the same offsets in the same month at the same local time, a year each.
struct Observance {
    before: Offset,
    after: Offset,
    /// Local starts by the clock before, in order.
    onsets: Vec<NaiveDateTime>,
}

/// Writes the rules of `zone` from `first` on.
pub fn write(lines: &mut Lines, zone: Zone, first: Instant) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone.name());
    let first_year = zone.local(first).year();
    let date = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(HORIZON_END).clamp(HORIZON_START, HORIZON_END);
    let over =
        Span { start: Instant::midnight(date(first_year - 2)), end: Instant::midnight(date(first_year + YEARS)) };
    let transitions: Vec<Transition> = zone.transitions(over).filter(|change| change.before != change.after).collect();
    let needed = transitions.iter().rposition(|change| change.at <= first).unwrap_or(0);
    let begun = transitions.get(needed).filter(|change| change.at <= first);
    if begun.is_none() {
        let offset = zone.offset_at(first);
        let origin = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or(HORIZON_START).and_time(chrono::NaiveTime::MIN);
        observance(lines, (offset, offset), origin, None);
    }
    let last_year = first_year + YEARS - 1;
    for group in grouped(&transitions[needed.min(transitions.len())..]) {
        let Observance { before, after, onsets } = group;
        let steady = rule_from(&onsets, last_year);
        let (single, ruled) = onsets.split_at(steady);
        for &onset in single {
            observance(lines, (before, after), onset, None);
        }
        if let Some(&onset) = ruled.first() {
            observance(lines, (before, after), onset, Some(&rule(ruled)));
        }
    }
    lines.raw("END", "VTIMEZONE");
}

fn observance(lines: &mut Lines, (before, after): (Offset, Offset), onset: NaiveDateTime, rule: Option<&str>) {
    let kind = if after.0 > before.0 { "DAYLIGHT" } else { "STANDARD" };
    lines.raw("BEGIN", kind);
    lines.raw("DTSTART", &onset.format("%Y%m%dT%H%M%S").to_string());
    lines.raw("TZOFFSETFROM", &offset(before));
    lines.raw("TZOFFSETTO", &offset(after));
    if let Some(rule) = rule {
        lines.raw("RRULE", rule);
    }
    lines.raw("END", kind);
}

fn grouped(transitions: &[Transition]) -> Vec<Observance> {
    let mut found: Vec<Observance> = Vec::new();
    for change in transitions {
        let onset = (change.at + change.before.minutes()).utc();
        let same = |group: &&mut Observance| {
            let last = group.onsets[group.onsets.len() - 1];
            (group.before, group.after) == (change.before, change.after)
                && last.year() + 1 == onset.year()
                && (last.month(), last.time(), last.weekday()) == (onset.month(), onset.time(), onset.weekday())
        };
        match found.iter_mut().find(same) {
            Some(group) => group.onsets.push(onset),
            None => {
                found.push(Observance { before: change.before, after: change.after, onsets: vec![onset] });
            }
        }
    }
    found
}

/// From which of the onsets on they follow a rule that goes on for good; their number when they do not.
fn rule_from(onsets: &[NaiveDateTime], last_year: i32) -> usize {
    let reaches = onsets.last().is_some_and(|onset| onset.year() == last_year);
    let longest = (0..onsets.len()).find(|&from| day_rule(&onsets[from..]).is_some());
    match longest {
        Some(from) if reaches && onsets.len() - from >= RULE => from,
        _ => onsets.len(),
    }
}

fn rule(onsets: &[NaiveDateTime]) -> String {
    let month = onsets[0].month();
    format!("FREQ=YEARLY;BYMONTH={month};{}", day_rule(onsets).unwrap_or_default())
}

/// The days of the month as a rule: `BYDAY=-1SU`, or `BYDAY=SU;BYMONTHDAY=2,3,...,8` where it is neither an n-th nor the last.
fn day_rule(onsets: &[NaiveDateTime]) -> Option<String> {
    let day: Weekday = onsets[0].weekday();
    let name = day_name(day).to_uppercase();
    let is_last = |onset: &NaiveDateTime| (onset.date() + chrono::Days::new(7)).month() != onset.month();
    if onsets.iter().all(is_last) {
        return Some(format!("BYDAY=-1{name}"));
    }
    let nth = |onset: &NaiveDateTime| onset.day0() / 7 + 1;
    if onsets.iter().all(|onset| nth(onset) == nth(&onsets[0])) {
        return Some(format!("BYDAY={}{name}", nth(&onsets[0])));
    }
    let days = onsets.iter().map(Datelike::day);
    let (least, most) = (days.clone().min()?, days.max()?);
    // With fewer years than days the window may be wider than seen; its place is known when both its edges were.
    (most - least == 6).then(|| {
        let days: Vec<String> = (least..=most).map(|day| day.to_string()).collect();
        format!("BYDAY={name};BYMONTHDAY={}", days.join(","))
    })
}

/// An offset as RFC 5545 §3.3.14 has it: `+0545`.
fn offset(Offset(minutes): Offset) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn onset(text: &str) -> NaiveDateTime {
        text.parse::<NaiveDate>().expect("a date").and_time(chrono::NaiveTime::MIN)
    }

    /// The first Sundays of May, from a year on.
    fn first_sundays(years: std::ops::Range<i32>) -> Vec<NaiveDateTime> {
        let first = |year| NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Sun, 1).expect("a date");
        years.map(|year| first(year).and_time(chrono::NaiveTime::MIN)).collect()
    }

    #[test]
    fn six_years_to_the_end_are_a_rule() {
        assert_eq!(rule_from(&first_sundays(2035..2041), 2040), 0);
        assert_eq!(rule_from(&first_sundays(2036..2041), 2040), 5, "five years may be a whim");
        assert_eq!(rule_from(&first_sundays(2027..2040), 2040), 13, "what has ended does not go on");
        let mut moved = first_sundays(2030..2041);
        moved[2] = onset("2032-05-31");
        assert_eq!(rule_from(&moved, 2040), 3, "single until it is steady");
    }

    #[test]
    fn days_of_the_month_are_a_rule_once_both_edges_were_seen() {
        let rule = |days: &[&str]| day_rule(&days.iter().map(|day| onset(day)).collect::<Vec<_>>());
        assert_eq!(rule(&["2027-05-02", "2028-05-07"]).as_deref(), Some("BYDAY=1SU"));
        assert_eq!(rule(&["2027-05-30", "2032-05-30", "2028-05-28"]).as_deref(), Some("BYDAY=-1SU"));
        let september = ["2027-09-05", "2029-09-02", "2030-09-08"];
        assert_eq!(rule(&september).as_deref(), Some("BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8"));
        assert_eq!(rule(&["2027-09-05", "2028-09-03", "2030-09-08"]), None, "the third of the month to the eighth");
    }

    #[test]
    fn a_year_without_a_change_parts_two_groups() {
        let change = |text: &str| Transition {
            at: Instant::midnight(text.parse().expect("a date")),
            before: Offset(0),
            after: Offset(60),
        };
        let years = |texts: &[&str]| -> Vec<usize> {
            let changes: Vec<Transition> = texts.iter().map(|text| change(text)).collect();
            grouped(&changes).iter().map(|group| group.onsets.len()).collect()
        };
        assert_eq!(years(&["2027-05-02", "2028-05-07", "2029-05-06"]), [3]);
        assert_eq!(years(&["2027-05-02", "2029-05-06"]), [1, 1]);
    }

    /// Lisbon changes on 28 March 2027 at 01:00.
    #[test]
    fn the_rules_begin_with_the_offset_in_force() {
        let lisbon = Zone::named("Europe/Lisbon").expect("a zone");
        let change = lisbon.instant("2027-03-28T02:00:00".parse().expect("a time"));
        let first_onset = |first: Instant| {
            let mut lines = Lines::default();
            write(&mut lines, lisbon, first);
            let text = lines.finish();
            text.split("\r\n").find_map(|line| line.strip_prefix("DTSTART:").map(str::to_owned))
        };
        assert_eq!(first_onset(change).as_deref(), Some("20270328T010000"));
        assert_eq!(first_onset(change - crate::time::Minutes(1)).as_deref(), Some("20261025T020000"));
    }
}
