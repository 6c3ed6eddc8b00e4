//! Calendars that on-call tools import. They read the person from the summary, and try a description as a person too: so
//! there is none, and no attendee.

use super::duties::duties;
use crate::export::address::Address;
use crate::export::ics::{Calendar, Event, uid};
use crate::plan::rota::RotaPlan;
use crate::team::Team;
use crate::time::Instant;
use crate::words::rota::tier;

/// A tier as Grafana `OnCall` and Grafana Cloud IRM import it by address: the summary is the user's name, or their e-mail
/// address, and nothing else. `stamp` is the time of export; changes are noticed by the sequence, which grows with it.
pub fn grafana(team: &Team, plan: &RotaPlan, number: usize, stamp: Instant) -> String {
    feed(team, plan, number, Address::Either, stamp)
}

/// A tier as Better Stack imports it by address: the summary holds the colleague's e-mail address. Addresses that it does
/// not know are invited as members there.
pub fn better_stack(team: &Team, plan: &RotaPlan, number: usize, stamp: Instant) -> String {
    feed(team, plan, number, Address::Email, stamp)
}

fn feed(team: &Team, plan: &RotaPlan, number: usize, by: Address, stamp: Instant) -> String {
    let name = format!("{}: {} {}", team.name, plan.name, tier(number).to_lowercase());
    let mut calendar = Calendar::new(&name, stamp);
    for (span, summary) in duties(team, plan, number, by) {
        let uid = uid::duty(team, plan, span, number);
        calendar.event(&Event {
            uid: &uid,
            span,
            recurrence: None,
            summary,
            description: None,
            categories: None,
            is_cancelled: false,
        });
    }
    calendar.finish()
}
