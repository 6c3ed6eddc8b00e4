//! What a rota is about, as integers: shifts, people, what each shift costs each of them, what is fixed. Knows no calendar and no rule.

use super::shift::{Duty, Shift};
use crate::availability::RateMinutes;
use crate::team::{Capacity, MemberId, Order};
use crate::time::Minutes;

/// Somebody who may hold at least one tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Unique among the people.
    pub name: String,
    /// Their share of the work.
    pub capacity: Capacity,
    /// Burden from earlier rotas.
    pub carried: RateMinutes,
    /// For each tier, whether they may hold it.
    pub tiers: Vec<bool>,
    /// For each shift what it costs them, not yet weighted by tier; none when they are away in any part of it.
    pub costs: Vec<Option<RateMinutes>>,
}

/// The limits that a rota writes down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Between the end of one of a person's shifts and the start of their next.
    pub rest: Minutes,
    /// At most so many of one person's shifts start in any 168 hours.
    pub max_shifts_per_7_days: Option<u16>,
    /// Nobody holds shifts that start in more calendar weeks in a row.
    pub max_weeks_in_a_row: Option<u16>,
}

/// What is compared, first to last, after the gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Priority {
    /// Fairness or comfort first.
    pub order: Order,
    /// Re-planning: what was published changes as little as it can, before anything but the gap.
    pub change_second: bool,
}

/// Who was on duty in the rota that was published before, if that duty was part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The published rota did not have this duty.
    Unknown,
    /// Nobody held it.
    Nobody,
    /// Somebody held it who is no longer eligible.
    Other,
    /// This person held it.
    Person(MemberId),
}

/// The facts of a rota. Its people are the eligible members of the team in the team's order, and a [`MemberId`] everywhere in a rota is
/// a place in that list, not in the team's.
///
/// # Example
///
/// ```
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
/// let limits = Limits { rest: Minutes::hours(11), ..Limits::default() };
/// let facts = Facts::new(vec![day(0), day(1)], vec![person("Ana", 60), person("Bo", 90)], 1, limits);
/// let (ana, bo) = (MemberId::new(0), MemberId::new(1));
/// let [first, second] = [0, 1].map(|shift| Duty { shift, tier: 0 });
/// assert_eq!(facts.people()[bo].name, "Bo");
/// assert_eq!(facts.burden(first, bo), Some(RateMinutes(180)), "double in tier 1");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    shifts: Vec<Shift>,
    lengths: Vec<Minutes>,
    people: Vec<Person>,
    tiers: usize,
    limits: Limits,
    priority: Priority,
    /// By the duty's place: who holds it whatever else happens.
    pins: Vec<Option<MemberId>>,
    /// The places of the duties with a pin.
    pinned_places: Vec<usize>,
    /// By the duty's place: whether nobody can take it, for it is over.
    closed: Vec<bool>,
    /// By the duty's place.
    before: Vec<Before>,
}

impl Facts {
    /// A rota of `shifts` (sorted by start) in `tiers` tiers among `people`, without pins and without a rota before it.
    pub fn new(shifts: Vec<Shift>, people: Vec<Person>, tiers: usize, limits: Limits) -> Self {
        debug_assert!(shifts.is_sorted_by_key(Shift::start));
        let duties = shifts.len() * tiers;
        Self {
            lengths: shifts.iter().map(Shift::minutes).collect(),
            shifts,
            people,
            tiers,
            limits,
            priority: Priority::default(),
            pins: vec![None; duties],
            pinned_places: Vec::new(),
            closed: vec![false; duties],
            before: vec![Before::Unknown; duties],
        }
    }

    /// The same with another order of comparison.
    #[must_use]
    pub fn with_priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }

    /// Fixes who holds `duty`.
    pub fn pin(&mut self, duty: Duty, person: MemberId) {
        let place = self.place(duty);
        if self.pins[place].replace(person).is_none() {
            self.pinned_places.push(place);
        }
    }

    /// Leaves `duty` to nobody.
    pub fn close(&mut self, duty: Duty) {
        let place = self.place(duty);
        self.closed[place] = true;
    }

    /// Whether nobody can take `duty`.
    pub fn is_closed(&self, duty: Duty) -> bool {
        self.closed[self.place(duty)]
    }

    /// What `person` pays for `shift`, though they may be away.
    pub fn allow(&mut self, shift: usize, person: MemberId, cost: RateMinutes) {
        self.people[person].costs[shift].get_or_insert(cost);
    }

    /// Says who held `duty` in the rota that was published.
    pub fn published(&mut self, duty: Duty, before: Before) {
        let place = self.place(duty);
        self.before[place] = before;
    }

    /// The shifts in time order.
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }

    /// The eligible people, in the team's order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Everybody, by their place among the people.
    pub fn members(&self) -> impl DoubleEndedIterator<Item = MemberId> + ExactSizeIterator + Clone + use<> {
        MemberId::all(self.people.len())
    }

    /// How many people a shift has.
    pub fn tiers(&self) -> usize {
        self.tiers
    }

    /// The limits.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// What is compared first.
    pub fn priority(&self) -> Priority {
        self.priority
    }

    /// How long the holder of `shift` is on duty.
    pub fn length(&self, shift: usize) -> Minutes {
        self.lengths[shift]
    }

    /// Every duty, shift by shift.
    pub fn duties(&self) -> impl Iterator<Item = Duty> + use<> {
        let tiers = self.tiers;
        (0..self.shifts.len()).flat_map(move |shift| (0..tiers).map(move |tier| Duty { shift, tier }))
    }

    /// The duties of one shift, the primary's first.
    pub fn duties_of(&self, shift: usize) -> impl Iterator<Item = Duty> + use<> {
        (0..self.tiers).map(move |tier| Duty { shift, tier })
    }

    /// How many duties there are.
    pub fn duty_count(&self) -> usize {
        self.pins.len()
    }

    /// The place of `duty` among all duties.
    pub fn place(&self, duty: Duty) -> usize {
        duty.shift * self.tiers + duty.tier
    }

    /// The duty at `place` among all duties.
    pub fn duty(&self, place: usize) -> Duty {
        Duty { shift: place / self.tiers, tier: place % self.tiers }
    }

    /// Who holds `duty` whatever else happens.
    pub fn pinned(&self, duty: Duty) -> Option<MemberId> {
        self.pins[self.place(duty)]
    }

    /// The duties that are pinned to `person`.
    pub fn pins_of(&self, person: MemberId) -> impl Iterator<Item = Duty> {
        self.pinned_places.iter().filter(move |&&place| self.pins[place] == Some(person)).map(|&place| self.duty(place))
    }

    /// Who held `duty` in the rota that was published before.
    pub fn before(&self, duty: Duty) -> Before {
        self.before[self.place(duty)]
    }

    /// Whether there is a rota before this one.
    pub fn compares(&self) -> bool {
        self.before.iter().any(|before| *before != Before::Unknown)
    }

    /// Whether giving `duty` to `holder` differs from what was published.
    pub fn changes(&self, duty: Duty, holder: Option<MemberId>) -> bool {
        match self.before(duty) {
            Before::Unknown => false,
            Before::Nobody => holder.is_some(),
            Before::Other => true,
            Before::Person(person) => holder != Some(person),
        }
    }

    /// A shift's burden counts double in tier 1 and once in the others.
    pub fn weight(tier: usize) -> i64 {
        if tier == 0 { 2 } else { 1 }
    }

    /// What `duty` costs `person`, weighted by tier; none when they are away.
    pub fn burden(&self, duty: Duty, person: MemberId) -> Option<RateMinutes> {
        self.people[person].costs[duty.shift].map(|cost| cost * Self::weight(duty.tier))
    }
}
