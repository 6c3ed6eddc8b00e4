use std::cmp::Reverse;

use chrono::Weekday;

use crate::availability::{seasons, steady_week};
use crate::team::Member;
use crate::time::{Minutes, Offset, Span, Spans, TimeOfDay, Zone};
use crate::world::City;

use super::{Fail, Line, Question};

/// What a job advert may promise to everybody within a band of offsets.
#[derive(Clone, Debug, PartialEq)]
pub struct Advert {
    /// The smallest UTC offset of the band.
    pub from: Offset,
    /// The largest.
    pub to: Offset,
    /// Large cities inside the band, from west to east.
    pub examples: Vec<&'static City>,
    /// The start of the promised time of every workday, in the local time of `place`.
    pub start: TimeOfDay,
    /// Its length.
    pub length: Minutes,
    /// The member in whose local time the promise is told.
    pub member: String,
    /// Their zone.
    pub zone: Zone,
    /// What people call that place.
    pub place: String,
    /// Whether the promised time is shared with the whole team, or with that member alone.
    pub with_all: bool,
    /// Every zone whose offsets all lie within the band; all of them keep the promise.
    pub zones: Vec<Zone>,
}

/// One zone's year as the promise sees it.
struct Year {
    zone: Zone,
    least: Offset,
    most: Offset,
    /// Minutes of a day of the reference's clock that are shared on each of their workdays, in every season.
    shared: Spans,
    people: u64,
}

/// The promise with the most people-hours: a time of day, from one hour up to the target in half-hours, that everybody in a band of
/// offsets shares with the team (or, when the team itself shares nothing all year, with one member) on every workday.
///
/// The member whose clock and workdays the promise is told in is the first one who stays at home. A zone is inside the band when every offset that it has in the horizon is. Zones that fail a requirement break the band.
pub fn advert(question: &Question, lines: &[Line]) -> Option<Advert> {
    let at_home = question.members.iter().position(|member| member.stays.is_empty());
    let reference = at_home.unwrap_or(0);
    question.members.first()?;
    let wanted = question.policy.target_overlap.0.clamp(60, 8 * 60) / 30 * 30;
    for with in [question.members.to_vec(), vec![question.members[reference]]] {
        let reference = question.members[reference];
        let with_all = with.len() == question.members.len();
        let years: Vec<Year> = lines.iter().flat_map(|line| years(question, line, reference, &with)).collect();
        let starts = |length: i64| (0..=(1440 - length) / 30).map(move |step| (step * 30, length));
        let promises = (2..=wanted / 30).map(|half_hours| half_hours * 30).flat_map(starts);
        let bands = promises.filter_map(|(start, length)| {
            let promised = Span::new(day_minute(start), day_minute(start + length))?;
            band(&years, promised).map(|band| (band, start, length))
        });
        // Of equal reach the earlier start.
        let best = bands.min_by_key(|(band, start, length)| (Reverse(band.people * *length as u64), *start));
        let Some((band, start, length)) = best else { continue };
        return Some(Advert {
            from: band.from,
            to: band.to,
            examples: examples(lines, &band.zones),
            start: TimeOfDay::from_minutes(start as u16)?,
            length: Minutes(length),
            member: reference.name.clone(),
            zone: reference.home.zone,
            place: reference.home.short_name(),
            with_all,
            zones: band.zones,
        });
    }
    None
}

fn day_minute(minute: i64) -> crate::time::Instant {
    crate::availability::WEEK.start + Minutes(minute)
}

/// The years of a line's zones. A line that fails a requirement keeps no promise; one without a wanted city keeps it for nobody.
fn years(question: &Question, line: &Line, reference: &Member, with: &[&Member]) -> Vec<Year> {
    let horizon = question.horizon;
    line.zones
        .iter()
        .map(|&zone| {
            let changes = zone.transitions(horizon).map(|change| change.after);
            let offsets: Vec<Offset> = [zone.offset_at(horizon.start)].into_iter().chain(changes).collect();
            let keeps = line.fails.iter().all(|fail| !matches!(fail, Fail::Requirement { .. }));
            let shared = if keeps { shared(question.horizon, line, zone, reference, with) } else { Spans::EMPTY };
            let wanted = line.cities.iter().filter(|city| line.fails.is_empty() && city.zone == zone);
            let people = wanted.map(|city| u64::from(city.population)).sum();
            Year {
                zone,
                least: offsets.iter().min().copied().unwrap_or(Offset(0)),
                most: offsets.iter().max().copied().unwrap_or(Offset(0)),
                shared,
                people,
            }
        })
        .collect()
}

/// The minutes of the reference's day that a hire in `zone` shares with all of `with` on every workday of the reference, in every
/// season.
fn shared(horizon: Span, line: &Line, zone: Zone, reference: &Member, with: &[&Member]) -> Spans {
    let workdays: Vec<i64> = (0..7u8)
        .filter_map(|day| Weekday::try_from(day).ok())
        .filter(|day| !reference.hours.starting_on(*day).is_empty())
        .map(|day| i64::from(day.num_days_from_monday()))
        .collect();
    let everybody: Vec<&Member> = [reference].into_iter().chain(with.iter().copied()).collect();
    let mut sets = Vec::new();
    for season in seasons(&everybody, horizon) {
        let clock = season.offsets[0];
        let relative = |offset: Offset| Offset(offset.0 - clock.0);
        let team =
            with.iter().zip(&season.offsets).map(|(member, &offset)| steady_week(&member.hours, relative(offset)));
        let changes = zone.transitions(season.span).map(|change| change.after);
        let hire = [zone.offset_at(season.span.start)].into_iter().chain(changes);
        let weeks = team.chain(hire.map(|offset| steady_week(&line.figures.hours, relative(offset))));
        for week in weeks {
            sets.extend(workdays.iter().map(|&day| day_of(&week, day)));
        }
    }
    Spans::at_least(sets.len(), &sets.iter().collect::<Vec<_>>())
}

/// One day of a week, as minutes of the day.
fn day_of(week: &Spans, day: i64) -> Spans {
    let start = Minutes(day * 1440);
    let Some(span) = Span::new(day_minute(start.0), day_minute(start.0 + 1440)) else { return Spans::EMPTY };
    week.clip(span).iter().map(|span| Span { start: span.start - start, end: span.end - start }).collect()
}

struct Band {
    from: Offset,
    to: Offset,
    zones: Vec<Zone>,
    people: u64,
}

/// The band of offsets with most people of which every zone shares all of `promised`.
fn band(years: &[Year], promised: Span) -> Option<Band> {
    let keeps: Vec<&Year> = years.iter().filter(|year| year.shared.covers(promised)).collect();
    let mut ends: Vec<Offset> = keeps.iter().flat_map(|year| [year.least, year.most]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut best: Option<Band> = None;
    for (i, &from) in ends.iter().enumerate() {
        for &to in &ends[i..] {
            let inside = |year: &&Year| from <= year.least && year.most <= to;
            if years.iter().any(|year| inside(&year) && !year.shared.covers(promised)) {
                break;
            }
            let zones: Vec<&Year> = keeps.iter().copied().filter(inside).collect();
            let people = zones.iter().map(|year| year.people).sum();
            let tight = zones.iter().any(|year| year.least == from) && zones.iter().any(|year| year.most == to);
            if tight && best.as_ref().is_none_or(|best| best.people < people) {
                best = Some(Band { from, to, zones: zones.iter().map(|year| year.zone).collect(), people });
            }
        }
    }
    best.filter(|band| band.people > 0)
}

/// The largest city of the westernmost, middle and easternmost zones of the band, and the largest of all.
fn examples(lines: &[Line], zones: &[Zone]) -> Vec<&'static City> {
    let mut cities: Vec<&'static City> = lines
        .iter()
        .filter(|line| line.fails.is_empty())
        .flat_map(|line| &line.cities)
        .copied()
        .filter(|city| zones.contains(&city.zone))
        .collect();
    cities.sort_by_key(|city| Reverse(city.population));
    let mut chosen: Vec<&'static City> = Vec::new();
    for city in cities {
        if chosen.len() == 4 {
            break;
        }
        if chosen.iter().all(|other| other.zone != city.zone && other.country != city.country) {
            chosen.push(city);
        }
    }
    chosen.sort_by(|a, b| a.longitude.total_cmp(&b.longitude));
    chosen
}
