//! What would have to give so that somebody could hold a duty that nobody holds.

use super::problem::{Duty, Problem, Roster, SEVEN_DAYS};
use super::rule::{RuleName, breaches};
use crate::time::{Minutes, Span};

/// A rule that would have to give, and how far. The smaller ones come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relaxed {
    /// So many shifts in any 168 hours.
    ShiftsPerSevenDays(u16),
    /// So many weeks in a row.
    WeeksInARow(u16),
    /// So much less rest than is asked for, which leaves so much.
    Rest {
        /// By how much it is too short.
        missing: Minutes,
        /// What is left.
        left: Minutes,
    },
    /// They would need a role of the tier.
    Role,
    /// They would have to hold two tiers at once.
    SecondTier,
    /// They would have to be there though they are away.
    Presence,
    /// What was fixed by hand, or is kept as it was published, would have to change.
    Pin,
}

/// How a duty could be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// By whom.
    pub person: usize,
    /// What would have to give, all of it.
    pub rules: Vec<Relaxed>,
}

/// The smallest relaxation that fills `duty`, everything else being as it is: of the fewest rules, then of the smallest. Nothing
/// when somebody could hold it as things stand, or nobody is eligible for the rota.
pub fn relaxation(problem: &Problem, roster: &Roster, duty: Duty) -> Option<Relaxation> {
    let held = roster.by_person(problem);
    let found = held.iter().enumerate().map(|(person, duties)| {
        let mut with = duties.clone();
        with.insert(with.partition_point(|&other| other < duty), duty);
        Relaxation { person, rules: relaxed(problem, person, &with, duty) }
    });
    let found = found.min_by(|a, b| (a.rules.len(), &a.rules, a.person).cmp(&(b.rules.len(), &b.rules, b.person)));
    found.filter(|found| !found.rules.is_empty())
}

fn relaxed(problem: &Problem, person: usize, with: &[Duty], duty: Duty) -> Vec<Relaxed> {
    let mut names: Vec<RuleName> = breaches(problem, person, with).iter().map(|breach| breach.rule).collect();
    names.sort_unstable();
    names.dedup();
    let mut rules: Vec<Relaxed> = names
        .into_iter()
        .map(|rule| match rule {
            RuleName::Eligible => Relaxed::Role,
            RuleName::Available => Relaxed::Presence,
            RuleName::OneTier => Relaxed::SecondTier,
            RuleName::Pinned => Relaxed::Pin,
            RuleName::Rest => rest(problem, with),
            RuleName::ShiftsPerSevenDays => Relaxed::ShiftsPerSevenDays(most_in_seven_days(problem, with)),
            RuleName::WeeksInARow => Relaxed::WeeksInARow(weeks_in_a_row(problem, with)),
        })
        .collect();
    if problem.is_closed(duty) && !rules.contains(&Relaxed::Pin) {
        rules.push(Relaxed::Pin);
    }
    rules.sort_unstable();
    rules
}

/// The shortest rest between two stretches of these duties.
fn rest(problem: &Problem, with: &[Duty]) -> Relaxed {
    let mut shifts: Vec<usize> = with.iter().map(|duty| duty.shift).collect();
    shifts.dedup();
    let mut stretches: Vec<Span> =
        shifts.iter().flat_map(|&shift| problem.shifts()[shift].stretches().as_slice().to_vec()).collect();
    stretches.sort_unstable();
    let left = stretches.windows(2).map(|pair| pair[1].start - pair[0].end).min().unwrap_or(problem.limits().rest);
    Relaxed::Rest { missing: problem.limits().rest - left, left }
}

fn most_in_seven_days(problem: &Problem, with: &[Duty]) -> u16 {
    let start = |duty: &Duty| problem.shifts()[duty.shift].start();
    let within =
        |first: usize| with[first..].iter().filter(|duty| start(duty) - start(&with[first]) < SEVEN_DAYS).count();
    (0..with.len()).map(|first| within(first) as u16).max().unwrap_or(0)
}

fn weeks_in_a_row(problem: &Problem, with: &[Duty]) -> u16 {
    let mut weeks: Vec<i64> = with.iter().map(|duty| problem.shifts()[duty.shift].week).collect();
    weeks.dedup();
    let runs = weeks.chunk_by(|a, b| b - a == 1);
    runs.map(|run| run.len() as u16).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::construct::construct;
    use crate::plan::rota::problem::Limits;
    use crate::plan::rota::testing::some_problem;

    proptest! {
        #[test]
        fn what_is_relaxed_is_enough_and_needed(problem in some_problem(10, 3)) {
            let roster = construct(&problem).roster();
            for duty in roster.unfilled(&problem) {
                let Some(found) = relaxation(&problem, &roster, duty) else { continue };
                let mut limits = problem.limits();
                for rule in &found.rules {
                    match *rule {
                        Relaxed::ShiftsPerSevenDays(most) => limits.max_shifts_per_7_days = Some(most),
                        Relaxed::WeeksInARow(most) => limits.max_weeks_in_a_row = Some(most),
                        Relaxed::Rest { left, missing } => {
                            prop_assert!(missing > Minutes::ZERO && left + missing == problem.limits().rest);
                            limits.rest = left;
                        }
                        _ => {}
                    }
                }
                let others = |limits: Limits| -> Vec<RuleName> {
                    let shifts = problem.shifts().to_vec();
                    let eased = Problem::new(shifts, problem.people().to_vec(), problem.tiers(), limits);
                    let mut with = roster.by_person(&problem)[found.person].clone();
                    with.insert(with.partition_point(|&other| other < duty), duty);
                    breaches(&eased, found.person, &with).iter().map(|breach| breach.rule).collect()
                };
                let by_limits = [RuleName::Rest, RuleName::ShiftsPerSevenDays, RuleName::WeeksInARow];
                prop_assert!(!others(limits).iter().any(|rule| by_limits.contains(rule)), "{:?}", found);
                prop_assert!(!others(problem.limits()).is_empty());
            }
        }
    }
}
