//! Random teams in the hard zones, around their changes of clocks.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use sunwise::team::{Calendars, Content, HolidayChoice, Member, Place, Stay, busy};
use sunwise::time::{Dates, Hours, Instant, Minutes, Span, Zone};
use sunwise::world::Region;

/// A few members and a few days.
#[derive(Clone, Debug)]
pub struct Scene {
    pub members: Vec<Member>,
    /// What the members' calendars say, as it was written.
    pub busy: Vec<Vec<Busy>>,
    /// The same as it was read.
    pub calendars: Calendars,
    pub over: Span,
}

const ZONES: [&str; 20] = [
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Australia/Eucla",
    "Asia/Kathmandu",
    "Antarctica/Troll",
    "Africa/Casablanca",
    "Europe/Dublin",
    "America/Nuuk",
    "Asia/Gaza",
    "Africa/Cairo",
    "Pacific/Apia",
    "America/Havana",
    "America/Asuncion",
    "America/Santiago",
    "America/New_York",
    "Asia/Beirut",
    "America/Scoresbysund",
    "Pacific/Kiritimati",
    "America/Vancouver",
    "Etc/GMT+12",
];

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(&ZONES[..]).prop_map(|name| Zone::named(name).expect("a zone"))
}

fn hours() -> impl Strategy<Value = Hours> {
    let written = prop::sample::select(
        &[
            "Mo-Fr 09:00-17:30",
            "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-14:00",
            "Su-Th 22:00-06:00",
            "Mo-Fr 22:00-30:00",
            "Mo-Su 00:00-24:00",
            "Mo,We 20:00-47:00",
            "Sa,Su 01:15-03:45",
            "02:30-02:45",
            "off",
            "00:00-01:00,23:00-24:00",
        ][..],
    );
    let odd = (0..1440u16, 1..1440u16, 0..7u8).prop_map(|(start, len, day)| {
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let end = start + len;
        let days = format!("{},{}", names[usize::from(day)], names[usize::from((day + 3) % 7)]);
        format!("{days} {:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60)
    });
    prop_oneof![3 => written.prop_map(str::to_owned), 2 => odd]
        .prop_map(|text| Hours::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}")))
}

/// Dates near the middle of the scene: `(days from it, length)`.
fn near() -> impl Strategy<Value = (i64, i64)> {
    (-5..5i64, 0..4i64)
}

/// When somebody is busy by their calendar.
#[derive(Clone, Debug)]
pub enum Busy {
    /// Between two instants.
    Instants(Instant, Instant),
    /// Between two times of a date, by the clock of where they are: minutes after its midnight.
    Floating(NaiveDate, u16, u16),
    /// A whole date.
    WholeDay(NaiveDate),
}

impl Busy {
    /// The event of a calendar.
    fn event(&self) -> String {
        let time =
            |date: NaiveDate, minute: u16| format!("{}T{:02}{:02}00", date.format("%Y%m%d"), minute / 60, minute % 60);
        let times = match self {
            Self::Instants(start, end) => {
                let utc = |at: &Instant| at.utc().format("%Y%m%dT%H%M00Z").to_string();
                format!("DTSTART:{}\nDTEND:{}", utc(start), utc(end))
            }
            Self::Floating(date, start, end) => format!("DTSTART:{}\nDTEND:{}", time(*date, *start), time(*date, *end)),
            Self::WholeDay(date) => format!("DTSTART;VALUE=DATE:{}", date.format("%Y%m%d")),
        };
        format!("BEGIN:VEVENT\n{times}\nEND:VEVENT\n")
    }
}

/// A calendar with these events, as it is imported.
fn calendar(path: &str, events: &[Busy]) -> Content {
    let events: String = events.iter().map(Busy::event).collect();
    let file = (path.to_owned(), format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").into_bytes());
    busy::content(path, Ok(vec![file]))
}

fn busy_near(middle: NaiveDate) -> impl Strategy<Value = Busy> {
    let date = (-3..4i64).prop_map(move |days| middle + Duration::days(days));
    let start = Instant::midnight(middle);
    let instants = (-4_000..4_000i64, 1..900i64)
        .prop_map(move |(from, long)| Busy::Instants(start + Minutes(from), start + Minutes(from + long)));
    prop_oneof![
        3 => instants,
        2 => (date.clone(), 0..1_380u16, 1..60u16).prop_map(|(date, from, long)| Busy::Floating(date, from, from + long)),
        1 => date.prop_map(Busy::WholeDay),
    ]
}

/// Stays one after the other, disjoint and in order.
fn stays(middle: NaiveDate) -> impl Strategy<Value = Vec<Stay>> {
    prop::collection::vec((zone(), 0..3i64, 0..3i64), 0..4).prop_map(move |all| {
        let mut next = middle - Duration::days(5);
        let mut found = Vec::new();
        for (zone, pause, long) in all {
            let first = next + Duration::days(pause);
            let dates = Dates::new(first, first + Duration::days(long)).expect("dates in order");
            next = first + Duration::days(long + 1);
            found.push(Stay { place: Place::zone(zone), dates });
        }
        found
    })
}

fn member(middle: NaiveDate) -> impl Strategy<Value = (Member, Vec<Busy>)> {
    let dates = move |(from, len): (i64, i64)| {
        let first = middle + Duration::days(from);
        Dates::new(first, first + Duration::days(len)).expect("dates in order")
    };
    let regions =
        ["US", "US-CA", "NP", "AU", "AU-TAS", "CL", "EG", "IE", "CA-BC", "DE-BY"].map(Some).into_iter().chain([None]);
    (
        zone(),
        hours(),
        hours(),
        prop_oneof![Just(Member::usual_sleep()), hours()],
        stays(middle),
        prop::collection::vec(near(), 0..4),
        prop::sample::select(regions.collect::<Vec<_>>()),
        prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(busy_near(middle), 1..4)],
    )
        .prop_map(move |(zone, hours, flexible, sleep, stays, leave, holidays, busy)| {
            let mut member = Member::new(format!("in {zone}"), Place::zone(zone), hours);
            member.flexible = flexible;
            member.sleep = sleep;
            member.stays = stays;
            member.leave = leave.into_iter().map(dates).collect();
            member.holidays = holidays.map_or(HolidayChoice::None, |code| {
                HolidayChoice::Of(Region::parse(code).expect("a region with holidays"))
            });
            (member, busy)
        })
}

/// A team of one to five over four days near a change of clocks of one of the zones, 2025 to 2030, or near a holiday.
pub fn scene() -> impl Strategy<Value = Scene> {
    let anchor =
        (zone(), any::<prop::sample::Index>(), -3_000..3_000i64, 0..2_190i64).prop_map(|(zone, which, away, day)| {
            let start = Instant::midnight(NaiveDate::from_ymd_opt(2025, 1, 1).expect("a date"));
            let years = Span { start, end: start + Minutes(2_190 * 1_440) };
            let changes: Vec<_> = zone.transitions(years).collect();
            if changes.is_empty() { start + Minutes(day * 1_440) } else { which.get(&changes).at + Minutes(away) }
        });
    anchor.prop_flat_map(|middle| {
        let over = Span { start: middle - Minutes(2 * 1_440 + 17), end: middle + Minutes(2 * 1_440) };
        // Some are like others, but for their names or what few others have: leave, calendars.
        let copies = prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), any::<bool>()), 0..3);
        (prop::collection::vec(member(middle.utc().date()), 1..4), copies).prop_map(move |(mut members, copies)| {
            for (of, on_leave, busy) in copies {
                let (mut copy, mut events) = of.get(&members).clone();
                copy.name = format!("like {}", copy.name);
                if !on_leave {
                    copy.leave = Vec::new();
                }
                if !busy {
                    events = Vec::new();
                }
                members.push((copy, events));
            }
            let (mut members, busy): (Vec<Member>, Vec<Vec<Busy>>) = members.into_iter().unzip();
            let mut calendars = Calendars::default();
            for (place, (member, events)) in members.iter_mut().zip(&busy).enumerate() {
                // In one calendar or in two.
                let (first, second) = events.split_at(events.len() / 2);
                for (number, events) in [first, second].into_iter().enumerate().filter(|(_, part)| !part.is_empty()) {
                    let path = format!("{place}/{number}.ics");
                    calendars.insert(path.clone(), calendar(&path, events));
                    member.busy.push(path);
                }
            }
            Scene { members, busy, calendars, over }
        })
    })
}
