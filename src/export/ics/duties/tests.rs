//! What holds of the duties of every rota; whole calendars stand in `golden`.

use super::*;
use crate::export::sample;
use crate::time::Minutes;

const STAMP: Instant = Instant::from_epoch(29_927_520);

fn written(plan: &RotaPlan, stamp: Instant) -> String {
    rota(&sample::team(), plan, Feed::default(), stamp).replace("\r\n ", "")
}

/// The values of a property, event by event.
fn values<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    text.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn a_duty_keeps_its_uid_and_its_sequence_grows() {
    let plan = sample::planned(1);
    let mut swapped = plan.clone();
    swapped.rows[0].tiers = vec![sample::CAI];
    swapped.rows[1].tiers = vec![sample::BO];
    let (before, after) = (written(&plan, STAMP), written(&swapped, STAMP + Minutes(1)));
    assert_eq!(values(&before, "UID"), values(&after, "UID"));
    let sequences = [&before, &after].map(|text| values(text, "SEQUENCE")[0].parse::<i64>().expect("a number"));
    assert_eq!(sequences[1] - sequences[0], 1);
    let other = Team { name: "Other".to_owned(), ..sample::team() };
    let others = rota(&other, &plan, Feed::default(), STAMP);
    assert!(
        values(&others, "UID").iter().all(|uid| !values(&before, "UID").contains(uid)),
        "another team's are others"
    );
}

#[test]
fn duties_of_nobody_have_no_event() {
    let plan = sample::planned(2);
    let held = plan.rows.iter().flat_map(|row| &row.tiers).flatten().count();
    let all = plan.rows.iter().map(|row| row.tiers.len()).sum::<usize>();
    assert!(held < all, "the sample leaves duties unfilled");
    assert_eq!(values(&written(&plan, STAMP), "UID").len(), held);
}

#[test]
fn a_week_in_which_the_clocks_change_names_both_offsets() {
    let zone = Zone::named("Europe/Lisbon").expect("a zone");
    let start = Instant::midnight("2027-03-22".parse().expect("a date"));
    let week = Span { start, end: start + Minutes::WEEK };
    assert_eq!(local_times(zone, week), "Mon 22 Mar 2027 00:00 to Mon 29 Mar 2027 01:00 (+00:00, then +01:00)");
    // One that ends as the clocks change ends at the time that the changed clock shows; a minute before, it does not yet.
    let night = Span { start: week.start + Minutes(5 * 1440), end: week.start + Minutes(6 * 1440 + 60) };
    assert_eq!(local_times(zone, night), "Sat 27 Mar 2027 00:00 to Sun 28 Mar 2027 02:00 (+00:00, then +01:00)");
    let before = Span { end: night.end - Minutes(1), ..night };
    assert_eq!(local_times(zone, before), "Sat 27 Mar 2027 00:00 to Sun 28 Mar 2027 00:59 (+00:00)");
    // Of the two 01:00 of that night the second one.
    let autumn = Instant::midnight("2027-10-30".parse().expect("a date"));
    let night = Span { start: autumn, end: autumn + Minutes(1440 + 60) };
    assert_eq!(local_times(zone, night), "Sat 30 Oct 2027 01:00 to Sun 31 Oct 2027 01:00 (+01:00, then +00:00)");
}

#[test]
fn a_cancelling_file_takes_every_duty_back() {
    let plan = sample::planned(1);
    let team = sample::team();
    let published = rota(&team, &plan, Feed::default(), STAMP);
    let taken_back = cancelled(&team, &plan, Feed::default(), STAMP + Minutes(1));
    assert_eq!(values(&taken_back, "UID"), values(&published, "UID"));
    assert!(values(&taken_back, "STATUS").iter().all(|status| *status == "CANCELLED"));
    assert!(values(&taken_back, "SEQUENCE")[0] > values(&published, "SEQUENCE")[0]);
}
