//! Hires who are only supposed: planned with like members, on every screen, and in no file until they are hired.

use iced::widget::row;
use lucide_icons::Icon;

use super::theme::space;
use super::theme::style::Tone;
use super::widget::{button, notice};
use crate::team::{Member, Team, WhatIf};
use crate::window::renderer::Element;
use crate::words::clock;

/// Those of a team who are only supposed, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Supposed(Vec<String>);

impl Supposed {
    /// Whether somebody is only supposed.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|other| other == name)
    }

    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them in a sentence: `Hire in Lisbon and Hire in Porto`.
    pub fn names(&self) -> String {
        clock::list(&self.0.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Those of the `team` who are only supposed.
    pub fn of(&self, team: &Team) -> Vec<Member> {
        team.members.iter().filter(|member| self.has(&member.name)).cloned().collect()
    }

    /// The team with more of them, under names that nobody has yet, and who they are.
    pub fn joined(&self, team: &Team, hires: Vec<Member>) -> (Team, Self) {
        let joins: Vec<WhatIf> = hires.into_iter().map(|hire| WhatIf::Joins(Box::new(hire))).collect();
        let with_them = team.supposing(&joins).expect("anybody can join a team");
        let new = with_them.members.iter().skip(team.members.len()).map(|member| member.name.clone());
        let all = self.0.iter().cloned().chain(new).collect();
        (with_them, Self(all))
    }

    /// The team as if none of them had ever been in it: what belongs in a file.
    pub fn left(&self, team: &Team) -> Team {
        self.0.iter().fold(team.clone(), |team, name| team.without(name))
    }

    /// Who of them is in a changed team. One whose name is gone was renamed if as many are there as before and whoever stands in their
    /// place is new; else they were removed.
    #[must_use]
    pub fn followed(&self, before: &Team, after: &Team) -> Self {
        let now = |name: &String| {
            if after.member(name).is_some() {
                return Some(name.clone());
            }
            let place = before.members.iter().position(|member| member.name == *name)?;
            let there = after.members.get(place).filter(|_| after.members.len() == before.members.len())?;
            before.member(&there.name).is_none().then(|| there.name.clone())
        };
        Self(self.0.iter().filter_map(now).collect())
    }
}

/// What can be done with all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// They are to be members like the others.
    Hired,
    /// They are to be supposed no more.
    Gone,
}

/// Who is only supposed, with ways to hire them or to let them go; nothing while nobody is.
pub fn banner<'a>(supposed: &Supposed) -> Option<Element<'a, Message>> {
    if supposed.is_empty() {
        return None;
    }
    let words = format!("Only supposed: {}. Seen on every screen, and in no file.", supposed.names());
    let hired = button::secondary(Some(Icon::UserCheck), "Keep as hired");
    let acts = row![hired.on_press(Message::Hired), button::secondary(None, "Let go").on_press(Message::Gone)];
    Some(notice::banner(Tone::Info, words, Element::from(acts.spacing(space::S))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Hours, Zone};

    fn member(name: &str) -> Member {
        Member::new(name, Place::zone(Zone::UTC), Hours::off())
    }

    fn team(names: &[&str]) -> Team {
        Team { members: names.iter().map(|name| member(name)).collect(), ..Team::default() }
    }

    #[test]
    fn they_join_under_of_their_own_and_leave_nothing_behind() {
        let (with_them, supposed) = Supposed::default().joined(&team(&["Ana"]), vec![member("Zoe"), member("Ana")]);
        assert_eq!(supposed.names(), "Zoe and Ana 2");
        assert!(supposed.has("Zoe") && !supposed.has("Ana"));
        assert_eq!(supposed.left(&with_them), team(&["Ana"]));
    }

    #[test]
    fn they_are_known_after_a_change_of_the_team() {
        let (before, supposed) = Supposed::default().joined(&team(&["Ana"]), vec![member("Zoe")]);
        for (case, after, known) in [
            ("another came", &["Bo", "Ana", "Zoe"][..], "Zoe"),
            ("renamed", &["Ana", "Zora"], "Zora"),
            ("removed", &["Ana"], ""),
            ("another is called otherwise", &["Anna", "Zoe"], "Zoe"),
        ] {
            assert_eq!(supposed.followed(&before, &team(after)).names(), known, "{case}");
        }
    }
}
