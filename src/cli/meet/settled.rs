//! A settled meeting for calendars and invitations.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, ValueEnum};

use crate::cli::Context;
use crate::cli::answer::{Answer, Failure};
use crate::cli::value::date;
use crate::disk;
use crate::export::ics::{self, Exception, Series};
use crate::plan::meet::{Ask, slot_dates, suggest};
use crate::team::{Meeting, Rates, Slot};
use crate::words::clock::Clock;
use crate::words::invitation;

#[derive(Args, Debug)]
pub struct SettledArguments {
    /// Write the settled slots of the meeting, or one of the suggestions, for others
    #[arg(long, value_enum, value_name = "FORM", conflicts_with = "json")]
    write: Option<Form>,
    /// The suggestion to write, 1 for the best; the slots chosen in the file unless said
    #[arg(long, value_name = "N", requires = "write", value_parser = clap::value_parser!(u16).range(1..=100))]
    pick: Option<u16>,
    /// A date of the meeting, in its anchor's zone, that is left out
    #[arg(long, value_name = "D", requires = "write", value_parser = date)]
    skip: Vec<NaiveDate>,
    /// A date that is held at another time of the anchor's clock instead, such as 2027-03-30=2027-03-31T15:00
    #[arg(long = "move", value_name = "D=T", requires = "write", value_parser = moved)]
    moved: Vec<Exception>,
    /// End the series with the horizon, instead of going on for good
    #[arg(long, requires = "write")]
    end: bool,
    /// Into this file instead of standard output
    #[arg(short, long, value_name = "FILE", requires = "write")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Recurring events for calendars, with the anchor's zone
    Ics,
    /// Text for an invitation, with everybody's local times
    Text,
}

fn moved(text: &str) -> Result<Exception, String> {
    let refuse = || "write the date, `=` and the new time, such as 2027-03-30=2027-03-31T15:00".to_owned();
    let (from, to) = text.split_once('=').ok_or_else(refuse)?;
    let to = NaiveDateTime::parse_from_str(to.trim(), "%Y-%m-%dT%H:%M").map_err(|_| refuse())?;
    date(&to.date().to_string())?;
    Ok(Exception { date: date(from.trim())?, moved_to: Some(to) })
}

impl SettledArguments {
    pub fn is_wanted(&self) -> bool {
        self.write.is_some()
    }

    pub fn text(&self, meeting: &Meeting, ask: &Ask, rates: &Rates, context: Context) -> Result<String, Failure> {
        let slots = self.slots(meeting, ask, rates)?;
        let said = invitation::lines(&meeting.name, ask, &slots, Clock::Hours24);
        if self.write == Some(Form::Text) {
            return Ok(said.join("\n") + "\n");
        }
        let left_out = self.skip.iter().map(|&date| Exception { date, moved_to: None });
        let exceptions: Vec<Exception> = left_out.chain(self.moved.iter().copied()).collect();
        let is_held = |date: &NaiveDate| (0..slots.len()).any(|place| slot_dates(ask, &slots, place).contains(date));
        if let Some(other) = exceptions.iter().find(|exception| !is_held(&exception.date)) {
            return Err(Failure::new(format!("the meeting is not held on {} by its anchor's clock", other.date)));
        }
        let series = Series {
            name: &meeting.name,
            ask,
            slots: &slots,
            description: &said.join("\n"),
            exceptions: &exceptions,
            ends: self.end,
        };
        Ok(ics::meeting(&series, context.now))
    }

    /// The slots that are written: those picked, else those of the file, else the best.
    fn slots(&self, meeting: &Meeting, ask: &Ask, rates: &Rates) -> Result<Vec<Slot>, Failure> {
        match self.pick {
            None if !meeting.chosen.is_empty() => Ok(meeting.chosen.clone()),
            pick => {
                let number = usize::from(pick.unwrap_or(1));
                let found = suggest(ask, rates, number)?;
                let picked = found.into_iter().nth(number - 1);
                picked
                    .map(|suggestion| suggestion.slots)
                    .ok_or_else(|| Failure::new(format!("there is no suggestion {number} of this meeting")))
            }
        }
    }

    pub fn put(&self, text: String) -> Result<Answer, Failure> {
        let Some(path) = &self.output else { return Ok(Answer::new(text)) };
        disk::write_atomic(path, text.as_bytes())?;
        Ok(Answer::new(""))
    }
}
