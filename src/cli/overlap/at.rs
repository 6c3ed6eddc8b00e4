//! How a moment looks for everybody.

use std::fmt::Write;

use clap::Args;

use crate::cli::answer::Failure;
use crate::cli::value::{duration, instant};
use crate::team::{Calendars, Member};
use crate::time::{Instant, Minutes, Span};
use crate::words::clock::Clock;
use crate::words::share::{Form, Style, When, share};
use crate::words::why::why;

/// About one time instead of windows.
#[derive(Args, Debug)]
pub struct AtArguments {
    /// Instead of windows: what everybody's clock shows then, ready to paste; such as 2027-03-29T15:00Z
    #[arg(long, value_name = "T", value_parser = instant, conflicts_with_all = ["from", "to", "at_least", "flexible", "json"])]
    at: Option<Instant>,
    /// With --at: from then on for so long, such as 90m
    #[arg(long = "for", value_name = "H", value_parser = duration, requires = "at")]
    length: Option<Minutes>,
    /// With --at: for where
    #[arg(long = "as", value_name = "FORM", value_enum, default_value_t, requires = "at")]
    form: As,
    /// With --at: name the members beside their city
    #[arg(long, requires = "at")]
    names: bool,
    /// With --at: instead of words to paste, how everybody's level came about: the line of their hours, and their zone's rule
    #[arg(long, requires = "at", conflicts_with_all = ["length", "names"])]
    why: bool,
}

/// Where times are pasted.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum As {
    #[default]
    Text,
    Markdown,
    Slack,
}

impl From<As> for Form {
    fn from(form: As) -> Self {
        match form {
            As::Text => Form::Text,
            As::Markdown => Form::Markdown,
            As::Slack => Form::Slack,
        }
    }
}

impl AtArguments {
    /// What is said of the time; nothing when none was given.
    pub fn answer<'t>(
        &self,
        calendars: &Calendars,
        members: impl FnOnce() -> Result<Vec<&'t Member>, Failure>,
    ) -> Result<Option<String>, Failure> {
        let Some(at) = self.at else { return Ok(None) };
        let members = members()?;
        if self.why {
            return Ok(Some(reasons(&members, calendars, at)));
        }
        let style = Style { form: self.form.into(), names: self.names, clock: Clock::Hours24 };
        let when = match self.length {
            None => When::At(at),
            Some(length) => {
                let span = Span::new(at, at + length);
                When::Over(span.ok_or_else(|| Failure::new("--for 0m is no time; give a minute or more"))?)
            }
        };
        Ok(Some(share(when, &members, style) + "\n"))
    }
}

/// How everybody's level came about.
fn reasons(members: &[&Member], calendars: &Calendars, at: Instant) -> String {
    why(members, calendars, at, Clock::Hours24).iter().fold(String::new(), |mut text, why| {
        let _ = writeln!(text, "{}: {}\n  {}\n  {}", why.name, why.what, why.level, why.rule);
        text
    })
}
