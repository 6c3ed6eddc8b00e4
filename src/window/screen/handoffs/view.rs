//! How the screen Handoffs looks.

use iced::widget::{Column, column, container, row, slider};
use iced::{Center, Fill};
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
    Column as Head, Drawing, Table, body, busy, button, card, chip, empty, heading, member, muted, notice, page,
    section, small, strong,
};
use crate::words::amount::duration;
use crate::words::clock;

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
    let (answer, content) = match season {
        Some((chains, season)) => (season.answer.clone(), found(state, chains, season, context)),
        None if failed.is_none() => (about.to_owned(), busy("Looking for the best chain…")),
        None => (about.to_owned(), column![].into()),
    };
    let acts = season.map(|_| saving());
    let sheet = column![choice(state, context), failed, content].spacing(space::XL);
    page("Handoffs", answer, acts, sheet)
}

/// What can be saved.
fn saving<'a>() -> Element<'a, Message> {
    let way = |format: &'static Format<Write>| {
        let icon = if format.ending == "ics" { Icon::CalendarPlus } else { Icon::NotebookPen };
        let save = button::secondary(Some(icon), format.name).on_press(Message::Saved(format));
        button::tip(save, format.about, iced::widget::tooltip::Position::Bottom)
    };
    row(HandoffFormats::ALL.iter().map(way)).spacing(space::XS).into()
}

/// Who may take a leg.
fn choice<'a>(state: &State, context: &Context<'a>) -> Element<'a, Message> {
    let who = state.who(context.team);
    let buttons = Who::all(context.team).into_iter().map(|(choice, name)| {
        let chosen = choice == who;
        button::choice(body(name), chosen).width(iced::Shrink).on_press(Message::Chosen(choice)).into()
    });
    let working = (state.answer.is_busy() && state.answer.get().is_some()).then(|| busy("Looking again…"));
    row![muted("Legs for")].extend(buttons).push(working).spacing(space::S).align_y(Center).wrap().into()
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
    let gaps = (!season.gaps.is_empty()).then(|| gaps(season));
    let handoffs = (!season.handoffs.is_empty()).then(|| handoffs(season));
    let away = (!season.away.is_empty()).then(|| away(season));
    column![day(state, season, drawing.into()), facts(state, chains, season), doubt, handoffs, gaps, away]
        .spacing(space::XL)
        .into()
}

/// The dial, and below it the year with its seasons to go through.
fn day<'a>(state: &'a State, season: &'a Season, dial: Element<'a, Message>) -> Element<'a, Message> {
    let at = state.season;
    let dates = format!(
        "{} – {}",
        season.part.from.format("%-d %B %Y"),
        (season.part.to - chrono::Days::new(1)).format("%-d %B %Y")
    );
    let before = at.checked_sub(1).map(Message::Season);
    let all = state.seasons();
    let after = (at + 1 < all.len()).then_some(Message::Season(at + 1));
    let choices = [(false, "Best of each season"), (true, "One all year")];
    let steps = row![
        button::segmented(choices, &state.kept, Message::Kept),
        button::icon(Icon::ChevronLeft, "The season before", before),
        button::icon(Icon::ChevronRight, "The next season", after)
    ]
    .align_y(Center);
    let year = Drawing::new((state.answer.number(), state.kept, "year"), move |width| {
        let parts: Vec<seasons::Season> = all.iter().map(|season| season.part.clone()).collect();
        seasons::draw(&parts, width)
    });
    let year = year.on_press(Message::Pressed).selected(Some(Id::new("season", at, 0)));
    let about = format!("Season {} of {}: between two changes of anybody's clocks", at + 1, all.len());
    let content = column![dial, year, scrubber(state)].spacing(space::S);
    section_of(dates, about, steps.into(), card(content).width(Fill).into())
}

/// What changes when the season begins, how long questions wait, and how the dial is read.
fn facts<'a>(state: &State, chains: &'a Chains, season: &'a Season) -> Element<'a, Message> {
    let changes: Vec<Element<'a, Message>> = match season.changes.as_slice() {
        [] if state.season == 0 => vec![body("The clocks as they are when the year begins.").into()],
        [] => vec![body("The chain stays as it was.").into()],
        lines => lines.iter().map(|line| body(line.as_str()).into()).collect(),
    };
    let changes = column![heading("This season"), Column::with_children(changes), body(format!("{}.", season.wait))];
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

/// A section whose heading is made for it.
fn section_of<'a>(
    title: String,
    about: String,
    acts: Element<'a, Message>,
    content: Element<'a, Message>,
) -> Element<'a, Message> {
    let head = row![column![heading(title), small(about)].spacing(space::XS / 2.0).width(Fill), acts]
        .spacing(space::M)
        .align_y(Center);
    column![head, content].spacing(space::M).into()
}

/// The handoffs with both clocks.
fn handoffs(season: &Season) -> Element<'_, Message> {
    let heads = [
        Head::new("From", Fill),
        Head::new("To", Fill),
        Head::new("UTC", 110),
        Head::new("Together", 168).right(),
        Head::new("Mean wait", 120).right(),
        Head::new("", 70),
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
        table.row([
            column![member(handoff.from.0, &handoff.from.1), small(format!("at {}", handoff.times[1]))].into(),
            column![member(handoff.to.0, &handoff.to.1), small(format!("at {}", handoff.times[2]))].into(),
            body(handoff.times[0].as_str()).into(),
            under(handoff.live.map(duration).unwrap_or_default(), least),
            under(mean, longest.map(|longest| format!("at most {longest}"))),
            chip(words, tone),
        ])
    });
    let about =
        "A handoff is live when both are at work together for long enough around it; below is the date on which \
                 they have least. The wait is that of the one who hands over for an answer."
            .to_owned();
    section("Handoffs", about, None, card(table).padding(space::S).width(Fill))
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
