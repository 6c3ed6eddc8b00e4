//! Burdens, exact and for showing.

use std::fmt;
use std::ops::{Add, AddAssign, Mul, Sub};

/// A burden, exact: minutes times the rate (points an hour) that they cost. 60 rate-minutes are one point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RateMinutes(pub i64);

impl RateMinutes {
    /// No burden.
    pub const ZERO: Self = Self(0);

    /// The burden of `points`, rounded to the nearest rate-minute.
    pub fn from_points(points: f64) -> Self {
        Self((points * 60.0).round() as i64)
    }

    /// The same for showing.
    pub fn points(self) -> Points {
        Points(self.0 as f64 / 60.0)
    }
}

impl Add for RateMinutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for RateMinutes {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for RateMinutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i64> for RateMinutes {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0 * factor)
    }
}

impl std::iter::Sum for RateMinutes {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Self(iter.map(|burden| burden.0).sum())
    }
}

/// A burden for showing, in points; an hour at rate 1 is one point.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Points(pub f64);

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() / 10.0;
        if tenths.fract() == 0.0 { write!(f, "{tenths:.0}") } else { write!(f, "{tenths:.1}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_rate_minutes_are_a_point() {
        for (rate_minutes, points) in [(0, "0"), (60, "1"), (90, "1.5"), (63, "1.1"), (-60, "-1"), (6_000, "100")] {
            assert_eq!(RateMinutes(rate_minutes).points().to_string(), points, "{rate_minutes}");
        }
        assert_eq!(RateMinutes::from_points(1.5), RateMinutes(90));
        assert_eq!([RateMinutes(5), RateMinutes(7)].into_iter().sum::<RateMinutes>(), RateMinutes(12));
        assert_eq!(RateMinutes(7) * 3 - RateMinutes(1), RateMinutes(20));
    }
}
