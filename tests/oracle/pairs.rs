//! Round trips, and what hangs on a member, against a scan minute by minute.

use proptest::prelude::*;
use sunwise::availability::Level;
use sunwise::plan::overlap::{losses, pairs, round_trips};
use sunwise::team::{Member, Policy};
use sunwise::time::{Minutes, Span};

use super::slow;
use super::strategy::{Scene, scene};

/// How far beyond the scene answers are looked for: what is not read by then is left out.
const REACH: Minutes = Minutes(9 * 1440);

/// For every minute whether the member is `Preferred`, on pattern availability.
fn preferred(member: &Member, over: Span) -> Vec<bool> {
    slow::levels(member, over, false).into_iter().map(|level| level == Level::Preferred).collect()
}

fn next(at: usize, there: &[bool]) -> Option<usize> {
    (at..there.len()).find(|&minute| there[minute])
}

fn compare(scene: &Scene, work: Minutes) -> Result<(), TestCaseError> {
    let members: Vec<&Member> = scene.members.iter().collect();
    let reach = Span { end: scene.over.end + REACH, ..scene.over };
    let there: Vec<Vec<bool>> = members.iter().map(|member| preferred(member, reach)).collect();
    let minutes = scene.over.minutes().0 as usize;
    for trip in round_trips(&members, scene.over, work).all() {
        let (asker, answerer) = (&there[trip.from], &there[trip.to]);
        let asked: Vec<usize> = (0..minutes).filter(|&at| asker[at]).collect();
        let read = |at: usize| next(next(at, answerer)? + work.0 as usize, asker).map(|read| (read - at) as i64);
        let Some(waits) = asked.iter().map(|&at| read(at)).collect::<Option<Vec<i64>>>() else { continue };
        let mean = (!waits.is_empty()).then(|| Minutes::ratio(waits.iter().sum(), waits.len() as i64));
        prop_assert_eq!(trip.mean, mean);
        let longest = waits.iter().max().map(|&longest| Minutes(longest));
        prop_assert_eq!(trip.longest.map(|(longest, _)| longest), longest);
    }
    let found = losses(&members, scene.over, &pairs(&members, scene.over, &Policy::default()));
    let a_week = |count: usize| Minutes::ratio(count as i64 * Minutes::WEEK.0, minutes as i64);
    for (without, left) in found.without.iter().enumerate() {
        let others: Vec<&Vec<bool>> = (0..members.len()).filter(|&other| other != without).map(|o| &there[o]).collect();
        let any = (0..minutes).filter(|&at| others.iter().any(|there| there[at])).count();
        prop_assert_eq!(left.coverage.mean, a_week(any));
        let all = (0..minutes).filter(|&at| others.iter().all(|there| there[at])).count();
        prop_assert_eq!(left.together.map(|week| week.mean), (others.len() > 1).then(|| a_week(all)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 100, ..ProptestConfig::default() })]

    #[test]
    fn round_trips_and_losses_are_those_of_the_definitions(scene in scene(), work in prop::sample::select(&[0, 30, 300][..])) {
        compare(&scene, Minutes(work))?;
    }
}
