//! What is found for what is typed.

use std::sync::LazyLock;

use super::*;

static SEARCH: LazyLock<Search> = LazyLock::new(Search::new);

fn titles(text: &str) -> Vec<String> {
    SEARCH.find(text, 10).into_iter().map(Hit::title).collect()
}

fn zones(text: &str) -> Vec<&'static str> {
    SEARCH.find(text, 10).into_iter().map(|hit| hit.zone().name()).collect()
}

#[test]
fn what_people_type_comes_first() {
    let cases = [
        ("Bombay", "Mumbai"),
        ("Saigon", "Ho Chi Minh City"),
        ("München", "Munich"),
        ("Munchen", "Munich"),
        ("Munich", "Munich"),
        ("Medellin", "Medellín"),
        ("NYC", "New York City"),
        ("lisbn", "Lisbon"),
        ("sf", "San Francisco"),
        ("LA", "Los Angeles"),
        ("KL", "Kuala Lumpur"),
        ("DXB", "Dubai"),
        ("東京", "Tokyo"),
        ("Москва", "Moscow"),
        ("Peking", "Beijing"),
        ("Kiev", "Kyiv"),
        ("CDMX", "Mexico City"),
        ("BsAs", "Buenos Aires"),
        ("San Fran", "San Francisco"),
        ("tok", "Tokyo"),
        ("lon", "London"),
        ("new yo", "New York City"),
        ("bangkkok", "Bangkok"),
        ("lsibon", "Lisbon"),
        ("sao paolo", "São Paulo"),
        ("zuerich", "Zürich"),
        ("Constantinople", "Istanbul"),
        ("Eucla", "Eucla"),
        ("troll", "Troll Station"),
        ("frncsco", "San Francisco"),
        ("cape tow", "Cape Town"),
        ("st petersburg", "Saint Petersburg"),
    ];
    let wrong: Vec<_> = cases
        .into_iter()
        .filter_map(|(text, first)| {
            let found = titles(text);
            (found.first().map(String::as_str) != Some(first)).then_some((text, found))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn medellin_is_the_one_in_colombia() {
    let hit = SEARCH.find("Medellin", 5)[0];
    assert_eq!(hit.subtitle(), "Antioquia, Colombia · America/Bogota");
}

#[test]
fn a_place_after_the_name_narrows() {
    let cases = [
        ("san jose cr", "San José, Costa Rica · America/Costa_Rica"),
        ("San Jose, CA", "California, United States · America/Los_Angeles"),
        ("paris texas", "Texas, United States · America/Chicago"),
        ("austin minn", "Minnesota, United States · America/Chicago"),
        ("Barcelona, Venezuela", "Anzoátegui, Venezuela · America/Caracas"),
    ];
    for (text, subtitle) in cases {
        assert_eq!(SEARCH.find(text, 5)[0].subtitle(), subtitle, "{text}");
    }
}

#[test]
fn an_ambiguous_name_offers_the_choices() {
    let found: Vec<&str> =
        SEARCH.find("San José", 10).into_iter().filter_map(Hit::city).map(|city| city.country.code()).collect();
    assert!(found.contains(&"CR") && found.contains(&"US"), "{found:?}");
}

#[test]
fn an_ambiguous_abbreviation_offers_the_choices() {
    assert_eq!(zones("CST")[..3], ["America/Chicago", "Asia/Shanghai", "America/Havana"]);
    assert_eq!(zones("IST")[..3], ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]);
    assert_eq!(zones("bst")[..2], ["Europe/London", "Asia/Dhaka"]);
    assert_eq!(titles("IST")[1], "IST: Israel Standard Time");
    assert_eq!(SEARCH.find("IST", 1)[0].subtitle(), "Mumbai, India · Asia/Kolkata");
    for (text, zone) in [
        ("PT", "America/Los_Angeles"),
        ("EST", "America/New_York"),
        ("CET", "Europe/Berlin"),
        ("AEST", "Australia/Sydney"),
        ("UTC", "UTC"),
    ] {
        assert_eq!(zones(text)[0], zone, "{text}");
    }
}

#[test]
fn a_country_offers_its_cities_by_population() {
    assert_eq!(titles("Portugal")[0], "Lisbon");
    assert_eq!(titles("Nepal")[0], "Kathmandu");
    assert_eq!(titles("USA")[..2], ["New York City", "Los Angeles"]);
    let hits = SEARCH.find("portugal", 6);
    let people: Vec<u32> = hits.iter().filter_map(|hit| Some(hit.city()?.population)).collect();
    assert!(people.len() == 6 && people.is_sorted_by(|a, b| a >= b), "{hits:?}");
}

#[test]
fn zones_are_found_by_name() {
    let cases = [
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        ("europe lis", "Europe/Lisbon"),
        ("america/new_york", "America/New_York"),
        ("US/Pacific", "US/Pacific"),
        ("Australia/Eucla", "Australia/Eucla"),
        ("Etc/GMT+5", "Etc/GMT+5"),
    ];
    for (text, zone) in cases {
        assert_eq!(zones(text).first(), Some(&zone), "{text}");
    }
    assert_eq!(titles("Asia/Kathmandu")[0], "Asia/Kathmandu");
    assert_eq!(SEARCH.find("Asia/Kathmandu", 1)[0].city().map(|city| city.name), Some("Kathmandu"));
}

#[test]
fn the_limit_holds_and_nothing_finds_nothing() {
    for limit in [0, 1, 5, 50] {
        assert!(SEARCH.find("san", limit).len() <= limit);
    }
    for text in ["", "  ", "!?", "qqqqqqqqqq"] {
        assert!(SEARCH.find(text, 10).is_empty(), "{text}");
    }
    let long = "a".repeat(100_000);
    assert!(SEARCH.find(&long, 10).is_empty());
}

#[test]
fn every_beginning_of_a_large_citys_name_finds_something() {
    for city in &cities().all()[..100] {
        for (end, _) in city.name.char_indices().skip(1) {
            assert!(!SEARCH.find(&city.name[..end], 5).is_empty(), "{}", &city.name[..end]);
        }
        let whole = SEARCH.find(city.name, 5);
        assert!(whole.iter().any(|hit| hit.city() == Some(city)), "{}", city.name);
    }
}
