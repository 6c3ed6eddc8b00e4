//! What is known of those who come before any slot is looked at; who are alike are looked at once.

use std::sync::Arc;

use super::ask::Ask;
use super::clock::Clock;
use crate::availability::{Alike, Availability, Level, RateMinutes};
use crate::plan::overlap;
use crate::team::{Member, MemberId, Rates};
use crate::time::{Instant, Minutes, Span, Spans};

/// Minutes between the starts that a slot can have.
pub(super) const QUARTER: usize = 15;

/// What is known of the attendees before any slot is looked at.
pub(super) struct Table {
    reach: Span,
    length: Minutes,
    rates: Rates,
    /// Those of the required members, then those of the optional ones.
    pub patterns: Vec<Pattern>,
    /// The patterns of required members are the first so many.
    pub required: usize,
    /// Those who have the same days, too, by their places among all who come.
    pub days: Alike,
    /// Everybody who comes, by name.
    pub names: Arc<[String]>,
    /// The pattern of everybody who comes.
    of: Vec<usize>,
    /// What everybody who comes has borne so far.
    carried: Vec<RateMinutes>,
    /// Start plus end (twice the middle, so that it is whole) of every common window of the required, in time order.
    middles: Vec<i64>,
    /// For each pattern of required members by quarter-hour: 1 where an occurrence is not in comfort. Empty unless some rule asks.
    pub uneasy: Vec<Vec<i64>>,
}

/// Attendees who are alike and required, or alike and optional.
pub(super) struct Pattern {
    pub levels: Availability,
    pub clock: Clock,
    /// How many they are.
    pub count: usize,
    /// The most that any of them has borne so far.
    pub carried: i64,
}

impl Table {
    pub fn new(ask: &Ask, rates: &Rates) -> Self {
        let reach = ask.reach();
        let over = Span { start: reach.start, end: reach.end + ask.length };
        let everybody: Vec<&Member> = ask.attendees().map(|(member, _)| member).collect();
        let (must, may) = everybody.split_at(ask.required.len());
        let mut carried = ask.rules.carried.clone();
        carried.resize(everybody.len(), RateMinutes::ZERO);
        let mut patterns: Vec<Pattern> = Vec::new();
        let mut of: Vec<usize> = Vec::new();
        for group in [must, may] {
            let (before, alike) = (of.len(), Alike::by_pattern(group));
            let own = |member: MemberId| carried[before + member.index()].0;
            of.extend(MemberId::all(group.len()).map(|member| patterns.len() + alike.sort_of(member).index()));
            patterns.extend(alike.sorts().map(|sort| {
                let members = alike.members(sort);
                Pattern {
                    levels: Availability::pattern(group[members[0].index()], over),
                    clock: Clock::of(group[members[0].index()], over),
                    count: members.len(),
                    carried: members.iter().map(|&member| own(member)).max().unwrap_or(0),
                }
            }));
        }
        let required = of[..must.len()].iter().max().map_or(0, |last| last + 1);
        let preferred: Vec<Spans> =
            patterns[..required].iter().map(|pattern| pattern.levels.preferred().clone()).collect();
        let windows = overlap::windows(&preferred, required);
        let mut table = Self {
            reach,
            length: ask.length,
            rates: *rates,
            patterns,
            required,
            days: Alike::by_full(&everybody),
            names: everybody.iter().map(|member| member.name.clone()).collect(),
            of,
            carried,
            middles: windows.iter().map(|window| twice_the_middle(*window)).collect(),
            uneasy: Vec::new(),
        };
        if ask.rules.forbid_any() {
            table.uneasy = (0..required).map(|pattern| table.uneasy(pattern)).collect();
        }
        table
    }

    /// The pattern of one who comes.
    pub fn pattern_of(&self, attendee: MemberId) -> usize {
        self.of[attendee]
    }

    /// What one who comes has borne so far.
    pub fn carried(&self, attendee: MemberId) -> RateMinutes {
        self.carried[attendee]
    }

    /// The most that anybody of each pattern of required members has borne so far.
    pub fn carried_by_pattern(&self) -> Vec<i64> {
        self.patterns[..self.required].iter().map(|pattern| pattern.carried).collect()
    }

    /// The quarter-hour of an instant, counted from the begin of the reach: every start is on one.
    pub fn quarter(&self, start: Instant) -> usize {
        ((start - self.reach.start).0 / QUARTER as i64) as usize
    }

    /// For each pattern in turn, by quarter-hour of the reach, the burden of an occurrence that begins there.
    pub fn each_burden(&self, mut give: impl FnMut(usize, &[i64])) {
        let mut strip = Strip::default();
        for (number, pattern) in self.patterns.iter().enumerate() {
            strip.fill(&pattern.levels, self.reach, self.length, |level| i64::from(level.rate(&self.rates)));
            give(number, &strip.sums);
        }
    }

    fn uneasy(&self, pattern: usize) -> Vec<i64> {
        let is_uneasy = |level| !matches!(level, Level::Preferred | Level::Flexible);
        let mut strip = Strip::default();
        strip.fill(&self.patterns[pattern].levels, self.reach, self.length, |level| i64::from(is_uneasy(level)));
        strip.sums.into_iter().map(|minutes| i64::from(minutes > 0)).collect()
    }

    /// The burden of the occurrences that begin then for one of a pattern.
    pub fn burden(&self, pattern: usize, starts: &[Instant]) -> RateMinutes {
        let span = |&start: &Instant| Span { start, end: start + self.length };
        starts.iter().map(|start| self.patterns[pattern].levels.burden(span(start), &self.rates)).sum()
    }

    /// The occurrences, over all attendees, whose local time of day is not that attendee's most frequent one.
    pub fn moved(&self, starts: &[Instant]) -> usize {
        let of = |pattern: &Pattern| (starts.len() - pattern.clock.most_frequent(starts)) * pattern.count;
        self.patterns.iter().map(of).sum()
    }

    /// Twice the minutes from the middle of each occurrence to the middle of the nearest common window, summed; 0 when the
    /// required have no common window.
    pub fn off_middle(&self, starts: &[Instant]) -> i64 {
        let mut next = 0;
        let mut off_nearest = |start: Instant| {
            let middle = twice_the_middle(Span { start, end: start + self.length });
            next += self.middles[next..].partition_point(|&other| other < middle);
            let near = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|i| self.middles.get(i));
            near.map(|other| (other - middle).abs()).min().unwrap_or(0)
        };
        starts.iter().map(|&start| off_nearest(start)).sum()
    }
}

fn twice_the_middle(span: Span) -> i64 {
    i64::from(span.start.epoch_minutes()) + i64::from(span.end.epoch_minutes())
}

/// The rates of an occurrence's minutes, summed, by the quarter-hour of the reach at which it begins. One strip serves many.
#[derive(Default)]
struct Strip {
    sums: Vec<i64>,
    until_start: Vec<i64>,
}

impl Strip {
    fn fill(&mut self, pattern: &Availability, reach: Span, length: Minutes, rate: impl Fn(Level) -> i64) {
        let count = reach.minutes().0 as usize / QUARTER;
        cumulate(&mut self.until_start, pattern, reach.start, count, &rate);
        cumulate(&mut self.sums, pattern, reach.start + length, count, &rate);
        for (sum, before) in self.sums.iter_mut().zip(&self.until_start) {
            *sum -= before;
        }
    }
}

/// The rates of all minutes before each of `count` instants, a quarter-hour apart from `first` on.
fn cumulate(found: &mut Vec<i64>, pattern: &Availability, first: Instant, count: usize, rate: impl Fn(Level) -> i64) {
    found.clear();
    let mut sum = 0;
    for (span, level) in pattern.segments() {
        let rate = rate(level);
        // The first of the instants that does not lie before the stretch, and how many lie within.
        let done = (first - span.start).0 + (found.len() * QUARTER) as i64;
        let within = (span.minutes().0 - done).max(0) as usize;
        let within = within.div_ceil(QUARTER).min(count - found.len());
        found.extend((0..within).map(|i| sum + rate * (done + (i * QUARTER) as i64)));
        sum += rate * span.minutes().0;
    }
    // The stretches end where the last instant may lie.
    found.resize(count, sum);
}
