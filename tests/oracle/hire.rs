//! Places for a hire against a scan of every minute, and over a year of every quarter of an hour.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Timelike};
use proptest::prelude::*;
use sunwise::availability::Level;
use sunwise::plan::Stop;
use sunwise::plan::hire::{Figures, Question, Shared, rank};
use sunwise::plan::overlap::Response;
use sunwise::team::{Candidate, Member, Opening, Place, Policy};
use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
use sunwise::world::{City, cities};

use super::season::{offset, slow_seasons, slow_worst};
use super::slow;
use super::strategy::{Scene, scene};
use crate::zones::jiff_zone;

/// How far beyond the scene answers are looked for: what is not answered by then is left out.
const REACH: Minutes = Minutes(9 * 1440);

/// The cities of two zones whose clocks are odd.
static FEW: LazyLock<Vec<City>> = LazyLock::new(|| {
    let odd = ["Australia/Lord_Howe", "America/Nuuk"].map(|name| Zone::named(name).expect("a zone"));
    cities().all().iter().filter(|city| odd.contains(&city.zone)).cloned().collect()
});

fn preferred(member: &Member, over: Span) -> Vec<bool> {
    slow::levels(member, over, false).into_iter().map(|level| level == Level::Preferred).collect()
}

fn waits(asker: &[bool], answerer: &[bool], minutes: usize, found: &Response) -> Result<(), TestCaseError> {
    let wait = |at: usize| (at..answerer.len()).find(|&minute| answerer[minute]).map(|answer| (answer - at) as i64);
    let waits: Option<Vec<i64>> = (0..minutes).filter(|&at| asker[at]).map(wait).collect();
    let Some(waits) = waits else { return Ok(()) };
    let mean = (!waits.is_empty()).then(|| Minutes::ratio(waits.iter().sum(), waits.len() as i64));
    prop_assert_eq!(found.mean, mean);
    prop_assert_eq!(found.longest, waits.iter().max().map(|&longest| Minutes(longest)));
    Ok(())
}

fn compare(figures: &Figures, scene: &Scene, zone: Zone) -> Result<(), TestCaseError> {
    let reach = Span { end: scene.over.end + REACH, ..scene.over };
    let guest = preferred(&Member::new("", Place::zone(zone), figures.hours.clone()), reach);
    let members: Vec<Vec<bool>> = scene.members.iter().map(|member| preferred(member, reach)).collect();
    let minutes = scene.over.minutes().0 as usize;
    let a_week = |there: &dyn Fn(usize) -> bool| {
        let count = (0..minutes).filter(|&minute| there(minute)).count() as i64;
        Minutes::ratio(count * Minutes::WEEK.0, minutes as i64)
    };
    let can_tell_worst = scene.members.iter().all(|member| member.stays.is_empty());
    let hire = Member::new("", Place::zone(zone), figures.hours.clone());
    let everybody: Vec<&Member> = scene.members.iter().chain([&hire]).collect();
    let seasons = if can_tell_worst { slow_seasons(&everybody, scene.over) } else { Vec::new() };
    let places: Vec<usize> = (0..everybody.len()).collect();
    for (at, member) in members.iter().enumerate() {
        prop_assert_eq!(figures.members[at].mean, a_week(&|minute| member[minute] && guest[minute]), "with {}", at);
        waits(member, &guest, minutes, &figures.responses_to[at])?;
        waits(&guest, member, minutes, &figures.responses_from[at])?;
        if can_tell_worst {
            let pair = [at, everybody.len() - 1];
            prop_assert_eq!(figures.members[at].worst.0, slow_worst(&everybody, &seasons, &pair), "with {}", at);
        }
    }
    let all = |minute: usize| members.iter().all(|member| member[minute]);
    let any = |minute: usize| members.iter().any(|member| member[minute]);
    prop_assert_eq!(figures.together.mean, a_week(&|minute| all(minute) && guest[minute]));
    if can_tell_worst {
        prop_assert_eq!(figures.together.worst.0, slow_worst(&everybody, &seasons, &places));
    }
    prop_assert_eq!(figures.coverage.gain, a_week(&|minute| guest[minute] && !any(minute)));
    prop_assert_eq!(figures.coverage.before, a_week(&any));
    prop_assert_eq!(figures.team, a_week(&all));
    prop_assert_eq!(figures.own, a_week(&|minute| guest[minute]));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn what_a_hire_adds_is_what_a_scan_finds(mut scene in scene(), moved in any::<bool>()) {
        for (at, member) in scene.members.iter_mut().enumerate() {
            member.name = format!("member {at}");
        }
        let guest = scene.members.pop().expect("a member");
        let mut opening = Opening::new("Hire");
        if moved {
            (opening.shift, opening.hours) = (Minutes(60), guest.hours.clone());
        }
        opening.candidates = vec![Candidate { name: "Guest".into(), place: guest.home, hours: guest.hours.clone() }];
        let members: Vec<&Member> = scene.members.iter().collect();
        let policy = Policy::default();
        let question = Question { members: &members, opening: &opening, policy: &policy, horizon: scene.over };
        if members.is_empty() {
            return Ok(());
        }
        let plan = rank(&question, &FEW, &Stop::default());
        compare(&plan.candidates[0].figures, &scene, guest.home.zone)?;
        for line in &plan.lines {
            compare(&line.figures, &scene, line.zone)?;
        }
    }
}

/// For every quarter of an hour of a year whether it is in the hours, by jiff's clock.
fn quarters(hours: &Hours, zone: Zone, year: Span) -> Vec<bool> {
    let zone = jiff_zone(zone);
    // Clocks change at whole or half hours of UTC.
    let half_hour = |half: i64| {
        let offset = offset(&zone, year.start + Minutes(half * 30));
        [0, 15].map(|minute| {
            let local = (year.start + Minutes(half * 30 + minute)).utc() + chrono::Duration::minutes(offset);
            let minute = (local.hour() * 60 + local.minute()) as u16;
            hours.starting_on(local.weekday()).iter().any(|range| (range.start()..range.end()).contains(&minute))
        })
    };
    (0..year.minutes().0 / 30).flat_map(half_hour).collect()
}

#[test]
fn a_year_is_what_a_scan_of_its_quarters_finds_in_every_zone() {
    let start = |year| Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
    let year = Span { start: start(2027), end: start(2028) };
    let member = |name: &str, zone: &str| {
        let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        Member::new(name, Place::zone(Zone::named(zone).expect("a zone")), hours)
    };
    let team = [member("Ana", "Europe/Lisbon"), member("Bo", "America/New_York"), member("Cai", "America/Santiago")];
    let members: Vec<&Member> = team.iter().collect();
    let opening = Opening { shift: Minutes(60), ..Opening::new("Hire") };
    let policy = Policy::default();
    let plan = rank(
        &Question { members: &members, opening: &opening, policy: &policy, horizon: year },
        cities().all(),
        &Stop::default(),
    );
    let of_members: Vec<Vec<bool>> = team.iter().map(|m| quarters(&m.hours, m.home.zone, year)).collect();
    assert!(plan.lines.len() > 40);
    for line in &plan.lines {
        let guest = quarters(&line.figures.hours, line.zone, year);
        let a_week = |there: &dyn Fn(usize) -> bool| {
            let count = (0..guest.len()).filter(|&quarter| there(quarter)).count() as i64;
            Minutes::ratio(count * 15 * Minutes::WEEK.0, year.minutes().0)
        };
        let Figures { together, members, coverage, .. } = &line.figures;
        assert_eq!(together.mean, a_week(&|q| guest[q] && of_members.iter().all(|m| m[q])), "{}", line.zone);
        assert_eq!(coverage.gain, a_week(&|q| guest[q] && !of_members.iter().any(|m| m[q])), "{}", line.zone);
        for (Shared { mean, .. }, member) in members.iter().zip(&of_members) {
            assert_eq!(*mean, a_week(&|q| guest[q] && member[q]), "{}", line.zone);
        }
    }
}
