//! The boundaries of a rota that follows the sun.

use crate::plan::handoff::{Question, handoff};
use crate::plan::rota::shifts::SunTimes;
use crate::team::{Member, Rota, Shifts, Team, Tiers};
use crate::time::{Instant, Minutes, Span};

/// The starts of the legs of the handoff chain among those who may hold the rota, season by season; none for rotas that do not
/// follow the sun.
pub fn times(team: &Team, rota: &Rota) -> Vec<SunTimes> {
    let Shifts::SunWise(legs) = rota.shifts else { return Vec::new() };
    let members: Vec<&Member> = team.members.iter().filter(|member| is_eligible(member, &rota.eligible)).collect();
    let start = Instant::midnight(rota.start);
    let horizon = Span { start: start - Minutes::DAY, end: start + Minutes(Minutes::WEEK.0 * (i64::from(rota.weeks) + 1)) };
    let question = Question::usual(&members, &team.policy, horizon);
    let seasons = handoff(&question);
    let boundaries = seasons.iter().map(|found| SunTimes {
        from: found.season.span.start,
        times: found.chain.legs.iter().map(|leg| leg.start).take(legs.into()).collect(),
    });
    boundaries.filter(|sun: &SunTimes| !sun.times.is_empty()).collect()
}

/// Whether a member may hold any tier.
fn is_eligible(member: &Member, tiers: &Tiers) -> bool {
    let any = |roles: &[String]| roles.is_empty() || roles.iter().any(|role| member.has_role(role));
    match tiers {
        Tiers::Anyone => true,
        Tiers::Roles(roles) => any(roles),
        Tiers::ByTier(tiers) => tiers.iter().any(|roles| any(roles)),
    }
}
