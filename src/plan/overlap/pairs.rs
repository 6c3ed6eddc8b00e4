//! What every two members share, and how long they wait for each other (SPEC section 4).
//!
//! Members who are there at the same times are one group, and what two groups share stands for all of their pairs: a team of thousands
//! has as many figures as it has different hours.

use std::cmp::Reverse;

use super::response::Response;
use super::ties::{Standing, Ties};
use crate::availability::{AWeek, PresenceId, Years};
use crate::team::{Member, MemberId, Policy};
use crate::time::{Minutes, Span};

/// What every pair of some members shares, and how long they wait for each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs {
    /// The members, by name.
    pub members: Vec<String>,
    /// Members without whom two groups that meet the target would share nobody.
    pub bridges: Vec<MemberId>,
    /// A week that meets the target.
    target: Minutes,
    /// Members who are there at the same times, each group in the members' order.
    groups: Vec<Vec<MemberId>>,
    /// By member: the place of their group.
    group_of: Vec<usize>,
    /// By group and group: what one of each share.
    shared: Vec<Vec<AWeek>>,
    /// By group that asks and group that answers: the mean and the longest wait.
    waits: Vec<Vec<Option<(Minutes, Minutes)>>>,
}

/// What two members share in `Preferred` time, on pattern availability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first member, by their order.
    pub a: MemberId,
    /// The second.
    pub b: MemberId,
    /// Shared in a week.
    pub week: AWeek,
    /// Whether a workday of the worst week has less than the target: a fifth of the week counts as a workday.
    pub is_under_target: bool,
}

/// All pairs of a member of one group and a member of another, or of two members of one group: they share the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairsAlike<'a> {
    /// The one group.
    pub a: &'a [MemberId],
    /// The other, or the same.
    pub b: &'a [MemberId],
    /// How many pairs there are.
    pub count: usize,
    /// What each of them shares in a week.
    pub week: AWeek,
    /// Whether they are under the target.
    pub is_under_target: bool,
}

/// Every pair of `members` over `horizon`. A pair is under the target when a workday of its worst week has less: a fifth
/// of the week counts as a workday.
///
/// # Example
///
/// ```
/// use sunwise::plan::overlap::pairs;
/// use sunwise::team::{Member, Place, Policy};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (york, london) = (member("America/New_York"), member("Europe/London"));
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let year = Span { start: day("2027-01-01"), end: day("2028-01-01") };
/// let found = pairs(&[&york, &london], year, &Policy::default());
/// let pair = found.all().next().unwrap();
/// assert_eq!(pair.week.worst, Minutes::hours(15), "three hours a workday, four in some weeks of spring and autumn");
/// assert!(pair.is_under_target, "which is four hours unless said");
/// ```
///
/// One member alone has no pairs:
///
/// ```
/// # use sunwise::plan::overlap::pairs;
/// # use sunwise::team::{Member, Place, Policy};
/// # use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
/// # let start = Instant::midnight("2027-01-01".parse().unwrap());
/// let ana = Member::new("Ana", Place::zone(Zone::UTC), Hours::off());
/// let found = pairs(&[&ana], Span { start, end: start + Minutes::WEEK }, &Policy::default());
/// assert_eq!((found.count(), found.all().count()), (0, 0));
/// ```
pub fn pairs(members: &[&Member], horizon: Span, policy: &Policy) -> Pairs {
    pairs_of(members, &mut Years::of(members, horizon), policy)
}

/// The same from the years of the members.
pub(super) fn pairs_of(members: &[&Member], years: &mut Years, policy: &Policy) -> Pairs {
    let mut groups: Vec<Vec<MemberId>> = vec![Vec::new(); years.ids().len()];
    let group_of: Vec<usize> = MemberId::all(members.len()).map(|member| years.presence_of(member).index()).collect();
    for member in MemberId::all(members.len()) {
        groups[group_of[member]].push(member);
    }
    let asked: Vec<Minutes> = years.presences().iter().map(|presence| presence.year.minutes(years.book())).collect();
    let of_wait = |asker: PresenceId, wait: Option<crate::availability::Wait>| {
        wait.map(|wait| (Minutes::ratio(wait.waited, asked[asker.index()].0), wait.longest))
    };
    let (mut shared, mut waits) = (Vec::new(), Vec::new());
    for a in years.ids() {
        shared.push(years.ids().map(|b| years.shared(a, b)).collect());
        waits.push(years.ids().map(|b| of_wait(a, years.wait(a, b))).collect());
        // Every row has weeks of its own: what is remembered of the last one's is of no use in the next.
        years.forget_pairs();
    }
    let mut found = Pairs {
        members: members.iter().map(|member| member.name.clone()).collect(),
        bridges: Vec::new(),
        target: Minutes(policy.target_overlap.0 * WORKDAYS),
        groups,
        group_of,
        shared,
        waits,
    };
    let standing = Standing::of_groups(&found.groups);
    let bridges = found.ties(&standing).bridges();
    // Whoever has a twin parts nobody: the twin is tied to the same.
    let alone = |member: &MemberId| found.groups[found.group_of[*member]].len() == 1;
    found.bridges = bridges.into_iter().map(|place| standing.of[place].0).filter(alone).collect();
    found
}

/// Workdays of a week.
const WORKDAYS: i64 = 5;

impl Pairs {
    /// How many pairs there are.
    pub fn count(&self) -> usize {
        self.members.len() * self.members.len().saturating_sub(1) / 2
    }

    /// Every unordered pair, in the members' order.
    pub fn all(&self) -> impl Iterator<Item = Pair> {
        let members = MemberId::all(self.members.len());
        members.clone().flat_map(move |a| members.clone().skip(a.index() + 1).map(move |b| self.pair(a, b)))
    }

    /// A pair, in either order.
    pub fn pair(&self, a: MemberId, b: MemberId) -> Pair {
        let week = self.shared[self.group_of[a]][self.group_of[b]];
        Pair { a: a.min(b), b: a.max(b), week, is_under_target: self.is_under_target(week) }
    }

    /// The pairs by who is alike: those that share least in their worst week first, then by the mean, then in the members' order.
    pub fn alike(&self) -> Vec<PairsAlike<'_>> {
        let mut found = Vec::new();
        for (a, one) in self.groups.iter().enumerate() {
            for (b, other) in self.groups.iter().enumerate().skip(a) {
                let count = if a == b { one.len() * (one.len() - 1) / 2 } else { one.len() * other.len() };
                let week = self.shared[a][b];
                let is_under_target = self.is_under_target(week);
                let alike = PairsAlike { a: one, b: other, count, week, is_under_target };
                found.extend((count > 0).then_some(alike));
            }
        }
        found.sort_by_key(|pairs| (pairs.week.worst, pairs.week.mean));
        found
    }

    /// How many pairs are under the target.
    pub fn count_under_target(&self) -> usize {
        self.alike().iter().filter(|pairs| pairs.is_under_target).map(|pairs| pairs.count).sum()
    }

    /// The pair that shares least in its worst week; of equals the one that shares least on average, then the first.
    pub fn least(&self) -> Option<Pair> {
        let least = self.alike().into_iter().next()?;
        let key = |pair: &Pair| (pair.week.worst, pair.week.mean);
        self.all().find(|pair| key(pair) == (least.week.worst, least.week.mean))
    }

    /// How long every ordered pair waits, in the members' order.
    pub fn responses(&self) -> impl Iterator<Item = Response> {
        let members = MemberId::all(self.members.len());
        let ordered = members.clone().flat_map(move |from| members.clone().map(move |to| (from, to)));
        ordered.filter(|(from, to)| from != to).map(|(from, to)| self.response(from, to))
    }

    /// How long `from` waits for `to`.
    pub fn response(&self, from: MemberId, to: MemberId) -> Response {
        let wait = self.waits[self.group_of[from]][self.group_of[to]];
        Response { from, to, mean: wait.map(|wait| wait.0), longest: wait.map(|wait| wait.1) }
    }

    /// The waits by who is alike: a response of the first of each group to the first of another, or to the second of their own, with
    /// those who ask and those who answer; those who wait longest on average first, who are never answered before all.
    pub fn responses_alike(&self) -> Vec<(Response, &[MemberId], &[MemberId])> {
        let mut found: Vec<(Response, &[MemberId], &[MemberId])> = Vec::new();
        for (a, asking) in self.groups.iter().enumerate() {
            for (b, answering) in self.groups.iter().enumerate() {
                let to = if a == b { asking.get(1) } else { answering.first() };
                found.extend(to.map(|&to| (self.response(asking[0], to), asking.as_slice(), answering.as_slice())));
            }
        }
        found.sort_by_key(|(response, ..)| (response.mean.is_some(), Reverse((response.mean, response.longest))));
        found
    }

    /// Whose wait is the longest on average; of equals the one with the longest single wait, then the first. Nothing where nobody is
    /// ever answered.
    pub fn slowest(&self) -> Option<Response> {
        let key = |response: &Response| (response.mean, response.longest);
        let known = self.responses_alike().into_iter().map(|(response, ..)| response);
        let slowest = known.filter(|response| response.mean.is_some()).max_by_key(key)?;
        self.responses().find(|response| key(response) == key(&slowest))
    }

    /// Members who are there at the same times, each group in the members' order.
    pub fn groups(&self) -> &[Vec<MemberId>] {
        &self.groups
    }

    /// With how many others a member meets the target.
    pub(super) fn count_tied(&self, member: MemberId) -> usize {
        let own = self.group_of[member];
        let tied = |(group, members): (usize, &Vec<MemberId>)| {
            let others = members.len() - usize::from(group == own);
            if self.is_under_target(self.shared[own][group]) { 0 } else { others }
        };
        self.groups.iter().enumerate().map(tied).sum()
    }

    /// The ties of those who stand for all.
    pub(super) fn ties(&self, standing: &Standing) -> Ties {
        let mut ties = Ties::none(standing.of.len());
        for (a, &(_, one)) in standing.of.iter().enumerate() {
            for (b, &(_, other)) in standing.of.iter().enumerate().skip(a + 1) {
                if !self.is_under_target(self.shared[one][other]) {
                    ties.tie(a, b);
                }
            }
        }
        ties
    }

    fn is_under_target(&self, week: AWeek) -> bool {
        week.worst < self.target
    }
}
