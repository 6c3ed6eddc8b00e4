//! What a rota hands out: shifts, and in each a duty a tier.

use crate::time::{Instant, Minutes, Span, Spans};

/// What one person holds at a time: a plain shift is one piece, a block seven daily ones.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::Shift;
/// use sunwise::time::{Instant, Minutes, Span};
///
/// let monday = Instant::midnight("2027-01-04".parse()?);
/// let piece = |day: i64| {
///     let start = monday + Minutes::hours(24 * day + 9);
///     Span { start, end: start + Minutes::hours(8) }
/// };
/// let block = Shift { pieces: vec![piece(0), piece(1)], week: 0 };
/// assert_eq!(block.minutes(), Minutes::hours(16));
/// assert_eq!(block.end() - block.start(), Minutes::hours(32));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The pieces in time order; never empty.
    pub pieces: Vec<Span>,
    /// The calendar week in which the first piece starts, counted on by one from Monday to Monday of the anchor zone.
    pub week: i64,
}

impl Shift {
    /// When the first piece starts: this is when the shift starts.
    pub fn start(&self) -> Instant {
        self.pieces[0].start
    }

    /// When the last piece ends.
    pub fn end(&self) -> Instant {
        self.pieces[self.pieces.len() - 1].end
    }

    /// How long its holder is on duty.
    pub fn minutes(&self) -> Minutes {
        self.pieces.iter().map(|piece| piece.minutes()).sum()
    }

    /// The pieces, with those that touch as one stretch of duty.
    pub fn stretches(&self) -> Spans {
        self.pieces.iter().copied().collect()
    }
}

/// One tier of one shift: what a person holds or nobody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duty {
    /// The shift's place in time order.
    pub shift: usize,
    /// The tier, 0 for the primary.
    pub tier: usize,
}
