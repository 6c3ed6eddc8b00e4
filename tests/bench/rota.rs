//! Rotas: how far a search is from what is proven, by the time that it had, and how soon a large team has its first rota.

use std::fmt::Write;
use std::time::{Duration, Instant as Clock};

use sunwise::plan::rota::{Progress, Search, plan_watched};
use sunwise::team::{self, Team};

/// Zones and hours of the members, in turn.
const SITES: [(&str, &str); 6] = [
    ("Africa/Johannesburg", "Mo-Fr 08:00-16:30"),
    ("Europe/Lisbon", "Mo-Fr 09:00-17:00"),
    ("America/New_York", "Mo-Fr 08:00-16:30"),
    ("America/Los_Angeles", "Mo-Fr 10:00-18:30"),
    ("Asia/Singapore", "Mo-Fr 09:00-18:00"),
    ("Australia/Sydney", "Mo-Fr 09:00-17:00"),
];

const SHIFTS: [(&str, &str); 3] = [
    ("weekly", "Weekly(at: \"Mo 10:00\")"),
    ("blocks", "Blocks(at: [\"06:00\", \"14:00\", \"22:00\"])"),
    ("daily", "Daily(at: [\"06:00\", \"14:00\", \"22:00\"])"),
];

/// So many people with two leaves a year, shares of the work and two tiers.
fn team(people: usize, weeks: usize, shifts: &str) -> Team {
    let mut members = String::new();
    for number in 0..people {
        let (zone, hours) = SITES[number % SITES.len()];
        let share = [1.0, 1.0, 0.8, 0.5][number % 4];
        let (spring, autumn) = (1 + number % 20, 1 + number * 7 % 20);
        let _ = writeln!(
            members,
            "(name: \"P{number:02}\", zone: \"{zone}\", hours: \"{hours}\", flexible: \"Mo-Sa 08:00-20:00\", capacity: {share:?}, \
             leave: [(from: \"2027-02-{spring:02}\", to: \"2027-02-{:02}\"), (from: \"2027-09-{autumn:02}\", to: \
             \"2027-09-{:02}\")]),",
            spring + 7,
            autumn + 9
        );
    }
    let text = format!(
        "Team(version: 1, name: \"Bench\", members: [{members}], rotas: [(name: \"R\", anchor: \"America/New_York\", \
         start: \"2027-01-04\", weeks: {weeks}, shifts: {shifts}, tiers: 2, rest: \"11h\", max_shifts_per_7_days: 5)])"
    );
    team::read("bench.ron", text.as_bytes()).expect("a team").0
}

/// Plans for so long; the time until the first rota, and how far the search came.
fn planned(team: &Team, seconds: u64) -> (Duration, Progress) {
    let (start, mut first, mut last) = (Clock::now(), None, None);
    let search = Search { until_stopped: true, ..Search::default() };
    let mut should_stop = || start.elapsed() >= Duration::from_secs(seconds);
    plan_watched(team, &team.rotas[0], &search, &mut should_stop, &mut |progress| {
        first.get_or_insert(start.elapsed());
        last = Some(progress);
    })
    .expect("a rota");
    (first.unwrap_or_default(), last.expect("a look at the beginning"))
}

/// Prints what a second and five give.
pub fn ratios() {
    println!("rota: gap (proven), worst and total against what is proven of every rota as full");
    for (people, weeks) in [(6, 13), (12, 26), (60, 52)] {
        for (name, shifts) in SHIFTS {
            let team = team(people, weeks, shifts);
            for seconds in [1, 5] {
                let (first, Progress { objective, bound, .. }) = planned(&team, seconds);
                println!(
                    "  {people:2} people, {weeks} weeks, {name:6} {seconds} s: gap {} ({}), worst {:.3}, total {:.3} of the bound; first \
                     after {first:?}",
                    objective.gap,
                    bound.gap,
                    objective.worst.points().0 / bound.worst.points().0,
                    objective.total.points().0 / bound.total.points().0,
                );
            }
        }
    }
}
