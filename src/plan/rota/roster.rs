//! Who holds what.

use super::facts::Facts;
use super::shift::Duty;
use crate::team::MemberId;

/// Who holds what: an answer, good or bad, to a [`Problem`](super::problem::Problem).
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::Roster;
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
/// let mut roster = Roster::empty(&facts);
/// roster.set(second, Some(bo));
/// assert_eq!(roster.by_person(&facts)[bo], [second]);
/// assert_eq!(roster.unfilled(&facts), [first]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// By the duty's place.
    holders: Vec<Option<MemberId>>,
    tiers: usize,
}

impl Roster {
    /// Nobody holds anything.
    pub fn empty(facts: &Facts) -> Self {
        Self { holders: vec![None; facts.duty_count()], tiers: facts.tiers() }
    }

    /// Who holds `duty`.
    pub fn holder(&self, duty: Duty) -> Option<MemberId> {
        self.holders[duty.shift * self.tiers + duty.tier]
    }

    /// Gives `duty` to `holder`, or to nobody.
    pub fn set(&mut self, duty: Duty, holder: Option<MemberId>) {
        self.holders[duty.shift * self.tiers + duty.tier] = holder;
    }

    /// Everybody's duties in time order, by person.
    pub fn by_person(&self, facts: &Facts) -> Vec<Vec<Duty>> {
        let mut held = vec![Vec::new(); facts.people().len()];
        for duty in facts.duties() {
            if let Some(person) = self.holder(duty) {
                held[person].push(duty);
            }
        }
        held
    }

    /// The duties that nobody holds.
    pub fn unfilled(&self, facts: &Facts) -> Vec<Duty> {
        facts.duties().filter(|&duty| self.holder(duty).is_none()).collect()
    }
}
