//! `sunwise rota` and its exports.

use icalendar::parser::{read_calendar, unfold};
use serde_json::json;

use crate::support::{TWO, Test, has_keys};

fn rota(arguments: &str) -> Test {
    Test::team(TWO).verb("rota").args(arguments)
}

#[test]
fn a_rota_for_machines() {
    let found = rota("--format json").json();
    assert!(has_keys(&found, &["rota", "shifts", "objective", "bound", "members"]), "{found}");
    assert!(has_keys(&found["objective"], &["gap", "worst", "total", "spread", "change"]));
    assert!(has_keys(&found["bound"], &["gap", "worst", "total"]));
    assert!(has_keys(&found["members"][0], &["name", "hours", "night_hours", "day_off_hours", "burden"]));
    assert_eq!((&found["rota"], &found["objective"]["gap"]), (&json!("Pager"), &json!(0)));
    let shifts = found["shifts"].as_array().expect("a list");
    assert_eq!(shifts.len(), 28);
    // 08:00 in Lisbon, before and after its change of clocks.
    assert_eq!(
        (&shifts[0]["start"], &shifts[27]["end"]),
        (&json!("2027-03-22T08:00:00Z"), &json!("2027-04-05T07:00:00Z"))
    );
    assert!(shifts.windows(2).all(|pair| pair[0]["end"] == pair[1]["start"]), "no minute twice or never");
    let hours: f64 = found["members"].as_array().expect("a list").iter().filter_map(|who| who["hours"].as_f64()).sum();
    assert!((hours - 335.0).abs() < 1e-9, "two weeks and an hour less: {hours}");
    assert_eq!(rota("--json").json(), found, "the same again");
}

#[test]
fn a_rota_for_calendars() {
    let done = rota("--format ics -o rota.ics").stdout("").run();
    let text = done.read("rota.ics");
    assert!(text.split_inclusive("\r\n").all(|line| line.ends_with("\r\n") && line.len() <= 77), "{text}");
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let events: Vec<_> = calendar.components.iter().filter(|component| component.name == "VEVENT").collect();
    assert_eq!(events.len(), 28);
    let value = |event: usize, name: &str| {
        let property = events[event].properties.iter().find(|property| property.name == name);
        property.map(|property| property.val.as_ref().to_owned()).unwrap_or_default()
    };
    assert_eq!((value(0, "DTSTART"), value(27, "DTEND")), ("20270322T080000Z".into(), "20270405T070000Z".into()));
    assert_eq!((value(3, "STATUS"), value(3, "TRANSP")), ("CONFIRMED".into(), "TRANSPARENT".into()));
    assert!(value(0, "SUMMARY").starts_with("Primary on call: "), "{text}");
    let uids: std::collections::BTreeSet<String> = (0..28).map(|event| value(event, "UID")).collect();
    assert_eq!(uids.len(), 28);
    assert!(!text.contains("ATTENDEE"), "an import invites nobody");
}

#[test]
fn a_calendar_for_one_member() {
    let all = rota("--format ics").run().stdout.matches("BEGIN:VEVENT").count();
    let of = |name: &str| {
        let text = rota("--format ics --tier 1 --member").arg(name).run().stdout;
        assert!(text.contains(&format!("X-WR-CALNAME:Two: Pager\\, Primary\\, {name}\r\n")), "{text}");
        text.matches("BEGIN:VEVENT").count()
    };
    assert_eq!(of("Ana") + of("Bo"), all);
    assert_eq!(rota("--format ics --tier 2").run().stdout.matches("BEGIN:VEVENT").count(), 0);
    rota("--format ics --member An").code(2).stderr("error: unknown member `An`; did you mean `Ana`?\n").run();
}

#[test]
fn a_rota_for_pay() {
    let text = rota("--format csv").run().stdout;
    let mut lines = text.split_terminator("\r\n");
    let header = lines.next().expect("a header");
    assert_eq!(
        header,
        "person,email,tier,start_utc,end_utc,start_local,end_local,tz,hours,night_hours,weekend_hours,holiday_hours,points,state"
    );
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 28);
    let found = rota("--json").json();
    for (i, who) in found["members"].as_array().expect("a list").iter().enumerate() {
        let own = || rows.iter().filter(|row| who["name"] == row[0]);
        let sum = |column: usize| own().filter_map(|row| row[column].parse::<f64>().ok()).sum::<f64>();
        for (key, is) in
            [("hours", sum(8)), ("night_hours", sum(9)), ("day_off_hours", sum(10) + sum(11)), ("burden", sum(12))]
        {
            assert!((is - who[key].as_f64().expect("a number")).abs() < 0.01, "member {i}, {key}: {is} in {who}");
        }
    }
}

#[test]
fn a_rota_is_kept_and_the_next_one_planned_by_it() {
    let kept = rota("--format ron").run().stdout;
    assert!(kept.starts_with("Rota(\n"), "{kept}");
    let again = rota("--published rota.ron --keep --json").file("rota.ron", kept.as_bytes()).json();
    assert_eq!(again["objective"]["change"], 0);
    let broken = rota("--published rota.ron").file("rota.ron", b"Rota(").code(2);
    broken.stderr_has("cannot read `rota.ron`: not a rota as Sunwise writes it").run();
}

#[test]
fn calendars_stand_beside_each_other() {
    let done = rota("--format ics --each member -o out.ics").stdout("").run();
    let events = |name: &str| done.read(name).matches("BEGIN:VEVENT").count();
    assert_eq!(events("out-ana.ics") + events("out-bo.ics"), 28);
    let cancelled = rota("--format ics --cancel").run().stdout;
    assert_eq!(cancelled.matches("STATUS:CANCELLED").count(), 28);
    rota("--format ics --each tier").code(2).stderr_has("--output").run();
    rota("--format csv --each tier -o out.csv").code(2).stderr_has("`--each` is for `--format ics`").run();
}

#[test]
fn a_rota_for_tools() {
    let unknown = rota("--format goalert").code(2);
    unknown.stderr_has("GoAlert knows people by their `handle`, which Ana and Bo have not").run();
    let known = |arguments: &str| {
        let team = TWO.replace("name: \"Ana\",", "name: \"Ana\", handle: \"PA\",");
        Test::team(&team.replace("name: \"Bo\",", "name: \"Bo\", handle: \"PB\",")).verb("rota").args(arguments)
    };
    let overrides = known("--format pagerduty").json();
    assert_eq!(overrides["overrides"].as_array().map(Vec::len), Some(28));
    let requests = known("--format goalert --tier 1").json();
    assert_eq!(requests[0]["variables"]["input"]["shifts"].as_array().map(Vec::len), Some(28));
    assert_eq!(known("--format grafana").run().stdout.matches("\r\nSUMMARY:P").count(), 28);
    known("--format goalert --tier 2").code(2).stderr_has("the rota has no tier 2: it has 1").run();
    assert!(rota("--format markdown").run().stdout.starts_with("# Two: Pager\n"));
}

#[test]
fn a_gap_is_a_no() {
    let leave =
        TWO.replace("holidays: \"none\"", "holidays: \"none\", leave: [(from: \"2027-03-24\", to: \"2027-03-24\")]");
    let done = Test::team(&leave).verb("rota").code(1).stderr_has("nobody").run();
    assert!(done.stdout.contains("NOBODY") && done.stdout.contains("\nNobody: Primary, "), "{}", done.stdout);
    assert!(done.stdout.contains("  Bo is away in part of the shift"), "{}", done.stdout);
}

#[test]
fn what_cannot_be_asked() {
    rota("Pagre").code(2).stderr("error: unknown rota `Pagre`; did you mean `Pager`?\n").run();
    rota("--format pdf").code(2).stderr_has("pdf").run();
    rota("-o no/such/rota.txt").code(2).stderr_has("cannot write `no/such/rota.txt`").run();
    rota("--seconds ten").code(2).stderr_has("--seconds").run();
}

#[test]
fn the_quality_of_a_rota_is_said_with_what_a_score_hides() {
    let said = rota("--rules rest,quarter").run().stdout;
    assert!(said.contains("The shifts cover their 335 h exactly: no minute is lost or doubled"), "{said}");
    assert!(said.contains("Grafana OnCall would score the primary 100, Great. It does not see nights: "), "{said}");
    assert!(said.contains(" is on call for ") && said.contains(" are a quarter of the time."), "two people: {said}");
    assert!(said.contains(" against the rules."), "{said}");
    rota("--rules sleep").code(2).stderr_has("sleep").run();
}

/// Every zone's changes of clocks: weeks, days and blocks follow each other without a hole or an overlap.
#[test]
fn no_minute_is_lost_in_any_zone() {
    use sunwise::plan::rota::shifts::shifts;
    use sunwise::team::{Shifts, WeeklyBoundary};
    use sunwise::time::{TimeOfDay, Zone};
    let team = sunwise::team::read("t.ron", TWO.as_bytes()).expect("a team").0;
    let time = |hour: u16| TimeOfDay::from_minutes(hour * 60 + 30).expect("a time");
    let cuts = [
        Shifts::Weekly(WeeklyBoundary { day: chrono::Weekday::Sun, time: time(2) }),
        Shifts::Daily(vec![time(0), time(2), time(14)]),
        Shifts::Blocks(vec![time(2), time(12)]),
    ];
    for &anchor in Zone::all() {
        for cut in &cuts {
            let rota = sunwise::team::Rota { anchor, shifts: cut.clone(), weeks: 52, ..team.rotas[0].clone() };
            let mut pieces: Vec<_> = shifts(&rota, &[]).iter().flat_map(|shift| shift.pieces.clone()).collect();
            pieces.sort_unstable();
            let is_whole = pieces.windows(2).all(|pair| pair[0].end == pair[1].start);
            assert!(is_whole && pieces.len() > 50, "{} {cut:?}", anchor.name());
        }
    }
}

/// The rota of two for two weeks, published, then Ana is away in the second.
#[test]
fn somebody_falls_ill_and_the_past_stays() {
    let published = rota("--format ron").run().stdout;
    let known = rota("--json").json();
    let planned = |arguments: &str| {
        rota(&format!("--published rota.ron --json {arguments}")).file("rota.ron", published.as_bytes())
    };
    let ill = planned("--replan-from 2027-03-29 --ill Ana:2027-03-30..2027-04-02").code(1);
    let ill = ill.stderr("4 of 28 duties have nobody, and no rota can fill more.\n").run().stdout;
    let ill: serde_json::Value = serde_json::from_str(&ill).expect("JSON");
    let (before, after) = (known["shifts"].as_array().expect("shifts"), ill["shifts"].as_array().expect("shifts"));
    let kept = |row: &&serde_json::Value| row["start"].as_str() < Some("2027-03-28T23:00:00Z");
    let past: Vec<_> = before.iter().filter(kept).collect();
    assert!(past.len() >= 12, "{past:?}");
    assert_eq!(past, after.iter().filter(kept).collect::<Vec<_>>(), "what was before stays as it was");
    let within = |row: &&serde_json::Value| {
        let start = row["start"].as_str().unwrap_or_default();
        ("2027-03-30".."2027-04-02").contains(&start)
    };
    assert!(after.iter().filter(within).all(|row| row["tiers"][0] != json!("Ana")), "{after:?}");
    let changes = ill["changes"].as_array().expect("changes");
    let differ = before.iter().zip(after).filter(|(one, other)| one["tiers"] != other["tiers"]).count();
    assert_eq!(changes.len(), differ);
    assert!(changes.iter().all(|change| change["before"] != change["after"]));
    let quiet = planned("--replan-from 2027-03-29").json();
    assert_eq!(quiet["changes"], json!([]), "nothing is changed without a cause");
    let left = rota("--published rota.ron --replan-from 2027-03-29 --leaves Ana:2027-04-01").code(1);
    let said = left.file("rota.ron", published.as_bytes()).stderr_has("have nobody").run().stdout;
    assert!(said.contains("Changed since it was published:"), "{said}");
    planned("--replan-from 2027-03-29 --ill Ana").code(2).stderr_has("2027-02-01..2027-02-14").run();
    planned("--replan-from 2027-03-29 --ill Cai:2027-03-30..2027-04-02").code(2).stderr_has("Cai").run();
    rota("--replan-from 2027-03-29").code(2).stderr_has("--published").run();
}

#[test]
fn duties_are_swapped_and_burdens_carried() {
    let first = rota("--json").json()["shifts"][0].clone();
    let holder = first["tiers"][0].as_str().expect("a name").to_owned();
    let start = first["start"].as_str().expect("a start").replace(":00Z", "Z");
    let said = rota(&format!("--swap {start}/1")).run().stdout;
    let first = format!("Primary, Mon 22 Mar, 08:00 – 20:00: {holder}\n");
    assert!(said.starts_with(&first) && said.ends_with("\nNo duty can be exchanged for it.\n"), "{said}");
    let restless = TWO.replace("rest: \"11h\"", "rest: \"0h\"");
    let said = Test::team(&restless).verb("rota").args(&format!("--swap {start}/1")).run().stdout;
    assert!(said.contains("\nIn exchange for a duty of theirs:\n"), "{said}");
    rota("--swap 2027-03-22T09:00Z/1").code(2).stderr_has("the nearest starts 2027-03-22T08:00:00Z").run();
    rota("--swap soon").code(2).stderr_has("2027-02-01T10:00Z/1").run();
    let carried = rota("--carry").run().stdout;
    let members = rota("--json").json();
    for member in members["members"].as_array().expect("members") {
        let sum = member["burden"].as_f64().unwrap_or(0.0) + member["carried"].as_f64().unwrap_or(0.0);
        assert!(carried.contains(&format!("{}: {sum:?}", member["name"])), "{carried}");
    }
}

/// In Lisbon the clocks change at 01:00 UTC of 28 March: one shift ends at that instant, and one runs over it.
#[test]
fn the_end_of_a_shift_is_told_by_the_clock_of_then() {
    let told = |times: &str, format: &str| {
        let team = TWO.replace("(name: \"Bo\", city: \"New York\"", "(name: \"Bo\", city: \"Lisbon\"");
        let team = team.replace("Daily(at: [\"08:00\", \"20:00\"])", &format!("Daily(at: {times})"));
        Test::team(
            &team.replace("anchor: \"Europe/Lisbon\",\n            start", "anchor: \"UTC\",\n            start"),
        )
        .verb("rota")
        .args(format)
        .run()
        .stdout
    };
    let row = |text: &str, start: &str| -> Vec<String> {
        let row = text
            .lines()
            .find(|line| line.contains(&format!(",1,{start},")))
            .unwrap_or_else(|| panic!("{start}: {text}"));
        row.split(',').skip(5).take(2).map(str::to_owned).collect()
    };
    let ends = told("[\"01:00\", \"13:00\"]", "--format csv");
    assert_eq!(row(&ends, "2027-03-27T13:00:00Z"), ["2027-03-27T13:00:00+00:00", "2027-03-28T02:00:00+01:00"]);
    assert_eq!(row(&ends, "2027-03-28T01:00:00Z"), ["2027-03-28T02:00:00+01:00", "2027-03-28T14:00:00+01:00"]);
    let runs = told("[\"00:00\", \"12:00\"]", "--format csv");
    assert_eq!(row(&runs, "2027-03-28T00:00:00Z"), ["2027-03-28T00:00:00+00:00", "2027-03-28T13:00:00+01:00"]);
    let calendar = told("[\"00:00\", \"12:00\"]", "--format ics").replace("\r\n ", "");
    let said = "Sun 28 Mar 2027 00:00 to Sun 28 Mar 2027 13:00 (+00:00\\, then +01:00)";
    assert_eq!(calendar.matches(said).count(), 1, "{calendar}");
}
