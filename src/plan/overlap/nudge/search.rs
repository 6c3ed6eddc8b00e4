//! One choice for each member, so that enough of them are there for long enough in every season, at the smallest cost.
//!
//! Branch and bound: with a budget of cost, each member's choices are those that it can still pay for. Where even all of them together
//! are not enough, or one choice is not enough with all the others', it goes; what each of the others must cost at least leaves less to
//! each one. What remains is tried choice by choice, cheapest first.

/// One way to set a member's hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it costs.
    pub cost: u64,
    /// The cells in which the member is there, season after season, each in words of its own.
    pub set: Vec<u64>,
}

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// How many members must be there.
    pub at_least: usize,
    /// For how many cells of every season.
    pub needed: u32,
    /// How many seasons there are.
    pub seasons: usize,
}

/// A choice for every member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place of each member's choice among theirs.
    pub choices: Vec<usize>,
    /// What all of them cost.
    pub cost: u64,
}

impl Found {
    /// The first choice of each, which costs nothing.
    pub fn nothing(members: usize) -> Self {
        Self { choices: vec![0; members], cost: 0 }
    }
}

/// How many words may be looked at before the search is given up: some seconds.
const LIMIT: u64 = 1_500_000_000;

/// A search among the choices of each member, of which each has one or more, the cheapest first.
pub struct Search<'a> {
    members: Vec<&'a [Choice]>,
    /// Members and the next ones who have the same choices.
    twins: Vec<(usize, usize)>,
    /// What the shortest shift costs.
    unit: u64,
    left: u64,
}

/// The choices that are left to each member, as places among theirs.
type Open = Vec<Vec<usize>>;

impl<'a> Search<'a> {
    /// Among the choices of some members, for whom the shortest shift costs one `unit` or more.
    pub fn new(members: Vec<&'a [Choice]>, unit: u64) -> Self {
        let next = |member: usize| (member + 1..members.len()).find(|&other| members[other] == members[member]);
        let twins = (0..members.len()).filter_map(|member| Some((member, next(member)?))).collect();
        Self { members, twins, unit, left: LIMIT }
    }

    /// Whether the goal could be met with other choices of one member, if that can be told with what this search left of its time. Who
    /// is not alone leaves others who are alike, and must be there too, to the choices that they had together.
    pub fn could_with(&mut self, member: usize, is_alone: bool, choices: &[Choice], goal: Goal) -> bool {
        let mut members = self.members.clone();
        let mut goal = goal;
        if is_alone {
            members[member] = choices;
        } else {
            members.push(choices);
            goal.at_least += 1;
        }
        let mut other = Search { left: self.left, ..Search::new(members, self.unit) };
        let found = other.any(goal).is_some();
        self.left = other.left;
        found
    }

    /// Whether no search was given up, so that what was not found does not exist.
    pub fn is_proven(&self) -> bool {
        self.left > 0
    }

    /// The cheapest choices that meet the goal, if any do.
    pub fn smallest(&mut self, goal: Goal) -> Option<Found> {
        let mut best = self.any(goal)?;
        let unit = self.unit;
        // Halve what lies between the least that may do and what is enough, in whole steps of shifting.
        let (mut least, mut enough) = (self.least(goal) / unit, best.cost / unit);
        while least < enough {
            let middle = u64::midpoint(least, enough);
            match self.within(goal, middle * unit + unit - 1) {
                Some(found) => (enough, best) = (found.cost / unit, found),
                None if !self.is_proven() => return Some(best),
                None => least = middle + 1,
            }
        }
        // Then with fewer members, until there is nothing cheaper.
        while best.cost > 0
            && let Some(found) = self.within(goal, best.cost - 1)
        {
            best = found;
        }
        Some(best)
    }

    /// Choices that meet the goal at any cost.
    pub fn any(&mut self, goal: Goal) -> Option<Found> {
        self.within(goal, u64::MAX)
    }

    /// The most cells, up to `at_most`, for which the goal can be met; those it names can.
    pub fn most(&mut self, goal: Goal, at_most: u32) -> u32 {
        let (mut can, mut cannot) = (goal.needed, at_most);
        while cannot > can + 1 {
            let middle = can + (cannot - can) / 2;
            if self.any(Goal { needed: middle, ..goal }).is_some() {
                can = middle;
            } else {
                cannot = middle;
            }
        }
        can
    }

    /// What choices that meet the goal cost at least.
    fn least(&mut self, goal: Goal) -> u64 {
        let mut open = self.all();
        if self.narrow(goal, u64::MAX, &mut open) {
            open.iter().enumerate().map(|(m, own)| self.cheapest(m, own)).sum()
        } else {
            0
        }
    }

    fn within(&mut self, goal: Goal, budget: u64) -> Option<Found> {
        let open = self.all();
        self.visit(goal, budget, open)
    }

    fn all(&self) -> Open {
        self.members.iter().map(|own| (0..own.len()).collect()).collect()
    }

    fn cheapest(&self, member: usize, open: &[usize]) -> u64 {
        self.members[member][open[0]].cost
    }

    /// The first choices found, each member's cheapest first, that meet the goal within the budget.
    fn visit(&mut self, goal: Goal, budget: u64, mut open: Open) -> Option<Found> {
        if !self.narrow(goal, budget, &mut open) {
            return None;
        }
        let first: Vec<usize> = open.iter().map(|own| own[0]).collect();
        let sets: Vec<&[u64]> =
            first.iter().zip(&self.members).map(|(&choice, own)| own[choice].set.as_slice()).collect();
        if goal.is_met(&there(&sets, goal.at_least)) {
            let cost = first.iter().zip(&self.members).map(|(&choice, own)| own[choice].cost).sum();
            return Some(Found { choices: first, cost });
        }
        let (member, _) = open.iter().enumerate().filter(|(_, own)| own.len() > 1).min_by_key(|(_, own)| own.len())?;
        for choice in open[member].clone() {
            let mut next = open.clone();
            next[member] = vec![choice];
            let found = self.visit(goal, budget, next);
            if found.is_some() || !self.is_proven() {
                return found;
            }
        }
        None
    }

    /// Closes choices that cannot be part of any that meet the goal within the budget; whether all members keep one.
    fn narrow(&mut self, goal: Goal, budget: u64, open: &mut Open) -> bool {
        loop {
            let reach: Vec<Vec<u64>> = open.iter().enumerate().map(|(member, own)| self.reach(member, own)).collect();
            let sets: Vec<&[u64]> = reach.iter().map(Vec::as_slice).collect();
            let counts = Counts::of(&sets);
            let words = sets.first().map_or(0, |set| set.len()) as u64;
            let [fewer, enough, more] =
                [goal.at_least.saturating_sub(1), goal.at_least, goal.at_least + 1].map(|k| counts.at_least(k));
            let tried: u64 = open.iter().map(|own| own.len() as u64 + 4).sum();
            self.left = self.left.saturating_sub(words * tried);
            if !goal.is_met(&enough) || self.left == 0 {
                return false;
            }
            let mut closed = self.order(goal, open);
            if open.iter().any(Vec::is_empty) {
                return false;
            }
            for (member, own) in open.iter_mut().enumerate() {
                // Of the others' reach: where there are enough without this member, and where there are with them.
                let mine = sets[member];
                let without: Vec<u64> = (0..mine.len()).map(|w| mine[w] & more[w] | !mine[w] & enough[w]).collect();
                let with: Vec<u64> = (0..mine.len()).map(|w| mine[w] & enough[w] | !mine[w] & fewer[w]).collect();
                let before = own.len();
                own.retain(|&choice| {
                    let set = &self.members[member][choice].set;
                    goal.is_met_by((0..set.len()).map(|w| without[w] | with[w] & set[w]), set.len())
                });
                closed |= own.len() < before;
                if own.is_empty() {
                    return false;
                }
            }
            let least: u64 = open.iter().enumerate().map(|(member, own)| self.cheapest(member, own)).sum();
            if least > budget {
                return false;
            }
            for (member, own) in open.iter_mut().enumerate() {
                let most = budget - (least - self.cheapest(member, own));
                let before = own.len();
                own.retain(|&choice| self.members[member][choice].cost <= most);
                closed |= own.len() < before;
            }
            if !closed {
                return true;
            }
        }
    }

    /// Closes choices that differ only by who of several with the same choices makes which: these are made in order. Where all must
    /// be there, it is no use that they differ at all. Whether any was closed.
    fn order(&self, goal: Goal, open: &mut Open) -> bool {
        let mut closed = false;
        for &(one, other) in &self.twins {
            let before = open[one].len() + open[other].len();
            let (Some(&first), Some(&last)) = (open[one].first(), open[other].last()) else { break };
            if goal.at_least == self.members.len() {
                let both: Vec<usize> =
                    open[one].iter().copied().filter(|choice| open[other].contains(choice)).collect();
                (open[one], open[other]) = (both.clone(), both);
            } else {
                open[other].retain(|&choice| choice >= first);
                open[one].retain(|&choice| choice <= last);
            }
            closed |= open[one].len() + open[other].len() < before;
        }
        closed
    }

    /// Where a member is with any of the open choices.
    fn reach(&self, member: usize, open: &[usize]) -> Vec<u64> {
        let own = self.members[member];
        let mut reach = own[open[0]].set.clone();
        for &choice in &open[1..] {
            for (word, more) in reach.iter_mut().zip(&own[choice].set) {
                *word |= more;
            }
        }
        reach
    }
}

impl Goal {
    fn is_met(&self, set: &[u64]) -> bool {
        self.is_met_by(set.iter().copied(), set.len())
    }

    /// Whether every season has as many cells as are needed.
    fn is_met_by(&self, mut words: impl Iterator<Item = u64>, count: usize) -> bool {
        let a_season = count / self.seasons.max(1);
        (0..self.seasons).all(|_| words.by_ref().take(a_season).map(u64::count_ones).sum::<u32>() >= self.needed)
    }
}

/// The cells that are in at least `k` of `sets`.
fn there(sets: &[&[u64]], k: usize) -> Vec<u64> {
    Counts::of(sets).at_least(k)
}

/// For every cell in how many sets it is: plane by plane the binary digits of the counts, 64 cells a word.
struct Counts {
    words: usize,
    planes: Vec<Vec<u64>>,
}

impl Counts {
    fn of(sets: &[&[u64]]) -> Self {
        let words = sets.first().map_or(0, |set| set.len());
        let digits = (usize::BITS - sets.len().leading_zeros()) as usize;
        let mut planes = vec![vec![0u64; words]; digits];
        for set in sets {
            for (word, &bits) in set.iter().enumerate() {
                let mut carry = bits;
                for plane in &mut planes {
                    let next = plane[word] & carry;
                    plane[word] ^= carry;
                    carry = next;
                }
            }
        }
        Self { words, planes }
    }

    /// The cells whose count is at least `k`.
    fn at_least(&self, k: usize) -> Vec<u64> {
        if k >> self.planes.len() != 0 {
            return vec![0; self.words];
        }
        let cells = |word: usize| {
            let (mut above, mut same) = (0u64, !0u64);
            for (digit, plane) in self.planes.iter().enumerate().rev() {
                if k >> digit & 1 == 1 {
                    same &= plane[word];
                } else {
                    above |= same & plane[word];
                    same &= !plane[word];
                }
            }
            above | same
        };
        (0..self.words).map(cells).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Choices of a member by their cells, the first free, each other a step of cost more than the one before.
    fn choices(sets: &[u8], unit: u64) -> Vec<Choice> {
        let cost = |place: usize| if place == 0 { 0 } else { place as u64 * unit + 1 };
        sets.iter().enumerate().map(|(place, &set)| Choice { cost: cost(place), set: vec![set.into()] }).collect()
    }

    fn brute_force(members: &[&[Choice]], goal: Goal) -> Option<u64> {
        let total: usize = members.iter().map(|own| own.len()).product();
        let cost = |mut number: usize| {
            let mut chosen = Vec::new();
            for own in members {
                chosen.push(&own[number % own.len()]);
                number /= own.len();
            }
            let sets: Vec<&[u64]> = chosen.iter().map(|choice| choice.set.as_slice()).collect();
            let cells =
                (0..8).filter(|cell| sets.iter().filter(|set| set[0] >> cell & 1 == 1).count() >= goal.at_least);
            (cells.count() as u32 >= goal.needed).then(|| chosen.iter().map(|choice| choice.cost).sum())
        };
        (0..total).filter_map(cost).min()
    }

    /// What is found first costs eight, and nothing costs four or less: the search goes on to five.
    #[test]
    fn the_search_goes_on_where_half_is_too_little() {
        let choice = |cost, set| Choice { cost, set: vec![set] };
        let (dear, cheap) = ([choice(0, 0), choice(8, 1)], [choice(0, 0), choice(5, 1)]);
        let goal = Goal { at_least: 1, needed: 1, seasons: 1 };
        let mut search = Search::new(vec![&cheap[..], &dear[..]], 1);
        assert_eq!(search.any(goal).map(|found| found.cost), Some(8));
        assert_eq!(search.smallest(goal).map(|found| found.cost), Some(5));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// With members who have the same choices, which are searched in one order only.
        #[test]
        fn the_smallest_is_the_smallest_of_all(
            sorts in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..6), 1..4),
            of in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
            at_least in 1..4usize,
            needed in 1..6u32,
        ) {
            let unit = of.len() as u64 + 1;
            let sorts: Vec<Vec<Choice>> = sorts.iter().map(|sets| choices(sets, unit)).collect();
            let members: Vec<&[Choice]> = of.iter().map(|index| index.get(&sorts).as_slice()).collect();
            let goal = Goal { at_least: at_least.min(of.len()), needed, seasons: 1 };
            let best = brute_force(&members, goal);
            let mut search = Search::new(members.clone(), unit);
            prop_assert_eq!(search.smallest(goal).map(|found| found.cost), best);
            if let Some(best) = best {
                prop_assert!(search.within(goal, best).is_some(), "the budget itself is within it");
                if best > 0 {
                    prop_assert!(search.within(goal, best - 1).is_none());
                }
            }
            let most = (1..=8).rev().find(|&needed| brute_force(&members, Goal { needed, ..goal }).is_some());
            if best.is_some() {
                prop_assert_eq!(Some(search.most(goal, 8)), most.map(|most| most.min(7).max(needed)).max(Some(needed)));
            }
        }
    }
}
