//! What was found in the world.

use serde_json::{Value, json};

use super::text::text;
use crate::world::Hit;

/// What a search found, the likeliest first. A zone without any city (`UTC`) has no place.
pub fn cities(hits: &[Hit]) -> String {
    text(&hits.iter().map(|&hit| found(hit)).collect())
}

fn found(hit: Hit) -> Value {
    let kind = match hit {
        Hit::City(_) => "city",
        Hit::Country(..) => "country",
        Hit::Zone(..) => "zone",
        Hit::Abbreviation { .. } => "abbreviation",
    };
    let city = hit.city();
    json!({
        "name": city.map_or(hit.zone().name(), |city| city.name),
        "admin": city.map_or("", |city| city.admin),
        "country": city.map(|city| city.country.code()),
        "zone": hit.zone().name(),
        "latitude": city.map(|city| city.latitude),
        "longitude": city.map(|city| city.longitude),
        "population": city.map(|city| city.population),
        "country_name": city.map(|city| city.country.name()),
        "found": kind,
        "meaning": if matches!(hit, Hit::Abbreviation { .. }) { Value::from(hit.title()) } else { Value::Null },
    })
}
