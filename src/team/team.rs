//! A whole team.

use super::busy::Calendars;
use super::chain::Chain;
use super::meeting::Meeting;
use super::member::Member;
use super::opening::Opening;
use super::policy::Policy;
use super::rota::Rota;

/// A team as its file describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// What the team is called.
    pub name: String,
    /// Who is in it, in the file's order. Names are unique.
    pub members: Vec<Member>,
    /// Rates, rest and targets.
    pub policy: Policy,
    /// Recurring meetings.
    pub meetings: Vec<Meeting>,
    /// Work that follows the sun.
    pub chains: Vec<Chain>,
    /// Escalation rotas.
    pub rotas: Vec<Rota>,
    /// Hires that are wanted.
    pub openings: Vec<Opening>,
    /// What was found in the calendars that members name: no part of the file, and a team is the same whatever it is.
    pub calendars: Calendars,
}

impl Team {
    /// The member of this name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}
