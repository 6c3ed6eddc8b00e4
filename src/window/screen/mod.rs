//! The screens of the window, one file each.
//!
//! # How to add or fill a screen
//!
//! A screen is a file `window/screen/<screen>.rs` with four things (see [`team`] for a whole one):
//!
//! - `pub struct State`, `Default`: what the screen itself remembers (a chosen row, a typed word, an
//!   [`Answer`](crate::window::answer::Answer)); never a copy of the team.
//! - `pub enum Message`, `Debug + Clone`: what can happen in it, in plain or past verbs.
//! - `pub fn refresh(&mut self, context: &Context) -> Action<Message>`: called when the screen is shown and whenever the
//!   team has changed while it is shown: ask here; a question that was asked already is not asked again.
//! - `pub fn update(&mut self, message: Message, context: &Context) -> Action<Message>` and
//!   `pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message>`.
//!
//! What is shown may be the answer to an earlier question while the next is computed; what is pressed on it changes the team only as
//! long as it is [fresh](crate::window::answer::Answer::fresh). What a screen remembers of an answer (a chosen row) is looked at
//! again whenever another one comes. `view` computes nothing: what it shows was made with the answer, or in `update`.
//!
//! What a screen wants from the window it says with [`Action`]: work to run, a changed team, a word to the
//! user, another screen. It never touches a file, the clock or another screen. Planning takes long: it runs
//! off the window's thread through [`Answer`](crate::window::answer::Answer).
//!
//! ```ignore
//! pub fn refresh(&mut self, context: &Context) -> Action<Message> {
//!     let team = Arc::clone(context.team);
//!     let ask = self.answer.ask(context.revision, self.question(context), move |question, _| question.answer(&team));
//!     Action::run(ask.map(Message::Found))
//! }
//!
//! pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
//!     let drawing = Drawing::new(self.answer.number(), |width| picture::strip::draw(.., width));
//!     page("Overlap", Some("..".to_owned()), None, drawing)
//! }
//! ```
//!
//! Parts to build it from are in [`crate::window::widget`], pictures in [`crate::picture`].

pub mod handoffs;
pub mod hire;
pub mod meetings;
pub mod overlap;
pub mod rota;
pub mod team;

use std::sync::Arc;

use chrono::Weekday;
use iced::Task;
use lucide_icons::Icon;

use super::drafts::Drafts;
use super::example::Example;
use super::revision::Revision;
use super::supposed::Supposed;
use super::theme::style::Tone;
use crate::team::{Member, Team};
use crate::time::{Instant, Zone};
use crate::window::renderer::Element;
use crate::words::clock::Clock;

/// A screen of the window, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// Who is in the team.
    #[default]
    Team,
    /// When people are at work together.
    Overlap,
    /// When to meet.
    Meetings,
    /// How work follows the sun.
    Handoffs,
    /// Who is on duty.
    Rota,
    /// Where the next person should sit.
    Hire,
}

impl Screen {
    /// All screens in the order of the rail.
    pub const ALL: [Screen; 6] =
        [Screen::Team, Screen::Overlap, Screen::Meetings, Screen::Handoffs, Screen::Rota, Screen::Hire];

    /// What the rail shows beside its name.
    pub const fn icon(self) -> Icon {
        match self {
            Screen::Team => Icon::Users,
            Screen::Overlap => Icon::Blend,
            Screen::Meetings => Icon::CalendarClock,
            Screen::Handoffs => Icon::Repeat,
            Screen::Rota => Icon::Siren,
            Screen::Hire => Icon::UserSearch,
        }
    }
}

/// What every screen may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The open team; clone the `Arc` to take it along into work in the background.
    pub team: &'a Arc<Team>,
    /// The same without those who are only supposed: the team as its file has it.
    pub kept: &'a Arc<Team>,
    /// Who of the team is only supposed.
    pub supposed: &'a Supposed,
    /// The file of the team, once it has one.
    pub path: Option<&'a std::path::Path>,
    /// Another number for every state of the team: an answer for one revision is stale at the next.
    pub revision: Revision,
    /// The present moment, to the minute.
    pub now: Instant,
    /// The zone in which times are shown unless they are somebody's own.
    pub zone: Zone,
    /// How times are written.
    pub clock: Clock,
    /// The day with which weeks begin.
    pub first_weekday: Weekday,
}

/// What a screen wants from the window.
#[must_use]
#[derive(Debug)]
pub struct Action<M> {
    /// Work to run; its messages come back to the screen.
    pub task: Task<M>,
    /// What only the window can do, in order.
    pub wishes: Vec<Wish>,
}

/// What only the window can do for a screen.
#[derive(Debug, Clone)]
pub enum Wish {
    /// Take this team instead of the open one; the user can undo it by what it was: "Remove Ana Ribeiro".
    Edit {
        /// What was done, as a short command.
        what: String,
        /// The whole changed team.
        team: Team,
    },
    /// Take this team while something is typed: changes of the same name that follow on each other are undone as one.
    Type {
        /// What is done, as a short command: "Change the hours of Ana Ribeiro".
        what: String,
        /// The whole changed team.
        team: Team,
    },
    /// Suppose hires in the team, which is said.
    Suppose(Vec<Member>),
    /// Tell the user something that passes; for an edit, offer to take it back.
    Tell {
        /// What the words say of their matter.
        tone: Tone,
        /// The words.
        words: String,
        /// Whether the user is offered to undo the last edit.
        undo: bool,
    },
    /// Show another screen.
    Go(Screen),
    /// Ask the user for a calendar, and give it to the member of this name.
    Calendar(String),
    /// Read all calendars once more.
    ReadCalendars,
    /// Open one of the examples; the user is asked first if something would be lost.
    Example(&'static Example),
    /// Put text on the clipboard.
    Copy(String),
    /// Ask the user for a file and write it; several go beside each other.
    Export {
        /// The name that is proposed, with its ending.
        name: String,
        /// What is added to the name of each file (nothing where there is one), and its bytes.
        files: Vec<(String, Vec<u8>)>,
    },
}

impl<M: Send + 'static> Action<M> {
    /// Nothing is wanted.
    pub fn none() -> Self {
        Self { task: Task::none(), wishes: Vec::new() }
    }

    /// Work is to be run.
    pub fn run(task: Task<M>) -> Self {
        Self { task, wishes: Vec::new() }
    }

    /// The window is to do something.
    pub fn wish(wish: Wish) -> Self {
        Self { task: Task::none(), wishes: vec![wish] }
    }

    /// The team is to be changed.
    pub fn edit(what: impl Into<String>, team: Team) -> Self {
        Self::wish(Wish::Edit { what: what.into(), team })
    }

    /// One more thing that the window is to do.
    pub fn and(mut self, wish: Wish) -> Self {
        self.wishes.push(wish);
        self
    }

    /// One more work to run.
    pub fn and_run(mut self, task: Task<M>) -> Self {
        self.task = Task::batch([self.task, task]);
        self
    }

    /// The same for the parent's messages.
    fn map<N: Send + 'static>(self, f: impl FnMut(M) -> N + Send + 'static) -> Action<N> {
        Action { task: self.task.map(f), wishes: self.wishes }
    }
}

/// Declares all screens at once: what each remembers, and its way of the messages.
macro_rules! screens {
    ($($screen:ident $module:ident),+ $(,)?) => {
        /// What all screens remember.
        #[derive(Default)]
        pub struct Screens { $($module: $module::State,)+ }

        /// What can happen in a screen.
        #[derive(Debug, Clone)]
        pub enum Message { $(#[doc = concat!("In [`Screen::", stringify!($screen), "`].")] $screen($module::Message),)+ }

        impl Screens {
            /// Takes what happened to its screen.
            pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
                match message {
                    $(Message::$screen(message) => {
                        self.$module.update(message, context).map(Message::$screen)
                    })+
                }
            }

            /// Tells a screen that it is shown, or that the team has changed.
            pub fn refresh(&mut self, screen: Screen, context: &Context) -> Action<Message> {
                match screen {
                    $(Screen::$screen => self.$module.refresh(context).map(Message::$screen),)+
                }
            }

            /// The screen as it is seen.
            pub fn view<'a>(&'a self, screen: Screen, context: &Context<'a>) -> Element<'a, Message> {
                match screen {
                    $(Screen::$screen => self.$module.view(context).map(Message::$screen),)+
                }
            }
        }
    };
}

impl Message {
    /// What Escape says to a screen in which no field has the focus, if it has anything to put away.
    pub fn dismissed(screen: Screen) -> Self {
        match screen {
            Screen::Team => Self::Team(team::Message::Dismissed),
            Screen::Overlap => Self::Overlap(overlap::Message::Dismissed),
            Screen::Rota => Self::Rota(rota::Message::Closed),
            Screen::Meetings => Self::Meetings(meetings::Message::FormShown(false)),
            Screen::Handoffs => Self::Handoffs(handoffs::Message::FormShown(false)),
            Screen::Hire => Self::Hire(hire::Message::PanelOpened(false)),
        }
    }
}

impl Screens {
    /// What stands in forms and in no team.
    pub fn drafts(&self, team: &Team) -> Drafts {
        let team_and_meetings = self.team.notes(team).into_iter().chain(self.meetings.notes(team));
        team_and_meetings.chain(self.rota.notes(team)).chain(self.hire.notes(team)).collect()
    }

    /// Takes over what stood in forms.
    pub fn recall(&mut self, drafts: &Drafts, context: &Context) {
        self.team.recall(drafts, context);
        self.meetings.recall(drafts, context);
        self.rota.recall(drafts, context);
        self.hire.recall(drafts, context);
    }
}

screens!(Team team, Overlap overlap, Meetings meetings, Handoffs handoffs, Rota rota, Hire hire);
