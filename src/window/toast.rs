//! Messages that pass by themselves.

use std::time::Duration;

use iced::widget::{Column, center_x, container};
use iced::{Center, Fill, Task};

use crate::window::renderer::Element;

use super::theme::space;
use super::theme::style::Tone;
use super::widget::notice;

/// How long a message stays; one that offers an act stays longer.
const STAY: Duration = Duration::from_secs(5);
const STAY_WITH_ACT: Duration = Duration::from_secs(9);
/// How many are shown at once; older ones give way.
const MOST: usize = 3;

/// How long messages stay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stay {
    /// Long enough to be read, and longer where they offer an act.
    #[default]
    Usual,
    /// So long, whatever they offer.
    For(Duration),
    /// Until they are closed or give way.
    UntilClosed,
}

impl Stay {
    fn of(self, has_act: bool) -> Option<Duration> {
        match self {
            Self::Usual if has_act => Some(STAY_WITH_ACT),
            Self::Usual => Some(STAY),
            Self::For(time) => Some(time),
            Self::UntilClosed => None,
        }
    }
}

/// The messages that are shown now.
#[derive(Debug, Default)]
pub struct Toasts {
    /// How long each stays.
    pub stay: Stay,
    shown: Vec<Toast>,
    next: u64,
}

#[derive(Debug)]
struct Toast {
    number: u64,
    tone: Tone,
    words: String,
    undo: bool,
}

impl Toasts {
    /// Shows words; the task tells when they have been there long enough.
    pub fn tell(&mut self, tone: Tone, words: impl Into<String>, undo: bool) -> Task<u64> {
        let number = self.next;
        self.next += 1;
        self.shown.push(Toast { number, tone, words: words.into(), undo });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
        let Some(stay) = self.stay.of(undo) else { return Task::none() };
        Task::perform(async move { tokio::time::sleep(stay).await }, move |()| number)
    }

    /// Takes a message away, if it is still there.
    pub fn close(&mut self, number: u64) {
        self.shown.retain(|toast| toast.number != number);
    }

    /// No message offers to undo any more: something else was changed or taken back since.
    pub fn withdraw_undo(&mut self) {
        self.shown.retain(|toast| !toast.undo);
    }

    /// The messages, to lie over the window at its lower edge.
    pub fn view<'a, Message: Clone + 'a>(
        &'a self,
        undo: &Message,
        close: impl Fn(u64) -> Message,
    ) -> Option<Element<'a, Message>> {
        if self.shown.is_empty() {
            return None;
        }
        let toasts = self.shown.iter().map(|toast| {
            let act = toast.undo.then(|| ("Undo", undo.clone()));
            notice::toast(toast.tone, &toast.words, act, close(toast.number))
        });
        let pile = Column::with_children(toasts).spacing(space::S).align_x(Center);
        Some(container(center_x(pile)).align_bottom(Fill).padding(space::XL).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_messages_give_way() {
        let mut toasts = Toasts::default();
        for words in ["one", "two", "three", "four"] {
            let _task = toasts.tell(Tone::Info, words, false);
        }
        let shown: Vec<&str> = toasts.shown.iter().map(|toast| toast.words.as_str()).collect();
        assert_eq!(shown, ["two", "three", "four"]);
        toasts.close(2);
        assert_eq!(toasts.shown.len(), 2);
    }

    #[test]
    fn an_undo_is_offered_only_for_the_last_change() {
        let mut toasts = Toasts::default();
        let _task = toasts.tell(Tone::Info, "Removed Ana", true);
        let _task = toasts.tell(Tone::Info, "Saved", false);
        toasts.withdraw_undo();
        assert_eq!(toasts.shown.len(), 1);
    }

    #[test]
    fn what_offers_an_act_stays_longer_unless_all_stay_alike() {
        assert!(Stay::Usual.of(true) > Stay::Usual.of(false));
        let time = Duration::from_millis(1);
        assert_eq!((Stay::For(time).of(true), Stay::For(time).of(false)), (Some(time), Some(time)));
        assert_eq!(Stay::UntilClosed.of(true), None);
    }
}
