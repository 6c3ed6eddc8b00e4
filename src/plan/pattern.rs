//! Members who are alike: what is found of one holds for all of them, so that a large team costs as much as it has patterns.

use std::collections::HashMap;

use crate::team::{Member, MemberId};
use crate::time::{Dates, Hours, Zone};
use crate::world::Region;

/// A list of members by what makes their availability: who is alike is one pattern.
///
/// # Example
///
/// ```
/// use sunwise::plan::Patterns;
/// use sunwise::team::{Member, MemberId, Place};
/// use sunwise::time::{Hours, Zone};
///
/// let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
/// let in_zone = |name: &str, zone: &str| Member::new(name, Place::zone(Zone::named(zone).unwrap()), hours.clone());
/// let team = [in_zone("Ana", "Europe/Lisbon"), in_zone("Bo", "Asia/Tokyo"), in_zone("Cai", "Europe/Lisbon")];
/// let patterns = Patterns::of_hours(team.iter());
/// assert_eq!(patterns.len(), 2, "names do not matter");
/// assert_eq!(patterns.members(0), [MemberId::new(0), MemberId::new(2)]);
/// assert_eq!(patterns.of(MemberId::new(1)), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patterns {
    members: Vec<Vec<MemberId>>,
    of: Vec<usize>,
}

/// What pattern availability depends on.
type HoursKey<'m> = (Zone, &'m Hours, &'m Hours, &'m Hours, Vec<(Zone, Dates)>);
/// What full availability depends on beside it; calendars are everybody's own.
type DaysKey<'m> = (&'m [Dates], Option<Region>, Option<usize>);

impl Patterns {
    /// Those are alike who have the same pattern availability: home zone, hours, flexible hours, sleep and stays.
    pub fn of_hours<'m>(members: impl IntoIterator<Item = &'m Member>) -> Self {
        Self::by(members, |_, member| hours_key(member))
    }

    /// Those are alike who have the same full availability: leave and the region of public holidays count, too. Whoever has an imported
    /// calendar is alike to nobody.
    pub fn of_days<'m>(members: impl IntoIterator<Item = &'m Member>) -> Self {
        Self::by(members, |place, member| {
            let own_calendar = (!member.busy.is_empty()).then_some(place);
            let days: DaysKey = (&member.leave, member.holiday_region(), own_calendar);
            (hours_key(member), days)
        })
    }

    fn by<'m, K: Eq + std::hash::Hash>(
        members: impl IntoIterator<Item = &'m Member>,
        key: impl Fn(usize, &'m Member) -> K,
    ) -> Self {
        let mut known: HashMap<K, usize> = HashMap::new();
        let mut found = Self::default();
        for (place, member) in members.into_iter().enumerate() {
            let pattern = *known.entry(key(place, member)).or_insert(found.members.len());
            if pattern == found.members.len() {
                found.members.push(Vec::new());
            }
            found.members[pattern].push(MemberId::new(place));
            found.of.push(pattern);
        }
        found
    }

    /// How many patterns there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members of a pattern, in their order; patterns come in the order of their first members.
    pub fn members(&self, pattern: usize) -> &[MemberId] {
        &self.members[pattern]
    }

    /// The first member of each pattern.
    pub fn first(&self) -> impl ExactSizeIterator<Item = MemberId> {
        self.members.iter().map(|members| members[0])
    }

    /// The pattern of a member.
    pub fn of(&self, member: MemberId) -> usize {
        self.of[member]
    }
}

fn hours_key(member: &Member) -> HoursKey<'_> {
    let stays = member.stays.iter().map(|stay| (stay.place.zone, stay.dates)).collect();
    (member.home.zone, &member.hours, &member.flexible, &member.sleep, stays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{HolidayChoice, Place, Stay};
    use chrono::NaiveDate;

    #[test]
    fn whatever_changes_availability_parts_patterns() {
        let hours = |text| Hours::parse(text).expect("hours");
        let place = |zone| Place::zone(Zone::named(zone).expect("a zone"));
        let date = |day| NaiveDate::from_ymd_opt(2027, 1, day).expect("a date");
        let dates = Dates::new(date(4), date(8)).expect("dates");
        let base = || Member::new("Ana", place("Europe/Lisbon"), hours("Mo-Fr 09:00-17:00"));
        let region = Region::parse("PT").expect("a region");
        // Each with the number of patterns by hours and by days, together with the base.
        let cases: Vec<(&str, Member, usize, usize)> = vec![
            ("the name", Member { name: "Bo".into(), ..base() }, 1, 1),
            ("the zone", Member { home: place("Europe/Madrid"), ..base() }, 2, 2),
            ("hours", Member { hours: hours("Mo-Fr 09:00-16:00"), ..base() }, 2, 2),
            ("flexible", Member { flexible: hours("Mo-Fr 08:00-09:00"), ..base() }, 2, 2),
            ("sleep", Member { sleep: hours("23:00-07:00"), ..base() }, 2, 2),
            ("stays", Member { stays: vec![Stay { place: place("Asia/Tokyo"), dates }], ..base() }, 2, 2),
            ("leave", Member { leave: vec![dates], ..base() }, 1, 2),
            ("holidays", Member { holidays: HolidayChoice::Of(region), ..base() }, 1, 2),
            (
                "a calendar",
                Member {
                    busy: vec![crate::team::busy::sample("a.ics", "20270107T090000Z", "20270107T093000Z")],
                    ..base()
                },
                1,
                2,
            ),
        ];
        for (case, other, by_hours, by_days) in cases {
            let both = [base(), other];
            assert_eq!(Patterns::of_hours(&both).len(), by_hours, "{case}");
            assert_eq!(Patterns::of_days(&both).len(), by_days, "{case}");
        }
    }
}
