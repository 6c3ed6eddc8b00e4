//! What a chain means through its season: how long a question waits, when a handoff is at its worst, and who is away.

use chrono::{Datelike, NaiveDate, Weekday};

use super::ask::Question;
use super::chain::{Handoff, HandoffChain, SeasonChain};
use super::plan::steady;
use super::week::DAY;
use crate::availability::{Availability, Level, WEEK, Wait, whereabouts};
use crate::plan::overlap::Response;
use crate::team::{Calendars, MemberId};
use crate::time::{Instant, Minutes, Span, Spans};

/// How long answers take along a chain in a season's steady week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// From a minute that is uniform over the chosen days until somebody holds a leg and is `Preferred`.
    pub covered: Response,
    /// For each handoff, the wait of the one who hands over for the one who takes over (SPEC section 4).
    pub handoffs: Vec<Response>,
}

/// Whole local dates on which a holder of a leg does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub member: MemberId,
    /// The date.
    pub date: NaiveDate,
    /// Why.
    pub why: Why,
}

/// Why somebody does not work on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// On leave.
    Leave,
    /// A public holiday, by its name.
    Holiday(&'static str),
    /// A calendar takes all of their preferred hours.
    Busy,
}

/// How long answers take along the chain of a season.
pub fn waits(question: &Question, found: &SeasonChain) -> Waits {
    let weeks = steady(question, &found.season);
    let chosen: Spans = question.days.iter().map(|&day| of_week(day, 0, DAY)).collect();
    let held = found.chain.legs.iter().flat_map(|leg| {
        let start = i64::from(leg.start.minutes());
        let end = start + leg.length.0;
        // A chosen day is a circle: what lies beyond its midnight counts at its beginning.
        let pieces = [(start, end.min(DAY)), (0, end - DAY)].into_iter().filter(|(start, end)| start < end);
        let of_day =
            |&day: &Weekday| pieces.clone().map(move |(start, end)| of_week(day, start, end)).collect::<Vec<_>>();
        let spans: Spans = question.days.iter().flat_map(of_day).collect();
        spans.intersection(&weeks[leg.member].preferred).iter().copied().collect::<Vec<_>>()
    });
    let nobody = MemberId::new(0);
    let wait = |from: MemberId, to: MemberId, asker: &Spans, answerer: &Spans| {
        Response::new(from, to, asker.minutes(), Wait::steady(asker, answerer))
    };
    let handoff = |handoff: &Handoff| {
        let (from, to) = (handoff.from, handoff.to);
        wait(from, to, &weeks[from].preferred, &weeks[to].preferred)
    };
    Waits {
        covered: wait(nobody, nobody, &chosen, &held.collect()),
        handoffs: found.chain.handoffs.iter().map(handoff).collect(),
    }
}

/// Minutes of a day of the steady week.
fn of_week(day: Weekday, start: i64, end: i64) -> Span {
    let midnight = WEEK.start + Minutes(i64::from(day.num_days_from_monday()) * DAY);
    Span { start: midnight + Minutes(start), end: midnight + Minutes(end) }
}

/// The chosen date within `span` on which a handoff has the fewest live minutes by the calendar's own rules, and how many; the
/// first of several. Leave and holidays are left out, as in all of the chain.
pub fn worst_date(question: &Question, handoff: &Handoff, span: Span) -> Option<(NaiveDate, Minutes)> {
    let around = Span { start: span.start - Minutes::WEEK, end: span.end + Minutes::WEEK };
    let of = |member: MemberId| Availability::pattern(question.members[member], around);
    let (from, to) = (of(handoff.from), of(handoff.to));
    let together = from.at_level(Level::Preferred).intersection(&to.at_level(Level::Preferred));
    let touching = |at: Instant| {
        let touches = together.iter().filter(|stretch| stretch.start <= at && at <= stretch.end);
        touches.map(|stretch| stretch.minutes()).sum::<Minutes>()
    };
    let first = span.start.utc().date();
    let dates = first.iter_days().take_while(|&date| Instant::midnight(date) < span.end);
    dates
        .filter(|date| question.days.contains(&date.weekday()))
        .map(|date| (date, Instant::midnight(date) + Minutes(handoff.at.minutes().into())))
        .filter(|&(_, at)| span.contains(at))
        .map(|(date, at)| (date, touching(at)))
        .min_by_key(|&(date, live)| (live, date))
}

/// The workdays within `span` on which holders of legs are on leave, have a holiday, or are busy all day by their `calendars`, in order.
pub fn absences(question: &Question, calendars: &Calendars, chain: &HandoffChain, span: Span) -> Vec<Absence> {
    let mut found = Vec::new();
    for leg in &chain.legs {
        let who = question.members[leg.member];
        let region = who.holiday_region();
        let busy =
            calendars.busy_spans(who, Span { start: span.start - Minutes::DAY, end: span.end + Minutes::hours(48) });
        for (stretch, zone) in whereabouts(who, span) {
            let (first, last) = (zone.local(stretch.start).date(), zone.local(stretch.end - Minutes(1)).date());
            for date in first.iter_days().take_while(|&date| date <= last) {
                let ranges = who.hours.starting_on(date.weekday());
                if ranges.is_empty() {
                    continue;
                }
                let is_busy = || {
                    !busy.is_empty()
                        && ranges.iter().filter_map(|range| range.span_on(date, zone)).all(|hours| busy.covers(hours))
                };
                let why = match region.and_then(|region| region.holiday(date)) {
                    Some(holiday) => Some(Why::Holiday(holiday.name)),
                    None if who.is_on_leave(date) => Some(Why::Leave),
                    None => is_busy().then_some(Why::Busy),
                };
                found.extend(why.map(|why| Absence { member: leg.member, date, why }));
            }
        }
    }
    found.sort_by_key(|absence| (absence.date, absence.member));
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
