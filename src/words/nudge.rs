//! Shifts of hours that reach a target, in sentences.

use super::{amount, clock};
use crate::plan::overlap::{Nudge, Shift};
use crate::team::Member;
use crate::time::Minutes;

/// The answer in a sentence or two.
pub fn answer(nudge: &Nudge, members: &[&Member]) -> String {
    let who = match members {
        [a, b] => format!("{} and {}", a.name, b.name),
        all if nudge.at_least < all.len() => {
            format!("at least {} of {}", clock::spelled(nudge.at_least), clock::spelled(all.len()))
        }
        all => format!("all {}", clock::spelled(all.len())),
    };
    let (target, now) = (amount::duration(nudge.target), a_workday(nudge.before));
    let sum = match nudge.shifts.as_slice() {
        [one] => format!("{} shifts by {}", members[one.member].name, amount::duration(Minutes(one.by.0.abs()))),
        shifts => {
            format!("{} members shift by {} in all", clock::spelled(shifts.len()), amount::duration(nudge.total()))
        }
    };
    let sum = capital(&sum);
    if nudge.is_reached() && nudge.shifts.is_empty() {
        return format!(
            "{} share {now} a workday in the worst season: the target of {target} is reached as it is.",
            capital(&who)
        );
    }
    if nudge.is_reached() {
        let proof =
            if nudge.is_proven { "the smallest shift that does it" } else { "the smallest shift that was found" };
        return format!(
            "{sum}, and {who} share {} a workday in the worst season instead of {now}: {proof}.",
            a_workday(nudge.after)
        );
    }
    if !nudge.is_proven {
        return format!(
            "No shift was found by which {who} share {target} a workday, but there are too many to try them all."
        );
    }
    let most = if nudge.after == Minutes::ZERO {
        "no shift within the flexible hours gives any".to_owned()
    } else if nudge.shifts.is_empty() {
        format!("no shift within the flexible hours gives more than the {now} of today")
    } else {
        format!("at most {} instead of {now}, if {}", a_workday(nudge.after), lower(&sum))
    };
    format!("{target} a workday cannot be reached: {most}. {}", in_the_way(nudge, members))
}

/// Who would have to be more flexible.
fn in_the_way(nudge: &Nudge, members: &[&Member]) -> String {
    let names: Vec<&str> = nudge.in_the_way.iter().map(|&member| members[member].name.as_str()).collect();
    match names.as_slice() {
        [] => "Nobody's hours alone are in the way: several would have to be more flexible.".to_owned(),
        [one] => format!("It would take more flexible hours of {one}."),
        names => format!("It would take more flexible hours of one of these: {}.", names.join(", ")),
    }
}

/// A member's shift: `Petr starts 30 min later: Monday to Friday 9:30 to 17:30`.
pub fn shift(shift: &Shift, members: &[&Member]) -> String {
    format!(
        "{} {}: {}",
        members[shift.member].name,
        by(shift),
        super::hours(&shift.hours, super::clock::Clock::Hours24)
    )
}

/// Which way and how far: `starts 30 min later`.
pub fn by(shift: &Shift) -> String {
    let way = if shift.by.0 < 0 { "earlier" } else { "later" };
    format!("starts {} {way}", amount::duration(Minutes(shift.by.0.abs())))
}

/// A week's time as that of a workday.
fn a_workday(week: Minutes) -> String {
    amount::duration(Minutes(week.0 / 5))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `Two members` within a sentence; a name stays as it is.
fn lower(words: &str) -> String {
    if words.contains(" members shift") { words.to_lowercase() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::MemberId;
    use crate::team::Place;
    use crate::time::{Hours, Zone};

    #[test]
    fn an_answer_says_who_and_whether_it_is_the_smallest() {
        let member = |name| Member::new(name, Place::zone(Zone::UTC), Hours::off());
        let (ana, bo) = (member("Ana"), member("Bo"));
        let members = [&ana, &bo];
        let hours = Hours::parse("Mo-Fr 09:30-17:30").expect("hours");
        let nudge = |before: i64, after: i64, by: &[i64], in_the_way: &[usize]| Nudge {
            target: Minutes::hours(4),
            at_least: 2,
            before: Minutes(before * 5),
            after: Minutes(after * 5),
            shifts: by
                .iter()
                .enumerate()
                .map(|(member, &by)| Shift { member: MemberId::new(member), by: Minutes(by), hours: hours.clone() })
                .collect(),
            in_the_way: in_the_way.iter().copied().map(MemberId::new).collect(),
            is_proven: true,
        };
        for (nudge, words) in [
            (
                nudge(250, 250, &[], &[]),
                "Ana and Bo share 4 h 10 min a workday in the worst season: the target of 4 h is reached as it is.",
            ),
            (
                nudge(210, 240, &[30], &[]),
                "Ana shifts by 30 min, and Ana and Bo share 4 h a workday in the worst season instead of 3 h 30 min: the smallest shift that does it.",
            ),
            (
                nudge(60, 120, &[-60, 15], &[1]),
                "4 h a workday cannot be reached: at most 2 h instead of 1 h, if two members shift by 1 h 15 min in all. It would take more flexible hours of Bo.",
            ),
            (
                nudge(60, 60, &[], &[]),
                "4 h a workday cannot be reached: no shift within the flexible hours gives more than the 1 h of today. Nobody's hours alone are in the way: several would have to be more flexible.",
            ),
        ] {
            assert_eq!(answer(&nudge, &members), words);
        }
        let earlier = nudge(0, 0, &[-45], &[]);
        assert_eq!(shift(&earlier.shifts[0], &members), "Ana starts 45 min earlier: Monday to Friday 9:30 to 17:30");
    }
}
