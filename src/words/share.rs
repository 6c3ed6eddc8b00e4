//! A time as everybody sees it, ready to paste: `15:00 UTC, 10:00 New York, 20:30 Bengaluru`.

use chrono::NaiveDateTime;

use super::clock::{self, Clock};
use crate::availability::whereabouts;
use crate::team::Member;
use crate::time::{Instant, Minutes, Offset, Span, Zone};
use crate::world::{Country, cities};

/// Where it is to be pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A mail or a chat that knows nothing but letters: one line.
    #[default]
    Text,
    /// CommonMark: a list.
    Markdown,
    /// Slack: a list in its own marks.
    Slack,
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// For where.
    pub form: Form,
    /// Whether members are named beside their city.
    pub names: bool,
    /// How times are written.
    pub clock: Clock,
}

/// What is shared: a time, or a stretch of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// This minute.
    At(Instant),
    /// From its start to its end.
    Over(Span),
}

impl When {
    /// Where it begins.
    pub fn start(self) -> Instant {
        match self {
            When::At(at) => at,
            When::Over(span) => span.start,
        }
    }

    /// As the clocks of a zone show it.
    fn shown(self, zone: Zone, clock: Clock) -> String {
        match self {
            When::At(at) => clock.time(zone.local(at)),
            When::Over(span) => clock.between(zone.local(span.start), zone.local(span.end)),
        }
    }
}

/// A clock that somebody lives by.
struct Place<'a> {
    name: String,
    zone: Zone,
    offset: Offset,
    local: NaiveDateTime,
    members: Vec<&'a str>,
}

/// The time in UTC, with its date, and in every city of the members, from west to east, each city once. A city where it is another
/// date says which.
pub fn share(when: When, members: &[&Member], style: Style) -> String {
    let utc = when.start().utc();
    let date = clock::day(utc.date());
    let places = places(when.start(), members);
    let (utc_members, others): (Vec<Place>, Vec<Place>) = places.into_iter().partition(|place| place.name == "UTC");
    let head = format!("{} UTC", when.shown(Zone::UTC, style.clock));
    let in_utc: Vec<&str> = utc_members.iter().flat_map(|place| place.members.iter().copied()).collect();
    let named = |names: &[&str]| (style.names && !names.is_empty()).then(|| names.join(", "));
    match style.form {
        Form::Text => {
            let beside = |names: Option<String>, day: Option<String>| {
                let words: Vec<String> = [names, day].into_iter().flatten().collect();
                if words.is_empty() { String::new() } else { format!(" ({})", words.join("; ")) }
            };
            let mut parts = vec![format!("{head}{}", beside(named(&in_utc), None))];
            parts.extend(others.iter().map(|place| {
                let time = when.shown(place.zone, style.clock);
                format!("{time} {}{}", place.name, beside(named(&place.members), place.day(utc)))
            }));
            format!("{date}: {}", parts.join(", "))
        }
        Form::Markdown | Form::Slack => {
            let (strong, dot) = if style.form == Form::Markdown { ("**", "-") } else { ("*", "•") };
            let plain = |words: &str| if style.form == Form::Markdown { escaped(words) } else { in_slack(words) };
            let mut lines = vec![format!("{strong}{date}, {head}{strong}")];
            if style.form == Form::Markdown {
                lines.push(String::new());
            }
            lines.extend(named(&in_utc).map(|names| format!("{dot} {head}: {}", plain(&names))));
            lines.extend(others.iter().map(|place| {
                let time = when.shown(place.zone, style.clock);
                let day = place.day(utc).map(|day| format!(" ({day})")).unwrap_or_default();
                let names = named(&place.members).map(|names| format!(": {}", plain(&names))).unwrap_or_default();
                format!("{dot} {time} {}{day}{names}", plain(&place.name))
            }));
            lines.join("\n")
        }
    }
}

/// The cities of the members at an instant, by offset and name.
fn places<'a>(at: Instant, members: &[&'a Member]) -> Vec<Place<'a>> {
    let mut found: Vec<Place> = Vec::new();
    for member in members {
        let moment = Span { start: at, end: at + Minutes(1) };
        let zone: Zone = whereabouts(member, moment).first().map_or(member.home.zone, |&(_, zone)| zone);
        let (local, offset) = (zone.local(at), zone.offset_at(at));
        let name = called(&member.place_on(local.date()));
        match found.iter_mut().find(|place| place.name == name && place.offset == offset) {
            Some(place) => place.members.push(&member.name),
            None => found.push(Place { name, zone, offset, local, members: vec![&member.name] }),
        }
    }
    found.sort_by(|a, b| (a.offset, &a.name).cmp(&(b.offset, &b.name)));
    found
}

/// What people call a place: a city that is found without its `City`, too, goes without, unless that is the name of its country.
fn called(place: &crate::team::Place) -> String {
    let name = place.short_name();
    let is_meant = |short: &&str| {
        let found = cities().find(short).ok();
        found.is_some_and(|found| place.city == Some(found)) && Country::named(short).is_err()
    };
    name.strip_suffix(" City").filter(is_meant).map(str::to_owned).unwrap_or(name)
}

impl Place<'_> {
    /// The weekday with the days that lie between, where it is another date than in UTC: `Tue, +1 day`.
    fn day(&self, utc: NaiveDateTime) -> Option<String> {
        let days = (self.local.date() - utc.date()).num_days();
        let sign = if days < 0 { '−' } else { '+' };
        (days != 0).then(|| {
            format!("{}, {sign}{}", self.local.format("%a"), super::amount::count(days.unsigned_abs() as usize, "day"))
        })
    }
}

/// What Markdown would take for marks, as letters.
fn escaped(words: &str) -> String {
    let mut found = String::new();
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '&') {
            found.push('\\');
        }
        found.push(letter);
    }
    found
}

/// What Slack would take for links and entities, as letters (Slack's "Formatting text": `&`, `<` and `>` are escaped).
fn in_slack(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    use crate::team::{Place as Home, Stay};
    use crate::time::{Dates, Hours};

    fn member(name: &str, city: &str) -> Member {
        let home = match Zone::named(city) {
            Ok(zone) => Home::zone(zone),
            Err(_) => Home::city(crate::world::cities().find(city).expect("a city")),
        };
        Member::new(name, home, Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
    }

    fn team() -> Vec<Member> {
        let places = [
            ("Bo", "New York"),
            ("Dev", "Bengaluru"),
            ("Cai_1", "Tokyo"),
            ("Eva", "Tokyo"),
            ("Node", "UTC"),
            ("Kai", "Honolulu"),
        ];
        places.map(|(name, city)| member(name, city)).into()
    }

    fn shared(when: When, form: Form, names: bool, clock: Clock) -> String {
        let team = team();
        share(when, &team.iter().collect::<Vec<_>>(), Style { form, names, clock })
    }

    fn at(hour: i64) -> Instant {
        Instant::midnight(NaiveDate::from_ymd_opt(2027, 3, 29).expect("a date")) + Minutes::hours(hour)
    }

    #[test]
    fn a_line_of_text_has_every_city_once() {
        assert_eq!(
            shared(When::At(at(15)), Form::Text, false, Clock::Hours24),
            "Mon 29 Mar 2027: 15:00 UTC, 05:00 Honolulu, 11:00 New York, 20:30 Bengaluru, 00:00 Tokyo (Tue, +1 day)"
        );
        assert_eq!(
            shared(When::At(at(5)), Form::Text, true, Clock::Hours12),
            "Mon 29 Mar 2027: 5:00am UTC (Node), 7:00pm Honolulu (Kai; Sun, −1 day), 1:00am New York (Bo), \
             10:30am Bengaluru (Dev), 2:00pm Tokyo (Cai_1, Eva)"
        );
        let said = |city| share(When::At(at(15)), &[&member("Ana", city)], Style::default());
        assert!(said("Mexico City").ends_with("09:00 Mexico City") && said("Quezon City").ends_with("Quezon City"));
        assert_eq!(share(When::At(at(5)), &[], Style::default()), "Mon 29 Mar 2027: 05:00 UTC");
    }

    #[test]
    fn lists_are_marked_as_their_places_want_them() {
        let span = When::Over(Span { start: at(15), end: at(16) + Minutes(30) });
        assert_eq!(
            shared(span, Form::Markdown, true, Clock::Hours24),
            "**Mon 29 Mar 2027, 15:00-16:30 UTC**\n\n- 15:00-16:30 UTC: Node\n- 05:00-06:30 Honolulu: Kai\n\
             - 11:00-12:30 New York: Bo\n- 20:30-22:00 Bengaluru: Dev\n- 00:00-01:30 Tokyo (Tue, +1 day): Cai\\_1, Eva"
        );
        assert_eq!(
            shared(span, Form::Slack, false, Clock::Hours24),
            "*Mon 29 Mar 2027, 15:00-16:30 UTC*\n• 05:00-06:30 Honolulu\n• 11:00-12:30 New York\n\
             • 20:30-22:00 Bengaluru\n• 00:00-01:30 Tokyo (Tue, +1 day)"
        );
    }

    #[test]
    fn names_are_never_marks() {
        let odd = [&member("R&D <@here> *_", "UTC")];
        let said = |form| share(When::At(at(15)), &odd, Style { form, names: true, clock: Clock::Hours24 });
        assert!(said(Form::Slack).ends_with("15:00 UTC: R&amp;D &lt;@here&gt; *_"), "{}", said(Form::Slack));
        assert!(said(Form::Markdown).ends_with(r"15:00 UTC: R\&D \<@here\> \*\_"), "{}", said(Form::Markdown));
    }

    #[test]
    fn who_is_elsewhere_sees_the_clock_there() {
        let mut ana = member("Ana", "Lisbon");
        let date = |day| NaiveDate::from_ymd_opt(2027, 3, day).expect("a date");
        let dates = Dates::new(date(20), date(31)).expect("dates");
        ana.stays = vec![Stay { place: member("", "Bangkok").home, dates }];
        let said = share(When::At(at(15)), &[&ana], Style::default());
        assert_eq!(said, "Mon 29 Mar 2027: 15:00 UTC, 22:00 Bangkok");
    }
}
