//! A hire that is looked for, in the words of its question and of its answer.

use crate::plan::hire::{Advert, HirePlan, Line};
use crate::team::{Goal, Opening, Requirement};
use crate::time::{Hours, Minutes, Offset};
use crate::words::amount::{duration, grouped};
use crate::words::{clock, hire};

/// The hours with how far they may be moved: `Mo–Fr 09:00–17:00, may shift 1 h`.
pub fn hours(opening: &Opening) -> String {
    let hours = pattern(&opening.hours);
    match opening.shift {
        Minutes::ZERO => hours,
        shift => format!("{hours}, may shift {}", duration(shift)),
    }
}

/// Hours by the days of a week, as they are read on a screen: `Mo–Fr 09:00–17:00`.
pub fn pattern(hours: &Hours) -> String {
    hours.to_string().replace('-', "–")
}

/// What it is best for: `overlap`, `overlap, coverage and handoff`.
pub fn aim(goal: Goal) -> String {
    let Goal::Weights { overlap, coverage, handoff } = goal else {
        let aim = match goal {
            Goal::Coverage => "coverage",
            Goal::Handoff => "handoff",
            _ => "overlap",
        };
        return aim.to_owned();
    };
    let parts = [("overlap", overlap), ("coverage", coverage), ("handoff", handoff)];
    let weighed: Vec<&str> = parts.iter().filter(|(_, weight)| *weight > 0.0).map(|(aim, _)| *aim).collect();
    clock::list(&weighed)
}

/// What a place must offer: `2 h a day with Tiago and Tereza`; of more than three people only how many.
pub fn wanted(requirement: &Requirement) -> String {
    let with = match &requirement.with[..] {
        few if few.len() <= 3 => clock::list(few),
        many => format!("{} people", many.len()),
    };
    format!("{} a day with {with}", duration(requirement.at_least))
}

/// Where it may be: `anywhere`, `in Portugal or Spain`, `not in France`, each with the least size of a city.
pub fn allowed(opening: &Opening) -> String {
    let names = |countries: &[crate::world::Country]| {
        let names: Vec<&str> = countries.iter().map(|country| country.name()).collect();
        match names.len() {
            0..=3 => clock::list(&names),
            many => format!("{many} countries"),
        }
    };
    let mut parts = Vec::new();
    if !opening.countries.is_empty() {
        parts.push(format!("in {}", names(&opening.countries)));
    }
    if !opening.not_countries.is_empty() {
        parts.push(format!("not in {}", names(&opening.not_countries)));
    }
    if opening.min_population > 0 {
        parts.push(format!("in cities of {} people or more", grouped(opening.min_population.into())));
    }
    if parts.is_empty() { "anywhere".to_owned() } else { parts.join(", ") }
}

/// The answer: `Hire between UTC-1 and UTC+3. London, Dublin and Lisbon come first: 22 h 30 min a week shared with each colleague on
/// average, 20 h in the worst season.`
pub fn headline(plan: &HirePlan) -> String {
    let Some(line) = plan.lines.first() else { return "No place could be compared.".to_owned() };
    if !line.fails.is_empty() {
        return "No place on Earth meets every requirement; these come nearest.".to_owned();
    }
    let shared = line.figures.with_mean();
    let mut parts = vec![format!(
        "{} a week shared with each colleague on average, {} in the worst season",
        duration(shared.mean),
        duration(shared.worst)
    )];
    let gain = line.figures.coverage.gain;
    parts.extend((gain > Minutes::ZERO).then(|| format!("{} of the week newly covered", duration(gain))));
    let growth = line.figures.chain.unwrap_or_default().covered_growth();
    parts.extend((growth > Minutes::ZERO).then(|| format!("the chain covers {} more a day", duration(growth))));
    let cities: Vec<&str> = line.cities.iter().take(3).map(|city| city.name).collect();
    let verb = if cities.len() == 1 { "comes" } else { "come" };
    let cities = if cities.is_empty() { clock::zone(line.zone) } else { clock::list(&cities) };
    let band = plan.advert.as_ref().and_then(band).map_or_else(String::new, |band| format!("Hire {band}. "));
    format!("{band}{cities} {verb} first: {}.", parts.join("; "))
}

/// The offsets that are in the band all year, `between UTC-1 and UTC+3`; nothing if none is.
fn band(advert: &Advert) -> Option<String> {
    let from = advert.seasons.iter().map(|season| season.from).max()?;
    let to = advert.seasons.iter().map(|season| season.to).min()?;
    match from.cmp(&to) {
        std::cmp::Ordering::Greater => None,
        std::cmp::Ordering::Equal => Some(format!("at {}", hire::offset(from))),
        std::cmp::Ordering::Less => Some(format!("between {} and {}", hire::offset(from), hire::offset(to))),
    }
}

/// Where a line is and on which clock, with the hours where other ones than wanted are best:
/// `London time and 4 zones alike, UTC+1; best at Mo–Fr 10:00–18:00, 1 h later`.
pub fn place(line: &Line, now: Offset) -> String {
    let zones = match line.zones.len() {
        0 | 1 => clock::zone(line.zone),
        2 => format!("{} and a zone alike", clock::zone(line.zone)),
        all => format!("{} and {} zones alike", clock::zone(line.zone), all - 1),
    };
    let shift = line.figures.shift;
    let moved = (shift != 0).then(|| {
        let way = if shift > 0 { "later" } else { "earlier" };
        let by = duration(Minutes(i64::from(shift.abs())));
        format!("; best at {}, {by} {way}", pattern(&line.figures.hours))
    });
    format!("{zones}, {}{}", hire::offset(now), moved.unwrap_or_default())
}

/// What a place gives, by what the hire is for, in the hours of a week or of a day: `23 h 24 min a week each`.
pub fn gives(figures: &crate::plan::hire::Figures, goal: Goal) -> (String, &'static str) {
    match goal {
        Goal::Coverage => (duration(figures.coverage.gain), "a week newly covered"),
        Goal::Handoff => {
            let growth = figures.chain.unwrap_or_default().covered_growth().max(Minutes::ZERO);
            (duration(growth), "a day more in the chain")
        }
        Goal::Overlap | Goal::Weights { .. } => (duration(figures.with_mean().mean), "a week each"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::Country;

    #[test]
    fn an_opening_is_asked_for_in_words() {
        let country = |name: &str| Country::named(name).expect("a country");
        let mut opening = Opening::new("Engineer".to_owned());
        assert_eq!(allowed(&opening), "anywhere");
        opening.shift = Minutes(60);
        assert!(hours(&opening).ends_with("09:00–17:00, may shift 1 h"), "{}", hours(&opening));
        opening.countries = vec![country("Portugal"), country("Spain")];
        opening.min_population = 100_000;
        assert_eq!(allowed(&opening), "in Portugal and Spain, in cities of 100\u{202f}000 people or more");
        assert_eq!(aim(Goal::Weights { overlap: 1.0, coverage: 0.0, handoff: 2.0 }), "overlap and handoff");
        assert_eq!(aim(Goal::Coverage), "coverage");
        let mut asked = Requirement { with: vec!["Tiago".into(), "Tereza".into()], at_least: Minutes(120) };
        assert_eq!(wanted(&asked), "2 h a day with Tiago and Tereza");
        asked.with.extend(["Ana".into(), "Bo".into()]);
        assert_eq!(wanted(&asked), "2 h a day with 4 people");
    }
}
