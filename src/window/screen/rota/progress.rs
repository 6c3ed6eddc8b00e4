//! A search under way: how far it has come, and a way to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant as Clock};

use iced::futures::channel::mpsc;
use iced::widget::row;
use iced::{Center, Element, Task};
use lucide_icons::Icon;

use super::Message as Outer;
use super::sheet::Effort;
use crate::plan::rota::Progress;
use crate::window::theme::space;
use crate::window::widget::{busy, button};
use crate::words::rota::progress as words;

/// So long a long search goes on unless it is stopped, or proves that nothing is better.
const LONG: Duration = Duration::from_secs(30);

/// The search that was begun last.
#[derive(Default)]
pub struct Search {
    /// Whether the next one is to be long.
    pub is_long: bool,
    /// Tells the one under way to end with what it has.
    stop: Arc<AtomicBool>,
    /// How far it has come.
    progress: Option<Progress>,
}

/// What a search in the background reports to.
pub struct Report {
    is_long: bool,
    stop: Arc<AtomicBool>,
    sender: mpsc::UnboundedSender<Progress>,
}

impl Search {
    /// Begins anew: what the search reports to, and the task that brings its reports here. An earlier search ends.
    pub fn begin(&mut self) -> (Report, Task<Progress>) {
        self.stop();
        self.stop = Arc::default();
        self.progress = None;
        let (sender, receiver) = mpsc::unbounded();
        let report = Report { is_long: self.is_long, stop: Arc::clone(&self.stop), sender };
        self.is_long = false;
        (report, Task::run(receiver, |progress| progress))
    }

    /// Takes in how far it has come.
    pub fn take(&mut self, progress: Progress) {
        self.progress = Some(progress);
    }

    /// Ends the search with what it has.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// How far it has come while `is_busy`, with a way to end it; else a way to search longer.
    pub fn view<'a>(&self, is_busy: bool, can: bool) -> Element<'a, Outer> {
        if !is_busy {
            let longer =
                button::quiet(Some(Icon::Hourglass), "Search longer").on_press_maybe(can.then_some(Outer::Longer));
            let tip = "Search up to 30 s, or until it is proven that nothing is better";
            return button::tip(longer, tip, iced::widget::tooltip::Position::Bottom);
        }
        let said = self.progress.map_or_else(|| "Planning…".to_owned(), |progress| words(&progress));
        let stop = button::quiet(Some(Icon::Square), "That will do").on_press(Outer::Enough);
        row![busy(said), stop].spacing(space::S).align_y(Center).into()
    }
}

impl Report {
    /// Runs `search` as it was begun.
    pub fn run<T>(self, search: impl FnOnce(&mut Effort<'_>) -> T) -> T {
        let start = Clock::now();
        let mut should_stop = || self.stop.load(Ordering::Relaxed) || (self.is_long && start.elapsed() > LONG);
        // Nobody may listen any more.
        let mut watch = |progress| drop(self.sender.unbounded_send(progress));
        search(&mut Effort { is_long: self.is_long, should_stop: &mut should_stop, watch: &mut watch })
    }
}
