//! Sets of instants.

use super::{Instant, Minutes, Span};

/// A set of instants as spans: sorted, disjoint, and never touching (touching spans are merged).
///
/// # Example: spans are sorted and merged
/// ```
/// use sunwise::time::{Instant, Span, Spans};
/// let span = |from: i32, to: i32| Span::new(Instant::from_epoch(60 * from), Instant::from_epoch(60 * to)).unwrap();
/// let spans: Spans = [span(5, 6), span(1, 3), span(3, 4)].into_iter().collect();
/// assert_eq!(spans.as_slice(), [span(1, 4), span(5, 6)]);
/// ```
/// # Example: no instant at all
/// ```
/// use sunwise::time::{Instant, Spans};
/// assert!(Spans::EMPTY.is_empty() && !Spans::EMPTY.contains(Instant::from_epoch(0)));
/// assert_eq!(Spans::EMPTY.next_at_or_after(Instant::from_epoch(0)), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// No instant at all.
    pub const EMPTY: Self = Self(Vec::new());

    /// The spans in time order.
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// The spans in time order.
    pub fn iter(&self) -> std::slice::Iter<'_, Span> {
        self.0.iter()
    }

    /// Whether there is no instant inside.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many minutes are inside.
    pub fn minutes(&self) -> Minutes {
        self.0.iter().map(|span| span.minutes()).sum()
    }

    /// How many minutes of `within` are inside.
    pub fn minutes_within(&self, within: Span) -> Minutes {
        self.touching(within).iter().filter_map(|span| span.intersection(within)).map(Span::minutes).sum()
    }

    /// The span that holds `instant`.
    pub fn span_at(&self, instant: Instant) -> Option<Span> {
        let next = self.0.partition_point(|span| span.end <= instant);
        self.0.get(next).copied().filter(|span| span.contains(instant))
    }

    /// Whether `instant` is inside.
    pub fn contains(&self, instant: Instant) -> bool {
        self.span_at(instant).is_some()
    }

    /// The first instant inside that is not before `instant`.
    ///
    /// # Example: now, later, never
    /// ```
    /// use sunwise::time::{Instant, Span, Spans};
    /// let at = Instant::from_epoch;
    /// let spans = Spans::from(Span::new(at(10), at(20)).unwrap());
    /// assert_eq!([5, 15, 20].map(|minute| spans.next_at_or_after(at(minute))), [Some(at(10)), Some(at(15)), None]);
    /// ```
    pub fn next_at_or_after(&self, instant: Instant) -> Option<Instant> {
        let next = self.0.partition_point(|span| span.end <= instant);
        self.0.get(next).map(|span| span.start.max(instant))
    }

    /// Whether any minute of `within` is inside.
    pub fn intersects(&self, within: Span) -> bool {
        self.touching(within).iter().any(|span| span.intersection(within).is_some())
    }

    /// Whether every minute of `span` is inside.
    ///
    /// # Example: a single hole is enough
    /// ```
    /// use sunwise::time::{Instant, Span, Spans};
    /// let span = |from: i32, to: i32| Span::new(Instant::from_epoch(60 * from), Instant::from_epoch(60 * to)).unwrap();
    /// let spans: Spans = [span(1, 3), span(4, 6)].into_iter().collect();
    /// assert!(spans.covers(span(4, 6)) && !spans.covers(span(2, 5)));
    /// ```
    pub fn covers(&self, span: Span) -> bool {
        self.span_at(span.start).is_some_and(|held| held.end >= span.end)
    }

    /// What of these lies within `within`.
    #[must_use]
    pub fn clip(&self, within: Span) -> Self {
        Self(self.touching(within).iter().filter_map(|span| span.intersection(within)).collect())
    }

    /// What of these lies within `within`, in the place where they are.
    #[must_use]
    pub fn into_clipped(mut self, within: Span) -> Self {
        let inside = |span: &Span| span.intersection(within).is_some();
        let is_clipped = self.0.first().is_none_or(|first| first.start >= within.start)
            && self.0.last().is_none_or(|last| last.end <= within.end);
        if !is_clipped {
            self.0.retain(inside);
            let ends = self.0.len().saturating_sub(1);
            for place in [0, ends] {
                if let Some(span) = self.0.get_mut(place) {
                    *span = Span { start: span.start.max(within.start), end: span.end.min(within.end) };
                }
            }
        }
        self
    }

    /// What is in both.
    ///
    /// # Example: two working days
    /// ```
    /// use sunwise::time::{Instant, Span, Spans};
    /// let span = |from: i32, to: i32| Span::new(Instant::from_epoch(60 * from), Instant::from_epoch(60 * to)).unwrap();
    /// let ana: Spans = [span(9, 12), span(13, 17)].into_iter().collect();
    /// let bo = Spans::from(span(11, 14));
    /// assert_eq!(ana.intersection(&bo).as_slice(), [span(11, 12), span(13, 14)]);
    /// assert_eq!(ana.shared_minutes(&bo), ana.intersection(&bo).minutes());
    /// ```
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut both = Vec::new();
        while let (Some(&&x), Some(&&y)) = (a.peek(), b.peek()) {
            both.extend(x.intersection(y));
            if x.end <= y.end {
                a.next();
            } else {
                b.next();
            }
        }
        Self(both)
    }

    /// How many minutes are in both.
    pub fn shared_minutes(&self, other: &Self) -> Minutes {
        let (mut a, mut b, mut sum) = (0, 0, Minutes::ZERO);
        while let (Some(x), Some(y)) = (self.0.get(a), other.0.get(b)) {
            sum += x.intersection(*y).map_or(Minutes::ZERO, Span::minutes);
            if x.end <= y.end {
                a += 1;
            } else {
                b += 1;
            }
        }
        sum
    }

    /// What is in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.0.iter().chain(&other.0).copied().collect()
    }

    /// What is in these and not in `other`.
    ///
    /// # Example: leave is taken out of hours
    /// ```
    /// use sunwise::time::{Instant, Span, Spans};
    /// let span = |from: i32, to: i32| Span::new(Instant::from_epoch(60 * from), Instant::from_epoch(60 * to)).unwrap();
    /// let hours = Spans::from(span(9, 17));
    /// assert_eq!(hours.difference(&span(12, 13).into()).as_slice(), [span(9, 12), span(13, 17)]);
    /// ```
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        let mut holes = other.0.iter().peekable();
        for &span in &self.0 {
            let mut start = span.start;
            while let Some(hole) = holes.next_if(|hole| hole.end <= span.end) {
                left.extend(Span::new(start, hole.start));
                start = start.max(hole.end);
            }
            match holes.peek() {
                Some(hole) => left.extend(Span::new(start, hole.start.min(span.end))),
                None => left.extend(Span::new(start, span.end)),
            }
        }
        Self(left)
    }

    /// What of `within` is not inside.
    ///
    /// # Example: the free time of a day
    /// ```
    /// use sunwise::time::{Instant, Span, Spans};
    /// let span = |from: i32, to: i32| Span::new(Instant::from_epoch(60 * from), Instant::from_epoch(60 * to)).unwrap();
    /// let busy = Spans::from(span(9, 17));
    /// assert_eq!(busy.complement(span(0, 24)).as_slice(), [span(0, 9), span(17, 24)]);
    /// assert!(busy.complement(span(10, 11)).is_empty());
    /// ```
    #[must_use]
    pub fn complement(&self, within: Span) -> Self {
        Self(vec![within]).difference(self)
    }

    /// The instants that lie in at least `k` of `sets`. `k` = 0 is not a question about sets and gives none.
    ///
    /// # Example: two of three, and more than there are
    /// ```
    /// use sunwise::time::{Instant, Span, Spans};
    /// let span = |from: i32, to: i32| Span::new(Instant::from_epoch(60 * from), Instant::from_epoch(60 * to)).unwrap();
    /// let [a, b, c] = [span(0, 4), span(2, 6), span(3, 9)].map(Spans::from);
    /// assert_eq!(Spans::at_least(2, &[&a, &b, &c]).as_slice(), [span(2, 6)]);
    /// assert!(Spans::at_least(4, &[&a, &b, &c]).is_empty() && Spans::at_least(0, &[&a]).is_empty());
    /// ```
    pub fn at_least(k: usize, sets: &[&Self]) -> Self {
        Self::at_least_counted(k, &sets.iter().map(|&set| (set, 1)).collect::<Vec<_>>())
    }

    /// The instants that lie in at least `k` sets, where each one given stands for so many that are equal (one or more).
    pub fn at_least_counted(k: usize, sets: &[(&Self, usize)]) -> Self {
        let count: usize = sets.iter().map(|(_, times)| times).sum();
        let Some((first, rest)) = sets.split_first().filter(|_| (1..=count).contains(&k)) else { return Self::EMPTY };
        if k == count {
            let mut all = first.0.clone();
            for (set, _) in rest {
                if all.is_empty() {
                    break;
                }
                all = all.intersection(set);
            }
            return all;
        }
        let spans: usize = sets.iter().map(|(set, _)| set.0.len()).sum();
        let start = sets.iter().filter_map(|(set, _)| set.0.first()).map(|span| span.start).min();
        let end = sets.iter().filter_map(|(set, _)| set.0.last()).map(|span| span.end).max();
        let (Some(start), Some(end)) = (start, end) else { return Self::EMPTY };
        let crowded = spans as i64 * MINUTES_A_SPAN >= (end - start).0;
        if crowded { deep_by_minute(k, sets, Span { start, end }) } else { deep_by_edge(k, sets) }
    }

    /// The spans that may have something in common with `within`.
    fn touching(&self, within: Span) -> &[Span] {
        let from = self.0.partition_point(|span| span.end <= within.start);
        let len = self.0[from..].partition_point(|span| span.start < within.end);
        &self.0[from..from + len]
    }
}

/// Where there is a span for every so many minutes, counting minutes is cheaper than sorting edges.
const MINUTES_A_SPAN: i64 = 64;

/// The instants in at least `k` of many sets, counted minute by minute.
fn deep_by_minute(k: usize, sets: &[(&Spans, usize)], over: Span) -> Spans {
    let mut steps = vec![0i32; over.minutes().0 as usize + 1];
    let place = |at: Instant| (at - over.start).0 as usize;
    for &(set, times) in sets {
        for span in set {
            steps[place(span.start)] += times as i32;
            steps[place(span.end)] -= times as i32;
        }
    }
    let (mut depth, mut from, mut found) = (0, None, Vec::new());
    for (minute, step) in steps.iter().enumerate().filter(|(_, step)| **step != 0) {
        depth += step;
        let at = over.start + Minutes(minute as i64);
        match from {
            None if depth >= k as i32 => from = Some(at),
            Some(start) if depth < k as i32 => {
                found.push(Span { start, end: at });
                from = None;
            }
            _ => {}
        }
    }
    Spans(found)
}

/// The instants in at least `k` of some sets, edge by edge.
fn deep_by_edge(k: usize, sets: &[(&Spans, usize)]) -> Spans {
    let mut edges: Vec<(Instant, i32)> = Vec::new();
    for &(set, times) in sets {
        edges.extend(set.iter().flat_map(|span| [(span.start, times as i32), (span.end, -(times as i32))]));
    }
    // A start before an end at the same instant: touching spans of two members stay together.
    edges.sort_unstable_by_key(|&(at, step)| (at, -step));
    let (mut depth, mut start, mut found) = (0, None, Vec::new());
    for (at, step) in edges {
        depth += step;
        match start {
            None if depth >= k as i32 => start = Some(at),
            Some(from) if depth < k as i32 => {
                found.extend(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    found.into_iter().collect()
}

impl FromIterator<Span> for Spans {
    /// Sorts and merges: the given spans may overlap and come in any order.
    fn from_iter<I: IntoIterator<Item = Span>>(iter: I) -> Self {
        let mut spans: Vec<Span> = iter.into_iter().collect();
        if !spans.is_sorted() {
            spans.sort_unstable();
        }
        spans.dedup_by(|span, last| {
            let merges = span.start <= last.end;
            if merges {
                last.end = last.end.max(span.end);
            }
            merges
        });
        Self(spans)
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl<'a> IntoIterator for &'a Spans {
    type Item = &'a Span;
    type IntoIter = std::slice::Iter<'a, Span>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spans(pairs: &[(i32, i32)]) -> Spans {
        pairs.iter().filter_map(|&(a, b)| Span::new(Instant::from_epoch(a), Instant::from_epoch(b))).collect()
    }

    #[test]
    fn touching_spans_merge_and_empty_ones_vanish() {
        assert_eq!(spans(&[(5, 9), (0, 5), (20, 20)]), spans(&[(0, 9)]));
    }

    #[test]
    fn at_least_merges_where_one_leaves_as_another_comes() {
        let (a, b, c) = (spans(&[(0, 10)]), spans(&[(0, 5)]), spans(&[(5, 10)]));
        assert_eq!(Spans::at_least(2, &[&a, &b, &c]), spans(&[(0, 10)]));
        assert_eq!(Spans::at_least(3, &[&a, &b, &c]), Spans::EMPTY);
        assert_eq!(Spans::at_least(0, &[&a]), Spans::EMPTY);
    }

    fn some_spans() -> impl Strategy<Value = Spans> {
        prop::collection::vec((0..60i32, 1..12i32), 0..9)
            .prop_map(|pairs| spans(&pairs.iter().map(|&(a, n)| (a, a + n)).collect::<Vec<_>>()))
    }

    /// Membership minute by minute: the slow, obvious reading of a set.
    fn minutes_of(set: &Spans) -> Vec<bool> {
        (0..80).map(|m| set.iter().any(|s| s.contains(Instant::from_epoch(m)))).collect()
    }

    fn in_normal_form(set: &Spans) -> bool {
        set.as_slice().windows(2).all(|w| w[0].end < w[1].start) && set.iter().all(|s| s.start < s.end)
    }

    proptest! {
        #[test]
        fn operations_are_those_of_sets(a in some_spans(), b in some_spans(), c in some_spans(), k in 1..4usize) {
            let (x, y, z) = (minutes_of(&a), minutes_of(&b), minutes_of(&c));
            let by = |f: &dyn Fn(usize) -> bool| (0..80).map(f).collect::<Vec<_>>();
            prop_assert_eq!(minutes_of(&a.union(&b)), by(&|m| x[m] || y[m]));
            prop_assert_eq!(minutes_of(&a.intersection(&b)), by(&|m| x[m] && y[m]));
            prop_assert_eq!(a.shared_minutes(&b), a.intersection(&b).minutes());
            prop_assert_eq!(minutes_of(&a.difference(&b)), by(&|m| x[m] && !y[m]));
            let deep = Spans::at_least(k, &[&a, &b, &c]);
            prop_assert_eq!(minutes_of(&deep), by(&|m| usize::from(x[m]) + usize::from(y[m]) + usize::from(z[m]) >= k));
            let whole = Span { start: Instant::from_epoch(-5), end: Instant::from_epoch(90) };
            let sets = [(&a, 1), (&b, 1), (&c, 1)];
            let ways = [deep_by_minute(k, &sets, whole), deep_by_edge(k, &sets)];
            prop_assert!(ways.iter().all(|way| *way == deep), "{ways:?} {deep:?}");
            let twice = [(&a, 2), (&b, 1)];
            let ways = [deep_by_minute(k, &twice, whole), deep_by_edge(k, &twice), Spans::at_least_counted(k, &twice)];
            prop_assert!(ways.iter().all(|way| *way == Spans::at_least(k, &[&a, &b, &a])), "{ways:?}");
            for set in [&a.union(&b), &a.intersection(&b), &a.difference(&b), &deep] {
                prop_assert!(in_normal_form(set));
            }
            let window = Span { start: Instant::from_epoch(10), end: Instant::from_epoch(31) };
            prop_assert_eq!(a.minutes_within(window).0, x[10..31].iter().filter(|&&m| m).count() as i64);
            prop_assert_eq!(a.intersects(window), x[10..31].contains(&true));
            prop_assert_eq!(a.covers(window), !x[10..31].contains(&false));
            prop_assert_eq!(a.clip(window), a.intersection(&window.into()));
            prop_assert_eq!(a.clone().into_clipped(window), a.clip(window));
        }
    }
}
