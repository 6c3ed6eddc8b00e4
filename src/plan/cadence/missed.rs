//! The times of a meeting that somebody misses, each with another date.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use crate::availability::{Availability, RateMinutes};
use crate::plan::meet::{Ask, Reason, slot_dates};
use crate::team::{Every, Member, Rates, Slot};
use crate::time::{Instant, Minutes, Span, Zone};

/// An occurrence that somebody misses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The occurrence.
    pub span: Span,
    /// Its slot, as a place among the slots.
    pub slot: usize,
    /// Its date by the anchor's clock.
    pub date: NaiveDate,
    /// Who misses it: the required first.
    pub who: Vec<Miss>,
    /// Another date; none if nobody who is required misses it, or no date is free of absences.
    pub proposal: Option<Proposal>,
}

/// Somebody who misses an occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Who, by name.
    pub member: String,
    /// Whether the meeting needs them.
    pub required: bool,
    /// Why.
    pub reason: Reason,
}

/// Another date for an occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// From start to end.
    pub span: Span,
    /// Its start by the anchor's clock.
    pub to: NaiveDateTime,
    /// The largest burden of any required member.
    pub worst: RateMinutes,
    /// Which optional members miss it, too, by name.
    pub missed_by: Vec<String>,
}

/// The occurrences of `slots`, which take turns, that somebody misses for leave, a public holiday or a busy calendar, in time order.
///
/// Where a required member misses one, another date is proposed: of the quarter-hours on the other dates of its week, Monday to
/// Sunday by the anchor's clock, and of the next one, those are left on which the meeting is not held anyway, no required member
/// is absent, and fewer than half of the required have a day of the week off (unless the meeting is on such a day). Of these the best has the fewest absent optional members; costs the worst-off least, then all (on full
/// availability, so that nothing is paid where all are `Preferred`); is in the same week; is nearest in days, the later of two;
/// and nearest to the usual time of day. A meeting of every weekday has no other date: its next day is near enough.
pub fn missed(ask: &Ask, slots: &[Slot], rates: &Rates) -> Vec<Missed> {
    let start = Instant::midnight(ask.from) - Minutes(8 * 1440);
    let over = Span { start, end: start + Minutes(Minutes::WEEK.0 * (i64::from(ask.weeks) + 4)) };
    let people: Vec<Person> = ask.attendees().map(|(member, required)| Person::of(member, required, over)).collect();
    let dates: Vec<Vec<NaiveDate>> = (0..slots.len()).map(|place| slot_dates(ask, slots, place)).collect();
    let mut found = Vec::new();
    let of_slot = |place: usize| dates[place].iter().map(move |&date| (date, place));
    let mut all: Vec<(NaiveDate, usize)> = (0..slots.len()).flat_map(of_slot).collect();
    all.sort_unstable();
    // A date that was proposed once is held from then on.
    let mut proposed: Vec<NaiveDate> = Vec::new();
    for (date, place) in all {
        let slot = slots[place];
        let start = slot.anchor.instant_at(date, slot.start.minutes());
        let span = Span { start, end: start + ask.length };
        let who: Vec<Miss> = people.iter().filter_map(|person| person.miss(span)).collect();
        if who.is_empty() {
            continue;
        }
        let is_held =
            |date: &NaiveDate| proposed.contains(date) || dates.iter().any(|dates| dates.binary_search(date).is_ok());
        let needed = who.iter().any(|miss| miss.required) && ask.every != Every::Weekday;
        let proposal = needed.then(|| propose(ask, slot, date, &people, rates, is_held)).flatten();
        proposed.extend(proposal.iter().map(|proposal| proposal.to.date()));
        found.push(Missed { span, slot: place, date, who, proposal });
    }
    found.sort_by_key(|missed| (missed.span, missed.slot));
    found
}

/// One who comes, with when they are absent.
struct Person<'a> {
    member: &'a Member,
    required: bool,
    full: Availability,
    absent: Vec<(Span, Reason)>,
}

impl<'a> Person<'a> {
    fn of(member: &'a Member, required: bool, over: Span) -> Self {
        let (first, last) = (over.start.utc().date(), over.end.utc().date());
        let holidays = member.holiday_region().map(|region| region.dates(first, last)).unwrap_or_default();
        let reason = |date: NaiveDate| {
            let holiday = holidays.binary_search(&date).is_ok().then_some(Reason::Holiday);
            if member.is_on_leave(date) { Some(Reason::Leave) } else { holiday }
        };
        let day = |date: NaiveDate| {
            let zone = member.zone_on(date);
            Span::new(zone.midnight(date), zone.midnight(date.succ_opt()?))
        };
        let dates = first.iter_days().take_while(|&date| date <= last);
        let off = dates.filter_map(|date| Some((day(date)?, reason(date)?)));
        let busy = member.busy_spans(over);
        let absent = off.chain(busy.iter().map(|&span| (span, Reason::Busy))).collect();
        Self { member, required, full: Availability::full(member, over), absent }
    }

    fn miss(&self, span: Span) -> Option<Miss> {
        let (_, reason) = self.absent.iter().find(|(absent, _)| absent.intersection(span).is_some())?;
        Some(Miss { member: self.member.name.clone(), required: self.required, reason: *reason })
    }
}

/// The dates that an occurrence may be moved to: its week and the next, but for its own date.
fn other_dates(ask: &Ask, date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let monday = date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date);
    let from = ask.from;
    monday.iter_days().take(14).filter(move |&other| other != date && other >= from)
}

fn propose(
    ask: &Ask,
    slot: Slot,
    date: NaiveDate,
    people: &[Person],
    rates: &Rates,
    is_held: impl Fn(&NaiveDate) -> bool,
) -> Option<Proposal> {
    let usual = i64::from(slot.start.minutes());
    let as_usual = days_off(people, slot.anchor.instant_at(date, slot.start.minutes()));
    let mut best = None;
    for other in other_dates(ask, date).filter(|other| !is_held(other)) {
        let days = (other - date).num_days();
        let near = (other.iso_week() != date.iso_week(), days.abs(), days < 0);
        for start in (0..1440u16).step_by(15) {
            let Some(span) = on(slot.anchor, other, start, ask.length) else { continue };
            let off = days_off(people, span.start);
            if off > as_usual && 2 * off >= ask.required.len() {
                continue;
            }
            let Some(price) = price(people, span, rates) else { continue };
            let key = (price, near, (i64::from(start) - usual).abs(), span.start);
            if best.as_ref().is_none_or(|(known, _)| key < *known) {
                best = Some((key, span));
            }
        }
    }
    let (((_, worst, _), ..), span) = best?;
    let optional = people.iter().filter(|person| !person.required && person.miss(span).is_some());
    let missed_by = optional.map(|person| person.member.name.clone()).collect();
    Some(Proposal { span, to: slot.anchor.local(span.start), worst, missed_by })
}

/// How many required members have no hours on the day of the week that it is for them.
fn days_off(people: &[Person], at: Instant) -> usize {
    let off = |person: &&Person| {
        let day = person.member.home.zone.local(at).date().weekday();
        person.required && person.member.hours.starting_on(day).is_empty()
    };
    people.iter().filter(off).count()
}

/// The span that begins at a local time, if there is that time on that date.
fn on(zone: Zone, date: NaiveDate, start: u16, length: Minutes) -> Option<Span> {
    let at = zone.instant_at(date, start);
    let local = zone.local(at);
    let exists = local.date() == date && (at + zone.offset_at(at).minutes()).minute_of_utc_day() == start;
    exists.then_some(Span { start: at, end: at + length })
}

/// How many optional members are absent, and the largest and twice the total burden; nothing if a required one is absent.
fn price(people: &[Person], span: Span, rates: &Rates) -> Option<(usize, RateMinutes, RateMinutes)> {
    let (mut absent, mut worst, mut total) = (0, RateMinutes::ZERO, RateMinutes::ZERO);
    for person in people {
        if person.absent.iter().any(|(away, _)| away.intersection(span).is_some()) {
            if person.required {
                return None;
            }
            absent += 1;
            continue;
        }
        let burden = person.full.burden(span, rates);
        if person.required {
            worst = worst.max(burden);
        }
        total += burden * if person.required { 2 } else { 1 };
    }
    Some((absent, worst, total))
}
