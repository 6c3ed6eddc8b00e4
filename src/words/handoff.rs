//! Sentences about handoff chains.

use crate::plan::handoff::{HandoffChain, Leg};

use super::amount::{count, duration};

/// A chain in one sentence: who holds when, what is covered, and how many handoffs are live.
pub fn chain_sentence(chain: &HandoffChain, names: &[String]) -> String {
    if chain.legs.is_empty() {
        return "Nobody works on the chosen days, so there is no chain.".to_owned();
    }
    let legs: Vec<String> = chain.legs.iter().map(|leg| leg_words(leg, names)).collect();
    let covered = duration(chain.covered_a_day());
    let gap = match chain.longest_gap.0 {
        0 => "without a gap".to_owned(),
        _ => format!("the longest gap is {}", duration(chain.longest_gap)),
    };
    let live = match chain.handoffs.len() {
        0 => String::new(),
        all => format!(
            " {} of {} live.",
            all - chain.not_live(),
            count(all, "handoff") + if all == 1 { " is" } else { " are" }
        ),
    };
    format!("{}: {covered} a day covered, {gap}.{live}", legs.join(", "))
}

/// A leg: `Ana Ribeiro 08:00-15:00 UTC`.
pub fn leg_words(leg: &Leg, names: &[String]) -> String {
    format!("{} {}-{} UTC", names.get(leg.member).map_or("somebody", String::as_str), leg.start, leg.end())
}

/// What changes from one season's chain to the next: `Bo now 14:00-21:00 UTC; Cai no longer holds a leg`. Empty when nothing does.
pub fn changes(before: &HandoffChain, after: &HandoffChain, names: &[String]) -> String {
    let name = |leg: &Leg| names.get(leg.member).map_or("somebody", String::as_str).to_owned();
    let of = |chain: &HandoffChain, member: usize| chain.legs.iter().find(|leg| leg.member == member).copied();
    let moved = after.legs.iter().filter_map(|leg| match of(before, leg.member) {
        Some(old) if old == *leg => None,
        Some(_) => Some(format!("{} now {}-{} UTC", name(leg), leg.start, leg.end())),
        None => Some(format!("{} joins with {}-{} UTC", name(leg), leg.start, leg.end())),
    });
    let gone = before.legs.iter().filter(|leg| of(after, leg.member).is_none());
    moved.chain(gone.map(|leg| format!("{} no longer holds a leg", name(leg)))).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::handoff::{SteadyMember, best_chain};
    use crate::team::{Chain, Member, Place, Policy};
    use crate::time::{Hours, Minutes, Offset, Zone};

    fn chain(offsets: &[i16]) -> HandoffChain {
        let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        let member = Member::new("", Place::zone(Zone::UTC), hours);
        let weeks: Vec<_> = offsets.iter().map(|hours| SteadyMember::of(&member, Offset(hours * 60))).collect();
        best_chain(&weeks, &Policy::default(), &Chain::WORKDAYS, Minutes(30))
    }

    #[test]
    fn a_chain_is_one_sentence() {
        let names = ["Ana".to_owned(), "Bo".to_owned()];
        assert_eq!(
            chain_sentence(&chain(&[1, -5]), &names),
            "Ana 08:00-15:00 UTC, Bo 15:00-22:00 UTC: 14 h a day covered, the longest gap is 10 h. 1 of 2 handoffs are live."
        );
        assert_eq!(chain_sentence(&chain(&[]), &names), "Nobody works on the chosen days, so there is no chain.");
    }

    #[test]
    fn changes_name_who_moves() {
        let names = ["Ana".to_owned(), "Bo".to_owned()];
        let words = changes(&chain(&[1, -5]), &chain(&[1, -4]), &names);
        assert_eq!(words, "Ana now 08:00-14:30 UTC; Bo now 14:30-21:00 UTC");
        assert_eq!(changes(&chain(&[1, -5]), &chain(&[1, -5]), &names), "");
    }
}
