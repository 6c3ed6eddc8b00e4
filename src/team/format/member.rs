//! Members, as a file has them.

use super::decoder::Decoder;
use super::fields::Fields;
use super::form::{By, Form, Group, HOURS, List, Maybe, NAME, OWN_NAME};
use super::layout::Layout;
use super::row::{CityOrZone, FromTo, needed, optional};
use super::scalar::LONGEST_PLACE;
use super::table::{Table, nothing_more};
use crate::team::ron::{Node, Value};
use crate::team::{Capacity, HolidayChoice, Member, Place, Stay};
use crate::time::{Dates, HORIZON_START, Hours, Zone};
use crate::world::{Region, cities};

/// The most members that a team has.
pub const MOST_MEMBERS: usize = 5000;

pub(super) static MEMBER: Table<Member> = Table {
    name: "Member",
    said: "a member",
    blank: |()| Member::new("", Place::zone(Zone::UTC), Hours::off()),
    rows: &[
        needed!(Member.name, OWN_NAME),
        &CityOrZone { get: |member: &Member| member.home, get_mut: |member| &mut member.home },
        needed!(Member.hours, HOURS, or usual_hours),
        optional!(Member.flexible, HOURS),
        optional!(Member.sleep, HOURS),
        optional!(Member.email, Maybe(EMAIL)),
        optional!(Member.handle, Maybe(NAME)),
        optional!(Member.roles, ROLES),
        optional!(Member.holidays, HOLIDAYS),
        optional!(Member.stays, STAYS),
        optional!(Member.leave, List(Group(&LEAVE))),
        optional!(Member.busy, CALENDARS),
        optional!(Member.capacity, CAPACITY),
    ],
    check: |decoder, fields, _| decoder.check_holidays(fields),
};

pub(super) static STAY: Table<Stay> = Table {
    name: "Stay",
    said: "a stay",
    blank: |()| Stay { place: Place::zone(Zone::UTC), dates: some_dates() },
    rows: &[
        &CityOrZone { get: |stay: &Stay| stay.place, get_mut: |stay| &mut stay.place },
        &FromTo { get: |stay: &Stay| stay.dates, get_mut: |stay| &mut stay.dates },
    ],
    check: nothing_more,
};

pub(super) static LEAVE: Table<Dates> = Table {
    name: "Leave",
    said: "a leave",
    blank: |()| some_dates(),
    rows: &[&FromTo { get: |dates: &Dates| *dates, get_mut: |dates| dates }],
    check: nothing_more,
};

const EMAIL: By<String> = By { read: |decoder, node| decoder.email(node), show: |email| Layout::text(email) };
const ROLES: By<Vec<String>> = By { read: |decoder, node| decoder.roles(node), show: |roles| Layout::texts(roles) };
const HOLIDAYS: By<HolidayChoice> = By {
    read: |decoder, node| decoder.holidays(node),
    show: |choice| match choice {
        HolidayChoice::OfCity => Layout::shown("None"),
        HolidayChoice::Of(region) => Layout::text(region.code()),
        HolidayChoice::None => Layout::text(NO_HOLIDAYS),
    },
};
const STAYS: By<Vec<Stay>> =
    By { read: |decoder, node| decoder.stays(node), show: |stays| List(Group(&STAY)).show(stays) };
const CALENDARS: By<Vec<String>> =
    By { read: |decoder, node| decoder.calendars(node), show: |paths| Layout::texts(paths) };
const CAPACITY: By<Capacity> =
    By { read: |decoder, node| decoder.capacity(node), show: |capacity| Layout::decimal(capacity.as_f64()) };

/// What a member writes who keeps no public holidays.
const NO_HOLIDAYS: &str = "none";

/// A stand-in for dates that must be written.
fn some_dates() -> Dates {
    Dates::new(HORIZON_START, HORIZON_START).expect("a date is not before itself")
}

/// Says which hours are usual where the member lives.
fn usual_hours(fields: &Fields<'_>) -> String {
    let city = fields.get("city").and_then(Node::text).and_then(|text| cities().find(text).ok());
    let usual = city.map_or_else(|| "Mo-Fr 09:00-17:00".to_owned(), |city| city.country.default_hours());
    format!("; write for example hours: \"{usual}\"")
}

impl Decoder<'_> {
    fn email(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        let is_address = text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
            && text.matches('@').count() == 1
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'))
            && text.len() <= 254;
        if is_address {
            return Some(text.to_owned());
        }
        self.error(node.range.clone(), "this is no email address; write only the address, such as \"ana@example.com\"");
        None
    }

    fn roles(&mut self, node: &Node) -> Option<Vec<String>> {
        let mut roles: Vec<String> = Vec::new();
        self.list(node, |decoder, node| {
            let role = decoder.name(node)?;
            if roles.contains(&role) {
                decoder.error(node.range.clone(), format!("the role `{role}` is written twice"));
                return None;
            }
            roles.push(role.clone());
            Some(role)
        })
    }

    fn holidays(&mut self, node: &Node) -> Option<HolidayChoice> {
        let text = self.text(node)?;
        if text == NO_HOLIDAYS {
            return Some(HolidayChoice::None);
        }
        if text.len() > LONGEST_PLACE {
            self.error(node.range.clone(), "no region has such a long name; write for example \"DE-BY\"");
            return None;
        }
        let region = Region::parse(text).map_err(|error| self.error(node.range.clone(), error.to_string()));
        region.ok().map(HolidayChoice::Of)
    }

    /// With `implicit_some`, `None` means that nothing is said; whoever writes it for holidays means none.
    fn check_holidays(&mut self, fields: &Fields<'_>) {
        if let Some(word) = fields.node.field("holidays").filter(|node| node.given().is_none()) {
            let message = "`None` says nothing, so the holidays of the city hold; for no holidays write \"none\"";
            self.warning(word.range.clone(), message);
        }
    }

    /// The stays in order; two at once are an error.
    fn stays(&mut self, node: &Node) -> Option<Vec<Stay>> {
        let mut stays = self.list(node, |decoder, node| Some((STAY.read(decoder, node)?, node.range.clone())))?;
        stays.sort_by_key(|(stay, _)| stay.dates);
        for pair in stays.windows(2) {
            let [(first, first_range), (second, range)] = pair else { continue };
            if first.dates.overlaps(second.dates) {
                let line = self.line(first_range);
                let message = format!("this stay begins before the one on line {line} ends, {}", first.dates);
                self.error(range.clone(), message);
            }
        }
        Some(stays.into_iter().map(|(stay, _)| stay).collect())
    }

    /// One path or a list of them. What stands at the paths is looked at later.
    fn calendars(&mut self, node: &Node) -> Option<Vec<String>> {
        let nodes = match &node.value {
            Value::Text(_) => std::slice::from_ref(node),
            Value::List(items) => items,
            _ => {
                self.expected(node, "the path of a calendar in quotes, or a list of them");
                return None;
            }
        };
        let mut paths: Vec<String> = Vec::new();
        for node in nodes {
            let path = self.path(node)?;
            if paths.contains(&path) {
                self.error(node.range.clone(), format!("the calendar `{path}` is written twice"));
                return None;
            }
            paths.push(path);
        }
        Some(paths)
    }

    fn path(&mut self, node: &Node) -> Option<String> {
        const LONGEST: usize = 4096;
        let text = self.text(node)?;
        let is_path = !text.trim().is_empty() && text.len() <= LONGEST && !text.chars().any(char::is_control);
        if is_path {
            return Some(text.to_owned());
        }
        self.error(node.range.clone(), "this is no path; write for example \"calendars/ana.ics\"");
        None
    }

    fn capacity(&mut self, node: &Node) -> Option<Capacity> {
        let Value::Number(number) = node.value else {
            self.expected(node, "a number such as 0.8");
            return None;
        };
        let capacity = Capacity::new(number);
        if capacity.is_none() {
            let message = format!("a capacity is above 0 and at most 10, not {number}; 1.0 is a full share");
            self.error(node.range.clone(), message);
        }
        capacity
    }
}
