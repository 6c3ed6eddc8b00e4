//! How many weekends somebody gives to a rota.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};

use super::RotaPlan;
use crate::availability::whereabouts;
use crate::team::{Member, MemberId, Team};
use crate::time::{Minutes, Span};

/// For each person of a plan of `team` the number of weekends on which they are on duty, be it for a part, by their own calendar.
///
/// A weekend is Saturday and Sunday, or those of Friday to Sunday on which a person never works.
pub fn weekends(plan: &RotaPlan, team: &Team) -> Vec<usize> {
    let people = plan.places_in(team).into_iter().enumerate();
    let given = people.map(|(person, place)| {
        let Some(member) = place.and_then(|place| team.members.get(place.index())) else { return 0 };
        let held = plan.rows.iter().filter(|row| row.tiers.contains(&Some(MemberId::new(person))));
        let off = days_off(member);
        let weeks = held.flat_map(|row| weeks(member, row.span, &off));
        weeks.collect::<BTreeSet<_>>().len()
    });
    given.collect()
}

/// The days of a member's weekend.
fn days_off(member: &Member) -> Vec<Weekday> {
    let is_off = |day: &Weekday| member.hours.starting_on(*day).is_empty();
    let off: Vec<Weekday> = [Weekday::Fri, Weekday::Sat, Weekday::Sun].into_iter().filter(is_off).collect();
    if matches!(off.len(), 1 | 2) { off } else { vec![Weekday::Sat, Weekday::Sun] }
}

/// The weeks on whose weekends a member lives a part of `span`.
fn weeks(member: &Member, span: Span, off: &[Weekday]) -> Vec<chrono::IsoWeek> {
    let mut weeks = Vec::new();
    for (part, zone) in whereabouts(member, span) {
        let last = zone.local(part.end - Minutes(1)).date();
        let dates = zone.local(part.start).date().iter_days().take_while(|&date| date <= last);
        weeks.extend(dates.filter(|date| off.contains(&date.weekday())).map(|date| date.iso_week()));
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::rota::{Search, plan};
    use crate::team;

    #[test]
    fn a_weekend_is_counted_once_by_everybodys_own_calendar() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"),
            (name: "Omar", city: "Cairo", hours: "Su-Th 09:00-17:00"),
        ], rotas: [(name: "R", anchor: "Europe/Lisbon", start: "2027-01-04", weeks: 4, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
        let team = team::read("t.ron", text.as_bytes()).expect("a team").0;
        let found = plan(&team, &team.rotas[0], &Search::default(), &mut || false).expect("a plan");
        assert_eq!(weekends(&found, &team), [2, 2], "each holds two weeks with a whole weekend");
        assert_eq!(days_off(&team.members[1]), [Weekday::Fri, Weekday::Sat]);
        let span = |from: &str, to: &str| {
            let at = |text: &str| crate::time::Instant::from_utc(text.parse().expect("a time"));
            Span { start: at(from), end: at(to) }
        };
        let omar = &team.members[1];
        let sunday = span("2027-01-10T08:00:00", "2027-01-10T16:00:00");
        assert!(weeks(omar, sunday, &days_off(omar)).is_empty(), "he works on Sundays");
    }
}
