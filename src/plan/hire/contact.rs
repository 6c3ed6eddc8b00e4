//! How contact fades with the distance of the clocks.

use crate::time::{Minutes, Offset};

use super::place::Figures;
use super::seat::SeatSeason;

/// What is left of synchronous contact for every hour by which two clocks are apart.
///
/// One hour more between colleagues lowers their synchronous communication by 11 %: Chauvin, Choudhury and Fang, "Working Around the
/// Clock: Temporal Distance, Intrafirm Communication, and Time Shifting of the Employee Workday", Organization Science
/// (doi 10.1287/orsc.2023.17558), who watched 12,038 employees through changes of clocks.
const LEFT_AN_HOUR: f64 = 1.0 - 0.11;

/// How contact with each member fades with the distance of the clocks.
pub(super) struct Contact {
    /// The members' offsets in each different season.
    offsets: Vec<Vec<Offset>>,
}

impl Contact {
    pub fn new(offsets: Vec<Vec<Offset>>) -> Self {
        Self { offsets }
    }

    /// Minutes a week shared with a mean member, each member's counted less by the distance of the clocks, season by season.
    pub fn with(&self, figures: &Figures, seasons: &[SeatSeason]) -> Minutes {
        let over: i64 = seasons.iter().map(|season| season.length().0).sum();
        let left = |member: usize| -> f64 {
            let in_season = |season: &SeatSeason| {
                let apart = hours_apart(season.offset(), self.offsets[season.season.set.index()][member]);
                LEFT_AN_HOUR.powf(apart) * season.length().0 as f64
            };
            seasons.iter().map(in_season).sum::<f64>() / over.max(1) as f64
        };
        let contact = figures.members.iter().enumerate().map(|(member, shared)| shared.mean.0 as f64 * left(member));
        Minutes((contact.sum::<f64>() / figures.members.len().max(1) as f64).round() as i64)
    }
}

/// Between two clocks, the shorter way around the day.
fn hours_apart(a: Offset, b: Offset) -> f64 {
    let apart = i32::from(a.0) - i32::from(b.0);
    f64::from(apart.rem_euclid(1440).min((-apart).rem_euclid(1440))) / 60.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_apart_by_the_shorter_way() {
        for (a, b, hours) in [(0, 0, 0.0), (-300, 60, 6.0), (840, -660, 1.0), (345, 0, 5.75)] {
            assert!((hours_apart(Offset(a), Offset(b)) - hours).abs() < 1e-9, "{a} and {b}");
        }
    }
}
