//! What differs between two states of a team, by name: for somebody who has to choose between them.

use std::collections::BTreeSet;

use super::Team;

/// One thing of a team that differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// What it is and what it is called: `member Ana Ribeiro`.
    pub thing: String,
    /// What became of it.
    pub change: Change,
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It was not there before.
    Added,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Removed,
    /// Others stand before it.
    Moved,
}

/// What became of the things of `before` in `after`, in the order of the team file.
pub fn differences(before: &Team, after: &Team) -> Vec<Difference> {
    let mut found = Vec::new();
    let whole = [("the team's name", before.name != after.name), ("the policy", before.policy != after.policy)];
    let changed = whole.into_iter().filter(|(_, differs)| *differs);
    found.extend(changed.map(|(thing, _)| Difference { thing: thing.to_owned(), change: Change::Changed }));
    let mut list = |kind: &str, changes: Vec<(String, Change)>| {
        let named = |(name, change): (String, Change)| Difference { thing: format!("{kind} {name}"), change };
        found.extend(changes.into_iter().map(named));
    };
    list("member", changes(&before.members, &after.members, |member| &member.name));
    list("meeting", changes(&before.meetings, &after.meetings, |meeting| &meeting.name));
    list("chain", changes(&before.chains, &after.chains, |chain| &chain.name));
    list("rota", changes(&before.rotas, &after.rotas, |rota| &rota.name));
    list("opening", changes(&before.openings, &after.openings, |opening| &opening.name));
    found
}

/// The changes of things that are told apart by their names.
fn changes<T: PartialEq>(before: &[T], after: &[T], name_of: impl Fn(&T) -> &String) -> Vec<(String, Change)> {
    let find = |things: &[T], name: &String| things.iter().position(|thing| name_of(thing) == name);
    let removed = before.iter().map(&name_of).filter(|name| find(after, name).is_none());
    let mut found: Vec<(String, Change)> = removed.map(|name| (name.clone(), Change::Removed)).collect();
    for thing in after {
        match find(before, name_of(thing)) {
            None => found.push((name_of(thing).clone(), Change::Added)),
            Some(place) if before[place] != *thing => found.push((name_of(thing).clone(), Change::Changed)),
            Some(_) => {}
        }
    }
    let names = |things: &[T]| things.iter().map(|thing| name_of(thing).clone()).collect::<Vec<String>>();
    if found.is_empty() && names(before) != names(after) {
        let (before, after) = (names(before), names(after));
        let moved: BTreeSet<&String> =
            before.iter().zip(&after).filter(|(was, is)| was != is).map(|(_, is)| is).collect();
        found.extend(moved.into_iter().map(|name| (name.clone(), Change::Moved)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Member, Place};
    use crate::time::{Hours, Zone};

    fn team(members: &[&str]) -> Team {
        let member = |name: &&str| Member::new(*name, Place::zone(Zone::UTC), Hours::off());
        Team { members: members.iter().map(member).collect(), ..Team::default() }
    }

    fn said(before: &Team, after: &Team) -> Vec<(String, Change)> {
        differences(before, after).into_iter().map(|one| (one.thing, one.change)).collect()
    }

    #[test]
    fn what_differs_is_named() {
        let before = team(&["Ana", "Bo", "Cy"]);
        assert_eq!(said(&before, &before), []);
        let mut after = team(&["Ana", "Cy", "Di"]);
        after.members[0].roles.push("lead".to_owned());
        after.name = "T".to_owned();
        let named = |thing: &str, change| (thing.to_owned(), change);
        let expected = [
            named("the team's name", Change::Changed),
            named("member Bo", Change::Removed),
            named("member Ana", Change::Changed),
            named("member Di", Change::Added),
        ];
        assert_eq!(said(&before, &after), expected);
        let moved = [named("member Bo", Change::Moved), named("member Cy", Change::Moved)];
        assert_eq!(said(&before, &team(&["Ana", "Cy", "Bo"])), moved);
    }
}
