//! A rota that is to be planned: its facts, the rules that hold, and what the rules' shapes come to, as tables for the search.

use std::ops::Deref;

use super::facts::{Facts, Priority};
use super::rule::{Cap, RULES, Rule, Shape};
use super::shift::Duty;
use crate::team::MemberId;

/// A rota that is to be planned. It reads as its [`Facts`], which cannot be changed any more.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::problem::Problem;
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
/// let mut facts = Facts::new(vec![day(0), day(1)], vec![person("Ana", 60), person("Bo", 90)], 1, limits);
/// # let (ana, bo) = (MemberId::new(0), MemberId::new(1));
/// # let [first, second] = [0, 1].map(|shift| Duty { shift, tier: 0 });
/// facts.pin(second, bo);
/// let problem = Problem::new(facts);
/// assert!(problem.is_open(first, ana) && !problem.is_open(second, ana));
/// assert_eq!(problem.excluded(0), [1], "too little rest for one person to hold both");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    facts: Facts,
    rules: Vec<&'static Rule>,
    /// By person and the duty's place: whether they could hold it if they held nothing else.
    open: Vec<bool>,
    /// By shift: what one person cannot hold beside it. The other tiers of the shift itself come first, then others in time order.
    conflicts: Vec<Vec<Conflict>>,
    /// By shift: the other shifts that nobody can hold beside it in any tiers, in time order.
    excluded: Vec<Vec<usize>>,
    caps: Vec<Cap>,
}

/// A shift that one person cannot hold beside another one, in some of their tiers or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The other shift.
    pub shift: usize,
    /// A bit for each pair of tiers that exclude each other.
    tiers: u16,
}

impl Conflict {
    /// Tiers of a shift, and one more so that a bit is left for "none held".
    const WIDTH: usize = 4;

    const fn bit(own: usize, other: usize) -> u16 {
        1 << (own * Self::WIDTH + other + 1)
    }

    /// Whether tier `own` of the one shift cannot be held beside what of the other is held: its tier and one, or 0 for nothing.
    pub fn forbids(self, own: usize, held: u8) -> bool {
        self.tiers >> (own * Self::WIDTH + usize::from(held)) & 1 == 1
    }
}

impl Problem {
    /// The rota of these facts under the usual rules.
    pub fn new(facts: Facts) -> Self {
        Self::under(facts, RULES.to_vec())
    }

    /// The same with one more rule.
    #[must_use]
    pub fn with_rule(self, rule: &'static Rule) -> Self {
        let mut rules = self.rules;
        rules.push(rule);
        Self::under(self.facts, rules)
    }

    /// The same with another order of comparison.
    #[must_use]
    pub fn with_priority(self, priority: Priority) -> Self {
        Self { facts: self.facts.with_priority(priority), ..self }
    }

    fn under(facts: Facts, rules: Vec<&'static Rule>) -> Self {
        let shapes = || rules.iter().flat_map(|rule| rule.shapes);
        let caps: Vec<Cap> = shapes().filter_map(|shape| shape.cap(&facts)).collect();
        let open = open(&facts, &rules, &caps);
        let mut conflicts: Vec<Vec<Conflict>> = vec![Vec::new(); facts.shifts().len()];
        for shape in shapes() {
            add_conflicts(&facts, shape, &mut conflicts);
        }
        let all = (0..facts.tiers()).flat_map(|own| (0..facts.tiers()).map(move |other| Conflict::bit(own, other)));
        let all: u16 = all.sum();
        for (shift, list) in conflicts.iter_mut().enumerate() {
            list.sort_unstable_by_key(|conflict| (conflict.shift != shift, conflict.shift));
        }
        // Never the shift itself: each of its tiers can be held alone.
        let whole = |list: &Vec<Conflict>| {
            list.iter().filter(|conflict| conflict.tiers == all).map(|conflict| conflict.shift).collect()
        };
        let excluded = conflicts.iter().map(whole).collect();
        Self { facts, rules, open, conflicts, excluded, caps }
    }

    /// The rules that hold.
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// Whether `person` could hold `duty` if they held nothing else.
    pub fn is_open(&self, duty: Duty, person: MemberId) -> bool {
        self.open[person.index() * self.facts.duty_count() + self.facts.place(duty)]
    }

    /// Who could hold `duty` if they held nothing else, in the team's order.
    pub fn open(&self, duty: Duty) -> impl Iterator<Item = MemberId> {
        self.facts.members().filter(move |&person| self.is_open(duty, person))
    }

    /// What one person cannot hold beside `shift`. The other tiers of the shift itself come first, then others in time order.
    pub fn conflicts(&self, shift: usize) -> &[Conflict] {
        &self.conflicts[shift]
    }

    /// The other shifts that nobody can hold beside `shift` in any tiers, in time order.
    pub fn excluded(&self, shift: usize) -> &[usize] {
        &self.excluded[shift]
    }

    /// How many shifts one person may hold within what.
    pub fn caps(&self) -> &[Cap] {
        &self.caps
    }

    /// Whether no rule lets one person hold both of two shifts, by looking at these two alone.
    pub fn exclude_each_other(&self, a: usize, b: usize) -> bool {
        let (first, second) = (&self.shifts()[a.min(b)], &self.shifts()[a.max(b)]);
        self.excluded[a].binary_search(&b).is_ok()
            || self.caps.iter().any(|cap| cap.most == 1 && cap.within.counts_both(first, second))
    }
}

impl Deref for Problem {
    type Target = Facts;
    fn deref(&self) -> &Facts {
        &self.facts
    }
}

/// By person and the duty's place, whether no rule forbids it by itself.
fn open(facts: &Facts, rules: &[&'static Rule], caps: &[Cap]) -> Vec<bool> {
    if caps.iter().any(|cap| cap.most == 0) {
        return vec![false; facts.people().len() * facts.duty_count()];
    }
    let forbids: Vec<_> = rules.iter().flat_map(|rule| rule.shapes).filter_map(Shape::forbids).collect();
    let is_open = |person, duty| !forbids.iter().any(|forbids| forbids(facts, duty, person));
    facts
        .members()
        .flat_map(|person| facts.duties().map(move |duty| (person, duty)))
        .map(|(person, duty)| is_open(person, duty))
        .collect()
}

/// Books the pairs of duties that a shape says exclude each other.
fn add_conflicts(facts: &Facts, shape: &Shape, conflicts: &mut [Vec<Conflict>]) {
    let &Shape::Pairwise { reach, excludes } = shape else { return };
    let (shifts, reach) = (facts.shifts(), reach(facts));
    for (first, shift) in shifts.iter().enumerate() {
        let end = shift.end() + reach;
        for second in (first..shifts.len()).take_while(|&second| shifts[second].start() < end) {
            for (a, b) in facts.duties_of(first).flat_map(|a| facts.duties_of(second).map(move |b| (a, b))) {
                if a < b && excludes(facts, a, b) {
                    book(&mut conflicts[first], second, Conflict::bit(a.tier, b.tier));
                    book(&mut conflicts[second], first, Conflict::bit(b.tier, a.tier));
                }
            }
        }
    }
}

fn book(list: &mut Vec<Conflict>, shift: usize, tiers: u16) {
    match list.iter_mut().rev().find(|conflict| conflict.shift == shift) {
        Some(conflict) => conflict.tiers |= tiers,
        None => list.push(Conflict { shift, tiers }),
    }
}
