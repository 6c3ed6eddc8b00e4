//! Suppositions about a team, and the team as it would be.

use chrono::{Days, NaiveDate};
use thiserror::Error;

use super::{Member, Place, Stay, Team};
use crate::time::{Clocks, Dates, DatesError, HORIZON_END, Instant, Zone};
use crate::world::ClockLaw;

/// One thing that could be otherwise. A scenario is a list of them, taken in order by [`Team::supposing`].
#[derive(Clone, Debug, PartialEq)]
pub enum WhatIf {
    /// Clocks change no more where a law held, but stay as `clocks` says ([`Zone::keeping`] says from which change on).
    ClocksKept {
        /// The law that is repealed.
        law: ClockLaw,
        /// How the clocks stay.
        clocks: Clocks,
        /// From when on, 00:00 UTC.
        from: NaiveDate,
    },
    /// Somebody more is in the team; under another name if there is one of theirs.
    Joins(Box<Member>),
    /// A member lives elsewhere and keeps their hours, on the clock there.
    Moves {
        /// Who.
        member: String,
        /// Where to.
        place: Place,
        /// The first date there: a stay without end, so that they keep the holidays of home. Without it they live there, and times
        /// elsewhere stay as they are planned.
        from: Option<NaiveDate>,
    },
    /// A member is in the team no more.
    Leaves(String),
}

/// Why something cannot be supposed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImpossibleWhatIf {
    /// There is no member of this name.
    #[error("nobody in the team is called `{0}`")]
    UnknownMember(String),
    /// A date outside the years that are planned.
    #[error(transparent)]
    Date(#[from] DatesError),
}

impl WhatIf {
    /// Whether it can be written into a team file: laws on clocks cannot.
    pub fn can_be_applied(&self) -> bool {
        !matches!(self, Self::ClocksKept { .. })
    }
}

impl Team {
    /// The team as it would be if all of `what_ifs` were so, one after the other.
    ///
    /// A team with clocks that are kept is for planning alone: its zones are written to a file as if nothing had been supposed.
    ///
    /// # Errors
    /// When a member is unknown, or a date is outside the years that are planned.
    pub fn supposing(&self, what_ifs: &[WhatIf]) -> Result<Self, ImpossibleWhatIf> {
        what_ifs.iter().try_fold(self.clone(), Self::supposing_one)
    }

    fn supposing_one(mut self, what_if: &WhatIf) -> Result<Self, ImpossibleWhatIf> {
        match what_if {
            WhatIf::ClocksKept { law, clocks, from } => {
                let from = Instant::midnight(Dates::new(*from, *from)?.first());
                for zone in self.zones_mut().into_iter().filter(|zone| law.governs(**zone)) {
                    *zone = zone.keeping(*clocks, from);
                }
            }
            WhatIf::Joins(member) => {
                let name = self.free_name(&member.name);
                self.members.push(Member { name, ..(**member).clone() });
            }
            WhatIf::Moves { member, place, from } => {
                let found = self.members.iter_mut().find(|other| other.name == *member);
                let found = found.ok_or_else(|| ImpossibleWhatIf::UnknownMember(member.clone()))?;
                match from {
                    None => found.home = *place,
                    Some(from) => settle(found, *place, *from)?,
                }
            }
            WhatIf::Leaves(name) => {
                self.member(name).ok_or_else(|| ImpossibleWhatIf::UnknownMember(name.clone()))?;
                self = self.without(name);
            }
        }
        Ok(self)
    }

    /// Every zone by whose clocks something is planned.
    fn zones_mut(&mut self) -> Vec<&mut Zone> {
        let mut zones = Vec::new();
        for member in &mut self.members {
            zones.push(&mut member.home.zone);
            zones.extend(member.stays.iter_mut().map(|stay| &mut stay.place.zone));
        }
        zones.extend(self.meetings.iter_mut().flat_map(|meeting| &mut meeting.chosen).map(|slot| &mut slot.anchor));
        zones.extend(self.rotas.iter_mut().map(|rota| &mut rota.anchor));
        let candidates = self.openings.iter_mut().flat_map(|opening| &mut opening.candidates);
        zones.extend(candidates.map(|candidate| &mut candidate.place.zone));
        zones
    }
}

/// Stays in `place` from a date on, but for the times that are planned elsewhere.
fn settle(member: &mut Member, place: Place, from: NaiveDate) -> Result<(), DatesError> {
    let end = HORIZON_END - Days::new(1);
    let mut first = Dates::new(from, end)?.first();
    let mut stays = member.stays.clone();
    stays.sort_by_key(|stay| stay.dates.first());
    for stay in stays.iter().filter(|stay| stay.dates.last() >= from) {
        if first < stay.dates.first() {
            let dates = Dates::new(first, stay.dates.first() - Days::new(1))?;
            member.stays.push(Stay { place, dates });
        }
        first = first.max(stay.dates.last() + Days::new(1));
    }
    if first <= end {
        member.stays.push(Stay { place, dates: Dates::new(first, end)? });
    }
    member.stays.sort_by_key(|stay| stay.dates.first());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Hours;
    use crate::world::cities;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn place(city: &str) -> Place {
        Place::city(cities().find(city).expect("a city"))
    }

    fn team() -> Team {
        let member =
            |name: &str, city| Member::new(name, place(city), Hours::parse("Mo-Fr 09:00-17:00").expect("hours"));
        Team { members: vec![member("Ana", "Lisbon"), member("Bo", "New York")], ..Team::default() }
    }

    fn moves(member: &str, city: &str, from: Option<&str>) -> WhatIf {
        WhatIf::Moves { member: member.into(), place: place(city), from: from.map(date) }
    }

    #[test]
    fn a_repealed_law_keeps_the_clocks_of_those_it_governed() {
        let summer =
            WhatIf::ClocksKept { law: ClockLaw::EuropeanUnion, clocks: Clocks::Summer, from: date("2027-06-01") };
        let kept = team().supposing(std::slice::from_ref(&summer)).expect("a team");
        let winter = Instant::midnight(date("2028-01-10"));
        let offsets: Vec<i16> = kept.members.iter().map(|member| member.home.zone.offset_at(winter).0).collect();
        assert_eq!(offsets, [60, -300]);
        assert!(!summer.can_be_applied());
        let moved = [moves("Bo", "Paris", None), summer];
        let moved = team().supposing(&moved).expect("a team");
        assert_eq!(moved.members[1].home.zone.offset_at(winter).0, 120, "in the order in which they are said");
    }

    #[test]
    fn members_join_and_leave() {
        let ghost = WhatIf::Joins(Box::new(Member::new("Ana", place("Tokyo"), Hours::off())));
        let team = team().supposing(&[ghost, WhatIf::Leaves("Ana".into())]).expect("a team");
        let names: Vec<&str> = team.members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names, ["Bo", "Ana 2"]);
        let error = team.supposing(&[WhatIf::Leaves("Ana".into())]).expect_err("she has left");
        assert_eq!(error.to_string(), "nobody in the team is called `Ana`");
    }

    #[test]
    fn who_moves_on_a_date_keeps_the_times_that_are_planned_elsewhere() {
        let mut team = team();
        let trip =
            Stay { place: place("Rome"), dates: Dates::new(date("2027-05-01"), date("2027-05-31")).expect("dates") };
        team.members[0].stays.push(trip);
        for (case, from, expected) in [
            (
                "before",
                "2027-04-01",
                vec!["2027-04-01 to 2027-04-30", "2027-05-01 to 2027-05-31", "2027-06-01 to 2099-12-31"],
            ),
            ("during", "2027-05-10", vec!["2027-05-01 to 2027-05-31", "2027-06-01 to 2099-12-31"]),
            ("after", "2027-07-01", vec!["2027-05-01 to 2027-05-31", "2027-07-01 to 2099-12-31"]),
        ] {
            let moved = team.supposing(&[moves("Ana", "Bangkok", Some(from))]).expect("a team");
            let dates: Vec<String> = moved.members[0].stays.iter().map(|stay| stay.dates.to_string()).collect();
            assert_eq!(dates, expected, "{case}");
        }
        let far = team.supposing(&[moves("Ana", "Bangkok", Some("2150-01-01"))]);
        assert!(far.expect_err("too late").to_string().contains("2000 to 2099"));
        let home = team.supposing(&[moves("Ana", "Bangkok", None)]).expect("a team");
        assert_eq!(home.members[0].home, place("Bangkok"));
    }
}
