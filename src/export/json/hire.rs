//! Places for a hire.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::rows::Rows;
use crate::plan::hire::{BandSeason, CommonHolidays, Fail, Figures, HirePlan, JudgedCandidate, Line, Seat, SetPlan};
use crate::plan::overlap::Response;
use crate::words;
use crate::world::City;

/// How many of a line's largest cities are named, beside the largest of each of its zones.
const LARGEST: usize = 10;

/// Where in the world a hire would fit, to be written as JSON: places are written as they are made, each with what it shares with
/// every member.
#[derive(Clone, Debug)]
pub struct HireDocument {
    /// The places by rank, and the candidates.
    pub plan: HirePlan,
    /// The best set, where several people are wanted.
    pub set: Option<SetPlan>,
    /// So many places; all of them without a number.
    pub top: Option<usize>,
}

impl Serialize for HireDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plan = &self.plan;
        let document = Document {
            opening: &plan.opening,
            places: Rows(|| {
                let lines = plan.lines.iter().take(self.top.unwrap_or(usize::MAX));
                lines.map(|line| place(line, &plan.members))
            }),
            candidates: Rows(|| plan.candidates.iter().map(|who| candidate(who, &plan.members))),
            set: self.set.as_ref().map(best_set),
            advert_band: plan.advert.as_ref().map(|advert| advert.seasons.iter().map(band).collect()),
            advert: plan.advert.as_ref().map(|advert| words::hire::advert_line(advert, words::clock::Clock::Hours24)),
        };
        document.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Document<'a, P: Serialize, C: Serialize> {
    opening: &'a str,
    places: P,
    candidates: C,
    set: Option<Value>,
    advert_band: Option<Vec<Value>>,
    advert: Option<String>,
}

/// The best places for several hires at once.
fn best_set(set: &SetPlan) -> Value {
    let seat = |seat: &Seat| {
        json!({
            "zone": seat.zones[0].name(),
            "zones": seat.zones.iter().map(|zone| zone.name()).collect::<Vec<_>>(),
            "cities": largest(&seat.cities),
            "hours": seat.hours.to_string(),
            "shift_minutes": seat.shift,
        })
    };
    json!({
        "seats": set.seats.iter().map(seat).collect::<Vec<_>>(),
        "overlap_mean": set.together.0,
        "overlap_mean_member": set.with_mean.0,
        "coverage_gain": set.gain.0,
        "chain_minutes_per_day_gain": set.chain.map(|chain| chain.covered_growth().0),
        "chain_gap_minutes_shrink": set.chain.map(|chain| chain.gap_shrink().0),
        "score": set.score,
        "exact": set.exact,
        "untried": set.untried,
    })
}

/// The offsets of the advert's band in a part of the horizon, in minutes from UTC.
fn band(season: &BandSeason) -> Value {
    json!({
        "from": season.span.start.to_string(),
        "to": season.span.end.to_string(),
        "least_offset_minutes": season.from.0,
        "largest_offset_minutes": season.to.0,
    })
}

fn place(line: &Line, members: &[String]) -> Value {
    let mut value = json!({
        "zone": line.zone.name(),
        "zones": line.zones.iter().map(|zone| zone.name()).collect::<Vec<_>>(),
        "cities": largest(&line.cities),
    });
    add(&mut value, outcome(&line.figures, line.score, &line.fails, members));
    add(&mut value, json!({ "holidays": holidays(line.holidays), "why": words::hire::why(line, members) }));
    value
}

fn candidate(who: &JudgedCandidate, members: &[String]) -> Value {
    let mut value = json!({
        "name": who.name,
        "place": who.place.short_name(),
        "zone": who.place.zone.name(),
    });
    add(&mut value, outcome(&who.figures, who.score, &who.fails, members));
    add(&mut value, json!({ "holidays": holidays(who.holidays) }));
    value
}

/// What a hire adds; durations a week unless the key says otherwise.
fn outcome(figures: &Figures, score: f64, fails: &[Fail], members: &[String]) -> Value {
    let shared = members.iter().zip(&figures.members).enumerate();
    let wait = |response: Option<&Response>| {
        json!({
            "mean_minutes": response.and_then(|response| response.mean).map(|minutes| minutes.0),
            "max_minutes": response.and_then(|response| response.longest).map(|minutes| minutes.0),
        })
    };
    let member = |(i, (name, shared)): (usize, (&String, &crate::plan::hire::Shared))| {
        json!({
            "name": name,
            "overlap_mean": shared.mean.0,
            "overlap_worst": shared.worst.0,
            "waits_for_hire": wait(figures.responses_to.get(i)),
            "hire_waits": wait(figures.responses_from.get(i)),
        })
    };
    json!({
        "hours": figures.hours.to_string(),
        "shift_minutes": figures.shift,
        "overlap_mean": figures.together.mean.0,
        "overlap_worst": figures.together.worst.0,
        "coverage_gain": figures.coverage.gain.0,
        "coverage_before": figures.coverage.before.0,
        "coverage_after": figures.coverage.after.0,
        "chain_minutes_per_day_gain": figures.chain.map(|chain| chain.covered_growth().0),
        "chain_gap_minutes_shrink": figures.chain.map(|chain| chain.gap_shrink().0),
        "contact_mean": figures.contact.map(|contact| contact.0),
        "score": score,
        "fails": fails.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "members": shared.map(member).collect::<Vec<_>>(),
    })
}

/// Public holidays over the horizon, in days.
fn holidays(common: Option<CommonHolidays>) -> Value {
    common.map_or(Value::Null, |common| {
        json!({
            "country": common.country.code(),
            "own": common.own,
            "with_some": common.with_some,
            "with_all": common.with_all,
            "with_mean_member": common.tenths_with_mean as f64 / 10.0,
        })
    })
}

fn add(value: &mut Value, more: Value) {
    if let (Value::Object(all), Value::Object(more)) = (value, more) {
        all.extend(more);
    }
}

/// The largest cities of all and the largest of each zone, by population.
fn largest(cities: &[&City]) -> Vec<String> {
    let mut zones = Vec::new();
    let mut named = Vec::new();
    for (i, city) in cities.iter().enumerate() {
        let is_first = !zones.contains(&city.zone);
        if is_first {
            zones.push(city.zone);
        }
        if i < LARGEST || is_first {
            named.push(format!("{}, {}", city.name, city.country.code()));
        }
    }
    named
}
