//! Random teams that keep the rules of a team file.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;
use sunwise::team::{
    Attendees, Candidate, Capacity, Chain, Every, Goal, HolidayChoice, Meeting, MeetingOptions, Member, Nth, Opening,
    Order, Pin, Place, Policy, Rates, Requirement, Rota, Shifts, Slot, Stay, Team, Tiers, WeeklyBoundary,
};
use sunwise::time::{Dates, Hours, Instant, Minutes, TimeOfDay, TimeRange, Zone};
use sunwise::world::{Country, Region, cities};

const ROLES: [&str; 3] = ["oncall", "lead", "say \"hi\""];

/// A team of up to five members; whoever is named in its plans is one of them.
pub fn team() -> impl Strategy<Value = Team> {
    let members = prop::collection::vec(member(), 0..5).prop_map(|mut members| {
        for (n, member) in members.iter_mut().enumerate() {
            member.name = format!("{} {n}", member.name);
        }
        members
    });
    (text(), members, policy()).prop_flat_map(|(name, members, policy)| {
        let names: Vec<String> = members.iter().map(|member| member.name.clone()).collect();
        let plans = (
            prop::collection::vec(meeting(names.clone()), 0..3),
            prop::collection::vec(chain(), 0..3),
            prop::collection::vec(rota(names.clone()), 0..3),
            prop::collection::vec(opening(names), 0..3),
        );
        plans.prop_map(move |(meetings, chains, rotas, openings)| Team {
            name: name.clone(),
            members: members.clone(),
            policy: policy.clone(),
            meetings: numbered(meetings, |meeting| &mut meeting.name),
            chains: numbered(chains, |chain| &mut chain.name),
            rotas: numbered(rotas, |rota| &mut rota.name),
            openings: numbered(openings, |opening| &mut opening.name),
            ..Team::default()
        })
    })
}

/// Gives each a name of its own.
fn numbered<T>(mut all: Vec<T>, name: impl Fn(&mut T) -> &mut String) -> Vec<T> {
    for (n, one) in all.iter_mut().enumerate() {
        let own = name(one);
        *own = format!("{own} {n}");
    }
    all
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z]{1,12}", "[\\PC&&[^\\p{Cf}]]{1,8}".prop_map(|text| format!("{text}x"))]
}

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(Zone::all())
}

fn place() -> impl Strategy<Value = Place> {
    let city = any::<prop::sample::Index>().prop_map(|at| Place::city(at.get(cities().all())));
    prop_oneof![city, zone().prop_map(Place::zone)]
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0..7_u8).prop_map(|day| Weekday::try_from(day).expect("one of seven"))
}

fn days() -> impl Strategy<Value = Vec<Weekday>> {
    prop::collection::btree_set(0..7_u8, 1..8)
        .prop_map(|days| days.into_iter().map(|day| Weekday::try_from(day).expect("one of seven")).collect())
}

fn hours() -> impl Strategy<Value = Hours> {
    let range =
        (0..1440_u16, 1..1440_u16).prop_filter_map("a range", |(start, len)| TimeRange::new(start, start + len));
    prop_oneof![Just(Opening::usual_hours()), (days(), range).prop_map(|(days, range)| Hours::on(&days, &[range]))]
}

fn time() -> impl Strategy<Value = TimeOfDay> {
    (0..96_u16).prop_filter_map("a time of day", |quarter| TimeOfDay::from_minutes(quarter * 15))
}

fn times() -> impl Strategy<Value = Vec<TimeOfDay>> {
    prop::collection::btree_set(time(), 1..6).prop_map(|times| times.into_iter().collect())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..30_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date") + Days::new(days))
}

fn dates() -> impl Strategy<Value = Dates> {
    (date(), 0..100_u64).prop_map(|(first, days)| Dates::new(first, first + Days::new(days)).expect("in order"))
}

fn minutes(most: i64) -> impl Strategy<Value = Minutes> {
    (0..=most).prop_map(Minutes)
}

fn roles() -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(&ROLES[..], 1..=3).prop_map(|roles| roles.into_iter().map(str::to_owned).collect())
}

/// Some of the members, in any order.
fn some_of(names: Vec<String>) -> impl Strategy<Value = Vec<String>> {
    let most = names.len();
    prop::sample::subsequence(names, 0..=most).prop_shuffle()
}

fn stays() -> impl Strategy<Value = Vec<Stay>> {
    prop::collection::vec((place(), dates()), 0..3).prop_map(|stays| {
        let mut stays: Vec<Stay> = stays.into_iter().map(|(place, dates)| Stay { place, dates }).collect();
        stays.sort_by_key(|stay| stay.dates);
        stays.dedup_by(|later, earlier| earlier.dates.overlaps(later.dates));
        stays
    })
}

fn member() -> impl Strategy<Value = Member> {
    let regions: Vec<Region> = Region::all().collect();
    let holidays = prop_oneof![
        Just(HolidayChoice::OfCity),
        Just(HolidayChoice::None),
        prop::sample::select(regions).prop_map(HolidayChoice::Of)
    ];
    let times = (hours(), prop::option::of(hours()), prop::option::of(hours()));
    let contact = (prop::option::of("[a-z]{1,9}@[a-z]{1,9}"), prop::option::of(text()));
    let calendars = prop::collection::btree_set("[a-z]{1,8}/[a-z é]{0,8}x[.]ics", 0..3);
    let work = (prop::option::of(roles()), prop::collection::vec(dates(), 0..3), 1..=10_000_u16);
    (text(), place(), times, contact, holidays, (stays(), calendars), work).prop_map(
        |(
            name,
            home,
            (hours, flexible, sleep),
            (email, handle),
            holidays,
            (stays, calendars),
            (roles, leave, capacity),
        )| Member {
            flexible: flexible.unwrap_or_default(),
            sleep: sleep.unwrap_or_else(Member::usual_sleep),
            email,
            handle,
            roles: roles.unwrap_or_default(),
            holidays,
            stays,
            leave,
            busy: calendars.into_iter().collect(),
            capacity: Capacity::new(f64::from(capacity) / 1000.0).expect("in bounds"),
            ..Member::new(name, home, hours)
        },
    )
}

fn policy() -> impl Strategy<Value = Policy> {
    let own = ((0..9_u32, 0..9_u32, 0..9_u32, 0..3_u32), minutes(1440), minutes(10_080), minutes(1440));
    let own = own.prop_map(|((flexible, asleep, off, duty), target_overlap, rest, min_live)| Policy {
        rates: Rates { flexible, asleep, off },
        duty,
        target_overlap,
        rest,
        min_live,
    });
    prop_oneof![Just(Policy::default()), own]
}

fn meeting(names: Vec<String>) -> impl Strategy<Value = Meeting> {
    let every = prop::sample::select(vec![
        Every::Weekday,
        Every::Week,
        Every::TwoWeeks,
        Every::FourWeeks,
        Every::Month(Nth::FromStart(2)),
        Every::Month(Nth::Last),
    ]);
    let horizon = (prop::option::of(dates()), 1..=520_u16);
    let slots = prop::collection::vec((weekday(), time(), zone()), 0..4);
    let start = (text(), 1..=1440_i64, every, options(names.clone()));
    (start, some_of(names), any::<prop::sample::Index>(), 1..=4_u8, horizon, slots).prop_map(
        |((name, length, every, options), mut required, cut, slots, (from, weeks), chosen)| {
            let optional = required.split_off(cut.index(required.len() + 1));
            let slot = |(day, start, anchor)| Slot { weekday: (every != Every::Weekday).then_some(day), start, anchor };
            Meeting {
                name,
                minutes: Minutes(length),
                every,
                attendees: Attendees { required, optional },
                slots,
                from: from.map(Dates::first),
                weeks,
                chosen: chosen.into_iter().map(slot).collect(),
                options,
            }
        },
    )
}

fn options(names: Vec<String>) -> impl Strategy<Value = MeetingOptions> {
    let points = prop::collection::vec(0.0..1e6_f64, 5);
    let limits = (prop::option::of(0..=4_u8), prop::option::of(1..=1000_u16), prop::option::of(1..=5000_u16));
    (limits, any::<bool>(), some_of(names), points).prop_map(
        |((max_bad_slots, comfort_every, quorum), keep_chosen, carriers, points)| MeetingOptions {
            max_bad_slots,
            comfort_every,
            quorum,
            keep_chosen,
            carried: carriers.into_iter().zip(points).collect(),
        },
    )
}

fn chain() -> impl Strategy<Value = Chain> {
    (text(), prop::option::of(text()), days(), prop::option::of(minutes(1440)))
        .prop_map(|(name, role, days, min_live)| Chain { name, role, days, min_live })
}

fn rota(names: Vec<String>) -> impl Strategy<Value = Rota> {
    let shifts = prop_oneof![
        (weekday(), time()).prop_map(|(day, time)| Shifts::Weekly(WeeklyBoundary { day, time })),
        times().prop_map(Shifts::Daily),
        times().prop_map(Shifts::Blocks),
        (1..=8_u8).prop_map(Shifts::SunWise),
    ];
    let tiers = (1..=3_u8).prop_flat_map(|tiers| {
        let by_tier = prop::collection::vec(roles(), usize::from(tiers)).prop_map(Tiers::ByTier);
        (Just(tiers), prop_oneof![Just(Tiers::Anyone), roles().prop_map(Tiers::Roles), by_tier])
    });
    let order = prop::sample::select(vec![Order::Fairness, Order::Comfort]);
    let caps = (prop::option::of(minutes(10_080)), prop::option::of(1..=1000_u16), prop::option::of(1..=1000_u16));
    let people = (some_of(names.clone()), some_of(names));
    let points = prop::collection::vec(0.0..1e6_f64, 5);
    (text(), zone(), date(), 1..=520_u16, shifts, tiers, order, caps, people, points).prop_map(
        |(name, anchor, start, weeks, shifts, (tiers, eligible), order, caps, (pinned, carriers), points)| Rota {
            name,
            anchor,
            start,
            weeks,
            shifts,
            tiers,
            eligible,
            order,
            rest: caps.0,
            max_shifts_per_7_days: caps.1,
            max_weeks_in_a_row: caps.2,
            pins: pinned.into_iter().zip(1..).map(|(member, week)| pin(start, week, member)).collect(),
            carried: carriers.into_iter().zip(points).collect::<BTreeMap<_, _>>(),
        },
    )
}

fn pin(start: NaiveDate, week: u64, member: String) -> Pin {
    Pin { shift: Instant::midnight(start + Days::new(7 * week)) + Minutes(week as i64), tier: 1, member }
}

fn opening(names: Vec<String>) -> impl Strategy<Value = Opening> {
    let countries: Vec<Country> = Country::all().collect();
    let countries = (prop::sample::subsequence(countries, 0..4), any::<bool>());
    let requirement =
        (some_of(names), minutes(1439)).prop_map(|(with, least)| Requirement { with, at_least: least + Minutes(1) });
    let requirements = prop::collection::vec(requirement, 0..3);
    let weights = (0.1..9.0_f64, 0.0..9.0_f64, 0.0..9.0_f64);
    let weights = weights.prop_map(|(overlap, coverage, handoff)| Goal::Weights { overlap, coverage, handoff });
    let goal = prop_oneof![Just(Goal::Overlap), Just(Goal::Coverage), Just(Goal::Handoff), weights];
    let candidate = (text(), place(), hours()).prop_map(|(name, place, hours)| Candidate { name, place, hours });
    let numbers = (0..=24_i64, 0..1_000_000_u32, 1..=3_u8);
    (text(), hours(), numbers, countries, requirements, goal, prop::collection::vec(candidate, 0..3)).prop_map(
        |(
            name,
            hours,
            (half_hours, min_population, people),
            (countries, are_allowed),
            mut requirements,
            goal,
            candidates,
        )| {
            requirements.retain(|requirement| !requirement.with.is_empty());
            let (countries, not_countries) = if are_allowed { (countries, vec![]) } else { (vec![], countries) };
            Opening {
                fades_with_distance: half_hours % 2 == 1,
                name,
                hours,
                shift: Minutes(30 * half_hours),
                countries,
                not_countries,
                min_population,
                requirements,
                goal,
                people,
                candidates: numbered(candidates, |candidate| &mut candidate.name),
            }
        },
    )
}
