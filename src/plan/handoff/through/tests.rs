//! Waits, worst dates and absences of chains.

use super::*;
use crate::plan::handoff::{handoff, year};
use crate::team::{Member, Place, Policy};
use crate::time::{Dates, Hours, Zone};

fn member(zone: &str) -> Member {
    let zone = Zone::named(zone).expect("a zone");
    Member::new(zone.name(), Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn span(from: &str, to: &str) -> Span {
    Span { start: Instant::midnight(date(from)), end: Instant::midnight(date(to)) }
}

#[test]
fn a_question_waits_for_the_next_leg_and_over_the_weekend() {
    let (a, b) = (member("Europe/Berlin"), member("America/New_York"));
    let policy = Policy::default();
    let members = [&a, &b];
    let question = Question::usual(&members, &policy, span("2027-01-04", "2027-02-01"));
    let found = &handoff(&question)[0];
    // Covered 08:00-22:00 UTC on five days.
    let waits = waits(&question, found);
    assert_eq!(waits.covered.longest, Some(Minutes((2 + 48 + 8) * 60)), "from Friday 22:00 to Monday 08:00");
    // Of each day 8 h before the first leg; of four evenings 2 h for 8 h to 10 h, of Friday's 56 h to 58 h.
    let expected = (5.0 * 8.0 * 4.0 + 4.0 * 2.0 * 9.0 + 2.0 * 57.0) / 120.0 * 60.0;
    let mean = waits.covered.mean.expect("a mean").0 as f64;
    assert!((mean - expected).abs() <= 1.0, "{mean} {expected}");
    assert_eq!(waits.handoffs[0].longest, Some(Minutes(6 * 60)), "Berlin asks at 09:00 what New York answers at 15:00");
}

#[test]
fn a_handoff_is_worst_where_the_clocks_disagree() {
    let (a, b) = (member("Europe/Berlin"), member("America/New_York"));
    let policy = Policy::default();
    let members = [&a, &b];
    let question = Question::usual(&members, &policy, span("2027-01-04", "2028-01-03"));
    let year = year(&question);
    let handoff = &year.chain.handoffs[0];
    // Together 14:00-16:00 UTC in winter and 13:00-15:00 in summer, 13:00-16:00 between: only 14:00 to 15:00 is always shared.
    assert!(handoff.is_live && (14 * 60..=15 * 60).contains(&handoff.at.minutes()), "{handoff:?}");
    assert_eq!(worst_date(&question, handoff, question.horizon), Some((date("2027-01-04"), Minutes(120))));
    let between = span("2027-03-15", "2027-03-27");
    assert_eq!(worst_date(&question, handoff, between), Some((date("2027-03-15"), Minutes(180))));
    assert_eq!(year.seasons.len(), 5);
    assert!(year.seasons.iter().all(|season| season.chain.legs == year.chain.legs));
}

#[test]
fn one_chain_for_the_year_covers_no_more_than_the_best_of_each_season() {
    let (a, b) = (member("Europe/Lisbon"), member("America/Los_Angeles"));
    let policy = Policy::default();
    let members = [&a, &b];
    let question = Question::usual(&members, &policy, span("2027-01-04", "2028-01-03"));
    let one = year(&question);
    let best = handoff(&question);
    let pairs = one.seasons.iter().zip(&best);
    assert!(pairs.clone().all(|(one, best)| one.chain.covered <= best.chain.covered));
    assert!(
        pairs.clone().any(|(one, best)| one.chain.covered < best.chain.covered),
        "one begins when the other ends, in winter at 17:00 UTC, in summer at 16:00"
    );
    let sum = |minutes: &dyn Fn(&SeasonChain) -> i64| -> i64 {
        one.seasons.iter().map(|season| minutes(season) * season.season.span.minutes().0).sum()
    };
    assert_eq!(one.chain.covered.0, sum(&|season| season.chain.covered.0));
    assert_eq!(one.chain.days as i64, sum(&|_| 5));
}

#[test]
fn absences_are_leave_holidays_and_busy_days_on_workdays() {
    let mut a = member("Europe/Berlin");
    a.leave = vec![Dates::new(date("2027-01-08"), date("2027-01-11")).expect("dates")];
    a.holidays = crate::team::HolidayChoice::Of(crate::world::Region::parse("DE").expect("a region"));
    let mut b = member("America/New_York");
    // All of their Wednesday, but not all of their Thursday.
    b.busy = vec!["b.ics".into()];
    let calendars = crate::team::busy::sample("b.ics", "20270120T000000Z", "20270121T160000Z");
    let policy = Policy::default();
    let members = [&a, &b];
    let question = Question::usual(&members, &policy, span("2027-01-01", "2027-02-01"));
    let found = absences(&question, &calendars, &handoff(&question)[0].chain, question.horizon);
    let dates: Vec<_> = found.iter().map(|absence| (absence.member.index(), absence.date, absence.why)).collect();
    assert_eq!(
        dates,
        [
            (0, date("2027-01-01"), Why::Holiday("New Year's Day")),
            (0, date("2027-01-08"), Why::Leave),
            (0, date("2027-01-11"), Why::Leave),
            (1, date("2027-01-20"), Why::Busy),
        ]
    );
}
