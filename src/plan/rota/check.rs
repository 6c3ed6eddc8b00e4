//! What somebody's duties or a whole roster break. It walks over duties by the plain [`Rule::breaches`](super::rule::Rule::breaches) and
//! looks at no shape, so that it notices when the search, which knows only shapes, is wrong.

use super::problem::Problem;
use super::roster::Roster;
use super::rule::{Breach, Rule};
use super::shift::Duty;
use crate::team::MemberId;

/// Everything that `roster` breaks; nothing when it keeps every hard rule.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::problem::Problem;
/// use sunwise::plan::rota::rule::REST;
/// use sunwise::plan::rota::{Roster, check};
/// # use sunwise::availability::RateMinutes;
/// # use sunwise::plan::rota::facts::{Facts, Limits, Person};
/// # use sunwise::plan::rota::{Duty, Shift};
/// # use sunwise::team::{Capacity, MemberId};
/// # use sunwise::time::{Instant, Minutes, Span};
/// # let person = |name: &str, cost: i64| Person {
/// #     name: name.into(), capacity: Capacity::FULL, carried: RateMinutes::ZERO, tiers: vec![true], costs: vec![Some(RateMinutes(cost)); 2],
/// # };
/// # let day = |day: i64| {
/// #     let start = Instant::midnight("2027-01-04".parse().unwrap()) + Minutes::hours(24 * day);
/// #     Shift { pieces: vec![Span { start, end: start + Minutes::hours(24) }], week: 0 }
/// # };
/// # let limits = Limits { rest: Minutes::hours(11), ..Limits::default() };
/// # let facts = Facts::new(vec![day(0), day(1)], vec![person("Ana", 60), person("Bo", 90)], 1, limits);
/// # let (ana, bo) = (MemberId::new(0), MemberId::new(1));
/// # let [first, second] = [0, 1].map(|shift| Duty { shift, tier: 0 });
/// let problem = Problem::new(facts);
/// let mut roster = Roster::empty(&problem);
/// roster.set(first, Some(ana));
/// roster.set(second, Some(bo));
/// assert_eq!(check(&problem, &roster), []);
///
/// roster.set(second, Some(ana));
/// let breach = check(&problem, &roster)[0];
/// assert_eq!((breach.rule, breach.person, breach.duty), (&REST, ana, second));
/// assert_eq!((breach.rule.sentence)(&problem), "would rest less than 11 h between two shifts");
/// ```
pub fn check(problem: &Problem, roster: &Roster) -> Vec<Breach> {
    let held = roster.by_person(problem);
    problem.members().flat_map(|person| breaches(problem, person, &held[person])).collect()
}

/// What `person` would break by holding just `duties`, which are in time order.
pub fn breaches(problem: &Problem, person: MemberId, duties: &[Duty]) -> Vec<Breach> {
    let of_rule = |&rule: &&'static Rule| {
        let found = (rule.breaches)(problem, person, duties);
        found.into_iter().map(move |(duty, with)| Breach { rule, person, duty, with })
    };
    problem.rules().iter().flat_map(of_rule).collect()
}
