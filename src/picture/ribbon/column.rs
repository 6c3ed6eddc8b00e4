//! The hours of a day of a ribbon, drawn as one with those of days alike.

use crate::plan::overlap::{Ribbon, RibbonDay};
use crate::time::{Minutes, Span, Zone};

/// Minutes of a day's clock.
const DAY: u16 = 1440;

/// A day on the clock: stretches in minutes of the clock, with how many are there; nothing where the clock leaves them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column(pub Vec<(u16, u16, Option<usize>)>);

/// The days of a ribbon on its clock.
pub fn columns(ribbon: &Ribbon) -> Vec<Column> {
    ribbon.days.iter().map(|day| column(ribbon.zone, day)).collect()
}

fn column(zone: Zone, day: &RibbonDay) -> Column {
    let plain = day.span.minutes() == Minutes::DAY && zone.transitions(day.span).next().is_none();
    if !plain {
        return turned(zone, day);
    }
    let minute = |at: crate::time::Instant| (at - day.span.start).0 as u16;
    let shown = |&(span, depth): &(Span, usize)| (minute(span.start), minute(span.end), Some(depth));
    Column(day.depth.iter().map(shown).collect())
}

/// A day on which the clock is turned, minute by minute.
fn turned(zone: Zone, day: &RibbonDay) -> Column {
    let mut minutes: Vec<Option<usize>> = vec![None; usize::from(DAY)];
    for &(span, depth) in &day.depth {
        let mut at = span.start;
        while at < span.end {
            let local = zone.local(at);
            let minute = (local - day.date.and_time(chrono::NaiveTime::MIN)).num_minutes();
            if let Some(known) = usize::try_from(minute).ok().and_then(|minute| minutes.get_mut(minute)) {
                *known = Some(known.map_or(depth, |known| known.min(depth)));
            }
            at = at + Minutes(1);
        }
    }
    let mut stretches = Vec::new();
    let mut start = 0;
    for same in minutes.chunk_by(|a, b| a == b) {
        let end = start + same.len() as u16;
        stretches.push((start, end, same[0]));
        start = end;
    }
    Column(stretches)
}
