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
fn an_event_says_who_holds_what_and_when_by_their_clock() {
    let mut plan = sample::planned(0);
    for (row, names) in plan.rows.iter_mut().zip([["Bo", "Cai"], ["Ana, the first", "Bo"], ["Cai", "Ana, the first"]]) {
        row.tiers = names.iter().map(|name| Some((*name).to_owned())).collect();
    }
    let text = written(&plan, STAMP);
    let from = text.find("BEGIN:VEVENT").expect("an event");
    let third = text[from..].split("BEGIN:VEVENT").nth(3).expect("the third event");
    let expected = "
UID:20270329T090000Z-1-9f8166a2a4c9f8f8@sunwise
SEQUENCE:3630240
DTSTAMP:20261126T000000Z
LAST-MODIFIED:20261126T000000Z
DTSTART:20270329T090000Z
DTEND:20270405T090000Z
SUMMARY:Primary on call: Ana\\, the first (Weeks\\, Payments)
DESCRIPTION:Weeks\\, Payments: tier 1 of 2\\nOn call: Ana\\, the first <ana@example.com>\\nLisbon: Mon 29 Mar 2027 10:00 to Mon 5 Apr 2027 10:00 (+01:00)\\nUTC: Mon 29 Mar 2027 09:00 to Mon 5 Apr 2027 09:00 (+00:00)\\nTakes over from: Bo (Mon 29 Mar 05:00 in New York City)\\nHands over to: Cai (Mon 5 Apr 14:45 in Kathmandu)
CATEGORIES:on-call,primary
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
";
    let without_uid = |text: &str| text.lines().filter(|line| !line.starts_with("UID:")).collect::<Vec<_>>().join("\n");
    assert_eq!(without_uid(&third.replace("\r\n", "\n")), without_uid(expected));
    let Some(first) = values(&text, "DESCRIPTION").first().copied() else { panic!("no description in {text}") };
    assert!(first.contains("New York City: Mon 22 Mar 2027 06:00 to Mon 29 Mar 2027 05:00 (-04:00)"), "{first}");
}

#[test]
fn a_turn_keeps_its_uid_and_its_sequence_grows() {
    let plan = sample::planned(1);
    let mut swapped = plan.clone();
    swapped.rows[0].tiers = vec![Some("Cai".to_owned())];
    swapped.rows[1].tiers = vec![Some("Bo".to_owned())];
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
fn turns_of_nobody_have_no_event() {
    let plan = sample::planned(2);
    let held = plan.rows.iter().flat_map(|row| &row.tiers).flatten().count();
    let all = plan.rows.iter().map(|row| row.tiers.len()).sum::<usize>();
    assert!(held < all, "the sample leaves turns unfilled");
    assert_eq!(values(&written(&plan, STAMP), "UID").len(), held);
}

#[test]
fn a_week_in_which_the_clocks_change_names_both_offsets() {
    let zone = Zone::named("Europe/Lisbon").expect("a zone");
    let start = Instant::midnight("2027-03-22".parse().expect("a date"));
    let week = Span { start, end: start + Minutes::WEEK };
    assert_eq!(local_times(zone, week), "Mon 22 Mar 2027 00:00 to Mon 29 Mar 2027 01:00 (+00:00, then +01:00)");
}

#[test]
fn a_cancelling_file_takes_every_turn_back() {
    let plan = sample::planned(1);
    let team = sample::team();
    let published = rota(&team, &plan, Feed::default(), STAMP);
    let taken_back = cancelled(&team, &plan, Feed::default(), STAMP + Minutes(1));
    assert_eq!(values(&taken_back, "UID"), values(&published, "UID"));
    assert!(values(&taken_back, "STATUS").iter().all(|status| *status == "CANCELLED"));
    assert!(values(&taken_back, "SEQUENCE")[0] > values(&published, "SEQUENCE")[0]);
}
