//! Whole calendars, as text to be read: `golden/` holds what is written, with LF for CRLF, so that a change of any octet is seen.

use super::*;
use crate::availability::{Level, RateMinutes};
use crate::export::sample::{self, ANA, BO, CAI};
use crate::plan::handoff::{Question, handoff};
use crate::plan::meet::{Ask, Rules};
use crate::plan::panel::{Attendee, PanelCost, Sitting};
use crate::plan::rota::RotaPlan;
use crate::team::{Every, Member, MemberId, Nth, Place, Policy, Slot, Team};
use crate::time::{Hours, Instant, Minutes, Span, TimeOfDay, Zone};

/// Thursday 26 November 2026, 00:01 UTC.
const STAMP: Instant = Instant::from_epoch(29_927_521);

/// That a text is what a golden file holds.
fn same(text: &str, golden: &str) {
    assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n")), "every line ends with CRLF: {text}");
    let lines = text.replace("\r\n", "\n");
    assert!(!lines.contains('\r'), "a lone CR: {text}");
    assert_eq!(lines, golden, "\n{lines}");
}

/// One of the sample's rotas, those of its rows that begin in a span, with these holders.
fn held(rota: usize, (from, to): (&str, &str), holders: &[&[Option<MemberId>]]) -> RotaPlan {
    let mut plan = sample::planned(rota);
    plan.rows.retain(|row| (from..to).contains(&row.span.start.to_string().as_str()));
    assert_eq!(plan.rows.len(), holders.len());
    for (row, holders) in plan.rows.iter_mut().zip(holders) {
        row.tiers = holders.to_vec();
    }
    plan
}

/// Two tiers over Lisbon's change of clocks, with a duty that nobody holds.
fn weeks() -> RotaPlan {
    held(0, ("2027-03", "2027-05"), &[&[BO, CAI], &[ANA, BO], &[CAI, None]])
}

#[test]
fn weeks_in_two_tiers() {
    same(&rota(&sample::team(), &weeks(), Feed::default(), STAMP), include_str!("golden/weeks.ics"));
}

#[test]
fn what_one_member_holds_in_one_tier() {
    let feed = Feed { tier: Some(1), member: Some(MemberId::new(1)) };
    same(&rota(&sample::team(), &weeks(), feed, STAMP), include_str!("golden/member.ics"));
}

/// Nights that end after the change of clocks, and on another date than they begin.
#[test]
fn nights_over_the_change_of_clocks() {
    let plan = held(1, ("2027-03-27T20", "2027-03-28T20"), &[&[ANA], &[CAI], &[ANA]]);
    same(&rota(&sample::team(), &plan, Feed::default(), STAMP), include_str!("golden/nights.ics"));
}

#[test]
fn what_is_taken_back() {
    let plan = held(1, ("2027-03-27T20", "2027-03-28T02"), &[&[ANA]]);
    same(&cancelled(&sample::team(), &plan, Feed::default(), STAMP), include_str!("golden/cancelled.ics"));
}

/// Ana moves to Bangkok while she is on duty: her clock is where she is when it begins.
#[test]
fn duty_of_somebody_who_travels() {
    let mut team = sample::team();
    let stay = "Team(version: 1, name: \"T\", members: [(name: \"A\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", \
                stays: [(city: \"Bangkok\", from: \"2027-03-28\", to: \"2027-04-02\")])])";
    team.members[0].stays = crate::team::read("t.ron", stay.as_bytes()).expect("a team").0.members[0].stays.clone();
    let plan = held(1, ("2027-03-28T04", "2027-03-28T20"), &[&[BO], &[ANA]]);
    same(&rota(&team, &plan, Feed::default(), STAMP), include_str!("golden/stay.ics"));
}

fn slot(weekday: Option<chrono::Weekday>, minutes: u16, anchor: &str) -> Slot {
    let anchor = Zone::named(anchor).expect("a zone");
    Slot { weekday, start: TimeOfDay::from_minutes(minutes).expect("a time"), anchor }
}

fn ask<'a>(required: &'a Member, optional: &'a Member, every: Every, weeks: u16) -> Ask<'a> {
    Ask {
        required: vec![required],
        optional: vec![optional],
        calendars: crate::team::Calendars::unread(),
        length: Minutes(45),
        every,
        slots: 1,
        from: "2027-03-22".parse().expect("a date"),
        weeks,
        rules: Rules::default(),
    }
}

/// The sample's people with addresses, the first with a name that a parameter cannot hold.
fn invited() -> Team {
    let mut team = sample::reachable();
    team.members[0].name = "Ana \"the\" first".to_owned();
    team
}

/// Slots of two anchors take turns; one date is left out, one moved; the series ends.
#[test]
fn a_rotation_with_exceptions() {
    let team = invited();
    let ask = Ask { slots: 2, ..ask(&team.members[0], &team.members[1], Every::Week, 6) };
    let slots = [
        slot(Some(chrono::Weekday::Tue), 15 * 60, "Europe/Lisbon"),
        slot(Some(chrono::Weekday::Thu), 23 * 60 + 45, "UTC"),
    ];
    let date = |text: &str| text.parse().expect("a date");
    let exceptions = [
        Exception { date: date("2027-04-06"), moved_to: None },
        Exception { date: date("2027-04-20"), moved_to: Some("2027-04-21T10:30:00".parse().expect("a time")) },
        Exception { date: date("2027-04-15"), moved_to: None },
    ];
    let series = Series {
        name: "Sync; all",
        ask: &ask,
        slots: &slots,
        description: "Tu 15:00,\nthen Th",
        exceptions: &exceptions,
        ends: true,
    };
    same(&meeting(&series, STAMP), include_str!("golden/rotation.ics"));
}

#[test]
fn the_rules_of_a_zone_stand_once() {
    let team = sample::team();
    let ask = Ask { slots: 2, ..ask(&team.members[0], &team.members[1], Every::Week, 6) };
    let slots = [540, 600].map(|minutes| slot(Some(chrono::Weekday::Tue), minutes, "Europe/Lisbon"));
    let series = Series { name: "M", ask: &ask, slots: &slots, description: "", exceptions: &[], ends: false };
    let text = meeting(&series, STAMP);
    assert_eq!((text.matches("BEGIN:VTIMEZONE").count(), text.matches("BEGIN:VEVENT").count()), (1, 2), "{text}");
}

/// Every recurrence, in UTC so that no rules of a zone stand between.
#[test]
fn every_recurrence() {
    let team = sample::team();
    let one = |every, days: &[Option<chrono::Weekday>]| {
        let ask = Ask { slots: days.len() as u8, ..ask(&team.members[0], &team.members[1], every, 26) };
        let slots: Vec<Slot> = days.iter().map(|&day| slot(day, 9 * 60, "UTC")).collect();
        meeting(&Series { name: "M", ask: &ask, slots: &slots, description: "", exceptions: &[], ends: false }, STAMP)
    };
    let (monday, friday) = (Some(chrono::Weekday::Mon), Some(chrono::Weekday::Fri));
    let texts = [
        one(Every::Week, &[monday]),
        one(Every::TwoWeeks, &[friday]),
        one(Every::FourWeeks, &[monday, friday]),
        one(Every::Month(Nth::FromStart(2)), &[monday]),
        one(Every::Month(Nth::Last), &[friday, monday]),
        one(Every::Weekday, &[None]),
        one(Every::Weekday, &[None, None]),
    ];
    same(&texts.concat(), include_str!("golden/recurrences.ics"));
}

#[test]
fn handoffs_through_two_seasons() {
    let member = |name: &str, zone: &str| {
        let zone = Zone::named(zone).expect("a zone");
        Member::new(name, Place::zone(zone), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
    };
    let (a, b) = (member("Ana", "Europe/Berlin"), member("Bo", "America/New_York"));
    let date = |text: &str| Instant::midnight(text.parse().expect("a date"));
    let (members, policy) = ([&a, &b], Policy::default());
    let question = Question::usual(&members, &policy, Span { start: date("2027-03-24"), end: date("2027-04-02") });
    same(&handoffs("Sun; all", &question, &handoff(&question), STAMP), include_str!("golden/handoffs.ics"));
}

#[test]
fn a_meeting_held_once() {
    let mut team = invited();
    team.members[1].email = None;
    let one = |place: usize, required| Attendee {
        member: MemberId::new(place),
        required,
        level: Level::Preferred,
        burden: RateMinutes(0),
    };
    let start = Instant::midnight("2027-03-22".parse().expect("a date")) + Minutes(23 * 60 + 30);
    let sitting = Sitting {
        span: Span { start, end: start + Minutes(60) },
        cost: PanelCost::default(),
        attendees: vec![one(0, true), one(1, false)],
        substitutes: vec![one(2, false)],
        away: vec![],
        names: team.members.iter().map(|member| member.name.clone()).collect(),
    };
    let description = "23:30-00:30 UTC\n老虎: a line of text, long enough to be folded; so that it is";
    let talk = Once { name: "Talk \\ about\tit", team: &team, sitting: &sitting, description };
    let without = Once { description: "", ..talk };
    same(&[once(&talk, STAMP), once(&without, STAMP)].concat(), include_str!("golden/once.ics"));
}

/// The rules of zones: by the last and the n-th weekday, by dates alone, with half an hour and two, of the south, and none.
#[test]
fn rules_of_zones() {
    let zones = [
        "Europe/Lisbon",
        "America/New_York",
        "America/Santiago",
        "Australia/Lord_Howe",
        "Antarctica/Troll",
        "Africa/Casablanca",
        "Europe/Dublin",
        "Asia/Kathmandu",
        "America/St_Johns",
        "America/Vancouver",
    ];
    let first = Instant::midnight("2027-01-04".parse().expect("a date"));
    let mut lines = line::Lines::default();
    for zone in zones {
        vtimezone::write(&mut lines, Zone::named(zone).expect("a zone"), first);
    }
    same(&lines.finish(), include_str!("golden/zones.ics"));
}
