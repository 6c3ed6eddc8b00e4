//! How many are there, date by date.

use chrono::{Days, NaiveDate};

use crate::time::{Instant, Span, Spans, Zone};

/// How many of some members are there, through a row of dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The zone of the dates.
    pub zone: Zone,
    /// How many were asked about.
    pub members: usize,
    /// The dates in order. One that the zone leaves out is not there.
    pub days: Vec<RibbonDay>,
}

/// One date of a [`Ribbon`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RibbonDay {
    /// The date.
    pub date: NaiveDate,
    /// From its midnight to the next: 23 or 25 hours where the clocks change.
    pub span: Span,
    /// How many are there, stretch by stretch, exact to the minute and without a hole.
    pub depth: Vec<(Span, usize)>,
}

impl Ribbon {
    /// How many are there at an instant, if its date is in the ribbon.
    pub fn depth_at(&self, at: Instant) -> Option<usize> {
        let day = self.days.get(self.days.partition_point(|day| day.span.end <= at))?;
        day.depth.iter().find(|(span, _)| span.contains(at)).map(|&(_, depth)| depth)
    }
}

/// How many of `sets` (the times at which each member is there) hold on each of `days` dates from `first` on, in `zone`.
pub fn ribbon(sets: &[Spans], zone: Zone, first: NaiveDate, days: u64) -> Ribbon {
    let dates = (0..days).filter_map(|day| first.checked_add_days(Days::new(day)));
    let spans = dates.filter_map(|date| {
        Span::new(zone.midnight(date), zone.midnight(date.checked_add_days(Days::new(1))?)).map(|span| (date, span))
    });
    let steps = steps(sets);
    let mut next = 0;
    let mut depth = 0;
    let mut found = Vec::new();
    for (date, span) in spans {
        let mut day = RibbonDay { date, span, depth: Vec::new() };
        let mut at = span.start;
        while let Some(&(when, by)) = steps.get(next).filter(|(when, _)| *when < span.end) {
            day.depth.extend(Span::new(at, when).map(|stretch| (stretch, depth)));
            depth = depth.saturating_add_signed(by);
            at = at.max(when);
            next += 1;
        }
        day.depth.extend(Span::new(at, span.end).map(|stretch| (stretch, depth)));
        found.push(day);
    }
    Ribbon { zone, members: sets.len(), days: found }
}

/// By how much the depth changes when, in time order, each time once.
fn steps(sets: &[Spans]) -> Vec<(Instant, isize)> {
    let ends = sets.iter().flatten().flat_map(|span| [(span.start, 1), (span.end, -1)]);
    let mut ends: Vec<(Instant, isize)> = ends.collect();
    ends.sort_unstable_by_key(|&(at, _)| at);
    let together = ends.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, same.iter().map(|&(_, by)| by).sum()));
    together.filter(|&(_, by)| by != 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Minutes;
    use proptest::prelude::*;

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("a zone")
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn days_are_as_long_as_the_clocks_make_them() {
        let lisbon = zone("Europe/Lisbon");
        let found = ribbon(&[], lisbon, date("2027-03-27"), 3);
        let hours: Vec<i64> = found.days.iter().map(|day| day.span.minutes().0 / 60).collect();
        assert_eq!(hours, [24, 23, 24]);
        assert_eq!(found.days[1].depth, [(found.days[1].span, 0)]);
        let samoa = ribbon(&[], zone("Pacific/Apia"), date("2011-12-29"), 3);
        assert_eq!(samoa.days.len(), 2, "there was no 30 December");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        /// Against counting at every minute.
        #[test]
        fn every_minute_counts_those_who_are_there(
            members in prop::collection::vec(prop::collection::vec((0..5000i64, 1..600i64), 0..6), 0..5),
        ) {
            let lisbon = zone("Europe/Lisbon");
            let start = lisbon.midnight(date("2027-03-27"));
            let set = |spans: &Vec<(i64, i64)>| -> Spans {
                let span = |&(from, long): &(i64, i64)| {
                    Span { start: start + Minutes(from - 100), end: start + Minutes(from - 100 + long) }
                };
                spans.iter().map(span).collect()
            };
            let sets: Vec<Spans> = members.iter().map(set).collect();
            let found = ribbon(&sets, lisbon, date("2027-03-27"), 3);
            let mut at = start;
            while at < found.days[2].span.end {
                let there = sets.iter().filter(|set| set.contains(at)).count();
                prop_assert_eq!(found.depth_at(at), Some(there));
                at = at + Minutes(7);
            }
            for day in &found.days {
                let whole: Minutes = day.depth.iter().map(|(span, _)| span.minutes()).sum();
                prop_assert_eq!(whole, day.span.minutes());
                prop_assert!(day.depth.windows(2).all(|pair| pair[0].0.end == pair[1].0.start && pair[0].1 != pair[1].1));
            }
        }
    }
}
