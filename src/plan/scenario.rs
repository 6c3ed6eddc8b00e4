//! What could be, side by side: a team as it is and as it would be, each in the figures that matter.

use super::handoff::{self, SeasonChain};
use super::overlap::{Outcome, outcome};
use super::rota::{RotaError, Search, plan};
use crate::availability::Points;
use crate::team::{ImpossibleWhatIf, Member, Rota, Team, WhatIf};
use crate::time::{Minutes, Span};

/// A team as it would be, in figures.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// What is supposed; nothing for the team as it is.
    pub what_ifs: Vec<WhatIf>,
    /// What the team shares: all hands, coverage, pairs under the target.
    pub outcome: Outcome,
    /// What the best chain of each season covers a day, as the mean over the seasons by their length.
    pub chain_covered: Minutes,
    /// The longest gap of these chains in any season.
    pub chain_gap: Minutes,
    /// The team's rotas, by name.
    pub rotas: Vec<(String, Result<RotaOutcome, RotaError>)>,
}

/// What a rota of a scenario comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct RotaOutcome {
    /// Duties that nobody holds.
    pub gap: usize,
    /// The largest burden of anybody, in points a full share.
    pub worst: Points,
}

/// The team as it would be if all of `what_ifs` were so, in figures over `horizon`. Rotas are searched with the usual effort, the same on
/// every machine; those who join hold duties if their roles allow it.
///
/// # Errors
/// When a supposition is impossible.
pub fn scenario(team: &Team, what_ifs: &[WhatIf], horizon: Span) -> Result<Scenario, ImpossibleWhatIf> {
    let team = team.supposing(what_ifs)?;
    let members: Vec<&Member> = team.members.iter().collect();
    let chains = handoff::handoff(&handoff::Question::usual(&members, &team.policy, horizon));
    let covered: i64 = chains.iter().map(|found| found.chain.covered_a_day().0 * found.season.span.minutes().0).sum();
    let gap = |found: &SeasonChain| found.chain.longest_gap;
    Ok(Scenario {
        what_ifs: what_ifs.to_vec(),
        outcome: outcome(&members, horizon, &team.policy),
        chain_covered: Minutes::ratio(covered, horizon.minutes().0),
        chain_gap: chains.iter().map(gap).max().unwrap_or(Minutes::DAY),
        rotas: team.rotas.iter().map(|rota| (rota.name.clone(), planned(&team, rota))).collect(),
    })
}

fn planned(team: &Team, rota: &Rota) -> Result<RotaOutcome, RotaError> {
    let found = plan(team, rota, &Search::default(), &mut || false)?;
    Ok(RotaOutcome { gap: found.objective.gap, worst: found.objective.worst.points() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Clocks, Hours, Instant, Zone};
    use crate::world::ClockLaw;
    use chrono::NaiveDate;

    #[test]
    fn scenarios_differ_in_what_they_suppose() {
        let member = |name: &str, zone| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(name, Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let team =
            Team { members: vec![member("Ana", "Europe/Lisbon"), member("Bo", "America/New_York")], ..Team::default() };
        let date = |year| NaiveDate::from_ymd_opt(year, 1, 4).expect("a date");
        let horizon =
            Span { start: Instant::midnight(date(2027)), end: Instant::midnight(date(2027)) + Minutes(364 * 1440) };
        let figures = |what_ifs: &[WhatIf]| {
            let found = scenario(&team, what_ifs, horizon).expect("a scenario");
            let together = found.outcome.together;
            (
                together.worst.0,
                together.mean.0,
                found.chain_covered.0,
                found.chain_gap.0,
                found.outcome.slowest.map(|s| (s.from.index(), s.to.index())),
            )
        };
        // Five hours apart, so that they cover 13 hours a day together; four in three weeks of the year.
        let (worst, mean, covered, gap, slowest) = figures(&[]);
        assert_eq!((worst, gap, slowest), (900, 12 * 60, Some((1, 0))));
        assert!(mean > 900 && covered < 780, "{mean} {covered}");
        let kept = WhatIf::ClocksKept { law: ClockLaw::UnitedStates, clocks: Clocks::Summer, from: date(2027) };
        assert!(figures(&[kept]).1 > mean, "New York is an hour nearer in winter");
        let joins = WhatIf::Joins(Box::new(member("Kei", "Asia/Tokyo")));
        assert_eq!(figures(std::slice::from_ref(&joins)).0, 0, "nobody shares hours with Tokyo and New York");
        assert!(figures(&[joins]).2 > covered + 400);
        let alone = figures(&[WhatIf::Leaves("Bo".into())]);
        assert_eq!((alone.2, alone.4), (480, None));
        assert!(scenario(&team, &[WhatIf::Leaves("Cai".into())], horizon).is_err());
    }
}
