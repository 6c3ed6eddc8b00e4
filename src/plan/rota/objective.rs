//! What a rota is compared by: five exact integers, in an order that the rota chooses (SPEC section 7).

use std::cmp::Ordering;

use crate::availability::{Points, RateMinutes};
use crate::team::{Capacity, MemberId, Order};
use crate::time::Minutes;

use super::facts::{Facts, Priority};
use super::roster::Roster;
use super::shift::Duty;

/// A burden by share of the work: (carried + burden of the shifts) / capacity. Compared exactly, by cross multiplication.
///
/// # Example
///
/// ```
/// use sunwise::availability::RateMinutes;
/// use sunwise::plan::rota::objective::Load;
/// use sunwise::team::Capacity;
///
/// let half = Load { burden: RateMinutes(3000), capacity: Capacity::new(0.5).expect("a capacity") };
/// let full = Load { burden: RateMinutes(6000), capacity: Capacity::FULL };
/// assert_eq!(half, full);
/// assert_eq!(half.points().0, 100.0);
/// assert_eq!(half.ceiling(Capacity::FULL), RateMinutes(6000));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// What is carried and held.
    pub burden: RateMinutes,
    /// Of which share of the work.
    pub capacity: Capacity,
}

impl Load {
    /// No load.
    pub const ZERO: Self = Self { burden: RateMinutes::ZERO, capacity: Capacity::FULL };

    /// What `person` carries and pays for `duties`.
    pub fn of(facts: &Facts, person: MemberId, duties: &[Duty]) -> Self {
        let who = &facts.people()[person];
        let burdens = duties.iter().filter_map(|&duty| facts.burden(duty, person));
        Self { burden: who.carried + burdens.sum(), capacity: who.capacity }
    }

    /// Points a full share, for showing.
    pub fn points(self) -> Points {
        Points(self.burden.0 as f64 * 1000.0 / (60 * self.capacity.thousandths()) as f64)
    }

    /// The largest burden that somebody of `capacity` can have without a larger load than this one.
    pub fn ceiling(self, capacity: Capacity) -> RateMinutes {
        let scaled = i128::from(self.burden.0) * i128::from(capacity.thousandths());
        RateMinutes(scaled.div_euclid(i128::from(self.capacity.thousandths())) as i64)
    }

    fn cross(self, other: Self) -> (i128, i128) {
        let times = |burden: RateMinutes, by: Capacity| i128::from(burden.0) * i128::from(by.thousandths());
        (times(self.burden, other.capacity), times(other.burden, self.capacity))
    }
}

impl Ord for Load {
    fn cmp(&self, other: &Self) -> Ordering {
        let (own, others) = self.cross(*other);
        own.cmp(&others)
    }
}

impl PartialOrd for Load {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Load {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Load {}

/// The five values of a rota; less is better in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Duties (shift and tier) that nobody holds. A block counts once.
    pub gap: usize,
    /// The largest load of an eligible person.
    pub worst: Load,
    /// The burden of all, without what is carried.
    pub total: RateMinutes,
    /// How far the minutes held are from everybody's share, summed.
    pub spread: Minutes,
    /// Duties that another person (or nobody) held in the rota published before. A block counts once.
    pub change: usize,
}

impl Objective {
    /// The values of `roster`.
    pub fn of(facts: &Facts, roster: &Roster) -> Self {
        let people = facts.people();
        let mut burdens: Vec<RateMinutes> = people.iter().map(|person| person.carried).collect();
        let mut held = vec![Minutes::ZERO; people.len()];
        let mut found = Self { gap: 0, worst: Load::ZERO, total: RateMinutes::ZERO, spread: Minutes::ZERO, change: 0 };
        for duty in facts.duties() {
            let holder = roster.holder(duty);
            found.change += usize::from(facts.changes(duty, holder));
            let Some(person) = holder else {
                found.gap += 1;
                continue;
            };
            let burden = facts.burden(duty, person).unwrap_or_default();
            burdens[person] += burden;
            found.total += burden;
            held[person] += facts.shifts()[duty.shift].minutes();
        }
        let loads = people.iter().zip(&burdens).map(|(person, &burden)| Load { burden, capacity: person.capacity });
        found.worst = loads.max().unwrap_or(Load::ZERO);
        let capacities: Vec<Capacity> = people.iter().map(|person| person.capacity).collect();
        found.spread = spread(&held, &capacities);
        found
    }

    /// Which of two rotas is better: less is. By the gap, then in the order that the rota chooses.
    pub fn compare(&self, other: &Self, priority: Priority) -> Ordering {
        let fair = self.worst.cmp(&other.worst);
        let comfortable = self.total.cmp(&other.total);
        let burden = match priority.order {
            Order::Fairness => fair.then(comfortable),
            Order::Comfort => comfortable.then(fair),
        };
        let change = self.change.cmp(&other.change);
        let early = if priority.change_second { change } else { Ordering::Equal };
        self.gap.cmp(&other.gap).then(early).then(burden).then(self.spread.cmp(&other.spread)).then(change)
    }
}

/// The sum of |minutes held - share|; a share is all minutes held by capacity, rounded to the minute.
pub fn spread(held: &[Minutes], capacities: &[Capacity]) -> Minutes {
    let all: i64 = held.iter().map(|minutes| minutes.0).sum();
    let whole: i64 = capacities.iter().map(|capacity| capacity.thousandths()).sum();
    let off = |(minutes, capacity): (&Minutes, &Capacity)| {
        let share = (2 * all * capacity.thousandths() + whole) / (2 * whole);
        Minutes((minutes.0 - share).abs())
    };
    held.iter().zip(capacities).map(off).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::rota::facts::{Before, Limits};
    use crate::plan::rota::testing::{ANN, BO, daily_facts, person};

    fn capacity(share: f64) -> Capacity {
        Capacity::new(share).expect("a capacity")
    }

    #[test]
    fn loads_compare_as_fractions() {
        let load = |burden, share| Load { burden: RateMinutes(burden), capacity: capacity(share) };
        assert_eq!(load(100, 0.5), load(200, 1.0));
        assert!(load(100, 0.3) > load(333, 1.0) && load(100, 0.3) < load(334, 1.0));
        assert_eq!(load(100, 0.3).ceiling(Capacity::FULL), RateMinutes(333));
        assert!((load(6000, 0.8).points().0 - 125.0).abs() < 1e-9);
    }

    #[test]
    fn a_rota_by_hand() {
        // Two shifts of 24 h, two tiers; Ann has a full share and carries 10, Bo half a share.
        let people = vec![person("Ann", 1.0, 10, &[Some(100), Some(100)]), person("Bo", 0.5, 0, &[Some(40), Some(70)])];
        let mut facts = daily_facts(2, people, 2, Limits::default());
        let mut roster = Roster::empty(&facts);
        roster.set(Duty { shift: 0, tier: 0 }, Some(ANN));
        roster.set(Duty { shift: 0, tier: 1 }, Some(BO));
        roster.set(Duty { shift: 1, tier: 0 }, Some(BO));
        facts.published(Duty { shift: 0, tier: 0 }, Before::Person(ANN));
        facts.published(Duty { shift: 0, tier: 1 }, Before::Person(ANN));
        facts.published(Duty { shift: 1, tier: 0 }, Before::Nobody);
        let found = Objective::of(&facts, &roster);
        assert_eq!(found.gap, 1);
        assert_eq!(found.worst, Load { burden: RateMinutes(40 + 140), capacity: capacity(0.5) }, "Bo, not Ann's 210");
        assert_eq!(found.total, RateMinutes(200 + 40 + 140));
        // 4320 minutes held: shares 2880 and 1440; held 1440 and 2880.
        assert_eq!(found.spread, Minutes(2880));
        assert_eq!(found.change, 2);
    }

    #[test]
    fn shares_are_rounded_to_the_minute() {
        let thirds = [capacity(1.0), capacity(1.0), capacity(1.0)];
        assert_eq!(spread(&[Minutes(100), Minutes(0), Minutes(0)], &thirds), Minutes(67 + 33 + 33));
        assert_eq!(spread(&[], &[]), Minutes(0));
    }

    #[test]
    fn comfort_and_replanning_change_what_comes_first() {
        let base = Objective { gap: 0, worst: Load::ZERO, total: RateMinutes(5), spread: Minutes(0), change: 3 };
        let fair = Objective { total: RateMinutes(9), change: 9, ..base };
        let load = Load { burden: RateMinutes(1), capacity: Capacity::FULL };
        let comfortable = Objective { worst: load, ..base };
        let by = |order, change_second| fair.compare(&comfortable, Priority { order, change_second });
        assert_eq!(by(Order::Fairness, false), Ordering::Less);
        assert_eq!(by(Order::Comfort, false), Ordering::Greater);
        assert_eq!(by(Order::Fairness, true), Ordering::Greater);
        let gappy = Objective { gap: 1, ..base };
        assert_eq!(fair.compare(&gappy, Priority::default()), Ordering::Less, "the gap comes before everything");
    }
}
