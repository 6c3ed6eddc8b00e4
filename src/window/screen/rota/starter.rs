//! A first rota for a team that has none: sensible, and easily changed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::team::{Order, Rota, Shifts, Team, Tiers, WeeklyBoundary};
use crate::time::{Instant, TimeOfDay, Zone};

/// The role that people on call usually have.
const ON_CALL: &str = "oncall";
/// How far apart a team's clocks are when shifts of eight hours let everybody sleep, in minutes.
const FAR_APART: i64 = 6 * 60;

/// A rota for `team` that begins on the Monday after `now`, for a quarter of a year.
///
/// Whoever has the role `oncall` may hold it, everybody if nobody has it. A team whose clocks are six hours apart or more takes
/// shifts of eight hours, so that the nights of one fall into the days of another; others take shifts of a week. There is a secondary
/// where enough people rest.
pub fn rota(team: &Team, now: Instant, zone: Zone) -> Rota {
    let has_role = team.members.iter().any(|member| member.has_role(ON_CALL));
    let eligible = if has_role { Tiers::Roles(vec![ON_CALL.to_owned()]) } else { Tiers::Anyone };
    let people = team.members.iter().filter(|member| !has_role || member.has_role(ON_CALL)).count();
    let offsets = team.members.iter().map(|member| member.home.zone.offset_at(now).minutes().0);
    let apart = offsets.clone().max().unwrap_or(0) - offsets.min().unwrap_or(0);
    // Rest keeps a person from two shifts of a week in a row, and from two of any three shifts of eight hours.
    let (shifts, least) = if apart >= FAR_APART && people >= 3 {
        (Shifts::Daily([6, 14, 22].map(hour).to_vec()), 3)
    } else {
        (Shifts::Weekly(WeeklyBoundary { day: Weekday::Mon, time: hour(10) }), 2)
    };
    Rota {
        name: free_name(team),
        anchor: zone,
        start: next_monday(zone.local(now).date()),
        weeks: 13,
        shifts,
        tiers: if people >= 2 * least { 2 } else { 1 },
        eligible,
        order: Order::default(),
        rest: None,
        max_shifts_per_7_days: None,
        max_weeks_in_a_row: None,
        pins: Vec::new(),
        carried: std::collections::BTreeMap::new(),
    }
}

/// A name that no rota of the team has.
fn free_name(team: &Team) -> String {
    let taken = |name: &str| team.rotas.iter().any(|rota| rota.name == name);
    let numbered = (2..).map(|number| format!("On call {number}"));
    std::iter::once("On call".to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// The Monday after a date.
fn next_monday(date: NaiveDate) -> NaiveDate {
    date + Days::new(7 - u64::from(date.weekday().num_days_from_monday()))
}

/// A whole hour of the day.
fn hour(hour: u16) -> TimeOfDay {
    TimeOfDay::from_minutes(hour * 60).expect("an hour below 24")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Member, Place};
    use crate::time::Hours;

    fn team(zones: &[(&str, bool)]) -> Team {
        let member = |(number, &(zone, on_call)): (usize, &(&str, bool))| {
            let place = Place::zone(Zone::named(zone).expect("a zone"));
            let mut member = Member::new(format!("Member {number}"), place, Hours::typed("Mo-Fr 9-17").expect("hours"));
            member.roles = if on_call { vec![ON_CALL.to_owned()] } else { Vec::new() };
            member
        };
        Team { members: zones.iter().enumerate().map(member).collect(), ..Team::default() }
    }

    fn made(team: &Team) -> Rota {
        let now = Instant::midnight(NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"));
        rota(team, now, Zone::UTC)
    }

    #[test]
    fn a_near_team_takes_shifts_of_a_week() {
        let zones = ["Europe/Lisbon", "Europe/Berlin", "Africa/Cairo", "Europe/Kyiv"].map(|zone| (zone, false));
        let rota = made(&team(&zones));
        assert!(matches!(rota.shifts, Shifts::Weekly(_)));
        assert_eq!((rota.tiers, rota.eligible), (2, Tiers::Anyone));
        assert_eq!(rota.start.to_string(), "2026-11-30");
    }

    #[test]
    fn a_far_team_takes_shifts_of_eight_hours() {
        let zones = ["Europe/Lisbon", "Asia/Tokyo", "America/Denver", "Asia/Kolkata"].map(|zone| (zone, true));
        let rota = made(&team(&zones));
        assert_eq!(rota.shifts, Shifts::Daily([6, 14, 22].map(hour).to_vec()));
        assert_eq!((rota.tiers, rota.eligible), (1, Tiers::Roles(vec!["oncall".to_owned()])));
    }

    #[test]
    fn one_person_has_one_tier_and_names_are_free() {
        let mut team = team(&[("Europe/Lisbon", true), ("Asia/Tokyo", false)]);
        let first = made(&team);
        assert_eq!((first.name.as_str(), first.tiers), ("On call", 1));
        team.rotas.push(first);
        assert_eq!(made(&team).name, "On call 2");
    }
}
