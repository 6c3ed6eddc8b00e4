//! Panels against every quarter-hour and every choice of people, on levels that are read minute by minute.

use proptest::prelude::*;
use sunwise::availability::Level;
use sunwise::plan::panel::{PanelAsk, suggest};
use sunwise::team::Rates;
use sunwise::time::{Instant, Minutes};

use super::slow;
use super::strategy::scene;

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn sittings_are_the_best_of_all_times_and_all_choices_of_people(
        mut scene in scene(),
        minutes in prop::sample::select(vec![10i64, 15, 60, 95]),
        required in 0..3usize,
        at_least in 0..4usize,
    ) {
        for (index, member) in scene.members.iter_mut().enumerate() {
            member.name = format!("member {index}");
        }
        let rates = Rates { flexible: 1, asleep: 10, off: 3 };
        let required = required.min(scene.members.len());
        let pool = scene.members.len() - required;
        let at_least = at_least.min(pool);
        prop_assume!(required + at_least > 0);
        let ask = PanelAsk {
            required: scene.members[..required].iter().collect(),
            pool: scene.members[required..].iter().collect(),
            calendars: &scene.calendars,
            at_least,
            length: Minutes(minutes),
            over: scene.over,
        };
        let everybody = scene.members.iter().zip(&scene.busy);
        let levels: Vec<Vec<Level>> =
            everybody.map(|(member, busy)| slow::full_levels(member, busy, scene.over)).collect();
        let burden = |member: usize, from: usize| -> Option<i64> {
            let during = &levels[member][from..from + minutes as usize];
            (!during.contains(&Level::Away)).then(|| during.iter().map(|level| i64::from(level.rate(&rates))).sum())
        };
        let mut all: Vec<(i64, i64, Instant)> = Vec::new();
        for from in 0..=(scene.over.minutes().0 - minutes) as usize {
            let start = scene.over.start + Minutes(from as i64);
            if start.epoch_minutes() % 15 != 0 {
                continue;
            }
            let own: Vec<Option<i64>> = (0..levels.len()).map(|member| burden(member, from)).collect();
            let choices = (0..1u32 << levels.len()).filter_map(|chosen| {
                let comes = |member: &usize| chosen >> member & 1 == 1;
                let enough = (required..levels.len()).filter(comes).count() >= at_least;
                let burdens: Option<Vec<i64>> = (0..levels.len()).filter(comes).map(|member| own[member]).collect();
                let burdens = burdens.filter(|_| enough && (0..required).all(|member| comes(&member)))?;
                Some((burdens.iter().max().copied().unwrap_or(0), burdens.iter().sum::<i64>(), start))
            });
            all.extend(choices.min());
        }
        all.sort_unstable();
        let found = suggest(&ask, &rates, 12, None).expect("a question that can be answered");
        let shown: Vec<(i64, i64, Instant)> =
            found.iter().map(|one| (one.cost.worst.0, one.cost.total.0, one.span.start)).collect();
        prop_assert_eq!(&shown[..], &all[..all.len().min(12)]);
        for one in &found {
            let from = (one.span.start - scene.over.start).0 as usize;
            let seats = one.attendees.iter().chain(&one.substitutes);
            for seat in seats {
                let member = seat.member.index();
                prop_assert_eq!(burden(member, from), Some(seat.burden.0));
            }
            prop_assert_eq!(one.attendees.iter().map(|seat| seat.burden.0).sum::<i64>(), one.cost.total.0);
            prop_assert_eq!(one.attendees.len(), required + at_least);
            prop_assert_eq!(one.substitutes.len() + one.away.len(), pool - at_least);
        }
    }
}
