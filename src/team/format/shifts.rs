//! How a rota is cut into shifts, as a file has it.

use chrono::Weekday;

use super::decoder::Decoder;
use super::form::{By, Whole};
use super::layout::Layout;
use super::row::alone;
use super::table::{Table, nothing_more};
use crate::spelling::{did_you_mean, nearest};
use crate::team::ron::{Node, Value};
use crate::team::{Shifts, WeeklyBoundary};
use crate::time::TimeOfDay;
use crate::time::hours::{day_name, day_named};

pub(super) const SHIFTS: By<Shifts> = By {
    read: |decoder, node| decoder.shifts(node),
    show: |shifts| CUTS.iter().find_map(|cut| (cut.show)(shifts)).expect("every way to cut shifts has its row"),
};

/// A way to cut a rota into shifts: a name before a group.
struct Cut {
    name: &'static str,
    example: &'static str,
    read: fn(&mut Decoder<'_>, &Node) -> Option<Shifts>,
    /// Nothing of another way.
    show: fn(&Shifts) -> Option<Layout>,
}

static CUTS: [Cut; 4] = [
    Cut {
        name: "Weekly",
        example: "Weekly(at: \"Mo 10:00\")",
        read: |decoder, node| WEEKLY.read(decoder, node).map(Shifts::Weekly),
        show: |shifts| if let Shifts::Weekly(at) = shifts { Some(WEEKLY.show_named(at)) } else { None },
    },
    Cut {
        name: "Daily",
        example: "Daily(at: [\"06:00\", \"18:00\"])",
        read: |decoder, node| DAILY.read(decoder, node).map(Shifts::Daily),
        show: |shifts| if let Shifts::Daily(at) = shifts { Some(DAILY.show_named(at)) } else { None },
    },
    Cut {
        name: "Blocks",
        example: "Blocks(at: [\"06:00\", \"18:00\"])",
        read: |decoder, node| BLOCKS.read(decoder, node).map(Shifts::Blocks),
        show: |shifts| if let Shifts::Blocks(at) = shifts { Some(BLOCKS.show_named(at)) } else { None },
    },
    Cut {
        name: "SunWise",
        example: "SunWise(legs: 3)",
        read: |decoder, node| SUN_WISE.read(decoder, node).map(Shifts::SunWise),
        show: |shifts| if let Shifts::SunWise(legs) = shifts { Some(SUN_WISE.show_named(legs)) } else { None },
    },
];

pub(super) static WEEKLY: Table<WeeklyBoundary> = Table {
    name: "Weekly",
    said: "`Weekly`",
    blank: |()| WeeklyBoundary { day: Weekday::Mon, time: TimeOfDay::MIDNIGHT },
    rows: &[&alone::<WeeklyBoundary, _>("at", BOUNDARY)],
    check: nothing_more,
};
pub(super) static DAILY: Table<Vec<TimeOfDay>> = Table {
    name: "Daily",
    said: "`Daily`",
    blank: |()| Vec::new(),
    rows: &[&alone::<Vec<TimeOfDay>, _>("at", BOUNDARIES)],
    check: nothing_more,
};
pub(super) static BLOCKS: Table<Vec<TimeOfDay>> = Table { name: "Blocks", said: "`Blocks`", ..DAILY };
pub(super) static SUN_WISE: Table<u8> = Table {
    name: "SunWise",
    said: "`SunWise`",
    blank: |()| 1,
    rows: &[&alone::<u8, _>("legs", Whole { what: "the number of legs", least: 1, most: MOST_LEGS })],
    check: nothing_more,
};

/// Legs of a chain, at most.
const MOST_LEGS: u32 = 8;
/// Boundaries of a day, at most.
const MOST_BOUNDARIES: usize = 24;

const BOUNDARY: By<WeeklyBoundary> = By {
    read: |decoder, node| decoder.weekly_boundary(node),
    show: |at| Layout::text(&format!("{} {}", day_name(at.day), at.time)),
};
const BOUNDARIES: By<Vec<TimeOfDay>> = By {
    read: |decoder, node| decoder.boundaries(node),
    show: |times| Layout::List(times.iter().map(Layout::quoted).collect()),
};

impl Decoder<'_> {
    fn shifts(&mut self, node: &Node) -> Option<Shifts> {
        let (Value::Struct(Some(name), _) | Value::Tuple(Some(name), _) | Value::Word(name)) = &node.value else {
            self.expected(node, &format!("shifts such as {}", CUTS[0].example));
            return None;
        };
        let Some(cut) = CUTS.iter().find(|cut| cut.name == name) else {
            let names = CUTS.each_ref().map(|cut| cut.name);
            let advice = did_you_mean(nearest(name, names.map(|name| (name, name))));
            let name: String = name.chars().take(40).collect();
            let message = format!("expected shifts {}, found `{name}`{advice}", names.join(", "));
            self.error(node.range.clone(), message);
            return None;
        };
        if !matches!(node.value, Value::Struct(..)) {
            self.error(node.range.clone(), format!("`{name}` needs its field; write {}", cut.example));
            return None;
        }
        (cut.read)(self, node)
    }

    fn weekly_boundary(&mut self, node: &Node) -> Option<WeeklyBoundary> {
        let text = self.text(node)?;
        let parts = text.split_once(' ').map(|(day, time)| (day_named(day), time.trim().parse::<TimeOfDay>()));
        if let Some((Some(day), Ok(time))) = parts {
            return Some(WeeklyBoundary { day, time });
        }
        let message = "expected a weekday and a time, such as \"Mo 10:00\"; the days are Mo, Tu, We, Th, Fr, Sa, Su";
        self.error(node.range.clone(), message);
        None
    }

    /// Times of a day, one after the other.
    fn boundaries(&mut self, node: &Node) -> Option<Vec<TimeOfDay>> {
        let mut last: Option<TimeOfDay> = None;
        let times = self.list(node, |decoder, node| {
            let time = decoder.time_of_day(node)?;
            if let Some(before) = last.filter(|&before| before >= time) {
                let message = format!("`{time}` does not come after `{before}`; write the times of a day in order");
                decoder.error(node.range.clone(), message);
            }
            last = Some(time);
            Some(time)
        })?;
        if (1..=MOST_BOUNDARIES).contains(&times.len()) {
            return Some(times);
        }
        if node.items().is_empty() || times.len() > MOST_BOUNDARIES {
            self.error(node.range.clone(), format!("a day has from 1 to {MOST_BOUNDARIES} boundaries"));
        }
        None
    }
}
