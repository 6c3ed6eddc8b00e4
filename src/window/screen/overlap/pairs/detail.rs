//! What a chosen pair shares through the year, and how long they wait for each other.

use iced::widget::{Column as Lines, column, row};
use iced::{Fill, FillPortion};

use super::{Message, PairTable};
use crate::plan::overlap::{Pair, Response, RoundTrip, steady};
use crate::team::{Member, MemberId};
use crate::time::Minutes;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Column, Table, body, chip, heading, label, muted, small, strong};
use crate::words::overlap::{Asked, Sentence, sentences};
use crate::words::why::rule;
use crate::words::{amount, clock, hours};

/// A pair in detail.
#[derive(Debug)]
pub struct Detail {
    /// The places of the two among the members.
    pub places: (usize, usize),
    pair: Pair,
    under: bool,
    stretches: Vec<Sentence>,
    /// There and back.
    responses: Vec<Response>,
    trips: Vec<RoundTrip>,
    /// When the longest round trip of each begins, on the asker's clock.
    asked_at: Vec<String>,
    /// The usual hours and the clock of each.
    because: Vec<String>,
}

impl Detail {
    /// The pair at two places.
    pub fn of(found: &PairTable, (a, b): (usize, usize), context: &Context) -> Self {
        let names = &found.pairs.members;
        let members: Vec<&Member> = [a, b].iter().filter_map(|&place| context.team.member(&names[place])).collect();
        let asked = Asked { members: &members, at_least: 2, flexible: false, zone: context.zone, clock: context.clock };
        let stretches = sentences(asked, &steady(&members, found.horizon, 2, false));
        let pair = found.pairs.pair(MemberId::new(a), MemberId::new(b));
        let ways = [(a, b), (b, a)].map(|(from, to)| (MemberId::new(from), MemberId::new(to)));
        let responses = ways.map(|(from, to)| found.pairs.response(from, to));
        let trips = ways.map(|(from, to)| found.trips.trip(from, to));
        let asked_at = trips.iter().map(|trip| {
            let asker = context.team.member(&names[trip.from]);
            trip.longest.zip(asker).map_or_else(String::new, |((_, at), asker)| {
                let date = asker.zone_on(at.utc().date()).local(at);
                date.format("asked on %A at %H:%M").to_string()
            })
        });
        let because = members.iter().map(|member| {
            let rule = rule(member.zone_on(context.now.utc().date()), context.now, context.clock);
            format!("{}: {}. {rule}.", member.name, hours(&member.hours, context.clock))
        });
        Self {
            places: (a, b),
            because: because.collect(),
            pair,
            under: pair.is_under_target,
            stretches,
            asked_at: asked_at.collect(),
            responses: responses.to_vec(),
            trips: trips.to_vec(),
        }
    }

    /// As it is seen beside or below the matrix.
    pub fn view<'a>(&'a self, found: &'a PairTable, work: Element<'a, Message>) -> Element<'a, Message> {
        let name = |place: usize| found.pairs.members[place].as_str();
        let (a, b) = (name(self.places.0), name(self.places.1));
        let worst = self.stretches.iter().map(|stretch| stretch.a_week).min().unwrap_or_default();
        let mark = self.under.then(|| chip(format!("under {} a workday", amount::duration(found.target)), Tone::Warn));
        let head = row![heading(format!("{a} and {b}")).width(Fill), mark].spacing(space::S).align_y(iced::Center);
        let figures = row![
            figure(amount::duration(self.pair.week.mean), "a week in the mean"),
            figure(amount::duration(self.pair.week.worst), "a week in the worst season"),
        ]
        .spacing(space::XL);
        let stretches = self.stretches.iter().map(|stretch| {
            let because = (!stretch.because.is_empty()).then(|| small(capital(&stretch.because)));
            let hours = if stretch.hours.is_empty() { "no hours".to_owned() } else { stretch.hours.clone() };
            let hours = row![body(hours).width(Fill), muted(amount::duration(stretch.a_week))].spacing(space::M);
            let is_worst = stretch.a_week == worst && self.stretches.len() > 1;
            let dates = strong(capital(&stretch.dates)).width(Fill);
            let dates = row![dates, is_worst.then(|| chip("worst", Tone::Plain))].align_y(iced::Center);
            column![dates, hours, because].into()
        });
        let stretches = Lines::with_children(stretches).spacing(space::M);
        let counted = "On their usual hours, without leave and holidays. The mean is that of all weeks of the year; the worst \
                       season's week is one under its offsets alone.";
        let because = self.because.iter().map(|line| small(line.as_str()).into()).chain([small(counted).into()]);
        let because = Lines::with_children(because).spacing(space::XS);
        column![head, figures, stretches, label("Why"), because, label("Questions and answers"), self.waits(name), work]
            .spacing(space::L)
            .into()
    }

    /// How long a question waits, and how long its answer takes, both ways.
    fn waits<'a>(&'a self, name: impl Fn(usize) -> &'a str) -> Element<'a, Message> {
        let mut table = Table::new([
            Column::new("Asked by", FillPortion(4)),
            Column::new("Seen after", FillPortion(4)).right(),
            Column::new("Answer read after", FillPortion(5)).right(),
        ]);
        let both = |mean: Option<Minutes>, longest: Option<Minutes>, note: Option<&'a str>| -> Element<'a, Message> {
            let Some((mean, longest)) = mean.zip(longest) else { return muted("never").into() };
            let most = small(format!("at most {}", amount::duration(longest)));
            let note = note.filter(|note| !note.is_empty()).map(small);
            column![body(amount::duration(mean)), most, note].align_x(iced::Right).into()
        };
        for ((response, trip), asked_at) in self.responses.iter().zip(&self.trips).zip(&self.asked_at) {
            let longest = trip.longest.map(|(longest, _)| longest);
            let cells: [Element<'a, Message>; 3] = [
                strong(name(trip.from.index())).into(),
                both(response.mean, response.longest, None),
                both(trip.mean, longest, Some(asked_at)),
            ];
            table = table.row(cells);
        }
        table.into()
    }
}

fn figure(number: String, caption: &str) -> Element<'_, Message> {
    column![crate::window::widget::display(number), small(caption)].into()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Who alone ties groups together, as a sentence.
pub fn bridges(found: &PairTable) -> Option<String> {
    let pairs = &found.pairs;
    let names: Vec<&str> = pairs.bridges.iter().map(|&place| pairs.members[place].as_str()).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("{one} is the only bridge between two groups: nobody else meets the target with both.")),
        names => Some(format!("{} are each the only bridge between two groups.", clock::list(names))),
    }
}
