//! A settled meeting for calendars and invitations.

use chrono::{NaiveDate, NaiveDateTime};
use clap::Args;

use crate::cli::Context;
use crate::cli::answer::Failure;
use crate::cli::value::date;
use crate::export::Format;
use crate::export::ics::{Exception, Series};
use crate::export::meeting::Write;
use crate::plan::meet::{Ask, slot_dates, suggest};
use crate::team::{Meeting, Rates, Slot};
use crate::words::clock::Clock;
use crate::words::invitation;

#[derive(Args, Debug)]
pub struct SettledArguments {
    /// The suggestion to write, 1 for the best; the slots chosen in the file unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    pick: Option<u16>,
    /// A date of the meeting, in its anchor's zone, that is left out
    #[arg(long, value_name = "D", value_parser = date)]
    skip: Vec<NaiveDate>,
    /// A date that is held at another time of the anchor's clock instead, such as 2027-03-30=2027-03-31T15:00
    #[arg(long = "move", value_name = "D=T", value_parser = moved)]
    moved: Vec<Exception>,
    /// End the series with the horizon, instead of going on for good
    #[arg(long)]
    end: bool,
}

fn moved(text: &str) -> Result<Exception, String> {
    let refuse = || "write the date, `=` and the new time, such as 2027-03-30=2027-03-31T15:00".to_owned();
    let (from, to) = text.split_once('=').ok_or_else(refuse)?;
    let to = NaiveDateTime::parse_from_str(to.trim(), "%Y-%m-%dT%H:%M").map_err(|_| refuse())?;
    date(&to.date().to_string())?;
    Ok(Exception { date: date(from.trim())?, moved_to: Some(to) })
}

impl SettledArguments {
    /// Each with whether it was given.
    pub fn given(&self) -> [(&'static str, bool); 4] {
        [
            ("--pick", self.pick.is_some()),
            ("--skip", !self.skip.is_empty()),
            ("--move", !self.moved.is_empty()),
            ("--end", self.end),
        ]
    }

    /// The settled slots of the meeting, or one of the suggestions, for others.
    pub fn text(
        &self,
        format: &Format<Write>,
        meeting: &Meeting,
        ask: &Ask,
        rates: &Rates,
        context: Context,
    ) -> Result<String, Failure> {
        let slots = self.slots(meeting, ask, rates)?;
        let said = invitation::lines(&meeting.name, ask, &slots, Clock::Hours24);
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
        Ok((format.write)(&series, context.now))
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
}
