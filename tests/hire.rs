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
