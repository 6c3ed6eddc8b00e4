//! The line for the job advert: a promise that holds for every zone of a band, and for no other.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::availability::seasons;
use crate::team::Member;
use crate::time::{Minutes, Offset, Span, Spans, TimeOfDay, Zone};
use crate::world::City;

use super::ask::Question;
use super::line::Line;
use super::promise::{Keeper, Promised, Reference};
use super::seat::Steps;

/// What a job advert may promise to everybody within a band of offsets, and to nobody else.
///
/// A zone is inside the band when every offset that it has on workdays of each of the [`Advert::seasons`] is in that season's. Exactly the
/// zones inside keep the promise: with hours that the opening allows, the same all year, and without failing a requirement they share all
/// of the promised time of every workday of the member in whose clock it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Advert {
    /// The smallest UTC offset of the band in its first season.
    pub from: Offset,
    /// The largest.
    pub to: Offset,
    /// The band through the horizon; one season if it is the same all the time.
    pub seasons: Vec<BandSeason>,
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
    /// Every zone of a city that is inside the band.
    pub zones: Vec<Zone>,
}

/// The offsets of a band in a part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandSeason {
    /// The part of the year.
    pub span: Span,
    /// The smallest UTC offset.
    pub from: Offset,
    /// The largest.
    pub to: Offset,
}

/// The promise with the most people-hours: a time of day, from one hour up to the target in half-hours, for which there is a band. When
/// the whole team shares nothing all year, it is a time with one member: the first one who stays at home, whose clock and workdays
/// the promise is told in.
pub(super) fn advert(question: &Question, sites: &[Promised], lines: &[Line]) -> Option<Advert> {
    let at_home = question.members.iter().position(|member| member.stays.is_empty());
    let reference = *question.members.get(at_home.unwrap_or(0))?;
    let people = people(lines);
    [question.members, &[reference]].into_iter().find_map(|with| {
        let found = best(question, sites, &people, reference, with)?;
        Some(Advert {
            from: found.seasons[0].from,
            to: found.seasons[0].to,
            examples: examples(lines, &found.zones),
            seasons: found.seasons,
            start: TimeOfDay::from_minutes(found.start as u16)?,
            length: Minutes(found.length),
            member: reference.name.clone(),
            zone: reference.home.zone,
            place: reference.home.short_name(),
            with_all: with.len() == question.members.len(),
            zones: found.zones,
        })
    })
}

/// People in the cities that are wanted, by zone.
fn people(lines: &[Line]) -> HashMap<Zone, u64> {
    let mut people = HashMap::new();
    for city in lines.iter().filter(|line| line.fails.is_empty()).flat_map(|line| &line.cities) {
        *people.entry(city.zone).or_default() += u64::from(city.population);
    }
    people
}

/// A promise and its band.
struct Promise {
    start: i64,
    length: i64,
    seasons: Vec<BandSeason>,
    zones: Vec<Zone>,
}

fn best(
    question: &Question,
    sites: &[Promised],
    people: &HashMap<Zone, u64>,
    reference: &Member,
    with: &[&Member],
) -> Option<Promise> {
    let clock = Reference::new(question.horizon, reference, with);
    if clock.is_empty() || !clock.is_worked(question.horizon) {
        return None;
    }
    let mut keeper = Keeper::new(&clock);
    let shared: Vec<Vec<Spans>> = sites.iter().map(|site| keeper.shared(site)).collect();
    let reach: Vec<u64> =
        sites.iter().map(|site| site.zones.iter().filter_map(|zone| people.get(zone)).sum()).collect();
    let wanted = question.policy.target_overlap.0.clamp(60, 8 * 60) / 30;
    let mut promises: Vec<(u64, i64, i64)> = (2..=wanted)
        .map(|half_hours| half_hours * 30)
        .flat_map(|length| (0..=(1440 - length) / 30).map(move |step| (step * 30, length)))
        .map(|(start, length)| {
            let keeps = |site: &usize| keeps(&shared[*site], start, length);
            ((0..sites.len()).filter(keeps).map(|site| reach[site]).sum::<u64>() * length as u64, start, length)
        })
        .filter(|(worth, ..)| *worth > 0)
        .collect();
    promises.sort_unstable_by_key(|&(worth, start, length)| (Reverse(worth), start, length));
    let partitions = partitions(question.horizon, reference, with);
    promises.into_iter().find_map(|(_, start, length)| {
        let inside: Vec<bool> = shared.iter().map(|shared| keeps(shared, start, length)).collect();
        let seasons = partitions.iter().find_map(|spans| band(&clock, spans, sites, &inside))?;
        let zones = sites.iter().zip(&inside).filter(|(_, inside)| **inside).flat_map(|(site, _)| site.zones.clone());
        Some(Promise { start, length, seasons, zones: zones.collect() })
    })
}

fn keeps(shared: &[Spans], start: i64, length: i64) -> bool {
    let day = crate::availability::WEEK.start;
    let promised = Span { start: day + Minutes(start), end: day + Minutes(start + length) };
    shared.iter().any(|shared| shared.covers(promised))
}

/// The parts in which a band may be told, the plainest first: the whole year, the seasons of the clock, those of the whole team.
fn partitions(horizon: Span, reference: &Member, with: &[&Member]) -> Vec<Vec<Span>> {
    let of = |members: &[&Member]| seasons(members, horizon).iter().map(|season| season.span).collect::<Vec<_>>();
    let mut found = vec![vec![horizon], of(&[reference]), of(with)];
    found.dedup();
    found
}

/// The band that holds the offsets of exactly these sites; none when it would hold others too.
fn band(clock: &Reference, spans: &[Span], sites: &[Promised], inside: &[bool]) -> Option<Vec<BandSeason>> {
    let mut seasons: Vec<BandSeason> = Vec::with_capacity(spans.len());
    for &span in spans.iter().filter(|span| clock.is_worked(**span)) {
        let kept = sites.iter().zip(inside).filter(|(_, inside)| **inside);
        let offsets = kept.filter_map(|(site, _)| range(clock, &site.steps, span));
        let (from, to) = offsets.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        seasons.push(BandSeason { span, from, to });
    }
    let holds = |site: &Promised| {
        seasons.iter().all(|season| {
            range(clock, &site.steps, season.span).is_none_or(|(least, most)| season.from <= least && most <= season.to)
        })
    };
    if sites.iter().zip(inside).any(|(site, inside)| holds(site) != *inside) {
        return None;
    }
    seasons.dedup_by(|next, last| {
        let is_same = (next.from, next.to) == (last.from, last.to);
        if is_same {
            last.span.end = next.span.end;
        }
        is_same
    });
    Some(seasons)
}

/// The smallest and the largest offset on workdays within a span, if there are any.
fn range(clock: &Reference, steps: &Steps, span: Span) -> Option<(Offset, Offset)> {
    let ends = steps.iter().skip(1).map(|&(at, _)| at).chain([span.end]);
    let parts = steps.iter().zip(ends).filter_map(|(&(start, offset), end)| {
        let part = Span::new(start.max(span.start), end.min(span.end))?;
        clock.is_worked(part).then_some((offset, offset))
    });
    parts.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The largest cities inside the band, of different zones and countries, from west to east.
fn examples(lines: &[Line], zones: &[Zone]) -> Vec<&'static City> {
    let mut largest: Vec<&'static City> = Vec::new();
    for line in lines.iter().filter(|line| line.fails.is_empty()) {
        for zone in line.zones.iter().filter(|zone| zones.contains(zone)) {
            let mut seen = Vec::new();
            for city in line.cities.iter().filter(|city| city.zone == *zone) {
                if !seen.contains(&city.country) && seen.len() < 4 {
                    seen.push(city.country);
                    largest.push(city);
                }
            }
        }
    }
    largest.sort_by_key(|city| (Reverse(city.population), city.name));
    let mut chosen: Vec<&'static City> = Vec::new();
    for city in largest {
        if chosen.len() < 4 && chosen.iter().all(|other| other.zone != city.zone && other.country != city.country) {
            chosen.push(city);
        }
    }
    chosen.sort_by(|a, b| a.longitude.total_cmp(&b.longitude));
    chosen
}
