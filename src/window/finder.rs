//! Ctrl+K: one field in which everything is found by typing: what can be done, places, people, meetings, chains, rotas, openings and
//! cities.

use std::cell::OnceCell;

use iced::Task;
use iced::widget::{column, container, operation};

use super::app::{self, App};
use super::command::{ALL, Command, Owner};
use super::screen::handoffs::Who;
use super::screen::{self, Screen, handoffs, hire, meetings, rota};
use super::theme::{space, style};
use super::widget::picker::{Line, Look, Message, Picker};
use super::widget::{dialog, heading};
use crate::team::Team;
use crate::window::renderer::Element;
use crate::world::{City, Search, fold};

/// How wide the sheet is, in logical pixels.
const WIDTH: f32 = 560.0;
/// So many lines are shown at most.
const MOST: usize = 9;
/// Cities are looked for from so many letters on.
const CITY_LETTERS: usize = 3;
/// So many cities at most: what the team has comes first.
const MOST_CITIES: usize = 3;

/// The field's name for focus and tests.
pub const FIELD: &str = "find";

/// What was found, and what choosing it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is called.
    pub title: String,
    /// What kind of thing it is.
    pub kind: String,
    /// The key that does the same.
    pub key: Option<String>,
    /// What choosing it does.
    pub target: Target,
}

/// What choosing something does.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Asks for a command.
    Command(Command),
    /// Shows a thing of the team, by its place in the team's list.
    Thing(Thing, usize),
    /// Begins to add somebody who lives in a city.
    City(String),
}

/// The kinds of things of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Member,
    Meeting,
    Chain,
    Rota,
    Opening,
}

impl Thing {
    /// Where it is shown, and the message that shows it.
    pub fn shown(self, place: usize) -> (Screen, screen::Message) {
        match self {
            Self::Member => (Screen::Team, screen::Message::Team(screen::team::Message::Chosen(place))),
            Self::Meeting => (Screen::Meetings, screen::Message::Meetings(meetings::Message::Shown(place))),
            Self::Chain => (Screen::Handoffs, screen::Message::Handoffs(handoffs::Message::Chosen(Who::Chain(place)))),
            Self::Rota => (Screen::Rota, screen::Message::Rota(rota::Message::Chosen(place))),
            Self::Opening => (Screen::Hire, screen::Message::Hire(hire::Message::Chosen(place))),
        }
    }
}

/// The sheet in which is typed.
#[derive(Default)]
pub struct Finder {
    picker: Picker<Found>,
    /// Made when a city is first looked for.
    cities: OnceCell<Search>,
}

impl Finder {
    /// Opens it: before anything is typed it shows the places.
    pub fn new(team: &Team) -> Self {
        let mut finder = Self::default();
        finder.update(Message::Typed(String::new()), team);
        finder
    }

    /// Takes in what happened; gives what was chosen, if anything was.
    pub fn update(&mut self, message: Message, team: &Team) -> Option<Found> {
        let cities = &self.cities;
        self.picker.update(message, |typed| search(team, cities, typed))
    }

    /// Whether it is still there: Escape puts it away.
    pub fn is_open(&self) -> bool {
        self.picker.is_open()
    }

    /// The sheet over the window.
    pub fn view(&self) -> Element<'_, Message> {
        let look = Look {
            id: FIELD,
            label: "",
            placeholder: "A place, a person, a meeting, a rota, a city, or what is to be done",
            icon: Some(lucide_icons::Icon::Search),
            hint: None,
            missing: "Names, places, cities and actions are found here.",
        };
        let line = |found: &Found| Line {
            title: found.title.clone(),
            about: found.kind.clone(),
            right: found.key.clone().map(|key| (key, String::new())),
        };
        let sheet = column![heading("Find anything"), self.picker.view("", look, line)].spacing(space::S);
        let sheet = container(sheet).padding(space::L).width(WIDTH).style(style::floating);
        dialog::over(sheet, Message::Left)
    }
}

impl App {
    /// Opens the sheet in which anything is found.
    pub(super) fn find(&mut self) -> Task<app::Message> {
        self.finder = Some(Finder::new(self.open.team()));
        operation::focus(FIELD)
    }

    /// Whether a command is none for what lies below the sheet. What goes elsewhere puts the sheet away.
    pub(super) fn is_kept_by_finder(&mut self, command: Command) -> bool {
        if self.finder.is_none() {
            return false;
        }
        let is_of_fields = matches!(command, Command::NextField | Command::PreviousField | Command::Step(_));
        if !is_of_fields {
            self.finder = None;
        }
        is_of_fields || matches!(command, Command::Dismiss | Command::Find)
    }

    /// Takes in what happened in the sheet, and does what was chosen there.
    pub(super) fn found(&mut self, message: Message) -> Task<app::Message> {
        let Some(finder) = &mut self.finder else { return Task::none() };
        let chosen = finder.update(message, self.open.team());
        if !finder.is_open() {
            self.finder = None;
        }
        let shown = match chosen.map(|found| found.target) {
            None => return Task::none(),
            Some(Target::Command(command)) => return self.command(command),
            Some(Target::Thing(thing, place)) => thing.shown(place),
            Some(Target::City(label)) => {
                let typed = screen::team::Message::Add(Message::Typed(label));
                let shown = self.show(Screen::Team, screen::Message::Team(typed));
                return Task::batch([shown, operation::focus(screen::team::field::ADD)]);
            }
        };
        self.show(shown.0, shown.1)
    }

    fn show(&mut self, screen: Screen, message: screen::Message) -> Task<app::Message> {
        Task::batch([self.command(Command::Go(screen)), self.tell_screen(message)])
    }
}

/// What is called like what is typed, the best first: all words must be there, in any order.
fn search(team: &Team, search: &OnceCell<Search>, typed: &str) -> Vec<Found> {
    let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
    let mut ranked: Vec<(usize, Found)> = all(team).filter_map(|found| Some((rank(&found, &words)?, found))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut found: Vec<Found> = ranked.into_iter().map(|(_, found)| found).take(MOST).collect();
    if typed.trim().chars().count() >= CITY_LETTERS {
        found.extend(search.get_or_init(Search::new).cities(typed.trim(), MOST_CITIES).into_iter().map(of_city));
        found.truncate(MOST);
    }
    found
}

fn of_city(city: &City) -> Found {
    let label = city.label();
    Found {
        title: label.clone(),
        kind: "Add somebody who lives there".to_owned(),
        key: None,
        target: Target::City(label),
    }
}

/// All that can be found but cities: places first, then what the team has, then what can be done.
fn all(team: &Team) -> impl Iterator<Item = Found> {
    let is_place = |command: &Command| matches!(command, Command::Go(_));
    let mut commands: Vec<Found> = Vec::new();
    for entry in ALL.iter().filter(|entry| entry.owner == Owner::Window) {
        let is_of_dialogs = matches!(entry.command, Command::Dismiss | Command::NextField | Command::PreviousField);
        let target = Target::Command(entry.command);
        if is_of_dialogs || entry.command == Command::Find || commands.iter().any(|known| known.target == target) {
            continue;
        }
        let kind = if is_place(&entry.command) { "Place" } else { "Do" };
        let key = Some(entry.shortcut.to_string());
        commands.push(Found { title: entry.name.to_owned(), kind: kind.to_owned(), key, target });
    }
    let (places, acts): (Vec<Found>, Vec<Found>) = commands.into_iter().partition(|found| found.kind == "Place");
    let things = |thing: Thing, kind: &str, names: Vec<&str>| -> Vec<Found> {
        let found = |(place, name): (usize, &str)| Found {
            title: name.to_owned(),
            kind: kind.to_owned(),
            key: None,
            target: Target::Thing(thing, place),
        };
        names.into_iter().enumerate().map(found).collect()
    };
    let of_team = [
        things(Thing::Member, "Member", team.members.iter().map(|member| member.name.as_str()).collect()),
        things(Thing::Meeting, "Meeting", team.meetings.iter().map(|meeting| meeting.name.as_str()).collect()),
        things(Thing::Chain, "Handoff chain", team.chains.iter().map(|chain| chain.name.as_str()).collect()),
        things(Thing::Rota, "Rota", team.rotas.iter().map(|rota| rota.name.as_str()).collect()),
        things(Thing::Opening, "Opening", team.openings.iter().map(|opening| opening.name.as_str()).collect()),
    ];
    places.into_iter().chain(of_team.into_iter().flatten()).chain(acts)
}

/// How well something is called what is typed: 0 where its name begins so, 1 where words of it do, 2 where it is somewhere in it.
fn rank(found: &Found, words: &[String]) -> Option<usize> {
    let title = fold(&found.title);
    let whole = format!("{title} {}", fold(&found.kind));
    let of_word = |word: &String| {
        if title.starts_with(word.as_str()) {
            Some(0)
        } else if whole.split_whitespace().any(|part| part.starts_with(word.as_str())) {
            Some(1)
        } else {
            whole.contains(word.as_str()).then_some(2)
        }
    };
    words.iter().map(of_word).try_fold(0, |worst, rank| Some(worst.max(rank?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::window::example::EXAMPLES;

    fn found(typed: &str) -> Vec<String> {
        let document = EXAMPLES[0].document().expect("an example");
        search(document.team(), &OnceCell::new(), typed)
            .into_iter()
            .map(|found| format!("{} ({})", found.title, found.kind))
            .collect()
    }

    #[test]
    fn before_anything_is_typed_the_places_are_shown() {
        assert_eq!(found("")[..2], ["Team (Place)", "Overlap (Place)"]);
        assert_eq!(found("").len(), MOST);
    }

    #[test]
    fn people_are_found_without_their_signs_and_by_any_word() {
        assert_eq!(found("lucia")[0], "Lucía Herrera (Member)");
        assert_eq!(found("herr lu")[0], "Lucía Herrera (Member)");
        assert_eq!(found("member svo"), ["Jakub Svoboda (Member)"]);
    }

    #[test]
    fn what_can_be_done_and_cities_are_found() {
        assert_eq!(found("save as")[0], "Save as… (Do)");
        assert_eq!(found("dark")[0], "Light or dark (Do)");
        assert!(found("kathmandu").iter().any(|line| line.starts_with("Kathmandu")), "{:?}", found("kathmandu"));
        assert_eq!(found("zzzzqqqq"), [""; 0]);
    }
}
