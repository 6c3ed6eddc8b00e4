//! Stays and leave while they are written down: dates, and for a stay a place.

use chrono::NaiveDate;

use super::place;
use crate::team::{self, Member, Place, Stay, Team};
use crate::time::{Dates, Hours};
use crate::window::drafts::Note;
use crate::window::widget::picker::Picker;
use crate::world::Hit;

/// The names of what is kept of a stay or leave.
const LIST: &str = "dates";
const STAYS: &str = "stays";
const LEAVE: &str = "leave";
const FROM: &str = "first date";
const TO: &str = "last date";
const CHANGES: &str = "number";

/// Which list of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateList {
    /// Times in other places.
    Stays,
    /// Time off.
    Leave,
}

/// A stay or leave that is being written down.
#[derive(Debug)]
pub struct Form {
    /// In which it will stand.
    pub list: DateList,
    /// The search for the place.
    pub picker: Picker<Hit>,
    /// The place that was chosen.
    pub place: Option<Place>,
    /// The first date, as typed.
    pub from: String,
    /// The last date, as typed.
    pub to: String,
    /// Which of the list it changes, and its dates then; a new one otherwise.
    changes: Option<(usize, Dates)>,
    /// What stood in it at first.
    at_first: (Option<Place>, String, String),
    /// Whether it was to be taken already: from then on it says what is missing.
    asked: bool,
}

impl Form {
    /// A new one.
    pub fn new(list: DateList) -> Self {
        Self {
            list,
            picker: Picker::default(),
            place: None,
            from: String::new(),
            to: String::new(),
            changes: None,
            at_first: Default::default(),
            asked: false,
        }
    }

    /// One of the list, to be changed.
    pub fn of(list: DateList, number: usize, member: &Member) -> Option<Self> {
        let (place, dates) = match list {
            DateList::Stays => member.stays.get(number).map(|stay| (Some(stay.place), stay.dates))?,
            DateList::Leave => (None, *member.leave.get(number)?),
        };
        let (from, to) = (dates.first().to_string(), dates.last().to_string());
        let at_first = (place, from.clone(), to.clone());
        Some(Self { place, from, to, changes: Some((number, dates)), at_first, ..Self::new(list) })
    }

    /// Whether something else stands in it than at first.
    pub fn is_changed(&self) -> bool {
        (self.place, self.from.as_str(), self.to.as_str())
            != (self.at_first.0, self.at_first.1.as_str(), self.at_first.2.as_str())
    }

    /// The same as long as the member has what it changes; else what was typed is a new one, and nothing is left of one in which nothing was.
    pub fn followed(mut self, member: &Member) -> Option<Self> {
        if !self.is_of(member) {
            self.changes = None;
            return self.is_changed().then_some(self);
        }
        Some(self)
    }

    /// Notes what is typed and chosen.
    pub fn note(&self, note: &mut Note) {
        let list = if self.list == DateList::Stays { STAYS } else { LEAVE };
        let changes = self.changes.map(|(number, _)| (CHANGES.to_owned(), number.to_string()));
        let fields = [(LIST, list), (FROM, self.from.as_str()), (TO, self.to.as_str())];
        note.fields.extend(fields.map(|(name, text)| (name.to_owned(), text.to_owned())));
        note.fields.extend(changes);
        let there = self.place.map(|place| Member::new("Somebody", place, Hours::off()));
        note.chosen = there.map(|member| team::write(&Team { members: vec![member], ..Team::default() }));
    }

    /// What was noted for a member, if a stay or leave was.
    pub fn recalled(note: &Note, member: &Member) -> Option<Self> {
        let list = if note.field(LIST)? == STAYS { DateList::Stays } else { DateList::Leave };
        let changed = note.field(CHANGES).and_then(|number| Self::of(list, number.parse().ok()?, member));
        let chosen = note.chosen.as_ref().and_then(|text| team::read("the place of a stay", text.as_bytes()).ok());
        let place = chosen.and_then(|(team, _)| team.members.first().map(|member| member.home));
        let text = |name| note.field(name).unwrap_or_default().to_owned();
        Some(Self { place, from: text(FROM), to: text(TO), ..changed.unwrap_or_else(|| Self::new(list)) })
    }

    /// Whether the member still has what it changes.
    fn is_of(&self, member: &Member) -> bool {
        let Some((number, dates)) = self.changes else { return true };
        match self.list {
            DateList::Stays => member.stays.get(number).is_some_and(|stay| stay.dates == dates),
            DateList::Leave => member.leave.get(number) == Some(&dates),
        }
    }

    /// Whether it changes one of the list.
    pub fn is_change(&self) -> bool {
        self.changes.is_some()
    }

    /// What the place's field shows.
    pub fn place_label(&self) -> String {
        self.place.map(place::label).unwrap_or_default()
    }

    /// From now on it says what is missing.
    pub fn ask(&mut self) {
        self.asked = true;
    }

    /// What is wrong with the first date.
    pub fn wrong_from(&self) -> Option<String> {
        self.wrong_date(&self.from)
    }

    /// What is wrong with the last date, or with both together.
    pub fn wrong_to(&self) -> Option<String> {
        if let (Some(from), Some(to)) = (date(&self.from), date(&self.to)) {
            return Dates::new(from, to).err().map(|_| wrong_dates(from, to));
        }
        self.wrong_date(&self.to)
    }

    fn wrong_date(&self, text: &str) -> Option<String> {
        // While a date is half typed it is not wrong yet.
        let is_due = self.asked || text.trim().len() >= 10;
        (is_due && date(text).is_none()).then(|| "Write the date as 2027-08-02".to_owned())
    }

    /// The member with this in the list.
    ///
    /// # Errors
    ///
    /// What is missing or wrong, for people.
    pub fn taken(&self, member: &Member) -> Result<Member, String> {
        let dates = match (date(&self.from), date(&self.to)) {
            (Some(from), Some(to)) => Dates::new(from, to).map_err(|_| wrong_dates(from, to))?,
            _ => return Err("Both dates are needed, written as 2027-08-02".to_owned()),
        };
        let mut changed = without(self.list, self.changes.map(|(number, _)| number), member);
        match self.list {
            DateList::Leave => {
                changed.leave.push(dates);
                changed.leave.sort();
            }
            DateList::Stays => {
                let place = self.place.ok_or("Choose a place first")?;
                if let Some(other) = changed.stays.iter().find(|other| other.dates.overlaps(dates)) {
                    return Err(format!("They are in {} from {} then", other.place.short_name(), other.dates));
                }
                changed.stays.push(Stay { place, dates });
                changed.stays.sort_by_key(|stay| stay.dates);
            }
        }
        Ok(changed)
    }
}

/// The member without one of the list.
pub fn without(list: DateList, number: Option<usize>, member: &Member) -> Member {
    let mut changed = member.clone();
    match (list, number) {
        (DateList::Stays, Some(number)) if number < changed.stays.len() => drop(changed.stays.remove(number)),
        (DateList::Leave, Some(number)) if number < changed.leave.len() => drop(changed.leave.remove(number)),
        _ => {}
    }
    changed
}

fn wrong_dates(from: NaiveDate, to: NaiveDate) -> String {
    if to < from {
        "The last date comes before the first".to_owned()
    } else {
        "The years 2000 to 2099 are planned".to_owned()
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    fn form(list: DateList, from: &str, to: &str) -> Form {
        Form { place: Some(Place::zone(Zone::UTC)), from: from.into(), to: to.into(), ..Form::new(list) }
    }

    fn member() -> Member {
        Member::new("Ana", Place::zone(Zone::UTC), Hours::off())
    }

    #[test]
    fn stays_are_kept_in_order_and_apart() {
        let later = form(DateList::Stays, "2027-03-01", "2027-03-31").taken(&member()).expect("a stay");
        let both = form(DateList::Stays, "2027-01-01", "2027-02-28").taken(&later).expect("another");
        assert_eq!(both.stays.len(), 2);
        assert!(both.stays[0].dates < both.stays[1].dates);
        let refused = form(DateList::Stays, "2027-03-31", "2027-04-02").taken(&both).expect_err("overlaps");
        assert!(refused.contains("2027-03-01 to 2027-03-31"), "{refused}");
        let mut longer = Form::of(DateList::Stays, 1, &both).expect("the second");
        longer.to = "2027-04-30".into();
        assert_eq!(longer.taken(&both).expect("changed").stays.len(), 2, "a stay does not overlap itself");
        assert!(longer.is_of(&both) && !longer.is_of(&without(DateList::Stays, Some(1), &both)), "it is gone");
        let without_it = without(DateList::Stays, Some(1), &both);
        let new = longer.followed(&without_it).expect("what was typed stays");
        assert!(!new.is_change() && new.to == "2027-04-30");
        let untouched = Form::of(DateList::Stays, 1, &both).expect("the second");
        assert!(untouched.followed(&without_it).is_none(), "nothing was typed");
    }

    #[test]
    fn what_is_wrong_with_dates_is_said() {
        for (from, to, words) in [
            ("2027-08-13", "2027-08-02", "before the first"),
            ("2027-02-30", "2027-03-02", "written as"),
            ("1999-01-01", "2027-03-02", "2000 to 2099"),
        ] {
            let refused = form(DateList::Leave, from, to).taken(&member()).expect_err(words);
            assert!(refused.contains(words), "{refused}");
        }
        assert_eq!(form(DateList::Leave, "2027-0", "").wrong_from(), None, "still being typed");
    }
}
