//! What the people whom a tool knows hold.

use crate::export::address::Address;
use crate::plan::rota::RotaPlan;
use crate::team::Team;
use crate::time::Span;

/// The duties of a tier that somebody holds who is known, in time order.
pub fn duties<'a>(
    team: &'a Team,
    plan: &'a RotaPlan,
    tier: usize,
    by: Address,
) -> impl Iterator<Item = (Span, &'a str)> {
    let places = plan.places_in(team);
    plan.rows.iter().filter_map(move |row| {
        let holder = places[(*row.tiers.get(tier)?)?]?;
        Some((row.span, by.of(&team.members[holder])?))
    })
}
