//! The calendar of a rota: a row a week, a column a day, and the duties as bars in the colours of those who hold them.
//!
//! A bar runs from its start to its end; where it crosses the end of a week it goes on in the next row. A day is as wide as
//! any other whether it has 23, 24 or 25 hours: within it, places are by the share of the day that has passed.

mod week;

use chrono::{Datelike, Days, Weekday};

use super::{Align, Id, Meaning, Pattern, Picture, Rect, Shape, Text, person};
use crate::plan::rota::Duty;
use crate::team::MemberId;
use crate::time::{Instant, Span, Zone};
use crate::words::clock::{self, Clock};
use week::Week;

/// The room for the name of the week at the left, in logical pixels.
const WEEKS: f32 = 64.0;
/// How high the head with the weekdays is, in logical pixels.
const HEAD: f32 = 28.0;
/// How high the line of day numbers is, in logical pixels.
const NUMBERS: f32 = 20.0;
/// How high the bars are by tier, in logical pixels: the first responder first of all.
const TIERS: [f32; 3] = [24.0, 15.0, 15.0];
/// Between two bars one above the other, and between the last and the next week, in logical pixels.
const BETWEEN: f32 = 3.0;
const AFTER: f32 = 8.0;
/// How much is left of the colour of a bar while those of another stand out.
const DIM: f32 = 0.25;
/// What stands on a bar that nobody holds.
const NOBODY: &str = "Nobody";

/// What a calendar shows.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The zone whose dates are the columns.
    pub zone: Zone,
    /// The day at the left.
    pub first_day: Weekday,
    /// How times are written.
    pub clock: Clock,
    /// From the start of the first shift to the end of the last.
    pub horizon: Span,
    /// How many tiers a shift has.
    pub tiers: usize,
    /// The duties; of a block each daily piece.
    pub pieces: Vec<Piece>,
    /// The present moment.
    pub now: Option<Instant>,
    /// Whose duties are to stand out, if anybody's.
    pub lit: Option<MemberId>,
}

/// A duty, or one of its pieces: a bar.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Which duty: row and column of the bar's id are its shift and tier.
    pub duty: Duty,
    /// When.
    pub span: Span,
    /// Who holds it; nobody when it is unfilled.
    pub holder: Option<Holder>,
    /// Whether it was fixed by hand.
    pub is_pinned: bool,
    /// What the pointer learns.
    pub tip: String,
}

/// Somebody who is on duty.
#[derive(Debug, Clone)]
pub struct Holder {
    /// Their place in the team.
    pub member: MemberId,
    /// What they are called.
    pub names: person::Names,
}

/// Draws a calendar. Ids: `shift` by shift and tier.
pub fn draw(calendar: &Calendar, width: f32) -> Picture {
    let weeks = Week::all(calendar.zone, calendar.first_day, calendar.horizon);
    let layout = Layout { calendar, left: WEEKS, day: (width - WEEKS) / 7.0, row: row_height(calendar.tiers) };
    let mut picture = Picture::new(width, HEAD + weeks.len() as f32 * layout.row);
    layout.head(&mut picture);
    for (number, week) in weeks.iter().enumerate() {
        layout.week(&mut picture, week, HEAD + number as f32 * layout.row, number == 0);
    }
    picture
}

/// How high a week is.
fn row_height(tiers: usize) -> f32 {
    let bars: f32 = TIERS.iter().take(tiers.clamp(1, 3)).map(|high| high + BETWEEN).sum();
    NUMBERS + bars + AFTER
}

/// Where the parts of a calendar stand.
struct Layout<'a> {
    calendar: &'a Calendar,
    left: f32,
    day: f32,
    row: f32,
}

impl Layout<'_> {
    /// The names of the weekdays.
    fn head(&self, picture: &mut Picture) {
        let mut day = self.calendar.first_day;
        for column in 0..7 {
            let x = self.left + (column as f32 + 0.5) * self.day;
            let text = Text::new(day.to_string()).strong().ink(Meaning::Muted).align(Align::Center);
            picture.add(Shape::text((x, HEAD / 2.0), text));
            day = day.succ();
        }
    }

    /// A row: its days, then its duties.
    fn week(&self, picture: &mut Picture, week: &Week, top: f32, first: bool) {
        for column in 0..7 {
            self.day(picture, week, column, top, first && column == 0);
        }
        picture.add(Shape::line((0.0, top), (self.left + 7.0 * self.day, top), 1.0, Meaning::Grid));
        let name = Text::new(format!("Week {}", week.first.iso_week().week())).size(11.0).ink(Meaning::Muted);
        picture.add(Shape::text((4.0, top + NUMBERS + TIERS[0] / 2.0), name));
        for piece in &self.calendar.pieces {
            if let Some(span) = piece.span.intersection(week.span) {
                self.piece(picture, week, piece, span, top);
            }
        }
        self.boundaries(picture, week, top);
    }

    /// A day: its ground and its number, with the month where it begins.
    fn day(&self, picture: &mut Picture, week: &Week, column: usize, top: f32, names_month: bool) {
        let date = week.first + Days::new(column as u64);
        let rect = Rect::new(self.left + column as f32 * self.day, top, self.day, self.row);
        let today = self.calendar.now.map(|now| self.calendar.zone.local(now).date());
        let ground =
            if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) { Meaning::Surface } else { Meaning::Raised };
        picture.add(Shape::rectangle(rect, ground));
        if column > 0 {
            picture.add(Shape::line((rect.x, top), (rect.x, rect.bottom()), 1.0, Meaning::Grid).opacity(0.6));
        }
        let begins = date.day() == 1 || names_month;
        let words = if begins { date.format("%-d %b").to_string() } else { date.day().to_string() };
        let text = Text::new(words.clone()).size(11.0);
        let at = (rect.x + 7.0, top + NUMBERS / 2.0 + 1.0);
        if today == Some(date) {
            let long = super::measure::width(&words, 11.0, super::Weight::Strong);
            let ground = Rect::new(rect.x + 3.0, top + 3.0, long + 8.0, NUMBERS - 4.0);
            picture.add(Shape::rectangle(ground, Meaning::Now).rounded(5.0).tip("Today"));
            picture.add(Shape::text(at, text.strong().on(Meaning::Now)));
        } else if begins {
            picture.add(Shape::text(at, text.strong()));
        } else {
            picture.add(Shape::text(at, text.ink(Meaning::Muted)));
        }
        if let Some(note) = week.clock_change(date) {
            let room = self.day - 40.0;
            let text = Text::new(note.short).size(10.0).ink(Meaning::Warn).align(Align::End).within(room);
            picture.add(Shape::text((rect.right() - 6.0, at.1), text).tip(note.long));
        }
    }

    /// The bar of a duty, or the part of it that lies in this week.
    fn piece(&self, picture: &mut Picture, week: &Week, piece: &Piece, span: Span, top: f32) {
        let from = self.left + week.place(span.start) * self.day;
        let to = self.left + week.place(span.end) * self.day;
        let tier = piece.duty.tier.min(TIERS.len() - 1);
        let above: f32 = TIERS[..tier].iter().map(|high| high + BETWEEN).sum();
        let rect = Rect::new(from + 1.0, top + NUMBERS + above, (to - from - 2.0).max(1.0), TIERS[tier]);
        let radius = if tier == 0 { 5.0 } else { 4.0 };
        let id = Id::new("shift", piece.duty.shift, piece.duty.tier);
        let size = if tier == 0 { 12.0 } else { 10.0 };
        if let Some(holder) = &piece.holder {
            let fill = person::fill(holder.member.index());
            let is_dim = self.calendar.lit.is_some_and(|lit| lit != holder.member);
            let bar = Shape::rectangle(rect, fill).rounded(radius).id(id).tip(piece.tip.clone());
            picture.add(if is_dim { bar.opacity(DIM) } else { bar });
            if !is_dim {
                name(picture, holder, rect, size, piece.is_pinned);
            }
        } else {
            let hole = Shape::rectangle(rect, Meaning::WarnSoft).rounded(radius).pattern(Some(Pattern::Hatch));
            picture.add(hole.id(id).tip(piece.tip.clone()));
            picture.add(Shape::frame(rect, 1.5, Meaning::Warn).rounded(radius));
            let long = super::measure::width(NOBODY, size, super::Weight::Strong);
            let words = if long <= rect.width - 8.0 { NOBODY } else { "!" };
            let text = Text::new(words).size(size).strong().ink(Meaning::Warn);
            picture.add(Shape::text((rect.x + 5.0, rect.center().y), text));
        }
    }

    /// Where the horizon begins and ends, and the present moment.
    fn boundaries(&self, picture: &mut Picture, week: &Week, top: f32) {
        let (start, end) = (self.calendar.horizon.start, self.calendar.horizon.end);
        for (at, words) in [(start, "The rota begins"), (end, "The rota ends")] {
            let inside = if at == end { at > week.span.start && at <= week.span.end } else { week.span.contains(at) };
            if inside {
                let x = self.left + week.place(at) * self.day;
                let local = self.calendar.zone.local(at);
                let local = format!("{}, {}", clock::day(local.date()), self.calendar.clock.time(local));
                let line = Rect::new(x - 1.0, top + NUMBERS - 2.0, 2.0, self.row - NUMBERS - 2.0);
                let tip = format!("{words}: {local}, {}", self.calendar.zone.name());
                picture.add(Shape::rectangle(line, Meaning::Accent).tip(tip));
            }
        }
        self.outside(picture, week, top);
        if let Some(now) = self.calendar.now.filter(|&now| week.span.contains(now)) {
            let x = self.left + week.place(now) * self.day;
            let line = Rect::new(x - 1.0, top + NUMBERS - 2.0, 2.0, self.row - NUMBERS);
            let local = self.calendar.clock.time(self.calendar.zone.local(now));
            picture.add(Shape::rectangle(line, Meaning::Now).tip(format!("Now, {local}")));
        }
    }

    /// What of the week is before or after the rota.
    fn outside(&self, picture: &mut Picture, week: &Week, top: f32) {
        let horizon = self.calendar.horizon;
        let before = Span::new(week.span.start, horizon.start.min(week.span.end));
        let after = Span::new(horizon.end.max(week.span.start), week.span.end);
        for span in [before, after].into_iter().flatten() {
            let from = self.left + week.place(span.start) * self.day;
            let to = self.left + week.place(span.end) * self.day;
            let rect = Rect::new(from, top + NUMBERS, to - from, self.row - NUMBERS - AFTER);
            let veil = Shape::rectangle(rect, Meaning::Off).pattern(Some(Pattern::Hatch)).opacity(0.35);
            picture.add(veil.tip("Not part of this rota"));
        }
    }
}

/// Writes a holder's name on their bar, with a dot at its end if it was fixed by hand.
fn name(picture: &mut Picture, holder: &Holder, rect: Rect, size: f32, is_pinned: bool) {
    let fill = person::fill(holder.member.index());
    let middle = rect.center().y;
    let pin = if is_pinned { 10.0 } else { 0.0 };
    if is_pinned {
        picture.add(Shape::disc((rect.right() - 7.0, middle), 3.0, Meaning::Text));
    }
    let Some(words) = holder.names.fitting(size, rect.width - 8.0 - pin) else { return };
    if fill.pattern.is_some() {
        // On a pattern, words stand on a plain plate.
        let long = super::measure::width(words, size, super::Weight::Strong) + 6.0;
        let plate = Rect::new(rect.x + 2.0, rect.y + 2.0, long, rect.height - 4.0);
        picture.add(Shape::rectangle(plate, fill.meaning).rounded(3.0).pattern(None));
    }
    picture.add(Shape::text((rect.x + 5.0, middle), Text::new(words).size(size).strong().on(fill.meaning)));
}

#[cfg(test)]
mod tests;
