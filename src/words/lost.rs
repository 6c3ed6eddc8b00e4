//! What hangs on a member, in words.

use super::{amount, clock, what_if};
use crate::availability::AWeek;
use crate::plan::overlap::Losses;
use crate::team::MemberId;
use crate::time::Minutes;

/// What becomes of the team without a member, in one line without a full stop; `members` are all by name.
pub fn line(losses: &Losses, member: MemberId, members: &[String]) -> String {
    let without = &losses.without[member];
    let mut parts = Vec::new();
    match losses.gain(member) {
        // Where nothing is shared, nothing is won or lost.
        Some(_) if without.together == Some(AWeek::default()) => {}
        None => {}
        Some(AWeek { mean: Minutes(0), worst: Minutes(0) }) => parts.push("the others share as much as all".to_owned()),
        Some(gain) => parts.push(format!("the others share {}", gained(gain))),
    }
    let gap = losses.uncovered(member);
    if gap == AWeek::default() {
        parts.push("no hour loses its last cover".to_owned());
    } else {
        parts.push(format!("{} a week lose their last cover", amount::duration(gap.mean)));
    }
    if without.ties > 0 {
        parts.push(format!("{} at the target end", amount::count(without.ties, "pair")));
    }
    if !without.parted.is_empty() {
        parts.push(parted(&without.parted, members));
    }
    parts.join("; ")
}

/// More time of the others together: in the worst season, or where only the mean grows, in the mean.
fn gained(gain: AWeek) -> String {
    if gain.worst == Minutes::ZERO {
        format!("{} a week in the mean", what_if::more(gain.mean))
    } else {
        format!("{} a week", what_if::more(gain.worst))
    }
}

/// Who is parted from whom: `parts Ana and Bo from Cai`.
pub fn parted(groups: &[Vec<MemberId>], members: &[String]) -> String {
    let named: Vec<String> = groups
        .iter()
        .map(|group| {
            let names: Vec<&str> = group.iter().take(MOST).map(|&member| members[member].as_str()).collect();
            match group.len().saturating_sub(MOST) {
                0 => clock::list(&names),
                more => format!("{} and {more} more", names.join(", ")),
            }
        })
        .collect();
    format!("parts {}", named.join(" from "))
}

/// So many of a group are named.
const MOST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::overlap::Without;

    #[test]
    fn a_line_says_what_is_won_and_lost() {
        let week = |mean, worst| AWeek { mean: Minutes::hours(mean), worst: Minutes::hours(worst) };
        let names = ["Ana", "Bo", "Cai", "Dee", "Eva"].map(str::to_owned);
        let ids = |places: &Vec<usize>| places.iter().copied().map(MemberId::new).collect();
        let without = |together, coverage, ties, parted: &[Vec<usize>]| Without {
            together,
            coverage,
            ties,
            parted: parted.iter().map(ids).collect(),
        };
        let losses = Losses {
            together: week(5, 5),
            coverage: week(60, 60),
            without: vec![
                without(Some(week(5, 5)), week(60, 60), 0, &[]),
                without(Some(week(20, 15)), week(52, 50), 2, &[vec![0, 2], vec![3]]),
                without(Some(week(6, 5)), week(60, 60), 1, &[]),
                without(None, week(60, 60), 0, &[]),
                without(Some(week(0, 0)), week(60, 60), 0, &[]),
            ],
        };
        for (member, words) in [
            (0, "the others share as much as all; no hour loses its last cover"),
            (
                1,
                "the others share 10 h more a week; 8 h a week lose their last cover; 2 pairs at the target end; parts Ana and Cai from Dee",
            ),
            (2, "the others share 1 h more a week in the mean; no hour loses its last cover; 1 pair at the target end"),
            (3, "no hour loses its last cover"),
            (4, "no hour loses its last cover"),
        ] {
            assert_eq!(line(&losses, MemberId::new(member), &names), words);
        }
    }
}
