//! The best chains of a question: of each season, and of the whole horizon.

use chrono::Weekday;

use super::ask::Question;
use super::centre::centred;
use super::chain::{HandoffChain, SeasonChain, YearChain};
use super::pool::Pool;
use super::search;
use super::week::Week;
use super::weeks::Weeks;
use crate::availability::{Season, SetId, SteadySeasons, SteadyWeek, WEEK};
use crate::team::{Member, MemberId, Policy};
use crate::time::Minutes;

/// The best chain of every season of the horizon, in time order.
///
/// # Example
///
/// ```
/// use sunwise::plan::handoff::{Question, handoff};
/// use sunwise::team::{Member, Place, Policy};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (berlin, york) = (member("Europe/Berlin"), member("America/New_York"));
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let (members, policy) = ([&berlin, &york], Policy::default());
/// let found = handoff(&Question::usual(&members, &policy, Span { start, end: start + Minutes::WEEK }));
/// let legs: Vec<String> = found[0].chain.legs.iter().map(|leg| format!("{}-{}", leg.start, leg.end())).collect();
/// assert_eq!(legs, ["08:00-15:00", "15:00-22:00"]);
/// assert_eq!(found[0].chain.longest_gap, Minutes::hours(10));
/// ```
///
/// Where nobody works there is no leg:
///
/// ```
/// # use sunwise::plan::handoff::{Question, handoff};
/// # use sunwise::team::{Member, Place, Policy};
/// # use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// # let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let nobody = Member::new("Ana", Place::zone(Zone::UTC), Hours::off());
/// let (members, policy) = ([&nobody], Policy::default());
/// let found = handoff(&Question::usual(&members, &policy, Span { start, end: start + Minutes::WEEK }));
/// assert!(found[0].chain.legs.is_empty());
/// ```
pub fn handoff(question: &Question) -> Vec<SeasonChain> {
    let seasons = SteadySeasons::of(question.members, question.horizon);
    let chains: Vec<HandoffChain> = seasons.sets().map(|set| best_of(&[seasons.weeks(set)], &[1], question)).collect();
    let found =
        |(season, set): (&Season, SetId)| SeasonChain { season: season.clone(), chain: chains[set.index()].clone() };
    seasons.each().map(found).collect()
}

/// The one chain that is best over the whole horizon of the question.
pub fn year(question: &Question) -> YearChain {
    let seasons = SteadySeasons::of(question.members, question.horizon);
    let weeks: Vec<Vec<SteadyWeek>> = seasons.sets().map(|set| seasons.weeks(set)).collect();
    let weights: Vec<i64> = seasons.lengths().into_iter().map(|(_, minutes)| minutes.0).collect();
    let chain = best_of(&weeks, &weights, question);
    let in_season = |(season, set): (&Season, SetId)| {
        let week = Week::new(&weeks[set.index()], &question.policy.rates, question.days);
        let weeks = Weeks::new(vec![(week, 1)], question.min_live);
        SeasonChain { season: season.clone(), chain: weeks.chain(chain.legs.clone(), chain.exact) }
    };
    YearChain { seasons: seasons.each().map(in_season).collect(), chain }
}

/// The steady weeks of the members of a question in a season.
pub(super) fn steady(question: &Question, season: &Season) -> Vec<SteadyWeek> {
    let members = question.members.iter().zip(&season.offsets);
    members.map(|(member, &offset): (&&Member, _)| SteadyWeek::of(member, offset)).collect()
}

/// The best chain of some steady weeks.
pub fn best_chain(members: &[SteadyWeek], policy: &Policy, days: &[Weekday], min_live: Minutes) -> HandoffChain {
    best_of(&[members.to_vec()], &[1], &Question { members: &[], policy, days, min_live, horizon: WEEK, stop: None })
}

/// The best chain over several steady weeks of the same members by their weights.
fn best_of(seasons: &[Vec<SteadyWeek>], weights: &[i64], question: &Question) -> HandoffChain {
    let all: Vec<&[SteadyWeek]> = seasons.iter().map(Vec::as_slice).collect();
    let pool = Pool::of(&all);
    let kept: Vec<Vec<SteadyWeek>> =
        all.iter().map(|week| pool.kept.iter().map(|&member| week[member].clone()).collect()).collect();
    let weeks = kept.iter().map(|members| Week::new(members, &question.policy.rates, question.days));
    let weeks = Weeks::new(weeks.zip(weights.iter().copied()).collect(), question.min_live);
    let (legs, exact) = search::best_legs(&weeks, question.stop);
    let holders: Vec<MemberId> = legs.iter().map(|leg| leg.member).collect();
    let mut chain = weeks.chain(centred(&weeks, legs), exact && pool.stands_for_all(&holders));
    // From places in the pool to places among the members.
    let place = |member: &mut MemberId| *member = pool.kept[*member];
    chain.legs.iter_mut().for_each(|leg| place(&mut leg.member));
    for handoff in &mut chain.handoffs {
        place(&mut handoff.from);
        place(&mut handoff.to);
    }
    chain
}
