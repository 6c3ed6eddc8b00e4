use std::collections::HashMap;

use chrono::Weekday;

use crate::availability::WEEK;
use crate::plan::handoff::{HandoffChain, SteadyMember, best_chain};
use crate::team::{Chain, Member, Policy};
use crate::time::{Hours, Minutes, Offset, Span, Spans, Zone};

use super::place::ChainGrowth;
use super::team_year::Guest;
use super::{Question, ghost};

/// Covered a day, and the longest gap.
type ChainFigures = (Minutes, Minutes);

/// The best chains of the team in each of its different seasons, without hires and with them. A chain is looked for when it is asked
/// for, and once: many zones ask for the same.
pub(super) struct Chains<'a> {
    policy: &'a Policy,
    members: &'a [&'a Member],
    offsets: Vec<Vec<Offset>>,
    seasons: Vec<Option<TeamChain>>,
    known: HashMap<(usize, Vec<(Offset, Hours)>), ChainFigures>,
    /// The workdays of guests at each minute of the day.
    workdays: HashMap<(Offset, Hours), Vec<u8>>,
}

/// The team in one season.
enum TeamChain {
    /// A chain of it covers every minute of every chosen day: nothing is better, with or without anybody more.
    Whole,
    /// What its best chain covers.
    Partial {
        steady: Vec<SteadyMember>,
        alone: ChainFigures,
        /// For every minute of the day the workdays on which the most present member is there.
        most: Vec<u8>,
    },
}

impl<'a> Chains<'a> {
    pub fn new(question: &Question<'a>, offsets: &[Vec<Offset>]) -> Self {
        Self {
            policy: question.policy,
            members: question.members,
            offsets: offsets.to_vec(),
            seasons: offsets.iter().map(|_| None).collect(),
            known: HashMap::new(),
            workdays: HashMap::new(),
        }
    }

    /// The best chains with and without hires who share their seasons' starts.
    pub fn growth(&mut self, guests: &[&Guest]) -> ChainGrowth {
        let mut sums = [0i64; 4];
        let mut over = 0;
        for season in joined(guests) {
            let (before, after) = self.in_season(season.place, season.offsets);
            for (sum, minutes) in sums.iter_mut().zip([before.0, after.0, before.1, after.1]) {
                *sum += minutes.0 * season.length.0;
            }
            over += season.length.0;
        }
        let [covered_before, covered_after, gap_before, gap_after] = sums.map(|sum| Minutes::ratio(sum, over.max(1)));
        ChainGrowth { covered_before, covered_after, gap_before, gap_after }
    }

    /// The same if the days were covered by whoever is there on most of them, minute by minute, and without a gap: no chain is better.
    pub fn at_most(&mut self, guests: &[&Guest]) -> ChainGrowth {
        let mut sums = [0i64; 3];
        let mut over = 0;
        for season in joined(guests) {
            let (before, _) = self.in_season(season.place, Vec::new());
            let covered = self.covered_at_most(season.place, &season.offsets);
            for (sum, minutes) in sums.iter_mut().zip([before.0, covered.max(before.0), before.1]) {
                *sum += minutes.0 * season.length.0;
            }
            over += season.length.0;
        }
        let [covered_before, covered_after, gap_before] = sums.map(|sum| Minutes::ratio(sum, over.max(1)));
        ChainGrowth { covered_before, covered_after, gap_before, gap_after: Minutes::ZERO }
    }

    fn covered_at_most(&mut self, place: usize, guests: &[(Offset, Hours)]) -> Minutes {
        let Some(TeamChain::Partial { most, .. }) = &self.seasons[place] else { return Minutes::DAY };
        let mut most = most.clone();
        for guest in guests {
            let theirs = self.workdays.entry(guest.clone()).or_insert_with(|| workdays(&steady_guest(guest)));
            raise(&mut most, theirs);
        }
        let covered = most.iter().map(|&days| i64::from(days)).sum();
        Minutes::ratio(covered, Chain::WORKDAYS.len() as i64)
    }

    fn in_season(&mut self, place: usize, guests: Vec<(Offset, Hours)>) -> (ChainFigures, ChainFigures) {
        let policy = self.policy;
        let season = self.seasons[place].get_or_insert_with(|| {
            let pairs = self.members.iter().zip(&self.offsets[place]);
            let steady: Vec<SteadyMember> = pairs.map(|(member, &offset)| SteadyMember::of(member, offset)).collect();
            if covers_whole_days(&steady) {
                return TeamChain::Whole;
            }
            let mut most = vec![0; Minutes::DAY.0 as usize];
            for member in &steady {
                raise(&mut most, &workdays(member));
            }
            TeamChain::Partial { alone: figures(&chain_of(policy, &steady)), steady, most }
        });
        let TeamChain::Partial { steady, alone, .. } = season else {
            let whole = (Minutes::DAY, Minutes::ZERO);
            return (whole, whole);
        };
        if guests.is_empty() {
            return (*alone, *alone);
        }
        let after = *self.known.entry((place, guests)).or_insert_with_key(|(_, guests)| {
            let members: Vec<SteadyMember> = steady.iter().cloned().chain(guests.iter().map(steady_guest)).collect();
            figures(&chain_of(policy, &members))
        });
        (*alone, after)
    }
}

fn steady_guest((offset, hours): &(Offset, Hours)) -> SteadyMember {
    SteadyMember::of(&ghost(Zone::UTC, hours.clone()), *offset)
}

/// The workdays on which somebody is `Preferred` at each minute of the day.
fn workdays(member: &SteadyMember) -> Vec<u8> {
    let mut count = vec![0; Minutes::DAY.0 as usize];
    for day in Chain::WORKDAYS {
        let start = WEEK.start + Minutes(i64::from(day.num_days_from_monday()) * Minutes::DAY.0);
        for span in &member.preferred.clip(Span { start, end: start + Minutes::DAY }) {
            let minutes = (span.start - start).0 as usize..(span.end - start).0 as usize;
            count[minutes].iter_mut().for_each(|count| *count += 1);
        }
    }
    count
}

/// Raises each count to another one that is larger.
fn raise(most: &mut [u8], others: &[u8]) {
    most.iter_mut().zip(others).for_each(|(most, other)| *most = (*most).max(*other));
}

/// Whether some members, each with one leg, cover the whole of every workday: a quick look that finds most such chains.
fn covers_whole_days(members: &[SteadyMember]) -> bool {
    let day = Minutes::DAY.0;
    let arcs: Vec<(usize, i64, i64)> = members
        .iter()
        .enumerate()
        .flat_map(|(member, steady)| arcs(steady).into_iter().map(move |(start, length)| (member, start, length)))
        .collect();
    arcs.iter().any(|&(first, start, length)| {
        let mut used = vec![first];
        let mut reach = length;
        while reach < day {
            let goes_on = |&(member, arc, length): &(usize, i64, i64)| {
                let from = (arc - start).rem_euclid(day);
                (!used.contains(&member) && from <= reach && from + length > reach).then_some((from + length, member))
            };
            let Some((end, member)) = arcs.iter().filter_map(goes_on).max() else { return false };
            used.push(member);
            reach = end;
        }
        true
    })
}

/// The stretches of the day's circle in which somebody is `Preferred` on every workday: start and length.
fn arcs(member: &SteadyMember) -> Vec<(i64, i64)> {
    let day = |day: &Weekday| -> Spans {
        let start = Minutes(i64::from(day.num_days_from_monday()) * Minutes::DAY.0);
        let of_day = Span { start: WEEK.start + start, end: WEEK.start + start + Minutes::DAY };
        let spans = member.preferred.clip(of_day);
        spans.iter().map(|span| Span { start: span.start - start, end: span.end - start }).collect()
    };
    let every = Chain::WORKDAYS.iter().map(day).reduce(|a, b| a.intersection(&b)).unwrap_or_default();
    let minutes = |span: &Span| ((span.start - WEEK.start).0, span.minutes().0);
    let mut arcs: Vec<(i64, i64)> = every.iter().map(minutes).collect();
    if let ([(0, morning), ..], Some(&(evening, length))) = (arcs.as_slice(), arcs.last())
        && arcs.len() > 1
        && evening + length == Minutes::DAY.0
    {
        let joined = (evening, length + morning);
        arcs.pop();
        arcs[0] = joined;
    }
    arcs
}

/// The best chain of everybody on workdays.
fn chain_of(policy: &Policy, members: &[SteadyMember]) -> HandoffChain {
    best_chain(members, policy, &Chain::WORKDAYS, policy.min_live)
}

fn figures(chain: &HandoffChain) -> ChainFigures {
    (chain.covered_a_day(), chain.longest_gap)
}

/// A season of the team and of some hires.
struct Joined {
    place: usize,
    offsets: Vec<(Offset, Hours)>,
    length: Minutes,
}

/// The seasons of the team with all of the guests: theirs cut at everybody's changes.
fn joined(guests: &[&Guest]) -> Vec<Joined> {
    let mut at: Vec<(usize, Minutes)> =
        guests.iter().map(|guest| (0, guest.seasons.first().map_or(Minutes::ZERO, |season| season.length))).collect();
    let mut found = Vec::new();
    while let Some(length) = at.iter().map(|&(_, left)| left).min().filter(|&left| left > Minutes::ZERO) {
        let seasons = || guests.iter().zip(&at).map(|(guest, &(season, _))| &guest.seasons[season]);
        let place = seasons().next().map_or(0, |season| season.place);
        let offsets =
            guests.iter().zip(seasons()).map(|(guest, season)| (season.offset, guest.hours.clone())).collect();
        found.push(Joined { place, offsets, length });
        for (guest, (season, left)) in guests.iter().zip(&mut at) {
            *left = *left - length;
            if *left == Minutes::ZERO {
                *season += 1;
                *left = guest.seasons.get(*season).map_or(Minutes::ZERO, |season| season.length);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_whole_if_legs_meet_around_the_clock() {
        let steady = |hours: &[&str]| -> Vec<SteadyMember> {
            let hours = hours.iter().map(|hours| Hours::parse(hours).expect("hours"));
            hours.map(|hours| SteadyMember::of(&ghost(Zone::UTC, hours), Offset(0))).collect()
        };
        for (hours, expected) in [
            (&["00:00-08:00", "08:00-16:00", "16:00-24:00"][..], true),
            (&["22:00-06:00", "05:00-14:00", "14:00-22:00"], true),
            (&["Mo-Fr 00:00-24:00"], true),
            (&["Mo-Fr 22:00-06:00", "05:00-14:00", "14:00-22:00"], false),
            (&["00:00-08:00", "08:00-16:00", "16:00-23:59"], false),
            (&["00:00-08:00,16:00-24:00", "08:00-16:00"], true),
            (&["00:00-06:00,12:00-18:00", "06:00-12:00,18:00-24:00"], false),
            (&[], false),
        ] {
            assert_eq!(covers_whole_days(&steady(hours)), expected, "{hours:?}");
            let chain = chain_of(&Policy::default(), &steady(hours));
            assert_eq!(chain.covered.0 == 5 * 1440 && chain.longest_gap == Minutes::ZERO, expected, "{hours:?}");
        }
    }
}
