//! Overlap of large teams, beside a plain scan minute by minute with chrono-tz.

use std::hint::black_box;
use std::time::{Duration, Instant as Clock};

use chrono::{DateTime, Datelike, Timelike, Utc};
use sunwise::plan::overlap::{overlap, pairs, steady};
use sunwise::team::{Calendars, Member, Place, Policy};
use sunwise::time::{Hours, Instant, Minutes, Span, Zone};

/// Where members sit, in turn.
const ZONES: [&str; 12] = [
    "Europe/Lisbon",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Sydney",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Asia/Tokyo",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Asia/Singapore",
    "Pacific/Auckland",
    "Asia/Kathmandu",
];

/// So many members in all zones, with hours that start at different quarters.
pub fn team(count: usize) -> Vec<Member> {
    let member = |number: usize| {
        let zone = Zone::named(ZONES[number % ZONES.len()]).expect("a zone");
        let start = 7 * 60 + (number / ZONES.len() % 16) * 15;
        let end = start + 8 * 60;
        let hours = format!("Mo-Fr {:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60);
        let mut member =
            Member::new(format!("Member {number}"), Place::zone(zone), Hours::parse(&hours).expect("hours"));
        member.flexible = Hours::parse("Mo-Fr 07:00-21:00").expect("hours");
        member
    };
    (0..count).map(member).collect()
}

/// The year 2027.
pub fn year() -> Span {
    let midnight = |year| Instant::midnight(chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
    Span { start: midnight(2027), end: midnight(2028) }
}

#[divan::bench(args = [50, 1_000, 10_000])]
fn year_of_a_team(bencher: divan::Bencher, count: usize) {
    let team = team(count);
    let members: Vec<&Member> = team.iter().collect();
    bencher.bench(|| overlap(&members, Calendars::unread(), year(), Some(count / 4), false));
}

/// The shortest of some runs, for the machine may have been busy.
pub fn best<T>(runs: u32, mut run: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let start = Clock::now();
        black_box(run());
        start.elapsed()
    };
    (0..runs).map(time).min().unwrap_or_default()
}

/// Counts who is at work at each minute, by chrono-tz alone, as one would write it down.
fn scan(members: &[&Member], over: Span) -> usize {
    let zones: Vec<chrono_tz::Tz> =
        members.iter().map(|member| member.home.zone.name().parse().expect("a zone of chrono-tz")).collect();
    let mut shared = 0;
    let mut at = over.start;
    while at < over.end {
        let utc: DateTime<Utc> = at.utc().and_utc();
        let there = members.iter().zip(&zones).filter(|(member, zone)| {
            let local = utc.with_timezone(*zone);
            let minute = (local.hour() * 60 + local.minute()) as u16;
            let ranges = member.hours.starting_on(local.weekday());
            ranges.iter().any(|range| (range.start()..range.end()).contains(&minute))
        });
        shared += usize::from(there.count() == members.len());
        at = at + Minutes(1);
    }
    shared
}

/// Prints how the planner compares.
pub fn ratios() {
    let team = team(1_000);
    let members: Vec<&Member> = team.iter().collect();
    let all = best(5, || overlap(&members, Calendars::unread(), year(), None, false));
    let some = best(5, || overlap(&members, Calendars::unread(), year(), Some(250), false));
    let mut own = self::team(1_000);
    for (number, member) in own.iter_mut().enumerate() {
        let (start, end) = (5 * 60 + number / 4, 13 * 60 + number % 200);
        let hours = format!("Mo-Fr {:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60);
        member.hours = Hours::parse(&hours).expect("hours");
    }
    let own: Vec<&Member> = own.iter().collect();
    let unlike = best(5, || overlap(&own, Calendars::unread(), year(), None, false));
    let few = &members[..10];
    let plain = best(1, || scan(few, year())) * 100;
    println!("overlap of 1 000 members over a year: {all:?} (at least 250 of them: {some:?})");
    println!(
        "  a scan minute by minute takes {:.0} times as long (10 members were scanned)",
        plain.as_secs_f64() / all.as_secs_f64()
    );
    let bytes = size_of_val(overlap(&members, Calendars::unread(), year(), Some(1), false).windows.as_slice());
    let spans: usize = members
        .iter()
        .map(|member| {
            sunwise::availability::Availability::full(member, Calendars::unread(), year()).preferred().as_slice().len()
        })
        .sum();
    let memory = vec![1u8; spans * size_of::<Span>() + bytes];
    let read = best(20, || memory.iter().fold(0u8, |sum, &byte| sum.wrapping_add(black_box(byte))));
    println!(
        "  reading as many bytes as the members' hours are in that year takes {read:?}: ours is {:.1} times that; where no two \
         members have the same hours, {:.1} times",
        all.as_secs_f64() / read.as_secs_f64(),
        unlike.as_secs_f64() / read.as_secs_f64()
    );
    let mut line = String::from("  time by members, against 1 000:");
    for count in [1_000, 10_000, 100_000] {
        let team = self::team(count);
        let members: Vec<&Member> = team.iter().collect();
        let took = best(if count > 50_000 { 1 } else { 3 }, || {
            overlap(&members, Calendars::unread(), year(), Some(count / 4), false)
        });
        line = format!("{line} {count}: {:.1}", took.as_secs_f64() / some.as_secs_f64());
    }
    println!("{line}");
    let fifty = self::team(50);
    let members: Vec<&Member> = fifty.iter().collect();
    let policy = Policy::default();
    let screen = best(5, || {
        (
            overlap(&members, Calendars::unread(), year(), None, false),
            pairs(&members, year(), &policy),
            steady(&members, year(), 50, false),
        )
    });
    println!("everything on screen for 50 members: {screen:?} of a frame's 16 ms");
}
