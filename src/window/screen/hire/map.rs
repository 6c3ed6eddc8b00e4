//! The places on a map of the world, with the members and the night.

use chrono::{Days, NaiveDate};
use iced::widget::{column, container, row, slider};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::Message as Outer;
use crate::picture::map::{self, DOT, Dot, Pin, View};
use crate::picture::{Id, Point};
use crate::plan::hire::HirePlan;
use crate::team::Member;
use crate::time::{Instant, Minutes};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::supposed::Supposed;
use crate::window::theme::{space, style};
use crate::window::widget::{Drawing, Hit, Zoom, button, card, label, section, small, strong};
use crate::words::hire as words;
use crate::words::{amount, clock};
use crate::world::{City, Spot};

/// So many cities of a line are dots at first; more come as one goes nearer.
const CITIES: usize = 6;
/// How much nearer a press goes.
const NEARER: f32 = 1.6;
/// How much nearer a notch of the wheel goes.
const NOTCH: f32 = 1.2;
/// How wide the time and the date of the night are, in logical pixels.
const LABEL: f32 = 128.0;
/// The slider moves by so many minutes.
const STEP: u16 = 15;

/// What the map remembers.
#[derive(Debug, Default)]
pub struct State {
    view: View,
    /// Where the map was taken hold of, and what was seen then.
    held: Option<(Point, View)>,
    /// How wide the map was when it was taken hold of.
    width: f32,
    /// The minute of the UTC day for the night; now unless said.
    minute: Option<u16>,
    /// The day of the year from today on.
    day: u16,
}

/// What can happen with it.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// Nearer or farther by a factor.
    Zoomed(f32),
    /// The wheel was turned to go nearer or farther.
    Wheeled(Zoom),
    /// The whole world is to be seen.
    Whole,
    /// The map was taken hold of, at a width.
    Held(Point, f32),
    /// The pointer is there, or left.
    Moved(Option<Point>),
    /// The map was let go.
    Released,
    /// The night is to be that of another minute of the day.
    Minute(u16),
    /// The night is to be that of another day.
    Day(u16),
    /// The night is to be that of now.
    Now,
}

impl State {
    /// Takes in what happened.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Zoomed(by) => self.view = self.view.zoomed(by),
            Message::Wheeled(Zoom { notches, at, width }) => {
                self.view = self.view.zoomed_at(NOTCH.powf(notches), at, width);
            }
            Message::Whole => self.view = View::default(),
            Message::Held(at, width) => (self.held, self.width) = (Some((at, self.view)), width),
            Message::Moved(Some(at)) => {
                if let Some((from, view)) = self.held {
                    self.view = view.moved(self.width, at.x - from.x, at.y - from.y);
                }
            }
            Message::Moved(None) => {}
            Message::Released => self.held = None,
            Message::Minute(minute) => self.minute = Some(minute),
            Message::Day(day) => self.day = day,
            Message::Now => (self.minute, self.day) = (None, 0),
        }
    }

    /// The instant whose night is shown.
    fn at(&self, now: Instant) -> Instant {
        let midnight = Instant::midnight(self.date(now));
        let minute = self.minute.unwrap_or(now.minute_of_utc_day());
        midnight + Minutes(minute.into())
    }

    fn date(&self, now: Instant) -> NaiveDate {
        let today = now.utc().date();
        today.checked_add_days(Days::new(self.day.into())).unwrap_or(today)
    }

    /// The map; `line` is the chosen line, `revision` counts the answers.
    pub fn view<'a>(
        &'a self,
        plan: &'a HirePlan,
        revision: u64,
        line: Option<usize>,
        context: &Context<'a>,
    ) -> Element<'a, Outer> {
        let now = context.now;
        let at = self.at(now);
        let members: &'a [Member] = &context.team.members;
        let supposed = context.supposed;
        let shown = self.view;
        let key = (revision, shown.center.longitude.to_bits(), shown.center.latitude.to_bits(), shown.zoom.to_bits());
        let press = |hit: Hit| match hit.id.part {
            DOT => Outer::Opened(hit.id.row),
            _ => Outer::Map(Message::Held(hit.at, hit.width)),
        };
        let make = move |width| map::draw(&dots(plan, shown.zoom), &pins(members, supposed, at), shown, width);
        let drawing = Drawing::new((key, self.date(now)), make)
            .marks_within(move |width| map::above(at, &pins(members, supposed, at), shown, width))
            .selected(line.map(|line| Id::new(DOT, line, 0)))
            .on_press(press)
            .on_move(|at| Outer::Map(Message::Moved(at)))
            .on_release(Outer::Map(Message::Released))
            .on_zoom(|zoom| Outer::Map(Message::Wheeled(zoom)));
        let drawing = container(drawing).id("hire-map").clip(true);
        let has_supposed = !supposed.is_empty();
        let legend = Drawing::new(has_supposed, move |width| map::legend(has_supposed, width));
        let acts = row![
            button::icon(Icon::ZoomIn, "Nearer", Some(Outer::Map(Message::Zoomed(NEARER)))),
            button::icon(Icon::ZoomOut, "Farther", Some(Outer::Map(Message::Zoomed(1.0 / NEARER)))),
            button::icon(Icon::Globe, "The whole world", Some(Outer::Map(Message::Whole))),
        ]
        .spacing(space::XS);
        let content = column![drawing, chosen(plan, line), legend, self.scrubber(at, now, context)].spacing(space::M);
        let about = "Press a dot for its line; drag to move, Ctrl and the wheel to go nearer.";
        section("On the map", about.to_owned(), Element::from(acts), card(content).width(Fill))
    }

    /// The time and the date of the night.
    fn scrubber<'a>(&self, at: Instant, now: Instant, context: &Context) -> Element<'a, Outer> {
        let minute = at.minute_of_utc_day() / STEP * STEP;
        let local = context.zone.local(at);
        let time = format!("{}, {}", context.clock.time(local), clock::zone(context.zone));
        let of_day = slider(0..=1440 - STEP, minute, |minute| Outer::Map(Message::Minute(minute)));
        let of_year = slider(0..=364, self.day, |day| Outer::Map(Message::Day(day)));
        let back = (self.minute.is_some() || self.day > 0)
            .then(|| button::quiet(None, "Now").on_press(Outer::Map(Message::Now)));
        let line = |words, slider| row![container(words).width(LABEL), slider].spacing(space::M).align_y(Center);
        let night = label("The night of");
        let head = row![container(night).width(Fill), back].align_y(Center);
        let time = line(Element::from(strong(time)), Element::from(of_day.step(STEP).width(Fill).style(style::slider)));
        let date = line(small(clock::day(self.date(now))).into(), of_year.width(Fill).style(style::slider).into());
        column![head, time, date].spacing(space::S).into()
    }
}

/// The chosen line in short; all of it stands below the map.
fn chosen(plan: &HirePlan, line: Option<usize>) -> Option<Element<'_, Outer>> {
    let number = line?;
    let found = plan.lines.get(number)?;
    let head = format!("{}. {}", number + 1, words::cities(&found.cities, 3));
    let first = words::why(found, &plan.members).into_iter().next().unwrap_or_default();
    let close = button::icon(Icon::X, "Let it go", Some(Outer::Opened(number)));
    let words = column![strong(head), small(first)].spacing(space::XS).width(Fill);
    Some(row![words, close].spacing(space::M).align_y(Center).into())
}

/// The largest cities of each line as dots; more of them the nearer one is.
fn dots(plan: &HirePlan, zoom: f32) -> Vec<Dot> {
    let best = plan.lines.iter().map(|line| line.score).fold(f64::MIN_POSITIVE, f64::max);
    let most = (CITIES as f32 * zoom * zoom) as usize;
    let of_line = |(number, line): (usize, &crate::plan::hire::Line)| {
        let heat = (line.score.max(0.0) / best * 100.0).round() as u8;
        let passes = line.fails.is_empty();
        let first = words::why(line, &plan.members).into_iter().next();
        let cities: Vec<&'static City> = line.cities.iter().take(most).copied().collect();
        cities
            .into_iter()
            .map(move |city| Dot {
                spot: spot(city),
                line: number,
                heat,
                passes,
                tip: tip(city, line, number, first.as_deref()),
            })
            .collect::<Vec<Dot>>()
    };
    plan.lines.iter().enumerate().flat_map(of_line).collect()
}

fn tip(city: &City, line: &crate::plan::hire::Line, number: usize, why: Option<&str>) -> String {
    let rank = format!("{}, {}: place {}, score {:.1} %", city.name, city.country.name(), number + 1, line.score);
    let hours = format!("Hours there: {}", line.figures.hours);
    let why = why.map(|why| format!("\n{why}")).unwrap_or_default();
    format!("{rank}\n{hours}{why}")
}

/// Where members are at an instant, those of one place together.
fn pins(members: &[Member], supposed: &Supposed, at: Instant) -> Vec<Pin> {
    let mut places: Vec<(&'static City, Vec<&Member>)> = Vec::new();
    for member in members {
        let zone = crate::words::presence::zone_at(member, at);
        let Some(city) = member.place_on(zone.local(at).date()).city else { continue };
        match places.iter_mut().find(|(known, _)| *known == city) {
            Some((_, there)) => there.push(member),
            None => places.push((city, vec![member])),
        }
    }
    let pin = |(city, there): (&'static City, Vec<&Member>)| {
        let names: Vec<&str> = there.iter().map(|member| member.name.as_str()).collect();
        let first = if supposed.has(names[0]) { names[0] } else { names[0].split(' ').next().unwrap_or_default() };
        let others = there.len() - 1;
        let label = if others == 0 { first.to_owned() } else { format!("{first} +{others}") };
        let count = amount::count(there.len(), "member");
        Pin {
            spot: spot(city),
            label,
            tip: format!("{}: {count}\n{}", city.name, names.join(", ")),
            ghost: names.iter().all(|name| supposed.has(name)),
        }
    };
    places.into_iter().map(pin).collect()
}

fn spot(city: &City) -> Spot {
    Spot { longitude: city.longitude as f32, latitude: city.latitude as f32 }
}
