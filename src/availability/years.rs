//! The years of some members over a horizon, equal weeks once: every mean, worst week and union of SPEC sections 4, 6 and 8 is a sum
//! over them.

use std::collections::HashMap;

use super::alike::Alike;
use super::almanac::{Almanac, Basis};
use super::book::{Book, SharedWeeks, WeekId, relative};
use super::calendar::Calendar;
use super::presence::{Joins, Presence, PresenceId, presence};
use super::season::{SURELY_WORKED, Season, Worked, seasons, unjoined_seasons};
use super::sets::{SetId, sets_of};
use super::waits::{Wait, Waits};
use super::week::WEEK;
use super::year::runs_of;
use super::year::{Year, YearOf};
use crate::team::{Member, MemberId, Place};
use crate::time::{Hours, Instant, Minutes, Offset, Span, Spans, Zone};

/// Time a week: in the mean of a horizon, and in the smallest steady week of its seasons (SPEC section 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AWeek {
    /// The total over the horizon divided by its weeks, rounded to a minute.
    pub mean: Minutes,
    /// In the worst season's steady week.
    pub worst: Minutes,
}

/// A stretch in which nobody's offset changes, be anybody at work in it or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    /// Whole, also where it reaches beyond the horizon.
    span: Span,
    set: SetId,
    is_worked: bool,
}

/// A season of the members and somebody more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SeasonWith {
    /// Which offsets the members have.
    pub set: SetId,
    /// The offset of whoever is more.
    pub offset: Offset,
    /// Its length.
    pub length: Minutes,
    /// Whether anybody works in it. If not it is none: it counts in no worst, and its time belongs to the next.
    pub is_worked: bool,
}

/// The years of some members.
///
/// # Example
///
/// ```
/// use sunwise::availability::Years;
/// use sunwise::team::{Member, MemberId, Place};
/// use sunwise::time::{Hours, Instant, Minutes, Span, Zone};
///
/// let member = |zone| {
///     let place = Place::zone(Zone::named(zone).unwrap());
///     Member::new(zone, place, Hours::parse("Mo-Fr 09:00-17:00").unwrap())
/// };
/// let (york, prague) = (member("America/New_York"), member("Europe/Prague"));
/// let day = |date: &str| Instant::midnight(date.parse().unwrap());
/// let mut years = Years::of(&[&york, &prague], Span { start: day("2027-01-04"), end: day("2028-01-03") });
/// let together = years.together();
/// assert_eq!(together.worst, Minutes::hours(10), "two hours a workday; three in March's last weeks");
/// assert_eq!(together.mean, Minutes(617));
/// let [one, other] = [0, 1].map(|at| years.presence_of(MemberId::new(at)));
/// assert_eq!(years.shared(one, other), together);
/// ```
#[derive(Debug)]
pub struct Years {
    calendar: Calendar,
    book: Book,
    /// By set and member: the offset.
    sets: Vec<Vec<Offset>>,
    stretches: Vec<Stretch>,
    /// The sets that a season has: those which a worst is looked for in.
    season_sets: Vec<SetId>,
    worked: Worked,
    presences: Vec<Presence>,
    presence_of: Vec<PresenceId>,
    /// By presence: how many members have it.
    counts: Vec<usize>,
    /// When all members are there, and when anybody is: in each week of the horizon.
    together: Vec<WeekId>,
    anybody: Vec<WeekId>,
    /// The same under each set of offsets.
    steady_together: Vec<WeekId>,
    steady_anybody: Vec<WeekId>,
    /// Whether anybody's week is another than the week before.
    starts: Vec<bool>,
    shared: SharedWeeks,
    waits: Waits,
}

impl Years {
    /// The years of `members` over `horizon`.
    pub fn of(members: &[&Member], horizon: Span) -> Self {
        let calendar = Calendar::new(horizon);
        let mut book = Book::default();
        let (unjoined, is_worked): (Vec<Season>, Vec<bool>) = unjoined_seasons(members, horizon).into_iter().unzip();
        let (sets, stretches) = sets_of(unjoined);
        let mut season_sets: Vec<SetId> = seasons(members, horizon)
            .iter()
            .filter_map(|season| sets.iter().position(|set| *set == season.offsets).map(SetId::new))
            .collect();
        season_sets.sort_unstable();
        season_sets.dedup();
        let alike = Alike::by_pattern(members);
        let mut known: HashMap<Presence, PresenceId> = HashMap::new();
        let (mut presences, mut counts) = (Vec::new(), Vec::new());
        let of_sort: Vec<PresenceId> = alike
            .sorts()
            .map(|sort| {
                let first = alike.first(sort);
                let presence = presence(members[first.index()], first, &sets, &calendar, &mut book);
                let id = *known.entry(presence).or_insert_with_key(|presence| {
                    presences.push(presence.clone());
                    counts.push(0);
                    PresenceId(presences.len() - 1)
                });
                counts[id.0] += alike.members(sort).len();
                id
            })
            .collect();
        let mut joins = Joins::default();
        let inside = (0..calendar.inside())
            .map(|week| joins.join(&mut book, presences.iter().map(|presence: &Presence| presence.year.inside[week])));
        let (together, anybody): (Vec<WeekId>, Vec<WeekId>) = inside.unzip();
        let steady =
            (0..sets.len()).map(|set| joins.join(&mut book, presences.iter().map(|presence| presence.steady[set])));
        let (steady_together, steady_anybody) = steady.unzip();
        let changes = |week| presences.iter().any(|presence| presence.year.changes_at(week));
        let stretches = stretches.into_iter().zip(is_worked);
        Self {
            stretches: stretches
                .map(|((season, set), is_worked)| Stretch { span: season.span, set, is_worked })
                .collect(),
            worked: Worked::new(members),
            season_sets,
            starts: (0..calendar.inside()).map(changes).collect(),
            presence_of: MemberId::all(members.len()).map(|member| of_sort[alike.sort_of(member).index()]).collect(),
            calendar,
            book,
            sets,
            presences,
            counts,
            together,
            anybody,
            steady_together,
            steady_anybody,
            shared: SharedWeeks::default(),
            waits: Waits::default(),
        }
    }

    /// The weeks of the horizon.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Every different week.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Everybody's offsets in each set of them that some season has, in the members' order.
    pub fn offsets(&self) -> &[Vec<Offset>] {
        &self.sets
    }

    /// Every different presence.
    pub fn presences(&self) -> &[Presence] {
        &self.presences
    }

    /// The numbers of the presences.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = PresenceId> + Clone + use<> {
        (0..self.presences.len()).map(PresenceId)
    }

    /// The presence of a member.
    pub fn presence_of(&self, member: MemberId) -> PresenceId {
        self.presence_of[member]
    }

    /// When all members are there, in each week of the horizon.
    pub fn weeks_together(&self) -> &[WeekId] {
        &self.together
    }

    /// When anybody is there, in each week of the horizon.
    pub fn weeks_of_anybody(&self) -> &[WeekId] {
        &self.anybody
    }

    /// When all members are there, in the steady week of a set of offsets.
    pub fn steady_together(&self, set: SetId) -> WeekId {
        self.steady_together[set.index()]
    }

    /// Whether each week of the horizon is another than the one before, for anybody.
    pub fn starts(&self) -> &[bool] {
        &self.starts
    }

    /// The year of somebody else, who always is in `zone`, whose offsets these are.
    pub fn year_in(&mut self, zone: Zone, offsets: &[(Instant, Offset)], hours: &Hours) -> Year {
        let hours = self.book.hours(hours);
        Year::new(&mut self.book, &self.calendar, &YearOf { hours, zone_on: &|_| zone, offsets })
    }

    /// The steady week of somebody else.
    pub fn steady_week(&mut self, hours: &Hours, offset: Offset) -> WeekId {
        let hours = self.book.hours(hours);
        self.book.steady(hours, offset)
    }

    /// The seasons of the members and of somebody more who has these hours in `zone`, this year and these offsets: cut at the changes
    /// of all.
    pub fn seasons_with(
        &self,
        hours: &Hours,
        zone: Zone,
        year: &Year,
        offsets: &[(Instant, Offset)],
    ) -> Vec<SeasonWith> {
        let horizon = self.calendar.horizon();
        let mut found = Vec::new();
        for stretch in &self.stretches {
            let last = offsets.len() - 1;
            for (place, &(start, offset)) in offsets.iter().enumerate() {
                // The first and the last offset hold beyond what is known of the changes.
                let start = if place == 0 { stretch.span.start } else { start };
                let end = if place == last { stretch.span.end } else { offsets[place + 1].0 };
                let Some(whole) = Span::new(start, end).and_then(|part| part.intersection(stretch.span)) else {
                    continue;
                };
                let Some(part) = whole.intersection(horizon) else { continue };
                let is_worked = self.holds_any(&year.inside, part)
                    || self.holds_any(&self.anybody, part)
                    || (whole != part && self.is_worked_beyond(whole, hours, zone));
                found.push(SeasonWith { set: stretch.set, offset, length: part.minutes(), is_worked });
            }
        }
        found
    }

    /// Whether the members or somebody more work in a stretch that reaches beyond the horizon.
    fn is_worked_beyond(&self, whole: Span, hours: &Hours, zone: Zone) -> bool {
        let somebody = || {
            let member = Member::new("", Place::zone(zone), hours.clone());
            let is_there = || !Almanac::new(whole).present(&member, Basis::Pattern, false).is_empty();
            if whole.minutes() >= SURELY_WORKED { !hours.is_off() } else { is_there() }
        };
        self.worked.is_worked(whole) || somebody()
    }

    /// Minutes a week of a total over the horizon, rounded.
    pub fn a_week(&self, total: Minutes) -> Minutes {
        Minutes::ratio(total.0 * Minutes::WEEK.0, self.calendar.horizon().minutes().0)
    }

    /// When all members are there.
    pub fn together(&self) -> AWeek {
        let worst = self.worst(|set| self.book.minutes(self.steady_together[set.index()]));
        AWeek { mean: self.a_week(self.sum(&self.together)), worst }
    }

    /// When anybody is there.
    pub fn coverage(&self) -> AWeek {
        let worst = self.worst(|set| self.book.minutes(self.steady_anybody[set.index()]));
        AWeek { mean: self.a_week(self.sum(&self.anybody)), worst }
    }

    /// What two members share, or two with the same presence.
    pub fn shared(&mut self, a: PresenceId, b: PresenceId) -> AWeek {
        let Self { book, shared, presences, starts, .. } = self;
        let (one, other) = (&presences[a.0], &presences[b.0]);
        let total: i64 = runs_of(starts.iter().copied())
            .into_iter()
            .map(|(week, times)| shared.minutes(book, one.year.inside[week], other.year.inside[week]).0 * times)
            .sum();
        let mut in_set = |set: SetId| shared.minutes(book, one.steady[set.index()], other.steady[set.index()]);
        let worst = self.season_sets.iter().copied().map(&mut in_set).min().unwrap_or_default();
        AWeek { mean: self.a_week(Minutes(total)), worst }
    }

    /// What who asks waits for who answers; nothing where a question is never answered, or nobody asks.
    pub fn wait(&mut self, asker: PresenceId, answerer: PresenceId) -> Option<Wait> {
        let runs = runs_of(self.starts.iter().copied());
        let (asks, answers) = (&self.presences[asker.0].year, &self.presences[answerer.0].year);
        let wait = self.waits.over(&self.book, (asks, answers), true, &runs);
        wait.filter(|_| asks.minutes(&self.book) > Minutes::ZERO)
    }

    /// Forgets the waits and shared minutes of pairs of weeks that were looked at, which take room where there are thousands of weeks.
    pub fn forget_pairs(&mut self) {
        self.shared = SharedWeeks::default();
        self.waits = Waits::default();
    }

    /// For every presence what is left when one member who has it is not there: of the time in which all others are together, and of
    /// that in which anybody is there. Of a single member nobody is left, whose time together is no question.
    pub fn without_each(&self) -> Vec<(AWeek, AWeek)> {
        let total_and_worst = |of: &dyn Fn(&[&Spans]) -> Vec<Minutes>| -> Vec<AWeek> {
            let mut totals = vec![Minutes::ZERO; self.presences.len()];
            for (week, times) in runs_of(self.starts.iter().copied()) {
                let sets: Vec<&Spans> = self.weeks_of(|presence| presence.year.inside[week]);
                totals.iter_mut().zip(of(&sets)).for_each(|(total, left)| *total += Minutes(left.0 * times));
            }
            let in_sets: Vec<Vec<Minutes>> = self
                .season_sets
                .iter()
                .map(|&set| of(&self.weeks_of(|presence| presence.steady[set.index()])))
                .collect();
            let worst = |place: usize| in_sets.iter().map(|left| left[place]).min().unwrap_or_default();
            totals
                .iter()
                .enumerate()
                .map(|(place, &total)| AWeek { mean: self.a_week(total), worst: worst(place) })
                .collect()
        };
        let whole = Spans::from(WEEK);
        let together = total_and_worst(&|sets| self.left(sets, &whole, Spans::intersection));
        let coverage = total_and_worst(&|sets| self.left(sets, &Spans::EMPTY, Spans::union));
        together.into_iter().zip(coverage).collect()
    }

    /// For every presence the minutes of what `combine` makes of all members but one who has it, which is `of_nobody` for none.
    fn left(&self, sets: &[&Spans], of_nobody: &Spans, combine: impl Fn(&Spans, &Spans) -> Spans) -> Vec<Minutes> {
        let mut after = vec![of_nobody.clone()];
        for set in sets.iter().skip(1).rev() {
            let next = combine(&after[after.len() - 1], set);
            after.push(next);
        }
        let mut before = of_nobody.clone();
        let mut found = Vec::with_capacity(sets.len());
        for ((place, set), after) in sets.iter().enumerate().zip(after.iter().rev()) {
            let others = combine(&before, after);
            let others = if self.counts[place] > 1 { combine(&others, set) } else { others };
            found.push(others.minutes());
            before = combine(&before, set);
        }
        found
    }

    fn weeks_of(&self, week: impl Fn(&Presence) -> WeekId) -> Vec<&Spans> {
        self.presences.iter().map(|presence| self.book.week(week(presence))).collect()
    }

    fn worst(&self, in_set: impl Fn(SetId) -> Minutes) -> Minutes {
        self.season_sets.iter().copied().map(in_set).min().unwrap_or_default()
    }

    fn sum(&self, weeks: &[WeekId]) -> Minutes {
        weeks.iter().map(|&week| self.book.minutes(week)).sum()
    }

    /// Whether any of the weeks has a minute in a span of the horizon.
    fn holds_any(&self, weeks: &[WeekId], span: Span) -> bool {
        self.calendar.touching(span).any(|number| {
            let week = self.calendar.week(number);
            let part = week.intersection(span).map(|part| relative(part, week.start));
            part.is_some_and(|part| self.book.week(weeks[number]).intersects(part))
        })
    }
}
