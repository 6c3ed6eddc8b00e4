//! Handoff notes as Markdown.

use std::fmt::Write;

use super::table::cell;
use crate::plan::handoff::{Handoff, Question, SeasonChain, waits, worst_date};
use crate::plan::overlap::Response;
use crate::team::MemberId;
use crate::words::amount::duration;
use crate::words::clock::Clock;
use crate::words::handoff::{dates, local, wait, worst};

/// What a handoff note says, and what helps to fill it in.
const FIELDS: [(&str, &str); 4] = [
    ("State", "what is done, what is running, what is broken"),
    ("Next action", "the one thing to do first, and by when"),
    ("Decisions", "what was decided today, and why"),
    ("Open questions", "who can answer them"),
];

/// A note to fill in for every handoff of some seasons, with its times on both clocks in each of them. `name` is what the chain is called.
pub fn handoff_notes(name: &str, question: &Question, seasons: &[SeasonChain]) -> String {
    let mut text = format!("# Handoff notes: {}\n", cell(name));
    let mut pairs: Vec<(MemberId, MemberId)> = Vec::new();
    for handoff in seasons.iter().flat_map(|season| &season.chain.handoffs) {
        if !pairs.contains(&(handoff.from, handoff.to)) {
            pairs.push((handoff.from, handoff.to));
        }
    }
    for pair in pairs {
        note(&mut text, question, seasons, pair);
    }
    text
}

fn note(text: &mut String, question: &Question, seasons: &[SeasonChain], (from, to): (MemberId, MemberId)) {
    let names = [from, to].map(|member| cell(&question.members[member].name));
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n## {} to {}\n", names[0], names[1]);
    let mut slowest: Option<Response> = None;
    for season in seasons {
        let waits = waits(question, season);
        for (handoff, waited) in season.chain.handoffs.iter().zip(&waits.handoffs) {
            if (handoff.from, handoff.to) == (from, to) {
                if slowest.is_none_or(|slowest| waited.longest > slowest.longest) {
                    slowest = Some(*waited);
                }
                let _ = writeln!(text, "- {}", times(question, season, handoff));
            }
        }
    }
    text.push('\n');
    for (field, help) in FIELDS {
        let _ = writeln!(text, "**{field}** ({help}):\n");
    }
    let seen = slowest.map_or_else(String::new, |slowest| wait("what is asked", &slowest));
    let _ = writeln!(text, "**When it will be seen**: {seen}, until {} is at work.\n", names[1]);
    let _ = writeln!(text, "**What counts as an emergency** (and whom to wake):\n");
}

/// `23 November 2026 to 8 January 2027: 10:15 UTC, 17:15 in Bangkok to 10:15 in Lisbon; 75 min together, least on ...`.
fn times(question: &Question, season: &SeasonChain, handoff: &Handoff) -> String {
    let clock = |member: MemberId| local(question.members[member], member, season, handoff.at, Clock::Hours24);
    let live = if handoff.is_live { format!("{} together", duration(handoff.live)) } else { "not live".to_owned() };
    let worst =
        worst_date(question, handoff, season.season.span).map_or_else(String::new, |at| format!(", {}", worst(at)));
    let (from, to) = (clock(handoff.from), clock(handoff.to));
    format!("{}: {} UTC, {} to {}; {live}{worst}", dates(season.season.span), handoff.at, cell(&from), cell(&to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::handoff::year;
    use crate::team::{Member, Place, Policy};
    use crate::time::{Hours, Instant, Span, Zone};

    #[test]
    fn a_note_a_handoff_with_both_clocks_in_every_season() {
        let member = |zone: &str| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let (a, b) = (member("Europe/Berlin"), member("America/New_York"));
        let date = |text: &str| Instant::midnight(text.parse().expect("a date"));
        let horizon = Span { start: date("2027-03-01"), end: date("2027-04-05") };
        let (members, policy) = ([&a, &b], Policy::default());
        let question = Question::usual(&members, &policy, horizon);
        let text = handoff_notes("Two", &question, &year(&question).seasons);
        assert_eq!(text.matches("\n## ").count(), 2);
        assert!(text.contains("## Europe/Berlin to America/New\\_York\n"), "{text}");
        assert!(
            text.contains("\n- 1 to 14 March 2027: 14:30 UTC, 15:30 in Berlin to 09:30 in New York; 2 h together"),
            "{text}"
        );
        assert!(text.contains("**When it will be seen**: what is asked waits "), "{text}");
        assert!(text.contains("**What counts as an emergency**"), "{text}");
    }
}
