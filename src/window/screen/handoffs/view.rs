//! How the place Handoffs looks.

use iced::widget::{Column, column, row};
use iced::{Center, Element, Fill};
use lucide_icons::Icon;

use super::sheet::{Season, Sheet};
use super::{Message, Screen, Who};
use crate::picture::{Id, dial, seasons};
use crate::window::screen::{Context, Place};
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    Column as Head, Drawing, Table, body, busy, button, card, chip, empty, member, muted, notice, page, section,
};
use crate::words::amount::duration;

/// The place as it is seen.
pub fn place<'a>(screen: &'a Screen, context: &Context<'a>) -> Element<'a, Message> {
    let about = "How work follows the sun: who holds which hours of the day, season by season.";
    if context.team.members.len() < 2 {
        let words = if context.team.members.is_empty() {
            "A chain hands work from one person to the next around the day. Add members under Team first."
        } else {
            "A chain needs two people or more. Add another member under Team: best one who works while you sleep."
        };
        let add = button::primary(Some(Icon::Users), "Add members").on_press(Message::ToTeam);
        let teaching = empty(Place::Handoffs.icon(), "No chain yet", words, Some(add.into()));
        return page("Handoffs", about.to_owned(), None, teaching);
    }
    let failed = screen.answer.failed().map(|failed| notice::banner(Tone::Bad, failed.to_string(), None));
    let season = screen.answer.get().and_then(|sheet| sheet.seasons.get(screen.season).map(|season| (sheet, season)));
    let (answer, content) = match season {
        Some((sheet, season)) => (season.answer.clone(), found(screen, sheet, season, context)),
        None if failed.is_none() => (about.to_owned(), busy("Looking for the best chain…")),
        None => (about.to_owned(), column![].into()),
    };
    let sheet = column![choice(screen, context), failed, content].spacing(space::XL);
    page("Handoffs", answer, None, sheet)
}

/// Who may take a leg.
fn choice<'a>(screen: &Screen, context: &Context<'a>) -> Element<'a, Message> {
    let who = screen.who(context.team);
    let buttons = Who::all(context.team).into_iter().map(|(choice, name)| {
        let chosen = choice == who;
        button::choice(body(name), chosen).width(iced::Shrink).on_press(Message::Chosen(choice)).into()
    });
    let working = (screen.answer.is_busy() && screen.answer.get().is_some()).then(|| busy("Looking again…"));
    row![muted("Legs for")].extend(buttons).push(working).spacing(space::S).align_y(Center).wrap().into()
}

/// The chain of the chosen season.
fn found<'a>(screen: &'a Screen, sheet: &'a Sheet, season: &'a Season, context: &Context<'a>) -> Element<'a, Message> {
    let doubt = (!season.exact).then(|| {
        let words = "This is a good chain, but the team is too large to prove that none is better.";
        notice::banner(Tone::Info, words, None)
    });
    let now = (screen.season == 0).then(|| context.now.minute_of_utc_day());
    let key = (screen.answer.number(), screen.season, now);
    let drawing = Drawing::new(key, move |width| dial::draw(&dial::Dial { now, ..season.dial.clone() }, width));
    let about = "A day of UTC, midnight at the top. Outside: who holds which hours; the number at a seam is how many \
                 minutes both are at work together. Inside: each holder's day, gold in their hours, dark asleep.";
    let day = section("The day", about.to_owned(), None, card(drawing).width(Fill));
    let gaps = (!season.gaps.is_empty()).then(|| gaps(season));
    let seams = (!season.seams.is_empty()).then(|| seams(season));
    column![chooser(screen, sheet, season), doubt, day, seams, gaps].spacing(space::XL).into()
}

/// The year with its seasons, and what changes when the chosen one begins.
fn chooser<'a>(screen: &'a Screen, sheet: &'a Sheet, season: &'a Season) -> Element<'a, Message> {
    let at = screen.season;
    let dates = format!(
        "{} – {}",
        season.part.from.format("%-d %B %Y"),
        (season.part.to - chrono::Days::new(1)).format("%-d %B %Y")
    );
    let before = at.checked_sub(1).map(Message::Season);
    let after = (at + 1 < sheet.seasons.len()).then_some(Message::Season(at + 1));
    let steps = row![
        button::icon(Icon::ChevronLeft, "The season before", before),
        button::icon(Icon::ChevronRight, "The next season", after)
    ];
    let year = Drawing::new((screen.answer.number(), "year"), move |width| {
        let parts: Vec<seasons::Season> = sheet.seasons.iter().map(|season| season.part.clone()).collect();
        seasons::draw(&parts, width)
    });
    let year = year.on_press(Message::Pressed).selected(Some(Id::new("season", at, 0)));
    let changes: Vec<Element<'a, Message>> = match season.changes.as_slice() {
        [] if at == 0 => vec![muted("The clocks as they are when the year begins.").into()],
        [] => vec![muted("The chain stays as it was.").into()],
        lines => lines.iter().map(|line| body(line.as_str()).into()).collect(),
    };
    let about = format!("Season {} of {}: between two changes of anybody's clocks", at + 1, sheet.seasons.len());
    let content = column![year, Column::with_children(changes)].spacing(space::M);
    section_of(dates, about, steps.into(), card(content).width(Fill).into())
}

/// A section whose heading is made for it.
fn section_of<'a>(
    heading: String,
    about: String,
    acts: Element<'a, Message>,
    content: Element<'a, Message>,
) -> Element<'a, Message> {
    let words = crate::window::widget::heading(heading);
    let head = row![column![words, crate::window::widget::small(about)].spacing(space::XS / 2.0).width(Fill), acts]
        .spacing(space::M)
        .align_y(Center);
    column![head, content].spacing(space::M).into()
}

/// The seams with both clocks.
fn seams(season: &Season) -> Element<'_, Message> {
    let heads = [
        Head::new("From", 176),
        Head::new("To", 176),
        Head::new("UTC", 100),
        Head::new("Hands over at", Fill),
        Head::new("Takes over at", Fill),
        Head::new("Together", 76).right(),
        Head::new("", 66),
    ];
    let table = season.seams.iter().fold(Table::new(heads), |table, seam| {
        let (words, tone) = match seam.live {
            None => ("gap", Tone::Bad),
            Some(_) if seam.is_live => ("live", Tone::Good),
            Some(_) => ("not live", Tone::Bad),
        };
        table.row([
            member(seam.from.0, &seam.from.1),
            member(seam.to.0, &seam.to.1),
            body(seam.times[0].as_str()).into(),
            body(seam.times[1].as_str()).into(),
            body(seam.times[2].as_str()).into(),
            body(seam.live.map(duration).unwrap_or_default()).into(),
            chip(words, tone),
        ])
    });
    let about = "A handoff is live when both are at work together for long enough around it.".to_owned();
    section("Seams", about, None, card(table).padding(space::S).width(Fill))
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
