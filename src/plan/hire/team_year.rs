use std::cell::RefCell;
use std::collections::HashMap;

use crate::availability::{Season, seasons, steady_week};
use crate::plan::handoff::{HandoffChain, SteadyMember, best_chain};
use crate::plan::overlap::response;
use crate::team::{Chain, Opening, Policy};
use crate::time::{Hours, Minutes, Offset, Span, Spans, Zone};

use super::place::{ChainGrowth, Coverage, Figures, Shared};
use super::{Question, ghost, preferred};

/// What does not depend on the place: the team's year, computed once.
pub(super) struct TeamYear<'a> {
    opening: &'a Opening,
    policy: &'a Policy,
    horizon: Span,
    /// Each member's preferred time, and the same within the horizon.
    reach: Vec<Spans>,
    within: Vec<Spans>,
    together: Spans,
    anybody: Spans,
    /// The team's seasons, each with the place of its steady week in `weeks`.
    seasons: Vec<(Season, usize)>,
    weeks: Vec<TeamWeek>,
    /// Chains that were found already: many zones ask for the same.
    chains: RefCell<HashMap<Joined, ChainFigures>>,
}

/// The place of the team's steady week, and the offset and hours of the hire who joins it.
type Joined = (usize, Offset, Hours);

/// Covered a day, and the longest gap.
type ChainFigures = (Minutes, Minutes);

/// The team's steady week in one season.
struct TeamWeek {
    members: Vec<Spans>,
    together: Spans,
    steady: Vec<SteadyMember>,
    chain: HandoffChain,
}

impl TeamWeek {
    fn new(question: &Question, offsets: &[Offset]) -> Self {
        let pairs = || question.members.iter().zip(offsets);
        let members: Vec<Spans> = pairs().map(|(member, &offset)| steady_week(&member.hours, offset)).collect();
        let steady: Vec<SteadyMember> = pairs().map(|(member, &offset)| SteadyMember::of(member, offset)).collect();
        let chain = chain_of(question.policy, &steady);
        Self { together: all_of(&members), members, steady, chain }
    }
}

/// The best chain of everybody on workdays.
fn chain_of(policy: &Policy, members: &[SteadyMember]) -> HandoffChain {
    best_chain(members, policy, &Chain::WORKDAYS, policy.min_live)
}

fn all_of(sets: &[Spans]) -> Spans {
    Spans::at_least(sets.len(), &sets.iter().collect::<Vec<_>>())
}

impl<'a> TeamYear<'a> {
    pub fn new(question: &Question<'a>) -> Self {
        let horizon = question.horizon;
        let beyond = Span { end: horizon.end + Minutes(15 * Minutes::DAY.0), ..horizon };
        let reach: Vec<Spans> = question.members.iter().map(|member| preferred(member, beyond)).collect();
        let within: Vec<Spans> = reach.iter().map(|spans| spans.clip(horizon)).collect();
        let mut offsets: Vec<Vec<Offset>> = Vec::new();
        let mut weeks: Vec<TeamWeek> = Vec::new();
        let mut placed: Vec<(Season, usize)> = Vec::new();
        for season in seasons(question.members, horizon) {
            let place = offsets.iter().position(|known| *known == season.offsets).unwrap_or_else(|| {
                offsets.push(season.offsets.clone());
                weeks.push(TeamWeek::new(question, &season.offsets));
                weeks.len() - 1
            });
            placed.push((season, place));
        }
        Self {
            opening: question.opening,
            policy: question.policy,
            horizon,
            together: all_of(&within),
            anybody: Spans::at_least(1, &within.iter().collect::<Vec<_>>()),
            reach,
            within,
            seasons: placed,
            weeks,
            chains: RefCell::default(),
        }
    }

    /// What a hire in `zone` adds whose hours are the opening's, moved by `shift` minutes.
    pub fn figures(&self, zone: Zone, shift: i32) -> Figures {
        self.figures_of_hours(zone, shift, self.opening.hours.shifted(shift))
    }

    /// What a hire in `zone` with these hours adds.
    pub fn figures_of_hours(&self, zone: Zone, shift: i32, hours: Hours) -> Figures {
        let beyond = Span { end: self.horizon.end + Minutes(15 * Minutes::DAY.0), ..self.horizon };
        let theirs_beyond = preferred(&ghost(zone, hours.clone()), beyond);
        let theirs = theirs_beyond.clip(self.horizon);
        let week = |minutes: Minutes| self.a_week(minutes);
        let combined = self.combined(zone);
        let mut members: Vec<Shared> = self
            .within
            .iter()
            .map(|own| Shared { mean: week(own.shared_minutes(&theirs)), worst: Minutes(i64::MAX) })
            .collect();
        let mut together = Shared { mean: week(self.together.shared_minutes(&theirs)), worst: Minutes(i64::MAX) };
        for &(place, offset, _) in &combined {
            let week = steady_week(&hours, offset);
            for (shared, own) in members.iter_mut().zip(&self.weeks[place].members) {
                shared.worst = shared.worst.min(own.shared_minutes(&week));
            }
            together.worst = together.worst.min(self.weeks[place].together.shared_minutes(&week));
        }
        let before = self.anybody.minutes();
        let added = theirs.difference(&self.anybody).minutes();
        let answers = |to_hire: bool| {
            (0..self.within.len())
                .map(|i| {
                    if to_hire {
                        response(i, self.within.len(), &self.within[i], &theirs_beyond)
                    } else {
                        response(self.within.len(), i, &theirs, &self.reach[i])
                    }
                })
                .collect()
        };
        Figures {
            shift,
            members,
            together,
            team: week(self.together.minutes()),
            coverage: Coverage { before: week(before), after: week(before + added), gain: week(added) },
            responses_to: answers(true),
            responses_from: answers(false),
            chain: self.chain_growth(&hours, &combined),
            own: week(theirs.minutes()),
            hours,
        }
    }

    /// The best chains with and without the hire.
    fn chain_growth(&self, hours: &Hours, combined: &[(usize, Offset, Minutes)]) -> ChainGrowth {
        let mut sums = [0i64; 4];
        for &(place, offset, length) in combined {
            let week = &self.weeks[place];
            let before = (week.chain.covered_a_day(), week.chain.longest_gap);
            let after = *self.chains.borrow_mut().entry((place, offset, hours.clone())).or_insert_with(|| {
                let hire = SteadyMember::of(&ghost(Zone::UTC, hours.clone()), offset);
                let with = chain_of(self.policy, &[week.steady.as_slice(), &[hire]].concat());
                (with.covered_a_day(), with.longest_gap)
            });
            for (sum, minutes) in sums.iter_mut().zip([before.0, after.0, before.1, after.1]) {
                *sum += minutes.0 * length.0;
            }
        }
        let over = self.horizon.minutes().0.max(1);
        let [covered_before, covered_after, gap_before, gap_after] = sums.map(|sum| Minutes::ratio(sum, over));
        ChainGrowth { covered_before, covered_after, gap_before, gap_after }
    }

    /// Every season of the team together with `zone`: the place of the team's steady week, the zone's offset, and the length.
    fn combined(&self, zone: Zone) -> Vec<(usize, Offset, Minutes)> {
        let mut found: Vec<(usize, Offset, Minutes)> = Vec::new();
        for (season, place) in &self.seasons {
            let changes: Vec<_> = zone.transitions(season.span).filter(|c| c.at > season.span.start).collect();
            let starts = [season.span.start].into_iter().chain(changes.iter().map(|change| change.at));
            for (i, start) in starts.enumerate() {
                let end = changes.get(i).map_or(season.span.end, |change| change.at);
                found.push((*place, zone.offset_at(start), end - start));
            }
        }
        found
    }

    /// A total over the horizon, a week; rounded to a minute.
    fn a_week(&self, total: Minutes) -> Minutes {
        Minutes::ratio(total.0 * Minutes::WEEK.0, self.horizon.minutes().0)
    }
}
