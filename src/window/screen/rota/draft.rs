//! The settings of a rota as they are typed, and the rota that they make.

use std::fmt::Display;

use chrono::NaiveDate;

use crate::team::{Order, Rota, Shifts, Team, Tiers, WeeklyBoundary};
use crate::time::hours::{day_name, day_named};
use crate::time::{TimeOfDay, Zone};
use crate::words::amount::{duration, typed_duration};

/// How the horizon is cut, without its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// A shift a week.
    Weekly,
    /// Shifts between times of each day.
    Daily,
    /// Daily windows, each held for a week.
    Blocks,
    /// Boundaries from the handoff chain.
    SunWise,
}

/// A setting that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name.
    Name,
    /// The zone of the boundaries.
    Anchor,
    /// The first date.
    Start,
    /// How many weeks.
    Weeks,
    /// The times, or the number of legs.
    At,
    /// The roles.
    Roles,
    /// The rest between two shifts.
    Rest,
    /// The cap on shifts in seven days.
    Shifts,
    /// The cap on weeks in a row.
    InARow,
}

/// The settings as they are typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What stands in each field, in the order of [`Field`].
    texts: [String; 9],
    /// How the horizon is cut.
    pub cut: Cut,
    /// How many tiers.
    pub tiers: u8,
    /// What is compared first.
    pub order: Order,
    /// What is kept of the rota that is not typed: pins, what is carried.
    base: Rota,
}

impl Draft {
    /// The settings of a rota.
    pub fn of(rota: &Rota) -> Self {
        let joined = |times: &[TimeOfDay]| times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let (cut, at) = match &rota.shifts {
            Shifts::Weekly(at) => (Cut::Weekly, format!("{} {}", day_name(at.day), at.time)),
            Shifts::Daily(times) => (Cut::Daily, joined(times)),
            Shifts::Blocks(times) => (Cut::Blocks, joined(times)),
            Shifts::SunWise(legs) => (Cut::SunWise, legs.to_string()),
        };
        let roles = match &rota.eligible {
            Tiers::Anyone => String::new(),
            Tiers::Roles(roles) => roles.join(", "),
            Tiers::ByTier(tiers) => tiers.iter().map(|roles| roles.join(", ")).collect::<Vec<_>>().join(" / "),
        };
        let cap = |cap: Option<u16>| cap.map(|cap| cap.to_string()).unwrap_or_default();
        Self {
            texts: [
                rota.name.clone(),
                rota.anchor.name().to_owned(),
                rota.start.to_string(),
                rota.weeks.to_string(),
                at,
                roles,
                rota.rest.map(duration).unwrap_or_default(),
                cap(rota.max_shifts_per_7_days),
                cap(rota.max_weeks_in_a_row),
            ],
            cut,
            tiers: rota.tiers,
            order: rota.order,
            base: rota.clone(),
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

    /// Cuts the horizon another way, with usual times where those that stand there do not fit.
    pub fn cut_by(&mut self, cut: Cut) {
        self.cut = cut;
        if self.shifts().is_err() {
            let usual = match cut {
                Cut::Weekly => "Mo 10:00",
                Cut::Daily | Cut::Blocks => "06:00, 14:00, 22:00",
                Cut::SunWise => "3",
            };
            self.type_in(Field::At, usual.to_owned());
        }
    }

    /// Takes in that the rota was changed elsewhere: what is typed stays, the rest is as the rota is now.
    pub fn follow(&mut self, rota: &Rota) {
        if self.is_changed() {
            self.base = rota.clone();
        } else {
            *self = Self::of(rota);
        }
    }

    /// What is wrong with a field, if anything. A name is taken when another rota of the team has it.
    pub fn error(&self, field: Field, team: &Team) -> Option<String> {
        match field {
            Field::Name => self.name(team).err(),
            Field::Anchor => self.anchor().err(),
            Field::Start => self.start().err(),
            Field::Weeks => self.weeks().err(),
            Field::At => self.shifts().err(),
            Field::Roles => self.eligible().err(),
            Field::Rest => self.rest().err(),
            Field::Shifts | Field::InARow => self.cap(field).err(),
        }
    }

    /// The rota that the settings make, or none while something is wrong.
    pub fn rota(&self, team: &Team) -> Option<Rota> {
        let made = || -> Result<Rota, String> {
            Ok(Rota {
                name: self.name(team)?,
                anchor: self.anchor()?,
                start: self.start()?,
                weeks: self.weeks()?,
                shifts: self.shifts()?,
                tiers: self.tiers,
                eligible: self.eligible()?,
                order: self.order,
                rest: self.rest()?,
                max_shifts_per_7_days: self.cap(Field::Shifts)?,
                max_weeks_in_a_row: self.cap(Field::InARow)?,
                // Of tiers that are gone nothing is fixed any more.
                pins: self.base.pins.iter().filter(|pin| pin.tier <= self.tiers).cloned().collect(),
                carried: self.base.carried.clone(),
            })
        };
        made().ok()
    }

    /// Whether the settings differ from those of the rota that they were taken from.
    pub fn is_changed(&self) -> bool {
        *self != Self::of(&self.base)
    }

    fn name(&self, team: &Team) -> Result<String, String> {
        let is_taken = |name: &str| name != self.base.name && team.rotas.iter().any(|rota| rota.name == name);
        match self.text(Field::Name).trim() {
            "" => Err("A rota needs a name".to_owned()),
            name if is_taken(name) => Err(format!("There is a rota `{name}` already")),
            name => Ok(name.to_owned()),
        }
    }

    fn anchor(&self) -> Result<Zone, String> {
        let text = self.text(Field::Anchor).trim();
        Zone::named(text).or_else(|error| {
            let city = crate::world::cities().find(text);
            city.map(|city| city.zone).map_err(|_| sentence(&error))
        })
    }

    fn start(&self) -> Result<NaiveDate, String> {
        let text = self.text(Field::Start).trim();
        text.parse().map_err(|_| format!("`{text}` is no date; write it as 2027-01-04"))
    }

    fn weeks(&self) -> Result<u16, String> {
        whole(self.text(Field::Weeks), 1, 104)
    }

    fn shifts(&self) -> Result<Shifts, String> {
        let text = self.text(Field::At).trim();
        Ok(match self.cut {
            Cut::Weekly => {
                let (day, time) = text.split_once(' ').ok_or("Write a weekday and a time, such as `Mo 10:00`")?;
                let day = day_named(day).ok_or_else(|| format!("`{day}` is no weekday; write Mo, Tu, We ..."))?;
                Shifts::Weekly(WeeklyBoundary { day, time: time.trim().parse().map_err(|error| sentence(&error))? })
            }
            Cut::Daily => Shifts::Daily(times(text)?),
            Cut::Blocks => Shifts::Blocks(times(text)?),
            Cut::SunWise => Shifts::SunWise(whole(text, 2, 6)? as u8),
        })
    }

    fn eligible(&self) -> Result<Tiers, String> {
        let roles = |text: &str| -> Vec<String> {
            text.split(',').map(str::trim).filter(|role| !role.is_empty()).map(str::to_owned).collect()
        };
        let tiers: Vec<Vec<String>> = self.text(Field::Roles).split('/').map(roles).collect();
        match tiers.as_slice() {
            [one] if one.is_empty() => Ok(Tiers::Anyone),
            [one] => Ok(Tiers::Roles(one.clone())),
            all if all.len() != usize::from(self.tiers) => {
                Err(format!("{} lists of roles for {} tiers; part them by `/`", all.len(), self.tiers))
            }
            all if all.iter().any(Vec::is_empty) => Err("A tier has no role".to_owned()),
            _ => Ok(Tiers::ByTier(tiers)),
        }
    }

    fn rest(&self) -> Result<Option<crate::time::Minutes>, String> {
        match self.text(Field::Rest).trim() {
            "" => Ok(None),
            text => typed_duration(text).map(Some),
        }
    }

    fn cap(&self, field: Field) -> Result<Option<u16>, String> {
        match self.text(field).trim() {
            "" => Ok(None),
            text => whole(text, 1, 1000).map(Some),
        }
    }
}

/// Times of day, in order and each once.
fn times(text: &str) -> Result<Vec<TimeOfDay>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let mut times: Vec<TimeOfDay> =
        parts.map(|part| part.parse().map_err(|error| sentence(&error))).collect::<Result<_, _>>()?;
    times.sort_unstable();
    times.dedup();
    if times.is_empty() { Err("Write times of day, such as `06:00, 14:00, 22:00`".to_owned()) } else { Ok(times) }
}

/// A whole number within bounds.
fn whole(text: &str, least: u16, most: u16) -> Result<u16, String> {
    let number = text.trim().parse::<u16>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("Write a whole number from {least} to {most}"))
}

/// An error as a sentence.
fn sentence(error: &impl Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Instant, Minutes};

    fn rota() -> Rota {
        let now = Instant::midnight(NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"));
        super::super::starter::rota(&Team::default(), now, Zone::UTC)
    }

    fn typed(field: Field, text: &str) -> Draft {
        let mut draft = Draft::of(&rota());
        draft.type_in(field, text.to_owned());
        draft
    }

    #[test]
    fn settings_make_the_rota_that_they_are_of() {
        let whole = Rota {
            shifts: Shifts::Daily(times("06:00, 14:00").expect("times")),
            tiers: 2,
            eligible: Tiers::ByTier(vec![vec!["oncall".into()], vec!["lead".into(), "manager".into()]]),
            rest: Some(Minutes::hours(11)),
            max_shifts_per_7_days: Some(5),
            ..rota()
        };
        for rota in [rota(), whole] {
            let draft = Draft::of(&rota);
            assert!(!draft.is_changed());
            assert_eq!(draft.rota(&Team::default()), Some(rota));
        }
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (field, text) in [
            (Field::Name, "  "),
            (Field::Anchor, "Lisbno/Nowhere"),
            (Field::Start, "soon"),
            (Field::Weeks, "0"),
            (Field::At, "10:00"),
            (Field::Roles, "a / b / c"),
            (Field::Rest, "eleven"),
            (Field::Shifts, "-1"),
            (Field::InARow, "x"),
        ] {
            let draft = typed(field, text);
            assert!(draft.error(field, &Team::default()).is_some(), "{field:?}");
            assert!(draft.is_changed() && draft.rota(&Team::default()).is_none(), "{field:?}");
        }
    }

    #[test]
    fn a_city_names_its_zone() {
        assert_eq!(
            typed(Field::Anchor, "Lisbon").rota(&Team::default()).map(|rota| rota.anchor.name()),
            Some("Europe/Lisbon")
        );
    }

    #[test]
    fn another_cut_brings_usual_times() {
        let mut draft = Draft::of(&rota());
        draft.cut_by(Cut::Blocks);
        assert_eq!(draft.text(Field::At), "06:00, 14:00, 22:00");
        draft.type_in(Field::At, "22:00, 08:00,08:00".to_owned());
        draft.cut_by(Cut::Daily);
        assert_eq!(
            draft.rota(&Team::default()).map(|rota| rota.shifts),
            Some(Shifts::Daily(times("08:00, 22:00").expect("times")))
        );
    }
}
