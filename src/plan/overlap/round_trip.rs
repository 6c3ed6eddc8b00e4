//! How long it takes from a question to the reading of its answer (SPEC section 4).

use super::response::REACH;
use crate::availability::{Alike, Almanac, Basis};
use crate::team::{Member, MemberId};
use crate::time::{Instant, Minutes, Span, Spans};

/// How long it takes from a question to the reading of its answer: asked at a minute that is uniform over the asker's preferred time,
/// answered at the answerer's next preferred minute plus the work, read at the asker's next preferred minute after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundTrip {
    /// Who asks.
    pub from: MemberId,
    /// Who answers.
    pub to: MemberId,
    /// The mean, rounded to a minute; nothing when one of them has no hours.
    pub mean: Option<Minutes>,
    /// The longest, and the first time of asking that takes so long; nothing when one of them has no hours.
    pub longest: Option<(Minutes, Instant)>,
}

/// When a question is seen and its answer read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    /// When the answerer has it before them.
    pub seen: Instant,
    /// When the asker reads the answer.
    pub read: Instant,
}

/// What becomes of a question that is asked at `at`, between members whose preferred times these are; nothing when it is never
/// answered or read in them.
pub fn reply(at: Instant, asker: &Spans, answerer: &Spans, work: Minutes) -> Option<Reply> {
    let seen = answerer.next_at_or_after(at)?;
    let read = asker.next_at_or_after(seen + work)?;
    Some(Reply { seen, read })
}

/// The round trips of some members, those who are alike once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundTrips {
    alike: Alike,
    members: usize,
    /// By sort that asks and sort that answers.
    trips: Vec<Vec<TripFigures>>,
}

/// The mean, and the longest with when it is asked.
type TripFigures = (Option<Minutes>, Option<(Minutes, Instant)>);

/// The round trip of every ordered pair of `members` over `horizon`, on pattern availability; `work` is what an answer takes.
///
/// # Example
///
/// ```
/// use sunwise::plan::overlap::round_trips;
/// use sunwise::team::{Member, MemberId, Place};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |hours| Member::new(hours, Place::zone(Zone::UTC), Hours::parse(hours).unwrap());
/// let (early, late) = (member("Mo-Fr 08:00-12:00"), member("Mo-Fr 14:00-18:00"));
/// let start = Instant::midnight("2027-01-04".parse().unwrap());
/// let week = Span { start, end: start + Minutes::WEEK };
/// let trips = round_trips(&[&early, &late], week, Minutes(30));
/// let trip = trips.trip(MemberId::new(0), MemberId::new(1));
/// assert_eq!(trip.longest.unwrap().0, Minutes::hours(72), "asked on Friday at 8, read on Monday at 8");
/// ```
///
/// Who has no hours never answers:
///
/// ```
/// # use sunwise::plan::overlap::round_trips;
/// # use sunwise::team::{Member, MemberId, Place};
/// # use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// # let member = |hours| Member::new(hours, Place::zone(Zone::UTC), Hours::parse(hours).unwrap());
/// # let start = Instant::midnight("2027-01-04".parse().unwrap());
/// # let week = Span { start, end: start + Minutes::WEEK };
/// let trips = round_trips(&[&member("Mo-Fr 08:00-12:00"), &member("off")], week, Minutes(30));
/// assert_eq!(trips.trip(MemberId::new(0), MemberId::new(1)).mean, None);
/// ```
pub fn round_trips(members: &[&Member], horizon: Span, work: Minutes) -> RoundTrips {
    let reach = Span { start: horizon.start, end: horizon.end + REACH + work + REACH };
    let alike = Alike::by_pattern(members);
    let mut almanac = Almanac::new(reach);
    let first = |sort| members[alike.first(sort).index()];
    let preferred: Vec<Spans> = alike.sorts().map(|sort| almanac.present(first(sort), Basis::Pattern, false)).collect();
    let asked: Vec<Spans> = preferred.iter().map(|spans| spans.clip(horizon)).collect();
    let trip = |from: usize, to: usize| -> TripFigures {
        let minutes = asked[from].minutes().0;
        let trip = Trip { asked: &asked[from], asker: &preferred[from], answerer: &preferred[to], work };
        let sum = trip.sum().filter(|_| minutes > 0);
        (sum.map(|sum| Minutes::ratio(sum.waited, minutes)), sum.and_then(|sum| sum.longest))
    };
    let sorts = 0..preferred.len();
    let trips = sorts.clone().map(|from| sorts.clone().map(|to| trip(from, to)).collect()).collect();
    RoundTrips { alike, members: members.len(), trips }
}

impl RoundTrips {
    /// The round trip of a question of `from` to `to`.
    pub fn trip(&self, from: MemberId, to: MemberId) -> RoundTrip {
        let (mean, longest) = self.trips[self.alike.sort_of(from).index()][self.alike.sort_of(to).index()];
        RoundTrip { from, to, mean, longest }
    }

    /// Of every ordered pair, in the members' order.
    pub fn all(&self) -> impl Iterator<Item = RoundTrip> {
        let members = MemberId::all(self.members);
        let ordered = members.clone().flat_map(move |from| members.clone().map(move |to| (from, to)));
        ordered.filter(|(from, to)| from != to).map(|(from, to)| self.trip(from, to))
    }
}

/// A question and its answer, whenever it is asked.
struct Trip<'a> {
    asked: &'a Spans,
    asker: &'a Spans,
    answerer: &'a Spans,
    work: Minutes,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    /// Over all minutes of asking.
    waited: i64,
    longest: Option<(Minutes, Instant)>,
}

impl Trip<'_> {
    /// The sum over all minutes of asking; nothing when a question is never answered or read.
    fn sum(&self) -> Option<Sum> {
        let mut sum = Sum::default();
        let (mut answers, mut reads) = (Ahead::of(self.answerer), Ahead::of(self.asker));
        for span in self.asked {
            let mut at = span.start;
            while at < span.end {
                let answer = answers.until_after(at)?;
                let seen = answer.start.max(at);
                let read = reads.until_after(seen + self.work)?;
                let wait = read.start.max(seen + self.work) - at;
                // Seen at once and read at once, every minute takes as long; else all wait for the same instant.
                let (until, is_steady) = match (seen == at, read.start <= seen + self.work) {
                    (true, true) => (answer.end.min(read.end - self.work), true),
                    (true, false) => (answer.end.min(read.start - self.work), false),
                    (false, _) => (answer.start, false),
                };
                let until = until.min(span.end);
                sum.add(at, (until - at).0, wait, is_steady);
                at = until;
            }
        }
        Some(sum)
    }
}

impl Sum {
    /// `count` minutes from `at` on, of which the first waits `wait` and each other a minute less, or as long if `is_steady`.
    fn add(&mut self, at: Instant, count: i64, wait: Minutes, is_steady: bool) {
        let less = if is_steady { 0 } else { count * (count - 1) / 2 };
        self.waited += wait.0 * count - less;
        if self.longest.is_none_or(|(longest, _)| wait > longest) {
            self.longest = Some((wait, at));
        }
    }
}

/// Spans that are looked through once, as instants go on.
struct Ahead<'a> {
    spans: &'a [Span],
    next: usize,
}

impl<'a> Ahead<'a> {
    fn of(spans: &'a Spans) -> Self {
        Self { spans: spans.as_slice(), next: 0 }
    }

    /// The span that holds `at`, or else the next.
    fn until_after(&mut self, at: Instant) -> Option<Span> {
        self.next += self.spans[self.next..].iter().take_while(|span| span.end <= at).count();
        self.spans.get(self.next).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::availability::Availability;
    use crate::team::Place;
    use crate::time::{Hours, Zone};
    use chrono::NaiveDate;

    fn member(zone: &str, hours: &str) -> Member {
        let zone = Zone::named(zone).expect("a zone");
        Member::new(zone.name(), Place::zone(zone), Hours::parse(hours).expect("hours"))
    }

    fn january() -> Span {
        let day = |d| Instant::midnight(NaiveDate::from_ymd_opt(2027, 1, d).expect("a date"));
        Span { start: day(4), end: day(25) }
    }

    #[test]
    fn san_francisco_asks_bengaluru() {
        let (sf, india) =
            (member("America/Los_Angeles", "Mo-Fr 09:00-17:00"), member("Asia/Kolkata", "Mo-Fr 09:00-17:00"));
        let over = Span { end: january().end + REACH, ..january() };
        let preferred = |member| Availability::pattern(member, over).preferred().clone();
        let (asker, answerer) = (preferred(&sf), preferred(&india));
        for (day, seen, read) in [(13, "3h", "16h30m"), (15, "51h", "64h30m")] {
            let local = NaiveDate::from_ymd_opt(2027, 1, day).and_then(|date| date.and_hms_opt(16, 30, 0));
            let at = sf.home.zone.instant(local.expect("a time"));
            let found = reply(at, &asker, &answerer, Minutes(30)).expect("an answer");
            assert_eq!(((found.seen - at).to_string(), (found.read - at).to_string()), (seen.into(), read.into()));
        }
        let trips = round_trips(&[&sf, &india], january(), Minutes(30));
        let (longest, at) = trips.all().next().and_then(|trip| trip.longest).expect("an answer");
        assert_eq!(longest, Minutes::hours(72), "asked on Friday at 9, read on Monday at 9");
        assert_eq!(sf.home.zone.local(at).to_string(), "2027-01-08 09:00:00");
    }

    #[test]
    fn round_trips_are_the_mean_over_all_minutes() {
        let members = [
            member("America/Los_Angeles", "Mo-Fr 09:00-17:00"),
            member("Asia/Kathmandu", "Mo-Fr 09:00-12:00,13:00-17:30"),
            member("Europe/Lisbon", "Mo-Th 22:00-06:00"),
            member("Europe/Paris", "Mo-Su 00:00-24:00"),
            member("Europe/Berlin", "Mo-Fr 08:10-16:20"),
        ];
        let members: Vec<&Member> = members.iter().collect();
        for work in [0, 30, 95, 3000] {
            let work = Minutes(work);
            let reach = Span { end: january().end + Minutes(60 * 1440), ..january() };
            let preferred: Vec<Spans> =
                members.iter().map(|member| Availability::pattern(member, reach).preferred().clone()).collect();
            for trip in round_trips(&members, january(), work).all() {
                let (mut sum, mut minutes, mut longest) = (0, 0, None);
                for minute in 0..january().minutes().0 {
                    let at = january().start + Minutes(minute);
                    if preferred[trip.from].contains(at) {
                        let found = reply(at, &preferred[trip.from], &preferred[trip.to], work).expect("an answer");
                        let wait = found.read - at;
                        (sum, minutes) = (sum + wait.0, minutes + 1);
                        if longest.is_none_or(|(known, _)| wait > known) {
                            longest = Some((wait, at));
                        }
                    }
                }
                assert_eq!((trip.mean, trip.longest), (Some(Minutes::ratio(sum, minutes)), longest), "{trip:?} {work}");
            }
        }
    }

    #[test]
    fn without_hours_there_is_no_answer() {
        let trips =
            round_trips(&[&member("UTC", "Mo-Fr 09:00-17:00"), &member("Asia/Tokyo", "off")], january(), Minutes(30));
        assert_eq!(trips.all().map(|trip| (trip.mean, trip.longest)).collect::<Vec<_>>(), [(None, None); 2]);
    }
}
