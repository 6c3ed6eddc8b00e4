//! What hours elsewhere share with a member's workdays all year.

use std::collections::HashMap;

use chrono::{Datelike, Weekday};

use crate::availability::{WEEK, seasons, steady_week};
use crate::team::Member;
use crate::time::{Hours, Minutes, Offset, Span, Spans, Zone};

use super::seat::Steps;

/// Zones whose clocks show the same, with the hours that meet every requirement there.
pub(super) struct Promised {
    /// The zones.
    pub zones: Vec<Zone>,
    /// Their offsets.
    pub steps: Steps,
    /// The allowed hours that fail no requirement.
    pub hours: Vec<Hours>,
}

/// A member's clock and workdays, and when some members are there on each of these, season by season.
pub(super) struct Reference {
    zone: Zone,
    workdays: Vec<i64>,
    seasons: Vec<Shared>,
}

/// A season of the clock and of those with whom time is to be shared.
struct Shared {
    span: Span,
    /// The offset of the clock.
    clock: Offset,
    /// Minutes of the clock's day that all of them share on each workday.
    of_day: Spans,
}

impl Reference {
    pub fn new(horizon: Span, reference: &Member, with: &[&Member]) -> Self {
        let days = (0..7u8).filter_map(|day| Weekday::try_from(day).ok());
        let workdays: Vec<i64> = days
            .filter(|day| !reference.hours.starting_on(*day).is_empty())
            .map(|day| i64::from(day.num_days_from_monday()))
            .collect();
        let everybody: Vec<&Member> = [reference].into_iter().chain(with.iter().copied()).collect();
        let shared = |season: crate::availability::Season| {
            let clock = season.offsets[0];
            let mut of_day = whole_day();
            let mut seen: Vec<(&Hours, Offset)> = Vec::new();
            for (member, &offset) in everybody.iter().zip(&season.offsets) {
                if !seen.contains(&(&member.hours, offset)) {
                    seen.push((&member.hours, offset));
                    of_day = of_day.intersection(&on_each_day(&member.hours, offset, clock, &workdays));
                }
            }
            Shared { span: season.span, clock, of_day }
        };
        let seasons = seasons(&everybody, horizon).into_iter().map(shared).collect();
        Self { zone: reference.home.zone, workdays, seasons }
    }

    /// Whether a span holds any time of a workday. Where clocks change one after the other in a night of the weekend, there is a season of
    /// hours in which nobody works.
    pub fn is_worked(&self, span: Span) -> bool {
        let last = self.zone.local(span.end - Minutes(1)).date();
        let dates = self.zone.local(span.start).date().iter_days().take_while(|date| *date <= last).take(7);
        let mut days = dates.map(|date| i64::from(date.weekday().num_days_from_monday()));
        days.any(|day| self.workdays.contains(&day))
    }

    /// Whether nothing is shared on some day.
    pub fn is_empty(&self) -> bool {
        self.workdays.is_empty() || self.seasons.iter().any(|season| season.of_day.is_empty())
    }
}

fn whole_day() -> Spans {
    Span { start: WEEK.start, end: WEEK.start + Minutes::DAY }.into()
}

/// Minutes of the day, by a clock of one offset, that hours under another hold on each of some days.
fn on_each_day(hours: &Hours, offset: Offset, clock: Offset, days: &[i64]) -> Spans {
    let week = steady_week(hours, Offset(offset.0 - clock.0));
    let day = |&day: &i64| -> Spans {
        let start = Minutes(day * Minutes::DAY.0);
        let span = Span { start: WEEK.start + start, end: WEEK.start + start + Minutes::DAY };
        week.clip(span).iter().map(|span| Span { start: span.start - start, end: span.end - start }).collect()
    };
    days.iter().map(day).fold(whole_day(), |all, day| all.intersection(&day))
}

/// Finds what hours elsewhere share with a reference, and remembers it.
pub(super) struct Keeper<'a> {
    reference: &'a Reference,
    known: HashMap<(Hours, Offset), Spans>,
}

impl<'a> Keeper<'a> {
    pub fn new(reference: &'a Reference) -> Self {
        Self { reference, known: HashMap::new() }
    }

    /// For each of a site's hours the minutes of the reference's day that are shared on every workday of every season.
    pub fn shared(&mut self, site: &Promised) -> Vec<Spans> {
        site.hours.iter().map(|hours| self.all_year(hours, site)).filter(|shared| !shared.is_empty()).collect()
    }

    fn all_year(&mut self, hours: &Hours, site: &Promised) -> Spans {
        let mut shared = whole_day();
        let ends = site.steps.iter().skip(1).map(|&(at, _)| Some(at)).chain([None]);
        for (&(start, offset), end) in site.steps.iter().zip(ends) {
            let is_in = |season: &&Shared| {
                let end = end.unwrap_or(season.span.end).min(season.span.end);
                Span::new(start.max(season.span.start), end).is_some_and(|span| self.reference.is_worked(span))
            };
            for season in self.reference.seasons.iter().filter(is_in) {
                let key = (hours.clone(), Offset(offset.0 - season.clock.0));
                let theirs = self
                    .known
                    .entry(key)
                    .or_insert_with(|| on_each_day(hours, offset, season.clock, &self.reference.workdays));
                shared = shared.intersection(theirs).intersection(&season.of_day);
            }
        }
        shared
    }
}
