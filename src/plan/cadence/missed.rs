//! The times of a meeting that somebody misses, each with another date.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use crate::availability::{Alike, Availability, RateMinutes};
use crate::plan::meet::{Ask, Reason, slot_dates};
use crate::team::{Calendars, Every, Member, MemberId, Rates, Slot};
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
    /// The names of all who come.
    pub names: Arc<[String]>,
}

impl Missed {
    /// The name of one who comes.
    pub fn name(&self, member: MemberId) -> &str {
        &self.names[member.index()]
    }
}

/// Somebody who misses an occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Who, by their place among the attendees of the question ([`Ask::attendees`]).
    pub member: MemberId,
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
    /// Which optional members miss it, too.
    pub missed_by: Vec<MemberId>,
}

/// The occurrences of `slots`, which take turns, that somebody misses for leave, a public holiday or a busy calendar, in time order.
///
/// Where a required member misses one, another date is proposed: of the quarter-hours on the other dates of its week, Monday to
/// Sunday by the anchor's clock, and of the next one, those are left on which the meeting is not held anyway, no required member
/// is absent, and fewer than half of the required have a day of the week off (unless the meeting is on such a day). Of these the best has the fewest absent optional members; costs the worst-off least, then all (on full
/// availability, so that nothing is paid where all are `Preferred`); is in the same week; is nearest in days, the later of two;
/// and nearest to the usual time of day. A meeting of every weekday has no other date: its next day is near enough.
///
/// # Example
///
/// ```
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
/// #     (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
/// # ], meetings: [(name: "Sync", minutes: 30, every: Week, from: "2027-01-04", weeks: 4, chosen: [
/// #     (weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon"),
/// # ])])"#;
/// # let (team, _) = sunwise::team::read("t.ron", text.as_bytes()).unwrap();
/// # let monday = "2027-01-04".parse().unwrap();
/// use sunwise::plan::cadence::missed;
/// use sunwise::plan::meet::{Ask, Reason};
///
/// let mut team = team;
/// let tuesday = "2027-01-12".parse().unwrap();
/// team.members[0].leave = vec![sunwise::time::Dates::new(tuesday, tuesday).unwrap()];
/// let ask = Ask::of(&team, &team.meetings[0], monday).unwrap();
/// let found = missed(&ask, &team.meetings[0].chosen, &team.policy.rates);
/// assert_eq!((found[0].date, found[0].who[0].reason), (tuesday, Reason::Leave));
/// assert_eq!(found[0].name(found[0].who[0].member), "Ana");
/// assert_eq!(found[0].proposal.as_ref().unwrap().to.to_string(), "2027-01-13 15:00:00");
/// ```
pub fn missed(ask: &Ask, slots: &[Slot], rates: &Rates) -> Vec<Missed> {
    let start = Instant::midnight(ask.from) - Minutes(8 * 1440);
    let over = Span { start, end: start + Minutes(Minutes::WEEK.0 * (i64::from(ask.weeks) + 4)) };
    let people = AlikeAttendees::all(ask, over);
    let names: Arc<[String]> = ask.attendees().map(|(member, _)| member.name.clone()).collect();
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
        let mut who: Vec<Miss> = people.iter().flat_map(|alike| alike.misses(span)).collect();
        who.sort_unstable_by_key(|miss| miss.member);
        if who.is_empty() {
            continue;
        }
        let is_held =
            |date: &NaiveDate| proposed.contains(date) || dates.iter().any(|dates| dates.binary_search(date).is_ok());
        let needed = who.iter().any(|miss| miss.required) && ask.every != Every::Weekday;
        let proposal = needed.then(|| propose(ask, slot, date, &people, rates, is_held)).flatten();
        proposed.extend(proposal.iter().map(|proposal| proposal.to.date()));
        found.push(Missed { span, slot: place, date, who, proposal, names: Arc::clone(&names) });
    }
    found.sort_by_key(|missed| (missed.span, missed.slot));
    found
}

/// Those who come and are alike, with when they are absent.
struct AlikeAttendees<'a> {
    /// One of them.
    member: &'a Member,
    /// All of them.
    members: Vec<MemberId>,
    required: bool,
    full: Availability,
    absent: Vec<(Span, Reason)>,
}

impl<'a> AlikeAttendees<'a> {
    /// Everybody who comes: the required first.
    fn all(ask: &Ask<'a>, over: Span) -> Vec<Self> {
        let mut found = Vec::new();
        let mut before = 0;
        for (group, required) in [(&ask.required, true), (&ask.optional, false)] {
            let alike = Alike::by_full(group);
            let in_ask = |member: &MemberId| MemberId::new(before + member.index());
            found.extend(alike.sorts().map(|sort| {
                let members = alike.members(sort);
                Self::of(ask.calendars, group[members[0].index()], members.iter().map(in_ask).collect(), required, over)
            }));
            before += group.len();
        }
        found
    }

    fn of(calendars: &Calendars, member: &'a Member, members: Vec<MemberId>, required: bool, over: Span) -> Self {
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
        let busy = calendars.busy_spans(member, over);
        let absent = off.chain(busy.iter().map(|&span| (span, Reason::Busy))).collect();
        Self { member, members, required, full: Availability::full(member, calendars, over), absent }
    }

    /// Why they are absent in some minute of a span, if they are.
    fn absence(&self, span: Span) -> Option<Reason> {
        self.absent.iter().find(|(absent, _)| absent.intersection(span).is_some()).map(|&(_, reason)| reason)
    }

    /// The same of each of them.
    fn misses(&self, span: Span) -> impl Iterator<Item = Miss> {
        let (reason, required) = (self.absence(span), self.required);
        let absent = if reason.is_some() { self.members.as_slice() } else { &[] };
        absent.iter().filter_map(move |&member| Some(Miss { member, required, reason: reason? }))
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
    people: &[AlikeAttendees],
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
    let optional = people.iter().filter(|alike| !alike.required);
    let mut missed_by: Vec<MemberId> = optional.flat_map(|alike| alike.misses(span)).map(|miss| miss.member).collect();
    missed_by.sort_unstable();
    Some(Proposal { span, to: slot.anchor.local(span.start), worst, missed_by })
}

/// How many required members have no hours on the day of the week that it is for them.
fn days_off(people: &[AlikeAttendees], at: Instant) -> usize {
    let is_off = |alike: &&AlikeAttendees| {
        let day = alike.member.home.zone.local(at).date().weekday();
        alike.required && alike.member.hours.starting_on(day).is_empty()
    };
    people.iter().filter(is_off).map(|alike| alike.members.len()).sum()
}

/// The span that begins at a local time, if there is that time on that date.
fn on(zone: Zone, date: NaiveDate, start: u16, length: Minutes) -> Option<Span> {
    let at = zone.instant_at(date, start);
    let local = zone.local(at);
    let exists = local.date() == date && (at + zone.offset_at(at).minutes()).minute_of_utc_day() == start;
    exists.then_some(Span { start: at, end: at + length })
}

/// How many optional members are absent, and the largest and twice the total burden; nothing if a required one is absent.
fn price(people: &[AlikeAttendees], span: Span, rates: &Rates) -> Option<(usize, RateMinutes, RateMinutes)> {
    let (mut absent, mut worst, mut total) = (0, RateMinutes::ZERO, RateMinutes::ZERO);
    for alike in people {
        let count = alike.members.len();
        if alike.absence(span).is_some() {
            if alike.required {
                return None;
            }
            absent += count;
            continue;
        }
        let burden = alike.full.burden(span, rates);
        if alike.required {
            worst = worst.max(burden);
        }
        total += burden * if alike.required { 2 } else { 1 } * count as i64;
    }
    Some((absent, worst, total))
}
