//! Why a duty is held by whom it is: a panel beside the calendar.

use iced::widget::{Column, column, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::planned::Planned;
use super::selected::Explained;
use super::{Message, State};
use crate::plan::rota::explain::{Other, Verdict, Why};
use crate::time::{Span, Zone};
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{Panel, body, button, chip, label, member, muted, small};
use crate::words::amount::points;
use crate::words::clock::Clock;
use crate::words::rota as words;

/// The panel about the chosen duty, if one is chosen.
pub fn view<'a>(state: &'a State, planned: &'a Planned, context: &Context<'a>) -> Option<Panel<'a, Message>> {
    let explained = state.explained.as_ref()?;
    let (duty, why) = (explained.duty, &explained.why);
    let problem = &planned.plan.problem;
    let shift = problem.shifts().get(duty.shift)?;
    let zone = if state.own_days { context.zone } else { planned.anchor };
    // What is done by a plan of an earlier state of the team could do harm.
    let can = state.fresh(context).is_some();
    let when = words::when(Span { start: shift.start(), end: shift.end() }, zone, context.clock);
    let pinned = problem.pinned(duty).is_some();
    let holder: Element<'a, Message> = match why.holder {
        Some(person) => {
            let name = planned.plan.name(person);
            let cost = points(problem.burden(duty, person).unwrap_or_default().points());
            let act = if pinned {
                button::quiet(Some(Icon::PinOff), "Free").on_press_maybe(can.then_some(Message::Freed(duty)))
            } else {
                button::quiet(Some(Icon::Pin), "Fix")
                    .on_press_maybe(can.then(|| Message::Pinned(duty, name.to_owned())))
            };
            let state = if pinned { "fixed by hand" } else { "holds it" };
            let says = column![member(planned.places[person], name), small(format!("{state}, for {cost} points"))];
            let away = button::quiet(Some(Icon::UserX), "Away").on_press_maybe(can.then_some(Message::Away(duty)));
            let tip = format!("Give {name} leave for this duty and plan again, changing as little as can be");
            let away = button::tip(away, tip, iced::widget::tooltip::Position::Left);
            row![says.width(Fill), act, away].spacing(space::S).align_y(Center).into()
        }
        None => chip("Nobody holds it", Tone::Warn),
    };
    let lists = column![
        could(planned, why, can, (zone, context.clock)),
        exchanges(planned, explained, can, (zone, context.clock)),
        cannot(planned, why, (zone, context.clock))
    ]
    .spacing(space::L);
    let content = column![muted(when), holder, lists].spacing(space::L);
    Some(Panel::new(words::tier(duty.tier), content, Message::Closed))
}

/// Who else could hold it, the cheapest first, each with a way to give it to them.
fn could<'a>(planned: &'a Planned, why: &'a Why, can: bool, (zone, clock): (Zone, Clock)) -> Element<'a, Message> {
    let mut others: Vec<(&Other, i64)> = why
        .others
        .iter()
        .filter_map(|other| match &other.verdict {
            Verdict::Could(price) => Some((other, price.burden.0)),
            Verdict::Cannot(_) => None,
        })
        .collect();
    others.sort_by_key(|&(_, burden)| burden);
    if others.is_empty() {
        return body("Nobody else could hold it.").into();
    }
    let rows = others.into_iter().map(|(other, _)| {
        let name = planned.plan.name(other.person);
        let give = button::quiet(None, "Give").on_press_maybe(can.then(|| Message::Pinned(why.duty, name.to_owned())));
        let give = button::tip(
            give,
            format!("Fix this duty for {name} and plan again"),
            iced::widget::tooltip::Position::Left,
        );
        let words = words::verdict(&planned.plan.problem, why, other, zone, clock);
        let says = column![member(planned.places[other.person], name), small(words)].width(Fill);
        row![says, give].spacing(space::S).align_y(Center).into()
    });
    column![label("Who else could"), Column::with_children(rows).spacing(space::S)].spacing(space::S).into()
}

/// The best exchanges against another duty.
fn exchanges<'a>(
    planned: &'a Planned,
    explained: &Explained,
    can: bool,
    (zone, clock): (Zone, Clock),
) -> Option<Element<'a, Message>> {
    let rows: Vec<Element<'a, Message>> = explained
        .swaps
        .iter()
        .map(|swap| {
            let act =
                button::quiet(None, "Swap").on_press_maybe(can.then_some(Message::Swapped(explained.duty, swap.other)));
            let tip = "Fix both duties for each other's holders and plan again";
            let act = button::tip(act, tip, iced::widget::tooltip::Position::Left);
            let says = words::swap(&planned.plan, swap, zone, clock);
            row![small(says).width(Fill), act].spacing(space::S).align_y(Center).into()
        })
        .collect();
    let list = Column::with_children(rows).spacing(space::S);
    (!explained.swaps.is_empty()).then(|| column![label("In exchange for a duty"), list].spacing(space::S).into())
}

/// Who cannot, and by which rule.
fn cannot<'a>(planned: &'a Planned, why: &'a Why, (zone, clock): (Zone, Clock)) -> Option<Element<'a, Message>> {
    let others: Vec<&Other> = why.others.iter().filter(|other| matches!(other.verdict, Verdict::Cannot(_))).collect();
    if others.is_empty() {
        return None;
    }
    let rows = others.into_iter().map(|other| {
        let words = words::verdict(&planned.plan.problem, why, other, zone, clock);
        let name = planned.plan.name(other.person);
        column![member(planned.places[other.person], name), small(words)].into()
    });
    Some(column![label("Who cannot"), Column::with_children(rows).spacing(space::S)].spacing(space::S).into())
}
