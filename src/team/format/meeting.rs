//! Meetings, as a file has them.

use super::carried::CARRIED;
use super::decoder::Decoder;
use super::fields::Fields;
use super::form::{By, DATE, MEMBER_NAMES, Maybe, OWN_NAME, TRUTH, Whole};
use super::horizon::WEEKS;
use super::layout::Layout;
use super::member::MOST_MEMBERS;
use super::row::{Own, needed, optional};
use super::slot::SLOT;
use super::table::Table;
use crate::team::ron::{Node, Value};
use crate::team::{Attendees, Every, Meeting, MeetingOptions, Nth};
use crate::time::Minutes;

pub(super) static MEETING: Table<Meeting> = Table {
    name: "Meeting",
    said: "a meeting",
    blank: |()| Meeting {
        name: String::new(),
        minutes: Minutes::ZERO,
        every: Every::Week,
        attendees: Attendees::default(),
        slots: 1,
        from: None,
        weeks: Meeting::USUAL_WEEKS,
        chosen: Vec::new(),
        options: MeetingOptions::default(),
    },
    rows: &[
        needed!(Meeting.name, OWN_NAME),
        needed!(Meeting.minutes, LENGTH),
        needed!(Meeting.every, EVERY),
        optional!(Meeting.attendees.required as "with", MEMBER_NAMES),
        &Own::<Meeting> {
            names: ["optional"],
            read: |decoder, fields, meeting, ()| {
                let Attendees { required, optional } = &mut meeting.attendees;
                let read = |decoder: &mut Decoder<'_>, node: &Node| decoder.member_names(node, required);
                *optional = decoder.optional(fields, "optional", read).unwrap_or_default();
                Some(())
            },
            show: |meeting| {
                let optional = &meeting.attendees.optional;
                (!optional.is_empty()).then(|| Layout::texts(optional))
            },
        },
        optional!(Meeting.slots, Whole { what: "the number of slots", least: 1, most: MOST_SLOTS }),
        optional!(Meeting.from, Maybe(DATE)),
        optional!(Meeting.weeks, WEEKS),
        &Own::<Meeting> {
            names: ["chosen"],
            read: |decoder, fields, meeting, ()| {
                let every = fields.is_usable("every").then_some(meeting.every);
                let slot = |decoder: &mut Decoder<'_>, node: &Node| SLOT.read_within(decoder, node, &every);
                meeting.chosen = decoder.items(fields, "chosen", slot);
                Some(())
            },
            show: |meeting| {
                let slots = meeting.chosen.iter().map(|slot| Layout::Group("", SLOT.show_within(slot, &None)));
                (!meeting.chosen.is_empty()).then(|| Layout::List(slots.collect()))
            },
        },
        optional!(Meeting.options.max_bad_slots, Maybe(Whole { what: "`{}`", least: 0, most: MOST_SLOTS })),
        optional!(Meeting.options.comfort_every, Maybe(Whole { what: "`{}`", least: 1, most: MOST_IN_A_ROW })),
        optional!(Meeting.options.quorum, Maybe(Whole { what: "`{}`", least: 1, most: MOST_MEMBERS as u32 })),
        optional!(Meeting.options.keep_chosen, TRUTH),
        optional!(Meeting.options.carried, CARRIED),
    ],
    check: |decoder, fields, meeting| {
        decoder.check_horizon(fields, "from", meeting.from, meeting.weeks.into());
        decoder.check_chosen(fields, meeting.chosen.len(), meeting.slots);
    },
};

/// Slots of a rotation, at most.
const MOST_SLOTS: u32 = 4;
/// Occurrences in a row, at most, of which one is in comfort.
const MOST_IN_A_ROW: u32 = 1000;

const LENGTH: By<Minutes> = By {
    read: |decoder, node| {
        let minutes = decoder.whole(node, "the length of a meeting in minutes", 1, 1440)?;
        Some(Minutes(minutes.into()))
    },
    show: |minutes| Layout::shown(minutes.0),
};
const EVERY: By<Every> = By {
    read: |decoder, node| decoder.every(node),
    show: |&every| match every {
        Every::Month(Nth::FromStart(nth)) => Layout::Variant(MONTH, nth.to_string()),
        Every::Month(Nth::Last) => Layout::Variant(MONTH, LAST.to_owned()),
        plain => Layout::shown(EVERY_PLAIN.iter().find(|(_, every)| *every == plain).map_or("", |(name, _)| name)),
    },
};
const EVERY_PLAIN: [(&str, Every); 4] = [
    ("Weekday", Every::Weekday),
    ("Week", Every::Week),
    ("TwoWeeks", Every::TwoWeeks),
    ("FourWeeks", Every::FourWeeks),
];
const MONTH: &str = "Month";
const LAST: &str = "Last";

impl Decoder<'_> {
    fn every(&mut self, node: &Node) -> Option<Every> {
        match &node.value {
            Value::Tuple(Some(name), items) if name == MONTH && items.len() == 1 => {
                self.nth(&items[0]).map(Every::Month)
            }
            Value::Word(word) if word == MONTH => {
                let message = "which weekday of the month? write Month(1) to Month(4), or Month(Last)";
                self.error(node.range.clone(), message);
                None
            }
            _ => self.choice(node, &EVERY_PLAIN, &["Month(2)", "Month(Last)"]),
        }
    }

    fn nth(&mut self, node: &Node) -> Option<Nth> {
        match &node.value {
            Value::Word(word) if word == LAST => Some(Nth::Last),
            Value::Number(_) => self.whole(node, "the place in the month", 1, 4).map(|nth| Nth::FromStart(nth as u8)),
            _ => {
                self.expected(node, "a number from 1 to 4, or Last");
                None
            }
        }
    }

    fn check_chosen(&mut self, fields: &Fields<'_>, chosen: usize, slots: u8) {
        let Some(node) = fields.get("chosen") else { return };
        if chosen > MOST_SLOTS as usize {
            self.error(node.range.clone(), format!("at most {MOST_SLOTS} slots take turns, and {chosen} are chosen"));
        } else if chosen > 0 && chosen != usize::from(slots) {
            let message = format!("`slots` is {slots}, but `chosen` lists {chosen}");
            self.warning(node.range.clone(), message);
        }
    }
}
