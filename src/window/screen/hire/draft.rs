//! A hire as it is typed, and the opening that it makes.

use crate::team::{Goal, Opening, Requirement, Team};
use crate::time::{Hours, Minutes};
use crate::window::drafts::{Form, Note};
use crate::window::form::{self, Row, Typed};
use crate::words::amount::{duration, grouped, typed_duration};
use crate::world::Country;

/// A requirement in what is kept, and the end of all of them.
const WANTED: &str = "wanted";
const NOTHING: &str = "nothing else wanted";

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
    fields: form::Draft<Opening>,
    /// What a place must offer.
    pub wanted: Vec<Wanted>,
}

impl Typed for Opening {
    type Field = Field;

    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Name,
            label: "Name",
            show: |opening| opening.name.clone(),
            parse: |text, opening, team| {
                let others = team.openings.iter().map(|other| &other.name);
                form::name(text, &opening.name, "opening", others).map(|name| opening.name = name)
            },
        },
        Row {
            field: Field::Hours,
            label: "Hours, in their local time",
            show: |opening| opening.hours.to_string(),
            parse: |text, opening, _| hours(text).map(|hours| opening.hours = hours),
        },
        Row {
            field: Field::Shift,
            label: "May be moved by",
            show: |opening| if opening.shift.0 == 0 { String::new() } else { duration(opening.shift) },
            parse: |text, opening, _| shift(text).map(|shift| opening.shift = shift),
        },
        Row {
            field: Field::Countries,
            label: "Only in",
            show: |opening| names(&opening.countries),
            parse: |text, opening, _| countries(text).map(|countries| opening.countries = countries),
        },
        Row {
            field: Field::NotCountries,
            label: "Not in",
            show: |opening| names(&opening.not_countries),
            parse: |text, opening, _| countries(text).map(|countries| opening.not_countries = countries),
        },
        Row {
            field: Field::Population,
            label: "Cities of at least",
            show: |opening| match opening.min_population {
                0 => String::new(),
                people => grouped(people.into()).replace('\u{202f}', " "),
            },
            parse: |text, opening, _| population(text).map(|people| opening.min_population = people),
        },
    ];

    fn keep_up(&mut self, now: &Self) {
        self.name.clone_from(&now.name);
        self.candidates.clone_from(&now.candidates);
    }

    fn choose_as(&mut self, other: &Self) {
        (self.goal, self.people) = (other.goal, other.people);
        self.fades_with_distance = other.fades_with_distance;
    }

    fn alone(&self, team: &Team) -> Option<Team> {
        let mut opening = usual(team);
        opening.choose_as(self);
        Some(Team { openings: vec![opening], ..Team::default() })
    }

    fn found(team: Team) -> Option<Self> {
        team.openings.into_iter().next()
    }
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
        Self { fields: form::Draft::of(opening), wanted: wanted(opening) }
    }

    /// Takes in that the opening was changed elsewhere, or that members have gone: what is typed stays, the rest is as it is in the team
    /// now.
    pub fn follow(&mut self, opening: &Opening, team: &Team) {
        if self.wanted == wanted(self.fields.base()) {
            self.wanted = wanted(opening);
        }
        self.fields.follow(opening);
        for wanted in &mut self.wanted {
            wanted.with.retain(|name| team.member(name).is_some());
        }
    }

    /// The same, as if it had been made from another opening.
    pub fn rebased(&self, base: Opening) -> Self {
        Self { fields: self.fields.rebased(base), ..self.clone() }
    }

    /// What is typed and chosen, to be kept. Of requirements the first of each list is how much, the others with whom.
    pub fn note(&self, of: Option<&str>, team: &Team) -> Note {
        let is_other = self.wanted != wanted(self.fields.base());
        let list = |wanted: &Wanted| {
            let all = std::iter::once(&wanted.at_least).chain(&wanted.with);
            (WANTED.to_owned(), all.cloned().collect())
        };
        let none = (NOTHING.to_owned(), Vec::new());
        let lists = self.wanted.iter().map(list).chain([none]).filter(|_| is_other).collect();
        Note { lists, ..self.fields.note(Form::Opening, of, team) }
    }

    /// Takes over what was kept of the same opening.
    pub fn recall(&mut self, note: &Note) {
        self.fields.recall(note);
        if note.list(NOTHING).is_some() {
            let lists = note.lists.iter().filter(|(list, _)| list == WANTED);
            let wanted = lists.filter_map(|(_, names)| names.split_first());
            self.wanted =
                wanted.map(|(at_least, with)| Wanted { at_least: at_least.clone(), with: with.to_vec() }).collect();
        }
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        self.fields.text(field)
    }

    /// Types into a field.
    pub fn type_in(&mut self, field: Field, text: String) {
        self.fields.type_in(field, text);
    }

    /// What the hire is for.
    pub fn aim(&self) -> Aim {
        match self.fields.chosen().goal {
            Goal::Overlap => Aim::Overlap,
            Goal::Coverage => Aim::Coverage,
            Goal::Handoff => Aim::Handoff,
            Goal::Weights { .. } => Aim::Mixed,
        }
    }

    /// Chooses what the hire is for; a mixture keeps the weights of the file.
    pub fn aim_for(&mut self, aim: Aim) {
        let goal = match (aim, self.fields.base().goal) {
            (Aim::Overlap, _) => Goal::Overlap,
            (Aim::Coverage, _) => Goal::Coverage,
            (Aim::Handoff, _) => Goal::Handoff,
            (Aim::Mixed, weights @ Goal::Weights { .. }) => weights,
            (Aim::Mixed, _) => Goal::Weights { overlap: 1.0, coverage: 1.0, handoff: 1.0 },
        };
        self.fields.choose(|opening| opening.goal = goal);
    }

    /// How many people are wanted, 1 to 3.
    pub fn people(&self) -> u8 {
        self.fields.chosen().people
    }

    /// Chooses how many people are wanted.
    pub fn want(&mut self, people: u8) {
        self.fields.choose(|opening| opening.people = people);
    }

    /// Whether contact fades with distance.
    pub fn fades(&self) -> bool {
        self.fields.chosen().fades_with_distance
    }

    /// Chooses whether contact fades with distance.
    pub fn fade(&mut self, fades: bool) {
        self.fields.choose(|opening| opening.fades_with_distance = fades);
    }

    /// What is wrong with a field, if anything.
    pub fn error(&self, field: Field, team: &Team) -> Option<String> {
        self.fields.error(field, team)
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
        let requirements = self.wanted.iter().map(requirement).collect::<Result<_, _>>().ok()?;
        Some(Opening { requirements, ..self.fields.made(team)? })
    }

    /// Whether it differs from the opening that it was taken from.
    pub fn is_changed(&self) -> bool {
        self.fields.is_changed() || self.wanted != wanted(self.fields.base())
    }
}

/// The requirements of an opening as they are typed.
fn wanted(opening: &Opening) -> Vec<Wanted> {
    let typed =
        |requirement: &Requirement| Wanted { at_least: duration(requirement.at_least), with: requirement.with.clone() };
    opening.requirements.iter().map(typed).collect()
}

fn hours(text: &str) -> Result<Hours, String> {
    let hours = Hours::typed(text).map_err(|error| error.to_string())?;
    if hours.is_off() { Err("A hire needs hours".to_owned()) } else { Ok(hours) }
}

fn shift(text: &str) -> Result<Minutes, String> {
    let shift = if text.is_empty() { Minutes::ZERO } else { typed_duration(text)? };
    if shift.0 % 30 != 0 || shift.0 > 12 * 60 {
        return Err("Write whole half-hours, up to 12 h".to_owned());
    }
    Ok(shift)
}

fn names(countries: &[Country]) -> String {
    countries.iter().map(|country| country.name()).collect::<Vec<_>>().join(", ")
}

fn countries(text: &str) -> Result<Vec<Country>, String> {
    let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| Country::named(name).map_err(|error| error.to_string())).collect()
}

fn population(text: &str) -> Result<u32, String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && !",._'".contains(*c)).collect();
    if digits.is_empty() {
        return Ok(0);
    }
    digits.parse().map_err(|_| "Write a number of people, such as 100 000".to_owned())
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
