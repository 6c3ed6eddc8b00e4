use crate::availability::{Availability, WEEK, seasons, steady_week};
use crate::team::Member;
use crate::time::{Minutes, Offset, Span, Spans};

/// Time a week: in the mean of a horizon, and in the smallest steady week of its seasons (SPEC section 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AWeek {
    /// The total over the horizon divided by its weeks, rounded to a minute.
    pub mean: Minutes,
    /// In the worst season's steady week.
    pub worst: Minutes,
}

/// The preferred time of some members over a horizon, and in the steady week of each different season, on pattern availability.
pub(super) struct Preferred {
    /// The horizon.
    over: Span,
    /// Of each member over the horizon.
    pub whole: Vec<Spans>,
    /// Of each member in the steady week of each different set of offsets.
    pub weeks: Vec<Vec<Spans>>,
}

impl Preferred {
    pub fn of(members: &[&Member], over: Span) -> Self {
        let whole = members.iter().map(|member| Availability::pattern(member, over).preferred().clone()).collect();
        let week = |offsets: &Vec<Offset>| {
            members.iter().zip(offsets).map(|(member, &offset)| steady_week(&member.hours, offset)).collect()
        };
        Self { over, whole, weeks: different_offsets(members, over).iter().map(week).collect() }
    }

    /// The time of one set that is made of the members' over the horizon, and of those made of their weeks.
    pub fn a_week(&self, whole: &Spans, weeks: impl Iterator<Item = Minutes>) -> AWeek {
        let mean = Minutes::ratio(whole.minutes().0 * Minutes::WEEK.0, self.over.minutes().0);
        AWeek { mean, worst: weeks.min().unwrap_or_default() }
    }

    /// For every member what `combine` makes of all the others' sets, which is `of_nobody` for none.
    pub fn without_each(&self, of_nobody: bool, combine: impl Fn(&Spans, &Spans) -> Spans + Copy) -> Vec<AWeek> {
        let nobody = |span: Span| if of_nobody { Spans::from(span) } else { Spans::EMPTY };
        let whole = without_each(&self.whole, &nobody(self.over), combine);
        let weeks: Vec<Vec<Minutes>> = self
            .weeks
            .iter()
            .map(|week| without_each(week, &nobody(WEEK), combine).iter().map(Spans::minutes).collect())
            .collect();
        let member = |(member, whole)| self.a_week(whole, weeks.iter().map(|week| week[member]));
        whole.iter().enumerate().map(member).collect()
    }

    /// When all are there.
    pub fn together(&self) -> AWeek {
        let all = |sets: &[Spans], span| sets.iter().fold(Spans::from(span), |known, set| known.intersection(set));
        self.a_week(&all(&self.whole, self.over), self.weeks.iter().map(|week| all(week, WEEK).minutes()))
    }

    /// When anybody is there.
    pub fn coverage(&self) -> AWeek {
        let any = |sets: &[Spans]| sets.iter().flat_map(|set| set.iter().copied()).collect::<Spans>();
        self.a_week(&any(&self.whole), self.weeks.iter().map(|week| any(week).minutes()))
    }
}

/// Every set of offsets that `members` have in a season of `horizon`, each once.
pub(super) fn different_offsets(members: &[&Member], horizon: Span) -> Vec<Vec<Offset>> {
    let mut offsets: Vec<Vec<Offset>> = seasons(members, horizon).into_iter().map(|season| season.offsets).collect();
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

/// For every set what `combine` makes of all others, in time linear in their number: of those before it and of those after it.
fn without_each(sets: &[Spans], of_none: &Spans, combine: impl Fn(&Spans, &Spans) -> Spans) -> Vec<Spans> {
    let mut after = vec![of_none.clone()];
    for set in sets.iter().skip(1).rev() {
        let next = combine(&after[after.len() - 1], set);
        after.push(next);
    }
    let mut before = of_none.clone();
    let mut found = Vec::with_capacity(sets.len());
    for (set, after) in sets.iter().zip(after.iter().rev()) {
        found.push(combine(&before, after));
        before = combine(&before, set);
    }
    found
}
