use super::ask::Rules;
use super::table::Table;
use crate::time::Instant;

/// By quarter-hour 1 where an occurrence is in comfort for fewer required members than the quorum.
pub(super) fn short_of(table: &Table, quorum: u16) -> Vec<i64> {
    let most = table.required.saturating_sub(quorum.into()) as i64;
    let mut uneasy = vec![0; table.uneasy[0].len()];
    for member in &table.uneasy {
        uneasy.iter_mut().zip(member).for_each(|(sum, own)| *sum += own);
    }
    uneasy.into_iter().map(|members| i64::from(members > most)).collect()
}

/// Whether a slot is bad for somebody for whom so many of its occurrences are not in comfort.
pub(super) fn is_bad(uneasy: i64, occurrences: i64) -> bool {
    occurrences > 0 && 2 * uneasy >= occurrences
}

/// Whether slots keep to the rules; for each in its place its turns with the starts of their occurrences.
pub(super) fn allow(rules: &Rules, table: &Table, held: &[Vec<(usize, Instant)>]) -> bool {
    let uneasy = |member: usize, start: Instant| table.uneasy[member][table.quarter(start)] > 0;
    let few_bad = rules.max_bad_slots.is_none_or(|most| {
        (0..table.required).all(|member| {
            let bad = held.iter().filter(|starts| {
                let uneasy = starts.iter().filter(|&&(_, start)| uneasy(member, start)).count();
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
        all.iter().map(|&(_, start)| (0..table.required).map(|member| !uneasy(member, start)).collect()).collect();
    let quorate = rules
        .quorum
        .is_none_or(|quorum| easy.iter().all(|easy| easy.iter().filter(|&&easy| easy).count() >= usize::from(quorum)));
    quorate && rules.comfort_every.is_none_or(|row| every_pair_meets(&easy, row.into()))
}

/// Whether of every `row` occurrences one is in comfort for both of any two; `easy` says by occurrence and member. Of fewer
/// occurrences one has to be.
fn every_pair_meets(easy: &[Vec<bool>], row: usize) -> bool {
    let members = easy.first().map_or(0, Vec::len);
    // By pair: the occurrences since they met.
    let mut apart = vec![0; members * members];
    let mut longest = 0;
    for easy in easy {
        for a in 0..members {
            for b in a + 1..members {
                let apart = &mut apart[a * members + b];
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
