use std::cmp::Ordering;

use crate::team::Place;
use crate::time::Zone;
use crate::world::City;

use super::{Fail, Figures};

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
}

/// A candidate with a name, judged as the places are.
#[derive(Clone, Debug)]
pub struct Named {
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
}

/// One zone's best.
pub(super) struct Judged {
    pub zone: Zone,
    pub cities: Vec<&'static City>,
    pub figures: Figures,
    pub score: f64,
    pub fails: Vec<Fail>,
}

/// Joins zones with the same outcome and ranks the lines: those that fail nothing first, then by score, then by people.
pub(super) fn ranked(judged: Vec<Judged>) -> Vec<Line> {
    let mut lines: Vec<(Line, Vec<(u64, Zone)>)> = Vec::new();
    for place in judged {
        let people: u64 = place.cities.iter().map(|city| u64::from(city.population)).sum();
        let same = |line: &&mut (Line, _)| line.0.figures == place.figures && line.0.fails == place.fails;
        if let Some((line, zones)) = lines.iter_mut().find(same) {
            line.cities.extend(place.cities);
            zones.push((people, place.zone));
        } else {
            let Judged { zone, cities, figures, score, fails } = place;
            lines.push((Line { zone, zones: Vec::new(), cities, figures, score, fails }, vec![(people, zone)]));
        }
    }
    let mut ranked: Vec<(u64, Line)> = lines.into_iter().map(|(line, zones)| settled(line, zones)).collect();
    ranked.sort_by(|(people_a, a), (people_b, b)| {
        let fails = a.fails.len().cmp(&b.fails.len());
        let score = b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal);
        fails.then(score).then(people_b.cmp(people_a)).then(a.zone.cmp(&b.zone))
    });
    ranked.into_iter().map(|(_, line)| line).collect()
}

/// The zones and cities of a line in order.
fn settled(mut line: Line, mut zones: Vec<(u64, Zone)>) -> (u64, Line) {
    zones.sort_by_key(|&(people, zone)| (std::cmp::Reverse(people), zone));
    line.cities.sort_by(|a, b| b.population.cmp(&a.population).then(a.name.cmp(b.name)));
    line.zones = zones.iter().map(|&(_, zone)| zone).collect();
    line.zone = line.zones[0];
    (zones.iter().map(|&(people, _)| people).sum(), line)
}
