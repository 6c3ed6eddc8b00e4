//! A meeting as it is typed, and the meeting that it makes.

use chrono::NaiveDate;

use crate::team::{Attendees, Every, Meeting, MeetingOptions, Nth, Team};
use crate::time::Minutes;
use crate::words::amount::{duration, typed_duration};

/// A setting that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What the meeting is called.
    Name,
    /// How long it lasts.
    Length,
    /// The first date of the horizon.
    From,
    /// The weeks of the horizon.
    Weeks,
    /// How many are in comfort each time.
    Quorum,
}

/// Whether somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coming {
    /// The meeting needs them.
    Required,
    /// They may come.
    Optional,
    /// They do not.
    No,
}

/// A meeting as it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What stands in each field, in the order of [`Field`].
    texts: [String; 5],
    /// How often.
    pub every: Every,
    /// How many slots take turns.
    pub slots: u8,
    /// Who comes, in the team's order.
    pub coming: Vec<(String, Coming)>,
    /// What its slots have to keep to, but for the quorum, which is typed.
    pub options: MeetingOptions,
    /// What it was made from.
    base: Meeting,
}

/// A meeting for a team that has none: half an hour a week with everybody.
pub fn usual(team: &Team) -> Meeting {
    let taken = |name: &str| team.meetings.iter().any(|meeting| meeting.name == name);
    let numbered = (2..).map(|number| format!("Weekly {number}"));
    let name = std::iter::once("Weekly".to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
    Meeting {
        name,
        minutes: Minutes(30),
        every: Every::Week,
        attendees: Attendees::default(),
        slots: 1,
        from: None,
        weeks: Meeting::USUAL_WEEKS,
        chosen: Vec::new(),
        options: MeetingOptions::default(),
    }
}

impl Draft {
    /// A meeting as it is typed.
    pub fn of(meeting: &Meeting, team: &Team) -> Self {
        let Attendees { required, optional } = &meeting.attendees;
        let coming = team.members.iter().map(|member| {
            let coming = if optional.contains(&member.name) {
                Coming::Optional
            } else if required.is_empty() || required.contains(&member.name) {
                Coming::Required
            } else {
                Coming::No
            };
            (member.name.clone(), coming)
        });
        Self {
            texts: [
                meeting.name.clone(),
                duration(meeting.minutes),
                meeting.from.map(|date| date.to_string()).unwrap_or_default(),
                meeting.weeks.to_string(),
                meeting.options.quorum.map(|quorum| quorum.to_string()).unwrap_or_default(),
            ],
            every: meeting.every,
            slots: meeting.slots,
            coming: coming.collect(),
            options: meeting.options.clone(),
            base: meeting.clone(),
        }
    }

    /// Whether it says something else than the meeting that it was made from.
    pub fn is_changed(&self, team: &Team) -> bool {
        *self != Self::of(&self.base, team)
    }

    /// Takes in that the meeting was changed elsewhere, or that members have come or gone (newcomers come when everybody does): what is
    /// typed stays, the rest is as it is in the team now.
    pub fn follow(&mut self, meeting: &Meeting, team: &Team) {
        if !self.is_changed(team) {
            *self = Self::of(meeting, team);
            return;
        }
        self.base = meeting.clone();
        self.options.carried.clone_from(&meeting.options.carried);
        let everybody = self.coming.iter().all(|(_, coming)| *coming != Coming::No);
        let newcomer = if everybody { Coming::Required } else { Coming::No };
        let before = std::mem::take(&mut self.coming);
        let known = |name: &str| before.iter().find(|(other, _)| other == name).map(|&(_, coming)| coming);
        let all = team.members.iter().map(|member| (member.name.clone(), known(&member.name).unwrap_or(newcomer)));
        self.coming = all.collect();
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Takes what was typed into a field.
    pub fn type_in(&mut self, field: Field, text: String) {
        self.texts[field as usize] = text;
    }

    /// Makes somebody required, then optional, then not coming, and so on.
    pub fn turn(&mut self, name: &str) {
        if let Some((_, coming)) = self.coming.iter_mut().find(|(other, _)| other == name) {
            *coming = match coming {
                Coming::Required => Coming::Optional,
                Coming::Optional => Coming::No,
                Coming::No => Coming::Required,
            };
        }
    }

    /// What is wrong with a field, if anything. A name is taken when another meeting of the team has it.
    pub fn error(&self, field: Field, team: &Team) -> Option<String> {
        let text = self.text(field).trim();
        match field {
            Field::Name if text.is_empty() => Some("a meeting needs a name".to_owned()),
            Field::Name if text != self.base.name && team.meetings.iter().any(|meeting| meeting.name == text) => {
                Some(format!("there is a meeting `{text}` already"))
            }
            Field::Name => None,
            Field::Length => self.length().err(),
            Field::From => self.from().err(),
            Field::Weeks => self.weeks().err(),
            Field::Quorum => self.quorum().err(),
        }
    }

    /// The meeting, if nothing is wrong with its fields.
    pub fn meeting(&self, team: &Team) -> Option<Meeting> {
        let name = self.error(Field::Name, team).is_none().then(|| self.text(Field::Name).trim().to_owned())?;
        let named = |wanted: Coming| -> Vec<String> {
            self.coming.iter().filter(|(_, coming)| *coming == wanted).map(|(name, _)| name.clone()).collect()
        };
        let everybody = self.coming.iter().all(|(_, coming)| *coming != Coming::No);
        let required = named(Coming::Required);
        if required.is_empty() {
            return None;
        }
        let required = if everybody && self.base.attendees.required.is_empty() { Vec::new() } else { required };
        Some(Meeting {
            name,
            minutes: self.length().ok()?,
            every: self.every,
            attendees: Attendees { required, optional: named(Coming::Optional) },
            slots: self.slots,
            from: self.from().ok()?,
            weeks: self.weeks().ok()?,
            chosen: self.base.chosen.clone(),
            options: MeetingOptions { quorum: self.quorum().ok()?, ..self.options.clone() },
        })
    }

    /// Whether nobody has to come.
    pub fn is_empty(&self) -> bool {
        self.coming.iter().all(|(_, coming)| *coming != Coming::Required)
    }

    fn length(&self) -> Result<Minutes, String> {
        let text = self.text(Field::Length).trim();
        // A bare number of minutes is what people type here.
        let bare = text.parse::<i64>().map(Minutes).ok();
        let length = bare.map_or_else(|| typed_duration(text), Ok)?;
        if (1..=Minutes::DAY.0).contains(&length.0) {
            Ok(length)
        } else {
            Err("a meeting lasts from 1 minute to 24 hours".to_owned())
        }
    }

    fn from(&self) -> Result<Option<NaiveDate>, String> {
        match self.text(Field::From).trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| format!("`{text}` is no date; write it like 2027-01-04")),
        }
    }

    fn weeks(&self) -> Result<u16, String> {
        let text = self.text(Field::Weeks).trim();
        let weeks = text.parse().ok().filter(|weeks| (1..=520).contains(weeks));
        weeks.ok_or_else(|| "write how many weeks are planned, from 1 to 520".to_owned())
    }
    fn quorum(&self) -> Result<Option<u16>, String> {
        let required = self.coming.iter().filter(|(_, coming)| *coming == Coming::Required).count();
        match self.text(Field::Quorum).trim() {
            "" => Ok(None),
            text => {
                let quorum = text.parse().ok().filter(|&quorum: &u16| (1..=required).contains(&usize::from(quorum)));
                quorum.map(Some).ok_or_else(|| format!("write 1 to {required}, as many as are required"))
            }
        }
    }
}

/// The choices of how often, with a month's as the first of its weekdays.
pub fn recurrences(now: Every) -> [(Every, &'static str); 5] {
    let month = if let Every::Month(_) = now { now } else { Every::Month(Nth::FromStart(1)) };
    [
        (Every::Weekday, "Every weekday"),
        (Every::Week, "Every week"),
        (Every::TwoWeeks, "Two weeks"),
        (Every::FourWeeks, "Four weeks"),
        (month, "Month"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Member, Place};
    use crate::time::{Hours, Zone};

    fn team() -> Team {
        let member = |name: &str| Member::new(name, Place::zone(Zone::UTC), Hours::off());
        Team { members: ["Ana", "Bo", "Cai"].map(member).to_vec(), ..Team::default() }
    }

    #[test]
    fn a_meeting_comes_out_as_it_went_in() {
        let team = team();
        let mut meeting = usual(&team);
        assert_eq!(Draft::of(&meeting, &team).meeting(&team), Some(meeting.clone()));
        meeting.attendees = Attendees { required: vec!["Bo".into()], optional: vec!["Cai".into()] };
        meeting.from = "2027-01-04".parse().ok();
        (meeting.every, meeting.slots) = (Every::Month(Nth::Last), 3);
        assert_eq!(Draft::of(&meeting, &team).meeting(&team), Some(meeting));
    }

    #[test]
    fn people_are_required_then_optional_then_absent() {
        let team = team();
        let mut draft = Draft::of(&usual(&team), &team);
        draft.turn("Bo");
        let optional = draft.meeting(&team).expect("a meeting").attendees;
        assert_eq!((optional.required.len(), optional.optional), (0, vec!["Bo".to_owned()]), "all others are required");
        draft.turn("Bo");
        assert_eq!(draft.meeting(&team).expect("a meeting").attendees.required, ["Ana", "Cai"]);
        for name in ["Ana", "Cai"] {
            draft.turn(name);
        }
        assert!(draft.is_empty() && draft.meeting(&team).is_none());
    }

    #[test]
    fn members_come_and_go_while_something_is_typed() {
        let mut team = team();
        let mut draft = Draft::of(&usual(&team), &team);
        draft.type_in(Field::Length, "50".to_owned());
        assert!(draft.is_changed(&team));
        team.members.remove(0);
        team.members.push(Member::new("Dee", Place::zone(Zone::UTC), Hours::off()));
        draft.follow(&usual(&team), &team);
        let names: Vec<&str> = draft.coming.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Bo", "Cai", "Dee"]);
        assert_eq!(draft.meeting(&team).map(|meeting| meeting.minutes), Some(Minutes(50)));
        draft.type_in(Field::Length, "30 min".to_owned());
        assert!(!draft.is_changed(&team));
    }

    #[test]
    fn what_is_typed_wrong_is_said() {
        let mut team = team();
        team.meetings = vec![usual(&team)];
        let mut draft = Draft::of(&usual(&team), &team);
        for (field, wrong, right) in [
            (Field::Name, "Weekly", "Sync"),
            (Field::Length, "soon", "45"),
            (Field::Length, "25h", "1 h 30 min"),
            (Field::From, "4.1.2027", "2027-01-04"),
            (Field::Weeks, "0", "26"),
            (Field::Quorum, "4", "2"),
        ] {
            draft.type_in(field, wrong.to_owned());
            assert!(draft.error(field, &team).is_some() && draft.meeting(&team).is_none(), "{field:?}: {wrong}");
            draft.type_in(field, right.to_owned());
            assert_eq!(draft.error(field, &team), None, "{field:?}: {right}");
        }
        let meeting = draft.meeting(&team).expect("a meeting");
        assert_eq!((meeting.minutes, meeting.options.quorum), (Minutes(90), Some(2)));
    }
}
