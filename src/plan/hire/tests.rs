use chrono::{Datelike, NaiveDate};

use super::*;
use crate::team::{Goal, Requirement};
use crate::time::Minutes;
use crate::world::{Country, cities};

fn member(name: &str, zone: &str) -> Member {
    let zone = Zone::named(zone).expect("a zone");
    Member::new(name, Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
}

fn opening(goal: Goal) -> Opening {
    Opening { goal, ..Opening::new("Engineer") }
}

fn year() -> Span {
    let monday = NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date");
    Span { start: Instant::midnight(monday), end: Instant::midnight(monday) + Minutes(52 * Minutes::WEEK.0) }
}

fn ask(team: &[Member], opening: &Opening) -> HirePlan {
    let members: Vec<&Member> = team.iter().collect();
    let policy = Policy::default();
    hire(&Question { members: &members, opening, policy: &policy, horizon: year() }, cities().all())
}

fn line_of<'a>(plan: &'a HirePlan, zone: &str) -> &'a Line {
    plan.lines.iter().find(|line| line.zones.iter().any(|z| z.name() == zone)).expect("every zone has a line")
}

#[test]
fn most_overlap_is_at_home_and_every_zone_has_one_line() {
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &opening(Goal::Overlap));
    assert!(plan.lines[0].zones.iter().any(|zone| zone.name() == "Europe/London"), "the same clock as Lisbon");
    let lisbon = line_of(&plan, "Europe/Lisbon");
    assert_eq!(lisbon.figures.together, Shared { mean: Minutes(2400), worst: Minutes(2400) });
    assert!((lisbon.score - 100.0).abs() < 1e-9);
    let mut zones: Vec<Zone> = plan.lines.iter().flat_map(|line| line.zones.clone()).collect();
    let all = zones.len();
    zones.sort_unstable();
    zones.dedup();
    assert_eq!(zones.len(), all);
    assert_eq!(zones.len(), cities().zones().count());
}

#[test]
fn overlap_with_new_york_is_three_hours_or_four() {
    let plan = ask(&[member("Bo", "America/New_York")], &opening(Goal::Overlap));
    let london = line_of(&plan, "Europe/London").figures.members[0];
    assert_eq!(london.worst, Minutes(15 * 60));
    assert_eq!(london.mean, Minutes(917), "246 days of 3 h and 15 days of 4 h, but for 1 January");
}

#[test]
fn coverage_and_chain_grow_where_nobody_works() {
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &opening(Goal::Coverage));
    let best = &plan.lines[0].figures;
    assert_eq!(best.coverage.gain, Minutes(2400), "eight hours a day that Lisbon does not work");
    assert_eq!(best.coverage.before, Minutes(2400));
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &opening(Goal::Handoff));
    let most = plan.lines.iter().map(|line| line.figures.chain.covered_growth()).max();
    assert_eq!(most, Some(Minutes(480)), "a whole leg where Lisbon does not work");
    let best = &plan.lines[0].figures.chain;
    assert!(best.covered_growth() > Minutes(420) && best.gap_shrink() > Minutes::ZERO, "{best:?}");
}

#[test]
fn shifted_hours_reach_farther() {
    let mut wanted = opening(Goal::Overlap);
    wanted.shift = Minutes::hours(2);
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &wanted);
    let bogota = line_of(&plan, "America/Bogota");
    assert_eq!(bogota.figures.shift, -120);
    assert_eq!(bogota.figures.hours.to_string(), "Mo-Fr 07:00-15:00");
    assert_eq!(
        bogota.figures.together.worst,
        Minutes(5 * 4 * 60),
        "07:00 is 13:00 in a Lisbon summer, 12:00 in winter"
    );
}

#[test]
fn requirements_and_countries_say_why_a_place_fails() {
    let mut wanted = opening(Goal::Overlap);
    wanted.requirements = vec![Requirement { with: vec!["Ana".to_owned()], at_least: Minutes::hours(3) }];
    wanted.not_countries = vec![Country::named("ES").expect("a country")];
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &wanted);
    let tokyo = line_of(&plan, "Asia/Tokyo");
    assert_eq!(tokyo.fails[0].to_string(), "shares 0m a workday with Ana in the worst season, wanted are 3h");
    assert_eq!(line_of(&plan, "Europe/Madrid").fails, [Fail::Country]);
    assert!(plan.lines.windows(2).all(|w| w[0].fails.len() <= w[1].fails.len()), "what fails comes last");
}

#[test]
fn the_advert_keeps_its_promise_in_every_zone_of_the_band() {
    let team = [member("Ana", "Europe/Lisbon"), member("Pavel", "Europe/Prague")];
    let plan = ask(&team, &opening(Goal::Overlap));
    let advert = plan.advert.expect("a promise");
    assert!(advert.with_all);
    assert!(advert.zones.iter().any(|zone| zone.name() == "Europe/Lisbon"));
    let members: Vec<&Member> = team.iter().collect();
    let together = crate::plan::overlap::overlap(&members, year(), None, false).windows;
    for &zone in &advert.zones {
        let hire = preferred(&ghost(zone, Opening::usual_hours()), year());
        let shared = together.intersection(&hire);
        for date in year().start.utc().date().iter_days().take(364).filter(|d| d.weekday().num_days_from_monday() < 5) {
            let start = advert.zone.instant_at(date, advert.start.minutes());
            let promised = Span { start, end: start + advert.length };
            assert!(shared.covers(promised), "{zone} on {date}");
        }
    }
}

#[test]
fn no_team_is_no_reason_to_fail() {
    let plan = ask(&[], &opening(Goal::Coverage));
    assert_eq!(plan.lines[0].figures.coverage.gain, Minutes(2400));
    assert!(plan.advert.is_none());
}
