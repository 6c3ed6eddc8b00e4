//! People by name while they are few, and by what they have in common where they are many.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use super::amount::count;
use super::clock;
use crate::availability::Alike;
use crate::team::Member;

/// Up to so many are named one by one.
pub const MANY: usize = 60;
/// So many groups stand in a sentence; the others are a number.
pub const IN_A_SENTENCE: usize = 5;

/// Names; of many the first and how many others there are: `Ana and 99 others`.
pub fn names<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [first, others @ ..] if names.len() > MANY => first_of(first.as_ref(), others.len() + 1),
        _ => clock::list(names),
    }
}

/// Somebody who stands for so many: `Ana and 99 others`.
pub fn first_of(name: &str, many: usize) -> String {
    match many {
        1 => name.to_owned(),
        _ => format!("{name} and {}", count(many - 1, "other")),
    }
}

/// Members in the parts of a list: by name, or of many those with the same hours in the same place together, the largest groups first:
/// `100 like Ana`, `100 like Bo` and `800 others`.
pub fn members(all: &[&Member]) -> Vec<String> {
    if all.len() <= MANY {
        return all.iter().map(|member| member.name.clone()).collect();
    }
    let alike = Alike::by_pattern(all);
    let mut sorts: Vec<_> = alike.sorts().collect();
    sorts.sort_by_key(|&sort| Reverse(alike.members(sort).len()));
    let group = |sort| (all[alike.first(sort)].name.as_str(), alike.members(sort).len());
    let mut parts: Vec<String> = Vec::new();
    let mut left = all.len();
    for (name, many) in sorts.into_iter().take(IN_A_SENTENCE).map(group) {
        parts.push(like(name, many));
        left -= many;
    }
    parts.extend((left > 0).then(|| count(left, "other")));
    parts
}

/// So many of a kind, by one of them: `100 like Ana`.
pub fn like(name: &str, many: usize) -> String {
    if many == 1 { name.to_owned() } else { format!("{many} like {name}") }
}

/// Those with the same key together, in the order of the first of each.
pub fn together<T, K: Eq + Hash>(all: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut places: HashMap<K, usize> = HashMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for one in all {
        let place = *places.entry(key(&one)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Hours, Zone};

    /// So many members, every third of them with other hours.
    fn crowd(count: usize) -> Vec<Member> {
        let hours = |number: usize| if number % 3 == 1 { "Mo-Fr 08:00-16:00" } else { "Mo-Fr 09:00-17:00" };
        let member = |number| Hours::parse(hours(number)).map(|hours| (number, hours)).expect("hours");
        let members = (0..count).map(member);
        members.map(|(number, hours)| Member::new(format!("M{number}"), Place::zone(Zone::UTC), hours)).collect()
    }

    fn said(count: usize) -> Vec<String> {
        members(&crowd(count).iter().collect::<Vec<_>>())
    }

    #[test]
    fn few_are_named_and_many_are_counted() {
        assert_eq!(said(3), ["M0", "M1", "M2"]);
        assert_eq!(said(60).len(), 60);
        assert_eq!(said(61), ["41 like M0", "20 like M1"]);
        let called = |many: usize| names(&vec!["Ana"; many]);
        assert_eq!([called(2), called(61), called(1000)], ["Ana and Ana", "Ana and 60 others", "Ana and 999 others"]);
    }

    #[test]
    fn where_nobody_is_like_another_the_rest_is_a_number() {
        let mut all = crowd(100);
        for (number, member) in all.iter_mut().enumerate() {
            let (hour, minute) = (number / 60, number % 60);
            member.hours = Hours::parse(&format!("Mo-Fr {hour:02}:{minute:02}-17:00")).expect("hours");
        }
        let said = members(&all.iter().collect::<Vec<_>>());
        assert_eq!(said, ["M0", "M1", "M2", "M3", "M4", "95 others"]);
    }

    #[test]
    fn what_has_a_key_in_common_is_together() {
        assert_eq!(together([5, 2, 7, 4], |number| number % 2), [[5, 7], [2, 4]]);
    }
}
