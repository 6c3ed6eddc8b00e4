//! The quality score that Grafana `OnCall` gives a schedule, for comparison, and what it does not look at.
//!
//! Its rules are those of `OnCallSchedule.quality_report` (Grafana `OnCall`, archived in 2026), with one difference: it looks at 52
//! weeks, and here the window is the rota's own horizon, so that a rota of a quarter is not called three quarters empty.

use super::plan::RotaPlan;
use crate::team::MemberId;
use crate::time::Minutes;

/// The score of one tier, which is a schedule there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The tier, 0 for the primary.
    pub tier: usize,
    /// From 0 to 100: the mean of the other two.
    pub total: u32,
    /// How much of the time somebody is on call, in percent.
    pub covered: u32,
    /// How alike the times of those are who have any, in percent; from 95 on it counts as 100.
    pub balance: u32,
    /// Eligible members whom it does not see, for they hold nothing.
    pub unseen: Vec<MemberId>,
}

impl Score {
    /// What its screen calls the score.
    pub const fn name(&self) -> &'static str {
        match self.total {
            0..20 => "Bad",
            20..40 => "Low",
            40..60 => "Medium",
            60..80 => "Good",
            _ => "Great",
        }
    }
}

/// The scores of all tiers.
pub fn scores(plan: &RotaPlan) -> Vec<Score> {
    (0..plan.problem.tiers()).map(|tier| score(plan, tier)).collect()
}

fn score(plan: &RotaPlan, tier: usize) -> Score {
    let whole: i64 = plan.rows.iter().map(|row| row.span.minutes().0).sum();
    let mut times = vec![0; plan.members.len()];
    for row in &plan.rows {
        if let Some(holder) = row.tiers[tier] {
            times[holder] += row.span.minutes().0;
        }
    }
    let percent = |share: f64| (share * 100.0).round() as u32;
    let covered = percent(times.iter().sum::<i64>() as f64 / whole.max(1) as f64);
    let seen: Vec<i64> = times.iter().copied().filter(|&time| time > 0).collect();
    let balance = match percent(balance(&seen)) {
        95.. => 100,
        less => less,
    };
    let unseen = plan.problem.members().filter(|&member| times[member] == 0).collect();
    let total = if seen.is_empty() { 0 } else { percent(f64::from(covered + balance) / 200.0) };
    Score { tier, total, covered, balance, unseen }
}

/// The mean over all pairs of the shorter time by the longer.
fn balance(times: &[i64]) -> f64 {
    let pairs = times.iter().enumerate().flat_map(|(at, &a)| times[at + 1..].iter().map(move |&b| (a, b)));
    let shares: Vec<f64> = pairs.map(|(a, b)| a.min(b) as f64 / a.max(b) as f64).collect();
    if shares.is_empty() { 1.0 } else { shares.iter().sum::<f64>() / shares.len() as f64 }
}

/// What the shifts of a plan come to, minute by minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// From the first boundary to the last.
    pub horizon: Minutes,
    /// Minutes of the horizon that are in no shift.
    pub lost: Minutes,
    /// Minutes that are in more than one.
    pub doubled: Minutes,
}

/// Whether the shifts cover their horizon exactly, across every change of clocks.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::quality::coverage;
/// use sunwise::plan::rota::{Search, plan};
///
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let mut found = plan(&team, &team.rotas[0], &Search::default(), &mut || false)?;
/// assert_eq!((coverage(&found).horizon.0, coverage(&found).lost.0), (14 * 24 * 60, 0));
///
/// found.rows[1].span.start = found.rows[1].span.start + sunwise::time::Minutes(30);
/// assert_eq!(coverage(&found).lost.0, 30);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn coverage(plan: &RotaPlan) -> Coverage {
    let mut spans: Vec<_> = plan.rows.iter().map(|row| row.span).collect();
    spans.sort_unstable();
    let (mut lost, mut doubled) = (Minutes::ZERO, Minutes::ZERO);
    let Some(first) = spans.first() else { return Coverage { horizon: Minutes::ZERO, lost, doubled } };
    let mut until = first.start;
    for span in &spans {
        if span.start > until {
            lost += span.start - until;
        } else {
            doubled += until.min(span.end) - span.start;
        }
        until = until.max(span.end);
    }
    Coverage { horizon: until - first.start, lost, doubled }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balance_is_the_mean_share_of_pairs() {
        for (times, expected) in [(&[][..], 1.0), (&[7], 1.0), (&[10, 5], 0.5), (&[10, 10, 5], 2.0 / 3.0)] {
            assert!((balance(times) - expected).abs() < 1e-9, "{times:?}");
        }
    }

    #[test]
    fn who_holds_nothing_is_not_seen_and_the_score_is_perfect() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"),
            (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00"),
            (name: "Cai", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
        ], rotas: [(
            name: "R", anchor: "Europe/Lisbon", start: "2027-03-22", weeks: 4, shifts: Weekly(at: "Mo 10:00"), tiers: 1,
        )])"#;
        let team = crate::team::read("t.ron", text.as_bytes()).expect("a team").0;
        let search = crate::plan::rota::Search::default();
        let mut plan = crate::plan::rota::plan(&team, &team.rotas[0], &search, &mut || false).expect("a plan");
        assert_eq!(
            coverage(&plan),
            Coverage { horizon: Minutes::hours(4 * 168 - 1), lost: Minutes::ZERO, doubled: Minutes::ZERO }
        );
        for (number, row) in plan.rows.iter_mut().enumerate() {
            row.tiers = vec![Some(MemberId::new(number % 2))];
        }
        let scores = scores(&plan);
        assert_eq!((scores[0].total, scores[0].covered, scores[0].balance, scores[0].name()), (100, 100, 100, "Great"));
        assert_eq!(scores[0].unseen, [MemberId::new(2)], "who holds nothing");
        plan.rows.remove(1);
        let coverage = coverage(&plan);
        assert_eq!((coverage.lost, coverage.doubled), (Minutes::hours(168), Minutes::ZERO));
    }
}
