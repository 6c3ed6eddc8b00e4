//! What `sunwise meet` tells people.

use crate::cli::Context;
use crate::cli::table::{Table, figures, words};
use crate::plan::meet::{AnchorChoice, Anchors, Suggestion, Suggestions};
use crate::team::Meeting;
use crate::words::clock::Clock;
use crate::words::meet::{anchor_sentence, anchor_times, cut_short, sentence, slot, told};

/// The suggestions, what the best means by everybody's clock, and what each anchor would make of it.
pub(super) fn answer(meeting: &Meeting, found: &Suggestions, anchors: Option<&Anchors>, context: Context) -> String {
    let Some(best) = found.all.first() else { return "nothing can be suggested\n".to_owned() };
    let mut text = format!("{}: {}\n\n", meeting.name, sentence(best, Clock::Hours24));
    let untried = found.untried + anchors.map(|anchors| anchors.untried).unwrap_or_default();
    if let Some(said) = cut_short(untried) {
        text = format!("{text}{said}\n\n");
    }
    let mut ranked =
        Table::new([figures("#"), words("Slots"), figures("Most for one"), figures("For all"), figures("Moved")]);
    for (i, suggestion) in found.all.iter().enumerate() {
        let slots: Vec<String> = suggestion.slots.iter().map(|one| slot(one, Clock::Hours24)).collect();
        ranked.row([
            (i + 1).to_string(),
            slots.join(", then "),
            suggestion.cost.worst.points().to_string(),
            suggestion.cost.total().to_string(),
            suggestion.cost.moved.to_string(),
        ]);
    }
    text.push_str(&ranked.text(context.style));
    text.push_str("\nThe best, by everybody's clock:\n");
    text.push_str(&by_clock(best, context));
    if let Some(anchors) = anchors {
        text.push_str(&by_anchor(anchors, context));
    }
    text
}

fn by_anchor(anchors: &Anchors, context: Context) -> String {
    let mut text = "\nThe same time, kept to each clock:\n".to_owned();
    for choice in &anchors.same {
        text.push_str(&anchor_sentence(choice, Clock::Hours24));
        text.push('\n');
        for line in anchor_times(choice, Clock::Hours24) {
            text = format!("{text}  {line}\n");
        }
    }
    text.push_str("\nThe best that each anchor can do:\n");
    let mut table = Table::new([words("Slots"), figures("Most for one"), figures("For all"), figures("Moved")]);
    for AnchorChoice { suggestion, .. } in &anchors.best {
        let slots: Vec<String> = suggestion.slots.iter().map(|one| slot(one, Clock::Hours24)).collect();
        table.row([
            slots.join(", then "),
            suggestion.cost.worst.points().to_string(),
            suggestion.cost.total().to_string(),
            suggestion.cost.moved.to_string(),
        ]);
    }
    text.push_str(&table.text(context.style));
    text
}

fn by_clock(best: &Suggestion, context: Context) -> String {
    let columns =
        [words("Who"), words("Local start (times)"), figures("Outside hours"), figures("Points"), words("Moves")];
    let mut table = Table::new(columns);
    for (who, name) in told(best) {
        let times: Vec<String> = who.times.iter().map(|time| format!("{} ({})", time.start, time.count)).collect();
        let moves: Vec<String> =
            who.moves.iter().map(|moved| format!("{} {} to {}", moved.date, moved.before.1, moved.after.1)).collect();
        let optional = if who.required { "" } else { " (optional)" };
        table.row([
            format!("{name}{optional}"),
            times.join(", "),
            who.outside.to_string(),
            who.burden.points().to_string(),
            moves.join(", "),
        ]);
    }
    table.text(context.style)
}
