//! A meeting as it is typed, and the meeting that it makes.

use chrono::NaiveDate;

use crate::team::{Attendees, Every, Meeting, MeetingOptions, Nth, Team};
use crate::time::Minutes;
use crate::window::drafts::{Form, Note};
use crate::window::form::{self, Row, Typed};
use crate::words::amount::duration;

/// The lists of who comes, in what is kept.
const REQUIRED: &str = "required";
const OPTIONAL: &str = "optional";

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
    fields: form::Draft<Meeting>,
    /// Who comes, in the team's order.
    pub coming: Vec<(String, Coming)>,
}

impl Typed for Meeting {
    type Field = Field;

    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Name,
            label: "Name",
            show: |meeting| meeting.name.clone(),
            parse: |text, meeting, team| {
                let others = team.meetings.iter().map(|other| &other.name);
                form::name(text, &meeting.name, "meeting", others).map(|name| meeting.name = name)
            },
        },
        Row {
            field: Field::Length,
            label: "Length",
            show: |meeting| duration(meeting.minutes),
            parse: |text, meeting, _| form::length(text).map(|length| meeting.minutes = length),
        },
        Row {
            field: Field::From,
            label: "First date",
            show: |meeting| meeting.from.map(|date| date.to_string()).unwrap_or_default(),
            parse: |text, meeting, _| from(text).map(|from| meeting.from = from),
        },
        Row {
            field: Field::Weeks,
            label: "Weeks",
            show: |meeting| meeting.weeks.to_string(),
            parse: |text, meeting, _| form::whole(text, 1, 520).map(|weeks| meeting.weeks = weeks),
        },
        Row {
            field: Field::Quorum,
            label: "At ease each time",
            show: |meeting| meeting.options.quorum.map(|quorum| quorum.to_string()).unwrap_or_default(),
            parse: |text, meeting, team| quorum(text, meeting, team).map(|quorum| meeting.options.quorum = quorum),
        },
    ];

    fn keep_up(&mut self, now: &Self) {
        self.name.clone_from(&now.name);
        self.chosen.clone_from(&now.chosen);
        self.options.carried.clone_from(&now.options.carried);
    }

    fn choose_as(&mut self, other: &Self) {
        (self.every, self.slots) = (other.every, other.slots);
        let MeetingOptions { max_bad_slots, comfort_every, keep_chosen, .. } = other.options;
        self.options = MeetingOptions { max_bad_slots, comfort_every, keep_chosen, ..self.options.clone() };
    }

    fn alone(&self, team: &Team) -> Option<Team> {
        let mut meeting = usual(team);
        meeting.choose_as(self);
        Some(Team { members: team.members.clone(), meetings: vec![meeting], ..Team::default() })
    }

    fn found(team: Team) -> Option<Self> {
        team.meetings.into_iter().next()
    }
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
        Self { fields: form::Draft::of(meeting), coming: coming(meeting, team) }
    }

    /// Whether it says something else than the meeting that it was made from.
    pub fn is_changed(&self, team: &Team) -> bool {
        self.fields.is_changed() || self.coming != coming(self.fields.base(), team)
    }

    /// Takes in that the meeting was changed elsewhere, or that members have come or gone (newcomers come when everybody does): what is
    /// typed stays, the rest is as it is in the team now.
    pub fn follow(&mut self, meeting: &Meeting, team: &Team) {
        if !self.is_changed(team) {
            *self = Self::of(meeting, team);
            return;
        }
        let newcomer = if self.is_everybody() { Coming::Required } else { Coming::No };
        let before = std::mem::take(&mut self.coming);
        let known = |name: &str| before.iter().find(|(other, _)| other == name).map(|&(_, coming)| coming);
        let all = team.members.iter().map(|member| (member.name.clone(), known(&member.name).unwrap_or(newcomer)));
        self.coming = all.collect();
        self.fields.follow(meeting);
        self.note_who_comes();
    }

    /// What is typed and chosen, to be kept.
    pub fn note(&self, of: Option<&str>, team: &Team) -> Note {
        let lists = if self.coming == coming(self.fields.base(), team) {
            Vec::new()
        } else {
            vec![
                (REQUIRED.to_owned(), self.named(Coming::Required)),
                (OPTIONAL.to_owned(), self.named(Coming::Optional)),
            ]
        };
        Note { lists, ..self.fields.note(Form::Meeting, of, team) }
    }

    /// Takes over what was kept of the same meeting.
    pub fn recall(&mut self, note: &Note) {
        self.fields.recall(note);
        if let Some((required, optional)) = note.list(REQUIRED).zip(note.list(OPTIONAL)) {
            for (name, coming) in &mut self.coming {
                *coming = match () {
                    () if required.contains(name) => Coming::Required,
                    () if optional.contains(name) => Coming::Optional,
                    () => Coming::No,
                };
            }
            self.note_who_comes();
        }
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        self.fields.text(field)
    }

    /// Takes what was typed into a field.
    pub fn type_in(&mut self, field: Field, text: String) {
        self.fields.type_in(field, text);
    }

    /// The meeting with what is chosen and not typed: how often, how many slots, what they have to keep to.
    pub fn chosen(&self) -> &Meeting {
        self.fields.chosen()
    }

    /// Chooses something that is not typed.
    pub fn choose(&mut self, choose: impl FnOnce(&mut Meeting)) {
        self.fields.choose(choose);
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
        self.note_who_comes();
    }

    /// What is wrong with a field, if anything.
    pub fn error(&self, field: Field, team: &Team) -> Option<String> {
        self.fields.error(field, team)
    }

    /// The meeting, if nothing is wrong with its fields and somebody has to come.
    pub fn meeting(&self, team: &Team) -> Option<Meeting> {
        if self.is_empty() { None } else { self.fields.made(team) }
    }

    /// Whether nobody has to come.
    pub fn is_empty(&self) -> bool {
        self.coming.iter().all(|(_, coming)| *coming != Coming::Required)
    }

    fn named(&self, wanted: Coming) -> Vec<String> {
        self.coming.iter().filter(|(_, coming)| *coming == wanted).map(|(name, _)| name.clone()).collect()
    }

    fn is_everybody(&self) -> bool {
        self.coming.iter().all(|(_, coming)| *coming != Coming::No)
    }

    /// Writes who comes into the meeting; where everybody did and does, nobody is named as required.
    fn note_who_comes(&mut self) {
        let names_nobody = self.is_everybody() && self.fields.base().attendees.required.is_empty();
        let required = if names_nobody { Vec::new() } else { self.named(Coming::Required) };
        let attendees = Attendees { required, optional: self.named(Coming::Optional) };
        self.fields.choose(|meeting| meeting.attendees = attendees);
    }
}

/// Who comes to a meeting, in the team's order.
fn coming(meeting: &Meeting, team: &Team) -> Vec<(String, Coming)> {
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
    coming.collect()
}

fn from(text: &str) -> Result<Option<NaiveDate>, String> {
    match text {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| format!("`{text}` is no date; write it like 2027-01-04")),
    }
}

fn quorum(text: &str, meeting: &Meeting, team: &Team) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let required = coming(meeting, team).iter().filter(|(_, coming)| *coming == Coming::Required).count();
    let quorum = text.parse().ok().filter(|&quorum: &u16| (1..=required).contains(&usize::from(quorum)));
    quorum.map(Some).ok_or_else(|| format!("write 1 to {required}, as many as are required"))
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
