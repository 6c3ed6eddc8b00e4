//! The hard rules of a rota, as a table of contents: each a small function over what one person holds.
//!
//! [`check`] judges any roster, whoever made it, and shares nothing with the search but the [`Problem`].

use crate::time::{Minutes, Span};

use super::problem::{Duty, Problem, Roster, SEVEN_DAYS};

/// Duties that break a rule, each with the other duty that it takes, if any.
type Findings = Vec<(Duty, Option<Duty>)>;

/// A hard rule.
pub struct Rule {
    /// Which.
    pub name: RuleName,
    /// What a person's duties (in time order) break of it.
    breaches: fn(&Problem, usize, &[Duty]) -> Findings,
    /// Why somebody is excluded by it, to be read after a name.
    sentence: fn(&Problem) -> String,
}

/// The hard rules by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleName {
    /// Each tier is held by people with one of its roles.
    Eligible,
    /// Nobody is away in any part of a shift that they hold.
    Available,
    /// Nobody holds two tiers of one shift.
    OneTier,
    /// Pins hold.
    Pinned,
    /// Rest between the end of one of a person's shifts and the start of their next.
    Rest,
    /// At most so many of one person's shifts start in any 168 hours.
    ShiftsPerSevenDays,
    /// Nobody holds shifts that start in more calendar weeks in a row.
    WeeksInARow,
}

/// All hard rules. That a duty has at most one holder is in the shape of a [`Roster`].
pub const RULES: [Rule; 7] = [
    Rule { name: RuleName::Eligible, breaches: eligible, sentence: |_| "has none of the roles of this tier".into() },
    Rule { name: RuleName::Available, breaches: available, sentence: |_| "is away in part of the shift".into() },
    Rule { name: RuleName::OneTier, breaches: one_tier, sentence: |_| "holds another tier of the shift".into() },
    Rule { name: RuleName::Pinned, breaches: pinned, sentence: |_| "cannot take what is pinned to another".into() },
    Rule { name: RuleName::Rest, breaches: rest, sentence: rest_sentence },
    Rule { name: RuleName::ShiftsPerSevenDays, breaches: shifts_per_seven_days, sentence: seven_days_sentence },
    Rule { name: RuleName::WeeksInARow, breaches: weeks_in_a_row, sentence: weeks_sentence },
];

/// A rule that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Which rule.
    pub rule: RuleName,
    /// By whom.
    pub person: usize,
    /// With which duty.
    pub duty: Duty,
    /// Because of which other duty of theirs, when it takes two.
    pub with: Option<Duty>,
}

impl RuleName {
    /// Why somebody is excluded by the rule, to be read after a name: "would rest less than 11 h between two shifts".
    pub fn sentence(self, problem: &Problem) -> String {
        RULES.iter().find(|rule| rule.name == self).map(|rule| (rule.sentence)(problem)).unwrap_or_default()
    }
}

/// Everything that `roster` breaks; nothing when it keeps every hard rule.
pub fn check(problem: &Problem, roster: &Roster) -> Vec<Breach> {
    let held = roster.by_person(problem);
    held.iter().enumerate().flat_map(|(person, duties)| breaches(problem, person, duties)).collect()
}

/// What `person` would break by holding just `duties`, which are in time order.
pub fn breaches(problem: &Problem, person: usize, duties: &[Duty]) -> Vec<Breach> {
    let of_rule = |rule: &Rule| {
        let name = rule.name;
        let found = (rule.breaches)(problem, person, duties);
        found.into_iter().map(move |(duty, with)| Breach { rule: name, person, duty, with })
    };
    RULES.iter().flat_map(of_rule).collect()
}

fn eligible(problem: &Problem, person: usize, duties: &[Duty]) -> Findings {
    let allowed = &problem.people()[person].tiers;
    duties.iter().filter(|duty| !allowed[duty.tier]).map(|&duty| (duty, None)).collect()
}

fn available(problem: &Problem, person: usize, duties: &[Duty]) -> Findings {
    let costs = &problem.people()[person].costs;
    duties.iter().filter(|duty| costs[duty.shift].is_none()).map(|&duty| (duty, None)).collect()
}

fn one_tier(_: &Problem, _: usize, duties: &[Duty]) -> Findings {
    duties.windows(2).filter(|pair| pair[0].shift == pair[1].shift).map(|pair| (pair[1], Some(pair[0]))).collect()
}

fn pinned(problem: &Problem, person: usize, duties: &[Duty]) -> Findings {
    let pinned = |duty: Duty| problem.pinned(duty).is_some_and(|pinned| pinned != person);
    let others = |duty: &Duty| problem.is_closed(*duty) || pinned(*duty);
    let taken = duties.iter().copied().filter(others);
    let missed = problem.pins_of(person).filter(|duty| !duties.contains(duty));
    taken.chain(missed).map(|duty| (duty, None)).collect()
}

/// Pieces that touch within one shift are one stretch; every other pair of stretches needs the rest between them.
fn rest(problem: &Problem, _: usize, duties: &[Duty]) -> Findings {
    let mut stretches: Vec<(Span, Duty)> = Vec::new();
    for (i, &duty) in duties.iter().enumerate() {
        let again = i > 0 && duties[i - 1].shift == duty.shift;
        if !again {
            stretches.extend(problem.shifts()[duty.shift].stretches().iter().map(|&span| (span, duty)));
        }
    }
    stretches.sort_unstable();
    let tired = |pair: &&[(Span, Duty)]| pair[1].0.start - pair[0].0.end < problem.limits().rest;
    stretches.windows(2).filter(tired).map(|pair| (pair[1].1, Some(pair[0].1))).collect()
}

fn shifts_per_seven_days(problem: &Problem, _: usize, duties: &[Duty]) -> Findings {
    let Some(most) = problem.limits().max_shifts_per_7_days else { return Vec::new() };
    let start = |duty: Duty| problem.shifts()[duty.shift].start();
    let crowded = |run: &&[Duty]| start(run[run.len() - 1]) - start(run[0]) < SEVEN_DAYS;
    let runs = duties.windows(usize::from(most) + 1).filter(crowded);
    runs.map(|run| (run[run.len() - 1], (run.len() > 1).then_some(run[0]))).collect()
}

fn weeks_in_a_row(problem: &Problem, _: usize, duties: &[Duty]) -> Findings {
    let Some(most) = problem.limits().max_weeks_in_a_row else { return Vec::new() };
    let week = |duty: Duty| problem.shifts()[duty.shift].week;
    let mut firsts: Vec<Duty> = duties.to_vec();
    firsts.dedup_by_key(|duty| week(*duty));
    let long = |run: &&[Duty]| week(run[run.len() - 1]) - week(run[0]) == i64::from(most);
    let runs = firsts.windows(usize::from(most) + 1).filter(long);
    runs.map(|run| (run[run.len() - 1], (run.len() > 1).then_some(run[0]))).collect()
}

fn rest_sentence(problem: &Problem) -> String {
    let Minutes(rest) = problem.limits().rest;
    let shown = if rest % 60 == 0 { format!("{} h", rest / 60) } else { format!("{} h {} min", rest / 60, rest % 60) };
    format!("would rest less than {shown} between two shifts")
}

fn seven_days_sentence(problem: &Problem) -> String {
    let most = problem.limits().max_shifts_per_7_days.unwrap_or_default();
    format!("would start more than {most} shifts within 168 hours")
}

fn weeks_sentence(problem: &Problem) -> String {
    let most = problem.limits().max_weeks_in_a_row.unwrap_or_default();
    format!("would be on duty in more than {most} calendar weeks in a row")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::rota::problem::{Limits, Shift};
    use crate::plan::rota::testing::{at, daily, free, hours};

    /// Which rule the duties (shift, tier) of the first of two people break.
    fn broken(problem: &Problem, duties: &[(usize, usize)]) -> Vec<(RuleName, usize)> {
        let duties: Vec<Duty> = duties.iter().map(|&(shift, tier)| Duty { shift, tier }).collect();
        breaches(problem, 0, &duties).iter().map(|breach| (breach.rule, breach.duty.shift)).collect()
    }

    fn two_people(shifts: usize, limits: Limits) -> Problem {
        daily(shifts, vec![free("Ann", shifts), free("Bo", shifts)], 2, limits)
    }

    #[test]
    fn eligible_by_tier() {
        let mut ann = free("Ann", 1);
        ann.tiers = vec![false, true];
        let problem = daily(1, vec![ann], 2, Limits::default());
        assert_eq!(broken(&problem, &[(0, 0)]), [(RuleName::Eligible, 0)]);
        assert_eq!(broken(&problem, &[(0, 1)]), []);
    }

    #[test]
    fn available_for_the_whole_shift() {
        let mut ann = free("Ann", 2);
        ann.costs[1] = None;
        let problem = daily(2, vec![ann], 1, Limits::default());
        assert_eq!(broken(&problem, &[(0, 0), (1, 0)]), [(RuleName::Available, 1)]);
    }

    #[test]
    fn one_tier_of_a_shift() {
        let problem = two_people(2, Limits::default());
        assert_eq!(broken(&problem, &[(0, 0), (0, 1)]), [(RuleName::OneTier, 0)]);
        assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), []);
    }

    #[test]
    fn pins_are_neither_taken_nor_left() {
        let mut problem = two_people(2, Limits::default());
        problem.pin(Duty { shift: 0, tier: 0 }, 0);
        problem.pin(Duty { shift: 1, tier: 1 }, 1);
        assert_eq!(broken(&problem, &[(0, 0)]), []);
        assert_eq!(broken(&problem, &[]), [(RuleName::Pinned, 0)]);
        assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), [(RuleName::Pinned, 1)]);
    }

    #[test]
    fn rest_between_the_end_of_one_and_the_start_of_the_next() {
        let problem = two_people(4, Limits { rest: Minutes::hours(24), ..Limits::default() });
        assert_eq!(broken(&problem, &[(0, 0), (1, 1)]), [(RuleName::Rest, 1)]);
        assert_eq!(broken(&problem, &[(0, 0), (2, 1)]), [], "exactly 24 h");
        let longer = two_people(4, Limits { rest: Minutes::hours(24) + Minutes(1), ..Limits::default() });
        assert_eq!(broken(&longer, &[(0, 0), (2, 1)]), [(RuleName::Rest, 2)]);
        assert_eq!(RuleName::Rest.sentence(&longer), "would rest less than 24 h 1 min between two shifts");
    }

    #[test]
    fn rest_holds_between_the_pieces_of_blocks() {
        let block = |from: i64, to: i64| Shift {
            pieces: (0..7).map(|day| hours(day * 24 + from, day * 24 + to)).collect(),
            week: 0,
        };
        let problem = |shifts: Vec<Shift>| {
            let people = vec![free("Ann", shifts.len())];
            Problem::new(shifts, people, 1, Limits { rest: Minutes::hours(11), ..Limits::default() })
        };
        assert_eq!(broken(&problem(vec![block(6, 14)]), &[(0, 0)]), [], "16 h each night");
        assert_eq!(broken(&problem(vec![block(6, 20)]), &[(0, 0)]).len(), 6, "only 10 h");
        assert_eq!(broken(&problem(vec![block(6, 30)]), &[(0, 0)]), [], "a week without a break is one stretch");
        let both = problem(vec![block(6, 14), block(14, 22)]);
        assert_eq!(broken(&both, &[(0, 0), (1, 0)]).len(), 13);
    }

    #[test]
    fn shifts_in_any_168_hours() {
        let problem = two_people(9, Limits { max_shifts_per_7_days: Some(2), ..Limits::default() });
        assert_eq!(broken(&problem, &[(0, 0), (3, 0), (7, 0)]), [], "the third starts 168 hours after the first");
        assert_eq!(broken(&problem, &[(0, 0), (3, 0), (6, 0)]), [(RuleName::ShiftsPerSevenDays, 6)]);
        let none = two_people(1, Limits { max_shifts_per_7_days: Some(0), ..Limits::default() });
        assert_eq!(broken(&none, &[(0, 0)]), [(RuleName::ShiftsPerSevenDays, 0)]);
    }

    #[test]
    fn calendar_weeks_in_a_row() {
        let problem = two_people(28, Limits { max_weeks_in_a_row: Some(2), ..Limits::default() });
        assert_eq!(broken(&problem, &[(0, 0), (6, 0), (13, 0), (21, 0)]), [], "a free week between");
        assert_eq!(broken(&problem, &[(6, 0), (7, 0), (9, 0), (14, 0)]), [(RuleName::WeeksInARow, 14)]);
        let none = two_people(1, Limits { max_weeks_in_a_row: Some(0), ..Limits::default() });
        assert_eq!(broken(&none, &[(0, 0)]), [(RuleName::WeeksInARow, 0)]);
    }

    #[test]
    fn check_names_the_person() {
        let problem = two_people(1, Limits::default());
        let mut roster = Roster::empty(&problem);
        assert_eq!(check(&problem, &roster), []);
        let (first, second) = (Duty { shift: 0, tier: 0 }, Duty { shift: 0, tier: 1 });
        roster.set(first, Some(1));
        roster.set(second, Some(1));
        assert_eq!(
            check(&problem, &roster),
            [Breach { rule: RuleName::OneTier, person: 1, duty: second, with: Some(first) }]
        );
        assert_eq!(problem.shifts()[0].start(), at(0));
    }
}
