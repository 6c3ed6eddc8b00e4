//! Where everything stands on a ribbon.

use chrono::NaiveDate;

use super::year::Year;
use crate::picture::{Point, Rect};
use crate::time::Instant;

/// Above the hours: the notches with their names.
pub const HEAD: f32 = 38.0;
/// Below: the months.
pub const FOOT: f32 = 22.0;
/// At the left: the hours.
pub const HOURS: f32 = 44.0;
/// How high an hour is, in logical pixels.
pub const HOUR: f32 = 9.0;
/// Where everything stands on a ribbon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    days: usize,
    /// How wide it is.
    pub width: f32,
}

impl Sheet {
    /// The sheet of a ribbon for a width in logical pixels.
    pub fn new(year: &Year, width: f32) -> Self {
        Self { days: year.ribbon.days.len().max(1), width: width.max(HOURS + 100.0) }
    }

    /// How high it is.
    pub fn height(self) -> f32 {
        HEAD + 24.0 * HOUR + FOOT
    }

    /// The hours of all days.
    pub fn plot(self) -> Rect {
        Rect::new(HOURS, HEAD, self.width - HOURS, 24.0 * HOUR)
    }

    /// The left edge of the day with this number.
    pub fn x(self, day: usize) -> f32 {
        HOURS + (self.width - HOURS) * day as f32 / self.days as f32
    }

    /// The height of a minute of the clock.
    pub fn y(minute: u16) -> f32 {
        HEAD + HOUR * f32::from(minute) / 60.0
    }

    /// The date and the hour of the clock at a point; nothing beside the hours.
    pub fn place(self, year: &Year, at: Point) -> Option<Place> {
        let plot = self.plot();
        if !plot.covers(at) {
            return None;
        }
        let day = ((at.x - plot.x) / plot.width * self.days as f32) as usize;
        let hour = ((at.y - plot.y) / HOUR) as u16;
        let day = year.ribbon.days.get(day)?;
        Some(Place { date: day.date, hour })
    }
}

/// A place on the ribbon: an hour of a date, by the reader's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The date.
    pub date: NaiveDate,
    /// The hour, from 0 to 23.
    pub hour: u16,
}

impl Place {
    /// The instant at which the hour begins; of one that the clocks leave out, the next.
    pub fn instant(self, year: &Year) -> Instant {
        year.ribbon.zone.instant_at(self.date, self.hour * 60)
    }
}
