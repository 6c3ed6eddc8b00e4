//! Where the sun stands, for the line between day and night on a map.

use super::Spot;
use crate::time::Instant;

/// 2000-01-01 12:00 UTC, in minutes since 1970.
const J2000: i32 = 15_778_800;

/// The spot over which the sun stands at an instant, to about a hundredth of a degree (The Astronomical Almanac, "Low-precision formulas
/// for the Sun").
pub fn subsolar(at: Instant) -> Spot {
    let days = f64::from(at.epoch_minutes() - J2000) / 1440.0;
    let anomaly = (357.528 + 0.985_600_3 * days).to_radians();
    let longitude = (280.460 + 0.985_647_4 * days + 1.915 * anomaly.sin() + 0.020 * (2.0 * anomaly).sin()).to_radians();
    let tilt = (23.439 - 0.000_000_4 * days).to_radians();
    let declination = (tilt.sin() * longitude.sin()).asin();
    let ascension = (tilt.cos() * longitude.sin()).atan2(longitude.cos());
    // Greenwich mean sidereal time, in hours.
    let sidereal = 18.697_374_558 + 24.065_709_824_419_08 * days;
    let east = (ascension.to_degrees() - 15.0 * sidereal + 180.0).rem_euclid(360.0) - 180.0;
    Spot { longitude: east as f32, latitude: declination.to_degrees() as f32 }
}

/// The latitude of the line between day and night at a longitude, while the sun stands over `sun`: on the side of the sun's latitude it
/// is day.
pub fn dusk(sun: Spot, longitude: f32) -> f32 {
    // At the equinox the line runs from pole to pole; a little beside it there is a latitude for each longitude.
    let declination = if sun.latitude.abs() < 0.05 { 0.05_f32.copysign(sun.latitude) } else { sun.latitude };
    let hour = (longitude - sun.longitude).to_radians();
    (-hour.cos() / declination.to_radians().tan()).atan().to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Spot {
        subsolar(Instant::from_utc(text.parse().expect("a time")))
    }

    /// Equinoxes and solstices of 2027, and the equation of time, as almanacs have them.
    #[test]
    fn the_sun_stands_where_almanacs_say() {
        for (time, latitude) in [
            ("2027-03-20T20:25:00", 0.0),
            ("2027-06-21T14:11:00", 23.44),
            ("2027-09-23T06:02:00", 0.0),
            ("2027-12-22T02:42:00", -23.44),
        ] {
            assert!((at(time).latitude - latitude).abs() < 0.02, "{time}: {:?}", at(time));
        }
        // The sun crosses Greenwich 14 min 13 s late on 11 February and 16 min 26 s early on 3 November.
        for (time, minutes) in [("2027-02-11T12:00:00", 14.2), ("2027-11-03T12:00:00", -16.43)] {
            assert!((at(time).longitude - minutes / 4.0).abs() < 0.03, "{time}: {:?}", at(time));
        }
        assert!((at("2027-02-11T18:00:00").longitude - (3.55 - 90.0)).abs() < 0.1);
    }

    #[test]
    fn dusk_is_a_quarter_turn_from_the_sun() {
        for time in ["2027-01-10T03:00:00", "2027-06-21T14:11:00", "2027-03-20T20:25:00"] {
            let sun = at(time);
            for longitude in [-150.0_f32, -20.0, 75.0] {
                let dusk = dusk(sun, longitude).to_radians();
                let (own, hour) = (sun.latitude.to_radians(), (longitude - sun.longitude).to_radians());
                let height = own.sin() * dusk.sin() + own.cos() * dusk.cos() * hour.cos();
                assert!(height.abs() < 0.002, "{time} at {longitude}: {height}");
            }
        }
    }
}
