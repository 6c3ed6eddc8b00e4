//! Levels, burden and overlap against a slow, obvious reading of the definitions that takes its time from jiff.

mod hire;
mod meet;
mod pairs;
mod panel;
mod season;
mod slow;
mod strategy;

use proptest::prelude::*;
use sunwise::availability::{Almanac, Availability, Basis, Level, RateMinutes};
use sunwise::plan::overlap;
use sunwise::team::{Member, Rates};
use sunwise::time::{Minutes, Spans};

use strategy::{Busy, Scene, scene};

fn compare(scene: &Scene) -> Result<(), TestCaseError> {
    let rates = Rates { flexible: 2, asleep: 11, off: 3 };
    for full in [true, false] {
        let levels = |(member, busy): (&Member, &Vec<Busy>)| {
            if full { slow::full_levels(member, busy, scene.over) } else { slow::levels(member, scene.over, false) }
        };
        let slow: Vec<Vec<Level>> = scene.members.iter().zip(&scene.busy).map(levels).collect();
        let fast: Vec<Availability> = scene
            .members
            .iter()
            .map(|m| {
                if full {
                    Availability::full(m, &scene.calendars, scene.over)
                } else {
                    Availability::pattern(m, scene.over)
                }
            })
            .collect();
        for ((member, slow), fast) in scene.members.iter().zip(&slow).zip(&fast) {
            let mut burden = 0;
            for (minute, &level) in slow.iter().enumerate() {
                let at = scene.over.start + Minutes(minute as i64);
                prop_assert_eq!(fast.level_at(at), Some(level), "{} at {}, full: {}", &member.name, at, full);
                burden += i64::from(level.rate(&rates));
            }
            prop_assert_eq!(fast.burden(scene.over, &rates), RateMinutes(burden));
            prop_assert_eq!(fast.segments().map(|(span, _)| span.minutes()).sum::<Minutes>(), scene.over.minutes());
        }
        let basis = if full { Basis::Full(&scene.calendars) } else { Basis::Pattern };
        let mut almanac = Almanac::new(scene.over);
        for ((member, fast), flexible) in scene.members.iter().zip(&fast).flat_map(|pair| [(pair, false), (pair, true)])
        {
            let lean = almanac.present(member, basis, flexible);
            prop_assert_eq!(lean, overlap::counted(fast, flexible), "{}, full: {}", &member.name, full);
        }
        for at_least in 1..=scene.members.len() {
            for flexible in [false, true] {
                let sets: Vec<Spans> = fast.iter().map(|a| overlap::counted(a, flexible)).collect();
                let members: Vec<&Member> = scene.members.iter().collect();
                let windows = if full {
                    overlap::overlap(&members, &scene.calendars, scene.over, Some(at_least), flexible).windows
                } else {
                    overlap::windows(&sets, at_least)
                };
                for minute in 0..scene.over.minutes().0 {
                    let counts = |level: &Level| *level == Level::Preferred || flexible && *level == Level::Flexible;
                    let depth = slow.iter().filter(|levels| counts(&levels[minute as usize])).count();
                    let inside = windows.contains(scene.over.start + Minutes(minute));
                    prop_assert_eq!(inside, depth >= at_least, "minute {} at least {}", minute, at_least);
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn levels_burden_and_windows_are_those_of_the_definitions(scene in scene()) {
        compare(&scene)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, max_shrink_iters: 200, ..ProptestConfig::default() })]

    /// The long run: `cargo test --release -- --ignored`.
    #[test]
    #[ignore = "takes minutes"]
    fn levels_burden_and_windows_on_five_thousand_teams(scene in scene()) {
        compare(&scene)?;
    }
}
