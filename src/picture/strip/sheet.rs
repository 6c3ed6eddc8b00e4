//! Where everything stands on a strip.

use super::Strip;
use crate::picture::Rect;
use crate::time::{Instant, Minutes, Span};
use crate::words::clock::Clock;

/// Above the rows: the times of the windows, and their bars.
const HEAD: f32 = 32.0;
/// Below the rows: the time of a line.
const FOOT: f32 = 30.0;
/// Between two rows.
const GAP: f32 = 4.0;
/// Up to so many rows are drawn high.
const FEW: usize = 9;
/// The room for the time beside a name.
const TIMES: f32 = 74.0;
/// The pointer means a time on this grid, in minutes.
const GRID: i64 = 5;

/// Where everything stands on a strip: between instants and x, rows and y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    day: Span,
    rows: usize,
    names: f32,
    width: f32,
    clock: Clock,
}

impl Sheet {
    /// The sheet of a strip for a width in logical pixels.
    pub fn new(strip: &Strip, width: f32) -> Self {
        let names = if width < 800.0 { 132.0 } else { 188.0 };
        Self { day: strip.day, rows: strip.rows.len(), names, width, clock: strip.clock }
    }

    /// How times are written on it.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The day.
    pub fn day(&self) -> Span {
        self.day
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.bottom() + FOOT
    }

    /// The left edge of the hours.
    pub fn left(&self) -> f32 {
        self.names + TIMES
    }

    /// The right edge of the hours.
    pub fn right(&self) -> f32 {
        self.width.max(self.left() + 24.0)
    }

    /// The upper edge of the rows.
    pub fn top(&self) -> f32 {
        HEAD
    }

    /// The lower edge of the rows.
    pub fn bottom(&self) -> f32 {
        HEAD + self.rows as f32 * (self.row_height() + GAP) - GAP
    }

    fn row_height(&self) -> f32 {
        if self.rows <= FEW { 40.0 } else { 32.0 }
    }

    /// Where an instant stands; one outside of the day at its nearer edge.
    pub fn x(&self, at: Instant) -> f32 {
        let share = (at - self.day.start).0 as f32 / self.day.minutes().0 as f32;
        self.left() + share.clamp(0.0, 1.0) * (self.right() - self.left())
    }

    /// The instant at an x, on a grid of five minutes; nothing beside the hours.
    pub fn instant(&self, x: f32) -> Option<Instant> {
        if !(self.left()..self.right()).contains(&x) {
            return None;
        }
        let share = (x - self.left()) / (self.right() - self.left());
        let minutes = (share * self.day.minutes().0 as f32) as i64;
        Some(self.day.start + Minutes(minutes / GRID * GRID))
    }

    /// The instant at an x, on a grid of five minutes; beside the hours the day's nearer end.
    pub fn nearest(&self, x: f32) -> Instant {
        let share = ((x - self.left()) / (self.right() - self.left())).clamp(0.0, 1.0);
        let minutes = (share * self.day.minutes().0 as f32).round() as i64;
        self.day.start + Minutes(minutes / GRID * GRID)
    }

    /// The hours of a row.
    pub fn hours(&self, row: usize) -> Rect {
        let y = HEAD + row as f32 * (self.row_height() + GAP);
        Rect::new(self.left(), y, self.right() - self.left(), self.row_height())
    }

    /// The name of a row.
    pub fn label(&self, row: usize) -> Rect {
        let hours = self.hours(row);
        Rect::new(0.0, hours.y, self.left() - 6.0, hours.height)
    }

    /// Where the time beside a name stands.
    pub fn time_place(&self, row: usize) -> Rect {
        let hours = self.hours(row);
        Rect::new(self.names, hours.y, TIMES - 6.0, hours.height)
    }

    /// The right end and the middle of the time beside a name.
    pub fn time(&self, row: usize) -> (f32, f32) {
        (self.left() - 14.0, self.hours(row).center().y)
    }

    /// The room of a name, without the time beside it.
    pub fn name_width(&self) -> f32 {
        self.names
    }
}
