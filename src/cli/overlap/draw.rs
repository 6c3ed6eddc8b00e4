//! The drawings of the overlap as files.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use clap::Args;

use crate::availability::Availability;
use crate::cli::answer::Failure;
use crate::cli::value::date;
use crate::export::{DrawingFormats, Formats};
use crate::picture::palette::{DARK, LIGHT};
use crate::picture::strip::{Row, Strip};
use crate::picture::{caption, ribbon, strip};
use crate::plan::overlap::steady;
use crate::team::{Member, Team};
use crate::time::{Span, Zone};
use crate::words::clock;
use crate::words::clock::Clock;
use crate::words::overlap::{Asked as Words, year};

/// How wide a drawing is, in logical pixels.
const WIDTH: f32 = 1160.0;

#[derive(Args, Debug)]
pub struct DrawArguments {
    /// Draw the year from the first date on into this file, SVG or PNG by its ending
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "format", "output"])]
    pub draw: Option<PathBuf>,
    /// Draw this day hour by hour instead
    #[arg(long, value_name = "D", value_parser = date, requires = "draw")]
    day: Option<NaiveDate>,
    /// The zone of the drawing's hours; UTC unless said
    #[arg(long, value_name = "ZONE", value_parser = zone, requires = "draw")]
    zone: Option<Zone>,
    /// Numbers for names
    #[arg(long, requires = "draw")]
    no_names: bool,
    /// Dark
    #[arg(long, requires = "draw")]
    dark: bool,
}

/// Who is drawn.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub team: &'a Team,
    pub members: &'a [&'a Member],
    pub at_least: usize,
    pub flexible: bool,
}

fn zone(text: &str) -> Result<Zone, String> {
    Zone::named(text).map_err(|error| error.to_string())
}

impl DrawArguments {
    /// The drawing for the file at `path`; the year begins on `first`.
    pub fn bytes(&self, path: &Path, asked: &Asked, first: NaiveDate) -> Result<Vec<u8>, Failure> {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        let format = DrawingFormats::ALL.iter().find(|format| ending.as_deref() == Some(format.ending));
        let format = format.ok_or_else(|| {
            let endings: Vec<String> =
                DrawingFormats::ALL.iter().map(|format| format!("in .{}", format.ending)).collect();
            Failure::new(format!("`{}` ends neither {}", path.display(), endings.join(" nor ")))
        })?;
        let zone = self.zone.unwrap_or(Zone::UTC);
        let palette = if self.dark { &DARK } else { &LIGHT };
        let (title, lines, drawing, legend) = match self.day {
            Some(day) => self.day(asked, zone, day)?,
            None => self.year(asked, zone, first),
        };
        let head = caption::draw(&title, &lines, WIDTH);
        Ok((format.write)(&[&head, &drawing, &legend], palette, &title)?)
    }

    fn day(&self, asked: &Asked, zone: Zone, day: NaiveDate) -> Result<Drawing, Failure> {
        let next = day.checked_add_days(Days::new(1)).map(|next| zone.midnight(next));
        let span = next.and_then(|next| Span::new(zone.midnight(day), next));
        let span = span.ok_or_else(|| Failure::new(format!("there is no {day} in {}", zone.name())))?;
        let clock = Row::of_zone("", zone, span);
        let rows = std::iter::once(Row { name: clock.place.clone(), ..clock });
        let rows =
            rows.chain(asked.members.iter().map(|member| Row::of(member, &asked.team.calendars, span))).collect();
        let strip = Strip::of(rows, asked.members, &asked.team.calendars, span, asked.at_least, asked.flexible);
        let strip = if self.no_names { strip.without_names() } else { strip };
        let title = format!("{}: {}", asked.team.name, clock::day(day));
        let lines = vec![format!("Hours in {}; a column is one instant", clock::zone(zone))];
        Ok((title, lines, strip::draw(&strip, WIDTH), strip::legend(WIDTH)))
    }

    fn year(&self, asked: &Asked, zone: Zone, first: NaiveDate) -> Drawing {
        let reach = ribbon::Year::reach(zone, first);
        let words = Words {
            members: asked.members,
            at_least: asked.at_least,
            flexible: asked.flexible,
            zone,
            clock: Clock::Hours24,
        };
        let seasons = steady(asked.members, reach, asked.at_least, asked.flexible);
        let levels: Vec<Availability> =
            asked.members.iter().map(|member| Availability::full(member, &asked.team.calendars, reach)).collect();
        let shown = ribbon::Year::of(words, &levels, &seasons, first);
        let shown = if self.no_names { shown.without_names() } else { shown };
        let title = format!("{}: together through the year", asked.team.name);
        let lines = vec![format!("{}.", year(&seasons, zone)), format!("Hours in {}.", clock::zone(zone))];
        (title, lines, ribbon::draw(&shown, WIDTH), ribbon::legend(&shown)(WIDTH))
    }
}

/// Title, lines below it, drawing and legend.
type Drawing = (String, Vec<String>, crate::picture::Picture, crate::picture::Picture);
