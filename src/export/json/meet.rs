//! Suggestions for a meeting, and its ledger.

use serde_json::{Map, Value, json};

use super::text::text;
use crate::plan::meet::{AnchorChoice, Anchors, Reason, Settled, Suggestion};
use crate::team::Slot;
use crate::time::hours::day_name;
use crate::words;

/// Suggestions for the meeting called `meeting`, best first, and what each anchor makes of the best.
pub fn meet(meeting: &str, suggestions: &[Suggestion], anchors: Option<&Anchors>) -> String {
    let choices = |choices: &[AnchorChoice]| choices.iter().map(anchor).collect::<Vec<_>>();
    let anchors = anchors.map(|anchors| json!({"same": choices(&anchors.same), "best": choices(&anchors.best)}));
    text(&json!({
        "meeting": meeting,
        "suggestions": suggestions.iter().map(suggestion).collect::<Vec<_>>(),
        "anchors": anchors,
    }))
}

/// A meeting called `meeting` whose past is booked until its new first date.
pub fn settled(meeting: &str, settled: &Settled) -> String {
    let booked: Map<String, Value> =
        settled.booked.iter().map(|(name, burden)| (name.clone(), burden.points().0.into())).collect();
    text(&json!({
        "meeting": meeting,
        "from": settled.meeting.from.map(|from| from.to_string()),
        "occurrences": settled.occurrences,
        "booked": booked,
        "carried": settled.meeting.options.carried,
        "chosen": settled.meeting.chosen.iter().copied().map(slot).collect::<Vec<_>>(),
    }))
}

fn anchor(choice: &AnchorChoice) -> Value {
    let suggestion = &choice.suggestion;
    json!({
        "anchor": choice.anchor.name(),
        "zones": choice.zones.iter().map(|zone| zone.name()).collect::<Vec<_>>(),
        "slots": suggestion.slots.iter().copied().map(slot).collect::<Vec<_>>(),
        "worst_burden": suggestion.cost.worst.points().0,
        "total_burden": suggestion.cost.total().0,
        "burden": burden(suggestion),
        "moved_occurrences": suggestion.cost.moved,
        "attendees": suggestion.attendees.iter().map(attendance).collect::<Vec<_>>(),
        "sentence": words::meet::anchor_sentence(choice, words::clock::Clock::Hours24),
    })
}

fn burden(suggestion: &Suggestion) -> Map<String, Value> {
    suggestion.attendees.iter().map(|who| (who.member.clone(), who.burden.points().0.into())).collect()
}

fn suggestion(suggestion: &Suggestion) -> Value {
    let occurrence = |occurrence: &crate::plan::meet::Occurrence| {
        let span = occurrence.span;
        json!({"start": span.start.to_string(), "end": span.end.to_string(), "slot": occurrence.slot})
    };
    json!({
        "slots": suggestion.slots.iter().copied().map(slot).collect::<Vec<_>>(),
        "worst_burden": suggestion.cost.worst.points().0,
        "total_burden": suggestion.cost.total().0,
        "burden": burden(suggestion),
        "moved_occurrences": suggestion.cost.moved,
        "occurrences": suggestion.occurrences.iter().map(occurrence).collect::<Vec<_>>(),
        "attendees": suggestion.attendees.iter().map(attendance).collect::<Vec<_>>(),
        "sentence": words::meet::sentence(suggestion, words::clock::Clock::Hours24),
    })
}

/// A meeting on every weekday has no weekday of its own.
pub(super) fn slot(slot: Slot) -> Value {
    json!({"weekday": slot.weekday.map(day_name), "start": slot.start.to_string(), "anchor": slot.anchor.name()})
}

fn attendance(who: &crate::plan::meet::Attendance) -> Value {
    let time = |time: &crate::plan::meet::LocalTime| json!({"slot": time.slot, "start": time.start.to_string(), "occurrences": time.count});
    let moved = |moved: &crate::plan::meet::Move| {
        json!({
            "slot": moved.slot,
            "date": moved.date.to_string(),
            "before": format!("{} {}", day_name(moved.before.0), moved.before.1),
            "after": format!("{} {}", day_name(moved.after.0), moved.after.1),
        })
    };
    let absence = |absence: &crate::plan::meet::Absence| {
        let reason = match absence.reason {
            Reason::Leave => "leave",
            Reason::Holiday => "holiday",
            Reason::Busy => "busy",
        };
        json!({"date": absence.date.to_string(), "reason": reason})
    };
    json!({
        "member": who.member,
        "required": who.required,
        "carried": who.carried.points().0,
        "outside_hours": who.outside,
        "asleep": who.asleep,
        "local_times": who.times.iter().map(time).collect::<Vec<_>>(),
        "moves": who.moves.iter().map(moved).collect::<Vec<_>>(),
        "absences": who.absences.iter().map(absence).collect::<Vec<_>>(),
    })
}
