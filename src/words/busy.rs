//! What calendars say of when somebody is busy.

use chrono::Datelike;

use super::amount::count;
use super::clock;
use crate::team::{Content, Member};
use crate::time::{Instant, Minutes, Span, Spans};

/// How many busy times a calendar has from `now` on, and when the last of a year is over: `14 busy times until 3 March`. A calendar that goes on
/// for longer says how many there are in a year. Why not, when it cannot be read; nothing while it was not looked at.
///
/// # Errors
/// Why the calendar cannot be read, as a sentence of its own.
pub fn coming(found: Option<&Content>, member: &Member, now: Instant) -> Option<Result<String, String>> {
    let busy = match found? {
        Content::Failed(why) => return Some(Err(why.clone())),
        Content::Read(busy) => busy,
    };
    let end = now + Minutes(365 * 1440);
    let year = busy.spans(member, Span { start: now, end });
    let is_longer = busy.end().is_some_and(|last| last > end + Minutes::DAY);
    Some(Ok(match (year.as_slice().last(), is_longer) {
        (None, false) => "no busy times from now on".to_owned(),
        (None, true) => "no busy times in the coming year".to_owned(),
        (Some(last), false) => {
            let zone = member.home.zone;
            let date = |at: Instant| zone.local(at).date();
            let until = clock::date(date(last.end - Minutes(1)), date(now).year());
            format!("{} until {until}", count(year.as_slice().len(), "busy time"))
        }
        (Some(_), true) => format!("{} in the coming year, and more later", count(year.as_slice().len(), "busy time")),
    }))
}

/// The local dates of the first and last busy time, for tables: `2027-01-04`; nothing when there is none.
pub fn first_and_last(spans: &Spans, member: &Member) -> Option<[String; 2]> {
    let (first, last) = (spans.as_slice().first()?, spans.as_slice().last()?);
    let date = |at: Instant| member.home.zone.local(at).date().to_string();
    Some([date(first.start), date(last.end - Minutes(1))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::team::busy::{content, sample};
    use crate::time::{Hours, Zone};

    #[test]
    fn what_is_coming_is_counted() {
        let ana = Member::new("Ana", Place::zone(Zone::named("Europe/Lisbon").expect("a zone")), Hours::off());
        let now = Instant::midnight("2027-04-06".parse().expect("a date"));
        let weekly = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR";
        let weekly = content("a.ics", Ok(vec![("a.ics".to_owned(), weekly.as_bytes().to_vec())]));
        let sample = |start, end| sample("a.ics", start, end).get("a.ics").cloned().expect("it was read");
        for (case, content, words) in [
            ("one", sample("20270503T090000Z", "20270503T100000Z"), Ok("1 busy time until 3 May")),
            ("another year", sample("20280103T230000Z", "20280104T000000Z"), Ok("1 busy time until 3 January 2028")),
            ("past", sample("20270303T090000Z", "20270303T100000Z"), Ok("no busy times from now on")),
            ("late", sample("20290303T090000Z", "20290303T100000Z"), Ok("no busy times in the coming year")),
            ("endless", weekly, Ok("52 busy times in the coming year, and more later")),
            ("failed", Content::Failed("why".into()), Err("why".to_owned())),
        ] {
            assert_eq!(coming(Some(&content), &ana, now), Some(words.map(str::to_owned)), "{case}");
        }
        assert_eq!(coming(None, &ana, now), None);
    }
}
