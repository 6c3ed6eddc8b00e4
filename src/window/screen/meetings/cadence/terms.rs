//! On which terms a cadence is made, as they are typed.

use crate::availability::RateMinutes;
use crate::plan::cadence::CadenceAsk;
use crate::team::Meeting;
use crate::time::Minutes;
use crate::window::form::{Row, Typed, length, whole};
use crate::words::amount::duration;

/// A setting that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What a meeting may cost anybody in a week.
    Limit,
    /// For how many weeks is planned.
    Weeks,
    /// How long a daily sync lasts.
    Daily,
    /// How long the weekly meeting of all lasts.
    Weekly,
}

/// What meetings may cost and how long they last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// What a meeting may cost anybody in a week.
    pub limit: RateMinutes,
    /// For how many weeks is planned.
    pub weeks: u16,
    /// How long a daily sync lasts.
    pub daily: Minutes,
    /// How long the weekly meeting of all lasts.
    pub weekly: Minutes,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            limit: CadenceAsk::USUAL_LIMIT,
            weeks: Meeting::USUAL_WEEKS,
            daily: CadenceAsk::USUAL_DAILY,
            weekly: CadenceAsk::USUAL_WEEKLY,
        }
    }
}

impl Typed for Terms {
    type Field = Field;

    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Limit,
            label: "Points a week",
            show: |terms| terms.limit.points().to_string(),
            parse: |text, terms, _| {
                let points = text.parse::<f64>().ok().filter(|points| (0.0..=1_000_000.0).contains(points));
                let points = points.ok_or_else(|| "write points, such as 2".to_owned());
                points.map(|points| terms.limit = RateMinutes::from_points(points))
            },
        },
        Row {
            field: Field::Weeks,
            label: "Weeks",
            show: |terms| terms.weeks.to_string(),
            parse: |text, terms, _| whole(text, 1, 520).map(|weeks| terms.weeks = weeks),
        },
        Row {
            field: Field::Daily,
            label: "Daily sync",
            show: |terms| duration(terms.daily),
            parse: |text, terms, _| length(text).map(|length| terms.daily = length),
        },
        Row {
            field: Field::Weekly,
            label: "Weekly with all",
            show: |terms| duration(terms.weekly),
            parse: |text, terms, _| length(text).map(|length| terms.weekly = length),
        },
    ];

    fn keep_up(&mut self, _: &Self) {}
}
