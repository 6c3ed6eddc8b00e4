//! A meeting whose slots are settled as series of events.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::line::{Lines, basic};
use super::uid::fingerprint;
use super::vtimezone;
use crate::plan::meet::{Ask, slot_dates};
use crate::team::{Every, Member, Nth, Slot};
use crate::time::hours::day_name;
use crate::time::{Instant, Minutes, Zone};

/// A meeting whose slots are settled.
#[derive(Debug)]
pub struct Series<'a> {
    /// What the meeting is called.
    pub name: &'a str,
    /// Who comes, how often, how long, and from when on.
    pub ask: &'a Ask<'a>,
    /// The slots in the order in which they take turns.
    pub slots: &'a [Slot],
    /// For people: what everybody's clock shows.
    pub description: &'a str,
    /// Times at which it is not held as usual.
    pub exceptions: &'a [Exception],
    /// Whether the series end with the horizon; otherwise they go on.
    pub ends: bool,
}

/// A date of a meeting, in the anchor's zone of its slot, on which it is left out or held at another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The date on which it would have been.
    pub date: NaiveDate,
    /// When it is held instead, by the anchor's clock; nothing when it is left out.
    pub moved_to: Option<NaiveDateTime>,
}

/// A meeting as series of events: one a slot (several where a rotation of weekdays needs them), in local time of the slot's anchor
/// with that zone's rules, so that each calendar has the planner's instants for good. `stamp` is the time of export.
///
/// There is no METHOD: the file is a copy of a calendar and no invitation, and may name attendees (RFC 5546 §3.2.1 forbids
/// them to what is published). Who imports it as their own can invite them.
pub fn meeting(series: &Series, stamp: Instant) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Sunwise//Meeting//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", series.name);
    let runs: Vec<Run> = (0..series.slots.len()).flat_map(|place| runs(series, place)).collect();
    let mut zones: Vec<Zone> = Vec::new();
    for run in &runs {
        if run.slot.anchor != Zone::UTC && !zones.contains(&run.slot.anchor) {
            zones.push(run.slot.anchor);
            vtimezone::write(&mut lines, run.slot.anchor, first_instant(series));
        }
    }
    for run in &runs {
        run.write(&mut lines, series, stamp);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

/// Well before the first time, so that exceptions on other dates lie within the rules too.
fn first_instant(series: &Series) -> Instant {
    Instant::midnight(series.ask.from) - Minutes::WEEK
}

/// A series of times that one rule says.
struct Run {
    slot: Slot,
    dates: Vec<NaiveDate>,
    rule: String,
}

/// The series of a slot.
fn runs(series: &Series, place: usize) -> Vec<Run> {
    let slot = series.slots[place];
    let turns = series.slots.len() as u32;
    let dates = slot_dates(series.ask, series.slots, place);
    let weekly = |interval: u32, days: &[Weekday]| {
        let days: Vec<String> = days.iter().map(|&day| day_name(day).to_uppercase()).collect();
        let every = if interval == 1 { String::new() } else { format!("INTERVAL={interval};") };
        format!("FREQ=WEEKLY;{every}BYDAY={};WKST=MO", days.join(","))
    };
    let day = slot.weekday.or(dates.first().map(NaiveDate::weekday)).unwrap_or(Weekday::Mon);
    let whole = |rule: String| vec![Run { slot, dates: dates.clone(), rule }];
    match series.ask.every {
        Every::Week => whole(weekly(turns, &[day])),
        Every::TwoWeeks => whole(weekly(2 * turns, &[day])),
        Every::FourWeeks => whole(weekly(4 * turns, &[day])),
        Every::Month(nth) => {
            let nth = match nth {
                Nth::FromStart(n) => i32::from(n),
                Nth::Last => -1,
            };
            let every = if turns == 1 { String::new() } else { format!("INTERVAL={turns};") };
            whole(format!("FREQ=MONTHLY;{every}BYDAY={nth}{}", day_name(day).to_uppercase()))
        }
        Every::Weekday => workdays(slot, &dates, turns, weekly),
    }
}

/// Of slots that take turns day by day each has its weekdays in one week of so many, and others in the next.
fn workdays(slot: Slot, dates: &[NaiveDate], turns: u32, weekly: impl Fn(u32, &[Weekday]) -> String) -> Vec<Run> {
    let monday = |date: NaiveDate| date.week(Weekday::Mon).first_day();
    let phase = |date: NaiveDate| (monday(date).num_days_from_ce() / 7).rem_euclid(turns as i32);
    let mut phases: Vec<i32> = Vec::new();
    for &date in dates {
        if !phases.contains(&phase(date)) {
            phases.push(phase(date));
        }
    }
    let run = |wanted: i32| {
        let own: Vec<NaiveDate> = dates.iter().copied().filter(|&date| phase(date) == wanted).collect();
        let days: BTreeSet<u8> = own.iter().map(|date| date.weekday().num_days_from_monday() as u8).collect();
        let days: Vec<Weekday> = days.into_iter().filter_map(|day| Weekday::try_from(day).ok()).collect();
        Run { slot, rule: weekly(turns, &days), dates: own }
    };
    phases.into_iter().map(run).collect()
}

impl Run {
    fn write(&self, lines: &mut Lines, series: &Series, stamp: Instant) {
        let Some(&first) = self.dates.first() else { return };
        let anchor = self.slot.anchor;
        let start = |date: NaiveDate| {
            date.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(self.slot.start.minutes().into())
        };
        let uid = self.uid(series, first);
        let of_run = |exception: &&Exception| self.dates.contains(&exception.date);
        let exceptions: Vec<&Exception> = series.exceptions.iter().filter(of_run).collect();
        begin(lines, series, &uid, stamp);
        local(lines, "DTSTART", anchor, start(first));
        lines.raw("DURATION", &format!("PT{}M", series.ask.length.0));
        let until = self.dates.last().filter(|_| series.ends).map(|&last| anchor.instant(start(last)));
        let until = until.map_or_else(String::new, |until| format!(";UNTIL={}", basic(until)));
        lines.raw("RRULE", &format!("{}{until}", self.rule));
        for left_out in exceptions.iter().filter(|exception| exception.moved_to.is_none()) {
            local(lines, "EXDATE", anchor, start(left_out.date));
        }
        lines.raw("END", "VEVENT");
        for exception in exceptions {
            if let Some(moved_to) = exception.moved_to {
                begin(lines, series, &uid, stamp);
                local(lines, "RECURRENCE-ID", anchor, start(exception.date));
                local(lines, "DTSTART", anchor, moved_to);
                lines.raw("DURATION", &format!("PT{}M", series.ask.length.0));
                lines.raw("END", "VEVENT");
            }
        }
    }

    /// The same for the same slot of the same meeting; another anchor or time is another series.
    fn uid(&self, series: &Series, first: NaiveDate) -> String {
        let slot = format!("{} {} {} {first}", self.rule, self.slot.start, self.slot.anchor.name());
        format!("meeting-{:016x}@sunwise", fingerprint(&[series.name, &slot]))
    }
}

/// Begins an event with what all of a series have in common.
fn begin(lines: &mut Lines, series: &Series, uid: &str, stamp: Instant) {
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", uid);
    lines.instant("DTSTAMP", stamp);
    lines.text("SUMMARY", series.name);
    if !series.description.is_empty() {
        lines.text("DESCRIPTION", series.description);
    }
    for (member, is_required) in series.ask.attendees() {
        if let Some(email) = &member.email {
            attendee(lines, member, email, is_required);
        }
    }
}

/// A local time of a zone; one in UTC as such.
fn local(lines: &mut Lines, name: &str, zone: Zone, at: NaiveDateTime) {
    let text = at.format("%Y%m%dT%H%M%S");
    if zone == Zone::UTC {
        lines.raw(name, &format!("{text}Z"));
    } else {
        lines.raw(&format!("{name};TZID={}", zone.name()), &text.to_string());
    }
}

pub(super) fn attendee(lines: &mut Lines, member: &Member, email: &str, is_required: bool) {
    let role = if is_required { "REQ-PARTICIPANT" } else { "OPT-PARTICIPANT" };
    // A parameter's value stands in quotes, and cannot hold one (RFC 5545 §3.2).
    let name: String =
        member.name.chars().map(|letter| if letter == '"' || letter.is_control() { '\'' } else { letter }).collect();
    lines.raw(&format!("ATTENDEE;CN=\"{name}\";ROLE={role};PARTSTAT=NEEDS-ACTION"), &format!("mailto:{email}"));
}
