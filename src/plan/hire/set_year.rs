//! What sets of seats share and cover, from the years of the team and of each seat.

use std::collections::HashMap;

use crate::availability::{Book, SharedWeeks, WeekId, Years};
use crate::time::Minutes;

use super::seat::SeatYear;

/// The year of a team and of some seats, of whom sets are asked for.
pub(super) struct SetYear {
    book: Book,
    shared: SharedWeeks,
    over: Minutes,
    team_shares: bool,
    /// By seat and run of equal weeks: what they cover that nobody of the team does, and what they share with all of it.
    free: Vec<Vec<WeekId>>,
    with_all: Vec<Vec<WeekId>>,
    /// How many weeks each run has.
    times: Vec<i64>,
    unions: HashMap<(WeekId, WeekId), WeekId>,
    intersections: HashMap<(WeekId, WeekId), WeekId>,
}

impl SetYear {
    /// The year of the team and these seats.
    pub fn new(team: &Years, seats: &[&SeatYear]) -> Self {
        let mut book = team.book().clone();
        let over = team.calendar().horizon().minutes();
        let (anybody, together) = (team.weeks_of_anybody(), team.weeks_together());
        let changes = |week: usize| {
            week == 0
                || anybody[week] != anybody[week - 1]
                || together[week] != together[week - 1]
                || seats.iter().any(|seat| seat.year.inside[week] != seat.year.inside[week - 1])
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
        for seat in seats {
            let theirs = |week: usize| seat.year.inside[week];
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

    /// Covered by any of the seats and by nobody of the team: minutes a week.
    pub fn gain(&mut self, set: &[usize]) -> Minutes {
        let mut total = 0;
        for run in 0..self.times.len() {
            let (last, others) = (self.free[set[set.len() - 1]][run], &set[..set.len() - 1]);
            let union = others.iter().map(|&seat| self.free[seat][run]).reduce(|a, b| {
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

    /// Shared by all seats and the whole team at once: minutes a week.
    pub fn together(&mut self, set: &[usize]) -> Minutes {
        let mut total = 0;
        for run in 0..self.times.len() {
            let (last, others) = (self.with_all[set[set.len() - 1]][run], &set[..set.len() - 1]);
            let all = others.iter().map(|&seat| self.with_all[seat][run]).reduce(|a, b| {
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
