//! Lines of the ranking.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use crate::team::Place;
use crate::time::Zone;
use crate::world::City;

use super::holidays::CommonHolidays;
use super::place::Figures;
use super::score::Fail;

/// Zones with the same outcome.
#[derive(Clone, Debug)]
pub struct Line {
    /// The zone with the most people.
    pub zone: Zone,
    /// All zones of the line, the one with the most people first.
    pub zones: Vec<Zone>,
    /// Their cities that the opening allows, largest first.
    pub cities: Vec<&'static City>,
    /// What a hire there adds, with the best allowed shift of hours.
    pub figures: Figures,
    /// How well the line serves the opening's goal, in percent of the hire's own hours.
    pub score: f64,
    /// Why no place of the line can be the one; empty when it can.
    pub fails: Vec<Fail>,
    /// The public holidays of the largest city's country that the team has too; none where they are not known.
    pub holidays: Option<CommonHolidays>,
}

/// A candidate with a name, judged as the places are.
#[derive(Clone, Debug)]
pub struct JudgedCandidate {
    /// Their name.
    pub name: String,
    /// Where they live.
    pub place: Place,
    /// What they add with their own hours.
    pub figures: Figures,
    /// How well they serve the goal.
    pub score: f64,
    /// Which requirements they do not meet.
    pub fails: Vec<Fail>,
    /// The public holidays of their country that the team has too; none where they are not known.
    pub holidays: Option<CommonHolidays>,
}

/// One zone's best.
pub(super) struct Judged {
    pub zone: Zone,
    /// The cities that the opening allows (all of them when it allows none), by their place among all.
    pub cities: Vec<u32>,
    pub figures: Arc<Figures>,
    pub score: f64,
    pub fails: Vec<Fail>,
}

/// Zones with the same outcome, which are to be a line.
struct Draft {
    cities: Vec<u32>,
    zones: Vec<(u64, Zone)>,
    figures: Arc<Figures>,
    score: f64,
    fails: Vec<Fail>,
}

/// Joins zones with the same outcome and ranks the lines: those that fail nothing first, then by score, then by people.
///
/// `all` are the cities that the places are about, the most populous first.
pub(super) fn ranked(judged: Vec<Judged>, all: &'static [City]) -> Vec<Line> {
    let mut drafts: Vec<Draft> = Vec::new();
    for place in judged {
        let people: u64 = place.cities.iter().map(|&city| u64::from(all[city as usize].population)).sum();
        let same = |draft: &&mut Draft| draft.fails == place.fails && draft.figures == place.figures;
        if let Some(draft) = drafts.iter_mut().find(same) {
            draft.cities.extend(place.cities);
            draft.zones.push((people, place.zone));
        } else {
            let Judged { zone, cities, figures, score, fails } = place;
            drafts.push(Draft { cities, zones: vec![(people, zone)], figures, score, fails });
        }
    }
    let mut ranked: Vec<(u64, Line)> = drafts.into_iter().map(|draft| draft.settled(all)).collect();
    ranked.sort_by(|(people_a, a), (people_b, b)| {
        let fails = a.fails.len().cmp(&b.fails.len());
        let score = b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal);
        fails.then(score).then(people_b.cmp(people_a)).then(a.zone.cmp(&b.zone))
    });
    ranked.into_iter().map(|(_, line)| line).collect()
}

impl Draft {
    /// The line with its zones and cities in order, and its people.
    fn settled(mut self, all: &'static [City]) -> (u64, Line) {
        self.zones.sort_by_key(|&(people, zone)| (Reverse(people), zone));
        self.cities.sort_unstable();
        let zones: Vec<Zone> = self.zones.iter().map(|&(_, zone)| zone).collect();
        let line = Line {
            zone: zones[0],
            zones,
            cities: self.cities.iter().map(|&city| &all[city as usize]).collect(),
            figures: Arc::unwrap_or_clone(self.figures),
            score: self.score,
            fails: self.fails,
            holidays: None,
        };
        (self.zones.iter().map(|&(people, _)| people).sum(), line)
    }
}
