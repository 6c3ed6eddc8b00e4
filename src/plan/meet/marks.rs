//! Marks of slots by which most rotations that break a rule are told at a glance.

use super::ask::Rules;
use super::rules::is_bad;
use super::table::Table;
use crate::time::Instant;

/// For whom a slot is bad and who meets in it in comfort; who are alike have one mark.
pub(super) struct Marks {
    /// Words of the set of patterns of required members for whom a slot is bad; 0 when no rule asks.
    bad: usize,
    /// Words that say, by pattern, whom they ever meet in comfort; 0 when no rule asks or there are too many patterns.
    meets: usize,
    /// The patterns of more than one member, who have to meet each other.
    several: u64,
    max_bad: usize,
    /// Places in a row of which one has to be in comfort for any two.
    row: usize,
}

impl Marks {
    /// For slots of so many turns in all.
    pub fn new(rules: &Rules, table: &Table, places: usize, turns: usize) -> Self {
        let required = table.required;
        let row = rules.comfort_every.map_or(0, usize::from).min(places);
        // In a short horizon not every row of places need come.
        let looks_at_meets = row > 0 && required <= 64 && turns >= 3 * places;
        let patterns = table.patterns[..required].iter().enumerate().take(64);
        let several = patterns.fold(0, |set, (number, pattern)| set | u64::from(pattern.count > 1) << number);
        Self {
            bad: if rules.max_bad_slots.is_some() { required.div_ceil(64) } else { 0 },
            meets: if looks_at_meets { required } else { 0 },
            several,
            max_bad: rules.max_bad_slots.map_or(usize::MAX, usize::from),
            row,
        }
    }

    /// How many words the marks of a slot have.
    pub fn words(&self) -> usize {
        self.bad + self.meets
    }

    /// The marks of a slot that has these occurrences in its place.
    pub fn of(&self, table: &Table, starts: &[Instant]) -> Vec<u64> {
        let mut marks = vec![0; self.words()];
        let quarters: Vec<usize> = starts.iter().map(|&start| table.quarter(start)).collect();
        if self.bad > 0 {
            for (pattern, uneasy) in table.uneasy.iter().enumerate() {
                let count = quarters.iter().map(|&quarter| uneasy[quarter]).sum();
                marks[pattern / 64] |= u64::from(is_bad(count, quarters.len() as i64)) << (pattern % 64);
            }
        }
        if self.meets > 0 {
            for &quarter in &quarters {
                let easy =
                    |set, (pattern, uneasy): (usize, &Vec<i64>)| set | u64::from(uneasy[quarter] == 0) << pattern;
                let easy = table.uneasy.iter().enumerate().fold(0, easy);
                for pattern in (0..self.meets).filter(|pattern| easy >> pattern & 1 == 1) {
                    marks[self.bad + pattern] |= easy;
                }
            }
        }
        marks
    }

    /// Whether slots with these marks, of some or all places, may keep to the rule about bad slots.
    pub fn few_are_bad(&self, marks: &[&[u64]]) -> bool {
        (0..self.bad).all(|word| {
            // By number: those who find more than so many bad.
            let mut more = [0_u64; 5];
            for marks in marks {
                for number in (1..more.len()).rev() {
                    more[number] |= more[number - 1] & marks[word];
                }
                more[0] |= marks[word];
            }
            more.get(self.max_bad).is_none_or(|&members| members == 0)
        })
    }

    /// Whether slots with these marks, of all places, may keep to the rules.
    pub fn may_do(&self, marks: &[&[u64]]) -> bool {
        let all = if self.meets == 64 { u64::MAX } else { (1 << self.meets) - 1 };
        let meet = |first: usize| {
            let row = || (first..first + self.row).map(|place| marks[place % marks.len()]);
            (self.bad..self.words()).all(|word| {
                // One alone needs not meet themselves.
                let own = 1 << (word - self.bad) & !self.several;
                row().fold(own, |met, marks| met | marks[word]) == all
            })
        };
        self.few_are_bad(marks) && (self.meets == 0 || (0..marks.len()).all(meet))
    }
}
