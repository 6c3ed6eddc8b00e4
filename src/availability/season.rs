//! Seasons of a team: stretches in which nobody's week changes, be it by clocks or by moving (SPEC section 1).
//!
//! [`turns`] is the one place that says where a season begins and why.

use chrono::Days;

use super::alike::{Alike, SortId};
use super::almanac::{Almanac, Basis};
use crate::team::{Member, MemberId};
use crate::time::{Instant, Minutes, Offset, Span, Zone};

/// A maximal stretch in which no member's week changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// Its time, within the horizon asked for.
    pub span: Span,
    /// Everybody's offset, in the members' order.
    pub offsets: Vec<Offset>,
    /// Who changed at its start; nobody for the first.
    pub changes: Vec<Change>,
}

/// A member whose week changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who.
    pub member: MemberId,
    /// When: the season's start, or within a stretch in which nobody works that joined the season.
    pub at: Instant,
    /// Why.
    pub cause: Cause,
    /// The offset until then.
    pub before: Offset,
    /// The offset from then on.
    pub after: Offset,
}

/// Why somebody's week changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The clocks of the place where they are.
    Clocks,
    /// They go to another zone, or come home.
    Move,
}

/// Where a member's week begins to be another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    at: Instant,
    /// The offset from then on.
    offset: Offset,
    cause: Cause,
}

/// The seasons of `members` over `horizon`, in time order and without a hole; at least one.
///
/// A season in which nobody has a preferred minute is none: it joins the next one, or the one before where it is the last.
///
/// # Example
///
/// ```
/// use sunwise::availability::seasons;
/// use sunwise::team::{Member, Place};
/// use sunwise::time::{Hours, Instant, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (york, prague) = (member("America/New_York"), member("Europe/Prague"));
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let year = Span { start: day("2027-01-01"), end: day("2028-01-01") };
/// let starts: Vec<String> = seasons(&[&york, &prague], year).iter().map(|s| s.span.start.to_string()).collect();
/// assert_eq!(starts[1..3], ["2027-03-14T07:00:00Z", "2027-03-28T01:00:00Z"]);
/// assert_eq!(starts.len(), 5);
/// ```
///
/// Los Angeles changes three hours after New York, in the night of a Sunday. That is no season of its own:
///
/// ```
/// # use sunwise::availability::seasons;
/// # use sunwise::team::{Member, Place};
/// # use sunwise::time::{Hours, Instant, Span, Zone};
/// # let member = |zone| {
/// #     let place = Place::zone(Zone::named(zone).unwrap());
/// #     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// # };
/// # let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// # let year = Span { start: day("2027-01-01"), end: day("2028-01-01") };
/// let (york, angeles) = (member("America/New_York"), member("America/Los_Angeles"));
/// let found = seasons(&[&york, &angeles], year);
/// assert_eq!((found.len(), found[1].changes.len()), (3, 2));
/// ```
pub fn seasons(members: &[&Member], horizon: Span) -> Vec<Season> {
    let mut found: Vec<Season> = Vec::new();
    // Since when, and after whose changes, there was nobody at work.
    let mut passed: Option<(Instant, Vec<Change>)> = None;
    let all = unjoined_seasons(members, horizon);
    let is_worked_at_all = all.iter().any(|(_, is_worked)| *is_worked);
    for (mut season, is_worked) in all {
        if is_worked_at_all && !is_worked {
            let (_, changes) = passed.get_or_insert((season.span.start, Vec::new()));
            changes.append(&mut season.changes);
            continue;
        }
        if let Some((start, mut changes)) = passed.take() {
            season.span.start = start;
            changes.append(&mut season.changes);
            season.changes = changes;
        }
        match found.last_mut() {
            Some(last) if !is_worked_at_all || last.offsets == season.offsets => last.span.end = season.span.end,
            Some(last) => {
                season.changes = net(&season.changes, &last.offsets, &season.offsets);
                found.push(season);
            }
            None => found.push(season),
        }
    }
    if let (Some(_), Some(last)) = (passed, found.last_mut()) {
        last.span.end = last.span.end.max(horizon.end);
    }
    found.retain_mut(|season| match season.span.intersection(horizon) {
        Some(within) => {
            season.span = within;
            true
        }
        None => false,
    });
    if let Some(first) = found.first_mut() {
        first.changes.clear();
    }
    found
}

/// Maximal stretches in which nobody's offset changes, each with whether anybody works in it: those that have to do with `horizon`, and
/// whole where they reach beyond it for less than a time that is surely worked.
pub(super) fn unjoined_seasons(members: &[&Member], horizon: Span) -> Vec<(Season, bool)> {
    let around = Span { start: horizon.start - SURELY_WORKED, end: horizon.end + SURELY_WORKED };
    let worked = Worked::new(members);
    raw_seasons(members, around)
        .into_iter()
        .map(|season| {
            let is_worked = worked.is_worked(season.span);
            (season, is_worked)
        })
        .collect()
}

/// The last change of each member who is at another offset than before.
fn net(changes: &[Change], before: &[Offset], after: &[Offset]) -> Vec<Change> {
    let mut changes = changes.to_vec();
    changes.sort_by_key(|change| change.member);
    let of_member = changes.chunk_by(|a, b| a.member == b.member).filter_map(|of_member| of_member.last());
    let still = of_member.filter(|change| before[change.member] != after[change.member]);
    still.map(|change| Change { before: before[change.member], ..*change }).collect()
}

/// Maximal stretches in which nobody's offset changes, be anybody at work in them or not.
fn raw_seasons(members: &[&Member], horizon: Span) -> Vec<Season> {
    let alike = Alike::by_pattern(members);
    let lines: Vec<Vec<Turn>> = alike.sorts().map(|sort| turns(members[alike.first(sort).index()], horizon)).collect();
    let mut starts: Vec<Instant> = lines.iter().flatten().map(|turn| turn.at).chain([horizon.start]).collect();
    starts.sort_unstable();
    starts.dedup();
    let turn_at = |sort: SortId, at: Instant| {
        let line = &lines[sort.index()];
        line[line.partition_point(|turn| turn.at <= at) - 1]
    };
    let mut found: Vec<Season> = Vec::with_capacity(starts.len());
    for start in starts {
        let turns: Vec<Turn> = alike.sorts().map(|sort| turn_at(sort, start)).collect();
        let mut changes = Vec::new();
        if let Some(last) = found.last_mut() {
            last.span.end = start;
            for member in MemberId::all(members.len()) {
                let turn = turns[alike.sort_of(member).index()];
                if turn.at == start {
                    let before = last.offsets[member];
                    changes.push(Change { member, at: start, cause: turn.cause, before, after: turn.offset });
                }
            }
        }
        let offsets = MemberId::all(members.len()).map(|member| turns[alike.sort_of(member).index()].offset).collect();
        found.push(Season { span: Span { start, end: horizon.end }, offsets, changes });
    }
    found
}

/// Where a member's week begins to be another over `horizon`, and why, in time order: at its start, and at each change of offset.
fn turns(member: &Member, horizon: Span) -> Vec<Turn> {
    let mut found: Vec<Turn> = Vec::new();
    let mut push = |at: Instant, offset: Offset, cause: Cause| {
        if found.last().is_none_or(|last| last.offset != offset) {
            found.push(Turn { at, offset, cause });
        }
    };
    for (span, zone) in whereabouts(member, horizon) {
        push(span.start, zone.offset_at(span.start), Cause::Move);
        for transition in zone.transitions(span) {
            push(transition.at, transition.after, Cause::Clocks);
        }
    }
    found
}

/// A member's offset over `horizon`: when each begins, the first at its start.
pub fn offsets(member: &Member, horizon: Span) -> Vec<(Instant, Offset)> {
    turns(member, horizon).iter().map(|turn| (turn.at, turn.offset)).collect()
}

/// Where a member is over `horizon`: a stay counts from midnight of its first date there until midnight of the
/// date after its last one in the place that follows.
///
/// # Example
///
/// ```
/// use sunwise::availability::whereabouts;
/// use sunwise::team::{Member, Place, Stay};
/// use sunwise::time::{Dates, Hours, Instant, Span, Zone};
///
/// let [lisbon, bangkok] = ["Europe/Lisbon", "Asia/Bangkok"].map(|name| Zone::named(name).unwrap());
/// let mut nomad = Member::new("Ana", Place::zone(lisbon), Hours::off());
/// let dates = Dates::new("2027-01-10".parse().unwrap(), "2027-03-31".parse().unwrap()).unwrap();
/// nomad.stays = vec![Stay { place: Place::zone(bangkok), dates }];
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let found = whereabouts(&nomad, Span { start: day("2027-01-01"), end: day("2027-05-01") });
/// let shown: Vec<String> = found.iter().map(|(span, zone)| format!("{} {}", span.start, zone.name())).collect();
/// assert_eq!(
///     shown,
///     ["2027-01-01T00:00:00Z Europe/Lisbon", "2027-01-09T17:00:00Z Asia/Bangkok", "2027-03-31T23:00:00Z Europe/Lisbon"]
/// );
/// ```
pub fn whereabouts(member: &Member, horizon: Span) -> Vec<(Span, Zone)> {
    let mut moves: Vec<(Instant, Zone)> = vec![(horizon.start, member.home.zone)];
    let mut stays = member.stays.clone();
    stays.sort_by_key(|stay| stay.dates.first());
    for stay in &stays {
        moves.push((stay.place.zone.midnight(stay.dates.first()), stay.place.zone));
        if let Some(next) = stay.dates.last().checked_add_days(Days::new(1)) {
            let zone = member.zone_on(next);
            moves.push((zone.midnight(next), zone));
        }
    }
    let mut found = Vec::new();
    for (i, &(at, zone)) in moves.iter().enumerate() {
        let end = moves.get(i + 1).map_or(horizon.end, |next| next.0);
        found.extend(Span::new(at, end).and_then(|span| span.intersection(horizon)).map(|span| (span, zone)));
    }
    found
}

/// Whether anybody of some members works in a stretch of time, on pattern availability.
#[derive(Clone, Debug)]
pub(super) struct Worked {
    /// One of each sort who has hours at all.
    members: Vec<Member>,
}

impl Worked {
    pub fn new(members: &[&Member]) -> Self {
        let alike = Alike::by_pattern(members);
        let first = alike.sorts().map(|sort| members[alike.first(sort).index()]);
        Self { members: first.filter(|member| !member.hours.is_off()).cloned().collect() }
    }

    pub fn is_worked(&self, span: Span) -> bool {
        if span.minutes() >= SURELY_WORKED {
            return !self.members.is_empty();
        }
        let mut almanac = Almanac::new(span);
        self.members.iter().any(|member| !almanac.present(member, Basis::Pattern, false).is_empty())
    }
}

/// Weekly hours are held in any so long stretch, however somebody moves in it: a week, and some days for crossing the date line.
pub(super) const SURELY_WORKED: Minutes = Minutes(11 * 24 * 60);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Place, Stay};
    use crate::time::{Dates, Hours};
    use chrono::NaiveDate;

    fn date(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, m, d).expect("a date")
    }

    fn of(zone: &str, hours: &str) -> Member {
        let hours = Hours::parse(hours).expect("hours");
        Member::new(zone, Place::zone(Zone::named(zone).expect("a zone")), hours)
    }

    fn member(zone: &str) -> Member {
        of(zone, "Mo-Fr 09:00-17:00")
    }

    fn horizon(from: (u32, u32), to: (u32, u32)) -> Span {
        Span { start: Instant::midnight(date(from.0, from.1)), end: Instant::midnight(date(to.0, to.1)) }
    }

    fn starts(found: &[Season]) -> Vec<String> {
        found.iter().map(|season| season.span.start.to_string()).collect()
    }

    #[test]
    fn moving_begins_a_season_as_a_change_of_clocks_does() {
        let mut nomad = member("Europe/Lisbon");
        let bangkok = Place::zone(Zone::named("Asia/Bangkok").expect("a zone"));
        nomad.stays = vec![Stay { place: bangkok, dates: Dates::new(date(1, 10), date(3, 31)).expect("dates") }];
        let found = seasons(&[&nomad], horizon((1, 1), (11, 30)));
        let shown: Vec<String> = found.iter().map(|s| format!("{} {}", s.span.start, s.offsets[0])).collect();
        assert_eq!(
            shown,
            [
                "2027-01-01T00:00:00Z +00:00",
                "2027-01-09T17:00:00Z +07:00",
                "2027-03-31T23:00:00Z +01:00",
                "2027-10-31T01:00:00Z +00:00"
            ]
        );
        let causes: Vec<Cause> = found.iter().flat_map(|season| &season.changes).map(|change| change.cause).collect();
        assert_eq!(causes, [Cause::Move, Cause::Move, Cause::Clocks]);
        let first = found[1].changes[0];
        assert_eq!((first.member, first.at), (MemberId::new(0), found[1].span.start));
        assert_eq!((first.before, first.after), (Offset(0), Offset(420)));
    }

    #[test]
    fn a_stretch_in_which_nobody_works_joins_the_next_season() {
        let (york, angeles) = (member("America/New_York"), member("America/Los_Angeles"));
        let found = seasons(&[&york, &angeles], horizon((3, 1), (4, 1)));
        assert_eq!(starts(&found), ["2027-03-01T00:00:00Z", "2027-03-14T07:00:00Z"]);
        let changes: Vec<(usize, String)> =
            found[1].changes.iter().map(|change| (change.member.index(), change.at.to_string())).collect();
        assert_eq!(changes, [(0, "2027-03-14T07:00:00Z".into()), (1, "2027-03-14T10:00:00Z".into())]);
        assert_eq!(found[1].offsets, [Offset(-240), Offset(-420)]);
    }

    #[test]
    fn somebody_who_works_that_sunday_makes_it_a_season() {
        let team = [member("America/New_York"), member("America/Los_Angeles"), of("Asia/Dubai", "Su-Th 09:00-17:00")];
        let all: Vec<&Member> = team.iter().collect();
        let found = seasons(&all, horizon((3, 1), (4, 1)));
        assert_eq!(
            starts(&found),
            ["2027-03-01T00:00:00Z", "2027-03-14T07:00:00Z", "2027-03-14T10:00:00Z"],
            "09:00-17:00 in Dubai is 05:00-13:00 UTC"
        );
    }

    #[test]
    fn at_the_edges_of_a_horizon_too() {
        let (york, angeles) = (member("America/New_York"), member("America/Los_Angeles"));
        let sunday = Instant::midnight(date(3, 14));
        let ends = Span { start: Instant::midnight(date(3, 1)), end: sunday + Minutes::hours(9) };
        let found = seasons(&[&york, &angeles], ends);
        assert_eq!(starts(&found), ["2027-03-01T00:00:00Z", "2027-03-14T07:00:00Z"], "two hours of summer");
        assert_eq!(found[1].offsets, [Offset(-240), Offset(-420)]);
        let begins = Span { start: sunday + Minutes::hours(8), end: Instant::midnight(date(4, 1)) };
        let found = seasons(&[&york, &angeles], begins);
        assert_eq!((found.len(), found[0].span, found[0].changes.len()), (1, begins, 0));
        assert_eq!(found[0].offsets, [Offset(-240), Offset(-420)]);
        let nobody = of("America/New_York", "off");
        let found = seasons(&[&nobody], horizon((1, 1), (12, 31)));
        assert_eq!((found.len(), found[0].span), (1, horizon((1, 1), (12, 31))));
        assert_eq!(seasons(&[], ends).len(), 1);
    }

    #[test]
    fn a_season_that_goes_on_beyond_the_horizon_is_one() {
        let (york, lisbon) = (member("America/New_York"), member("Europe/Lisbon"));
        let found = seasons(&[&york, &lisbon], horizon((3, 22), (3, 29)));
        assert_eq!(starts(&found), ["2027-03-22T00:00:00Z", "2027-03-28T01:00:00Z"], "from Sunday until summer's end");
    }

    #[test]
    fn whoever_is_back_where_they_were_begins_none() {
        let mut nomad = member("Europe/London");
        let paris = Place::zone(Zone::named("Europe/Paris").expect("a zone"));
        nomad.stays = vec![Stay { place: paris, dates: Dates::new(date(1, 9), date(1, 10)).expect("dates") }];
        let found = seasons(&[&nomad], horizon((1, 1), (3, 1)));
        assert_eq!(found.len(), 1, "a weekend in Paris");
    }
}
