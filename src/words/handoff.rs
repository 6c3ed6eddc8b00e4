//! Sentences about handoff chains.

use chrono::NaiveDate;

use crate::plan::handoff::{Absence, HandoffChain, Leg, SeasonChain, Why, YearChain};
use crate::plan::overlap::Response;
use crate::team::{Member, MemberId};
use crate::time::{Minutes, Span, TimeOfDay};

use super::amount::{count, duration};
use super::clock::{self, Clock};

mod cover;

pub use cover::{StandIn, covered, uncovered};

/// A chain in one sentence: who holds when, what is covered, and how many handoffs are live.
pub fn chain_sentence(chain: &HandoffChain, names: &[String], clock: Clock) -> String {
    if chain.legs.is_empty() {
        return "Nobody works on the chosen days, so there is no chain.".to_owned();
    }
    let legs: Vec<String> = chain.legs.iter().map(|leg| leg_words(leg, names, clock)).collect();
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

/// What the one chain of the year costs against the best of each season: `Kept all year it covers 20 h 40 min a day, 20 min less than
/// changing it with every season.`
pub fn year_sentence(year: &YearChain, best: &[SeasonChain]) -> String {
    let minutes = |season: &SeasonChain| season.season.span.minutes().0;
    let all: i64 = best.iter().map(minutes).sum();
    let covered: i64 = best.iter().map(|season| minutes(season) * season.chain.covered_a_day().0).sum();
    let less = Minutes::ratio(covered, all.max(1)) - year.chain.covered_a_day();
    let against = match less.0 {
        ..=0 => "as much as changing it with every season".to_owned(),
        _ => format!("{} less than changing it with every season", duration(less)),
    };
    format!("Kept all year it covers {} a day, {against}.", duration(year.chain.covered_a_day()))
}

/// How long a question waits until somebody covers: `A question waits 43 min on average, 58 h at most`.
pub fn wait(what: &str, response: &Response) -> String {
    match (response.mean, response.longest) {
        (Some(mean), Some(longest)) => {
            format!("{what} waits {} on average, {} at most", duration(mean), duration(longest))
        }
        _ => format!("{what} is never answered"),
    }
}

/// When a handoff is at its worst: `least on Mon 29 Mar 2027: 30 min`.
pub fn worst((date, live): (NaiveDate, Minutes)) -> String {
    format!("least on {}: {}", clock::day(date), duration(live))
}

/// Who of a chain is away when, a line a member, dates in a row together: `Ana Ribeiro: 26 March (Good Friday), 2 to 13 August (leave)`.
pub fn away(absences: &[Absence], names: &[String], read_in: i32) -> Vec<String> {
    let mut runs: Vec<(MemberId, Why, NaiveDate, NaiveDate)> = Vec::new();
    for absence in absences {
        // A weekend does not part a leave.
        let near = |last: NaiveDate| (absence.date - last).num_days() <= 3;
        let run = runs.iter_mut().find(|run| run.0 == absence.member && run.1 == absence.why && near(run.3));
        match run {
            Some(run) => run.3 = absence.date,
            None => runs.push((absence.member, absence.why, absence.date, absence.date)),
        }
    }
    runs.sort_by_key(|run| run.0);
    let line = |of_member: &[(MemberId, Why, NaiveDate, NaiveDate)]| {
        let said = of_member.iter().map(|&(_, why, first, last)| {
            let dates = if first == last { clock::date(first, read_in) } else { clock::dates(first, last, read_in) };
            let why = match why {
                Why::Leave => "leave",
                Why::Holiday(name) => name,
                Why::Busy => "busy",
            };
            format!("{dates} ({why})")
        });
        let who = of_member.first().and_then(|run| names.get(run.0.index())).map_or("somebody", String::as_str);
        format!("{who}: {}", said.collect::<Vec<_>>().join(", "))
    };
    runs.chunk_by(|a, b| a.0 == b.0).map(line).collect()
}

/// A UTC time of day on a member's clock in a season: `10:15 in Bangkok`.
pub fn local(member: &Member, id: MemberId, season: &SeasonChain, at: TimeOfDay, clock: Clock) -> String {
    let offset = season.season.offsets.get(id.index()).map_or(0, |offset| i64::from(offset.0));
    let date = (season.season.span.start + Minutes(offset)).utc().date();
    format!("{} in {}", clock.minute(i64::from(at.minutes()) + offset), member.place_on(date).short_name())
}

/// The dates of a stretch that begins and ends at about midnight UTC: `23 November 2026 to 8 January 2027`.
pub fn dates(span: Span) -> String {
    let (first, last) = (span.start.utc().date(), (span.end - Minutes(1)).utc().date());
    clock::dates(first, last, 0)
}

/// A leg: `Ana Ribeiro 08:00-15:00 UTC`.
pub fn leg_words(leg: &Leg, names: &[String], clock: Clock) -> String {
    format!("{} {} UTC", names.get(leg.member.index()).map_or("somebody", String::as_str), times(leg, clock))
}

/// What changes from one season's chain to the next: `Bo now 14:00-21:00 UTC; Cai no longer holds a leg`. Empty when nothing does.
pub fn changes(before: &HandoffChain, after: &HandoffChain, names: &[String], clock: Clock) -> String {
    let name = |leg: &Leg| names.get(leg.member.index()).map_or("somebody", String::as_str).to_owned();
    let of = |chain: &HandoffChain, member: MemberId| chain.legs.iter().find(|leg| leg.member == member).copied();
    let moved = after.legs.iter().filter_map(|leg| match of(before, leg.member) {
        Some(old) if old == *leg => None,
        Some(_) => Some(format!("{} now {} UTC", name(leg), times(leg, clock))),
        None => Some(format!("{} joins with {} UTC", name(leg), times(leg, clock))),
    });
    let gone = before.legs.iter().filter(|leg| of(after, leg.member).is_none());
    moved.chain(gone.map(|leg| format!("{} no longer holds a leg", name(leg)))).collect::<Vec<_>>().join("; ")
}

/// When a leg is held: `08:00-15:00`.
fn times(leg: &Leg, clock: Clock) -> String {
    format!("{}-{}", clock.of_day(leg.start), clock.of_day(leg.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::availability::SteadyWeek;
    use crate::plan::handoff::best_chain;
    use crate::team::{Chain, Member, Place, Policy};
    use crate::time::{Hours, Minutes, Offset, Zone};

    fn chain(offsets: &[i16]) -> HandoffChain {
        let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        let member = Member::new("", Place::zone(Zone::UTC), hours);
        let weeks: Vec<_> = offsets.iter().map(|hours| SteadyWeek::of(&member, Offset(hours * 60))).collect();
        best_chain(&weeks, &Policy::default(), &Chain::WORKDAYS, Minutes(30))
    }

    #[test]
    fn a_chain_is_one_sentence() {
        let names = ["Ana".to_owned(), "Bo".to_owned()];
        assert_eq!(
            chain_sentence(&chain(&[1, -5]), &names, Clock::Hours24),
            "Ana 08:00-15:00 UTC, Bo 15:00-22:00 UTC: 14 h a day covered, the longest gap is 10 h. 1 of 2 handoffs are live."
        );
        assert_eq!(
            chain_sentence(&chain(&[]), &names, Clock::Hours24),
            "Nobody works on the chosen days, so there is no chain."
        );
    }

    #[test]
    fn changes_name_who_moves() {
        let names = ["Ana".to_owned(), "Bo".to_owned()];
        let words = changes(&chain(&[1, -5]), &chain(&[1, -4]), &names, Clock::Hours24);
        assert_eq!(words, "Ana now 08:00-14:30 UTC; Bo now 14:30-21:00 UTC");
        assert_eq!(changes(&chain(&[1, -5]), &chain(&[1, -5]), &names, Clock::Hours24), "");
    }

    #[test]
    fn who_is_away_is_a_line_a_member() {
        let names = ["Ana".to_owned(), "Bo".to_owned()];
        let away_on = |member, date: &str, why| Absence {
            member: MemberId::new(member),
            date: date.parse().expect("a date"),
            why,
        };
        let all = [
            away_on(0, "2027-03-26", Why::Holiday("Good Friday")),
            away_on(1, "2027-05-07", Why::Leave),
            away_on(1, "2027-05-10", Why::Leave),
            away_on(0, "2028-01-03", Why::Busy),
        ];
        assert_eq!(
            away(&all, &names, 2027),
            ["Ana: 26 March (Good Friday), 3 January 2028 (busy)", "Bo: 7 to 10 May (leave)"]
        );
    }
}
