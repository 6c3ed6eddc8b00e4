use super::Ask;
use super::candidates::{Candidate, GRID};
use super::clock::Clock;
use crate::availability::{Availability, RateMinutes};
use crate::plan::overlap;
use crate::team::Rates;
use crate::time::{Instant, Minutes, Span, Spans};

/// What it costs every attendee when the meeting begins at any instant, looked up instead of computed.
pub(super) struct Table {
    base: Instant,
    length: Minutes,
    /// For each attendee by quarter-hour since `base`.
    burdens: Vec<Vec<i64>>,
    pub clocks: Vec<Clock>,
    /// The required attendees are the first so many.
    pub required: usize,
    /// Start plus end (twice the middle, so that it is whole) of every common window of the required, in time order.
    middles: Vec<i64>,
    pub patterns: Vec<Availability>,
}

impl Table {
    pub fn new(ask: &Ask, rates: &Rates) -> Self {
        let reach = ask.reach();
        let over = Span { start: reach.start, end: reach.end + ask.length };
        let patterns: Vec<Availability> =
            ask.attendees().map(|(member, _)| Availability::pattern(member, over)).collect();
        let required = ask.required.len();
        let preferred: Vec<Spans> = patterns[..required].iter().map(|pattern| pattern.preferred().clone()).collect();
        let windows = overlap::windows(&preferred, required);
        Self {
            base: over.start,
            length: ask.length,
            burdens: patterns.iter().map(|pattern| burdens(pattern, reach, ask.length, rates)).collect(),
            clocks: ask.attendees().map(|(member, _)| Clock::of(member, over)).collect(),
            required,
            middles: windows.iter().map(|window| twice_the_middle(*window)).collect(),
            patterns,
        }
    }

    /// The attendee's burden of an occurrence that begins at `start`. Offsets since 2000 are whole quarter-hours, and so is
    /// every start.
    fn burden(&self, attendee: usize, start: Instant) -> i64 {
        self.burdens[attendee][((start - self.base).0 / i64::from(GRID)) as usize]
    }

    /// The attendee's burden of those occurrences whose turn is `residue` of `turns`.
    pub fn burden_of(&self, attendee: usize, candidate: &Candidate, residue: usize, turns: usize) -> RateMinutes {
        let mine = candidate.starts.iter().filter(|(_, turn)| turn % turns == residue);
        RateMinutes(mine.map(|&(start, _)| self.burden(attendee, start)).sum())
    }

    /// Everybody's burden of all occurrences.
    pub fn burdens_of(&self, candidate: &Candidate) -> Vec<RateMinutes> {
        let of = |row: &Vec<i64>| -> i64 {
            let at = |start: Instant| ((start - self.base).0 / i64::from(GRID)) as usize;
            candidate.starts.iter().map(|&(start, _)| row[at(start)]).sum()
        };
        self.burdens.iter().map(|row| RateMinutes(of(row))).collect()
    }

    /// How many attendees.
    pub fn attendees(&self) -> usize {
        self.burdens.len()
    }

    /// The occurrences, over all attendees, whose local time of day is not that attendee's most frequent one.
    pub fn moved(&self, starts: &[Instant]) -> usize {
        self.clocks.iter().map(|clock| starts.len() - most_frequent(clock, starts)).sum()
    }

    /// Twice the minutes from the middle of each occurrence to the middle of the nearest common window, summed; 0 when the
    /// required have no common window.
    pub fn off_middle(&self, starts: &[Instant]) -> i64 {
        starts.iter().map(|&start| self.off_nearest(Span { start, end: start + self.length })).sum()
    }

    fn off_nearest(&self, occurrence: Span) -> i64 {
        let middle = twice_the_middle(occurrence);
        let next = self.middles.partition_point(|&other| other < middle);
        let near = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|i| self.middles.get(i));
        near.map(|other| (other - middle).abs()).min().unwrap_or(0)
    }
}

fn twice_the_middle(span: Span) -> i64 {
    i64::from(span.start.epoch_minutes()) + i64::from(span.end.epoch_minutes())
}

fn most_frequent(clock: &Clock, starts: &[Instant]) -> usize {
    let mut times: Vec<u16> = starts.iter().map(|&start| clock.minute_of_day(start)).collect();
    times.sort_unstable();
    times.chunk_by(|a, b| a == b).map(<[u16]>::len).max().unwrap_or(0)
}

/// The burden of `[t, t + length)` for every quarter-hour t of `reach`.
fn burdens(pattern: &Availability, reach: Span, length: Minutes, rates: &Rates) -> Vec<i64> {
    let steps: Vec<(Span, i64)> =
        pattern.segments().map(|(span, level)| (span, i64::from(level.rate(rates)))).collect();
    let mut until = Vec::with_capacity(steps.len());
    let mut sum = 0;
    for &(span, rate) in &steps {
        until.push(sum);
        sum += span.minutes().0 * rate;
    }
    let quarters = reach.minutes().0 / i64::from(GRID);
    let mut begin = Sweep::default();
    let mut end = Sweep::default();
    (0..quarters)
        .map(|quarter| {
            let start = reach.start + Minutes(quarter * i64::from(GRID));
            end.cumulated(start + length, &steps, &until) - begin.cumulated(start, &steps, &until)
        })
        .collect()
}

/// A place in the steps that only moves on.
#[derive(Default)]
struct Sweep(usize);

impl Sweep {
    fn cumulated(&mut self, at: Instant, steps: &[(Span, i64)], until: &[i64]) -> i64 {
        while self.0 + 1 < steps.len() && steps[self.0 + 1].0.start <= at {
            self.0 += 1;
        }
        let (span, rate) = steps[self.0];
        until[self.0] + (at - span.start).0 * rate
    }
}
