//! Chains that follow the sun.

use serde_json::{Value, json};

use super::text::text;
use crate::plan::handoff::{Absence, Handoff, Leg, Question, SeasonChain, Why, YearChain, absences, waits, worst_date};
use crate::plan::overlap::Response;
use crate::team::{Calendars, Team};
use crate::time::Span;
use crate::words;

/// The best chain of each season of `team`, and the one for the whole horizon; `members` are the names of those who were asked
/// about, in the question's order.
pub fn handoff(
    team: &Team,
    members: &[String],
    question: &Question,
    seasons: &[SeasonChain],
    year: &YearChain,
) -> String {
    let answer = Answer { members, question, calendars: &team.calendars };
    let mut of_year = answer.chain(&year.chain, question.horizon, None);
    of_year["seasons"] = year.seasons.iter().map(|season| answer.season(season)).collect();
    text(&json!({
        "team": team.name,
        "members": members,
        "seasons": seasons.iter().map(|season| answer.season(season)).collect::<Vec<_>>(),
        "year": of_year,
    }))
}

struct Answer<'a> {
    members: &'a [String],
    question: &'a Question<'a>,
    calendars: &'a Calendars,
}

impl Answer<'_> {
    fn season(&self, season: &SeasonChain) -> Value {
        let span = season.season.span;
        let mut value = self.chain(&season.chain, span, Some(season));
        value["from"] = json!(span.start.to_string());
        value["to"] = json!(span.end.to_string());
        value
    }

    /// A chain within `span`; waits belong to a season.
    fn chain(&self, chain: &crate::plan::handoff::HandoffChain, span: Span, season: Option<&SeasonChain>) -> Value {
        let waits = season.map(|season| waits(self.question, season));
        let handoffs = chain.handoffs.iter().enumerate().map(|(index, handoff)| {
            let wait = waits.as_ref().and_then(|waits| waits.handoffs.get(index));
            self.handoff(handoff, span, wait)
        });
        let away = absences(self.question, self.calendars, chain, span);
        let mut value = json!({
            "legs": chain.legs.iter().map(|leg| self.leg(leg)).collect::<Vec<_>>(),
            "covered_minutes_per_day": chain.covered_a_day().0,
            "longest_gap_minutes": chain.longest_gap.0,
            "handoffs": handoffs.collect::<Vec<_>>(),
            "away": away.iter().map(|absence| self.absence(absence)).collect::<Vec<_>>(),
            "exact": chain.exact,
            "sentence": words::handoff::chain_sentence(chain, self.members, words::clock::Clock::Hours24),
        });
        if let Some(waits) = &waits {
            value["wait"] = wait(&waits.covered);
        }
        value
    }

    fn leg(&self, leg: &Leg) -> Value {
        json!({
            "member": self.members[leg.member],
            "start": leg.start.to_string(),
            "end": leg.end().to_string(),
            "minutes": leg.length.0,
        })
    }

    fn handoff(&self, handoff: &Handoff, span: Span, waited: Option<&Response>) -> Value {
        let mut value = json!({
            "from": self.members[handoff.from],
            "to": self.members[handoff.to],
            "at": handoff.at.to_string(),
            "live_minutes": handoff.live.0,
            "live": handoff.is_live,
        });
        if let Some((date, live)) = worst_date(self.question, handoff, span) {
            value["worst"] = json!({"date": date.to_string(), "live_minutes": live.0});
        }
        if let Some(waited) = waited {
            value["wait"] = wait(waited);
        }
        value
    }

    fn absence(&self, absence: &Absence) -> Value {
        let mut value =
            json!({"member": self.members[absence.member], "date": absence.date.to_string(), "holiday": null});
        match absence.why {
            Why::Holiday(name) => value["holiday"] = name.into(),
            Why::Busy => value["busy"] = true.into(),
            Why::Leave => {}
        }
        value
    }
}

fn wait(response: &Response) -> Value {
    json!({
        "mean_minutes": response.mean.map(|minutes| minutes.0),
        "max_minutes": response.longest.map(|minutes| minutes.0),
    })
}
