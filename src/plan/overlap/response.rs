use crate::time::{Minutes, Spans};

/// How far beyond a horizon an answer is looked for: weekly hours recur within a week, and a stay in another zone moves
/// them by a day at most.
pub(super) const REACH: Minutes = Minutes(15 * 24 * 60);

/// How long an asker waits for an answerer: from a minute that is uniform over the asker's preferred time until the answerer's
/// next preferred minute; 0 when they are already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// Who asks, as a place among the members.
    pub from: usize,
    /// Who answers.
    pub to: usize,
    /// The mean, rounded to a minute; nothing when one of them has no hours.
    pub mean: Option<Minutes>,
    /// The longest; nothing when one of them has no hours.
    pub longest: Option<Minutes>,
}

/// The waits of `from` for `to`, whose preferred times these are. The answerer's should reach a fortnight beyond the asker's.
pub fn response(from: usize, to: usize, asker: &Spans, answerer: &Spans) -> Response {
    let (mut waited, mut longest, mut never) = (0, Minutes::ZERO, false);
    let answers = answerer.as_slice();
    let mut next = 0;
    for span in asker {
        let mut at = span.start;
        while at < span.end {
            next += answers[next..].iter().take_while(|answer| answer.end <= at).count();
            let Some(answer) = answers.get(next) else {
                never = true;
                break;
            };
            if at < answer.start {
                let until = answer.start.min(span.end);
                let (first, last) = ((answer.start - at).0, (answer.start - until).0 + 1);
                waited += (first + last) * (until - at).0 / 2;
                longest = longest.max(Minutes(first));
                at = until;
            } else {
                at = answer.end;
            }
        }
    }
    let minutes = asker.minutes().0;
    let known = minutes > 0 && !never;
    Response { from, to, mean: known.then(|| Minutes::ratio(waited, minutes)), longest: known.then_some(longest) }
}
