//! Through time by keys and by what is typed.

use chrono::Timelike;

use super::typing::{Purpose, Typing};
use super::{Action, Context, Message, State, question, scrub, within_the_rules};
use crate::picture::ribbon::Place as Hour;
use crate::time::{Instant, Minutes};
use crate::window::command::Step;
use crate::words::share::When;

impl State {
    /// Opens a field and puts the cursor into it.
    pub(super) fn open(&mut self, what: Purpose) -> Action<Message> {
        let typing = Typing::new(what);
        let field = typing.field();
        self.typing = Some(typing);
        Action::run(iced::widget::operation::focus(field))
    }

    /// A time that can be read is looked at while it is typed.
    pub(super) fn typed(&mut self, text: String) {
        let Some(typing) = &mut self.typing else { return };
        (typing.text, typing.wrong) = (text, None);
        if let Some(at) = self.day.get().and_then(|day| typing.instant(day)) {
            self.scrub.keep(When::At(at));
        }
    }

    /// The field has done its work when what stands in it can be read, or when it is empty.
    pub(super) fn enter(&mut self, context: &Context) -> Action<Message> {
        let Some(mut typing) = self.typing.take() else { return Action::none() };
        if typing.text.trim().is_empty() {
            return Action::none();
        }
        let wrong = match typing.what {
            Purpose::Date => match typing.date(self.today(context)) {
                Ok(date) => {
                    self.date = Some(within_the_rules(date));
                    return self.refresh(context);
                }
                Err(wrong) => wrong,
            },
            Purpose::Time(_) => match self.day.get().and_then(|day| typing.instant(day)) {
                Some(_) => return Action::none(),
                None => format!("“{}” is no time of this day; write 9:30, 21:30 or 9:30pm", typing.text.trim()),
            },
        };
        typing.wrong = Some(wrong);
        self.typing = Some(typing);
        Action::none()
    }

    /// A key moves what is held by an hour; by days the date, and what is held with it.
    pub(super) fn step(&mut self, step: Step, context: &Context) -> Action<Message> {
        if self.typing.is_some() {
            return Action::none();
        }
        match step {
            Step::Hours(hours) => {
                let by = Minutes::hours(hours.into());
                let when = match self.scrub.kept() {
                    Some(when) => scrub::moved(when, by),
                    None => When::At(self.hour_beside(by, context)),
                };
                self.scrub.keep(when);
                let date = self.zone(context).local(when.start()).date();
                if date != self.date(context) {
                    self.date = Some(within_the_rules(date));
                }
            }
            Step::Days(days) => self.turn(days.into(), context),
            Step::Now => {
                self.scrub.release();
                self.date = None;
            }
            Step::Change => return self.go_to_next_change(context),
            Step::Date => return self.open(Purpose::Date),
        }
        self.refresh(context)
    }

    /// The next whole hour of the first row's clock beside the present, or beside the noon of another day.
    fn hour_beside(&self, by: Minutes, context: &Context) -> Instant {
        let day = self.question(context).span();
        let noon = day.start + Minutes(day.minutes().0 / 2);
        let from = if day.contains(context.now) { context.now } else { noon };
        let past = Minutes(i64::from(self.zone(context).local(from).minute()));
        let hour = from - past;
        if by > Minutes::ZERO || past == Minutes::ZERO { hour + by } else { hour }
    }

    /// Goes some days on. A date that a zone leaves out (Samoa's 30 December 2011) is passed over.
    pub(super) fn turn(&mut self, days: i64, context: &Context) {
        let zone = self.zone(context);
        let step = if days < 0 { -1 } else { 1 };
        let mut date = self.date(context) + chrono::Duration::days(days);
        while question::day_of(date, zone).is_none() {
            date += chrono::Duration::days(step);
        }
        let date = within_the_rules(date);
        if let Some(when) = self.scrub.kept() {
            let local = zone.local(when.start());
            let moved = zone.instant(date.and_time(local.time()));
            self.scrub.keep(scrub::moved(when, moved - when.start()));
        }
        self.date = Some(date);
    }

    /// Shows the day of an hour of the year, and holds the hour.
    pub(super) fn go_to_hour(&mut self, hour: Option<Hour>, context: &Context) -> Action<Message> {
        let Some((hour, year)) = hour.zip(self.year.get()) else { return Action::none() };
        let at = hour.instant(&year.ribbon);
        self.date = Some(within_the_rules(hour.date));
        self.scrub.keep(When::At(at));
        self.refresh(context)
    }
}
