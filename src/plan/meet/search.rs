use std::collections::BTreeMap;

use super::candidates::{Candidate, candidates};
use super::detail::detail;
use super::rotation::rotations;
use super::table::Table;
use super::{Ask, AskError, Cost, Suggestion};
use crate::availability::RateMinutes;
use crate::team::{Rates, Slot};
use crate::time::Instant;

/// The `top` best suggestions, the best first; fewer when there are not so many.
///
/// They are compared by [`Cost`], then the earlier slot wins: by weekday from Monday, start, name of the anchor. Slots whose
/// occurrences are the same instants are one suggestion; its anchor is then the home of the most attendees.
///
/// # Errors
/// When the ask cannot be planned ([`Ask::check`]) or the meeting never takes place in its horizon.
pub fn suggest(ask: &Ask, rates: &Rates, top: usize) -> Result<Vec<Suggestion>, AskError> {
    ask.check()?;
    let table = Table::new(ask, rates);
    let candidates = candidates(ask);
    if candidates.is_empty() {
        return Err(AskError::NoOccurrence { from: ask.from, weeks: ask.weeks });
    }
    let singles = Singles::new(&table, &candidates);
    let plans: Vec<(Cost, Vec<&Candidate>)> = match usize::from(ask.slots) {
        1 => singles.best(top).into_iter().map(|(cost, candidate)| (cost, vec![candidate])).collect(),
        slots => rotations(&table, &singles, slots, top),
    };
    Ok(plans.into_iter().map(|(cost, slots)| detail(ask, &table, cost, &slots)).collect())
}

/// The earlier slot, when costs are equal.
pub(super) fn earlier(slot: Slot) -> (u32, u16, &'static str) {
    (slot.weekday.map_or(0, |day| day.num_days_from_monday()), slot.start.minutes(), slot.anchor.name())
}

/// All single slots with the first two parts of their cost, the cheapest first.
pub(super) struct Singles<'a> {
    table: &'a Table,
    pub all: Vec<(Burdens, &'a Candidate)>,
}

/// The largest and twice the total burden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Burdens {
    pub worst: RateMinutes,
    pub total_twice: RateMinutes,
}

impl Burdens {
    /// Of everybody's burdens, the `required` first.
    pub fn of(burdens: &[RateMinutes], required: usize) -> Self {
        let (must, may) = burdens.split_at(required);
        let sum = |burdens: &[RateMinutes]| burdens.iter().copied().sum::<RateMinutes>();
        Self { worst: must.iter().copied().max().unwrap_or_default(), total_twice: sum(must) * 2 + sum(may) }
    }

    /// The whole cost, when it is of these slots' occurrences.
    pub fn with_clocks(self, table: &Table, starts: &[Vec<Instant>]) -> Cost {
        Cost {
            worst: self.worst,
            total_twice: self.total_twice,
            moved: starts.iter().map(|starts| table.moved(starts)).sum(),
            off_middle_twice: starts.iter().map(|starts| table.off_middle(starts)).sum(),
        }
    }
}

impl<'a> Singles<'a> {
    fn new(table: &'a Table, candidates: &'a [Candidate]) -> Self {
        let burdens = |candidate: &Candidate| Burdens::of(&table.burdens_of(candidate), table.required);
        let mut all: Vec<(Burdens, &Candidate)> = candidates.iter().map(|c| (burdens(c), c)).collect();
        all.sort_by_key(|&(burdens, candidate)| (burdens, earlier(candidate.slot)));
        Self { table, all }
    }

    /// The `count` best with their whole cost. What else the cost holds is only computed where the burdens tie.
    pub fn best(&self, count: usize) -> Vec<(Cost, &'a Candidate)> {
        let mut found: Vec<(Cost, &Candidate)> = Vec::new();
        for tied in self.all.chunk_by(|a, b| a.0 == b.0) {
            if found.len() >= count {
                break;
            }
            let mut costed: Vec<(Cost, &Candidate)> = tied.iter().map(|&(b, c)| (self.cost(b, c), c)).collect();
            costed.sort_by_key(|&(cost, candidate)| (cost, earlier(candidate.slot)));
            found.extend(distinct(costed));
        }
        found.truncate(count);
        found
    }

    fn cost(&self, burdens: Burdens, candidate: &Candidate) -> Cost {
        burdens.with_clocks(self.table, &[candidate.starts.iter().map(|&(start, _)| start).collect()])
    }
}

/// One candidate for each set of instants, in the order of the first; of its anchors the home of the most attendees.
fn distinct(costed: Vec<(Cost, &Candidate)>) -> Vec<(Cost, &Candidate)> {
    let mut places: BTreeMap<&[(Instant, usize)], usize> = BTreeMap::new();
    let mut found: Vec<(Cost, &Candidate)> = Vec::new();
    for (cost, candidate) in costed {
        let place = *places.entry(&candidate.starts).or_insert(found.len());
        match found.get_mut(place) {
            Some(kept) if candidate.at_home > kept.1.at_home => kept.1 = candidate,
            Some(_) => {}
            None => found.push((cost, candidate)),
        }
    }
    found
}
