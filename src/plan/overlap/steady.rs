//! What members share in every week of a season.

use crate::availability::{Change, SteadySeasons};
use crate::team::Member;
use crate::time::{Minutes, Span, Spans};

/// What at least so many of some members share in every week of a season, on pattern availability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steady {
    /// The season's time, within the horizon.
    pub span: Span,
    /// Who changed at its start; nobody for the first.
    pub changes: Vec<Change>,
    /// The windows of its steady week: minutes from Monday 00:00 UTC, as instants of [`crate::availability::WEEK`].
    pub windows: Spans,
    /// The most members that are ever there together in that week.
    pub most: usize,
}

impl Steady {
    /// Shared in a week.
    pub fn a_week(&self) -> Minutes {
        self.windows.minutes()
    }
}

/// For every season of `members` over `horizon` when at least `at_least` of them are in `Preferred` time (`flexible` counts
/// flexible hours too) in its steady week.
///
/// # Example
///
/// ```
/// use sunwise::plan::overlap::steady;
/// use sunwise::team::{Member, Place};
/// use sunwise::time::{Hours, Instant, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (york, london) = (member("America/New_York"), member("Europe/London"));
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let year = Span { start: day("2027-01-01"), end: day("2028-01-01") };
/// let hours: Vec<i64> = steady(&[&york, &london], year, 2, false).iter().map(|s| s.a_week().0 / 300).collect();
/// assert_eq!(hours, [3, 4, 3, 4, 3]);
/// ```
pub fn steady(members: &[&Member], horizon: Span, at_least: usize, flexible: bool) -> Vec<Steady> {
    let seasons = SteadySeasons::of(members, horizon);
    let of_set: Vec<(Spans, usize)> =
        seasons.sets().map(|set| (seasons.at_least(set, at_least, flexible), seasons.most(set, flexible))).collect();
    seasons
        .each()
        .map(|(season, set)| {
            let (windows, most) = of_set[set.index()].clone();
            Steady { span: season.span, changes: season.changes.clone(), windows, most }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Hours, Instant, Zone};
    use chrono::NaiveDate;

    fn member(zone: &str, hours: &str, flexible: &str) -> Member {
        let zone = Zone::named(zone).expect("a zone");
        let parsed = |text| Hours::parse(text).expect("hours");
        Member { flexible: parsed(flexible), ..Member::new(zone.name(), Place::zone(zone), parsed(hours)) }
    }

    fn year_2027() -> Span {
        let start = |year| Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
        Span { start: start(2027), end: start(2028) }
    }

    #[test]
    fn flexible_hours_count_where_they_are_asked_for() {
        let (york, london) = (
            member("America/New_York", "Mo-Fr 09:00-17:00", "off"),
            member("Europe/London", "Mo-Fr 09:00-17:00", "Mo-Fr 17:00-19:00"),
        );
        let members = [&york, &london];
        let hours = |flexible| -> Vec<i64> {
            steady(&members, year_2027(), 2, flexible).iter().map(|s| s.a_week().0 / 300).collect()
        };
        assert_eq!(hours(false), [3, 4, 3, 4, 3]);
        assert_eq!(hours(true), [5, 6, 5, 6, 5], "two flexible hours more");
    }

    #[test]
    fn fewer_are_together_for_longer() {
        let team = [
            member("America/New_York", "Mo-Fr 09:00-17:00", "off"),
            member("Europe/London", "Mo-Fr 09:00-17:00", "off"),
            member("Asia/Kolkata", "Mo-Fr 09:00-17:00", "off"),
        ];
        let members: Vec<&Member> = team.iter().collect();
        let all = &steady(&members, year_2027(), 3, false)[0];
        assert_eq!((all.a_week(), all.most), (Minutes::ZERO, 2));
        let two = &steady(&members, year_2027(), 2, false)[0];
        assert_eq!(two.a_week(), Minutes(5 * (180 + 150)));
    }
}
