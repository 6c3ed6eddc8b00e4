//! When the whole window is drawn anew.

use std::time::Duration;

use iced::{Task, Theme};

use super::app::Message;
use super::screen;

/// How long nothing must happen before the whole window is drawn once more.
const REST: Duration = Duration::from_millis(150);
/// A difference of colour that no screen shows.
const UNSEEN: f32 = 1e-4;

/// Makes the renderer draw the whole window anew where it matters. It draws only what it takes for changed, and where one sheet
/// gives way to another it misses edges of writing and pictures; it takes all for changed when the ground has another colour.
#[derive(Debug, Default)]
pub struct Paint {
    /// Whether there is a screen to draw on.
    pub is_on_screen: bool,
    /// Which of two colours the ground has that cannot be told apart.
    is_odd: bool,
    heard: u64,
}

impl Paint {
    /// The ground below everything, in one of its two colours.
    pub fn style(&self, theme: &Theme) -> iced::theme::Style {
        let mut colors = iced::theme::Base::base(theme);
        if self.is_odd {
            colors.background_color.b += if colors.background_color.b > 0.5 { -UNSEEN } else { UNSEEN };
        }
        colors
    }

    /// Draws all at once for what changes much, and for the rest when the pointer has come to rest.
    pub fn hear(&mut self, message: &Message) -> Task<Message> {
        if !self.is_on_screen {
            return Task::none();
        }
        match message {
            Message::Ticked(_) => return Task::none(),
            Message::Rested(number) => {
                self.is_odd ^= *number == self.heard;
                return Task::none();
            }
            Message::Screen(screen::Message::Team(_)) => self.is_odd ^= true,
            Message::Screen(_) => {}
            _ => self.is_odd ^= true,
        }
        self.heard += 1;
        let number = self.heard;
        Task::perform(async { tokio::time::sleep(REST).await }, move |()| Message::Rested(number))
    }
}
