use crate::availability::{Season, seasons, steady_week};
use crate::team::Member;
use crate::time::{Minutes, Span, Spans};

/// What members share in every week of a season, on pattern availability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonOverlap {
    /// The season.
    pub season: Season,
    /// The common windows of its steady week: minutes from Monday 00:00 UTC, as instants of
    /// [`crate::availability::WEEK`].
    pub windows: Spans,
}

impl SeasonOverlap {
    /// Shared in a week.
    pub fn a_week(&self) -> Minutes {
        self.windows.minutes()
    }
}

/// For every season of `members` over `horizon` what all of them share in `Preferred` time in its steady week.
pub fn by_season(members: &[&Member], horizon: Span) -> Vec<SeasonOverlap> {
    seasons(members, horizon)
        .into_iter()
        .map(|season| {
            let weeks: Vec<Spans> = members
                .iter()
                .zip(&season.offsets)
                .map(|(member, &offset)| steady_week(&member.hours, offset))
                .collect();
            SeasonOverlap { season, windows: super::windows(&weeks, weeks.len()) }
        })
        .collect()
}
