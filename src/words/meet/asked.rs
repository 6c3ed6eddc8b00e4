//! The parts of what is asked about a meeting.

use crate::team::{Every, Nth};
use crate::words::clock;

/// How often a meeting is held: `every week`, `on the last of its weekday each month`.
pub fn how_often(every: Every) -> String {
    match every {
        Every::Weekday => "every weekday".to_owned(),
        Every::Week => "every week".to_owned(),
        Every::TwoWeeks => "every two weeks".to_owned(),
        Every::FourWeeks => "every four weeks".to_owned(),
        Every::Month(Nth::Last) => "every month in its last week".to_owned(),
        Every::Month(Nth::FromStart(week)) => {
            let week = ["first", "second", "third", "fourth"][usize::from(week.clamp(1, 4)) - 1];
            format!("every month in its {week} week")
        }
    }
}

/// Among how many slots: `in one slot`, `in 2 slots that take turns`.
pub fn in_turn(slots: u8) -> String {
    match slots {
        0 | 1 => "in one slot".to_owned(),
        slots => format!("in {slots} slots that take turns"),
    }
}

/// Who comes: `all 8 people`, `Ana and Bo, Cai optional`. `everybody` is how many there are in the team.
pub fn who(required: &[&str], optional: &[&str], everybody: usize) -> String {
    let named = |names: &[&str]| match names.len() {
        count if count == everybody && count > 3 => format!("all {count} people"),
        0..=3 => clock::list(names),
        count => format!("{count} people"),
    };
    match optional {
        [] => named(required),
        few if few.len() <= 3 => format!("{}, {} optional", named(required), clock::list(few)),
        many => format!("{}, {} optional", named(required), many.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_is_a_few_words() {
        assert_eq!(how_often(Every::TwoWeeks), "every two weeks");
        assert_eq!(how_often(Every::Month(Nth::FromStart(2))), "every month in its second week");
        assert_eq!(how_often(Every::Month(Nth::Last)), "every month in its last week");
        assert_eq!(who(&["Ana", "Bo"], &["Cai"], 3), "Ana and Bo, Cai optional");
        assert_eq!(who(&["A", "B", "C", "D"], &[], 4), "all 4 people");
        assert_eq!(who(&["A", "B", "C", "D"], &["E", "F", "G", "H"], 9), "4 people, 4 optional");
        assert_eq!((in_turn(1), in_turn(3)), ("in one slot".to_owned(), "in 3 slots that take turns".to_owned()));
    }
}
