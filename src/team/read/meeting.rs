use chrono::{Days, NaiveDate, Weekday};

use super::MOST_MEMBERS;
use super::decoder::Decoder;
use super::fields::{Fields, Kind};
use super::name::Taken;
use crate::spelling::did_you_mean;
use crate::team::ron::{Node, Value};
use crate::team::{Attendees, Every, Meeting, MeetingOptions, Nth, Slot};
use crate::time::hours::day_named;
use crate::time::{HORIZON_END, Minutes, TimeOfDay};

static MEETING: Kind = Kind {
    name: "Meeting",
    said: "a meeting",
    fields: &[
        "name",
        "minutes",
        "every",
        "with",
        "optional",
        "slots",
        "from",
        "weeks",
        "chosen",
        "max_bad_slots",
        "comfort_every",
        "quorum",
        "keep_chosen",
        "carried",
    ],
};
static SLOT: Kind = Kind { name: "Slot", said: "a slot", fields: &["weekday", "start", "anchor"] };

/// Weeks of a horizon, at most: ten years.
const MOST_WEEKS: u32 = 520;
/// Slots of a rotation, at most.
const MOST_SLOTS: u32 = 4;
/// Occurrences in a row, at most, of which one is in comfort.
const MOST_IN_A_ROW: u32 = 1000;
/// Minutes between the times at which a slot can start.
const GRID: u16 = 15;

impl Decoder<'_> {
    pub(super) fn meeting(&mut self, node: &Node, taken: &mut Taken) -> Option<Meeting> {
        let fields = self.fields(node, &MEETING)?;
        let name = self.required(&fields, "name", |decoder, node| decoder.own_name(node, taken));
        let minutes = self.required(&fields, "minutes", |decoder, node| {
            decoder.whole(node, "the length of a meeting in minutes", 1, 1440)
        });
        let every = self.required(&fields, "every", Self::every);
        let required =
            self.optional(&fields, "with", |decoder, node| decoder.member_names(node, &[])).unwrap_or_default();
        let optional = self
            .optional(&fields, "optional", |decoder, node| decoder.member_names(node, &required))
            .unwrap_or_default();
        let slots = self
            .optional(&fields, "slots", |decoder, node| decoder.whole(node, "the number of slots", 1, MOST_SLOTS))
            .unwrap_or(1) as u8;
        let from = self.optional(&fields, "from", Self::date);
        let weeks = self.optional(&fields, "weeks", Self::weeks).unwrap_or(Meeting::USUAL_WEEKS);
        self.check_horizon(&fields, "from", from, weeks.into());
        let chosen = self.items(&fields, "chosen", |decoder, node| decoder.slot(node, every));
        self.check_chosen(&fields, chosen.len(), slots);
        let options = self.meeting_options(&fields);
        Some(Meeting {
            name: name?,
            minutes: Minutes(minutes?.into()),
            every: every?,
            attendees: Attendees { required, optional },
            slots,
            from,
            weeks,
            chosen,
            options,
        })
    }

    fn meeting_options(&mut self, fields: &Fields<'_>) -> MeetingOptions {
        let mut number = |name: &str, least: u32, most: u32| {
            let what = format!("`{name}`");
            self.optional(fields, name, |decoder, node| decoder.whole(node, &what, least, most))
        };
        let max_bad_slots = number("max_bad_slots", 0, MOST_SLOTS).map(|most| most as u8);
        let comfort_every = number("comfort_every", 1, MOST_IN_A_ROW).map(|row| row as u16);
        let quorum = number("quorum", 1, MOST_MEMBERS as u32).map(|least| least as u16);
        let keep_chosen = self.optional(fields, "keep_chosen", Self::truth).unwrap_or_default();
        let carried = self.optional(fields, "carried", Self::carried).unwrap_or_default();
        MeetingOptions { max_bad_slots, comfort_every, quorum, keep_chosen, carried }
    }

    /// The weeks of a horizon.
    pub(super) fn weeks(&mut self, node: &Node) -> Option<u16> {
        self.whole(node, "the number of weeks", 1, MOST_WEEKS).map(|weeks| weeks as u16)
    }

    /// Notes at the field `weeks`, or else at `start`, a horizon that ends after the last year whose rules are known.
    pub(super) fn check_horizon(&mut self, fields: &Fields<'_>, start: &str, from: Option<NaiveDate>, weeks: u64) {
        let end = from.and_then(|from| from.checked_add_days(Days::new(7 * weeks)));
        if end.is_some_and(|end| end > HORIZON_END)
            && let Some(node) = fields.get("weeks").or(fields.get(start))
        {
            self.error(node.range.clone(), "these weeks end after 2099, the last year whose time-zone rules are known");
        }
    }

    fn every(&mut self, node: &Node) -> Option<Every> {
        const CHOICES: [(&str, Every); 4] = [
            ("Weekday", Every::Weekday),
            ("Week", Every::Week),
            ("TwoWeeks", Every::TwoWeeks),
            ("FourWeeks", Every::FourWeeks),
        ];
        match &node.value {
            Value::Tuple(Some(name), items) if name == "Month" && items.len() == 1 => {
                self.nth(&items[0]).map(Every::Month)
            }
            Value::Word(word) if word == "Month" => {
                let message = "which weekday of the month? write Month(1) to Month(4), or Month(Last)";
                self.error(node.range.clone(), message);
                None
            }
            _ => self.choice(node, &CHOICES, &["Month(2)", "Month(Last)"]),
        }
    }

    fn nth(&mut self, node: &Node) -> Option<Nth> {
        match &node.value {
            Value::Word(word) if word == "Last" => Some(Nth::Last),
            Value::Number(_) => self.whole(node, "the place in the month", 1, 4).map(|nth| Nth::FromStart(nth as u8)),
            _ => {
                self.expected(node, "a number from 1 to 4, or Last");
                None
            }
        }
    }

    fn slot(&mut self, node: &Node, every: Option<Every>) -> Option<Slot> {
        let fields = self.fields(node, &SLOT)?;
        let weekday = self.slot_day(&fields, every);
        let start = self.required(&fields, "start", Self::slot_start);
        let anchor = self.required(&fields, "anchor", Self::zone);
        Some(Slot { weekday, start: start?, anchor: anchor? })
    }

    /// The weekday of a slot; none when the meeting is every weekday, or when an error was noted.
    fn slot_day(&mut self, fields: &Fields<'_>, every: Option<Every>) -> Option<Weekday> {
        match (fields.get("weekday"), every) {
            (Some(node), Some(Every::Weekday)) => {
                self.error(node.range.clone(), "the meeting is on every weekday, so its slots name none");
                None
            }
            (Some(node), _) => self.weekday(node),
            (None, Some(Every::Weekday) | None) => None,
            (None, Some(_)) => {
                self.missing(fields, "`weekday`", "; write for example weekday: \"Tu\"");
                None
            }
        }
    }

    fn weekday(&mut self, node: &Node) -> Option<Weekday> {
        let day = day_named(self.text(node)?);
        if day.is_none() {
            self.error(node.range.clone(), "this is no weekday; write one of Mo, Tu, We, Th, Fr, Sa, Su");
        }
        day
    }

    fn slot_start(&mut self, node: &Node) -> Option<TimeOfDay> {
        let start = self.time_of_day(node)?;
        if start.minutes() % GRID == 0 {
            return Some(start);
        }
        let before = TimeOfDay::from_minutes(start.minutes() - start.minutes() % GRID)?;
        self.error(node.range.clone(), format!("a slot starts on a quarter of an hour{}", did_you_mean([before])));
        None
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
