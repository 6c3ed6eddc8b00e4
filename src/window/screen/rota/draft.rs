//! The settings of a rota as they are typed, and the rota that they make.

use std::fmt::Display;

use crate::team::{Rota, Shifts, Team, Tiers, WeeklyBoundary};
use crate::time::hours::{day_name, day_named};
use crate::time::{Instant, Minutes, TimeOfDay, Zone};
use crate::window::form::{self, Row, Typed, whole};
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
pub type Draft = form::Draft<Rota>;

impl Typed for Rota {
    type Field = Field;

    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Name,
            label: "Name",
            show: |rota| rota.name.clone(),
            parse: |text, rota, team| {
                let others = team.rotas.iter().map(|other| &other.name);
                form::name(text, &rota.name, "rota", others).map(|name| rota.name = name)
            },
        },
        Row {
            field: Field::Anchor,
            label: "Zone of the changes",
            show: |rota| rota.anchor.name().to_owned(),
            parse: |text, rota, _| anchor(text).map(|zone| rota.anchor = zone),
        },
        Row {
            field: Field::Start,
            label: "First date",
            show: |rota| rota.start.to_string(),
            parse: |text, rota, _| {
                let date = text.parse().map_err(|_| format!("`{text}` is no date; write it as 2027-01-04"));
                date.map(|date| rota.start = date)
            },
        },
        Row {
            field: Field::Weeks,
            label: "Weeks",
            show: |rota| rota.weeks.to_string(),
            parse: |text, rota, _| whole(text, 1, 104).map(|weeks| rota.weeks = weeks),
        },
        Row {
            field: Field::At,
            label: "Changes at",
            show: |rota| written(&rota.shifts),
            parse: |text, rota, _| shifts(text, cut(rota)).map(|shifts| rota.shifts = shifts),
        },
        Row {
            field: Field::Roles,
            label: "Roles that may hold it",
            show: |rota| roles(&rota.eligible),
            parse: |text, rota, _| eligible(text, rota.tiers).map(|tiers| rota.eligible = tiers),
        },
        Row {
            field: Field::Rest,
            label: "Rest between shifts",
            show: |rota| rota.rest.map(duration).unwrap_or_default(),
            parse: |text, rota, _| rest(text).map(|rest| rota.rest = rest),
        },
        Row {
            field: Field::Shifts,
            label: "Most shifts in 7 days",
            show: |rota| rota.max_shifts_per_7_days.map(|cap| cap.to_string()).unwrap_or_default(),
            parse: |text, rota, _| cap(text).map(|cap| rota.max_shifts_per_7_days = cap),
        },
        Row {
            field: Field::InARow,
            label: "Most weeks in a row",
            show: |rota| rota.max_weeks_in_a_row.map(|cap| cap.to_string()).unwrap_or_default(),
            parse: |text, rota, _| cap(text).map(|cap| rota.max_weeks_in_a_row = cap),
        },
    ];

    fn keep_up(&mut self, now: &Self) {
        self.name.clone_from(&now.name);
        self.pins.clone_from(&now.pins);
        self.carried.clone_from(&now.carried);
    }

    fn choose_as(&mut self, other: &Self) {
        self.shifts.clone_from(&other.shifts);
        (self.tiers, self.order) = (other.tiers, other.order);
    }

    fn alone(&self, team: &Team) -> Option<Team> {
        let mut rota = super::starter::rota(team, Instant::midnight(self.start), self.anchor);
        rota.choose_as(self);
        rota.eligible = Tiers::Anyone;
        Some(Team { members: team.members.clone(), rotas: vec![rota], ..Team::default() })
    }

    fn found(team: Team) -> Option<Self> {
        team.rotas.into_iter().next()
    }
}

/// The rota that the settings make, or none while something is wrong. Of tiers that are gone nothing is fixed any more.
pub fn rota(draft: &Draft, team: &Team) -> Option<Rota> {
    let mut rota = draft.made(team)?;
    let tiers = rota.tiers;
    rota.pins.retain(|pin| pin.tier <= tiers);
    Some(rota)
}

/// How the horizon of a rota is cut.
pub fn cut(rota: &Rota) -> Cut {
    match rota.shifts {
        Shifts::Weekly(_) => Cut::Weekly,
        Shifts::Daily(_) => Cut::Daily,
        Shifts::Blocks(_) => Cut::Blocks,
        Shifts::SunWise(_) => Cut::SunWise,
    }
}

/// Cuts the horizon another way, with usual times where those that stand there do not fit.
pub fn cut_by(draft: &mut Draft, wanted: Cut) {
    let usual = match wanted {
        Cut::Weekly => "Mo 10:00",
        Cut::Daily | Cut::Blocks => "06:00, 14:00, 22:00",
        Cut::SunWise => "3",
    };
    let text = draft.text(Field::At).trim().to_owned();
    let standing = if shifts(&text, wanted).is_ok() { text } else { usual.to_owned() };
    let before = draft.base().shifts.clone();
    let is_back = cut(draft.base()) == wanted;
    let made = shifts(&standing, wanted);
    draft.type_in(Field::At, standing);
    draft.choose(|rota| match made {
        _ if is_back => rota.shifts = before,
        Ok(shifts) => rota.shifts = shifts,
        Err(_) => {}
    });
}

/// The times, or the number of legs, as they are typed.
fn written(shifts: &Shifts) -> String {
    let joined = |times: &[TimeOfDay]| times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match shifts {
        Shifts::Weekly(at) => format!("{} {}", day_name(at.day), at.time),
        Shifts::Daily(times) | Shifts::Blocks(times) => joined(times),
        Shifts::SunWise(legs) => legs.to_string(),
    }
}

fn shifts(text: &str, cut: Cut) -> Result<Shifts, String> {
    Ok(match cut {
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

fn anchor(text: &str) -> Result<Zone, String> {
    Zone::named(text).or_else(|error| {
        let city = crate::world::cities().find(text);
        city.map(|city| city.zone).map_err(|_| sentence(&error))
    })
}

/// Roles as they are typed: those of different tiers are parted by `/`.
fn roles(eligible: &Tiers) -> String {
    match eligible {
        Tiers::Anyone => String::new(),
        Tiers::Roles(roles) => roles.join(", "),
        Tiers::ByTier(tiers) => tiers.iter().map(|roles| roles.join(", ")).collect::<Vec<_>>().join(" / "),
    }
}

fn eligible(text: &str, count: u8) -> Result<Tiers, String> {
    let roles = |text: &str| -> Vec<String> {
        text.split(',').map(str::trim).filter(|role| !role.is_empty()).map(str::to_owned).collect()
    };
    let tiers: Vec<Vec<String>> = text.split('/').map(roles).collect();
    match tiers.as_slice() {
        [one] if one.is_empty() => Ok(Tiers::Anyone),
        [one] => Ok(Tiers::Roles(one.clone())),
        all if all.len() != usize::from(count) => {
            Err(format!("{} lists of roles for {count} tiers; part them by `/`", all.len()))
        }
        all if all.iter().any(Vec::is_empty) => Err("A tier has no role".to_owned()),
        _ => Ok(Tiers::ByTier(tiers)),
    }
}

fn rest(text: &str) -> Result<Option<Minutes>, String> {
    if text.is_empty() { Ok(None) } else { typed_duration(text).map(Some) }
}

fn cap(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() { Ok(None) } else { whole(text, 1, 1000).map(Some) }
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

/// An error as a sentence.
fn sentence(error: &impl Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn usual() -> Rota {
        let now = Instant::midnight(NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"));
        super::super::starter::rota(&Team::default(), now, Zone::UTC)
    }

    fn typed(field: Field, text: &str) -> Draft {
        let mut draft = Draft::of(&usual());
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
            ..usual()
        };
        for rota in [usual(), whole] {
            let draft = Draft::of(&rota);
            assert!(!draft.is_changed());
            assert_eq!(super::rota(&draft, &Team::default()), Some(rota));
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
            assert!(draft.is_changed() && super::rota(&draft, &Team::default()).is_none(), "{field:?}");
        }
    }

    #[test]
    fn a_city_names_its_zone() {
        assert_eq!(
            super::rota(&typed(Field::Anchor, "Lisbon"), &Team::default()).map(|rota| rota.anchor.name()),
            Some("Europe/Lisbon")
        );
    }

    #[test]
    fn another_cut_brings_usual_times() {
        let mut draft = Draft::of(&usual());
        cut_by(&mut draft, Cut::Blocks);
        assert_eq!(draft.text(Field::At), "06:00, 14:00, 22:00");
        draft.type_in(Field::At, "22:00, 08:00,08:00".to_owned());
        cut_by(&mut draft, Cut::Daily);
        assert_eq!(
            super::rota(&draft, &Team::default()).map(|rota| rota.shifts),
            Some(Shifts::Daily(times("08:00, 22:00").expect("times")))
        );
    }
}
