//! The member that is open: what happens to each of their fields.

use iced::widget::operation;

use super::draft::{self, Drafts, Part};
use super::period::{self, DateList, Form};
use super::{Action, Context, Message, Wish, field, place};
use crate::team::{HolidayChoice, Member, Team};
use crate::time::Instant;
use crate::window::drafts::{self, Note};
use crate::window::form::Typed;
use crate::window::shown::Shown;
use crate::window::theme::style::Tone;
use crate::window::widget::picker::Picker;
use crate::words::busy::coming;
use crate::world::{Hit, Search};

/// The names of what is kept beside the fields of a member.
const ROLE: &str = "new role";
const CALENDAR: &str = "new calendar";

/// The member that is open, and what is typed for them.
#[derive(Default)]
pub(super) struct Chosen {
    /// Which of the members it is.
    pub(super) shown: Shown,
    pub(super) drafts: Drafts,
    pub(super) home: Picker<Hit>,
    pub(super) holidays: Picker<HolidayChoice>,
    pub(super) role: String,
    pub(super) role_wrong: Option<String>,
    pub(super) calendar: String,
    pub(super) calendar_wrong: Option<String>,
    /// How busy each of their calendars makes them, or why it cannot be read.
    pub(super) coming: Vec<Option<Result<String, String>>>,
    pub(super) form: Option<Form>,
    pub(super) form_wrong: Option<String>,
}

impl Chosen {
    /// The member that is open, as long as the team has them.
    pub(super) fn member<'a>(&self, team: &'a Team) -> Option<&'a Member> {
        team.member(self.shown.name()?)
    }

    /// Takes in that the member was changed, perhaps elsewhere: a stay or leave that is being changed may be gone, or another one in its
    /// place.
    pub(super) fn follow(&mut self, team: &Team, now: Instant) {
        let member = &team.members[self.shown.place()];
        self.coming = member.busy.iter().map(|path| coming(team.calendars.get(path), member, now)).collect();
        self.form = self.form.take().and_then(|form| form.followed(member));
    }

    /// What is typed for the member and not taken.
    pub(super) fn note(&self, member: &Member) -> Option<Note> {
        let mut note = Note::new(drafts::Form::Member, Some(&member.name));
        let refused = self.drafts.refused(member).map(|(part, text)| (part.name(), text));
        let lists = [(ROLE, self.role.as_str()), (CALENDAR, self.calendar.as_str())];
        let typed = refused.chain(lists.into_iter().filter(|(_, text)| !text.trim().is_empty()));
        note.fields = typed.map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        if let Some(form) = self.form.as_ref().filter(|form| form.is_changed()) {
            form.note(&mut note);
        }
        (!note.fields.is_empty()).then_some(note)
    }

    /// Takes over what was kept of the member.
    pub(super) fn recall(&mut self, note: &Note, member: &Member, team: &Team) {
        for row in Member::ROWS {
            if let Some(text) = note.field(row.label) {
                // It was refused then, and is again.
                drop(self.drafts.type_in(row.field, text.to_owned(), member, team));
            }
        }
        let text = |name| note.field(name).unwrap_or_default().to_owned();
        (self.role, self.calendar) = (text(ROLE), text(CALENDAR));
        self.form = Form::recalled(note, member);
    }

    pub(super) fn update(
        &mut self,
        message: Message,
        member: &Member,
        context: &Context,
        search: &Search,
    ) -> Action<Message> {
        let team = context.team;
        match message {
            Message::Typed(part, text) => {
                let what = format!("Change the {} of {}", part.name(), self.known_name(part, member));
                match self.drafts.type_in(part, text, member, team) {
                    Some(changed) => self.take(what, member, changed, team),
                    None => Action::none(),
                }
            }
            Message::Settled(part) => {
                self.drafts.settle(part);
                Action::run(operation::focus_next())
            }
            Message::Home(picked) => match self.home.update(picked, |text| place::find(search, text)) {
                Some(hit) => {
                    let what = format!("Move {}", member.name);
                    self.take(what, member, Member { home: place::of(hit), ..member.clone() }, team)
                }
                None => Action::none(),
            },
            Message::Holidays(picked) => match self.holidays.update(picked, place::find_holidays) {
                Some(holidays) => {
                    let what = format!("Change the holidays of {}", member.name);
                    self.take(what, member, Member { holidays, ..member.clone() }, team)
                }
                None => Action::none(),
            },
            Message::Removed => {
                let name = &member.name;
                let tell = Wish::Tell { tone: Tone::Info, words: format!("Removed {name}"), undo: true };
                Action::edit(format!("Remove {name}"), team.without(name)).and(tell)
            }
            Message::RoleTyped(_) | Message::RoleEntered | Message::RoleRemoved(_) => {
                self.change_roles(message, member, team)
            }
            Message::CalendarTyped(_)
            | Message::CalendarEntered
            | Message::CalendarWanted
            | Message::CalendarRemoved(_)
            | Message::CalendarsAgain => self.change_calendars(message, member, team),
            other => self.change_periods(other, member, team, search),
        }
    }

    fn change_roles(&mut self, message: Message, member: &Member, team: &Team) -> Action<Message> {
        let mut roles = member.roles.clone();
        match message {
            Message::RoleTyped(text) => {
                self.role_wrong = None;
                self.role = text;
                // A comma ends a role as Enter does.
                if !self.role.ends_with(',') {
                    return Action::none();
                }
                self.role.pop();
                return self.change_roles(Message::RoleEntered, member, team);
            }
            Message::RoleEntered => {
                let role = self.role.trim().to_owned();
                let refused = draft::name(&role).err();
                let twice = roles.contains(&role).then(|| format!("{} has the role {role} already", member.name));
                self.role_wrong = refused.or(twice);
                if self.role_wrong.is_some() {
                    return Action::none();
                }
                self.role.clear();
                roles.push(role);
            }
            Message::RoleRemoved(number) if number < roles.len() => drop(roles.remove(number)),
            _ => return Action::none(),
        }
        let what = format!("Change the roles of {}", member.name);
        give(what, member, Member { roles, ..member.clone() }, team)
    }

    fn change_periods(&mut self, message: Message, member: &Member, team: &Team, search: &Search) -> Action<Message> {
        self.form_wrong = None;
        match (message, &mut self.form) {
            (Message::FormOpened(..), Some(form)) if form.is_changed() => {
                self.form_wrong = Some("Add this or cancel it first".to_owned());
            }
            (Message::FormOpened(list, number), form) => {
                *form = match number {
                    Some(number) => Form::of(list, number, member),
                    None => Some(Form::new(list)),
                };
                let first = if list == DateList::Stays { field::STAY } else { field::FROM };
                return Action::run(operation::focus(first));
            }
            (Message::FormPlace(picked), Some(form)) => {
                if let Some(hit) = form.picker.update(picked, |text| place::find(search, text)) {
                    form.place = Some(place::of(hit));
                    return Action::run(operation::focus(field::FROM));
                }
            }
            (Message::FormFrom(text), Some(form)) => form.from = text,
            (Message::FormTo(text), Some(form)) => form.to = text,
            (Message::FormTaken, Some(form)) => {
                form.ask();
                match form.taken(member) {
                    Ok(changed) => {
                        let kind = if form.list == DateList::Stays { "stays" } else { "leave" };
                        self.form = None;
                        return give(format!("Change the {kind} of {}", member.name), member, changed, team);
                    }
                    Err(wrong) => self.form_wrong = Some(wrong),
                }
            }
            (Message::FormClosed, form) => *form = None,
            (Message::PeriodRemoved(list, number), form) => {
                *form = form.take().filter(Form::is_changed);
                let what = format!(
                    "Change the {} of {}",
                    if list == DateList::Stays { "stays" } else { "leave" },
                    member.name
                );
                let changed = period::without(list, Some(number), member);
                return give(what, member, changed, team);
            }
            _ => {}
        }
        Action::none()
    }

    /// The name under which a change is known: while the name itself is typed, one that stays the same.
    fn known_name(&self, part: Part, member: &Member) -> String {
        if part == Part::Name { format!("member {}", self.shown.place() + 1) } else { member.name.clone() }
    }

    /// The changed member in the team, as one of many steps of typing.
    fn take(&mut self, what: String, member: &Member, changed: Member, team: &Team) -> Action<Message> {
        self.shown = Shown::named(changed.name.as_str(), self.shown.place(), team.members.len());
        Action::wish(Wish::Type { what, team: team.with_changed(&member.name, changed) })
    }
}

/// The changed member in the team, as a step of its own.
pub(super) fn give(what: String, member: &Member, changed: Member, team: &Team) -> Action<Message> {
    Action::edit(what, team.with_changed(&member.name, changed))
}
