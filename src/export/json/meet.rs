use serde_json::{Map, Value, json};

use crate::plan::meet::{Reason, Suggestion};
use crate::team::Slot;
use crate::time::hours::day_name;
use crate::words;

/// Suggestions for the meeting called `meeting`, best first.
pub fn meet(meeting: &str, suggestions: &[Suggestion]) -> String {
    super::text(&json!({
        "meeting": meeting,
        "suggestions": suggestions.iter().map(suggestion).collect::<Vec<_>>(),
    }))
}

fn suggestion(suggestion: &Suggestion) -> Value {
    let burden: Map<String, Value> =
        suggestion.attendees.iter().map(|who| (who.member.clone(), who.burden.points().0.into())).collect();
    let occurrence = |occurrence: &crate::plan::meet::Occurrence| {
        let span = occurrence.span;
        json!({"start": span.start.to_string(), "end": span.end.to_string(), "slot": occurrence.slot})
    };
    json!({
        "slots": suggestion.slots.iter().copied().map(slot).collect::<Vec<_>>(),
        "worst_burden": suggestion.cost.worst.points().0,
        "total_burden": suggestion.cost.total().0,
        "burden": burden,
        "moved_occurrences": suggestion.cost.moved,
        "occurrences": suggestion.occurrences.iter().map(occurrence).collect::<Vec<_>>(),
        "attendees": suggestion.attendees.iter().map(attendance).collect::<Vec<_>>(),
        "sentence": words::meet::sentence(suggestion, words::clock::Clock::Hours24),
    })
}

/// A meeting on every weekday has no weekday of its own.
fn slot(slot: Slot) -> Value {
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
        "outside_hours": who.outside,
        "asleep": who.asleep,
        "local_times": who.times.iter().map(time).collect::<Vec<_>>(),
        "moves": who.moves.iter().map(moved).collect::<Vec<_>>(),
        "absences": who.absences.iter().map(absence).collect::<Vec<_>>(),
    })
}
