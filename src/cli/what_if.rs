//! Suppositions in people's words: `eu-permanent-standard`, `Ana moves to Bangkok from 2027-04-01`, `Tokyo joins`, `Bo leaves`.

use chrono::NaiveDate;

use super::answer::Failure;
use super::{choose, value};
use crate::team::{Member, Place, Team, WhatIf};
use crate::time::{Clocks, Hours, Zone};
use crate::world::{ClockLaw, cities};

/// How to write them.
const FORMS: &str = "write `eu-permanent-standard`, `eu-permanent-summer`, `us-permanent-standard` or `us-permanent-summer` (each with \
                     `from 2027-10-31` if it begins later), `Ana moves to Bangkok`, `Ana moves to Bangkok from 2027-04-01`, `Ana leaves`, \
                     `Tokyo joins` or `Kenji joins in Tokyo with Mo-Fr 10:00-18:00`";

/// The team as it would be, and what was supposed. Laws on clocks are repealed on `from` unless another date is said.
pub fn suppose(team: &Team, texts: &[String], from: NaiveDate) -> Result<(Team, Vec<WhatIf>), Failure> {
    let (mut team, mut all) = (team.clone(), Vec::new());
    for text in texts {
        let what_if = read(text, &team, from)?;
        team = team.supposing(std::slice::from_ref(&what_if))?;
        all.push(what_if);
    }
    Ok((team, all))
}

fn read(text: &str, team: &Team, from: NaiveDate) -> Result<WhatIf, Failure> {
    let text = text.trim();
    let (what, said) = match text.rsplit_once(" from ") {
        Some((what, date)) => (what.trim(), Some(value::date(date.trim()).map_err(Failure::new)?)),
        None => (text, None),
    };
    if let Some((law, clocks)) = law(what) {
        return Ok(WhatIf::ClocksKept { law, clocks, from: said.unwrap_or(from) });
    }
    if let Some((name, to)) = what.split_once(" moves to ") {
        return Ok(WhatIf::Moves { member: member(team, name)?, place: place(to)?, from: said });
    }
    if said.is_none() {
        if let Some(name) = what.strip_suffix(" leaves") {
            return Ok(WhatIf::Leaves(member(team, name)?));
        }
        if let Some(ghost) = ghost(what)? {
            return Ok(WhatIf::Joins(Box::new(ghost)));
        }
    }
    Err(Failure::new(format!("`{}` cannot be supposed; {FORMS}", text.chars().take(60).collect::<String>())))
}

/// `eu-permanent-summer`, in any case, with spaces or hyphens, and with `time` behind it.
fn law(text: &str) -> Option<(ClockLaw, Clocks)> {
    let lower = text.to_lowercase().replace('-', " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (law, clocks) = match words.as_slice() {
        [law, "permanent", clocks] | [law, "permanent", clocks, "time"] => (*law, *clocks),
        _ => return None,
    };
    let law = ClockLaw::ALL.into_iter().find(|known| known.short_name().to_lowercase() == law)?;
    let clocks = match clocks {
        "standard" | "winter" => Clocks::Standard,
        "summer" | "daylight" => Clocks::Summer,
        _ => return None,
    };
    Some((law, clocks))
}

/// `Tokyo joins`, `Kenji joins in Tokyo`, each with hours or else those usual in the country.
fn ghost(text: &str) -> Result<Option<Member>, Failure> {
    let (who, hours) = match text.split_once(" with ") {
        Some((who, hours)) => (who, Some(Hours::typed(hours)?)),
        None => (text, None),
    };
    let (name, to) = match (who.split_once(" joins in "), who.strip_suffix(" joins")) {
        (Some((name, to)), _) => (Some(name.trim()), to),
        (None, Some(to)) => (None, to),
        (None, None) => return Ok(None),
    };
    let place = place(to)?;
    let usual = || place.city.map_or_else(|| "Mo-Fr 09:00-17:00".to_owned(), |city| city.country.default_hours());
    let hours = hours.map_or_else(|| Hours::parse(&usual()), Ok)?;
    let name = name.map_or_else(|| place.short_name(), str::to_owned);
    Ok(Some(Member::new(name, place, hours)))
}

fn member(team: &Team, name: &str) -> Result<String, Failure> {
    let found = choose::listed(team, &[name.to_owned()])?;
    Ok(found.into_iter().next().unwrap_or_default())
}

/// A zone by its exact name, or a city.
fn place(text: &str) -> Result<Place, Failure> {
    let text = text.trim();
    match Zone::named(text) {
        Ok(zone) => Ok(Place::zone(zone)),
        Err(_) => Ok(Place::city(cities().find(text)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::what_if::said;

    #[test]
    fn suppositions_are_read_in_peoples_words() {
        let ana =
            Member::new("Ana", place("Lisbon").expect("a city"), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"));
        let team = Team { members: vec![ana], ..Team::default() };
        let from = value::date("2027-01-04").expect("a date");
        let read = |text: &str| {
            suppose(&team, &[text.to_owned()], from).map(|(_, all)| said(&all[0], crate::words::clock::Clock::Hours24))
        };
        for (text, words) in [
            ("eu-permanent-standard", "Permanent standard time in the EU from 4 January 2027"),
            ("US permanent daylight time from 2027-11-01", "Permanent summer time in the US from 1 November 2027"),
            ("Ana moves to Bangkok", "Ana moves to Bangkok"),
            ("Ana moves to Asia/Kathmandu from 2027-04-01", "Ana moves to Kathmandu on 1 April 2027"),
            ("Ana leaves", "Ana leaves"),
            ("Tokyo joins", "Somebody joins in Tokyo, Monday to Friday 9:00 to 17:00"),
            ("Kenji joins in Tokyo with Mo-Th 10-18", "Kenji joins in Tokyo, Monday to Thursday 10:00 to 18:00"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(words), "{text}");
        }
        for (text, problem) in [
            ("uk-permanent-summer", "cannot be supposed; write `eu-permanent-standard`"),
            ("Anna leaves", "did you mean `Ana`?"),
            ("Ana moves to Lisbonn", "unknown city `Lisbonn`"),
            ("Ana moves to Rome from soon", "such as 2027-01-04"),
            ("Rome joins with 25-26", "25-26"),
            ("", "cannot be supposed"),
        ] {
            let error = read(text).expect_err(text).to_string();
            assert!(error.contains(problem), "{text}: {error}");
        }
    }
}
