//! The handoffs of a chain as series of events.

use super::calendar::{Calendar, Event};
use super::line::basic;
use super::uid::fingerprint;
use crate::plan::handoff::{Handoff, Question, SeasonChain};
use crate::time::hours::day_name;
use crate::time::{Instant, Minutes, Span};
use crate::words::amount::duration;
use crate::words::clock::Clock;
use crate::words::handoff::local;
use chrono::Datelike;

/// How long a handoff is in a calendar.
const LENGTH: Minutes = Minutes(15);

/// The handoffs of some seasons as series of events, a series a handoff and season: weekly on the chosen days in UTC, so that
/// no reader needs time-zone rules. `name` is what the calendar is called, `stamp` the time of export.
pub fn handoffs(name: &str, question: &Question, seasons: &[SeasonChain], stamp: Instant) -> String {
    let mut calendar = Calendar::new(name, stamp);
    for season in seasons {
        for handoff in &season.chain.handoffs {
            series(&mut calendar, name, question, season, handoff);
        }
    }
    calendar.finish()
}

fn series(calendar: &mut Calendar, name: &str, question: &Question, season: &SeasonChain, handoff: &Handoff) {
    let span = season.season.span;
    let at = |date: chrono::NaiveDate| Instant::midnight(date) + Minutes(handoff.at.minutes().into());
    let dates = span.start.utc().date().iter_days().take_while(|&date| Instant::midnight(date) < span.end);
    let held = dates.filter(|date| question.days.contains(&date.weekday())).map(at).filter(|&at| span.contains(at));
    let held: Vec<Instant> = held.collect();
    let (Some(&first), Some(&last)) = (held.first(), held.last()) else { return };
    let days: Vec<String> = question.days.iter().map(|&day| day_name(day).to_uppercase()).collect();
    let rule = format!("FREQ=WEEKLY;BYDAY={};UNTIL={}", days.join(","), basic(last));
    let (from, to) = (question.members[handoff.from], question.members[handoff.to]);
    let live = if handoff.is_live {
        format!("Live: both are at work together for {} around it", duration(handoff.live))
    } else {
        "Not live: leave a note".to_owned()
    };
    let description = format!(
        "{} hands over at {}\n{} takes over at {}\n{live}",
        from.name,
        local(from, handoff.from, season, handoff.at, Clock::Hours24),
        to.name,
        local(to, handoff.to, season, handoff.at, Clock::Hours24),
    );
    let whose = fingerprint(&[name, &from.name, &to.name]);
    calendar.event(&Event {
        uid: &format!("{}-{whose:016x}@sunwise", basic(first)),
        span: Span { start: first, end: first + LENGTH },
        recurrence: Some(&rule),
        summary: &format!("Handoff: {} to {} ({name})", from.name, to.name),
        description: Some(&description),
        categories: Some("handoff"),
        is_cancelled: false,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::handoff::handoff;
    use crate::team::{Member, Place, Policy};
    use crate::time::{Hours, Zone};

    #[test]
    fn a_series_a_handoff_and_season_keeps_to_the_chosen_days() {
        let member = |zone: &str| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let (a, b) = (member("Europe/Berlin"), member("America/New_York"));
        let date = |text: &str| Instant::midnight(text.parse().expect("a date"));
        let horizon = Span { start: date("2027-03-01"), end: date("2027-04-05") };
        let (members, policy) = ([&a, &b], Policy::default());
        let question = Question::usual(&members, &policy, horizon);
        let text = handoffs("Two", &question, &handoff(&question), date("2026-11-23")).replace("\r\n ", "");
        let series: Vec<&str> = text.split("BEGIN:VEVENT").skip(1).collect();
        assert_eq!(series.len(), 6, "three seasons of two handoffs");
        // New York changes its clocks on Sunday 14 March: the first season ends on Friday the 12th.
        assert!(series[0].contains("\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270312T"), "{}", series[0]);
        assert!(series[2].contains("\r\nDTSTART:20270315T"), "{}", series[2]);
        assert!(
            text.contains("hands over at 15:30 in Berlin\\nAmerica/New_York takes over at 10:30 in New York"),
            "{text}"
        );
        let mut uids: Vec<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
        uids.dedup();
        assert_eq!(uids.len(), 6);
    }

    #[test]
    fn a_series_keeps_within_its_season() {
        let member = |zone: &str| {
            let zone = Zone::named(zone).expect("a zone");
            Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
        };
        let (a, b) = (member("Europe/Berlin"), member("America/New_York"));
        let date = |text: &str| Instant::midnight(text.parse().expect("a date"));
        let (members, policy) = ([&a, &b], Policy::default());
        let horizon = Span { start: date("2027-04-05"), end: date("2027-04-10") };
        let question = Question::usual(&members, &policy, horizon);
        let mut seasons = handoff(&question);
        // From Monday after the handoff at 14:00 UTC to Friday before it.
        seasons[0].season.span =
            Span { start: date("2027-04-05") + Minutes(841), end: date("2027-04-09") + Minutes(840) };
        let text = handoffs("Two", &question, &seasons, date("2026-11-23"));
        let lines =
            |name: &str| text.lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines("DTSTART:")[0], "DTSTART:20270406T140000Z");
        assert_eq!(lines("RRULE:")[0], "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270408T140000Z");
    }
}
