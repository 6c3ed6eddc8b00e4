//! Meetings: suggestions, what anchors make of them, and ledgers. The rows of those who come are made one by one while they are written,
//! so that a large team needs memory for the text alone.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Map, Value, json};

use super::text::text;
use crate::plan::meet::{
    Absence, AnchorChoice, Anchors, Attendance, LocalTime, Move, Occurrence, Reason, Settled, Suggestion, Suggestions,
    Untried,
};
use crate::team::Slot;
use crate::time::hours::day_name;
use crate::words::clock::Clock;
use crate::words::meet as words;

/// Suggestions for the meeting called `meeting`, best first, what the search did not try, and what each anchor makes of the best.
pub fn meet(meeting: &str, found: &Suggestions, anchors: Option<&Anchors>) -> String {
    let answer = MeetRow {
        meeting,
        suggestions: Each(&found.all, SuggestionRow),
        untried: untried(found.untried),
        anchors: anchors.map(|anchors| AnchorsRow {
            same: Each(&anchors.same, AnchorRow),
            best: Each(&anchors.best, AnchorRow),
            untried: untried(anchors.untried),
        }),
    };
    let text = serde_json::to_string_pretty(&answer);
    text.expect("names, numbers and texts can be written") + "\n"
}

/// A meeting called `meeting` whose past is booked until its new first date.
pub fn settled(meeting: &str, settled: &Settled) -> String {
    let booked: Map<String, Value> =
        settled.booked.iter().map(|&(who, burden)| (settled.name(who).to_owned(), burden.points().0.into())).collect();
    text(&json!({
        "meeting": meeting,
        "from": settled.meeting.from.map(|from| from.to_string()),
        "occurrences": settled.occurrences,
        "booked": booked,
        "carried": settled.meeting.options.carried,
        "chosen": settled.meeting.chosen.iter().copied().map(slot).collect::<Vec<_>>(),
    }))
}

/// What a search did not try; null if it came to its end.
pub(super) fn untried(untried: Untried) -> Value {
    let said = || json!({"beginnings": untried.untried, "of": untried.all});
    if untried.is_cut_short() { said() } else { Value::Null }
}

/// A list whose rows are made while they are written.
struct Each<'a, T, R: Serialize>(&'a [T], fn(&'a T) -> R);

impl<T, R: Serialize> Serialize for Each<'_, T, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(self.1))
    }
}

#[derive(Serialize)]
struct MeetRow<'a> {
    meeting: &'a str,
    suggestions: Each<'a, Suggestion, SuggestionRow<'a>>,
    untried: Value,
    anchors: Option<AnchorsRow<'a>>,
}

#[derive(Serialize)]
struct AnchorsRow<'a> {
    same: Each<'a, AnchorChoice, AnchorRow<'a>>,
    best: Each<'a, AnchorChoice, AnchorRow<'a>>,
    untried: Value,
}

/// An anchor and what it means.
struct AnchorRow<'a>(&'a AnchorChoice);

impl Serialize for AnchorRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let AnchorChoice { anchor, zones, suggestion } = self.0;
        let mut row = serializer.serialize_map(None)?;
        row.serialize_entry("anchor", anchor.name())?;
        row.serialize_entry("zones", &zones.iter().map(|zone| zone.name()).collect::<Vec<_>>())?;
        costs(&mut row, suggestion)?;
        row.serialize_entry("attendees", &Attendees(suggestion))?;
        row.serialize_entry("sentence", &words::anchor_sentence(self.0, Clock::Hours24))?;
        row.end()
    }
}

/// A suggestion with everything that it means.
struct SuggestionRow<'a>(&'a Suggestion);

impl Serialize for SuggestionRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(None)?;
        costs(&mut row, self.0)?;
        row.serialize_entry("occurrences", &Each(&self.0.occurrences, occurrence))?;
        row.serialize_entry("attendees", &Attendees(self.0))?;
        row.serialize_entry("sentence", &words::sentence(self.0, Clock::Hours24))?;
        row.end()
    }
}

/// The slots of a suggestion and what they cost.
fn costs<M: SerializeMap>(row: &mut M, suggestion: &Suggestion) -> Result<(), M::Error> {
    row.serialize_entry("slots", &suggestion.slots.iter().copied().map(slot).collect::<Vec<_>>())?;
    row.serialize_entry("worst_burden", &suggestion.cost.worst.points().0)?;
    row.serialize_entry("total_burden", &suggestion.cost.total().0)?;
    row.serialize_entry("burden", &Burdens(suggestion))?;
    row.serialize_entry("moved_occurrences", &suggestion.cost.moved)
}

/// Everybody's burden, by name.
struct Burdens<'a>(&'a Suggestion);

impl Serialize for Burdens<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let burden = |who: &Attendance| (self.0.name(who.member), who.burden.points().0);
        serializer.collect_map(self.0.attendees.iter().map(burden))
    }
}

/// Everybody who comes.
struct Attendees<'a>(&'a Suggestion);

impl Serialize for Attendees<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.attendees.iter().map(|who| attendance(self.0, who)))
    }
}

fn occurrence(occurrence: &Occurrence) -> Value {
    let span = occurrence.span;
    json!({"start": span.start.to_string(), "end": span.end.to_string(), "slot": occurrence.slot})
}

/// A meeting on every weekday has no weekday of its own.
pub(super) fn slot(slot: Slot) -> Value {
    json!({"weekday": slot.weekday.map(day_name), "start": slot.start.to_string(), "anchor": slot.anchor.name()})
}

fn attendance(suggestion: &Suggestion, who: &Attendance) -> Value {
    let time =
        |time: &LocalTime| json!({"slot": time.slot, "start": time.start.to_string(), "occurrences": time.count});
    let moved = |moved: &Move| {
        json!({
            "slot": moved.slot,
            "date": moved.date.to_string(),
            "before": format!("{} {}", day_name(moved.before.0), moved.before.1),
            "after": format!("{} {}", day_name(moved.after.0), moved.after.1),
        })
    };
    let absence = |absence: &Absence| {
        let reason = match absence.reason {
            Reason::Leave => "leave",
            Reason::Holiday => "holiday",
            Reason::Busy => "busy",
        };
        json!({"date": absence.date.to_string(), "reason": reason})
    };
    json!({
        "member": suggestion.name(who.member),
        "required": who.required,
        "carried": who.carried.points().0,
        "outside_hours": who.outside,
        "asleep": who.asleep,
        "local_times": who.times.iter().map(time).collect::<Vec<_>>(),
        "moves": who.moves.iter().map(moved).collect::<Vec<_>>(),
        "absences": who.absences.iter().map(absence).collect::<Vec<_>>(),
    })
}
