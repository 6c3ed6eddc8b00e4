//! `sunwise hire`.

use serde_json::json;

use crate::support::{Test, has_keys};

const ONE: &str = r#"Team(
    version: 1,
    name: "One",
    members: [(name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00")],
)
"#;

#[test]
fn places_for_machines() {
    let hire = || Test::team(ONE).verb("hire").arg("--hours").arg("Mo-Fr 09:00-17:00").args("--from 2027-01-04 --json");
    let found = hire().args("--goal overlap").json();
    let places = found["places"].as_array().expect("a list");
    let wanted = [
        "zone",
        "zones",
        "cities",
        "hours",
        "overlap_mean",
        "overlap_worst",
        "coverage_gain",
        "score",
        "fails",
        "members",
    ];
    assert!(has_keys(&places[0], &wanted), "{}", places[0]);
    assert_eq!((&places[0]["overlap_mean"], &places[0]["coverage_gain"]), (&json!(2400), &json!(0)));
    assert_eq!(places[0]["members"][0]["name"], "Ana");
    let zones: Vec<&str> =
        places.iter().flat_map(|place| place["zones"].as_array().expect("a list")).filter_map(|z| z.as_str()).collect();
    assert!(places[0]["zones"].as_array().expect("a list").contains(&json!("Europe/Lisbon")), "{}", places[0]);
    assert!(zones.len() > 300, "every zone with a city is in a line: {}", zones.len());
    assert!(found["advert"].as_str().is_some_and(|advert| advert.starts_with("Anywhere ")), "{}", found["advert"]);
    assert_eq!(hire().args("--top 3").json()["places"].as_array().map(Vec::len), Some(3));
}

#[test]
fn what_cannot_be_asked() {
    let hire = || Test::team(ONE).verb("hire").code(2);
    hire().arg("Nobody").stderr_has("Nobody").run();
    hire().arg("--hours").arg("9-5").stderr_has("--hours").run();
    hire().args("--hours off --goal money").stderr_has("money").run();
}

const OPENING: &str = r#"Team(
    version: 1,
    name: "Two",
    members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"),
        (name: "Amir", city: "Cairo", hours: "Su-Th 09:00-17:00"),
    ],
    meetings: [(name: "Sync", minutes: 30, every: Week)],
    openings: [(
        name: "Engineer",
        countries: ["PT", "CO"],
        people: 2,
        fades_with_distance: true,
        candidates: [(name: "Luz", city: "Bogotá", hours: "Mo-Fr 08:00-16:00")],
    )],
)
"#;

#[test]
fn sets_candidates_and_reasons_for_machines() {
    let found = Test::team(OPENING).verb("hire").args("--from 2027-01-04 --json --top 2").json();
    assert_eq!(found["set"]["seats"].as_array().map(Vec::len), Some(2), "{}", found["set"]);
    assert_eq!(found["set"]["exact"], true);
    assert_eq!(found["candidates"][0]["name"], "Luz");
    let place = &found["places"][0];
    assert!(place["contact_mean"].as_i64() < place["members"][0]["overlap_mean"].as_i64(), "{place}");
    assert!(place["why"].as_array().is_some_and(|why| why.len() > 2), "{place}");
    assert!(place["chain_minutes_per_day_gain"].is_i64(), "{place}");
    assert_eq!(place["holidays"]["country"], "PT");
    assert!(found["advert_band"][0]["least_offset_minutes"].is_i64(), "{}", found["advert_band"]);
}

#[test]
fn an_interview_sheet_is_written() {
    let sheet = || Test::team(OPENING).verb("hire").args("Engineer --from 2027-01-04 --sheet");
    let text = sheet().arg("Luz").run().stdout;
    assert!(text.starts_with("# Engineer: Luz\n") && text.contains("| Amir | Su-Th 02:00-10:00 |"), "{text}");
    let done = sheet().args("Luz -o luz.md").run();
    assert_eq!((done.stdout.as_str(), done.read("luz.md")), ("", text));
    sheet().arg("Max").code(2).stderr_has("Max").run();
}

#[test]
fn scenarios_stand_side_by_side() {
    let scenarios = || {
        Test::team(OPENING)
            .verb("scenarios")
            .args("--from 2027-01-04 --with Bogotá --without Amir --clocks us-permanent-summer")
    };
    let found = scenarios().arg("--json").json();
    let all = found["scenarios"].as_array().expect("a list");
    let names: Vec<&str> = all.iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names[0], "As it is");
    assert!(names[1].starts_with("Somebody joins in Bogotá") && names[2] == "Amir leaves", "{names:?}");
    assert_eq!(names[3], "Permanent summer time in the US from 4 January 2027");
    assert_eq!((&all[2]["overlap_worst"], &all[2]["chain_covered_minutes_per_day"]), (&json!(2400), &json!(480)));
    assert_eq!(all[0]["overlap_mean"], all[3]["overlap_mean"], "nobody is in the US");
    assert!(all[1]["coverage_mean"].as_i64() > all[0]["coverage_mean"].as_i64());
    assert_eq!(all[0]["rota"], json!(null));
    assert!(scenarios().run().stdout.contains("Slowest answer"));
    Test::team(OPENING).verb("scenarios").arg("--with").arg("Lisbonn").code(2).stderr_has("Lisbon").run();
}
