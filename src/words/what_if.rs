//! What is supposed of a team, and what it would change.

use std::collections::HashSet;

use super::amount;
use super::clock::{self, Clock};
use crate::availability::AWeek;
use crate::plan::overlap::Outcome;
use crate::team::WhatIf;
use crate::time::{Clocks, Minutes};

/// A supposition as a short sentence without a full stop: `Permanent summer time in the EU from 1 April 2027`.
pub fn said(what_if: &WhatIf, style: Clock) -> String {
    let on = |date: &chrono::NaiveDate| date.format("%-d %B %Y").to_string();
    match what_if {
        WhatIf::ClocksKept { law, clocks, from } => {
            let time = match clocks {
                Clocks::Standard => "standard",
                Clocks::Summer => "summer",
            };
            format!("Permanent {time} time in the {} from {}", law.short_name(), on(from))
        }
        WhatIf::Joins(member) => {
            let place = member.home.short_name();
            let who = if member.name == place { "Somebody" } else { &member.name };
            format!("{who} joins in {place}, {}", super::hours(&member.hours, style))
        }
        WhatIf::Moves { member, place, from } => {
            let from = from.as_ref().map_or(String::new(), |from| format!(" on {}", on(from)));
            format!("{member} moves to {}{from}", place.short_name())
        }
        WhatIf::Leaves(member) => format!("{member} leaves"),
    }
}

/// What is different between two outcomes, a sentence each; the first is about the time that all share, be it the same.
pub fn difference(before: &Outcome, after: &Outcome) -> Vec<String> {
    let mut words = vec![together(before, after)];
    if before.of_two != after.of_two && after.members.len() > 2 {
        let (now, then) = (before.of_two, after.of_two);
        let lead = format!("Any two share {} a week on average", amount::duration(then.mean));
        words.push(if now.mean == then.mean {
            let by = more(then.worst - now.worst);
            format!("{lead} as now, and {} in their worst seasons ({by}).", amount::duration(then.worst))
        } else {
            format!("{lead} instead of {} ({}).", amount::duration(now.mean), more(then.mean - now.mean))
        });
    }
    if before.coverage != after.coverage {
        let (now, then) = (before.coverage, after.coverage);
        let lead = format!("Somebody is at work {} a week", amount::duration(then.mean));
        words.push(if now.mean == then.mean {
            format!(
                "{lead} as now, and {} in the worst season instead of {}.",
                amount::duration(then.worst),
                amount::duration(now.worst)
            )
        } else {
            format!("{lead} instead of {} ({}).", amount::duration(now.mean), more(then.mean - now.mean))
        });
    }
    let lost = after.under_target_only_here(before);
    words.extend(named(lost).map(|pairs| format!("Under the target then: {pairs}.")));
    let here: HashSet<&str> = after.members.iter().map(String::as_str).collect();
    let both = |(a, b): &(&str, &str)| here.contains(a) && here.contains(b);
    let won = before.under_target_only_here(after).filter(both);
    words.extend(named(won).map(|pairs| format!("At the target then: {pairs}.")));
    if before.seasons.len() != after.seasons.len() {
        let seasons = amount::count(after.seasons.len(), "season");
        words.push(format!("The year has {seasons} instead of {}.", before.seasons.len()));
    }
    words
}

/// The first of some pairs by name, and how many more there are; nothing for none.
fn named<'a>(mut pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let first: Vec<String> = pairs.by_ref().take(MOST_PAIRS).map(|(a, b)| format!("{a} and {b}")).collect();
    let rest = match pairs.count() {
        0 => String::new(),
        more => format!("; and {} more", amount::count(more, "pair")),
    };
    (!first.is_empty()).then(|| format!("{}{rest}", first.join("; ")))
}

/// So many pairs are named.
const MOST_PAIRS: usize = 4;

/// The time that all share.
fn together(before: &Outcome, after: &Outcome) -> String {
    let who = match after.members.as_slice() {
        [one] => format!("{one} works"),
        [a, b] => format!("{a} and {b} share"),
        all => format!("All {} share", clock::spelled(all.len())),
    };
    let (now, then) = (before.together, after.together);
    if then == AWeek::default() {
        let was = if now == then { "as now".to_owned() } else { format!("instead of {}", figures(now)) };
        return format!("{who} no hours, {was}.");
    }
    if now == then {
        return format!("{who} {} as now.", figures(then));
    }
    let worst = if now.worst == then.worst {
        format!("{} a week in the worst season as now", amount::duration(then.worst))
    } else {
        let by = more(then.worst - now.worst);
        format!(
            "{} a week in the worst season instead of {} ({by})",
            amount::duration(then.worst),
            amount::duration(now.worst)
        )
    };
    let mean =
        if now.mean == then.mean { "as now".to_owned() } else { format!("instead of {}", amount::duration(now.mean)) };
    format!("{who} {worst}, and {} in the mean {mean}.", amount::duration(then.mean))
}

/// Time a week in both ways of counting: `15 h a week in the worst season and 16 h in the mean`.
pub fn figures(week: AWeek) -> String {
    let worst = amount::duration(week.worst);
    if week.mean == week.worst {
        format!("{worst} a week all year")
    } else {
        format!("{worst} a week in the worst season and {} in the mean", amount::duration(week.mean))
    }
}

/// A difference: `1 h more`, `30 min less`.
pub fn more(by: Minutes) -> String {
    let way = if by.0 < 0 { "less" } else { "more" };
    format!("{} {way}", amount::duration(Minutes(by.0.abs())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::overlap::UnderTarget;

    fn outcome(members: &[&str], (mean, worst): (i64, i64), coverage: i64, under: &[(&str, &str)]) -> Outcome {
        let week = |mean, worst| AWeek { mean: Minutes::hours(mean), worst: Minutes::hours(worst) };
        Outcome {
            members: members.iter().map(ToString::to_string).collect(),
            together: week(mean, worst),
            coverage: week(coverage, coverage),
            seasons: Vec::new(),
            pairs: 3,
            of_two: week(mean + 2, worst + 1),
            under_target: UnderTarget::named(members, under),
            slowest: None,
        }
    }

    #[test]
    fn a_difference_is_told_in_sentences() {
        let before = outcome(&["Ana", "Bo", "Cai"], (16, 15), 60, &[("Ana", "Cai")]);
        assert_eq!(
            difference(&before, &before),
            ["All three share 15 h a week in the worst season and 16 h in the mean as now."]
        );
        let after = outcome(&["Ana", "Bo", "Cai"], (12, 10), 65, &[("Ana", "Bo")]);
        assert_eq!(
            difference(&before, &after),
            [
                "All three share 10 h a week in the worst season instead of 15 h (5 h less), and 12 h in the mean instead of 16 h.",
                "Any two share 14 h a week on average instead of 18 h (4 h less).",
                "Somebody is at work 65 h a week instead of 60 h (5 h more).",
                "Under the target then: Ana and Bo.",
                "At the target then: Ana and Cai.",
            ]
        );
        let two = outcome(&["Ana", "Bo"], (16, 16), 60, &[]);
        assert_eq!(
            difference(&before, &two),
            [
                "Ana and Bo share 16 h a week in the worst season instead of 15 h (1 h more), and 16 h in the mean as now."
            ],
            "a pair that is no more has not come to the target"
        );
        let none = Outcome { of_two: before.of_two, ..outcome(&["Ana", "Bo", "Cai"], (0, 0), 60, &[("Ana", "Cai")]) };
        assert_eq!(
            [difference(&none, &none), difference(&before, &none)].concat(),
            [
                "All three share no hours, as now.",
                "All three share no hours, instead of 15 h a week in the worst season and 16 h in the mean.",
            ]
        );
    }
}
