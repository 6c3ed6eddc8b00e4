//! Whether slots keep to the rules of a meeting; who are alike are judged once.

use super::ask::Rules;
use super::table::Table;
use crate::time::Instant;

/// By quarter-hour 1 where an occurrence is in comfort for fewer required members than the quorum.
pub(super) fn short_of(table: &Table, quorum: u16) -> Vec<i64> {
    let required: usize = table.patterns[..table.required].iter().map(|pattern| pattern.count).sum();
    let most = required.saturating_sub(quorum.into()) as i64;
    let mut uneasy = vec![0; table.uneasy[0].len()];
    for (pattern, own) in table.patterns.iter().zip(&table.uneasy) {
        uneasy.iter_mut().zip(own).for_each(|(sum, own)| *sum += own * pattern.count as i64);
    }
    uneasy.into_iter().map(|members| i64::from(members > most)).collect()
}

/// Whether a slot is bad for somebody for whom so many of its occurrences are not in comfort.
pub(super) fn is_bad(uneasy: i64, occurrences: i64) -> bool {
    occurrences > 0 && 2 * uneasy >= occurrences
}

/// Whether slots keep to the rules; for each in its place its turns with the starts of their occurrences.
pub(super) fn allow(rules: &Rules, table: &Table, held: &[Vec<(usize, Instant)>]) -> bool {
    let uneasy = |pattern: usize, start: Instant| table.uneasy[pattern][table.quarter(start)] > 0;
    let few_bad = rules.max_bad_slots.is_none_or(|most| {
        (0..table.required).all(|pattern| {
            let bad = held.iter().filter(|starts| {
                let uneasy = starts.iter().filter(|&&(_, start)| uneasy(pattern, start)).count();
                is_bad(uneasy as i64, starts.len() as i64)
            });
            bad.count() <= usize::from(most)
        })
    });
    if !few_bad {
        return false;
    }
    let mut all: Vec<(usize, Instant)> = held.iter().flatten().copied().collect();
    all.sort_unstable();
    let easy: Vec<Vec<bool>> =
        all.iter().map(|&(_, start)| (0..table.required).map(|pattern| !uneasy(pattern, start)).collect()).collect();
    let counts: Vec<usize> = table.patterns[..table.required].iter().map(|pattern| pattern.count).collect();
    let present = |easy: &Vec<bool>| easy.iter().zip(&counts).filter(|(easy, _)| **easy).map(|(_, count)| count).sum();
    let is_quorate = |quorum: u16| easy.iter().map(present).all(|present: usize| present >= quorum.into());
    rules.quorum.is_none_or(is_quorate)
        && rules.comfort_every.is_none_or(|row| every_pair_meets(&easy, &counts, row.into()))
}

/// Whether of every `row` occurrences one is in comfort for both of any two; `easy` says by occurrence and pattern of so many
/// members. Of fewer occurrences one has to be.
fn every_pair_meets(easy: &[Vec<bool>], counts: &[usize], row: usize) -> bool {
    let patterns = counts.len();
    // By pair of patterns: the occurrences since they met.
    let mut apart = vec![0; patterns * patterns];
    let mut longest = 0;
    for easy in easy {
        for a in 0..patterns {
            // Two of one pattern have to meet, too.
            let first = if counts[a] > 1 { a } else { a + 1 };
            for b in first..patterns {
                let apart = &mut apart[a * patterns + b];
                *apart = if easy[a] && easy[b] { 0 } else { *apart + 1 };
                longest = longest.max(*apart);
            }
        }
        if longest >= row {
            return false;
        }
    }
    longest < row.min(easy.len()).max(1)
}
