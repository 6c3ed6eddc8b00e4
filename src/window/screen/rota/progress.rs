//! A search under way: how far it has come, and a way to stop it.

use std::time::{Duration, Instant as Clock};

use iced::Center;
use iced::widget::row;
use lucide_icons::Icon;

use super::Message as Outer;
use super::planned::Effort;
use crate::plan::Stop;
use crate::plan::rota::Progress;
use crate::window::answer::Work;
use crate::window::renderer::Element;
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
    /// Tells the one under way that what it has is enough.
    enough: Stop,
}

/// A search as it was begun.
pub struct Begun {
    is_long: bool,
    enough: Stop,
}

impl Search {
    /// Begins anew.
    pub fn begin(&mut self) -> Begun {
        self.enough = Stop::default();
        Begun { is_long: std::mem::take(&mut self.is_long), enough: self.enough.clone() }
    }

    /// Ends the search with what it has.
    pub fn end(&self) {
        self.enough.set();
    }
}

impl Begun {
    /// Runs `search` until it has enough, or nobody waits for it any more.
    pub fn run<T>(self, work: &Work<Progress>, search: impl FnOnce(&mut Effort<'_>) -> T) -> T {
        let start = Clock::now();
        let mut should_stop =
            || self.enough.is_set() || work.stop().is_set() || (self.is_long && start.elapsed() > LONG);
        let mut watch = |progress| work.report(progress);
        let abandoned = work.stop();
        search(&mut Effort { is_long: self.is_long, should_stop: &mut should_stop, abandoned, watch: &mut watch })
    }
}

/// How far the search has come while it `is_busy`, with a way to end it; else, if one `can`, a way to search longer.
pub fn view<'a>(progress: Option<&Progress>, is_busy: bool, can: bool) -> Element<'a, Outer> {
    if !is_busy {
        let longer = button::quiet(Some(Icon::Hourglass), "Search longer").on_press_maybe(can.then_some(Outer::Longer));
        let tip = "Search up to 30 s, or until it is proven that nothing is better";
        return button::tip(longer, tip, iced::widget::tooltip::Position::Bottom);
    }
    let said = progress.map_or_else(|| "Planning…".to_owned(), words);
    let stop = button::quiet(Some(Icon::Square), "That will do").on_press(Outer::Enough);
    row![busy(said), stop].spacing(space::S).align_y(Center).into()
}
