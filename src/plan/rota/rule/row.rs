//! What a rule is: one row of the list.

use std::fmt;

use super::shape::Shape;
use crate::plan::rota::facts::Facts;
use crate::plan::rota::shift::Duty;
use crate::team::MemberId;
use crate::time::Minutes;

/// Duties that break a rule, each with the other duty that it takes, if any.
pub type Findings = Vec<(Duty, Option<Duty>)>;

/// A hard rule: everything that the planner knows of it.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::problem::Problem;
/// use sunwise::plan::rota::breaches;
/// use sunwise::plan::rota::rule::{Ease, Rule, Shape};
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
/// static MONDAYS_OFF: Rule = Rule {
///     name: "mondays off",
///     breaches: |_, _, duties| duties.iter().filter(|duty| duty.shift == 0).map(|&duty| (duty, None)).collect(),
///     sentence: |_| "has Mondays off".into(),
///     shapes: &[Shape::Unary(|_, duty, _| duty.shift == 0)],
///     gravity: 9,
///     ease: |_, _| Ease::Whole("a Monday at work"),
/// };
/// let problem = Problem::new(facts).with_rule(&MONDAYS_OFF);
/// assert!(!problem.is_open(first, ana) && problem.is_open(second, ana));
/// assert_eq!(breaches(&problem, ana, &[first])[0].rule, &MONDAYS_OFF);
/// ```
pub struct Rule {
    /// What it is called in code; unique in the list.
    pub name: &'static str,
    /// What somebody's duties (in time order) break of it, found by walking over them. This judges what the search made by the shapes.
    pub breaches: fn(&Facts, MemberId, &[Duty]) -> Findings,
    /// Why somebody is excluded by it, to be read after a name: "would rest less than 11 h between two shifts".
    pub sentence: fn(&Facts) -> String,
    /// The same for the search.
    pub shapes: &'static [Shape],
    /// How grave it is to let the rule give: of two that could, the lighter one gives.
    pub gravity: u8,
    /// How the rule would have to give so that somebody could hold these duties (in time order).
    pub ease: fn(&Facts, &[Duty]) -> Ease,
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// How a rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ease {
    /// It does not hold for once: "a role of this tier".
    Whole(&'static str),
    /// It counts to more: "4 shifts in 7 days instead of 3".
    Count {
        /// How many there would have to be.
        most: u16,
        /// How many there may be.
        instead_of: u16,
        /// One of what is counted: "shift".
        noun: &'static str,
        /// Within what: "in 7 days".
        within: &'static str,
    },
    /// It asks for less time: "8 h of rest instead of 11 h".
    Less {
        /// How much is left.
        left: Minutes,
        /// How much is asked for.
        instead_of: Minutes,
        /// Of what: "of rest".
        of: &'static str,
        /// What it is called when nothing is left: "two shifts without rest between them".
        none: &'static str,
    },
}

impl Ease {
    /// How far the rule gives: of two ways to let it give the smaller one is nearer.
    pub fn far(self) -> i64 {
        match self {
            Self::Whole(_) => 0,
            Self::Count { most, .. } => most.into(),
            Self::Less { left, instead_of, .. } => (instead_of - left).0,
        }
    }
}

/// A rule that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Which rule.
    pub rule: &'static Rule,
    /// By whom.
    pub person: MemberId,
    /// With which duty.
    pub duty: Duty,
    /// Because of which other duty of theirs, when it takes two.
    pub with: Option<Duty>,
}
