//! The coast lines of the world (Natural Earth 1:110m).

use std::sync::LazyLock;

use super::asset;

/// A place on the globe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Degrees east of Greenwich, from -180 to 180.
    pub longitude: f32,
    /// Degrees north of the equator, from -90 to 90.
    pub latitude: f32,
}

/// A coast, closed: its last point is its first. One that crosses the 180th meridian goes on beyond 180 or -180 degrees.
pub type Ring = Vec<Spot>;

/// The land of the world. A ring inside another is a sea.
pub fn coasts() -> &'static [Ring] {
    static COASTS: LazyLock<Vec<Ring>> = LazyLock::new(|| {
        let text = include_str!("../../assets/coast.tsv");
        asset::lines(text).map(|line| unwrapped(line.split(' ').map(spot).collect())).collect()
    });
    &COASTS
}

/// A coast without leaps from one edge of the world to the other, as near to Greenwich as it can be.
fn unwrapped(mut ring: Ring) -> Ring {
    let mut turns = 0.0;
    for place in 1..ring.len() {
        let step = ring[place].longitude + turns - ring[place - 1].longitude;
        if step.abs() > 180.0 {
            turns -= 360.0 * step.signum();
        }
        ring[place].longitude += turns;
    }
    let mean = ring.iter().map(|spot| spot.longitude).sum::<f32>() / ring.len().max(1) as f32;
    let back = 360.0 * (mean / 360.0).round();
    for spot in &mut ring {
        spot.longitude -= back;
    }
    ring
}

/// Longitude and latitude in tenths of a degree.
fn spot(written: &str) -> Spot {
    let tenths = |text: &str| text.parse::<i16>().expect("an embedded coast is whole tenths of a degree");
    let (longitude, latitude) = written.split_once(',').expect("an embedded coast has two numbers a point");
    Spot { longitude: f32::from(tenths(longitude)) / 10.0, latitude: f32::from(tenths(latitude)) / 10.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::cities;

    /// Whether a spot lies on land, by the rule of crossings over all rings.
    fn is_land(at: Spot) -> bool {
        let crosses = |ring: &Ring| {
            ring.windows(2)
                .filter(|ends| {
                    let (a, b) = (ends[0], ends[1]);
                    (a.latitude > at.latitude) != (b.latitude > at.latitude)
                        && at.longitude
                            < a.longitude
                                + (at.latitude - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude)
                })
                .count()
        };
        coasts().iter().map(crosses).sum::<usize>() % 2 == 1
    }

    #[test]
    fn rings_are_closed_and_on_the_globe() {
        assert!(coasts().len() > 100);
        for ring in coasts() {
            let ends = ring.first().zip(ring.last()).expect("points");
            // Antarctica goes around the pole.
            let is_closed = ends.0 == ends.1 || ends.0.latitude < -60.0;
            assert!(ring.len() > 3 && is_closed, "{ends:?}");
            assert!(ring.iter().all(|spot| spot.longitude.abs() <= 360.0 && spot.latitude.abs() <= 90.0));
            assert!(ring.windows(2).all(|ends| (ends[0].longitude - ends[1].longitude).abs() <= 180.0), "no leaps");
        }
    }

    #[test]
    fn inland_cities_are_on_land_and_the_oceans_are_not() {
        for name in ["Madrid", "Moscow", "Denver, Colorado, US", "Nairobi", "Brasília", "Alice Springs", "Urumqi"] {
            let city = cities().find(name).expect("a city");
            let at = Spot { longitude: city.longitude as f32, latitude: city.latitude as f32 };
            assert!(is_land(at), "{name}");
        }
        for (longitude, latitude) in [(-30.0, 30.0), (-150.0, 0.0), (80.0, -30.0), (51.0, 42.0)] {
            assert!(!is_land(Spot { longitude, latitude }), "{longitude} {latitude}");
        }
    }
}
