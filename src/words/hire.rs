//! Sentences about places for a hire.

use chrono::{Datelike, NaiveDate};

use crate::plan::hire::{
    Advert, BandSeason, ChainGrowth, CommonHolidays, Fail, Figures, JudgedCandidate, Line, Seat, SetPlan,
};
use crate::time::{Minutes, Offset, Span};
use crate::world::City;

use super::amount::{count, duration, grouped};
use super::clock::{Clock, list};
use super::handoff::dates;

/// The line for a job advert: `Anywhere from UTC-5 to UTC+1 (for example Bogotá, Lisbon): you share 10:00-14:00 Lisbon time with the team
/// all year.` Where the band moves with the clocks, it says from when to when: `Anywhere from UTC-1 to UTC+3 (UTC to UTC+4 from 28 March
/// to 30 October 2027; for example ...)`.
pub fn advert_line(advert: &Advert, clock: Clock) -> String {
    let range = |from: Offset, to: Offset| {
        if from == to { offset(from) } else { format!("{} to {}", offset(from), offset(to)) }
    };
    let lead = if advert.from == advert.to { "Anywhere at" } else { "Anywhere from" };
    let others = advert.seasons.iter().filter(|season| (season.from, season.to) != (advert.from, advert.to));
    let other = |season: &BandSeason| {
        let last = advert.zone.local(season.span.end - Minutes(1)).date();
        let first = advert.zone.local(season.span.start).date();
        let written = |date: NaiveDate, form: &str| date.format(form).to_string();
        let first = written(first, if first.year() == last.year() { "%-d %B" } else { "%-d %B %Y" });
        format!("{} from {first} to {}", range(season.from, season.to), written(last, "%-d %B %Y"))
    };
    let mut asides: Vec<String> = others.map(other).collect();
    if !advert.examples.is_empty() {
        let names: Vec<&str> = advert.examples.iter().map(|city| city.name).collect();
        asides.push(format!("for example {}", names.join(", ")));
    }
    let asides = if asides.is_empty() { String::new() } else { format!(" ({})", asides.join("; ")) };
    let hours = clock.range(advert.start.minutes().into(), advert.length);
    let whom = if advert.with_all { "the team" } else { &advert.member };
    let band = range(advert.from, advert.to);
    let when = advert.seasons.first().zip(advert.seasons.last()).map(|(first, last)| (first.span.start, last.span.end));
    let when = match when.and_then(|(start, end)| Span::new(start, end)) {
        Some(span) if span.minutes() < Minutes(52 * Minutes::WEEK.0) => format!("from {}", dates(span)),
        _ => "all year".to_owned(),
    };
    format!("{lead} {band}{asides}: you share {hours} {} time with {whom} {when}.", advert.place)
}

/// A set of places in a sentence: `New York (Mo-Fr 08:00-16:00) and Manila: together they share 9 h a week with a mean member and cover 65 h
/// that nobody covered.`
pub fn set_sentence(set: &SetPlan) -> String {
    let seat = |seats: &[Seat]| {
        let seat = &seats[0];
        let place = seat.cities.first().map_or_else(|| seat.zones[0].name(), |city| city.name);
        let often = ["", "", " twice", " three times"].get(seats.len()).copied().unwrap_or_default();
        let hours = if seat.shift == 0 { String::new() } else { format!(" ({})", seat.hours) };
        format!("{place}{often}{hours}")
    };
    let seats: Vec<String> = set.seats.chunk_by(|a, b| a == b).map(seat).collect();
    let some = |minutes: Minutes| (minutes > Minutes::ZERO).then(|| duration(minutes));
    let chain = set.chain.unwrap_or_default();
    let gives: Vec<String> = [
        some(set.together).map(|shared| format!("share {shared} a week with the whole team at once")),
        some(set.with_mean).map(|shared| format!("share {shared} a week with a mean member")),
        some(set.gain).map(|covered| format!("cover {covered} a week that nobody covered")),
        some(chain.covered_growth()).map(|more| format!("add {more} a day to the handoff chain")),
        some(chain.gap_shrink()).map(|less| format!("shorten its longest gap by {less}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let gives = if gives.is_empty() { "share nothing and cover nothing new".to_owned() } else { list(&gives) };
    format!("{}: together they {gives}.", list(&seats))
}

/// Whether another set may be better.
pub fn set_proof(set: &SetPlan) -> String {
    match set.untried {
        0 if set.exact => "No set is better.".to_owned(),
        0 => "The best that was found; a slightly better set may exist.".to_owned(),
        untried => format!(
            "The best that was found; not tried, being less promising alone: {} (a place and its hours each).",
            count(untried, "seat")
        ),
    }
}

/// An offset as adverts write it: `UTC-5`, `UTC+5:30`, `UTC`.
pub fn offset(offset: Offset) -> String {
    let (sign, minutes) = (if offset.0 < 0 { '-' } else { '+' }, offset.0.abs());
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// The largest cities of a line: `Bogotá, Lima, Quito and 41 more`.
pub fn cities(cities: &[&City], most: usize) -> String {
    let shown: Vec<&str> = cities.iter().take(most).map(|city| city.name).collect();
    match cities.len().saturating_sub(most) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// Why a place cannot be the one: `shares nothing a workday with Ana in the worst season, wanted are 2 h`.
pub fn failed(fail: &Fail) -> String {
    match fail {
        Fail::Requirement { with, at_least, found } => {
            let found = if found.0 == 0 { "nothing".to_owned() } else { duration(*found) };
            format!("shares {found} a workday with {with} in the worst season, wanted are {}", duration(*at_least))
        }
        Fail::Country => "in no allowed country".to_owned(),
        Fail::Population(least) => format!("no city of {} people or more", grouped((*least).into())),
    }
}

/// Why a line ranks where it does, a sentence each, the most important first: what it fails, then what it gives.
pub fn why(line: &Line, members: &[String]) -> Vec<String> {
    reasons(&line.figures, &line.fails, line.holidays.as_ref(), members)
}

/// The same of a candidate with a name.
pub fn why_candidate(who: &JudgedCandidate, members: &[String]) -> Vec<String> {
    reasons(&who.figures, &who.fails, who.holidays.as_ref(), members)
}

fn reasons(figures: &Figures, fails: &[Fail], common: Option<&CommonHolidays>, members: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = fails.iter().map(|fail| format!("Fails: {}.", failed(fail))).collect();
    parts.push(shared(figures, members));
    if let Some(contact) = figures.contact {
        let each = duration(contact);
        parts.push(format!(
            "As contact fades by 11 % an hour between the clocks, that is worth {each} a week with a mean member."
        ));
    }
    if figures.coverage.gain.0 > 0 {
        parts.push(format!("{} of the week are covered that nobody covered.", duration(figures.coverage.gain)));
    } else {
        parts.push("Somebody of the team is always there already.".to_owned());
    }
    parts.extend(figures.chain.and_then(chain));
    parts.extend(slowest(figures, members));
    if figures.shift != 0 {
        let way = if figures.shift > 0 { "later" } else { "earlier" };
        let by = duration(Minutes(i64::from(figures.shift.abs())));
        parts.push(format!("This is with the hours {}, {by} {way} than wanted.", figures.hours));
    }
    parts.extend(common.filter(|common| common.own > 0).map(holidays));
    parts
}

/// What is shared with everybody, and with whom least.
fn shared(figures: &Figures, members: &[String]) -> String {
    let all = figures.together;
    let mean = duration(all.mean);
    let everybody = if figures.team == Minutes::ZERO {
        let each = duration(figures.with_mean().mean);
        format!("The team is never all together; {each} a week are shared with a mean member.")
    } else if all.worst == all.mean {
        format!("{mean} a week shared with everybody at once, the same in every season.")
    } else {
        format!("{mean} a week shared with everybody at once, {} in the worst season.", duration(all.worst))
    };
    let least = members.iter().zip(&figures.members).min_by_key(|(_, shared)| (shared.worst, shared.mean));
    match least.filter(|_| members.len() > 1) {
        Some((name, shared)) => {
            format!("{everybody} Least with {name}: {} in the worst season.", duration(shared.worst))
        }
        None => everybody,
    }
}

/// What happens to the handoff chain, if anything.
fn chain(chain: ChainGrowth) -> Option<String> {
    let (growth, shrink) = (chain.covered_growth(), chain.gap_shrink());
    if growth.0 <= 0 {
        return None;
    }
    let grows = format!("The handoff chain covers {} more a day", duration(growth));
    Some(if shrink.0 > 0 {
        format!("{grows}, and its longest gap shrinks by {}.", duration(shrink))
    } else {
        format!("{grows}.")
    })
}

/// Who waits longest for the hire.
fn slowest(figures: &Figures, members: &[String]) -> Option<String> {
    let waits = members.iter().zip(&figures.responses_to).filter_map(|(name, wait)| Some((name, wait.mean?)));
    let (name, mean) = waits.max_by_key(|&(_, mean)| mean)?;
    (mean.0 > 0).then(|| format!("{name} waits longest for an answer: {} on average.", duration(mean)))
}

/// The holidays that a place and the team have in common: `9 of 14 public holidays in Portugal are some member's too, 2 everybody's.`
pub fn holidays(common: &CommonHolidays) -> String {
    format!(
        "{} of {} in {} {} some member's too, {} everybody's.",
        common.with_some,
        count(common.own, "public holiday"),
        common.country.name(),
        if common.with_some == 1 { "is" } else { "are" },
        common.with_all
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::hire::{Coverage, Shared};
    use crate::time::{Hours, Instant, TimeOfDay, Zone};

    #[test]
    fn the_advert_says_band_examples_and_promise() {
        let lisbon = crate::world::cities().find("Lisbon").expect("a city");
        let day = |m, d| Instant::midnight(NaiveDate::from_ymd_opt(2027, m, d).expect("a date"));
        let season = |from, to, least, most| BandSeason {
            span: Span { start: from, end: to },
            from: Offset(least),
            to: Offset(most),
        };
        let mut advert = Advert {
            from: Offset(-300),
            to: Offset(60),
            seasons: vec![season(day(1, 1), day(12, 31), -300, 60)],
            examples: vec![lisbon],
            start: TimeOfDay::from_minutes(600).expect("a time"),
            length: Minutes(240),
            member: "Ana".to_owned(),
            zone: Zone::UTC,
            place: "Lisbon".to_owned(),
            with_all: true,
            zones: Vec::new(),
        };
        assert_eq!(
            advert_line(&advert, Clock::Hours24),
            "Anywhere from UTC-5 to UTC+1 (for example Lisbon): you share 10:00-14:00 Lisbon time with the team all year."
        );
        advert.seasons = vec![
            season(day(1, 1), day(3, 28), -300, 60),
            season(day(3, 28), day(10, 31), -240, 120),
            season(day(10, 31), day(12, 31), -300, 60),
        ];
        assert_eq!(
            advert_line(&advert, Clock::Hours24),
            "Anywhere from UTC-5 to UTC+1 (UTC-4 to UTC+2 from 28 March to 30 October 2027; for example Lisbon): you share \
             10:00-14:00 Lisbon time with the team all year."
        );
        advert.seasons.truncate(1);
        assert!(
            advert_line(&advert, Clock::Hours24).ends_with(" with the team from 1 January to 27 March 2027."),
            "nothing is promised of what was not looked at"
        );
        assert_eq!(offset(Offset(345)), "UTC+5:45");
        assert_eq!(offset(Offset(0)), "UTC");
    }

    #[test]
    fn a_set_says_what_it_gives_and_nothing_of_what_it_does_not() {
        let seat = |zone: &str, shift| Seat {
            zones: vec![Zone::named(zone).expect("a zone")],
            cities: Vec::new(),
            hours: Hours::parse("Mo-Fr 10:00-18:00").expect("hours"),
            shift,
        };
        let mut set = SetPlan {
            seats: vec![seat("Asia/Manila", 0), seat("Europe/London", 60), seat("Europe/London", 60)],
            together: Minutes::ZERO,
            with_mean: Minutes::hours(9),
            gain: Minutes::hours(65),
            chain: None,
            score: 12.0,
            exact: true,
            untried: 0,
        };
        assert_eq!(set_proof(&set), "No set is better.");
        assert_eq!(
            set_sentence(&set),
            "Asia/Manila and Europe/London twice (Mo-Fr 10:00-18:00): together they share 9 h a week with a mean member and cover 65 h \
             a week that nobody covered."
        );
        (set.with_mean, set.gain) = (Minutes::ZERO, Minutes::ZERO);
        assert!(set_sentence(&set).ends_with(": together they share nothing and cover nothing new."));
        set.exact = false;
        assert_eq!(set_proof(&set), "The best that was found; a slightly better set may exist.");
        set.untried = 1;
        assert!(set_proof(&set).ends_with("less promising alone: 1 seat (a place and its hours each)."));
    }

    #[test]
    fn reasons_name_what_is_shared_covered_and_failed() {
        let week = |mean, worst| Shared { mean: Minutes::hours(mean), worst: Minutes::hours(worst) };
        let mut figures = Figures {
            shift: -60,
            hours: Hours::parse("Mo-Fr 08:00-16:00").expect("hours"),
            members: vec![week(20, 15), week(12, 10)],
            together: week(9, 8),
            team: Minutes::hours(15),
            coverage: Coverage { before: Minutes::ZERO, after: Minutes::hours(5), gain: Minutes::hours(5) },
            responses_to: Vec::new(),
            responses_from: Vec::new(),
            chain: None,
            own: Minutes::hours(40),
            contact: None,
        };
        let members = ["Ana".to_owned(), "Bo".to_owned()];
        assert_eq!(
            reasons(&figures, &[Fail::Country], None, &members),
            [
                "Fails: in no allowed country.",
                "9 h a week shared with everybody at once, 8 h in the worst season. Least with Bo: 10 h in the worst season.",
                "5 h of the week are covered that nobody covered.",
                "This is with the hours Mo-Fr 08:00-16:00, 1 h earlier than wanted.",
            ]
        );
        figures.team = Minutes::ZERO;
        let apart = "The team is never all together; 16 h a week are shared with a mean member. Least with Bo: 10 h in the worst season.";
        assert_eq!(reasons(&figures, &[], None, &members)[0], apart);
    }
}
