//! What is typed into a field of a member: taken at once where it is right, kept and explained where it is not.

use std::collections::BTreeMap;

use crate::team::{Capacity, Member, Team};
use crate::time::Hours;
use crate::window::form::{Row, Typed};

/// A field of a member that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The name.
    Name,
    /// The preferred hours.
    Hours,
    /// The hours they can work if need be.
    Flexible,
    /// When they sleep.
    Sleep,
    /// The address.
    Email,
    /// The user name in on-call tools.
    Handle,
    /// The share of on-call work.
    Capacity,
}

impl Typed for Member {
    type Field = Part;

    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Part::Name,
            label: "name",
            show: |member| member.name.clone(),
            parse: |text, member, team| own_name(text, member, team).map(|name| member.name = name),
        },
        Row {
            field: Part::Hours,
            label: "hours",
            show: |member| member.hours.to_string(),
            parse: |text, member, _| hours(text).map(|hours| member.hours = hours),
        },
        Row {
            field: Part::Flexible,
            label: "flexible hours",
            show: |member| if member.flexible.is_off() { String::new() } else { member.flexible.to_string() },
            parse: |text, member, _| hours_unless_empty(text, Hours::off).map(|hours| member.flexible = hours),
        },
        Row {
            field: Part::Sleep,
            label: "sleep",
            show: |member| member.sleep.to_string(),
            parse: |text, member, _| hours_unless_empty(text, Member::usual_sleep).map(|hours| member.sleep = hours),
        },
        Row {
            field: Part::Email,
            label: "email",
            show: |member| member.email.clone().unwrap_or_default(),
            parse: |text, member, _| email(text).map(|email| member.email = email),
        },
        Row {
            field: Part::Handle,
            label: "handle",
            show: |member| member.handle.clone().unwrap_or_default(),
            parse: |text, member, _| handle(text).map(|handle| member.handle = handle),
        },
        Row {
            field: Part::Capacity,
            label: "capacity",
            show: |member| member.capacity.as_f64().to_string(),
            parse: |text, member, _| capacity(text).map(|capacity| member.capacity = capacity),
        },
    ];

    /// Of a member nothing is chosen beside what is typed: it is taken into the team at once.
    fn keep_up(&mut self, now: &Self) {
        *self = now.clone();
    }
}

impl Part {
    /// What it is called in the name of a change.
    pub fn name(self) -> &'static str {
        Member::row(self).label
    }

    /// How the member's file has it.
    pub fn written(self, member: &Member) -> String {
        (Member::row(self).show)(member)
    }

    /// The member with what is typed.
    ///
    /// # Errors
    ///
    /// What is wrong with it, for people.
    pub fn taken(self, text: &str, member: &Member, team: &Team) -> Result<Member, String> {
        let mut changed = member.clone();
        (Member::row(self).parse)(text.trim(), &mut changed, team)?;
        Ok(changed)
    }
}

/// A name of something: not blank, on one line, not endless.
///
/// # Errors
///
/// What is wrong with it, for people.
pub fn name(typed: &str) -> Result<String, String> {
    const LONGEST: usize = 200;
    if typed.is_empty() {
        return Err("A name is needed".to_owned());
    }
    if typed.chars().any(char::is_control) || typed.chars().count() > LONGEST {
        return Err(format!("A name stands on one line and has at most {LONGEST} characters"));
    }
    Ok(typed.to_owned())
}

fn own_name(typed: &str, member: &Member, team: &Team) -> Result<String, String> {
    let name = name(typed)?;
    if name != member.name && team.member(&name).is_some() {
        return Err(format!("Somebody else is called {name}; add a letter or a number"));
    }
    Ok(name)
}

fn hours(typed: &str) -> Result<Hours, String> {
    Hours::typed(typed).map_err(|error| error.refused.to_string())
}

fn hours_unless_empty(typed: &str, usual: fn() -> Hours) -> Result<Hours, String> {
    if typed.is_empty() { Ok(usual()) } else { hours(typed) }
}

fn email(typed: &str) -> Result<Option<String>, String> {
    match typed {
        "" => Ok(None),
        address if is_address(address) => Ok(Some(address.to_owned())),
        _ => Err("Write only the address, such as ana@example.com".to_owned()),
    }
}

fn handle(typed: &str) -> Result<Option<String>, String> {
    if typed.is_empty() { Ok(None) } else { name(typed).map(Some) }
}

fn is_address(typed: &str) -> bool {
    let parts = typed.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty());
    let alone = typed.matches('@').count() == 1 && typed.len() <= 254;
    parts && alone && !typed.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
}

fn capacity(typed: &str) -> Result<Capacity, String> {
    let number = if typed.is_empty() { Some(1.0) } else { typed.replace(',', ".").parse().ok() };
    number.and_then(Capacity::new).ok_or_else(|| "A number above 0 and up to 10; 1 is a full share".to_owned())
}

/// What is typed and does not stand in the team as it is typed.
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<Part, Draft>);

#[derive(Debug)]
struct Draft {
    text: String,
    /// What stood in the team after the text was taken, or refused.
    stands: String,
    wrong: Option<String>,
}

impl Drafts {
    /// Notes what is typed. Gives the changed member if it is right.
    pub fn type_in(&mut self, part: Part, text: String, member: &Member, team: &Team) -> Option<Member> {
        let taken = part.taken(&text, member, team);
        let stands = part.written(taken.as_ref().unwrap_or(member));
        let wrong = taken.as_ref().err().cloned();
        self.0.insert(part, Draft { text, stands, wrong });
        taken.ok()
    }

    /// What the field shows: what is typed, unless the team was changed otherwise since.
    pub fn shown(&self, part: Part, member: &Member) -> String {
        let written = part.written(member);
        self.current(part, &written).map(|draft| draft.text.clone()).unwrap_or(written)
    }

    /// What is wrong with what is typed.
    pub fn wrong(&self, part: Part, member: &Member) -> Option<String> {
        self.current(part, &part.written(member))?.wrong.clone()
    }

    /// What was refused, by its field.
    pub fn refused<'a>(&'a self, member: &'a Member) -> impl Iterator<Item = (Part, &'a str)> {
        let of = |(part, draft): (&'a Part, &'a Draft)| self.wrong(*part, member).map(|_| (*part, draft.text.as_str()));
        self.0.iter().filter_map(of)
    }

    /// Enter: what is right is shown as it will be written; what is wrong stays.
    pub fn settle(&mut self, part: Part) {
        if self.0.get(&part).is_some_and(|draft| draft.wrong.is_none()) {
            self.0.remove(&part);
        }
    }

    fn current(&self, part: Part, written: &str) -> Option<&Draft> {
        self.0.get(&part).filter(|draft| draft.stands == written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::Zone;

    fn team() -> Team {
        let member = |name: &str| Member::new(name, Place::zone(Zone::UTC), Hours::off());
        Team { members: vec![member("Ana"), member("Bo")], ..Team::default() }
    }

    #[test]
    fn what_is_right_is_taken_as_it_will_be_written() {
        let team = team();
        for (part, text, written) in [
            (Part::Name, " Zoe ", "Zoe"),
            (Part::Hours, "Mon-Fri 9-17", "Mo-Fr 09:00-17:00"),
            (Part::Flexible, "", ""),
            (Part::Sleep, "", "22:00-07:00"),
            (Part::Email, "ana@example.com", "ana@example.com"),
            (Part::Email, "", ""),
            (Part::Handle, "ana", "ana"),
            (Part::Capacity, "0,5", "0.5"),
            (Part::Capacity, "", "1"),
        ] {
            let changed = part.taken(text, &team.members[0], &team).expect(text);
            assert_eq!(part.written(&changed), written, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_refused_with_words() {
        let team = team();
        for (part, text, words) in [
            (Part::Name, " ", "A name is needed"),
            (Part::Name, "Bo", "Somebody else is called Bo"),
            (Part::Hours, "nine to five", "not understood"),
            (Part::Hours, "", "no hours are written"),
            (Part::Email, "Ana <ana@example.com>", "only the address"),
            (Part::Capacity, "0", "above 0"),
            (Part::Capacity, "a lot", "above 0"),
        ] {
            let refused = part.taken(text, &team.members[0], &team).expect_err(text);
            assert!(refused.contains(words), "{text}: {refused}");
        }
    }

    #[test]
    fn text_stays_while_it_is_wrong_and_goes_when_the_team_changes() {
        let team = team();
        let ana = &team.members[0];
        let mut drafts = Drafts::default();
        let changed = drafts.type_in(Part::Hours, "Mo 9-17".into(), ana, &team).expect("right");
        assert_eq!(drafts.shown(Part::Hours, &changed), "Mo 9-17");
        assert_eq!(drafts.shown(Part::Hours, ana), "off", "the change was undone");
        assert!(drafts.type_in(Part::Hours, "Mo 9-17, xyz".into(), &changed, &team).is_none());
        assert_eq!(drafts.shown(Part::Hours, &changed), "Mo 9-17, xyz");
        assert!(drafts.wrong(Part::Hours, &changed).is_some());
        drafts.settle(Part::Hours);
        assert_eq!(drafts.shown(Part::Hours, &changed), "Mo 9-17, xyz", "what is wrong is not lost");
        drafts.type_in(Part::Hours, "Mo 9-17".into(), &changed, &team);
        drafts.settle(Part::Hours);
        assert_eq!(drafts.shown(Part::Hours, &changed), "Mo 09:00-17:00");
    }
}
