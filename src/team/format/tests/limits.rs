//! Where the limits of a file are: what is just inside is read, what is just outside is refused.

use std::fmt::Display;

use super::FULL;
use crate::team::{Diagnostic, Severity, read};

/// Everything that is told of the full file once `at`, which stands in it once, is replaced.
pub(super) fn told(at: &str, instead: &str) -> Vec<Diagnostic> {
    assert_eq!(FULL.matches(at).count(), 1, "`{at}` stands once in the full file");
    match read("a.ron", FULL.replace(at, instead).as_bytes()) {
        Ok((team, warnings)) => {
            let lists =
                [team.members.len(), team.meetings.len(), team.chains.len(), team.rotas.len(), team.openings.len()];
            assert_eq!(lists, [2, 6, 1, 4, 3], "nothing is left out without a word: {instead}");
            warnings
        }
        Err(errors) => errors.all().to_vec(),
    }
}

/// The errors among it, as messages.
pub(super) fn wrong(at: &str, instead: &str) -> Vec<String> {
    let errors = told(at, instead).into_iter().filter(|one| one.severity == Severity::Error);
    errors.map(|one| one.message).collect()
}

/// Replaces `at` by `field` with each value for `{}`: those of the first list are right, each of the second is wrong in one thing.
fn check(at: &str, field: &str, right: &[impl Display], refused: &[impl Display]) {
    for value in right {
        assert_eq!(wrong(at, &field.replace("{}", &value.to_string())), Vec::<String>::new(), "{field} {value}");
    }
    for value in refused {
        let errors = wrong(at, &field.replace("{}", &value.to_string()));
        assert_eq!(errors.len(), 1, "{field} {value} {errors:?}");
    }
}

const MEETING: &str = "(name: \"Weekly\", minutes: 15, every: Week)";
const ROTA: &str = "weeks: 1, shifts: SunWise(legs: 3)";
const CHAIN: &str = "days: \"Mo-Su\", min_live: \"1h\"";

#[test]
fn whole_numbers_end_where_they_should() {
    let meeting = |more: &str| format!("(name: \"Weekly\", minutes: 15, every: Week, {more})");
    for (at, field, least, most) in [
        ("duty: 3", "duty: {}", 0, 1000),
        ("flexible: 2,", "flexible: {},", 0, 1000),
        ("asleep: 20", "asleep: {}", 0, 1000),
        ("off: 4", "off: {}", 0, 1000),
        ("minutes: 45", "minutes: {}", 1, 1440),
        ("Month(2)", "Month({})", 1, 4),
        (MEETING, &meeting("slots: {}"), 1, 4),
        (MEETING, &meeting("weeks: {}"), 1, 520),
        ("max_bad_slots: 1", "max_bad_slots: {}", 0, 4),
        ("comfort_every: 3", "comfort_every: {}", 1, 1000),
        ("quorum: 1", "quorum: {}", 1, 5000),
        (ROTA, "weeks: {}, shifts: SunWise(legs: 3)", 1, 520),
        (ROTA, "weeks: 1, shifts: SunWise(legs: {})", 1, 8),
        (ROTA, "weeks: 1, shifts: SunWise(legs: 3), tiers: {}", 1, 3),
        ("max_shifts_per_7_days: 5", "max_shifts_per_7_days: {}", 1, 1000),
        ("max_weeks_in_a_row: 1", "max_weeks_in_a_row: {}", 1, 1000),
        ("tier: 2,", "tier: {},", 1, 2),
        ("min_population: 100000", "min_population: {}", 0, 100_000_000),
        ("people: 2", "people: {}", 1, 3),
    ] {
        check(at, field, &[least, most], &[least - 1, most + 1]);
        check(at, field, &[least], &["1.5"]);
    }
}

#[test]
fn other_numbers_end_where_they_should() {
    for (at, field, right, refused) in [
        ("carried: {\"Bo\": 1.5}", "carried: {\"Bo\": {}}", ["0", "1000000"], ["-0.001", "1000000.1"]),
        ("overlap: 2.0", "overlap: {}", ["0", "1000"], ["-0.001", "1000.1"]),
        ("coverage: 0.0", "coverage: {}", ["0", "1000"], ["-0.001", "1000.1"]),
        ("handoff: 0.5", "handoff: {}", ["0", "1000"], ["-0.001", "1000.1"]),
        ("capacity: 0.8", "capacity: {}", ["0.0005", "10.0004"], ["0.0004", "10.0005"]),
    ] {
        check(at, field, &right, &refused);
    }
    let weights = "Weights(overlap: 2.0, coverage: 0.0, handoff: 0.5)";
    check(weights, "Weights({})", &["coverage: 0.1"], &["overlap: 0, coverage: 0, handoff: 0"]);
    assert_eq!(wrong(weights, "Weights()"), ["at least one weight is above 0"]);
}

#[test]
fn durations_end_where_they_should() {
    for (at, field, right, refused) in [
        ("target_overlap: \"3h\"", "target_overlap: \"{}\"", ["0m", "24h"], ["24h1m", "3"]),
        ("rest: \"12h\"", "rest: \"{}\"", ["0m", "168h"], ["168h1m", "3"]),
        ("rest: \"10h\"", "rest: \"{}\"", ["0m", "168h"], ["168h1m", "3"]),
        ("min_live: \"15m\"", "min_live: \"{}\"", ["0m", "24h"], ["24h1m", "3"]),
        (CHAIN, "min_live: \"{}\"", ["0m", "24h"], ["24h1m", "3"]),
        ("shift: \"1h30m\"", "shift: \"{}\"", ["0m", "12h"], ["12h30m", "15m"]),
        ("at_least: \"2h\"", "at_least: \"{}\"", ["1m", "24h"], ["0m", "24h1m"]),
    ] {
        check(at, field, &right, &refused);
    }
}

#[test]
fn texts_end_where_they_should() {
    let x = |len: usize| "x".repeat(len);
    let mail = |len: usize| format!("{}@a.example", x(len - "@a.example".len()));
    check("ana@example.com", "{}", &[mail(254)], &[mail(255)]);
    check("handle: \"ana\"", "handle: \"{}\"", &[x(200), "é".repeat(200)], &[x(201), "é".repeat(201)]);
    check("calendars/ana.ics", "{}", &[x(4096)], &[x(4097)]);
    for (at, known, field, told) in [
        ("city: \"Lisbon\"", "Lisbon", "city", "no city has such a long name"),
        (
            "zone: \"Asia/Kathmandu\"",
            "UTC",
            "zone",
            "no zone has such a long name; write for example \"Europe/Lisbon\"",
        ),
        ("holidays: \"DE-BY\"", "PT", "holidays", "no region has such a long name; write for example \"DE-BY\""),
        ("not_countries: [\"ES\"]", "ES", "not_countries", "no country has such a long name"),
    ] {
        let write = |text: &str| {
            if at.contains('[') { format!("{field}: [\"{text}\"]") } else { format!("{field}: \"{text}\"") }
        };
        assert_eq!(wrong(at, &write(known)), Vec::<String>::new(), "{field}");
        let [longest, longer] = [150, 151].map(|len| wrong(at, &write(&x(len))));
        assert_eq!((longest.len(), longest[0].contains("unknown")), (1, true), "{longest:?}");
        assert_eq!(longer, [told]);
    }
}

#[test]
fn an_address_is_one_user_at_one_host() {
    let refused =
        ["@example.com", "ana@", "ana", "a@b@c", "a b@c", "a\\u{7}@c", "<a@c>", "a@c>", "a@c,d", "a;@c", "\\\"a@c"];
    check("ana@example.com", "{}", &["a@c", "a.b+c@d-e.f"], &refused);
}

#[test]
fn lists_end_where_they_should() {
    let times = |count: usize| {
        let times: Vec<String> = (0..count).map(|n| format!("\"{:02}:{:02}\"", n / 2, n % 2 * 30)).collect();
        times.join(", ")
    };
    check("\"06:00\", \"18:00\"", "{}", &[times(1), times(24)], &[times(0), times(25)]);
    check("\"12:00\", \"18:00\"", "{}", &["\"12:00\""], &["\"12:00\", \"12:00\"", "\"12:00\", \"11:59\""]);
    let slot = "(weekday: \"Tu\", start: \"15:00\", anchor: \"UTC\")";
    let meeting =
        |slots: usize| MEETING.replace("Week)", &format!("Week, chosen: [{}])", [slot].repeat(slots).join(", ")));
    check(MEETING, "{}", &[meeting(0), meeting(4)], &[meeting(5)]);
}

#[test]
fn horizons_end_with_the_rules() {
    // 2099-12-31 is the last date whose rules are known; 52 weeks are 364 days.
    for (at, field, right, refused) in [
        (
            "from: \"2027-01-04\",\n            weeks: 26",
            "from: \"{}\", weeks: 52",
            ["2000-01-01", "2099-01-02"],
            ["1999-12-31", "2099-01-03"],
        ),
        // A rota may begin up to a week after its first date.
        (
            "start: \"2027-01-04\", weeks: 1, shifts: SunWise",
            "start: \"{}\", weeks: 51, shifts: SunWise",
            ["2000-01-01", "2099-01-02"],
            ["1999-12-31", "2099-01-03"],
        ),
        (
            "from: \"2027-08-02\", to: \"2027-08-13\"",
            "from: \"2027-08-02\", to: \"{}\"",
            ["2027-08-02", "2099-12-31"],
            ["2027-08-01", "2100-01-01"],
        ),
        ("from: \"2027-08-02\"", "from: \"{}\"", ["2000-01-01", "2027-08-13"], ["1999-12-31", "2027-08-14"]),
        (
            "shift: \"2027-01-04T10:00:00Z\"",
            "shift: \"{}\"",
            ["2000-01-01T00:00:00Z", "2099-12-31 23:59"],
            ["1999-12-31T23:59:00Z", "2100-01-01 00:00"],
        ),
    ] {
        check(at, field, &right, &refused);
    }
}
