//! Places, sets and contact against plain readings.

use chrono::{Datelike, NaiveDate};

use super::sites::allowed_shifts;
use super::*;
use crate::availability::Availability;
use crate::plan::stop::Stop;
use crate::team::{Goal, Member, Opening, Place, Policy, Requirement};
use crate::time::{Hours, Instant, Minutes, Span, Spans, Zone};
use crate::world::{City, Country, cities};

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
    rank(&Question { members: &members, opening, policy: &policy, horizon: year() }, cities().all(), &Stop::default())
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

/// Los Angeles changes its clocks three hours after New York, on a Sunday: no season of those hours.
#[test]
fn hours_in_which_nobody_works_are_no_season() {
    let plan = ask(&[member("Bo", "America/New_York")], &opening(Goal::Overlap));
    let angeles = &line_of(&plan, "America/Los_Angeles").figures;
    assert_eq!(angeles.members[0], Shared { mean: Minutes(25 * 60), worst: Minutes(25 * 60) });
    assert_eq!(angeles.together.worst, Minutes(25 * 60));
    let sunday = Member { hours: Hours::parse("Su-Th 09:00-17:00").expect("hours"), ..member("Noor", "Asia/Dubai") };
    let plan = ask(&[member("Bo", "America/New_York"), sunday], &opening(Goal::Overlap));
    let worst = line_of(&plan, "America/Los_Angeles").figures.members[0].worst;
    assert_eq!(worst, Minutes(20 * 60), "on that Sunday Noor is at work");
}

#[test]
fn coverage_and_chain_grow_where_nobody_works() {
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &opening(Goal::Coverage));
    let best = &plan.lines[0].figures;
    assert_eq!(best.coverage.gain, Minutes(2400), "eight hours a day that Lisbon does not work");
    assert_eq!(best.coverage.before, Minutes(2400));
    let plan = ask(&[member("Ana", "Europe/Lisbon")], &opening(Goal::Handoff));
    let most = plan.lines.iter().map(|line| line.figures.chain.map(ChainGrowth::covered_growth)).max();
    assert_eq!(most, Some(Some(Minutes(480))), "a whole leg where Lisbon does not work");
    let best = plan.lines[0].figures.chain.expect("the goal asks for it");
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

/// Whether somebody in `zone` who works one of `hours` shares the promised time of every workday of the year.
fn keeps_promise(advert: &Advert, together: &Spans, hours: &[Hours], zone: Zone) -> bool {
    hours.iter().any(|hours| {
        let shared = together.intersection(Availability::of_hours(hours, zone, year()).preferred());
        let dates = year().start.utc().date().iter_days().take(364);
        dates.filter(|date| date.weekday().num_days_from_monday() < 5).all(|date| {
            let start = advert.zone.instant_at(date, advert.start.minutes());
            shared.covers(Span { start, end: start + advert.length })
        })
    })
}

/// Whether a zone's offset is in the band at the promised time of every workday.
fn is_inside(advert: &Advert, zone: Zone) -> bool {
    let dates = year().start.utc().date().iter_days().take(364);
    dates.filter(|date| date.weekday().num_days_from_monday() < 5).all(|date| {
        let at = advert.zone.instant_at(date, advert.start.minutes());
        let season = advert.seasons.iter().find(|season| season.span.contains(at)).expect("a season of every workday");
        (season.from..=season.to).contains(&zone.offset_at(at))
    })
}

/// One zone for all whose clocks show the same.
fn different_zones() -> Vec<Zone> {
    let mut seen = Vec::new();
    let rules = |zone: Zone| {
        (zone.offset_at(year().start), zone.transitions(year()).map(|c| (c.at, c.after)).collect::<Vec<_>>())
    };
    cities()
        .zones()
        .filter(|&zone| {
            let new = !seen.contains(&rules(zone));
            seen.push(rules(zone));
            new
        })
        .collect()
}

#[test]
fn the_advert_is_true_of_every_zone_inside_its_band_and_of_no_other() {
    let lisbon_and_prague = vec![member("Ana", "Europe/Lisbon"), member("Pavel", "Europe/Prague")];
    let mut split = member("Ana", "Europe/Lisbon");
    split.hours = Hours::parse("Mo-Fr 08:00-12:00,14:00-18:00").expect("hours");
    let zones = different_zones();
    let wanted =
        |hours: &str, shift| Opening { hours: Hours::parse(hours).expect("hours"), shift, ..opening(Goal::Overlap) };
    for (case, team, opening, with_all) in [
        ("two clocks", lisbon_and_prague.clone(), opening(Goal::Overlap), true),
        ("moved hours", lisbon_and_prague, wanted("Mo-Fr 09:00-17:00", Minutes(90)), true),
        ("split hours", vec![split], wanted("Mo-Fr 07:00-11:00,15:00-19:00", Minutes(0)), true),
        (
            "far apart",
            vec![member("Bo", "America/New_York"), member("Kei", "Asia/Tokyo")],
            opening(Goal::Coverage),
            false,
        ),
        (
            "across the ocean",
            vec![member("Bo", "America/New_York"), member("Ana", "Europe/Lisbon")],
            opening(Goal::Overlap),
            true,
        ),
    ] {
        let advert = ask(&team, &opening).advert.unwrap_or_else(|| panic!("{case}: no promise"));
        assert_eq!(advert.with_all, with_all, "{case}");
        let with = if with_all { &team[..] } else { &team[..1] };
        let members: Vec<&Member> = with.iter().collect();
        let together =
            crate::plan::overlap::overlap(&members, crate::team::Calendars::unread(), year(), None, false).windows;
        let hours: Vec<Hours> = allowed_shifts(&opening).iter().map(|&shift| opening.hours.shifted(shift)).collect();
        for zone in cities().zones() {
            assert_eq!(advert.zones.contains(&zone), is_inside(&advert, zone), "{case}: {zone}");
        }
        for &zone in &zones {
            let inside = is_inside(&advert, zone);
            assert_eq!(keeps_promise(&advert, &together, &hours, zone), inside, "{case}: {zone}");
        }
        assert!(advert.examples.iter().all(|city| advert.zones.contains(&city.zone)) && !advert.examples.is_empty());
    }
}

#[test]
fn no_team_is_no_reason_to_fail() {
    let plan = ask(&[], &opening(Goal::Coverage));
    assert_eq!(plan.lines[0].figures.coverage.gain, Minutes(2400));
    assert!(plan.advert.is_none());
}

/// The cities of a few zones.
fn few() -> &'static [City] {
    static FEW: std::sync::LazyLock<Vec<City>> = std::sync::LazyLock::new(|| {
        let names =
            ["America/New_York", "America/Bogota", "Asia/Tokyo", "Asia/Kathmandu", "Pacific/Auckland", "Europe/London"];
        let zones = names.map(|name| Zone::named(name).expect("a zone"));
        cities().all().iter().filter(|city| city.population > 400_000 && zones.contains(&city.zone)).cloned().collect()
    });
    &FEW
}

/// Somebody and when they are there in the year.
type Present = (Member, Spans);

fn present(member: Member) -> Present {
    let spans = Availability::pattern(&member, year()).preferred().clone();
    (member, spans)
}

/// What a set is worth by the plain reading: spans over the year, and the best chain of everybody in every season.
fn plain_score(team: &[Present], goal: Goal, guests: &[&Present]) -> f64 {
    fn union<'a>(all: impl Iterator<Item = &'a Present>) -> Spans {
        all.fold(Spans::EMPTY, |known, (_, spans)| known.union(spans))
    }
    let week = |minutes: Minutes| Minutes::ratio(minutes.0, 52).0 as f64;
    let hours: f64 = guests.iter().map(|(_, theirs)| week(theirs.minutes())).sum();
    match goal {
        Goal::Coverage => {
            let free = union(guests.iter().copied()).difference(&union(team.iter()));
            100.0 * week(free.minutes()) / hours
        }
        Goal::Overlap => {
            let everybody: Vec<&Spans> = team.iter().chain(guests.iter().copied()).map(|(_, spans)| spans).collect();
            let mean = |theirs: &Spans| {
                team.iter().map(|(_, own)| week(own.shared_minutes(theirs))).sum::<f64>() / team.len() as f64
            };
            let with_mean = guests.iter().map(|(_, theirs)| mean(theirs)).sum::<f64>() / guests.len() as f64;
            let together = week(Spans::at_least(everybody.len(), &everybody).minutes());
            100.0 * guests.len() as f64 * (0.9999 * together + 0.0001 * with_mean) / hours
        }
        _ => {
            let figures = |members: Vec<&Member>| {
                let (policy, mut covered, mut gap) = (Policy::default(), 0, 0);
                let question = crate::plan::handoff::Question::usual(&members, &policy, year());
                for found in crate::plan::handoff::handoff(&question) {
                    covered += found.chain.covered_a_day().0 * found.season.span.minutes().0;
                    gap += found.chain.longest_gap.0 * found.season.span.minutes().0;
                }
                [covered, gap].map(|sum| Minutes::ratio(sum, year().minutes().0).0)
            };
            let own = || team.iter().map(|(member, _)| member);
            let before = figures(own().collect());
            let after = figures(own().chain(guests.iter().map(|(member, _)| member)).collect());
            100.0 * 2.5 * (after[0] - before[0] + before[1] - after[1]) as f64 / hours
        }
    }
}

/// The best score of all sets.
fn plain_best(team: &[Member], opening: &Opening, zones: &[Zone]) -> f64 {
    let team: Vec<Present> = team.iter().cloned().map(present).collect();
    let seats: Vec<Present> = zones
        .iter()
        .flat_map(|&zone| allowed_shifts(opening).into_iter().map(move |shift| (zone, shift)))
        .map(|(zone, shift)| present(super::seat::supposed(zone, opening.hours.shifted(shift))))
        .collect();
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..opening.people {
        let longer = |set: &Vec<usize>| {
            let first = set.last().copied().unwrap_or(0);
            (first..seats.len()).map(|next| [set.as_slice(), &[next]].concat()).collect::<Vec<_>>()
        };
        sets = sets.iter().flat_map(longer).collect();
    }
    let score =
        |set: &Vec<usize>| plain_score(&team, opening.goal, &set.iter().map(|&at| &seats[at]).collect::<Vec<_>>());
    sets.iter().map(score).fold(f64::MIN, f64::max)
}

#[test]
fn the_best_set_is_the_best_of_all_sets() {
    let with_a_break = Hours::parse("Mo-Th 08:00-12:00,14:00-18:00").expect("hours");
    let team = [member("Ana", "Europe/Lisbon"), Member { hours: with_a_break, ..member("Bo", "America/New_York") }];
    let members: Vec<&Member> = team.iter().collect();
    let mut zones: Vec<Zone> = few().iter().map(|city| city.zone).collect();
    zones.sort_unstable();
    zones.dedup();
    let policy = Policy::default();
    for (goal, people, shift) in [
        (Goal::Overlap, 2, 30),
        (Goal::Coverage, 2, 30),
        (Goal::Handoff, 2, 30),
        (Goal::Coverage, 3, 0),
        (Goal::Overlap, 3, 0),
        (Goal::Handoff, 3, 0),
    ] {
        let opening = Opening { goal, people, shift: Minutes(shift), ..Opening::new("Two") };
        let question = Question { members: &members, opening: &opening, policy: &policy, horizon: year() };
        let found = best_set(&question, few(), &Stop::default()).expect("a set");
        let (best, case) = (plain_best(&team, &opening, &zones), format!("{people} for {goal:?}"));
        assert_eq!(found.seats.len(), usize::from(people), "{case}");
        assert!((found.score - best).abs() < 1e-9, "{case}: {} of {best}", found.score);
        assert!(found.exact, "{case}");
    }
}

#[test]
fn a_set_keeps_to_what_the_opening_allows() {
    let team = [member("Ana", "Europe/Lisbon")];
    let members: Vec<&Member> = team.iter().collect();
    let policy = Policy::default();
    let japan = Country::named("JP").expect("a country");
    let set = |opening: &Opening| {
        let question = Question { members: &members, opening, policy: &policy, horizon: year() };
        best_set(&question, few(), &Stop::default())
    };
    let mut wanted = Opening { people: 2, goal: Goal::Coverage, countries: vec![japan], ..Opening::new("Two") };
    let seats = set(&wanted).expect("Tokyo twice").seats;
    assert!(seats.iter().all(|seat| seat.cities.iter().all(|city| city.country == japan)) && seats[0] == seats[1]);
    wanted.requirements = vec![Requirement { with: vec!["Ana".into()], at_least: Minutes(60) }];
    assert!(set(&wanted).is_none(), "nobody in Japan shares an hour with Lisbon");
    assert!(set(&Opening { people: 1, ..wanted }).is_none(), "one person is no set");
}

#[test]
fn contact_fades_with_distance_where_the_opening_says_so() {
    let team = [member("Ana", "Europe/Lisbon"), member("Bo", "America/New_York")];
    let plain = ask(&team, &opening(Goal::Overlap));
    assert_eq!(line_of(&plain, "Africa/Accra").figures.contact, None);
    let faded = ask(&team, &Opening { fades_with_distance: true, ..opening(Goal::Overlap) });
    let accra = &line_of(&faded, "Africa/Accra").figures;
    // Half an hour with Ana is lost in summer by an hour between the clocks, most of Bo's by four or five.
    let left = |member: usize, hours: [f64; 2]| {
        let summer = 31.0 / 52.0;
        let factor = 0.89_f64.powf(hours[0]) * (1.0 - summer) + 0.89_f64.powf(hours[1]) * summer;
        accra.members[member].mean.0 as f64 * factor
    };
    let expected = f64::midpoint(left(0, [0.0, 1.0]), left(1, [5.0, 4.0]));
    let found = accra.contact.expect("it was asked for").0 as f64;
    assert!((found - expected).abs() < 12.0, "{found} {expected}");
    assert!(found < (accra.members[0].mean.0 + accra.members[1].mean.0) as f64 / 2.0);
}

#[test]
fn holidays_in_common_are_counted_for_places_and_candidates() {
    let mut team = [member("Ana", "Europe/Lisbon"), member("Bo", "Europe/Berlin")];
    for (member, city) in team.iter_mut().zip(["Lisbon", "Berlin"]) {
        member.home = Place::city(cities().find(city).expect("a city"));
    }
    let plan = ask(&team, &opening(Goal::Overlap));
    let portugal = line_of(&plan, "Atlantic/Azores").holidays.expect("Portugal's are known");
    assert_eq!(portugal.country.code(), "PT");
    assert!(portugal.with_all > 0 && portugal.with_all < portugal.own, "{portugal:?}");
    assert_eq!(portugal.with_some, portugal.own, "Ana has them all");
}

#[test]
fn a_stop_ends_the_ranking_and_it_is_said() {
    let team = [member("Ana", "Europe/Lisbon"), member("Bo", "America/New_York")];
    let members: Vec<&Member> = team.iter().collect();
    let (opening, policy) = (opening(Goal::Overlap), Policy::default());
    let question = Question { members: &members, opening: &opening, policy: &policy, horizon: year() };
    let stop = Stop::default();
    let mut plan = rank(&question, few(), &stop);
    assert!(plan.is_finished && plan.lines.len() > 1);
    stop.set();
    add_chains(&question, &mut plan, usize::MAX, &stop);
    assert!(!plan.is_finished && plan.lines.iter().all(|line| line.figures.chain.is_none()));
    let none = hire(&question, few(), &stop);
    assert!(!none.is_finished && none.lines.is_empty() && none.advert.is_none());
}

#[test]
fn where_nobody_works_in_the_horizon_no_advert_is_promised() {
    let mut weekends = member("Ana", "America/Havana");
    weekends.hours = Hours::parse("Sa-Su 01:15-03:45").expect("hours");
    let (opening, policy, start) = (opening(Goal::Overlap), Policy::default(), year().start + Minutes::DAY);
    let advert = |days: i64| {
        let horizon = Span { start, end: start + Minutes(days * Minutes::DAY.0) };
        let question = Question { members: &[&weekends], opening: &opening, policy: &policy, horizon };
        rank(&question, few(), &Stop::default()).advert
    };
    assert!(advert(3).is_none(), "Monday evening to Thursday there");
    assert!(advert(7).is_none(), "nobody who works on weekdays shares a weekend");
}
