//! Everything that a rotation can be made of.

use std::cell::OnceCell;
use std::cmp::Reverse;

use super::ask::Rules;
use super::budget::{Effort, Spending, Untried};
use super::grid::{Grid, STARTS};
use super::marks::Marks;
use super::rules;
use super::suggestion::Cost;
use super::sums::Sums;
use super::table::Table;
use crate::availability::RateMinutes;

/// A slot of the space: its number on the grid, and the earliest of those that are the same instants.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub number: usize,
    pub earliest: usize,
}

/// Everything that a rotation can be made of: each distinct slot with what it costs whom in each place.
pub(super) struct Space<'a> {
    pub table: &'a Table,
    pub grid: &'a Grid,
    pub rules: &'a Rules,
    pub choices: Vec<Choice>,
    places: Vec<CostsInPlace>,
    /// What is marked of each slot.
    pub marks: Marks,
    /// How much work is left.
    pub spending: Spending,
}

/// What the slots cost in one place of the rotation.
#[derive(Default)]
struct CostsInPlace {
    /// By slot, for each pattern of required members.
    burdens: Vec<i64>,
    /// By slot: twice the burden of all, optional members half.
    totals: Vec<i64>,
    /// The slots that the quorum lets through.
    open: Vec<usize>,
    /// By slot, its marks.
    marks: Vec<u64>,
    /// By slot, once asked for: the moved occurrences and the distance from the common window.
    clocks: Vec<OnceCell<(usize, i64)>>,
}

impl<'a> Space<'a> {
    pub fn new(table: &'a Table, grid: &'a Grid, rules: &'a Rules, effort: &Effort) -> Self {
        let choices = distinct(grid);
        let marks = Marks::new(rules, table, grid.places, grid.all_turns());
        let mut space = Self { table, grid, rules, choices, places: Vec::new(), marks, spending: Spending::of(effort) };
        let mut rows = vec![None; grid.len()];
        for (row, choice) in space.choices.iter().enumerate() {
            rows[choice.number] = Some(row);
        }
        let mut sums: Vec<Sums> = (0..grid.places).map(|place| Sums::new(grid, place)).collect();
        let count = space.choices.len();
        let place = || CostsInPlace {
            burdens: vec![0; count * table.required],
            totals: vec![0; count],
            ..CostsInPlace::default()
        };
        space.places = (0..grid.places).map(|_| place()).collect();
        table.each_burden(|pattern, values| {
            for (place, sums) in space.places.iter_mut().zip(&mut sums) {
                each(sums, values, &rows, |row, sum| place.add(table, pattern, row, sum));
            }
        });
        space.judge(&mut sums, &rows);
        space
    }

    /// Notes which slots the quorum lets through, and their marks.
    fn judge(&mut self, sums: &mut [Sums], rows: &[Option<usize>]) {
        let count = self.choices.len();
        let short = self.rules.quorum.map(|quorum| rules::short_of(self.table, quorum));
        for (number, (place, sums)) in self.places.iter_mut().zip(sums).enumerate() {
            let mut is_short = vec![false; count];
            if let Some(short) = &short {
                each(sums, short, rows, |row, sum| is_short[row] = sum > 0);
            }
            place.open = (0..count).filter(|&row| !is_short[row]).collect();
            place.clocks = vec![OnceCell::new(); count];
            if self.marks.words() > 0 {
                let starts = |choice: &Choice| self.grid.starts(choice.number, number);
                place.marks =
                    self.choices.iter().flat_map(|choice| self.marks.of(self.table, &starts(choice))).collect();
            }
        }
    }

    /// The burden of a slot in a place for each pattern of required members.
    pub fn burdens(&self, place: usize, slot: usize) -> &[i64] {
        let required = self.table.required;
        &self.places[place].burdens[slot * required..][..required]
    }

    /// Twice the burden of all.
    pub fn total(&self, place: usize, slot: usize) -> i64 {
        self.places[place].totals[slot]
    }

    /// What was not tried so far.
    pub fn untried(&self) -> Untried {
        self.spending.untried()
    }

    /// How many slots take turns.
    pub fn places(&self) -> usize {
        self.grid.places
    }

    /// The slots that may stand in a place.
    pub fn open(&self, place: usize) -> &[usize] {
        &self.places[place].open
    }

    /// The largest and twice the total burden of slots in their places.
    pub fn burden(&self, chosen: &[(usize, usize)]) -> (i64, i64) {
        let mut sums = self.table.carried_by_pattern();
        for &(place, slot) in chosen {
            sums.iter_mut().zip(self.burdens(place, slot)).for_each(|(sum, burden)| *sum += burden);
        }
        let total = chosen.iter().map(|&(place, slot)| self.total(place, slot)).sum();
        (sums.into_iter().max().unwrap_or(0), total)
    }

    /// Moved occurrences and distance from the common window of a slot in a place: these parts of a cost add up.
    pub fn clock_cost(&self, place: usize, slot: usize) -> (usize, i64) {
        *self.places[place].clocks[slot].get_or_init(|| {
            let starts = self.grid.starts(self.choices[slot].number, place);
            (self.table.moved(&starts), self.table.off_middle(&starts))
        })
    }

    /// What a rotation is compared by: its cost, then the earlier slots.
    pub fn rank(&self, chosen: &[usize]) -> (Cost, Vec<(u32, u16, &'static str)>) {
        let placed: Vec<(usize, usize)> = chosen.iter().copied().enumerate().collect();
        let (worst, total) = self.burden(&placed);
        let clocks = chosen.iter().enumerate().map(|(place, &slot)| self.clock_cost(place, slot));
        let (moved, off) = clocks.fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
        let cost = Cost { worst: RateMinutes(worst), total_twice: RateMinutes(total), moved, off_middle_twice: off };
        (cost, chosen.iter().map(|&slot| self.earlier(slot)).collect())
    }

    pub fn earlier(&self, slot: usize) -> (u32, u16, &'static str) {
        self.grid.earlier(self.choices[slot].earliest)
    }

    /// For whom a slot is bad in a place, and who meets in it.
    pub fn marks_of(&self, place: usize, slot: usize) -> &[u64] {
        let words = self.marks.words();
        &self.places[place].marks[slot * words..][..words]
    }

    /// Whether, of these slots in their places, nobody finds too many bad.
    pub fn few_are_bad(&self, chosen: &[(usize, usize)]) -> bool {
        let marks: Vec<&[u64]> = chosen.iter().map(|&(place, slot)| self.marks_of(place, slot)).collect();
        self.marks.few_are_bad(&marks)
    }

    /// Whether a whole rotation keeps to the rules.
    pub fn allows(&self, chosen: &[usize]) -> bool {
        let distinct = (1..chosen.len()).all(|i| !chosen[..i].contains(&chosen[i]));
        self.spending.spend(chosen.len() * self.marks.words());
        let marks = || chosen.iter().enumerate().map(|(place, &slot)| self.marks_of(place, slot)).collect::<Vec<_>>();
        distinct && (!self.rules.forbid_any() || self.marks.may_do(&marks()) && self.keeps_to_rules(chosen))
    }

    fn keeps_to_rules(&self, chosen: &[usize]) -> bool {
        self.spending.spend(self.grid.all_turns() * self.table.required);
        let held = |(place, &slot): (usize, &usize)| self.grid.held(self.choices[slot].number, place);
        rules::allow(self.rules, self.table, &chosen.iter().enumerate().map(held).collect::<Vec<_>>())
    }
}

impl CostsInPlace {
    fn add(&mut self, table: &Table, pattern: usize, row: usize, sum: i64) {
        let count = table.patterns[pattern].count as i64;
        if pattern < table.required {
            self.burdens[row * table.required + pattern] = sum;
            self.totals[row] += 2 * sum * count;
        } else {
            self.totals[row] += sum * count;
        }
    }
}

/// Gives the sums of the slots that have a row.
fn each(sums: &mut Sums, values: &[i64], rows: &[Option<usize>], mut give: impl FnMut(usize, i64)) {
    sums.each(values, |first, sums: &[i64; STARTS]| {
        for (row, &sum) in rows[first..first + STARTS].iter().zip(sums) {
            if let Some(row) = *row {
                give(row, sum);
            }
        }
    });
}

/// One choice for each set of instants; of its anchors the home of the most attendees, then the earliest.
fn distinct(grid: &Grid) -> Vec<Choice> {
    let mut signed: Vec<(i64, usize)> = vec![(0, 0); grid.len()];
    let marks: Vec<i64> = (0..grid.quarters() as u64).map(mark).collect();
    for place in 0..grid.places {
        Sums::new(grid, place).each(&marks, |first, sums| {
            for (i, &sum) in sums.iter().enumerate() {
                signed[first + i].0 += sum;
                signed[first + i].1 = first + i;
            }
        });
    }
    signed.sort_unstable();
    let mut found: Vec<Choice> = Vec::with_capacity(signed.len());
    for alike in signed.chunk_by(|a, b| a.0 == b.0) {
        let first = found.len();
        for &(_, number) in alike {
            let Some(same) = found[first..].iter_mut().find(|other| grid.same_instants(other.earliest, number)) else {
                found.push(Choice { number, earliest: number });
                continue;
            };
            let home = |number: usize| (Reverse(grid.at_home(number)), grid.earlier(number));
            if home(number) < home(same.number) {
                same.number = number;
            }
            if grid.earlier(number) < grid.earlier(same.earliest) {
                same.earliest = number;
            }
        }
    }
    found.sort_unstable_by_key(|choice| choice.earliest);
    found
}

/// A number that is unlikely to be the sum of others, small enough for sums of ten years (`SplitMix64`).
fn mark(quarter: u64) -> i64 {
    let mut x = (quarter + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) >> 14) as i64
}
