//! When a rota that follows the sun changes hands.

use std::cmp::Reverse;

use crate::time::{Instant, TimeOfDay};

use super::ask::Question;
use super::chain::HandoffChain;
use super::plan::handoff;

/// For each season from its start on, the UTC times of day, in order, at which a rota of `legs` shifts a day changes hands if it follows
/// the sun: the starts of the legs of the season's best chain. Of a chain with more legs the longest are kept; where it has fewer,
/// the longest stretch between two boundaries is halved until there are enough.
pub fn boundaries(question: &Question, legs: u8) -> Vec<(Instant, Vec<TimeOfDay>)> {
    let legs = usize::from(legs.max(1));
    handoff(question).into_iter().map(|season| (season.season.span.start, of_chain(&season.chain, legs))).collect()
}

fn of_chain(chain: &HandoffChain, legs: usize) -> Vec<TimeOfDay> {
    let mut starts = longest_starts(chain, legs);
    if starts.is_empty() {
        starts.push(0);
    }
    while starts.len() < legs {
        let next = |i: usize| starts.get(i + 1).copied().unwrap_or(starts[0] + 1440);
        let longest = (0..starts.len()).max_by_key(|&i| (next(i) - starts[i], Reverse(i))).unwrap_or(0);
        let middle = u16::midpoint(starts[longest], next(longest)) / 15 * 15;
        starts.push(middle % 1440);
        starts.sort_unstable();
    }
    starts.into_iter().filter_map(TimeOfDay::from_minutes).collect()
}

fn longest_starts(chain: &HandoffChain, most: usize) -> Vec<u16> {
    let mut legs = chain.legs.clone();
    legs.sort_by_key(|leg| (Reverse(leg.length), leg.start));
    legs.truncate(most);
    let mut starts: Vec<u16> = legs.iter().map(|leg| leg.start.minutes()).collect();
    starts.sort_unstable();
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Member, Place, Policy};
    use crate::time::{Hours, Minutes, Span, Zone};

    #[test]
    fn boundaries_are_the_starts_of_legs_and_as_many_as_wanted() {
        let member = |zone: &str| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let team = [member("Europe/Berlin"), member("America/New_York")];
        let members: Vec<&Member> = team.iter().collect();
        let start = Instant::midnight(chrono::NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date"));
        let policy = Policy::default();
        let question = Question::usual(&members, &policy, Span { start, end: start + Minutes::WEEK });
        let shown = |legs| boundaries(&question, legs)[0].1.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(shown(2), ["08:00", "15:00"]);
        assert_eq!(shown(1), ["08:00"]);
        assert_eq!(shown(3), ["08:00", "15:00", "23:30"], "the 17 hours from 15:00 on are halved");
        assert_eq!(shown(4), ["08:00", "15:00", "19:15", "23:30"], "of two stretches of 8 h 30 min the earlier");
        assert_eq!(shown(5), ["03:45", "08:00", "15:00", "19:15", "23:30"]);
    }
}
