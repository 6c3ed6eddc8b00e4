//! Changes of who is in a team that keep every name in it somebody's.

use std::collections::BTreeMap;

use super::{Member, Team};

impl Team {
    /// The team with the member called `from` called `to` everywhere: in meetings, rotas and openings, too.
    #[must_use]
    pub fn with_renamed(&self, from: &str, to: &str) -> Self {
        let mut team = self.clone();
        for name in team.names_of_members() {
            if *name == from {
                to.clone_into(name);
            }
        }
        for carried in team.ledgers() {
            if let Some(points) = carried.remove(from) {
                carried.insert(to.to_owned(), points);
            }
        }
        team
    }

    /// The team without the member called `name`, who is left out of meetings, rotas and openings, too. A requirement of an
    /// opening that named nobody else goes with them.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let mut team = self.clone();
        let others = |names: &mut Vec<String>| names.retain(|other| other != name);
        team.members.retain(|member| member.name != name);
        for meeting in &mut team.meetings {
            others(&mut meeting.attendees.required);
            others(&mut meeting.attendees.optional);
        }
        for rota in &mut team.rotas {
            rota.pins.retain(|pin| pin.member != name);
        }
        for carried in team.ledgers() {
            carried.remove(name);
        }
        for opening in &mut team.openings {
            opening.requirements.iter_mut().for_each(|requirement| others(&mut requirement.with));
            opening.requirements.retain(|requirement| !requirement.with.is_empty());
        }
        team
    }

    /// The team with another member in the place of the one called `name`, who may be called otherwise.
    #[must_use]
    pub fn with_changed(&self, name: &str, member: Member) -> Self {
        let mut team = if member.name == name { self.clone() } else { self.with_renamed(name, &member.name) };
        if let Some(place) = team.members.iter_mut().find(|other| other.name == member.name) {
            *place = member;
        }
        team
    }

    /// `name`, or with the next free number after it when a member has it: `Lisbon`, `Lisbon 2`.
    pub fn free_name(&self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name} {number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| self.member(name).is_none()).expect("a team has fewer members than there are numbers")
    }

    /// What members have borne so far: every `carried`.
    fn ledgers(&mut self) -> impl Iterator<Item = &mut BTreeMap<String, f64>> {
        let meetings = self.meetings.iter_mut().map(|meeting| &mut meeting.options.carried);
        meetings.chain(self.rotas.iter_mut().map(|rota| &mut rota.carried))
    }

    /// Every place but the keys of `carried` in which a member is named.
    fn names_of_members(&mut self) -> Vec<&mut String> {
        let mut names: Vec<&mut String> = self.members.iter_mut().map(|member| &mut member.name).collect();
        for meeting in &mut self.meetings {
            names.extend(meeting.attendees.required.iter_mut().chain(&mut meeting.attendees.optional));
        }
        for rota in &mut self.rotas {
            names.extend(rota.pins.iter_mut().map(|pin| &mut pin.member));
        }
        for opening in &mut self.openings {
            names.extend(opening.requirements.iter_mut().flat_map(|requirement| &mut requirement.with));
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team() -> Team {
        use crate::team::{Attendees, Every, Goal, Meeting, Opening, Order, Pin, Requirement, Rota, Shifts, Tiers};
        use crate::time::{Hours, Instant, Minutes, Zone};
        let member = |name: &str| Member::new(name, crate::team::Place::zone(Zone::UTC), Hours::off());
        let mut team = Team { members: vec![member("Ana"), member("Bo")], ..Team::default() };
        team.meetings.push(Meeting {
            name: "Sync".into(),
            minutes: Minutes(60),
            every: Every::Week,
            attendees: Attendees { required: vec!["Ana".into(), "Bo".into()], optional: vec![] },
            slots: 1,
            from: None,
            weeks: 52,
            chosen: vec![],
            options: crate::team::MeetingOptions {
                carried: [("Ana".to_owned(), 2.0), ("Bo".to_owned(), 0.5)].into(),
                ..Default::default()
            },
        });
        let start = chrono::NaiveDate::from_ymd_opt(2027, 1, 4).expect("a date");
        team.rotas.push(Rota {
            name: "On-call".into(),
            anchor: Zone::UTC,
            start,
            weeks: 4,
            shifts: Shifts::SunWise(2),
            tiers: 1,
            eligible: Tiers::Anyone,
            order: Order::Fairness,
            rest: None,
            max_shifts_per_7_days: None,
            max_weeks_in_a_row: None,
            pins: vec![Pin { shift: Instant::midnight(start), tier: 1, member: "Ana".into() }],
            carried: [("Ana".to_owned(), 3.0), ("Bo".to_owned(), 1.0)].into(),
        });
        team.openings.push(Opening {
            fades_with_distance: false,
            name: "Hire".into(),
            hours: Hours::off(),
            shift: Minutes(0),
            countries: vec![],
            not_countries: vec![],
            min_population: 0,
            requirements: vec![Requirement { with: vec!["Ana".into()], at_least: Minutes(60) }],
            goal: Goal::Overlap,
            people: 1,
            candidates: vec![],
        });
        team
    }

    #[test]
    fn who_is_renamed_is_renamed_everywhere() {
        let team = team().with_renamed("Ana", "Zoe");
        assert!(team.member("Ana").is_none() && team.member("Zoe").is_some());
        assert_eq!(team.meetings[0].attendees.required, ["Zoe", "Bo"]);
        assert_eq!(team.rotas[0].pins[0].member, "Zoe");
        assert_eq!(team.rotas[0].carried.keys().collect::<Vec<_>>(), ["Bo", "Zoe"]);
        assert_eq!(team.meetings[0].options.carried.keys().collect::<Vec<_>>(), ["Bo", "Zoe"]);
        assert_eq!(team.openings[0].requirements[0].with, ["Zoe"]);
        assert!(!format!("{team:?}").contains("Ana"));
    }

    #[test]
    fn who_is_removed_is_named_nowhere() {
        let team = team().without("Ana");
        assert_eq!(team.meetings[0].attendees.required, ["Bo"]);
        assert!(team.openings[0].requirements.is_empty());
        assert!(!format!("{team:?}").contains("Ana"));
    }

    #[test]
    fn a_change_keeps_the_place_in_the_list() {
        let team = team();
        let mut ana = team.members[0].clone();
        ana.name = "Zoe".into();
        ana.handle = Some("zoe".into());
        let changed = team.with_changed("Ana", ana.clone());
        assert_eq!(changed.members[0], ana);
        assert_eq!(changed.rotas[0].pins[0].member, "Zoe");
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let team = team();
        assert_eq!(team.free_name("Zoe"), "Zoe");
        assert_eq!(team.free_name("Ana"), "Ana 2");
    }
}
