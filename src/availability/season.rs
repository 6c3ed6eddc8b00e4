//! Seasons of a team: stretches in which nobody's UTC offset changes, be it by clocks or by moving.

use chrono::Days;

use crate::team::Member;
use crate::time::{Instant, Minutes, Offset, Span, Spans, TimeRange, Zone};

/// A maximal stretch in which no member's UTC offset changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// Its time, within the horizon asked for.
    pub span: Span,
    /// Everybody's offset, in the members' order.
    pub offsets: Vec<Offset>,
    /// Who changed at its start; nobody for the first.
    pub changes: Vec<Change>,
}

/// A member whose offset changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The member's place in the members' order.
    pub member: usize,
    /// The offset until then.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// The seasons of `members` over `horizon`, in time order and without a hole; at least one.
pub fn seasons(members: &[&Member], horizon: Span) -> Vec<Season> {
    let timelines: Vec<Vec<(Instant, Offset)>> = members.iter().map(|member| offsets(member, horizon)).collect();
    let mut starts: Vec<Instant> = timelines.iter().flatten().map(|&(at, _)| at).chain([horizon.start]).collect();
    starts.sort_unstable();
    starts.dedup();
    let offsets_at = |at: Instant| -> Vec<Offset> {
        timelines.iter().map(|steps| steps[steps.partition_point(|&(start, _)| start <= at) - 1].1).collect()
    };
    let mut found: Vec<Season> = Vec::new();
    for start in starts {
        let offsets = offsets_at(start);
        let changes: Vec<Change> = match found.last_mut() {
            None => Vec::new(),
            Some(last) => {
                last.span.end = start;
                let pairs = last.offsets.iter().zip(&offsets).enumerate();
                pairs
                    .filter(|(_, (before, after))| before != after)
                    .map(|(member, (&before, &after))| Change { member, before, after })
                    .collect()
            }
        };
        found.push(Season { span: Span { start, end: horizon.end }, offsets, changes });
    }
    found
}

/// A member's offset over `horizon` as steps: the first at its start, then one at each change.
fn offsets(member: &Member, horizon: Span) -> Vec<(Instant, Offset)> {
    let mut steps: Vec<(Instant, Offset)> = Vec::new();
    let mut push = |at: Instant, offset: Offset| {
        if steps.last().is_none_or(|&(_, last)| last != offset) {
            steps.push((at, offset));
        }
    };
    for (span, zone) in whereabouts(member, horizon) {
        push(span.start, zone.offset_at(span.start));
        for transition in zone.transitions(span) {
            push(transition.at, transition.after);
        }
    }
    steps
}

/// Where a member is over `horizon`: a stay counts from midnight of its first date there until midnight of the
/// date after its last one in the place that follows.
pub fn whereabouts(member: &Member, horizon: Span) -> Vec<(Span, Zone)> {
    let mut moves: Vec<(Instant, Zone)> = vec![(horizon.start, member.home.zone)];
    let mut stays = member.stays.clone();
    stays.sort_by_key(|stay| stay.dates.first());
    for stay in &stays {
        moves.push((stay.place.zone.midnight(stay.dates.first()), stay.place.zone));
        if let Some(next) = stay.dates.last().checked_add_days(Days::new(1)) {
            let zone = member.zone_on(next);
            moves.push((zone.midnight(next), zone));
        }
    }
    let mut found = Vec::new();
    for (i, &(at, zone)) in moves.iter().enumerate() {
        let end = moves.get(i + 1).map_or(horizon.end, |next| next.0);
        found.extend(Span::new(at, end).and_then(|span| span.intersection(horizon)).map(|span| (span, zone)));
    }
    found
}

/// A steady week's minutes, from Monday 00:00 UTC on.
pub const WEEK: Span = Span { start: Instant::from_epoch(0), end: Instant::from_epoch(7 * 24 * 60) };

/// What weekly `hours` are in every week under one `offset`: minutes of the UTC week, counted as instants within [`WEEK`].
pub fn steady_week(hours: &crate::time::Hours, offset: Offset) -> Spans {
    let mut spans = Vec::new();
    for day in 0..7u8 {
        let Ok(weekday) = chrono::Weekday::try_from(day) else { continue };
        for range in hours.starting_on(weekday) {
            spans.extend(wrapped(i64::from(day), *range, offset));
        }
    }
    spans.into_iter().collect()
}

/// A range of the week, moved to UTC and cut where the week ends.
fn wrapped(day: i64, range: TimeRange, offset: Offset) -> Vec<Span> {
    let week = Minutes::WEEK.0;
    let start = (day * 1440 + i64::from(range.start()) - i64::from(offset.0)).rem_euclid(week);
    let end = start + i64::from(range.end() - range.start());
    let span = |a: i64, b: i64| Span::new(WEEK.start + Minutes(a), WEEK.start + Minutes(b));
    [span(start, end.min(week)), span(0, end - week)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Place, Stay};
    use crate::time::{Dates, Hours};
    use chrono::NaiveDate;

    fn date(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, m, d).expect("a date")
    }

    fn member(zone: &str) -> Member {
        let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        Member::new(zone, Place::zone(Zone::named(zone).expect("a zone")), hours)
    }

    #[test]
    fn moving_begins_a_season_as_a_change_of_clocks_does() {
        let mut nomad = member("Europe/Lisbon");
        let bangkok = Place::zone(Zone::named("Asia/Bangkok").expect("a zone"));
        nomad.stays = vec![Stay { place: bangkok, dates: Dates::new(date(1, 10), date(3, 31)).expect("dates") }];
        let horizon = Span { start: Instant::midnight(date(1, 1)), end: Instant::midnight(date(6, 1)) };
        let found = seasons(&[&nomad], horizon);
        let shown: Vec<String> = found.iter().map(|s| format!("{} {}", s.span.start, s.offsets[0])).collect();
        assert_eq!(
            shown,
            ["2027-01-01T00:00:00Z +00:00", "2027-01-09T17:00:00Z +07:00", "2027-03-31T23:00:00Z +01:00"]
        );
        assert_eq!(found[1].changes[0], Change { member: 0, before: Offset(0), after: Offset(420) });
    }

    #[test]
    fn steady_weeks_wrap_around_monday() {
        let hours = Hours::parse("Mo 09:00-17:00").expect("hours");
        let auckland = steady_week(&hours, Offset(13 * 60));
        assert_eq!(auckland.as_slice().len(), 2, "Sunday 20:00 UTC to Monday 04:00 UTC");
        assert_eq!(auckland.minutes(), Minutes::hours(8));
        assert!(auckland.contains(Instant::from_epoch(0)) && auckland.contains(Instant::from_epoch(7 * 1440 - 240)));
    }
}
