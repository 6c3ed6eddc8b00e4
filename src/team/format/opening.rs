//! Openings, as a file has them.

use super::decoder::Decoder;
use super::form::{By, Duration, Form, Group, List, OWN_NAME, TRUTH, Whole};
use super::goal::GOAL;
use super::layout::Layout;
use super::row::{CityOrZone, Own, needed, optional};
use super::table::{Table, nothing_more};
use crate::spelling::did_you_mean;
use crate::team::ron::{Node, Value};
use crate::team::{Candidate, Opening, Place, Requirement};
use crate::time::{Hours, Minutes, Zone};
use crate::world::Country;

pub(super) static OPENING: Table<Opening> = Table {
    name: "Opening",
    said: "an opening",
    blank: |()| Opening::new(""),
    rows: &[
        needed!(Opening.name, OWN_NAME),
        optional!(Opening.hours, WORKING_HOURS),
        optional!(Opening.shift, HALF_HOURS),
        optional!(Opening.countries, COUNTRIES),
        &Own::<Opening> {
            names: ["not_countries"],
            read: |decoder, fields, opening, ()| {
                let read = |decoder: &mut Decoder<'_>, node: &Node| decoder.countries(node, &opening.countries);
                opening.not_countries = decoder.optional(fields, "not_countries", read).unwrap_or_default();
                Some(())
            },
            show: |opening| {
                let countries = &opening.not_countries;
                (!countries.is_empty()).then(|| COUNTRIES.show(countries))
            },
        },
        optional!(Opening.min_population, Whole { what: "the population", least: 0, most: 100_000_000 }),
        optional!(Opening.requirements, List(Group(&REQUIREMENT))),
        optional!(Opening.goal, GOAL),
        optional!(Opening.fades_with_distance, TRUTH),
        optional!(Opening.people, Whole { what: "the number of people", least: 1, most: 3 }),
        &Own::<Opening> {
            names: ["candidates"],
            read: |decoder, fields, opening, ()| {
                let hours = &opening.hours;
                let one = |decoder: &mut Decoder<'_>, node: &Node| CANDIDATE.read_within(decoder, node, hours);
                let read = |decoder: &mut Decoder<'_>, node: &Node| decoder.named_list(node, one);
                opening.candidates = decoder.optional(fields, "candidates", read).unwrap_or_default();
                Some(())
            },
            show: |opening| {
                let show = |who| Layout::Group("", CANDIDATE.show_within(who, &opening.hours));
                (!opening.candidates.is_empty()).then(|| Layout::List(opening.candidates.iter().map(show).collect()))
            },
        },
    ],
    check: nothing_more,
};

pub(super) static REQUIREMENT: Table<Requirement> = Table {
    name: "Requirement",
    said: "a requirement",
    blank: |()| Requirement { with: Vec::new(), at_least: Minutes::ZERO },
    rows: &[
        needed!(Requirement.with, COLLEAGUES),
        needed!(
            Requirement.at_least,
            Duration { what: "the overlap of a workday", least: Minutes(1), most: Minutes::DAY }
        ),
    ],
    check: nothing_more,
};

/// The group around is an opening: its hours are those of a candidate who writes none.
pub(super) static CANDIDATE: Table<Candidate, Hours> = Table {
    name: "Candidate",
    said: "a candidate",
    blank: |hours| Candidate { name: String::new(), place: Place::zone(Zone::UTC), hours: hours.clone() },
    rows: &[
        needed!(Candidate.name, OWN_NAME),
        &CityOrZone { get: |candidate: &Candidate| candidate.place, get_mut: |candidate| &mut candidate.place },
        optional!(Candidate.hours, WORKING_HOURS),
    ],
    check: nothing_more,
};

const HALF_HOUR: i64 = 30;

const WORKING_HOURS: By<Hours> =
    By { read: |decoder, node| decoder.working_hours(node), show: |hours| Layout::quoted(hours) };
const HALF_HOURS: By<Minutes> =
    By { read: |decoder, node| decoder.half_hours(node), show: |minutes| Layout::quoted(minutes) };
const COUNTRIES: By<Vec<Country>> = By {
    read: |decoder, node| decoder.countries(node, &[]),
    show: |countries| Layout::texts(&countries.iter().copied().map(Country::code).collect::<Vec<_>>()),
};
const COLLEAGUES: By<Vec<String>> =
    By { read: |decoder, node| decoder.colleagues(node), show: |names| Layout::texts(names) };

impl Decoder<'_> {
    /// Hours in which somebody works at all.
    fn working_hours(&mut self, node: &Node) -> Option<Hours> {
        let hours = self.hours(node)?;
        if hours.is_off() {
            self.error(node.range.clone(), "a hire without hours shares none; write for example \"Mo-Fr 09:00-17:00\"");
            return None;
        }
        Some(hours)
    }

    fn half_hours(&mut self, node: &Node) -> Option<Minutes> {
        let shift = self.duration(node, "the shift of hours", Minutes::ZERO, Minutes::hours(12))?;
        if shift.0 % HALF_HOUR == 0 {
            return Some(shift);
        }
        let before = Minutes(shift.0 - shift.0 % HALF_HOUR);
        self.error(node.range.clone(), format!("hours shift by whole half-hours{}", did_you_mean([before])));
        None
    }

    /// Countries, each once and none of `others`.
    fn countries(&mut self, node: &Node, others: &[Country]) -> Option<Vec<Country>> {
        let mut named: Vec<Country> = Vec::new();
        self.list(node, |decoder, node| {
            let country = decoder.country(node)?;
            if named.contains(&country) {
                decoder.error(node.range.clone(), format!("{} is named twice", country.name()));
                return None;
            }
            if others.contains(&country) {
                decoder.error(node.range.clone(), format!("{} is both allowed and excluded", country.name()));
                return None;
            }
            named.push(country);
            Some(country)
        })
    }

    fn colleagues(&mut self, node: &Node) -> Option<Vec<String>> {
        if matches!(&node.value, Value::List(names) if names.is_empty()) {
            self.error(node.range.clone(), "a requirement names at least one member");
        }
        self.member_names(node, &[])
    }
}
