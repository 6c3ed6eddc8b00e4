//! Places for a hire, beside a plain evaluation hour by hour with chrono-tz.

use std::hint::black_box;

use chrono::{Datelike, Timelike, Weekday};
use sunwise::plan::Stop;
use sunwise::plan::hire::{Question, best_set, hire, rank};
use sunwise::team::{Goal, Member, Opening, Policy};
use sunwise::time::{Minutes, Span};
use sunwise::world::cities;

use super::overlap::{best, team, year};

/// Every zone of the world for a team of 50 over a year.
#[divan::bench(args = [0, 120])]
fn all_zones_for_fifty(bencher: divan::Bencher, shift: i64) {
    let (team, opening) = (team(50), opening(Goal::Overlap, shift, 1));
    let members: Vec<&Member> = team.iter().collect();
    bencher.bench(|| rank(&question(&members, &opening), cities().all(), &Stop::default()));
}

/// The best pair of all zones.
#[divan::bench(args = [Goal::Overlap, Goal::Coverage])]
fn best_pair_for_fifty(bencher: divan::Bencher, goal: Goal) {
    let (team, opening) = (team(50), opening(goal, 0, 2));
    let members: Vec<&Member> = team.iter().collect();
    bencher.bench(|| best_set(&question(&members, &opening), cities().all(), &Stop::default()));
}

fn opening(goal: Goal, shift: i64, people: u8) -> Opening {
    Opening { goal, people, shift: Minutes(shift), ..Opening::new("Hire") }
}

fn question<'a>(members: &'a [&'a Member], opening: &'a Opening) -> Question<'a> {
    static POLICY: std::sync::LazyLock<Policy> = std::sync::LazyLock::new(Policy::default);
    Question { members, opening, policy: &POLICY, horizon: year() }
}

/// For every hour whether somebody who works from nine to five is there, as one would write it down.
fn hourly(zone: chrono_tz::Tz, over: Span) -> Vec<bool> {
    let hour = |hour: i64| {
        let local = (over.start + Minutes(hour * 60)).utc().and_utc().with_timezone(&zone);
        !matches!(local.weekday(), Weekday::Sat | Weekday::Sun) && (9..17).contains(&local.hour())
    };
    (0..over.minutes().0 / 60).map(hour).collect()
}

/// The hours that a hire in each zone shares with each member.
fn plain(members: &[&Member], over: Span) -> Vec<Vec<usize>> {
    let tz = |zone: sunwise::time::Zone| zone.name().parse().expect("a zone of chrono-tz");
    let there: Vec<Vec<bool>> = members.iter().map(|member| hourly(tz(member.home.zone), over)).collect();
    let shared = |zone: sunwise::time::Zone| {
        let hire = hourly(tz(zone), over);
        there.iter().map(|member| member.iter().zip(&hire).filter(|(a, b)| **a && **b).count()).collect()
    };
    cities().zones().map(shared).collect()
}

/// Prints how the planner compares.
pub fn ratios() {
    let fifty = team(50);
    let members: Vec<&Member> = fifty.iter().collect();
    let plain = best(2, || plain(&members, year()));
    for shift in [0, 120] {
        let opening = opening(Goal::Overlap, shift, 1);
        let took = best(10, || rank(&question(&members, &opening), cities().all(), &Stop::default()));
        println!("all zones for 50 members, hours moved by up to {shift} min: {took:?} of a frame's 16 ms");
        println!(
            "  an hourly evaluation of the unmoved hours alone takes {plain:?}, {:.0} times as long",
            plain.as_secs_f64() / took.as_secs_f64()
        );
    }
    let whole = opening(Goal::Overlap, 0, 1);
    println!(
        "  with the handoff chain of each place: {:?}",
        best(1, || hire(&question(&members, &whole), cities().all(), &Stop::default()))
    );
    for (goal, shift, people, count) in [
        (Goal::Overlap, 0, 2, 50),
        (Goal::Coverage, 0, 2, 50),
        (Goal::Coverage, 120, 2, 50),
        (Goal::Coverage, 0, 3, 50),
        (Goal::Handoff, 0, 2, 50),
        (Goal::Handoff, 0, 2, 4),
        (Goal::Handoff, 60, 2, 4),
        (Goal::Handoff, 0, 3, 4),
    ] {
        let opening = opening(goal, shift, people);
        let took =
            best(2, || black_box(best_set(&question(&members[..count], &opening), cities().all(), &Stop::default())));
        println!("best {people} places of all for {goal:?}, {count} members, moved by up to {shift} min: {took:?}");
    }
}
