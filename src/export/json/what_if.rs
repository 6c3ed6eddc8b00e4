//! What would be different if something were so.

use serde::{Serialize, Serializer};

use super::rows::Rows;
use crate::availability::AWeek;
use crate::plan::overlap::{Outcome, Steady};
use crate::words::what_if;

/// What was supposed, in words, and the outcomes without it and with it.
#[derive(Clone, Debug)]
pub struct Supposed {
    /// What is supposed, a line each.
    pub supposed: Vec<String>,
    /// What the team shares as it is.
    pub before: Outcome,
    /// What it would share.
    pub after: Outcome,
}

impl Serialize for Supposed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let difference = Difference {
            supposed: &self.supposed,
            before: shown(&self.before),
            after: shown(&self.after),
            sentences: what_if::difference(&self.before, &self.after),
        };
        difference.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Difference<'a, B: Serialize, A: Serialize> {
    supposed: &'a [String],
    before: B,
    after: A,
    sentences: Vec<String>,
}

#[derive(Serialize)]
struct Shown<'a, U: Serialize> {
    members: &'a [String],
    together_per_week: WeekRow,
    any_two_per_week: WeekRow,
    coverage_per_week: WeekRow,
    pairs: usize,
    under_target: U,
    seasons: Vec<SeasonRow>,
}

#[derive(Serialize)]
struct PairRow<'a> {
    a: &'a str,
    b: &'a str,
}

#[derive(Serialize)]
struct SeasonRow {
    from: String,
    to: String,
    minutes_per_week: i64,
}

/// Time a week.
#[derive(Serialize)]
pub(super) struct WeekRow {
    mean: i64,
    worst: i64,
}

impl From<AWeek> for WeekRow {
    fn from(week: AWeek) -> Self {
        Self { mean: week.mean.0, worst: week.worst.0 }
    }
}

fn shown(outcome: &Outcome) -> impl Serialize {
    let season = |season: &Steady| SeasonRow {
        from: season.span.start.to_string(),
        to: season.span.end.to_string(),
        minutes_per_week: season.a_week().0,
    };
    Shown {
        members: &outcome.members,
        together_per_week: outcome.together.into(),
        any_two_per_week: outcome.of_two.into(),
        coverage_per_week: outcome.coverage.into(),
        pairs: outcome.pairs,
        under_target: Rows(|| outcome.under_target.iter().map(|(a, b)| PairRow { a, b })),
        seasons: outcome.seasons.iter().map(season).collect(),
    }
}
