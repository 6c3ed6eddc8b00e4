//! A rota as integers: shifts, people, what each shift costs each of them, and the limits. Knows no calendar.

use crate::availability::RateMinutes;
use crate::team::{Capacity, Order};
use crate::time::{Instant, Minutes, Span, Spans};

/// The window of `max_shifts_per_7_days`: 168 hours, from any instant.
pub const SEVEN_DAYS: Minutes = Minutes::WEEK;

/// What one person holds at a time: a plain shift is one piece, a block seven daily ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The pieces in time order; never empty.
    pub pieces: Vec<Span>,
    /// The calendar week in which the first piece starts, counted on by one from Monday to Monday of the anchor zone.
    pub week: i64,
}

impl Shift {
    /// When the first piece starts: this is when the shift starts.
    pub fn start(&self) -> Instant {
        self.pieces[0].start
    }

    /// When the last piece ends.
    pub fn end(&self) -> Instant {
        self.pieces[self.pieces.len() - 1].end
    }

    /// How long its holder is on duty.
    pub fn minutes(&self) -> Minutes {
        self.pieces.iter().map(|piece| piece.minutes()).sum()
    }

    /// The pieces, with those that touch as one stretch of duty.
    pub fn stretches(&self) -> Spans {
        self.pieces.iter().copied().collect()
    }
}

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

/// The caps that a rota writes down.
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

/// One tier of one shift: what a person holds or nobody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duty {
    /// The shift's place in time order.
    pub shift: usize,
    /// The tier, 0 for the primary.
    pub tier: usize,
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
    Person(usize),
}

/// A rota that is to be planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    shifts: Vec<Shift>,
    lengths: Vec<Minutes>,
    people: Vec<Person>,
    tiers: usize,
    limits: Limits,
    priority: Priority,
    /// By duty: who holds it whatever else happens.
    pins: Vec<Option<usize>>,
    /// The places with a pin.
    pinned_places: Vec<usize>,
    /// By duty: whether nobody can take it, for it is over.
    closed: Vec<bool>,
    /// By duty.
    before: Vec<Before>,
    /// By shift: the shifts that nobody can hold beside it for lack of rest, in time order.
    restless: Vec<Vec<usize>>,
    /// By shift: whether its own pieces leave the rest that is asked for and no cap is zero.
    holdable: Vec<bool>,
}

impl Problem {
    /// A rota of `shifts` (sorted by start) in `tiers` tiers among `people`, without pins and without a rota before it.
    pub fn new(shifts: Vec<Shift>, people: Vec<Person>, tiers: usize, limits: Limits) -> Self {
        debug_assert!(shifts.is_sorted_by_key(Shift::start));
        let duties = shifts.len() * tiers;
        let restless = restless(&shifts, limits.rest);
        let capped = [limits.max_shifts_per_7_days, limits.max_weeks_in_a_row].contains(&Some(0));
        let rests = |shift: &Shift| rests_within(shift, limits.rest);
        let holdable = shifts.iter().map(|shift| !capped && rests(shift)).collect();
        let (pins, before) = (vec![None; duties], vec![Before::Unknown; duties]);
        let priority = Priority::default();
        let lengths = shifts.iter().map(Shift::minutes).collect();
        let (pinned_places, closed) = (Vec::new(), vec![false; duties]);
        Self {
            shifts,
            lengths,
            people,
            tiers,
            limits,
            priority,
            pins,
            pinned_places,
            closed,
            before,
            restless,
            holdable,
        }
    }

    /// The same with another order of comparison.
    #[must_use]
    pub fn with_priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }

    /// Fixes who holds `duty`.
    pub fn pin(&mut self, duty: Duty, person: usize) {
        let at = self.place(duty);
        if self.pins[at].replace(person).is_none() {
            self.pinned_places.push(at);
        }
    }

    /// Leaves `duty` to nobody.
    pub fn close(&mut self, duty: Duty) {
        let at = self.place(duty);
        self.closed[at] = true;
    }

    /// Whether nobody can take `duty`.
    pub fn is_closed(&self, duty: Duty) -> bool {
        self.closed[self.place(duty)]
    }

    /// What `person` pays for `shift`, though they may be away.
    pub fn allow(&mut self, shift: usize, person: usize, cost: RateMinutes) {
        self.people[person].costs[shift].get_or_insert(cost);
    }

    /// Says who held `duty` in the rota that was published.
    pub fn published(&mut self, duty: Duty, before: Before) {
        let at = self.place(duty);
        self.before[at] = before;
    }

    /// The shifts in time order.
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }

    /// The eligible people, in the team's order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// How many people a shift has.
    pub fn tiers(&self) -> usize {
        self.tiers
    }

    /// The caps.
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

    /// The place of `duty` among all duties.
    pub fn place(&self, duty: Duty) -> usize {
        duty.shift * self.tiers + duty.tier
    }

    /// The duty at `place` among all duties.
    pub fn duty(&self, place: usize) -> Duty {
        Duty { shift: place / self.tiers, tier: place % self.tiers }
    }

    /// Who holds `duty` whatever else happens.
    pub fn pinned(&self, duty: Duty) -> Option<usize> {
        self.pins[self.place(duty)]
    }

    /// The duties that are pinned to `person`.
    pub fn pins_of(&self, person: usize) -> impl Iterator<Item = Duty> {
        self.pinned_places.iter().filter(move |&&at| self.pins[at] == Some(person)).map(|&at| self.duty(at))
    }

    /// Who held `duty` in the rota that was published before.
    pub fn before(&self, duty: Duty) -> Before {
        self.before[self.place(duty)]
    }

    /// Whether giving `duty` to `holder` differs from what was published.
    pub fn changes(&self, duty: Duty, holder: Option<usize>) -> bool {
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
    pub fn burden(&self, duty: Duty, person: usize) -> Option<RateMinutes> {
        self.people[person].costs[duty.shift].map(|cost| cost * Self::weight(duty.tier))
    }

    /// Whether `person` could hold `duty` if they held nothing else: eligible, not away, not pinned to somebody else.
    pub fn is_open(&self, duty: Duty, person: usize) -> bool {
        let who = &self.people[person];
        self.holdable[duty.shift]
            && !self.is_closed(duty)
            && who.tiers[duty.tier]
            && who.costs[duty.shift].is_some()
            && self.pinned(duty).is_none_or(|pinned| pinned == person)
    }

    /// The shifts that nobody can hold beside `shift` for lack of rest, in time order.
    pub fn restless(&self, shift: usize) -> &[usize] {
        &self.restless[shift]
    }

    /// Whether no limit lets one person hold both of two shifts, by looking at these two alone.
    pub fn exclude_each_other(&self, a: usize, b: usize) -> bool {
        let (first, second) = (&self.shifts[a.min(b)], &self.shifts[a.max(b)]);
        self.restless[a].binary_search(&b).is_ok()
            || (self.limits.max_weeks_in_a_row == Some(1) && second.week - first.week == 1)
            || (self.limits.max_shifts_per_7_days == Some(1) && second.start() - first.start() < SEVEN_DAYS)
    }
}

/// Whether the stretches of one shift leave `rest` between them.
fn rests_within(shift: &Shift, rest: Minutes) -> bool {
    shift.stretches().as_slice().windows(2).all(|pair| pair[1].start - pair[0].end >= rest)
}

/// For each shift those that leave less than `rest` between a piece of one and a piece of the other.
fn restless(shifts: &[Shift], rest: Minutes) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); shifts.len()];
    let near = |a: Span, b: Span| a.start < b.end + rest && b.start < a.end + rest;
    for (i, first) in shifts.iter().enumerate() {
        let reach = first.end() + rest;
        for (j, second) in shifts.iter().enumerate().skip(i + 1).take_while(|(_, shift)| shift.start() < reach) {
            if first.pieces.iter().any(|&a| second.pieces.iter().any(|&b| near(a, b))) {
                found[i].push(j);
                found[j].push(i);
            }
        }
    }
    for list in &mut found {
        list.sort_unstable();
    }
    found
}

/// Who holds what: an answer, good or bad, to a [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// By the duty's place.
    holders: Vec<Option<usize>>,
    tiers: usize,
}

impl Roster {
    /// Nobody holds anything.
    pub fn empty(problem: &Problem) -> Self {
        Self { holders: vec![None; problem.shifts.len() * problem.tiers], tiers: problem.tiers }
    }

    /// Who holds `duty`.
    pub fn holder(&self, duty: Duty) -> Option<usize> {
        self.holders[duty.shift * self.tiers + duty.tier]
    }

    /// Gives `duty` to `holder`, or to nobody.
    pub fn set(&mut self, duty: Duty, holder: Option<usize>) {
        self.holders[duty.shift * self.tiers + duty.tier] = holder;
    }

    /// Everybody's duties in time order, by person.
    pub fn by_person(&self, problem: &Problem) -> Vec<Vec<Duty>> {
        let mut held = vec![Vec::new(); problem.people.len()];
        for duty in problem.duties() {
            if let Some(person) = self.holder(duty) {
                held[person].push(duty);
            }
        }
        held
    }

    /// The duties that nobody holds.
    pub fn unfilled(&self, problem: &Problem) -> Vec<Duty> {
        problem.duties().filter(|&duty| self.holder(duty).is_none()).collect()
    }
}
