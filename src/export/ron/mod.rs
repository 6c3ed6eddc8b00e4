//! A planned rota as RON: what the other formats are made from, and what the next rota is planned by.
//!
//! Lossless: [`read`](fn@read) of [`write`](fn@write) is the same [`WrittenRota`]. Instants are UTC, burdens points, durations minutes; `local` is the
//! start by the clocks of the anchor zone, for people, and not read.

use ::ron::extensions::Extensions;
use ::ron::ser::PrettyConfig;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::availability::RateMinutes;
use crate::plan::rota::bound::Bound;
use crate::plan::rota::objective::{Load, Objective};
use crate::plan::rota::{MemberHours, Published, PublishedRow, RotaPlan, Row};
use crate::team::{Capacity, Rota, Team};
use crate::time::{Instant, Minutes, Span, Zone};

/// The version of the form that is written and read.
const VERSION: u32 = 1;

/// A rota as a file keeps it. It names people, for it outlives the team of which it was planned.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenRota {
    /// What the team is called.
    pub team: String,
    /// What the rota is called.
    pub name: String,
    /// The zone of the shift boundaries.
    pub anchor: Zone,
    /// Who is on duty when.
    pub rows: Vec<WrittenRow>,
    /// What it comes to.
    pub objective: Objective,
    /// What no rota can beat.
    pub bound: Bound,
    /// What each member holds, by name.
    pub members: Vec<(String, MemberHours)>,
}

/// A piece of a shift with the people who hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenRow {
    /// When.
    pub span: Span,
    /// By tier the member's name, or nothing where nobody holds it.
    pub tiers: Vec<Option<String>>,
    /// The same for all pieces of a block.
    pub shift: usize,
}

/// Why a text is no rota.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoRota {
    /// Not the form.
    #[error("not a rota as Sunwise writes it: {0}")]
    Syntax(String),
    /// Written by a newer program.
    #[error("the rota has version {0}, and this Sunwise reads version {VERSION}; use a newer Sunwise")]
    Newer(u32),
    /// A value that cannot be.
    #[error("{what} cannot be `{value}`")]
    Value {
        /// What it is a value of.
        what: &'static str,
        /// The value.
        value: String,
    },
}

impl WrittenRota {
    /// `plan` of the `rota` of `team`, to be kept.
    pub fn new(team: &Team, rota: &Rota, plan: &RotaPlan) -> Self {
        Self {
            team: team.name.clone(),
            name: plan.name.clone(),
            anchor: rota.anchor,
            rows: plan.rows.iter().map(|row| WrittenRow::of(plan, row)).collect(),
            objective: plan.objective,
            bound: plan.bound.as_full(),
            members: plan.named().map(|(name, hours)| (name.to_owned(), hours.clone())).collect(),
        }
    }

    /// The same as a rota that people know, to plan the next one by.
    pub fn published(&self) -> Published {
        let row = |row: &WrittenRow| PublishedRow { start: row.span.start, tiers: row.tiers.clone() };
        Published { rows: self.rows.iter().map(row).collect() }
    }
}

impl WrittenRow {
    fn of(plan: &RotaPlan, row: &Row) -> Self {
        let tiers = plan.names_of(row).map(|name| name.map(str::to_owned)).collect();
        Self { span: row.span, tiers, shift: row.shift }
    }
}

/// The text of a rota.
pub fn write(rota: &WrittenRota) -> String {
    let form = Form {
        version: VERSION,
        team: rota.team.clone(),
        name: rota.name.clone(),
        anchor: rota.anchor.name().to_owned(),
        shifts: rota.rows.iter().map(|row| RowForm::of(row, rota.anchor)).collect(),
        objective: ObjectiveForm {
            gap: rota.objective.gap,
            worst: LoadForm::of(rota.objective.worst),
            total: points(rota.objective.total),
            spread_minutes: rota.objective.spread.0,
            change: rota.objective.change,
        },
        bound: BoundForm {
            gap: rota.bound.gap,
            worst: LoadForm::of(rota.bound.worst),
            total: points(rota.bound.total),
        },
        members: rota.members.iter().map(|(name, hours)| MemberForm::of(name, hours)).collect(),
    };
    let config = PrettyConfig::new().depth_limit(2).new_line("\n").struct_names(false);
    let text = options().to_string_pretty(&form, config).expect("plain data can be written");
    format!("Rota{text}\n")
}

/// The rota of a text.
///
/// # Errors
/// When the text is not of the form, is of a newer version, or holds a value that cannot be.
pub fn read(text: &str) -> Result<WrittenRota, NoRota> {
    let form: Form = options().from_str(text).map_err(|error| NoRota::Syntax(error.to_string()))?;
    if form.version > VERSION {
        return Err(NoRota::Newer(form.version));
    }
    let anchor = Zone::named(&form.anchor).map_err(|_| value("the anchor", &form.anchor))?;
    Ok(WrittenRota {
        team: form.team,
        name: form.name,
        anchor,
        rows: form.shifts.into_iter().map(RowForm::read).collect::<Result<_, _>>()?,
        objective: Objective {
            gap: form.objective.gap,
            worst: form.objective.worst.read()?,
            total: RateMinutes::from_points(form.objective.total),
            spread: Minutes(form.objective.spread_minutes),
            change: form.objective.change,
        },
        bound: form.bound.read()?,
        members: form.members.into_iter().map(MemberForm::read).collect(),
    })
}

/// `"Ana"` and `None`, not `Some("Ana")`: as in team files.
fn options() -> ::ron::Options {
    ::ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Rota", deny_unknown_fields)]
struct Form {
    version: u32,
    team: String,
    name: String,
    anchor: String,
    shifts: Vec<RowForm>,
    objective: ObjectiveForm,
    bound: BoundForm,
    members: Vec<MemberForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowForm {
    start: String,
    end: String,
    #[serde(default)]
    local: String,
    /// Pieces of one block have the same number.
    shift: usize,
    tiers: Vec<Option<String>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ObjectiveForm {
    gap: usize,
    worst: LoadForm,
    total: f64,
    spread_minutes: i64,
    change: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BoundForm {
    gap: usize,
    worst: LoadForm,
    total: f64,
}

impl BoundForm {
    /// What is written holds for all rotas as full; of those as fair or as comfortable no more is known.
    fn read(self) -> Result<Bound, NoRota> {
        let (worst, total) = (self.worst.read()?, RateMinutes::from_points(self.total));
        Ok(Bound { gap: self.gap, worst, total, fair_total: total, comfortable_worst: worst })
    }
}

/// Points, and the share of the work of whoever has them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LoadForm {
    burden: f64,
    capacity: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberForm {
    name: String,
    minutes: i64,
    night_minutes: i64,
    day_off_minutes: i64,
    burden: f64,
    carried: f64,
}

impl RowForm {
    fn of(row: &WrittenRow, anchor: Zone) -> Self {
        Self {
            start: row.span.start.to_string(),
            end: row.span.end.to_string(),
            local: anchor.local(row.span.start).format("%a %Y-%m-%d %H:%M").to_string(),
            shift: row.shift,
            tiers: row.tiers.clone(),
        }
    }

    fn read(self) -> Result<WrittenRow, NoRota> {
        let (start, end) = (instant(&self.start)?, instant(&self.end)?);
        let span = Span::new(start, end).ok_or_else(|| value("the end of a shift", &self.end))?;
        Ok(WrittenRow { span, tiers: self.tiers, shift: self.shift })
    }
}

impl LoadForm {
    fn of(load: Load) -> Self {
        Self { burden: points(load.burden), capacity: load.capacity.as_f64() }
    }

    fn read(self) -> Result<Load, NoRota> {
        let capacity = Capacity::new(self.capacity).ok_or_else(|| value("a capacity", &self.capacity.to_string()))?;
        Ok(Load { burden: RateMinutes::from_points(self.burden), capacity })
    }
}

impl MemberForm {
    fn of(name: &str, member: &MemberHours) -> Self {
        Self {
            name: name.to_owned(),
            minutes: member.held.0,
            night_minutes: member.nights.0,
            day_off_minutes: member.days_off.0,
            burden: points(member.burden),
            carried: points(member.carried),
        }
    }

    fn read(self) -> (String, MemberHours) {
        let hours = MemberHours {
            held: Minutes(self.minutes),
            nights: Minutes(self.night_minutes),
            days_off: Minutes(self.day_off_minutes),
            burden: RateMinutes::from_points(self.burden),
            carried: RateMinutes::from_points(self.carried),
        };
        (self.name, hours)
    }
}

/// Points are sixtieths, which decimals cannot say; read again they are rounded to the same sixtieth.
fn points(burden: RateMinutes) -> f64 {
    burden.points().0
}

fn instant(text: &str) -> Result<Instant, NoRota> {
    let parsed = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ").map(Instant::from_utc);
    parsed.ok().filter(|at| at.to_string() == text).ok_or_else(|| value("an instant", text))
}

fn value(what: &'static str, value: &str) -> NoRota {
    NoRota::Value { what, value: value.chars().take(60).collect() }
}

#[cfg(test)]
mod tests;
