//! Sentences about meetings.

use crate::availability::RateMinutes;
use crate::plan::meet::{Suggestion, Untried};
use crate::team::{Place, Slot};
use crate::time::hours::day_name;

use super::amount::count;
use super::clock::Clock;

mod anchor;
mod asked;
mod felt;
mod ledger;
mod told;
mod year;

pub use anchor::{anchor_sentence, anchor_times};
pub use asked::{how_often, in_turn, who};
pub use felt::{answer, differs, slots, usual};
pub use ledger::carried_lines;
pub use told::told;
pub use year::{Missed, missed, times};

/// A slot as people say it: `Tu 15:00 Lisbon time`; `weekdays 15:00 UTC` when it is on every weekday.
pub fn slot(slot: &Slot, clock: Clock) -> String {
    let day = slot.weekday.map_or("weekdays", day_name);
    let whose = match slot.anchor {
        crate::time::Zone::UTC => "UTC".to_owned(),
        anchor => format!("{} time", Place::zone(anchor).short_name()),
    };
    format!("{day} {} {whose}", clock.of_day(slot.start))
}

/// What a suggestion asks of people, in one sentence.
pub fn sentence(suggestion: &Suggestion, clock: Clock) -> String {
    let slots: Vec<String> = suggestion.slots.iter().map(|one| slot(one, clock)).collect();
    let moved = match suggestion.cost.moved {
        0 => "no clock change moves it for anybody".to_owned(),
        moved => format!("clock changes move {}", count(moved, "local start")),
    };
    format!("{}: {}; {moved}.", slots.join(", then "), who_pays(suggestion))
}

fn who_pays(suggestion: &Suggestion) -> String {
    let all = suggestion.occurrences.len();
    let payers = suggestion.attendees.iter().filter(|who| who.burden > RateMinutes::ZERO);
    // Of equal burdens the first.
    let Some(most) = payers.clone().reduce(|most, who| if who.burden > most.burden { who } else { most }) else {
        return format!("{} within everybody's hours", count(all, "meeting"));
    };
    let asleep = match most.asleep {
        0 => String::new(),
        asleep => format!(", {asleep} of them at night"),
    };
    let alike = payers.filter(|who| who.burden == most.burden).count();
    let pays = match alike {
        1 => format!("pays most, {} points", most.burden.points()),
        _ => format!("and {} pay most, {} points each", count(alike - 1, "other"), most.burden.points()),
    };
    let meetings = count(all, "meeting");
    format!("{} {pays} for {} of {meetings} outside their hours{asleep}", suggestion.name(most.member), most.outside)
}

/// What a search did not try, if anything.
pub fn cut_short(untried: Untried) -> Option<String> {
    let Untried { untried: left, all } = untried;
    let said = || {
        format!(
            "The search was cut short: {left} of {all} beginnings were not tried, so that a better rotation may exist."
        )
    };
    untried.is_cut_short().then(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::meet::{Ask, Rules, suggest};
    use crate::team::{Every, Member, Policy};
    use crate::time::{Hours, Minutes, Zone};

    fn best(zones: &[&str], every: Every) -> String {
        let member = |name: &&str| {
            let zone = Zone::named(name).expect("a zone");
            let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
            Member::new(Place::zone(zone).short_name(), Place::zone(zone), hours)
        };
        let members: Vec<Member> = zones.iter().map(member).collect();
        let from = "2027-01-04".parse().expect("a date");
        let required = members.iter().collect();
        let ask = Ask {
            required,
            optional: vec![],
            calendars: crate::team::Calendars::unread(),
            length: Minutes(30),
            every,
            slots: 1,
            from,
            weeks: 52,
            rules: Rules::default(),
        };
        sentence(&suggest(&ask, &Policy::default().rates, 1).expect("suggestions")[0], Clock::default())
    }

    #[test]
    fn a_meeting_within_hours() {
        let said = best(&["Europe/Lisbon", "Europe/London"], Every::Week);
        assert_eq!(
            said,
            "Mo 12:45 Lisbon time: 52 meetings within everybody's hours; no clock change moves it for anybody."
        );
    }

    #[test]
    fn somebody_pays() {
        let said = best(&["Asia/Tokyo", "America/New_York"], Every::Weekday);
        assert!(said.starts_with("weekdays "), "{said}");
        assert!(said.contains(" pays most, ") && said.contains(" of 260 meetings outside their hours"), "{said}");
        assert!(said.contains("; clock changes move "), "{said}");
    }
}
