//! What a stage lowers, as one number: the value itself, and a price for whatever gets worse than it may.

use super::aim::Aim;
use crate::plan::rota::objective::Load;
use crate::plan::rota::state::State;
use crate::team::Capacity;

/// Energies count in sixteenths, so that a price can be below 1.
const UNIT: i64 = 16;

/// Values that may not get worse any more.
#[derive(Clone, Debug, Default)]
pub struct Bars {
    gap: Option<usize>,
    change: Option<usize>,
    worst: Option<Load>,
    total: Option<i64>,
    spread: Option<i64>,
}

impl Bars {
    /// From now on `aim` stays as it is in `state`, or better.
    pub fn raise(&mut self, aim: Aim, state: &State<'_>, capacities: &[Capacity]) {
        match aim {
            Aim::Gap => self.gap = Some(state.gap()),
            Aim::Change => self.change = Some(state.change()),
            Aim::Worst => self.worst = Some(state.worst()),
            Aim::Total => self.total = Some(state.total().0),
            Aim::Spread => self.spread = Some(state.spread(capacities).0),
        }
    }

    /// The largest load that anybody may have.
    pub fn worst(&self) -> Option<Load> {
        self.worst
    }
}

/// How far a rota is beyond each bar: gap, change, burdens above the targets, total, spread.
type Excess = [i64; 5];

/// What a stage lowers. A rota beyond a bar is worse, but not forbidden: the way to a better one often leads through it.
#[derive(Clone, Debug)]
pub struct Energy {
    aim: Aim,
    bars: Bars,
    prices: Excess,
    /// How often a bar was broken at the last looks.
    broken: [u32; 5],
    looks: u32,
    capacities: Vec<Capacity>,
}

impl Energy {
    /// Lowers `aim` within `bars`.
    pub fn new(aim: Aim, bars: Bars, state: &State<'_>) -> Self {
        let capacities: Vec<Capacity> = state.problem().people().iter().map(|person| person.capacity).collect();
        let duty = UNIT * size(aim, state, &capacities).max(4);
        let minute = if aim == Aim::Spread { UNIT / 8 } else { UNIT };
        // While the gap is lowered, changes only decide between rotas that are equally full.
        let change = if aim == Aim::Gap { 1 } else { duty };
        let prices = [2 * duty, change, minute, minute, UNIT];
        Self { aim, bars, prices, broken: [0; 5], looks: 0, capacities }
    }

    /// What is lowered.
    pub fn aim(&self) -> Aim {
        self.aim
    }

    /// What is lowered, alone.
    pub fn value(&self, state: &State<'_>) -> i64 {
        match self.aim {
            Aim::Gap => {
                let second = state.problem().priority().change_second;
                let duties = state.problem().duty_count() as i64;
                state.gap() as i64 * (duties + 1) + if second { state.change() as i64 } else { 0 }
            }
            Aim::Worst => state.over(),
            Aim::Total => state.total().0,
            Aim::Spread => state.spread(&self.capacities).0,
            Aim::Change => state.change() as i64,
        }
    }

    fn excess(&self, state: &State<'_>) -> Excess {
        let above = |now: i64, most: Option<i64>| most.map_or(0, |most| (now - most).max(0));
        let bars = &self.bars;
        [
            above(state.gap() as i64, bars.gap.map(|gap| gap as i64)),
            above(state.change() as i64, bars.change.map(|change| change as i64)),
            if bars.worst.is_some() { state.over() } else { 0 },
            above(state.total().0, bars.total),
            if bars.spread.is_some() { above(state.spread(&self.capacities).0, bars.spread) } else { 0 },
        ]
    }

    /// Whether `state` is beyond no bar.
    pub fn allows(&self, state: &State<'_>) -> bool {
        self.excess(state) == [0; 5]
    }

    /// The number to lower, in sixteenths.
    pub fn of(&self, state: &State<'_>) -> i64 {
        let excess = self.excess(state);
        let paid: i64 = excess.iter().zip(&self.prices).map(|(far, price)| far * price).sum();
        UNIT * self.value(state) + paid
    }

    /// How much worse a step may well be at first, in sixteenths.
    pub fn heat(&self, state: &State<'_>) -> i64 {
        let size = size(self.aim, state, &self.capacities);
        UNIT * match self.aim {
            Aim::Gap => size / 5,
            Aim::Worst => size / 10,
            Aim::Total => size / 8,
            Aim::Spread => size / 4,
            Aim::Change => 0,
        }
    }

    /// Looks at a rota of the search: bars that are broken most of the time get dearer, those that never are cheaper. Whether
    /// prices changed.
    pub fn adapt(&mut self, state: &State<'_>) -> bool {
        const LOOKS: u32 = 32;
        let excess = self.excess(state);
        for (broken, far) in self.broken.iter_mut().zip(excess) {
            *broken += u32::from(far > 0);
        }
        self.looks += 1;
        if self.looks < LOOKS {
            return false;
        }
        for (price, broken) in self.prices.iter_mut().zip(&mut self.broken) {
            if *broken * 2 > LOOKS {
                *price = (*price + *price / 4 + 1).min(1 << 40);
            } else if *broken * 8 < LOOKS {
                *price = (*price - *price / 8).max(1);
            }
            *broken = 0;
        }
        self.looks = 0;
        true
    }
}

/// What an average duty comes to in what is lowered.
fn size(aim: Aim, state: &State<'_>, capacities: &[Capacity]) -> i64 {
    let duties = state.problem().duty_count() as i64;
    let filled = (duties - state.gap() as i64).max(1);
    match aim {
        Aim::Gap => duties,
        Aim::Worst | Aim::Total => (state.total().0 / filled).max(1),
        Aim::Spread => 4 * state.spread(capacities).0 / filled,
        Aim::Change => 1,
    }
}
