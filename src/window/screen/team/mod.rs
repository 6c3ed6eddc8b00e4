//! The screen Team: the members, one of them open to be changed.
//!
//! - `list` shows everybody, `editor` one member, `chosen` what happens to them; `start` what is there before anybody is;
//! - `pasted` makes people of lines, `preview` shows what was understood of them;
//! - `calendar` is the part of the editor about busy times;
//! - `draft` and `period` hold what is typed until it is right, `place` looks for cities, zones and regions.

mod calendar;
mod chosen;
mod draft;
mod editor;
mod list;
mod pasted;
mod period;
mod place;
mod preview;
mod start;

use std::cell::OnceCell;

use iced::clipboard;
use iced::widget::{column, container, operation, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::{Action, Context, Wish};
use crate::team::{MOST_MEMBERS, Member, Opening, Team};
use crate::time::{Hours, Instant};
use crate::window::drafts::{self, Drafts, Note};
use crate::window::example::EXAMPLES;
use crate::window::form::Aside;
use crate::window::renderer::Element;
use crate::window::shown::Shown;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
pub use crate::window::widget::picker::Message as Picked;
use crate::window::widget::picker::{Look, Picker};
use crate::window::widget::{Field, Panel, answer, button, place as answering};
use crate::world::{Hit, Search};
use chosen::Chosen;
pub use draft::Part;
pub use list::By;
pub use period::DateList;

/// The most letters of a team's name.
const LONGEST_TITLE: usize = 200;

/// The names of fields, for focus and tests.
pub mod field {
    /// The team's name.
    pub const TITLE: &str = "team-name";
    /// The search for somebody to add.
    pub const ADD: &str = "add-member";
    /// What is looked for in a long list.
    pub const FILTER: &str = "find-member";
    /// The member's name.
    pub const NAME: &str = "member-name";
    /// The member's place.
    pub const HOME: &str = "member-home";
    /// The member's hours.
    pub const HOURS: &str = "member-hours";
    /// A role to add.
    pub const ROLE: &str = "member-role";
    /// Whose holidays the member keeps.
    pub const HOLIDAYS: &str = "member-holidays";
    /// The path of a calendar.
    pub const CALENDAR: &str = "member-calendar";
    /// The place of a stay.
    pub const STAY: &str = "stay-place";
    /// The first date of a stay or leave.
    pub const FROM: &str = "period-from";
}

/// What the screen remembers.
#[derive(Default)]
pub struct State {
    /// Prepared when it is first needed.
    search: OnceCell<Search>,
    /// The team's name as it is typed.
    title: String,
    add: Picker<Hit>,
    /// The name that was typed before a comma and the place.
    add_named: Option<String>,
    /// What is looked for in a long list, and in which order that is.
    filter: String,
    by: By,
    /// The pasted list, while it is looked at.
    pasted: Option<Vec<pasted::Line>>,
    chosen: Option<Chosen>,
    /// Others who were open and for whom something is typed.
    aside: Aside<Chosen>,
    /// What everybody does now.
    levels: list::Levels,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The team's name was edited.
    Title(String),
    /// Somebody is looked for by place.
    Add(Picked),
    /// A list of people is to be taken from the clipboard.
    PasteAsked,
    /// The clipboard has this.
    Pasted(Option<String>),
    /// Everybody who was understood in the pasted list is to be added.
    PasteTaken,
    /// The pasted list is not wanted.
    PasteClosed,
    /// Something is looked for in the list.
    Filtered(String),
    /// The list is to be in this order.
    Ordered(By),
    /// A member of the list was pressed.
    Chosen(usize),
    /// The editor was closed.
    Closed,
    /// A field of the member was edited.
    Typed(Part, String),
    /// Enter in a field of the member.
    Settled(Part),
    /// The member's place is looked for.
    Home(Picked),
    /// The member's holidays are looked for.
    Holidays(Picked),
    /// A new role was edited.
    RoleTyped(String),
    /// The new role is whole.
    RoleEntered,
    /// A role is taken away.
    RoleRemoved(usize),
    /// The member is taken away.
    Removed,
    /// A stay or leave is to be written down, or changed.
    FormOpened(DateList, Option<usize>),
    /// The stay's place is looked for.
    FormPlace(Picked),
    /// The first date was edited.
    FormFrom(String),
    /// The last date was edited.
    FormTo(String),
    /// The stay or leave is whole.
    FormTaken,
    /// The stay or leave is not wanted.
    FormClosed,
    /// A stay or leave is taken away.
    PeriodRemoved(DateList, usize),
    /// The path of a new calendar was edited.
    CalendarTyped(String),
    /// The path is whole.
    CalendarEntered,
    /// A calendar is to be chosen from the files.
    CalendarWanted,
    /// A calendar is taken away.
    CalendarRemoved(usize),
    /// Calendars are to be read once more.
    CalendarsAgain,
    /// Escape, while no field has the focus.
    Dismissed,
    /// An example is to be opened.
    Example(usize),
}

impl State {
    /// Keeps the open member open when the team has changed, and looks who is at work now.
    pub fn refresh(&mut self, context: &Context) -> Action<Message> {
        let names: Vec<&str> = context.team.members.iter().map(|member| member.name.as_str()).collect();
        let before = self.chosen.as_ref().and_then(|chosen| chosen.shown.name()).map(str::to_owned);
        let is_there = self.chosen.as_mut().is_some_and(|chosen| chosen.shown.follow(&names));
        match self.chosen.as_mut().filter(|_| is_there) {
            Some(chosen) => chosen.follow(context.team, context.now),
            // They may come back by an undo.
            None => {
                if let Some(chosen) = self.chosen.take() {
                    self.aside.put(before.as_deref(), chosen);
                }
            }
        }
        self.levels = list::Levels::of(context.team, context.now);
        Action::none()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Title(text) => self.entitle(&text, context),
            Message::Add(picked) => {
                let search = self.search.get_or_init(Search::new);
                let named = &mut self.add_named;
                let hit = self.add.update(picked, |text| {
                    let (name, hits) = pasted::place_and_name(text, search);
                    *named = name;
                    hits
                });
                hit.map_or_else(Action::none, |hit| self.add(hit, context))
            }
            Message::PasteAsked => Action::run(clipboard::read().map(Message::Pasted)),
            Message::Pasted(text) => {
                let search = self.search.get_or_init(Search::new);
                self.pasted = Some(pasted::read(&text.unwrap_or_default(), context.team, search));
                Action::none()
            }
            Message::PasteTaken => self.take_pasted(context),
            Message::PasteClosed => {
                self.pasted = None;
                Action::none()
            }
            Message::Filtered(text) => {
                self.filter = text;
                Action::none()
            }
            Message::Ordered(by) => {
                self.by = by;
                Action::none()
            }
            Message::Chosen(at) => {
                self.choose(at, context.team, context.now);
                Action::none()
            }
            Message::Closed => {
                self.put_aside(context.team);
                Action::none()
            }
            Message::Dismissed => {
                self.dismiss(context.team);
                Action::none()
            }
            Message::Example(number) => {
                EXAMPLES.get(number).map_or_else(Action::none, |example| Action::wish(Wish::Example(example)))
            }
            other => self.edit(other, context),
        }
    }

    /// Takes in what happened to the member that is open.
    fn edit(&mut self, message: Message, context: &Context) -> Action<Message> {
        let Some(chosen) = &mut self.chosen else { return Action::none() };
        let Some(member) = chosen.member(context.team) else { return Action::none() };
        let search = self.search.get_or_init(Search::new);
        chosen.update(message, member, context, search)
    }

    fn entitle(&mut self, text: &str, context: &Context) -> Action<Message> {
        self.title = text.chars().filter(|letter| !letter.is_control()).take(LONGEST_TITLE).collect();
        let team = Team { name: self.title.trim().to_owned(), ..(**context.team).clone() };
        Action::wish(Wish::Type { what: "Rename the team".to_owned(), team })
    }

    /// Adds everybody who was understood in the pasted list.
    fn take_pasted(&mut self, context: &Context) -> Action<Message> {
        let lines = self.pasted.take().unwrap_or_default();
        let team = pasted::joined(&lines, context.team);
        let added = team.members.len() - context.team.members.len();
        if added == 0 {
            return Action::none();
        }
        let what = if added == 1 { "Add 1 person".to_owned() } else { format!("Add {added} people") };
        let words = what.replacen("Add", "Added", 1);
        Action::edit(what, team)
            .and(Wish::Tell { tone: Tone::Info, words, undo: true })
            .and_run(operation::focus(field::ADD))
    }

    /// Adds somebody at a place. Who has no name yet is called after it, and opened so that a name can be typed; after others the field is
    /// ready for the next.
    fn add(&mut self, hit: Hit, context: &Context) -> Action<Message> {
        if context.team.members.len() >= MOST_MEMBERS {
            let words = format!("A team has at most {MOST_MEMBERS} members");
            return Action::wish(Wish::Tell { tone: Tone::Warn, words, undo: false });
        }
        let home = place::of(hit);
        let usual = home.city.and_then(|city| Hours::parse(&city.country.default_hours()).ok());
        let named = self.add_named.take();
        let name = context.team.free_name(named.as_deref().unwrap_or(&home.short_name()));
        let mut team = (**context.team).clone();
        team.members.push(Member::new(name.clone(), home, usual.unwrap_or_else(Opening::usual_hours)));
        if named.is_some() {
            return Action::edit(format!("Add {name}"), team).and_run(operation::focus(field::ADD));
        }
        self.choose(team.members.len() - 1, &team, context.now);
        if let Some(chosen) = &mut self.chosen {
            chosen.is_new = true;
        }
        let focus = operation::focus(field::NAME).chain(operation::select_all(field::NAME));
        Action::edit(format!("Add {name}"), team).and_run(focus)
    }

    fn choose(&mut self, at: usize, team: &Team, now: Instant) {
        self.put_aside(team);
        let Some(member) = team.members.get(at) else { return };
        let shown = Shown::named(member.name.as_str(), at, team.members.len());
        let kept = self.aside.take(Some(&member.name)).unwrap_or_default();
        let chosen = self.chosen.insert(Chosen { shown, ..kept });
        chosen.follow(team, now);
    }

    /// Closes the member that is open; what is typed for them and not taken is kept.
    fn put_aside(&mut self, team: &Team) {
        let Some(chosen) = self.chosen.take() else { return };
        let name = chosen.member(team).filter(|member| chosen.note(member).is_some()).map(|member| member.name.clone());
        if name.is_some() {
            self.aside.put(name.as_deref(), chosen);
        }
    }

    /// What stands in its forms and in no team.
    pub fn notes(&self, team: &Team) -> Vec<Note> {
        let all = self.chosen.iter().map(|chosen| (chosen.shown.name(), chosen)).chain(self.aside.iter());
        all.filter_map(|(name, chosen)| chosen.note(team.member(name?)?)).collect()
    }

    /// Takes over what stood in its forms, and opens the first member for whom something does.
    pub fn recall(&mut self, drafts: &Drafts, context: &Context) {
        let team = context.team;
        for note in drafts.of(drafts::Form::Member) {
            let Some(member) = note.of.as_ref().and_then(|name| team.member(name)) else { continue };
            let mut chosen = Chosen::default();
            chosen.recall(note, member, team);
            self.aside.put(Some(&member.name), chosen);
        }
        let first = team.members.iter().position(|member| self.aside.has(&member.name));
        if let Some(first) = first {
            self.choose(first, team, context.now);
        }
    }

    /// The search for a place in which somebody types.
    fn open_picker(&mut self) -> Option<&mut Picker<Hit>> {
        let chosen = self.chosen.as_mut();
        let of_member = chosen.into_iter().flat_map(|chosen| {
            std::iter::once(&mut chosen.home).chain(chosen.form.as_mut().map(|form| &mut form.picker))
        });
        std::iter::once(&mut self.add).chain(of_member).find(|picker| picker.is_open())
    }

    /// Puts the innermost of what is open away. What is typed is kept.
    fn dismiss(&mut self, team: &Team) {
        if let Some(picker) = self.open_picker() {
            picker.close();
            return;
        }
        if self.pasted.take().is_some() {
            return;
        }
        match &mut self.chosen {
            Some(chosen) if chosen.holidays.is_open() => chosen.holidays.close(),
            Some(chosen) if chosen.form.as_ref().is_some_and(|form| !form.is_changed()) => chosen.form = None,
            _ => self.put_aside(team),
        }
    }

    /// The screen as it is seen.
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let team = context.team;
        let title = if self.title.trim() == team.name { self.title.as_str() } else { &team.name };
        let title = Field::new("Name of the team", title)
            .id(field::TITLE)
            .placeholder("ML Platform")
            .width(280)
            .on_input(Message::Title);
        let add = self.add.view(
            "",
            Look {
                id: field::ADD,
                placeholder: "Add a person: a city or a time zone, or Rui Alves, Lisbon",
                icon: Some(Icon::Search),
                missing: "Try a larger city nearby.",
                ..Look::default()
            },
            |hit| place::line(*hit, context.now, context.clock),
        );
        let add = add.map(Message::Add);
        let paste = button::secondary(Some(Icon::ClipboardPaste), "Paste a list").on_press(Message::PasteAsked);
        let tip = "From the clipboard, a person a line: Rui Alves, Lisbon";
        let paste = button::tip(paste, tip, iced::widget::tooltip::Position::Bottom);
        let add = row![container(add).width(Fill), paste].spacing(space::M);
        let everybody = if team.members.is_empty() && !self.add.is_open() {
            start::view()
        } else {
            let chosen = self.chosen.as_ref().and_then(|chosen| chosen.shown.name());
            list::view(team, &self.levels, (&self.filter, self.by), chosen, context)
        };
        let told = list::about(team, &self.levels, context.now).map(answer);
        let tools = list::tools(team, &self.filter, self.by);
        let sheet = column![told, add, tools, everybody].spacing(space::L);
        let pasted = self.pasted.as_ref().map(|lines| preview::view(lines, context));
        let editor = self.chosen.as_ref().and_then(|chosen| {
            let member = chosen.member(team)?;
            Some(Panel::new(member.name.as_str(), chosen.view(member, context), Message::Closed))
        });
        answering("Team", None, Element::from(container(title).align_y(Center)), sheet, pasted.or(editor))
    }
}
