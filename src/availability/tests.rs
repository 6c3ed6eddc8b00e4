use super::*;
use crate::team::{Calendar, Member, Place, busy};
use crate::time::{Hours, Instant, Minutes, Span, Zone};

#[test]
fn a_pattern_knows_nothing_of_calendars() {
    let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
    let mut ana = Member::new("Ana", Place::zone(Zone::UTC), hours);
    ana.busy = vec![busy::sample("a.ics", "20270104T080000Z", "20270104T100000Z"), Calendar::new("unread.ics")];
    let midnight = |date: &str| Instant::midnight(date.parse().expect("a date"));
    let monday = Span { start: midnight("2027-01-04"), end: midnight("2027-01-05") };
    let full = Availability::full(&ana, monday);
    assert_eq!((full.away().minutes(), full.preferred().minutes()), (Minutes::hours(2), Minutes::hours(7)));
    assert_eq!(full.level_at(monday.start + Minutes::hours(9)), Some(Level::Away), "busy wins over preferred");
    let pattern = Availability::pattern(&ana, monday);
    assert!(pattern.away().is_empty());
    assert_eq!(pattern.preferred().minutes(), Minutes::hours(8));
}
