//! Runs the whole loop of the window: view, events, messages, updates, and their tasks to the end.

use std::collections::VecDeque;
use std::time::Duration;

use iced::advanced::widget::Operation;
use iced::futures::StreamExt;
use iced::keyboard::key::Named;
use iced::{Size, Task, Theme};
use iced_test::runtime::{Action, task};
use iced_test::selector;
use iced_test::simulator::Simulator;
use sunwise::team::Team;
use sunwise::time::{Instant, Zone};
use sunwise::window::command::Command;
use sunwise::window::file::Files;
use sunwise::window::renderer::{Element, Renderer};
use sunwise::window::{App, Document, Message, Stay, settings};

/// How long a task may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Tuesday 6 April 2027 at 10:30 UTC.
pub fn now() -> Instant {
    let date = chrono::NaiveDate::from_ymd_opt(2027, 4, 6).expect("a date");
    Instant::from_utc(date.and_hms_opt(10, 30, 0).expect("a time"))
}

/// A window that is driven.
pub struct Driver {
    pub app: App,
    runtime: tokio::runtime::Runtime,
    /// Whether the window was closed.
    pub closed: bool,
    size: Size,
    patience: Duration,
    /// Whether answers do not arrive, as if they were still being computed.
    withholds: bool,
    withheld: Vec<Message>,
    /// What is to be done to the widgets: focus and the like. Where no window stays it is never done.
    pub operations: Vec<Box<dyn Operation>>,
}

impl Driver {
    /// A window on a team, at a moment that is always the same.
    pub fn on(team: Team) -> Self {
        Self::with(Document::new(team, None), Files::default())
    }

    /// A window on a document with a way to files.
    pub fn with(open: Document, files: Files) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (mut app, task) = App::with_files(open, files, now(), Zone::UTC);
        // No test waits for passing messages; what they say can be read.
        app.let_messages_stay(Stay::UntilClosed);
        let size = Size::new(1280.0, 2400.0);
        let (withholds, withheld, operations) = (false, Vec::new(), Vec::new());
        let mut driver =
            Self { app, runtime, closed: false, size, patience: PATIENCE, withholds, withheld, operations };
        driver.run(task);
        driver
    }

    /// Waits longer for tasks: for work that takes seconds where nothing was optimised. Messages have passed when it is done.
    pub fn patient(mut self) -> Self {
        self.patience = Duration::from_secs(120);
        self.app.let_messages_stay(Stay::For(Duration::from_millis(1)));
        self
    }

    /// Lets tasks be made beside those of the window.
    pub fn inside(&self) -> tokio::runtime::EnterGuard<'_> {
        self.runtime.enter()
    }

    /// Waits for nothing from now on: what takes time does not come.
    pub fn hasten(&mut self) {
        self.patience = Duration::ZERO;
    }

    /// Waits for what takes time again.
    pub fn wait(&mut self) {
        self.patience = PATIENCE;
    }

    /// Waits for tasks only as long as a user might: those that go on then are left to themselves.
    pub fn impatient(mut self) -> Self {
        self.patience = Duration::from_millis(1500);
        self
    }

    fn ui(&self) -> Simulator<'_, Message, Theme, Renderer> {
        let view: Element<'_, Message> = self.app.view();
        Simulator::with_size(settings(), self.size, view)
    }

    /// Hands a message in and runs all that follows.
    pub fn send(&mut self, message: Message) {
        let task = {
            let _inside = self.runtime.enter();
            self.app.update(message)
        };
        self.run(task);
    }

    /// Asks for a command, as its key does.
    pub fn ask(&mut self, command: Command) {
        self.send(Message::Asked(command));
    }

    fn run(&mut self, task: Task<Message>) {
        let Some(mut stream) = task::into_stream(task) else { return };
        let mut messages = VecDeque::new();
        let (closed, operations, patience) = (&mut self.closed, &mut self.operations, self.patience);
        self.runtime.block_on(async {
            // The clipboard and the theme of the system need a display.
            while let Ok(Some(action)) = tokio::time::timeout(patience, stream.next()).await {
                match action {
                    Action::Output(message) => messages.push_back(message),
                    Action::Exit => *closed = true,
                    Action::Widget(operation) => operations.push(operation),
                    _ => {}
                }
            }
        });
        for message in messages {
            if self.withholds && matches!(message, Message::Screen(_)) {
                self.withheld.push(message);
            } else {
                self.send(message);
            }
        }
    }

    /// From now on no answer arrives, as if all of them were still being computed.
    pub fn withhold_answers(&mut self) {
        self.withholds = true;
    }

    /// What was withheld arrives now.
    pub fn deliver_answers(&mut self) {
        self.withholds = false;
        for message in std::mem::take(&mut self.withheld) {
            self.send(message);
        }
    }

    /// Does something in the window as it is seen now, then runs all that follows.
    fn interact(&mut self, gesture: impl FnOnce(&mut Simulator<'_, Message, Theme, Renderer>)) {
        let messages: Vec<Message> = {
            let mut ui = self.ui();
            gesture(&mut ui);
            ui.into_messages().collect()
        };
        for message in messages {
            self.send(message);
        }
    }

    /// Presses what has exactly these words.
    pub fn press(&mut self, words: &str) {
        self.interact(|ui| {
            let _ = ui.click(words).unwrap_or_else(|error| panic!("`{words}` cannot be pressed: {error}"));
        });
    }

    /// Puts text at the end of a field; what stood there stays.
    pub fn type_in(&mut self, field: &'static str, text: &str) {
        for letter in text.chars() {
            self.interact(|ui| {
                focus(ui, field);
                let _ = ui.tap_key(Named::End);
                let _ = ui.typewrite(&letter.to_string());
            });
        }
    }

    /// Empties a field and types text into it.
    pub fn fill(&mut self, field: &'static str, text: &str, standing: &str) {
        for _ in standing.chars() {
            self.interact(|ui| {
                focus(ui, field);
                let _ = ui.tap_key(Named::End);
                let _ = ui.tap_key(Named::Backspace);
            });
        }
        self.type_in(field, text);
    }

    /// Presses a key while a field has the focus.
    pub fn key(&mut self, field: &'static str, key: Named) {
        self.interact(|ui| {
            focus(ui, field);
            let _ = ui.tap_key(key);
        });
    }

    /// Whether exactly these words are seen.
    pub fn sees(&self, words: &str) -> bool {
        self.ui().find(words).is_ok()
    }

    /// Whether exactly this is seen, be it in a field.
    pub fn holds(&self, text: &str) -> bool {
        let text = text.to_owned();
        let is_it = move |candidate: selector::Candidate<'_>| match candidate {
            selector::Candidate::Text { content, .. } => (content == text).then_some(()),
            selector::Candidate::TextInput { state, .. } => (state.text() == text).then_some(()),
            _ => None,
        };
        self.ui().find(is_it).is_ok()
    }

    /// Whether a field is seen.
    pub fn has_field(&self, field: &'static str) -> bool {
        self.ui().find(selector::id(field)).is_ok()
    }

    /// Whether these words are part of what is seen.
    pub fn reads(&self, part: &str) -> bool {
        let part = part.to_owned();
        let has_part = move |candidate: selector::Candidate<'_>| match candidate {
            selector::Candidate::Text { content, .. } if content.contains(&part) => Some(content.to_owned()),
            _ => None,
        };
        self.ui().find(has_part).is_ok()
    }
}

/// Presses at the right end of a field, so that the cursor stands behind its text.
fn focus(ui: &mut Simulator<'_, Message, Theme, Renderer>, field: &'static str) {
    let found = ui.find(selector::id(field)).unwrap_or_else(|error| panic!("no field `{field}`: {error}"));
    let bounds = found.visible_bounds().unwrap_or_else(|| panic!("the field `{field}` is out of sight"));
    ui.point_at(bounds.center());
    let _ = ui.simulate(iced_test::simulator::click());
}
