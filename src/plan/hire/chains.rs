//! The best chains of a team with and without hires.

use std::collections::HashMap;

use chrono::Weekday;

use crate::availability::{SteadyWeek, WEEK, WeekId};
use crate::plan::handoff::{HandoffChain, best_chain};
use crate::team::{Chain, Member, Policy};
use crate::time::{Hours, Minutes, Offset, Span, Spans, Zone};

use super::ask::Question;
use super::place::ChainGrowth;
use super::presence::{Hole, Presence, gap_at_least};
use super::seat::{SeatSeason, SeatYear, supposed};

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
    /// When seats are there on workdays, by their weeks.
    seats: HashMap<WeekId, Present>,
    /// What no chain with seats of these weeks betters.
    bounds: HashMap<(usize, Vec<WeekId>), ChainFigures>,
    /// Whether every chain that was found is proven to be the best.
    exact: bool,
}

/// When somebody is there on workdays, and when never.
struct Present {
    presence: Presence,
    holes: Vec<Hole>,
}

impl Present {
    fn of(member: &SteadyWeek) -> Self {
        let presence = Presence::of(member);
        Self { holes: presence.holes(), presence }
    }
}

/// The team in one season.
enum TeamChain {
    /// A chain of it covers every minute of every chosen day: nothing is better, with or without anybody more.
    Whole,
    /// What its best chain covers.
    Partial {
        steady: Vec<SteadyWeek>,
        alone: ChainFigures,
        /// What it covers on all workdays together.
        covered: i64,
        /// When anybody is there, and when each is not.
        together: Presence,
        holes: Vec<Vec<Hole>>,
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
            seats: HashMap::new(),
            bounds: HashMap::new(),
            exact: true,
        }
    }

    /// Whether every chain that was found so far is proven to be the best.
    pub fn are_exact(&self) -> bool {
        self.exact
    }

    /// The best chains with and without hires who share their seasons' starts.
    pub fn growth(&mut self, seats: &[&SeatYear]) -> ChainGrowth {
        self.mean(seats, |chains, season| chains.in_season(season.place, &season.seats))
    }

    /// The same as no chain can do better: every minute is covered by whoever is there on most days, and gaps are as short as can be.
    pub fn at_most(&mut self, seats: &[&SeatYear]) -> ChainGrowth {
        self.mean(seats, |chains, season| {
            let (before, _) = chains.in_season(season.place, &[]);
            let (covered, gap) = chains.best_of_season(season.place, &season.seats);
            (before, (covered.max(before.0), gap))
        })
    }

    /// The mean over the seasons, by their length, of the team's figures and of those with the seats.
    fn mean(
        &mut self,
        seats: &[&SeatYear],
        mut of_season: impl FnMut(&mut Self, &Joined) -> (ChainFigures, ChainFigures),
    ) -> ChainGrowth {
        let mut sums = [0i64; 4];
        let mut over = 0;
        for season in joined(seats) {
            let (before, after) = of_season(self, &season);
            for (sum, minutes) in sums.iter_mut().zip([before.0, after.0, before.1, after.1]) {
                *sum += minutes.0 * season.length.0;
            }
            over += season.length.0;
        }
        let [covered_before, covered_after, gap_before, gap_after] = sums.map(|sum| Minutes::ratio(sum, over.max(1)));
        ChainGrowth { covered_before, covered_after, gap_before, gap_after }
    }

    /// What is covered a day at most, and how long the longest gap is at least.
    fn best_of_season(&mut self, place: usize, seats: &[JoinedSeat]) -> ChainFigures {
        let Some(TeamChain::Partial { together, holes, covered, .. }) = &self.seasons[place] else {
            return (Minutes::DAY, Minutes::ZERO);
        };
        let mut weeks: Vec<WeekId> = seats.iter().map(|seat| seat.week).collect();
        weeks.sort_unstable();
        *self.bounds.entry((place, weeks)).or_insert_with_key(|(_, weeks)| {
            for seat in seats {
                self.seats.entry(seat.week).or_insert_with(|| Present::of(&seat.steady()));
            }
            let mut all = together.clone();
            let present = weeks.iter().filter_map(|week| self.seats.get(week));
            present.clone().for_each(|seat| all.join(&seat.presence));
            let rates = self.policy.rates;
            let gap = if rates.flexible.min(rates.asleep).min(rates.off) == 0 {
                Minutes::ZERO
            } else {
                let each: Vec<&[Hole]> =
                    holes.iter().chain(present.map(|seat| &seat.holes)).map(Vec::as_slice).collect();
                gap_at_least(&all, &each, *covered)
            };
            (Minutes::ratio(all.minutes(), Chain::WORKDAYS.len() as i64), gap)
        })
    }

    fn in_season(&mut self, place: usize, seats: &[JoinedSeat]) -> (ChainFigures, ChainFigures) {
        let policy = self.policy;
        let season = self.seasons[place].get_or_insert_with(|| {
            let pairs = self.members.iter().zip(&self.offsets[place]);
            let steady: Vec<SteadyWeek> = pairs.map(|(member, &offset)| SteadyWeek::of(member, offset)).collect();
            if covers_whole_days(&steady) {
                return TeamChain::Whole;
            }
            let mut together = Presence::nobody();
            let mut holes: Vec<Vec<Hole>> = Vec::new();
            for member in steady.iter().map(Present::of) {
                together.join(&member.presence);
                if !holes.contains(&member.holes) {
                    holes.push(member.holes);
                }
            }
            let chain = chain_of(policy, &steady);
            self.exact &= chain.exact;
            TeamChain::Partial { alone: figures(&chain), covered: chain.covered.0, steady, together, holes }
        });
        let TeamChain::Partial { steady, alone, .. } = season else {
            let whole = (Minutes::DAY, Minutes::ZERO);
            return (whole, whole);
        };
        if seats.is_empty() {
            return (*alone, *alone);
        }
        let key = seats.iter().map(|seat| (seat.offset, seat.hours.clone())).collect();
        let after = *self.known.entry((place, key)).or_insert_with(|| {
            let members: Vec<SteadyWeek> = steady.iter().cloned().chain(seats.iter().map(JoinedSeat::steady)).collect();
            let chain = chain_of(policy, &members);
            self.exact &= chain.exact;
            figures(&chain)
        });
        (*alone, after)
    }
}

/// Whether some members, each with one leg, cover the whole of every workday: a quick look that finds most such chains.
fn covers_whole_days(members: &[SteadyWeek]) -> bool {
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
fn arcs(member: &SteadyWeek) -> Vec<(i64, i64)> {
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
fn chain_of(policy: &Policy, members: &[SteadyWeek]) -> HandoffChain {
    best_chain(members, policy, &Chain::WORKDAYS, policy.min_live)
}

fn figures(chain: &HandoffChain) -> ChainFigures {
    (chain.covered_a_day(), chain.longest_gap)
}

/// A season of the team and of some hires.
struct Joined<'g> {
    place: usize,
    seats: Vec<JoinedSeat<'g>>,
    length: Minutes,
}

/// A hire in a season.
struct JoinedSeat<'g> {
    week: WeekId,
    offset: Offset,
    hours: &'g Hours,
}

impl JoinedSeat<'_> {
    fn steady(&self) -> SteadyWeek {
        SteadyWeek::of(&supposed(Zone::UTC, self.hours.clone()), self.offset)
    }
}

/// The seasons of the team with all of the seats: theirs cut at everybody's changes. What nobody works in joins the next.
fn joined<'g>(seats: &[&'g SeatYear]) -> Vec<Joined<'g>> {
    let length = |season: Option<&SeatSeason>| season.map_or(Minutes::ZERO, SeatSeason::length);
    let mut at: Vec<(usize, Minutes)> = seats.iter().map(|seat| (0, length(seat.seasons.first()))).collect();
    let mut found: Vec<Joined<'g>> = Vec::new();
    let mut passed = Minutes::ZERO;
    while let Some(part) = at.iter().map(|&(_, left)| left).min().filter(|&left| left > Minutes::ZERO) {
        let seasons = || seats.iter().zip(&at).map(|(seat, &(season, _))| (*seat, &seat.seasons[season]));
        if seasons().any(|(_, season)| season.season.is_worked) {
            let place = seasons().next().map_or(0, |(_, season)| season.season.set.index());
            let of_season = |(seat, season): (&'g SeatYear, &SeatSeason)| JoinedSeat {
                week: season.week,
                offset: season.offset(),
                hours: &seat.hours,
            };
            found.push(Joined { place, seats: seasons().map(of_season).collect(), length: passed + part });
            passed = Minutes::ZERO;
        } else {
            passed += part;
        }
        for (seat, (season, left)) in seats.iter().zip(&mut at) {
            *left = *left - part;
            if *left == Minutes::ZERO {
                *season += 1;
                *left = length(seat.seasons.get(*season));
            }
        }
    }
    if let Some(last) = found.last_mut() {
        last.length += passed;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_whole_if_legs_meet_around_the_clock() {
        let steady = |hours: &[&str]| -> Vec<SteadyWeek> {
            let hours = hours.iter().map(|hours| Hours::parse(hours).expect("hours"));
            hours.map(|hours| SteadyWeek::of(&supposed(Zone::UTC, hours), Offset(0))).collect()
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
