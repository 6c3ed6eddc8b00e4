//! People from a list of lines as people have them: `Rui Alves, Lisbon`, or tab-separated from a spreadsheet, with hours or an address.

use super::place;
use crate::team::{MOST_MEMBERS, Member, Opening, Team};
use crate::time::Hours;
use crate::world::{Hit, Search, fold};

/// A line, and the person that it means or what is missing in it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What stands in it.
    pub text: String,
    /// Who it is, or what is wrong, for people.
    pub found: Result<Member, String>,
}

/// What each line of a text means for a team; empty lines and a head with the names of columns mean nothing. Names are told apart from those
/// of the team and of each other.
pub fn read(text: &str, team: &Team, search: &Search) -> Vec<Line> {
    let mut grown = team.clone();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate();
    let lines = lines.filter(|(number, line)| *number > 0 || !is_head(line)).map(|(_, line)| {
        let found = match person(line, search) {
            Ok(_) if grown.members.len() >= MOST_MEMBERS => Err(format!("A team has at most {MOST_MEMBERS} members")),
            Ok(member) => {
                let member = Member { name: grown.free_name(&member.name), ..member };
                grown.members.push(member.clone());
                Ok(member)
            }
            Err(why) => Err(why),
        };
        Line { text: line.to_owned(), found }
    });
    lines.collect()
}

/// The team with everybody who was understood.
pub fn joined(lines: &[Line], team: &Team) -> Team {
    let mut team = team.clone();
    team.members.extend(lines.iter().filter_map(|line| line.found.as_ref().ok().cloned()));
    team
}

/// The parts of a line: a spreadsheet's by tabs, others by semicolons or commas.
fn parts(line: &str) -> Vec<&str> {
    let mark = ['\t', ';'].into_iter().find(|&mark| line.contains(mark)).unwrap_or(',');
    line.split(mark).map(|part| part.trim().trim_matches('"')).filter(|part| !part.is_empty()).collect()
}

fn is_head(line: &str) -> bool {
    parts(line).first().is_some_and(|first| ["name", "member", "person"].contains(&fold(first).as_str()))
}

/// What a text that is being typed may mean: a place, or with a comma a name and a place behind it.
pub fn place_and_name(text: &str, search: &Search) -> (Option<String>, Vec<Hit>) {
    let whole = place::find(search, text);
    match text.split_once(',') {
        Some((name, rest)) if whole.is_empty() && !name.trim().is_empty() => {
            (Some(name.trim().to_owned()), place::find(search, rest))
        }
        _ => (None, whole),
    }
}

/// Who a line means.
///
/// # Errors
/// What is missing, for people.
pub fn person(line: &str, search: &Search) -> Result<Member, String> {
    let parts = parts(line);
    let (name, rest) = match parts.as_slice() {
        [] => return Err("Write a name and a city, such as Rui Alves, Lisbon".to_owned()),
        [name, rest @ ..] => (*name, rest),
    };
    let (mut email, mut hours, mut places) = (None, None, Vec::new());
    for &part in rest {
        match Hours::typed(part) {
            _ if part.contains('@') => email = Some(part.to_owned()),
            Ok(typed) if part.contains(|letter: char| letter.is_ascii_digit()) => hours = Some(typed),
            _ => places.push(part),
        }
    }
    // Who has no name yet is called after their city.
    let wanted = if places.is_empty() && rest.is_empty() { name.to_owned() } else { places.join(", ") };
    let by_parts = places.iter().map(|part| (*part).to_owned());
    let mut hits =
        std::iter::once(wanted.clone()).chain(by_parts).filter_map(|text| search.find(&text, 1).into_iter().next());
    let Some(home) = hits.next().map(place::of) else {
        return Err(match wanted.as_str() {
            "" => format!("Where is {name}? Write a city after the name"),
            wanted => format!("No city or time zone is called {wanted}"),
        });
    };
    let usual = home.city.and_then(|city| Hours::parse(&city.country.default_hours()).ok());
    let hours = hours.or(usual).unwrap_or_else(Opening::usual_hours);
    let name = if rest.is_empty() { home.short_name() } else { name.to_owned() };
    Ok(Member { email, ..Member::new(name, home, hours) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_people_as_they_are_typed_or_come_from_a_spreadsheet() {
        let text = "Name\tCity\tHours\nRui Alves\tLisbon\tMon-Fri 10-18\trui@example.com\n\nAna, Porto\nAna, Portland, Oregon\nTokyo\n";
        let lines = read(text, &Team::default(), &Search::new());
        let people: Vec<&Member> = lines.iter().map(|line| line.found.as_ref().expect("a person")).collect();
        let said: Vec<String> =
            people.iter().map(|member| format!("{}: {}", member.name, member.home.short_name())).collect();
        assert_eq!(said, ["Rui Alves: Lisbon", "Ana: Porto", "Ana 2: Portland", "Tokyo: Tokyo"]);
        assert_eq!(people[0].email.as_deref(), Some("rui@example.com"));
        assert_eq!(Ok(&people[0].hours), Hours::typed("Mon-Fri 10-18").as_ref());
        assert_eq!(joined(&lines, &Team::default()).members.len(), 4);
    }

    #[test]
    fn what_is_missing_in_a_line_is_said() {
        let lines = read("Rui, Xqzzyqx\nRui, rui@example.com", &Team::default(), &Search::new());
        let wrong: Vec<&str> = lines.iter().filter_map(|line| line.found.as_ref().err().map(String::as_str)).collect();
        assert_eq!(wrong, ["No city or time zone is called Xqzzyqx", "Where is Rui? Write a city after the name"]);
        assert!(joined(&lines, &Team::default()).members.is_empty());
    }
}
