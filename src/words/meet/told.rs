//! Who comes, told one by one or, where they are many, by those who are alike.

use std::sync::Arc;

use crate::plan::meet::{Attendance, Suggestion};
use crate::words::amount::count;

/// Up to so many who come are told one by one.
const MANY: usize = 60;

/// Those who come with what to call them. Where they are many, those who see and pay the same are told once: `Ana and 99 others`.
pub fn told(suggestion: &Suggestion) -> Vec<(&Attendance, String)> {
    let all = &suggestion.attendees;
    if all.len() <= MANY {
        return all.iter().map(|who| (who, suggestion.name(who.member).to_owned())).collect();
    }
    let mut alike: Vec<(&Attendance, usize)> = Vec::new();
    for who in all {
        // Who are alike share what they see.
        let is_alike = |other: &Attendance| other.required == who.required && Arc::ptr_eq(&other.times, &who.times);
        match alike.iter_mut().find(|(other, _)| is_alike(other)) {
            Some((_, others)) => *others += 1,
            None => alike.push((who, 0)),
        }
    }
    let called = |who: &Attendance, others| match others {
        0 => suggestion.name(who.member).to_owned(),
        _ => format!("{} and {}", suggestion.name(who.member), count(others, "other")),
    };
    alike.into_iter().map(|(who, others)| (who, called(who, others))).collect()
}
