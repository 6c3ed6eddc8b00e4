//! What can be made of a meeting whose slots are settled.

use super::{Action, Context, Message, State, Wish, coming_monday};
use crate::export::ics::Series;
use crate::export::meeting::CALENDAR;
use crate::plan::meet::Ask;
use crate::team::Meeting;
use crate::words::invitation;

impl State {
    /// Offers the settled meeting as recurring events.
    pub(super) fn calendar(&self, context: &Context) -> Action<Message> {
        let made = self.settled(context, |meeting, ask| {
            let said = invitation::lines(&meeting.name, ask, &meeting.chosen, context.clock);
            let series = Series {
                name: &meeting.name,
                ask,
                slots: &meeting.chosen,
                description: &said.join("\n"),
                exceptions: &[],
                ends: false,
            };
            (CALENDAR.file_name(&meeting.name, "meeting"), (CALENDAR.write)(&series, context.now))
        });
        made.map_or_else(Action::none, |(name, text)| {
            Action::wish(Wish::Export { name, files: vec![(String::new(), text.into_bytes())] })
        })
    }

    /// Copies the settled meeting with everybody's local times.
    pub(super) fn invitation(&self, context: &Context) -> Action<Message> {
        let text = self.settled(context, |meeting, ask| {
            invitation::lines(&meeting.name, ask, &meeting.chosen, context.clock).join("\n")
        });
        text.map_or_else(Action::none, |text| Action::wish(Wish::Copy(text)))
    }

    /// Something made of the shown meeting, if its slots are settled.
    fn settled<T>(&self, context: &Context, make: impl FnOnce(&Meeting, &Ask) -> T) -> Option<T> {
        let meeting = context.team.meetings.get(self.shown.place()).filter(|meeting| !meeting.chosen.is_empty())?;
        let ask = Ask::of(context.team, meeting, coming_monday(context.now)).ok()?;
        Some(make(meeting, &ask))
    }
}
