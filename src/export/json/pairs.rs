//! Pairs as JSON: rows are written as they are made, so that a team of thousands takes no more memory than one of ten.

use serde::{Serialize, Serializer};

use super::rows::Rows;
use super::what_if::WeekRow;
use crate::plan::overlap::{Losses, Pair, Pairs, Response, RoundTrip, RoundTrips};
use crate::team::MemberId;
use crate::time::{Minutes, Span};

/// What each pair of a team shares, to be written as JSON.
#[derive(Clone, Debug)]
pub struct PairsDocument {
    /// What the team is called.
    pub team: String,
    /// The time that was looked at.
    pub horizon: Span,
    /// What a workday of a pair should have.
    pub target: Minutes,
    /// What every pair shares, and how long they wait for each other.
    pub pairs: Pairs,
    /// What an answer takes in round trips.
    pub work: Minutes,
    /// Round trips of every ordered pair.
    pub trips: RoundTrips,
    /// What hangs on each member.
    pub losses: Losses,
}

impl Serialize for PairsDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { team, horizon, target, pairs, work, trips, losses } = self;
        let names = Names(&pairs.members);
        let document = Document {
            team,
            from: horizon.start.to_string(),
            to: horizon.end.to_string(),
            target_minutes_per_day: target.0,
            pairs: Rows(|| pairs.all().map(|pair| names.pair(pair))),
            response: Rows(|| pairs.responses().map(|response| names.response(response))),
            bridges: pairs.bridges.iter().map(|&member| names.of(member)).collect(),
            work_minutes: work.0,
            round_trip: Rows(|| trips.all().map(|trip| names.trip(trip))),
            lost: Rows(|| MemberId::all(pairs.members.len()).map(|member| names.lost(member, losses))),
        };
        document.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Document<'a, P: Serialize, R: Serialize, T: Serialize, L: Serialize> {
    team: &'a str,
    from: String,
    to: String,
    target_minutes_per_day: i64,
    pairs: P,
    response: R,
    bridges: Vec<&'a str>,
    work_minutes: i64,
    round_trip: T,
    lost: L,
}

#[derive(Serialize)]
struct PairRow<'a> {
    a: &'a str,
    b: &'a str,
    minutes_per_week_mean: i64,
    minutes_per_week_worst: i64,
    under_target: bool,
}

#[derive(Serialize)]
struct ResponseRow<'a> {
    from: &'a str,
    to: &'a str,
    mean_minutes: Option<i64>,
    max_minutes: Option<i64>,
}

#[derive(Serialize)]
struct TripRow<'a> {
    from: &'a str,
    to: &'a str,
    mean_minutes: Option<i64>,
    max_minutes: Option<i64>,
    max_asked_at: Option<String>,
}

/// What is lost with a member, and what the others win.
#[derive(Serialize)]
struct LostRow<'a> {
    member: &'a str,
    together_gained_per_week: Option<WeekRow>,
    coverage_lost_per_week: WeekRow,
    pairs_at_target_lost: usize,
    parted: Vec<Vec<&'a str>>,
}

#[derive(Clone, Copy)]
struct Names<'a>(&'a [String]);

impl<'a> Names<'a> {
    fn of(self, member: MemberId) -> &'a str {
        &self.0[member]
    }

    fn pair(self, pair: Pair) -> PairRow<'a> {
        PairRow {
            a: self.of(pair.a),
            b: self.of(pair.b),
            minutes_per_week_mean: pair.week.mean.0,
            minutes_per_week_worst: pair.week.worst.0,
            under_target: pair.is_under_target,
        }
    }

    fn response(self, response: Response) -> ResponseRow<'a> {
        ResponseRow {
            from: self.of(response.from),
            to: self.of(response.to),
            mean_minutes: response.mean.map(|minutes| minutes.0),
            max_minutes: response.longest.map(|minutes| minutes.0),
        }
    }

    fn trip(self, trip: RoundTrip) -> TripRow<'a> {
        TripRow {
            from: self.of(trip.from),
            to: self.of(trip.to),
            mean_minutes: trip.mean.map(|minutes| minutes.0),
            max_minutes: trip.longest.map(|(longest, _)| longest.0),
            max_asked_at: trip.longest.map(|(_, at)| at.to_string()),
        }
    }

    fn lost(self, member: MemberId, losses: &Losses) -> LostRow<'a> {
        let without = &losses.without[member];
        let names = |group: &Vec<MemberId>| group.iter().map(|&other| self.of(other)).collect();
        LostRow {
            member: self.of(member),
            together_gained_per_week: losses.gain(member).map(Into::into),
            coverage_lost_per_week: losses.uncovered(member).into(),
            pairs_at_target_lost: without.ties,
            parted: without.parted.iter().map(names).collect(),
        }
    }
}
