//! Those who share a rota: what each has of it beside the calendar, and every figure below.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};

use super::planned::Planned;
use super::{Message, State};
use crate::picture::{Meaning, Pattern, bar};
use crate::plan::rota::MemberHours;
use crate::team::MemberId;
use crate::time::Minutes;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    self, Column as Head, Drawing, Table, body, button, card, label, scroll, section, small, stat,
};
use crate::words::amount::{count, points};
use crate::words::rota as words;

/// How high the list of people grows beside the calendar, in logical pixels.
const HIGHEST: f32 = 720.0;

/// Everybody with their load on one scale and what it is to them; a press lights their duties.
pub fn view<'a>(state: &'a State, planned: &'a Planned, context: &Context) -> Element<'a, Message> {
    let plan = &planned.plan;
    let most = plan.problem.members().map(|at| plan.load(at).points().0).fold(0.0, f64::max);
    let people = plan.problem.members().map(|at| {
        let name = plan.name(at);
        let next = planned.next(at, context.now);
        let own = words::own(&plan.members[at], planned.weekends[at], next, planned.anchor, context.clock);
        let load = container(bar(planned, at, most)).width(Fill);
        let lines = column![widget::member(planned.places[at], name), load, small(own)].spacing(space::XS / 2.0);
        let is_lit = state.lit.as_deref() == Some(name);
        button::choice(lines, is_lit).on_press(Message::Lit(name.to_owned())).into()
    });
    let people = scroll(Column::with_children(people).spacing(space::XS));
    let about = label("Load by share; press somebody to light their duties");
    let list = column![container(about).padding([0.0, space::M]), container(people).max_height(HIGHEST)];
    card(list.spacing(space::S)).padding([space::M, space::S]).width(Fill).into()
}

/// What the rota is to those who share it, in units of life.
pub fn figures(planned: &Planned) -> Element<'_, Message> {
    let (found, least) = (&planned.plan.objective, &planned.plan.bound);
    let gap = match (found.gap, least.gap) {
        (0, _) => "nobody is missing".to_owned(),
        (gap, least) if gap == least => "no rota fills more".to_owned(),
        (_, least) => format!("at least {least} in any rota"),
    };
    let tone = if found.gap == 0 { Tone::Good } else { Tone::Bad };
    let of = |what: &str, of: fn(&MemberHours) -> Minutes| {
        let all: Vec<Minutes> = planned.plan.members.iter().map(of).collect();
        let range = words::hours(all.iter().copied()).unwrap_or_default();
        stat(range, what, words::ends(&planned.plan, &all), Tone::Plain)
    };
    let weekends = words::range(planned.weekends.iter().copied()).unwrap_or_default();
    let weekends = stat(weekends, "weekends", words::ends(&planned.plan, &planned.weekends), Tone::Plain);
    let change =
        (found.change > 0).then(|| stat(found.change.to_string(), "", "duties that differ from before", Tone::Info));
    row![
        stat(found.gap.to_string(), "unfilled", gap, tone),
        of("of nights", |member| member.nights),
        weekends,
        of("on duty", |member| member.held),
    ]
    .push(change)
    .spacing(space::L)
    .into()
}

/// Who holds how much.
pub fn table(planned: &Planned) -> Element<'_, Message> {
    let plan = &planned.plan;
    let most = plan.problem.members().map(|at| plan.load(at).points().0).fold(0.0, f64::max);
    let carries = plan.members.iter().any(|member| member.carried.0 != 0);
    let shares = plan.problem.people().iter().any(|person| person.capacity != crate::team::Capacity::FULL);
    let mut heads = vec![
        Head::new("Member", 200),
        Head::new("On duty", 72).right(),
        Head::new("Nights", 72).right(),
        Head::new("Days off", 72).right(),
        Head::new("Burden", 64).right(),
    ];
    heads.extend(carries.then(|| Head::new("Carried", 60).right()));
    heads.extend(shares.then(|| Head::new("Share", 44).right()));
    heads.push(Head::new("Load by share", Fill));
    let longest = |of: fn(&MemberHours) -> Minutes| plan.members.iter().map(of).max().unwrap_or_default();
    let table = plan.problem.members().fold(Table::new(heads), |table, at| {
        let member = &plan.members[at];
        let mut cells: Vec<Element<'_, Message>> = vec![
            widget::member(planned.places[at], plan.name(at)),
            body(hours(member.held)).into(),
            drawn(member.nights, longest(|member| member.nights), Meaning::Asleep),
            drawn(member.days_off, longest(|member| member.days_off), Meaning::Warn),
            body(points(member.burden.points())).into(),
        ];
        cells.extend(carries.then(|| body(points(member.carried.points())).into()));
        cells.extend(shares.then(|| body(format!("{}", plan.problem.people()[at].capacity.as_f64())).into()));
        cells.push(load(planned, at, most));
        table.row(cells)
    });
    let people = count(plan.members.len(), "person").replace("persons", "people");
    let about = format!("{people}; burden, what is carried and load are in points, which are explained below");
    let print = words::fine_print(plan).into_iter().chain(planned.other_order.clone());
    let print = Column::with_children(print.map(|line| small(line).into())).spacing(space::XS / 2.0);
    let content = column![card(table).padding(space::S).width(Fill), print].spacing(space::M);
    section("Who holds how much", about, None, content)
}

/// Hours with a bar below them, as long as they are of the longest.
fn drawn<'a>(held: Minutes, most: Minutes, meaning: Meaning) -> Element<'a, Message> {
    let drawing = Drawing::new((held, most), move |width| {
        let part = bar::Part { amount: held.0 as f64, fill: meaning.into(), tip: hours(held) };
        bar::draw(&[part], (most.0 as f64).max(1.0), width)
    });
    column![body(hours(held)), container(drawing).width(56)].align_x(iced::Right).into()
}

/// Hours to the nearest one: a table of months needs no minutes.
fn hours(minutes: Minutes) -> String {
    format!("{:.0} h", minutes.as_hours())
}

/// A member's load as a bar, with the number behind it.
fn load(planned: &Planned, at: MemberId, most: f64) -> Element<'_, Message> {
    let whole = planned.plan.load(at).points();
    row![container(bar(planned, at, most)).width(Fill), container(body(points(whole))).width(52).align_x(iced::Right)]
        .spacing(space::M)
        .align_y(Center)
        .into()
}

/// A member's load as a bar: what they carry, then what this rota asks of them.
fn bar(planned: &Planned, at: MemberId, most: f64) -> Drawing<'_, Message> {
    let (plan, member) = (&planned.plan, &planned.plan.members[at]);
    let share = plan.problem.people()[at].capacity.as_f64();
    let part = |points: f64, pattern: Option<Pattern>, what: &str| bar::Part {
        amount: points / share,
        fill: crate::picture::Fill { meaning: Meaning::Accent, pattern, opacity: 1.0 },
        tip: format!("{}: {points:.1} points {what}", plan.name(at)),
    };
    let parts = vec![
        part(member.carried.points().0, Some(Pattern::Hatch), "carried from earlier rotas"),
        part(member.burden.points().0, None, "in this rota"),
    ];
    let key = (plan.load(at).points().0.to_bits(), most.to_bits(), plan.name(at));
    Drawing::new(key, move |width| bar::draw(&parts, most, width))
}
