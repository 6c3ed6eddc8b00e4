//! The lines of a team file that a settled meeting takes.

use crate::plan::meet::Settled;
use crate::time::hours::day_name;

/// The fields that change, as they are written in the team file.
pub fn carried_lines(settled: &Settled) -> Vec<String> {
    let meeting = &settled.meeting;
    let slots = meeting.chosen.iter().map(|slot| {
        let day = slot.weekday.map(|day| format!("weekday: \"{}\", ", day_name(day))).unwrap_or_default();
        format!("({day}start: \"{}\", anchor: \"{}\")", slot.start, slot.anchor)
    });
    let points = meeting.options.carried.iter().map(|(name, points)| format!("{name:?}: {points:?}"));
    let from = meeting.from.map(|from| format!("from: \"{from}\","));
    from.into_iter()
        .chain([
            format!("chosen: [{}],", slots.collect::<Vec<_>>().join(", ")),
            format!("carried: {{{}}},", points.collect::<Vec<_>>().join(", ")),
        ])
        .collect()
}
