//! A change that is put together: who, where, when.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::Message;
use crate::team::{Member, Place, Team, WhatIf};
use crate::time::{HORIZON_END, HORIZON_START, Hours};
use crate::window::place;
use crate::window::widget::picker::Picker;
use crate::world::{Hit, Search};

/// Hours where a place does not say which are usual.
const USUAL: &str = "Mo-Fr 09:00-17:00";

/// Which change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Change {
    /// A member moves.
    #[default]
    Moves,
    /// Somebody joins.
    Joins,
    /// A member leaves.
    Leaves,
}

/// What is chosen and typed so far.
#[derive(Default)]
pub struct Draft {
    /// Which change.
    pub change: Change,
    /// The member.
    pub who: Option<String>,
    /// The place.
    pub place: Option<Place>,
    /// The place while it is looked for.
    pub picker: Picker<Hit>,
    /// The newcomer's name.
    pub name: String,
    /// The newcomer's hours; those usual at the place while nothing is typed.
    pub hours: String,
    /// The date of the move; at once while nothing is typed.
    pub on: String,
    search: OnceCell<Search>,
}

impl Draft {
    /// Takes in what is about a change.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Wanted(change) => self.change = change,
            Message::Who(name) => self.who = Some(name),
            Message::Name(text) => self.name = text,
            Message::Hours(text) => self.hours = text,
            Message::On(text) => self.on = text,
            Message::Place(picked) => {
                let search = self.search.get_or_init(Search::new);
                if let Some(hit) = self.picker.update(picked, |text| place::find(search, text)) {
                    self.place = Some(place::of(hit));
                }
            }
            _ => {}
        }
    }

    /// The next one of the same change.
    pub fn emptied(&mut self) -> Self {
        Self { change: self.change, search: std::mem::take(&mut self.search), ..Self::default() }
    }

    /// The change, if all that it needs is there and right.
    pub fn what_if(&self, team: &Team) -> Option<WhatIf> {
        let who = || self.who.clone().filter(|name| team.member(name).is_some());
        match self.change {
            Change::Leaves => Some(WhatIf::Leaves(who()?)),
            Change::Moves => Some(WhatIf::Moves { member: who()?, place: self.place?, from: self.on().ok()? }),
            Change::Joins => {
                let place = self.place?;
                let name = Some(self.name.trim()).filter(|name| !name.is_empty());
                let name = name.map_or_else(|| place.short_name(), str::to_owned);
                Some(WhatIf::Joins(Box::new(Member::new(team.free_name(&name), place, self.hours().ok()?))))
            }
        }
    }

    /// The date of the move; none for at once.
    pub fn on(&self) -> Result<Option<NaiveDate>, String> {
        if self.on.trim().is_empty() { Ok(None) } else { date(&self.on).map(Some) }
    }

    /// The newcomer's hours.
    pub fn hours(&self) -> Result<Hours, String> {
        let typed = self.hours.trim();
        let hours = if typed.is_empty() { self.usual_hours() } else { typed.to_owned() };
        Hours::typed(&hours).map_err(|error| error.to_string())
    }

    /// The hours usual at the place.
    pub fn usual_hours(&self) -> String {
        let city = self.place.and_then(|place| place.city);
        city.map_or_else(|| USUAL.to_owned(), |city| city.country.default_hours())
    }
}

/// Reads a date of the years that are planned.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    let date =
        text.trim().parse::<NaiveDate>().map_err(|_| "Write year, month and day, such as 2027-10-31".to_owned())?;
    if (HORIZON_START..HORIZON_END).contains(&date) {
        Ok(date)
    } else {
        Err("Only the years 2000 to 2099 are known".to_owned())
    }
}
