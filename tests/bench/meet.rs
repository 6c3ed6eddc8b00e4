//! Meetings: all single slots of a large team within one frame, and the best pair of slots while somebody waits for it.

use chrono::{Datelike, Days, NaiveDate, TimeZone, Weekday};
use divan::{Bencher, black_box};
use sunwise::plan::meet::{Ask, Rules, suggest};
use sunwise::team::{Calendars, Every, Member, Place, Policy};
use sunwise::time::{Hours, Minutes, Zone};

/// Twenty-five people in twenty-five zones around the world, with different hours.
const PEOPLE: [(&str, &str); 25] = [
    ("Pacific/Auckland", "Mo-Fr 08:30-17:00"),
    ("Australia/Sydney", "Mo-Fr 09:00-17:30"),
    ("Australia/Lord_Howe", "Mo-Fr 09:00-17:00"),
    ("Asia/Tokyo", "Mo-Fr 10:00-19:00"),
    ("Asia/Shanghai", "Mo-Fr 09:30-18:30"),
    ("Asia/Bangkok", "Mo-Fr 09:00-18:00"),
    ("Asia/Kathmandu", "Su-Fr 10:00-17:00"),
    ("Asia/Kolkata", "Mo-Fr 10:00-18:30"),
    ("Asia/Karachi", "Mo-Fr 09:00-17:00"),
    ("Asia/Dubai", "Mo-Fr 08:00-17:00"),
    ("Africa/Nairobi", "Mo-Fr 08:30-17:00"),
    ("Africa/Cairo", "Su-Th 09:00-17:00"),
    ("Asia/Jerusalem", "Su-Th 09:00-18:00"),
    ("Europe/Athens", "Mo-Fr 09:00-17:00"),
    ("Europe/Berlin", "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00"),
    ("Europe/London", "Mo-Fr 09:00-17:30"),
    ("Africa/Casablanca", "Mo-Fr 09:00-17:00"),
    ("Atlantic/Azores", "Mo-Fr 09:00-17:00"),
    ("America/Sao_Paulo", "Mo-Fr 09:00-18:00"),
    ("America/Halifax", "Mo-Fr 09:00-17:00"),
    ("America/New_York", "Mo-Fr 09:00-17:00"),
    ("America/Bogota", "Mo-Fr 08:00-17:00"),
    ("America/Chicago", "Mo-Fr 08:30-17:00"),
    ("America/Denver", "Mo-Fr 09:00-17:00"),
    ("America/Los_Angeles", "Mo-Fr 09:00-17:00"),
];

fn team() -> Vec<Member> {
    let member = |(zone, hours): &(&str, &str)| {
        let place = Place::zone(Zone::named(zone).expect("a zone"));
        let mut member = Member::new(*zone, place, Hours::parse(hours).expect("hours"));
        member.flexible = Hours::parse("Mo-Fr 07:30-20:00").expect("hours");
        member
    };
    PEOPLE.iter().map(member).collect()
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date")
}

fn ask(members: &[Member], slots: u8) -> Ask<'_> {
    Ask {
        required: members.iter().collect(),
        optional: Vec::new(),
        calendars: Calendars::unread(),
        length: Minutes(60),
        every: Every::Week,
        slots,
        from: first(),
        weeks: 52,
        rules: Rules::default(),
    }
}

/// The best single slot of all weekdays, quarter-hours and anchors: 16 ms are one frame.
#[divan::bench]
fn all_single_slots(bencher: Bencher) {
    let members = team();
    let rates = Policy::default().rates;
    bencher.bench(|| suggest(black_box(&ask(&members, 1)), &rates, 1));
}

/// Six single slots that are unlike each other, as the window shows them.
#[divan::bench]
fn six_single_slots(bencher: Bencher) {
    let members = team();
    let rates = Policy::default().rates;
    bencher.bench(|| suggest(black_box(&ask(&members, 1)), &rates, 6));
}

/// The best rotation by the number of slots that take turns: 100 ms for two.
#[divan::bench(args = [2, 3, 4], sample_count = 10)]
fn best_rotation(bencher: Bencher, slots: u8) {
    let members = team();
    let rates = Policy::default().rates;
    bencher.bench(|| suggest(black_box(&ask(&members, slots)), &rates, 1));
}

/// Six rotations that are unlike each other, as the window shows them.
#[divan::bench(args = [2, 3, 4], sample_count = 3)]
fn six_rotations(bencher: Bencher, slots: u8) {
    let members = team();
    let rates = Policy::default().rates;
    bencher.bench(|| suggest(black_box(&ask(&members, slots)), &rates, 6));
}

/// Prints how soon slots are found, beside weighing one occurrence after the other with chrono-tz: each start becomes an instant, and
/// each attendee's clock tells how the meeting lies to their hours.
pub fn ratios() {
    let (members, rates) = (team(), Policy::default().rates);
    let found = |slots| super::overlap::best(5, || suggest(&ask(&members, slots), &rates, 1));
    let single = found(1);
    println!("meetings of 25: all single slots of a year {single:?} of a frame's 16 ms");
    println!("  the best pair of slots {:?} of 100 ms; three {:?}, four {:?}", found(2), found(3), found(4));
    let plain = super::overlap::best(1, || plain_best(&members));
    println!("  occurrence by occurrence takes {:.0} times as long", plain.as_secs_f64() / single.as_secs_f64());
}

/// The least worst burden, in rate-minutes, and its total.
#[expect(clippy::disallowed_methods, reason = "the plain way is what ours is compared with")]
fn plain_best(members: &[Member]) -> Option<(i64, i64)> {
    let zones: Vec<chrono_tz::Tz> = PEOPLE.iter().filter_map(|(zone, _)| zone.parse().ok()).collect();
    let days = |weekday: Weekday| first().iter_days().take(364).filter(move |date| date.weekday() == weekday);
    let mut best = None;
    for &anchor in zones.iter().chain([&chrono_tz::UTC]) {
        for weekday in (0..7).filter_map(|day| Weekday::try_from(day).ok()) {
            for start in (0..1440).step_by(15) {
                let mut sums = vec![0; members.len()];
                for date in days(weekday) {
                    let local = date.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(start);
                    let Some(at) = anchor.from_local_datetime(&local).earliest() else { continue };
                    for ((sum, member), zone) in sums.iter_mut().zip(members).zip(&zones) {
                        *sum += plain_burden(member, at.with_timezone(zone).naive_local());
                    }
                }
                let cost = (sums.iter().copied().max()?, sums.iter().sum());
                if best.is_none_or(|best| cost < best) {
                    best = Some(cost);
                }
            }
        }
    }
    best
}

/// An hour that begins at this local time, by quarters of an hour.
fn plain_burden(member: &Member, local: chrono::NaiveDateTime) -> i64 {
    let rate = |at: chrono::NaiveDateTime| {
        let within = |hours: &Hours| {
            [0, 1].iter().any(|&before| {
                let Some(date) = at.date().checked_sub_days(Days::new(before)) else { return false };
                let minute = (at - date.and_time(chrono::NaiveTime::MIN)).num_minutes();
                hours
                    .starting_on(date.weekday())
                    .iter()
                    .any(|range| i64::from(range.start()) <= minute && minute < i64::from(range.end()))
            })
        };
        if within(&member.hours) {
            0
        } else if within(&member.flexible) {
            1
        } else if within(&member.sleep) {
            10
        } else {
            3
        }
    };
    (0..4).map(|quarter| 15 * rate(local + chrono::Duration::minutes(15 * quarter))).sum()
}
