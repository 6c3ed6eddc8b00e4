//! Busy time from calendars in the iCalendar format (RFC 5545), such as programs export them.
//!
//! - `read` takes the bytes of a calendar's files apart, `event` says what one event or free-busy answer means;
//! - `moment` is a time and the clock by which it is meant, `clock` finds that out, and `repeat` when an event recurs, both in local time;
//! - `resolve` lets exceptions and newer versions take their places, and leaves spans.
//!
//! Nothing here touches a file: whoever opens a team hands the bytes over, see [`Team::read_calendars`](super::Team::read_calendars).

mod calendars;
mod clock;
mod event;
mod load;
mod moment;
mod read;
mod repeat;
mod resolve;
mod times;

pub use calendars::{CalendarFile, Calendars, Content, short_name};
pub use load::{calendar_diagnostics, content};
pub use read::MAX_CALENDAR_BYTES;
pub use times::Busy;

/// What a calendar with one event between two times as calendars write them says, for tests.
#[cfg(test)]
pub(crate) fn sample(path: &str, start: &str, end: &str) -> Calendars {
    let event = format!("BEGIN:VEVENT\nDTSTART:{start}\nDTEND:{end}\nEND:VEVENT");
    let file = (path.to_owned(), format!("BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n").into_bytes());
    let mut calendars = Calendars::default();
    calendars.insert(path, content(path, Ok(vec![file])));
    calendars
}

#[cfg(test)]
mod tests;
