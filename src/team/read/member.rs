use super::decoder::Decoder;
use super::fields::{Fields, Kind};
use super::name::Taken;
use super::scalar::LONGEST_PLACE;
use crate::team::ron::{Node, Value};
use crate::team::{Calendar, Capacity, HolidayChoice, Member, Stay};
use crate::time::Hours;
use crate::world::{Region, cities};

static MEMBER: Kind = Kind {
    name: "Member",
    said: "a member",
    fields: &[
        "name", "city", "zone", "hours", "flexible", "sleep", "email", "handle", "roles", "holidays", "stays", "leave",
        "busy", "capacity",
    ],
};
static STAY: Kind = Kind { name: "Stay", said: "a stay", fields: &["city", "zone", "from", "to"] };
static LEAVE: Kind = Kind { name: "Leave", said: "a leave", fields: &["from", "to"] };

impl Decoder<'_> {
    pub(super) fn member(&mut self, node: &Node, taken: &mut Taken) -> Option<Member> {
        let fields = self.fields(node, &MEMBER)?;
        let name = self.required(&fields, "name", |decoder, node| decoder.own_name(node, taken));
        let home = self.place(&fields);
        let hours = match fields.get("hours") {
            Some(node) => self.hours(node),
            None => self.missing_hours(&fields),
        };
        let flexible = self.optional(&fields, "flexible", Self::hours).unwrap_or_else(Hours::off);
        let sleep = self.optional(&fields, "sleep", Self::hours).unwrap_or_else(Member::usual_sleep);
        let email = self.optional(&fields, "email", Self::email);
        let handle = self.optional(&fields, "handle", Self::name);
        let roles = self.roles(&fields);
        let holidays = self.holidays(&fields, node);
        let stays = self.stays(&fields);
        let leave = self.items(&fields, "leave", |decoder, node| {
            let fields = decoder.fields(node, &LEAVE)?;
            decoder.dates(&fields)
        });
        let busy = self.optional(&fields, "busy", Self::calendars).unwrap_or_default();
        let capacity = self.optional(&fields, "capacity", Self::capacity).unwrap_or(Capacity::FULL);
        Some(Member {
            name: name?,
            home: home?,
            hours: hours?,
            flexible,
            sleep,
            email,
            handle,
            roles,
            holidays,
            stays,
            leave,
            busy,
            capacity,
        })
    }

    /// Says which hours are usual where the member lives.
    fn missing_hours(&mut self, fields: &Fields<'_>) -> Option<Hours> {
        let city = fields.get("city").and_then(Node::text).and_then(|text| cities().find(text).ok());
        let usual = city.map_or_else(|| "Mo-Fr 09:00-17:00".to_owned(), |city| city.country.default_hours());
        self.missing(fields, "`hours`", &format!("; write for example hours: \"{usual}\""));
        None
    }

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

    fn roles(&mut self, fields: &Fields<'_>) -> Vec<String> {
        let mut roles: Vec<String> = Vec::new();
        self.items(fields, "roles", |decoder, node| {
            let role = decoder.name(node)?;
            if roles.contains(&role) {
                decoder.error(node.range.clone(), format!("the role `{role}` is written twice"));
                return None;
            }
            roles.push(role.clone());
            Some(role)
        })
    }

    /// With `implicit_some`, `None` means that nothing is said; whoever writes it for holidays means none.
    fn holidays(&mut self, fields: &Fields<'_>, member: &Node) -> HolidayChoice {
        if let Some(word) = member.field("holidays").filter(|node| node.given().is_none()) {
            let message = "`None` says nothing, so the holidays of the city hold; for no holidays write \"none\"";
            self.warning(word.range.clone(), message);
        }
        let read = |decoder: &mut Self, node: &Node| {
            let text = decoder.text(node)?;
            if text == "none" {
                return Some(HolidayChoice::None);
            }
            if text.len() > LONGEST_PLACE {
                decoder.error(node.range.clone(), "no region has such a long name; write for example \"DE-BY\"");
                return None;
            }
            let region = Region::parse(text).map_err(|error| decoder.error(node.range.clone(), error.to_string()));
            region.ok().map(HolidayChoice::Of)
        };
        self.optional(fields, "holidays", read).unwrap_or_default()
    }

    /// The stays in order; two at once are an error.
    fn stays(&mut self, fields: &Fields<'_>) -> Vec<Stay> {
        let mut stays = self.items(fields, "stays", |decoder, node| {
            let fields = decoder.fields(node, &STAY)?;
            let (place, dates) = (decoder.place(&fields), decoder.dates(&fields));
            Some((Stay { place: place?, dates: dates? }, node.range.clone()))
        });
        stays.sort_by_key(|(stay, _)| stay.dates);
        for pair in stays.windows(2) {
            let [(first, first_range), (second, range)] = pair else { continue };
            if first.dates.overlaps(second.dates) {
                let line = self.line(first_range);
                let message = format!("this stay begins before the one on line {line} ends, {}", first.dates);
                self.error(range.clone(), message);
            }
        }
        stays.into_iter().map(|(stay, _)| stay).collect()
    }

    /// One path or a list of them. What stands at the paths is looked at later.
    fn calendars(&mut self, node: &Node) -> Option<Vec<Calendar>> {
        let nodes = match &node.value {
            Value::Text(_) => std::slice::from_ref(node),
            Value::List(items) => items,
            _ => {
                self.expected(node, "the path of a calendar in quotes, or a list of them");
                return None;
            }
        };
        let mut calendars: Vec<Calendar> = Vec::new();
        for node in nodes {
            let path = self.path(node)?;
            if calendars.iter().any(|calendar| calendar.path == path) {
                self.error(node.range.clone(), format!("the calendar `{path}` is written twice"));
                return None;
            }
            calendars.push(Calendar::new(path));
        }
        Some(calendars)
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
