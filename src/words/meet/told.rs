//! Who comes, told one by one or, where they are many, by those who are alike.

use std::sync::Arc;

use crate::plan::meet::{Attendance, Suggestion};
use crate::words::crowd::{MANY, first_of, together};

/// Those who come with what to call them. Where they are many, those who see and pay the same are told once: `Ana and 99 others`.
pub fn told(suggestion: &Suggestion) -> Vec<(&Attendance, String)> {
    let all = &suggestion.attendees;
    if all.len() <= MANY {
        return all.iter().map(|who| (who, suggestion.name(who.member).to_owned())).collect();
    }
    // Who are alike share what they see.
    let alike = together(all, |who| (who.required, Arc::as_ptr(&who.times).cast::<()>()));
    alike.iter().map(|same| (same[0], first_of(suggestion.name(same[0].member), same.len()))).collect()
}
