//! Members who are alike, so that a question looks at each sort once, however many they are.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;

use crate::team::{Member, MemberId};
use crate::time::{Dates, Hours, Zone};
use crate::world::Region;

/// A sort of members: a place among those of an [`Alike`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortId(u32);

impl SortId {
    /// The place, counted from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) const fn new(place: usize) -> Self {
        Self(place as u32)
    }
}

/// Some members by what decides their availability: who has the same of all of it is of one sort.
///
/// # Example
///
/// ```
/// use sunwise::availability::Alike;
/// use sunwise::team::{Member, MemberId, Place};
/// use sunwise::time::{Hours, Zone};
///
/// let hours = |text| Hours::parse(text).unwrap();
/// let ana = Member::new("Ana", Place::zone(Zone::UTC), hours("Mo-Fr 09:00-17:00"));
/// let bo = Member::new("Bo", Place::zone(Zone::UTC), hours("Mo-Fr 10:00-18:00"));
/// let cai = Member { name: "Cai".into(), ..ana.clone() };
/// let alike = Alike::by_pattern(&[&ana, &bo, &cai]);
/// assert_eq!(alike.sorts().len(), 2);
/// assert_eq!(alike.sort_of(MemberId::new(0)), alike.sort_of(MemberId::new(2)));
/// assert_eq!(alike.members(alike.sort_of(MemberId::new(0))).len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    sort_of: Vec<SortId>,
    members: Vec<Vec<MemberId>>,
}

/// What decides who is there when without leave, holidays and busy time: hours, flexible hours, sleep, home, stays.
type PatternKey<'a> = ([&'a Hours; 3], Zone, Stays);

/// Where somebody stays from when until when.
type Stays = Vec<(Zone, NaiveDate, NaiveDate)>;

/// What decides it in all: the pattern, the region of the holidays, leave, and whose calendars make busy.
type FullKey<'a> = (PatternKey<'a>, Option<Region>, &'a [Dates], Option<usize>);

/// What decides in all who is there in hours, and in flexible hours where these count.
type PresenceKey<'a> = ((&'a Hours, Option<&'a Hours>), Zone, Stays, Option<Region>, &'a [Dates], Option<usize>);

impl Alike {
    /// By pattern availability.
    pub fn by_pattern(members: &[&Member]) -> Self {
        Self::by(members.iter().map(|member| pattern(member)))
    }

    /// By full availability. Who has calendars of their own is like nobody else.
    pub fn by_full(members: &[&Member]) -> Self {
        Self::by(members.iter().enumerate().map(|(place, member)| -> FullKey {
            let own = (!member.busy.is_empty()).then_some(place);
            (pattern(member), member.holiday_region(), &member.leave, own)
        }))
    }

    /// By when they are there on full availability: in `hours`, with `flexible` also in those. How they sleep parts nobody.
    pub fn by_presence(members: &[&Member], flexible: bool) -> Self {
        Self::by(members.iter().enumerate().map(|(place, member)| -> PresenceKey {
            let own = (!member.busy.is_empty()).then_some(place);
            let hours = (&member.hours, flexible.then_some(&member.flexible));
            (hours, member.home.zone, stays(member), member.holiday_region(), &member.leave, own)
        }))
    }

    /// By a key for each member, in their order.
    pub fn by<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> Self {
        let mut known: HashMap<K, SortId> = HashMap::new();
        let mut found = Self { sort_of: Vec::new(), members: Vec::new() };
        for (place, key) in keys.enumerate() {
            let sort = *known.entry(key).or_insert(SortId::new(found.members.len()));
            if sort.index() == found.members.len() {
                found.members.push(Vec::new());
            }
            found.members[sort.index()].push(MemberId::new(place));
            found.sort_of.push(sort);
        }
        found
    }

    /// The sort of a member.
    pub fn sort_of(&self, member: MemberId) -> SortId {
        self.sort_of[member]
    }

    /// Who is of a sort, in the members' order; at least one.
    pub fn members(&self, sort: SortId) -> &[MemberId] {
        &self.members[sort.index()]
    }

    /// The first member of a sort, who stands for all of it.
    pub fn first(&self, sort: SortId) -> MemberId {
        self.members(sort)[0]
    }

    /// All sorts, in the order of their first members.
    pub fn sorts(&self) -> impl ExactSizeIterator<Item = SortId> + DoubleEndedIterator + Clone + use<> {
        (0..self.members.len()).map(SortId::new)
    }
}

fn pattern(member: &Member) -> PatternKey<'_> {
    ([&member.hours, &member.flexible, &member.sleep], member.home.zone, stays(member))
}

fn stays(member: &Member) -> Stays {
    member.stays.iter().map(|stay| (stay.place.zone, stay.dates.first(), stay.dates.last())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{HolidayChoice, Place, Stay};

    fn ana() -> Member {
        let hours = Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        Member::new("Ana", Place::zone(Zone::named("Europe/Lisbon").expect("a zone")), hours)
    }

    fn dates(first: &str, last: &str) -> Dates {
        Dates::new(first.parse().expect("a date"), last.parse().expect("a date")).expect("dates")
    }

    /// Whether a change makes Ana another sort, by pattern and in full.
    fn parts(change: impl Fn(&mut Member)) -> (bool, bool) {
        let (one, mut other) = (ana(), ana());
        change(&mut other);
        let is_parted = |alike: &Alike| alike.sorts().len() == 2;
        (is_parted(&Alike::by_pattern(&[&one, &other])), is_parted(&Alike::by_full(&[&one, &other])))
    }

    #[test]
    fn only_what_decides_availability_parts_members() {
        let hours = || Hours::parse("Mo-Fr 10:00-18:00").expect("hours");
        let zone = |name| Place::zone(Zone::named(name).expect("a zone"));
        let stay = |name| Stay { place: zone(name), dates: dates("2027-02-01", "2027-02-20") };
        assert_eq!(parts(|_| ()), (false, false));
        assert_eq!(parts(|m| m.name = "Bo".into()), (false, false), "a name");
        assert_eq!(parts(|m| m.roles = vec!["lead".into()]), (false, false), "a role");
        assert_eq!(parts(|m| m.hours = hours()), (true, true), "hours");
        assert_eq!(parts(|m| m.flexible = hours()), (true, true), "flexible hours");
        assert_eq!(parts(|m| m.sleep = hours()), (true, true), "sleep");
        assert_eq!(parts(|m| m.home = zone("Europe/London")), (true, true), "another zone");
        assert_eq!(parts(|m| m.stays = vec![stay("Asia/Bangkok")]), (true, true), "a stay");
        let lisbon = crate::world::cities().find("Lisbon").expect("a city");
        let regions = |choice: HolidayChoice| {
            let of = |holidays| Member { home: Place::city(lisbon), holidays, ..ana() };
            let (one, other) = (of(HolidayChoice::OfCity), of(choice));
            (Alike::by_pattern(&[&one, &other]).sorts().len(), Alike::by_full(&[&one, &other]).sorts().len())
        };
        assert_eq!(regions(HolidayChoice::None), (1, 2), "holidays are no part of the pattern");
        assert_eq!(parts(|m| m.leave = vec![dates("2027-02-01", "2027-02-01")]), (false, true), "leave");
        assert_eq!(parts(|m| m.busy = vec!["a.ics".into()]), (false, true), "calendars");
    }

    #[test]
    fn presence_is_parted_by_what_counts() {
        let parted = |flexible: bool, change: fn(&mut Member)| {
            let (one, mut other) = (ana(), ana());
            change(&mut other);
            Alike::by_presence(&[&one, &other], flexible).sorts().len() == 2
        };
        let longer = |member: &mut Member| member.flexible = Hours::parse("Mo-Fr 08:00-20:00").expect("hours");
        assert_eq!([parted(false, longer), parted(true, longer)], [false, true], "flexible hours");
        assert!(!parted(true, |member| member.sleep = Hours::off()), "sleep");
        assert!(parted(false, |member| member.hours = Hours::off()), "hours");
        assert!(parted(false, |member| member.home = Place::zone(Zone::UTC)), "home");
        assert!(parted(false, |member| member.leave = vec![dates("2027-02-01", "2027-02-01")]), "leave");
        assert!(parted(false, |member| member.busy = vec!["a.ics".into()]), "calendars");
        let stay = |member: &mut Member| {
            let place = Place::zone(Zone::UTC);
            member.stays = vec![Stay { place, dates: dates("2027-02-01", "2027-02-20") }];
        };
        assert!(parted(false, stay), "a stay");
        let region = crate::world::Region::parse("PT").expect("a region");
        let holidays = |member: Member, holidays| Member { holidays, ..member };
        let (one, other) = (holidays(ana(), HolidayChoice::Of(region)), holidays(ana(), HolidayChoice::None));
        assert_eq!(Alike::by_presence(&[&one, &other], false).sorts().len(), 2, "holidays");
    }

    #[test]
    fn stays_differ_by_where_and_when() {
        let stay = |name: &str, last: &str| {
            let place = Place::zone(Zone::named(name).expect("a zone"));
            Member { stays: vec![Stay { place, dates: dates("2027-02-01", last) }], ..ana() }
        };
        let all =
            [stay("Asia/Bangkok", "2027-02-20"), stay("Asia/Bangkok", "2027-02-21"), stay("Asia/Tokyo", "2027-02-20")];
        let members: Vec<&Member> = all.iter().chain([&all[0]]).collect();
        let alike = Alike::by_pattern(&members);
        let sorts: Vec<usize> = MemberId::all(4).map(|member| alike.sort_of(member).index()).collect();
        assert_eq!(sorts, [0, 1, 2, 0]);
    }
}
