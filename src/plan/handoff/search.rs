//! The exact search for the best chain.
//!
//! What a chain is compared by is a sum over its legs and handoffs, and between two breakpoints (minutes of the day at which some level
//! changes) it is linear in where a leg starts or ends, so that some best chain has all its ends on breakpoints. A walk
//! along the day therefore finds it: at each breakpoint a leg goes on, ends, or is taken over.
//!
//! The walk does not see whether a member holds two legs, which a chain must not have. If the best walk is a chain, it is the
//! best chain, for walks are more than chains. If somebody holds two legs in it, the walk is repeated while it remembers whether these
//! members had their turn, until the best walk is a chain.

use crate::plan::stop::Stop;
use crate::team::MemberId;
use crate::time::{Minutes, TimeOfDay};

use super::chain::Leg;
use super::weeks::Weeks;

/// Members whose turns a walk can remember; each doubles its work.
const MOST_REMEMBERED: usize = 8;

/// A sum of worths as one number that is compared as they are: 56 bits for the burden of a year by the minutes of its seasons, 16 each
/// for legs and for handoffs that are not live, and the rest for what is covered.
type Packed = i128;

const COVERED: Packed = 1 << 88;
const NOT_LIVE: Packed = 1 << 72;
const LEG: Packed = 1 << 56;
const NEVER: Packed = Packed::MIN / 2;

/// The legs of the best chain, and whether it is proven to be; of the best that is known once `stop` is set.
pub(super) fn best_legs(weeks: &Weeks, stop: Option<&Stop>) -> (Vec<Leg>, bool) {
    let is_stopped = || stop.is_some_and(Stop::is_set);
    let tables = Tables::new(weeks);
    let mut remembered: Vec<usize> = Vec::new();
    loop {
        let walk = tables.best_walk(&remembered, is_stopped);
        let twice: Vec<usize> = (0..weeks.members())
            .filter(|&member| walk.iter().filter(|leg| leg.member.index() == member).count() > 1)
            .collect();
        let room = MOST_REMEMBERED - remembered.len();
        if twice.is_empty() || room == 0 || is_stopped() {
            let exact = twice.is_empty() && !is_stopped();
            return (better_of(weeks, without_second_turns(walk), tables.best_single()), exact);
        }
        remembered.extend(twice.into_iter().take(room));
    }
}

fn better_of(weeks: &Weeks, a: Vec<Leg>, b: Vec<Leg>) -> Vec<Leg> {
    if weeks.worth(&b) > weeks.worth(&a) { b } else { a }
}

/// Keeps the longest turn of each member.
fn without_second_turns(mut legs: Vec<Leg>) -> Vec<Leg> {
    legs.sort_by_key(|leg| (leg.member, std::cmp::Reverse(leg.length)));
    legs.dedup_by_key(|leg| leg.member);
    legs.sort_by_key(|leg| leg.start);
    legs
}

fn leg(member: usize, start: i64, length: Minutes) -> Leg {
    let start = TimeOfDay::from_minutes(start.rem_euclid(1440) as u16).expect("below a day");
    Leg { member: MemberId::new(member), start, length }
}

/// What pieces of the day and handoffs are worth.
struct Tables {
    /// Breakpoints; a piece reaches from one to the next, the last one to midnight.
    points: Vec<i64>,
    members: usize,
    /// By piece and member: what holding it is worth.
    pieces: Vec<Vec<Packed>>,
    /// By breakpoint and who takes over: from whom that is live, in the order of the members. Any other handoff is not.
    live: Vec<Vec<Vec<usize>>>,
}

/// How the day begins for a walk.
#[derive(Clone, Copy)]
enum Opening {
    /// Nobody holds at midnight.
    Idle,
    /// This member's leg starts at midnight.
    Starts(usize),
    /// This member's leg of the day before still runs.
    Runs(usize),
}

impl Tables {
    fn new(weeks: &Weeks) -> Self {
        let points = weeks.breakpoints();
        let members = weeks.members();
        let piece = |index: usize, member: usize| {
            let end = points.get(index + 1).copied().unwrap_or(1440);
            let (covered, burden) = weeks.held(MemberId::new(member), points[index], end);
            Packed::from(covered) * COVERED - Packed::from(burden)
        };
        let pieces = (0..points.len()).map(|index| (0..members).map(|member| piece(index, member)).collect()).collect();
        let mut live = vec![vec![Vec::new(); members]; points.len()];
        for from in 0..members {
            for to in 0..from {
                let Some(together) = weeks.together(MemberId::new(from), MemberId::new(to)) else { continue };
                for (index, &at) in points.iter().enumerate() {
                    if weeks.is_live_at(&together, at) {
                        live[index][from].push(to);
                        live[index][to].push(from);
                    }
                }
            }
        }
        live.iter_mut().flatten().for_each(|givers: &mut Vec<usize>| givers.sort_unstable());
        Self { points, members, pieces, live }
    }

    /// The best chain of a single leg, which has no handoffs; no leg at all when nothing can be covered.
    fn best_single(&self) -> Vec<Leg> {
        let end_of = |index: usize| self.points.get(index + 1).copied().unwrap_or(1440);
        let mut best: (Packed, Option<Leg>) = (0, None);
        for member in 0..self.members {
            for (first, &start) in self.points.iter().enumerate() {
                let tonight = (first..self.points.len()).map(|index| (index, 0));
                let mut worth = -LEG;
                for (index, day) in tonight.chain((0..first).map(|index| (index, 1440))) {
                    worth += self.pieces[index][member];
                    if worth > best.0 {
                        best = (worth, Some(leg(member, start, Minutes(end_of(index) + day - start))));
                    }
                }
            }
        }
        best.1.into_iter().collect()
    }

    /// What a handoff costs.
    fn handoff(&self, point: usize, from: usize, to: usize) -> Packed {
        if self.live[point][to].contains(&from) { 0 } else { NOT_LIVE }
    }

    /// The legs of the best walk in which no remembered member has two turns; of those of the openings that were tried before a stop.
    fn best_walk(&self, remembered: &[usize], is_stopped: impl Fn() -> bool) -> Vec<Leg> {
        let openings = (0..self.members).flat_map(|m| [Opening::Starts(m), Opening::Runs(m)]);
        let openings = openings.take_while(|_| !is_stopped());
        let walks = [Opening::Idle].into_iter().chain(openings).map(|opening| Walk::new(self, remembered, opening));
        walks.reduce(|best, next| if next.worth > best.worth { next } else { best }).map_or_else(Vec::new, |w| w.legs)
    }
}

/// The best walk of one opening.
struct Walk {
    worth: Packed,
    legs: Vec<Leg>,
}

/// What a walk knows at a breakpoint: who holds, and which of the remembered members had their turn.
#[derive(Clone, Copy)]
struct State {
    holder: usize,
    turns: usize,
}

/// Those who hold before a breakpoint, after some turns: all but the leg that runs on tomorrow.
struct Givers<'v> {
    /// What the walk is worth, by holder.
    worth: &'v [Packed],
    /// The best two; of equals the first.
    best: [Option<(Packed, usize)>; 2],
}

impl Givers<'_> {
    /// The best of them but one.
    fn best(&self, barred: Option<usize>) -> Option<(Packed, usize)> {
        self.best.into_iter().flatten().find(|&(_, giver)| Some(giver) != barred)
    }
}

struct Walker<'a> {
    tables: &'a Tables,
    remembered: &'a [usize],
    opening: Opening,
    /// For each breakpoint and state the state before it.
    before: Vec<Vec<State>>,
}

impl Walk {
    fn new(tables: &Tables, remembered: &[usize], opening: Opening) -> Self {
        let mut walker = Walker { tables, remembered, opening, before: Vec::new() };
        let mut values = walker.first();
        for point in 0..tables.points.len() {
            if point > 0 {
                values = walker.choose(point, &values);
            }
            for (index, value) in values.iter_mut().enumerate().filter(|(_, value)| **value > NEVER) {
                *value += walker.piece(point, walker.state(index).holder);
            }
        }
        walker.close(&values)
    }
}

impl Walker<'_> {
    // Holders: the members with a leg of this day, nobody, the opening's member with yesterday's leg, and the same member
    // with the leg that will run on tomorrow.
    fn idle(&self) -> usize {
        self.tables.members
    }
    fn head(&self) -> usize {
        self.tables.members + 1
    }
    fn tail(&self) -> usize {
        self.tables.members + 2
    }
    fn holders(&self) -> usize {
        self.tables.members + 3
    }
    fn index(&self, state: State) -> usize {
        state.turns * self.holders() + state.holder
    }
    fn state(&self, index: usize) -> State {
        State { holder: index % self.holders(), turns: index / self.holders() }
    }
    fn size(&self) -> usize {
        self.holders() << self.remembered.len()
    }

    /// The member behind a holder.
    fn member(&self, holder: usize) -> Option<usize> {
        match self.opening {
            _ if holder < self.tables.members => Some(holder),
            Opening::Runs(member) if holder > self.idle() => Some(member),
            _ => None,
        }
    }

    /// The turns after `member` begins one; nothing when they had theirs.
    fn taking_turn(&self, member: usize, turns: usize) -> Option<usize> {
        match self.remembered.iter().position(|&other| other == member) {
            Some(bit) if turns & (1 << bit) != 0 => None,
            Some(bit) => Some(turns + (1 << bit)),
            None => Some(turns),
        }
    }

    fn first(&self) -> Vec<Packed> {
        let mut values = vec![NEVER; self.size()];
        let (holder, turns, worth) = match self.opening {
            Opening::Idle => (self.idle(), Some(0), 0),
            Opening::Starts(member) => (member, self.taking_turn(member, 0), -LEG),
            Opening::Runs(_) => (self.head(), Some(0), 0),
        };
        if let Some(turns) = turns {
            values[self.index(State { holder, turns })] = worth;
        }
        values
    }

    fn piece(&self, point: usize, holder: usize) -> Packed {
        self.member(holder).map_or(0, |member| self.tables.pieces[point][member])
    }

    /// At a breakpoint a leg goes on, ends, or is taken over: from the giver with the best walk, or from the best of those from whom it is
    /// live. Of equals the first one gives.
    fn choose(&mut self, point: usize, arrived: &[Packed]) -> Vec<Packed> {
        let mut values = arrived.to_vec();
        let mut before: Vec<State> = (0..arrived.len()).map(|index| self.state(index)).collect();
        for turns in 0..1 << self.remembered.len() {
            let givers = self.givers(turns, arrived);
            let Some(best) = givers.best(None) else { continue };
            let mut offer = |to: State, (worth, giver): (Packed, usize)| {
                let index = self.index(to);
                if worth > values[index] {
                    values[index] = worth;
                    before[index] = State { holder: giver, turns };
                }
            };
            offer(State { holder: self.idle(), turns }, best);
            for holder in (0..self.tables.members).chain([self.tail()]) {
                let Some(taking) = self.taking_over(holder, turns) else { continue };
                if let Some((worth, giver)) = self.best_giver(point, holder, &givers) {
                    offer(State { holder, turns: taking }, (worth - LEG, giver));
                }
            }
        }
        self.before.push(before);
        values
    }

    /// The turns after somebody takes over as `holder`; nothing when they cannot.
    fn taking_over(&self, holder: usize, turns: usize) -> Option<usize> {
        let member = self.member(holder)?;
        let again = matches!(self.opening, Opening::Runs(own) if own == member) && holder != self.tail();
        if again { None } else { self.taking_turn(member, turns) }
    }

    /// Who hands over to `holder` at best, and what the walk is worth then.
    fn best_giver(&self, point: usize, holder: usize, givers: &Givers) -> Option<(Packed, usize)> {
        let member = self.member(holder)?;
        // Whose leg runs on tomorrow does not take over from their own of yesterday.
        let barred = if holder == self.tail() { self.head() } else { holder };
        let any = givers.best(Some(barred)).map(|(worth, giver)| (worth - NOT_LIVE, giver));
        let head = matches!(self.opening, Opening::Runs(own) if self.tables.live[point][member].contains(&own));
        let of_members = self.tables.live[point][member].iter().copied();
        let live = of_members.chain(head.then(|| self.head())).filter(|&giver| giver != barred);
        let live = live.map(|giver| (givers.worth[giver], giver)).filter(|(worth, _)| *worth > NEVER);
        live.chain(any).reduce(|best, next| {
            let is_better = next.0 > best.0 || next.0 == best.0 && next.1 < best.1;
            if is_better { next } else { best }
        })
    }

    /// Who may hand over after some turns.
    fn givers<'v>(&self, turns: usize, arrived: &'v [Packed]) -> Givers<'v> {
        let first = self.index(State { holder: 0, turns });
        let worth = &arrived[first..first + self.tail()];
        let mut best: [Option<(Packed, usize)>; 2] = [None, None];
        for (giver, &worth) in worth.iter().enumerate().filter(|(_, worth)| **worth > NEVER) {
            let is_better = |known: Option<(Packed, usize)>| known.is_none_or(|known| worth > known.0);
            if is_better(best[0]) {
                best = [Some((worth, giver)), best[0]];
            } else if is_better(best[1]) {
                best[1] = Some((worth, giver));
            }
        }
        Givers { worth, best }
    }

    /// The best end of the day, with the handoff over midnight.
    fn close(&self, values: &[Packed]) -> Walk {
        let ends = values.iter().enumerate().filter(|(_, worth)| **worth > NEVER).filter_map(|(index, &worth)| {
            let last = self.state(index);
            let closing = match (self.opening, self.member(last.holder)) {
                // Every leg pays for its own handoff when it starts; only one that starts at midnight still has to.
                (Opening::Idle, _) => 0,
                (Opening::Runs(_), _) => (last.holder == self.tail()).then_some(0)?,
                (Opening::Starts(first), Some(member)) if first == member => return None,
                (Opening::Starts(first), Some(member)) => self.tables.handoff(0, member, first),
                _ => NOT_LIVE,
            };
            Some((worth - closing, last))
        });
        match ends.max_by_key(|end| end.0) {
            Some((worth, last)) => Walk { worth, legs: self.legs(last) },
            None => Walk { worth: NEVER, legs: Vec::new() },
        }
    }

    /// The legs of the walk that ended in `last`.
    fn legs(&self, last: State) -> Vec<Leg> {
        let mut holders = vec![last.holder];
        let mut state = last;
        for before in self.before.iter().rev() {
            state = before[self.index(state)];
            holders.push(state.holder);
        }
        holders.reverse();
        let point = |index: usize| self.tables.points.get(index).copied().unwrap_or(1440);
        let mut legs = Vec::new();
        let mut head_end = 0;
        let mut index = 0;
        for run in holders.chunk_by(|a, b| a == b) {
            let (start, end) = (point(index), point(index + run.len()));
            index += run.len();
            match (self.member(run[0]), run[0]) {
                (Some(_), holder) if holder == self.head() => head_end = end,
                (Some(member), holder) if holder == self.tail() => {
                    legs.push(leg(member, start, Minutes(end + head_end - start)));
                }
                (Some(member), _) => legs.push(leg(member, start, Minutes(end - start))),
                (None, _) => {}
            }
        }
        legs
    }
}
