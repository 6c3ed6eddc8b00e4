//! How long an asker waits for an answerer: from a minute that is uniform over the asker's preferred time until the answerer's next
//! preferred minute (SPEC section 4), week by week.

use super::book::{Book, WeekId, cell};
use super::week::WEEK;
use super::year::Year;
use crate::time::{Minutes, Spans};

/// What the askings of a horizon wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Minutes that are waited by all minutes of asking together.
    pub waited: i64,
    /// The longest wait of any of them.
    pub longest: Minutes,
}

/// The waits that begin in a week, but for what lies beyond its end.
#[derive(Clone, Copy, Debug)]
struct WaitsOfWeek {
    /// Minutes that are waited by all askers' minutes, those that are answered later counted to the end of the week.
    waited: i64,
    longest: Minutes,
    /// Minutes of asking after the last answer of the week.
    late: i64,
    /// From the first of these to the end of the week.
    latest: Minutes,
}

impl WaitsOfWeek {
    fn of(asker: &Spans, answerer: &Spans) -> Self {
        let mut found = Self { waited: 0, longest: Minutes::ZERO, late: 0, latest: Minutes::ZERO };
        let answers = answerer.as_slice();
        let mut next = 0;
        for span in asker {
            let mut at = span.start;
            while at < span.end {
                next += answers[next..].iter().take_while(|answer| answer.end <= at).count();
                let answer = answers.get(next).map_or(WEEK.end, |answer| answer.start);
                if at >= answer {
                    at = answers[next].end;
                    continue;
                }
                let until = answer.min(span.end);
                let (first, last) = (answer - at, answer - until + Minutes(1));
                found.waited += (first + last).0 * (until - at).0 / 2;
                if next < answers.len() {
                    found.longest = found.longest.max(first);
                } else {
                    found.late += (until - at).0;
                    found.latest = found.latest.max(first);
                }
                at = until;
            }
        }
        found
    }

    /// The same `times` times, where the first answer after the week comes so long after its end; nothing where one is needed and
    /// never comes.
    fn with_next(self, beyond: Option<Minutes>, times: i64) -> Option<Wait> {
        let mut wait = Wait { waited: self.waited * times, longest: self.longest };
        if self.late > 0 {
            let beyond = beyond?;
            wait.waited += self.late * beyond.0 * times;
            wait.longest = wait.longest.max(self.latest + beyond);
        }
        Some(wait)
    }
}

/// The waits of pairs of weeks, each counted once. A row of what is remembered is a week of the side that has few different ones.
#[derive(Debug, Default)]
pub struct Waits(Vec<Vec<Option<WaitsOfWeek>>>);

impl Waits {
    /// What is waited over a horizon, if every question is answered; `runs` are stretches of equal weeks.
    pub fn over(
        &mut self,
        book: &Book,
        (asker, answerer): (&Year, &Year),
        is_asker_row: bool,
        runs: &[(usize, i64)],
    ) -> Option<Wait> {
        let mut all = Wait { waited: 0, longest: Minutes::ZERO };
        for &(week, times) in runs {
            let (asks, answers) = (asker.inside[week], answerer.whole[week]);
            let of_week = self.of_week(book, asks, answers, is_asker_row);
            let wait = of_week.with_next(answerer.next[week], times)?;
            all.waited += wait.waited;
            all.longest = all.longest.max(wait.longest);
        }
        Some(all)
    }

    fn of_week(&mut self, book: &Book, asks: WeekId, answers: WeekId, is_asker_row: bool) -> WaitsOfWeek {
        let (row, column) = if is_asker_row { (asks, answers) } else { (answers, asks) };
        let cell = cell(&mut self.0, row, column, None);
        *cell.get_or_insert_with(|| WaitsOfWeek::of(book.week(asks), book.week(answers)))
    }
}

impl Wait {
    /// What is waited in every week of a season by who asks and answers in these minutes of the [`WEEK`]; nothing where nobody ever
    /// answers.
    ///
    /// # Example
    ///
    /// ```
    /// use sunwise::availability::{Wait, steady_week};
    /// use sunwise::time::{Hours, Minutes, Offset, Spans};
    ///
    /// let week = |hours| steady_week(&Hours::parse(hours).unwrap(), Offset(0));
    /// let wait = Wait::steady(&week("Mo-Fr 09:00-17:00"), &week("Mo-Fr 10:00-18:00")).unwrap();
    /// assert_eq!(wait.longest, Minutes::hours(1));
    /// assert_eq!(Wait::steady(&week("Mo-Fr 09:00-17:00"), &Spans::EMPTY), None);
    /// ```
    pub fn steady(asker: &Spans, answerer: &Spans) -> Option<Self> {
        let next = answerer.as_slice().first().map(|first| first.start - WEEK.start);
        WaitsOfWeek::of(asker, answerer).with_next(next, 1)
    }
}
