//! How duties are called: how many, in which tier, and when.

use chrono::NaiveDateTime;

use crate::time::{Span, Zone};
use crate::words::clock::Clock;

/// A number of duties: `1 duty`, `3 duties`.
pub fn duties(number: usize) -> String {
    format!("{number} {}", if number == 1 { "duty" } else { "duties" })
}

/// What a tier is called.
pub fn tier(tier: usize) -> &'static str {
    match tier {
        0 => "Primary",
        1 => "Secondary",
        _ => "Third",
    }
}

/// A span in local time: `Mon 4 Jan, 10:00 - Mon 11 Jan, 10:00`; of a day, the date only once.
pub fn when(span: Span, zone: Zone, clock: Clock) -> String {
    let (start, end) = (zone.local(span.start), zone.local(span.end));
    let last = if start.date() == end.date() { clock.time(end) } else { moment(end, clock) };
    format!("{} – {last}", moment(start, clock))
}

/// A local date and time: `Mon 4 Jan, 10:00`.
pub fn moment(local: NaiveDateTime, clock: Clock) -> String {
    format!("{}, {}", local.format("%a %-d %b"), clock.time(local))
}
