//! How the screen Handoffs looks.

use iced::widget::{Column, Row, column, container, row, slider};
use iced::{Center, Fill, FillPortion};
use lucide_icons::Icon;

use super::chains::{Chains, Season};
use super::{Message, State, Who};
use crate::export::handoff::Write;
use crate::export::{Format, Formats, HandoffFormats};
use crate::picture::{Id, dial, seasons};
use crate::window::renderer::Element;
use crate::window::screen::{Context, Screen};
use crate::window::theme::space;
use crate::window::theme::style::{self, Tone};
use crate::window::widget::{
    Column as Head, Drawing, Panel, Part, Table, answer, body, busy, button, card, chip, empty, heading, label, member,
    notice, page, place, question, section, small, strong,
};
use crate::words::amount::duration;
use crate::words::clock;

/// How wide the dial is beside the legs, and how wide these are, in logical pixels; where there is less room they stand below.
const DIAL: f32 = 360.0;
const LEGS: f32 = 616.0;

/// The screen as it is seen.
pub fn screen<'a>(state: &'a State, context: &Context<'a>) -> Element<'a, Message> {
    let about = "How work follows the sun: who holds which hours of the day, season by season.";
    if context.team.members.len() < 2 {
        let words = if context.team.members.is_empty() {
            "A chain hands work from one person to the next around the day. Add members under Team first."
        } else {
            "A chain needs two people or more. Add another member under Team: best one who works while you sleep."
        };
        let add = button::primary(Some(Icon::Users), "Add members").on_press(Message::ToTeam);
        let teaching = empty(Screen::Handoffs.icon(), "No chain yet", words, Some(add.into()));
        return page("Handoffs", about.to_owned(), None, teaching);
    }
    let failed = state.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let season = state.answer.get().zip(state.seasons().get(state.season));
    let content = match season {
        Some((chains, season)) => found(state, chains, season, context),
        None if failed.is_none() => busy("Looking for the best chain…"),
        None => column![].into(),
    };
    let acts = season.map(|_| saving(state));
    let panel =
        state.asking.then(|| Panel::new("Who holds which hours", form(state, context), Message::FormShown(false)));
    let sheet = column![failed, content].spacing(space::L);
    place("Handoffs", asked(state, context), acts, sheet, panel)
}

/// The question: every part of it opens the form.
fn asked<'a>(state: &State, context: &Context<'a>) -> Element<'a, Message> {
    let who = state.who(context.team);
    let name = Who::all(context.team).into_iter().find(|(other, _)| *other == who).map(|(_, name)| name);
    let chain = if state.kept { "one chain all year" } else { "the best chain of each season" };
    question([
        Part::words("Hours held by"),
        Part::link(name.unwrap_or_default(), Message::FormShown(true)),
        Part::words("in"),
        Part::link(chain, Message::FormShown(true)),
    ])
}

/// The answer for the whole year: what is covered, what nobody covers, and who could.
fn said<'a>(state: &State, chains: &'a Chains, season: &'a Season) -> Element<'a, Message> {
    if season.dial.legs.is_empty() {
        return answer(season.answer.as_str());
    }
    let covered = chains.covered[usize::from(state.kept)].as_str();
    answer([covered].into_iter().chain(season.uncovered.as_deref()).collect::<Vec<_>>().join(" "))
}

/// What can be saved.
fn saving<'a>(state: &State) -> Element<'a, Message> {
    let way = |format: &'static Format<Write>| {
        let icon = if format.ending == "ics" { Icon::CalendarPlus } else { Icon::NotebookPen };
        let save = button::secondary(Some(icon), format.name).on_press(Message::Saved(format));
        button::tip(save, format.about, iced::widget::tooltip::Position::Bottom)
    };
    let working = state.answer.is_busy().then(|| busy("Looking again…"));
    row![working].extend(HandoffFormats::ALL.iter().map(way)).spacing(space::XS).align_y(Center).into()
}

/// Who may take a leg, and whether the chain changes with the seasons.
fn form<'a>(state: &State, context: &Context<'a>) -> Element<'a, Message> {
    let who = state.who(context.team);
    let buttons = Who::all(context.team).into_iter().map(|(choice, name)| {
        let chosen = choice == who;
        button::choice(body(name), chosen).width(iced::Shrink).on_press(Message::Chosen(choice)).into()
    });
    let who = Row::with_children(buttons).spacing(space::XS).wrap().vertical_spacing(space::XS);
    let choices = [(false, "Best of each season"), (true, "One all year")];
    let chain = button::segmented(choices, &state.kept, Message::Kept);
    let who = column![label("Who may take a leg"), who].spacing(space::XS);
    column![who, column![label("Chain"), chain].spacing(space::XS)].spacing(space::L).into()
}

/// The chain of the chosen season.
fn found<'a>(state: &'a State, chains: &'a Chains, season: &'a Season, context: &Context<'a>) -> Element<'a, Message> {
    let doubt = (!season.exact).then(|| {
        let words = "This is a good chain, but the team is too large to prove that none is better.";
        notice::banner(Tone::Info, words, None)
    });
    let now = (state.season == 0).then(|| context.now.minute_of_utc_day());
    let key = (state.answer.number(), state.season, state.kept, now);
    let drawing = Drawing::new(key, move |width| dial::draw(&dial::Dial { now, ..season.dial.clone() }, width));
    let legs = column![seasons_head(state, season), (!season.handoffs.is_empty()).then(|| legs(season))];
    let day = row![container(drawing).width(DIAL), legs.spacing(space::S).width(LEGS)].spacing(space::L);
    let gaps = (!season.gaps.is_empty()).then(|| gaps(season));
    let away = (!season.away.is_empty()).then(|| away(season));
    column![
        said(state, chains, season),
        doubt,
        day.wrap().vertical_spacing(space::L),
        year(state),
        facts(state, chains, season),
        gaps,
        away
    ]
    .spacing(space::L)
    .into()
}

/// Which season is shown, and the way to the next.
fn seasons_head<'a>(state: &State, season: &Season) -> Element<'a, Message> {
    let at = state.season;
    let last = season.part.to - chrono::Days::new(1);
    let dates = format!("{} – {}", season.part.from.format("%-d %B %Y"), last.format("%-d %B %Y"));
    let all = state.seasons().len();
    let about = format!("Season {} of {all}: between two changes of anybody's clocks", at + 1);
    let steps = row![
        button::icon(Icon::ChevronLeft, "The season before", at.checked_sub(1).map(Message::Season)),
        button::icon(Icon::ChevronRight, "The next season", (at + 1 < all).then_some(Message::Season(at + 1)))
    ];
    let head = column![heading(dates), small(about)].spacing(space::XS / 2.0).width(Fill);
    row![head, steps].spacing(space::M).align_y(Center).into()
}

/// The year with its seasons to go through.
fn year(state: &State) -> Element<'_, Message> {
    let (at, all) = (state.season, state.seasons());
    let year = Drawing::new((state.answer.number(), state.kept, "year"), move |width| {
        let parts: Vec<seasons::Season> = all.iter().map(|season| season.part.clone()).collect();
        seasons::draw(&parts, width)
    });
    let year = year.on_press(Message::Pressed).selected(Some(Id::new("season", at, 0)));
    column![year, scrubber(state)].spacing(space::S).into()
}

/// What changes when the season begins, how long questions wait, and how the dial is read.
fn facts<'a>(state: &State, chains: &'a Chains, season: &'a Season) -> Element<'a, Message> {
    let changes: Vec<Element<'a, Message>> = match season.changes.as_slice() {
        [] if state.season == 0 => vec![body("The clocks as they are when the year begins.").into()],
        [] => vec![body("The chain stays as it was.").into()],
        lines => lines.iter().map(|line| body(line.as_str()).into()).collect(),
    };
    let chain = small(season.answer.as_str());
    let changes =
        column![heading("This season"), Column::with_children(changes), body(format!("{}.", season.wait)), chain];
    let words = "A day of UTC, midnight at the top. Outside: who holds which hours; the number at a handoff is how many \
                 minutes both are at work together. Inside: each holder's day, gold in their hours, dark asleep.";
    let year = column![heading("All year"), body(chains.price.as_str()), small(words)];
    row![changes.spacing(space::XS).width(Fill), year.spacing(space::XS).width(Fill)].spacing(space::XL).into()
}

/// The date within the year, to be drawn along it: the dial follows the clocks.
fn scrubber<'a>(state: &State) -> Option<Element<'a, Message>> {
    let first = state.seasons().first()?.part.from;
    let days = (state.seasons().last()?.part.to - first).num_days() - 1;
    let shown = state.shown()?;
    let at = (shown - first).num_days().clamp(0, days) as u16;
    let line = slider(0..=days as u16, at, Message::Scrubbed).width(Fill).style(style::slider);
    let date = container(strong(clock::day(shown))).width(132);
    Some(row![date, container(line).id("handoffs-date")].spacing(space::M).align_y(Center).into())
}

/// The legs on their holders' clocks, and to whom each is handed over.
fn legs(season: &Season) -> Element<'_, Message> {
    let heads = [
        Head::new("Holds", FillPortion(5)),
        Head::new("Own time", FillPortion(4)),
        Head::new("Hands over to", FillPortion(6)),
        Head::new("Together", 84).right(),
        Head::new("Mean wait", 100).right(),
    ];
    let table = season.handoffs.iter().fold(Table::new(heads), |table, handoff| {
        let (words, tone) = match handoff.live {
            None => ("gap", Tone::Bad),
            Some(_) if handoff.is_live => ("live", Tone::Good),
            Some(_) => ("not live", Tone::Bad),
        };
        let least = handoff.worst.map(|(date, live)| format!("{} on {}", duration(live), date.format("%-d %b %Y")));
        let (mean, longest) = handoff
            .wait
            .map_or(("never".to_owned(), None), |(mean, longest)| (duration(mean), Some(duration(longest))));
        let together = column![handoff.live.map(|live| body(duration(live))), chip(words, tone), least.map(small)];
        table.row([
            column![member(handoff.from.0, &handoff.from.1), small(format!("{} UTC", handoff.held[0]))].into(),
            column![body(handoff.held[1].as_str()), small(format!("in {}", handoff.held[2]))].into(),
            column![member(handoff.to.0, &handoff.to.1), small(format!("at {}", handoff.times[2]))].into(),
            together.align_x(iced::Right).into(),
            under(mean, longest.map(|longest| format!("at most {longest}"))),
        ])
    });
    let about = "A handoff is live when both are at work together for long enough around it; below is the date on which they have \
                 least. The wait is that of the one who hands over for an answer.";
    column![card(table).padding(space::XS).width(Fill), small(about)].spacing(space::S).into()
}

/// A figure with a smaller one below.
fn under<'a>(figure: String, below: Option<String>) -> Element<'a, Message> {
    column![body(figure), below.map(small)].align_x(iced::Right).into()
}

/// Who is on leave or has a holiday: a chain does not know of it.
fn away(season: &Season) -> Element<'_, Message> {
    let lines = season.away.iter().map(|line| body(line.as_str()).into());
    let about = "Chains are planned on usual weeks; on these dates somebody else has to stand in.".to_owned();
    let list = card(Column::with_children(lines).spacing(space::XS)).width(Fill);
    section("Away in this season", about, None, list)
}

/// What nobody covers.
fn gaps(season: &Season) -> Element<'_, Message> {
    let heads = [Head::new("UTC", 140), Head::new("Length", 110).right(), Head::new("Between", Fill)];
    let table = season.gaps.iter().fold(Table::new(heads), |table, gap| {
        table.row([body(gap.utc.as_str()).into(), body(duration(gap.length)).into(), body(gap.between.as_str()).into()])
    });
    let hire = "Under Hire, the goal Handoff finds the places that close these best.".to_owned();
    section("Gaps", hire, None, card(table).padding(space::S).width(Fill))
}
