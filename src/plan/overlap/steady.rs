use crate::availability::{Change, seasons, steady_week};
use crate::team::Member;
use crate::time::{Minutes, Offset, Span, Spans};

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
pub fn steady(members: &[&Member], horizon: Span, at_least: usize, flexible: bool) -> Vec<Steady> {
    let week_of = |(member, &offset): (&&Member, &Offset)| {
        let preferred = steady_week(&member.hours, offset);
        if flexible { preferred.union(&steady_week(&member.flexible, offset)) } else { preferred }
    };
    seasons(members, horizon)
        .into_iter()
        .map(|season| {
            let weeks: Vec<Spans> = members.iter().zip(&season.offsets).map(week_of).collect();
            let most = (1..=weeks.len()).rev().find(|&k| !super::windows(&weeks, k).is_empty()).unwrap_or(0);
            Steady { span: season.span, changes: season.changes, windows: super::windows(&weeks, at_least), most }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::overlap::by_season;
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
    fn all_of_them_in_preferred_time_is_the_overlap_by_season() {
        let (york, london) = (
            member("America/New_York", "Mo-Fr 09:00-17:00", "off"),
            member("Europe/London", "Mo-Fr 09:00-17:00", "Mo-Fr 17:00-19:00"),
        );
        let members = [&york, &london];
        let found = steady(&members, year_2027(), 2, false);
        let known = by_season(&members, year_2027());
        assert_eq!(found.len(), known.len());
        for (ours, theirs) in found.iter().zip(&known) {
            assert_eq!((ours.span, &ours.windows), (theirs.season.span, &theirs.windows));
        }
        let more: Vec<i64> = steady(&members, year_2027(), 2, true).iter().map(|s| s.a_week().0 / 300).collect();
        assert_eq!(more, [5, 6, 5, 6, 5], "two flexible hours more");
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
