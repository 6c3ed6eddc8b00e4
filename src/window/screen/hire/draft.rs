//! A hire as it is typed, and the opening that it makes.

use crate::team::{Goal, Opening, Requirement, Team};
use crate::time::{Hours, Minutes};
use crate::words::amount::{duration, grouped, typed_duration};
use crate::world::Country;

/// A setting that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the opening is called.
    Name,
    /// The hours.
    Hours,
    /// How far they may be moved.
    Shift,
    /// Only these countries.
    Countries,
    /// Not these countries.
    NotCountries,
    /// Only cities with so many people.
    Population,
}

/// What the hire is for, without weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Time shared with the team.
    Overlap,
    /// Hours of the week in which somebody works.
    Coverage,
    /// A chain that follows the sun.
    Handoff,
    /// All three alike, or as the file weighs them.
    Mixed,
}

/// A requirement as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// How much a workday.
    pub at_least: String,
    /// With whom, by name.
    pub with: Vec<String>,
}

/// A hire as it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What stands in each field, in the order of [`Field`].
    texts: [String; 6],
    /// What the hire is for.
    pub aim: Aim,
    /// How many people are wanted, 1 to 3.
    pub people: u8,
    /// Whether contact fades with distance.
    pub fades: bool,
    /// What a place must offer.
    pub wanted: Vec<Wanted>,
    /// What is kept of the opening that is not typed: candidates and weights.
    base: Opening,
}

/// An opening for a team that has none.
pub fn usual(team: &Team) -> Opening {
    let taken = |name: &str| team.openings.iter().any(|opening| opening.name == name);
    let numbered = (2..).map(|number| format!("Next hire {number}"));
    let name = std::iter::once("Next hire".to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
    Opening::new(name)
}

impl Draft {
    /// An opening as it is typed.
    pub fn of(opening: &Opening) -> Self {
        let names = |countries: &[Country]| countries.iter().map(|c| c.name()).collect::<Vec<_>>().join(", ");
        let wanted = |requirement: &Requirement| Wanted {
            at_least: duration(requirement.at_least),
            with: requirement.with.clone(),
        };
        let population = if opening.min_population == 0 {
            String::new()
        } else {
            grouped(opening.min_population.into()).replace('\u{202f}', " ")
        };
        Self {
            texts: [
                opening.name.clone(),
                opening.hours.to_string(),
                if opening.shift.0 == 0 { String::new() } else { duration(opening.shift) },
                names(&opening.countries),
                names(&opening.not_countries),
                population,
            ],
            aim: match opening.goal {
                Goal::Overlap => Aim::Overlap,
                Goal::Coverage => Aim::Coverage,
                Goal::Handoff => Aim::Handoff,
                Goal::Weights { .. } => Aim::Mixed,
            },
            people: opening.people,
            fades: opening.fades_with_distance,
            wanted: opening.requirements.iter().map(wanted).collect(),
            base: opening.clone(),
        }
    }

    /// Takes in that the opening was changed elsewhere, or that members have gone: what is typed stays, the rest is as it is in the team
    /// now.
    pub fn follow(&mut self, opening: &Opening, team: &Team) {
        if !self.is_changed() {
            *self = Self::of(opening);
            return;
        }
        self.base = opening.clone();
        for wanted in &mut self.wanted {
            wanted.with.retain(|name| team.member(name).is_some());
        }
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Types into a field.
    pub fn type_in(&mut self, field: Field, text: String) {
        self.texts[field as usize] = text;
    }

    /// What is wrong with a field, if anything. A name is taken when another opening of the team has it.
    pub fn error(&self, field: Field, team: &Team) -> Option<String> {
        match field {
            Field::Name => self.name(team).err(),
            Field::Hours => self.hours().err(),
            Field::Shift => self.shift().err(),
            Field::Countries | Field::NotCountries => self.countries(field).err(),
            Field::Population => self.population().err(),
        }
    }

    /// What is wrong with a requirement, if anything.
    pub fn wanted_error(wanted: &Wanted) -> Option<String> {
        match typed_duration(&wanted.at_least) {
            Err(error) => Some(error),
            Ok(Minutes(minutes)) if minutes > 24 * 60 => Some("A day has 24 hours".to_owned()),
            Ok(_) if wanted.with.is_empty() => Some("Choose with whom".to_owned()),
            Ok(_) => None,
        }
    }

    /// The opening, or none while something is wrong.
    pub fn opening(&self, team: &Team) -> Option<Opening> {
        let made = || -> Result<Opening, String> {
            Ok(Opening {
                name: self.name(team)?,
                hours: self.hours()?,
                shift: self.shift()?,
                countries: self.countries(Field::Countries)?,
                not_countries: self.countries(Field::NotCountries)?,
                min_population: self.population()?,
                requirements: self.wanted.iter().map(requirement).collect::<Result<_, _>>()?,
                goal: self.goal(),
                people: self.people,
                fades_with_distance: self.fades,
                ..self.base.clone()
            })
        };
        made().ok()
    }

    /// Whether it differs from the opening that it was taken from.
    pub fn is_changed(&self) -> bool {
        *self != Self::of(&self.base)
    }

    fn name(&self, team: &Team) -> Result<String, String> {
        let is_taken = |name: &str| name != self.base.name && team.openings.iter().any(|other| other.name == name);
        match self.text(Field::Name).trim() {
            "" => Err("An opening needs a name".to_owned()),
            name if is_taken(name) => Err(format!("There is an opening `{name}` already")),
            name => Ok(name.to_owned()),
        }
    }

    fn hours(&self) -> Result<Hours, String> {
        let hours = Hours::typed(self.text(Field::Hours)).map_err(|error| error.to_string())?;
        if hours.is_off() { Err("A hire needs hours".to_owned()) } else { Ok(hours) }
    }

    fn shift(&self) -> Result<Minutes, String> {
        let text = self.text(Field::Shift).trim();
        let shift = if text.is_empty() { Minutes::ZERO } else { typed_duration(text)? };
        if shift.0 % 30 != 0 || shift.0 > 12 * 60 {
            return Err("Write whole half-hours, up to 12 h".to_owned());
        }
        Ok(shift)
    }

    fn countries(&self, field: Field) -> Result<Vec<Country>, String> {
        let names = self.text(field).split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| Country::named(name).map_err(|error| error.to_string())).collect()
    }

    fn population(&self) -> Result<u32, String> {
        let digits: String =
            self.text(Field::Population).chars().filter(|c| !c.is_whitespace() && !",._'".contains(*c)).collect();
        if digits.is_empty() {
            return Ok(0);
        }
        digits.parse().map_err(|_| "Write a number of people, such as 100 000".to_owned())
    }

    /// The goal; a mixture keeps the weights of the file.
    fn goal(&self) -> Goal {
        match (self.aim, self.base.goal) {
            (Aim::Overlap, _) => Goal::Overlap,
            (Aim::Coverage, _) => Goal::Coverage,
            (Aim::Handoff, _) => Goal::Handoff,
            (Aim::Mixed, weights @ Goal::Weights { .. }) => weights,
            (Aim::Mixed, _) => Goal::Weights { overlap: 1.0, coverage: 1.0, handoff: 1.0 },
        }
    }
}

/// Takes those out of an opening's requirements who are not in the team; a requirement that named nobody else goes with them.
pub fn forget_strangers(opening: &mut Opening, team: &Team) {
    for requirement in &mut opening.requirements {
        requirement.with.retain(|name| team.member(name).is_some());
    }
    opening.requirements.retain(|requirement| !requirement.with.is_empty());
}

fn requirement(wanted: &Wanted) -> Result<Requirement, String> {
    match Draft::wanted_error(wanted) {
        Some(error) => Err(error),
        None => Ok(Requirement { with: wanted.with.clone(), at_least: typed_duration(&wanted.at_least)? }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(field: Field, text: &str) -> Draft {
        let mut draft = Draft::of(&usual(&Team::default()));
        draft.type_in(field, text.to_owned());
        draft
    }

    #[test]
    fn a_draft_makes_the_opening_that_it_is_of() {
        let country = |name: &str| Country::named(name).expect("a country");
        let whole = Opening {
            shift: Minutes(90),
            countries: vec![country("Portugal"), country("Brazil")],
            min_population: 250_000,
            requirements: vec![Requirement { with: vec!["Ana".into()], at_least: Minutes::hours(3) }],
            goal: Goal::Weights { overlap: 2.0, coverage: 1.0, handoff: 0.0 },
            ..usual(&Team::default())
        };
        for opening in [usual(&Team::default()), whole] {
            let draft = Draft::of(&opening);
            assert!(!draft.is_changed());
            assert_eq!(draft.opening(&Team::default()), Some(opening));
        }
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (field, text) in [
            (Field::Name, ""),
            (Field::Hours, "Mo-Fr 9-25:30 maybe"),
            (Field::Hours, "off"),
            (Field::Shift, "45 min"),
            (Field::Shift, "13h"),
            (Field::Countries, "Portugal, Lemuria"),
            (Field::Population, "many"),
        ] {
            let draft = typed(field, text);
            assert!(draft.error(field, &Team::default()).is_some(), "{field:?}: {text}");
            assert_eq!(draft.opening(&Team::default()), None, "{field:?}: {text}");
        }
        let mut draft = typed(Field::Name, "Hire");
        draft.wanted.push(Wanted { at_least: "3h".into(), with: Vec::new() });
        assert_eq!(draft.opening(&Team::default()), None, "a requirement with nobody");
    }

    #[test]
    fn populations_are_read_with_their_thousands_set_off() {
        for text in ["100 000", "100,000", "100000"] {
            let opening = typed(Field::Population, text).opening(&Team::default());
            assert_eq!(opening.map(|opening| opening.min_population), Some(100_000), "{text}");
        }
    }

    #[test]
    fn a_new_opening_has_a_free_name() {
        let mut team = Team::default();
        team.openings.push(usual(&team));
        assert_eq!(usual(&team).name, "Next hire 2");
    }
}
