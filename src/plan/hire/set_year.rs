use std::collections::HashMap;

use crate::time::Minutes;

use super::team_year::Guest;
use super::weeks::{Book, SharedWeeks, WeekId};

/// The year of a team and of some guests, of whom sets are asked for.
pub(super) struct SetYear {
    book: Book,
    shared: SharedWeeks,
    over: Minutes,
    team_shares: bool,
    /// By guest and run of equal weeks: what they cover that nobody of the team does, and what they share with all of it.
    free: Vec<Vec<WeekId>>,
    with_all: Vec<Vec<WeekId>>,
    /// How many weeks each run has.
    times: Vec<i64>,
    unions: HashMap<(WeekId, WeekId), WeekId>,
    intersections: HashMap<(WeekId, WeekId), WeekId>,
}

impl SetYear {
    /// `anybody` and `together` are the team's weeks.
    pub fn new(mut book: Book, over: Minutes, (anybody, together): (&[WeekId], &[WeekId]), guests: &[&Guest]) -> Self {
        let changes = |week: usize| {
            week == 0
                || anybody[week] != anybody[week - 1]
                || together[week] != together[week - 1]
                || guests.iter().any(|guest| guest.year.inside[week] != guest.year.inside[week - 1])
        };
        let mut runs: Vec<(usize, i64)> = Vec::new();
        for week in 0..anybody.len() {
            match runs.last_mut() {
                Some((_, times)) if !changes(week) => *times += 1,
                _ => runs.push((week, 1)),
            }
        }
        let mut combined: HashMap<(WeekId, WeekId, bool), WeekId> = HashMap::new();
        let mut combine = |book: &mut Book, theirs: WeekId, ours: WeekId, within: bool| {
            *combined.entry((theirs, ours, within)).or_insert_with(|| {
                let (theirs, ours) = (book.week(theirs), book.week(ours));
                let week = if within { theirs.intersection(ours) } else { theirs.difference(ours) };
                book.number(week)
            })
        };
        let (mut free, mut with_all) = (Vec::new(), Vec::new());
        for guest in guests {
            let theirs = |week: usize| guest.year.inside[week];
            free.push(runs.iter().map(|&(week, _)| combine(&mut book, theirs(week), anybody[week], false)).collect());
            with_all
                .push(runs.iter().map(|&(week, _)| combine(&mut book, theirs(week), together[week], true)).collect());
        }
        Self {
            team_shares: together.iter().any(|&week| book.minutes(week) > Minutes::ZERO),
            book,
            shared: SharedWeeks::default(),
            over,
            free,
            with_all,
            times: runs.iter().map(|&(_, times)| times).collect(),
            unions: HashMap::new(),
            intersections: HashMap::new(),
        }
    }

    /// Whether the whole team has time together.
    pub fn team_shares(&self) -> bool {
        self.team_shares
    }

    /// Covered by any of the guests and by nobody of the team: minutes a week.
    pub fn gain(&mut self, set: &[usize]) -> Minutes {
        let mut total = 0;
        for run in 0..self.times.len() {
            let (last, others) = (self.free[set[set.len() - 1]][run], &set[..set.len() - 1]);
            let union = others.iter().map(|&guest| self.free[guest][run]).reduce(|a, b| {
                let book = &mut self.book;
                *self.unions.entry((a, b)).or_insert_with(|| {
                    let union = book.week(a).union(book.week(b));
                    book.number(union)
                })
            });
            let alone = self.book.minutes(last).0;
            let minutes = match union {
                Some(union) => self.book.minutes(union).0 + alone - self.shared.minutes(&self.book, union, last).0,
                None => alone,
            };
            total += minutes * self.times[run];
        }
        self.a_week(total)
    }

    /// Shared by all guests and the whole team at once: minutes a week.
    pub fn together(&mut self, set: &[usize]) -> Minutes {
        let mut total = 0;
        for run in 0..self.times.len() {
            let (last, others) = (self.with_all[set[set.len() - 1]][run], &set[..set.len() - 1]);
            let all = others.iter().map(|&guest| self.with_all[guest][run]).reduce(|a, b| {
                let book = &mut self.book;
                *self.intersections.entry((a, b)).or_insert_with(|| {
                    let both = book.week(a).intersection(book.week(b));
                    book.number(both)
                })
            });
            let minutes = match all {
                Some(all) => self.shared.minutes(&self.book, all, last),
                None => self.book.minutes(last),
            };
            total += minutes.0 * self.times[run];
        }
        self.a_week(total)
    }

    fn a_week(&self, total: i64) -> Minutes {
        Minutes::ratio(total * Minutes::WEEK.0, self.over.0)
    }
}
