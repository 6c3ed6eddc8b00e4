//! How a horizon is cut into shifts: boundaries are local times of the anchor zone, so a shift may be an hour shorter or longer, and
//! every minute belongs to exactly one shift whatever the clocks do.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::shift::Shift;
use crate::team::{Rota, Shifts};
use crate::time::{HORIZON_END, Instant, Span, TimeOfDay, Zone};

/// The boundaries of a handoff chain from an instant on: UTC times of day, for `SunWise` rotas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SunTimes {
    /// The first minute for which they hold; the first entry of a list also holds before it.
    pub from: Instant,
    /// UTC times of day at which a leg starts.
    pub times: Vec<TimeOfDay>,
}

/// Where a shift may begin.
#[derive(Clone, Copy, Debug)]
struct Boundary {
    at: Instant,
    /// The local time that was written, even where the clocks skip it.
    local: NaiveDateTime,
    /// Which of the day's windows begins here.
    window: usize,
}

/// The shifts of `rota` in time order; none when it has no boundary at all or its horizon leaves the years with known rules.
///
/// The first boundary is the first one at or after `start` 00:00 in the anchor zone, and the end is that boundary's local time
/// 7 x `weeks` days later. `sun` is read only for `SunWise`.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::shifts::shifts;
///
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "Europe/Lisbon", start: "2027-03-22", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let weeks = shifts(&team.rotas[0], &[]);
/// assert_eq!(weeks[0].minutes().0, 167 * 60, "an hour less in the week in which the clocks go forward");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn shifts(rota: &Rota, sun: &[SunTimes]) -> Vec<Shift> {
    let Some((first, end)) = horizon(rota, sun) else { return Vec::new() };
    let Some(days) = NaiveDate::signed_duration_since(end.1.date(), first.local.date()).num_days().checked_add(2)
    else {
        return Vec::new();
    };
    let mut boundaries: Vec<Boundary> = boundaries(rota, sun, first.local.date(), days as u64);
    boundaries.retain(|boundary| first.at <= boundary.at && boundary.at < end.0);
    // Stable: of two that the clocks put on one instant the earlier window is empty and vanishes.
    boundaries.sort_by_key(|boundary| boundary.at);
    let ends = boundaries.iter().skip(1).map(|boundary| boundary.at).chain([end.0]);
    let pieces: Vec<(Boundary, Span)> = boundaries
        .iter()
        .zip(ends)
        .filter_map(|(&boundary, end)| Span::new(boundary.at, end).map(|span| (boundary, span)))
        .collect();
    match rota.shifts {
        Shifts::Blocks(_) => blocks(&pieces, first.local, rota.anchor),
        _ => pieces.iter().map(|&(_, span)| shift(vec![span], rota.anchor)).collect(),
    }
}

/// The first boundary, and the end as instant and as the local time written.
fn horizon(rota: &Rota, sun: &[SunTimes]) -> Option<(Boundary, (Instant, NaiveDateTime))> {
    let from = rota.anchor.midnight(rota.start);
    // A time of the day before can be put past midnight by the clocks.
    let candidates = boundaries(rota, sun, rota.start.checked_sub_days(Days::new(1))?, 10);
    let first = candidates.into_iter().filter(|boundary| boundary.at >= from).min_by_key(|boundary| boundary.at)?;
    let end = first.local.checked_add_signed(Duration::weeks(rota.weeks.into()))?;
    (end.date() < HORIZON_END).then(|| (first, (rota.anchor.instant(end), end)))
}

/// All boundaries written for `days` dates from `from` on, in the order in which they are written.
fn boundaries(rota: &Rota, sun: &[SunTimes], from: NaiveDate, days: u64) -> Vec<Boundary> {
    let dates = || from.iter_days().take(days as usize);
    let anchor = rota.anchor;
    match &rota.shifts {
        Shifts::Weekly(weekly) => {
            let on = dates().filter(|date| date.weekday() == weekly.day);
            on.map(|date| Boundary::local(anchor, date, weekly.time, 0)).collect()
        }
        Shifts::Daily(times) | Shifts::Blocks(times) => {
            let mut times = times.clone();
            times.sort_unstable();
            times.dedup();
            let day = |date| times.iter().enumerate().map(move |(i, &time)| (date, i, time)).collect::<Vec<_>>();
            dates().flat_map(day).map(|(date, i, time)| Boundary::local(anchor, date, time, i)).collect()
        }
        // UTC dates start up to 14 hours before or 12 after local ones.
        Shifts::SunWise(_) => from.pred_opt().map_or_else(Vec::new, |from| sun_wise(anchor, sun, from, days + 2)),
    }
}

fn sun_wise(anchor: Zone, sun: &[SunTimes], from: NaiveDate, days: u64) -> Vec<Boundary> {
    let mut found = Vec::new();
    for (i, season) in sun.iter().enumerate() {
        let holds =
            |at: Instant| (i == 0 || at >= season.from) && sun.get(i + 1).is_none_or(|next: &SunTimes| at < next.from);
        for date in from.iter_days().take(days as usize) {
            let times = season.times.iter().map(|&time| Boundary::utc(anchor, date, time));
            found.extend(times.filter(|boundary| holds(boundary.at)));
        }
    }
    found
}

impl Boundary {
    fn local(zone: Zone, date: NaiveDate, time: TimeOfDay, window: usize) -> Self {
        let local = date.and_time(NaiveTime::MIN) + Duration::minutes(time.minutes().into());
        Self { at: zone.instant(local), local, window }
    }

    fn utc(zone: Zone, date: NaiveDate, time: TimeOfDay) -> Self {
        let at = Zone::UTC.instant_at(date, time.minutes());
        Self { at, local: zone.local(at), window: 0 }
    }
}

fn shift(pieces: Vec<Span>, anchor: Zone) -> Shift {
    let date = anchor.local(pieces[0].start).date();
    // Day 1 of the common era was a Monday.
    Shift { pieces, week: i64::from(date.num_days_from_ce() - 1).div_euclid(7) }
}

/// Every seven days' pieces of one window as one shift.
fn blocks(pieces: &[(Boundary, Span)], first: NaiveDateTime, anchor: Zone) -> Vec<Shift> {
    let mut groups: std::collections::BTreeMap<(i64, usize), Vec<Span>> = std::collections::BTreeMap::new();
    for (boundary, span) in pieces {
        let week = (boundary.local - first).num_minutes().div_euclid(7 * 24 * 60);
        groups.entry((week, boundary.window)).or_default().push(*span);
    }
    let mut blocks: Vec<Shift> = groups.into_values().map(|pieces| shift(pieces, anchor)).collect();
    blocks.sort_by_key(Shift::start);
    blocks
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::testing::rota;
    use crate::team::WeeklyBoundary;
    use crate::time::Minutes;

    fn times(written: &[&str]) -> Vec<TimeOfDay> {
        written.iter().map(|time| time.parse().expect("a time")).collect()
    }

    fn shown(shifts: &[Shift]) -> Vec<String> {
        shifts.iter().flat_map(|shift| &shift.pieces).map(Span::to_string).collect()
    }

    #[test]
    fn a_week_with_a_change_of_clocks_is_an_hour_shorter() {
        let weekly = Shifts::Weekly(WeeklyBoundary { day: Weekday::Mon, time: "10:00".parse().expect("a time") });
        let found = shifts(&rota("Europe/Lisbon", "2027-03-19", 2, weekly), &[]);
        assert_eq!(
            shown(&found),
            ["2027-03-22T10:00:00Z/2027-03-29T09:00:00Z", "2027-03-29T09:00:00Z/2027-04-05T09:00:00Z"]
        );
        assert_eq!((found[0].minutes(), found[1].week - found[0].week), (Minutes::hours(167), 1));
    }

    #[test]
    fn daily_shifts_start_with_the_first_boundary_of_the_first_date() {
        let found = shifts(&rota("Asia/Kathmandu", "2027-01-04", 1, Shifts::Daily(times(&["18:00", "06:00"]))), &[]);
        assert_eq!(found.len(), 14);
        assert_eq!(
            shown(&found[..2]),
            ["2027-01-04T00:15:00Z/2027-01-04T12:15:00Z", "2027-01-04T12:15:00Z/2027-01-05T00:15:00Z"]
        );
    }

    #[test]
    fn blocks_are_seven_daily_windows() {
        let found =
            shifts(&rota("Europe/Prague", "2027-01-06", 2, Shifts::Blocks(times(&["06:00", "14:00", "22:00"]))), &[]);
        assert_eq!(found.len(), 6);
        assert!(found.iter().all(|block| block.pieces.len() == 7 && block.minutes() == Minutes::hours(56)));
        assert_eq!(found[2].pieces[0].to_string(), "2027-01-06T21:00:00Z/2027-01-07T05:00:00Z");
        assert_eq!(found[3].start().to_string(), "2027-01-13T05:00:00Z");
    }

    #[test]
    fn boundaries_that_the_clocks_swap_or_join_stay_in_order() {
        // In Prague 02:30 of 28 March is skipped and read as 03:30, after 03:15; 03:30 itself is then the same instant.
        let daily = Shifts::Daily(times(&["02:30", "03:15", "03:30"]));
        let found = shifts(&rota("Europe/Prague", "2027-03-28", 1, daily), &[]);
        assert_eq!(
            shown(&found[..2]),
            ["2027-03-28T01:15:00Z/2027-03-28T01:30:00Z", "2027-03-28T01:30:00Z/2027-03-29T00:30:00Z"]
        );
    }

    #[test]
    fn sun_wise_boundaries_follow_the_seasons() {
        let from = |text: &str| Instant::midnight(text.parse().expect("a date"));
        let sun = [
            SunTimes { from: from("2027-01-01"), times: times(&["06:00", "14:00"]) },
            SunTimes { from: from("2027-01-06"), times: times(&["05:00"]) },
        ];
        let found = shifts(&rota("Europe/Lisbon", "2027-01-05", 1, Shifts::SunWise(2)), &sun);
        assert_eq!(
            shown(&found[..3]),
            [
                "2027-01-05T06:00:00Z/2027-01-05T14:00:00Z",
                "2027-01-05T14:00:00Z/2027-01-06T05:00:00Z",
                "2027-01-06T05:00:00Z/2027-01-07T05:00:00Z"
            ]
        );
        assert_eq!(found.last().map(|shift| shift.end().to_string()), Some("2027-01-12T06:00:00Z".into()));
        assert_eq!(shifts(&rota("Europe/Lisbon", "2027-01-05", 1, Shifts::SunWise(2)), &[]), []);
    }

    #[test]
    fn horizons_end_with_the_known_rules() {
        assert_eq!(shifts(&rota("Europe/Lisbon", "2099-12-20", 2, Shifts::Daily(times(&["00:00"]))), &[]), []);
    }

    fn some_shifts() -> impl Strategy<Value = Shifts> {
        let time = (0..96u16).prop_map(|quarter| TimeOfDay::from_minutes(quarter * 15).expect("a time"));
        let some = prop::collection::vec(time.clone(), 1..5);
        prop_oneof![
            (0..7u8, time).prop_map(|(day, time)| Shifts::Weekly(WeeklyBoundary {
                day: Weekday::try_from(day).expect("a weekday"),
                time
            })),
            some.clone().prop_map(Shifts::Daily),
            some.prop_map(Shifts::Blocks),
        ]
    }

    proptest! {
        #[test]
        fn every_minute_of_the_horizon_is_in_one_piece(zone in 0..9usize, day in 0..365u64, weeks in 1..5u16, how in some_shifts()) {
            let zones = ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Cairo",
                "America/Nuuk", "America/Havana", "Asia/Gaza", "Pacific/Chatham"];
            let start = NaiveDate::from_ymd_opt(2027, 1, 1).expect("a date") + Days::new(day);
            let rota = rota(zones[zone], &start.to_string(), weeks, how);
            let mut pieces: Vec<Span> = shifts(&rota, &[]).into_iter().flat_map(|shift| shift.pieces).collect();
            pieces.sort_unstable();
            prop_assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
            let (first, last) = (pieces[0].start, pieces[pieces.len() - 1].end);
            prop_assert!(first >= rota.anchor.midnight(start));
            let off = (last - first).0 - i64::from(weeks) * Minutes::WEEK.0;
            let shifted = rota.anchor.offset_at(first).minutes() - rota.anchor.offset_at(last).minutes();
            // Where the first or last boundary itself is skipped, its local time is not the one written.
            let [first, last] = [first, last].map(|at| rota.anchor.local(at).time());
            if first == last {
                prop_assert_eq!(off, shifted.0);
            } else {
                prop_assert!((off - shifted.0).abs() <= 120, "{} {}", off, shifted.0);
            }
        }
    }
}
