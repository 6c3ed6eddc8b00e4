//! A suggestion: what it is, what it costs, and what it means for everybody.

use iced::widget::{column, row, tooltip};
use iced::{Center, Fill, FillPortion};
use lucide_icons::Icon;

use super::{Message, Offer, clocks};
use crate::availability::RateMinutes;
use crate::picture::{Fill as Filled, Meaning, bar, weeks};
use crate::plan::meet::{Attendance, Suggestion};
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Column, Drawing, Table, body, button, card, chip, heading, muted, small, strong};
use crate::words::amount::{count, in_points};
use crate::words::clock::Clock;
use crate::words::meet as words;

/// How a suggestion is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// With what it means for everybody.
    pub open: bool,
    /// Settled on.
    pub chosen: bool,
    /// Compared with another.
    pub compared: bool,
    /// The largest burden of anybody in any suggestion: the length of all bars.
    pub most: RateMinutes,
    /// The best suggestion, where this is another: it is told by what differs.
    pub best: Option<&'a Suggestion>,
    /// How times are written.
    pub clock: Clock,
}

/// The largest burden of anybody.
pub fn most(found: &[Offer]) -> RateMinutes {
    found.iter().flat_map(|one| &one.suggestion.attendees).map(|who| who.burden).max().unwrap_or_default()
}

/// The card of a suggestion.
pub fn view<'a>(number: usize, offer: &'a Offer, look: Look) -> Element<'a, Message> {
    let suggestion = &offer.suggestion;
    let best = (number == 0).then(|| chip("best", Tone::Good));
    let act: Element<'_, Message> = if look.chosen {
        chip("chosen", Tone::Info)
    } else {
        let words = "Choose";
        let choose = if number == 0 { button::primary(None, words) } else { button::secondary(None, words) };
        choose.on_press(Message::Settled(number)).into()
    };
    let (fold, tip) =
        if look.open { (Icon::ChevronUp, "Less") } else { (Icon::ChevronDown, "Everybody's year, and the points") };
    let moved = match suggestion.cost.moved {
        0 => "no clock change moves it for anybody".to_owned(),
        moved => format!("clock changes move {}", count(moved, "local start")),
    };
    let held = small(format!("{}; {moved}", count(suggestion.occurrences.len(), "meeting")));
    let named = row![heading(words::slots(&suggestion.slots, look.clock)), best, held].spacing(space::S);
    let named = named.align_y(Center).wrap();
    let head = row![
        iced::widget::container(named).width(Fill),
        compare(number, look.compared),
        button::icon(Icon::Copy, "Copy the times of everybody", Some(Message::BriefingWanted(number))),
        button::icon(fold, tip, Some(Message::Opened(number))),
        act
    ]
    .spacing(space::S)
    .align_y(Center);
    let differs = look.best.map(|best| body(words::differs(best, suggestion)));
    let (cells, style) = (&offer.year, look.clock);
    let key: Vec<String> = cells.iter().map(|cell| cell.tip(style)).collect();
    let year = Drawing::new(key, move |width| weeks::draw(cells, style, width));
    let people = look.open.then(|| people(offer, look));
    let sheet = column![head, clocks::view(suggestion, look.clock), year, differs, people].spacing(space::S);
    card(sheet).padding([space::M, space::L]).width(Fill).into()
}

/// A way to see it beside another.
fn compare<'a>(number: usize, compared: bool) -> Element<'a, Message> {
    let (icon, words) = if compared {
        (Icon::SquareCheck, "Compare no longer")
    } else {
        (Icon::Columns2, "Compare with another: choose two")
    };
    button::icon(icon, words, Some(Message::Compared(number)))
}

/// What it means for everybody, and what it is weighed by.
fn people<'a>(offer: &'a Offer, look: Look) -> Element<'a, Message> {
    let mut table = Table::new([
        Column::new("Who", FillPortion(5)),
        Column::new("Points", FillPortion(5)),
        Column::new("Local time through the year", FillPortion(9)),
        Column::new("Outside hours", FillPortion(3)).right(),
        Column::new("Away", FillPortion(6)),
    ]);
    for (place, who) in offer.suggestion.attendees.iter().enumerate() {
        table = table.row(cells(offer, place, who, look));
    }
    let cost = offer.suggestion.cost;
    let cost = format!(
        "Worst-off {}, all together {}. Points are the hours outside somebody's hours, weighed by how hard they are: a flexible hour counts \
         least, one asleep most.",
        in_points(cost.worst.points()),
        in_points(cost.total()),
    );
    column![Element::from(table), small(cost)].spacing(space::S).into()
}

/// The year of one who comes, a cell a meeting.
pub fn year(offer: &Offer, place: usize, clock: Clock) -> Element<'_, Message> {
    let cells = offer.weeks.get(place).map_or(&[][..], Vec::as_slice);
    let key: Vec<String> = cells.iter().map(|cell| cell.tip(clock)).collect();
    Drawing::new(key, move |width| weeks::draw(cells, clock, width)).into()
}

fn cells<'a>(offer: &'a Offer, place: usize, who: &'a Attendance, look: Look) -> [Element<'a, Message>; 5] {
    let suggestion = &offer.suggestion;
    let optional = (!who.required).then(|| small("optional"));
    let times = (0..suggestion.slots.len()).map(|slot| body(words::times(suggestion, who, slot, look.clock)).into());
    let outside = match who.outside {
        0 => muted("none"),
        outside => body(format!("{outside} of {}", suggestion.occurrences.len())),
    };
    let asleep = (who.asleep > 0).then(|| small(format!("{} asleep", who.asleep)));
    let missed: Element<'_, Message> = match words::missed(suggestion, who) {
        None => muted("never").into(),
        Some(missed) => {
            let short = small(missed.short.clone());
            if missed.short == missed.whole {
                short.into()
            } else {
                button::tip(short, missed.whole, tooltip::Position::Top)
            }
        }
    };
    [
        column![strong(suggestion.name(who.member)), optional].into(),
        burden(suggestion, who, look.most),
        iced::widget::Column::with_children(times).push(year(offer, place, look.clock)).spacing(space::XS).into(),
        column![outside, asleep].align_x(iced::Right).into(),
        missed,
    ]
}

/// A burden as a bar with its points.
pub fn burden<'a>(suggestion: &Suggestion, who: &Attendance, most: RateMinutes) -> Element<'a, Message> {
    let (points, amount) = (who.burden.points(), who.burden.0 as f64);
    let meaning = if who.asleep > 0 { Meaning::Bad } else { Meaning::Warn };
    let name = suggestion.name(who.member).to_owned();
    let tip = format!("{name}: {points} points");
    let drawing = Drawing::new((name, who.burden, most, who.asleep > 0), move |width| {
        let part = bar::Part { amount, fill: Filled::from(meaning), tip: tip.clone() };
        bar::draw(&[part], (most.0 as f64).max(1.0), width)
    });
    row![iced::widget::container(drawing).width(Fill), body(points.to_string())]
        .spacing(space::S)
        .align_y(Center)
        .into()
}

/// The slot with everybody's times, to be pasted.
pub fn briefing(suggestion: &Suggestion, clock: Clock) -> String {
    let mut lines = vec![words::sentence(suggestion, clock)];
    for who in &suggestion.attendees {
        let slots = 0..suggestion.slots.len();
        let times: Vec<String> = slots.map(|slot| words::times(suggestion, who, slot, clock)).collect();
        let missed = words::missed(suggestion, who).map(|missed| format!(" (away: {})", missed.whole));
        lines.push(format!("- {}: {}{}", suggestion.name(who.member), times.join("; "), missed.unwrap_or_default()));
    }
    lines.join("\n")
}
