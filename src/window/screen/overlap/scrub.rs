//! The time that is looked at: under the pointer, held, or a span that was drawn out.

use crate::time::{Instant, Minutes, Span};
use crate::words::share::When;

/// Spans are whole steps of this many minutes from the start of the day.
const STEP: i64 = 15;
/// How far the pointer is drawn before a span is meant, in minutes.
const LEAST: i64 = 10;
/// How near to the end of a span the pointer takes hold of it, in minutes.
const NEAR: i64 = 12;

/// The time that is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scrub {
    /// Under the pointer.
    pointed: Option<Instant>,
    /// What stays until it is let go.
    kept: Option<When>,
    /// While the button is down.
    drag: Option<Drag>,
}

/// A span that is being drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    /// The end that stays.
    from: Instant,
    /// Whether the pointer has gone far enough to mean it.
    is_meant: bool,
}

impl Scrub {
    /// What is looked at: what is kept, or else what is under the pointer.
    pub fn shown(self) -> Option<When> {
        self.kept.or(self.pointed.map(When::At))
    }

    /// What stays.
    pub fn kept(self) -> Option<When> {
        self.kept
    }

    /// Whether a span is being drawn.
    pub fn is_drawn(self) -> bool {
        self.drag.is_some()
    }

    /// Keeps a time.
    pub fn keep(&mut self, when: When) {
        *self = Self { pointed: self.pointed, kept: Some(when), drag: None };
    }

    /// Lets go of everything that stays.
    pub fn release(&mut self) {
        (self.kept, self.drag) = (None, None);
    }

    /// The pointer is at a time of the day, or left it.
    pub fn point(&mut self, at: Option<Instant>, day: Span) {
        let (Some(drag), Some(at)) = (&mut self.drag, at) else {
            if self.drag.is_none() {
                self.pointed = at;
            }
            return;
        };
        drag.is_meant |= (at - drag.from).0.abs() >= LEAST;
        if drag.is_meant {
            self.kept = spanned(drag.from, at, day).map(When::Over);
        }
    }

    /// The button was pressed at a time: near an end of a span it takes hold of that end; else what was kept is let go, or the
    /// time is kept if nothing was.
    pub fn press(&mut self, at: Instant) {
        self.pointed = Some(at);
        if let Some(When::Over(span)) = self.kept {
            let near = |end: Instant| (at - end).0.abs() <= NEAR;
            let from = if near(span.end) { Some(span.start) } else { near(span.start).then_some(span.end) };
            if let Some(from) = from {
                self.drag = Some(Drag { from, is_meant: true });
                return;
            }
        }
        self.kept = if self.kept.is_some() { None } else { Some(When::At(at)) };
        self.drag = Some(Drag { from: at, is_meant: false });
    }

    /// The button was let go.
    pub fn drop(&mut self) {
        self.drag = None;
    }

    /// Another day is shown: what is kept stays if it begins there.
    pub fn turn_to(&mut self, day: Span) {
        (self.pointed, self.drag) = (None, None);
        self.kept = self.kept.filter(|when| day.contains(when.start()));
    }
}

/// The steps of the day that two times touch.
fn spanned(from: Instant, to: Instant, day: Span) -> Option<Span> {
    let (first, last) = if from <= to { (from, to) } else { (to, from) };
    let down = (first - day.start).0.div_euclid(STEP) * STEP;
    let up = -(-(last - day.start).0).div_euclid(STEP) * STEP;
    let span = Span { start: day.start + Minutes(down), end: day.start + Minutes(up.max(down + STEP)) };
    span.intersection(day)
}

/// The same time or span, moved.
pub fn moved(when: When, by: Minutes) -> When {
    match when {
        When::At(at) => When::At(at + by),
        When::Over(span) => When::Over(Span { start: span.start + by, end: span.end + by }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Instant {
        Instant::from_epoch(0) + Minutes(minutes)
    }

    const DAY: Span = Span { start: Instant::from_epoch(0), end: Instant::from_epoch(1440) };

    /// Presses at the first time, goes on to the others, lets go; what is kept as `start-end` or `at`.
    fn drawn(scrub: &mut Scrub, times: &[i64]) -> String {
        scrub.press(at(times[0]));
        for &time in &times[1..] {
            scrub.point(Some(at(time)), DAY);
        }
        scrub.drop();
        match scrub.kept() {
            None => "nothing".to_owned(),
            Some(When::At(kept)) => (kept - at(0)).0.to_string(),
            Some(When::Over(span)) => format!("{}-{}", (span.start - at(0)).0, (span.end - at(0)).0),
        }
    }

    #[test]
    fn a_press_keeps_a_time_and_lets_it_go() {
        let mut scrub = Scrub::default();
        assert_eq!(drawn(&mut scrub, &[605]), "605");
        scrub.point(Some(at(700)), DAY);
        assert_eq!(scrub.shown(), Some(When::At(at(605))), "the pointer no longer matters");
        assert_eq!(drawn(&mut scrub, &[700, 705]), "nothing", "a hand is not always still");
        assert_eq!(scrub.shown(), Some(When::At(at(700))));
        scrub.point(None, DAY);
        assert_eq!(scrub.shown(), None);
    }

    #[test]
    fn a_drag_is_a_span_of_quarters() {
        for (times, kept) in [
            (&[605, 640, 690][..], "600-690"),
            (&[690, 600, 605], "600-690"),
            (&[605, 640, 605], "600-615"),
            (&[1400, 2000], "1395-1440"),
            (&[5, -50], "0-15"),
        ] {
            assert_eq!(drawn(&mut Scrub::default(), times), kept, "{times:?}");
        }
    }

    #[test]
    fn a_span_is_held_at_its_ends() {
        let mut scrub = Scrub::default();
        drawn(&mut scrub, &[600, 660]);
        assert_eq!(drawn(&mut scrub, &[655, 720]), "600-720", "its end");
        assert_eq!(drawn(&mut scrub, &[600, 540]), "540-720", "its start");
        assert_eq!(drawn(&mut scrub, &[545, 780]), "720-780", "over the other end");
        assert_eq!(drawn(&mut scrub, &[900]), "nothing");
        drawn(&mut scrub, &[600, 660]);
        assert_eq!(drawn(&mut scrub, &[300, 420]), "300-420", "a new one takes its place");
    }

    #[test]
    fn another_day_keeps_only_its_own() {
        let mut scrub = Scrub::default();
        scrub.keep(When::At(at(1500)));
        let next = Span { start: at(1440), end: at(2880) };
        scrub.turn_to(next);
        assert_eq!(scrub.kept(), Some(When::At(at(1500))));
        scrub.turn_to(DAY);
        assert_eq!(scrub.kept(), None);
    }
}
