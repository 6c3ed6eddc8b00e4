//! As few unfilled duties as can be, by negotiation: everybody in turn takes the most that the limits let them hold, and duties that too
//! many want grow dearer until they share.
//!
//! A single move hardly ever helps where people are few: all of somebody's free days have to shift at once. Here each person's
//! whole rota is found anew, exactly, by [`Walks`].

use super::random::Random;
use crate::availability::RateMinutes;
use crate::plan::rota::construct::fill;
use crate::plan::rota::facts::Before;
use crate::plan::rota::objective::Load;
use crate::plan::rota::problem::Problem;
use crate::plan::rota::shift::Duty;
use crate::plan::rota::state::State;
use crate::plan::rota::walks::{Scratch, Walks};
use crate::team::MemberId;

/// What it is worth to fill a duty.
const WORTH: i64 = 1_000_000;
/// What a pin is worth: more than everything else.
const PINNED: i64 = WORTH * 100_000;
/// By so much prices differ for no reason, so that equal ways are not always taken alike.
const NOISE: usize = 20_000;
/// Of two equal ways the one with more of what was published is taken.
const KNOWN: i64 = 50_000;

/// The tiers of one shift that the same people may hold.
#[derive(Debug)]
struct Seat {
    duties: Vec<Duty>,
    /// How many have taken it.
    taken: i64,
    /// What it costs because too many wanted it before.
    history: i64,
}

impl Seat {
    fn mean_burden(&self, problem: &Problem, person: MemberId) -> i64 {
        let all: i64 = self.duties.iter().filter_map(|&duty| problem.burden(duty, person)).map(|burden| burden.0).sum();
        all / self.duties.len() as i64
    }

    fn crowd(&self) -> i64 {
        (self.taken - self.duties.len() as i64).max(0)
    }
}

/// By person: the shifts that they have taken, with the seat in each.
type Held = Vec<Vec<(usize, usize)>>;

/// A negotiation under way.
pub struct Negotiation<'a, 'w> {
    problem: &'a Problem,
    walks: &'w Walks,
    random: Random,
    /// By shift.
    seats: Vec<Vec<Seat>>,
    /// By person and shift: which seats they may take, as the best of them is priced.
    prices: Vec<Option<i64>>,
    choices: Vec<usize>,
    /// By person: shifts with the seat in them.
    held: Held,
    /// What one more costs where there are enough.
    crowding: i64,
    noise: usize,
    /// By person: what a rate-minute costs, in 1024ths; 0 while only the gap counts.
    weights: Vec<i64>,
    scratch: Scratch,
    taken: Vec<usize>,
}

impl<'a, 'w> Negotiation<'a, 'w> {
    /// Nobody has taken anything. `walks` is exact.
    pub fn new(problem: &'a Problem, walks: &'w Walks, random: Random) -> Self {
        let shifts = problem.shifts().len();
        Self {
            problem,
            walks,
            random,
            seats: (0..shifts).map(|shift| seats(problem, shift)).collect(),
            prices: vec![None; shifts],
            choices: vec![0; shifts],
            held: vec![Vec::new(); problem.people().len()],
            crowding: WORTH / 20,
            noise: NOISE,
            weights: vec![0; problem.people().len()],
            scratch: Scratch::default(),
            taken: Vec::new(),
        }
    }

    /// Negotiates until no more than `enough` duties are unfilled, or for so many `rounds`. The fullest rota found.
    pub fn run(&mut self, enough: usize, rounds: u64, should_stop: &mut dyn FnMut() -> bool) -> State<'a> {
        let mut best: Option<(usize, Held)> = None;
        for round in 1..=rounds {
            for person in self.problem.members() {
                self.take_anew(person);
            }
            let gap = self.settle();
            if best.as_ref().is_none_or(|&(least, _)| gap < least) {
                best = Some((gap, self.held.clone()));
            }
            if gap <= enough || should_stop() {
                break;
            }
            if round % 20 == 0 {
                self.crowding = (self.crowding + WORTH / 100).min(WORTH + WORTH / 5);
            }
        }
        if let Some((gap, held)) = best {
            self.held = held;
            self.share(gap, rounds / 2, should_stop);
        }
        self.state()
    }

    /// Goes on with a look at burdens: of equally full ways everybody takes the lightest, the more so the more they hold. Ends with
    /// the fairest rota that is as full.
    fn share(&mut self, gap: usize, rounds: u64, should_stop: &mut dyn FnMut() -> bool) {
        let mut best: Option<(Load, Held)> = None;
        self.count();
        let loads: Vec<i64> = self.problem.members().map(|person| self.burden(person).0).collect();
        let mean = (loads.iter().sum::<i64>() / loads.len().max(1) as i64).max(1);
        let even = (1024 * WORTH / (8 * mean)).max(1);
        self.noise = NOISE / 50;
        self.weights.fill(even);
        for _ in 0..rounds {
            for person in self.problem.members() {
                self.take_anew(person);
            }
            let worst = self.problem.members().map(|person| self.load(person)).max().unwrap_or(Load::ZERO);
            if self.settle() <= gap && best.as_ref().is_none_or(|&(least, _)| worst < least) {
                best = Some((worst, self.held.clone()));
            }
            for person in self.problem.members() {
                let off = (self.load(person).points().0 / worst.points().0.max(1.0) * 1024.0) as i64;
                let weight = &mut self.weights[person];
                *weight = (*weight * (1024 + (off - 900) / 8) / 1024).clamp(even / 8, even * 4);
            }
            if should_stop() {
                break;
            }
        }
        if let Some((_, held)) = best {
            self.held = held;
        }
    }

    /// Counts anew who has taken what.
    fn count(&mut self) {
        self.seats.iter_mut().flatten().for_each(|seat| seat.taken = 0);
        for &(shift, seat) in self.held.iter().flatten() {
            self.seats[shift][seat].taken += 1;
        }
    }

    /// What `person` carries and has taken: in a seat for several tiers the mean of them.
    fn burden(&self, person: MemberId) -> RateMinutes {
        let held =
            self.held[person].iter().map(|&(shift, seat)| self.seats[shift][seat].mean_burden(self.problem, person));
        self.problem.people()[person].carried + RateMinutes(held.sum())
    }

    fn load(&self, person: MemberId) -> Load {
        Load { burden: self.burden(person), capacity: self.problem.people()[person].capacity }
    }

    /// `person` gives back all and takes what is best for them at today's prices.
    fn take_anew(&mut self, person: MemberId) {
        for &(shift, seat) in &self.held[person] {
            self.seats[shift][seat].taken -= 1;
        }
        for shift in 0..self.seats.len() {
            let noise = self.random.below(self.noise) as i64;
            let open =
                self.seats[shift].iter().enumerate().filter(|(_, seat)| self.problem.is_open(seat.duties[0], person));
            let priced = open.map(|(at, seat)| (self.price(seat, person) + noise, at)).min();
            self.prices[shift] = priced.map(|(price, _)| price);
            self.choices[shift] = priced.map_or(0, |(_, at)| at);
        }
        self.walks.cheapest(&self.prices, &mut self.scratch, &mut self.taken);
        self.held[person].clear();
        for &shift in &self.taken {
            let seat = self.choices[shift];
            self.seats[shift][seat].taken += 1;
            self.held[person].push((shift, seat));
        }
    }

    fn price(&self, seat: &Seat, person: MemberId) -> i64 {
        let problem = self.problem;
        if seat.duties.iter().any(|&duty| problem.pinned(duty) == Some(person)) {
            return -PINNED;
        }
        let more = i64::from(seat.taken >= seat.duties.len() as i64) * (1 + seat.crowd());
        let second = problem.priority().change_second;
        let known = second && seat.duties.iter().any(|&duty| problem.before(duty) == Before::Person(person));
        let burden =
            if self.weights[person] > 0 { seat.mean_burden(problem, person) * self.weights[person] / 1024 } else { 0 };
        burden + seat.history + more * self.crowding - WORTH - if known { KNOWN } else { 0 }
    }

    /// Makes crowded seats dearer for good and others slowly cheaper. How many duties would be unfilled.
    fn settle(&mut self) -> usize {
        let mut gap = 0;
        for seat in self.seats.iter_mut().flatten() {
            let crowd = seat.crowd();
            gap += seat.duties.len() as i64 - (seat.taken - crowd);
            let change = if crowd > 0 { crowd * WORTH / 12 } else { -(WORTH / 160) };
            seat.history = (seat.history + change).clamp(0, WORTH - WORTH / 10);
        }
        gap as usize
    }

    /// The rota that was negotiated; where too many want the same, the later ones go without.
    fn state(&self) -> State<'a> {
        let mut state = State::new(self.problem);
        for known in [true, false] {
            for person in self.problem.members() {
                for &(shift, seat) in &self.held[person] {
                    let mut duties = self.seats[shift][seat].duties.iter().copied();
                    let fits = |&duty: &Duty| {
                        let was_theirs = self.problem.before(duty) == Before::Person(person);
                        (was_theirs || !known) && state.holder(duty).is_none() && state.can_hold(person, duty)
                    };
                    if let Some(duty) = duties.find(fits) {
                        state.give(duty, person);
                    }
                }
            }
        }
        fill(&mut state);
        state
    }
}

/// The tiers of `shift`, those together that the same people may hold.
fn seats(problem: &Problem, shift: usize) -> Vec<Seat> {
    let mut seats: Vec<Seat> = Vec::new();
    for duty in problem.duties_of(shift) {
        match seats
            .iter_mut()
            .find(|seat| problem.open(seat.duties[0]).eq(problem.open(duty)) && problem.pinned(duty).is_none())
        {
            Some(seat) => seat.duties.push(duty),
            None => seats.push(Seat { duties: vec![duty], taken: 0, history: 0 }),
        }
    }
    seats
}
